package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// encounter is a meeting as one clause or noun tells it, before it is judged
// whether that is enough for a claim.
type encounter struct {
	head     int // the verb or noun
	noun     int // the noun that tells it beside the verb
	state    rapporteur.MeetingState
	modality rapporteur.Modality
	who      []actor
	parties  []rapporteur.Mention
	people   []rapporteur.Mention // of who, those that are no parties
	absent   []actor
	place    string
	when     rapporteur.Interval
	own      rapporteur.Interval // the days that stand in the noun's own words
	minutes  int
	clock    string
	zone     string
	format   string
	name     string
	outcome  []string
	with     bool // who is told stands with the noun: "talks with Holt"
	journey  bool // when is the day of a journey to it
	definite bool // "the talks": those spoken of, unless more is told
	plural   bool
	talks    bool // negotiations by their noun, not a dinner or a visit
	weak     bool
	known    bool    // told as one that is spoken of: "it lasted", "the two spoke"
	they     bool    // whoever met is told by "they" or "we"
	moved    bool    // its days are those that it was moved from or to
	lost     bool    // it did not come about, so that its day is gone
	alone    bool    // who goes somewhere, and not whom they met
	likely   float64 // what the learned reader gives it, 0 where a frame tells it
}

func (r *reading) meetings() {
	l := &lex().meetings
	for _, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			if r.told[i] {
				continue
			}
			if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
				if r.bringsOwn(c) {
					continue
				}
				switch {
				case c.is(l.Verbs):
					r.keepEach(r.meetingVerb(c))
					continue
				case r.doneTogether(c) != nil:
					r.keepEach(r.doneTogether(c))
				case r.satForSide(c) != nil:
					r.keepEach(r.satForSide(c))
				case r.heldBack(c) != nil:
					r.keepEach(r.heldBack(c))
				case r.opposite(c):
					r.keepEach(r.faced(c))
				case r.calledAt(c) != nil:
					r.keepEach(r.calledAt(c))
				case (c.verb == "fly" || c.verb == "return" || c.verb == "head" || c.verb == "go") && r.cameAway(c) != nil:
					r.keepEach(r.cameAway(c))
				case r.goesThere(c):
					r.keepEach(r.visitVerb(c))
				case c.verb == "call" && r.joins(c) != nil:
					r.keepEach(r.joins(c))
				case addresses[c.verb] && r.aPerson(c.obj) && r.remoteWord(c) >= 0, c.is(l.Phone) || c.verb == "speak" || c.verb == "talk" || c.verb == "tell":
					if e := r.phoneVerb(c); e != nil {
						r.keepEach(e)
					} else if e = r.spokeTogether(c); e != nil {
						r.keepEach(e)
					} else if c.is(l.Together) {
						r.keepEach(r.met(c))
					} else if c.verb == "call" && r.cameUpon(c) != nil {
						r.keepEach(r.cameUpon(c))
					} else if c.verb == "call" {
						r.keepEach(r.bidden(c))
					} else {
						r.keepEach(r.toldThere(c))
					}
				case c.verb == "see" && (c.mark == "to" && (r.arrangedFor(c) || r.wentTo(c)) || r.plansTo(c) || r.sentTo(c) != nil):
					r.keepEach(r.meetingVerb(c))
				case c.verb == "host" || c.verb == "receive" || c.verb == "welcome" || c.verb == "brief":
					r.keepEach(r.received(c))
				case l.Secluded[r.lower(i)]:
					r.keepEach(r.shutIn(c))
				case c.verb == "leave" || c.verb == "depart" || c.verb == "quit":
					r.keepEach(r.cameAway(c))
				case r.goBetween(c) != nil:
					r.keepEach(r.goBetween(c))
				case c.verb == "spend" || c.verb == "pass" || c.verb == "see" || c.verb == "exchange" || c.is(l.Together) || r.brokeBread(c):
					r.keepEach(r.met(c))
				case c.verb == "bring", c.verb == "gather" && r.joins(c) != nil:
					r.keepEach(r.joins(c))
				case (c.verb == "expect" || c.verb == "await") && r.awaited(c) != nil:
					r.keepEach(r.awaited(c))
				case c.verb == "invite" || c.verb == "summon" || c.verb == "ask":
					r.keepEach(r.bidden(c))
				case l.Exit[c.verb]:
					r.keepEach(r.walkedOut(c))
				case l.Sign[c.verb] || r.putsHand(c) >= 0:
					if e := r.signed(c); e != nil {
						r.keepEach(e)
					} else {
						r.keepEach(r.signedFor(c))
					}
				case r.together(c) != nil:
					r.keepEach(r.together(c))
				case r.itLasted(c) != nil:
					r.keepEach(r.itLasted(c))
				case r.agreedOnDay(c) != nil:
					r.keepEach(r.agreedOnDay(c))
				case c.is(l.Cancel) && slices.ContainsFunc(c.subj, r.appointment):
					r.keepEach(r.itWasOff(c))
				case l.Represent[c.verb], c.verb == "attend", c.verb == "participate":
					r.joined(c)
				}
			}
			if c := r.clause(i); c != nil && !r.toldAt(i) {
				for _, read := range []func(*clause) *encounter{r.atWork, r.nthOne, r.againOn, r.theyResume, r.cameOut} {
					if e := read(c); e != nil {
						r.keepEach(e)
						break
					}
				}
			}
			if c := r.clause(i); c != nil {
				if e := r.atVenue(c); e != nil {
					r.keepEach(e)
				} else if c.copula && r.typeAt(i) == lang.LOC {
					r.keepEach(r.present(c))
				} else if t := r.tableOf(c); t >= 0 {
					r.keepEach(r.atTable(c, t))
				} else if c.copula && r.lower(i) == "due" || c.passive && c.verb == "expect" {
					r.keepEach(r.dueIn(c))
				} else if e := r.onPhone(c); e != nil {
					r.keepEach(e)
				} else if e := r.wasWith(c); e != nil {
					r.keepEach(e)
				} else if e := r.itLasted(c); c.copula && e != nil { // "It was over within 25 minutes"
					r.keepEach(e)
				} else {
					r.keepEach(r.underOneRoof(c))
				}
			}
			r.keepEach(r.noneOfThose(i))
			if r.oneMore(i) >= 0 {
				r.keepEach(r.moreOfThem(i))
			}
			if lengths[r.lower(i)] {
				if e := r.hoursWith(i); e != nil {
					r.keepEach(e)
				} else {
					r.keepEach(r.hoursAt(i))
				}
			}
			if r.upos(i) == "NOUN" || r.upos(i) == "PROPN" || r.upos(i) == "VERB" && (r.lower(i) == "talks" && !r.speaks(i) || r.barterNoun(i)) {
				if e := r.summitProduct(i); e != nil {
					r.keepEach(e)
				} else if l.Nouns[r.lemma(i)] || r.lower(i) == "talks" || r.barterNoun(i) {
					r.keepEach(r.meetingNoun(i))
				}
			}
		}
	}
}

// never reports whether a state is one of what came to nothing.
func never(s rapporteur.MeetingState) bool {
	switch s {
	case rapporteur.MeetingCancelled, rapporteur.MeetingPostponed, rapporteur.MeetingNotPlanned, rapporteur.MeetingDenied:
		return true
	}
	return false
}

// bothSides finds who met where talks are told by their day and by what came of
// them, and the sentence goes on with what both sides say.
func (r *reading) bothSides(e *encounter) {
	if len(e.who) > 0 || e.place != "" || !e.when.Exact() || e.minutes == 0 && len(e.outcome) == 0 || r.upos(e.head) != "NOUN" {
		return
	}
	sent := r.sentence(e.head)
	for k := sent.Start; k+1 < sent.End; k++ {
		if f := r.lower(k); f != "both" && f != "two" && f != "neither" {
			continue
		}
		switch r.lemma(k + 1) {
		case "side", "party", "delegation", "team", "camp":
			words := lang.Range{Start: k, End: k + 2}
			e.who = append(e.who, actor{Mention: rapporteur.Mention{Name: "both sides", Kind: rapporteur.Group, Span: r.bytes(words)}, token: k + 1})
			return
		}
	}
}

// ahead puts the weekday of what is planned into the days to come, where the
// tense of other words had put it into those gone by.
func (r *reading) ahead(e *encounter) {
	pub := r.report.Published
	r.monthAhead(e)
	if c := r.governor(e.head); c != nil && e.state == rapporteur.MeetingPlanned {
		if u := r.clause(r.governs(c)); c.past && c.perfect || u != nil && u.past && u.perfect {
			return // "had been expected to sign at the end of a meeting on Thursday"
		}
	}
	if e.state != rapporteur.MeetingPlanned && e.state != rapporteur.MeetingPostponed || pub.IsZero() || !e.when.Exact() || !e.when.To.Before(pub) || pub.Sub(e.when.To) > 7 {
		return
	}
	for t := range r.times {
		if x := &r.times[t]; x.Interval == e.when && r.sent[min(x.Start, len(r.sent)-1)] == r.sent[e.head] && r.ofWeekday(x) {
			if p := r.lower(max(x.Start-1, 0)); e.state == rapporteur.MeetingPostponed && p != "to" && p != "until" && p != "till" {
				continue // "Friday's round was put off"
			}
			day := e.when.From.AddDays(7)
			e.when = rapporteur.Interval{From: day, To: day}
			return
		}
	}
}

// monthAhead puts what is planned for a month, told by its name alone, into the year to come where the tense of
// other words had put it into the one gone by: "no date for a round in September has been announced".
func (r *reading) monthAhead(e *encounter) {
	pub := r.report.Published
	if e.state != rapporteur.MeetingPlanned || pub.IsZero() || e.when.Days() < 28 || e.when.Days() > 31 || !e.when.To.Before(pub) || pub.Sub(e.when.To) < 90 || pub.Sub(e.when.To) > 365 {
		return
	}
	for t := range r.times {
		if x := &r.times[t]; x.Interval == e.when && r.sent[min(x.Start, len(r.sent)-1)] == r.sent[e.head] && x.Len() == 1 && r.upos(x.Start) == "PROPN" {
			e.when = rapporteur.Interval{From: e.when.From.AddYears(1), To: e.when.To.AddYears(1)}
			return
		}
	}
}

// nearer puts the weekday in the words of an encounter that came to nothing into the
// days to come where that is the nearer one: of a Wednesday, "Friday's summit was called
// off" is of the Friday after. It reports whether it did.
func (r *reading) nearer(e *encounter) bool {
	pub := r.report.Published
	if s := r.sentence(e.head); !pub.IsZero() && e.when.Exact() && e.when.From.Sub(pub) > 4 && e.when.From.Sub(pub) < 7 && e.state == rapporteur.MeetingCancelled {
		for k := s.Start; k+1 < s.End; k++ { // "called off a meeting that was to take place on Sunday", told on Monday
			if f := r.lower(k); (f == "was" || f == "were") && r.lower(k+1) == "to" && slices.ContainsFunc(r.times, func(x timex.Time) bool {
				return x.Start > k && x.Start < k+7 && x.Interval == e.when && r.ofWeekday(&x)
			}) {
				e.when = rapporteur.On(e.when.From.AddDays(-7))
				return true
			}
		}
	}
	if pub.IsZero() || !e.when.Exact() || !e.when.To.Before(pub) || pub.Sub(e.when.To) > 6 || pub.Sub(e.when.To) < 4 {
		return false
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Interval != e.when || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[e.head] || !r.ofWeekday(x) || r.lower(x.Start) == "last" || x.Start > 0 && r.lower(x.Start-1) == "last" {
			continue
		}
		if r.hangsOn(r.top(x.Range), e.head) || e.noun > 0 && x.Start > e.noun && r.hangsOn(r.top(x.Range), max(r.head(e.noun), 0)) {
			day := e.when.From.AddDays(7)
			e.when = rapporteur.Interval{From: day, To: day}
			return true
		}
	}
	return false
}

// sameDay gives what was held the day of the clause that it goes with: "wrapped up
// the trip on Monday, meeting with Holt", "lashed out on Monday as they met".
func (r *reading) sameDay(e *encounter) {
	c := r.clause(e.head)
	if c != nil && e.when.IsZero() && e.state == rapporteur.MeetingHeld && base(r.rel(e.head)) == "conj" {
		r.dayOfFirst(e, c)
	}
	if c == nil || !e.when.IsZero() || e.state != rapporteur.MeetingHeld || base(r.rel(e.head)) != "advcl" || c.mark != "as" && (c.mark != "" && c.mark != "after" || r.doc.Tokens[e.head].XPOS != "VBG") {
		return
	}
	if u := r.clause(r.head(e.head)); u != nil && u.past && (!r.cue[u.head] || c.mark == "after") {
		if t := r.timeBelow(u.head); t != nil && t.Interval.Exact() {
			e.when = t.Interval
		}
	}
}

// dayOfFirst gives what somebody did after something else the day of that: "looked in on the negotiators on Saturday
// and dined with both their chiefs".
func (r *reading) dayOfFirst(e *encounter, c *clause) {
	u := r.clause(r.head(e.head))
	if u == nil || r.child(e.head, "nsubj") >= 0 || !c.past || c.perfect || !u.past || u.perfect || u.neg || u.modal != "" || r.cue[u.head] || lex().speech.Verbs[u.verb] || u.head > e.head {
		return
	}
	t := r.timeBelow(u.head)
	if t == nil || !t.Interval.Exact() || t.Start > e.head || r.sinceThen(t) || r.head(r.top(t.Range)) != u.head {
		return
	}
	e.when = t.Interval
}

// weekdayAhead puts the weekday of what is told in the present to begin into the days to come, where the
// tense of whoever tells it had put it into those gone by: "talks resume on Friday, the union said".
func (r *reading) weekdayAhead(e *encounter) {
	pub := r.report.Published
	if pub.IsZero() || !e.when.Exact() || !e.when.To.Before(pub) || pub.Sub(e.when.To) > 6 {
		return
	}
	for t := range r.times {
		if x := &r.times[t]; x.Interval == e.when && r.sent[min(x.Start, len(r.sent)-1)] == r.sent[e.head] && r.ofWeekday(x) && r.lower(max(x.Start-1, 0)) != "last" {
			e.when = rapporteur.On(e.when.From.AddDays(7))
			return
		}
	}
}

// newDay leaves of "put off from Friday to Monday" the new day.
func (r *reading) newDay(e *encounter) {
	if e.state != rapporteur.MeetingPostponed || e.moved {
		return
	}
	for t := range r.times { // "set for Monday, has been moved to Thursday"
		x := &r.times[t]
		if g := r.governor(r.top(x.Range)); x.Start == 0 || !x.Interval.Exact() || x.Interval == e.when || g == nil || !g.is(lex().meetings.Postpone) || r.sent[x.Start] != r.sent[e.head] || x.Start < e.head {
			continue
		}
		if p := r.lower(x.Start - 1); p == "to" || p == "until" || p == "till" {
			e.when = x.Interval
			r.weekdayAhead(e)
			return
		}
	}
	if e.when.Days() < 2 {
		return
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Interval != e.when || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[e.head] {
			continue
		}
		if r.lower(x.Start) == "from" || x.Start > 0 && r.lower(x.Start-1) == "from" {
			e.when.From = e.when.To
			if pub := r.report.Published; !pub.IsZero() && r.ofWeekday(x) && e.when.To.Before(pub) && pub.Sub(e.when.To) < 7 {
				e.when.From, e.when.To = e.when.From.AddDays(7), e.when.To.AddDays(7) // the new day is to come
			}
			return
		}
	}
}

// eversince gives encounters of all the days since one what they took: "have met nearly every
// day since Thursday".
func (r *reading) eversince(e *encounter) {
	c := r.governor(e.head)
	if c != nil && c.neg {
		return // "have not met since March"
	}
	if c != nil && c.perfect && e.when.IsZero() && e.state == rapporteur.MeetingHeld && !r.report.Published.IsZero() {
		e.when = r.sinceWhat(c)
	}
	if pub := r.report.Published; e.state == rapporteur.MeetingHeld && c != nil && c.perfect && !e.when.IsZero() && e.when.To.Before(pub) && r.since(e) {
		e.when.To = pub
	}
}

// sinceWhat returns the days from the one of something since which a clause tells that things were done: "since
// Brandt's January announcement, envoys have had several rounds".
func (r *reading) sinceWhat(c *clause) rapporteur.Interval {
	for t := range r.times {
		x := &r.times[t]
		if r.sent[min(x.Start, len(r.sent)-1)] != r.sent[c.head] || !r.isPast(x.Interval) {
			continue
		}
		for k, steps := r.head(r.top(x.Range)), 0; k >= 0 && k != c.head && steps < 4; k, steps = r.head(k), steps+1 {
			if r.caseOf(k) == "since" && r.head(k) == c.head {
				return rapporteur.Interval{From: x.Interval.From, To: r.report.Published}
			}
		}
	}
	return rapporteur.Interval{}
}

// gone puts the weekday of what was held into the days gone by.
func (r *reading) gone(e *encounter) {
	pub := r.report.Published
	if e.state != rapporteur.MeetingHeld && !e.lost || pub.IsZero() || !e.when.Exact() || !e.when.From.After(pub) || e.when.From.Sub(pub) > 6 {
		return
	}
	for t := range r.times {
		if x := &r.times[t]; x.Interval == e.when && r.sent[min(x.Start, len(r.sent)-1)] == r.sent[e.head] && r.ofWeekday(x) {
			day := e.when.From.AddDays(-7)
			e.when = rapporteur.Interval{From: day, To: day}
			return
		}
	}
}

// ofWeekday reports whether a time is told by the day of the week alone: "Thursday
// morning", but not "Friday, 9 May".
func (r *reading) ofWeekday(x *timex.Time) bool {
	named := false
	for k := x.Start; k < x.End; k++ {
		named = named || weekdays[r.lower(k)]
		if r.upos(k) == "NUM" && x.Clock == "" {
			return false
		}
	}
	return named && x.Interval.Exact()
}

var weekdays = words{"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true}

// speaks reports whether "talks" at token i is what a person does: "Brandt talks
// in Lund about …".
func (r *reading) speaks(i int) bool {
	s := r.child(i, "nsubj")
	return s >= 0 && (r.typeAt(s) == lang.PER || r.upos(s) == "PRON")
}

// barterNoun reports whether "bargaining" is what is done rather than what somebody is doing: "resumed
// bargaining", "bargaining between the two resumes".
func (r *reading) barterNoun(i int) bool {
	switch base(r.rel(i)) {
	case "csubj", "nsubj", "obj", "xcomp":
		return r.lower(i) == "bargaining"
	}
	return false
}

// several reports whether a group stands for more than one side.
func (r *reading) several(a actor) bool {
	t := r.doc.Tokens[a.token].XPOS
	return t == "NNS" || t == "NNPS" || strings.HasPrefix(strings.ToLower(a.Name), "both") || strings.HasPrefix(strings.ToLower(a.Name), "two")
}

func addMention(list []rapporteur.Mention, m rapporteur.Mention) []rapporteur.Mention {
	if m.Name == "" || slices.ContainsFunc(list, func(x rapporteur.Mention) bool { return x.Name == m.Name }) {
		return list
	}
	return append(list, m)
}

func distinct(list []actor) []actor {
	var out []actor
	for _, a := range list {
		if !slices.ContainsFunc(out, func(x actor) bool { return x.Name == a.Name }) {
			out = append(out, a)
		}
	}
	return out
}
