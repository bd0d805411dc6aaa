package neural

import "math/rand/v2"

// Layer is a bidirectional layer of simple recurrent units (Lei et al. 2018). All
// its matrix products are of the inputs, so that a whole sentence is one product;
// what runs from word to word is done element by element.
//
// For each direction, with c the state:
//
//	z, f, o = W x
//	f = sigmoid(f + vf c' + bf), o = sigmoid(o + vo c' + bo), c' being the state before
//	c = f c' + (1-f) z
//	h = o tanh(c), and with Skip + (1-o) x, x being the first inputs
type Layer struct {
	In, Hidden int
	Skip       bool   // the first 2*Hidden inputs go on beside the units
	W          *Param // In × 6 Hidden: z, f, o of the forward direction, then of the backward
	V          *Param // rows vf, vo, bf, bo × 2 Hidden
}

// NewLayer returns a layer of random weights.
func NewLayer(rng *rand.Rand, in, hidden int, skip bool) *Layer {
	l := &Layer{In: in, Hidden: hidden, Skip: skip, W: NewParam(rng, in, 6*hidden, 1/sqrt(in)), V: NewParam(rng, 4, 2*hidden, 0)}
	for i := range 2 * hidden {
		l.V.W[2*2*hidden+i] = 0.5
	}
	return l
}

// Units runs a direction, 0 or 1, of a layer of a given size over the n words of one
// sentence, for reading: gates are the matrix products as in [Layer.W], cells the
// rows of [Layer.V], and h holds the inputs that are let through, or zeros, and
// receives the outputs. Hidden must be a multiple of 16.
func Units(h, gates, cells []float32, hidden, n, direction int) {
	units(h, gates, cells, hidden, n, direction, haveVectors)
}

func units(h, gates, cells []float32, hidden, n, direction int, vectors bool) {
	if n == 0 {
		return
	}
	h, gates, cells = h[:n*2*hidden], gates[:n*6*hidden], cells[:8*hidden]
	first, step := 0, 1
	if direction == 1 {
		first, step = n-1, -1
	}
	if vectors && hidden == vectorHidden {
		for k := 0; k < hidden; k += 16 {
			runUnits(&h[first*2*hidden+direction*hidden+k], &gates[first*6*hidden+direction*3*hidden+k], &cells[direction*hidden+k],
				n, step*2*hidden*4, step*6*hidden*4, &sigmoids[1], &tanhs[1])
		}
		return
	}
	state := make([]float32, hidden)
	for i := first; i >= 0 && i < n; i += step {
		g, out := gates[i*6*hidden+direction*3*hidden:][:3*hidden], h[i*2*hidden+direction*hidden:][:hidden]
		for k, s := range state {
			c := cells[direction*hidden+k:]
			f := Sigmoid(float32(c[0]*s) + g[hidden+k] + c[4*hidden])
			o := Sigmoid(float32(c[2*hidden]*s) + g[2*hidden+k] + c[6*hidden])
			s = g[k] + float32(f*(s-g[k]))
			state[k] = s
			out[k] += float32(o * (Tanh(s) - out[k]))
		}
	}
}

// vectorHidden is the size of layer for which the vector instructions are written.
const vectorHidden = 64

// Trace is what the forward pass of a layer keeps for the backward pass.
type Trace struct {
	X          []float32 // n × In
	U          []float32 // n × 6 Hidden
	C, F, O, T []float32 // n × 2 Hidden; T is tanh(c)
	H          []float32 // n × 2 Hidden
}

func fit(s []float32, n int) []float32 {
	if cap(s) < n {
		return make([]float32, n, n+n/4)
	}
	return s[:n]
}

func zero(s []float32, n int) []float32 {
	s = fit(s, n)
	clear(s)
	return s
}

// Forward computes t.H from x, the words of several sentences one after the other;
// ends are the numbers of words up to and with each sentence.
func (l *Layer) Forward(t *Trace, x []float32, ends []int) {
	h := l.Hidden
	n := len(x) / l.In
	t.X = x
	t.U = zero(t.U, n*6*h)
	Multiply(t.U, x, l.W.W, n, l.In, 6*h)
	t.C, t.F, t.O, t.T, t.H = fit(t.C, n*2*h), fit(t.F, n*2*h), fit(t.O, n*2*h), fit(t.T, n*2*h), fit(t.H, n*2*h)
	zeros := make([]float32, h)
	begin := 0
	for _, end := range ends {
		for d := range 2 {
			before := zeros
			for step := range end - begin {
				i := begin + step
				if d == 1 {
					i = end - 1 - step
				}
				l.step(t, i, d, before)
				before = t.C[i*2*h+d*h:][:h]
			}
		}
		begin = end
	}
}

func (l *Layer) step(t *Trace, i, d int, before []float32) {
	h := l.Hidden
	u := t.U[i*6*h+d*3*h:][:3*h]
	z, uf, uo := u[:h], u[h:2*h], u[2*h:]
	v := l.V.W
	vf, vo, bf, bo := v[d*h:][:h], v[2*h+d*h:][:h], v[4*h+d*h:][:h], v[6*h+d*h:][:h]
	at := i*2*h + d*h
	c, f, o, th, out := t.C[at:][:h], t.F[at:][:h], t.O[at:][:h], t.T[at:][:h], t.H[at:][:h]
	for k, p := range before[:h] {
		f[k] = Sigmoid(uf[k] + float32(vf[k]*p) + bf[k])
		o[k] = Sigmoid(uo[k] + float32(vo[k]*p) + bo[k])
		c[k] = float32(f[k]*p) + float32((1-f[k])*z[k])
		th[k] = Tanh(c[k])
		out[k] = float32(o[k] * th[k])
	}
	if l.Skip {
		x := t.X[i*l.In+d*h:][:h]
		for k := range out {
			out[k] += float32((1 - o[k]) * x[k])
		}
	}
}

// Grad is the gradient of a layer's weights, kept by each worker for itself.
type Grad struct {
	W, V   []float32
	du, xt []float32
	wt     []float32
}

// Backward adds to the gradients from dh, the gradient of t.H, and returns dx in the
// given memory.
func (l *Layer) Backward(t *Trace, g *Grad, dh, dx []float32, ends []int) []float32 {
	h := l.Hidden
	n := len(t.X) / l.In
	if g.W == nil {
		g.W, g.V = make([]float32, len(l.W.W)), make([]float32, len(l.V.W))
	}
	g.du = fit(g.du, n*6*h)
	dx = zero(dx, n*l.In)
	zeros, carry := make([]float32, h), make([]float32, h)
	begin := 0
	for _, end := range ends {
		for d := range 2 {
			clear(carry)
			for step := end - begin - 1; step >= 0; step-- {
				i, prev := begin+step, begin+step-1
				if d == 1 {
					i, prev = end-1-step, end-step
				}
				before := zeros
				if step > 0 {
					before = t.C[prev*2*h+d*h:][:h]
				}
				l.back(t, g, i, d, before, dh, dx, carry)
			}
		}
		begin = end
	}
	g.xt = fit(g.xt, n*l.In)
	Transpose(g.xt, t.X, n, l.In)
	Multiply(g.W, g.xt, g.du, l.In, n, 6*h)
	g.wt = fit(g.wt, len(l.W.W))
	Transpose(g.wt, l.W.W, l.In, 6*h)
	Multiply(dx, g.du, g.wt, n, 6*h, l.In)
	return dx
}

func (l *Layer) back(t *Trace, g *Grad, i, d int, before, dh, dx, carry []float32) {
	h := l.Hidden
	u, du := t.U[i*6*h+d*3*h:][:3*h], g.du[i*6*h+d*3*h:][:3*h]
	v := l.V.W
	vf, vo := v[d*h:][:h], v[2*h+d*h:][:h]
	gvf, gvo, gbf, gbo := g.V[d*h:][:h], g.V[2*h+d*h:][:h], g.V[4*h+d*h:][:h], g.V[6*h+d*h:][:h]
	at, from := i*2*h+d*h, i*l.In+d*h
	f, o, th, dout := t.F[at:][:h], t.O[at:][:h], t.T[at:][:h], dh[at:][:h]
	z, dz, df, do := u[:h], du[:h], du[h:2*h], du[2*h:3*h]
	for k, p := range before[:h] {
		e := dout[k]
		gate := th[k]
		if l.Skip {
			gate -= t.X[from+k]
			dx[from+k] += float32(e * (1 - o[k]))
		}
		dO := float32(float32(e*gate) * float32(o[k]*(1-o[k])))
		dc := carry[k] + float32(float32(e*o[k])*(1-float32(th[k]*th[k])))
		dF := float32(float32(dc*(p-z[k])) * float32(f[k]*(1-f[k])))
		dz[k], df[k], do[k] = float32(dc*(1-f[k])), dF, dO
		gvf[k] += float32(dF * p)
		gvo[k] += float32(dO * p)
		gbf[k] += dF
		gbo[k] += dO
		carry[k] = float32(dc*f[k]) + float32(dF*vf[k]) + float32(dO*vo[k])
	}
}
