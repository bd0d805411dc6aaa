package lang

import (
	"encoding/binary"
	"math/rand/v2"
	"slices"

	"rapporteur/internal/linear"
)

// TrainParser learns a parser from documents with trees and returns its stored
// form. It learns from its own mistakes too: past the first epochs it follows its
// own moves, and a dynamic oracle says which moves are still right (Goldberg and
// Nivre 2013).
func TrainParser(docs []*Doc, epochs int, progress func(epoch, right, moves int)) []byte {
	p := &parser{rels: relations(docs)}
	t := linear.NewTrainer(1 + 2*len(p.rels))
	t.MinUpdates = 5
	rng := rand.New(rand.NewPCG(1, 2))
	type example struct {
		d *Doc
		r Range
	}
	var all []example
	for _, d := range docs {
		for _, s := range d.Sentences {
			all = append(all, example{d, s.Range})
		}
	}
	var s state
	var w words
	var features []linear.Feature
	scores := make([]float32, t.Classes())
	for epoch := range epochs {
		rng.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
		right, moves := 0, 0
		for _, x := range all {
			n := x.r.Len()
			g := gold(x.d, x.r, p.rels)
			w.fill(x.d, x.r)
			s.reset(n)
			for !s.done() {
				features = s.features(&w, features)
				clear(scores)
				t.Score(features, scores)
				costs := g.costs(&s)
				least := slices.Min(costs[:])
				ok := func(c int) bool {
					switch {
					case c == shift:
						return costs[0] == least
					case c <= len(p.rels):
						return costs[1] == least && (g.head[s.at(0)] != s.next || c == p.left(g.rel[s.at(0)]))
					}
					return costs[2] == least && (g.head[s.at(0)] != s.at(1) || c == p.right(g.rel[s.at(0)]))
				}
				guess, best := p.best(&s, scores, nil), p.best(&s, scores, ok)
				moves++
				if ok(guess) {
					right++
				} else {
					t.Update(features, best, 1)
					t.Update(features, guess, -1)
				}
				t.Step()
				if epoch > 1 && rng.Float64() < 0.9 {
					best = guess
				}
				p.apply(&s, best)
			}
		}
		if progress != nil {
			progress(epoch, right, moves)
		}
	}
	var b []byte
	for _, r := range p.rels {
		b = binary.AppendUvarint(b, uint64(len(r)))
		b = append(b, r...)
	}
	b = append([]byte{byte(len(p.rels))}, b...)
	return append(b, t.Model(0.1, 0.9).Bytes()...)
}

func relations(docs []*Doc) []string {
	var rels []string
	for _, d := range docs {
		for _, t := range d.Tokens {
			rels = append(rels, t.Rel)
		}
	}
	slices.Sort(rels)
	return slices.Compact(rels)
}

// goldTree is the right tree of a sentence; word n is the root.
type goldTree struct{ head, rel []int }

func gold(d *Doc, r Range, rels []string) goldTree {
	var g goldTree
	for i := r.Start; i < r.End; i++ {
		t := &d.Tokens[i]
		h := t.Head - r.Start
		if t.Head < 0 {
			h = r.Len()
		}
		rel, _ := slices.BinarySearch(rels, t.Rel)
		g.head, g.rel = append(g.head, h), append(g.rel, rel)
	}
	return g
}

const never = 1 << 20

// costs tells of shift, left arc and right arc how many arcs of the tree each puts out of reach.
func (g goldTree) costs(s *state) [3]int {
	c := [3]int{never, never, never}
	top, below, b := s.at(0), s.at(1), s.next
	if s.canShift() { // b loses heads on the stack but its top, and dependents on the stack
		c[0] = 0
		for i, x := range s.stack {
			if g.head[x] == b || (g.head[b] == x && i < len(s.stack)-1) {
				c[0]++
			}
		}
	}
	if s.canLeft() { // top loses the head below it and heads and dependents in the buffer beyond b
		c[1] = 0
		if h := g.head[top]; h == below && below >= 0 || h > b {
			c[1]++
		}
		for x := b; x < s.n; x++ {
			if g.head[x] == top {
				c[1]++
			}
		}
	}
	if s.canRight() { // top loses heads and dependents in the buffer
		c[2] = 0
		if g.head[top] >= b {
			c[2]++
		}
		for x := b; x < s.n; x++ {
			if g.head[x] == top {
				c[2]++
			}
		}
	}
	return c
}
