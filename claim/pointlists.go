package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// heading looks whether a section tells what a text holds: "Plan details", "What is in the draft".
func (p *pointMaker) heading(s int) {
	sent := p.doc.Sentences[s]
	p.section, p.sectionAt, p.list = false, s, -1
	p.provision = -9
	for i := sent.Start; i < sent.End; i++ {
		if p.upos(i) == "VERB" && p.lemma(i) != "say" && p.lemma(i) != "know" && !lex().texts.Hold[p.lemma(i)] {
			return
		}
	}
	text, holds := -1, false
	for i := sent.Start; i < sent.End; i++ {
		if lex().texts.Nouns[p.lemma(i)] {
			text = i
		}
		holds = holds || lex().points.Lists.Headings[p.lemma(i)]
	}
	if text >= 0 && holds {
		p.section, p.text, p.list = true, text, s
	}
}

// listed makes the point of an item of a list that tells what a text holds.
func (p *pointMaker) listed(s lang.Range) bool {
	for s.Start < s.End && (p.upos(s.Start) == "PUNCT" || p.upos(s.Start) == "NUM" && s.Start+1 < s.End && p.upos(s.Start+1) == "PUNCT" || p.upos(s.Start) == "SYM" || p.upos(s.Start) == "X") {
		s.Start++
	}
	s.End = p.listEnd(s.Start)
	for s.End > s.Start && p.upos(s.End-1) == "PUNCT" {
		s.End--
	}
	if s.Len() < 2 {
		return false
	}
	if p.finite(s) >= 0 {
		made := false
		for _, x := range p.sentences(s) {
			made = p.actIn(x, rapporteur.Asserted) || made
		}
		return made
	}
	if len(p.stem) > 0 && p.upos(s.Start) != "DET" && p.upos(s.Start) != "PRON" { // "Norvana would: – hand over its guns"
		p.done[s.Start] = true
		return p.makePoint(s.Start, s, p.stem, rapporteur.Proposed, rapporteur.Asserted)
	}
	if p.plain && len(p.known(s)) == 0 {
		return false
	}
	return p.item(s, rapporteur.Asserted)
}

// colon reads a list in one sentence: "The draft has three points: A; B; and C",
// "Still unresolved: the fate of the islands and the border".
func (p *pointMaker) colon(sent lang.Range) bool {
	at := -1
	for k := sent.Start + 1; k+2 < sent.End; k++ {
		if p.form(k) == ":" {
			at = k
			break
		}
	}
	if at < 0 || at-sent.Start > 25 || p.upos(at+1) == "PUNCT" {
		return false
	}
	left := lang.Range{Start: sent.Start, End: at}
	text, part, holds, status := -1, false, false, rapporteur.Status("")
	for k := left.Start; k < left.End; k++ {
		lemma := p.lemma(k)
		switch {
		case p.isTextNoun(k):
			text = k
		case lex().points.Parts[lemma] || lex().points.Matters[lemma] || lemma == "element" || lemma == "measure":
			part = true
		}
		holds = holds || lex().texts.Hold[lemma] || lemma == "following" || lemma == "key" || lemma == "main" || lemma == "follow" || text >= 0 && (lemma == "have" || lemma == "be")
		if st := lex().points.States[lemma]; st != "" && p.upos(k) != "NOUN" {
			status = rapporteur.Status(st)
		}
		if speech[lemma] && p.cue[k] && p.upos(k) == "VERB" && !p.isTextNoun(p.subjectOf(k)) {
			return false
		}
	}
	if status == "" && !(text >= 0 && (holds || part)) && !(part && holds && p.provision >= 0) {
		return false
	}
	if text >= 0 {
		p.text = text
	}
	right := lang.Range{Start: at + 1, End: p.listEnd2(at + 1)}
	var items []lang.Range
	start := right.Start
	for k := right.Start; k < right.End; k++ {
		if p.form(k) == ";" {
			items = append(items, lang.Range{Start: start, End: k})
			start = k + 1
		}
	}
	if len(items) == 0 {
		items = p.itemsOf(right.Start, right.End, status != "")
	} else {
		items = append(items, lang.Range{Start: start, End: right.End})
	}
	made := false
	for _, x := range items {
		for x.Start < x.End && (p.upos(x.Start) == "CCONJ" || p.upos(x.Start) == "PUNCT") {
			x.Start++
		}
		for x.End > x.Start && p.upos(x.End-1) == "PUNCT" {
			x.End--
		}
		switch {
		case x.Len() == 0:
		case status != "":
			if len(p.known(x)) > 0 {
				made = p.makePoint(p.top(x), x, p.ownersIn(x), status, rapporteur.Asserted) || made
			}
		case p.finite(x) >= 0:
			made = p.actIn(x, rapporteur.Asserted) || made
		default:
			if len(p.known(x)) > 0 {
				made = p.item(x, rapporteur.Asserted) || made
			}
		}
	}
	return made
}

// listEnd2 is listEnd through the semicolons of a list.
func (p *pointMaker) listEnd2(from int) int {
	end := p.listEnd(from)
	sent := p.sentence(from)
	for end+1 < sent.End && p.form(end) == ";" {
		end = p.listEnd(end + 1)
	}
	return end
}

// introduces reports whether a sentence opens a list of provisions: "The plan provides for:".
func (p *pointMaker) introduces(sent lang.Range) bool {
	p.stem, p.plain = nil, false
	if p.form(sent.End-1) != ":" {
		return false
	}
	if k := sent.End - 2; k > sent.Start && (p.doc.Tokens[k].XPOS == "MD" || p.lower(k) == "to") {
		for k > sent.Start && (p.upos(k) == "AUX" || p.upos(k) == "PART") {
			k--
		}
		if row := p.nominalEnding(max(sent.Start, p.lo[k]), k+1); len(row) > 0 && (p.text >= 0 || p.namesText(lang.Range{Start: max(0, sent.Start-40), End: sent.End})) {
			p.stem = mentions(row)
			return true
		}
	}
	for i := sent.Start; i < sent.End; i++ {
		if p.isStrongText(i) && p.anyIn(sent, lex().texts.Provide) >= 0 {
			p.text = i
			return true
		}
	}
	if t := p.under(sent); t >= 0 && sent.Len() < 9 { // "Under the proposal:"
		p.text = t
		return true
	}
	// "Key points, from our first reading:"
	for i := sent.Start; i < min(sent.Start+8, sent.End) && sent.Len() < 14; i++ {
		if p.upos(i) == "NOUN" && (p.isStrongText(i) || lex().points.Lists.Written[p.lemma(i)] || p.lemma(i) == "term") && p.anyIn(lang.Range{Start: sent.Start, End: i + 1}, lex().points.Lists.Headings) >= 0 {
			p.plain = true
			return true
		}
	}
	return false
}

// namesText reports whether words name a text on the table.
func (p *pointMaker) namesText(s lang.Range) bool {
	for i := s.Start; i < s.End; i++ {
		if p.isStrongText(i) {
			return true
		}
	}
	return false
}

// laysOut reports whether a sentence says that somebody made conditions known,
// which those after it tell: "Marrow laid out her conditions."
func (p *pointMaker) laysOut(sent lang.Range) bool {
	for i := sent.Start; i < sent.End; i++ {
		c := p.clause(i)
		if c == nil || !lex().points.Lists.Lay[c.verb] || c.neg || c.modal != "" || len(c.subj) == 0 {
			continue
		}
		for _, o := range c.obj {
			if lex().points.Lists.Laying[p.lemma(o)] {
				p.text = o
				return true
			}
		}
	}
	return false
}

// goesOn reports whether sentence s may go on with what a text holds.
func (p *pointMaker) goesOn(s int) bool {
	sent, was := p.doc.Sentences[s], p.provision
	if p.section {
		return true
	}
	if was < 0 || s-was > 2 {
		return false
	}
	prev := p.doc.Sentences[was]
	if sent.Item {
		return prev.Item || s-was == 1
	}
	return (sent.Paragraph == prev.Paragraph || p.inReturn(sent.Range)) && s-was == 1
}

// inReturn reports whether a sentence goes on with what another side must do:
// "In return, Estrel would …", "Once those terms are met, …".
func (p *pointMaker) inReturn(s lang.Range) bool {
	if s.Len() < 4 {
		return false
	}
	switch p.lower(s.Start) {
	case "in":
		return lex().points.Lists.Returns[p.lower(s.Start+1)]
	case "once", "when", "after", "under":
		return (p.lower(s.Start+1) == "those" || p.lower(s.Start+1) == "these") && (lex().points.Lists.Laying[p.lemma(s.Start+2)] || lex().points.Parts[p.lemma(s.Start+2)])
	}
	return false
}
