package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// preferred reads what somebody will not do for the sake of peace or a deal: "would
// sooner resign than sign the release", "we would rather shut the mine than pay that".
func (r *reading) preferred(c *clause, s stand) (stand, bool) {
	if c.modal != "would" && c.modal != "will" || c.neg || c.passive {
		return s, false
	}
	own := r.own(c.head)
	rather, than := -1, -1
	for k := own.Start; k < own.End; k++ {
		switch r.lower(k) {
		case "rather", "sooner":
			if k < c.head {
				rather = k
			}
		case "than":
			if k > c.head && rather >= 0 && than < 0 {
				than = k
			}
		}
	}
	if than < 0 {
		return s, false
	}
	if len(s.actors) == 0 {
		s.actors = r.party(c.head)
	}
	for k := than + 1; k < own.End; k++ {
		if r.upos(k) == "NOUN" || r.upos(k) == "PROPN" || r.clause(k) != nil || r.upos(k) == "VERB" {
			s.targets = append(s.targets, k)
		}
	}
	s.stance, s.settled, s.whole, s.sure = rapporteur.Rejects, true, true, true
	return s, len(s.targets) > 0 && len(s.actors) > 0
}

// noneWithout reads what every text must have to be accepted by who says so: "no
// treaty that leaves out the islands is worth the paper", "there is no peace without them".
func (r *reading) noneWithout(c *clause, s stand) (stand, bool) {
	if len(c.subj) != 1 || r.conditional(c) || base(r.rel(c.head)) == "acl" {
		return s, false
	}
	x := c.subj[0]
	if d := r.child(x, "det"); d < 0 || r.lower(d) != "no" || !r.isTextNoun(x) && r.lemma(x) != "peace" && r.lemma(x) != "settlement" {
		return s, false
	}
	limited := slices.ContainsFunc(r.kids[x], func(k int) bool {
		return r.rel(k) == "acl:relcl" || r.rel(k) == "nmod" && r.caseOf(k) == "without"
	}) || len(c.with("without")) > 0
	if !limited || c.past || c.perfect {
		return s, false
	}
	s.actors = r.party(c.head)
	s.stance, s.settled, s.sure = rapporteur.Conditions, true, true
	s.targets = append([]int{x}, r.children(x, "nmod")...)
	s.targets = append(s.targets, c.with("without")...)
	s.words, s.whole = lang.Range{Start: min(r.lo[x], r.own(c.head).Start), End: max(r.own(c.head).End, r.hi[x])}, true
	for s.words.Start < s.words.End && r.upos(s.words.Start) == "PUNCT" {
		s.words.Start++
	}
	return s, len(s.actors) > 0
}
