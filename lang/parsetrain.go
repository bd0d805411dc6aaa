package lang

import (
	"math/rand/v2"
	"slices"
	"strings"
	"sync"

	"rapporteur/internal/linear"
	"rapporteur/internal/neural"
)

// TrainParser learns a parser from documents with tags and trees, passing over them
// so many times, and returns the model's file. Progress, if not nil, is told the
// mean loss of a word after each pass.
func TrainParser(docs []*Doc, passes int, progress func(pass int, loss float64)) []byte {
	tagged := jackknife(docs)
	lex, rels := learnLexicon(tagged), relations(docs)
	n := newNetwork(lex, rels)
	t := trainer[*example]{
		net: n, all: examples(tagged, lex, rels), batch: 500, rng: rand.New(rand.NewPCG(1, 2)),
		tokens: func(e *example) int { return len(e.tokens) },
	}
	for k := range t.workers {
		t.workers[k] = &worker{n: n, rng: rand.New(rand.NewPCG(3, uint64(k)))}
	}
	t.run(passes, progress)
	return n.bytes()
}

// folds is into how many parts the training texts are divided for tagging: each is
// tagged by a tagger that has not seen it, so that the parser learns what tags to trust.
const folds = 5

// jackknife returns copies of the documents with tags as a tagger gives them to texts
// that are new to it.
func jackknife(docs []*Doc) []*Doc {
	out := make([]*Doc, len(docs))
	const run = 20 // neighbours, often of one text, go to the same part
	for _, d := range docs {
		d.words(Range{}) // read here, since the folds share them
	}
	var wait sync.WaitGroup
	for fold := range folds {
		wait.Go(func() {
			var seen []*Doc
			for i, d := range docs {
				if i/run%folds != fold {
					seen = append(seen, d)
				}
			}
			t := newTagTraining(seen).tagger(seen, 6)
			work := t.newWork()
			for i, d := range docs {
				if i/run%folds != fold {
					continue
				}
				c := *d
				c.Tokens = slices.Clone(d.Tokens)
				for _, s := range c.Sentences {
					t.sentence(&c, s.Range, work)
				}
				out[i] = &c
			}
		})
	}
	wait.Wait()
	return out
}

// learnLexicon numbers the traits of the words that are frequent enough.
func learnLexicon(docs []*Doc) *lexicon {
	count := map[string]int{}
	for _, d := range docs {
		for i, t := range d.Tokens {
			for _, k := range tokenKeys(d.Form(i), t.UPOS, t.XPOS, i == d.Sentences[0].Start) {
				count[k]++
			}
		}
	}
	var keys []string
	for k, n := range count {
		if n >= 3 || n == 2 && k[0] == 'w' {
			keys = append(keys, k)
		}
	}
	slices.Sort(keys)
	l := &lexicon{vectors: loadVectors(), rows: make(map[string]int32, len(keys))}
	for i, k := range keys {
		l.rows[k] = int32(i)
	}
	return l
}

// examples are the sentences of documents as the network learns them.
func examples(docs []*Doc, lex *lexicon, rels []string) []*example {
	var all []*example
	for _, d := range docs {
		for _, s := range d.Sentences {
			e := &example{}
			for i := s.Start; i < s.End; i++ {
				t := &d.Tokens[i]
				e.tokens = append(e.tokens, lex.token(d.Form(i), t.UPOS, t.XPOS, i == s.Start))
				head := rootHead
				if t.Head >= 0 {
					head = t.Head - s.Start + 1
				}
				rel, _ := slices.BinarySearch(rels, t.Rel)
				e.head, e.rel = append(e.head, head), append(e.rel, rel)
			}
			all = append(all, e)
		}
	}
	return all
}

func relations(docs []*Doc) []string {
	var rels []string
	for _, d := range docs {
		for _, t := range d.Tokens {
			rels = append(rels, t.Rel)
		}
	}
	slices.Sort(rels)
	return slices.Compact(rels)
}

// bytes returns the stored form of the network; [readParser] is its counterpart.
func (n *network) bytes() []byte {
	keys := make([]string, len(n.lex.rows))
	for k, i := range n.lex.rows {
		keys[i] = k
	}
	b := neural.Quantize(n.table, n.table.Rows).Append(nil)
	b = neural.Quantize(n.vector, n.vector.Rows).Append(b)
	for _, l := range n.layers {
		b = neural.Quantize(l.W, l.W.Rows).Append(b)
		for k := range 4 {
			b = neural.AppendFloats(b, l.V.Row(k))
		}
	}
	b = neural.Quantize(n.views, wordSize).Append(b)
	b = neural.AppendFloats(b, n.views.Row(wordSize))
	b = neural.Quantize(n.arc, arcSize).Append(b)
	b = neural.AppendFloats(b, n.arc.Row(arcSize))
	b = neural.AppendFloats(b, n.root.W)
	b = neural.AppendFloats(b, n.far.W)
	b = neural.Quantize(n.rel, relSize).Append(b)
	b = neural.AppendFloats(b, n.rel.Row(relSize))
	return linear.Archive([]byte(strings.Join(keys, "\n")), []byte(strings.Join(n.rels, "\n")), b)
}
