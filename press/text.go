package press

import (
	"regexp"
	"strings"
	"sync"

	"rapporteur"
)

// dateLine is a day at the head of a text: "date 2025-11-20", alone on a line or before the first words.
var dateLine = regexp.MustCompile(`^\s*(?i:date|published)\b:?[ \t]+(\d{4}-\d{2}-\d{2})(?:T\S+)?\s+`)

// stamped is what a line of a copied page holds beside the day on which it was published.
var stamped = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\b(?:published|posted|first|last|updated|date|on|at|\d{1,2}[:.]\d{2}(?:[:.]\d{2})?|[ap]\.?m\b\.?|[A-Z]{1,2}[SD]?T|UTC|GMT|` +
		`(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b|[\s\pP|+]`)
})

// stamp returns the day of a line among the first that holds nothing but a day,
// as copied pages have it: "Published Nov. 20, 2025, 6:12 p.m. EST".
func stamp(body string) rapporteur.Date {
	for i, line := range strings.SplitN(body, "\n", 8) {
		if i == 7 || len(line) > 120 {
			break // what follows is the text
		}
		if at := fullDay().FindStringIndex(line); at != nil && stamped().ReplaceAllString(line[:at[0]]+" "+line[at[1]:], "") == "" {
			return parseDay(line)
		}
	}
	return rapporteur.Date{}
}

// headerLine is one line of the head of a text file.
var headerLine = regexp.MustCompile(`^([A-Za-z][A-Za-z ]{1,14}):[ \t]*(.*)$`)

// text reads a text file: one report. Its head may be
//
//   - lines "Title:", "Outlet:", "Date:", "URL:", "Author:" up to the first blank line,
//   - or "date 2025-11-20", on a line of its own or before the first words.
//
// The head is not part of the body.
func (b *Batch) text(file string, data []byte) []received {
	s, bad := decode(data)
	r := received{file: file}
	s = r.head(s)
	if m := dateLine.FindStringSubmatchIndex(s); m != nil && r.Published.IsZero() {
		if d := parseDay(s[m[2]:m[3]]); !d.IsZero() {
			r.Published, s = d, s[m[1]:]
		}
	}
	r.Body = strings.Trim(s, "\n")
	if r.Published.IsZero() {
		r.Published = stamp(r.Body)
	}
	if bad {
		b.note(r, "some bytes are no UTF-8 and were replaced by U+FFFD", "save the file as UTF-8 and read it again", true)
	}
	return []received{r}
}

// head takes the header lines off a text. A text that merely begins with a
// colon ("Ceasefire: what we know") has none: every line up to the blank one must be a
// header, and one of them a known one.
func (r *received) head(s string) string {
	lines := strings.SplitN(strings.TrimLeft(s, "\n"), "\n", 12)
	known := false
	fields := map[string]string{}
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if i == 0 && line == "---" {
			continue
		}
		if line == "" || line == "---" {
			if !known {
				return s
			}
			r.Title, r.Outlet, r.URL, r.Author = fields["title"], fields["outlet"], fields["url"], fields["author"]
			r.Published = parseDay(fields["date"])
			return strings.Join(lines[i+1:], "\n")
		}
		m := headerLine.FindStringSubmatch(line)
		if m == nil {
			return s
		}
		key := headerNames[strings.ToLower(m[1])]
		known = known || key != ""
		if fields[key] == "" {
			fields[key] = strings.TrimSpace(m[2])
		}
	}
	return s
}

var headerNames = map[string]string{
	"title": "title", "headline": "title",
	"outlet": "outlet", "source": "outlet", "publisher": "outlet",
	"date": "date", "published": "date",
	"url": "url", "link": "url",
	"author": "author", "by": "author", "byline": "author",
}
