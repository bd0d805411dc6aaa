package claim

import (
	"slices"

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
	done      map[int]bool         // heads that made a point already
	stem      []rapporteur.Mention // who does what the items of the list say: "In it, Norvana would:"
	list      int                  // sentence that opened a list of provisions: "The plan provides for:", -1 for none
	plain     bool                 // the list was opened by a name alone: "Key points:"
	section   bool                 // the heading above names a text and what it holds
	sectionAt int
	verb      int          // of the change of status at hand
	words     []lang.Range // of the provisions made in the sentence at hand
}

func (r *reading) points() {
	p := &pointMaker{reading: r, provision: -9, statusAt: -9, sectionAt: -1, text: -1, list: -1, done: map[int]bool{}}
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

func (p *pointMaker) read(s int) {
	sent := p.doc.Sentences[s].Range
	before := len(p.claims)
	p.words = nil
	told := p.colon(sent)
	// What a text holds, with the text as subject.
	for i := sent.Start; i < sent.End; i++ {
		if c := p.clause(i); c != nil && !p.changing(c) && p.holder(c) {
			if p.provisions(c) {
				told = true
			}
		}
	}
	told = p.saysThat(sent) || told
	// "Under the draft, Norvana would …", and sentences that go on with it.
	told = p.underWhich(sent) || told
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
	if item := p.doc.Sentences[s].Item; item && p.list >= 0 && !told && len(p.claims) == before {
		told = p.listed(sent)
	} else if !item && !p.doc.Sentences[s].Heading {
		p.list = -1
	}
	if !told {
		p.openLists(sent)
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
		p.provision, p.list = s, s
	} else if p.laysOut(sent) {
		p.provision = s
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

// subjectOf returns the subject of a predicate, the predicate itself where it has none.
func (p *pointMaker) subjectOf(i int) int {
	if c := p.clause(i); c != nil && len(c.subj) > 0 {
		return c.subj[0]
	}
	return i
}

// changing reports whether a clause belongs to a part whose change the sentence
// tells: "the provision requiring Norvana to cut its army was dropped".
func (p *pointMaker) changing(c *clause) bool {
	h := p.head(c.head)
	if up := p.clause(c.up); up != nil && base(p.rel(c.head)) == "xcomp" {
		return p.changing(up)
	}
	if base(p.rel(c.head)) != "acl" || h < 0 || !lex().points.Parts[p.lemma(h)] {
		return false
	}
	g := p.governor(h)
	return g != nil && g != c && (g.value(lex().points.Status) != "" || p.noLonger(g))
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

// holder reports whether a clause tells what a text, or a part of one, holds.
func (p *pointMaker) holder(c *clause) bool {
	l := &lex().texts
	if c.verb == "have" && (c.modal == "would" || c.modal == "will") && p.causes(c) { // "would have Norvana cap its fleet"
		for _, s := range c.subj {
			if t := p.textUnder(s); t >= 0 && p.isStrongText(t) {
				p.text = t
				return true
			}
		}
		return false
	}
	if c.verb == "call" && !p.callsFor(c) {
		return false
	}
	if !c.is(l.Provide) || c.lemma != c.verb && c.verb != "call" && c.verb != "set" && c.verb != "lay" && c.verb != "phase" {
		return false
	}
	if c.passive && c.verb != "focus" && c.verb != "aim" || c.perfect && c.modal != "" {
		return false // "could have seen": what did not come
	}
	if h := p.head(c.head); base(p.rel(c.head)) == "acl" && h >= 0 && (c.mark == "for" || c.mark == "to") {
		if g := p.governor(h); g != nil && g.verb == "agree" {
			return false // told where it was agreed
		}
	}
	if c.mark == "to" && base(p.rel(c.head)) == "advcl" {
		return false // what it is for
	}
	text := -1
	for _, s := range c.subj {
		if _, acts := p.actorAt(s); acts && !p.isTextNoun(s) {
			continue // "members of the pact said"
		}
		if t := p.textUnder(s); t >= 0 && (p.isStrongText(t) || p.isStrongText(s)) && (t == s || p.portion(s)) {
			text = t
		} else if lex().points.Lists.Written[p.lemma(s)] {
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
				if t := p.textBefore(s); t >= 0 && p.sent[t] == p.sent[s]-1 && (l.Hold[c.verb] || lex().points.Lists.Duty[c.verb]) && (base(p.rel(t)) == "nsubj" || p.handed(t)) {
					text = t
				}
			}
		}
	}
	if text < 0 && lex().points.Lists.Provides[c.verb] && !c.passive && c.mark != "to" {
		// the tree lost the subject: the text or part before the verb, without a comma between
		for k := c.head - 1; k >= p.sentence(c.head).Start && k > c.head-14; k-- {
			if f := p.form(k); f == "," || f == ";" || f == ":" || p.upos(k) == "SCONJ" || p.upos(k) == "AUX" && k < c.head-2 || p.upos(k) == "PRON" {
				break
			}
			if p.upos(k) == "NOUN" && (p.isStrongText(k) || lex().points.Lists.Written[p.lemma(k)]) {
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
		if len(c.obj) == 0 && len(c.comp) == 0 || (c.past && c.modal == "" || c.perfect) && !lex().points.Lists.Duty[c.verb] {
			return false // but "the accord limited Norvana to …" tells what it holds
		}
		if !(objectControl[c.verb] || lex().points.Lists.Binds[c.verb]) && !p.worksOn(c) || lex().points.Lists.Plain[c.verb] && !c.copula && len(p.known(p.subtree(c.head))) == 0 {
			return false
		}
	}
	if lex().points.Lists.General[c.verb] || c.verb == "provide" && len(c.obj) > 0 {
		// general verbs need a matter that the agenda knows, or a side that is made to do something
		if len(p.known(p.subtree(c.head))) == 0 && !(objectControl[c.verb] && slices.ContainsFunc(p.made(c), func(a actor) bool { return a.Kind == rapporteur.State })) {
			return false
		}
	}
	p.text = text
	return true
}

// handed reports whether a text is what a person puts forward: "Marrow presented
// the paper", of which "it" may then speak, as it cannot of her.
func (p *pointMaker) handed(t int) bool {
	c := p.governor(t)
	if c == nil || base(p.rel(t)) != "obj" || !lex().texts.Hand[c.verb] {
		return false
	}
	for _, s := range c.subj {
		if a, ok := p.actorAt(s); !ok || a.Kind != rapporteur.Person {
			return false
		}
	}
	return true
}

// causes reports whether "have" makes somebody do something: "would have Norvana cap its fleet".
func (p *pointMaker) causes(c *clause) bool {
	if slices.ContainsFunc(c.comp, func(k int) bool { return p.doc.Tokens[k].XPOS != "VBN" }) {
		return true
	}
	for k := c.head + 2; k+1 < min(c.head+10, p.sentence(c.head).End); k++ {
		if p.form(k) == "," || p.upos(k) == "ADP" && p.lower(k) != "of" || p.lower(k) == "to" {
			return false
		}
		if p.upos(k) == "VERB" && p.doc.Tokens[k].XPOS == "VB" {
			return true
		}
		if next := p.doc.Tokens[k+1].XPOS; p.upos(k) == "NOUN" && (next == "PRP$" || next == "DT") {
			return true // "cap its fleet", a verb that passed for a noun
		}
	}
	return false
}

// portion reports whether a noun over a text is what the text says or is made of:
// "the core of the plan", not "critics of the plan".
func (p *pointMaker) portion(i int) bool {
	l, lemma := lex(), p.lemma(i)
	return p.isTextNoun(i) || l.texts.Parts[lemma] != "" || l.texts.Versions[lemma] || l.texts.Lists[lemma] || l.points.Parts[lemma] || l.points.Lists.Written[lemma] || l.points.Lists.Portions[lemma]
}

// callsFor reports whether "call" asks for something: "calls for inspections",
// "calls on Norvana to …", not "calls it a blunder".
func (p *pointMaker) callsFor(c *clause) bool {
	for k := c.head + 1; k < min(c.head+12, p.sentence(c.head).End); k++ {
		if f := p.lower(k); f == "for" || f == "on" || f == "upon" {
			return true
		}
	}
	return c.head > 0 && p.lower(c.head-1) == "for"
}

// worksOn reports whether what a text does works on a matter of the agenda by
// itself, not by what is said of it besides: "caps the fleet", not "caps a week
// that was marked by tariffs".
func (p *pointMaker) worksOn(c *clause) bool {
	var own []int
	skip := func(k int) bool {
		switch base(p.rel(k)) {
		case "nsubj":
			return p.head(k) == c.head
		case "advcl", "acl", "parataxis", "conj":
			return p.rel(k) != "acl" || p.clause(k) == nil || p.clause(k).mark != "to"
		}
		return false
	}
	var walk func(k int)
	walk = func(k int) {
		own = append(own, k)
		for _, x := range p.kids[k] {
			if !skip(x) || base(p.rel(x)) == "conj" && k != c.head {
				walk(x)
			}
		}
	}
	walk(c.head)
	slices.Sort(own)
	words := make([]word, len(own))
	for n, k := range own {
		words[n] = word{p.lemma(k), p.lower(k)}
	}
	return len(p.agenda.issues(words)) > 0
}

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
	if points, ok := p.obliged(c, m); ok {
		return points
	}
	if !l.Hold[c.verb] && c.verb != "have" {
		return p.act(c.head, nil, m, true)
	}
	if len(c.comp) > 0 && c.comp[0] < c.head && l.Hold[c.verb] { // "Estrel would withdraw, the plan says"
		return p.clauses_(lang.Range{Start: p.lo[c.comp[0]], End: min(p.hi[c.comp[0]], c.head)}, true)
	}
	from := c.head + 1
	end := p.listEnd(from)
	end = p.untilNext(c, end)
	if p.noLonger(c) {
		return false
	}
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
