package record

// supply makes things that are kept as long as the keeper is. It makes many at a
// time: each takes no more memory than its size, and making it costs next to nothing.
type supply[T any] struct {
	left []T
	next int // how many are made next, so that a small record takes little
}

func (s *supply[T]) new() *T {
	if len(s.left) == 0 {
		s.next = min(max(8, 2*s.next), 512)
		s.left = make([]T, s.next)
	}
	t := &s.left[0]
	s.left = s.left[1:]
	return t
}
