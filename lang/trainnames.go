package lang

import (
	"math/rand/v2"
	"slices"
)

// NameTexts are texts with marked names, after one of the guidelines.
type NameTexts struct {
	Docs  []*Doc
	Style Guidelines
}

// TrainNames learns to find names from marked texts, passing over them so many
// times, and returns the model's file. Progress, if not nil, is told the mean loss
// of a token after each pass.
func TrainNames(passes int, progress func(pass int, loss float64), texts ...NameTexts) []byte {
	labels := nameLabels(string(PER), string(ORG), string(LOC), string(NORP), "FAC", "MISC")
	all, keys := nameExamples(labels, texts)
	n := newNameNetwork(labels, keys)
	t := trainer[*nameExample]{
		net: n, all: all, batch: 800, rng: rand.New(rand.NewPCG(23, 0)),
		tokens: func(e *nameExample) int { return len(e.tokens) },
	}
	for k := range t.workers {
		t.workers[k] = &nameWorker{n: n, rng: rand.New(rand.NewPCG(25+uint64(k), 0))}
	}
	t.run(passes, progress)
	return n.bytes()
}

const (
	rarestTrait = 3   // traits that are rarer have no row
	longestPart = 400 // tokens of a text that are learned at once
)

// nameExamples are the texts, long ones in parts, as the network learns them, and the
// hashes of the traits that have a row, in ascending order.
func nameExamples(labels []string, texts []NameTexts) (all []*nameExample, keys []uint32) {
	index := map[string]uint8{}
	for i, l := range labels {
		index[l] = uint8(i)
	}
	count := map[uint32]int{}
	traits := map[*nameExample][]nameTraitKeys{}
	for _, t := range texts {
		for _, d := range t.Docs {
			w := &nameWork{style: t.Style}
			w.prepare(d)
			gold := goldLabels(d, index)
			var e *nameExample
			for _, s := range d.Sentences {
				if e == nil || len(e.tokens)+s.Len() > longestPart {
					e = &nameExample{style: t.Style.scores()}
					all = append(all, e)
				}
				w.sentence(s.Range)
				for i := range s.Len() {
					token, k := w.token(i, nil)
					for _, key := range k {
						if key != 0 {
							count[key]++
						}
					}
					e.tokens, traits[e] = append(e.tokens, token), append(traits[e], k)
				}
				e.gold = append(e.gold, gold[s.Start:s.End]...)
				e.ends = append(e.ends, len(e.tokens))
			}
		}
	}
	for k, n := range count {
		if n >= rarestTrait {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	table := newRowTable(keys)
	for _, e := range all {
		for i, k := range traits[e] {
			table.rowsOf(&k, &e.tokens[i].rows)
		}
	}
	return all, keys
}

// goldLabels are the labels of the tokens by the names marked.
func goldLabels(d *Doc, index map[string]uint8) []uint8 {
	gold := make([]uint8, len(d.Tokens))
	for _, n := range d.Names {
		for i := n.Start; i < n.End; i++ {
			at := "I-"
			switch {
			case n.Len() == 1:
				at = "S-"
			case i == n.Start:
				at = "B-"
			case i == n.End-1:
				at = "E-"
			}
			gold[i] = index[at+string(n.Type)]
		}
	}
	return gold
}

// ListedPeople reports whether the words of a range are a nationality or other
// people by the gazetteers.
func (d *Doc) ListedPeople(r Range) bool {
	words := d.words(r)
	for _, b := range loadGazetteer().look(words, nil) {
		if b&listedPeople == 0 {
			return false
		}
	}
	return true
}
