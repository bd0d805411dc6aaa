package claim

import (
	"cmp"
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// changes reads "cut from 28 points to 19".
func (r *reading) changes(sent lang.Range, used map[int]bool) {
	for i := sent.Start; i < sent.End; i++ {
		c := r.clause(i)
		if c == nil || !c.is(lex().texts.Cut) && !c.is(lex().texts.Grow) {
			continue
		}
		if x := r.resizing(c, sent, used); x.to > 0 && r.unitKnown(&x, sent, used) {
			r.makeResizing(x, sent, used)
		}
	}
}

// resizing is a change of a text's size.
type resizing struct {
	clause   *clause
	target   int    // the text, or the noun of its parts
	unit     string // of the parts
	from, to int    // 0 where nothing is told
	by       int    // "cut by four"
	toAt     int    // the token of to
	fromAt   int    // the token of from where the text itself tells it: "the 14-article draft"; -1 for none
}

// resizing reads what a verb makes smaller or larger, and from and to which number. A light
// verb of these ("bring", "go", "fall", "drop") tells nothing without a text, and points are
// those of an index where no text is spoken of.
func (r *reading) resizing(c *clause, sent lang.Range, used map[int]bool) resizing {
	x := resizing{clause: c, toAt: -1, fromAt: -1}
	x.target, x.unit = r.resized(c, sent)
	if x.target < 0 || r.lemma(x.target) == "point" && r.child(x.target, "nummod") >= 0 && r.textBefore(sent.End-1) < 0 {
		return x
	}
	for k := c.head + 1; k < sent.End; k++ {
		n, end := r.number(k)
		if n == 0 || used[k] || r.percent(end) || r.timeAt[k] >= 0 || end+1 < sent.End && r.form(end) == "-" && r.textAfter(end+2, sent) < 0 {
			continue // "to a 3,000-point drop"
		}
		u := r.unitBehind(end, sent)
		switch p := r.prepBefore(k, sent.Start); {
		case p == "by" && u != "" && x.unit == "":
			x.unit, x.by = u, n
		case p == "from" && x.from == 0:
			x.from = n
		case (p == "to" || p == "into" && u != "") && x.to == 0:
			x.to, x.toAt = n, k
		case p == "from" || p == "to" || p == "into":
			if u != "" {
				x.unit = u
			}
			continue
		default:
			continue
		}
		used[k] = true
		if u != "" {
			x.unit = u
		}
	}
	return x
}

// resized returns the text, or the noun of its parts, that a clause tells to be made smaller
// or larger, -1 for none.
func (r *reading) resized(c *clause, sent lang.Range) (target int, unit string) {
	l := &lex().texts
	targets := c.obj
	if c.passive || len(c.obj) == 0 {
		targets = append(slices.Clone(c.obj), c.subj...)
	}
	target = -1
	for _, t := range targets {
		part, u := r.numberOf(t)
		if part >= 0 {
			unit = u
		}
		at := r.textUnder(t)
		if at < 0 && l.Lists[r.lemma(t)] {
			at = t
		}
		own := r.partUnit(t)
		if n := r.child(t, "nummod"); own == "" && n >= 0 && r.timeAt[n] < 0 { // "the 50 subjects have come down to 12"
			own = lex().texts.Counted[r.lemma(t)]
		}
		switch {
		case at >= 0 && own != "" && t != at:
			return at, own
		case at >= 0:
			return at, unit
		case own != "":
			return t, own
		case part >= 0:
			target = part
		}
		if target < 0 { // the tree lost "the number of points" before the verb
			for k := c.head - 1; k > sent.Start+1 && k > c.head-9; k-- {
				if u := l.Parts[r.lemma(k)]; u != "" && r.lower(k-1) == "of" && r.lower(k-2) == "number" {
					target, unit = k, u
				}
			}
		}
		if r.upos(t) == "PRON" && (r.lower(t) == "it" || r.lower(t) == "which") {
			target = r.textBefore(t)
		}
	}
	return target, unit
}

// numberOf reads "the number of points": the noun of the parts and their unit, -1 for others.
func (r *reading) numberOf(t int) (part int, unit string) {
	part = -1
	if r.lemma(t) != "number" {
		return part, ""
	}
	for _, k := range r.kids[t] {
		if u := lex().texts.Parts[r.lemma(k)]; u != "" && r.caseOf(k) == "of" {
			part, unit = k, u
		}
	}
	return part, unit
}

// partUnit is the unit of a noun of parts, "" for others. A whole document is no part.
func (r *reading) partUnit(i int) string {
	if u := lex().texts.Parts[r.lemma(i)]; u != "document" {
		return u
	}
	return ""
}

// unitBehind is the unit of the noun of parts right behind a number, "" for none.
func (r *reading) unitBehind(end int, sent lang.Range) string {
	for e := end; e < min(end+3, sent.End); e++ {
		switch u := r.partAt(e); u {
		case "":
		case "document":
			return ""
		default:
			return u
		}
		if r.upos(e) != "ADJ" && r.form(e) != "-" {
			break
		}
	}
	return ""
}

// unitKnown completes a change of size by what the text itself tells, "the 14-article draft was
// trimmed to 11", and by the sizes that the report tells besides. It reports whether the unit
// is known.
func (r *reading) unitKnown(x *resizing, sent lang.Range, used map[int]bool) bool {
	for k := r.lo[x.target]; k < r.hi[x.target]; k++ {
		if size, ok := r.extentAt(k, sent); ok && (!size.loose || base(r.rel(size.part)) == "nmod" && r.head(size.part) == x.target && r.caseOf(size.part) == "of") && k < x.clause.head {
			x.fromAt = size.num
			used[k] = true
			if x.from == 0 {
				x.from = size.count
			}
			x.unit = cmp.Or(x.unit, size.unit)
		}
	}
	if n := r.child(x.target, "nummod"); x.from == 0 && x.fromAt < 0 && n >= 0 && r.partAt(x.target) != "" && r.timeAt[n] < 0 {
		if x.from, _ = r.number(n); x.from > 0 { // "the 40 demands were merged into twelve points"
			used[n] = true
		}
	}
	if x.unit == "" {
		x.unit = r.unitElsewhere(x.to)
	}
	if x.by > 0 && x.from == 0 { // "cut by four articles to 13"
		if x.from = x.to + x.by; x.clause.is(lex().texts.Grow) {
			x.from = x.to - x.by
		}
	}
	return x.unit != ""
}

// makeResizing makes claims of the text as it is now, and as it was.
func (r *reading) makeResizing(x resizing, sent lang.Range, used map[int]bool) {
	t := r.textClaim(r.textUnder(x.target))
	for k := x.toAt + 1; k+2 < sent.End; k++ { // "…, of which 11 have been agreed"
		if r.lower(k) != "of" || r.lower(k+1) != "which" {
			continue
		}
		if n, _ := r.number(k + 2); n > 0 && n <= x.to {
			if g := r.governor(k + 2); g != nil && r.saysDone(g.head) {
				t.Agreed = n
				used[k+2] = true
			}
		}
	}
	label := t.Label
	if lex().texts.First[t.Label] {
		t.Label = ""
	}
	t.Size = rapporteur.Size{Count: x.to, Unit: x.unit}
	t.CutFrom = x.from
	when, _ := r.when(x.clause.head)
	r.add(x.toAt, rapporteur.Claim{Kind: rapporteur.KindText, Modality: r.modality(x.clause.head), When: when, Text: t})
	if x.from == 0 {
		return
	}
	old := *t
	old.Size.Count, old.CutFrom, old.Label, old.Agreed = x.from, 0, label, 0
	at := x.toAt
	if x.fromAt >= 0 {
		at = x.fromAt
	}
	r.add(at, rapporteur.Claim{Kind: rapporteur.KindText, Background: true, Text: &old})
}

// prepBefore returns the preposition that a number stands under: "from 28", "to just 19".
func (r *reading) prepBefore(i, from int) string {
	for k := i - 1; k >= from && k >= i-3; k-- {
		switch r.upos(k) {
		case "ADP", "PART", "SCONJ":
			return r.lower(k)
		case "ADV", "DET", "ADJ", "PRON":
			continue
		}
		return ""
	}
	return ""
}

// unitElsewhere returns the unit of the sizes that the report tells besides, where it is one.
func (r *reading) unitElsewhere(not int) string {
	unit := ""
	for _, s := range r.doc.Sentences {
		for i := s.Start; i < s.End; i++ {
			x, ok := r.extentAt(i, s.Range)
			if !ok || x.unit == "document" || x.unit == "page" || x.loose {
				continue
			}
			if unit != "" && unit != x.unit {
				return ""
			}
			unit = x.unit
		}
	}
	return unit
}
