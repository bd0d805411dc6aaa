package main

import (
	"bytes"
	"context"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/brief"
)

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
