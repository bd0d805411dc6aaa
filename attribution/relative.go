package attribution

import "rapporteur/lang"

// relative holds where the tokens of a sentence stand in the tree as seen from
// one of its tokens, the head of a cue: how far one climbs from the cue, by
// which dependent one comes down again, and how deep.
type relative struct {
	p        *page
	sentence lang.Range
	h        int
	paths    []symbol // climb and relation of the branch
	branch   []int32  // the token by which one comes down; the cue's own ancestors are their own branches
	depths   []uint8
	climb    []uint8
	commas   []uint8 // marks between the token and the cue
	others   []uint8 // other cues between
	up       []symbol
}

// see looks at the sentence of token h from h. cues marks the tokens of other cues; it may be nil.
func (r *relative) see(p *page, h int, cue lang.Range, cues []bool) {
	s := p.doc.Sentences[p.sentence[h]].Range
	n := s.Len()
	r.p, r.sentence, r.h = p, s, h
	if cap(r.paths) < n {
		m := n + n/2
		r.paths, r.branch = make([]symbol, m), make([]int32, m)
		r.depths, r.climb, r.commas, r.others = make([]uint8, m), make([]uint8, m), make([]uint8, m), make([]uint8, m)
	}
	r.paths, r.branch, r.depths, r.climb = r.paths[:n], r.branch[:n], r.depths[:n], r.climb[:n]
	r.commas, r.others = r.commas[:n], r.others[:n]
	for i := range r.branch {
		r.branch[i] = -1
	}
	// the cue's own line of ancestors
	r.up = r.up[:0]
	signature := symbol(11)
	steps := uint8(0)
	for a := h; a >= 0 && steps < 100; a = int(p.head[a]) {
		k := a - s.Start
		r.branch[k], r.depths[k], r.climb[k] = int32(a), 0, steps
		r.paths[k] = join(signature, 12)
		r.up = append(r.up, signature)
		if steps < 4 {
			signature = join(signature, p.rel[a])
		}
		steps++
	}
	for i := s.Start; i < s.End; i++ {
		r.descend(i, 0)
	}
	// what stands between
	var marks, others uint8
	last := h
	count := func(i int) {
		if m := p.mark[i]; m == comma || m == colon || m == dash {
			marks++
		}
		if cues != nil && cues[i] && !cue.Contains(i) && (i == 0 || !cues[i-1]) {
			others++
		}
		last = i
	}
	for i := h; i < s.End; i++ {
		r.commas[i-s.Start], r.others[i-s.Start] = min(marks, 3), min(others, 2)
		count(i)
	}
	marks, others = 0, 0
	for i := h; i >= s.Start; i-- {
		r.commas[i-s.Start], r.others[i-s.Start] = min(marks, 3), min(others, 2)
		count(i)
	}
	_ = last
}

func (r *relative) descend(i, guard int) {
	k := i - r.sentence.Start
	if r.branch[k] >= 0 {
		return
	}
	p := r.p
	head := int(p.head[i])
	if head < 0 || guard > 100 { // another tree in the same sentence
		r.branch[k], r.depths[k], r.climb[k], r.paths[k] = int32(i), 0, 9, 13
		return
	}
	r.descend(head, guard+1)
	hk := head - r.sentence.Start
	if int(r.branch[hk]) == head && r.depths[hk] == 0 && r.climb[hk] < 9 {
		r.branch[k], r.depths[k], r.climb[k] = int32(i), 1, r.climb[hk]
		r.paths[k] = join(r.up[min(int(r.climb[hk]), len(r.up)-1)], p.rel[i])
		return
	}
	r.branch[k], r.depths[k], r.climb[k], r.paths[k] = r.branch[hk], min(r.depths[hk]+1, 6), r.climb[hk], r.paths[hk]
}

func (r *relative) path(i int) symbol {
	if !r.sentence.Contains(i) {
		return 17
	}
	return r.paths[i-r.sentence.Start]
}

// depth returns how far below the branch a token stands.
func (r *relative) depth(i int) symbol {
	if !r.sentence.Contains(i) {
		return 9
	}
	return symbol(r.depths[i-r.sentence.Start])
}

// top returns the relation of the token itself, joined with its depth if it is near the branch.
func (r *relative) top(i int) symbol {
	if !r.sentence.Contains(i) {
		return 9
	}
	return r.p.fullRel[i]
}

func (r *relative) branchOf(i int) int32 {
	if !r.sentence.Contains(i) {
		return -1
	}
	return r.branch[i-r.sentence.Start]
}

// first returns the first word of the branch that token i belongs to.
func (r *relative) first(i int) symbol {
	c := r.branchOf(i)
	if c < 0 {
		return 9
	}
	return r.p.word[r.p.left[c]]
}

// edges tells whether token i stands at an edge of its branch.
func (r *relative) edges(i int) symbol {
	c := r.branchOf(i)
	if c < 0 {
		return 9
	}
	return pack(int(r.p.left[c]) == i, int(r.p.right[c]) == i, int(r.p.left[c]) == i-1, int(r.p.right[c]) == i+1)
}

func (r *relative) topLemma(i int) symbol {
	c := r.branchOf(i)
	if c < 0 {
		return 9
	}
	return r.p.lemma[c]
}

func (r *relative) topTag(i int) symbol {
	c := r.branchOf(i)
	if c < 0 {
		return 9
	}
	return r.p.tag[c]
}

func (r *relative) topSize(i int) symbol {
	c := r.branchOf(i)
	if c < 0 {
		return 9
	}
	return bucket(int(r.p.right[c] - r.p.left[c]))
}

// between tells what marks and cues stand between a token and the cue.
func (r *relative) between(i int) symbol {
	if !r.sentence.Contains(i) {
		return 31
	}
	k := i - r.sentence.Start
	return symbol(r.commas[k]) | symbol(r.others[k])<<2
}
