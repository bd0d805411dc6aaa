package claim

import (
	"slices"

	"rapporteur/lang"
)

// A rebuff says of what was just told that it is not so, without its words: "denied
// this", "the claim is false", "not so, said Brandt", "the firm remembers it
// differently". What it answers lies before it; see rebuttals.go.

// here is for what lies in the same sentence.
const here = -1

// rebuffs returns how many sentences back lies what a predicate at token i says is
// not so, 0 where it says nothing of the kind: "denied this", "the claim is false",
// "had promised nothing of the sort".
func (r *reading) rebuffs(i int, sent lang.Range) int {
	l := &lex().rebuttals
	if i+2 < sent.End && r.lower(i) == "nothing" && r.lower(i+1) == "of" && i+3 < sent.End && (r.lower(i+3) == "kind" || r.lower(i+3) == "sort") || r.curtly(i, sent) {
		return 1
	}
	c := r.clause(i)
	if c != nil && c.mark == "to" && c.up >= 0 && !c.neg { // "went on the radio to say the opposite"
		if up := r.clause(c.up); up != nil && up.past && !up.neg && up.modal == "" && !l.Wants[up.verb] && base(r.rel(i)) == "advcl" && r.otherwise(c, sent) {
			return 1
		}
	}
	if c == nil || c.modal != "" && c.modal != "would" || c.mark == "to" || !c.copula && !c.neg && r.doc.Tokens[i].XPOS == "VB" {
		return 0
	}
	switch {
	case c.copula && len(c.subj) > 0 && r.standsFor(c.subj[0]) && (r.isFalse(i) && !c.neg || l.True[r.lower(i)] && c.neg):
		if before := r.lower(max(c.subj[0]-1, 0)); before == "how" || before == "why" {
			return 0 // "talking about how this is ridiculous"
		}
		return 1
	case c.verb == "share" && c.neg && len(c.obj) == 1 && l.Shared[r.lemma(c.obj[0])] && (r.standsFor(c.obj[0]) || r.lower(r.own(c.obj[0]).Start) == "such" || r.doc.Tokens[r.own(c.obj[0]).Start].XPOS == "PRP$"):
		return 1 // "do not share such optimism"
	case r.otherwise(c, sent), r.untruthful(c, sent), r.neverSaid(c), r.notRecalled(c):
		return 1
	case c.neg || r.doc.Tokens[i].XPOS == "VB":
		return 0
	case l.Deny[c.verb] && base(r.rel(i)) == "acl" && r.whichOfAll(i, sent):
		return here // "…, which the company denies"
	case base(r.rel(i)) == "acl" && r.inTale(i, sent) && (l.Deny[c.verb] || l.Call[c.verb] && r.falsely(i, sent)):
		return here // "…, a claim that the company denies"
	case c.passive && l.Deny[c.verb] && len(c.subj) > 0 && r.upos(c.subj[0]) == "NOUN" && r.standsFor(c.subj[0]):
		return 1
	}
	k := r.answeredOf(c, sent)
	if k >= 0 && c.verb == "contradict" && len(r.actorsAt(k)) == 1 {
		return 1
	}
	if k < 0 || !r.standsFor(k) {
		return 0
	}
	switch {
	case l.Deny[c.verb]:
		if c.verb != "reject" && c.verb != "dismiss" && c.verb != "contest" || r.upos(k) == "NOUN" || k+1 < sent.End && (r.form(k+1) == ":" || r.lower(k+1) == "as") {
			return 1 // "rejects this: “It is our own figure”"
		}
	case l.Call[c.verb]:
		if r.falsely(k, sent) {
			return 1
		}
	}
	return 0
}

// isFalse reports whether a word calls something false: "a lie", "fake news".
func (r *reading) isFalse(i int) bool {
	l := &lex().rebuttals
	for k := max(r.own(i).Start, i-3); k <= i; k++ {
		if r.fictionAt(k, i+3) {
			return true // "was wishful thinking"
		}
	}
	return l.False[r.lower(i)] || (r.lower(i) == "news" || l.Tales[r.lemma(i)]) && slices.ContainsFunc(r.children(i, "amod"), func(k int) bool { return l.False[r.lower(k)] })
}

// falsely reports whether soon after a token stands that something is false.
func (r *reading) falsely(k int, sent lang.Range) bool {
	for j := k + 1; j < min(k+6, sent.End); j++ {
		if lex().rebuttals.False[r.lower(j)] || r.fictionAt(j, sent.End) {
			return true
		}
	}
	return false
}

// fictionAt reports whether words that call something false together begin at a token: "a pack of lies".
func (r *reading) fictionAt(i, end int) bool { return r.fictionEnd(i, end) > i }

// fictionEnd returns the end of such words, i where none begin there.
func (r *reading) fictionEnd(i, end int) int {
	for _, p := range lex().rebuttals.fiction[r.lower(i)] {
		if k := i + len(p); k <= min(end, len(r.lowers)) && slices.Equal(p, r.lowers[i:k]) {
			return k
		}
	}
	return i
}

// whichOfAll reports whether a relative clause is opened by a "which" of the whole before it.
func (r *reading) whichOfAll(i int, sent lang.Range) bool {
	first := r.lo[i]
	if r.form(first) == "," {
		first++
	}
	return r.lower(first) == "which" && first > sent.Start && r.form(first-1) == ","
}

// answeredOf returns the noun or pronoun of which a predicate says something, wherever the
// tree hung it, -1 for none: "rejected that account".
func (r *reading) answeredOf(c *clause, sent lang.Range) int {
	if c.passive {
		return -1
	}
	if len(c.obj) > 0 {
		return c.obj[0]
	}
	for k := c.head + 1; k < min(c.head+7, sent.End); k++ {
		switch r.upos(k) {
		case "NOUN":
			if lex().rebuttals.Tales[r.lemma(k)] {
				return k
			}
		case "VERB", "PUNCT":
			return -1
		}
	}
	return -1
}

// inTale reports whether a predicate tells of a noun that sums up the words before it.
func (r *reading) inTale(i int, sent lang.Range) bool {
	h := r.head(i)
	if h <= sent.Start || !lex().rebuttals.Tales[r.lemma(h)] {
		return false
	}
	before := r.nounPhrase(h).Start - 1
	return before > sent.Start && r.upos(before) == "PUNCT"
}

// curtly reads a denial that is no sentence, at the beginning of one: "Not so, said
// Brandt", "“Nonsense,” said Brandt".
func (r *reading) curtly(i int, sent lang.Range) bool {
	if i > sent.Start && (i > sent.Start+1 || !isMark(r.form(i-1))) {
		return false
	}
	end := i + 1
	if r.lower(i) == "not" && end < sent.End && lex().rebuttals.True[r.lower(end)] {
		end++
	} else if n := r.fictionEnd(i, sent.End); n > i {
		end = n
	} else if !lex().rebuttals.False[r.lower(i)] {
		return false
	}
	return end < sent.End && r.upos(end) == "PUNCT" && (len(r.chain(i)) > 0 || len(r.retorter(end, sent)) > 0)
}

// retorter returns the heads of who is told to say the word before token i: "Nonsense, the
// union shot back".
func (r *reading) retorter(i int, sent lang.Range) []int {
	for k := i + 1; k < min(i+9, sent.End); k++ {
		if k+1 < sent.End && r.lower(k+1) == "back" && (r.lemma(k) == "shoot" || r.lemma(k) == "fire" || r.lemma(k) == "hit") || lex().speech.Verbs[r.lemma(k)] && r.upos(k) == "VERB" {
			for h := k - 1; h > i; h-- {
				if r.upos(h) == "NOUN" || r.upos(h) == "PROPN" {
					return []int{h}
				}
			}
		}
	}
	return nil
}

// otherwise reports whether a predicate says that something was told otherwise than it
// was: "remembers it differently", "gave another account", "did not describe it that way".
func (r *reading) otherwise(c *clause, sent lang.Range) bool {
	l := &lex().rebuttals
	if !l.Retell[c.verb] || c.passive || len(r.actorsAt(c.subj...)) == 0 && !r.ofSpeakers(c) {
		return false
	}
	pointing := false
	for k := c.head + 1; k < min(c.head+8, sent.End); k++ {
		w := r.lower(k)
		switch {
		case r.upos(k) == "PUNCT", r.upos(k) == "VERB":
			return false
		case pointing && c.neg && (w == "way" || w == "terms"), pointing && c.neg && k == c.head+3 && w == "so":
			return true
		case !c.neg && (w == "differently" || w == "otherwise"):
			return pointing || k == c.head+1
		case !c.neg && (w == "opposite" || w == "reverse" || w == "contrary") && r.lower(k-1) == "the":
			return k+1 >= sent.End || r.lower(k+1) != "of"
		case !c.neg && (l.Tales[r.lemma(k)] || l.Recall[r.lemma(k)]) && r.upos(k) == "NOUN":
			return l.Other[r.lower(k-1)] && r.lower(k-2) != "in" // "said in another statement"
		}
		pointing = pointing || w == "it" || w == "this" || w == "that" || w == "things" || w == "events"
	}
	return false
}

// neverSaid reports whether a predicate says that what was just told was not said or
// done: "he had never offered that figure".
func (r *reading) neverSaid(c *clause) bool {
	if !c.neg || c.passive || c.modal != "" || !(c.past || c.perfect || r.did(c.head)) || len(c.obj) != 1 || !lex().rebuttals.Make[c.verb] {
		return false
	}
	k := c.obj[0]
	d := r.lower(r.own(k).Start)
	return r.upos(k) == "NOUN" && r.standsFor(k) && (d == "that" || d == "this" || d == "such" || d == "any" && r.lower(r.own(k).Start+1) == "such")
}

// notRecalled reads "that was not the recollection of a diplomat".
func (r *reading) notRecalled(c *clause) bool {
	return c.copula && c.neg && len(c.subj) == 1 && (r.lower(c.subj[0]) == "that" || r.lower(c.subj[0]) == "this") && lex().rebuttals.Recall[r.lemma(c.head)]
}

// ofSpeakers reports whether the subject of a predicate is somebody who speaks.
func (r *reading) ofSpeakers(c *clause) bool {
	v, ok := r.voiceAt(c.subj)
	return ok && v.Type != "" && (lex().titles.Heads[r.lemma(c.subj[0])] || r.entity[c.subj[0]] >= 0)
}

// untruthful reports whether a predicate says that what was told is not true in other words:
// "does not correspond to reality", "there is no truth in it".
func (r *reading) untruthful(c *clause, sent lang.Range) bool {
	if !c.neg && r.child(c.head, "expl") < 0 {
		return false
	}
	l := &lex().rebuttals
	if c.neg && l.Match[c.verb] && len(c.subj) > 0 && r.standsFor(c.subj[0]) {
		for k := c.head + 1; k < min(c.head+6, sent.End); k++ {
			if l.Truth[r.lemma(k)] {
				return true
			}
		}
	}
	if r.child(c.head, "expl") < 0 || !r.negated(c) {
		return false
	}
	for k := c.head + 1; k+2 < min(c.head+10, sent.End); k++ {
		if l.Truth[r.lemma(k)] && (r.lower(k+1) == "in" || r.lower(k+1) == "to" || r.lower(k+1) == "behind") {
			for j := k + 2; j < min(k+5, sent.End); j++ {
				if r.standsFor(j) {
					return true
				}
			}
		}
	}
	return false
}

// contentFrom returns the first token of what a remark says.
func (r *reading) contentFrom(a *remark) int { return a.content[0].Start }

// talesBefore are words before a noun of telling by which it sums up what others told, or told before.
var talesBefore = words{"earlier": true, "previous": true, "past": true, "prior": true, "former": true, "older": true, "other": true, "media": true, "press": true, "news": true, "newspaper": true, "conflicting": true, "many": true, "several": true}

// standsFor reports whether a noun or pronoun stands for what was just said.
func (r *reading) standsFor(i int) bool {
	switch r.lower(i) {
	case "it", "this", "that", "these", "them", "which":
		return true
	}
	own := r.own(i)
	return lex().rebuttals.Tales[r.lemma(i)] && own.Len() <= 4 && !slices.ContainsFunc(r.kids[i], func(k int) bool {
		return talesBefore[r.lower(k)] || base(r.rel(k)) == "acl" || base(r.rel(k)) == "nmod" && r.rel(k) != "nmod:poss"
	})
}
