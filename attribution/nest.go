package attribution

import (
	"cmp"
	"slices"

	"rapporteur/lang"
)

// nest finds the attributions inside the contents of others and says for each
// which one holds it. The order is that of the cues.
func (r *reader) nest(all []Attribution, least float64) []Attribution {
	p := r.p
	taken := make([]bool, len(p.mark))
	for _, a := range all {
		for _, c := range a.Cue {
			for i := c.Start; i < c.End; i++ {
				taken[i] = true
			}
		}
	}
	tops := len(all)
	for n := range tops {
		for _, content := range all[n].Content {
			if content.Len() < 4 {
				continue
			}
			restore := r.unquote(content)
			for _, c := range r.findCues(content, least, true) {
				free := true
				for i := c.cue.Start; i < c.cue.End; i++ {
					free = free && !taken[i]
				}
				if !free {
					continue
				}
				a := r.attribution(c, content)
				if len(a.Content) == 0 {
					continue
				}
				a.Confidence = r.m.inner.of(c.margin)
				for i := c.cue.Start; i < c.cue.End; i++ {
					taken[i] = true
				}
				all = append(all, a)
			}
			restore()
		}
	}
	return parents(all, tops)
}

// unquote forgets the quotation that a content stands in, as long as its inside
// is read, and returns how to remember it.
func (r *reader) unquote(content lang.Range) (restore func()) {
	q := r.p.quote[content.Start]
	if q < 0 {
		return func() {}
	}
	for i := content.Start; i < content.End && r.p.quote[i] == q; i++ {
		r.p.quote[i] = -1
	}
	return func() {
		for i := content.Start; i < content.End && r.p.quote[i] == -1 && r.p.quotes[q].holds(i); i++ {
			r.p.quote[i] = q
		}
	}
}

func (q quotation) holds(i int) bool { return int(q.start) <= i && i < int(q.end) }

// parents sorts attributions by their cues and gives each the smallest one whose
// content holds its cue and content. What sticks out of the content around a
// cue is cut off, so that children lie within their parents.
//
// Attributions from tops on were found inside a content and are left out where
// none holds them any longer.
func parents(all []Attribution, tops int) []Attribution {
	nested := make(map[lang.Range]bool, len(all)-tops)
	for _, a := range all[tops:] {
		nested[a.Cue[0]] = true
	}
	size := func(a *Attribution) int {
		n := 0
		for _, c := range a.Content {
			n += c.Len()
		}
		return n
	}
	slices.SortStableFunc(all, func(a, b Attribution) int { return cmp.Compare(a.Cue[0].Start, b.Cue[0].Start) })
	bySize := make([]int, len(all))
	for i := range bySize {
		bySize[i] = i
	}
	slices.SortStableFunc(bySize, func(a, b int) int { return cmp.Compare(size(&all[b]), size(&all[a])) })
	drop := make([]bool, len(all))
	for k, n := range bySize {
		a := &all[n]
		a.Parent = -1
		var holder lang.Range
		for _, m := range bySize[:k] {
			if drop[m] {
				continue
			}
			for _, c := range all[m].Content {
				if c.Covers(a.Cue[0]) && (a.Parent < 0 || c.Len() <= holder.Len()) {
					a.Parent, holder = m, c
				}
			}
		}
		if a.Parent < 0 {
			drop[n] = nested[a.Cue[0]]
			continue
		}
		a.Content = clip(a.Content, holder)
		if len(a.Content) == 0 {
			drop[n] = true
			continue
		}
		a.Source = clip(a.Source, holder)
	}
	return keptOf(all, drop)
}

// clip cuts ranges to what lies within one.
func clip(list []lang.Range, in lang.Range) []lang.Range {
	var out []lang.Range
	for _, r := range list {
		r.Start, r.End = max(r.Start, in.Start), min(r.End, in.End)
		if !r.Empty() {
			out = append(out, r)
		}
	}
	return out
}
