package claim

import (
	"rapporteur"
	"rapporteur/timex"
)

// dayUnit is the unit of a day by which something is, "puts it at 25 September".
const dayUnit = "date"

// dayAt reads a day at token i.
func (r *reading) dayAt(i int) (x worth, ok bool) {
	t := r.timeAt[i]
	if t < 0 || i > 0 && r.timeAt[i-1] == t || !r.times[t].Interval.Exact() || r.times[t].Type != timex.DateType {
		return x, false
	}
	x.amount = amount{r.times[t].Range, float64(r.times[t].Interval.From.Sub(rapporteur.NewDate(1900, 1, 1))), dayUnit}
	x.count = x.value
	return x, true
}

// datesIt reports whether a part of a sentence does no more than give the day of what was told: "puts it at
// 25 September", "speaks of Tuesday".
func (r *reading) datesIt(y *worth) bool {
	g := r.governor(y.Start)
	if g == nil || g.head < y.part.Start || g.head >= y.Start || g.neg {
		return false
	}
	l := &lex().counters
	if l.Speak[g.verb] {
		return r.caseOf(y.End-1) == "of" || r.lower(y.Start-1) == "of"
	}
	for k := g.head + 1; k < y.Start; k++ {
		if r.lower(k) == "it" || r.lower(k) == "that" || r.lemma(k) == "date" || r.lemma(k) == "deadline" {
			return l.Put[g.verb] || l.Make[g.verb]
		}
	}
	return false
}
