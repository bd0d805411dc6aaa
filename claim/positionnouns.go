package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// nominalPosition reads "Norvana's demand for …", "French calls for …".
func (r *reading) nominalPosition(i int) {
	v := lex().positions.Nominal[r.lemma(i)]
	decided := -1
	if v == "" && lex().positions.Lists.Decisions[r.lemma(i)] { // "Brandt's decision to rule out an extension"
		for _, k := range r.kids[i] {
			if x := r.clause(k); x != nil && base(r.rel(k)) == "acl" && x.mark == "to" {
				switch w := x.lexical(lex().positions.Verbs); w {
				case "rejects", "accepts":
					if x.neg {
						continue
					}
					v, decided = w, k
				}
				if x.lemma == "prevent" || x.lemma == "stop" || x.lemma == "end" || x.neg && lex().positions.Lists.Refuse[x.verb] {
					v, decided = "rejects", k
				}
			}
		}
	}
	if g := r.governor(i); v == "" || decided >= 0 && g != nil && slices.ContainsFunc(g.subj, func(k int) bool { return r.textUnder(k) >= 0 }) {
		return // a pledge that a text holds is its point
	}
	var actors []actor
	if p := r.child(i, "nmod:poss"); p >= 0 {
		actors = r.actorsAt(p)
	} else {
		for _, k := range r.kids[i] {
			if n := r.nameAt(k); n != nil && k < i && (base(r.rel(k)) == "amod" || r.rel(k) == "compound") && (n.Type == lang.NORP || n.Type == lang.ORG || n.Type == lang.LOC) && r.isState(r.stateName(k)) {
				actors = append(actors, actor{Mention: rapporteur.Mention{Name: r.stateName(k), Kind: rapporteur.State, Span: r.bytes(n.Range)}, token: k})
			}
		}
	}
	if len(actors) == 0 {
		return
	}
	s := stand{stance: rapporteur.Stance(v), actors: actors}
	for _, k := range r.kids[i] {
		if k < i {
			continue
		}
		switch base(r.rel(k)) {
		case "nmod":
			switch p := r.caseOf(k); p {
			case "for", "of", "to", "on", "about", "over", "against":
				if p == "of" && (v == "demands" || v == "reserves") {
					continue
				}
				s.targets = append(s.targets, r.conjuncts(k)...)
			}
		case "acl", "ccomp":
			if k == decided {
				s.targets = append(s.targets, r.clause(k).obj...)
				for _, o := range r.clause(k).obl {
					s.targets = append(s.targets, o.head)
				}
				continue
			}
			if x := r.clause(k); x != nil && !lex().positions.Lists.Words[x.verb] && (x.mark == "to" || x.mark == "that") {
				s.targets = append(s.targets, k)
				s.targets = append(s.targets, x.obj...)
			}
		}
	}
	if len(s.targets) == 0 {
		return
	}
	on, issue := r.onWhat(nil, &s, r.own(i))
	if on == "meeting" || on == "" && issue == "" {
		return
	}
	if on == "" {
		on = "point"
	}
	end := r.own(i).End
	for k := i + 1; k < end; k++ {
		if r.form(k) == "," && k+1 < end && (isRelative(r.lower(k+1)) || r.lower(k+1) == "but" || r.lower(k+1) == "while") {
			end = k
		}
	}
	end = min(end, r.listEnd(i))
	summary := r.aim(s.stance, s.targets, end)
	if summary == "" {
		return
	}
	if c := r.governor(i); c != nil && !c.neg && slices.Contains(c.obj, i) {
		switch c.lemma {
		case "drop", "withdraw", "abandon", "give up", "relinquish", "soften", "back down", "lift":
			s.stance = rapporteur.Flexible
		}
	}
	when := rapporteur.Interval{}
	r.keepPositions(i, s.actors, rapporteur.Claim{Kind: rapporteur.KindPosition, When: when}, rapporteur.PositionClaim{Stance: s.stance, On: on, Issue: issue, Summary: balanced(summary)})
}
