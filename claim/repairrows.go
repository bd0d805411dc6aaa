package claim

import (
	"slices"

	"rapporteur/lang"
)

// rowOfThings returns the members of rows whose second passed for what stands beside the first: "night work, | the mill
// tax and pensions". Only things make such a row; of people and bodies the second may well say who the first is.
func rowOfThings(doc *lang.Doc, s lang.Range) []int {
	var out []int
	for k := s.Start + 2; k < s.End; k++ {
		t := doc.Tokens[k]
		if h := t.Head; t.Rel != "appos" || h < s.Start || h > k || t.UPOS != "NOUN" || doc.Tokens[h].UPOS != "NOUN" || !isThing(doc, h) || !isThing(doc, k) {
			continue
		}
		from := k
		for from > s.Start && (doc.Tokens[from-1].Head == k || doc.Tokens[from-1].Head >= from && doc.Tokens[from-1].Head < k) && doc.Form(from-1) != "," {
			from--
		}
		if doc.Form(max(from-1, 0)) != "," {
			continue
		}
		for j := k + 1; j < s.End; j++ {
			if x := doc.Tokens[j]; x.Head == k && x.Rel == "conj" && x.UPOS == "NOUN" && isThing(doc, j) && slices.ContainsFunc(doc.Tokens[k+1:j], func(c lang.Token) bool { return c.Head == j && c.Rel == "cc" }) {
				out = append(out, k)
				break
			}
		}
	}
	return out
}

// isThing reports whether a noun names neither people nor a body nor a time.
func isThing(doc *lang.Doc, i int) bool {
	l := &lex().actors
	w := lemmaOf(doc, i)
	return !l.Groups[w] && !l.Others[w] && !l.Persons[w] && !slices.ContainsFunc(doc.Names, func(n lang.Name) bool { return n.Contains(i) })
}
