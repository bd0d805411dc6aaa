package attribution

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// bearer is a person of a family name that others bear too, or may.
type bearer struct {
	ent     int
	offices []string // last words of the titles before the name, in lower case
	kin     bool     // told as somebody's wife, son, brother
	inLaw   bool     // … who may bear another name than the one to whom
	first   int      // token of the first mention by full name, by any name where there is none
	full    int      // mentions by full name
	last    int      // token of the nearest mention before, -1 for none
	again   bool     // … which gives the full name once more
	spoke   bool     // … which is the subject of the sentence before
}

// bearerOf returns whom a family name alone means of the people who bear it, -1 for
// none of them. It means him of whom the text is, or who is nearest; not the wife or
// brother named in passing, nor anyone whose full name is given again and again to
// tell him from the other.
func (r *cast) bearerOf(i int, who []int) int {
	e := &r.ents[i]
	at := r.mentions[e.mentions[0]].Range
	var all []bearer
	for _, c := range who {
		if x := &r.ents[c]; !e.told || x.gender == UnknownGender || x.gender == e.gender {
			all = append(all, r.bearer(c, at.Start))
		}
	}
	kin := r.kinOf(at) != "" || at.Start > 0 && r.lower(at.Start-1) == "younger"
	office := r.officeBefore(at)
	best, most := -1, 0.0
	for _, b := range all {
		s := 0.0
		alone := true // nobody else whom it may mean
		earliest, nearest := b.full > 0, b.last >= 0
		for _, o := range all {
			if o.ent == b.ent {
				continue
			}
			alone = false
			earliest = earliest && (o.full == 0 || o.first > b.first)
			nearest = nearest && o.last < b.last
		}
		switch {
		case office != "" && slices.Contains(b.offices, office):
			s += 4
		case office != "" && (b.kin || len(b.offices) > 0 && b.full > 0):
			s -= 1.5
		case len(b.offices) > 0:
			s++
		}
		passing := b.kin && !kin && (!alone || r.sent[b.first] > 0 && !b.inLaw)
		switch {
		case b.kin && kin:
			s += 3
		case passing:
			s -= 2
		case earliest:
			s++
		}
		switch {
		case nearest && !b.again && !alone:
			s += 1.5
		case b.last < 0:
			s -= 1.5
		}
		if b.spoke && !alone && r.quotes(at.Start) {
			s += 5
		}
		if b.full > 1 && (passing || !alone && !slices.ContainsFunc(all, func(o bearer) bool { return o.full >= b.full && o.ent != b.ent })) {
			s--
		}
		if alone && passing && s <= -1 {
			return -1
		}
		if best < 0 || s > most {
			best, most = b.ent, s
		}
	}
	return best
}

// bearer tells what the text has of a person before token at.
func (r *cast) bearer(c, at int) bearer {
	b := bearer{ent: c, first: -1, last: -1}
	for _, n := range r.ents[c].mentions {
		m := r.mentions[n]
		full := len(r.ents[m.ent].parts) > 1
		if full {
			b.full++
			if b.first < 0 || m.Start < b.first {
				b.first = m.Start
			}
			if k := r.kinOf(m.Range); k != "" {
				b.kin, b.inLaw = true, b.inLaw || !nearKin[k]
			}
		}
		if w := r.officeBefore(m.Range); w != "" && !slices.Contains(b.offices, w) {
			b.offices = append(b.offices, w)
		}
		if m.Start < at && m.Start > b.last {
			b.last = m.Start
			b.again = full && b.full > 1
			b.spoke = m.gram == subject && m.sent == r.sent[at]-1 && r.doc.Sentences[m.sent].Paragraph == r.doc.Sentences[r.sent[at]].Paragraph
		}
	}
	if b.first < 0 {
		b.first = r.mentions[r.ents[c].mentions[0]].Start
	}
	b.again = b.again && b.last > b.first
	return b
}

// quotes reports whether the sentence of token i opens with a quotation.
func (r *cast) quotes(i int) bool { return isQuote(r.doc.Form(r.doc.Sentences[r.sent[i]].Start)) }

// officeBefore returns the last word of the title before a name, "" for none.
func (r *cast) officeBefore(name lang.Range) string {
	j := name.Start - 1
	for j >= 0 && r.sent[j] == r.sent[name.Start] {
		f := r.doc.Form(j)
		if _, title := r.lex.titles[f]; !title || r.lex.class(f)&personNoun != 0 {
			break
		}
		j--
	}
	if j < 0 || r.sent[j] != r.sent[name.Start] || r.doc.Tokens[j].UPOS == "VERB" {
		return ""
	}
	f := r.lower(j)
	if r.lex.class(f)&personNoun == 0 || r.lex.kin[f] || strings.HasSuffix(f, "s") && r.lex.class(f[:len(f)-1]) != 0 {
		return ""
	}
	return f
}

// nearKin are words for relatives who mostly bear the name of the one to whom they are related.
var nearKin = map[string]bool{"husband": true, "wife": true, "spouse": true, "widow": true, "lady": true, "gentleman": true, "father": true, "mother": true, "son": true, "daughter": true, "brother": true, "sister": true}

// kinOf returns the word that makes the bearer of a name somebody's relative, "" for
// none: "his wife, Helena Brandt", "Felix Brandt, the president's son".
func (r *cast) kinOf(name lang.Range) string {
	s := r.doc.Sentences[r.sent[name.Start]]
	for j := name.Start - 1; j >= max(s.Start, name.Start-4); j-- {
		if r.isKinAt(j) {
			return r.kinAt(j)
		}
		if u := r.doc.Tokens[j].UPOS; r.doc.Form(j) != "," && u != "ADJ" && u != "PROPN" && u != "NOUN" && u != "PUNCT" {
			break
		}
	}
	if name.End+1 >= s.End || r.doc.Form(name.End) != "," && r.doc.Form(name.End) != "(" {
		return ""
	}
	for j := name.End + 1; j < min(s.End, name.End+10); j++ {
		switch u := r.doc.Tokens[j].UPOS; {
		case r.isKinAt(j):
			if j+1 < s.End && r.doc.Tokens[j+1].UPOS == "PROPN" {
				return ""
			}
			return r.kinAt(j)
		case u == "ADP" && r.lower(j) != "of", r.doc.Form(j) == ",", r.doc.Form(j) == ")", u == "VERB", u == "AUX":
			return ""
		}
	}
	return ""
}

// kinAt returns the word for a relative at token j, with what it is of by law.
func (r *cast) kinAt(j int) string {
	if j+3 < len(r.doc.Tokens) && r.doc.Form(j+1) == "-" && r.lower(j+2) == "in" {
		return r.lower(j) + "-in-law"
	}
	return r.lower(j)
}

// isKinAt reports whether token j is a word for a relative: "wife", "first lady".
func (r *cast) isKinAt(j int) bool {
	f := r.lower(j)
	return r.lex.kin[f] || (f == "lady" || f == "gentleman") && j > 0 && r.lower(j-1) == "first"
}
