package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// granted returns who bears a provision that a clause tells by those who are given something:
// "retirees are to receive five payments" binds their employer, "eight hostages would walk free"
// those who hold them. ok is false where the clause does not tell it so.
func (p *pointMaker) granted(head int, words lang.Range) (by []rapporteur.Mention, ok bool) {
	c := p.clause(head)
	if c == nil {
		c = p.clause(p.top(words))
	}
	if c == nil || !words.Contains(c.head) {
		if g := p.governor(p.top(words)); g != nil && !g.passive && lex().points.Lists.Receives[g.verb] && slices.ContainsFunc(g.subj, p.inHands) && p.agenda != nil && p.agenda.Code == "labour" {
			return p.employer(), true // "the guild won | a rise of 25 percent"
		}
	}
	if c == nil || len(c.subj) == 0 || !words.Contains(c.head) || p.upos(c.subj[0]) == "PRON" {
		return nil, false
	}
	l := &lex().points.Lists
	s := c.subj[0]
	hands := p.inHands(s)
	switch {
	case l.Captives[p.lemma(s)] && (!c.passive && l.Freed[c.verb] && len(c.obj) == 0 || c.passive && l.Granting[c.verb]):
		return mentions(p.actorsAt(c.agent...)), true
	case hands && !c.passive && l.Receives[c.verb] && len(c.obj) > 0, hands && c.passive && l.Granting[c.verb] && len(c.agent) == 0 && len(c.comp) == 0:
		for _, o := range c.with("from") {
			if who := p.actorsAt(o); len(who) > 0 {
				return mentions(who), true
			}
		}
		return p.employer(), true
	}
	return nil, false
}

// inHands reports whether a nominal tells of those who are in somebody's pay.
func (p *pointMaker) inHands(i int) bool {
	l := lex().points.Lists.Hands
	if l[p.lemma(i)] || l[p.lower(i)] {
		return true
	}
	n := p.nameAt(i)
	if n == nil {
		return false
	}
	for k := n.Start; k < n.End; k++ {
		if l[p.lemma(k)] || l[p.lower(k)] || l[strings.TrimSuffix(p.lower(k), "s")] {
			return true
		}
	}
	return false
}

// employs reports whether the report tells of a named body that it employs people: by its name, "Corvin
// Motors", by a word for it, "the airline Nordia", or by those who work there, "pilots at Nordia".
func (p *pointMaker) employs(a actor) bool {
	l := &lex().points.Lists
	if a.Kind == rapporteur.Group {
		return l.Employers[p.lemma(a.token)]
	}
	if a.Kind != rapporteur.Organisation {
		return false
	}
	for _, w := range strings.Fields(strings.ToLower(a.Name)) {
		if l.Firms[w] || l.Employers[w] {
			return true
		}
	}
	for _, n := range p.doc.Names {
		if tidyName(p.doc.Words(n.Range)) != a.Name {
			continue
		}
		h := n.End - 1
		if k := p.head(h); k >= 0 && (p.rel(h) == "compound" || p.rel(h) == "nmod:poss" || base(p.rel(h)) == "appos" || base(p.rel(h)) == "nmod" && (p.caseOf(h) == "at" || p.caseOf(h) == "of" || p.caseOf(h) == "for")) {
			if lemma := p.lemma(k); l.Employers[lemma] || l.Hands[lemma] && !unions[lemma] && base(p.rel(h)) != "appos" {
				return true
			}
		}
	}
	return false
}

// unions are those of whom several work for somebody, and who speak for them.
var unions = words{"union": true, "guild": true, "brotherhood": true, "federation": true, "member": true}

// employer returns the one with whom the report says that those in somebody's pay came or mean to
// come to terms, where it names one only.
func (p *pointMaker) employer() []rapporteur.Mention {
	if p.agenda == nil || p.agenda.Code != "labour" {
		return nil
	}
	var one []rapporteur.Mention
	for i := range p.doc.Tokens {
		if p.caseOf(i) != "with" || base(p.rel(i)) != "nmod" && base(p.rel(i)) != "obl" || p.inHands(i) {
			continue
		}
		if h := p.head(i); h < 0 || !p.isTextNoun(h) && !p.parleys(h) {
			continue
		}
		who := slices.DeleteFunc(p.actorsAt(i), func(a actor) bool {
			return !p.employs(a)
		})
		if len(who) == 0 {
			continue
		}
		if len(one) > 0 && one[0].Name != who[0].Name {
			if one[0].Kind == rapporteur.Group { // "the company", named elsewhere
				one = mentions(who[:1])
				continue
			}
			if who[0].Kind == rapporteur.Group {
				continue
			}
			return nil
		}
		one = mentions(who[:1])
	}
	return one
}

// employing reports whether a noun is of the one for whom those work of whom the talks are: "the port".
func (p *pointMaker) employing(i int) bool {
	d := p.child(i, "det")
	return p.agenda != nil && p.agenda.Code == "labour" && p.upos(i) == "NOUN" && lex().points.Lists.Employers[p.lemma(i)] && d >= 0 && p.lower(d) == "the"
}

// parleys reports whether a word tells that sides talk or come to terms.
func (p *pointMaker) parleys(h int) bool {
	l := lex()
	if c := p.clause(h); c != nil {
		return l.points.Lists.Concludes[c.verb] || l.meetings.Negotiate[c.verb] || c.verb == "bargain"
	}
	return l.meetings.Nouns[p.lemma(h)] || p.lemma(h) == "talk" || p.lemma(h) == "dispute" || p.lemma(h) == "negotiation" || p.lemma(h) == "bargaining"
}

// tookEffect makes the point of a truce that is told to hold: "a ceasefire took effect on Monday".
func (p *pointMaker) tookEffect(c *clause) bool {
	l := &lex().points.Lists
	if c.passive || c.neg || c.modal != "" || c.mark == "to" || c.mark == "if" || !c.past && !c.perfect || len(c.subj) == 0 {
		return false
	}
	s := c.subj[0]
	if !l.Stops[p.lemma(s)] || p.doc.Tokens[s].XPOS == "NNS" || p.done[s] || !p.comesInto(c) || p.rel(c.head) == "acl:relcl" {
		return false
	}
	words := p.phrase(s)
	p.done[s], p.done[c.head] = true, true
	if !p.makePoint(s, p.clip(words, s), nil, rapporteur.Agreed, rapporteur.Asserted) {
		return false
	}
	p.claims[len(p.claims)-1].measure = true
	return true
}

// comesInto reports whether a clause says that something comes into effect.
func (p *pointMaker) comesInto(c *clause) bool {
	l := &lex().points.Lists
	if !l.Force[c.verb] {
		return false
	}
	for _, o := range c.obj {
		if l.Forced[p.lemma(o)] {
			return true
		}
	}
	return slices.ContainsFunc(c.with("into", "in"), func(o int) bool { return l.Forced[p.lemma(o)] }) || (c.verb == "begin" || c.verb == "start") && len(c.obj) == 0 && len(c.comp) == 0
}
