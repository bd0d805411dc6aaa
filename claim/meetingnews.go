package claim

import (
	"slices"

	"rapporteur"
)

// The meeting that a report is about is often told by the way, with no day of its own: the day
// stands with what came of it. "Leaders agreed Wednesday … The summit, chaired by Brandt, …".

// onDayOfNews gives the meetings that a report tells of near its head, with no day, the day of
// the news that came of them.
func (r *reading) onDayOfNews(threads []*thread) {
	var two []rapporteur.Mention
	for _, t := range threads {
		if !t.when.IsZero() || t.stage != took || t.visit || t.remote || len(t.claims)+len(t.hints) == 0 {
			continue
		}
		all := r.mentionsOf(t)
		first := all[0].head
		if !r.early(first, 12) || !slices.ContainsFunc(all, r.newsy) {
			continue
		}
		day, at := r.dayTold(first)
		if at < 0 || r.sent[first]-r.sent[at] > 4 || r.anotherThen(threads, t, day) {
			continue
		}
		if len(t.people)+len(t.sides) == 0 && slices.ContainsFunc(all, func(e *encounter) bool { return r.bargaining(e.noun) && e.minutes > 0 }) {
			if two == nil {
				two = r.twoSides()
			}
			t.sides = two
		}
		t.when, t.news = day, true
	}
}

// mentionsOf returns all mentions of a thread, in the order in which they are told.
func (r *reading) mentionsOf(t *thread) []*encounter {
	all := slices.Clone(t.hints)
	for _, n := range t.claims {
		if e := r.claims[n].met; e != nil {
			all = append(all, e)
		} else {
			all = append(all, &encounter{head: r.claims[n].head, noun: -1})
		}
	}
	slices.SortStableFunc(all, func(x, y *encounter) int { return x.head - y.head })
	return all
}

// newsy reports whether a mention tells a meeting as the one out of which the news came: it is
// pointed to, or its length is told; something was done at it, after it or by it; and no other
// time is told of it.
func (r *reading) newsy(e *encounter) bool {
	noun := e.noun
	if noun <= 0 || r.upos(noun) != "NOUN" || e.plural || e.name != "" || !r.pointed(noun) && e.minutes == 0 {
		return false
	}
	switch r.lemma(noun) {
	case "meeting", "summit", "session", "ministerial", "round", "encounter", "audience", "gathering", "sitting", "get-together", "face-to-face", "trilateral", "bilateral", "dinner", "lunch", "breakfast", "sit-down", "huddle":
	default:
		return false
	}
	top, _ := r.wholeOf(noun)
	switch r.caseOf(top) {
	case "", "after", "following", "at", "during", "by":
	default:
		return false
	}
	g := r.governor(top)
	if g == nil || !g.past && !g.passive || g.perfect || g.neg || g.modal != "" || r.modality(g.head) != rapporteur.Asserted {
		return false
	}
	for t := range r.times { // "the summit in Lund last year", "the summit had begun in May"
		if x := &r.times[t]; !x.Interval.IsZero() && r.sent[min(x.Start, len(r.sent)-1)] == r.sent[noun] {
			return false
		}
	}
	return true
}

// anotherThen reports whether a report tells of another meeting of a day before it comes to one
// of which none is told.
func (r *reading) anotherThen(threads []*thread, t *thread, day rapporteur.Interval) bool {
	return slices.ContainsFunc(threads, func(u *thread) bool {
		if u == t || u.stage != took || u.when != day || u.head(r) > t.head(r) {
			return false
		}
		if u.place != "" && t.place != "" && !samePlace(u.place, t.place) {
			return true
		}
		shared := func(m rapporteur.Mention) bool { return knows(u.people, m) }
		if count(u.people) < 2 || count(t.people) == 0 {
			return false
		}
		return !slices.ContainsFunc(t.people, shared) || count(t.people) > 1 && slices.ContainsFunc(t.people, func(m rapporteur.Mention) bool { return !shared(m) })
	})
}
