package claim

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// lostPast finds the verb in the past of a sentence that passed for a participle of its subject or of its object, so
// that a noun heads the tree: "a club of lake states appealed for …", "the charter skipped tolls". It returns the head of
// the subject and the verb, -1 for none.
func lostPast(doc *lang.Doc, s lang.Range) (subject, verb int) {
	root := -1
	for i := s.Start; i < s.End; i++ {
		if doc.Tokens[i].Rel == "root" {
			root = i
		}
	}
	if root < 0 || !ends(doc, s) || doc.Tokens[root].UPOS != "NOUN" && doc.Tokens[root].UPOS != "PROPN" || governs(doc, s, root, "cop", "aux", "aux:pass", "csubj", "expl") {
		return -1, -1
	}
	whose := governed(doc, s, root, "nsubj", "nsubj:pass") // the noun that passed for what the object is
	for k := s.Start + 1; k+1 < s.End; k++ {
		t := doc.Tokens[k]
		if t.XPOS != "VBN" || !strings.HasSuffix(doc.Form(k), "ed") {
			continue
		}
		if whose >= 0 {
			if t.Rel == "acl" && t.Head == whose && whose+1 == k && k < root && !governs(doc, s, k, "obl", "obj", "xcomp", "aux", "obl:agent") {
				return whose, k
			}
			continue
		}
		if t.Rel == "amod" && t.Head == root && k < root {
			if n := governed(doc, s, k, "nsubj", "nsubj:pass"); n >= 0 && n < k {
				return n, k
			}
			if doc.Tokens[k-1].UPOS == "NOUN" && doc.Tokens[k-1].Head == root && determined(doc, s, root, k-1) {
				return k - 1, k
			}
		}
		if (t.Rel == "acl" || t.Rel == "parataxis") && within(doc, root, t.Head) && active(doc, s, k) {
			return root, k
		}
	}
	return -1, -1
}

// ends reports whether a sentence ends in a full stop, with or without a quotation mark behind it.
func ends(doc *lang.Doc, s lang.Range) bool {
	k := s.End - 1
	for k > s.Start && (doc.Form(k) == "\"" || doc.Form(k) == "”" || doc.Form(k) == "’" || doc.Form(k) == "'") {
		k--
	}
	return k >= s.Start && doc.Form(k) == "."
}

// governs reports whether a word with one of the given relations hangs on token i.
func governs(doc *lang.Doc, s lang.Range, i int, rels ...string) bool {
	return governed(doc, s, i, rels...) >= 0
}

// governed returns the first word with one of the given relations that hangs on token i, -1 for none.
func governed(doc *lang.Doc, s lang.Range, i int, rels ...string) int {
	for k := s.Start; k < s.End; k++ {
		if doc.Tokens[k].Head == i && slices.Contains(rels, doc.Tokens[k].Rel) {
			return k
		}
	}
	return -1
}

// determined reports whether an article or a possessive that hangs on a noun stands before token k.
func determined(doc *lang.Doc, s lang.Range, noun, k int) bool {
	for i := s.Start; i < k; i++ {
		if t := doc.Tokens[i]; t.Head == noun && (t.Rel == "det" || t.Rel == "nmod:poss") {
			return true
		}
	}
	return false
}

// within reports whether token i is the noun or one that belongs to it: "scores of | towns".
func within(doc *lang.Doc, noun, i int) bool {
	for n := 0; i >= 0 && i != noun && n < 8; n++ {
		if r := doc.Tokens[i].Rel; r != "nmod" && r != "conj" {
			return false
		}
		i = doc.Tokens[i].Head
	}
	return i == noun
}

// active reports whether the participle at token k can only be a verb in the past: it has an object, or has none ever.
func active(doc *lang.Doc, s lang.Range, k int) bool {
	if strings.EqualFold(doc.Form(k+1), "by") || governs(doc, s, k, "aux", "aux:pass", "nsubj", "nsubj:pass", "obl:agent") {
		return false
	}
	return governs(doc, s, k, "obj", "ccomp", "xcomp") || outrightObject(doc, s, k) >= 0 || objectless[lemmaOf(doc, k)]
}

// objectless are verbs whose participles do not follow the noun that they are said of.
var objectless = wordSet(`abate abstain agree ally appeal apologise apologize argue balk baulk bristle call clash collapse continue
	converge decline deepen depart descend deteriorate differ diminish disagree disappear dissipate dominate drag erupt escalate evaporate
	fade falter flare fluctuate hesitate hinge increase insist intensify jump last lobby loom mount persist plead plummet plunge pour
	prevail press push rally react relent remain resign respond retreat soar speculate stagnate stall stumble succumb surface surge
	survive swell testify tumble unravel vanish vary vote waver withdraw worsen yield`)

// wordSet is the set of the words of a text.
func wordSet(text string) words {
	out := words{}
	for _, w := range strings.Fields(text) {
		out[w] = true
	}
	return out
}

// outrightObject returns the object of the verb at token k that stands behind an "outright" which passed for its
// preposition: "opposed outright the toll plan"; -1 for none.
func outrightObject(doc *lang.Doc, s lang.Range, k int) int {
	if k+1 >= s.End || !strings.EqualFold(doc.Form(k+1), "outright") || doc.Tokens[k+1].Rel != "case" {
		return -1
	}
	if h := doc.Tokens[k+1].Head; h > k+1 && h < s.End && doc.Tokens[h].Head == k {
		return h
	}
	return -1
}

// findPast makes token k the verb of a sentence of which it passed for a participle, and noun i its subject.
func findPast(doc *lang.Doc, tokens []lang.Token, s lang.Range, i, k int) {
	root := k
	switch up := doc.Tokens[k].Head; {
	case doc.Tokens[k].Rel == "amod":
		root = up
	case up == i && doc.Tokens[i].Head > k:
		root = doc.Tokens[i].Head
	}
	raise(doc, tokens, s, i, k)
	for j := s.Start; j < s.End; j++ {
		t := &tokens[j]
		switch {
		case j == k || j == i:
		case root != k && t.Head == root && j < i:
			t.Head = i
		case root != k && t.Head == root && j > root && (t.UPOS == "PUNCT" || t.UPOS == "VERB" && t.Rel == "conj"):
			t.Head = k
		case root == k && j > k && within(doc, i, doc.Tokens[j].Head) && doc.Tokens[j].Head < k && t.Head != k:
			t.Head = k
		}
	}
	if root != k {
		tokens[root].Head, tokens[root].Rel = k, "obj"
	}
}

// barePassive finds the verb of a sentence that passed for a passive though it has no auxiliary: "a club of lake
// states appealed for …". It returns the subject and the verb, -1 for none.
func barePassive(doc *lang.Doc, s lang.Range) (subject, verb int) {
	for k := s.Start + 1; k+1 < s.End; k++ {
		if t := doc.Tokens[k]; t.Rel != "root" || t.XPOS != "VBN" || !strings.HasSuffix(doc.Form(k), "ed") {
			continue
		}
		n := governed(doc, s, k, "nsubj:pass", "nsubj")
		if n < 0 || n > k || !ends(doc, s) || governs(doc, s, k, "aux", "aux:pass", "cop", "conj") || strings.EqualFold(doc.Form(k+1), "by") || governs(doc, s, k, "obl:agent") || !objectless[lemmaOf(doc, k)] {
			return -1, -1
		}
		return n, k
	}
	return -1, -1
}

// clauseBehind finds a conjunction that passed for a preposition, so that the verb of its clause passed for a participle of
// its subject: "as scores of towns opposed the toll". It returns the conjunction and the verb, -1 for none.
func clauseBehind(doc *lang.Doc, s lang.Range, i int) (noun, verb int) {
	t := doc.Tokens[i]
	if t.Rel != "case" || t.Head <= i || t.Head >= s.End || !strings.HasPrefix(doc.Tokens[t.Head].Rel, "obl") {
		return -1, -1
	}
	if f := strings.ToLower(doc.Form(i)); f != "as" && !linksTime[f] {
		return -1, -1
	}
	for k := t.Head + 1; k+1 < s.End; k++ {
		if x := doc.Tokens[k]; x.XPOS == "VBN" && x.Rel == "acl" && strings.HasSuffix(doc.Form(k), "ed") && within(doc, t.Head, x.Head) && active(doc, s, k) {
			return t.Head, k
		}
		if doc.Tokens[k].UPOS == "VERB" || doc.Tokens[k].UPOS == "PUNCT" {
			break
		}
	}
	return -1, -1
}

// lostRepairs gives the sentences their verbs back that passed for participles.
func lostRepairs(doc *lang.Doc, tokens []lang.Token, s lang.Range) []lang.Token {
	own := func() {
		if tokens == nil {
			tokens = append(tokens, doc.Tokens...)
		}
	}
	if i, k := lostPast(doc, s); k >= 0 {
		own()
		findPast(doc, tokens, s, i, k)
	} else if n, k := barePassive(doc, s); k >= 0 {
		own()
		tokens[k].XPOS, tokens[n].Rel = "VBD", "nsubj"
	}
	for i := s.Start; i+2 < s.End; i++ {
		if h, v := clauseBehind(doc, s, i); v >= 0 {
			own()
			up := doc.Tokens[h].Head
			tokens[v].UPOS, tokens[v].XPOS, tokens[v].Head, tokens[v].Rel = "VERB", "VBD", up, "advcl"
			tokens[h].Head, tokens[h].Rel = v, "nsubj"
			tokens[i].UPOS, tokens[i].Rel, tokens[i].Head = "SCONJ", "mark", v
		}
		if h := outrightObject(doc, s, i); h >= 0 && doc.Tokens[i].UPOS == "VERB" {
			own()
			tokens[h].Rel = "obj"
			tokens[i+1].UPOS, tokens[i+1].Rel, tokens[i+1].Head = "ADV", "advmod", i
		}
	}
	return tokens
}
