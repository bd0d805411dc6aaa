package press

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"rapporteur"
)

// dateline is the head of a report's first paragraph: "PORT CALDER, May 3. /MNA/." or "LUND (MNA) —".
type dateline struct {
	place  string
	month  time.Month
	dom    int
	year   int // 0 where it is not printed, as is usual
	agency string
}

// datelines are the two shapes: with an agency in slashes or brackets, where the
// place may be printed in any way; and without one, where the place stands in capitals.
var datelines = sync.OnceValue(func() []*regexp.Regexp {
	const (
		capital = `[\p{Lu}][\p{Lu}\p{M}'’.]*(?:[ /-][\p{Lu}][\p{Lu}\p{M}'’.]*){0,6}`
		name    = `\p{Lu}[\p{L}\p{M}'’.]*(?:[ /-]\p{Lu}[\p{L}\p{M}'’.]*){0,6}`
		region  = `(?:, \p{Lu}[\p{L}.]*(?: \p{Lu}[\p{L}.]*){0,2})?`
		day     = `(?:[,.]? (?:(?P<m1>` + monthNames + `) (?P<d1>\d{1,2})|(?P<d2>\d{1,2}) (?P<m2>` + monthNames + `))(?:,? (?P<y>\d{4}))?)?`
		agency  = `\p{Lu}[\p{L}\p{N}.&'’-]*(?: \p{Lu}[\p{L}\p{N}.&'’-]*){0,3}`
		dash    = `(?:--?|–|—|:)`
	)
	return []*regexp.Regexp{
		regexp.MustCompile(`^(?:(?P<place>` + name + `?` + region + `)` + day + `|(?P<m3>` + monthNames + `) (?P<d3>\d{1,2}))?[.,]? ?(?:/(?P<a1>` + agency + `)/[.]?(?: ?` + dash + `)?|\((?P<a2>` + agency + `)\) ?` + dash + `) `),
		regexp.MustCompile(`^(?P<place>` + capital + region + `)` + day + `[.,]? ?(?:—|–|--| -) ?`),
	}
})

// findDateline looks for a dateline at the head of the first paragraphs: bylines may stand before it.
func findDateline(body string) dateline {
	for i := 0; i < 4 && body != ""; i++ {
		line, rest, _ := strings.Cut(body, "\n")
		for _, re := range datelines() {
			m := re.FindStringSubmatch(line[:min(len(line), 200)])
			if m == nil {
				continue
			}
			get := func(name string) string {
				if k := re.SubexpIndex(name); k >= 0 {
					return m[k]
				}
				return ""
			}
			d := dateline{
				place:  get("place"),
				month:  monthOf(get("m1") + get("m2") + get("m3")),
				agency: get("a1") + get("a2"),
			}
			if strings.Count(d.place, ".") == 1 { // "VESSEN." is no abbreviation as "WASHINGTON, D.C." is
				d.place = strings.TrimSuffix(d.place, ".")
			}
			if len(strings.Trim(d.place, ".' ")) < 2 {
				d.place = ""
			}
			d.dom, _ = strconv.Atoi(get("d1") + get("d2") + get("d3"))
			d.year, _ = strconv.Atoi(get("y"))
			if d.place != "" || d.agency != "" {
				return d
			}
		}
		body = strings.TrimLeft(rest, "\n ")
	}
	return dateline{}
}

// dateByDateline gives a report without a date the day of its dateline. The year, which
// datelines leave out, is the one that agrees best with these signs, in this order:
//
//  1. a day with its year in the text that is the dateline's day or one of the three before it;
//  2. the first day of the week in the text: news is of the day of the dateline or the two days before;
//  3. the nearest day of the batch, or of the dossier;
//  4. the latest day with a year in the text.
//
// Where none of them is there, the day stays unknown.
func (r *received) dateByDateline(known []rapporteur.Date) {
	d := r.dateline
	if !r.Published.IsZero() || d.month == 0 || d.dom == 0 {
		return
	}
	inYear := func(y int) rapporteur.Date { return day(strconv.Itoa(y), d.month.String(), strconv.Itoa(d.dom)) }
	if d.year != 0 {
		r.Published = inYear(d.year)
		return
	}
	named := daysIn(r.Body, 200)
	for _, n := range named {
		for _, y := range []int{n.Year(), n.Year() + 1} {
			if c := inYear(y); !c.IsZero() && c.Sub(n) >= 0 && c.Sub(n) <= 3 {
				r.Published = c
				return
			}
		}
	}
	near := known
	if len(near) == 0 && len(named) > 0 {
		near = []rapporteur.Date{slices.MaxFunc(named, rapporteur.Date.Compare)}
	}
	var candidates []rapporteur.Date
	for _, k := range near {
		for y := k.Year() - 1; y <= k.Year()+1; y++ {
			if c := inYear(y); !c.IsZero() {
				candidates = append(candidates, c)
			}
		}
	}
	if len(candidates) == 0 {
		return
	}
	slices.SortFunc(candidates, rapporteur.Date.Compare)
	candidates = slices.Compact(candidates)
	if w, ok := firstWeekday(r.Body); ok {
		fits := func(c rapporteur.Date) bool {
			return slices.ContainsFunc([]int{0, -1, -2}, func(n int) bool { return c.AddDays(n).Weekday() == w })
		}
		if slices.ContainsFunc(candidates, fits) {
			candidates = slices.DeleteFunc(candidates, func(c rapporteur.Date) bool { return !fits(c) })
		}
	}
	far := func(c rapporteur.Date) int {
		least := 1 << 30
		for _, k := range near {
			least = min(least, max(c.Sub(k), k.Sub(c)))
		}
		return least
	}
	r.Published = slices.MinFunc(candidates, func(x, y rapporteur.Date) int { return far(x) - far(y) })
}

var weekday = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\bon (Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b`)
})

func firstWeekday(body string) (time.Weekday, bool) {
	m := weekday().FindStringSubmatch(body)
	if m == nil {
		return 0, false
	}
	for w := time.Sunday; w <= time.Saturday; w++ {
		if w.String() == m[1] {
			return w, true
		}
	}
	return 0, false
}

// signOff is a last line in which an outlet asks for readers by its own name.
var signOff = sync.OnceValue(func() *regexp.Regexp {
	const name = `((?:The )?\p{Lu}[\p{L}\p{N}&'’-]*(?:[ .]\p{L}[\p{L}\p{N}&'’-]*){0,4}?)`
	const place = `(?:X|Twitter|Facebook|Telegram|Instagram|YouTube|WhatsApp|LinkedIn|Google News)`
	return regexp.MustCompile(`(?:^|[.!] )(?:` +
		`(?:[Ss]ubscribe to|[Jj]oin) ` + name + `(?:'s|’s)? (?:` + place + `|newsletters?|channel|on ` + place + `)\b` +
		`|[Ff]ollow ` + name + ` on ` + place + `\b` +
		`|(?:©|Copyright ©?|\(c\)) ?(?:\d{4} )?` + name + `(?: \d{4})?[.!]?$)`)
})

// signedBy returns the outlet that a report signs itself as: the agency of its dateline, or
// the name in a sign-off. "… told X" and "X reports" are no signatures: other outlets write so of X.
func (r *received) signedBy() string {
	if r.dateline.agency != "" {
		return r.dateline.agency
	}
	lines := strings.Split(strings.TrimSpace(r.Body), "\n")
	for _, line := range lines[max(0, len(lines)-2):] {
		if len(line) > 300 {
			continue
		}
		for _, m := range signOff().FindAllStringSubmatch(line, -1) {
			for _, name := range m[1:] {
				if name != "" && !notNames[strings.ToLower(name)] {
					return name
				}
			}
		}
	}
	return ""
}

var notNames = map[string]bool{"us": true, "our": true, "me": true, "the": true, "my": true}
