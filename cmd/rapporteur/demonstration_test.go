package main

import (
	"bytes"
	"context"
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

var update = flag.Bool("update", false, "write the brief of the samples into testdata/senn.golden")

// TestDemonstration compares the brief of examples/senn with testdata/senn.golden, so that
// what a change makes better or worse is a line of its diff. After a change:
//
//	go test ./cmd/rapporteur -run Demonstration -update
func TestDemonstration(t *testing.T) {
	var got, said bytes.Buffer
	if status := run(context.Background(), []string{"brief", "../../examples/senn"}, &got, &said); status != 0 {
		t.Fatalf("status %d\n%s", status, said.String())
	}
	const golden = "testdata/senn.golden"
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
