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
		if k := r.undash(j + 1); r.is(j, "end") && k > j+1 && r.has(k, cMonth) { // "by end-June"
			if x := r.bare(k); x.ok() && x.grain == month {
				x.from, x.mod = i, closing
				e = longest(e, x)
			}
		}
		if r.is(j+1, "of") && r.is(j+2, "ramadan") {
			e = longest(e, expr{from: i, to: j + 3, kind: calendar, grain: day, text: "end of ramadan"})
		}
		if r.is(j, "end", "close") && r.is(j+1, "of") && r.is(j+2, "the") && r.is(j+3, "day") && r.is(i-1, "by", "before", "until") {
			e = longest(e, expr{from: i, to: j + 4, kind: deictic, grain: day, dir: thisOf})
		}
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
		if r.is(j+1, "of", "beginning", "starting", "commencing") && j > i {
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
	return longest(r.figures(i), r.monthDay(i), r.dayMonth(i), r.weekday(i), r.yearOnly(i), r.quarter(i), r.relative(i), r.holiday(i), r.feast(i), r.nthOf(i))
}

// nthOf reads a week or a weekday that is counted within a month: "the first week of October",
// "the second Tuesday of June".
func (r *reader) nthOf(i int) expr {
	j := i
	if r.is(j, "the") {
		j++
	}
	n := int(r.at(j).lex.ordinal)
	if last := r.is(j, "last"); n == 0 && !last || n > 4 {
		return expr{}
	}
	a := r.at(j + 1)
	if !r.is(j+1, "week") && (a.lex.class&cWeekday == 0 || a.lex.class&cPlural != 0) || !r.is(j+2, "of", "in") {
		return expr{}
	}
	x := r.monthDay(j + 3)
	if !x.ok() || x.grain != month || x.month == 0 {
		return expr{}
	}
	days := [...]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}[x.month-1]
	x.from, x.grain, x.day = i, day, 1+7*(n-1)
	if n == 0 {
		x.day = days - 6
	}
	if r.is(j+1, "week") {
		x.toMonth, x.toDay = x.month, x.day+6
		return x
	}
	if x.n2 = float64(a.lex.weekday); x.n2 == 0 {
		x.n2 = 7
	}
	return x
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
