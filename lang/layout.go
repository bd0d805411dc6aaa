package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// block is a paragraph, list item or heading: bytes of the text, without the
// line break that ends it.
type block struct {
	start, end int
	item       bool
}

// blocks cuts a text into its blocks. A line break ends a block, unless the next
// line goes on in the middle of a sentence, or the text is broken into lines of
// one width as in mails and old wires.
func blocks(text string) []block {
	lines := splitLines(text)
	wrapped := hardWrapped(text, lines)
	var bs []block
	open := false
	for i, l := range lines {
		if l.start == l.end {
			open = false
			continue
		}
		item := startsItem(text[l.start:l.end])
		if open && !item && goesOn(text[lines[i-1].start:lines[i-1].end], text[l.start:l.end], wrapped) {
			bs[len(bs)-1].end = l.end
		} else {
			bs = append(bs, block{l.start, l.end, item})
		}
		open = true
	}
	return bs
}

// splitLines returns the lines of a text, without the space around them.
func splitLines(text string) []block {
	var lines []block
	start := 0
	for i := 0; i <= len(text); i++ {
		width := 1
		if i < len(text) {
			switch c := text[i]; {
			case c == '\n' || c == '\r' || c == '\v' || c == '\f':
			case c == 0xe2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
				width = 3
			default:
				continue
			}
		}
		s, e := start, i
		for s < e {
			r, n := utf8.DecodeRuneInString(text[s:e])
			if !isSpace(r) {
				break
			}
			s += n
		}
		for s < e {
			r, n := utf8.DecodeLastRuneInString(text[s:e])
			if !isSpace(r) {
				break
			}
			e -= n
		}
		lines = append(lines, block{start: s, end: e})
		if width == 1 && i+1 < len(text) && text[i] == '\r' && text[i+1] == '\n' {
			i++
		}
		i += width - 1
		start = i + 1
	}
	return lines
}

// isSpace reports white space, byte order marks and zero-width spaces included.
func isSpace(r rune) bool {
	if r < 0x80 {
		return r == ' ' || r < 0x20 || r == 0x7f
	}
	return unicode.IsSpace(r) || r == 0x200b || r == 0xfeff || r == 0x200e || r == 0x200f || r == 0x2060
}

// hardWrapped reports whether most lines that are followed by another are nearly
// as long as the longest, and none is longer than a screen is wide.
func hardWrapped(text string, lines []block) bool {
	const narrow, wide = 50, 90
	longest, full, followed := 0, 0, 0
	for _, l := range lines {
		longest = max(longest, l.end-l.start)
	}
	if longest < narrow || longest > wide {
		return false
	}
	for i, l := range lines[:len(lines)-1] {
		if l.start == l.end || lines[i+1].start == lines[i+1].end || startsItem(text[lines[i+1].start:lines[i+1].end]) {
			continue
		}
		followed++
		if l.end-l.start >= longest-18 {
			full++
		}
	}
	return followed >= 4 && full*5 >= followed*4
}

// goesOn reports whether a line continues the block of the line before it.
func goesOn(before, line string, wrapped bool) bool {
	last, _ := utf8.DecodeLastRuneInString(before)
	first, _ := utf8.DecodeRuneInString(line)
	if unicode.IsLower(first) && !strings.ContainsRune(".!?;:…", last) {
		return true
	}
	return wrapped && len(before) >= 50
}

// startsItem reports whether a line opens with a bullet or a number of a list.
func startsItem(line string) bool { return itemMark(line) > 0 }

// itemMark returns the length of the bullet or number that opens a line, or 0.
func itemMark(line string) int {
	r, n := utf8.DecodeRuneInString(line)
	if strings.ContainsRune("-–—*•‣▪●◦·■□▶►✓✔→", r) {
		if spaceAt(line, n) || n > 1 && strings.ContainsRune("•‣▪●◦■□▶►✓✔", r) && n < len(line) {
			return n
		}
		return 0
	}
	i := 0
	if line[0] == '(' {
		i++
	}
	from := i
	for i < len(line) && i-from < 3 && line[i] >= '0' && line[i] <= '9' {
		i++
	}
	if i == from && i < len(line) && (line[i]|0x20 >= 'a' && line[i]|0x20 <= 'z') {
		for i < len(line) && i-from < 4 && strings.IndexByte("ivx", line[i]) >= 0 {
			i++ // a Roman number
		}
		if i == from {
			i++
		}
		if i < len(line) && line[i] == '.' && i-from == 1 && line[from] != 'i' && line[from] != 'v' && line[from] != 'x' {
			return 0 // an initial
		}
	}
	if i == from || i >= len(line) || line[i] != ')' && (line[i] != '.' || line[0] == '(') || !spaceAt(line, i+1) {
		return 0
	}
	return i + 1
}

func spaceAt(s string, i int) bool {
	if i >= len(s) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isSpace(r)
}
