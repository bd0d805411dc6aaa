package brief

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// date writes a day: "23 Nov 2025".
func date(d rapporteur.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s %d", d.Day(), d.Month().String()[:3], d.Year())
}

// within writes when something was whose day is not known: "within 21–31 Oct 2025";
// what lasts for days is written as [dates] does.
func within(i rapporteur.Interval) string {
	if s := dates(i); i.Days() > 6 && strings.ContainsRune(s, '–') {
		return "within " + s
	}
	return dates(i)
}

func shortDate(d rapporteur.Date) string {
	if d.IsZero() {
		return ""
	}
	return fmt.Sprintf("%d %s", d.Day(), d.Month().String()[:3])
}

// dates writes an interval: "23 Nov 2025", "20–31 Oct 2025", "Oct 2025".
func dates(i rapporteur.Interval) string {
	f, t := i.From, i.To
	switch {
	case i.IsZero():
		return ""
	case i.Exact():
		return date(f)
	case f.IsZero():
		return "by " + date(t)
	case t.IsZero():
		return "from " + date(f)
	case f.Day() == 1 && t.AddDays(1).Day() == 1 && f.Year() == t.Year() && f.Month() == t.Month():
		return f.Month().String() + " " + fmt.Sprint(f.Year())
	case f.Day() == 1 && f.Month() == 1 && t.Day() == 31 && t.Month() == 12 && f.Year() == t.Year():
		return fmt.Sprint(f.Year())
	case f.Year() == t.Year() && f.Month() == t.Month():
		return fmt.Sprintf("%d–%d %s %d", f.Day(), t.Day(), f.Month().String()[:3], f.Year())
	case f.Year() == t.Year():
		return shortDate(f) + " – " + date(t)
	}
	return date(f) + " – " + date(t)
}

// count writes a number with its noun: "1 report", "5 reports".
func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// meanings tell what the standings stand for; see docs/commands.md.
var meanings = map[rapporteur.Standing]string{
	rapporteur.Signed:         "a report says that it was signed",
	rapporteur.BothSides:      "named voices of two parties say it",
	rapporteur.OnTheRecord:    "a named voice says it",
	rapporteur.SeveralOrigins: "voices that do not rest on each other say it, none of them by name",
	rapporteur.OneOrigin:      "one unnamed voice says it",
	rapporteur.Unattributed:   "one outlet says it in its own voice, or media at large",
}

// and joins names: "A, B and C".
func and(names []string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
}

func firstOf(list []string, n int) []string { return list[:min(n, len(list))] }

// capitalise writes the first letter large.
func capitalise(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[n:]
}

// trim takes stops and white space off words that go into a line of ours.
func trim(s string) string {
	return balanced(strings.TrimRight(oneLine(s), " ,;:."))
}

// oneLine takes line breaks out of words that are quoted as they are.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// balanced adds the quotation mark that a cut left without its partner.
func balanced(s string) string {
	switch opened, closed := strings.Count(s, "“"), strings.Count(s, "”"); {
	case closed == opened+1 && strings.Index(s, "”") < strings.Index(s+"“", "“"):
		s = "“" + s
	case opened == closed+1 && strings.LastIndex(s, "“") > strings.LastIndex(s, "”"):
		s += "”"
	}
	if at := strings.IndexByte(s, '"'); strings.Count(s, `"`) == 1 {
		if at == 0 || s[at-1] == ' ' || s[at-1] == '(' {
			s += `"`
		} else {
			s = `"` + s
		}
	}
	return s
}

// articles puts an article before each name that takes one in a sentence.
func articles(names []string) []string {
	out := make([]string, len(names))
	for i, n := range names {
		out[i] = rapporteur.The(n)
	}
	return out
}
