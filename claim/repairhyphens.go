package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// joinHyphens makes one noun of the words of an encounter that is written with hyphens: its last word
// stands for the whole, and all that hangs on any of them hangs on it: "the sit-down between …".
func joinHyphens(doc *lang.Doc, tokens []lang.Token, s lang.Range) []lang.Token {
	for k := s.Start + 2; k < s.End; k++ {
		if doc.Form(k-1) != "-" {
			continue
		}
		from, whole := hyphened(doc, s, k)
		if whole == "" {
			continue
		}
		if tokens == nil {
			tokens = slices.Clone(doc.Tokens)
		}
		top := k
		for j := from; j <= k; j++ {
			if h := tokens[j].Head; h < from || h > k {
				top = j
				break
			}
		}
		head, rel := tokens[top].Head, tokens[top].Rel
		for j := s.Start; j < s.End; j++ {
			if h := tokens[j].Head; (j < from || j > k) && h >= from && h <= k {
				tokens[j].Head = k
			}
		}
		for j := from; j < k; j++ {
			tokens[j].Head, tokens[j].Rel = k, "compound"
			if doc.Form(j) == "-" {
				tokens[j].Rel = "punct"
			}
		}
		switch base(rel) { // of what passed for a verb
		case "advcl", "csubj", "ccomp", "xcomp", "acl", "parataxis":
			if rel = "obj"; head > k {
				rel = "nsubj"
			}
		}
		t := &tokens[k]
		t.Head, t.Rel, t.UPOS, t.XPOS, t.Lemma = head, rel, "NOUN", "NN", whole
		if strings.HasSuffix(strings.ToLower(doc.Form(k)), whole[max(len(whole)-2, 0):]+"s") {
			t.XPOS = "NNS"
		}
	}
	return tokens
}

// hyphened returns the first token and the lemma of the noun of encounter that ends at token k and is
// written with hyphens, none where there is no such noun.
func hyphened(doc *lang.Doc, s lang.Range, k int) (from int, whole string) {
	l := &lex().meetings
	for _, parts := range []int{3, 2} {
		from = k - 2*(parts-1)
		if from <= s.Start {
			continue
		}
		words := make([]string, 0, parts)
		for j := from; j <= k; j += 2 {
			words = append(words, strings.ToLower(doc.Form(j)))
			if j < k && doc.Form(j+1) != "-" {
				words = nil
				break
			}
		}
		whole = strings.Join(words, "-")
		if one := strings.TrimSuffix(whole, "s"); l.Nouns[one] || l.Things[one] {
			whole = one
		}
		if whole == "" || !l.Nouns[whole] && !l.Things[whole] {
			continue
		}
		if k+1 < s.End && (doc.Tokens[k+1].UPOS == "NOUN" || doc.Form(k+1) == "-") {
			return from, "" // "face-to-face talks", "a sit-down protest"
		}
		switch b := doc.Tokens[from-1]; {
		case b.UPOS == "DET", b.UPOS == "ADJ", b.UPOS == "NUM", b.UPOS == "ADP", b.XPOS == "POS", b.XPOS == "PRP$", b.UPOS == "NOUN", b.UPOS == "PROPN":
			return from, whole
		case b.UPOS == "VERB" && (l.Having[b.Lemma] || l.Hold[b.Lemma]):
			return from, whole
		}
		return from, ""
	}
	return from, ""
}
