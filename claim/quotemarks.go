package claim

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// doubleMarks writes the quotation marks of a report that quotes in single ones, ‘We go’, as double
// ones, byte for byte: “We go”. A single mark that only opens a paragraph is one, too: its words go
// on in the next. A report that quotes in double marks stays as it is.
func doubleMarks(body string) string {
	var marks []singleMark
	quotations, doubles := 0, 0
	at := 0
	for line := range strings.Lines(body) {
		found, n := singleQuotes(line)
		quotations += n
		doubles += strings.Count(line, "“") + strings.Count(line, "\"")/2
		for _, m := range found {
			marks = append(marks, singleMark{at + m.at, m.opens})
		}
		at += len(line)
	}
	if quotations < 3 || doubles*3 > quotations {
		return body
	}
	out := []byte(body)
	for _, m := range marks {
		switch {
		case out[m.at] == '\'':
			out[m.at] = '"'
		case m.opens:
			copy(out[m.at:], "“")
		default:
			copy(out[m.at:], "”")
		}
	}
	return string(out)
}

// singleMark is a single quotation mark at a byte of a text.
type singleMark struct {
	at    int
	opens bool
}

// singleQuotes returns the single marks of a paragraph that quote, and how many quotations of four
// words or more there are.
func singleQuotes(line string) (marks []singleMark, quotations int) {
	for i := 0; i < len(line); {
		size := singleMarkAt(line, i)
		if size == 0 || !opensSingle(line, i, size) {
			i += max(1, size)
			continue
		}
		end := closesSingle(line, i+size)
		if end < 0 {
			if strings.TrimSpace(line[:i]) == "" {
				return append(marks, singleMark{i, true}), quotations + 1
			}
			i += size
			continue
		}
		marks = append(marks, singleMark{i, true}, singleMark{end, false})
		if strings.Count(line[i:end], " ") >= 3 {
			quotations++
		}
		i = end + singleMarkAt(line, end)
	}
	return marks, quotations
}

// singleMarkAt returns the length of the single mark or apostrophe at a byte, 0 for none.
func singleMarkAt(s string, i int) int {
	switch {
	case s[i] == '\'':
		return 1
	case strings.HasPrefix(s[i:], "‘") || strings.HasPrefix(s[i:], "’"):
		return len("‘")
	}
	return 0
}

// opensSingle reports whether the mark at a byte opens a quotation: "('90s" and "rock 'n' roll" have apostrophes.
func opensSingle(s string, i, size int) bool {
	if strings.HasPrefix(s[i:], "’") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+size:])
	return (i == 0 || unicode.IsSpace(before) || strings.ContainsRune("([—–:", before)) && (unicode.IsLetter(after) || after == '[' || after == '£' || after == '$' || after == '.')
}

// closesSingle returns where the quotation that opened before byte i closes, -1 for nowhere: at the
// first mark beside a stop or comma, before those at the end of a word, which may be apostrophes.
func closesSingle(s string, i int) int {
	loose := -1
	for j := i; j < len(s); j++ {
		size := singleMarkAt(s, j)
		if size == 0 || strings.HasPrefix(s[j:], "‘") {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(s[:j])
		after, n := utf8.DecodeRuneInString(s[j+size:])
		switch {
		case n > 0 && (unicode.IsLetter(after) || unicode.IsDigit(after)) || unicode.IsSpace(before):
			if s[j] == '\'' && unicode.IsSpace(before) && loose >= 0 {
				return loose // another one opens
			}
		case strings.ContainsRune(".,?!…", before) || n > 0 && strings.ContainsRune(".,;:?!)", after) || strings.TrimSpace(s[j+size:]) == "":
			if loose >= 0 && before != '.' && before != ',' {
				return loose
			}
			return j
		case loose < 0 && before != 's':
			return j
		case loose < 0:
			loose = j
		}
	}
	return loose
}
