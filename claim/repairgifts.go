package claim

import (
	"strings"

	"rapporteur/lang"
)

// gifts are verbs of two objects: to whom, and what.
var gifts = words{"offer": true, "promise": true, "award": true, "guarantee": true, "concede": true, "hand": true, "pay": true, "lend": true}

// gift finds to whom something is offered or given where the tree took him for the
// thing ("offered | the teachers | 600 million crowns") or for a part of its name
// ("offered | Norvana | access"). It returns him and the thing, -1 for none.
func gift(doc *lang.Doc, s lang.Range, verb int) (whom, thing int) {
	if !gifts[doc.Tokens[verb].Lemma] || doc.Tokens[verb].UPOS != "VERB" {
		return -1, -1
	}
	whom, thing = -1, -1
	for k := verb + 1; k < s.End; k++ {
		t := doc.Tokens[k]
		if t.Head != verb {
			continue
		}
		switch {
		case t.Rel == "iobj":
			return -1, -1
		case t.Rel != "obj":
		case thing < 0:
			thing = k
		default:
			return thing, k
		}
	}
	if thing < 0 || doc.Tokens[thing].UPOS != "NOUN" || lex().actors.Groups[doc.Tokens[thing].Lemma] || lex().actors.Persons[doc.Tokens[thing].Lemma] {
		return -1, -1
	}
	k := verb + 1
	for k+1 < thing && doc.Tokens[k].UPOS == "PROPN" && doc.Tokens[k+1].UPOS == "PROPN" {
		k++
	}
	if t := doc.Tokens[k]; k >= thing || t.UPOS != "PROPN" || t.Rel != "compound" || t.Head != thing || possessive(strings.ToLower(doc.Form(k+1))) {
		return -1, -1
	}
	return k, thing
}

// giveTo hangs on a verb to whom something is given, and on the thing the number that stood between.
func giveTo(tokens []lang.Token, verb, whom, thing int) {
	tokens[whom].Head, tokens[whom].Rel = verb, "iobj"
	for j := whom + 1; j < thing; j++ {
		if t := &tokens[j]; t.UPOS == "NUM" && t.Rel == "nummod" && t.Head <= thing {
			t.Head = thing
		}
	}
}
