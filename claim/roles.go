package claim

import (
	"cmp"
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// roles reads the offices of named people: titles before the name, appositions
// after it, "who is …", "served as …". The words around a name are few and fixed
// in order, so they are read along the line; the trees name their borders.
func (r *reading) roles() {
	seen := map[string]bool{}
	for e := range r.said.Entities {
		ent := &r.said.Entities[e]
		if ent.Type != lang.PER || !strings.Contains(ent.Name, " ") && len(ent.Mentions) == 0 {
			continue
		}
		held := false
		var titles []string
		for _, m := range ent.Mentions {
			if m.Start >= len(r.kids) || r.typeOfMention(m.Range) != lang.PER {
				continue
			}
			told := []rapporteur.RoleClaim{r.titleBefore(m.Range), r.titleAfter(m.Range), r.titleAround(m.Range), r.titleShared(m.Range), r.leads(m.Range), r.chosenFor(m.Range)}
			named := false
			for i := range told {
				x := &told[i]
				if named = named || x.Title != ""; x.Title == "" || x.Of.Name != "" {
					continue
				}
				if x.Of = r.ownerAfter(m.Range, r.sentence(m.Start), x.Title); x.Of.Name == "" {
					x.Of = r.topic(r.sentence(m.Start))
				}
			}
			r.ownersOf(ent, told)
			for i := range told {
				if x := &told[i]; x.Title != "" && x.Of.Name == "" {
					if x.Of = r.voiceOf(m.Range, x.Title); x.Of.Name == "" {
						x.Of = r.firmOf(m.Range, x.Title)
					}
				}
			}
			for _, x := range told { // "In Norvana, the Senate leader, Otto Varga, …"
				if t := r.topic(r.sentence(m.Start)); x.Of.Kind == rapporteur.Organisation && t.Name != "" && stately[strings.ToLower(x.Of.Name)] {
					told = append(told, rapporteur.RoleClaim{Of: t})
					break
				}
			}
			if !named && m.Kind == attribution.ByName {
				told[0].Of = r.bearer(m.Range)
			}
			for _, x := range told {
				if x.Of.Name == ent.Name {
					x.Of = rapporteur.Mention{}
				}
				if x.Title == "" && x.Of.Name == "" {
					continue
				}
				x.Person = rapporteur.Mention{Name: tidyName(ent.Name), Kind: rapporteur.Person, Span: r.bytes(m.Range)}
				key := x.Person.Name + "|" + strings.ToLower(x.Title) + "|" + x.Of.Name
				if seen[key] {
					continue
				}
				seen[key] = true
				held = held || x.Title != ""
				titles = append(titles, x.Title)
				r.add(m.Start, rapporteur.Claim{Kind: rapporteur.KindRole, Role: &x, Modality: rapporteur.Asserted})
			}
		}
		held = r.inferred(ent, titles) || held
		if !held {
			r.calledBy(ent)
		}
	}
}

// calledBy reads the office of somebody who is called by it alone where he is meant again: "Otto
// Varga came late. … the mines minister said".
func (r *reading) calledBy(ent *attribution.Entity) {
	const near = 2 // sentences
	last := -1
	for _, m := range ent.Mentions {
		if m.Start >= len(r.kids) {
			continue
		}
		if m.Kind == attribution.ByName {
			last = int(r.sent[m.Start])
			continue
		}
		h := r.officeWord(m.Range)
		if m.Kind != attribution.ByRole || last < 0 || int(r.sent[m.Start])-last > near || m.Len() < 3 || r.lower(m.Start) != "the" || h < 0 || r.typeAt(h) != "" || r.pluralTitle(h) {
			continue
		}
		if x := r.role(lang.Range{Start: m.Start + 1, End: m.End}, h); x.Title != "" {
			x.Person = rapporteur.Mention{Name: tidyName(ent.Name), Kind: rapporteur.Person, Span: r.bytes(m.Range)}
			r.add(m.Start, rapporteur.Claim{Kind: rapporteur.KindRole, Role: &x, Modality: rapporteur.Asserted})
			return
		}
	}
}

// officeWord returns the word of an office in "the mines minister", "the president of the Lund Federation",
// -1 for none.
func (r *reading) officeWord(s lang.Range) int {
	for k := s.Start + 1; k < s.End; k++ {
		if !lex().titles.Heads[r.lemma(k)] {
			continue
		}
		for k+1 < s.End && lex().titles.Heads[r.lemma(k+1)] {
			k++
		}
		if k == s.End-1 || k+2 < s.End && (r.lower(k+1) == "of" || r.lower(k+1) == "for") && (r.upos(k+2) == "DET" || r.form(k+2) != r.lower(k+2)) {
			return k
		}
		return -1
	}
	return -1
}

func (r *reading) typeOfMention(s lang.Range) lang.NameType {
	if n := r.nameAt(s.End - 1); n != nil {
		return n.Type
	}
	return ""
}

// titleBefore reads "US Secretary of State Marco Rubio", "Norvana's foreign minister, Ilse Marrow".
func (r *reading) titleBefore(name lang.Range) rapporteur.RoleClaim {
	sent := r.sentence(name.Start)
	at := name.Start - 1
	comma := false
	if at >= sent.Start && r.form(at) == "," {
		// "its foreign minister, Ilse Marrow, said": only an apposition is a title
		comma = true
		at--
		if r.form(at) == ")" { // "the secretary of the Workers' Party (NWP), Otto Varga"
			for k := at - 1; k > sent.Start && k > at-4; k-- {
				if r.form(k) == "(" {
					at = k - 1
					break
				}
			}
		}
	}
	short := ""
	for at >= sent.Start && lex().titles.Honorifics[r.lower(at)] {
		short = cmp.Or(short, officeInShort[strings.TrimSuffix(r.lower(at), ".")])
		at--
	}
	x := r.titleEnding(at, sent, comma, r.oneOfSeveral(name))
	if x.Title == "" && short != "" {
		x.Title = short
	}
	return x
}

// officeInShort are the offices that are written short before a name.
var officeInShort = map[string]string{"sen": "senator", "rep": "representative", "gov": "governor"}

// oneOfSeveral reports whether another person's name is joined to a name: "Marrow and Otto
// Varga", "Otto Varga, Ilse Marrow and Jan Okoye".
func (r *reading) oneOfSeveral(name lang.Range) bool {
	sent := r.sentence(name.Start)
	if name.End+1 >= sent.End {
		return false
	}
	f := r.lower(name.End)
	return f == "and" && r.typeAt(name.End+1) == lang.PER || f == "," && r.typeAt(name.End+1) == lang.PER && r.nameAt(name.End+1) != nil
}

// titleEnding reads the title that ends with token at. A title in the plural is
// one only where two share it: "Presidents Brandt and Okoye".
func (r *reading) titleEnding(at int, sent lang.Range, comma, shared bool) rapporteur.RoleClaim {
	l := &lex().titles
	start, head := at+1, -1
	if at < sent.Start || r.upos(at) == "ADP" || r.upos(at) == "DET" {
		return rapporteur.RoleClaim{} // "a spokeswoman for Mr Sorensen"
	}
	if k := r.fieldOf(at, sent); k >= 0 {
		head, start = k, k
	}
	for k := start - 1; k >= sent.Start && k > at-14 && r.timeAt[k] < 0; k-- { // "On Monday Minister Marrow"
		f, lemma := r.lower(k), r.lemma(k)
		if r.typeAt(k) == lang.PER && k < at && r.upos(k+1) == "CCONJ" {
			break // "Lena Varga and Defence Minister …"
		}
		if r.upos(k) == "CCONJ" && !r.joinsOffice(k, at) {
			break
		}
		if r.form(k) == ")" && k-3 >= sent.Start && r.form(k-2) == "(" && r.form(k-1) == strings.ToUpper(r.form(k-1)) && r.typeAt(k-3) == lang.ORG {
			start, k = k-2, k-2 // "International Harbour Fund (IHF) | economist"
			continue
		}
		if r.upos(k) == "ADP" && r.endsBefore(k, at) {
			break
		}
		if k+1 == head && r.deeds(k, head) {
			break
		}
		switch {
		case (l.Heads[lemma] || l.Heads[f]) && r.upos(k) != "VERB":
			if start = k; head < 0 || lemma != "deputy" && lemma != "assistant" {
				head = k // but of "Deputy Norvanan Trade Minister" it is the minister
			}
			continue
		case l.Inside[f] || l.Inside[lemma] && r.upos(k) != "VERB":
			start = k
			continue
		case r.form(k) == "-" || f == "'s" || f == "’s" || f == "ʼs" || f == "’" || f == "'":
			start = k
			continue
		case k > sent.Start && r.branchEnd(k-1) == k+1, r.branchEnd(k) == k+2:
			start = k // "Local 73 President"
			continue
		case r.upos(k) == "PROPN", r.upos(k) == "NOUN" && head >= 0 && (r.rel(k) == "compound" || r.caseOf(k) == "of" || r.caseOf(k) == "for"), r.typeAt(k) != "",
			r.upos(k) == "ADJ" && (r.rel(k) == "amod" || r.rel(k) == "compound"), r.upos(k) == "NOUN" && r.rel(k) == "compound":
			start = k
			continue
		}
		break
	}
	// The run must not begin in the middle of a chain of other people's names.
	for start <= at && (r.upos(start) == "CCONJ" || r.upos(start) == "ADP" || r.form(start) == "-" || r.upos(start) == "DET") {
		if r.form(start) == "-" && start+1 < head && r.form(start+1) == r.lower(start+1) && !l.Inside[r.lower(start+1)] {
			start++ // of "long-shot"
		}
		start++
	}
	if head < 0 || r.pluralTitle(head) && !shared {
		return rapporteur.RoleClaim{}
	}
	if comma {
		// The name must be the apposition of the office.
		if !l.Heads[r.lemma(at)] && r.caseOf(at) == "" {
			return rapporteur.RoleClaim{}
		}
	}
	return r.role(lang.Range{Start: start, End: at + 1}, head)
}

// endsBefore reports whether the preposition at token k stands before the office that
// ends at token at and not within it: "an aide to | President", "under | Minister".
func (r *reading) endsBefore(k, at int) bool {
	i := k + 1
	for i < at && (r.upos(i) == "DET" || r.typeAt(i) != "" && !lex().titles.Heads[strings.TrimPrefix(r.lower(i), "ex-")] || r.form(i) == "-" || lex().titles.Former[r.lower(i)] || lex().titles.Inside[r.lower(i)] && r.upos(i) != "ADP") {
		i++
	}
	if i < at-1 && r.lower(i+1) == "of" && r.form(i) != r.lower(i) && (lex().titles.Heads[r.lemma(i)] || lex().titles.Heads[strings.TrimPrefix(r.lower(i), "ex-")]) { // "adviser to | Secretary of State"
		at = i
	}
	if i != at || !lex().titles.Heads[r.lemma(at)] && !lex().titles.Heads[strings.TrimPrefix(r.lower(at), "ex-")] || r.form(at) == r.lower(at) {
		return false
	}
	switch r.lower(k) {
	case "of":
		return ofStates[r.lemma(at)]
	case "for", "to", "under", "with", "by", "from", "after", "before":
		return r.lemma(at) != "justice" && r.lemma(at) != "general"
	}
	return false
}

// deeds reports whether the common noun at token k before an office in capitals is
// what somebody else does or has, not whose office it is: "the deal President
// Brandt seeks", but "union President Brandt".
func (r *reading) deeds(k, head int) bool {
	l := lex()
	return r.upos(k) == "NOUN" && r.form(k) == r.lower(k) && r.form(head) != r.lower(head) && r.typeAt(k) == "" && !portfolios[r.lemma(head)] &&
		!l.actors.Groups[r.lemma(k)] && !l.titles.Heads[r.lemma(k)] && !l.titles.Inside[r.lower(k)] && !l.meetings.Offices[r.lemma(k)]
}

// fieldOf returns the word of an office whose field, in small letters, ends with
// token at: "director of policy planning", -1 for none.
func (r *reading) fieldOf(at int, sent lang.Range) int {
	k := at
	for ; k > sent.Start && k > at-3 && (r.upos(k) == "NOUN" || r.upos(k) == "ADJ") && r.typeAt(k) == "" && !lex().titles.Heads[r.lemma(k)]; k-- {
	}
	if k < at && r.upos(k) == "DET" {
		k-- // "minister of the environment"
	}
	if k < at && k > sent.Start && r.lower(k) == "of" && lex().titles.Heads[r.lemma(k-1)] && !r.pluralTitle(k-1) {
		return k - 1
	}
	return -1
}

// titleAround reads the office before a description that stands between it and
// the name: "Estrel's chief negotiator, the retired admiral Otto Varga".
func (r *reading) titleAround(name lang.Range) rapporteur.RoleClaim {
	sent := r.sentence(name.Start)
	k := name.Start - 1
	for k > sent.Start && k > name.Start-6 && (r.upos(k) == "NOUN" || r.upos(k) == "ADJ" || r.upos(k) == "PROPN" && r.typeAt(k) != lang.PER || r.upos(k) == "DET") {
		k--
	}
	if k == name.Start-1 || k <= sent.Start || r.form(k) != "," {
		return rapporteur.RoleClaim{}
	}
	x := r.titleEnding(k-1, sent, true, false)
	if r.upos(k+1) != "DET" && (x.Of.Name == "" || !lex().titles.Heads[r.lower(k+1)] && !lex().titles.Honorifics[r.lower(k+1)]) {
		return rapporteur.RoleClaim{} // "the minister, President Brandt and others"
	}
	return x
}

// pluralEnding reports whether the words that end with token at are an office in the
// plural, with what it is of: "ministers of finance".
func (r *reading) pluralEnding(at int, sent lang.Range) bool {
	for k := at; k >= sent.Start && k > at-5; k-- {
		if r.pluralTitle(k) {
			return true
		}
		if u := r.upos(k); u != "NOUN" && u != "PROPN" && u != "ADP" && u != "DET" && u != "ADJ" {
			return false
		}
	}
	return false
}

// entityName returns the full name of what is named at token i.
func (r *reading) entityName(i int) string {
	if e := r.entity[i]; e >= 0 {
		return r.said.Entities[e].Name
	}
	return ""
}

// pluralTitle reports whether the word of an office at token k is in the plural.
func (r *reading) pluralTitle(k int) bool {
	l := &lex().titles
	return strings.HasPrefix(r.doc.Tokens[k].XPOS, "NN") && strings.HasSuffix(r.doc.Tokens[k].XPOS, "S") && l.Heads[r.lemma(k)] && !l.Heads[r.lower(k)]
}

// joinsOffice reports whether an "and" within the words before a name joins two
// words of an office, which ends at token at, and not its holder with somebody else.
func (r *reading) joinsOffice(k, at int) bool {
	l := &lex().titles
	word := func(i int) bool { return l.Inside[r.lower(i)] || l.Heads[r.lower(i)] || l.Heads[r.lemma(i)] }
	capital := func(i int) bool { return r.form(i) != r.lower(i) }
	if r.nameAt(k) != nil {
		return true // the Trade and Ports Commission
	}
	return k > 0 && k < at && word(k-1) && word(k+1) && capital(k-1) == capital(k+1)
}
