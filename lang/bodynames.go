package lang

import (
	"cmp"
	"slices"
	"strings"
)

// bodies makes one name of words whose initials the text has too: a finder of names breaks "the
// Brotherhood of Tram Drivers and Signalmen (BTDS)" where it has "and", or a comma, or misses it.
func (d *Doc) bodies() {
	for at, n := range d.Names { // "Local 73" of a union
		if k := n.End; n.Type == ORG && k+1 < len(d.Tokens) && parts[d.Form(k)] && d.Tokens[k+1].UPOS == "NUM" && (at+1 == len(d.Names) || d.Names[at+1].Start >= k+2) {
			d.Names[at].End = k + 2
		}
	}
	capitals := d.shortForms()
	if len(capitals) == 0 {
		return
	}
	for i := 1; i+1 < len(d.Tokens); i++ {
		if d.Form(i) == "(" {
			if start := d.spelledOut(d.shortForm(i+1), i); start >= 0 {
				d.join(Range{start, i}, ORG)
			}
		}
	}
	for i := range d.Tokens {
		if !d.capital(i) || d.Tokens[i].UPOS != "PROPN" {
			continue
		}
		end := 0
		for initials := range capitals {
			if initials[0] == d.Form(i)[0] && d.Form(i) != initials {
				end = max(end, d.spells(initials, i))
			}
		}
		if end > 0 {
			d.join(Range{i, end}, ORG)
		}
	}
}

// parts are words for the parts of a union that have numbers.
var parts = map[string]bool{"Local": true, "Lodge": true, "District": true, "Branch": true, "Chapter": true}

// shortForms returns the words of three capitals and more that a text has.
func (d *Doc) shortForms() map[string]bool {
	short := map[string]bool{}
	for i := range d.Tokens {
		if s := d.shortForm(i); s != "" && (i == 0 || d.Form(i-1) != "-") {
			short[s] = true
		}
	}
	return short
}

// shortForm returns the word of three capitals and more at token i, "" for another. Of two with
// a hyphen it is one: "TUC-FO".
func (d *Doc) shortForm(i int) string {
	capitals := func(i int) bool {
		f := d.Form(i)
		return len(f) > 1 && len(f) < 9 && f == strings.ToUpper(f) && f[0] >= 'A' && f[0] <= 'Z' && f[1] != '.'
	}
	switch f := d.Form(i); {
	case !capitals(i):
		return ""
	case i+2 < len(d.Tokens) && d.Form(i+1) == "-" && capitals(i+2):
		return f + d.Form(i+2)
	case len(f) > 2:
		return f
	}
	return ""
}

// spells returns where the words end, from token i on, that have the given initials, small words
// among them or not, 0 where they have others.
func (d *Doc) spells(initials string, i int) int {
	s := d.sentenceAt(i)
	if s < 0 || i > 0 && d.capital(i-1) && d.Tokens[i-1].UPOS == "PROPN" {
		return 0
	}
	at := 0
	for k := i; k < d.Sentences[s].End; k++ {
		switch f := d.Form(k); {
		case k == i && len(f) > 2 && strings.HasPrefix(initials, f):
			at = len(f) // a short name within: "the TIDE Transport Division", TIDE-TD
		case d.capital(k) && at < len(initials) && f[0] == initials[at]:
			at++
		case at > 0 && at < len(initials) && joins[f]:
			if f[0]-'a'+'A' == initials[at] && at+1 < len(initials) {
				at++ // the O of AOSIS
			}
		case at > 0 && at < len(initials) && f == ",":
		case at == len(initials) && !d.capital(k):
			return k
		default:
			return 0
		}
	}
	return 0
}

// spelledOut returns where the name begins that ends before a token and has the given initials, -1 for none.
func (d *Doc) spelledOut(initials string, end int) int {
	s := d.sentenceAt(end)
	if s < 0 || initials == "" {
		return -1
	}
	const most = 14 // tokens of a name
	for start := end - 1; start >= max(d.Sentences[s].Start, end-most); start-- {
		if f := d.Form(start); !d.capital(start) && !joins[f] && f != "," {
			if start < end-1 {
				return -1
			}
			continue // "the Rail and Harbour union"
		}
		if d.capital(start) && d.capitals(Range{start, end}) == initials {
			return start
		}
	}
	return -1
}

// joins are small words in names of bodies.
var joins = map[string]bool{"of": true, "the": true, "and": true, "&": true, "for": true, "in": true, "on": true, "to": true, "de": true, "du": true, "des": true, "la": true, "del": true}

// capital reports whether a token begins with a capital letter.
func (d *Doc) capital(i int) bool { f := d.Form(i); return f[0] >= 'A' && f[0] <= 'Z' }

// capitals returns the first letters of the words with a capital.
func (d *Doc) capitals(r Range) string {
	var b strings.Builder
	for k := r.Start; k < r.End; k++ {
		if f := d.Form(k); d.capital(k) && !(k == r.Start && f == "The") {
			b.WriteByte(f[0])
		}
	}
	return b.String()
}

// letters returns the first letters of all words of a name, as capitals.
func (d *Doc) letters(r Range) string {
	var b strings.Builder
	for k := r.Start; k < r.End; k++ {
		if f := d.Form(k); (d.capital(k) || joins[f]) && !(k == r.Start && f == "The") {
			b.WriteString(strings.ToUpper(f[:1]))
		}
	}
	return b.String()
}

// join puts one name in the place of those in a range.
func (d *Doc) join(r Range, t NameType) {
	d.Names = slices.DeleteFunc(d.Names, func(n Name) bool { return n.Start < r.End && r.Start < n.End })
	d.Names = append(d.Names, Name{r, t})
	slices.SortFunc(d.Names, func(a, b Name) int { return cmp.Compare(a.Start, b.Start) })
}
