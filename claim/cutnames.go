package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// cutNames mends names of people into which words of a headline ran, or a second
// name: "Okoye Meets Varga", "Marrow Sunday", "Otto Varga Otto Varga". What is left
// of one must stand elsewhere in the text as a name, so that nobody's name is cut
// who is only named once. It works on a copy of the names.
func cutNames(doc *lang.Doc) *lang.Doc {
	doc = withoutTags(doc)
	var k *knownNames
	for i := range doc.Names {
		if n := doc.Names[i]; n.Len() > 1 && (n.Type == lang.PER || n.Type == lang.ORG) || n.Type == lang.PER && strings.Contains(doc.Form(n.Start), "-") {
			k = namesOf(doc)
			break
		}
	}
	if k == nil {
		return doc
	}
	var names []lang.Name
	for i, n := range doc.Names {
		parts := k.cut(n)
		if len(parts) == 1 && parts[0] == n {
			if names != nil {
				names = append(names, n)
			}
			continue
		}
		if names == nil {
			names = append(make([]lang.Name, 0, len(doc.Names)+2), doc.Names[:i]...)
		}
		names = append(names, parts...)
	}
	if names == nil {
		return doc
	}
	mended := *doc
	mended.Names = names
	return &mended
}

// knownNames is what names a text has, and how often.
type knownNames struct {
	doc    *lang.Doc
	people map[string]int // names of people
	ends   map[string]int // … their last words
	others map[string]int // words of places and peoples
	words  map[string]int // of any name of people
}

func namesOf(doc *lang.Doc) *knownNames {
	k := &knownNames{doc, map[string]int{}, map[string]int{}, map[string]int{}, map[string]int{}}
	for _, n := range doc.Names {
		switch n.Type {
		case lang.PER:
			k.people[k.text(n.Start, n.End)]++
			k.ends[doc.Form(n.End-1)]++
			for i := n.Start; i < n.End; i++ {
				k.words[doc.Form(i)]++
			}
		case lang.LOC, lang.NORP:
			if n.Len() == 1 {
				k.others[doc.Form(n.Start)]++
			}
		}
	}
	return k
}

func (k *knownNames) text(start, end int) string {
	if end == start+1 {
		return k.doc.Form(start)
	}
	return strings.Join(strings.Fields(k.doc.Words(lang.Range{Start: start, End: end})), " ")
}

// cut returns the names that a name is made of: itself, a part of it, two, or none.
func (k *knownNames) cut(n lang.Name) []lang.Name {
	whole := []lang.Name{n}
	if n.Type == lang.PER && n.Len() == 1 {
		if a, b, ok := strings.Cut(k.doc.Form(n.Start), "-"); ok && k.ends[a] > 0 && k.ends[b] > 0 {
			return nil // "the Okoye-Varga talks"
		}
		return whole
	}
	if n.Type != lang.PER && n.Type != lang.ORG || n.Len() == 1 {
		return whole
	}
	own := 0
	if n.Type == lang.PER {
		own = 1
	}
	part := func(start, end int) lang.Name {
		return lang.Name{Range: lang.Range{Start: start, End: end}, Type: lang.PER}
	}
	named := func(start, end int) bool { return k.people[k.text(start, end)] > 0 }
	for j := n.Start + 1; j < n.End; j++ {
		if n.Type == lang.PER && k.doc.Form(j) == k.doc.Form(n.Start) && j > n.Start+1 && !strings.HasSuffix(k.doc.Form(j), ".") {
			return k.cut(part(n.Start, j)) // told again
		}
		if t := k.doc.Tokens; t[j-1].End == t[j].Start && capital(k.doc.Form(j-1)) && capital(k.doc.Form(j)) { // "Ada OkoyeOtto Varga"
			return []lang.Name{part(n.Start, j), part(j, n.End)}
		}
		if n.Type == lang.PER && k.doc.Form(j) == "of" && j+1 < n.End && k.ends[k.doc.Form(n.End-1)] > own { // "Critics of Okoye"
			return k.cut(part(j+1, n.End))
		}
		if k.headline(j, n) && k.ends[k.doc.Form(j-1)] > 0 {
			out := []lang.Name{part(n.Start, j)}
			if j+1 < n.End && k.ends[k.doc.Form(n.End-1)] > own {
				out = append(out, part(j+1, n.End))
			}
			return out
		}
	}
	if n.Type != lang.PER {
		return whole
	}
	for j := n.Start + 2; j < n.End; j++ {
		switch {
		case !named(n.Start, j):
		case j+1 < n.End && named(j, n.End): // two names in a row
			return []lang.Name{part(n.Start, j), part(j, n.End)}
		case j+1 == n.End && k.others[k.doc.Form(j)] > 0: // "Otto Varga Norvana"
			return []lang.Name{part(n.Start, j)}
		}
	}
	return whole
}

// headline reports whether token j of a name is no part of it but a word of a
// headline: a verb, a day, a place of which the text tells elsewhere.
func (k *knownNames) headline(j int, n lang.Name) bool {
	form := k.doc.Form(j)
	w := strings.ToLower(form)
	switch {
	case form == w:
		return false
	case weekdays[w] || strings.Count(form, ".") > 1 && n.Len() == 2:
		return true
	case k.people[k.text(n.Start, n.End)] > 1 && n.Type == lang.PER || k.words[form] > 1:
		return false
	case n.Type == lang.ORG && j+1 == n.End:
		return false
	case strings.HasSuffix(w, "s"):
		return slices.ContainsFunc([]string{w[:len(w)-1], strings.TrimSuffix(w, "es"), strings.TrimSuffix(w, "ies") + "y"}, func(s string) bool { return s != w && actsInHeadlines(s) })
	}
	return (actsInHeadlines(w) || w == "do" || w == "does" || w == "did") && k.titled(j)
}

// actsInHeadlines reports whether a word is a verb that a lexicon knows.
func actsInHeadlines(w string) bool { return verbs()[w] }

// titled reports whether most words of the sentence of token j begin with capitals, as in a headline.
func (k *knownNames) titled(j int) bool {
	s := k.doc.Sentences[k.doc.SentenceOf(j)]
	big, all := 0, 0
	for i := s.Start; i < s.End; i++ {
		if f := k.doc.Form(i); len(f) > 3 {
			all++
			if capital(f) {
				big++
			}
		}
	}
	return big*3 >= all*2
}

// withoutTags drops what is taken for names in the tags that tell a politician's party and seat: "Holt (I-Maine)",
// "Holt, D-Utah,". It works on a copy of the names.
func withoutTags(doc *lang.Doc) *lang.Doc {
	tag := func(n lang.Name) bool {
		if n.Start == 0 || doc.Form(n.Start-1) != "(" && doc.Form(n.Start-1) != "," {
			return false
		}
		party, seat, whole := strings.Cut(doc.Form(n.Start), "-")
		if !whole && n.Start+2 < len(doc.Tokens) && doc.Form(n.Start+1) == "-" {
			party, seat, whole = doc.Form(n.Start), doc.Form(n.Start+2), true
		}
		if !whole || seat == "" || seat != strings.ToUpper(seat[:1])+seat[1:] {
			return false
		}
		return party == "R" || party == "D" || party == "I" || doc.Form(n.Start-1) == "(" && len(party) < 4 && party == strings.ToUpper(party)
	}
	if !slices.ContainsFunc(doc.Names, tag) {
		return doc
	}
	mended := *doc
	mended.Names = slices.DeleteFunc(slices.Clone(doc.Names), tag)
	return &mended
}
