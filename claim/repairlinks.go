package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// secondVerb returns the verb behind "and" whose object stands at token k and passed for one of the verb
// before, "met in Lund and discussed | fish"; -1 for none.
func secondVerb(doc *lang.Doc, s lang.Range, k int) int {
	i := doc.Tokens[k].Head
	if doc.Tokens[k].Rel != "obj" || i < s.Start || i >= k || doc.Tokens[i].UPOS != "VERB" {
		return -1
	}
	for j := k - 1; j > i && j > k-8; j-- {
		t := doc.Tokens[j]
		if t.UPOS == "VERB" && t.Rel == "conj" && t.Head == i && (t.XPOS == doc.Tokens[i].XPOS || t.XPOS == "VBD" || t.XPOS == "VBN") {
			for n := j + 1; n < s.End; n++ {
				if x := doc.Tokens[n]; x.Head == j && (x.Rel == "obj" || x.Rel == "ccomp" || x.Rel == "xcomp" || x.Rel == "obl" && n < k) {
					return -1
				}
			}
			if j < i+3 {
				return -1 // "reduced and removed | the levy": they share it
			}
			return j
		}
		if t.UPOS == "VERB" || t.UPOS == "AUX" || t.UPOS == "PUNCT" && doc.Form(j) != "-" || t.UPOS == "CCONJ" || t.UPOS == "ADP" || t.UPOS == "SCONJ" {
			return -1
		}
	}
	return -1
}

// unlinked finds a conjunction of time that passed for a preposition, so that the verb
// behind it lost its subject: "a day after Marrow and her colleague, Rena Holt, met in
// Lund". It returns the conjunction, the noun that is the subject, and the verb; -1 for none.
func unlinked(doc *lang.Doc, s lang.Range) (link, noun, verb int) {
	for i := s.Start + 1; i+2 < s.End; i++ {
		t := doc.Tokens[i]
		if !linksTime[strings.ToLower(doc.Form(i))] || t.Rel != "case" || t.Head <= i {
			continue
		}
		h, v, commas := t.Head, -1, 0
		for k := i + 1; k < s.End && v < 0; k++ {
			x := doc.Tokens[k]
			switch {
			case x.XPOS == "VBD":
				v = k
			case x.UPOS == "VERB" || x.UPOS == "AUX" || x.UPOS == "SCONJ" || x.XPOS == "WP" || x.XPOS == "WDT" || doc.Form(k) == ";" || doc.Form(k) == "\"" || doc.Form(k) == "”":
				return -1, -1, -1
			case doc.Form(k) == ",":
				commas++
			}
		}
		// the commas of an apposition come in pairs
		if v < 0 || commas%2 == 1 || doc.Tokens[v].Rel != "conj" && doc.Tokens[v].Rel != "advcl" || doc.Tokens[v].Head >= i || doc.Tokens[h].Head >= i || doc.Tokens[h].Head < s.Start || !strings.HasPrefix(doc.Tokens[h].Rel, "obl") && doc.Tokens[h].Rel != "nmod" {
			return -1, -1, -1
		}
		for k := s.Start; k < s.End; k++ {
			if x := doc.Tokens[k]; x.Head == v && (x.Rel == "cc" || strings.HasPrefix(x.Rel, "nsubj")) {
				return -1, -1, -1
			}
		}
		return i, h, v
	}
	return -1, -1, -1
}

// linksTime are the conjunctions of time that pass for prepositions.
var linksTime = words{"after": true, "before": true, "since": true, "until": true}

// relink makes a conjunction of the preposition at token i, and noun h the subject of verb v.
func relink(tokens []lang.Token, i, h, v int) {
	up := tokens[v].Head
	tokens[v].Head, tokens[v].Rel = up, "advcl"
	tokens[h].Head, tokens[h].Rel = v, "nsubj"
	tokens[i].UPOS, tokens[i].Rel, tokens[i].Head = "SCONJ", "mark", v
}

// roundAfterDays reports whether the word at token i is the noun of what took so many
// days, and passed for a preposition: "after a three-day round in Lund".
func roundAfterDays(doc *lang.Doc, s lang.Range, i int) bool {
	if doc.Form(i) != "round" || doc.Tokens[i].UPOS == "NOUN" || i-3 < s.Start {
		return false
	}
	switch f := strings.ToLower(doc.Form(i - 1)); f {
	case "day", "hour", "week":
		return doc.Form(i-2) == "-"
	default:
		return strings.HasSuffix(f, "-day") || strings.HasSuffix(f, "-hour") || strings.HasSuffix(f, "-week")
	}
}

// makeRound gives the round at token i what hangs on the words around it: what it passed
// for a preposition of is where it was.
func makeRound(tokens []lang.Token, s lang.Range, i int) {
	place, length := tokens[i].Head, i-1
	tokens[i].UPOS, tokens[i].XPOS, tokens[i].Lemma = "NOUN", "NN", "round"
	if place <= i || tokens[i].Rel != "case" || place >= s.End {
		return
	}
	tokens[i].Head, tokens[i].Rel = tokens[place].Head, tokens[place].Rel
	tokens[place].Head, tokens[place].Rel = i, "nmod"
	for k := s.Start; k < i; k++ {
		if t := &tokens[k]; t.Head == length && (t.Rel == "case" || t.Rel == "det") || t.Head == place && k < length {
			t.Head = i
		}
	}
	if tokens[length].Head == i || tokens[length].Head == place || tokens[length].Head == tokens[i].Head {
		tokens[length].Head, tokens[length].Rel = i, "compound"
	}
}

// offParticle returns the noun that is called off where "off" passed for a preposition of
// it: "called off her meeting"; -1 for none.
func offParticle(doc *lang.Doc, s lang.Range, i int) int {
	if i+2 >= s.End || doc.Form(i+1) != "off" || doc.Tokens[i+1].Rel != "case" || doc.Tokens[i].UPOS != "VERB" {
		return -1
	}
	if l := doc.Tokens[i].Lemma; l != "call" && l != "put" {
		return -1
	}
	if h := doc.Tokens[i+1].Head; h > i+1 && h < s.End && doc.Tokens[h].Head == i && strings.HasPrefix(doc.Tokens[h].Rel, "obl") {
		return h
	}
	return -1
}

// timeClause returns the verb of the clause that the preposition at token i begins where what comes behind it was
// hung on the verb above: "will not return before Brandt and Okoye meet"; -1 for none.
func timeClause(doc *lang.Doc, s lang.Range, i int) int {
	switch t := doc.Tokens[i]; strings.ToLower(doc.Form(i)) {
	case "before", "after", "until", "till", "once":
		if h := t.Head; t.Rel != "case" || h <= i || h >= s.End || !strings.HasPrefix(doc.Tokens[h].Rel, "obl") {
			return -1
		}
	default:
		return -1
	}
	k := doc.Tokens[i].Head
	for at := k + 1; at < min(k+8, s.End); at++ {
		switch x := doc.Tokens[at]; x.UPOS {
		case "PROPN", "CCONJ", "DET", "NOUN", "ADJ", "AUX":
		case "VERB":
			if x.Head == doc.Tokens[k].Head && isFinite(x.XPOS) || x.XPOS == "VB" && x.Head == doc.Tokens[k].Head && strings.ToLower(doc.Form(at-1)) != "to" {
				if slices.ContainsFunc(doc.Tokens[s.Start:s.End], func(o lang.Token) bool { return o.Head == at && strings.HasPrefix(o.Rel, "nsubj") }) {
					return -1
				}
				return at
			}
			return -1
		default:
			return -1
		}
	}
	return -1
}

// sitting reports whether the participle at token i is a noun by the words before it:
// "Monday's ten-hour sitting".
func sitting(doc *lang.Doc, s lang.Range, i int) bool {
	if t := doc.Tokens[i]; t.UPOS != "VERB" || doc.Form(i) != "sitting" || i-2 < s.Start {
		return false
	}
	switch f := strings.ToLower(doc.Form(i - 1)); f {
	case "'s", "’s", "the", "a", "next", "last", "first", "second", "third", "final":
		return true
	case "hour", "day":
		return doc.Form(i-2) == "-"
	}
	return false
}

// bodySummit returns the name before the noun of encounter at token i where its own
// preposition hid that it stands before it: "at the Group of Seven summit"; nil for none.
func bodySummit(doc *lang.Doc, s lang.Range, i int) *lang.Name {
	if f := doc.Form(i); f != "summit" && f != "meeting" || doc.Tokens[i].Rel != "nmod" {
		return nil
	}
	for n := range doc.Names {
		if x := &doc.Names[n]; x.End == i && x.Type == lang.ORG && x.Len() > 2 && doc.Tokens[i].Head == x.Start && strings.ToLower(doc.Form(x.Start+1)) == "of" && doc.Tokens[x.Start+1].Head == i {
			return x
		}
	}
	return nil
}

// bareSubject reports whether the noun at token i is the subject of the verb behind it, of which
// the tree made a bare adjunct: "after the two met", "the talks between Norvana, the union and
// Estrel had gone on". It returns the member of a row that passed for the subject, -1 for none.
func bareSubject(doc *lang.Doc, s lang.Range, i int) (row int, ok bool) {
	t := doc.Tokens[i]
	if t.Rel != "obl" || t.Head <= i || t.Head >= s.End || doc.Tokens[t.Head].XPOS != "VBD" && doc.Tokens[t.Head].XPOS != "VBN" || t.UPOS != "NOUN" && t.UPOS != "NUM" || partOfTime[strings.ToLower(t.Lemma)] {
		return -1, false
	}
	row = -1
	the, between := false, false
	for k := s.Start; k < s.End; k++ {
		x := doc.Tokens[k]
		switch {
		case x.Head == i && (x.Rel == "case" || x.Rel == "mark"):
			return -1, false
		case x.Head == i && x.Rel == "det" && strings.EqualFold(doc.Form(k), "the"):
			the = true
		case k > i && k < t.Head && strings.EqualFold(doc.Form(k), "between"):
			between = true
		case x.Head == t.Head && strings.HasPrefix(x.Rel, "nsubj"):
			if !between || k < i {
				return -1, false
			}
			row = k
		}
	}
	return row, the
}

// partOfTime are the nouns that stand as bare adjuncts of time: "the day before", "the next morning".
var partOfTime = words{"day": true, "week": true, "month": true, "year": true, "night": true, "morning": true, "evening": true, "afternoon": true, "weekend": true, "time": true, "hour": true, "minute": true, "moment": true, "way": true, "spring": true, "summer": true, "autumn": true, "winter": true, "fall": true}

// tellsBefore returns the verb of telling whose content the predicate at token i is, where the tree hung it on
// the verb of a later clause which its own conjunction opens: "denied on Wednesday that the rebels had
// agreed, after a mediator said so"; -1 for none.
func tellsBefore(doc *lang.Doc, s lang.Range, i int) int {
	t := &doc.Tokens[i]
	if t.Rel != "ccomp" || t.Head <= i || t.Head >= s.End {
		return -1
	}
	up := doc.Tokens[t.Head].Head
	if up < s.Start || up >= i || doc.Tokens[up].UPOS != "VERB" {
		return -1
	}
	that, opened := false, false
	for k := up + 1; k < t.Head; k++ {
		x := &doc.Tokens[k]
		that = that || k < i && x.Rel == "mark" && x.Head == i && strings.EqualFold(doc.Form(k), "that")
		opened = opened || k > i && x.Rel == "mark" && x.Head == t.Head
	}
	if that && opened {
		return up
	}
	return -1
}

// verbBefore returns the verb of which the noun at token i is the object, where it passed for an epithet of
// that noun: "a mediator dismissed suggestions that …"; -1 for none.
func verbBefore(doc *lang.Doc, s lang.Range, i int) int {
	if doc.Tokens[i].UPOS != "NOUN" {
		return -1
	}
	v, subject := -1, false
	for k := s.Start; k < s.End; k++ {
		switch t := &doc.Tokens[k]; {
		case t.Head != i:
		case t.Rel == "cop" || t.Rel == "aux":
			return -1
		case k < i && t.Rel == "amod" && t.UPOS == "VERB" && (t.XPOS == "VBN" || t.XPOS == "VBD" || t.XPOS == "VBP" || t.XPOS == "VBZ"):
			v = k
		case strings.HasPrefix(t.Rel, "nsubj") && v < 0:
			subject = true
		}
	}
	if !subject && (v < 0 || i <= v || doc.Tokens[v].XPOS == "VBN" || !governs(doc, s, v, "nsubj")) {
		return -1
	}
	return v
}

// particle reports whether the adverb at token i belongs to the verb before it, with which it is a verb of
// stance, though the tree hung it on what follows: "ruled out long-term limits".
func particle(doc *lang.Doc, s lang.Range, i int) bool {
	t := doc.Tokens[i]
	return i > s.Start && doc.Tokens[i-1].UPOS == "VERB" && t.Rel == "advmod" && t.Head > i && lex().positions.Verbs[lemmaOf(doc, i-1)+" "+strings.ToLower(doc.Form(i))] != ""
}

// relinked mends what stands around single words of encounters in a sentence. It returns
// the tokens, which it has copied where it changed any.
func relinked(doc *lang.Doc, tokens []lang.Token, s lang.Range) []lang.Token {
	own := func() {
		if tokens == nil {
			tokens = slices.Clone(doc.Tokens)
		}
	}
	if i, h, v := unlinked(doc, s); v >= 0 {
		own()
		relink(tokens, i, h, v)
	}
	for i := s.Start; i < s.End; i++ {
		if row, ok := bareSubject(doc, s, i); ok {
			own()
			tokens[i].Rel = "nsubj"
			if row >= 0 {
				tokens[row].Head, tokens[row].Rel = i, "nmod"
			}
		}
		if roundAfterDays(doc, s, i) {
			own()
			makeRound(tokens, s, i)
		}
		if h := offParticle(doc, s, i); h >= 0 {
			own()
			tokens[h].Rel = "obj"
			tokens[i+1].Rel, tokens[i+1].Head = "compound:prt", i
			for k := s.Start; k < i; k++ {
				if t := &tokens[k]; t.Head == i && t.Rel == "nsubj:pass" {
					t.Rel = "nsubj"
				}
			}
		}
		if at := timeClause(doc, s, i); at >= 0 {
			own()
			k := tokens[i].Head
			tokens[i].Head, tokens[i].Rel = at, "mark"
			tokens[k].Head, tokens[k].Rel = at, "nsubj"
			tokens[at].Rel = "advcl"
		}
		if h := tellsBefore(doc, s, i); h >= 0 {
			own()
			tokens[i].Head = h
		}
		if v := verbBefore(doc, s, i); v >= 0 {
			own()
			tokens[v].Head, tokens[v].Rel = tokens[i].Head, tokens[i].Rel
			if tokens[v].XPOS == "VBN" {
				tokens[v].XPOS = "VBD"
			}
			tokens[i].Head, tokens[i].Rel = v, "obj"
			for k := s.Start; k < v; k++ {
				if t := &tokens[k]; t.Head == i {
					t.Head = v
					if t.Rel == "case" && strings.EqualFold(doc.Form(k), "while") {
						t.UPOS, t.Rel = "SCONJ", "mark"
					}
				}
			}
		}
		if particle(doc, s, i) {
			own()
			tokens[i].Rel, tokens[i].Head, tokens[i].UPOS, tokens[i].XPOS = "compound:prt", i-1, "ADP", "RP"
		}
		if sitting(doc, s, i) {
			own()
			tokens[i].UPOS, tokens[i].XPOS, tokens[i].Lemma = "NOUN", "NN", "sitting"
			if tokens[i].Rel == "acl" {
				tokens[i].Rel = "nmod"
			}
			for k := s.Start; k < s.End; k++ {
				switch t := &tokens[k]; {
				case t.Head != i:
				case t.Rel == "mark":
					t.Rel = "case"
				case t.Rel == "obl":
					t.Rel = "nmod"
				}
			}
		}
		if n := bodySummit(doc, s, i); n != nil {
			own()
			first := n.Start
			tokens[i].Head, tokens[i].Rel = tokens[first].Head, tokens[first].Rel
			for k := s.Start; k < s.End; k++ {
				if t := &tokens[k]; t.Head == first && (k < first || k > i) {
					t.Head = i
				}
			}
			for k := first + 1; k < n.End; k++ {
				tokens[k].Head, tokens[k].Rel = first, "flat"
			}
			tokens[first].Head, tokens[first].Rel = i, "compound"
		}
	}
	return tokens
}
