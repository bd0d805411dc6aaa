package timex

// timeOfDay reads a time of day, and the day it belongs to where that follows:
// "7:00 p.m. Kyiv time", "noon Saturday", "10 a.m. on Friday", "4 in the morning".
func (r *reader) timeOfDay(i int) expr {
	e, ok := r.clockAt(i)
	if !ok {
		return expr{}
	}
	j := e.to
	if r.at(j).kind == comma || r.is(j, "on", "of") && !r.at(j).capital {
		j++
	}
	if x := r.bare(j); x.ok() && x.isDay() && x.part == "" && x.kind != anaphoric && (j == e.to || x.kind == calendar || r.is(j-1, "on", "of")) {
		x.from, x.clock, x.zoneFrom, x.zoneTo, x.part = i, e.clock, e.zoneFrom, e.zoneTo, e.part
		x.mod = e.mod
		return x
	} else if x.ok() && x.isDay() && x.part != "" && j == e.to && r.is(x.from, "tomorrow", "yesterday", "today", "this") || x.ok() && x.isDay() && x.part != "" && j == e.to && x.weekday > 0 {
		x.from, x.clock, x.zoneFrom, x.zoneTo = i, e.clock, e.zoneFrom, e.zoneTo
		return x
	}
	return e
}

// withClock adds a time of day that follows a day: "Friday at 10 a.m.", "2019-05-04 10:30".
func (r *reader) withClock(e expr) expr {
	if !e.ok() || !e.isDay() || e.clock > 0 || e.weekday > 0 && e.kind == anaphoric {
		return e
	}
	j := e.to
	if r.at(j).kind == comma {
		j++
	}
	at := false
	if r.is(j, "at", "around", "about") {
		at = true
		j++
		if r.is(j, "about", "around", "approximately", "exactly") {
			j++
		}
	} else if r.at(j).kind == other && r.at(j).joined && r.doc.Text[r.at(j).start] == 'T' { // 2019-05-04T10:30
		j++
	}
	c, ok := r.clockAt(j)
	if !ok || !at && r.at(j).kind != clock && j > e.to+1 {
		return e
	}
	e.clock, e.zoneFrom, e.zoneTo, e.to = c.clock, c.zoneFrom, c.zoneTo, c.to
	if e.part == "" {
		e.part = c.part
	}
	return e
}

// clockAt reads a time of day with its zone.
func (r *reader) clockAt(i int) (expr, bool) {
	a := r.at(i)
	e := expr{from: i, to: i + 1, kind: calendar, grain: day}
	minutes := -1
	switch {
	case a.kind == clock:
		minutes = int(a.n)
		if r.at(i+1).kind == meridiem {
			minutes = minutes%720 + int(r.at(i+1).n)*60
			e.to++
		} else if !r.clocklike(i) {
			return e, false
		}
	case a.kind == number && a.digits <= 2 && a.n <= 24:
		switch {
		case r.at(i+1).kind == meridiem && a.n >= 1 && a.n <= 12:
			minutes = int(a.n)%12*60 + int(r.at(i+1).n)*60
			e.to++
		case r.at(i+1).kind == stop && r.at(i+1).joined && r.at(i+2).kind == number && r.at(i+2).joined && r.at(i+2).digits == 2 && r.at(i+3).kind == meridiem:
			minutes = (int(a.n)%12+int(r.at(i+3).n))*60 + int(r.at(i+2).n)
			e.to += 3
		case r.oclock(i+1) > 0 && a.n >= 1 && a.n <= 12:
			minutes, e.to = int(a.n)%12*60, r.oclock(i+1)
		case r.is(i+1, "in") && r.is(i+2, "the") && r.is(i+3, "morning", "afternoon", "evening") && a.n >= 1 && a.n <= 12:
			minutes = int(a.n) % 12 * 60
			if !r.is(i+3, "morning") {
				minutes += 720
			}
			e.to += 3
		default:
			return e, false
		}
	case a.kind == number && a.digits == 9 && r.at(i+1).kind == meridiem && a.n < 13: // 7.30 p.m.
		m := int((a.n-float64(int(a.n)))*100 + .5)
		if m > 59 {
			return e, false
		}
		minutes = (int(a.n)%12+int(r.at(i+1).n))*60 + m
		e.to++
	case a.kind == number && a.digits == 4 && r.at(i+1).kind == word && r.is(i+1, "gmt", "utc") && int(a.n)%100 < 60 && a.n < 2400:
		minutes = int(a.n)/100*60 + int(a.n)%100
	case r.has(i, cNumber) && a.lex.number >= 1 && a.lex.number <= 12 && r.at(i+1).kind == meridiem:
		minutes = (int(a.lex.number)%12 + int(r.at(i+1).n)) * 60
		e.to++
	case r.has(i, cNumber) && a.lex.number >= 1 && a.lex.number <= 12 && r.oclock(i+1) > 0:
		minutes = int(a.lex.number) * 60
		e.to = r.oclock(i + 1)
	case r.is(i, "noon", "midday", "noontime"):
		if r.at(i-1).capital && r.at(i).capital {
			return e, false
		}
		minutes = 720
	case r.is(i, "midnight"):
		if minutes = 1440; r.is(i-1, "after") {
			minutes = 0 // of the day that has begun
		}
	default:
		// a part of the day by itself
		if r.is(i, "overnight") {
			if n := r.at(i + 1); n.kind == other && r.isNoun(n) {
				return e, false
			}
			e.part = "NI"
			return e, true
		}
		if j := i + 1; r.is(i, "early", "late", "mid") {
			j = r.undash(j)
			if r.is(j, "morning", "afternoon", "evening") && !r.is(i-1, "the", "this") {
				e.part, e.to, e.mod = r.at(j).lex.part, j+1, middle
				return e, true
			}
		}
		return e, false
	}
	e.clock = minutes + 1
	r.zone(&e)
	if r.is(e.to, "in") && r.is(e.to+1, "the") && r.is(e.to+2, "morning", "afternoon", "evening") {
		if !r.is(e.to+2, "morning") && e.clock <= 720 {
			e.clock += 720
		}
		e.to += 3
	}
	return e, true
}

// oclock returns the end of "o'clock" at i, 0 where there is none.
func (r *reader) oclock(i int) int {
	if a := r.at(i); r.is(i, "oclock") {
		return i + 1
	} else if a.end-a.start == 1 && r.doc.Text[a.start]|0x20 == 'o' && r.at(i+1).kind == apostrophe && r.at(i+2).end-r.at(i+2).start == 5 && r.doc.Text[r.at(i+2).start:r.at(i+2).end] == "clock" {
		return i + 3
	}
	return 0
}

// clocklike reports whether figures like "7:00" are a time and no score or ratio.
func (r *reader) clocklike(i int) bool {
	if r.is(i-1, "at", "by", "until", "before", "after", "from", "around", "about", "to", "since", "till", "between") || r.has(i+1, cZone) {
		return true
	}
	if p := r.at(i - 1); p.kind == isoDate || p.kind == slashed || p.lex.class&(cWeekday|cMonth) != 0 || p.kind == comma || p.kind == number || p.kind == other && p.joined {
		return true
	}
	return i == 0 || int(r.at(i).n)%60 == 0 && r.at(i-1).kind != word
}

// zone reads "GMT", "Kyiv time", "local time", "(0735 GMT)" stays outside.
func (r *reader) zone(e *expr) {
	j := e.to
	if r.has(j, cZone) && (r.at(j).capital || r.is(j, "local")) {
		k := j + 1
		if r.is(k, "time") {
			k++
		} else if r.is(j, "local", "et", "bt") && !(r.is(j, "et") && r.doc.Text[r.at(j).start] == 'E') {
			return
		}
		if (r.at(k).kind == dash || r.doc.Text[max(0, int(r.at(k).start)):min(len(r.doc.Text), int(r.at(k).start)+1)] == "+") && r.at(k).joined && r.at(k+1).kind == number && r.at(k+1).joined && k < len(r.atoms) {
			k += 2
		}
		e.zoneFrom, e.zoneTo, e.to = j, k, k
		return
	}
	if r.is(j, "eastern", "central", "mountain", "pacific") && r.at(j).capital {
		k := j + 1
		if r.is(k, "standard", "daylight", "summer") {
			k++
		}
		if r.is(k, "time") {
			k++
		}
		e.zoneFrom, e.zoneTo, e.to = j, k, k
		return
	}
	for n := 1; n <= 3; n++ {
		if !r.at(j + n - 1).capital {
			return
		}
		if r.is(j+n, "time") {
			e.zoneFrom, e.zoneTo, e.to = j, j+n+1, j+n+1
			return
		}
	}
}
