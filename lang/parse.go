package lang

import (
	_ "embed"
	"errors"
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
	cells   [layerCount][wordSize]cell // of both directions
	views   *neural.Packed
	arc     []float32 // arcSize × arcSize
	heads   []float32 // weights of heads
	root    []float32
	far     []float32
	rel     []float32 // relSize × relations
	relBias []float32
}

// cell is what the gates of a unit add up besides their input: weights of the
// unit's own state, and biases.
type cell struct{ forget, output, forgetBias, outputBias float32 }

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
	b, err := linear.Decompress(stored)
	if err != nil {
		return nil, err
	}
	parts, err := linear.Unpack(b, 3)
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
	// The gates of a unit share a packed number.
	columns := func(g, lane int) int { return g/hiddenSize*3*hiddenSize + lane*hiddenSize + g%hiddenSize }
	for i := range p.packed {
		if i == 0 {
			w := r.Quantized(window*inputSize, 6*hiddenSize)
			for k := range p.first {
				p.first[k] = neural.NewPacked(w.Part(k*inputSize, inputSize), 2*hiddenSize, nil, columns)
			}
		} else {
			p.packed[i] = neural.NewPacked(r.Quantized(wordSize, 6*hiddenSize), 2*hiddenSize, nil, columns)
		}
		forget, output, forgetBias, outputBias := r.Floats(wordSize), r.Floats(wordSize), r.Floats(wordSize), r.Floats(wordSize)
		for k := range p.cells[i] {
			p.cells[i][k] = cell{forget[k], output[k], forgetBias[k], outputBias[k]}
		}
	}
	views, bias := r.Quantized(wordSize, viewSize), r.Floats(viewSize)
	p.views = neural.NewPacked(views, viewSize/3, bias, func(g, lane int) int { return 3*g + lane })
	p.arc, p.heads = r.Quantized(arcSize, arcSize).Floats(), r.Floats(arcSize)
	p.root, p.far = r.Floats(arcSize+relSize), r.Floats(distances)
	p.rel, p.relBias = r.Quantized(relSize, len(p.rels)).Floats(), r.Floats(len(p.rels))
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

var parseWorks = sync.Pool{New: func() any { return newParseWork() }}

// longestParsed is how many words are read as one tree. A longer sentence, most
// likely a table or a list, is read in pieces, so that time stays linear.
const longestParsed = 160

func (p *parser) sentence(d *Doc, r Range, w *parseWork) {
	first := -1
	for at := r.Start; at < r.End; at += longestParsed {
		piece := Range{at, min(at+longestParsed, r.End)}
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
	sums   []int32
	sum    []int32
	pre    [][3]float32 // gates of each unit of each word
	h      []float32
	view   []float32
	q      []float32
	scores []float32
	rel    []float32
	heads  []int
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
	for i := range p.packed {
		if i > 0 {
			p.multiply(p.packed[i], n, wordSize, w)
		}
		p.layer(i, n, w)
	}
	p.viewsOf(n, w)
	p.score(n, w)
	heads := grow(&w.heads, n)
	treeOf(w.scores, n, heads, &w.tree)
	for i, h := range heads {
		t := &d.Tokens[r.Start+i]
		if h == rootHead {
			root = r.Start + i
			t.Head, t.Rel = -1, "root"
			continue
		}
		t.Head, t.Rel = r.Start+h-1, p.relation(i, h, w)
	}
	return root
}

// firstGatesOf fills in the gates of the first layer: for each word the sum of what
// comes from itself and from its neighbours.
func (p *parser) firstGatesOf(d *Doc, r Range, w *parseWork) {
	n := r.Len()
	sums := grow(&w.sum, n*layerGates)
	clear(sums)
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
			j := i - k + window/2
			if j < 0 || j >= n {
				continue
			}
			to := sums[j*layerGates:][:layerGates]
			a, b := gates[k*layerGates:][:len(to)], more[k*layerGates:][:len(to)]
			for c := range to {
				to[c] += int32(a[c]) + int32(b[c])
			}
		}
	}
	pre := grow(&w.pre, n*wordSize)
	for i := range pre {
		v := (*[3]int32)(sums[3*i:])
		pre[i] = [3]float32{float32(v[0]) * gateUnit, float32(v[1]) * gateUnit, float32(v[2]) * gateUnit}
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
		for i, v := range p.lex.vectors.values[int(t.vector)*dim:][:dim] {
			x := float32(v) * vectorUnit
			for j, u := range p.vector[i*inputSize:][:inputSize] {
				w.input[j] += x * u
			}
		}
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
	for j, v := range p.table[int(row)*inputSize:][:inputSize] {
		x[j] += float32(v) * p.unit[j]
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
		top = max(top, v, -v)
	}
	levels := grow(&w.levels, inputSize)
	for i, v := range w.input {
		levels[i] = neural.Level(v / top)
	}
	sums, gates := grow(&w.sums, p.first[0].Width()), grow(&w.pre, wordSize)
	for k, m := range p.first {
		m.Multiply(sums, levels, 1)
		m.Sum(gates, sums, neural.Shift(levels), top)
		to := to[k*layerGates:][:layerGates]
		for i, g := range gates {
			for lane, v := range g {
				to[3*i+lane] = int16(int32(max(-largestGate, min(largestGate, v)) * (1 / gateUnit)))
			}
		}
	}
}

// multiply quantises the output of a layer and multiplies it, into w.pre.
func (p *parser) multiply(m *neural.Packed, n, groups int, w *parseWork) {
	levels := grow(&w.levels, n*wordSize)
	for i, v := range w.h[:n*wordSize] {
		levels[i] = neural.Level(v)
	}
	width := m.Width()
	sums, pre := grow(&w.sums, n*width), grow(&w.pre, n*groups)
	m.Multiply(sums, levels, n)
	for i := range n {
		m.Sum(pre[i*groups:], sums[i*width:(i+1)*width], neural.Shift(levels[i*wordSize:(i+1)*wordSize]), 1)
	}
}

// layer runs the units of a layer over the sentence: see [neural.Layer].
func (p *parser) layer(layer, n int, w *parseWork) {
	h := grow(&w.h, n*wordSize)
	skip := float32(1)
	if layer == 0 {
		skip = 0
		clear(h)
	}
	for dir := range 2 {
		from := dir * hiddenSize
		cells := (*[hiddenSize]cell)(p.cells[layer][from:])
		var state [hiddenSize]float32
		for step := range n {
			i := step
			if dir == 1 {
				i = n - 1 - step
			}
			out := (*[hiddenSize]float32)(h[i*wordSize+from:])
			gates := (*[hiddenSize][3]float32)(w.pre[i*wordSize+from:])
			for k := range hiddenSize {
				c, g, s := &cells[k], &gates[k], state[k]
				f := neural.Sigmoid(g[1] + c.forget*s + c.forgetBias)
				o := neural.Sigmoid(g[2] + c.output*s + c.outputBias)
				s = g[0] + f*(s-g[0])
				state[k] = s
				x := skip * out[k]
				out[k] = x + o*(neural.Tanh(s)-x)
			}
		}
	}
}

// viewsOf computes each word as a dependent and as a head.
func (p *parser) viewsOf(n int, w *parseWork) {
	p.multiply(p.views, n, viewSize/3, w)
	view := grow(&w.view, n*viewSize)
	for i, v := range w.pre {
		// Views of arcs have no negative numbers.
		to := (*[3]float32)(view[3*i:])
		*to = v
		if 3*i%viewSize < 2*arcSize {
			*to = [3]float32{max(v[0], 0), max(v[1], 0), max(v[2], 0)}
		}
	}
}

// score fills in the scores of heads for each word.
func (p *parser) score(n int, w *parseWork) {
	q := grow(&w.q, arcSize)
	scores := grow(&w.scores, n*(n+1))
	for i := range n {
		copy(q, p.heads)
		for k, v := range w.view[i*viewSize:][:arcSize] {
			if v == 0 {
				continue
			}
			for j, u := range p.arc[k*arcSize:][:arcSize] {
				q[j] += v * u
			}
		}
		row := scores[i*(n+1):][:n+1]
		row[0] = dot(q, p.root[:arcSize]) + p.far[distanceIndex(i+1, rootHead)]
		for j := range n {
			row[j+1] = dot(q, w.view[j*viewSize+arcSize:][:arcSize]) + p.far[distanceIndex(i+1, j+1)]
		}
		row[i+1] = -1e9
	}
}

func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1, s2, s3 float32
	i := 0
	for ; i+4 <= len(a); i += 4 {
		s0 += a[i] * b[i]
		s1 += a[i+1] * b[i+1]
		s2 += a[i+2] * b[i+2]
		s3 += a[i+3] * b[i+3]
	}
	for ; i < len(a); i++ {
		s0 += a[i] * b[i]
	}
	return s0 + s1 + s2 + s3
}

// relation returns the best relation of word i to its head, which is not the root.
func (p *parser) relation(i, head int, w *parseWork) string {
	scores := grow(&w.rel, len(p.rels))
	copy(scores, p.relBias)
	dep, top := w.view[i*viewSize+2*arcSize:][:relSize], w.view[(head-1)*viewSize+2*arcSize+relSize:][:relSize]
	for k, v := range dep {
		v += top[k]
		if v <= 0 {
			continue
		}
		for r, u := range p.rel[k*len(scores):][:len(scores)] {
			scores[r] += v * u
		}
	}
	best := -1
	for r, v := range scores {
		if (best < 0 || v > scores[best]) && p.rels[r] != "root" {
			best = r
		}
	}
	return p.rels[best]
}
