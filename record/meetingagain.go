package record

import (
	"cmp"
	"slices"

	"rapporteur"
)

// Meetings are made of what tells of them, in order; then they are looked at once
// more, when all that are dated are known: a plan belongs to the round that it
// became, though that was held a day later than planned, and a meeting told
// without its day, to the one known meeting that it may be. Where several may be
// meant it stays apart.

// The days between a meeting and what tells of it, or of the plan for it.
const (
	overtaken  = 3   // between the days planned and those that the talks were held on
	foreseen   = 31  // from a plan without a day to the meeting
	remembered = 180 // to a mention of the same people, at the place
	recent     = 45  // … of a party, at the place
	lately     = 14  // to a mention of the place alone
	justNow    = 4   // … of the parties alone
	weekly     = 7   // between two reports of one plan for a place
)

// base is the fact that founded the meeting.
func (m *meeting) base() *fact { return m.facts[0].fact }

func (m *meeting) seat() *int32 { return &m.seated }

// againRule puts meetings held on known days first, then those planned for known
// days, then the others, so that what tells less finds what it may be of.
func againRule() rule[*meeting, *meeting] {
	return rule[*meeting, *meeting]{
		order: func(x, y *meeting) int {
			if x.rank != y.rank {
				return cmp.Compare(x.rank, y.rank)
			}
			if x.rank <= vaguelyWho && x.time != y.time {
				return cmp.Or(x.time.From.Compare(y.time.From), cmp.Compare(x.time.Days(), y.time.Days()))
			}
			return byPlace(x.base(), y.base())
		},
		begin: func(*meeting) *meeting { return &meeting{} },
		join:  (*meeting).absorb,
		fit: func(m, o *meeting) (score, string) {
			if !m.foundBy(o) {
				return 0, ""
			}
			n, why := m.same(o)
			return score(n), why
		},
		look:  (*meeting).seek,
		keys:  func(m, _ *meeting) []uint64 { return m.keys() },
		alone: func(score) bool { return true },
	}
}

// How well the days and the people of meetings are known, best first.
const (
	heldThen    = iota // by known people, on known days
	plannedThen        // by known people, for known days
	vaguelyWho         // on known days, by nobody who is told of
	heldSometime
	plannedSometime
)

// ready completes a meeting that is to be looked at once more.
func (m *meeting) ready() bool {
	switch {
	case m.short() && m.took() && !m.nobody():
		m.rank = heldThen
	case m.short() && !m.nobody():
		m.rank = plannedThen
	case m.short():
		m.rank = vaguelyWho
	case m.took():
		m.rank = heldSometime
	default:
		m.rank = plannedSometime
	}
	m.around = numbered(m.window())
	m.within.first, m.within.last = m.halfYears()
	return true
}

// short reports whether the days are known to within a few.
func (m *meeting) short() bool { return m.time.Days() > 0 && m.time.Days() <= tight }

// window returns the days about which the meeting may have been, as far as its
// own days or those of its reports tell.
func (m *meeting) window() rapporteur.Interval {
	first, last := m.reports.From, m.reports.To
	switch {
	case m.time.Days() > 0 && m.time.Days() <= foreseen:
		return rapporteur.Interval{From: m.time.From.AddDays(-overtaken), To: m.time.To.AddDays(overtaken)}
	case m.time.IsZero() && !first.IsZero() && last.Sub(first) <= foreseen:
		return rapporteur.Interval{From: first.AddDays(-lately), To: last}
	}
	return rapporteur.Interval{}
}

// halfYears returns the first and the last in which a meeting of the same actors
// is looked for, the last before the first for none.
func (m *meeting) halfYears() (first, last int) {
	days := m.time
	if n := days.Days(); n <= 0 || n > 400 {
		if days = m.reports; days.IsZero() {
			return 0, -1
		}
		days.From, days.To = days.From.AddDays(-remembered), days.To.AddDays(foreseen)
	} else {
		days.From, days.To = days.From.AddDays(-overtaken), days.To.AddDays(overtaken)
	}
	return season(days.From), season(days.To)
}

// seek returns the keys of the meetings that this one may be part of.
func (m *meeting) seek() (out []uint64) {
	if m.around != (days{}) {
		out = m.around.keys(out)
	}
	for _, list := range [2][]string{m.people, m.sides} {
		for _, a := range list {
			h := hash(a)
			for s := m.within.first; s <= m.within.last; s++ {
				out = append(out, h+uint64(s))
			}
		}
	}
	return out
}

// foundBy reports whether the meeting is one of those that another looks for.
func (m *meeting) foundBy(o *meeting) bool {
	if o.around != (days{}) && m.shortly() && numbered(m.time).near(o.around, 1) {
		return true
	}
	s := season(m.day())
	return o.within.first <= s && s <= o.within.last && (intersects(m.people, o.people) || intersects(m.sides, o.sides))
}

// who says how the people and parties of two meetings fit: 4 the same people, 3
// the same parties, 2 the parties of one among those of the other, 1 nobody is
// told of one, 0 others.
func (m *meeting) who(o *meeting) int {
	among := m.part(&encounter{sides: o.sides})
	switch c := m.company(&encounter{fact: o.base(), people: o.people, sides: o.sides, ofPeople: o.ofPeople, home: o.home}); {
	case c == 3 && len(m.sides) > 1 && len(o.sides) > 1 && !among:
		return 0 // one of them, with others
	case c >= 3:
		return 4
	case c == 2:
		return 3
	case c == 0:
		return 0
	case m.nobody() || o.nobody():
		return 1
	case among:
		return 2
	}
	return 0
}

// occasion is the form of a meeting that is no round of talks: a summit, a visit.
func (m *meeting) occasion() string {
	for _, e := range m.facts {
		switch f := e.Meeting.Format; f {
		case "summit", "visit", "signing":
			return f
		}
	}
	return ""
}

// same says how surely another meeting, told with less, is this one, and why.
func (m *meeting) same(o *meeting) (int, string) {
	if m.remote || o.remote || m.never() || o.never() || m.off() && !m.took() || o.off() {
		return 0, ""
	}
	where := m.place.compare(o.place)
	if where == elsewhere || where == unknown && m.visits() != o.visits() {
		return 0, "" // somebody's journey, and whom else he met in those days
	}
	who := m.who(o)
	if slices.ContainsFunc(o.facts, m.oneByOne) {
		return 0, ""
	}
	if who == 0 || who == 1 && m.occasion() != o.occasion() {
		return 0, ""
	}
	last := o.reports.To
	if !m.short() {
		if where == same && who == 4 && m.time.IsZero() && o.time.IsZero() && m.took() == o.took() && near(m.reports, o.reports, recent) {
			return 35, "same people, same place, the day not told"
		}
		if m.time.Days() > 0 && m.time == o.time && who >= 3 && !m.took() && !o.took() && m.time.Days() <= foreseen {
			return 30, "same parties, planned for the same time"
		}
		if m.time.Days() > 0 && m.time == o.time && who >= 3 && m.took() && o.took() && len(m.people)+len(o.people) == 0 && where >= unknown && m.time.Days() <= foreseen {
			return 26, "same parties, some time that month"
		}
		if where >= holds && who >= 2 && m.meantOnly() && o.meantOnly() && near(m.reports, o.reports, weekly) {
			return 24, "to be at the place some day, told within a week"
		}
		if m.sameMonth(o, where) {
			return 28, "same people, a place of that country, in the month told"
		}
		if where >= unknown && m.samePlan(o) {
			return 25, "the same people are to meet, the day not told"
		}
		return 0, ""
	}
	switch {
	case !o.took() && !last.IsZero() && last.After(m.time.To):
		return 0, "" // planned when this one was over: another
	case o.time.Days() > 0:
		return m.sameDays(o, where, who)
	case o.took():
		return m.mentioned(o, where, who)
	case last.IsZero() || m.time.From.Sub(last) > foreseen || len(m.people) == 0 && len(o.people) > 1 && len(o.ofPeople) > 1:
		return 0, "" // two people, and a round of their states
	case where >= holds && who >= 3 || where == same && who >= 2:
		return 40, "planned, at the place, for the days to come"
	}
	return 0, ""
}

// sameDays compares meetings whose days are told.
func (m *meeting) sameDays(o *meeting, where fit, who int) (int, string) {
	gap := max(m.time.From.Sub(o.time.To), o.time.From.Sub(m.time.To), 0)
	vague := o.time.Days() > tight
	switch {
	case gap > 0 && gap <= 2 && !vague && where >= holds && m.gathering() && o.gathering():
		return 50, "one summit, told of two of its days"
	case gap == 0 && where == same:
		return 85 + who, "same place within the time"
	case gap == 0 && where == holds && who >= 2:
		return 75 + who, "a place of that country, within the time"
	case gap == 0 && who == 4 && o.time.Days() <= foreseen:
		return 60, "same people within the time"
	case gap == 0 && who == 3 && o.time.Days() <= foreseen && (o.took() == m.took() || !vague):
		return 30, "same parties within the time"
	case vague || gap == 0 || gap > overtaken || o.took() || m.toldBeside(o):
		return 0, ""
	case where == same && who >= 2, where == holds && who >= 3, who == 4 && m.took() && m.exactly(&encounter{people: o.people}):
		return 60 - 10*gap + who, "planned for a day nearby"
	}
	return 0, ""
}

// gathering reports whether a summit is told of those at home in no one state: of nobody, or of a body of many.
func (m *meeting) gathering() bool {
	return m.called("summit") && len(m.people) < 2 && len(m.sides) < 2
}

// toldBeside reports whether a report that tells of the meeting as held tells of another
// as planned for a later day.
func (m *meeting) toldBeside(o *meeting) bool {
	return o.time.From.After(m.time.To) && slices.ContainsFunc(m.facts, func(e *encounter) bool {
		return e.state == rapporteur.MeetingHeld && e.over() && slices.ContainsFunc(o.facts, func(x *encounter) bool { return x.r == e.r })
	})
}

// toldWith reports whether a report that tells of the meeting tells of another, too.
func (m *meeting) toldWith(o *meeting) bool {
	return slices.ContainsFunc(m.facts, func(e *encounter) bool {
		return slices.ContainsFunc(o.facts, func(x *encounter) bool { return x.r == e.r })
	})
}

// sameMonth reports whether one tells of the same people at the place in some month, and the other, in that
// month, that they met there, with no day.
func (m *meeting) sameMonth(o *meeting, where fit) bool {
	if where < holds || !m.took() || !o.took() || len(m.people) < 2 || len(m.people) != len(o.people) || !m.exactly(&encounter{people: o.people}) {
		return false
	}
	if m.time.IsZero() {
		m, o = o, m
	}
	return m.time.Days() > 0 && m.time.Days() <= foreseen && o.time.IsZero() && !o.reports.From.IsZero() && m.time.Overlaps(rapporteur.On(o.reports.From))
}

// samePlan reports whether both tell, within some days, that the same people are to meet some day.
func (m *meeting) samePlan(o *meeting) bool {
	return len(m.people) > 1 && len(m.people) == len(o.people) && m.exactly(&encounter{people: o.people}) && m.meantOnly() && o.meantOnly() && near(m.reports, o.reports, lately)
}

// meantOnly reports whether all that is told is that the meeting is to be, some day.
func (m *meeting) meantOnly() bool {
	return m.time.IsZero() && !slices.ContainsFunc(m.facts, func(e *encounter) bool { return e.state != rapporteur.MeetingPlanned })
}

// mentioned judges another meeting that is told as held, without its day.
func (m *meeting) mentioned(o *meeting, where fit, who int) (int, string) {
	first := o.reports.From
	if first.IsZero() || first.Before(m.time.From.AddDays(-1)) || !m.took() && first.Before(m.time.From) {
		return 0, "" // told as held before the days of this one
	}
	if !m.took() && m.toldWith(o) {
		return 0, "" // one report has the one still to come, and the other behind it
	}
	gap := max(first.Sub(m.time.To), 0)
	month := gap / 30
	switch {
	case where >= holds && who == 4 && gap <= remembered:
		return 60 - month, "same people, held there before"
	case where >= holds && who >= 2 && gap <= recent:
		return 50 - month, "a party of it, held there before"
	case where == same && gap <= lately:
		return 40, "held there in the weeks before"
	case where == unknown && who == 4 && gap <= lately:
		return 30, "same people, held in the weeks before"
	case where == unknown && who == 3 && gap <= justNow:
		return 20, "same parties, held in the days before"
	}
	return 0, ""
}

// absorb adds the facts of another meeting. The days stay what they are.
func (m *meeting) absorb(o *meeting, why string) {
	if len(m.facts) == 0 {
		*m = *o
		m.facts, m.Merges, m.people, m.sides = slices.Clip(m.facts), slices.Clip(m.Merges), slices.Clip(m.people), slices.Clip(m.sides)
		m.bodies, m.ofPeople = slices.Clip(m.bodies), slices.Clip(m.ofPeople)
		return
	}
	m.Merges = append(append(m.Merges, rapporteur.Merge{What: o.base().ID, Reason: why}), o.Merges...)
	m.facts = append(m.facts, o.facts...)
	m.people, m.sides, m.bodies = addNew(m.people, o.people...), addNew(m.sides, o.sides...), addNew(m.bodies, o.bodies...)
	m.ofPeople = addNew(m.ofPeople, o.ofPeople...)
	m.reports = span(m.reports, o.reports)
	m.held, m.dropped, m.meant = m.held || o.held, m.dropped || o.dropped, m.meant || o.meant
	m.locate(o.place)
}
