package main

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur"
	"rapporteur/brief"
)

var update = flag.Bool("update", false, "write the briefs of the examples into testdata and README.md")

// TestDemonstration compares the briefs of the examples with testdata/NAME.golden, so
// that what a change makes better or worse is a line of its diff. After a change:
//
//	go test ./cmd/rapporteur -run Demonstration -update
func TestDemonstration(t *testing.T) {
	for _, name := range []string{"senn", "quivara"} {
		t.Run(name, func(t *testing.T) {
			var got, said bytes.Buffer
			if status := run(context.Background(), []string{"brief", "../../examples/" + name}, &got, &said); status != 0 {
				t.Fatalf("status %d\n%s", status, said.String())
			}
			golden := "testdata/" + name + ".golden"
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("wanted -, got +\n%s", diff)
			}
		})
	}
}

// TestReadme compares the output that README.md shows with what the program prints:
// the brief of the samples down to the meetings, and the first claim that came
// through two voices. It is written by -update, too.
func TestReadme(t *testing.T) {
	shown := func(args ...string) string {
		var out, said bytes.Buffer
		if status := run(context.Background(), args, &out, &said); status != 0 {
			t.Fatalf("%q: status %d\n%s", args, status, said.String())
		}
		return out.String()
	}
	dossier := filepath.Join(t.TempDir(), "d.db")
	shown("read", "-d", dossier, "../../examples/senn")
	page, _, found := strings.Cut(shown("brief", "../../examples/senn"), "WHERE THE SIDES STAND")
	if !found {
		t.Fatal("the brief does not say where the sides stand")
	}
	var record struct {
		Claims []struct {
			ID    string
			Kind  string
			Chain []struct{ Name string }
		}
	}
	if err := json.Unmarshal([]byte(shown("export", "-d", dossier, "--format", "json")), &record); err != nil {
		t.Fatal(err)
	}
	claim := ""
	for _, c := range record.Claims {
		if claim == "" && c.Kind == "text" && len(c.Chain) > 1 {
			claim = c.ID
		}
	}
	const name = "../../README.md"
	readme, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	want := between(t, string(readme), "brief", "$ rapporteur brief examples/senn\n"+strings.TrimSpace(page)+"\n …\n")
	want = between(t, want, "claim", "$ rapporteur show claim "+claim+"\n"+strings.TrimSpace(shown("show", "-d", dossier, "claim", claim))+"\n")
	if *update {
		if err := os.WriteFile(name, []byte(want), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(readme), want); diff != "" {
		t.Errorf("README.md does not show what comes out; wanted +, got -\n%s", diff)
	}
}

// between puts a block of code between the marks of that name.
func between(t *testing.T, text, name, code string) string {
	begin, end := "<!-- begin "+name+" -->\n", "<!-- end "+name+" -->"
	before, rest, ok := strings.Cut(text, begin)
	_, after, ok2 := strings.Cut(rest, end)
	if !ok || !ok2 {
		t.Fatalf("README.md: no marks for %s", name)
	}
	return before + begin + "```console\n" + code + "```\n" + end + after
}

// Every reference that is printed can be followed to the words of a report.
func TestReferences(t *testing.T) {
	dossier := filepath.Join(t.TempDir(), "d.db")
	var page, said bytes.Buffer
	if status := run(context.Background(), []string{"read", "-d", dossier, "../../examples/senn"}, &page, &said); status != 0 {
		t.Fatalf("status %d\n%s", status, said.String())
	}
	page.Reset()
	run(context.Background(), []string{"show", "-d", dossier}, &page, &said)
	references := regexp.MustCompile(`\bc[a-z2-7]{8}(?:-\d+)?\.\d+\b`).FindAllString(page.String(), -1)
	slices.Sort(references)
	references = slices.Compact(references)
	if len(references) < 20 {
		t.Errorf("only %d references", len(references))
	}
	rec, err := (&dossierFlag{Dossier: dossier}).record(context.Background(), newTerminal(&page, &said), rapporteur.Date{})
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range references {
		var out bytes.Buffer
		if err := brief.Claim(&out, rec, id, brief.Options{}); err != nil || !strings.Contains(out.String(), "»") {
			t.Errorf("show claim %s: %v\n%s", id, err, out.String())
		}
	}
}
