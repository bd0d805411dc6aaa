package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// endsWhen reads what ends of itself on a day that the sentence is about for another reason: "as
// soon as Friday, when the contract expires", "on 1 May, the day the truce runs out".
func (r *reading) endsWhen(x *timex.Time, s lang.Range) bool {
	k := x.End
	for k < s.End && (r.form(k) == "," || r.form(k) == "—" || r.form(k) == "–" || r.form(k) == "-" || r.form(k) == "(") {
		k++
	}
	for k+1 < s.End && (r.upos(k) == "DET" || r.lower(k) == "day" || r.lower(k) == "date" || r.lower(k) == "moment" || r.lower(k) == "on" || r.lower(k) == "at") && r.lower(k) != "that" {
		k++
	}
	if k == x.End || k+2 >= s.End {
		return false
	}
	if f := r.lower(k); f == "when" || f == "which" || f == "that" {
		k++
	} else if f := r.lower(k - 1); f != "day" && f != "date" && f != "moment" && r.lower(k-2) != "day" {
		return false
	}
	const reach = 14 // tokens
	for j := k; j < min(s.End, k+reach); j++ {
		c := r.clause(j)
		if c == nil || len(c.subj) == 0 || c.subj[0] < k {
			continue
		}
		who := r.lemma(c.subj[0])
		if c.neg || c.past || c.perfect || c.passive || r.conditional(c) || !r.ends(c) || lex().meetings.Nouns[who] || lex().deadlines.Passing[who] && !r.ofMission(c.subj[0]) {
			return false
		}
		day := r.comingDay(x)
		return day != nil && r.mark(day, "set", r.toBeDone(lang.Range{Start: r.nounPhrase(c.subj[0]).Start, End: c.head + 1}), nil)
	}
	return false
}

// byThen reads what comes about on a day unless something is done by then: "will shut at noon on
// Friday unless the house votes the money by then".
func (r *reading) byThen(x *timex.Time, s lang.Range) bool {
	for k := x.End; k+1 < s.End; k++ {
		if f := r.lower(k); f != "unless" && f != "if" && f != "should" && f != "without" {
			continue
		}
		for j := k + 1; j+1 < s.End; j++ {
			if b := r.lower(j); (b == "by" || b == "before") && (r.lower(j+1) == "then" || r.lower(j+1) == "that") {
				day := r.comingDay(x)
				return day != nil && r.mark(day, "set", r.toBeDone(lang.Range{Start: k, End: j}), nil)
			}
		}
		return false
	}
	return false
}

// aloneWhen reads a day that stands alone as a sentence, of which the next one tells what it brings:
// "Midnight tonight. That is when the offer goes away."
func (r *reading) aloneWhen(x *timex.Time, s lang.Range) bool {
	n := int(r.sent[x.Start]) + 1
	if n >= len(r.doc.Sentences) || s.Len() > 12 {
		return false
	}
	for i := s.Start; i < s.End; i++ {
		if u := r.upos(i); u == "VERB" || u == "AUX" {
			return false
		}
	}
	next := r.doc.Sentences[n]
	if next.Len() < 6 || r.lower(next.Start) != "that" && r.lower(next.Start) != "this" && r.lower(next.Start) != "it" || r.lemma(next.Start+1) != "be" && r.lower(next.Start+1) != "'s" && r.lower(next.Start+1) != "’s" {
		return false
	}
	for k := next.Start + 2; k < next.Start+6; k++ {
		switch r.lower(k) {
		case "when", "day", "moment", "date", "hour", "deadline", "cut-off":
			if c := r.governor(k + 1); c != nil && (c.is(lex().meetings.Verbs) || slices.ContainsFunc(c.subj, func(h int) bool { return lex().meetings.Nouns[r.lemma(h)] })) {
				return false
			}
			return r.mark(r.upcoming(x), "set", r.toBeDone(lang.Range{Start: k + 1, End: next.End - 1}), nil)
		}
	}
	return false
}

// beyond reads the day on which something ends that is to be made longer: "to extend the truce
// beyond Saturday", "a prolongation past 1 May".
func (r *reading) beyond(x *timex.Time, s lang.Range) bool {
	k := x.Start - 1
	for k > s.Start && (r.upos(k) == "DET" || r.upos(k) == "PRON" || r.upos(k) == "ADJ") {
		k--
	}
	if f := r.lower(k); f != "beyond" && f != "past" {
		return false
	}
	for j := k - 1; j >= s.Start && j > k-10; j-- {
		l := r.lemma(j)
		if r.upos(j) == "VERB" && (lex().deadlines.Prolongs[l] || lex().deadlines.Goes[l] || l == "roll") || r.upos(j) == "NOUN" && (l == "extension" || l == "prolongation" || l == "renewal" || l == "rollover") {
			day := r.comingDay(x)
			return day != nil && r.mark(day, "set", r.toBeDone(lang.Range{Start: j, End: k}), nil)
		}
	}
	return false
}

// formerDays adds the day that a deadline had before it was moved, where the sentence that tells
// the new one tells it: "on 19 May rather than 1 June", "Monday's deadline was put back to …".
func (r *reading) formerDays() {
	for n := range r.claims {
		f := r.claims[n]
		if f.Deadline == nil || f.When.IsZero() || f.Modality == rapporteur.Denied || f.Deadline.State == "denied" {
			continue
		}
		s := r.sentence(f.head)
		for t := range r.times {
			x := &r.times[t]
			if x.Start < s.Start || x.Start >= s.End || x.Type == timex.DurationType || x.Interval.IsZero() || x.Interval.Days() > 3 || x.Interval.From == f.When.From || x.Interval.To == f.When.To {
				continue
			}
			told := slices.ContainsFunc(r.claims, func(g found) bool {
				return g.Deadline != nil && r.sent[g.head] == r.sent[f.head] && g.When == x.Interval
			})
			if told || !r.wasBefore(x, &f, s) {
				continue
			}
			d := &rapporteur.DeadlineClaim{State: "set", What: f.Deadline.What, For: f.Deadline.For}
			when := x.Interval
			if day := r.upcoming(x); day.Interval.To.Before(f.When.From) && f.When.From.After(r.report.Published) {
				when = day.Interval // "Friday's deadline was put back to the 23rd"
			}
			r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
		}
	}
}

// wasBefore reports whether a time in the sentence of a deadline is the day that it had before.
func (r *reading) wasBefore(x *timex.Time, f *found, s lang.Range) bool {
	if f.Deadline.State == "extended" && r.isDeadline(f.head) && r.nounPhrase(f.head).Covers(x.Range) {
		return true // "Monday's deadline"
	}
	const reach = 5 // tokens before the time
	for k := x.Start - 1; k >= s.Start && k >= x.Start-reach; k-- {
		switch w := r.lower(k); w {
		case "than":
			return r.lower(k-1) == "rather" || r.lower(k-1) == "later"
		case "of":
			if r.lower(k-1) == "instead" {
				return true
			}
		case "originally", "initially", "previously":
			return true
		case "not":
			return r.form(k-1) == "," || r.lower(k-1) == "and"
		case "from":
			c := r.governor(k)
			return f.Deadline.State == "extended" || c != nil && r.became(c) == "extended"
		case "original", "initial", "previous", "earlier", "old":
			return k < x.Start && f.Deadline.State == "extended"
		case "been":
			return f.Deadline.State == "extended" && r.lower(k-1) == "had"
		}
	}
	return false
}

// historic reports whether a deadline was one of years long past.
func (r *reading) historic(f found) bool {
	const long = 5 * 366 // days
	pub := r.report.Published
	return f.Deadline != nil && !pub.IsZero() && !f.When.IsZero() && pub.Sub(f.When.To) > long
}

// thatDay returns the day that "by then", "by that date" or "by which time" at token i speaks of: the last that its sentence or
// the one before tells of the time to come, nil for none.
func (r *reading) thatDay(i int) *timex.Time {
	if f := r.lower(i); f != "by" && f != "until" || i+1 >= len(r.kids) || r.sent[i] != r.sent[i+1] {
		return nil
	}
	end := i + 2
	switch f := r.lower(i + 1); {
	case f == "then" && r.timeAt[i+1] < 0:
	case (f == "that" || f == "which") && end < len(r.kids) && (r.lower(end) == "date" || r.lower(end) == "day" || r.lower(end) == "time" || r.lower(end) == "point" || r.lower(end) == "deadline"):
		end++
	default:
		return nil
	}
	var day *timex.Time
	for t := range r.times {
		x := &r.times[t]
		if x.Start >= i || r.sent[min(x.Start, len(r.sent)-1)] < r.sent[i]-1 || x.Interval.IsZero() || x.Type == timex.DurationType {
			continue
		}
		if day = nil; x.Interval.Days() <= 31 || r.endOf(x.Range) {
			day = x
		}
	}
	if day == nil || !r.toCome(day.Interval) && !r.toCome(rapporteur.On(day.Interval.To)) {
		return nil
	}
	that := *day
	if r.endOf(day.Range) {
		that.Interval.From = that.Interval.To
	}
	that.Range = lang.Range{Start: i + 1, End: end}
	return &that
}
