// Package lang reads English text into a [Doc]: sentences, tokens, tags, lemmas,
// dependency heads and names. [Analyze] is the entry point. It knows nothing of
// negotiations. The models are embedded and decoded on first use.
//
// Every annotation maps back to the text: tokens hold byte offsets into Doc.Text,
// everything else holds ranges of tokens.
package lang

// Doc is one text and what was read from it.
type Doc struct {
	Text      string
	Language  string // ISO 639-1 code of the text; only "en" is tagged and parsed
	Tokens    []Token
	Sentences []Sentence
	Names     []Name // ordered by Start, not overlapping

	read []word // what the models see of the tokens, once it was asked for
}

// Token is a syntactic word in the sense of Universal Dependencies v2: "can't"
// is the two tokens "ca" and "n't".
type Token struct {
	Start, End int    // bytes of Doc.Text
	UPOS       string // universal tag: NOUN, PROPN, VERB, …
	XPOS       string // Penn tag: NN, NNP, VBD, …
	Lemma      string
	Head       int    // index of the head in Doc.Tokens, -1 for the root of a sentence
	Rel        string // relation to the head with its subtype: nsubj, nsubj:pass, obl, …
}

// Range is a half-open range of tokens.
type Range struct{ Start, End int }

// Empty reports whether the range holds no token.
func (r Range) Empty() bool { return r.End <= r.Start }

// Len returns the number of tokens.
func (r Range) Len() int { return max(0, r.End-r.Start) }

// Contains reports whether token i lies in the range.
func (r Range) Contains(i int) bool { return r.Start <= i && i < r.End }

// Covers reports whether s lies within r.
func (r Range) Covers(s Range) bool { return r.Start <= s.Start && s.End <= r.End }

// Overlaps reports whether a token lies in both.
func (r Range) Overlaps(s Range) bool { return r.Start < s.End && s.Start < r.End }

// Sentence is a range of tokens with its place in the layout of the text.
type Sentence struct {
	Range
	Paragraph int  // ordinal of the paragraph (block between line breaks that end one)
	Item      bool // the sentence stands in an item of a bulleted or numbered list
	Heading   bool // a title or section heading: a short line of its own without a closing stop
}

// NameType says what a name names.
type NameType string

// The types of name. NORP are nationalities and religious or political groups as words ("Norvanan", "Democrats").
const (
	PER  NameType = "PER"
	ORG  NameType = "ORG"
	LOC  NameType = "LOC"
	NORP NameType = "NORP"
)

// Name is a mention of somebody or something by name.
type Name struct {
	Range
	Type NameType
}

// Words returns the text of a range of tokens as printed, white space included.
func (d *Doc) Words(r Range) string {
	if r.Empty() {
		return ""
	}
	return d.Text[d.Tokens[r.Start].Start:d.Tokens[r.End-1].End]
}

// Form returns token i as printed.
func (d *Doc) Form(i int) string { return d.Text[d.Tokens[i].Start:d.Tokens[i].End] }

// SentenceOf returns the index of the sentence that holds token i.
func (d *Doc) SentenceOf(i int) int {
	lo, hi := 0, len(d.Sentences)
	for lo < hi {
		mid := (lo + hi) / 2
		if d.Sentences[mid].End <= i {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// Span returns the bytes of Text that a range of tokens covers.
func (d *Doc) Span(r Range) (start, end int) {
	if r.Empty() {
		return 0, 0
	}
	return d.Tokens[r.Start].Start, d.Tokens[r.End-1].End
}
