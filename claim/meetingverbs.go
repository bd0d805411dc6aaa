package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// meetingVerb reads "Envoys met for four hours in Port Calder".
func (r *reading) meetingVerb(c *clause) *encounter {
	if c.passive || r.cue[c.head] && !(base(r.rel(c.head)) == "acl" && len(c.comp) == 0) {
		return nil
	}
	if h := r.head(c.head); base(r.rel(c.head)) == "acl" && h == c.head-1 && c.verb == "gather" && r.upos(h) == "NOUN" && !r.mayMeet([]int{h}) {
		return nil // "speaking at a dinner gathering"
	}
	e := &encounter{head: c.head}
	r.unmarkedSubject(c)
	if len(c.obj) == 1 && r.lemma(c.obj[0]) == "face" {
		c.obj = nil // "met face to face"
	}
	objects := r.people(c.obj...)
	if len(objects) == 0 {
		objects = r.visitors(c.obj)
	}
	for _, o := range c.obj { // "met each of the delegations"
		if len(objects) == 0 && (r.lower(o) == "each" || r.lower(o) == "both" || r.lower(o) == "all") {
			for _, k := range r.children(o, "nmod") {
				if r.caseOf(k) == "of" {
					objects = append(objects, r.people(k)...)
				}
			}
		}
	}
	if c.mark == "to" && r.child(c.head, "nsubj") < 0 && r.upos(c.head-2) == "PROPN" && r.timeAt[c.head-2] < 0 && r.typeAt(c.head-2) != lang.LOC && len(r.forWhom(c)) > 0 {
		c.subj = nil // "a deal was struck for Brandt to meet Okoye"
	}
	if len(c.subj) > 0 && len(c.obj) == 0 && r.upos(c.subj[0]) == "NOUN" && !r.mayMeet(c.subj) {
		return nil // "shareholders will meet"
	}
	if len(c.obj) > 0 && len(objects) == 0 {
		each := r.lower(c.obj[0]) == "other" || r.lemma(c.obj[0]) == "each"
		if !each {
			return nil // "meet demands", "meet the deadline"
		}
	}
	if len(c.obj) > 0 && c.verb != "meet" && c.verb != "convene" && c.verb != "see" {
		return nil // "assemble machines", "gather evidence"
	}
	for k := c.head + 1; k < min(c.head+5, r.sentence(c.head).End); k++ {
		if f := r.lower(k); f == "halfway" || f == "half-way" || f == "midway" {
			return nil
		}
	}
	e.who = append(e.who, r.whoMeets(c, append(slices.Clone(objects), r.people(c.with("with")...)...))...)
	if up := r.clause(r.governs(c)); up != nil && len(e.who) == 0 && c.mark == "to" && c.verb == "see" {
		e.who = append(e.who, r.subjects(up)...) // "is due to see Holt"
	}
	if up := r.clause(r.governs(c)); len(e.who) == 0 && r.wasFirstTo(c, up) {
		e.who = append(e.who, r.subjects(up)...)
	}
	if up := r.sentTo(c); up != nil {
		e.who, e.place = r.people(r.delegationOf(up)...), r.placeWithin(up.head, c.head)
		for k := up.head + 1; k+1 < c.head && e.place == ""; k++ {
			if r.lower(k) == "to" {
				e.place = r.placeFrom(k + 1)
			}
		}
	}
	if len(e.who) == 0 && c.mark == "to" {
		e.who = r.forWhom(c)
	}
	if len(e.who) == 0 && c.verb == "see" {
		e.who = r.amid(r.sentence(c.head).Start-1, c.head-1) // whatever the tree made of "had been due"
	}
	if h := r.head(c.head); len(objects) == 0 && h >= 0 && base(r.rel(c.head)) == "acl" && r.caseOf(h) == "at" {
		if g := r.clause(r.head(h)); g != nil { // "Holt, speaking at a finance ministers meeting in Lund"
			e.who = append(e.who, r.speakerAt(g)...)
		}
	}
	if len(e.who) == 0 && len(objects) > 0 && c.verb == "meet" && c.mark != "to" {
		e.who = append(e.who, r.anyBody(c.subj)...)
	}
	e.who = append(e.who, objects...)
	e.who = append(e.who, r.people(c.with("with", "alongside", "including", "together with", "between")...)...)
	for _, h := range c.with("with") {
		e.who = append(e.who, r.rowAfter(h)...)
	}
	if len(c.obj) == 0 {
		e.who = append(e.who, r.withBehind(c)...)
	}
	if len(c.subj) == 0 && len(objects) == 0 {
		e.who = append(r.opening(c.head), e.who...)
	}
	e.when, _ = r.whenMet(c.head)
	r.dayOfWhole(e, c)
	if tag := r.doc.Tokens[c.head].XPOS; (tag == "VBP" || tag == "VBZ") && !c.perfect && !c.ongoing && c.modal == "" && (r.lower(min(c.head+1, len(r.kids)-1)) == "again" || r.lower(min(c.head+1, len(r.kids)-1)) == "next") {
		r.weekdayAhead(e) // "meet again on Monday"
	}
	e.state, e.modality = r.verbState(c, e.when)
	if since := r.notSinceThen(c); !since.IsZero() {
		e.state, e.modality, e.when = rapporteur.MeetingHeld, rapporteur.Asserted, since
	}
	r.fill(e, c.head)
	r.outcomes(e, c)
	if up := r.clause(r.governs(c)); e.state == "" && up != nil && up.copula && r.wentTo(c) { // "has been to Lund to see Holt"
		e.state, e.modality, e.place = rapporteur.MeetingHeld, r.modality(c.head), r.placeName(up.head)
	}
	r.arrived(e, c)
	if at := r.remoteWord(c); at >= 0 && r.hangsOn(at, c.head) {
		e.format = lex().meetings.Format[r.lemma(at)] // "will meet by video link"
	}
	// "met for talks", "met for a second round": the noun is the same encounter
	for _, o := range c.obl {
		if o.prep != "for" && o.prep != "at" && o.prep != "in" && o.prep != "during" {
			continue
		}
		for _, h := range r.encounterNouns(o.head) {
			if l := r.lemma(h); l == "visit" || l == "trip" {
				continue
			}
			r.told[h] = true
			r.fill(e, h)
			r.nounParts(e, h)
			r.wordsAfter(e, h)
			r.spread(e, h)
		}
	}
	r.caption(e, c)
	e.plural = e.plural || r.severalTimes(c)
	if (e.state == rapporteur.MeetingPlanned || e.state == rapporteur.MeetingHeld) && r.calledOff(c.head) {
		e.state, e.modality = rapporteur.MeetingCancelled, rapporteur.Asserted
	}
	if u := r.clause(r.governs(c)); u != nil && u.head != c.head && e.when.IsZero() && (c.mark == "before" || c.mark == "after") && r.promptly(c) {
		if t := r.timeBelow(u.head); t != nil && t.Interval.Exact() {
			e.when = t.Interval // "on Friday, shortly before Brandt met Okoye, …"
			e.state, e.modality = r.verbState(c, e.when)
		}
	}
	if len(objects) == 0 && len(c.with("with")) == 0 && len(e.who) == 1 && e.who[0].Kind == rapporteur.Person {
		e.who = distinct(append(e.who, r.rowBeforeWho(c)...))
	}
	if len(objects) == 0 && len(c.with("with")) == 0 && len(e.who) == 1 && e.who[0].Kind == rapporteur.Person && len(c.subj) > 0 && c.subj[0] < c.head {
		e.who = distinct(append(e.who, r.amid(r.lo[c.subj[0]]-1, c.head)...))
	}
	if len(objects) == 0 && len(c.with("with")) == 0 && len(e.who) == 1 && e.who[0].Kind == rapporteur.Person {
		return nil // one cannot meet alone: the parse lost the other
	}
	if len(e.who) == 1 && e.who[0].Kind == rapporteur.Group && len(e.who[0].party) == 0 && len(objects) == 0 {
		r.spokenOf(e)
	}
	return e
}

// unmarkedSubject gives a clause without a subject the nominal right before "last" or "then", which the
// tree took for a time: "the two sides last met on 29 April".
func (r *reading) unmarkedSubject(c *clause) {
	if k := c.head - 2; len(c.subj) == 0 && k >= 0 && r.sent[k] == r.sent[c.head] && (r.lower(k+1) == "last" || r.lower(k+1) == "then" || r.lower(k+1) == "first") && r.timeAt[k] < 0 && r.head(k) == c.head && r.rel(k) == "nmod:unmarked" {
		c.subj = []int{k}
	}
}

// forWhom returns those who stand between "for" and the infinitive of a clause: "no plans for
// Brandt to meet Okoye".
func (r *reading) forWhom(c *clause) []actor {
	for k := c.head - 2; k > r.sentence(c.head).Start && k > c.head-12; k-- {
		switch {
		case r.lower(k) == "for" && r.upos(k) != "NOUN":
			return r.along(k + 1)
		case r.upos(k) == "VERB", r.upos(k) == "AUX", r.upos(k) == "PUNCT" && r.form(k) != ",":
			return nil
		}
	}
	return nil
}

// severalTimes reports whether a clause tells what was done more than once.
func (r *reading) severalTimes(c *clause) bool {
	for k := c.head + 1; k < r.hi[c.head] && r.sent[k] == r.sent[c.head]; k++ {
		if oftener[r.lower(k)] && (r.governor(k) == c || r.hangsOn(k, c.head)) {
			return true
		}
	}
	return false
}

// oftener are the adverbs of what was done several times.
var oftener = words{"twice": true, "thrice": true, "repeatedly": true, "often": true, "frequently": true, "regularly": true}

// arrived gives an encounter the place of the journey that it stood at the end of, and
// its day where no other is told: "flew to Lund on Friday and met …".
func (r *reading) arrived(e *encounter, c *clause) {
	up := r.clause(r.head(c.head))
	if up == nil || base(r.rel(c.head)) != "conj" && c.mark != "to" {
		return
	}
	if up.copula && (up.past || c.past) && !up.neg && r.typeAt(up.head) == lang.LOC && r.caseOf(up.head) == "in" && base(r.rel(c.head)) == "conj" { // "was in Lund on Monday and met Holt"
		if e.place == "" {
			e.place = r.placeName(up.head)
		}
		r.dayUnder(e, up.head)
		return
	}
	if !lex().meetings.Journey[up.verb] && !(c.mark == "to" && sends[up.verb]) {
		return
	}
	for _, h := range append(up.with("to"), up.with("in", "for")...) {
		if e.place == "" {
			e.place = r.placeName(h)
		}
	}
	if !e.when.IsZero() {
		return
	}
	if t := r.timeBelow(up.head); t != nil {
		e.when = t.Interval
		if c.mark == "to" {
			e.state, e.modality = r.verbState(c, e.when)
		}
	}
}

// arrangedFor reports whether an infinitive tells what was arranged: "is due to see".
func (r *reading) arrangedFor(c *clause) bool {
	k := c.head
	return k >= 2 && r.lower(k-1) == "to" && arranged[r.lower(k-2)] && len(r.people(c.obj...)) > 0
}

// plansTo reports whether an infinitive tells what there are plans for: "no plans for Brandt to see
// any Estrelian official".
func (r *reading) plansTo(c *clause) bool {
	h := r.head(c.head)
	if h < 0 || h > c.head || r.lower(max(c.head-1, 0)) != "to" || len(r.people(c.obj...)) == 0 {
		return false
	}
	switch r.lemma(h) {
	case "plan", "intention", "arrangement", "wish", "reason":
		return r.upos(h) == "NOUN"
	}
	return false
}

// visitors returns those of some nominals whom officials meet though they do not negotiate.
func (r *reading) visitors(heads []int) []actor {
	var out []actor
	for _, h := range heads {
		if lex().meetings.Visitors[r.lemma(h)] && r.upos(h) == "NOUN" {
			words := r.withOf(h, r.nounPhrase(h))
			out = append(out, actor{Mention: rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}, token: h})
		}
	}
	return out
}

// mayMeet reports whether one of the subjects of a verb may be somebody who negotiates.
func (r *reading) mayMeet(subj []int) bool {
	return slices.ContainsFunc(subj, func(s int) bool {
		of := r.head(s)
		return r.upos(s) != "NOUN" || counts[r.lower(s)] > 0 || r.bothThere(s) || lex().actors.Groups[r.lemma(s)] || len(r.people(s)) > 0 ||
			base(r.rel(s)) == "nmod" && of >= 0 && lex().actors.Groups[r.lemma(of)] // "a commission of jurists that will meet"
	})
}

// wentTo reports whether an infinitive tells what somebody went somewhere for:
// "crossed the strait to see Holt", "has been to Lund twice to see her".
func (r *reading) wentTo(c *clause) bool {
	h := r.head(c.head)
	up := r.clause(max(h, 0))
	if h < 0 || up == nil || up.neg || len(r.people(c.obj...)) == 0 || !slices.ContainsFunc(up.subj, r.ofOffice) {
		return false
	}
	if lex().meetings.Journey[up.verb] {
		return true
	}
	return up.perfect && r.typeAt(h) == lang.LOC && r.caseOf(h) == "to"
}

// spokenOf fills an encounter of "the negotiators" or "the two leaders" with the
// parties and the place of the meeting spoken of last.
func (r *reading) spokenOf(e *encounter) {
	t := e.who[0].token
	if d := r.child(t, "det"); d < 0 || r.lower(d) != "the" || r.last < 0 || r.last >= len(r.claims) || r.sent[e.head]-r.sent[r.claims[r.last].head] > 6 {
		return
	}
	last := &r.claims[r.last].Claim
	if e.state == rapporteur.MeetingPlanned && last.Meeting.State != e.state {
		return // another, still to come
	}
	if !last.When.IsZero() && !e.when.IsZero() && !near(last.When, e.when, 2) || len(last.Meeting.Parties)+len(last.Meeting.Participants) < 2 {
		return
	}
	for _, p := range last.Meeting.Parties {
		e.who = append(e.who, actor{Mention: p, token: t})
	}
	if lemma := r.lemma(t); lemma == "leader" || lemma == "president" || lemma == "minister" {
		for _, p := range last.Meeting.Participants {
			e.who = append(e.who, actor{Mention: p, token: t})
		}
	}
	if e.place == "" && !facility(last.Meeting.Place) {
		e.place = last.Meeting.Place
	}
}

// near reports whether two intervals are no more than some days apart.
func near(i, j rapporteur.Interval, days int) bool {
	i.From, i.To = i.From.AddDays(-days), i.To.AddDays(days)
	return i.Overlaps(j)
}

// opening returns the actors that a sentence begins with, where the tree took the
// first for something else: "Holt and Okoye were due to meet".
func (r *reading) opening(i int) []actor {
	var out []actor
	sent := r.sentence(i)
	for k := sent.Start; k < i; k++ {
		if n := r.nameAt(k); n != nil && n.Start == k {
			out = append(out, r.named(n))
			k = n.End - 1
			continue
		}
		f := r.form(k)
		if f == "," || f == "and" || f == "President" || f == "Mr." || f == "Ms." {
			continue
		}
		at := slices.IndexFunc(r.doc.Names, func(n lang.Name) bool { return n.Type == lang.PER && r.form(n.End-1) == f })
		if at < 0 {
			break
		}
		a := r.named(&r.doc.Names[at])
		a.token = k
		out = append(out, a)
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// promptly reports whether a clause with "before" or "after" tells of the same
// day: "shortly before", "hours after".
func (r *reading) promptly(c *clause) bool {
	for _, k := range r.kids[c.head] {
		if f := r.lower(k); k < c.head && base(r.rel(k)) == "mark" && (f == "before" || f == "after") && k > 0 {
			switch r.lower(k - 1) {
			case "shortly", "just", "soon", "moments", "minutes", "hours", "right", "immediately":
				return true
			}
		}
	}
	return false
}

// rowBefore returns the people named right before token i, where the tree gave its
// predicate no subject that can act: behind a label, or behind "two days after".
func (r *reading) rowBefore(i int) []actor {
	for k := i - 1; k >= r.sentence(i).Start; k-- {
		f := r.lower(k)
		switch {
		case f == ":" || f == ";" || f == "after" || f == "before" || f == "that" || f == "when" || f == "as":
		case k == r.sentence(i).Start:
			k--
		default:
			continue
		}
		if row := distinct(r.amid(k, i)); len(row) > 1 {
			return row
		}
		return nil
	}
	return nil
}

// nameRightBefore returns the person whose name stands right before a predicate, where the tree gave it
// another subject or none: "Acting president Ilse Marrow spoke".
func (r *reading) nameRightBefore(i int) []actor {
	k := i - 1
	for k > r.sentence(i).Start && (r.upos(k) == "AUX" || r.upos(k) == "ADV") {
		k--
	}
	if n := r.nameAt(max(k, 0)); n != nil && n.End == k+1 && n.Type == lang.PER {
		return []actor{r.named(n)}
	}
	return nil
}

// amid returns the people named between two tokens with no predicate of the
// sentence's own between.
func (r *reading) amid(i, j int) []actor {
	var out []actor
	for k := i + 1; k < j; k++ {
		if r.upos(k) == "VERB" {
			return nil
		}
		if n := r.nameAt(k); n != nil && n.Start == k && n.Type == lang.PER && !(n.End < j && possessive(r.lower(n.End))) {
			out = append(out, r.named(n))
		}
	}
	return out
}

// goesThere reports whether a predicate takes somebody somewhere, for a visit or
// for talks.
func (r *reading) goesThere(c *clause) bool {
	switch c.verb {
	case "visit", "travel", "fly", "arrive", "come", "land":
		return true
	case "jet", "head", "journey":
		return true
	case "touch", "set", "swoop":
		if f := r.lower(min(c.head+1, len(r.kids)-1)); f == "down" || c.verb == "swoop" && f == "into" || c.verb == "set" && f == "off" {
			return true // "is to touch down in Lund"
		}
	case "continue", "proceed", "move":
		return len(r.purpose(c)) > 0 && slices.ContainsFunc(c.with("to"), func(h int) bool { return r.typeAt(h) == lang.LOC })
	case "leave", "depart":
		return len(r.purpose(c)) > 0 || slices.ContainsFunc(c.with("for"), func(h int) bool { return r.typeAt(h) == lang.LOC })
	case "go", "return":
		if h := r.head(c.head); h >= 0 && base(r.rel(c.head)) == "acl" && r.doc.Tokens[c.head].XPOS == "VBG" && lex().meetings.Delegations[r.lemma(h)] {
			return true // "the team heading to Lund"
		}
		return c.modal == "will" || c.modal == "would" || c.ongoing || r.gaveUpOn(c) || r.noPlanTo(c) != nil || len(r.purpose(c)) > 0
	case "lead", "bring", "send", "take", "dispatch":
		return len(r.delegationOf(c)) > 0 && (len(c.with("to", "in")) > 0 || sends[c.verb] && len(r.purpose(c)) > 0)
	}
	return false
}

// notSinceThen returns the days on which people met last, who are told not to have met since: "have not met since March".
func (r *reading) notSinceThen(c *clause) rapporteur.Interval {
	if !c.neg || !c.perfect || c.modal != "" || r.modality(c.head) != rapporteur.Denied && r.modality(c.head) != rapporteur.Asserted {
		return rapporteur.Interval{}
	}
	for k := c.head + 1; k+1 < min(c.head+8, r.sentence(c.head).End) && r.upos(k) != "VERB"; k++ {
		t := max(r.timeAt[k], r.timeAt[k+1])
		if r.lower(k) != "since" || t < 0 || !r.times[t].Interval.From.Before(r.report.Published) {
			continue
		}
		from := r.times[t].Interval.From
		switch f := r.lower(r.times[t].End - 1); {
		case weekdays[f], r.times[t].End-r.times[t].Start > 1 && slices.ContainsFunc(r.doc.Tokens[r.times[t].Start:r.times[t].End], func(t lang.Token) bool { return t.UPOS == "NUM" && t.End-t.Start < 3 }):
			return rapporteur.On(from) // "since Friday", "since 1 May"
		case f == strings.ToLower(from.Month().String()):
			next := from.AddDays(1 - from.Day()).AddDays(31)
			return rapporteur.Interval{From: from, To: next.AddDays(-next.Day())}
		}
		if x := r.times[t].Interval; x.Days() > 0 && x.Days() <= 31 {
			return x
		}
	}
	return rapporteur.Interval{}
}

// delegationOf returns the delegation that is led or sent somewhere: the objects of the clause.
func (r *reading) delegationOf(c *clause) []int {
	var out []int
	for _, o := range c.obj {
		if l := r.lemma(o); l == "delegation" || l == "team" || l == "mission" || l == "group" || (c.verb == "send" || c.verb == "dispatch") && (r.typeAt(o) == lang.PER || lex().actors.Delegations[l] || lex().actors.Persons[l] && r.upos(o) == "NOUN") {
			out = append(out, o)
		}
	}
	return out
}

// received reads "Okoye will host Brandt in Lund", "hosted the foreign minister for talks".
func (r *reading) received(c *clause) *encounter {
	e := &encounter{head: c.head, weak: true}
	guests, hosts := r.people(c.obj...), r.subjects(c)
	up := r.clause(r.head(c.head)) // "said on Monday after receiving Holt"
	if c.mark != "after" && c.mark != "before" || up == nil || !lex().speech.Verbs[up.verb] {
		up = nil
	}
	if len(hosts) == 0 && up != nil {
		hosts = r.subjects(up)
	}
	if len(hosts) == 0 && len(c.subj) == 0 {
		hosts = r.rowUpTo(c.head) // "It was her turn: Marrow and Okoye hosted Holt", whatever the tree made of them
	}
	if c.passive {
		guests, hosts = r.subjects(c), r.people(c.agent...)
	}
	official := slices.ContainsFunc(guests, func(a actor) bool {
		return a.Kind == rapporteur.Person || len(a.party) > 0 || a.Kind == rapporteur.State || lex().actors.Persons[r.lemma(a.token)]
	})
	if !official || len(hosts) == 0 {
		return nil
	}
	if c.verb == "brief" && (slices.ContainsFunc(guests, r.ownBody) || slices.ContainsFunc(append(slices.Clone(hosts), guests...), func(a actor) bool {
		return a.Kind == rapporteur.Group && len(a.party) == 0 && !lex().meetings.Delegations[r.lemma(a.token)]
	})) {
		return nil // "briefed reporters", "was briefed by his aides"
	}
	e.who = append(hosts, guests...)
	e.when, _ = r.whenMet(c.head)
	if e.when.IsZero() && up != nil {
		e.when = r.dayOfTelling(up)
	}
	if c.mark == "to" {
		r.arrived(e, c)
	}
	e.state, e.modality = r.verbState(c, e.when)
	if e.state == "" && up != nil && c.mark == "after" && up.past {
		e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted
	}
	r.fill(e, c.head)
	if day, at := r.dayTold(r.sentence(c.head).Start); at >= 0 && e.when.IsZero() && e.state == rapporteur.MeetingHeld && r.sent[c.head]-r.sent[at] <= 1 && r.opensWithDayPart(r.sentence(c.head)) {
		e.when = day // "In the evening it was the union's turn: Marrow received its leader"
	}
	if e.when.IsZero() && e.state == rapporteur.MeetingHeld && r.spokenOfJust(guests) {
		e.known = true
		e.when = r.thereupon(e)
		e.known = false
	}
	for _, h := range c.with("to") { // "welcomed Holt to Lund"
		if e.place == "" && r.typeAt(h) == lang.LOC {
			e.place = r.placeName(h)
		}
	}
	for _, h := range r.purpose(c) {
		r.told[h] = true
		r.nounParts(e, h)
		r.wordsAfter(e, h)
		r.spread(e, h)
		e.talks = true
	}
	if e.place == "" && !e.talks {
		named := func(l []actor) bool {
			return slices.ContainsFunc(l, func(a actor) bool { return a.Kind == rapporteur.Person })
		}
		if days := e.when.Days(); days == 0 || days > 7 || !named(guests) || !named(hosts) {
			return nil
		}
	}
	return e
}

// spokenOfJust reports whether one of some people is named in the sentence before.
func (r *reading) spokenOfJust(who []actor) bool {
	return slices.ContainsFunc(who, func(a actor) bool {
		s := r.sent[a.token] - 1
		if s < 0 || a.Kind != rapporteur.Person {
			return false
		}
		before := r.doc.Sentences[s]
		return slices.ContainsFunc(r.persons(before.Start, before.End), func(b actor) bool { return b.Name == a.Name })
	})
}

// envoys are words for those whom a body sends out to talk.
var envoys = words{"mission": true, "delegation": true, "team": true, "staff": true}
