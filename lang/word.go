package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/zeebo/xxh3"

	"rapporteur/internal/linear"
)

// word is what the features of the taggers see of one token, as hashes.
type word struct {
	form   uint64    // as printed
	lower  uint64    // in lower case, digits as 0
	suffix [5]uint64 // of lower, of 1 to 5 letters; shorter words repeat themselves
	prefix [4]uint64
	shape  uint64 // "Xx", "XX", "00-x", …; runs of one kind are one
	kind   uint8  // flags below
	groups clusters
}

const (
	isCapital  = 1 << iota // starts with a capital letter
	allCaps                // has letters, all of them capital, more than one
	hasDigit               //
	hasHyphen              //
	isSentence             // first word of the sentence, but for marks
	isPunct                // no letter and no digit
)

// words returns the words of a range of tokens, which are read once for the text.
func (d *Doc) words(r Range) []word {
	if len(d.read) != len(d.Tokens) {
		d.readWords()
	}
	return d.read[r.Start:r.End]
}

func (d *Doc) readWords() {
	d.read = make([]word, len(d.Tokens))
	table := loadClusters()
	var low [64]byte
	next, first := 0, true
	for i := range d.Tokens {
		if next < len(d.Sentences) && i == d.Sentences[next].Start {
			next, first = next+1, true
		}
		w := &d.read[i]
		*w = makeWord(d.Form(i), low[:0])
		if w.kind&isPunct == 0 && first {
			first = false
			w.kind |= isSentence
		}
		w.groups = table.of(w)
	}
}

func makeWord(form string, low []byte) word {
	w := word{form: linear.Value(form)}
	var shape [12]byte
	shapes := 0
	letters, small, capital, marks := 0, 0, 0, 0
	for i := 0; i < len(form); {
		r, n := rune(form[i]), 1
		if r >= 0x80 {
			r, n = utf8.DecodeRuneInString(form[i:])
		}
		var s byte
		switch {
		case r >= '0' && r <= '9':
			s = '0'
			low = append(low, '0')
			w.kind |= hasDigit
		case r < 0x80 && r >= 'a' && r <= 'z' || r >= 0x80 && unicode.IsLower(r):
			s = 'x'
			low = append(low, form[i:i+n]...)
			small++
		case r < 0x80 && r >= 'A' && r <= 'Z' || r >= 0x80 && unicode.IsUpper(r):
			s = 'X'
			low = utf8.AppendRune(low, unicode.ToLower(r))
			capital++
			if i == 0 {
				w.kind |= isCapital
			}
		case r >= 0x80 && unicode.IsLetter(r) && r != 'ʼ':
			s = 'x'
			low = append(low, form[i:i+n]...)
			letters++
		default:
			s = byte(r)
			switch r {
			case '’', 'ʼ', '‘', '´', '`':
				s = '\''
			case '“', '”', '„', '«', '»':
				s = '"'
			case '–', '—':
				s = '-'
			}
			if s == '-' && r == '-' {
				w.kind |= hasHyphen
			}
			if r >= 0x80 && s != byte(r) && s < 0x80 {
				low = append(low, s)
			} else {
				low = append(low, form[i:i+n]...)
			}
			marks++
		}
		if shapes < len(shape) && (shapes == 0 || shape[shapes-1] != s) {
			shape[shapes] = s
			shapes++
		}
		i += n
	}
	letters += small + capital
	if letters == 0 && w.kind&hasDigit == 0 {
		w.kind |= isPunct
	}
	if capital > 1 && small == 0 {
		w.kind |= allCaps
	}
	w.shape = hashBytes(shape[:shapes])
	w.lower = hashBytes(low)
	at := len(low)
	for k := range w.suffix {
		if at > 0 {
			_, n := utf8.DecodeLastRune(low[:at])
			at -= n
		}
		w.suffix[k] = hashBytes(low[at:])
	}
	at = 0
	for k := range w.prefix {
		if at < len(low) {
			_, n := utf8.DecodeRune(low[at:])
			at += n
		}
		w.prefix[k] = hashBytes(low[:at])
	}
	return w
}

func hashBytes(b []byte) uint64 { return xxh3.Hash(b) }

// lowerForm returns a form in lower case; most are already.
func lowerForm(s string) string { return strings.ToLower(s) }
