package eval

import (
	"fmt"
	"html"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// timeML is a document with marks of time: the text of its TEXT element without
// tags, and where that stands in the file.
type timeML struct {
	raw        string
	body, end  int // the content of TEXT in raw
	text       string
	from, upto []int // for every byte of text: where its character begins and ends in raw
	tags       []tag // inside TEXT
	created    rapporteur.Date
}

// tag is one tag of the file.
type tag struct {
	start, end int
	name       string
	closes     bool
	empty      bool
}

// timeSpan is an expression of time as marked.
type timeSpan struct {
	start, end int // bytes of the text
	typ, value string
}

var (
	tagPattern       = regexp.MustCompile(`<(/?)([A-Za-z][A-Za-z0-9_]*)[^<>]*?(/?)>`)
	attributePattern = regexp.MustCompile(`(\w+)\s*=\s*"([^"]*)"`)
)

// readTimeML reads a TimeML document and the TIMEX3 marks of its text.
func readTimeML(raw string) (*timeML, []timeSpan, error) {
	d := &timeML{raw: raw}
	open, shut := strings.Index(raw, "<TEXT"), strings.LastIndex(raw, "</TEXT>")
	if open >= 0 {
		if k := strings.IndexByte(raw[open:], '>'); k >= 0 {
			d.body = open + k + 1
		}
	}
	if open < 0 || shut < d.body || d.body == 0 {
		return nil, nil, fmt.Errorf("read TimeML: no TEXT element")
	}
	d.end = shut
	created := regexp.MustCompile(`(?s)<TIMEX3[^>]*functionInDocument="CREATION_TIME"[^>]*>`).FindString(raw)
	if created == "" {
		if k := strings.Index(raw, "<DCT>"); k >= 0 {
			created = raw[k:min(len(raw), k+400)]
		}
	}
	for _, m := range attributePattern.FindAllStringSubmatch(created, -1) {
		if m[1] == "value" {
			if date, err := rapporteur.ParseDate(m[2]); err == nil {
				d.created = date
			}
			break
		}
	}
	var spans []timeSpan
	var stack []timeSpan
	var text strings.Builder
	plain := func(from, to int) {
		for from < to {
			next, s := from+1, raw[from:from+1]
			if s == "&" {
				if k := strings.IndexByte(raw[from:min(to, from+12)], ';'); k > 0 {
					if u := html.UnescapeString(raw[from : from+k+1]); u != raw[from:from+k+1] {
						next, s = from+k+1, u
					}
				}
			}
			for range len(s) {
				d.from, d.upto = append(d.from, from), append(d.upto, next)
			}
			text.WriteString(s)
			from = next
		}
	}
	at := d.body
	for _, m := range tagPattern.FindAllStringSubmatchIndex(raw[d.body:d.end], -1) {
		start, end := d.body+m[0], d.body+m[1]
		plain(at, start)
		at = end
		t := tag{start: start, end: end, name: raw[d.body+m[4] : d.body+m[5]], closes: m[2] != m[3], empty: m[6] != m[7]}
		d.tags = append(d.tags, t)
		if t.name != "TIMEX3" || t.empty {
			continue
		}
		if t.closes {
			if n := len(stack); n > 0 {
				s := stack[n-1]
				stack = stack[:n-1]
				s.end = text.Len()
				spans = append(spans, s)
			}
			continue
		}
		s := timeSpan{start: text.Len()}
		for _, a := range attributePattern.FindAllStringSubmatch(raw[start:end], -1) {
			switch a[1] {
			case "type":
				s.typ = a[2]
			case "value":
				s.value = a[2]
			}
		}
		stack = append(stack, s)
	}
	plain(at, d.end)
	d.text = text.String()
	slices.SortFunc(spans, func(a, b timeSpan) int { return a.start - b.start })
	return d, spans, nil
}

// find returns the expressions of time that the program finds in the document.
func (d *timeML) find() []timeSpan {
	doc := lang.Analyze(d.text)
	var spans []timeSpan
	for _, t := range timex.Find(doc, d.created) {
		start, end := doc.Span(t.Range)
		spans = append(spans, timeSpan{start, end, string(t.Type), t.Value})
	}
	return spans
}

// timeMLFiles returns the TimeML documents of a folder, or the one file.
func timeMLFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if err != nil {
		return nil, fmt.Errorf("read TimeML documents: %w", err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	files, err := filepath.Glob(filepath.Join(path, "*.tml"))
	if err == nil && len(files) == 0 {
		err = fmt.Errorf("read TimeML documents: there is no .tml file in %s", path)
	}
	return files, err
}

// Timex scores the expressions of time found in the TimeML documents of a folder
// as TempEval-3 does (UzZaman et al. 2013): strict and relaxed match of extents,
// and the F1 of type and value over relaxed matches.
func Timex(path string) (Scores, error) {
	files, err := timeMLFiles(path)
	if err != nil {
		return nil, err
	}
	var strict, relaxed, typ, value PRF
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("score times: %w", err)
		}
		d, gold, err := readTimeML(string(raw))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file, err)
		}
		found := d.find()
		for _, p := range []*PRF{&strict, &relaxed, &typ, &value} {
			p.Gold += len(gold)
			p.Found += len(found)
		}
		used := make([]bool, len(found))
		for _, g := range gold {
			best := -1
			for i, f := range found {
				if used[i] || f.start >= g.end || g.start >= f.end {
					continue
				}
				if f.start == g.start && f.end == g.end {
					best = i
					strict.Right++
					break
				}
				if best < 0 {
					best = i
				}
			}
			if best < 0 {
				continue
			}
			used[best] = true
			relaxed.Right++
			if found[best].typ == g.typ {
				typ.Right++
			}
			if found[best].value == g.value {
				value.Right++
			}
		}
	}
	var s Scores
	for _, m := range []struct {
		name string
		prf  PRF
	}{{"strict", strict}, {"relaxed", relaxed}} {
		s.Add(m.name+" precision", m.prf.Precision())
		s.Add(m.name+" recall", m.prf.Recall())
		s.Add(m.name+" F1", m.prf.F1())
	}
	s.Add("type F1", typ.F1())
	s.Add("value F1", value.F1())
	return s, nil
}

// PredictTimex reads the TimeML documents of a folder and writes them to another
// with TIMEX3 tags of the program's own. Of the given tags of time only the
// document's creation time is read; outside TEXT nothing changes.
func PredictTimex(in, out string) error {
	files, err := timeMLFiles(in)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(out, 0o777); err != nil {
		return fmt.Errorf("write TimeML documents: %w", err)
	}
	for _, file := range files {
		raw, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("predict times: %w", err)
		}
		d, _, err := readTimeML(string(raw))
		if err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
		if err := os.WriteFile(filepath.Join(out, filepath.Base(file)), []byte(d.marked(d.find())), 0o666); err != nil {
			return fmt.Errorf("write TimeML documents: %w", err)
		}
	}
	return nil
}

// marked returns the file with TIMEX3 tags around the spans. Other tags of the
// text stay, unless one of them would cross a TIMEX3: then all of them go.
func (d *timeML) marked(spans []timeSpan) string {
	keep := true
	for _, s := range spans {
		var open []string
		from, to := d.from[s.start], d.upto[s.end-1]
		for _, t := range d.tags {
			switch {
			case t.start < from || t.end > to || t.name == "TIMEX3" || t.empty:
			case !t.closes:
				open = append(open, t.name)
			case len(open) == 0 || open[len(open)-1] != t.name:
				keep = false
			default:
				open = open[:len(open)-1]
			}
		}
		keep = keep && len(open) == 0
	}
	var b strings.Builder
	b.WriteString(d.raw[:d.body])
	at, tags := d.body, d.tags
	copyTo := func(pos int) {
		for ; len(tags) > 0 && tags[0].start < pos; tags = tags[1:] {
			t := tags[0]
			b.WriteString(d.raw[at:t.start])
			if keep && t.name != "TIMEX3" {
				b.WriteString(d.raw[t.start:t.end])
			}
			at = t.end
		}
		if at < pos {
			b.WriteString(d.raw[at:pos])
			at = pos
		}
	}
	for i, s := range spans {
		copyTo(d.from[s.start])
		b.WriteString(`<TIMEX3 tid="t` + strconv.Itoa(i+1) + `" type="` + s.typ + `" value="` + html.EscapeString(s.value) + `">`)
		copyTo(d.upto[s.end-1])
		b.WriteString("</TIMEX3>")
	}
	copyTo(d.end)
	b.WriteString(d.raw[d.end:])
	return b.String()
}
