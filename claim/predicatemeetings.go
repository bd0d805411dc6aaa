package claim

import (
	"maps"
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// learnedMeeting makes a meeting of a predicate or noun that tells one.
func (r *reading) learnedMeeting(x prediction) {
	cycle := func(k int) bool { return r.lemma(k) == "cycle" && r.noMeeting(k) }
	if b := r.clause(x.token); r.toldMeeting(x.token) || cycle(x.token) || b != nil && slices.ContainsFunc(b.subj, cycle) {
		return // "a cycle of violence"
	}
	told := maps.Clone(r.told)
	e := r.learnedEncounter(x)
	e.likely = x.p
	c := r.clause(x.token)
	if x.p < likelyMeeting && !r.fullyTold(e) {
		r.told = told
		return
	}
	e.alone = c != nil && lex().meetings.Journey[c.verb]
	if c != nil && e.state == rapporteur.MeetingUnderWay && arranges[c.verb] && slices.ContainsFunc(c.obj, func(o int) bool { return len(r.encounterNouns(o)) > 0 }) {
		e.state, e.modality = rapporteur.MeetingPlanned, orPlanned(e.modality) // "are discussing the next round"
	}
	if c != nil && e.state == rapporteur.MeetingUnderWay && e.when.IsZero() && e.place == "" && (c.verb == "negotiate" || c.verb == "bargain" || c.verb == "work" || arranges[c.verb]) {
		return // "the deal that we are negotiating with Estrel", "are discussing ways to …"
	}
	if c != nil && r.noEncounter(e, c) {
		return
	}
	if g := r.governor(x.token); g != nil && r.bringsOwn(g) {
		return
	}
	if c != nil && c.neg && e.state == rapporteur.MeetingHeld && len(e.who) > 0 {
		e.state = rapporteur.MeetingDenied // "had not spoken by phone", whatever the likeliest class
	}
	if e.state == rapporteur.MeetingHeld && r.rumoured(x.token) || r.speculative(x.token) || e.state == rapporteur.MeetingPlanned && r.unfulfilled(x.token) {
		return
	}
	if stageOf(e.state) == took && r.calledOff(x.token) {
		e.state, e.modality = rapporteur.MeetingCancelled, rapporteur.Asserted
	}
	r.last = r.meetingBefore(x.token)
	if e.they && len(e.who) == 0 {
		e.who = r.both(x.token)
	}
	n := len(r.claims)
	r.keepEach(e)
	if len(r.claims) > n && slices.ContainsFunc(r.claims[:n], func(f found) bool { return r.repeats(&r.claims[n], &f) }) {
		r.claims = r.claims[:n]
	}
}

// arranges are the verbs of what is talked of, and has not been done.
var arranges = words{"discuss": true, "consider": true, "explore": true, "weigh": true, "arrange": true, "prepare": true, "plan": true, "debate": true}

// noEncounter reports whether the words around a predicate tell of no meeting between
// parties, however much it sounds like one.
func (r *reading) noEncounter(e *encounter, c *clause) bool {
	l := &lex().meetings
	switch c.verb {
	case "precede", "preced", "succeed", "replace":
		return true // who came before somebody was not with him
	}
	if c.is(l.Verbs) && len(e.who) < 2 {
		if len(c.obj) > 0 && len(r.people(c.obj...)) == 0 && r.lower(c.obj[0]) != "other" && !r.isEncounter(c.obj[0]) && len(r.visitors(c.obj)) == 0 {
			return true // "will meet the deadline", "met voters"
		}
		if len(c.subj) > 0 && len(c.obj) == 0 && r.upos(c.subj[0]) == "NOUN" && !r.mayMeet(c.subj) {
			return true
		}
	}
	if base(r.rel(c.head)) == "acl" && r.doc.Tokens[c.head].XPOS == "VBG" && (c.mark == "in" || c.mark == "of" || c.mark == "for" || c.mark == "about" || c.mark == "at" || c.mark == "from") {
		return true // "an interest in meeting Holt"
	}
	if slices.ContainsFunc(c.obj, r.forThePress) || c.passive && slices.ContainsFunc(c.subj, r.forThePress) {
		return true
	}
	if !c.is(l.Verbs) && slices.ContainsFunc(e.who, r.ownBody) && !slices.ContainsFunc(e.who, func(a actor) bool { return a.Kind == rapporteur.State || len(a.party) > 0 }) {
		return true // "will brief parliament"
	}
	one := len(distinct(e.who)) == 1 && (e.who[0].Kind == rapporteur.Person || e.who[0].Kind == rapporteur.State)
	return one && e.state == rapporteur.MeetingHeld && (e.plural || e.place == "" && !c.is(l.Verbs) && !l.Journey[c.verb] && e.noun == c.head && r.upos(c.head) == "VERB")
}

// bringsOwn reports whether a clause tells whom somebody has with him of his own people, and nobody
// whom he meets: "the delegation came with its interpreter, Otto Holm".
func (r *reading) bringsOwn(c *clause) bool {
	if len(c.subj) == 0 || len(c.obj) > 0 || !goes[c.verb] || len(c.with("to", "for")) > 0 {
		return false
	}
	return slices.ContainsFunc(c.with("with"), func(h int) bool {
		return slices.ContainsFunc(r.kids[h], func(k int) bool {
			f := r.lower(k)
			return r.rel(k) == "nmod:poss" && (f == "its" || f == "their" || f == "his" || f == "her")
		})
	})
}

// goes are verbs of coming and going, of which those who come along are told with "with".
var goes = words{"come": true, "arrive": true, "travel": true, "fly": true, "go": true, "return": true, "leave": true, "appear": true, "turn": true}

// forThePress reports whether a noun is of an event at which people only speak to others.
func (r *reading) forThePress(i int) bool {
	if r.lemma(i) != "conference" && r.lemma(i) != "briefing" {
		return false
	}
	return slices.ContainsFunc(r.kids[i], func(k int) bool { f := r.lower(k); return f == "press" || f == "news" || f == "media" })
}

// rumoured reports whether a predicate stands in what is told as a rumour: "there had
// been rumours that the two got together".
func (r *reading) rumoured(i int) bool {
	for h, steps := r.head(i), 0; h >= 0 && steps < 4; h, steps = r.head(h), steps+1 {
		switch r.lemma(h) {
		case "rumour", "rumor", "speculation", "gossip", "fabrication", "invention":
			return true
		}
	}
	return false
}

// fullyTold reports whether the words around a predicate tell of two who could have
// met, on which day, and where or for how long: it then takes less for a meeting.
func (r *reading) fullyTold(e *encounter) bool {
	if days := e.when.Days(); days == 0 || days > 2 || e.place == "" && e.minutes == 0 || never(e.state) {
		return false
	}
	sides := 0
	for _, a := range distinct(e.who) {
		switch {
		case a.Kind == rapporteur.Person, a.Kind == rapporteur.Organisation, a.Kind == rapporteur.State, len(a.party) > 0:
			sides++
		case a.Kind == rapporteur.Group && lex().actors.Delegations[r.lemma(a.token)]:
			sides++
			if r.several(a) {
				sides++ // "the two delegations"
			}
		}
	}
	return sides > 1
}

// both returns the two people that "they" means at token i: those of the meeting
// told last, or the only two that are named in the sentence and the one before it.
func (r *reading) both(i int) []actor {
	if r.last >= 0 && r.sent[i]-r.sent[r.claims[r.last].head] <= 3 {
		var out []actor
		for _, m := range r.claims[r.last].Meeting.Participants {
			if m.Kind == rapporteur.Person {
				out = append(out, actor{Mention: m, token: i})
			}
		}
		if len(out) == 2 {
			return out
		}
	}
	for n := range r.clauses { // those between whom the sentence before passes: "Brandt told Okoye that …"
		c := &r.clauses[n]
		if r.sent[c.head] != r.sent[i]-1 || len(c.subj) == 0 || len(r.people(c.subj...)) == 0 {
			continue
		}
		var out []actor
		for _, a := range append(r.subjects(c), r.people(append(append(slices.Clone(c.obj), c.iobj...), c.with("with", "to")...)...)...) {
			if a.Kind == rapporteur.Person {
				a.token = i
				out = append(out, a)
			}
		}
		if out = distinct(out); len(out) == 2 {
			return out
		}
		break
	}
	var out []actor
	for k := r.doc.Sentences[max(r.sent[i]-1, 0)].Start; k < i; k++ {
		if n := r.nameAt(k); n != nil && n.Start == k && r.typeAt(k) == lang.PER {
			a := r.named(n)
			a.token = i
			out = append(out, a)
		}
	}
	if out = distinct(out); len(out) != 2 {
		return nil
	}
	return out
}

// repeats reports whether a meeting is one that another claim of the sentence
// tells: in the same state, on the same days, and with nobody besides.
func (r *reading) repeats(f, g *found) bool {
	if g.Meeting == nil || r.sent[f.head] != r.sent[g.head] || f.Meeting.State != g.Meeting.State || f.When != g.When || f.Meeting.Place != "" && f.Meeting.Place != g.Meeting.Place {
		return false
	}
	others := append(slices.Clone(g.Meeting.Participants), g.Meeting.Parties...)
	return !slices.ContainsFunc(append(slices.Clone(f.Meeting.Participants), f.Meeting.Parties...), func(m rapporteur.Mention) bool {
		return !slices.ContainsFunc(others, func(o rapporteur.Mention) bool { return o.Name == m.Name })
	})
}

// learnedEncounter gathers what the words around a predicate or noun tell of the meeting.
func (r *reading) learnedEncounter(x prediction) *encounter {
	i := x.token
	e := &encounter{head: i, noun: i, state: rapporteur.MeetingState(x.class), modality: rapporteur.Asserted}
	if m := r.modality(i); m == rapporteur.Hedged {
		e.modality = m
	}
	c := r.clause(i)
	if c != nil && r.upos(i) != "NOUN" {
		r.gather(e, c)
		if at := r.remoteWord(c); at >= 0 && e.format == "" && r.hangsOn(at, i) {
			e.format = lex().meetings.Format[r.lemma(at)]
		}
		several := func(h int) bool {
			return lex().meetings.Nouns[r.lemma(h)] && r.doc.Tokens[h].XPOS == "NNS" && !r.bargaining(h)
		}
		e.plural = slices.ContainsFunc(c.obj, several) // "plans to hold meetings with"
		e.plural = e.plural || r.severalTimes(c)
		for _, o := range c.obl { // "used her own interpreter at meetings with him"
			e.plural = e.plural || several(o.head)
		}
	} else {
		e.definite = r.meansKnown(i)
		e.talks = r.bargaining(i)
		e.plural = r.doc.Tokens[i].XPOS == "NNS" && !e.talks
		r.nounParts(e, i)
		r.wordsAfter(e, i)
		r.spread(e, i)
		if g := r.governor(i); g != nil && !r.cue[g.head] {
			if len(e.who) < 2 && slices.Contains(g.obj, i) {
				e.who = append(r.subjects(g), e.who...)
			}
			if len(e.who) < 2 && !slices.Contains(g.subj, i) && r.typeAt(i) == "" { // "went through the text with Holt in a session"
				e.who = append(e.who, r.people(g.with("with", "alongside", "together with")...)...)
			}
			r.fill(e, g.head)
			if e.place == "" {
				e.place = r.placeAt(g.head)
			}
			if e.when.IsZero() {
				e.when, _ = r.whenMet(g.head)
			}
		}
	}
	if r.upos(i) == "VERB" {
		r.wholeRow(e)
	}
	if s := r.child(i, "nsubj"); len(e.who) == 0 && s >= 0 {
		e.who = r.people(s) // "is due in Lund", whatever the tree made of it
	}
	if fate, _ := r.fateOf(i); fate != "" && r.isEncounter(i) {
		e.state = fate
	}
	if l := &lex().meetings; c != nil && e.state == rapporteur.MeetingHeld && !c.neg && c.modal == "" {
		switch { // the words against the likeliest class
		case c.is(l.Cancel):
			e.state = rapporteur.MeetingCancelled
		case c.is(l.Postpone) && !shifts[c.verb]:
			e.state = rapporteur.MeetingPostponed
		}
	}
	told := c
	if told == nil {
		told = r.governor(i)
	}
	if told != nil && e.state == rapporteur.MeetingHeld && r.wasToHave(told) {
		e.state, e.modality = rapporteur.MeetingCancelled, rapporteur.Asserted
	}
	if c != nil && stageOf(e.state) == took && r.askedThatIt(c) {
		e.state = ""
	}
	r.againstClass(e, c)
	if e.state == rapporteur.MeetingCancelled && c != nil && broken[c.verb] && c.past && !e.when.IsZero() && !r.toCome(e.when) && e.talks {
		e.state = rapporteur.MeetingHeld // "talks collapsed on Tuesday": they had begun
	}
	if e.state == rapporteur.MeetingPostponed {
		r.ahead(e)
	}
	if e.state == rapporteur.MeetingPlanned {
		e.modality = orPlanned(e.modality)
		r.ahead(e)
		if pub := r.report.Published; !e.when.IsZero() && !pub.IsZero() && e.when.To.Before(pub) && e.when.Days() <= 31 {
			e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted
		}
	}
	if g := r.governor(i); e.state == rapporteur.MeetingHeld && g != nil && r.toCome(e.when) && r.inPresent(g) {
		e.state, e.modality = rapporteur.MeetingPlanned, orPlanned(e.modality) // "holds talks in Lund on Saturday"
	}
	r.gone(e)
	if e.state != rapporteur.MeetingUnderWay && r.since(e) {
		if e.plural && c != nil && c.perfect && !r.report.Published.IsZero() {
			e.when.To = r.report.Published
		} else {
			e.when = rapporteur.Interval{}
		}
	}
	if pub := r.report.Published; e.state == rapporteur.MeetingHeld && !e.when.IsZero() && !pub.IsZero() && e.when.From.After(pub) {
		e.state, e.modality = rapporteur.MeetingPlanned, rapporteur.Planned
	}
	return e
}

// againstClass corrects the likeliest class of an encounter by the words that negate what it says or put it into the
// time to come: "had not been called off", "are not meeting this week", "after lunch with Holt, Marrow will …".
func (r *reading) againstClass(e *encounter, c *clause) {
	l := &lex().meetings
	undone := e.when.IsZero() || !r.isPast(e.when)
	g := r.governor(e.head)
	switch {
	case (e.state == rapporteur.MeetingPlanned || e.state == rapporteur.MeetingHeld) && g != nil && r.upos(e.head) == "NOUN" && r.caseOf(e.head) == "to" && r.harksBack(g):
		if e.state = rapporteur.MeetingHeld; r.toCome(e.when) {
			e.when = rapporteur.Interval{From: e.when.From.AddYears(-1), To: e.when.To.AddYears(-1)}
		}
	case c != nil && e.state == rapporteur.MeetingPlanned && l.Journey[c.verb] && r.doc.Tokens[c.head].XPOS == "VBD" && !c.neg && c.modal == "" && c.mark == "":
		e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted // "arrived Thursday for the summit"
		r.gone(e)
	case c != nil && c.neg && (e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed) && (c.is(l.Cancel) || c.is(l.Postpone)):
		if e.state = ""; undone && !e.when.IsZero() {
			e.state, e.modality = rapporteur.MeetingPlanned, rapporteur.Planned
		}
	case c != nil && c.neg && e.state == rapporteur.MeetingPlanned && undone && (c.is(l.Verbs) || l.Journey[c.verb] || c.verb == "visit" || attends[c.verb]) && (c.ongoing && !c.past || c.modal == "will" || c.modal == "wo") && !r.notBefore(c):
		e.state, e.modality = rapporteur.MeetingNotPlanned, rapporteur.Asserted
	case e.state == rapporteur.MeetingUnderWay && c != nil && c.past && !c.ongoing && !l.Begin[c.verb] && e.when.Exact() && r.isPast(e.when):
		e.state = rapporteur.MeetingHeld // "were closeted until two last Friday"
	case e.state == rapporteur.MeetingHeld && e.when.IsZero() && r.upos(e.head) == "NOUN":
		p := r.caseOf(e.head)
		if g := r.governor(r.head(e.head)); g != nil && base(r.rel(e.head)) == "obl" && (g.modal == "will" || g.modal == "wo") && !g.perfect && (p == "after" || p == "before" || p == "at" || p == "during" || p == "following") {
			e.state, e.modality = rapporteur.MeetingPlanned, rapporteur.Planned
		}
	}
}

// notBefore reports whether what a clause negates is only so until some time: "will not travel to Lund before June".
func (r *reading) notBefore(c *clause) bool {
	for k := c.head + 1; k < r.sentence(c.head).End; k++ {
		switch r.lower(k) {
		case "before", "until", "till", "unless", "if", "without":
			return true
		}
	}
	return false
}

// gather reads who met where and when off a clause and the encounters that it names.
func (r *reading) gather(e *encounter, c *clause) {
	e.who = append(e.who, r.whoMeets(c, append(r.people(c.obj...), r.people(c.with("with")...)...))...)
	e.who = append(e.who, r.people(c.agent...)...)
	e.who = append(e.who, r.people(c.obj...)...)
	e.they = len(e.who) == 0 && slices.ContainsFunc(c.subj, func(s int) bool { return r.upos(s) == "PRON" && (r.lower(s) == "they" || r.lower(s) == "we") })
	with := c.with("with", "alongside", "including", "together with", "between", "by")
	for _, o := range c.obj { // "had tea | with Holt"
		for _, k := range r.children(o, "nmod") {
			if r.caseOf(k) == "with" && r.typeAt(k) == lang.PER {
				with = append(with, k)
			}
		}
	}
	e.who = append(e.who, r.people(with...)...)
	for _, h := range with {
		e.who = append(e.who, r.rowAfter(h)...)
	}
	if len(c.obj) == 0 && c.is(lex().meetings.Verbs) {
		e.who = append(e.who, r.withBehind(c)...)
	}
	e.when, _ = r.whenMet(c.head)
	r.fill(e, c.head)
	r.outcomes(e, c)
	nouns := slices.Clone(c.obj)
	for _, o := range c.obl {
		switch o.prep {
		case "on", "about", "regarding", "over":
			if e.state != rapporteur.MeetingHeld || len(c.obj) > 0 {
				continue // "will brief parliament on the talks"
			}
		}
		nouns = append(nouns, o.head)
	}
	nouns = append(nouns, c.subj...)
	for _, n := range nouns {
		for _, h := range r.encounterNouns(n) {
			r.told[h] = true
			if own := r.ownWho(h); len(own) > 0 && !slices.Contains(c.obj, n) { // "pressed him in a meeting with Holt": he need not have been there
				e.who = slices.DeleteFunc(e.who, func(a actor) bool {
					return slices.Contains(c.obj, a.token) && !slices.ContainsFunc(own, func(b actor) bool { return b.Name == a.Name })
				})
			}
			r.nounParts(e, h)
			r.wordsAfter(e, h)
			r.spread(e, h)
			e.talks = e.talks || r.bargaining(h)
			e.definite = e.definite || r.meansKnown(h)
			e.noun = h
		}
	}
	for _, k := range c.comp { // "agreed to meet", "is due to fly to Lund"
		if x := r.clause(k); x != nil && x.mark == "to" {
			inner := &encounter{head: k}
			r.gather(inner, x)
			e.who = append(e.who, inner.who...)
			if e.place == "" {
				e.place = inner.place
			}
			if e.when.IsZero() {
				e.when = inner.when
			}
		}
	}
}

// toldMeeting reports whether a frame has told the meeting that a predicate tells.
func (r *reading) toldMeeting(i int) bool {
	return slices.ContainsFunc(r.claims, func(f found) bool {
		return f.Meeting != nil && r.sent[f.head] == r.sent[i] && (f.head == i || r.told[i] || r.within(i, f.head) || r.within(f.head, i))
	})
}

// meetingBefore returns the index of the claim of the meeting that was told last before a token, -1 for none.
func (r *reading) meetingBefore(i int) int {
	last := -1
	for n, f := range r.claims {
		if f.Meeting != nil && f.head < i && (last < 0 || f.head > r.claims[last].head) {
			last = n
		}
	}
	return last
}

// unfulfilled reports whether a verb tells what was to have happened and did not.
func (r *reading) unfulfilled(i int) bool {
	return i > 2 && r.doc.Tokens[i].XPOS == "VBN" && r.lower(i-1) == "have" && r.lower(i-2) == "to" && r.sent[i-2] == r.sent[i]
}

// since reports whether the days of an encounter are those since which something is so.
func (r *reading) since(e *encounter) bool {
	return slices.ContainsFunc(r.times, func(x timex.Time) bool {
		return x.Interval == e.when && x.Start > 0 && r.sent[x.Start] == r.sent[e.head] && r.lower(x.Start-1) == "since"
	})
}

// bargaining reports whether a noun of encounter is one of negotiations.
func (r *reading) bargaining(i int) bool {
	switch r.lemma(i) {
	case "negotiation", "round", "session", "sitting", "consultation", "talk", "bargaining":
		return true
	}
	return r.lower(i) == "talks"
}

// meansKnown reports whether a noun of encounter means those that are spoken of:
// "the meeting", "Monday's session", "negotiations".
func (r *reading) meansKnown(i int) bool {
	if d := r.child(i, "det"); d >= 0 {
		switch r.lower(d) {
		case "the", "this", "that", "these", "those":
			return true
		}
		return r.bargaining(i) && r.lower(d) != "no" // "a session"
	}
	return r.child(i, "nmod:poss") >= 0 || r.bargaining(i)
}

// speculative reports whether a noun of encounter is told of by its date or its
// prospects: "the date of the meeting", "the possibility of talks".
func (r *reading) speculative(i int) bool {
	if r.lower(i) == "consultation" && r.child(i, "det") < 0 {
		return true // "in consultation with"
	}
	if r.lemma(i) == "sitting" && r.child(i, "nmod", "compound") < 0 {
		return true // a parliament's
	}
	if p := r.caseOf(i); p != "of" && p != "for" || r.head(i) < 0 {
		return false
	}
	switch r.lemma(r.head(i)) {
	case "date", "venue", "possibility", "prospect", "idea", "agenda", "chance", "hope", "condition", "need", "request", "call", "framework", "format":
		return true
	}
	return false
}
