package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// calledAt reads journeys that are the encounter: "went to the King on Monday and handed back his
// mandate", "walked into the union's office in Lund", "made a dash to Strand last night".
func (r *reading) calledAt(c *clause) *encounter {
	l := &lex().meetings
	dash := r.dashTo(c)
	if !l.Journey[c.verb] && !l.Call[c.verb] && dash < 0 || c.passive || c.neg || r.modality(c.head) == rapporteur.Conditional || c.modal != "" && c.modal != "will" && c.modal != "would" || r.toMeet(c) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, format: "visit", weak: true}
	if dash >= 0 {
		e.place = r.placeName(dash)
	} else if !r.callOn(e, c) {
		return nil
	}
	who := r.subjects(c)
	acts := func(a actor) bool {
		return a.Kind == rapporteur.Organisation || a.Kind == rapporteur.State || len(a.party) > 0
	}
	if len(who) == 0 || !slices.ContainsFunc(c.subj, r.takesPart) && !slices.ContainsFunc(who, acts) || slices.ContainsFunc(e.who, func(a actor) bool { return a.Name == who[0].Name }) {
		return nil
	}
	if len(e.who) > 0 {
		e.format = ""
	}
	e.who = append(who, e.who...)
	e.when, _ = r.whenMet(c.head)
	place := e.place
	r.fill(e, c.head)
	if place != "" {
		e.place = place
	}
	if days := e.when.Days(); days > 7 || days == 0 && len(e.who) < 2 {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	if e.state == rapporteur.MeetingUnderWay && c.ongoing {
		e.state, e.modality = rapporteur.MeetingPlanned, orPlanned(e.modality)
	}
	return e
}

// toMeet reports whether a clause goes on to say whom somebody goes to meet, which is read there.
func (r *reading) toMeet(c *clause) bool {
	return slices.ContainsFunc(r.kids[c.head], func(k int) bool {
		x := r.clause(k)
		return x != nil && (x.mark == "to" || base(r.rel(k)) == "conj") && (x.is(lex().meetings.Verbs) || x.verb == "see") && len(r.people(append(slices.Clone(x.obj), x.with("with")...)...)) > 0
	})
}

// dashTo returns the town to which a clause tells that somebody made a hurried journey, -1 for none.
func (r *reading) dashTo(c *clause) int {
	if c.verb != "make" && c.verb != "undertake" && c.verb != "pay" {
		return -1
	}
	for _, o := range c.obj {
		if !lex().meetings.Dashes[r.lemma(o)] {
			continue
		}
		for _, h := range append(r.children(o, "nmod"), c.with("to")...) {
			if r.caseOf(h) == "to" && (r.typeAt(h) == lang.LOC || r.typeAt(h) == "" && r.upos(h) == "PROPN") {
				return h
			}
		}
	}
	return -1
}

// callOn adds to an encounter the person, or the house of a party, that somebody goes to. It
// reports whether there is one.
func (r *reading) callOn(e *encounter, c *clause) bool {
	for _, h := range append(c.with("to"), c.with("into", "at", "before")...) {
		if h < c.head {
			continue
		}
		p := r.caseOf(h)
		if r.typeAt(h) == lang.PER && r.ofOffice(h) || r.sovereign(h) {
			if who := r.people(h); p != "at" && len(who) > 0 {
				e.who = append(e.who, who...)
				return true
			}
			continue
		}
		if p == "before" || p == "at" && c.verb != "call" && c.verb != "arrive" && c.verb != "turn" {
			continue
		}
		house := lex().meetings.Seats[r.lemma(h)]
		if n := r.nameAt(h); n != nil && house {
			e.place = tidyName(r.doc.Words(n.Range))
		} else if lex().meetings.Venues[r.lemma(h)] || house {
			e.place = r.placeFrom(r.nounPhrase(h).Start)
		}
		if e.place == "" {
			continue
		}
		for _, k := range r.children(h, "nmod:poss") {
			e.who = append(e.who, r.householders(k)...)
		}
		if len(e.who) > 0 || house {
			return true
		}
		e.place = ""
	}
	return false
}

// householders returns those whose house a possessive says that it is: a party, a body of the
// dispute, somebody of office.
func (r *reading) householders(k int) []actor {
	var out []actor
	for _, a := range r.people(k) {
		switch {
		case a.Kind == rapporteur.Person && !r.ofOffice(k):
		case a.Kind != rapporteur.Group, len(a.party) > 0, lex().actors.Groups[r.lemma(k)], attribution.BodyNoun(r.lemma(k)), r.doc.Tokens[k].XPOS == "NNS":
			out = append(out, a)
		}
	}
	if len(out) == 0 && r.upos(k) != "PRON" && (lex().actors.Groups[r.lemma(k)] || attribution.BodyNoun(r.lemma(k)) || attribution.PersonNoun(r.lemma(k))) {
		words := r.nounPhrase(k)
		out = append(out, actor{Mention: rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}, token: k})
	}
	return out
}

// sovereign reports whether a nominal is the head of a state by the office alone: "the King".
func (r *reading) sovereign(i int) bool {
	switch r.lower(i) {
	case "king", "queen", "president", "emperor", "sultan", "emir", "pope", "monarch", "premier", "chancellor", "taoiseach", "governor":
		d := r.child(i, "det")
		return d >= 0 && r.lower(d) == "the"
	}
	return false
}
