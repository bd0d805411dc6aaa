package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// whoseDuty returns who is to do or bear a provision of which the frame that made it
// could not tell: the subject that a pronoun stands for, who is obliged, allowed or
// left with something, whose army or duties a clause tells of, on whom a duty lies.
func (p *pointMaker) whoseDuty(head int, words lang.Range) []rapporteur.Mention {
	top := p.top(words)
	c := p.clause(head)
	if c == nil {
		c = p.clause(top)
	}
	var who []actor
	if c != nil {
		who = p.doers(c)
	} else {
		who = p.owing(head)
	}
	who = slices.DeleteFunc(who, func(a actor) bool {
		return a.Kind == rapporteur.Outlet || a.Kind == rapporteur.Person && p.bystander(a.Name) || a.token >= 0 && p.isTextNoun(a.token) || strings.HasPrefix(a.Name, "how ")
	})
	for n, a := range who {
		if f := p.stateOf(a); f != nil {
			who[n].Mention = *f
		}
	}
	return mentions(who)
}

// doers returns who does or bears what a clause tells.
func (p *pointMaker) doers(c *clause) []actor {
	l := &lex().points.Lists
	if c.passive {
		switch {
		case len(c.agent) > 0:
			return p.actorsOrMeant(c.agent)
		case l.Permits[c.verb] || l.Bears[c.verb] || l.Binds[c.verb]:
			subj := c.subj
			if len(subj) == 0 {
				subj = p.beforeModal(c)
			}
			return p.ofPronoun(p.actorsOrMeant(subj))
		}
		for _, s := range c.subj { // "Norvana's duties on steel | will be cut"
			if who := p.layer(s, p.own(s)); lex().measures.Tolls[p.lemma(s)] && len(who) == 1 {
				return []actor{{Mention: who[0], token: s}}
			}
		}
		for _, o := range c.obl { // "is repaired at Norvana's expense"
			if o.prep == "at" || o.prep == "under" {
				if k := p.child(o.head, "nmod:poss"); k >= 0 && (p.lemma(o.head) == "expense" || p.lemma(o.head) == "cost") {
					return p.actorsOrMeant([]int{k})
				}
			}
		}
		return nil
	}
	if (l.Duty[c.verb] || l.Binds[c.verb]) && len(c.obj) > 0 && len(c.comp) > 0 { // "obliging Norvana to accept"
		return p.ofPronoun(p.actorsOrMeant(c.obj))
	}
	subj := c.subj
	if len(subj) == 0 {
		subj = p.beforeModal(c)
	}
	for _, s := range subj {
		switch p.lower(s) {
		case "both", "neither", "each":
			if p.child(s, "nmod") >= 0 {
				return nil // "each of them"
			}
			return []actor{{Mention: rapporteur.Mention{Name: "both sides", Kind: rapporteur.Group, Span: p.bytes(lang.Range{Start: s, End: s + 1})}, token: s}}
		}
	}
	if who := p.ofPronoun(p.actorsOrMeant(subj)); len(who) > 0 {
		return who
	}
	for _, s := range subj {
		if p.doc.Tokens[s].XPOS == "NNS" && lex().points.Lists.Bearers[p.lemma(s)] || p.employing(s) {
			words := p.withOf(s, p.nounPhrase(s))
			return []actor{{Mention: rapporteur.Mention{Name: p.plain(words), Kind: rapporteur.Group, Span: p.bytes(words)}, token: s}}
		}
		if who := p.belonging(s); len(who) > 0 {
			return who
		}
		for _, k := range p.children(s, "nmod") { // "half of Norvana's soldiers"
			if p.caseOf(k) == "of" {
				if who := p.belonging(k); len(who) > 0 {
					return who
				}
			}
		}
	}
	if len(subj) > 0 {
		return nil
	}
	h := p.head(c.head)
	switch up := p.clause(c.up); {
	case h >= 0 && p.upos(h) == "NOUN" && base(p.rel(c.head)) == "acl":
		return p.owing(h)
	case up != nil && up.head == h && c.mark == "to" && len(up.with("for")) > 0 && up.verb == "be":
		return p.actorsAt(up.with("for")...)
	case up != nil && up.head == h && (objectControl[up.verb] || lex().points.Lists.Binds[up.verb]) && len(up.obj) > 0:
		return p.actorsOrMeant(up.obj)
	}
	return nil
}

// notVoice leaves out who only says what a clause tells of others: "They wanted the levy lifted," he said.
func (p *pointMaker) notVoice(head int, by []rapporteur.Mention) []rapporteur.Mention {
	if len(by) != 1 || by[0].Kind != rapporteur.Person || !p.direct(head) {
		return by
	}
	for i, steps := head, 0; i >= 0 && steps < 4; i, steps = p.head(i), steps+1 {
		c := p.clause(i)
		if c == nil || len(c.subj) == 0 {
			continue
		}
		switch p.lower(c.subj[0]) {
		case "they", "it", "them":
			return nil
		case "i", "we", "he", "she":
			return by
		}
	}
	return by
}

// beforeModal returns the nominal that stands right before the auxiliary of a clause to
// which the tree gave no subject: "In return | Estrel would lift …", "Norvana, which
// keeps 4,000 men there, is obliged to …".
func (p *pointMaker) beforeModal(c *clause) []int {
	first := c.head
	for _, k := range p.kids[c.head] {
		if base(p.rel(k)) == "aux" && k < first {
			first = k
		}
	}
	k := first - 1
	if first == c.head || k < p.sentence(c.head).Start {
		return nil
	}
	if p.form(k) == "," {
		for j := k - 1; j > p.sentence(c.head).Start; j-- {
			if h := p.head(j); p.rel(j) == "acl:relcl" && h >= 0 && h < j && (p.hi[j] == k || p.hi[j] == k+1) {
				return []int{h}
			}
		}
		return nil
	}
	for p.head(k) >= 0 && p.head(k) < first && p.head(k) > p.sentence(c.head).Start && (p.rel(k) == "compound" || base(p.rel(k)) == "flat" || base(p.rel(k)) == "nmod" && p.caseOf(k) == "of" || p.rel(k) == "nmod" && p.caseOf(k) == "from") {
		k = p.head(k)
	}
	switch p.lower(k) {
	case "both", "neither", "each":
		return []int{k}
	}
	if first := p.nounPhrase(k).Start; first > p.sentence(k).Start && p.upos(first-1) == "ADP" {
		return nil
	}
	if u := p.upos(k); u != "NOUN" && u != "PROPN" && u != "PRON" || base(p.rel(k)) == "nmod" && p.head(k) < k {
		return nil // "compromise on grain would …"
	}
	return []int{k}
}

// ofPronoun puts those whose they are in the place of groups that a pronoun tells of: "its army".
func (p *pointMaker) ofPronoun(who []actor) []actor {
	for n, a := range who {
		if a.Kind != rapporteur.Group || a.token < 0 {
			continue
		}
		if k := p.child(a.token, "nmod:poss"); k >= 0 && p.upos(k) == "PRON" {
			if o := p.actorsOrMeant([]int{k}); len(o) > 0 {
				who[n] = o[0]
			}
		}
	}
	return who
}

// belonging returns whose army, guns, duties or subsidies a noun names.
func (p *pointMaker) belonging(i int) []actor {
	if lemma := p.lemma(i); !lex().points.Lists.Forces[lemma] && !lex().deadlines.Measures[lemma] {
		return nil
	}
	if k := p.child(i, "nmod:poss"); k >= 0 {
		if who := p.actorsOrMeant([]int{k}); len(who) > 0 {
			return who
		}
	}
	var out []actor
	for _, m := range p.whose(i) {
		out = append(out, actor{Mention: m, token: i})
	}
	return out
}

// owing returns on whom a duty lies that a noun names, by whom a promise is, or
// whose forces or duties something is done with: "an obligation on Norvana",
// "an undertaking from Norvana", "the withdrawal of Norvana's guns".
func (p *pointMaker) owing(i int) []actor {
	if i < 0 || p.upos(i) != "NOUN" {
		return nil
	}
	if k := p.child(i, "nmod:poss"); k >= 0 && (lex().deadlines.Measures[p.lemma(i)] || lex().points.Lists.Burdens[p.lemma(i)] || lex().deadlines.Vows[p.lemma(i)]) {
		if who := p.actorsOrMeant([]int{k}); len(who) > 0 {
			return who
		}
	}
	l := lex()
	lemma := p.lemma(i)
	for _, k := range p.children(i, "nmod") {
		owes := false
		switch p.caseOf(k) {
		case "by":
			owes = true
		case "on", "upon", "for":
			owes = l.points.Lists.Burdens[lemma]
		case "from":
			owes = l.deadlines.Vows[lemma] || lemma == "guarantee" || lemma == "assurance" || lemma == "payment"
		}
		if owes {
			if who := p.actorsAt(k); len(who) > 0 {
				return who
			}
		}
	}
	for _, k := range p.children(i, "nmod") {
		if p.caseOf(k) == "of" || p.caseOf(k) == "on" || p.caseOf(k) == "in" {
			if who := p.belonging(k); len(who) > 0 {
				return who
			}
		}
	}
	return p.belonging(i)
}
