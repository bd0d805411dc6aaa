package claim

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rapporteur"
	"rapporteur/lang"
)

// TestRepairLeavesTrees: a verb that passed for an adjective of its object is not hung below it, which no reading would come out of.
func TestRepairLeavesTrees(t *testing.T) {
	readingOf(rapporteur.Report{ID: "r1", Body: "Ilse Marrow delivered a forceful promise to strengthen the dockers, close loopholes that give shipowners tax breaks when moving crews to Norvana."})
}

// TestUntangle: above every word there is a root, and words in no ring stay where they are.
func TestUntangle(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		heads := rapid.SliceOfN(rapid.IntRange(-1, 11), 12, 12).Draw(t, "heads")
		tokens := make([]lang.Token, len(heads))
		for i, h := range heads {
			tokens[i].Head = h
		}
		ringed := func(at func(int) int, i int) bool {
			k := at(i)
			for n := 0; n < len(heads) && k >= 0 && k != i; n++ {
				k = at(k)
			}
			return k == i
		}
		untangle(tokens)
		after := func(i int) int { return tokens[i].Head }
		for i := range tokens {
			if ringed(after, i) {
				t.Fatalf("word %d of %v is in a ring: %v", i, heads, tokens)
			}
			if !ringed(func(i int) int { return heads[i] }, i) && after(i) != heads[i] {
				t.Fatalf("word %d of %v was moved", i, heads)
			}
		}
		if slices.IndexFunc(tokens, func(t lang.Token) bool { return t.Head < 0 }) < 0 {
			t.Fatal("no root")
		}
	})
}
