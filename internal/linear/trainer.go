package linear

import (
	"cmp"
	"math"
	"slices"
)

// Trainer learns the weights of features for each class by additive updates and
// keeps their running averages. The zero value is not ready; see [NewTrainer].
type Trainer struct {
	// MinUpdates is how often a feature must have been updated before it takes
	// part in scores (Goldberg and Elhadad 2011). It makes models much smaller
	// at nearly the same accuracy.
	MinUpdates int

	classes int
	steps   int32
	slots   []int32 // open addressing: index of a row plus one, 0 for empty
	rows    []row
}

type row struct {
	key     uint32
	updates int32
	cells   []cell // ordered by class
}

type cell struct {
	class  uint16
	step   int32 // when total was last brought up to date
	weight float32
	total  float64
}

// NewTrainer returns a trainer of that many classes, at most 32,767.
func NewTrainer(classes int) *Trainer {
	return &Trainer{MinUpdates: 1, classes: classes, slots: make([]int32, 1<<16)}
}

// Step ends one step of learning: averages are taken over steps. Call it once
// for each example, whether it led to updates or not.
func (t *Trainer) Step() { t.steps++ }

// Score adds the weights of the features to the score of each class.
func (t *Trainer) Score(features []Feature, scores []float32) {
	for _, f := range features {
		r := t.row(f.Key(), false)
		if r == nil || int(r.updates) < t.MinUpdates {
			continue
		}
		for i := range r.cells {
			scores[r.cells[i].class] += r.cells[i].weight
		}
	}
}

// Update adds delta to the weight of each feature for a class.
func (t *Trainer) Update(features []Feature, class int, delta float32) {
	for _, f := range features {
		r := t.row(f.Key(), true)
		r.updates++
		i, ok := slices.BinarySearchFunc(r.cells, uint16(class), func(c cell, class uint16) int { return cmp.Compare(c.class, class) })
		if !ok {
			r.cells = slices.Insert(r.cells, i, cell{class: uint16(class), step: t.steps})
		}
		c := &r.cells[i]
		c.total += float64(c.weight) * float64(t.steps-c.step)
		c.step = t.steps
		c.weight += delta
	}
}

// row finds the row of a key and, on request, makes it.
func (t *Trainer) row(key uint32, add bool) *row {
	mask := uint32(len(t.slots) - 1)
	i := (key * 0x9e3779b1) >> 7 & mask
	for ; t.slots[i] != 0; i = (i + 1) & mask {
		if r := &t.rows[t.slots[i]-1]; r.key == key {
			return r
		}
	}
	if !add {
		return nil
	}
	t.rows = append(t.rows, row{key: key})
	t.slots[i] = int32(len(t.rows))
	if 2*len(t.rows) > len(t.slots) {
		t.grow()
	}
	return &t.rows[len(t.rows)-1]
}

func (t *Trainer) grow() {
	t.slots = make([]int32, 2*len(t.slots))
	mask := uint32(len(t.slots) - 1)
	for n := range t.rows {
		i := (t.rows[n].key * 0x9e3779b1) >> 7 & mask
		for t.slots[i] != 0 {
			i = (i + 1) & mask
		}
		t.slots[i] = int32(n + 1)
	}
}

// Model returns the averages over all steps, in units of step: the larger step,
// the smaller and coarser the model. Weights that are less than prune in size
// are left out. Scores of a model compare with each other, not with the trainer's.
func (t *Trainer) Model(step, prune float64) *Model {
	order := make([]int32, 0, len(t.rows))
	for i := range t.rows {
		if int(t.rows[i].updates) >= t.MinUpdates {
			order = append(order, int32(i))
		}
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(t.rows[a].key, t.rows[b].key) })
	b := newBuilder(t.classes, len(order))
	steps := float64(max(1, t.steps))
	var weights []weight
	for _, n := range order {
		weights = weights[:0]
		for _, c := range t.rows[n].cells {
			average := (c.total + float64(c.weight)*float64(t.steps-c.step)) / steps
			if w := math.Round(average / step); math.Abs(average) >= prune && w != 0 {
				weights = append(weights, weight{c.class, int16(max(-math.MaxInt16, min(math.MaxInt16, w)))})
			}
		}
		if len(weights) > 0 {
			b.add(t.rows[n].key, weights)
		}
	}
	return b.model()
}
