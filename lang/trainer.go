package lang

import (
	"math/rand/v2"
	"sync"

	"rapporteur/internal/neural"
)

// trainer leads a network through its examples: mixed anew in each pass, in batches
// that two workers share, with a rate that rises over the first steps and then falls
// in a line (Adam, Kingma and Ba 2015).
type trainer[E any] struct {
	net     learning
	workers [2]learner[E]
	all     []E
	tokens  func(E) int // how many an example has
	batch   int         // tokens that are enough for one
	rng     *rand.Rand
	adam    neural.Adam
	steps   int
}

const (
	topRate   = 0.003
	warmSteps = 200
)

// learning is a network that learns.
type learning interface {
	prepare() // called before each batch
	params() []*neural.Param
}

// learner learns from its share of each batch with memory of its own.
type learner[E any] interface {
	learn(share []E) (loss float64)
	give() // adds its gradients to those of the network
}

// run passes over the examples so many times. Progress, if not nil, is told the mean
// loss of a token after each pass.
func (t *trainer[E]) run(passes int, progress func(pass int, loss float64)) {
	total := 0
	for _, e := range t.all {
		total += t.tokens(e)
	}
	steps := passes*total/t.batch + 1
	for pass := range passes {
		t.rng.Shuffle(len(t.all), func(i, j int) { t.all[i], t.all[j] = t.all[j], t.all[i] })
		loss := 0.0
		for left := t.all; len(left) > 0; {
			n, shares, size := t.deal(left)
			left = left[n:]
			loss += t.step(shares, size, steps)
		}
		if progress != nil {
			progress(pass+1, loss/float64(total))
		}
	}
}

// deal takes a batch from the examples left, each going to the worker with less to do.
func (t *trainer[E]) deal(left []E) (n int, shares [2][]E, size int) {
	var load [2]int
	for n < len(left) && size < t.batch {
		e, k := left[n], 0
		if load[1] < load[0] {
			k = 1
		}
		shares[k] = append(shares[k], e)
		load[k] += t.tokens(e)
		size += t.tokens(e)
		n++
	}
	return n, shares, size
}

// step learns from one batch, of so many there will be.
func (t *trainer[E]) step(shares [2][]E, size, of int) (loss float64) {
	t.net.prepare()
	var losses [2]float64
	var wait sync.WaitGroup
	for k, w := range t.workers {
		if len(shares[k]) > 0 {
			wait.Go(func() { losses[k] = w.learn(shares[k]) })
		}
	}
	wait.Wait()
	for k, w := range t.workers {
		if len(shares[k]) > 0 {
			w.give()
		}
	}
	t.adam.Begin()
	t.steps++
	left := 1 - float64(t.steps)/float64(of)
	t.adam.Rate = topRate * min(1, float64(t.steps)/warmSteps) * max(0.01, left)
	for _, p := range t.net.params() {
		t.adam.Update(p, 1/float32(size))
	}
	return losses[0] + losses[1]
}
