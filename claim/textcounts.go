package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// counts reads numbers that tell of a text's parts by others told beside them:
// "of the 18 articles, 12 are agreed", "all but two of the 17 clauses", "one
// article fewer than the last".
func (r *reading) counts(sent lang.Range, used map[int]bool) {
	for i := sent.Start; i < sent.End; i++ {
		switch r.lower(i) {
		case "of":
			r.partition(i, sent, used)
		case "but":
			r.allBut(i, sent, used)
		case "fewer", "less", "more":
			r.fewer(i, sent, used)
		case "total":
			r.total(i, sent, used)
		}
	}
}

// partition reads "of the draft's 18 articles, 12 are agreed and six are open".
func (r *reading) partition(i int, sent lang.Range, used map[int]bool) {
	k := i + 1
	for k < sent.End && (approximate[r.lower(k)] || r.upos(k) == "DET" || r.upos(k) == "PART" || r.upos(k) == "PRON" || r.upos(k+0) == "NOUN" || r.upos(k) == "PROPN") && k < i+6 {
		k++
	}
	if k >= sent.End {
		return
	}
	if u := r.partAt(k - 1); u != "" && u != "page" && u != "document" && r.form(k) == "," {
		r.ofTheParts(k-1, u, sent, used)
		return
	}
	x, ok := r.extentAt(k, sent)
	if !ok || !x.loose || used[k] || x.unit == "document" || x.part+2 >= sent.End {
		return
	}
	next := x.part + 1
	if n, _ := r.number(next); n == 0 && !r.startsCount(next, x.count) { // "in the treaty", "that the lawyers handed round on Sunday"
		for next < min(x.part+18, sent.End) && r.form(next) != "," {
			next++
		}
		if next++; next >= sent.End || r.form(next-1) != "," || next > x.part+2 && !r.isTextNoun(next-2) && !r.startsCount(next, x.count) {
			return
		}
	} else if i > sent.Start && r.upos(i-1) == "NUM" {
		return
	}
	t := r.textClaim(r.textUnderOnly(x.part))
	t.Size = rapporteur.Size{Count: x.count, Unit: x.unit}
	last := -1
	for j := next; j < sent.End && j < x.part+22; j++ {
		n, _ := r.number(j)
		if n == 0 || n > x.count || r.timeAt[j] >= 0 {
			continue
		}
		g := r.governor(j)
		if g == nil {
			continue
		}
		if r.lower(j-1) == "but" && r.lower(j-2) == "all" {
			n = x.count - n
		}
		switch {
		case g.verb == "survive" && t.CutFrom == 0: // "of the 30 clauses, 22 survive"
			t.Size.Count, t.CutFrom, last = n, x.count, g.head
		case r.saysRemain(g.head) && t.Open == 0:
			t.Open, last = n, g.head
		case r.saysDone(g.head) && t.Agreed == 0:
			t.Agreed, last = n, g.head
		default:
			continue
		}
		used[j] = true
	}
	if last < 0 {
		return
	}
	if t.Agreed > 0 && t.Agreed+t.Open > x.count {
		t.Open = 0
	}
	used[k] = true
	r.add(x.num, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.countsAs(last)})
}

// ofTheParts reads "of the targets, 17 had been agreed", where it is not told how many there are.
func (r *reading) ofTheParts(part int, unit string, sent lang.Range, used map[int]bool) {
	if r.doc.Tokens[part].XPOS != "NNS" {
		return
	}
	for j := part + 2; j < min(part+6, sent.End); j++ {
		n, end := r.number(j)
		if n == 0 {
			continue
		}
		g := r.governor(j)
		if used[j] || r.timeAt[j] >= 0 || r.percent(end) || g == nil || !slices.Contains(g.subj, j) {
			return
		}
		t := &rapporteur.TextClaim{Size: rapporteur.Size{Unit: unit}}
		switch {
		case r.saysRemain(g.head):
			t.Open = n
		case r.saysDone(g.head):
			t.Agreed = n
		default:
			return
		}
		used[j] = true
		r.add(j, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.countsAs(g.head)})
		return
	}
}

// approximate are words before a number that is only about right: "of roughly 30 chapters".
var approximate = words{"about": true, "around": true, "roughly": true, "approximately": true, "some": true, "nearly": true, "almost": true, "perhaps": true}

// startsCount reports whether a number of the parts counted stands at token i: "only nine", "all but two".
func (r *reading) startsCount(i, whole int) bool {
	for k := i; k < min(i+3, len(r.sent)); k++ {
		if n, end := r.number(k); n > 0 {
			return n <= whole && r.timeAt[k] < 0 && !r.percent(end)
		}
		switch r.lower(k) {
		case "only", "just", "some", "at", "least", "about", "fully", "no", "the", "all", "but":
		default:
			return false
		}
	}
	return false
}

// allBut reads "all but two of the 17 articles have been agreed".
func (r *reading) allBut(i int, sent lang.Range, used map[int]bool) {
	if i == sent.Start || r.lower(i-1) != "all" || i+1 >= sent.End {
		return
	}
	n, k := r.number(i + 1)
	if n == 0 || k >= sent.End || r.lower(k) != "of" {
		return
	}
	first := i + 1
	if k+1 < sent.End && r.lower(k+1) == "them" {
		r.allButOfThem(n, k+1, first, used)
		return
	}
	for k++; k < sent.End && (r.upos(k) == "DET" || r.upos(k) == "PRON"); k++ {
	}
	if k >= sent.End {
		return
	}
	x, ok := r.extentAt(k, sent)
	if !ok || !x.loose || x.count <= n || x.unit == "document" && !r.pieceAt(x.part) {
		return
	}
	used[first], used[k] = true, true
	verb := r.predicateOf(x.part, first)
	if verb < 0 || r.pending(x) {
		return
	}
	t := r.textClaim(r.textUnderOnly(x.part))
	t.Size = rapporteur.Size{Count: x.count, Unit: x.unit}
	r.partsBut(n, t, verb, x.num)
}

// partsBut adds the claim at token i of a text all parts of which but n remain or are done.
func (r *reading) partsBut(n int, t *rapporteur.TextClaim, verb, i int) {
	switch {
	case r.saysRemain(verb):
		t.Open = t.Size.Count - n
	case r.saysDone(verb):
		t.Agreed = t.Size.Count - n
	default:
		return
	}
	r.add(i, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.countsAs(verb)})
}

// allButOfThem reads "all but one of them are agreed", of the parts counted last.
func (r *reading) allButOfThem(n, them, first int, used map[int]bool) {
	size := r.lastSize(first)
	if size == nil || size.Count <= n {
		return
	}
	verb := r.predicateOf(them, first)
	if verb < 0 {
		return
	}
	used[first] = true
	r.partsBut(n, &rapporteur.TextClaim{Size: *size}, verb, first)
}

// pending reports whether parts are told to be those that are open, and so not
// how many the text has: "the eight open points".
func (r *reading) pending(x extent) bool {
	for k := x.num + 1; k < x.part; k++ {
		if lex().texts.Pending[r.lower(k)] {
			return true
		}
	}
	return false
}

// fewer reads "has one article fewer than the last": so many off the size that
// the report has told. That alone is no size.
func (r *reading) fewer(i int, sent lang.Range, used map[int]bool) {
	if i+1 >= sent.End || r.lower(i+1) != "than" {
		return
	}
	for k := max(sent.Start, i-5); k < i; k++ {
		x, ok := r.extentAt(k, sent)
		if !ok || !x.loose || x.part != i-1 || x.unit == "document" {
			continue
		}
		used[k] = true
		whole := 0
		for j := i + 2; j < min(i+7, sent.End); j++ { // "than the 14 announced"
			if n, end := r.number(j); n > 0 && r.timeAt[j] < 0 && !r.percent(end) {
				whole = n
				used[j] = true
				break
			}
		}
		for c := len(r.claims) - 1; c >= 0 && whole == 0; c-- {
			if t := r.claims[c].Text; t != nil && t.Size.Unit == x.unit {
				whole = t.Size.Count
			}
		}
		if whole <= x.count || !r.holds(&x) {
			return
		}
		t := r.textClaim(x.text)
		t.CutFrom = whole
		if r.lower(i) == "more" {
			t.Size = rapporteur.Size{Count: whole + x.count, Unit: x.unit}
		} else {
			t.Size = rapporteur.Size{Count: whole - x.count, Unit: x.unit}
		}
		m := rapporteur.Asserted
		if g := r.governor(x.num); g != nil {
			m = r.modality(g.head)
		}
		r.add(x.num, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: m})
		return
	}
}

// total reads "two more articles were added, bringing the total to 16".
func (r *reading) total(i int, sent lang.Range, used map[int]bool) {
	c := r.governor(i)
	if c == nil || c.verb != "bring" && c.verb != "take" || !slices.Contains(c.obj, i) || i+2 >= sent.End || r.lower(i+1) != "to" {
		return
	}
	n, _ := r.number(i + 2)
	if n == 0 {
		return
	}
	for k := sent.Start; k < i; k++ {
		x, ok := r.extentAt(k, sent)
		if !ok || !x.loose || x.unit == "document" || x.count >= n {
			continue
		}
		used[k], used[i+2] = true, true
		t := r.textClaim(r.textBefore(i))
		t.Size = rapporteur.Size{Count: n, Unit: x.unit}
		r.add(i+2, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.modality(c.head)})
		return
	}
}

// nextTo reads what follows a size: where it came from ("19 points, down from
// 28"), how much of it is done ("26 articles, of which 24 are settled"), and the
// number that it is not ("15 points, not 14").
func (r *reading) nextTo(x extent, t *rapporteur.TextClaim, sent lang.Range, used map[int]bool) {
	end := min(x.part+9, sent.End)
	for k := x.part + 1; k+1 < end; k++ {
		f := r.lower(k)
		n, stop := r.number(k + 1)
		if k+2 < sent.End && r.lower(k+1) == "the" {
			n, stop = r.number(k + 2)
		}
		if n == 0 || r.percent(stop) || r.timeAt[k+1] >= 0 {
			if f == "of" && (r.lower(k+1) == "which" || r.lower(k+1) == "these" || r.lower(k+1) == "them" || r.lower(k+1) == "those") {
				r.ofThese(k+2, x, t, sent, used)
			}
			continue
		}
		switch {
		case f == "," && n <= x.count && stop+1 < sent.End && r.lower(stop) == "of" && (r.lower(stop+1) == "which" || r.lower(stop+1) == "them"): // "11 items, eight of which have been accepted"
			g := r.governor(k + 1)
			if what, _ := r.saysBehind(stop+1, sent); what == open || g != nil && r.saysRemain(g.head) {
				t.Open = n
			} else if what == done || g != nil && r.saysDone(g.head) {
				t.Agreed = n
			} else {
				continue
			}
			used[k+1] = true
			return
		case f == "but" && r.lacks(x, r.governor(x.part)) && n != x.count && r.ownUnit(stop, x.unit, sent):
			used[k+1] = true
			is := *t
			is.Size.Count = n
			r.add(k+1, rapporteur.Claim{Kind: rapporteur.KindText, Text: &is})
			return
		case f == "," && stop+1 < sent.End && r.lower(stop+1) == "than" && n < x.count && stop+2 < sent.End && r.earlierSize(stop+2):
			switch r.lower(stop) {
			case "more":
				t.CutFrom = x.count - n
			case "fewer", "less":
				t.CutFrom = x.count + n
			default:
				continue
			}
			used[k+1] = true
			return
		case f == "of" && r.lower(k-1) == "instead" && n != x.count && r.ownUnit(stop, x.unit, sent) && r.nowSo(x, sent):
			t.CutFrom = n
			used[k+1] = true
			return
		case (f == "against" || f == "versus" || f == "with" && r.lower(k-1) == "compared" || f == "to" && (r.lower(k-1) == "compared" || r.lower(k-1) == "opposed")) && n != x.count && r.ownUnit(stop, x.unit, sent) && r.earlierSize(stop):
			t.CutFrom = n
			used[k+1] = true
			return
		case f == "from" && (r.lower(k-1) == "down" || r.lower(k-1) == "up" || x.num > 1 && r.lower(x.num-1) == "to" && (r.lower(x.num-2) == "down" || r.lower(x.num-2) == "up")):
			if n != x.count {
				t.CutFrom = n
				used[k+1] = true
			}
			return
		case f == "not" && r.form(k-1) == "," && n != x.count && r.ownUnit(stop, x.unit, sent):
			used[k+1] = true
			not := *t
			not.Size.Count, not.CutFrom, not.Agreed, not.Open = n, 0, 0, 0
			m := rapporteur.Denied
			if stop < sent.End && (r.doc.Tokens[stop].XPOS == "VBN" || r.doc.Tokens[stop].XPOS == "VBD") && r.doc.Tokens[stop].UPOS == "VERB" { // "not the 10 announced": somebody did say so
				m, not.Access, not.Name = rapporteur.Asserted, "", ""
			}
			r.add(k+1, rapporteur.Claim{Kind: rapporteur.KindText, Text: &not, Modality: m})
			return
		}
	}
}

// ofThese reads how many of the parts just counted are done, or open: "of which 24 are
// settled", "and of these the delegations have initialled nine".
func (r *reading) ofThese(from int, x extent, t *rapporteur.TextClaim, sent lang.Range, used map[int]bool) {
	for k := from; k < min(from+9, sent.End); k++ {
		n, end := r.number(k)
		if n == 0 || r.timeAt[k] >= 0 || r.percent(end) {
			continue
		}
		what, _ := r.saysBehind(end-1, sent)
		switch g := r.governor(k); {
		case n > x.count || !r.ownUnit(end, x.unit, sent) && what == nothing:
		case g != nil && r.saysRemain(g.head), what == open:
			t.Open = n
			used[k] = true
		case g != nil && r.saysDone(g.head), what == done:
			t.Agreed = n
			used[k] = true
		}
		return
	}
}

// earlierSize reports whether a size is compared with that of an earlier state: "two
// fewer than in June", "than the draft before it", not "than it had hoped for".
func (r *reading) earlierSize(k int) bool {
	if k >= len(r.timeAt) {
		return false
	}
	if r.timeAt[k] >= 0 {
		return true
	}
	switch r.lower(k) {
	case "in", "before", "last", "at", "on", "previously", "earlier":
		return true
	case "the", "its", "a", "their":
		for e := k + 1; e < min(k+5, len(r.sent)); e++ {
			if r.isTextNoun(e) || lex().texts.Versions[r.lemma(e)] || lex().texts.First[r.lower(e)] {
				return true
			}
		}
	}
	return false
}

// nowSo reports whether a size is told as what has become of a text: "now has 14 articles".
func (r *reading) nowSo(x extent, sent lang.Range) bool {
	for k := sent.Start; k < x.num; k++ {
		if c := r.clause(k); r.lower(k) == "now" || c != nil && !c.neg && c.modal == "" && (c.is(lex().texts.Cut) || c.is(lex().texts.Grow)) {
			return true
		}
	}
	return false
}

// ownUnit reports whether the number that ends before token i has no other unit.
func (r *reading) ownUnit(i int, unit string, sent lang.Range) bool {
	if i >= sent.End {
		return true
	}
	u := lex().texts.Parts[r.lemma(i)]
	return u == unit || u == "" && r.upos(i) != "NOUN"
}
