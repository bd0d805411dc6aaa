package eval

import (
	"strings"

	"rapporteur/lang"
)

// Words scores the reading of words in CoNLL-U files: tokens within each
// sentence's text, sentences within each document's, and the tags and lemmas
// of the marked tokens.
func Words(path string) (Scores, error) {
	sentences, err := ReadConllu(path)
	if err != nil {
		return nil, err
	}
	var tokens, breaks PRF
	var upos, xpos, lemmas, words int
	for _, s := range sentences {
		gold := s.Doc()
		found := lang.Segment(gold.Text)
		countTokens(&tokens, gold, found)
		tagged := s.Doc()
		for i := range tagged.Tokens {
			tagged.Tokens[i].UPOS, tagged.Tokens[i].XPOS, tagged.Tokens[i].Lemma = "", "", ""
		}
		tagged.Tag()
		for i, t := range tagged.Tokens {
			g := gold.Tokens[i]
			words++
			upos += one(t.UPOS == g.UPOS)
			xpos += one(t.XPOS == g.XPOS)
			lemmas += one(t.Lemma == g.Lemma)
		}
	}
	for _, d := range documents(sentences) {
		countBreaks(&breaks, d)
	}
	var scores Scores
	scores.Add("tokens F1", tokens.F1())
	scores.Add("sentences F1", breaks.F1())
	scores.Add("UPOS", percent(upos, words))
	scores.Add("XPOS", percent(xpos, words))
	scores.Add("lemmas", percent(lemmas, words))
	return scores, nil
}

// marked is the text of a document and where its sentences stand in it.
type marked struct {
	text      string
	sentences [][2]int
}

// documents joins sentences into documents, with an empty line between paragraphs.
func documents(sentences []*Conllu) []marked {
	var ds []marked
	var text strings.Builder
	end := func() {
		if len(ds) > 0 {
			ds[len(ds)-1].text = text.String()
		}
		text.Reset()
	}
	for _, s := range sentences {
		if len(ds) == 0 || s.starts("newdoc") {
			end()
			ds = append(ds, marked{})
		} else if s.starts("newpar") {
			text.WriteString("\n\n")
		} else {
			text.WriteByte(' ')
		}
		from := text.Len()
		text.WriteString(s.Doc().Text)
		d := &ds[len(ds)-1]
		d.sentences = append(d.sentences, [2]int{from, text.Len()})
	}
	end()
	return ds
}

func countTokens(p *PRF, gold, found *lang.Doc) {
	at := map[[2]int]bool{}
	for _, t := range gold.Tokens {
		at[[2]int{t.Start, t.End}] = true
	}
	for _, t := range found.Tokens {
		p.Right += one(at[[2]int{t.Start, t.End}])
	}
	p.Gold += len(gold.Tokens)
	p.Found += len(found.Tokens)
}

func countBreaks(p *PRF, d marked) {
	at := map[[2]int]bool{}
	for _, s := range d.sentences {
		at[s] = true
	}
	found := lang.Segment(d.text)
	for _, s := range found.Sentences {
		from, to := found.Span(s.Range)
		p.Right += one(at[[2]int{from, to}])
	}
	p.Gold += len(d.sentences)
	p.Found += len(found.Sentences)
}
