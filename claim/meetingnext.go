package claim

import (
	"slices"

	"rapporteur"
)

// Encounters that are told by no noun of their own, as one more of those of which the words before tell, or as
// those taken up again: "another is expected on Tuesday", "postponed one fixed for 15 October", "they are to
// resume next week".

// oneMore returns the noun of encounter for one more of which the word at token i stands, -1 where it stands for none.
func (r *reading) oneMore(i int) int {
	f := r.lower(i)
	if f != "another" && f != "one" && f != "next" && !ordinal(f) || r.timeAt[i] >= 0 {
		return -1
	}
	switch base(r.rel(i)) {
	case "nsubj", "obj", "obl", "conj", "nmod":
	default:
		return -1
	}
	if f != "another" && f != "one" && r.child(i, "det") < 0 || i+1 < len(r.kids) && (r.lower(i+1) == "of" || r.upos(i+1) == "NOUN" || r.upos(i+1) == "PROPN" || r.upos(i+1) == "ADJ") {
		return -1
	}
	g := r.governor(i)
	if g == nil || g.head < i && !slices.Contains(g.obj, i) {
		return -1
	}
	l := &lex().meetings
	if !l.Plan[r.lemma(g.head)] && !l.Foreseen[r.lower(g.head)] && !l.Begin[g.verb] && !g.is(l.Cancel) && !g.is(l.Postpone) && g.verb != "hold" && g.verb != "follow" && !(g.verb == "take" && len(g.obj) == 1 && r.lemma(g.obj[0]) == "place") {
		return -1
	}
	return r.encounterBefore(i)
}

// encounterBefore returns the noun of encounter of which the words right before token i tell, in its sentence or
// the one before; -1 for none.
func (r *reading) encounterBefore(i int) int {
	from := r.doc.Sentences[max(r.sent[i]-1, 0)].Start
	for k := i - 1; k >= from; k-- {
		if r.upos(k) == "NOUN" && r.isEncounter(k) && r.rel(k) != "compound" && r.lemma(k) != "conference" && r.lemma(k) != "call" && r.lemma(k) != "ceremony" {
			return k
		}
	}
	return -1
}

// moreOfThem reads "the session broke off at nine; another is expected on Tuesday": one more of those parties.
func (r *reading) moreOfThem(i int) *encounter {
	of := r.oneMore(i)
	n := &nominal{encounter: &encounter{head: i, noun: i, modality: rapporteur.Asserted, talks: true}, top: i, det: "a"}
	r.nounParts(n.encounter, i)
	r.ownClauses(n)
	planned := n.upcoming
	n.upcoming = false
	r.governed(n)
	if n.state == "" && planned && !n.when.IsZero() && r.toCome(n.when) {
		n.state = rapporteur.MeetingPlanned
	}
	if n.state == "" || n.when.IsZero() {
		return nil
	}
	if n.state == rapporteur.MeetingPlanned {
		n.modality = orPlanned(n.modality)
	}
	if n.place == "" && r.thereBehind(i) {
		n.place = r.placeOfThere(i)
	}
	if len(distinct(n.who)) < 2 {
		n.who = append(n.who, r.ownWho(of)...)
		if met := r.whoMetBefore(i); len(distinct(n.who)) < 2 {
			n.who = append(n.who, met...)
		}
	}
	if len(n.who) == 0 && n.place == "" && !r.bargaining(of) {
		return nil
	}
	n.definite = len(n.who) == 0
	return n.encounter
}

// ofThose gives one more encounter, of which nobody is told, those who were at the one told before: "another meeting is
// expected on Tuesday", "a second round is set for June".
func (r *reading) ofThose(n *nominal) {
	if len(n.who)+len(n.parties) > 0 || n.when.IsZero() || n.state == "" || r.doc.Tokens[n.noun].XPOS == "NNS" {
		return
	}
	more := n.det == "another"
	for _, k := range r.children(n.top, "amod") {
		f := r.lower(k)
		more = more || f == "further" || f == "follow-up" || f == "next" || f == "new" || f == "fresh" || ordinal(f) && f != "first"
	}
	if !more || r.others(n.noun) || r.atHome(n.head) {
		return
	}
	at := r.meetingBefore(n.noun)
	if at < 0 || stageOf(r.claims[at].Meeting.State) != took || r.claims[at].Meeting.Format == "phone" && n.format != "phone" {
		return
	}
	n.who = r.whoMetBefore(n.noun)
}

// thereBehind reports whether the clause around token i says "there" of where something is.
func (r *reading) thereBehind(i int) bool {
	for k := i + 1; k < min(i+7, r.sentence(i).End); k++ {
		if r.lower(k) == "there" && r.lower(k-1) != "," {
			return true
		}
	}
	return false
}

// theyResume reads "The talks had been suspended in May. They are now to resume on 18 August": those told of by a
// pronoun, which are taken up again.
func (r *reading) theyResume(c *clause) *encounter {
	if c.neg || r.cue[c.head] || len(c.obj) > 0 && c.verb != "take" || c.mark == "if" || !r.goesAhead(c) {
		return nil
	}
	s := r.sentence(c.head)
	p := s.Start
	for p < c.head && r.lower(p) != "they" && r.lower(p) != "it" {
		p++
	}
	if p == c.head || p > s.Start+4 || r.upos(p) != "PRON" || r.lower(max(c.head-1, 0)) == "and" {
		return nil
	}
	of := r.encounterBefore(p)
	if of >= 0 {
		of, _ = r.wholeOf(of) // "the next round of talks … It"
	}
	if of < 0 || base(r.rel(of)) != "nsubj" && r.sent[of] != r.sent[p] {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, talks: true, definite: true, modality: rapporteur.Planned}
	if e.when, _ = r.when(c.head); e.when.IsZero() || e.when.Days() > 31 {
		return nil
	}
	switch m := r.modality(c.head); {
	case m == rapporteur.Conditional || m == rapporteur.Denied || c.may():
		return nil
	case r.toCome(e.when) || c.modal == "will" || c.modal == "would":
		e.state = rapporteur.MeetingPlanned
	case c.past || c.perfect:
		e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted
	default:
		return nil
	}
	r.fill(e, c.head)
	e.place = r.placeAt(c.head)
	e.who = r.ownWho(of)
	if met := r.whoMetBefore(c.head); len(distinct(e.who)) < 2 {
		e.who = append(e.who, met...)
	}
	e.definite = len(e.who) == 0
	return e
}

// goesAhead reports whether a clause says of its subject that it goes on, takes place or is due.
func (r *reading) goesAhead(c *clause) bool {
	switch c.verb {
	case "resume", "reconvene", "restart", "continue", "begin", "start":
		return true
	case "take":
		return r.lower(min(c.head+1, len(r.kids)-1)) == "place"
	case "hold", "set", "schedule", "plan":
		if c.passive {
			return true
		}
	}
	return c.copula && (r.lower(c.head) == "set" || r.lower(c.head) == "due")
}
