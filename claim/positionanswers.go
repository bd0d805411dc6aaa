package claim

import (
	"rapporteur"
)

// repliedWith reads a stand that is an answer to what was told before: "said yes with 54 percent", "Estrel
// said no", "Senator Marrow objected", "accepts without conditions".
func (r *reading) repliedWith(c *clause, s stand) (stand, bool) {
	if c.neg || c.passive || c.copula || c.modal != "" || len(s.actors) == 0 || len(c.comp) > 0 {
		return s, false
	}
	switch c.verb {
	case "say", "answer", "vote", "reply":
		s.stance = r.yesOrNo(c)
	case "accept", "acquiesce":
		s.stance = rapporteur.Accepts
	case "refuse":
		s.stance = rapporteur.Rejects
	case "object", "balk", "baulk", "demur":
		s.stance = rapporteur.Reserves
	}
	if s.stance == "" || !r.objectless(c) {
		return s, false
	}
	s.sure, s.settled, s.whole, s.voted, s.targets = true, true, true, true, []int{c.head}
	r.replied[c.head] = true
	return s, true
}

// yesOrNo returns the stance of a bare "yes" or "no" right behind a verb, "" for none.
func (r *reading) yesOrNo(c *clause) rapporteur.Stance {
	end := r.sentence(c.head).End
	k := c.head + 1
	for ; k < end && (r.upos(k) == "ADV" || r.quoteMark(k)); k++ {
	}
	if k+1 >= end {
		return ""
	}
	next := k + 1
	for ; next+1 < end && r.quoteMark(next); next++ {
	}
	if u := r.upos(next); u != "PUNCT" && u != "CCONJ" && u != "ADP" || r.lower(next) == "to" || r.lower(next) == "of" || r.lower(next) == "from" {
		return ""
	}
	switch r.lower(k) {
	case "yes", "aye", "oui", "si":
		return rapporteur.Accepts
	case "no", "nay", "nein", "nyet", "non":
		return rapporteur.Rejects
	}
	return ""
}

func (r *reading) quoteMark(k int) bool {
	switch r.form(k) {
	case `"`, "“", "”", "‘", "’", "'", "``", "''":
		return true
	}
	return false
}

// objectless reports whether a predicate stands without what it is on: "the union objected on Friday".
func (r *reading) objectless(c *clause) bool {
	switch base(r.rel(c.head)) {
	case "root", "conj", "ccomp", "parataxis":
	default:
		return false
	}
	if c.verb == "say" || c.verb == "answer" || c.verb == "vote" || c.verb == "reply" {
		return true
	}
	if r.cue[c.head] && r.inner[c.head] >= 0 || len(c.obj)+len(c.iobj) > 0 {
		return false
	}
	for _, o := range c.obl {
		if r.timeAt[o.head] < 0 && o.prep != "without" {
			return false
		}
	}
	for _, k := range r.kids[c.head] {
		if rel := base(r.rel(k)); rel == "advcl" || rel == "ccomp" || rel == "xcomp" || rel == "parataxis" {
			return false
		}
	}
	return true
}
