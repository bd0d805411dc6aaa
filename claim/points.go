package claim

import (
	"slices"
	"strings"

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

// actBeforeTo reports whether words are a noun with an infinitive, "a pledge not
// to join", and not an actor with one, "both sides to leave".
func (p *pointMaker) actBeforeTo(s lang.Range) bool {
	for k := s.Start; k < s.End && p.lower(k) != "to"; k++ {
		if p.upos(k) == "NOUN" && (lex().points.Acts[p.lemma(k)] || duties[p.lemma(k)]) {
			return true
		}
	}
	return false
}

// item makes the point of one item of what a text holds.
func (p *pointMaker) item(s lang.Range, m rapporteur.Modality) bool {
	shape := p.shape(s.Start, s.End)
	switch shape {
	case "that":
		// each clause with a subject of its own is a point
		made := false
		for _, x := range p.sentences(lang.Range{Start: s.Start + 1, End: s.End}) {
			made = p.actIn(x, m) || made
		}
		return made
	case "for", "to", "ing":
		if shape == "for" {
			s.Start++
		}
		return p.actIn(s, m)
	case "np":
		if p.forTo(s.Start-1, s.End) && !p.actBeforeTo(s) {
			return p.actIn(s, m)
		}
		if h := p.finite(s); h >= 0 {
			return p.actIn(s, m)
		}
		for k := s.Start + 1; k < s.End; k++ { // "have Norvana cap its fleet"
			if p.doc.Tokens[k].XPOS == "VB" && p.upos(k) == "VERB" && p.lower(k-1) != "to" && s.Start > 0 && p.lemma(s.Start-1) == "have" {
				return p.actIn(s, m)
			}
			if p.upos(k) == "ADP" || p.upos(k) == "VERB" {
				break
			}
		}
		return p.thingIn(s, m)
	}
	return false
}

// finite returns the predicate of words that are a clause with a subject, -1 for none.
func (p *pointMaker) finite(s lang.Range) int {
	for k := s.Start; k < s.End; k++ {
		c := p.clause(k)
		if c == nil || base(p.rel(k)) == "acl" || len(c.subj) == 0 {
			continue
		}
		if (c.modal != "" || c.past || p.doc.Tokens[k].XPOS == "VBZ" || p.doc.Tokens[k].XPOS == "VBP" || c.passive && p.child(k, "aux") >= 0) && slices.ContainsFunc(c.subj, func(x int) bool { return s.Contains(x) }) {
			return k
		}
	}
	return -1
}

// sentences cuts words at the conjunctions before clauses with subjects of their own.
func (p *pointMaker) sentences(s lang.Range) []lang.Range {
	var out []lang.Range
	start := s.Start
	for k := s.Start + 2; k < s.End; k++ {
		if p.upos(k) != "CCONJ" && p.form(k) != "," && p.form(k) != ";" {
			continue
		}
		next := k + 1
		for next < s.End && (p.upos(next) == "CCONJ" || p.lower(next) == "that") {
			next++
		}
		end := s.End
		if h := p.finite(lang.Range{Start: next, End: end}); h >= 0 && p.finite(lang.Range{Start: start, End: k}) >= 0 {
			// the subject must begin here, not later
			c := p.clause(h)
			if len(c.subj) > 0 && p.lo[c.subj[0]] >= next && p.lo[c.subj[0]] <= next+1 && c.subj[0] < h {
				out = append(out, lang.Range{Start: start, End: k})
				start = next
			}
		}
	}
	return append(out, lang.Range{Start: start, End: s.End})
}

// actIn makes a point of words that say who shall do what.
func (p *pointMaker) actIn(s lang.Range, m rapporteur.Modality) bool {
	head := p.finite(s)
	var by []rapporteur.Mention
	if head < 0 {
		for k := s.Start; k < s.End; k++ {
			if p.upos(k) == "VERB" && base(p.rel(k)) != "amod" {
				head = k
				break
			}
		}
		if head > s.Start+1 {
			if a := p.nominalEnding(s.Start, head); len(a) > 0 && p.doc.Tokens[head].XPOS == "VB" {
				by = mentions(a)
			}
		}
		// "for both sides to pull back", "for Calder to monitor"
		for k := s.Start; k < s.End && k < s.Start+9; k++ {
			if p.lower(k) == "to" && p.upos(k) == "PART" && k > s.Start {
				if a := p.nominalEnding(s.Start, k); len(a) > 0 {
					by = mentions(a)
				}
				break
			}
			if p.upos(k) == "VERB" {
				break
			}
		}
	}
	if head < 0 || p.done[head] || speech[p.lemma(head)] && p.cue[head] {
		return false
	}
	p.done[head] = true
	c := p.clause(head)
	if by == nil && c != nil && slices.ContainsFunc(c.subj, func(x int) bool { return s.Contains(x) }) {
		by = mentions(p.obligors(c))
	}
	if len(by) == 0 {
		by = p.owners(s)
	}
	made := p.makePoint(head, s, by, rapporteur.Proposed, m)
	p.inner_(s, head, m)
	return made
}

// nominalEnding returns the actors of the nominals between two tokens.
func (p *pointMaker) nominalEnding(from, to int) []actor {
	for k := from; k < to; k++ {
		if p.upos(k) == "NOUN" || p.upos(k) == "PROPN" || p.upos(k) == "PRON" {
			if h := p.head(k); h >= from && h < to {
				continue
			}
			var out []actor
			for _, a := range p.actorsAt(k) {
				if a.token < to {
					out = append(out, a)
				}
			}
			if len(out) > 0 {
				return out
			}
		}
	}
	if row := p.along(from); len(row) > 0 && row[0].token < to {
		return row[:1]
	}
	return nil
}

// thingIn makes a point of a nominal item.
func (p *pointMaker) thingIn(s lang.Range, m rapporteur.Modality) bool {
	head := -1
	for k := s.Start; k < s.End; k++ {
		if u := p.upos(k); (u == "NOUN" || u == "PROPN") && !s.Contains(p.head(k)) {
			head = k
			break
		}
	}
	if head < 0 {
		for k := s.Start; k < s.End; k++ {
			if u := p.upos(k); u == "NOUN" || u == "PROPN" {
				head = k
				break
			}
		}
	}
	if head < 0 || p.done[head] {
		return false
	}
	lemma := p.lemma(head)
	if lex().texts.Parts[lemma] != "" && lemma != "demand" && lemma != "condition" || p.isTextNoun(head) && lemma != "ceasefire" && lemma != "truce" && lemma != "settlement" && lemma != "armistice" {
		if len(p.known(s)) == 0 || p.child(head, "nummod") >= 0 {
			return false
		}
	}
	if heads := slices.DeleteFunc(p.needs(head), func(h int) bool { return !s.Contains(h) }); len(heads) > 1 {
		p.done[head] = true
		made := false
		for _, h := range heads {
			made = p.makePoint(h, p.own(h), p.ownersOf(h, head), rapporteur.Proposed, m) || made
		}
		return made
	}
	p.done[head] = true
	return p.makePoint(head, s, p.ownersIn(s), rapporteur.Proposed, m)
}

// ownersIn returns who bears a nominal provision, by the order of its words: the
// possessor at its head, the by-phrase, the one for whom it is, else whose
// forces or lands it is about.
func (p *pointMaker) ownersIn(s lang.Range) []rapporteur.Mention {
	for k := s.Start; k < min(s.Start+5, s.End); k++ {
		if f := p.lower(k); f == "'s" || f == "’s" || f == "ʼs" || f == "’" {
			if n := p.nameAt(k - 1); n != nil && n.Type != lang.PER || n != nil && p.isState(tidyName(p.doc.Words(n.Range))) {
				return []rapporteur.Mention{p.named(n).Mention}
			} else if n != nil {
				return []rapporteur.Mention{p.named(n).Mention}
			}
			if k > 0 && p.isState(p.form(k-1)) {
				return []rapporteur.Mention{{Name: p.form(k - 1), Kind: rapporteur.State, Span: p.bytes(lang.Range{Start: k - 1, End: k})}}
			}
			if a, ok := p.actorAt(k - 1); ok {
				return []rapporteur.Mention{a.Mention}
			}
		}
		if p.upos(k) == "ADP" {
			break
		}
	}
	for k := s.Start; k+1 < s.End; k++ {
		if p.lower(k) == "by" && p.upos(k) == "ADP" && (k == s.Start || p.upos(k-1) != "VERB") { // not "children taken by …"
			if row := p.along(k + 1); len(row) > 0 {
				var out []rapporteur.Mention
				for _, a := range row {
					if s.Contains(a.token) {
						out = append(out, a.Mention)
					}
				}
				// groups beside names: "by the United States and other countries"
				for _, a := range p.nominals(k+1, s.End) {
					out = addMention(out, a.Mention)
				}
				if len(out) > 0 {
					return out
				}
			}
			if a := p.nominals(k+1, s.End); len(a) > 0 {
				return mentions(a)
			}
		}
	}
	for k := s.Start; k+1 < s.End; k++ {
		if p.lower(k) == "for" && p.upos(k) != "VERB" {
			if a := p.nominals(k+1, min(k+5, s.End)); len(a) > 0 && a[0].Kind != rapporteur.Person {
				return mentions(a)
			}
		}
	}
	return p.owners(s)
}

// nominals returns the actors at the head of the words from token from on.
func (p *pointMaker) nominals(from, end int) []actor {
	for k := from; k < min(from+5, end); k++ {
		if p.upos(k) == "NOUN" || p.upos(k) == "PROPN" {
			if h := p.head(k); h > k && h < min(from+5, end) && (p.rel(k) == "compound" || p.rel(k) == "nmod:poss") {
				continue
			}
			var out []actor
			for _, a := range p.actorsAt(k) {
				if a.token < end {
					out = append(out, a)
				}
			}
			return out
		}
	}
	return nil
}

// beside reads the clauses that go with a provision by "while" or a semicolon.
func (p *pointMaker) beside(head int, m rapporteur.Modality) bool {
	made := false
	for _, k := range p.kids[head] {
		x := p.clause(k)
		if x == nil {
			continue
		}
		if base(p.rel(k)) == "advcl" && (x.mark == "while" || x.mark == "with" || x.mark == "whereas") && x.modal != "" || base(p.rel(k)) == "parataxis" && x.modal != "" && !p.cue[k] {
			for _, g := range p.conjuncts(k) {
				if p.clause(g) != nil {
					made = p.act(g, nil, m, false) || made
				}
			}
		}
	}
	return made
}

// act makes a point of a clause: who shall do what.
func (p *pointMaker) act(head int, by []rapporteur.Mention, m rapporteur.Modality, bare bool) bool {
	c := p.clause(head)
	if c == nil || p.done[head] {
		return false
	}
	p.done[head] = true
	words := p.own(head)
	for _, k := range p.kids[head] { // "Under the draft, Norvana would …"
		if pr := p.caseOf(k); (pr == "under" || pr == "according to" || pr == "as part of" || pr == "in") && k < head && p.textUnder(k) >= 0 && p.lo[k] <= words.Start+1 {
			words.Start = max(words.Start, p.hi[k])
		}
	}
	for _, k := range p.kids[head] {
		if x := p.clause(k); x != nil && k > head && base(p.rel(k)) == "advcl" && (x.mark == "while" || x.mark == "whereas") {
			words.End = min(words.End, p.lo[k])
		}
	}
	if bare {
		words.Start = head // the text itself is the subject
		for _, a := range p.children(head, "aux", "advmod") {
			if p.lower(a) == "not" || p.lower(a) == "n't" {
				words.Start = min(words.Start, a)
			}
		}
	}
	if by == nil && !bare {
		by = mentions(p.obligors(c))
	}
	if len(by) == 0 {
		by = p.owners(words)
	}
	if c.neg && !bare && m == rapporteur.Denied {
		m = rapporteur.Asserted
	}
	ok := p.makePoint(head, words, by, rapporteur.Proposed, m)
	p.inner_(words, head, m)
	return ok
}

// inner_ reads "the areas from which Norvana would withdraw": an act of its own.
func (p *pointMaker) inner_(words lang.Range, head int, m rapporteur.Modality) {
	first := p.known(words)
	for k := words.Start; k < words.End; k++ {
		x := p.clause(k)
		if x == nil || k == head || base(p.rel(k)) != "acl" || p.done[k] || x.copula || x.passive {
			continue
		}
		who := p.obligors(x)
		if len(who) == 0 || who[0].Kind == rapporteur.Person || x.past || x.mark == "to" {
			continue
		}
		own := []word{{p.lemma(k), p.lower(k)}}
		for _, o := range x.obj {
			own = append(own, docWords(p.doc, p.nounPhrase(o))...)
		}
		issues := p.agenda.issues(own)
		if len(issues) > 0 && (len(first) == 0 || issues[0] != first[0]) && p.agendaKnows(issues[0]) {
			p.done[k] = true
			sub := p.own(k)
			for sub.Start < k && !slices.Contains(x.subj, sub.Start) && p.lo[x.subj[0]] > sub.Start {
				sub.Start++
			}
			p.makePoint(k, sub, mentions(who), rapporteur.Proposed, m)
		}
	}
}

// obligors returns who must do what a clause says.
func (p *pointMaker) obligors(c *clause) []actor {
	var out []actor
	switch {
	case len(c.agent) > 0:
		out = p.actorsAt(c.agent...)
	case !c.passive || permits[c.verb]:
		out = p.actorsAt(c.subj...)
	}
	for i, a := range out {
		if a.Kind == rapporteur.Group && forces[p.lemma(a.token)] {
			if who := p.whose(a.token); len(who) > 0 { // what an army must do, its state must
				out[i].Mention = who[0]
			}
		}
	}
	return out
}

// forces are bodies that a state or side bears for.
var forces = words{
	"army": true, "force": true, "troop": true, "troops": true, "military": true, "fleet": true, "navy": true, "soldier": true, "arsenal": true, "government": true, "side": true, "delegation": true, "stockpile": true,
	"programme": true, "program": true, "company": true, "firm": true, "vessel": true, "unit": true, "militia": true, "artillery": true, "missile": true, "reactor": true, "centrifuge": true,
}

// permits are verbs whose passive subject is the one who may or must act.
var permits = words{
	"allow": true, "permit": true, "require": true, "oblige": true, "ban": true, "bar": true, "prohibit": true, "forbid": true, "force": true, "commit": true,
	"expect": true, "ask": true, "entitle": true, "authorise": true, "authorize": true, "limit": true, "restrict": true, "compel": true, "order": true, "give": true, "grant": true,
}

// thing makes a point of a nominal: "the withdrawal of forces", "a pledge not to join".
func (p *pointMaker) thing(head int, m rapporteur.Modality) bool {
	if p.done[head] {
		return false
	}
	if c := p.clause(head); c != nil && p.upos(head) == "VERB" {
		return p.act(head, nil, m, false)
	}
	if p.upos(head) == "PRON" || p.upos(head) == "NUM" || p.timeAt[head] >= 0 {
		return false
	}
	lemma := p.lemma(head)
	if lex().texts.Parts[lemma] != "" || p.isTextNoun(head) && lemma != "ceasefire" && lemma != "truce" && lemma != "settlement" {
		// "contains 28 points", "includes a protocol"
		if !p.itemised(head) {
			return false
		}
	}
	p.done[head] = true
	words := p.own(head)
	if heads := p.needs(head); len(heads) > 1 {
		made := false
		for _, h := range heads {
			made = p.makePoint(h, p.own(h), p.ownersOf(h, head), rapporteur.Proposed, m) || made
		}
		return made
	}
	return p.makePoint(head, words, p.ownersOf(head, -1), rapporteur.Proposed, m)
}

func (p *pointMaker) itemised(head int) bool { return false }

// needs returns the infinitives of "the need to A and to B".
func (p *pointMaker) needs(head int) []int {
	if !duties[p.lemma(head)] {
		return nil
	}
	var out []int
	for _, k := range p.kids[head] {
		if base(p.rel(k)) == "acl" {
			out = append(out, p.conjuncts(k)...)
		}
	}
	return out
}

// ownersOf returns who bears a nominal provision: the possessor, the by-phrase,
// the one for whom it is, else whose forces or lands it is about.
func (p *pointMaker) ownersOf(heads ...int) []rapporteur.Mention {
	for _, h := range heads {
		if h < 0 {
			continue
		}
		for _, k := range p.kids[h] {
			if p.rel(k) == "nmod:poss" || (base(p.rel(k)) == "nmod" || base(p.rel(k)) == "obl") && p.caseOf(k) == "by" {
				if a := p.actorsAt(k); len(a) > 0 {
					return mentions(a)
				}
				if p.typeAt(k) == lang.LOC || p.typeAt(k) == lang.NORP {
					name := p.stateName(k)
					return []rapporteur.Mention{{Name: name, Kind: rapporteur.State, Span: p.bytes(lang.Range{Start: k, End: k + 1})}}
				}
			}
		}
		for _, k := range p.kids[h] {
			if c := p.clause(k); c != nil && base(p.rel(k)) == "acl" {
				if a := p.actorsAt(c.subj...); len(a) > 0 {
					return mentions(a)
				}
			}
			if p.caseOf(k) == "for" {
				if a := p.actorsAt(k); len(a) > 0 && a[0].Kind != rapporteur.Person {
					return mentions(a)
				}
			}
		}
		if o := p.owners(p.own(h)); len(o) > 0 {
			return o
		}
	}
	return nil
}

// owners returns whose army, forces or lands a provision is about, where it names no one to act.
func (p *pointMaker) owners(s lang.Range) []rapporteur.Mention {
	for i := s.Start; i < s.End; i++ {
		if forces[p.lemma(i)] {
			if who := p.whose(i); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// whose returns the states whose forces a noun names, not those they are to leave.
func (p *pointMaker) whose(i int) []rapporteur.Mention {
	var out []rapporteur.Mention
	for _, m := range p.partiesUnder(i) {
		from := false
		for _, k := range p.kids[i] {
			if p.caseOf(k) == "from" && p.doc.Tokens[p.lo[k]].Start <= m.Span.Start && m.Span.End <= p.doc.Tokens[p.hi[k]-1].End {
				from = true
			}
		}
		if !from {
			out = append(out, m)
		}
	}
	return out
}

// makePoint adds a point, unless it is too thin to stand on a line of its own.
func (p *pointMaker) makePoint(head int, words lang.Range, by []rapporteur.Mention, status rapporteur.Status, m rapporteur.Modality) bool {
	return p.makeMatter(head, lang.Range{}, words, by, status, m)
}

// makeMatter does, with words before the others that say what they are about:
// "the clause on" prisoners.
func (p *pointMaker) makeMatter(head int, lead, words lang.Range, by []rapporteur.Mention, status rapporteur.Status, m rapporteur.Modality) bool {
	summary, ranges := p.summary(words)
	n := len(strings.Fields(summary))
	if n > 0 && !lead.Empty() {
		summary = p.doc.Words(lead) + " " + summary
		summary = balanced(strings.Join(strings.Fields(summary), " "))
		ranges = append(ranges, lead)
	}
	if n < 2 && len(p.known(words)) == 0 || n == 0 || n > 70 {
		return false
	}
	issues := p.agenda.issues(docWords(p.doc, ranges...))
	issue := Other
	if len(issues) > 0 {
		issue = issues[0]
		issues = issues[1:]
	}
	x := &rapporteur.PointClaim{Issue: issue, Issues: issues, By: by, Status: status, Summary: summary}
	if p.text >= 0 && p.text < len(p.kids) {
		if t := p.textUnder(p.text); t >= 0 {
			x.Text = p.textName(t)
		}
	}
	p.add(head, rapporteur.Claim{Kind: rapporteur.KindPoint, Point: x, Modality: m})
	if status == rapporteur.Proposed {
		p.words = append(p.words, words)
	}
	return true
}

// summary returns the words of a range without those of the telling ("…, the
// Post reported, citing an official") and without marks at its ends.
func (r *reading) summary(s lang.Range) (string, []lang.Range) {
	var ranges []lang.Range
	for i := s.Start; i < s.End; i++ {
		if r.telling(i, s) {
			continue
		}
		if n := len(ranges); n > 0 && ranges[n-1].End == i {
			ranges[n-1].End = i + 1
		} else {
			ranges = append(ranges, lang.Range{Start: i, End: i + 1})
		}
	}
	var parts []string
	for _, x := range ranges {
		for x.Start < x.End && (r.upos(x.Start) == "PUNCT" && r.form(x.Start) != "(" || r.upos(x.Start) == "CCONJ" || len(parts) == 0 && (r.upos(x.Start) == "SCONJ" || r.upos(x.Start) == "ADP" && r.head(x.Start) > x.Start || r.lower(x.Start) == "including")) {
			x.Start++
		}
		for x.End > x.Start && r.upos(x.End-1) == "PUNCT" && r.form(x.End-1) != ")" {
			x.End--
		}
		if w := r.doc.Words(x); w != "" {
			parts = append(parts, strings.Join(strings.Fields(w), " "))
		}
	}
	return balanced(strings.Join(parts, " ")), ranges
}

// telling reports whether token i belongs to a clause of telling inside s that
// is not the whole of it: "…, the Post reported", "…, citing an official".
func (r *reading) telling(i int, s lang.Range) bool {
	for h, steps := i, 0; h >= 0 && s.Contains(h) && steps < 40; h, steps = r.head(h), steps+1 {
		if base(r.rel(h)) == "parataxis" && (r.cue[h] || speech[r.lemma(h)]) {
			return true
		}
		if speech[r.lemma(h)] && r.cue[h] && r.lo[h] > s.Start && (h+1 >= len(r.kids) || r.form(h+1) == "," || r.form(h+1) == ".") {
			return true
		}
		if base(r.rel(h)) == "advcl" && r.lemma(h) == "cite" {
			return true
		}
	}
	return false
}

// under returns the text of "under the draft", "according to the plan" in a sentence, -1 for none.
func (p *pointMaker) under(sent lang.Range) int {
	for i := sent.Start; i < sent.End; i++ {
		if !p.isStrongText(i) && !(p.isTextNoun(i) && p.caseOf(i) == "under") {
			continue
		}
		switch p.caseOf(i) {
		case "under", "according to", "as part of", "according", "per":
			return i
		case "in":
			if p.child(i, "det") >= 0 && base(p.rel(i)) == "obl" && p.head(i) > i && i < sent.Start+6 {
				return i
			}
		}
	}
	return -1
}

// clauses_ makes points of the obligations of a sentence: "Norvana would cap its
// fleet, and Estrel would open its ports".
func (p *pointMaker) clauses_(sent lang.Range, sure bool) bool {
	made := false
	for i := sent.Start; i < sent.End; i++ {
		c := p.clause(i)
		if c == nil || p.done[i] || p.cue[i] {
			continue
		}
		if !p.binding(c, sure) {
			continue
		}
		// Only the clauses that the sentence says, not those inside others.
		if up := p.clause(c.up); up != nil && p.sent[up.head] == p.sent[i] && base(p.rel(i)) != "conj" && !p.cue[up.head] && base(p.rel(i)) != "ccomp" && !(base(p.rel(i)) == "advcl" && (c.mark == "while" || c.mark == "with")) && base(p.rel(i)) != "parataxis" && base(p.rel(i)) != "root" {
			if !p.done[up.head] || base(p.rel(i)) != "advcl" {
				continue
			}
			continue
		}
		m := rapporteur.Asserted
		if got := p.modality(i); got == rapporteur.Hedged {
			m = got
		}
		if p.hasIf(c) && !sure || p.conditional(c) {
			continue
		}
		words := p.own(i)
		for _, k := range p.kids[i] {
			if x := p.clause(k); x != nil && k > i && base(p.rel(k)) == "advcl" && (x.mark == "while" || x.mark == "whereas") {
				words.End = min(words.End, p.lo[k])
			}
		}
		if parts := p.sentences(words); len(parts) > 1 {
			for _, x := range parts {
				made = p.actIn(p.afterUnder(x), m) || made
			}
			continue
		}
		made = p.act(i, nil, m, false) || made
	}
	return made
}

// afterUnder leaves "Under the draft," off the head of a clause's words.
func (p *pointMaker) afterUnder(s lang.Range) lang.Range {
	for k := s.Start; k < min(s.Start+12, s.End); k++ {
		if p.form(k) == "," && p.finite(lang.Range{Start: s.Start, End: k}) < 0 && p.finite(lang.Range{Start: k + 1, End: s.End}) >= 0 {
			if h := p.finite(s); h >= 0 && len(p.clause(h).subj) > 0 && p.lo[p.clause(h).subj[0]] > k-1 {
				s.Start = k + 1
				return s
			}
		}
	}
	return s
}

// binding reports whether a clause lays something down: "would", "must", "is to", "is expected to commit".
func (p *pointMaker) binding(c *clause, sure bool) bool {
	if p.meetingWord(c) || r0(c.verb) {
		return false
	}
	switch c.modal {
	case "would", "must", "shall":
	case "will":
	default:
		if c.mark == "to" || c.past || c.perfect {
			return false
		}
		if c.passive && (c.verb == "expect" || c.verb == "oblige" || c.verb == "require" || c.verb == "allow" || c.verb == "commit" || c.verb == "bar" || c.verb == "ban" || c.verb == "permit" || c.verb == "prohibit") {
			break
		}
		if sure && (c.verb == "get" || c.verb == "keep" || c.verb == "commit" || c.verb == "agree" || c.verb == "pledge" || c.verb == "undertake" || c.verb == "receive" || c.verb == "retain" || c.verb == "give" || c.verb == "recognise" || c.verb == "recognize") {
			break
		}
		if c.verb == "have" && len(c.comp) > 0 {
			break
		}
		return false
	}
	if sure {
		return true
	}
	// Without "under the plan" at its head, a sentence goes on with it only about a matter of the agenda.
	return len(p.known(p.own(c.head))) > 0
}

func r0(verb string) bool {
	switch verb {
	case "say", "tell", "add", "announce", "report", "know", "think", "believe", "expect_", "depend", "remain", "see_", "seem", "appear", "need_":
		return true
	}
	return false
}

func (p *pointMaker) meetingWord(c *clause) bool {
	l := &lex().meetings
	if c.is(l.Verbs) {
		return true
	}
	for _, o := range append(slices.Clone(c.obj), c.subj...) {
		if l.Nouns[p.lemma(o)] || p.lower(o) == "talks" {
			return true
		}
	}
	return false
}

// including reads "28 points, including a commitment of Norvana to …".
func (p *pointMaker) including(sent lang.Range) {
	for i := sent.Start; i < sent.End; i++ {
		h := p.head(i)
		if h < 0 || p.done[i] || base(p.rel(i)) != "nmod" && base(p.rel(i)) != "obl" && base(p.rel(i)) != "acl" {
			continue
		}
		if pr := p.caseOf(i); pr != "including" && pr != "such as" {
			continue
		}
		lemma := p.lemma(h)
		if !(lex().texts.Parts[lemma] != "" && lex().texts.Parts[lemma] != "page" && lex().texts.Parts[lemma] != "document" || lex().points.Parts[lemma]) && !p.isStrongText(h) {
			g := p.governor(i)
			if g == nil || !(g.verb == "consist" || g.verb == "contain") {
				continue
			}
		}
		for _, k := range p.conjuncts(i) {
			p.thing(k, rapporteur.Asserted)
		}
	}
}

// speech are the plainest verbs of telling.
var speech = words{"say": true, "report": true, "write": true, "claim": true, "tell": true, "state": true, "add": true, "note": true, "quote": true, "indicate": true, "announce": true, "explain": true, "confirm": true}
