package claim

import (
	"slices"
	"strings"

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
var callsSo = words{"call": true, "describe": true, "term": true, "dub": true, "bill": true, "label": true, "deem": true, "hope": true, "say": true, "look": true, "seem": true, "appear": true, "sound": true}

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
	case !active && r.wasMeantAs(n, c):
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
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

// wasMeantAs reports whether a clause tells what an encounter gone by was hoped to be: "was supposed to be a breakthrough",
// "was meant to mark a fresh start".
func (r *reading) wasMeantAs(n *nominal, c *clause) bool {
	if !c.past || c.perfect || c.neg || c.modal != "" || c.verb != "suppose" && c.verb != "mean" && c.verb != "intend" && c.verb != "think" && c.verb != "bill" || n.upcoming || r.toCome(n.when) {
		return false
	}
	return slices.ContainsFunc(r.kids[c.head], func(k int) bool {
		x := r.clause(k)
		return x != nil && k > c.head && (x.copula && r.upos(k) == "NOUN" && r.timeAt[k] < 0 || marks[x.verb] && len(x.obj) > 0) && x.mark == "to" && !x.perfect
	})
}

// marks are the verbs of what an encounter is for something else.
var marks = words{"mark": true, "herald": true, "signal": true, "crown": true, "usher": true}

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
		if who := r.travellerBefore(n.noun); owner < 0 && n.format == "visit" && who != nil {
			n.who, others = append(who, n.who...), true
		}
	}
	n.settle(state, mod)
	if active && !others {
		n.who = append(r.people(c.subj...), n.who...)
	} else if !active && len(n.who) == 0 {
		n.who = r.people(c.agent...) // "was cancelled by the union"
	}
}

// travellerBefore returns the person named right before the noun of a journey, with words on it between, whatever the
// tree made of that: "Foreign Secretary Ada Holt's planned visit"; nil for none.
func (r *reading) travellerBefore(i int) []actor {
	k := i - 1
	for k > r.sentence(i).Start && (r.upos(k) == "ADJ" || r.upos(k) == "ADV" || r.doc.Tokens[k].XPOS == "VBN" || r.timeAt[k] >= 0) {
		k--
	}
	if k <= r.sentence(i).Start || !possessive(r.lower(k)) {
		return nil
	}
	if n := r.nameAt(k - 1); n != nil && n.Type == lang.PER {
		return []actor{r.named(n)}
	}
	return nil
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
	if active && c.verb != "mediate" && c.verb != "broker" {
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

// circumstances takes place, time and length of an encounter from the clause that governs
// it, and from those around it that tell of the same.
func (r *reading) circumstances(e *encounter, c *clause) {
	l := &lex().meetings
	if p := r.placeAt(c.head); e.place == "" || p != "" && p != e.place && (l.Happen[c.verb] || l.Hold[c.verb] || l.Begin[c.verb]) && r.calledAfter(e) {
		e.place = p
	}
	if e.when.IsZero() {
		if t := r.timeBelow(c.head); t != nil && !r.ofAside(t, c.head) {
			e.when = t.Interval
		} else if day, _ := r.dayBefore(c.head); t == nil && c.past {
			e.when = day // "since Tuesday, when a session broke up"
		}
	}
	r.dayOfWhole(e, c)
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

// dayOfWhole gives an encounter by which something else is told to have been done the day of that: "opened his visit on Tuesday by
// meeting Holt".
func (r *reading) dayOfWhole(e *encounter, c *clause) {
	if u := r.means(c); u != nil && u.past && !u.neg && u.modal == "" {
		r.dayUnder(e, u.head)
	}
}

// means returns the clause of which another, "by" and a participle, tells how it was done; nil for none.
func (r *reading) means(c *clause) *clause {
	if c.mark != "by" || base(r.rel(c.head)) != "advcl" || r.doc.Tokens[c.head].XPOS != "VBG" {
		return nil
	}
	return r.clause(r.governs(c))
}

// calledAfter reports whether the place of an encounter stands before its noun, or in its name: "the Lund round", which
// may be held elsewhere.
func (r *reading) calledAfter(e *encounter) bool {
	i := max(e.noun, 0)
	words := strings.Fields(strings.ToLower(e.place))
	for k := max(i-3, r.sentence(i).Start); k <= i && len(words) > 0; k++ {
		if r.lower(k) == words[0] && r.caseOf(k) == "" && (k == i || r.head(k) > k && r.head(k) <= i || r.nameAt(k) != nil && r.nameAt(k).End > i) {
			return true
		}
	}
	return false
}
