package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// Stands that are told by what somebody did or was done to him: he left in protest at a text, asked
// for something and was turned down, would take nothing less than it, or his offer stands at so much.

// inProtest reads what somebody does "in protest at the chair's text", "in protest over the cap".
func (r *reading) inProtest() {
	for i := range r.doc.Tokens {
		if r.lemma(i) != "protest" || r.upos(i) != "NOUN" || i == 0 || r.lower(i-1) != "in" || i+2 >= r.sentence(i).End {
			continue
		}
		switch r.lower(i + 1) {
		case "at", "over", "against", "to", "of":
		default:
			continue
		}
		c := r.governor(i)
		if c == nil || c.neg || r.asked(c) || r.conditional(c) || c.head > i {
			continue
		}
		k := i + 2
		for ; k < r.sentence(i).End && !(r.upos(k) == "NOUN" || r.upos(k) == "PROPN") && r.form(k) != ","; k++ {
		}
		for k+1 < r.sentence(i).End && r.head(k) > k && (base(r.rel(k)) == "compound" || r.rel(k) == "nmod:poss") {
			k = r.head(k)
		}
		if r.upos(k) != "NOUN" && r.upos(k) != "PROPN" || r.personal([]int{k}) {
			continue
		}
		mended := *c
		r.emitPosition(&mended, stand{stance: rapporteur.Rejects, actors: r.sides(r.standers(c)), targets: []int{k}, settled: true, sure: true, words: r.nounPhrase(k)})
	}
}

// wasTurnedDown reads who would not give what he was asked for: "asked the fund for a waiver and was turned down".
func (r *reading) wasTurnedDown(c *clause, s stand) (stand, bool) {
	if !c.passive || c.neg || c.modal != "" || len(c.agent) > 0 || base(r.rel(c.head)) != "conj" || !lex().positions.Lists.Refused[c.verb] && lex().positions.Verbs[c.lemma] != "rejects" && lex().positions.Verbs[c.verb] != "rejects" {
		return s, false
	}
	up := r.clause(r.head(c.head))
	if up == nil || up.passive || up.neg || len(c.subj) > 0 && !slices.Contains(up.subj, c.subj[0]) && r.upos(c.subj[0]) != "PRON" {
		return s, false
	}
	switch up.verb {
	case "ask", "petition", "beg", "request", "appeal", "apply", "plead", "turn", "lobby":
	default:
		return s, false
	}
	s.targets = append(up.with("for"), up.comp...)
	for _, o := range up.obj {
		s.targets = append(s.targets, r.children(o, "nmod")...)
	}
	s.targets = slices.DeleteFunc(s.targets, func(k int) bool { p := r.caseOf(k); return r.clause(k) == nil && p != "for" })
	s.actors = r.actorsAt(append(slices.Clone(up.obj), up.with("to", "with", "from")...)...)
	if len(s.targets) == 0 || len(s.actors) == 0 {
		return s, false
	}
	s.stance, s.settled, s.sure, s.words = rapporteur.Rejects, true, true, r.nounPhrase(s.targets[0])
	if r.clause(s.targets[0]) != nil {
		s.words = r.own(s.targets[0])
	}
	return s, true
}

// nothingLess reads "nothing less than a binding treaty will do", "nothing short of a pardon would satisfy Estrel".
func (r *reading) nothingLess(c *clause, s stand) (stand, bool) {
	from := r.leastOf(c)
	if from < 0 {
		return s, false
	}
	switch c.lemma {
	case "satisfy", "please", "content", "appease", "placate", "persuade", "convince":
		s.actors = r.actorsAt(c.obj...)
	case "do", "suffice", "work", "acceptable", "enough", "good", "help":
		s.actors = r.party(c.head)
	default:
		return s, false
	}
	for j := from; j < c.head; j++ {
		if r.upos(j) == "NOUN" || r.upos(j) == "PROPN" {
			s.targets = append(s.targets, j)
		}
	}
	if len(s.targets) == 0 || len(s.actors) == 0 {
		return s, false
	}
	s.stance, s.settled, s.sure, s.words = rapporteur.Demands, true, true, lang.Range{Start: from, End: s.targets[len(s.targets)-1] + 1}
	return s, true
}

// leastOf returns where the words for the least begin that will do, "nothing less than | a binding treaty", -1 where
// the subject of a clause is no such.
func (r *reading) leastOf(c *clause) int {
	if len(c.subj) != 1 || r.lower(c.subj[0]) != "nothing" {
		return -1
	}
	k := c.subj[0] + 1
	if k+2 >= c.head || !(r.lower(k) == "less" && r.lower(k+1) == "than" || r.lower(k) == "short" && r.lower(k+1) == "of") {
		return -1
	}
	return k + 2
}

// leastIn reports whether a sentence tells the least that will do.
func (r *reading) leastIn(s lang.Range) bool {
	for k := s.Start; k+2 < s.End; k++ {
		if r.lower(k) == "nothing" && (r.lower(k+1) == "less" && r.lower(k+2) == "than" || r.lower(k+1) == "short" && r.lower(k+2) == "of") {
			return true
		}
	}
	return false
}

// laidDown are nouns for what one side has laid down, with the stand that they tell.
var laidDown = map[string]rapporteur.Stance{
	"offer": rapporteur.Proposes, "bid": rapporteur.Proposes, "proposal": rapporteur.Proposes, "counteroffer": rapporteur.Proposes, "counter-offer": rapporteur.Proposes,
	"demand": rapporteur.Demands, "claim": rapporteur.Demands, "request": rapporteur.Demands, "ask": rapporteur.Demands,
}

// bidStands reads "Norvana's offer stands at 8,000 tonnes", "the union's demand remains 9 percent".
func (r *reading) bidStands(c *clause, s stand) (stand, bool) {
	if len(c.subj) != 1 || c.neg || c.passive || c.modal != "" || c.verb != "stand" && c.verb != "amount" && c.verb != "remain" && c.verb != "run" && c.verb != "come" {
		return s, false
	}
	st, ok := laidDown[r.lemma(c.subj[0])]
	p := r.child(c.subj[0], "nmod:poss")
	if !ok || p < 0 || !r.tellsNumber(r.own(c.head)) {
		return s, false
	}
	if s.actors = r.actorsAt(p); len(s.actors) == 0 {
		s.actors = r.meant(p)
	}
	s.targets = []int{c.subj[0]}
	s.stance, s.settled, s.sure, s.likely = st, true, true, true
	s.words = lang.Range{Start: r.lo[c.subj[0]], End: r.own(c.head).End}
	return s, len(s.actors) > 0
}

// ratherThan reports whether a clause tells what somebody will not do but does something else: "rather than sign it".
func (r *reading) ratherThan(c *clause) bool {
	for k := c.head - 1; k >= max(c.head-3, r.sentence(c.head).Start); k-- {
		switch f := r.lower(k); {
		case f == "than" && k > 0 && r.lower(k-1) == "rather":
			return true
		case f == "of" && k > 0 && r.lower(k-1) == "instead":
			return true
		case r.upos(k) != "PART" && r.upos(k) != "ADV" && r.upos(k) != "AUX" && f != "rather" && f != "instead":
			return false
		}
	}
	return false
}
