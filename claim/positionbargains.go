package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// bargained reads stands that are told as moves or judgements of bargaining rather
// than by a verb of stance.
func (r *reading) bargained(c *clause, s stand) (stand, bool) {
	for _, read := range []func(*clause, stand) (stand, bool){r.moved, r.noCause, r.unlikely, r.essential, r.wayOut, r.runsUnless} {
		if x, ok := read(c, s); ok {
			return x, true
		}
	}
	return s, false
}

// moved reads who changes what he asks for or offers, or does not: "lowered its demand from 15 to
// 13 percent", "has raised its offer", "has withdrawn its bid", "will not give up its claim".
func (r *reading) moved(c *clause, s stand) (stand, bool) {
	l := &lex().positions.Lists
	if c.passive || len(s.actors) == 0 || !c.is(l.Lowers) && !c.is(l.Raises) {
		return s, false
	}
	for _, o := range c.obj {
		p := r.child(o, "nmod:poss")
		if p < 0 || r.upos(p) != "PRON" || r.sent[o] != r.sent[c.head] {
			continue
		}
		switch n := r.lemma(o); {
		case n == "demand" || n == "claim":
			if c.neg && !c.is(l.Lowers) {
				continue
			}
			if s.stance = rapporteur.Demands; c.is(l.Lowers) && !c.neg {
				s.stance = rapporteur.Flexible
			}
			if slices.ContainsFunc(r.children(o, "nmod"), func(k int) bool { return r.caseOf(k) == "for" }) {
				return s, false // told where the demand is
			}
		case c.neg:
			continue
		case n == "offer" || n == "bid" || n == "proposal":
			if s.stance = rapporteur.Proposes; c.verb == "drop" || c.verb == "withdraw" || c.verb == "abandon" {
				s.stance = rapporteur.Rejects
			}
		default:
			continue
		}
		s.targets, s.settled, s.likely, s.whole = []int{o}, true, true, true
		return s, c.modal == ""
	}
	return s, false
}

// noCause reads who sees no reason for what is asked: "sees no need to change the quota".
func (r *reading) noCause(c *clause, s stand) (stand, bool) {
	if c.passive || c.verb != "see" && c.verb != "have" && c.verb != "find" && !(c.verb == "be" && r.child(c.head, "expl") >= 0) {
		return s, false
	}
	for _, o := range append(slices.Clone(c.obj), c.subj...) {
		d := r.child(o, "det")
		if d < 0 || r.lower(d) != "no" || !lex().positions.Lists.Causes[r.lemma(o)] {
			continue
		}
		for _, k := range append(r.children(o, "acl"), r.children(c.head, "advcl")...) {
			x := r.clause(k)
			if x == nil || k < o || x.mark != "to" && x.mark != "in" && x.mark != "for" || lex().positions.Lists.Words[x.verb] || x.is(lex().meetings.Verbs) || len(x.obj) == 0 {
				continue
			}
			if len(s.actors) == 0 || c.verb == "be" {
				s.actors = r.party(c.head)
			}
			s.stance, s.targets, s.settled, s.likely = rapporteur.Rejects, append([]int{k}, x.obj...), true, true
			return s, len(s.actors) > 0
		}
	}
	return s, false
}

// unlikely reads who will hardly agree: "is unlikely to back the offer".
func (r *reading) unlikely(c *clause, s stand) (stand, bool) {
	w := r.lower(c.head)
	if !c.copula || w != "unlikely" && !(w == "likely" && c.neg) || len(s.actors) == 0 {
		return s, false
	}
	for _, k := range c.comp {
		if x := r.clause(k); x != nil && x.mark == "to" && x.lexical(lex().positions.Verbs) == "accepts" && len(x.obj) > 0 && !x.passive {
			s.stance, s.targets, s.settled = rapporteur.Reserves, x.obj, true
			return s, true
		}
	}
	return s, false
}

// hardly reports whether a clause says what somebody is unlikely to do.
func (r *reading) hardly(c *clause) bool {
	up := r.clause(c.up)
	return c.mark == "to" && up != nil && (r.lower(up.head) == "unlikely" || r.lower(up.head) == "likely" && up.neg)
}

// noWay reports whether a clause says what there is no way or question of.
func (r *reading) noWay(c *clause) bool {
	h := r.head(c.head)
	if base(r.rel(c.head)) != "acl" || h < 0 || !lex().positions.Lists.Ways[r.lemma(h)] {
		return false
	}
	d := r.child(h, "det", "nummod")
	return d >= 0 && (r.lower(d) == "no" || r.lower(d) == "zero")
}

// essential reads what a voice calls the main thing for another to do: "the key is for
// Norvana to open its ports", "it is vital that the rebels hand over their guns".
func (r *reading) essential(c *clause, s stand) (stand, bool) {
	l := &lex().positions.Lists
	if c.neg || c.past && r.inner[c.head] < 0 {
		return s, false
	}
	deed, from := -1, -1
	switch {
	case c.copula && l.Essentials[r.lemma(c.head)]:
		for _, k := range append(r.children(c.head, "csubj", "ccomp", "advcl"), c.comp...) {
			if y := r.clause(k); base(r.rel(k)) == "advcl" && (y == nil || y.mark != "for") {
				continue
			}
			if x := r.child(k, "nsubj"); k > c.head && x >= 0 && x < k && r.personal([]int{x}) && (r.doc.Tokens[k].XPOS == "VB" || r.upos(k) != "VERB") {
				deed, from = k, r.lo[x]
				break
			}
		}
	case c.copula && r.caseOf(c.head) == "for" && slices.ContainsFunc(c.subj, func(k int) bool { return l.Keys[r.lemma(k)] }) && r.personal([]int{c.head}):
		if k := r.child(c.head, "acl"); k >= 0 && r.clause(k) != nil && r.clause(k).mark == "to" {
			deed, from = k, r.nounPhrase(c.head).Start
		}
	default:
		x := r.child(c.head, "nsubj")
		if x < 0 || !l.Keys[r.lemma(x)] || r.rel(x) != "nsubj:outer" {
			return s, false
		}
		for k := x + 2; k < c.head; k++ { // "is for Norvana to cut …"
			if r.lower(r.lo[k]) == "for" && r.lemma(r.lo[k]-1) == "be" && r.hi[k] <= c.head && r.personal([]int{k}) {
				deed, from = c.head, r.lo[k]
			}
		}
	}
	if deed < 0 {
		return s, false
	}
	if s.actors = r.party(c.head); len(s.actors) == 0 {
		return s, false
	}
	for from < deed && (r.upos(from) == "ADP" || r.upos(from) == "SCONJ") {
		from++
	}
	s.stance, s.targets, s.settled, s.whole, s.likely = rapporteur.Demands, []int{deed}, true, true, true
	s.words = lang.Range{Start: from, End: max(r.own(deed).End, deed+1)}
	return s, len(r.known(s.words)) > 0 || r.content(lang.Range{Start: deed + 1, End: s.words.End})
}

// wayOut reads what a voice tells another that it has only to do: "Norvana could end
// the row by lifting its ban".
func (r *reading) wayOut(c *clause, s stand) (stand, bool) {
	if c.modal != "can" && c.modal != "could" || c.neg || c.passive || !c.is(lex().positions.Lists.Remedies) || len(s.actors) == 0 {
		return s, false
	}
	who := r.party(c.head)
	if len(who) == 0 || slices.ContainsFunc(s.actors, func(a actor) bool { return a.Name == who[0].Name }) {
		return s, false
	}
	for _, k := range r.children(c.head, "advcl") {
		x := r.clause(k)
		if x == nil || x.mark != "by" || k < c.head || len(x.obj) == 0 {
			continue
		}
		s.actors, s.stance, s.targets, s.settled, s.likely = who, rapporteur.Demands, append([]int{k}, x.obj...), true, true
		return s, true
	}
	return s, false
}

// runsUnless reads on what condition a voice lets a measure stay or go: "the duties
// stay if there is no deal", "the ban would be lifted once the guns are handed over".
func (r *reading) runsUnless(c *clause, s stand) (stand, bool) {
	l := &lex().positions.Lists
	if len(s.actors) > 0 || len(c.subj) == 0 || c.past || c.perfect || !c.is(l.Runs) && !(c.verb == "take" && c.objLemma(r) == "effect") && !(c.passive && c.modal != "" && l.Imposed[c.verb]) {
		return s, false
	}
	if len(r.known(r.nounPhrase(c.subj[0]))) == 0 || r.upos(c.subj[0]) == "PRON" {
		return s, false
	}
	for _, k := range r.children(c.head, "advcl", "ccomp") {
		x := r.clause(k)
		if x == nil {
			continue
		}
		switch x.mark {
		case "if", "unless", "until", "once":
		default:
			continue
		}
		if !r.personal(x.subj) && r.textOf(x.subj) < 0 && !slices.ContainsFunc(r.children(k, "nsubj"), r.isTextNoun) {
			continue
		}
		if s.actors = r.party(c.head); len(s.actors) == 0 {
			return s, false
		}
		s.stance, s.settled, s.likely, s.whole = rapporteur.Conditions, true, true, true
		s.targets = append(slices.Clone(c.subj), k)
		own := r.own(c.head)
		s.words = lang.Range{Start: min(own.Start, r.lo[c.subj[0]]), End: max(own.End, r.own(k).End)}
		return s, true
	}
	return s, false
}
