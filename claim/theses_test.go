package claim_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/claim"
)

// TestTheses reads the sentences of a file, each a report of its own; under each
// stands what it says that others may contradict. `go test ./claim -update` writes it.
func TestTheses(t *testing.T) {
	const file = "testdata/theses/deeds.txt"
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(want)) {
		words, sentence := strings.CutPrefix(line, "> ")
		if !sentence {
			if line[0] == '#' {
				got.WriteString(line)
			}
			continue
		}
		got.WriteString(line)
		for _, c := range claim.Read(rapporteur.Report{ID: "r1", Body: words, Published: rapporteur.Date{Year: 2031, Month: 5, Day: 14}}, nil) {
			for _, x := range c.Theses {
				if x.Act == "" {
					fmt.Fprintln(&got, "figure", x.Words, x.Bound, "of", x.Matter)
					continue
				}
				fmt.Fprintln(&got, map[bool]string{true: "not "}[x.Not]+x.Act, "of", x.Matter)
			}
		}
	}
	if got.String() == string(want) {
		return
	}
	if *update {
		if err := os.WriteFile(file, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("the theses read have changed (-update writes them):\n%s", lineDiff(string(want), got.String()))
}
