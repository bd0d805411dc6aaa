package lang

import (
	"strings"
	"unicode"

	"github.com/abadojack/whatlanggo"
)

// language returns the ISO 639-1 code of the language of a text. Short texts
// count as English unless their letters or their commonest words say otherwise.
func language(text string) string {
	sample := text
	if len(sample) > 4000 {
		sample = strings.ToValidUTF8(sample[:4000], "")
	}
	letters, latin := 0, 0
	for _, r := range sample {
		if unicode.IsLetter(r) {
			letters++
			if unicode.Is(unicode.Latin, r) || r == '\ufffd' {
				latin++
			}
		}
	}
	if letters == 0 || latin*2 > letters && english(sample) {
		return "en"
	}
	info := whatlanggo.Detect(sample)
	if code := info.Lang.Iso6391(); code != "" && (latin*2 <= letters || letters >= 60 && info.Confidence > 0.5) {
		return code
	}
	return "en"
}

// english reports whether enough of the words are the commonest ones of English.
func english(text string) bool {
	words, common := 0, 0
	for w := range strings.FieldsSeq(text) {
		words++
		if commonest[strings.ToLower(strings.Trim(w, ".,;:!?\"'()“”‘’"))] {
			common++
		}
	}
	return common*6 >= words
}

var commonest = set(`the of and to in is that for it with was on are by this be from has have had not which were will would their
	they been he his she her its an at as said but who we you what there`)
