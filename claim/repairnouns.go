package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// leaveAndPay are nouns that pass for verbs behind the words that say which: "one day of paid
// leave", "wants minimum pay to rise".
var leaveAndPay = map[string]words{
	"leave": {"paid": true, "unpaid": true, "sick": true, "parental": true, "maternity": true, "paternity": true, "annual": true, "family": true, "study": true, "medical": true, "bereavement": true, "compassionate": true, "personal": true, "holiday": true, "sabbatical": true},
	"pay": {
		"minimum": true, "base": true, "basic": true, "sick": true, "holiday": true, "overtime": true, "back": true, "severance": true, "premium": true, "hazard": true, "equal": true, "higher": true, "better": true, "redundancy": true, "strike": true, "weekend": true,
		"night": true, "starting": true, "hourly": true, "annual": true, "vacation": true, "maternity": true, "performance": true,
	},
}

// nounRepairs makes nouns of the verbs that are none in a sentence, and lets an infinitive that
// was taken for the purpose of an offer be what is offered: "offered in writing to limit shifts".
func nounRepairs(doc *lang.Doc, tokens []lang.Token, s lang.Range) []lang.Token {
	own := func() []lang.Token {
		if tokens == nil {
			tokens = slices.Clone(doc.Tokens)
		}
		return tokens
	}
	if holder, verb := actingHolder(doc, s); holder >= 0 {
		own()[s.Start].UPOS, tokens[s.Start].XPOS, tokens[s.Start].Lemma, tokens[s.Start].Head, tokens[s.Start].Rel = "ADJ", "JJ", "acting", holder, "amod"
		tokens[holder].Head, tokens[holder].Rel = verb, "nsubj"
	}
	if doer, verb := saidOfOthers(doc, s); doer >= 0 {
		own()[doer].Head = verb
		if slices.ContainsFunc(doc.Tokens[s.Start:s.End], func(t lang.Token) bool { return t.Head == verb && t.Rel == "aux:pass" }) {
			tokens[doer].Rel = "nsubj:pass"
		}
	}
	for i := s.Start + 1; i < s.End; i++ {
		t := doc.Tokens[i]
		if t.UPOS == "VERB" && (t.XPOS == "VB" || t.XPOS == "VBP") && leaveAndPay[doc.Form(i)][strings.ToLower(doc.Form(i-1))] && !strings.EqualFold(doc.Form(max(i-2, s.Start)), "to") {
			nounOfVerb(own(), s, i)
		}
		if f := doc.Form(i); f == "wound" && t.UPOS == "VERB" && t.Lemma != "wind" && i+1 < s.End && (doc.Form(i+1) == "up" || doc.Form(i+1) == "down") {
			own()[i].Lemma = "wind"
		}
		if h := t.Head; t.XPOS == "VB" && t.Rel == "advcl" && doc.Form(i-1) == "to" && h >= s.Start && h < i && offering[strings.ToLower(doc.Tokens[h].Lemma)] && doc.Tokens[h].UPOS == "VERB" && plainTo(doc, h, i-1) {
			own()[i].Rel = "xcomp"
		}
	}
	return tokens
}

// saidOfOthers returns the first of two subjects that hang on one verb, and the verb before the second that has none and
// whose doer it is; -1 for none: "Envoys of both | wound up the talks, officials said".
func saidOfOthers(doc *lang.Doc, s lang.Range) (doer, verb int) {
	for i := s.Start; i < s.End; i++ {
		if t := doc.Tokens[i]; t.Rel != "ccomp" || t.UPOS != "VERB" || t.Head <= i || t.Head >= s.End {
			continue
		}
		said, first, second, own := doc.Tokens[i].Head, -1, -1, false
		for k := s.Start; k < s.End; k++ {
			if t := doc.Tokens[k]; t.Rel == "nsubj" && t.Head == said && k < i && first < 0 {
				first = k
			} else if t.Rel == "nsubj" && t.Head == said && k > i {
				second = k
			} else if strings.HasPrefix(t.Rel, "nsubj") && t.Head == i {
				own = true
			}
		}
		if first >= 0 && second > i && second < said && !own {
			return first, i
		}
	}
	return -1, -1
}

// actingHolder returns the head of the name or title behind an "Acting" that opens a sentence and passes for a verb, and
// the verb of which its holder is the subject; -1 for none: "Acting Labour Secretary Ilse Marrow flew in".
func actingHolder(doc *lang.Doc, s lang.Range) (holder, verb int) {
	t := doc.Tokens[s.Start]
	verb = t.Head
	if doc.Form(s.Start) != "Acting" || t.UPOS != "VERB" || verb <= s.Start || verb >= s.End || doc.Tokens[verb].UPOS != "VERB" {
		return -1, -1
	}
	for i := s.Start + 1; i < verb; i++ {
		switch k := doc.Tokens[i]; {
		case k.Head == s.Start && (k.Rel == "obj" || k.Rel == "ccomp" || k.Rel == "xcomp" || k.Rel == "obl") && k.UPOS == "PROPN":
			return i, verb
		case k.UPOS != "PROPN" && k.UPOS != "NOUN":
			return -1, -1
		}
	}
	return -1, -1
}

// offering are verbs of which an infinitive says what is offered or agreed.
var offering = words{"offer": true, "propose": true, "agree": true, "promise": true, "pledge": true, "undertake": true, "commit": true, "refuse": true, "vow": true, "consent": true, "volunteer": true}

// plainTo reports whether nothing stands between a verb and the "to" of an infinitive but how and
// when: no comma and no object.
func plainTo(doc *lang.Doc, verb, to int) bool {
	for k := verb + 1; k < to; k++ {
		if doc.Tokens[k].UPOS == "PUNCT" || doc.Tokens[k].Head == verb && (doc.Tokens[k].Rel == "obj" || doc.Tokens[k].Rel == "ccomp" || doc.Tokens[k].Rel == "xcomp") {
			return false
		}
	}
	return true
}

// nounOfVerb makes a noun of the word at token i, and an adjective of the one before it: what hung
// on either hangs on the noun, and what followed as its clauses on the verb above.
func nounOfVerb(tokens []lang.Token, s lang.Range, i int) {
	before, t := &tokens[i-1], &tokens[i]
	up, rel := t.Head, t.Rel
	if h := before.Head; h >= s.Start && h < i-1 && (before.Rel == "acl" || strings.HasPrefix(before.Rel, "nmod") || strings.HasPrefix(before.Rel, "obl") || before.Rel == "obj" || before.Rel == "advcl") {
		up, rel = h, "nmod" // "one day of | paid leave"
		if before.Rel == "obj" || strings.HasPrefix(before.Rel, "obl") {
			rel = before.Rel
		}
	} else if up >= s.Start && up < i && (rel == "xcomp" || rel == "ccomp" || rel == "advcl") {
		rel = "obj"
	}
	t.UPOS, t.XPOS = "NOUN", "NN"
	for k := s.Start; k < s.End; k++ {
		x := &tokens[k]
		switch {
		case k == i-1 || k == i:
		case x.Head == i-1:
			x.Head = i
		case x.Head == i && up >= 0 && (x.Rel == "xcomp" || x.Rel == "ccomp" || x.Rel == "advcl" || x.Rel == "punct" || x.Rel == "obj"):
			x.Head = up
		}
	}
	before.Head, before.Rel = i, "amod"
	if before.UPOS != "NOUN" {
		before.UPOS, before.XPOS, before.Lemma = "ADJ", "JJ", strings.ToLower(before.Lemma)
	}
	if up == i-1 || up == i {
		up = -1
	}
	t.Head, t.Rel = up, rel
	if up < 0 {
		t.Rel = "root"
	}
}
