package claim

import (
	"slices"

	"rapporteur/lang"
)

// seatVoices gives verbs of telling that stand behind what is told the subject that the
// tree has taken for an apposition to its last noun: "The union has signed the contract,
// its chairman, Bob Ware, said."
func seatVoices(doc *lang.Doc) *lang.Doc {
	var tokens []lang.Token
	for _, s := range doc.Sentences {
		if s.Heading {
			continue
		}
		for v := s.Start + 3; v < s.End; v++ {
			if k := strayVoice(doc, s.Range, v); k >= 0 {
				if tokens == nil {
					tokens = slices.Clone(doc.Tokens)
				}
				tokens[k].Head, tokens[k].Rel = v, "nsubj"
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

// strayVoice returns the noun that is the subject of a verb of telling without one: the
// apposition that ends right before it, within what is told; -1 for none.
func strayVoice(doc *lang.Doc, s lang.Range, v int) int {
	t := doc.Tokens[v]
	if t.UPOS != "VERB" || t.XPOS != "VBD" && t.XPOS != "VBZ" && t.XPOS != "VBP" || !lex().speech.Verbs[lemmaOf(doc, v)] {
		return -1
	}
	told, best := false, -1
	for i := s.Start; i < s.End; i++ {
		switch x := doc.Tokens[i]; {
		case x.Rel == "conj" && i > v && x.UPOS == "VERB":
			return -1 // what is told may go on behind the telling
		case x.Head != v:
		case x.Rel == "nsubj" || x.Rel == "nsubj:pass" || x.Rel == "csubj" || x.Rel == "expl" || x.Rel == "cop":
			return -1
		case x.Rel == "ccomp" && i < v:
			told = true
		}
	}
	if !told {
		return -1
	}
	for k := s.Start + 2; k < v; k++ {
		x := doc.Tokens[k]
		if x.Rel != "appos" && x.Rel != "conj" || x.UPOS != "NOUN" && x.UPOS != "PROPN" || x.Head >= k {
			continue
		}
		first, last := k, k
		for i := s.Start; i < s.End; i++ {
			for h, steps := i, 0; h >= 0 && steps < 40; h, steps = doc.Tokens[h].Head, steps+1 {
				if h == k {
					first, last = min(first, i), max(last, i)
					break
				}
			}
		}
		if last < v && last >= v-2 && (last == v-1 || doc.Form(v-1) == ",") && first > s.Start && doc.Form(first-1) == "," || first > s.Start+1 && first < k && doc.Form(first) == "," && last < v && last >= v-2 {
			if best < 0 || k < best {
				best = k
			}
		}
	}
	return best
}
