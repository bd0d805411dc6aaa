package attribution

import "rapporteur/lang"

// reach is how far a cue may stretch from its head to either side.
const reach = 12

// extentWindow returns the tokens that the cue headed by h may cover.
func (p *page) extentWindow(h int) lang.Range {
	s := p.doc.Sentences[p.sentence[h]]
	return lang.Range{Start: max(s.Start, h-reach), End: min(s.End, h+reach+1)}
}

// Lanes of the extent tagger.
const (
	laneIn    = 0 // the token belongs to the cue
	laneFirst = 1 // it is the first one
	laneLast  = 2 // it is the last one
)

// extentFeatures collects what may tell that token i belongs to the cue headed by h.
func (p *page) extentFeatures(b *keys, i, h int, r *relative) {
	b.k = b.k[:0]
	d := i - h
	side := symbol(0)
	if d > 0 {
		side = 1
	} else if d == 0 {
		side = 2
	}
	dist := symbol(d + 64)
	hl, ht := p.lemma[h], p.tag[h]
	w, t := p.word[i], p.tag[i]
	path, top, depth := r.path(i), r.top(i), r.depth(i)
	b.add2(1, side, w)
	b.add3(2, side, w, hl)
	b.add3(3, side, t, path)
	b.add2(4, dist, ht)
	b.add3(5, dist, hl, p.kids[h])
	b.add3(6, dist, t, ht)
	b.add3(7, side, path, hl)
	b.add3(8, side, path, symbol(p.class[h]))
	b.add3(9, path, top, depth)
	b.add3(10, path, r.first(i), hl)
	b.add3(11, path, r.first(i), r.edges(i))
	b.add3(12, side, at(p.word, i+1), w)
	b.add3(13, side, at(p.word, i-1), w)
	b.add3(14, side, at(p.tag, i-1), join(t, at(p.tag, i+1)))
	b.add3(15, dist, at(p.word, i+1), hl)
	b.add3(16, dist, at(p.word, i-1), hl)
	b.add3(17, path, r.path(i+1), r.path(i-1))
	b.add3(18, path, r.path(i+1), at(p.tag, i+1))
	b.add3(19, path, r.path(i-1), at(p.tag, i-1))
	b.add3(20, w, path, symbol(p.class[h]))
	b.add3(21, p.lemma[i], side, ht)
	b.add3(22, pack(p.quote[i] >= 0, p.quote[h] >= 0, at32(p.quote, i+1) >= 0, at32(p.quote, i-1) >= 0), side, t)
	b.add3(23, p.name[i], path, side)
	b.add3(24, dist, p.kids[h], ht)
	b.add3(25, dist, p.rel[h], ht)
	b.add3(26, r.between(i), path, side)
	b.add3(27, r.between(i), side, symbol(min(max(d, -d), 7)))
	b.add3(28, side, join(p.rel[i], p.relOf(p.head[i])), hl)
	b.add3(29, path, r.topLemma(i), hl)
	b.add3(30, path, r.topLemma(i), symbol(p.class[h]))
	b.add3(31, path, r.topTag(i), depth)
	b.add3(32, path, r.topSize(i), side)
	b.add3(33, path, r.topSize(i), r.topLemma(i))
	b.add3(34, t, at(p.tag, i+1), join(side, at(p.tag, i+2)))
	b.add3(35, side, at(p.word, i+1), at(p.word, i+2))
	if o := p.opens[i]; o >= 0 {
		b.add3(36, p.rel[o], p.lemma[o], side)
		b.add3(37, p.rel[o], p.kids[o], path)
	}
	if i+1 < len(p.opens) {
		if o := p.opens[i+1]; o >= 0 {
			b.add3(38, p.rel[o], p.kids[o], path)
			b.add3(39, p.rel[o], path, symbol(p.mark[i+1]))
		}
	}
}

func (p *page) relOf(i int32) symbol {
	if i < 0 {
		return 5
	}
	return p.rel[i]
}

func at32(s []int32, i int) int32 {
	if uint(i) < uint(len(s)) {
		return s[i]
	}
	return -1
}

// stretch returns the best extent of the cue headed by h, given the scores of
// the tokens of its window: the best end to either side, each by itself.
func stretch[T int32 | float32](window lang.Range, h int, score func(i, lane int) T) lang.Range {
	best := lang.Range{Start: h, End: h + 1}
	var sum T
	top := score(h, laneFirst)
	for i := h - 1; i >= window.Start; i-- {
		sum += score(i, laneIn)
		if v := sum + score(i, laneFirst); v > top {
			top, best.Start = v, i
		}
	}
	sum, top = 0, score(h, laneLast)
	for i := h + 1; i < window.End; i++ {
		sum += score(i, laneIn)
		if v := sum + score(i, laneLast); v > top {
			top, best.End = v, i+1
		}
	}
	return best
}
