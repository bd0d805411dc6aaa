package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// verbState judges how far a meeting came from the clause that tells it: from what governs
// the verb, from its modal, from its tense. A clause that tells of none has no state.
func (r *reading) verbState(c *clause, when rapporteur.Interval) (rapporteur.MeetingState, rapporteur.Modality) {
	m := r.modality(c.head)
	if r.wasToHave(c) {
		return rapporteur.MeetingCancelled, rapporteur.Asserted
	}
	if k := c.head; k >= 2 && r.lower(k-1) == "to" && arranged[r.lower(k-2)] && r.sent[k-2] == r.sent[k] {
		// "were due to meet", whatever the tree made of it
		if b := r.lower(max(k-3, 0)); b == "not" || b == "n't" || b == "n’t" || b == "never" {
			return rapporteur.MeetingNotPlanned, rapporteur.Asserted
		}
		return rapporteur.MeetingPlanned, orPlanned(m)
	}
	if r.askedThatIt(c) {
		return "", m
	}
	if to := c.mark == "to" || c.mark == "for" && r.lower(max(c.head-1, 0)) == "to"; to || base(r.rel(c.head)) == "xcomp" {
		if s, m, told := r.infinitiveState(c, when, m); told || to {
			return s, m
		}
	}
	switch {
	case m == rapporteur.Denied && c.neg && (c.modal == "will" || c.modal == "would"):
		return rapporteur.MeetingNotPlanned, rapporteur.Asserted
	case m == rapporteur.Denied && !c.neg:
		return rapporteur.MeetingDenied, rapporteur.Denied
	case c.neg && c.ongoing && !c.past && c.modal == "" && !when.IsZero() && !r.isPast(when):
		return rapporteur.MeetingNotPlanned, rapporteur.Asserted // "is not meeting Holt this week"
	case m == rapporteur.Denied:
		return "", m
	case c.modal == "will" || c.modal == "shall" || c.modal == "wo", c.modal == "would" && m != rapporteur.Conditional:
		return rapporteur.MeetingPlanned, orPlanned(m)
	case c.may():
		return rapporteur.MeetingPlanned, rapporteur.Hedged
	case c.modal == "should" || c.modal == "must" || c.modal == "can" || m == rapporteur.Conditional || c.neg:
		return "", m
	case r.toCome(when) && r.doc.Tokens[c.head].XPOS == "VBD" && c.modal == "" && when.From.Sub(r.report.Published) < 7 && r.rel(c.head) == "root":
		return rapporteur.MeetingHeld, m // "met until dawn on Tuesday": the weekday gone by
	case r.toCome(when):
		return rapporteur.MeetingPlanned, orPlanned(m)
	}
	if m == rapporteur.Asserted && r.arrangedNow(c, when) {
		return rapporteur.MeetingPlanned, rapporteur.Planned
	}
	return r.tenseState(c, when), m
}

// arrangedNow reports whether a clause tells in the present what is arranged for a weekday: "holds an
// emergency session in Lund on Saturday".
func (r *reading) arrangedNow(c *clause, when rapporteur.Interval) bool {
	rel, pub := base(r.rel(c.head)), r.report.Published
	if !r.inPresent(c) || c.passive || c.neg {
		return false
	}
	if up := r.clause(r.governs(c)); rel == "advcl" && up != nil && up.head != c.head {
		if up.modal != "will" && up.modal != "would" && (up.past || up.perfect) { // "will be on the table when Marrow sits down with Holt on Wednesday"
			return false
		}
	} else if c.mark != "" && c.mark != "that" || rel != "root" && rel != "conj" && rel != "ccomp" && rel != "acl" {
		return false
	}
	if pub.IsZero() || !when.Exact() || !when.To.Before(pub) || pub.Sub(when.To) > 6 {
		return false
	}
	return slices.ContainsFunc(r.times, func(x timex.Time) bool {
		return x.Interval == when && r.sent[min(x.Start, len(r.sent)-1)] == r.sent[c.head] && x.Start > c.head && r.ofWeekday(&x) && r.lower(max(x.Start-1, 0)) != "last" && r.lower(x.Start) != "last"
	})
}

// infinitiveState judges a meeting by what governs the verb that tells it: "are scheduled to
// meet", "refused to meet", "no plans to meet". It reports whether that tells.
func (r *reading) infinitiveState(c *clause, when rapporteur.Interval, m rapporteur.Modality) (s rapporteur.MeetingState, _ rapporteur.Modality, told bool) {
	l := &lex().meetings
	h := r.head(c.head)
	if h < 0 {
		return rapporteur.MeetingPlanned, rapporteur.Planned, true
	}
	up, word := r.clause(h), r.lemma(h)
	neg := up != nil && up.neg || up == nil && r.noSuch(h)
	switch {
	case up == nil && r.plansGone(h):
		return rapporteur.MeetingCancelled, rapporteur.Asserted, true // "plans to meet in Lund fell through"
	case up != nil && l.Refuse[up.lemma] && up.verb != "reject" && !neg && up.modal == "" && !r.unlessBelow(up.head):
		return rapporteur.MeetingNotPlanned, rapporteur.Asserted, true
	case up != nil && up.neg && up.modal == "" && (up.verb == "consider" || up.verb == "deem" || up.verb == "find" || up.verb == "think" || up.verb == "see" || up.verb == "regard"):
		return rapporteur.MeetingNotPlanned, rapporteur.Asserted, true // "does not consider it possible to hold the meeting"
	case up != nil && up.is(l.Cancel), up != nil && r.hadMeantTo(up):
		return rapporteur.MeetingCancelled, rapporteur.Asserted, true
	case up != nil && up.passive && c.perfect && (lex().speech.Held[up.verb] || lex().speech.Verbs[up.verb]):
		if neg {
			return "", m, true
		}
		return rapporteur.MeetingHeld, m, true // "is said to have met"
	case up != nil && up.copula && prospects[word] && up.modal == "":
		if neg || up.past {
			return "", m, true
		}
		if word != "likely" && word != "apt" {
			return rapporteur.MeetingPlanned, orPlanned(m), true
		}
		return rapporteur.MeetingPlanned, rapporteur.Hedged, true
	case up != nil && up.verb == "be" || word == "be":
		if neg {
			return rapporteur.MeetingNotPlanned, rapporteur.Asserted, true // "there are no plans for Holt to meet her"
		}
		return rapporteur.MeetingPlanned, orPlanned(m), true
	case word == "continue" && up != nil && (up.perfect || up.past) && !neg:
		if up.perfect {
			return rapporteur.MeetingUnderWay, m, true
		}
		return rapporteur.MeetingHeld, m, true
	case l.Plan[word] || word == "decide" || word == "scheduled" || word == "continue":
		switch {
		case neg:
			return rapporteur.MeetingNotPlanned, rapporteur.Asserted, true
		case up != nil && up.may() || word == "hope":
			return rapporteur.MeetingPlanned, rapporteur.Hedged, true
		case m == rapporteur.Denied:
			return rapporteur.MeetingPlanned, rapporteur.Planned, true
		}
		return rapporteur.MeetingPlanned, orPlanned(m), true
	case (l.Journey[word] || word == "visit" || sends[word]) && up != nil && up.head != c.head && !(sends[word] && neg):
		if when.IsZero() {
			when, _ = r.when(up.head)
		}
		s, m = r.atEnd(up, when)
		return s, m, true
	case up != nil && (achieves[word] || word == "walk" || word == "stroll") && up.past && !neg && up.modal == "":
		return rapporteur.MeetingHeld, m, true // "used the assembly to meet Holt", "broke off his holiday to see her"
	case up == nil && chances[word]:
		if g := r.governor(h); g != nil && slices.Contains(g.obj, h) && !g.neg && !neg && (g.modal == "will" || g.modal == "would" && m != rapporteur.Conditional) {
			return rapporteur.MeetingPlanned, rapporteur.Hedged, true // "will have a chance to speak with Holt"
		}
		return "", m, true
	case word == "manage", r.wasFirstTo(c, up) && !neg && !r.toCome(when):
		return rapporteur.MeetingHeld, m, true
	case up != nil && l.Induce[up.verb] && up.past && !neg && up.modal == "" && m == rapporteur.Asserted && len(up.obj) > 0 && !(r.toCome(when) && when.From.Sub(r.report.Published) > 6):
		return rapporteur.MeetingHeld, m, true // "got them to sit down"
	}
	return "", m, false
}

// hadMeantTo reports whether a clause tells what somebody had in mind and gave up: "had meant to go in September but …".
func (r *reading) hadMeantTo(c *clause) bool {
	if !c.past || !c.perfect || c.neg || c.verb != "mean" && c.verb != "want" && !lex().meetings.Plan[c.verb] {
		return false
	}
	for k := c.head + 1; k < r.sentence(c.head).End; k++ {
		switch r.lower(k) {
		case "but", "until":
			return true
		}
	}
	return false
}

// gaveUpOn reports whether an infinitive tells what somebody had in mind and gave up.
func (r *reading) gaveUpOn(c *clause) bool {
	up := r.clause(r.governs(c))
	return c.mark == "to" && up != nil && up.head != c.head && r.hadMeantTo(up)
}

// prospects are the adjectives before "to" of what will be, or may be.
var prospects = words{"likely": true, "certain": true, "sure": true, "bound": true, "poised": true, "primed": true, "apt": true}

// achieves are the verbs of doing something to an end that was reached when they are told in the past.
var achieves = words{"use": true, "interrupt": true, "break": true, "detour": true, "stop": true, "pause": true, "seize": true, "skip": true, "cut": true, "slip": true, "exploit": true, "get": true, "queue": true, "wait": true}

// wasToHave reports whether a clause tells what was to be and did not come about: "was to have met",
// but not "is said to have met".
func (r *reading) wasToHave(c *clause) bool {
	if (c.modal == "should" || c.modal == "ought") && c.perfect && !c.neg && !lex().meetings.End[c.verb] {
		t := r.timeBelow(c.head) // "should have resumed in January"
		return t != nil && r.isPast(t.Interval) && r.lower(max(t.Start-1, 0)) != "by"
	}
	if k := c.head; k >= 3 && r.lower(k-1) == "to" && (r.lower(k-2) == "supposed" || r.lower(k-2) == "meant") && r.lemma(k-3) == "be" && r.sent[k-3] == r.sent[k] {
		t := r.timeBelow(k) // "was supposed to join Holt last weekend"
		return t != nil && r.isPast(t.Interval)
	}
	if !r.unfulfilled(c.head) || c.head < 3 {
		return false
	}
	switch k := c.head - 3; r.lower(k) {
	case "was", "were", "due", "supposed", "scheduled", "meant", "expected":
		return r.upos(k) == "AUX" || r.lower(max(k-1, 0)) == "was" || r.lower(max(k-1, 0)) == "were" || r.lower(max(k-1, 0)) == "been"
	}
	return false
}

// askedThatIt reports whether a clause tells what is asked for, in the bare form of the verb: "asked that a meeting be held".
func (r *reading) askedThatIt(c *clause) bool {
	if c.modal != "" || c.mark != "that" {
		return false
	}
	return slices.ContainsFunc(r.children(c.head, "aux", "cop"), func(k int) bool { return r.lower(k) == "be" && k < c.head && r.lower(max(k-1, 0)) != "to" })
}

// yetTo reports whether what the predicate at token i tells is told not to have been as yet: "have yet to meet".
func (r *reading) yetTo(i int) bool {
	for k := i; k > max(i-6, r.sentence(i).Start+1); k-- {
		if r.lower(k) == "to" && r.lower(k-1) == "yet" {
			return true
		}
		if k < i && r.upos(k) == "VERB" {
			return false
		}
	}
	return false
}

// wasFirstTo reports whether an infinitive tells what somebody was the first, or among the
// first, to do: "was the first minister to meet the new premier".
func (r *reading) wasFirstTo(c, up *clause) bool {
	if up == nil || !up.copula || !up.past || up.modal != "" || c.mark != "to" || base(r.rel(c.head)) != "acl" {
		return false
	}
	for _, o := range append(slices.Clone(c.obj), c.with("on")...) {
		if r.typeAt(o) != lang.PER && !slices.ContainsFunc(r.children(o, "appos", "flat"), func(k int) bool { return r.typeAt(k) == lang.PER }) {
			return false // whom an office is of may be somebody else by then
		}
	}
	return slices.ContainsFunc(r.children(up.head, "amod"), func(k int) bool { f := r.lower(k); return f == "first" || f == "last" || f == "only" })
}

// noSuch reports whether there is nothing of what a noun tells: "no plans to meet", "did not
// make plans to meet".
func (r *reading) noSuch(i int) bool {
	if d := r.child(i, "det"); d >= 0 && r.lower(d) == "no" {
		return true
	}
	g := r.clause(r.head(i))
	return g != nil && g.neg
}

// tenseState judges a meeting by the tense of its verb. The present tells of none but in captions
// and of days that are over.
func (r *reading) tenseState(c *clause, when rapporteur.Interval) rapporteur.MeetingState {
	tag, rel := r.doc.Tokens[c.head].XPOS, base(r.rel(c.head))
	switch {
	case (tag == "VBP" || tag == "VBZ" || tag == "VB") && rel == "root" && c.modal == "" && !c.perfect && !c.past && r.lower(min(c.head+1, len(r.kids)-1)) == "again" && when.Exact():
		return rapporteur.MeetingPlanned // "meet again on Monday"
	case c.perfect, tag == "VBD":
		if c.ongoing && !c.past {
			return rapporteur.MeetingUnderWay
		}
		return rapporteur.MeetingHeld
	case c.ongoing:
		return rapporteur.MeetingUnderWay
	case c.past, tag == "VBN" && c.passive && !c.copula:
		return rapporteur.MeetingHeld
	case tag == "VBG" && rel == "root" && len(c.subj) > 0 && !when.IsZero():
		return rapporteur.MeetingHeld // a caption: "Marrow leaving talks on Friday"
	case tag == "VBG" && rel == "advcl" && (c.mark == "after" || c.mark == "since" || c.mark == "following"):
		return rapporteur.MeetingHeld
	case r.means(c) != nil && startsWith[r.means(c).verb] && r.means(c).past:
		return rapporteur.MeetingHeld // "opened his visit by meeting Holt"
	case tag == "VBG" && rel == "advcl" && c.mark == "" && len(c.obj) > 0 && r.wentBefore(c):
		return rapporteur.MeetingHeld // "visited Lund in October, meeting Holt for the second time"
	case tag == "VBG" && rel == "acl" && c.mark != "" && c.mark != "after" && c.mark != "since" && c.mark != "following":
		return "" // "an interest in meeting Holt"
	case tag == "VBG" && rel == "acl" && !r.isPast(when):
		return rapporteur.MeetingUnderWay
	case tag == "VBG" && rel == "acl": // "envoys meeting in Lund on Monday failed to …"
		return rapporteur.MeetingHeld
	case (tag == "VBZ" || tag == "VBP") && when.Exact() && when.From == r.report.Published && (rel == "root" || rel == "conj") && len(c.subj) > 0 && len(c.obj)+len(c.with("with")) > 0 && (c.is(lex().meetings.Verbs) || c.verb == "receive" || c.verb == "host" || c.verb == "see" || c.verb == "welcome"):
		return rapporteur.MeetingPlanned // "meets Holt in Lund this afternoon"
	case tag == "VBZ" && when.IsZero() && r.pictured(c):
		return rapporteur.MeetingHeld
	case (tag == "VBP" || tag == "VBZ" || tag == "VB" && c.mark == "" && len(c.subj) > 0) && r.isPast(when):
		return rapporteur.MeetingHeld
	}
	return ""
}

// wentBefore reports whether a participle tells what was done on a journey that was made.
func (r *reading) wentBefore(c *clause) bool {
	up := r.clause(max(r.head(c.head), 0))
	return up != nil && (up.past || up.perfect) && !up.neg && !up.passive && up.modal == "" && r.modality(up.head) == rapporteur.Asserted && (up.verb == "visit" || lex().meetings.Journey[up.verb])
}

// pictured reports whether a clause in the present is a caption: somebody meets
// somebody named at a place, and nothing else is told.
func (r *reading) pictured(c *clause) bool {
	if base(r.rel(c.head)) != "root" || c.verb != "meet" || len(c.subj) == 0 || r.typeAt(c.subj[0]) != lang.PER || r.placeAt(c.head) == "" || r.sentence(c.head).Len() > 30 {
		return false
	}
	for _, k := range r.kids[c.head] {
		switch base(r.rel(k)) {
		case "advcl", "ccomp", "xcomp", "conj", "parataxis", "advmod", "mark":
			return false
		}
	}
	return slices.ContainsFunc(append(slices.Clone(c.obj), c.with("with")...), func(h int) bool { return r.typeAt(h) == lang.PER })
}

// isPast reports whether a time is over on the day of the report.
func (r *reading) isPast(when rapporteur.Interval) bool {
	return !when.IsZero() && !r.report.Published.IsZero() && when.To.Before(r.report.Published)
}

// toCome reports whether a time begins after the day of the report.
func (r *reading) toCome(when rapporteur.Interval) bool {
	return !when.IsZero() && !r.report.Published.IsZero() && when.From.After(r.report.Published)
}

func orPlanned(m rapporteur.Modality) rapporteur.Modality {
	if m == rapporteur.Asserted {
		return rapporteur.Planned
	}
	return m
}

// arranged are the words before "to" that put an act into the time to come.
var arranged = words{"due": true, "set": true, "scheduled": true, "slated": true, "expected": true, "supposed": true, "poised": true}

// stillAhead reports whether talks of these days are told as what something is expected of:
// "expects progress in this week's talks".
func (r *reading) stillAhead(e *encounter, c *clause) bool {
	pub := r.report.Published
	return e.when.Days() > 1 && !pub.IsZero() && e.when.To.After(pub) && (foresees[c.verb] || c.modal == "will" || c.modal == "would")
}

// foresees are the verbs of what is still to come of talks.
var foresees = words{"expect": true, "hope": true, "anticipate": true, "foresee": true, "predict": true, "seek": true, "aim": true, "await": true, "want": true}

// lodges are the verbs of where somebody sleeps, who meets others elsewhere.
var lodges = words{"stay": true, "lodge": true, "reside": true, "sleep": true, "live": true}

// attends are the verbs of taking part, stays those of not doing so.
var (
	attends = words{"attend": true, "join": true}
	stays   = words{"skip": true, "miss": true, "boycott": true, "snub": true, "shun": true}
)

// invites are the verbs that call somebody to talks.
var invites = words{"ask": true, "invite": true, "summon": true, "call": true, "convene": true}

// leaves reports whether a clause tells that somebody left talks, or will not come to them.
func (r *reading) leaves(c *clause) bool {
	if c.neg || c.modal != "" || r.modality(c.head) != rapporteur.Asserted {
		return false
	}
	switch c.verb {
	case "pull", "walk", "storm":
		for k := c.head + 1; k < min(c.head+6, r.sentence(c.head).End); k++ { // "pulled its envoys out of"
			if r.lower(k) == "out" {
				return k == c.head+1 || c.verb == "pull" && slices.ContainsFunc(c.obj, func(o int) bool { return o < k && lex().actors.Delegations[r.lemma(o)] })
			}
		}
	case "withdraw", "recall":
		return c.verb == "withdraw" || slices.ContainsFunc(c.obj, func(o int) bool { return lex().actors.Delegations[r.lemma(o)] })
	}
	return false
}

// noShow reports whether a clause tells that somebody did not come: "failed to turn up", "did not
// show up".
func (r *reading) noShow(c *clause) bool {
	switch c.verb {
	case "turn", "show", "appear", "arrive":
	default:
		return false
	}
	if c.neg && c.modal == "" && (c.past || c.perfect || r.did(c.head)) {
		return true
	}
	up := r.clause(max(c.up, 0))
	return c.up >= 0 && up != nil && up.verb == "fail" && up.past && !up.neg && slices.Contains(up.comp, c.head)
}

// beforeTheyBegan reports whether a clause goes on to say that what it tells was before something
// was to begin: "pulled out of the talks hours before they were due to start".
func (r *reading) beforeTheyBegan(c *clause) bool {
	for k := c.head + 1; k < r.sentence(c.head).End; k++ {
		if x := r.clause(k); x != nil && x.mark == "before" && (lex().meetings.Begin[x.verb] || x.verb == "be" || lex().meetings.Plan[x.verb] || r.lower(x.head) == "due") {
			return true
		}
		if r.lower(k) == "to" && k+1 < len(r.kids) && lex().meetings.Begin[r.lemma(k+1)] && (r.lower(k-1) == "were" || r.lower(k-1) == "was" || r.lower(k-1) == "due") {
			return true
		}
	}
	return false
}

// comesOut reports whether a clause tells that somebody came away from where he was: "emerged
// from five hours of talks", "came out of the meeting".
func (r *reading) comesOut(c *clause) bool {
	if c.neg || c.modal != "" || c.passive || !c.past && !c.perfect || r.modality(c.head) != rapporteur.Asserted {
		return false
	}
	switch c.verb {
	case "emerge", "return":
		return true
	case "come", "step", "get", "head":
		return r.lower(min(c.head+1, len(r.kids)-1)) == "out"
	}
	return false
}

// expected are the adjectives of what is still to come.
var expected = words{"likely": true, "due": true, "expected": true, "possible": true, "unlikely": true}

// governs returns the head of a clause, 0 below nothing.
func (r *reading) governs(c *clause) int { return max(r.head(c.head), 0) }

// calledOff reports whether the sentence goes on to say that the event told at
// token i came to nothing: "…, but it was cancelled".
func (r *reading) calledOff(i int) bool {
	sent := r.sentence(i)
	for k := i + 1; k < sent.End; k++ {
		c := r.clause(k)
		if c == nil || !c.is(lex().meetings.Cancel) || c.neg || c.modal != "" {
			continue
		}
		if !c.passive {
			if len(c.obj) > 0 && c.obj[0] > i && r.planAgain(c.obj[0]) && (c.past || c.perfect || r.doc.Tokens[k].XPOS == "VBD" || r.doc.Tokens[k].XPOS == "VBN") {
				return true // "had been expected to fly to Lund but scrapped the trip"
			}
			continue
		}
		for _, s := range c.subj {
			switch r.lemma(s) {
			case "it", "this", "that", "event", "meeting", "summit", "which", "plan":
				return s > i
			}
		}
	}
	return false
}

// planAgain reports whether a nominal speaks again of a plan or a journey: "the trip", "his plans".
func (r *reading) planAgain(o int) bool {
	switch r.lemma(o) {
	case "trip", "visit", "journey", "plan", "tour", "engagement", "appearance", "travel":
		return r.child(o, "nmod:poss") >= 0 || r.det(o, "the") || r.det(o, "that")
	}
	return r.lower(o) == "it"
}

// denied reports whether what governs a noun wishes, proposes or negates it.
func (r *reading) denied(i int) bool {
	c := r.governor(r.head(i))
	if c == nil {
		return false
	}
	return slices.Contains(c.obj, i) && (lex().meetings.Want[c.verb] || c.neg) || r.conditional(c)
}

// inPresent reports whether a clause has a subject and a verb in the simple present.
func (r *reading) inPresent(c *clause) bool {
	tag := r.doc.Tokens[c.head].XPOS
	bare := tag == "VB" && c.mark == "" && r.child(c.head, "aux") < 0 // "both sides go back to the table on Monday", tagged an infinitive
	return (tag == "VBZ" || tag == "VBP" || bare) && !c.perfect && !c.ongoing && c.modal == "" && len(c.subj) > 0
}
