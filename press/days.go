package press

import (
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"rapporteur"
)

const monthNames = `(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`

// fullDay is a day with its year, as papers print it. Days in figures alone with
// strokes (3/4/2025) are left out: they mean different days on two continents.
var fullDay = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(\d{4})[-/](\d{2})[-/](\d{2})(?:\b|T)` +
		`|\b(\d{1,2})\.(\d{1,2})\.(\d{4})\b` +
		`|(?i:\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -](` + monthNames + `),?[ -](\d{4})\b)` +
		`|(?i:\b(` + monthNames + `) (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b)`)
})

// parseDay returns the first day with a year that a text names, zero where there is none.
func parseDay(s string) rapporteur.Date {
	if days := daysIn(s, 1); len(days) > 0 {
		return days[0]
	}
	return rapporteur.Date{}
}

// daysIn returns up to max days with their years that a text names.
func daysIn(s string, max int) []rapporteur.Date {
	var out []rapporteur.Date
	for _, m := range fullDay().FindAllStringSubmatch(s, max) {
		var d rapporteur.Date
		switch {
		case m[1] != "":
			d = day(m[1], m[2], m[3])
		case m[4] != "":
			d = day(m[6], m[5], m[4])
		case m[7] != "":
			d = day(m[9], m[8], m[7])
		default:
			d = day(m[12], m[10], m[11])
		}
		if !d.IsZero() {
			out = append(out, d)
		}
	}
	return out
}

// day puts a day together, zero where the calendar has no such day.
func day(year, month, dom string) rapporteur.Date {
	y, _ := strconv.Atoi(year)
	d, _ := strconv.Atoi(dom)
	m := monthOf(month)
	t := time.Date(y, m, d, 0, 0, 0, 0, time.UTC)
	if y < 1800 || m == 0 || t.Day() != d || t.Month() != m {
		return rapporteur.Date{}
	}
	return rapporteur.DateOf(t)
}

// monthOf reads a month by number or name, 0 where it is none.
func monthOf(s string) time.Month {
	if n, err := strconv.Atoi(s); err == nil {
		if n < 1 || n > 12 {
			return 0
		}
		return time.Month(n)
	}
	s = strings.ToLower(s)
	for m := time.January; m <= time.December; m++ {
		if len(s) >= 3 && strings.HasPrefix(s, strings.ToLower(m.String()[:3])) {
			return m
		}
	}
	return 0
}
