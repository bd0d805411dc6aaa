package attribution

import (
	"rapporteur/lang"
)

// Which attribution holds which, and where the content of each ends.

// clipContents ends an indirect content with its sentence where the next one has a source of its own.
func (r *cast) clipContents() {
	all := r.said.Attributions
	speaks := make([]bool, len(r.doc.Sentences))
	for n := range all {
		if a := &all[n]; len(a.Cue) > 0 && len(a.Source) > 0 && !a.Attitude && a.Confidence > 0.5 {
			speaks[r.sent[a.Cue[0].Start]] = true
		}
	}
	for n := range all {
		a := &all[n]
		head := r.cueHead(a)
		if head < 0 {
			continue
		}
		if at := r.doc.Sentences[r.sent[head]]; at.Item && len(a.Content) > 1 {
			// Each item of a list has its own source or none.
			var kept []lang.Range
			for _, c := range a.Content {
				if r.doc.Sentences[r.sent[c.Start]].Paragraph == at.Paragraph || r.quoted[c.Start] {
					kept = append(kept, c)
				}
			}
			if len(kept) > 0 {
				a.Content = kept
			}
		}
		for c := range a.Content {
			x := &a.Content[c]
			if x.Empty() || r.quoted[min(x.End-1, len(r.quoted)-1)] && r.quoted[x.Start] {
				continue
			}
			first := r.doc.Sentences[r.sent[x.Start]]
			if x.End <= first.End || r.doc.Form(a.Cue[0].Start) == ":" || r.lower(x.Start-boolInt(x.Start > 0)) == ":" {
				continue
			}
			if r.sent[head] > r.sent[x.Start] {
				continue
			}
			for next := int(r.sent[x.Start]) + 1; next < len(r.doc.Sentences) && r.doc.Sentences[next].Start < x.End; next++ {
				if r.doc.Sentences[next].Paragraph != first.Paragraph || speaks[next] {
					x.End = r.doc.Sentences[next].Start
					for x.End > x.Start && r.doc.Form(x.End-1) == "." {
						x.End--
					}
				}
			}
		}
	}
	// What no longer lies within its holder is on its own.
	for n := range all {
		a := &all[n]
		if a.Parent >= 0 && len(a.Cue) > 0 && !covers(all[a.Parent].Content, a.Cue[0].Start) {
			a.Parent = r.holder(n)
		}
	}
}

// holder returns the smallest attribution whose content holds the cue of attribution n, -1 for none.
func (r *cast) holder(n int) int {
	all := r.said.Attributions
	best, bestSize := -1, 1<<30
	for p := range all {
		if p != n && covers(all[p].Content, all[n].Cue[0].Start) && !covers(all[n].Content, all[p].Cue[0].Start) {
			if s := size(all[p].Content); s < bestSize {
				best, bestSize = p, s
			}
		}
	}
	return best
}

// relinkPronounContents gives "This was reported by X" the sentence before as its content.
func (r *cast) relinkPronounContents() {
	all := r.said.Attributions
	for n := range all {
		a := &all[n]
		if len(a.Content) == 0 || size(a.Content) > 2 {
			continue
		}
		c := a.Content[0]
		switch r.lower(c.Start) {
		case "this", "it", "that", "so":
		default:
			continue
		}
		s := int(r.sent[c.Start])
		if s == 0 || c.Start > r.doc.Sentences[s].Start+1 {
			continue
		}
		before := r.doc.Sentences[s-1]
		if before.Heading {
			continue
		}
		a.Content = append([]lang.Range{before.Range}, a.Content...)
		// The tail of the sentence, "MNA reports", brings the sentence before as well.
		for p := a.Parent; p >= 0; p = all[p].Parent {
			all[p].Content = append([]lang.Range{before.Range}, all[p].Content...)
		}
		for b := range all {
			if b != n && all[b].Parent < 0 && len(all[b].Cue) > 0 && before.Contains(all[b].Cue[0].Start) {
				all[b].Parent = n
			}
		}
	}
}

// nestBeside nests two attributions of one sentence that have one content: the
// outlet, the tail, or "according to" at the head is the outer one.
func (r *cast) nestBeside() {
	all := r.said.Attributions
	for n := range all {
		a := &all[n]
		if len(a.Content) == 0 || len(a.Cue) == 0 || len(a.Source) == 0 {
			continue
		}
		for m := range all {
			b := &all[m]
			if m == n || len(b.Content) == 0 || len(b.Cue) == 0 || r.sent[a.Cue[0].Start] != r.sent[b.Cue[0].Start] || r.holds(n, m) || r.holds(m, n) {
				continue
			}
			if b.Parent != a.Parent || !r.outer(a, b) {
				continue
			}
			if common(a.Content, b.Content)*2 < min(size(a.Content), size(b.Content)) {
				continue
			}
			b.Parent = n
			for _, c := range b.Content {
				if !a.Content[0].Covers(c) {
					a.Content = append(a.Content, c)
				}
			}
		}
	}
}

// holds reports whether attribution n is above attribution m.
func (r *cast) holds(n, m int) bool {
	for p, steps := r.said.Attributions[m].Parent, 0; p >= 0 && steps < maxDepth; p, steps = r.said.Attributions[p].Parent, steps+1 {
		if p == n {
			return true
		}
	}
	return false
}

func common(a, b []lang.Range) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += lang.Range{Start: max(x.Start, y.Start), End: min(x.End, y.End)}.Len()
		}
	}
	return n
}

// outer reports whether attribution a brings in what attribution b says.
func (r *cast) outer(a, b *Attribution) bool {
	isOutlet := func(x *Attribution) bool {
		if len(x.Source) == 0 {
			return false
		}
		h := r.voiceHead(x.Source[0])
		if h < 0 {
			return false
		}
		m := r.mentionAt(h)
		return m >= 0 && r.ents[r.find(r.mentions[m].ent)].outlet
	}
	ao, bo := isOutlet(a), isOutlet(b)
	if ao != bo {
		return ao
	}
	aAccording, bAccording := r.lower(a.Cue[0].Start) == "according", r.lower(b.Cue[0].Start) == "according"
	if aAccording != bAccording {
		return aAccording
	}
	return a.Cue[0].Start > b.Cue[0].Start
}
