package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// made returns who is made to do something: the objects of "requires Norvana to …".
func (p *pointMaker) made(c *clause) []actor {
	who := p.actorsAt(c.obj...)
	if len(who) == 0 && len(c.obj) > 0 {
		if o := c.obj[0]; p.typeAt(o) == lang.LOC || p.typeAt(o) == lang.NORP {
			who = []actor{{Mention: rapporteur.Mention{Name: p.stateName(o), Kind: rapporteur.State, Span: p.bytes(lang.Range{Start: o, End: o + 1})}, token: o}}
		}
	}
	return who
}

// givenTo returns to whom a text gives what stands behind, by the order of the words: "gives
// Norvana | four years to …".
func (p *pointMaker) givenTo(c *clause) ([]actor, int) {
	if c.verb != "give" && c.verb != "grant" || c.passive {
		return nil, -1
	}
	from, end := c.head+1, c.head+1
	sent := p.sentence(c.head)
	for end < sent.End && end < from+6 && (p.upos(end) == "PROPN" || p.upos(end) == "NOUN" || p.upos(end) == "PART" || end == from || end == from+1 && p.upos(end) == "ADJ") {
		end++
	}
	if end+1 >= sent.End || p.upos(end) != "DET" && p.upos(end) != "NUM" && p.upos(end) != "ADJ" {
		return nil, -1
	}
	who := p.nominalEnding(from, end)
	if len(who) == 0 || who[0].Kind == rapporteur.Person && !p.isState(who[0].Name) && p.upos(from) == "PRON" {
		return nil, -1
	}
	return who, who[0].token
}

// untilNext returns where the words of a finite clause end at the next finite
// verb that goes with it: "requires A … and bans B".
func (p *pointMaker) untilNext(c *clause, end int) int {
	if c.modal != "" {
		return end
	}
	for k := c.head + 2; k < end; k++ {
		if tag := p.doc.Tokens[k].XPOS; p.upos(k-1) == "CCONJ" && p.upos(k) == "VERB" && (tag == "VBZ" || tag == "VBD" && c.past || tag == "VBP" && tag == p.doc.Tokens[c.head].XPOS) && base(p.rel(k)) != "amod" {
			return k - 1
		}
	}
	return end
}

// obliged reads who is made to do what: "requires Norvana to cut its army and to
// open its ports", "bars Norvana from joining". Each infinitive is a point.
func (p *pointMaker) obliged(c *clause, m rapporteur.Modality) (made, ok bool) {
	var who []actor
	at := -1
	switch {
	case c.verb == "call" || c.verb == "urge":
		for _, o := range c.obl {
			if o.prep == "on" || o.prep == "upon" {
				who, at = p.actorsAt(o.head), o.head
			}
		}
		if c.verb == "urge" && len(c.obj) > 0 {
			who, at = p.made(c), c.obj[0]
		}
	case c.verb == "give" || c.verb == "grant":
		if who, at = p.givenTo(c); len(who) == 0 && len(c.iobj) > 0 {
			who, at = p.actorsAt(c.iobj...), c.iobj[0]
		}
	case (objectControl[c.verb] || lex().points.Lists.Binds[c.verb]) && len(c.iobj) > 0 && len(c.obj) == 0:
		who, at = p.actorsAt(c.iobj...), c.iobj[0]
	case (objectControl[c.verb] || lex().points.Lists.Binds[c.verb]) && len(c.obj) > 0 && c.obj[0] > c.head:
		who, at = p.made(c), c.obj[0]
	}
	if at < c.head {
		return false, false
	}
	if len(who) == 0 || who[0].Kind == rapporteur.Person && len(who) == 1 && !p.isState(who[0].Name) && (!lex().points.Lists.Duty[c.verb] || p.upos(at) == "PRON") {
		return false, false
	}
	for i, a := range who {
		if f := p.stateOf(a); f != nil {
			who[i].Mention = *f
		}
	}
	end := p.listEnd(c.head + 1)
	if base(p.rel(c.head)) == "acl" {
		end = min(end, p.hi[c.head])
	}
	end = p.untilNext(c, end)
	first := -1
	for k := at + 1; k < end; k++ {
		if p.lower(k) == "to" && k+1 < end && p.doc.Tokens[k+1].XPOS == "VB" {
			first = k
			break
		}
		if (p.lower(k) == "from" || p.lower(k) == "to") && k+1 < end && p.doc.Tokens[k+1].XPOS == "VBG" {
			p.done[k+1] = true
			return p.makePoint(k+1, lang.Range{Start: c.head, End: end}, mentions(who), rapporteur.Proposed, m), true
		}
	}
	if first < 0 {
		return false, false
	}
	if c.verb == "give" || c.verb == "grant" {
		return p.duties(who, c.head, first, end, m), true
	}
	if next, at := p.nextObliged(first, end); next > 0 {
		made = p.duties(p.nominalEnding(at, next), at, next, end, m)
		end = at - 1
	}
	return p.duties(who, p.nounPhrase(at).Start, first, end, m) || made, true
}

// nextObliged looks for a further one who is made to do something: "commits
// Norvana to free its prisoners and Estrel to open the port". It returns where
// the one begins, and the "to" after it, 0 for none.
func (p *pointMaker) nextObliged(from, end int) (to, at int) {
	for k := from + 2; k+2 < end; k++ {
		if p.upos(k) != "CCONJ" || p.upos(k+1) == "VERB" || p.lower(k+1) == "to" || p.lower(k+1) == "not" {
			continue
		}
		for j := k + 2; j+1 < min(k+8, end); j++ {
			if p.lower(j) == "to" && p.doc.Tokens[j+1].XPOS == "VB" {
				if len(p.nominalEnding(k+1, j)) > 0 {
					return j, k + 1
				}
				break
			}
			if u := p.upos(j); u == "VERB" || u == "ADP" && p.lower(j) != "of" || u == "PUNCT" {
				break
			}
		}
	}
	return 0, 0
}

// duties makes the points of what those named from token at on must do.
func (p *pointMaker) duties(who []actor, at, to, end int, m rapporteur.Modality) (made bool) {
	for n, x := range p.infinitives(to, end) {
		h := x.Start
		for h < x.End && p.upos(h) != "VERB" {
			h++
		}
		if h == x.End || p.done[h] {
			continue
		}
		p.done[h] = true
		if n == 0 {
			x.Start = at
		}
		made = p.makePoint(h, x, mentions(who), rapporteur.Proposed, m) || made
	}
	return made
}

// infinitives cuts "to A, B … and (to) C" before each verb that has a bare form of its own.
func (p *pointMaker) infinitives(from, to int) []lang.Range {
	var out []lang.Range
	start := from
	for k := from + 2; k+1 < to; k++ {
		if p.upos(k) != "CCONJ" && p.form(k) != "," {
			continue
		}
		next := k + 1
		if p.upos(next) == "CCONJ" {
			next++
		}
		v := next
		if v < to && p.lower(v) == "to" {
			v++
		}
		if v < to && p.upos(v) == "VERB" && p.doc.Tokens[v].XPOS == "VB" {
			out = append(out, lang.Range{Start: start, End: k})
			start = next
			k = v
		}
	}
	return append(out, lang.Range{Start: start, End: to})
}

// forTo reports whether "for X to V" begins at token i.
func (p *pointMaker) forTo(i, end int) bool {
	for k := i + 1; k < min(i+9, end); k++ {
		if p.lower(k) == "to" && p.upos(k) == "PART" {
			return k > i+1
		}
		if p.upos(k) == "ADP" && p.lower(k) != "of" || p.upos(k) == "VERB" || p.form(k) == "," {
			return false
		}
	}
	return false
}
