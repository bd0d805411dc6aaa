package record

import "slices"

// listing keeps things in order beside their rows in the record.
type listing[T, R any] struct {
	things []T
	rows   []R
	order  func(a, b T) int // strict
	row    func(T) R
}

// update takes things out and puts others in. Where each stands is looked up, and what
// stands between is moved as a whole.
func (l *listing[T, R]) update(gone, came []T) {
	if len(gone)+len(came) == 0 {
		return
	}
	gone, came = l.replace(gone, came)
	from := 0
	// take out, moving what stands between down
	to := len(l.things)
	for i, t := range gone {
		at, _ := slices.BinarySearchFunc(l.things[from:], t, l.order)
		at += from
		if i == 0 {
			to = at
		} else {
			to += l.move(to, from, at)
		}
		from = at + 1
	}
	if len(gone) > 0 {
		to += l.move(to, from, len(l.things))
		clear(l.things[to:])
		clear(l.rows[to:])
	}
	// put in, from the end, moving what stands between up
	n := len(came)
	l.things, l.rows = slices.Grow(l.things[:to], n)[:to+n], slices.Grow(l.rows[:to], n)[:to+n]
	for ; n > 0; n-- {
		at, _ := slices.BinarySearchFunc(l.things[:to], came[n-1], l.order)
		l.move(at+n, at, to)
		l.things[at+n-1], l.rows[at+n-1] = came[n-1], l.row(came[n-1])
		to = at
	}
}

// rewrite writes the rows of things again that stand where they stood.
func (l *listing[T, R]) rewrite(things []T) {
	for _, t := range things {
		at, _ := slices.BinarySearchFunc(l.things, t, l.order)
		l.rows[at] = l.row(t)
	}
}

// replace puts things in the place of others that stood there, and returns the
// things that are to be taken out and put in, in order.
func (l *listing[T, R]) replace(gone, came []T) (out, in []T) {
	slices.SortFunc(gone, l.order)
	slices.SortFunc(came, l.order)
	for len(gone) > 0 && len(came) > 0 {
		switch c := l.order(gone[0], came[0]); {
		case c < 0:
			out, gone = append(out, gone[0]), gone[1:]
		case c > 0:
			in, came = append(in, came[0]), came[1:]
		default:
			at, _ := slices.BinarySearchFunc(l.things, came[0], l.order)
			l.things[at], l.rows[at] = came[0], l.row(came[0])
			gone, came = gone[1:], came[1:]
		}
	}
	return append(out, gone...), append(in, came...)
}

// move copies what stands from one place to another, and returns how many they are.
func (l *listing[T, R]) move(to, from, end int) int {
	if to != from {
		copy(l.things[to:], l.things[from:end])
		copy(l.rows[to:], l.rows[from:end])
	}
	return end - from
}

// all returns the rows, nil for none, so that what a caller appends goes elsewhere.
func (l *listing[T, R]) all() []R {
	if len(l.rows) == 0 {
		return nil
	}
	return slices.Clip(l.rows)
}
