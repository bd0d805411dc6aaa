package main

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"
)

// A file that cannot be written to its end stays what it was, and nothing lies beside it.
func TestWriteFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "record.json")
	broken := errors.New("broken")
	for _, step := range []struct {
		words string
		err   error
		want  string
	}{{"first", nil, "first"}, {"sec", broken, "first"}, {"third", nil, "third"}} {
		err := writeFile(path, func(w io.Writer) error {
			io.WriteString(w, step.words)
			return step.err
		})
		if !errors.Is(err, step.err) {
			t.Fatalf("%s: %v", step.words, err)
		}
		got, err := os.ReadFile(path)
		if err != nil || string(got) != step.want {
			t.Fatalf("after %q the file holds %q, %v", step.words, got, err)
		}
	}
	if files, err := os.ReadDir(filepath.Dir(path)); err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
}
