package claim

import (
	"slices"
	"strings"

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

// ofRelative reports whether the words of a stand are a relative clause alone, which tells nothing of its matter:
// "whose eleven seats are needed", "that diplomats described as …".
func ofRelative(summary string) bool {
	first, rest, _ := strings.Cut(summary, " ")
	switch first {
	case "whose", "which":
		return true
	case "that":
		next, _, _ := strings.Cut(rest, " ")
		switch next {
		case "did", "does", "do", "has", "have", "had", "was", "were", "is", "are", "would", "will", "could", "can":
			return true
		}
	}
	return false
}

// granting are verbs of giving something to the other side.
var granting = words{"concede": true, "accept": true, "grant": true, "offer": true, "agree": true, "allow": true, "give": true, "support": true, "back": true, "consider": true, "discuss": true, "countenance": true}

// grantsOnly reports whether somebody is said to give no more than one thing: "would only concede the budget".
func (r *reading) grantsOnly(c *clause) bool {
	return !c.neg && granting[c.verb] && (c.modal == "will" || c.modal == "would" || c.modal == "can" || c.modal == "could") && slices.ContainsFunc(r.kids[c.head], func(k int) bool { return k < c.head && r.lower(k) == "only" })
}

// concedesOnly reads what somebody would give, and nothing else: "would only concede the budget".
func (r *reading) concedesOnly(c *clause, s stand) (stand, bool) {
	if !r.grantsOnly(c) || len(c.obj) == 0 || r.onlyIf(c) {
		return s, false
	}
	s.stance, s.settled, s.sure, s.targets = rapporteur.Flexible, true, true, slices.Clone(c.obj)
	return s, len(s.actors) > 0
}

// leadsOut reports whether somebody is said to have taken his country out of something, which stands for no
// refusal of what is on the table.
func (r *reading) leadsOut(c *clause) bool {
	switch c.verb {
	case "take", "pull", "lead", "drag", "yank", "withdraw":
	default:
		return false
	}
	return c.past && slices.ContainsFunc(c.obj, func(o int) bool {
		switch r.lemma(o) {
		case "country", "nation", "state", "government", "kingdom", "republic", "party":
			return true
		}
		return r.typeAt(o) == lang.LOC
	})
}

// holdsThat reads where somebody stands off a noun for it: "Norvana's position is that Estrel must move first".
func (r *reading) holdsThat(c *clause, s stand) (stand, bool) {
	i := r.child(c.head, "nsubj:outer")
	if i < 0 || i > c.head {
		return s, false
	}
	p := r.child(i, "nmod:poss")
	if n := r.lemma(i); p < 0 || !lex().positions.Lists.Stances[n] && n != "line" && n != "message" && n != "argument" {
		return s, false
	}
	switch {
	case !c.neg && (c.modal == "must" || c.modal == "should" || c.modal == "shall" || c.verb == "need" || c.verb == "have" && len(c.comp) > 0):
		s.stance = rapporteur.Demands
	case c.neg && (c.modal == "must" || c.modal == "should" || c.modal == "can" || c.modal == "will" || c.modal == "could" || c.modal == "would"):
		s.stance = rapporteur.Rejects
	default:
		return s, false
	}
	if s.actors = r.actorsAt(p); len(s.actors) == 0 {
		s.actors = r.meant(p)
	}
	for k := i + 1; k < c.head; k++ {
		if r.lower(k) == "that" {
			s.words = lang.Range{Start: k + 1, End: r.own(c.head).End}
			break
		}
	}
	s.settled, s.sure, s.targets = true, true, append(slices.DeleteFunc(slices.Clone(c.subj), func(k int) bool { return k == i || r.personal([]int{k}) }), c.obj...)
	s.targets = append(s.targets, c.head)
	return s, len(s.actors) > 0 && !s.words.Empty()
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
