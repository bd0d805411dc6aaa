package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// Days that are told by their distance from another: "two days after Brandt and
// Okoye met", "a week before the talks in Lund".

// reckonedFrom gives an encounter that is told so many days after or before something
// else the day that this makes.
func (r *reading) reckonedFrom(e *encounter) {
	at := r.distanceTo(e.head)
	if at == nil {
		return
	}
	if t := r.timeBelow(e.head); t != nil && t.Start > at.link && !r.sinceWhen(t) {
		return // its own day is told
	}
	anchor := r.anchor(at, e.head)
	if anchor.IsZero() {
		return
	}
	e.when = at.from(anchor)
	if pub := r.report.Published; e.state == rapporteur.MeetingHeld && !pub.IsZero() && e.when.From.After(pub) {
		e.state, e.modality = rapporteur.MeetingPlanned, orPlanned(e.modality)
	}
}

// sinceWhen reports whether a time tells since when something had not been: "the first
// such call since November", "the first since the fighting in March".
func (r *reading) sinceWhen(t *timex.Time) bool {
	for k := t.Start - 1; k >= r.sentence(t.Start).Start && k > t.Start-9; k-- {
		switch {
		case r.lower(k) == "since":
			return true
		case r.upos(k) == "PUNCT":
			return false
		}
	}
	return false
}

// distance is a number of days between two things, as words tell it.
type distance struct {
	start int // the first token of the amount
	link  int // "after" or "before"
	days  int // from what is told below the link to what is told above it
	slack int // how many more or fewer it may be
}

// from returns the days that lie as far from some day.
func (d *distance) from(day rapporteur.Interval) rapporteur.Interval {
	return rapporteur.Interval{From: day.From.AddDays(-d.days - d.slack), To: day.To.AddDays(-d.days + d.slack)}
}

// distanceTo returns how many days before token i the sentence tells something else,
// nil where it does not: "two days after Brandt met Okoye" at "met".
func (r *reading) distanceTo(i int) *distance {
	for k := i - 1; k > r.sentence(i).Start && k > i-24; k-- {
		switch f := r.lower(k); {
		case r.upos(k) == "VERB" && isFinite(r.doc.Tokens[k].XPOS), f == ";", f == ":":
			return nil
		case f == "after" || f == "before" || f == "following":
			d := r.distanceAt(k)
			if d != nil && f == "before" {
				d.days = -d.days
			}
			return d
		}
	}
	return nil
}

// distanceAt reads the amount of days or weeks that stands before token k.
func (r *reading) distanceAt(k int) *distance {
	if k < 2 || r.sent[k-2] != r.sent[k] {
		return nil
	}
	d := &distance{link: k}
	switch r.lemma(k - 1) {
	case "day":
		d.days = 1
	case "week":
		d.days, d.slack = 7, 1
	default:
		return nil
	}
	d.start = k - 2
	switch r.lower(k - 2) {
	case "a", "one", "the":
		if r.lower(k-2) == "the" && d.slack > 0 {
			return nil // "the week after" is any day of it
		}
	default:
		n, _ := r.number(k - 2)
		if n == 0 || n > 60 {
			return nil
		}
		d.days, d.slack = d.days*n, d.slack*n
	}
	switch r.lower(max(d.start-1, 0)) {
	case "than", "least", "within", "about", "around", "nearly", "almost", "roughly", "some":
		return nil
	}
	return d
}

// anchor returns the day that a distance is told from: the one told last before it in
// the sentence; where it opens the sentence, the one told after what stands at token i;
// and where the sentence says of the news itself when it came, the day of that.
func (r *reading) anchor(d *distance, i int) rapporteur.Interval {
	sent := r.sentence(i)
	var before, after *timex.Time
	for t := range r.times {
		x := &r.times[t]
		switch {
		case x.Start < sent.Start || x.Start >= sent.End || !x.Interval.Exact():
		case x.End <= d.start:
			before = x
		case after == nil && x.Start > i && d.start <= sent.Start+1 && r.above(x, i):
			after = x
		}
	}
	switch {
	case before != nil:
		return before.Interval
	case after != nil:
		return after.Interval
	case d.start > sent.Start+1 && r.ofTheNews(sent.Start, d.start):
		if day := r.dayOfNews(sent.Start); !day.IsZero() {
			return day
		}
		if pub := r.report.Published; !pub.IsZero() && r.opens(sent.Start) {
			return rapporteur.Interval{From: pub.AddDays(-1), To: pub} // what a report opens with is news
		}
	}
	return rapporteur.Interval{}
}

// above reports whether a time stands outside of the clause at token i.
func (r *reading) above(x *timex.Time, i int) bool {
	for k, steps := r.top(x.Range), 0; k >= 0 && steps < 12; k, steps = r.head(k), steps+1 {
		if k == i {
			return false
		}
	}
	return true
}

// ofTheNews reports whether the words from token i to token j say of the report's news
// that it came: "The announcement came", "The decision was taken".
func (r *reading) ofTheNews(i, j int) bool {
	for k := i; k < min(j, i+4); k++ {
		if r.upos(k) == "NOUN" && lex().meetings.News[r.lemma(k)] && base(r.rel(k)) == "nsubj" {
			return true
		}
	}
	return false
}

// opens reports whether a token stands in the first sentence of the report: headings and the
// words of its dateline are none.
func (r *reading) opens(i int) bool { return r.early(i, 1) }

// early reports whether a token stands in one of the first n sentences of the report.
func (r *reading) early(i, n int) bool {
	for k, s := range r.doc.Sentences {
		if s.Heading || !slices.ContainsFunc(r.clauses, func(c clause) bool { return r.sent[c.head] == k }) {
			continue
		}
		if r.sent[i] == k {
			return true
		}
		if n--; n == 0 {
			break
		}
	}
	return false
}

// dayOfNews returns the day on which what the report tells of happened or was said: the
// last that is told before token i with something past, and is no more than days old.
func (r *reading) dayOfNews(i int) rapporteur.Interval {
	day, _ := r.dayTold(i)
	return day
}

// dayTold returns the day of the news before token i, and the token where it is told, -1 for none.
func (r *reading) dayTold(i int) (day rapporteur.Interval, at int) {
	pub := r.report.Published
	at = -1
	for t := range r.times {
		x := &r.times[t]
		if x.Start >= i || pub.IsZero() || !x.Interval.Exact() || x.Interval.To.After(pub) || pub.Sub(x.Interval.From) > 3 {
			continue
		}
		if g := r.governor(r.top(x.Range)); g != nil && g.past && g.modal == "" {
			day, at = x.Interval, x.Start
		}
	}
	return day, at
}

// ofThatDay gives an encounter that is told in the past as news, with no day of its own, the day
// on which what was told just before it happened, near the head of a report the last that was told.
func (r *reading) ofThatDay(e *encounter) {
	c := r.clause(e.head)
	if !e.when.IsZero() || e.state != rapporteur.MeetingHeld || e.modality != rapporteur.Asserted || c == nil || !c.past || c.perfect || c.passive || r.doc.Tokens[e.head].XPOS != "VBD" {
		return
	}
	switch rel := base(r.rel(e.head)); {
	case rel == "root", rel == "conj" && base(r.rel(max(r.head(e.head), 0))) == "root", rel == "ccomp" && c.mark == "" && r.cue[max(r.head(e.head), 0)] && r.early(e.head, 5):
	default:
		return
	}
	known := 0
	for _, a := range distinct(e.who) {
		if a.Kind != rapporteur.Group || len(a.party) > 0 {
			known++
		}
	}
	if known < 2 {
		return
	}
	if day, at := r.dayTold(r.sentence(e.head).Start); at >= 0 && (r.early(e.head, 5) || r.sent[e.head]-r.sent[at] <= 5) {
		e.when = day
	}
}

// byOccasion gives an encounter that is told to have been before, at or after some occasion, "met Holt before the
// ceremony", the day on which the report tells that this was.
func (r *reading) byOccasion(e *encounter) {
	pub := r.report.Published
	if !e.when.IsZero() || e.state != rapporteur.MeetingHeld || pub.IsZero() {
		return
	}
	s := r.sentence(e.head)
	for k := e.head + 1; k+2 < s.End; k++ {
		switch r.lower(k) {
		case "before", "after", "following", "during", "at":
		default:
			continue
		}
		if f := r.lower(k + 1); f != "the" && f != "that" || r.upos(k+2) != "NOUN" || !(lex().meetings.Occasions[r.lemma(k+2)] || r.isEncounter(k+2) || publicActs[r.lemma(k+2)]) || !r.hangsOn(k+2, e.head) {
			continue
		}
		if day := r.dayOfThing(r.lemma(k+2), s.Start); !day.IsZero() {
			e.when = day
		}
		return
	}
}

// publicActs are the nouns of what is done before many on one day.
var publicActs = words{"speech": true, "announcement": true, "vote": true, "debate": true, "funeral": true, "inauguration": true, "parade": true, "rally": true, "hearing": true, "conference": true, "signing": true, "match": true, "game": true, "mass": true, "address": true, "launch": true, "raid": true, "ambush": true, "attack": true}

// dayOfThing returns the day, no more than a week old, on which the report last tells before token i that something of a
// lemma was: "at a ceremony on Thursday".
func (r *reading) dayOfThing(lemma string, i int) (day rapporteur.Interval) {
	pub := r.report.Published
	for k := i - 1; k >= 0 && r.sent[i-1]-r.sent[k] < 12; k-- {
		if r.upos(k) != "NOUN" || r.lemma(k) != lemma {
			continue
		}
		for _, t := range []int{r.timeAt[max(k-1, 0)], r.timeAt[max(k-2, 0)], r.timeAt[min(k+2, len(r.timeAt)-1)], r.timeAt[min(k+1, len(r.timeAt)-1)]} {
			if t >= 0 && r.sent[r.times[t].Start] == r.sent[k] && r.times[t].Interval.Exact() && !r.times[t].Interval.To.After(pub) && pub.Sub(r.times[t].Interval.From) <= 7 {
				return r.times[t].Interval
			}
		}
	}
	return day
}

// thatAfternoon puts "in the afternoon" and the like, told in the past, on the day that was told last before,
// where the report's own day had been taken: "said on Monday … He went to the King in the afternoon."
func (r *reading) thatAfternoon(e *encounter) {
	pub := r.report.Published
	if pub.IsZero() || !e.when.Exact() || e.when.From != pub || e.state != rapporteur.MeetingHeld && e.state != rapporteur.MeetingUnderWay {
		return
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Interval != e.when || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[e.head] || !r.bareDayPart(x) {
			continue
		}
		if g := r.governor(r.top(x.Range)); g == nil || !g.past {
			continue
		}
		if day, at := r.dayTold(x.Start); at >= 0 && r.sent[e.head]-r.sent[at] <= 2 && day.From.Before(pub) {
			e.when, e.state = day, rapporteur.MeetingHeld
		}
		return
	}
}

// opensWithDayPart reports whether a sentence begins with a part of the day of which the one before has told.
func (r *reading) opensWithDayPart(s lang.Range) bool {
	if s.Len() < 4 {
		return false
	}
	switch r.lower(s.Start) {
	case "in", "at", "by", "that", "later", "earlier", "around", "towards":
		return slices.ContainsFunc(r.lowers[s.Start+1:s.Start+4], func(w string) bool {
			return dayParts[w] && w != "day" && w != "weekend" || w == "noon" || w == "midnight" || w == "lunchtime" || w == "midday"
		})
	}
	return false
}

// bareDayPart reports whether a time tells nothing but a part of the day: "in the late afternoon".
func (r *reading) bareDayPart(x *timex.Time) bool {
	part := false
	for k := x.Start; k < x.End; k++ {
		switch f := r.lower(k); {
		case dayParts[f] && f != "day" && f != "weekend", f == "noon", f == "midnight", f == "lunchtime", f == "midday":
			part = true
		case f == "the" || f == "in" || f == "at" || f == "by" || f == "early" || f == "late" || f == "mid" || f == "-" || f == "around" || f == "later":
		default:
			return false
		}
	}
	return part && (x.Start == 0 || r.lower(x.Start-1) != "this" && r.lower(x.Start-1) != "last")
}

// upTo gives talks that are to go on to some day all the days from now: "the current
// round is scheduled to go through Friday".
func (r *reading) upTo(e *encounter) {
	pub := r.report.Published
	if pub.IsZero() || !e.when.Exact() || e.when.From.Before(pub) || e.state != rapporteur.MeetingPlanned && e.state != rapporteur.MeetingUnderWay {
		return
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Interval != e.when || x.Start == 0 || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[e.head] {
			continue
		}
		switch r.lower(x.Start - 1) {
		case "through", "until", "till":
		default:
			continue
		}
		g := r.governor(r.top(x.Range))
		if g == nil {
			continue
		}
		switch g.verb {
		case "go", "run", "last", "continue", "extend", "drag", "stretch":
			if g.verb != "continue" && g.verb != "extend" && e.noun > 0 && !r.current(e.noun) {
				return // it may not have begun
			}
			e.when.From, e.state, e.modality = pub, rapporteur.MeetingUnderWay, rapporteur.Asserted
			return
		}
	}
}

// current reports whether the words before a noun say that it is going on.
func (r *reading) current(i int) bool {
	for k := r.nounPhrase(i).Start; k < i; k++ {
		switch r.lower(k) {
		case "current", "ongoing", "present", "this":
			return true
		}
	}
	h := r.head(i)
	return h >= 0 && h < i && base(r.rel(i)) == "nmod" && r.isEncounter(h) && r.current(h)
}

// takenUp puts what is told as begun on the weekday on which the same report tells
// that it will be: the report was taken up again when it had begun.
func (r *reading) takenUp() {
	pub := r.report.Published
	for n := range r.claims {
		f := &r.claims[n]
		if f.Meeting == nil || stageOf(f.Meeting.State) != took || pub.IsZero() || !f.When.Exact() || pub.Sub(f.When.From) != 6 || !r.toldByWeekday(f) {
			continue
		}
		day := rapporteur.On(f.When.From.AddDays(7))
		for k := range r.claims {
			g := &r.claims[k]
			if g.Meeting == nil || stageOf(g.Meeting.State) != ahead || g.When.From != day.From || f.Meeting.Place != "" && g.Meeting.Place != "" && !samePlace(f.Meeting.Place, g.Meeting.Place) {
				continue
			}
			f.When = day
			break
		}
	}
}

// toldByWeekday reports whether the day of a claim is told by the day of the week.
func (r *reading) toldByWeekday(f *found) bool {
	for t := range r.times {
		if x := &r.times[t]; x.Interval == f.When && r.sent[min(x.Start, len(r.sent)-1)] == r.sent[f.head] && r.ofWeekday(x) {
			return x.Start == 0 || r.lower(x.Start-1) != "last"
		}
	}
	return false
}

// afterEvent gives an encounter that is told to have been after something of which the report told the day before that
// day: "won a confidence vote on Wednesday. … After the vote, she met Holt".
func (r *reading) afterEvent(e *encounter) {
	c, pub := r.governor(e.head), r.report.Published
	if c == nil || !e.when.IsZero() || e.state != rapporteur.MeetingHeld || !c.past || c.perfect || pub.IsZero() {
		return
	}
	for _, o := range c.obl {
		if d := r.child(o.head, "det"); o.prep != "after" && o.prep != "following" || r.upos(o.head) != "NOUN" || r.isEncounter(o.head) || r.timeAt[o.head] >= 0 || d < 0 || r.lower(d) == "a" || r.lower(d) == "an" {
			continue
		}
		for k := r.sentence(e.head).Start - 1; k >= 0; k-- {
			if r.upos(k) != "NOUN" || r.lemma(k) != r.lemma(o.head) || !r.sameKind(k, o.head) {
				continue
			}
			g := r.governor(k)
			if g == nil || !g.past || g.modal != "" {
				continue
			}
			if t := r.timeBelow(g.head); t != nil && t.Interval.Exact() && !t.Interval.From.After(pub) && pub.Sub(t.Interval.From) <= 7 && !r.sinceWhen(t) {
				e.when = t.Interval
				return
			}
		}
	}
}

// sameKind reports whether two nouns are not told apart by the nouns before them: "a confidence vote", "the vote".
func (r *reading) sameKind(i, j int) bool {
	a, b := r.child(i, "compound"), r.child(j, "compound")
	return a < 0 || b < 0 || r.lemma(a) == r.lemma(b)
}
