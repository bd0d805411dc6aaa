package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// nameBodies mends the names of bodies that say in so many words what they are: of
// "the Guild of Glass Makers" the finder of names, which knows no such guild, may
// have taken a part, or nothing. It works on a copy of the names.
func nameBodies(doc *lang.Doc) *lang.Doc {
	mended := doc
	for i := 0; i+2 < len(doc.Tokens); i++ {
		form := doc.Form(i)
		if form == "" || form[0] < 'A' || form[0] > 'Z' || !lex().titles.Bodies[strings.ToLower(form)] || doc.Form(i+1) != "of" {
			continue
		}
		end := i + 2
		for end < len(doc.Tokens) && end < i+6 && capital(doc.Form(end)) && doc.Tokens[end].UPOS != "VERB" && !lex().titles.Heads[strings.ToLower(doc.Form(end))] && nameType(doc, end) != lang.PER && nameType(doc, end) != lang.LOC {
			end++
		}
		s := lang.Range{Start: i, End: end}
		if end == i+2 || slices.ContainsFunc(mended.Names, func(n lang.Name) bool {
			return n.Start < s.End && s.Start < n.End && (n.Start < s.Start || n.End > s.End || n.Range == s)
		}) {
			continue
		}
		mended = copied(mended, doc)
		mended.Names = slices.DeleteFunc(mended.Names, func(n lang.Name) bool { return n.Start >= s.Start && n.End <= s.End })
		at, _ := slices.BinarySearchFunc(mended.Names, s.Start, func(n lang.Name, start int) int { return n.Start - start })
		mended.Names = slices.Insert(mended.Names, at, lang.Name{Range: s, Type: lang.ORG})
	}
	return namedHe(wholeNames(twoWordFamilies(regional(joinedLetters(withArticle(mended, doc), doc), doc), doc), doc), doc)
}

// withArticle takes for bodies' the names of one word that were taken for people's though they stand
// with an article somewhere: "the Greens". It works on a copy of the names.
func withArticle(mended, doc *lang.Doc) *lang.Doc {
	bodies := map[string]bool{}
	for _, n := range mended.Names {
		next := n.End
		if n.Type != lang.PER || n.Len() != 1 || n.Start == 0 || strings.ToLower(doc.Form(n.Start-1)) != "the" || next >= len(doc.Tokens) {
			continue
		}
		if u := doc.Tokens[next].UPOS; u != "NOUN" && u != "PROPN" && u != "ADJ" && u != "NUM" && !possessive(doc.Form(next)) && doc.Form(next) != "-" {
			bodies[doc.Form(n.Start)] = true
		}
	}
	for k, n := range mended.Names {
		if n.Type != lang.PER || n.Len() != 1 || !bodies[doc.Form(n.Start)] {
			continue
		}
		mended = copied(mended, doc)
		mended.Names[k].Type = lang.ORG
	}
	return mended
}

// joinedLetters makes one name of two words of capitals that a hyphen joins, "PTU-NAFTO", where neither stands
// alone anywhere in the text: they are not two parties. It works on a copy of the names.
func joinedLetters(mended, doc *lang.Doc) *lang.Doc {
	t := doc.Tokens
	joint := func(i int) bool {
		return i >= 0 && i+2 < len(t) && doc.Form(i+1) == "-" && t[i].End == t[i+1].Start && t[i+1].End == t[i+2].Start && allCapitals(doc.Form(i)) && allCapitals(doc.Form(i+2))
	}
	var pairs []int
	apart := map[string]bool{}
	for i := range t {
		if joint(i) {
			pairs = append(pairs, i)
		} else if !joint(i - 2) {
			apart[doc.Form(i)] = true
		}
	}
	for _, i := range pairs {
		if apart[doc.Form(i)] || apart[doc.Form(i+2)] {
			continue
		}
		s := lang.Range{Start: i, End: i + 3}
		mended = copied(mended, doc)
		mended.Names = slices.DeleteFunc(mended.Names, func(n lang.Name) bool { return n.Start >= s.Start && n.End <= s.End })
		if slices.ContainsFunc(mended.Names, func(n lang.Name) bool { return n.Start < s.End && s.Start < n.End }) {
			continue
		}
		at, _ := slices.BinarySearchFunc(mended.Names, s.Start, func(n lang.Name, start int) int { return n.Start - start })
		mended.Names = slices.Insert(mended.Names, at, lang.Name{Range: s, Type: lang.ORG})
	}
	return mended
}

// allCapitals reports whether a word is written in capitals: three or more.
func allCapitals(form string) bool {
	if len(form) < 3 {
		return false
	}
	for _, c := range form {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}

// twoWordFamilies gives people the whole of a family name of two words of which a part was taken for
// the name, "Ada Stone|-Wales", and takes it for theirs where it stands alone and was taken for a
// place's. It works on a copy of the names.
func twoWordFamilies(mended, doc *lang.Doc) *lang.Doc {
	families := map[string]bool{}
	change := func(k int, n lang.Name) {
		mended = copied(mended, doc)
		mended.Names[k] = n
	}
	for k := 0; k < len(mended.Names); k++ {
		n := mended.Names[k]
		if n.Type != lang.PER || n.Len() < 2 {
			continue
		}
		t := doc.Tokens
		if e := n.End; e+1 < len(t) && doc.Form(e) == "-" && t[e-1].End == t[e].Start && t[e].End == t[e+1].Start && capital(doc.Form(e+1)) && nameType(mended, e+1) != lang.PER {
			n.End += 2
			change(k, n)
			if k+1 < len(mended.Names) && mended.Names[k+1].Start < n.End {
				mended.Names = slices.Delete(mended.Names, k+1, k+2)
			}
		}
		if i := n.End - 3; i > n.Start && doc.Form(i+1) == "-" {
			families[doc.Words(lang.Range{Start: i, End: n.End})] = true
		}
	}
	for k, n := range mended.Names {
		if n.Type != lang.PER && n.Len() == 3 && families[doc.Words(n.Range)] {
			n.Type = lang.PER
			change(k, n)
		}
	}
	return mended
}

// regional adds the part of the world to the names of bodies for something in it: "the
// Organization for Security and Co-operation | in Europe". It works on a copy of the names.
func regional(mended, doc *lang.Doc) *lang.Doc {
	for k := 0; k+1 < len(mended.Names); k++ {
		n, in := mended.Names[k], mended.Names[k].End
		if n.Type != lang.ORG || in+1 >= len(doc.Tokens) || doc.Form(in) != "in" || !continents[doc.Form(in+1)] || mended.Names[k+1].Range != (lang.Range{Start: in + 1, End: in + 2}) {
			continue
		}
		purpose := false
		for i := n.Start + 1; i < n.End; i++ {
			purpose = purpose || doc.Form(i) == "for" || doc.Form(i) == "on"
		}
		if !purpose {
			continue
		}
		mended = copied(mended, doc)
		mended.Names[k].End = in + 2
		mended.Names = slices.Delete(mended.Names, k+1, k+2)
	}
	return mended
}

var continents = words{"Europe": true, "Asia": true, "Africa": true, "America": true, "Oceania": true, "Eurasia": true}

// copied returns a text whose names may be altered: itself where it is a copy already.
func copied(mended, doc *lang.Doc) *lang.Doc {
	if mended != doc {
		return mended
	}
	again := *doc
	again.Names = slices.Clone(doc.Names)
	return &again
}

// wholeNames mends names before whose first word another of their words stands:
// "chief negotiator Guy | Verhofstadt", "Work and | Pensions Secretary". It works on
// a copy of the names; doc is as it was given.
func wholeNames(mended, doc *lang.Doc) *lang.Doc {
	l := &lex().titles
	for k := range mended.Names {
		n := mended.Names[k]
		w := n.Start - 1
		if n.Type == lang.ORG {
			w--
		}
		if w < 0 || w == 0 && n.Type == lang.PER || !capital(doc.Form(w)) || nameType(mended, w) != "" || l.Heads[strings.ToLower(doc.Form(w))] || l.Inside[strings.ToLower(doc.Form(w))] || l.Honorifics[strings.ToLower(doc.Form(w))] {
			continue
		}
		switch {
		case n.Type == lang.PER && n.Len() == 1 && l.Heads[strings.ToLower(doc.Form(w-1))]:
		case n.Type == lang.ORG && doc.Form(w+1) == "and" && n.End < len(doc.Tokens) && capital(doc.Form(n.End)) && l.Heads[strings.ToLower(doc.Form(n.End))]:
		default:
			continue
		}
		mended = copied(mended, doc)
		mended.Names[k].Start = w
	}
	return mended
}

// namedHe takes for names those that begin with the family name He: "said He Weiwen", "Vice Premier He
// Lifeng", with a capital within a sentence, and what is called so at the head of others. It works on
// a copy of the names.
func namedHe(mended, doc *lang.Doc) *lang.Doc {
	given := map[string]bool{}
	l := &lex().titles
	var found []int
	for _, within := range []bool{true, false} {
		for _, s := range doc.Sentences {
			for i := s.Start; i+1 < s.End; i++ {
				next := doc.Form(i + 1)
				if doc.Form(i) != "He" || !capital(next) || next == strings.ToUpper(next) || (i > s.Start) != within {
					continue
				}
				if !within && given[next] {
					found = append(found, i)
				} else if within {
					before := strings.ToLower(doc.Form(i - 1))
					if t := &doc.Tokens[i-1]; l.Heads[before] || before == "said" || before == "told" || before == "with" || before == "by" || before == "and" && t.UPOS == "CCONJ" && nameType(mended, i-2) == lang.PER {
						given[next] = true
						found = append(found, i)
					}
				}
			}
		}
		if len(given) == 0 {
			return mended
		}
	}
	for _, i := range found {
		s := lang.Range{Start: i, End: i + 2}
		mended = copied(mended, doc)
		mended.Names = slices.DeleteFunc(mended.Names, func(n lang.Name) bool { return n.Start < s.End && s.Start < n.End })
		at, _ := slices.BinarySearchFunc(mended.Names, s.Start, func(n lang.Name, start int) int { return n.Start - start })
		mended.Names = slices.Insert(mended.Names, at, lang.Name{Range: s, Type: lang.PER})
	}
	return mended
}

func capital(form string) bool {
	return form != "" && form[0] >= 'A' && form[0] <= 'Z' && len(form) > 1
}

// nameType returns of what kind the name is that token i belongs to, "" for none.
func nameType(doc *lang.Doc, i int) lang.NameType {
	for _, n := range doc.Names {
		if n.Contains(i) {
			return n.Type
		}
	}
	return ""
}
