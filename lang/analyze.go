package lang

import (
	"sync"
	"unicode"
	"unicode/utf8"
)

// Analyze reads a text. It never fails: text in another language than English
// comes back with tokens and sentences, without tags and trees.
func Analyze(text string) *Doc {
	d := Segment(text)
	d.Language = language(text)
	if d.Language != "en" {
		return d
	}
	warm()
	d.Tag()
	parse(d)
	d.saidOn()
	d.FindNames()
	return d
}

// warm decodes the models side by side at their first use; whoever needs one
// waits for that one only.
var warm = sync.OnceFunc(func() {
	go loadParser()
	go loadFinder()
	go loadGazetteer()
})

// Segment reads the tokens and sentences of a text and nothing else.
func Segment(text string) *Doc {
	d := &Doc{Text: text, Tokens: make([]Token, 0, len(text)/5+4)}
	bs := blocks(text)
	for p, b := range bs {
		from, first := len(d.Tokens), len(d.Sentences)
		start := b.start
		if n := itemMark(text[start:b.end]); b.item && n > 0 && text[start+n-1] == '.' {
			d.Tokens = append(d.Tokens, Token{Start: start, End: start + n, Head: -1}) // "1." is one token
			start += n
		}
		d.Tokens = tokenize(text, start, b.end, d.Tokens)
		if from == len(d.Tokens) {
			continue
		}
		d.splitSentences(from, b, p)
		if len(bs) > 1 && !b.item && len(d.Sentences) == first+1 {
			d.Sentences[first].Heading = d.heading(d.Sentences[first].Range)
		}
	}
	return d
}

// heading reports whether the words of a block look like a title: few, and
// without a closing stop.
func (d *Doc) heading(r Range) bool {
	const longest = 20
	if r.Len() > longest {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(d.Form(r.End - 1))
	if !unicode.IsLetter(last) && !unicode.IsDigit(last) {
		switch last {
		case '?', '\'', '"', '’', '”', ')', '%', '!':
			// Titles may ask, and end with a quotation; a quotation of several clauses is none.
			if r.Len() > 12 || last == '"' && d.Form(max(r.Start, r.End-2)) == "." || last == '”' && d.Form(max(r.Start, r.End-2)) == "." {
				return false
			}
		case ':':
			return r.Len() <= 6
		default:
			return false
		}
	}
	for i := r.Start; i < r.End; i++ {
		if first, _ := utf8.DecodeRuneInString(d.Form(i)); unicode.IsLetter(first) {
			return !unicode.IsLower(first)
		}
	}
	return false
}
