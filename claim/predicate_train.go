package claim

import (
	"math"
	"math/rand/v2"

	"rapporteur/internal/linear"
)

// Training parameters, found by cross-validation on the marked reports.
const (
	predicateBits   = 18
	predicateLeast  = 2
	predicateRounds = 8
	predicateRate   = 0.1
	predicateDrop   = 0.2
)

// predicateSample is one predicate as the trainer sees it.
type predicateSample struct {
	keys   []uint32
	places []int32
	lane   int // the class, -1 for none
}

// trainLanes learns a logistic regression for each lane; exclusive makes the lanes exclude one another.
func trainLanes(samples []predicateSample, lanes int, exclusive bool) *linear.Lanes {
	t := linear.NewLaneTrainer(predicateBits)
	for _, s := range samples {
		t.Count(s.keys)
	}
	t.Settle(predicateLeast)
	for i := range samples {
		samples[i].places = t.Places(samples[i].keys, nil)
	}
	t.Rate = predicateRate
	shuffle := rand.New(rand.NewPCG(3, 4))
	order := make([]int, len(samples))
	for i := range order {
		order[i] = i
	}
	var some []int32
	for range predicateRounds {
		shuffle.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, n := range order {
			s := &samples[n]
			some = some[:0]
			for _, p := range s.places {
				if shuffle.Float64() >= predicateDrop {
					some = append(some, p)
				}
			}
			score := t.Score(some)
			var p [linear.LaneCount]float64
			if exclusive {
				all := 0.0
				for l := range lanes {
					p[l] = math.Exp(float64(score[l]))
					all += p[l]
				}
				for l := range lanes {
					p[l] /= all
				}
			} else {
				for l := range lanes {
					p[l] = 1 / (1 + math.Exp(-float64(score[l])))
				}
			}
			for l := range lanes {
				g := -p[l]
				if s.lane == l {
					g++
				}
				if math.Abs(g) > 1e-3 {
					t.Update(some, l, float32(g))
				}
			}
			t.Step()
		}
	}
	return t.Lanes(0.9999)
}
