package lang

import (
	"math"
	"slices"

	"rapporteur/internal/neural"
)

// labelField computes gradients of a conditional random field over labels
// (Lafferty, McCallum, Pereira 2001).
type labelField struct {
	e, a, b, follow, next []float32
}

// gradient replaces the scores of labels by their gradient, adds to that of the
// scores of pairs, and returns the loss.
func (f *labelField) gradient(n *nameNetwork, emit []float32, gold []uint8, gfollow []float32) (loss float64) {
	L, m := len(n.labels), len(gold)
	follow := fitf(&f.follow, L*L)
	for _, p := range n.pairs {
		at := int(p[0])*L + int(p[1])
		follow[at] = neural.Exp(n.follow.W[at])
	}
	e, a, b := fitf(&f.e, m*L), fitf(&f.a, m*L), fitf(&f.b, m*L)
	for i := range m {
		row := emit[i*labelSpace:][:L]
		top := slices.Max(row)
		for k, v := range row {
			e[i*L+k] = max(1e-20, neural.Exp(v-top))
		}
		loss -= float64(row[gold[i]] - top)
	}
	scale := func(row []float32) float32 {
		sum := float32(0)
		for _, v := range row {
			sum += v
		}
		for k := range row {
			row[k] /= sum
		}
		return sum
	}
	for k, label := range n.labels {
		if !n.first[k] {
			e[k] = 0
		}
		if label[0] == 'B' || label[0] == 'I' { // a name does not go on behind the sentence
			e[(m-1)*L+k] = 0
		}
		a[k], b[(m-1)*L+k] = e[k], 1
	}
	loss += math.Log(float64(scale(a[:L])))
	for i := 1; i < m; i++ {
		before, to := a[(i-1)*L:i*L], a[i*L:(i+1)*L]
		for _, p := range n.pairs {
			to[p[1]] += float32(before[p[0]] * follow[int(p[0])*L+int(p[1])])
		}
		for k := range to {
			to[k] *= e[i*L+k]
		}
		loss += math.Log(float64(scale(to)))
		loss -= float64(n.follow.W[int(gold[i-1])*L+int(gold[i])])
	}
	next := fitf(&f.next, L)
	for i := m - 2; i >= 0; i-- {
		for k := range next {
			next[k] = float32(b[(i+1)*L+k] * e[(i+1)*L+k])
		}
		to := b[i*L : (i+1)*L]
		for _, p := range n.pairs {
			to[p[0]] += float32(next[p[1]] * follow[int(p[0])*L+int(p[1])])
		}
		// Gradient of pairs.
		sum := float32(0)
		before := a[i*L : (i+1)*L]
		for _, p := range n.pairs {
			sum += float32(float32(before[p[0]]*next[p[1]]) * follow[int(p[0])*L+int(p[1])])
		}
		for _, p := range n.pairs {
			at := int(p[0])*L + int(p[1])
			gfollow[at] += float32(float32(before[p[0]]*next[p[1]])*follow[at]) / sum
		}
		gfollow[int(gold[i])*L+int(gold[i+1])]--
		scale(to)
	}
	for i := range m {
		row := emit[i*labelSpace:][:labelSpace]
		for k := range L {
			row[k] = float32(a[i*L+k] * b[i*L+k])
		}
		clear(row[L:])
		scale(row[:L])
		row[gold[i]]--
	}
	return loss
}
