package claim

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// figures gives the claims of a report the numbers that their sentences tell, each the
// only one of its unit that a voice tells in one. What somebody offers or asks for is told
// with that deed: two bids are two figures.
func (r *reading) figures() {
	for _, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		list := r.amountsIn(s.Range)
		for i := range list {
			x := &list[i]
			voice := r.tellingOf(x.Start)
			if lex().texts.Parts[x.unit] != "" || slices.ContainsFunc(list, func(y amount) bool {
				return y.Start != x.Start && y.unit == x.unit && r.tellingOf(y.Start) == voice
			}) {
				continue
			}
			if t, ok := r.numberTold(x, s.Range); ok {
				if f := r.claimOf(x.Start); f != nil && len(f.Theses) < mostTheses {
					f.Theses = append(f.Theses, t)
				}
			}
		}
	}
}

// amountsIn returns the numbers of a sentence that count something.
func (r *reading) amountsIn(s lang.Range) (list []amount) {
	for i := s.Start; i < s.End; i++ {
		x, ok := r.hoursTold(i, s)
		if !ok {
			x, ok = r.amountAt(i, s)
		}
		if share, end := r.fraction(i, s); share > 0 && end < s.End && r.lower(end) == "of" {
			x, ok = amount{lang.Range{Start: i, End: end}, 100 * share, "%"}, true
		}
		if !ok {
			continue
		}
		if x.unit != "" && x.value > 1 && !(r.lower(max(s.Start, i-1)) == "from" && x.End < s.End && r.lower(x.End) == "to") {
			list = append(list, x)
		}
		i = x.End - 1
	}
	return list
}

// hoursTold reads a length of time at token i: "half an hour", "two and a half hours".
func (r *reading) hoursTold(i int, s lang.Range) (x amount, ok bool) {
	t := r.timeAt[i]
	if t < 0 || i > s.Start && r.timeAt[i-1] == t {
		return x, false
	}
	y := &r.times[t]
	if y.Type != timex.DurationType || !y.Interval.IsZero() || y.Minutes < 5 || float64(y.Minutes) >= inMinutes["day"] {
		return x, false
	}
	return amount{y.Range, float64(y.Minutes), "minute"}, true
}

// numberTold reads what a number in a sentence is told of.
func (r *reading) numberTold(x *amount, s lang.Range) (t rapporteur.Thesis, ok bool) {
	c := r.governor(x.Start)
	if c == nil || r.conditional(c) || r.hasIf(c) || c.mark == "whether" || c.modal == "could" || c.modal == "might" || c.modal == "should" || r.saysNot(c) && r.anyIn(lang.Range{Start: max(s.Start, x.Start-4), End: x.End}, words{"no": true, "not": true}) < 0 {
		return t, false
	}
	bid, who := r.bidOf(c)
	lasts := x.unit == "minute" && x.value < inMinutes["day"]
	if lasts {
		bid, who = "", ""
	} else if bid != "" && who == "" {
		return t, false
	}
	t = rapporteur.Thesis{Act: bid, Count: x.value, Unit: x.unit, Words: r.doc.Words(x.Range), Who: cmp.Or(who, r.whoOf(c)), When: r.whenOf(c), Issue: r.issueOf(c)}
	matter := r.around(x, s, mostWords, s.Len())
	if n := r.sent[s.Start]; lasts && len(matter) < 3 && n > 0 { // "They spoke for 45 minutes"
		for k := r.doc.Sentences[n-1].Start; k < r.doc.Sentences[n-1].End && len(matter) < mostWords; k++ {
			if w := r.lower(k); r.upos(k) == "PROPN" && r.timeAt[k] < 0 && len(w) > 2 && !slices.Contains(matter, w) {
				matter = append(matter, w)
			}
		}
	}
	t.Bound, t.Matter = r.boundOf(x, s), strings.Join(matter, " ")
	near := r.around(x, s, 4, 6)
	if c.copula || c.verb == "be" || extending[c.lemma] {
		for _, k := range c.subj { // "the transition in Kharet will last two years"
			near = append(near, r.lemma(k))
		}
	}
	t.Near = strings.Join(near, " ")
	if lasts {
		t.When = r.nextTime(x, s)
	}
	return t, true
}

// nextTime returns the time that stands next to a number in its sentence, if any: behind it
// before what stands in front.
func (r *reading) nextTime(x *amount, s lang.Range) rapporteur.Interval {
	told := func(k int) bool { return r.timeAt[k] >= 0 && !r.times[r.timeAt[k]].Interval.IsZero() }
	for k := x.End; k < s.End; k++ {
		if told(k) {
			return r.times[r.timeAt[k]].Interval
		}
	}
	for k := x.Start - 1; k >= s.Start; k-- {
		if told(k) {
			return r.times[r.timeAt[k]].Interval
		}
	}
	return rapporteur.Interval{}
}

// extending are verbs by which a number is told of their subject.
var extending = words{"last": true, "run": true, "amount": true, "come": true, "stand": true, "total": true, "reach": true, "expire": true, "lapse": true, "end": true}

// around returns the lemmas that tell the matter of a number, nearest first: those that its
// voice tells in its sentence, some at most, and none too far off.
func (r *reading) around(x *amount, s lang.Range, most, within int) (out []string) {
	voice := r.tellingOf(x.Start)
	for d := 0; d <= within && len(out) < most; d++ {
		for _, i := range []int{x.Start - d, x.End - 1 + d} {
			if i < s.Start || i >= s.End || d > 0 && i >= x.Start && i < x.End || r.tellingOf(i) != voice || r.cue[i] && r.tellingOf(i) < 0 || r.timeAt[i] >= 0 {
				continue
			}
			if w := r.matterWord(i); w != "" && !lex().theses.Light.Verbs[w] && !slices.Contains(out, w) {
				out = append(out, w)
			}
		}
	}
	return out
}

// bidOf returns the deed by which a clause tells what somebody offers or asks for, "" for
// none, and who does: "wants 280 crowns", "the company's offer amounts to six percent".
func (r *reading) bidOf(c *clause) (act, who string) {
	l := lex()
	switch a := cmp.Or(l.theses.act[c.lemma], l.theses.act[c.verb]); {
	case a == "offer" || a == "ask":
		return a, r.whoOf(c)
	case a == "promise":
	case l.rebuttals.Wants[c.verb] || l.rebuttals.Wants[c.lemma]:
		return "ask", r.whoOf(c)
	}
	for _, k := range slices.Concat(c.subj, c.obj) {
		a := l.theses.noun[r.lemma(k)]
		if a != "offer" && a != "ask" {
			continue
		}
		var of []int
		for _, n := range slices.Concat(r.children(k, "nmod"), r.children(k, "nmod:poss")) {
			if base(r.rel(n)) == "nmod" && (r.caseOf(n) == "of" || r.caseOf(n) == "from" || r.caseOf(n) == "by" || r.rel(n) == "nmod:poss") {
				of = append(of, n)
			}
		}
		if list := r.actorsAt(of...); len(list) > 0 {
			return a, list[0].Name
		}
		if slices.Contains(c.obj, k) {
			return a, r.whoOf(c)
		}
		return a, ""
	}
	return "", ""
}

// boundOf returns whether a number is a bound or a rough one, "by" and the like where it
// is told as another measure.
func (r *reading) boundOf(x *amount, s lang.Range) string {
	l := lex()
	for k := x.End - 1; k >= max(s.Start, x.Start-3); k-- {
		before := r.lower(max(k-1, 0))
		switch w := r.lower(k); {
		case k >= x.Start && (w == "to" || w == "by" || w == "up"), r.upos(k) == "DET", w == "a", w == "at", r.upos(k) == "SYM":
		case w == "up" && r.lower(k+1) != "to": // "put up 40 million"
			return ""
		case w == "to" && before != "up":
			if r.upos(max(k-1, 0)) == "NUM" || r.form(max(k-1, 0)) == "%" {
				return "to" // a range
			}
			return ""
		case w == "up", l.theses.Bounds.Most[w], w == "than" && (before == "less" || before == "fewer" || before == "longer" && r.lower(max(k-2, 0)) == "no"), w == "within":
			return "most"
		case l.theses.Bounds.Least[w] && (before == "just" || before == "little" || before == "slightly" || before == "bit" || before == "shade" || before == "barely"):
			return "rough"
		case l.theses.Bounds.Least[w]:
			return "least"
		case l.theses.Bounds.Rough[w]:
			return "rough"
		case w == "by", w == "another", w == "first":
			return w
		case k < x.Start:
			return ""
		}
	}
	return ""
}

// dueDays gives the claims of deadlines the day by which something is due, as a number
// that another may put otherwise.
func (r *reading) dueDays() {
	for i := range r.claims {
		f := &r.claims[i]
		if f.Deadline == nil || f.Deadline.State != "set" || !f.When.Exact() || f.LeftOut != "" || f.Likelihood > 0 && f.Likelihood < rapporteur.Doubtful {
			continue
		}
		s := r.sentence(f.head)
		at := amount{Range: lang.Range{Start: f.head, End: f.head + 1}}
		t := rapporteur.Thesis{Act: "due", Unit: "day", Count: float64(f.When.From.Sub(rapporteur.NewDate(1900, 1, 1))), Words: f.When.From.String(), Who: f.Deadline.SetBy.Name}
		for k := s.Start; k < s.End; k++ {
			if n := r.timeAt[k]; n >= 0 && r.times[n].Interval == f.When {
				t.Words = r.doc.Words(r.times[n].Range)
				break
			}
		}
		t.Matter = strings.Join(r.around(&at, s, mostWords, s.Len()), " ")
		f.Theses = append(f.Theses, t)
	}
}

// askedBy reads at whose request something was done, by the nouns for it: "was convened at
// the demand of the Front", "the request came from the palace".
func (r *reading) askedBy(c *clause) (t rapporteur.Thesis, ok bool) {
	l := &lex().theses
	of := func(k int) {
		t.Act = l.Asking[r.lemma(k)]
		var who []int
		for _, n := range r.kids[k] {
			if r.rel(n) == "nmod:poss" || base(r.rel(n)) == "nmod" && (r.caseOf(n) == "of" || r.caseOf(n) == "from" || r.caseOf(n) == "by") {
				who = append(who, n)
			}
		}
		if list := r.actorsAt(who...); len(list) == 1 {
			t.Who = list[0].Name
		}
	}
	for _, o := range c.obl {
		if o.prep == "at" || o.prep == "on" || o.prep == "upon" {
			if l.Asking[r.lemma(o.head)] != "" {
				of(o.head)
			}
		}
		if o.prep == "from" && (c.verb == "come" || c.verb == "originate" || c.verb == "stem" || c.verb == "emanate") && len(c.subj) > 0 && l.Asking[r.lemma(c.subj[0])] != "" {
			t.Act = l.Asking[r.lemma(c.subj[0])]
			if list := r.actorsAt(o.head); len(list) == 1 {
				t.Who = list[0].Name
			}
		}
	}
	if c.copula && l.Asking[r.lemma(c.head)] != "" && (r.caseOf(c.head) == "at" || r.caseOf(c.head) == "on") {
		of(c.head)
	}
	if t.Who == "" || t.Act == "" {
		return t, false
	}
	matter, _ := r.matterOf(c)
	t.Matter = strings.Join(slices.DeleteFunc(strings.Fields(matter), func(w string) bool { return l.Asking[w] != "" }), " ")
	t.Not, t.When = r.saysNot(c), r.whenOf(c)
	return t, t.Matter != ""
}

// plannedDays gives the claims of meetings planned for a day that a day was fixed: another may say that
// there is none.
func (r *reading) plannedDays() {
	for i := range r.claims {
		f := &r.claims[i]
		if f.Meeting == nil || f.Meeting.State != rapporteur.MeetingPlanned || !f.When.Exact() || f.LeftOut != "" || f.Modality == rapporteur.Hedged || f.Likelihood > 0 && f.Likelihood < rapporteur.Doubtful {
			continue
		}
		at := amount{Range: lang.Range{Start: f.head, End: f.head + 1}}
		matter := r.around(&at, r.sentence(f.head), mostWords, r.sentence(f.head).Len())
		f.Theses = append(f.Theses, rapporteur.Thesis{Act: "fix", Matter: strings.Join(matter, " ")})
	}
}
