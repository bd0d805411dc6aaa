package record

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/mozillazg/go-unidecode"
)

// fold writes a name in small Latin letters: "Volodymyr Zelenskyy’s" is
// "volodymyr zelenskyy", "J.D. Vance" is "jd vance", "Al-Sudani" is "al sudani".
func fold(name string) string {
	var folded, plain [192]byte
	b, _ := appendFolded(folded[:0], plain[:0], name)
	return string(b)
}

// folder folds texts one after the other in the same memory.
type folder struct{ folded, plain []byte }

// fold is as the function of that name. What it returns is good until the next text.
func (f *folder) fold(text string) []byte {
	f.folded, f.plain = appendFolded(f.folded[:0], f.plain[:0], text)
	return f.folded
}

// appendFolded appends a folded text to an empty list. A text that is not in ASCII
// is written so first, to another.
func appendFolded(b, plain []byte, text string) (folded, grown []byte) {
	if ascii(text) {
		return appendLetters(b, trimName(text)), plain
	}
	plain = appendPlain(plain, text)
	s := bytes.TrimSpace(plain)
	return appendLetters(b, bytes.TrimSuffix(bytes.TrimSuffix(s, []byte("'s")), []byte("'"))), plain
}

func trimName(s string) string {
	return strings.TrimSuffix(strings.TrimSuffix(strings.TrimSpace(s), "'s"), "'")
}

func ascii(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// appendLetters appends the letters and digits of a plain text, with one space between words.
func appendLetters[T string | []byte](b []byte, s T) []byte {
	space := true // a space is owed before the next letter, or none was written yet
	for i := range len(s) {
		c := s[i]
		if l := letter[c]; l != 0 {
			b = append(b, l)
			space = false
			continue
		}
		switch {
		case c == '.' || c == '\'':
			// "J. D." and "J.D." are both "jd": the space between is none
			if c == '.' && i+3 < len(s) && s[i+1] == ' ' && initialAt(s, i-1) && initialAt(s, i+2) && s[i+3] == '.' {
				space = true
			}
		case !space:
			b = append(b, ' ')
			space = true
		}
	}
	return bytes.TrimSuffix(b, []byte(" "))
}

// letter is what letters and digits are folded to, 0 for all else.
var letter = func() (to [256]byte) {
	for c := range to {
		switch {
		case 'A' <= c && c <= 'Z':
			to[c] = byte(c) + 'a' - 'A'
		case 'a' <= c && c <= 'z' || '0' <= c && c <= '9':
			to[c] = byte(c)
		}
	}
	return to
}()

// appendPlain appends a text in ASCII.
func appendPlain(b []byte, s string) []byte {
	for _, r := range s {
		switch r {
		case '’', 'ʼ', '‘', '`':
			b = append(b, '\'')
		case '–':
			b = append(b, '-')
		case '—':
			b = append(b, ' ')
		case '“', '”':
			b = append(b, '"')
		default:
			if r < unicode.MaxASCII {
				b = append(b, byte(r))
			} else {
				b = append(b, unidecode.Unidecode(string(r))...)
			}
		}
	}
	return b
}

// initialAt reports whether s[i] is a capital letter that stands alone.
func initialAt[T string | []byte](s T, i int) bool {
	if i < 0 || i >= len(s) || s[i] < 'A' || s[i] > 'Z' {
		return false
	}
	return i == 0 || s[i-1] == ' ' || s[i-1] == '.'
}

var latin = strings.NewReplacer(
	"shch", "sh", "tch", "ch", "tsch", "ch", "sch", "sh", "dj", "i", "kh", "h", "zh", "z", "ck", "k", "ph", "f",
	"ts", "c", "tz", "c", "cz", "ch", "w", "v", "j", "i", "y", "i", "ou", "u", "oo", "u", "ee", "i", "q", "k",
)

// skeleton reduces the spellings of a transliterated name to one: Zelensky,
// Zelenskyy and Zelenskiy are "zelenski"; Yermak and Ermak are "ermak".
func skeleton(word string) string {
	s := latin.Replace(umlauts(word))
	if len(s) > 1 {
		s = s[:1] + strings.ReplaceAll(s[1:], "x", "ks")
	}
	var b strings.Builder
	var last byte
	for i := 0; i < len(s); i++ {
		if s[i] != last {
			b.WriteByte(s[i])
			last = s[i]
		}
	}
	s = b.String()
	if len(s) > 3 && strings.HasPrefix(s, "ie") {
		s = s[1:]
	}
	if len(s) > 4 && strings.HasSuffix(s, "ei") {
		s = s[:len(s)-2] + "i"
	}
	return s
}

// umlauts writes a folded word as if its umlauts had been folded too: Juergen is
// "jurgen" as Jürgen is, Oestberg "ostberg" as Östberg and Østberg are.
func umlauts(word string) string {
	if len(word) < 5 {
		return word
	}
	for i := len(word) - 3; i >= 0; i-- {
		if word[i+1] == 'e' && strings.IndexByte("aou", word[i]) >= 0 && !vowel(word[i+2]) && (i == 0 || !vowel(word[i-1]) && word[i-1] != 'q' && word[i-1] != 'g') {
			word = word[:i+1] + word[i+2:]
		}
	}
	return word
}

// consonants is what all spellings of a name have in common: the first letter and the consonants of its skeleton.
func consonants(skel string) string {
	var b strings.Builder
	for i := 0; i < len(skel); i++ {
		if i == 0 || !strings.ContainsRune("aeiou", rune(skel[i])) {
			if s := b.String(); s == "" || s[len(s)-1] != skel[i] {
				b.WriteByte(skel[i])
			}
		}
	}
	return b.String()
}

// jaroWinkler is the similarity of two words, 0 to 1 (Winkler, 1990).
func jaroWinkler(a, b string) float64 {
	if a == b {
		return 1
	}
	if a == "" || b == "" {
		return 0
	}
	window := max(len(a), len(b))/2 - 1
	window = max(window, 0)
	usedA, usedB := make([]bool, len(a)), make([]bool, len(b))
	matches := 0
	for i := range a {
		for j := max(0, i-window); j < min(len(b), i+window+1); j++ {
			if !usedB[j] && a[i] == b[j] {
				usedA[i], usedB[j] = true, true
				matches++
				break
			}
		}
	}
	if matches == 0 {
		return 0
	}
	swaps, j := 0, 0
	for i := range a {
		if !usedA[i] {
			continue
		}
		for !usedB[j] {
			j++
		}
		if a[i] != b[j] {
			swaps++
		}
		j++
	}
	m := float64(matches)
	jaro := (m/float64(len(a)) + m/float64(len(b)) + (m-float64(swaps)/2)/m) / 3
	prefix := 0
	for prefix < min(4, len(a), len(b)) && a[prefix] == b[prefix] {
		prefix++
	}
	return jaro + float64(prefix)*0.1*(1-jaro)
}

// slug writes a name for use in an ID.
func slug(name string) string {
	return strings.ReplaceAll(fold(name), " ", "-")
}

// capitalised reports whether a word begins with a capital letter or a digit.
func capitalised(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}
