package lang

import (
	"cmp"
	"slices"
)

// agree makes the names of a text agree with each other: who is named in full in
// one place is the same in another, where only the family name stands.
func (d *Doc) agree() {
	votes := map[string]map[NameType]int{}
	vote := func(form string, t NameType, n int) {
		if votes[form] == nil {
			votes[form] = map[NameType]int{}
		}
		votes[form][t] += n
	}
	for _, n := range d.Names {
		if n.Len() == 1 {
			vote(d.Form(n.Start), n.Type, 1)
		} else if n.Type == PER {
			vote(d.Form(n.End-1), PER, 3)
		}
	}
	taken := make([]bool, len(d.Tokens))
	for i, n := range d.Names {
		for k := n.Start; k < n.End; k++ {
			taken[k] = true
		}
		if n.Len() == 1 {
			if t, ok := majority(votes[d.Form(n.Start)]); ok {
				d.Names[i].Type = t
			}
		}
	}
	found := false
	for i := range d.Tokens {
		v := votes[d.Form(i)]
		if v == nil || taken[i] || d.Tokens[i].UPOS != "PROPN" || i > 0 && d.Tokens[i-1].UPOS == "PROPN" || i+1 < len(d.Tokens) && (d.Tokens[i+1].UPOS == "PROPN" || d.Form(i+1) == "-") {
			continue
		}
		if t, ok := majority(v); ok && v[t] >= 2 {
			d.Names = append(d.Names, Name{Range{i, i + 1}, t})
			found = true
		}
	}
	if found {
		slices.SortFunc(d.Names, func(a, b Name) int { return cmp.Compare(a.Start, b.Start) })
	}
}

// majority returns the type that has more than two thirds of the votes.
func majority(votes map[NameType]int) (NameType, bool) {
	sum := 0
	for _, n := range votes {
		sum += n
	}
	for t, n := range votes {
		if 3*n > 2*sum {
			return t, true
		}
	}
	return "", false
}
