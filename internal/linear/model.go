package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"

	"github.com/klauspost/compress/zstd"
)

// Model holds trained weights. It may be used by many goroutines at once.
type Model struct {
	classes int
	keys    []uint32 // of the features, ascending
	first   []uint32 // index of a feature's first weight
	weights []weight

	shift uint
	table []slot // ordered by key, each at or after the place that its high bits name; the last is empty
}

type weight struct {
	class uint16 // with the bit last on the last weight of a feature
	value int16
}

const last = 1 << 15

type slot struct{ key, first uint32 }

// Classes returns the number of classes.
func (m *Model) Classes() int { return m.classes }

// Features returns the number of features that have a weight.
func (m *Model) Features() int { return len(m.keys) }

// Weights returns the number of weights.
func (m *Model) Weights() int { return len(m.weights) }

// Score adds the weights of the features to the score of each class.
func (m *Model) Score(features []Feature, scores []int32) {
	// First all are looked up, then their weights are added: the processor waits
	// for memory, and this lets it wait for many places at once.
	const batch = 32
	var first [batch]uint32
	for len(features) > 0 {
		n := 0
		for _, f := range features[:min(batch, len(features))] {
			if i, ok := m.find(f.key()); ok {
				first[n] = i
				n++
			}
		}
		for _, i := range first[:n] {
			for {
				w := m.weights[i]
				scores[w.class&^last] += int32(w.value)
				if w.class&last != 0 {
					break
				}
				i++
			}
		}
		features = features[min(batch, len(features)):]
	}
}

func (m *Model) find(key uint32) (first uint32, ok bool) {
	for i := key >> m.shift; ; i++ {
		s := m.table[i]
		if s.key == key {
			return s.first, true
		}
		if s.key-1 >= key { // greater, or empty: 0-1 is the greatest number
			return 0, false
		}
	}
}

// index lays out the table. Keys are ascending, so each goes to its own place or
// right behind the one before, and the table is filled from front to back.
func (m *Model) index() {
	n := bits.Len(uint(len(m.keys)*3/2 + 1))
	m.shift = uint(32 - n)
	m.table = make([]slot, 1<<n, 1<<n+64)
	next := uint32(0)
	for i, k := range m.keys {
		at := max(k>>m.shift, next)
		for int(at) >= len(m.table) {
			m.table = append(m.table, slot{})
		}
		m.table[at] = slot{k, m.first[i]}
		next = at + 1
	}
	m.table = append(m.table, slot{})
}

// builder collects rows in ascending order of key.
type builder struct {
	m     Model
	key   uint32
	empty bool
}

func (b *builder) start(key uint32) { b.key, b.empty = key, true }

func (b *builder) add(class uint16, value int16) {
	if b.empty {
		b.m.keys = append(b.m.keys, b.key)
		b.m.first = append(b.m.first, uint32(len(b.m.weights)))
		b.empty = false
	} else {
		b.m.weights[len(b.m.weights)-1].class &^= last
	}
	b.m.weights = append(b.m.weights, weight{class | last, value})
}

func (b *builder) model(classes int) *Model {
	b.m.classes = classes
	b.m.index()
	return &b.m
}

// The stored form is a zstd frame of five columns, each behind its length:
// the numbers of classes, features and weights; the differences of the keys;
// the number of weights of each feature; their classes; their values.
// All are varints, the values zigzag.

// Bytes returns the stored form.
func (m *Model) Bytes() []byte {
	var head, keys, counts, classes, values []byte
	head = binary.AppendUvarint(head, uint64(m.classes))
	head = binary.AppendUvarint(head, uint64(len(m.keys)))
	head = binary.AppendUvarint(head, uint64(len(m.weights)))
	before := uint32(0)
	for i, k := range m.keys {
		keys = binary.AppendUvarint(keys, uint64(k-before))
		before = k
		end := uint32(len(m.weights))
		if i+1 < len(m.keys) {
			end = m.first[i+1]
		}
		counts = binary.AppendUvarint(counts, uint64(end-m.first[i]))
	}
	for _, w := range m.weights {
		classes = binary.AppendUvarint(classes, uint64(w.class&^last))
		values = binary.AppendVarint(values, int64(w.value))
	}
	var b []byte
	for _, column := range [][]byte{head, keys, counts, classes, values} {
		b = binary.AppendUvarint(b, uint64(len(column)))
		b = append(b, column...)
	}
	return Compress(b)
}

var errTruncated = errors.New("read model: the data end too early or are damaged; train the model again")

// Read decodes the stored form of a model.
func Read(stored []byte) (*Model, error) {
	b, err := Decompress(stored)
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	return decode(b)
}

func decode(b []byte) (*Model, error) {
	var columns [5]column
	for i := range columns {
		n, k := binary.Uvarint(b)
		if k <= 0 || n > uint64(len(b)-k) {
			return nil, errTruncated
		}
		columns[i].b = b[k : k+int(n)]
		b = b[k+int(n):]
	}
	head, keys, counts, classes, values := &columns[0], &columns[1], &columns[2], &columns[3], &columns[4]
	m := &Model{classes: int(head.next())}
	features, weights := head.next(), head.next()
	if features > uint64(len(keys.b)) || weights > uint64(len(values.b)) {
		return nil, errTruncated
	}
	m.keys = make([]uint32, features)
	m.first = make([]uint32, features)
	m.weights = make([]weight, weights)
	key, at := uint32(0), uint64(0)
	for i := range m.keys {
		key += uint32(keys.next())
		m.keys[i], m.first[i] = key, uint32(at)
		n := counts.next()
		if n == 0 || n > weights-at {
			return nil, errTruncated
		}
		for range n {
			class, v := classes.next(), values.next()
			if class >= uint64(m.classes) {
				return nil, errTruncated
			}
			m.weights[at] = weight{uint16(class), int16(int64(v>>1) ^ -int64(v&1))}
			at++
		}
		m.weights[at-1].class |= last
	}
	for i := range columns {
		if columns[i].failed {
			return nil, errTruncated
		}
	}
	m.index()
	return m, nil
}

// column reads varints from the front of a column.
type column struct {
	b      []byte
	failed bool
}

func (c *column) next() uint64 {
	if len(c.b) > 0 && c.b[0] < 0x80 {
		v := uint64(c.b[0])
		c.b = c.b[1:]
		return v
	}
	v, n := binary.Uvarint(c.b)
	if n <= 0 {
		c.failed = true
		return 0
	}
	c.b = c.b[n:]
	return v
}

// Compress packs the data of a model, the same way every time.
func Compress(b []byte) []byte {
	w, err := zstd.NewWriter(nil, zstd.WithEncoderLevel(zstd.SpeedBestCompression), zstd.WithEncoderConcurrency(1))
	if err != nil {
		panic(err) // the options are constants
	}
	defer w.Close()
	return w.EncodeAll(b, nil)
}

// Decompress unpacks what Compress packed.
func Decompress(b []byte) ([]byte, error) {
	r, err := zstd.NewReader(nil, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(1<<28))
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.DecodeAll(b, nil)
}
