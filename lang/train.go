package lang

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"rapporteur/internal/linear"
)

// TrainTags learns tags and lemmas from marked sentences and returns the model's file.
func TrainTags(docs []*Doc) []byte {
	return newTagTraining(docs).file(docs, 10)
}

// tagger returns a tagger trained on some sentences.
func (t *tagTraining) tagger(docs []*Doc, rounds int) *tagger {
	made, err := readTagger(t.file(docs, rounds))
	if err != nil {
		panic(err) // it was written just now
	}
	return made
}

func (t *tagTraining) file(docs []*Doc, rounds int) []byte {
	model := t.run(docs, rounds).Model(0.1, 0.2)
	return linear.Pack([]byte(strings.Join(t.classes, "\n")), []byte(t.always), model.Bytes(), trainLemmas(docs))
}

// tagTraining knows the classes and which forms have one only.
type tagTraining struct {
	classes []string
	index   map[string]int
	only    map[uint64]int
	always  string // the same as lines of form, tab, class
}

func newTagTraining(docs []*Doc) *tagTraining {
	const (
		rarest = 3    // pairs of tags that are rarer are not learned
		often  = 20   // how often a form must stand
		nearly = .998 // and with one class, to have it always
	)
	count := map[string]int{}
	forms := map[string]map[string]int{}
	for _, d := range docs {
		for i, t := range d.Tokens {
			c := t.UPOS + " " + t.XPOS
			count[c]++
			f := d.Form(i)
			if forms[f] == nil {
				forms[f] = map[string]int{}
			}
			forms[f][c]++
		}
	}
	t := &tagTraining{index: map[string]int{}, only: map[uint64]int{}}
	for c, n := range count {
		if n >= rarest {
			t.classes = append(t.classes, c)
		}
	}
	slices.Sort(t.classes)
	for i, c := range t.classes {
		t.index[c] = i
	}
	var lines []string
	for f, classes := range forms {
		sum := 0
		for _, n := range classes {
			sum += n
		}
		for c, n := range classes {
			if class, ok := t.index[c]; ok && sum >= often && float64(n) >= nearly*float64(sum) {
				t.only[linear.Value(f)] = class
				lines = append(lines, fmt.Sprintf("%s\t%d\n", f, class))
			}
		}
	}
	slices.Sort(lines)
	t.always = strings.Join(lines, "")
	return t
}

// tagMargin is the distance by which the right tags must win while learning.
const tagMargin = 20

// run trains for some rounds over all sentences.
func (t *tagTraining) run(docs []*Doc, rounds int) *linear.Trainer {
	trainer := linear.NewTrainer(len(t.classes))
	trainer.MinUpdates = 2
	order := rand.New(rand.NewPCG(1, 2))
	docs = slices.Clone(docs)
	var tags []int
	var features []linear.Feature
	scores := make([]float32, len(t.classes))
	for range rounds {
		order.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
		for _, d := range docs {
			words := d.words(Range{0, len(d.Tokens)})
			tags = tags[:0]
			for i := range words {
				best, ok := t.only[words[i].form]
				if ok {
					tags = append(tags, best)
					continue
				}
				features = tagFeatures(features[:0], words, tags, i)
				gold, known := t.index[d.Tokens[i].UPOS+" "+d.Tokens[i].XPOS]
				clear(scores)
				trainer.Score(features, scores)
				if known {
					scores[gold] -= tagMargin
				}
				for c, s := range scores {
					if s > scores[best] {
						best = c
					}
				}
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

// JackknifeTags gives each sentence the tags of a tagger that has not seen it, so
// that what is trained on them learns to live with wrong ones.
func JackknifeTags(docs []*Doc, folds int) {
	tagged := make([][]Token, len(docs))
	for fold := range folds {
		var rest []*Doc
		for i, d := range docs {
			if i*folds/len(docs) != fold {
				rest = append(rest, d)
			}
		}
		t := newTagTraining(rest).tagger(rest, 5)
		work := t.newWork()
		for i, d := range docs {
			if i*folds/len(docs) == fold {
				copied := &Doc{Text: d.Text, Tokens: slices.Clone(d.Tokens)}
				t.sentence(copied, Range{0, len(d.Tokens)}, work)
				tagged[i] = copied.Tokens
			}
		}
	}
	for i, d := range docs {
		d.Tokens = tagged[i]
	}
}
