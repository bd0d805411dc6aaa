package timex

import (
	"time"

	"rapporteur"
)

// calendar resolves fields of the calendar, finding the missing year by the
// direction word, the tense, or else the nearest.
func (v *resolver) calendar(e *expr, sentence int) (period, bool) {
	y := e.year
	if e.yearDir != anyOf && e.weekday == 0 && !v.ref.IsZero() {
		y = v.ref.Year() + int(e.yearDir) - int(thisOf)
	}
	switch {
	case e.grain == decade || e.grain == century || e.grain == year:
		if y == 0 {
			return period{}, false
		}
		return containing(rapporteur.NewDate(y, 1, 1), e.grain), true
	case e.weekday > 0 && e.day == 0:
		return v.weekday(e)
	case e.month == 0 && e.sub == 0 && e.day == 0 && feasts[e.text] == nil: // a time of day alone
		d := v.ref
		if v.last.grain == day && (v.said >= sentence-1 || e.clock > 0 && v.said >= sentence-3) {
			d = v.last.first
		}
		return containing(d, day), !d.IsZero()
	case e.month == 0 && e.day > 0:
		return v.dayOfMonth(e, sentence)
	}
	if y > 0 {
		p := inYear(e, y)
		return p, !p.first.IsZero()
	}
	if v.ref.IsZero() {
		return period{}, false
	}
	return v.someYear(e)
}

// dayOfMonth resolves "the 30th", of the month spoken of last or the present one.
func (v *resolver) dayOfMonth(e *expr, sentence int) (period, bool) {
	if v.ref.IsZero() {
		return period{}, false
	}
	d := v.ref
	if v.last.grain >= day && v.last.grain <= month && v.said >= sentence-1 {
		d = v.last.first
	}
	d = rapporteur.NewDate(d.Year(), d.Month(), e.day)
	if t := v.tense(e); t != pastTense && d.Before(v.ref) && v.last.first.IsZero() {
		d = addMonths(rapporteur.NewDate(d.Year(), d.Month(), 1), 1)
		d = rapporteur.NewDate(d.Year(), d.Month(), e.day)
	}
	if !valid(d) {
		return period{}, false
	}
	return period{e.grain, d}, true
}

// inYear is the period that fields of the calendar mean in a year, none where it has no such day.
func inYear(e *expr, y int) period {
	if feast := feasts[e.text]; feast != nil {
		return period{e.grain, feast(y)}
	}
	m := max(e.month, 1)
	switch e.grain {
	case quarter:
		m = 3*e.sub - 2
	case half:
		m = 6*e.sub - 5
	case season:
		m = 3 * e.sub
	}
	d := rapporteur.NewDate(y, time.Month(m), max(e.day, 1))
	if e.n2 > 0 && e.grain == day { // a weekday on that day or after
		d = onWeekday(d, int(e.n2)%7+1, 1)
	}
	if !valid(d) {
		return period{}
	}
	if e.grain == week && d.Weekday() == time.Sunday {
		d = d.AddDays(1) // "the week of Sunday, 4 May" begins then
	}
	if e.grain == week || e.grain == weekend {
		return containing(d, e.grain)
	}
	return period{e.grain, d}
}

// someYear resolves fields of the calendar without a year: the weekday settles it, or it is the
// last past or the first to come.
func (v *resolver) someYear(e *expr) (period, bool) {
	var years [4]period
	for i := range years {
		years[i] = inYear(e, v.ref.Year()+i-2)
	}
	if e.weekday > 0 {
		for _, i := range []int{2, 1, 3} {
			if d := years[i].first; !d.IsZero() && int(d.Weekday())+1 == e.weekday {
				return years[i], true
			}
		}
	}
	past, future := period{}, period{}
	for _, p := range years {
		if p.first.IsZero() {
			continue
		}
		if !p.first.After(v.ref) {
			past = p
		}
		if !p.last().Before(v.ref) && future.first.IsZero() {
			future = p
		}
	}
	switch {
	case past.first.IsZero() && future.first.IsZero():
		return period{}, false
	case past.first.IsZero():
		return future, true
	case future.first.IsZero():
		return past, true
	}
	if p, ok := v.directed(e, past, future); ok {
		return p, true
	}
	if past != future && v.isAhead(e, past, future) {
		return future, true
	}
	return past, true
}

// directed chooses the year by a word of direction: "last May", "next summer", "this May".
func (v *resolver) directed(e *expr, past, future period) (period, bool) {
	switch e.dir {
	case lastOf:
		if !past.last().Before(v.ref) || e.grain == season && past.last().AddDays(20).After(v.ref) && past.first.AddDays(60).After(v.ref) {
			return past.shift(-1, year), true
		}
		return past, true
	case nextOf:
		if !future.first.After(v.ref) {
			return future.shift(1, year), true
		}
		return future, true
	case thisOf:
		if e.grain != season && e.grain != month && e.grain != day {
			break
		}
		p := inYear(e, v.ref.Year())
		if p.first.IsZero() {
			return past, true
		}
		if p.last().Before(v.ref) && v.ref.Sub(p.last()) > 60 && v.tense(e) == futureTense {
			return future, true
		}
		return p, true
	}
	return period{}, false
}

// isAhead reports whether of the last past and the first to come the latter is meant: by the
// tense, unless the other is so much nearer that the year would be named, or else the nearer.
func (v *resolver) isAhead(e *expr, past, future period) bool {
	back, ahead := v.ref.Sub(past.last()), future.first.Sub(v.ref)
	switch {
	case v.awaited(e):
		return true
	case e.grain == quarter && back < 75: // results are forecast and reported for the quarter just ended
		return false
	case e.grain == day && ahead > 240 && back < 110: // so far ahead the year is named
		return false
	}
	switch t := v.tense(e); {
	case t == futureTense && ahead > 2*back && v.loose(e):
		return false
	case t != futureTense && back > 2*ahead && v.is(e.from-1, "the") && v.is(e.from-2, "before", "until"):
		return true // "before the October council"
	case t == pastTense && e.grain == day && back > 230 && ahead < 135,
		t == pastTense && back > 300 && ahead < 45 && e.grain != quarter && !v.is(e.from-1, "since"):
		return true
	case t == pastTense:
		return false
	case t == futureTense:
		return ahead <= 270 || back >= 45
	}
	return ahead < back
}

// weekday resolves "Friday", "last Friday", "next Friday": the day of speaking
// counts where there is no word of direction.
func (v *resolver) weekday(e *expr) (period, bool) {
	if v.ref.IsZero() {
		return period{}, false
	}
	if e.yearDir != anyOf { // "Friday of next week"
		w := monday(v.ref).AddDays(7 * (int(e.yearDir) - int(thisOf)))
		return period{day, onWeekday(w, e.weekday, 1)}, true
	}
	switch e.dir {
	case lastOf:
		return period{day, onWeekday(v.ref.AddDays(-1), e.weekday, -1)}, true
	case nextOf: // what is but a day or two ahead is called by its name alone
		return period{day, onWeekday(v.ref.AddDays(3), e.weekday, 1)}, true
	case thisOf:
		if t := v.tense(e); t == pastTense {
			return period{day, onWeekday(v.ref, e.weekday, -1)}, true
		}
		return period{day, onWeekday(v.ref, e.weekday, 1)}, true
	}
	next := onWeekday(v.ref, e.weekday, 1)
	switch t := v.tense(e); {
	case t == futureTense, t == plannedThen && next.Sub(v.ref) <= 4:
		return period{day, next}, true
	}
	return period{day, onWeekday(v.ref, e.weekday, -1)}, true
}

// onWeekday returns the nearest day of that weekday (1 Sunday … 7 Saturday) from d on, forwards or backwards.
func onWeekday(d rapporteur.Date, weekday, step int) rapporteur.Date {
	for range 7 {
		if int(d.Weekday())+1 == weekday {
			break
		}
		d = d.AddDays(step)
	}
	return d
}
