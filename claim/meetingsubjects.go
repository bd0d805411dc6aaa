package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// asSubject reads what an encounter does: it begins, goes on, is off.
func (r *reading) asSubject(n *nominal, c *clause) {
	l := &lex().meetings
	r.newlySet(n, c)
	r.circumstances(n.encounter, c)
	mod, word := r.modality(c.head), r.lower(c.head)
	if tag := r.doc.Tokens[c.head].XPOS; (tag == "VBP" || tag == "VBZ") && (l.Begin[c.verb] || l.GoOn[c.verb]) && !c.perfect && !c.ongoing {
		r.weekdayAhead(n.encounter)
	}
	switch {
	case mod == rapporteur.Denied && !c.neg && (l.End[c.verb] || broken[c.verb]):
		// that they failed is denied, not the talks
	case c.copula && onList[r.lemma(c.head)] && (r.caseOf(c.head) == "on" || r.caseOf(c.head) == "in"):
		switch { // "is not on the agenda", "is on the cards"
		case c.neg || n.det == "no" || r.noLonger(c):
			n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
		case !c.past:
			n.settle(rapporteur.MeetingPlanned, rapporteur.Hedged)
		}
	case c.copula && (l.Plan[r.lemma(c.head)] || l.Foreseen[word]):
		switch {
		case c.neg || n.det == "no":
			n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
		case word == "likely":
			n.settle(rapporteur.MeetingPlanned, rapporteur.Hedged)
		default:
			n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
		}
	case c.copula && l.Ongoing[word]:
		n.settle(rapporteur.MeetingUnderWay, mod)
	case c.copula && l.Off[word]:
		n.settle(rapporteur.MeetingCancelled, mod)
	case c.copula && (word == "possible" || word == "necessary" || word == "needed"):
	case c.is(l.Cancel):
		n.settle(rapporteur.MeetingCancelled, mod)
	case r.fellThrough(n, c):
		n.settle(rapporteur.MeetingCancelled, rapporteur.Asserted)
		n.lost = true
	case l.GoOn[c.verb] && !c.neg && c.modal == "":
		r.wentOn(n, c, mod)
	case c.neg && l.Begin[c.verb] && n.det != "no" && r.onlyLater(n, c):
	case l.Happen[c.verb] || l.Begin[c.verb] || c.copula || c.verb == "include":
		r.tookPlace(n, c, mod)
	case n.upcoming:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	case (c.past || c.perfect) && c.modal == "" && !c.neg && mod == rapporteur.Asserted:
		n.settle(rapporteur.MeetingHeld, mod)
	}
}

// movedAway reads "the round was moved last week from Lund to Geneva", where it is to be: the day is of the move.
func (r *reading) movedAway(n *nominal, c *clause) bool {
	if !shifts[c.verb] && c.verb != "relocate" && c.verb != "transfer" || c.neg || c.modal != "" {
		return false
	}
	for k := c.head + 1; k+1 < min(c.head+12, r.sentence(c.head).End) && r.upos(k) != "VERB"; k++ {
		if r.lower(k) != "to" || r.typeAt(k+1) != lang.LOC {
			continue
		}
		n.place, n.when = r.placeFrom(k+1), n.own
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
		return true
	}
	return false
}

// dayOfArranging reports whether the day under a clause is that on which an encounter was arranged, and not its own: "the
// next round was fixed on Monday".
func (r *reading) dayOfArranging(n *nominal, c *clause) bool {
	switch c.verb {
	case "fix", "agree", "announce", "arrange":
	default:
		return false
	}
	t := r.timeBelow(c.head)
	return c.passive && c.past && c.modal == "" && t != nil && t.Interval == n.when && t.Start > c.head && r.lower(t.Start-1) == "on" && (r.isPast(n.when) || n.when.To == r.report.Published)
}

// newlySet gives an encounter that was set for one day the other for which it now is: "a call, set for Monday, will now take
// place on Wednesday".
func (r *reading) newlySet(n *nominal, c *clause) {
	l := &lex().meetings
	if !n.upcoming && !n.meant || n.when.IsZero() || c.neg || !slices.ContainsFunc(c.adverbs, func(k int) bool { return r.lower(k) == "now" || r.lower(k) == "instead" }) ||
		!l.Happen[c.verb] && !l.Begin[c.verb] && !l.Plan[c.verb] && !l.Hold[c.verb] && !l.Foreseen[r.lower(c.head)] {
		return
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Start > c.head && x.Start < r.sentence(c.head).End && !x.Interval.IsZero() && x.Interval != n.when && x.Interval.Days() <= 31 && r.governor(r.top(x.Range)) == c {
			n.when, n.moved = x.Interval, true
			n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
			return
		}
	}
}

// fellThrough reports whether what was planned is told not to have come about: "did not go ahead",
// "never took place", "collapsed before it began".
func (r *reading) fellThrough(n *nominal, c *clause) bool {
	return r.lapsed(c) && (n.upcoming || r.plannedBetween(n.noun, c.head)) && !r.det(n.top, "no")
}

// lapsed reports whether a clause tells that something did not come about.
func (r *reading) lapsed(c *clause) bool {
	if c.modal != "" || r.conditional(c) || !(c.past || c.perfect || r.did(c.head)) {
		return false
	}
	next := r.lower(min(c.head+1, len(r.kids)-1))
	if c.neg {
		switch c.verb {
		case "happen", "occur", "materialise", "materialize", "proceed":
			return true
		case "hold", "convene", "convoke":
			return c.passive
		case "go":
			return next == "ahead" || next == "forward"
		case "come":
			return next == "about" || next == "off" || next == "to"
		case "get":
			return next == "off" || next == "under"
		case "take":
			return len(c.obj) == 1 && r.lemma(c.obj[0]) == "place"
		}
		return false
	}
	switch c.verb {
	case "founder", "collapse", "fizzle", "evaporate":
		return true
	case "fall", "break":
		return next == "through" || next == "apart" || next == "down"
	case "come":
		return next == "to" && r.lower(min(c.head+2, len(r.kids)-1)) == "nothing" || next == "unstuck"
	}
	return false
}

// lapsesBehind reports whether the sentence goes on to say that the encounter of a noun, which was
// planned, did not come about, whatever the tree hung its predicate on.
func (r *reading) lapsesBehind(n *nominal) bool {
	for k := n.noun + 1; k < r.sentence(n.noun).End; k++ {
		c := r.clause(k)
		if c == nil || !slices.Contains(c.subj, n.noun) || !r.lapsed(c) || !r.plannedBetween(n.noun, k) {
			continue
		}
		for j := n.noun + 1; j < k; j++ {
			if r.clause(j) != nil {
				r.circumstances(n.encounter, r.clause(j))
			}
		}
		return true
	}
	return false
}

// plannedBetween reports whether the words between the noun of an encounter and what it is told
// to have done tell that it was planned: "a meeting of the two envoys set for Tuesday did not happen".
func (r *reading) plannedBetween(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if r.upos(k) == "VERB" && r.doc.Tokens[k].XPOS != "VB" && lex().meetings.Plan[r.lemma(k)] || r.lower(k) == "due" {
			return true
		}
	}
	return false
}

// det reports whether a noun has a determiner.
func (r *reading) det(i int, form string) bool {
	d := r.child(i, "det")
	return d >= 0 && r.lower(d) == form
}

// onList are the nouns of what holds all that is to come: "on the agenda", "in the diary".
var onList = words{"agenda": true, "calendar": true, "card": true, "schedule": true, "programme": true, "program": true, "diary": true, "horizon": true, "work": true, "works": true, "pipeline": true, "book": true, "making": true, "offing": true, "itinerary": true}

// wentOn reads talks that continue or continued.
func (r *reading) wentOn(n *nominal, c *clause, mod rapporteur.Modality) {
	if c.past && r.doc.Tokens[c.head].XPOS == "VBD" {
		n.settle(rapporteur.MeetingHeld, mod)
	} else if s, m := r.verbState(c, n.when); s == rapporteur.MeetingPlanned {
		n.settle(s, m)
	} else {
		n.settle(rapporteur.MeetingUnderWay, mod)
	}
}

// tookPlace reads an encounter that begins, ends or brings something.
func (r *reading) tookPlace(n *nominal, c *clause, mod rapporteur.Modality) {
	l := &lex().meetings
	if c.neg && !n.upcoming && r.cameOfIt(c) && (r.doc.Tokens[c.head].XPOS == "VBD" || c.perfect) && !r.toCome(n.when) {
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted) // "the meeting in Lund on Tuesday brought nothing new"
		return
	}
	s, m := r.verbState(c, n.when)
	if s == "" && c.copula && !c.neg && c.modal == "" && mod == rapporteur.Asserted {
		if !c.past {
			return
		}
		s, m = rapporteur.MeetingHeld, mod
	}
	if n.upcoming && s != rapporteur.MeetingCancelled {
		s, m = rapporteur.MeetingPlanned, rapporteur.Planned
	}
	for _, o := range c.obj { // "took place between Holt and Marrow"
		for _, k := range r.children(o, "nmod") {
			if p := r.caseOf(k); p == "between" || p == "with" {
				n.who = append(n.who, r.people(k)...)
			}
		}
	}
	if s == rapporteur.MeetingHeld && n.talks && (l.Begin[c.verb] && c.verb != "launch" || c.verb == "get") && n.when.Exact() && n.when.From == r.report.Published {
		s = rapporteur.MeetingUnderWay // begun today
	}
	if c.neg && c.modal == "" && s == "" {
		switch {
		case r.neverWas(n, c):
			n.settle(rapporteur.MeetingDenied, rapporteur.Denied)
		case r.didNot(n, c):
			n.settle(rapporteur.MeetingCancelled, rapporteur.Asserted)
		}
		return
	}
	n.settle(s, m)
	if c.verb == "include" || c.verb == "involve" {
		n.who = append(n.who, r.people(c.obj...)...)
		n.who = append(n.who, r.people(c.with("alongside", "including")...)...)
	}
}

// cameOfIt reports whether a clause tells that an encounter brought nothing, or no such thing.
func (r *reading) cameOfIt(c *clause) bool {
	switch c.verb {
	case "bring", "produce", "yield", "achieve", "deliver", "see", "make", "settle", "resolve", "reach", "change", "solve":
	default:
		return false
	}
	return slices.ContainsFunc(c.obj, func(o int) bool {
		if f := r.lower(o); f == "nothing" || f == "little" || f == "none" {
			return true
		}
		return r.det(o, "no")
	}) && !slices.ContainsFunc(c.adverbs, func(k int) bool { return lex().modality.Negations[r.lower(k)] })
}

// neverWas reports whether it is told that there was no encounter of some people: "no
// meeting between Holt and Marrow took place".
func (r *reading) neverWas(n *nominal, c *clause) bool {
	if !c.past && !c.perfect || n.det != "no" || len(distinct(n.who)) < 2 {
		return false
	}
	switch c.verb {
	case "happen", "occur":
		return true
	case "take":
		return len(c.obj) == 1 && r.lemma(c.obj[0]) == "place"
	case "be": // "there was no meeting between Holt and Marrow", but not "there has been none since May"
		return r.child(c.head, "expl") >= 0 && !c.perfect && r.doc.Tokens[n.noun].XPOS == "NN"
	}
	return false
}

// didNot reports whether an encounter of a known day is told not to have been: "the
// second meeting, on Sunday, did not take place".
func (r *reading) didNot(n *nominal, c *clause) bool {
	if !c.past && !c.perfect || n.det != "the" || !r.isPast(n.when) && n.when.To != r.report.Published || n.when.Days() > 3 || r.modality(c.head) != rapporteur.Asserted && r.modality(c.head) != rapporteur.Denied {
		return false
	}
	return c.verb == "happen" || c.verb == "take" && len(c.obj) == 1 && r.lemma(c.obj[0]) == "place"
}
