package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// portfolios are offices that are called after what they are for.
var portfolios = words{"minister": true, "secretary": true, "commissioner": true}

// firms are offices that are called after the firm or body whose they are.
var firms = words{"chief": true, "head": true, "boss": true, "chairman": true, "chairwoman": true, "ceo": true}

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
