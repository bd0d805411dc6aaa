package claim

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// hyphened reports whether a word is one of a pair: "the Norvanan-Estrelian plan".
func (r *reading) hyphened(k int) bool {
	dash := func(i int) bool {
		return i >= 0 && i < len(r.kids) && (r.form(i) == "-" || r.form(i) == "–" || r.form(i) == "/")
	}
	return dash(k-1) || dash(k+1) || strings.ContainsAny(r.form(k), "-–/")
}

func orLOC(t lang.NameType) lang.NameType {
	if t == "" {
		return lang.LOC
	}
	return t
}

// extent is a number of parts as a sentence tells it.
type extent struct {
	count int
	unit  string
	num   int // token of the number
	part  int // token of the part, -1 where only the number stands
	text  int // token of the text, -1 for none
	loose bool
	vague bool // the part is one only where it is counted as that of a text: "12 targets"
}

// sizes reads the numbers of parts in a sentence.
func (r *reading) sizes(s int) {
	sent := r.doc.Sentences[s].Range
	used := map[int]bool{}
	var before extent // told before in the sentence, of a text that is known
	r.tallies(sent, used)
	r.turns(sent, used)
	r.changes(sent, used)
	r.counts(sent, used)
	r.shares(sent, used)
	r.trends(sent, used)
	r.bareParts(sent, used)
	for i := sent.Start; i < sent.End; i++ {
		if used[i] {
			continue
		}
		x, ok := r.extentAt(i, sent)
		if !ok {
			continue
		}
		if x.unit == "document" {
			if !r.pieces(&x, before) {
				r.documents(x)
				continue
			}
		} else if x.loose {
			if !x.vague && r.standing(x) {
				continue
			}
			if r.pending(x) || r.lesser(x) || !r.holds(&x) && !r.besideExtent(&x, before) && !r.plainly(&x, before) {
				if x.unit == "annex" {
					r.documents(x)
				}
				continue
			}
		}
		before = x
		r.addSize(x, sent, used)
	}
	r.sizeOfAnother(sent, used)
}

// addSize adds the claim of a text that it has so many parts, with what is told beside them.
func (r *reading) addSize(x extent, sent lang.Range, used map[int]bool) {
	l := &lex().texts
	t := r.textClaim(x.text)
	t.Size = rapporteur.Size{Count: x.count, Unit: x.unit}
	r.nextTo(x, t, sent, used)
	c := rapporteur.Claim{Kind: rapporteur.KindText, Text: t}
	if l.First[t.Label] {
		c.Background = true
	}
	if g := r.governor(x.num); g != nil {
		for _, a := range g.adverbs {
			if l.FirstAdverbs[r.lower(a)] {
				c.Background = true
				if t.Label == "" {
					t.Label = "initial"
				}
			}
		}
		if r.sponsorVerb(g, x.text) {
			t.Sponsors = append(t.Sponsors, mentions(r.actorsAt(g.subj...))...)
		}
		switch m := r.modality(g.head); {
		case r.lacks(x, g):
			c.Modality = rapporteur.Denied
		case m == rapporteur.Hedged && x.loose:
			c.Modality = m
		}
	}
	if x.num > 0 && l.FirstAdverbs[r.lower(x.num-1)] {
		c.Background = true
	}
	c.Chain = r.byCountOf(x.num, sent)
	if when, ok := r.longSince(x.num, sent); ok {
		c.Background, c.When = true, when
	} else {
		c.When = r.textDay(x.text, sent)
	}
	r.add(x.num, c)
}

// longSince returns the time of a size that a text had before: in a past tense, told with no
// other time than one that is weeks over, "it was 40 pages long in January".
func (r *reading) longSince(i int, sent lang.Range) (when rapporteur.Interval, ok bool) {
	const over = 21 // days
	g := r.governor(i)
	if g == nil || !g.past || r.report.Published.IsZero() {
		return when, false
	}
	for k := sent.Start; k < sent.End; k++ {
		t := r.timeAt[k]
		if t < 0 || r.times[t].Interval.IsZero() {
			continue
		}
		if x := r.governor(k); x != nil && x != g && x.perfect && r.isRel(x.head, "acl", "acl:relcl") {
			continue // "a draft of 20 pages, exchanged several times since the autumn"
		}
		if d := r.times[t].Interval; d.To.IsZero() || r.report.Published.Sub(d.To) < over {
			return when, false
		}
		when, ok = r.times[t].Interval, true
	}
	return when, ok
}

// lacks reports whether a predicate denies that there are so many parts.
func (r *reading) lacks(x extent, g *clause) bool {
	return x.loose && g != nil && g.neg && (g.is(lex().texts.Have) || g.copula) && (g.head == x.part || slices.Contains(g.obj, x.part))
}

func (r *reading) sponsorVerb(c *clause, text int) bool {
	return text >= 0 && !c.neg && !c.passive && slices.Contains(c.obj, text) && (c.verb == "propose" || c.verb == "table" || c.verb == "present" || c.verb == "unveil" || c.verb == "submit")
}

// extentAt reads "28-point … plan", "28 points", "17 draft articles" at a number.
func (r *reading) extentAt(i int, sent lang.Range) (extent, bool) {
	l := &lex().texts
	x := extent{num: i, part: -1, text: -1}
	form := r.lower(i)
	at := i
	if n, part, ok := strings.Cut(form, "-"); ok && cmp.Or(l.Parts[part], l.Counted[part]) != "" {
		// The tokeniser kept "28-point" whole.
		if v := atoi(n); v > 0 {
			x.count, x.unit, x.part = v, cmp.Or(l.Parts[part], l.Counted[part]), i
			x.text = r.textAfter(i+1, sent)
			return x, x.text >= 0 && !r.paragraphs(x) && (v > 1 || x.unit != "sentence")
		}
	}
	n, end := r.number(i)
	if n == 0 || r.timeAt[i] >= 0 || r.percent(end) || i > sent.Start && (r.form(i-1) == "$" || r.form(i-1) == "-" || r.form(i-1) == "–" || r.upos(i-1) != "NUM" && l.Parts[r.lower(i-1)] != "") {
		return x, false
	}
	x.count = n
	at = end
	hyphen := at < sent.End && (r.form(at) == "-" || r.form(at) == "‑" || r.form(at) == "–")
	if hyphen {
		at++
	}
	for skip := 0; at < sent.End && skip < 3 && !hyphen; skip++ {
		if r.partAt(at) != "" && (r.upos(at) == "NOUN" || r.upos(at) == "PROPN") {
			break
		}
		if r.upos(at) != "ADJ" && !(r.upos(at) == "NOUN" && r.rel(at) == "compound") && r.upos(at) != "VERB" {
			return x, false
		}
		at++
	}
	if at >= sent.End || r.partAt(at) == "" {
		return x, false
	}
	x.unit, x.part, x.vague = r.partAt(at), at, l.Counted[r.lemma(at)] != ""
	if next := at + 1; next < sent.End && (r.lower(next) == "percentage" || r.lemma(at) == "point" && r.lower(at-1) == "percentage") {
		return x, false
	}
	if hyphen {
		x.text = r.textAfter(at+1, sent)
		return x, x.text >= 0 && !r.paragraphs(x) && (x.count > 1 || x.unit != "sentence")
	}
	x.loose = true
	return x, true
}

// paragraphs reports whether a number is that of the paragraphs in which somebody speaks:
// "a four-paragraph statement" is no text with four parts.
func (r *reading) paragraphs(x extent) bool {
	return x.unit == "paragraph" && lex().texts.Letters[r.lemma(x.text)]
}

// partAt returns the unit of the parts of a text named at token i, "" for other things. Heads
// are parts only as those of an agreement: "ten heads of terms".
func (r *reading) partAt(i int) string {
	l := &lex().texts
	if r.lemma(i) == "head" && i+2 < len(r.sent) && r.lower(i+1) == "of" && (l.Accord[r.lemma(i+2)] || l.Nouns[r.lemma(i+2)]) {
		return "point"
	}
	if r.pieceAt(i) {
		return "document"
	}
	return cmp.Or(l.Parts[r.lemma(i)], l.Counted[r.lemma(i)])
}

func atoi(s string) int {
	n := 0
	for _, c := range s {
		if c < '0' || c > '9' {
			return small[s]
		}
		n = n*10 + int(c-'0')
	}
	return n
}

// textAfter returns the text noun that an attributive size goes with: the last
// noun of the nominal after it.
func (r *reading) textAfter(from int, sent lang.Range) int {
	best := -1
	for i := from; i < sent.End && i < from+9; i++ {
		switch r.upos(i) {
		case "NOUN", "PROPN":
			if r.isTextNoun(i) || lex().texts.Lists[r.lemma(i)] && !r.ofGoods(i) || lex().texts.Letters[r.lemma(i)] || r.partAt(i) == "point" && r.lemma(i) == "head" {
				best = i
			}
		case "ADJ", "PART", "DET", "NUM":
		case "PUNCT":
			if f := r.form(i); f == ";" || f == ":" || f == "(" || f == "," && !r.attributive(i+1, sent) {
				return best
			}
		case "VERB":
			if base(r.rel(i)) != "amod" && r.doc.Tokens[i].XPOS != "VBN" && r.doc.Tokens[i].XPOS != "VBG" && !(i == from && i+1 < sent.End && lex().texts.Letters[r.lemma(i+1)]) {
				return best
			}
		default:
			return best
		}
		if best >= 0 && i == best && (i+1 >= sent.End || r.upos(i+1) != "NOUN" && r.upos(i+1) != "PROPN") {
			return best
		}
	}
	return best
}

// attributive reports whether a number of parts stands before a noun at token i: "nine-page, | 14-article draft".
func (r *reading) attributive(i int, sent lang.Range) bool {
	if i >= sent.End {
		return false
	}
	if _, part, ok := strings.Cut(r.lower(i), "-"); ok && lex().texts.Parts[part] != "" {
		return true
	}
	n, end := r.number(i)
	return n > 0 && end+1 < sent.End && r.form(end) == "-" && r.partAt(end+1) != ""
}

// ofGoods reports whether a list is of other things than demands, points or the
// like: "a list of products".
func (r *reading) ofGoods(i int) bool {
	l := &lex().texts
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "nmod" && r.caseOf(k) == "of" {
			return r.partAt(k) == "" && !l.Nouns[r.lemma(k)]
		}
	}
	return false
}

// holds reports whether loose parts ("28 points") are those of a text, and finds it.
func (r *reading) holds(x *extent) bool {
	x.text = r.holderBeside(x)
	if x.text < 0 {
		x.text = r.holderOver(x)
	}
	if x.text < 0 && r.handedPages(x) {
		x.text = r.textBefore(x.num)
		return true
	}
	return x.text >= 0
}

// holderBeside returns the text that stands in one nominal with its parts, or is measured by
// them: "a plan of 28 points", "a list of 12 demands", "28 points of the plan"; -1 for none.
func (r *reading) holderBeside(x *extent) int {
	part, h := x.part, r.head(x.part)
	if base(r.rel(part)) == "nmod" {
		if p := r.caseOf(part); (p == "of" || p == "with" || p == "in") && r.isPaper(h) {
			return r.orUnder(h)
		}
	}
	if t := r.textUnder(part); t >= 0 && t != part && !(x.unit == "annex" && r.caseOf(t) == "to") && (!x.vague || r.caseOf(t) == "in" || r.caseOf(t) == "to") {
		return t
	}
	if h >= 0 && (r.lower(h) == "consists" || r.lower(h) == "comprises") && r.upos(h) != "VERB" {
		if t := r.textBefore(h); t >= 0 && r.sent[t] == r.sent[h] {
			return t
		}
	}
	if t := r.measureOf(x); t >= 0 {
		return t
	}
	if x.strong() && x.count > 1 && (r.definite(part) || r.lower(max(0, x.num-1)) == "all") { // "the 30 pages of the note"
		for _, k := range r.children(part, "nmod", "nmod:poss") {
			if (r.caseOf(k) == "of" || r.rel(k) == "nmod:poss") && r.isPaper(k) {
				return k
			}
		}
	}
	return r.behindPaper(x)
}

// holderOver returns the text that a predicate tells to have so many parts: "the plan
// contains 28 points"; -1 for none.
func (r *reading) holderOver(x *extent) int {
	l := &lex().texts
	part := x.part
	c := r.governor(part)
	if h := r.head(part); h >= 0 && r.rel(part) == "obj" && l.Have[r.lemma(h)] && r.child(h, "nsubj") < 0 {
		if t := r.handedOn(h); t >= 0 {
			return t
		}
	}
	if c == nil {
		return -1
	}
	if t := r.reckonedAt(x, c); t >= 0 {
		return t
	}
	if t := r.thereAre(x, c); t >= 0 {
		return t
	}
	if !(c.is(l.Have) || c.is(l.Takes) || c.verb == "run" || c.verb == "stand" || c.copula) || x.unit == "point" && c.verb == "be" {
		return -1
	}
	if h := r.head(part); h >= 0 && base(r.rel(part)) == "nmod" && l.Figures[r.lemma(h)] && r.caseOf(part) == "of" {
		part = h // "a total of 21 points"
	}
	inside := slices.Contains(c.obj, part) || c.head == part
	for _, o := range c.obl {
		if o.head == part && (o.prep == "of" || o.prep == "to" || o.prep == "into" || o.prep == "in" || o.prep == "at" && (c.verb == "stand" || c.is(l.Takes)) || (o.prep == "on" || o.prep == "over" || o.prep == "across") && c.is(l.Takes)) {
			inside = true
		}
	}
	if !inside {
		return -1
	}
	for _, s := range c.subj {
		if t := r.subjectText(s, x); t >= 0 && t != part {
			return t
		}
	}
	if c.verb == "run" && part != c.head && !slices.Contains(c.obj, part) { // nobody but a text runs to so many
		if t := r.textBefore(c.head); t >= 0 && r.sent[t] == r.sent[c.head] {
			return t
		}
	}
	// "the plan, originally consisting of 28 points": the text before it
	if c.verb == "consist" || c.verb == "comprise" || c.verb == "number" || c.verb == "contain" && r.doc.Tokens[c.head].XPOS == "VBG" {
		if t := r.textBefore(c.head); t >= 0 && r.sent[t] == r.sent[c.head] {
			return t
		}
	}
	return -1
}

// measureOf returns the text of which a number of pages or parts is told as a
// measure: "34 pages long", "the text, two pages long", "the draft, now down to
// 19 pages"; -1 for none.
func (r *reading) measureOf(x *extent) int {
	part := x.part
	if part+1 < len(r.kids) && (r.lower(part+1) == "long" || r.lower(part+1) == "in" && part+2 < len(r.kids) && r.lower(part+2) == "length") {
		c := r.governor(part + 1)
		if c == nil || !c.copula {
			c = r.governor(part)
		}
		if c != nil && c.copula {
			for _, s := range append(r.children(part, "nsubj"), c.subj...) { // the tree may have given it to the pages
				if t := r.subjectText(s, x); t >= 0 {
					return t
				}
			}
			return -1
		}
	}
	if f := r.form(max(0, x.num-1)); x.strong() && (f == ":" || f == "—" || f == "–") { // "got one: 34 pages long"
		if c := r.governor(part); c == nil || !slices.Contains(c.subj, part) {
			return r.paperBefore(x.num, true)
		}
	}
	if t := r.aheadOf(x); t >= 0 {
		return t
	}
	if t := r.apposedSize(x); t >= 0 {
		return t
	}
	if k := x.num - 1; x.unit == "page" && k > 3 && r.lower(k) == "be" && r.lower(k-1) == "to" && r.form(k-3) == "," && r.isPaper(k-4) {
		return k - 4 // "the text, said to be 128 pages"
	}
	if h := r.head(part); h >= 0 && h < part && (r.isPaper(h) || x.unit == "page" && r.partUnit(h) == "chapter") && r.form(max(0, r.nounPhrase(h).End)) == "," {
		if b := base(r.rel(part)); b == "appos" || b == "nmod" && (r.caseOf(part) == "to" || r.caseOf(part) == "at") {
			return h
		}
	}
	return -1
}

// handedPages reports whether so many pages are what somebody was handed, has read or has
// brought out, of a paper told of before: "the 178 pages he had been sent".
func (r *reading) handedPages(x *extent) bool {
	l := &lex().texts
	if x.unit != "page" {
		return false
	}
	if c := r.governor(x.part); c != nil && r.textBefore(x.num) >= 0 && !c.neg && (slices.Contains(c.obj, x.part) || c.passive && slices.Contains(c.subj, x.part)) && (l.Hand[c.verb] || l.Issued[c.verb] || l.Leaked[c.verb] || c.verb == "read" || c.verb == "put" || c.verb == "post") {
		return true
	}
	return r.definite(x.part) && slices.ContainsFunc(r.children(x.part, "acl", "acl:relcl"), func(k int) bool {
		c := r.clause(k)
		return c != nil && !c.neg && l.Hand[c.verb]
	})
}

// aheadOf returns the text before whose name its pages stand: "At 40 pages, the plan
// is …", "Six pages long, it says …"; -1 for none.
func (r *reading) aheadOf(x *extent) int {
	s := r.sentence(x.num)
	k := x.part + 1
	long := k < s.End && r.lower(k) == "long"
	if long {
		k++
	}
	if x.unit != "page" || k+2 >= s.End || r.form(k) != "," || x.num > s.Start+2 || !long && r.lower(s.Start) != "at" {
		return -1
	}
	if r.lower(k+1) == "it" {
		for e := s.Start - 1; e >= 0 && r.sent[e] >= r.sent[s.Start]-1; e-- {
			if r.isPaper(e) {
				return e
			}
		}
		return -1
	}
	for e := k + 1; e < min(k+5, s.End) && r.upos(e) != "VERB" && r.upos(e) != "AUX"; e++ {
		if r.isPaper(e) {
			return e
		}
	}
	return -1
}

// handedOn returns the text before a verb that the tree has hung on the participle
// between them, -1 for none: "the version handed to her had 18 articles", "the draft
// she was given contained 21".
func (r *reading) handedOn(verb int) int {
	passed := false
	for k := verb - 1; k > max(r.sentence(verb).Start, verb-9) && r.upos(k) != "PUNCT" && r.upos(k) != "CCONJ"; k-- {
		x := r.doc.Tokens[k].XPOS
		if passed && r.isPaper(k) {
			return k
		}
		passed = passed || x == "VBN" || x == "VBD"
	}
	return -1
}

func (r *reading) orUnder(i int) int {
	if t := r.textUnder(i); t >= 0 {
		return t
	}
	return i
}

// textBefore returns the text named last in the sentence of token i before it, or in the one before.
func (r *reading) textBefore(i int) int {
	s := r.sent[i]
	from := r.doc.Sentences[s].Start
	if s > 0 {
		from = r.doc.Sentences[s-1].Start
	}
	for k := i - 1; k >= from; k-- {
		if r.isStrongText(k) {
			return k
		}
	}
	for k := i - 1; k >= r.doc.Sentences[s].Start; k-- {
		if r.isTextNoun(k) || lex().texts.Parts[r.lemma(k)] == "document" && r.upos(k) == "NOUN" {
			return k
		}
	}
	return -1
}
