package claim

import (
	"slices"

	"rapporteur"
)

// ofAsked gives a deed that hangs on the noun of a demand to whom it is asked of, never to who asks:
// "balked at Norvana's demands | to cut its subsidies", "brushed aside a call on it to hire nurses". A demand
// that is told to be rebuffed is contested.
func (p *pointMaker) ofAsked(head int, by []rapporteur.Mention, status rapporteur.Status) ([]rapporteur.Mention, rapporteur.Status) {
	noun := p.demandOver(head)
	if noun < 0 {
		return by, status
	}
	l, g := &lex().points.Lists, p.governor(noun)
	rebuffed := g != nil && !g.neg && g.head < noun && (l.Rebuffs[g.verb] || l.Rebuffs[g.lemma])
	if rebuffed && status == rapporteur.Proposed && g.modal == "" {
		status = rapporteur.Contested
	}
	asking := mentions(p.askers(noun))
	asks := func(m rapporteur.Mention) bool {
		return slices.ContainsFunc(asking, func(a rapporteur.Mention) bool { return a.Name == m.Name })
	}
	of := p.children(noun, "nmod")
	if g != nil { // "repeated its call | on Estrel to cut its subsidies"
		of = append(of, slices.DeleteFunc(g.with("on", "upon"), func(k int) bool { return k < noun || k > head })...)
	}
	for _, k := range of {
		switch f := p.caseOf(k); f {
		case "on", "upon", "for", "to", "of":
			if who := mentions(p.actorsAt(k)); k > noun && len(who) > 0 && (f == "on" || f == "upon" || !slices.ContainsFunc(who, asks)) {
				return who, status
			}
		}
	}
	if len(by) > 0 && !slices.ContainsFunc(by, asks) {
		return by, status
	}
	if g != nil && (rebuffed || l.Heeds[g.verb] || l.Heeds[g.lemma]) {
		who := g.subj
		if g.passive {
			who = g.agent
		}
		if m := mentions(p.sides(p.actorsOrMeant(who))); len(m) > 0 && !slices.ContainsFunc(m, asks) {
			return m, status
		}
	}
	return slices.DeleteFunc(slices.Clone(by), asks), status
}

// demandOver returns the noun of a demand on which a deed hangs, -1 for none. The tree may have hung it on the
// verb that tells what became of the demand.
func (p *pointMaker) demandOver(head int) int {
	c := p.clause(head)
	for steps := 0; c != nil && base(p.rel(c.head)) == "conj" && p.head(c.head) >= 0 && steps < 3; steps++ {
		c = p.clause(p.head(c.head))
	}
	if c == nil || c.mark != "to" || p.head(c.head) < 0 {
		return -1
	}
	demand := func(k int) bool {
		return p.upos(k) == "NOUN" && (lex().positions.Nominal[p.lemma(k)] == string(rapporteur.Demands) || lex().points.Lists.Urgings[p.lemma(k)])
	}
	h := p.head(c.head)
	switch base(p.rel(c.head)) {
	case "acl":
		if demand(h) {
			return h
		}
		if n := p.head(h); base(p.rel(h)) == "nmod" && n >= 0 && demand(n) { // "pressure from Norvana | to cut"
			return n
		}
	case "advcl", "xcomp":
		if g := p.clause(h); g != nil {
			for _, o := range append(slices.Clone(g.obj), g.with("at", "to", "aside", "off")...) {
				if o > g.head && o < c.head && demand(o) {
					return o
				}
			}
		}
	}
	return -1
}

// askers returns who asks what the noun of a demand tells.
func (p *pointMaker) askers(noun int) []actor {
	var out []actor
	for _, k := range p.kids[noun] {
		switch rel := base(p.rel(k)); {
		case p.rel(k) == "nmod:poss":
			out = append(out, p.sides(p.actorsOrMeant([]int{k}))...)
			if g := p.governor(noun); p.upos(k) == "PRON" && g != nil && !g.passive {
				out = append(out, p.actorsAt(g.subj...)...)
			}
		case k < noun && (rel == "amod" || rel == "compound"), rel == "nmod" && (p.caseOf(k) == "by" || p.caseOf(k) == "from"):
			out = append(out, p.actorsAt(k)...)
		}
	}
	return out
}
