package record

import (
	"slices"
	"strconv"

	"rapporteur"
)

// reckoning is how many parts of a version are said to be agreed at one time: one
// number, or several that are in dispute.
type reckoning struct {
	n, of int // the one that stands, of all parts
	facts []*fact
	sides []side
}

// reckon finds what is said of how many parts of each version are agreed, time by
// time. What is said within a day of the other is said of one time, unless it is
// more, a day later: that is news.
func (t *text) reckon() {
	t.counts, t.loose = map[*version][]reckoning{}, nil
	for _, f := range t.facts {
		size := f.Text.Size
		if f.Text.Agreed+f.Text.Open == 0 || f.Background || f.Modality == rapporteur.Denied || size.Unit == "document" {
			continue
		}
		var v *version
		if size.Count == 0 { // "ten points are settled", of the text that is on the table
			v = t.latest(f, size.Unit)
		} else {
			v = t.find(size)
		}
		if v == nil {
			t.countLoose(f)
			continue
		}
		if n := f.agreed(v.Size.Count); n > 0 && n <= v.Size.Count {
			t.counts[v] = reckonOn(t.counts[v], f, n, v.Size.Count)
			if size.Count == 0 {
				v.facts = append(v.facts, f)
			}
		}
	}
	for _, list := range t.counts {
		for i := range list {
			now := &list[i]
			now.n = now.sides[0].facts[0].agreed(now.of)
			for _, s := range now.sides[1:] { // in a dispute what was known before stands until all say otherwise
				if n := s.facts[0].agreed(now.of); i > 0 && n == list[i-1].n {
					now.n = n
				}
			}
		}
	}
}

// countLoose notes how many parts are said to be agreed, or open, of a text whose size
// nobody tells.
func (t *text) countLoose(f *fact) {
	size, state := rapporteur.Size{Count: f.Text.Agreed, Unit: f.Text.Size.Unit}, " agreed"
	if f.Text.Agreed == 0 {
		size.Count, state = f.Text.Open, " open"
	}
	value := size.String() + state
	at := slices.IndexFunc(t.loose, func(s side) bool { return s.value == value })
	if at < 0 {
		t.loose = append(t.loose, side{value: value})
		at = len(t.loose) - 1
	}
	t.loose[at].facts = append(t.loose[at].facts, f)
}

// looseSides returns two numbers that two voices gave within a day of each other, unless the
// later one tells of more that is agreed.
func (t *text) looseSides() []side {
	for i, x := range t.loose {
		for _, y := range t.loose[i+1:] {
			f, g := x.facts[0], y.facts[0]
			if f.day().After(g.day()) {
				f, g = g, f
			}
			less := g.Text.Agreed < f.Text.Agreed || g.Text.Open > f.Text.Open
			if f.Text.Size.Unit == g.Text.Size.Unit && (f.Text.Agreed > 0) == (g.Text.Agreed > 0) && !f.day().IsZero() && near(f.when(), g.when(), 1) &&
				f.voice.origin != g.voice.origin && (less || f.day() == g.day()) {
				return []side{x, y}
			}
		}
	}
	return nil
}

// reckonOn adds to what is said of so many parts that n of them are agreed.
func reckonOn(list []reckoning, f *fact, n, of int) []reckoning {
	var last *fact
	if k := len(list); k > 0 {
		last = list[k-1].facts[len(list[k-1].facts)-1]
	}
	within := 1
	if last != nil && n < last.agreed(of) && f.voice.origin != last.voice.origin {
		within = soon // what is agreed does not grow less by itself
	}
	if last == nil || !near(last.when(), f.when(), within) || n > last.agreed(of) && f.day().After(last.day()) {
		list = append(list, reckoning{of: of})
	}
	now := &list[len(list)-1]
	now.facts = append(now.facts, f)
	for i := range now.sides { // what one voice says last, it says
		now.sides[i].facts = slices.DeleteFunc(now.sides[i].facts, func(o *fact) bool { return o.voice.origin == f.voice.origin && o.agreed(of) != n })
	}
	now.sides = slices.DeleteFunc(now.sides, func(s side) bool { return len(s.facts) == 0 })
	value := strconv.Itoa(n) + " of " + strconv.Itoa(of)
	at := slices.IndexFunc(now.sides, func(s side) bool { return s.value == value })
	if at < 0 {
		now.sides = append(now.sides, side{value: value})
		at = len(now.sides) - 1
	}
	now.sides[at].facts = append(now.sides[at].facts, f)
	return list
}

// earlierCounts returns the states that a version was in before, of the same size
// with other numbers of parts agreed; each with the claims that count them.
func (b *Keeper) earlierCounts(t *text, v *version) (out []rapporteur.Version) {
	counts := t.counts[v]
	var facts []*fact
	for i := 0; i+1 < len(counts); i++ {
		facts = append(facts, counts[i].facts...)
		if counts[i].n == counts[i+1].n {
			continue
		}
		was := v.Version
		inOrderOfClaims(facts)
		was.ID, was.Claims, was.Standing = id("v", facts), claimIDs(facts), b.standing(facts)
		was.Agreed, was.Merges, was.Date = counts[i].n, nil, facts[0].When
		out = append(out, was)
		facts = nil
	}
	return out
}

// agreed returns how many of so many parts a fact tells to be agreed, 0 for unknown.
func (f *fact) agreed(of int) int {
	switch t := f.Text; {
	case t.Agreed > 0:
		return t.Agreed
	case t.Open > 0 && t.Open < of:
		return of - t.Open
	}
	return 0
}

// latest returns the version that was on the table when a fact was told: the one whose
// parts its report has counted, else the last.
func (t *text) latest(f *fact, unit string) *version {
	var out *version
	for _, o := range t.reports[f.r] {
		if s := o.Text.Size; o.nth < f.nth && s.Count > 0 && s.Unit == unit && !o.Background && o.Modality == rapporteur.Asserted {
			if v := t.find(s); out == nil || out == v {
				out = v
			} else {
				out = nil
				break
			}
		}
	}
	if out != nil {
		return out
	}
	for _, v := range t.versions {
		if v.Size.Unit != "document" && (unit == "" || unit == v.Size.Unit) && !f.day().Before(v.begin()) {
			out = v
		}
	}
	return out
}
