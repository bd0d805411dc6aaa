package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// limit is a day that may bind, with the clause that it stands in and the deadline that is
// made of it.
type limit struct {
	*reading
	day      *timex.Time
	at       int    // the head of the day's words
	prep     string // "by", "until", "on", …
	c        *clause
	deadline *rapporteur.DeadlineClaim
	modality rapporteur.Modality
	far      bool // more than a month is told
	latest   bool // "at the latest", "no later than"
}

// bound reads dates that bind without the word: "wants an answer by 21 March",
// "has until Friday to answer", "due to leave on 29 March", "a delay until 31 January".
func (r *reading) bound(x *timex.Time, prep string) {
	b := r.limit(x, prep)
	if b == nil {
		return
	}
	if b.hangs() {
		b.unlessBy()
		return
	}
	switch b.prep { // of each list of rules the first that fits tells it
	case "by", "before":
		if b.prep == "before" && r.distantFrom(x.Start) {
			return // "agreed shortly before 3 a.m."
		}
		b.dueBy()
	case "until", "till", "to", "through":
		switch {
		case b.hasUntil(), b.prolonged(), b.runsUntil(), b.extension():
		}
	case "past", "beyond":
		b.notBeyond()
	case "in", "within", "during":
		b.aimed()
	case "on", "from", "for", "at", "":
		switch {
		case b.meant(), b.wantedThen(), b.goesAhead(), b.dueThen(), b.scheduled():
		}
	}
}

// limit looks at a time that may bind, and returns nil for one that is too vague, too old
// or part of what a report says of its own telling.
func (r *reading) limit(x *timex.Time, prep string) *limit {
	quarter := r.lemma(x.End-1) == "quarter" || x.End > x.Start+2 && r.lemma(x.End-3) == "quarter" // "of 2032"
	if x.Interval.IsZero() || x.Interval.Days() > 31 && !r.endOf(x.Range) && !(quarter && x.Interval.Days() < 100) && !r.byYear(x) {
		return nil
	}
	b := &limit{reading: r, day: x, at: r.top(x.Range), prep: prep, far: x.Interval.Days() > 31, modality: rapporteur.Asserted}
	if p := r.prepBefore(x.Start, r.sentence(b.at).Start); x.Interval.Days() > 1 && (r.endOf(x.Range) || quarter && p != "in") {
		last := *x // "until the end of 2032"
		last.Interval.From = last.Interval.To
		b.day = &last
	}
	b.deadline = &rapporteur.DeadlineClaim{State: "set"}
	if b.prep == "" {
		b.prep = r.prepBefore(x.Start, r.sentence(b.at).Start)
	}
	if k := x.Start - 1; k > 1 && r.lower(k) == "least" && r.lower(k-1) == "at" { // "until at least 31 May"
		b.prep = r.prepBefore(k-1, r.sentence(b.at).Start)
		if f := r.lower(k - 2); f == "until" || f == "till" || f == "to" || f == "through" {
			b.prep = f
		}
	}
	switch first := r.lower(x.Start); {
	case first == "by" || first == "until" || first == "till":
		b.prep = first
	case b.prep == "than" && r.noLater(x.Start), b.prep == "within", b.prep == "in" && x.Type == timex.DurationType:
		b.prep = "by"
	}
	c := r.governor(b.at)
	if k := r.children(b.at, "acl"); r.lower(x.Start) == "which" && len(k) > 0 && r.clause(k[0]) != nil {
		c = r.clause(k[0]) // "for 28 May, by which time he expects a draft"
	} else if g := r.glossed(x); g != nil {
		c = g // "within six months, that is, by 23 March"
	} else if c != nil && r.cue[c.head] && x.End < c.head && x.Start <= r.sentence(b.at).Start+2 && len(c.comp) > 0 && c.comp[0] > c.head {
		c = r.clause(c.comp[0]) // "By Friday, he said, the parties want …"
	}
	if c == nil || r.cue[c.head] && !(c.neg && r.conditional(c)) && c.modal == "" && c.mark != "to" && c.verb != "want" && c.verb != "demand" && c.verb != "ask" {
		return nil
	}
	if f := r.lower(max(x.Start-1, 0)); f == "past" || f == "beyond" {
		b.prep = f
	}
	if up := r.eventBefore(c, x); up != nil {
		c, b.prep = up, "by"
	} else if h := r.head(b.at); h >= 0 && base(r.rel(b.at)) == "nmod" && r.upos(h) == "NOUN" && (b.prep == "on" || b.prep == "at") {
		if p := r.caseOf(h); p == "by" || p == "before" || p == "ahead of" {
			b.prep = "by" // "before his inauguration on 20 June"
		}
	}
	b.c = c
	if owed := r.governor(b.at); (b.prep == "by" || b.prep == "until" || b.prep == "before") && !(owed != nil && r.wasTo(owed)) && (b.hangs() || r.requests(c) || !c.past && !c.perfect) {
		b.day = r.comingYear(r.upcoming(b.day))
	}
	b.latest = b.prep == "by" && r.noLater(x.Start)
	if x.End+2 < r.sentence(b.at).End && r.lower(x.End) == "at" && r.lower(x.End+1) == "the" && r.lower(x.End+2) == "latest" {
		b.prep, b.latest = "by", true
	}
	past := r.toldPast(c)
	if past && r.wasTo(c) {
		b.day = r.nearestYear(b.day)
	}
	if !r.report.Published.IsZero() && b.day.Interval.To.Before(r.report.Published.AddDays(-3)) && !past {
		return nil
	}
	return b
}

// distantFrom reports whether how long before a time something was is told: "shortly before
// 3 a.m.", "hours before Friday". Such a time only dates it.
func (r *reading) distantFrom(i int) bool {
	for k := i - 1; k > r.sentence(i).Start && k > i-4; k-- {
		if r.lower(k) == "before" {
			f := r.lower(k - 1)
			return f == "shortly" || f == "just" || f == "soon" || f == "long" || f == "immediately" || f == "right" || r.timeAt[k-1] >= 0 || units[r.lemma(k-1)] != "" || r.lemma(k-1) == "hour" || r.lemma(k-1) == "minute"
		}
	}
	return false
}

// tell makes a claim of the deadline. What was refused sets no day.
func (b *limit) tell() {
	if b.modality == rapporteur.Denied {
		return
	}
	if b.prep == "by" && b.deadline.State == "set" && !b.toldPast(b.clause(b.c.up)) {
		b.day = b.comingYear(b.day) // "aims to have it agreed by early July"
	}
	if b.deadline.What == "" && b.c.verb != "have" {
		b.deadline.What = b.what(b.tail(b.c, b.own(b.c.head)))
	}
	b.add(b.at, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: b.deadline, When: b.day.Interval, Modality: b.modality})
}

// what is to be done, of some words that may hold the day.
func (b *limit) what(words lang.Range) string {
	return b.toBeDone(b.untilDay(b.day, b.c, words))
}

// setBy notes who set the day.
func (b *limit) setBy(heads []int) {
	if a := b.actorsOrMeant(heads); len(a) > 0 {
		b.deadline.SetBy = a[0].Mention
	}
}

// bind notes whom the day binds, and tells it.
func (b *limit) bind(heads ...int) {
	b.deadline.For = mentions(b.actorsAt(heads...))
	b.tell()
}

// ofDays reports whether no more than three days are told.
func (b *limit) ofDays() bool { return !b.far && b.day.Interval.Days() <= 3 }

// will reports whether the clause of the day tells what will be.
func (b *limit) will() bool { return b.c.modal == "will" || b.c.modal == "would" }

// hangs reports whether the day stands in a condition.
func (b *limit) hangs() bool {
	c := b.c
	return b.conditional(c) && (!c.neg || c.mark == "if" || c.mark == "unless") || b.inverted(c)
}

// unlessBy reads "if no agreement is reached by 1 March": what hangs on a day is a threat.
func (b *limit) unlessBy() {
	c := b.c
	if b.prep != "by" || c.mark == "whether" || c.modal == "would" || b.day.Interval.Days() > 31 || b.day.Interval.To.Before(b.report.Published) {
		return
	}
	if a := b.threatener(c); a.Name != "" {
		b.deadline.SetBy = a
	}
	switch {
	case b.inverted(c):
		b.deadline.What = b.what(lang.Range{Start: b.child(c.head, "aux") + 1, End: b.own(c.head).End})
	case len(c.subj) > 0 && b.upos(c.subj[0]) != "PRON" && c.subj[0] < c.head: // "no member objects"
		b.deadline.What = b.what(lang.Range{Start: b.nounPhrase(c.subj[0]).Start, End: b.own(c.head).End})
	}
	b.tell()
}

// dueBy reads what is to be done by a day, from the clause of the day upwards: who demands
// it, or whom it binds.
func (b *limit) dueBy() {
	for up, steps := b.c, 0; up != nil && steps < 4; up, steps = b.clause(up.up), steps+1 {
		own := up.head == b.c.head
		switch {
		case up.neg || b.conditional(up):
			return
		case up.verb == "need" && (!own || len(b.c.obj) == 0 || b.c.modal != ""): // "need to pay by Friday"
		case b.demanded(up), b.hopes(up), b.promised(up), b.isAim(up), b.foretold(up),
			own && (b.atLatest() || b.announced() || b.undertaken() || b.proceeding()),
			b.obliged(up):
			return
		}
	}
}

// demanded reads "wants an answer by 21 March". A journey, or a goal for times to come, is
// no deadline.
func (b *limit) demanded(up *clause) bool {
	switch up.verb {
	case "need", "want", "demand", "ask", "order", "require", "request", "urge", "call", "insist", "press":
	case "tell", "warn", "instruct", "direct", "command", "appeal":
		if up.head == b.c.head || b.c.mark != "to" {
			return false
		}
	case "like":
		if up.modal != "would" || up.head == b.c.head {
			return false
		}
	default:
		return false
	}
	c := b.c
	if up.may() || c.is(lex().meetings.Journey) || b.day.Interval.To.Sub(b.report.Published) > 3*366 && !b.report.Published.IsZero() {
		return true
	}
	if up.passive { // "growers were ordered to replant before the autumn"
		b.setBy(up.agent)
		b.deadline.For = mentions(b.actorsAt(up.subj...))
		b.tell()
		return true
	}
	b.setBy(up.subj)
	switch {
	case up.head != c.head:
		whom := c.subj
		if slices.Equal(c.subj, up.subj) { // "has instructed both sides to answer"
			whom = append(slices.Clone(up.iobj), up.obj...)
		}
		b.deadline.For = mentions(b.actorsAt(whom...))
	case up.verb == "need" || up.verb == "want" && len(up.obj) > 0:
		if len(up.obj) > 0 && up.obj[0] > c.head {
			b.deadline.What = b.what(lang.Range{Start: b.nounPhrase(up.obj[0]).Start, End: b.own(c.head).End})
		}
	default:
		for _, o := range append(slices.Clone(up.iobj), up.obj...) {
			if a, ok := b.actorAt(o); ok {
				b.deadline.For = append(b.deadline.For, a.Mention)
			}
		}
	}
	b.tell()
	return true
}

// foretold reports whether a day is only of what somebody hopes or expects.
func (b *limit) foretold(up *clause) bool {
	switch up.verb {
	case "hope", "aim":
		return true
	case "expect", "say", "think", "believe", "predict":
		return up.head != b.c.head
	}
	return false
}

// promised reads "has agreed to answer by Friday", "his promise to complete the exit by 31 October".
func (b *limit) promised(up *clause) bool {
	switch up.verb {
	case "agree", "commit", "pledge", "vow", "promise", "undertake", "swear", "assure", "guarantee":
		if g := b.clause(up.up); up.passive || up.mark == "to" && g != nil && (g.verb == "ask" || g.verb == "demand" || g.verb == "require" || g.verb == "urge" || g.verb == "want") {
			return false // "wants it to be agreed by July", "has asked them to commit to it by July"
		}
		if own := up.head == b.c.head; own && len(up.obj) > 0 && up.obj[0] > up.head { // "have promised a new version by Friday"
			b.deadline.What = b.what(lang.Range{Start: b.nounPhrase(up.obj[0]).Start, End: b.own(up.head).End})
		}
		if up.verb == "agree" {
			b.bind(up.subj...)
			return true
		}
		b.setBy(up.subj) // he sets it himself
		b.tell()
		return true
	}
	h := b.head(up.head)
	if h < 0 || b.upos(h) != "NOUN" || base(b.rel(up.head)) != "acl" || !lex().deadlines.Vows[b.lemma(h)] {
		return false
	}
	for _, k := range b.kids[h] {
		if b.rel(k) == "nmod:poss" {
			b.deadline.For = mentions(b.actorsAt(k))
		}
	}
	b.tell()
	return true
}

// atLatest reads "would write on 15 June at the latest".
func (b *limit) atLatest() bool {
	if l := &lex().meetings; b.c.is(l.Journey) || b.c.is(l.Verbs) || b.c.verb == "expect" && b.c.passive && b.aPerson(b.c.subj) {
		return false // "arrives in Lund no later than Monday"
	}
	if !b.latest || !b.will() && !(b.inPresent(b.c) && !b.c.copula && !b.hedges(b.c)) || !b.ofDays() {
		return false
	}
	b.bind(b.c.subj...)
	return true
}

// announced reads "the list will be released by 15 June".
func (b *limit) announced() bool {
	c := b.c
	if b.prep != "by" || c.modal != "will" && !(c.modal == "would" && b.reported(c)) || !b.ofDays() || !c.passive && !lex().deadlines.Announces[c.verb] || len(c.subj) == 0 || b.hedges(c) {
		return false
	}
	if !c.passive {
		b.deadline.For = mentions(b.actorsAt(c.subj...))
	}
	b.deadline.What = b.event(c.head, b.tail(c, b.own(c.head)).Start, b.day)
	b.tell()
	return true
}

// undertaken reads "would put the package to a vote by 12 December".
func (b *limit) undertaken() bool {
	c := b.c
	if b.prep != "by" || !b.will() || c.neg || !b.ofDays() || c.is(lex().meetings.Journey) || c.is(lex().meetings.Verbs) || len(c.obj) == 0 || b.hedges(c) {
		return false
	}
	a := b.actorsAt(c.subj...)
	if len(a) == 0 && (len(c.subj) == 0 || b.upos(c.subj[0]) != "PRON" || isRelative(b.lower(c.subj[0]))) {
		return false
	}
	b.deadline.For = mentions(a)
	if b.day.Start > c.head {
		b.deadline.What = b.toBeDone(lang.Range{Start: c.head, End: b.day.Start})
	}
	b.tell()
	return true
}

// proceeding reads "is going ahead with its duties by 30 June".
func (b *limit) proceeding() bool {
	c := b.c
	if b.prep != "by" || !c.ongoing || !lex().deadlines.Proceeding[c.verb] || len(c.subj) == 0 || !b.ofDays() || len(b.known(b.own(c.head))) == 0 {
		return false
	}
	b.setBy(c.subj)
	b.tell()
	return true
}

// obliged reads "must answer by Friday", "are to report by Saturday", "is required to pay by May".
func (b *limit) obliged(up *clause) bool {
	switch {
	case up.modal == "must" || up.modal == "shall" || up.modal == "should" && up.head == b.c.head,
		b.isTo(up) && !b.c.is(lex().meetings.Journey),
		up.passive && up.verb == "suppose" && up.head != b.c.head,
		up.verb == "have" && len(up.comp) > 0 && b.prep == "by" && up.modal != "will",
		up.passive && (up.verb == "require" || up.verb == "oblige"):
		b.bind(up.subj...)
		return true
	}
	return false
}

// hasUntil reads "has until Friday to answer".
func (b *limit) hasUntil() bool {
	c, before := b.c, b.day.Start-2
	switch {
	case b.prep == "to" || c.neg:
		return false
	case before >= 0 && b.upos(before) == "AUX" && b.lemma(before) == "have" && b.day.End <= c.head && b.doc.Tokens[c.head].XPOS == "VB":
		// "has | until 19 June to reply", read as one verb
		b.deadline.What = b.toBeDone(lang.Range{Start: c.head, End: b.own(c.head).End})
	case c.verb == "have":
		b.deadline.What = b.whatFor(c, b.day.End)
	case c.verb == "wait" && b.will():
		b.setBy(c.subj)
		b.deadline.What = b.toBeDone(lang.Range{Start: b.day.End, End: b.listEnd(b.day.End)})
		b.tell()
		return true
	case b.prep != "through" && (c.modal == "can" || c.modal == "may" || c.modal == "will") && lex().deadlines.Announces[c.verb]: // "members can vote until 6 December"
	default:
		return false
	}
	if c.past && b.inner[c.head] >= 0 {
		b.day = b.upcoming(b.day) // the past of what somebody says: "had until Saturday, he said"
	}
	b.bind(c.subj...)
	return true
}

// prolonged reads "extended the truce until May", "put off its duties until 1 June". A
// meeting that was put off is none, nor a deadline that is told by its noun.
func (b *limit) prolonged() bool {
	c := b.c
	switch {
	case lex().deadlines.Prolongs[c.verb]:
	case (c.verb == "delay" || c.verb == "postpone" || c.verb == "push" || c.verb == "put") && b.prep != "to":
	default:
		return false
	}
	for _, o := range append(slices.Clone(c.obj), c.subj...) {
		going := lex().deadlines.Prolongs[c.verb] && (b.lemma(o) == "talk" || b.lemma(o) == "negotiation") // they have until then
		if lex().meetings.Nouns[b.lemma(o)] && !going || b.lemma(o) == "deadline" {
			return true
		}
	}
	if c.neg || b.conditional(c) {
		return true
	}
	b.deadline.State = "extended"
	if c.passive {
		b.setBy(c.agent)
		if len(c.subj) > 0 && b.upos(c.subj[0]) == "NOUN" {
			b.deadline.What = b.toBeDone(b.nounPhrase(c.subj[0])) // "the time for replies was lengthened"
		}
	} else {
		b.setBy(c.subj)
	}
	if b.modality = b.reading.modality(c.head); c.mark == "to" && base(b.rel(c.head)) == "acl" && b.modality == rapporteur.Conditional {
		b.modality = rapporteur.Planned // "whether the plan to delay the exit until May would help"
	}
	b.tell()
	return true
}

// runsUntil reads "the lull is through the first days of March", "the truce runs until May".
func (b *limit) runsUntil() bool {
	c := b.c
	if !c.copula && !lex().deadlines.Runs[c.verb] || len(c.subj) == 0 || c.neg || b.conditional(c) || b.prep == "to" {
		return false
	}
	if b.inForce(c) {
		b.deadline.What = b.toBeDone(b.own(c.subj[0]))
		b.tell()
		return true
	}
	if pause := b.lemma(c.subj[0]); !lex().deadlines.Pauses[pause] && pause != "period" && !b.ofMission(c.subj[0]) && pause != "delay" && pause != "postponement" {
		return false
	}
	b.deadline.What = b.toBeDone(b.own(c.subj[0]))
	b.tell()
	return true
}

// inForce reports whether a clause tells how long a text holds: "the deal runs until May",
// "the offer is on the table until Friday".
func (b *limit) inForce(c *clause) bool {
	l := &lex().deadlines
	if !b.isTextNoun(c.subj[0]) || c.past || c.perfect && !c.copula {
		return false
	}
	if c.copula {
		return l.Valid[b.lower(c.head)]
	}
	return l.Runs[c.verb]
}

// extension reads "agreed to an extension until 12 June". One that somebody asks for is none yet.
func (b *limit) extension() bool {
	h := b.extensionAbove()
	if h < 0 {
		return false
	}
	b.deadline.State = "extended"
	if g := b.governor(h); g != nil {
		switch g.verb {
		case "agree", "grant", "give", "offer", "approve", "accept", "set", "allow":
			if g.passive {
				b.setBy(g.agent)
			} else {
				b.setBy(g.subj)
			}
		case "want", "seek", "request", "ask", "propose", "suggest", "reject", "oppose", "demand":
			return true
		}
		b.modality = b.reading.modality(g.head)
	}
	b.deadline.What = b.lemma(h)
	b.tell()
	return true
}

// extensionAbove returns the noun of an extension that the day hangs on, -1 for none.
func (b *limit) extensionAbove() int {
	from := b.head(b.at)
	for k := b.day.Start - 1; k > max(0, b.day.Start-7) && b.c.verb == "allow"; k-- { // "allowed an extension of the treaty until 12 June"
		if b.upos(k) == "NOUN" && (b.lemma(k) == "extension" || b.lemma(k) == "delay") && b.sent[k] == b.sent[b.at] {
			from = k
		}
	}
	for h, steps := from, 0; h >= 0 && steps < 4; h, steps = b.head(h), steps+1 {
		switch b.lemma(h) {
		case "extension", "delay", "reprieve", "postponement", "prolongation":
			if b.upos(h) == "NOUN" {
				return h
			}
		}
	}
	return -1
}

// goesAhead reads "the withdrawal will go ahead on 30 June".
func (b *limit) goesAhead() bool {
	c := b.c
	ahead := c.verb == "proceed" || c.verb == "go" && b.lower(min(c.head+1, len(b.kids)-1)) == "ahead"
	if !ahead || !b.will() || c.neg || len(c.subj) == 0 || !lex().deadlines.Departures[b.lemma(c.subj[0])] || b.far || b.prep == "" {
		return false
	}
	b.ofSubject(c)
	return true
}

// ofSubject tells a deadline of what a clause is about.
func (b *limit) ofSubject(c *clause) {
	b.deadline.What = b.toBeDone(b.own(c.subj[0]))
	b.tell()
}

// dueThen reads "a decision is | due on Friday", the day taken for the predicate.
func (b *limit) dueThen() bool {
	c := b.c
	if !c.copula || !b.hasKid(c.head, "due") || !b.mayBeDue(c) {
		return false
	}
	b.ofSubject(c)
	return true
}

// mayBeDue reports whether a clause is about what may be due on a day: a decision, a reply.
func (b *limit) mayBeDue(c *clause) bool {
	return len(c.subj) > 0 && lex().deadlines.Dues[b.lemma(c.subj[0])] && b.ofDays()
}

// scheduled reads "is due to leave on 29 March", "tariffs set to rise on 1 March".
func (b *limit) scheduled() bool {
	for up, steps := b.c, 0; up != nil && steps < 3; up, steps = b.clause(up.up), steps+1 {
		switch {
		case b.planned(up):
			return true
		case b.isScheduled(up):
			b.takesEffect(up)
			return true
		}
	}
	return false
}

// planned reads "plans to impose duties on 1 March".
func (b *limit) planned(up *clause) bool {
	c := b.c
	if up.verb != "plan" || up.passive || up.head == c.head || !lex().deadlines.Imposing[c.verb] || len(up.subj) == 0 || up.neg || b.prep == "" || len(b.known(b.own(c.head))) == 0 {
		return false
	}
	b.deadline.What = b.toBeDone(b.tail(c, b.own(c.head)))
	b.setBy(up.subj)
	b.tell()
	return true
}

// isScheduled reports whether a clause tells what is due, set or supposed to be.
func (b *limit) isScheduled(up *clause) bool {
	due := b.lower(up.head) == "due"
	if !due && up.head == b.c.head && len(up.subj) == 0 {
		return false
	}
	switch up.verb {
	case "schedule", "set", "slate", "plan":
		return due || up.passive
	}
	return due || up.verb == "suppose"
}

// takesEffect reads what is scheduled for the day: what takes effect then, or is due itself.
func (b *limit) takesEffect(up *clause) {
	c := b.c
	own := up.head == c.head
	switch {
	case up.neg || b.prep == "" || b.prep == "at":
	case !own && lex().deadlines.Effective[c.verb] && (len(c.subj) == 0 || !lex().meetings.Nouns[b.lemma(c.subj[0])]):
		b.deadline.What = b.event(c.head, b.tail(c, b.own(c.head)).Start, b.day)
		b.bind(c.subj...)
	case own && b.lower(up.head) == "due" && b.mayBeDue(up):
		b.ofSubject(up) // "a decision is due on Friday"
	case own && b.prep == "for" && len(up.subj) > 0 && lex().deadlines.Departures[b.lemma(up.subj[0])] && !b.far && b.day.Interval.Days() <= 31:
		b.ofSubject(up)
	}
}
