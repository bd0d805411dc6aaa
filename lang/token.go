package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The tokens are those of Universal Dependencies for English (the EWT and GUM
// treebanks): clitics and most hyphenated words are split, "can't" to "ca" and
// "n't", "28-point" to "28", "-" and "point".

// scanner finds the tokens of one block.
type scanner struct {
	text   string // the whole text
	end    int    // of the block
	tokens []Token
}

// tokenize appends the tokens of text[start:end] to tokens.
func tokenize(text string, start, end int, tokens []Token) []Token {
	s := scanner{text, end, tokens}
	for at := start; at < end; {
		r, n := utf8.DecodeRuneInString(text[at:end])
		if isSpace(r) {
			at += n
			continue
		}
		stop := at + n
		for stop < end {
			r, n := utf8.DecodeRuneInString(text[stop:end])
			if isSpace(r) {
				break
			}
			stop += n
		}
		s.chunk(at, stop)
		at = stop
	}
	return s.tokens
}

func (s *scanner) emit(start, end int) {
	if start < end {
		s.tokens = append(s.tokens, Token{Start: start, End: end, Head: -1})
	}
}

// chunk finds the tokens between two white spaces.
func (s *scanner) chunk(at, stop int) {
	if emoticons[s.text[at:stop]] {
		s.emit(at, stop)
		return
	}
	start := at
	fresh := true // no letter or digit stands directly before at
	for at < stop {
		r, n := utf8.DecodeRuneInString(s.text[at:stop])
		rest := s.text[at:stop]
		end := at
		switch {
		case isWord(r) || r == '@' || r == '#':
			if fresh {
				end = at + addressLength(rest)
			}
			if end == at {
				if isWord(r) {
					at = s.word(at, stop)
					fresh = false
					continue
				}
				end = at + n
				if fresh && at+n < stop {
					end = at + handleLength(rest)
				}
			}
		case isApostrophe(r) && (!fresh || at > start && n < len(rest) && rest[n] == 's' && closing(s.text[at-1])) && cliticLength(rest[n:]) > 0:
			end = at + n + cliticLength(rest[n:])
		case isApostrophe(r) && fresh && elided(rest[n:]) > 0:
			end = at + n + elided(rest[n:])
		case r == '.' && n < len(rest) && isDigit(rest[n]) && fresh:
			at = s.word(at, stop)
			fresh = false
			continue
		case r == '$' || r == '€' || r == '£' || r == '¥':
			end = at + n
		default:
			end = at + symbolLength(rest)
			if e := emoticonLength(rest); e > 0 {
				end = at + e
			}
		}
		s.emit(at, end)
		at = end
		fresh = true
		if r, n := utf8.DecodeLastRuneInString(s.text[:at]); isWord(r) && n > 0 {
			fresh = false
		}
	}
}

// closing reports whether a byte ends a closing bracket, quotation mark or sign
// that a clitic can follow.
func closing(c byte) bool { return strings.IndexByte(")\"#%]", c) >= 0 || c >= 0x80 }

// isWord reports whether a rune is part of a word; broken bytes count as letters,
// for that is what they mostly were.
func isWord(r rune) bool {
	if r < 0x80 {
		return r|0x20 >= 'a' && r|0x20 <= 'z' || r >= '0' && r <= '9'
	}
	return unicode.IsLetter(r) && r != 'ʼ' || unicode.IsDigit(r) || unicode.IsMark(r) && r != 0xfe0f || r == utf8.RuneError || r == 0xad || r == 0x200c
}

func isUpperByte(c byte) bool { return c >= 'A' && c <= 'Z' }

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

func isApostrophe(r rune) bool {
	return r == '\'' || r == '’' || r == 'ʼ' || r == '‘' || r == '`' || r == '´' || r == '＇'
}

// word finds the tokens of a run that starts with a letter or digit.
func (s *scanner) word(at, stop int) int {
	text := s.text
	end := at
	if text[at] == '.' {
		end++
	}
	digits := isDigit(text[end])
	for end < stop {
		r, n := utf8.DecodeRuneInString(text[end:stop])
		if isWord(r) || r == '_' {
			end += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[min(end+n, stop):stop])
		if end+n >= stop || !isWord(next) {
			break
		}
		before, _ := utf8.DecodeLastRuneInString(text[at:end])
		switch {
		case isApostrophe(r) && r != '`':
			if k := cliticLength(text[end+n : stop]); k > 0 && !(isDigit(text[end-1]) && k == 1) {
				return s.clitic(at, end, end+n+k)
			}
		case (r == '.' || r == ',' || r == ':') && isDigit(text[end-1]) && isDigit(text[end+1]):
		case r == '.' && dotted(text[at:end], text[end+1:stop]):
		case r == '/' && digits && isDigit(text[end-1]) && isDigit(text[end+1]) && date(text[at:stop]):
		case r == '-' && (keepsHyphen(text[at:end], text[end+1:stop]) || numberGroups(text[at:stop], end-at)):
		case r == '&' && unicode.IsUpper(before) && unicode.IsUpper(next):
		case r == '*' && !digits:
		default:
			s.split(at, end, stop)
			return s.period(end, stop)
		}
		end += n
	}
	s.split(at, end, stop)
	return s.period(end, stop)
}

// clitic emits a word and the clitic behind it.
func (s *scanner) clitic(at, apostrophe, end int) int {
	rest := s.text[apostrophe:end]
	if n := s.text[apostrophe-1]; n|0x20 == 'n' && rest[len(rest)-1]|0x20 == 't' && apostrophe-1 > at {
		apostrophe--
	} else if rest[len(rest)-1]|0x20 == 't' {
		s.emit(at, end) // "can't" without its n, "don 't": leave the word whole
		return end
	}
	s.emit(at, apostrophe)
	s.emit(apostrophe, end)
	return end
}

// cliticLength returns the length of the clitic that a text after an apostrophe
// starts with, or 0.
func cliticLength(s string) int {
	for _, c := range [...]string{"s", "m", "d", "t", "ll", "re", "ve"} {
		if len(s) >= len(c) && strings.EqualFold(s[:len(c)], c) {
			if r, _ := utf8.DecodeRuneInString(s[len(c):]); len(s) == len(c) || !isWord(r) {
				return len(c)
			}
		}
	}
	return 0
}

// elided returns the length of a word that is written with an apostrophe before
// it ("'em", "'80s"), or 0.
func elided(s string) int {
	n := 0
	for n < len(s) && (isDigit(s[n]) || s[n]|0x20 >= 'a' && s[n]|0x20 <= 'z') {
		n++
	}
	switch w := strings.ToLower(s[:n]); w {
	case "em", "til", "cause", "bout", "n":
		return n
	default:
		if len(w) == 3 && isDigit(w[0]) && w[1] == '0' && w[2] == 's' {
			return n
		}
	}
	return 0
}

// split emits a word that is written as one and counted as two, or one with a
// unit behind a number, or else the word.
func (s *scanner) split(at, end, stop int) {
	w := s.text[at:end]
	if isDigit(w[0]) || w[0] == '.' {
		n := 0
		for n < len(w) && (isDigit(w[n]) || w[n] == '.' || w[n] == ',' || w[n] == ':') {
			n++
		}
		if n < len(w) && units[w[n:]] && !(w[n:] == "s" || w[n:] == "th") {
			s.emit(at, at+n)
			s.emit(at+n, end)
			return
		}
	} else if len(w) >= 4 && len(w) <= 7 {
		if n := contracted[strings.ToLower(w)]; n > 0 {
			s.emit(at, at+n)
			s.emit(at+n, end)
			return
		}
	}
	if k := s.glued(at, end); k > 0 {
		s.emit(at, at+k)
		at += k
	}
	s.emit(at, end)
}

// glued returns where a second name begins that a page has run into the end of
// another, "Brandt met Ada OkoyeOtto Varga": there, where both halves stand in the
// text as words of their own behind or before a capital; 0 for nowhere.
func (s *scanner) glued(at, end int) int {
	w := s.text[at:end]
	if len(w) < 5 || !isUpperByte(w[0]) {
		return 0
	}
	for k := 2; k+2 < len(w); k++ {
		if isUpperByte(w[k]) {
			if c := w[k-1]; c >= 'a' && c <= 'z' && w[k+1] >= 'a' && w[k+1] <= 'z' && at > 1 && s.text[at-1] == ' ' && s.standsAlone(w[:k]) && s.standsAlone(w[k:]) {
				return k
			}
			return 0
		}
	}
	return 0
}

// standsAlone reports whether the text has a word by itself, not at its very beginning.
func (s *scanner) standsAlone(w string) bool {
	for rest := s.text; ; {
		i := strings.Index(rest, w)
		if i < 0 {
			return false
		}
		before, _ := utf8.DecodeLastRuneInString(rest[:i])
		after, _ := utf8.DecodeRuneInString(rest[i+len(w):])
		if i > 0 && !isWord(before) && !isWord(after) {
			return true
		}
		rest = rest[i+len(w):]
	}
}

// period joins the full stop at end to the token before it where that is an
// abbreviation, and returns where scanning goes on.
func (s *scanner) period(end, stop int) int {
	if end >= stop || s.text[end] != '.' || len(s.tokens) == 0 {
		return end
	}
	last := &s.tokens[len(s.tokens)-1]
	w := s.text[last.Start:last.End]
	if end+1 < stop && s.text[end+1] == '.' {
		return end // an ellipsis
	}
	next := end + 1
	final := s.end == stop // nothing but this chunk is left in the block
	for r, n := utf8.DecodeRuneInString(s.text[next:s.end]); next < s.end && isSpace(r); r, n = utf8.DecodeRuneInString(s.text[next:s.end]) {
		next += n
	}
	if s.abbreviates(w, next, final) {
		last.End = end + 1
		return end + 1
	}
	return end
}

func (s *scanner) abbreviates(w string, next int, final bool) bool {
	if r, n := utf8.DecodeRuneInString(w); n == len(w) && unicode.IsLetter(r) {
		return unicode.IsUpper(r) && r < 0x250 && !(final && s.alone()) || !final && (w == "c" || w == "p" || w == "v")
	}
	if strings.Contains(w, ".") && !isDigit(w[0]) {
		return len(w) <= 7 && (len(w) < 2 || w[1] == '.') || abbreviations[strings.ToLower(w)] != 0
	}
	kind := abbreviations[strings.ToLower(w)]
	if final && kind == anywhere && !isUpperByte(w[0]) {
		return false // the stop of the sentence stays apart: "etc" "."
	}
	switch kind {
	case 0:
		return false
	case beforeNumber:
		return next < s.end && isDigit(s.text[next])
	case capitalised:
		r, _ := utf8.DecodeRuneInString(w)
		return unicode.IsUpper(r)
	default:
		return true
	}
}

// alone reports whether the last token does not continue a name: "on X.", but
// not "J. D.".
func (s *scanner) alone() bool {
	if len(s.tokens) < 2 {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.text[s.tokens[len(s.tokens)-2].Start:])
	return !unicode.IsUpper(r)
}

// dotted reports whether a dot inside a chunk belongs to the word: "U.S", "a.m",
// "Ph.D", "report.doc".
func dotted(before, after string) bool {
	r, n := utf8.DecodeLastRuneInString(before)
	single := n == len(before) || before[len(before)-n-1] == '.'
	if unicode.IsLetter(r) && single {
		a, n := utf8.DecodeRuneInString(after)
		if unicode.IsLetter(a) && (n == len(after) || !isLetterAt(after, n)) {
			return true
		}
	}
	low := strings.ToLower(before)
	if low == "ph" || strings.HasSuffix(low, ".") {
		return isLetterAt(after, 0)
	}
	n = 0
	for n < len(after) && n < 5 && isLetterAt(after, n) {
		n++
	}
	return fileEndings[strings.ToLower(after[:n])]
}

func isLetterAt(s string, i int) bool {
	return i < len(s) && (s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] >= 0x80)
}

// date reports whether a chunk starts as 9/11 or 11/28/2000 do, and goes on with nothing else.
func date(s string) bool {
	n, slashes := 0, 0
	for n < len(s) && n <= 10 && (isDigit(s[n]) || s[n] == '/' && n+1 < len(s) && isDigit(s[n+1])) {
		if s[n] == '/' {
			slashes++
		}
		n++
	}
	return n <= 10 && slashes <= 2 && !isLetterAt(s, n)
}

// keepsHyphen reports whether a hyphen between two parts of a word is part of
// the token: after a prefix that is not a word by itself.
func keepsHyphen(before, after string) bool {
	if i := strings.LastIndexByte(before, '-'); i >= 0 {
		before = before[i+1:]
	}
	if len(before) > 8 {
		return false
	}
	low := strings.ToLower(before)
	if low == "covid" {
		return true
	}
	return boundPrefixes[low] && isLetterAt(after, 0) || low == "mid" && isDigit(after[0])
}

// numberGroups reports whether a chunk of digits and hyphens is a telephone
// number or a date, not a range; at is the place of a hyphen in it.
func numberGroups(s string, at int) bool {
	n := 0
	for n < len(s) && n < 24 && (isDigit(s[n]) || s[n] == '-' && n+1 < len(s) && isDigit(s[n+1])) {
		n++
	}
	if at >= n || isLetterAt(s, n) {
		return false
	}
	groups := strings.Split(s[:n], "-")
	switch len(groups) {
	case 2:
		return len(groups[0]) == 3 && len(groups[1]) == 4
	case 3:
		a, b, c := len(groups[0]), len(groups[1]), len(groups[2])
		return a == 4 && b == 2 && c == 2 || a <= 2 && b <= 2 && (c == 2 || c == 4) || a == 3 && (b == 3 || b == 2) && c == 4
	case 4:
		return len(groups[1]) == 3 && len(groups[2]) == 3 && len(groups[3]) == 4
	}
	return false
}

// addressLength returns the length of the web or mail address that s starts
// with, or 0.
func addressLength(s string) int {
	if len(s) < 6 {
		return 0
	}
	scheme := strings.Index(s[:min(len(s), 12)], "://")
	if scheme > 0 || strings.HasPrefix(s, "www.") || strings.HasPrefix(s, "mailto:") {
		return trimAddress(s)
	}
	// name@host.top or host.top/path: letters, digits, dots, hyphens up to a known ending
	n, dots, at := 0, 0, -1
	for n < len(s) && n < 256 {
		c := s[n]
		if c == '@' && at < 0 && n > 0 {
			at = n
		} else if c == '.' {
			dots++
		} else if !(isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '-' || c == '_' || c == '%' || c == '+') {
			break
		}
		n++
	}
	for n > 0 && strings.IndexByte(".-_%+", s[n-1]) >= 0 {
		if s[n-1] == '.' {
			dots--
		}
		n--
	}
	if dots <= 0 && at < 0 || n == 0 {
		return 0
	}
	if at >= 0 {
		if at == n-1 || at == 0 {
			return 0
		}
		return n
	}
	dot := strings.LastIndexByte(s[:n], '.')
	if dot > 1 && topDomains[s[dot+1:n]] && strings.Count(s[:n], "-") < 5 {
		if n < len(s) && s[n] == '/' {
			return trimAddress(s)
		}
		return n
	}
	return 0
}

// trimAddress cuts the punctuation behind an address.
func trimAddress(s string) int {
	n := len(s)
	if i := strings.IndexAny(s, "<>\"“”‘’"); i > 0 {
		n = i
	}
	for n > 0 {
		r, k := utf8.DecodeLastRuneInString(s[:n])
		if !strings.ContainsRune(".,;:!?)]}'*|…", r) || r == ')' && strings.Contains(s[:n], "(") {
			break
		}
		n -= k
	}
	return n
}

// handleLength returns the length of the @handle or #tag that s starts with.
func handleLength(s string) int {
	n, letters := 1, false
	for n < len(s) {
		r, k := utf8.DecodeRuneInString(s[n:])
		if !isWord(r) && r != '_' {
			break
		}
		letters = letters || !unicode.IsDigit(r)
		n += k
	}
	if !letters {
		return 1
	}
	return n
}

// symbolLength returns the length of the token that starts with punctuation or
// a symbol: a run of one mark, an emoji with what modifies it, or the one rune.
func symbolLength(s string) int {
	r, n := utf8.DecodeRuneInString(s)
	switch {
	case r == '.' || r == '…' || r == '!' || r == '?':
		for n < len(s) && (s[n] == '.' || s[n] == '!' || s[n] == '?' || strings.HasPrefix(s[n:], "…")) {
			_, k := utf8.DecodeRuneInString(s[n:])
			n += k
		}
		return n
	case strings.HasPrefix(s, "‘’"):
		return len("‘’")
	case strings.ContainsRune("-=*_~#+<>|–—'`‘’,", r):
		run, longest := n, len(s)
		if isApostrophe(r) {
			longest = 2 * n // two such marks are one of another kind
		}
		for run < longest && run < len(s) && strings.HasPrefix(s[run:], s[:n]) {
			run += n
		}
		return run
	case r == '[' && strings.HasPrefix(s, "[...]"):
		return 5
	case r >= 0x1f000 || unicode.Is(unicode.So, r):
		flag := r >= 0x1f1e6 && r <= 0x1f1ff
		for n < len(s) {
			x, k := utf8.DecodeRuneInString(s[n:])
			switch {
			case x == 0xfe0f || x >= 0x1f3fb && x <= 0x1f3ff || x >= 0xe0020 && x <= 0xe007f || x == 0x20e3:
			case x == 0x200d && n+k < len(s):
				_, more := utf8.DecodeRuneInString(s[n+k:])
				k += more
			case flag && x >= 0x1f1e6 && x <= 0x1f1ff:
				return n + k
			default:
				return n
			}
			n += k
		}
	}
	return n
}

// emoticonLength returns the length of the emoticon that s is, apart from a full
// stop behind it, or 0.
func emoticonLength(s string) int {
	if len(s) > 5 {
		return 0
	}
	if emoticons[s] {
		return len(s)
	}
	if n := len(s) - 1; n > 1 && strings.IndexByte(".,!?)", s[n]) >= 0 && emoticons[s[:n]] {
		return n
	}
	return 0
}
