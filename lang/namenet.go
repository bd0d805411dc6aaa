package lang

import (
	"encoding/binary"
	"math"
	"math/rand/v2"
	"strings"

	"rapporteur/internal/linear"
	"rapporteur/internal/neural"
)

// Sizes of the finder's network.
const (
	traitSize  = 64                    // of embeddings
	sightSize  = 64                    // of what is made of a word vector
	nameInput  = traitSize + sightSize // of a token
	nameLayers = 3                     // of simple recurrent units
	nameWindow = 3                     // tokens that the first layer sees at once
	coarse     = 8                     // steps of a table of embeddings that are stored as one
	labelSpace = 32                    // columns for the scores of labels
	styles     = 2                     // sets of scores: by Newswire and by Treebank
)

// layerInputs is what each layer sees of a token. The second sees, beside the first,
// what the first made of the same word elsewhere.
var layerInputs = [nameLayers]int{nameWindow * nameInput, 2 * wordSize, wordSize}

// nameNetwork is the finder while it learns: embeddings, layers of simple recurrent
// units, and a conditional random field over labels. The second layer sees, beside
// the first, the mean of what the first made of the same word elsewhere in the text.
type nameNetwork struct {
	labels  []string
	keys    []uint32
	table   *neural.Param // embeddings of traits, then of three-letter pieces
	sight   *neural.Param // from word vectors
	layers  [nameLayers]*neural.Layer
	scores  [styles]*neural.Param // wordSize × labelSpace, and a row of biases
	follow  *neural.Param         // labels × labels
	pairs   [][2]uint8            // which labels may follow which
	first   []bool                // which may stand first
	vectors *vectors
	scoresT [styles][]float32
}

func newNameNetwork(labels []string, keys []uint32) *nameNetwork {
	rng := rand.New(rand.NewPCG(21, 0))
	n := &nameNetwork{labels: labels, keys: keys, vectors: loadVectors()}
	n.table = neural.NewTable(rng, len(keys)+gramRows, traitSize, 0.05)
	n.sight = neural.NewParam(rng, n.vectors.dim, sightSize, 1/math.Sqrt(float64(n.vectors.dim)))
	for i, in := range layerInputs {
		n.layers[i] = neural.NewLayer(rng, in, hiddenSize, i > 0)
	}
	for s := range n.scores {
		n.scores[s] = neural.NewParam(rng, wordSize+1, labelSpace, 1/math.Sqrt(wordSize))
	}
	n.follow = neural.NewParam(rng, len(labels), len(labels), 0)
	n.pairs, n.first = labelPairs(labels)
	return n
}

// labelPairs lists which labels may follow which, and which may stand first.
func labelPairs(labels []string) (pairs [][2]uint8, first []bool) {
	may := follows(labels)
	for a := range labels {
		first = append(first, may(-1, a))
		for b := range labels {
			if may(a, b) {
				pairs = append(pairs, [2]uint8{uint8(a), uint8(b)})
			}
		}
	}
	return pairs, first
}

// prepare turns round the matrices through which gradients go back.
func (n *nameNetwork) prepare() {
	for s, p := range n.scores {
		n.scoresT[s] = fitf(&n.scoresT[s], wordSize*labelSpace)
		neural.Transpose(n.scoresT[s], p.W[:wordSize*labelSpace], wordSize, labelSpace)
	}
}

func (n *nameNetwork) params() []*neural.Param {
	p := []*neural.Param{n.table, n.sight, n.follow}
	p = append(p, n.scores[:]...)
	for _, l := range n.layers {
		p = append(p, l.W, l.V)
	}
	return p
}

// nameExample is a part of a text to learn from.
type nameExample struct {
	tokens []nameToken
	gold   []uint8
	ends   []int // of sentences
	style  int
}

// nameWorker learns from its share of each batch with memory of its own.
type nameWorker struct {
	n       *nameNetwork
	rng     *rand.Rand
	batch   []*nameExample
	tokens  []nameToken
	words   []uint64 // of the tokens
	ends    []int    // of sentences
	styles  []int    // of sentences
	gold    []uint8
	texts   []int // ends of texts
	vecs    []float32
	x       []float32
	mask    []float32
	wide    []float32
	recall  recaller
	traces  [nameLayers]neural.Trace
	hmask   [nameLayers][]float32
	grads   [nameLayers]neural.Grad
	emit    []float32
	field   labelField
	dh, dx  []float32
	d1      []float32
	tmp     []float32
	gsight  []float32
	gfollow []float32
	gscores [styles][]float32
}

// prepare gathers the batch, with some of what is known of tokens left out at random.
func (w *nameWorker) prepare(learn bool) {
	w.tokens, w.words, w.ends, w.styles, w.gold, w.texts = w.tokens[:0], w.words[:0], w.ends[:0], w.styles[:0], w.gold[:0], w.texts[:0]
	for _, e := range w.batch {
		begin, salt := len(w.tokens), w.rng.Uint64()
		for _, t := range e.tokens {
			if learn {
				w.forget(&t, salt)
			}
			w.tokens, w.words = append(w.tokens, t), append(w.words, t.word)
		}
		for _, end := range e.ends {
			w.ends, w.styles = append(w.ends, begin+end), append(w.styles, e.style)
		}
		w.gold = append(w.gold, e.gold...)
		w.texts = append(w.texts, len(w.tokens))
	}
}

// forget leaves out some of what is known of a token. What tells one word from
// others is left out at all its places in a text, or it would be known by the others.
func (w *nameWorker) forget(t *nameToken, salt uint64) {
	drop := func(traits ...int) {
		for _, k := range traits {
			t.rows[k] = -1
		}
	}
	chance := linear.New(0).With(salt).With(t.word)
	if t.word == 0 {
		chance = linear.Feature(w.rng.Uint64())
	}
	if part := uint64(chance) >> 32 % 100; part < 40 {
		drop(nameWord, nameForm)
		if part < 15 {
			drop(nameStart3, nameStart4, nameEnd3, nameEnd4)
			t.grams = nil
		}
		if part < 25 {
			drop(nameFine)
		}
	} else if part < 48 {
		drop(nameRank)
		t.vector = -1
	}
	if w.rng.Float64() < 0.1 {
		drop(nameListed)
	}
	if w.rng.Float64() < 0.1 {
		drop(nameTag)
	}
	if w.rng.Float64() < 0.1 {
		drop(nameGroup, nameFine)
	}
	if w.rng.Float64() < 0.1 {
		drop(nameSeen)
	}
}

func (w *nameWorker) forward(learn bool) {
	n := w.n
	total, dim := len(w.tokens), n.vectors.dim
	vecs := fitf(&w.vecs, total*dim)
	for i, t := range w.tokens {
		if t.vector >= 0 {
			for k, v := range n.vectors.values[int(t.vector)*dim : int(t.vector+1)*dim] {
				vecs[i*dim+k] = float32(v) * vectorUnit
			}
		}
	}
	sight := fitf(&w.tmp, total*sightSize)
	neural.Multiply(sight, vecs, n.sight.W, total, dim, sightSize)
	x := fitf(&w.x, total*nameInput)
	for i := range w.tokens {
		row := x[i*nameInput:][:traitSize]
		w.tokens[i].eachRow(len(n.keys), func(r int) {
			for k, v := range n.table.Row(r) {
				row[k] += v
			}
		})
		copy(x[i*nameInput+traitSize:][:sightSize], sight[i*sightSize:])
	}
	for i, v := range x {
		x[i] = neural.Tanh(v)
	}
	wide := fitf(&w.wide, total*nameWindow*nameInput)
	if learn {
		w.mask = dropMask(w.rng, w.mask, w.ends, nameInput, 0.2)
	}
	inWindow(w.ends, nameWindow, func(i, k, j int) {
		to, from := wide[(i*nameWindow+k)*nameInput:][:nameInput], x[j*nameInput:][:nameInput]
		if !learn {
			copy(to, from)
			return
		}
		m := w.mask[j*nameInput:][:nameInput]
		for c, v := range from {
			to[c] = v * m[c]
		}
	})
	in := wide
	for i, l := range n.layers {
		t := &w.traces[i]
		if i == 1 {
			in = w.recall.join(in, w.words, w.texts)
		}
		l.Forward(t, in, w.ends)
		if learn {
			w.hmask[i] = dropMask(w.rng, w.hmask[i], w.ends, wordSize, 0.3)
			for k, m := range w.hmask[i] {
				t.H[k] *= m
			}
		}
		in = t.H
	}
	emit := fitf(&w.emit, total*labelSpace)
	begin := 0
	for s, end := range w.ends {
		p := n.scores[w.styles[s]]
		for i := begin; i < end; i++ {
			copy(emit[i*labelSpace:][:labelSpace], p.Row(wordSize))
		}
		neural.Multiply(emit[begin*labelSpace:end*labelSpace], in[begin*wordSize:end*wordSize], p.W[:wordSize*labelSpace], end-begin, wordSize, labelSpace)
		begin = end
	}
}

// eachRow calls f with each row of the table that the token has.
func (t *nameToken) eachRow(keys int, f func(row int)) {
	for _, r := range t.rows {
		if r >= 0 {
			f(int(r))
		}
	}
	for _, g := range t.grams {
		f(keys + int(g))
	}
}

// learn runs forward and backward over a batch.
func (w *nameWorker) learn(batch []*nameExample) (loss float64) {
	w.batch = batch
	n := w.n
	if w.gsight == nil {
		w.gsight, w.gfollow = make([]float32, len(n.sight.W)), make([]float32, len(n.follow.W))
		for s := range w.gscores {
			w.gscores[s] = make([]float32, len(n.scores[s].W))
		}
	}
	w.prepare(true)
	w.forward(true)
	total := len(w.tokens)
	last := w.traces[nameLayers-1].H
	dh := fitf(&w.dh, total*wordSize)
	begin := 0
	for s, end := range w.ends {
		m := end - begin
		emit := w.emit[begin*labelSpace : end*labelSpace]
		loss += w.field.gradient(n, emit, w.gold[begin:end], w.gfollow)
		g := w.gscores[w.styles[s]]
		for i := range m {
			for k, v := range emit[i*labelSpace:][:labelSpace] {
				g[wordSize*labelSpace+k] += v
			}
		}
		t := fitf(&w.tmp, m*wordSize)
		neural.Transpose(t, last[begin*wordSize:end*wordSize], m, wordSize)
		neural.Multiply(g[:wordSize*labelSpace], t, emit, wordSize, m, labelSpace)
		neural.Multiply(dh[begin*wordSize:end*wordSize], emit, n.scoresT[w.styles[s]], m, labelSpace, wordSize)
		begin = end
	}
	for i := nameLayers - 1; i >= 0; i-- {
		if i == 0 {
			d1 := fitf(&w.d1, total*wordSize)
			w.recall.back(d1, dh)
			dh = d1
		}
		for k, m := range w.hmask[i] {
			dh[k] *= m
		}
		w.dx = n.layers[i].Backward(&w.traces[i], &w.grads[i], dh, w.dx, w.ends)
		if i == 0 {
			dh = w.dx
		} else {
			dh, w.dh, w.dx = w.dx, w.dx, w.dh
		}
	}
	dx := fitf(&w.tmp, total*nameInput)
	inWindow(w.ends, nameWindow, func(i, k, j int) {
		to, m := dx[j*nameInput:][:nameInput], w.mask[j*nameInput:][:nameInput]
		for c, v := range dh[(i*nameWindow+k)*nameInput:][:nameInput] {
			to[c] += float32(v * m[c])
		}
	})
	for i, v := range w.x {
		dx[i] *= 1 - float32(v*v)
	}
	sight := fitf(&w.d1, total*sightSize)
	for i := range total {
		copy(sight[i*sightSize:][:sightSize], dx[i*nameInput+traitSize:])
	}
	dim := n.vectors.dim
	vt := fitf(&w.wide, total*dim)
	neural.Transpose(vt, w.vecs, total, dim)
	neural.Multiply(w.gsight, vt, sight, dim, total, sightSize)
	w.dx = append(w.dx[:0], dx...)
	return loss
}

// give adds the worker's gradients to those of the network.
func (w *nameWorker) give() {
	n := w.n
	n.sight.Take(w.gsight)
	n.follow.Take(w.gfollow)
	for s := range n.scores {
		n.scores[s].Take(w.gscores[s])
	}
	for i, l := range n.layers {
		l.W.Take(w.grads[i].W)
		l.V.Take(w.grads[i].V)
	}
	for i := range w.tokens {
		w.tokens[i].eachRow(len(n.keys), func(r int) { n.table.AddRow(r, w.dx[i*nameInput:][:traitSize]) })
	}
}

// dropMask draws a mask that is the same for all tokens of a sentence.
func dropMask(rng *rand.Rand, mask []float32, ends []int, size int, rate float64) []float32 {
	mask = mask[:0]
	begin := 0
	for _, end := range ends {
		from := len(mask)
		for range size {
			if rng.Float64() < rate {
				mask = append(mask, 0)
			} else {
				mask = append(mask, float32(1/(1-rate)))
			}
		}
		for i := begin + 1; i < end; i++ {
			mask = append(mask, mask[from:from+size]...)
		}
		begin = end
	}
	return mask
}

// inWindow calls f for each token i and each token j of the same sentence that is
// in its window, at place k.
func inWindow(ends []int, window int, f func(i, k, j int)) {
	begin := 0
	for _, end := range ends {
		for i := begin; i < end; i++ {
			for k := range window {
				if j := i + k - window/2; begin <= j && j < end {
					f(i, k, j)
				}
			}
		}
		begin = end
	}
}

// bytes returns the file of the network; [readFinder] is its counterpart.
func (n *nameNetwork) bytes() []byte {
	var keys []byte
	before := uint32(0)
	for _, key := range n.keys {
		keys = binary.AppendUvarint(keys, uint64(key-before))
		before = key
	}
	b := neural.Quantize(n.table, n.table.Rows).Coarser(coarse).Append(nil)
	b = neural.Quantize(n.sight, n.sight.Rows).Append(b)
	for _, l := range n.layers {
		b = neural.Quantize(l.W, l.W.Rows).Append(b)
		for k := range 4 {
			b = neural.AppendFloats(b, l.V.Row(k))
		}
	}
	for _, p := range n.scores {
		b = neural.Quantize(p, wordSize).Append(b)
		b = neural.AppendFloats(b, p.Row(wordSize))
	}
	b = neural.AppendFloats(b, n.follow.W)
	return linear.Archive([]byte(strings.Join(n.labels, " ")), keys, b)
}
