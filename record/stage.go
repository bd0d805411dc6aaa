package record

import "slices"

// stage keeps the things of one kind: what a fact tells is resolved into a part,
// parts are put into groups, and groups are listed.
type stage[P part, T any] struct {
	*sequence[P, T]
	resolve func(*fact) P     // the zero part where the fact tells of nothing
	same    func(x, y P) bool // whether two parts of one fact are put into groups alike
	settle  func(T) bool      // completes a thing; false for one that is not shown
}

func newStage[P part, T any](r rule[P, T], resolve func(*fact) P, same func(x, y P) bool, settle func(T) bool) *stage[P, T] {
	return &stage[P, T]{newSequence(r), resolve, same, settle}
}

// update takes facts out, puts others in and resolves the changed ones again. It
// returns the things that are no longer shown, and those that are shown in their place.
func (s *stage[P, T]) update(news news) (hidden, shown []T) {
	return s.complete(s.group(news))
}

// group is the first half of an update: it finds the groups. It returns the facts that
// tell something else now without being grouped otherwise.
func (s *stage[P, T]) group(news news) (touched []*fact) {
	var none P
	var out, in []P
	for _, f := range news.gone {
		if m := s.member(f.seated); m != nil {
			out = append(out, m.part)
		}
	}
	for _, f := range slices.Concat(news.came, news.changed) {
		was, now := none, s.resolve(f)
		if m := s.member(f.seated); m != nil {
			was = m.part
		}
		if was != none && now != none && s.same(was, now) {
			touched = append(touched, f)
			continue
		}
		if was != none {
			out = append(out, was)
		}
		if now != none {
			in = append(in, now)
		}
	}
	s.regroup(out, in)
	return touched
}

// complete is the second half: it settles the things that changed, and those of
// the facts that tell something else.
func (s *stage[P, T]) complete(touched []*fact) (hidden, shown []T) {
	for _, f := range touched {
		if m := s.member(f.seated); m != nil {
			s.touch(m.in)
		}
	}
	return s.sequence.complete(s.settle)
}
