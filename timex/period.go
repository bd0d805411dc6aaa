package timex

import (
	"fmt"
	"time"

	"rapporteur"
)

// grain is the size of a calendar period.
type grain uint8

const (
	noGrain grain = iota
	second
	minute
	hour
	day
	weekend
	week
	month
	season
	quarter
	half
	year
	decade
	century
)

// period is a stretch of the calendar: its grain and its first day.
type period struct {
	grain grain
	first rapporteur.Date
}

// containing returns the period of a grain that holds the day.
func containing(d rapporteur.Date, g grain) period {
	if d.IsZero() {
		return period{}
	}
	first := d
	switch g {
	case weekend: // of the week that holds the day
		first = monday(d).AddDays(5)
	case week:
		first = monday(d)
	case month:
		first = firstOf(d, 1)
	case season: // winter begins in December
		first = addMonths(firstOf(addMonths(d, 1), 3), -1)
	case quarter:
		first = firstOf(d, 3)
	case half:
		first = firstOf(d, 6)
	case year:
		first = rapporteur.NewDate(d.Year(), 1, 1)
	case decade:
		first = rapporteur.NewDate(d.Year()-d.Year()%10, 1, 1)
	case century:
		first = rapporteur.NewDate(d.Year()-d.Year()%100, 1, 1)
	default:
		g = day
	}
	return period{g, first}
}

// firstOf returns the first day of the so many months, counted from January, that hold a day.
func firstOf(d rapporteur.Date, months time.Month) rapporteur.Date {
	return rapporteur.NewDate(d.Year(), d.Month()-(d.Month()-1)%months, 1)
}

func monday(d rapporteur.Date) rapporteur.Date {
	return d.AddDays(-(int(d.Weekday()) + 6) % 7)
}

// shift moves a period by n of a unit and keeps its grain, so that "a year
// earlier" than a quarter is a quarter.
func (p period) shift(n int, unit grain) period {
	d := p.first
	if d.IsZero() {
		return p
	}
	switch unit {
	case day:
		d = d.AddDays(n)
	case week, weekend:
		d = d.AddDays(7 * n)
	default:
		d = addMonths(d, n*months(unit))
	}
	if d.Year() < 1 || d.Year() > 9999 {
		return period{}
	}
	return containing(d, p.grain)
}

// addMonths keeps the day of the month where the new month has it, and takes its last day otherwise.
func addMonths(d rapporteur.Date, n int) rapporteur.Date {
	m := d.Year()*12 + int(d.Month()) - 1 + n
	if m < 12 || m > 9999*12+11 {
		return rapporteur.Date{}
	}
	y, mo := m/12, time.Month(m%12+1)
	return rapporteur.NewDate(y, mo, min(d.Day(), monthDays(y, mo)))
}

func monthDays(y int, m time.Month) int {
	return time.Date(y, m+1, 0, 0, 0, 0, 0, time.UTC).Day()
}

// months returns the length of a unit in months, 0 for units below a month.
func months(g grain) int {
	switch g {
	case month:
		return 1
	case season, quarter:
		return 3
	case half:
		return 6
	case year:
		return 12
	case decade:
		return 120
	case century:
		return 1200
	}
	return 0
}

// last returns the last day of the period.
func (p period) last() rapporteur.Date {
	if p.first.IsZero() {
		return p.first
	}
	switch p.grain {
	case week:
		return p.first.AddDays(6)
	case weekend:
		return p.first.AddDays(1)
	case month, season, quarter, half, year, decade, century:
		if next := addMonths(p.first, months(p.grain)); !next.IsZero() {
			return next.AddDays(-1)
		}
		return p.first
	}
	return p.first
}

func (p period) interval() rapporteur.Interval {
	return rapporteur.Interval{From: p.first, To: p.last()}
}

var seasonCodes = [...]string{"SP", "SU", "FA", "WI"}

// value returns the TIMEX3 value of the period.
func (p period) value() string {
	d := p.first
	if d.IsZero() {
		return ""
	}
	switch p.grain {
	case week, weekend:
		y, w := d.Time().ISOWeek()
		if p.grain == weekend {
			return fmt.Sprintf("%04d-W%02d-WE", y, w)
		}
		return fmt.Sprintf("%04d-W%02d", y, w)
	case month:
		return fmt.Sprintf("%04d-%02d", d.Year(), d.Month())
	case season:
		return fmt.Sprintf("%04d-%s", d.Year(), seasonCodes[(int(d.Month())/3+3)%4])
	case quarter:
		return fmt.Sprintf("%04d-Q%d", d.Year(), (d.Month()+2)/3)
	case half:
		return fmt.Sprintf("%04d-H%d", d.Year(), (d.Month()+5)/6)
	case year:
		return fmt.Sprintf("%04d", d.Year())
	case decade:
		return fmt.Sprintf("%03d", d.Year()/10)
	case century:
		return fmt.Sprintf("%02d", d.Year()/100)
	}
	return d.String()
}

// mod narrows a period or says on which side of an amount the truth lies.
type mod uint8

const (
	noMod mod = iota
	start
	middle
	end
	opening // "the beginning of": less than what "early" is
	closing
	firstHalf
	secondHalf
	sofar // "earlier this month": from its start to the day of speaking
	rest  // "later this month": from the day of speaking to its end
)

// narrow returns the part of the period that the modifier means; the thirds of a
// month are its first ten days, the ten after and what is left.
func (p period) narrow(m mod, ref rapporteur.Date) rapporteur.Interval {
	v := p.interval()
	n := v.Days()
	if m == noMod || n < 2 {
		return v
	}
	third := n / 3
	if m == opening || m == closing {
		if n > 60 {
			third = n / 6
		}
		m -= opening - start
		if m == middle {
			m = end
		}
	}
	switch m {
	case start:
		v.To = v.From.AddDays(max(third, 1) - 1)
	case middle:
		v.From = v.From.AddDays(third)
		v.To = v.To.AddDays(-third)
	case end:
		v.From = v.To.AddDays(1 - max(n-2*(n/3), 1))
		if third < n/3 {
			v.From = v.To.AddDays(1 - third)
		}
	case firstHalf, secondHalf:
		if p.grain == year {
			h := containing(p.first, half)
			if m == secondHalf {
				h = h.shift(1, half)
			}
			return h.interval()
		}
		if m == secondHalf {
			v.From = v.From.AddDays(n / 2)
			break
		}
		v.To = v.From.AddDays(n/2 - 1)
	case sofar:
		if ref.After(v.From) && !ref.After(v.To) {
			v.To = ref
		}
	case rest:
		if !ref.Before(v.From) && ref.Before(v.To) {
			v.From = ref
		}
	}
	return v
}
