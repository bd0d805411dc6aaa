package timex

import (
	"fmt"
	"strconv"
	"time"

	"rapporteur"
)

// resolver holds what expressions are resolved against, in the order of the text.
type resolver struct {
	*reader
	ref  rapporteur.Date // the day of speaking: publication, or the day of the dateline
	last period          // last mentioned
	said int             // sentence of last
	day  rapporteur.Date // day last mentioned

	fiscal         period // quarter last mentioned
	fiscalSentence int
}

// resolve returns the times that an expression stands for.
func (v *resolver) resolve(e *expr) (Time, bool) {
	if (e.mod == opening || e.mod == closing) && e.kind == deictic && v.at(e.to).kind == apostrophe && v.is(e.to+1, "s") {
		for e.mod = noMod; !v.is(e.from-1, "of") && e.from+1 < e.to; {
			e.from++ // "the end of last month's talks" is theirs, not the month's
		}
	}
	t := Time{Type: DateType, Approx: e.approx || e.mod != noMod && e.mod <= closing}
	t.Range.Start = int(v.atoms[e.from].token)
	t.Range.End = int(v.atoms[e.to-1].token) + 1
	t.By = v.is(v.preposition(e), "by", "until", "till", "before") && e.kind != amount && e.kind != window && e.kind != repeated || v.is(e.from, "no", "not") && v.is(e.from+1, "later")
	sentence := v.doc.SentenceOf(t.Range.Start)

	switch e.kind {
	case vague:
		t.Value = e.text
		if e.grain > 0 && e.many {
			t.Interval = v.stretch(e)
		}
		return t, true
	case amount:
		t.Type, t.Value, t.Minutes = DurationType, duration(e), minutesOf(e)
		t.Interval = v.within(e, sentence)
		return t, true
	case window:
		t.Type, t.Value, t.Minutes = DurationType, duration(e), minutesOf(e)
		t.Interval = v.stretch(e)
		return t, true
	case repeated:
		t.Type, t.Value = SetType, e.text
		if e.text == "" {
			t.Value = duration(e)
		}
		return t, true
	case ago, fromNow, earlier, later:
		v.shifted(e, &t, sentence)
		return t, true
	}

	p, ok := v.period(e, sentence)
	if !ok {
		t.Value = unresolved(e)
		v.clock(e, &t)
		return t, true
	}
	if e.toDay > 0 {
		to := rapporteur.NewDate(p.first.Year(), time.Month(e.toMonth), e.toDay)
		if to.Before(p.first) {
			to = to.AddYears(1)
		}
		if valid(to) {
			t.Interval = rapporteur.Interval{From: p.first, To: to}
			t.Value = p.value() + "/" + to.String()
			v.mention(period{day, to}, sentence)
			return t, true
		}
	}
	if e.toYear > 0 {
		q := containing(rapporteur.NewDate(e.toYear, 1, 1), year)
		t.Interval = rapporteur.Interval{From: p.first, To: q.last()}
		t.Value = p.value() + "/" + q.value()
		v.mention(q, sentence)
		return t, true
	}
	t.Value, t.Interval = p.value(), p.narrow(e.mod, v.ref)
	if e.n > 0 && e.kind == calendar && (e.mod == start || e.mod == end) {
		// "the first two weeks of March"
		t.Interval = p.interval()
	}
	if e.both {
		q := p.shift(1, p.grain)
		t.Value += "/" + q.value()
		t.Interval.To = q.last()
	}
	v.clock(e, &t)
	v.mention(p, sentence)
	if p.grain == quarter && e.kind == calendar && !p.first.After(v.ref) && e.yearDir != lastOf && (e.year == 0 || p.last().AddDays(150).After(v.ref)) {
		v.fiscal, v.fiscalSentence = p, sentence
	}
	return t, true
}

// within returns the days of "the first two weeks" in "the first two weeks of March".
func (v *resolver) within(e *expr, sentence int) rapporteur.Interval {
	j := e.from
	if v.is(j, "the") {
		j++
	}
	if !v.is(j, "first", "final") || !v.is(e.to, "of") || e.grain < day || e.many {
		return rapporteur.Interval{}
	}
	x := v.reader.period(e.to + 1)
	if !x.ok() || x.grain <= e.grain || x.kind > anaphoric {
		return rapporteur.Interval{}
	}
	p, ok := v.period(&x, sentence)
	if !ok {
		return rapporteur.Interval{}
	}
	w := p.interval()
	if n := min(int(e.n), 1000); v.is(j, "first") {
		if to := containing(w.From, day).shift(n, e.grain).first.AddDays(-1); to.Before(w.To) {
			w.To = to
		}
	} else if from := containing(w.To.AddDays(1), day).shift(-n, e.grain).first; from.After(w.From) {
		w.From = from
	}
	return w
}

func valid(d rapporteur.Date) bool {
	return d.Month() >= 1 && d.Month() <= 12 && d.Day() >= 1 && d.Year() >= 1 && d.Day() <= monthDays(d.Year(), d.Month())
}

func (v *resolver) mention(p period, sentence int) {
	if p.first.IsZero() {
		return
	}
	v.last, v.said = p, sentence
	if p.grain == day {
		v.day = p.first
	}
}

// clock adds the time of day to a value.
func (v *resolver) clock(e *expr, t *Time) {
	if e.zoneTo > e.zoneFrom {
		t.Zone = v.doc.Text[v.atoms[e.zoneFrom].start:v.atoms[e.zoneTo-1].end]
	}
	switch {
	case e.clock > 0:
		m := e.clock - 1
		t.Clock = fmt.Sprintf("%02d:%02d", m/60, m%60)
		t.Type = TimeType
		t.Value += "T" + t.Clock
		if m == 1440 {
			t.Clock = "24:00"
		}
	case e.part != "":
		t.Type = TimeType
		t.Value += "T" + e.part
	}
}

// unresolved writes what is known of a date where no day of speaking is: "XXXX-12-02".
func unresolved(e *expr) string {
	switch {
	case e.kind != calendar:
		switch e.grain {
		case year:
			return "XXXX"
		case week:
			return "XXXX-WXX"
		case weekend:
			return "XXXX-WXX-WE"
		case month:
			return "XXXX-XX"
		case quarter:
			return "XXXX-QX"
		case decade, century:
			return "XX"
		}
		return "XXXX-XX-XX"
	case e.weekday > 0 && e.day == 0:
		return fmt.Sprintf("XXXX-WXX-%d", (e.weekday+5)%7+1)
	}
	y, m, d := "XXXX", "XX", "XX"
	if e.year > 0 {
		y = fmt.Sprintf("%04d", e.year)
	}
	if e.month > 0 {
		m = two(e.month)
	}
	if e.day > 0 {
		d = two(e.day)
	}
	switch e.grain {
	case year:
		return y
	case month:
		return y + "-" + m
	case quarter:
		return y + "-Q" + strconv.Itoa(e.sub)
	case half:
		return y + "-H" + strconv.Itoa(e.sub)
	case season:
		return y + "-" + seasonCodes[e.sub-1]
	}
	return y + "-" + m + "-" + d
}

// period returns the stretch of the calendar an expression means.
func (v *resolver) period(e *expr, sentence int) (period, bool) {
	switch e.kind {
	case deictic:
		if v.ref.IsZero() {
			return period{}, false
		}
		p := containing(v.ref, e.grain)
		if e.text == "tense" && e.grain == weekend {
			t := v.tense(e)
			if p.first.After(v.ref) && t != futureTense {
				p = p.shift(-1, weekend)
			}
			return p, true
		}
		if e.grain == weekend && v.ref.Weekday() != time.Saturday && v.ref.Weekday() != time.Sunday && e.n < 0 {
			return p.shift(int(e.n), weekend), true
		}
		p = p.shift(int(e.n), e.grain)
		switch {
		case e.mod == sofar && p.first == v.ref && e.grain > day: // told on its first day: it was the one before
			p = p.shift(-1, e.grain)
		case e.grain == week && e.n == 0 && e.mod == noMod && v.ref.Weekday() == time.Sunday && !e.both:
			if t := v.tense(e); t == futureTense || t == presentTense {
				p = p.shift(1, week) // told on a Sunday, what is to be this week is in the one that begins
			}
		}
		return p, !p.first.IsZero()
	case anaphoric:
		return v.anaphor(e, sentence)
	}
	p, ok := v.calendar(e, sentence)
	if ok && e.n != 0 && e.grain == day && (e.n == 1 || e.n == -1) && e.n2 == 0 {
		p = p.shift(int(e.n), day) // "the day before Tuesday"
	}
	return p, ok && !p.first.IsZero()
}

// anaphor resolves "that day", "the following week", "the quarter", "year-earlier".
func (v *resolver) anaphor(e *expr, sentence int) (period, bool) {
	if e.weekday > 0 {
		base := v.last.first
		if base.IsZero() {
			base = v.ref
		}
		if base.IsZero() {
			return period{}, false
		}
		switch {
		case e.n < 0:
			return period{day, onWeekday(base.AddDays(-1), e.weekday, -1)}, true
		case e.n > 0:
			return period{day, onWeekday(base.AddDays(1), e.weekday, 1)}, true
		}
		return period{day, onWeekday(base, e.weekday, -1)}, true
	}
	if e.text == "near" && (v.last.grain != day || v.said < sentence-1 || v.day.After(v.ref)) { // "earlier in the day"
		return containing(v.ref, day), !v.ref.IsZero()
	}
	if e.text == "same" { // year-ago: the same period a year before
		if !v.fiscal.first.IsZero() {
			return v.fiscal.shift(-1, year), true
		}
		if v.is(e.to-1, "quarter", "period") && !v.ref.IsZero() {
			return containing(v.ref, quarter).shift(-5, quarter), true
		}
		if v.ref.IsZero() {
			return period{}, false
		}
		return containing(v.ref, year).shift(-1, year), true
	}
	if e.grain == quarter {
		q := v.fiscal
		if q.first.IsZero() {
			if v.ref.IsZero() {
				return period{}, false
			}
			q = containing(v.ref, quarter).shift(-1, quarter)
			if e.n > 0 {
				q = containing(v.ref, quarter)
			}
		}
		return q.shift(int(e.n), quarter), true
	}
	base := v.last
	if base.first.IsZero() || e.grain >= month && e.n == 1 && v.is(e.from, "the") && v.is(e.from+1, "next") {
		base = containing(v.ref, day)
	}
	if base.first.IsZero() {
		return period{}, false
	}
	if e.part != "" && e.n == 0 && v.is(e.from, "the") && v.is(e.to-2, "the") && (base.grain != day || v.said < sentence-1) && !v.ref.IsZero() {
		base = containing(v.ref, day)
	}
	if base.grain > e.grain && e.grain < week {
		if v.day.IsZero() {
			return period{}, false
		}
		base = period{day, v.day}
	}
	first := base.first
	if e.n > 0 && base.grain <= e.grain {
		first = base.last()
	}
	return containing(first, e.grain).shift(int(e.n), e.grain), true
}

// shifted resolves "three weeks ago", "two days earlier", "a year from now".
func (v *resolver) shifted(e *expr, t *Time, sentence int) {
	base := containing(v.ref, day)
	sign := -1
	if e.kind == fromNow || e.kind == later {
		sign = 1
	}
	if (e.kind == earlier || e.kind == later) && !v.last.first.IsZero() {
		base = v.last
	}
	if e.many || e.grain < day || base.first.IsZero() {
		t.Value = "PAST_REF"
		if sign > 0 {
			t.Value = "FUTURE_REF"
		}
		switch {
		case base.first.IsZero() && !e.many && e.grain >= day:
			t.Value = unresolved(e)
		case e.many || base.first.IsZero():
			if base.first.IsZero() || base.grain > month && base.grain > e.grain {
				break
			}
			if sign < 0 {
				t.Interval.To = base.first
			} else {
				t.Interval.From = base.last()
			}
		default: // hours ago: the day before at most
			d := base.first
			t.Type, t.Value = TimeType, d.String()
			h := e.n
			if e.grain == minute {
				h /= 60
			}
			t.Interval = rapporteur.On(d)
			if h > 1 && h < 24*400 {
				if sign < 0 {
					t.Interval.From = d.AddDays(-int((h + 23) / 24))
				} else {
					t.Interval.To = d.AddDays(int((h + 23) / 24))
				}
			}
		}
		return
	}
	from := base.first
	n := int(e.n)
	if n > 5000 {
		t.Value = "PAST_REF"
		return
	}
	g := e.grain
	if g >= decade { // "a decade ago" is a year, more or less
		p := containing(base.first, year).shift(sign*n, g)
		if p.first.IsZero() {
			t.Value = "PAST_REF"
			return
		}
		slack := months(g) / 60
		t.Value, t.Approx = p.value(), true
		t.Interval = rapporteur.Interval{From: p.shift(-slack, year).first, To: p.shift(slack, year).last()}
		return
	}
	if e.grain == year && e.n == 1 && !v.fiscal.first.IsZero() && sentence-v.fiscalSentence <= 3 && sign < 0 {
		base, g = v.fiscal, quarter
	} else if base.grain > g {
		// "two weeks later" than a month: somewhere in as long a stretch
		from, to := containing(base.first, day).shift(sign*n, g), containing(base.last(), day).shift(sign*n, g)
		if t.Value = unresolved(e); !from.first.IsZero() && !to.first.IsZero() {
			t.Interval, t.Approx = rapporteur.Interval{From: from.first, To: to.first}, true
		}
		return
	}
	if base.grain < g || base.grain == season {
		if e.grain >= month && base.grain == day && (e.kind == earlier || e.kind == later) {
			g = e.grain
		}
		base = containing(base.first, g)
	}
	p := base.shift(sign*n, e.grain)
	if half := e.n - float64(n); half > 0 && e.grain == year {
		p = containing(from, month).shift(sign*int(e.n*12), month)
	}
	if p.first.IsZero() {
		t.Value = "PAST_REF"
		return
	}
	t.Value, t.Interval = p.value(), p.interval()
	if e.kind != earlier || p.grain < quarter { // "a year earlier" is said of the present period again and again
		v.mention(p, sentence)
	}
}

// stretch returns the days of an amount that ends or begins on the day of speaking.
// An amount without a number is taken as up to five.
func (v *resolver) stretch(e *expr) rapporteur.Interval {
	if v.ref.IsZero() {
		return rapporteur.Interval{}
	}
	n := int(max(e.n, e.n2) + .5)
	if e.many || n == 0 {
		n = 5
	}
	n = min(n, 5000)
	sign := -1
	if e.dir == nextOf {
		sign = 1
	}
	g, d := e.grain, v.ref
	if g < day {
		if g == hour {
			n = (n + 23) / 24
		} else {
			n = 1
		}
		g = day
	}
	o := containing(d, day).shift(sign*n, g).first
	if o.IsZero() {
		return rapporteur.Interval{}
	}
	if sign < 0 {
		return rapporteur.Interval{From: o, To: d}
	}
	return rapporteur.Interval{From: d, To: o}
}

// duration returns the TIMEX3 value of an amount.
func duration(e *expr) string {
	unit, clock, scale := "", "", 1.0
	switch e.grain {
	case second:
		unit, clock = "S", "T"
	case minute:
		unit, clock = "M", "T"
	case hour:
		unit, clock = "H", "T"
	case day:
		unit = "D"
	case weekend:
		unit = "WE"
	case week:
		unit = "W"
	case month:
		unit = "M"
	case quarter:
		unit = "Q"
	case half:
		unit, scale = "M", 6
	case year:
		unit = "Y"
	case decade:
		unit, scale = "Y", 10
		if e.many {
			unit = "DE"
		}
	case century:
		unit, scale = "Y", 100
		if e.many {
			unit = "CE"
		}
	default:
		return "PXX"
	}
	if e.many || e.n2 > e.n {
		return "P" + clock + "X" + unit
	}
	n := e.n * scale
	if n != float64(int(n)) {
		switch e.grain {
		case hour:
			n, unit = n*60, "M"
		case minute:
			n, unit = n*60, "S"
		case year:
			if m := n * 12; m == float64(int(m)) && n < 1 {
				n, unit = m, "M"
			}
		}
	}
	return "P" + clock + strconv.FormatFloat(n, 'f', -1, 64) + unit
}

func minutesOf(e *expr) int {
	if e.many {
		return 0
	}
	n := min(e.n, 1e6)
	switch e.grain {
	case second:
		return int(n/60 + .5)
	case minute:
		return int(n + .5)
	case hour:
		return int(n*60 + .5)
	}
	return 0
}
