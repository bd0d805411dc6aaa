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
		rest     int // rounds for which it is left out, as it was right by the margin
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
				e := example{features: make([][]linear.Feature, s.Len()), gold: gold[s.Start:s.End]}
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
	// Most examples are learned without some of their features and without the
	// words of some tokens, so that what is known of other words carries weight.
	var kept [][]linear.Feature
	thin := func(features [][]linear.Feature) [][]linear.Feature {
		if order.Uint32()%4 == 0 {
			return features
		}
		for len(kept) < len(features) {
			kept = append(kept, nil)
		}
		for i, f := range features {
			k := kept[i][:0]
			unknown := order.Uint32()%2 == 0
			for n, x := range f {
				if unknown && n >= 1 && n <= 4 || order.Uint32()%8 == 0 {
					continue
				}
				k = append(k, x)
			}
			kept[i] = k
		}
		return kept[:len(features)]
	}
	for round := range 10 {
		order.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for i := range examples {
			e := &examples[i]
			if e.rest > 0 {
				e.rest--
				trainer.Step()
				continue
			}
			if trainer.Learn(thin(e.features), e.gold) == 0 && round > 0 {
				e.rest = 1
			}
		}
	}
	return linear.Pack([]byte(strings.Join(labels, " ")), trainer.Trainer.Model(0.3, 0.6).Bytes())
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
