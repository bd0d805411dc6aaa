package attribution

import "rapporteur/lang"

// A second look at the cues: whether a word is a cue depends on what else in
// its sentence is one, since the corpus marks the outermost attributions only
// and a verb under a cue ("said she believes") is mostly none.

// unlikely is the margin of words that the first look leaves out for good.
const unlikely = -4

// secondLook holds the margins of the first look over a page.
type secondLook struct {
	p       *page
	margins []float32 // unlikely and less for words that head no cue
	best    []float32 // of each sentence
	density symbol    // share of sentences with a cue
}

func lookAgain(p *page, margins []float32) *secondLook {
	l := &secondLook{p: p, margins: margins, best: make([]float32, len(p.doc.Sentences))}
	n := 0
	for s := range p.doc.Sentences {
		l.best[s] = unlikely - 1
		for i := p.doc.Sentences[s].Start; i < p.doc.Sentences[s].End; i++ {
			l.best[s] = max(l.best[s], margins[i])
		}
		if l.best[s] > 0 {
			n++
		}
	}
	l.density = symbol(10 * n / max(1, len(l.best)))
	return l
}

// fine and coarse make classes of a margin.
func fine(m float32) symbol { return symbol(max(0, min(32, int((m+8)*2)))) }

func coarse(m float32) symbol {
	switch {
	case m <= -2:
		return 0
	case m <= -0.7:
		return 1
	case m <= 0.7:
		return 2
	case m <= 2.5:
		return 3
	}
	return 4
}

// features collects what the other words tell about word i as a cue.
func (l *secondLook) features(b *keys, i int) {
	b.k = b.k[:0]
	p := l.p
	s := int(p.sentence[i])
	sent := p.doc.Sentences[s].Range
	m := l.margins[i]
	own, lem, cls, tag := fine(m), p.lemma[i], symbol(p.class[i]), p.tag[i]

	above, up := symbol(0), symbol(0)
	for a, c, steps := p.head[i], i, 0; a >= 0 && steps < 30; a, c, steps = p.head[a], int(a), steps+1 {
		if l.margins[a] > -2 {
			above = join(p.rel[c], coarse(l.margins[a]))
			up = coarse(l.margins[a]) | symbol(min(steps, 2))<<3
			break
		}
	}
	below, down := symbol(0), float32(-2)
	for j := max(int(p.left[i]), sent.Start); j <= min(int(p.right[i]), sent.End-1); j++ {
		if j != i && l.margins[j] > down {
			c := j
			for h, steps := p.head[c], 0; h >= 0 && int(h) != i && steps < 30; h, steps = p.head[c], steps+1 {
				c = int(h)
			}
			down = l.margins[j]
			below = join(p.rel[c], coarse(down))
		}
	}
	var prev, next symbol
	for j := i - 1; j >= max(sent.Start, i-25); j-- {
		if l.margins[j] > -1.5 {
			prev = 1 + bucket(i-j) | coarse(l.margins[j])<<4
			break
		}
	}
	for j := i + 1; j < min(sent.End, i+25); j++ {
		if l.margins[j] > -1.5 {
			next = 1 + bucket(j-i) | coarse(l.margins[j])<<4
			break
		}
	}
	first := pack(m >= l.best[s])
	around := symbol(0)
	if s > 0 {
		around = coarse(l.best[s-1])
	}
	if s+1 < len(l.best) {
		around |= coarse(l.best[s+1]) << 3
	}
	in := pack(p.quote[i] >= 0, p.sentences[s].hasQuote, p.sentences[s].whole)
	b.add(1, own)
	b.add2(2, own, cls)
	b.add2(3, own, tag)
	b.add2(4, own, above)
	b.add3(5, above, tag, p.rel[i])
	b.add2(6, own, below)
	b.add2(7, own, prev)
	b.add2(8, own, next)
	b.add3(9, own, in, up)
	b.add3(10, lem, up, first)
	b.add3(11, coarse(m), prev, next)
	b.add3(12, own, first, up)
	b.add3(13, coarse(m), first, cls)
	b.add2(14, own, around)
	b.add2(15, own, l.density)
	b.add3(16, in, around, coarse(m))
	b.add3(17, above, below, coarse(m))
	b.add3(18, prev, up, cls)
	b.add3(19, next, up, cls)
	b.add3(20, in, prev, next)
	b.add3(21, pack(p.sentences[s].heading, p.sentences[s].item, i-sent.Start < 2), tag, coarse(m))
}

// firstLook returns the margins of a range of tokens as cues, the others left
// unlikely. They are valid until the next look.
func (r *reader) firstLook(in lang.Range, nested bool) []float32 {
	p, table := r.p, r.m.cues
	if nested {
		table = r.m.nested
	}
	if r.margins == nil {
		r.margins = make([]float32, len(p.mark))
		r.looked = lang.Range{Start: 0, End: len(p.mark)}
	}
	for i := r.looked.Start; i < r.looked.End; i++ {
		r.margins[i] = unlikely - 1
	}
	r.looked = in
	for i := in.Start; i < in.End; i++ {
		if p.candidate(i) {
			p.cueFeatures(&r.keys, i, nested)
			r.margins[i] = float32(table.Score(r.keys.k)[0]) * table.Unit
		}
	}
	return r.margins
}
