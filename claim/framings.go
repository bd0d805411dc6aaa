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
				r.exchange(x, y, -1)
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
	for i := range r.claims { // what is read as a rebuttal is in dispute by that
		if f := &r.claims[i]; f.Statement != nil && f.Modality == rapporteur.Denied && r.sent[f.head] == b.n {
			if f.Statement.Instead == "" {
				f.Statement.Instead, _ = r.contentWords([]lang.Range{c.Range})
			}
			return
		}
	}
	r.exchange(a, c, -1)
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

// quotedBack returns the turn of another whose words a turn takes up within marks to say that
// they are not so, nil for none: "has no motive to ‘rip off’ anybody".
func (r *reading) quotedBack(turns []utterance, j int) *utterance {
	b := &turns[j]
	not := lex().answers.Not
	if b.denies || r.anyIn(b.Range, not) < 0 {
		return nil
	}
	for i := b.Start; i+2 < b.End; i++ {
		if !opens(r.form(i)) {
			continue
		}
		end := i + 1
		for end < b.End && !isMark(r.form(end)) {
			end++
		}
		words := lang.Range{Start: i + 1, End: end}
		if end == b.End || words.Len() < 2 || words.Len() > 6 || !r.weighs(words) || r.anyIn(words, not) >= 0 || r.anyIn(lang.Range{Start: max(b.Start, i-6), End: i}, not) < 0 {
			continue
		}
		for k := j - 1; k >= 0; k-- {
			if a := &turns[k]; len(a.chain) > 0 && a.n < b.n && !sameVoice(a.chain, b.chain) && r.anyIn(a.Range, not) < 0 && r.repeatsAll(a.Range, words) {
				return a
			}
		}
	}
	return nil
}

// opens reports whether a form may open words that are another's.
func opens(form string) bool { return form == "“" || form == "\"" || form == "‘" || form == "'" }

// weighs reports whether some words tell something that is no name.
func (r *reading) weighs(s lang.Range) (tells bool) {
	for i := s.Start; i < s.End; i++ {
		switch r.upos(i) {
		case "PROPN", "NUM":
			return false
		case "NOUN", "VERB", "ADJ":
			tells = true
		}
	}
	return tells
}

// repeatsAll reports whether a range holds the words of another.
func (r *reading) repeatsAll(in, words lang.Range) bool {
	for i := in.Start; i+words.Len() <= in.End; i++ {
		same := true
		for k := 0; k < words.Len() && same; k++ {
			same = r.lemma(i+k) == r.lemma(words.Start+k)
		}
		if same {
			return true
		}
	}
	return false
}
