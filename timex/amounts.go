package timex

// quantity is how many units an amount has.
type quantity struct {
	n, n2  float64
	many   bool // no number: several, a few
	approx bool
	single bool // "a", "an", "another"
}

// longestNumber bounds the words of a number: what is longer is none.
const longestNumber = 12

// count reads a number in figures or letters, "a few", "a couple of", "12 to 18".
func (r *reader) count(i int) (q quantity, next int) {
	q, j := r.one(i)
	if j == i {
		return q, i
	}
	// ranges: "two or three", "12 to 18", "10-12"
	k := j
	if r.is(k, "to", "or") || r.at(k).kind == dash {
		if q2, l := r.one(k + 1); l > k+1 && !q2.many && !q2.single && !q.many && q2.n > q.n && r.has(r.undash(l), cUnit) {
			q.n2, q.approx = q2.n, true
			return q, l
		}
	}
	return q, j
}

func (r *reader) one(i int) (q quantity, next int) {
	a := r.at(i)
	if a.kind == number {
		if a.n > 100000 {
			return q, i
		}
		q.n = a.n
		j := i + 1
		if r.is(j, "and") && r.is(j+1, "a") && r.is(j+2, "half") {
			q.n += .5
			j += 3
		} else if r.is(j, "hundred", "thousand") {
			q.n *= float64(r.at(j).lex.number)
			j++
		}
		return q, j
	}
	if a.kind != word {
		return q, i
	}
	switch a.lex.word {
	case "several", "many", "few":
		q.many = true
		return q, i + 1
	case "dozens", "hundreds", "thousands":
		if r.is(i+1, "of") {
			q.many = true
			return q, i + 2
		}
	case "couple":
		if r.is(i+1, "of") {
			q.n, q.approx = 2, true
			return q, i + 2
		}
		q.n, q.approx = 2, true
		return q, i + 1
	case "half":
		if j := r.undash(i + 1); r.is(j, "a", "an") {
			q.n = .5
			return q, j + 1
		} else if r.has(j, cUnit) && j > i+1 {
			q.n = .5
			return q, j
		}
	case "a", "an":
		switch r.w(i + 1) {
		case "few", "couple", "hundred", "thousand":
			return r.one(i + 1)
		case "dozen":
			q.n = 12
			return q, i + 2
		case "half":
			if r.at(i+2).kind == dash {
				q.n = .5
				return q, i + 3
			}
		}
		q.n, q.single = 1, true
		return q, i + 1
	case "another":
		q, j := r.one(i + 1)
		if j > i+1 {
			return q, j
		}
		q.n, q.single = 1, true
		return q, i + 1
	}
	if a.lex.class&cNumber == 0 {
		return q, i
	}
	total, part := 0.0, 0.0
	j := i
	for r.has(j, cNumber) && j < i+longestNumber {
		n := float64(r.at(j).lex.number)
		switch {
		case n == 1000:
			total, part = total+max(part, 1)*1000, 0
		case n == 100:
			part = max(part, 1) * 100
		case part > 0 && (n >= 10 && int(part)%100 != 0 || int(part)%10 != 0):
			q.n = total + part
			return q, j
		default:
			part += n
		}
		j++
		if r.at(j).kind == dash && n >= 20 && n < 100 && r.has(j+1, cNumber) && r.at(j+1).lex.number < 10 {
			j++
		}
		if r.is(j, "and") && n >= 100 && r.has(j+1, cNumber) {
			j++
		}
	}
	q.n = total + part
	if k := r.undash(j); r.is(k, "and") {
		if k = r.undash(k + 1); r.is(k, "a") {
			if k = r.undash(k + 1); r.is(k, "half") {
				q.n += .5
				return q, r.undash(k + 1)
			}
		}
	}
	return q, j
}

// amount reads durations and what is counted with them: "nearly five hours",
// "the past few weeks", "a three-year", "two days earlier", "a year ago", "for years".
func (r *reader) amount(i int) expr {
	j := i
	det := r.is(j, "the", "these", "those", "its", "his", "her", "their", "our", "this")
	if det {
		j++
	}
	if n, ok := longs[r.w(i)]; ok { // "weeklong"
		return expr{from: i, to: i + 1, kind: amount, grain: n, n: 1}
	}
	if r.is(i, "last") && r.doc.Tokens[r.at(i).token].UPOS == "VERB" {
		if _, k := r.count(i + 1); k > i+1 {
			return expr{} // "will last two years"
		}
	}
	qual := ""
	for j < i+4 && r.is(j, "past", "last", "next", "first", "final", "coming", "previous", "following", "remaining", "latest", "full", "whole", "entire", "preceding", "ensuing", "early", "recent", "additional", "extra") {
		if q := r.w(j); qual == "" || q != "full" && q != "whole" {
			qual = q
		}
		j++
	}
	if det && r.is(i, "its", "his", "her", "their", "our") && qual == "" {
		return expr{}
	}
	if r.is(j, "another", "a") && (det || qual != "") && !r.is(j+1, "few", "couple", "hundred", "dozen") {
		return expr{}
	}
	q, k := r.count(j)
	counted := k > j
	if !counted && r.has(j, cUnit) {
		return r.uncounted(i, j, det, qual)
	}
	if !counted {
		return expr{}
	}
	e := expr{from: i, kind: amount, n: q.n, n2: q.n2, many: q.many, approx: q.approx || q.many}
	for l := k; k < l+3 && r.is(k, "more", "further", "additional", "full", "straight", "consecutive", "business", "working", "trading", "calendar", "whole", "extra", "other", "additional", "long", "entire", "few"); {
		k++
	}
	dashed := r.at(k).kind == dash
	if dashed {
		k++
	}
	u := r.at(k)
	if u.lex.class&cUnit == 0 || u.lex.unit == half || u.lex.word == "weekday" {
		return expr{}
	}
	if u.lex.word == "min" && r.at(k-1).kind != number {
		return expr{}
	}
	if u.lex.unit == quarter && !dashed && r.is(k+1, "of") && r.is(k+2, "an") && r.is(k+3, "hour") {
		e.grain, e.to = hour, k+4 // "three quarters of an hour"
		e.n *= .25
		return e
	}
	e.grain = u.lex.unit
	plural := u.lex.class&cPlural != 0
	if u.lex.word == "fortnight" || u.lex.word == "fortnights" {
		e.n *= 2
	}
	k++
	if !plural && !dashed && !q.single && q.n != 1 && q.n != .5 && !(r.at(j).kind == number || r.has(j, cNumber)) {
		return expr{}
	}
	if q.single && plural {
		return expr{}
	}
	if u.lex.word == "second" && (q.single || !plural && !dashed) || u.lex.word == "quarter" && (q.single && !r.is(k, "ago", "earlier", "later")) {
		return expr{}
	}
	if !plural && !q.single && q.n != 1 && q.n != .5 && !dashed && r.is(k-1, "second", "quarter", "night") {
		return expr{}
	}
	if (dashed || !plural && q.n > 1) && det && (qual == "" || qual == "extra" || qual == "additional") {
		e.from = j // "the two-day rally": the article belongs to the noun
	}
	if u.lex.unit == quarter && plural && (dashed || r.is(k, "of")) { // three-quarters of the fleet
		return expr{}
	}
	// ages are no times, and "year-earlier" is a word of its own
	o := r.undash(k)
	if o > k && r.is(o, "ago", "earlier") {
		return expr{}
	}
	if r.is(o, "old", "olds") || r.is(o, "of") && r.is(o+1, "age") {
		return expr{}
	}
	if r.is(o, "long") && o > k {
		k = o + 1
	}
	if r.is(k, "and") && r.is(k+1, "a") && r.is(k+2, "half") {
		e.n += .5
		k += 3
	} else if r.is(k, "and") && r.is(k+1, "a") && r.is(k+2, "quarter") && e.grain == hour {
		e.n += .25
		k += 3
	} else if r.is(k, "and") && e.grain == hour { // "two hours and 30 minutes"
		if q2, l := r.one(k + 1); l > k+1 && r.has(l, cUnit) && r.at(l).lex.unit == minute && !q2.single {
			e.n += q2.n / 60
			k = l + 1
		}
	} else if e.grain == hour && r.at(k).kind == number {
		if q2, l := r.one(k); r.has(l, cUnit) && r.at(l).lex.unit == minute {
			e.n += q2.n / 60
			k = l + 1
		}
	}
	if r.is(k, "or") && r.is(k+1, "so", "more", "less") {
		e.approx = true
		k += 2
	} else if r.is(k, "or") && r.has(k+1, cUnit) && r.at(k+1).lex.class&cPlural != 0 && q.many {
		k += 2
	} else if r.is(k, "or") && q.single && r.has(k+1, cNumber) && r.at(k+1).lex.number == 2 && !r.has(k+2, cUnit) {
		e.n2, e.approx = 2, true
		k += 2
	}
	e.to = k
	if r.shifted(&e) {
		return e
	}
	switch qual {
	case "past", "last", "latest", "recent", "preceding", "previous":
		e.kind, e.dir = window, lastOf
	case "next", "coming", "following", "ensuing", "remaining":
		e.kind, e.dir = window, nextOf
	}
	if qual == "" && det && r.is(i, "this") {
		return expr{}
	}
	if q.single && qual == "" {
		if !r.single(i, &e) {
			return expr{}
		}
	}
	if e.many && r.w(j) == "few" && !r.is(j-1, "a") && qual == "" && !det {
		return expr{}
	}
	return e
}

var longs = map[string]grain{"hourlong": hour, "daylong": day, "weeklong": week, "monthlong": month, "yearlong": year, "decadelong": decade}

// single decides on "a year", "an hour" that nothing is counted from: rates ("$2
// million a year") are sets, articles of other nouns ("a day of rest") are nothing.
func (r *reader) single(i int, e *expr) bool {
	prev := i - 1
	if j := r.hedgeBefore(i); j < i {
		prev = j - 1
		if r.is(i-1, "than", "about", "nearly", "almost", "around", "least", "most", "approximately", "roughly", "to", "over", "under", "barely") {
			return true
		}
	}
	if r.is(i, "another") || r.at(e.to-1).lex.class&cUnit == 0 || e.n != 1 && e.grain == hour { // "an hour and ten minutes"
		return true
	}
	if r.is(prev, "times", "once", "twice", "percent", "million", "billion") || r.at(prev).kind == number || r.at(prev).kind == money || r.has(prev, cUnit) && r.at(prev).lex.class&cPlural != 0 {
		e.kind = repeated
		return true
	}
	if r.at(e.to).kind == dash {
		return true
	}
	if r.is(e.to, "to") && e.grain >= day && !r.is(e.to+1, "the", "a") && (r.at(e.to+1).kind == word || r.at(e.to+1).kind == other) {
		return true // "gave them a week to sign"
	}
	switch r.w(prev) {
	case "last", "lasted", "lasting", "lasts", "took", "taken", "taking", "spent", "spending", "barely", "hardly", "scarcely":
		return true
	case "like":
		if r.is(prev-1, "more") {
			return true // "more like an hour"
		}
	case "for", "within", "after", "over", "during", "in", "only", "just", "of", "least", "every", "each", "half":
		return !r.is(e.to, "of", "when", "that", "like") || r.is(prev, "for", "within", "after")
	}
	return false
}

// hedgeBefore returns the first atom of a hedge that ends before i, i where there is none.
func (r *reader) hedgeBefore(i int) int {
	for b := 3; b >= 1; b-- {
		if i-b >= 0 && r.hedge(i-b) == i {
			return i - b
		}
	}
	return i
}

// uncounted reads plural units without a number: "for years", "weeks ago",
// "recent months", "the coming weeks", and single ones after "the past".
func (r *reader) uncounted(i, j int, det bool, qual string) expr {
	u := r.at(j)
	if u.lex.unit == half || u.lex.unit == second && qual != "" || r.at(i-1).kind == dash && r.at(i).joined {
		return expr{}
	}
	e := expr{from: i, to: j + 1, kind: amount, grain: u.lex.unit, many: true, approx: true}
	plural := u.lex.class&cPlural != 0
	if d := e.to; !plural && !det && qual == "" && r.at(d).kind == dash && r.is(d+1, "long") && u.lex.unit >= hour && u.lex.unit != half && u.lex.word != "weekday" {
		e.many, e.approx, e.n, e.to = false, false, 1, d+2
		return e
	}
	if !plural {
		if det && (qual == "past" || qual == "last") && r.is(i, "the", "this") || qual == "past" && r.is(i-1, "in") {
			e.many, e.approx, e.n = false, false, 1
			e.kind, e.dir = window, lastOf
			if qual == "last" && (e.grain == day || e.grain == weekend) || u.lex.word == "night" || e.grain < day && u.lex.word != "hour" {
				return expr{}
			}
			if r.is(e.to, "or") && r.is(e.to+1, "so") {
				e.approx = true
				e.to += 2
			}
			return e
		}
		if det && qual == "next" && e.grain >= decade {
			e.many, e.approx, e.n = false, false, 1
			e.kind, e.dir = window, nextOf
			if r.is(e.to, "and") && r.is(e.to+1, "a") && r.is(e.to+2, "half") {
				e.n, e.to = 1.5, e.to+3
			}
			return e
		}
		return expr{}
	}
	if u.lex.word == "nights" || u.lex.word == "weekdays" || u.lex.word == "seconds" && !r.is(i-1, "in", "within") {
		return expr{}
	}
	o := r.undash(e.to)
	if r.is(o, "old") {
		return expr{}
	}
	if r.is(o, "long") && o > e.to {
		e.to = o + 1
		return e
	}
	if r.is(e.to, "and", "or") && r.has(e.to+1, cUnit) && r.at(e.to+1).lex.class&cPlural != 0 {
		e.to += 2
	}
	if det && qual == "" && r.is(i, "the") && r.is(e.to, "ahead") && !r.is(e.to+1, "of") {
		e.kind, e.dir, e.to = window, nextOf, e.to+1
		return e
	}
	switch qual {
	case "past", "last", "recent", "previous", "preceding", "latest":
		if qual == "recent" {
			e.kind, e.text, e.dir = vague, "PAST_REF", lastOf
			return e
		}
		if !det && qual != "past" {
			return expr{}
		}
		e.kind, e.dir = window, lastOf
		return e
	case "coming", "next", "following", "ensuing":
		e.kind, e.dir = window, nextOf
		if qual == "coming" {
			e.kind, e.text = vague, "FUTURE_REF"
		}
		return e
	case "early", "first", "final", "remaining":
		if r.is(i, "the") {
			return e
		}
		return expr{}
	case "full", "whole", "entire":
		return expr{}
	}
	if r.shifted(&e) {
		return e
	}
	if det {
		return expr{}
	}
	if r.is(i-1, "for", "in", "within", "after", "over", "many", "than", "take", "takes", "took", "taken", "spend", "spent", "of", "least") || r.is(e.to, "of") {
		if r.is(i-1, "of") && !r.is(e.to, "of") || r.is(e.to, "of") && u.lex.unit == day {
			return expr{}
		}
		if p := r.at(i - 1); p.kind == other && p.capital { // "the Marrow years of"
			return expr{}
		}
		return e
	}
	return expr{}
}

// shifted reads "ago", "earlier", "later", "from now" after an amount.
func (r *reader) shifted(e *expr) bool {
	k := e.to
	switch r.w(k) {
	case "ago", "back":
		if r.is(k, "back") {
			return false
		}
		e.kind = ago
	case "earlier", "previously", "prior":
		e.kind = earlier
		if r.is(k, "prior") && r.is(k+1, "to") || r.is(k+1, "than") {
			return false
		}
	case "hence":
		e.kind = fromNow
	case "later", "afterward", "afterwards":
		e.kind = later
		if r.is(k+1, "than") {
			return false
		}
	case "before", "after":
		// "two days before" at the end of a clause; with an object it is a relation between events
		if n := r.at(k + 1); n.kind != stop && n.kind != comma || e.n == 0 {
			return false
		}
		e.kind = earlier
		if r.is(k, "after") {
			e.kind = later
		}
	case "from":
		if r.is(k+1, "now", "today") {
			e.kind = fromNow
			k++
			break
		}
		return false
	default:
		return false
	}
	e.to = k + 1
	return true
}

// set reads repetitions: "every week", "each October", "daily", "Mondays", "twice a month".
func (r *reader) set(i int) expr {
	e := expr{from: i, to: i + 1, kind: repeated}
	if r.at(i).capital && (r.at(i+1).capital || r.at(i-1).kind == word || r.at(i-1).kind == other) && r.is(i, "daily", "weekly", "nightly", "monthly", "hourly") {
		return expr{} // the name of a paper
	}
	switch r.w(i) {
	case "daily", "nightly":
		e.text = "P1D"
		return e
	case "weekly":
		e.text = "P1W"
		return e
	case "monthly":
		e.text = "P1M"
		return e
	case "hourly":
		e.text = "PT1H"
		return e
	case "yearly":
		e.text = "P1Y"
		return e
	case "every", "each":
		j := i + 1
		if r.is(j, "other") {
			e.n = 2
			j++
		} else if q, k := r.count(j); k > j && !q.single {
			e.n, e.many = q.n, q.many
			j = k
		} else {
			e.n = 1
		}
		if r.is(j, "single", "business", "working") {
			j++
		}
		a := r.at(j)
		e.to = j + 1
		switch {
		case a.lex.class&cUnit != 0 && a.lex.unit != half && a.lex.word != "second" && a.lex.word != "night":
			e.grain = a.lex.unit
			if r.is(i, "each") && a.lex.class&cPlural != 0 {
				return expr{}
			}
		case a.lex.class&cWeekday != 0:
			e.text = "XXXX-WXX-" + string(rune('0'+(int(a.lex.weekday)+6)%7+1))
			if r.has(j+1, cPart) {
				e.text += "T" + r.at(j+1).lex.part
				e.to++
			}
		case a.lex.class&cMonth != 0:
			e.text = "XXXX-" + two(int(a.lex.month))
		case a.lex.class&cPart != 0:
			e.text = "XXXX-XX-XXT" + a.lex.part
		case a.lex.class&cSeason != 0:
			e.text = "XXXX-" + seasonCodes[a.lex.season-1]
		default:
			return expr{}
		}
		return e
	case "once", "twice":
		if q, k := r.count(i + 1); q.single && r.has(k, cUnit) && r.at(k).lex.unit >= day && r.at(k).lex.unit != half {
			e.grain, e.n, e.to = r.at(k).lex.unit, 1, k+1
			return e
		}
		return expr{}
	}
	if a := r.at(i); a.lex.class&cWeekday != 0 && a.lex.class&cPlural != 0 && a.capital {
		e.text = "XXXX-WXX-" + string(rune('0'+(int(a.lex.weekday)+6)%7+1))
		return e
	}
	return expr{}
}

func two(n int) string { return string([]byte{byte('0' + n/10%10), byte('0' + n%10)}) }

// vague reads references to the past, the present and the future as such.
func (r *reader) vague(i int) expr {
	e := expr{from: i, to: i + 1, kind: vague}
	switch r.w(i) {
	case "now":
		e.text = "PRESENT_REF"
		return e
	case "currently", "nowadays":
		e.text = "PRESENT_REF"
		return e
	case "recently", "lately":
		e.text = "PAST_REF"
		return e
	case "soon":
		if r.is(i-1, "as", "how", "too") || r.is(i+1, "after", "as", "to", "afterward") {
			return expr{}
		}
		e.text = "FUTURE_REF"
		return e
	case "the":
		switch r.w(i + 1) {
		case "past":
			if r.is(i-1, "in", "of", "from", "into") && !r.has(i+2, cStart) && r.at(i+2).kind != number {
				e.text, e.to = "PAST_REF", i+2
				return e
			}
		case "future":
			if t := r.at(i + 2); t.kind == other && r.isNoun(t) {
				return expr{}
			}
			if r.is(i+2, "of") || !r.is(i-1, "in", "for", "into", "about", "to", "of") {
				return expr{}
			}
			e.text, e.to = "FUTURE_REF", i+2
			return e
		case "short":
			if r.is(i+2, "term") && r.is(i-1, "in", "over", "for") {
				e.text, e.to = "FUTURE_REF", i+3
				return e
			}
		case "near", "foreseeable", "immediate", "recent", "distant":
			if r.is(i+2, "future", "past") || r.is(i+1, "near") && r.is(i+2, "term") {
				e.text, e.to = "FUTURE_REF", i+3
				if r.is(i+2, "past") {
					e.text = "PAST_REF"
				}
				return e
			}
		case "present", "moment":
			if r.is(i-1, "at", "for") && !r.is(i+2, "of", "when") && r.at(i+2).kind != other {
				e.text, e.to = "PRESENT_REF", i+2
				return e
			}
		}
	case "near":
		if r.is(i+1, "future") {
			e.text, e.to = "FUTURE_REF", i+2
			return e
		}
	case "present":
		if r.is(i-1, "at") {
			e.text = "PRESENT_REF"
			return e
		}
	}
	return expr{}
}

// isNoun reports whether an atom is tagged as a noun.
func (r *reader) isNoun(a *atom) bool {
	x := r.doc.Tokens[a.token].XPOS
	return len(x) >= 2 && x[:2] == "NN"
}
