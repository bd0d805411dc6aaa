package claim

import (
	"slices"
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
		for _, m := range ent.Mentions {
			if m.Start >= len(r.kids) || r.typeOfMention(m.Range) != lang.PER {
				continue
			}
			told := []rapporteur.RoleClaim{r.titleBefore(m.Range), r.titleAfter(m.Range), r.titleAround(m.Range), r.leads(m.Range), r.chosenFor(m.Range)}
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
				r.add(m.Start, rapporteur.Claim{Kind: rapporteur.KindRole, Role: &x, Modality: rapporteur.Asserted})
			}
		}
	}
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
	}
	for at >= sent.Start && lex().titles.Honorifics[r.lower(at)] {
		at--
	}
	return r.titleEnding(at, sent, comma, r.oneOfSeveral(name))
}

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
	if at < sent.Start || r.upos(at) == "ADP" {
		return rapporteur.RoleClaim{} // "a spokeswoman for Mr Sorensen"
	}
	if k := r.fieldOf(at, sent); k >= 0 {
		head, start = k, k
	}
	for k := start - 1; k >= sent.Start && k > at-14; k-- {
		f, lemma := r.lower(k), r.lemma(k)
		if r.typeAt(k) == lang.PER && k < at && r.upos(k+1) == "CCONJ" {
			break // "Lena Varga and Defence Minister …"
		}
		if r.upos(k) == "CCONJ" && !r.joinsOffice(k, at) {
			break
		}
		if r.upos(k) == "ADP" && r.endsBefore(k, at) {
			break
		}
		if k+1 == head && r.deeds(k, head) {
			break
		}
		switch {
		case (l.Heads[lemma] || l.Heads[f]) && r.upos(k) != "VERB":
			head, start = k, k
			continue
		case l.Inside[f] || l.Inside[lemma] && r.upos(k) != "VERB":
			start = k
			continue
		case r.form(k) == "-" || f == "'s" || f == "’s" || f == "ʼs" || f == "’" || f == "'":
			start = k
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
	for i < at && (r.upos(i) == "DET" || r.typeAt(i) != "" || lex().titles.Former[r.lower(i)] || lex().titles.Inside[r.lower(i)] && r.upos(i) != "ADP") {
		i++
	}
	if i != at || !lex().titles.Heads[r.lemma(at)] || r.form(at) == r.lower(at) {
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
	if k < at && k > sent.Start && r.lower(k) == "of" && lex().titles.Heads[r.lemma(k-1)] && !r.pluralTitle(k-1) {
		return k - 1
	}
	return -1
}

// titleAfter reads "Ilse Marrow, the foreign minister of Norvana," and "who is …".
func (r *reading) titleAfter(name lang.Range) rapporteur.RoleClaim {
	sent := r.sentence(name.Start)
	at := r.pastAside(name.End, sent)
	if at+1 >= sent.End || r.form(at) != "," && r.form(at) != "(" {
		// "Ilse Marrow leads the team of Norvana"
		if c := r.governor(at - 1); c != nil && (c.verb == "lead" || c.verb == "head") && len(c.subj) > 0 && name.Contains(c.subj[0]) && len(c.obj) > 0 && delegated[r.lemma(c.obj[0])] && !c.neg && c.modal == "" {
			return r.headOf(c.obj[0])
		}
		// "Ilse Marrow is the foreign minister"
		if c := r.governor(at - 1); c != nil && c.copula && len(c.subj) > 0 && name.Contains(c.subj[0]) && lex().titles.Heads[r.lemma(c.head)] && !r.pluralTitle(c.head) && !c.neg && c.modal == "" {
			return r.former(r.role(r.shortPhrase(c.head), c.head), c.past)
		}
		if c := r.governor(at - 1); c != nil && len(c.subj) > 0 && name.Contains(c.subj[0]) && (c.verb == "serve" || c.verb == "act") && !c.neg && c.modal == "" {
			for _, h := range c.with("as") {
				if lex().titles.Heads[r.lemma(h)] {
					return r.role(r.shortPhrase(h), h)
				}
			}
		}
		return rapporteur.RoleClaim{}
	}
	at++
	if r.lower(at) == "who" {
		for k := at; k < min(at+11, sent.End); k++ {
			if c := r.clause(k); c != nil && c.copula && lex().titles.Heads[r.lemma(k)] && (k < at+6 || len(c.subj) > 0 && c.subj[0] == at) {
				return r.former(r.role(r.shortPhrase(k), k), c.past)
			}
		}
		if c := r.clause(at + 1); c != nil && (c.verb == "serve" || c.verb == "act") {
			for _, h := range c.with("as") {
				if lex().titles.Heads[r.lemma(h)] {
					return r.former(r.role(r.shortPhrase(h), h), c.past && !c.perfect)
				}
			}
		}
		if c := r.clause(at + 1); c != nil && (c.verb == "lead" || c.verb == "head") && len(c.obj) > 0 {
			o := c.obj[0]
			if r.typeAt(o) == lang.ORG {
				return rapporteur.RoleClaim{Title: "leader", Of: r.owner(o, r.bytes(lang.Range{Start: o, End: o + 1}))}
			}
			return r.headOf(o)
		}
		if c := r.governor(at); c != nil && c.head > at && c.head < at+4 && lex().titles.Chosen[c.verb] {
			for k := c.head + 1; k < min(c.head+5, sent.End); k++ {
				if lex().titles.Heads[r.lemma(k)] && r.governor(k) == c {
					return r.role(r.shortPhrase(k), k)
				}
			}
		}
		return rapporteur.RoleClaim{}
	}
	head := -1
	end := at
	for k := at; k < min(at+16, sent.End); k++ {
		f := r.form(k)
		if head >= 0 && (r.timeAt[k] >= 0 || f == "(" || f == "—" || f == "–" || r.lower(k) == "and" && k+1 < sent.End && later[r.lower(k+1)]) {
			break
		}
		if r.doc.Tokens[k].XPOS == "VBG" && !lex().titles.Inside[r.lower(k)] && k+1 < sent.End && (base(r.rel(k)) == "acl" || r.upos(k+1) == "ADP" || r.upos(k+1) == "PART") {
			break
		}
		if f == "," || f == ")" || f == ";" || r.upos(k) == "VERB" && r.doc.Tokens[k].XPOS != "VBG" && r.rel(k) != "amod" || r.upos(k) == "AUX" || f == "." || f == "“" || f == "\"" || r.upos(k) == "SCONJ" {
			break
		}
		if head < 0 && k > at && r.upos(k) == "CCONJ" {
			return rapporteur.RoleClaim{}
		}
		if r.typeAt(k) == lang.PER && head < 0 && r.upos(k) == "PROPN" {
			e := k + 1
			for e < sent.End && r.typeAt(e) == lang.PER {
				e++
			}
			if e == sent.End || !possessive(r.lower(e)) {
				return rapporteur.RoleClaim{} // a list of people; "…, President Brandt": the next one's title
			}
			at, k = e-1, e // "…, President Brandt's envoy"
			end = k + 1
			continue
		}
		if head < 0 && (lex().titles.Heads[r.lemma(k)] || lex().titles.Heads[r.lower(k)]) && (r.upos(k) != "ADJ" || r.rel(k) != "amod" || k+1 < sent.End && lex().titles.Heads[r.lower(k+1)]) {
			if k+1 < sent.End && (r.upos(k+1) == "PROPN" && r.typeAt(k+1) == lang.PER) {
				e := k + 1
				for e < sent.End && r.typeAt(e) == lang.PER {
					e++
				}
				if e == sent.End || !possessive(r.lower(e)) {
					return rapporteur.RoleClaim{} // "…, President Brandt": the next one's title
				}
				continue
			}
			head = k
		}
		end = k + 1
	}
	if head < 0 {
		return rapporteur.RoleClaim{}
	}
	for _, c := range r.kids[head] {
		if base(r.rel(c)) == "flat" || base(r.rel(c)) == "appos" && r.typeAt(c) == lang.PER {
			return rapporteur.RoleClaim{}
		}
	}
	// another person's name in the run means that it is that one's title
	for k := head + 1; k < end; k++ {
		if r.typeAt(k) == lang.PER && r.caseOf(k) == "" && r.rel(k) != "nmod:poss" {
			return rapporteur.RoleClaim{}
		}
	}
	return r.role(lang.Range{Start: at, End: end}, head)
}

// pastAside returns where a sentence goes on behind the brackets that follow a name
// at token at and say where its holder is from: "Ada Kerr (NP-Lund), chair of …".
func (r *reading) pastAside(at int, sent lang.Range) int {
	if at+2 >= sent.End || r.form(at) != "(" {
		return at
	}
	for k := at + 1; k < min(at+9, sent.End); k++ {
		switch {
		case lex().titles.Heads[r.lemma(k)]:
			return at
		case r.form(k) == ")":
			if k+2 < sent.End && r.form(k+1) == "," {
				return k + 1
			}
			return at
		}
	}
	return at
}

// titleAround reads the office before a description that stands between it and
// the name: "Estrel's chief negotiator, the retired admiral Otto Varga", and that
// of two who share it: "Prime Ministers Otto Varga and Ilse Marrow".
func (r *reading) titleAround(name lang.Range) rapporteur.RoleClaim {
	sent := r.sentence(name.Start)
	k := name.Start - 1
	if k > sent.Start && r.lower(k) == "and" {
		n := r.nameAt(k - 1)
		if n == nil || r.typeAt(k-1) != lang.PER || n.Start <= sent.Start {
			return rapporteur.RoleClaim{}
		}
		comma := r.form(n.Start-1) == "," // "two former ministers of finance, Otto Varga and Ilse Marrow"
		at := n.Start - 1
		if comma {
			at--
		}
		if !r.pluralEnding(at, sent) || !comma && !lex().titles.Heads[r.lemma(at)] {
			return rapporteur.RoleClaim{}
		}
		x := r.titleEnding(at, sent, comma, true)
		x.Of = rapporteur.Mention{} // of one of them, or of each
		return x
	}
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

// later are words that part an office from the one somebody came to then.
var later = words{"now": true, "currently": true, "later": true, "formerly": true, "then": true}

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

// chosenFor reads the office somebody is told to come to: "was named special envoy",
// "the appointment of Otto Varga as chairman of the board".
func (r *reading) chosenFor(name lang.Range) rapporteur.RoleClaim {
	sent := r.sentence(name.Start)
	l := &lex().titles
	office := func(from, to int) rapporteur.RoleClaim {
		for k := from; k < min(to, sent.End); k++ {
			if f := r.form(k); f == "," || f == "." || r.upos(k) == "VERB" {
				break
			}
			if l.Heads[r.lemma(k)] && !r.pluralTitle(k) {
				for k+1 < min(to, sent.End) && l.Heads[r.lemma(k+1)] { // "chief negotiator"
					k++
				}
				return r.role(r.shortPhrase(k), k)
			}
		}
		return rapporteur.RoleClaim{}
	}
	if name.End < sent.End && r.lower(name.End) == "as" {
		for k := name.Start - 1; k >= sent.Start && k > name.Start-4; k-- {
			if l.Chosen[r.lemma(k)] {
				if g := r.governor(k); g != nil && (g.neg || g.modal != "" && g.head == k) {
					return rapporteur.RoleClaim{}
				}
				return office(name.End+1, name.End+8)
			}
		}
		return rapporteur.RoleClaim{}
	}
	c := r.governor(name.End - 1)
	if c == nil || !l.Chosen[c.verb] || !c.passive || c.neg || c.modal != "" || len(c.subj) == 0 || !name.Contains(c.subj[0]) {
		return rapporteur.RoleClaim{}
	}
	return office(c.head+1, c.head+8)
}

// portfolios are offices that are called after what they are for.
var portfolios = words{"minister": true, "secretary": true, "commissioner": true}

// firms are offices that are called after the firm or body whose they are.
var firms = words{"chief": true, "head": true, "boss": true, "chairman": true, "chairwoman": true, "ceo": true}

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

func (r *reading) former(x rapporteur.RoleClaim, past bool) rapporteur.RoleClaim {
	x.Former = x.Former || past
	return x
}

func (r *reading) shortPhrase(head int) lang.Range {
	s := r.nounPhrase(head)
	for _, k := range r.kids[head] {
		if base(r.rel(k)) == "nmod" && k > head {
			s.End = max(s.End, r.own(k).End)
		}
	}
	return s
}

// role makes a claim of a title's words: the office, and whose it is.
func (r *reading) role(s lang.Range, head int) rapporteur.RoleClaim {
	var x rapporteur.RoleClaim
	l := &lex().titles
	for s.Start < s.End && (r.upos(s.Start) == "DET" || r.upos(s.Start) == "PRON" || r.upos(s.Start) == "PUNCT" || r.upos(s.Start) == "SCONJ" || r.upos(s.Start) == "CCONJ") {
		s.Start++
	}
	for s.End > s.Start && (r.upos(s.End-1) == "PUNCT" || r.upos(s.End-1) == "ADP" || r.upos(s.End-1) == "CCONJ") {
		s.End--
	}
	owned := s.Start - 1
	if s.Start < s.End && possessive(r.lower(s.Start)) {
		owned = s.Start
	}
	var title []string
	field := -1 // where in it a state stands that is no owner's: "chief US economist"
	first := true
	for k := s.Start; k < s.End; k++ {
		f := r.lower(k)
		if k < head && l.Former[f] {
			x.Former = true
			continue
		}
		if k == s.Start && (later[f] || f == "outgoing") {
			x.Former = x.Former || f == "then" || f == "formerly"
			if k+1 < head && r.form(k+1) == "-" {
				k++
			}
			for k+1 < head && r.upos(k+1) == "DET" {
				k++
			}
			continue
		}
		if k > head && (f == "who" || f == "which" || f == "that") {
			break
		}
		if k < head && (r.upos(k) == "AUX" || r.upos(k) == "NUM" && len(title) == 0 || f == "according") {
			title = nil // what stood before was no title
			continue
		}
		t := r.typeAt(k)
		if k < head && len(title) == 0 && t == "" && r.praises(k) {
			continue
		}
		if k < head && l.Inside[f] && r.form(k+1) == "-" {
			t = "" // "Vice" of "Vice-Premier" is no body
		}
		if k < head && t == lang.ORG && r.endsBody(k, head) {
			t = "" // "White House Press" Secretary
		}
		if n := r.nameAt(k); k < head && t == lang.ORG && n != nil && n.End == head && r.portfolio(*n, head) {
			for ; k < n.End; k++ {
				title = append(title, r.form(k))
			}
			k--
			continue
		} else if k < head && t == lang.ORG && l.Inside[f] && n != nil && n.Len() == 1 {
			t = "" // "Treasury Secretary" is an office; whose it is, others say
		} else if t == lang.ORG && n != nil && n.Len() == 1 && k == head-1 && k == s.Start && portfolios[r.lemma(head)] && r.form(k) != strings.ToUpper(r.form(k)) && !r.isState(r.form(k)) {
			t = "" // so is "Environment Minister"
		} else if k < head && k == head-1 && n != nil && n.Len() == 1 && firms[r.lower(head)] && !r.isState(r.form(k)) && (t == lang.NORP && r.kindOf(t, r.stateName(k)) == rapporteur.Group || t == lang.PER && !strings.Contains(r.entityName(k), " ")) {
			t = lang.ORG // "Norgaz chief"
		} else if k < head && t == lang.PER && n == nil {
			// Part of what names the holder, but no name: words of the office, or behind them a body's.
			t = ""
			if end := r.bodyEnd(k, head); end > k && x.Of.Name == "" {
				body := lang.Range{Start: k, End: end}
				x.Of = rapporteur.Mention{Name: r.doc.Words(body), Kind: r.kindOf(lang.ORG, r.doc.Words(body)), Span: r.bytes(body)}
				k = end - 1
				continue
			}
		}
		state := r.isState(r.form(k))
		if t == lang.PER && k < head || t == lang.LOC && k < head || t == lang.NORP && k < head || t == lang.ORG && k < head || state && k < head {
			if x.Of.Name == "" && !l.Inside[f] || x.Of.Name == "" && t == lang.ORG {
				name := r.stateName(k)
				if a, ok := r.actorAt(k); ok && t != lang.NORP {
					name = a.Name
				}
				for t == lang.ORG { // without the office after it
					last := name[strings.LastIndexByte(name, ' ')+1:]
					if len(last) == len(name) || !desks[strings.ToLower(last)] {
						break
					}
					name = strings.TrimSpace(strings.TrimSuffix(name, last))
				}
				if t == "" {
					t = lang.LOC
				}
				x.Of = rapporteur.Mention{Name: name, Kind: r.employer(t, name, l.Private[r.lemma(head)]), Span: r.bytes(lang.Range{Start: k, End: k + 1})}
				field = len(title)
			}
			if !l.Inside[f] || t == lang.ORG {
				continue
			}
		}
		if f == "'s" || f == "’s" || f == "ʼs" || f == "’" || f == "'" {
			// What stood before was the owner: the last one, in "Norvana's minister and Estrel's negotiator".
			if o := k - 1; o >= s.Start && (r.typeAt(o) != "" || r.isState(r.form(o))) {
				name := r.stateName(o)
				if a, ok := r.actorAt(o); ok && r.typeAt(o) != lang.NORP {
					name = a.Name
				}
				x.Of = rapporteur.Mention{Name: name, Kind: r.employer(orLOC(r.typeAt(o)), name, l.Private[r.lemma(head)]), Span: r.bytes(lang.Range{Start: o, End: o + 1})}
			} else if o >= s.Start {
				x.Of = r.owner(o, r.bytes(lang.Range{Start: o, End: o + 1}))
			}
			title, field = nil, -1
			first = true
			continue
		}
		if k > head && (f == "of" || f == "to" || f == "for" || f == "at" || f == "with") && k+1 < s.End {
			// "minister of Norvana": the owner ends the title, "minister of finance" belongs to it
			o := k + 1
			for o < s.End && r.upos(o) == "DET" {
				o++
			}
			if n := r.nameAt(o); n != nil && n.End+1 < s.End && possessive(r.lower(n.End)) && r.typeAt(n.End+1) == lang.ORG {
				o = n.End + 1 // "editor of the Workers' Party's Strait Times"
			} else if n != nil && n.End+2 < s.End && r.form(n.End) == "-" && r.typeAt(n.End+2) == lang.ORG {
				o = n.End + 2 // "the Workers' Party-backed Strait Times"
			}
			if o < s.End && (r.typeAt(o) != "" || r.isState(r.form(o))) && !(l.Inside[r.lower(o)] && r.typeAt(o) != lang.ORG && f == "of" && !r.isState(r.form(o)) && r.typeAt(o) != lang.LOC) {
				if within := x.Of.Kind == rapporteur.State && field >= 0 && (f == "at" || f == "with") && r.typeAt(o) == lang.ORG; x.Of.Name == "" || within {
					if within { // "chief US economist at Norbank"
						title = slices.Insert(title, field, x.Of.Span.In(r.report.Body))
					}
					name := r.stateName(o)
					if a, ok := r.actorAt(o); ok {
						name = a.Name
					}
					x.Of = rapporteur.Mention{Name: name, Kind: r.employer(orLOC(r.typeAt(o)), name, f == "at" || f == "with" || l.Private[r.lemma(head)]), Span: r.bytes(lang.Range{Start: o, End: o + 1})}
				}
				if f == "of" || f == "at" || f == "with" || f == "for" && r.typeAt(o) == lang.ORG {
					break
				}
			}
		}
		if k > head && len(title) > 0 && (f == "in" || f == "at" || f == "with" || f == "from" || f == "under") && r.upos(k) == "ADP" && k+1 < s.End && r.form(k-1) != "-" && r.lower(k+1) != "charge" && r.lower(k+1) != "chief" {
			break // where the office is held, and since when
		}
		word := r.form(k)
		if k == head && r.pluralTitle(k) && s.End+1 < len(r.kids) && (k == s.End-1 && r.typeAt(k+1) == lang.PER || r.form(s.End) == "," && r.typeAt(s.End+1) == lang.PER) {
			word = r.lemma(k)
		}
		if first || k == s.Start {
			first = false
		}
		title = append(title, word)
	}
	text := strings.Join(title, " ")
	text = strings.ReplaceAll(text, " - ", "-")
	text = strings.ReplaceAll(text, " ,", ",")
	text = strings.TrimSpace(strings.Trim(text, "-,"))
	if text == "" || len(title) > 12 || !hasHead(text) {
		return rapporteur.RoleClaim{}
	}
	x.Title = strings.ToLower(text)
	if x.Of.Name == "" {
		x.Of = r.ownerBefore(owned, r.sentence(head))
	}
	return x
}

// portfolio reports whether a name before the word of an office is what a minister is
// for, not a body: "Homeland Security Secretary", not "Harbour Office Secretary".
func (r *reading) portfolio(n lang.Name, head int) bool {
	if n.Len() < 2 && n.Start > 0 && !lex().titles.Inside[r.lower(n.Start-1)] || !portfolios[r.lemma(head)] || r.form(head) == r.lower(head) || r.isState(r.doc.Words(n.Range)) {
		return false
	}
	if head+1 < len(r.kids) && (r.form(head+1) == "-" || r.lower(head+1) == "general") {
		return false
	}
	for i := n.Start; i < n.End; i++ {
		if w := r.lower(i); lex().meetings.Offices[w] || lex().titles.Bodies[w] || lex().actors.Groups[w] && w != "security" || r.isState(r.form(i)) || r.form(i) == strings.ToUpper(r.form(i)) {
			return false
		}
	}
	return true
}

// employer returns of which kind it is whose office somebody holds: who pays analysts
// and has no minister is a firm or a school, though it is called after a place.
func (r *reading) employer(t lang.NameType, name string, private bool) rapporteur.ActorKind {
	if t == lang.LOC && private && !r.isState(name) {
		return rapporteur.Organisation
	}
	return r.kindOf(t, name)
}

// praises reports whether a word before an office is an adjective of its holder,
// not of the office: "the embattled mayor".
func (r *reading) praises(k int) bool {
	f := r.form(k)
	if r.upos(k) != "ADJ" || f != strings.ToLower(f) || strings.Contains(f, "-") || lex().titles.Inside[f] || lex().titles.Heads[f] {
		return false
	}
	for _, end := range []string{"al", "ary", "public", "junior", "human", "joint", "managing"} {
		if strings.HasSuffix(f, end) {
			return false
		}
	}
	return true
}

// endsBody reports whether token k, typed as part of a body's name, belongs to the
// office after it: "White House Press | Secretary".
func (r *reading) endsBody(k, head int) bool {
	if k == 0 || r.typeAt(k-1) == "" {
		return false
	}
	for i := k; i < head; i++ {
		if !desks[r.lower(i)] {
			return false
		}
	}
	return true
}

// bodyEnd returns the end of the proper nouns from token k on that are no words of an office.
func (r *reading) bodyEnd(k, head int) int {
	l := &lex().titles
	for k < head && r.upos(k) == "PROPN" && r.nameAt(k) == nil && !l.Inside[r.lower(k)] && !l.Heads[r.lower(k)] && !l.Honorifics[r.lower(k)] {
		k++
	}
	return k
}

// desks are words between a body and an office that are the office's.
var desks = words{"press": true, "prime": true, "foreign": true, "deputy": true, "vice": true, "communications": true, "chief": true, "senior": true, "special": true}

func hasHead(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		if lex().titles.Heads[w] {
			return true
		}
		for p := range strings.SplitSeq(w, "-") {
			if lex().titles.Heads[p] {
				return true
			}
		}
	}
	return false
}
