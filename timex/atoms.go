package timex

import (
	"unicode"
	"unicode/utf8"

	"rapporteur/lang"
)

type atomKind uint8

const (
	other atomKind = iota // a word outside the lexicon
	mark                  // punctuation without a kind of its own
	word                  // a word of the lexicon
	number
	ordinal  // 20th
	clock    // 7:00
	isoDate  // 2018-07-06
	isoMonth // 2018-07
	slashed  // 04/30/2019
	tens     // 1990s
	nthQuarter
	meridiem // a.m., p.m.
	dash
	comma
	stop
	slash
	apostrophe
	money
	paren
)

// atom is a piece of text the grammar reads: finer than a token ("mid-2019" is
// three atoms) and independent of how the tokens were cut.
type atom struct {
	kind       atomKind
	joined     bool // no white space before it
	capital    bool
	digits     int8
	token      int32
	start, end int32
	n          float64 // number; hour*60+minute of a clock
	y, m, d    int16   // of a date in figures
	lex        *lexeme
}

var noLexeme lexeme

// atomize cuts the text into atoms and maps each to its token; text outside the tokens is left out.
func atomize(doc *lang.Doc) []atom {
	text := doc.Text
	atoms := make([]atom, 0, len(doc.Tokens)+len(doc.Tokens)/8+8)
	tok := 0
	var buf [20]byte
	spaced := true
	for i := 0; i < len(text); {
		c := text[i]
		if c == ' ' || c == '\n' || c == '\t' || c == '\r' {
			spaced = true
			i++
			continue
		}
		a := atom{start: int32(i), joined: !spaced, lex: &noLexeme}
		j := i
		switch {
		case isLetter(c):
			j = letters(text, i)
			a.kind = other
			a.capital = c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf
			if j == i { // not a letter after all: a mark or a space beyond ASCII
				r, size := utf8.DecodeRuneInString(text[i:])
				j = i + size
				a.kind = mark
				switch r {
				case '\u2010', '\u2011', '\u2012', '–', '—', '−':
					a.kind = dash
				case '’', '‘', 'ʼ':
					a.kind = apostrophe
				case '£', '€', '¥':
					a.kind = money
				default:
					if unicode.IsSpace(r) {
						spaced = true
						i = j
						continue
					}
				}
				break
			}
			if k := meridiemAt(text, i); k > 0 {
				a.kind, j = meridiem, k
				if c == 'p' || c == 'P' {
					a.n = 12
				}
				break
			}
			if n := j - i; n <= len(buf) {
				for k := range n {
					b := text[i+k]
					if b >= 'A' && b <= 'Z' {
						b += 'a' - 'A'
					}
					buf[k] = b
				}
				if j < len(text) && n == 1 && (buf[0] == 'q' || buf[0] == 'h') && text[j] >= '1' && text[j] <= '4' && (j+1 == len(text) || !isLetter(text[j+1]) && !isDigit(text[j+1])) {
					buf[1] = text[j]
					j, n = j+1, 2
				}
				if l, ok := lexicon[string(buf[:n])]; ok {
					a.kind, a.lex = word, l
				}
			}
		case isDigit(c):
			j = a.figures(text, i)
		default:
			j++
			a.kind = mark
			switch c {
			case '-':
				a.kind = dash
			case ',':
				a.kind = comma
			case '.':
				a.kind = stop
			case '/':
				a.kind = slash
			case '\'', '`':
				a.kind = apostrophe
			case '$', '#', '%':
				a.kind = money
			case '(', ')', '[', ']':
				a.kind = paren
			}
		}
		a.end = int32(j)
		i, spaced = j, false
		for tok < len(doc.Tokens) && doc.Tokens[tok].End <= int(a.start) {
			tok++
		}
		if tok == len(doc.Tokens) {
			break
		}
		if int(a.end) <= doc.Tokens[tok].Start {
			continue
		}
		a.token = int32(tok)
		atoms = append(atoms, a)
	}
	return atoms
}

func isLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' || c >= utf8.RuneSelf }
func isDigit(c byte) bool  { return c >= '0' && c <= '9' }

// letters returns the end of the run of letters at i.
func letters(s string, i int) int {
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if !isLetter(c) {
				break
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) || r == 'ʼ' {
			break
		}
		i += size
	}
	return i
}

// meridiemAt returns the end of "a.m.", "p.m", "AM" or "pm" at i, 0 where there is none.
func meridiemAt(s string, i int) int {
	c := s[i] | 0x20
	if c != 'a' && c != 'p' {
		return 0
	}
	j := i + 1
	if j < len(s) && s[j] == '.' {
		j++
		if j < len(s) && s[j] == ' ' {
			j++
		}
		if j < len(s) && s[j]|0x20 == 'm' {
			j++
			if j < len(s) && s[j] == '.' {
				return j + 1
			}
			if j == len(s) || !isLetter(s[j]) {
				return j
			}
		}
		return 0
	}
	if j < len(s) && s[j]|0x20 == 'm' && (j+1 == len(s) || !isLetter(s[j+1])) {
		return j + 1
	}
	return 0
}

// digits reads at most most digits at i.
func digits(s string, i, most int) (n, j int) {
	for j = i; j < len(s) && j-i < most && isDigit(s[j]); j++ {
		n = n*10 + int(s[j]-'0')
	}
	return n, j
}

// figures reads what begins with a digit at i and returns its end.
func (a *atom) figures(s string, i int) int {
	n, j := digits(s, i, 9)
	a.kind, a.n, a.digits = number, float64(n), int8(j-i)
	if j < len(s) && isDigit(s[j]) { // too long to be a date
		for j < len(s) && isDigit(s[j]) {
			j++
		}
		a.kind = other
		return j
	}
	if j == len(s) {
		return j
	}
	ends := func(k int) bool { return k >= len(s) || !isDigit(s[k]) && !isLetter(s[k]) }
	switch c := s[j]; {
	case c == '-' && a.digits == 4:
		m, k := digits(s, j+1, 2)
		if k == j+3 && m >= 1 && m <= 12 {
			if k < len(s) && s[k] == '-' {
				if d, e := digits(s, k+1, 2); e == k+3 && d >= 1 && d <= 31 && (e == len(s) || !isDigit(s[e])) {
					a.kind, a.y, a.m, a.d = isoDate, int16(n), int16(m), int16(d)
					return e
				}
			}
			if ends(k) && m > 0 && n+1 != n/100*100+m { // "2018-19" is two years
				a.kind, a.y, a.m = isoMonth, int16(n), int16(m)
				return k
			}
		}
	case (c == '/' || c == '.') && a.digits <= 4:
		m, k := digits(s, j+1, 2)
		if k == j+1 || k >= len(s) || s[k] != c {
			break
		}
		y, e := digits(s, k+1, 4)
		if e == k+1 || !ends(e) || c == '.' && e-k-1 != 4 && a.digits != 4 {
			break
		}
		if a.date(n, m, y, e-k-1, c) {
			return e
		}
	case c == ':' && a.digits <= 2 && n < 24:
		if m, k := digits(s, j+1, 2); k == j+3 && m < 60 && (k == len(s) || !isDigit(s[k])) {
			a.kind, a.n = clock, float64(n*60+m)
			if k+2 < len(s) && s[k] == ':' && isDigit(s[k+1]) && isDigit(s[k+2]) {
				k += 3
			}
			return k
		}
	}
	switch c := s[j] | 0x20; {
	case c == 's' && ends(j+1) && (a.digits == 4 || a.digits == 2) && n%10 == 0:
		a.kind = tens
		return j + 1
	case s[j] == '\'' && j+1 < len(s) && s[j+1] == 's' && ends(j+2) && a.digits == 4 && n%10 == 0:
		a.kind = tens
		return j + 2
	case c == 'q' && a.digits == 1 && n >= 1 && n <= 4 && ends(j+1):
		a.kind = nthQuarter
		return j + 1
	case j+1 < len(s) && ends(j+2):
		switch s[j : j+2] {
		case "st", "nd", "rd", "th", "ST", "ND", "RD", "TH":
			a.kind = ordinal
			return j + 2
		}
	}
	// Thousands and decimals.
	k := j
	for k+3 < len(s) && s[k] == ',' && isDigit(s[k+1]) && isDigit(s[k+2]) && isDigit(s[k+3]) && (k+4 == len(s) || !isDigit(s[k+4])) {
		m, e := digits(s, k+1, 3)
		a.n, k = a.n*1000+float64(m), e
		a.digits = 9
	}
	if k+1 < len(s) && s[k] == '.' && isDigit(s[k+1]) {
		scale := 0.1
		for k++; k < len(s) && isDigit(s[k]); k++ {
			a.n += scale * float64(s[k]-'0')
			scale /= 10
		}
		a.digits = 9
	}
	return k
}

// date reads three figures as a day: year first, month first, or day first where
// the month cannot be first.
func (a *atom) date(x, y, z, width int, mark byte) bool {
	var yr, mo, d int
	switch {
	case a.digits == 4 && width <= 2:
		yr, mo, d = x, y, z
	case a.digits <= 2 && width == 4:
		yr, mo, d = z, x, y
		if mo > 12 || mark == '.' {
			mo, d = d, mo
		}
	case a.digits <= 2 && width == 2 && mark == '/':
		yr, mo, d = 1900+z, x, y
		if z < 50 {
			yr += 100
		}
		if mo > 12 {
			mo, d = d, mo
		}
	default:
		return false
	}
	if yr < 1000 || mo < 1 || mo > 12 || d < 1 || d > 31 {
		return false
	}
	a.kind, a.y, a.m, a.d = slashed, int16(yr), int16(mo), int16(d)
	return true
}
