package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"

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
}

const (
	isCapital  = 1 << iota // starts with a capital letter
	allCaps                // has letters, all of them capital, more than one
	hasDigit               //
	hasHyphen              //
	isSentence             // first word of the sentence, but for marks
	isPunct                // no letter and no digit
)

// words returns the words of a range of tokens. Forms in a sentence that is
// written in capitals are seen as if they were not.
func (d *Doc) words(r Range, buf []word) []word {
	buf = buf[:0]
	first := true
	var low [64]byte
	for i := r.Start; i < r.End; i++ {
		w := makeWord(d.Form(i), low[:0])
		if w.kind&isPunct == 0 && first {
			w.kind |= isSentence
			first = false
		}
		buf = append(buf, w)
	}
	return buf
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
		case r >= 0x80 && unicode.IsLetter(r):
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
			if r >= 0x80 && s != byte(r) {
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

func hashBytes(b []byte) uint64 {
	h := uint64(len(b)) + 0x9e3779b97f4a7c15
	for len(b) >= 8 {
		h = (h ^ le64(b)) * 0xff51afd7ed558ccd
		h ^= h >> 32
		b = b[8:]
	}
	var tail uint64
	for i, c := range b {
		tail |= uint64(c) << (8 * i)
	}
	h = (h ^ tail) * 0xff51afd7ed558ccd
	h ^= h >> 29
	return h * 0xc4ceb9fe1a85ec53
}

func le64(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 | uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}

// hashLower is the field lower of a word.
func hashLower(form string) uint64 {
	var low [64]byte
	return makeWord(form, low[:0]).lower
}

// lowerForm returns a form in lower case; most are already.
func lowerForm(s string) string { return strings.ToLower(s) }
