package neural

import (
	"encoding/binary"
	"errors"
	"math"
)

// Quantized is a matrix of weights as stored: whole numbers and a unit for each column.
type Quantized struct {
	Rows, Cols int
	Values     []int8
	Units      []float32
}

// largest is the size of the largest weight that a [Packed] can hold.
const largest = 63

// Quantize rounds the first rows of a parameter to whole numbers of at most 63,
// and those of a table to 127.
func Quantize(p *Param, rows int) *Quantized {
	largest := float32(largest)
	if p.Sparse {
		largest = 127
	}
	q := &Quantized{Rows: rows, Cols: p.Cols, Values: make([]int8, rows*p.Cols), Units: make([]float32, p.Cols)}
	for j := range p.Cols {
		top := float32(1e-6)
		for i := range rows {
			top = max(top, float32(math.Abs(float64(p.W[i*p.Cols+j]))))
		}
		q.Units[j] = top / largest
		for i := range rows {
			q.Values[i*p.Cols+j] = int8(math.RoundToEven(float64(p.W[i*p.Cols+j] / q.Units[j])))
		}
	}
	return q
}

// Coarser returns q with weights in a few large steps instead of many small ones,
// one for so many: for tables of which many rows are added up, and which are then
// stored smaller.
func (q *Quantized) Coarser(steps int) *Quantized {
	c := &Quantized{Rows: q.Rows, Cols: q.Cols, Values: make([]int8, len(q.Values)), Units: make([]float32, len(q.Units))}
	for i, v := range q.Values {
		c.Values[i] = int8(math.RoundToEven(float64(v) / float64(steps)))
	}
	for i, u := range q.Units {
		c.Units[i] = u * float32(steps)
	}
	return c
}

// Part returns some of the rows.
func (q *Quantized) Part(from, rows int) *Quantized {
	return &Quantized{Rows: rows, Cols: q.Cols, Values: q.Values[from*q.Cols : (from+rows)*q.Cols], Units: q.Units}
}

// Floats returns the weights as numbers.
func (q *Quantized) Floats() []float32 {
	f := make([]float32, len(q.Values))
	for i, v := range q.Values {
		f[i] = float32(v) * q.Units[i%q.Cols]
	}
	return f
}

// AppendFloats appends numbers behind their count.
func AppendFloats(b []byte, f []float32) []byte {
	b = binary.LittleEndian.AppendUint32(b, uint32(len(f)))
	for _, v := range f {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}

var errShort = errors.New("read network: the data end too early; train it again")

// Reader reads what was appended. After an error it returns zeros of the size asked for.
type Reader struct {
	B   []byte
	Err error
}

func (r *Reader) next(n int) []byte {
	if r.Err == nil && n > len(r.B) {
		r.Err = errShort
	}
	if r.Err != nil {
		return make([]byte, n)
	}
	b := r.B[:n]
	r.B = r.B[n:]
	return b
}

// Floats reads n numbers.
func (r *Reader) Floats(n int) []float32 {
	if got := int(binary.LittleEndian.Uint32(r.next(4))); got != n && r.Err == nil {
		r.Err = errors.New("read network: a part has another size than this version expects; train it again")
	}
	b := r.next(4 * n)
	f := make([]float32, n)
	for i := range f {
		f[i] = math.Float32frombits(binary.LittleEndian.Uint32(b[4*i:]))
	}
	return f
}

// Append appends the stored form of q.
func (q *Quantized) Append(b []byte) []byte {
	b = AppendFloats(b, q.Units)
	for _, v := range q.Values {
		b = append(b, byte(v))
	}
	return b
}

// Table reads a matrix without copying it: its weights are the bytes as signed numbers.
func (r *Reader) Table(rows, cols int) (weights []byte, units []float32) {
	units = r.Floats(cols)
	return r.next(rows * cols), units
}

// Quantized reads a matrix.
func (r *Reader) Quantized(rows, cols int) *Quantized {
	q := &Quantized{Rows: rows, Cols: cols, Units: r.Floats(cols), Values: make([]int8, rows*cols)}
	for i, v := range r.next(rows * cols) {
		q.Values[i] = int8(v)
	}
	return q
}

// Packed is a matrix of whole numbers laid out for multiplication. Inputs are
// shifted to be positive, at most 127, which the biases take out again. The sums
// are the same numbers on every machine, whether it has vector instructions or not.
type Packed struct {
	rows, cols int
	lanes      [][4]uint64 // without vector instructions: cols/12 × rows, three columns in a number
	vector     []int8      // with them: blocks of [blockColumns] columns; in a block four rows of a column stand side by side
	unit, bias []float32   // by column
}

const (
	shiftBy      = 64
	laneBits     = 21 // leaves room for a sum over laneRows
	laneRows     = 128
	laneMask     = 1<<laneBits - 1
	laneColumns  = 12
	blockColumns = 32
)

// inputUnit is what a step from one level to the next stands for.
const inputUnit = 1.0 / largest

// Levels writes inputs, which must lie between -1 and 1, as the multiplication takes them.
func Levels(to []uint8, x []float32) {
	to = to[:len(x)]
	i := 0
	if haveVectors && len(x) >= blockColumns {
		levelBlocks(&to[0], &x[0], len(x)/blockColumns)
		i = len(x) / blockColumns * blockColumns
	}
	for ; i < len(x); i++ {
		to[i] = uint8(int32(float32(x[i]*largest) + (shiftBy + 0.5)))
	}
}

// NewPacked lays out q; bias, which may be nil, is added to the sums, by column.
// The number of columns must be a multiple of 96 and that of rows one of eight.
func NewPacked(q *Quantized, bias []float32) *Packed { return newPacked(q, bias, haveVectors) }

func newPacked(q *Quantized, bias []float32, vectors bool) *Packed {
	p := &Packed{rows: q.Rows, cols: q.Cols, unit: make([]float32, q.Cols), bias: make([]float32, q.Cols)}
	sums := make([]int, q.Cols)
	if vectors {
		p.vector = make([]int8, q.Rows*q.Cols)
		for r := range q.Rows {
			row := q.Values[r*q.Cols : (r+1)*q.Cols]
			for from := 0; from < len(row); from += blockColumns {
				to := p.vector[(from*q.Rows + r/4*4*blockColumns + r%4):]
				for c, v := range row[from : from+blockColumns] {
					to[4*c] = v
					sums[from+c] += int(v)
				}
			}
		}
	} else {
		p.lanes = make([][4]uint64, q.Cols/laneColumns*q.Rows)
		for r := range q.Rows {
			for c, v := range q.Values[r*q.Cols : (r+1)*q.Cols] {
				p.lanes[c/laneColumns*q.Rows+r][c%laneColumns/3] |= uint64(int(v)+shiftBy) << (laneBits * (c % 3))
				sums[c] += int(v)
			}
		}
	}
	for c, sum := range sums {
		p.unit[c] = q.Units[c] * inputUnit
		p.bias[c] = -p.unit[c] * float32(shiftBy*sum)
		if bias != nil {
			p.bias[c] += bias[c]
		}
	}
	return p
}

// Multiply writes the products of n inputs, each of as many levels as there are
// rows, into out, a column after the other for each input.
func (p *Packed) Multiply(out []float32, x []uint8, n int) {
	k, width := p.rows, p.cols
	out, x = out[:n*width], x[:n*k]
	if p.vector != nil {
		for c := 0; c < width; c += blockColumns {
			w := p.vector[c*k : (c+blockColumns)*k]
			for i := range n {
				multiplyBlock(&out[i*width+c], &w[0], &x[i*k], k/8, &p.unit[c], &p.bias[c])
			}
		}
		return
	}
	for i := range n {
		x := x[i*k:][:k]
		shift := int32(0) // weights are shifted here, too
		for _, v := range x {
			shift += int32(v) * shiftBy
		}
		for c := 0; c < width; c += laneColumns {
			var all [laneColumns]int32
			for from := 0; from < k; from += laneRows {
				end := min(from+laneRows, k)
				e, f, g, h := sums(p.lanes[c/laneColumns*k:][from:end], x[from:end])
				for j, v := range [4]uint64{e, f, g, h} {
					for lane := range 3 {
						all[3*j+lane] += int32(v >> (laneBits * lane) & laneMask)
					}
				}
			}
			to, unit, bias := out[i*width+c:][:laneColumns], p.unit[c:][:laneColumns], p.bias[c:][:laneColumns]
			for j, v := range all {
				to[j] = float32(float32(v-shift)*unit[j]) + bias[j]
			}
		}
	}
}

// sums keeps four sums of three lanes each in registers; with more, or when
// inlined, they spill.
//
//go:noinline
func sums(w [][4]uint64, x []uint8) (a, b, c, d uint64) {
	x = x[:len(w)]
	for j := range w {
		r := &w[j]
		u := uint64(x[j])
		a += r[0] * u
		b += r[1] * u
		c += r[2] * u
		d += r[3] * u
	}
	return a, b, c, d
}

// AddShorts adds (a + b) times unit, a power of two, to a row of numbers whose
// length is a multiple of eight.
func AddShorts(to []float32, a, b []int16, unit float32) {
	a, b = a[:len(to)], b[:len(to)]
	if haveVectors {
		addShorts(&to[0], &a[0], &b[0], unit, len(to)/8)
		return
	}
	for i := range to {
		to[i] += float32(float32(int32(a[i])+int32(b[i])) * unit)
	}
}
