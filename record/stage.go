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
	var none P
	var out, in, touched []P
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
			touched = append(touched, was)
			continue
		}
		if was != none {
			out = append(out, was)
		}
		if now != none {
			in = append(in, now)
		}
	}
	return s.sequence.update(out, in, touched, s.settle)
}
