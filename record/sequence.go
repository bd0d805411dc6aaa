package record

import (
	"container/heap"
	"iter"
	"slices"
)

// part is what a sequence puts into groups: a fact, with whatever its kind is compared by.
type part interface {
	comparable
	base() *fact
}

func (f *fact) base() *fact { return f }

// rule says how the parts of one kind are grouped. A group is told by a thing of
// type T, which is made of its parts in their order and of nothing else, so that
// it can be made again as it was at any place of the sequence.
type rule[P part, T any] struct {
	order func(a, b P) int               // strict
	begin func(p P) T                    // a thing without parts, for a group that p founds
	join  func(t T, p P, why string)     // adds a part that comes after all others
	fit   func(t T, p P) (score, string) // how well the part fits, 0 for not, and why

	look   func(p P) []uint64      // keys under which a part looks for groups; hashes, since too many groups do no harm
	keys   func(t T, p P) []uint64 // keys under which a group is found now that p has joined
	circle func(p P) []uint64      // keys that a part shares with every group before it that it might fit …
	reach  func(t T) []uint64      // … as the group has them; nil where they are all that it is found under

	alone func(best score) bool // a tie at this score says nothing: the part founds a group; nil for never
	grows bool                  // a thing that was handed out may still be added to
	moved func(t T) bool        // whether what joined last changed the keys; nil where a group gains keys with every part
	late  bool                  // of groups that fit equally the latest is taken, else the first
}

type score = float64

// sequence puts parts in their order, one by one, each into the group that fits
// it best, or into a new one, and keeps what it found, so that a part that comes
// later, whatever its place, changes only the decisions it has a bearing on. The
// groups are the same as if all parts had come at once.
//
// A part that is put in or taken out at a place leaves everything before it as
// it is. Its group is taken apart from there on; the parts after it that may see
// that group look at it again, in order, and decide anew where its score now
// changes what is best. Groups that change thereby are treated likewise.
type sequence[P part, T any] struct {
	rule[P, T]
	members map[*fact]*member[P, T]
	circles map[uint64][]*member[P, T] // in order
	groups  []*group[P, T]             // by number
	found   chains                     // numbers of groups by key
	reached map[*group[P, T]][]uint64  // circles that were told of a group's change
	queue   queue[P, T]
	coming  []*member[P, T] // in order, not yet in the queue
	changed []*group[P, T]
	search  int           // stamp of the last search
	last    *member[P, T] // in order, of all that ever were
	latest  bool          // the member that is looked at comes after all others
}

// member is a part with what was decided on it.
type member[P part, T any] struct {
	part   P
	in     *group[P, T]
	score  score // of its group when it joined
	why    string
	tied   bool // founds a group since several fitted equally
	fresh  bool // to be decided
	gone   bool
	out    bool           // not among the members of its group at the moment
	queued bool           //
	doubts []*group[P, T] // groups that changed since it decided
}

// group is the parts that were put together.
type group[P part, T any] struct {
	n        int32
	thing    T
	founder  *member[P, T]
	members  []*member[P, T]
	keys     []uint64 // under which it is listed
	seen     int
	listed   bool
	dead     bool
	settled  bool // its thing was handed out and must not be altered
	unlike   bool // differs from what it was before this update
	reported bool
	shown    bool
	last     T // as it was shown
}

func newSequence[P part, T any](r rule[P, T]) *sequence[P, T] {
	s := &sequence[P, T]{rule: r, members: map[*fact]*member[P, T]{}, circles: map[uint64][]*member[P, T]{}, reached: map[*group[P, T]][]uint64{}}
	s.queue.order = s.compare
	return s
}

// compare orders members; of two that stand at one place the one that leaves comes first.
func (s *sequence[P, T]) compare(a, b *member[P, T]) int {
	if c := s.order(a.part, b.part); c != 0 || a.gone == b.gone {
		return c
	}
	if a.gone {
		return -1
	}
	return 1
}

// update takes parts out, puts others in, and looks again at the groups of parts
// that tell something else now without being grouped otherwise. Settle completes
// what a group says and reports whether it is to be shown. It returns the things
// that are no longer shown and those that are shown in their place.
func (s *sequence[P, T]) update(gone, came, touched []P, settle func(T) bool) (hidden, shown []T) {
	for _, p := range touched {
		if m := s.members[p.base()]; m != nil && m.in.settled {
			s.rewind(m.in, nil)
		}
	}
	for _, g := range s.regroup(gone, came) {
		if g.shown {
			hidden = append(hidden, g.last)
		}
		g.shown = !g.dead && settle(g.thing)
		if g.shown {
			g.last = g.thing
			shown = append(shown, g.thing)
		}
	}
	return hidden, shown
}

// regroup returns the groups that are not what they were: those that lost their founder are dead.
func (s *sequence[P, T]) regroup(gone, came []P) []*group[P, T] {
	for _, p := range gone {
		m := s.members[p.base()]
		delete(s.members, p.base())
		m.gone = true
		s.push(m)
	}
	s.coming = s.coming[:0]
	for _, p := range came {
		m := &member[P, T]{part: p, fresh: true}
		s.members[p.base()] = m
		s.coming = append(s.coming, m)
	}
	slices.SortFunc(s.coming, s.compare)
	for {
		m := s.next()
		if m == nil {
			break
		}
		if m.in != nil && m.in.dead { // its group lost its founder
			m.in, m.fresh = nil, true
		}
		if s.latest = s.last == nil || s.compare(s.last, m) < 0; s.latest {
			s.last = m
		}
		switch {
		case m.gone:
			s.remove(m)
		case m.fresh || slices.ContainsFunc(m.doubts, func(g *group[P, T]) bool { return s.doubtful(m, g) }):
			s.decide(m)
		case m.out:
			s.put(m, m.in)
		}
		m.fresh, m.doubts = false, nil
	}
	changed := s.changed
	s.changed = nil
	clear(s.reached)
	for _, g := range changed {
		g.settled, g.unlike, g.reported = true, false, false
	}
	return changed
}

// next returns the first member in order that is to be looked at.
func (s *sequence[P, T]) next() *member[P, T] {
	if len(s.coming) > 0 && (len(s.queue.list) == 0 || s.compare(s.coming[0], s.queue.list[0]) < 0) {
		m := s.coming[0]
		s.coming = s.coming[1:]
		return m
	}
	if len(s.queue.list) == 0 {
		return nil
	}
	m := heap.Pop(&s.queue).(*member[P, T])
	m.queued = false
	return m
}

func (s *sequence[P, T]) push(m *member[P, T]) {
	if !m.queued {
		m.queued = true
		heap.Push(&s.queue, m)
	}
}

// cut returns how many members of the group come before m.
func (s *sequence[P, T]) cut(g *group[P, T], m *member[P, T]) int {
	n := len(g.members)
	if n == 0 || m == nil || s.latest || s.compare(g.members[n-1], m) < 0 {
		return n
	}
	at, _ := slices.BinarySearchFunc(g.members, m, s.compare)
	return at
}

// asOf returns the group's thing as it is before m.
func (s *sequence[P, T]) asOf(g *group[P, T], m *member[P, T]) (t T, ok bool) {
	n := s.cut(g, m)
	if g.dead || n == 0 {
		return t, false
	}
	if n == len(g.members) {
		return g.thing, true
	}
	return s.make(g.members[:n]), true
}

// make makes the thing of members.
func (s *sequence[P, T]) make(members []*member[P, T]) T {
	t := s.begin(members[0].part)
	for _, m := range members {
		s.join(t, m.part, m.why)
	}
	return t
}

// rewind takes a group apart from the place of m on. Its later members look again.
func (s *sequence[P, T]) rewind(g *group[P, T], m *member[P, T]) {
	s.report(g)
	n := s.cut(g, m)
	if n == len(g.members) && (!g.settled || s.grows) {
		return
	}
	for _, o := range g.members[n:] {
		if o != m {
			o.out = true
			s.push(o)
		}
	}
	g.members = slices.Clip(g.members[:n])
	g.settled = false
	if n > 0 {
		g.thing = s.make(g.members)
	}
}

func (s *sequence[P, T]) report(g *group[P, T]) {
	if !g.reported {
		g.reported = true
		s.changed = append(s.changed, g)
	}
}

// tell lets the members after m that a group may fit know that it changed.
func (s *sequence[P, T]) tell(g *group[P, T], m *member[P, T]) {
	g.unlike = true
	if len(g.members) == 0 && g.dead {
		return
	}
	var reach []uint64
	if s.reach != nil {
		reach = s.reach(g.thing)
	} else {
		reach = g.keys
	}
	for _, c := range reach {
		if slices.Contains(s.reached[g], c) {
			continue
		}
		list := s.circles[c]
		at := len(list)
		if !s.latest {
			s.reached[g] = append(s.reached[g], c)
		}
		if at > 0 && !s.latest && s.compare(list[at-1], m) > 0 {
			at, _ = slices.BinarySearchFunc(list, m, s.compare)
		}
		for _, o := range list[at:] {
			if o != m && !o.gone {
				if n := len(o.doubts); n == 0 || o.doubts[n-1] != g {
					o.doubts = append(o.doubts, g)
				}
				s.push(o)
			}
		}
	}
}

// leave takes m out of its group, for good.
func (s *sequence[P, T]) leave(m *member[P, T]) {
	g := m.in
	if g == nil {
		return
	}
	m.in = nil
	s.tell(g, m) // in the circles it had
	s.rewind(g, m)
	if g.founder == m {
		g.dead = true
	}
}

func (s *sequence[P, T]) remove(m *member[P, T]) {
	s.leave(m)
	for _, c := range s.circle(m.part) {
		list := s.circles[c]
		if at := slices.Index(list, m); at >= 0 {
			s.circles[c] = slices.Delete(list, at, at+1)
		}
	}
}

// put adds m to the end of a group.
func (s *sequence[P, T]) put(m *member[P, T], g *group[P, T]) {
	s.rewind(g, m)
	if len(g.members) == 0 {
		g.thing = s.begin(m.part)
	}
	g.members = append(g.members, m)
	s.join(g.thing, m.part, m.why)
	m.in, m.out = g, false
	if s.moved == nil {
		for _, key := range s.keys(g.thing, m.part) {
			if !slices.Contains(g.keys, key) {
				g.keys = append(g.keys, key)
				s.found.add(key, g.n)
			}
		}
	} else if !g.listed || len(g.members) > 1 && s.moved(g.thing) {
		g.listed = true
		for _, key := range s.keys(g.thing, m.part) {
			s.found.add(key, g.n)
		}
	}
	if g.unlike {
		s.tell(g, m)
	}
}

// under returns the groups that are found under a key.
func (s *sequence[P, T]) under(key uint64) iter.Seq[*group[P, T]] {
	return func(yield func(*group[P, T]) bool) {
		for n := range s.found.under(key) {
			if g := s.groups[n]; !g.dead && !yield(g) {
				return
			}
		}
	}
}

// doubtful reports whether a group that changed may change what was decided on m.
func (s *sequence[P, T]) doubtful(m *member[P, T], g *group[P, T]) bool {
	if m.in == g && g.founder == m {
		return false
	}
	now, why := 0.0, ""
	if t, ok := s.asOf(g, m); ok {
		now, why = s.fit(t, m.part)
	}
	if m.in == g {
		return now != m.score || why != m.why
	}
	return m.tied || now > 0 && now >= m.score
}

// decide finds the group of m.
func (s *sequence[P, T]) decide(m *member[P, T]) {
	known := m.in != nil
	var to *group[P, T]
	best, why, tie := 0.0, "", false
	s.search++
	for _, key := range s.look(m.part) {
		for e := s.found.first(key); e > 0; e = s.found.links[e].next {
			g := s.groups[s.found.links[e].n]
			if g.seen == s.search || g.dead || g.founder == m || !s.latest && s.compare(g.founder, m) > 0 {
				continue
			}
			g.seen = s.search
			t, ok := s.asOf(g, m)
			if !ok {
				continue
			}
			n, reason := s.fit(t, m.part)
			switch {
			case n <= 0 || n < best:
			case n > best:
				to, best, why, tie = g, n, reason, false
			default:
				tie = true
				if s.late == (s.compare(g.founder, to.founder) > 0) {
					to, why = g, reason
				}
			}
		}
	}
	m.score, m.tied = best, tie && s.alone != nil && s.alone(best)
	if m.tied {
		to, why = nil, ""
	}
	founds := m.in != nil && m.in.founder == m
	switch {
	case to == nil && founds: // as before
		if m.out {
			s.put(m, m.in)
		}
	case to != nil && to == m.in:
		m.why = why
		s.rewind(to, m)
		s.put(m, to)
	default:
		s.leave(m)
		m.why = why
		if to == nil {
			to = &group[P, T]{n: int32(len(s.groups)), founder: m}
			s.groups = append(s.groups, to)
		}
		s.put(m, to)
		s.tell(to, m)
	}
	if !known {
		s.enter(m)
	}
}

// enter lists a member in its circles, once.
func (s *sequence[P, T]) enter(m *member[P, T]) {
	for _, c := range s.circle(m.part) {
		list := s.circles[c]
		at := len(list)
		if at > 0 && s.compare(list[at-1], m) >= 0 {
			var found bool
			if at, found = slices.BinarySearchFunc(list, m, s.compare); found {
				continue
			}
		}
		s.circles[c] = slices.Insert(list, at, m)
	}
}

// queue holds members that are to be looked at, the first in order on top.
type queue[P part, T any] struct {
	list  []*member[P, T]
	order func(a, b *member[P, T]) int
}

func (q *queue[P, T]) Len() int           { return len(q.list) }
func (q *queue[P, T]) Less(i, j int) bool { return q.order(q.list[i], q.list[j]) < 0 }
func (q *queue[P, T]) Swap(i, j int)      { q.list[i], q.list[j] = q.list[j], q.list[i] }
func (q *queue[P, T]) Push(m any)         { q.list = append(q.list, m.(*member[P, T])) }
func (q *queue[P, T]) Pop() any {
	n := len(q.list)
	m := q.list[n-1]
	q.list = q.list[:n-1]
	return m
}
