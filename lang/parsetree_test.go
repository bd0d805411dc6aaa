package lang

import (
	"testing"

	"pgregory.net/rapid"
)

// TestTreeOf compares with all trees of short sentences.
func TestTreeOf(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "words")
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(rapid.IntRange(-20, 20).Draw(t, "score"))
		}
		heads := make([]int, n)
		var work treeWork
		treeOf(scores, n, n+1, heads, &work)
		if !wellFormed(heads) {
			t.Fatalf("heads %v are no tree with one root", heads)
		}
		root := 0
		for i, h := range heads {
			if h == 0 {
				root = i
			}
		}
		total := func(heads []int) (sum float32) {
			for i, h := range heads {
				sum += scores[i*(n+1)+h]
			}
			return sum
		}
		// Every other tree with the same root.
		other := make([]int, n)
		var try func(i int)
		try = func(i int) {
			if i == n {
				if wellFormed(other) && total(other) > total(heads) {
					t.Fatalf("heads %v score %v, but %v score %v", heads, total(heads), other, total(other))
				}
				return
			}
			if i == root {
				other[i] = 0
				try(i + 1)
				return
			}
			for h := 1; h <= n; h++ {
				if h != i+1 {
					other[i] = h
					try(i + 1)
				}
			}
		}
		try(0)
	})
}

// wellFormed reports whether heads are a tree with one root.
func wellFormed(heads []int) bool {
	roots := 0
	for i, h := range heads {
		if h < 0 || h > len(heads) {
			return false
		}
		if h == 0 {
			roots++
		}
		steps := 0
		for k := i; heads[k] != 0; k = heads[k] - 1 {
			if steps++; steps > len(heads) {
				return false
			}
		}
	}
	return roots == 1
}
