package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// measureBy returns who takes a measure: a state, a body, or somebody who speaks for one.
func (p *pointMaker) measureBy(x *measure) []rapporteur.Mention {
	who := p.actorsOrMeant(x.subj)
	switch g := p.ordered(x.clause); {
	case g != nil:
		who = p.actorsOrMeant(g.subj)
	case !x.doer:
		if who = p.actorsAt(x.agent...); len(who) == 0 {
			who = p.party(x.head)
		}
	case x.passive:
		who = p.actorsAt(x.agent...)
	case len(who) == 0 && len(x.subj) > 0 && p.aside(x.clause):
		who = p.actorsAt(p.besideWhich(x.clause))
	case len(who) == 0:
		if who = p.planners(x.clause); len(who) == 0 {
			who = p.holders(x.head, false)
		}
	}
	return p.layers(who)
}

// onGoods reports whether the words for a burden say which goods it is on, or whose: "duties on
// cars", "steel duties", "levies on all Norvanan imports".
func (p *pointMaker) onGoods(at int, words lang.Range) bool {
	l := &lex().measures
	if !p.isBurden(at, l.Burdens) {
		return false
	}
	goods := func(k int) bool {
		return p.upos(k) == "NOUN" && p.timeAt[k] < 0 && !l.Goods[p.lemma(k)] && !l.Burdens[p.lemma(k)] && !l.Extents[p.lemma(k)]
	}
	if slices.ContainsFunc(p.kids[at], func(k int) bool { return base(p.rel(k)) == "compound" && words.Contains(k) && goods(k) }) {
		return true
	}
	for k := at + 1; k < min(at+9, words.End-1); k++ {
		if f := p.lower(k); f != "on" && f != "against" && f != "targeting" && !(f == "at" && p.lower(k-1) == "aimed") || p.timeAt[k] >= 0 {
			continue
		}
		on := k + 1
		for k++; k < words.End && (p.upos(k) == "ADJ" || p.upos(k) == "DET" || base(p.rel(k)) == "amod" || base(p.rel(k)) == "compound" && p.upos(k) != "NOUN"); k++ {
		}
		return k < words.End && goods(k) && (k+1 == words.End || p.upos(k+1) != "NOUN" || goods(k+1) || l.Goods[p.lemma(k+1)]) || p.ofState(on, words.End, goods)
	}
	return false
}

// ofState reports whether the words from token k on are for a state, its people, or goods of theirs
// or of a kind: "China", "all Norvanan imports", "a range of products from Estrel", "imports of cars".
func (p *pointMaker) ofState(k, end int, goods func(int) bool) bool {
	l := &lex().measures
	kind := false // a word for goods of any kind was passed
	for end = min(end, k+9); k < end; k++ {
		u := p.upos(k)
		switch {
		case p.typeAt(k) == lang.NORP, u == "PROPN" && p.timeAt[k] < 0:
			return true
		case kind && goods(k):
			return true
		case u == "VERB" && base(p.rel(k)) != "amod", u == "AUX", u == "PUNCT" && p.form(k) != "-", u == "CCONJ" && !kind:
			return false
		}
		kind = kind || l.Goods[p.lemma(k)] || l.Extents[p.lemma(k)]
	}
	return false
}

// ordered returns the clause that tells by whose order a measure comes, which hangs on the word for
// the order: "signed a decree raising duties"; nil for none.
func (p *pointMaker) ordered(c *clause) *clause {
	l, h := &lex().measures, p.head(c.head)
	if base(p.rel(c.head)) != "acl" || h < 0 || !l.Orders[p.lemma(h)] {
		return nil
	}
	if g := p.governor(h); g != nil && !g.passive && l.Signs[g.verb] && slices.Contains(g.obj, h) {
		return g
	}
	return nil
}

// planners returns whose the plan, the threat or the decision is on whose noun a measure hangs: "the Brandt
// administration plans to raise duties", "Norvana's threat to raise duties".
func (p *pointMaker) planners(c *clause) []actor {
	l, h := &lex().measures, p.head(c.head)
	if g := p.clause(h); g != nil && c.mark == "to" && len(g.obj) > 0 && base(p.rel(c.head)) != "acl" { // "a decision last week | to raise"
		h = -1
		if o := g.obj[len(g.obj)-1]; o > g.head && o < c.head && p.onlyTimeBetween(o+1, p.lo[c.head]) {
			h = o
		}
	} else if base(p.rel(c.head)) != "acl" {
		return nil
	}
	if h < 0 {
		return nil
	}
	own := l.Intents[p.lemma(h)] || l.Resolves[p.lemma(h)]
	for _, k := range p.kids[h] {
		rel := base(p.rel(k))
		if k < h && rel == "compound" && p.upos(k) != "ADJ" || own && (p.rel(k) == "nmod:poss" || k < h && rel == "amod" && p.typeAt(k) == lang.NORP || rel == "nmod" && p.caseOf(k) == "by") {
			if a := p.actorsOrMeant([]int{k}); len(a) > 0 {
				return a
			}
		}
	}
	return nil
}

// wishedFor reports whether a clause is what somebody wants done to a thing: "wants the duties | lifted".
func (p *pointMaker) wishedFor(c *clause) bool {
	if x := p.doc.Tokens[c.head].XPOS; x != "VBN" && (x != "VBD" || base(p.rel(c.head)) != "xcomp") || len(c.subj) != 1 || c.subj[0] > c.head || p.child(c.head, "aux") >= 0 {
		return false
	}
	g := p.above(c)
	return g != nil && lex().measures.Wishes[g.verb] && g.head < c.subj[0]
}

// besideMeasure reports whether a clause follows one of which a measure was made, outside its words:
// "the duties take effect in May | and rise to 20 percent in June".
func (p *pointMaker) besideMeasure(c *clause) bool {
	h := p.head(c.head)
	return h >= 0 && base(p.rel(c.head)) == "conj" && p.done[h] && !slices.ContainsFunc(p.laid, func(s laidWords) bool { return s.words.Contains(c.head) })
}

// willNot reports whether a clause says of somebody that he is not going to do a thing.
func (p *pointMaker) willNot(c *clause) bool {
	if slices.ContainsFunc(c.adverbs, func(k int) bool { return lex().measures.Merely[p.lower(k)] }) {
		return false // "will not wholly ban"
	}
	return (c.modal == "will" || c.modal == "would" || c.modal == "shall") && !c.passive && !c.perfect && len(c.subj) > 0 && c.subj[0] < c.head
}

// forgone returns what becomes of a burden with which nobody is to do what would give it a status: duties that will not
// be raised are given up, or put off until a day, those that will not be lifted stay; "" where that tells nothing.
func (p *pointMaker) forgone(c *clause, done rapporteur.Status) rapporteur.Status {
	until := len(c.with("until", "till", "before")) > 0
	for k := c.head + 1; k < p.own(c.head).End && !until; k++ {
		until = (p.lower(k) == "until" || p.lower(k) == "till") && k+1 < len(p.timeAt) && p.timeAt[k+1] >= 0
	}
	switch done {
	case rapporteur.Added:
		if until {
			return rapporteur.Deferred
		}
		return rapporteur.Dropped
	case rapporteur.Dropped, rapporteur.Reworded:
		return rapporteur.Retained
	case rapporteur.Deferred:
		return rapporteur.Proposed
	}
	return ""
}

// laidWords are the words for a measure of which a point was made.
type laidWords struct {
	point *rapporteur.PointClaim
	words lang.Range
}

// toldBefore reports whether a point was made of what a measure tells: one of the clause, of what it governs or of
// what governs it, but no measure that is told in other words of the sentence, "raised its duties | after Estrel
// had slapped a levy on wine".
func (p *pointMaker) toldBefore(x *measure) bool {
	own := p.own(x.head)
	return slices.ContainsFunc(p.claims, func(f found) bool {
		if f.Point == nil || !own.Contains(f.head) && !p.within(x.head, f.head) {
			return false
		}
		at := slices.IndexFunc(p.laid, func(l laidWords) bool { return l.point == f.Point })
		return at < 0 || p.laid[at].words.Contains(x.at) || p.laid[at].words.Contains(x.head)
	})
}

// addDoer gives the point that was made of a measure before the one who takes it.
func (p *pointMaker) addDoer(x *measure) {
	for i := range p.claims {
		if f := &p.claims[i]; f.Point != nil && f.head == x.head && len(f.Point.By) == 0 && !x.passive {
			f.Point.By = p.measureBy(x)
		}
	}
}

// aside reports whether a clause tells besides what an actor did: "Estrel, which imposed duties on
// grain, …".
func (p *pointMaker) aside(c *clause) bool {
	if h := p.besideWhich(c); h < 1 || c.passive || len(c.subj) == 0 || len(p.actorsAt(h)) == 0 {
		return false
	}
	lo := p.lo[c.head]
	return lo > 0 && p.lower(lo) == "which" && p.form(lo-1) == "," || lo > 0 && p.lower(lo-1) == "which" || p.form(lo) == "," && p.lower(lo+1) == "which"
}

// besideWhich returns the nominal that a clause with "which" tells of: the name before it, where the tree hung
// it on another, "retaliation by Estrel, | which imposed duties".
func (p *pointMaker) besideWhich(c *clause) int {
	h := p.head(c.head)
	if k := p.lo[c.head]; h >= 0 && len(p.actorsAt(h)) == 0 && k > 2 && p.lower(k) == "which" && p.form(k-1) == "," && p.upos(k-2) == "PROPN" {
		return k - 2
	}
	return h
}

// putOff reports whether a measure stands under a verb of putting it off, "delayed imposing the
// duties", "put off a decision to impose duties", and takes it into the words for it.
func (p *pointMaker) putOff(x *measure) bool {
	l, g := &lex().measures, p.above(x.clause)
	if h := p.head(x.head); g != nil && p.doc.Tokens[x.head].XPOS == "VB" && base(p.rel(x.head)) == "acl" && g.is(l.Delays) && slices.Contains(g.obj, h) {
		x.status, x.plain = rapporteur.Deferred, true
		return true
	}
	if g == nil || p.doc.Tokens[x.head].XPOS != "VBG" || !g.is(l.Delays) || g.head > x.head || x.head-g.head > 4 {
		return false
	}
	x.status, x.from, x.plain = rapporteur.Deferred, g.head, true
	return true
}

// forbidden reports whether a clause tells of somebody that he may not do a thing: "banned the firm
// from buying chips".
func (p *pointMaker) forbidden(c *clause) bool {
	if len(c.obj) != 1 || c.obj[0] < c.head || c.passive || p.typeAt(c.obj[0]) == lang.PER || p.child(c.obj[0], "nmod:poss") >= 0 && lex().actors.Persons[p.lemma(c.obj[0])] {
		return false // "banned her aides from speaking": what goes on in one's own house
	}
	for k := c.obj[0] + 1; k < min(c.obj[0]+6, p.sentence(c.head).End-1); k++ {
		if p.lower(k) == "from" {
			return p.doc.Tokens[k+1].XPOS == "VBG"
		}
	}
	return false
}

// subjectThrough reports whether a clause has its subject from those that it is a part of or follows:
// "the duties | are set to | take effect", "will hit cars and | take effect".
func (p *pointMaker) subjectThrough(c *clause, s int) bool {
	for k, steps := c.head, 0; k >= 0 && steps < 3; k, steps = p.head(k), steps+1 {
		if p.head(s) == k {
			return true
		}
		if r := base(p.rel(k)); r != "xcomp" && r != "conj" {
			break
		}
	}
	return false
}

// subjectStart returns where the words for the subject of a clause begin.
func (p *pointMaker) subjectStart(c *clause) int {
	if len(c.subj) > 0 && c.subj[0] < c.head {
		return p.nounPhrase(c.subj[0]).Start
	}
	return c.head
}

// asMuch reports whether a word is one of a pair that measures: "as much as $40 billion".
func (p *pointMaker) asMuch(k, end int) bool {
	if p.lower(k) != "as" || k+1 >= end {
		return false
	}
	amount := func(i int) bool {
		switch p.lower(i) {
		case "much", "many", "high", "little", "few", "low", "large", "big":
			return true
		}
		return false
	}
	return amount(k+1) || k > 0 && amount(k-1)
}

// inFull returns a body told by its common noun alone under the name with which the report told it
// before: "the administration", of the Brandt administration.
func (p *pointMaker) inFull(a actor) actor {
	if a.Kind != rapporteur.Group || len(a.party) > 0 || strings.Contains(strings.TrimPrefix(strings.TrimPrefix(a.Name, "the "), "The "), " ") {
		return a
	}
	for k := a.token - 1; k >= 0; k-- {
		if p.lemma(k) != p.lemma(a.token) || p.upos(k) != "NOUN" && p.upos(k) != "PROPN" {
			continue
		}
		if b, ok := p.actorAt(k); ok && (b.Kind == rapporteur.State || b.Kind == rapporteur.Organisation || b.Kind == rapporteur.Group && strings.Contains(b.Name, " ") && p.underName(k)) {
			return b
		}
	}
	return a
}

// underName reports whether a name stands before a noun, as part of what it is called.
func (p *pointMaker) underName(k int) bool {
	return slices.ContainsFunc(p.kids[k], func(i int) bool { return i < k && p.nameAt(i) != nil })
}

// ofMinistry returns in the place of a ministry the state whose it is by any words of the report, which is who lays
// duties: "Estrel's finance ministry", "the Finance Ministry of Estrel".
func (p *pointMaker) ofMinistry(a actor) actor {
	l := &lex().measures
	last := func(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }
	name := strings.ToLower(a.Name)
	before, _, of := strings.Cut(name, " of ")
	if a.Kind == rapporteur.Person || a.Kind == rapporteur.State || !l.Ministries[last(name)] && !(of && l.Ministries[last(before)]) {
		return a
	}
	fields := strings.Fields(strings.NewReplacer("’s ", " ", "'s ", " ").Replace(name))
	for k := 0; k < len(p.kids); k++ {
		if !l.Ministries[p.lower(k)] || !slices.Contains(fields, p.lower(k)) {
			continue
		}
		if k > 0 && len(fields) > 1 && !slices.Contains(fields, p.lower(k-1)) && !(k+2 < len(p.kids) && slices.Contains(fields, p.lower(k+2))) {
			continue // of other matters
		}
		for _, x := range p.kids[k] {
			poss, of := p.rel(x) == "nmod:poss", base(p.rel(x)) == "nmod" && p.caseOf(x) == "of"
			if (poss || of || x < k && (base(p.rel(x)) == "amod" || base(p.rel(x)) == "compound")) && (p.typeAt(x) == lang.NORP || p.isState(p.stateName(x))) {
				if s := p.actorsAt(x); len(s) == 1 && s[0].Kind == rapporteur.State {
					a.Name, a.Kind = s[0].Name, rapporteur.State
					return a
				}
			}
		}
	}
	return a
}
