package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// rowSaid makes the points of a row of nominals that one predicate is said of: "The size of
// the quota, releases in dry years and the settlement of disputes remain unresolved".
func (p *pointMaker) rowSaid(c *clause, status rapporteur.Status, m rapporteur.Modality) bool {
	items := p.subjectRow(c)
	l := &lex().points
	if len(items) == 0 {
		return false
	}
	if h := p.top(items[0]); l.Parts[p.lemma(h)] || l.Matters[p.lemma(h)] {
		if _, ok := p.region(h); ok {
			return false // "the provisions on A, B and C"
		}
	}
	if !slices.ContainsFunc(items, func(x lang.Range) bool {
		lemma := p.lemma(p.top(x))
		return len(p.known(x)) > 0 || l.Parts[lemma] || l.Matters[lemma] || l.Acts[lemma]
	}) {
		return false
	}
	made := false
	for _, x := range items {
		if h := p.top(x); !p.done[h] {
			p.done[h] = true
			made = p.makePoint(h, x, p.ownersIn(x), status, m) || made
		}
	}
	return made
}

// unlikeRow returns the parts of a provision whose object is a row of unlike things: "sailors get a
// rise of 12 percent, | four bonuses | and one more day off"; one part, or none, for others.
func (p *pointMaker) unlikeRow(head int, all lang.Range) []lang.Range {
	c := p.clause(head)
	if c == nil || len(c.obj) == 0 || c.passive || !lex().points.Lists.Gives[c.verb] || p.upos(head) != "VERB" || !all.Contains(c.obj[0]) || c.obj[0] < head {
		return nil
	}
	objects := p.conjuncts(c.obj[0])
	if len(objects) < 2 {
		return nil
	}
	var row []lang.Range
	issues := words{}
	for n, o := range objects {
		s := lang.Range{Start: min(p.nounPhrase(o).Start, p.own(o).Start), End: min(p.own(o).End, all.End)}
		for s.Start < s.End && (p.upos(s.Start) == "CCONJ" || p.upos(s.Start) == "PUNCT" && p.form(s.Start) != "\"" && p.form(s.Start) != "“") {
			s.Start++
		}
		if u := p.upos(o); u != "NOUN" && u != "SYM" && u != "PROPN" || !all.Contains(o) || s.Len() < 3 || n > 0 && s.Start < row[n-1].End {
			return nil
		}
		known := p.known(s)
		if len(known) == 0 {
			return nil
		}
		issues[known[0]] = true
		row = append(row, s)
	}
	if len(issues) < 2 && !(len(row) > 2 && p.eachMeasured(row)) {
		return nil
	}
	row[len(row)-1].End = max(row[len(row)-1].End, all.End)
	return row
}

// unlikeItems returns the nominals of a row of unlike matters that a point is told with: "the fate of
// the islands, the fishing quota and the pensions of the crews"; none for other words.
func (p *pointMaker) unlikeItems(words lang.Range) []lang.Range {
	if words.Len() < 5 || p.shape(words.Start, words.End) != "np" || p.upos(words.Start) == "VERB" || p.finite(words) >= 0 {
		return nil
	}
	items := p.itemsOf(words.Start, words.End, true)
	if len(items) < 3 {
		return nil
	}
	seen := map[string]bool{}
	for n, x := range items {
		h := p.top(x)
		known := p.known(x)
		if u := p.upos(h); u != "NOUN" && u != "PROPN" || len(known) == 0 || len(p.actorsAt(h)) > 0 || p.timeAt[h] >= 0 || n > 0 && p.upos(x.Start) == "VERB" {
			return nil
		}
		seen[known[0]] = true
	}
	if len(seen) < 2 {
		return nil
	}
	return items
}

// makeItems makes a point of each of them.
func (p *pointMaker) makeItems(items []lang.Range, status rapporteur.Status, m rapporteur.Modality) bool {
	made := false
	for _, x := range items {
		h := p.top(x)
		p.done[h] = true
		made = p.makePoint(h, x, p.ownersIn(x), status, m) || made
	}
	return made
}

// listsWhat reports whether a clause says only what there is among demands or terms: "other
// demands include".
func (p *pointMaker) listsWhat(c *clause) bool {
	return (c.verb == "include" || c.verb == "comprise" || c.verb == "be" || c.verb == "concern") && len(c.subj) > 0 && (lex().points.Lists.Contents[p.lemma(c.subj[0])] || lex().points.Parts[p.lemma(c.subj[0])] || lex().points.Matters[p.lemma(c.subj[0])] || lex().points.Lists.Asked[p.lemma(c.subj[0])])
}

func (p *pointMaker) eachMeasured(row []lang.Range) bool {
	return !slices.ContainsFunc(row, func(s lang.Range) bool { return !p.measured(s) })
}

// makeRow makes a point of each part of such a row, with the words before it from token from on.
func (p *pointMaker) makeRow(head, from int, row []lang.Range, by []rapporteur.Mention, status rapporteur.Status, m rapporteur.Modality) bool {
	c, lead := p.clause(head), lang.Range{Start: from, End: row[0].Start}
	if p.listsWhat(c) {
		if lex().points.Lists.Asked[p.lemma(c.subj[0])] && status == rapporteur.Agreed {
			status = rapporteur.Proposed
		}
		lead = lang.Range{}
	}
	made := false
	for _, s := range row {
		at := p.top(s)
		p.done[at] = true
		made = p.makeMatter(at, lead, s, by, status, m) || made
	}
	return made
}

// subjectRow returns the nominals of a row before a predicate, however the tree hung them.
func (p *pointMaker) subjectRow(c *clause) []lang.Range {
	if len(c.subj) == 0 || c.subj[0] > c.head {
		return nil
	}
	end, from := c.head, p.sentence(c.head).Start
	for _, k := range p.children(c.head, "aux", "cop", "advmod") {
		if k > c.subj[0] {
			end = min(end, k)
		}
	}
	for k := end - 1; k >= from; k-- { // up to another clause
		if u := p.upos(k); u == "SCONJ" || u == "AUX" || u == "VERB" && isFinite(p.doc.Tokens[k].XPOS) || u == "PRON" && isRelative(p.lower(k)) || p.form(k) == ":" || p.form(k) == ";" || p.lower(k) == "such" && k+1 < end && p.lower(k+1) == "as" || u == "PUNCT" && p.form(k) != "," && p.form(k) != "-" {
			from = k + 1
		}
	}
	if p.shape(from, end) != "np" || p.upos(from) == "VERB" || !(lang.Range{Start: from, End: end}).Contains(c.subj[0]) {
		return nil
	}
	items := p.itemsOf(from, end, true)
	if len(items) < 2 || len(items) == 2 && base(p.rel(p.top(items[1]))) != "conj" {
		return nil
	}
	for _, x := range items {
		h := p.top(x)
		if u := p.upos(h); u != "NOUN" && u != "PROPN" || len(p.actorsAt(h)) > 0 || p.isTextNoun(h) && !p.settling(h) || p.timeAt[h] >= 0 || x.Len() < 2 && len(p.known(x)) == 0 {
			return nil
		}
	}
	return items
}

// settling reports whether a noun tells that a matter is to be settled, "the settlement of
// disputes", and is no text.
func (p *pointMaker) settling(h int) bool {
	return lex().points.Lists.Solutions[p.lemma(h)] && slices.ContainsFunc(p.children(h, "nmod"), func(k int) bool { return p.caseOf(k) == "of" })
}

// bracketed reports whether a clause says that something stands in brackets, where
// drafters put what is not agreed.
func (p *pointMaker) bracketed(c *clause) bool {
	if c.copula && p.lemma(c.head) == "bracket" {
		return p.caseOf(c.head) == "in" && !c.neg
	}
	return !c.neg && slices.ContainsFunc(c.obl, func(o oblique) bool { return p.lemma(o.head) == "bracket" && (o.prep == "in" || o.prep == "within") })
}

// lapsed returns the subjects of "has vanished" that name what a text may hold.
func (p *pointMaker) lapsed(c *clause) []int {
	near := p.pointLikely(c.head) >= likelyVague || slices.ContainsFunc(p.claims, func(f found) bool {
		d := p.sent[c.head] - p.sent[f.head]
		return f.Point != nil && d >= 0 && d <= 2
	})
	return slices.DeleteFunc(slices.Clone(c.subj), func(h int) bool {
		return !near || p.upos(h) != "NOUN" || p.own(h).Len() < 2 || len(p.actorsAt(h)) > 0 || p.isTextNoun(h) || !lex().points.Acts[p.lemma(h)] && len(p.known(p.own(h))) == 0
	})
}

// edits reads "won changes strengthening the pact's rules on labour", "secured an
// amendment to the clause on forests".
func (p *pointMaker) edits(c *clause) bool {
	l := &lex().points.Lists
	if c.passive || c.neg || c.modal != "" || c.mark == "to" || !l.Obtain[c.verb] {
		return false
	}
	made := false
	for _, h := range c.obj {
		if !l.Edits[p.lemma(h)] || p.done[h] || h < c.head {
			continue
		}
		words := p.clip(p.own(h), h)
		if !slices.ContainsFunc(p.kids[h], func(k int) bool {
			return k > h && (base(p.rel(k)) == "acl" || base(p.rel(k)) == "nmod") && (len(p.known(p.own(k))) > 0 || p.anyIn(p.own(k), lex().points.Parts) >= 0 || p.namesText(p.own(k)))
		}) {
			continue
		}
		p.done[h], p.done[c.head] = true, true
		made = p.makePoint(h, words, nil, rapporteur.Reworded, rapporteur.Asserted) || made
	}
	return made
}

// apposed reads a text that is named with what it holds: "the latest offer, a rise of 7 percent
// over two years, was rejected".
func (p *pointMaker) apposed(sent lang.Range) bool {
	made := false
	for i := sent.Start; i < sent.End; i++ {
		if !p.isStrongText(i) {
			continue
		}
		for _, k := range p.children(i, "appos") {
			if k < i || p.upos(k) != "NOUN" || p.done[k] || !lex().points.Acts[p.lemma(k)] || len(p.known(p.own(k))) == 0 || p.lower(p.lo[k]) == "the" {
				continue
			}
			status := rapporteur.Proposed
			if g := p.governor(i); g != nil && g.modal == "" && !g.neg && p.modality(g.head) == rapporteur.Asserted && (g.passive && base(p.rel(i)) == "nsubj" || base(p.rel(i)) == "obj") {
				switch s := rapporteur.Status(g.value(lex().points.Status)); s {
				case rapporteur.Rejected, rapporteur.Agreed, rapporteur.Dropped:
					status = s
				}
			}
			by := p.ownersOf(k)
			if len(by) == 0 {
				for _, x := range p.children(i, "nmod:poss") {
					by = append(by, mentions(p.actorsAt(x))...)
				}
			}
			p.done[k], p.text = true, i
			made = p.makePoint(k, p.clip(p.own(k), k), by, status, rapporteur.Asserted) || made
		}
	}
	return made
}
