package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// What a text lays down is told with short verbs that are nouns as well ("will
// station troops", "caps the army", "to hand over its ships", "and lower its
// tariffs"), and a tagger of general English often takes them for nouns. The
// words around them say what they are.

// verbRepair works on a copy of the tokens that it makes when it first needs one.
type verbRepair struct {
	doc    *lang.Doc
	tokens []lang.Token // nil as long as nothing was mended
}

// repairVerbs makes verbs of what was tagged a noun where only a verb can stand.
func repairVerbs(doc *lang.Doc) *lang.Doc {
	v := &verbRepair{doc: doc}
	for _, s := range doc.Sentences {
		for i := s.Start + 1; i+1 < s.End; i++ {
			switch t := v.at(i); t.UPOS {
			case "NOUN", "ADJ":
				switch {
				case v.afterModal(s.Range, i):
					v.promote(s.Range, i, "VB")
				case v.afterTo(s.Range, i):
					v.promote(s.Range, i, "VB")
				case v.ofText(s.Range, i):
					v.promote(s.Range, i, "VBZ")
				case v.joined(s.Range, i):
					v.promote(s.Range, i, "VB")
				case v.ofActor(s.Range, i):
					v.promote(s.Range, i, "VBZ")
				}
			case "VERB":
				// "for rich countries to triple finance", read as a modifier
				if t.XPOS == "VB" && t.Rel == "amod" && v.lower(i-1) == "to" && t.Head > i {
					v.promote(s.Range, i, "VB")
				}
			}
		}
	}
	if v.tokens == nil {
		return doc
	}
	mended := *doc
	mended.Tokens = v.tokens
	return &mended
}

func (v *verbRepair) at(i int) lang.Token {
	if v.tokens != nil {
		return v.tokens[i]
	}
	return v.doc.Tokens[i]
}

func (v *verbRepair) lower(i int) string { return strings.ToLower(v.doc.Form(i)) }

// opens reports whether the word at token i can begin an object.
func (v *verbRepair) opens(i int) bool {
	switch t := v.at(i); t.UPOS {
	case "DET", "PROPN", "NUM", "ADJ", "NOUN", "SYM":
		return true
	case "PRON":
		return t.XPOS == "PRP$" || t.XPOS == "PRP"
	}
	return false
}

// determined reports whether a determiner or possessive stands at token i: what is before it is no noun.
func (v *verbRepair) determined(i int) bool {
	t := v.at(i)
	return t.UPOS == "DET" || t.XPOS == "PRP$" || t.UPOS == "SYM"
}

// afterModal: "will station troops", "would also base ships".
func (v *verbRepair) afterModal(s lang.Range, i int) bool {
	k := i - 1
	for k > s.Start && v.at(k).UPOS == "ADV" {
		k--
	}
	if v.at(k).XPOS != "MD" || v.at(k).UPOS != "AUX" || v.lower(k) == "may" && v.doc.Form(k) == "May" {
		return false
	}
	if v.at(i).UPOS == "ADJ" && !v.determined(i+1) {
		return false
	}
	return v.opens(i+1) || v.at(i+1).UPOS == "ADP"
}

// afterTo: "to hand over its ships", "to base the fleet".
func (v *verbRepair) afterTo(s lang.Range, i int) bool {
	if v.lower(i-1) != "to" || v.at(i-1).UPOS != "ADP" || v.at(i).XPOS != "NN" || v.lower(i) == "date" {
		return false
	}
	switch v.lower(i + 1) {
	case "over", "back", "up", "down", "out", "in", "off":
		return i+2 < s.End && (v.determined(i+2) || v.at(i+2).UPOS == "PROPN" || v.at(i+2).UPOS == "NUM")
	}
	return v.determined(i + 1)
}

// ofText: "the draft caps Norvana's army", the text taken for a part of a compound.
func (v *verbRepair) ofText(s lang.Range, i int) bool {
	l := &lex().texts
	t := v.at(i)
	if t.XPOS != "NNS" || t.Rel != "root" || !l.Nouns[strings.ToLower(v.at(i-1).Lemma)] || v.at(i-1).Head != i {
		return false
	}
	lemma := strings.TrimSuffix(v.lower(i), "s")
	if !l.Provide[lemma] && !l.Provide[strings.TrimSuffix(lemma, "e")] {
		return false
	}
	if !v.determined(i+1) && v.at(i+1).UPOS != "PROPN" && v.at(i+1).UPOS != "NUM" && v.at(i+1).UPOS != "ADJ" {
		return false
	}
	for k := s.Start; k < s.End; k++ {
		if v.at(k).Head == i && (v.at(k).Rel == "cop" || strings.HasPrefix(v.at(k).Rel, "nsubj")) {
			return false
		}
	}
	return true
}

// ofActor: "Norvana withdraws from the islands", "both sides exchange prisoners".
func (v *verbRepair) ofActor(s lang.Range, i int) bool {
	t, before := v.at(i), v.at(i-1)
	if t.UPOS != "NOUN" {
		return false
	}
	lemma := strings.TrimSuffix(v.lower(i), "s")
	switch {
	case t.XPOS == "NNS" && before.UPOS == "PROPN" && before.Head == i && before.Rel == "nsubj":
		if !verbal[lemma] && !verbs()[lemma] {
			return false
		}
	case t.XPOS == "NN" && before.XPOS == "NNS" && lex().actors.Groups[strings.ToLower(before.Lemma)] && verbal[lemma] && v.opens(i+1) && v.at(i+1).UPOS != "PROPN":
	default:
		return false
	}
	for k := s.Start; k < s.End; k++ {
		if v.at(k).Head == i && (v.at(k).Rel == "cop" || v.at(k).Rel == "case") {
			return false
		}
	}
	return true
}

// joined: "would raise wages and end overtime", "would buy grain and lower its tariffs".
func (v *verbRepair) joined(s lang.Range, i int) bool {
	if v.at(i-1).UPOS != "CCONJ" && !(v.doc.Form(i-1) == "," && verbal[v.lower(i)]) {
		return false
	}
	if v.at(i).XPOS == "NNS" || v.verbBefore(s, i) < 0 {
		return false
	}
	if v.determined(i+1) && (v.at(i).UPOS == "ADJ" || verbal[v.lower(i)] || verbs()[v.lower(i)]) {
		return true
	}
	return verbal[v.lower(i)] && v.opens(i+1)
}

// verbal are words that are verbs rather than nouns before an object, in a row of verbs.
var verbal = words{
	"end": true, "cut": true, "cap": true, "halt": true, "freeze": true, "raise": true, "drop": true, "ban": true, "lift": true, "limit": true, "open": true, "lower": true, "free": true, "ease": true,
	"slow": true, "double": true, "triple": true, "halve": true, "base": true, "host": true, "fund": true, "scrap": true, "release": true, "exchange": true, "swap": true, "return": true, "dismantle": true, "withdraw": true, "pull": true, "leave": true, "hand": true, "keep": true, "station": true,
}

// verbBefore returns the last bare verb of a modal or infinitive before token i, -1 for none.
func (v *verbRepair) verbBefore(s lang.Range, i int) int {
	for k := i - 2; k > s.Start; k-- {
		switch t := v.at(k); {
		case t.UPOS == "VERB" && t.XPOS == "VB":
			return k
		case t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP"), v.doc.Form(k) == ";":
			return -1
		}
	}
	return -1
}

// promote makes a verb of token i and hangs the words around it accordingly.
func (v *verbRepair) promote(s lang.Range, i int, tag string) {
	if v.tokens == nil {
		v.tokens = slices.Clone(v.doc.Tokens)
	}
	t := v.tokens
	conj := -1
	if t[i-1].UPOS == "CCONJ" || v.doc.Form(i-1) == "," {
		conj = v.verbBefore(s, i)
	}
	t[i].UPOS, t[i].XPOS, t[i].Lemma = "VERB", tag, v.lower(i)
	if tag == "VBZ" {
		t[i].Lemma = strings.TrimSuffix(v.lower(i), "s")
		if !strings.HasSuffix(v.lower(i), "s") {
			t[i].XPOS = "VBP"
		}
	}
	if h := t[i].Head; h > i && h < s.End && (t[i].Rel == "compound" || t[i].Rel == "amod" || t[i].Rel == "nmod") {
		t[i].Head, t[i].Rel = t[h].Head, t[h].Rel
		t[h].Head, t[h].Rel = i, "obj"
		for k := s.Start; k < s.End; k++ {
			if t[k].Head != h || k == i {
				continue
			}
			switch rel := t[k].Rel; {
			case k < i || rel == "obl" || rel == "advmod" && k > h || rel == "advcl" || rel == "parataxis" || rel == "punct" && k > h:
				t[k].Head = i
			}
		}
	}
	for k := s.Start; k < s.End; k++ {
		if t[k].Head != i {
			continue
		}
		switch rel := t[k].Rel; {
		case k < i && (rel == "det" || rel == "case") && (v.lower(k) == "that" || v.lower(k) == "to"):
			t[k].UPOS, t[k].Rel = "SCONJ", "mark"
			if v.lower(k) == "to" {
				t[k].UPOS = "PART"
			}
		case k < i && (rel == "compound" || rel == "nmod" || rel == "obl:unmarked" || rel == "nmod:poss" && (k+1 >= i || t[k+1].UPOS != "PART")) && (t[k].UPOS == "NOUN" || t[k].UPOS == "PROPN" || t[k].UPOS == "PRON"):
			t[k].Rel = "nsubj"
			for j := s.Start; j < k; j++ { // its article
				if t[j].Head == i && (t[j].Rel == "det" || t[j].Rel == "amod" || t[j].Rel == "nummod" || t[j].Rel == "nmod:poss") {
					t[j].Head = k
				}
			}
		case k > i && (rel == "appos" || rel == "obl:unmarked" || rel == "dep") && t[k].UPOS != "VERB":
			t[k].Rel = "obj"
		case k > i && (rel == "nmod" || rel == "conj" && t[k].UPOS == "NOUN"):
			t[k].Rel = "obl"
		}
	}
	if conj >= 0 && (t[i].Rel == "conj" || t[i].Head != i && t[i].Head < i) {
		t[i].Head, t[i].Rel = conj, "conj"
	}
	if t[i].Rel == "nmod" || t[i].Rel == "obl" || t[i].Rel == "compound" {
		if t[i-1].UPOS == "PART" || v.lower(i-1) == "to" {
			t[i].Rel = "xcomp"
		} else {
			t[i].Rel = "ccomp"
		}
		// an object that was hung beside it
		for k := i + 1; k < s.End; k++ {
			if t[k].Head == t[i].Head && (t[k].Rel == "obl" || t[k].Rel == "nmod") && t[k].UPOS == "NOUN" && k < i+6 {
				t[k].Head, t[k].Rel = i, "obj"
				break
			}
		}
	}
}
