package record

import (
	"slices"
	"time"

	"rapporteur"
)

// round reports whether an interval reads as the days of a round rather than as
// a day not exactly known: two days or more that are no weekend, and no week.
func round(i rapporteur.Interval) bool {
	switch n := i.Days(); n {
	case 2:
		return i.From.Weekday() != time.Saturday
	case 3:
		return true
	case 4, 5, 6: // not the part of a week that is over, or is left
		return i.From.Weekday() != time.Monday && i.To.Weekday() != time.Sunday
	}
	return false
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
	case people == 1 && sides < 2 && e.atHome() != m.atHome() && len(e.sides)+len(m.sides) > 2:
		return 0 // one of them, with people of that one's own side
	case people == 1 && sides < 2 && e.alone() && e.group != "" && !m.alone() && !slices.ContainsFunc(m.facts, func(o *encounter) bool { return o.group != "" }):
		return 1 // one of them, with others of whom no name is told
	case people == 1 && sides < 2 && e.alone() != m.alone():
		return 2 // one of them, somewhere
	case people == 1 && (sides >= 2 || len(e.people) == 1 || len(m.people) == 1):
		return 3
	case people == 0 && len(e.people) > 0 && len(m.people) > 0:
		if sides >= 2 && (len(e.people) == 1 || len(m.people) == 1) {
			return 1 // two members of one delegation, maybe
		}
		if sides >= 1 && len(e.ofPeople) > 0 && len(m.ofPeople) > 0 && !slices.ContainsFunc(e.ofPeople, func(s string) bool { return slices.Contains(m.ofPeople, s) }) {
			return 1 // the two delegations, each told apart
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
	if !ok && m.elsewhere(e) {
		return 35, "same people, same day, told of another place"
	}
	if !ok || m.time.Days() == 0 {
		return 0, ""
	}
	company := m.company(e)
	if m.withOthers(e) {
		company = 0
	}
	if company == 2 && where == unknown && m.visits() != e.visits() {
		company = 1 // somebody's journey, and whom else he met in those days
	}
	if company == 0 || company < 3 && m.otherOccasion(e) || company < 2 && m.remote != e.remote && !never(e.state) {
		return 0, ""
	}
	// what was not to be is no part of what took place, unless it is told of the same people
	if never(e.state) != m.never() && (happens(e.state) || m.took()) && !(m.exactly(e) && len(e.people) == len(m.people)) {
		return 0, ""
	}
	if m.without(e) || m.oneByOne(e) {
		return 0, ""
	}
	exact := m.time.Exact() && e.days.Exact()
	overlap := m.time.Overlaps(e.days)
	switch {
	case overlap && where == same && company >= 2:
		return 200 + company, "same place, same time, same people"
	case overlap && exact && where == same && company >= 1:
		return 150 + company, "same place, same day"
	case overlap && where >= unknown && company >= 3:
		return 120 + company, "same people, same time"
	case overlap && exact && where >= unknown && company >= 2:
		return 110 + company, "same parties, same day"
	case overlap && where >= holds && company >= 1 && (e.nobody() || m.nobody()) && (!e.visits() && !m.visits() || max(m.time.Days(), e.days.Days()) <= 5):
		return 40, "same place, same days"
	case overlap && exact && where == unknown && company >= 1 && e.tells <= 2 && (len(e.sides) < 2 || len(m.sides) < 2 || m.part(e) || m.putOff(e)):
		return 30, "same day, a party of it"
	case overlap && where >= unknown && company >= 2 && min(m.time.Days(), e.days.Days()) <= 3:
		return 60 + company, "same parties, same days"
	case !overlap && where == same && company >= 2 && near(m.time, e.days, 1) && span(m.time, e.days).Days() <= 4 && m.goesOn(e):
		return 50 + company, "same place and people, the next day"
	case overlap && where >= holds && company >= 2:
		return 45 + company, "same place and parties, within the time"
	case overlap && where == same && m.part(e):
		return 42, "a party of it, same place, within the time"
	case overlap && where >= unknown && m.time == e.days && e.days.Days() <= 3 && m.part(e):
		return 36, "a party of it, same days"
	case overlap && where >= unknown && company >= 2:
		return 22, "same parties within the time"
	case !overlap && where == same && m.part(e) && len(e.people) == 0 && near(m.time, e.days, 1) && span(m.time, e.days).Days() <= 4 && m.goesOn(e):
		return 21, "a party of it, same place, the next day"
	case !overlap && where == unknown && e.place.venue() != m.place.venue() && m.place.folded != "" && m.part(e) && m.visits() == e.visits() && near(m.time, e.days, 1) && m.goesOn(e):
		return 18, "a party of it, a building of unknown place, the next day"
	case !overlap && where >= holds && company >= 3 && e.state == rapporteur.MeetingPlanned && e.days.Days() > 3 && near(m.time, e.days, 3):
		return 20, "same people and place, about the time planned"
	}
	return 0, ""
}

// withOthers reports whether an encounter is of one person of the meeting with a party that
// is not there, where the other party of the meeting is told.
func (m *meeting) withOthers(e *encounter) bool {
	return len(e.people) == 1 && len(m.people) > 1 && len(e.sides) > 1 && len(m.sides) > 1 && slices.Contains(m.people, e.people[0]) && !m.part(e)
}

// without reports whether one was called off and the other held by people of whom one
// is missing whom the first was to bring together: he stayed away, and the others met.
func (m *meeting) without(e *encounter) bool {
	off := e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed
	meant, met := e.people, m.people
	switch {
	case off && m.took():
	case happens(e.state) && m.dropped && !m.took():
		meant, met = m.people, e.people
	default:
		return false
	}
	return len(met) > 1 && slices.ContainsFunc(meant, func(p string) bool { return !slices.Contains(met, p) })
}

// oneByOne reports whether one report tells that one person met several, one after the other: "met Brandt in the morning, and will
// meet Okoye at three".
func (m *meeting) oneByOne(e *encounter) bool {
	if len(e.people) < 2 {
		return false
	}
	return slices.ContainsFunc(m.facts, func(o *encounter) bool {
		if o.r != e.r || len(o.people) < 2 {
			return false
		}
		n := 0
		for _, p := range e.people {
			if slices.Contains(o.people, p) {
				n++
			}
		}
		return n == 1
	})
}

// putOff reports whether one is planned and the other tells that it came to nothing.
func (m *meeting) putOff(e *encounter) bool {
	off := e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed
	return !m.took() && !happens(e.state) && off != m.dropped
}

// otherOccasion reports whether one is told as a summit, and the other as a signing.
func (m *meeting) otherOccasion(e *encounter) bool {
	switch m.occasion() {
	case "summit":
		return e.Meeting.Format == "signing" || m.nobody() && e.Meeting.Format == "round"
	case "signing":
		return e.Meeting.Format == "summit"
	}
	return e.nobody() && e.Meeting.Format == "summit" && m.lesser()
}

// lesser reports whether all that is told of the form of a meeting is that it is a round, a call or a visit.
func (m *meeting) lesser() bool {
	some := false
	for _, e := range m.facts {
		switch e.Meeting.Format {
		case "":
		case "round", "phone", "video", "visit":
			some = true
		default:
			return false
		}
	}
	return some
}

// gainsaid reports whether an encounter of no known day denies the meeting of which
// others have told in the weeks before, or the other way round.
func (m *meeting) gainsaid(e *encounter) bool {
	denied := func(o *encounter) bool { return o.state == rapporteur.MeetingDenied }
	told := m.reports
	if told.IsZero() || e.day().IsZero() || !near(told, rapporteur.On(e.day()), meetingSpan) {
		return false
	}
	if denied(e) {
		return m.took()
	}
	return happens(e.state) && !slices.ContainsFunc(m.facts, func(o *encounter) bool { return !denied(o) })
}

// elsewhere reports whether an encounter is the meeting told of another town: just
// the same people, on the one day, and nobody tells of both.
func (m *meeting) elsewhere(e *encounter) bool {
	meets := func(o *encounter) bool {
		return o.state == rapporteur.MeetingHeld && o.Modality == rapporteur.Asserted && !o.Meeting.Journey && !o.remote
	}
	town := func(p place) bool { return len(p.parts) > 0 && !p.whole[0] && !p.building() }
	return meets(e) && e.days.Exact() && m.time == e.days && !m.ranged && town(e.place) && town(m.place) &&
		len(e.people) == len(m.people) && (len(e.people) > 1 && m.exactly(e) || len(e.people) == 0 && len(e.sides) > 1 && m.company(e) == 2 && len(e.sides) == len(m.sides)) && m.place.compare(e.place) == elsewhere &&
		!slices.ContainsFunc(m.facts, func(o *encounter) bool { return !meets(o) || o.r == e.r || o.voice.origin == e.voice.origin })
}

// hearsay reports whether the meeting is told by one report alone, or only on the word of others.
func (m *meeting) hearsay() bool {
	own := slices.ContainsFunc(m.facts, func(o *encounter) bool {
		return happens(o.state) && len(o.Chain) == 0 && o.Modality == rapporteur.Asserted
	})
	return !own || !slices.ContainsFunc(m.facts, func(o *encounter) bool { return o.r != m.facts[0].r && happens(o.state) })
}

// sameCalled reports whether an encounter is of just the people of the meeting, so that the one may be told as a
// call and the other not.
func (m *meeting) sameCalled(e *encounter) bool {
	return len(e.people) == len(m.people) && (len(e.people) > 0 && m.exactly(e) || len(e.people) == 0 && m.part(e))
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
	if m.withOthers(e) || m.remote != e.remote && !never(e.state) && !m.sameCalled(e) {
		company = 0
	}
	if company == 1 && where >= holds && e.nobody() && !e.days.IsZero() && m.time.Days() > 0 && m.time.Overlaps(e.days) {
		return 10, "same place within the time"
	}
	if company == 1 && where == same && e.nobody() && e.days.IsZero() && happens(e.state) && m.took() && m.time.Exact() && !e.day().IsZero() {
		if gap := e.day().Sub(m.time.To); gap >= 0 && gap <= 4 {
			return 8, "same place, days before"
		}
	}
	if company == 1 && e.days.IsZero() && where >= unknown && happens(e.state) && m.took() && m.time.Days() > 0 && m.time.Days() <= 3 && m.part(e) && len(e.people) == 0 && len(m.people) == 0 && m.facts[0].r.ID == e.r.ID && m.time.Overlaps(rapporteur.Interval{From: e.day().AddDays(-2), To: e.day()}) {
		return 9, "same report, a party of it, the days before"
	}
	if company == 1 && e.days.IsZero() && where == same && happens(e.state) && m.took() && m.time.Days() > 0 && m.part(e) && len(e.people) == 0 && m.time.Overlaps(rapporteur.Interval{From: e.day().AddDays(-3), To: e.day()}) {
		return 9, "same place, a party of it, the days before"
	}
	if company < 2 {
		return 0, ""
	}
	if !e.days.IsZero() && !m.time.IsZero() && !m.time.Overlaps(e.days) {
		return 0, ""
	}
	// what never was is no part of what took place, nor the other way round, unless
	// somebody denies what others tell
	if never(e.state) != m.never() && (happens(e.state) || m.took()) && !(m.gainsaid(e) && (company >= 4 || company >= 2 && where == same)) {
		return 0, ""
	}
	off := e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed
	if off && m.took() || happens(e.state) && m.off() {
		return 0, ""
	}
	known := m.time.Days() > 0 && m.time.Days() <= tight
	overlaps := !e.days.IsZero() && !m.time.IsZero()
	gap := 0 // days from the meeting to the report
	if !e.day().IsZero() {
		to := m.time.To
		if to.IsZero() && len(m.facts) > 0 {
			to = m.facts[0].day()
		}
		if !to.IsZero() {
			gap = e.day().Sub(to)
		}
	}
	ahead := e.state == rapporteur.MeetingPlanned
	if ahead && !e.Background && known && m.time.To.Before(e.day()) || ahead && (m.time.IsZero() || m.remote != e.remote && e.days.IsZero()) && m.took() {
		return 0, "" // planned after the one was over: another
	}
	if gap > meetingSpan && !overlaps || gap < -meetingSpan && !(overlaps || ahead && gap >= -2*meetingSpan) || gap < -1 && happens(e.state) && !overlaps {
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
	case where == holds && company >= 2 && overlaps && happens(e.state) && m.took():
		return 38 + recent, "same parties, a place of that country, within the time"
	case where == same && company >= 3 && (overlaps || known || sameReport || gap <= 14 && gap >= -14):
		return 60 + 5*company + recent, "same place, same people"
	case where == same && company == 2 && ahead && len(m.people) == 0 && len(e.people) > 1 && len(e.ofPeople) > 1:
		return 0, "" // "Brandt hopes to see Okoye there soon" is no round that is told of the two states
	case where == same && company >= 2 && (overlaps || known && gap <= 21 || sameReport):
		return 40 + 5*company + recent, "same place, same parties"
	case where >= unknown && company >= 4 && !(known && e.days.Days() > 2*foreseen) && (overlaps || sameReport || known && gap <= 7 && gap >= -7 && e.sameTime(m)):
		return 30 + recent, "same people, no other time"
	case ahead && known && gap <= 0 && gap >= -14 && where >= unknown && company >= 4 && m.exactly(e):
		return 25, "same people, planned for the days after"
	case where >= unknown && company >= 3 && overlaps && e.days.Days() > 0 && e.days.Days() <= 31 && m.exactly(e):
		return 20 + recent, "same people within the time"
	case never(e.state) && m.never() && company >= 4 && near(m.facts[0].when(), e.when(), 7):
		return 20, "same people, neither planned"
	case where >= unknown && company >= 4 && e.state == rapporteur.MeetingDenied && m.took() && gap >= 0 && gap <= 14 && m.exactly(e) && m.hearsay():
		return 15, "same people, denied in the days after"
	case never(e.state) && company >= 4 && !known && near(m.facts[0].when(), e.when(), 7):
		return 15, "same people, within days"
	}
	return 0, ""
}

// visits reports whether a journey of one person is told.
func (e *encounter) visits() bool { return e.Meeting.Format == "visit" && e.alone() }

func (m *meeting) visits() bool { return m.alone() && m.facts[0].visits() }

// alone reports whether one person is told, with no party beside the person's own.
func (e *encounter) alone() bool { return len(e.people) == 1 && len(e.sides) <= 1 && !e.atHome() }

func (m *meeting) alone() bool { return len(m.people) == 1 && len(m.sides) <= 1 && !m.atHome() }

// atHome reports whether one person is told with people of that one's own side: "the president met members of the Congress".
func (e *encounter) atHome() bool { return len(e.people) == 1 && len(e.sides) == 1 && e.home }

func (m *meeting) atHome() bool { return len(m.people) == 1 && len(m.sides) == 1 && m.home }

// part reports whether the parties of one are among the parties of the other, and
// no people are told that differ.
func (m *meeting) part(e *encounter) bool {
	in := func(a, b []string) bool {
		return len(a) > 0 && !slices.ContainsFunc(a, func(s string) bool { return !slices.Contains(b, s) })
	}
	return in(e.sides, m.sides) || in(m.sides, e.sides)
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

func (m *meeting) took() bool  { return m.held }
func (m *meeting) never() bool { return !m.meant }
func (m *meeting) off() bool   { return m.dropped }
