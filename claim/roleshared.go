package claim

import (
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// titleShared reads the office of one of several who share it: "Prime Ministers Otto Varga and
// Ilse Marrow", "the two co-chairs of the group, the Norvanan Otto Varga and Ilse Marrow of
// Estrel", "Otto Varga and Ilse Marrow, the co-chairs". Whose it is, only what stands at the
// name says: the office's own words are of one of them, or of each.
func (r *reading) titleShared(name lang.Range) rapporteur.RoleClaim {
	sent := r.sentence(name.Start)
	var x rapporteur.RoleClaim
	if first, several := r.namesBefore(name, sent); several || r.namesGoOn(name, sent) {
		at, comma := first-1, false
		if at > sent.Start && (r.form(at) == "," || r.form(at) == "—" || r.form(at) == "–" || r.form(at) == ":") {
			at, comma = at-1, true
		}
		switch h := r.apposedOffice(name); {
		case h >= 0 && h < first:
			s := r.shortPhrase(h)
			x = r.role(lang.Range{Start: s.Start, End: min(s.End, at+1)}, h)
		case r.pluralEnding(at, sent) && (comma || lex().titles.Heads[r.lemma(at)]):
			x = r.titleEnding(at, sent, comma, true)
		}
		if x.Title == "" {
			x = r.titleBehindRow(name, sent)
		}
	}
	if x.Title == "" {
		return x
	}
	if title, of, ok := strings.Cut(x.Title, " of the "); ok && counts[strings.SplitN(of, " ", 2)[0]] > 1 {
		x.Title = title // of the two parties
	}
	if x.Of.Kind != rapporteur.Organisation || !r.oneOwner(x.Of) {
		x.Of = rapporteur.Mention{}
	}
	if of := r.ofItem(name, sent); of.Name != "" {
		x.Of = of
	}
	return x
}

// apposedOffice returns the office in the plural beside which a row of names stands that a name
// is in: "the foreign ministers of Norvana and Estrel, Otto Varga and Ilse Marrow", -1 for none.
func (r *reading) apposedOffice(name lang.Range) int {
	h := r.top(name)
	for base(r.rel(h)) == "conj" && r.head(h) >= 0 {
		h = r.head(h)
	}
	if rel := base(r.rel(h)); rel != "appos" && rel != "list" || !r.pluralTitle(r.head(h)) {
		return -1
	}
	return r.head(h)
}

// oneOwner reports whether the body whose office it is is named alone: not "of the party and the union".
func (r *reading) oneOwner(of rapporteur.Mention) bool {
	for i := range r.doc.Tokens {
		if t := r.doc.Tokens[i]; t.Start >= of.Span.End {
			return r.lower(i) != "and"
		}
	}
	return true
}

// namesBefore returns where a row of people's names begins that a name ends or stands in, with what
// is told at each of where they are from, and whether others stand before it.
func (r *reading) namesBefore(name, sent lang.Range) (first int, several bool) {
	first = r.itemStart(name.Start, sent)
	for first-1 > sent.Start {
		k := first - 1
		if r.lower(k) != "and" && r.form(k) != "," {
			break
		}
		if r.lower(k) == "and" && k-1 > sent.Start && r.form(k-1) == "," {
			k--
		}
		end := k
		for n := 0; n < 5 && end-1 > sent.Start && r.typeAt(end-1) != lang.PER && r.ofItemWord(end-1); n++ {
			end-- // "Otto Varga of the Liberals | and"
		}
		n := r.nameAt(end - 1)
		if n == nil || r.typeAt(end-1) != lang.PER {
			break
		}
		first, several = r.itemStart(n.Start, sent), true
	}
	return first, several
}

// itemStart goes back from a name over where its holder is from: "the Norvanan | Otto Varga".
func (r *reading) itemStart(at int, sent lang.Range) int {
	for at-1 > sent.Start && (r.typeAt(at-1) == lang.NORP || r.typeAt(at-1) == lang.LOC || possessive(r.lower(at-1)) || r.upos(at-1) == "DET" && r.typeAt(at) != lang.PER || lex().titles.Honorifics[r.lower(at-1)]) {
		at--
	}
	return at
}

// ofItemWord reports whether a token may stand behind a name and say whom its holder is for.
func (r *reading) ofItemWord(i int) bool {
	u := r.upos(i)
	return u == "ADP" && (r.lower(i) == "of" || r.lower(i) == "for" || r.lower(i) == "from") || u == "DET" || u == "PROPN" || u == "NOUN" || r.form(i) == "(" || r.form(i) == ")"
}

// namesGoOn reports whether another person's name is joined behind a name, maybe behind whom its holder is for.
func (r *reading) namesGoOn(name, sent lang.Range) bool {
	k := name.End
	for n := 0; n < 5 && k < sent.End && r.typeAt(k) != lang.PER && r.ofItemWord(k); n++ {
		k++
	}
	for n := 0; n < 2 && k < sent.End && (r.lower(k) == "and" || r.form(k) == ","); n++ {
		k++
	}
	for n := 0; n < 3 && k < sent.End && k > name.End && r.typeAt(k) != lang.PER && (r.typeAt(k) != "" || r.upos(k) == "DET" || possessive(r.lower(k)) || lex().titles.Honorifics[r.lower(k)]); n++ {
		k++
	}
	return k > name.End && k < sent.End && r.typeAt(k) == lang.PER && r.nameAt(k) != nil
}

// titleBehindRow reads "Otto Varga and Ilse Marrow, the co-chairs,".
func (r *reading) titleBehindRow(name, sent lang.Range) rapporteur.RoleClaim {
	k, joined := name.End, name.Start > sent.Start && r.lower(name.Start-1) == "and"
	for k < sent.End && (r.typeAt(k) == lang.PER || r.lower(k) == "and" || r.form(k) == "," && k+1 < sent.End && r.typeAt(k+1) == lang.PER) {
		joined = joined || r.lower(k) == "and"
		k++
	}
	if k+1 >= sent.End || r.form(k) != "," {
		return rapporteur.RoleClaim{}
	}
	for i := k + 1; i < min(k+7, sent.End); i++ {
		if u := r.upos(i); r.form(i) == "," || u == "VERB" || u == "AUX" || u == "PRON" {
			break
		}
		if r.pluralTitle(i) {
			if s := r.shortPhrase(i); joined || !r.namesRowGoesOn(s.End) {
				return r.role(lang.Range{Start: max(s.Start, k+1), End: s.End}, i)
			}
			break
		}
	}
	return rapporteur.RoleClaim{}
}

// namesRowGoesOn reports whether a row goes on at token k, so that what stands before is one of it: "Otto Varga, Ilse Marrow, two
// ministers | and others".
func (r *reading) namesRowGoesOn(k int) bool {
	if k < len(r.kids) && r.form(k) == "," {
		k++
	}
	return k+1 < len(r.kids) && (r.lower(k) == "and" || r.lower(k) == "or" || r.lower(k) == "as" && r.lower(k+1) == "well")
}

// ofItem returns for whom somebody in a row is, by what stands at the name: "the Norvanan Otto
// Varga", "Ilse Marrow for the rebels".
func (r *reading) ofItem(name, sent lang.Range) rapporteur.Mention {
	if k := name.Start - 1; k > sent.Start && (r.typeAt(k) == lang.NORP || r.isState(r.form(k))) {
		return rapporteur.Mention{Name: r.stateName(k), Kind: r.kindOf(orLOC(r.typeAt(k)), r.stateName(k)), Span: r.bytes(lang.Range{Start: k, End: k + 1})}
	}
	if k := name.End; k+1 < sent.End && (r.lower(k) == "of" || r.lower(k) == "for") {
		for o := k + 1; o < min(k+4, sent.End); o++ {
			if u := r.upos(o); u == "NOUN" || u == "PROPN" {
				return r.owner(r.nameHead(o), r.bytes(lang.Range{Start: o, End: o + 1}))
			}
		}
	}
	return rapporteur.Mention{}
}
