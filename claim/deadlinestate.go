package claim

import (
	"slices"
	"strconv"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// befell reads what a predicate says became of the deadline at token i, and who
// set it or had it moved. It returns the new day of one that was moved.
func (r *reading) befell(i int, c *clause, d *rapporteur.DeadlineClaim) (moved *timex.Time) {
	object, subject := slices.Contains(c.obj, i), slices.Contains(c.subj, i)
	passed := c.passive && subject
	if r.caseOf(i) == "as" && r.head(i) == c.head { // "set 30 June as the deadline for bids"
		object, passed = !c.passive, c.passive
	}
	state := r.became(c)
	if r.cue[c.head] && state != "extended" {
		state = ""
	}
	if state == "" && object && handing[c.verb] {
		state = "set"
	}
	who := c.subj
	if passed {
		who = c.agent
	}
	switch state {
	case "set":
		if !object && !passed {
			break
		}
		if a := r.actorsOrMeant(who); len(a) > 0 {
			d.SetBy = a[0].Mention
		}
		if a := r.actorsAt(c.iobj...); len(a) > 0 {
			d.For = mentions(a)
		}
		if c.neg || object && r.refused(c) {
			d.State = "denied"
		}
	case "extended":
		if !object && !subject || c.neg {
			break
		}
		d.State = "extended"
		if a := r.actorsAt(who...); len(a) > 0 && !slices.Contains(who, i) {
			d.SetBy = a[0].Mention
		}
		moved = r.movedTo(c, i)
	case "missed":
		if !object && !subject || object && c.lemma == "pass" || slices.ContainsFunc(r.children(i, "compound"), r.measure) {
			break // "the tariff deadline passed": the duties are in force
		}
		switch {
		case c.neg && object:
			d.State = "met"
		case c.neg: // "has not passed"
		case c.modal == "" && c.mark != "to" && !c.ongoing:
			d.State = "missed"
		}
	case "met":
		if !object && !passed {
			break
		}
		switch {
		case c.neg:
			d.State = "missed"
		case c.modal == "" && c.mark != "to":
			d.State = "met"
		}
	case "denied":
		if object && !c.neg {
			d.State = "denied"
		}
	}
	p := r.caseOf(i)
	if np := r.nounPhrase(i); np.Start > 0 && r.lower(np.Start-1) == "past" {
		p = "past" // read as an adverb
	}
	if (p == "past" || p == "beyond" || p == "through" && state == "missed") && c.modal == "" && !c.neg {
		d.State = "missed"
	}
	det := r.child(i, "det")
	if untimed[r.lemma(i)] && r.noTime(i) || det >= 0 && r.lower(det) == "no" || (c.verb == "be" || c.verb == "exist") && c.neg && subject {
		d.State = "denied"
	}
	return moved
}

// handing are verbs of setting a deadline to somebody that set no other thing: "handed the company an ultimatum".
var handing = words{"hand": true, "slap": true, "serve": true, "deliver": true, "declare": true, "decree": true, "dictate": true, "proclaim": true, "introduce": true, "restore": true, "reinstate": true, "reimpose": true, "enforce": true}

// became returns what a predicate says became of a deadline, "" for nothing.
func (r *reading) became(c *clause) string {
	next := c.head + 1
	switch {
	case c.verb == "go" && next < len(r.kids) && r.lower(next) == "by":
		return "missed"
	case c.verb == "come":
		for _, k := range r.children(c.head, "conj") { // "came and went"
			if r.lemma(k) == "go" {
				return "missed"
			}
		}
	}
	return c.value(lex().deadlines.States)
}

// movedTo returns the day to which the clause moves something: "extended to 30
// April", "from 1 March until …".
func (r *reading) movedTo(c *clause, i int) *timex.Time {
	s := r.sentence(i)
	var out *timex.Time
	for t := range r.times {
		x := &r.times[t]
		if x.Start < c.head || x.Start >= s.End || x.Interval.IsZero() || x.Interval.Days() > 366 {
			continue
		}
		switch first := r.lower(x.Start); r.prepBefore(x.Start, s.Start) {
		case "to", "until", "till":
			out = x
		default:
			if first == "until" || first == "till" {
				out = x
			}
		}
	}
	if out == nil {
		out = r.nextDay(c, s)
	}
	if pub := r.report.Published; out != nil && !pub.IsZero() && out.Interval.To.Before(pub.AddDays(-45)) && out.Interval.To.After(pub.AddDays(-366)) && !r.yearIn(out.Range) {
		next := *out // "has slipped to the end of July": the next one
		next.Interval = rapporteur.Interval{From: next.Interval.From.AddYears(1), To: next.Interval.To.AddYears(1)}
		out = &next
	}
	return out
}

// nextDay returns the day of a month to which a clause moves something that no
// month is told with: "lengthened by a week, to the 19th".
func (r *reading) nextDay(c *clause, s lang.Range) *timex.Time {
	pub := r.report.Published
	for k := c.head + 1; k+2 < s.End && !pub.IsZero(); k++ {
		f := r.lower(k + 2)
		if p := r.lower(k); p != "to" && p != "until" && p != "till" || r.lower(k+1) != "the" || len(f) < 3 {
			continue
		}
		n, err := strconv.Atoi(f[:len(f)-2])
		if t := f[len(f)-2:]; err != nil || n < 1 || n > 31 || t != "st" && t != "nd" && t != "rd" && t != "th" {
			continue
		}
		for day := pub; day.Sub(pub) <= 31; day = day.AddDays(1) {
			if day.Day() == n {
				return &timex.Time{Range: lang.Range{Start: k + 1, End: k + 3}, Type: timex.DateType, Interval: rapporteur.Interval{From: day, To: day}}
			}
		}
	}
	return nil
}

// yearIn reports whether a year is told in a range.
func (r *reading) yearIn(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		if f := r.form(k); len(f) == 4 && (f[:2] == "19" || f[:2] == "20") {
			return true
		}
	}
	return false
}

// hoped reports whether what a clause tells is only wished for or may come.
func (r *reading) hoped(c *clause) bool {
	switch c.modal {
	case "could", "might", "may", "can", "would":
		return true
	}
	return false
}

// deadlineKept reads off what was done before or after a deadline whether it was
// kept: "signed the accord two days ahead of a deadline", "hours after the
// deadline had passed".
func (r *reading) deadlineKept(i int, d *rapporteur.DeadlineClaim, when rapporteur.Interval) {
	by := r.caseOf(i) == "by" && !when.IsZero()
	if !r.measured(i) && !by {
		return
	}
	if pub := r.report.Published; !pub.IsZero() && when.From.After(pub) {
		return
	}
	after := r.caseOf(i) == "after"
	for h, steps := r.head(i), 0; h >= 0 && steps < 8; h, steps = r.head(h), steps+1 {
		c := r.clause(h)
		if c == nil || !c.is(lex().deadlines.Concludes) && !(c.verb == "come" && len(c.subj) > 0 && lex().deadlines.Accords[r.lemma(c.subj[0])]) || c.neg || c.modal != "" || c.mark == "to" || c.mark == "if" || c.ongoing {
			continue
		}
		if r.modality(h) != rapporteur.Asserted {
			return
		}
		d.State = "met"
		if after {
			d.State = "missed"
		}
		return
	}
}

// passed reads a time that came and went: "Midnight came and went".
func (r *reading) passed(c *clause) {
	if r.became(c) != "missed" || c.neg || c.passive || c.modal != "" || c.verb != "come" && c.verb != "pass" && c.verb != "go" {
		return
	}
	for _, s := range c.subj {
		if r.timeAt[s] < 0 || c.verb == "pass" && r.times[r.timeAt[s]].Clock == "" {
			continue
		}
		if x := r.times[r.timeAt[s]]; x.Interval.Exact() {
			d := &rapporteur.DeadlineClaim{State: "missed"}
			r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: rapporteur.Asserted})
			return
		}
	}
}

// prolonged reads a time that was made longer, to a day of a month that is not told.
func (r *reading) prolonged(c *clause) {
	l := &lex().deadlines
	what, who := c.obj, c.subj
	if c.passive {
		what, who = c.subj, c.agent
	}
	if c.neg || r.conditional(c) || len(what) == 0 || !l.Spells[r.lemma(what[0])] && !l.Pauses[r.lemma(what[0])] {
		return
	}
	when := r.nextDay(c, r.sentence(c.head))
	m := r.modality(c.head)
	if when == nil || m == rapporteur.Denied || m == rapporteur.Conditional {
		return
	}
	d := &rapporteur.DeadlineClaim{State: "extended", What: r.toBeDone(r.own(what[0]))}
	if a := r.actorsAt(who...); len(a) > 0 {
		d.SetBy = a[0].Mention
	}
	r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when.Interval, Modality: m})
}

// untimed are the nouns of a time for something that somebody will not tell.
var untimed = words{"timetable": true, "timeline": true, "timeframe": true, "frame": true}

// noTime reports whether what is told of a time for something is that there is none: "there
// is no timetable", "refused to give a timeline", "cannot put a time frame on it".
func (r *reading) noTime(i int) bool {
	if r.lemma(i) == "frame" && !slices.ContainsFunc(r.children(i, "compound"), func(k int) bool { return r.lower(k) == "time" }) || r.ofMeeting(i) {
		return false
	}
	c := r.governor(i)
	if c == nil {
		return false
	}
	object := slices.Contains(c.obj, i) && (c.verb == "set" || c.verb == "give" || c.verb == "put" || c.verb == "have" || c.verb == "offer")
	if d := r.child(i, "det"); d >= 0 && r.lower(d) == "no" {
		return object || c.verb == "be" || r.child(c.head, "expl") >= 0
	}
	return object && (c.neg || r.refused(c))
}

// refused reports whether a clause is what somebody would not do: "refused to set a deadline".
func (r *reading) refused(c *clause) bool {
	up := r.clause(max(r.head(c.head), 0))
	return c.mark == "to" && !c.neg && up != nil && up.head != c.head && !up.neg && up.modal == "" && (up.verb == "refuse" || up.verb == "decline")
}
