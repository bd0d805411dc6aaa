package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/claim"
	"rapporteur/lang"
)

// said prints a report with its sources marked: what is attributed stands in
// brackets with a number, source words in ‹ ›, cues in * *; below each paragraph
// stands on whose word each of them is, the outermost voice first.
func (t *terminal) said(reports []rapporteur.Report, of string, asOf rapporteur.Date, asJSON bool) error {
	r, err := findReport(reports, of, asOf)
	if err != nil {
		return err
	}
	doc := lang.Analyze(claim.Prose(r.Body))
	found := attribution.Find(doc, attribution.Options{Outlet: r.Outlet})
	doc.Text = r.Body
	if asJSON {
		return saidJSON(t, doc, found)
	}
	o := t.style(true)
	m := marks{doc: doc}
	for n, a := range found.Attributions {
		number := strconv.Itoa(n + 1)
		for _, c := range a.Content {
			m.add(c, o.Color, "["+number+" ", "]", "\x1b[36m")
		}
		for _, s := range a.Source {
			m.add(s, o.Color, "‹", "›", "\x1b[1m")
		}
		for _, c := range a.Cue {
			m.add(c, o.Color, "*", "*", "\x1b[4m")
		}
	}
	width := cmp.Or(o.Width, 80)
	fmt.Fprintf(t.out, "%s  %s  %s\n", r.ID, dateOr(r.Published), reportName(r))
	for start := 0; start <= len(r.Body); {
		end := len(r.Body)
		if i := strings.IndexByte(r.Body[start:], '\n'); i >= 0 {
			end = start + i
		}
		if strings.TrimSpace(r.Body[start:end]) != "" {
			fmt.Fprintf(t.out, "\n%s\n", wrap(m.text(start, end), width, ""))
			for n, a := range found.Attributions {
				if at, ok := anchor(doc, a); ok && at >= start && at < end {
					fmt.Fprintf(t.out, "%s\n", wrap(fmt.Sprintf("%d  %s%s", n+1, chain(doc, found, n), manner(a)), width, "    "))
				}
			}
		}
		start = end + 1
	}
	return nil
}

// anchor returns the byte where an attribution is anchored: its cue, or else its content.
func anchor(doc *lang.Doc, a attribution.Attribution) (int, bool) {
	for _, ranges := range [][]lang.Range{a.Cue, a.Source, a.Content} {
		for _, r := range ranges {
			if !r.Empty() {
				start, _ := doc.Span(r)
				return start, true
			}
		}
	}
	return 0, false
}

// chain writes the voices of an attribution, outermost first.
func chain(doc *lang.Doc, found *attribution.Said, n int) string {
	var voices []string
	for at := n; at >= 0; at = found.Attributions[at].Parent {
		var own []string
		for _, v := range found.Attributions[at].Voices {
			kind := string(v.Type)
			if v.Count > 0 {
				kind += fmt.Sprintf(", %d", v.Count)
			}
			if v.Of != "" {
				kind += ", of " + v.Of
			}
			own = append(own, fmt.Sprintf("%s (%s)", v.Name, kind))
		}
		if len(own) == 0 {
			for _, words := range found.Attributions[at].Source {
				own = append(own, "“"+doc.Words(words)+"”") // whose words these are was not made out
			}
		}
		voices = append(own, voices...)
	}
	if len(voices) == 0 {
		return "no voice is named"
	}
	return strings.Join(voices, " ← ")
}

// manner says how the words are given.
func manner(a attribution.Attribution) string {
	var out []string
	if a.Quoted == attribution.Direct {
		out = append(out, "quoted")
	}
	if a.Attitude {
		out = append(out, "attitude")
	}
	if a.Negated {
		out = append(out, "nothing was said")
	}
	if a.Conditional {
		out = append(out, "hypothetical")
	}
	if len(out) == 0 {
		return ""
	}
	return "; " + strings.Join(out, ", ")
}

// marks are signs to be set into a text.
type marks struct {
	doc *lang.Doc
	all []mark
}

type mark struct {
	at, length int // the longer span opens first and closes last
	close      bool
	sign       string
}

func (m *marks) add(r lang.Range, color bool, open, close, style string) {
	if r.Empty() {
		return
	}
	if color {
		open, close = style+open, close+"\x1b[0m"
	}
	start, end := m.doc.Span(r)
	m.all = append(m.all, mark{start, end - start, false, open}, mark{end, end - start, true, close})
}

// text returns bytes start to end of the text with the marks in it.
func (m *marks) text(start, end int) string {
	slices.SortStableFunc(m.all, func(x, y mark) int {
		switch {
		case x.at != y.at:
			return x.at - y.at
		case x.close != y.close:
			if x.close {
				return -1
			}
			return 1
		case x.close:
			return x.length - y.length
		}
		return y.length - x.length
	})
	var b strings.Builder
	at := start
	for _, k := range m.all {
		if k.at < start || k.at > end || k.at == start && k.close || k.at == end && !k.close {
			continue
		}
		b.WriteString(m.doc.Text[at:k.at])
		b.WriteString(k.sign)
		at = k.at
	}
	b.WriteString(m.doc.Text[at:end])
	return b.String()
}

// wrap breaks a line at spaces.
func wrap(s string, width int, indent string) string {
	var b strings.Builder
	column := 0
	for i, w := range strings.Fields(s) {
		n := utf8.RuneCountInString(w)
		switch {
		case i == 0:
			b.WriteString(indent)
			column = len(indent)
		case column+1+n > width:
			b.WriteString("\n" + indent)
			column = len(indent)
		default:
			b.WriteByte(' ')
			column++
		}
		b.WriteString(w)
		column += n
	}
	return b.String()
}

// findReport returns the report of an ID or a file name, the latest edition of a
// file, among those that were published by a day.
func findReport(reports []rapporteur.Report, of string, asOf rapporteur.Date) (rapporteur.Report, error) {
	var found []rapporteur.Report
	later := false
	for _, r := range reports {
		switch {
		case r.ID != of && r.File != of:
		case !r.PublishedBy(asOf):
			later = true
		case r.ID == of:
			return r, nil
		default:
			found = append(found, r)
		}
	}
	switch {
	case len(found) == 0 && later:
		return rapporteur.Report{}, hint("leave out --as-of to see it", "show said %s: it was not known to be published by %s", of, asOf)
	case len(found) == 0:
		return rapporteur.Report{}, hint("rapporteur show reports lists them", "show said %s: the dossier holds no such report", of)
	case len(found) > 1 && rapporteur.EditionID(found[0].ID, 0) != rapporteur.EditionID(found[len(found)-1].ID, 0):
		return rapporteur.Report{}, hint("name the report by its ID; rapporteur show reports lists them", "show said %s: the file gave %d reports", of, len(found))
	}
	return found[len(found)-1], nil
}

// saidJSON prints the attributions as a list; positions count code points.
func saidJSON(t *terminal, doc *lang.Doc, found *attribution.Said) error {
	type span struct {
		Start int    `json:"start"`
		End   int    `json:"end"`
		Words string `json:"words"`
	}
	type voice struct {
		Name string `json:"name"`
		Type string `json:"type"`
	}
	type entry struct {
		Source   []span  `json:"source"`
		Cue      []span  `json:"cue"`
		Content  []span  `json:"content"`
		Parent   int     `json:"parent"` // index in this list, -1 at the top
		Voices   []voice `json:"voices"`
		Attitude bool    `json:"attitude,omitempty"`
		Negated  bool    `json:"negated,omitempty"`
	}
	spans := func(ranges []lang.Range) []span {
		out := []span{}
		for _, r := range ranges {
			if !r.Empty() {
				start, end := doc.Span(r)
				from := utf8.RuneCountInString(doc.Text[:start])
				out = append(out, span{from, from + utf8.RuneCountInString(doc.Text[start:end]), doc.Text[start:end]})
			}
		}
		return out
	}
	out := []entry{}
	for _, a := range found.Attributions {
		e := entry{spans(a.Source), spans(a.Cue), spans(a.Content), a.Parent, []voice{}, a.Attitude, a.Negated}
		for _, v := range a.Voices {
			e.Voices = append(e.Voices, voice{v.Name, string(v.Type)})
		}
		out = append(out, e)
	}
	enc := json.NewEncoder(t.out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(out)
}
