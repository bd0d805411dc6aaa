package claim

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// contradicts reports whether a remark cannot be true beside another of the same
// matter, and what it says in the place of the other.
func (r *reading) contradicts(a, b *remark) (instead string, ok bool) {
	if b.counter != nil {
		instead = r.figureCountered(a, b.counter)
		return instead, instead != ""
	}
	if r.denying(b) {
		return "", r.denies(a, b)
	}
	if r.denying(a) || r.wants(a) || r.wants(b) || r.toldLater(a, b) {
		return "", false
	}
	if w := r.otherFigure(a, b); w != "" && !r.setsApart(b) {
		return w, true
	}
	if r.reportsInstead(b) {
		words, _ := r.contentWords(b.content)
		return words, true
	}
	if r.saysOnlyWhether(a, b) || r.thereIsNone(a, b) {
		words, _ := r.contentWords(b.content)
		return words, true
	}
	for _, x := range r.predicatesOf(a) {
		for _, y := range r.predicatesOf(b) {
			if (x.neg || r.ofNothing(x)) != (y.neg || r.ofNothing(y)) && r.sameAct(x, y) || r.cleft(a, b, y) || r.otherPlaceOrDay(x, y) || r.eachOther(a, b, x, y) {
				words, _ := r.contentWords(b.content)
				return words, true
			}
		}
	}
	return "", false
}

// ofNothing reports whether a predicate tells of what there is none of: "we have no dates set".
func (r *reading) ofNothing(c *clause) bool {
	h := r.head(c.head)
	return h >= 0 && c.head > h && c.head <= h+2 && len(c.subj) == 0 && base(r.rel(c.head)) == "acl" && r.doc.Tokens[c.head].XPOS == "VBN" && r.lower(r.own(h).Start) == "no"
}

// setsApart reports whether a remark tells of another than was told before: "the ferry line alone
// lost 12 million", "the second took seven".
func (r *reading) setsApart(b *remark) bool {
	return slices.ContainsFunc(b.content, func(s lang.Range) bool {
		return r.anyIn(lang.Range{Start: s.Start, End: min(s.End, s.Start+5)}, parting) >= 0
	})
}

// reportsInstead reports whether a remark is told in the place of another: "the Globe
// reported instead that …".
func (r *reading) reportsInstead(b *remark) bool {
	return b.at+1 < len(r.kids) && r.lower(b.at+1) == "instead"
}

// saysOnlyWhether reports whether a remark says the contrary of the one just before without
// its verb: "it had not", "they did".
func (r *reading) saysOnlyWhether(a, b *remark) bool {
	if len(b.content) != 1 || r.sent[b.Start]-r.sent[a.End-1] > 1 {
		return false
	}
	s := b.content[0]
	for s.Start < s.End && isMark(r.form(s.Start)) {
		s.Start++
	}
	for s.End > s.Start && r.upos(s.End-1) == "PUNCT" {
		s.End--
	}
	neg := s.Len() > 2 && (r.lower(s.End-1) == "not" || r.lower(s.End-1) == "n't" || r.lower(s.End-1) == "never")
	if neg {
		s.End--
	}
	if s.Len() < 2 || s.Len() > 4 || !bare[r.lower(s.End-1)] {
		return false
	}
	list := r.predicatesOf(a)
	first := slices.IndexFunc(list, func(c *clause) bool { return len(c.subj) > 0 })
	if first < 0 || list[first].neg == neg || list[first].modal != "" {
		return false
	}
	p, q := r.actorsAt(list[first].subj...), r.actorsAt(s.End-2)
	return len(p) == 0 || len(q) == 0 || slices.ContainsFunc(p, func(m actor) bool { return m.Name == q[0].Name })
}

// bare are auxiliaries that stand for a whole predicate.
var bare = words{"had": true, "has": true, "have": true, "did": true, "does": true, "do": true, "was": true, "were": true, "is": true, "are": true}

// thereIsNone reports whether a remark says that there is nothing of what the one just
// before tells a deed of: "the mediators had circulated a map", "there is no map".
func (r *reading) thereIsNone(a, b *remark) bool {
	if r.sent[b.Start]-r.sent[a.End-1] > 1 {
		return false
	}
	for _, y := range r.predicatesOf(b) {
		if y.verb != "be" && y.verb != "exist" || r.child(y.head, "expl") < 0 || len(y.subj) != 1 || y.modal != "" {
			continue
		}
		k := y.subj[0]
		if own := r.own(k); r.lower(own.Start) != "no" || !r.whatever(k) || !r.weighty(k) {
			continue
		}
		for _, x := range r.predicatesOf(a) {
			if !x.neg && x.modal == "" && !x.ongoing && (x.past || x.perfect || x.passive) && slices.ContainsFunc(slices.Concat(x.obj, x.subj), func(o int) bool { return r.lemma(o) == r.lemma(k) }) {
				return true
			}
		}
	}
	return false
}

// toldLater reports whether two remarks are told to have been made at two times.
func (r *reading) toldLater(a, b *remark) bool {
	when := func(m *remark) (out []rapporteur.Interval) {
		s := r.sentence(m.at)
		for i := range r.times {
			if t := &r.times[i]; !t.Interval.IsZero() && s.Contains(t.Start) && !slices.ContainsFunc(m.content, func(c lang.Range) bool { return c.Contains(t.Start) }) {
				out = append(out, t.Interval)
			}
		}
		return out
	}
	x, y := when(a), when(b)
	return len(x) == 1 && len(y) == 1 && (y[0].From.Sub(x[0].To) > 3 || x[0].From.Sub(y[0].To) > 3)
}

// denying reports whether a remark tells what its voice says is not so.
func (r *reading) denying(m *remark) bool {
	return m.by >= 0 && slices.ContainsFunc(r.said.Attributions[m.by].Cue, func(c lang.Range) bool { return lex().meetings.Deny[r.lemma(c.Start)] })
}

// denies reports whether a remark denies another: in its words, or since its voice is
// whom the other accuses.
func (r *reading) denies(a, b *remark) bool {
	if c := r.clause(a.at); c != nil && (c.verb == "accuse" || c.verb == "blame") && slices.ContainsFunc(r.actorsAt(c.obj...), func(m actor) bool { return m.Name == b.voice.Name }) {
		return true
	}
	if r.bothSayNot(a, b) {
		return false
	}
	n, anything := 0, false
	for i := whole(b).Start; i < whole(b).End; i++ {
		anything = anything || r.lower(i) == "anything"
		if r.weighty(i) {
			n++
		}
	}
	if anything { // "denied that anything had been decided"
		return slices.ContainsFunc(r.predicatesOf(a), func(c *clause) bool { return (c.past || c.perfect) && !c.neg && c.modal == "" && !c.copula }) && !r.wants(a)
	}
	return n > 0 && len(r.predicatesOf(b)) > 0 && 2*r.shareMatter(whole(a), whole(b)) >= n && r.shareMatter(whole(a), whole(b)) >= min(n, 2)
}

// bothSayNot reports whether what a remark denies is what another says was not: "the talks had
// not broken down", "denied that the talks had broken down".
func (r *reading) bothSayNot(a, b *remark) bool {
	for _, x := range r.predicatesOf(a) {
		for _, y := range r.predicatesOf(b) {
			if x.neg && !y.neg && x.verb == y.verb && x.modal == y.modal {
				return true
			}
		}
	}
	return false
}

// wants reports whether a remark tells what somebody wants, offers or expects: it
// contradicts nobody.
func (r *reading) wants(a *remark) bool {
	l := &lex().rebuttals
	if a.by >= 0 {
		for _, c := range r.said.Attributions[a.by].Cue {
			for i := c.Start; i < c.End; i++ {
				if l.Wants[r.lemma(i)] && r.lemma(i) != "insist" {
					return true
				}
			}
		}
	}
	for _, s := range a.content {
		for i := s.Start; i < s.End; i++ {
			if lex().modality.Hedges[r.lower(i)] {
				return true
			}
			if c := r.clause(i); c != nil && (l.Open[c.modal] || l.Wants[c.verb] && !c.passive || r.conditional(c)) {
				return true
			}
		}
	}
	return false
}

// predicatesOf returns the predicates of a remark.
func (r *reading) predicatesOf(a *remark) (out []*clause) {
	for _, s := range a.content {
		for i := s.Start; i < s.End; i++ {
			if c := r.clause(i); c != nil && (r.upos(i) == "VERB" || c.copula) {
				out = append(out, c)
			}
		}
	}
	return out
}

// sameAct reports whether two predicates are one word for one matter.
func (r *reading) sameAct(x, y *clause) bool {
	if x.verb != y.verb || x.copula != y.copula || x.modal != "" || y.modal != "" || r.otherSubject(x, y) || len(r.days(r.subtree(x.head))) > 0 && r.otherTime(r.subtree(x.head), r.subtree(y.head)) {
		return false
	}
	if p, q := r.deedNoun(x), r.deedNoun(y); p >= 0 && q >= 0 && r.lemma(p) == r.lemma(q) && r.matter(x, p) > 0 && r.matter(y, q) > 0 {
		return r.shareMatter(r.subtree(x.head), r.subtree(y.head), x.verb, r.lemma(p)) > 0 // no agreement on fish, an agreement on timber
	}
	if x.copula || lex().rebuttals.Plain[x.verb] {
		return r.shareMatter(r.subtree(x.head), r.subtree(y.head), x.verb) > 0
	}
	return true
}

// matter returns how many words of substance a predicate has beside one.
func (r *reading) matter(c *clause, but int) (n int) {
	for i := r.lo[c.head]; i < r.hi[c.head]; i++ {
		if i != but && i != c.head && r.weighty(i) {
			n++
		}
	}
	return n
}

// otherSubject reports whether two predicates are of two who are known to differ.
func (r *reading) otherSubject(x, y *clause) bool {
	p, q := r.actorsAt(x.subj...), r.actorsAt(y.subj...)
	if len(p) == 0 || len(q) == 0 {
		// "imports rose", "exports rose"
		return len(p)+len(q) == 0 && len(x.subj) > 0 && len(y.subj) > 0 && r.upos(x.subj[0]) == "NOUN" && r.upos(y.subj[0]) == "NOUN" && r.lemma(x.subj[0]) != r.lemma(y.subj[0])
	}
	return !slices.ContainsFunc(p, func(m actor) bool {
		return m.Kind == rapporteur.Group || slices.ContainsFunc(q, func(o actor) bool { return o.Name == m.Name || o.Kind == rapporteur.Group })
	})
}

// days returns the days that are told in a range.
func (r *reading) days(s lang.Range) (out []rapporteur.Interval) {
	for i := range r.times {
		if t := &r.times[i]; !t.Interval.IsZero() && t.Start >= s.Start && t.End <= s.End && !slices.Contains(out, t.Interval) {
			out = append(out, t.Interval)
		}
	}
	return out
}

// otherTime reports whether two ranges tell of different times, or the second of a
// time that the first does not tell.
func (r *reading) otherTime(a, b lang.Range) bool {
	x, y := r.days(a), r.days(b)
	if len(y) == 0 {
		return false
	}
	return !slices.ContainsFunc(x, func(i rapporteur.Interval) bool { return slices.ContainsFunc(y, i.Overlaps) })
}

// shareMatter returns how many words of substance two ranges share.
func (r *reading) shareMatter(a, b lang.Range, but ...string) int {
	has := map[string]bool{}
	for i := a.Start; i < a.End; i++ {
		if r.weighty(i) {
			has[r.lemma(i)] = true
		}
	}
	n := 0
	for i := b.Start; i < b.End; i++ {
		if w := r.lemma(i); has[w] && r.weighty(i) && !slices.Contains(but, w) {
			has[w] = false
			n++
		}
	}
	return n
}

// weighty reports whether a word is one that tells a matter.
func (r *reading) weighty(i int) bool {
	switch r.upos(i) {
	case "NOUN", "PROPN":
		return r.timeAt[i] < 0
	case "VERB":
		return !lex().rebuttals.Plain[r.lemma(i)]
	}
	return false
}

// otherPlaceOrDay reports whether two predicates tell one act of two places or days.
func (r *reading) otherPlaceOrDay(x, y *clause) bool {
	if x.neg || y.neg || x.copula || lex().rebuttals.Plain[x.verb] || r.otherSubject(x, y) {
		return false
	}
	if x.verb != y.verb && !(y.copula && len(y.subj) > 0 && r.lower(y.subj[0]) == "it") {
		return false
	}
	place := func(c *clause) string {
		if p := r.caseOf(c.head); c.copula && (p == "in" || p == "at") && r.typeAt(c.head) == lang.LOC {
			return r.form(c.head)
		}
		for _, o := range c.obl {
			if (o.prep == "in" || o.prep == "at") && r.typeAt(o.head) == lang.LOC {
				return r.form(o.head)
			}
		}
		return ""
	}
	if p, q := place(x), place(y); p != "" && q != "" && p != q && r.isState(p) == r.isState(q) {
		return true
	}
	p, q := r.days(r.subtree(x.head)), r.days(r.subtree(y.head))
	return x.verb == y.verb && len(p) == 1 && len(q) == 1 && p[0].Exact() && q[0].Exact() && !p[0].Overlaps(q[0]) &&
		(r.shareMatter(r.subtree(x.head), r.subtree(y.head), x.verb) > 0 || len(y.subj) == 1 && r.lower(y.subj[0]) == "it")
}

// cleft reports whether a remark sets who did something against what was just said of
// another: "it was the company's people who had left".
func (r *reading) cleft(a, b *remark, y *clause) bool {
	if !y.copula || y.neg || len(y.subj) == 0 || r.lower(y.subj[0]) != "it" || y.subj[0] > b.content[0].Start+1 {
		return false
	}
	for _, k := range r.kids[y.head] {
		if c := r.clause(k); c != nil && base(r.rel(k)) == "acl" && len(c.subj) > 0 && (c.past || c.perfect) {
			if who := r.lower(r.lo[k]); who != "who" && who != "that" && who != "which" {
				continue
			}
			for _, x := range r.predicatesOf(a) {
				if !x.copula && !x.neg && len(x.subj) == 1 && r.upos(x.subj[0]) != "PRON" && r.nounOf(x.subj[0]) != r.nounOf(y.head) {
					return true
				}
			}
		}
	}
	return false
}

// nounOf returns the name of whoever a nominal names, else its noun.
func (r *reading) nounOf(i int) string {
	if who := r.actorsAt(i); len(who) == 1 {
		return who[0].Name
	}
	return r.lemma(i)
}

// eachOther reports whether each of two voices says of the other, or in so many words of
// somebody else, what was said of him: "it was the company that left".
func (r *reading) eachOther(a, b *remark, x, y *clause) bool {
	if x.neg || y.neg {
		return false
	}
	by := func(c *clause, v rapporteur.Source) bool {
		return slices.ContainsFunc(r.actorsAt(c.subj...), func(m actor) bool { return m.Name == v.Name })
	}
	return x.verb == y.verb && !lex().rebuttals.Plain[x.verb] && by(x, b.voice) && by(y, a.voice)
}

// amount is a number with what it counts.
type amount struct {
	lang.Range
	value float64
	unit  string // lemma, "%", "minute" of inMinutes; "" where it stands alone
}

// inMinutes are units of time in minutes.
var inMinutes = map[string]float64{"minute": 1, "hour": 60, "day": 1440, "week": 10080, "month": 43200, "year": 525600}

var scales = map[string]float64{"hundred": 1e2, "thousand": 1e3, "lakh": 1e5, "million": 1e6, "crore": 1e7, "billion": 1e9, "bn": 1e9, "trillion": 1e12}

// shortScales are those of sums of money: "£250m".
var shortScales = map[string]float64{"k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "b": 1e9, "tn": 1e12, "trn": 1e12}

// currencies are units of money by their signs.
var currencies = map[string]string{"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "₹": "rupee", "Rs": "rupee"}

// amounts returns the numbers of a remark that count something.
func (r *reading) amounts(a *remark) (out []amount) {
	for _, s := range a.content {
		for i := s.Start; i < s.End; i++ {
			if x, ok := r.amountAt(i, s); ok {
				out = append(out, x)
				i = x.End - 1
			}
		}
	}
	return out
}

func (r *reading) amountAt(i int, s lang.Range) (x amount, ok bool) {
	f := strings.TrimLeft(r.lower(i), "$€£¥")
	x.Range = lang.Range{Start: i, End: i + 1}
	v, err := strconv.ParseFloat(strings.ReplaceAll(f, ",", ""), 64)
	if err != nil {
		n, end := r.number(i)
		if n < 2 {
			return x, false
		}
		v, x.End = float64(n), end
	}
	if v <= 0 || i > s.Start && (r.form(i-1) == "-" || r.lemma(i-1) == "article" || r.lemma(i-1) == "point" || r.lemma(i-1) == "chapter" || r.upos(i-1) == "PROPN") {
		return x, false
	}
	if t := r.timeAt[i]; t >= 0 && (!r.times[t].Interval.IsZero() || r.times[t].Clock != "") {
		return x, false
	}
	money := currencies[r.form(max(i-1, 0))]
	if i == s.Start {
		money = ""
	}
	if f != r.lower(i) {
		money = "dollar"
	}
	if x.End < s.End && (scales[r.lower(x.End)] > 0 || money != "" && shortScales[r.lower(x.End)] > 0) {
		v *= max(scales[r.lower(x.End)], shortScales[r.lower(x.End)])
		x.End++
	}
	x.value = v
	switch {
	case money != "":
		x.unit = money
		return x, true
	case r.percent(x.End):
		x.unit = "%"
		if x.End++; r.lower(x.End-1) == "per" {
			x.End++
		}
		return x, true
	}
	end := x.End
	if end+1 < s.End && r.form(end) == "-" {
		if r.upos(end+1) != "NOUN" || end+3 < s.End && r.form(end+2) == "-" {
			return x, false // "a six-year-old treaty"
		}
		end++
	}
	for ; end < s.End && end < x.End+2 && r.upos(end) == "ADJ"; end++ {
	}
	if end >= s.End || r.upos(end) != "NOUN" {
		return x, v < 1900 || v > 2100
	}
	if r.form(x.End) != "-" {
		for end+1 < s.End && r.rel(end) == "compound" && r.upos(end+1) == "NOUN" && inMinutes[r.lemma(end)] == 0 {
			end++ // "40 prison officers"
		}
	}
	x.unit, x.End = r.lemma(end), end+1
	if m := inMinutes[x.unit]; m > 0 {
		x.unit, x.value = "minute", x.value*m
	}
	return x, true
}

// onlyOf returns the one amount of a unit, nil where there are none or several.
func onlyOf(list []amount, unit string) (out *amount) {
	for i := range list {
		if list[i].unit == unit {
			if out != nil {
				return nil
			}
			out = &list[i]
		}
	}
	return out
}

// otherFigure returns the amount that a remark gives in the place of another's, "" for none.
func (r *reading) otherFigure(a, b *remark) string {
	p, q := r.amounts(a), r.amounts(b)
	if len(q) == 0 {
		return ""
	}
	for i := range p {
		x := &p[i]
		if x.unit == "" || onlyOf(p, x.unit) == nil {
			continue
		}
		y := onlyOf(q, x.unit)
		if y == nil && len(q) == 1 && q[0].unit == "" {
			y = &q[0]
			if m := inMinutes[r.lemma(x.End-1)]; m > 0 {
				y.value *= m
			}
		}
		if y == nil || x.value == y.value || y.value > 10*x.value || x.value > 10*y.value || !r.sameMeasure(a, b, x, y) {
			continue
		}
		return r.doc.Words(y.Range)
	}
	return ""
}

// figureCountered returns the words of a value that is put in the place of the only one like it
// that a remark gives, "" where there is none.
func (r *reading) figureCountered(a *remark, x *counterValue) string {
	var only *amount
	for _, s := range a.content {
		for i := s.Start; i < min(s.End, x.Start); i++ {
			y, ok := r.valueAt(i, s)
			if z, counts := r.amountAt(i, s); counts && (!ok || y.unit == "") {
				y, ok = z, z.unit != "" || ok
			}
			if !ok || y.value == 1 || y.unit == "minute" && y.End < s.End && r.upos(y.End) == "NOUN" || x.unit != "" && y.unit != x.unit {
				continue
			}
			if only != nil {
				return ""
			}
			only = &y
			i = y.End - 1
		}
	}
	if only == nil || only.value == x.value || x.value > 6*only.value || only.value > 6*x.value {
		return ""
	}
	return r.doc.Words(x.Range)
}

// sameMeasure reports whether two amounts measure one thing: told by one predicate, or
// the second put in the place of the first, of one time and not of two who are known to differ.
func (r *reading) sameMeasure(a, b *remark, x, y *amount) bool {
	g, h := r.governor(x.Start), r.governor(y.Start)
	if g == nil || h == nil || g.neg || h.neg || r.otherTime(whole(a), whole(b)) {
		return false
	}
	within := func(c *clause, m *remark) bool {
		return slices.ContainsFunc(m.content, func(s lang.Range) bool { return s.Contains(c.head) })
	}
	if within(g, a) && within(h, b) && r.otherSubject(g, h) {
		return false
	}
	if r.ofItself(a, g) && r.ofItself(b, h) {
		return false // each tells of itself
	}
	if !g.copula && slices.ContainsFunc(h.obj, func(k int) bool { return lex().texts.Figures[r.lemma(k)] }) {
		return true // "puts the number of dead at 71"
	}
	matter := 0
	for _, s := range b.content {
		for i := s.Start; i < s.End; i++ {
			if r.weighty(i) && !y.Contains(i) && i != h.head {
				matter++
			}
		}
	}
	shared := r.shareMatter(whole(a), whole(b), x.unit, r.lemma(x.End-1))
	switch {
	case !within(h, b), b.by < 0: // "said 1,200", "speaks of 1,200"
		return matter == 0 || shared > 0
	case g.verb == h.verb && (!g.copula || shared > 0 || r.upos(g.head) == "ADJ"):
		return y.unit == "" || shared > 0 || matter == 0 || g.copula
	case h.verb == "do":
		return y.unit == ""
	}
	return y.unit != "" && shared > 0
}

// ofItself reports whether a predicate is of whoever tells it.
func (r *reading) ofItself(m *remark, c *clause) bool {
	return slices.ContainsFunc(r.actorsAt(c.subj...), func(o actor) bool { return o.Name == m.voice.Name })
}
