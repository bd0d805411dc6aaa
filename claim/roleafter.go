package claim

import (
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// titleAfter reads "Ilse Marrow, the foreign minister of Norvana," and "who is …".
func (r *reading) titleAfter(name lang.Range) rapporteur.RoleClaim {
	sent := r.sentence(name.Start)
	at := r.pastAside(name.End, sent)
	if at+1 >= sent.End || r.form(at) != "," && r.form(at) != "(" {
		// "Ilse Marrow leads the team of Norvana"
		if c := r.governor(at - 1); c != nil && len(c.subj) > 0 && name.Contains(c.subj[0]) {
			if x := r.headed(c); x.Title != "" {
				return x
			}
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
		if c := r.governor(at); c != nil && c.head > at && c.head < at+4 {
			if x := r.headed(c); x.Title != "" {
				return x
			}
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
		if head < 0 && r.upos(k) == "CCONJ" {
			if k == at || r.upos(k-1) != "NOUN" && r.upos(k-1) != "ADJ" || strings.HasSuffix(r.doc.Tokens[k-1].XPOS, "S") || !r.officeSoon(k+1, sent) {
				return rapporteur.RoleClaim{}
			}
			if r.upos(k+1) == "DET" { // "an Estrelian farmer and | the president of …"
				at = k + 1
			}
			continue
		}
		if r.typeAt(k) == lang.PER && head < 0 && r.upos(k) == "PROPN" {
			e := k + 1
			for e < sent.End && r.typeAt(e) == lang.PER {
				e++
			}
			if e < sent.End && r.upos(at) == "DET" && k == at+1 && r.form(e) == r.lower(e) && lex().titles.Heads[r.lemma(e)] { // "a Brandt spokesman"
				end = e
				k = e - 1
				continue
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
	if r.pluralTitle(head) {
		return rapporteur.RoleClaim{} // "Otto Varga, ministers and others"
	}
	if e := r.servesNamed(head, end); e > 0 {
		return r.role(lang.Range{Start: at, End: e}, head)
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

// officeSoon reports whether the word of an office that is one man's stands within a few words from token k on: "trade and |
// manufacturing adviser".
func (r *reading) officeSoon(k int, sent lang.Range) bool {
	for j := k; j < min(k+4, sent.End); j++ {
		if lex().titles.Heads[r.lemma(j)] {
			return !r.pluralTitle(j) && (j+1 >= sent.End || r.typeAt(j+1) != lang.PER)
		}
		if u := r.upos(j); u != "NOUN" && u != "ADJ" && u != "DET" || r.typeAt(j) == lang.PER {
			return false
		}
	}
	return false
}

// servesNamed returns the end of the name of whom the office at a token serves where his own office stands before it, 0 for
// none: "aide | to President Otto Varga |", "spokeswoman for Estrel's finance minister, …" is not read.
func (r *reading) servesNamed(head, end int) int {
	p := head + 1
	for p < end && ((r.upos(p) == "NOUN" || r.upos(p) == "PROPN") && r.typeAt(p) != lang.PER || r.lower(p) == "of" && p+1 < end && r.upos(p+1) == "NOUN" && r.typeAt(p+1) == "" && !lex().titles.Heads[r.lemma(p+1)]) {
		p++ // "chief of staff |"
	}
	if p >= end || r.lower(p) != "to" && r.lower(p) != "for" && r.lower(p) != "of" && r.lower(p) != "with" {
		return 0
	}
	k := r.ownOffice(p+1, end)
	if n := r.nameAt(k); n != nil && k > p+1 {
		return min(n.End, end)
	}
	return 0
}

// ownOffice returns the token at which a person's name begins behind the words of his own office at token o, -1 for none: "former
// Estrelian President | Otto Varga", "Estrel's finance minister | Otto Varga".
func (r *reading) ownOffice(o, end int) int {
	l := &lex().titles
	office := false
	for k := o; k < end; k++ {
		f := r.lower(k)
		if n := r.nameAt(k); n != nil && n.Start == k && n.Type == lang.PER && !l.Heads[f] {
			if office {
				return k
			}
			if n.End >= end || !possessive(r.lower(n.End)) {
				return -1
			}
			k = n.End
			continue
		}
		switch {
		case l.Heads[strings.TrimPrefix(f, "ex-")] || l.Heads[r.lemma(k)] && !r.pluralTitle(k):
			office = true
		case l.Inside[f] && r.upos(k) != "ADP", l.Former[f], l.Honorifics[f], possessive(f), r.upos(k) == "DET", r.upos(k) == "PROPN", r.typeAt(k) != "", f == "of" && office, r.form(k) == "-":
		case r.upos(k) == "NOUN" || r.upos(k) == "ADJ":
		default:
			return -1
		}
	}
	return -1
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

// sentBy returns the verb by which somebody is told to send a man, "Norvana sent Otto Varga", -1 for none.
func (r *reading) sentBy(name lang.Range) int {
	h := r.top(name)
	v := r.head(h)
	if v < 0 || r.rel(h) != "obj" || v > h {
		return -1
	}
	switch r.lemma(v) {
	case "send", "dispatch", "deploy", "post", "appoint", "name", "designate", "install", "choose":
		if c := r.clause(v); c == nil || !c.neg && c.modal == "" {
			return v
		}
	}
	return -1
}

// later are words that part an office from the one somebody came to then.
var later = words{"now": true, "currently": true, "later": true, "formerly": true, "then": true}

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
	if name.End+2 < sent.End && r.form(name.End) == "," && l.Chosen[r.lemma(name.End+1)] && r.doc.Tokens[name.End+1].XPOS == "VBN" {
		// "Otto Varga, appointed on Monday to succeed Ada Kerr as envoy": whom he succeeds is no office
		for k := name.End + 2; k < min(name.End+16, sent.End) && r.form(k) != ","; k++ {
			if r.lower(k) == "as" {
				return office(k+1, k+9)
			}
		}
		return office(name.End+2, name.End+9)
	}
	if name.End < sent.End && r.lower(name.End) == "as" {
		if v := name.Start - 1; v > sent.Start && (r.lemma(v) == "succeed" || r.lemma(v) == "replace" || r.lemma(v) == "follow") {
			x := office(name.End+1, name.End+9)
			x.Former = x.Title != ""
			return x
		}
		for k := name.Start - 1; k >= sent.Start && k > name.Start-4; k-- {
			if l.Chosen[r.lemma(k)] || k == name.Start-1 && (r.lemma(k) == "send" || r.lemma(k) == "dispatch") {
				if g := r.governor(k); g != nil && (g.neg || g.modal != "" && g.head == k) {
					return rapporteur.RoleClaim{}
				}
				x := office(name.End+1, name.End+8)
				if s := r.child(k, "nsubj"); x.Title != "" && x.Of.Name == "" && s >= 0 && r.upos(k) == "VERB" && r.child(k, "aux:pass") < 0 {
					x.Of = r.owner(s, r.bytes(lang.Range{Start: s, End: s + 1}))
				}
				return x
			}
		}
		return rapporteur.RoleClaim{}
	}
	if v := r.sentBy(name); v >= 0 {
		for k := name.End + 1; k < min(name.End+12, sent.End); k++ {
			if r.lower(k) != "as" {
				continue
			}
			x := office(k+1, k+9)
			if s := r.child(v, "nsubj"); x.Title != "" && x.Of.Name == "" && s >= 0 {
				x.Of = r.owner(s, r.bytes(lang.Range{Start: s, End: s + 1}))
			}
			return x
		}
	}
	if v := r.doing(r.top(name)); v >= 0 && (r.lemma(v) == "succeed" || r.lemma(v) == "replace") {
		if c := r.clause(v); c != nil && (c.neg || c.modal != "") {
			return rapporteur.RoleClaim{}
		}
		for k := v + 1; k < min(v+8, sent.End) && r.form(k) != ","; k++ {
			if r.lower(k) == "as" {
				return office(k+1, k+9)
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
