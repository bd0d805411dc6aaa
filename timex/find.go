package timex

import (
	"rapporteur"
	"rapporteur/lang"
)

// Find returns the expressions of time of a text in order, resolved against the
// date of publication (zero: unknown; relative expressions then stay unresolved).
//
// The two ends of "from Monday to Wednesday" are two expressions that carry the
// interval of the whole range; "November 20-22" is one.
func Find(doc *lang.Doc, published rapporteur.Date) []Time {
	if !valid(published) || published.Year() < 100 || published.Year() > 9000 {
		published = rapporteur.Date{}
	}
	r := &reader{doc: doc, atoms: atomize(doc)}
	v := &resolver{reader: r, ref: published}
	var times []Time
	var before expr
	for i := 0; i < len(r.atoms); {
		e := r.read(i)
		if !e.ok() || e.to <= i {
			i++
			continue
		}
		if r.titled(&e) {
			i = e.to
			continue
		}
		i = e.to
		t, ok := v.resolve(&e)
		if !ok || len(times) > 0 && times[len(times)-1].End > t.Start {
			continue
		}
		times = append(times, t)
		if len(times) > 1 {
			v.span(&before, &e, times[len(times)-2:])
		}
		if len(times) == 1 {
			v.dateline(&e, &t)
		}
		before = e
	}
	return times
}

// dateline takes the day of a dateline ("LUND, November 25. /MNA/.") as the day
// of speaking where the text was published in the three days from it.
func (v *resolver) dateline(e *expr, t *Time) {
	if e.from > 14 || e.kind != calendar || e.day == 0 || e.clock > 0 || !t.Interval.Exact() || v.ref.IsZero() {
		return
	}
	if n := v.atoms[:e.from]; len(n) == 0 || n[len(n)-1].kind != comma {
		return
	}
	switch v.at(e.to).kind {
	case stop, dash, paren, slash:
	default:
		return
	}
	if d := t.Interval.From; !d.After(v.ref) && v.ref.Sub(d) <= 3 {
		v.ref = d
	}
}

// span gives both ends of "from X to Y" and "between X and Y" the interval of the range.
func (v *resolver) span(a, b *expr, ts []Time) {
	if a.kind > anaphoric || b.kind > anaphoric || ts[0].Interval.IsZero() || ts[1].Interval.IsZero() || a.toDay > 0 || b.toDay > 0 {
		return
	}
	gap := b.from - a.to
	if gap != 1 {
		return
	}
	switch {
	case v.is(a.to, "to", "until", "till", "through") && (v.is(a.from-1, "from") || v.is(a.to, "through") || a.weekday > 0 && b.weekday > 0):
	case v.at(a.to).kind == dash && a.grain == b.grain:
	case v.is(a.to, "and") && v.is(a.from-1, "between"):
	default:
		return
	}
	x, y := ts[0].Interval, ts[1].Interval
	if a.weekday > 0 && b.weekday > 0 && a.day == 0 && b.day == 0 && y.From.Before(x.From) {
		// the days are of one run: the past one ends at the second, the coming one begins at the first
		if y.From.After(v.ref) {
			y = rapporteur.On(y.From.AddDays(7))
			ts[1].Value = y.From.String()
		} else {
			x = rapporteur.On(x.From.AddDays(-7))
			ts[0].Value = x.From.String()
		}
	}
	if y.To.Before(x.From) {
		return
	}
	both := rapporteur.Interval{From: x.From, To: y.To}
	ts[0].Interval, ts[1].Interval = both, both
}
