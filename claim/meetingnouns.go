package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// nominal is an encounter that a noun tells, with what the noun's own words say of it.
type nominal struct {
	*encounter
	top      int    // the head of the words: "round" in "a round of talks"
	det      string // its determiner, "the" for what is somebody's; "" for "a"
	upcoming bool   // "the forthcoming talks"
	possible bool   // "possible talks"
	meant    bool   // "a meeting, which had been planned for Sunday"
}

// meetingNoun reads an encounter named by a noun: "talks between A and B were
// held", "after a meeting with X, which took place in Lund".
func (r *reading) meetingNoun(i int) *encounter {
	if r.noMeeting(i) {
		return nil
	}
	top, minutes := r.wholeOf(i)
	if r.told[top] {
		return nil
	}
	r.told[top], r.told[i] = true, true
	n := r.nominal(i, top, minutes)
	if n.state == rapporteur.MeetingDenied {
		return n.encounter
	}
	r.ownClauses(n)
	r.relativeClause(n)
	if n.det == "no" && n.upcoming && n.state == "" && !n.plural { // "there are no scheduled talks"
		n.state, n.upcoming = rapporteur.MeetingNotPlanned, false
	}
	if n.det == "no" && n.state == "" && r.onTheList(i) {
		n.state, n.modality = rapporteur.MeetingNotPlanned, rapporteur.Asserted
		if c := r.governor(top); c != nil && slices.Contains(c.obj, top) {
			n.who = append(r.subjects(c), n.who...)
		}
		n.who = append(n.who, r.along(r.pastBetween(i))...)
	}
	if r.unheardOf(top, n.det) {
		n.state, n.modality = rapporteur.MeetingDenied, rapporteur.Denied
	}
	if fate, _ := r.fateOf(i); fate != "" && n.state != rapporteur.MeetingDenied {
		n.state, n.modality, n.lost = fate, rapporteur.Asserted, false
		n.upcoming = false
		r.nearer(n.encounter)
	} else {
		r.governed(n)
	}
	if n.state == "" && n.upcoming && !n.when.IsZero() && !r.denied(top) && (r.report.Published.IsZero() || n.when.To.After(r.report.Published)) {
		n.state, n.modality = rapporteur.MeetingPlanned, rapporteur.Planned // "the summit, scheduled for 4 May, is meant to …"
	}
	r.ofThose(n)
	r.other(n.encounter, top)
	r.onJourney(n.encounter, top)
	if n.who = distinct(n.who); n.state == rapporteur.MeetingDenied && len(n.who) == 1 {
		r.denier(n)
	}
	if n.state == rapporteur.MeetingPlanned || n.state == rapporteur.MeetingHeld {
		if n.lost = r.lapsesBehind(n); n.lost || r.calledOff(i) {
			n.state, n.modality = rapporteur.MeetingCancelled, rapporteur.Asserted
		}
	}
	ended := r.atTheEnd(n.encounter, top)
	if ended && n.state == "" {
		n.state, n.modality = rapporteur.MeetingHeld, rapporteur.Asserted
	}
	n.talks = n.talks || ended && r.bargaining(i)
	if s := r.shelvedBehind(n); s != "" {
		n.state, n.modality, n.upcoming = s, rapporteur.Asserted, false
	}
	if r.plansDropped(top) {
		n.state, n.modality = rapporteur.MeetingCancelled, rapporteur.Asserted
	}
	if n.state == "" && (n.definite || r.heldBy(n) || n.minutes > 0) && !n.possible && !n.plural {
		r.onOwnDay(n)
	}
	if n.state == "" || r.inSomeFuture(n) {
		return nil
	}
	if g := r.governor(top); r.toCome(n.when) && g != nil && g.past && !g.passive && !g.neg && g.modal == "" && lex().meetings.End[g.verb] && slices.Contains(g.subj, top) {
		n.state, n.when = rapporteur.MeetingHeld, rapporteur.Interval{} // what has ended is not to come: the day is of something else
	}
	if g := r.governor(top); r.toCome(n.when) && n.state == rapporteur.MeetingHeld && g != nil && r.doc.Tokens[g.head].XPOS == "VBD" && !g.neg && g.modal == "" && slices.Contains(g.subj, top) {
		r.gone(n.encounter) // "went on until eleven on Monday"
	}
	if p := r.caseOf(top); (p == "after" || p == "following") && r.toCome(n.when) && n.state == rapporteur.MeetingHeld {
		r.gone(n.encounter) // "have agreed to try again after a summit on Friday"
	}
	if r.toCome(n.when) && n.state == rapporteur.MeetingHeld {
		n.state = rapporteur.MeetingPlanned
	}
	if n.state == rapporteur.MeetingPlanned {
		n.modality = orPlanned(n.modality)
	}
	r.spread(n.encounter, i)
	if ended {
		n.when = r.courseOf(i).over(n.when, "end")
	}
	n.name = r.meetingName(i, top)
	return n.encounter
}

// onTheList reports whether right behind the noun of an encounter stands what holds all that is to come: "no talks on the
// calendar", "no meeting in the works".
func (r *reading) onTheList(i int) bool {
	end := r.sentence(i).End
	return i+3 < end && (r.lower(i+1) == "on" || r.lower(i+1) == "in") && r.upos(i+2) == "DET" && onList[r.lemma(i+3)] || i+2 < end && r.lower(i+1) == "in" && r.lower(i+2) == "prospect"
}

// pastBetween returns the token behind the "between" or "with" that follows token i within some words, the end of the
// sentence where none does.
func (r *reading) pastBetween(i int) int {
	end := r.sentence(i).End
	for k := i + 1; k+1 < min(i+6, end); k++ {
		if f := r.lower(k); f == "between" || f == "with" {
			return k + 1
		}
	}
	return end
}

// noMeeting reports whether a noun of encounter tells of none, or of one that is told elsewhere.
func (r *reading) noMeeting(i int) bool {
	switch {
	case r.likeAVerb(i), r.partOfName(i), r.roundOfOthers(i), r.otherOccasion(i):
		return true
	}
	switch r.lemma(i) {
	case "conference":
		return !slices.ContainsFunc(r.kids[i], func(k int) bool {
			return r.lower(k) == "peace" || r.lower(k) == "donor" || r.lower(k) == "climate" || conferences[r.lower(k)] || r.manifold(k) || lex().meetings.Format[r.lower(k)] != ""
		})
	case "cycle": // "the third cycle", but "a cycle of violence"
		return r.roundOfWhat(i) || !slices.ContainsFunc(r.children(i, "amod"), func(k int) bool {
			f := r.lower(k)
			return ordinal(f) || f == "next" || f == "last" || f == "previous" || f == "latest"
		})
	case "audience", "chat", "showdown", "handshake", "supper", "meal", "brush-by", "catch-up":
		return len(r.ownWho(i)) == 0
	case "call", "conversation", "dialogue": // "calls for a referendum"
		return len(r.ownWho(i)) == 0 && !r.setWith(i) && lex().meetings.Format[r.lower(max(i-1, 0))] == "" && !r.inCall(i) ||
			r.lemma(i) == "call" && slices.ContainsFunc(r.kids[i], func(k int) bool { return r.caseOf(k) == "for" })
	}
	return false
}

// setWith reports whether the noun of an encounter is told to be arranged with somebody: "a call scheduled very soon with
// Holt".
func (r *reading) setWith(i int) bool {
	return slices.ContainsFunc(r.children(i, "acl"), func(k int) bool {
		x := r.clause(k)
		return x != nil && k > i && !x.neg && (x.verb == "come" || lex().meetings.Plan[x.verb]) && r.aPerson(x.with("with"))
	})
}

// manifold reports whether a word tells of how many parties or states something is: "five-party", "12-nation".
func (r *reading) manifold(k int) bool {
	switch f := r.lower(k); {
	case f == "party", f == "nation", f == "way", f == "country", f == "sided", f == "power":
		return k > 1 && r.form(k-1) == "-" && r.upos(k-2) == "NUM"
	default:
		n, of, two := strings.Cut(f, "-")
		return two && n != "" && (counts[n] > 0 || sixAndMore[n] || n[0] >= '1' && n[0] <= '9') && (of == "party" || of == "nation" || of == "way" || of == "country" || of == "sided" || of == "power")
	}
}

// sixAndMore are the numbers in words that counts does not hold.
var sixAndMore = words{"six": true, "seven": true, "eight": true, "nine": true, "ten": true, "eleven": true, "twelve": true, "multi": true}

// conferences are the words before "conference" for one at which governments negotiate.
var conferences = words{"ministerial": true, "diplomatic": true, "international": true, "review": true, "donors": true, "implementation": true, "reconciliation": true, "pledging": true, "intergovernmental": true, "round-table": true, "roundtable": true, "constitutional": true, "peace-building": true, "disarmament": true}

// likeAVerb reports whether a noun tells what somebody does rather than where people meet: "in
// consultation with", "their talk of peace", "called for".
func (r *reading) likeAVerb(i int) bool {
	switch r.lemma(i) {
	case "talk":
		return r.lower(i) != "talks"
	case "call":
		g := r.governor(i)
		return r.cue[i] && r.inner[i] < 0 && !(g != nil && slices.Contains(g.obj, i) && ringsUp[g.verb])
	case "consultation":
		return r.lower(i) == "consultation" && r.child(i, "det") < 0
	case "dialogue":
		return r.child(i, "det") < 0
	case "bargaining": // "the bargaining table", "collective bargaining"
		return r.rel(i) == "compound" || slices.ContainsFunc(r.kids[i], func(k int) bool { return r.lower(k) == "collective" })
	}
	return r.lower(i) == "talk"
}

// partOfName reports whether a noun of encounter is part of a name, or says of which kind
// another thing is: "the Yalta Conference Centre", "the summit venue".
func (r *reading) partOfName(i int) bool {
	if n := r.nameAt(i); n != nil && n.Len() > 1 && n.Type != lang.LOC && n.Type != lang.NORP {
		return true
	}
	return r.rel(i) == "compound" && r.head(i) > i && !lex().meetings.Nouns[r.lemma(r.head(i))]
}

// roundOfOthers reports whether a noun only counts or parts another that is told by itself:
// "a round of talks" is told at "talks".
func (r *reading) roundOfOthers(i int) bool {
	return slices.ContainsFunc(r.kids[i], func(k int) bool {
		return base(r.rel(k)) == "nmod" && r.caseOf(k) == "of" && (lex().meetings.Nouns[r.lemma(k)] && r.lemma(k) != "visit" || r.lower(k) == "talks") && !r.told[k]
	})
}

// otherOccasion reports whether the words around a noun make it no encounter of a
// negotiation: "a board meeting", "a press conference".
func (r *reading) otherOccasion(i int) bool {
	l := &lex().meetings
	words := r.nounPhrase(i)
	for k := words.Start; k < words.End; k++ {
		if several := r.doc.Tokens[k].XPOS == "NNS" || r.doc.Tokens[k].XPOS == "NNPS"; several && k > i && (r.lemma(k) == "party" || r.lemma(k) == "government" || r.lemma(k) == "council" || r.lemma(k) == "committee") {
			continue // "a sitting of the five parties"
		}
		if r.manifold(k) {
			continue // "a five-party conference"
		}
		if k != i && !(r.lemma(i) == "summit" && r.lemma(k) == "council") && (l.Not[r.lower(k)] || l.Not[r.lemma(k)]) && !(r.lemma(k) == "committee" && k > 0 && r.lower(k-1) == "negotiating") && (k < i || r.within(k, i) && !r.among(k, i)) {
			return true
		}
	}
	return false
}

// wholeOf returns the head of the words that count or part the encounter of a noun, "a
// round of talks", "the second day of negotiations", "a series of meetings", and how long
// it took where they tell it: "nine hours of talks".
func (r *reading) wholeOf(i int) (top, minutes int) {
	top = i
	h := r.head(top)
	for h >= 0 && r.isOf(top) && (lex().meetings.Nouns[r.lemma(h)] || lex().meetings.Parts[r.lemma(h)]) {
		top, h = h, r.head(h)
	}
	if h >= 0 && r.isOf(top) && r.timeAt[h] >= 0 && r.lemma(h) == "hour" && r.times[r.timeAt[h]].Minutes > 0 {
		return h, r.times[r.timeAt[h]].Minutes
	}
	return top, 0
}

// isOf reports whether a noun is joined to another by "of".
func (r *reading) isOf(i int) bool {
	return base(r.rel(i)) == "nmod" && r.caseOf(i) == "of"
}

// nominal reads the own words of the encounter at noun i, of which top is the head.
func (r *reading) nominal(i, top, minutes int) *nominal {
	l := &lex().meetings
	lemma := r.lemma(i)
	e := &encounter{head: i, noun: i, modality: rapporteur.Asserted, weak: l.Weak[lemma] || lemma == "conference"}
	e.talks = lemma == "talk" || lemma == "bargaining" || lemma == "negotiation" || lemma == "consultation" || r.lower(i) == "discussions" || lemma == "session" || lemma == "sitting" || r.lower(i) == "talks"
	e.talks = e.talks || lemma == "round" && slices.ContainsFunc(r.children(i, "amod"), func(k int) bool { return ordinal(r.lower(k)) }) // "the 12th round"
	n := &nominal{encounter: e, top: top}
	r.nounParts(e, i)
	if top != i {
		r.nounParts(e, top)
	}
	if minutes > 0 && minutes < 3*24*60 {
		e.minutes = minutes
	}
	r.wordsAfter(e, i)
	r.theirs(e, i, top)
	n.det = r.determiner(i, top)
	switch n.det {
	case "the", "this", "these", "those":
		n.definite = true
	case "":
		f := r.lower(i)
		n.definite = f == "talks" || f == "bargaining" || f == "negotiations" || f == "discussions" || f == "consultations"
	}
	n.plural = (lemma == "meeting" || lemma == "summit" || lemma == "call" || lemma == "visit" || lemma == "conversation") && r.doc.Tokens[i].XPOS == "NNS" && r.child(i, "nummod") < 0
	for _, t := range []int{i, top} {
		for _, k := range r.children(t, "amod", "advmod", "compound") {
			f := r.lower(k)
			n.upcoming = n.upcoming || l.Upcoming[f]
			n.definite = n.definite && (n.det != "" || !others[f])
			n.possible = n.possible || l.Possible[f] && n.det != "the"
			if l.False[f] {
				n.state, n.modality = rapporteur.MeetingDenied, rapporteur.Denied
				return n
			}
		}
	}
	if t := r.timeIn(r.nounPhrase(i)); t != nil && e.when.IsZero() && r.ownTime(t, i) {
		e.when = t.Interval // "Sunday's talks"
	}
	return n
}

// others are the adjectives of talks that are not those spoken of: "will be dealt with in later negotiations".
var others = words{"later": true, "further": true, "subsequent": true, "separate": true, "future": true, "more": true, "other": true, "additional": true, "new": true, "fresh": true, "earlier": true, "previous": true, "past": true}

// determiner returns the determiner of an encounter's words, "the" for what is somebody's.
// That of "a" is none: "the start of a meeting" is of a meeting.
func (r *reading) determiner(i, top int) string {
	det := ""
	for _, t := range []int{i, top} {
		if d := r.child(t, "det"); d >= 0 && det != "a" && det != "an" {
			det = r.lower(d)
		}
		if r.child(t, "nmod:poss") >= 0 && det == "" {
			det = "the"
		}
	}
	return det
}

// ownClauses takes from the participles and infinitives on a noun where, when and whether:
// "talks held in Lund", "a summit planned for May".
func (r *reading) ownClauses(n *nominal) {
	for _, t := range []int{n.noun, n.top} {
		for _, k := range append(slices.Clone(r.kids[t]), r.behind(t)...) {
			x := r.clause(k)
			if x == nil || base(r.rel(k)) != "acl" && r.head(k) == t || otherTimes[x.mark] || r.aimsAt(x) {
				continue
			}
			if n.place == "" {
				n.place = r.placeAt(k)
			}
			if broken[x.verb] {
				continue // "resume the talks that fell apart in May": the time of their end
			}
			if r.fromTo(n, x) {
				continue
			}
			r.dayUnder(n.encounter, k)
			r.fill(n.encounter, k)
			r.judgedBy(n, x)
		}
		if n.top == n.noun {
			break
		}
	}
}

// aimsAt reports whether an infinitive tells what talks are for, and with it the day of something else: "talks to
// avert Monday's strike".
func (r *reading) aimsAt(x *clause) bool {
	l := &lex().meetings
	return x.mark == "to" && !x.passive && len(x.obj) > 0 && !l.Begin[x.verb] && !l.Happen[x.verb] && !l.Hold[x.verb] && !l.Plan[x.verb] && !l.Verbs[x.verb] && slices.ContainsFunc(x.obj, func(o int) bool {
		return r.upos(o) == "NOUN" && (r.child(o, "nmod:poss", "nmod") >= 0 && r.timeAt[r.child(o, "nmod:poss", "nmod")] >= 0)
	})
}

// judgedBy judges an encounter by a clause on its noun.
func (r *reading) judgedBy(n *nominal, x *clause) {
	l := &lex().meetings
	tag := r.doc.Tokens[x.head].XPOS
	switch {
	case x.is(l.Cancel):
		n.state = rapporteur.MeetingCancelled
	case x.is(l.Postpone) && !shifts[x.verb]:
		n.state = rapporteur.MeetingPostponed
	case n.det == "no" && x.mark != "to" && l.Plan[x.verb]: // "with no further talks scheduled between Norvana and Estrel"
		n.who = append(n.who, r.people(x.with("between", "with")...)...)
		n.state, n.modality = rapporteur.MeetingNotPlanned, rapporteur.Asserted
	case x.passive && l.Plan[x.verb] && x.past && x.perfect:
		n.meant = true // "which had been planned for Sunday"
	case (x.passive || tag == "VBN") && l.Plan[x.verb] && r.forTheLength(x): // "scheduled for 45 minutes"
		n.minutes = 0
	case (x.passive || tag == "VBN") && l.Plan[x.verb] || x.mark == "to", r.begun(n.encounter, x):
		n.upcoming = true
		if len(n.who) == 0 && x.mark != "to" {
			n.who = r.people(x.with("between", "among", "with")...) // "planned for Friday between Brandt and Okoye"
		}
	case x.verb == "come" && tag == "VBG" && x.mark == "" && r.setWith(n.noun):
		n.upcoming, n.who = true, append(n.who, r.people(x.with("with")...)...) // "has a call coming soon with Holt"
	case l.Begin[x.verb] && tag == "VBG":
		n.upcoming = n.upcoming || !n.when.IsZero() && n.when.From.After(r.report.Published)
	case n.state == "" && len(n.who) == 0 && r.hopedOf(n, x):
	case presides[x.verb] && tag == "VBN" && r.yetToDo(r.governor(n.top)):
		// "is to attend a dinner hosted by Marrow"
	case l.Happen[x.verb] || l.Hold[x.verb]:
		if s, m := r.verbState(x, n.when); s != "" {
			n.state, n.modality = s, m
		}
	}
}

// forTheLength reports whether a clause tells for how long something was meant to be: "scheduled for 45 minutes".
func (r *reading) forTheLength(x *clause) bool {
	k := x.head + 1
	if k+1 >= len(r.kids) || r.lower(k) != "for" && r.lower(k) != "to" {
		return false
	}
	t := r.lengthAfter(k)
	return t != nil && t.Minutes > 0 && t.Minutes < 24*60
}

// relativeClause takes from "which took place …" what the noun's own words leave open.
func (r *reading) relativeClause(n *nominal) {
	x := r.which(n.noun)
	if x == nil || n.place != "" && !n.when.IsZero() {
		return
	}
	if n.place == "" {
		n.place = r.placeAt(x.head)
	}
	if r.fromTo(n, x) {
		return
	}
	r.dayUnder(n.encounter, x.head)
	r.fill(n.encounter, x.head)
	if n.meant = n.meant || x.passive && lex().meetings.Plan[x.verb] && x.past && x.perfect; n.meant {
		return
	}
	if s, m := r.verbState(x, n.when); s != "" && n.state == "" {
		n.state, n.modality = s, m
	}
}

// fromTo reads the first and last days of "the round, which opened in January, closed on Friday".
func (r *reading) fromTo(n *nominal, x *clause) bool {
	g := r.governor(n.top)
	if g == nil || g == x || !lex().meetings.Begin[x.verb] || !lex().meetings.End[g.verb] || g.neg || !g.past && r.doc.Tokens[g.head].XPOS != "VBN" || g.modal != "" || !slices.Contains(g.subj, n.top) {
		return false
	}
	var end *timex.Time
	for t := range r.times {
		if y := &r.times[t]; end == nil && y.Start >= r.hi[x.head] && r.sent[min(y.Start, len(r.sent)-1)] == r.sent[x.head] && y.Interval.Exact() && r.hangsOn(r.top(y.Range), g.head) {
			end = y
		}
	}
	begin := r.timeBelow(x.head)
	if begin == nil || end == nil || end.Interval.IsZero() || begin.Interval.From.After(end.Interval.From) || r.toCome(end.Interval) {
		return false
	}
	n.when = rapporteur.Interval{From: begin.Interval.From, To: end.Interval.To}
	return true
}

// heldBy reports whether a participle on the noun of an encounter tells who gave it: "a ministerial hosted by Holt".
func (r *reading) heldBy(n *nominal) bool {
	return slices.ContainsFunc(r.kids[n.noun], func(k int) bool {
		x := r.clause(k)
		return x != nil && base(r.rel(k)) == "acl" && r.doc.Tokens[k].XPOS == "VBN" && (presides[x.verb] || x.verb == "hold" || x.verb == "stage") && x.modal == "" && !x.neg
	})
}

// denier adds whoever denies a meeting with somebody: it was to be at it.
func (r *reading) denier(n *nominal) {
	a := r.inner[n.noun]
	if a < 0 {
		return
	}
	for _, s := range r.said.Attributions[a].Source {
		for k := s.Start; k < s.End; k++ {
			if x := r.nameAt(k); x != nil && x.Start == k && x.Type == lang.PER {
				n.who = append(n.who, r.named(x))
			}
		}
	}
	if len(n.who) == 1 {
		n.who = append(n.who, r.party(n.noun)...)
	}
}

// onOwnDay judges an encounter by the day in its own words: "The Lund summit on 4 May ought
// to settle …".
func (r *reading) onOwnDay(n *nominal) {
	t := r.ownDay(n.noun, n.top)
	if t == nil || t.Interval.Days() > 7 || r.report.Published.IsZero() || r.denied(n.top) {
		return
	}
	n.when = t.Interval
	if r.toCome(n.when) {
		n.state, n.modality = rapporteur.MeetingPlanned, rapporteur.Planned
	} else if r.isPast(n.when) {
		n.state, n.modality = rapporteur.MeetingHeld, rapporteur.Asserted
	}
}

// inSomeFuture reports whether an encounter is of no day and place to come: "its position in
// future talks".
func (r *reading) inSomeFuture(n *nominal) bool {
	return n.state == rapporteur.MeetingPlanned && n.when.IsZero() && n.place == "" && slices.ContainsFunc(r.kids[n.noun], func(k int) bool { return r.lower(k) == "future" })
}

// behind returns the participle that stands right behind a noun and tells of it,
// where the tree hung it elsewhere: "before the summit, scheduled for 4 May".
func (r *reading) behind(i int) []int {
	k := i + 1
	if k+1 < len(r.kids) && r.form(k) == "," {
		k++
	}
	if l := &lex().meetings; k < len(r.kids) && r.head(k) != i && r.doc.Tokens[k].XPOS == "VBN" && (l.Plan[r.lemma(k)] || l.Cancel[r.lemma(k)] || l.Postpone[r.lemma(k)]) {
		return []int{k}
	}
	return r.behindPhrase(i)
}

// behindPhrase returns the participle between commas that stands behind all the words of a noun and tells of it: "the round
// of talks between the two commanders, expected this week, was put off".
func (r *reading) behindPhrase(i int) []int {
	k, l := r.hi[i], &lex().meetings
	if k+2 >= r.sentence(i).End || r.form(k) != "," || k == i+1 || r.head(k+1) == i || r.doc.Tokens[k+1].XPOS != "VBN" || !l.Plan[r.lemma(k+1)] {
		return nil
	}
	for j := k + 2; j < min(k+9, r.sentence(i).End); j++ {
		if r.form(j) == "," {
			return []int{k + 1}
		}
	}
	return nil
}

// begun reads "a parley said to open in Lund next month": what is said of them.
func (r *reading) begun(e *encounter, x *clause) bool {
	for _, k := range x.comp {
		c := r.clause(k)
		if c == nil || c.mark != "to" || !lex().meetings.Begin[c.verb] && !lex().meetings.Happen[c.verb] {
			continue
		}
		if t := r.timeBelow(k); t != nil && e.when.IsZero() {
			e.when = t.Interval
		}
		r.fill(e, k)
		return true
	}
	return false
}

// among reports whether token k is among those whom the encounter at noun i is
// between or with: a government may be at talks, though its own meetings are none.
func (r *reading) among(k, i int) bool {
	for ; k >= 0 && k != i; k = r.head(k) {
		if r.head(k) == i {
			p := r.caseOf(k)
			return p == "between" || p == "with" || p == "among"
		}
	}
	return false
}

var ordinals = words{
	"first": true, "second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "eighth": true, "ninth": true, "tenth": true,
	"eleventh": true, "twelfth": true, "thirteenth": true, "fourteenth": true, "fifteenth": true, "sixteenth": true, "seventeenth": true, "eighteenth": true, "nineteenth": true, "twentieth": true,
}

// ordinal reports whether a word counts what it stands before: "third", "14th".
func ordinal(w string) bool {
	if ordinals[w] {
		return true
	}
	n := len(w) - 2
	if n < 1 || n > 2 || w[0] < '0' || w[0] > '9' || w[n-1] < '0' || w[n-1] > '9' {
		return false
	}
	return w[n:] == "st" || w[n:] == "nd" || w[n:] == "rd" || w[n:] == "th"
}

// otherTimes are the conjunctions of what was before or after: "the first talks since Holt met Okoye in May".
var otherTimes = words{"since": true, "before": true, "after": true, "until": true, "till": true, "when": true}

// broken are the verbs of talks that came to nothing.
var broken = words{"fall": true, "break": true, "collapse": true, "stall": true, "fail": true, "founder": true, "falter": true, "unravel": true}
