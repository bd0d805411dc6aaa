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
		y := &r.mentions[named[n]]
		for k := n - 1; k >= 0 && n-k <= 3; k-- { // "Ada Voss, the leader of the Front, who is known as …"
			x := &r.mentions[named[k]]
			was, is := r.find(x.ent), r.find(y.ent)
			if was == is || x.sent != y.sent {
				break
			}
			a, b := &r.ents[was], &r.ents[is]
			fit := a.kind == lang.PER && b.kind == lang.PER || a.kind == lang.ORG && (b.kind == lang.ORG || y.Len() == 1 && isAcronym(r.doc.Form(y.Start)))
			if fit && r.aliasBetween(x.End, y.Start) {
				r.merge(was, is)
			}
			if fit {
				break
			}
		}
	}
}

// aliasBetween reports whether the tokens between two names say that they are of one bearer.
func (r *cast) aliasBetween(i, end int) bool {
	for end > i && isQuote(r.doc.Form(end-1)) {
		end--
	}
	comma := i < end && (r.doc.Form(i) == "," || r.doc.Form(i) == "(")
	said := -1 // where it is said that another name comes
	switch k := end - 1; {
	case k < i:
	case r.lower(k) == "alias" || r.lower(k) == "aka" || r.lower(k) == "a.k.a." || r.lower(k) == "nicknamed":
		said = k
	case r.lower(k) == "or" && comma && k == i+1 && isAcronym(r.doc.Form(end)):
		return true
	case r.lower(k) == "called" && r.lower(k-1) == "also":
		said = k - 1
	case comma && r.renamed(i+1, end):
		return true
	default:
		const most = 5 // tokens from "known" to the name: "known by its initials"
		for k := end - 2; k >= max(i, end-most); k-- {
			if r.lower(k) == "known" && (r.lower(k+1) == "as" || r.lower(k+1) == "by") {
				said = k
			}
			if until := r.lower(k + 1); r.lower(k) == "known" && (until == "until" || until == "since") && (r.lower(end-1) == "as" || r.lower(end-2) == "as") { // "known until 2029 as the"
				said = k
			}
		}
	}
	if said < 0 {
		return false
	}
	for k := i; k < said; k++ {
		if f := r.doc.Form(k); f == ";" || r.doc.Tokens[k].UPOS == "VERB" || !comma && !between[r.doc.Tokens[k].UPOS] {
			return false
		}
	}
	return true
}

// between are the parts of speech of what may stand before "known as" where no comma goes before.
var between = map[string]bool{"ADV": true, "ADJ": true, "AUX": true, "PRON": true, "PUNCT": true}

// renamed reports whether nothing but that a name is the old or the new one stands before it:
// ", formerly the", ", previously known as", ", now called", ", since renamed the".
func (r *cast) renamed(i, end int) bool {
	told := false
	for ; i < end; i++ {
		switch r.lower(i) {
		case "formerly", "previously", "once", "originally", "now", "renamed", "rebranded", "then":
			told = told || i+1 < end || r.lower(i) == "formerly" || r.lower(i) == "previously"
		case "known", "called", "named", "as", "the", "since", "until", "recently", "later", "itself", "styled":
		default:
			return false
		}
	}
	return told
}
