package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// dueWithin reads a length of time in which something is to be done, along the line: "promised
// to reply within ten days", "must leave not later than 21 days after signature", "runs out in
// three weeks". It counts from the event that is told behind it, from the day on which the report
// tells an accord signed, or else from that of the report.
func (r *reading) dueWithin(x *timex.Time) {
	s := r.sentence(x.Start)
	word, at := r.withinWord(x, s)
	pub := r.report.Published
	n, slack := length(x.Value)
	if word == "" || pub.IsZero() || n == 0 || slices.ContainsFunc(r.times, func(y timex.Time) bool { return y.Start > x.End && y.Start < s.End && r.glossed(&y) != nil }) {
		return
	}
	k := r.deedBefore(tie{x, word, at})
	if k < 0 || x.Value == "P1Y" && !lex().deadlines.Concludes[r.lemma(k)] {
		return
	}
	op, ok := r.impelled(k, s.Start)
	ends := r.clause(k) != nil && r.ends(r.clause(k)) && !r.group(k, s.Start).neg && r.doc.Tokens[k].XPOS != "VBD"
	threat := r.underIf(k, s) && word == "within" && r.threatens(s) && r.clause(k) != nil && r.clause(k).modal == ""
	anchored, from := r.countedFrom(x, s)
	if c := r.clause(k); c != nil && (c.neg && !threat || op == k && lex().deadlines.Foretells[c.verb] || word == "in" && r.aboutMeeting(c)) {
		return
	}
	switch {
	case !ok && !ends && !threat, word == "in" && !ends && !r.vowed(op), anchored && from.IsZero():
		return
	case r.underIf(k, s) && !threat, !anchored && r.ofAll(k):
		return
	case !anchored && !ends:
		from = r.signedOn()
	}
	when := rapporteur.Interval{From: from.From.AddDays(n - slack), To: from.To.AddDays(n + slack)}
	if from.IsZero() || when.To.Before(pub) && !anchored || pub.Sub(from.To) > 31 {
		when = r.after(x, -1)
	}
	if when.IsZero() || when.To.Before(pub.AddDays(-60)) {
		return
	}
	d := &rapporteur.DeadlineClaim{State: "set", What: r.toBeDone(lang.Range{Start: r.deedStart(op, k), End: at})}
	if ends {
		d.What = r.event(k, k, x)
	} else {
		r.impellers(op, k, d)
	}
	r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
}

// withinWord returns the word that makes a length of time a limit, with its token: "within",
// "in", "no later than"; "" for none.
func (r *reading) withinWord(x *timex.Time, s lang.Range) (word string, at int) {
	for k := x.Start; k >= s.Start && k > x.Start-6; k-- {
		f := r.lower(k)
		switch {
		case f == "within" || f == "inside":
			return "within", k
		case f == "than" && k-2 >= s.Start && r.lower(k-1) == "later":
			return "within", k - 2
		case f == "in" && k < x.Start && !(x.End+1 < s.End && r.lower(x.End) == "of"):
			return "in", k
		case k < x.Start && r.upos(k) != "DET" && r.upos(k) != "ADV" && r.upos(k) != "ADJ" && f != "at" && f != "the" && f != "than":
			return "", -1
		}
	}
	return "", -1
}

// aboutMeeting reports whether a clause tells of an encounter: "agreed to have another call".
func (r *reading) aboutMeeting(c *clause) bool {
	m := &lex().meetings
	return c.is(m.Verbs) || c.verb == "talk" || slices.ContainsFunc(append(slices.Clone(c.subj), c.obj...), func(h int) bool { return m.Nouns[r.lemma(h)] || r.lemma(h) == "call" })
}

// vowed reports whether the word at a token tells a promise, an order or a need.
func (r *reading) vowed(op int) bool {
	if op < 0 {
		return false
	}
	l := &lex().deadlines
	switch lemma := r.lemma(op); lemma {
	case "promise", "pledge", "vow", "commit", "undertake", "agree", "oblige", "require", "order", "swear", "be", "must", "have":
		return true
	default:
		return l.Vows[lemma]
	}
}

// ofAll reports whether a rule for all cases is told, and not what somebody has to do: "claims
// must be paid within 60 days".
func (r *reading) ofAll(k int) bool {
	c := r.clause(k)
	if c == nil || !c.passive || len(c.subj) == 0 || !r.signedOn().IsZero() {
		return false
	}
	who := c.subj[0]
	return r.upos(who) == "NOUN" && r.doc.Tokens[who].XPOS == "NNS" && r.child(who, "det", "amod", "nummod", "compound", "nmod", "nmod:poss") < 0
}

// countedFrom reports whether a length of time is told from an event, "ten days after the
// signing", and returns the day of that event, zero where the report does not tell it.
func (r *reading) countedFrom(x *timex.Time, s lang.Range) (bool, rapporteur.Interval) {
	k := x.End
	if k >= s.End {
		return false, rapporteur.Interval{}
	}
	switch r.lower(k) {
	case "of", "after", "from", "following", "since":
	default:
		return false, rapporteur.Interval{}
	}
	if r.lower(k+1) == "now" || r.lower(k+1) == "today" || r.lower(k+1) == "publication" {
		return false, rapporteur.Interval{}
	}
	for t := range r.times { // "of the signing on 10 May", "of the signing, which took place on 10 May"
		y := &r.times[t]
		if y.Start > k && y.Start < min(k+12, s.End) && y.Interval.Exact() {
			return true, y.Interval
		}
	}
	for j := k + 1; j < min(k+8, s.End); j++ {
		if verbs := eventVerbs[r.lemma(j)]; verbs != nil || eventVerbs[r.lower(j)] != nil {
			if verbs == nil {
				verbs = eventVerbs[r.lower(j)]
			}
			return true, r.dayOfDeed(verbs)
		}
	}
	return true, rapporteur.Interval{}
}

// eventVerbs are the verbs that tell of an event from which days are counted.
var eventVerbs = map[string][]string{
	"signing": {"sign", "initial"}, "signature": {"sign", "initial"}, "sign": {"sign", "initial"}, "initialling": {"initial"}, "initial": {"initial"},
	"adoption": {"adopt", "approve", "endorse"}, "approval": {"approve", "endorse", "back", "pass"}, "ratification": {"ratify", "approve"},
	"conclusion": {"conclude", "sign", "reach"}, "agreement": {"sign", "conclude", "reach", "agree"}, "announcement": {"announce"},
	"ceasefire": {"begin", "start", "take", "enter"}, "truce": {"begin", "start", "take", "enter"}, "start": {"begin", "start", "open"}, "beginning": {"begin", "start", "open"},
	"publication": {"publish", "release"}, "notification": {"notify", "inform"}, "notice": {"notify", "give", "serve"}, "election": {"elect", "vote"}, "formation": {"form"},
	"force": {"enter", "come"}, "deal": {"sign", "conclude", "reach", "strike", "agree"}, "accord": {"sign", "conclude", "reach", "agree"}, "pact": {"sign", "conclude", "reach", "agree"},
}

// dayOfDeed returns the day on which the report tells that something was done, zero for none.
func (r *reading) dayOfDeed(verbs []string) (news rapporteur.Interval) {
	for i := range r.clauses {
		c := &r.clauses[i]
		if !slices.Contains(verbs, c.verb) || c.neg || c.modal == "would" || c.modal == "could" || c.modal == "may" || c.mark == "to" || r.conditional(c) {
			continue
		}
		if t := r.timeBelow(c.head); t != nil && t.Interval.Exact() {
			return t.Interval
		}
		if pub := r.report.Published; news.IsZero() && !pub.IsZero() && r.sent[c.head] < 4 && (c.past || c.perfect) && !c.ongoing {
			news = rapporteur.Interval{From: pub.AddDays(-1), To: pub} // what a report opens with is news
		}
	}
	return news
}
