package attribution

import "rapporteur/lang"

// scene is what the tagger of sources and contents knows of one cue.
type scene struct {
	relative
	cue           lang.Range
	cues          []bool // tokens of any cue
	window        lang.Range
	firstSentence int // index of the window's first sentence
	own           int // index of the cue's sentence
	lem           symbol
	cls           symbol
	voice         symbol
	near          symbol
	sentences     []symbol // what each sentence of the window is to the cue
	sentCoarse    []symbol
	quotes        []symbol // what each quotation of the window is to the cue
	quoteBase     int
}

// set makes the scene of the cue headed by h. bounds limits the window, for cues inside a content.
func (c *scene) set(p *page, h int, cue lang.Range, cues []bool, bounds lang.Range) {
	c.see(p, h, cue, cues)
	c.cue, c.cues = cue, cues
	c.own = int(p.sentence[h])
	c.lem, c.cls = p.lemma[h], symbol(p.class[h])
	c.voice = symbol(p.has[h]&(hasSubject|hasPassiveSubject|hasObject|hasClause|hasOpenClause|hasPassive|hasNounClause|hasPossessor|hasParataxis|hasCopula)) ^ p.rel[h]
	c.near = p.nearQuotes(h)
	c.window, c.firstSentence = p.window(c.own, lang.Range{Start: max(bounds.Start, h-farthest), End: min(bounds.End, h+farthest)})
	doc := p.doc
	c.sentences, c.sentCoarse = c.sentences[:0], c.sentCoarse[:0]
	c.quoteBase = -1
	c.quotes = c.quotes[:0]
	for s := c.firstSentence; s < len(doc.Sentences) && doc.Sentences[s].Start < c.window.End; s++ {
		f := &p.sentences[s]
		hasCue, continues := false, false
		for i := doc.Sentences[s].Start; i < doc.Sentences[s].End; i++ {
			if cues != nil && cues[i] {
				hasCue = true
			}
			if q := p.quote[i]; q >= 0 {
				if c.quoteBase < 0 {
					c.quoteBase = int(q)
				}
				for len(c.quotes) <= int(q)-c.quoteBase {
					c.quotes = append(c.quotes, c.quoteRelation(c.quoteBase+len(c.quotes)))
				}
			}
		}
		st := doc.Sentences[s].Start
		if st > 0 && p.quote[st] >= 0 && p.quote[st] == p.quote[st-1] {
			continues = true
		}
		lo, hi := min(s, c.own), max(s, c.own)
		same := p.sentences[lo].paragraph == p.sentences[hi].paragraph
		coarse := join(symbol(s-c.own+8), pack(same, hasCue && s != c.own, f.whole, f.hasQuote, continues))
		c.sentCoarse = append(c.sentCoarse, coarse)
		c.sentences = append(c.sentences, join(coarse, join(f.layout, p.sentences[c.own].layout)))
	}
}

// farthest is how many tokens from a cue its source and content are sought, so that
// time stays linear in a sentence without an end, most likely a table.
const farthest = 400

// window returns the tokens in which the source and content of a cue of sentence s are sought.
func (p *page) window(s int, bounds lang.Range) (w lang.Range, first int) {
	doc := p.doc
	first, last := s, s
	if s > 0 && !p.sentences[s-1].heading {
		first--
	}
	for last < s+3 && last+1 < len(doc.Sentences) {
		next := &p.sentences[last+1]
		if next.heading || next.paragraph > p.sentences[s].paragraph+1 && !next.item {
			break
		}
		if next.paragraph != p.sentences[s].paragraph && !next.opensIn && !next.item && p.mark[doc.Sentences[last].End-1] != colon {
			break
		}
		last++
	}
	w = lang.Range{Start: max(doc.Sentences[first].Start, bounds.Start), End: min(doc.Sentences[last].End, bounds.End)}
	for doc.Sentences[first].End <= w.Start {
		first++
	}
	return w, first
}

// quoteRelation tells where a quotation stands as seen from the cue.
func (c *scene) quoteRelation(n int) symbol {
	p := c.p
	if n >= len(p.quotes) {
		return 0
	}
	q := p.quotes[n]
	side, distance := symbol(0), 0
	switch {
	case int(q.end) <= c.cue.Start:
		side, distance = 1, c.cue.Start-int(q.end)
	case int(q.start) >= c.cue.End:
		side, distance = 2, int(q.start)-c.cue.End
	default:
		side = 3 // the cue stands in it
	}
	size := symbol(0)
	switch l := q.end - q.start; {
	case l <= 4:
	case l <= 7:
		size = 1
	default:
		size = 2
	}
	rank := symbol(0)
	if own := p.quote[c.h]; own >= 0 {
		rank = 1
	}
	// nearest of its side?
	switch side {
	case 1:
		if n+1 < len(p.quotes) && int(p.quotes[n+1].end) <= c.cue.Start {
			rank |= 2
		}
	case 2:
		if n > 0 && int(p.quotes[n-1].start) >= c.cue.End {
			rank |= 2
		}
	}
	so, sc := int(p.sentence[q.start])-c.own, int(p.sentence[q.end-1])-c.own
	so, sc = max(-2, min(4, so)), max(-2, min(4, sc))
	return side | bucket(distance)<<2 | size<<5 | rank<<7 | symbol(so+2)<<9 | symbol(sc+2)<<12
}

func (c *scene) quoteOf(i int) symbol {
	if uint(i) >= uint(len(c.p.quote)) {
		return 1<<20 + 1
	}
	q := c.p.quote[i]
	if k := int(q) - c.quoteBase; q >= 0 && c.quoteBase >= 0 && k >= 0 && k < len(c.quotes) {
		return c.quotes[k] + 1
	}
	if q >= 0 {
		return 1<<20 + 2
	}
	return 0
}

// partFeatures collects what may tell that token i belongs to the source or the content of the cue.
func (c *scene) partFeatures(b *keys, i int) {
	b.k = b.k[:0]
	p := c.p
	s := int(p.sentence[i])
	sent := &p.doc.Sentences[s]
	home := s == c.own
	lem, cls := c.lem, c.cls
	w, t := p.word[i], p.tag[i]
	wn, wb, tn, tb := at(p.word, i+1), at(p.word, i-1), at(p.tag, i+1), at(p.tag, i-1)
	qr, qn, qb := c.quoteOf(i), c.quoteOf(i+1), c.quoteOf(i-1)
	cut := pack(qr != 0, qn != 0, qb != 0, at32(p.quote, i+1) == p.quote[i], at32(p.quote, i-1) == p.quote[i])
	place := pack(i == sent.Start, i == sent.End-1, i == sent.End-2, i == sent.Start+1)
	si := c.sentences[s-c.firstSentence]
	sc := c.sentCoarse[s-c.firstSentence]

	var side symbol
	var d int
	switch {
	case i < c.cue.Start:
		side, d = 1, c.cue.Start-i
	case i >= c.cue.End:
		side, d = 2, i-c.cue.End+1
	default:
		side = 3
	}
	far := side | bucket(d)<<2

	b.add2(1, sc, cut)
	b.add2(2, si, cut)
	b.add3(3, sc, qr, cut)
	b.add3(4, sc, place, cut)
	b.add3(5, sc, place, lem)
	b.add3(6, qr, cls, cut)
	b.add3(7, qr, lem, cut)
	b.add3(8, t, tn, join(tb, side))
	b.add3(9, w, sc, side)
	b.add3(10, wn, w, side)
	b.add3(11, wb, w, side)
	b.add3(12, w, place, cut)
	b.add3(13, wn, cut, sc)
	b.add3(14, wb, cut, sc)
	b.add3(15, p.name[i], t, side)
	b.add3(16, qr, qn, qb)
	o, on, cl := p.opens[i], int32(-1), p.closes[i]
	if i+1 < len(p.opens) {
		on = p.opens[i+1]
	}
	if !home {
		b.add3(30, c.voice, sc, cut)
		b.add3(31, c.near, sc, cut)
		b.add3(32, c.near, sc, place)
		b.add3(33, cls, sc, place)
		b.add2(34, far, cut)
		b.add3(35, p.rel[i], sc, cut)
		if p.head[i] < 0 {
			b.add3(36, p.lemma[i], sc, cut)
			b.add3(37, symbol(p.class[i]), sc, cut)
		}
		b.add3(38, symbol(p.class[i]), t, sc)
		return
	}
	path, depth, between, edges := c.path(i), c.depth(i), c.between(i), c.edges(i)
	pn, pb := c.path(i+1), c.path(i-1)
	top := c.topLemma(i)
	b.add2(40, path, side)
	b.add3(41, path, lem, side)
	b.add3(42, path, cls, c.voice)
	b.add3(43, path, c.first(i), side)
	b.add3(44, path, c.first(i), lem)
	b.add3(45, path, depth, p.fullRel[i])
	b.add3(46, path, depth, edges)
	b.add3(47, path, edges, c.topTag(i))
	b.add3(48, path, top, side)
	b.add3(49, path, top, lem)
	b.add3(50, path, pn, pb)
	b.add3(51, path, pn, wn)
	b.add3(52, path, pb, wb)
	b.add3(53, path, w, side)
	b.add3(54, path, t, edges)
	b.add3(55, far, lem, c.voice)
	b.add3(56, far, t, cls)
	b.add3(57, far, between, lem)
	b.add3(58, path, between, side)
	b.add3(59, path, between, cls)
	b.add3(60, path, cut, side)
	b.add3(61, path, qr, cls)
	b.add3(62, path, c.near, cut)
	b.add3(63, path, p.name[i], t)
	b.add3(64, path, join(p.rel[i], p.relOf(p.head[i])), depth)
	b.add3(65, path, symbol(p.kids[max(c.branchOf(i), 0)]), side)
	b.add3(66, path, c.topSize(i), between)
	b.add3(67, c.voice, path, edges)
	b.add3(68, w, wn, path)
	b.add3(69, t, tn, path)
	b.add3(70, t, tb, path)
	b.add3(71, c.near, side, cut)
	b.add3(72, c.near, between, cut)
	if d <= 2 {
		b.add3(73, far, w, lem)
		b.add3(74, far, t, c.voice)
		b.add3(75, far, wn, lem)
	}
	if o >= 0 {
		b.add3(76, p.rel[o], path, c.depth(int(o)))
		b.add3(77, p.rel[o], p.kids[o], side)
		b.add3(78, p.rel[o], w, c.path(int(o)))
	}
	if on >= 0 {
		b.add3(79, p.rel[on], c.path(int(on)), c.depth(int(on)))
		b.add3(80, p.rel[on], join(wn, c.path(int(on))), path)
		b.add3(81, p.rel[on], p.relOf(p.head[on]), join(path, wn))
		b.add3(82, p.rel[on], p.kids[on], join(path, symbol(p.mark[i])))
	}
	if cl >= 0 {
		b.add3(83, p.rel[cl], c.path(int(cl)), c.depth(int(cl)))
		b.add3(84, p.rel[cl], p.tag[cl], join(path, wn))
	}
	b.add3(85, path, symbol(p.mark[i]), symbol(at8(p.mark, i+1)))
	if c.cues != nil {
		b.add3(86, pack(c.cues[i], i+1 < len(c.cues) && c.cues[i+1], i > 0 && c.cues[i-1]), path, side)
	}
	b.add2(87, lem, join(t, side))
}

func at8(s []mark, i int) mark {
	if uint(i) < uint(len(s)) {
		return s[i]
	}
	return noMark
}

// endFeatures collects what may tell whether the cue has a source and a content at all.
func (c *scene) endFeatures(b *keys) {
	b.k = b.k[:0]
	p, h := c.p, c.h
	b.add(200, c.lem)
	b.add2(201, c.lem, c.voice)
	b.add2(202, c.cls, c.voice)
	b.add2(203, p.tag[h], c.voice)
	b.add2(204, c.near, c.voice)
	b.add3(205, p.rel[h], p.tag[h], p.kids[h])
	b.add3(206, c.lem, p.rel[h], p.relOf(p.head[h]))
	b.add3(207, p.tag[h], p.rel[h], at(p.word, c.cue.End))
	b.add3(208, p.tag[h], at(p.word, c.cue.Start-1), p.rel[h])
	b.add3(209, p.word[c.cue.Start], p.word[c.cue.End-1], p.tag[h])
	if p.head[h] >= 0 {
		b.add3(210, p.lemma[p.head[h]], p.rel[h], p.tag[h])
		b.add3(211, p.tag[p.head[h]], p.rel[h], p.kids[p.head[h]])
	}
}
