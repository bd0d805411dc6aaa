package eval

import (
	"strings"
	"unicode"

	"rapporteur/lang"
)

// Trees scores tags, lemmas and trees on the tokens of marked sentences: the share
// of words with the right universal tag, Penn tag, lemma, head (UAS), and head and
// relation without its subtype (LAS, as at CoNLL 2018).
func Trees(sentences []*Conllu) Scores {
	var words, upos, xpos, lemma, uas, las, full int
	for _, s := range sentences {
		gold, d := s.Doc(), s.Doc()
		for i := range d.Tokens {
			t := &d.Tokens[i]
			*t = lang.Token{Start: t.Start, End: t.End}
		}
		annotate(d)
		for i, g := range gold.Tokens {
			t := d.Tokens[i]
			words++
			upos += one(t.UPOS == g.UPOS)
			xpos += one(t.XPOS == g.XPOS)
			lemma += one(t.Lemma == g.Lemma)
			if t.Head == g.Head {
				uas++
				las += one(universal(t.Rel) == universal(g.Rel))
				full += one(t.Rel == g.Rel)
			}
		}
	}
	var scores Scores
	for _, x := range []struct {
		name  string
		right int
	}{{"UPOS", upos}, {"XPOS", xpos}, {"lemma", lemma}, {"UAS", uas}, {"LAS", las}, {"LAS with subtypes", full}} {
		scores.Add(x.name, percent(x.right, words))
	}
	return scores
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// universal returns a relation without its subtype.
func universal(rel string) string {
	rel, _, _ = strings.Cut(rel, ":")
	return rel
}

// RawText returns the text of the sentences of a file, with a blank line where a
// document or paragraph begins.
func RawText(sentences []*Conllu) string {
	var b strings.Builder
	for i, s := range sentences {
		switch {
		case i == 0:
		case s.starts("newdoc") || s.starts("newpar"):
			b.WriteString("\n\n")
		case spacedAtEnd(sentences[i-1]):
			b.WriteByte(' ')
		}
		if text, ok := s.Comment("text"); ok {
			b.WriteString(text)
		} else {
			b.WriteString(s.Doc().Text)
		}
	}
	return b.String()
}

// spacedAtEnd reports whether white space follows the sentence.
func spacedAtEnd(s *Conllu) bool {
	misc := s.Words[len(s.Words)-1].Misc
	if n := len(s.Multi); n > 0 && s.Multi[n-1].Last == len(s.Words) {
		misc = s.Multi[n-1].Misc
	}
	return spaced(misc)
}

// RawTrees reads the plain text of the sentences and scores what was found in it as
// the CoNLL 2018 shared task does: words are aligned by their characters, and
// those of a multiword token by their forms.
func RawTrees(sentences []*Conllu) Scores {
	gold := newAligned()
	for _, s := range sentences {
		gold.add(s)
	}
	found := newAligned()
	for _, s := range Predict(RawText(sentences)) {
		found.add(s)
	}
	return alignedScores(gold, found)
}

// aligned is a treebank laid over its text without white space.
type aligned struct {
	chars     int
	sentences map[[2]int]bool
	tokens    map[[2]int]bool
	words     []alignedWord
}

type alignedWord struct {
	start, end int // of the characters; a word of a multiword token has the token's
	multi      bool
	form       string
	head       int // index of the head's word, -1 for the root
	w          *ConlluWord
}

func newAligned() *aligned {
	return &aligned{sentences: map[[2]int]bool{}, tokens: map[[2]int]bool{}}
}

func (a *aligned) add(s *Conllu) {
	begin, base := a.chars, len(a.words)
	multi := s.Multi
	var token [2]int
	for i := range s.Words {
		w := &s.Words[i]
		in := len(multi) > 0 && multi[0].First <= i+1
		if !in || multi[0].First == i+1 {
			form := w.Form
			if in {
				form = multi[0].Form
			}
			token = [2]int{a.chars, a.chars + visible(form)}
			a.tokens[token] = true
			a.chars = token[1]
		}
		a.words = append(a.words, alignedWord{token[0], token[1], in, strings.ToLower(w.Form), base + w.Head - 1, w})
		if w.Head == 0 {
			a.words[len(a.words)-1].head = -1
		}
		if in && multi[0].Last == i+1 {
			multi = multi[1:]
		}
	}
	a.sentences[[2]int{begin, a.chars}] = true
}

// visible counts the characters of a form that are not white space.
func visible(form string) (n int) {
	for _, r := range form {
		if !unicode.IsSpace(r) {
			n++
		}
	}
	return n
}

func alignedScores(gold, found *aligned) Scores {
	sentence := overlap(gold.sentences, found.sentences)
	token := overlap(gold.tokens, found.tokens)
	to := align(gold.words, found.words)
	count := PRF{Found: len(found.words), Gold: len(gold.words)}
	word, upos, xpos, lemma, uas, las := count, count, count, count, count, count
	for g, f := range to {
		if f < 0 {
			continue
		}
		a, b := gold.words[g], found.words[f]
		word.Right++
		upos.Right += one(a.w.UPOS == b.w.UPOS)
		xpos.Right += one(a.w.XPOS == b.w.XPOS)
		lemma.Right += one(a.w.Lemma == b.w.Lemma || a.w.Lemma == "_")
		if a.head < 0 && b.head < 0 || a.head >= 0 && b.head >= 0 && to[a.head] == b.head {
			uas.Right++
			las.Right += one(universal(a.w.Rel) == universal(b.w.Rel))
		}
	}
	var scores Scores
	for _, x := range []struct {
		name string
		prf  PRF
	}{
		{"sentences F1", sentence},
		{"tokens F1", token},
		{"words F1", word},
		{"UPOS F1", upos},
		{"XPOS F1", xpos},
		{"lemma F1", lemma},
		{"UAS F1", uas},
		{"LAS F1", las},
	} {
		scores.Add(x.name, x.prf.F1())
	}
	return scores
}

func overlap(gold, found map[[2]int]bool) PRF {
	p := PRF{Found: len(found), Gold: len(gold)}
	for span := range found {
		p.Right += one(gold[span])
	}
	return p
}

// align returns for each gold word the found word that is the same, or -1.
func align(gold, found []alignedWord) []int {
	to := make([]int, len(gold))
	for i := range to {
		to[i] = -1
	}
	g, f := 0, 0
	for g < len(gold) && f < len(found) {
		a, b := gold[g], found[f]
		switch {
		case a.multi || b.multi:
			g0, f0, g1, f1 := multiword(gold, found, g, f)
			common(gold[g0:g1], found[f0:f1], func(i, j int) { to[g0+i] = f0 + j })
			g, f = g1, f1
		case a.start == b.start && a.end == b.end:
			to[g] = f
			g++
			f++
		case a.start <= b.start:
			g++
		default:
			f++
		}
	}
	return to
}

// multiword returns the words of both sides, the first and the one past the last,
// under a chain of overlapping multiword tokens that begins at words g or f.
func multiword(gold, found []alignedWord, g, f int) (g0, f0, g1, f1 int) {
	end := 0
	if a, b := gold[g], found[f]; a.multi {
		end = a.end
		if !b.multi && b.start < a.start {
			f++
		}
	} else {
		end = b.end
		if a.start < b.start {
			g++
		}
	}
	beyond := func(words []alignedWord, i int) bool {
		if i >= len(words) {
			return true
		}
		if words[i].multi {
			return words[i].start >= end
		}
		return words[i].end > end
	}
	g0, f0 = g, f
	for !beyond(gold, g) || !beyond(found, f) {
		var w alignedWord
		if g < len(gold) && (f >= len(found) || gold[g].start <= found[f].start) {
			w = gold[g]
			g++
		} else {
			w = found[f]
			f++
		}
		if w.multi {
			end = max(end, w.end)
		}
	}
	return g0, f0, g, f
}

// common calls pair for each pair of a longest common subsequence of forms.
func common(gold, found []alignedWord, pair func(i, j int)) {
	m := make([][]int, len(gold)+1)
	for i := range m {
		m[i] = make([]int, len(found)+1)
	}
	for i := len(gold) - 1; i >= 0; i-- {
		for j := len(found) - 1; j >= 0; j-- {
			if gold[i].form == found[j].form {
				m[i][j] = 1 + m[i+1][j+1]
			} else {
				m[i][j] = max(m[i+1][j], m[i][j+1])
			}
		}
	}
	for i, j := 0, 0; i < len(gold) && j < len(found); {
		switch {
		case gold[i].form == found[j].form:
			pair(i, j)
			i, j = i+1, j+1
		case m[i+1][j] >= m[i][j+1]:
			i++
		default:
			j++
		}
	}
}
