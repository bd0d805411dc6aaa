package lang

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"

	"rapporteur/internal/linear"
)

// The tagger reads a sentence from left to right and gives each token the best
// pair of a universal and a Penn tag, seeing the words around it and the tags
// already given.

//go:embed model/tags.bin
var storedTags []byte

type tagger struct {
	classes []string // "UPOS XPOS"
	upos    []string
	xpos    []string
	always  map[uint64]int // class of the forms that have one only
	model   *linear.Model
	lemmas  *lemmas
}

var loadTagger = sync.OnceValue(func() *tagger {
	t, err := readTagger(storedTags)
	if err != nil {
		panic(fmt.Sprintf("embedded model of tags: %v", err)) // caught by every test
	}
	return t
})

func readTagger(stored []byte) (*tagger, error) {
	parts, err := linear.Unpack(stored, 4)
	if err != nil {
		return nil, err
	}
	t := &tagger{classes: strings.Split(string(parts[0]), "\n"), always: map[uint64]int{}}
	for _, c := range t.classes {
		u, x, _ := strings.Cut(c, " ")
		t.upos, t.xpos = append(t.upos, u), append(t.xpos, x)
	}
	for line := range strings.Lines(string(parts[1])) {
		form, class, _ := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		c, err := strconv.Atoi(class)
		if err != nil || c < 0 || c >= len(t.classes) {
			return nil, fmt.Errorf("read tagger: class %q of %q: there is none; train it again", class, form)
		}
		t.always[linear.Value(form)] = c
	}
	if t.model, err = linear.Read(parts[2]); err != nil {
		return nil, err
	}
	t.lemmas, err = readLemmas(parts[3])
	return t, err
}

// Tag fills in the tags and lemmas of a text whose tokens and sentences are known.
func (d *Doc) Tag() {
	t := loadTagger()
	var work tagWork
	for _, s := range d.Sentences {
		t.sentence(d, s.Range, &work)
	}
}

type tagWork struct {
	words    []word
	tags     []int
	scores   []int32
	features []linear.Feature
}

func (t *tagger) sentence(d *Doc, r Range, w *tagWork) {
	w.words = d.words(r)
	w.tags = w.tags[:0]
	if w.scores == nil {
		w.scores = make([]int32, len(t.classes))
	}
	for i := range w.words {
		best, ok := t.always[w.words[i].form]
		if !ok {
			w.features = tagFeatures(w.features[:0], w.words, w.tags, i)
			clear(w.scores)
			t.model.Score(w.features, w.scores)
			for c, s := range w.scores {
				if s > w.scores[best] {
					best = c
				}
			}
		}
		w.tags = append(w.tags, best)
		token := &d.Tokens[r.Start+i]
		token.UPOS, token.XPOS = t.upos[best], t.xpos[best]
		token.Lemma = t.lemmas.of(d.Form(r.Start+i), token.UPOS, token.XPOS)
	}
}

// edge stands for the words before and after a sentence.
var edge = func() word {
	w := word{form: 1, lower: 1, shape: 1, kind: isPunct}
	for i := range w.suffix {
		w.suffix[i] = 1
	}
	return w
}()

// tagFeatures appends the features of token i; tags are those given before it.
func tagFeatures(f []linear.Feature, words []word, tags []int, i int) []linear.Feature {
	at := func(k int) *word {
		if k < 0 || k >= len(words) {
			return &edge
		}
		return &words[k]
	}
	w, a1, a2, b1, b2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	t1, t2 := uint64(9999), uint64(9999)
	if i > 0 {
		t1 = uint64(tags[i-1])
	}
	if i > 1 {
		t2 = uint64(tags[i-2])
	}
	n := 0
	add := func(values ...uint64) {
		x := linear.New(n)
		n++
		for _, v := range values {
			x = x.With(v)
		}
		f = append(f, x)
	}
	kind := uint64(w.kind)
	add(1)
	add(w.form)
	add(w.lower)
	add(w.lower, t1)
	add(w.lower, a1.lower)
	add(w.lower, b1.lower)
	add(w.suffix[0], kind)
	add(w.suffix[1], kind)
	add(w.suffix[2], kind)
	add(w.suffix[3])
	add(w.suffix[4])
	add(w.suffix[2], t1)
	add(w.prefix[0])
	add(w.prefix[1])
	add(w.prefix[2])
	add(w.prefix[3])
	add(w.shape)
	add(w.shape, uint64(w.kind&isSentence), uint64(b1.kind&isCapital))
	add(kind, t1)
	add(t1)
	add(t1, t2)
	add(t1, t2, w.suffix[1])
	add(a1.lower)
	add(a1.lower, t2)
	add(a2.lower)
	add(a2.lower, a1.lower)
	add(b1.lower)
	add(b1.lower, t1)
	add(b2.lower)
	add(b1.lower, b2.lower)
	add(a1.lower, b1.lower)
	add(a1.suffix[2])
	add(b1.suffix[2])
	add(b1.suffix[1], w.suffix[1])
	add(b1.shape)
	add(a1.shape)
	add(b1.suffix[2], t1)
	add(b2.suffix[2])
	for l := range clusterLevels {
		add(uint64(w.groups[l]))
		add(uint64(b1.groups[l]))
		add(uint64(a1.groups[l]))
	}
	add(uint64(b2.groups[1]))
	add(uint64(w.groups[1]), t1)
	add(uint64(w.groups[2]), t1)
	add(uint64(b1.groups[1]), t1)
	add(w.lower, uint64(b1.groups[1]))
	add(w.lower, uint64(a1.groups[1]))
	add(uint64(w.groups[1]), uint64(b1.groups[1]))
	add(uint64(w.groups[1]), uint64(a1.groups[1]))
	add(uint64(b1.groups[1]), uint64(b2.groups[0]), w.suffix[1])
	add(uint64(w.groups[0]), uint64(b1.groups[0]), t1)
	return f
}
