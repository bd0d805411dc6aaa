package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// refusal reads who will not do what is asked: "will not renegotiate the treaty",
// "would never surrender to pressure", "cannot lift the tariffs now".
func (r *reading) refusal(c *clause, s stand) (stand, bool) {
	l := &lex().positions.Lists
	if !c.neg || c.copula {
		return s, false
	}
	if c.passive && len(c.agent) == 0 && (l.Reopen[c.verb] || l.Yieldings[c.verb]) && (c.modal == "will" || c.modal == "would" || c.modal == "can") && len(c.subj) > 0 {
		// "the treaty will not be reopened, the ministry said"
		s.actors, s.targets = r.party(c.head), slices.Clone(c.subj)
		s.stance, s.settled = rapporteur.Rejects, true
		if r.onlyIf(c) {
			s.stance, s.whole = rapporteur.Conditions, true
		}
		return s, len(s.actors) > 0
	}
	if c.passive || len(s.actors) == 0 {
		return s, false
	}
	switch c.modal {
	case "will", "would", "can", "could":
	default:
		return s, false
	}
	for _, k := range c.subj {
		if d := r.child(k, "det"); d >= 0 && r.lower(d) == "no" {
			return s, false
		}
	}
	s.targets = append(append(slices.Clone(c.obj), c.comp...), s.targets...)
	for _, o := range c.obl {
		if r.timeAt[o.head] < 0 {
			s.targets = append(s.targets, o.head)
		}
	}
	switch {
	case c.is(l.Yield) || c.verb == "give" && slices.ContainsFunc(c.obj, func(o int) bool { return r.lemma(o) == "ground" || r.lemma(o) == "way" || r.lemma(o) == "inch" }) ||
		c.verb == "back" && c.lemma == "back down":
		s.sure = len(s.targets) > 0
	case c.is(l.Reopen):
	case c.is(l.Yieldings):
		// what an actor will not grant: only of a matter on the table
		if len(s.targets) == 0 {
			return s, false
		}
	default:
		return s, false
	}
	s.stance, s.settled, s.deed = rapporteur.Rejects, true, true
	if r.onlyIf(c) {
		s.stance = rapporteur.Conditions
	}
	return s, len(s.targets) > 0
}

// noRoom reads "there will be no renegotiation of the treaty", "there is no room for compromise on tariffs".
func (r *reading) noRoom(c *clause, s stand) (stand, bool) {
	if !c.neg || r.lemma(c.head) != "be" || r.child(c.head, "expl") < 0 || len(c.subj) != 1 {
		return s, false
	}
	x := c.subj[0]
	d := r.child(x, "det")
	if d < 0 || r.lower(d) != "no" || !lex().positions.Lists.Room[r.lemma(x)] && !r.willBeNone(c, x) {
		return s, false
	}
	s.stance, s.settled, s.actors = rapporteur.Rejects, true, r.party(c.head)
	if lex().positions.Lists.Room[r.lemma(x)] {
		s.targets = append(s.targets, r.children(x, "nmod", "acl")...)
	}
	if r.onlyIf(c) {
		s.stance = rapporteur.Conditions
	}
	if l := r.lemma(x); l != "room" && l != "scope" && l != "question" {
		s.sure, s.targets = true, append(s.targets, x)
	}
	return s, len(s.actors) > 0 && len(s.targets) > 0
}

// willBeNone reports whether a clause says that there shall be none of what could be asked for:
// "there will be no ceasefire", "no more talks on pay".
func (r *reading) willBeNone(c *clause, x int) bool {
	switch c.modal {
	case "will", "would", "can", "could":
	default:
		return false
	}
	l := lex()
	again := r.hasKid(x, "more") || r.hasKid(x, "further") || r.hasKid(x, "direct")
	return !l.positions.Lists.Foregone[r.lemma(x)] && (again || !l.meetings.Nouns[r.lemma(x)] && (r.isStrongText(x) || len(r.known(r.own(x))) > 0))
}

// must reads what somebody says the other side or a text must do: "the sanctions
// must be lifted, Marrow said".
func (r *reading) must(c *clause) (stand, bool) {
	s := stand{stance: rapporteur.Demands, settled: true}
	has := false
	if u := r.child(c.head, "aux"); u >= 0 && (r.lemma(u) == "have" || r.lemma(u) == "need") && r.doc.Tokens[c.head].XPOS == "VB" {
		has = true
	}
	if c.verb == "have" && len(c.comp) == 1 && len(c.obj) == 0 && r.clause(c.comp[0]) != nil && r.clause(c.comp[0]).mark == "to" && r.clause(c.comp[0]).verb != "be" && (r.personal(c.subj) || r.clause(c.comp[0]).passive || r.clause(c.comp[0]).copula && r.textOf(c.subj) >= 0) {
		has = true // "had to disarm", its auxiliary taken for a verb
	}
	switch {
	case c.neg && c.modal != "must":
		return s, false
	case c.modal == "must", has && (c.modal == "" || c.modal == "will" && c.lemma != "wait"), c.modal == "should" && c.passive && len(c.agent) == 0:
	default:
		return s, false
	}
	if len(c.subj) == 0 || slices.ContainsFunc(c.subj, func(k int) bool { return r.upos(k) == "PRON" && r.lower(k) != "they" && r.lower(k) != "it" }) {
		return s, false
	}
	s.actors = r.party(c.head)
	if len(s.actors) == 0 {
		return s, false
	}
	if up := r.clause(c.up); up != nil && c.modal == "should" && lex().positions.Verbs[up.verb] == "proposes" {
		s.stance = rapporteur.Proposes // "proposed that the cap should go"
	}
	for _, a := range r.actorsAt(c.subj...) {
		if slices.ContainsFunc(s.actors, func(b actor) bool { return b.Name == a.Name }) {
			return s, false // what somebody has to do himself
		}
	}
	if x := r.textOf(c.subj); lex().positions.Lists.Words[c.verb] && x < 0 {
		return s, false
	}
	s.targets = append(slices.Clone(c.subj), c.obj...)
	s.targets = append(s.targets, c.comp...)
	for _, o := range c.obl {
		if r.timeAt[o.head] < 0 && !(o.prep == "in" && lex().meetings.Nouns[r.lemma(o.head)]) {
			s.targets = append(s.targets, o.head) // but not that they should be "involved in the talks"
		}
	}
	from := c.head
	for _, k := range c.subj {
		from = min(from, r.lo[k])
	}
	s.words, s.whole = lang.Range{Start: from, End: r.own(c.head).End}, true
	return s, true
}

// textOf returns the text that one of the nominals speaks of, -1 for none.
func (r *reading) textOf(heads []int) int {
	for _, h := range heads {
		if x := r.textUnder(h); x >= 0 {
			return x
		}
	}
	return -1
}

// resigns reads who leaves an office over a text: "resigned in protest at the draft".
func (r *reading) resigns(c *clause, s stand) (stand, bool) {
	if !lex().positions.Lists.Resign[c.verb] && !lex().positions.Lists.Resign[c.lemma] || c.neg || c.modal != "" || c.passive || len(s.actors) == 0 {
		return s, false
	}
	for _, o := range c.obl {
		switch {
		case o.prep == "over", o.prep == "in protest at", o.prep == "in protest against", o.prep == "in protest over":
			s.targets = append(s.targets, o.head)
		case o.prep == "in" && r.lemma(o.head) == "protest", o.prep == "at" || o.prep == "against":
			s.targets = append(s.targets, o.head)
			for _, k := range r.children(o.head, "nmod") {
				if p := r.caseOf(k); p == "at" || p == "over" || p == "against" || p == "of" {
					s.targets = append(s.targets, k)
				}
			}
		}
	}
	s.targets = slices.DeleteFunc(s.targets, func(t int) bool { return r.textUnder(t) < 0 })
	if sent := r.sentence(c.head); len(s.targets) == 0 { // "resigned, setting up a fight over the plan"
		for k := c.head + 1; k < sent.End; k++ {
			if p := r.caseOf(k); r.isStrongText(k) && (p == "over" || p == "against") {
				s.targets = append(s.targets, k)
			}
		}
	}
	s.stance, s.settled = rapporteur.Rejects, true
	return s, len(s.targets) > 0
}

// resolved reads the infinitive behind a noun of will: "the premier's decision to
// rule out an extension", "her pledge never to accept the base".
func (r *reading) resolved(c *clause) bool {
	if c.mark != "to" || base(r.rel(c.head)) != "acl" {
		return false
	}
	h := r.head(c.head)
	return h >= 0 && lex().positions.Lists.Resolve[r.lemma(h)] && (r.child(h, "nmod:poss") >= 0 || len(c.subj) > 0)
}
