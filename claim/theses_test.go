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
// stands what it says that others may contradict.
func TestTheses(t *testing.T) {
	eachReport(t, "testdata/theses/deeds.txt", func(got *strings.Builder, _ string, claims []rapporteur.Claim) {
		for _, c := range claims {
			for _, x := range c.Theses {
				if x.Count > 0 {
					fmt.Fprintln(got, strings.TrimSpace(x.Act+" figure"), x.Words, x.Bound, "of", x.Matter)
					continue
				}
				fmt.Fprintln(got, map[bool]string{true: "not "}[x.Not]+x.Act, "of", x.Matter)
			}
		}
	})
}

// eachReport reads the lines of a file that begin with '>', each a report of its own, and
// compares what is written of each with what stands under it. `go test ./claim -update`
// writes the file.
func eachReport(t *testing.T, file string, write func(got *strings.Builder, words string, claims []rapporteur.Claim)) {
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for line := range strings.Lines(string(want)) {
		words, report := strings.CutPrefix(line, "> ")
		if !report {
			if line[0] == '#' {
				got.WriteString(line)
			}
			continue
		}
		got.WriteString(line)
		write(&got, words, claim.Read(rapporteur.Report{ID: "r1", Body: words, Published: rapporteur.NewDate(2031, 5, 14)}, nil))
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
	t.Errorf("%s: what is read has changed (-update writes it):\n%s", file, lineDiff(string(want), got.String()))
}
