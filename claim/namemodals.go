package claim

import (
	"slices"

	"rapporteur/lang"
)

// modalNames are names of people that are modals too.
var modalNames = words{"May": true, "Will": true, "Can": true}

// nameModals gives back their names to people who are called like a modal: "May said", "Will's
// spokesman". It works on a copy of the tokens.
func nameModals(doc *lang.Doc) *lang.Doc {
	var tokens []lang.Token
	for _, s := range doc.Sentences {
		for i := s.Start; i+2 < s.End; i++ {
			if !modalNames[doc.Form(i)] || doc.Tokens[i].UPOS != "AUX" {
				continue
			}
			k, rel := namedModal(doc, s.Range, i)
			if k < 0 {
				continue
			}
			if tokens == nil {
				tokens = slices.Clone(doc.Tokens)
			}
			t := &tokens[i]
			t.UPOS, t.XPOS, t.Lemma, t.Head, t.Rel = "PROPN", "NNP", doc.Form(i), k, rel
			if rel == "nmod:poss" {
				tokens[i+1].Head = i
			}
		}
	}
	if tokens == nil {
		return doc
	}
	mended := *doc
	mended.Tokens = tokens
	return &mended
}

// namedModal returns the word that a name taken for a modal belongs to, and as what; -1 where
// it is a modal.
func namedModal(doc *lang.Doc, s lang.Range, i int) (head int, rel string) {
	next := doc.Tokens[i+1]
	if next.XPOS == "POS" && next.Head > i+1 {
		return next.Head, "nmod:poss"
	}
	k := i + 1
	for k+1 < s.End && doc.Tokens[k].UPOS == "ADV" {
		k++ // "May again said"
	}
	switch t := doc.Tokens[k]; {
	case t.XPOS == "VBD" || t.XPOS == "VBZ":
	case t.UPOS == "AUX" && t.Head > k && t.XPOS != "VB":
	default:
		return -1, ""
	}
	if h := doc.Tokens[i].Head; h > i {
		k = h
	}
	return k, "nsubj"
}
