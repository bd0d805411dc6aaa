package claim

import (
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
}

// sizes reads the numbers of parts in a sentence.
func (r *reading) sizes(s int) {
	l := &lex().texts
	sent := r.doc.Sentences[s].Range
	used := map[int]bool{}
	r.tallies(sent, used)
	r.turns(sent, used)
	r.changes(sent, used)
	r.counts(sent, used)
	r.shares(sent, used)
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
			r.documents(x)
			continue
		}
		if x.loose {
			if r.standing(x) {
				continue
			}
			if r.pending(x) || !r.holds(&x) {
				continue
			}
		}
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
		if when, ok := r.longSince(x.num, sent); ok {
			c.Background, c.When = true, when
		} else {
			c.When = r.broughtOut(x.text)
		}
		r.add(x.num, c)
	}
	r.sizeOfAnother(sent, used)
}

// broughtOut returns the day on which a text is told to have been brought out: "the new text,
// announced on Saturday", "an outline dated 29 April".
func (r *reading) broughtOut(text int) rapporteur.Interval {
	if text < 0 {
		return rapporteur.Interval{}
	}
	for _, k := range r.children(text, "acl", "acl:relcl", "amod") {
		c := r.clause(k)
		if c == nil || c.neg || c.modal != "" || c.verb != "date" && !lex().texts.Issued[c.verb] {
			continue
		}
		if t := r.timeBelow(k); t != nil && t.Interval.Exact() && !t.Interval.From.After(r.report.Published) {
			return t.Interval
		}
	}
	return rapporteur.Interval{}
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
	if n, part, ok := strings.Cut(form, "-"); ok && l.Parts[part] != "" {
		// The tokeniser kept "28-point" whole.
		if v := atoi(n); v > 0 {
			x.count, x.unit, x.part = v, l.Parts[part], i
			x.text = r.textAfter(i+1, sent)
			return x, x.text >= 0 && !r.paragraphs(x)
		}
	}
	n, end := r.number(i)
	if n == 0 || r.timeAt[i] >= 0 || r.percent(end) || i > sent.Start && (r.form(i-1) == "$" || r.form(i-1) == "-" || r.form(i-1) == "–" || r.lemma(i-1) == "article" || r.lemma(i-1) == "point" || r.lemma(i-1) == "chapter") {
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
	x.unit, x.part = r.partAt(at), at
	if next := at + 1; next < sent.End && (r.lower(next) == "percentage" || r.lemma(at) == "point" && r.lower(at-1) == "percentage") {
		return x, false
	}
	if hyphen {
		if r.lemma(at) == "page" || l.Parts[r.lemma(at)] != "" {
			x.text = r.textAfter(at+1, sent)
		}
		return x, x.text >= 0 && !r.paragraphs(x)
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
	return l.Parts[r.lemma(i)]
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
			if r.isTextNoun(i) || lex().texts.Lists[r.lemma(i)] && !r.ofGoods(i) || lex().texts.Letters[r.lemma(i)] {
				best = i
			}
		case "ADJ", "PART", "DET", "NUM":
		case "PUNCT":
			if f := r.form(i); f == ";" || f == ":" || f == "(" || f == "," && !r.attributive(i+1, sent) {
				return best
			}
		case "VERB":
			if base(r.rel(i)) != "amod" && r.doc.Tokens[i].XPOS != "VBN" && r.doc.Tokens[i].XPOS != "VBG" {
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
			return l.Parts[r.lemma(k)] == "" && !l.Nouns[r.lemma(k)]
		}
	}
	return false
}

// holds reports whether loose parts ("28 points") are those of a text, and finds it.
func (r *reading) holds(x *extent) bool {
	l := &lex().texts
	part := x.part
	// "a plan of 28 points", "a list of 12 demands", "28 points of the plan"
	if base(r.rel(part)) == "nmod" {
		h := r.head(part)
		if p := r.caseOf(part); (p == "of" || p == "with" || p == "in") && (r.isTextNoun(h) || l.Lists[r.lemma(h)]) {
			x.text = r.orUnder(h)
			return true
		}
	}
	if t := r.textUnder(part); t >= 0 && t != part {
		x.text = t
		return true
	}
	if h := r.head(part); h >= 0 && (r.lower(h) == "consists" || r.lower(h) == "comprises") && r.upos(h) != "VERB" {
		if t := r.textBefore(h); t >= 0 && r.sent[t] == r.sent[h] {
			x.text = t
			return true
		}
	}
	if t := r.measureOf(x); t >= 0 {
		x.text = t
		return true
	}
	if r.handedPages(x) {
		x.text = r.textBefore(x.num)
		return true
	}
	c := r.governor(part)
	if h := r.head(part); h >= 0 && r.rel(part) == "obj" && l.Have[r.lemma(h)] && r.child(h, "nsubj") < 0 {
		if t := r.handedOn(h); t >= 0 {
			x.text = t
			return true
		}
	}
	if c == nil || !(c.is(l.Have) || c.is(l.Takes) || c.verb == "run" || c.verb == "stand" || c.copula) {
		return false
	}
	if x.unit == "point" && c.verb == "be" {
		return false
	}
	if h := r.head(part); h >= 0 && base(r.rel(part)) == "nmod" && l.Figures[r.lemma(h)] && r.caseOf(part) == "of" {
		part = h // "a total of 21 points"
	}
	inside := slices.Contains(c.obj, part) || c.head == part
	for _, o := range c.obl {
		if o.head == part && (o.prep == "of" || o.prep == "to" || o.prep == "into" || o.prep == "in" || o.prep == "at" && c.verb == "stand" || o.prep == "on" && c.verb == "fit") {
			inside = true
		}
	}
	if !inside {
		return false
	}
	for _, s := range c.subj {
		if t := r.textUnder(s); t >= 0 && t != part {
			x.text = t
			return true
		}
		if l.Versions[r.lemma(s)] || r.lemma(s) == "copy" || l.Lists[r.lemma(s)] && r.upos(s) == "NOUN" && !r.ofGoods(s) {
			x.text = s
			return true
		}
		if r.upos(s) == "PRON" && (r.lower(s) == "it" || r.lower(s) == "which" || r.lower(s) == "that") {
			t := r.textBefore(s)
			if t < 0 {
				t = r.listBefore(s)
			}
			if t >= 0 {
				x.text = t
				return true
			}
		}
	}
	if c.verb == "run" && part != c.head && !slices.Contains(c.obj, part) { // nobody but a text runs to so many
		if t := r.textBefore(c.head); t >= 0 && r.sent[t] == r.sent[c.head] {
			x.text = t
			return true
		}
	}
	// "the plan, originally consisting of 28 points": the text before it
	if c.verb == "consist" || c.verb == "comprise" || c.verb == "number" || c.verb == "contain" && r.doc.Tokens[c.head].XPOS == "VBG" {
		if t := r.textBefore(c.head); t >= 0 && r.sent[t] == r.sent[c.head] {
			x.text = t
			return true
		}
	}
	return false
}

// measureOf returns the text of which a number of pages or parts is told as a
// measure: "34 pages long", "the text, two pages long", "the draft, now down to
// 19 pages"; -1 for none.
func (r *reading) measureOf(x *extent) int {
	part := x.part
	if part+1 < len(r.kids) && r.lower(part+1) == "long" && x.unit == "page" {
		c := r.governor(part + 1)
		if c != nil && c.copula {
			for _, s := range append(r.children(part, "nsubj"), c.subj...) { // the tree may have given it to the pages
				if t := r.textUnder(s); t >= 0 {
					return t
				}
				if r.lower(s) == "it" {
					return r.textBefore(s)
				}
			}
			return -1
		}
		if f := r.form(x.num - 1); x.num > 0 && (f == ":" || f == "—" || f == "–") { // "got one: 34 pages long"
			return r.textBefore(x.num)
		}
	}
	if t := r.aheadOf(x); t >= 0 {
		return t
	}
	if k := x.num - 1; x.unit == "page" && k > 3 && r.lower(k) == "be" && r.lower(k-1) == "to" && r.form(k-3) == "," && r.isTextNoun(k-4) {
		return k - 4 // "the text, said to be 128 pages"
	}
	if h := r.head(part); h >= 0 && h < part && (r.isTextNoun(h) || x.unit == "page" && r.partUnit(h) == "chapter") && r.form(max(0, r.nounPhrase(h).End)) == "," {
		if b := base(r.rel(part)); b == "appos" || b == "nmod" && (r.caseOf(part) == "to" || r.caseOf(part) == "at") {
			return h
		}
	}
	return -1
}

// handedPages reports whether so many pages are what somebody was handed, or a paper told of
// before is so long: "the 178 pages he had been sent", "It is four pages long".
func (r *reading) handedPages(x *extent) bool {
	if x.unit != "page" {
		return false
	}
	if x.part+1 < len(r.sent) && r.lower(x.part+1) == "long" && r.sent[x.num] > 0 {
		c := r.governor(x.part + 1)
		return c != nil && c.copula && !c.neg && len(c.subj) > 0 && r.lower(c.subj[0]) == "it"
	}
	return r.definite(x.part) && slices.ContainsFunc(r.children(x.part, "acl", "acl:relcl"), func(k int) bool {
		c := r.clause(k)
		return c != nil && !c.neg && lex().texts.Hand[c.verb]
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
			if r.isTextNoun(e) {
				return e
			}
		}
		return -1
	}
	for e := k + 1; e < min(k+5, s.End) && r.upos(e) != "VERB" && r.upos(e) != "AUX"; e++ {
		if r.isTextNoun(e) {
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
		if passed && (r.isTextNoun(k) || lex().texts.Versions[r.lemma(k)] || r.lemma(k) == "copy") {
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

// listBefore returns the list of demands or the like that the sentence before that of token i
// tells of: "presented the list. It holds nine demands"; -1 for none.
func (r *reading) listBefore(i int) int {
	if r.sent[i] == 0 {
		return -1
	}
	before := r.doc.Sentences[r.sent[i]-1]
	for k := before.End - 1; k >= before.Start; k-- {
		if r.upos(k) == "NOUN" && lex().texts.Lists[r.lemma(k)] && !r.ofGoods(k) {
			return k
		}
	}
	return -1
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
