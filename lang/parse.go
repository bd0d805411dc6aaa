package lang

import (
	_ "embed"
	"errors"
	"math"
	"strings"
	"sync"

	"github.com/zeebo/xxh3"

	"rapporteur/internal/linear"
	"rapporteur/internal/neural"
)

// parser reads trees: layers of simple recurrent units see each word in its
// sentence, every pair of words gets a score as dependent and head, and the tree
// with the best sum is taken (Dozat and Manning 2017; Lei et al. 2018). It may be
// used by many goroutines at once.
type parser struct {
	lex  *lexicon
	rels []string
	upos map[string]int32
	xpos map[string]int32

	table   []int8 // embeddings of traits, inputSize to a row
	unit    []float32
	vector  []float32                  // dim × inputSize
	first   [window]*neural.Packed     // of the first layer, by place in the window
	packed  [layerCount]*neural.Packed // of the others
	cells   [layerCount][]float32      // as in [neural.Layer.V]
	views   *neural.Packed
	arc     []float32 // arcSize × arcSize
	heads   []float32 // weights of heads
	root    []float32
	far     []float32 // weights of the distances of heads, from one word past the longest piece on its left to its right
	farRoot float32
	rel     []float32 // relSize × relColumns
	relBias []float32
}

// relColumns is for how many relations there is room: vector instructions take 32 at once.
const relColumns = 64

// never is the score of what is not to be chosen.
const never = -1e9

//go:embed model/tree.bin
var storedParser []byte

var loadParser = sync.OnceValue(func() *parser {
	p, err := readParser(storedParser, loadVectors())
	if err != nil {
		panic(err) // the model is part of the program
	}
	return p
})

// readParser decodes what [network.bytes] wrote.
func readParser(stored []byte, v *vectors) (*parser, error) {
	parts, err := linear.Extract(stored, 3)
	if err != nil {
		return nil, err
	}
	keys := strings.Split(string(parts[0]), "\n")
	p := &parser{
		lex: &lexicon{vectors: v, rows: make(map[string]int32, len(keys))}, rels: strings.Split(string(parts[1]), "\n"),
		upos: map[string]int32{}, xpos: map[string]int32{},
	}
	for i, k := range keys {
		if len(k) < 2 {
			return nil, errors.New("read parser: a trait without a name; train it again")
		}
		p.lex.rows[k] = int32(i)
		switch k[:2] {
		case "u:":
			p.upos[k[2:]] = int32(i)
		case "x:":
			p.xpos[k[2:]] = int32(i)
		}
	}
	r := &neural.Reader{B: parts[2]}
	table := r.Quantized(len(keys), inputSize)
	p.table, p.unit = table.Values, table.Units
	p.vector = r.Quantized(v.dim, inputSize).Floats()
	for i := range p.packed {
		if i == 0 {
			w := r.Quantized(window*inputSize, layerGates)
			for k := range p.first {
				p.first[k] = neural.NewPacked(w.Part(k*inputSize, inputSize), nil)
			}
		} else {
			p.packed[i] = neural.NewPacked(r.Quantized(wordSize, layerGates), nil)
		}
		for range 4 {
			p.cells[i] = append(p.cells[i], r.Floats(wordSize)...)
		}
	}
	views, bias := r.Quantized(wordSize, viewSize), r.Floats(viewSize)
	p.views = neural.NewPacked(views, bias)
	p.arc, p.heads = r.Quantized(arcSize, arcSize).Floats(), r.Floats(arcSize)
	p.root = r.Floats(arcSize + relSize)
	far := r.Floats(distances)
	for d := -longestParsed; d <= longestParsed; d++ {
		p.far = append(p.far, far[max(-reach, min(reach, d))+reach])
	}
	p.farRoot = far[distanceIndex(1, rootHead)]
	rel, relBias := r.Quantized(relSize, len(p.rels)).Floats(), r.Floats(len(p.rels))
	if len(p.rels) > relColumns {
		return nil, errors.New("read parser: it has more relations than there is room for; train it again")
	}
	p.rel, p.relBias = make([]float32, relSize*relColumns), make([]float32, relColumns)
	for i := range relSize {
		copy(p.rel[i*relColumns:], rel[i*len(p.rels):(i+1)*len(p.rels)])
	}
	for i := range p.relBias {
		p.relBias[i] = never
		if i < len(p.rels) && p.rels[i] != "root" {
			p.relBias[i] = relBias[i]
		}
	}
	return p, r.Err
}

// Parse fills in the heads and relations of a tagged text: in each sentence one
// tree with one root.
func (d *Doc) Parse() {
	w := parseWorks.Get().(*parseWork)
	defer parseWorks.Put(w)
	p := loadParser()
	for _, s := range d.Sentences {
		p.sentence(d, s.Range, w)
	}
}

func parse(d *Doc) { d.Parse() }

// ParseSentence reads the tree of one sentence anew, after its tags were mended.
func (d *Doc) ParseSentence(r Range) {
	w := parseWorks.Get().(*parseWork)
	loadParser().sentence(d, r, w)
	parseWorks.Put(w)
}

var parseWorks = sync.Pool{New: func() any { return newParseWork() }}

// longestParsed is how many words are read as one tree. A longer sentence, most
// likely a table or a list, is read in pieces, so that time stays linear.
const longestParsed = 160

func (p *parser) sentence(d *Doc, r Range, w *parseWork) {
	first := -1
	for _, piece := range d.cuts(r) {
		root := p.piece(d, piece, w)
		if first < 0 {
			first = root
		} else {
			d.Tokens[root].Head, d.Tokens[root].Rel = first, "parataxis"
		}
	}
}

// parseWork is the memory that reading needs, kept from sentence to sentence.
type parseWork struct {
	// What the first layer makes of a form, and of a shape with tags, does not depend
	// on the words around it and is kept for when they come again.
	known  []knownWord
	gates  []int16 // of known words
	latest []uint8 // by pair of places: the one used last
	traits map[[3]int32][]int16

	input  []float32
	levels []uint8
	pre    []float32 // gates of each unit of each word
	h      []float32 // outputs of a layer
	view   []float32
	deps   []float32 // views of dependents, one after the other
	heads  []float32 // views of heads, number by number
	q      []float32
	scores []float32
	rel    []float32
	chosen []int
	tree   treeWork
}

// slot returns the place of a form among the known words, and whether it is there:
// one of the two that its hash allows, if need be that of the form not seen for longer.
func (w *parseWork) slot(form string) (slot int, ok bool) {
	pair := int(xxh3.HashString(form) % (knownWords / 2))
	for last := range 2 {
		slot = 2*pair + last
		if k := &w.known[slot]; k.ok && k.form == form {
			w.latest[pair] = uint8(last)
			return slot, true
		}
	}
	w.latest[pair] = 1 - w.latest[pair]
	return 2*pair + int(w.latest[pair]), false
}

type knownWord struct {
	form   string
	shapes [2]int32 // rows of its shape inside a sentence and at its start
	ok     bool
}

const (
	knownWords = 8192
	layerGates = 6 * hiddenSize // z, f, o of each unit
	firstGates = window * layerGates
	gateUnit   = 1.0 / 1024

	largestGate = 31
)

func newParseWork() *parseWork {
	return &parseWork{
		known: make([]knownWord, knownWords), gates: make([]int16, knownWords*firstGates), latest: make([]uint8, knownWords/2),
		traits: map[[3]int32][]int16{}, input: make([]float32, inputSize),
	}
}

func grow[T any](s *[]T, n int) []T {
	if cap(*s) < n {
		*s = make([]T, n, n+n/2)
	}
	*s = (*s)[:n]
	return *s
}

// piece reads one tree and returns its root.
func (p *parser) piece(d *Doc, r Range, w *parseWork) (root int) {
	n := r.Len()
	p.firstGatesOf(d, r, w)
	h := grow(&w.h, n*wordSize)
	clear(h)
	for i := range p.packed {
		if i > 0 {
			multiply(p.packed[i], grow(&w.pre, n*layerGates), h, w)
		}
		for direction := range 2 {
			neural.Units(h, w.pre, p.cells[i], hiddenSize, n, direction)
		}
	}
	p.viewsOf(n, w)
	width := p.score(n, w)
	chosen := grow(&w.chosen, n)
	treeOf(w.scores, n, width, chosen, &w.tree)
	p.relations(chosen, w)
	for i, h := range chosen {
		t := &d.Tokens[r.Start+i]
		if h == rootHead {
			root = r.Start + i
			t.Head, t.Rel = -1, "root"
			continue
		}
		t.Head, t.Rel = r.Start+h-1, p.rels[best(w.rel[i*relColumns:][:relColumns])]
	}
	return root
}

func best(scores []float32) int {
	best, top := 0, scores[0]
	for i, v := range scores {
		if v > top {
			best, top = i, v
		}
	}
	return best
}

// firstGatesOf fills in the gates of the first layer: for each word the sum of what
// comes from itself and from its neighbours.
func (p *parser) firstGatesOf(d *Doc, r Range, w *parseWork) {
	n := r.Len()
	pre := grow(&w.pre, n*layerGates)
	clear(pre)
	for i := range n {
		t := &d.Tokens[r.Start+i]
		form := d.Form(r.Start + i)
		slot, ok := w.slot(form)
		k, gates := &w.known[slot], w.gates[slot*firstGates:][:firstGates]
		if !ok {
			p.know(k, gates, form, w)
		}
		traits := [3]int32{k.shapes[0], rowOf(p.upos, t.UPOS), rowOf(p.xpos, t.XPOS)}
		if i == 0 {
			traits[0] = k.shapes[1]
		}
		more := p.traits(traits, w)
		for k := range window {
			// This word stands at place k in the window of word j.
			if j := i - k + window/2; j >= 0 && j < n {
				neural.AddShorts(pre[j*layerGates:][:layerGates], gates[k*layerGates:], more[k*layerGates:], gateUnit)
			}
		}
	}
}

func rowOf(rows map[string]int32, key string) int32 {
	if i, ok := rows[key]; ok {
		return i
	}
	return -1
}

// know computes what the first layer makes of a form.
func (p *parser) know(k *knownWord, gates []int16, form string, w *parseWork) {
	t := p.lex.token(form, "", "", false)
	*k = knownWord{form: strings.Clone(form), shapes: [2]int32{t.rows[4], rowOf(p.lex.rows, shapeKey(form, true))}, ok: true}
	clear(w.input)
	if t.vector >= 0 {
		dim := p.lex.vectors.dim
		x := grow(&w.q, dim)
		for i, v := range p.lex.vectors.values[int(t.vector)*dim:][:dim] {
			x[i] = float32(v) * vectorUnit
		}
		neural.Multiply(w.input, x, p.vector, 1, dim, inputSize)
	}
	for _, row := range t.rows[:4] {
		p.addTrait(w.input, row)
	}
	p.fromInput(gates, w)
}

func (p *parser) addTrait(x []float32, row int32) {
	if row < 0 {
		return
	}
	unit := p.unit[:len(x)]
	for j, v := range p.table[int(row)*inputSize:][:len(x)] {
		x[j] += float32(float32(v) * unit[j])
	}
}

// traits returns what the first layer makes of a shape and tags.
func (p *parser) traits(rows [3]int32, w *parseWork) []int16 {
	g, ok := w.traits[rows]
	if !ok {
		g = make([]int16, firstGates)
		clear(w.input)
		for _, row := range rows {
			p.addTrait(w.input, row)
		}
		p.fromInput(g, w)
		w.traits[rows] = g
	}
	return g
}

// fromInput multiplies w.input, whose numbers may be of any size.
func (p *parser) fromInput(to []int16, w *parseWork) {
	top := float32(1e-6)
	for _, v := range w.input {
		if v < 0 {
			v = -v
		}
		if v > top {
			top = v
		}
	}
	for i := range w.input {
		w.input[i] /= top
	}
	levels, gates := grow(&w.levels, inputSize), grow(&w.view, layerGates)
	neural.Levels(levels, w.input)
	for k, m := range p.first {
		m.Multiply(gates, levels, 1)
		to := to[k*layerGates:][:layerGates]
		for i, v := range gates {
			v *= top
			if v > largestGate {
				v = largestGate
			} else if v < -largestGate {
				v = -largestGate
			}
			to[i] = int16(int32(v * (1 / gateUnit)))
		}
	}
}

// multiply multiplies the outputs of a layer.
func multiply(m *neural.Packed, to, h []float32, w *parseWork) {
	levels := grow(&w.levels, len(h))
	neural.Levels(levels, h)
	m.Multiply(to, levels, len(h)/wordSize)
}

// viewsOf computes each word as a dependent and as a head. Views of arcs have no
// negative numbers.
func (p *parser) viewsOf(n int, w *parseWork) {
	view := grow(&w.view, n*viewSize)
	multiply(p.views, view, w.h, w)
	deps := grow(&w.deps, n*arcSize)
	width := scoreWidth(n)
	heads := grow(&w.heads, arcSize*width)
	clear(heads)
	for k, v := range p.root[:arcSize] {
		heads[k*width] = v
	}
	for i := range n {
		row := view[i*viewSize:][:2*arcSize]
		dep := deps[i*arcSize:][:arcSize]
		for k, v := range row[:arcSize] {
			dep[k] = positive(v)
		}
		for k, v := range row[arcSize:] {
			heads[k*width+i+1] = positive(v)
		}
	}
}

// positive is max(v, 0) without a branch.
func positive(v float32) float32 {
	b := math.Float32bits(v)
	return math.Float32frombits(b &^ uint32(int32(b)>>31))
}

// scoreWidth is the length of a row of scores: the root, n words, and places that
// make it a multiple of eight.
func scoreWidth(n int) int { return (n + 8) &^ 7 }

// score fills in the scores of heads for each word, a row for each, and returns
// the length of a row.
func (p *parser) score(n int, w *parseWork) (width int) {
	q := grow(&w.q, n*arcSize)
	for i := range n {
		copy(q[i*arcSize:], p.heads)
	}
	neural.Multiply(q, w.deps, p.arc, n, arcSize, arcSize)
	width = scoreWidth(n)
	scores := grow(&w.scores, n*width)
	for i := range n {
		row := scores[i*width:][:width]
		row[0] = p.farRoot
		copy(row[1:], p.far[longestParsed-i:][:n])
		clear(row[n+1:])
	}
	neural.Multiply(scores, q, w.heads, n, arcSize, width)
	for i := range n {
		scores[i*width+i+1] = never
	}
	return width
}

// relations fills in the scores of relations of each word to its head.
func (p *parser) relations(heads []int, w *parseWork) {
	n := len(heads)
	both := grow(&w.deps, n*relSize)
	scores := grow(&w.rel, n*relColumns)
	for i, h := range heads {
		copy(scores[i*relColumns:], p.relBias)
		top := p.root[arcSize:]
		if h != rootHead {
			top = w.view[(h-1)*viewSize+2*arcSize+relSize:]
		}
		dep, top, to := w.view[i*viewSize+2*arcSize:][:relSize], top[:relSize], both[i*relSize:][:relSize]
		for k, v := range dep {
			to[k] = positive(v + top[k])
		}
	}
	neural.Multiply(scores, both, p.rel, n, relSize, relColumns)
}
