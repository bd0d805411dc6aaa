package attribution_test

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rapporteur/attribution"
	"rapporteur/lang"
)

// spanCase is one block of a file in testdata/spans; see its README.
type spanCase struct {
	reason, text string
	want         []string
}

func readSpanCases(t *testing.T) []spanCase {
	files, err := filepath.Glob("testdata/spans/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	var cases []spanCase
	for _, file := range files {
		b, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for block := range strings.SplitSeq(string(b), "\n\n") {
			var c spanCase
			for line := range strings.Lines(block) {
				line = strings.TrimRight(line, "\n")
				switch {
				case strings.HasPrefix(line, "# "):
					c.reason = filepath.Base(file) + ": " + line[2:]
				case strings.HasPrefix(line, "> "):
					c.text += line[2:] + "\n"
				case line != "":
					c.want = append(c.want, line)
				}
			}
			cases = append(cases, c)
		}
	}
	return cases
}

func TestSpans(t *testing.T) {
	for _, c := range readSpanCases(t) {
		t.Run(c.reason, func(t *testing.T) {
			doc := lang.Analyze(c.text)
			said := attribution.Find(doc, attribution.Options{})
			var got []string
			for _, a := range said.Attributions {
				got = append(got, printed(doc, a))
			}
			next := 0
			for _, want := range c.want {
				switch want {
				case "none":
					if len(got) > 0 {
						t.Errorf("%s\nfound:\n%s\nwant nothing", c.text, strings.Join(got, "\n"))
					}
					continue
				case "only":
					if len(got) > len(c.want)-1 {
						t.Errorf("%s\nfound:\n%s\nwant no more than listed", c.text, strings.Join(got, "\n"))
					}
					continue
				}
				at := slices.IndexFunc(got[next:], func(g string) bool { return matches(g, want) })
				if at < 0 {
					t.Errorf("%s\nfound:\n%s\nwant:\n%s", c.text, strings.Join(got, "\n"), want)
					continue
				}
				next += at + 1
			}
		})
	}
}

// printed writes an attribution in the notation of the cases.
func printed(doc *lang.Doc, a attribution.Attribution) string {
	words := func(list []lang.Range) string {
		var s []string
		for _, r := range list {
			s = append(s, doc.Words(r))
		}
		if s == nil {
			return "—"
		}
		return strings.Join(s, " / ")
	}
	var marks []string
	mark := func(is bool, name string) {
		if is {
			marks = append(marks, name)
		}
	}
	mark(a.Quoted == attribution.Direct, "direct")
	mark(a.Quoted == attribution.Partly, "partly")
	mark(a.Attitude, "attitude")
	mark(a.Negated, "negated")
	mark(a.Conditional, "conditional")
	mark(a.Parent >= 0, "inside")
	s := fmt.Sprintf("%s | %s | %s", words(a.Cue), words(a.Source), words(a.Content))
	if marks != nil {
		s += " | " + strings.Join(marks, " ")
	}
	return s
}

// matches compares field by field; a closing stop of a content does not count.
func matches(got, want string) bool {
	g, w := strings.Split(got, " | "), strings.Split(want, " | ")
	if len(g) != len(w) || g[0] != w[0] || g[1] != w[1] || len(w) > 3 && g[3] != w[3] {
		return false
	}
	if w[2] == "…" {
		return true
	}
	return strings.TrimRight(g[2], ".") == strings.TrimRight(w[2], ".")
}

// TestLaws checks what holds of any text.
func TestLaws(t *testing.T) {
	words := rapid.SampledFrom([]string{
		"Marrow", "said", "that", "the", "“", "”", "\"", "‘", "’", ",", ".", ":", "—", "according", "to", "ships", "left", "told",
		"reported", "if", "he", "would", "not", "\n\n", "MARROW:", "claim", "hopes", "„", "«", "»", "1", "…", "é", "believes",
	})
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(words, 0, 120).Draw(t, "words"), " ")
		checkLaws(t, text)
	})
}

func checkLaws(t interface{ Fatalf(string, ...any) }, text string) {
	doc := lang.Analyze(text)
	said := attribution.Find(doc, attribution.Options{})
	valid := func(list []lang.Range) {
		last := 0
		for _, r := range list {
			if r.Empty() || r.Start < last || r.End > len(doc.Tokens) {
				t.Fatalf("range %v of %v out of order or of the text %q", r, list, text)
			}
			last = r.End
		}
	}
	for n, a := range said.Attributions {
		valid(a.Cue)
		valid(a.Source)
		valid(a.Content)
		if a.Confidence < 0 || a.Confidence > 1 {
			t.Fatalf("confidence %v in %q", a.Confidence, text)
		}
		seen := map[int]bool{n: true}
		for p := a.Parent; p >= 0; p = said.Attributions[p].Parent {
			if p >= len(said.Attributions) || seen[p] {
				t.Fatalf("parents of %d go in circles in %q", n, text)
			}
			seen[p] = true
		}
		if a.Parent >= 0 {
			for _, c := range a.Content {
				if !slices.ContainsFunc(said.Attributions[a.Parent].Content, func(p lang.Range) bool { return p.Covers(c) }) {
					t.Fatalf("content of %d sticks out of its parent's in %q", n, text)
				}
			}
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("“We are close,” Marrow said.")
	f.Add("MARROW: No.\n\nBRANDT: “Yes")
	f.Add("\xff\xfe “ ” ‘ ’ \" ' — :")
	f.Add(", said that Marrow")
	f.Fuzz(func(t *testing.T, text string) { checkLaws(t, text) })
}

func BenchmarkFind(b *testing.B) {
	var text strings.Builder
	files, _ := filepath.Glob("testdata/spans/*.txt")
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.Lines(string(raw)) {
			if after, ok := strings.CutPrefix(line, "> "); ok {
				text.WriteString(after)
				text.WriteByte('\n')
			}
		}
	}
	doc := lang.Analyze(text.String())
	find := func() { attribution.Find(doc, attribution.Options{}) }
	find() // the model is there
	for b.Loop() {
		find()
	}
	words := float64(len(doc.Tokens))
	b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(testing.AllocsPerRun(1, find)/words, "allocs/word")
}
