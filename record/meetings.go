package record

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

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
