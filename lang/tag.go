package lang

import (
	_ "embed"
	"fmt"
	"slices"
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
	proper  int            // class of proper nouns, -1 for none
	always  map[uint64]int // class of the forms that have one only
	model   *linear.Model
	lemmas  *lemmas
	works   sync.Pool // of *tagWork
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
	t.proper = slices.Index(t.classes, "PROPN NNP")
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
	w, ok := t.works.Get().(*tagWork)
	if !ok {
		w = t.newWork()
	}
	defer t.works.Put(w)
	w.proper = d.properWords()
	for _, s := range d.Sentences {
		t.sentence(d, s.Range, w)
	}
}

// tagWork is the memory that tagging needs, kept from sentence to sentence.
type tagWork struct {
	words    []word
	tags     []int
	scores   []int32 // of each class for some words one after the other
	features []linear.Feature
	proper   map[uint64]bool // see properWords

	// What the features of a word alone add to the scores of the tags at its place and
	// at those around it is kept for when the word comes again; and so is what two tags
	// add to the next.
	known  []taggedWord
	rows   []int32 // of each known word: a row for each of the places it is seen from
	latest []uint8 // by pair of places among the known: the one used last
	pairs  [][]int32
}

// taggedWord is a word that the tagger has met.
type taggedWord struct {
	key   uint64
	sure  int // the class that the form always has, or -1
	class int // that it had last, and
	lemma string
}

const (
	taggedWords = 8192
	tagReach    = 2 // words on each side that are seen from a place
	tagRows     = 2*tagReach + 1
	tagChunk    = 256 // words of a sentence that are scored in one go
)

func (t *tagger) newWork() *tagWork {
	n := len(t.classes)
	return &tagWork{
		known: make([]taggedWord, taggedWords), rows: make([]int32, taggedWords*tagRows*n), latest: make([]uint8, taggedWords/2),
		pairs: make([][]int32, (n+1)*(n+1)),
	}
}

// know returns the place of a word among the known, and learns about it what is not known yet.
func (t *tagger) know(x *word, w *tagWork) int {
	key := x.form ^ uint64(x.kind&isSentence)<<32 // its groups depend on where it stands
	pair := int(key % (taggedWords / 2))
	for last := range 2 {
		if slot := 2*pair + last; w.known[slot].key == key {
			w.latest[pair] = uint8(last)
			return slot
		}
	}
	w.latest[pair] = 1 - w.latest[pair]
	slot := 2*pair + int(w.latest[pair])
	k := &w.known[slot]
	*k = taggedWord{key: key, sure: -1, class: -1}
	if c, ok := t.always[x.form]; ok {
		k.sure = c
	}
	rows := t.rowsOf(slot, w)
	clear(rows)
	for at := range tagRows {
		w.features = wordFeatures(w.features[:0], x, at-tagReach)
		t.model.Score(w.features, rows[at*len(t.classes):][:len(t.classes)])
	}
	return slot
}

func (t *tagger) rowsOf(slot int, w *tagWork) []int32 {
	return w.rows[slot*tagRows*len(t.classes):][:tagRows*len(t.classes)]
}

// pair returns what the tags of the two words before add to the scores.
func (t *tagger) pair(t1, t2 int, w *tagWork) []int32 {
	n := len(t.classes)
	row := &w.pairs[min(t1, n)*(n+1)+min(t2, n)]
	if *row == nil {
		*row = make([]int32, n)
		w.features = pairFeatures(w.features[:0], uint64(t1), uint64(t2))
		t.model.Score(w.features, *row)
	}
	return *row
}

// noTag stands for the tag of a word before the sentence.
const noTag = 9999

func (t *tagger) sentence(d *Doc, r Range, w *tagWork) {
	w.words = d.words(r)
	w.tags = w.tags[:0]
	n := len(t.classes)
	for from := 0; from < r.Len(); from += tagChunk {
		end := min(from+tagChunk, r.Len())
		t.alone(from, end, w)
		for i := from; i < end; i++ {
			slot := t.know(&w.words[i], w)
			k := &w.known[slot]
			best := k.sure
			if t.proper >= 0 && (best < 0 && d.initials(r.Start+i, r.End) || d.namedHe(r.Start+i, r)) {
				best = t.proper
			}
			if best < 0 {
				t1, t2 := tagsBefore(w.tags, i)
				scores := w.scores[(i-from)*n:][:n]
				linear.Add(scores, t.pair(t1, t2, w))
				w.features = contextFeatures(w.features[:0], w.words, uint64(t1), uint64(t2), i)
				t.model.Score(w.features, scores)
				best = 0
				never := d.never(r.Start+i, r)
				for c, s := range scores {
					if s > scores[best] && (never == "" || t.upos[c] != never && (never != "VB" || t.xpos[c] != "VB" && t.xpos[c] != "VBP")) {
						best = c
					}
				}
			}
			if x := &w.words[i]; t.proper >= 0 && x.kind&isSentence != 0 && misread[t.upos[best]] && w.proper[x.lower] {
				best = t.proper
			}
			w.tags = append(w.tags, best)
			token := &d.Tokens[r.Start+i]
			token.UPOS, token.XPOS = t.upos[best], t.xpos[best]
			if k.class != best {
				k.class, k.lemma = best, strings.Clone(t.lemmas.of(d.Form(r.Start+i), token.UPOS, token.XPOS))
			}
			token.Lemma = k.lemma
		}
	}
}

// never returns what part of speech, or tag, token i of a sentence cannot have, "" where nothing is known: a
// "chief" is no verb, whatever stands before it, a "chief executive" is somebody, and what is "over pay" is
// about no infinitive.
func (d *Doc) never(i int, s Range) string {
	switch d.Form(i) {
	case "chief":
		return "VERB"
	case "executive":
		if i > s.Start && strings.EqualFold(d.Form(i-1), "chief") && (i+1 >= s.End || d.Form(i+1) != "officer" && d.Form(i+1) != "officers") {
			return "ADJ"
		}
	}
	if i > s.Start && noInfinitive[strings.ToLower(d.Form(i-1))] {
		return "VB"
	}
	return ""
}

// noInfinitive are the words right behind which no infinitive stands without "to".
var noInfinitive = map[string]bool{
	"over": true, "on": true, "of": true, "for": true, "with": true, "including": true, "between": true, "from": true, "against": true,
	"under": true, "regarding": true, "concerning": true, "upon": true, "into": true,
}

// initials reports whether token i is the name of a body that is written as a word of another
// kind: "the WHO", but not in a line of capitals.
func (d *Doc) initials(i, end int) bool {
	if d.Form(i) != "WHO" {
		return false
	}
	if i+1 == end {
		return true
	}
	next := d.Form(i + 1)
	return len(next) < 2 || strings.ToUpper(next) != next || strings.ToLower(next) == next
}

// alone fills in, for some words of the sentence, what each word at or around their
// places adds to their scores.
func (t *tagger) alone(from, end int, w *tagWork) {
	n := len(t.classes)
	if cap(w.scores) < (end-from)*n {
		w.scores = make([]int32, tagChunk*n)
	}
	w.scores = w.scores[:(end-from)*n]
	clear(w.scores)
	for k := from - tagReach; k < end+tagReach; k++ {
		x := &edge
		if k >= 0 && k < len(w.words) {
			x = &w.words[k]
		}
		rows := t.rowsOf(t.know(x, w), w)
		for at := range tagRows {
			// The word is this far behind or before the place.
			if i := k - (at - tagReach); i >= from && i < end {
				linear.Add(w.scores[(i-from)*n:][:n], rows[at*n:][:n])
			}
		}
	}
}

func tagsBefore(tags []int, i int) (t1, t2 int) {
	t1, t2 = noTag, noTag
	if i > 0 {
		t1 = tags[i-1]
	}
	if i > 1 {
		t2 = tags[i-2]
	}
	return t1, t2
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
	for at := -tagReach; at <= tagReach; at++ {
		x := &edge
		if k := i + at; k >= 0 && k < len(words) {
			x = &words[k]
		}
		f = wordFeatures(f, x, at)
	}
	t1, t2 := tagsBefore(tags, i)
	f = pairFeatures(f, uint64(t1), uint64(t2))
	return contextFeatures(f, words, uint64(t1), uint64(t2), i)
}

// tagTemplates are the hashes of the templates of features; their numbers may not
// change without training anew.
var tagTemplates = func() (t [57]linear.Feature) {
	for i := range t {
		t[i] = linear.New(i)
	}
	return t
}()

// wordFeatures appends the features of a word alone, as it is seen from a place so
// many words before it.
func wordFeatures(f []linear.Feature, x *word, at int) []linear.Feature {
	add := func(template int, value uint64) { f = append(f, tagTemplates[template].With(value)) }
	groups := func(first int) {
		for l, g := range x.groups {
			add(first+3*l, uint64(g))
		}
	}
	switch at {
	case 0:
		kind := uint64(x.kind)
		add(0, 1)
		add(1, x.form)
		add(2, x.lower)
		for k := range 3 {
			f = append(f, tagTemplates[6+k].With(x.suffix[k]).With(kind))
		}
		add(9, x.suffix[3])
		add(10, x.suffix[4])
		for k := range 4 {
			add(12+k, x.prefix[k])
		}
		add(16, x.shape)
		groups(38)
	case -1:
		add(22, x.lower)
		add(31, x.suffix[2])
		add(35, x.shape)
		groups(40)
	case -2:
		add(24, x.lower)
	case 1:
		add(26, x.lower)
		add(32, x.suffix[2])
		add(34, x.shape)
		groups(39)
	case 2:
		add(28, x.lower)
		add(37, x.suffix[2])
		add(47, uint64(x.groups[1]))
	}
	return f
}

// pairFeatures appends the features of the two tags before.
func pairFeatures(f []linear.Feature, t1, t2 uint64) []linear.Feature {
	return append(f, tagTemplates[19].With(t1), tagTemplates[20].With(t1).With(t2))
}

// contextFeatures appends the features of token i that are of several words, or of
// words and tags.
func contextFeatures(f []linear.Feature, words []word, t1, t2 uint64, i int) []linear.Feature {
	at := func(k int) *word {
		if k < 0 || k >= len(words) {
			return &edge
		}
		return &words[k]
	}
	w, a1, a2, b1, b2 := at(i), at(i-1), at(i-2), at(i+1), at(i+2)
	two := func(template int, a, b uint64) { f = append(f, tagTemplates[template].With(a).With(b)) }
	three := func(template int, a, b, c uint64) { f = append(f, tagTemplates[template].With(a).With(b).With(c)) }
	two(3, w.lower, t1)
	two(4, w.lower, a1.lower)
	two(5, w.lower, b1.lower)
	two(11, w.suffix[2], t1)
	three(17, w.shape, uint64(w.kind&isSentence), uint64(b1.kind&isCapital))
	two(18, uint64(w.kind), t1)
	three(21, t1, t2, w.suffix[1])
	two(23, a1.lower, t2)
	two(25, a2.lower, a1.lower)
	two(27, b1.lower, t1)
	two(29, b1.lower, b2.lower)
	two(30, a1.lower, b1.lower)
	two(33, b1.suffix[1], w.suffix[1])
	two(36, b1.suffix[2], t1)
	two(48, uint64(w.groups[1]), t1)
	two(49, uint64(w.groups[2]), t1)
	two(50, uint64(b1.groups[1]), t1)
	two(51, w.lower, uint64(b1.groups[1]))
	two(52, w.lower, uint64(a1.groups[1]))
	two(53, uint64(w.groups[1]), uint64(b1.groups[1]))
	two(54, uint64(w.groups[1]), uint64(a1.groups[1]))
	three(55, uint64(b1.groups[1]), uint64(b2.groups[0]), w.suffix[1])
	three(56, uint64(w.groups[0]), uint64(b1.groups[0]), t1)
	return f
}
