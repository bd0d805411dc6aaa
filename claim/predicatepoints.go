package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// learned makes a point of a predicate that tells one.
func (p *pointMaker) learned(x prediction) {
	i := x.token
	if p.toldPoint(i) || len(p.known(p.own(i))) == 0 && (x.p < likelyOther || p.toldText(i)) {
		return
	}
	c := p.clause(i)
	status := rapporteur.Status(x.class)
	if v := p.lexStatus(i); v != "" && (status == rapporteur.Agreed || status == rapporteur.Contested || status == rapporteur.Deferred) && related[v] == status {
		status = v
	}
	if c != nil && c.neg && status == rapporteur.Agreed && p.tellsStatus(c) {
		status = rapporteur.Open // "has not agreed to withdraw"
	}
	if status == rapporteur.Agreed && p.principled(i) {
		status = rapporteur.AgreedInPrinciple
	}
	if status == rapporteur.Agreed && (c == nil || !p.tellsStatus(c)) && p.anyIn(p.sentence(i), lex().points.Lists.Drafts) >= 0 {
		status = rapporteur.Proposed // "the draft foresees a cut", "under the plan the line stays"
	}
	if c != nil && (c.mark == "whether" || c.mark == "if" && !p.conditional(c)) {
		status = rapporteur.Open // "whether the duties stay"
	}
	m := p.modality(i)
	if m == rapporteur.Denied || status != rapporteur.Proposed && (m == rapporteur.Planned || m == rapporteur.Conditional) {
		m = rapporteur.Asserted
	}
	head, words := i, p.own(i)
	var by []rapporteur.Mention
	switch {
	case c == nil: // "a pledge to buy grain"
		by = p.ownersOf(i)
		if len(by) == 0 {
			by = mentions(p.holders(i, false))
		}
		words.Start = p.nounPhrase(i).Start
	case len(c.comp) > 0 && p.tellsStatus(c): // "agreed to buy grain"
		head = c.comp[0]
		words = p.own(head)
		if y := p.clause(head); y != nil && len(y.subj) > 0 {
			by = mentions(p.actorsOrMeant(y.subj))
		}
		if len(by) == 0 {
			by = mentions(p.holders(i, false))
		}
	case len(c.obj) > 0 && !c.passive && p.tellsStatus(c): // "dropped the clause on courts"
		head = c.obj[0]
		words = p.own(head)
		by = p.ownersOf(head)
	case c.passive && len(c.subj) > 0 && p.tellsStatus(c):
		head = c.subj[0]
		words = p.own(head)
		by = p.ownersOf(head)
	default:
		by = mentions(p.obligors(c))
		if len(by) == 0 {
			by = mentions(p.holders(i, false))
		}
		for _, k := range c.subj {
			if p.head(k) == i && p.upos(k) != "PRON" && p.hi[k] <= i {
				words.Start = min(words.Start, p.lo[k])
			}
		}
	}
	by = slices.DeleteFunc(by, func(m rapporteur.Mention) bool { return m.Kind == rapporteur.Outlet })
	p.text = -1
	if words = p.told(words, c); words.Empty() {
		return
	}
	if items := p.itemised(head); len(items) > 1 { // "three main issues: pay, rosters and crews"
		for _, s := range items {
			p.makePoint(s.Start, s, p.ownersIn(s), status, m)
		}
		return
	}
	p.makePoint(head, words, by, status, m)
}

// told returns the words of a provision from a subject that names something on:
// without a relative pronoun, and none where a pronoun is all that is said of the matter.
func (p *pointMaker) told(words lang.Range, c *clause) lang.Range {
	for words.Len() > 1 && isRelative(p.lower(words.Start)) && p.lower(words.Start) != "what" {
		words.Start++
	}
	if c == nil || len(c.subj) == 0 || words.Start > c.subj[0] || p.upos(c.subj[0]) != "PRON" {
		return words
	}
	if len(p.known(words)) == 0 {
		return lang.Range{}
	}
	return words
}

// itemised returns the items that stand behind a noun for matters and a colon.
func (p *pointMaker) itemised(head int) []lang.Range {
	l := &lex().points
	if p.upos(head) != "NOUN" || !l.Parts[p.lemma(head)] && !l.Matters[p.lemma(head)] && p.lemma(head) != "issue" {
		return nil
	}
	sent := p.sentence(head)
	for k := head + 1; k < sent.End-1 && k < head+8; k++ {
		if f := p.form(k); f == ":" || f == "—" || f == "–" {
			end := sent.End
			for end > k && p.upos(end-1) == "PUNCT" {
				end--
			}
			return p.itemsOf(k+1, end, true)
		}
		if p.upos(k) == "VERB" || p.form(k) == "," {
			break
		}
	}
	return nil
}

// tellsStatus reports whether a predicate says what became of something, and not what is to be done.
func (p *pointMaker) tellsStatus(c *clause) bool {
	l := lex()
	return c.value(l.points.Status) != "" || c.lexical(l.positions.Verbs) != "" || l.speech.Verbs[c.verb] || c.value(l.points.Intransitive) != ""
}

// lexStatus is the status that the lexicon gives a predicate.
func (p *pointMaker) lexStatus(i int) rapporteur.Status {
	if c := p.clause(i); c != nil {
		return rapporteur.Status(c.value(lex().points.Status))
	}
	return ""
}

// related names for a fine status the one that the learned reader tells it as.
var related = map[rapporteur.Status]rapporteur.Status{
	rapporteur.AgreedInPrinciple: rapporteur.Agreed, rapporteur.Added: rapporteur.Agreed, rapporteur.Retained: rapporteur.Agreed,
	rapporteur.Reworded: rapporteur.Contested, rapporteur.Moved: rapporteur.Deferred,
}

// principled reports whether a sentence speaks of an agreement in principle.
func (p *pointMaker) principled(i int) bool {
	s := p.sentence(i)
	for k := s.Start; k+1 < s.End; k++ {
		if p.lower(k) == "in" && p.lower(k+1) == "principle" {
			return true
		}
	}
	return false
}

// toldText reports whether a sentence tells of a text and its size: "the points were reduced to 19" is no point.
func (p *pointMaker) toldText(i int) bool {
	return slices.ContainsFunc(p.claims, func(f found) bool { return f.Text != nil && p.sent[f.head] == p.sent[i] })
}

// toldPoint reports whether a frame has made a point of a predicate or of what it governs.
func (p *pointMaker) toldPoint(i int) bool {
	own := p.own(i)
	return slices.ContainsFunc(p.claims, func(f found) bool {
		return f.Point != nil && (own.Contains(f.head) || p.within(i, f.head))
	})
}
