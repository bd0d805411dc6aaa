package attribution

import (
	"cmp"
	"slices"

	"rapporteur/lang"
)

// Find returns who is said to have said what in a text.
func Find(doc *lang.Doc, o Options) *Said {
	said := &Said{Attributions: spans(doc, o)}
	resolve(doc, said, o)
	said.settle()
	return said
}

// settle makes the contents lie in order and within those of their parents,
// after all that was added and moved. One that lies outside has no parent.
func (s *Said) settle() {
	list := s.Attributions
	for n := range list { // circles
		for p, steps := list[n].Parent, 0; p >= 0 && p < len(list); p, steps = list[p].Parent, steps+1 {
			if steps > len(list) {
				list[n].Parent = -1
				break
			}
		}
	}
	done := make([]bool, len(list))
	var within func(n int)
	within = func(n int) {
		if done[n] {
			return
		}
		done[n] = true
		a := &list[n]
		a.Content = inOrder(a.Content)
		if a.Parent < 0 || a.Parent >= len(list) {
			a.Parent = -1
			return
		}
		within(a.Parent)
		var inside []lang.Range
		for _, holder := range list[a.Parent].Content {
			inside = append(inside, clip(a.Content, holder)...)
		}
		if len(inside) == 0 {
			a.Parent = -1
			return
		}
		a.Content = inOrder(inside)
	}
	for n := range list {
		within(n)
	}
}

// Marked returns the attributions of a text as PolNeAR marks them: flat, as the
// taggers find them, without what is nested in contents or follows from them.
func Marked(doc *lang.Doc, o Options) *Said {
	if unread(doc) {
		return &Said{}
	}
	return &Said{Attributions: newReader(trained(), newPage(doc)).marked(o)}
}

// spans finds cues with their sources and contents, nested.
func spans(doc *lang.Doc, o Options) []Attribution {
	if unread(doc) {
		return nil
	}
	return newReader(trained(), newPage(doc)).read(o)
}

// unread reports whether a text has nothing that the taggers could read.
func unread(doc *lang.Doc) bool {
	return doc.Language != "" && doc.Language != "en" || len(doc.Tokens) == 0
}

// inOrder sorts ranges and joins those that overlap.
func inOrder(list []lang.Range) []lang.Range {
	slices.SortFunc(list, func(a, b lang.Range) int { return cmp.Compare(a.Start, b.Start) })
	var joined []lang.Range
	for _, r := range list {
		if k := len(joined) - 1; k >= 0 && r.Start < joined[k].End {
			joined[k].End = max(joined[k].End, r.End)
		} else {
			joined = append(joined, r)
		}
	}
	return joined
}
