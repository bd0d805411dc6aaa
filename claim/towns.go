package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// nameTowns makes places of the names that the finder of names took for people or bodies though the text tells that they
// are towns: "the Norvanan capital, Arnby, …", "the lakeside town of Nyeri". It works on a copy of the names.
func nameTowns(doc *lang.Doc) *lang.Doc {
	var towns words
	for i := 1; i+2 < len(doc.Tokens); i++ {
		if !settlements[strings.ToLower(doc.Form(i))] {
			continue
		}
		if n := townBehind(doc, i); n != nil {
			if towns == nil {
				towns = words{}
			}
			towns[strings.ToLower(tidyName(doc.Words(n.Range)))] = true
		}
	}
	if len(towns) == 0 {
		return doc
	}
	mended := *doc
	mended.Names = slices.Clone(doc.Names)
	for k := range mended.Names {
		if n := &mended.Names[k]; (n.Type == lang.PER || n.Type == lang.ORG) && towns[strings.ToLower(tidyName(doc.Words(n.Range)))] {
			n.Type = lang.LOC
		}
	}
	return &mended
}

// settlements are the words behind which a town is named.
var settlements = words{"capital": true, "city": true, "town": true, "village": true, "resort": true, "port": true, "suburb": true, "hamlet": true, "seaport": true, "municipality": true, "township": true, "oasis": true}

// townBehind returns the name, taken for that of a person or body, that a word for a town at token i says is one's; nil
// for none. Between commas it stands alone, and none of the text's people bears it.
func townBehind(doc *lang.Doc, i int) *lang.Name {
	at, of := i+1, false
	switch doc.Form(i + 1) {
	case "of":
		at, of = i+2, true
	case ",":
		at = i + 2
	default:
		return nil
	}
	k := slices.IndexFunc(doc.Names, func(n lang.Name) bool { return n.Start == at })
	if k < 0 {
		return nil
	}
	n := &doc.Names[k]
	if n.Type != lang.PER && n.Type != lang.ORG || n.Len() > 2 || n.End >= len(doc.Tokens) || possessive(doc.Form(n.End)) {
		return nil
	}
	if end := doc.Form(n.End); !of && end != "," && end != "." && end != ";" {
		return nil
	}
	last := doc.Form(n.End - 1)
	if slices.ContainsFunc(doc.Names, func(m lang.Name) bool {
		return m.Type == lang.PER && m.Start != n.Start && m.Len() > n.Len() && doc.Form(m.End-1) == last
	}) {
		return nil
	}
	if d := i - 1; !of && !slices.ContainsFunc(doc.Tokens[max(d-2, 0):i], func(t lang.Token) bool { return t.UPOS == "ADJ" || t.XPOS == "POS" || t.UPOS == "PROPN" }) {
		return nil // "in the capital, Brandt, …"
	}
	return n
}

// townAt returns the town that is named behind a word for one at token k: "flew to the Norvanan capital, | Arnby".
func (r *reading) townAt(k int) string {
	if !settlements[r.lower(k)] || r.nameAt(k) != nil || k+2 >= len(r.kids) {
		return ""
	}
	at := k + 1
	if f := r.lower(at); f == "," || f == "of" {
		at++
	}
	n := r.nameAt(at)
	if n == nil || n.Start != at || n.Type != lang.LOC || r.sent[at] != r.sent[k] {
		return ""
	}
	if name := tidyName(r.doc.Words(n.Range)); !r.isState(name) {
		return name
	}
	return ""
}
