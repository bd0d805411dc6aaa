package claim

import (
	"slices"

	"rapporteur"
)

// learnedMeeting makes a meeting of a predicate or noun that tells one.
func (r *reading) learnedMeeting(x prediction) {
	i := x.token
	if r.told[i] || r.toldMeeting(i) {
		return
	}
	e := &encounter{head: i, state: rapporteur.MeetingState(x.class), modality: rapporteur.Asserted}
	if m := r.modality(i); m == rapporteur.Hedged {
		e.modality = m
	}
	c := r.clause(i)
	if c != nil && r.upos(i) != "NOUN" {
		r.gather(e, c)
	} else {
		d := r.child(i, "det")
		e.definite = d >= 0 && (r.lower(d) == "the" || r.lower(d) == "this" || r.lower(d) == "those")
		e.talks = r.lower(i) == "talks" || lex().meetings.Negotiate[r.lemma(i)] || r.lemma(i) == "negotiation"
		e.plural = r.doc.Tokens[i].XPOS == "NNS" && !e.talks
		r.nounParts(e, i)
		r.wordsAfter(e, i)
		r.spread(e, i)
		if g := r.governor(i); g != nil && !r.cue[g.head] {
			if len(e.who) < 2 {
				e.who = append(r.subjects(g), e.who...)
			}
			if e.place == "" {
				e.place = r.placeAt(g.head)
			}
			if e.when.IsZero() {
				e.when, _ = r.when(g.head)
			}
		}
	}
	if e.state == rapporteur.MeetingPlanned {
		e.modality = orPlanned(e.modality)
		if pub := r.report.Published; !e.when.IsZero() && !pub.IsZero() && e.when.To.Before(pub) && e.when.Days() <= 31 {
			e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted
		}
	}
	if pub := r.report.Published; e.state == rapporteur.MeetingHeld && !e.when.IsZero() && !pub.IsZero() && e.when.From.After(pub) {
		e.state, e.modality = rapporteur.MeetingPlanned, rapporteur.Planned
	}
	r.last = r.meetingBefore(i)
	r.keep(e)
}

// gather reads who met where and when off a clause and the encounters that it names.
func (r *reading) gather(e *encounter, c *clause) {
	e.who = append(e.who, r.subjects(c)...)
	e.who = append(e.who, r.people(c.agent...)...)
	e.who = append(e.who, r.people(c.obj...)...)
	with := c.with("with", "alongside", "including", "together with", "between", "by")
	e.who = append(e.who, r.people(with...)...)
	for _, h := range with {
		e.who = append(e.who, r.rowAfter(h)...)
	}
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	r.outcomes(e, c)
	nouns := slices.Clone(c.obj)
	for _, o := range c.obl {
		nouns = append(nouns, o.head)
	}
	nouns = append(nouns, c.subj...)
	for _, n := range nouns {
		for _, h := range r.encounterNouns(n) {
			if r.told[h] {
				continue
			}
			r.told[h] = true
			r.nounParts(e, h)
			r.wordsAfter(e, h)
			r.spread(e, h)
		}
	}
	for _, k := range c.comp { // "agreed to meet", "is due to fly to Lund"
		if x := r.clause(k); x != nil && x.mark == "to" {
			inner := &encounter{head: k}
			r.gather(inner, x)
			e.who = append(e.who, inner.who...)
			if e.place == "" {
				e.place = inner.place
			}
			if e.when.IsZero() {
				e.when = inner.when
			}
		}
	}
}

// toldMeeting reports whether a frame has told the meeting that a predicate tells.
func (r *reading) toldMeeting(i int) bool {
	return slices.ContainsFunc(r.claims, func(f found) bool {
		return f.Meeting != nil && r.sent[f.head] == r.sent[i] && (f.head == i || r.within(i, f.head) || r.within(f.head, i))
	})
}

// meetingBefore returns the index of the claim of the meeting that was told last before a token, -1 for none.
func (r *reading) meetingBefore(i int) int {
	last := -1
	for n, f := range r.claims {
		if f.Meeting != nil && f.head < i && (last < 0 || f.head > r.claims[last].head) {
			last = n
		}
	}
	return last
}
