package lang

import (
	_ "embed"
	"encoding/binary"
	"errors"
	"sync"

	"rapporteur/internal/linear"
)

// parser reads dependency trees off a sequence of arc-hybrid transitions
// (Kuhlmann et al. 2011), chosen one after the other.
type parser struct {
	model *linear.Model
	rels  []string
}

// The classes of the model: shift, then left arcs and right arcs by relation.
const shift = 0

func (p *parser) left(rel int) int  { return 1 + rel }
func (p *parser) right(rel int) int { return 1 + len(p.rels) + rel }

// state is a partial tree of a sentence of n words. The root is word n, at the end
// of the buffer (Ballesteros and Nivre 2013).
type state struct {
	n     int
	stack []int
	next  int // the front of the buffer
	head  []int
	rel   []int
	kids  []kids // by head
}

// kids are the outermost dependents of a word, and how many it has on each side.
type kids struct {
	left, left2, right, right2 int
	nleft, nright              int
}

func (s *state) reset(n int) {
	s.n, s.next, s.stack = n, 0, s.stack[:0]
	s.head, s.rel, s.kids = s.head[:0], s.rel[:0], s.kids[:0]
	for range n + 1 {
		s.head, s.rel, s.kids = append(s.head, -1), append(s.rel, -1), append(s.kids, kids{-1, -1, -1, -1, 0, 0})
	}
}

func (s *state) done() bool { return s.next == s.n && len(s.stack) == 0 }

// The moves that are open. One word alone becomes the root.
func (s *state) canShift() bool { return s.next < s.n }
func (s *state) canLeft() bool {
	return len(s.stack) > 0 && (s.next < s.n || len(s.stack) == 1)
}
func (s *state) canRight() bool { return len(s.stack) > 1 }

func (s *state) at(i int) int { // i-th word of the stack from the top
	if i < len(s.stack) {
		return s.stack[len(s.stack)-1-i]
	}
	return -1
}

func (s *state) arc(head, dep, rel int) {
	s.head[dep], s.rel[dep] = head, rel
	k := &s.kids[head]
	if dep < head {
		k.left2, k.left = k.left, dep
		k.nleft++
	} else {
		k.right2, k.right = k.right, dep
		k.nright++
	}
}

func (p *parser) apply(s *state, class int) {
	switch {
	case class == shift:
		s.stack = append(s.stack, s.next)
		s.next++
	case class <= len(p.rels):
		dep := s.at(0)
		s.stack = s.stack[:len(s.stack)-1]
		s.arc(s.next, dep, class-1)
	default:
		dep := s.at(0)
		s.stack = s.stack[:len(s.stack)-1]
		s.arc(s.at(0), dep, class-1-len(p.rels))
	}
}

// words are the values of a sentence that features are made of; the root and
// places outside the sentence come last.
type words struct {
	form, lemma, upos, xpos []uint64
}

func (w *words) fill(d *Doc, r Range) {
	w.form, w.lemma, w.upos, w.xpos = w.form[:0], w.lemma[:0], w.upos[:0], w.xpos[:0]
	add := func(f, l, u, x string) {
		w.form, w.lemma = append(w.form, linear.Value(f)), append(w.lemma, linear.Value(l))
		w.upos, w.xpos = append(w.upos, linear.Value(u)), append(w.xpos, linear.Value(x))
	}
	for i := r.Start; i < r.End; i++ {
		t := &d.Tokens[i]
		add(d.Form(i), t.Lemma, t.UPOS, t.XPOS)
	}
	add("<root>", "<root>", "<root>", "<root>")
	add("<none>", "<none>", "<none>", "<none>")
}

func (s *state) features(w *words, out []linear.Feature) []linear.Feature {
	none := s.n + 1
	or := func(i int) int {
		if i < 0 || i > s.n {
			return none
		}
		return i
	}
	kid := func(i int) kids {
		if i >= 0 && i <= s.n {
			return s.kids[i]
		}
		return kids{-1, -1, -1, -1, 0, 0}
	}
	rel := func(i int) uint64 {
		if i < 0 || i > s.n {
			return 99
		}
		return uint64(s.rel[i] + 1)
	}
	s0, s1, s2 := or(s.at(0)), or(s.at(1)), or(s.at(2))
	b0, b1, b2 := or(s.next), or(s.next+1), or(s.next+2)
	out = out[:0]
	t := 0
	add := func(values ...uint64) {
		f := linear.New(t)
		for _, v := range values {
			f = f.With(v)
		}
		out = append(out, f)
		t++
	}
	F, L, U, X := w.form, w.lemma, w.upos, w.xpos
	add()
	for _, i := range [...]int{s0, s1, s2, b0, b1, b2} {
		add(F[i])
		add(X[i])
		add(L[i], U[i])
		add(F[i], X[i])
	}
	d01 := uint64(distance(b0 - s0))
	d11 := uint64(distance(s0 - s1))
	for k, pair := range [...][2]int{{s0, b0}, {s1, s0}, {s1, b0}, {b0, b1}, {s0, b1}} {
		a, b := pair[0], pair[1]
		add(L[a], L[b])
		add(L[a], X[b])
		add(X[a], L[b])
		add(X[a], X[b])
		if k < 2 {
			d := [2]uint64{d01, d11}[k]
			add(L[a], X[a], L[b], X[b])
			add(L[a], X[a], X[b])
			add(X[a], L[b], X[b])
			add(X[a], X[b], d)
			add(L[a], X[b], d)
			add(X[a], L[b], d)
			add(U[a], U[b], d, uint64(kid(a).nright), uint64(kid(b).nleft))
		}
	}
	k0, k1, kb := kid(s0), kid(s1), kid(b0)
	add(X[b0], X[b1], X[b2])
	add(X[s0], X[b0], X[b1])
	add(X[s1], X[s0], X[b0])
	add(X[s2], X[s1], X[s0])
	add(U[s1], U[s0], U[b0], U[b1])
	add(U[s0], U[b0], U[b1], U[b2])
	add(L[s0], X[b0], X[b1])
	add(X[s0], L[b0], X[b1])
	add(X[s0], X[b0], L[b1])
	add(X[s1], L[s0], X[b0])
	add(L[s1], X[s0], X[b0])
	add(X[s1], X[s0], L[b0])
	for _, k := range [...]struct{ head, a, b int }{{s0, k0.left, k0.left2}, {s0, k0.right, k0.right2}, {s1, k1.left, k1.left2}, {s1, k1.right, k1.right2}, {b0, kb.left, kb.left2}} {
		a, b := or(k.a), or(k.b)
		add(rel(k.a), X[k.head])
		add(rel(k.a), L[k.head])
		add(X[k.head], X[a], rel(k.a))
		add(X[k.head], L[a], rel(k.a))
		add(X[k.head], rel(k.a), rel(k.b))
		add(X[k.head], X[a], X[b])
		add(X[s0], X[b0], X[a], rel(k.a))
		add(X[s1], X[s0], X[a], rel(k.a))
		add(L[s0], X[b0], rel(k.a))
	}
	add(X[s0], uint64(k0.nleft), uint64(k0.nright))
	add(X[s1], uint64(k1.nleft), uint64(k1.nright))
	add(X[b0], uint64(kb.nleft))
	add(L[s0], uint64(k0.nleft), uint64(k0.nright))
	add(X[s0], X[b0], rel(kb.left), rel(k0.right))
	add(X[s0], X[s1], rel(k0.left), rel(k1.right))
	return out
}

func distance(d int) int {
	switch {
	case d < 0:
		d = -d
	}
	switch {
	case d <= 4:
		return d
	case d <= 6:
		return 5
	case d <= 10:
		return 6
	}
	return 7
}

// best returns the best open move by score.
func (p *parser) best(s *state, scores []float32, ok func(class int) bool) int {
	best := -1
	consider := func(c int) {
		if (ok == nil || ok(c)) && (best < 0 || scores[c] > scores[best]) {
			best = c
		}
	}
	if s.canShift() {
		consider(shift)
	}
	if s.canLeft() {
		for r := range p.rels {
			consider(p.left(r))
		}
	}
	if s.canRight() {
		for r := range p.rels {
			consider(p.right(r))
		}
	}
	return best
}

// parse adds heads and relations to the tagged sentences of d.
func (p *parser) parse(d *Doc) {
	var s state
	var w words
	var features []linear.Feature
	scores := make([]int32, p.model.Classes())
	values := make([]float32, len(scores))
	for _, r := range d.Sentences {
		n := r.Len()
		w.fill(d, r.Range)
		s.reset(n)
		for !s.done() {
			clear(scores)
			features = s.features(&w, features)
			p.model.Score(features, scores)
			for i, v := range scores {
				values[i] = float32(v)
			}
			p.apply(&s, p.best(&s, values, nil))
		}
		for i := range n {
			t := &d.Tokens[r.Start+i]
			if s.head[i] == n {
				t.Head, t.Rel = -1, "root"
			} else {
				t.Head, t.Rel = r.Start+s.head[i], p.rels[s.rel[i]]
			}
		}
	}
}

//go:embed model/tree.bin
var storedParser []byte

var loadParser = sync.OnceValue(func() *parser {
	p, err := readParser(storedParser)
	if err != nil {
		panic(err) // the model is part of the program
	}
	return p
})

func readParser(stored []byte) (*parser, error) {
	if len(stored) == 0 {
		return nil, errors.New("read parser: no data; train it again")
	}
	p := &parser{}
	n, b := int(stored[0]), stored[1:]
	for range n {
		size, k := binary.Uvarint(b)
		if k <= 0 || size > uint64(len(b)-k) {
			return nil, errors.New("read parser: the data end too early; train it again")
		}
		p.rels = append(p.rels, string(b[k:k+int(size)]))
		b = b[k+int(size):]
	}
	var err error
	p.model, err = linear.Read(b)
	return p, err
}

// Parse fills in the heads and relations of a tagged text: in each sentence one
// tree with one root.
func (d *Doc) Parse() { loadParser().parse(d) }

func parse(d *Doc) { d.Parse() }
