package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// Long lists are where trees go wrong. The words of a list stand in a row,
// though, and their order is plain: this file reads along it.

// along returns the actors named in a row from token i on: "between Norvana and
// Estrel", "by envoy Rena Holt, her aide Jens Okoye and Ada Kerr". It ends at a
// predicate, a preposition or the end of the list.
func (r *reading) along(i int) []actor {
	sent := r.sentence(i)
	var out []actor
	for k := i; k < sent.End && k < i+60; k++ {
		if n := r.nameAt(k); n != nil && n.Start == k {
			a := r.named(n)
			if len(out) > 0 && n.Type != lang.PER && r.heads(out[len(out)-1], k) {
				k = n.End - 1
				for k+2 < sent.End && r.lower(k+1) == "and" && r.nameAt(k+2) != nil && r.typeAt(k+2) == lang.ORG {
					k = r.nameAt(k+2).End - 1 // "the Alliance of Pictures | and Television Producers"
				}
				continue
			}
			if n.Type == lang.PER && n.End < sent.End && possessive(r.lower(n.End)) {
				k = n.End // "Brandt's son-in-law Jens Holm"
				continue
			}
			if end, named := r.peersOf(k); end > 0 {
				if !named {
					out = append(out, r.peopleAt(end-1)...)
				}
				k = end - 1
				continue
			}
			if n.Type == lang.NORP || n.Type == lang.LOC || n.Type == lang.ORG {
				// "the Norvanan delegation", "Norvana's envoy Rena Holt": the noun after it
				next := n.End
				if next < sent.End && (r.lower(next) == "'s" || r.lower(next) == "’s" || r.lower(next) == "ʼs") {
					k = n.End
					continue
				}
				if next < sent.End && (r.upos(next) == "NOUN" || r.upos(next) == "ADJ" || r.upos(next) == "PROPN" || r.form(next) == "-") {
					if m := r.nameAt(min(next+1, sent.End-1)); m != nil && m.Type == lang.PER && m.Start == next+1 {
						k = next // "the Norvanan envoy Rena Holt"
						continue
					}
					if lex().actors.Delegations[r.lemma(next)] {
						out = append(out, actor{
							Mention: rapporteur.Mention{Name: r.plain(lang.Range{Start: n.Start, End: next + 1}), Kind: rapporteur.Group, Span: r.bytes(lang.Range{Start: n.Start, End: next + 1})},
							token:   next, party: []rapporteur.Mention{{Name: r.stateName(n.Start), Kind: rapporteur.State, Span: r.bytes(n.Range)}},
						})
						k = next
						continue
					}
					k = n.End - 1
					continue
				}
				if n.Type == lang.LOC && !r.isState(a.Name) && k > i && (r.upos(k-1) == "ADP") {
					return out
				}
			}
			out = append(out, a)
			k = n.End - 1
			continue
		}
		switch r.upos(k) {
		case "DET", "PROPN", "ADJ", "NUM", "PART", "CCONJ", "PRON":
			continue
		case "NOUN":
			continue
		case "PUNCT":
			if f := r.form(k); f != "," && f != "-" && f != "’" && f != "'" {
				return out
			}
			if n := r.nameAt(min(k+1, sent.End-1)); n != nil && n.End < sent.End && speech[r.lemma(n.End)] && r.upos(n.End) == "VERB" {
				return out // ", Marrow said"
			}
			continue
		case "ADP":
			if l := r.lower(k); (l == "of" || l == "for" || l == "in" && r.upos(min(k+1, sent.End-1)) != "PROPN") && k > i && (r.upos(k-1) == "NOUN" || r.upos(k-1) == "PROPN" && r.nameAt(k-1) == nil || r.form(k-1) == "-") {
				// "secretary of state Rena Holt", "son-in-law"
				if l == "of" || l == "for" {
					k = r.whose(k, sent.End)
				}
				continue
			}
			return out
		case "VERB":
			if inOffice[r.lower(k)] && k+1 < sent.End && (r.upos(k+1) == "NOUN" || r.upos(k+1) == "PROPN" || r.upos(k+1) == "ADJ") {
				continue // "acting minister Per Holm"
			}
			if r.doc.Tokens[k].XPOS == "VBN" || r.doc.Tokens[k].XPOS == "VBG" {
				if r.rel(k) == "amod" || r.rel(k) == "compound" {
					continue
				}
				if lex().meetings.Represent[r.lemma(k)] && k+1 < sent.End && r.lower(k+1) == "by" && len(out) > 0 {
					k++
					continue
				}
			}
			return out
		default:
			return out
		}
	}
	return out
}

// peersOf returns where the words end that tell at token k of people of several states, "American and
// Japanese counterparts", and whether their names follow; 0 where token k begins no such words.
func (r *reading) peersOf(k int) (end int, named bool) {
	several := false
	for j := k; j < min(k+8, r.sentence(k).End); j++ {
		n := r.nameAt(j)
		switch {
		case n != nil && (n.Type == lang.NORP || n.Type == lang.LOC && r.isState(r.stateName(n.Start))) && n.Start == j:
			j = n.End - 1
		case r.lower(j) == "and" || r.form(j) == ",":
			several = true
		case r.doc.Tokens[j].XPOS == "NNS" && lex().actors.Persons[r.lemma(j)] && several:
			x := r.nameAt(min(j+2, len(r.kids)-1))
			return j + 1, j+2 < len(r.kids) && r.form(j+1) == "," && x != nil && x.Type == lang.PER
		case r.upos(j) == "NOUN" || r.upos(j) == "ADJ": // "foreign ministers"
		default:
			return 0, false
		}
	}
	return 0, false
}

// peopleAt returns those of several states who are told at token i by their office.
func (r *reading) peopleAt(i int) []actor {
	return slices.DeleteFunc(r.people(i), func(a actor) bool { return a.token != i })
}

// heads reports whether the name at token k is of what a person named before is told to head: "Rena
// Holt, president of the Port Guild".
func (r *reading) heads(a actor, k int) bool {
	n := r.nameAt(a.token)
	if a.Kind != rapporteur.Person || n == nil || n.End+1 >= k || k-n.End > 7 || r.form(n.End) != "," {
		return false
	}
	title := false
	for j := n.End + 1; j < k; j++ {
		switch {
		case r.form(j) == "," || r.lower(j) == "and":
			return false
		case r.lower(j) == "of" && title:
			return true
		}
		title = title || lex().titles.Heads[r.lemma(j)]
	}
	return false
}

// inOffice are the participles that stand before an office.
var inOffice = words{"acting": true, "retired": true, "visiting": true, "ousted": true, "exiled": true}

// whose returns the last token of a person's name that stands right behind the
// preposition at token k, for whoever is somebody's is another: "a confidant of
// President Ada Kerr"; k where there is none.
func (r *reading) whose(k, end int) int {
	for j := k + 1; j < end && r.upos(j) == "PROPN"; j++ {
		if n := r.nameAt(j); n != nil && n.Start == j {
			if n.Type != lang.PER || j > k+1 && lex().titles.Heads[r.lemma(k-1)] && !lex().titles.Heads[r.lemma(j-1)] && !lex().titles.Honorifics[r.lower(j-1)] {
				return k // "Secretary of Labor Rena Holt"
			}
			return n.End - 1
		}
	}
	return k
}

// before returns the actors named in a row that ends before token i: those whom
// a tree lost of "the United Isles and Estrel held talks".
func (r *reading) before(i int) []actor {
	var out []actor
	start := r.sentence(i).Start
	at := i
	if n := r.nameAt(i); n != nil {
		at = n.Start
	}
	for at > start && (r.upos(at-1) == "DET" || r.upos(at-1) == "ADJ" && r.nameAt(at-1) == nil) {
		at--
	}
	for joined := false; at-2 >= start; {
		switch {
		case r.lower(at-1) == "and":
			joined = true
		case r.form(at-1) == "," && joined:
		default:
			return out
		}
		k := at - 2
		if r.form(k) == "," && r.lower(at-1) == "and" {
			k--
		}
		n := r.nameAt(k)
		if n == nil || n.End != k+1 {
			return out
		}
		out = append([]actor{r.named(n)}, out...)
		at = n.Start
		for at > start && r.upos(at-1) == "DET" {
			at--
		}
	}
	return out
}

// subjects returns the actors of a clause's subject, with those a tree lost.
func (r *reading) subjects(c *clause) []actor {
	out := r.people(c.subj...)
	if len(c.subj) > 0 && c.subj[0] < c.head && len(out) > 0 {
		first := c.subj[0]
		for _, s := range c.subj {
			first = min(first, s)
		}
		out = append(r.before(r.lo[first]), out...)
		if n := r.nameAt(first); n != nil && r.lo[first] != n.Start {
			out = append(r.before(n.Start), out...)
		}
	}
	return distinct(out)
}

// named makes an actor of a name.
func (r *reading) named(n *lang.Name) actor {
	name, t := tidyName(r.doc.Words(n.Range)), n.Type
	if e := r.entityOf(n.Range); e >= 0 {
		if x := r.said.Entities[e]; x.Type != "" {
			if t = x.Type; strings.ToUpper(x.Name) != x.Name || len(x.Name) < 5 {
				if !r.broadcasterOf(n, tidyName(x.Name)) {
					name = tidyName(x.Name) // but not as a dateline prints it
				}
			}
		}
	}
	if t == lang.NORP {
		name = r.stateName(n.Start)
	}
	kind := r.kindOf(t, name)
	if r.isState(name) {
		kind = rapporteur.State
	}
	return actor{Mention: rapporteur.Mention{Name: name, Kind: kind, Span: r.bytes(n.Range)}, token: n.End - 1}
}

// items cuts the words from token from to token to into the items of a list, as
// far as commas and conjunctions part like from like: nominal acts ("the
// withdrawal of …, the lifting of …"), gerunds, clauses with "that".
func (r *reading) items(from, to int) []lang.Range { return r.itemsOf(from, to, false) }

// itemsOf does; with loose, short words between commas are items of their own.
func (r *reading) itemsOf(from, to int, loose bool) []lang.Range {
	var out []lang.Range
	start := from
	cut := func(end int) {
		s := lang.Range{Start: start, End: end}
		for s.End > s.Start && (r.upos(s.End-1) == "PUNCT" && r.form(s.End-1) != "\"" && r.form(s.End-1) != "”" && r.form(s.End-1) != ")" || r.upos(s.End-1) == "CCONJ") {
			s.End--
		}
		if !s.Empty() {
			out = append(out, s)
		}
	}
	first := r.shape(from, to)
	for k := from + 1; k < to; k++ {
		comma := r.form(k) == "," || r.form(k) == ";"
		next := k
		switch {
		case comma:
			next = k + 1
			if next < to && r.upos(next) == "CCONJ" {
				next++
			} else if next+2 < to && r.lower(next) == "as" && r.lower(next+1) == "well" && r.lower(next+2) == "as" {
				next += 3
			}
		case r.upos(k) == "CCONJ" && r.lower(k) == "and":
			next = k + 1
		case r.lower(k) == "as" && k+2 < to && r.lower(k+1) == "well" && r.lower(k+2) == "as":
			next = k + 3
		default:
			continue
		}
		if next >= to {
			break
		}
		if loose && lex().points.Lists.Concerning[r.lower(next)] && next+1 < to { // "on prisoners and on a corridor"
			cut(k)
			start, k = next+1, next
			continue
		}
		if s := r.shape(next, to); first == "np" && (s == "that" && (r.doc.Tokens[next].XPOS != "DT" || next+1 < to && r.doc.Tokens[next+1].XPOS == "NNS") || s == "for" && r.infinitiveAfter(next, to)) && r.upos(k) == "CCONJ" {
			cut(k) // "… and for Calder to monitor the line", "… and that monitors be sent"
			start, first = next, s
			k = next
			continue
		}
		if s := r.shape(next, to); s != "" && s == first && (next != k+1 || comma || !r.inAct(next, start, k)) && (r.parts(start, k, next, to, s, comma) || loose && r.short(next, to)) {
			cut(k)
			start = next
			k = next - 1
		}
	}
	cut(to)
	return out
}

// inAct reports whether the words from token next on are coordinated with
// something inside a clause of the item before them: "time to give Norvana and
// the island time", where no new item begins.
func (r *reading) inAct(next, start, end int) bool {
	for k := next; k < min(next+9, len(r.kids)); k++ {
		h := r.head(k)
		if base(r.rel(k)) != "conj" || h < start || h >= end {
			continue
		}
		for v := h; v >= start && v < end; v = r.head(v) {
			if r.upos(v) == "VERB" && v > start+1 && v != h && (base(r.rel(v)) == "acl" || base(r.rel(v)) == "ccomp") {
				return true
			}
		}
		return false
	}
	return false
}

// infinitiveAfter reports whether "for X to V" begins at token i.
func (r *reading) infinitiveAfter(i, to int) bool {
	for k := i + 2; k+1 < min(i+9, to); k++ {
		if r.lower(k) == "to" {
			return r.doc.Tokens[k+1].XPOS == "VB"
		}
	}
	return false
}

// short reports whether the words from token i to the next comma or conjunction
// are a few and without a verb.
func (r *reading) short(i, to int) bool {
	for k := i; k < to && k < i+8; k++ {
		if r.form(k) == "," || r.upos(k) == "CCONJ" {
			return true
		}
		if r.upos(k) == "VERB" && r.rel(k) != "amod" || r.upos(k) == "AUX" || r.upos(k) == "SCONJ" {
			return false
		}
	}
	return to-i < 8 && r.typeAt(to-1) != lang.LOC
}

// shape is the form of an item that begins at token i: "that", "for", "ing", "to", "np".
func (r *reading) shape(i, to int) string {
	if i >= to {
		return ""
	}
	switch f := r.lower(i); {
	case f == "that":
		return "that"
	case f == "for":
		return "for"
	case f == "to" && r.upos(i) == "PART":
		return "to"
	case f == "not" && i+1 < to && r.lower(i+1) == "to":
		return "to"
	}
	if f := r.lower(i); strings.HasSuffix(f, "ing") && len(f) > 5 && i+1 < to && r.rel(i) != "amod" && r.rel(i) != "compound" {
		switch r.upos(i + 1) {
		case "DET", "PRON", "PROPN", "ADJ", "NUM", "NOUN":
			if r.upos(i) == "VERB" || r.upos(i) == "NOUN" {
				return "ing"
			}
		}
	}
	if r.doc.Tokens[i].XPOS == "VBG" && r.rel(i) != "amod" && r.rel(i) != "compound" {
		return "ing"
	}
	switch r.upos(i) {
	case "DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON":
		return "np"
	case "VERB":
		if r.doc.Tokens[i].XPOS == "VBN" || r.doc.Tokens[i].XPOS == "VBG" {
			return "np"
		}
	case "PUNCT":
		if f := r.form(i); f == "\"" || f == "“" || f == "-" || f == "–" {
			return r.shape(i+1, to)
		}
	}
	return ""
}

// parts reports whether the words from next on begin an item of their own beside those from start to end.
func (r *reading) parts(start, end, next, to int, shape string, comma bool) bool {
	if next < to && r.lower(next) == "whose" {
		return false
	}
	if shape != "np" {
		return true
	}
	head := -1 // the noun that heads the words from next on
	for k := next; k < to && k < next+9; k++ {
		if u := r.upos(k); u == "NOUN" || u == "PROPN" {
			head = k
			// a possessor is not the head
			if k+1 < to && (r.lower(k+1) == "'s" || r.lower(k+1) == "’s" || r.lower(k+1) == "ʼs") {
				k++
				head = -1
				continue
			}
			if k+1 < to && (r.upos(k+1) == "NOUN" || r.upos(k+1) == "PROPN" || r.form(k+1) == "-") {
				continue
			}
			break
		} else if u == "ADP" || u == "VERB" && r.doc.Tokens[k].XPOS != "VBN" && r.doc.Tokens[k].XPOS != "VBG" || u == "AUX" {
			break
		}
	}
	if head < 0 {
		return false
	}
	lemma := r.lemma(head)
	if lex().points.Acts[lemma] || strings.HasSuffix(lemma, "ing") && head+1 < to && r.lower(head+1) == "of" {
		return true
	}
	before := r.known(lang.Range{Start: start, End: end})
	stop := min(to, head+1)
	for k := head + 1; k < to && r.form(k) != "," && r.upos(k) != "CCONJ"; k++ {
		stop = k + 1
	}
	after := r.known(lang.Range{Start: next, End: stop})
	if r.typeAt(head) == lang.LOC && comma && next-start > 2 && r.upos(next-1) == "CCONJ" && len(before) > 0 && len(after) > 0 && after[0] != before[0] {
		return true // ", and the Kessel dam" ends a row of matters
	}
	if len(after) == 0 || r.upos(head) == "PROPN" && !comma && r.typeAt(head) != "" && r.typeAt(head) != lang.ORG {
		return false
	}
	if r.typeAt(head) == lang.PER || r.typeAt(head) == lang.LOC && len(before) > 0 {
		return false
	}
	return len(before) > 0 && after[0] != before[0]
}

// teller reports whether the words from i to j name somebody who may tell something.
func (r *reading) teller(i, j int) bool {
	for k := i; k < j; k++ {
		if t := r.typeAt(k); t == lang.PER || t == lang.ORG {
			return true
		}
		switch r.lemma(k) {
		case "source", "official", "he", "she", "reporter", "outlet", "newspaper", "agency", "people", "person", "minister", "spokesman", "spokeswoman", "diplomat", "media":
			return true
		}
	}
	return false
}

// listEnd returns where the words of a provision end: at the telling, at "while"
// or "but", at the end of the sentence.
func (r *reading) listEnd(from int) int {
	sent := r.sentence(from)
	for k := from; k < sent.End; k++ {
		if r.telling(k, sent) && k > from+1 {
			return k
		}
		f := r.lower(k)
		if r.form(k) == "," && k+1 < sent.End {
			n := r.lower(k + 1)
			if n == "while" || n == "but" || n == "although" || n == "though" || n == "because" || n == "whereas" || n == "according" || n == "however" || n == "who" || n == "citing" {
				return k
			}
			// ", the Post reported": a name and a verb of telling
			for j := k + 1; j < min(k+20, sent.End); j++ {
				if r.form(j) == "," {
					break
				}
				if speech[r.lemma(j)] && r.upos(j) == "NOUN" && (j+1 == sent.End || r.upos(j+1) == "PUNCT") && j > k+1 && r.teller(k+1, j) && (r.upos(j-1) == "NOUN" || r.upos(j-1) == "PROPN") {
					return k // ", sources familiar with the draft say": a verb that passed for a noun
				}
				if r.upos(j) == "VERB" && !speech[r.lemma(j)] || r.upos(j) == "AUX" {
					break
				}
				if speech[r.lemma(j)] && r.upos(j) == "VERB" && (r.cue[j] || r.teller(k+1, j)) {
					return k
				}
			}
		}
		if f == ";" || f == "—" || f == "." && k == sent.End-1 {
			return k
		}
	}
	return sent.End
}
