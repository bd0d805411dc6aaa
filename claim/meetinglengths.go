package claim

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// How long a meeting took is often told apart from it, and by several: "a meeting that took
// barely an hour", "it had gone on for twenty minutes, he said", "others put it at four".
// Each length becomes a claim on the meeting told before, on the word of whoever gives it.

// stretch is an amount of minutes in the words of a report.
type stretch struct {
	lang.Range
	minutes int
	bare    bool // "four", after the hours that another counts
}

// lengths reads the lengths that no claim of a meeting has taken up.
func (r *reading) lengths() {
	for n, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			x := r.lengthAt(i)
			if x.Empty() {
				continue
			}
			if at := slices.IndexFunc(r.claims, func(f found) bool {
				return f.Meeting != nil && r.sent[f.head] == n && f.Meeting.Minutes > 0 && f.Meeting.Minutes == x.minutes
			}); at >= 0 {
				r.against(&r.claims[at], x, n)
				continue
			}
			switch v := r.lasting(x, s.Range); {
			case v >= 0:
				r.lasted(x, v, s.Range)
			case !x.bare && r.forLength(x, s.Range):
			default:
				r.relasted(x, s.Range)
			}
			i = x.End - 1
		}
		r.clockLength(s.Range)
	}
}

// clockLength gives the meeting of a sentence the length between the hours of its beginning and its
// end: "lasted from 10 a.m. to 7 p.m.", "began at 9 on Tuesday and broke up at 11.30".
func (r *reading) clockLength(s lang.Range) {
	at := -1
	for n := range r.claims {
		if f := &r.claims[n]; f.Meeting != nil && r.sentence(f.head) == s && stageOf(f.Meeting.State) == took {
			if f.Meeting.Minutes > 0 {
				return
			}
			at = n
		}
	}
	var from, to *timex.Time
	for t := range r.times {
		x := &r.times[t]
		if at < 0 || x.Clock == "" || x.Start < s.Start+1 || x.End > s.End {
			continue
		}
		g := r.governor(r.top(x.Range))
		p := r.lower(x.Start - 1)
		switch first := r.lower(x.Start); {
		case from == nil && (p == "from" || first == "from" || g != nil && lex().meetings.Begin[g.verb]):
			from = x
		case from != nil && to == nil && (p == "to" || p == "until" || p == "till" || first == "until" || g != nil && (lex().meetings.End[g.verb] || lex().meetings.Part[g.verb])):
			to = x
		}
	}
	if from == nil || to == nil {
		return
	}
	minutes := minuteOf(to.Clock) - minuteOf(from.Clock)
	if minutes <= 0 {
		minutes += 24 * 60
	}
	if minutes <= 20*60 {
		r.takesLength(at, stretch{Range: to.Range, minutes: minutes})
		r.claims[at].Meeting.State = rapporteur.MeetingHeld
	}
}

// minuteOf returns the minute of the day of a clock: "15:30".
func minuteOf(clock string) int {
	h, m, _ := strings.Cut(clock, ":")
	hour, _ := strconv.Atoi(h)
	minute, _ := strconv.Atoi(m)
	return hour*60 + minute
}

// lengthAt reads the length that begins at token i, or the bare number there; none where it
// is what lies between two things, or between two lengths: "an hour later", "an hour longer".
func (r *reading) lengthAt(i int) (x stretch) {
	if t := r.timeAt[i]; t >= 0 {
		if y := &r.times[t]; y.Start == i && y.Minutes > 0 && y.Minutes < 24*60 && !r.distant(y) {
			return stretch{Range: y.Range, minutes: y.Minutes}
		}
		return x
	}
	n, end := r.number(i)
	if n < 1 || n > 59 || end < len(r.kids) && (r.upos(end) == "NOUN" || r.upos(end) == "PROPN" || r.upos(end) == "ADJ" || r.percent(end)) {
		return x
	}
	return stretch{Range: lang.Range{Start: i, End: end}, minutes: n, bare: true}
}

// lasting returns the verb of lasting before a length, -1 for none: "went on for", "had taken
// barely", "ran to".
func (r *reading) lasting(x stretch, sent lang.Range) int {
	for k := x.Start - 1; k >= max(sent.Start, x.Start-7); k-- {
		switch f := r.lower(k); {
		case r.upos(k) == "VERB" || f == "lasted":
			switch r.lemma(k) {
			case "last", "take", "stretch", "drag":
				return k
			case "go", "run", "continue":
				if k+2 < x.Start || r.lower(k+1) == "on" || r.lower(k+1) == "for" || r.lower(k+1) == "to" {
					return k
				}
			}
			return -1
		case r.upos(k) == "PUNCT" && f != "\"" && f != "“" && f != "‘" && f != "'", r.upos(k) == "NOUN", r.upos(k) == "PRON", r.upos(k) == "PROPN":
			return -1
		}
	}
	return -1
}

// lasted takes up a length behind a verb of lasting at token v: of the meeting that its subject
// stands for.
func (r *reading) lasted(x stretch, v int, sent lang.Range) {
	c := r.clause(v)
	if c == nil || c.neg || c.modal != "" || c.passive {
		return
	}
	s := r.lastingSubject(c, sent)
	if s < 0 {
		return
	}
	if f := r.lower(s); f == "which" || f == "that" {
		if n := r.meetingBeside(s, sent); n >= 0 && !x.bare {
			r.takesLength(n, x)
			return
		}
		if s > sent.Start {
			return // "a dinner that lasted an hour"
		}
	}
	if !r.justTold(s) {
		return
	}
	back := 2
	if r.upos(s) == "NOUN" && r.oneLasted(x) {
		back = r.sent[x.Start] // "the talks", of which another length was told long before
	}
	if told := r.tookBefore(x, back, func(f *found) bool { return f.Meeting.Minutes > 0 }); told != nil {
		r.tellLength(told, x, v, r.chain(v))
		return
	}
	last := r.tookBefore(x, reach, func(f *found) bool { return r.sent[f.head] < r.sent[x.Start] })
	if last != nil && !x.bare && r.tookBefore(x, reach, func(f *found) bool { return f.When != last.When || f.Meeting.Place != last.Meeting.Place }) == nil { // "… on Monday. They lasted three hours"
		m := *last.Meeting
		m.Minutes, m.Outcome = x.minutes, nil
		r.add(v, rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: &m, When: last.When, Modality: rapporteur.Asserted, Background: last.Background})
	}
}

// oneLasted reports whether the lengths told before another are all of one meeting.
func (r *reading) oneLasted(x stretch) bool {
	var first *found
	for n := range r.claims {
		f := &r.claims[n]
		if f.Meeting == nil || f.Meeting.Minutes == 0 || f.head > x.Start {
			continue
		}
		if first != nil && (f.When != first.When || f.Meeting.Place != first.Meeting.Place) {
			return false
		}
		first = f
	}
	return first != nil
}

// lastingSubject returns the head of the subject of a verb of lasting, or the relative pronoun
// right before it, whatever the tree made of that; -1 for none.
func (r *reading) lastingSubject(c *clause, sent lang.Range) int {
	k := c.head - 1
	for k >= sent.Start && (r.upos(k) == "AUX" || r.upos(k) == "ADV") {
		k--
	}
	for b := k; b > sent.Start && b > k-10 && r.clause(b) == nil && r.upos(b) != "PUNCT"; b-- {
		if f := r.lower(b - 1); r.lower(b) == "according" && (f == "which" || f == "that") {
			return b - 1 // "which according to the paper had lasted"
		}
	}
	if k >= sent.Start && (r.lower(k) == "that" || r.lower(k) == "which" || r.lower(k) == "it") {
		return k
	}
	if len(c.subj) > 0 && c.subj[0] < c.head {
		return c.subj[0]
	}
	return -1
}

// meetingBeside returns the claim of the meeting that a relative pronoun at token i stands for:
// one of this sentence with nothing but its people between; -1 for none.
func (r *reading) meetingBeside(i int, sent lang.Range) int {
	noun := -1
	for k := i - 1; k >= sent.Start && noun < 0; k-- {
		switch l := r.lemma(k); {
		case r.isEncounter(k) && r.upos(k) == "NOUN":
			noun = k
		case r.upos(k) == "NOUN" && r.typeAt(k) == "" && !lex().actors.Persons[l] && !lex().actors.Groups[l], r.upos(k) == "VERB", r.form(k) == ";":
			return -1
		}
	}
	if noun < 0 {
		return -1
	}
	best := -1
	for n := range r.claims {
		f := &r.claims[n]
		if f.Meeting != nil && f.head >= sent.Start && f.head <= noun && stageOf(f.Meeting.State) == took && (best < 0 || f.head > r.claims[best].head) {
			best = n
		}
	}
	return best
}

// takesLength gives a claim its length.
func (r *reading) takesLength(n int, x stretch) {
	if f := &r.claims[n]; f.Meeting.Minutes == 0 {
		m := *f.Meeting
		m.Minutes = x.minutes
		f.Meeting = &m
	}
}

// forLength takes up the length that stands behind the words of a meeting, whatever the tree
// hung it on: "met Holt on Monday, for about 90 minutes, the ministry said".
func (r *reading) forLength(x stretch, sent lang.Range) bool {
	if x.Start <= sent.Start || r.lower(x.Start-1) != "for" {
		return false
	}
	for n := range r.claims {
		f := &r.claims[n]
		if f.Meeting == nil || f.head < sent.Start || f.head >= x.Start || f.Meeting.Minutes > 0 || stageOf(f.Meeting.State) != took || r.upos(f.head) != "VERB" && r.clause(f.head) == nil {
			continue
		}
		if g := r.governor(r.top(x.Range)); g != nil && g.head != f.head && g.head < x.Start || r.predicateBetween(f.head, x.Start) {
			continue
		}
		r.takesLength(n, x)
		return true
	}
	return false
}

// predicateBetween reports whether a predicate stands between two tokens.
func (r *reading) predicateBetween(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if r.clause(k) != nil {
			return true
		}
	}
	return false
}

// relasted reads a length that stands alone against the one that was just told: "others put
// it at four", "the ministry spoke of nearly two hours", "17 by the host's count".
func (r *reading) relasted(x stretch, sent lang.Range) {
	y, ok := r.counterAt(x.Start, sent)
	g := r.governor(y.Start)
	if !x.bare {
		g = r.governor(r.top(x.Range))
	}
	if !ok || y.unit == "%" || y.done || len(y.chain) == 0 || g != nil && (g.modal != "" || r.reached(g) || !y.beside && !r.ofLength(g)) {
		return
	}
	back := 2
	if x.bare {
		x.Range, back = y.Range, 1
	}
	if told := r.tookBefore(x, back, func(f *found) bool { return f.Meeting.Minutes > 0 }); told != nil {
		r.tellLength(told, x, x.Start, y.chain)
	}
}

// ofLength reports whether a clause counts what was told before, and nothing else: "put it at
// four", but not "put the number of guests at four".
func (r *reading) ofLength(g *clause) bool {
	for _, k := range slices.Concat(g.obj, g.subj) {
		if (slices.Contains(g.obj, k) && (g.verb == "put" || g.verb == "place") || slices.Contains(g.subj, k) && g.copula) && !r.justTold(k) && r.timeAt[k] < 0 && !((lex().texts.Figures[r.lemma(k)] || lex().counters.Measures[r.lemma(k)]) && r.child(k, "nmod") < 0) {
			return false
		}
	}
	return true
}

// tookBefore returns the last claim of a meeting that took place before a length, at most so
// many sentences back.
func (r *reading) tookBefore(x stretch, back int, is func(*found) bool) *found {
	return r.toldBefore(r.sent[x.Start]+1, back+1, func(f *found) bool {
		return f.head < x.Start && f.Meeting != nil && stageOf(f.Meeting.State) == took && f.Modality != rapporteur.Denied && is(f)
	})
}

// tellLength makes a claim of the length that somebody gives a meeting of which another was told.
func (r *reading) tellLength(told *found, x stretch, at int, chain []rapporteur.Source) {
	m := *told.Meeting
	if x.bare {
		y, _ := r.valueAt(x.Start, r.sentence(x.Start))
		unit := ""
		if x.minutes, unit = inUnitOf(m.Minutes, y.value); x.minutes == 0 {
			return
		}
		m.Length = r.doc.Words(y.Range) + " " + unit
	}
	was := m.Minutes
	if was == x.minutes || was > 6*x.minutes || x.minutes > 6*was {
		return
	}
	n := r.sent[x.Start]
	chain, ok := r.voicesApart(told, chain, n)
	if !ok {
		return
	}
	m.Minutes, m.Against, m.Outcome = x.minutes, was, nil
	c := rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: &m, When: told.When, Modality: rapporteur.Asserted, Background: told.Background, Chain: chain}
	if r.sent[told.head] == n {
		c.Span = r.apartFrom(told.head, x)
	}
	r.claims = slices.DeleteFunc(r.claims, func(f found) bool { // the two meet as lengths
		return f.Statement != nil && f.Modality == rapporteur.Denied && f.Statement.Instead != "" && r.sent[f.head] == n
	})
	r.add(at, c)
}

// against notes of a claim of the nth sentence that its length was put in the place of
// another's.
func (r *reading) against(f *found, x stretch, n int) {
	told := r.tookBefore(x, 2, func(o *found) bool { return o.Meeting.Minutes > 0 && r.sent[o.head] < n })
	if told == nil || len(f.Chain) == 0 || told.Meeting.Minutes == x.minutes || told.Meeting.Place != f.Meeting.Place || told.When != f.When || len(told.Chain) > 0 && told.Chain[len(told.Chain)-1].Name == f.Chain[len(f.Chain)-1].Name {
		return
	}
	m := *f.Meeting
	m.Against = told.Meeting.Minutes
	f.Meeting, f.Background = &m, told.Background
}

// apartFrom parts a sentence that tells two lengths: the claims that begin with token i quote
// what stands before the second, whose words are returned.
func (r *reading) apartFrom(i int, x stretch) rapporteur.Span {
	sent := r.sentence(i)
	for k := x.Start - 1; k > i && !r.isLength(k); k-- {
		if r.upos(k) != "PUNCT" && r.upos(k) != "SYM" || r.form(k) != "," && r.form(k) != ";" && r.form(k) != ":" && r.form(k) != "–" && r.form(k) != "—" {
			continue
		}
		first := r.bytes(lang.Range{Start: sent.Start, End: k})
		for n := range r.claims {
			if f := &r.claims[n]; f.Meeting != nil && f.Meeting.Minutes > 0 && f.head >= sent.Start && f.head < k && f.Span == r.wordsOf(i) {
				f.Span = first
			}
		}
		return r.bytes(lang.Range{Start: k + 1, End: sent.End})
	}
	return rapporteur.Span{}
}

// isLength reports whether token i is of a length.
func (r *reading) isLength(i int) bool {
	return r.timeAt[i] >= 0 && r.times[r.timeAt[i]].Minutes > 0
}

// inUnitOf returns how many minutes a bare number is beside a length, and its unit: hours
// where that is of hours, else minutes; 0 where it is neither.
func inUnitOf(told int, n float64) (minutes int, unit string) {
	if m := int(60 * n); told >= 60 && m <= 3*told && told <= 3*m {
		return m, "hours"
	}
	if m := int(n); m <= 3*told && told <= 3*m {
		return m, "minutes"
	}
	return 0, ""
}

// lengthWords returns the words of the sentence around a token that tell a length of so
// many minutes, with what hedges it, "" for none.
func (r *reading) lengthWords(at, minutes int) string {
	sent := r.sentence(at)
	for i := range r.times {
		x := &r.times[i]
		if x.Minutes != minutes || x.Start < sent.Start || x.End > sent.End {
			continue
		}
		first := r.hedgesBefore(x.Start, sent)
		for w := r.doc.Form(first); first < x.Start && (w == "“" || w == "\"" || w == "a" || w == "an"); w = r.doc.Form(first) {
			if first++; w == "a" && r.lower(first) == "little" {
				first--
				break
			}
		}
		return r.doc.Words(lang.Range{Start: first, End: x.End})
	}
	return ""
}

// justTold reports whether a pronoun or noun stands for the meeting just told.
func (r *reading) justTold(i int) bool {
	switch r.lower(i) {
	case "it", "they", "this", "that":
		return true
	}
	own := r.own(i)
	return r.isEncounter(i) && own.Len() <= 2 && pointers[r.lower(own.Start)]
}

// pointers are the words before a noun that point to what was told before.
var pointers = words{"the": true, "their": true, "this": true, "that": true, "these": true, "those": true}
