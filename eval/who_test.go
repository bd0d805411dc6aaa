package eval

import "testing"

// TestGold keeps the scores of both halves of the gold set from falling.
func TestGold(t *testing.T) {
	for half, floors := range map[string]map[string]float64{
		"tune": {"whole chain right": 80, "type of source right": 94, "name behind pronoun or role": 83},
		"held": {"whole chain right": 75, "type of source right": 94, "name behind pronoun or role": 75},
	} {
		scores, err := Gold("../attribution/testdata/gold/" + half)
		if err != nil {
			t.Fatal(err)
		}
		for _, s := range scores {
			if floor, ok := floors[s.Name]; ok && s.Value < floor {
				t.Errorf("%s: %s is %.1f; want at least %.0f", half, s.Name, s.Value, floor)
			}
		}
	}
}
