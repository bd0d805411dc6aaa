package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// A report tells of one meeting in several sentences: who sat down in one, the day
// in another, how long it took in a third. A thread is such a meeting with all
// that its mentions tell; what is told of it in one place completes the others.

// thread is a meeting that a report speaks of, over its sentences.
type thread struct {
	stage  stage
	people []rapporteur.Mention
	sides  []rapporteur.Mention
	place  string
	when   rapporteur.Interval
	remote bool
	format string // how they spoke where that was no meeting in one room
	visit  bool
	vague  bool // talks at large, of no day and no place
	news   bool // its day is that of the report's news
	last   int  // the token of the last mention
	claims []int
	hints  []*encounter
}

// stage is how far a meeting is, for what may be said of one and the same.
type stage int

const (
	took   stage = iota // held, under way
	ahead               // planned
	off                 // cancelled, put off
	naught              // denied, not planned
)

func stageOf(s rapporteur.MeetingState) stage {
	switch s {
	case rapporteur.MeetingHeld, rapporteur.MeetingUnderWay:
		return took
	case rapporteur.MeetingPlanned:
		return ahead
	case rapporteur.MeetingCancelled, rapporteur.MeetingPostponed:
		return off
	}
	return naught
}

// spoken is one mention of a meeting.
type spoken struct {
	*encounter
	claim  int // index in claims, -1 for one of which too little is told
	people []rapporteur.Mention
	sides  []rapporteur.Mention
}

// threads follows the meetings of the report through its sentences, completes
// the claims of each and adds those that are complete now.
func (r *reading) threads() {
	r.namedSides()
	r.takenUp()
	var all []spoken
	heads := map[int]bool{}
	for n := range r.claims {
		f := &r.claims[n]
		if f.Meeting == nil {
			continue
		}
		heads[f.head] = true
		e := &encounter{head: f.head, noun: -1}
		if f.met != nil {
			*e = *f.met
		}
		e.state, e.place, e.when, e.format = f.Meeting.State, f.Meeting.Place, f.When, f.Meeting.Format
		all = append(all, spoken{encounter: e, claim: n, people: f.Meeting.Participants, sides: f.Meeting.Parties})
	}
	for _, e := range r.hinted {
		if !heads[e.head] {
			heads[e.head] = true
			all = append(all, spoken{encounter: e, claim: -1, people: e.people, sides: e.parties})
		}
	}
	slices.SortStableFunc(all, func(x, y spoken) int { return x.head - y.head })
	var threads []*thread
	for _, x := range all {
		var at *thread
		for n := len(threads) - 1; n >= 0 && at == nil; n-- {
			if r.sameMeeting(threads[n], x) {
				at = threads[n]
			}
		}
		if at == nil {
			at = &thread{stage: stageOf(x.state), visit: x.format == "visit", vague: true}
			threads = append(threads, at)
		}
		r.take(at, x)
	}
	r.onStay(threads)
	r.whereWritten(threads)
	r.sessionsOf(threads)
	r.sidesOfSession(threads)
	r.onDayOfNews(threads)
	r.fromScene(threads)
	for _, t := range threads {
		if len(t.claims)+len(t.hints) > 1 || t.news || len(t.hints) > 0 && t.place != "" && t.hints[0].place == "" {
			r.complete(t)
		}
	}
}

// whereWritten gives the meeting that a report opens with, of those days, the place that it
// was written from, where it tells no other.
func (r *reading) whereWritten(threads []*thread) {
	pub := r.report.Published
	if r.report.Dateline == "" || strings.Contains(r.report.Dateline, "/") || pub.IsZero() {
		return
	}
	for _, t := range threads {
		if t.place != "" || t.remote || t.stage != took || t.visit || len(t.claims) == 0 || t.when.Days() < 1 || t.when.Days() > 4 || pub.Sub(t.when.To) > 2 || t.when.To.After(pub) {
			continue
		}
		first := &r.claims[t.claims[0]]
		if !r.early(first.head, 3) || len(t.people)+len(t.sides) < 2 || r.placeTold(r.sentence(first.head)) {
			continue
		}
		t.place = titled(r.report.Dateline)
		for _, n := range t.claims {
			f := &r.claims[n]
			m := *f.Meeting
			f.Meeting = &m
			t.fill(&m, &f.When)
		}
	}
}

// placeTold reports whether a sentence tells where anything is, or speaks from afar.
func (r *reading) placeTold(s lang.Range) bool {
	for k := s.Start + 1; k < s.End; k++ {
		if r.lemma(k) == "capital" && r.capitalOf(k) != "" {
			return true
		}
		n := r.nameAt(k)
		if n == nil || n.Start != k || n.Type != lang.LOC || n.End < len(r.kids) && possessive(r.lower(n.End)) {
			continue
		}
		switch r.lower(k - 1) {
		case "in", "at", "to", "near", "from", "outside", "inside":
			return true
		}
	}
	return false
}

// sessionsOf gives a session that is told by its day alone the place and the parties of the
// round of those days that was told before: "Monday's session lasted four hours".
func (r *reading) sessionsOf(threads []*thread) {
	for n, t := range threads {
		if t.place != "" || t.remote || t.stage != took || !t.when.Exact() || len(t.people) > 0 {
			continue
		}
		head := t.head(r)
		noun := r.lemma(head)
		if noun != "session" && noun != "sitting" && noun != "round" && noun != "talk" && noun != "talks" && noun != "meeting" || !r.pointed(head) {
			continue
		}
		u := t.roundBefore(threads[:n])
		if u == nil {
			continue
		}
		t.place, t.people, t.sides = u.place, u.people, u.sides
		for _, c := range t.claims {
			f := &r.claims[c]
			m := *f.Meeting
			f.Meeting = &m
			t.fill(&m, &f.When)
		}
	}
}

// roundBefore returns the last of some threads that a session, told by its day, may be of: with
// its people before one of which only the place is told.
func (t *thread) roundBefore(threads []*thread) (best *thread) {
	for _, u := range threads {
		gap := max(u.when.From.Sub(t.when.To), t.when.From.Sub(u.when.To))
		switch {
		case u.stage != took || u.remote || u.visit || u.place == "" || u.when.Days() < 1 || u.when.Days() > 10 || gap > 2:
		case len(t.sides) > 0 && !slices.ContainsFunc(t.sides, func(m rapporteur.Mention) bool { return knows(u.sides, m) }):
		case best == nil || len(u.people)+len(u.sides) > 0 || len(best.people)+len(best.sides) == 0:
			best = u
		}
	}
	return best
}

// head returns the token of the first claim of a thread, or of its first mention.
func (t *thread) head(r *reading) int {
	if len(t.claims) > 0 {
		return r.claims[t.claims[0]].head
	}
	return t.hints[0].head
}

// take adds what a mention tells.
func (r *reading) take(t *thread, x spoken) {
	for _, p := range x.people {
		t.people = addMention(t.people, p)
	}
	for _, p := range x.sides {
		t.sides = addMention(t.sides, p)
	}
	if t.place == "" {
		t.place = x.place
	}
	if days := x.when.Days(); t.when.IsZero() || days > 0 && days < t.when.Days() && !r.putOff(t, x) {
		t.when = x.when
	}
	if remote(x.format) {
		t.remote, t.format = true, x.format
	}
	t.vague = t.vague && r.atLarge(x) && x.when.IsZero() && x.place == "" && x.name == ""
	t.last = x.head
	if x.claim >= 0 {
		t.claims = append(t.claims, x.claim)
	} else {
		t.hints = append(t.hints, x.encounter)
	}
}

// putOff reports whether a mention tells to which day the meeting of a thread was put
// off, though it names nobody: "That session has been moved to Thursday".
func (r *reading) putOff(t *thread, x spoken) bool {
	return (x.state == rapporteur.MeetingPostponed || x.moved) && t.stage == ahead && r.sent[x.head]-r.sent[t.last] <= 1 && len(x.people)+len(x.sides) == 0 && !x.when.IsZero() && r.refersBack(x)
}

func remote(format string) bool { return format == "phone" || format == "video" }

// sameMeeting reports whether a mention may be one of the meeting of a thread: it
// refers back, or tells of the same people, and contradicts nothing.
func (r *reading) sameMeeting(t *thread, x spoken) bool {
	s := stageOf(x.state)
	gap := r.sent[x.head] - r.sent[t.last]
	switch {
	case s == off && t.stage == ahead && gap == 0 && len(x.people)+len(x.sides) == 0 && x.when.IsZero(),
		s == ahead && t.stage == off && gap == 0 && len(t.people)+len(t.sides) == 0 && t.when.IsZero():
		return true // "the round, due to start on Friday, was put off"
	case r.putOff(t, x):
		return true
	case s != t.stage && !(s == off && t.stage == ahead):
		return false
	}
	switch {
	case !x.when.IsZero() && !t.when.IsZero() && !x.when.Overlaps(t.when):
		return false
	case x.place != "" && t.place != "" && !samePlace(x.place, t.place):
		return false
	case remote(x.format) != t.remote && (x.place != "" || t.place != "" || r.bargaining(x.head)):
		return false
	}
	shared, others, people := 0, 0, 0
	for _, p := range x.people {
		switch {
		case named(p) && knows(t.people, p):
			shared++
			people++
		case named(p):
			others++
		}
	}
	for _, p := range x.sides {
		if knows(t.sides, p) {
			shared++
		} else if len(t.sides) > 1 {
			others++
		}
	}
	known := 0
	for _, p := range slices.Concat(t.people, t.sides) {
		if named(p) {
			known++
		}
	}
	dated := !x.when.IsZero() && x.when == t.when && x.when.Exact()
	switch {
	case others > 0 && known > 1 && shared < 2:
		return false // others met
	case people == 0 && !x.when.IsZero() && !t.when.IsZero() && (x.when.Exact() && t.when.Days() > 7 || t.when.Exact() && x.when.Days() > 7):
		return false // a day, and some time this month
	case t.vague && !r.atLarge(x):
		return false
	case x.with && shared == 0 && known > 1, t.stage == took && r.anotherKind(x.encounter, t.format):
		return false
	case t.visit != (x.format == "visit") && shared == 0:
		return false
	case r.refersBack(x):
		switch {
		case shared > 0, dated:
			return gap <= 8
		case others > 0:
			return gap <= 2 && known < 2
		}
		return gap <= 3
	case x.claim >= 0 && s == took && people > 1 && others == 0:
		return gap <= 12 && (x.when.IsZero() || t.when.IsZero() || dated) && (x.place != "" || t.place != "" || dated || gap <= 4)
	}
	return false
}

// refersBack reports whether an encounter is told as one that is known already:
// "the session", "that appointment", "it lasted". Talks at large are not: "the
// negotiations with Estrel have begun".
func (r *reading) refersBack(x spoken) bool {
	noun := x.noun
	if noun <= 0 {
		noun = x.head
	}
	if r.upos(noun) != "NOUN" && r.upos(noun) != "PROPN" {
		return x.known
	}
	if x.plural || x.name != "" || !r.pointed(noun) {
		return false
	}
	return !r.atLarge(x) || x.minutes > 0 || x.clock != "" || x.own.Exact() || len(x.outcome) > 0
}

// atLarge reports whether a mention is of talks that may go on for months.
func (r *reading) atLarge(x spoken) bool {
	noun := x.noun
	if noun <= 0 {
		noun = x.head
	}
	switch r.lemma(noun) {
	case "negotiation", "consultation", "discussion", "dialogue", "talk", "talks":
		return true
	}
	return false
}

// pointed reports whether the words before a noun point to what is known: an
// article, "their", "Monday's".
func (r *reading) pointed(i int) bool {
	for _, at := range []int{i, r.head(i)} {
		if at < 0 || at != i && (base(r.rel(i)) != "nmod" || r.caseOf(i) != "of") {
			continue
		}
		if r.child(at, "nmod:poss") >= 0 {
			return true
		}
		if d := r.child(at, "det"); d >= 0 {
			switch r.lower(d) {
			case "the", "this", "that", "these", "those":
				return true
			}
		}
	}
	return false
}

func named(p rapporteur.Mention) bool { return p.Kind != rapporteur.Group }

func knows(list []rapporteur.Mention, m rapporteur.Mention) bool {
	return slices.ContainsFunc(list, func(x rapporteur.Mention) bool { return x.Name == m.Name })
}

// samePlace reports whether two printed places may be one: a building may stand in any town.
func samePlace(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a == b || strings.Contains(a, b) || strings.Contains(b, a) || facility(a) != facility(b)
}

// complete lets what a thread tells flow into its claims, and makes claims of its
// other mentions that bring something new.
func (r *reading) complete(t *thread) {
	r.missed(t)
	for _, n := range t.claims {
		f := &r.claims[n]
		m := *f.Meeting
		f.Meeting = &m
		t.fill(&m, &f.When)
	}
	for _, e := range t.hints {
		if e.minutes > 0 && slices.ContainsFunc(t.claims, func(n int) bool {
			return r.sent[r.claims[n].head] == r.sent[e.head] && r.claims[n].Meeting.Minutes == e.minutes
		}) {
			continue // "the conversation lasted an hour", told at the noun
		}
		m := &rapporteur.MeetingClaim{
			State: e.state, Name: e.name, Place: e.place, Format: e.format, Participants: slices.Clone(e.people), Parties: slices.Clone(e.parties),
			Minutes: e.minutes, Clock: e.clock, Zone: e.zone, Outcome: e.outcome,
		}
		if m.Format == "" && t.remote {
			m.Format = t.format // "the conversation lasted"
		}
		when := e.when
		t.fill(m, &when)
		if !r.worth(t, m, when, e.head) {
			continue
		}
		c := rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: m, When: when, Modality: e.modality}
		if g := r.governor(e.head); g != nil && g.perfect && g.past {
			c.Background = true
		}
		r.add(e.head, c)
		r.claims[len(r.claims)-1].met = e
		t.claims = append(t.claims, len(r.claims)-1)
	}
}

// missed puts the weekday of what was to begin, and was put off, into the days
// gone by where that is the nearer: told on a Wednesday, "due to start on Tuesday".
func (r *reading) missed(t *thread) {
	pub := r.report.Published
	if t.stage != ahead && t.stage != off || pub.IsZero() || !t.when.Exact() || t.when.From.Sub(pub) < 4 || t.when.From.Sub(pub) > 7 {
		return
	}
	put := slices.ContainsFunc(t.hints, func(e *encounter) bool { return stageOf(e.state) == off && r.sentWith(e, t) })
	if !put {
		return
	}
	was := t.when
	t.when = rapporteur.Interval{From: was.From.AddDays(-7), To: was.To.AddDays(-7)}
	for _, n := range t.claims {
		if r.claims[n].When == was {
			r.claims[n].When = t.when
		}
	}
}

// sentWith reports whether an encounter stands in the sentence of a claim of the thread.
func (r *reading) sentWith(e *encounter, t *thread) bool {
	return slices.ContainsFunc(t.claims, func(n int) bool { return r.sent[r.claims[n].head] == r.sent[e.head] })
}

// fill completes a claim with what the thread tells besides.
func (t *thread) fill(m *rapporteur.MeetingClaim, when *rapporteur.Interval) {
	if people, sides := count(m.Participants), len(m.Parties); people+sides < 2 || people == 0 && sides < 2 {
		m.Participants, m.Parties = slices.Clone(m.Participants), slices.Clone(m.Parties)
		for _, p := range t.people {
			if named(p) || len(m.Participants) == 0 {
				m.Participants = addMention(m.Participants, p)
			}
		}
		for _, p := range t.sides {
			m.Parties = addMention(m.Parties, p)
		}
	}
	if m.Place == "" && !remote(m.Format) {
		m.Place = t.place
	}
	if when.IsZero() {
		*when = t.when
	}
}

// count counts those who are told by name.
func count(list []rapporteur.Mention) int {
	n := 0
	for _, p := range list {
		if named(p) {
			n++
		}
	}
	return n
}

// worth reports whether a mention is enough for a claim, now that it is complete,
// and tells what the claims of its thread do not.
func (r *reading) worth(t *thread, m *rapporteur.MeetingClaim, when rapporteur.Interval, at int) bool {
	who := count(m.Participants) + len(m.Parties)
	switch days := when.Days(); {
	case t.news && m.Place == "" && who == 1 && m.Minutes > 0 && days == 1:
	case who == 0 && len(t.claims) > 0 && m.Minutes > 0 && days == 1: // "the two leaders spoke on Monday. The call took an hour"
	case who == 0 && (m.Place == "" || days <= 0 || days > 7):
		return false
	case who < 2 && m.Place == "" && !m.Sides:
		return false
	case who < 2 && (days <= 0 || days > 31):
		return false
	case m.Place == "" && days <= 0:
		return false
	}
	if slices.ContainsFunc(t.claims, func(n int) bool { // its verb and its noun: "the conversation lasted an hour"
		f := &r.claims[n]
		return r.sent[f.head] == r.sent[at] && f.Meeting.State == m.State && f.When == when && f.Meeting.Minutes == m.Minutes && f.Meeting.Clock == m.Clock && f.Meeting.Place == m.Place && len(m.Outcome) == 0
	}) {
		return false
	}
	if m.Minutes > 0 || m.Clock != "" || len(m.Outcome) > 0 {
		return true
	}
	for _, n := range t.claims {
		f := &r.claims[n]
		if f.Meeting.State == m.State && (f.Meeting.Place != "" || m.Place == "") && f.When.Days() > 0 && count(f.Meeting.Participants)+len(f.Meeting.Parties) >= who {
			return false
		}
	}
	return true
}
