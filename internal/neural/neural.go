// Package neural is the arithmetic of the small neural models: matrices, simple
// recurrent units and the Adam optimiser for training, and packed whole numbers
// for reading.
//
// Training is deterministic: sums are taken in a fixed order, products are rounded
// before they are added, and exponentials are computed here, so that the same data
// give the same bytes on every machine.
package neural

import (
	"math"
	"math/rand/v2"
)

// Param is a matrix of weights with its gradient and the moments of Adam.
type Param struct {
	Rows, Cols int
	W          []float32
	G          []float32
	m, v       []float32
	touched    []int32 // rows with a gradient, of a sparse parameter
	mark       []bool
	Sparse     bool
}

// NewParam returns a matrix of normal random weights of the given deviation.
func NewParam(rng *rand.Rand, rows, cols int, deviation float64) *Param {
	n := rows * cols
	p := &Param{Rows: rows, Cols: cols, W: make([]float32, n), G: make([]float32, n), m: make([]float32, n), v: make([]float32, n)}
	if deviation > 0 {
		for i := range p.W {
			p.W[i] = float32(uniform(rng) * deviation * math.Sqrt(3))
		}
	}
	return p
}

// uniform returns a number between -1 and 1.
func uniform(rng *rand.Rand) float64 { return 2*rng.Float64() - 1 }

// NewTable returns a table of embeddings, of which each step of learning changes
// only the rows that were used.
func NewTable(rng *rand.Rand, rows, cols int, deviation float64) *Param {
	p := NewParam(rng, rows, cols, deviation)
	p.Sparse, p.mark = true, make([]bool, rows)
	return p
}

// Row returns row i.
func (p *Param) Row(i int) []float32 { return p.W[i*p.Cols : (i+1)*p.Cols] }

// Take adds gradients of all weights and clears them.
func (p *Param) Take(g []float32) {
	for i, v := range g {
		p.G[i] += v
	}
	clear(g)
}

// AddRow adds to the gradient of row i of a table.
func (p *Param) AddRow(i int, g []float32) {
	if !p.mark[i] {
		p.mark[i] = true
		p.touched = append(p.touched, int32(i))
	}
	row := p.G[i*p.Cols : (i+1)*p.Cols]
	for k, v := range g {
		row[k] += v
	}
}

// Adam is the optimiser (Kingma and Ba 2015).
type Adam struct {
	Rate float64
	step int
	b1   float64
	b2   float64
}

// Begin starts one step of learning.
func (a *Adam) Begin() {
	if a.step == 0 {
		a.b1, a.b2 = 1, 1
	}
	a.step++
	a.b1 *= beta1
	a.b2 *= beta2
}

const (
	beta1 = 0.9
	beta2 = 0.98
)

// Update changes p against its gradient times scale, and clears the gradient.
func (a *Adam) Update(p *Param, scale float32) {
	rate := float32(a.Rate * math.Sqrt(1-a.b2) / (1 - a.b1))
	if !p.Sparse {
		a.update(p, 0, len(p.W), rate, scale)
		return
	}
	for _, r := range p.touched {
		a.update(p, int(r)*p.Cols, (int(r)+1)*p.Cols, rate, scale)
		p.mark[r] = false
	}
	p.touched = p.touched[:0]
}

func (a *Adam) update(p *Param, from, to int, rate, scale float32) {
	w, g, m, v := p.W[from:to], p.G[from:to], p.m[from:to], p.v[from:to]
	for i := range w {
		d := float32(g[i] * scale)
		m[i] = float32(float32(beta1)*m[i]) + float32(float32(1-beta1)*d)
		v[i] = float32(float32(beta2)*v[i]) + float32(float32(1-beta2)*float32(d*d))
		w[i] -= rate * m[i] / (float32(math.Sqrt(float64(v[i]))) + 1e-8)
		g[i] = 0
	}
}

// Exp returns e to the x, to about six digits.
func Exp(x float32) float32 {
	if x > 88 {
		x = 88
	} else if x < -87 {
		return 0
	}
	n := int32(float32(x*1.44269504) + 0.5)
	if float32(x*1.44269504)+0.5 < 0 {
		n--
	}
	r := x - float32(float32(n)*0.69314718)
	p := float32(1.0 / 120)
	p = float32(p*r) + 1.0/24
	p = float32(p*r) + 1.0/6
	p = float32(p*r) + 0.5
	p = float32(p*r) + 1
	p = float32(p*r) + 1
	return float32(p * math.Float32frombits(uint32(n+127)<<23))
}

// Sigmoid returns 1/(1+e^-x), and Tanh the hyperbolic tangent, to about three
// digits from a table: learning and reading use the same.
func Sigmoid(x float32) float32 {
	return sigmoids[1+max(-1, min(tableSize, int32(float32(x*128)+(tableSize/2+0.5))))]
}

// Tanh returns the hyperbolic tangent; see [Sigmoid].
func Tanh(x float32) float32 {
	return tanhs[1+max(-1, min(tableSize, int32(float32(x*256)+(tableSize/2+0.5))))]
}

const tableSize = 2048

// The tables have an entry more at each end, for what is below and above.
var sigmoids, tanhs = func() (s, t *[tableSize + 2]float32) {
	s, t = new([tableSize + 2]float32), new([tableSize + 2]float32)
	for i := range tableSize {
		s[1+i] = 1 / (1 + Exp(-float32(i-tableSize/2)/128))
		t[1+i] = 2/(1+Exp(-2*float32(i-tableSize/2)/256)) - 1
	}
	s[tableSize+1], t[0], t[tableSize+1] = 1, -1, 1
	return s, t
}()

// Transpose writes the transpose of the m×n matrix a into b.
func Transpose(b, a []float32, m, n int) {
	for i := range m {
		row := a[i*n : (i+1)*n]
		for j, v := range row {
			b[j*m+i] = v
		}
	}
}

func sqrt(n int) float64 { return math.Sqrt(float64(n)) }
