package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// pausing are verbs of stopping something for a time; agreeing those by which a pause comes about, and spells the nouns
// besides for a time that is set for something.
var (
	pausing  = words{"suspend": true, "halt": true, "freeze": true, "pause": true, "waive": true, "postpone": true, "defer": true, "delay": true, "hold off": true, "put off": true, "hold fire": true, "refrain": true, "stop": true, "cease": true, "shelve": true, "hold back": true}
	agreeing = words{"agree": true, "reach": true, "declare": true, "decree": true, "observe": true, "proclaim": true, "reinstate": true, "extend": true, "announce": true, "strike": true, "call": true, "sign": true, "secure": true, "begin": true, "start": true, "order": true, "negotiate": true, "broker": true, "conclude": true, "clinch": true, "impose": true, "accept": true, "open": true, "settle": true, "decide": true, "offer": true, "set": true, "establish": true, "grant": true, "give": true, "win": true}
	spells   = words{"deadline": true, "stay": true, "halt": true, "delay": true, "deferral": true, "postponement": true, "break": true, "lull": true, "talk": true, "negotiation": true, "timeline": true}
)

// pausedFor reads how long a pause is to last from the day on which the report tells it agreed, where the words of the
// pause do not: "agreed over the weekend to a truce … it delays the levies for 90 days".
func (r *reading) pausedFor(x *timex.Time) {
	const least, most = 7, 400 // days
	n, slack := length(x.Value)
	pub := r.report.Published
	if n < least || n > most || pub.IsZero() {
		return
	}
	if durationDays(x.Value) > 0 {
		slack = 0 // told from a day on
	}
	c, noun := r.pauseTold(x)
	if c == nil {
		return
	}
	from := r.pauseAgreed(c)
	if from.IsZero() || pub.Sub(from.From) > most {
		return
	}
	when := rapporteur.Interval{From: from.From.AddDays(n - slack), To: from.To.AddDays(n + slack)}
	d := &rapporteur.DeadlineClaim{State: "set", What: r.doc.Words(x.Range)}
	if noun >= 0 {
		np := r.nounPhrase(noun)
		if r.caseOf(r.top(x.Range)) == "of" || np.Start > x.Start {
			np = lang.Range{Start: x.Start, End: noun + 1}
		}
		d.What = r.toBeDone(lang.Range{Start: max(np.Start, x.Start), End: noun + 1})
	} else {
		d.What = r.toBeDone(r.tail(c, r.own(c.head)))
	}
	if noun >= 0 && r.isDeadline(noun) {
		r.deadlineParts(noun, d)
		c = nil
	}
	for up, steps := c, 0; up != nil && steps < 3 && d.SetBy.Name == ""; up, steps = r.clause(up.up), steps+1 {
		who := up.subj
		if up.passive {
			who = up.agent
		}
		if a := r.actorsOrMeant(who); len(a) > 0 && !r.cue[up.head] {
			d.SetBy = a[0].Mention
		}
	}
	r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
}

// pauseTold returns the clause that tells something paused, or agreed, for a length of time, and the noun of the pause, -1
// where a verb tells it; nil for none.
func (r *reading) pauseTold(x *timex.Time) (*clause, int) {
	s := r.sentence(x.Start)
	noun := -1
	for k := x.End; k < min(x.End+4, s.End) && noun < 0; k++ {
		l := r.lemma(k)
		switch {
		case r.upos(k) == "NOUN" && (lex().deadlines.Pauses[l] || spells[l]):
			noun = k
		case r.upos(k) != "NOUN" && r.upos(k) != "ADJ" && r.form(k) != "-" && r.lower(k) != "of":
			k = s.End
		}
	}
	if noun < 0 && x.Start-2 >= s.Start && r.lower(x.Start-1) == "of" && lex().deadlines.Pauses[r.lemma(x.Start-2)] {
		noun = x.Start - 2
	}
	at := r.top(x.Range)
	if noun >= 0 {
		at = noun
	}
	c := r.governor(at)
	if c == nil || c.neg || r.conditional(c) || c.modal != "" && c.modal != "will" && c.modal != "would" {
		return nil, -1
	}
	if noun >= 0 {
		if r.isDeadline(noun) { // "time enough to meet the 90-day deadline"
			return c, noun
		}
		if !agreeing[c.verb] || !c.past && !c.perfect && r.rel(c.head) != "root" && !slices.Contains(participles, r.doc.Tokens[c.head].XPOS) {
			return nil, -1
		}
		return c, noun
	}
	if r.lastsFor(c, x) || r.prepBefore(x.Start, s.Start) == "for" && agreeing[c.verb] && (c.past || c.perfect) && slices.ContainsFunc(c.obj, func(o int) bool { return lex().deadlines.Pauses[r.lemma(o)] }) {
		return c, -1 // "the truce will last two months", "declared a truce for two months"
	}
	if r.prepBefore(x.Start, s.Start) != "for" || !pausing[c.verb] && !pausing[c.lemma] {
		return nil, -1
	}
	if c.mark == "to" || c.modal == "will" || c.modal == "would" {
		up := r.clause(c.up)
		if up == nil || up.neg || !agreeing[up.verb] && up.verb != "sign" || !up.past && !up.perfect {
			return nil, -1
		}
		return c, -1
	}
	if !c.past && !c.perfect {
		return nil, -1
	}
	return c, -1
}

// lastsFor reports whether a clause says that a truce or the like lasts for a time.
func (r *reading) lastsFor(c *clause, x *timex.Time) bool {
	return (c.verb == "last" || c.verb == "run" || c.verb == "hold") && x.Start > c.head && len(c.subj) > 0 && lex().deadlines.Pauses[r.lemma(c.subj[0])]
}

var participles = []string{"VBG", "VBN"}

// pauseAgreed returns the days on which the report tells a pause agreed that a clause tells of: those told in its sentence, or
// else where the report tells a truce, a deal or a decision reached; zero for none.
func (r *reading) pauseAgreed(c *clause) rapporteur.Interval {
	const widest = 31 // days
	pub := r.report.Published
	ok := func(t *timex.Time) bool {
		return t != nil && t.Type != timex.DurationType && !t.Interval.IsZero() && t.Interval.Days() <= widest && !t.Interval.To.After(pub) &&
			r.lower(t.Start) != "same" && r.lower(min(t.Start+1, len(r.kids)-1)) != "same"
	}
	for up, steps := c, 0; up != nil && steps < 4 && (up != c || agreeing[c.verb] || pausing[c.verb] || pausing[c.lemma]); up, steps = r.clause(up.up), steps+1 {
		if t := r.timeBelow(up.head); ok(t) && !r.cue[up.head] {
			return t.Interval
		}
	}
	best, near := rapporteur.Interval{}, 1<<30
	for i := range r.clauses {
		g := &r.clauses[i]
		if g == c || !agreeing[g.verb] || g.neg || g.modal != "" || !g.past && !g.perfect || r.conditional(g) || !r.ofPause(g) {
			continue
		}
		if t := r.timeBelow(g.head); ok(t) {
			if gap := abs(int(r.sent[g.head]) - int(r.sent[c.head])); gap < near {
				best, near = t.Interval, gap
			}
		}
	}
	return best
}

// ofPause reports whether a clause tells of a truce or the like, or of what was agreed.
func (r *reading) ofPause(c *clause) bool {
	is := func(h int) bool {
		l := r.lemma(h)
		return lex().deadlines.Pauses[l] || lex().deadlines.Accords[l] && c.verb != "announce"
	}
	return c.verb == "agree" || base(r.rel(c.head)) == "acl" && is(r.head(c.head)) || slices.ContainsFunc(slices.Concat(c.obj, c.subj), is) || slices.ContainsFunc(c.obl, func(o oblique) bool { return is(o.head) })
}
