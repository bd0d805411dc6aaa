package lang

import (
	"math/rand/v2"
	"slices"
	"strings"

	"rapporteur/internal/linear"
)

// TrainTags learns tags and lemmas from marked sentences and returns the model's file.
func TrainTags(docs []*Doc) []byte {
	classes, index := tagClasses(docs)
	trainer := trainTags(docs, classes, index, 10)
	return linear.Pack([]byte(strings.Join(classes, "\n")), trainer.Model(0.05, 0.1).Bytes(), trainLemmas(docs))
}

func tagClasses(docs []*Doc) (classes []string, index map[string]int) {
	count := map[string]int{}
	for _, d := range docs {
		for _, t := range d.Tokens {
			count[t.UPOS+" "+t.XPOS]++
		}
	}
	for c, n := range count {
		if n >= 3 {
			classes = append(classes, c)
		}
	}
	slices.Sort(classes)
	index = map[string]int{}
	for i, c := range classes {
		index[c] = i
	}
	return classes, index
}

func trainTags(docs []*Doc, classes []string, index map[string]int, rounds int) *linear.Trainer {
	trainer := linear.NewTrainer(len(classes))
	trainer.MinUpdates = 2
	order := rand.New(rand.NewPCG(1, 2))
	docs = slices.Clone(docs)
	var words []word
	var tags []int
	var features []linear.Feature
	scores := make([]float32, len(classes))
	for range rounds {
		order.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		for _, d := range docs {
			words = d.words(Range{0, len(d.Tokens)}, words)
			tags = tags[:0]
			for i := range words {
				features = tagFeatures(features[:0], words, tags, i)
				clear(scores)
				trainer.Score(features, scores)
				best := 0
				for c, s := range scores {
					if s > scores[best] {
						best = c
					}
				}
				gold, known := index[d.Tokens[i].UPOS+" "+d.Tokens[i].XPOS]
				if known && best != gold {
					trainer.Update(features, gold, 1)
					trainer.Update(features, best, -1)
				}
				trainer.Step()
				tags = append(tags, best)
			}
		}
	}
	return trainer
}
