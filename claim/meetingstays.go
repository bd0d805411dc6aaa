package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// Encounters told by how long people were at a place: "reached after 14 hours at the
// ministry", "kept both delegations at the palace until dawn", "came to the hall at two
// and stayed for half an hour".

// hoursAt reads "after 14 hours at the ministry", "after 11 hours of haggling in Lund",
// "following two days behind closed doors in Lund" at the last word of the length.
func (r *reading) hoursAt(i int) *encounter {
	sent := r.sentence(i)
	if i+2 >= sent.End || r.told[i] || !r.afterLength(i) {
		return nil
	}
	g := r.governor(max(r.head(i), 0))
	if g == nil || g.neg || g.modal != "" || r.modality(g.head) != rapporteur.Asserted {
		return nil
	}
	e := &encounter{head: i, noun: i, state: rapporteur.MeetingHeld, modality: rapporteur.Asserted, talks: true, definite: true}
	k, bargain := i+1, false
	if r.lower(k) == "of" { // "of haggling", "of tense bargaining"
		word := func(k int) bool {
			return r.upos(k) == "ADJ" || r.upos(k) == "ADV" || r.upos(k) == "DET" || r.upos(k) == "CCONJ" || lex().meetings.Bargains[r.lower(k)]
		}
		for k++; k < sent.End && k < i+6 && word(k); k++ {
			bargain = bargain || lex().meetings.Bargains[r.lower(k)]
		}
		if !bargain || r.isEncounter(k-1) {
			return nil // "of talks" is told at the noun
		}
	} else if r.lower(k) == "behind" && r.lower(k+1) == "closed" && k+3 < sent.End {
		k, bargain = k+3, true
	}
	accord := r.accordOf(g)
	if p := r.lower(k); p == "in" || p == "at" || p == "inside" {
		e.place = r.placeFrom(k + 1)
	}
	if e.place == "" || !accord && !bargain && !slices.ContainsFunc(g.subj, r.takesPart) {
		return nil
	}
	if !accord && slices.ContainsFunc(g.subj, r.takesPart) {
		e.who = r.subjects(g)
	}
	if t := r.timeAt[i]; t >= 0 && r.times[t].Minutes < 3*24*60 {
		e.minutes = r.times[t].Minutes
	}
	e.when, _ = r.whenMet(g.head)
	dated := e.when.Exact()
	if !dated {
		e.when = r.dayOfNews(sent.Start)
		if pub := r.report.Published; e.when.IsZero() && !pub.IsZero() && r.opens(i) {
			e.when = rapporteur.Interval{From: pub.AddDays(-1), To: pub}
		}
	}
	if pub := r.report.Published; e.when.IsZero() || !pub.IsZero() && (e.when.From.After(pub) || !dated && pub.Sub(e.when.To) > 10) {
		return nil
	}
	if n, unit := r.lengthInDays(i); unit && e.when.Exact() {
		e.when.From = e.when.To.AddDays(1 - n)
	} else if e.minutes >= 10*60 && e.when.Exact() {
		e.when.From = e.when.To.AddDays(-1) // it began the day before, or the night
	}
	r.told[i] = true
	return e
}

// afterLength reports whether the unit of length at token i ends an amount behind "after".
func (r *reading) afterLength(i int) bool {
	for k := i - 1; k >= r.sentence(i).Start && k > i-7; k-- {
		switch f := r.lower(k); {
		case f == "after" || f == "following":
			return k+1 < i
		case r.upos(k) == "VERB", r.upos(k) == "PUNCT" && f != "-", r.upos(k) == "PROPN":
			return false
		}
	}
	return false
}

// lengthInDays returns how many days the length that ends at token i is, where it is of days.
func (r *reading) lengthInDays(i int) (int, bool) {
	if r.lemma(i) != "day" || i == 0 {
		return 0, false
	}
	n, _ := r.number(i - 1)
	return n, n > 1 && n < 15
}

// accordOf reports whether a clause tells how an accord came about: "the pact, reached after".
func (r *reading) accordOf(g *clause) bool {
	if !lex().meetings.Sign[g.verb] && g.verb != "agree" && g.verb != "come" && g.verb != "emerge" && g.verb != "thrash" && g.verb != "hammer" && g.verb != "forge" {
		return false
	}
	accord := func(h int) bool { return h >= 0 && (r.isTextNoun(h) || lex().deadlines.Accords[r.lemma(h)]) }
	return slices.ContainsFunc(append(slices.Clone(g.subj), g.obj...), accord) || base(r.rel(g.head)) == "acl" && accord(r.head(g.head))
}

// takesPart reports whether a nominal is somebody who negotiates: of office, a party or a
// group that a party sends.
func (r *reading) takesPart(i int) bool {
	if r.ofOffice(i) || r.bothThere(i) {
		return true
	}
	l := r.lemma(i)
	return r.upos(i) == "NOUN" && (lex().meetings.Delegations[l] || lex().actors.Delegations[l]) && l != "group" && l != "official"
}

// placeFrom returns the building or town that is named from token k on.
func (r *reading) placeFrom(k int) string {
	end := r.phraseEnd(k)
	for h := k; h < end; h++ {
		if lex().meetings.Venues[r.lemma(h)] && (r.upos(h) == "NOUN" || r.upos(h) == "PROPN") && (h+1 >= end || r.upos(h+1) != "NOUN") {
			if n := r.nameAt(h); n != nil {
				return tidyName(r.doc.Words(n.Range))
			}
			return r.venue(h)
		}
	}
	return r.placeIn(k, end)
}

// together reads what a verb tells of people who were at one place, nil where it does not.
func (r *reading) together(c *clause) *encounter {
	if e := r.keptAt(c); e != nil {
		return e
	}
	for _, read := range []func(*clause) *encounter{r.stayedAt, r.satFor, r.cameUpon} {
		if e := read(c); e != nil {
			return e
		}
	}
	return r.clasped(c)
}

// keptAt reads "kept both delegations at the ministry for nine hours": whoever mediates
// had them there.
func (r *reading) keptAt(c *clause) *encounter {
	if c.verb != "keep" && c.verb != "have" || c.passive || c.neg || c.modal != "" || r.modality(c.head) != rapporteur.Asserted || len(c.obj) == 0 {
		return nil
	}
	if !slices.ContainsFunc(c.subj, r.ofOffice) || !slices.ContainsFunc(c.obj, r.takesPart) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, talks: true, definite: true}
	for k := c.head + 1; k < r.sentence(c.head).End && r.upos(k) != "SCONJ"; k++ {
		if x := r.clause(k); x != nil && x.head != c.head && isFinite(r.doc.Tokens[k].XPOS) {
			break
		}
		if p := r.lower(k); e.place == "" && (p == "at" || p == "in" || p == "inside") {
			e.place = r.placeFrom(k + 1)
		}
		if t := r.timeAt[k]; t >= 0 && e.minutes == 0 && r.times[t].Minutes < 3*24*60 {
			e.minutes = r.times[t].Minutes
		}
	}
	if e.when, _ = r.whenMet(c.head); e.place == "" || e.minutes == 0 {
		return nil
	}
	e.who = append(r.subjects(c), r.people(c.obj...)...)
	e.state, e.modality = r.verbState(c, e.when)
	if e.when.IsZero() {
		e.when = r.dayOfNews(r.sentence(c.head).Start)
	}
	return e
}

// stayedAt reads "came to the hall at about two and stayed for half an hour": somebody was
// where talks go on. Whom he met there the next sentence may tell.
func (r *reading) stayedAt(c *clause) *encounter {
	l := &lex().meetings
	if !l.Stay[c.verb] || c.neg || c.modal != "" || base(r.rel(c.head)) != "conj" || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	up := r.clause(r.head(c.head))
	if up == nil || !l.Journey[up.verb] || up.neg || up.modal != "" || !slices.ContainsFunc(up.subj, r.ofOffice) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, format: "visit", who: r.subjects(up)}
	for k := up.head + 1; k < c.head && e.place == ""; k++ {
		if p := r.lower(k); p == "to" || p == "at" || p == "in" {
			if e.place = r.placeFrom(k + 1); e.place != "" && !facility(e.place) && !l.Venues[r.lemma(r.phraseEnd(k+1)-1)] {
				return nil // to stay in a town is no visit to talks
			}
		}
	}
	r.fill(e, c.head)
	if e.place == "" || e.minutes == 0 {
		return nil
	}
	if e.when, _ = r.when(up.head); !e.when.Exact() {
		e.when, _ = r.when(c.head)
	}
	e.state, e.modality = r.verbState(c, e.when)
	next := r.sent[c.head] + 1
	if e.state != rapporteur.MeetingHeld || next >= len(r.doc.Sentences) {
		return nil
	}
	s := r.doc.Sentences[next]
	for k := s.Start; k < s.End; k++ { // "He met both envoys together."
		x := r.clause(k)
		if x == nil || !x.is(l.Verbs) && x.verb != "see" && !x.is(l.Together) || len(x.subj) != 1 || r.upos(x.subj[0]) != "PRON" || x.neg || x.modal != "" || !x.past {
			continue
		}
		others := r.people(append(slices.Clone(x.obj), x.with("with")...)...)
		if len(x.obj) > 0 {
			others = append(others, r.amid(x.head, s.End)...)
		}
		if len(others) == 0 {
			continue
		}
		e.who = append(e.who, others...)
		e.format, e.weak = "", false
		r.told[k] = true
		break
	}
	return e
}

// clasped reads "Brandt and Okoye shook hands at the customs house in Lund on Friday",
// "embraced Holt at the door of the ministry".
func (r *reading) clasped(c *clause) *encounter {
	hands := slices.ContainsFunc(c.obj, func(o int) bool { return r.lemma(o) == "hand" || c.verb == "cross" && r.lemma(o) == "path" })
	if (c.verb == "shake" || c.verb == "cross") && !hands || c.verb != "shake" && c.verb != "cross" && c.verb != "embrace" && c.verb != "hug" || c.passive || c.neg || c.modal != "" {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, who: r.subjects(c)}
	if !hands {
		e.who = append(e.who, r.people(c.obj...)...)
	}
	e.who = append(e.who, r.people(c.with("with")...)...)
	r.wholeRow(e)
	people := 0
	for _, a := range distinct(e.who) {
		if a.Kind == rapporteur.Person {
			people++
		}
	}
	if r.toldMeeting(c.head) || people < 2 && !(r.onAccord(c) && r.sidesAmong(e.who) > 1) {
		return nil
	}
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	for k := c.head + 1; k < r.sentence(c.head).End && e.place == ""; k++ { // "across a table in the sailors' home at Lund"
		if p := r.lower(k); p == "at" || p == "in" || p == "outside" {
			e.place = r.placeFrom(k + 1)
		}
	}
	e.state, e.modality = r.verbState(c, e.when)
	r.ofThatDay(e)
	if e.state != rapporteur.MeetingHeld || !e.when.Exact() {
		return nil
	}
	return e
}

// onAccord reports whether hands are shaken on a deal, and not in greeting.
func (r *reading) onAccord(c *clause) bool {
	return slices.ContainsFunc(c.with("on", "over"), func(h int) bool { return r.accordIn(h, true) >= 0 }) ||
		slices.ContainsFunc(c.obj, func(o int) bool {
			return slices.ContainsFunc(r.children(o, "nmod"), func(k int) bool { return r.caseOf(k) == "on" && r.accordIn(k, true) >= 0 })
		})
}

// underOneRoof reads "the two sides were last in the same room on 2 May, in Lund".
func (r *reading) underOneRoof(c *clause) *encounter {
	if !c.copula || c.neg || c.modal != "" || !lex().meetings.Shared[r.lemma(c.head)] {
		return nil
	}
	same := slices.ContainsFunc(r.kids[c.head], func(k int) bool { return r.lower(k) == "same" || r.lower(k) == "one" })
	if p := r.caseOf(c.head); !same || p != "in" && p != "at" && p != "under" && p != "around" {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, talks: true, definite: true, who: r.subjects(c)}
	if len(distinct(e.who)) < 2 && !slices.ContainsFunc(e.who, r.several) {
		return nil
	}
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	e.place = ""
	for k := c.head + 1; k < r.hi[c.head] && e.place == ""; k++ {
		if p := r.lower(k); p == "at" || p == "in" {
			e.place = r.placeFrom(k + 1)
		}
	}
	r.partedAfter(e, c)
	if !e.when.Exact() {
		return nil
	}
	e.state, e.modality = r.stay(c, e.when)
	return e
}

// partedAfter gives an encounter the length after which its people are told to have left:
// "sat down in Lund and parted after 50 minutes".
func (r *reading) partedAfter(e *encounter, c *clause) {
	if e.minutes > 0 {
		return
	}
	for _, k := range r.conjuncts(c.head) {
		x := r.clause(k)
		if k == c.head || x == nil || !lex().meetings.Part[x.verb] && !lex().meetings.End[x.verb] || x.neg {
			continue
		}
		for t := range r.times {
			y := &r.times[t]
			if y.Type == timex.DurationType && y.Minutes > 0 && y.Minutes < 24*60 && r.hangsOn(r.top(y.Range), k) && r.lower(max(y.Start-1, 0)) == "after" {
				e.minutes = y.Minutes
				return
			}
		}
	}
}

// toldThere reads "told his Estrelian counterpart, Rena Holt, in Lund on Monday that …":
// what is said to somebody of the other side in a place on a day was said face to face.
func (r *reading) toldThere(c *clause) *encounter {
	switch c.verb {
	case "tell", "inform", "assure", "warn":
	default:
		return nil
	}
	if c.passive || c.neg || c.modal != "" || r.modality(c.head) != rapporteur.Asserted || len(c.subj) == 0 || !r.ofOffice(c.subj[0]) {
		return nil
	}
	heard := append(slices.Clone(c.iobj), c.obj...)
	if len(heard) == 0 {
		return nil
	}
	others := r.people(heard[0])
	if len(others) != 1 || others[0].Kind != rapporteur.Person && len(others[0].party) == 0 || !r.ofOffice(heard[0]) && r.lemma(heard[0]) != "colleague" && r.lemma(heard[0]) != "peer" {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true}
	for _, h := range c.with("in", "at") {
		if t := r.typeAt(h); t == lang.LOC && h > c.head && e.place == "" {
			e.place = r.placeName(h)
		}
	}
	if t := r.timeBelow(c.head); t != nil {
		e.when = t.Interval
	}
	if e.place == "" || !e.when.Exact() {
		return nil
	}
	e.who = append(r.subjects(c), others...)
	e.state, e.modality = r.verbState(c, e.when)
	return e
}

// satFor reads "the two generals sat in a barn at Kest Hill for four hours": people who sit
// together for so long have met.
func (r *reading) satFor(c *clause) *encounter {
	if c.verb != "sit" || c.passive || r.tableOf(c) >= 0 || r.opposite(c) || c.neg || c.modal != "" || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, who: append(r.subjects(c), r.people(c.with("with")...)...)}
	sides := 0
	for _, a := range distinct(e.who) {
		switch {
		case a.Kind != rapporteur.Group || len(a.party) > 0:
			sides++
		case lex().actors.Delegations[r.lemma(a.token)] && r.several(a):
			sides += 2
		}
	}
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	for k := c.head + 1; k < r.hi[c.head] && r.sent[k] == r.sent[c.head] && r.upos(k) != "VERB"; k++ {
		if t := r.timeAt[k]; t >= 0 && e.minutes == 0 && r.times[t].Minutes < 24*60 && !r.distant(&r.times[t]) {
			e.minutes = r.times[t].Minutes
		}
		if p := r.lower(k); e.place == "" && (p == "in" || p == "at" || p == "inside" || p == "outside") {
			e.place = r.placeFrom(k + 1)
		}
	}
	if sides < 2 || e.minutes == 0 {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	return e
}

// cameUpon reads "ran into Holt in the lobby of the Astor on Monday", "called on the premier
// in Lund": verbs that with their preposition tell of an encounter with a person.
func (r *reading) cameUpon(c *clause) *encounter {
	prep := lex().meetings.Upon[c.verb]
	if prep == "" || c.passive && r.child(c.head, "aux") >= 0 || c.neg || len(c.comp) > 0 || len(c.obj) > 0 {
		return nil
	}
	var others []actor
	for _, h := range c.with(prep) {
		if r.typeAt(h) == lang.PER || r.ofOffice(h) {
			others = append(others, r.people(h)...)
		}
	}
	if len(others) == 0 || !slices.ContainsFunc(c.subj, r.ofOffice) {
		return nil
	}
	for _, k := range r.children(c.head, "xcomp", "advcl", "ccomp") {
		if x := r.clause(k); x != nil && x.mark == "to" {
			return nil // "called on Holt to resign"
		}
	}
	for k := c.head + 1; k+1 < r.hi[c.head]; k++ { // … wherever the tree hung it
		if r.lower(k) == "to" && r.upos(k) == "PART" && r.upos(k+1) == "VERB" {
			return nil
		}
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, who: append(r.subjects(c), others...)}
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	for k := c.head + 1; k < r.hi[c.head] && e.place == ""; k++ {
		if p := r.lower(k); p == "in" || p == "at" || p == "outside" {
			e.place = r.placeFrom(k + 1)
		}
	}
	if days := e.when.Days(); days == 0 || days > 31 || e.place == "" && (days > 1 || !r.aPerson(c.subj) || r.bidsFor(c)) {
		return nil
	}
	for _, k := range r.conjuncts(c.head) { // "and they talked for 15 minutes"
		if x := r.clause(k); k != c.head && x != nil && (x.verb == "talk" || x.verb == "speak" || x.verb == "chat") {
			r.told[k] = true
			r.fill(e, k)
		}
	}
	e.state, e.modality = r.verbState(c, e.when)
	return e
}

// bidsFor reports whether a clause tells what somebody is called on for, and not an encounter for which he is called on:
// "called on Holt for calm", but "for a briefing".
func (r *reading) bidsFor(c *clause) bool {
	for k := c.head + 1; k+1 < r.sentence(c.head).End; k++ {
		if r.lower(k) != "for" || r.upos(k) != "ADP" {
			continue
		}
		h := r.head(k)
		return h < k || !r.isEncounter(h) && !lex().meetings.Things[r.lemma(h)] && !lex().meetings.Meals[r.lemma(h)] && r.lemma(h) != "briefing" && r.timeAt[h] < 0
	}
	return false
}

// satForSide reads "Brigadier Stenn came down for Ostrel and Colonel Vey for Tavia": who
// stood for whom at the encounter spoken of last.
func (r *reading) satForSide(c *clause) *encounter {
	if !lex().meetings.Appear[c.verb] || c.passive || c.neg || c.modal != "" || len(c.obj) > 0 || len(c.with("for")) == 0 || len(c.subj) == 0 || !r.aPerson(c.subj) || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, known: true, who: r.subjects(c)}
	sides := r.people(c.with("for")...)
	s := r.sentence(c.head)
	for k := c.head + 1; k+2 < s.End; k++ { // "and Colonel Vey for Tavia"
		if n := r.nameAt(k); n != nil && n.Start == k && n.Type == lang.PER && r.lower(min(n.End, s.End-1)) == "for" {
			e.who = append(e.who, r.named(n))
			sides = append(sides, r.along(n.End+1)...)
		}
	}
	party := func(a actor) bool {
		return a.Kind == rapporteur.State || a.Kind == rapporteur.Organisation || len(a.party) > 0
	}
	if e.who = distinct(e.who); len(e.who) < 2 || !slices.ContainsFunc(sides, party) {
		return nil
	}
	for _, a := range sides {
		if party(a) {
			e.who = append(e.who, a)
		}
	}
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	e.state, e.modality = r.verbState(c, e.when)
	return e
}

// atDateline gives the talks of delegates of many countries that a report opens with the
// place that it was written from: nobody else's place is told.
func (r *reading) atDateline(e *encounter) {
	pub := r.report.Published
	if e.place != "" || r.report.Dateline == "" || remote(e.format) || stageOf(e.state) != took || pub.IsZero() || !e.when.Exact() || pub.Sub(e.when.To) > 1 || !r.opens(e.head) {
		return
	}
	g := r.governor(e.head)
	if g == nil || g.neg || len(g.subj) == 0 {
		return
	}
	l := r.lemma(g.subj[0])
	of := (lex().actors.Delegations[l] || lex().meetings.Delegations[l]) && slices.ContainsFunc(r.children(g.subj[0], "nmod"), func(k int) bool {
		l := r.lemma(k)
		return (r.caseOf(k) == "from" || r.caseOf(k) == "of") && (l == "country" || l == "nation" || l == "state" || l == "government")
	})
	s := r.sentence(e.head)
	for k := s.Start; k < s.End && of; k++ {
		if n := r.nameAt(k); n != nil && n.Start == k && n.Type == lang.LOC && r.lower(max(k-1, 0)) == "in" {
			of = false
		}
	}
	if of {
		e.place = titled(r.report.Dateline)
	}
}
