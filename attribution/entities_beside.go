package attribution

import "rapporteur/lang"

// appositions binds "Ilse Marrow, the foreign minister of Norvana," and "Estrel's
// defence minister, Otto Varga,", "Kohan (head of the atomic office)" and "Ilse
// Marrow is the foreign minister".
func (r *cast) appositions(named, e int) {
	m := r.mentions[named]
	n := len(r.doc.Tokens)
	s := r.doc.Sentences[r.sent[m.Start]]
	person := r.ents[e].kind == lang.PER
	wanted := personNoun
	if !person {
		wanted = institutionNoun | outletNoun
	}
	bind := func(p phrase) {
		r.addRole(e, p)
		at := r.addMention(p.Range, p.head, ByRole, e)
		r.mentions[at].gram = apposition
		r.taken[p.head] = int32(at + 1)
	}
	// After the name.
	if m.End+1 < min(s.End, n) {
		f := r.doc.Form(m.End)
		if f == "," || f == "(" || f == "–" || f == "—" {
			after := m.End + 1
			if after+2 < s.End && r.doc.Tokens[after].UPOS == "NUM" && r.doc.Form(after+1) == "," {
				after += 2 // an age
			}
			if w := r.lower(after); w == "now" || w == "currently" || w == "then" || w == "later" || w == "today" || w == "himself" || w == "herself" {
				after++
			}
			if p, ok := r.phraseFrom(after, s.End, wanted); ok && !p.plural {
				next := "."
				if p.End < n {
					next = r.doc.Form(p.End)
				}
				verb := p.End < n && (r.doc.Tokens[p.End].UPOS == "VERB" || r.doc.Tokens[p.End].UPOS == "AUX")
				if p.End < n && r.named[p.End] > 0 && r.ents[r.find(r.mentions[r.named[p.End]-1].ent)].kind == lang.PER && r.capital(p.head) {
					verb = true // "Marrow, Vice President Carl Penn and …": the next one's title
				}
				subject := r.doc.Tokens[p.head].Rel == "nsubj" && r.doc.Tokens[p.head].Head > p.head
				if !verb && !(subject && next != ",") || r.doc.Tokens[p.head].Rel == "appos" && m.Contains(r.doc.Tokens[p.head].Head) && !verb {
					bind(p)
				}
			}
		}
	}
	// Before the name, or before its title: the noun phrase ends at a comma.
	comma := r.beforeTitle(m, s.Start)
	if comma-1 >= s.Start && r.doc.Form(comma) == "," {
		end := r.pastOrigin(m, s.End)
		closed := end >= n || end >= s.End || isPunct(r.doc.Form(end)) || r.lower(end) == "and"
		if closed {
			for h := comma - 1; h >= max(s.Start, comma-8); h-- {
				u := r.doc.Tokens[h].UPOS
				if u != "NOUN" && u != "PROPN" || r.named[h] > 0 && r.mentions[r.named[h]-1].End < comma && h != comma-1 {
					if u == "ADP" || u == "SCONJ" && r.lower(h) == "as" || u == "DET" || u == "ADJ" || u == "PROPN" || u == "NOUN" || isPossessive(r.doc.Form(h)) || u == "CCONJ" {
						continue
					}
					break
				}
				p, ok := r.phraseAt(h)
				if !ok || p.class&wanted == 0 || r.named[h] > 0 || p.plural {
					if !person {
						break // "at the fund, Elgin" only where the two stand side by side
					}
					continue
				}
				if !person && (h != comma-1 || r.doc.Tokens[m.head].Rel != "appos") {
					break
				}
				follows := p.noun == "predecessor" || p.noun == "successor"
				if p.Start < h+1 && h < comma-1 && !fields[r.lower(h+1)] && !(follows && r.lower(h+1) == "as") {
					break
				}
				if p.Start == h && h > s.Start && r.lower(h-1) == "as" {
					continue // "Marrow's predecessor as envoy, Otto Varga"
				}
				p.End = comma
				if !p.definite && !(p.Start == s.Start) && r.lower(p.Start) != "a" && r.lower(p.Start) != "one" && r.lower(p.Start) != "another" && r.lower(p.Start) != "an" {
					if p.owner.Empty() {
						break
					}
				}
				bind(p)
				if x := &r.mentions[named]; x.gram == apposition { // "Norvana's envoy, Ilse Marrow, left"
					if x.gram = r.gramOf(p.head); x.gram == subject {
						r.ents[e].subjects++
					}
				}
				break
			}
		}
	}
	// "Ilse Marrow is the foreign minister."
	if person && r.doc.Tokens[m.head].Rel == "nsubj" {
		h := r.doc.Tokens[m.head].Head
		if h > m.head && r.child(h, "cop") >= 0 && r.named[h] == 0 && r.child(h, "case", "nsubj:outer") < 0 {
			if p, ok := r.phraseAt(h); ok && p.class&personNoun != 0 && !p.plural && p.Start > m.End-1 {
				negated := false
				for _, k := range r.children(h) {
					if w := r.lower(int(k)); w == "not" || w == "n't" || w == "never" || w == "no" {
						negated = true
					}
				}
				if c := r.child(h, "cop"); !negated && c >= 0 {
					if w := r.lower(c); w == "was" || w == "were" {
						p.former = true
					}
					bind(p)
				}
			}
		}
	}
}

// beforeTitle returns the token before a name and the title right before it: ", former Norvanan
// president |", ", Dr |".
func (r *cast) beforeTitle(m mention, start int) int {
	const most = 5 // tokens of a title
	at := m.Start - 1
	if at > start && r.lower(at) == "the" && r.doc.Form(at-1) == "," { // "the pilots' union, the Cockpit Alliance"
		return at - 1
	}
	for at > start && at > m.Start-most {
		own := r.named[at] == 0 || r.mentions[r.named[at]-1].Start == m.Start // "Dr" is taken with the name
		switch {
		case own && r.isNominal(at) && (r.capital(at) || at == m.Start-1 && r.lex.class(r.doc.Tokens[at].Lemma)&roleNoun != 0):
		case own && at < m.Start-1 && (r.lower(at) == "former" || r.lower(at) == "ex" || r.lower(at) == "the" && r.doc.Form(at-1) == ","):
		case !own && at < m.Start-1 && r.ofPlace(at) && !isPossessive(r.doc.Form(at+1)) && r.doc.Form(at+1) != ",":
		default:
			return at
		}
		at--
	}
	return at
}

// ofPlace reports whether token i is in the name of a state or a people.
func (r *cast) ofPlace(i int) bool {
	if r.named[i] == 0 {
		return false
	}
	kind := r.ents[r.find(r.mentions[r.named[i]-1].ent)].kind
	return kind == lang.LOC || kind == lang.NORP
}

// pastOrigin returns where a sentence goes on behind a name and the words for where its bearer
// is from: "Ada Kerr of Norvana |".
func (r *cast) pastOrigin(m mention, end int) int {
	if at := m.End; at+2 < end && (r.lower(at) == "of" || r.lower(at) == "from") && r.named[at+1] > 0 {
		if n := r.mentions[r.named[at+1]-1]; n.Start == at+1 && n.End < end && isPunct(r.doc.Form(n.End)) {
			return n.End
		}
	}
	return m.End
}

// phraseFrom returns the phrase of a wanted class that begins at token i.
func (r *cast) phraseFrom(i, end int, wanted voiceClass) (phrase, bool) {
	n := len(r.doc.Tokens)
	for j := i; j < min(end, i+9, n); j++ {
		t := r.doc.Tokens[j]
		switch t.UPOS {
		case "NOUN", "PROPN":
			if r.named[j] > 0 {
				continue
			}
			if j+1 < n && (r.doc.Tokens[j+1].UPOS == "NOUN" || r.doc.Tokens[j+1].UPOS == "PROPN" && r.named[j+1] == 0) && r.sent[j+1] == r.sent[j] {
				continue
			}
			if j+1 < n && isPossessive(r.doc.Form(j+1)) {
				continue
			}
			p, ok := r.phraseAt(j)
			if !ok || p.class&wanted == 0 || p.Start > i || p.Start < i {
				return phrase{}, false
			}
			return p, true
		case "DET", "ADJ", "NUM", "ADV":
		case "PRON":
			if t.XPOS != "PRP$" {
				return phrase{}, false
			}
		case "PART", "PUNCT":
			if f := r.doc.Form(j); !isPossessive(f) && f != "-" {
				return phrase{}, false
			}
		case "VERB":
			if t.XPOS != "VBN" && t.XPOS != "VBG" {
				return phrase{}, false
			}
		default:
			return phrase{}, false
		}
	}
	return phrase{}, false
}
