package lang

import (
	"math"
	"math/rand/v2"
	"slices"

	"rapporteur/internal/neural"
)

// Sizes of the parser's network.
const (
	inputSize  = 128
	hiddenSize = 64
	layerCount = 4
	arcSize    = 48
	relSize    = 48
	reach      = 12 // distances are told apart up to this, on each side
)

const (
	wordSize  = 2 * hiddenSize
	viewSize  = 2*arcSize + 2*relSize // of a word as dependent and head of an arc, and of a relation
	distances = 2*reach + 2
	window    = 3 // words that the first layer sees at once: one on each side
	rootHead  = 0
	inputDrop = 0.1
	layerDrop = 0.2
)

// network is the parser while it learns: embeddings, layers of simple recurrent
// units, and scores of pairs of words as heads and dependents (Dozat and Manning 2017).
type network struct {
	lex    *lexicon
	rels   []string
	table  *neural.Param // embeddings of traits
	vector *neural.Param // from word vectors to the input
	layers [layerCount]*neural.Layer
	views  *neural.Param // wordSize × viewSize, and a row of biases
	arc    *neural.Param // arcSize × arcSize, and a row of weights of heads
	root   *neural.Param // the root as head of an arc and of a relation
	far    *neural.Param // weight of each distance
	rel    *neural.Param // relSize × relations, and a row of biases
	arcT   []float32
	relT   []float32
	viewT  []float32
}

func newNetwork(lex *lexicon, rels []string) *network {
	rng := rand.New(rand.NewPCG(11, 12))
	n := &network{lex: lex, rels: rels}
	n.table = neural.NewTable(rng, len(lex.rows), inputSize, 0.05)
	n.vector = neural.NewParam(rng, lex.vectors.dim, inputSize, 1/math.Sqrt(float64(lex.vectors.dim)))
	in := window * inputSize
	for i := range n.layers {
		n.layers[i] = neural.NewLayer(rng, in, hiddenSize, i > 0)
		in = wordSize
	}
	n.views = neural.NewParam(rng, wordSize+1, viewSize, 1/math.Sqrt(wordSize))
	n.arc = neural.NewParam(rng, arcSize+1, arcSize, 1/math.Sqrt(arcSize))
	n.root = neural.NewParam(rng, 1, arcSize+relSize, 0.1)
	n.far = neural.NewParam(rng, 1, distances, 0)
	n.rel = neural.NewParam(rng, relSize+1, len(rels), 1/math.Sqrt(relSize))
	return n
}

// prepare turns round the matrices through which gradients go back.
func (n *network) prepare() {
	n.arcT, n.relT, n.viewT = fitf(&n.arcT, arcSize*arcSize), fitf(&n.relT, relSize*len(n.rels)), fitf(&n.viewT, wordSize*viewSize)
	neural.Transpose(n.arcT, n.arc.W[:arcSize*arcSize], arcSize, arcSize)
	neural.Transpose(n.relT, n.rel.W[:relSize*len(n.rels)], relSize, len(n.rels))
	neural.Transpose(n.viewT, n.views.W[:wordSize*viewSize], wordSize, viewSize)
}

func (n *network) params() []*neural.Param {
	p := []*neural.Param{n.table, n.vector, n.views, n.arc, n.root, n.far, n.rel}
	for _, l := range n.layers {
		p = append(p, l.W, l.V)
	}
	return p
}

// distanceIndex numbers the distance from a dependent to its head, the words of a
// sentence being 1, 2, … and the root 0.
func distanceIndex(dep, head int) int {
	if head == rootHead {
		return 2*reach + 1
	}
	return max(-reach, min(reach, head-dep)) + reach
}

// example is a sentence to learn from. Heads are 1-based, 0 the root.
type example struct {
	tokens    []parserToken
	head, rel []int
}

// worker learns from its share of each batch with memory of its own.
type worker struct {
	n                                        *network
	rng                                      *rand.Rand
	batch                                    []*example
	ends                                     []int
	x, mask                                  []float32
	wide                                     []float32 // each input between its neighbours
	traces                                   [layerCount]neural.Trace
	hmask                                    [layerCount][]float32
	grads                                    [layerCount]neural.Grad
	dropped                                  []parserToken
	view                                     []float32
	dview                                    []float32
	dh, dx                                   []float32
	gviews, garc, groot, gfar, grel, gvector []float32
	scratch                                  struct{ d, h, q, ht, s, ds, dq, dd, dhh, t1, r, dr, logits, dlogits, lt []float32 }
	vecs                                     []float32
	vecT                                     []float32
	tmp                                      []float32
}

func fitf(s *[]float32, n int) []float32 {
	if cap(*s) < n {
		*s = make([]float32, n, n+n/4)
	}
	*s = (*s)[:n]
	clear(*s)
	return *s
}

// embed computes the input of the batch, with some of it left out at random while learning.
func (w *worker) embed(learn bool) {
	n := w.n
	w.ends, w.dropped = w.ends[:0], w.dropped[:0]
	for _, e := range w.batch {
		for _, t := range e.tokens {
			if learn {
				if w.rng.Float64() < 0.15 {
					t.rows[0] = -1
				}
				if w.rng.Float64() < 0.05 {
					t.vector, t.rows[0] = -1, -1
				}
				if w.rng.Float64() < 0.1 {
					t.rows[1+w.rng.IntN(3)] = -1
				}
				if w.rng.Float64() < 0.1 {
					t.rows[5+w.rng.IntN(2)] = -1
				}
			}
			w.dropped = append(w.dropped, t)
		}
		w.ends = append(w.ends, len(w.dropped))
	}
	total := len(w.dropped)
	dim := n.lex.vectors.dim
	vecs := fitf(&w.vecs, total*dim)
	for i, t := range w.dropped {
		if t.vector >= 0 {
			for k, v := range n.lex.vectors.values[int(t.vector)*dim : int(t.vector+1)*dim] {
				vecs[i*dim+k] = float32(v) * vectorUnit
			}
		}
	}
	x := fitf(&w.x, total*inputSize)
	neural.Multiply(x, vecs, n.vector.W, total, dim, inputSize)
	for i, t := range w.dropped {
		row := x[i*inputSize : (i+1)*inputSize]
		for _, r := range t.rows {
			if r >= 0 {
				for k, v := range n.table.Row(int(r)) {
					row[k] += v
				}
			}
		}
	}
	if learn {
		w.mask = dropMask(w.rng, w.mask, w.ends, inputSize, inputDrop)
		for i := range x {
			x[i] *= w.mask[i]
		}
	}
	wide := fitf(&w.wide, total*window*inputSize)
	inWindow(w.ends, window, func(i, k, j int) {
		copy(wide[(i*window+k)*inputSize:(i*window+k+1)*inputSize], x[j*inputSize:])
	})
}

// encode runs the layers and the views of words.
func (w *worker) encode(learn bool) {
	n := w.n
	in := w.wide
	for i, l := range n.layers {
		t := &w.traces[i]
		l.Forward(t, in, w.ends)
		if learn {
			w.hmask[i] = dropMask(w.rng, w.hmask[i], w.ends, wordSize, layerDrop)
			for k, m := range w.hmask[i] {
				t.H[k] *= m
			}
		}
		in = t.H
	}
	total := len(w.dropped)
	view := fitf(&w.view, total*viewSize)
	bias := n.views.Row(wordSize)
	for i := range total {
		copy(view[i*viewSize:], bias)
	}
	neural.Multiply(view, in, n.views.W[:wordSize*viewSize], total, wordSize, viewSize)
	for i := range total {
		row := view[i*viewSize : i*viewSize+2*arcSize]
		for k, v := range row {
			if v < 0 {
				row[k] = 0
			}
		}
	}
}

// scores computes the score of each head for each word of the sentence at begin.
func (w *worker) scores(begin, end int) (s []float32) {
	n, c := w.n, &w.scratch
	m := end - begin
	d, h := fitf(&c.d, m*arcSize), fitf(&c.h, (m+1)*arcSize)
	copy(h, n.root.W[:arcSize])
	for i := range m {
		row := w.view[(begin+i)*viewSize:]
		copy(d[i*arcSize:(i+1)*arcSize], row)
		copy(h[(i+1)*arcSize:(i+2)*arcSize], row[arcSize:])
	}
	q := fitf(&c.q, m*arcSize)
	u := n.arc.Row(arcSize)
	for i := range m {
		copy(q[i*arcSize:(i+1)*arcSize], u)
	}
	neural.Multiply(q, d, n.arc.W[:arcSize*arcSize], m, arcSize, arcSize)
	ht := fitf(&c.ht, (m+1)*arcSize)
	neural.Transpose(ht, h, m+1, arcSize)
	s = fitf(&c.s, m*(m+1))
	for i := range m {
		for j := range m + 1 {
			s[i*(m+1)+j] = n.far.W[distanceIndex(i+1, j)]
		}
	}
	neural.Multiply(s, q, ht, m, arcSize, m+1)
	for i := range m {
		s[i*(m+1)+i+1] = -1e9
	}
	return s
}

// learn runs forward and backward over a batch.
func (w *worker) learn(batch []*example) (loss float64) {
	w.batch = batch
	n, c := w.n, &w.scratch
	if w.gviews == nil {
		w.gviews, w.garc, w.groot = make([]float32, len(n.views.W)), make([]float32, len(n.arc.W)), make([]float32, len(n.root.W))
		w.gfar, w.grel, w.gvector = make([]float32, len(n.far.W)), make([]float32, len(n.rel.W)), make([]float32, len(n.vector.W))
	}
	w.embed(true)
	w.encode(true)
	total := len(w.dropped)
	dview := fitf(&w.dview, total*viewSize)
	R := len(n.rels)
	begin := 0
	for x, end := range w.ends {
		e := w.batch[x]
		m := end - begin
		s := w.scores(begin, end)
		ds := s
		for i := range m {
			row := s[i*(m+1) : (i+1)*(m+1)]
			softmax(row)
			loss -= math.Log(float64(row[e.head[i]]) + 1e-9)
			row[e.head[i]]--
		}
		for i := range m {
			for j := range m + 1 {
				if j != i+1 {
					w.gfar[distanceIndex(i+1, j)] += ds[i*(m+1)+j]
				}
			}
		}
		// s = q·hᵀ, q = d·U + u
		dq := fitf(&c.dq, m*arcSize)
		neural.Multiply(dq, ds, c.h, m, m+1, arcSize)
		t1 := fitf(&c.t1, m*(m+1))
		neural.Transpose(t1, ds, m, m+1)
		dhh := fitf(&c.dhh, (m+1)*arcSize)
		neural.Multiply(dhh, t1, c.q, m+1, m, arcSize)
		for i := range m {
			row := w.garc[arcSize*arcSize:]
			for k, v := range dq[i*arcSize : (i+1)*arcSize] {
				row[k] += v
			}
		}
		t1 = fitf(&c.t1, m*arcSize)
		neural.Transpose(t1, c.d, m, arcSize)
		neural.Multiply(w.garc[:arcSize*arcSize], t1, dq, arcSize, m, arcSize)
		dd := fitf(&c.dd, m*arcSize)
		neural.Multiply(dd, dq, n.arcT, m, arcSize, arcSize)
		for k := range arcSize {
			w.groot[k] += dhh[k]
		}
		for i := range m {
			row, grow := w.view[(begin+i)*viewSize:], dview[(begin+i)*viewSize:]
			for k := range arcSize {
				if row[k] > 0 {
					grow[k] += dd[i*arcSize+k]
				}
				if row[arcSize+k] > 0 {
					grow[arcSize+k] += dhh[(i+1)*arcSize+k]
				}
			}
		}
		// relations, given the right head
		r := fitf(&c.r, m*relSize)
		for i := range m {
			dep := w.view[(begin+i)*viewSize+2*arcSize:][:relSize]
			head := w.relHead(begin, e.head[i])
			for k := range relSize {
				r[i*relSize+k] = max(0, dep[k]+head[k])
			}
		}
		logits := fitf(&c.logits, m*R)
		for i := range m {
			copy(logits[i*R:], n.rel.Row(relSize))
		}
		neural.Multiply(logits, r, n.rel.W[:relSize*R], m, relSize, R)
		for i := range m {
			row := logits[i*R : (i+1)*R]
			softmax(row)
			loss -= math.Log(float64(row[e.rel[i]]) + 1e-9)
			row[e.rel[i]]--
			for k, v := range row {
				w.grel[relSize*R+k] += v
			}
		}
		rt := fitf(&c.t1, m*relSize)
		neural.Transpose(rt, r, m, relSize)
		neural.Multiply(w.grel[:relSize*R], rt, logits, relSize, m, R)
		dr := fitf(&c.dr, m*relSize)
		neural.Multiply(dr, logits, n.relT, m, R, relSize)
		for i := range m {
			dep := dview[(begin+i)*viewSize+2*arcSize:][:relSize]
			head := w.groot[arcSize:]
			if j := e.head[i]; j != rootHead {
				head = dview[(begin+j-1)*viewSize+2*arcSize+relSize:][:relSize]
			}
			for k := range relSize {
				if r[i*relSize+k] > 0 {
					dep[k] += dr[i*relSize+k]
					head[k] += dr[i*relSize+k]
				}
			}
		}
		begin = end
	}
	w.back(total)
	return loss
}

// relHead is the view of the j-th word (0 the root) as head of a relation.
func (w *worker) relHead(begin, j int) []float32 {
	if j == rootHead {
		return w.n.root.W[arcSize:]
	}
	return w.view[(begin+j-1)*viewSize+2*arcSize+relSize:][:relSize]
}

func (w *worker) back(total int) {
	n := w.n
	last := w.traces[layerCount-1].H
	for i := range total {
		row := w.gviews[wordSize*viewSize:]
		for k, v := range w.dview[i*viewSize : (i+1)*viewSize] {
			row[k] += v
		}
	}
	t := fitf(&w.tmp, total*wordSize)
	neural.Transpose(t, last, total, wordSize)
	neural.Multiply(w.gviews[:wordSize*viewSize], t, w.dview, wordSize, total, viewSize)
	dh := fitf(&w.dh, total*wordSize)
	neural.Multiply(dh, w.dview, n.viewT, total, viewSize, wordSize)
	for i := layerCount - 1; i >= 0; i-- {
		for k, m := range w.hmask[i] {
			dh[k] *= m
		}
		w.dx = n.layers[i].Backward(&w.traces[i], &w.grads[i], dh, w.dx, w.ends)
		dh, w.dh, w.dx = w.dx, w.dx, w.dh
	}
	dx := fitf(&w.dx, total*inputSize)
	inWindow(w.ends, window, func(i, k, j int) {
		to := dx[j*inputSize : (j+1)*inputSize]
		for c, v := range dh[(i*window+k)*inputSize : (i*window+k+1)*inputSize] {
			to[c] += v
		}
	})
	for k, m := range w.mask {
		dx[k] *= m
	}
	dim := n.lex.vectors.dim
	vt := fitf(&w.vecT, total*dim)
	neural.Transpose(vt, w.vecs, total, dim)
	neural.Multiply(w.gvector, vt, dx, dim, total, inputSize)
}

func softmax(row []float32) {
	top := slices.Max(row)
	sum := float32(0)
	for i, v := range row {
		row[i] = neural.Exp(v - top)
		sum += row[i]
	}
	for i := range row {
		row[i] /= sum
	}
}

// give adds the worker's gradients to those of the network.
func (w *worker) give() {
	n := w.n
	n.views.Take(w.gviews)
	n.arc.Take(w.garc)
	n.root.Take(w.groot)
	n.far.Take(w.gfar)
	n.rel.Take(w.grel)
	n.vector.Take(w.gvector)
	for i := range n.layers {
		n.layers[i].W.Take(w.grads[i].W)
		n.layers[i].V.Take(w.grads[i].V)
	}
	for i, t := range w.dropped {
		for _, r := range t.rows {
			if r >= 0 {
				n.table.AddRow(int(r), w.dx[i*inputSize:(i+1)*inputSize])
			}
		}
	}
}
