package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// A contrast is what a report sets against what it has just told of another by the words that
// join the two: "…, although economists say …", "But Stamm conceded that …", "The firms, however,
// maintain that …". That two are joined so says little alone; the verbs that tell them, what
// they share and that the one says what was or is not must speak for it too.

// contrasted reports whether the words of two voices are set against each other.
func (r *reading) contrasted(a, b *utterance, far int) bool {
	if far > 1 || len(a.chain) == 0 || len(b.chain) == 0 || a.denies {
		return false
	}
	though, but := r.conjoined(a, b)
	if !though && !but {
		return false
	}
	l := &lex().answers
	boasts, counters := r.cuedBy(a, l.Boasts) && !r.cuedBy(a, views), r.cuedBy(b, l.Counters) || r.cuedBy(b, l.Concedes)
	was, not := r.anyIn(a.Range, l.Not) >= 0, r.anyIn(b.Range, l.Not) >= 0
	common, _ := r.mattersOf(a).inCommon(r.mattersOf(b))
	if (r.wishes(b) || r.wishes(a) && !boasts) && !(was != not && common > 1) {
		return false
	}
	switch {
	case boasts && (though && a.n == b.n || common > 0):
		return true
	case r.cuedBy(a, views) && counters:
		return common > 0
	case was != not:
		return though && a.n == b.n || common > 1 && r.sameVerb(a, b) || common > 0 && counters
	case counters:
		return common > 0
	}
	return false
}

// sameVerb reports whether two turns tell of one deed by its verb: "would be told", "was not told".
func (r *reading) sameVerb(a, b *utterance) bool {
	told := words{}
	for i := a.Start; i < a.End; i++ {
		if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
			told[c.verb] = true
		}
	}
	for i := b.Start; i < b.End; i++ {
		if c := r.clause(i); c != nil && r.upos(i) == "VERB" && c.verb != "have" && c.verb != "do" && told[c.verb] {
			return true
		}
	}
	return false
}

// views are verbs of telling a view, which another view beside it does not yet contradict.
var views = words{"argue": true, "suggest": true, "declare": true, "contend": true, "assure": true, "tout": true, "trumpet": true, "accuse": true, "deny": true}

// wishes reports whether a turn tells what somebody wants, or what ought to be.
func (r *reading) wishes(t *utterance) bool {
	l := &lex().rebuttals
	if v := r.lemma(t.at); l.Wants[v] && !lex().answers.Boasts[v] && !lex().answers.Concedes[v] {
		return true
	}
	for i := t.Start; i < t.End; i++ {
		c := r.clause(i)
		if c == nil || c.neg {
			continue
		}
		switch c.modal {
		case "should", "must", "shall", "may", "might":
			return true
		}
		if l.Wants[c.verb] && !c.passive && r.upos(i) == "VERB" || lex().modality.Hedges[r.lower(i)] {
			return true
		}
	}
	return false
}

// conjoined reports which words join a turn to the one before it: such as concede what was told,
// and such as only set it beside.
func (r *reading) conjoined(a, b *utterance) (though, but bool) {
	s := r.doc.Sentences[b.n].Range
	at := lang.Range{Start: s.Start, End: s.Start + 1}
	if a.n == b.n {
		at = lang.Range{Start: max(a.End-1, s.Start), End: b.Start}
		if b.at < b.Start && b.at > a.Start {
			at.Start = min(at.Start, max(a.Start, r.lo[b.at]))
		}
	}
	for i := at.Start; i < at.End; i++ {
		switch r.lower(i) {
		case "although", "though":
			though = a.n == b.n
		case "but", "yet":
			but = true
		}
	}
	for i := s.Start; i+1 < min(b.Start+3, s.End); i++ {
		if w := r.lower(i); (w == "however" || w == "though") && r.upos(i+1) == "PUNCT" && (a.n != b.n || i >= a.End) {
			but = true
		}
	}
	return though, but
}

// An accusation is answered by whom it is laid on where he denies it, lays it on the other or
// says whose the fault is: "accused Norvana of dumping", "Norvana said Estrel alone was to blame".

// countercharged reports whether a turn answers the accusation of another by one of its own.
func (r *reading) countercharged(a, b *utterance, far int) bool {
	if far > 2 || len(a.chain) == 0 || len(b.chain) == 0 || !r.cuedBy(a, lex().answers.Accuses) {
		return false
	}
	mine, its := r.saidBy(b), r.saidBy(a)
	first, second := r.doc.Sentences[a.n].Range, r.doc.Sentences[b.n].Range
	if a.n == b.n {
		first, second = lang.Range{Start: min(a.Start, a.at), End: a.End}, lang.Range{Start: min(b.Start, b.at), End: b.End}
	}
	if !r.speaksOf(first, mine) {
		return false
	}
	if b.denies || r.blamesIn(b.Range) {
		return true
	}
	return r.speaksOf(second, its) && (r.cuedBy(b, lex().answers.Accuses) || r.cuedBy(b, lex().answers.Boasts) && r.anyIn(b.Range, lex().answers.Not) >= 0 || a.n == b.n && r.didSo(b, its))
}

// didSo reports whether what a turn tells first was done by the side of a voice: "Estrel said that
// Norvana had changed the list".
func (r *reading) didSo(b *utterance, its rapporteur.Source) bool {
	for i := b.Start; i < b.End; i++ {
		if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
			return (c.past || c.perfect) && !c.passive && len(c.subj) == 1 && r.speaksOf(r.own(c.subj[0]), its)
		}
	}
	return false
}

// saidBy returns the voice of a turn.
func (r *reading) saidBy(t *utterance) rapporteur.Source { return t.chain[len(t.chain)-1] }

// blamesIn reports whether some words say whose the fault is.
func (r *reading) blamesIn(s lang.Range) bool {
	for i := s.Start; i < s.End; i++ {
		if r.brushesOff(i, s.End, lex().answers.blame) {
			return true
		}
	}
	return false
}

// mishears returns who is told to have misheard, misspoken or been misunderstood, "" for nobody:
// what he said before is then not so.
func (r *reading) mishears(b *utterance) string {
	for i := b.Start; i < b.End; i++ {
		if !r.brushesOff(i, b.End, lex().answers.mishear) {
			continue
		}
		c := r.clause(i)
		if c == nil {
			c = r.governor(i)
		}
		for k := i; c == nil && k < min(i+4, b.End); k++ {
			c = r.clause(k)
		}
		if c == nil {
			continue
		}
		of := slices.Concat(c.subj, r.children(c.head, "nsubj:pass"))
		for _, k := range slices.Clone(of) {
			of = append(of, r.children(k, "nmod:poss")...)
		}
		for _, k := range of {
			if who := r.actorsAt(k); len(who) == 1 {
				return who[0].Name
			}
		}
	}
	return ""
}

// opposes reports whether two turns are set against each other by the words that join them.
func (r *reading) opposes(a, b *utterance, far int) bool {
	if who := r.mishears(b); who != "" {
		return far <= reach && sameVoice(a.chain, []rapporteur.Source{{Name: who}})
	}
	return r.contrasted(a, b, far) || r.countercharged(a, b, far)
}
