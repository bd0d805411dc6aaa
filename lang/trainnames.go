package lang

import (
	"math/rand/v2"
	"slices"
	"strings"

	"rapporteur/internal/linear"
)

// NameTexts are texts with marked names, after one of the guidelines.
type NameTexts struct {
	Docs  []*Doc
	Style Guidelines
}

// TrainNames learns to find names from marked texts and returns the model's file.
func TrainNames(texts ...NameTexts) []byte {
	labels := nameLabels(string(PER), string(ORG), string(LOC), string(NORP), "FAC", "MISC")
	index := map[string]int{}
	for i, l := range labels {
		index[l] = i
	}
	type example struct {
		features [][]linear.Feature
		gold     []int
	}
	var examples []example
	for _, t := range texts {
		for _, d := range t.Docs {
			w := &nameWork{style: t.Style}
			w.prepare(d)
			gold := make([]int, len(d.Tokens))
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
			for _, s := range d.Sentences {
				w.sentence(d, s.Range)
				e := example{make([][]linear.Feature, s.Len()), gold[s.Start:s.End]}
				for i := range e.features {
					e.features[i] = slices.Clone(w.features(i))
				}
				examples = append(examples, e)
			}
		}
	}
	trainer := linear.NewChainTrainer(len(labels), follows(labels))
	trainer.MinUpdates = 2
	trainer.Margin = 10
	order := rand.New(rand.NewPCG(3, 4))
	for range 8 {
		order.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, e := range examples {
			trainer.Learn(e.features, e.gold)
		}
	}
	return linear.Pack([]byte(strings.Join(labels, " ")), trainer.Trainer.Model(0.05, 0.1).Bytes())
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
