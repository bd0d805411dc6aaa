package attribution

import (
	"sort"

	"rapporteur/lang"
)

// groupAliases makes one of a name and the other name that a text gives its bearer:
// "Ada Voss, better known as Mother Lund", "Otto Holm, alias Roke", "the Fund for Eastern Coasts, or FEC".
func (r *cast) groupAliases() {
	var named []int
	for i := range r.mentions {
		if r.mentions[i].kind == ByName {
			named = append(named, i)
		}
	}
	sort.Slice(named, func(a, b int) bool { return r.mentions[named[a]].Start < r.mentions[named[b]].Start })
	for n := 1; n < len(named); n++ {
		x, y := &r.mentions[named[n-1]], &r.mentions[named[n]]
		was, is := r.find(x.ent), r.find(y.ent)
		if was == is || x.sent != y.sent || !r.aliasBetween(x.End, y.Start) {
			continue
		}
		a, b := &r.ents[was], &r.ents[is]
		if a.kind == lang.PER && b.kind == lang.PER || a.kind == lang.ORG && (b.kind == lang.ORG || r.capitals(y.Range)) {
			r.merge(was, is)
		}
	}
}

// aliasBetween reports whether the tokens between two names say that they are of one bearer.
func (r *cast) aliasBetween(i, end int) bool {
	comma := false
	for ; i < end && (r.doc.Form(i) == "," || r.doc.Form(i) == "("); i++ {
		comma = true
	}
	for i < end && r.lower(i) != "known" && between[r.doc.Tokens[i].UPOS] && (comma || r.doc.Tokens[i].UPOS != "NOUN") {
		i++ // ", the general better known as"
	}
	const most = 7 // tokens from "known" to the name
	if i >= end || end-i > most {
		return false
	}
	switch r.lower(i) {
	case "alias", "aka", "a.k.a.", "nicknamed":
		return i+1 == end
	case "or":
		return comma && i+1 == end && r.capitals(lang.Range{Start: end, End: end + 1})
	case "known":
	default:
		return false
	}
	as := false
	for i++; i < end; i++ {
		switch f := r.lower(i); {
		case f == "as" || f == "by":
			as = true
		case r.doc.Form(i) == "," || r.doc.Tokens[i].UPOS == "VERB":
			return false
		}
	}
	return as
}

// between are the parts of speech of what may stand before "known as".
var between = map[string]bool{"ADV": true, "ADJ": true, "AUX": true, "DET": true, "NOUN": true, "PRON": true}

// capitals reports whether a name is one word in capitals.
func (r *cast) capitals(name lang.Range) bool {
	f := r.doc.Form(name.Start)
	if name.Len() != 1 || len(f) < 2 || len(f) > 8 {
		return false
	}
	for _, c := range f {
		if c < 'A' || c > 'Z' {
			return false
		}
	}
	return true
}
