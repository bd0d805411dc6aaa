package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/timex"
)

// learnedDeadline makes a deadline of a predicate that tells one, where a day is told with it.
func (r *reading) learnedDeadline(x prediction) {
	i := x.token
	if r.cue[i] || r.deadlineTold(i, rapporteur.Interval{}) || r.isDeadline(i) { // of a noun for it the frame knows what is told
		return
	}
	c := r.clause(i)
	d := &rapporteur.DeadlineClaim{State: x.class}
	if c != nil && (r.asked(c) || c.neg && d.State != "denied" || r.hedges(c)) {
		return
	}
	m := r.modality(i)
	if m == rapporteur.Hedged || m == rapporteur.Denied && d.State != "denied" || m == rapporteur.Conditional && c != nil && !r.hasIf(c) {
		return
	}
	when := r.dayOf(x)
	if when == nil || slices.ContainsFunc(r.claims, func(f found) bool { return f.Deadline != nil && f.When == when.Interval && r.sent[f.head] == r.sent[i] }) {
		return
	}
	pub := r.report.Published
	late := !pub.IsZero() && when.Interval.To.Before(pub)
	switch d.State {
	case "set", "extended":
		if late && pub.Sub(when.Interval.To) > 60 {
			return
		}
	case "met", "missed":
		if !pub.IsZero() && when.Interval.From.After(pub) {
			return
		}
	case "denied":
		m = rapporteur.Denied
	}
	if m != rapporteur.Denied {
		m = rapporteur.Asserted
	}
	words := r.own(i)
	if c != nil {
		r.setters(c, d)
		words = r.untilDay(when, c, r.tail(c, words))
		d.What = r.toBeDone(words)
		if c.passive && len(c.subj) > 0 && r.upos(c.subj[0]) != "PRON" {
			if what, _ := r.summary(r.nounPhrase(c.subj[0])); what != "" {
				d.What = what + " " + d.What
			}
		}
	} else {
		d.What = r.toBeDone(words)
	}
	r.add(i, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: r.lastDay(when), Modality: m})
}

// setters reads who set a day, and for whom, off the clause that tells it: who gives,
// asks or moves sets it, who must do or have something has it set.
func (r *reading) setters(c *clause, d *rapporteur.DeadlineClaim) {
	l := &lex().deadlines
	who := c.subj
	if c.passive {
		who = c.agent
	}
	asks := l.Gives[c.verb] || l.Prolongs[c.verb] || l.Intends[c.verb] || lex().positions.Verbs[c.verb] == "demands" || r.became(c) == "extended" || r.became(c) == "set"
	a := r.actorsOrMeant(who)
	switch {
	case len(a) == 0:
	case asks:
		d.SetBy = a[0].Mention
		d.For = mentions(r.actorsAt(append(slices.Clone(c.iobj), c.obj...)...))
	case !c.passive:
		d.For = mentions(a)
	}
}

// dayOf returns the day by which something must be done of a predicate that tells
// a deadline, nil for none.
func (r *reading) dayOf(x prediction) *timex.Time {
	if c := r.clause(x.token); c != nil && x.class == "extended" {
		return r.movedTo(c, x.token)
	}
	t := r.timeBelow(x.token)
	if t == nil {
		if t = r.dayNear(x.token, 8); t == nil {
			return nil
		}
		for k := min(t.End, x.token); k < max(t.Start, x.token); k++ { // another predicate's day
			if k != x.token && r.clause(k) != nil && !r.within(x.token, k) && !r.within(k, x.token) {
				return nil
			}
		}
	}
	if t.Interval.Days() > 31 && !r.endOf(t.Range) {
		return nil
	}
	if c := r.clause(x.token); x.class == "set" && !r.toldPast(c) {
		return r.upcoming(t)
	}
	return t
}
