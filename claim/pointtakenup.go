package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// isBurden reports whether a noun is for a burden of some kinds; a measure or a step is one by what stands
// before it: "punitive measures".
func (p *pointMaker) isBurden(k int, burdens words) bool {
	l := &lex().measures
	if burdens[p.lemma(k)] {
		return true
	}
	return burdens["countermeasure"] && l.Steps[p.lemma(k)] && p.upos(k) == "NOUN" && slices.ContainsFunc(p.kids[k], func(x int) bool {
		return x < k && (l.Punitive[p.lemma(x)] || l.Punitive[p.lower(x)])
	})
}

// onlyMeant reports whether the burden with which a clause answers is no more than meant: "hit back with
// proposed duties", "countered with a plan for duties".
func (p *pointMaker) onlyMeant(c *clause, at int) bool {
	l := &lex().measures
	for h, steps := at, 0; h > c.head && steps < 5; h, steps = p.head(h), steps+1 {
		if l.Intents[p.lemma(h)] || slices.ContainsFunc(p.kids[h], func(k int) bool { return k < h && l.Planned[p.lemma(k)] }) {
			return true
		}
	}
	return false
}

// asHeavy reports whether words tell of a burden that it is as heavy as another's: "duties of the same
// size", "matching tariffs".
func (p *pointMaker) asHeavy(s lang.Range) bool {
	l := &lex().measures
	for k := s.Start; k+1 < s.End; k++ {
		if !l.Alike[p.lower(k)] {
			continue
		}
		for n := k + 1; n < min(k+4, s.End); n++ {
			if l.Sizes[p.lemma(n)] || l.Tolls[p.lemma(n)] || p.isBurden(n, l.Tolls) {
				return true
			}
		}
	}
	return false
}

// charged reads a clause of which goods are the subject that bear a duty: "wine will be taxed 30 percent",
// "grain will be subject to a duty of 5 percent".
func (p *pointMaker) charged(c *clause, x *measure) bool {
	l := &lex().measures
	if len(c.subj) == 0 || c.subj[0] > c.head || len(p.actorsAt(c.subj[0])) > 0 {
		return false
	}
	switch {
	case c.passive && c.verb == "tax":
		x.at = c.head
	case c.copula && c.verb == "subject", !c.passive && (c.verb == "face" || c.verb == "attract" || c.verb == "incur"):
		if x.at = p.object(c, l.Tolls); x.at < 0 {
			x.at = p.burdenBehind(c, l.Tolls, "to")
		}
	default:
		return false
	}
	if s := c.subj[0]; x.at < 0 || p.upos(s) == "PRON" || lex().actors.Persons[p.lemma(s)] {
		return false
	}
	x.from, x.doer, x.figure, x.laid, x.status = p.nounPhrase(c.subj[0]).Start, false, true, false, rapporteur.Added
	return true
}

// consists reports whether a clause tells of a burden which others it is made of: "the duties include a
// levy of 5 percent on wine".
func (p *pointMaker) consists(c *clause) bool {
	l := &lex().measures
	return c != nil && !c.passive && (l.Includes[c.verb] || l.Lays[c.verb]) && len(c.subj) > 0 && c.subj[0] < c.head && p.isBurden(c.subj[0], l.Burdens)
}

// laidAside returns the clause on a burden that tells who laid it or means to, and what becomes of it by that:
// "the duties | that Norvana has threatened", "the levies | Norvana put on glass"; nil where none does.
func (p *pointMaker) laidAside(i int) (*clause, rapporteur.Status) {
	l := &lex().measures
	for h, steps := i, 0; h >= 0 && steps < 4; h, steps = p.head(h), steps+1 {
		for _, k := range append(slices.Clone(p.kids[h]), p.lastUnder(h)...) {
			c := p.clause(k)
			if k < i || c == nil || c.neg || c.passive || c.modal != "" || base(p.rel(k)) != "acl" || len(c.subj) == 0 || c.subj[0] < i || c.subj[0] > k || isRelative(p.lower(c.subj[0])) || len(c.obj) > 0 && c.obj[0] > k || k+1 < len(p.kids) && p.lower(k+1) == "to" {
				continue
			}
			if len(p.layers(p.actorsOrMeant(c.subj))) == 0 {
				continue
			}
			switch is := func(list words) bool { return list[c.lemma] || c.lemma == c.verb && list[c.verb] }; {
			case is(l.Lays):
				return c, rapporteur.Added
			case is(l.Announces), is(l.Proposes):
				return c, rapporteur.Proposed
			}
		}
		if rel := base(p.rel(h)); rel != "nmod" && rel != "compound" && rel != "nummod" || !l.Extents[p.lemma(p.head(h))] && p.upos(p.head(h)) != "NUM" && p.upos(p.head(h)) != "SYM" {
			break
		}
	}
	return nil, ""
}

// lastUnder returns the clauses that the tree hung on other nouns among the words for a nominal, "duties on goods
// | that Norvana imposed".
func (p *pointMaker) lastUnder(h int) []int {
	var out []int
	for k, own := h+1, p.own(h); k < own.End; k++ {
		if lo := p.lo[k]; base(p.rel(k)) == "acl" && p.head(k) != h && (p.lower(lo) == "that" || p.lower(lo) == "which") {
			out = append(out, k)
		}
	}
	return out
}

// takenUp is the point of a burden that may be one told of before.
type takenUp struct {
	point *rapporteur.PointClaim
	at    int // its noun
	words lang.Range
}

// takeUp gives the measures that go on with one told before to those who laid it.
func (p *pointMaker) takeUp() {
	for _, t := range p.taken {
		by, before := p.laidBefore(t.at, t.words)
		if len(t.point.By) == 0 {
			t.point.By = by
		}
		if before != nil && before.Issue != t.point.Issue && lex().measures.Vague[p.lemma(t.at)] {
			t.point.Issues = append([]string{t.point.Issue}, slices.DeleteFunc(slices.Clone(t.point.Issues), func(s string) bool { return s == before.Issue })...)
			t.point.Issue = before.Issue // "those penalties", of duties told before
		}
	}
}

// laidBefore returns who laid a burden that a noun with an article takes up again, by what was told last
// of such a burden: "Norvana will tax glass. | The duties start in May"; none where one of them is
// named in the words for it.
func (p *pointMaker) laidBefore(at int, words lang.Range) ([]rapporteur.Mention, *rapporteur.PointClaim) {
	l := &lex().measures
	if p.upos(at) == "NOUN" && !p.isBurden(at, l.Burdens) && !l.Extents[p.lemma(at)] {
		return nil, nil
	}
	for _, k := range p.kids[at] {
		if k < at && (p.typeAt(k) == lang.NORP || p.isState(p.stateName(k))) { // "the Norvanan duty was imposed on"
			if slices.ContainsFunc(p.children(p.head(at), "obl"), func(o int) bool { return p.caseOf(o) == "on" }) {
				return p.layers(p.actorsAt(k)), nil
			}
			return nil, nil
		}
	}
	first := p.sentence(at).Start
	for n := p.sent[at]; n > 0 && n > p.sent[at]-3; n-- {
		first = p.doc.Sentences[n-1].Start
	}
	kin := func(k int) bool {
		return p.upos(k) == "NOUN" && (p.lemma(k) == p.lemma(at) || p.isBurden(k, l.Tolls) || l.Vague[p.lemma(at)] && p.isBurden(k, l.Burdens))
	}
	for k := p.sentence(at).Start - 1; k >= first; k-- {
		if !kin(k) || p.doc.Sentences[p.sent[k]].Heading {
			continue
		}
		for _, f := range p.claims {
			if f.Point != nil && len(f.Point.By) > 0 && p.sent[f.head] == p.sent[k] && p.own(f.head).Contains(k) {
				return p.notOn(f.Point.By, words), f.Point
			}
		}
		phrase := p.nounPhrase(k)
		phrase.End = min(p.sentence(k).End, phrase.End+4)
		if by := p.layer(k, phrase); len(by) > 0 {
			return p.notOn(by, words), nil
		}
		if !slices.ContainsFunc(p.kids[k], func(x int) bool {
			return base(p.rel(x)) == "nmod" || base(p.rel(x)) == "acl" || base(p.rel(x)) == "compound" || p.upos(x) == "NUM"
		}) {
			continue // "the tariffs", "higher tariffs"
		}
		return nil, nil
	}
	return nil, nil
}
