package record

import (
	"slices"

	"rapporteur"
)

// days settles when a meeting was from all that is told of it: by those who tell
// that it took place before those who announced it, by days and the days of a
// round before weeks and months, and by the days of journeys to it only where
// there are no others.
func (m *meeting) days() rapporteur.Interval {
	var sharp, vague, journeys []rapporteur.Interval
	for _, pass := range []bool{true, false} {
		for _, e := range m.told {
			if e.days.IsZero() || happens(e.state) != pass {
				continue
			}
			if e.Meeting.Journey {
				journeys = append(journeys, e.When)
				continue
			}
			if !e.now && (e.days.Exact() || round(e.days)) {
				sharp = append(sharp, e.days)
			} else {
				vague = append(vague, e.days)
			}
		}
		if len(sharp) > 0 {
			break
		}
	}
	if len(sharp) == 0 {
		if len(vague)+len(journeys) == 0 {
			return m.time
		}
		if len(vague) == 0 {
			return narrowest(journeys)
		}
		best := narrowest(vague)
		if !slices.ContainsFunc(m.told, func(e *encounter) bool { return e.now }) {
			best = common(best, vague)
		}
		for _, j := range journeys { // "late in the month", and there by the 29th
			if after := (rapporteur.Interval{From: j.From, To: j.To.AddDays(afterJourney)}); best.Days() > after.Days() && best.Overlaps(after) {
				best = rapporteur.Interval{From: later(best.From, after.From), To: earlier(best.To, after.To)}
			}
		}
		// it was over by the day of the first report that tells of it as held
		for _, e := range m.told {
			if happens(e.state) && e.over() && !e.Background && !e.day().IsZero() && !best.From.IsZero() && !e.day().Before(best.From) && e.day().Before(best.To) {
				best.To = e.day()
			}
		}
		return best
	}
	// the day, or days, that most tell, and what hangs together with them
	votes := map[rapporteur.Interval]int{}
	for _, e := range m.told {
		votes[e.days]++
		switch {
		case e.state == rapporteur.MeetingHeld && round(e.days):
			votes[e.days] += 3
		case happens(e.state):
			votes[e.days]++
		}
	}
	best := sharp[0]
	for _, s := range sharp[1:] {
		if votes[s] > votes[best] {
			best = s
		}
	}
	if best.Exact() {
		best = roundAround(best, sharp, votes)
	}
	for _, e := range m.told {
		switch {
		case e.state == rapporteur.MeetingUnderWay && best.Exact() && (e.now && near(best, rapporteur.On(e.day()), 1)):
			best = span(best, rapporteur.On(e.day())) // under way when reported, and to go on the next day
		case e.state == rapporteur.MeetingPlanned && !e.Meeting.Journey && round(e.days) && best.Exact() && e.days.Overlaps(best) && m.goingOn(best):
			best = e.days // under way on one of the days that were planned
		}
	}
	for _, e := range m.told {
		if e.state == rapporteur.MeetingUnderWay && !e.now && !e.Meeting.Journey && e.days.Exact() && e.days.From == best.To.AddDays(1) && best.Days() < 5 {
			best.To = e.days.From // went on the next day
		}
	}
	if m.ranged {
		slices.SortFunc(sharp, func(x, y rapporteur.Interval) int { return x.From.Compare(y.From) })
		for _, s := range sharp {
			if near(best, s, 1) && span(best, s).Days() <= 6 {
				best = span(best, s)
			}
		}
	}
	return best
}

// roundAround returns the days of a round, told as such, that hold a day: those with
// the most votes, and of equals the fewest.
func roundAround(day rapporteur.Interval, sharp []rapporteur.Interval, votes map[rapporteur.Interval]int) rapporteur.Interval {
	best, most := day, 0
	for _, s := range sharp {
		if s.Exact() || !s.Overlaps(day) {
			continue
		}
		if n := votes[s]; n > most || n == most && s.Days() < best.Days() {
			best, most = s, n
		}
	}
	return best
}

// goingOn reports whether the meeting is told as under way on a day.
func (m *meeting) goingOn(day rapporteur.Interval) bool {
	return slices.ContainsFunc(m.told, func(e *encounter) bool { return e.state == rapporteur.MeetingUnderWay && e.days == day })
}

// common returns the days of the narrowest of some intervals that are in all others
// too: "two weeks ago" and "earlier this month".
func common(best rapporteur.Interval, list []rapporteur.Interval) rapporteur.Interval {
	if best.Days() <= 1 || best.Days() > foreseen {
		return best
	}
	for _, v := range list {
		if n := v.Days(); n > 0 && n <= foreseen && v.Overlaps(best) {
			best = rapporteur.Interval{From: later(best.From, v.From), To: earlier(best.To, v.To)}
		}
	}
	return best
}

// narrowest returns the interval of the fewest days; of equals the earliest told.
func narrowest(list []rapporteur.Interval) rapporteur.Interval {
	best := list[0]
	for _, v := range list[1:] {
		if v.Days() > 0 && (v.Days() < best.Days() || best.Days() <= 0) {
			best = v
		}
	}
	return best
}

func later(x, y rapporteur.Date) rapporteur.Date {
	if x.Before(y) {
		return y
	}
	return x
}

func earlier(x, y rapporteur.Date) rapporteur.Date {
	if y.Before(x) {
		return y
	}
	return x
}
