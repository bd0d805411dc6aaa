package polnear

import (
	"reflect"
	"testing"

	"pgregory.net/rapid"
)

func TestParse(t *testing.T) {
	const text = "„Nein“, said Jürgen. It ends."
	const ann = "T1\tSource 13 19\tJürgen\n" +
		"T2\tCue 8 12\tsaid\n" +
		"T3\tContent 0 6;21 28\t„Nein“ It ends\n" +
		"T4\tAttribution 8 12\tsaid\n" +
		"T5\tDiscard 0 3\t„Ne\n" +
		"#1\tAnnotatorNotes T1\tsure\n" +
		"E1\tAttribution:T4 Content:T3 Cue:T2 Source:T1\n" +
		"E2\tAttribution:T4 Source:T1\n" + // neither cue nor content
		"T6\tContent 5 900\tbeyond the text\n" +
		"E3\tAttribution-no-source:T4 Content:T6 Cue:T2\n" + // a content that is not there
		"torn line"
	got := Parse(text, ann)
	if len(got) != 1 {
		t.Fatalf("%d attributions, want 1: %v", len(got), got)
	}
	words := func(spans []Span) (s []string) {
		for _, x := range spans {
			s = append(s, text[x.Start:x.End])
		}
		return s
	}
	if s := words(got[0].Source); !reflect.DeepEqual(s, []string{"Jürgen"}) {
		t.Errorf("source %q", s)
	}
	if s := words(got[0].Content); !reflect.DeepEqual(s, []string{"„Nein“", "It ends"}) {
		t.Errorf("content %q", s)
	}
}

// What is written is read again, in code points whatever the text holds.
func TestFormatIsParsed(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(12, 60, -1).Draw(t, "text")
		var starts []int
		for i := range text {
			starts = append(starts, i)
		}
		starts = append(starts, len(text))
		span := func(name string, from, to int) []Span {
			a := rapid.IntRange(from, to-1).Draw(t, name)
			b := rapid.IntRange(a+1, to).Draw(t, name)
			return []Span{{starts[a], starts[b]}}
		}
		want := []Attribution{{Cue: span("cue", 0, 4), Source: span("source", 4, 8), Content: span("content", 8, len(starts)-1)}}
		if rapid.Bool().Draw(t, "without source") {
			want[0].Source = nil
		}
		if got := Parse(text, Format(text, want)); !reflect.DeepEqual(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

func FuzzParse(f *testing.F) {
	f.Add("a b", "T1\tCue 0 1\ta\nE1\tAttribution:T1 Cue:T1 Content:T1")
	f.Add("", "E1\t:\nT\t\nT1\t 5 1;;")
	f.Fuzz(func(t *testing.T, text, ann string) {
		for _, a := range Parse(text, ann) {
			for _, s := range append(a.Cue, a.Content...) {
				_ = text[s.Start:s.End]
			}
		}
	})
}
