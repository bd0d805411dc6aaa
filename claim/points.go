package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// pointMaker keeps what the reading of provisions needs from one sentence to the next.
type pointMaker struct {
	*reading
	provision int               // last sentence that told what a text holds, -1 for none
	text      int               // the text it spoke of
	status    rapporteur.Status // of parts left unnamed: "several provisions were left for discussion. These include …"
	statusAt  int
	done      map[int]bool // heads that made a point already
	section   bool         // the heading above names a text and what it holds
	sectionAt int
	verb      int          // of the change of status at hand
	words     []lang.Range // of the provisions made in the sentence at hand
}

func (r *reading) points() {
	p := &pointMaker{reading: r, provision: -9, statusAt: -9, sectionAt: -1, text: -1, done: map[int]bool{}}
	for s := range r.doc.Sentences {
		sent := r.doc.Sentences[s]
		if sent.Heading {
			p.heading(s)
			continue
		}
		p.read(s)
	}
}

// heading looks whether a section tells what a text holds: "Plan details", "What is in the draft".
func (p *pointMaker) heading(s int) {
	sent := p.doc.Sentences[s]
	p.section, p.sectionAt = false, s
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
		switch p.lemma(i) {
		case "provide", "envisage", "contain", "hold", "stipulate", "detail", "provision", "point", "term", "content", "condition", "what", "key", "main", "inside", "clause":
			holds = true
		}
	}
	if text >= 0 && holds {
		p.section, p.text = true, text
	}
}

func (p *pointMaker) read(s int) {
	sent := p.doc.Sentences[s].Range
	before := len(p.claims)
	p.words = nil
	told := false
	// What a text holds, with the text as subject.
	for i := sent.Start; i < sent.End; i++ {
		if c := p.clause(i); c != nil && p.holder(c) {
			if p.provisions(c) {
				told = true
			}
		}
	}
	// "Under the draft, Norvana would …", and sentences that go on with it.
	if !told {
		if text := p.under(sent); text >= 0 {
			p.text = text
			if p.clauses_(sent, true) {
				told = true
			}
		} else if p.goesOn(s) && p.clauses_(sent, false) {
			told = true
		}
	}
	// What became of points.
	for i := sent.Start; i < sent.End; i++ {
		if c := p.clause(i); c != nil && !p.done[i] && !p.covered(i, before) {
			p.statusOf(c)
		}
	}
	p.partLists(sent, before)
	p.including(sent)
	if told {
		p.provision = s
		return
	}
	if p.introduces(sent) {
		p.provision = s
		p.section, p.sectionAt = true, s
	}
}

// covered reports whether token i stands in the words of a point made in this sentence.
func (p *pointMaker) covered(i, before int) bool {
	for _, s := range p.words {
		if s.Contains(i) {
			return true
		}
	}
	return false
}

// introduces reports whether a sentence opens a list of provisions: "The plan provides for:".
func (p *pointMaker) introduces(sent lang.Range) bool {
	if p.form(sent.End-1) != ":" {
		return false
	}
	for i := sent.Start; i < sent.End; i++ {
		if p.isStrongText(i) && p.anyIn(sent, lex().texts.Provide) >= 0 {
			p.text = i
			return true
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
	return sent.Paragraph == prev.Paragraph && s-was == 1
}

// holder reports whether a clause tells what a text, or a part of one, holds.
func (p *pointMaker) holder(c *clause) bool {
	l := &lex().texts
	if c.verb == "have" && c.modal == "would" && (len(c.comp) > 0 || len(c.obj) > 0) { // "would have Norvana cap its fleet"
		for _, s := range c.subj {
			if t := p.textUnder(s); t >= 0 && p.isStrongText(t) {
				p.text = t
				return true
			}
		}
		return false
	}
	if !c.is(l.Provide) || c.lemma != c.verb && c.verb != "call" && c.verb != "set" && c.verb != "lay" && c.verb != "phase" {
		return false
	}
	if c.passive && c.verb != "focus" && c.verb != "aim" {
		return false
	}
	text := -1
	for _, s := range c.subj {
		if t := p.textUnder(s); t >= 0 && (p.isStrongText(t) || p.isStrongText(s)) {
			text = t
		} else if lex().points.Parts[p.lemma(s)] && p.lemma(s) != "language" && p.lemma(s) != "line" && p.lemma(s) != "condition" && p.lemma(s) != "term" {
			text = s
		} else if n := p.lemma(s); n == "one" || n == "it" || n == "which" || n == "that" {
			for _, k := range p.children(s, "nmod") {
				if p.caseOf(k) == "of" && (lex().points.Parts[p.lemma(k)] || p.isStrongText(k)) {
					text = s
				}
			}
			if n == "it" && p.provision >= 0 && p.sent[c.head]-p.provision <= 1 {
				text = p.text
			}
			if n == "it" && text < 0 {
				// "The plan … It provides for …"
				if t := p.textBefore(s); t >= 0 && p.sent[t] != p.sent[s] && base(p.rel(t)) == "nsubj" && l.Hold[c.verb] {
					text = t
				}
			}
		}
	}
	if text < 0 && provides[c.verb] && !c.passive && c.mark != "to" {
		// the tree lost the subject: the text or part before the verb, without a comma between
		for k := c.head - 1; k >= p.sentence(c.head).Start && k > c.head-14; k-- {
			if f := p.form(k); f == "," || f == ";" || f == ":" {
				break
			}
			if p.upos(k) == "NOUN" && (p.isStrongText(k) || lex().points.Parts[p.lemma(k)] && lex().texts.Parts[p.lemma(k)] != "") {
				text = k
				break
			}
		}
	}
	if text < 0 {
		return false
	}
	if !l.Hold[c.verb] {
		// "limits the army", "would raise pay": the verb is the provision's own.
		if len(c.obj) == 0 && len(c.comp) == 0 || c.past && c.modal == "" || c.perfect {
			return false
		}
		if (c.verb == "make" || c.verb == "put" || c.verb == "give" || c.verb == "leave" || c.verb == "keep" || c.verb == "end" || c.verb == "mean" || c.verb == "let" || c.verb == "create" || c.verb == "protect" || c.verb == "recognize" || c.verb == "force") && c.modal == "" && !c.copula {
			if len(p.agenda.issues(docWords(p.doc, p.subtree(c.head)))) == 0 {
				return false
			}
		}
	}
	if c.verb == "include" || c.verb == "have" || c.verb == "cover" || c.verb == "feature" || c.verb == "contain" || c.verb == "set" || c.verb == "see" || c.verb == "offer" || c.verb == "involve" || c.verb == "seek" || c.verb == "demand" || c.verb == "say" || c.verb == "state" || c.verb == "mean" || c.verb == "suggest" || c.verb == "require" || c.verb == "aim" || c.verb == "focus" || c.verb == "make" || c.verb == "allow" || c.verb == "propose" || c.verb == "call" || c.verb == "entail" || c.verb == "lay" || c.verb == "recommend" || c.verb == "outline" {
		// general verbs need a matter that the agenda knows
		if len(p.known(p.subtree(c.head))) == 0 {
			return false
		}
	}
	p.text = text
	return true
}

// provides are verbs that hardly anything but a text can have as its own.
var provides = words{"provide": true, "stipulate": true, "envisage": true, "envision": true, "foresee": true, "prescribe": true}

// known returns the issues of the chosen agenda that words speak for.
func (r *reading) known(s lang.Range) []string { return r.agenda.issues(docWords(r.doc, s)) }

// provisions makes the points of a clause that tells what a text holds.
func (p *pointMaker) provisions(c *clause) bool {
	l := &lex().texts
	m := rapporteur.Asserted
	if c.neg {
		m = rapporteur.Denied
	}
	switch c.modal {
	case "may", "might", "could":
		m = rapporteur.Hedged
	}
	if got := p.modality(c.head); got == rapporteur.Hedged {
		m = got
	}
	if p.conditional(c) {
		return false
	}
	if !l.Hold[c.verb] && c.verb != "have" {
		return p.act(c.head, nil, m, true)
	}
	from := c.head + 1
	end := p.listEnd(from)
	if up := p.doc.Tokens[c.head]; up.Rel == "acl:relcl" {
		end = min(end, p.hi[c.head])
	}
	for from < end && (p.upos(from) == "ADV" || p.upos(from) == "PUNCT" || p.form(from) == ":") {
		from++
	}
	if from < end && (p.upos(from) == "ADP" || p.upos(from) == "SCONJ") && (p.lower(from) == "for" || p.lower(from) == "on" || p.lower(from) == "at" || p.lower(from) == "as") && !p.forTo(from, end) {
		from++
	}
	made := false
	for _, item := range p.items(from, end) {
		made = p.item(item, m) || made
	}
	for k := range c.comp {
		made = p.beside(c.comp[k], m) || made
	}
	return made
}
