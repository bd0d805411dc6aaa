package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// Encounters of which only what was done at them is told: a text worked out in a place on some
// days, words spoken to delegates, a paper handed over, somebody who was with another for hours.

// doneTogether reads what takes others to do, nil where a clause tells of no such thing.
func (r *reading) doneTogether(c *clause) *encounter {
	if c.neg || r.doc.Sentences[r.sent[c.head]].Heading {
		return nil
	}
	for _, read := range []func(*clause) *encounter{r.wroughtAt, r.toldGathering, r.handedOver} {
		if e := read(c); e != nil {
			return e
		}
	}
	return nil
}

// wroughtAt reads "the text was hammered out between April 27 and 30 in Port Calder": who works out
// a text in a place on some days negotiates there.
func (r *reading) wroughtAt(c *clause) *encounter {
	if !lex().meetings.Work[c.verb] || c.modal != "" && c.modal != "will" || r.modality(c.head) != rapporteur.Asserted && r.modality(c.head) != rapporteur.Planned {
		return nil
	}
	if slices.ContainsFunc(c.obl, func(o oblique) bool { return len(r.encounterNouns(o.head)) > 0 }) {
		return nil // "was settled at a meeting in Lund": told at its noun
	}
	heads, who := c.obj, c.subj
	if c.passive {
		heads, who = c.subj, c.agent
	}
	if h := r.head(c.head); len(heads) == 0 && h >= 0 && h < c.head && base(r.rel(c.head)) == "acl" {
		heads = []int{h}
	}
	text := func(h int) bool {
		l := r.lemma(h)
		return r.isTextNoun(h) || lex().deadlines.Accords[l] || lex().meetings.Signed[l] || l == "detail" || l == "wording" || l == "language" || r.upos(h) == "PRON" && (r.lower(h) == "it" || r.lower(h) == "which") && c.passive
	}
	if !slices.ContainsFunc(heads, text) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, talks: true, who: r.people(who...)}
	e.when, _ = r.whenMet(c.head)
	r.fill(e, c.head)
	r.penned(e, c)
	r.forSides(e, c)
	if len(e.parties) > 1 && len(distinct(e.who)) > 1 && e.place != "" && e.when.Days() <= 92 {
		e.state, e.modality = r.verbState(c, e.when)
		if e.state == "" && r.doc.Tokens[c.head].XPOS == "VBN" {
			e.state = rapporteur.MeetingHeld
		}
		return e
	}
	if days := e.when.Days(); e.place == "" || days == 0 || days > 14 || e.place != "" && len(who) > 0 && !c.passive && len(e.who) == 0 {
		return nil
	}
	if len(e.who) == 1 && e.who[0].Kind != rapporteur.Group {
		return nil // what one alone drew up
	}
	e.state, e.modality = r.verbState(c, e.when)
	return e
}

// forSides gives a text that was worked out by several, one for each side, those who did and their sides: "was hammered out in
// Lund by Holt for Norvana and Marrow for Estrel".
func (r *reading) forSides(e *encounter, c *clause) {
	s := r.sentence(c.head)
	by := c.head + 1
	for by < s.End && r.lower(by) != "by" {
		if r.upos(by) == "VERB" {
			return
		}
		by++
	}
	end := by + 1
	for end < s.End && r.upos(end) != "VERB" && r.upos(end) != "AUX" && r.form(end) != ";" {
		end++
	}
	who := distinct(r.amid(by, end))
	if by >= s.End || len(who) < 2 {
		return
	}
	var sides []rapporteur.Mention
	for k := by + 1; k+1 < end; k++ {
		if n := r.nameAt(k + 1); r.lower(k) == "for" && n != nil && n.Start == k+1 && n.Type != lang.PER && r.acts(n) {
			sides = addMention(sides, r.named(n).Mention)
		}
	}
	if len(sides) == len(who) {
		e.who, e.parties = who, sides
	}
}

// toldGathering reads "told a plenary in Lund on Monday that …", "told 1,800 negotiators at the
// opening on Tuesday": what is said to those who negotiate was said at their meeting.
func (r *reading) toldGathering(c *clause) *encounter {
	if c.passive || c.modal != "" || !addresses[c.verb] || len(c.subj) == 0 || !c.past && !c.perfect {
		return nil
	}
	if m := r.modality(c.head); m != rapporteur.Asserted {
		return nil
	}
	for _, h := range append(slices.Clone(c.iobj), c.obj...) {
		meeting := r.isEncounter(h) && r.lemma(h) != "conference" && !r.otherOccasion(h) && r.upos(h) == "NOUN"
		if !meeting && !(delegates[r.lemma(h)] && r.doc.Tokens[h].XPOS == "NNS") || r.ofParty(r.sentence(c.head)) {
			continue
		}
		e := &encounter{head: c.head, noun: h, talks: meeting, who: r.subjects(c)}
		e.when, _ = r.whenMet(c.head)
		if meeting {
			r.told[h] = true
			r.nounParts(e, h)
			r.wordsAfter(e, h)
		} else {
			e.who = append(e.who, r.people(h)...)
		}
		r.fill(e, c.head)
		r.penned(e, c)
		if !e.when.Exact() && (e.place == "" || !meeting) || !meeting && e.place == "" && !r.atOpening(c) || r.toCome(e.when) {
			return nil
		}
		e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted
		return e
	}
	return nil
}

// atOpening reports whether a sentence tells at which part of a meeting something was said: "at
// the opening", "at the closing plenary".
func (r *reading) atOpening(c *clause) bool {
	s := r.sentence(c.head)
	for k := s.Start; k < s.End; k++ {
		if f := r.lower(k); f == "at" || f == "in" || f == "during" {
			if h := r.head(k); h > k && (sessionParts[r.lemma(h)] || r.isEncounter(h)) {
				return true
			}
		}
	}
	return false
}

// ofParty reports whether a sentence is of those whose delegates decide nothing with others.
func (r *reading) ofParty(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		switch r.lower(k) {
		case "party", "rally", "convention", "congress", "press", "news", "briefing", "parliamentary":
			return true
		}
	}
	return false
}

// handedOver reads "handed Okoye the letter in Lund on Monday", "had shown the note to Holt on Monday": what is
// given to somebody in a place on a day, or shown to him on one, is given face to face.
func (r *reading) handedOver(c *clause) *encounter {
	if !handsOver[c.verb] || c.modal != "" || r.doc.Tokens[c.head].XPOS == "VBG" || len(c.subj) == 0 || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	from, to := c.subj, append(slices.Clone(c.iobj), c.with("to")...)
	for _, o := range c.obj {
		for _, k := range r.belowNoun(o) {
			if r.caseOf(k) == "to" {
				to = append(to, k)
			}
		}
		if r.typeAt(o) == lang.PER && len(c.obj) > 1 {
			to = append(to, o)
		}
	}
	if c.passive { // "was given the draft by Holt"
		from, to = c.agent, append(to, c.subj...)
		if by := r.agentBehind(c.head, r.sentence(c.head).End); len(from) == 0 && by >= 0 && r.head(by-1) >= by {
			from = []int{r.head(by - 1)}
		}
	}
	if !r.aPerson(to) || !r.aPerson(from) && c.passive || !slices.ContainsFunc(append(slices.Clone(to), from...), r.ofOffice) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, who: append(r.people(from...), r.people(to...)...)}
	if !c.passive {
		e.who = append(r.subjects(c), r.people(to...)...)
	}
	e.when, _ = r.whenMet(c.head)
	r.fill(e, c.head)
	r.penned(e, c)
	if !e.when.Exact() || e.place == "" && (!faceToFace[c.verb] || !r.aPerson(from)) {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	return e
}

// belowNoun returns what hangs on a noun, and on what hangs on it: "the main lines of his note | to Holt".
func (r *reading) belowNoun(i int) []int {
	out := slices.Clone(r.children(i, "nmod"))
	for _, k := range r.children(i, "nmod") {
		out = append(out, r.children(k, "nmod")...)
	}
	return out
}

// wasWith reads "Marrow was with the minister for four hours", "have been in with the mediator
// since seven this morning".
func (r *reading) wasWith(c *clause) *encounter {
	if r.lower(c.head) == "in" && (c.past || c.perfect) && !c.neg && c.modal == "" { // "have been in with the mediator"
		return r.inWith(c)
	}
	if !c.copula || c.neg || c.modal != "" || r.caseOf(c.head) != "with" || !c.past && !c.perfect || len(c.subj) == 0 || len(r.people(c.head)) == 0 {
		return nil
	}
	if !r.ofOffice(c.head) && !(r.aPerson([]int{c.head}) && slices.ContainsFunc(c.subj, r.ofOffice)) || !r.aPerson(c.subj) && !slices.ContainsFunc(c.subj, r.ofOffice) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, who: append(r.subjects(c), r.people(c.head)...)}
	e.when, _ = r.whenMet(c.head)
	r.fill(e, c.head)
	if e.minutes == 0 && e.clock == "" && (e.place == "" || !e.when.Exact()) {
		return nil
	}
	e.state, e.modality = rapporteur.MeetingHeld, r.modality(c.head)
	r.ofThatDay(e)
	return e
}

// inWith reads who was behind somebody's door: "have been in with the mediator since seven".
func (r *reading) inWith(c *clause) *encounter {
	others := c.with("with")
	if len(others) == 0 || r.lower(min(c.head+1, len(r.kids)-1)) != "with" || !slices.ContainsFunc(others, r.ofOffice) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, who: r.subjects(c), state: rapporteur.MeetingHeld, modality: rapporteur.Asserted}
	if len(e.who) == 0 {
		e.who = r.amid(r.sentence(c.head).Start-1, c.head)
	}
	if len(e.who) == 0 {
		return nil
	}
	e.who = append(e.who, r.people(others...)...)
	e.when, _ = r.whenMet(c.head)
	for k := c.head + 1; k < r.sentence(c.head).End && e.when.IsZero(); k++ {
		if t := r.timeAt[k]; t >= 0 && r.times[t].Interval.Exact() {
			e.when = r.times[t].Interval
		}
	}
	r.fill(e, c.head)
	if e.when.IsZero() && e.minutes == 0 {
		return nil
	}
	return e
}

// atVenue reads "the venue will be the castle, from May 26": where and when the next is to be.
func (r *reading) atVenue(c *clause) *encounter {
	if !c.copula || c.neg || len(c.subj) == 0 || r.lemma(c.subj[0]) != "venue" && r.lemma(c.subj[0]) != "setting" {
		return nil
	}
	e := &encounter{head: c.head, noun: c.subj[0], talks: true, place: r.placeName(c.head)}
	e.when, _ = r.whenMet(c.head)
	if e.place == "" || e.when.IsZero() {
		return nil
	}
	e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted
	if r.toCome(e.when) || c.modal == "will" {
		e.state, e.modality = rapporteur.MeetingPlanned, rapporteur.Planned
	}
	return e
}

// inCall reports whether a call is told by what one said to another in it: "in a call that lasted 45
// minutes on Monday, Brandt warned Okoye".
func (r *reading) inCall(i int) bool {
	if p := r.caseOf(i); p != "in" && p != "during" && p != "on" && p != "over" {
		return false
	}
	g := r.governor(r.head(i))
	return g != nil && !g.passive && r.aPerson(g.subj) && r.aPerson(append(append(slices.Clone(g.iobj), g.obj...), g.with("to", "with")...))
}

var (
	// handsOver are the verbs of giving or showing somebody a thing.
	handsOver = words{"hand": true, "deliver": true, "present": true, "show": true, "give": true, "submit": true, "pass": true}
	// faceToFace are those of them that nobody does from afar.
	faceToFace = words{"hand": true, "present": true, "show": true}
	// addresses are the verbs of speaking to those who hear it.
	addresses = words{"tell": true, "address": true, "warn": true, "urge": true, "assure": true, "remind": true, "inform": true, "implore": true, "exhort": true, "scold": true, "lecture": true}
	// delegates are those who are spoken to at talks.
	delegates = words{"delegate": true, "negotiator": true, "delegation": true, "envoy": true}
	// sessionParts are the parts of a meeting at which something is said.
	sessionParts = words{"opening": true, "close": true, "start": true, "beginning": true, "end": true, "outset": true, "conclusion": true, "stocktake": true}
)
