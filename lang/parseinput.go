package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// lexicon numbers what the parser knows of a token: its word, endings, shape and
// tags, each a row of the table of embeddings, and its word vector.
type lexicon struct {
	vectors *vectors
	rows    map[string]int32
}

// traits is the number of rows that a token has; -1 stands for an unknown one.
const traits = 7

// token is what the parser sees of a token.
type parserToken struct {
	vector int32
	rows   [traits]int32
}

// keys appends the names of a token's rows, in one order always: word, endings,
// beginning, shape, tags.
func tokenKeys(form, upos, xpos string, first bool) (keys [traits]string) {
	low := normal(form)
	keys[0] = "w:" + low
	keys[1] = "3:" + ending(low, 3)
	keys[2] = "2:" + ending(low, 2)
	keys[3] = "b:" + beginning(low, 2)
	keys[4] = shapeKey(form, first)
	keys[5] = "u:" + upos
	keys[6] = "x:" + xpos
	return keys
}

func (l *lexicon) token(form, upos, xpos string, first bool) parserToken {
	t := parserToken{vector: -1}
	keys := tokenKeys(form, upos, xpos, first)
	if i, ok := l.vectors.index[keys[0][2:]]; ok {
		t.vector = i
	}
	for k, key := range keys {
		t.rows[k] = -1
		if i, ok := l.rows[key]; ok {
			t.rows[k] = i
		}
	}
	return t
}

// normal is a form as the word vectors have it: in lower case, quotation marks and dashes plain.
func normal(form string) string {
	switch form {
	case "“", "”", "«", "»", "„", "``", "''":
		return `"`
	case "‘", "’", "`":
		return "'"
	case "…":
		return "..."
	case "–", "—":
		return "--"
	}
	return strings.ReplaceAll(strings.ToLower(form), "’", "'")
}

func ending(s string, runes int) string {
	at := len(s)
	for range runes {
		if at == 0 {
			break
		}
		_, n := utf8.DecodeLastRuneInString(s[:at])
		at -= n
	}
	return s[at:]
}

func beginning(s string, runes int) string {
	at := 0
	for range runes {
		if at == len(s) {
			break
		}
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return s[:at]
}

// shapeKey names the kinds of characters of a form, each run once, at most five
// runs, and whether it is the first of its sentence.
func shapeKey(form string, first bool) string {
	b := make([]byte, 0, 8)
	b = append(b, "s:"...)
	if first {
		b[0] = 'S'
	}
	for _, r := range form {
		c := byte('.')
		switch {
		case unicode.IsUpper(r):
			c = 'X'
		case unicode.IsLetter(r):
			c = 'x'
		case unicode.IsDigit(r):
			c = 'd'
		case r == '\'' || r == '’':
			c = '\''
		case r == '-':
			c = '-'
		}
		if n := len(b); n < 7 && (n == 2 || b[n-1] != c) {
			b = append(b, c)
		}
	}
	return string(b)
}
