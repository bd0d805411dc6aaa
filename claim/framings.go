package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// A framing is a sentence that says no more than that somebody tells it otherwise: "The
// ministry sees it differently", "but opponents disagreed", "Accounts differ". What is in
// dispute stands around it: what was told before against what is told next, or what two
// tell next.

// framing notes what the sentence of a turn sets against each other.
func (r *reading) framing(turns []utterance, j int, a *utterance) {
	b := &turns[j]
	s := r.doc.Sentences[b.n]
	if j+1 < len(turns) && turns[j+1].n == b.n {
		return // the last of a sentence looks at what stands behind it
	}
	if s.Len() <= 25 && (r.framesIt(b, lex().rebuttals.divide) >= 0 || r.divided(s.Range)) {
		if x := r.nextVoice(turns, j, nil); x != nil {
			if y := r.nextVoice(turns, j, x); y != nil && y.n-x.n <= 2 {
				r.exchange(x, y)
			}
		}
		return
	}
	at := r.framesIt(b, lex().rebuttals.frame)
	switch {
	case at < 0:
		return
	case at >= b.End && len(b.chain) > 0:
		a = b // "…, he said, but opponents disagreed"
	case at-s.Start >= 8 && r.readIn(b) && r.anyIn(lang.Range{Start: at - 5, End: at}, words{"but": true, "though": true, "although": true, "while": true}) >= 0:
		a = b
	case s.Len() > 25 || b.Len() > 14:
		return
	}
	for i := j - 1; a == nil && i >= 0 && b.n-turns[i].n <= 1; i-- {
		if !sameVoice(turns[i].chain, b.chain) && r.readIn(&turns[i]) {
			a = &turns[i]
		}
	}
	if a == nil {
		return
	}
	c := r.nextVoice(turns, j, a)
	if c == nil || c.n-b.n > 1 || r.wantsIn(c) {
		return
	}
	if r.doc.Sentences[c.n].Paragraph != s.Paragraph {
		if words, _ := r.mattersOf(a).inCommon(r.mattersOf(c)); words == 0 {
			return
		}
	}
	r.exchange(a, c)
}

// divided reports whether a sentence says that what is told differs: "Accounts of what
// happened next differ".
func (r *reading) divided(s lang.Range) bool {
	c := r.mainClause(s)
	if c == nil || c.neg || c.modal != "" || len(c.subj) != 1 || !divides[c.verb] {
		return false
	}
	m := r.lemma(c.subj[0])
	return lex().rebuttals.Recall[m] || lex().rebuttals.Tales[m] || lex().counters.Reckonings[m]
}

// divides are verbs of what is not told alike.
var divides = words{"differ": true, "diverge": true, "vary": true, "conflict": true, "clash": true, "part": true, "contradict": true}

// nextVoice returns the next turn, of another voice than one before, within a few sentences.
func (r *reading) nextVoice(turns []utterance, j int, than *utterance) *utterance {
	for k := j + 1; k < len(turns) && turns[k].n-turns[j].n <= reach; k++ {
		c := &turns[k]
		if len(c.chain) == 0 || turns[k].n == turns[j].n && sameVoice(c.chain, turns[j].chain) || than != nil && (c == than || sameVoice(than.chain, c.chain) || r.nested(than, c)) {
			continue
		}
		return c
	}
	return nil
}

// framesIt returns the token at which one of some phrases stands in the sentence of a turn, -1
// for none.
func (r *reading) framesIt(b *utterance, phrases map[string][][]string) int {
	s := r.doc.Sentences[b.n].Range
	for i := s.Start; i < s.End; i++ {
		for _, p := range phrases[r.lemma(i)] {
			end := i + len(p)
			if r.phraseAt(i, s.End, p) && !r.negatedAt(i, s.Start) && (len(p) > 1 || end >= s.End || r.upos(end) == "PUNCT") {
				return i
			}
		}
	}
	return -1
}

// versionOf returns who tells what a predicate says is his version: "The bank's version is that".
func (r *reading) versionOf(c *clause) []rapporteur.Source {
	if len(c.subj) != 1 || c.neg || c.modal != "" || !(lex().rebuttals.Recall[r.lemma(c.subj[0])] || lex().counters.Reckonings[r.lemma(c.subj[0])]) || r.upos(c.subj[0]) != "NOUN" {
		return nil
	}
	p := r.child(c.subj[0], "nmod:poss")
	if p < 0 || r.upos(p) == "PRON" {
		return nil
	}
	return r.withVoice(nil, p)
}
