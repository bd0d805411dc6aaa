package lang

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// agree makes the names of a text agree with each other: who is named in full in
// one place is the same in another, where only the family name stands.
func (d *Doc) agree() {
	votes := map[string]map[NameType]int{}
	vote := func(form string, t NameType, n int) {
		if votes[form] == nil {
			votes[form] = map[NameType]int{}
		}
		votes[form][t] += n
	}
	for _, n := range d.Names {
		if n.Len() == 1 {
			vote(d.Form(n.Start), n.Type, 1)
		} else if n.Type == PER {
			vote(d.Form(n.End-1), PER, 3)
		}
	}
	// Where something takes place is a place, unless the text has a person of the name.
	for i, n := range d.Names {
		if n.Len() == 1 && n.Type == PER && votes[d.Form(n.Start)][PER] < 3 && d.within(n) {
			d.Names[i].Type = LOC
			vote(d.Form(n.Start), PER, -1)
			vote(d.Form(n.Start), LOC, 3)
		}
	}
	taken := make([]bool, len(d.Tokens))
	for i, n := range d.Names {
		for k := n.Start; k < n.End; k++ {
			taken[k] = true
		}
		if n.Len() == 1 {
			if t, ok := majority(votes[d.Form(n.Start)]); ok {
				d.Names[i].Type = t
			}
		}
	}
	found := false
	for i := range d.Tokens {
		v := votes[d.Form(i)]
		if v == nil || taken[i] || d.Tokens[i].UPOS != "PROPN" || i > 0 && d.Tokens[i-1].UPOS == "PROPN" || i+1 < len(d.Tokens) && (d.Tokens[i+1].UPOS == "PROPN" || d.Form(i+1) == "-") {
			continue
		}
		if t, ok := majority(v); ok && v[t] >= 2 {
			d.Names = append(d.Names, Name{Range{i, i + 1}, t})
			found = true
		}
	}
	if found {
		slices.SortFunc(d.Names, func(a, b Name) int { return cmp.Compare(a.Start, b.Start) })
	}
}

// settle mends the names of a text of the press by what stands in them and elsewhere in it.
func (d *Doc) settle() {
	d.surnames()
	d.titled()
	d.nobles()
	for i, n := range d.Names {
		switch f := d.Form(n.Start); {
		case n.Len() > 1 && n.Type != PER && courtesies[f]:
			d.Names[i].Type = PER
		case n.Len() == 1 && f == "D.C.":
			d.Names[i].Type = LOC
		}
	}
	d.cutPlaces()
	d.bodies()
	d.acronyms()
}

// courtesies are titles that stand before names of people only.
var courtesies = map[string]bool{
	"Mr": true, "Mr.": true, "Mrs": true, "Mrs.": true, "Ms": true, "Ms.": true, "Dr": true, "Dr.": true, "Prof": true, "Prof.": true, "Sir": true, "Dame": true,
	"Gen.": true, "Col.": true, "Lt.": true, "Sen.": true, "Adm.": true, "Sheikh": true,
}

// within reports whether a name stands behind "in" as places do: not "in Marrow's
// words", not "faith in Marrow".
func (d *Doc) within(n Name) bool {
	if n.Start < 2 || d.Form(n.Start-1) != "in" || n.End < len(d.Tokens) && d.Tokens[n.End].XPOS == "POS" {
		return false
	}
	switch d.Tokens[n.Start-2].Lemma {
	case "faith", "confidence", "trust", "believe", "belief", "confide", "interest", "interested", "confident", "disappointed":
		return false
	}
	return true
}

// majority returns the type that has more than two thirds of the votes.
func majority(votes map[NameType]int) (NameType, bool) {
	sum := 0
	for _, n := range votes {
		sum += n
	}
	for t, n := range votes {
		if 3*n > 2*sum {
			return t, true
		}
	}
	return "", false
}

// surnames takes in family names that are everyday words, as May or He are, which a
// given name stands before: a finder that has met them as such words stops short.
func (d *Doc) surnames() {
	for at, n := range d.Names {
		next, i := at+1, n.End
		if n.Type != PER || n.Len() != 1 || i >= len(d.Tokens) || next < len(d.Names) && d.Names[next].Start <= i {
			continue
		}
		s := d.sentenceAt(i)
		if s < 0 || d.Sentences[s].Start > n.Start || d.Sentences[s].Heading {
			continue
		}
		words := d.words(Range{n.Start, min(i+2, d.Sentences[s].End)})
		capital := func(k int) bool { return k < len(words) && words[k].kind&isCapital != 0 }
		common := d.Tokens[i].UPOS == "PROPN" || d.Tokens[i].UPOS == "PRON" || d.Tokens[i].UPOS == "AUX"
		if common && words[0].kind&allCaps == 0 && capital(1) && words[1].kind&allCaps == 0 && !capital(2) {
			d.Names[at].End = i + 1
		}
	}
}

// titled takes in family names that are everyday words where they stand alone behind a word of courtesy: "Mrs May".
func (d *Doc) titled() {
	at := 0
	for i := 0; i+1 < len(d.Tokens); i++ {
		for at < len(d.Names) && d.Names[at].End <= i+1 {
			at++
		}
		if !courtesies[d.Form(i)] || at < len(d.Names) && d.Names[at].Start <= i+1 {
			continue
		}
		s := d.sentenceAt(i + 1)
		if s < 0 || d.Sentences[s].Start > i {
			continue
		}
		word := d.words(Range{i + 1, i + 2})[0]
		if next := i + 2; word.kind&isCapital == 0 || word.kind&allCaps != 0 || next < d.Sentences[s].End && d.Tokens[next].UPOS == "PROPN" && d.capital(next) {
			continue
		}
		d.Names = slices.Insert(d.Names, at, Name{Range{i, i + 2}, PER})
		at++
	}
}

// nobles takes in the particles before a family name that stands alone: "Mrs von der Mark".
func (d *Doc) nobles() {
	for at, n := range d.Names {
		if n.Type != PER || n.Len() > 1 {
			continue
		}
		start := n.Start
		for start > 0 && familyParticles[d.Form(start-1)] && (at == 0 || d.Names[at-1].End < start) {
			start--
		}
		if start < n.Start && start > 0 && (courtesies[d.Form(start-1)] || d.Tokens[start-1].UPOS != "PROPN") {
			d.Names[at].Start = start
		}
	}
}

// familyParticles are small words before family names that are no English words.
var familyParticles = map[string]bool{"von": true, "van": true, "der": true, "den": true, "de": true, "del": true, "della": true, "di": true, "da": true, "dos": true, "du": true, "bin": true, "bint": true, "ibn": true, "zu": true, "ter": true}

// sentenceAt returns the sentence of token i, or -1.
func (d *Doc) sentenceAt(i int) int {
	at, ok := slices.BinarySearchFunc(d.Sentences, i, func(s Sentence, i int) int {
		switch {
		case s.End <= i:
			return -1
		case s.Start > i:
			return 1
		}
		return 0
	})
	if !ok {
		return -1
	}
	return at
}

// cutPlaces takes off a person's name what only says where the person is from: "Lev Amarov of Tarsia".
func (d *Doc) cutPlaces() {
	for i := 0; i < len(d.Names); i++ {
		n := d.Names[i]
		for k := n.Start + 1; n.Type == PER && k+1 < n.End; k++ {
			if d.Form(k) == "of" {
				d.Names[i].End = k
				d.Names = slices.Insert(d.Names, i+1, Name{Range{k + 1, n.End}, LOC})
				break
			}
		}
	}
}

// acronyms takes in the initials of bodies that the text names in full.
func (d *Doc) acronyms() {
	full := map[string]bool{}
	for _, n := range d.Names {
		if n.Type != ORG || n.Len() < 3 {
			continue
		}
		capitals, all, first := d.capitals(n.Range), d.letters(n.Range), d.Form(n.Start)
		if len(capitals) > 2 {
			full[capitals], full[all] = true, true
		}
		if len(first) > 2 && first == strings.ToUpper(first) {
			_, width := utf8.DecodeRuneInString(capitals)
			full[first+capitals[width:]] = true // "TIDE-TD" of the TIDE Transport Division
		}
	}
	if len(full) == 0 {
		return
	}
	at := 0
	for i := range d.Tokens {
		for at < len(d.Names) && d.Names[at].End <= i {
			at++
		}
		short := d.shortForm(i)
		if !full[short] {
			continue
		}
		if short != d.Form(i) { // with a hyphen
			d.join(Range{i, i + 3}, ORG)
			at = 0
			continue
		}
		if at < len(d.Names) && d.Names[at].Start <= i {
			if d.Names[at].Len() == 1 {
				d.Names[at].Type = ORG
			}
			continue
		}
		d.Names = slices.Insert(d.Names, at, Name{Range{i, i + 1}, ORG})
		if t := &d.Tokens[i]; t.UPOS == "NOUN" {
			t.UPOS, t.XPOS = "PROPN", "NNP"
		}
	}
}
