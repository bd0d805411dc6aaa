package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// How the sentences around an encounter tell of it: who "the two" are, on which
// day somebody spoke after it, how long "it" lasted.

// spokeTogether reads "Marrow and Holt then spoke alone", "the two talked for half
// an hour": words between people that are a meeting by their length, or because
// nobody else was there.
func (r *reading) spokeTogether(c *clause) *encounter {
	if c.passive || c.neg || len(c.comp) > 0 {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true}
	r.fill(e, c.head)
	if e.minutes == 0 && !r.alone(c) && !r.onMargins(c) {
		return nil
	}
	e.who = append(r.subjects(c), r.people(c.with("with", "to")...)...)
	e.known = slices.ContainsFunc(c.subj, r.bothThere)
	if e.who = distinct(e.who); len(e.who) < 2 && e.known {
		e.who = r.both(c.head)
	}
	if len(e.who) == 1 && len(c.subj) > 0 && c.subj[0] < c.head { // the other hung on the name: "Norvana's envoy Ilse Marrow and Estrel's Rena Holt"
		e.who = distinct(append(e.who, r.amid(r.lo[c.subj[0]]-1, c.head)...))
	}
	if people := slices.ContainsFunc(e.who, func(a actor) bool { return a.Kind == rapporteur.Person }); !people || len(e.who) < 2 {
		return nil
	}
	e.when, _ = r.when(c.head)
	e.state, e.modality = r.verbState(c, e.when)
	if e.state == rapporteur.MeetingHeld && e.when.IsZero() {
		e.when = r.thereupon(e)
	}
	return e
}

// onMargins reports whether people speak beside a larger gathering: "talked on the margins of the summit".
func (r *reading) onMargins(c *clause) bool {
	for k := c.head + 1; k+2 < min(c.head+8, r.sentence(c.head).End); k++ {
		if lex().meetings.Margins[r.lemma(k)] && r.lemma(k) != "time" && r.lower(k-1) == "the" && r.lower(k-2) == "on" && r.lower(k+1) == "of" {
			return true
		}
	}
	return false
}

// alone reports whether a clause says that people were by themselves.
func (r *reading) alone(c *clause) bool {
	for k := c.head + 1; k < min(c.head+4, r.sentence(c.head).End); k++ {
		switch r.lower(k) {
		case "alone", "privately", "face-to-face", "one-on-one", "tête-à-tête":
			return true
		case "in", "face":
			if f := r.lower(min(k+1, len(r.kids)-1)); f == "private" || f == "to" && r.lower(min(k+2, len(r.kids)-1)) == "face" {
				return true
			}
		}
	}
	return false
}

// bothThere reports whether a subject is a word for two people: "they", "the two", "both men".
func (r *reading) bothThere(i int) bool {
	switch r.lower(i) {
	case "they", "two", "both", "pair":
		return true
	}
	n := r.child(i, "nummod", "det")
	if n < 0 {
		return false
	}
	for _, k := range r.kids[i] {
		if f := r.lower(k); (f == "two" || f == "both") && (lex().actors.Persons[r.lemma(i)] || r.lemma(i) == "man" || r.lemma(i) == "woman") {
			return true
		}
	}
	return false
}

// thereupon returns the day of an encounter that goes on from what was told last:
// that of the meeting before it, where it was "then" or "later"; else the only day
// of the sentence before, where the two are who that sentence tells of.
func (r *reading) thereupon(e *encounter) rapporteur.Interval {
	for _, k := range r.kids[e.head] {
		switch r.lower(k) {
		case "then", "later", "afterwards", "afterward", "thereafter", "meanwhile", "also", "again":
			if last := r.meetingBefore(e.head); last >= 0 && r.sent[e.head]-r.sent[r.claims[last].head] <= 3 && stageOf(r.claims[last].Meeting.State) == took && r.claims[last].When.Exact() {
				return r.claims[last].When
			}
		}
	}
	if s := r.sent[e.head]; e.known && s > 0 {
		day := rapporteur.Interval{}
		for t := range r.times {
			x := &r.times[t]
			if r.sent[min(x.Start, len(r.sent)-1)] != s-1 || !x.Interval.Exact() {
				continue
			}
			if !day.IsZero() && day != x.Interval {
				return rapporteur.Interval{}
			}
			day = x.Interval
		}
		if pub := r.report.Published; !day.IsZero() && !pub.IsZero() && !day.From.After(pub) {
			return day
		}
	}
	return rapporteur.Interval{}
}

// itLasted reads how long "it" took: the meeting told last, if one was.
func (r *reading) itLasted(c *clause) *encounter {
	switch c.verb {
	case "last", "go", "run", "drag", "continue", "take", "stretch":
	case "stay", "remain", "emerge":
		return r.stayedThere(c)
	default:
		over := slices.ContainsFunc(r.kids[c.head], func(k int) bool { return k < c.head && r.lower(k) == "over" && r.upos(k-1) == "AUX" })
		if !c.copula || r.lower(c.head) != "over" && r.lower(c.head) != "done" && !(over && r.timeAt[c.head] >= 0) {
			return nil // but "It was over within 25 minutes"
		}
	}
	one := slices.ContainsFunc(c.subj, r.oneOfThem)
	if c.neg || c.passive || !one && !slices.ContainsFunc(c.subj, r.spokenOfBefore) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, known: true}
	if one {
		e.when, _ = r.when(c.head)
		e.who = r.metBefore(c.head)
	}
	r.fill(e, c.head)
	if e.minutes == 0 || len(c.obj) > 0 && !slices.ContainsFunc(c.obj, func(o int) bool { return r.timeAt[o] >= 0 }) {
		return nil
	}
	e.place = ""
	e.state, e.modality = r.verbState(c, e.when)
	if stageOf(e.state) != took {
		return nil
	}
	return e
}

// stayedThere reads for how long one of those who met stayed, told right behind the meeting: "She stayed for an hour and
// left by a side door."
func (r *reading) stayedThere(c *clause) *encounter {
	at := r.meetingBefore(c.head)
	if c.neg || c.modal != "" || c.passive || !c.past || at < 0 || r.sent[c.head]-r.sent[r.claims[at].head] != 1 || stageOf(r.claims[at].Meeting.State) != took {
		return nil
	}
	there := r.claims[at].Meeting.Participants
	who := r.subjects(c)
	if len(who) != 1 || len(there) < 2 || !knows(there, who[0].Mention) || r.placeTold(r.sentence(c.head)) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, known: true, state: rapporteur.MeetingHeld, modality: rapporteur.Asserted}
	for _, m := range there {
		e.who = append(e.who, actor{Mention: m, token: c.head})
	}
	r.fill(e, c.head)
	if e.place = ""; e.minutes == 0 {
		return nil
	}
	return e
}

// spokenOfBefore reports whether a subject is a word for the encounter told last: "it",
// or "the conversation", of which nothing else is told.
func (r *reading) spokenOfBefore(s int) bool {
	switch r.lower(s) {
	case "it", "this", "that", "which":
		return r.upos(s) == "PRON"
	}
	switch r.lemma(s) {
	case "call":
		return r.upos(s) == "NOUN" && r.pointed(s) && (len(r.ownWho(s)) == 0 || r.lower(min(s+1, len(r.kids)-1)) == "to")
	case "conversation", "exchange", "dialogue", "chat", "audience":
		return r.upos(s) == "NOUN" && r.pointed(s) && len(r.ownWho(s)) == 0
	}
	return r.appointment(s)
}

// oneOfThem reports whether a subject is one of several encounters that were told before: "the
// last of them", "the longest of the sessions".
func (r *reading) oneOfThem(s int) bool {
	switch f := r.lower(s); {
	case f == "last" || f == "latest" || ordinal(f) || f == "longest" || f == "shortest":
	default:
		return false
	}
	return slices.ContainsFunc(r.children(s, "nmod"), func(k int) bool {
		return r.caseOf(k) == "of" && (r.lower(k) == "them" || r.lower(k) == "these" || r.lower(k) == "those" || r.isEncounter(k))
	})
}

// appointment reports whether a subject is an appointment that was told before.
func (r *reading) appointment(s int) bool {
	return r.lemma(s) == "appointment" && r.upos(s) == "NOUN" && r.pointed(s) && r.child(s, "nmod") < 0
}

// itWasOff reads "that appointment has been scrapped".
func (r *reading) itWasOff(c *clause) *encounter {
	if c.neg || c.modal != "" || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, known: true, state: rapporteur.MeetingCancelled, modality: rapporteur.Asserted}
	return e
}

// dayOfTelling returns the day on which somebody said something "after a meeting",
// which is the meeting's. It stands with the telling, or with what the same voice said before.
func (r *reading) dayOfTelling(c *clause) rapporteur.Interval {
	if !lex().speech.Verbs[c.verb] || r.modality(c.head) != rapporteur.Asserted {
		return rapporteur.Interval{}
	}
	day := func(c *clause) rapporteur.Interval {
		var best *timex.Time
		for t := range r.times {
			x := &r.times[t]
			if r.sent[min(x.Start, len(r.sent)-1)] != r.sent[c.head] || !x.Interval.Exact() || abs(x.Start-c.head) > 14 || !r.hangsOn(r.top(x.Range), c.head) {
				continue
			}
			if best == nil || abs(x.Start-c.head) < abs(best.Start-c.head) {
				best = x
			}
		}
		if best == nil {
			return rapporteur.Interval{}
		}
		return best.Interval
	}
	if d := day(c); !d.IsZero() || len(c.subj) == 0 {
		return d
	}
	who := r.entity[c.subj[0]]
	if who < 0 {
		return rapporteur.Interval{}
	}
	first := r.sentence(c.head).Start
	for n := len(r.clauses) - 1; n >= 0; n-- {
		b := &r.clauses[n]
		if b.head >= first || r.sent[c.head]-r.sent[b.head] > 3 || !lex().speech.Verbs[b.verb] || len(b.subj) == 0 || r.entity[b.subj[0]] != who {
			continue
		}
		return day(b)
	}
	return rapporteur.Interval{}
}

// toldAtEnd gives talks the day of what was said "after talks with the ministry ended": whoever
// said it is the other side where only the one is told.
func (r *reading) toldAtEnd(e *encounter) {
	g := r.governor(e.head)
	if e.state != rapporteur.MeetingHeld || !e.talks || !e.when.IsZero() || len(e.who) == 0 && e.place == "" || g == nil || g.mark != "after" || g.neg || !lex().meetings.End[g.verb] || !slices.ContainsFunc(g.subj, func(s int) bool { return s == e.head || r.hangsOn(e.head, s) }) {
		return
	}
	u := r.clause(r.head(g.head))
	if u == nil || !u.past || u.modal != "" {
		return
	}
	if e.when = r.dayOfTelling(u); e.when.IsZero() {
		if t := r.timeBelow(u.head); t != nil && t.Interval.Exact() {
			e.when = t.Interval
		}
	}
	with := func(a actor) bool { return a.token > e.head }
	if len(e.who) == 1 && with(e.who[0]) && r.child(e.head, "nmod:poss") < 0 {
		for _, a := range r.subjects(u) {
			if a.Kind == rapporteur.Organisation || a.Kind == rapporteur.State || a.Kind == rapporteur.Group && lex().actors.Groups[r.lemma(a.token)] && r.lemma(a.token) != "official" {
				e.who = append(e.who, a)
			}
		}
	}
}

// afterwards completes an encounter after which somebody spoke: the day on which
// they did, and the one who did where nobody is told.
func (r *reading) afterwards(e *encounter, c *clause) {
	if e.when.IsZero() {
		e.when = r.dayOfTelling(c)
	}
	if e.when.IsZero() && lex().meetings.Journey[c.verb] && c.past && !c.perfect { // "flew home on Tuesday after a two-hour meeting"
		if t := r.timeBelow(c.head); t != nil && t.Interval.Exact() {
			e.when = t.Interval
		}
	}
	if len(e.who) > 0 || !lex().speech.Verbs[c.verb] || r.inQuotes(e.head) {
		return // “after the meeting in Lund …,” said Holt, who was not there
	}
	for _, a := range r.subjects(c) {
		if a.Kind == rapporteur.Person && r.typeAt(a.token) == lang.PER {
			e.who = append(e.who, a)
		}
	}
}

// quotedThen counts "tomorrow" in a quotation from the day on which it was said, where its sentence tells of one; where it
// tells of a span of days alone, nobody knows which is meant.
func (r *reading) quotedThen(e *encounter) {
	pub := r.report.Published
	if pub.IsZero() || !e.when.Exact() || e.when.From != pub.AddDays(1) || !r.inQuotes(e.head) {
		return
	}
	s := r.sentence(e.head)
	at := slices.Index(r.lowers[s.Start:s.End], "tomorrow") + s.Start
	if at < s.Start || !r.inQuotes(at) {
		return
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Start < s.Start || x.Start >= s.End || r.inQuotes(x.Start) || x.Interval.IsZero() {
			continue
		}
		switch {
		case x.Interval.Exact() && !x.Interval.To.After(pub):
			e.when = rapporteur.On(x.Interval.From.AddDays(1))
		case x.Interval.Days() > 1 && !x.Interval.From.After(pub):
			e.when = rapporteur.Interval{From: x.Interval.From, To: pub}
		default:
			continue
		}
		return
	}
}

// inQuotes reports whether token i stands within quotation marks, as far as its sentence tells.
func (r *reading) inQuotes(i int) bool {
	s := r.sentence(i)
	for k := i - 1; k >= s.Start; k-- {
		if opens, closes := r.quoteMarkAt(k); opens || closes {
			return opens
		}
	}
	for k := i + 1; k < s.End; k++ {
		if opens, closes := r.quoteMarkAt(k); opens || closes {
			return closes
		}
	}
	return false
}

// quoteMarkAt reports whether token i is a mark that opens a quotation, or one that closes it: a straight one opens
// what stands right behind it.
func (r *reading) quoteMarkAt(i int) (opens, closes bool) {
	switch r.form(i) {
	case "“":
		return true, false
	case "”":
		return false, true
	case "\"":
		opens = i+1 < len(r.kids) && r.doc.Tokens[i].End == r.doc.Tokens[i+1].Start && (i == 0 || r.doc.Tokens[i-1].End < r.doc.Tokens[i].Start)
		return opens, !opens
	}
	return false, false
}
