package lang_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/lang"
)

// sample returns the reports of the examples as one text.
func sample(tb testing.TB) string {
	files, err := filepath.Glob("../examples/*/*.txt")
	if err != nil || len(files) == 0 {
		tb.Fatal("no sample texts in ../examples")
	}
	var b strings.Builder
	for _, f := range files {
		text, err := os.ReadFile(f)
		if err != nil {
			tb.Fatal(err)
		}
		b.Write(text)
		b.WriteString("\n\n")
	}
	return b.String()
}

// measure calls f once an iteration and reports words per second and allocations per word.
func measure(b *testing.B, d *lang.Doc, f func()) {
	f() // the models are there and memory has been grown
	for b.Loop() {
		f()
	}
	words := float64(len(d.Tokens))
	b.ReportMetric(words*float64(b.N)/b.Elapsed().Seconds(), "words/s")
	b.ReportMetric(testing.AllocsPerRun(1, f)/words, "allocs/word")
}

func BenchmarkSegment(b *testing.B) {
	text := sample(b)
	measure(b, lang.Segment(text), func() { lang.Segment(text) })
}

func BenchmarkTag(b *testing.B) {
	d := lang.Segment(sample(b))
	measure(b, d, d.Tag)
}

func BenchmarkParse(b *testing.B) {
	d := lang.Segment(sample(b))
	d.Tag()
	measure(b, d, d.Parse)
}

func BenchmarkFindNames(b *testing.B) {
	d := lang.Analyze(sample(b))
	measure(b, d, d.FindNames)
}

func BenchmarkAnalyze(b *testing.B) {
	text := sample(b)
	measure(b, lang.Analyze(text), func() { lang.Analyze(text) })
}
