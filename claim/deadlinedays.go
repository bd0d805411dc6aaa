package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// nearestDay puts the weekday of a deadline that is named by nothing else, "Friday's deadline",
// on the one that is meant: the last where it was missed or met, the next where the present
// tells of it, the nearest where neither does.
func (r *reading) nearestDay(x *timex.Time, c *clause, state string) *timex.Time {
	pub := r.report.Published
	if pub.IsZero() || !x.Interval.Exact() || abs(pub.Sub(x.Interval.To)) > 7 {
		return x
	}
	named := false
	for k := x.Start; k < x.End; k++ {
		f := r.lower(k)
		named = named || weekdays[f]
		if f == "last" || f == "next" || r.upos(k) == "PROPN" && !weekdays[f] {
			return x
		}
	}
	if !named {
		return x
	}
	day := *x
	move := func(n int) {
		day.Interval = rapporteur.Interval{From: x.Interval.From.AddDays(n), To: x.Interval.To.AddDays(n)}
	}
	late := pub.Sub(x.Interval.To) // days since
	switch ahead := c != nil && !c.past && !c.perfect && state == "set"; {
	case state == "missed" || state == "met":
		if late < 0 {
			move(-7)
		}
	case ahead && late > 0, late > 3:
		move(7)
	case !ahead && late < -3:
		move(-7)
	}
	return &day
}

// allowed returns the days that end the time for which a deadline that is set is named: "issued
// a 48-hour ultimatum"; nil for others.
func (r *reading) allowed(np lang.Range, c *clause) *timex.Time {
	if c == nil || r.became(c) != "set" || !slices.ContainsFunc(c.obj, np.Contains) && !c.passive {
		return nil
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Type != timex.DurationType || !np.Covers(x.Range) {
			continue
		}
		if when := r.after(x, c.head); !when.IsZero() && when.Days() <= 31 {
			return &timex.Time{Range: x.Range, Type: timex.DateType, Interval: when}
		}
	}
	return nil
}

// whenSet reports whether a time is that at which a deadline was set: "the deadline that they
// had set on Sunday".
func (r *reading) whenSet(x *timex.Time) bool {
	c := r.governor(r.top(x.Range))
	if c == nil || !r.isRel(c.head, "acl", "acl:relcl") || r.became(c) != "set" || !c.past && !c.perfect {
		return false
	}
	p := r.prepBefore(x.Start, r.sentence(x.Start).Start)
	return p == "on" || p == ""
}

// whenDone reports whether a time told before the deadline at token i is that at which the
// clause tells it set: "on Tuesday he set a date of his own".
func (r *reading) whenDone(x *timex.Time, c *clause, i int) bool {
	if r.became(c) != "set" || c.modal != "" || c.mark == "to" || !slices.Contains(c.obj, i) || x.Start > c.head || r.governor(r.top(x.Range)) != c {
		return false
	}
	p := r.prepBefore(x.Start, r.sentence(x.Start).Start)
	return p == "on" || p == ""
}

// clockOf returns the time of a clock that is told of the past with no day: one of the report's
// day or of the day before.
func (r *reading) clockOf(x *timex.Time) *timex.Time {
	c, pub := r.governor(x.Start), r.report.Published
	if x.Clock == "" || c == nil || !c.past || pub.IsZero() || x.Interval.To != pub {
		return x
	}
	day := *x
	day.Interval = rapporteur.Interval{From: pub.AddDays(-1), To: pub}
	return &day
}

// heldOpen reads "Estrel has | until 6 p.m. on Sunday to reply" along the line, where the tree
// made no predicate of it.
func (r *reading) heldOpen(x *timex.Time) {
	k := x.Start
	if f := r.lower(k); f != "until" && f != "till" {
		k--
	}
	if k < 2 || r.lower(k) != "until" && r.lower(k) != "till" || r.lemma(k-1) != "have" || r.sent[k-1] != r.sent[x.Start] || x.Interval.IsZero() || x.Interval.Days() > 31 && !r.endOf(x.Range) {
		return
	}
	if g := r.clause(k - 1); g != nil || r.clause(r.head(k-1)) != nil {
		return // read off the tree
	}
	when := r.upcoming(x)
	d := &rapporteur.DeadlineClaim{State: "set", For: mentions(r.actorsAt(k - 2))}
	if s := r.sentence(x.Start); x.End+1 < s.End && r.lower(x.End) == "to" {
		d.What = r.toBeDone(lang.Range{Start: x.End, End: r.listEnd(x.End)})
	}
	if len(d.For) > 0 {
		r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: r.lastDay(when), Modality: rapporteur.Asserted})
	}
}

// glossed returns the clause of a length of time that a day told behind it puts in other
// words, nil for none.
func (r *reading) glossed(x *timex.Time) *clause {
	if k := x.Start - 1; k < 3 || r.lower(k) != "by" || r.form(k-1) != "," || r.lower(k-2) != "is" || r.lower(k-3) != "that" {
		return nil
	}
	for t := range r.times {
		if y := &r.times[t]; y.Type == timex.DurationType && r.sent[y.Start] == r.sent[x.Start] && y.End <= x.Start {
			return r.governor(r.top(y.Range))
		}
	}
	return nil
}

// toldPast reports whether a clause, or one whose complement it is, tells of the past.
func (r *reading) toldPast(c *clause) bool {
	for c != nil && !c.past && !c.perfect && r.rel(c.head) == "xcomp" {
		c = r.clause(c.up)
	}
	return c != nil && (c.past || c.perfect)
}

// wasTo reports whether a clause, or one whose complement it is, tells what was to be done.
func (r *reading) wasTo(c *clause) bool {
	for steps := 0; c != nil && steps < 3; c, steps = r.clause(c.up), steps+1 {
		if r.isTo(c) && c.past {
			return true
		}
	}
	return false
}

// comingYear puts a day of the year by which something is to be done into the year to come,
// where it would lie months back: "by 31 January", told in May.
func (r *reading) comingYear(x *timex.Time) *timex.Time {
	const long, year = 45, 320 // days
	pub := r.report.Published
	late := pub.Sub(x.Interval.To)
	if pub.IsZero() || late <= long || late >= year || x.Type != timex.DateType || len(x.Value) < len("2031-05") || r.yearIn(x.Range) || x.Interval.Days() > 31 {
		return x
	}
	next := *x
	next.Interval = rapporteur.Interval{From: next.Interval.From.AddYears(1), To: next.Interval.To.AddYears(1)}
	return &next
}

// nearestYear puts a day of the year by which something was to be done into the year that is
// nearest to the report: "were to begin by early February", told in May.
func (r *reading) nearestYear(x *timex.Time) *timex.Time {
	const half = 183
	if pub := r.report.Published; pub.IsZero() || r.yearIn(x.Range) || x.Interval.From.Sub(pub) <= half {
		return x
	}
	last := *x
	last.Interval = rapporteur.Interval{From: last.Interval.From.AddYears(-1), To: last.Interval.To.AddYears(-1)}
	return &last
}

// endOf reports whether a time is the end of a longer one: "the end of 2032".
func (r *reading) endOf(s lang.Range) bool {
	for k := max(0, s.Start-3); k < s.End; k++ {
		if r.lower(k) == "end" {
			return true
		}
	}
	return false
}

// reported reports whether a clause tells what somebody said that he would do:
// "said she would present the text by Friday".
func (r *reading) reported(c *clause) bool {
	for up, steps := r.clause(c.up), 0; up != nil && steps < 3; up, steps = r.clause(up.up), steps+1 {
		if r.cue[up.head] {
			return true
		}
	}
	return false
}

// hedges reports whether an adverb makes a prediction of what is told.
func (r *reading) hedges(c *clause) bool {
	for _, a := range c.adverbs {
		switch r.lower(a) {
		case "likely", "probably", "perhaps", "possibly", "maybe", "hopefully", "presumably":
			return true
		}
	}
	return false
}

// isTo reports whether a clause tells what is to be done: "are to report by
// Saturday", "a vote, to be completed by 20 March".
func (r *reading) isTo(c *clause) bool {
	if c.mark != "to" || c.perfect && !c.past {
		return false
	}
	for _, k := range r.kids[c.head] {
		if r.lemma(k) == "be" && (base(r.rel(k)) == "aux" || base(r.rel(k)) == "cop") {
			f := r.lower(k)
			if f == "is" || f == "are" || f == "'s" || f == "'re" || f == "was" || f == "were" {
				return true
			}
			return f == "be" && c.passive && k > 1 && r.lower(k-1) == "to" && r.form(k-2) == ","
		}
	}
	return r.rel(c.head) == "root" && r.child(c.head, "nsubj") >= 0 && r.child(c.head, "aux") < 0 // as headlines have it
}

// noLater reports whether "than" before a day ends "no later than".
func (r *reading) noLater(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if r.lower(k) == "than" {
			return k > 1 && r.lower(k-1) == "later" && (r.lower(k-2) == "no" || r.lower(k-2) == "not")
		}
	}
	return false
}

// otherDays makes deadlines of the days that stand beside one: "the duties set for 1 June | and 15 December".
func (r *reading) otherDays() {
	for n := range r.claims {
		f := r.claims[n]
		if f.Deadline == nil || !f.When.Exact() || f.Deadline.State == "denied" {
			continue
		}
		for t := range r.times {
			x := &r.times[t]
			if x.Interval != f.When || r.sent[x.Start] != r.sent[f.head] || r.prepBefore(x.Start, r.sentence(x.Start).Start) == "between" {
				continue
			}
			if y := r.joinedDay(x); y != nil && !slices.ContainsFunc(r.claims, func(o found) bool {
				return o.Deadline != nil && o.When == y.Interval && r.sent[o.head] == r.sent[f.head]
			}) {
				d := *f.Deadline
				r.add(y.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: &d, When: y.Interval, Modality: f.Modality})
			}
			break
		}
	}
}

// joinedDay returns the day that is joined to another one by "and", nil for none.
func (r *reading) joinedDay(x *timex.Time) *timex.Time {
	k, end := x.End, r.sentence(x.Start).End
	if k+1 >= end || r.lower(k) != "and" {
		return nil
	}
	if k++; r.lower(k) == "on" && k+1 < end {
		k++
	}
	if r.timeAt[k] < 0 {
		return nil
	}
	y := &r.times[r.timeAt[k]]
	if y.Start != k || !y.Interval.Exact() || !r.monthIn(y.Range) || !r.monthIn(x.Range) {
		return nil
	}
	return r.comingDay(y)
}

// byYear reports whether a whole year to come is that by which something is to be done: "has offered to lift the cap by 2040".
func (r *reading) byYear(x *timex.Time) bool {
	if len(x.Value) != len("2040") || x.Start == 0 || r.lower(x.Start-1) != "by" || !x.Interval.From.After(r.report.Published) {
		return false
	}
	c := r.governor(x.Start)
	for steps := 0; c != nil && steps < 3; c, steps = r.clause(c.up), steps+1 {
		switch c.verb {
		case "commit", "pledge", "promise", "vow", "undertake", "agree", "offer", "demand", "require", "oblige", "ask":
			return true
		}
	}
	return false
}
