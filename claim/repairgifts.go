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
	if k := juxtaposed(doc, s, thing); k >= 0 {
		return thing, k
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

// juxtaposed returns the thing that the tree joined to whoever is given it, though no "and" and no comma
// stands between: "offered | the islands and the coast | a longer term"; -1 for none.
func juxtaposed(doc *lang.Doc, s lang.Range, whom int) int {
	if whom < 0 {
		return -1
	}
	for k := whom + 1; k < s.End; k++ {
		if t := doc.Tokens[k]; t.Head != whom || t.Rel != "conj" || t.UPOS != "NOUN" {
			continue
		}
		from := k
		for j := whom + 1; j < k; j++ {
			if h := doc.Tokens[j].Head; h == k || h > j && h < k && doc.Tokens[h].Head == k {
				from = j
				break
			}
		}
		if u := doc.Tokens[from].UPOS; u != "DET" && u != "NUM" && doc.Tokens[from].XPOS != "PRP$" || from == whom+1 && whom+1 == k {
			continue
		}
		if u := doc.Tokens[from-1].UPOS; u == "NOUN" || u == "PROPN" {
			return k
		}
	}
	return -1
}

// giveTo hangs on a verb to whom something is given, and on the thing the number that stood between.
func giveTo(tokens []lang.Token, verb, whom, thing int) {
	tokens[whom].Head, tokens[whom].Rel = verb, "iobj"
	if t := &tokens[thing]; t.Head == whom {
		t.Head, t.Rel = verb, "obj"
	}
	for j := whom + 1; j < thing; j++ {
		if t := &tokens[j]; t.UPOS == "NUM" && t.Rel == "nummod" && t.Head <= thing {
			t.Head = thing
		}
	}
}
