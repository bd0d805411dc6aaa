package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// settle tells how far an encounter came. The first word on it holds, but that it came to
// nothing outweighs all that was read before.
func (e *encounter) settle(s rapporteur.MeetingState, m rapporteur.Modality) {
	if e.state == "" || never(s) {
		e.state, e.modality = s, m
	}
}

// governed judges how far the encounter of a noun came by what governs the noun, and takes
// from there who, where and when. What a clause tells depends on the noun's part in it.
func (r *reading) governed(n *nominal) {
	at := n.top
	for base(r.rel(at)) == "conj" && r.clause(at) == nil {
		at = r.head(at)
	}
	if w := r.whatWas(at); w >= 0 {
		at = w
	}
	if c := r.clause(at); c != nil && c.copula {
		r.asPredicate(n, c, at)
		return
	}
	h, rel := r.head(at), base(r.rel(at))
	switch c := r.clause(h); {
	case c != nil && (rel == "obj" || rel == "xcomp" && r.barterNoun(at) || rel == "nsubj" && c.passive):
		r.asPatient(n, c, rel != "nsubj")
	case c != nil && (rel == "nsubj" || rel == "csubj"):
		r.asSubject(n, c)
	case c != nil && rel == "obl":
		r.asOblique(n, c, at)
	case adnominal[rel]:
		r.asAdnominal(n, h, rel)
	}
}

// whatWas returns the "what" that stands for the encounter at a noun, -1 for none: "ended what is
// likely to be their last round".
func (r *reading) whatWas(i int) int {
	from := i
	if c := r.clause(i); c == nil {
		h := r.head(i)
		if c = r.clause(max(h, 0)); h < 0 || c == nil || !callsSo[c.verb] {
			return -1
		}
		from = h
	} else if !c.copula && c.verb != "be" {
		return -1
	}
	for h, steps := r.head(from), 0; h >= 0 && h < i && steps < 2; h, steps = r.head(h), steps+1 {
		if r.lower(h) == "what" && r.upos(h) == "PRON" {
			return h
		}
	}
	return -1
}

// callsSo are the verbs of how somebody calls what is told.
var callsSo = words{"call": true, "describe": true, "term": true, "dub": true, "bill": true, "label": true, "deem": true, "hope": true, "say": true}

// adnominal are the relations of a noun to what is no clause of its own, or that stands alone.
var adnominal = words{"nmod": true, "appos": true, "root": true, "parataxis": true, "ccomp": true, "advcl": true, "dep": true, "list": true}

// asPredicate reads "Norvana is in talks with Estrel"; "it was a good meeting" tells of no other.
func (r *reading) asPredicate(n *nominal, c *clause, at int) {
	if (r.bargaining(at) || r.lemma(at) == "discussion") && r.caseOf(at) == "in" && n.det == "" && !c.neg && c.modal == "" && r.modality(at) == rapporteur.Asserted {
		n.who = append(r.subjects(c), n.who...)
		n.state, n.modality = r.stay(c, n.when)
	}
}

// asPatient reads what is done with an encounter: it is held, planned, called off. Whoever
// does it was mostly to be at it.
func (r *reading) asPatient(n *nominal, c *clause, active bool) {
	l := &lex().meetings
	mod := r.modality(c.head)
	if !active {
		r.newlySet(n, c)
	}
	r.circumstances(n.encounter, c)
	switch {
	case !active && r.movedAway(n, c):
	case !active && r.fellThrough(n, c):
		n.upcoming = false
		n.settle(rapporteur.MeetingCancelled, rapporteur.Asserted)
		n.lost = true
	case active && (c.neg && attends[c.verb] || stays[c.verb]) && mod != rapporteur.Conditional:
		r.stayedAway(n, c)
	case c.is(l.Refuse) && !(c.verb == "refuse" && c.neg):
		r.turnedDown(n, c, active)
	case c.is(l.Cancel), c.is(l.Postpone):
		r.cameToNothing(n, c, active, mod)
	case r.struckOff(c):
		n.upcoming = false
		n.settle(rapporteur.MeetingCancelled, mod)
	case c.is(l.Deny):
		if !c.neg {
			n.settle(rapporteur.MeetingDenied, rapporteur.Denied)
		}
	case (c.verb == "extend" || c.verb == "prolong") && c.perfect && !c.past && !c.neg && c.modal == "" && n.definite && !n.upcoming:
		n.state, n.modality = rapporteur.MeetingUnderWay, mod
		if pub := r.report.Published; !n.when.IsZero() && n.when.To.Before(pub) {
			n.when.To = pub
		}
	case l.Plan[c.verb]:
		r.planned(n, c, active, mod)
	case (l.Begin[c.verb] || l.GoOn[c.verb]) && c.neg:
		// "would not resume talks unless …"
	case l.Begin[c.verb] || l.GoOn[c.verb]:
		n.settle(r.verbState(c, n.when))
		if active {
			n.who = append(r.subjects(c), n.who...)
		}
	case l.Hold[c.verb], active && r.rangUp(n, c):
		r.held(n, c, active)
	case active && convenes[c.verb] && c.modal == "" && !c.neg && n.when.Exact() && (r.toCome(n.when) || r.setFor(n.encounter)):
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned) // "has called a summit for Thursday"
		if caller := r.subjects(c); len(n.who) == 0 || len(caller) == 1 && caller[0].Kind == rapporteur.Person && r.lemma(n.noun) == "summit" {
			n.who = append(caller, n.who...)
		}
	case l.Want[c.verb]:
		n.state = ""
	case c.verb == "cut" && r.lower(min(c.head+1, len(r.kids)-1)) == "short" && c.modal == "":
		n.upcoming = false
		n.settle(rapporteur.MeetingHeld, mod)
	case c.passive && !active:
		if s, m := r.verbState(c, n.when); s == rapporteur.MeetingHeld && n.definite {
			n.settle(s, m)
		}
		r.ledBy(n, c)
	default:
		r.dealtWith(n, c, mod)
		r.ledBy(n, c)
	}
}

// convenes are the verbs of making others come to an encounter.
var convenes = words{"call": true, "convene": true, "convoke": true, "summon": true}

// setFor reports whether the day of an encounter is told as the one for which it is set: "for Thursday".
func (r *reading) setFor(e *encounter) bool {
	return slices.ContainsFunc(r.times, func(x timex.Time) bool {
		return x.Interval == e.when && x.Start > e.head && r.sent[min(x.Start, len(r.sent)-1)] == r.sent[e.head] && r.lower(x.Start-1) == "for"
	})
}

// rangUp reports whether what is done with an encounter is to speak by telephone: "took a
// call from Holt".
func (r *reading) rangUp(n *nominal, c *clause) bool {
	return ringsUp[c.verb] && n.format == "phone" && r.lemma(n.top) == "call" && len(n.who) > 0
}

// ringsUp are the verbs of what is done with a telephone call.
var ringsUp = words{"take": true, "receive": true, "get": true, "have": true, "place": true, "make": true, "field": true, "accept": true, "answer": true, "return": true}

// stayedAway reads who was not at an encounter: "will not attend the ceremony", "skipped the talks".
func (r *reading) stayedAway(n *nominal, c *clause) {
	if n.absent = r.subjects(c); len(n.absent) == 0 || !n.definite && len(n.who) == 0 {
		return
	}
	if c.modal != "" || !c.past && !c.perfect {
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	} else {
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	}
}

// keptAway reads "stayed away from a meeting with Holt", which then did not come about, and from "the talks", which did.
func (r *reading) keptAway(n *nominal, c *clause) {
	r.circumstances(n.encounter, c)
	if n.who = distinct(n.who); n.definite && len(n.who) != 1 || len(n.who) > 1 {
		r.stayedAway(n, c)
		return
	}
	if who := r.subjects(c); len(n.who) > 0 && len(who) > 0 {
		n.who = append(who, n.who...)
		n.settle(rapporteur.MeetingCancelled, rapporteur.Asserted)
	}
}

// turnedDown reads "turned down a meeting with Holt": it takes two to refuse one.
func (r *reading) turnedDown(n *nominal, c *clause, active bool) {
	if c.neg || c.modal != "" || c.mark != "" && c.mark != "that" || len(n.who) == 0 {
		return
	}
	if active && len(distinct(n.who)) < 2 { // but "the spokesman ruled out a meeting between Holt and Marrow"
		n.who = append(r.subjects(c), n.who...)
	}
	if len(distinct(n.who)) > 1 {
		n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
	}
}

// cameToNothing reads what is cancelled or postponed, by whoever was to be at it. But whoever
// cancels another's visit was not to go.
func (r *reading) cameToNothing(n *nominal, c *clause, active bool, mod rapporteur.Modality) {
	if c.neg && c.passive && c.modal == "" && (n.meant || n.upcoming) && !r.isPast(n.when) {
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned) // "the round that had been planned for May had not been called off"
		return
	}
	if c.neg || mod != rapporteur.Asserted && mod != rapporteur.Hedged {
		return
	}
	state, others := rapporteur.MeetingPostponed, false
	if c.is(lex().meetings.Cancel) {
		owner := r.child(n.top, "nmod:poss")
		state, others = rapporteur.MeetingCancelled, owner >= 0 && r.upos(owner) != "PRON"
	}
	n.settle(state, mod)
	if active && !others {
		n.who = append(r.people(c.subj...), n.who...)
	} else if !active && len(n.who) == 0 {
		n.who = r.people(c.agent...) // "was cancelled by the union"
	}
}

// struckOff reports whether a clause tells that something was taken off the list of what is to come: "was struck off the
// agenda", "dropped the session from his diary".
func (r *reading) struckOff(c *clause) bool {
	switch c.verb {
	case "strike", "drop", "remove", "take", "delete", "cross", "wipe", "erase", "pull", "scratch", "withdraw":
	default:
		return false
	}
	return !c.neg && c.modal == "" && slices.ContainsFunc(c.obl, func(o oblique) bool {
		return onList[r.lemma(o.head)] && (o.prep == "off" || o.prep == "from" || o.prep == "" && r.lower(c.head+1) == "off")
	})
}

// planned reads what is scheduled, agreed, prepared, or not.
func (r *reading) planned(n *nominal, c *clause, active bool, mod rapporteur.Modality) {
	switch {
	case mod == rapporteur.Denied && !c.neg, r.ofFalseReport(c):
		n.settle(rapporteur.MeetingDenied, rapporteur.Denied)
	case c.neg && c.passive && n.det != "no" && r.onlyLater(n, c):
	case c.neg || n.det == "no":
		if len(n.who) == 0 && !active {
			n.who = r.people(c.with("between", "with", "among")...) // "no meeting has been set between Holt and Marrow"
		}
		n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
	case c.may() || c.modal == "should" || c.verb == "invite" || mod == rapporteur.Hedged:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Hedged)
	default:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	}
	if r.dayOfArranging(n, c) {
		n.when = n.own
	}
	switch c.verb {
	case "announce", "expect", "organise", "organize", "await": // of others' talks as well
	default:
		if active {
			n.who = append(r.subjects(c), n.who...)
		}
	}
}

// onlyLater reads "is now not expected before next spring", "is not due to resume until May": what was to be earlier was put
// off, and nothing of a day is told of the rest but that it comes no sooner.
func (r *reading) onlyLater(n *nominal, c *clause) bool {
	for t := range r.times {
		x := &r.times[t]
		if x.Interval.IsZero() || x.Start <= c.head || x.Start > c.head+8 || r.sent[x.Start] != r.sent[c.head] {
			continue
		}
		switch r.lower(x.Start - 1) {
		case "before", "until", "till":
		default:
			continue
		}
		state := rapporteur.MeetingPlanned
		if n.upcoming || n.meant {
			state = rapporteur.MeetingPostponed
		}
		n.upcoming, n.lost, n.moved = false, false, true
		n.settle(state, rapporteur.Hedged)
		n.when = x.Interval
		return true
	}
	return false
}

// ofFalseReport reports whether a clause tells what a report says that somebody calls untrue:
// "dismissed a report that a meeting was being prepared".
func (r *reading) ofFalseReport(c *clause) bool {
	h := r.head(c.head)
	if h < 0 || base(r.rel(c.head)) != "acl" || !lex().meetings.Rumours[r.lemma(h)] && !lex().meetings.Tales[r.lemma(h)] {
		return false
	}
	g := r.governor(h)
	return g != nil && !g.neg && slices.Contains(g.obj, h) && (g.is(lex().modality.Deny) || g.is(lex().meetings.Refuse))
}

// held reads "held talks with Holt", "was chaired by Marrow"; "should hold talks" tells of none.
func (r *reading) held(n *nominal, c *clause, active bool) {
	s, m := r.verbState(c, n.when)
	if s == "" && (c.mark == "to" || c.modal != "") || c.verb == "leave" && active && len(c.with("to", "for")) > 0 && c.with("to", "for")[0] > n.noun {
		return // "will leave the talks to her successor"
	}
	if s == rapporteur.MeetingHeld && n.upcoming {
		s, m = rapporteur.MeetingPlanned, rapporteur.Planned
	}
	if (s == rapporteur.MeetingPlanned || r.toCome(n.when)) && lex().meetings.End[c.verb] && (c.past || c.perfect) && !c.passive && c.modal == "" && c.mark != "to" {
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
		r.gone(n.encounter) // the weekday of what has ended is one gone by
	}
	n.settle(s, m)
	if active && c.verb != "leave" && c.verb != "mediate" && c.verb != "broker" {
		n.who = append(r.subjects(c), n.who...)
	}
	n.who = append(n.who, r.people(c.with("with", "alongside", "between", "together with")...)...)
	r.ledBy(n, c)
	if host := c.agent; c.verb == "host" && n.place == "" {
		if active {
			host = c.subj
		}
		for _, h := range host { // "Calder hosted the first round", "was hosted by Calder"
			if p := r.nameAt(h); p != nil && p.Type == lang.LOC && n.place == "" {
				n.place = tidyName(r.doc.Words(p.Range))
			}
		}
	}
}

// dealtWith reads whatever else is done with an encounter: it was there if it is one spoken of.
func (r *reading) dealtWith(n *nominal, c *clause, mod rapporteur.Modality) {
	if n.upcoming {
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	} else if c.past && c.modal == "" && !c.neg && (n.definite || len(n.who) > 0) {
		n.settle(rapporteur.MeetingHeld, mod)
		if c.verb == "use" { // "used a meeting with Holt to press for a truce"
			n.who = append(r.subjects(c), n.who...)
			return
		}
		n.when = r.onlyOwn(n.encounter, n.top)
	}
}

// ledBy adds those by whom an encounter is led or attended.
func (r *reading) ledBy(n *nominal, c *clause) {
	if !c.passive {
		return
	}
	switch c.verb {
	case "attend", "chair", "lead", "host", "mediate", "head":
	default:
		return
	}
	for _, h := range r.conjuncts(c.head) { // "was chaired by Marrow and attended by Holt"
		if k := h + 1; k < len(r.kids) && r.lower(k) == "by" {
			n.who = append(n.who, r.along(k+1)...)
		} else if x := r.clause(h); x != nil {
			n.who = append(n.who, r.people(x.agent...)...)
		}
	}
}

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

// asOblique reads what is done for, at, before or after an encounter: its preposition tells
// how far that is from it.
func (r *reading) asOblique(n *nominal, c *clause, at int) {
	l := &lex().meetings
	p := r.caseOf(n.top)
	if p == "" {
		p = r.caseOf(at)
	}
	if ready := r.madeReady(n); ready != nil {
		r.readied(n, ready)
		return
	}
	switch {
	case n.upcoming:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	case p == "to" && r.invitationOf(c) >= 0:
		r.bidTo(n, c, r.invitationOf(c))
	case p == "since" && c.neg && c.perfect && !c.passive && len(n.who) == 0 && (c.is(l.Verbs) || l.Negotiate[c.verb]):
		n.who = append(r.subjects(c), r.people(append(slices.Clone(c.obj), c.with("with", "to")...)...)...) // "have not met since a session in May"
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case p == "to" && r.harksBack(c):
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
		if n.when.IsZero() || !r.toCome(n.when) {
			break
		}
		n.when = rapporteur.Interval{From: n.when.From.AddYears(-1), To: n.when.To.AddYears(-1)} // "goes back to a gathering in January"
	case r.entered(n, c, p):
		if t := r.timeBelow(c.head); n.when.IsZero() && t != nil && (r.governor(r.top(t.Range)) == c && r.head(r.top(t.Range)) == c.head) {
			n.when = t.Interval
		}
		n.settle(r.verbState(c, n.when))
		n.who = append(r.subjects(c), n.who...)
	case n.possible:
	case (p == "for" || p == "at") && r.noShow(c):
		r.circumstances(n.encounter, c)
		n.who = append(r.subjects(c), n.who...)
		n.settle(rapporteur.MeetingCancelled, rapporteur.Asserted)
	case p == "for" && (l.Plan[c.verb] || l.Journey[c.verb] || c.verb == "gather"):
		r.wentFor(n, c)
	case (p == "to" || p == "for" && c.verb != "ask") && invites[c.verb] && !c.neg:
		r.calledTo(n, c)
	case p == "to" && takesAlong[c.verb] && !c.passive && !c.neg && len(n.who) > 0:
		r.circumstances(n.encounter, c)
		n.who = append(append(r.subjects(c), r.people(c.obj...)...), n.who...)
		n.settle(r.verbState(c, n.when))
	case p == "from" && !c.neg && c.modal == "" && (c.verb == "stay" || c.verb == "keep") && r.lower(min(c.head+1, len(r.kids)-1)) == "away":
		r.keptAway(n, c)
	case (p == "of" || p == "out" || p == "out of" || p == "from") && r.leaves(c):
		r.walkedAway(n, c)
	case (p == "of" || p == "out" || p == "out of" || p == "from") && r.comesOut(c):
		r.circumstances(n.encounter, c)
		n.who = append(r.subjects(c), n.who...)
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case p == "for" || p == "about" || p == "without" || p == "on" || p == "to" || p == "into" || p == "of" || p == "against":
		if p != "without" && !c.is(l.Cancel) && !c.is(l.Postpone) {
			r.byItsDay(n)
		}
	case p == "with" && startsWith[c.verb] && !c.passive && c.past && !c.neg && len(n.who) > 0:
		r.circumstances(n.encounter, c)
		n.who = append(r.subjects(c), n.who...)
		n.settle(r.verbState(c, n.when))
	case (p == "by" || p == "through" || p == "with" || p == "thanks to") && len(n.who) > 1 && !c.neg && c.modal == "":
		r.byItsDay(n) // "was prepared by a meeting between Holt and Marrow in May"
	case p == "before" || p == "ahead of" || p == "ahead" || p == "prior to":
		r.doneBefore(n, c, p)
	case l.After[p]:
		r.atOrAfter(n, c, p)
	}
}

// harksBack reports whether a clause tells from when something is: "goes back to", "dates back to", "can be traced to".
func (r *reading) harksBack(c *clause) bool {
	switch c.verb {
	case "go", "date", "hark", "stretch", "reach":
		return slices.Contains(r.lowers[c.head+1:min(c.head+3, r.sentence(c.head).End)], "back")
	case "trace":
		return true
	}
	return false
}

// startsWith are the verbs of doing a thing after another, or first or last of several: "followed it up with a
// meeting with Holt".
var startsWith = words{"follow": true, "open": true, "begin": true, "start": true, "end": true, "close": true, "cap": true, "crown": true, "conclude": true, "wrap": true, "finish": true, "round": true, "top": true, "kick": true}

// takesAlong are the verbs of coming to an encounter with others.
var takesAlong = words{"bring": true, "take": true, "lead": true, "accompany": true}

// wentFor reads "will travel to Lund for talks": whoever travels to talks is at them.
func (r *reading) wentFor(n *nominal, c *clause) {
	r.circumstances(n.encounter, c)
	s, m := r.verbState(c, n.when)
	if lex().meetings.Journey[c.verb] {
		s, m = r.atEnd(c, n.when)
		n.with = true
	} else if s == rapporteur.MeetingHeld {
		s, m = rapporteur.MeetingPlanned, rapporteur.Planned
	}
	for _, h := range c.with("in", "to") {
		if n.place == "" && r.typeAt(h) == lang.LOC {
			n.place = r.placeName(h)
		}
	}
	if n.who = append(r.people(c.subj...), n.who...); len(c.subj) == 0 && c.mark == "to" {
		n.who = append(r.forWhom(c), n.who...) // "no plans for the delegation to head to Lund for talks"
	}
	n.settle(s, m)
}

// calledTo reads "invited both to talks": guests have not said yes.
func (r *reading) calledTo(n *nominal, c *clause) {
	r.circumstances(n.encounter, c)
	n.who = append(append(r.subjects(c), r.people(c.obj...)...), n.who...)
	n.settle(rapporteur.MeetingPlanned, rapporteur.Hedged)
}

// invitationOf returns the invitation that a clause tells the fate of, -1 for none.
func (r *reading) invitationOf(c *clause) int {
	for _, k := range append(slices.Clone(c.obj), c.subj...) {
		if r.lemma(k) == "invitation" && (slices.Contains(c.obj, k) || c.passive) {
			return k
		}
	}
	return -1
}

// bidTo reads what became of an invitation to an encounter: "turned down an invitation to talks in Lund", "has accepted
// Holt's invitation to talks on Friday".
func (r *reading) bidTo(n *nominal, g *clause, h int) {
	l := &lex().meetings
	var guests []actor
	switch {
	case slices.Contains(g.obj, h) && !g.passive:
		guests = r.subjects(g)
	case slices.Contains(g.subj, h) && g.passive:
		guests = r.people(g.agent...)
	default:
		return
	}
	hosts := r.people(r.children(h, "nmod:poss")...)
	for _, k := range r.children(h, "nmod") {
		if p := r.caseOf(k); p == "from" || p == "by" {
			hosts = append(hosts, r.people(k)...)
		}
	}
	if n.when.IsZero() {
		r.dayUnder(n.encounter, g.head)
	}
	switch m := r.modality(g.head); {
	case m != rapporteur.Asserted || g.modal != "" || len(guests) == 0:
	case g.is(l.Refuse) && !g.neg:
		n.who = append(append(guests, hosts...), n.who...)
		n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
	case (g.verb == "accept" || g.is(words{"take up": true})) && !g.neg:
		n.who = append(append(guests, hosts...), n.who...)
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	}
}

// walkedAway reads "walked out of the talks", "pulled out of Friday's round": talks that somebody
// walks out of have begun, others he is not at.
func (r *reading) walkedAway(n *nominal, c *clause) {
	r.circumstances(n.encounter, c)
	n.who = append(r.subjects(c), n.who...)
	mod := r.modality(c.head)
	switch {
	case r.nearer(n.encounter), r.beforeTheyBegan(c):
		n.settle(rapporteur.MeetingCancelled, mod)
	case c.verb == "walk" || c.verb == "storm" || c.past && !n.when.IsZero() && n.when.To.Before(r.report.Published):
		n.settle(rapporteur.MeetingHeld, mod)
	case !n.when.IsZero():
		n.settle(rapporteur.MeetingCancelled, mod)
	}
}

// byItsDay judges an encounter of which nothing is told but what it is about, or was said
// of it: its day tells whether it was.
func (r *reading) byItsDay(n *nominal) {
	switch {
	case n.when.IsZero():
	case r.report.Published.IsZero() || !n.when.To.After(r.report.Published):
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	default:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	}
}

// doneBefore reads what is done before an encounter, which mostly is still to come.
func (r *reading) doneBefore(n *nominal, c *clause, p string) {
	switch {
	case r.isPast(n.when):
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case p == "before" && c.past && c.modal == "" && r.justBefore(n.top) && !r.toCome(n.when):
		if pub := r.report.Published; !pub.IsZero() && n.when.To.After(pub) {
			n.when.To = pub
		}
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case p == "before" && (c.past || c.perfect) && n.det == "the" && n.place != "" && n.when.IsZero():
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case n.when.IsZero() && len(n.who) < 2:
	default:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	}
}

// justBefore reports whether what was done before an encounter was done right before it: "hours before his meeting
// with Holt", so that it has been as well.
func (r *reading) justBefore(top int) bool {
	k := r.child(top, "case")
	if k <= r.sentence(top).Start {
		return false
	}
	switch r.lower(k - 1) {
	case "right", "just", "shortly", "immediately", "moments", "minutes", "hours", "seconds":
		return true
	}
	return false
}

// atOrAfter reads what is done at or after an encounter: it was held unless what is done
// at it is still to be.
func (r *reading) atOrAfter(n *nominal, c *clause, p string) {
	l := &lex().meetings
	mod := r.modality(c.head)
	after := p == "after" || p == "following"
	over := !n.when.IsZero() && n.when.To.Before(r.report.Published)
	at := p == "during" || p == "at" || p == "in" || p == "over" && l.Meals[r.lemma(n.top)]
	switch {
	case c.modal == "" && r.conditional(c) || mod == rapporteur.Conditional || mod == rapporteur.Planned && after && n.det != "the" && !over:
	case c.may() || c.modal == "can" || c.modal == "should" || c.modal == "must": // "could walk away during a meeting"
	case after && c.modal == "will" && !over:
		if len(n.who) > 0 {
			n.settle(rapporteur.MeetingPlanned, rapporteur.Planned) // "will decide after his meeting with …"
		}
	case at && c.copula && !c.past && !c.perfect && expected[r.lower(c.head)] && (n.when.IsZero() || n.when.Exact()):
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned) // "is likely at a summit on Thursday"
	case at && (c.modal == "will" || c.modal == "would" || c.mark == "to"):
		r.willBeAt(n, c)
	case at && (c.neg || lodges[c.verb]): // "where they are staying during their visit"
	case at && r.stillAhead(n.encounter, c):
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	default:
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
		if after && !n.plural && c.past {
			r.afterwards(n.encounter, c)
		}
		if at {
			r.doneAt(n, c, p)
		}
		if at && !slices.ContainsFunc(n.who, func(a actor) bool { return a.Kind == rapporteur.Person }) {
			n.who = append(n.who, r.speakerAt(c)...)
		}
	}
}

// speakerAt returns who is told to speak at an encounter of a body: "Marrow, speaking at a meeting of ministers in Lund,
// said …".
func (r *reading) speakerAt(c *clause) []actor {
	if h := r.head(c.head); (c.verb == "speak" || c.verb == "address") && r.doc.Tokens[c.head].XPOS == "VBG" && h >= 0 {
		if r.typeAt(h) == lang.PER {
			return r.people(h)
		}
		if u := r.clause(h); u != nil && len(c.subj) == 0 && r.aPerson(u.subj) && u.past {
			return r.people(u.subj...)
		}
	}
	return nil
}

// willBeAt reads what somebody will do at an encounter: "will join Marrow in talks".
func (r *reading) willBeAt(n *nominal, c *clause) {
	s, m := r.verbState(c, n.when)
	if s == "" {
		return
	}
	r.circumstances(n.encounter, c)
	n.settle(s, m)
	if len(n.who) == 0 && attends[c.verb] {
		n.who = append(r.subjects(c), r.people(c.obj...)...)
	}
}

// doneAt takes from what was done at an encounter who was there, where and when.
func (r *reading) doneAt(n *nominal, c *clause, p string) {
	bare := len(n.who) == 0
	if !bare && !slices.ContainsFunc(n.who, func(a actor) bool { return a.Kind != rapporteur.Organisation }) && (c.passive || !r.cue[c.head]) && r.aPerson(c.subj) {
		n.who = append(n.who, r.people(c.subj...)...) // "at the Group of Seven summit in Lund, Brandt was …"
	}
	if n.when.IsZero() {
		if t := r.timeBelow(c.head); t != nil {
			n.when = t.Interval
		}
	}
	if n.place == "" && p != "in" {
		n.place = r.placeAt(c.head)
	}
	if bare && (c.verb != "say" && !r.cue[c.head] || r.lemma(n.top) == "visit" || r.lemma(n.top) == "trip") {
		n.who = append(n.who, r.people(c.subj...)...)
		n.who = append(n.who, r.people(c.with("with", "alongside", "together with")...)...)
		for _, o := range c.obj { // "raised the accounts | with Holt during a meeting"
			for _, k := range r.children(o, "nmod") {
				if r.caseOf(k) == "with" && r.typeAt(k) == lang.PER {
					n.who = append(n.who, r.people(k)...)
				}
			}
		}
	}
	heard := append(slices.Clone(c.iobj), c.obj...)
	switch c.verb {
	case "receive", "get", "hear", "learn", "obtain", "collect", "accept": // "had the paper from Holt at a breakfast"
		heard = append(heard, c.with("from")...)
	}
	if bare && given[c.verb] && !c.passive && !r.amongOthers(n.top) && (n.place != "" || !n.when.IsZero()) { // "handed its demands to the company at a meeting"
		n.who = append(n.who, r.people(c.with("to")...)...)
	}
	if bare && (n.place != "" || !n.when.IsZero()) && !r.amongOthers(n.top) && r.aPerson(heard) { // "told Holt over dinner", "handed Holt a list at a meeting"
		n.who = append(append(n.who, r.people(c.subj...)...), r.people(heard...)...)
	}
	if c.is(lex().meetings.Verbs) || c.verb == "participate" || c.verb == "take" || c.verb == "meet" {
		n.who = append(n.who, r.people(c.subj...)...)
	}
	r.fill(n.encounter, c.head)
}

// given are the verbs of what is handed to somebody who is there.
var given = words{"hand": true, "present": true, "give": true, "deliver": true, "submit": true, "pass": true}

// asAdnominal reads an encounter that hangs on another noun at h, "the venue of the talks",
// or stands alone.
func (r *reading) asAdnominal(n *nominal, h int, rel string) {
	l := &lex().meetings
	p := r.caseOf(n.top)
	if k := r.child(n.top, "mark"); k >= 0 && p == "" {
		p = r.lower(k) // "since the summit"
	}
	word := ""
	if h >= 0 {
		word = r.lemma(h)
	}
	if ready := r.madeReady(n); ready != nil {
		r.readied(n, ready)
		return
	}
	switch {
	case n.upcoming:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	case n.possible && n.when.IsZero():
	case l.Margins[word] && word != "time" && r.besideIt(n, h):
	case p == "on" && (rel == "advcl" || rel == "ccomp") && n.format == "visit" && n.place != "" && len(n.who) == 0: // "said while on a visit to Lund"
		if g := r.clause(h); g != nil && g.past {
			n.who = r.subjects(g)
			n.settle(rapporteur.MeetingUnderWay, rapporteur.Asserted)
		}
	case p == "to" && (word == "party" || word == "participant" || word == "witness"):
		r.byItsDay(n) // "both parties to Monday's session"
	case p == "to":
		if g := r.governor(h); g != nil && invites[g.verb] && !g.neg {
			r.calledTo(n, g)
		} else if g != nil && word == "invitation" {
			r.bidTo(n, g, h)
		}
	case outOf[word] && len(n.who) > 0 && r.noSuch(h) && (p == "of" || p == "for" || p == "about"):
		n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted) // "there is no question of a meeting with Holt"
	case l.Prospects[word] && p != "at" && p != "during" && p != "after":
		r.inProspect(n, h, p)
	case l.Rumours[word]:
		if r.calledFalse(n, h) {
			n.settle(rapporteur.MeetingDenied, rapporteur.Denied)
		}
	case l.After[p]:
		r.nounAfter(n, h, p, rel)
	case (p == "of" || p == "from") && n.definite && (n.place != "" || !n.when.IsZero()):
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case !n.when.IsZero() && p != "for" && p != "on" && p != "before" && rel != "root":
		if pub := r.report.Published; !pub.IsZero() && n.when.Days() > 1 && !n.when.From.Before(pub) {
			n.settle(rapporteur.MeetingPlanned, rapporteur.Planned) // "later this month"
		} else {
			n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
		}
	}
}

// besideIt reads an encounter on the margins of which something will or may be: "could meet on the sidelines of the
// summit". It is still to come.
func (r *reading) besideIt(n *nominal, h int) bool {
	g := r.governor(h)
	if g == nil || r.isPast(n.when) || g.modal == "" && g.mark != "to" || g.perfect {
		return false
	}
	if t := r.timeBelow(g.head); n.when.IsZero() && t != nil && (t.Interval.Days() <= 31 || r.toCome(t.Interval)) && !r.isPast(t.Interval) {
		n.when = t.Interval
	}
	n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	return true
}

// outOf are the nouns of what there is none of where no encounter is to come.
var outOf = words{"question": true, "talk": true, "thought": true, "intention": true, "prospect": true, "chance": true, "possibility": true, "plan": true}

// inProspect reads "plans for a summit", "the date of the talks": what is told of is not the
// encounter, which is planned where enough is said of it.
func (r *reading) inProspect(n *nominal, h int, p string) {
	word := r.lemma(h)
	if g := r.governor(h); g != nil && word == "plan" && (g.neg || r.child(h, "det") >= 0 && r.lower(r.child(h, "det")) == "no") {
		n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
		return
	}
	if word == "date" && p == "of" {
		if r.child(n.top, "nmod:poss") >= 0 {
			n.settle(rapporteur.MeetingHeld, rapporteur.Asserted) // "90 days from the date of our dinner"
		}
		return
	}
	if dates[word] && p == "for" && n.det != "the" && !n.when.IsZero() && !r.isPast(n.when) { // "no date for the expected round in September was given"
		n.settle(rapporteur.MeetingPlanned, rapporteur.Hedged)
		return
	}
	if word == "date" && n.det == "the" && len(n.who) > 1 || word == "plan" && len(n.who) > 0 || word == "preparation" && len(n.who) > 1 {
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	}
}

// dates are the nouns of when and where an encounter is to be.
var dates = words{"date": true, "venue": true, "time": true, "agenda": true}

// calledFalse reports whether the report of an encounter, the noun at h, is called false.
func (r *reading) calledFalse(n *nominal, h int) bool {
	l := &lex().meetings
	// the tree may have put "are false" elsewhere in the sentence
	for k := n.top + 1; k < r.sentence(n.top).End && k < n.top+16; k++ {
		if l.False[r.lower(k)] && r.child(k, "cop") >= 0 {
			return true
		}
	}
	g := r.governor(h)
	return g != nil && !g.neg && (l.False[r.lower(g.head)] || g.is(l.Deny))
}

// nounAfter reads what a noun tells to have been at or after an encounter: "a toast at the
// dinner", "Brandt and Okoye during a meeting in Lund".
func (r *reading) nounAfter(n *nominal, h int, p, rel string) {
	g := r.governor(h)
	if g != nil && (r.modality(g.head) == rapporteur.Conditional || r.modality(g.head) == rapporteur.Denied) {
		return
	}
	if g != nil && r.stillAhead(n.encounter, g) && (p == "in" || p == "at" || p == "during") {
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
		return
	}
	if g != nil && (p == "at" || p == "during") && (g.modal == "will" || g.modal == "would" || g.mark == "to") && !g.neg {
		if s, m := r.verbState(g, n.when); s == rapporteur.MeetingPlanned { // "is expected to ask for a delay at Thursday's summit"
			n.settle(s, m)
			return
		}
	}
	if h >= 0 && r.typeAt(h) == lang.PER && rel == "nmod" && len(n.who) == 0 && r.head(h) < 0 {
		n.who = r.people(h) // a caption
	}
	n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
}

// circumstances takes place, time and length of an encounter from the clause that governs
// it, and from those around it that tell of the same.
func (r *reading) circumstances(e *encounter, c *clause) {
	l := &lex().meetings
	if e.place == "" {
		e.place = r.placeAt(c.head)
	}
	if e.when.IsZero() {
		if t := r.timeBelow(c.head); t != nil && !r.ofAside(t, c.head) {
			e.when = t.Interval
		} else if day, _ := r.dayBefore(c.head); t == nil && c.past {
			e.when = day // "since Tuesday, when a session broke up"
		}
	}
	r.fill(e, c.head)
	r.outcomes(e, c)
	r.caption(e, c)
	if u := r.clause(r.governs(c)); u != nil && c.mark == "to" && l.Journey[u.verb] {
		// "will travel to Lund on Friday to hold talks"
		for _, h := range append(u.with("to"), u.with("in")...) {
			if e.place == "" {
				e.place = r.placeName(h)
			}
		}
		r.dayUnder(e, u.head)
	}
	for _, k := range append(slices.Clone(c.comp), r.children(c.head, "advcl")...) { // "are scheduled to resume on Wednesday"
		if x := r.clause(k); x != nil && x.mark == "to" && (l.Plan[c.verb] || slices.Contains(c.comp, k)) {
			r.dayUnder(e, k)
			r.fill(e, k)
		}
	}
	for _, k := range r.conjuncts(c.head) { // "began at seven and lasted five hours"
		if k == c.head {
			continue
		}
		r.fill(e, k)
		if e.place == "" {
			e.place = r.placeAt(k)
		}
		if l.End[r.lemma(k)] || l.Begin[r.lemma(k)] {
			r.dayUnder(e, k)
		}
	}
}

// dayUnder gives an encounter the time that hangs on a predicate, where none is known.
func (r *reading) dayUnder(e *encounter, i int) {
	if !e.when.IsZero() {
		return
	}
	if t := r.timeBelow(i); t != nil {
		e.when = t.Interval
	}
}
