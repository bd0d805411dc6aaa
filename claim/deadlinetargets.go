package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// markedDay reads days that are named a limit, or bring one, in words of other kinds: "the target is
// 3 June", "set the end of May as a target", "the pact lapses on 1 July", "tariffs starting 1 August".
func (r *reading) markedDay(x *timex.Time) {
	pub := r.report.Published
	if pub.IsZero() || x.Interval.IsZero() || x.Interval.Days() > 31 && !r.endOf(x.Range) {
		return
	}
	s := r.sentence(x.Start)
	for _, rule := range []func(*timex.Time, lang.Range) bool{r.isTarget, r.asTarget, r.lapses, r.fallsDue, r.expiry, r.sitsUntil, r.runsDry, r.breaksOff, r.dutyOn, r.pauseFrom, r.endsWhen, r.byThen, r.aloneWhen, r.beyond} {
		if rule(x, s) {
			return
		}
	}
}

// mark makes a deadline of a day that a rule found.
func (r *reading) mark(x *timex.Time, state, what string, who []actor) bool {
	d := &rapporteur.DeadlineClaim{State: state, What: what}
	if len(who) > 0 && who[0].Kind != rapporteur.Outlet {
		d.SetBy = who[0].Mention
	}
	r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: r.lastDay(x), Modality: rapporteur.Asserted})
	return true
}

// comingDay returns the day, a weekday that the tense put into the past moved into the days to come;
// nil where it is over.
func (r *reading) comingDay(x *timex.Time) *timex.Time {
	day := r.comingYear(r.upcoming(x))
	if day.Interval.To.Before(r.report.Published) {
		return nil
	}
	return day
}

// wordBefore returns the first token before token i that is no word of a time and none of some others.
func (r *reading) wordBefore(i, from int) int {
	for k := i - 1; k >= from; k-- {
		if f := r.lower(k); r.timeAt[k] < 0 && !r.ofTime(k) && r.upos(k) != "DET" && (r.upos(k) != "ADV" || f == "not" || f == "n't") && f != "for" && f != "as" && f != "," {
			return k
		}
	}
	return -1
}

// dayNoun returns the noun within some words that names a day by which something must be done,
// -1 for none: "target", "the last day for", "the date for leaving".
func (r *reading) dayNoun(words lang.Range) int {
	l := &lex().deadlines
	for k := words.End - 1; k >= words.Start; k-- {
		lemma := r.lemma(k)
		switch {
		case r.form(k) == ";" || r.form(k) == ":":
			return -1
		case r.upos(k) != "NOUN" || r.timeAt[k] >= 0 && lemma != "day":
		case lemma == "target" || lemma == "goal" || lemma == "limit" || l.Nouns[lemma] || lemma == "clock":
			if next := r.lower(min(k+1, words.End)); lemma != "target" && lemma != "goal" || !r.ofMeeting(k) && next != "of" || r.lower(min(k+2, words.End)) != "number" {
				return k
			}
		case r.pointsAt(k):
			return k
		case lemma == "date":
			q := r.lemma(max(k-1, 0))
			next := r.lower(min(k+1, words.End))
			if l.Qualifiers[q] || q == "working" || q == "realistic" || (next == "for" || next == "of" || next == "that" || next == "by") && !r.ofMeeting(k) && r.lower(min(k+2, words.End)) != "birth" {
				return k
			}
		}
	}
	return -1
}

// pointsAt reports whether the noun at token k names a time up to or from which something is done: "the
// day on which …", "the moment by which …", "the point of no return", "the last possible moment for".
func (r *reading) pointsAt(k int) bool {
	switch r.lemma(k) {
	case "day", "date", "moment", "point", "hour", "time", "chance", "opportunity", "night", "morning", "weekend", "month", "week":
	default:
		return false
	}
	last := len(r.kids) - 1
	next, third := r.lower(min(k+1, last)), r.lower(min(k+2, last))
	if next == "of" && third == "no" {
		return true
	}
	f := r.lower(max(k-1, 0))
	if f == "possible" || f == "feasible" || f == "conceivable" || f == "practical" {
		f = r.lower(max(k-2, 0))
	}
	if f == "last" || f == "final" || f == "latest" {
		return true
	}
	switch l := r.lemma(k); {
	case l == "chance" || l == "opportunity" || l == "month" || l == "week" || l == "weekend" || l == "night" || l == "morning":
		return false
	case third == "which":
		return next == "on" || next == "by" || next == "after" || next == "before" || next == "from" || next == "at" || next == "until" || next == "beyond" || next == "past"
	case l == "point" || l == "time":
		return false
	}
	c := r.governor(k)
	for _, j := range r.children(k, "acl", "acl:relcl") {
		c = r.clause(j)
	}
	return c != nil && c.head > k && (next == "when" || next == "that" || c.modal == "must" || c.modal == "will") && !c.past && !c.perfect && !c.is(lex().meetings.Verbs)
}

// verbBefore returns the word that stands close before a day, over a particle, -1 for none.
func (r *reading) verbBefore(x *timex.Time, s lang.Range, particle string) int {
	k := r.wordBefore(x.Start, s.Start)
	if k > s.Start && r.lower(k) == particle {
		k--
	}
	if x.Start-k > 6 {
		return -1
	}
	return k
}

// isTarget reads "the date for leaving remains 31 October", "she is sticking to 6 p.m. on Friday".
func (r *reading) isTarget(x *timex.Time, s lang.Range) bool {
	k := r.verbBefore(x, s, "to")
	if k < 0 {
		return false
	}
	if r.upos(k) == "NOUN" {
		return r.aimAt(x, k)
	}
	neg := r.group(k, s.Start).neg || r.lower(k+1) == "not" || r.lower(k+1) == "n't"
	switch r.lemma(k) {
	case "be", "remain", "stay", "say", "stand", "read", "become", "fall", "'s":
	case "stick", "target", "eye", "shoot", "aim":
		if neg || r.upos(k) != "VERB" || r.comingDay(x) == nil {
			return false
		}
		c := r.clause(k)
		if c == nil || len(c.subj) == 0 {
			return false
		}
		return r.mark(r.comingDay(x), "set", r.toBeDone(lang.Range{Start: x.End, End: r.listEnd(x.End)}), r.actorsOrMeant(c.subj))
	default:
		return false
	}
	i := r.dayNoun(lang.Range{Start: max(s.Start, k-12), End: k})
	if i < 0 || neg || r.cue[k] && r.lemma(i) != "clock" {
		return false
	}
	d := &rapporteur.DeadlineClaim{}
	r.deadlineParts(i, d)
	return r.mark(x, "set", r.toBeDone(lang.Range{Start: r.nounPhrase(i).Start, End: k}), r.makers(i))
}

// aimAt reads "put the aim at the end of the year", of the noun at token k.
func (r *reading) aimAt(x *timex.Time, k int) bool {
	l := &lex().deadlines
	c, f := r.governor(k), r.lower(k+1)
	if lemma := r.lemma(k); !l.Aims[lemma] && !l.Limits[lemma] && !l.Nouns[lemma] || f != "at" && f != "for" && f != "as" || c == nil || c.neg || !slices.Contains(c.obj, k) {
		return false
	}
	day := r.comingDay(x)
	return day != nil && (r.became(c) == "set" || c.verb == "peg" || c.verb == "place") && r.mark(day, "set", r.toBeDone(r.nounPhrase(k)), r.actorsOrMeant(c.subj))
}

// asTarget reads "set the end of May as a target", "1 June, the last day for replies", "the 1 May target".
func (r *reading) asTarget(x *timex.Time, s lang.Range) bool {
	k := x.End
	if k >= s.End {
		return false
	}
	f := r.lower(k)
	if f == "as" || f == "," || f == "is" || f == "was" || f == "remains" || f == "(" || f == "–" || f == "—" {
		k++
	} else if l := r.lemma(k); l != "target" && l != "goal" && l != "cut-off" && l != "cutoff" {
		return false
	}
	if f == "is" || f == "was" || f == "remains" { // "is now regarded as the last day"
		for j := k; j < min(k+4, s.End); j++ {
			if r.lower(j) == "as" {
				k = j + 1
			}
		}
	}
	end := k
	for end < min(k+6, s.End) && (r.upos(end) == "DET" || r.upos(end) == "ADJ" || r.upos(end) == "NOUN" || r.upos(end) == "PRON" || r.upos(end) == "ADV" || r.lower(end) == "last") {
		end++
	}
	i := r.dayNoun(lang.Range{Start: k, End: end})
	if i < 0 || f == "," && r.lower(k) != "the" && r.lower(k) != "a" && r.lower(k) != "its" && r.lower(k) != "their" {
		return false
	}
	day := x
	if g := r.governor(x.Start); f == "as" && g != nil && !g.past {
		day = r.upcoming(x)
	}
	who := r.makers(i)
	if g := r.governor(r.top(x.Range)); f == "as" && g != nil && !g.passive {
		if g.neg || g.verb == "describe" || g.verb == "remember" || g.verb == "recall" || g.verb == "celebrate" || g.verb == "observe" {
			return false
		}
		who = r.actorsOrMeant(g.subj)
	}
	if f == "as" && len(who) == 0 { // "set 17 June as the day on which …", the day hung elsewhere
		if v := r.verbBefore(x, s, ""); v >= 0 && r.upos(v) == "VERB" && r.clause(v) != nil && !r.clause(v).passive {
			who = r.actorsOrMeant(r.clause(v).subj)
		}
	}
	from := i + 1
	switch last := s.End - 1; {
	case r.lower(min(from+1, last)) == "which":
		from += 2
	case r.lower(min(from, last)) == "when" || r.lower(min(from, last)) == "that":
		from++
	case r.lower(min(from+1, last)) == "no": // "the point of no return"
		from = i
	}
	what := r.toBeDone(lang.Range{Start: from, End: r.listEnd(i)})
	if what == "" {
		what = r.toBeDone(lang.Range{Start: k, End: end})
	}
	return r.mark(day, "set", what, who)
}

// lapses reads what ends of itself on a day, and what ended so: "covers 40,000 drivers and expires
// on 31 July", "the agreement expired on Saturday", "the moratorium will be over on 1 September".
func (r *reading) lapses(x *timex.Time, s lang.Range) bool {
	l := &lex().deadlines
	k := r.wordBefore(x.Start, s.Start)
	if k < 0 || x.Start-k > 8 {
		return false
	}
	f := r.lower(k)
	if next := r.lower(k + 1); r.lemma(k) == "be" && (next == "over" || next == "up") {
		k, f = k+1, next // taken for an adverb
	} else if f == "table" && k > s.Start+2 && r.lower(k-2) == "off" && r.lemma(k-3) == "be" {
		k, f = k-2, "over" // "off the table"
	}
	over := (f == "over" || f == "up" || f == "dead" || f == "void") && k > s.Start && r.lemma(k-1) == "be"
	out := f == "out" && k > s.Start && r.lemma(k-1) == "run"
	if over || out {
		k--
	}
	noun := r.upos(k) == "NOUN" && (f == "lapses" || f == "expires" || k > s.Start && r.lower(k-1) == "to")
	end := over || out || (r.upos(k) == "VERB" || noun) && (l.Endings[r.lemma(k)] || noun && l.Endings[strings.TrimSuffix(f, "s")]) && r.lemma(k) != "run" && r.lemma(k) != "fall"
	g := r.group(k, s.Start)
	if !end || g.neg || g.modal == "may" || g.modal == "might" || g.modal == "could" || r.underIf(k, s) {
		return false
	}
	who := -1
	for j := k - 1; j >= s.Start && j > k-24; j-- {
		if r.form(j) == ";" {
			return false
		}
		if (r.upos(j) == "NOUN" || r.upos(j) == "PROPN") && r.timeAt[j] < 0 && (r.isTextNoun(j) || l.Pauses[r.lemma(j)] || l.Standing[r.lemma(j)] || l.Nouns[r.lemma(j)]) && r.caseOf(j) != "under" {
			if who = j; r.rel(j) == "nsubj" || r.rel(j) == "nsubj:pass" {
				break
			}
		}
	}
	if who < 0 || r.lemma(who) == "time" && !over || lex().deadlines.Passing[r.lemma(who)] && !r.ofMission(who) && r.lemma(who) != "mandate" || r.lemma(who) == "mandate" && r.ofIncumbent(who) {
		return false
	}
	last := k + 1
	if over || out {
		last++
	}
	name := r.toBeDone(r.nounPhrase(who)) + " " + r.doc.Words(lang.Range{Start: k, End: last})
	if tag := r.doc.Tokens[k].XPOS; tag == "VBD" || tag == "VBN" && !g.has("be") || g.has("have") {
		day, pub := r.nearestDay(x, nil, "missed"), r.report.Published
		if r.lemma(who) == "period" || day.Interval.To.After(pub) || pub.Sub(day.Interval.To) > 60 {
			return false
		}
		return r.mark(day, "missed", name, nil)
	}
	if day := r.comingDay(x); day != nil {
		return r.mark(day, "set", name, nil)
	}
	return false
}

// ofIncumbent reports whether a mandate is that of one who is in office.
func (r *reading) ofIncumbent(i int) bool {
	return !r.ofMission(i) && slices.ContainsFunc(r.children(i, "nmod", "nmod:poss"), func(k int) bool {
		p := r.caseOf(k)
		return r.doc.Tokens[k].XPOS == "NN" && (p == "of" || p == "'s" || p == "") || r.typeAt(k) == lang.PER
	})
}

// fallsDue reads "the first instalment falls due on 15 June".
func (r *reading) fallsDue(x *timex.Time, s lang.Range) bool {
	l := &lex().deadlines
	k := r.wordBefore(x.Start, s.Start)
	if k <= s.Start || x.Start-k > 3 || r.lower(k) != "due" && r.lower(k) != "payable" || r.group(k, s.Start).neg {
		return false
	}
	for j := k - 1; j >= s.Start && j > k-10; j-- {
		if r.upos(j) == "NOUN" && (l.Dues[r.lemma(j)] || r.isTextNoun(j)) {
			if day := r.comingDay(x); day != nil {
				return r.mark(day, "set", r.toBeDone(lang.Range{Start: r.nounPhrase(j).Start, End: k + 1}), nil)
			}
		}
	}
	return false
}

// expiry reads "the expiry of the pact on 30 June", "the 30 June expiry of the pact".
func (r *reading) expiry(x *timex.Time, s lang.Range) bool {
	is := func(k int) bool {
		l := r.lemma(k)
		return r.upos(k) == "NOUN" && (l == "expiry" || l == "expiration" || l == "lapse" || l == "termination")
	}
	if x.End < s.End && is(x.End) {
		return r.mark(x, "set", r.toBeDone(r.own(x.End)), nil)
	}
	for k := x.Start - 1; k >= s.Start && k > x.Start-10; k-- {
		if u := r.upos(k); u == "VERB" || u == "AUX" || u == "PUNCT" {
			return false
		}
		if is(k) {
			return r.mark(x, "set", r.toBeDone(lang.Range{Start: k, End: x.Start}), nil)
		}
	}
	return false
}

// sitsUntil reads when talks are to end: "the conference is scheduled to close on 11 June".
func (r *reading) sitsUntil(x *timex.Time, s lang.Range) bool {
	k := r.verbBefore(x, s, "up")
	if k < 0 {
		return false
	}
	switch r.lemma(k) {
	case "end", "close", "conclude", "finish", "wrap", "wind", "wound", "terminate":
	default:
		return false
	}
	g := r.group(k, s.Start)
	c := r.clause(k)
	to := g.to > s.Start && (r.lemma(g.to-1) == "be" || slices.Contains([]string{"due", "scheduled", "set", "supposed", "slated", "meant"}, r.lower(g.to-1)))
	if g.neg || c == nil || !to && !(g.modal == "should" && g.has("have")) {
		return false
	}
	for j := k - 1; j >= s.Start && j > k-12; j-- {
		if r.upos(j) == "NOUN" && lex().deadlines.Sessions[r.lemma(j)] {
			if x.Interval.To.Before(r.report.Published.AddDays(-14)) {
				return false
			}
			return r.mark(x, "set", r.toBeDone(lang.Range{Start: j, End: x.Start}), nil)
		}
	}
	return false
}

// runsDry reads the day on which something may give out: "could run out of cash as early as 1 June".
func (r *reading) runsDry(x *timex.Time, s lang.Range) bool {
	day := r.comingDay(x)
	if day == nil {
		return false
	}
	for k := x.Start; k >= s.Start && k > x.Start-18; k-- {
		f, lemma := r.lower(k), r.lemma(k)
		switch {
		case f == ";":
			return false
		case lemma == "unable" || lemma == "default" || lemma == "insolvent" || lemma == "bankrupt" || lemma == "exhaust" || lemma == "run" && (r.lower(min(k+1, s.End-1)) == "out" || r.lower(min(k+1, s.End-1)) == "dry" || r.lower(min(k+1, s.End-1)) == "short"):
			if g := r.group(k, s.Start); g.neg || x.Start-k > 12 || r.doc.Tokens[k].XPOS == "VBD" {
				return false
			}
			return r.mark(day, "set", r.toBeDone(lang.Range{Start: k, End: x.Start}), nil)
		}
	}
	return false
}

// breaksOff reads what comes about on a day if nothing is done, along the line: a stoppage that
// begins ("the strike would begin at 12:01 a.m."), an offer or talks that somebody will end.
func (r *reading) breaksOff(x *timex.Time, s lang.Range) bool {
	l := &lex().deadlines
	day := r.comingDay(x)
	if day == nil || day.Interval.Days() > 3 {
		return false
	}
	for k := x.Start - 1; k >= s.Start && k > x.Start-10; k-- {
		if r.form(k) == ";" {
			return false
		}
		if r.upos(k) != "VERB" {
			continue
		}
		g, lemma := r.group(k, s.Start), r.lemma(k)
		c := r.clause(k)
		will := g.modal == "will" || g.modal == "would" || g.to > 0
		if g.neg || c == nil || r.underIf(k, s) || g.hedged || r.cue[k] {
			return false
		}
		subject := func(set words) bool {
			return slices.ContainsFunc(c.subj, func(h int) bool { return set[r.lemma(h)] || set[r.lower(h)] })
		}
		object := func(set words) bool {
			return slices.ContainsFunc(c.obj, func(h int) bool { return set[r.lemma(h)] })
		}
		switch {
		case (lemma == "begin" || lemma == "start" || lemma == "come") && subject(l.Stoppages) && (will || r.threatens(s)),
			(lemma == "withdraw" || lemma == "rescind" || lemma == "pull") && will && (subject(l.Standing) || object(l.Standing)),
			(lemma == "shut" || lemma == "close" || lemma == "end" || lemma == "break" || lemma == "call" || lemma == "abandon" || lemma == "suspend") && will && object(l.Sessions),
			r.threatens(s) && (will || g.to > 0) && r.impelsBefore(k, s.Start, 8) >= 0:
			who := []actor(nil)
			if !c.passive && !subject(l.Stoppages) {
				who = r.actorsOrMeant(c.subj)
			}
			return r.mark(day, "set", r.event(k, k, x), who)
		}
		return false
	}
	return false
}

// dutyOn reads what somebody must do on a day that is set for it: "is to hand over power on 1 October".
func (r *reading) dutyOn(x *timex.Time, s lang.Range) bool {
	day := r.comingDay(x)
	if day == nil || day.Interval.Days() > 3 || r.prepBefore(x.Start, s.Start) != "on" {
		return false
	}
	for k := x.Start - 1; k >= s.Start && k > x.Start-10; k-- {
		if r.upos(k) != "VERB" {
			continue
		}
		g := r.group(k, s.Start)
		must := g.modal == "must" || g.modal == "shall" || g.to > s.Start && r.lemma(g.to-1) == "be"
		if !must || g.neg || !lex().deadlines.Duties[r.lemma(k)] || r.underIf(k, s) {
			return false
		}
		d := &rapporteur.DeadlineClaim{State: "set", What: r.toBeDone(lang.Range{Start: k, End: x.Start})}
		if c := r.clause(k); c != nil && !c.passive {
			d.For = mentions(r.actorsAt(c.subj...))
		}
		r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: day.Interval, Modality: rapporteur.Asserted})
		return true
	}
	return false
}

// pauseFrom reads when a pause of some length ends that began on a day: "the 45-day truce that
// began on 1 May", "was extended for another 30 days on 10 May".
func (r *reading) pauseFrom(x *timex.Time, s lang.Range) bool {
	l := &lex().deadlines
	k := r.wordBefore(x.Start, s.Start)
	if k < 0 || !x.Interval.Exact() || r.prepBefore(x.Start, s.Start) != "on" && !weekdays[r.lower(x.Start)] {
		return false
	}
	for t := range r.times {
		y := &r.times[t]
		n := durationDays(y.Value)
		if y.Type != timex.DurationType || n < 2 || y.Start < s.Start || y.End > x.Start || x.Start-y.End > 9 {
			continue
		}
		pause, moved := -1, false
		for j := y.End; j < min(y.End+3, x.Start); j++ {
			if r.upos(j) == "NOUN" && (l.Pauses[r.lemma(j)] || r.lemma(j) == "period" || r.lemma(j) == "state") {
				pause = j
			}
		}
		for j := y.Start - 1; j >= s.Start && j > y.Start-5; j-- {
			moved = moved || l.Prolongs[r.lemma(j)] && !r.group(j, s.Start).neg
		}
		starts := false
		for j := y.End; j < x.Start; j++ {
			switch r.lemma(j) {
			case "begin", "start", "take", "enter", "come":
				starts = true
			}
		}
		if !moved && (pause < 0 || !starts) {
			continue
		}
		from := r.nearestDay(x, nil, "missed").Interval.From
		if x.Interval.From.After(r.report.Published) {
			from = x.Interval.From
		}
		d := &rapporteur.DeadlineClaim{State: "set", What: r.toBeDone(lang.Range{Start: y.Start, End: x.Start})}
		if moved {
			d.State = "extended"
		}
		r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: rapporteur.On(from.AddDays(n)), Modality: rapporteur.Asserted})
		return true
	}
	return false
}
