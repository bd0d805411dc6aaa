package lang

// treeOf finds the tree of the highest score among those with one root (Chu and Liu
// 1965, Edmonds 1967). Scores has a row of some width for each of the n words and in it a column
// for each head, 0 being the root; heads receives the head of each word.
func treeOf(scores []float32, n, width int, heads []int, work *treeWork) {
	roots := 0
	for i := range n {
		row := scores[i*width:][:n+1]
		best := -1
		for j, v := range row {
			if j != i+1 && (best < 0 || v > row[best]) {
				best = j
			}
		}
		heads[i] = best
		if best == 0 {
			roots++
		}
	}
	if roots == 1 && work.rooted(heads) {
		return
	}
	work.edmonds(scores, n, width, work.root(scores, n, width), heads)
}

// treeWork is the memory of treeOf.
type treeWork struct {
	mark   []int
	w      []float32 // score of head u for node v at w[v*n+u]; nodes are words, from 0
	active []bool
	best   []int
	steps  []contraction
	cycle  []int
}

// contraction is a cycle that was made into one node.
type contraction struct {
	node  int // which of the cycle's nodes stands for it
	cycle []int
	heads []int // of the cycle's nodes, within it
	enter []int // by node u outside: which of the cycle u is the best head of
	exit  []int // by node u outside: which of the cycle is the best head of u
}

// rooted reports whether all words lead to the root.
func (t *treeWork) rooted(heads []int) bool {
	t.mark = t.mark[:0]
	for range heads {
		t.mark = append(t.mark, -1)
	}
	for i := range heads {
		for k := i; t.mark[k] < 0 || t.mark[k] == i; {
			if t.mark[k] == i {
				return false
			}
			t.mark[k] = i
			if k = heads[k] - 1; k < 0 {
				break
			}
		}
	}
	return true
}

// root chooses the word that gains most by being the root.
func (t *treeWork) root(scores []float32, n, width int) int {
	root, gain := 0, float32(0)
	for i := range n {
		row := scores[i*width:][:n+1]
		other := row[0] - 1e6
		for j := 1; j <= n; j++ {
			if j != i+1 && row[j] > other {
				other = row[j]
			}
		}
		if g := row[0] - other; i == 0 || g > gain {
			root, gain = i, g
		}
	}
	return root
}

// edmonds finds the best tree under the given root word.
func (t *treeWork) edmonds(scores []float32, n, width, root int, heads []int) {
	t.w = append(t.w[:0], make([]float32, n*n)...)
	t.active, t.best, t.steps = t.active[:0], t.best[:0], t.steps[:0]
	for i := range n {
		copy(t.w[i*n:(i+1)*n], scores[i*width+1:])
		t.active, t.best = append(t.active, true), append(t.best, -1)
	}
	for {
		for v := range n {
			if !t.active[v] || v == root {
				continue
			}
			best := -1
			for u := range n {
				if t.active[u] && u != v && (best < 0 || t.w[v*n+u] > t.w[v*n+best]) {
					best = u
				}
			}
			t.best[v] = best
		}
		cycle := t.findCycle(n, root)
		if cycle == nil {
			break
		}
		t.contract(cycle, n)
	}
	for i := len(t.steps) - 1; i >= 0; i-- {
		s := &t.steps[i]
		h := t.best[s.node]
		for u := range n {
			if s.exit[u] >= 0 && t.active[u] && u != root && t.best[u] == s.node {
				t.best[u] = s.exit[u]
			}
		}
		for k, v := range s.cycle {
			t.best[v] = s.heads[k]
			t.active[v] = true
		}
		t.best[s.enter[h]] = h
	}
	for i := range n {
		heads[i] = t.best[i] + 1
	}
	heads[root] = 0
}

func (t *treeWork) findCycle(n, root int) []int {
	t.mark = t.mark[:0]
	for range n {
		t.mark = append(t.mark, -1)
	}
	for i := range n {
		if !t.active[i] {
			continue
		}
		for k := i; k != root && (t.mark[k] < 0 || t.mark[k] == i); k = t.best[k] {
			if t.mark[k] == i {
				t.cycle = append(t.cycle[:0], k)
				for v := t.best[k]; v != k; v = t.best[v] {
					t.cycle = append(t.cycle, v)
				}
				return t.cycle
			}
			t.mark[k] = i
		}
	}
	return nil
}

func (t *treeWork) contract(cycle []int, n int) {
	c := contraction{node: cycle[0], cycle: append([]int(nil), cycle...), enter: make([]int, n), exit: make([]int, n)}
	for _, v := range cycle {
		c.heads = append(c.heads, t.best[v])
		t.active[v] = false
	}
	for u := range n {
		c.enter[u], c.exit[u] = -1, -1
		if !t.active[u] {
			continue
		}
		enter, exit := -1, -1
		var gain float32
		for _, v := range cycle {
			if g := t.w[v*n+u] - t.w[v*n+t.best[v]]; enter < 0 || g > gain {
				enter, gain = v, g
			}
			if exit < 0 || t.w[u*n+v] > t.w[u*n+exit] {
				exit = v
			}
		}
		c.enter[u], c.exit[u] = enter, exit
	}
	for u := range n {
		if v := c.enter[u]; v >= 0 {
			t.w[c.node*n+u] = t.w[v*n+u] - t.w[v*n+t.best[v]]
			t.w[u*n+c.node] = t.w[u*n+c.exit[u]]
		}
	}
	t.active[c.node] = true
	t.steps = append(t.steps, c)
}
