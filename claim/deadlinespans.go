package claim

import (
	"slices"
	"strconv"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// given reads "gave both sides until 30 April", "has been given 72 hours".
func (r *reading) given(c *clause) {
	if c.neg || r.doc.Tokens[c.head].XPOS == "VBG" && !c.ongoing {
		return
	}
	m := r.modality(c.head)
	if m == rapporteur.Denied || m == rapporteur.Conditional {
		return
	}
	who, to := c.subj, append(slices.Clone(c.iobj), c.obj...)
	if c.passive {
		who, to = c.agent, c.subj
	}
	for t := range r.times {
		x := &r.times[t]
		if r.sent[x.Start] != r.sent[c.head] || x.Start < c.head || x.Start > c.head+14 {
			continue
		}
		var when rapporteur.Interval
		switch p, first := r.prepBefore(x.Start, r.sentence(c.head).Start), r.lower(x.Start); {
		case !x.Interval.IsZero() && (p == "until" || p == "till" || first == "until" || first == "till"):
			when = r.lastDay(r.givenDay(c, x))
		case c.verb == "set" && !c.passive && p == "" && x.Start <= c.head+2 && x.Interval.Exact() && r.lower(x.End) == "for" && r.setForWhom(x) >= 0:
			when = r.upcoming(x).Interval
			to = []int{r.setForWhom(x)}
		case x.Type == timex.DurationType && p == "" && (r.governor(x.Start) == c || r.lower(x.End) == "to") && c.verb != "set" && (len(r.actorsAt(to...)) > 0 || len(to) > 0 && (c.passive || r.lower(min(x.End, len(r.kids)-1)) == "to")) && r.allowance(x):
			when = r.after(x, c.head)
			if n, slack := length(x.Value); n > 0 && len(who) > 0 && r.isTextNoun(who[0]) && !r.signedOn().IsZero() { // "the accord gives them 90 days"
				from := r.signedOn()
				when = rapporteur.Interval{From: from.From.AddDays(n - slack), To: from.To.AddDays(n + slack)}
			}
		}
		if when.IsZero() || len(c.obj)+len(c.iobj)+len(c.subj) == 0 {
			continue
		}
		d := &rapporteur.DeadlineClaim{State: "set"}
		if a := r.actorsAt(who...); len(a) > 0 {
			d.SetBy = a[0].Mention
		}
		d.For = mentions(r.actorsAt(to...))
		if len(d.For) == 0 && !(c.verb == "set" && x.Start <= c.head+2) && !(x.Type == timex.DurationType && (c.passive || r.lower(min(x.End, len(r.kids)-1)) == "to")) && (c.verb == "allow" || c.verb == "set" && !r.reflexive(to)) {
			continue
		}
		d.What = r.whatFor(c, x.End)
		if r.moreTime(c, x) {
			d.State = "extended"
		}
		r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: m})
		return
	}
}

// givenDay puts a weekday until which time is given on the first one after it was given: after
// the day that the sentence tells for that, or the one before it, or else after the report.
func (r *reading) givenDay(c *clause, x *timex.Time) *timex.Time {
	next := r.upcoming(x)
	switch {
	case next == x && r.weekdayPassed(c, x):
		gone := *x // "handed in the note on Monday. She gave them until Wednesday", told on Thursday
		gone.Interval = rapporteur.On(x.Interval.From.AddDays(-7))
		return &gone
	case next == x, c.perfect && !c.past:
		return next
	case c.perfect && c.past: // "had given them until Sunday"
		return x
	}
	var said *timex.Time
	for t := range r.times {
		if y := &r.times[t]; y.Start < c.head && r.sent[y.Start] >= r.sent[c.head]-1 && y.Interval.Exact() && r.sent[y.Start] <= r.sent[c.head] {
			said = y
		}
	}
	if said != nil && said.Interval.To.Before(x.Interval.To) && x.Interval.To.Sub(said.Interval.To) < 7 {
		return x // "handed in the note on Monday. They had until Wednesday"
	}
	return next
}

// weekdayPassed reports whether the weekday until which time was given, put into the days to come, is the one gone by: it was
// given on a day that the sentence or the one before tells, less than a week before.
func (r *reading) weekdayPassed(c *clause, x *timex.Time) bool {
	pub := r.report.Published
	if pub.IsZero() || c.perfect || r.doc.Tokens[c.head].XPOS != "VBD" || !x.Interval.Exact() || !r.ofWeekday(x) || !x.Interval.From.After(pub) || r.lower(x.Start) == "next" {
		return false
	}
	gone := x.Interval.From.AddDays(-7)
	for t := range r.times {
		if y := &r.times[t]; y.Start < c.head && r.sent[y.Start] >= r.sent[c.head]-1 && y.Interval.Exact() && r.ofWeekday(y) && y.Interval.To.Before(gone) && gone.Sub(y.Interval.To) < 7 && gone.Before(pub) {
			return true
		}
	}
	return false
}

// moreTime reports whether time is given to those who had some: "six more
// months", "now has until Friday", "a postponement until 31 January".
func (r *reading) moreTime(c *clause, x *timex.Time) bool {
	for _, o := range c.obj {
		switch r.lemma(o) {
		case "extension", "delay", "postponement", "reprieve", "prolongation":
			return true
		}
	}
	for k := max(c.head-3, r.sentence(c.head).Start); k < x.End; k++ {
		if f := r.lower(k); f == "now" && k < c.head || (f == "more" || f == "another" || f == "further") && k >= x.Start-1 {
			return true
		}
	}
	return false
}

// reflexive reports whether one of the nominals is "themselves" or the like.
func (r *reading) reflexive(heads []int) bool {
	return slices.ContainsFunc(heads, func(h int) bool {
		switch r.lower(h) {
		case "themselves", "itself", "himself", "herself", "ourselves":
			return true
		}
		return false
	})
}

// whatFor returns what is to be done in a time that ends before token at: "to accept the plan".
func (r *reading) whatFor(c *clause, at int) string {
	s := r.sentence(c.head)
	for k := at; k < min(at+4, s.End); k++ {
		if r.lower(k) != "to" || r.upos(k) != "PART" || r.clause(r.head(k)) == nil {
			continue
		}
		end := k + 1
		for all := r.subtree(r.head(k)); end < min(all.End, s.End) && r.form(end) != "," && r.form(end) != ";"; {
			end++
		}
		return r.toBeDone(lang.Range{Start: k, End: end})
	}
	for _, k := range r.kids[c.head] {
		if x := r.clause(k); x != nil && x.mark == "to" && k > c.head {
			return r.toBeDone(lang.Range{Start: max(r.own(k).Start, c.head+1), End: r.own(k).End})
		}
	}
	return ""
}

// span reads lengths of time in which something must be done: "have seven weeks
// to agree", "with ten days left", "must answer within 48 hours".
func (r *reading) span(x *timex.Time) {
	i := r.top(x.Range)
	c := r.governor(i)
	s := r.sentence(i)
	if c == nil || r.cue[c.head] || c.neg {
		return
	}
	prep := r.prepBefore(x.Start, s.Start)
	if prep == "within" || prep == "in" && (r.anyIn(s, lex().deadlines.Otherwise) >= 0 || r.oneDeed(c)) {
		if k := x.End; k < s.End && (r.lower(k) == "of" || r.lower(k) == "after" || r.lower(k) == "from" || r.lower(k) == "following") {
			if when := r.fromSigning(x); !when.IsZero() && (c.modal != "" || r.isTo(c)) { // "within ten days of signing"
				d := &rapporteur.DeadlineClaim{State: "set", What: r.event(c.head, r.tail(c, r.own(c.head)).Start, x)}
				if !c.passive {
					d.For = mentions(r.actorsAt(c.subj...))
				}
				r.add(i, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
			}
			return // otherwise from a day that is not told
		}
		if x.Value == "P1Y" && !c.is(lex().deadlines.Concludes) {
			return // a year from what a text brings about
		}
		if when := r.after(x, c.head); !when.IsZero() && r.orders(c) {
			y := *x
			y.Interval = when
			r.bound(&y, prep)
		}
		return
	}
	n := len(r.claims)
	if r.term(x, c, prep); len(r.claims) > n {
		return
	}
	left := x.End < s.End && (r.lower(x.End) == "left" || r.lower(x.End) == "remaining" || r.lower(x.End) == "to" && x.End+1 < s.End && r.lower(x.End+1) == "go")
	has := c.verb == "have" && !c.perfect && (c.modal == "" || c.modal == "will") && (prep == "" || prep == "under" || prep == "over" || prep == "about") && x.Start > c.head && x.Start-c.head <= 6 && (len(r.actorsAt(c.subj...)) > 0 || len(c.subj) > 0 && r.definite(c.subj[0]) && r.lower(min(x.End, s.End-1)) == "to")
	if !has && !(left && (c.verb == "have" || c.verb == "be" || c.verb == "leave" || c.verb == "remain" || c.verb == "get" || prep == "with")) {
		return
	}
	what := r.whatFor(c, x.End)
	if left && r.lower(x.End) == "to" {
		what = ""
		if k := x.End + 2; k < s.End && (r.lower(k) == "to" || r.lower(k) == "until" || r.lower(k) == "before") && r.anyIn(lang.Range{Start: k, End: s.End}, lex().deadlines.Nouns) < 0 {
			what = r.toBeDone(lang.Range{Start: k + 1, End: min(r.listEnd(k), s.End)})
		}
	}
	if has && !left && (what == "" || x.End < s.End && r.lower(x.End) != "to" && r.lower(x.End) != "in" && r.lower(x.End) != "from") {
		return
	}
	when := r.after(x, -1)
	if what == "" || when.IsZero() || when.Days() > 62 {
		return
	}
	d := &rapporteur.DeadlineClaim{State: "set", What: what, For: mentions(r.actorsAt(c.subj...))}
	r.add(i, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
}

// orders reports whether a clause tells what somebody asks for or is told to do in a
// time from now on, and not a rule of a text ("claims are paid within 60 days").
func (r *reading) orders(c *clause) bool {
	if must := c.modal == "must" || r.isTo(c); must && (!c.passive && len(r.actorsAt(c.subj...)) > 0 || r.oneDeed(c)) {
		return true
	}
	for up, steps := c, 0; up != nil && steps < 3; up, steps = r.clause(up.up), steps+1 {
		if up.neg {
			return false
		}
		switch up.verb {
		case "want", "demand", "ask", "order", "request", "urge", "call", "instruct", "tell", "rise", "increase", "threaten", "warn":
			return true
		}
	}
	return false
}

// oneDeed reports whether a clause tells that one thing that is known is to be done to its end:
// "the pullback must be completed in 14 days", not "claims must be paid within 60 days".
func (r *reading) oneDeed(c *clause) bool {
	if !c.passive || !c.is(lex().deadlines.Concludes) || len(c.subj) == 0 || c.modal != "must" && !r.isTo(c) {
		return false
	}
	who := c.subj[0]
	return r.definite(who) && r.doc.Tokens[who].XPOS == "NN"
}

// allowance reports whether a length of time is what somebody is given, and not
// how long something else lasts ("gave them two years of aid").
func (r *reading) allowance(x *timex.Time) bool {
	s := r.sentence(x.Start)
	if x.End >= s.End || r.dayThenTo(x) {
		return true
	}
	switch r.upos(x.End) {
	case "PUNCT", "PART", "SCONJ", "CCONJ":
		return true
	}
	return r.lower(x.End) == "in" || r.lower(x.End) == "from"
}

// setForWhom returns the head of those for whom a day is set to do something by: "has set Friday for the ministers to report
// back", but not "for the talks"; -1 for nobody.
func (r *reading) setForWhom(x *timex.Time) int {
	for k := x.End + 1; k+1 < min(x.End+9, r.sentence(x.Start).End); k++ {
		if r.lower(k) != "to" || r.upos(k) != "PART" {
			continue
		}
		h := k - 1
		if c := r.clause(r.head(k)); c == nil || c.is(lex().meetings.Verbs) || lex().meetings.Begin[c.verb] || r.upos(h) != "NOUN" && r.upos(h) != "PROPN" || r.isEncounter(h) {
			return -1
		}
		return h
	}
	return -1
}

// dayThenTo reports whether the day on which a time was given stands between it and what is to be done in it: "48 hours on
// Monday to strike a deal".
func (r *reading) dayThenTo(x *timex.Time) bool {
	k := x.End
	if k+2 >= r.sentence(x.Start).End || r.lower(k) != "on" && r.timeAt[k] < 0 {
		return false
	}
	if r.lower(k) == "on" {
		k++
	}
	t := r.timeAt[k]
	return t >= 0 && r.lower(min(r.times[t].End, len(r.kids)-1)) == "to"
}

// after returns the days that end a length of time: from the day of the predicate
// at token i, or from about the day of the report.
func (r *reading) after(x *timex.Time, i int) rapporteur.Interval {
	n, slack := length(x.Value)
	if n == 0 {
		return rapporteur.Interval{}
	}
	from := r.report.Published
	if from.IsZero() {
		return rapporteur.Interval{}
	}
	early := 1 // what is reported today was yesterday, maybe
	if i >= 0 {
		if t := r.timeBelow(i); t != nil && t.Interval.Exact() && !t.Interval.From.After(from) {
			from, early = t.Interval.From, 0
		}
	}
	when := rapporteur.Interval{From: from.AddDays(n - slack - early), To: from.AddDays(n + slack)}
	switch words := r.lower(x.Start); words {
	case "less", "under", "nearly", "almost":
		when.From = from.AddDays(n * 3 / 4)
	case "more", "over":
		when.To = from.AddDays(n * 5 / 4)
	}
	return when
}

// length returns a TIMEX3 duration in days and how much it may be out, 0 for none
// and for some years: nobody counts the days of those.
func length(value string) (days, slack int) {
	if len(value) > 3 && value[:2] == "PT" && value[len(value)-1] == 'H' {
		n, err := strconv.Atoi(value[2 : len(value)-1])
		if err != nil || n < 12 || n > 240 {
			return 0, 0
		}
		return (n + 12) / 24, 0
	}
	if len(value) > 2 && value[len(value)-1] == 'M' && value[1] != 'T' {
		if n, err := strconv.Atoi(value[1 : len(value)-1]); err == nil && n <= 18 {
			return n * 365 / 12, 3 + n
		}
		return 0, 0
	}
	if value == "P1Y" {
		return 365, 14
	}
	n := durationDays(value)
	if n > 0 && value[len(value)-1] == 'W' {
		return n, min(3, n/7)
	}
	return n, 0
}

// reckoned returns the day of a deadline that is told by how far off it is: "two
// days ahead of the deadline", "a deadline five weeks away".
func (r *reading) reckoned(i int) rapporteur.Interval {
	if !r.measured(i) || r.report.Published.IsZero() {
		return rapporteur.Interval{}
	}
	if d := r.distanceTo(r.nounPhrase(i).Start); d != nil && d.days < 0 && d.slack == 0 && d.link == r.nounPhrase(i).Start-1 {
		if day := r.anchor(d, i); !day.IsZero() { // "said on Tuesday, a day before the deadline"
			return d.from(day)
		}
	}
	if k := r.nounPhrase(i).Start - 1; k > 1 && r.caseOf(i) != "after" { // "a month ahead of the deadline"
		for k > 1 && (r.upos(k) == "ADP" || r.lower(k) == "ahead") {
			k--
		}
		if f := r.lower(k - 1); r.timeAt[k] < 0 && (f == "a" || f == "one") && units[r.lower(k)] != "" {
			return r.after(&timex.Time{Value: units[r.lower(k)], Range: lang.Range{Start: k - 1, End: k + 1}}, -1)
		}
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Type != timex.DurationType || r.sent[x.Start] != r.sent[i] || x.End > i || i-x.End > 7 {
			continue
		}
		ok := true
		for k := x.End; k < r.nounPhrase(i).Start; k++ {
			switch r.lower(k) {
			case "before", "ahead", "of", "to", "go", "left", "remaining", "until", "a", "an", "the":
			default:
				ok = false
			}
		}
		after := r.caseOf(i) == "after"
		if !ok || after {
			continue
		}
		at := -1
		if c := r.governor(x.Start); c != nil {
			at = c.head
			for up := r.clause(c.up); up != nil && r.timeBelow(at) == nil; up = r.clause(up.up) {
				at = up.head
			}
			if y := r.timeBelow(at); y != nil && y.Interval.Exact() && y.Interval.From.After(r.report.Published) { // of a day to come
				n, slack := length(x.Value)
				if n == 0 || slack > 0 {
					continue
				}
				day := y.Interval.From.AddDays(n)
				return rapporteur.Interval{From: day, To: day}
			}
		}
		if value := x.Value; len(value) > 2 && value[:2] == "PT" { // some hours
			from := r.report.Published
			if at >= 0 {
				if y := r.timeBelow(at); y != nil && y.Interval.Exact() && !y.Interval.From.After(from) {
					from = y.Interval.From
				}
			}
			return rapporteur.Interval{From: from, To: from.AddDays(1)}
		}
		if when := r.after(x, at); !when.IsZero() && when.Days() <= 31 {
			return when
		}
	}
	return rapporteur.Interval{}
}

// lastDay returns the days of a time by which something must be done: the last
// of a month's end or of a year.
func (r *reading) lastDay(x *timex.Time) rapporteur.Interval {
	when := x.Interval
	if when.Days() > 31 || r.endOf(x.Range) && when.Days() > 1 {
		if when.Days() > 31 && !r.endOf(x.Range) {
			return when
		}
		when.From = when.To
	}
	return when
}

// units are spans that are told by an article: "a week".
var units = map[string]string{"day": "P1D", "week": "P1W", "fortnight": "P2W", "month": "P1M"}
