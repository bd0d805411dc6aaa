package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// A counter-value is a value that a voice puts in the place of the one that was just
// told, mostly without the words for what it measures: "Others put it at four", "ten
// by the reckoning of the host", "Twelve, says the ministry", "he said it had been more
// like half an hour". What it is of is read with what it answers: the size of a text,
// how much of it is agreed, the length of a meeting, a figure of a provision.

// counterValue is such a value with whoever gives it.
type counterValue struct {
	amount
	chain  []rapporteur.Source
	put    bool // by words that only put a value in the place of another
	done   bool // so many are said to be done
	beside bool // by whoever stands beside it
}

// counterAt reads the counter-value at token i.
func (r *reading) counterAt(i int, sent lang.Range) (x counterValue, ok bool) {
	if x.amount, ok = r.valueAt(i, sent); !ok {
		return x, false
	}
	first := r.hedgesBefore(i, sent)
	x.put = true
	if x.chain = r.chain(i); len(x.chain) == 0 {
		x.chain = r.links(r.carries(r.sent[i]))
	}
	switch who, beside := r.givenBeside(&x, first, sent); {
	case beside:
		if v := r.withVoice(nil, who); len(v) > 0 && !slices.ContainsFunc(x.chain, func(s rapporteur.Source) bool { return s.Name == v[0].Name }) {
			x.chain = v
		}
		x.beside = true
		return x, true
	case r.unitless(&x, sent) || x.unit == "minute" || x.unit == "%":
		if verb, put := r.putAt(first, sent); put {
			around := r.links(r.inner[verb])
			if own := r.withVoice(nil, r.subjectOf(verb, sent)); len(own) > 0 && (base(r.rel(verb)) != "ccomp" || r.behindSemicolon(verb, sent)) {
				around = own // "…, the host said; others put it at four"
			}
			x.chain = r.withVoice(around, r.subjectOf(verb, sent))
			if quoted := r.quotedBy(verb, sent); quoted >= 0 {
				x.chain = r.withVoice(x.chain, quoted)
			}
			return x, true
		}
	}
	x.put = false
	g := r.governor(i)
	hedged := first < i && r.anyIn(lang.Range{Start: first, End: i}, words{"no": true, "not": true}) >= 0 // "no more than a dozen"
	if g == nil || g.neg && !hedged || !r.unitless(&x, sent) {
		return x, false
	}
	if r.lower(sent.Start) == "by" && g.copula {
		if who, ok := r.reckonedBy(sent.Start, sent); ok { // "By the host's count it was ten"
			x.chain = r.withVoice(nil, who)
		}
	}
	x.done = len(x.chain) > 0 && x.unit == "" && r.calledDone(&x, g)
	return x, x.done || r.inPlaceOf(&x, g)
}

// valueAt reads a value at token i: a length of time in minutes, a share, or a number.
func (r *reading) valueAt(i int, sent lang.Range) (x amount, ok bool) {
	x.Range = lang.Range{Start: i, End: i + 1}
	if t := r.timeAt[i]; t >= 0 {
		y := &r.times[t]
		if y.Type != timex.DurationType || y.Minutes <= 0 || y.Minutes >= 3*24*60 || i > sent.Start && r.timeAt[i-1] == t {
			return x, false
		}
		x.Range, x.value, x.unit = y.Range, float64(y.Minutes), "minute"
		return x, true
	}
	if share, end := r.fraction(i, sent); share > 0 {
		return amount{lang.Range{Start: i, End: end}, 100 * share, "%"}, true
	}
	n, end := r.number(i)
	if n == 0 || i > sent.Start && (r.form(i-1) == "$" || r.form(i-1) == "-") {
		return x, false
	}
	x.value, x.End = float64(n), end
	if r.percent(end) {
		x.unit = "%"
		if x.End++; r.lower(end) == "per" {
			x.End++
		}
		return x, n <= 100
	}
	if end+2 < sent.End && r.lower(end) == "and" && r.lower(end+1) == "a" && r.lower(end+2) == "half" {
		x.value, x.End = x.value+0.5, end+3
	}
	return x, true
}

// fractions are words for parts of a whole, behind a number or an article.
var fractions = map[string]float64{"half": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fifth": 5, "fifths": 5}

// fraction returns the share that begins at token i, "two thirds", and the token after
// it, 0 where there is none.
func (r *reading) fraction(i int, sent lang.Range) (share float64, end int) {
	if r.lower(i) == "half" && (i == sent.Start || r.lower(i-1) != "a" || i-1 == sent.Start || r.lower(i-2) != "and") {
		return 0.5, i + 1
	}
	n, at := r.number(i)
	if m := at; n > 0 && m+1 < sent.End && (r.lower(m) == "in" || r.lower(m) == "out" && r.lower(m+1) == "of") { // "four out of five drivers"
		if r.lower(m) == "out" {
			m++
		}
		if of, end := r.number(m + 1); of > n && of <= 20 && end < sent.End && r.upos(end) == "NOUN" {
			return float64(n) / float64(of), end
		}
	}
	if r.lower(i) == "a" {
		n, at = 1, i+1
	}
	if at < sent.End && r.form(at) == "-" {
		at++
	}
	if n == 0 || at >= sent.End || fractions[r.lower(at)] == 0 || r.lower(at) == "half" {
		return 0, i
	}
	share = float64(n) / fractions[r.lower(at)]
	if share >= 1 {
		return 0, i
	}
	return share, at + 1
}

// hedgesBefore returns the first token of what makes a value a rough one or a bound:
// "no more than a dozen", "more like", "closer to".
func (r *reading) hedgesBefore(i int, sent lang.Range) int {
	l := &lex().counters
	for i > sent.Start {
		switch f := r.lower(i - 1); {
		case f == "as" && !(l.Amounts[r.lower(i)] || i-1 > sent.Start && l.Amounts[r.lower(i-2)]):
			return i
		case l.Hedges[f], f == "“", f == "\"", f == "'", f == "‘":
		case f == "to" && i-1 > sent.Start && (r.lower(i-2) == "close" || r.lower(i-2) == "closer" || r.lower(i-2) == "nearer" || r.lower(i-2) == "up"):
		case f == "at" && (r.lower(i) == "least" || r.lower(i) == "most" || r.lower(i) == "best"):
		default:
			return i
		}
		i--
	}
	return i
}

// unitless reports whether nothing is told behind a number of what it counts.
func (r *reading) unitless(x *counterValue, sent lang.Range) bool {
	if x.End >= sent.End || x.unit == "%" || x.unit == "minute" {
		return true
	}
	if r.lower(x.End) == "of" {
		return x.End+1 < sent.End && r.lower(x.End+1) == "them"
	}
	return r.upos(x.End) != "NOUN" && r.upos(x.End) != "PROPN" && r.upos(x.End) != "NUM" && r.upos(x.End) != "ADJ" && r.form(x.End) != "-"
}

// putAt returns the verb that puts the value behind token first in the place of
// another: "put it at", "had the talks going on for", "spoke of", "gave the figure as".
func (r *reading) putAt(first int, sent lang.Range) (verb int, ok bool) {
	l := &lex().counters
	k := first - 1
	if k <= sent.Start {
		return -1, false
	}
	p := r.lower(k)
	if l.Speak[r.lemma(k-1)] && (p == "of" || p == "about") {
		return k - 1, r.finite(k - 1)
	}
	if p == "it" && l.Make[r.lemma(k-1)] {
		return k - 1, r.finite(k - 1)
	}
	if p != "at" && p != "as" && p != "to" && p != "for" {
		return -1, false
	}
	told := false // what the value is of is only pointed at
	for k--; k > max(sent.Start, first-14) && r.form(k) != ";"; k-- {
		switch n, _ := r.number(k); {
		case n > 1:
			return -1, false
		case r.lower(k) == "it", lex().texts.Figures[r.lemma(k)], l.Measures[r.lemma(k)]:
			told = true
		case lex().meetings.Nouns[r.lemma(k)] && r.lower(r.own(k).Start) != "a":
			told = true
		case told && (l.Put[r.lemma(k)] && p != "for" || r.lemma(k) == "have" && (p == "at" || p == "for") || r.lemma(k) == "give" && p == "as" || r.lemma(k) == "bring" && p == "to"):
			return k, r.finite(k)
		}
	}
	return -1, false
}

// finite reports whether a verb tells what somebody does or did, not what he may or might.
func (r *reading) finite(verb int) bool {
	if c := r.clause(verb); c != nil && (c.neg || c.modal != "" && c.modal != "would" || c.mark == "to") {
		return false
	}
	if verb > 1 && r.lower(verb-1) == "would" {
		return speaksOfItself[r.lower(verb-2)] // "I would say half"
	}
	return verb > 0 && r.lower(verb-1) != "to" && r.upos(verb-1) != "AUX" && r.doc.Tokens[verb].XPOS != "VBG"
}

// behindSemicolon reports whether a semicolon stands before a token of its sentence.
func (r *reading) behindSemicolon(i int, sent lang.Range) bool {
	for k := sent.Start; k < i; k++ {
		if r.form(k) == ";" {
			return true
		}
	}
	return false
}

// subjectOf returns the token of whoever does what a verb tells, -1 for nobody.
func (r *reading) subjectOf(verb int, sent lang.Range) int {
	if c := r.clause(verb); c != nil && len(c.subj) == 1 {
		if h := r.head(c.subj[0]); r.rel(c.subj[0]) == "nmod" && r.upos(h) == "NUM" {
			return h
		}
		return r.nameHead(c.subj[0])
	}
	k := verb - 1
	for k > sent.Start && (r.form(k) == "," || r.upos(k) == "ADV") {
		k--
	}
	if k < sent.Start || r.upos(k) != "NOUN" && r.upos(k) != "PROPN" && r.upos(k) != "PRON" && r.typeAt(k) == "" {
		return -1
	}
	return r.nameHead(k)
}

// quotedBy returns whom the subject of a verb is told to quote, -1 for nobody: "the
// agency, citing a delegate, put it at four".
func (r *reading) quotedBy(verb int, sent lang.Range) int {
	for k := verb - 1; k > sent.Start; k-- {
		if w := r.lemma(k); (w == "cite" || w == "quote") && r.doc.Tokens[k].XPOS == "VBG" {
			return r.namedFrom(k+1, verb)
		}
	}
	return -1
}

// calledDone reports whether so many, of what is not told, are said to be done: "only nine
// are settled", "no more than a dozen could be called closed".
func (r *reading) calledDone(x *counterValue, g *clause) bool {
	if g.head < x.End || g.head > x.End+6 || !g.passive && !g.copula {
		return false
	}
	if r.saysDone(g.head) {
		return true
	}
	return (lex().texts.Deem[g.verb] || lex().rebuttals.Call[g.verb]) && g.passive && slices.ContainsFunc(r.kids[g.head], func(k int) bool { return k > g.head && k <= g.head+3 && r.saysOf(k) == done })
}

// namedFrom returns the token of whoever is named first from token k on, -1 for nobody.
func (r *reading) namedFrom(k, end int) int {
	for ; k < end; k++ {
		if r.upos(k) != "NOUN" && r.upos(k) != "PROPN" || r.head(k) > k && r.head(k) < end && (r.rel(k) == "compound" || r.rel(k) == "amod" || r.rel(k) == "nmod:poss") {
			continue
		}
		return r.nameHead(k)
	}
	return -1
}

// withVoice adds the voice that is named at a token to those of a chain.
func (r *reading) withVoice(chain []rapporteur.Source, who int) []rapporteur.Source {
	if who < 0 {
		return chain
	}
	if k := r.child(who, "nmod"); r.upos(who) == "NUM" && k >= 0 { // "one of the officials"
		who = k
	}
	v, ok := r.voiceAt([]int{who})
	if !ok || slices.ContainsFunc(chain, func(s rapporteur.Source) bool { return s.Name == v.Name }) {
		return chain
	}
	return append(slices.Clone(chain), v)
}

// givenBeside returns the token of whoever gives a bare value beside it, -1 for somebody who is
// found as the source of any words: "Brandt counts nine", "Ten, says the ministry", "or
// twelve, if you believe the shipowners", "– 17 by the reckoning of the host".
func (r *reading) givenBeside(x *counterValue, first int, sent lang.Range) (who int, ok bool) {
	l := lex()
	if !r.unitless(x, sent) {
		return 0, false
	}
	ends := x.End >= sent.End || r.upos(x.End) == "PUNCT" || r.lower(x.End) == "of"
	if k := first - 1; ends && k > sent.Start {
		w := r.lemma(k)
		if p := r.lemma(k - 1); w == "we" || w == "us" { // "told us 11"
			w, k = p, k-1
		}
		last := x.End >= sent.End || x.End+1 >= sent.End || x.End+2 >= sent.End && r.upos(x.End+1) == "PUNCT"
		if r.finite(k) && (l.texts.Counting[w] || (w == "say" || w == "find" || w == "tell") && last) {
			if who = r.subjectOf(k, sent); who >= 0 && r.upos(who) != "PRON" {
				return who, true
			}
			if len(x.chain) == 0 && who >= 0 && speaksOfItself[r.lower(who)] {
				who = r.subjectOfSentence(r.sent[x.Start] - 1)
				return who, who >= 0
			}
			return -1, len(x.chain) > 0 && (w != "say" && w != "find" || who >= 0 && speaksOfItself[r.lower(who)])
		}
		if r.lower(k-1) == "there" && (r.lower(k) == "are" || r.lower(k) == "were" && len(x.chain) > 0) {
			return -1, true
		}
	}
	if !r.setApart(first, sent) {
		return 0, false
	}
	for k := x.End; k < min(x.End+4, sent.End); k++ {
		switch {
		case r.lower(k) == "by":
			return r.reckonedBy(k, sent)
		case k == x.End && r.form(k) != ",":
			return 0, false
		case l.speech.Verbs[r.lemma(k)] || r.lemma(k) == "believe" || r.lower(k) == "to" && r.lower(k-1) == "according":
			if who = r.namedFrom(k+1, sent.End); who >= 0 {
				return who, r.rest(who, sent)
			}
		}
	}
	return 0, false
}

// subjectOfSentence returns the token of whom the nth sentence is about, its subject, -1 for none: his
// are the bare quoted words behind it.
func (r *reading) subjectOfSentence(n int) int {
	if n < 0 {
		return -1
	}
	s := r.doc.Sentences[n]
	for k := s.Start; k < s.End; k++ {
		if c := r.clause(k); c != nil && base(r.rel(k)) == "root" && len(c.subj) == 1 {
			return r.nameHead(c.subj[0])
		}
	}
	return -1
}

// setApart reports whether what begins at token i is set off from what stands before it:
// "… – 17", "…, or twelve", "… (five".
func (r *reading) setApart(i int, sent lang.Range) bool {
	if i == sent.Start {
		return true
	}
	switch f := r.lower(i - 1); f {
	case "–", "—", "-", "(", ";", "“", "\"", ":":
		return true
	case "or", "but":
		return i-1 > sent.Start && r.upos(i-2) == "PUNCT"
	}
	return false
}

// reckonedBy returns the token of the one whose count a phrase with "by" tells of: "by
// the reckoning of the host", "by the host's count".
func (r *reading) reckonedBy(by int, sent lang.Range) (who int, ok bool) {
	for k := by + 1; k < min(by+7, sent.End); k++ {
		if !lex().counters.Reckonings[r.lemma(k)] || r.upos(k) != "NOUN" {
			continue
		}
		if k+1 < sent.End && r.lower(k+1) == "of" {
			who = r.namedFrom(k+2, sent.End)
			return who, who >= 0
		}
		if p := r.child(k, "nmod:poss", "amod"); p >= 0 && r.upos(p) != "PRON" {
			return p, true
		}
		return -1, false
	}
	return -1, false
}

// rest reports whether nothing is told behind a voice but what belongs to its name.
func (r *reading) rest(h int, sent lang.Range) bool {
	for k := r.hi[r.nameHead(h)]; k < sent.End; k++ {
		if r.isPredicate(k) && r.rel(k) != "acl:relcl" {
			return false
		}
	}
	return true
}

// inPlaceOf reports whether the predicate of a value tells it of what was just told:
// "said it was ten", "on ten, agreement was reached", "ten would be nearer the truth".
func (r *reading) inPlaceOf(x *counterValue, g *clause) bool {
	l := &lex().texts
	back := func() bool {
		return len(g.subj) > 0 && (r.lower(g.subj[0]) == "it" || r.lower(g.subj[0]) == "there" || l.Figures[r.lemma(g.subj[0])])
	}
	switch {
	case r.reached(g):
		return slices.ContainsFunc(g.obl, func(o oblique) bool { return o.prep == "on" && x.Contains(o.head) })
	case g.copula && slices.Contains(g.subj, x.Start):
		return l.Truer[r.lower(g.head)]
	case g.copula && (x.Contains(g.head) || g.head < x.Start && lex().counters.Hedges[r.lower(g.head)]):
		return back()
	case l.Have[g.verb] && x.unit == "":
		return (back() || r.textUnderAny(g.subj)) && slices.ContainsFunc(g.obj, x.Contains)
	}
	return false
}

// voicesApart returns the voices of a value in the nth sentence that answers what a claim
// tells; ok is false where it is told on the word of the same. Of one sentence, who stands
// beside the second value tells that one only, and nobody tells what another puts in the
// place of his own.
func (r *reading) voicesApart(told *found, chain []rapporteur.Source, n int) (out []rapporteur.Source, ok bool) {
	k := len(told.Chain)
	if k == 0 || len(chain) == 0 {
		return chain, true
	}
	switch own := told.Chain[k-1].Name; {
	case own == chain[len(chain)-1].Name:
		if r.sent[told.head] == n {
			told.Chain = told.Chain[:k-1]
			return chain, true
		}
		return chain, false
	case len(chain) > 1 && own == chain[0].Name:
		return chain[1:], true
	}
	return chain, true
}

// far is how many sentences back lies the only meeting that a report tells of.
const far = 10

// parted returns the words of a sentence from the last mark before token i on, and leaves to
// a claim of the same sentence those before it: what two voices tell there is told apart.
// It returns none where the claim stands in another sentence.
func (r *reading) parted(told *found, i int) rapporteur.Span {
	if r.sent[told.head] != r.sent[i] {
		return rapporteur.Span{}
	}
	at, whole := i-1, r.wordsOf(i)
	for at > told.head && (r.upos(at) != "PUNCT" || r.form(at) == "“" || r.form(at) == "\"" || r.form(at) == "-") {
		at--
	}
	if at <= told.head || r.upos(at) != "PUNCT" {
		return rapporteur.Span{}
	}
	told.Span = rapporteur.Span{Start: whole.Start, End: r.bytes(lang.Range{Start: at - 1, End: at}).End}
	return rapporteur.Span{Start: r.bytes(lang.Range{Start: at + 1, End: at + 2}).Start, End: whole.End}
}
