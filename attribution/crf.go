package attribution

import "math"

// field computes, for one window in training, how probable each part of each
// token is under the weights so far: a linear-chain conditional random field
// (Lafferty, McCallum and Pereira 2001) over the states of the search.
type field struct {
	grid        *grid[float32]
	step        [states][states]float64 // exp of the scores of steps
	alpha, beta [][states]float64
	stay, enter [][4]float64 // exp of the scores of being in a part
	leave       [][4]float64 // exp of the score of a part's last token
}

// gradient is the difference between what is right and what is expected.
type gradient struct {
	lanes [][7]float32
	final [4]float32
	step  [states][states]float32
}

func (f *field) refresh() {
	for a := range f.step {
		for b := range f.step[a] {
			f.step[a][b] = math.Exp(float64(f.grid.step[a][b]))
		}
	}
}

// psi is the weight of being in b at token i after a.
func (f *field) psi(i int, a, b state) float64 {
	pa, pb := partOf[a], partOf[b]
	if pa == pb {
		return f.step[a][b] * f.stay[i][pb]
	}
	return f.step[a][b] * f.enter[i][pb] * f.leave[i-1][pa]
}

// gradient returns what to add to the scores of a window so that gold becomes
// more probable, and gold's probability.
func (f *field) gradient(gold []state, g *gradient) float64 {
	f.refresh()
	w := f.grid
	n := len(w.lanes)
	resize := func(s *[][4]float64) {
		if cap(*s) < n {
			*s = make([][4]float64, 2*n)
		}
		*s = (*s)[:n]
	}
	resize(&f.stay)
	resize(&f.enter)
	resize(&f.leave)
	if cap(f.alpha) < n {
		f.alpha, f.beta, g.lanes = make([][states]float64, 2*n), make([][states]float64, 2*n), make([][7]float32, 2*n)
	}
	f.alpha, f.beta, g.lanes = f.alpha[:n], f.beta[:n], g.lanes[:n]
	for i := range n {
		l := &w.lanes[i]
		s, c, gap := math.Exp(float64(l[laneSource])), math.Exp(float64(l[laneContent])), math.Exp(float64(l[laneGap]))
		f.stay[i] = [4]float64{1, s, c, gap}
		f.enter[i] = [4]float64{1, s * math.Exp(float64(l[laneSourceFirst])), c * math.Exp(float64(l[laneContentFirst])), gap}
		f.leave[i] = [4]float64{1, math.Exp(float64(l[laneSourceLast])), math.Exp(float64(l[laneContentLast])), 1}
		if w.fixed[i] {
			f.stay[i][inSource], f.stay[i][inContent], f.enter[i][inSource], f.enter[i][inContent] = 0, 0, 0, 0
		}
	}
	// forward, each row scaled to sum to one
	for i := range n {
		row := &f.alpha[i]
		*row = [states]float64{}
		if i == 0 {
			row[out00] = f.step[out00][out00]
			row[source0] = f.step[out00][source0] * f.enter[0][inSource]
			row[content0] = f.step[out00][content0] * f.enter[0][inContent]
		} else {
			prev := &f.alpha[i-1]
			for b := range states {
				for _, a := range before[b] {
					if prev[a] > 0 {
						row[b] += prev[a] * f.psi(i, a, b)
					}
				}
			}
		}
		normalize(row)
	}
	last := &f.beta[n-1]
	for s := range states {
		last[s] = 0
		if ends[s] >= 0 {
			last[s] = math.Exp(float64(w.final[ends[s]])) * f.leave[n-1][partOf[s]]
		}
	}
	normalize(last)
	for i := n - 2; i >= 0; i-- {
		row, next := &f.beta[i], &f.beta[i+1]
		for a := range states {
			row[a] = 0
			for _, b := range follow[a] {
				if next[b] > 0 {
					row[a] += f.psi(i+1, a, b) * next[b]
				}
			}
		}
		normalize(row)
	}
	// what is right, less what is expected
	for i := range g.lanes {
		g.lanes[i] = [7]float32{}
	}
	g.final = [4]float32{}
	g.step = [states][states]float32{}
	walk(gold, func(i, lane int) { g.lanes[i][lane]++ })
	if e := ends[gold[n-1]]; e >= 0 {
		g.final[e]++
	}
	was := out00
	for _, s := range gold {
		g.step[was][s]++
		was = s
	}
	probability := 1.0
	for i := range n {
		var sum float64
		var edges [states][states]float64
		if i == 0 {
			for _, b := range []state{out00, source0, content0} {
				edges[out00][b] = f.alpha[0][b] * f.beta[0][b]
				sum += edges[out00][b]
			}
		} else {
			for b := range states {
				if f.beta[i][b] == 0 {
					continue
				}
				for _, a := range before[b] {
					if f.alpha[i-1][a] > 0 {
						e := f.alpha[i-1][a] * f.psi(i, a, b) * f.beta[i][b]
						edges[a][b] = e
						sum += e
					}
				}
			}
		}
		if sum <= 0 {
			return 0
		}
		for a := range states {
			for _, b := range follow[a] {
				e := float32(edges[a][b] / sum)
				if e < 1e-6 {
					continue
				}
				g.step[a][b] -= e
				pa, pb := partOf[a], partOf[b]
				switch pb {
				case inSource:
					g.lanes[i][laneSource] -= e
				case inContent:
					g.lanes[i][laneContent] -= e
				case inGap:
					g.lanes[i][laneGap] -= e
				}
				if pa != pb {
					switch pb {
					case inSource:
						g.lanes[i][laneSourceFirst] -= e
					case inContent:
						g.lanes[i][laneContentFirst] -= e
					}
					if i > 0 {
						switch pa {
						case inSource:
							g.lanes[i-1][laneSourceLast] -= e
						case inContent:
							g.lanes[i-1][laneContentLast] -= e
						}
					}
				}
			}
		}
		var at posterior
		at.of(f.alpha[i], f.beta[i])
		probability = min(probability, at[gold[i]])
	}
	var at posterior
	at.of(f.alpha[n-1], f.beta[n-1])
	for s := range states {
		if ends[s] >= 0 {
			e := float32(at[s])
			g.final[ends[s]] -= e
			switch partOf[s] {
			case inSource:
				g.lanes[n-1][laneSourceLast] -= e
			case inContent:
				g.lanes[n-1][laneContentLast] -= e
			}
		}
	}
	return probability
}

// posterior is the probability of each state at one token.
type posterior [states]float64

func (o *posterior) of(alpha, beta [states]float64) {
	sum := 0.0
	for s := range alpha {
		o[s] = alpha[s] * beta[s]
		sum += o[s]
	}
	for s := range o {
		o[s] /= sum
	}
}

func normalize(row *[states]float64) {
	sum := 0.0
	for _, x := range row {
		sum += x
	}
	if sum > 0 {
		for s := range row {
			row[s] /= sum
		}
	}
}
