package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// options makes points of what those who choose have before them: "three options are on the table: a customs union,
// …", "will vote on alternatives including a second referendum", "tabled a policy of its own, including …".
func (p *pointMaker) options(s int) {
	sent := p.doc.Sentences[s].Range
	for h := sent.Start; h < sent.End; h++ {
		from := -1
		switch {
		case p.upos(h) == "NOUN" && lex().points.Lists.Options[p.lemma(h)]:
			from = p.optionsFrom(h, sent)
		case p.lower(h) == "they" || p.lower(h) == "these": // "four options … They are a customs union, …"
			if c := p.governor(h); c != nil && c.copula && slices.Contains(c.subj, h) && p.optionsBefore(s) {
				from = p.nounPhrase(c.head).Start
			}
		}
		if from < 0 || from >= sent.End {
			continue
		}
		p.chosen(p.optionItems(from, sent))
		return
	}
}

// optionsFrom returns where the list of what a noun for options names begins, -1 for none.
func (p *pointMaker) optionsFrom(h int, sent lang.Range) int {
	l := &lex().points.Lists
	many := p.doc.Tokens[h].XPOS == "NNS"
	c := p.governor(h)
	if c != nil && c.neg || !many && (c == nil || !l.Tables[c.verb] || !slices.Contains(c.obj, h) && !slices.Contains(c.subj, h)) {
		return -1
	}
	for k := h + 1; k+1 < min(h+10, sent.End); k++ {
		switch f := p.lower(k); {
		case f == "including" || f == "such" && p.lower(k+1) == "as":
			if k++; f == "such" {
				k++
			}
			return k
		case f == ":" && many:
			return k + 1
		case isFinite(p.doc.Tokens[k].XPOS) && p.lemma(k) != "be":
			k = sent.End
		}
	}
	if c == nil || !many || !slices.Contains(c.subj, h) {
		return -1
	}
	switch {
	case c.copula && !c.past && p.upos(c.head) == "NOUN":
		return p.nounPhrase(c.head).Start
	case (c.verb == "include" || c.verb == "range" || c.verb == "comprise") && len(c.obj) > 0:
		return p.nounPhrase(c.obj[0]).Start
	}
	return -1
}

// optionsBefore reports whether the sentence before tells of several options.
func (p *pointMaker) optionsBefore(s int) bool {
	if s == 0 {
		return false
	}
	for k := p.doc.Sentences[s-1].Start; k < p.doc.Sentences[s-1].End; k++ {
		if p.doc.Tokens[k].XPOS == "NNS" && lex().points.Lists.Options[p.lemma(k)] {
			return true
		}
	}
	return false
}

// optionItems returns the items of a list of options, which semicolons part where there are any.
func (p *pointMaker) optionItems(from int, sent lang.Range) []lang.Range {
	var out []lang.Range
	start := from
	for k := from; k < sent.End; k++ {
		if p.form(k) == ";" {
			out, start = append(out, lang.Range{Start: start, End: k}), k+1
			if p.upos(start) == "CCONJ" {
				start++
			}
		}
	}
	if len(out) == 0 {
		return p.itemsOf(from, p.listEnd(from), true)
	}
	return append(out, lang.Range{Start: start, End: p.listEnd(start)})
}

// chosen makes points of the items of a list of options that the agenda knows.
func (p *pointMaker) chosen(items []lang.Range) {
	for _, x := range items {
		for k := x.Start + 1; k < x.End; k++ { // "a customs union, | suggested by the minister"
			if p.form(k) == "," || p.form(k) == "(" || p.spacedDash(k) {
				x.End = k
			}
		}
		for k := x.Start + 1; k < min(x.Start+7, x.End-1); k++ { // "the minister's | call for a referendum"
			if f := p.form(k); f == "'s" || f == "’s" {
				x.Start = k + 1
			}
		}
		h := p.top(x)
		issues := p.known(x)
		if h < 0 || len(issues) == 0 || !p.agendaKnows(issues[0]) || p.upos(h) != "NOUN" && p.upos(h) != "PROPN" && p.upos(h) != "VERB" || p.covered(h, 0) || p.done[h] || p.typeAt(h) == lang.PER {
			continue
		}
		p.done[h] = true
		p.surePoint(h, x, rapporteur.Proposed)
	}
}

// surePoint makes a point of a kind that the learned reader was not taught.
func (p *pointMaker) surePoint(h int, words lang.Range, status rapporteur.Status) bool {
	n := len(p.claims)
	if !p.makePoint(h, words, nil, status, rapporteur.Asserted) {
		return false
	}
	for k := n; k < len(p.claims); k++ {
		p.claims[k].measure, p.claims[k].Point.By = true, nil
	}
	return true
}

// votedDown reads what a vote threw out, by its count: "a second referendum lost by 12 votes", "deputies rejected a
// customs union by 276 to 273".
func (p *pointMaker) votedDown(c *clause) bool {
	l := &lex().points.Lists
	var heads []int
	switch {
	case c.neg || c.modal != "" || c.mark == "to" || !p.tallied(c):
		return false
	case l.Loses[c.verb] && len(c.obj) == 0, l.Defeats[c.verb] && c.passive, l.Defeats[c.lemma] && c.passive:
		heads = c.subj
	case (l.Defeats[c.verb] || l.Defeats[c.lemma]) && !c.passive:
		heads = c.obj
	}
	for _, h := range heads {
		if p.upos(h) != "NOUN" || p.done[h] {
			continue
		}
		words := p.clip(p.own(h), h)
		if p.isTextNoun(h) || l.Options[p.lemma(h)] { // "a motion | for a customs union"
			inner := p.children(h, "nmod", "acl")
			if len(inner) == 0 || inner[0] < h {
				continue
			}
			words = p.clip(p.own(inner[0]), inner[0])
		}
		if issues := p.known(words); len(issues) > 0 && p.agendaKnows(issues[0]) && p.surePoint(h, words, rapporteur.Rejected) {
			p.done[h], p.done[c.head] = true, true
			return true
		}
	}
	return false
}

// tallied reports whether the votes for and against are told behind a predicate: "by 27 votes", "by 276 to 273".
func (p *pointMaker) tallied(c *clause) bool {
	end := p.sentence(c.head).End
	for k := c.head + 1; k+2 < min(end, c.head+16); k++ {
		if p.upos(k) != "NUM" || p.lower(k-1) != "by" && p.lower(k-1) != "of" {
			continue
		}
		switch f := p.lower(k + 1); f {
		case "vote", "votes", "to", "-", "–":
			return true
		}
	}
	return false
}

// without reads what there will be no accord without: "cannot sign a deal without the removal of the levy", "no peace
// without guarantees on the strait".
func (p *pointMaker) without(s int) {
	sent := p.doc.Sentences[s].Range
	hangs := false
	for k := sent.Start; k+3 < sent.End; k++ {
		hangs = hangs || lex().points.Lists.Hangs[p.lemma(k)]
		if p.lower(k) != "without" || !hangs {
			continue
		}
		h := k + 1
		for h < min(k+6, sent.End) && p.upos(h) != "NOUN" {
			h++
		}
		removal, asked := lex().points.Lists.Removals[p.lemma(h)], lex().measures.Asked[p.lemma(h)]
		if h >= min(k+6, sent.End) || !removal && !asked || p.done[h] || !p.refusedHere(sent.Start, k) {
			continue
		}
		from, status := p.nounPhrase(h).Start, rapporteur.Proposed
		if removal {
			if f := p.lower(h + 1); f != "of" && f != "to" && f != "from" {
				continue
			}
			from, status = h+2, rapporteur.Contested
		}
		words := lang.Range{Start: from, End: p.listEnd(h)}
		for j := h + 1; j < words.End; j++ {
			if p.form(j) == "," || p.upos(j) == "AUX" || p.upos(j) == "VERB" && isFinite(p.doc.Tokens[j].XPOS) {
				words.End = j
			}
		}
		if issues := p.known(words); len(issues) > 0 && p.agendaKnows(issues[0]) {
			p.done[h] = true
			p.surePoint(h, words, status)
		}
	}
}

// refusedHere reports whether words say that something is not or cannot be done.
func (p *pointMaker) refusedHere(from, to int) bool {
	for k := from; k < to; k++ {
		switch p.lower(k) {
		case "not", "n't", "n’t", "never", "no", "cannot", "refuse", "refused", "refuses", "impossible", "unable", "nothing":
			return true
		}
	}
	return false
}

// owed is a point for which something may be given: its place among the claims, its head and its words.
type owed struct {
	n, head int
	words   lang.Range
}

// givenFor makes the points of what is given for others: "would free 120 prisoners in exchange for | Estrel
// withdrawing its guns", "stops enrichment in return for | an end to the sanctions".
func (p *pointMaker) givenFor() {
	for _, o := range p.owed {
		if o.n >= len(p.claims) || p.claims[o.n].head != o.head || p.claims[o.n].Point == nil {
			continue
		}
		switch f := p.claims[o.n]; f.Point.Status {
		case rapporteur.Proposed, rapporteur.Agreed, rapporteur.AgreedInPrinciple:
			p.inExchange(o, f.Point.Status, f.Modality)
		}
	}
	p.owed = nil
}

// inExchange makes the point of what is given for one.
func (p *pointMaker) inExchange(o owed, status rapporteur.Status, m rapporteur.Modality) {
	head, words := o.head, o.words
	end := p.sentence(words.Start).End
	at := -1
	for k := words.Start + 1; k+3 < min(end, words.End+4) && at < 0; k++ {
		if f := p.lower(k + 1); p.lower(k) == "in" && (f == "return" || f == "exchange") && p.lower(k+2) == "for" {
			at = k + 3
		}
	}
	if at < 0 || p.done[at] {
		return
	}
	back := lang.Range{Start: at, End: at}
	verb := -1
	for ; back.End < end; back.End++ {
		k := back.End
		if f := p.lower(k); k > at && (p.upos(k) == "PUNCT" && f != "-" && f != "'" && f != "\"" || p.doc.Tokens[k].XPOS == "MD" || isFinite(p.doc.Tokens[k].XPOS) || lex().measures.Closes[f] && f != "over") {
			break
		}
		if verb < 0 && k < at+8 && p.doc.Tokens[k].XPOS == "VBG" && p.upos(k) == "VERB" {
			verb = k
		}
	}
	for back.End > back.Start && (p.upos(back.End-1) == "CCONJ" || p.upos(back.End-1) == "ADP" || p.upos(back.End-1) == "DET" || p.upos(back.End-1) == "PRON") {
		back.End--
	}
	issues := p.known(back)
	if back.Empty() || len(issues) == 0 || !p.agendaKnows(issues[0]) {
		return
	}
	by := p.ownersIn(back)
	if verb > at {
		by = mentions(p.nominalEnding(at, verb))
	}
	p.done[at] = true
	if n := len(p.claims); p.makePoint(head, back, by, status, m) && len(p.claims) > n {
		f := &p.claims[n]
		f.Point.Text, f.laid, f.measure = p.claims[o.n].Point.Text, p.claims[o.n].laid, p.claims[o.n].measure
		if len(by) == 0 {
			f.Point.By = nil
		}
	}
}
