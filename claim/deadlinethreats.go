package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// threatened reads days on which something comes about unless something is done: "will walk out on
// 1 June unless …".
func (r *reading) threatened(x *timex.Time) {
	pub := r.report.Published
	if pub.IsZero() || x.Interval.IsZero() || x.Interval.Days() > 3 || !x.Interval.To.After(pub) && (x.Clock == "" || x.Interval.To.Before(pub)) {
		return
	}
	c := r.governor(r.top(x.Range))
	sent := r.sentence(x.Start)
	if c != nil && r.doc.Tokens[c.head].XPOS == "VBG" && c.up >= 0 {
		if up := r.clause(c.up); up != nil && slices.Contains(up.comp, c.head) && up.modal != "" {
			c = up // "trains will stop running on 1 June unless"
		}
	}
	if c == nil || r.cue[c.head] || c.neg || c.perfect || c.past || r.conditional(c) || c.is(lex().meetings.Verbs) || c.is(lex().meetings.Journey) || lex().deadlines.Ballots[c.verb] || r.hedges(c) {
		return
	}
	switch c.modal {
	case "could", "may", "might", "can", "should":
		return
	}
	if !r.starts(x, sent) {
		return
	}
	l := &lex().deadlines
	about := slices.Concat(c.subj, c.obj)
	if slices.ContainsFunc(about, func(k int) bool { return lex().meetings.Nouns[r.lemma(k)] || l.Ballots[r.lemma(k)] }) {
		return
	}
	intent := r.intent(c)
	if !r.unless(c, x) || c.modal == "" && intent == nil && c.mark == "to" {
		return
	}
	d := &rapporteur.DeadlineClaim{State: "set"}
	who := c.subj
	if intent != nil {
		who = intent.subj
	}
	if a := r.actorsAt(who...); len(a) > 0 && !c.passive {
		d.SetBy = a[0].Mention
	} else if a := r.party(c.head); len(a) > 0 {
		d.SetBy = a[0].Mention
	}
	d.What = r.event(c.head, r.tail(c, r.own(c.head)).Start, x)
	r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: rapporteur.Asserted})
}

// starts reports whether a time is told as the day of a beginning, and not as one
// within which or since when something goes on.
func (r *reading) starts(x *timex.Time, sent lang.Range) bool {
	switch p := r.prepBefore(x.Start, sent.Start); p {
	case "on", "from", "at", "come", "":
		return true
	case "of": // "the first minute of Friday"
		for k := x.Start - 2; k >= max(sent.Start, x.Start-4); k-- {
			switch r.lemma(k) {
			case "minute", "hour", "stroke", "start":
				return true
			}
		}
	}
	return false
}

// intent returns the clause above that says that somebody means to do what c tells, nil for none.
func (r *reading) intent(c *clause) *clause {
	if c.mark != "to" {
		return nil
	}
	h := r.head(c.head)
	up := r.clause(h)
	if up == nil && h >= 0 && lex().deadlines.Intends[r.lemma(h)] { // "the ministry plans to …", read as a noun; "its threat to …"
		return &clause{head: h, verb: r.lemma(h), subj: r.children(h, "compound", "nmod:poss"), up: -1}
	}
	if up == nil || up.neg || up.past && !lex().deadlines.Intends[up.verb] || !lex().deadlines.Intends[up.verb] || r.conditional(up) {
		return nil
	}
	return up
}

// measure reports whether a nominal is something that is imposed and lifted.
func (r *reading) measure(k int) bool {
	if k < 0 {
		return false
	}
	l := lex().deadlines.Measures
	if r.lemma(k) == "rate" { // of a tariff, not of interest
		for j := r.sentence(k).Start; j < k; j++ {
			if r.lemma(j) != "rate" && l[r.lemma(j)] {
				return true
			}
		}
		return false
	}
	return l[r.lemma(k)] || l[strings.TrimSuffix(r.lower(k), "s")]
}

// unless reports whether what a clause tells comes about if something is not done
// that is told beside it, in a condition that does not hold the time x.
func (r *reading) unless(c *clause, x *timex.Time) bool {
	for _, o := range c.obl { // "will walk out on Monday without an accord"
		switch o.prep {
		case "without", "barring", "failing", "absent":
			if lex().deadlines.Accords[r.lemma(o.head)] || r.isTextNoun(o.head) {
				return true
			}
		}
	}
	sent := r.sentence(c.head)
	if intent := r.intent(c); !r.threatens(sent) && (intent == nil || intent.verb != "threaten" && intent.verb != "vow") {
		return false
	}
	at := r.anyIn(sent, lex().deadlines.Otherwise)
	for k := at; k >= 0 && k < sent.End; k++ {
		if f := r.lower(k); f != "unless" && f != "if" {
			continue
		}
		h := r.head(k)
		if h < 0 || r.clause(h) == nil || r.subtree(h).Covers(x.Range) {
			return false
		}
		for up, steps := r.head(h), 0; up >= 0 && steps < 3; up, steps = r.head(up), steps+1 {
			if up == c.head {
				return true
			}
		}
	}
	return false
}

// upcoming puts a weekday by which something is asked for or must be done into the
// days to come, where the tense of what is told had put it into those gone by.
func (r *reading) upcoming(x *timex.Time) *timex.Time {
	pub := r.report.Published
	if pub.IsZero() || !x.Interval.To.Before(pub) {
		return x
	}
	weekend := r.lemma(x.End-1) == "weekend" && x.Interval.Days() <= 3
	if pub.Sub(x.Interval.To) > 7 || !x.Interval.Exact() && !weekend {
		return x
	}
	named := false
	for k := x.Start; k < x.End; k++ {
		f := r.lower(k)
		named = named || weekdays[f] || weekend
		if f == "last" || r.upos(k) == "PROPN" && !weekdays[f] {
			return x // "Friday, May 9" is that day
		}
	}
	if !named {
		return x
	}
	next := *x
	next.Interval.From = x.Interval.From.AddDays(7)
	next.Interval.To = x.Interval.To.AddDays(7)
	return &next
}

// requests reports whether a clause, or one it hangs on, asks for something or says what must be done.
func (r *reading) requests(c *clause) bool {
	for up, steps := c, 0; up != nil && steps < 3; up, steps = r.clause(up.up), steps+1 {
		switch up.verb {
		case "want", "demand", "ask", "order", "require", "request", "urge", "call", "insist", "press", "tell", "promise", "pledge", "vow", "commit":
			return !(up.perfect && up.past)
		}
		if up.modal == "must" {
			return true
		}
	}
	return false
}

// inverted reports whether a clause is a condition by its order of words: "should
// there be no accord by noon", "had it not answered".
func (r *reading) inverted(c *clause) bool {
	u := r.child(c.head, "aux")
	if u < 0 || u > c.head {
		return false
	}
	switch r.lower(u) {
	case "should", "were", "had":
	default:
		return false
	}
	sent := r.sentence(c.head)
	if u > sent.Start && r.upos(u-1) != "PUNCT" {
		return false
	}
	first := r.child(c.head, "expl")
	if first < 0 {
		first = c.first()
	}
	return first > u && r.form(sent.End-1) != "?"
}

// threatener returns who does what follows if a condition is not met: of "will
// strike again unless a new offer comes by Friday" the subject of "strike".
func (r *reading) threatener(c *clause) rapporteur.Mention {
	for _, k := range r.children(c.head, "parataxis", "ccomp") { // "should there be no accord, he will go"
		if up := r.clause(k); k > c.head && up != nil && up.modal == "will" && !up.passive && r.inverted(c) {
			if a := r.actorsOrMeant(up.subj); len(a) > 0 {
				return a[0].Mention
			}
		}
	}
	for h, steps := r.head(c.head), 0; h >= 0 && steps < 3; h, steps = r.head(h), steps+1 {
		up := r.clause(h)
		if up == nil || r.cue[h] && !lex().deadlines.Intends[up.verb] && up.verb != "warn" {
			continue
		}
		if up.passive {
			return rapporteur.Mention{}
		}
		if voice := r.party(up.head); len(voice) > 0 && len(up.subj) > 0 && r.upos(up.subj[0]) == "PRON" && r.lower(up.subj[0]) != "they" { // "unless it is paid, the committee said, it will strike"
			return voice[0].Mention
		}
		if a := r.actorsOrMeant(up.subj); len(a) > 0 {
			return a[0].Mention
		}
	}
	return rapporteur.Mention{}
}

// fromSigning returns the day that ends a time reckoned from the signing of an
// accord, where the report tells its day: "within ten days of signing".
func (r *reading) fromSigning(x *timex.Time) rapporteur.Interval {
	k := x.End + 1
	for k < r.sentence(x.Start).End && (r.upos(k) == "DET" || r.upos(k) == "PRON") {
		k++
	}
	if k >= r.sentence(x.Start).End || r.lemma(k) != "signing" && r.lemma(k) != "signature" && r.lower(k) != "signing" {
		return rapporteur.Interval{}
	}
	n, slack := length(x.Value)
	if n == 0 {
		return rapporteur.Interval{}
	}
	day := r.signedOn()
	if day.IsZero() {
		return day
	}
	return rapporteur.Interval{From: day.From.AddDays(n - slack), To: day.To.AddDays(n + slack)}
}
