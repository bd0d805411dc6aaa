package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

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

// actBeforeTo reports whether words are a noun with an infinitive, "a pledge not
// to join", and not an actor with one, "both sides to leave".
func (p *pointMaker) actBeforeTo(s lang.Range) bool {
	for k := s.Start; k < s.End && p.lower(k) != "to"; k++ {
		if p.upos(k) == "NOUN" && (lex().points.Acts[p.lemma(k)] || lex().points.Lists.Duties[p.lemma(k)]) {
			return true
		}
	}
	return false
}

// finite returns the predicate of words that are a clause with a subject, -1 for none.
func (p *pointMaker) finite(s lang.Range) int {
	for k := s.Start; k < s.End; k++ {
		c := p.clause(k)
		if c == nil || base(p.rel(k)) == "acl" && (p.rel(k) != "acl:relcl" || len(c.subj) == 0 || p.lo[c.subj[0]] != s.Start) || len(c.subj) == 0 {
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
	from := s.Start + 2
	if c := p.clause(p.finite(s)); c != nil && p.conditional(c) {
		from = max(from, p.hi[c.head]+1) // "if Estrel attacked, Norvana would …" is one
	}
	for k := from; k < s.End; k++ {
		if p.upos(k) != "CCONJ" && p.form(k) != "," && p.form(k) != ";" {
			continue
		}
		next := k + 1
		for next < s.End && (p.upos(next) == "CCONJ" || p.lower(next) == "that" || p.lower(next) == "then") {
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
	if c := p.clause(head); c != nil && p.conditional(c) { // "if Estrel attacked, Norvana would …"
		if head = p.finite(lang.Range{Start: p.hi[head], End: s.End}); head < 0 {
			return false
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
	if lemma == "thing" || lex().points.Lists.Empty[lemma] {
		return false
	}
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
	s = p.clip(s, head) // "digital services, which Estrel wanted out"
	return p.makePoint(head, s, p.ownersIn(s), rapporteur.Proposed, m)
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
	if k := c.first(); k >= 0 && k < words.Start && p.sent[k] == p.sent[head] && p.hi[k] >= words.Start-1 && p.head(k) != head && !bare {
		words.Start = p.lo[k] // a subject that hangs on the telling
	}
	for _, k := range p.kids[head] { // "Under the draft, Norvana would …"
		if pr := p.caseOf(k); (pr == "under" || pr == "according to" || pr == "as part of" || pr == "in") && k < head && p.textUnder(k) >= 0 && p.lo[k] <= words.Start+1 {
			words.Start = max(words.Start, p.hi[k])
		}
	}
	if c := p.clause(head); len(c.subj) > 0 && c.subj[0] < head { // "In exchange, the alliance would …"
		for k := words.Start; k < p.lo[c.subj[0]] && k < words.Start+7; k++ {
			if p.form(k) == "," {
				words.Start = k + 1
			}
		}
	}
	for _, k := range p.kids[head] {
		if x := p.clause(k); x != nil && k > head && base(p.rel(k)) == "advcl" && (x.mark == "while" || x.mark == "whereas") {
			words.End = min(words.End, p.lo[k])
		}
	}
	for _, k := range p.kids[head] { // "end the war by requiring Norvana to …": the means are a point of their own
		if x := p.clause(k); x != nil && k > head && base(p.rel(k)) == "advcl" && x.mark == "by" && (objectControl[x.verb] || lex().points.Lists.Binds[x.verb]) {
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
		own := p.topicWords(lang.Range{Start: k, End: k + 1})
		for _, o := range x.obj {
			own = append(own, p.topicWords(p.nounPhrase(o))...)
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
		return false
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

// needs returns the infinitives of "the need to A and to B".
func (p *pointMaker) needs(head int) []int {
	if !lex().points.Lists.Duties[p.lemma(head)] {
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
