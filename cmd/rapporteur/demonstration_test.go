package main

import (
	"bytes"
	"context"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
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
	for _, id := range references {
		var out bytes.Buffer
		if status := run(context.Background(), []string{"show", "-d", dossier, "claim", id}, &out, &said); status != 0 || !strings.Contains(out.String(), "»") {
			t.Errorf("show claim %s: status %d\n%s", id, status, out.String())
		}
	}
}
