package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// learned makes a point of a predicate that tells one.
func (p *pointMaker) learned(x prediction) {
	i, c := x.token, p.clause(x.token)
	if p.toldPoint(i) || c != nil && (c.passive && len(c.subj) > 0 && p.amount(c.subj[0]) || p.otherAffair(c) || p.ownMove(c)) {
		return // "about 90% of the deal has been finalised"
	}
	l := learnedPoint{i: i, c: c, words: p.own(i), head: i}
	p.judgeStatus(&l, rapporteur.Status(x.class))
	if p.noPoint(&l, x.p) {
		return
	}
	p.findWords(&l)
	if c != nil && c.subj != nil && slices.ContainsFunc(c.subj, func(k int) bool { return base(p.rel(k)) == "csubj" }) && l.status != rapporteur.Proposed {
		l.by = nil // "what to do about the bank | will wait"
	}
	if who := p.accused(c); who != nil {
		if m := mentions(p.actorsAt(who...)); len(m) > 0 {
			l.by = m
		}
		if on := c.with("on"); len(on) > 0 && l.status == rapporteur.Dropped {
			l.head, l.words = on[0], p.own(on[0])
		}
	}
	s := p.quarrelled(i)
	p.text = -1
	if !s.Empty() {
		if l.status != rapporteur.Contested {
			l.status = rapporteur.Open
		}
		p.makePoint(p.top(s), s, nil, l.status, l.modality)
		return
	}
	l.by = slices.DeleteFunc(l.by, func(m rapporteur.Mention) bool { return m.Kind == rapporteur.Outlet })
	if matters := p.standing(i); len(matters) > 0 && (l.status == rapporteur.Open || l.status == rapporteur.Contested || l.status == rapporteur.Deferred) {
		for _, h := range matters {
			if !slices.ContainsFunc(p.claims, func(f found) bool { return f.Point != nil && p.own(h).Contains(f.head) }) {
				p.makePoint(h, p.own(h), p.ownersOf(h), l.status, l.modality)
			}
		}
		return
	}
	if c != nil && c.passive && len(c.subj) > 0 && p.upos(c.subj[0]) == "PRON" && p.tellsStatus(c) && p.retold(&l) {
		return
	}
	if l.words = p.told(l.words, c); l.words.Empty() {
		p.retold(&l)
		return
	}
	if items := p.itemised(l.head); len(items) > 1 { // "three main issues: pay, rosters and crews"
		for _, s := range items {
			p.makePoint(s.Start, s, p.ownersIn(s), l.status, l.modality)
		}
		return
	}
	if p.contentless(l.words) { // "that is the main sticking point"
		p.retold(&l)
		return
	}
	p.makePoint(l.head, l.words, l.by, l.status, l.modality)
}

// learnedPoint is a point that the learned reader found, while it is read off the words.
type learnedPoint struct {
	i        int
	c        *clause // of i, nil for a noun
	status   rapporteur.Status
	modality rapporteur.Modality
	laid     bool // it is laid down, not told to be agreed: "the line stays"
	head     int
	words    lang.Range
	by       []rapporteur.Mention // who is to do it
}

// judgeStatus judges the status of a point and how it is told, from the one that was learned and
// the words that tell another.
func (p *pointMaker) judgeStatus(l *learnedPoint, learned rapporteur.Status) {
	i, c, lists := l.i, l.c, &lex().points.Lists
	status := learned
	if p.concluded >= 0 && p.sent[i] >= p.concluded && p.laysDown(c) && !c.neg && len(c.obj) == 0 && (status == rapporteur.Contested || status == rapporteur.Dropped) && (c.value(lex().points.Intransitive) == string(rapporteur.Dropped) || c.lemma == "come back" || c.verb == "return") {
		status = rapporteur.Agreed // "the sanctions fall away", by a deal that was struck
	}
	laid := p.laysDown(c) && (status == rapporteur.Agreed || status == rapporteur.Proposed)
	switch v := p.lexStatus(i); {
	case c != nil && c.verb == "go" && len(c.with("to")) > 0 && len(p.onlyParts(c.subj)) > 0: // "the clause goes to the ministers"
		status = rapporteur.Deferred
	case c != nil && (v != "" || lists.Deal[c.verb]) && (p.elsewhere(c) || p.separately(c)):
		status, laid = rapporteur.Moved, false
	case laid && lists.Talks[c.verb] && c.modal != "": // "will discuss the levy at a later stage"
		status, laid = rapporteur.Deferred, false
	case v == rapporteur.Deferred && lists.Entrust[c.verb] && c.passive && p.present(c) && !p.definite(c): // "disputes would be referred to a panel"
		status, laid = rapporteur.Proposed, true
	case v == "" || laid:
	case related[v] == status, v == rapporteur.Dropped && c != nil && c.verb == "leave", status == rapporteur.Agreed && p.undone(c, v): // "was taken back"
		status = v
	}
	l.laid = laid
	switch {
	case status != rapporteur.Agreed:
	case c != nil && c.neg && p.tellsStatus(c): // "has not agreed to withdraw"
		status = rapporteur.Open
	case p.principled(i):
		status = rapporteur.AgreedInPrinciple
	case (c == nil || laid || !p.tellsStatus(c)) && p.anyIn(p.sentence(i), lists.Drafts) >= 0: // "the draft foresees a cut", "under the plan the line stays"
		status = rapporteur.Proposed
	case laid && p.concluded < 0 && (c.modal == "would" || p.goesOnDraft(i)): // goes on with a draft
		status = rapporteur.Proposed
	}
	if status == rapporteur.Agreed && p.staysPut(c) {
		status = rapporteur.Retained
	}
	if c != nil && (status == rapporteur.Agreed || status == rapporteur.Retained) && (p.hinders(i, c.subj) || revolves[c.verb] && len(append(c.with("on"), c.with("around")...)) > 0) {
		status = rapporteur.Open // "many hurdles remain", "the debate revolved around how to split it"
	}
	if c != nil && (c.mark == "whether" || c.mark == "if" && !p.conditional(c)) {
		status = rapporteur.Open // "whether the duties stay"
	}
	m := p.modality(i)
	l.modality = m
	if m == rapporteur.Denied || m == rapporteur.Planned && laid && c.modal == "would" && p.goesOnProvision(i) || laid && p.sent[i] > 0 && p.asItem[p.sent[i]-1] || status != rapporteur.Proposed && (m == rapporteur.Planned || m == rapporteur.Conditional) {
		l.modality = rapporteur.Asserted
	}
	if status == rapporteur.Agreed && c != nil && c.modal == "" && !c.past && !c.perfect && !p.isTo(c) && m == rapporteur.Planned {
		status = rapporteur.Proposed // "plans to buy grain"
	}
	l.status = status
}

// staysPut reports whether a clause says that something goes on as it is: "will remain in force",
// "will keep in place a duty", "will leave the quota untouched".
func (p *pointMaker) staysPut(c *clause) bool {
	l := &lex().points.Lists
	if c == nil || c.neg || !l.Abides[c.verb] {
		return false
	}
	for _, o := range c.with("in") {
		if l.Effect[p.lemma(o)] && p.child(o, "det", "amod", "nmod", "compound") < 0 {
			return true
		}
	}
	s := p.own(c.head)
	for k := c.head + 1; k < s.End; k++ {
		if p.lower(k) == "where" && k+2 < s.End && (p.lower(k+2) == "is" || p.lower(k+2) == "are" || p.lower(k+2) == "was" || p.lower(k+2) == "were") || l.Unchanged[p.lower(k)] || p.lower(k) == "as" && k+1 < s.End && (p.lower(k+1) == "is" || p.lower(k+1) == "before") {
			return true
		}
	}
	return false
}

// noPoint reports whether what a predicate tells is no point after all: a condition, what one
// side does alone, or that nothing was reached.
func (p *pointMaker) noPoint(l *learnedPoint, likely float64) bool {
	i, c := l.i, l.c
	if c == nil {
		return false
	}
	if l.status == rapporteur.Agreed && (p.conditional(c) || p.alone(i) && !c.neg && !c.passive && p.hostile(i)) {
		return true // "unless both sides agree to an extension", "will impose a duty of 25 percent"
	}
	if l.status == rapporteur.Agreed && lex().points.Lists.Consent[c.verb] && p.denying(c) {
		return true // "denied having agreed to pay"
	}
	if c.passive && c.neg && len(c.subj) > 0 && lex().points.Lists.Reached[p.lemma(c.subj[0])] && p.child(c.subj[0], "det") >= 0 && p.lower(p.child(c.subj[0], "det")) == "no" {
		return true // "no compromise has been reached"
	}
	if lists := &lex().points.Lists; l.status == rapporteur.Agreed && (lists.Reach[c.verb] || c.verb == "sign") && !c.passive && len(c.obj) > 0 && lists.Reached[p.lemma(c.obj[0])] && p.bareDeal(c) {
		return true // "reached a deal with the port on Sunday"
	}
	if l.status == rapporteur.Agreed && c.modal == "will" && p.unlessDeal(c) || c.verb == "set" && c.passive && slices.ContainsFunc(c.comp, func(k int) bool { return lapsing[p.lemma(k)] }) {
		return true // "if they strike no deal, the mills will close", "is set to lapse"
	}
	if lex().points.Lists.Consent[c.verb] && p.bareParticiple(c) {
		return true // "backed the terms | agreed last year"
	}
	return l.status == rapporteur.Agreed && (p.deedDone(c) || l.laid && c.modal == "will" && likely < likelyAlone) && p.alone(i)
}

// unlessDeal reports whether what a clause says is what comes if there is no deal.
func (p *pointMaker) unlessDeal(c *clause) bool {
	return slices.ContainsFunc(p.ifsOf(c), func(k int) bool {
		s := p.own(k)
		for o := s.Start; o < s.End; o++ {
			if p.upos(o) == "NOUN" && lex().points.Lists.Reached[p.lemma(o)] && (p.lacked(o) || p.hasKid(o, "no")) {
				return true
			}
		}
		return false
	})
}

// denying reports whether somebody is told to deny what a clause says.
func (p *pointMaker) denying(c *clause) bool {
	x := p.clause(max(p.head(c.head), 0))
	return p.head(c.head) >= 0 && x != nil && !x.neg && x.is(lex().modality.Deny)
}

// bareDeal reports whether a clause tells that sides came to terms, and neither on what nor to what end.
func (p *pointMaker) bareDeal(c *clause) bool {
	o := c.obj[0]
	both := slices.ContainsFunc(c.subj, func(s int) bool { return lex().points.Lists.Together[p.lemma(s)] || p.upos(s) == "PRON" })
	if !both && len(c.with("with"))+len(c.with("between")) == 0 && !slices.ContainsFunc(p.children(o, "nmod"), func(k int) bool { return p.caseOf(k) == "with" || p.caseOf(k) == "between" }) {
		return false
	}
	for _, k := range append(p.children(o, "nmod", "acl", "ccomp", "compound", "amod"), p.children(c.head, "obl", "advcl", "xcomp", "ccomp")...) {
		if p.timeAt[k] >= 0 || base(p.rel(k)) == "amod" && p.upos(k) == "ADJ" && len(p.known(lang.Range{Start: k, End: k + 1})) == 0 {
			continue
		}
		if f := p.caseOf(k); f != "with" && f != "between" && f != "in" && f != "at" && f != "after" && f != "by" && f != "before" && f != "under" {
			return false
		}
	}
	return true
}

// bareParticiple reports whether a clause is a participle beside the noun of a text, with nothing told of what was done.
func (p *pointMaker) bareParticiple(c *clause) bool {
	b, h := base(p.rel(c.head)), p.head(c.head)
	if k := c.head - 1; k > 0 && len(c.comp)+len(c.obj)+len(c.with("to", "on", "upon")) == 0 { // hung elsewhere
		if p.form(k) == "," {
			k--
		}
		if p.upos(k) != "VERB" && (p.isTextNoun(k) || p.lemma(k) == "term") && p.rel(k) != "nsubj" && p.child(c.head, "aux", "aux:pass") < 0 {
			return true
		}
	}
	if tag := p.doc.Tokens[c.head].XPOS; tag != "VBN" && tag != "VBD" || p.child(c.head, "nsubj", "nsubj:pass") >= 0 || b != "acl" && b != "advcl" && b != "amod" || p.child(c.head, "aux", "aux:pass") >= 0 || len(c.comp)+len(c.obj)+len(c.with("to", "on", "upon")) > 0 {
		return false
	}
	return b != "acl" || h >= 0 && (p.isTextNoun(h) || lex().texts.Parts[p.lemma(h)] != "" || p.lemma(h) == "term")
}

// findWords finds the words that tell a point, and who is to do it.
func (p *pointMaker) findWords(l *learnedPoint) {
	i, c := l.i, l.c
	switch {
	case c == nil: // "a pledge to buy grain"
		l.by = p.ownersOf(i)
		if len(l.by) == 0 {
			l.by = mentions(p.honouring(i))
		}
		if len(l.by) == 0 {
			l.by = mentions(p.holders(i, false))
		}
		l.words.Start = p.nounPhrase(i).Start
	case p.rel(i) == "acl:relcl" && p.head(i) >= 0 && l.words.Start < i && isRelative(p.lower(l.words.Start)) && l.status != rapporteur.Proposed && len(p.known(p.nounPhrase(p.head(i)))) > 0:
		p.toAntecedent(l)
	case l.laid && (len(c.comp) == 0 || !p.tellsStatus(c)):
		l.head, l.words, l.by = p.deed(c, l.words)
	case c.verb == "leave" && !c.passive && p.leftOpen(c): // "left open | the possibility of a longer truce"
		l.status = rapporteur.Open
		for _, k := range append(slices.Clone(c.comp), c.head) {
			for _, o := range p.children(k, "obj") {
				l.head, l.words = o, p.own(o)
				l.words.Start = p.nounPhrase(o).Start
				if end := p.sentence(o).End; l.words.End < end && p.lower(l.words.End) == "that" {
					l.words.End = min(p.whatIsOpen(l.words.End), end)
				}
				for _, k := range p.children(o, "acl", "ccomp", "nmod") { // "the possibility | that Norvana leaves early"
					if k > o {
						l.words.End = max(l.words.End, p.own(k).End)
					}
				}
			}
		}
	case len(c.comp) > 0 && p.tellsStatus(c): // "agreed to buy grain"
		l.head, l.words = c.comp[0], p.own(c.comp[0])
		if y := p.clause(l.head); y != nil && len(y.subj) > 0 {
			l.by = mentions(p.actorsOrMeant(y.subj))
		}
		if len(l.by) == 0 {
			l.by = mentions(p.holders(i, false))
		}
	case len(c.obj) > 0 && !c.passive && len(p.actorsAt(c.obj[0])) > 0 && len(c.with("on", "over", "about")) > 0: // "pressed Brandt on the dam"
		l.head = c.with("on", "over", "about")[0]
		l.words = p.own(l.head)
		l.words.Start = p.nounPhrase(l.head).Start
	case len(c.obj) > 0 && !c.passive && p.tellsStatus(c): // "dropped the clause on courts"
		l.head, l.words, l.by = c.obj[0], p.own(c.obj[0]), p.ownersOf(c.obj[0])
	case c.passive && len(c.subj) > 0 && p.tellsStatus(c):
		l.head, l.words = c.subj[0], p.own(c.subj[0])
		if n := l.words.Len(); n < 2 || n < 3 && p.upos(l.head) == "PRON" || len(p.actorsAt(l.head)) > 0 {
			l.head, l.words, l.by = p.deed(c, p.own(i)) // "fines were left to the courts"
		} else {
			l.by = p.ownersOf(l.head)
		}
	default:
		l.head, l.words, l.by = p.deed(c, l.words)
	}
}

// whatIsOpen returns the end of the clause with "that" at token i, along the line.
func (p *pointMaker) whatIsOpen(i int) int {
	end := p.sentence(i).End
	for k := i + 1; k < end; k++ {
		if f := p.form(k); f == ";" || f == "—" || f == "." || k > i+28 {
			return k
		}
	}
	return end
}

// honouring returns who is said to keep or break the word that a noun tells: "accused Norvana of
// failing to honour | promises to buy grain".
func (p *pointMaker) honouring(i int) []actor {
	c := p.governor(i)
	if c == nil || c.passive || !lex().points.Lists.Honours[c.verb] {
		return nil
	}
	for steps := 0; c != nil && steps < 4; steps++ {
		if who := p.accused(c); who != nil {
			return p.sides(p.actorsAt(who...))
		}
		if who := p.sides(p.actorsOrMeant(c.subj)); len(who) > 0 {
			return who
		}
		c = p.clause(p.head(c.head))
	}
	return nil
}

// toAntecedent takes for a point what a relative clause tells of: "the fund, which will be dealt
// with later".
func (p *pointMaker) toAntecedent(l *learnedPoint) {
	l.head = p.head(l.i)
	for base(p.rel(l.head)) == "nmod" && p.upos(p.head(l.head)) == "NOUN" && p.sent[p.head(l.head)] == p.sent[l.head] {
		l.head = p.head(l.head)
	}
	if l.words = p.own(l.head); l.words.End > l.words.Start && l.i < l.words.End {
		l.words.End = max(l.words.Start, p.lo[l.i])
	}
	l.by = p.ownersOf(l.head)
}

// otherAffair reports whether a clause tells who comes to or leaves an office, that a
// text is handed over, or that it was agreed to go on talking, which is no provision.
func (p *pointMaker) otherAffair(c *clause) bool {
	l := lex()
	switch {
	case p.leaving(c.head), c.verb == "become" && len(c.subj) > 0 && p.personal(c.subj):
		return true
	case c.passive && len(c.subj) > 0 && p.isTextNoun(c.subj[0]) && l.positions.Lists.Hand[c.verb] && c.verb != "sign":
		return true
	case l.points.Lists.Consent[c.verb] && len(c.comp) > 0:
		x := p.clause(c.comp[0])
		return x != nil && x.mark == "to" && p.meetingWord(x) && !p.setsAbout(x)
	}
	return false
}

// contentless reports whether words name a point without telling which: "the last
// open question".
func (p *pointMaker) contentless(words lang.Range) bool {
	l := &lex().points
	nouns, idle := 0, false
	does := func(k int) bool { return l.Lists.Idle[p.lemma(k)] || l.Lists.Mends[p.lemma(k)] }
	for k := words.Start; k < words.End; k++ {
		if p.timeAt[k] >= 0 && !p.ofAnyText(words) || p.between(k) || p.upos(k) == "PRON" && anaphors[p.lower(k)] && (k > words.Start || p.lower(k) == "there") && !(base(p.rel(k)) == "obj" && !l.Lists.Mends[p.lemma(p.head(k))]) {
			continue
		}
		switch p.upos(k) {
		case "PROPN", "NUM", "VERB", "PRON":
			if h := p.head(k); p.upos(k) == "NUM" && h > k && words.Contains(h) && (l.Parts[p.lemma(h)] || l.Matters[p.lemma(h)]) || p.upos(k) == "VERB" && p.clause(k) != nil && p.clause(k).lemma == "stand out" {
				continue // "three issues stand out"
			}
			if k > words.Start && p.rel(k) == "nmod:poss" && p.upos(k) == "PRON" || p.upos(k) == "VERB" && lex().positions.Lists.Drafting[p.lemma(k)] {
				continue // "involved in developing the plan"
			}
			if p.rel(k) != "amod" && !does(k) && !(k == words.Start && p.lower(k) == "it") {
				return false
			}
			idle = idle || does(k)
		case "NOUN":
			if nouns++; !l.Parts[p.lemma(k)] && !l.Matters[p.lemma(k)] && !l.Lists.Empty[p.lemma(k)] && !l.Lists.Hollow[p.lemma(k)] && !p.isStrongText(k) && !lex().positions.Lists.Strife[p.lemma(k)] {
				return false
			}
		}
	}
	return nouns > 0 || idle && p.lower(words.Start) == "it" || idle && p.lower(words.Start) == "to"
}

// anaphors are pronouns that name nothing.
var anaphors = words{"it": true, "they": true, "them": true, "that": true, "which": true, "what": true, "this": true, "these": true, "those": true, "so": true, "we": true, "us": true, "there": true}

// between reports whether a token names those between whom something lies: "between Norvana | and
// Estrel", "between Norvanan and Estrelian accounts".
func (r *reading) between(i int) bool {
	if t := r.typeAt(i); t != lang.LOC && t != lang.NORP && t != lang.PER {
		return false
	}
	for h, steps := i, 0; h >= 0 && steps < 4; h, steps = r.head(h), steps+1 {
		if r.caseOf(h) == "between" {
			return true
		}
	}
	return false
}

// goesOnDraft reports whether the point told last within two sentences before
// token i is one of a draft.
func (p *pointMaker) goesOnDraft(i int) bool {
	best, draft := -1, false
	for _, f := range p.claims {
		if f.Point != nil && f.head < i && f.head > best && p.sent[i]-p.sent[f.head] <= 2 {
			best = f.head
			draft = f.Point.Status == rapporteur.Proposed && p.anyIn(p.sentence(best), lex().points.Lists.Drafts) >= 0
		}
	}
	return draft
}

// goesOnProvision reports whether the sentence before told what a text holds.
func (p *pointMaker) goesOnProvision(i int) bool {
	return slices.ContainsFunc(p.claims, func(f found) bool {
		return f.Point != nil && p.sent[i]-p.sent[f.head] == 1 && f.Point.Status == rapporteur.Proposed && f.Modality == rapporteur.Asserted
	})
}

// deed returns the words of a clause with its subject, and who is to do what it says.
func (p *pointMaker) deed(c *clause, words lang.Range) (int, lang.Range, []rapporteur.Mention) {
	if g := p.clause(p.head(c.head)); g != nil && base(p.rel(c.head)) == "xcomp" && p.upos(c.head) == "ADJ" { // "fall silent"
		c, words = g, p.own(g.head)
	}
	by := mentions(p.obligors(c))
	if len(by) == 0 && !c.passive {
		by = mentions(p.holders(c.head, false))
	}
	said := false // whether the words name what they are said of
	for _, k := range c.subj {
		if p.head(k) != c.head || p.hi[k] > c.head || isRelative(p.lower(k)) {
			continue
		}
		switch said = true; {
		case p.upos(k) == "PRON" && p.laysDown(c) && c.modal == "" && !c.neg: // "it caps the fleet"
			words.Start = c.head
		case !p.underIf(c, words.Start, k):
			words.Start = p.lo[k] // "In the draft, the guns go"
		}
		break
	}
	if k := words.Start - 1; !said && p.doc.Tokens[c.head].XPOS == "VBN" && p.child(c.head, "aux", "aux:pass", "cop") < 0 && base(p.rel(c.head)) == "acl" && k > p.sentence(c.head).Start && p.upos(k) == "NOUN" {
		words.Start = p.nounPhrase(k).Start // "matters | not included in the first stage"
	} else if h := p.head(c.head); !said && c.passive && p.rel(c.head) == "acl" && h >= 0 && h < c.head && p.upos(h) == "NOUN" && p.sent[h] == p.sent[c.head] {
		words.Start = p.nounPhrase(h).Start // "the limit | set by the accord"
	}
	if first := words.Start; !said && (p.upos(first) == "AUX" || c.passive) && base(p.rel(c.head)) == "conj" {
		return c.head, lang.Range{}, nil // "… and can be renewed"
	}
	return c.head, words, by
}

// underIf reports whether the words from a clause's first to its subject say on what condition it holds.
func (p *pointMaker) underIf(c *clause, from, subject int) bool {
	for k := from; k < p.lo[subject]; k++ {
		if f := p.lower(k); f == "if" || f == "unless" || f == "until" || f == "once" || f == "whether" || f == "should" || f == "provided" {
			return true
		}
	}
	return false
}

// laysDown reports whether a clause says what holds or is to come, as a provision
// does, and not what has become of a part: "the guns go", but "the clause was struck".
func (p *pointMaker) laysDown(c *clause) bool {
	if c == nil || c.past || c.perfect || c.ongoing || p.being(c) || c.copula && c.modal == "" && !p.isTo(c) || len(p.onlyParts(c.subj)) > 0 {
		return false
	}
	return p.present(c)
}

// present reports whether a clause is finite and told in the present or with a modal.
func (p *pointMaker) present(c *clause) bool {
	switch tag := p.finiteTag(c.head); tag {
	case "VBZ", "VBP", "MD":
		return true
	case "VB": // a plural verb that passed for an infinitive: "quotas fall by a third"
		return base(p.rel(c.head)) == "root" && c.mark == "" && len(c.subj) > 0 && c.subj[0] < c.head
	}
	return false
}

// undone reports whether a status that the lexicon gives a past predicate takes
// something out of the text or puts it off, which it does to what is written, and
// not to the world: "was taken back", but "tariffs were cut".
func (p *pointMaker) undone(c *clause, v rapporteur.Status) bool {
	if c == nil || !c.passive && len(c.obj) > 0 || lex().points.Lists.Worldly[c.verb] {
		return false
	}
	return v == rapporteur.Dropped || v == rapporteur.Deferred || v == rapporteur.Moved
}

// told returns the words of a provision from a subject that names something on:
// without a relative pronoun, and none where a pronoun is all that is said of the matter.
func (p *pointMaker) told(words lang.Range, c *clause) lang.Range {
	for words.Len() > 1 && isRelative(p.lower(words.Start)) && p.lower(words.Start) != "what" {
		words.Start++
	}
	if c != nil && len(c.subj) > 0 && words.Start == c.subj[0]+1 && (p.lower(c.subj[0]) == "that" || p.lower(c.subj[0]) == "this") && base(p.rel(c.head)) != "acl" {
		return lang.Range{} // "that | would depend on the treaty"
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
	c := p.clause(i)
	if c == nil {
		return ""
	}
	if c.verb == "leave" && (c.lemma == "leave out" || len(c.with("out of", "out")) > 0) {
		return rapporteur.Dropped
	}
	if v := c.value(lex().points.Intransitive); v != "" && len(c.obj) == 0 && !c.passive {
		return rapporteur.Status(v)
	}
	return rapporteur.Status(c.value(lex().points.Status))
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

// revolves are verbs of being about something: "the dispute revolves around the quota".
var revolves = words{"center": true, "centre": true, "focus": true, "revolve": true, "hinge": true, "concentrate": true}
