package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// recounts reads the number that somebody puts beside the one that was just told of a
// text, without the words for what is counted: "Brandt counts nine", "seven would be
// nearer the truth", "she put the number at 14".
func (r *reading) recounts() {
	for n, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			r.recounted(n, i, s.Range)
		}
	}
}

// recounted reads the number at token i of the nth sentence.
func (r *reading) recounted(n, i int, sent lang.Range) bool {
	x, ok := r.counterAt(i, sent)
	if ok && x.unit == "%" {
		return r.reshared(n, i, x)
	}
	count := int(x.value)
	if !ok || x.unit != "" || count < 2 || float64(count) != x.value || slices.ContainsFunc(r.claims, func(f found) bool { return f.Text != nil && f.head == i }) {
		return false
	}
	back := reach
	if x.done {
		back = far
	}
	counted := func(f *found) bool {
		return f.head < i && f.Text != nil && f.Text.Size.Count+f.Text.Agreed > 0 && (!x.done || f.Text.Agreed > 0 || f.Text.Size.Count >= count && r.sent[f.head] >= n-1) && f.Text.Size.Unit != "document" && f.Modality != rapporteur.Denied && !r.lengthBetween(f.head, i)
	}
	told := r.toldBefore(n+1, 1, func(f *found) bool { // "30 chapters, says the 40-page summary; Torva prefers 26"
		return counted(f) && f.Text.Size.Unit != "page"
	})
	if told == nil {
		told = r.toldBefore(n+1, back+1, counted)
	}
	if told == nil || !r.ownUnit(x.End, told.Text.Size.Unit, sent) {
		return false
	}
	t := *told.Text
	t.CutFrom, t.Open, t.Access = 0, 0, ""
	switch {
	case x.done && t.Agreed == 0 && t.Open == 0:
		t.Agreed = count // "It has 14 chapters. Nine are agreed"
	case t.Agreed > 0 && count != t.Agreed && (t.Size.Count == 0 || count <= t.Size.Count):
		t.Agreed = count
	case t.Agreed == 0 && told.Text.Open == 0 && count != t.Size.Count && 2*count > t.Size.Count && count < 2*t.Size.Count:
		t.Size.Count = count
	default:
		return false
	}
	chain, ok := r.voicesApart(told, x.chain, n)
	if !ok {
		return false
	}
	g := r.governor(i)
	r.add(i, rapporteur.Claim{Kind: rapporteur.KindText, Text: &t, Modality: rapporteur.Asserted, Chain: chain, Span: r.parted(told, i), Background: g != nil && r.pluperfect(g)})
	return true
}

// reshared reads the share of a text that another voice says is done.
func (r *reading) reshared(n, i int, x counterValue) bool {
	told := r.toldBefore(n+1, reach+1, func(f *found) bool {
		return f.head < i && f.Text != nil && f.Text.AgreedShare > 0 && f.Modality != rapporteur.Denied
	})
	if told == nil || len(x.chain) == 0 || x.value == 100*told.Text.AgreedShare || slices.ContainsFunc(r.claims, func(f found) bool { return f.Text != nil && f.head == i }) {
		return false
	}
	chain, ok := r.voicesApart(told, x.chain, n)
	if !ok {
		return false
	}
	t := *told.Text
	t.AgreedShare = x.value / 100
	r.add(i, rapporteur.Claim{Kind: rapporteur.KindText, Text: &t, Modality: rapporteur.Asserted, Chain: chain, Span: r.parted(told, i)})
	return true
}

// lengthBetween reports whether a length of time is told between two tokens.
func (r *reading) lengthBetween(from, to int) bool {
	return slices.ContainsFunc(r.times, func(t timex.Time) bool { return t.Start > from && t.Start < to && t.Minutes > 0 })
}
