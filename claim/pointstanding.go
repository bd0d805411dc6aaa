package claim

import (
	"slices"
	"strings"

	"rapporteur"
)

// remains are verbs that say of their subject no more than that it stands as their complement
// tells: "the duties | remain to be settled", "the tribunal | was left blank".
var remains = words{"remain": true, "stay": true, "stand": true, "leave": true, "keep": true, "prove": true, "seem": true, "appear": true, "hang": true}

// standing returns the matters of which predicate i tells how they stand, where they are the
// subject of a verb above it or of the noun that calls them points: "the levy and the quota |
// were the last points left".
func (p *pointMaker) standing(i int) []int {
	k, l := i, &lex().points
	switch h := p.head(i); {
	case h < 0:
	case base(p.rel(i)) == "acl" && p.child(h, "nsubj") >= 0:
		k = h
	case base(p.rel(i)) == "xcomp" && p.clause(h) != nil && remains[p.clause(h).verb]:
		k = h
	}
	part := l.Parts[p.lemma(k)] || l.Matters[p.lemma(k)]
	if c := p.clause(k); k == i && !part && (c == nil || !remains[c.verb] || !c.passive && c.verb == "leave" || p.child(i, "xcomp") < 0) {
		return nil
	}
	var out []int
	for _, s := range p.children(k, "nsubj") {
		for _, x := range p.conjuncts(s) {
			if p.namesPeople(x) || p.personal([]int{x}) {
				return nil // "the two sides remain far apart"
			}
			if x < k && p.upos(x) != "PRON" && !slices.Contains(out, x) && !p.contentless(p.own(x)) {
				out = append(out, x)
			}
		}
	}
	return out
}

// retold makes of a point that was told in its sentence or the one before what a predicate
// tells to have become of it, where a pronoun stands for it: "a cap was in the draft. It was
// struck on Monday". It reports whether there is one.
func (p *pointMaker) retold(l *learnedPoint) bool {
	if l.c == nil || len(l.c.subj) == 0 || l.status == rapporteur.Proposed {
		return false
	}
	k := l.c.subj[0]
	name := "" // of what is meant, where it is said once more: "the cap was struck"
	switch p.lower(k) {
	case "it", "this", "that", "they", "these", "which":
	default:
		if d := p.child(k, "det"); d < 0 || p.upos(k) == "PRON" || p.lower(d) != "the" && p.lower(d) != "that" && p.lower(d) != "this" {
			return false
		}
		name = p.lemma(k)
	}
	var told *found
	for n := range p.claims {
		f := &p.claims[n]
		if f.Point != nil && f.head < k && p.sent[l.i]-p.sent[f.head] <= 1 && strings.Contains(strings.ToLower(f.Point.Summary), name) && (told == nil || f.head > told.head) {
			told = f
		}
	}
	if told == nil || told.Point.Status == l.status {
		return false
	}
	point := *told.Point
	point.Status = l.status
	p.add(l.i, rapporteur.Claim{Kind: rapporteur.KindPoint, Point: &point, Modality: l.modality})
	return true
}
