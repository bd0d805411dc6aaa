package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// heading looks whether a section tells what a text holds: "Plan details", "What is in the draft".
func (p *pointMaker) heading(s int) {
	sent := p.doc.Sentences[s]
	p.section, p.sectionAt, p.list = false, s, opening{sentence: -1}
	p.provision = -9
	if p.opens(sent.Range) {
		return
	}
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
		p.section, p.text, p.list = true, text, opening{sentence: s, status: rapporteur.Proposed}
	}
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
		if st := lex().points.States[lemma]; st == "" && p.upos(k) == "VERB" && p.lower(k) == "agreed" && p.clause(k) != nil && p.clause(k).passive && !p.clause(k).neg {
			status = rapporteur.Agreed // "the order of steps has been agreed:"
		} else if st != "" && p.upos(k) != "NOUN" {
			status = rapporteur.Status(st)
		} else if status == "" && p.sticking(k, left) {
			status = rapporteur.Open
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
	if status == rapporteur.Agreed && p.finite(right) >= 0 && p.agreedActs(right) {
		return true
	}
	items := p.parted(right.Start, right.End, status != "")
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
			if x = p.clip(x, p.top(x)); len(p.known(x)) > 0 || len(items) > 2 && x.Len() > 1 && p.nouns(x) && p.finite(x) < 0 {
				p.done[p.top(x)] = true
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

// agreedActs makes points of the clauses that stand behind "has been agreed:", each of which says who
// shall do what.
func (p *pointMaker) agreedActs(s lang.Range) bool {
	before := len(p.claims)
	for _, x := range p.sentences(s) {
		if h := p.finite(x); h < 0 || p.clause(h) == nil || p.clause(h).modal == "" && !p.isTo(p.clause(h)) || len(p.known(x)) == 0 {
			continue
		}
		for x.Start < x.End && (p.upos(x.Start) == "CCONJ" || p.upos(x.Start) == "PUNCT" || p.upos(x.Start) == "ADV") {
			x.Start++
		}
		p.actIn(x, rapporteur.Asserted)
	}
	for n := before; n < len(p.claims); n++ {
		p.claims[n].Point.Status = rapporteur.Agreed
	}
	return len(p.claims) > before
}

// sticking reports whether token k is a noun for matters that words say are not settled: "sticking
// points remain", "several hurdles are left".
func (p *pointMaker) sticking(k int, s lang.Range) bool {
	l := &lex().points
	switch lemma := p.lemma(k); {
	case p.upos(k) != "NOUN":
		return false
	case lemma == "hurdle" || lemma == "obstacle" || lemma == "difference" || lemma == "gap" || lemma == "disagreement" || lemma == "block":
		return true
	case !l.Parts[lemma] && !l.Matters[lemma]:
		return false
	}
	for j := s.Start; j < s.End; j++ {
		if l.Lists.Pending[p.lower(j)] && j == k-1 || j > k && (p.lemma(j) == "remain" || p.lower(j) == "left") {
			return true
		}
	}
	return false
}

// row reads what a text is said to hold in a row of nominals: "Among its provisions
// are A, B and C", "The main elements are A; B; and C". Where the sentence before
// tells of a text, "among them" takes up its parts.
func (p *pointMaker) row(sent lang.Range) bool {
	l := &lex().points.Lists
	among := p.lower(sent.Start) == "among"
	noun, at := false, -1
	for k := sent.Start; k < min(sent.Start+14, sent.End-2); k++ {
		if u := p.upos(k); u == "AUX" || u == "VERB" {
			if f := p.lemma(k); f == "be" || f == "include" && !among {
				at = k + 1
			}
			break
		}
		if p.form(k) == "," || p.form(k) == ":" {
			break
		}
		lemma := p.lemma(k)
		noun = noun || p.doc.Tokens[k].XPOS == "NNS" && (l.Written[lemma] || l.Contents[lemma]) || among && k == sent.Start+1 && (lemma == "they" || lemma == "this" || lemma == "that" || lemma == "these" || lemma == "those")
	}
	if !noun || at < 0 || p.doc.Tokens[at].XPOS == "VBN" || p.lower(at) == "not" {
		return false
	}
	text := p.textNear(at)
	if text < 0 || p.sent[at]-p.sent[text] > 1 && p.sent[at]-p.provision > 1 {
		return false
	}
	end := p.listEnd2(at)
	items := p.parted(at, end, true)
	if len(items) == 1 && !among {
		return false
	}
	p.text = text
	made := false
	for _, x := range items {
		if x.Len() > 1 || len(p.known(x)) > 0 {
			made = p.item(x, rapporteur.Asserted) || made
		}
	}
	return made
}

// parted cuts words at their semicolons, where there are none at the commas of a row.
func (p *pointMaker) parted(from, end int, loose bool) []lang.Range {
	var out []lang.Range
	start := from
	for k := from; k < end; k++ {
		if p.form(k) == ";" {
			out = append(out, lang.Range{Start: start, End: k})
			start = k + 1
		}
	}
	if len(out) == 0 {
		return p.itemsOf(from, end, loose)
	}
	out = append(out, lang.Range{Start: start, End: end})
	for n := range out {
		x := &out[n]
		for x.Start < x.End && (p.upos(x.Start) == "CCONJ" || p.upos(x.Start) == "PUNCT") {
			x.Start++
		}
		for x.End > x.Start && p.upos(x.End-1) == "PUNCT" {
			x.End--
		}
	}
	return out
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
			if lex().points.Lists.Laying[p.lemma(o)] && p.doc.Tokens[o].XPOS == "NNS" {
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
	if was < s-1 && (p.toldPartBefore(s) || p.laysDuty(s) && p.ofTextBefore(s)) {
		was = s - 1
	}
	if was < 0 || s-was > 2 {
		return false
	}
	prev := p.doc.Sentences[was]
	if sent.Item {
		return prev.Item || s-was == 1
	}
	return (sent.Paragraph == prev.Paragraph || p.inReturn(sent.Range) || p.paragraphGoesOn(s, was)) && s-was == 1
}

// paragraphGoesOn reports whether sentence s begins the next paragraph with what somebody "would" or
// "must" do, on nobody's word, so that it goes on with the text that the one before told of.
func (p *pointMaker) paragraphGoesOn(s, was int) bool {
	sent := p.doc.Sentences[s]
	if sent.Paragraph != p.doc.Sentences[was].Paragraph+1 || p.text < 0 || p.text >= len(p.kids) || !p.isStrongText(p.text) && !p.isTextNoun(p.text) {
		return false
	}
	goes := false
	for i := sent.Start; i < sent.End; i++ {
		if p.cue[i] || p.direct(i) {
			return false
		}
		f := p.lower(i)
		c := p.clause(i)
		if c != nil && c.neg && c.modal != "" {
			return false
		}
		goes = goes || p.doc.Tokens[i].XPOS == "MD" && (f == "would" || f == "must" || f == "shall") || c != nil && p.isTo(c) || p.concluded >= 0 && c != nil && c.modal == "will"
	}
	return goes
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

// toldPartBefore reports whether the sentence before tells what became of a part of a text: what follows may tell what it
// holds now.
func (p *pointMaker) toldPartBefore(s int) bool {
	if s == 0 {
		return false
	}
	for n := len(p.claims) - 1; n >= 0; n-- {
		f := p.claims[n]
		if f.Point == nil || p.sent[f.head] != s-1 {
			break
		}
		if before := p.doc.Sentences[s-1].Range; !p.laysDuty(s) && !p.namesText(before) && p.anyIn(before, lex().points.Lists.Written) < 0 {
			return false
		}
		switch f.Point.Status {
		case rapporteur.Dropped, rapporteur.Added, rapporteur.Reworded, rapporteur.Retained, rapporteur.Moved:
			return true
		}
	}
	return false
}

// laysDuty reports whether a sentence lays a duty on somebody: "States would have to keep records".
func (p *pointMaker) laysDuty(s int) bool {
	sent := p.doc.Sentences[s]
	for i := sent.Start; i < sent.End; i++ {
		if c := p.clause(i); c != nil && c.modal == "would" && len(c.subj) > 0 && !p.conditional(c) && (c.verb == "have" && len(c.comp) > 0 || c.passive && lex().points.Lists.Permits[c.verb]) {
			return true
		}
	}
	return false
}

// ofTextBefore reports whether the sentence before says something of a text: "The draft narrows the list."
func (p *pointMaker) ofTextBefore(s int) bool {
	if s == 0 {
		return false
	}
	before := p.doc.Sentences[s-1].Range
	for i := before.Start; i < before.End; i++ {
		if c := p.clause(i); c != nil && base(p.rel(i)) == "root" && slices.ContainsFunc(c.subj, p.isStrongText) {
			return true
		}
	}
	return false
}
