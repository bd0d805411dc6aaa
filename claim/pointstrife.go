package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// strife reads what those who negotiate are told to differ over by a noun for it: "wrangling over the quota goes on",
// "a feud broke out over wool", "stalled because of a row over tolls".
func (p *pointMaker) strife(c *clause) bool {
	l := &lex().points.Lists
	if c.neg || c.modal != "" || p.conditional(c) {
		return false
	}
	made, form := false, len(p.claims)
	for _, n := range p.strifeNouns(c) {
		if !l.Strife[p.lemma(n)] {
			continue
		}
		on := p.children(n, "nmod")
		if slices.Contains(c.subj, n) { // "a feud broke out over wool"
			for _, o := range c.obl {
				on = append(on, o.head)
			}
			made = p.strifeOver(c) || made
		}
		for _, k := range on {
			if f := p.caseOf(k); f == "over" || f == "on" || f == "about" || f == "regarding" || f == "concerning" {
				made = p.leaveOpen(k) || made
			}
		}
	}
	for _, o := range c.obl {
		if l.Breaks[c.verb] && (o.prep == "over" || o.prep == "on" && halts[c.verb]) && slices.ContainsFunc(c.subj, p.mayBreak) {
			made = p.leaveOpen(o.head) || made
		}
	}
	if made {
		p.done[c.head] = true
		p.plainly(form)
	}
	return made
}

// halts are verbs of coming to a stop of which "on" tells by what: "stumbled on the quota".
var halts = words{"founder": true, "stall": true, "deadlock": true, "stumble": true, "snag": true, "falter": true, "stick": true, "break down": true}

// mayBreak reports whether a nominal is of talks, of a text or of those who negotiate.
func (p *pointMaker) mayBreak(k int) bool {
	return lex().meetings.Nouns[p.lemma(k)] || p.isTextNoun(k) || p.personal([]int{k})
}

// strifeNouns returns the nouns that a clause may tell a strife by.
func (p *pointMaker) strifeNouns(c *clause) []int {
	l := &lex().points.Lists
	var out []int
	if l.Persists[c.verb] || l.Persists[c.lemma] || c.verb == "be" && p.child(c.head, "expl") >= 0 {
		out = append(out, c.subj...)
	}
	if l.Breaks[c.verb] {
		for _, o := range c.obl {
			switch o.prep {
			case "because of", "due to", "amid", "owing to", "over", "by":
				out = append(out, o.head)
			}
		}
	}
	return out
}

// strifeOver reads a question behind the verb of a strife: "a split widened over who collects the toll".
func (p *pointMaker) strifeOver(c *clause) bool {
	sent := p.sentence(c.head)
	for k := c.head + 1; k+2 < min(c.head+4, sent.End); k++ {
		if f := p.lower(k); f != "over" && f != "on" && f != "about" || !isQuestion(p.lower(k+1)) {
			continue
		}
		words := p.clip(lang.Range{Start: k + 1, End: p.listEnd(k + 1)}, k+1)
		if len(p.known(words)) == 0 || p.done[p.top(words)] {
			return false
		}
		p.done[p.top(words)] = true
		return p.makePoint(p.top(words), words, nil, rapporteur.Open, rapporteur.Asserted)
	}
	return false
}

// leaveOpen makes open points of a nominal and those joined to it, where the agenda knows them.
func (p *pointMaker) leaveOpen(k int) bool {
	made := false
	for _, h := range p.conjuncts(k) {
		if len(p.known(p.own(h))) > 0 && !p.done[h] && !(lex().points.Matters[p.lemma(h)] && p.child(h, "nmod") < 0) {
			made = p.matterOr(h, rapporteur.Open, rapporteur.Asserted, nil, false) || made
		}
	}
	return made
}

// madeUpOf reads what is said to make up a text: "a pillar of the accord is a toll on barges", "at the heart of
// the pact is a pledge to …", "among its provisions are A and B", and of the text at hand "other measures include A".
func (p *pointMaker) madeUpOf(sent lang.Range) bool {
	k := p.makesUp(sent)
	if k < 0 {
		return false
	}
	made := false
	for _, item := range p.items(k+1, p.listEnd(k+1)) {
		made = p.item(item, rapporteur.Asserted) || made
	}
	return made
}

// makesUp returns the verb between a part of a text that a sentence begins with and what it is, -1 for none.
func (p *pointMaker) makesUp(sent lang.Range) int {
	l := &lex().points.Lists
	core, text, other := false, -1, false
	for k := sent.Start; k+2 < sent.End && k < sent.Start+16; k++ {
		f := p.lower(k)
		switch f {
		case "is", "are", "was", "were", "include", "includes", "included":
			near := p.provision >= 0 && p.sent[k]-p.provision <= 2
			if !core || text < 0 && !(near && (other || p.itsOwn(sent.Start, k))) {
				return -1
			}
			if p.shape(k+1, p.listEnd(k+1)) == "np" && p.upos(k+1) != "DET" && p.upos(k+1) != "NUM" && p.upos(k+1) != "SYM" && p.upos(k+1) != "NOUN" && p.upos(k+1) != "ADJ" && p.upos(k+1) != "PROPN" {
				return -1
			}
			if text >= 0 {
				p.text = text
			}
			return k
		case ",", ";", ":", "that", "which", "not", "no":
			return -1
		}
		switch {
		case l.Hard[p.lemma(k)]:
			return -1
		case p.isTextNoun(k) && core:
			text = k
		case p.upos(k) == "NOUN" && l.Cores[p.lemma(k)]:
			core = true
		case f == "other":
			other = true
		case p.upos(k) == "VERB" && isFinite(p.doc.Tokens[k].XPOS):
			return -1
		}
	}
	return -1
}

// itsOwn reports whether a possessive of the text stands in words: "its provisions".
func (p *pointMaker) itsOwn(from, to int) bool {
	return slices.ContainsFunc(p.doc.Tokens[from:to], func(t lang.Token) bool { return t.XPOS == "PRP$" && t.Lemma != "my" && t.Lemma != "our" })
}
