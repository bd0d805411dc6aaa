package record

import (
	"container/heap"
	"slices"
)

// part is what a sequence puts into groups: a fact, with whatever its kind is compared by.
type part interface {
	comparable
	seat() *int32 // where its sequence keeps its member, 0 for not; a fact is in one sequence only, that of its kind
}

func (f *fact) seat() *int32 { return &f.seated }

// rule says how the parts of one kind are grouped. A group is told by a thing of
// type T, which is made of its parts in their order and of nothing else, so that
// it can be made again as it was at any place of the sequence.
type rule[P part, T any] struct {
	order func(a, b P) int               // strict
	begin func(p P) T                    // a thing without parts, for a group that p founds
	join  func(t T, p P, why string)     // adds a part that comes after all others
	fit   func(t T, p P) (score, string) // how well the part fits, 0 for not, and why

	look   func(p P) []uint64      // keys under which a part looks for groups; hashes, since too many groups do no harm
	least  func(p P) int           // under how many of them it looks a group must be found to fit; nil for one
	keys   func(t T, p P) []uint64 // keys under which a group is found now that p has joined
	circle func(p P) []uint64      // keys that a part shares with every group before it that it might fit, nil for those it looks under …
	reach  func(t T, p P) []uint64 // … as a group has them for the parts after p; nil where they are all that it is found under

	alone  func(best score) bool               // a tie at this score says nothing: the part founds a group; nil for never
	grows  bool                                // a thing that was handed out may still be added to
	moved  func(t T) bool                      // whether what joined last changed the keys; nil where a group gains keys with every part
	late   bool                                // of groups that fit equally the latest is taken, else the first
	asOf   func(t T, founder, last P, n int) T // what fits are judged by when the nth part had joined; nil for it is made again
	steady func(p P) bool                      // whether all is as it was when p joined before, so that what follows is too; nil for never
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
	members []*member[P, T]            // by the seats of their parts, the first is none
	empty   []int32                    // seats
	circles map[uint64][]*member[P, T] // in order
	groups  []*group[P, T]             // by number
	found   chains                     // numbers of groups by key
	reasons []string                   // why parts fitted
	coming  []*member[P, T]            // that come or go, in order
	queue   queue[P, T]                // that are to be looked at again
	doubts  []*group[P, T]             // that changed since the member that is looked at decided
	changed []*group[P, T]
	search  int32         // stamp of the last search
	last    *member[P, T] // in order, of all that ever were
	latest  bool          // the member that is looked at comes after all others
	closed  bool          // nothing comes after this update: circles are not kept

	// of groups, while members look at them again
	reached map[*group[P, T]][]uint64   // circles that were told of a change
	tails   map[*group[P, T]]*run[P, T] // members that are to be put back, after the others
	past    map[*group[P, T]]past[T]

	equal  []*group[P, T]                   // that fit the member that is decided on best
	rivals map[*member[P, T]][]*group[P, T] // those that fitted a member equally, which founds one of its own for that
}

// past is a thing as it was with so many members.
type past[T any] struct {
	thing T
	upTo  int
}

// member is a part with what was decided on it.
type member[P part, T any] struct {
	part  P
	in    *group[P, T]
	score score // of its group when it joined
	why   uint8 // of the reasons
	tied  bool  // founds a group since several fitted equally
	fresh bool  // to be decided
	gone  bool
}

// group is the parts that were put together.
type group[P part, T any] struct {
	n        int32
	thing    T
	founder  *member[P, T]
	members  []*member[P, T]
	keys     []uint64 // under which it is listed
	seen     int32
	hits     int32 // keys of the search that saw it, see sharing
	listed   bool
	dead     bool
	settled  bool // its thing was handed out and must not be altered
	unlike   bool // differs at the place that is looked at from what it was before this update
	reported bool
	shown    bool
	last     T // as it was shown
}

// run is members that are to look at a group again, in order: since it changed,
// or since they are its tail.
type run[P part, T any] struct {
	list []*member[P, T]
	of   *group[P, T]
	tail bool
	back bool // of a tail: it was put back, or is part of a longer one
}

// over reports whether the rest of the run needs no look.
func (r *run[P, T]) over() bool {
	return len(r.list) == 0 || r.tail && r.back || !r.tail && !r.of.unlike
}

func newSequence[P part, T any](r rule[P, T]) *sequence[P, T] {
	s := &sequence[P, T]{
		rule: r, members: make([]*member[P, T], 1), circles: map[uint64][]*member[P, T]{}, reasons: make([]string, 1),
		reached: map[*group[P, T]][]uint64{}, tails: map[*group[P, T]]*run[P, T]{}, past: map[*group[P, T]]past[T]{},
		rivals: map[*member[P, T]][]*group[P, T]{},
	}
	s.queue.order = s.compare
	return s
}

// member returns the member that sits there, nil for none.
func (s *sequence[P, T]) member(seat int32) *member[P, T] { return s.members[seat] }

// sit gives a member a seat.
func (s *sequence[P, T]) sit(m *member[P, T]) {
	seat := m.part.seat()
	if n := len(s.empty); n > 0 {
		*seat, s.empty = s.empty[n-1], s.empty[:n-1]
		s.members[*seat] = m
		return
	}
	*seat = int32(len(s.members))
	s.members = append(s.members, m)
}

// rise takes the member of a part from its seat.
func (s *sequence[P, T]) rise(p P) *member[P, T] {
	seat := p.seat()
	m := s.members[*seat]
	s.empty = append(s.empty, *seat)
	s.members[*seat], *seat = nil, 0
	return m
}

// reason returns the number of a reason; there are few.
func (s *sequence[P, T]) reason(why string) uint8 {
	at := slices.Index(s.reasons, why)
	if at < 0 {
		at = len(s.reasons)
		s.reasons = append(s.reasons, why)
	}
	return uint8(at)
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

// update takes parts out and puts others in. Settle completes what a group says and
// reports whether it is to be shown. It returns the things that are no longer shown and
// those that are shown in their place.
func (s *sequence[P, T]) update(gone, came []P, settle func(T) bool) (hidden, shown []T) {
	s.regroup(gone, came)
	return s.complete(settle)
}

// touch notes that a part of a group tells something else now without being grouped otherwise.
func (s *sequence[P, T]) touch(g *group[P, T]) {
	if g.settled {
		s.rewind(g, nil)
	}
}

// complete settles the groups that are not what they were: those that lost their founder are dead.
func (s *sequence[P, T]) complete(settle func(T) bool) (hidden, shown []T) {
	for _, g := range s.changed {
		g.settled, g.unlike, g.reported = true, false, false
		if g.shown {
			hidden = append(hidden, g.last)
		}
		g.shown = !g.dead && settle(g.thing)
		if g.shown {
			g.last = g.thing
			shown = append(shown, g.thing)
		}
	}
	s.changed = nil
	if s.closed {
		s.forget()
	}
	return hidden, shown
}

// forget lets go of what only parts that come later would need.
func (s *sequence[P, T]) forget() {
	for _, g := range s.groups {
		g.members, g.keys = nil, nil
	}
	var none P
	for _, m := range s.members[1:] {
		m.part = none
	}
	s.found, s.circles, s.rivals, s.groups, s.coming = chains{}, nil, nil, nil, nil
}

// regroup finds the groups of the parts that stay and of those that came.
func (s *sequence[P, T]) regroup(gone, came []P) {
	s.coming = s.coming[:0]
	for _, p := range gone {
		m := s.rise(p)
		m.gone = true
		s.coming = append(s.coming, m)
	}
	for _, p := range came {
		m := &member[P, T]{part: p, fresh: true}
		s.sit(m)
		s.coming = append(s.coming, m)
	}
	slices.SortFunc(s.coming, s.compare)
	for {
		m, out := s.next()
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
		case m.fresh || s.doubtful(m):
			s.decide(m, out)
		case out:
			s.put(m, m.in, out)
		}
		m.fresh = false
	}
	clear(s.reached)
	clear(s.tails)
	clear(s.past)
}

// next returns the first member in order that is to be looked at, nil for none,
// and whether it is to be put back into its group; the groups that it is to look at are its doubts.
func (s *sequence[P, T]) next() (m *member[P, T], out bool) {
	for len(s.queue.list) > 0 && s.queue.list[0].over() {
		heap.Pop(&s.queue)
	}
	s.doubts = s.doubts[:0]
	if len(s.queue.list) > 0 {
		m = s.queue.list[0].list[0]
	}
	if len(s.coming) > 0 && (m == nil || s.compare(s.coming[0], m) <= 0) {
		m, s.coming = s.coming[0], s.coming[1:]
	}
	for len(s.queue.list) > 0 && s.queue.list[0].list[0] == m {
		r := s.queue.list[0]
		if !r.over() {
			out = out || r.tail
			if !slices.Contains(s.doubts, r.of) {
				s.doubts = append(s.doubts, r.of)
			}
		}
		if r.list = r.list[1:]; !r.over() {
			heap.Fix(&s.queue, 0)
			continue
		}
		heap.Pop(&s.queue)
		if s.tails[r.of] == r {
			delete(s.tails, r.of)
		}
	}
	return m, out
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

// before returns what fits of the group are judged by as it is before m.
func (s *sequence[P, T]) before(g *group[P, T], m *member[P, T]) (t T, ok bool) {
	n := s.cut(g, m)
	switch {
	case g.dead || n == 0:
		return t, false
	case n == len(g.members):
		return g.thing, true
	case s.asOf != nil:
		return s.asOf(g.thing, g.founder.part, g.members[n-1].part, n), true
	}
	was := s.past[g]
	if was.upTo != n {
		was = past[T]{s.make(g.members[:n]), n}
		s.past[g] = was
	}
	return was.thing, true
}

// make makes the thing of members.
func (s *sequence[P, T]) make(members []*member[P, T]) T {
	t := s.begin(members[0].part)
	for _, m := range members {
		s.join(t, m.part, s.reasons[m.why])
	}
	return t
}

// rewind takes a group apart from the place of m on: its later members are to be put back.
func (s *sequence[P, T]) rewind(g *group[P, T], m *member[P, T]) {
	s.report(g)
	n := s.cut(g, m)
	if n == len(g.members) && (!g.settled || s.grows) {
		return
	}
	tail := g.members[n:]
	g.members = slices.Clip(g.members[:n])
	g.settled = false
	if n < s.past[g].upTo {
		delete(s.past, g)
	}
	if n > 0 {
		if s.grows && s.asOf != nil {
			g.thing = s.asOf(g.thing, g.founder.part, g.members[n-1].part, n)
		} else {
			g.thing = s.make(g.members)
		}
	}
	if len(tail) > 0 && tail[0] == m {
		tail = tail[1:]
	}
	if len(tail) > 0 {
		if was := s.tails[g]; was != nil {
			was.back = true
		}
		s.tails[g] = &run[P, T]{list: tail, of: g, tail: true}
		heap.Push(&s.queue, s.tails[g])
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
	if s.latest || len(g.members) == 0 && g.dead {
		return
	}
	var reach []uint64
	if s.reach != nil {
		reach = s.reach(g.thing, m.part)
	} else {
		reach = g.keys
	}
	for _, c := range reach {
		if slices.Contains(s.reached[g], c) {
			continue
		}
		s.reached[g] = append(s.reached[g], c)
		list := s.circles[c]
		at, found := slices.BinarySearchFunc(list, m, s.compare)
		if found {
			at++
		}
		if at < len(list) {
			heap.Push(&s.queue, &run[P, T]{list: slices.Clone(list[at:]), of: g})
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
	s.tell(g, m)
	s.rewind(g, m)
	if g.founder == m {
		g.dead = true
	}
}

func (s *sequence[P, T]) remove(m *member[P, T]) {
	s.leave(m)
	delete(s.rivals, m)
	in := s.circle
	if in == nil {
		in = s.look
	}
	for _, c := range in(m.part) {
		list := s.circles[c]
		if at := slices.Index(list, m); at >= 0 {
			s.circles[c] = slices.Delete(list, at, at+1)
		}
	}
}

// put adds m to the end of a group; back tells that it stood there before.
func (s *sequence[P, T]) put(m *member[P, T], g *group[P, T], back bool) {
	s.rewind(g, m)
	if len(g.members) == 0 {
		g.thing = s.begin(m.part)
	}
	g.members = append(g.members, m)
	s.join(g.thing, m.part, s.reasons[m.why])
	m.in = g
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
	switch {
	case back && s.steady != nil && s.steady(m.part):
		s.resume(g)
	case g.unlike:
		s.tell(g, m)
	}
}

// resume puts the tail of a group back as it was.
func (s *sequence[P, T]) resume(g *group[P, T]) {
	if tail := s.tails[g]; tail != nil {
		for _, m := range tail.list {
			g.members = append(g.members, m)
			s.join(g.thing, m.part, s.reasons[m.why])
		}
		tail.back = true
		delete(s.tails, g)
	}
	g.unlike = false
	delete(s.reached, g)
}

// sharing returns the groups that are found under two or more keys: those of some
// words, each joined with what all have in common. Each has its number of hits.
func (s *sequence[P, T]) sharing(common uint64, words []uint64) (out []*group[P, T]) {
	s.search++
	for _, w := range words {
		for e := s.found.first(common ^ w); e > 0; e = s.found.link(e).next {
			g := s.groups[s.found.link(e).n]
			if g.seen != s.search {
				g.seen, g.hits = s.search, 0
			}
			if g.hits++; g.hits == 2 && !g.dead {
				out = append(out, g)
			}
		}
	}
	return out
}

// doubtful reports whether groups that changed may change what was decided on m.
func (s *sequence[P, T]) doubtful(m *member[P, T]) bool {
	fit := func(g *group[P, T]) (now score, why string) {
		if t, ok := s.before(g, m); ok {
			return s.fit(t, m.part)
		}
		return 0, ""
	}
	if g := m.in; g.founder != m && slices.Contains(s.doubts, g) {
		now, why := fit(g)
		if now < m.score || why != s.reasons[m.why] {
			return true
		}
		m.score = now // it fits the better
	}
	return slices.ContainsFunc(s.doubts, func(g *group[P, T]) bool {
		if g == m.in {
			return false
		}
		now, _ := fit(g)
		return m.tied && slices.Contains(s.rivals[m], g) || now > 0 && now >= m.score
	})
}

// decide finds the group of m; out tells that it is to be put back into one.
func (s *sequence[P, T]) decide(m *member[P, T], out bool) {
	known := m.in != nil
	var to *group[P, T]
	best, why := 0.0, ""
	s.equal = s.equal[:0]
	s.search++
	keys, least := s.look(m.part), int32(1)
	if s.least != nil {
		least = int32(s.least(m.part))
	}
	for _, key := range keys {
		for e := s.found.first(key); e > 0; e = s.found.link(e).next {
			g := s.groups[s.found.link(e).n]
			if g.seen != s.search {
				g.seen, g.hits = s.search, 0
			}
			if g.hits++; g.hits != least || g.dead || g.founder == m || !s.latest && s.compare(g.founder, m) > 0 {
				continue
			}
			t, ok := s.before(g, m)
			if !ok {
				continue
			}
			n, reason := s.fit(t, m.part)
			switch {
			case n <= 0 || n < best:
			case n > best:
				to, best, why, s.equal = g, n, reason, append(s.equal[:0], g)
			default:
				s.equal = append(s.equal, g)
				if s.late == (s.compare(g.founder, to.founder) > 0) {
					to, why = g, reason
				}
			}
		}
	}
	if m.tied {
		delete(s.rivals, m)
	}
	m.score, m.tied = best, len(s.equal) > 1 && s.alone != nil && s.alone(best)
	if m.tied {
		to, why = nil, ""
		if !s.closed {
			s.rivals[m] = slices.Clone(s.equal)
		}
	}
	founds := m.in != nil && m.in.founder == m
	switch {
	case to == nil && founds: // as before
		if out {
			s.put(m, m.in, out)
		}
	case to != nil && to == m.in:
		m.why = s.reason(why)
		s.rewind(to, m)
		s.put(m, to, true)
	default:
		s.leave(m)
		m.why = s.reason(why)
		if to == nil {
			to = &group[P, T]{n: int32(len(s.groups)), founder: m}
			s.groups = append(s.groups, to)
		}
		s.put(m, to, false)
		s.tell(to, m)
	}
	if !known && !s.closed {
		if s.circle != nil {
			keys = s.circle(m.part)
		}
		s.enter(m, keys)
	}
}

// enter lists a member in circles, once in each.
func (s *sequence[P, T]) enter(m *member[P, T], circles []uint64) {
	for _, c := range circles {
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

// queue is a heap of runs, the one on top whose first member is the first in order.
type queue[P part, T any] struct {
	list  []*run[P, T]
	order func(a, b *member[P, T]) int
}

func (q *queue[P, T]) Len() int           { return len(q.list) }
func (q *queue[P, T]) Less(i, j int) bool { return q.order(q.list[i].list[0], q.list[j].list[0]) < 0 }
func (q *queue[P, T]) Swap(i, j int)      { q.list[i], q.list[j] = q.list[j], q.list[i] }
func (q *queue[P, T]) Push(r any)         { q.list = append(q.list, r.(*run[P, T])) }
func (q *queue[P, T]) Pop() any {
	n := len(q.list)
	r := q.list[n-1]
	q.list = q.list[:n-1]
	return r
}
