package attribution

import (
	"strings"

	"rapporteur/lang"
)

// phrase is a noun phrase with a common noun that may be a voice: "the minister".
type phrase struct {
	lang.Range            // from the determiner to the end of what belongs to the noun
	head       int        //
	class      voiceClass //
	noun       string     // the head noun, in lower case, singular
	mods       []string   // the other content words before the head, in lower case
	owner      lang.Range // "Norvana" of "Norvana's top diplomat", "her" of "her deputy"
	definite   bool
	plural     bool
	former     bool
	count      int
	epithets   []string // those of mods that are adjectives in small letters: "the angry president"
}

// findRoles binds titles, appositions and "is a" to the persons named.
func (r *cast) findRoles() {
	for i := range r.mentions {
		m := r.mentions[i]
		if m.kind != ByName {
			continue
		}
		e := r.find(m.ent)
		if r.ents[e].kind == lang.PER || r.ents[e].kind == lang.ORG {
			r.appositions(i, e)
		}
		switch r.ents[e].kind {
		case lang.PER:
			r.titleBefore(m, e)
		case lang.ORG:
			r.kindBefore(m, e)
		}
	}
}

// fields are prepositions behind which a role tells its field, its place or whom it is with.
var fields = map[string]bool{"of": true, "to": true, "for": true, "in": true, "at": true, "from": true, "on": true, "with": true}

// addRole gives an entity a role by a phrase.
func (r *cast) addRole(e int, p phrase) {
	x := &r.ents[e]
	if p.class&manNoun != 0 && p.class&womanNoun == 0 && !x.told {
		x.gender, x.told = Masculine, true
	}
	if p.class&womanNoun != 0 && p.class&manNoun == 0 && !x.told {
		x.gender, x.told = Feminine, true
	}
	if p.class&outletNoun != 0 && p.class&institutionNoun == 0 {
		x.outlet = x.kind == lang.ORG
	}
	role := Role{Range: p.Range, OfEntity: -1, Former: p.former}
	words := append(append([]string(nil), p.mods...), p.noun)
	role.Title = strings.Join(words, " ")
	of := p.owner
	if of.Empty() {
		of = r.complement(p)
	}
	if !of.Empty() {
		role.Of = strings.TrimPrefix(strings.TrimPrefix(r.doc.Words(of), "the "), "The ")
		for i := of.End - 1; i >= of.Start; i-- {
			if n := r.named[i]; n > 0 {
				role.OfEntity = r.mentions[n-1].ent
				break
			}
			if t := r.taken[i]; t > 0 {
				role.OfEntity = r.mentions[t-1].ent
				break
			}
		}
	}
	for _, was := range x.roles {
		if was.Range == role.Range {
			return
		}
	}
	x.roles = append(x.roles, role)
}

// complement returns the words of "of Norvana", "to the board", "for Brandt" after a head noun.
func (r *cast) complement(p phrase) lang.Range {
	i := p.head + 1
	if i+1 < p.End {
		switch r.lower(i) {
		case "of", "to", "for", "at", "in", "from", "with":
			end := i + 1
			for end < p.End && (!isPunct(r.doc.Form(end)) || isPossessive(r.doc.Form(end))) && r.lower(end) != "who" && r.lower(end) != "which" {
				end++
			}
			return lang.Range{Start: i + 1, End: end}
		}
	}
	return lang.Range{}
}

// isNominal reports whether token i can stand within a noun phrase before its head.
func (r *cast) isNominal(i int) bool {
	switch r.doc.Tokens[i].UPOS {
	case "NOUN", "PROPN", "ADJ", "NUM":
		return true
	case "ADV":
		return r.lower(i) == "then" || r.lower(i) == "former"
	case "VERB":
		x := r.doc.Tokens[i].XPOS
		return (x == "VBN" || x == "VBG") && !isCiting(r.doc, i) && i+1 < len(r.doc.Tokens) && r.doc.Tokens[i].Rel == "amod"
	}
	return r.doc.Form(i) == "-" || r.doc.Form(i) == "–"
}

// phraseAt reads the noun phrase that ends, but for its complements, in the common or proper noun at head.
func (r *cast) phraseAt(head int) (phrase, bool) {
	t := r.doc.Tokens[head]
	lemma := t.Lemma
	if t.UPOS == "PROPN" || lemma == "" {
		lemma = singular(r.doc.Form(head))
	}
	lemma = strings.ToLower(lemma)
	if r.lower(head) == "pm" && (r.doc.Form(head)[0] != 'P' || head > 0 && r.doc.Tokens[head-1].UPOS == "NUM") {
		return phrase{Range: lang.Range{Start: head, End: head + 1}, head: head, noun: lemma}, false // "12.20pm" is no prime minister
	}
	p := phrase{Range: lang.Range{Start: head, End: head + 1}, head: head, class: r.lex.class(lemma), noun: lemma}
	if p.class == 0 {
		if up := strings.ToLower(r.doc.Form(head)); r.lex.nouns[up] != 0 {
			p.class, p.noun = r.lex.nouns[up], up
		}
	}
	if lemma == "number" && head > 0 && r.lower(head-1) == "opposite" {
		p.class, p.noun, lemma = r.lex.class("counterpart"), "counterpart", "counterpart"
	}
	p.plural = t.XPOS == "NNS" || t.XPOS == "NNPS" || t.UPOS == "PROPN" && strings.HasSuffix(r.doc.Form(head), "s") && lemma != strings.ToLower(r.doc.Form(head))
	if p.noun == "people" || p.noun == "media" || p.noun == "police" {
		p.plural = true
	}
	sentence := r.doc.Sentences[r.sent[head]]
	// To the left: nouns and adjectives, then an owner or a determiner.
	i := head - 1
	for i >= sentence.Start {
		f := r.lower(i)
		if r.isNominal(i) {
			if r.named[i] > 0 {
				n := r.mentions[r.named[i]-1]
				if n.End <= head {
					// A name before the noun is whom the role is for, "Kremlin aide"; a person's name is not.
					if r.ents[r.find(n.ent)].kind == lang.PER && !(n.End == i+1 && r.doc.Tokens[i].Head > i && r.doc.Tokens[i].Head <= head) {
						break
					}
					if p.owner.Empty() {
						p.owner = n.Range
					}
					i = n.Start - 1
					continue
				}
			}
			switch {
			case f == "former" || f == "ex" || f == "late" || f == "then" || f == "ousted" || f == "onetime" || f == "erstwhile":
				p.former = p.former || f != "late"
			case f == "-" || f == "–" || f == "opposite" && p.noun == "counterpart":
			case r.doc.Tokens[i].UPOS == "NUM" || f == "several" || f == "other" || f == "same":
				if p.count == 0 {
					p.count = smallNumber(f)
				}
			case r.folk[i] || r.doc.Tokens[i].UPOS == "ADJ" && r.capital(i) && (i > sentence.Start || r.doc.Tokens[i].XPOS == "NNP") && isDemonym(f):
				if p.owner.Empty() {
					p.owner = lang.Range{Start: i, End: i + 1}
				}
			default:
				p.mods = append([]string{f}, p.mods...)
				if u := r.doc.Tokens[i].UPOS; (u == "ADJ" || u == "VERB") && !r.capital(i) {
					p.epithets = append(p.epithets, f)
				}
			}
			i--
			continue
		}
		if (f == "and" || f == ",") && i > sentence.Start && r.doc.Tokens[i-1].UPOS == "ADJ" && r.doc.Tokens[i+1].UPOS == "ADJ" { // "the seasoned and popular former mayor"
			i--
			continue
		}
		break
	}
	if strings.HasPrefix(p.noun, "ex-") {
		p.former, p.noun = true, p.noun[3:]
	}
	if strings.HasPrefix(r.lower(head), "ex-") {
		p.former = true
	}
	if i >= sentence.Start && i+1 < head && r.doc.Form(i+1) == "-" && r.doc.Tokens[i].UPOS == "ADV" {
		i-- // "far-right leaders"
	}
	p.Start = i + 1
	if i >= sentence.Start {
		f := r.lower(i)
		switch {
		case isPossessive(f) && i > sentence.Start:
			start := i - 1
			for start > sentence.Start && (r.isNominal(start-1) || r.named[start-1] > 0 && r.named[start-1] == r.named[start]) {
				start--
			}
			if start > sentence.Start && r.doc.Tokens[start-1].UPOS == "DET" {
				start--
			}
			p.owner = lang.Range{Start: start, End: i}
			p.Start, p.definite = start, true
		case r.doc.Tokens[i].XPOS == "PRP$":
			p.owner, p.Start, p.definite = lang.Range{Start: i, End: i + 1}, i, true
		case r.doc.Tokens[i].UPOS == "DET" || r.doc.Tokens[i].UPOS == "PRON":
			switch f {
			case "the", "this", "that", "these", "those", "both":
				p.Start, p.definite = i, true
				if f == "both" {
					p.count, p.plural = 2, true
				}
			case "a", "an", "another", "some", "any", "each", "every", "one", "no":
				p.Start = i
			}
			if f == "the" && i > sentence.Start && r.lower(i-1) == "both" {
				p.Start, p.count = i-1, 2
			}
		}
	}
	// To the right: complements and restrictive clauses that depend on the noun, up to a comma.
	p.End = r.phraseEnd(head)
	return p, p.class != 0
}

// phraseEnd returns where the complements of a noun end: at a comma, another conjunct, or a clause that is not about it.
func (r *cast) phraseEnd(head int) int {
	end := head + 1
	for _, k := range r.children(head) {
		k := int(k)
		if k <= head {
			continue
		}
		rel, _, _ := strings.Cut(r.doc.Tokens[k].Rel, ":")
		if rel == "nmod" {
			if c := r.child(k, "case"); c >= 0 && !r.belongs(c) {
				return r.complementEnd(head, end)
			}
		}
		switch rel {
		case "nmod", "acl", "flat", "fixed", "amod", "compound", "goeswith":
		case "obl":
			if r.doc.Tokens[head].UPOS == "VERB" {
				return end
			}
		default:
			if rel == "punct" && k == end && r.doc.Form(k) == "-" {
				continue
			}
			return r.complementEnd(head, end)
		}
		if r.left[k] != end {
			return r.complementEnd(head, end)
		}
		stop := r.right[k]
		for j := r.left[k]; j < stop; j++ {
			if f := r.doc.Form(j); f == "," || f == ";" || f == ":" || isQuote(f) || f == "(" {
				stop = j
			}
		}
		if stop > end {
			end = stop
		}
		if stop < r.right[k] {
			return end
		}
	}
	return r.complementEnd(head, end)
}

// belongs reports whether the preposition at token i binds its noun to the one before: "of", not "on Monday".
func (r *cast) belongs(i int) bool {
	switch r.lower(i) {
	case "of", "to", "for", "from", "with", "at", "close", "near", "within", "inside", "behind", "by", "about", "against", "between", "among":
		return true
	case "in", "on":
		for j := i + 1; j < min(i+4, len(r.doc.Tokens)); j++ {
			if isCalendar(r.doc.Form(j)) || r.doc.Tokens[j].UPOS == "NUM" {
				return false
			}
		}
		return true
	}
	return false
}

// complementEnd takes in what follows a person noun without a verb, where the tree
// gave it to the verb: "senior adviser to the president".
func (r *cast) complementEnd(head, end int) int {
	if end != head+1 || end >= len(r.doc.Tokens) || r.lex.class(r.doc.Tokens[head].Lemma)&(personNoun|insiderNoun) == 0 {
		return end
	}
	switch r.lower(end) {
	case "of", "to", "from":
	case "close", "familiar":
	default:
		return end
	}
	sentence := r.doc.Sentences[r.sent[head]]
	i := end + 1
	for ; i < min(sentence.End, end+9); i++ {
		switch r.doc.Tokens[i].UPOS {
		case "NOUN", "PROPN", "ADJ", "DET", "NUM":
			continue
		case "ADP":
			if r.lower(i) == "of" || r.lower(i) == "to" && i == end+1 || r.lower(i) == "with" && i == end+1 {
				continue
			}
		case "PRON":
			if r.doc.Tokens[i].XPOS == "PRP$" {
				continue
			}
		case "PART":
			if isPossessive(r.doc.Form(i)) {
				continue
			}
		}
		break
	}
	if i == end+1 || r.doc.Tokens[i-1].UPOS == "ADP" || r.doc.Tokens[i-1].UPOS == "DET" {
		return end
	}
	return i
}

// isDemonym reports whether a word in lower case looks like an adjective of a country or people.
func isDemonym(w string) bool {
	for _, end := range []string{"an", "ese", "ish", "i", "ch", "ic"} {
		if strings.HasSuffix(w, end) && len(w) > len(end)+3 {
			return true
		}
	}
	return false
}

// smallNumber returns the value of a small number as printed, 0 for none.
func smallNumber(w string) int {
	for i, n := range []string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"} {
		if w == n {
			return i + 1
		}
	}
	n := 0
	for _, c := range w {
		if c < '0' || c > '9' || n > 100000 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// singular strips the plural of a proper noun: "Ministers".
func singular(w string) string {
	low := strings.ToLower(w)
	switch {
	case lex().class(low) != 0:
		return low
	case strings.HasSuffix(low, "ies") && lex().class(low[:len(low)-3]+"y") != 0:
		return low[:len(low)-3] + "y"
	case strings.HasSuffix(low, "s") && lex().class(low[:len(low)-1]) != 0:
		return low[:len(low)-1]
	}
	return low
}

// titleBefore binds the title before a name: "Norvanan Foreign Minister Ilse Marrow".
func (r *cast) titleBefore(m mention, e int) {
	s := r.doc.Sentences[r.sent[m.Start]]
	j := m.Start - 1
	for j >= s.Start {
		f := r.doc.Form(j)
		if g, title := r.lex.titles[f]; title {
			if g != UnknownGender && !r.ents[e].told {
				r.ents[e].gender, r.ents[e].told = g, true
			}
			if r.lex.class(f)&personNoun == 0 {
				j--
				continue
			}
		}
		break
	}
	if j < s.Start {
		return
	}
	head := j
	if t := r.doc.Tokens[j]; !strings.HasPrefix(r.lower(j), "ex-") && t.UPOS != "NOUN" && t.UPOS != "PROPN" && t.UPOS != "ADJ" {
		// "Foreign ministers Ilse Marrow and Joan Peller": one title for two.
		if r.lower(j) == "and" && j > s.Start && r.named[j-1] > 0 {
			first := r.mentions[r.named[j-1]-1]
			if k := first.Start - 1; k >= s.Start && r.ents[r.find(first.ent)].kind == lang.PER {
				if p, ok := r.phraseAt(k); ok && p.plural && p.class&personNoun != 0 {
					p.End = k + 1
					r.addRole(e, p)
				}
			}
		}
		return
	}
	p, ok := r.phraseAt(head)
	if !ok || p.class&personNoun == 0 {
		// "Secretary of State", "Chief of the General Staff", "minister for trade".
		for k := j - 1; k >= max(s.Start, j-7); k-- {
			if f := r.lower(k); f == "of" || f == "for" || f == "to" || f == "on" || f == "at" {
				if k == s.Start {
					return
				}
				q, ok := r.phraseAt(k - 1)
				office := ok && q.class&personNoun != 0 && r.doc.Tokens[k-1].UPOS == "PROPN"
				if !office && r.capital(k-1) && k-2 > s.Start && (r.lower(k-2) == "of" || r.lower(k-2) == "for") {
					continue // "Minister of State for Ports Ada Kerr"
				}
				if office {
					of := strings.ToLower(r.doc.Words(lang.Range{Start: k - 1, End: j + 1}))
					q.noun, q.End = of, m.Start
					q.head = j
					r.bindTitle(m, e, q)
				}
				return
			}
			if u := r.doc.Tokens[k].UPOS; u != "PROPN" && u != "NOUN" && u != "ADJ" && u != "DET" && u != "CCONJ" {
				return
			}
		}
		return
	}
	if p.Start < j && r.lower(p.Start) == "a" {
		return
	}
	p.End = j + 1
	r.bindTitle(m, e, p)
}

// bindTitle binds a phrase that stands right before a name, without what belongs to the sentence.
func (r *cast) bindTitle(m mention, e int, p phrase) {
	p.End = m.Start
	if i := m.End + 1; p.owner.Empty() && i < len(r.doc.Tokens) && r.lower(m.End) == "of" && r.named[i] > 0 {
		if n := r.mentions[r.named[i]-1]; r.ents[r.find(n.ent)].kind == lang.LOC && n.Start == i { // "President Otto Brandt of Norvana"
			p.owner = n.Range
		}
	}
	r.addRole(e, p)
	at := r.addMention(p.Range, p.End-1, ByRole, e)
	r.mentions[at].gram = apposition // not to be counted as another part of the clause
	for i := p.Start; i < p.End; i++ {
		if r.taken[i] == 0 && r.named[i] == 0 && r.doc.Tokens[i].XPOS != "PRP$" {
			r.taken[i] = int32(at + 1)
		}
	}
}
