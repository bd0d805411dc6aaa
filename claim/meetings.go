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
				switch {
				case c.is(l.Verbs):
					r.keepEach(r.meetingVerb(c))
					continue
				case r.heldBack(c) != nil:
					r.keepEach(r.heldBack(c))
				case r.opposite(c):
					r.keepEach(r.faced(c))
				case r.goesThere(c):
					r.keepEach(r.visitVerb(c))
				case c.is(l.Phone) || c.verb == "speak" || c.verb == "talk" || c.verb == "tell":
					if e := r.phoneVerb(c); e != nil {
						r.keepEach(e)
					} else if e = r.spokeTogether(c); e != nil {
						r.keepEach(e)
					} else if c.is(l.Together) {
						r.keepEach(r.met(c))
					} else if c.verb == "call" {
						r.keepEach(r.bidden(c))
					}
				case c.verb == "see" && c.mark == "to" && (r.arrangedFor(c) || r.wentTo(c)):
					r.keepEach(r.meetingVerb(c))
				case c.verb == "host" || c.verb == "receive" || c.verb == "welcome" || c.verb == "brief":
					r.keepEach(r.received(c))
				case l.Secluded[r.lower(i)]:
					r.keepEach(r.shutIn(c))
				case c.verb == "leave" || c.verb == "depart" || c.verb == "quit":
					r.keepEach(r.cameAway(c))
				case r.goBetween(c) != nil:
					r.keepEach(r.goBetween(c))
				case c.verb == "spend" || c.verb == "pass" || c.verb == "see" || c.verb == "exchange" || c.is(l.Together):
					r.keepEach(r.met(c))
				case c.verb == "bring":
					r.keepEach(r.joins(c))
				case c.verb == "invite" || c.verb == "summon" || c.verb == "ask":
					r.keepEach(r.bidden(c))
				case l.Exit[c.verb]:
					r.keepEach(r.walkedOut(c))
				case l.Sign[c.verb]:
					r.keepEach(r.signed(c))
				case r.itLasted(c) != nil:
					r.keepEach(r.itLasted(c))
				case c.is(l.Cancel) && slices.ContainsFunc(c.subj, r.appointment):
					r.keepEach(r.itWasOff(c))
				case l.Represent[c.verb], c.verb == "attend", c.verb == "participate":
					r.joined(c)
				}
			}
			if c := r.clause(i); c != nil {
				if c.copula && r.typeAt(i) == lang.LOC {
					r.keepEach(r.present(c))
				} else if c.copula && r.lower(i) == "due" || c.passive && c.verb == "expect" {
					r.keepEach(r.dueIn(c))
				} else if t := r.tableOf(c); t >= 0 {
					r.keepEach(r.atTable(c, t))
				}
			}
			if lengths[r.lower(i)] {
				r.keepEach(r.hoursWith(i))
			}
			if r.upos(i) == "NOUN" || r.upos(i) == "PROPN" || r.upos(i) == "VERB" && r.lower(i) == "talks" && !r.speaks(i) {
				if l.Nouns[r.lemma(i)] || r.lower(i) == "talks" {
					r.keepEach(r.meetingNoun(i))
				}
			}
		}
	}
}

// keep makes a claim of an encounter when enough of it is told: two of who,
// where and when, or two sides; or something new of the meeting spoken of last.
func (r *reading) keep(e *encounter) {
	if e == nil || e.state == "" {
		return
	}
	if e.plural && (e.when.Days() >= 28 || e.when.IsZero() && len(distinct(e.who)) > 3) {
		return // "at meetings with him in May and June", "bilateral meetings with" many: several, told in passing
	}
	if e.place != "" {
		e.who = slices.DeleteFunc(e.who, func(a actor) bool { return a.Name == e.place && a.Kind == rapporteur.Organisation })
	}
	r.greeted(e)
	r.reckonedFrom(e)
	r.upTo(e)
	r.sameDay(e)
	r.ahead(e)
	if e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed {
		r.nearer(e)
	}
	r.newDay(e)
	r.bothSides(e)
	e.who = distinct(e.who)
	e.with = e.with || slices.ContainsFunc(e.who, func(a actor) bool { return a.token > e.head })
	r.sameParties(e)
	slices.SortStableFunc(e.who, func(a, b actor) int { return a.token - b.token })
	for _, a := range e.who {
		for _, p := range a.party {
			e.parties = addMention(e.parties, p)
		}
	}
	var people []rapporteur.Mention
	sides, groups := 0, 0
	for _, a := range e.who {
		switch {
		case a.Kind == rapporteur.State:
			e.parties = addMention(e.parties, a.Mention)
		case len(a.party) > 0:
		default:
			people = addMention(people, a.Mention)
		}
		if a.Kind == rapporteur.Group && len(a.party) == 0 {
			groups++
			if r.several(a) {
				sides++ // "the two sides", "envoys"
			}
		}
	}
	if groups > 1 {
		sides = groups // "the union and the employers"
	} else if len(e.parties) > 1 {
		sides = max(sides, 1) // "the Norvanan and Estrelian delegations"
	}
	if e.place == "" && r.onlyDelegates(e) {
		e.who, people = nil, nil // "negotiators will meet on Friday": those of both sides
	}
	unnamed := r.unnamed(e)
	if unnamed {
		sides = 1
	}
	if len(people) == 0 && len(e.parties) == 1 {
		// "EU leaders will meet on Sunday": the people of one union are several
		for _, a := range e.who {
			if a.Kind == rapporteur.Group && len(a.party) > 0 && r.several(a) && r.lemma(a.token) != "official" && r.lemma(a.token) != "delegation" {
				people = addMention(people, a.Mention)
			}
		}
	}
	e.people = people
	count := len(people) + len(e.parties)
	told := 0
	if count > 0 || unnamed {
		told++
	}
	if e.place != "" {
		told++
	}
	if !e.when.IsZero() {
		told++
	}
	named := 0
	for _, p := range append(slices.Clone(people), e.parties...) {
		if p.Kind != rapporteur.Group {
			named++
		}
	}
	if count < 2 && strings.HasSuffix(e.place, " Room") {
		return // what somebody heard in a room of his own house
	}
	if e.modality == rapporteur.Conditional && e.state != rapporteur.MeetingPlanned || r.passing(e) {
		return
	}
	if r.amongThemselves(e) {
		r.inHouse = append(r.inHouse, r.sent[e.head])
		return
	}
	if len(e.who) == 0 && slices.Contains(r.inHouse, r.sent[e.head]) {
		return // "at its meeting, the union's council …"
	}
	var last *rapporteur.Claim
	reach := 2
	if e.minutes > 0 || e.clock != "" {
		reach = 4
	}
	if r.last >= 0 && r.last < len(r.claims) && r.sent[e.head]-r.sent[r.claims[r.last].head] <= reach {
		last = &r.claims[r.last].Claim
	}
	fits := last != nil && e.definite && r.continues(e, last, people)
	if fits && (told < 2 || named < 1) {
		// Something of the meeting spoken of last.
		if e.minutes == 0 && e.clock == "" && len(e.outcome) == 0 && len(people) == 0 && len(e.absent) == 0 && !(last.Meeting.Place == "" && e.place != "" && e.state == rapporteur.MeetingPlanned && last.Meeting.State == e.state) && (e.state == last.Meeting.State || e.state == rapporteur.MeetingHeld) {
			r.hinted = append(r.hinted, e) // its place or days may complete it
			return
		}
		m := *last.Meeting
		m.State, m.Minutes, m.Clock, m.Zone, m.Outcome = e.state, e.minutes, e.clock, e.zone, e.outcome
		if m.Place == "" {
			m.Place = e.place
		}
		if e.state == rapporteur.MeetingHeld && last.Meeting.State == rapporteur.MeetingUnderWay && e.minutes == 0 {
			m.State = rapporteur.MeetingUnderWay
		}
		m.Participants = slices.Clone(m.Participants)
		for _, p := range people {
			m.Participants = addMention(m.Participants, p)
		}
		for _, a := range e.absent {
			m.Absent = addMention(m.Absent, a.Mention)
		}
		when := last.When
		if when.IsZero() || !e.when.IsZero() && e.when.Days() < when.Days() && e.when.Overlaps(when) {
			when = e.when
		}
		r.add(e.head, rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: &m, When: when, Modality: e.modality, Background: last.Background})
		r.last = len(r.claims) - 1
		r.claims[r.last].met = e
		return
	}
	r.hinted = append(r.hinted, e) // unless enough is told
	switch {
	case e.likely > 0:
		if !e.admitted(told, count, named, sides) {
			return
		}
	case e.state == rapporteur.MeetingNotPlanned && sides > 0: // "no talks are scheduled between the two sides"
	case e.weak && (count < 2 || named < 1) && !(told == 3 && named > 0) && !(e.format == "visit" && named > 0 && e.place != "") && !(e.state == rapporteur.MeetingCancelled && told >= 2 && e.place != "") && !(e.talks && e.suffices(named, sides)):
		return
	case e.plural && !(named >= 2 && !e.when.IsZero()) && !(named == 1 && count >= 2 && e.when.Exact()):
		return
	case named == 0 && !(e.place != "" && !e.when.IsZero()) && !(sides > 0 && (e.place != "" || !e.when.IsZero())):
		// "envoys will meet next week" tells too little, unless a place or day is given
		return
	case told < 2 && count < 2 && sides == 0:
		if !(e.place != "" && e.definite && (e.state == rapporteur.MeetingHeld || e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed)) {
			return
		}
	case named < 2 && sides == 0 && told < 2:
		return
	}
	m := &rapporteur.MeetingClaim{
		State: e.state, Name: e.name, Place: e.place, Format: e.format, Participants: people, Parties: e.parties,
		Minutes: e.minutes, Clock: e.clock, Zone: e.zone, Outcome: e.outcome, Journey: e.journey, Sides: unnamed,
	}
	for _, a := range e.absent {
		m.Absent = addMention(m.Absent, a.Mention)
	}
	c := rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: m, When: e.when, Modality: e.modality}
	if g := r.governor(e.head); g != nil && g.perfect && g.past {
		c.Background = true
	}
	if e.state == rapporteur.MeetingHeld && !e.when.IsZero() && !r.report.Published.IsZero() && r.report.Published.Sub(e.when.To) > 30 {
		c.Background = true
	}
	r.add(e.head, c)
	r.last = len(r.claims) - 1
	r.claims[r.last].met = e
	r.hinted = r.hinted[:len(r.hinted)-1]
}

// amongThemselves reports whether a body meets with itself: a parliament convenes, a
// president meets his cabinet, a union's council sits.
func (r *reading) amongThemselves(e *encounter) bool {
	l := &lex().meetings
	for _, a := range e.who {
		if a.Kind == rapporteur.Group && len(e.who) > 1 && l.Inner[r.lemma(a.token)] && r.child(a.token, "nmod:poss") >= 0 {
			p := r.child(a.token, "nmod:poss")
			boss, named := r.actorAt(p)
			if !named || slices.ContainsFunc(e.who, func(x actor) bool { return x.Name == boss.Name }) {
				return true // but "Holt's aides met Marrow"
			}
		}
	}
	if len(e.who) != 1 || len(e.parties) > 0 {
		return false
	}
	return r.ownBody(e.who[0])
}

// ownBody reports whether an actor is a body of one party, or its members: "the
// union's council", "members of the Guild". The councils of states have names.
func (r *reading) ownBody(a actor) bool {
	l := &lex().meetings
	if slices.ContainsFunc(strings.Fields(strings.ToLower(a.Name)), func(w string) bool { return l.Chambers[w] }) {
		return true
	}
	if a.Kind != rapporteur.Group || len(a.party) > 0 {
		return false
	}
	lemma := r.lemma(a.token)
	if l.Organs[lemma] {
		return !r.several(a) && r.form(a.token) == r.lower(a.token)
	}
	if !l.Ranks[lemma] {
		return false
	}
	for _, k := range r.children(a.token, "compound", "nmod", "nmod:poss") {
		if t := r.typeAt(k); t == lang.ORG || t == "" && lex().actors.Groups[r.lemma(k)] && r.lemma(k) != "country" && r.lemma(k) != "state" && r.lemma(k) != "delegation" {
			return true
		}
	}
	return false
}

// passing reports whether talks are only mentioned in passing: what somebody does
// in them or says of them, without their day, their place or what came of them.
func (r *reading) passing(e *encounter) bool {
	if e.likely > 0 || !e.talks || e.state != rapporteur.MeetingHeld || !e.when.IsZero() || e.place != "" || e.minutes > 0 || e.clock != "" || len(e.outcome) > 0 || e.definite && r.last >= 0 {
		return false
	}
	switch r.caseOf(e.head) {
	case "in", "over", "about", "on", "amid", "despite", "through", "throughout":
		return true
	}
	return false
}

// admitted reports whether what is told of an encounter that the learned reader
// found is enough for a line: two of who, where and when; for what came to
// nothing, who was to meet.
func (e *encounter) admitted(told, count, named, sides int) bool {
	days := e.when.Days()
	switch {
	case never(e.state) && (named > 0 || sides > 0):
		return true
	case named == 0 && sides == 0 && (e.place == "" || count == 0 && e.state != rapporteur.MeetingUnderWay && (days == 0 || days > 31)):
		return false
	case named == 0 && e.place == "" && days == 0:
		return false
	case told >= 2, e.place != "" && e.state == rapporteur.MeetingUnderWay:
		return true
	case count >= 2 && named > 0 && e.likely > 0.65:
		return !e.alone
	case e.state == rapporteur.MeetingUnderWay && e.talks && named > 0 && e.likely > 0.45:
		return true // "talks with Norvana are going on"
	}
	return false
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

// nearer puts the weekday in the words of an encounter that came to nothing into the
// days to come where that is the nearer one: of a Wednesday, "Friday's summit was called
// off" is of the Friday after. It reports whether it did.
func (r *reading) nearer(e *encounter) bool {
	pub := r.report.Published
	if pub.IsZero() || !e.when.Exact() || !e.when.To.Before(pub) || pub.Sub(e.when.To) > 6 || pub.Sub(e.when.To) < 4 {
		return false
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Interval != e.when || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[e.head] || !r.ofWeekday(x) || x.Start > 0 && r.lower(x.Start-1) == "last" {
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
	if c == nil || !e.when.IsZero() || e.state != rapporteur.MeetingHeld || base(r.rel(e.head)) != "advcl" || c.mark != "as" && (c.mark != "" && c.mark != "after" || r.doc.Tokens[e.head].XPOS != "VBG") {
		return
	}
	if u := r.clause(r.head(e.head)); u != nil && u.past && (!r.cue[u.head] || c.mark == "after") {
		if t := r.timeBelow(u.head); t != nil && t.Interval.Exact() {
			e.when = t.Interval
		}
	}
}

// newDay leaves of "put off from Friday to Monday" the new day.
func (r *reading) newDay(e *encounter) {
	if e.state != rapporteur.MeetingPostponed || e.when.Days() < 2 {
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

// gone puts the weekday of what was held into the days gone by.
func (r *reading) gone(e *encounter) {
	pub := r.report.Published
	if e.state != rapporteur.MeetingHeld || pub.IsZero() || !e.when.Exact() || !e.when.From.After(pub) || e.when.From.Sub(pub) > 6 {
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

// suffices reports whether what is told of negotiations tells them from others:
// their place, with the days of it, a party of them, or both sides.
func (e *encounter) suffices(named, sides int) bool {
	days := e.when.Days()
	return e.place != "" && (days > 0 && days <= 31 || named > 0 || sides > 0) || sides > 0 && days > 0 && days <= 31 || e.with && named > 0 && days > 0 && days <= 7
}

// speaks reports whether "talks" at token i is what a person does: "Brandt talks
// in Lund about …".
func (r *reading) speaks(i int) bool {
	s := r.child(i, "nsubj")
	return s >= 0 && (r.typeAt(s) == lang.PER || r.upos(s) == "PRON")
}

// several reports whether a group stands for more than one side.
func (r *reading) several(a actor) bool {
	t := r.doc.Tokens[a.token].XPOS
	return t == "NNS" || t == "NNPS" || strings.HasPrefix(strings.ToLower(a.Name), "both") || strings.HasPrefix(strings.ToLower(a.Name), "two")
}

// resumed reports whether talks are told as resumed or continued.
func (r *reading) resumed(i int) bool {
	l := &lex().meetings
	for k := i + 1; k < min(i+7, r.sentence(i).End); k++ {
		if f := r.lemma(k); l.GoOn[f] || f == "resume" || f == "reconvene" || f == "pick" || f == "restart" {
			return true
		}
	}
	return false
}

// continues reports whether an encounter may be the one spoken of last.
func (r *reading) continues(e *encounter, last *rapporteur.Claim, people []rapporteur.Mention) bool {
	m := last.Meeting
	if e.state == rapporteur.MeetingPlanned && e.when.IsZero() && !last.When.IsZero() && last.When.To.Before(r.report.Published) {
		return false // what is over is not planned
	}
	if e.state == rapporteur.MeetingPlanned && m.State == rapporteur.MeetingHeld && !(e.talks && !e.when.IsZero() && r.resumed(e.head)) && (e.when.IsZero() || last.When.IsZero()) && len(e.absent) == 0 {
		return false
	}
	if (e.state == rapporteur.MeetingHeld || e.state == rapporteur.MeetingUnderWay) && m.State != rapporteur.MeetingHeld && m.State != rapporteur.MeetingUnderWay && m.State != rapporteur.MeetingPlanned {
		return false // what came to nothing did not take place
	}
	if stageOf(e.state) == took && m.State == rapporteur.MeetingPlanned && e.when.IsZero() && (last.When.IsZero() || last.When.From.After(r.report.Published)) {
		return false // what is still to come has not gone on
	}
	if e.when.Exact() && e.state != m.State && last.When.Days() > 7 {
		return false // a day now, and talks of some time this month
	}
	if f := r.lower(min(e.head+1, len(r.kids)-1)); (f == "with" || f == "between") && len(m.Participants) > 1 {
		with := slices.DeleteFunc(slices.Clone(people), func(p rapporteur.Mention) bool { return p.Span.Start < r.doc.Tokens[e.head].Start })
		if len(with) > 0 && !slices.ContainsFunc(with, func(p rapporteur.Mention) bool {
			return slices.ContainsFunc(m.Participants, func(q rapporteur.Mention) bool { return q.Name == p.Name })
		}) {
			return false // with somebody else
		}
	}
	if e.place != "" && m.Place != "" && !strings.EqualFold(e.place, m.Place) && len(e.parties) == 0 && e.clock == "" && e.minutes == 0 {
		return false
	}
	if !e.when.IsZero() && !last.When.IsZero() && !e.when.Overlaps(last.When) {
		return false
	}
	return true
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
