package linear

// Chain labels sequences: the score of a label is that of its features plus that
// of following the label before it, and the best sequence is found exactly (Viterbi).
type Chain struct {
	model   *Model
	classes int
	step    []int32 // score of class b after class a at [a*classes+b]; a == classes at the start
	forbid  []bool
}

// follows is the template of the features that tell what label stands before.
const follows = 1 << 20

func following(class int) []Feature { return []Feature{New(follows).With(uint64(class))} }

// NewChain returns the decoder of a model made by a [ChainTrainer]. Follow says
// whether class b may come after class a, and a is -1 at the start of a
// sequence; nil allows everything. Some class must be able to follow each.
func NewChain(m *Model, follow func(a, b int) bool) *Chain {
	c := &Chain{model: m, classes: m.classes, step: make([]int32, (m.classes+1)*m.classes), forbid: forbidden(m.classes, follow)}
	for a := range m.classes + 1 {
		m.Score(following(a), c.step[a*m.classes:][:m.classes])
	}
	return c
}

func forbidden(classes int, follow func(a, b int) bool) []bool {
	f := make([]bool, (classes+1)*classes)
	for a := range classes + 1 {
		for b := range classes {
			if before := a; follow != nil {
				if a == classes {
					before = -1
				}
				f[a*classes+b] = !follow(before, b)
			}
		}
	}
	return f
}

// Work is the memory that labelling needs; the zero value is ready, and keeping
// one from call to call saves allocations. Not for use by two goroutines at once.
type Work struct {
	scores []int32
	best   []int32
	from   []uint16
	labels []int
}

// Label returns the best labels of a sequence of n places, of which features
// gives the features of place i; the slice it returns is used only until its next
// call. The result is valid until the next use of w.
func (c *Chain) Label(n int, features func(i int) []Feature, w *Work) []int {
	w.scores = grow(w.scores, n*c.classes)
	clear(w.scores)
	for i := range n {
		c.model.Score(features(i), w.scores[i*c.classes:][:c.classes])
	}
	w.best, w.from, w.labels = grow(w.best, n*c.classes), grow(w.from, n*c.classes), grow(w.labels, n)
	viterbi(n, c.classes, w.scores, c.step, c.forbid, w.best, w.from, w.labels)
	return w.labels
}

func grow[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/2)
	}
	return s[:n]
}

const unreachable = -1 << 30

// viterbi finds the best path. Of equal scores the lower class wins.
func viterbi[T int32 | float32](n, classes int, scores, step []T, forbid []bool, best []T, from []uint16, labels []int) {
	if n == 0 {
		return
	}
	for b := range classes {
		best[b] = scores[b] + step[classes*classes+b]
		if forbid[classes*classes+b] {
			best[b] = unreachable
		}
	}
	for i := 1; i < n; i++ {
		before, now := best[(i-1)*classes:][:classes], best[i*classes:][:classes]
		for b := range now {
			now[b] = 2 * unreachable
		}
		for a, s := range before {
			if s <= unreachable/2 {
				continue
			}
			steps, no := step[a*classes:][:classes], forbid[a*classes:][:classes]
			for b := range now {
				if v := s + steps[b]; v > now[b] && !no[b] {
					now[b], from[i*classes+b] = v, uint16(a)
				}
			}
		}
		for b := range now {
			if now[b] > unreachable {
				now[b] += scores[i*classes+b]
			}
		}
	}
	top := 0
	for b, s := range best[(n-1)*classes:][:classes] {
		if s > best[(n-1)*classes+top] {
			top = b
		}
	}
	for i := n - 1; i >= 0; i-- {
		labels[i] = top
		top = int(from[i*classes+top])
	}
}

// ChainTrainer learns to label sequences as a structured perceptron.
type ChainTrainer struct {
	*Trainer
	// Margin is added to the score of every wrong label while learning, so that
	// the right ones must win by a distance.
	Margin float32

	forbid []bool
	step   []float32
	scores []float32
	best   []float32
	from   []uint16
	labels []int
}

// NewChainTrainer returns a trainer for sequences; follow is as in [NewChain].
func NewChainTrainer(classes int, follow func(a, b int) bool) *ChainTrainer {
	return &ChainTrainer{Trainer: NewTrainer(classes), forbid: forbidden(classes, follow), step: make([]float32, (classes+1)*classes)}
}

// Learn takes one sequence, the features and the right label of each place, as an
// example, and returns how many labels were wrong before.
func (t *ChainTrainer) Learn(features [][]Feature, gold []int) (wrong int) {
	n, classes := len(gold), t.classes
	if n == 0 {
		return 0
	}
	t.scores = grow(t.scores, n*classes)
	clear(t.scores)
	for i := range n {
		row := t.scores[i*classes:][:classes]
		t.Score(features[i], row)
		for b := range row {
			if b != gold[i] {
				row[b] += t.Margin
			}
		}
	}
	clear(t.step)
	for a := range classes + 1 {
		t.Score(following(a), t.step[a*classes:][:classes])
	}
	t.best, t.from, t.labels = grow(t.best, n*classes), grow(t.from, n*classes), grow(t.labels, n)
	viterbi(n, classes, t.scores, t.step, t.forbid, t.best, t.from, t.labels)
	was, is := classes, classes
	for i, label := range t.labels {
		if label != gold[i] {
			wrong++
			t.Update(features[i], gold[i], 1)
			t.Update(features[i], label, -1)
		}
		if label != gold[i] || was != is {
			t.Update(following(is), gold[i], 1)
			t.Update(following(was), label, -1)
		}
		is, was = gold[i], label
	}
	t.Step()
	return wrong
}
