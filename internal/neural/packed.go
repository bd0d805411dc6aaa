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

// Quantized reads a matrix.
func (r *Reader) Quantized(rows, cols int) *Quantized {
	q := &Quantized{Rows: rows, Cols: cols, Units: r.Floats(cols), Values: make([]int8, rows*cols)}
	for i, v := range r.next(rows * cols) {
		q.Values[i] = int8(v)
	}
	return q
}

// Packed is a matrix of whole numbers laid out for multiplication. Weights and
// inputs are shifted to be positive, at most 127; [Packed.Sum] takes the shift
// out again. Columns come in groups of three. The sums are the same numbers on
// every machine, whether it has vector instructions or not.
type Packed struct {
	rows, groups int
	lanes        [][4]uint64  // without vector instructions: groups/4 × rows, three columns in a number
	vector       []int8       // with them: blocks of [blockColumns] columns; in a block four rows of a column stand side by side
	unit, bias   [][3]float32 // by group and lane
}

const (
	shiftBy      = 64
	laneBits     = 21 // leaves room for a sum over 128 rows
	laneMask     = 1<<laneBits - 1
	blockColumns = 32
)

// Inputs of a Packed are numbers from -1 to 1 in these units.
const InputUnit = 1.0 / largest

// Level returns an input as the multiplication takes it. It must lie between -1 and 1.
func Level(x float32) uint8 { return uint8(int32(x*largest + (shiftBy + 0.5))) }

// NewPacked lays out q: the columns of group g are columns(g, 0), (g, 1) and
// (g, 2). Bias is added to the sums, by column. The number of groups must be a
// multiple of four, and that of rows at most 128; vector instructions want a
// multiple of four of them too.
func NewPacked(q *Quantized, groups int, bias []float32, columns func(group, lane int) int) *Packed {
	return newPacked(q, groups, bias, columns, haveVectors)
}

func newPacked(q *Quantized, groups int, bias []float32, columns func(group, lane int) int, vectors bool) *Packed {
	p := &Packed{rows: q.Rows, groups: groups, unit: make([][3]float32, groups), bias: make([][3]float32, groups)}
	vectors = vectors && q.Rows%4 == 0
	if vectors {
		p.vector = make([]int8, p.Width()*q.Rows)
	} else {
		p.lanes = make([][4]uint64, groups/4*q.Rows)
	}
	for g := range groups {
		for lane := range 3 {
			c, to := columns(g, lane), 3*g+lane
			sum := 0
			for r := range q.Rows {
				v := int(q.Values[r*q.Cols+c])
				sum += v
				if vectors {
					p.vector[(to/blockColumns*q.Rows+r/4*4)*blockColumns+to%blockColumns*4+r%4] = int8(v + shiftBy)
				} else {
					p.lanes[g/4*q.Rows+r][g%4] |= uint64(v+shiftBy) << (laneBits * lane)
				}
			}
			unit := q.Units[c] * InputUnit
			p.unit[g][lane] = unit
			p.bias[g][lane] = -unit * float32(shiftBy*sum)
			if bias != nil {
				p.bias[g][lane] += bias[c]
			}
		}
	}
	return p
}

// Width returns how many sums Multiply makes of an input: three for a group, and some to spare.
func (p *Packed) Width() int { return (3*p.groups + blockColumns - 1) / blockColumns * blockColumns }

// Multiply computes the sums of n inputs, each of as many levels as there are
// rows, into out, which has Width numbers for each input.
func (p *Packed) Multiply(out []int32, x []uint8, n int) {
	k, width := p.rows, p.Width()
	out, x = out[:n*width], x[:n*k]
	if p.vector != nil {
		for c := 0; c < width; c += blockColumns {
			w := p.vector[c*k : (c+blockColumns)*k]
			for i := range n {
				multiplyBlock(&out[i*width+c], &w[0], &x[i*k], k/4)
			}
		}
		return
	}
	for g := 0; g < p.groups; g += 4 {
		w := p.lanes[g/4*k : (g/4+1)*k]
		for i := range n {
			to := (*[12]int32)(out[i*width+3*g:])
			a, b, c, d := sums(w, x[i*k:][:k])
			for j, v := range [4]uint64{a, b, c, d} {
				to[3*j], to[3*j+1], to[3*j+2] = int32(v&laneMask), int32(v>>laneBits&laneMask), int32(v>>(2*laneBits))
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

// Shift returns what Sum needs to know of an input.
func Shift(x []uint8) float32 {
	sum := 0
	for _, v := range x {
		sum += int(v)
	}
	return float32(shiftBy * sum)
}

// Sum turns the sums of one input into numbers, times scale, three to a group.
func (p *Packed) Sum(to [][3]float32, sums []int32, shift, scale float32) {
	unit, bias, to := p.unit[:p.groups], p.bias[:p.groups], to[:p.groups]
	sums = sums[:3*p.groups]
	for g := range to {
		u, b, v := &unit[g], &bias[g], (*[3]int32)(sums[3*g:])
		to[g] = [3]float32{
			((float32(v[0])-shift)*u[0] + b[0]) * scale,
			((float32(v[1])-shift)*u[1] + b[1]) * scale,
			((float32(v[2])-shift)*u[2] + b[2]) * scale,
		}
	}
}
