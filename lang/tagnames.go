package lang

// The tagger knows few names. Where one begins a sentence it may take it for a verb, "Hook said …"; whether a
// word is a name the rest of the text tells, where it is written with a capital inside sentences and never without.

// properWords returns the words, in small letters, that a text writes with a capital inside
// sentences and nowhere without one.
func (d *Doc) properWords() map[uint64]bool {
	proper := map[uint64]bool{}
	for _, s := range d.Sentences {
		words := d.words(s.Range)
		title := s.Heading || titleCase(words)
		for i := range words {
			switch x := &words[i]; {
			case x.kind&isPunct != 0:
			case x.kind&isCapital == 0:
				proper[x.lower] = false
			case x.kind&(isSentence|allCaps) == 0 && !title && words[i-1].kind&isPunct == 0: // no mark, behind which a quotation may begin
				if _, known := proper[x.lower]; !known {
					proper[x.lower] = true
				}
			}
		}
	}
	return proper
}

// titleCase reports whether most words begin with a capital, as in the title of a book.
func titleCase(words []word) bool {
	capital, other := 0, 0
	for i := range words {
		switch k := words[i].kind; {
		case k&(isPunct|hasDigit) != 0:
		case k&isCapital != 0:
			capital++
		default:
			other++
		}
	}
	return capital > other
}

// misread are the parts of speech for which a name that begins a sentence is taken, where it is no noun.
var misread = map[string]bool{"VERB": true, "AUX": true, "INTJ": true, "X": true}

// namedHe reports whether token i is the family name He: "Liu He told reporters", "the envoy He Lan".
func (d *Doc) namedHe(i int, s Range) bool {
	words, at := d.words(s), i-s.Start
	if d.Form(i) != "He" || at == 0 || words[at].kind&isSentence != 0 || words[at-1].kind&isPunct != 0 {
		return false
	}
	given := at+1 < len(words) && words[at+1].kind&isCapital != 0 && !titleCase(words)
	return d.Tokens[i-1].UPOS == "PROPN" || given
}
