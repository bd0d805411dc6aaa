package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// deadlines reads dates that somebody sets for something: first those that are
// called so, then those that bind without the word.
func (r *reading) deadlines() {
	var later []int // nouns whose day may be told elsewhere
	for _, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			c := r.clause(i)
			switch {
			case r.isDeadline(i):
				if !r.deadline(i, false) {
					later = append(later, i)
				}
			case c != nil && r.upos(i) == "VERB" && lex().deadlines.Gives[c.verb]:
				r.given(c)
			case c != nil && lex().deadlines.Prolongs[c.verb]:
				r.prolonged(c)
			case c != nil:
				r.passed(c)
				r.lapsing(c)
			}
		}
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Start >= len(r.sent) || r.doc.Sentences[r.sent[x.Start]].Heading || r.deadlineTold(x.Start, x.Interval) {
			continue
		}
		n := len(r.claims)
		if x.Type == timex.DurationType {
			if r.span(x); len(r.claims) == n {
				r.dueWithin(x)
			}
			if len(r.claims) == n && !r.takesHold(x) {
				r.pausedFor(x)
			}
			continue
		}
		if r.takesHold(x) {
			continue
		}
		if r.bound(x, ""); len(r.claims) == n {
			r.heldOpen(x)
		}
		if len(r.claims) == n {
			if r.falling(t); len(r.claims) == n {
				if r.ending(x); len(r.claims) == n {
					r.threatened(x)
				}
				if len(r.claims) == n {
					r.due(x)
				}
				if len(r.claims) == n {
					r.markedDay(x)
				}
				if len(r.claims) == n {
					r.leavesOn(x)
				}
			}
		}
	}
	for i := range r.kids {
		if x := r.thatDay(i); x != nil && !r.deadlineTold(i, x.Interval) {
			r.bound(x, "")
		}
	}
	for _, i := range later {
		r.deadline(i, true)
	}
	r.formerDays()
	r.claims = slices.DeleteFunc(r.claims, r.historic)
}

// deadlineTold reports whether a deadline was read off the predicate that token i belongs to, or
// for the very day from its sentence.
func (r *reading) deadlineTold(i int, day rapporteur.Interval) bool {
	c := r.governor(i)
	return slices.ContainsFunc(r.claims, func(f found) bool {
		if f.Deadline == nil || r.sent[f.head] != r.sent[i] {
			return false
		}
		if !day.IsZero() && f.When == day {
			return true
		}
		g := r.governor(f.head)
		return g == c || g == nil || c == nil || abs(f.head-i) <= 4
	})
}

// isDeadline reports whether token i is a noun for a day by which something must
// be done: "deadline", "closing date", "the date set for …".
func (r *reading) isDeadline(i int) bool {
	l := &lex().deadlines
	if r.upos(i) != "NOUN" && r.upos(i) != "PROPN" || r.timeAt[i] >= 0 || r.upos(i) == "PROPN" && r.typeAt(i) == lang.ORG || r.isTeller(i) {
		return false // a time, or a paper of that name
	}
	lemma := r.lemma(i)
	switch {
	case l.Nouns[lemma]:
		return true
	case lemma == "off" && r.form(i-1) == "-" && r.lower(i-2) == "cut":
		return true // the tokens of "cut-off"
	case lemma == "day": // "the day that Brandt set for the withdrawal"
		return slices.ContainsFunc(r.children(i, "acl"), func(k int) bool {
			x := r.clause(k)
			return x != nil && x.verb == "set" && x.mark != "to" && len(x.with("for")) > 0
		}) && !r.ofMeeting(i)
	case !l.Limits[lemma]:
		return false
	case untimed[lemma] && r.noTime(i):
		return true
	case lemma == "frame" || lemma == "timeframe":
		return false
	}
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "compound", "amod":
			if l.Qualifiers[r.lemma(k)] || l.Qualifiers[r.lower(k)] {
				return !r.ofMeeting(i)
			}
		case "acl": // "29 March, the date set in law for …"
			if x := r.clause(k); lemma == "date" && x != nil && x.verb == "set" {
				return !r.ofMeeting(i)
			}
		}
	}
	c := r.governor(i)
	if c == nil || r.ofMeeting(i) {
		return false
	}
	object, subject := slices.Contains(c.obj, i), slices.Contains(c.subj, i)
	switch r.became(c) {
	case "extended":
		return object || subject
	case "missed":
		return subject || object && c.verb == "miss"
	case "met":
		return lemma == "target" && (object || subject && c.passive)
	case "set": // "a date for the handover had been set, 1 March"
		return lemma == "date" && (object || subject && c.passive) && !c.neg && !r.ofMeeting(c.head) && r.dayNear(i, 9) != nil
	}
	return false
}

// isTeller reports whether the noun at token i names who tells something: "the trade paper Deadline reported".
func (r *reading) isTeller(i int) bool {
	g := r.governor(i)
	return g != nil && r.cue[g.head] && slices.Contains(g.subj, i)
}

// ofMeeting reports whether a date is that of a meeting: "the date of the summit".
func (r *reading) ofMeeting(i int) bool {
	for _, k := range r.kids[i] {
		if l := r.lemma(k); lex().meetings.Nouns[l] || lex().deadlines.Ballots[l] || r.clause(k) != nil && r.clause(k).mark == "to" && r.clause(k).is(lex().meetings.Verbs) {
			return true
		}
	}
	return false
}

// deadline reads what is told of the deadline that token i names, and reports
// whether there was anything to tell. Where its own day is not told beside it, it
// may be the one that the report has told: "the deadline has passed".
func (r *reading) deadline(i int, known bool) bool {
	if r.rel(i) == "compound" && r.head(i) == i+1 && r.upos(i+1) == "NOUN" || r.askedFor(i) || r.compared(i) {
		if f := r.lower(i + 1); r.rel(i) == "compound" && (f == "pass" || f == "lapse" || f == "slip" || f == "slide") {
			r.letPass(i)
		}
		return true // "deadline day"
	}
	d := &rapporteur.DeadlineClaim{State: "set"}
	r.deadlineParts(i, d)
	c := r.moverBefore(i, r.governor(i))
	m := rapporteur.Asserted
	np := r.nounPhrase(i)
	when := r.deadlineDay(i, np, c)
	if c != nil {
		m = r.modality(c.head)
		if moved := r.befell(i, c, d); moved != nil {
			when = moved
		}
		if c.modal == "can" && d.State == "extended" && slices.Contains(append(slices.Clone(c.obj), c.subj...), i) { // "the term, due to end in May, can be extended": it stands for now
			if when = r.timeIn(lang.Range{Start: r.lo[i], End: r.hi[i]}); when == nil {
				return true
			}
			d.State, d.SetBy = "set", rapporteur.Mention{}
		}
		if d.State == "denied" {
			if !lex().deadlines.Nouns[r.lemma(i)] && r.lemma(i) != "limit" && !untimed[r.lemma(i)] {
				return true // "the contract has no expiry date"
			}
			m = rapporteur.Denied
		}
	}
	if when != nil && (m == rapporteur.Conditional || m == rapporteur.Hedged || m == rapporteur.Planned && d.State == "extended" && r.hoped(c)) && d.State != "set" && d.State != "denied" && r.timeIn(np) != nil {
		// "if the 1 March deadline is moved": it stands for now
		d.State, m, when = "set", rapporteur.Asserted, r.timeIn(np)
		d.SetBy = rapporteur.Mention{}
	}
	if slices.ContainsFunc(r.children(i, "amod"), func(k int) bool { return r.lower(k) == "missed" }) && d.State == "set" {
		d.State = "missed"
	}
	claim := rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, Modality: m}
	switch {
	case when != nil:
		if d.State == "set" && c != nil && !(c.perfect && c.past) && c.value(lex().deadlines.States) == "set" {
			when = r.upcoming(when)
		} else if np.Covers(when.Range) {
			when = r.nearestDay(when, c, d.State)
		}
		claim.When = when.Interval
		if r.endOf(when.Range) {
			claim.When.From = claim.When.To
		}
		if r.head(i) >= 0 && r.lemma(r.head(i)) == "eve" && !np.Covers(when.Range) { // "gathered on Sunday, the ultimatum's eve"
			claim.When = rapporteur.Interval{From: claim.When.From.AddDays(1), To: claim.When.To.AddDays(1)}
		}
	case r.reckoned(i) != (rapporteur.Interval{}):
		claim.When = r.reckoned(i)
	case known && r.definite(i) && d.State != "extended":
		claim.When = r.deadlineBefore(i)
	}
	if claim.When.IsZero() && d.State != "denied" {
		return false
	}
	if pub := r.report.Published; (d.State == "missed" || d.State == "met") && !pub.IsZero() && (claim.When.From.After(pub) || c != nil && r.inPresent(c) && !claim.When.To.Before(pub)) {
		d.State = "set" // "the ultimatum runs out on Saturday"
	}
	if d.State == "set" {
		r.deadlineKept(i, d, claim.When)
		if known && d.State == "set" && when == nil && r.reckoned(i).IsZero() {
			return false // nothing new
		}
	}
	switch m {
	case rapporteur.Conditional, rapporteur.Planned:
		if d.State == "met" || d.State == "missed" {
			return true
		}
		if d.State == "set" && m == rapporteur.Planned {
			claim.Modality = rapporteur.Asserted
		}
	case rapporteur.Denied:
		if d.State != "denied" {
			claim.Modality = rapporteur.Asserted
		}
	}
	if c != nil && d.What == "" && len(c.obj) > 0 && c.obj[0] == i {
		for _, k := range r.kids[c.head] { // "set a deadline of Friday for Estrel to accept the plan"
			if x := r.clause(k); x != nil && k > i && (x.mark == "to" || x.mark == "for") && base(r.rel(k)) == "advcl" {
				if a := r.actorsAt(x.subj...); len(a) > 0 && len(d.For) == 0 {
					d.For = mentions(a)
				}
				d.What = r.toBeDone(r.tail(x, r.own(k)))
			}
		}
	}
	if d.What == "" {
		d.What = r.boundFor(i, d.SetBy)
	}
	r.add(i, claim)
	return true
}

// moverBefore returns the clause of the verb that moves the deadline at token i and stands right before it, where the
// tree hung it elsewhere: "has extended | that deadline until 31 October in hope that …"; or else the clause given.
func (r *reading) moverBefore(i int, c *clause) *clause {
	k := r.nounPhrase(i).Start - 1
	if k < r.sentence(i).Start || c != nil && c.head <= i || r.upos(k) != "VERB" {
		return c
	}
	x := r.clause(k)
	if x == nil || r.became(x) == "" || x.passive || len(x.obj) > 0 {
		return c
	}
	own := *x
	own.obj = []int{i}
	return &own
}

// letPass reads "let the midnight deadline pass", where the tree takes the two for one noun.
func (r *reading) letPass(i int) {
	when := r.deadlineBefore(i)
	if t := r.timeIn(r.nounPhrase(i + 1)); t != nil {
		when = r.clockOf(r.nearestDay(t, nil, "missed")).Interval
	}
	if !when.IsZero() {
		r.add(i, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: &rapporteur.DeadlineClaim{State: "missed"}, When: when, Modality: rapporteur.Asserted})
	}
}

// deadlineParts reads who set a deadline, for whom and for what off its own words.
func (r *reading) deadlineParts(i int, d *rapporteur.DeadlineClaim) {
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "nmod":
			if r.rel(k) == "nmod:poss" {
				if a := r.actorsAt(k); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
				continue
			}
			if r.caseOf(k) == "for" && r.timeAt[k] < 0 {
				if a := r.actorsAt(k); len(a) > 0 {
					d.For = mentions(a)
				} else if d.What == "" {
					d.What = r.toBeDone(r.own(k))
				}
			}
		case "acl":
			x := r.clause(k)
			if x == nil {
				continue
			}
			if x.mark == "to" || x.mark == "for" {
				if a := r.actorsAt(x.subj...); len(a) > 0 && len(d.For) == 0 {
					d.For = mentions(a)
				}
				d.What = r.toBeDone(r.tail(x, r.own(k)))
			}
			if v := x.value(lex().deadlines.States); x.mark != "to" && x.mark != "for" && (v == "set" || x.verb == "agree") {
				if a := r.actorsAt(append(slices.Clone(x.agent), x.subj...)...); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
			}
		case "compound":
			if a, ok := r.actorAt(k); ok && a.Kind != rapporteur.Group && d.SetBy.Name == "" && r.upos(k) == "PROPN" && r.timeAt[k] < 0 && (r.typeAt(k) == lang.PER || r.typeAt(k) == lang.ORG && r.known_(k) || r.isState(r.form(k))) {
				d.SetBy = a.Mention
			}
		}
	}
}

// untilDay are the words before the day to which something is put off.
var untilDay = words{"to": true, "until": true, "till": true, "by": true, "of": true, "for": true, "through": true}

// deadlineDay returns the day of a deadline where it is told beside it.
func (r *reading) deadlineDay(i int, np lang.Range, c *clause) *timex.Time {
	when := r.timeIn(np)
	if given := r.allowed(np, c); given != nil {
		return given
	}
	if k := np.Start - 2; when == nil && k >= 0 && r.form(k+1) == "," && r.timeAt[k] >= 0 {
		return r.clockOf(&r.times[r.timeAt[k]]) // "at noon, the deadline that they had set on Sunday"
	}
	if when == nil {
		if when = r.timeBelow(i); when != nil && r.whenSet(when) {
			return nil
		}
	}
	for _, k := range r.children(i, "acl") { // "the deadline set for 29 March"
		if x := r.clause(k); when == nil && x != nil && r.became(x) == "set" {
			when = r.timeBelow(k)
		}
	}
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "nmod" && r.caseOf(k) == "of" && r.timeAt[k] >= 0 && when == nil {
			when = &r.times[r.timeAt[k]]
		}
	}
	if when == nil && c != nil && (slices.Contains(c.obj, i) || slices.Contains(c.subj, i) || c.head == i) {
		when = r.timeBelow(c.head)
	}
	if when == nil && r.lemma(i) != "date" && !r.measured(i) {
		reach := 9
		if c != nil && slices.Contains(c.obj, i) && r.became(c) == "extended" {
			reach = 14 // "moved the cutoff for hearing every witness on both banks of the river until June"
		}
		when = r.dayNear(i, reach)
		if h := r.head(i); when != nil && h >= 0 && lex().measures.Extensions[r.lemma(h)] && !untilDay[r.lower(when.Start-1)] {
			return nil // "the cutoff's prolongation, made public on Sunday": the day of the news
		}
	}
	if when != nil && c != nil && !np.Covers(when.Range) && r.whenDone(when, c, i) {
		return nil
	}
	if when != nil && (when.Interval.IsZero() || when.Interval.Days() > 31 && !r.endOf(when.Range)) {
		return nil // "the deadline for the 2031 pact"
	}
	return when
}

// measured reports whether a deadline is what another day is reckoned from:
// "on 21 March, eight days before the deadline".
func (r *reading) measured(i int) bool {
	switch r.caseOf(i) {
	case "before", "after", "ahead", "ahead of", "since", "from":
		return true
	}
	return r.lower(max(0, r.nounPhrase(i).Start-1)) == "of" && r.lower(max(0, r.nounPhrase(i).Start-2)) == "ahead"
}

// compared reports whether a deadline is told only by comparing it with another:
// "a much longer deadline than 30 June".
func (r *reading) compared(i int) bool {
	some, more := false, false
	for _, k := range r.kids[i] {
		some = some || r.rel(k) == "det" && (r.lower(k) == "a" || r.lower(k) == "an" || r.lower(k) == "another")
		switch r.lower(k) {
		case "longer", "shorter", "later", "earlier", "tighter", "different":
			more = true
		}
	}
	return some && more
}

// definite reports whether a deadline is one that was spoken of.
func (r *reading) definite(i int) bool {
	for _, k := range r.kids[i] {
		if r.rel(k) == "nmod:poss" || base(r.rel(k)) == "det" && (r.lower(k) == "the" || r.lower(k) == "that" || r.lower(k) == "this") {
			return true
		}
	}
	return false
}

// deadlineBefore returns the day of the deadline that was told last before token i.
func (r *reading) deadlineBefore(i int) rapporteur.Interval {
	var when rapporteur.Interval
	at := -1
	for _, f := range r.claims {
		if f.Deadline != nil && f.head < i && f.head > at && !f.When.IsZero() && f.Deadline.State != "denied" {
			when, at = f.When, f.head
		}
	}
	return when
}
