package attribution

import "rapporteur/lang"

// Source and content of one cue are found together, by labelling the tokens of a
// window of sentences around it with the best path through states.

// Lanes of the tagger of sources and contents.
const (
	laneSource = iota // the token belongs to the source
	laneContent
	laneGap // it stands between two pieces of the content
	laneSourceFirst
	laneSourceLast
	laneContentFirst
	laneContentLast
)

// State of the path: what the token is, and what was seen before it.
type state uint8

const (
	out00    state = iota // outside, nothing seen yet
	out10                 // outside, source seen, content to come
	out01                 // outside, content closed, source to come
	out11                 // outside, both closed
	source0               // in the source, content not begun
	source1               // in the source, content begun
	content0              // in the content, source not seen
	content1              // in the content, source seen
	gap0                  // between pieces of the content, source not seen
	gap1
	states
)

// part is what a token is, leaving aside what was before it.
type part uint8

const (
	outside part = iota
	inSource
	inContent
	inGap
)

var partOf = [states]part{outside, outside, outside, outside, inSource, inSource, inContent, inContent, inGap, inGap}

// follow lists the states that may come after each.
var follow = [states][]state{
	out00:    {out00, source0, content0},
	out10:    {out10, content1},
	out01:    {out01, source1},
	out11:    {out11},
	source0:  {source0, out10, content1},
	source1:  {source1, out11, gap1, content1},
	content0: {content0, gap0, out01, source1},
	content1: {content1, gap1, out11},
	gap0:     {gap0, source1, content0},
	gap1:     {gap1, content1},
}

// before is follow turned round.
var before = func() (b [states][]state) {
	for a := range follow {
		for _, s := range follow[a] {
			b[s] = append(b[s], state(a))
		}
	}
	return b
}()

// ends says how a path may end: with or without source and content.
var ends = [states]int8{out00: 0, out10: 1, source0: 1, out01: 2, content0: 2, out11: 3, content1: 3, source1: 3, gap0: -1, gap1: -1}

// number is what scores are made of: whole numbers in use, fractions in training.
type number interface{ int32 | float32 }

// grid holds the scores of a window and the memory of the search.
type grid[T number] struct {
	lanes [][7]T
	fixed []bool // tokens of the cue: never source or content
	final [4]T   // by how the path ends
	step  [states][states]T
	best  [][states]T
	from  [][states]state
	path  []state
}

const never = -1 << 28

// closing returns the score of ending in state s at the last token; ok is false where that is not possible.
func (g *grid[T]) closing(s state) (score T, ok bool) {
	if ends[s] < 0 {
		return 0, false
	}
	score = g.final[ends[s]]
	switch last := len(g.lanes) - 1; partOf[s] {
	case inSource:
		score += g.lanes[last][laneSourceLast]
	case inContent:
		score += g.lanes[last][laneContentLast]
	}
	return score, true
}

// search finds the best path over the window, which is valid until the next use
// of g, and its score.
func (g *grid[T]) search() ([]state, T) {
	n := len(g.lanes)
	if cap(g.best) < n {
		g.best, g.from, g.path = make([][states]T, 2*n), make([][states]state, 2*n), make([]state, 2*n)
	}
	g.best, g.from, g.path = g.best[:n], g.from[:n], g.path[:n]
	for i := range n {
		row, from := &g.best[i], &g.from[i]
		l := &g.lanes[i]
		var last [4]T // score of leaving a part
		if i > 0 {
			last[inSource], last[inContent] = g.lanes[i-1][laneSourceLast], g.lanes[i-1][laneContentLast]
		}
		stay := [4]T{0, l[laneSource], l[laneContent], l[laneGap]}
		enter := [4]T{0, l[laneSource] + l[laneSourceFirst], l[laneContent] + l[laneContentFirst], l[laneGap]}
		for b := range states {
			row[b] = never
			pb := partOf[b]
			if g.fixed[i] && (pb == inSource || pb == inContent) {
				continue
			}
			if i == 0 {
				switch b {
				case out00:
					row[b] = stay[outside] + g.step[out00][out00]
				case source0, content0:
					row[b] = enter[pb] + g.step[out00][b]
				}
				continue
			}
			for _, a := range before[b] {
				v := g.best[i-1][a]
				if v <= never/2 {
					continue
				}
				v += g.step[a][b]
				if pa := partOf[a]; pa == pb {
					v += stay[pb]
				} else {
					v += enter[pb] + last[pa]
				}
				if v > row[b] {
					row[b], from[b] = v, a
				}
			}
		}
	}
	if n == 0 {
		return nil, 0
	}
	top, score := out00, T(never)
	for s := range states {
		if c, ok := g.closing(s); ok && g.best[n-1][s] > never/2 && g.best[n-1][s]+c > score {
			top, score = s, g.best[n-1][s]+c
		}
	}
	for i := n - 1; i >= 0; i-- {
		g.path[i] = top
		top = g.from[i][top]
	}
	return g.path, score
}

// label turns source and content, as ranges, into the states of a window, for
// training. What cannot be said in states is said as nearly as they can.
func label(window lang.Range, cue lang.Range, source, content []lang.Range) []state {
	n := window.Len()
	what := make([]part, n)
	mark := func(ranges []lang.Range, as part) {
		for _, r := range ranges {
			for i := max(r.Start, window.Start); i < min(r.End, window.End); i++ {
				if !cue.Contains(i) {
					what[i-window.Start] = as
				}
			}
		}
	}
	mark(content, inContent)
	mark(source, inSource)
	firstS, lastS, firstC, lastC := n, -1, n, -1
	for i, w := range what {
		switch w {
		case inSource:
			firstS, lastS = min(firstS, i), i
		case inContent:
			firstC, lastC = min(firstC, i), i
		}
	}
	// a source in pieces keeps its first piece
	for i := firstS; i <= lastS; i++ {
		if what[i] != inSource {
			for j := i; j < n; j++ {
				if what[j] == inSource {
					what[j] = outside
				}
			}
			break
		}
	}
	path := make([]state, n)
	seenS, seenC := false, false
	for i, w := range what {
		switch {
		case w == inSource:
			seenS = true
			path[i] = source0
			if seenC {
				path[i] = source1
			}
		case w == inContent:
			seenC = true
			path[i] = content0
			if seenS {
				path[i] = content1
			}
		case seenC && i < lastC:
			path[i] = gap0
			if seenS {
				path[i] = gap1
			}
		case seenS && seenC:
			path[i] = out11
		case seenC:
			path[i] = out01
		case seenS:
			path[i] = out10
		}
	}
	return path
}

// ranges returns the source and the pieces of the content that a path marks.
func ranges(path []state, start int) (source, content []lang.Range) {
	for i := 0; i < len(path); {
		j := i
		for j < len(path) && partOf[path[j]] == partOf[path[i]] {
			j++
		}
		r := lang.Range{Start: start + i, End: start + j}
		switch partOf[path[i]] {
		case inSource:
			source = append(source, r)
		case inContent:
			content = append(content, r)
		}
		i = j
	}
	return source, content
}
