package lang

import (
	"cmp"
	"slices"
	"strings"
)

// bodies makes one name of what a text gives the initials of: a finder of names breaks "the
// Brotherhood of Tram Drivers and Signalmen (BTDS)" where it has "and", or a comma.
func (d *Doc) bodies() {
	capitals := map[string]bool{} // words of capitals
	for i := range d.Tokens {
		if f := d.Form(i); len(f) > 2 && len(f) < 9 && f == strings.ToUpper(f) && f[0] >= 'A' && f[0] <= 'Z' {
			capitals[f] = true
		}
	}
	if len(capitals) == 0 {
		return
	}
	for i := 1; i+1 < len(d.Tokens); i++ {
		if d.Form(i) == "(" && capitals[d.Form(i+1)] {
			if start := d.spelledOut(d.Form(i+1), i); start >= 0 {
				d.join(Range{start, i}, ORG)
			}
		}
	}
	for at := 0; at < len(d.Names); at++ {
		n := d.Names[at]
		if n.Type != ORG || n.Len() < 3 || n.End+1 >= len(d.Tokens) || d.Form(n.End) != "and" {
			continue
		}
		end := n.End + 1
		for end < len(d.Tokens) && d.capital(end) {
			end++
		}
		whole := Range{n.Start, end}
		if end > n.End+1 && capitals[d.capitals(whole)] && !capitals[d.capitals(n.Range)] {
			d.join(whole, ORG)
		}
	}
}

// spelledOut returns where the name begins that ends before a token and has the given initials, -1 for none.
func (d *Doc) spelledOut(initials string, end int) int {
	s := d.sentenceAt(end)
	if s < 0 {
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

// join puts one name in the place of those in a range.
func (d *Doc) join(r Range, t NameType) {
	d.Names = slices.DeleteFunc(d.Names, func(n Name) bool { return n.Start < r.End && r.Start < n.End })
	d.Names = append(d.Names, Name{r, t})
	slices.SortFunc(d.Names, func(a, b Name) int { return cmp.Compare(a.Start, b.Start) })
}
