package claim_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/claim"
)

// FuzzRead reads any text. Its seeds are the cases cut off in their midst: where a text ends,
// there is no next word to look at.
func FuzzRead(f *testing.F) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		f.Fatalf("no case files: %v", err)
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			f.Fatal(err)
		}
		for line := range strings.Lines(string(text)) {
			if words := strings.Fields(strings.TrimPrefix(line, ">")); strings.HasPrefix(line, ">") && len(words) > 3 {
				f.Add(strings.Join(words[:3+len(line)%(len(words)-3)], " "))
			}
		}
	}
	published, err := rapporteur.ParseDate("2031-05-14")
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body string) {
		r := rapporteur.Report{ID: "r1", Outlet: "Lantern", Published: published, Body: body}
		for _, c := range claim.Read(r, claim.AgendaByName(claim.General)) {
			if c.Span.Start < 0 || c.Span.End > len(body) || c.Span.Empty() {
				t.Errorf("a claim of kind %s quotes bytes %d to %d of %d", c.Kind, c.Span.Start, c.Span.End, len(body))
			}
		}
	})
}
