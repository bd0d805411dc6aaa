package timex

import "rapporteur/lang"

// reader reads expressions from the atoms of a text. Its methods take the atom
// to begin at and return an expression that is not ok where there is none.
type reader struct {
	doc   *lang.Doc
	atoms []atom
	may   int8 // 1 where somebody is called May, -1 where nobody is, 0 where that was not asked
}

var outside = atom{lex: &noLexeme}

func (r *reader) at(i int) *atom {
	if i < 0 || i >= len(r.atoms) {
		return &outside
	}
	return &r.atoms[i]
}

func (r *reader) w(i int) string          { return r.at(i).lex.word }
func (r *reader) has(i int, c class) bool { return r.at(i).lex.class&c != 0 }

func (r *reader) is(i int, words ...string) bool {
	w := r.w(i)
	if w == "" {
		return false
	}
	for _, x := range words {
		if w == x {
			return true
		}
	}
	return false
}

// undash skips a dash between words.
func (r *reader) undash(i int) int {
	if r.at(i).kind == dash && (r.at(i).joined || r.at(i+1).joined) {
		return i + 1
	}
	return i
}

func longest(es ...expr) expr {
	var best expr
	for _, e := range es {
		if e.ok() && (!best.ok() || e.to > best.to) {
			best = e
		}
	}
	return best
}

// read returns the longest expression that begins at i.
func (r *reader) read(i int) expr {
	a := r.at(i)
	switch a.kind {
	case word:
		if a.lex.class&cStart == 0 {
			return expr{}
		}
	case number, ordinal, clock, isoDate, isoMonth, slashed, tens, nthQuarter:
	case apostrophe:
	default:
		return expr{}
	}
	e := r.withClock(r.period(i))
	e = longest(e, r.timeOfDay(i), r.amount(i), r.set(i), r.vague(i))
	if j := r.hedge(i); j > i {
		h := longest(r.withClock(r.period(j)), r.timeOfDay(j), r.amount(j))
		if h.ok() && h.to > e.to && r.hedges(i, j, &h) {
			h.from, h.approx = i, true
			return h
		}
	}
	return e
}

// hedge skips words that say an amount or a time is not exact, or on which side the truth lies.
func (r *reader) hedge(i int) int {
	switch r.w(i) {
	case "about", "around", "nearly", "almost", "approximately", "roughly", "some", "exactly", "virtually", "barely":
		return i + 1
	case "more", "less":
		if r.is(i+1, "than") {
			return i + 2
		}
	case "no", "not":
		if r.is(i+1, "more", "less", "later", "earlier") && r.is(i+2, "than") {
			return i + 3
		}
	case "at":
		if r.is(i+1, "least", "most") {
			return i + 2
		}
	case "up":
		if r.is(i+1, "to") {
			return i + 2
		}
	case "just":
		if r.is(i+1, "over", "under", "about", "after", "before") {
			return i + 2
		}
	case "only", "over", "under", "well":
		return i + 1
	case "as":
		if r.is(i+1, "long", "many", "much", "early", "late") && r.is(i+2, "as") {
			return i + 3
		}
	}
	return i
}

// hedges reports whether the words from i to j belong to the expression: "over
// three weeks" has an amount, "over the weekend" has none.
func (r *reader) hedges(i, j int, h *expr) bool {
	switch r.w(i) {
	case "about", "around", "approximately", "roughly", "exactly":
		switch h.kind {
		case amount, ago, fromNow, earlier, later:
			return true
		case window:
			return false
		case calendar:
			return h.clock > 0 && h.day == 0 || r.w(i) != "about" && h.grain == day && h.day > 0
		}
		return false
	case "some":
		return h.kind >= ago && h.kind <= amount && r.at(j).kind == number || r.has(j, cNumber)
	case "only", "well", "over", "under", "as", "just":
		if r.w(i) == "just" {
			break
		}
		return false
	}
	switch h.kind {
	case amount, ago, fromNow, earlier, later:
		return true
	case window:
		return r.is(i, "at", "nearly", "almost")
	}
	return false
}

// period reads a period of the calendar with what narrows it: "late October",
// "the first half of March", "early next week", "the evening of December 2".
func (r *reader) period(i int) expr {
	e := r.bare(i)
	j := i
	if r.is(j, "the") {
		j++
	}
	switch r.w(j) {
	case "early", "late", "mid", "middle":
		m := start
		if r.is(j, "late") {
			m = end
		} else if !r.is(j, "early") {
			m = middle
		}
		k := j + 1
		if r.is(k, "to") && r.is(k+1, "mid", "late") || r.at(k).kind == dash && r.is(k+1, "to") {
			k += 2
			k = r.undash(k)
		}
		k = r.undash(k)
		if r.is(j, "late") && r.is(k, "last", "on") && r.is(k+1, "night") {
			m = noMod
		}
		if x := r.bare(k); x.ok() && r.narrows(&x) {
			x.from, x.mod = i, m
			if m == middle && j != i && x.kind == calendar && x.grain == year {
				x.from = j
			}
			e = longest(e, x)
		}
	case "earlier", "later":
		if x := r.bare(j + 1); x.ok() && r.narrows(&x) && (x.kind == deictic || x.kind == anaphoric || x.grain == day) && j == i {
			x.from, x.mod = i, sofar
			if r.is(j, "later") {
				x.mod = rest
			}
			e = longest(e, x)
		} else if r.is(j+1, "in") && r.is(j+2, "the") && r.is(j+3, "day") && j == i {
			e = longest(e, expr{from: i, to: j + 4, kind: anaphoric, grain: day, text: "near"})
		} else if r.is(j+1, "in") && j == i { // "later in the week"
			if x := r.bare(j + 2); x.ok() && x.grain >= week && x.grain <= year && (x.kind == deictic || x.kind == anaphoric || r.is(j+2, "the")) {
				x.from, x.mod = i, sofar
				if r.is(j, "later") {
					x.mod = rest
				}
				e = longest(e, x)
			}
		}
	case "end", "beginning", "start", "close", "turn":
		if r.is(j+1, "of") {
			x := r.bare(j + 2)
			if x.ok() && r.narrows(&x) && x.grain > day {
				x.from, x.mod = i, closing
				if r.is(j, "beginning", "start", "turn") {
					x.mod = opening
				}
				e = longest(e, x)
			}
		}
	case "first", "second", "last", "latter", "final":
		if h := r.undash(j + 1); r.is(h, "half") && r.is(h+1, "of") {
			if x := r.bare(h + 2); x.ok() && r.narrows(&x) && x.grain > week {
				x.from, x.mod = i, secondHalf
				if r.is(j, "first") {
					x.mod = firstHalf
				}
				if x.grain == year && x.kind == calendar {
					x.grain, x.sub, x.mod = half, 2, noMod
					if r.is(j, "first") {
						x.sub = 1
					}
				}
				e = longest(e, x)
			}
		}
	case "fiscal":
		k := j + 1
		if x := r.bare(k); x.ok() && x.kind == calendar && (x.grain == year || x.grain == quarter) {
			x.from = i
			e = longest(e, x)
		}
	case "night", "morning", "evening", "afternoon":
		if r.is(j+1, "of", "on") && j > i {
			if x := r.bare(j + 2); x.ok() && x.isDay() && x.part == "" {
				x.from, x.part = i, r.at(j).lex.part
				e = longest(e, x)
			}
		}
	case "week", "weekend":
		if r.is(j+1, "of") && j > i {
			if x := r.bare(j + 2); x.ok() && x.isDay() && x.part == "" && x.kind == calendar {
				x.from, x.grain = i, r.at(j).lex.unit
				e = longest(e, x)
			}
		}
	case "year":
		if x := r.bare(j + 1); j > i && x.ok() && x.kind == calendar && x.grain == year && x.from == j+1 && x.dir == anyOf {
			x.from = i
			e = longest(e, x)
		}
	case "day":
		if r.is(j+1, "before", "after") && j > i {
			if r.is(j+2, "yesterday", "tomorrow") {
				x := r.bare(j + 2)
				x.from, x.n = i, x.n*2
				e = longest(e, x)
			} else if x := r.bare(j + 2); x.ok() && x.isDay() && x.kind == calendar && x.part == "" {
				x.from, x.n = i, 1
				if r.is(j+1, "before") {
					x.n = -1
				}
				e = longest(e, x)
			}
		}
	}
	if e.ok() && r.at(e.from).kind == word && r.is(e.from, "mid") && !r.has(e.to-1, cStart) && e.to == e.from+1 {
		return expr{}
	}
	return e
}

// narrows reports whether "early", "the end of" and the like can stand before the expression.
func (r *reader) narrows(x *expr) bool {
	switch x.kind {
	case calendar:
		return x.toDay == 0 && x.clock == 0
	case deictic, anaphoric:
		return true
	}
	return false
}

// bare reads a period of the calendar by itself.
func (r *reader) bare(i int) expr {
	return longest(r.figures(i), r.monthDay(i), r.dayMonth(i), r.weekday(i), r.yearOnly(i), r.quarter(i), r.relative(i), r.holiday(i))
}

// figures reads dates in figures.
func (r *reader) figures(i int) expr {
	a := r.at(i)
	switch a.kind {
	case isoDate, slashed:
		return expr{from: i, to: i + 1, kind: calendar, grain: day, year: int(a.y), month: int(a.m), day: int(a.d)}
	case isoMonth:
		return expr{from: i, to: i + 1, kind: calendar, grain: month, year: int(a.y), month: int(a.m)}
	}
	return expr{}
}

// month returns the month at i and the atom after it with the stop of an
// abbreviation; 0 where there is none. Months that are other words need a capital letter.
func (r *reader) month(i int) (m, next int) {
	a := r.at(i)
	if a.lex.class&cMonth == 0 {
		return 0, i
	}
	if !a.capital {
		switch a.lex.word {
		case "may", "march", "mar", "jan", "dec", "sep", "august":
			return 0, i
		}
	}
	next = i + 1
	if len(a.lex.word) <= 4 && r.at(next).kind == stop && r.at(next).joined {
		if n := r.at(next + 1); n.kind == number || n.kind == ordinal || n.kind == comma || n.kind == apostrophe || n.kind == word || n.kind == dash ||
			r.at(next).token == a.token {
			next++
		}
	}
	return int(a.lex.month), next
}

// dayOfMonth reads "2", "2nd", "second".
func (r *reader) dayOfMonth(i int) (d, next int) {
	a := r.at(i)
	switch {
	case (a.kind == number || a.kind == ordinal) && a.digits <= 2 && a.n >= 1 && a.n <= 31:
		return int(a.n), i + 1
	case a.lex.ordinal > 0:
		return int(a.lex.ordinal), i + 1
	case a.lex.number == 20 || a.lex.number == 30:
		if j := r.undash(i + 1); r.at(j).lex.ordinal > 0 && r.at(j).lex.ordinal < 10 {
			return int(a.lex.number) + int(r.at(j).lex.ordinal), j + 1
		}
	}
	return 0, i
}

// yearNumber reads a year in figures or letters, with the apostrophe of "'98".
func (r *reader) yearNumber(i int) (y, next int) {
	a := r.at(i)
	if a.kind == number && a.digits == 4 && a.n >= 1000 && a.n < 2200 {
		return int(a.n), i + 1
	}
	if a.kind == apostrophe && r.at(i+1).kind == number && r.at(i+1).digits == 2 && r.at(i+1).joined && (r.is(i-1, "in", "of", "since", "by", "until", "from", "to", "through", "and", "the") || r.has(i-1, cMonth|cSeason)) {
		y := 1900 + int(r.at(i+1).n)
		if y < 1930 {
			y += 100
		}
		return y, i + 2
	}
	if a.lex.number == 19 || a.lex.number == 18 || a.lex.number == 20 { // nineteen ninety-one, twenty twenty
		t := r.at(i + 1).lex.number
		if t >= 10 && t < 100 {
			y, next = int(a.lex.number)*100+int(t), i+2
			if u := r.at(r.undash(next)).lex.number; t >= 20 && u >= 1 && u <= 9 {
				return y + int(u), r.undash(next) + 1
			}
			return y, next
		}
	}
	if a.lex.number == 2 && r.is(i+1, "thousand") {
		next = i + 2
		j := next
		if r.is(j, "and") {
			j++
		}
		if u := r.at(j).lex.number; u >= 1 && u < 30 {
			return 2000 + int(u), j + 1
		}
		return 2000, next
	}
	return 0, i
}

// yearAfter reads ", 2019", "2019", "of 2019", "this year" after a month or a day.
func (r *reader) yearAfter(e *expr) {
	j := e.to
	if r.at(j).kind == comma || r.is(j, "of", "in") {
		j++
	}
	if y, k := r.yearNumber(j); k > j && r.at(k).kind != money && !(r.at(j).kind == number && r.at(k).kind == clock) {
		e.year, e.to = y, k
		return
	}
	j = e.to
	if r.is(j, "of") {
		j++
	}
	if r.is(j, "this", "last", "next") && r.is(j+1, "year") && !(r.at(j+2).kind == apostrophe) {
		e.yearDir, e.to = dirOf(r.w(j)), j+2
	}
}

func dirOf(w string) direction {
	switch w {
	case "last", "past", "previous":
		return lastOf
	case "next", "coming", "upcoming", "following":
		return nextOf
	}
	return thisOf
}

// monthDay reads "December", "December 2", "Dec. 2, 2019", "November 20-22", "December 2019".
func (r *reader) monthDay(i int) expr {
	m, j := r.month(i)
	if m == 0 {
		return expr{}
	}
	e := expr{from: i, to: i + 1, kind: calendar, grain: month, month: m}
	if k := j; r.is(k, "the") {
		if d, l := r.dayOfMonth(k + 1); d > 0 && r.at(k+1).kind == ordinal {
			e.day, e.grain, e.to = d, day, l
		}
	} else if d, l := r.dayOfMonth(k); d > 0 && !r.is(l, "percent", "million", "billion") && (r.at(k).kind != word || r.at(i).capital && (r.w(i) != "may" || !r.named()) && r.at(k).lex.class&cUnit == 0 && !r.has(l, cUnit)) {
		if r.at(l).kind != clock || r.at(l).n == 0 {
			e.day, e.grain, e.to = d, day, l
			r.rangeOfDays(&e)
		}
	}
	if e.day == 0 && (r.is(i, "may", "march") && !r.monthlike(i) || r.is(i, "april", "may", "june", "august", "jan") && r.person(i)) {
		return expr{}
	}
	if n := r.at(i + 1); e.day == 0 && r.is(i, "april", "june", "august") && n.kind == other && n.capital && !n.joined && !r.monthlike(i) {
		return expr{} // a first name
	}
	if e.day == 0 && r.is(i, "sep", "dec", "jan", "mar", "feb", "apr", "jun", "jul", "aug", "oct", "nov", "sept") && r.at(i+1).kind != stop {
		if y, _ := r.yearNumber(i + 1); y == 0 {
			return expr{}
		}
	}
	if e.day == 0 {
		e.to = max(e.to, min(j, i+1))
		save := e.to
		e.to = j
		r.yearAfter(&e)
		if e.to == j {
			e.to = save
		}
	} else {
		r.yearAfter(&e)
	}
	if e.to < j && r.at(j-1).token == r.at(i).token {
		e.to = j
	}
	return e
}

// rangeOfDays reads the rest of "20-22", "20 to 22", "30-December 2", "20 and 21" after a day.
func (r *reader) rangeOfDays(e *expr) {
	j := e.to
	dashed := r.at(j).kind == dash
	if !dashed && !r.is(j, "to", "through", "and", "or") {
		return
	}
	k := j + 1
	m := e.month
	if x, l := r.month(k); x > 0 {
		if !dashed {
			return // two dates
		}
		m, k = x, l
	}
	d, l := r.dayOfMonth(k)
	if d == 0 || r.at(k).kind == word || m == e.month && d <= e.day || r.has(l, cUnit) || r.at(l).kind == money || r.at(l).kind == dash || r.at(l).kind == meridiem ||
		r.at(l).kind == clock || r.at(l).kind == slash {
		return
	}
	if !dashed { // "on May 3 and 12 people": a noun after the figure
		if n := r.at(l); n.kind == other && !n.joined || n.kind == word && n.lex.class&cMonth == 0 && !r.is(l, "in", "at", "to", "for", "and", "when", "with", "after", "before", "by", "that", "the", "this", "last", "which", "but", "as") {
			return
		}
		if r.is(j, "or", "and") && d-e.day > 1 && !r.is(e.from-1, "between") {
			return
		}
	}
	e.toMonth, e.toDay, e.to = m, d, l
}

// monthlike reports whether "May" or "March" by itself is the month: beside a
// year, after a word that goes with months, or in a list of them.
func (r *reader) monthlike(i int) bool {
	if !r.at(i).capital {
		return false
	}
	if y, _ := r.yearNumber(i + 1); y > 0 {
		return true
	}
	if r.at(i+1).kind == comma {
		if y, _ := r.yearNumber(i + 2); y > 0 {
			return true
		}
	}
	if r.is(i+1, "be", "have") || r.at(i+1).kind == apostrophe && !r.is(i-1, "last", "this", "next") {
		return false
	}
	switch r.w(i - 1) {
	case "in", "since", "until", "till", "during", "last", "next", "this", "late", "early", "mid", "every", "each", "previous", "following", "throughout":
		return true
	case "of":
		return r.is(i-2, "end", "beginning", "start", "middle", "half", "month", "days", "weeks", "week") || !r.named()
	case "by", "from", "through", "before", "after", "past", "between", "for":
		return !r.named()
	case "and", "or", "to":
		return r.has(i-2, cMonth) || r.at(i-2).kind == comma && r.has(i-3, cMonth)
	}
	if r.at(i-1).kind == dash {
		return r.is(i-2, "mid", "late", "early") || r.has(i-2, cMonth)
	}
	return r.at(i-1).kind == comma && r.has(i-2, cMonth) || r.at(i+1).kind == comma && r.has(i+2, cMonth)
}

// named reports whether somebody of the text is called May: then "by May" says nothing of a month.
func (r *reader) named() bool {
	if r.may == 0 {
		r.may = -1
		for i := range r.atoms {
			if p := r.at(i - 1); r.is(i, "may") && r.at(i).capital && r.at(i+1).kind != number &&
				(r.person(i) || p.kind == other && p.capital || r.is(i-1, "mr", "mrs", "ms", "dr") || p.kind == stop && r.is(i-2, "mr", "mrs", "ms", "dr")) {
				r.may = 1
				break
			}
		}
	}
	return r.may > 0
}

// person reports whether the word at i stands in the name of a person.
func (r *reader) person(i int) bool {
	names, t := r.doc.Names, int(r.at(i).token)
	for len(names) > 0 {
		m := len(names) / 2
		switch n := &names[m]; {
		case n.End <= t:
			names = names[m+1:]
		case n.Start > t:
			names = names[:m]
		default:
			return n.Type == lang.PER
		}
	}
	return false
}

// titled reports whether an expression is the title of a broadcast or a paper:
// "60 Minutes", “This Week”.
func (r *reader) titled(e *expr) bool {
	last := r.at(e.to - 1)
	if !last.capital || e.grain == noGrain && e.kind != deictic {
		return false
	}
	if last.lex.class&cUnit == 0 || last.lex.class&cWeekday != 0 {
		return false
	}
	quote := func(a *atom) bool {
		return a.kind == apostrophe || a.kind == mark && a.end > a.start && (r.doc.Text[a.start] == '"' || a.end-a.start == 3)
	}
	p := r.at(e.from - 1)
	if quote(p) || quote(r.at(e.to)) && !r.is(e.to+1, "s") {
		return true
	}
	return e.kind == amount && (p.kind == word || p.kind == other) && !p.capital
}

// dayMonth reads "30 April", "the 30th of April 2019", "3-5 May", "3 and 5 May" (after "between").
func (r *reader) dayMonth(i int) expr {
	j := i
	if r.is(j, "the") {
		j++
	}
	if r.at(j).kind == word && j == i {
		return expr{}
	}
	d, k := r.dayOfMonth(j)
	if d == 0 || r.at(j).kind == number && j > i {
		return expr{}
	}
	e := expr{from: i, kind: calendar, grain: day, day: d}
	l := k
	if r.is(l, "of") {
		l++
	}
	m, l := r.month(l)
	if m == 0 {
		// a range of days with the month at its end
		if r.at(k).kind == dash || r.is(k, "to", "and", "or", "until", "through") {
			d2, l2 := r.dayOfMonth(k + 1)
			m2, l3 := r.month(l2)
			if d2 > d && m2 > 0 && r.at(k+1).kind != word {
				e.month, e.toMonth, e.toDay, e.to = m2, m2, d2, l3
				r.yearAfter(&e)
				return e
			}
		}
		// "the 30th" by itself
		if j > i && r.at(j).kind == ordinal && d > 3 && r.is(i-1, "on", "by", "until", "before") && r.at(k).kind != other && !(r.at(k).kind == word && r.at(k).lex.class&cUnit != 0) {
			e.to = k
			return e
		}
		return expr{}
	}
	if r.at(l-1).kind == stop && r.at(l-1).token != r.at(l-2).token && r.at(l).kind != number {
		l--
	}
	if r.is(l-1, "may", "march") && (!r.at(l-1).capital || r.is(l, "be", "have")) {
		return expr{}
	}
	e.month, e.to = m, l
	if r.at(l).kind == dash || r.is(l, "to") {
		if d2, l2 := r.dayOfMonth(l + 1); d2 > 0 && r.at(l).kind == dash && !r.is(l-1, "to") {
			if m2, l3 := r.month(l2); m2 > 0 {
				e.toMonth, e.toDay, e.to = m2, d2, l3
			}
		}
	}
	if y, n := r.yearNumber(e.to); n > e.to && r.at(l).kind != number || y > 0 {
		e.year, e.to = y, n
	} else {
		r.yearAfter(&e)
	}
	return e
}

// weekday reads "Friday", "Friday night", "Friday, October 13", "last Friday", "next Tuesday morning".
func (r *reader) weekday(i int) expr {
	j := i
	e := expr{from: i, kind: calendar, grain: day}
	if r.is(j, "the") && r.is(j+1, "previous", "following", "next", "same", "last", "past", "coming", "first", "second") && r.has(j+2, cWeekday) {
		j++
	}
	if r.conjunction(j) {
		return expr{}
	}
	switch r.w(j) {
	case "last", "this", "next", "past", "previous", "following", "coming", "upcoming", "that", "same":
		e.dir = dirOf(r.w(j))
		if r.is(j, "previous", "following", "same", "that") || j > i && r.is(j, "next") {
			e.kind, e.n = anaphoric, 1
			switch r.w(j) {
			case "previous":
				e.n = -1
			case "same", "that":
				e.n = 0
			}
		}
		j++
	}
	a := r.at(j)
	if a.lex.class&cWeekday == 0 || a.lex.class&cPlural != 0 {
		return expr{}
	}
	if !a.capital || r.is(j-1, "good", "black", "bloody", "super", "cyber", "ash", "palm", "holy", "maundy") && r.at(j-1).capital {
		return expr{}
	}
	if len(a.lex.word) <= 5 { // "Sun" and "Sat" are other words too
		k := j + 1
		if r.at(k).kind == stop || r.at(k).kind == comma {
			k++
		}
		if m, _ := r.month(k); m == 0 && r.at(k).kind != number && !r.is(j-1, "on", "last", "next", "this", "by", "until") {
			return expr{}
		}
	}
	e.weekday, e.to = int(a.lex.weekday)+1, j+1
	if len(a.lex.word) <= 5 && r.at(e.to).kind == stop && r.at(e.to).joined && a.lex.word != "friday" {
		e.to++
	}
	r.partAfter(&e)
	// the date of that weekday
	k := e.to
	if r.at(k).kind == comma {
		k++
	}
	if r.is(k, "the") {
		k++
	}
	x := r.monthDay(k)
	if !x.ok() || x.day == 0 {
		x = r.dayMonth(k)
		if y := r.figures(k); y.ok() && y.grain == day {
			x = y
		}
	}
	if x.ok() && x.day > 0 && x.toDay == 0 && e.kind == calendar && e.dir == anyOf {
		x.from, x.weekday, x.part = i, e.weekday, e.part
		if x.part == "" {
			r.partAfter(&x)
		}
		return x
	}
	if e.dir == anyOf && e.kind == calendar {
		k := e.to
		if r.is(k, "of") {
			k++
		}
		if r.is(k, "this", "last", "next") && r.is(k+1, "week") {
			e.yearDir, e.to = dirOf(r.w(k)), k+2
		}
	}
	return e
}

// conjunction reports whether the word at i is a "that" that opens a clause.
func (r *reader) conjunction(i int) bool {
	return r.is(i, "that") && r.doc.Tokens[r.at(i).token].UPOS == "SCONJ"
}

// partAfter reads the part of the day after a day: "Friday night", "December 2 in the evening".
func (r *reader) partAfter(e *expr) {
	j := r.undash(e.to)
	if r.is(j, "early", "late", "mid") && r.has(r.undash(j+1), cPart) {
		j = r.undash(j + 1)
	}
	if r.has(j, cPart) && !r.is(j, "overnight", "mornings", "nights", "evenings", "afternoons", "dawn", "dusk") {
		e.part, e.to = r.at(j).lex.part, j+1
		return
	}
	if r.is(e.to, "in") && r.is(e.to+1, "the") && r.is(e.to+2, "morning", "afternoon", "evening") {
		e.part, e.to = r.at(e.to+2).lex.part, e.to+3
	}
}

// yearOnly reads "2019", "mid-2019", "the 1990s", "the nineties", "the 20th century".
func (r *reader) yearOnly(i int) expr {
	j := i
	if r.is(j, "the") {
		j++
	}
	a := r.at(j)
	e := expr{from: i, kind: calendar}
	switch {
	case a.kind == tens:
		y := int(a.n)
		if a.digits == 2 {
			if y < 20 {
				return expr{}
			}
			y += 1900
			if r.at(j-1).kind != apostrophe && !r.is(j-1, "the", "early", "late", "mid") && r.at(j-1).kind != dash {
				return expr{}
			}
			if y > 1999 {
				return expr{}
			}
		} else if y < 1000 || y > 2100 {
			return expr{}
		}
		e.grain, e.year, e.to = decade, y, j+1
		return e
	case a.kind == apostrophe && r.at(j+1).kind == tens && r.at(j+1).digits == 2 && r.at(j+1).joined:
		e.grain, e.year, e.to = decade, 1900+int(r.at(j+1).n), j+2
		return e
	case a.kind == word && r.is(j, "nineties", "eighties", "seventies", "sixties", "fifties", "forties", "thirties", "twenties") && r.is(j-1, "the", "early", "late", "mid"):
		for k, w := range []string{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"} {
			if w == a.lex.word {
				e.year = 1920 + 10*k
			}
		}
		e.grain, e.to = decade, j+1
		if j > i && r.is(i-1, "in") && r.is(i-2, "his") {
			return expr{}
		}
		return e
	}
	if n, k := r.dayOfMonth(j); n > 0 && r.at(j).kind != number {
		k = r.undash(k)
		if r.is(k, "century") && n > 1 {
			e.grain, e.year, e.to = century, (n-1)*100, k+1
			return e
		}
	}
	if j > i {
		return expr{}
	}
	if y, k := r.yearNumber(i); y > 0 && r.isYear(i, k, y) {
		e.grain, e.year, e.to = year, y, k
		if r.at(k).kind == dash || r.at(k).kind == slash { // 2018-19, 1997-2001
			b := r.at(k + 1)
			if b.kind == number && b.joined && (b.digits == 4 && int(b.n) > y && b.n < 2200 || b.digits == 2 && y%100 < int(b.n)) {
				e.toYear, e.to = int(b.n), k+2
				if b.digits == 2 {
					e.toYear += y - y%100
				}
			}
		}
		return e
	}
	return expr{}
}

// isYear reports whether the number that ends before atom j is a year and not a count.
func (r *reader) isYear(i, j, y int) bool {
	if y < 1500 && !r.is(i-1, "in", "since") {
		return false
	}
	if p := r.at(i - 1); p.kind == mark && r.doc.Text[p.start:p.end] == "©" {
		return false
	}
	if r.at(i-1).kind == money || r.at(j).kind == money || r.at(i-1).joined && r.at(i).joined && (r.at(i-1).kind == stop || r.at(i-1).kind == other || r.at(i-1).kind == number || r.at(i-1).kind == slash) {
		return false
	}
	if r.at(j).kind == dash && r.at(j).joined && r.at(j+1).kind != number && !r.has(j+1, cStart) && r.at(j+1).joined {
		return false
	}
	if r.at(j).joined && (r.at(j).kind == slash || r.at(j).kind == number || r.at(j).kind == other) {
		return false
	}
	if r.at(i-1).kind == dash && r.at(i).joined && r.at(i-1).joined && !r.is(i-2, "mid", "late", "early", "post", "pre") && r.at(i-2).kind != number && r.at(i-2).lex.class&cMonth == 0 {
		return false
	}
	switch r.w(i - 1) {
	case "no", "number", "article", "page", "resolution", "room", "section", "chapter", "flight", "route", "some", "about", "nearly", "almost", "least", "than", "over", "these", "those", "only", "exactly", "another", "up", "approximately", "roughly":
		return false
	}
	next := r.at(j)
	if next.kind == word {
		switch next.lex.word {
		case "percent", "million", "billion", "points", "people", "pages", "seats", "votes", "km", "miles", "more", "others", "times":
			return false
		}
		if next.lex.class&cUnit != 0 && next.lex.class&cPlural != 0 {
			return false
		}
	}
	if p := r.at(i - 1); p.kind == other && p.capital && !r.at(i).joined && r.isNoun(p) { // "Agenda 2030"
		return false
	}
	if y < 1800 || y > 2060 {
		return r.is(i-1, "in", "since", "by", "until", "from", "year", "of", "to", "before", "after")
	}
	switch r.w(i - 1) {
	case "in", "since", "by", "until", "till", "from", "year", "during", "through", "before", "after", "late", "early", "mid", "fiscal", "between", "and", "of", "the", "throughout":
		if r.is(i-1, "in", "since", "by", "until", "during", "year", "late", "early", "mid", "fiscal", "throughout") {
			return true
		}
	}
	// A count is followed by a noun in the plural; the tags know it where the letters do not.
	if next.kind == other || next.kind == word && next.lex.class == 0 {
		t := r.doc.Tokens[next.token]
		if t.XPOS == "NNS" || t.XPOS == "NNPS" {
			return r.is(i-1, "the", "his", "her", "its", "their", "our") || next.capital && !r.is(i-1, "and")
		}
		if t.XPOS == "" && !next.capital && int(next.end-next.start) > 3 && r.doc.Text[next.end-1] == 's' && r.doc.Text[next.end-2] != 's' && next.kind == other {
			return r.is(i-1, "the", "his", "her", "its", "their", "our")
		}
	}
	return true
}

// quarter reads "the third quarter", "Q3 2019", "2019 Q3", "third-quarter", "the 1988 third quarter", "H1".
func (r *reader) quarter(i int) expr {
	e := expr{from: i, kind: calendar, grain: quarter}
	j := i
	if r.is(j, "the", "its", "his", "their", "our") {
		j++
	}
	if r.is(j, "this", "last", "next") && r.is(j+1, "year") && r.at(j+2).kind == apostrophe {
		e.yearDir = dirOf(r.w(j))
		j += 3
		if r.is(j, "s") {
			j++
		}
		if r.is(j, "quarter") { // "last year's quarter"
			e.kind, e.n, e.to = anaphoric, -4, j+1
			return e
		}
	}
	if y, k := r.yearNumber(j); y > 0 {
		e.year, j = y, k
	}
	if r.is(j, "fiscal", "calendar") {
		j = r.undash(j + 1)
	}
	back := 0
	if r.is(j, "year") && r.at(j+1).kind == dash && r.is(j+2, "ago", "earlier") {
		back, j = -1, j+3
	}
	a := r.at(j)
	switch {
	case a.kind == nthQuarter:
		e.sub, e.to = int(a.n), j+1
	case r.is(j, "q1", "q2", "q3", "q4") && a.capital:
		e.sub, e.to = int(a.lex.word[1]-'0'), j+1
	case r.is(j, "h1", "h2") && a.capital && (r.at(j+1).digits == 4 || e.year > 0):
		e.sub, e.to, e.grain = int(a.lex.word[1]-'0'), j+1, half
	default:
		n, k := r.dayOfMonth(j)
		if n == 0 && r.is(j, "final", "last") && r.is(j+1, "quarter") && (j > i || e.year > 0) && r.is(j+2, "of") {
			n, k = 4, j+1
		}
		if n < 1 || n > 4 || a.kind == number {
			return expr{}
		}
		joined := r.at(k).kind == dash
		k = r.undash(k)
		if r.is(k, "fiscal", "calendar") {
			k = r.undash(k + 1)
		}
		if r.is(k, "half") && n <= 2 && (e.year > 0 || e.yearDir != anyOf || j > i && !r.is(k+1, "of")) {
			e.grain = half
		} else if !r.is(k, "quarter") {
			return expr{}
		}
		if r.is(i, "its", "his", "their", "our") || joined && r.is(i, "the") && e.year == 0 && e.yearDir == anyOf {
			e.from = j // the article belongs to the results
		}
		e.sub, e.to = n, k+1
	}
	if e.year == 0 && e.yearDir == anyOf {
		k := e.to
		if r.is(k, "of", "in") || r.at(k).kind == comma {
			k++
		}
		if r.is(k, "fiscal") {
			k++
		}
		if y, l := r.yearNumber(k); y > 0 && !(r.at(k-1).kind == comma && r.at(e.to-1).kind == other) {
			e.year, e.to = y, l
		} else if r.is(k, "last", "this", "next") && r.is(k+1, "year") && r.at(k+2).kind != apostrophe {
			e.yearDir, e.to = dirOf(r.w(k)), k+2
		}
	}
	if back != 0 {
		e.yearDir = lastOf
	}
	return e
}

// relative reads periods that are counted from another: "today", "last week",
// "that weekend", "the following day", "this or next week", "this summer", "the weekend".
func (r *reader) relative(i int) expr {
	e := expr{from: i, to: i + 1, kind: deictic, grain: day}
	switch r.w(i) {
	case "today":
		if p := r.at(i - 1); p.capital && p.kind == other && r.at(i).capital && p.token+1 == r.at(i).token {
			return expr{} // a title: "Norvana Today"
		}
		r.partAfter(&e)
		return e
	case "tonight":
		e.part = "NI"
		return e
	case "yesterday":
		e.n = -1
		r.partAfter(&e)
		return e
	case "tomorrow":
		e.n = 1
		r.partAfter(&e)
		return e
	}
	// year-ago, year-earlier and the periods they belong to
	j := i
	if r.is(j, "the") {
		j++
	}
	if r.is(j, "comparable", "corresponding") {
		j++
	}
	if r.is(j, "year") && r.at(j+1).kind == dash && r.is(j+2, "ago", "earlier") {
		e.kind, e.n, e.grain, e.to = anaphoric, -1, year, j+3
		e.text = "same"
		if r.is(e.to, "period", "quarter", "month", "week") {
			e.to++
		} else if j > i {
			e.from = j
		}
		return e
	}
	if r.is(j, "year") && r.at(j+1).kind == apostrophe && r.is(j+2, "s") && r.is(j+3, "end") { // "year's end"
		e.kind, e.grain, e.mod, e.to = deictic, year, closing, j+4
		return e
	}
	if r.is(j, "year") && r.is(r.undash(j+1), "end") {
		e.kind, e.grain, e.mod, e.from, e.to = deictic, year, closing, i, r.undash(j+1)+1
		return e
	}

	if r.conjunction(i) {
		return expr{}
	}
	det := ""
	j = i
	switch r.w(j) {
	case "the", "that", "this", "last", "next", "past", "same", "previous", "following", "coming", "current", "these", "latest", "upcoming":
		det = r.w(j)
		j++
	default:
		if r.has(i, cSeason) {
			return r.season(i)
		}
		return expr{}
	}
	if det == "the" && r.is(j, "latest") && r.is(j+1, "period") {
		e.kind, e.grain, e.to = anaphoric, quarter, j+2
		return e
	}
	second := ""
	if (det == "the" || det == "that" || det == "this") && r.is(j, "same", "previous", "following", "next", "last", "past", "coming", "current", "preceding", "ensuing", "latest", "upcoming", "very", "then", "prior", "whole", "entire", "full") {
		second = r.w(j)
		j++
	}
	if (det == "this" || det == "last") && r.is(j, "or", "and") && r.is(j+1, "next", "this") && r.has(j+2, cUnit) && r.at(j+2).lex.unit >= week {
		e.grain, e.both, e.to = r.at(j+2).lex.unit, true, j+3
		if det == "last" {
			e.n = -1
		}
		return e
	}
	if r.is(j, "calendar", "fiscal", "academic", "school") && r.is(j+1, "year") || r.is(j, "fiscal", "calendar") && r.is(j+1, "quarter") {
		j++
	}
	if (det == "this" || det == "that") && second == "" && r.is(j, "past", "coming") {
		second = r.w(j)
		j++
	}
	a := r.at(j)
	e.to = j + 1
	key := det
	if second != "" {
		key = second
		if second == "full" || second == "whole" || second == "entire" {
			key = det
		}
	}
	switch {
	case a.lex.class&cPart != 0 && a.lex.class&cPlural == 0 && !r.is(j, "overnight", "dawn", "dusk"):
		e.part = a.lex.part
		switch key {
		case "this":
		case "last":
			e.n = -1
			if !r.is(j, "night", "evening") {
				return expr{}
			}
		case "that", "same":
			e.kind = anaphoric
		case "next", "following":
			if det != "the" && key == "next" {
				return expr{}
			}
			e.kind, e.n = anaphoric, 1
		case "previous", "preceding":
			e.kind, e.n = anaphoric, -1
		case "the":
			e.kind = anaphoric
			if !r.is(i-1, "in", "during", "of", "by", "into", "through") || r.is(j+1, "of") {
				return expr{}
			}
		default:
			return expr{}
		}
		return e
	case a.lex.class&cUnit != 0 && a.lex.class&cPlural == 0 && a.lex.unit >= day && !r.is(j, "night", "weekday", "fortnight"):
		e.grain = a.lex.unit
		if e.grain == half {
			return expr{}
		}
		if r.is(j+1, "ended", "ending") && e.grain == year && key == "the" {
			e.kind, e.n, e.from = amount, 1, i
			return e
		}
		switch key {
		case "this", "current":
			if r.at(j+1).kind == apostrophe && e.grain == day {
				return expr{}
			}
			if e.grain == day && !r.is(i-1, "on", "until", "to") {
				return expr{}
			}
		case "last", "past":
			if det == "the" || key == "past" {
				return expr{} // an amount: the last week
			}
			e.n = -1
			if e.grain == day {
				return expr{}
			}
		case "next", "coming", "upcoming":
			e.n = 1
			if det == "the" && key == "next" {
				e.kind = anaphoric
				if e.grain >= decade {
					return expr{}
				}
			}
			if e.grain == day && e.kind != anaphoric {
				return expr{}
			}
		case "that", "same", "then":
			e.kind = anaphoric
		case "following", "ensuing":
			e.kind, e.n = anaphoric, 1
		case "previous", "preceding", "prior":
			e.kind, e.n = anaphoric, -1
		case "latest":
			if e.grain != quarter && e.grain != week && e.grain != month {
				return expr{}
			}
			e.kind, e.n = anaphoric, 0
		case "the":
			switch e.grain {
			case weekend:
				e.text = "tense"
			case quarter:
				e.kind = anaphoric
				if second != "" && second != "fiscal" && second != "full" {
					return expr{}
				}
				if r.is(j+1, "of") {
					return expr{}
				}
			case year:
				if r.is(j-1, "school", "academic") || r.is(j+1, "of", "before", "after", "when", "that", "ago", "earlier") || r.at(j+1).kind == dash && r.at(j+1).joined || r.at(j+1).kind == apostrophe {
					return expr{}
				}
				if !r.is(i-1, "for", "in", "of", "during", "by", "throughout", "through") && second == "" {
					return expr{}
				}
			case week, month:
				if !r.is(i-1, "in", "of", "during", "by", "throughout", "for") ||
					r.is(j+1, "of", "before", "after", "when", "that") && !(r.is(i-1, "of") && r.is(i-2, "end", "start", "beginning", "middle") && !r.is(j+1, "of")) {
					return expr{}
				}
			default:
				return expr{}
			}
		default:
			return expr{}
		}
		if r.at(j+1).kind == dash && r.is(j+2, "old", "long", "end") {
			if r.is(j+2, "end") && e.grain == year {
				e.mod, e.to = closing, j+3
				return e
			}
			return expr{}
		}
		return e
	case a.lex.class&cMonth != 0:
		m, _ := r.month(j)
		if m == 0 || det == "the" || det == "these" || det == "latest" || det == "that" || det == "current" {
			return expr{}
		}
		x := r.monthDay(j)
		if !x.ok() {
			x = expr{from: j, to: j + 1, kind: calendar, grain: month, month: m}
		}
		x.from = i
		if x.year == 0 {
			x.dir = dirOf(key)
		}
		return x
	case a.lex.class&cSeason != 0:
		x := r.season(j)
		if !x.ok() {
			return x
		}
		x.from = i
		if x.year > 0 {
			return x
		}
		switch key {
		case "the":
		case "that", "same":
			x.kind, x.n = anaphoric, 0
		case "following":
			x.kind, x.n = anaphoric, 1
		case "previous":
			x.kind, x.n = anaphoric, -1
		default:
			x.dir = dirOf(key)
		}
		return x
	case r.is(j, "christmas", "thanksgiving", "easter", "halloween") && det != "the":
		x := r.holiday(j)
		x.from, x.dir = i, dirOf(key)
		return x
	}
	return expr{}
}

// season reads "summer", "the summer of 2019", "summer 2019"; "fall" and "spring" are seasons only beside a year or an article.
func (r *reader) season(i int) expr {
	a := r.at(i)
	if a.lex.class&cSeason == 0 || r.is(i, "summers", "winters") {
		return expr{}
	}
	e := expr{from: i, to: i + 1, kind: calendar, grain: season, sub: int(a.lex.season)}
	j := i + 1
	if r.is(j, "of") || r.at(j).kind == comma {
		j++
	}
	if y, k := r.yearNumber(j); y > 0 {
		e.year, e.to = y, k
		return e
	}
	if r.is(j, "this", "last", "next") && r.is(j+1, "year") && r.at(j+2).kind != apostrophe {
		e.yearDir, e.to = dirOf(r.w(j)), j+2
		return e
	}
	if r.is(j, "school", "olympics", "games") || r.at(j).capital && r.at(i).capital && r.at(j).kind == other {
		return expr{}
	}
	ok := r.is(i-1, "this", "last", "next", "that", "late", "early", "mid", "previous", "following", "past", "same", "coming")
	if r.is(i, "fall", "spring") {
		ok = ok || r.is(i-1, "the") && r.is(i-2, "in", "by", "until", "during", "since", "late", "of") && !r.is(i+1, "of", "in") || r.is(i-1, "by", "until", "since") && !r.is(i+1, "of")
	} else {
		ok = ok || r.is(i-1, "the", "in", "by", "until", "since", "during", "of", "all") || r.at(i-1).kind == dash
	}
	if !ok {
		return expr{}
	}
	return e
}

// holiday reads days with a fixed date.
func (r *reader) holiday(i int) expr {
	a := r.at(i)
	if !a.capital || a.kind != word {
		return expr{}
	}
	e := expr{from: i, to: i + 1, kind: calendar, grain: day}
	name := a.lex.word
	j := i + 1
	if name == "new" || name == "valentine" {
		if name == "new" {
			if !r.is(j, "year") {
				return expr{}
			}
			name += " year"
			j++
		}
		if r.at(j).kind != apostrophe {
			return expr{}
		}
		name += "'s"
		j++
		if r.is(j, "s") {
			j++
		}
		e.to = j
	}
	if (name == "christmas" || name == "halloween") && r.at(j).kind == other && !r.at(j).joined && r.isNoun(r.at(j)) {
		return expr{} // "Christmas gifts"
	}
	if r.is(j, "day", "eve") && r.at(j).capital {
		name += " " + r.w(j)
		e.to = j + 1
	}
	switch {
	case name == "election day":
		e.month, e.day, e.n2 = 11, 2, 3 // the Tuesday after the first Monday
	case name == "thanksgiving" || name == "thanksgiving day":
		e.month, e.day, e.n2 = 11, 22, 4 // the fourth Thursday: on the 22nd or in the six days after
	default:
		md, ok := fixedDays[name]
		if !ok {
			return expr{}
		}
		e.month, e.day = md[0], md[1]
	}
	if y, k := r.yearNumber(e.to); y > 0 {
		e.year, e.to = y, k
	}
	return e
}
