package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// Encounters told by where people sat, were shut in and came away from, and by who went
// between them.

// faced reads "Marrow and Holt sat across from each other at the ministry", "the two sides
// came face to face in Lund".
func (r *reading) faced(c *clause) *encounter {
	if c.neg || !r.opposite(c) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, who: r.subjects(c)}
	e.who = append(e.who, r.people(c.with("with", "from", "across", "across from", "opposite")...)...)
	for _, o := range c.obj {
		if r.typeAt(o) != "" || c.verb == "bring" {
			e.who = append(e.who, r.people(o)...)
		}
	}
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	for _, k := range c.comp { // "sat facing each other in Lund on Friday"
		r.dayUnder(e, k)
		r.fill(e, k)
	}
	if e.place == "" && e.when.IsZero() || len(distinct(e.who)) < 2 && !slices.ContainsFunc(e.who, r.several) {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	return e
}

// opposite reports whether the words after a predicate set people against one another: "sat
// across the table from", "came face to face".
func (r *reading) opposite(c *clause) bool {
	switch c.verb {
	case "sit", "face", "come", "seat", "take", "bring":
	default:
		return false
	}
	end := r.sentence(c.head).End
	for k := c.head + 1; k < min(c.head+6, end); k++ {
		switch r.lower(k) {
		case "face":
			return k+2 < end && r.lower(k+1) == "to" && r.lower(k+2) == "face"
		case "face-to-face":
			return true
		case "each": // "last faced each other in Lund"
			return c.verb == "face" && k+1 < end && r.lower(k+1) == "other"
		case "facing": // "sat facing each other"
			return k+1 < end && (r.lower(k+1) == "each" || r.lower(k+1) == "one")
		case "opposite":
			return c.verb == "sit" || c.verb == "seat"
		case "across":
			for j := k + 1; j < min(k+5, end); j++ {
				if f := r.lower(j); f == "table" || f == "from" && c.verb != "come" {
					return true
				}
			}
			return false
		}
	}
	return false
}

// shutIn reads "the two negotiators were closeted for three hours at a hotel", "ministers are
// holed up in Lund".
func (r *reading) shutIn(c *clause) *encounter {
	if c.neg || c.modal != "" || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, who: r.subjects(c), modality: rapporteur.Asserted}
	e.who = append(e.who, r.people(c.with("with")...)...)
	e.when, _ = r.whenMet(c.head)
	r.fill(e, c.head)
	if e.place == "" && e.minutes == 0 && !e.when.Exact() || len(distinct(e.who)) < 2 && !slices.ContainsFunc(e.who, r.several) {
		return nil
	}
	if e.state, _ = r.stay(c, e.when); c.past && !c.perfect {
		e.state = rapporteur.MeetingHeld
	}
	return e
}

// cameAway reads "Norvana's delegation left Lund on Tuesday without a deal": who leaves so was
// there for talks.
func (r *reading) cameAway(c *clause) *encounter {
	if c.passive || c.neg || c.modal != "" || c.ongoing || r.modality(c.head) != rapporteur.Asserted || !r.emptyHanded(c) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, talks: true, state: rapporteur.MeetingHeld, modality: rapporteur.Asserted}
	left := append(slices.Clone(c.obj), c.with("from")...)
	if c.verb == "fly" || c.verb == "return" || c.verb == "head" || c.verb == "go" {
		left = c.with("from")
	}
	for _, h := range left {
		if r.typeAt(h) == lang.LOC && e.place == "" {
			e.place = r.placeName(h)
		}
	}
	if e.place == "" || !slices.ContainsFunc(c.subj, r.ofOffice) {
		return nil
	}
	e.who = r.subjects(c)
	if e.when, _ = r.when(c.head); e.when.Days() < 1 || e.when.Days() > 7 || !r.report.Published.IsZero() && e.when.From.After(r.report.Published) {
		return nil
	}
	r.outcomes(e, c)
	return e
}

// emptyHanded reports whether a clause says without what somebody went: "without a deal".
func (r *reading) emptyHanded(c *clause) bool {
	if slices.ContainsFunc(c.with("without"), r.result) {
		return true
	}
	for k := c.head + 1; k < r.sentence(c.head).End && r.upos(k) != "VERB"; k++ { // wherever the tree hung it
		if r.lower(k) == "without" {
			for j := k + 1; j < r.phraseEnd(k+1); j++ {
				if r.result(j) {
					return true
				}
			}
		}
	}
	return false
}

// result reports whether a noun is one for what talks come to: a deal, a result, progress.
func (r *reading) result(k int) bool {
	l := r.lemma(k)
	return r.upos(k) == "NOUN" && (lex().deadlines.Accords[l] || lex().meetings.Between[l] || results[l])
}

var results = words{
	"result": true, "progress": true, "outcome": true, "conclusion": true, "success": true, "consensus": true, "resolution": true, "solution": true, "headway": true,
	"commitment": true, "communique": true, "communiqué": true, "declaration": true, "treaty": true, "pact": true, "truce": true, "ceasefire": true, "understanding": true,
	"agenda": true, "date": true, "statement": true, "advance": true, "movement": true, "concession": true, "resolve": true, "deal": true,
}

// goBetween reads "Silva shuttled between the two delegations in Lund", "mediators carried
// messages between Norvana and Estrel".
func (r *reading) goBetween(c *clause) *encounter {
	if c.passive || c.neg {
		return nil
	}
	l := &lex().meetings
	word := c.verb == "shuttle"
	sides := c.with("between")
	for _, o := range c.obj {
		if l.Messages[r.lemma(o)] && l.Carry[c.verb] {
			word = true
			for _, k := range r.children(o, "nmod") {
				if r.caseOf(k) == "between" {
					sides = append(sides, k)
				}
			}
		}
	}
	if !word || len(sides) == 0 {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, talks: true, format: "proximity", who: r.people(sides...)}
	for _, h := range sides {
		if len(e.who) < 2 && !slices.ContainsFunc(e.who, r.several) {
			e.who = append(e.who, r.rowAfter(h)...)
		}
	}
	if len(distinct(e.who)) < 2 && !slices.ContainsFunc(e.who, r.several) {
		return nil
	}
	e.who = append(r.subjects(c), e.who...)
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	if e.when.IsZero() {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	return e
}

// heldBack reads "Brandt has ordered Holt not to travel to Lund": a journey that will not be.
func (r *reading) heldBack(c *clause) *encounter {
	switch c.verb {
	case "ask", "tell", "order", "instruct", "direct", "forbid":
	default:
		return nil
	}
	told := append(slices.Clone(c.iobj), c.obj...)
	if c.neg || c.modal != "" || c.passive || r.modality(c.head) != rapporteur.Asserted || len(told) == 0 || r.typeAt(told[0]) != lang.PER && !r.ofOffice(told[0]) {
		return nil
	}
	for _, k := range append(slices.Clone(c.comp), r.children(c.head, "advcl", "xcomp")...) {
		x := r.clause(k)
		if x == nil || x.mark != "to" || x.neg == (c.verb == "forbid") || !lex().meetings.Journey[x.verb] && x.verb != "visit" {
			continue
		}
		e := &encounter{head: c.head, noun: k, weak: true, format: "visit", state: rapporteur.MeetingCancelled, modality: rapporteur.Asserted, who: r.people(told[0])}
		for _, h := range append(append(slices.Clone(x.obj), x.with("to")...), x.with("for")...) {
			if e.place == "" && (r.typeAt(h) == lang.LOC || r.isState(r.stateName(h))) {
				e.place = r.placeName(h)
			}
		}
		e.when, _ = r.when(k)
		r.told[k] = true
		if e.place != "" {
			return e
		}
	}
	return nil
}
