package press

import (
	"bytes"
	"net/url"
	"strings"

	"codeberg.org/readeck/go-readability"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"rapporteur"
)

// page reads a saved HTML page: one report.
func (b *Batch) page(file string, data []byte) []received {
	r := received{file: file}
	text, bad := decodePage(data)
	r.Report = Extract(text, "")
	if bad {
		b.note(r, "some bytes do not fit the character set of the page and were replaced by U+FFFD", "save the page again as UTF-8", true)
	}
	if cutOff(text) && strings.TrimSpace(r.Body) != "" {
		b.note(r, "the page ends before its end", "what is there was read; save the page again to have the rest", true)
	}
	return []received{r}
}

// decodePage turns a page into UTF-8 by what it says of its character set.
func decodePage(data []byte) (text string, bad bool) {
	if utf16(data) {
		return decode(data)
	}
	enc, name, certain := charset.DetermineEncoding(data, "")
	if !certain || name == "utf-8" {
		return decode(data) // most pages without a word on their set are UTF-8
	}
	out, err := enc.NewDecoder().Bytes(data)
	if err != nil {
		return decode(data)
	}
	text = normalise(string(out))
	return text, strings.Contains(text, "\ufffd")
}

// cutOff reports whether a page that opens its root does not come to its end.
func cutOff(page string) bool {
	low := strings.ToLower(page)
	opened := strings.Contains(low, "<html") || strings.Contains(low, "<body")
	closed := strings.Contains(low, "</html") || strings.Contains(low, "</body")
	inTag := strings.LastIndexByte(page, '<') > strings.LastIndexByte(page, '>')
	return opened && !closed || inTag
}

// Extract makes a report of an HTML page in UTF-8: the main text, and title,
// outlet, day and author by what the page says of itself. The address is needed
// where the page does not name its own. Body is empty where there is no text.
func Extract(page, address string) rapporteur.Report {
	root, err := html.Parse(strings.NewReader(page))
	if err != nil { // nested deeper than any page
		return rapporteur.Report{}
	}
	said := readSelf(root)
	r := rapporteur.Report{
		URL: address, Outlet: said.outlet, Title: said.title, Author: said.author, Published: said.published,
	}
	if r.URL == "" && strings.HasPrefix(said.url, "http") {
		r.URL = said.url
	}
	base, err := url.Parse(r.URL)
	if err != nil || r.URL == "" {
		base = &url.URL{Scheme: "file", Path: "/"}
	}
	whole := firstOf(root, "body")
	if whole == nil {
		whole = root
	}
	parser := readability.NewParser()
	parser.CharThresholds = 200
	parser.DisableJSONLD = true
	if main, err := parser.ParseDocument(root, base); err == nil && main.Node != nil {
		r.Body = layout(main.Node)
	}
	// A page that is little more than the report gives readability nothing to choose from.
	if rest := layout(whole); len(r.Body) < 200 && len(rest) < 4*max(len(r.Body), 500) {
		r.Body = rest
	}
	if len(said.body) > 2*len(r.Body) {
		r.Body = said.body
	}
	r.Body = withoutTitle(r.Body, r.Title)
	return r
}

// withoutTitle drops a first line that repeats the title: it is kept in Title.
func withoutTitle(body, title string) string {
	first, rest, found := strings.Cut(body, "\n\n")
	if found && title != "" && strings.EqualFold(strings.TrimSpace(first), strings.TrimSpace(title)) {
		return rest
	}
	return body
}

// layout writes the text below a node: paragraphs and headings apart by a blank
// line, items of lists as lines that begin with "- ".
func layout(root *html.Node) string {
	var w layouter
	w.walk(root)
	return strings.TrimSpace(w.out.String())
}

type layouter struct {
	out   bytes.Buffer
	line  strings.Builder
	item  bool // the line in hand begins an item of a list
	items bool // the last block written was an item
}

var leftOut = map[string]bool{
	"script": true, "style": true, "noscript": true, "template": true, "svg": true, "iframe": true, "object": true,
	"form": true, "button": true, "select": true, "input": true, "textarea": true, "nav": true, "aside": true,
	"figure": true, "figcaption": true, "video": true, "audio": true, "head": true, "footer": true,
}

var blocks = map[string]bool{
	"p": true, "div": true, "section": true, "article": true, "main": true, "header": true, "body": true, "html": true,
	"h1": true, "h2": true, "h3": true, "h4": true, "h5": true, "h6": true, "ul": true, "ol": true, "li": true,
	"blockquote": true, "pre": true, "table": true, "tr": true, "dl": true, "dt": true, "dd": true, "hr": true,
	"address": true, "details": true, "summary": true,
}

func (w *layouter) walk(root *html.Node) {
	// Pages may nest deeper than a stack of calls should: the tree is walked by its own links.
	for n, down := root, true; n != nil; {
		if down {
			switch {
			case n.Type == html.TextNode:
				w.words(n.Data)
			case n.Type == html.ElementNode && blocks[n.Data]:
				w.end()
				w.item = w.item || n.Data == "li"
			case n.Type == html.ElementNode && n.Data == "br":
				w.line.WriteByte('\n')
			case n.Type == html.ElementNode && (n.Data == "td" || n.Data == "th"):
				w.line.WriteByte(' ')
			}
			if n.FirstChild != nil && (n.Type != html.ElementNode || !leftOut[n.Data] || n == root) {
				n = n.FirstChild
				continue
			}
		}
		if n.Type == html.ElementNode && blocks[n.Data] {
			w.end()
			if n.Data == "li" {
				w.item = false
			}
		}
		if n == root {
			break
		}
		if n.NextSibling != nil {
			n, down = n.NextSibling, true
		} else {
			n, down = n.Parent, false
		}
	}
	w.end()
}

// words adds running text, with white space as HTML shows it.
func (w *layouter) words(s string) {
	for _, c := range s {
		switch c {
		case ' ', '\t', '\n', '\r', '\f':
			if n := w.line.Len(); n > 0 && !strings.HasSuffix(w.line.String()[max(0, n-1):], " ") {
				w.line.WriteByte(' ')
			}
		default:
			w.line.WriteRune(c)
		}
	}
}

// end closes the block in hand.
func (w *layouter) end() {
	text := w.line.String()
	w.line.Reset()
	lines := strings.Split(text, "\n")
	kept := lines[:0]
	for _, l := range lines {
		if l = strings.TrimSpace(l); l != "" {
			kept = append(kept, l)
		}
	}
	if len(kept) == 0 {
		return
	}
	switch {
	case w.out.Len() == 0:
	case w.item && w.items:
		w.out.WriteString("\n")
	default:
		w.out.WriteString("\n\n")
	}
	if w.item {
		w.out.WriteString("- ")
	}
	w.out.WriteString(strings.Join(kept, "\n"))
	w.items, w.item = w.item, false
}

// firstOf returns the first element of a name in the order of the text.
func firstOf(root *html.Node, name string) *html.Node {
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && n.Data == name {
			return n
		}
	}
	return nil
}
