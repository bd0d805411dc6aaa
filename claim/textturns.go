package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// turns reads what a text of so many parts has become, or was: "the 18-article accord has
// turned into a 15-article one", "what was a paper of 24 points is down to 18".
func (r *reading) turns(sent lang.Range, used map[int]bool) {
	for i := sent.Start; i < sent.End; i++ {
		c := r.clause(i)
		if c == nil || c.neg || c.modal != "" {
			continue
		}
		at, once := r.turning(c, sent)
		if at < 0 {
			continue
		}
		x, ok := r.sizeAhead(sent.Start, min(i, at), sent)
		if !ok {
			continue
		}
		n, k := r.sizeBehind(at, x.unit, sent)
		if n == 0 || n == x.count || used[k] {
			continue
		}
		t := r.textClaim(x.text)
		t.Label = ""
		t.Size, t.CutFrom = rapporteur.Size{Count: n, Unit: x.unit}, x.count
		if once {
			t.Size.Count, t.CutFrom = x.count, n
		}
		old := *t
		old.Size.Count, old.CutFrom = t.CutFrom, 0
		used[x.num], used[k] = true, true
		m := r.modality(i)
		r.add(k, rapporteur.Claim{Kind: rapporteur.KindText, Modality: m, Text: t})
		r.add(x.num, rapporteur.Claim{Kind: rapporteur.KindText, Modality: m, Background: true, Text: &old})
		return
	}
}

// turning returns the token behind the words with which a predicate says that something has
// become another, -1 for none, and whether it says what it once was: "has become", "is now
// down to", "used to be".
func (r *reading) turning(c *clause, sent lang.Range) (at int, once bool) {
	l := &lex().texts
	if l.Become[c.verb] || l.Become[c.lemma] {
		return c.head + 1, false
	}
	for k := max(sent.Start, c.head-6); k < min(c.head+4, sent.End-1); k++ {
		switch f := r.lower(k); {
		case f == "used" && r.lower(k+1) == "to" && k+2 < sent.End && r.upos(k+2) != "NOUN" && (c.copula || c.is(l.Have)):
			return k + 3, true
		case f == "down" && r.lower(k+1) == "to" && k > sent.Start && (r.lemma(k-1) == "be" || r.lower(k-1) == "now" || r.lower(k-1) == "already"):
			return k + 2, false
		}
	}
	return -1, false
}

// sizeAhead reads the size of a text told between two tokens.
func (r *reading) sizeAhead(from, to int, sent lang.Range) (extent, bool) {
	for k := from; k < to; k++ {
		x, ok := r.extentAt(k, sent)
		if !ok || x.unit == "document" || x.unit == "page" {
			continue
		}
		if x.loose && (base(r.rel(x.part)) != "nmod" || !r.isTextNoun(r.head(x.part))) {
			continue
		}
		if x.loose {
			x.text = r.head(x.part)
		}
		return x, true
	}
	return extent{}, false
}

// sizeBehind reads a number of parts of a unit at token i or right behind it: "18", "a
// nine-point plan", "one of twelve"; 0 for none.
func (r *reading) sizeBehind(i int, unit string, sent lang.Range) (n, at int) {
	for k := i; k < min(i+4, sent.End); k++ {
		if r.lower(k) == "one" && k+1 < sent.End && (r.lower(k+1) == "of" || r.lower(k+1) == "with") {
			k++
			continue
		}
		n, end := r.number(k)
		if n == 0 {
			continue
		}
		if end < sent.End && r.form(end) == "-" {
			end++
		}
		if r.timeAt[k] >= 0 || r.percent(end) || !r.ownUnit(end, unit, sent) {
			return 0, -1
		}
		return n, k
	}
	return 0, -1
}

// sizeOfAnother reads the number of parts that another state of a text has, where they are not
// named again: "the one of Friday has eight". What another voice counts is read by recounts.
func (r *reading) sizeOfAnother(sent lang.Range, used map[int]bool) {
	for i := sent.Start; i < sent.End; i++ {
		n, end := r.number(i)
		if n < 2 || used[i] || r.timeAt[i] >= 0 || r.percent(end) || end < sent.End && r.upos(end) != "PUNCT" && r.upos(end) != "CCONJ" && r.upos(end) != "ADP" {
			continue
		}
		told := r.toldBefore(r.sent[i]+1, reach, func(f *found) bool {
			return f.Text != nil && f.Text.Size.Count > 0 && f.Text.Size.Unit != "document" && f.Modality != rapporteur.Denied && f.head < i
		})
		g := r.governor(i)
		if told == nil || g == nil || g.neg || g.modal != "" || !g.is(lex().texts.Have) && g.verb != "run" || !r.anotherState(g, told) {
			continue
		}
		used[i] = true
		t := &rapporteur.TextClaim{Name: told.Text.Name}
		if s := g.subj[0]; r.isPaper(s) {
			t = r.textClaim(s)
		}
		t.Size = rapporteur.Size{Count: n, Unit: told.Text.Size.Unit}
		r.add(i, rapporteur.Claim{Kind: rapporteur.KindText, Modality: r.modality(i), Text: t})
	}
}

// anotherState reports whether the subject of a predicate stands for another state of the
// text told of: "the one of Friday", "Friday's".
func (r *reading) anotherState(c *clause, told *found) bool {
	if len(c.subj) == 0 || told.head >= c.subj[0] {
		return false
	}
	s := c.subj[0]
	if r.isPaper(s) && r.definite(s) { // "the protocol had 14"
		return true
	}
	return r.lower(s) == "one" || r.timeAt[s] >= 0 && s+1 < len(r.sent) && possessive(r.lower(s+1))
}
