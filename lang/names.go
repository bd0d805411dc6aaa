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
	cells   [nameLayers][]float32 // as in [neural.Layer.V]
	scores  [styles][]float32     // wordSize × labelSpace
	biases  [styles][]float32
	follow  []float32 // labels × labels
	pairs   [][2]uint8
	first   []bool
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
	f.pairs, f.first = labelPairs(f.labels)
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
	f.follow = r.Floats(len(f.labels) * len(f.labels))
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
	tokens []nameToken
	grams  []int32
	ends   []int
	vector []float32
	own    [nameInput]uint8
	levels []uint8
	pre    []float32 // gates
	h      []float32 // outputs of a layer
	scores []float32
	recall recaller
	best   []float32
	from   []uint8
	labels []uint8
}

var findWorks = sync.Pool{New: func() any { return &findWork{} }}

// find adds the names of w.parts.
func (f *finder) find(d *Doc, w *findWork, g Guidelines) {
	if len(w.parts) == 0 {
		return
	}
	f.see(w)
	n := len(w.tokens)
	scores := grow(&w.scores, n*labelSpace)
	f.score(g.scores(), w)
	begin := 0
	for _, s := range w.parts {
		end := begin + s.Len()
		f.label(scores[begin*labelSpace:end*labelSpace], end-begin, w)
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
		begin = end
	}
}

// see gathers what the network sees of each token.
func (f *finder) see(w *findWork) {
	w.tokens, w.grams, w.ends = w.tokens[:0], w.grams[:0], w.ends[:0]
	for _, s := range w.parts {
		w.see.sentence(s)
		for i := range s.Len() {
			from := len(w.grams)
			t, keys := w.see.token(i, w.grams[from:])
			w.grams = append(w.grams, t.grams...)
			f.rows.rowsOf(&keys, &t.rows)
			w.tokens = append(w.tokens, t)
		}
		w.ends = append(w.ends, len(w.tokens))
	}
}

// score fills in the network's scores of labels.
func (f *finder) score(style int, w *findWork) {
	f.input(w)
	total := len(w.tokens)
	h, pre := grow(&w.h, total*wordSize), grow(&w.pre, total*layerGates)
	clear(h)
	for i, p := range f.packed {
		switch i {
		case 0: // the input has its levels
		case 1:
			neural.Levels(grow(&w.levels, total*2*wordSize), w.recall.join(h, w.tokens, []int{total}))
		default:
			neural.Levels(grow(&w.levels, total*wordSize), h)
		}
		p.Multiply(pre, w.levels, total)
		begin := 0
		for _, end := range w.ends {
			for direction := range 2 {
				neural.Units(h[begin*wordSize:], pre[begin*layerGates:], f.cells[i], hiddenSize, end-begin, direction)
			}
			begin = end
		}
	}
	for i := range total {
		copy(w.scores[i*labelSpace:][:labelSpace], f.biases[style])
	}
	neural.Multiply(w.scores, h, f.scores[style], total, wordSize, labelSpace)
}

// input fills in the levels of what the first layer sees of each token and its neighbours.
func (f *finder) input(w *findWork) {
	const wide = nameWindow * nameInput
	levels := grow(&w.levels, len(w.tokens)*wide)
	neural.Levels(w.own[:], make([]float32, nameInput))
	for i := range len(w.tokens) * nameWindow {
		copy(levels[i*nameInput:], w.own[:]) // what is outside of the sentence
	}
	dim := f.vectors.dim
	grow(&w.vector, dim)
	begin := 0
	for _, end := range w.ends {
		for i := begin; i < end; i++ {
			t := &w.tokens[i]
			var sum [traitSize]int32
			t.eachRow(f.keys, func(r int) {
				for k, v := range f.table[r*traitSize:][:traitSize] {
					sum[k] += int32(int8(v))
				}
			})
			var x [nameInput]float32
			for k, v := range sum {
				x[k] = float32(v) * f.unit[k]
			}
			if t.vector >= 0 {
				for k, v := range f.vectors.values[int(t.vector)*dim:][:dim] {
					w.vector[k] = float32(v) * vectorUnit
				}
				neural.Multiply(x[traitSize:], w.vector, f.sight, 1, dim, sightSize)
			}
			for k, v := range x {
				x[k] = neural.Tanh(v)
			}
			neural.Levels(w.own[:], x[:])
			for k := range nameWindow {
				// This token stands at place k in the window of token j.
				if j := i - k + nameWindow/2; begin <= j && j < end {
					copy(levels[j*wide+k*nameInput:], w.own[:])
				}
			}
		}
		begin = end
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
		for k := range next {
			next[k] = 2 * never
		}
		row := from[i*L : (i+1)*L]
		for _, p := range f.pairs {
			if s := at[p[0]] + f.follow[int(p[0])*L+int(p[1])]; s > next[p[1]] {
				next[p[1]], row[p[1]] = s, p[0]
			}
		}
		for k := range next {
			next[k] += scores[i*labelSpace+k]
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
