package attribution

import (
	"math"
	"math/rand/v2"
	"testing"
)

// The gradient must be what a small change of each score does to the logarithm
// of the probability of the right path, computed here by trying every path.
func TestGradientOfTheField(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	const n = 4
	g := &grid[float32]{lanes: make([][7]float32, n), fixed: make([]bool, n)}
	g.fixed[2] = true
	for i := range g.lanes {
		for lane := range g.lanes[i] {
			g.lanes[i][lane] = float32(r.NormFloat64())
		}
	}
	for e := range g.final {
		g.final[e] = float32(r.NormFloat64())
	}
	for a := range g.step {
		for b := range g.step[a] {
			g.step[a][b] = float32(r.NormFloat64())
		}
	}
	gold := []state{source0, source0, out10, content1}
	f := field{grid: g}
	var d gradient
	f.gradient(gold, &d)
	const h = 1e-2
	check := func(name string, x *float32, got float32) {
		was := *x
		*x = was + h
		up := logProbability(g, gold)
		*x = was - h
		down := logProbability(g, gold)
		*x = was
		if want := (up - down) / (2 * h); math.Abs(want-float64(got)) > 2e-3 {
			t.Errorf("%s: gradient %.4f, want %.4f", name, got, want)
		}
	}
	for i := range g.lanes {
		for lane := range g.lanes[i] {
			check("lane", &g.lanes[i][lane], d.lanes[i][lane])
		}
	}
	for e := range g.final {
		check("end", &g.final[e], d.final[e])
	}
	for a := range states {
		for _, b := range follow[a] {
			check("step", &g.step[a][b], d.step[a][b])
		}
	}
	// and the search must find the best of all paths
	want, best := []state(nil), math.Inf(-1)
	paths(g, func(path []state, s float64) {
		if s > best {
			want, best = append([]state(nil), path...), s
		}
	})
	got, score := g.search()
	if math.Abs(float64(score)-best) > 1e-3 {
		t.Errorf("search found %v (%.3f), want %v (%.3f)", got, score, want, best)
	}
}

func logProbability(g *grid[float32], gold []state) float64 {
	all, right := 0.0, 0.0
	paths(g, func(path []state, s float64) {
		all += math.Exp(s)
		for i := range path {
			if path[i] != gold[i] {
				return
			}
		}
		right = s
	})
	return right - math.Log(all)
}

// paths calls do with every possible path and its score.
func paths(g *grid[float32], do func(path []state, score float64)) {
	var grow func(path []state)
	grow = func(path []state) {
		if len(path) == len(g.lanes) {
			if e := ends[path[len(path)-1]]; e >= 0 {
				s := float64(g.final[e])
				walk(path, func(i, lane int) { s += float64(g.lanes[i][lane]) })
				was := out00
				for _, now := range path {
					s += float64(g.step[was][now])
					was = now
				}
				do(path, s)
			}
			return
		}
		was := out00
		if len(path) > 0 {
			was = path[len(path)-1]
		}
		for _, next := range follow[was] {
			if p := partOf[next]; g.fixed[len(path)] && (p == inSource || p == inContent) {
				continue
			}
			grow(append(path[:len(path):len(path)], next))
		}
	}
	grow(nil)
}
