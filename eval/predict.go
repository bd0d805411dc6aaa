package eval

import (
	"strings"

	"rapporteur/lang"
)

// Annotated returns the sentences with tags, lemmas and trees read anew; tokens,
// multiword tokens and comments stay.
func Annotated(sentences []*Conllu) []*Conllu {
	out := make([]*Conllu, len(sentences))
	for i, s := range sentences {
		d := s.Doc()
		for i := range d.Tokens {
			t := &d.Tokens[i]
			*t = lang.Token{Start: t.Start, End: t.End}
		}
		annotate(d)
		p := &Conllu{Comments: s.Comments, Multi: s.Multi, Words: make([]ConlluWord, len(s.Words))}
		for i, w := range s.Words {
			p.Words[i] = conlluWord(d, 0, i)
			p.Words[i].Form, p.Words[i].Misc = w.Form, w.Misc
		}
		out[i] = p
	}
	return out
}

// annotate reads tags, lemmas and trees of a document of which text, tokens and sentences are given.
func annotate(d *lang.Doc) {
	d.Tag()
	d.Parse()
}

// conlluWord is token i of a sentence that begins with token start.
func conlluWord(d *lang.Doc, start, i int) ConlluWord {
	t := d.Tokens[i]
	w := ConlluWord{Form: d.Form(i), Lemma: t.Lemma, UPOS: t.UPOS, XPOS: t.XPOS, Rel: t.Rel}
	if t.Head >= 0 {
		w.Head = t.Head - start + 1
	}
	return w
}

// Predict reads plain text into sentences.
func Predict(text string) []*Conllu {
	d := lang.Analyze(text)
	out := make([]*Conllu, 0, len(d.Sentences))
	paragraph := -1
	for _, r := range d.Sentences {
		if r.Empty() {
			continue
		}
		s := &Conllu{}
		if r.Paragraph != paragraph {
			s.Comments = append(s.Comments, "# newpar")
			paragraph = r.Paragraph
		}
		s.Comments = append(s.Comments, "# text = "+strings.Join(strings.Fields(d.Words(r.Range)), " "))
		for i := r.Start; i < r.End; i++ {
			w := conlluWord(d, r.Start, i)
			w.Form = strings.Join(strings.Fields(w.Form), " ")
			if joined(d, i) && i+1 < r.End {
				w.Misc = "SpaceAfter=No"
			}
			s.Words = append(s.Words, w)
		}
		s.Multi = multiwords(s.Words)
		out = append(out, s)
	}
	return out
}

// joined reports whether token i touches the next.
func joined(d *lang.Doc, i int) bool {
	return i+1 < len(d.Tokens) && d.Tokens[i].End == d.Tokens[i+1].Start
}

// multiwords finds the tokens of which words are parts: a clitic with the word before
// it ("did" + "n't"), and words written together ("can" + "not").
func multiwords(words []ConlluWord) []Multiword {
	var multi []Multiword
	for i := 0; i+1 < len(words); i++ {
		last := i
		form := words[i].Form
		for last+1 < len(words) && words[last].Misc == "SpaceAfter=No" && attached(words[last], words[last+1]) {
			last++
			form += words[last].Form
		}
		if last == i {
			continue
		}
		multi = append(multi, Multiword{First: i + 1, Last: last + 1, Form: form, Misc: words[last].Misc})
		for j := i; j <= last; j++ {
			words[j].Misc = ""
		}
		i = last
	}
	return multi
}

// attached reports whether two words that touch are parts of one token.
func attached(a, b ConlluWord) bool {
	if !letters(a.Form) {
		return false
	}
	switch strings.ReplaceAll(strings.ToLower(b.Form), "’", "'") {
	case "n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'":
		return b.UPOS != "PUNCT"
	}
	return letters(b.Form)
}

// letters reports whether a form ends in a letter or digit and is no mark.
func letters(form string) bool {
	for _, r := range form {
		switch {
		case r >= 'a' && r <= 'z', r >= 'A' && r <= 'Z', r >= 0xc0:
			return true
		}
	}
	return false
}
