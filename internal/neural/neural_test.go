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

// TestPacked: packed sums are those of the rounded weights and inputs, at their
// largest too, and the same with vector instructions and without.
func TestPacked(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const groups = 8
		rows, n := rapid.IntRange(1, 128).Draw(t, "rows"), rapid.IntRange(1, 4).Draw(t, "n")
		rng := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
		p := NewParam(rng, rows, 3*groups, 1)
		bias := random(rng, 3*groups)
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
		q := (&Reader{B: Quantize(p, rows).Append(nil)}).Quantized(rows, 3*groups)
		columns := func(g, lane int) int { return lane*groups + g }
		packed, plain := NewPacked(q, groups, bias, columns), newPacked(q, groups, bias, columns, false)
		levels := make([]uint8, len(x))
		for i, v := range x {
			levels[i] = Level(v)
		}
		width := packed.Width()
		out, plainOut := make([]int32, n*width), make([]int32, n*width)
		sums, w := make([][3]float32, groups), q.Floats()
		packed.Multiply(out, levels, n)
		plain.Multiply(plainOut, levels, n)
		for i := range n {
			if a, b := out[i*width:][:3*groups], plainOut[i*width:][:3*groups]; !slices.Equal(a, b) {
				t.Fatalf("input %d: %v with vector instructions, %v without", i, a, b)
			}
			packed.Sum(sums, out[i*width:(i+1)*width], Shift(levels[i*rows:(i+1)*rows]), 1)
			for g := range groups {
				for lane := range 3 {
					c := lane*groups + g
					want := float64(bias[c])
					for r := range rows {
						want += float64(w[r*3*groups+c]) * float64(int(levels[i*rows+r])-shiftBy) * InputUnit
					}
					if got := float64(sums[g][lane]); math.Abs(got-want) > 1e-2 {
						t.Fatalf("input %d, column %d: %v, want %v", i, c, got, want)
					}
				}
			}
		}
	})
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
