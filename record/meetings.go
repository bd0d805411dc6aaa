package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// meeting is an encounter with the facts that tell of it.
type meeting struct {
	rapporteur.Meeting
	facts  []*encounter
	place  place
	remote bool // by phone or video: at no place
	people []string
	sides  []string
	bodies []string
	ranged bool // the days are of several claims

	ofPeople []string            // whom the persons act for
	home     bool                // see encounter.home
	time     rapporteur.Interval // the days while facts are joined; Date is settled in the end
	reports  rapporteur.Interval // from the day of the first to that of the last
	held     bool                // some report tells that it takes or took place
	dropped  bool                // … that it was called off or put off
	meant    bool                // … anything but that there is none

	told         []*encounter              // in order of the claims
	lasts        int                       // days, 0 for unknown
	rank         int                       // see meeting.ready
	strange      bool                      // of others than the negotiation is, see judge
	listed       bool                      // in the record
	sifted, some bool                      // whether it is one of several told for its time, where that was found out
	around       days                      // see window
	within       struct{ first, last int } // half years, see halfYears
	disputes     []dispute
	seated       int32 // see part
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
	group  string   // those who are told without a name: "both sides", "the ministers"
	dated  bool     // the day is known to within a few days
	tells  int      // see telling
	times  []int    // see seasons
	around days     // … and window
	sharp  bool     // the day is known, or the days of a round
	now    bool     // under way when reported, and no days are told

	ofPeople []string // whom the persons act for
	home     bool     // a group of people, or a house of parliament, is told
}

const (
	tight       = 10 // days: an interval that dates a meeting
	meetingSpan = 45 // days between a meeting and an undated mention of it

	afterJourney = 2 // days after a journey in which the talks begin that it was for
)

func (b *Keeper) encounter(f *fact) *encounter {
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
			e.sides = addNew(e.sides, b.side(id))
			e.ofPeople = addNew(e.ofPeople, b.side(id))
		} else if both(b.byID[id].Name) && len(b.principals()) == 2 {
			e.bodies = addNew(e.bodies, b.principals()...)
			e.sides = addNew(e.sides, b.principals()...)
		} else if !b.anonymous(id) {
			e.bodies = addNew(e.bodies, id)
			e.sides = addNew(e.sides, cmp.Or(b.side(id), id))
			e.home = e.home || x.Kind == rapporteur.Group && strings.Contains(x.Name, " ") || house(x.Name)
		} else if e.group == "" {
			e.group = id
		}
	}
	if two := b.principals(); m.Sides && !slices.ContainsFunc(e.sides, func(s string) bool { return !slices.Contains(two, s) }) {
		e.bodies, e.sides = addNew(e.bodies, b.principals()...), addNew(e.sides, b.principals()...)
	}
	e.absent = b.ids(m.Absent...)
	// what a report tells of a day to come has not taken place, and what it tells
	// as planned for a day gone by was not planned for that day
	if !f.day().IsZero() && happens(e.state) && f.When.From.After(f.day()) {
		e.state = rapporteur.MeetingPlanned
	}
	e.days = f.When
	if m.Journey {
		e.days.To = later(e.days.To, e.days.From.AddDays(afterJourney))
	}
	if e.state == rapporteur.MeetingHeld && e.days.Days() > tight && !f.day().IsZero() && e.days.To.After(f.day()) && !e.days.From.After(f.day()) {
		e.days.To = f.day() // "held this month"
	}
	if !f.day().IsZero() && e.state == rapporteur.MeetingPlanned && !f.Background && !f.When.To.IsZero() && f.When.To.Before(f.day()) {
		e.days = rapporteur.Interval{}
	}
	if e.now = e.days.IsZero() && e.state == rapporteur.MeetingUnderWay && f.Modality == rapporteur.Asserted && !f.Background && !f.day().IsZero(); e.now {
		e.days = rapporteur.Interval{From: f.day().AddDays(-1), To: f.day()}
	}
	if f.Modality == rapporteur.Denied && (e.state == rapporteur.MeetingHeld || e.state == rapporteur.MeetingUnderWay) {
		e.state = rapporteur.MeetingDenied
	}
	return e
}

// house reports whether a name is one of a house of parliament, whole or in part.
func house(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool { return houses[w] })
}

var houses = set("congress senate parliament assembly deputies lawmakers congressmen senators bundestag duma knesset diet majlis caucus backbenchers legislature cabinet")

// over reports whether the time of the meeting had passed when it was reported.
func (e *encounter) over() bool {
	return e.day().IsZero() || e.days.To.IsZero() || !e.days.To.After(e.day())
}

// happens reports whether a state is one of a meeting that takes or took place.
func happens(s rapporteur.MeetingState) bool {
	return s == rapporteur.MeetingHeld || s == rapporteur.MeetingUnderWay
}

func never(s rapporteur.MeetingState) bool {
	return s == rapporteur.MeetingNotPlanned || s == rapporteur.MeetingDenied
}

// meetingRule: meetings on known days come first, the exact before the vague, and
// those that name more before those that name less, so that what tells little
// finds what it is part of; then the others.
func meetingRule() rule[*encounter, *meeting] {
	return rule[*encounter, *meeting]{
		order: func(x, y *encounter) int {
			switch {
			case x.dated != y.dated:
				if x.dated {
					return -1
				}
				return 1
			case x.sharp != y.sharp:
				if x.sharp {
					return -1
				}
				return 1
			case x.sharp && x.days != y.days:
				return cmp.Or(x.days.From.Compare(y.days.From), cmp.Compare(x.days.Days(), y.days.Days()))
			case x.tells != y.tells:
				return cmp.Compare(y.tells, x.tells)
			case x.dated && x.days != y.days:
				return cmp.Or(x.days.From.Compare(y.days.From), cmp.Compare(x.days.Days(), y.days.Days()))
			}
			return byPlace(x.fact, y.fact)
		},
		begin: func(*encounter) *meeting { return &meeting{} },
		join:  (*meeting).join,
		fit: func(m *meeting, e *encounter) (score, string) {
			alike := (*meeting).alikeLoose
			if e.dated {
				alike = (*meeting).alikeDated
			}
			if !m.about(e) {
				return 0, ""
			}
			n, why := alike(m, e)
			return score(n), why
		},
		look:  (*encounter).look,
		keys:  func(m *meeting, _ *encounter) []uint64 { return m.keys() },
		alone: func(best score) bool { return best < 100 },
	}
}

// meets resolves a fact, nil where it tells of no meeting.
func (b *Keeper) meets(f *fact) *encounter {
	if f.Modality == rapporteur.Conditional {
		return nil // what might be is no meeting
	}
	e := b.encounter(f)
	e.dated, e.tells, e.times = e.days.Days() > 0 && e.days.Days() <= tight, e.telling(), e.seasons()
	e.around = numbered(e.window())
	e.sharp = e.dated && !f.Meeting.Journey && !e.now && (e.days.Exact() || round(e.days))
	if len(e.people)+len(e.bodies) == 0 && e.place.folded == "" && e.days.IsZero() && !(e.group != "" && e.state == rapporteur.MeetingNotPlanned) {
		return nil // nothing tells it from any other
	}
	return e
}

func sameEncounter(x, y *encounter) bool {
	return x.state == y.state && x.days == y.days && slices.Equal(x.people, y.people) && slices.Equal(x.sides, y.sides) &&
		slices.Equal(x.bodies, y.bodies) && x.group == y.group && slices.Equal(x.ofPeople, y.ofPeople) && slices.Equal(x.absent, y.absent)
}

// telling counts what an encounter is known by.
func (e *encounter) telling() int {
	n := 2*min(len(e.people), 3) + min(len(e.sides), 2)
	if e.place.folded != "" {
		n += 2
	}
	return n
}

// whenever and unknownTime stand for half years.
const (
	whenever    = -1
	unknownTime = -2
)

// season is the half year of a day.
func season(d rapporteur.Date) int {
	if d.IsZero() {
		return unknownTime
	}
	return 2*d.Year() + int(d.Month()-1)/6
}

// window returns the days about which a meeting is looked for where that is done
// by days: those of a dated encounter, and of one of nobody.
func (e *encounter) window() rapporteur.Interval {
	switch {
	case e.dated && e.state == rapporteur.MeetingPlanned && e.days.Days() > 3:
		return rapporteur.Interval{From: e.days.From.AddDays(-2), To: e.days.To.AddDays(2)}
	case e.dated, e.nobody() && e.days.Days() > 0 && e.days.Days() < 100:
		return e.days
	case e.nobody() && !e.day().IsZero():
		return rapporteur.Interval{From: e.day().AddDays(-5), To: e.day()}
	}
	return rapporteur.Interval{}
}

// days is an interval of known ends as numbers of days; the zero one is none.
type days struct{ from, to int32 }

// numbered returns the days of an interval, none where an end is unknown.
func numbered(i rapporteur.Interval) days {
	if i.From.IsZero() || i.To.IsZero() {
		return days{}
	}
	start := rapporteur.NewDate(1, 1, 1)
	return days{int32(1 + i.From.Sub(start)), int32(1 + i.To.Sub(start))}
}

// near reports whether days lie within a number of days of others.
func (d days) near(o days, n int32) bool { return d.from <= o.to+n && o.from <= d.to+n }

// keys appends keys of the days, of which some days in a row share one.
func (d days) keys(out []uint64) []uint64 {
	const inARow = 4
	for n := d.from / inARow; n <= d.to/inARow; n++ {
		out = append(out, uint64(n)*0x9E3779B97F4A7C15)
	}
	return out
}

// seasons returns the half years in which a meeting with the same actors is looked for.
func (e *encounter) seasons() []int {
	if e.day().IsZero() {
		return []int{whenever}
	}
	var times []int
	add := func(d rapporteur.Date) {
		if t := season(d); !slices.Contains(times, t) {
			times = append(times, t)
		}
	}
	if e.days.Days() > 0 && e.days.Days() < 400 {
		for d := e.days.From; d.Before(e.days.To); d = d.AddDays(90) {
			add(d)
		}
		add(e.days.To)
	}
	add(e.day().AddDays(-2 * meetingSpan))
	add(e.day())
	add(e.day().AddDays(2 * meetingSpan))
	add(rapporteur.Date{})
	return times
}

// look returns the keys of the meetings that an encounter may tell of.
func (e *encounter) look() []uint64 {
	if e.around != (days{}) {
		return e.around.keys(nil)
	}
	out := make([]uint64, 0, len(e.times)*(len(e.people)+len(e.sides)))
	for _, list := range [2][]string{e.people, e.sides} {
		for _, a := range list {
			h := hash(a)
			for _, t := range e.times {
				out = append(out, h+uint64(t))
			}
		}
	}
	return out
}

// about reports whether a meeting is one of those that an encounter looks for.
func (m *meeting) about(e *encounter) bool {
	if e.around != (days{}) {
		return m.shortly() && numbered(m.time).near(e.around, 1)
	}
	return (e.times[0] == whenever || slices.Contains(e.times, season(m.day()))) && (intersects(m.people, e.people) || intersects(m.sides, e.sides))
}

// shortly reports whether the meeting is dated well enough to be found by its days.
func (m *meeting) shortly() bool { return m.time.Days() > 0 && m.time.Days() <= 2*tight }

// day is the last day of the meeting, else of its first report.
func (m *meeting) day() rapporteur.Date {
	if m.time.To.IsZero() {
		return m.facts[0].day()
	}
	return m.time.To
}

// keys returns where a meeting is found: by its days and a day around them, and
// by its actors and the half year.
func (m *meeting) keys() []uint64 {
	out := make([]uint64, 0, 2*(len(m.people)+len(m.sides))+2*tight)
	if m.shortly() {
		d := numbered(m.time)
		out = days{d.from - 1, d.to + 1}.keys(out)
	}
	time, all := season(m.day()), uint64(1<<64+whenever)
	for _, list := range [2][]string{m.people, m.sides} {
		for _, a := range list {
			h := hash(a)
			out = append(out, h+uint64(time), h+all)
		}
	}
	return out
}

func (m *meeting) join(e *encounter, why string) {
	if len(m.facts) > 0 {
		m.Merges = append(m.Merges, rapporteur.Merge{What: e.ID, Reason: why})
	}
	m.facts = append(m.facts, e)
	m.people = addNew(m.people, e.people...)
	m.sides = addNew(m.sides, e.sides...)
	m.bodies = addNew(m.bodies, e.bodies...)
	m.ofPeople = addNew(m.ofPeople, e.ofPeople...)
	m.home = m.home || e.home
	m.remote = m.remote || e.remote
	m.held = m.held || happens(e.state)
	m.dropped = m.dropped || e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed
	m.meant = m.meant || !never(e.state)
	if !e.day().IsZero() {
		m.reports = span(m.reports, rapporteur.On(e.day()))
	}
	m.locate(e.place)
	if e.dated {
		if m.time.IsZero() || m.time.Days() == 0 || m.time.Days() > tight {
			m.time = e.days
		} else if !e.days.Overlaps(m.time) && !e.sharp && m.time.Days() <= 3 {
			// planned for about then
		} else if !e.days.Overlaps(m.time) {
			m.time = span(m.time, e.days)
			m.ranged = true
		} else if e.days.Days() < m.time.Days() && !m.ranged && !round(m.time) {
			m.time = e.days
		} else if round(e.days) && m.time.Exact() {
			m.time = e.days
		}
	} else if m.time.IsZero() {
		m.time = e.days
	}
}

// locate takes a place over where it tells more exactly where the meeting was.
func (m *meeting) locate(p place) {
	if m.place.venue() != p.venue() && m.place.folded != "" && p.folded != "" && m.place.compare(p) == unknown {
		venue, town := m.Place, p.name
		if p.venue() {
			venue, town = town, venue
		}
		m.Place = venue + ", " + town
		m.place = readPlace(m.Place)
	} else if m.place.folded == "" && p.folded != "" || m.place.compare(p) == holds && p.narrower(m.place) {
		m.place, m.Place = p, p.name
	}
}
