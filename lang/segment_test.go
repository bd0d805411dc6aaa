package lang_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/lang"
)

// The cases of testdata/segment: a reason, a text, and its sentences as printed
// by showSentences.
func TestSegment(t *testing.T) {
	files, err := filepath.Glob("testdata/segment/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases in testdata/segment")
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			_, rest, _ := strings.Cut(string(b), "== text\n")
			text, want, ok := strings.Cut(rest, "== sentences\n")
			if !ok {
				t.Fatal("a case is a reason, == text, a text, == sentences, and the sentences")
			}
			if got := showSentences(lang.Segment(text)); got != want {
				t.Errorf("got\n%swant\n%s", got, want)
			}
		})
	}
}

// showSentences prints each sentence with its paragraph and what it is, its
// tokens divided by spaces.
func showSentences(d *lang.Doc) string {
	var b strings.Builder
	for _, s := range d.Sentences {
		fmt.Fprint(&b, s.Paragraph)
		if s.Item {
			b.WriteString(" item")
		}
		if s.Heading {
			b.WriteString(" heading")
		}
		b.WriteString(":")
		for i := s.Start; i < s.End; i++ {
			b.WriteString(" " + d.Form(i))
		}
		b.WriteString("\n")
	}
	return b.String()
}
