package record

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"time"

	"rapporteur"
)

// meeting is an encounter with the facts that tell of it.
type meeting struct {
	rapporteur.Meeting
	nth    int
	facts  []*encounter
	place  place
	remote bool // by phone or video: at no place
	people []string
	sides  []string
	bodies []string
	ranged bool // a claim itself tells of several days
}

// encounter is a fact of a meeting with its actors resolved.
type encounter struct {
	*fact
	state  rapporteur.MeetingState
	days   rapporteur.Interval
	place  place
	remote bool
	people []string // persons
	sides  []string // parties, and whom the persons act for
	absent []string
	bodies []string // parties as named
}

const (
	tight       = 10 // days: an interval that dates a meeting
	meetingSpan = 45 // days between a meeting and an undated mention of it
)

func (b *build) encounter(f *fact) *encounter {
	m := f.Meeting
	e := &encounter{fact: f, state: m.State, place: readPlace(m.Place)}
	switch format := strings.ToLower(m.Format); format {
	case "phone", "video", "call", "phone call", "video call", "teleconference", "videoconference":
		e.remote = true
	}
	for _, x := range slices.Concat(m.Participants, m.Parties) {
		id := b.actor(x)
		if id == "" {
			continue
		}
		if b.byID[id].class == personClass {
			e.people = addNew(e.people, id)
			e.sides = addNew(e.sides, b.sides[id])
		} else if both(b.byID[id].Name) && len(b.principals()) == 2 {
			e.bodies = addNew(e.bodies, b.principals()...)
			e.sides = addNew(e.sides, b.principals()...)
		} else if !b.anonymous(id) {
			e.bodies = addNew(e.bodies, id)
			e.sides = addNew(e.sides, cmp.Or(b.sides[id], id))
		}
	}
	e.absent = b.ids(m.Absent...)
	// what a report tells of a day to come has not taken place, and what it tells
	// as planned for a day gone by was not planned for that day
	if !f.day.IsZero() && happens(e.state) && f.When.From.After(f.day) {
		e.state = rapporteur.MeetingPlanned
	}
	e.days = f.When
	if !f.day.IsZero() && e.state == rapporteur.MeetingPlanned && !f.Background && !f.When.To.IsZero() && f.When.To.Before(f.day) {
		e.days = rapporteur.Interval{}
	}
	if f.Modality == rapporteur.Denied && (e.state == rapporteur.MeetingHeld || e.state == rapporteur.MeetingUnderWay) {
		e.state = rapporteur.MeetingDenied
	}
	return e
}

// dated reports whether the day of the meeting is known to within a few days.
func (e *encounter) dated() bool { return e.days.Days() > 0 && e.days.Days() <= tight }

// over reports whether the time of the meeting had passed when it was reported.
func (e *encounter) over() bool {
	return e.day.IsZero() || e.days.To.IsZero() || !e.days.To.After(e.day)
}

// happens reports whether a state is one of a meeting that takes or took place.
func happens(s rapporteur.MeetingState) bool {
	return s == rapporteur.MeetingHeld || s == rapporteur.MeetingUnderWay
}

func never(s rapporteur.MeetingState) bool {
	return s == rapporteur.MeetingNotPlanned || s == rapporteur.MeetingDenied
}

func (b *build) mergeMeetings() {
	var dated, loose []*encounter
	for _, f := range b.of(rapporteur.KindMeeting) {
		if f.Modality == rapporteur.Conditional {
			continue // what might be is no meeting
		}
		e := b.encounter(f)
		if len(e.people)+len(e.bodies) == 0 && e.place.folded == "" && e.days.IsZero() {
			continue // nothing tells it from any other
		}
		if e.dated() {
			dated = append(dated, e)
		} else {
			loose = append(loose, e)
		}
	}
	// the exact before the vague, and those that name more before those that name less
	slices.SortStableFunc(dated, func(x, y *encounter) int {
		return cmp.Or(x.days.From.Compare(y.days.From), cmp.Compare(x.days.Days(), y.days.Days()),
			cmp.Compare(y.telling(), x.telling()), x.at.compare(y.at))
	})
	x := &meetingIndex{byDay: map[rapporteur.Date][]*meeting{}, byActor: map[string][]*meeting{}}
	for _, e := range dated {
		x.take(e, x.around(e.days), (*meeting).alikeDated)
	}
	slices.SortStableFunc(loose, func(x, y *encounter) int {
		return cmp.Or(cmp.Compare(y.telling(), x.telling()), x.at.compare(y.at))
	})
	for _, e := range loose {
		x.take(e, x.with(e), (*meeting).alikeLoose)
	}
	all := x.all
	// one party alone, at no place, tells of no meeting that could be found again
	all = slices.DeleteFunc(all, func(m *meeting) bool {
		if m.place.folded == "" && len(m.people) == 0 && m.Date.IsZero() && m.took() {
			return true // "the two sides have met": some time, somewhere
		}
		return m.place.folded == "" && len(m.people)+len(m.bodies) < 2
	})
	for _, m := range all {
		b.settleMeeting(m)
	}
	slices.SortFunc(all, func(x, y *meeting) int {
		return cmp.Or(x.begin().Compare(y.begin()), x.facts[0].at.compare(y.facts[0].at))
	})
	for _, m := range all {
		b.rec.Meetings = append(b.rec.Meetings, m.Meeting)
	}
	b.meetings = all
}

// telling counts what an encounter is known by.
func (e *encounter) telling() int {
	n := 2*min(len(e.people), 3) + min(len(e.sides), 2)
	if e.place.folded != "" {
		n += 2
	}
	return n
}

// meetingIndex finds the meetings that an encounter may tell of.
type meetingIndex struct {
	all     []*meeting
	byDay   map[rapporteur.Date][]*meeting // of the meeting, and a day around it
	byActor map[string][]*meeting          // by actor and the half year of the meeting or its first report; by actor alone as well
}

// around returns the meetings of the days of an interval, in order of their making.
func (x *meetingIndex) around(when rapporteur.Interval) []*meeting {
	var out []*meeting
	for d := when.From; !d.After(when.To); d = d.AddDays(1) {
		out = append(out, x.byDay[d]...)
	}
	return inOrderOfMaking(out)
}

func inOrderOfMaking(ms []*meeting) []*meeting {
	slices.SortFunc(ms, func(m, n *meeting) int { return cmp.Compare(m.nth, n.nth) })
	return slices.Compact(ms)
}

// season is the half year of a day.
func season(d rapporteur.Date) string {
	if d.IsZero() {
		return "?"
	}
	return strconv.Itoa(2*d.Year + int(d.Month-1)/6)
}

// with returns the meetings that share an actor with an encounter, about its time where that is known.
func (x *meetingIndex) with(e *encounter) []*meeting {
	var times []string
	day := e.day
	if e.days.Days() > 0 && e.days.Days() < 400 {
		for d := e.days.From; d.Before(e.days.To); d = d.AddDays(90) {
			times = addNew(times, season(d))
		}
		times = addNew(times, season(e.days.To))
	}
	if !day.IsZero() {
		times = addNew(times, season(day.AddDays(-2*meetingSpan)), season(day), season(day.AddDays(2*meetingSpan)), "?")
	} else {
		times = []string{""}
	}
	var out []*meeting
	if e.nobody() && e.days.Days() > 0 && e.days.Days() < 100 {
		return x.around(e.days)
	} else if e.nobody() && !e.day.IsZero() {
		return x.around(rapporteur.Interval{From: e.day.AddDays(-5), To: e.day})
	}
	for _, a := range slices.Concat(e.people, e.sides) {
		for _, t := range times {
			out = append(out, x.byActor[a+"\x00"+t]...)
		}
	}
	return inOrderOfMaking(out)
}

// put lists a meeting under its days and actors.
func (x *meetingIndex) put(m *meeting) {
	if m.Date.Days() > 0 && m.Date.Days() <= 2*tight {
		for d := m.Date.From.AddDays(-1); !d.After(m.Date.To.AddDays(1)); d = d.AddDays(1) {
			if list := x.byDay[d]; len(list) == 0 || !slices.Contains(list, m) {
				x.byDay[d] = append(list, m)
			}
		}
	}
	at := m.Date.To
	if at.IsZero() {
		at = m.facts[0].day
	}
	for _, a := range slices.Concat(m.people, m.sides) {
		for _, t := range []string{season(at), ""} {
			key := a + "\x00" + t
			if list := x.byActor[key]; len(list) == 0 || list[len(list)-1] != m && !slices.Contains(list, m) {
				x.byActor[key] = append(list, m)
			}
		}
	}
}

// take adds an encounter to the one meeting that it surely tells of, else to a new one.
func (x *meetingIndex) take(e *encounter, among []*meeting, alike func(*meeting, *encounter) (int, string)) {
	var to *meeting
	best, why, tie := 0, "", false
	for _, m := range among {
		s, reason := alike(m, e)
		switch {
		case s > best:
			to, best, why, tie = m, s, reason, false
		case s == best && s > 0:
			tie = true
		}
	}
	if to == nil || tie && best < 100 {
		to = &meeting{nth: len(x.all)}
		x.all = append(x.all, to)
		why = ""
	}
	days, people, sides := to.Date, len(to.people), len(to.sides)
	to.join(e, why)
	if len(to.facts) == 1 || to.Date != days || len(to.people) != people || len(to.sides) != sides {
		x.put(to)
	}
}

func (m *meeting) join(e *encounter, why string) {
	if len(m.facts) > 0 {
		m.Merges = append(m.Merges, rapporteur.Merge{What: e.ID, Reason: why})
	}
	m.facts = append(m.facts, e)
	m.people = addNew(m.people, e.people...)
	m.sides = addNew(m.sides, e.sides...)
	m.bodies = addNew(m.bodies, e.bodies...)
	m.remote = m.remote || e.remote
	if m.place.folded == "" && e.place.folded != "" || m.place.compare(e.place) == holds && e.place.narrower(m.place) {
		m.place, m.Place = e.place, strings.TrimPrefix(e.Meeting.Place, "the ")
	}
	if e.dated() {
		if m.Date.IsZero() || m.Date.Days() == 0 || m.Date.Days() > tight {
			m.Date = e.days
		} else if !e.days.Overlaps(m.Date) {
			m.Date = span(m.Date, e.days)
			m.ranged = true
		} else if e.days.Days() < m.Date.Days() && !m.ranged && !round(m.Date) {
			m.Date = e.days
		} else if round(e.days) && m.Date.Exact() {
			m.Date = e.days
		}
	} else if m.Date.IsZero() {
		m.Date = e.days
	}
}

// round reports whether an interval reads as the days of a round rather than as
// a day not exactly known: two or three days that are no weekend.
func round(i rapporteur.Interval) bool {
	n := i.Days()
	return n == 3 || n == 2 && i.From.Weekday() != time.Saturday
}

// company says how the people of an encounter fit a meeting's: 3 several of the
// same people, 2 one or the same parties, 1 nothing against it, 0 others.
func (m *meeting) company(e *encounter) int {
	people, sides := 0, 0
	for _, p := range e.people {
		if slices.Contains(m.people, p) {
			people++
		}
	}
	for _, s := range e.sides {
		if slices.Contains(m.sides, s) {
			sides++
		}
	}
	switch {
	case people >= 2:
		return 4
	case people == 1 && (sides >= 2 || len(e.people) == 1 || len(m.people) == 1):
		return 3
	case people == 0 && len(e.people) > 0 && len(m.people) > 0:
		if sides >= 2 && (len(e.people) == 1 || len(m.people) == 1) {
			return 1 // two members of one delegation, maybe
		}
		return 0
	case sides >= 2:
		return 2
	case people == 1 || sides == 1:
		return 1
	case len(e.sides)+len(e.people) == 0 || len(m.sides)+len(m.people) == 0:
		return 1
	}
	return 0
}

// fits reports what no merge may contradict.
func (m *meeting) fits(e *encounter) (where fit, ok bool) {
	where = m.place.compare(e.place)
	if where == elsewhere || m.remote != e.remote && (m.remote && e.place.folded != "" || e.remote && m.place.folded != "") {
		return where, false
	}
	if m.remote != e.remote && !never(e.state) && len(m.facts) > 0 && m.facts[0].Meeting.Format != "" && e.Meeting.Format != "" {
		return where, false
	}
	return where, true
}

// alikeDated says how surely an encounter on a known day is the meeting.
func (m *meeting) alikeDated(e *encounter) (int, string) {
	where, ok := m.fits(e)
	if !ok || m.Date.Days() == 0 {
		return 0, ""
	}
	company := m.company(e)
	if company == 0 {
		return 0, ""
	}
	exact := m.Date.Exact() && e.days.Exact()
	overlap := m.Date.Overlaps(e.days)
	switch {
	case overlap && where == same && company >= 2:
		return 200 + company, "same place, same time, same people"
	case overlap && exact && where == same && company >= 1:
		return 150 + company, "same place, same day"
	case overlap && where >= unknown && company >= 3:
		return 120 + company, "same people, same time"
	case overlap && exact && where >= unknown && company >= 2:
		return 110 + company, "same parties, same day"
	case overlap && where >= holds && company >= 1 && (e.nobody() || m.nobody()):
		return 40, "same place, same days"
	case overlap && exact && where == unknown && company >= 1 && e.telling() <= 2:
		return 30, "same day, a party of it"
	case overlap && where >= unknown && company >= 2 && min(m.Date.Days(), e.days.Days()) <= 3:
		return 60 + company, "same parties, same days"
	case !overlap && where == same && company >= 2 && near(m.Date, e.days, 1) && span(m.Date, e.days).Days() <= 4 && m.goesOn(e):
		return 50 + company, "same place and people, the next day"
	}
	return 0, ""
}

// goesOn reports whether talks that are reported for two days running are one
// round: both take or took place, or both are still planned.
func (m *meeting) goesOn(e *encounter) bool {
	for _, o := range m.facts {
		if o.state == rapporteur.MeetingCancelled || o.state == rapporteur.MeetingPostponed || never(o.state) {
			return false
		}
	}
	return happens(e.state) || e.state == rapporteur.MeetingPlanned
}

// alikeLoose says how surely an encounter without a known day is the meeting.
func (m *meeting) alikeLoose(e *encounter) (int, string) {
	where, ok := m.fits(e)
	if !ok {
		return 0, ""
	}
	company := m.company(e)
	if company == 1 && where >= holds && e.nobody() && !e.days.IsZero() && m.Date.Days() > 0 && m.Date.Overlaps(e.days) {
		return 10, "same place within the time"
	}
	if company == 1 && where == same && e.nobody() && e.days.IsZero() && happens(e.state) && m.took() && m.Date.Exact() && !e.day.IsZero() {
		if gap := e.day.Sub(m.Date.To); gap >= 0 && gap <= 4 {
			return 8, "same place, days before"
		}
	}
	if company < 2 {
		return 0, ""
	}
	if !e.days.IsZero() && !m.Date.IsZero() && !m.Date.Overlaps(e.days) {
		return 0, ""
	}
	// what never was is no part of what took place, nor the other way round
	if never(e.state) != m.never() && (happens(e.state) || m.took()) {
		return 0, ""
	}
	off := e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed
	if off && m.took() || happens(e.state) && m.off() {
		return 0, ""
	}
	known := m.Date.Days() > 0 && m.Date.Days() <= tight
	overlaps := !e.days.IsZero() && !m.Date.IsZero()
	gap := 0 // days from the meeting to the report
	if !e.day.IsZero() {
		to := m.Date.To
		if to.IsZero() && len(m.facts) > 0 {
			to = m.facts[0].day
		}
		if !to.IsZero() {
			gap = e.day.Sub(to)
		}
	}
	ahead := e.state == rapporteur.MeetingPlanned
	if ahead && !e.Background && known && m.Date.To.Before(e.day) || ahead && m.Date.IsZero() && m.took() {
		return 0, "" // planned after the one was over: another
	}
	if gap > meetingSpan && !overlaps || gap < -meetingSpan && !(overlaps || ahead) || gap < -1 && happens(e.state) && !overlaps {
		return 0, ""
	}
	sameReport := slices.ContainsFunc(m.facts, func(o *encounter) bool { return o.r.ID == e.r.ID })
	recent := 0
	if gap >= 0 && gap <= 14 {
		recent = 14 - gap
	}
	switch {
	case where == holds && company >= 3 && (overlaps || sameReport || known && gap <= 14 && gap >= -14):
		return 45 + 5*company + recent, "same people, a place of that country"
	case where == same && company >= 3 && (overlaps || known || sameReport || gap <= 14 && gap >= -14):
		return 60 + 5*company + recent, "same place, same people"
	case where == same && company >= 2 && (overlaps || known && gap <= 21 || sameReport):
		return 40 + 5*company + recent, "same place, same parties"
	case where >= unknown && company >= 4 && (overlaps || sameReport || known && gap <= 7 && gap >= -7 && e.sameTime(m)):
		return 30 + recent, "same people, no other time"
	case ahead && known && gap <= 0 && gap >= -14 && where >= unknown && company >= 4 && m.exactly(e):
		return 25, "same people, planned for the days after"
	case where >= unknown && company >= 3 && overlaps && e.days.Days() > 0 && e.days.Days() <= 31 && m.exactly(e):
		return 20 + recent, "same people within the time"
	case never(e.state) && m.never() && company >= 4 && near(m.facts[0].when(), e.when(), 7):
		return 20, "same people, neither planned"
	case never(e.state) && company >= 4 && !known && near(m.facts[0].when(), e.when(), 7):
		return 15, "same people, within days"
	}
	return 0, ""
}

// nobody reports whether no people and no parties are told.
func (e *encounter) nobody() bool { return len(e.people)+len(e.sides) == 0 }

func (m *meeting) nobody() bool { return len(m.people)+len(m.sides) == 0 }

// exactly reports whether the encounter names the same people and nobody else.
func (m *meeting) exactly(e *encounter) bool {
	return len(e.people) > 0 && !slices.ContainsFunc(e.people, func(p string) bool { return !slices.Contains(m.people, p) })
}

// sameTime reports whether both tell of the past, or both of the future.
func (e *encounter) sameTime(m *meeting) bool {
	return happens(e.state) == m.took() && !never(e.state)
}

func (m *meeting) took() bool {
	return slices.ContainsFunc(m.facts, func(o *encounter) bool { return happens(o.state) })
}

func (m *meeting) never() bool {
	return !slices.ContainsFunc(m.facts, func(o *encounter) bool { return !never(o.state) })
}

func (m *meeting) off() bool {
	return slices.ContainsFunc(m.facts, func(o *encounter) bool {
		return o.state == rapporteur.MeetingCancelled || o.state == rapporteur.MeetingPostponed
	})
}

// begin is the first day of the meeting, else of its first report.
func (m *meeting) begin() rapporteur.Date {
	if !m.Date.From.IsZero() {
		return m.Date.From
	}
	if !m.Date.To.IsZero() {
		return m.Date.To
	}
	return m.facts[0].day
}

// progress orders the states of one day's reports.
var progress = map[rapporteur.MeetingState]int{
	rapporteur.MeetingDenied: 0, rapporteur.MeetingNotPlanned: 0, rapporteur.MeetingPlanned: 1, rapporteur.MeetingPostponed: 2,
	rapporteur.MeetingCancelled: 3, rapporteur.MeetingUnderWay: 4, rapporteur.MeetingHeld: 5,
}

func (b *build) settleMeeting(m *meeting) {
	slices.SortFunc(m.facts, func(x, y *encounter) int { return x.at.compare(y.at) })
	facts := m.all()
	m.ID = id("m", facts)
	m.Claims = claimIDs(facts)
	var now *encounter
	names, formats := map[string]int{}, map[string]int{}
	for _, e := range m.facts {
		c := e.Meeting
		switch {
		case now == nil:
			now = e
		case now.state == rapporteur.MeetingHeld && now.over() && now.Modality == rapporteur.Asserted && e.state != rapporteur.MeetingHeld:
			// what took place cannot be planned or called off any more
		case now.state == rapporteur.MeetingHeld && !now.over() && e.r.ID == now.r.ID && e.state != rapporteur.MeetingUnderWay:
			now = e // "held this month", and planned or called off in the same report
		case e.state == rapporteur.MeetingHeld && !e.over() && now.state != rapporteur.MeetingUnderWay && e.at.day == now.at.day:
		case now.Background && !e.Background, e.at.day != now.at.day && !e.Background,
			e.at.day == now.at.day && progress[e.state] > progress[now.state]:
			now = e
		}
		if c.Name != "" {
			names[cleanName(c.Name, false)]++
		}
		if c.Format != "" {
			formats[strings.ToLower(c.Format)]++
		}
		m.Participants = addNew(m.Participants, e.people...)
		m.Parties = addNew(m.Parties, e.sides...)
		for _, o := range e.bodies {
			if a := b.byID[o]; a.Side == "" && a.Kind != rapporteur.State && !slices.Contains(m.Parties, o) {
				m.Parties = append(m.Parties, o)
			}
		}
		for _, o := range c.Outcome {
			if !slices.ContainsFunc(m.Outcome, func(p string) bool { return containment(stems(p), stems(o)) >= 0.7 }) {
				m.Outcome = append(m.Outcome, o)
			}
		}
		if m.Clock == "" && c.Clock != "" {
			m.Clock, m.Zone = c.Clock, c.Zone
		}
	}
	m.State = now.state
	m.Name, m.Format = most(names), most(formats)
	m.Minutes = minutes(m.facts)
	m.Participants = slices.DeleteFunc(m.Participants, func(p string) bool {
		in, out := 0, 0
		for _, e := range m.facts {
			if slices.Contains(e.people, p) {
				in++
			}
			if slices.Contains(e.absent, p) {
				out++
			}
		}
		return out > in
	})
	var founding []*fact
	for _, e := range m.facts {
		if e.state == m.State || happens(m.State) && happens(e.state) {
			founding = append(founding, e.fact)
		}
	}
	m.Standing = b.standing(founding)
}

func (m *meeting) all() []*fact {
	out := make([]*fact, 0, len(m.facts))
	for _, e := range m.facts {
		out = append(out, e.fact)
	}
	return out
}

// minutes returns the length that most origins tell, the earliest among equals.
func minutes(facts []*encounter) int {
	votes := map[int]map[*origin]bool{}
	best := 0
	for _, e := range facts {
		if n := e.Meeting.Minutes; n > 0 {
			if votes[n] == nil {
				votes[n] = map[*origin]bool{}
			}
			votes[n][e.voice.origin] = true
		}
	}
	for _, e := range facts {
		if n := e.Meeting.Minutes; n > 0 && (best == 0 || len(votes[n]) > len(votes[best])) {
			best = n
		}
	}
	return best
}
