package claim

import "slices"

// A report often opens with the denial, and tells only paragraphs later, or long before, what it denies: "The
// rebels denied that they were holding talks. … Talks with the rebels are under way, the minister had told the Post."

// afar is how many sentences may stand between a denial and what it denies where both tell one thing.
const afar = 8

// answersAfar returns the nearest turn farther off, before the jth or behind it, that tells as so the very
// deed that the jth says was not; nil for none.
func (r *reading) answersAfar(turns []utterance, j int) *utterance {
	b := &turns[j]
	if !b.denies && r.anyIn(b.Range, lex().answers.Not) < 0 || r.settled(b.n) {
		return nil
	}
	for d := 1; d < len(turns); d++ {
		before, behind := j-d >= 0 && b.n-turns[j-d].n <= afar, j+d < len(turns) && turns[j+d].n-b.n <= afar
		switch {
		case !before && !behind:
			return nil
		case before && r.deniesDeed(&turns[j-d], b):
			return &turns[j-d]
		case behind && r.deniesDeed(&turns[j+d], b):
			return &turns[j+d]
		}
	}
	return nil
}

// deniesDeed reports whether a turn says of the deed that another of some other voice tells, and of enough
// of what it tells besides, that it was not so.
func (r *reading) deniesDeed(a, b *utterance) bool {
	not := lex().answers.Not
	if a.n == b.n || r.settled(a.n) || len(a.chain) == 0 || a.denies || r.anyIn(a.Range, not) >= 0 || sameVoice(a.chain, b.chain) || r.ofTheirs(a, b) || r.ofTheirs(b, a) {
		return false
	}
	if r.timesDiffer(a.Range, b.Range) || r.wishes(a) || r.pleads(a) || r.yetToBe(a) || r.wantsIn(b) {
		return false
	}
	x, y := r.mattersOf(a), r.mattersOf(b)
	words, deeds := x.inCommon(y)
	same := false
	for w, i := range x.so {
		k, told := y.not[w]
		if b.denies {
			k, told = -1, y.all[w]
			if at, so := y.so[w]; so {
				k = at
			}
		}
		switch {
		case !told || w[0] != '@' || i >= 0 && k >= 0 && r.deedsOfTwo(r.clause(i), r.clause(k)):
		case i < 0 && !r.takesPlace(a, w), i >= 0 && r.ofThings(r.clause(i)), k >= 0 && r.ofThings(r.clause(k)):
		default:
			same = true
		}
	}
	return same && (words >= 2 || deeds >= 2)
}

// takesPlace reports whether a turn tells of a deed by a noun of which something is said: "talks are under way",
// not "was left out of the agreement".
func (r *reading) takesPlace(a *utterance, deed string) bool {
	for k := a.Start; k < a.End; k++ {
		if r.upos(k) != "NOUN" || !slices.Contains(r.keysOf(k), deed) {
			continue
		}
		if g := r.governor(k); g != nil && (g.head == k || slices.Contains(g.subj, k) || slices.Contains(g.obj, k)) {
			return true
		}
	}
	return false
}

// ofThings reports whether what is told to meet, or to be met, is nobody: "does not meet the test".
func (r *reading) ofThings(c *clause) bool {
	return c != nil && c.verb == "meet" && len(c.obj) > 0 && len(r.actorsAt(c.obj...)) == 0
}

// concurs reports whether two turns both say that one thing is not so: "no further dates are scheduled", "no
// dates were scheduled".
func (r *reading) concurs(a, b *utterance) bool {
	not := lex().answers.Not
	if a.denies && (b.denies && !r.pointsIn(b) || r.anyIn(b.Range, not) >= 0) {
		return true
	}
	if a.denies || b.denies || r.anyIn(a.Range, not) < 0 || r.anyIn(b.Range, not) < 0 {
		return false
	}
	x, y := r.mattersOf(a), r.mattersOf(b)
	if r.opposed(x.so, y.not) > 0 || r.opposed(x.not, y.so) > 0 {
		return false
	}
	for w := range x.not {
		if _, so := y.not[w]; so {
			return true
		}
	}
	return false
}

// ofElse reports whether a turn denies, in words enough of its own, something of which another says nothing.
func (r *reading) ofElse(a, b *utterance) bool {
	if !b.denies || b.Len() <= 6 || r.pointsIn(b) || r.mattersOf(b).such {
		return false
	}
	if words, deeds := r.mattersOf(a).inCommon(r.mattersOf(b)); words+deeds > 0 || len(r.mattersOf(b).all) < 3 {
		return false
	}
	return !r.cuedBy(a, lex().answers.Accuses)
}

// nameless reports whether all that a turn tells is that whoever speaks would not be named.
func (r *reading) nameless(a *utterance) bool {
	return a.Len() < 9 && r.anyIn(a.Range, unsigned) >= 0 && slices.Contains(r.lowers[a.Start:a.End], "be")
}

// unsigned are what those ask for who speak without a name.
var unsigned = words{"identified": true, "named": true, "quoted": true, "cited": true}
