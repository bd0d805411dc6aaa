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
	mended []int        // tokens whose tags were
	tokens []lang.Token // nil as long as nothing was mended
}

// repairVerbs makes verbs of what was tagged a noun where only a verb can stand.
func repairVerbs(doc *lang.Doc) *lang.Doc {
	v := &verbRepair{doc: doc}
	var anew []lang.Range
	for _, s := range doc.Sentences {
		before := len(v.mended)
		for i := s.Start + 1; i+1 < s.End; i++ {
			switch v.at(i).UPOS {
			case "NOUN", "ADJ":
				switch {
				case v.afterModal(s.Range, i):
					v.retag(i, "VB")
				case v.afterTo(s.Range, i):
					v.retag(i, "VB")
				case v.ofText(s.Range, i):
					v.retag(i, "VBZ")
				case v.joined(s.Range, i):
					v.retag(i, "VB")
				case v.ofActor(s.Range, i), v.joinedFinite(s.Range, i), v.noMore(s.Range, i):
					v.retag(i, "VBZ")
				case v.lower(i) == "include":
					v.retag(i, "VBP")
				case v.lower(i) == "shrank":
					v.retag(i, "VBD")
				}
			case "ADV":
				if v.lower(i) == "persist" { // "differences persist"
					v.retag(i, "VBP")
				}
			}
		}
		if len(v.mended) > before {
			anew = append(anew, s.Range)
		}
	}
	if v.tokens == nil {
		return doc
	}
	mended := *doc
	mended.Tokens = v.tokens
	for _, s := range anew {
		mended.ParseSentence(s)
		for _, i := range v.mended {
			if s.Contains(i) {
				object(mended.Tokens, s, i)
			}
		}
	}
	return &mended
}

// object hangs the nominal right after a verb on it, where the tree did not.
func object(t []lang.Token, s lang.Range, i int) {
	for j := i + 1; j < s.End && j < i+7; j++ {
		switch t[j].UPOS {
		case "DET", "ADJ", "NUM", "PART", "SYM":
			continue
		case "PRON":
			if t[j].XPOS == "PRP$" {
				continue
			}
			return
		case "NOUN", "PROPN":
			if j+1 < s.End && (t[j+1].UPOS == "NOUN" || t[j+1].UPOS == "PROPN" || t[j+1].UPOS == "PART" && t[j+1].XPOS == "POS") {
				continue
			}
			if h := t[j].Head; h < i && (t[j].Rel == "conj" || t[j].Rel == "appos" || t[j].Rel == "dep" || t[j].Rel == "obj" || t[j].Rel == "nmod") {
				if t[i].Head == j { // "to base troops", read as base troops
					t[i].Head, t[i].Rel = h, "conj"
				}
				t[j].Head, t[j].Rel = i, "obj"
			}
		}
		return
	}
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

// ofText: "the draft caps Norvana's army", where no other verb is before it.
func (v *verbRepair) ofText(s lang.Range, i int) bool {
	l := &lex().texts
	if v.at(i).XPOS != "NNS" || !l.Nouns[strings.ToLower(v.at(i-1).Lemma)] {
		return false
	}
	lemma := strings.TrimSuffix(v.lower(i), "s")
	if lemma == "consist" && v.lower(i+1) == "of" || lex().points.Status[lemma+" "+v.lower(i+1)] != "" && !v.finiteIn(s.Start, i) { // "waters down"
		return true
	}
	if !l.Provide[lemma] && !l.Provide[strings.TrimSuffix(lemma, "e")] {
		return false
	}
	if next := v.lower(i + 1); l.Hold[lemma] && (next == "that" || next == "for" || next == "on" && lemma == "call") && !v.finiteIn(s.Start, i) {
		return true
	}
	if !v.determined(i+1) && v.at(i+1).UPOS != "PROPN" && v.at(i+1).UPOS != "NUM" && v.at(i+1).UPOS != "ADJ" {
		return false
	}
	return !v.finiteIn(s.Start, i)
}

// finiteIn reports whether a finite verb stands between two tokens, in the same part of a sentence.
func (v *verbRepair) finiteIn(from, to int) bool {
	for k := to - 1; k >= from; k-- {
		if f := v.doc.Form(k); f == ";" || f == ":" {
			return false
		}
		switch t := v.at(k); {
		case t.UPOS == "AUX", t.UPOS == "VERB" && (t.XPOS == "VBD" || t.XPOS == "VBZ" || t.XPOS == "VBP"):
			return true
		}
	}
	return false
}

// ofActor: "Norvana withdraws from the islands", "both sides exchange prisoners".
func (v *verbRepair) ofActor(s lang.Range, i int) bool {
	t, before := v.at(i), v.at(i-1)
	if t.UPOS != "NOUN" {
		return false
	}
	lemma := strings.TrimSuffix(v.lower(i), "s")
	switch {
	case t.XPOS == "NNS" && before.UPOS == "PROPN" && (lemma == "object" || lemma == "balk" || lemma == "baulk") && v.at(i+1).UPOS == "ADP": // "Norvana objects to the clause"
	case t.XPOS == "NNS" && before.UPOS == "PROPN" && headed[lemma] && i+2 < s.End && (v.lower(i+1) == "to" || v.lower(i+1) == "for" || v.lower(i+1) == "into") && v.at(i+2).UPOS == "PROPN": // "Holt heads to Lund on Friday"
	case t.XPOS == "NNS" && before.UPOS == "PROPN" && verbal[lemma]:
		if next := v.at(i + 1); !v.determined(i+1) && next.UPOS != "ADP" && next.UPOS != "NUM" {
			return false
		}
	case t.XPOS == "NN" && before.XPOS == "NNS" && lex().actors.Groups[strings.ToLower(before.Lemma)] && verbal[lemma] && v.opens(i+1) && v.at(i+1).UPOS != "PROPN":
	default:
		return false
	}
	return !v.finiteIn(s.Start, i)
}

// noMore: "The speed limit no longer features": behind these words stands a verb.
func (v *verbRepair) noMore(s lang.Range, i int) bool {
	return i > s.Start+3 && v.at(i).XPOS == "NNS" && v.lower(i-1) == "longer" && v.lower(i-2) == "no" && v.at(i-3).UPOS != "AUX" && v.at(i-3).UPOS != "VERB"
}

// joinedFinite: "calls for a committee and bars the operators from …".
func (v *verbRepair) joinedFinite(s lang.Range, i int) bool {
	lemma := strings.TrimSuffix(v.lower(i), "s")
	if v.at(i-1).UPOS != "CCONJ" || v.at(i).XPOS != "NNS" || !lex().texts.Provide[lemma] || !v.determined(i+1) && v.at(i+1).UPOS != "PROPN" {
		return false
	}
	return v.finiteBefore(s, i) >= 0
}

// finiteBefore returns the last verb in -s before token i, -1 for none.
func (v *verbRepair) finiteBefore(s lang.Range, i int) int {
	for k := i - 2; k > s.Start; k-- {
		if v.at(k).UPOS == "VERB" && v.at(k).XPOS == "VBZ" {
			return k
		}
	}
	return -1
}

// joined: "would raise wages and end overtime", "would buy grain and lower its tariffs".
func (v *verbRepair) joined(s lang.Range, i int) bool {
	if v.at(i-1).UPOS != "CCONJ" && !(v.doc.Form(i-1) == "," && verbal[v.lower(i)]) {
		return false
	}
	if v.at(i).XPOS == "NNS" || v.verbBefore(s, i) < 0 {
		return false
	}
	if promising[v.lower(i)] && i+1 < s.End && v.lower(i+1) == "that" {
		return true // "cut tariffs and guarantee that no plant would close"
	}
	if v.determined(i+1) && (v.at(i).UPOS == "ADJ" || verbal[v.lower(i)] || verbs()[v.lower(i)]) {
		return true
	}
	return verbal[v.lower(i)] && v.opens(i+1)
}

// headed are the words for going somewhere that are nouns as well.
var headed = words{"head": true, "return": true, "jet": true, "travel": true, "journey": true, "land": true, "dash": true, "march": true, "trek": true, "ride": true, "sail": true, "race": true, "rush": true}

// promising are words that are verbs rather than nouns before "that", in a row of verbs.
var promising = words{"promise": true, "guarantee": true, "pledge": true, "vow": true, "demand": true, "request": true, "signal": true, "rule": true, "stress": true}

// verbal are words that are verbs rather than nouns before an object, in a row of verbs.
var verbal = words{
	"end": true, "cut": true, "cap": true, "halt": true, "freeze": true, "raise": true, "drop": true, "ban": true, "lift": true, "limit": true, "open": true, "lower": true, "free": true, "ease": true,
	"slow": true, "double": true, "triple": true, "halve": true, "base": true, "host": true, "fund": true, "scrap": true, "release": true, "exchange": true, "swap": true, "return": true, "dismantle": true, "withdraw": true, "pull": true, "leave": true, "hand": true, "keep": true, "station": true, "unfreeze": true, "allow": true, "create": true, "pay": true, "provide": true, "give": true, "recognise": true, "recognize": true, "restore": true, "remove": true, "share": true, "build": true, "buy": true, "ship": true, "close": true, "join": true,
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

// retag makes a verb of token i. The sentence is parsed anew when all its tags are right.
func (v *verbRepair) retag(i int, tag string) {
	if v.tokens == nil {
		v.tokens = slices.Clone(v.doc.Tokens)
	}
	t := &v.tokens[i]
	v.mended = append(v.mended, i)
	t.UPOS, t.XPOS, t.Lemma = "VERB", tag, v.lower(i)
	if tag == "VBZ" {
		t.Lemma = strings.TrimSuffix(v.lower(i), "s")
		if !strings.HasSuffix(v.lower(i), "s") {
			t.XPOS = "VBP"
		}
	}
	if p := &v.tokens[i-1]; v.lower(i-1) == "to" {
		p.UPOS, p.XPOS = "PART", "TO"
	}
}
