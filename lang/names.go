package lang

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"strings"
	"sync"

	"rapporteur/internal/linear"
	"rapporteur/internal/neural"
)

// Names are found sentence by sentence as the best sequence of labels: each
// token begins, continues or ends a name of some type, is one by itself, or is
// outside.

//go:embed model/names.bin
var storedNames []byte

// finder is a [nameNetwork] for reading. It may be used by many goroutines at once.
type finder struct {
	labels  []string // "O", "B-PER", "I-PER", "E-PER", "S-PER", …
	rows    *rowTable
	keys    int
	vectors *vectors
	table   []byte // embeddings, traitSize signed numbers to a row
	unit    []float32
	sight   []float32 // dim × sightSize
	packed  [nameLayers]*neural.Packed
	outside [nameInput]uint8      // levels where the sentence has ended
	cells   [nameLayers][]float32 // as in [neural.Layer.V]
	scores  [styles][]float32     // wordSize × labelSpace
	biases  [styles][]float32
	into    [][]labelStep // by label
	first   []bool        // which label may stand first
}

// labelStep is from one label to the next.
type labelStep struct {
	from  uint8
	score float32
}

var loadFinder = sync.OnceValue(func() *finder {
	f, err := readFinder(storedNames, loadVectors())
	if err != nil {
		panic(fmt.Sprintf("embedded model of names: %v", err)) // caught by every test
	}
	return f
})

// readFinder decodes what [nameNetwork.bytes] wrote.
func readFinder(stored []byte, v *vectors) (*finder, error) {
	parts, err := linear.Extract(stored, 3)
	if err != nil {
		return nil, err
	}
	f := &finder{labels: strings.Split(string(parts[0]), " "), vectors: v}
	if len(f.labels) > labelSpace {
		return nil, errors.New("read names: too many labels; train them again")
	}
	pairs, first := labelPairs(f.labels)
	var keys []uint32
	key := uint32(0)
	for b := parts[1]; len(b) > 0; {
		d, n := binary.Uvarint(b)
		if n <= 0 {
			return nil, errors.New("read names: the data are damaged; train them again")
		}
		b = b[n:]
		key += uint32(d)
		keys = append(keys, key)
	}
	f.keys, f.rows = len(keys), newRowTable(keys)
	r := &neural.Reader{B: parts[2]}
	f.table, f.unit = r.Table(len(keys)+gramRows, traitSize)
	f.sight = r.Quantized(v.dim, sightSize).Floats()
	for i, in := range layerInputs {
		f.packed[i] = neural.NewPacked(r.Quantized(in, layerGates), nil)
		for range 4 {
			f.cells[i] = append(f.cells[i], r.Floats(wordSize)...)
		}
	}
	for s := range f.scores {
		f.scores[s] = r.Quantized(wordSize, labelSpace).Floats()
		f.biases[s] = r.Floats(labelSpace)
	}
	follow := r.Floats(len(f.labels) * len(f.labels))
	f.first, f.into = first, make([][]labelStep, len(f.labels))
	for _, p := range pairs {
		f.into[p[1]] = append(f.into[p[1]], labelStep{p[0], follow[int(p[0])*len(f.labels)+int(p[1])]})
	}
	neural.Levels(f.outside[:], make([]float32, nameInput))
	return f, r.Err
}

// nameLabels returns the labels for some types of name.
func nameLabels(types ...string) []string {
	labels := []string{"O"}
	for _, t := range types {
		for _, at := range "BIES" {
			labels = append(labels, string(at)+"-"+t)
		}
	}
	return labels
}

// follows tells which label may stand after which; -1 is the start of a sentence.
func follows(labels []string) func(a, b int) bool {
	return func(a, b int) bool {
		from := "O"
		if a >= 0 {
			from = labels[a]
		}
		to := labels[b]
		if from[0] == 'B' || from[0] == 'I' {
			return (to[0] == 'I' || to[0] == 'E') && from[1:] == to[1:]
		}
		return to[0] != 'I' && to[0] != 'E'
	}
}

// Guidelines say what counts as a name and of which type. Marked texts differ in that.
type Guidelines uint8

const (
	Press    Guidelines = iota // as Newswire, with buildings, ports and bridges as places
	Newswire                   // as in the Worldwide newswire
	Treebank                   // as in Universal NER
)

// FindNames fills in the names of a text whose tokens and sentences are known,
// and its tags if possible.
func (d *Doc) FindNames() { d.FindNamesBy(Press) }

// scores says which of the sets of scores of labels a guideline takes.
func (g Guidelines) scores() int {
	if g == Treebank {
		return 1
	}
	return 0
}

// FindNamesBy finds names as some guidelines want them.
func (d *Doc) FindNamesBy(g Guidelines) {
	w := findWorks.Get().(*findWork)
	defer findWorks.Put(w)
	f := loadFinder()
	d.Names = d.Names[:0]
	w.see.style = g
	w.see.prepare(d)
	n := 0
	for _, s := range d.Sentences {
		for at := s.Start; at < s.End; at += longestPart {
			part := Range{at, min(at+longestPart, s.End)}
			if n += part.Len(); n > longestRead {
				f.find(d, w, g)
				n, w.parts = part.Len(), w.parts[:0]
			}
			w.parts = append(w.parts, part)
		}
	}
	f.find(d, w, g)
	w.parts, w.see.d = w.parts[:0], nil
	if g != Treebank {
		d.settle()
	}
	d.agree()
}

// longestRead is how many tokens of a text are compared with each other.
const longestRead = 4096

// findWork is the memory that finding needs, kept from text to text.
type findWork struct {
	see    nameWork
	parts  []Range // sentences, but long ones are cut
	known  knownNames
	words  []uint64 // of each token: by which the places of its word are known
	grams  []int32
	vector []float32
	levels []uint8
	pre    []float32 // gates
	h      []float32 // outputs of a layer
	scores []float32
	recall recaller
	best   []float32
	from   []uint8
	labels []uint8
}

var findWorks = sync.Pool{New: func() any { return newFindWork() }}

func newFindWork() *findWork { return &findWork{known: newKnownNames()} }

// find adds the names of w.parts.
func (f *finder) find(d *Doc, w *findWork, g Guidelines) {
	if len(w.parts) == 0 {
		return
	}
	f.score(g.scores(), w)
	scores := w.scores
	for _, s := range w.parts {
		n := s.Len()
		f.label(scores[:n*labelSpace], n, w)
		scores = scores[n*labelSpace:]
		start := 0
		for i, l := range w.labels {
			label := f.labels[l]
			if label == "O" {
				continue
			}
			if label[0] == 'B' || label[0] == 'S' {
				start = i
			}
			if label[0] == 'E' || label[0] == 'S' {
				if t, ok := outward(label[2:], g); ok {
					d.Names = append(d.Names, Name{Range{s.Start + start, s.Start + i + 1}, t})
				}
			}
		}
	}
}

// score fills in the network's scores of labels. All of a sentence is done before the
// next, so that it stays near the processor, but for the second layer, which sees the
// whole text.
func (f *finder) score(style int, w *findWork) {
	total := 0
	for _, s := range w.parts {
		total += s.Len()
	}
	h, scores := grow(&w.h, total*wordSize), grow(&w.scores, total*labelSpace)
	clear(h)
	w.words = w.words[:0]
	for _, s := range w.parts {
		begin := len(w.words)
		f.see(s, w)
		f.layer(0, h[begin*wordSize:len(w.words)*wordSize], w)
	}
	joint := w.recall.join(h, w.words, []int{total})
	for _, s := range w.parts {
		n := s.Len()
		own := h[:n*wordSize]
		neural.Levels(grow(&w.levels, n*2*wordSize), joint[:n*2*wordSize])
		f.layer(1, own, w)
		for i := 2; i < nameLayers; i++ {
			neural.Levels(grow(&w.levels, n*wordSize), own)
			f.layer(i, own, w)
		}
		for i := range n {
			copy(scores[i*labelSpace:], f.biases[style])
		}
		neural.Multiply(scores[:n*labelSpace], own, f.scores[style], n, wordSize, labelSpace)
		h, joint, scores = h[n*wordSize:], joint[n*2*wordSize:], scores[n*labelSpace:]
	}
}

// layer runs a layer over a sentence from w.levels.
func (f *finder) layer(i int, h []float32, w *findWork) {
	n := len(h) / wordSize
	gates := grow(&w.pre, n*layerGates)
	f.packed[i].Multiply(gates, w.levels, n)
	for direction := range 2 {
		neural.Units(h, gates, f.cells[i], hiddenSize, n, direction)
	}
}

// label finds the best sequence of labels for a sentence.
func (f *finder) label(scores []float32, n int, w *findWork) {
	L := len(f.labels)
	best, from := grow(&w.best, 2*L), grow(&w.from, n*L)
	labels := grow(&w.labels, n)
	at, next := best[:L], best[L:]
	for k := range at {
		at[k] = scores[k]
		if !f.first[k] {
			at[k] = never
		}
	}
	for i := 1; i < n; i++ {
		row := from[i*L : (i+1)*L]
		for k, steps := range f.into {
			best, by := float32(2*never), uint8(0)
			for _, p := range steps {
				if s := at[p.from] + p.score; s > best {
					best, by = s, p.from
				}
			}
			next[k], row[k] = best+scores[i*labelSpace+k], by
		}
		at, next = next, at
	}
	last := 0
	for k, s := range at {
		if c := f.labels[k][0]; c != 'B' && c != 'I' && s > at[last] {
			last = k
		}
	}
	for i := n - 1; i >= 0; i-- {
		labels[i] = uint8(last)
		last = int(from[i*L+last])
	}
}

// outward returns the type by which a name is known outside of the finder.
func outward(label string, g Guidelines) (NameType, bool) {
	switch t := NameType(label); t {
	case PER, ORG, LOC, NORP:
		return t, true
	case "FAC":
		return LOC, g != Newswire
	}
	return "", false
}
