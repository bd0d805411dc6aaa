package claim_test

import (
	"testing"

	"pgregory.net/rapid"

	"rapporteur/claim"
)

// What is no prose is blanked, never moved: every word keeps its place.
func TestProseKeepsPlaces(t *testing.T) {
	pieces := []string{"President Varga", " Otto Jan VargaUnion votes", " MORE", " said", "\n", " é’", " | Ada Kerr/AP Photo", "Read more: x", " MO", "RE", "Share Tweet ", "\xff"}
	rapid.Check(t, func(t *rapid.T) {
		body := ""
		for range rapid.IntRange(0, 20).Draw(t, "n") {
			body += rapid.SampledFrom(pieces).Draw(t, "piece")
		}
		prose := claim.Prose(body)
		if len(prose) != len(body) {
			t.Fatalf("%d bytes of %d", len(prose), len(body))
		}
		for i := range body {
			if prose[i] != body[i] && prose[i] != ' ' {
				t.Fatalf("byte %d is %q, was %q", i, prose[i], body[i])
			}
		}
	})
}
