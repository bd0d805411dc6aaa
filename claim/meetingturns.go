package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// keepEach keeps an encounter, or the several that one predicate or noun tells of.
func (r *reading) keepEach(e *encounter) {
	if e == nil {
		return
	}
	r.lately(e)
	parts := r.shifted(e)
	if len(parts) < 2 {
		parts = r.inTurn(e)
	}
	if len(parts) < 2 {
		parts = r.onceMore(e)
	}
	if len(parts) < 2 {
		parts = r.rowOfRounds(e)
	}
	if len(parts) < 2 {
		parts = r.onTour(e)
	}
	if len(parts) < 2 {
		parts = r.onEachDay(e)
	}
	if len(parts) < 2 {
		r.keep(e)
		return
	}
	for _, p := range parts {
		r.keep(p)
	}
}

// onEachDay reads "are to meet again on Friday and on Monday": one for each of the days.
func (r *reading) onEachDay(e *encounter) []*encounter {
	if e.state != rapporteur.MeetingPlanned || !e.when.Exact() {
		return nil
	}
	for t := range r.times {
		x := &r.times[t]
		k := x.End
		if x.Interval != e.when || x.Start <= e.head || k+2 >= r.sentence(e.head).End || r.sent[x.Start] != r.sent[e.head] || r.lower(x.Start-1) != "on" || r.lower(k) != "and" {
			continue
		}
		if k++; r.lower(k) == "again" {
			k++
		}
		if r.lower(k) != "on" || r.timeAt[k+1] < 0 {
			return nil
		}
		y := r.times[r.timeAt[k+1]]
		if !y.Interval.Exact() || !y.Interval.From.After(x.Interval.From) && !r.ofWeekday(&y) {
			return nil
		}
		next := *e
		if next.when = y.Interval; next.when.From.Before(e.when.From) {
			next.when = rapporteur.On(next.when.From.AddDays(7))
		}
		next.who = slices.Clone(e.who)
		return []*encounter{e, &next}
	}
	return nil
}

// lately gives encounters of many times the place and day of the last: "has met Holt
// four times since March, most recently in Lund on Monday".
func (r *reading) lately(e *encounter) {
	if e.state != rapporteur.MeetingHeld {
		return
	}
	for k := e.head + 2; k+1 < min(r.sentence(e.head).End, e.head+30); k++ {
		if r.upos(k) == "VERB" {
			return
		}
		f := r.lower(k)
		newest := (f == "latest" || f == "last") && r.lower(k-1) == "the" && r.form(k-2) == "," // "14 sessions since January, the latest on May 6"
		if !newest && (f != "recently" && f != "lately" || r.lower(k-1) != "most") {
			continue
		}
		if day := r.dayWithin(k, min(k+10, r.sentence(k).End)); !day.IsZero() {
			e.when, e.minutes, e.plural = day, 0, false
			if place := r.placeWithin(k, min(k+10, r.sentence(k).End)); place != "" {
				e.place = place
			}
		}
		return
	}
}

// inTurn parts an encounter whose words go on with another day for others: "met Holt
// on Monday and Okoye in Lund on Tuesday". It returns nil where all met at once.
func (r *reading) inTurn(e *encounter) []*encounter {
	c := r.clause(e.head)
	verb := c != nil && r.upos(e.head) == "VERB"
	if !verb && !r.isEncounter(e.head) || e.state == "" || never(e.state) {
		return nil
	}
	var left, right []actor
	for _, a := range distinct(append(slices.Clone(e.who), r.goesOnWith(e.head)...)) {
		if a.token > e.head {
			right = append(right, a)
		} else {
			left = append(left, a)
		}
	}
	if len(right) < 2 {
		return nil
	}
	slices.SortStableFunc(right, func(a, b actor) int { return a.token - b.token })
	var parts []*encounter
	var who []actor
	from := e.head
	for n, a := range right {
		who = append(who, a)
		end := r.sentence(e.head).End
		if n+1 < len(right) {
			end = right[n+1].token
		}
		when := r.dayWithin(a.token, end)
		if when.IsZero() {
			continue
		}
		p := *e
		p.who, p.when, p.minutes, p.clock = append(slices.Clone(left), who...), when, 0, ""
		p.place = r.placeWithin(from, end)
		if verb {
			p.state, p.modality = r.verbState(c, when)
		} else if r.toCome(when) {
			p.state, p.modality = rapporteur.MeetingPlanned, orPlanned(p.modality)
		}
		parts, who, from = append(parts, &p), nil, end
	}
	if len(parts) < 2 || len(who) > 0 || parts[0].when == parts[1].when {
		return nil
	}
	return parts
}

// goesOnWith returns those with whom the words behind an encounter go on, told with a day of their own: "met Holt in
// Lund on Monday and |Okoye| on Tuesday", "talks with Holt on Monday and with |Okoye| on Tuesday".
func (r *reading) goesOnWith(head int) []actor {
	end := r.sentence(head).End
	for k := head + 2; k+2 < end; k++ {
		if u := r.upos(k); u == "VERB" || u == "AUX" || u == "SCONJ" || r.form(k) == ";" {
			return nil
		}
		if r.lower(k) != "and" || r.dayWithin(head, k).IsZero() {
			continue
		}
		j := k + 1
		for j+1 < end && (r.lower(j) == "with" || r.lower(j) == "to" || r.lower(j) == "then" || r.lower(j) == "later") {
			j++
		}
		who := r.along(j)
		if len(who) == 0 || who[0].token > j+6 {
			continue
		}
		last := who[len(who)-1].token
		t := last + 1
		for ; t < end && r.timeAt[t] < 0; t++ {
			if u := r.upos(t); u == "VERB" || u == "AUX" || u == "PUNCT" {
				return nil
			}
		}
		if t >= end || !r.times[r.timeAt[t]].Interval.Exact() {
			return nil
		}
		if t = r.times[r.timeAt[t]].End; t < end && (r.upos(t) == "VERB" || r.upos(t) == "AUX" || r.upos(t) == "ADV") {
			return nil // "and Norvana on Tuesday rejected it"
		}
		return who
	}
	return nil
}

// onceMore parts an encounter of which the same clause tells that it came about again: "met
// Holt in Lund for five hours on Friday and again for about two on Sunday". It returns nil
// where another day is not told.
func (r *reading) onceMore(e *encounter) []*encounter {
	if e.state == "" || never(e.state) {
		return nil
	}
	end, noun := r.sentence(e.head).End, r.upos(e.head) != "VERB"
	for k := e.head + 2; k < end; k++ {
		if r.upos(k) == "VERB" || r.form(k) == ";" {
			return nil
		}
		if !r.onceAgain(k, e.head, noun) {
			continue
		}
		first, second := r.daysOfWeek(e.head, r.dayWithin(e.head, k)), r.daysOfWeek(e.head, r.dayWithin(k-1, end))
		if first.IsZero() || second.IsZero() || first == second {
			return nil
		}
		a, b := *e, *e
		a.when, b.when = first, second
		a.minutes, b.minutes = r.lengthWithin(e.head, k, 0), 0
		b.minutes = r.lengthWithin(k, end, a.minutes)
		if p := r.placeWithin(e.head, k); p != "" {
			a.place = p
		}
		if p := r.placeWithin(k, end); p != "" {
			b.place = p
		} else if r.lower(k) == "another" {
			b.place = ""
		}
		if slices.ContainsFunc(r.lowers[max(k-5, e.head):min(k+5, end)], func(w string) bool { return w == "phone" || w == "telephone" }) {
			b.place, b.format = "", "phone"
		}
		if noun {
			if b.name, b.clock = "", ""; r.toCome(second) {
				b.state, b.modality = rapporteur.MeetingPlanned, orPlanned(b.modality)
			}
			return []*encounter{&a, &b}
		}
		a.state, a.modality = r.verbState(r.clause(e.head), first)
		b.state, b.modality = r.verbState(r.clause(e.head), second)
		return []*encounter{&a, &b}
	}
	return nil
}

// onceAgain reports whether token k goes on with another time at which an encounter came about: "and |again|
// on Sunday", "and |another| on Saturday", "first on Tuesday and |then| on Friday", "on Monday and |on| Thursday".
func (r *reading) onceAgain(k, head int, noun bool) bool {
	before := r.lower(k - 1)
	switch r.lower(k) {
	case "again":
		return !noun && (before == "and" || before == "then" || before == ",")
	case "once":
		return !noun && k+1 < len(r.kids) && r.lower(k+1) == "more" && (before == "and" || before == "then" || before == ",")
	case "another":
		return before == "and" && k+1 < len(r.kids) && (r.upos(k+1) == "ADP" || r.upos(k+1) == "PUNCT" || r.timeAt[k+1] >= 0 || r.lower(k+1) == "one")
	case "then":
		return before == "and" && slices.Contains(r.lowers[head:k], "first")
	case "on":
		return !noun && before == "and" && k > head+2 && k+1 < len(r.kids) && (r.timeAt[k] >= 0 || r.timeAt[k+1] >= 0)
	}
	return false
}

// daysOfWeek puts a weekday that is told as one of some week into it: "twice last week, first on Tuesday".
func (r *reading) daysOfWeek(i int, day rapporteur.Interval) rapporteur.Interval {
	for t := range r.times {
		x := &r.times[t]
		if days := x.Interval.Days(); r.sent[min(x.Start, len(r.sent)-1)] != r.sent[i] || days < 5 || days > 8 || day.IsZero() {
			continue
		}
		for _, n := range []int{0, -7, 7} {
			if moved := (rapporteur.Interval{From: day.From.AddDays(n), To: day.To.AddDays(n)}); x.Interval.Overlaps(moved) {
				return moved
			}
		}
	}
	return day
}

// rowOfRounds parts an encounter after which the others of its kind are told by their number:
// "the first round was held in Lund in March, the second in Oslo from April 1 to 5 and the third
// in Geneva". It returns nil where no other is told.
func (r *reading) rowOfRounds(e *encounter) []*encounter {
	words := r.nounPhrase(e.head)
	if e.place == "" || r.upos(e.head) != "NOUN" || !strings.HasPrefix(e.name, "first ") && !slices.ContainsFunc(r.doc.Tokens[words.Start:words.End], func(t lang.Token) bool { return t.Lemma == "first" }) {
		return nil
	}
	var at []int
	end := r.sentence(e.head).End
	for k := e.head + 2; k+2 < end; k++ {
		if p := r.form(k - 2); ordinal(r.lower(k)) && r.lower(k-1) == "the" && (p == "," || p == "and" || p == ";") && r.clause(k) == nil {
			at = append(at, k)
		}
	}
	if len(at) == 0 {
		return nil
	}
	first := *e
	if day := r.daysWithin(e.head, at[0]); !day.IsZero() {
		first.when = day
	}
	parts := []*encounter{&first}
	for n, k := range at {
		stop := end
		if n+1 < len(at) {
			stop = at[n+1]
		}
		p := *e
		p.place, p.when, p.minutes, p.clock = r.placeWithin(k, stop), r.daysWithin(k, stop), 0, ""
		if e.name != "" {
			p.name = r.lower(k) + strings.TrimPrefix(e.name, "first")
		}
		if p.place == "" {
			return nil
		}
		if pub := r.report.Published; !pub.IsZero() && p.when.From.After(pub) {
			p.state, p.modality = rapporteur.MeetingPlanned, orPlanned(p.modality)
		}
		parts = append(parts, &p)
	}
	return parts
}

// daysWithin returns the first days that are told between two tokens.
func (r *reading) daysWithin(from, to int) rapporteur.Interval {
	for k := from + 1; k < to; k++ {
		if t := r.timeAt[k]; t >= 0 && r.times[t].Interval.Days() > 0 {
			return r.times[t].Interval
		}
	}
	return rapporteur.Interval{}
}

// lengthWithin returns the length that is told between two tokens of one clause, also as a
// bare number after another: "for five hours on Friday and again for two on Sunday".
func (r *reading) lengthWithin(from, to, before int) int {
	for k := from + 1; k < to && r.upos(k) != "VERB"; k++ {
		x := r.lengthAt(k)
		switch {
		case x.Empty() || x.End > to:
		case !x.bare:
			return x.minutes
		case before > 0 && (r.lower(k-1) == "for" || r.lower(k-2) == "for"):
			minutes, _ := inUnitOf(before, float64(x.minutes))
			return minutes
		}
	}
	return 0
}

// dayWithin returns the first day that is told between two tokens of one clause.
func (r *reading) dayWithin(from, to int) rapporteur.Interval {
	for k := from + 1; k < to; k++ {
		if t := r.timeAt[k]; t >= 0 && r.times[t].Interval.Exact() {
			return r.times[t].Interval
		}
		if r.upos(k) == "VERB" || r.form(k) == ";" {
			break
		}
	}
	return rapporteur.Interval{}
}

// placeWithin returns the place that is told between two tokens with "in" or "at".
func (r *reading) placeWithin(from, to int) string {
	for k := from + 1; k < to; k++ {
		if p := r.lower(k - 1); p == "in" || p == "at" {
			if n := r.nameAt(k); n != nil && n.Start == k && (n.Type == lang.LOC || facility(r.doc.Words(n.Range))) && !(n.End < len(r.kids) && possessive(r.lower(n.End))) {
				return tidyName(r.doc.Words(n.Range))
			}
		}
	}
	return ""
}

// stop is a place of several at which people met, with its days.
type stop struct {
	place string
	when  rapporteur.Interval
}

// onTour parts encounters in several places, each with its own days or over some
// months: "after rounds in Lund in February and Kessel in April", "met in Lund,
// Kessel and Arnby over the past year". It returns nil where one place is told.
func (r *reading) onTour(e *encounter) []*encounter {
	if e.state == "" || never(e.state) {
		return nil
	}
	from := e.head
	if top, _ := r.wholeOf(e.head); r.upos(e.head) != "VERB" {
		if g := r.governor(top); g != nil && g.head > e.head && slices.Contains(g.subj, top) {
			from = g.head // "rounds of talks were held in …"
		}
	}
	stops := r.stops(from)
	if len(stops) < 2 {
		return nil
	}
	timed := 0
	for _, s := range stops {
		if !s.when.IsZero() {
			timed++
		}
	}
	if n := len(stops); timed == 1 && !stops[n-1].when.IsZero() && (stops[n-1].when == e.when || stops[n-1].when.Days() >= 28) {
		timed, e.when = 0, stops[n-1].when // "over the past year": of all
	}
	several := r.doc.Tokens[e.head].XPOS == "NNS" || r.upos(e.head) == "VERB"
	if timed < len(stops) && !(timed == 0 && several && (e.when.IsZero() || e.when.Days() >= 7)) {
		return nil
	}
	var parts []*encounter
	for _, s := range stops {
		p := *e
		p.place, p.minutes, p.clock, p.plural = s.place, 0, "", false
		if timed > 0 {
			p.when = s.when
			if pub := r.report.Published; !pub.IsZero() && p.state == rapporteur.MeetingHeld && p.when.From.After(pub) {
				p.state, p.modality = rapporteur.MeetingPlanned, orPlanned(p.modality)
			}
		}
		parts = append(parts, &p)
	}
	return parts
}

// stops reads the row of places behind a predicate or noun, each with the days told after it.
func (r *reading) stops(i int) []stop {
	var out []stop
	var then rapporteur.Interval // a day told before its place: "and, on Monday, in Lund"
	joined := false
	end := r.sentence(i).End
	for k := i + 1; k < end; k++ {
		if r.upos(k) == "VERB" || r.upos(k) == "AUX" || r.upos(k) == "SCONJ" || r.form(k) == ";" || r.lower(k) == "before" || r.lower(k) == "after" || r.lower(k) == "since" {
			break
		}
		if t := r.timeAt[k]; t >= 0 {
			if n := len(out); n > 0 && out[n-1].when.IsZero() {
				out[n-1].when = r.times[t].Interval
			} else {
				then = r.times[t].Interval
			}
			k = max(k, r.times[t].End-1)
			continue
		}
		n := r.nameAt(k)
		if n == nil || n.Start != k {
			continue
		}
		p := r.lower(k - 1)
		possessor := n.End < len(r.kids) && possessive(r.lower(n.End))
		switch {
		case n.Type != lang.LOC && !(n.Type == lang.ORG && p == "in"), possessor, n.End < end && r.upos(n.End) == "NOUN" && r.timeAt[n.End] < 0:
			if len(out) > 0 {
				return trimmed(out, joined)
			}
		case len(out) == 0 && (p == "in" || p == "at"), len(out) > 0 && (p == "and" || p == "then" || (p == "in" || p == "at") && (!then.IsZero() || r.rowGoesOn(k-2))):
			joined = joined || len(out) > 0
			out = append(out, stop{tidyName(r.doc.Words(n.Range)), then})
			then = rapporteur.Interval{}
		case len(out) > 0 && p == "," && !r.isState(tidyName(r.doc.Words(n.Range))):
			out = append(out, stop{place: tidyName(r.doc.Words(n.Range))})
		}
		k = max(k, n.End-1)
	}
	return trimmed(out, joined)
}

// rowGoesOn reports whether token k goes on with one more of a row: "in Lund |and| in Rome", "and |again| in Rome".
func (r *reading) rowGoesOn(k int) bool {
	switch r.lower(k) {
	case "and", ",":
		return true
	case "again", "then", "later":
		return r.lower(k-1) == "and" || r.form(k-1) == ","
	}
	return false
}

// trimmed returns a row of stops if its last is joined to the others.
func trimmed(row []stop, joined bool) []stop {
	if !joined {
		return nil
	}
	return row
}
