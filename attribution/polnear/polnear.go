// Package polnear reads and writes the attributions of the Political News
// Attribution Relations Corpus (Newell, Margolin and Ruths, LREC 2018), which
// are kept beside plain texts as brat standoff: text/NAME.txt and
// attributions/NAME_ANNOTATOR.ann. [Read] is the entry point; [Write] writes
// the same notation, so that any scorer of the corpus can be run on it.
package polnear

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// Span is a half-open range of bytes of a text.
type Span struct{ Start, End int }

// Overlaps reports whether a byte lies in both.
func (s Span) Overlaps(t Span) bool { return s.Start < t.End && t.Start < s.End }

// Attribution is one cue with its source and content, each as fragments in the order of the text.
type Attribution struct{ Cue, Source, Content []Span }

// Report is one text as one annotator marked it.
type Report struct {
	Name         string
	Annotator    string
	Primary      bool // the first annotator of the text in sorted order
	Text         string
	Attributions []Attribution // in the order of their cues
}

// Read reads all annotated reports of a folder, ordered by name and annotator.
// A text without an annotation file is left out.
func Read(dir string) ([]Report, error) {
	files, err := filepath.Glob(filepath.Join(dir, "attributions", "*.ann"))
	if err != nil {
		return nil, fmt.Errorf("read corpus %s: %w", dir, err)
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("read corpus %s: no attributions/*.ann; name a folder such as polnear/dev", dir)
	}
	slices.Sort(files)
	var reports []Report
	for _, file := range files {
		base := strings.TrimSuffix(filepath.Base(file), ".ann")
		name, annotator := base, ""
		if i := strings.LastIndexByte(base, '_'); i >= 0 {
			name, annotator = base[:i], base[i+1:]
		}
		text, err := os.ReadFile(filepath.Join(dir, "text", name+".txt"))
		if err != nil {
			return nil, fmt.Errorf("read corpus %s: %w", dir, err)
		}
		ann, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("read corpus %s: %w", dir, err)
		}
		r := Report{Name: name, Annotator: annotator, Text: string(text)}
		r.Primary = len(reports) == 0 || reports[len(reports)-1].Name != name
		r.Attributions = Parse(r.Text, string(ann))
		reports = append(reports, r)
	}
	return reports, nil
}

// Parse reads brat standoff. Lines that are neither a span nor an attribution
// are skipped, and so are attributions without a cue or without a content:
// foreign files hold comments, torn lines and half-made attributions.
func Parse(text, ann string) []Attribution {
	offsets := byteOffsets(text)
	spans := map[string][]Span{}
	for line := range strings.Lines(ann) {
		id, rest, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || !strings.HasPrefix(id, "T") {
			continue
		}
		rest, _, _ = strings.Cut(rest, "\t")
		if _, places, ok := strings.Cut(rest, " "); ok {
			if s := parseSpans(places, offsets); s != nil {
				spans[id] = s
			}
		}
	}
	var found []Attribution
	for line := range strings.Lines(ann) {
		id, rest, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if !ok || !strings.HasPrefix(id, "E") {
			continue
		}
		var a Attribution
		for n, argument := range strings.Fields(rest) {
			role, id, ok := strings.Cut(argument, ":")
			if n == 0 || !ok { // the event's own trigger repeats the cue
				continue
			}
			switch strings.TrimRight(role, "0123456789") {
			case "Cue":
				a.Cue = append(a.Cue, spans[id]...)
			case "Source":
				a.Source = append(a.Source, spans[id]...)
			case "Content":
				a.Content = append(a.Content, spans[id]...)
			}
		}
		if len(a.Cue) == 0 || len(a.Content) == 0 {
			continue
		}
		for _, s := range [][]Span{a.Cue, a.Source, a.Content} {
			slices.SortFunc(s, func(a, b Span) int { return cmp.Compare(a.Start, b.Start) })
		}
		found = append(found, a)
	}
	slices.SortStableFunc(found, func(a, b Attribution) int { return cmp.Compare(a.Cue[0].Start, b.Cue[0].Start) })
	return found
}

// byteOffsets returns the byte offset of every code point, and the length of the text last.
func byteOffsets(text string) []int {
	offsets := make([]int, 0, len(text)+1)
	for i := range text {
		offsets = append(offsets, i)
	}
	return append(offsets, len(text))
}

func parseSpans(places string, offsets []int) []Span {
	var spans []Span
	for place := range strings.SplitSeq(places, ";") {
		from, to, _ := strings.Cut(place, " ")
		start, err1 := strconv.Atoi(from)
		end, err2 := strconv.Atoi(to)
		if err1 != nil || err2 != nil || start < 0 || end <= start || end >= len(offsets) {
			return nil
		}
		spans = append(spans, Span{offsets[start], offsets[end]})
	}
	return spans
}

// Format writes attributions as brat standoff, offsets in code points.
func Format(text string, attributions []Attribution) string {
	var b strings.Builder
	points := codePoints(text)
	id := 0
	span := func(kind string, spans []Span) string {
		id++
		fmt.Fprintf(&b, "T%d\t%s ", id, kind)
		for i, s := range spans {
			if i > 0 {
				b.WriteByte(';')
			}
			fmt.Fprintf(&b, "%d %d", points[s.Start], points[s.End])
		}
		b.WriteByte('\t')
		for i, s := range spans {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(strings.Map(flat, text[s.Start:s.End]))
		}
		b.WriteByte('\n')
		return "T" + strconv.Itoa(id)
	}
	for n, a := range attributions {
		kind := "Attribution"
		if len(a.Source) == 0 {
			kind = "Attribution-no-source"
		}
		var args strings.Builder
		if len(a.Source) > 0 {
			args.WriteString(" Source:" + span("Source", a.Source))
		}
		args.WriteString(" Cue:" + span("Cue", a.Cue))
		if len(a.Content) > 0 {
			args.WriteString(" Content:" + span("Content", a.Content))
		}
		fmt.Fprintf(&b, "E%d\t%s:%s%s\n", n+1, kind, span(kind, a.Cue), args.String())
	}
	return b.String()
}

// flat keeps the text column of a span on its line.
func flat(r rune) rune {
	if r == '\n' || r == '\r' || r == '\t' {
		return ' '
	}
	return r
}

// codePoints returns, for every byte of the text and its end, how many code points come before it.
func codePoints(text string) []int {
	points := make([]int, len(text)+1)
	n := 0
	for i := 0; i < len(text); {
		_, size := utf8.DecodeRuneInString(text[i:])
		for j := range size {
			points[i+j] = n
		}
		i += size
		n++
	}
	points[len(text)] = n
	return points
}
