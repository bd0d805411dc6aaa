package attribution

import (
	"cmp"
	"slices"

	"rapporteur/lang"
)

// reader runs the taggers over one page.
type reader struct {
	m     *model
	p     *page
	keys  keys
	scene scene
	grid  grid[int32]
	rows  [][7]int32
	cues  []bool

	margins []float32
	looked  lang.Range // where margins hold something
}

func newReader(m *model, p *page) *reader {
	r := &reader{m: m, p: p, cues: make([]bool, len(p.mark))}
	r.keys.k = make([]uint32, 0, 256)
	r.grid.step = m.step
	return r
}

// found is a cue, before its source and content are known.
type found struct {
	head   int
	cue    lang.Range
	margin float64
}

// read finds all attributions of the page: the outermost ones, then those inside their contents.
func (r *reader) read(o Options) []Attribution {
	inner := r.m.inner.Least
	if o.Trust > 0 {
		inner = o.Trust
	}
	all := r.nest(r.marked(o), r.m.inner.marginOf(inner))
	for i := range all {
		r.describe(&all[i])
	}
	return all
}

// marked finds the attributions of the page as the corpus marks them.
func (r *reader) marked(o Options) []Attribution {
	least, rare := r.m.top.Least*firmness, r.m.top.Least*leniency
	if o.Trust > 0 {
		least, rare = o.Trust, o.Trust
	}
	page := lang.Range{Start: 0, End: len(r.p.mark)}
	heads := r.findCues(page, r.m.top.marginOf(rare), false)
	sure := r.m.top.marginOf(least)
	for _, c := range heads {
		if c.margin >= sure {
			for i := c.cue.Start; i < c.cue.End; i++ {
				r.cues[i] = true
			}
		}
	}
	var all []Attribution
	for _, c := range heads {
		if r.p.inLabel(c) {
			continue
		}
		a := r.attribution(c, r.p.ownClause(c.head, page))
		if len(a.Content) == 0 || c.margin < sure && len(a.Source) > 0 && !r.p.nominal(c) {
			continue
		}
		a.Confidence = r.m.top.of(c.margin)
		all = append(all, a)
	}
	r.runOn(all)
	return r.byLayout(all)
}

// firmness is what is asked of a cue beyond the confidence that finds most cues:
// an attribution with its source and content right is worth more than a cue.
const firmness = 1.15

// leniency is the share of the usual confidence that is asked of cues of the
// kinds that the taggers miss most: nouns, light verbs with a noun ("made the
// case"), and cues without a source. It costs a little precision.
const leniency = 0.65

// nominal reports whether a cue is a noun, or a verb of little meaning with one.
func (p *page) nominal(c found) bool {
	switch p.doc.Tokens[c.head].UPOS {
	case "NOUN":
		return true
	case "VERB":
		if p.class[c.head]&^perception != 0 {
			return false
		}
		for i := c.cue.Start; i < c.cue.End; i++ {
			if p.class[i] != 0 && p.doc.Tokens[i].UPOS == "NOUN" {
				return true
			}
		}
	}
	return false
}

// findCues returns the cues of a range whose margin is at least least, in order and not overlapping.
func (r *reader) findCues(in lang.Range, least float64, nested bool) []found {
	p := r.p
	margins := r.firstLook(in, nested)
	if !nested && r.m.second != nil {
		again := lookAgain(p, margins)
		second := make([]float32, len(margins))
		for i, m := range margins {
			second[i] = m - 10
			if m > unlikely {
				again.features(&r.keys, i)
				second[i] = float32(r.m.second.Score(r.keys.k)[0]) * r.m.second.Unit
			}
		}
		margins = second
	}
	var list []found
	for i := in.Start; i < in.End; i++ {
		if m := float64(margins[i]); m >= least && m > -100 && p.candidate(i) {
			list = append(list, found{head: i, margin: m, cue: r.extend(i, in)})
		}
	}
	return apart(list)
}

// apart leaves out cues that overlap a better one.
func apart(list []found) []found {
	order := make([]int, len(list))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(list[b].margin, list[a].margin) })
	keep := make([]bool, len(list))
	for _, k := range order {
		keep[k] = true
		for d := 1; d <= reach+2; d++ {
			for _, other := range []int{k - d, k + d} {
				if other >= 0 && other < len(list) && keep[other] && list[other].cue.Overlaps(list[k].cue) {
					keep[k] = false
				}
			}
		}
	}
	var out []found
	for k, c := range list {
		if keep[k] {
			out = append(out, c)
		}
	}
	return out
}

// extend returns the whole cue of a head.
func (r *reader) extend(h int, in lang.Range) lang.Range {
	p := r.p
	w := p.extentWindow(h)
	w.Start, w.End = max(w.Start, in.Start), min(w.End, in.End)
	r.scene.see(p, h, lang.Range{}, nil)
	r.rows = r.rows[:0]
	for i := w.Start; i < w.End; i++ {
		p.extentFeatures(&r.keys, i, h, &r.scene.relative)
		r.rows = append(r.rows, r.m.extent.Score(r.keys.k))
	}
	return stretch(w, h, func(i, lane int) int32 { return r.rows[i-w.Start][lane] })
}

// attribution finds the source and the content of a cue within bounds.
func (r *reader) attribution(c found, bounds lang.Range) Attribution {
	a := Attribution{Cue: []lang.Range{c.cue}, Parent: -1}
	s, g := &r.scene, &r.grid
	s.set(r.p, c.head, c.cue, r.cues, bounds)
	g.lanes, g.fixed = g.lanes[:0], g.fixed[:0]
	for i := s.window.Start; i < s.window.End; i++ {
		s.partFeatures(&r.keys, i)
		g.lanes = append(g.lanes, r.m.parts.Score(r.keys.k))
		g.fixed = append(g.fixed, c.cue.Contains(i))
	}
	s.endFeatures(&r.keys)
	final := r.m.parts.Score(r.keys.k)
	copy(g.final[:], final[:4])
	path, _ := g.search()
	source, content := ranges(path, s.window.Start)
	// "It was reported that": the pronoun stands for the clause.
	source = slices.DeleteFunc(source, func(p lang.Range) bool { return p.Len() == 1 && r.p.doc.Tokens[p.Start].Rel == "expl" })
	a.Source = r.wholeNames(source, c.cue)
	for _, piece := range content {
		if len(content) > 1 && piece.Len() == 1 && r.p.doc.Tokens[piece.Start].Lemma == "it" {
			continue
		}
		a.Content = r.p.byParagraph(a.Content, piece)
	}
	return a
}

// ownClause returns what of some bounds a cue may reach: of a sentence of several main clauses no other one.
func (p *page) ownClause(h int, bounds lang.Range) lang.Range {
	s := p.doc.Sentences[p.sentence[h]].Range
	for _, part := range p.doc.MainClauses(s) {
		if part.Contains(h) && part.Start > s.Start {
			bounds.Start = max(bounds.Start, part.Start)
		}
		if part.Contains(h) && part.End < s.End {
			bounds.End = min(bounds.End, part.End)
		}
	}
	return bounds
}

// wholeNames lengthens a source that cuts a name in two to the whole name, and
// takes from one before a colon the words that lead up to it.
func (r *reader) wholeNames(source []lang.Range, cue lang.Range) []lang.Range {
	p := r.p
	for i := range source {
		s := &source[i]
		for p.mark[cue.Start] == colon && s.Len() > 1 { // "And from X:"
			if pos := p.doc.Tokens[s.Start].UPOS; pos != "CCONJ" && pos != "ADP" && pos != "ADV" {
				break
			}
			s.Start++
		}
		for {
			start := s.Start
			for start > 0 && start > p.doc.Sentences[p.sentence[s.Start]].Start && !cue.Contains(start-1) &&
				p.name[start] != 0 && p.name[start] == p.name[start-1] && p.doc.Tokens[start-1].UPOS == "PROPN" && p.doc.Tokens[start].UPOS == "PROPN" {
				start--
			}
			if start == s.Start {
				break
			}
			s.Start = start
		}
	}
	return source
}

// byParagraph appends a range, cut where a paragraph ends.
func (p *page) byParagraph(list []lang.Range, r lang.Range) []lang.Range {
	for i := r.Start + 1; i < r.End; i++ {
		if s := p.sentence[i]; s != p.sentence[i-1] && p.sentences[s].paragraph != p.sentences[s-1].paragraph {
			list = append(list, lang.Range{Start: r.Start, End: i})
			r.Start = i
		}
	}
	return append(list, r)
}
