package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// nameStates mends the names of a text that the finder of names, which knows the
// states of this world, takes for people and bodies though the text uses them as
// states: those that have a parliament, a foreign minister, a people called after
// them. It works on a copy of the names.
func nameStates(doc *lang.Doc) *lang.Doc {
	states := statesOf(doc)
	if len(states) == 0 {
		return doc
	}
	mended := *doc
	mended.Names = make([]lang.Name, 0, len(doc.Names)+8)
	key := func(s lang.Range) string { return strings.ToLower(tidyName(doc.Words(s))) }
	name := func(n lang.Name) {
		switch {
		case n.Type == lang.LOC || n.Type == lang.NORP:
		case states[key(n.Range)]:
			n.Type = lang.LOC
		case n.Type == lang.PER && n.Len() > 2 && n.Start > 0 && strings.EqualFold(doc.Form(n.Start-1), "of") && states[key(lang.Range{Start: n.Start, End: n.Start + 1})]:
			// "President of Norvana Otto Brandt"
			mended.Names = append(mended.Names, lang.Name{Range: lang.Range{Start: n.Start, End: n.Start + 1}, Type: lang.LOC})
			n.Start++
		case n.Type == lang.PER && n.Len() > 3 && doc.Form(n.End-2) == "of" && states[key(lang.Range{Start: n.End - 1, End: n.End})]:
			// "Premier Lena Brandt of Norvana"
			mended.Names = append(mended.Names, lang.Name{Range: lang.Range{Start: n.Start, End: n.End - 2}, Type: n.Type})
			n.Start, n.Type = n.End-1, lang.LOC
		}
		mended.Names = append(mended.Names, n)
	}
	walkNames(doc, name, func(i int, form string) {
		if doc.Tokens[i].UPOS == "VERB" {
			return
		}
		here := lang.Range{Start: i, End: i + 1}
		switch {
		case states[strings.ToLower(form)] && doc.Tokens[i].UPOS == "PROPN" && !properAt(doc, i-1) && !properAt(doc, i+1):
			mended.Names = append(mended.Names, lang.Name{Range: here, Type: lang.LOC})
		case len(form) > 4 && demonymIn(states, form):
			mended.Names = append(mended.Names, lang.Name{Range: here, Type: lang.NORP})
		}
	})
	return &mended
}

// walkNames calls name with every name of a text and word with every other word
// that has a capital letter, in their order.
func walkNames(doc *lang.Doc, name func(lang.Name), word func(i int, form string)) {
	at := 0
	for i := 0; i < len(doc.Tokens); i++ {
		if at < len(doc.Names) && doc.Names[at].Start <= i {
			n := doc.Names[at]
			at++
			i = max(i, n.End-1)
			name(n)
		} else if form := doc.Form(i); form != strings.ToLower(form) {
			word(i, form)
		}
	}
}

// properAt reports whether token i is a proper noun.
func properAt(doc *lang.Doc, i int) bool {
	return i >= 0 && i < len(doc.Tokens) && doc.Tokens[i].UPOS == "PROPN"
}

// demonymIn reports whether a word is made from the name of one of the states.
func demonymIn(states words, form string) bool {
	for s := range states {
		if s != strings.ToLower(form) && derives(form, s) {
			return true
		}
	}
	return false
}

// statesOf returns the names, in lower case, that a text uses as states' though no
// list has them.
func statesOf(doc *lang.Doc) words {
	type evidence struct {
		state, other int
		inside       bool
	}
	found := map[string]*evidence{}
	var people []string // nationality words, and what may be ones, in lower case
	known := lex().states
	unit := func(s lang.Range, weight int) {
		name := tidyName(doc.Words(s))
		k := strings.ToLower(name)
		if len(k) < 4 || known[k] {
			return
		}
		e := found[k]
		if e == nil {
			e = &evidence{}
			found[k] = e
		}
		before, before2 := "", ""
		if s.Start > 0 {
			before = strings.ToLower(doc.Form(s.Start - 1))
		}
		if s.Start > 1 {
			before2 = lemmaOf(doc, s.Start-2)
		}
		switch {
		case before == "of" && ownedByStates[before2]:
			e.state += weight
		case before == "the":
			e.other += 3
		case lex().titles.Honorifics[before] || lex().titles.Heads[before] && doc.Form(s.Start-1) != before:
			e.other += 4
		case before == "in" || before == "from":
			e.inside = true // so is a month
		}
		if s.End < len(doc.Tokens) && possessive(doc.Form(s.End)) {
			for i := s.End + 1; i < min(s.End+4, len(doc.Tokens)); i++ {
				if stately[lemmaOf(doc, i)] {
					e.state += weight
				}
				if u := doc.Tokens[i].UPOS; u != "ADJ" && u != "NOUN" {
					break
				}
			}
		}
	}
	name := func(n lang.Name) {
		switch {
		case n.Type == lang.NORP:
			people = append(people, strings.ToLower(tidyName(doc.Words(n.Range))))
		case n.Type == lang.ORG:
			unit(n.Range, 1) // a union has a president, a party a parliament's seat
		case n.Len() <= 2:
			unit(n.Range, 2)
		}
		if n.Type != lang.PER || n.Len() == 1 {
			return
		}
		for k := n.Start; k < n.End; k++ { // a part of somebody's name
			w := strings.ToLower(doc.Form(k))
			if k == n.Start && n.Start > 0 && strings.EqualFold(doc.Form(n.Start-1), "of") {
				continue
			}
			if k == n.End-1 && k > n.Start && doc.Form(k-1) == "of" {
				unit(lang.Range{Start: k, End: k + 1}, 2)
				continue
			}
			if found[w] == nil {
				found[w] = &evidence{}
			}
			found[w].other += 3
		}
	}
	walkNames(doc, name, func(i int, form string) {
		if len(form) < 4 {
			return
		}
		if doc.Tokens[i].UPOS == "PROPN" && !properAt(doc, i-1) && !properAt(doc, i+1) {
			unit(lang.Range{Start: i, End: i + 1}, 2)
		}
		if doc.Tokens[i].UPOS == "ADJ" || i+1 < len(doc.Tokens) && doc.Tokens[i+1].UPOS == "NOUN" {
			people = append(people, strings.ToLower(form))
		}
	})
	states := words{}
	for k, e := range found {
		if slices.ContainsFunc(people, func(p string) bool {
			return p != k && derives(p, k) && !known[p]
		}) {
			e.state += 2
		}
		if e.inside && e.state > 0 {
			e.state++
		}
		if e.state >= 2 && e.state > e.other {
			states[k] = true
		}
	}
	return states
}

// ownedByStates are words before "of" and the name of a state.
var ownedByStates = words{
	"government": true, "parliament": true, "army": true, "minister": true, "premier": true, "people": true, "sovereignty": true, "border": true, "capital": true, "king": true, "queen": true,
	"ambassador": true, "embassy": true, "citizen": true, "territory": true, "independence": true, "president": true, "ministry": true, "troops": true, "troop": true,
}
