package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// matter makes the points of a nominal that names matters: "the provisions on A, B and C".
func (p *pointMaker) matter(h int, status rapporteur.Status, m rapporteur.Modality, by []rapporteur.Mention) bool {
	return p.matterOr(h, status, m, by, false)
}

// matterOr does; with strict, only for what is named as a part or matter of a text.
func (p *pointMaker) matterOr(h int, status rapporteur.Status, m rapporteur.Modality, by []rapporteur.Mention, strict bool) bool {
	if h < 0 || p.upos(h) == "PRON" || p.timeAt[h] >= 0 {
		return false
	}
	if k := p.solved(h); k >= 0 {
		return p.matterOr(k, status, m, by, strict)
	}
	part := p.isPart(h)
	if !part && (p.isTextNoun(h) && !p.settling(h) || p.upos(h) == "SYM" || p.upos(h) == "NUM" || lex().meetings.Nouns[p.lemma(h)]) {
		return false
	}
	if part {
		forTo := h+1 < len(p.kids) && p.lower(h+1) == "for" && p.forTo(h+1, p.sentence(h).End) // "the duty for Norvana to open its market"
		if !forTo {
			if made, ok := p.partItems(h, status, m, by); ok {
				return made
			}
			if items := p.mattersOf(h); len(items) > 0 {
				return p.makeEach(items, status, m, by)
			}
		}
		if made, ok := p.partClause(h, forTo, status, m); ok {
			return made
		}
	}
	if p.done[h] || strict && !part {
		return false
	}
	words, ok := p.ownWords(h, status)
	if !ok || !part && !lex().points.Acts[p.lemma(h)] && p.upos(h) == "PROPN" {
		return false
	}
	p.done[h] = true
	return p.makePoint(h, words, p.bearers(by, h), status, m)
}

// solved returns what is solved in "the resolution of the dam question was left to …", -1 for others.
func (p *pointMaker) solved(h int) int {
	l := &lex().points
	if !l.Lists.Solutions[p.lemma(h)] {
		return -1
	}
	for _, k := range p.children(h, "nmod") {
		if p.caseOf(k) == "of" && l.Matters[p.lemma(k)] && (p.own(k).Len() > 2 || len(p.known(p.own(k))) > 0) {
			return k
		}
	}
	return -1
}

// isPart reports whether a noun is of a part of a text, or of a plan that its words tell.
func (p *pointMaker) isPart(h int) bool {
	l, lemma := &lex().points, p.lemma(h)
	if l.Parts[lemma] || l.Matters[lemma] {
		return true
	}
	switch lemma {
	case "proposal", "plan", "idea", "pledge", "commitment", "promise", "requirement", "obligation", "reference":
		return slices.ContainsFunc(p.kids[h], func(k int) bool {
			x := p.clause(k)
			return k > h && x != nil && base(p.rel(k)) == "acl" && (x.mark == "to" || x.mark == "that") || lemma == "reference" && k > h && p.caseOf(k) == "to"
		})
	}
	return false
}

// mattersOf returns what parts of a text are said to be about: "provisions on A and B", "points
// concerning A".
func (p *pointMaker) mattersOf(h int) []int {
	var items []int
	for _, k := range p.kids[h] {
		if k < h || base(p.rel(k)) != "nmod" {
			continue
		}
		switch p.caseOf(k) {
		case "on", "regarding", "concerning", "about", "of", "over", "for", "relating to", "related to", "covering", "around", "as to", "with regard to":
			if !p.isTextNoun(k) && !(p.caseOf(k) == "of" && p.typeAt(k) != "" && len(p.known(p.own(k))) == 0) {
				items = append(items, p.spread(k)...)
			}
		}
	}
	for _, k := range p.kids[h] { // read as clauses
		if c := p.clause(k); c != nil && base(p.rel(k)) == "acl" && (c.verb == "concern" || c.verb == "regard" || c.verb == "cover" || c.verb == "relate" || c.verb == "govern") {
			items = append(items, c.obj...)
		}
	}
	return items
}

// makeEach makes a point of each of several matters, or of each thing that one needs.
func (p *pointMaker) makeEach(items []int, status rapporteur.Status, m rapporteur.Modality, by []rapporteur.Mention) bool {
	made := false
	for _, k := range items {
		if p.done[k] {
			continue
		}
		p.done[k] = true
		heads := p.needs(k)
		if len(heads) == 0 {
			heads = []int{k}
		}
		for _, x := range heads {
			made = p.makePoint(x, p.own(x), p.bearers(by, x), status, m) || made
		}
	}
	return made
}

// partClause makes a point of the clause on a part: "the provision requiring Norvana to cut its
// army", "a demand that it pay". It reports whether there is one.
func (p *pointMaker) partClause(h int, forTo bool, status rapporteur.Status, m rapporteur.Modality) (made, ok bool) {
	for _, k := range p.kids[h] {
		x := p.clause(k)
		if x == nil || k < h || base(p.rel(k)) != "acl" && base(p.rel(k)) != "ccomp" || p.lo[k] > h+2 && !forTo {
			continue
		}
		words := lang.Range{Start: min(p.nounPhrase(h).Start, h), End: p.own(k).End}
		if p.verb > h {
			words.End = min(words.End, p.verb)
		}
		for words.End > k && (p.upos(words.End-1) == "AUX" || p.upos(words.End-1) == "ADV" || p.upos(words.End-1) == "PUNCT" || p.upos(words.End-1) == "DET") {
			words.End--
		}
		if len(p.known(words)) == 0 || p.done[h] {
			continue
		}
		p.done[h], p.done[k] = true, true
		who := p.obligors(x)
		if forTo && len(who) == 0 {
			who = p.nominalEnding(h+2, p.lo[k])
		}
		if len(x.obj) > 0 && objectControl[x.verb] {
			who = p.made(x)
		}
		for i, a := range who {
			if p.textUnder(a.token) >= 0 {
				who = append(who[:i:i], who[i+1:]...)
				break
			}
		}
		return p.makePoint(h, words, mentions(who), status, m), true
	}
	return false, false
}

// ownWords returns the words of a matter, without the relative clause on it. They must name
// an issue by themselves, but "the Kessel question was left to the presidents".
func (p *pointMaker) ownWords(h int, status rapporteur.Status) (lang.Range, bool) {
	l := &lex().points
	words := p.own(h)
	for _, k := range p.kids[h] { // "membership of the union, which Norvana had wanted"
		if p.rel(k) == "acl:relcl" && k > h {
			words.End = min(words.End, p.lo[k])
		}
		for _, kk := range p.kids[k] {
			if p.rel(kk) == "acl:relcl" && k > h && p.form(max(p.lo[kk]-1, 0)) == "," {
				words.End = min(words.End, p.lo[kk]-1)
			}
		}
	}
	named := l.Matters[p.lemma(h)] && p.child(h, "compound") >= 0 && (status == rapporteur.Deferred || status == rapporteur.Moved)
	if len(p.known(p.withItsOf(h))) == 0 && !named {
		return words, false
	}
	words = p.clip(words, h)
	if len(p.known(words)) > 0 {
		return words, true
	}
	return words, named && !(l.Parts[p.lemma(h)] && lex().texts.Parts[p.lemma(h)] != "" && words.Len() < 3)
}

// withItsOf returns a noun with what it is of: "a goal of tripling renewable energy".
func (p *pointMaker) withItsOf(h int) lang.Range {
	core := p.nounPhrase(h)
	for _, k := range p.kids[h] {
		if k <= h || base(p.rel(k)) != "nmod" {
			continue
		}
		switch p.caseOf(k) {
		case "of", "on", "to", "for", "in":
			core.End = max(core.End, p.nounPhrase(k).End)
		}
	}
	for _, k := range p.kids[h] {
		if x := p.clause(k); x != nil && base(p.rel(k)) == "acl" && x.mark == "of" {
			core.End = max(core.End, p.own(k).End)
		}
	}
	return core
}

func (p *pointMaker) bearers(by []rapporteur.Mention, h int) []rapporteur.Mention {
	if len(by) > 0 {
		return by
	}
	if c := p.clause(h); c != nil {
		if a := p.obligors(c); len(a) > 0 {
			return mentions(a)
		}
		return p.owners(p.own(h))
	}
	return p.ownersOf(h)
}

// spread returns the coordinated items below a nominal.
func (p *pointMaker) spread(k int) []int {
	items := p.conjuncts(k)
	// "Norvana's integration and bloc membership": items that are one word long
	// and no matter of their own stay with the first.
	return slices.DeleteFunc(items, func(i int) bool {
		return i != k && len(strings.Fields(p.doc.Words(p.own(i)))) == 1 && len(p.known(lang.Range{Start: i, End: i + 1})) == 0
	})
}

// region returns the words that a part or matter at token h is about: "the
// provisions regarding A, B and C". ok is false where none follow.
func (p *pointMaker) region(h int) (s lang.Range, ok bool) {
	sent := p.sentence(h)
	k := h + 1
	if k+1 >= sent.End || !lex().points.Lists.Concerning[p.lower(k)] && !(p.lower(k) == "relating" || p.lower(k) == "related") {
		return s, false
	}
	k++
	if p.lower(k) == "to" && p.upos(k) == "ADP" {
		k++
	}
	s.Start = k
	for end := k; end < sent.End; end++ {
		if end == p.verb && end > k { // "wants the clause on courts taken out"
			s.End = end
			break
		}
		if u := p.upos(end); u == "AUX" || u == "VERB" && isFinite(p.doc.Tokens[end].XPOS) && p.rel(end) != "acl:relcl" && base(p.rel(end)) != "amod" || p.form(end) == ";" || p.form(end) == "—" || u == "SCONJ" && end > k+1 {
			s.End = end
			break
		}
		if p.upos(end) == "ADP" && (p.lower(end) == "into" || p.lower(end) == "until" || p.lower(end) == "from" && p.lemma(h) == "issue") && end > k {
			s.End = end
			break
		}
		s.End = end + 1
	}
	s.End = min(s.End, max(p.listEnd(k), k+1))
	for s.End > s.Start && (p.upos(s.End-1) == "PUNCT" && p.form(s.End-1) != "\"" && p.form(s.End-1) != "”" || p.upos(s.End-1) == "ADV" || p.upos(s.End-1) == "CCONJ") {
		s.End--
	}
	if s.Empty() {
		return s, false
	}
	if t := s.Start; p.upos(t) == "DET" || p.isTextNoun(t) || p.typeAt(t) != "" {
		// "clauses of the plan": no matter
		for j := t; j < min(t+4, s.End); j++ {
			if p.isStrongText(j) {
				return s, false
			}
		}
	}
	return s, true
}

func isFinite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }

// partItems makes a point of each matter that a part of a text is about. ok is
// false where the words give none.
func (p *pointMaker) partItems(h int, status rapporteur.Status, m rapporteur.Modality, by []rapporteur.Mention) (made, ok bool) {
	s, ok := p.region(h)
	if !ok {
		return false, false
	}
	items := p.neededIn(s.Start)
	if len(items) == 0 && base(p.rel(h)) != "nsubj" {
		// the words after an object may go on with other things
		end := p.own(h).End
		if g := p.head(h); g >= 0 {
			for _, k := range p.kids[g] {
				if k > h && lex().points.Lists.Concerning[p.caseOf(k)] && p.lo[k] == s.Start-1 {
					end = max(end, p.own(k).End)
				}
			}
		}
		if end > s.Start && !p.goesOnList(end, s.End) {
			s.End = min(s.End, max(end, s.Start+1))
		}
	}
	if len(items) == 0 {
		items = p.itemsOf(s.Start, s.End, true)
	}
	if len(items) == 1 && len(p.known(items[0])) == 0 && p.typeAt(items[0].End-1) != "" && items[0].Len() <= 3 {
		return false, true
	}
	for n, x := range items {
		if g := p.governor(h); n > 0 && g != nil && g.head < h && p.subjectBeyond(x, s.End) {
			continue
		}
		made = p.matterIn(h, x, by, status, m) || made
	}
	return made, true
}

// subjectBeyond reports whether words are the subject of a clause that goes on behind token end: "at odds over the
// border, and | the tone of the talks | has changed".
func (p *pointMaker) subjectBeyond(x lang.Range, end int) bool {
	for k := x.Start; k < x.End; k++ {
		if h := p.head(k); base(p.rel(k)) == "nsubj" && h >= end && p.sent[h] == p.sent[k] {
			return true
		}
	}
	return false
}

// neededIn returns the infinitives of "the need to A and to B" where one begins at token i.
func (p *pointMaker) neededIn(i int) []lang.Range {
	end := p.sentence(i).End
	for k := i; k < min(i+3, end-1); k++ {
		if lex().points.Lists.Duties[p.lemma(k)] && p.lower(k+1) == "to" {
			end = p.listEnd(k + 1)
			for j := k + 2; j < end; j++ { // up to the predicate of the clause
				if p.upos(j) == "AUX" || p.upos(j) == "VERB" && isFinite(p.doc.Tokens[j].XPOS) {
					end = j
				}
			}
			return p.needItems(k+1, end)
		}
	}
	return nil
}

// goesOnList reports whether a list goes on at token k: ", B and C".
func (p *pointMaker) goesOnList(k, end int) bool {
	return k < end && (p.form(k) == "," || p.upos(k) == "CCONJ")
}

// needItems cuts "to A … and to B …".
func (p *pointMaker) needItems(from, to int) []lang.Range {
	var out []lang.Range
	start := from
	for k := from + 1; k+2 < to; k++ {
		if p.upos(k) == "CCONJ" && p.lower(k+1) == "to" && p.upos(k+2) == "VERB" {
			out = append(out, lang.Range{Start: start, End: k})
			start = k + 1
		}
	}
	return append(out, lang.Range{Start: start, End: to})
}

// partLists reads parts of a text whose predicate stands right after what they
// are about, where the tree did not make them its subject.
func (p *pointMaker) partLists(sent lang.Range, before int) {
	for h := sent.Start; h < sent.End; h++ {
		if !lex().points.Parts[p.lemma(h)] && !lex().points.Matters[p.lemma(h)] || p.upos(h) != "NOUN" {
			continue
		}
		s, ok := p.region(h)
		if !ok {
			continue
		}
		k := s.End
		for k < sent.End && (p.upos(k) == "AUX" || p.upos(k) == "ADV" || p.upos(k) == "PUNCT" && k < s.End+2) {
			k++
		}
		if k >= sent.End || k == s.End && !isFinite(p.doc.Tokens[k].XPOS) {
			continue
		}
		c := p.clause(k)
		if c == nil || p.done[k] || p.covered(k, before) || p.inPassing(c) || p.lower(s.End-1) == "to" {
			continue
		}
		if c.verb == "agree" && k > s.End {
			if !c.neg {
				made, _ := p.partItems2(h, s, rapporteur.Agreed)
				p.done[k] = made
			}
			continue
		}
		status := rapporteur.Status(c.value(lex().points.Status))
		if status == "" || k == s.End || lex().points.Lists.Vague[c.verb] && status == rapporteur.Rejected {
			continue
		}
		if c.neg || c.modal != "" && status != rapporteur.Deferred && status != rapporteur.Moved {
			continue
		}
		made, _ := p.partItems2(h, s, status)
		p.done[k] = made
	}
}

// partItems2 makes the points of the words s that part h is about.
func (p *pointMaker) partItems2(h int, s lang.Range, status rapporteur.Status) (bool, bool) {
	made := false
	for _, x := range p.itemsOf(s.Start, s.End, true) {
		made = p.matterIn(h, x, nil, status, rapporteur.Asserted) || made
	}
	return made, true
}

// matterIn makes the point of the words x that part or matter h is about. What
// would not be understood alone keeps the words before it: "the clause on prisoners".
func (p *pointMaker) matterIn(h int, x lang.Range, by []rapporteur.Mention, status rapporteur.Status, m rapporteur.Modality) bool {
	head := x.Start
	for k := x.Start; k < x.End; k++ {
		if u := p.upos(k); !x.Contains(p.head(k)) && u != "PUNCT" && u != "PART" && u != "DET" {
			head = k
			break
		}
	}
	if p.done[head] {
		return false
	}
	p.done[head] = true
	if len(by) == 0 {
		by = p.ownersIn(x)
	}
	var lead lang.Range
	n := 0
	for k := x.Start; k < x.End; k++ {
		if u := p.upos(k); u != "DET" && u != "PUNCT" {
			n++
		}
	}
	if n == 1 && len(p.known(x)) == 0 && (!lex().points.Lists.Written[p.lemma(h)] || p.lower(h+1) == "of" || p.upos(head) == "NUM") {
		return false // "a matter of concern", "articles of impeachment"
	}
	if k := h + 1; (n == 1 || lex().points.Lists.Weighty[p.lemma(h)] && (x.Start <= h+3 || p.upos(x.Start) != "DET")) && k < x.Start {
		for k < x.Start && (lex().points.Lists.Concerning[p.lower(k)] || p.lower(k) == "relating" || p.lower(k) == "related" || p.lower(k) == "to") {
			k++
		}
		lead = lang.Range{Start: min(p.nounPhrase(h).Start, h), End: k}
		if lead.Len() > 8 {
			lead.Start = h
		}
	}
	return p.makeMatter(head, lead, x, by, status, m)
}
