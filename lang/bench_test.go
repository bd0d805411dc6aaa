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

// perWord adds the speed in words of a benchmark that reads d once an iteration.
func perWord(b *testing.B, d *lang.Doc) {
	words := float64(len(d.Tokens)) * float64(b.N)
	b.ReportMetric(words/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkSegment(b *testing.B) {
	text := sample(b)
	d := lang.Segment(text)
	b.ReportAllocs()
	for b.Loop() {
		lang.Segment(text)
	}
	perWord(b, d)
}

func BenchmarkTag(b *testing.B) {
	d := lang.Segment(sample(b))
	d.Tag()
	b.ReportAllocs()
	for b.Loop() {
		d.Tag()
	}
	perWord(b, d)
}

func BenchmarkFindNames(b *testing.B) {
	d := lang.Analyze(sample(b))
	b.ReportAllocs()
	for b.Loop() {
		d.FindNames()
	}
	perWord(b, d)
}

func BenchmarkAnalyze(b *testing.B) {
	text := sample(b)
	d := lang.Analyze(text)
	b.ReportAllocs()
	for b.Loop() {
		lang.Analyze(text)
	}
	perWord(b, d)
}
