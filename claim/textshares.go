package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// shares reads "nine of the 11 articles are settled" and "ninety percent is done".
func (r *reading) shares(sent lang.Range, used map[int]bool) {
	l := &lex().texts
	for i := sent.Start; i < sent.End; i++ {
		n, end := r.number(i)
		if n == 0 || used[i] {
			continue
		}
		if r.percent(end) && n <= 100 {
			if r.shareDone(i, end) {
				used[i] = true
				t := r.textClaim(-1)
				t.AgreedShare = float64(n) / 100
				r.add(i, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.modality(i)})
			}
			continue
		}
		if end >= sent.End || r.lower(end) != "of" && !(r.lower(end) == "out" && end+1 < sent.End && r.lower(end+1) == "of") {
			continue
		}
		k := end + 1
		if r.lower(end) == "out" {
			k++
		}
		for k < sent.End && (r.upos(k) == "DET" || r.upos(k) == "PRON" || r.rel(k) == "nmod:poss" || r.upos(k) == "PART") {
			k++
		}
		if k >= sent.End {
			continue
		}
		m, stop := r.number(k)
		if m < n || m == 0 {
			continue
		}
		unit := ""
		part := -1
		for e := stop; e < min(stop+4, sent.End); e++ {
			if u := l.Parts[r.lemma(e)]; u != "" {
				unit, part = u, e
				break
			}
		}
		if unit == "" || unit == "document" {
			continue
		}
		verb := r.predicateOf(i, part)
		if part >= 0 && verb >= 0 && !r.saysDone(verb) && !r.saysRemain(verb) {
			verb = r.predicateOf(part)
			if verb >= 0 && !r.saysDone(verb) && !r.saysRemain(verb) {
				verb = r.passiveAfter(i, part)
			}
		}
		if verb < 0 {
			continue
		}
		t := r.textClaim(max(r.textUnderOnly(part), -1))
		t.Size = rapporteur.Size{Count: m, Unit: unit}
		switch {
		case r.saysRemain(verb):
			t.Open = n
		case r.saysDone(verb):
			t.Agreed = n
		default:
			continue
		}
		used[i], used[k] = true, true
		r.add(i, rapporteur.Claim{Kind: rapporteur.KindText, Text: t, Modality: r.modality(verb)})
	}
}

// passiveAfter returns the predicate behind the parts of a number that has it, or
// nothing, for its subject, -1 for none: the tree may have hung the number elsewhere.
func (r *reading) passiveAfter(num, part int) int {
	for k := part + 1; k < min(part+16, r.sentence(part).End) && r.form(k) != ","; k++ {
		if c := r.clause(k); c != nil && c.passive && (len(c.subj) == 0 || slices.Contains(c.subj, num) || c.subj[0] > part && r.lower(r.lo[c.subj[0]]-1) == "and") && (r.saysDone(k) || r.saysRemain(k)) {
			return k
		}
	}
	return -1
}

func (r *reading) textUnderOnly(part int) int {
	if part < 0 {
		return -1
	}
	if t := r.textUnder(part); t != part {
		return t
	}
	return -1
}

// predicateOf returns the predicate of which the number or its part is subject or object.
func (r *reading) predicateOf(tokens ...int) int {
	for _, i := range tokens {
		if i < 0 {
			continue
		}
		if c := r.governor(i); c != nil {
			return c.head
		}
	}
	return -1
}

func (r *reading) saysDone(i int) bool {
	c := r.clause(i)
	if c != nil && r.noMore(c) && (lex().points.States[r.lemma(i)] == "contested" || lex().points.States[r.lemma(i)] == "open" || r.lemma(i) == "dispute" || r.lemma(i) == "question") {
		return true // "no longer in dispute"
	}
	return c != nil && !c.neg && (c.is(lex().texts.Done) || lex().points.States[r.lemma(i)] == "agreed") && c.modal == ""
}

func (r *reading) saysRemain(i int) bool {
	c := r.clause(i)
	if c == nil {
		return false
	}
	if r.noMore(c) {
		return false
	}
	l := lex()
	return l.texts.Remain[c.verb] || l.points.States[r.lemma(i)] == "open" || c.neg && c.is(l.texts.Done)
}

func (r *reading) noMore(c *clause) bool {
	for _, a := range c.adverbs {
		if r.lower(a) == "longer" {
			return true
		}
	}
	return false
}

// shareDone reports whether so many percent of a text are said to be done.
func (r *reading) shareDone(i, end int) bool {
	c := r.governor(i)
	if c == nil || c.neg {
		return false
	}
	switch c.verb {
	case "do", "agree", "settle", "complete", "finish", "resolve", "ready", "finalise", "finalize", "there", "done":
	case "close":
		if !c.passive {
			return false // a market closes so many percent higher
		}
	default:
		return false
	}
	for k := end; k < min(end+6, r.sentence(i).End); k++ {
		if r.lower(k) == "of" {
			return r.anyIn(lang.Range{Start: k, End: min(k+7, r.sentence(i).End)}, lex().texts.Nouns) >= 0 || r.anyIn(lang.Range{Start: k, End: min(k+6, r.sentence(i).End)}, lex().points.Parts) >= 0 || r.anyIn(lang.Range{Start: k, End: min(k+6, r.sentence(i).End)}, lex().points.Matters) >= 0 || k+1 < len(r.kids) && r.upos(k+1) == "PRON"
		}
	}
	for _, s := range c.subj {
		if r.textUnder(s) >= 0 || r.upos(s) == "PRON" || s == i || r.percent(s) {
			return true
		}
	}
	return len(c.subj) == 0
}
