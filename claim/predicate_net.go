package claim

import (
	"encoding/binary"
	"errors"
	"fmt"
	"slices"
	"sync"

	"rapporteur/internal/linear"
	"rapporteur/internal/neural"
	"rapporteur/lang"
)

const (
	netInput  = slotCount * lang.VectorSize
	netOutput = 32 // columns of scores: the kinds, then the classes kind by kind
)

// predicateNet scores predicates by one hidden layer over the embeddings of their
// traits and the vectors of words around them.
type predicateNet struct {
	keys   []uint32 // of the traits with an embedding, ascending
	shift  uint
	places []int32 // by the high bits of a key, and the places after: 1 + index of the key
	hidden int
	table  []int16 // an embedding for each key
	units  []float32
	vector []float32 // netInput × hidden
	bias   []float32
	out    []float32 // hidden × netOutput
	last   []float32 // biases of the scores
	from   [kindCount]int
	works  sync.Pool // of *netWork
}

// index prepares the look-up of keys.
func (n *predicateNet) index() {
	bits := uint(4)
	for 1<<bits < 2*len(n.keys) {
		bits++
	}
	n.shift = 32 - bits
	n.places = make([]int32, 1<<bits+len(n.keys)+1)
	for i, k := range n.keys {
		at := k >> n.shift
		for n.places[at] != 0 {
			at++
		}
		n.places[at] = int32(i + 1)
	}
	column := kindCount
	for k := range kindCount {
		n.from[k] = column
		column += len(predicateClasses[k])
	}
}

// row returns the index of a key, -1 for one that was too rare in training.
func (n *predicateNet) row(key uint32) int {
	for at := key >> n.shift; ; at++ {
		i := int(n.places[at]) - 1
		if i < 0 || n.keys[i] == key {
			return i
		}
	}
}

// netWork gathers the predicates of a report, whose scores are computed at once.
type netWork struct {
	n      *predicateNet
	input  []float32
	hidden []float32
	sum    []int32
	out    []float32
	count  int
}

func (n *predicateNet) work() *netWork {
	w, ok := n.works.Get().(*netWork)
	if !ok {
		return &netWork{n: n, sum: make([]int32, n.hidden)}
	}
	w.input, w.hidden, w.out, w.count = w.input[:0], w.hidden[:0], w.out[:0], 0
	return w
}

// add takes in one predicate.
func (w *netWork) add(t *traits) {
	n := w.n
	w.input = slices.Grow(w.input, netInput)[:len(w.input)+netInput]
	t.vectors(w.input[w.count*netInput:])
	w.count++
	clear(w.sum)
	for _, a := range t.atoms {
		r := n.row(a)
		if r < 0 {
			continue
		}
		linear.AddShorts(w.sum, n.table[r*n.hidden:][:n.hidden])
	}
	for k, v := range w.sum {
		w.hidden = append(w.hidden, float32(float32(v)*n.units[k])+n.bias[k])
	}
}

// scores returns the scores of all that were taken in, netOutput to each. They are
// there until w is given back.
func (w *netWork) scores() []float32 {
	n := w.n
	neural.Multiply(w.hidden, w.input, n.vector, w.count, netInput, n.hidden)
	for k, v := range w.hidden {
		w.hidden[k] = max(0, v)
	}
	for range w.count {
		w.out = append(w.out, n.last...)
	}
	neural.Multiply(w.out, w.hidden, n.out, w.count, n.hidden, netOutput)
	return w.out
}

// vectors writes the word vectors of t as the network's input.
func (t *traits) vectors(x []float32) {
	for s, v := range t.slots {
		if v == nil {
			clear(x[s*lang.VectorSize:][:lang.VectorSize])
			continue
		}
		unit := float32(lang.VectorUnit)
		if s >= slotNear {
			unit /= meanUnit
		}
		to := x[s*lang.VectorSize:][:len(v)]
		for k, c := range v {
			to[k] = float32(c) * unit
		}
	}
}

// bytes is the stored form: keys, the table with its units, the other weights.
func (n *netTrainer) bytes() (keys, weights []byte) {
	before := uint32(0)
	for _, k := range n.keys {
		keys = binary.AppendUvarint(keys, uint64(k-before))
		before = k
	}
	b := neural.Quantize(n.table, n.table.Rows).Coarser(netCoarse).Append(nil)
	b = neural.Quantize(n.vector, n.vector.Rows).Append(b)
	for _, p := range []*neural.Param{n.bias, n.out, n.last} {
		b = neural.AppendFloats(b, p.W)
	}
	return keys, b
}

func readPredicateNet(keys, weights []byte) (*predicateNet, error) {
	n := &predicateNet{hidden: netHidden}
	key := uint32(0)
	for len(keys) > 0 {
		d, k := binary.Uvarint(keys)
		if k <= 0 {
			return nil, errors.New("read predicates: the keys are damaged; train them again")
		}
		keys = keys[k:]
		key += uint32(d)
		n.keys = append(n.keys, key)
	}
	r := neural.Reader{B: weights}
	q := r.Quantized(len(n.keys), n.hidden)
	n.table, n.units = make([]int16, len(q.Values)), q.Units
	for i, v := range q.Values {
		n.table[i] = int16(v)
	}
	n.vector = r.Quantized(netInput, n.hidden).Floats()
	n.bias, n.out, n.last = r.Floats(n.hidden), r.Floats(n.hidden*netOutput), r.Floats(netOutput)
	if r.Err != nil {
		return nil, fmt.Errorf("read predicates: %w", r.Err)
	}
	n.index()
	return n, nil
}

// readPredicateModel decodes what [TrainPredicates] returns.
func readPredicateModel(stored []byte) (*predicateModel, error) {
	parts, err := linear.Extract(stored, 3)
	if err != nil {
		return nil, fmt.Errorf("read predicates: %w", err)
	}
	m := new(predicateModel)
	rest := parts[0]
	if m.kinds, rest, err = linear.ReadLanes(rest); err != nil {
		return nil, fmt.Errorf("read predicates: %w", err)
	}
	for k := range m.classes {
		if m.classes[k], rest, err = linear.ReadLanes(rest); err != nil {
			return nil, fmt.Errorf("read predicates: %w", err)
		}
	}
	m.net, err = readPredicateNet(parts[1], parts[2])
	return m, err
}
