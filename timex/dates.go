package timex

import "rapporteur/lang"

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
		if r.is(k, "week") && r.is(j-1, "by", "until", "before", "till", "on", "for") && (r.at(k+1).kind != word && r.at(k+1).kind != other || r.is(k+1, "to", "for", "in", "at", "with", "when", "and", "but")) { // "by Saturday week"
			e.yearDir, e.to = nextOf, k+1
		}
		if r.is(j-1, "on") && r.is(j-2, "week") && r.is(j-3, "a") { // "a week on Friday"
			e.yearDir = nextOf
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
