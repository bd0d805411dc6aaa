package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// changes reads "cut from 28 points to 19".
func (r *reading) changes(sent lang.Range, used map[int]bool) {
	l := &lex().texts
	for i := sent.Start; i < sent.End; i++ {
		c := r.clause(i)
		if c == nil || !c.is(l.Cut) && !l.Cut[c.verb] && !c.is(l.Grow) {
			continue
		}
		targets := c.obj
		if c.passive || len(c.obj) == 0 || r.doc.Tokens[i].XPOS == "VBN" && len(c.obj) == 0 {
			targets = append(slices.Clone(c.obj), c.subj...)
		}
		target, unit := -1, ""
		for _, t := range targets {
			if r.lemma(t) == "number" {
				for _, k := range r.kids[t] {
					if u := l.Parts[r.lemma(k)]; u != "" && r.caseOf(k) == "of" {
						unit = u
					}
				}
			}
			at := r.textUnder(t)
			if at < 0 && l.Lists[r.lemma(t)] {
				at = t
			}
			if at >= 0 {
				target = at
				if u := l.Parts[r.lemma(t)]; u != "" && t != at && u != "document" {
					unit = u
				}
				break
			}
			if u := l.Parts[r.lemma(t)]; u != "" && u != "document" {
				target, unit = t, u
				break
			}
			if r.lemma(t) == "number" {
				for _, k := range r.kids[t] {
					if u := l.Parts[r.lemma(k)]; u != "" && r.caseOf(k) == "of" {
						target, unit = k, u
					}
				}
			}
			if target < 0 { // the tree lost "the number of points" before the verb
				for k := i - 1; k > sent.Start+1 && k > i-9; k-- {
					if u := l.Parts[r.lemma(k)]; u != "" && r.lower(k-1) == "of" && r.lower(k-2) == "number" {
						target, unit = k, u
					}
				}
			}
			if r.upos(t) == "PRON" && (r.lower(t) == "it" || r.lower(t) == "which") {
				target = r.textBefore(t)
			}
		}
		// A light verb of these ("bring", "go", "fall", "drop") tells nothing without a
		// text, and points are those of an index where no text is spoken of.
		if target < 0 || r.lemma(target) == "point" && r.child(target, "nummod") >= 0 && r.textBefore(sent.End-1) < 0 {
			continue
		}
		from, to, by := 0, 0, 0
		toAt := -1
		for k := i + 1; k < sent.End; k++ {
			n, end := r.number(k)
			if n == 0 || used[k] || r.percent(end) || r.timeAt[k] >= 0 || end+1 < sent.End && r.form(end) == "-" && r.textAfter(end+2, sent) < 0 {
				continue // "to a 3,000-point drop"
			}
			p := r.prepBefore(k, sent.Start)
			u := ""
			for e := end; e < min(end+3, sent.End); e++ {
				if v := r.partAt(e); v != "" {
					u = v
					break
				}
				if r.upos(e) != "ADJ" && r.form(e) != "-" {
					break
				}
			}
			switch p {
			case "by":
				if u != "" && u != "document" && unit == "" {
					unit, by = u, n
					used[k] = true
				}
				continue
			case "from":
				if from == 0 {
					from = n
					used[k] = true
				}
			case "to", "into":
				if to == 0 && (p == "to" || u != "" && u != "document") {
					to, toAt = n, k
					used[k] = true
				}
			default:
				continue
			}
			if u != "" && u != "document" {
				unit = u
			}
		}
		if to == 0 {
			continue
		}
		var fromText *extent
		for k := r.lo[target]; k < r.hi[target]; k++ { // "the 14-article draft was trimmed to 11"
			if x, ok := r.extentAt(k, sent); ok && !x.loose && k < i {
				fromText = &x
				used[k] = true
				if from == 0 {
					from = x.count
				}
				if unit == "" {
					unit = x.unit
				}
			}
		}
		if n := r.child(target, "nummod"); from == 0 && fromText == nil && n >= 0 && l.Parts[r.lemma(target)] != "" && r.timeAt[n] < 0 {
			if from, _ = r.number(n); from > 0 && !used[n] { // "the 40 demands were merged into twelve points"
				used[n] = true
			}
		}
		if unit == "" {
			unit = r.unitElsewhere(to)
		}
		if unit == "" {
			continue
		}
		if by > 0 && from == 0 { // "cut by four articles to 13"
			if from = to + by; c.is(l.Grow) {
				from = to - by
			}
		}
		t := r.textClaim(textOr(r, target))
		for k := toAt + 1; k+2 < sent.End; k++ { // "…, of which 11 have been agreed"
			if r.lower(k) == "of" && r.lower(k+1) == "which" {
				if n, _ := r.number(k + 2); n > 0 && n <= to {
					if g := r.governor(k + 2); g != nil && r.saysDone(g.head) {
						t.Agreed = n
						used[k+2] = true
					}
				}
			}
		}
		label := t.Label
		if l.First[t.Label] {
			t.Label = ""
		}
		t.Size = rapporteur.Size{Count: to, Unit: unit}
		t.CutFrom = from
		when, _ := r.when(i)
		m := r.modality(i)
		r.add(toAt, rapporteur.Claim{Kind: rapporteur.KindText, Modality: m, When: when, Text: t})
		if from > 0 {
			old := *t
			old.Size.Count, old.CutFrom, old.Label, old.Agreed = from, 0, label, 0
			at := toAt
			if fromText != nil {
				at = fromText.num
			}
			r.add(at, rapporteur.Claim{Kind: rapporteur.KindText, Background: true, Text: &old})
		}
	}
}

func textOr(r *reading, i int) int {
	if t := r.textUnder(i); t >= 0 {
		return t
	}
	return -1
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
