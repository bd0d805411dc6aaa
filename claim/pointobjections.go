package claim

import "slices"

// objected returns the parts of a text that somebody is told to object to: "balks at the clause on
// inspections", "has entered a reservation on Article 9", "is fighting a provision that …".
func (p *pointMaker) objected(c *clause) []int {
	l := &lex().points
	if c.neg || c.modal != "" || c.mark == "to" || c.mark == "if" {
		return nil
	}
	var heads []int
	switch {
	case l.Lists.Objects[c.verb] || l.Lists.Objects[c.lemma]:
		heads = c.with("to", "at", "against", "over", "with", "about", "from")
		if len(heads) == 0 && !c.passive {
			heads = slices.Clone(c.obj)
		} else if c.passive {
			heads = slices.Clone(c.subj)
		}
	default:
		for _, o := range c.obj {
			if !l.Lists.Reservations[p.lemma(o)] {
				continue
			}
			heads = append(heads, c.with("to", "on", "about", "over", "against", "with")...)
			for _, k := range p.children(o, "nmod") {
				if f := p.caseOf(k); f == "to" || f == "on" || f == "about" || f == "over" || f == "against" || f == "with" {
					heads = append(heads, k)
				}
			}
		}
	}
	return slices.DeleteFunc(heads, func(h int) bool {
		lemma := p.lemma(h)
		return p.upos(h) == "PRON" || !l.Lists.Written[lemma] && lemma != "wording" && lemma != "language" && lemma != "formulation" && lemma != "phrase" && lemma != "reference" && lemma != "ban" && lemma != "cap" && lemma != "limit"
	})
}

// framedBy returns what square brackets are told to stand around: "brackets remain around the article on
// subsidies".
func (p *pointMaker) framedBy(c *clause) []int {
	if c.neg {
		return nil
	}
	var heads []int
	for _, o := range c.obl {
		if o.prep == "around" || o.prep == "round" {
			heads = append(heads, p.conjuncts(o.head)...)
		}
	}
	marks := false
	for _, o := range append(slices.Clone(c.obj), c.subj...) {
		if p.lemma(o) != "bracket" {
			continue
		}
		marks = true
		for _, k := range p.children(o, "nmod") {
			if f := p.caseOf(k); f == "around" || f == "round" || f == "on" {
				heads = append(heads, p.conjuncts(k)...)
			}
		}
	}
	if !marks {
		return nil
	}
	for n, h := range heads { // "the whole of the article on subsidies"
		for _, k := range p.children(h, "nmod") {
			if p.caseOf(k) == "of" && !lex().points.Parts[p.lemma(h)] {
				heads[n] = k
			}
		}
	}
	return heads
}
