package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// supposedAt reports whether a claim is of what somebody bids the reader to
// imagine, or of what would have been. A text that exists keeps its size even there:
// "suppose that they sign the 19-article draft".
func (r *reading) supposedAt(f *found) bool {
	if f.Text != nil && !r.newText(f) {
		return false
	}
	n := r.sent[f.head]
	s := r.doc.Sentences[n]
	if r.supposes(s.Range) || r.unreal(f.head, s.Range) || r.whatIf(lang.Range{Start: s.Start, End: f.head}) {
		return true
	}
	// what follows in the paragraph goes on, as long as nothing is told of the past
	for k := n - 1; k >= 0 && r.doc.Sentences[k].Paragraph == s.Paragraph; k-- {
		if c := r.governor(f.head); c == nil || c.past || c.perfect {
			return false
		}
		if r.supposes(r.doc.Sentences[k].Range) {
			return true
		}
	}
	return false
}

// supposes reports whether a sentence bids the reader to suppose what it says:
// "Let us suppose that …", "Imagine …", "What if …", "In a better world …".
func (r *reading) supposes(s lang.Range) bool {
	l := &lex().omissions
	i := s.Start
	for i < s.End && (r.upos(i) == "PUNCT" || r.upos(i) == "CCONJ" || r.lower(i) == "now" || r.lower(i) == "just" || r.lower(i) == "then") {
		i++
	}
	if i+1 < s.End && (r.lower(i) == "let" || r.lower(i) == "lets") {
		i++
		if w := r.lower(i); w == "us" || w == "me" || w == "'s" || w == "’s" {
			i++
		}
	}
	if i+2 >= s.End {
		return false
	}
	next := r.lower(i + 1)
	if r.lower(i) == "what" && next == "if" || l.Suppose[r.lower(i)] && r.child(i, "nsubj") < 0 && r.imperative(i, next) {
		return true
	}
	if r.lower(i) == "in" {
		for k := i + 1; k < min(i+5, s.End); k++ {
			if l.Worlds[r.lemma(k)] && l.Unreal[r.lower(k-1)] {
				return true
			}
		}
	}
	return false
}

// whatIf reads "what would happen if" before what would happen.
func (r *reading) whatIf(s lang.Range) bool {
	for k := s.Start; k+3 < s.End; k++ {
		if r.lower(k) == "what" && r.lower(k+1) == "would" && r.lower(k+2) == "happen" && r.lower(k+3) == "if" {
			return true
		}
	}
	return false
}

// imperative reports whether a verb at the beginning of a sentence bids.
func (r *reading) imperative(i int, next string) bool {
	if r.lower(i) == "say" { // "Say the two agree", not "Say what you like"
		return next == "the" || next == "a" || next == "that" || next == "they" || next == "for" || r.upos(i+1) == "PROPN"
	}
	switch r.upos(i + 1) {
	case "DET", "PROPN", "SCONJ", "PRON", "NUM", "ADP", "PUNCT", "ADV":
		return next != "what" && next != "how"
	}
	return strings.HasPrefix(next, "that")
}

// unreal reports whether token i stands in a clause of what would have been:
// "had they signed, there would have been a deal of five points".
func (r *reading) unreal(i int, s lang.Range) bool {
	would, had := false, r.lower(s.Start) == "had"
	for k := s.Start; k+1 < s.End; k++ {
		switch r.lower(k) {
		case "would", "could", "might":
			for j := k + 1; j < min(k+4, s.End); j++ {
				would = would || r.lower(j) == "have"
			}
		case "if":
			for j := k + 1; j < min(k+10, s.End); j++ {
				had = had || r.lower(j) == "had"
			}
		}
	}
	if !would || !had {
		return false
	}
	for c, steps := r.governor(i), 0; c != nil && steps < 4; c, steps = r.over(c), steps+1 {
		if c.modal != "" || c.past || c.perfect { // the first that has a tense tells
			inverted := slices.ContainsFunc(r.kids[c.head], func(k int) bool { return k == s.Start })
			return c.perfect && (c.modal == "would" || c.modal == "could" || c.modal == "might" || c.modal == "" && (c.mark == "if" || inverted))
		}
	}
	return false
}

// inventedAt reports whether a sentence tells of a novel, a play, a joke.
func (r *reading) inventedAt(s lang.Range) bool {
	l := &lex().omissions
	i := s.Start
	for i < s.End && r.upos(i) == "PUNCT" {
		i++
	}
	if i < s.End && (r.lower(i) == "in" || r.lower(i) == "from" || r.lower(i) == "at") {
		for k := i + 1; k < min(i+8, s.End) && r.form(k) != ","; k++ {
			if r.upos(k) == "NOUN" && l.Fictions[r.lemma(k)] || l.Fictions[r.lower(k)] && k+1 < s.End && r.lemma(k+1) == "page" {
				return true
			}
		}
	}
	for k := s.Start; k < s.End; k++ {
		if r.rel(k) != "root" {
			continue
		}
		c := r.governor(k)
		if c == nil {
			return false
		}
		for _, x := range c.subj {
			if made := func(i int) bool {
				return r.upos(i) == "NOUN" && (l.Fictions[r.lemma(i)] || l.Inventors[r.lemma(i)])
			}; made(x) || slices.ContainsFunc(r.children(x, "appos", "compound"), made) {
				return true
			}
		}
	}
	return false
}
