package linear

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"math/bits"
	"slices"

	"github.com/klauspost/compress/zstd"
)

// Model holds trained weights. It may be used by many goroutines at once.
type Model struct {
	classes int

	shift  uint
	table  []slot   // ordered by key, each at or after the place that its high bits name; the last is empty
	sparse []weight // of the features with few weights
	dense  []int16  // of the others, a weight for each class
}

type weight struct {
	class uint16 // with the bit last on the last weight of a feature
	value int16
}

const last = 1 << 15

// slot is where the weights of a feature are: from first on among the sparse ones
// or, with the bit inRow, in that row of the dense ones.
type slot struct{ key, first uint32 }

const inRow = 1 << 31

// A feature with more weights than fewWeights has a row of them.
const fewWeights = 12

// Classes returns the number of classes.
func (m *Model) Classes() int { return m.classes }

// Score adds the weights of the features to the score of each class.
func (m *Model) Score(features []Feature, scores []int32) {
	// First all are looked up, then their weights are added: the processor waits
	// for memory, and this lets it wait for many places at once. What it fetches
	// without knowing what it will find there must not stand behind a branch.
	const batch = 32
	var keys, few, many [batch]uint32
	var slots [batch]slot
	var weights [batch]weight
	for len(features) > 0 {
		now := features[:min(batch, len(features))]
		features = features[len(now):]
		for n, f := range now {
			key := f.Key()
			keys[n%batch], slots[n%batch] = key, m.table[key>>m.shift]
		}
		fews, manys := 0, 0
		for n, s := range slots[:len(now)] {
			first, ok := s.first, s.key == keys[n]
			if !ok && s.key-1 < keys[n] {
				first, ok = m.find(keys[n])
			}
			switch {
			case !ok:
			case first&inRow != 0:
				many[manys] = first &^ inRow
				manys++
			default:
				few[fews] = first
				fews++
			}
		}
		for n, i := range few[:fews] {
			weights[n%batch] = m.sparse[i]
		}
		for _, row := range many[:manys] {
			AddShorts(scores, m.dense[int(row)*m.classes:][:m.classes])
		}
		for n, w := range weights[:fews] {
			for i := few[n]; ; {
				scores[w.class&^last] += int32(w.value)
				if w.class&last != 0 {
					break
				}
				i++
				w = m.sparse[i]
			}
		}
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

// builder fills a model with features in ascending order of key. So each goes to
// its own place in the table or right behind the one before, and the table is
// filled from front to back.
type builder struct {
	m    Model
	next uint32
}

func newBuilder(classes, features int) *builder {
	n := bits.Len(uint(features*3/2 + 1))
	return &builder{m: Model{classes: classes, shift: uint(32 - n), table: make([]slot, 1<<n, 1<<n+64)}}
}

// add adds a feature with its weights, ascending by class.
func (b *builder) add(key uint32, weights []weight) {
	from := len(b.m.sparse)
	b.m.sparse = append(b.m.sparse, weights...)
	b.place(key, uint32(from), b.m.sparse[from:])
	if len(weights) > fewWeights {
		b.m.sparse = b.m.sparse[:from]
	}
}

// place adds a feature whose weights stand among the sparse ones, from first on.
func (b *builder) place(key, first uint32, weights []weight) {
	m := &b.m
	at := max(key>>m.shift, b.next)
	for int(at) >= len(m.table) {
		m.table = append(m.table, slot{})
	}
	b.next = at + 1
	if len(weights) <= fewWeights {
		m.table[at] = slot{key, first}
		weights[len(weights)-1].class |= last
		return
	}
	m.table[at] = slot{key, uint32(len(m.dense)/m.classes) | inRow}
	from := len(m.dense)
	m.dense = slices.Grow(m.dense, m.classes)[:from+m.classes]
	row := m.dense[from:]
	clear(row)
	for _, w := range weights {
		row[w.class] = w.value
	}
}

func (b *builder) model() *Model {
	b.m.table = append(b.m.table, slot{})
	return &b.m
}

// each calls f for every feature with its weights, in ascending order of key.
func (m *Model) each(f func(key uint32, weights []weight)) {
	var weights []weight
	for _, s := range m.table {
		if s.key == 0 {
			continue
		}
		weights = weights[:0]
		if s.first&inRow != 0 {
			for c, v := range m.dense[int(s.first&^inRow)*m.classes:][:m.classes] {
				if v != 0 {
					weights = append(weights, weight{uint16(c), v})
				}
			}
		} else {
			for i := s.first; ; i++ {
				w := m.sparse[i]
				weights = append(weights, weight{w.class &^ last, w.value})
				if w.class&last != 0 {
					break
				}
			}
		}
		f(s.key, weights)
	}
}

// The stored form is a zstd frame of six columns, each behind its length: the
// numbers of classes, features, weights and dense rows; the differences of the
// keys; the number of weights of each feature; their classes; their values, a
// byte each; and the values that a byte cannot hold, of two bytes, in whose place
// stands wide. The first three columns are varints.

const (
	wide       = -128
	mostStored = 256 // classes
)

// Bytes returns the stored form.
func (m *Model) Bytes() []byte {
	if m.classes > mostStored {
		panic("linear: a model of more than 256 classes cannot be stored")
	}
	var head, keys, counts, classes, values, wides []byte
	features, weights, rows, before := 0, 0, 0, uint32(0)
	m.each(func(key uint32, w []weight) {
		features++
		weights += len(w)
		if len(w) > fewWeights {
			rows++
		}
		keys = binary.AppendUvarint(keys, uint64(key-before))
		before = key
		counts = binary.AppendUvarint(counts, uint64(len(w)))
		for _, w := range w {
			classes = append(classes, byte(w.class))
			if v := int8(w.value); int16(v) == w.value && v != wide {
				values = append(values, byte(v))
				continue
			}
			values = append(values, byte(wide&0xff))
			wides = binary.LittleEndian.AppendUint16(wides, uint16(w.value))
		}
	})
	for _, n := range []int{m.classes, features, weights, rows} {
		head = binary.AppendUvarint(head, uint64(n))
	}
	return Compress(Pack(head, keys, counts, classes, values, wides))
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
	columns, err := Unpack(b, 6)
	if err != nil {
		return nil, err
	}
	head, keys, counts := column{b: columns[0]}, column{b: columns[1]}, column{b: columns[2]}
	classes, values, wides := columns[3], columns[4], columns[5]
	of, features, all, rows := head.next(), head.next(), head.next(), head.next()
	if of > mostStored || features > uint64(len(keys.b)) || all != uint64(len(classes)) || all != uint64(len(values)) || rows > features {
		return nil, errTruncated
	}
	builder := newBuilder(int(of), int(features))
	m := &builder.m
	// All weights are laid out as those of features with few; the others are copied to their rows.
	m.sparse, m.dense = make([]weight, all), make([]int16, 0, rows*of)
	for i, c := range classes[:all] {
		v := int16(int8(values[i]))
		if v == wide {
			if len(wides) < 2 {
				return nil, errTruncated
			}
			v = int16(binary.LittleEndian.Uint16(wides))
			wides = wides[2:]
		}
		if uint64(c) >= of {
			return nil, errTruncated
		}
		m.sparse[i] = weight{uint16(c), v}
	}
	key, at := uint32(0), uint64(0)
	for range features {
		d, n := keys.next(), counts.next()
		if n == 0 || n > all-at || n > of || d == 0 || d > uint64(math.MaxUint32-key) {
			return nil, errTruncated
		}
		key += uint32(d)
		builder.place(key, uint32(at), m.sparse[at:at+n])
		at += n
	}
	if head.failed || keys.failed || counts.failed {
		return nil, errTruncated
	}
	return builder.model(), nil
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
	if len(c.b) > 1 && c.b[1] < 0x80 {
		v := uint64(c.b[0]&0x7f) | uint64(c.b[1])<<7
		c.b = c.b[2:]
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
