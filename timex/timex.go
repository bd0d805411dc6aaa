// Package timex finds expressions of time in a [lang.Doc] and resolves them to
// intervals of days. [Find] is the entry point. TIMEX3 (TimeML 1.2.1) types and
// values are given beside the interval.
package timex

import (
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// Type is a TIMEX3 type.
type Type string

// The TIMEX3 types.
const (
	DateType     Type = "DATE"
	TimeType     Type = "TIME"
	DurationType Type = "DURATION"
	SetType      Type = "SET"
)

// Time is one expression of time.
type Time struct {
	lang.Range
	Type     Type
	Value    string              // TIMEX3 value: "2025-12-02", "2025-12-02T19:00", "PT5H", "2025-W48", "PRESENT_REF"
	Interval rapporteur.Interval // the days meant; zero for a bare duration, a set, or what cannot be resolved
	Clock    string              // "19:00" where a time of day is given
	Zone     string              // as printed: "Kyiv time", "GMT"
	Minutes  int                 // length of a duration, 0 where it has none below a day or is no duration
	Approx   bool                // "nearly", "about", "some", "late", …
	By       bool                // the expression is governed by "by", "until", "before": an end, not a day of happening
}

// String prints the value, the days where they are not those of the value, and
// what else is known: "2025-10 2025-10-21/2025-10-31 approx".
func (t Time) String() string {
	var b strings.Builder
	b.WriteString(t.Value)
	if days := t.Interval.String(); days != "" && days != t.Value && !strings.HasPrefix(t.Value, days+"T") {
		b.WriteString(" " + days)
	}
	if t.Zone != "" {
		b.WriteString(" zone=" + strconv.Quote(t.Zone))
	}
	if t.Minutes != 0 {
		b.WriteString(" minutes=" + strconv.Itoa(t.Minutes))
	}
	if t.Type == SetType {
		b.WriteString(" set")
	}
	if t.Approx {
		b.WriteString(" approx")
	}
	if t.By {
		b.WriteString(" by")
	}
	return b.String()
}
