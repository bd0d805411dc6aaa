package attribution

// candidate reports whether token i may head a cue: function words and most
// punctuation never do.
func (p *page) candidate(i int) bool {
	switch p.doc.Tokens[i].UPOS {
	case "VERB", "NOUN", "ADJ":
		return true
	case "AUX":
		return p.head[i] < 0 || p.firstKid[i] >= 0
	case "PUNCT", "SYM":
		return p.mark[i] == colon || p.mark[i] == dash
	case "ADP", "SCONJ", "ADV", "INTJ":
		return p.firstKid[i] >= 0 || p.class[i] != 0 || p.has[i] != 0
	case "PROPN":
		return p.has[i]&(hasSubject|hasObject|hasClause) != 0
	case "PRON", "DET", "NUM", "PART", "CCONJ":
		return false
	}
	return p.tag[i] == 0 || p.doc.Tokens[i].UPOS == "" // a text without tags
}

// cueFeatures collects what may tell that token i heads a cue. Inside a content
// (nested) the quotation marks around it tell nothing.
func (p *page) cueFeatures(b *keys, i int, nested bool) {
	b.k = b.k[:0]
	lem, tag, rel := p.lemma[i], p.tag[i], p.rel[i]
	w0, n1, n2, b1, b2 := p.word[i], at(p.word, i+1), at(p.word, i+2), at(p.word, i-1), at(p.word, i-2)
	tn1, tb1, tn2, tb2 := at(p.tag, i+1), at(p.tag, i-1), at(p.tag, i+2), at(p.tag, i-2)
	kids, cls := p.kids[i], symbol(p.class[i])
	hl, ht := symbol(3), symbol(3)
	var hcls symbol
	h := int(p.head[i])
	if h >= 0 {
		hl, ht, hcls = p.lemma[h], p.tag[h], symbol(p.class[h])
	}
	s := int(p.sentence[i])
	facts := &p.sentences[s]
	sent := p.doc.Sentences[s]
	var in, near symbol
	if !nested {
		in = pack(p.quote[i] >= 0, facts.hasQuote, facts.opensIn, facts.closesIn)
		near = p.nearQuotes(i)
	}

	b.add(1, lem)
	b.add(2, w0)
	b.add2(3, lem, tag)
	b.add2(4, lem, rel)
	b.add2(5, lem, kids)
	b.add2(6, lem, in)
	b.add2(7, lem, near)
	b.add2(8, lem, b1)
	b.add2(9, lem, n1)
	b.add3(10, lem, n1, n2)
	b.add3(11, lem, b1, b2)
	b.add2(12, lem, tn1)
	b.add2(13, lem, tb1)
	b.add3(14, lem, tn1, tn2)
	b.add3(15, tag, tn1, tn2)
	b.add3(16, tag, tb1, tb2)
	b.add3(17, tag, tb1, tn1)
	b.add2(18, tag, b1)
	b.add2(19, tag, n1)
	b.add3(20, tag, rel, kids)
	b.add3(21, tag, rel, in)
	b.add3(22, tag, kids, near)
	b.add3(23, cls, tag, kids)
	b.add3(24, cls, tag, near)
	b.add3(25, cls, rel, ht)
	b.add3(26, lem, rel, hl)
	b.add3(27, tag, rel, hl)
	b.add3(28, lem, rel, ht)
	b.add2(29, p.ending[i], tag)
	b.add3(30, p.ending[i], tag, kids)
	b.add3(31, hcls, cls, rel)
	b.add2(32, tag, near)
	b.add3(33, tag, facts.layout&^3, in)
	b.add2(34, p.shape[i], tag)
	b.add3(35, cls, tag, n1)
	if h >= 0 {
		g := int(p.head[h])
		if g >= 0 {
			b.add3(36, join(rel, p.rel[h]), lem, p.lemma[g])
			b.add3(37, join(rel, p.rel[h]), tag, symbol(p.class[g]))
		}
		// what else hangs on the head: "X has a plan to", "there is concern that"
		b.add3(38, lem, rel, p.kids[h])
		b.add3(39, hl, rel, kids)
	}
	b.add2(40, pack(i == sent.Start, i == sent.End-1, i-sent.Start < 3, sent.End-i < 4), tag)
	var subject symbol
	for k := p.firstKid[i]; k >= 0; k = p.nextKid[k] {
		kr := p.rel[k]
		first := p.word[p.left[k]]
		b.add2(41, lem, kr)
		b.add3(42, lem, kr, p.lemma[k])
		b.add3(43, tag, kr, p.lemma[k])
		b.add3(44, cls, kr, first)
		b.add3(45, tag, kr, first)
		b.add3(46, lem, kr, first)
		b.add3(47, tag, kr, p.tag[k])
		b.add3(48, cls, kr, p.tag[k])
		if r := p.doc.Tokens[k].Rel; len(r) >= 5 && r[:5] == "nsubj" {
			subject = join(p.tag[k], p.name[k])
			b.add3(49, lem, subject, kids)
			b.add3(50, cls, subject, pack(int(k) < i))
			b.add2(51, cls, p.lemma[k])
		}
		if r := p.doc.Tokens[k].Rel; r == "obj" || r == "xcomp" || r == "ccomp" || r == "obl" || r == "acl" {
			b.add3(52, lem, kr, symbol(p.class[k]))
			b.add3(53, tag, join(kr, p.kids[k]), symbol(p.class[k]))
			b.add3(54, lem, kr, p.kids[k])
			// the quotation that the clause stands in
			if !nested {
				b.add3(55, cls, kr, pack(p.quote[k] >= 0, p.quote[p.left[k]] >= 0, p.quote[k] == p.quote[i]))
			}
		}
		if len(b.k) > 230 {
			break
		}
	}
	if subject == 0 {
		b.add2(56, cls, kids)
	}
	b.add3(57, p.name[i], tag, rel)
	b.add3(58, b1, w0, n1)
	if p.mark[i] != noMark {
		b.add3(59, w0, in, near)
		b.add3(60, w0, at(p.shape, i-1), at(p.shape, i+1))
		b.add3(61, w0, facts.layout, pack(i-sent.Start < 6))
		b.add3(62, w0, at(p.name, i-1), near)
	}
}

// nearQuotes tells how quotations stand around a token in its sentence: one
// closing just before, one opening just after, the token's own.
func (p *page) nearQuotes(i int) symbol {
	s := &p.doc.Sentences[p.sentence[i]]
	var closed, opening symbol
	for j := i - 1; j >= max(s.Start-1, i-12, 0); j-- {
		if p.quote[j] >= 0 && p.quote[j] != p.quote[i] {
			q := p.quotes[p.quote[j]]
			closed = 1 + bucket(i-1-j)
			if q.end-q.start < 6 {
				closed += 8
			}
			if j > 0 && (p.mark[j-1] == comma || p.mark[j-1] == stop) || p.mark[j] == comma {
				closed += 16
			}
			break
		}
	}
	for j := i + 1; j < min(s.End+1, i+12, len(p.quote)); j++ {
		if p.quote[j] >= 0 && p.quote[j] != p.quote[i] {
			q := p.quotes[p.quote[j]]
			opening = 1 + bucket(j-i-1)
			if q.end-q.start < 6 {
				opening += 8
			}
			if p.mark[j-1] == comma || p.mark[j-1] == colon {
				opening += 16
			}
			break
		}
	}
	return closed | opening<<8 | pack(p.quote[i] >= 0)<<16
}

// bucket makes classes of a distance.
func bucket(d int) symbol {
	switch {
	case d < 4:
		return symbol(max(d, 0))
	case d < 6:
		return 4
	case d < 9:
		return 5
	case d < 15:
		return 6
	}
	return 7
}
