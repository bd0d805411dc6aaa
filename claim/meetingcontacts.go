package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// Encounters of persons told by idioms: "was granted an audience by", "buttonholed the envoy in a
// corridor", "shared a bottle of wine". What an idiom needs stands in the lexicon; who it was, where and
// when is read along the sentence where the tree tells too little.

// contact is how an idiom tells who came together.
type contact struct {
	others  int  // the token from which those are named whom the subjects met, -1 where these met one another
	length  bool // the idiom is told by a length of time
	enough  bool // the idiom is an encounter though neither place nor day is told
	place   string
	meeting int // a noun of encounter that stands in the idiom, -1 for none
}

// contacts reads the encounters that no frame has told, when the frames have read the whole report.
func (r *reading) contacts() {
	for _, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			c := r.clause(i)
			if c == nil || r.told[i] || r.upos(i) != "VERB" && !c.copula {
				continue
			}
			e := r.contact(c)
			if e == nil || r.toldOfThem(e) {
				continue
			}
			last := r.last
			r.last = r.meetingBefore(i)
			r.keepEach(e)
			r.last = last
		}
	}
}

// contact reads the encounter that the words of a clause tell, nil for none.
func (r *reading) contact(c *clause) *encounter {
	if c.neg || r.sentTo(c) != nil || c.modal != "" && c.modal != "will" || r.modality(c.head) != rapporteur.Asserted && r.modality(c.head) != rapporteur.Planned {
		return nil
	}
	x, ok := r.idiom(c)
	if !ok {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, who: r.comers(c)}
	mine := len(distinct(e.who))
	if x.others >= 0 {
		there := r.along(x.others)
		if h := r.head(x.others); len(there) == 0 {
			if h < x.others {
				h = x.others
			}
			there = r.people(h)
		}
		if len(there) == 0 || mine == 0 {
			return nil
		}
		e.who = append(e.who, there...)
	}
	if !r.meetable(e.who) && !(x.length && r.severalWith(e.who)) {
		return nil
	}
	e.when, _ = r.whenMet(c.head)
	e.place = x.place
	r.fill(e, c.head)
	if x.meeting >= 0 {
		r.told[x.meeting] = true
		r.nounParts(e, x.meeting)
	}
	r.penned(e, c)
	if t := r.lengthAfter(c.head); x.length && t != nil && e.minutes == 0 && t.Minutes < 24*60 {
		e.minutes = t.Minutes
	}
	if c.copula {
		e.state, e.modality = r.stay(c, e.when)
		if c.past && !c.perfect {
			e.state = rapporteur.MeetingHeld
		}
	} else {
		e.state, e.modality = r.verbState(c, e.when)
		if up := r.governor(max(c.up, 0)); e.state == "" && r.doc.Tokens[c.head].XPOS == "VBG" && base(r.rel(c.head)) == "advcl" && up != nil && up.past && !up.neg {
			e.state = rapporteur.MeetingHeld // "shuttled between hotels in Lund, seeing Holt in the morning"
			r.dayUnder(e, up.head)
			if e.place == "" {
				e.place = r.placeWithin(up.head, c.head)
			}
		}
	}
	r.arrived(e, c)
	r.ofThatDay(e)
	if e.when.IsZero() && e.minutes == 0 && (e.place == "" || !x.enough) {
		return nil
	}
	return e
}

// comers returns the subjects of a clause, or whom the words before it name.
func (r *reading) comers(c *clause) []actor {
	who := r.subjects(c)
	if row := r.rowUpTo(c.head); len(row) > len(who) {
		return row
	}
	if len(who) == 0 {
		who = r.rowBefore(c.head)
	}
	if len(who) == 0 && slices.ContainsFunc(c.subj, r.bothThere) {
		who = r.both(c.head)
	}
	return who
}

// meetable reports whether some people are two or more, and one of them at least takes part in what the
// report is about.
func (r *reading) meetable(who []actor) bool {
	official, people := false, 0
	for _, a := range distinct(who) {
		if a.Kind == rapporteur.Group && len(a.party) == 0 || a.Kind == rapporteur.Outlet {
			continue
		}
		people++
		at := a.token
		if n := r.nameAt(at); n != nil {
			at = r.top(n.Range)
		}
		official = official || r.ofOffice(at) || r.ofOffice(a.token)
	}
	return official && people > 1
}

// severalWith reports whether some people are a group of several, told by a name for such as they are, and somebody of
// office: "parents' groups got twenty minutes with the superintendent, Per Holm".
func (r *reading) severalWith(who []actor) bool {
	who = distinct(who)
	return len(who) == 2 && slices.ContainsFunc(who, func(a actor) bool { return a.Kind == rapporteur.Group && r.several(a) }) &&
		slices.ContainsFunc(who, func(a actor) bool { return a.Kind == rapporteur.Person && (r.ofOffice(a.token) || r.known_(a.token)) })
}

// toldOfThem reports whether a frame has told of the same people in the same sentence.
func (r *reading) toldOfThem(e *encounter) bool {
	return slices.ContainsFunc(r.claims, func(f found) bool {
		if f.Meeting == nil || r.sent[f.head] != r.sent[e.head] {
			return false
		}
		there := slices.Concat(f.Meeting.Participants, f.Meeting.Parties)
		for _, a := range e.who {
			if a.Kind == rapporteur.Person && !knows(there, a.Mention) {
				return false
			}
		}
		return true
	})
}

// idiom finds what the words of a clause tell of how people came together.
func (r *reading) idiom(c *clause) (contact, bool) {
	for _, read := range []func(*clause) (contact, bool){r.hadWith, r.accosted, r.besides, r.oneAnother, r.calledIn, r.paidCall, r.hadOver, r.atPlaceWith} {
		if x, ok := read(c); ok {
			return x, true
		}
	}
	return contact{}, false
}

// partner returns the token behind the first of some prepositions from token i on, before the next
// predicate, -1 for none.
func (r *reading) partner(i, reach int, preps ...string) int {
	end := min(i+reach, r.sentence(i).End-1)
	for k := i; k < end; k++ {
		if slices.Contains(preps, r.lower(k)) && r.upos(k) != "SCONJ" {
			return k + 1
		}
		if u := r.upos(k); u == "VERB" && isFinite(r.doc.Tokens[k].XPOS) && base(r.rel(k)) != "xcomp" || u == "SCONJ" || r.form(k) == ";" {
			return -1
		}
	}
	return -1
}

// hadWith reads "had a word with", "got half an hour with", "was granted an audience by", "gave Holt twenty
// minutes", "took a stroll with", "shared a bottle".
func (r *reading) hadWith(c *clause) (contact, bool) {
	l := &lex().meetings
	if !l.Having[c.verb] && !l.Giving[c.verb] && !l.Sharing[c.verb] {
		return contact{}, false
	}
	thing, length := -1, false
	for k := c.head + 1; k < min(c.head+9, r.sentence(c.head).End); k++ {
		if u := r.upos(k); u == "VERB" && r.rel(k) != "amod" || u == "ADP" && r.lower(k) != "for" && r.lower(k) != "out" {
			break
		}
		lemma := r.lemma(k)
		if t := r.timeAt[k]; t >= 0 && r.times[t].Minutes > 0 && r.times[t].Minutes < 24*60 {
			thing, length = r.times[t].End-1, true
			if end := r.times[t].End; end < len(r.kids) && (l.Things[r.lemma(end)] || r.isEncounter(end)) {
				thing = end // "a twenty-minute chat"
			}
		} else if l.Things[lemma] || l.Sharing[c.verb] && l.Vessels[lemma] || (l.Meals[lemma] || lemma == "one") && !l.Giving[c.verb] {
			thing = k
		}
	}
	if thing < 0 {
		return contact{}, false
	}
	x := contact{others: -1, length: length, enough: !length, meeting: -1}
	reach := 8
	if length {
		reach = 3
	}
	if at := r.partner(thing+1, reach, "with"); at >= 0 {
		x.others = at
		return x, !length || l.Spells[c.verb] && r.lower(thing-1) != "more"
	}
	switch {
	case l.Giving[c.verb] && c.passive:
		x.others = r.partner(thing+1, 5, "by")
		return x, x.others >= 0
	case l.Giving[c.verb]:
		for _, o := range append(slices.Clone(c.iobj), c.obj...) {
			if o < thing && (r.typeAt(o) == lang.PER || r.ofOffice(o)) {
				x.others = r.lo[o]
				return x, true
			}
		}
		return x, false
	}
	return x, !length && l.Sharing[c.verb]
}

// accosted reads verbs of meeting a person without more: "buttonholed Holt", "took the envoy aside".
func (r *reading) accosted(c *clause) (contact, bool) {
	l := &lex().meetings
	aside := slices.ContainsFunc(r.lowers[c.head+1:min(c.head+9, r.sentence(c.head).End)], func(w string) bool { return w == "aside" })
	if !l.Accost[c.verb] && !(aside && l.Aside[c.verb]) {
		return contact{}, false
	}
	x := contact{others: -1, meeting: -1}
	if c.passive {
		x.others = r.partner(c.head+1, 8, "by")
		return x, x.others >= 0
	}
	for _, o := range c.obj {
		if r.typeAt(o) == lang.PER || r.ofOffice(o) {
			x.others = c.head + 1
			return x, true
		}
	}
	return x, false
}

// besides reads verbs of doing something with a person: "sat with Holt in the front row of the hall",
// "walked with her through the gardens".
func (r *reading) besides(c *clause) (contact, bool) {
	l := &lex().meetings
	if !l.Alongside[c.verb] || c.passive {
		return contact{}, false
	}
	x := contact{meeting: -1}
	if x.others = r.partner(c.head+1, 7, "with", "beside", "alongside", "opposite"); x.others >= 0 {
		return x, r.typeAt(x.others) != "" || r.upos(x.others) != "PRON"
	}
	return x, false
}

// oneAnother reads what people do to each other: "saw each other in Lund", "spoke face to face", "were
// together in one room".
func (r *reading) oneAnother(c *clause) (contact, bool) {
	l := &lex().meetings
	x := contact{others: -1, enough: true, meeting: -1}
	s := r.sentence(c.head)
	if c.copula {
		return x, r.lower(c.head) == "together" && c.head+1 < s.End && (r.lower(c.head+1) == "in" || r.lower(c.head+1) == "at" || r.lower(c.head+1) == "on")
	}
	for k := s.Start; k+1 < s.End && l.Work[c.verb] || k+1 < s.End && l.Together[c.verb]; k++ { // "over beers at a pub, Holt and Marrow thrashed out …"
		if h := r.head(k); r.lower(k) == "over" && r.upos(k) == "ADP" && h > k && (l.Things[r.lemma(h)] || l.Meals[r.lemma(h)] || l.Vessels[r.lemma(h)]) {
			x.meeting = h
			return x, true
		}
	}
	for k := c.head + 1; k+1 < min(c.head+5, s.End); k++ {
		switch f, g := r.lower(k), r.lower(k+1); {
		case f == "each" && g == "other", f == "one" && g == "another":
			return x, l.Mutual[c.verb]
		case f == "face" && g == "to", f == "face-to-face", f == "in" && g == "person", f == "one" && g == "on", f == "one-on-one":
			x.others = r.partner(k+1, 6, "with")
			return x, l.Together[c.verb] || c.verb == "sit"
		}
	}
	return x, false
}

// calledIn reads "was called in to the Chancellery by Brandt", "was ushered into the ministry for a
// face-to-face with Holt".
func (r *reading) calledIn(c *clause) (contact, bool) {
	if !c.passive || !lex().meetings.Ushers[c.verb] {
		return contact{}, false
	}
	x := contact{enough: true, meeting: -1}
	if at := r.partner(c.head+1, 10, "to", "into", "inside"); at >= 0 {
		x.place = r.placeFrom(at)
	}
	for k := c.head + 1; k < min(c.head+16, r.sentence(c.head).End-1); k++ {
		if x.meeting < 0 && (r.isEncounter(k) || lex().meetings.Things[r.lemma(k)]) && r.upos(k) == "NOUN" {
			x.meeting = k
		}
	}
	if x.meeting >= 0 {
		if x.others = r.partner(x.meeting+1, 4, "with"); x.others >= 0 {
			return x, true
		}
	}
	x.others = r.partner(c.head+1, 10, "by")
	return x, x.others >= 0 && r.timeAt[x.others] < 0
}

// paidCall reads "paid a call on Holt", "paid his respects to her", "dropped in on the delegates".
func (r *reading) paidCall(c *clause) (contact, bool) {
	x := contact{others: -1, enough: true, meeting: -1}
	if c.passive {
		return x, false
	}
	end := r.sentence(c.head).End
	if lex().meetings.Drops[c.verb] && c.head+3 < end && r.lower(c.head+1) == "in" && r.lower(c.head+2) == "on" {
		x.others = c.head + 3
		return x, true
	}
	for k := c.head + 1; c.verb == "pay" && k < min(c.head+6, end); k++ {
		if l := r.lemma(k); r.upos(k) == "NOUN" && (l == "call" || l == "visit" || l == "respects" || l == "respect") {
			x.others = r.partner(k+1, 2, "on", "upon", "to")
			return x, x.others >= 0 && r.aPersonFrom(x.others)
		}
	}
	return x, false
}

// hadOver reads "had Holt to her house on Saturday", "had both leaders in for tea".
func (r *reading) hadOver(c *clause) (contact, bool) {
	x := contact{others: -1, enough: true, meeting: -1}
	if c.verb != "have" || c.passive || len(c.obj) == 0 || c.obj[0] < c.head || r.upos(c.obj[0]) == "PRON" || len(r.people(c.obj...)) == 0 {
		return x, false
	}
	l, end := &lex().meetings, r.sentence(c.head).End
	for k := c.obj[0] + 1; k+1 < min(c.obj[0]+9, end); k++ {
		switch f := r.lower(k); {
		case r.upos(k) == "VERB" || r.upos(k) == "AUX" || r.upos(k) == "SCONJ" || f == "with":
			return x, false
		case f == "to":
			if x.place = r.placeFrom(k + 1); x.place != "" && r.upos(k) == "ADP" {
				x.others = c.head + 1
				return x, true
			}
			return x, false
		case (f == "in" || f == "over" || f == "round" || f == "around") && r.lower(k+1) == "for", f == "for":
			for j := k + 1; j < min(k+5, end); j++ {
				if l.Meals[r.lemma(j)] || l.Things[r.lemma(j)] || r.bargaining(j) {
					x.others = c.head + 1
					return x, true
				}
			}
			return x, false
		}
	}
	return x, false
}

// aPersonFrom reports whether somebody is named from token k on: a person, or the holder of an office.
func (r *reading) aPersonFrom(k int) bool {
	return slices.ContainsFunc(r.along(k), func(a actor) bool { return a.Kind == rapporteur.Person })
}

// atPlaceWith reads "was in Muscat on Wednesday with the envoy", "is inside the palace with Holt".
func (r *reading) atPlaceWith(c *clause) (contact, bool) {
	if !c.copula || r.upos(c.head) == "VERB" {
		return contact{}, false
	}
	x := contact{others: r.partner(c.head+1, 8, "with"), enough: true, meeting: -1, place: r.placeName(c.head)}
	n := r.nameAt(c.head)
	switch r.caseOf(c.head) {
	case "in", "at":
	case "inside":
		if x.place == "" && n != nil {
			x.place = tidyName(r.doc.Words(n.Range))
		}
	default:
		return x, false
	}
	if x.place == "" {
		return x, false
	}
	return x, x.others >= 0
}
