package lang

// Clauses that only a semicolon joins are read as trees of their own: what stands behind it is
// rarely a part of what stands before, and the parser, which saw few of them, hangs it there.

// cuts returns the pieces of a sentence that are read as one tree each.
func (d *Doc) cuts(r Range) []Range {
	var out []Range
	for _, part := range d.MainClauses(r) {
		for at := part.Start; at < part.End; at += longestParsed {
			out = append(out, Range{at, min(at+longestParsed, part.End)})
		}
	}
	return out
}

// MainClauses parts a tagged sentence behind each semicolon that joins two clauses of which neither needs the other.
func (d *Doc) MainClauses(r Range) []Range {
	var out []Range
	from, quoted := r.Start, false
	for i := r.Start; i < r.End; i++ {
		switch d.Form(i) {
		case `"`, "``", "''":
			quoted = !quoted
		case "“":
			quoted = true
		case "”":
			quoted = false
		case ";":
			if !quoted && d.apart(Range{from, i}, Range{i + 1, r.End}) {
				out = append(out, Range{from, i + 1})
				from = i + 1
			}
		}
	}
	return append(out, Range{from, r.End})
}

// apart reports whether neither of two parts of a sentence needs the other: both have
// a finite verb, and none tells whose words the whole is.
func (d *Doc) apart(before, after Range) bool {
	for i := after.Start; i < after.End; i++ {
		if d.Form(i) == ";" {
			after.End = i
		}
	}
	verb := d.finite(after)
	if verb < 0 || d.finite(before) < 0 || verb == after.Start || d.tellsBehind(after) {
		return false
	}
	switch d.Tokens[after.Start].XPOS {
	case "CC", "IN", "WDT", "WP", "WRB", "VBG", "VBN", "TO", "CD":
		return false
	}
	if t := d.Tokens[verb]; t.XPOS == "MD" || t.Lemma == "have" {
		for i := before.Start; i < before.End; i++ {
			if tells[d.Tokens[i].Lemma] {
				return false // "Marrow said the base would stay; the ships would go"
			}
		}
	}
	return true
}

// finite returns the first finite verb of some words, -1 where there is none.
func (d *Doc) finite(r Range) int {
	for i := r.Start; i < r.End; i++ {
		switch d.Tokens[i].XPOS {
		case "VBD", "VBZ", "VBP", "MD":
			return i
		}
	}
	return -1
}

// tellsBehind reports whether words end in whose they are: "…, Marrow said", "…, according to an aide".
func (d *Doc) tellsBehind(r Range) bool {
	for i := r.End - 1; i > r.Start && d.Form(i) != ","; i-- {
		if tells[d.Tokens[i].Lemma] || d.Form(i) == "according" {
			return true
		}
	}
	return false
}

// tells are the verbs that most often tell whose words somebody's are.
var tells = map[string]bool{
	"say": true, "tell": true, "add": true, "report": true, "write": true, "claim": true, "note": true, "explain": true, "warn": true, "insist": true, "argue": true, "maintain": true, "accord": true,
	"complain": true, "announce": true, "confirm": true, "acknowledge": true, "admit": true, "stress": true, "point": true, "suggest": true, "recall": true, "tweet": true, "declare": true, "assert": true,
}
