package lang

import (
	"math/rand/v2"
	"slices"
	"strings"

	"rapporteur/internal/linear"
)

// TrainNames learns to find names from marked texts and returns the model's file.
func TrainNames(docs []*Doc) []byte {
	labels := nameLabels(string(PER), string(ORG), string(LOC), string(NORP), "FAC", "MISC")
	index := map[string]int{}
	for i, l := range labels {
		index[l] = i
	}
	type example struct {
		doc      *Doc
		sentence Range
		gold     []int
		work     *nameWork
	}
	var examples []example
	for _, d := range docs {
		w := &nameWork{}
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
			examples = append(examples, example{d, s.Range, gold[s.Start:s.End], w})
		}
	}
	trainer := linear.NewChainTrainer(len(labels), follows(labels))
	trainer.MinUpdates = 2
	trainer.Margin = 1
	order := rand.New(rand.NewPCG(3, 4))
	var rows [][]linear.Feature
	for range 10 {
		order.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, e := range examples {
			e.work.sentence(e.doc, e.sentence)
			rows = rows[:0]
			for i := range e.gold {
				rows = append(rows, slices.Clone(e.work.features(i)))
			}
			trainer.Learn(rows, e.gold)
		}
	}
	return linear.Pack([]byte(strings.Join(labels, " ")), trainer.Trainer.Model(0.02, 0.04).Bytes())
}

// ListedPeople reports whether the words of a range are a nationality or other
// people by the gazetteers.
func (d *Doc) ListedPeople(r Range) bool {
	words := d.words(r, nil)
	for _, b := range loadGazetteer().look(words, nil) {
		if b&listedPeople == 0 {
			return false
		}
	}
	return true
}
