package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// absent reads what is said to stand in a text no more, or not at all: "the cap
// is gone", "prisoners are nowhere in it", "visas are not mentioned".
func (p *pointMaker) absent(c *clause) bool {
	l := &lex().points.Lists
	gone := p.offTable(c)
	unsaid := c.passive && c.neg && l.Mentions[c.verb] && c.modal == ""
	if !gone && !unsaid {
		return false
	}
	made := false
	for _, h := range c.subj {
		if p.upos(h) == "PRON" || p.isTextNoun(h) || p.done[h] || p.typeAt(h) != "" || p.timeAt[h] >= 0 || len(p.actorsAt(h)) > 0 && !lex().points.Parts[p.lemma(h)] {
			continue
		}
		part := lex().points.Parts[p.lemma(h)] || lex().points.Matters[p.lemma(h)] || lex().predicates.Nouns[p.lemma(h)]
		known := len(p.known(p.own(h))) > 0
		if likely := p.pointLikely(c.head); !(gone && known && p.doc.Tokens[h].XPOS == "VBG" || part && known || unsaid && c.verb == "mention" || p.ofText(c) || likely >= likelyVague || known && likely >= least) {
			continue
		}
		made = p.topic(c, h, rapporteur.Dropped, false) || made
	}
	return made
}

// unmentioned reads what a text is told not to speak of: "makes no mention of fees", "does not refer to a cap", and of
// the text at hand "there is no reference to visas".
func (p *pointMaker) unmentioned(c *clause) bool {
	if c.modal != "" || c.mark != "" && c.mark != "that" && c.mark != "but" && c.mark != "although" && c.mark != "though" && c.mark != "while" || p.conditional(c) {
		return false
	}
	var on []int
	behind := func(h int) {
		d := p.child(h, "det")
		if !lex().points.Lists.Speaking[p.lemma(h)] || !c.neg && (d < 0 || p.lower(d) != "no") {
			return
		}
		for _, k := range p.children(h, "nmod") {
			if f := p.caseOf(k); f == "of" || f == "to" || lex().points.Lists.Topics[f] {
				on = append(on, p.conjuncts(k)...)
			}
		}
	}
	switch {
	case c.verb == "be" && (p.child(c.head, "expl") >= 0 || p.lower(max(c.head-1, 0)) == "there") && (p.sent[c.head]-p.provision <= 1 && p.provision >= 0 || p.namesText(p.sentence(c.head))):
		for _, h := range c.subj {
			behind(h)
		}
	case !slices.ContainsFunc(c.subj, func(h int) bool { return p.textUnder(h) >= 0 }):
		return false
	case c.neg && (c.verb == "refer" || c.verb == "allude" || c.verb == "speak"):
		for _, o := range c.obl {
			if o.prep == "to" || o.prep == "of" {
				on = append(on, p.conjuncts(o.head)...)
			}
		}
	default:
		for _, o := range c.obj {
			behind(o)
		}
	}
	made := false
	for _, h := range on {
		if !p.done[h] && p.timeAt[h] < 0 && p.upos(h) != "PRON" && !p.isTextNoun(h) {
			made = p.topic(c, h, rapporteur.Dropped, true) || made
		}
	}
	return made
}

// topic makes the point of what a clause says something of; the clause itself tells
// it where the words for it are one alone, or one that no agenda knows.
func (p *pointMaker) topic(c *clause, h int, status rapporteur.Status, knownAlone bool) bool {
	words := p.clip(p.own(h), h)
	if words.Len() < 2 && !(knownAlone && len(p.known(words)) > 0) {
		words = p.own(c.head)
	}
	p.done[h] = true
	made := p.makePoint(h, words, p.owners(words), status, rapporteur.Asserted)
	if made {
		p.done[c.head] = true
	}
	return made
}

// silent reads what a text, or the sides, have found no words for: "the paper is
// blank on the fate of the commander", "there is no agreement over the port".
func (p *pointMaker) silent(c *clause) bool {
	l := &lex().points.Lists
	var on []int
	topics := func(h int) {
		for _, k := range p.children(h, "nmod") {
			if l.Topics[p.caseOf(k)] {
				on = append(on, p.conjuncts(k)...)
			}
		}
	}
	text := slices.ContainsFunc(c.subj, func(h int) bool { return p.textUnder(h) >= 0 })
	switch {
	case c.copula && text && !c.neg && l.Silent[p.lemma(c.head)]:
	case text && !c.copula && slices.ContainsFunc(c.obj, func(h int) bool { return p.lower(h) == "nothing" }):
		for _, o := range c.obj {
			topics(o)
		}
	case c.verb == "be" && c.neg && p.child(c.head, "expl") >= 0 && slices.ContainsFunc(c.subj, func(h int) bool { return l.Reached[p.lemma(h)] }):
		for _, h := range c.subj {
			topics(h)
		}
	case c.verb == "be" && (p.child(c.head, "expl") >= 0 || p.lower(max(c.head-1, 0)) == "there") && slices.ContainsFunc(c.subj, func(h int) bool {
		return l.Reached[p.lemma(h)] || p.lower(h) == "none" || p.lower(h) == "nothing" || p.lemma(h) == "progress"
	}):
		return p.thereIs(c)
	default:
		return false
	}
	for _, o := range c.obl {
		if l.Topics[o.prep] {
			on = append(on, o.head)
		}
	}
	made := false
	for _, h := range on {
		if p.done[h] || p.timeAt[h] >= 0 || p.upos(h) == "PRON" || p.isTextNoun(h) {
			continue
		}
		made = p.topic(c, h, rapporteur.Open, true) || made
	}
	return made
}

// thereIs reads "On the ferries there is an understanding; on the border there is none": what the
// sentence says it is about is agreed, or open where there is nothing yet.
func (p *pointMaker) thereIs(c *clause) bool {
	status := rapporteur.Agreed
	for _, h := range c.subj {
		d := p.child(h, "det")
		if f := p.lower(h); f == "none" || f == "nothing" || p.lemma(h) == "progress" || d >= 0 && p.lower(d) == "no" || c.neg {
			status = rapporteur.Open
		}
	}
	if c.past || c.modal != "" || c.mark != "" && c.mark != "that" {
		return false
	}
	made := false
	for _, o := range c.obl {
		if o.head > c.head || !lex().points.Lists.Topics[o.prep] && o.prep != "with regard to" {
			continue
		}
		for _, h := range p.conjuncts(o.head) {
			words := p.clip(p.own(h), h)
			if k := words.Start; k < h && p.upos(k) == "ADP" {
				words.Start++
			}
			if p.done[h] || p.timeAt[h] >= 0 || p.upos(h) != "NOUN" && p.upos(h) != "PROPN" || p.isTextNoun(h) || p.lemma(h) == "side" || p.lemma(h) == "hand" || words.Empty() {
				continue
			}
			p.done[h] = true
			if p.upos(words.Start) == "DET" && words.Len() == 2 && len(p.known(words)) == 0 {
				words = p.own(c.head)
			}
			made = p.makePoint(h, words, p.ownersIn(words), status, rapporteur.Asserted) || made
		}
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// takesUp reads a status that is told of what was spoken of just before, by a
// word that points back: "That condition has been removed.", "Estrel let it drop."
func (p *pointMaker) takesUp(c *clause) bool {
	if c.neg || c.modal != "" || c.mark == "to" || len(c.subj) == 0 {
		return false
	}
	l := &lex().points
	h, status := c.subj[0], rapporteur.Status("")
	switch {
	case c.verb == "let" && len(c.obj) > 0 && (p.lemma(c.obj[0]) == "drop" || slices.ContainsFunc(c.comp, func(k int) bool { return l.Lists.Lapses[p.lemma(k)] })):
		if h = c.obj[0]; p.lemma(h) == "drop" {
			if h = p.child(h, "compound"); h < 0 {
				return false
			}
		}
		status = rapporteur.Dropped
	case c.copula && l.Lists.Gone[p.lower(c.head)]:
		status = rapporteur.Dropped
	case c.copula:
		status = rapporteur.Status(l.States[p.lemma(c.head)])
	case c.passive:
		status = rapporteur.Status(c.value(l.Status))
	case len(c.obj) == 0 && (c.past || c.perfect):
		status = rapporteur.Status(c.value(l.Intransitive))
	}
	if status == "" || status == rapporteur.Open {
		return false
	}
	if p.upos(h) == "PRON" {
		if f := p.lower(h); p.doc.Tokens[h].XPOS == "WDT" || h > p.sentence(h).Start && c.verb != "let" || f != "it" && f != "that" && f != "this" && f != "they" && f != "them" && f != "both" || p.pointLikely(c.head) < least && c.verb != "let" {
			return false
		}
	} else {
		d := p.child(h, "det")
		if d < 0 || p.lower(d) != "that" && p.lower(d) != "this" && p.lower(d) != "those" && p.lower(d) != "these" && c.verb != "let" || !l.Parts[p.lemma(h)] && !l.Matters[p.lemma(h)] && !l.Lists.Links[p.lemma(h)] || p.own(h).Len() > 2 {
			return false
		}
	}
	if opens := p.lo[h] <= p.sentence(c.head).Start; !opens && c.verb != "let" {
		return p.takesUpClause(c, status) // "it wanted the rise tied to output; that link is gone"
	}
	for n := len(p.claims) - 1; n >= 0; n-- {
		f := p.claims[n]
		if f.Point == nil || f.head > c.head {
			continue
		}
		if p.sent[c.head]-p.sent[f.head] > 1 {
			break
		}
		x := *f.Point
		x.Status = status
		p.done[c.head] = true
		p.add(c.head, rapporteur.Claim{Kind: rapporteur.KindPoint, Point: &x})
		return true
	}
	return p.takesUpClause(c, status)
}

// takesUpClause makes the point of what was asked for or said in the clause before.
func (p *pointMaker) takesUpClause(c *clause, status rapporteur.Status) bool {
	for n := len(p.clauses) - 1; n >= 0; n-- {
		b := &p.clauses[n]
		if b.head >= c.head || p.sent[c.head]-p.sent[b.head] > 1 {
			continue
		}
		for _, k := range append(slices.Clone(b.comp), b.obj...) {
			words := p.clip(p.own(k), k)
			for words.Len() > 1 && (p.upos(words.Start) == "SCONJ" || p.upos(words.Start) == "PART" || p.upos(words.Start) == "PUNCT") {
				words.Start++
			}
			if words.End <= c.head && words.Len() > 2 && (len(p.known(words)) > 0 || p.pointLikely(c.head) >= likelyVague) && p.upos(words.Start) != "PRON" && p.upos(words.Start) != "AUX" {
				p.done[c.head] = true
				return p.makePoint(c.head, words, nil, status, rapporteur.Asserted)
			}
		}
	}
	return false
}

// likewise reads "So is the fund for widows": what holds of the point before holds of it.
func (p *pointMaker) likewise(sent lang.Range) bool {
	if sent.Len() < 4 || p.lower(sent.Start) != "so" || p.upos(sent.Start+1) != "AUX" && p.lemma(sent.Start+1) != "have" && p.lemma(sent.Start+1) != "do" {
		return false
	}
	status := rapporteur.Status("")
	for _, f := range p.claims {
		if f.Point != nil && p.sent[sent.Start]-p.sent[f.head] == 1 {
			status = f.Point.Status
		}
	}
	if status == "" || status == rapporteur.Proposed {
		return false
	}
	for h := sent.Start + 2; h < sent.End && h < sent.Start+9; h++ {
		if (p.upos(h) == "NOUN" || p.upos(h) == "PROPN") && base(p.rel(h)) != "compound" && base(p.rel(h)) != "nmod" {
			np := p.nounPhrase(h)
			words := p.clip(lang.Range{Start: max(np.Start, sent.Start+2), End: max(p.own(h).End, np.End)}, h)
			p.done[h] = true
			for k := words.Start; k < words.End; k++ { // ", which …"
				if p.form(k) == "," {
					words.End = k
				}
			}
			return p.makePoint(h, words, p.ownersIn(words), status, rapporteur.Asserted)
		}
	}
	return false
}

// labels finds the paragraphs that begin with a heading of a word or two, as the
// summary of a text does: "Pay. 8 percent in three steps." There must be three of them.
func (p *pointMaker) labels() map[int]lang.Range {
	out, opened := map[int]lang.Range{}, false // by paragraph
	for s, sent := range p.doc.Sentences {
		if n := sent.Len(); n < 2 || n > 5 || sent.Heading || p.form(sent.End-1) != "." || s+1 >= len(p.doc.Sentences) || p.doc.Sentences[s+1].Paragraph != sent.Paragraph || s > 0 && p.doc.Sentences[s-1].Paragraph == sent.Paragraph {
			continue
		}
		nominal := true
		for k := sent.Start; k < sent.End-1; k++ {
			switch p.upos(k) {
			case "NOUN", "PROPN", "ADJ", "CCONJ":
			default: // "Pay.", "Working time."
				nominal = nominal && k == sent.Start && (sent.Len() == 2 || strings.HasSuffix(p.lower(k), "ing"))
			}
		}
		if nominal {
			if s > 0 { // "Its main elements:"
				before := p.doc.Sentences[s-1]
				opened = opened || p.form(before.End-1) == ":" || p.anyIn(before.Range, lex().points.Lists.Written) >= 0 || p.anyIn(before.Range, lex().points.Lists.Portions) >= 0
			}
			out[sent.Paragraph] = lang.Range{Start: sent.Start, End: sent.End - 1}
		}
	}
	if len(out) < 3 || !opened {
		return nil
	}
	return out
}

// labelled makes the point of a sentence without a verb under such a heading.
func (p *pointMaker) labelled(s int) bool {
	sent := p.doc.Sentences[s]
	label, ok := p.headed[sent.Paragraph]
	if !ok || sent.Start < label.End || sent.Len() < 3 || p.finite(sent.Range) >= 0 || p.form(sent.End-1) == "?" || p.direct(sent.Start) {
		return false
	}
	words := lang.Range{Start: sent.Start, End: sent.End - 1}
	head := p.top(words)
	if c := p.clause(head); c != nil && len(c.subj) > 0 {
		return false
	}
	if tag := p.finiteTag(head); tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" || p.child(head, "cop") >= 0 {
		return false
	}
	if p.done[head] || p.form(sent.Start) == "\"" || p.form(sent.Start) == "“" {
		return false
	}
	p.done[head] = true
	status := rapporteur.Proposed
	if c := p.clause(head); c != nil && p.doc.Tokens[head].XPOS == "VBN" {
		if v := rapporteur.Status(c.value(lex().points.Status)); v != "" {
			status = v // "Left to a commission."
		}
	}
	return p.makeMatter(head, label, words, p.owners(words), status, rapporteur.Asserted)
}
