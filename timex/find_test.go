package timex

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rapporteur"
	"rapporteur/lang"
)

var expectation = regexp.MustCompile(`\{([^{}=]*) = [^{}]*\}`)

// TestFind reads the cases of testdata: one text to a line, each expression of
// time in braces with what is to be found of it, as Time.String prints it. A line
// "published DATE" says when the texts below were published, "\n" in a text is a
// line break, and lines with # are the reasons.
func TestFind(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	cases := 0
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) {
			raw, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(string(raw), "# ") {
				t.Error("the reason is missing on top")
			}
			var published rapporteur.Date
			for line := range strings.Lines(string(raw)) {
				line = strings.TrimSpace(line)
				if line == "" || line[0] == '#' {
					continue
				}
				if date, ok := strings.CutPrefix(line, "published "); ok {
					if published, err = rapporteur.ParseDate(date); err != nil && date != "unknown" {
						t.Fatal(err)
					}
					continue
				}
				cases++
				text := strings.ReplaceAll(expectation.ReplaceAllString(line, "$1"), `\n`, "\n")
				if diff := cmp.Diff(line, marked(text, published)); diff != "" {
					t.Errorf("published %v (-want +got)\n%s", published, diff)
				}
			}
		})
	}
	if cases < 120 {
		t.Errorf("%d cases, want 120 and more", cases)
	}
}

// marked returns the text with its expressions of time in the notation of the cases.
func marked(text string, published rapporteur.Date) string {
	doc := lang.Analyze(text)
	var b strings.Builder
	at := 0
	for _, x := range Find(doc, published) {
		start, end := doc.Span(x.Range)
		b.WriteString(text[at:start] + "{" + text[start:end] + " = " + x.String() + "}")
		at = end
	}
	b.WriteString(text[at:])
	return strings.ReplaceAll(b.String(), "\n", `\n`)
}

func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Envoys met on Tuesday, Dec. 2, 2025 at 7:00 p.m. Kyiv time for nearly five hours.", "from '98 to mid-2019, 3-5 May and 2018-07-06T10:30 GMT+2",
		"the first two weeks of 1990, this or next week, a year ago", "99999999999 years ago at 24:00", "Feb. 30, 0001", "twenty-five and a half centuries later", "o’clock 12 o", "\xff\xfe 7 p.", "the 31st of", "a.m",
	} {
		f.Add(s, 2025, 12, 2)
		f.Add(s, 0, 0, 0)
		f.Add(s, 9999, 12, 31)
		f.Add(s, 1, 1, 1)
	}
	f.Fuzz(func(t *testing.T, s string, y, m, d int) {
		published := rapporteur.NewDate(y, time.Month(m), d)
		doc := lang.Segment(s)
		end := 0
		for _, x := range Find(doc, published) {
			if x.Empty() || x.Start < end || x.End > len(doc.Tokens) {
				t.Fatalf("range %v after %d in %d tokens", x.Range, end, len(doc.Tokens))
			}
			end = x.End
			if x.Value == "" || x.Type == "" {
				t.Fatalf("%q has the value %q and the type %q", doc.Words(x.Range), x.Value, x.Type)
			}
			for _, day := range []rapporteur.Date{x.Interval.From, x.Interval.To} {
				if !day.IsZero() && !valid(day) {
					t.Fatalf("%q: no such day: %v", doc.Words(x.Range), x.Interval)
				}
			}
			if i := x.Interval; !i.From.IsZero() && !i.To.IsZero() && i.To.Before(i.From) {
				t.Fatalf("%q: %v ends before it begins", doc.Words(x.Range), i)
			}
			if x.Minutes < 0 {
				t.Fatalf("%q lasts %d minutes", doc.Words(x.Range), x.Minutes)
			}
		}
	})
}

// BenchmarkFind measures the stage by itself, on texts that are already analysed.
func BenchmarkFind(b *testing.B) {
	raw, err := filepath.Glob("testdata/*.txt")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	for _, file := range raw {
		s, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		for line := range strings.Lines(string(s)) {
			if line[0] != '#' && !strings.HasPrefix(line, "published") {
				text.WriteString(expectation.ReplaceAllString(line, "$1"))
				text.WriteString("The delegations of both sides agreed that the draft should go to the ministers without further changes to its articles.\n")
			}
		}
	}
	doc := lang.Analyze(text.String())
	published := rapporteur.NewDate(2025, 12, 2)
	find := func() { Find(doc, published) }
	for b.Loop() {
		find()
	}
	words := float64(len(doc.Tokens))
	b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(testing.AllocsPerRun(1, find)/words, "allocs/word")
}

// Long runs of words that may begin an expression take no more than their share of time.
func TestFindRuns(t *testing.T) {
	for _, word := range []string{"hundred ", "last ", "the ", "about ", "two ", "May ", "Friday ", "7:00 ", "mid-", "20-", "p.m. ", "of ", "a "} {
		doc := lang.Segment(strings.Repeat(word, 20000))
		begun := time.Now()
		Find(doc, rapporteur.NewDate(2025, 12, 2))
		if d := time.Since(begun); d > 10*time.Second {
			t.Errorf("%q 20,000 times: %v", word, d)
		}
	}
}
