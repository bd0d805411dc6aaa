package record

import "slices"

// listing keeps things in order beside their rows in the record.
type listing[T, R any] struct {
	things []T
	rows   []R
	order  func(a, b T) int // strict
	row    func(T) R
}

// update takes things out and puts others in. What stands before the first of them is not touched.
func (l *listing[T, R]) update(gone, came []T) {
	if len(gone)+len(came) == 0 {
		return
	}
	slices.SortFunc(gone, l.order)
	slices.SortFunc(came, l.order)
	from := len(l.things)
	for _, some := range [][]T{gone, came} {
		if len(some) > 0 {
			at, _ := slices.BinarySearchFunc(l.things[:from], some[0], l.order)
			from = min(from, at)
		}
	}
	// take out, moving the rest down
	to := from
	for at := from; at < len(l.things); at++ {
		if len(gone) > 0 && l.order(gone[0], l.things[at]) == 0 {
			gone = gone[1:]
			continue
		}
		l.things[to], l.rows[to] = l.things[at], l.rows[at]
		to++
	}
	clear(l.things[to:])
	clear(l.rows[to:])
	l.things, l.rows = l.things[:to], l.rows[:to]
	// put in, from the end
	n := len(came)
	l.things, l.rows = slices.Grow(l.things, n)[:to+n], slices.Grow(l.rows, n)[:to+n]
	for i, at := to-1, to+n-1; n > 0; at-- {
		if i >= 0 && l.order(l.things[i], came[n-1]) > 0 {
			l.things[at], l.rows[at] = l.things[i], l.rows[i]
			i--
			continue
		}
		n--
		l.things[at], l.rows[at] = came[n], l.row(came[n])
	}
}

// all returns the rows, nil for none, so that what a caller appends goes elsewhere.
func (l *listing[T, R]) all() []R {
	if len(l.rows) == 0 {
		return nil
	}
	return slices.Clip(l.rows)
}
