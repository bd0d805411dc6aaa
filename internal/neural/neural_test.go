package neural

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestMultiply: each sum runs in order, so that learning gives the same bytes everywhere.
func TestMultiply(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		m, k, n := rapid.IntRange(1, 9).Draw(t, "m"), rapid.IntRange(1, 9).Draw(t, "k"), rapid.IntRange(1, 70).Draw(t, "n")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		a, b, c := random(rng, m*k), random(rng, k*n), random(rng, m*n)
		want := append([]float32(nil), c...)
		for i := range m {
			for j := range n {
				for l := range k {
					want[i*n+j] += float32(a[i*k+l] * b[l*n+j])
				}
			}
		}
		Multiply(c, a, b, m, k, n)
		for i := range c {
			if c[i] != want[i] {
				t.Fatalf("element %d: %v, want %v", i, c[i], want[i])
			}
		}
	})
}

func random(rng *rand.Rand, n int) []float32 {
	f := make([]float32, n)
	for i := range f {
		f[i] = float32(uniform(rng))
	}
	return f
}

// TestPacked: packed products are those of the rounded weights and inputs, at their
// largest too, and the same with vector instructions and without.
func TestPacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const cols = 96
		rows, n := 8*rapid.IntRange(1, 50).Draw(t, "eights"), rapid.IntRange(1, 4).Draw(t, "n")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		p := NewParam(rng, rows, cols, 1)
		bias := random(rng, cols)
		x := random(rng, n*rows)
		if rapid.Bool().Draw(t, "extreme") {
			sign := float32(1 - 2*rapid.IntRange(0, 1).Draw(t, "sign"))
			for i := range p.W {
				p.W[i] = sign
			}
			for i := range x {
				x[i] = 1
			}
		}
		q := (&Reader{B: Quantize(p, rows).Append(nil)}).Quantized(rows, cols)
		levels := make([]uint8, len(x))
		Levels(levels, x)
		out, plain := make([]float32, n*cols), make([]float32, n*cols)
		newPacked(q, bias, haveVectors).Multiply(out, levels, n)
		newPacked(q, bias, false).Multiply(plain, levels, n)
		if !slices.Equal(out, plain) {
			t.Fatalf("%v with vector instructions, %v without", out, plain)
		}
		w := q.Floats()
		for i := range n {
			for c := range cols {
				want := float64(bias[c])
				for r := range rows {
					want += float64(w[r*cols+c]) * float64(int(levels[i*rows+r])-shiftBy) * inputUnit
				}
				if got := float64(out[i*cols+c]); math.Abs(got-want) > 2e-2 {
					t.Fatalf("input %d, column %d: %v, want %v", i, c, got, want)
				}
			}
		}
	})
}

// TestLevels: inputs are rounded, one alone as among many.
func TestLevels(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	x := append(random(rng, 77), -1, 1, 0)
	levels, one := make([]uint8, len(x)), make([]uint8, 1)
	Levels(levels, x)
	for i, v := range x {
		Levels(one, x[i:i+1])
		if want := math.Round(float64(v)*largest) + shiftBy; levels[i] != one[0] || math.Abs(float64(levels[i])-want) > 1 {
			t.Errorf("level of %v: %d among others, %d alone, want %v", v, levels[i], one[0], want)
		}
	}
}

// TestUnits: reading runs a layer as learning does, with vector instructions and without.
func TestUnits(t *testing.T) {
	const hidden = vectorHidden
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "n")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		l := NewLayer(rng, 2*hidden, hidden, true)
		for i := range l.V.W {
			l.V.W[i] = float32(4 * uniform(rng))
		}
		scale := rapid.SampledFrom([]float32{0.1, 1, 20}).Draw(t, "scale")
		for i := range l.W.W {
			l.W.W[i] *= scale
		}
		x := random(rng, n*2*hidden)
		var trace Trace
		l.Forward(&trace, x, []int{n})
		h, plain := slices.Clone(x), slices.Clone(x)
		for direction := range 2 {
			units(h, trace.U, l.V.W, hidden, n, direction, haveVectors)
			units(plain, trace.U, l.V.W, hidden, n, direction, false)
		}
		if !slices.Equal(h, plain) {
			t.Fatalf("%v with vector instructions, %v without", h, plain)
		}
		for i, v := range trace.H {
			if math.Abs(float64(h[i]-v)) > 0.02*float64(max(1, scale)) { // a state that large turns a step of the tables into more
				t.Fatalf("output %d: %v, while learning %v", i, h[i], v)
			}
		}
	})
}

func TestAddShorts(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const n = 40
	a, b, to := make([]int16, n), make([]int16, n), random(rng, n)
	want := slices.Clone(to)
	for i := range n {
		a[i], b[i] = int16(rng.IntN(1<<16)-1<<15), int16(rng.IntN(1<<16)-1<<15)
		want[i] += float32(int32(a[i])+int32(b[i])) / 1024
	}
	if AddShorts(to, a, b, 1.0/1024); !slices.Equal(to, want) {
		t.Errorf("%v, want %v", to, want)
	}
}

func TestExp(t *testing.T) {
	for x := float32(-80); x < 80; x += 0.37 {
		if got, want := float64(Exp(x)), math.Exp(float64(x)); math.Abs(got/want-1) > 1e-4 {
			t.Fatalf("Exp(%v) = %v, want %v", x, got, want)
		}
		if got, want := float64(Sigmoid(x)), 1/(1+math.Exp(-float64(x))); math.Abs(got-want) > 2e-3 {
			t.Fatalf("Sigmoid(%v) = %v, want %v", x, got, want)
		}
		if got, want := float64(Tanh(x/8)), math.Tanh(float64(x/8)); math.Abs(got-want) > 3e-3 {
			t.Fatalf("Tanh(%v) = %v, want %v", x/8, got, want)
		}
	}
}

// TestLayerLearns: against its gradients, a layer learns to tell at each word what
// the word before was, in both directions.
func TestLayerLearns(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	const in, hidden, n = 8, 4, 20
	l := NewLayer(rng, in, hidden, true)
	var trace Trace
	var grad Grad
	var adam Adam
	adam.Rate = 0.02
	var dx []float32
	ends := []int{n / 2, n}
	loss := func(step int) (sum float64) {
		x := make([]float32, n*in)
		for i := range n {
			x[i*in] = float32(rng.IntN(2)*2 - 1)
		}
		l.Forward(&trace, x, ends)
		dh := make([]float32, n*2*hidden)
		begin := 0
		for _, end := range ends {
			for i := begin; i < end; i++ {
				if i > begin {
					d := trace.H[i*2*hidden] - x[(i-1)*in]/2
					dh[i*2*hidden] = d
					sum += float64(d * d)
				}
				if i+1 < end {
					d := trace.H[i*2*hidden+hidden] - x[(i+1)*in]/2
					dh[i*2*hidden+hidden] = d
					sum += float64(d * d)
				}
			}
			begin = end
		}
		dx = l.Backward(&trace, &grad, dh, dx, ends)
		adam.Begin()
		copy(l.W.G, grad.W)
		copy(l.V.G, grad.V)
		clear(grad.W)
		clear(grad.V)
		adam.Update(l.W, 1)
		adam.Update(l.V, 1)
		return sum
	}
	first, last := 0.0, 0.0
	for step := range 2000 {
		d := loss(step)
		if step < 50 {
			first += d
		}
		if step >= 1950 {
			last += d
		}
	}
	if last > first/2 {
		t.Fatalf("loss %v at first, %v at last", first, last)
	}
}

func BenchmarkMultiply(b *testing.B) {
	const m, k, n = 500, 128, 384
	x, w, out := make([]float32, m*k), make([]float32, k*n), make([]float32, m*n)
	for b.Loop() {
		Multiply(out, x, w, m, k, n)
	}
	b.ReportMetric(float64(b.N)*m*k*n/b.Elapsed().Seconds()/1e9, "Gmul/s")
}
