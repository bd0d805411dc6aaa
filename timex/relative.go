package timex

// relative reads periods that are counted from another: "today", "last week",
// "that weekend", "the following day", "this or next week", "this summer", "the weekend".
func (r *reader) relative(i int) expr {
	switch r.w(i) {
	case "today", "tonight", "yesterday", "tomorrow":
		return r.today(i)
	}
	if e := r.yearAgo(i); e.ok() {
		return e
	}
	if r.conjunction(i) {
		return expr{}
	}
	p, ok := r.pointer(i)
	if !ok {
		if r.has(i, cSeason) {
			return r.season(i)
		}
		return expr{}
	}
	if e := r.pair(p); e.ok() {
		return e
	}
	if p.det == "the" && p.second == "latest" && r.is(p.to, "period") {
		return expr{from: i, to: p.to + 1, kind: anaphoric, grain: quarter}
	}
	if r.is(p.to, "calendar", "fiscal", "academic", "school") && r.is(p.to+1, "year") || r.is(p.to, "fiscal", "calendar") && r.is(p.to+1, "quarter") {
		p.to++
	}
	a := r.at(p.to)
	switch {
	case a.lex.class&cPart != 0 && a.lex.class&cPlural == 0 && !r.is(p.to, "overnight", "dawn", "dusk"):
		return r.pointedPart(p)
	case a.lex.class&cUnit != 0 && a.lex.class&cPlural == 0 && a.lex.unit >= day && !r.is(p.to, "night", "weekday", "fortnight"):
		return r.pointedUnit(p)
	case a.lex.class&cMonth != 0:
		return r.pointedMonth(p)
	case a.lex.class&cSeason != 0:
		return r.pointedSeason(p)
	case r.is(p.to, "christmas", "thanksgiving", "easter", "halloween") && p.det != "the":
		x := r.holiday(p.to)
		x.from, x.dir = i, dirOf(p.key)
		return x
	}
	return expr{}
}

// today reads "today", "tonight", "yesterday" and "tomorrow" with a part of the day.
func (r *reader) today(i int) expr {
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
	return expr{}
}

// yearAgo reads "the year-ago quarter", "year-earlier", "year's end" and "year-end".
func (r *reader) yearAgo(i int) expr {
	e := expr{from: i, to: i + 1, kind: deictic, grain: day}
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
	return expr{}
}

// pointer is what points to a period: "that", "the following", "this same".
type pointer struct {
	from, to    int // atoms; the period begins at to
	det, second string
	key         string // which of them counts
}

func (r *reader) pointer(i int) (p pointer, ok bool) {
	p = pointer{from: i, to: i}
	switch r.w(i) {
	case "the", "that", "this", "last", "next", "past", "same", "previous", "following", "coming", "current", "these", "latest", "upcoming":
		p.det, p.key = r.w(i), r.w(i)
		p.to++
	default:
		return p, false
	}
	switch p.det {
	case "the", "that", "this":
	default:
		return p, true
	}
	if r.is(p.to, "same", "previous", "following", "next", "last", "past", "coming", "current", "preceding", "ensuing", "latest", "upcoming", "very", "then", "prior", "whole", "entire", "full") {
		p.second = r.w(p.to)
		p.to++
		if p.second != "full" && p.second != "whole" && p.second != "entire" {
			p.key = p.second
		}
	}
	return p, true
}

// pair reads "this or next week", "last and this month".
func (r *reader) pair(p pointer) expr {
	e := expr{from: p.from, kind: deictic}
	if (p.det == "this" || p.det == "last") && r.is(p.to, "or", "and") && r.is(p.to+1, "next", "this") && r.has(p.to+2, cUnit) && r.at(p.to+2).lex.unit >= week {
		e.grain, e.both, e.to = r.at(p.to+2).lex.unit, true, p.to+3
		if p.det == "last" {
			e.n = -1
		}
		return e
	}
	return expr{}
}

// pointedPart reads a part of a day after what points to it: "this morning", "the following evening".
func (r *reader) pointedPart(p pointer) expr {
	e := expr{from: p.from, to: p.to + 1, kind: deictic, grain: day}
	e.part = r.at(p.to).lex.part
	switch p.key {
	case "this":
	case "last":
		e.n = -1
		if !r.is(p.to, "night", "evening") {
			return expr{}
		}
	case "that", "same":
		e.kind = anaphoric
	case "next", "following":
		if p.det != "the" && p.key == "next" {
			return expr{}
		}
		e.kind, e.n = anaphoric, 1
	case "previous", "preceding":
		e.kind, e.n = anaphoric, -1
	case "the":
		e.kind = anaphoric
		if !r.is(p.from-1, "in", "during", "of", "by", "into", "through") || r.is(p.to+1, "of") {
			return expr{}
		}
	default:
		return expr{}
	}
	return e
}

// pointedUnit reads a unit of time after what points to it: "this week", "the same year".
func (r *reader) pointedUnit(p pointer) expr {
	e := expr{from: p.from, to: p.to + 1, kind: deictic, grain: day}
	e.grain = r.at(p.to).lex.unit
	if e.grain == half {
		return expr{}
	}
	if r.is(p.to+1, "ended", "ending") && e.grain == year && p.key == "the" {
		e.kind, e.n, e.from = amount, 1, p.from
		return e
	}
	switch p.key {
	case "this", "current":
		if r.at(p.to+1).kind == apostrophe && e.grain == day {
			return expr{}
		}
		if e.grain == day && !r.is(p.from-1, "on", "until", "to") {
			return expr{}
		}
	case "last", "past":
		if p.det == "the" || p.key == "past" {
			return expr{} // an amount: the last week
		}
		e.n = -1
		if e.grain == day {
			return expr{}
		}
	case "next", "coming", "upcoming":
		e.n = 1
		if p.det == "the" && p.key == "next" {
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
		if r.is(p.from-1, "before", "until") && r.is(p.to+1, "is", "was") && r.is(p.to+2, "out", "over", "up") && e.grain >= week { // "before the month is out"
			e.mod = rest
			return e
		}
		switch e.grain {
		case weekend:
			e.text = "tense"
		case quarter:
			e.kind = anaphoric
			if p.second != "" && p.second != "fiscal" && p.second != "full" {
				return expr{}
			}
			if r.is(p.to+1, "of") {
				return expr{}
			}
		case year:
			if r.is(p.to-1, "school", "academic") || r.is(p.to+1, "of", "before", "after", "when", "that", "ago", "earlier") || r.at(p.to+1).kind == dash && r.at(p.to+1).joined || r.at(p.to+1).kind == apostrophe {
				return expr{}
			}
			if !r.is(p.from-1, "for", "in", "of", "during", "by", "throughout", "through") && p.second == "" {
				return expr{}
			}
		case week, month:
			if !r.is(p.from-1, "in", "of", "during", "by", "throughout", "for") ||
				r.is(p.to+1, "of", "before", "after", "when", "that") && !(r.is(p.from-1, "of") && r.is(p.from-2, "end", "start", "beginning", "middle") && !r.is(p.to+1, "of")) {
				return expr{}
			}
		default:
			return expr{}
		}
	default:
		return expr{}
	}
	if r.at(p.to+1).kind == dash && r.is(p.to+2, "old", "long", "end") {
		if r.is(p.to+2, "end") && e.grain == year {
			e.mod, e.to = closing, p.to+3
			return e
		}
		return expr{}
	}
	return e
}

// pointedMonth reads a month after what points to it: "last March", "this May 3".
func (r *reader) pointedMonth(p pointer) expr {
	m, _ := r.month(p.to)
	if m == 0 || p.det == "the" || p.det == "these" || p.det == "latest" || p.det == "that" || p.det == "current" {
		return expr{}
	}
	x := r.monthDay(p.to)
	if !x.ok() {
		x = expr{from: p.to, to: p.to + 1, kind: calendar, grain: month, month: m}
	}
	x.from = p.from
	if x.year == 0 {
		x.dir = dirOf(p.key)
	}
	return x
}

// pointedSeason reads a season after what points to it: "that summer".
func (r *reader) pointedSeason(p pointer) expr {
	x := r.season(p.to)
	if !x.ok() {
		return x
	}
	x.from = p.from
	if x.year > 0 {
		return x
	}
	switch p.key {
	case "the":
	case "that", "same":
		x.kind, x.n = anaphoric, 0
	case "following":
		x.kind, x.n = anaphoric, 1
	case "previous":
		x.kind, x.n = anaphoric, -1
	default:
		x.dir = dirOf(p.key)
	}
	return x
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
		e.month, e.day, e.n2 = 11, 2, 2 // the Tuesday after the first Monday
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
