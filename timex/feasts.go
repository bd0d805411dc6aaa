package timex

import (
	"math"
	"strings"
	"time"

	"rapporteur"
)

// feasts are the names of movable feasts with what they are computed by.
var feasts = map[string]func(year int) rapporteur.Date{
	"easter":          easter,
	"easter sunday":   easter,
	"easter monday":   func(y int) rapporteur.Date { return easter(y).AddDays(1) },
	"good friday":     func(y int) rapporteur.Date { return easter(y).AddDays(-2) },
	"palm sunday":     func(y int) rapporteur.Date { return easter(y).AddDays(-7) },
	"ash wednesday":   func(y int) rapporteur.Date { return easter(y).AddDays(-46) },
	"ascension day":   func(y int) rapporteur.Date { return easter(y).AddDays(39) },
	"pentecost":       func(y int) rapporteur.Date { return easter(y).AddDays(49) },
	"whitsun":         func(y int) rapporteur.Date { return easter(y).AddDays(49) },
	"whit monday":     func(y int) rapporteur.Date { return easter(y).AddDays(50) },
	"orthodox easter": orthodoxEaster,
	"ramadan":         func(y int) rapporteur.Date { return islamic(y, 9, 1) },
	"end of ramadan":  func(y int) rapporteur.Date { return islamic(y, 10, 1).AddDays(-1) },
	"eid al-fitr":     func(y int) rapporteur.Date { return islamic(y, 10, 1) },
	"eid al-adha":     func(y int) rapporteur.Date { return islamic(y, 12, 10) },
	"diwali":          diwali,
	"lunar new year":  lunarNewYear,
	"passover":        passover,
	"rosh hashanah":   func(y int) rapporteur.Date { return passover(y).AddDays(163) },
	"yom kippur":      func(y int) rapporteur.Date { return passover(y).AddDays(172) },
	"nowruz":          func(y int) rapporteur.Date { return rapporteur.NewDate(y, time.March, 20) },
}

// easter is the Gregorian computus of Meeus, Jones and Butcher.
func easter(y int) rapporteur.Date {
	a, b, c := y%19, y/100, y%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	return rapporteur.NewDate(y, time.Month(n/31), n%31+1)
}

// orthodoxEaster is the Julian computus, told in the Gregorian calendar.
func orthodoxEaster(y int) rapporteur.Date {
	d := (19*(y%19) + 15) % 30
	e := (2*(y%4) + 4*(y%7) - d + 34) % 7
	n := d + e + 114
	return rapporteur.NewDate(y, time.Month(n/31), n%31+1).AddDays(y/100 - y/400 - 2)
}

// islamic is a day of the tabular Islamic calendar in a year of ours, a day or so from the
// sighted one.
func islamic(y, month, day int) rapporteur.Date {
	const epoch = 1948440 // Julian day of 1 Muharram 1
	for h := (y-622)*33/32 - 1; h < (y-622)*33/32+3; h++ {
		n := day + (59*(month-1)+1)/2 + (h-1)*354 + (3+11*h)/30 + epoch - 1
		if d := ofJulianDay(n); d.Year() == y {
			return d
		}
	}
	return rapporteur.Date{}
}

// ofJulianDay returns the day of the calendar that a Julian day begins at noon of.
func ofJulianDay(n int) rapporteur.Date {
	const millennium = 2451545 // 1 January 2000
	return rapporteur.NewDate(2000, time.January, 1).AddDays(n - millennium)
}

// passover is the first day of Passover by the rule of Gauss, told in the Gregorian calendar.
func passover(y int) rapporteur.Date {
	hebrew := y + 3760
	a, b := (12*hebrew+17)%19, hebrew%4
	m := 32.044093161144 + 1.5542417966212*float64(a) + float64(b)/4 - 0.0031777940220923*float64(hebrew)
	day, part := math.Floor(m), m-math.Floor(m)
	n := int(day)
	switch c := (3*hebrew + 5*b + n + 5) % 7; {
	case c == 2 || c == 4 || c == 6:
		n++
	case c == 1 && a > 6 && part >= 0.63287037037037:
		n += 2
	case c == 0 && a > 11 && part >= 0.89772376543210:
		n++
	}
	return rapporteur.NewDate(y, time.March, 1).AddDays(n - 1 + y/100 - y/400 - 2)
}

// newMoon returns the first new moon after a day, in Julian days, after Meeus with his largest
// terms: good to an hour.
func newMoon(after rapporteur.Date) float64 {
	const month, first = 29.530588861, 2451550.09766
	from := float64(after.Sub(rapporteur.NewDate(2000, time.January, 1))) + 2451544.5
	for k := math.Floor((from-first)/month) - 1; ; k++ {
		sun := (2.5534 + 29.10535670*k) * math.Pi / 180
		moon := (201.5643 + 385.81693528*k) * math.Pi / 180
		lat := (160.7108 + 390.67050284*k) * math.Pi / 180
		n := first + month*k - 0.40720*math.Sin(moon) + 0.17241*math.Sin(sun) + 0.01608*math.Sin(2*moon) + 0.01039*math.Sin(2*lat)
		if n >= from {
			return n
		}
	}
}

// diwali is the day at whose dusk in India the new moon of autumn is near.
func diwali(y int) rapporteur.Date {
	n := newMoon(rapporteur.NewDate(y, time.October, 15)) + 5.5/24
	return ofJulianDay(int(math.Floor(n - 0.75 + 0.5)))
}

// lunarNewYear is the day of the second new moon after the winter solstice, in China.
func lunarNewYear(y int) rapporteur.Date {
	n := newMoon(rapporteur.NewDate(y, time.January, 20)) + 8.0/24
	return ofJulianDay(int(math.Floor(n + 0.5)))
}

// feast reads the name of a movable feast.
func (r *reader) feast(i int) expr {
	if !r.at(i).capital || r.at(i).kind != word && r.at(i).kind != other {
		return expr{}
	}
	name, best := "", expr{}
	for j := i; j < i+4; j++ {
		a := r.at(j)
		if a.kind == dash && j > i {
			name += "-"
			continue
		}
		if a.kind != word && a.kind != other {
			break
		}
		if name != "" && name[len(name)-1] != '-' {
			name += " "
		}
		name += strings.ToLower(r.doc.Text[a.start:a.end])
		key := name
		switch name {
		case "eid", "eid ul-fitr", "eid al fitr":
			key = "eid al-fitr"
		case "eid ul-adha", "eid al adha":
			key = "eid al-adha"
		case "deepavali":
			key = "diwali"
		case "chinese new year", "tet":
			key = "lunar new year"
		case "pesach":
			key = "passover"
		}
		if feasts[key] != nil {
			best = expr{from: i, to: j + 1, kind: calendar, grain: day, text: key}
		}
	}
	if a := r.at(best.to); best.ok() && (a.kind == other || a.kind == word && r.is(best.to, "talks")) && !a.joined && r.isNoun(a) {
		return expr{} // "the Good Friday agreement"
	}
	if best.ok() {
		if y, k := r.yearNumber(best.to); y > 0 {
			best.year, best.to = y, k
		}
	}
	return best
}
