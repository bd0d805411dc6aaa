package rapporteur

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// courtesies are the words before a family name that make another name of it to whoever looks it up.
var courtesies = wordSet("mr mrs ms miss dr prof professor sir dame lord lady baroness senator sen general gen colonel col admiral adm sheikh mullah ayatollah")

// ofFamilies are first words of family names of several words.
var ofFamilies = wordSet("van von der vande vanden de del della di da dos du la le el al bin ibn ben ter ten")

func wordSet(words string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		set[w] = true
	}
	return set
}

// Styled returns a family name with the word of courtesy before it, as a text has it: "Mrs Holm".
// The span is that of the name, with or without the word. It is "" where there is none, or a
// first name between the two.
func Styled(body string, at Span) string {
	name, before := at.In(body), ""
	if first, rest, ok := strings.Cut(name, " "); ok && courteous(first) {
		before, name = first, rest
	} else if text, ok := strings.CutSuffix(body[:min(max(at.Start, 0), len(body))], " "); ok {
		before = text[strings.LastIndexAny(text, " \n(\"“")+1:]
	}
	first, _, several := strings.Cut(name, " ")
	family := ofFamilies[strings.ToLower(first)]
	if !courteous(before) || !upper(name) && !family || several && !family {
		return ""
	}
	return before + " " + name
}

// courteous reports whether a word is one of courtesy: "Mrs", "Gen.".
func courteous(word string) bool {
	return upper(word) && courtesies[strings.ToLower(strings.TrimSuffix(word, "."))]
}

func upper(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r)
}
