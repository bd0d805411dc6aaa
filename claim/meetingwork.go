package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// Delegations at work: talks that are told by what those who negotiate did, without
// any word for a meeting: "the two teams went through the annex line by line in Lund
// until midnight on Tuesday".

// atWork reads what delegations of two sides are told to have done together in a place, or for hours, nil where
// a clause tells of no such thing.
func (r *reading) atWork(c *clause) *encounter {
	if c.neg || c.modal != "" || r.cue[c.head] || len(c.subj) == 0 || c.mark == "if" || c.mark == "unless" || r.modality(c.head) != rapporteur.Asserted || r.rumoured(c.head) || !r.labours(c) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, talks: true, who: r.subjects(c)}
	e.who = append(e.who, r.people(c.with("with", "opposite", "against", "alongside", "between")...)...)
	for _, o := range c.obl { // "went through the draft | with Holt"
		for _, k := range r.children(o.head, "nmod") {
			if r.caseOf(k) == "with" {
				e.who = append(e.who, r.people(k)...)
			}
		}
	}
	if !r.ofTwoSides(e.who) {
		return nil
	}
	e.when, _ = r.whenMet(c.head)
	r.fill(e, c.head)
	r.partedAfter(e, c)
	if e.place == "" {
		e.place = r.placeBeside(c.head)
	}
	if e.place == "" && e.minutes == 0 && e.when.IsZero() {
		return nil
	}
	if e.state, e.modality = r.verbState(c, e.when); c.passive {
		if e.state, e.modality = r.stay(c, e.when); c.past && !c.perfect {
			e.state = rapporteur.MeetingHeld
		}
	}
	if days := e.when.Days(); days == 0 || days > 14 || e.place == "" && e.minutes == 0 {
		r.takeIn(e) // its place or days may stand beside it
		r.stock(e)
		r.hinted = append(r.hinted, e)
		return nil
	}
	return e
}

// ofTwoSides reports whether some actors are delegations of two sides: two parties, of whom
// somebody is sent, or "the two delegations".
func (r *reading) ofTwoSides(who []actor) bool {
	parties, sent := 0, false
	seen := map[string]bool{}
	for _, a := range distinct(who) {
		l := r.lemma(a.token)
		delegates := a.Kind == rapporteur.Group && (lex().meetings.Delegations[l] || lex().actors.Delegations[l] || atTables[l] || lex().actors.Persons[l])
		switch {
		case delegates && r.several(a) && len(a.party) == 0 && (bothOf(a.Mention) || r.howMany(a.token) == 2 || r.fromBoth(a.token)):
			return true
		case len(a.party) > 0:
			sent = true
			for _, p := range a.party {
				if !seen[p.Name] {
					seen[p.Name] = true
					parties++
				}
			}
		case a.Kind == rapporteur.Person && r.ofOffice(a.token):
			parties, sent = parties+1, true
		case a.Kind == rapporteur.State || a.Kind == rapporteur.Organisation || delegates:
			if !seen[a.Name] {
				seen[a.Name] = true
				parties++
			}
			sent = sent || delegates || a.Kind == rapporteur.Organisation
		}
	}
	return parties > 1 && sent
}

// fromBoth reports whether some people are told to be of both sides: "technical teams from the two governments".
func (r *reading) fromBoth(i int) bool {
	for _, k := range r.children(i, "nmod") {
		switch p := r.caseOf(k); {
		case p != "from" && p != "of" && p != "on":
		case r.lemma(k) == "side" || r.lemma(k) == "party" || r.lemma(k) == "camp" || r.lemma(k) == "delegation" || r.lemma(k) == "government" || r.lemma(k) == "country" || r.lemma(k) == "army":
			if slices.ContainsFunc(r.kids[k], func(d int) bool { return counts[r.lower(d)] == 2 }) {
				return true
			}
		}
	}
	return false
}

// atTables are those besides delegates whom a side sends to talks.
var atTables = words{"expert": true, "bargainer": true, "general": true, "officer": true, "lawyer": true, "technician": true, "specialist": true, "commissioner": true, "intermediary": true, "go-between": true, "emissary": true, "mediator": true, "delegate": true, "negotiator": true, "commission": true, "committee": true, "union": true, "leader": true}

// labours reports whether a clause tells what is done at a table: by its verb, or by the words it goes with.
func (r *reading) labours(c *clause) bool {
	l := &lex().meetings
	if l.Labours[c.verb] && (len(c.obj) == 0 || l.LaboursOn[c.verb]) {
		return true
	}
	if l.Shut[c.verb] {
		return c.passive || slices.ContainsFunc(c.obj, func(o int) bool { return r.upos(o) == "PRON" }) // "shut themselves in"
	}
	words, from := " "+c.verb, c.head
	if k := r.child(c.head, "cop"); c.copula && k >= 0 && k < c.head {
		words, from = " be", k // "were still at it"
	}
	for k := from + 1; k < min(from+7, r.sentence(c.head).End) && r.upos(k) != "PUNCT"; k++ {
		words += " " + r.lower(k)
	}
	return slices.ContainsFunc(l.AtTable, func(w string) bool {
		return len(words) > len(w) && words[1:len(w)+1] == w && (len(words) == len(w)+1 || words[len(w)+1] == ' ')
	})
}

// placeBeside returns the only place that the words around a predicate or noun tell, wherever the tree hung it:
// "faced each other across a table in Lund", "sat down with those of Estrel in Kessel".
func (r *reading) placeBeside(i int) string {
	s := r.sentence(i)
	own := r.governor(i)
	found := ""
	for k := s.Start; k+1 < s.End; k++ {
		switch r.lower(k) {
		case "in", "at", "inside", "near", "outside":
		default:
			continue
		}
		if r.upos(k) != "ADP" {
			continue
		}
		at := k + 1
		for at+1 < s.End && (r.upos(at) == "DET" || r.upos(at) == "ADJ" && r.nameAt(at) == nil) {
			at++
		}
		n := r.nameAt(at)
		if n == nil || n.Start != at || n.End < s.End && (possessive(r.lower(n.End)) || r.upos(n.End) == "NOUN" || r.upos(n.End) == "ADJ" || r.form(n.End) == "-") || n.Type != lang.LOC && !(n.Type == lang.ORG && facility(r.doc.Words(n.Range))) {
			continue
		}
		then := n.End
		if then+1 < s.End && r.lower(then) == "on" {
			then++
		}
		if dated := then < s.End && r.timeAt[then] >= 0 && !r.isState(r.form(n.End-1)); !r.tellsWhere(k, i, own, dated) {
			continue
		}
		name := tidyName(r.doc.Words(n.Range))
		if found != "" && found != name {
			return ""
		}
		found = name
	}
	return found
}

// tellsWhere reports whether the preposition at token k tells where something was, and not of which war or whose
// office a noun before it is, and that in the clause of token i.
func (r *reading) tellsWhere(k, i int, own *clause, dated bool) bool {
	if g := r.governor(k); g != nil && own != nil && g != own {
		if r.cue[g.head] || lex().speech.Verbs[g.verb] || base(r.rel(g.head)) == "conj" || base(r.rel(own.head)) == "conj" || g.mark == "after" || g.mark == "before" || g.mark == "since" || r.rel(g.head) == "acl:relcl" || len(g.subj) > 0 && g.head > i {
			return false
		}
		if up := r.clause(max(g.up, 0)); g.up >= 0 && up != own && own.up != g.head {
			return false
		}
	}
	if k == r.sentence(k).Start || dated {
		return true
	}
	p := k - 1
	switch l := r.lemma(p); {
	case r.timeAt[p] >= 0, r.upos(p) == "VERB", r.upos(p) == "ADV", r.upos(p) == "PRON", r.upos(p) == "ADP", r.upos(p) == "PUNCT" && p > i:
		return true
	case r.upos(p) == "PROPN":
		return r.nameAt(p) == nil || r.typeAt(p) != lang.LOC || !r.isState(r.form(p))
	case lex().meetings.Venues[l], lex().meetings.Furniture[l], r.isEncounter(p), lex().actors.Groups[l] && p < i:
		return true
	case lex().meetings.Delegations[l] && p > i:
		return true
	}
	return false
}

// toldAt reports whether a predicate, or a noun of encounter that it tells of, has made an encounter.
func (r *reading) toldAt(i int) bool {
	at := func(e *encounter) bool { return e != nil && (e.head == i || e.noun == i) }
	return slices.ContainsFunc(r.claims, func(f found) bool { return f.Meeting != nil && (f.head == i || at(f.met)) }) || slices.ContainsFunc(r.hinted, at)
}
