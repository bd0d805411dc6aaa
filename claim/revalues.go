package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// What one voice puts at nine and another at six is in dispute whatever is counted and
// whether it is read or not, where the second tells of nothing but the number: "The call
// lasted 15 minutes, the palace said. The union's log has forty", "… 69 percent by one
// account and 74 by another". The second is noted to answer the first.

// worth is a value that a voice gives, with the part of a sentence that tells it.
type worth struct {
	amount
	count float64 // as it is told: six (hours)
	n     int     // sentence
	part  lang.Range
	chain []rapporteur.Source // with the voice; none for the report's own
	voice lang.Range          // words that tell whose it is, empty where they are no part of it
	given bool                // with words that only give a value: "put it at"
	due   bool                // a time by which something is to be: "within 15 months"
}

// revalues notes the values that one voice puts in the place of those of another.
func (r *reading) revalues() {
	var before []worth // of the sentences just before
	for n, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		before = slices.DeleteFunc(before, func(x worth) bool { return n-x.n > nearby })
		list := r.worths(n, s.Range)
		for i := range list {
			if x := r.putAgainst(before, list[:i], &list[i]); x != nil && !(x.n < n && slices.ContainsFunc(list, func(y worth) bool { return y.value == x.value && y.unit == x.unit })) {
				r.setAgainst(x, &list[i])
				break
			}
		}
		before = append(before, list...)
	}
}

// nearby is how many sentences back lies the value that another is put in the place of.
const nearby = 2

// worths returns the values that a sentence tells.
func (r *reading) worths(n int, s lang.Range) (out []worth) {
	for i := s.Start; i < s.End; i++ {
		x, ok := r.worthAt(i, s)
		if !ok {
			continue
		}
		x.n, x.part = n, s
		out = append(out, x)
		i = x.End - 1
	}
	return out
}

// worthAt reads a value at token i: a length of time, a share, a sum, so many of something.
func (r *reading) worthAt(i int, s lang.Range) (x worth, ok bool) {
	if x, ok = r.dayAt(i); ok {
		return x, true
	}
	if x, ok = r.spanAt(i, s); ok || r.timeAt[i] >= 0 {
		return x, ok && !r.placesInTime(&x, s)
	}
	if r.lower(i) == "one" && i+3 < s.End && r.lower(i+1) == "and" && r.lower(i+3) == "half" {
		x.amount, x.count = amount{lang.Range{Start: i, End: i + 4}, 1.5, ""}, 1.5
		return x, true
	}
	if share, end := r.fraction(i, s); share > 0 && !(end < s.End && r.upos(end) == "VERB") {
		x.amount = amount{lang.Range{Start: i, End: end}, 100 * share, "%"}
		x.count = x.value
		return x, true
	}
	if x.amount, ok = r.amountAt(i, s); !ok {
		return x, false
	}
	if end := x.End; x.unit == "" && end+2 < s.End && r.lower(end) == "and" && r.lower(end+1) == "a" && r.lower(end+2) == "half" {
		x.value, x.End = x.value+0.5, end+3
	}
	x.count = x.value
	if m := inMinutes[r.lemma(x.End-1)]; x.unit == "minute" && m > 0 {
		x.count /= m
	}
	if x.End+1 < s.End && (r.lower(x.End) == "or" || r.lower(x.End) == "to") && r.upos(x.End+1) == "NUM" { // "three or four"
		if last, ok := r.amountAt(x.End+1, s); ok {
			x.End, x.unit = last.End, last.unit
		}
	}
	return x, x.value > 0 && !r.placesInTime(&x, s) && !(i > s.Start && r.form(i-1) == "-") && !r.countedOf(x.End, s)
}

// countedOf reports whether what ends before a token is so many of a greater number: "eleven | of the 14 points".
func (r *reading) countedOf(i int, s lang.Range) bool {
	if i < s.End && r.lower(i) == "out" {
		i++
	}
	if i+1 >= s.End || r.lower(i) != "of" {
		return false
	}
	if i++; r.upos(i) == "DET" || r.upos(i) == "PRON" {
		i++
	}
	return i < s.End && r.upos(i) == "NUM"
}

// spanAt reads a length of time at token i: "nearly three hours", "an hour", "a week".
func (r *reading) spanAt(i int, s lang.Range) (x worth, ok bool) {
	if t := r.timeAt[i]; t >= 0 {
		y := &r.times[t]
		if y.Type != timex.DurationType || !y.Interval.IsZero() || i > s.Start && r.timeAt[i-1] == t {
			return x, false
		}
		x.amount = amount{y.Range, float64(y.Minutes), "minute"}
	} else if w := r.lower(i); (w == "a" || w == "an") && i+1 < s.End && inMinutes[r.lower(i+1)] > 0 && !(i > s.Start && (r.upos(i-1) == "NUM" || r.upos(i-1) == "SYM" || r.upos(i-1) == "NOUN")) {
		x.amount = amount{lang.Range{Start: i, End: i + 2}, 0, "minute"}
	} else {
		return x, false
	}
	if x.count, _ = r.leading(x.Range); x.value == 0 {
		x.value = x.count * inMinutes[r.lemma(x.End-1)]
	}
	return x, x.count > 0 && x.value > 0 && x.value <= 60*inMinutes["month"]
}

// leading returns the number that a length of time begins with: "an hour", "three and a half days".
func (r *reading) leading(x lang.Range) (n float64, ok bool) {
	half := 0.0
	for i := x.Start; i < x.End; i++ {
		if r.lower(i) == "half" {
			half = 0.5
		}
	}
	for i := x.Start; i < x.End; i++ {
		switch w := r.lower(i); {
		case w == "a" || w == "an" || w == "one":
			if half > 0 && i+1 < x.End && r.lower(i+1) == "half" {
				return half, true
			}
			return 1 + half, true
		case w == "half":
			return half, true
		}
		if v, _ := r.number(i); v > 0 {
			return float64(v) + half, true
		}
	}
	return half, half > 0
}

// placesInTime reports whether a number tells when something was, not how long: "half an hour
// later". What tells by when something is to be is noted.
func (r *reading) placesInTime(x *worth, s lang.Range) bool {
	if x.End < s.End && whenWords[r.lower(x.End)] {
		return true
	}
	for k := x.Start - 1; k >= max(s.Start, x.Start-3); k-- {
		w := r.lower(k)
		switch {
		case w == "after" && k > s.Start && closing[r.lemma(k-1)], lex().counters.Hedges[w], r.upos(k) == "DET", r.upos(k) == "SYM":
			continue
		case w == "within" || w == "in":
			x.due = x.unit == "minute"
			return false
		case placing[w]:
			return true
		}
		return false
	}
	return false
}

// whenWords stand behind a length that tells when something was.
var whenWords = words{"later": true, "earlier": true, "after": true, "before": true, "ago": true, "early": true, "late": true, "behind": true, "away": true, "old": true, "ahead": true}

// placing stand before a length of which something happened, not which it was.
var placing = words{"every": true, "next": true, "past": true, "last": true, "first": true, "coming": true, "previous": true, "after": true, "until": true, "another": true, "additional": true, "further": true, "second": true, "age": true, "aged": true, "per": true, "above": true, "below": true, "beyond": true, "'s": true, "’s": true, "from": true, "between": true, "initial": true}

// closing are words behind which a length tells how long something was: "over after 40 minutes".
var closing = words{"over": true, "end": true, "finish": true, "up": true, "close": true, "adjourn": true, "conclude": true, "out": true, "off": true, "part": true, "leave": true, "rise": true}

// putAgainst returns the value of another voice that one is put in the place of, the nearest
// of its kind: of its own sentence, then of those before; nil for none.
func (r *reading) putAgainst(before, same []worth, y *worth) *worth {
	for _, list := range [][]worth{same, before} {
		for n := y.n; n >= y.n-nearby; n-- {
			var x *worth
			for i := range list {
				if list[i].n == n && x == nil && y.against(&list[i]) {
					x = &list[i]
				}
				if list[i].n == n && list[i].value == y.value {
					return nil // both are told of it
				}
			}
			if x != nil {
				if n < y.n && r.tellsAmount(r.doc.Sentences[n].Range, y) {
					return nil // that one tells both of them
				}
				return r.ofAnotherVoice(x, y)
			}
		}
	}
	return nil
}

// tellsAmount reports whether a sentence has the number of a value where it is no value of its own:
// "retaliates on the 200 billion round by levies on 60 billion".
func (r *reading) tellsAmount(s lang.Range, y *worth) bool {
	for i := s.Start; i < s.End; i++ {
		if x, ok := r.amountAt(i, s); ok && x.value == y.value && i > s.Start && (placing[r.lower(i-1)] || i-1 > s.Start && r.upos(i-1) == "SYM" && placing[r.lower(i-2)]) && (x.unit == y.unit || x.unit == "" || y.unit == "") {
			return true
		}
	}
	return false
}

// against reports whether two values may be of one thing and are not the same.
func (y *worth) against(x *worth) bool {
	v := y.value
	if y.due && !x.due {
		return false
	}
	switch {
	case y.unit == x.unit, ofPeople(y.unit) && ofPeople(x.unit):
	case y.unit == "" && x.unit == "minute":
		v *= x.value / x.count
	case y.unit == "":
	default:
		return false
	}
	low, high := min(v, x.value), max(v, x.value)
	if x.unit == dayUnit {
		return y.unit == dayUnit && high > low && high < low+60
	}
	most := 4.0
	if x.unit == "minute" {
		most = 8
	}
	return high > 1.03*low && high <= most*low
}

// ofAnotherVoice returns a value where another tells of nothing but what it puts in its place,
// on the word of somebody else.
func (r *reading) ofAnotherVoice(x, y *worth) *worth {
	a, b := *x, *y
	if a.n == b.n && !r.apartAt(&a, &b) {
		return nil
	}
	r.vouchedFor(&a)
	r.vouchedFor(&b)
	if k := len(a.chain); a.n == b.n && k > 0 && len(b.chain) > k && b.chain[k-1].Name == a.chain[k-1].Name {
		b.chain = b.chain[k:] // "…, the host said; Brandt later said three"
	}
	if len(b.chain) == 0 || sameVoice(a.chain, b.chain) || len(a.chain) == 0 && a.n == b.n || b.unit != dayUnit && r.timesDiffer(a.part, b.part) || b.unit == dayUnit && (!r.datesIt(&b) || len(r.days(a.part)) > 1) {
		return nil
	}
	if g := r.governor(b.Start); g != nil && (g.neg && g.head >= b.part.Start || g.modal == "could" || g.modal == "might" || g.modal == "may" || g.modal == "should" || g.modal == "will" || r.unasserted(g)) {
		return nil
	}
	if rest := r.besideValue(&a, &b); rest > 1 || rest == 1 && !b.given {
		return nil
	}
	*y = b
	return &a
}

// apartAt gives two values of one sentence each its own part of it: what stands between them is
// cut at the last mark or conjunction.
func (r *reading) apartAt(a, b *worth) bool {
	at := -1
	for k := a.End; k < b.Start; k++ {
		switch r.lower(k) {
		case ";":
			at = k
		case ",", "and", "or", "but", "while", "whereas", "though", "although", "–", "—":
			if at < 0 || r.form(at) != ";" {
				at = k
			}
		}
	}
	if at < 0 {
		return false
	}
	a.part = lang.Range{Start: a.part.Start, End: at}
	b.part = lang.Range{Start: at + 1, End: b.part.End}
	return true
}

// besideValue counts the words by which a part of a sentence tells of more than its value: those
// that neither give it nor stand around the one that it is put in the place of.
func (r *reading) besideValue(x, y *worth) (rest int) {
	l := lex()
	around := r.doc.Sentences[x.n].Range
	if x.n == y.n {
		around = x.part
	}
	end := y.End
	for end < y.part.End && r.upos(end) != "PUNCT" && r.lower(end) != "with" && r.lower(end) != "plus" && r.lower(end) != "including" && r.lower(end) != "but" && r.lower(end) != "of" {
		end++
	}
	for k := y.part.Start; k < end; k++ {
		m := r.lemma(k)
		switch u := r.upos(k); {
		case y.Contains(k) || y.voice.Contains(k) || u != "VERB" && r.cue[k] || r.ofVoice(k) || r.cue[max(r.head(k), 0)] && k < y.Start && base(r.rel(k)) != "ccomp":
			continue
		case parting[r.lower(k)], u == "VERB" && (bids[l.theses.act[m]] || m == "want" || m == "hope"):
			return 9
		case r.cue[k]:
			continue
		case u != "NOUN" && u != "PROPN" && u != "VERB" && u != "ADJ" && u != "NUM":
			continue
		case l.counters.Put[m], l.counters.Make[m], l.counters.Speak[m], l.counters.Gives[m], l.counters.Last[m], r.isWorth(k), l.counters.Hedges[r.lower(k)], l.texts.Counting[m], l.speech.Verbs[m], l.theses.Light.Verbs[m]:
			continue
		case u == "ADJ" && k >= y.Start-2 && k < y.Start, r.timeAt[k] >= 0, r.upos(k) == "NUM" && k > y.End:
			continue
		case x.unit == "minute" && l.meetings.Nouns[m], ofPeople(x.unit) && (fates[m] && r.tellsFate(around) || ofPeople(m)), u == "PROPN" && k == y.End:
			continue
		}
		if !r.tellsWord(around, m) {
			rest++
		}
	}
	return rest
}

// bids are deeds of which two figures are of two who bid.
var bids = words{"offer": true, "ask": true, "promise": true, "threaten": true, "pay": true, "cut": true, "raise": true}

// parting are words that set what is told apart from what was told before.
var parting = words{"second": true, "other": true, "next": true, "last": true, "latter": true, "alone": true, "per": true, "another": true, "later": true, "earlier": true, "third": true, "remaining": true, "separate": true, "separately": true, "additional": true, "also": true, "too": true, "then": true, "previously": true}

// ofVoice reports whether a token belongs to those who are told to say what is told here.
func (r *reading) ofVoice(k int) bool {
	for a := range r.said.Attributions {
		for _, v := range r.said.Attributions[a].Voices {
			if v.Contains(k) {
				return true
			}
		}
	}
	return false
}

// tellsWord reports whether a lemma stands in a range.
func (r *reading) tellsWord(s lang.Range, lemma string) bool {
	for i := s.Start; i < s.End; i++ {
		if r.lemma(i) == lemma {
			return true
		}
	}
	return false
}

// setAgainst notes that what tells one value answers what tells the other.
func (r *reading) setAgainst(x, y *worth) {
	for i := range r.claims { // what is read as a rebuttal is in dispute by that
		if f := &r.claims[i]; f.Statement != nil && f.Modality == rapporteur.Denied && r.sent[f.head] == y.n {
			if f.Statement.Instead != "" {
				f.Statement.Instead = r.doc.Words(y.Range)
			}
			return
		}
	}
	first := r.bytes(r.doc.Sentences[x.n].Range)
	if x.n == y.n {
		first = r.bytes(x.part)
	} else if !r.toldIn(x) {
		return
	}
	b := r.toldWith(y)
	if b < 0 || r.claims[b].Answers != nil {
		return
	}
	if x.n == y.n {
		a := r.toldWith(x)
		if a < 0 || a == b {
			return
		}
		r.claims[a].Span, r.claims[b].Span = first, r.bytes(y.part)
		if s := r.claims[a].Statement; s.Span.End > first.End { // its words went on into the other's
			s.Words, s.Span = r.contentWords([]lang.Range{r.wordsBeside(x)})
		}
	}
	slot := "figure"
	if x.unit == dayUnit {
		slot = "date"
	}
	if x.unit == "minute" && x.value < inMinutes["month"] {
		slot = "minutes"
	}
	r.claims[b].Answers = &rapporteur.Answer{Span: first, Of: slot}
}

// toldIn reports whether something is read in the sentence of a value, or can be: whoever says it,
// or the meeting told just before of which it gives the length.
func (r *reading) toldIn(x *worth) bool {
	if slices.ContainsFunc(r.claims, func(f found) bool { return disputable(&f) && r.sent[f.head] == x.n }) || r.toldWith(x) >= 0 {
		return true
	}
	if x.unit != "minute" {
		return false
	}
	m := r.toldBefore(x.n, 2, func(f *found) bool { return f.Meeting != nil && disputable(f) })
	if m == nil {
		return false
	}
	told := *m.Meeting
	c := m.Claim
	c.Theses, c.Answers = nil, nil
	c.Meeting, c.Span, told.Minutes = &told, r.bytes(r.doc.Sentences[x.n].Range), int(x.value)
	r.add(x.Start, c)
	return true
}

// wordsBeside returns the part of a sentence that gives a value, without those of whose it is.
func (r *reading) wordsBeside(x *worth) lang.Range {
	words := x.part
	if x.voice.Start == words.Start && x.voice.End < x.Start {
		words.Start = x.voice.End
	} else if x.voice.End == words.End && x.voice.Start > x.End {
		words.End = x.voice.Start
	}
	return words
}

// toldWith returns the index of the claim that gives the words of a voice around its value;
// it is made where there is none, -1 where it cannot be.
func (r *reading) toldWith(x *worth) int {
	if len(x.chain) == 0 {
		return -1
	}
	at, part := r.bytes(x.Range), r.bytes(x.part)
	v := x.chain[len(x.chain)-1]
	for i := range r.claims {
		f := &r.claims[i]
		if s := f.Statement; s != nil && !s.Refusal && f.LeftOut == "" && s.Words != "" && s.Span.Start <= at.Start && s.Span.End >= at.End && s.Span.Start >= part.Start && s.Span.End <= part.End+2 {
			if f.Modality == rapporteur.Denied {
				return -1 // it is in dispute by that
			}
			return i
		}
	}
	s := &rapporteur.StatementClaim{Type: v.Type, Speaker: mentionOf(v)}
	if s.Words, s.Span = r.contentWords([]lang.Range{r.wordsBeside(x)}); s.Words == "" {
		return -1
	}
	r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindStatement, Statement: s, Chain: append([]rapporteur.Source{}, x.chain[:len(x.chain)-1]...)})
	return len(r.claims) - 1
}
