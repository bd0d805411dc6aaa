package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// denials makes meetings that are told not to have been what they are: denied.
// "had not met", "never spoke by telephone", "reports that they met are false".
func (r *reading) denials() {
	r.claims = slices.DeleteFunc(r.claims, func(f found) bool { // told by halves: read below
		return f.Meeting != nil && f.Meeting.State == rapporteur.MeetingDenied && len(f.Meeting.Participants)+len(f.Meeting.Parties) == 1 && !slices.ContainsFunc(f.Meeting.Participants, func(m rapporteur.Mention) bool { return m.Kind == rapporteur.Group }) && r.unmet(r.governor(f.head))
	})
	for n := range r.claims {
		f := &r.claims[n]
		m := f.Meeting
		if m == nil {
			continue
		}
		took := m.State == rapporteur.MeetingHeld || m.State == rapporteur.MeetingUnderWay || m.State == rapporteur.MeetingDenied
		perfect := r.clause(f.head) != nil && r.clause(f.head).perfect
		if (took || m.State == rapporteur.MeetingPlanned && (r.ago(f.When) || perfect)) && (r.unmet(r.clause(f.head)) || r.untrue(f.head)) {
			m.State, f.Modality = rapporteur.MeetingDenied, rapporteur.Denied
			f.Background = false
			f.When = r.wasNot(f.head, f.When)
			r.askedOf(f)
		}
	}
	for n := range r.clauses {
		c := &r.clauses[n]
		if !r.unmet(c) || r.doc.Sentences[r.sent[c.head]].Heading || slices.ContainsFunc(r.claims, func(f found) bool {
			return f.Meeting != nil && r.sent[f.head] == r.sent[c.head] && (f.head == c.head || r.within(c.head, f.head))
		}) {
			continue
		}
		e := &encounter{head: c.head, noun: c.head, state: rapporteur.MeetingDenied, modality: rapporteur.Denied}
		r.gather(e, c)
		for _, o := range c.obl { // "did not speak by telephone with Holt"
			for _, k := range r.children(o.head, "nmod") {
				if r.caseOf(k) == "with" {
					e.who = append(e.who, r.people(k)...)
				}
			}
		}
		e.when = r.wasNot(c.head, e.when)
		if len(distinct(e.who)) < 2 {
			continue
		}
		if e.when.IsZero() && e.place == "" {
			told := r.toldOf(e.who)
			if told == nil {
				continue
			}
			e.when, e.place = told.When, told.Meeting.Place
		}
		r.last = -1
		r.keep(e)
	}
}

// askedOf takes for whoever was asked whether "he had met" somebody the one who says
// that it is untrue.
func (r *reading) askedOf(f *found) {
	c := r.clause(f.head)
	if c == nil || len(c.subj) == 0 || r.upos(c.subj[0]) != "PRON" {
		return
	}
	he := r.doc.Tokens[c.subj[0]].Start
	others := slices.DeleteFunc(slices.Clone(f.Meeting.Participants), func(m rapporteur.Mention) bool { return m.Span.Start == he })
	if len(f.Meeting.Participants) == 1 { // "he" was taken for whom he was to have met
		others = f.Meeting.Participants
	} else if len(others) != 1 || len(others) == len(f.Meeting.Participants) {
		return
	}
	for h := r.head(f.head); h >= 0; h = r.head(h) {
		u := r.clause(h)
		if u == nil || !lex().speech.Verbs[u.verb] || len(u.subj) == 0 || u.subj[0] < f.head || r.typeAt(u.subj[0]) != lang.PER {
			continue
		}
		if a := r.people(u.subj...); len(a) > 0 && a[0].Name != others[0].Name {
			m := *f.Meeting
			m.Participants = []rapporteur.Mention{a[0].Mention, others[0]}
			f.Meeting = &m
		}
		return
	}
}

// toldOf returns the last claim that tells of a meeting of two of some people, nil for none.
func (r *reading) toldOf(who []actor) *found {
	for i := len(r.claims) - 1; i >= 0; i-- {
		f := &r.claims[i]
		if f.Meeting == nil || f.Meeting.State != rapporteur.MeetingHeld {
			continue
		}
		n := 0
		for _, a := range distinct(who) {
			if slices.ContainsFunc(slices.Concat(f.Meeting.Participants, f.Meeting.Parties), func(m rapporteur.Mention) bool { return m.Name == a.Name }) {
				n++
			}
		}
		if n > 1 {
			return f
		}
	}
	return nil
}

// ago reports whether days lie before the report.
func (r *reading) ago(when rapporteur.Interval) bool {
	return !when.IsZero() && !r.report.Published.IsZero() && when.To.Before(r.report.Published)
}

// unmet reports whether a clause says that people did not meet or speak.
func (r *reading) unmet(c *clause) bool {
	if c == nil || !c.neg || c.modal != "" || r.conditional(c) || c.mark == "to" || !(c.past || c.perfect || r.did(c.head)) {
		return false
	}
	l := &lex().meetings
	if c.is(l.Cancel) || c.is(l.Postpone) {
		return false
	}
	if c.is(l.Verbs) && c.verb != "gather" && c.verb != "assemble" && c.verb != "convene" && c.verb != "reconvene" || c.is(l.Phone) {
		return r.ofPeople(c)
	}
	return (c.verb == "speak" || c.verb == "talk") && r.anyIn(r.own(c.head), l.Phone) >= 0 && r.ofPeople(c)
}

// wasNot returns the day on which something did not happen: "did not meet on
// Tuesday" is of the last one.
func (r *reading) wasNot(i int, when rapporteur.Interval) rapporteur.Interval {
	if pub := r.report.Published; r.did(i) && when.Exact() && !pub.IsZero() && when.From.After(pub) && when.From.Sub(pub) < 7 {
		when.From, when.To = when.From.AddDays(-7), when.To.AddDays(-7)
	}
	return when
}

// did reports whether a predicate has a past auxiliary: "did not meet".
func (r *reading) did(i int) bool {
	return slices.ContainsFunc(r.kids[i], func(k int) bool { return base(r.rel(k)) == "aux" && r.lower(k) == "did" })
}

// ofPeople reports whether what a clause denies is a fact about people, not "had not
// met since May", "did not meet the deadline".
func (r *reading) ofPeople(c *clause) bool {
	for _, o := range c.obl {
		if o.prep == "since" || o.prep == "for" || o.prep == "until" {
			return false
		}
	}
	return len(c.obj) == 0 || len(r.actorsAt(c.obj...)) > 0
}

// untrue reports whether what stands at token i is what a report is said to have
// told that is false or denied.
func (r *reading) untrue(i int) bool {
	l := &lex().meetings
	s := r.sentence(i)
	for k := s.Start; k+1 < i && k < s.Start+3; k++ { // wherever the tree hung it: "Reports that they met in Lund are false"
		if !l.Tales[r.lemma(k)] || r.lower(k+1) != "that" && !(r.upos(k+1) == "ADV" && r.lower(k+2) == "that") { // "Reports elsewhere that"
			continue
		}
		for j := i + 1; j < s.End; j++ {
			if c := r.clause(j); c != nil && c.copula && l.False[r.lower(j)] {
				return !c.neg
			}
		}
	}
	for j := i + 1; j < s.End; j++ { // "asked about reports that they had met, she said this was untrue"
		c := r.clause(j)
		if c == nil || !c.copula || len(c.subj) == 0 || r.upos(c.subj[0]) != "PRON" || !(l.False[r.lower(j)] && !c.neg || r.lower(j) == "true" && c.neg) {
			continue
		}
		for k := s.Start; k < i; k++ {
			if l.Tales[r.lemma(k)] {
				return true
			}
		}
	}
	if g := r.governor(i); g != nil && g.copula && slices.Contains(g.subj, i) && !l.False[r.lower(g.head)] {
		return false // "disputed the notion that the session was tense": what it was like, not that it was
	}
	for h, steps := r.head(i), 0; h >= 0 && steps < 6; h, steps = r.head(h), steps+1 {
		if !lex().meetings.Tales[r.lemma(h)] {
			continue
		}
		if c := r.clause(h); c != nil && c.copula {
			return false
		}
		g := r.governor(h)
		if g == nil || g.neg {
			return false
		}
		subject, object := slices.Contains(g.subj, h), slices.Contains(g.obj, h)
		return subject && l.False[r.lower(g.head)] || (object || subject && g.passive) && (g.is(l.Deny) || g.verb == "reject" || g.verb == "dismiss")
	}
	return false
}

// unheardOf reports whether what is told of an encounter is that somebody knows of none, or
// that there was none: "knew of no call between Brandt and Okoye", "there was no such meeting".
func (r *reading) unheardOf(i int, det string) bool {
	h := r.head(i)
	if h >= 0 && r.clause(h) == nil && r.upos(h) == "NOUN" && r.lemma(h) == "knowledge" {
		if d := r.child(h, "det"); d < 0 || r.lower(d) != "no" {
			return false
		}
		return r.caseOf(i) == "of" && r.governor(h) != nil && r.governor(h).verb == "have"
	}
	c := r.clause(max(h, 0))
	if h < 0 || c == nil || c.modal != "" || r.conditional(c) {
		return false
	}
	switch {
	case r.caseOf(i) == "of" && c.verb == "know":
		return c.neg != (det == "no")
	case r.caseOf(i) == "of" && r.lower(h) == "unaware":
		return !c.neg
	case r.caseOf(i) == "of" && r.lower(h) == "aware":
		return c.neg
	case c.verb == "be" && r.child(h, "expl") >= 0 && det == "no" && slices.Contains(c.subj, i) && (c.past || c.perfect): // and not "there was no meeting since May"
		for k := i + 1; k < r.sentence(i).End; k++ {
			switch r.lower(k) {
			case "since", "until", "yet", "for", "without":
				return false
			}
		}
		return r.doc.Tokens[i].XPOS == "NN" && r.lower(max(i-1, 0)) == "such"
	}
	return false
}
