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
	l := &lex().points
	lemma := p.lemma(h)
	if l.Lists.Solutions[lemma] { // "the resolution of the dam question was left to …"
		for _, k := range p.children(h, "nmod") {
			if p.caseOf(k) == "of" && l.Matters[p.lemma(k)] && (p.own(k).Len() > 2 || len(p.known(p.own(k))) > 0) {
				return p.matterOr(k, status, m, by, strict)
			}
		}
	}
	part := l.Parts[lemma] || l.Matters[lemma]
	if !part && (lemma == "proposal" || lemma == "plan" || lemma == "idea" || lemma == "pledge" || lemma == "commitment" || lemma == "promise" || lemma == "requirement" || lemma == "obligation" || lemma == "reference") {
		part = slices.ContainsFunc(p.kids[h], func(k int) bool {
			x := p.clause(k)
			return k > h && x != nil && base(p.rel(k)) == "acl" && (x.mark == "to" || x.mark == "that") || lemma == "reference" && k > h && p.caseOf(k) == "to"
		})
	}
	if !part && (p.isTextNoun(h) && !p.settling(h) || p.upos(h) == "SYM" || p.upos(h) == "NUM") || lex().meetings.Nouns[lemma] && !part {
		return false
	}
	var items []int
	forTo := part && h+1 < len(p.kids) && p.lower(h+1) == "for" && p.forTo(h+1, p.sentence(h).End) // "the duty for Norvana to open its market"
	if part && !forTo {
		if made, ok := p.partItems(h, status, m, by); ok {
			return made
		}
	}
	if part && !forTo {
		for _, k := range p.kids[h] {
			if k < h || base(p.rel(k)) != "nmod" {
				continue
			}
			switch p.caseOf(k) {
			case "on", "regarding", "concerning", "about", "of", "over", "for", "relating to", "related to", "covering", "around", "as to", "in", "with regard to":
				if p.isTextNoun(k) || p.caseOf(k) == "in" || p.caseOf(k) == "of" && p.typeAt(k) != "" && len(p.known(p.own(k))) == 0 {
					continue
				}
				items = append(items, p.spread(k)...)
			}
		}
		for _, k := range p.kids[h] { // "points concerning A", "provisions regarding A" read as clauses
			if c := p.clause(k); c != nil && base(p.rel(k)) == "acl" && (c.verb == "concern" || c.verb == "regard" || c.verb == "cover" || c.verb == "relate" || c.verb == "govern") {
				items = append(items, c.obj...)
			}
		}
	}
	made := false
	if len(items) > 0 {
		for _, k := range items {
			if p.done[k] {
				continue
			}
			p.done[k] = true
			if heads := p.needs(k); len(heads) > 0 {
				for _, x := range heads {
					made = p.makePoint(x, p.own(x), p.bearers(by, x), status, m) || made
				}
				continue
			}
			made = p.makePoint(k, p.own(k), p.bearers(by, k), status, m) || made
		}
		return made
	}
	if part {
		for _, k := range p.kids[h] { // "the provision requiring Norvana to cut its army", "a demand that it pay"
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
			return p.makePoint(h, words, mentions(who), status, m)
		}
	}
	words := p.own(h)
	for _, k := range p.kids[h] { // "membership of the union, which Norvana had wanted"
		if r := p.rel(k); r == "acl:relcl" && k > h {
			words.End = min(words.End, p.lo[k])
		}
		for _, kk := range p.kids[k] {
			if p.rel(kk) == "acl:relcl" && k > h && p.form(max(p.lo[kk]-1, 0)) == "," {
				words.End = min(words.End, p.lo[kk]-1)
			}
		}
	}
	if p.done[h] {
		return false
	}
	if strict && !part {
		return false
	}
	core := p.nounPhrase(h)
	for _, k := range p.kids[h] {
		if b := base(p.rel(k)); b == "nmod" && k > h && (p.caseOf(k) == "of" || p.caseOf(k) == "on" || p.caseOf(k) == "to" || p.caseOf(k) == "for" || p.caseOf(k) == "in") {
			core.End = max(core.End, p.nounPhrase(k).End)
		}
	}
	for _, k := range p.kids[h] { // "a goal of tripling renewable energy"
		if x := p.clause(k); x != nil && base(p.rel(k)) == "acl" && x.mark == "of" {
			core.End = max(core.End, p.own(k).End)
		}
	}
	named := l.Matters[lemma] && p.child(h, "compound") >= 0 && (status == rapporteur.Deferred || status == rapporteur.Moved)
	if len(p.known(core)) == 0 && !named { // but "the Kessel question was left to the presidents"
		return false
	}
	words = p.clip(words, h)
	if len(p.known(words)) == 0 && !named || l.Parts[lemma] && lex().texts.Parts[lemma] != "" && words.Len() < 3 && len(p.known(words)) == 0 {
		return false
	}
	if !part && !l.Acts[lemma] && p.upos(h) == "PROPN" {
		return false
	}
	p.done[h] = true
	return p.makePoint(h, words, p.bearers(by, h), status, m)
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
	for _, x := range items {
		made = p.matterIn(h, x, by, status, m) || made
	}
	return made, true
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
