package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// What the sentences next to one tell of its talks: the day on which the teams came, the town in
// which they sat; and talks told by their number alone, the next of those told, and who came out of where.

// fromScene gives talks of two sides, of which no day or no place is told, the day of their sentence, or those of
// the one before or behind that speaks of the talks as well and tells no other.
func (r *reading) fromScene(threads []*thread) {
	for _, t := range threads {
		if t.stage != took || t.remote || t.visit || !t.when.IsZero() && t.place != "" || len(t.sides) < 2 && !slices.ContainsFunc(t.people, bothOf) {
			continue
		}
		if !slices.ContainsFunc(r.mentionsOf(t), func(e *encounter) bool { return e.talks && !e.plural && e.state == rapporteur.MeetingHeld }) {
			continue
		}
		n := r.sent[t.head(r)]
		for _, at := range []int{n, n - 1, n + 1} {
			if at < 0 || at >= len(r.doc.Sentences) || at != n && (!r.ofTalks(at) || r.othersMet(threads, t, at)) {
				continue
			}
			if t.when.IsZero() {
				if t.when = r.sceneDay(at, at == n); !t.when.IsZero() {
					t.news = true
				}
			}
			if t.place == "" && at != n && r.ofThoseDays(at, t.when) {
				t.place = r.scenePlace(at)
			}
		}
		for _, c := range t.claims {
			f := &r.claims[c]
			m := *f.Meeting
			f.Meeting = &m
			t.fill(&m, &f.When)
		}
	}
}

// ofTalks reports whether a sentence speaks of talks or of those who hold them.
func (r *reading) ofTalks(n int) bool {
	s := r.doc.Sentences[n]
	if s.Heading {
		return false
	}
	for i := s.Start; i < s.End; i++ {
		l := r.lemma(i)
		if r.bargaining(i) || r.lower(i) == "meeting" || l == "delegation" || l == "negotiator" || l == "mediator" || l == "bargainer" || l == "facilitator" || l == "conciliator" || i < s.Start+3 && (r.bothThere(i) || r.lower(i) == "neither") {
			return true
		}
	}
	return false
}

// othersMet reports whether a sentence tells of another meeting than that of a thread: of others, or of another day.
func (r *reading) othersMet(threads []*thread, t *thread, n int) bool {
	return slices.ContainsFunc(threads, func(u *thread) bool {
		if u == t || !slices.ContainsFunc(r.mentionsOf(u), func(e *encounter) bool { return r.sent[e.head] == n }) {
			return false
		}
		if u.stage != took || u.visit || u.remote {
			return true
		}
		return slices.ContainsFunc(append(slices.Clone(u.sides), u.people...), func(m rapporteur.Mention) bool {
			return named(m) && !knows(t.sides, m) && !knows(t.people, m)
		})
	})
}

// sceneDay returns the only day of the days just gone by on which the nth sentence tells that anything was or is done.
func (r *reading) sceneDay(n int, own bool) rapporteur.Interval {
	pub, s := r.report.Published, r.doc.Sentences[n]
	if pub.IsZero() {
		return rapporteur.Interval{}
	}
	var day rapporteur.Interval
	for t := range r.times {
		x := &r.times[t]
		if x.Start < s.Start || x.Start >= s.End || x.Interval.IsZero() {
			continue
		}
		if !x.Interval.Exact() || x.Interval.From.After(pub) || pub.Sub(x.Interval.To) > 7 || !r.doneThen(x, own) || !day.IsZero() && day != x.Interval {
			return rapporteur.Interval{}
		}
		day = x.Interval
	}
	return day
}

// ofThoseDays reports whether every day that the nth sentence tells is one of some days.
func (r *reading) ofThoseDays(n int, days rapporteur.Interval) bool {
	s := r.doc.Sentences[n]
	return !slices.ContainsFunc(r.times, func(x timex.Time) bool {
		return x.Start >= s.Start && x.Start < s.End && !x.Interval.IsZero() && !days.IsZero() && !x.Interval.Overlaps(days)
	})
}

// doneThen reports whether something was done on a day, and it is not that since or until which something else is so.
func (r *reading) doneThen(x *timex.Time, own bool) bool {
	if x.Start > 0 && (r.sinceThen(x) || bounds[r.lower(x.Start-1)]) {
		return false
	}
	if x.End < len(r.kids) && possessive(r.lower(x.End)) {
		return x.End+1 < len(r.kids) && r.isEncounter(x.End+1)
	}
	g := r.governor(r.top(x.Range))
	return g != nil && g.modal == "" && !g.neg && (own || !r.cue[g.head]) && (g.past || g.perfect || g.passive || r.doc.Tokens[g.head].XPOS == "VBN")
}

// bounds are the prepositions of a day up to which, or from which on, something is so.
var bounds = words{"until": true, "till": true, "by": true, "before": true, "from": true, "after": true}

// sinceThen reports whether a time is one since which something is so: "since Christmas", "since the truce
// collapsed in May".
func (r *reading) sinceThen(x *timex.Time) bool {
	if x.Start > 0 && r.lower(x.Start-1) == "since" {
		return true
	}
	g := r.governor(r.top(x.Range))
	return g != nil && g.mark == "since" && g.head > 0
}

// notSince takes from an encounter the day of something else since which it was the first, or the last.
func (r *reading) notSince(e *encounter) {
	if e.when.IsZero() || e.state != rapporteur.MeetingHeld {
		return
	}
	s, since := r.sentence(e.head), false
	for t := range r.times {
		x := &r.times[t]
		if x.Start < s.Start || x.Start >= s.End || x.Interval != e.when {
			continue
		}
		g := r.governor(r.top(x.Range))
		if g == nil || g.mark != "since" || e.head == g.head || r.within(e.head, g.head) {
			return
		}
		since = true
	}
	if since {
		e.when = rapporteur.Interval{}
	}
}

// scenePlace returns the only town in which the nth sentence tells that anything was done.
func (r *reading) scenePlace(n int) string {
	s := r.doc.Sentences[n]
	for i := s.Start; i < s.End; i++ {
		if base(r.rel(i)) != "root" {
			continue
		}
		if c := r.clause(i); c == nil || r.cue[i] || c.modal != "" {
			return ""
		}
		if p := r.placeBeside(i); p != "" && !r.isState(p) {
			return p
		}
	}
	return ""
}

// nthOne reads "the first, in Lund last Friday, lasted 90 minutes" and "round three, on Monday, ended without an
// offer", where the sentence before or the words before tell of talks: another of those parties.
func (r *reading) nthOne(c *clause) *encounter {
	l := &lex().meetings
	if c.modal != "" || c.neg || r.cue[c.head] || !l.Happen[c.verb] && !l.Hold[c.verb] && !l.End[c.verb] && !l.Begin[c.verb] && !broken[c.verb] || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	from := r.nthBefore(c)
	if from < 0 {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, talks: true, state: rapporteur.MeetingHeld, modality: rapporteur.Asserted}
	end := r.sentence(c.head).End
	if e.when = r.daysWithin(from-1, end); e.when.IsZero() || e.when.Days() > 31 || r.toCome(e.when) {
		return nil
	}
	e.place = r.placeWithin(from, end)
	r.fill(e, c.head)
	if e.who = r.whoMetBefore(c.head); len(e.who) == 0 && e.place == "" {
		return nil
	}
	return e
}

// nthBefore returns the token from which the words of a clause's subject tell one of several talks by its number
// alone, -1 where they do not.
func (r *reading) nthBefore(c *clause) int {
	s := r.sentence(c.head)
	k := s.Start
	if f := r.lower(k); f == "round" || f == "session" {
		if n, _ := r.number(min(k+1, s.End-1)); n > 0 && k+1 < c.head {
			return k + 2
		}
	}
	if r.lower(k) != "the" || k+1 >= c.head || r.sent[k] == 0 {
		return -1
	}
	switch f := r.lower(k + 1); {
	case ordinal(f), f == "last", f == "latest", f == "previous", f == "most":
	default:
		return -1
	}
	at := k + 2
	if r.lower(k+1) == "most" && r.lower(at) == "recent" {
		at++
	}
	if r.lower(at) == "one" {
		at++
	}
	if at < c.head && r.form(at) != "," && r.upos(at) != "ADP" || !slices.ContainsFunc(r.doc.Tokens[r.doc.Sentences[r.sent[k]-1].Start:k], func(t lang.Token) bool {
		return t.Lemma == "round" || t.Lemma == "session" || t.Lemma == "meeting" || t.Lemma == "sitting" || t.Lemma == "encounter" || t.Lemma == "summit"
	}) {
		return -1
	}
	return at
}

// againOn reads "… and will go at it again on Friday", "both sides return on Monday": the next of those who met.
func (r *reading) againOn(c *clause) *encounter {
	if c.neg || c.passive || r.cue[c.head] || c.mark == "if" || len(c.obj) > 0 {
		return nil
	}
	to := c.modal == "will" || c.modal == "would" || c.mark == "to" || r.lower(max(c.head-1, 0)) == "to"
	if m := r.modality(c.head); !to || m != rapporteur.Planned && m != rapporteur.Asserted {
		return nil
	}
	again := false
	for k := c.head; k < min(c.head+6, r.sentence(c.head).End); k++ {
		f := r.lower(k)
		again = again || f == "again" || f == "back" && (c.verb == "be" || c.verb == "come" || c.verb == "go" || c.verb == "get") || k == c.head && (f == "resume" || f == "reconvene" || f == "return" && len(c.with("to")) == 0)
	}
	met := r.whoMetBefore(c.head)
	if !again || len(met) < 2 || stageOf(r.claims[r.meetingBefore(c.head)].Meeting.State) != took || lex().speech.Verbs[c.verb] || !slices.ContainsFunc(c.subj, func(s int) bool {
		return r.bothThere(s) || r.takesPart(s) || slices.ContainsFunc(r.people(s), func(a actor) bool {
			return slices.ContainsFunc(met, func(p actor) bool { return p.Name == a.Name })
		})
	}) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, talks: true, state: rapporteur.MeetingPlanned, modality: rapporteur.Planned}
	if e.when, _ = r.when(c.head); !e.when.Exact() || !r.report.Published.IsZero() && e.when.From.Before(r.report.Published) {
		return nil
	}
	r.fill(e, c.head)
	e.who = met
	return e
}

// whoMetBefore returns those of the meeting told last before token i, in its sentence or the one before.
func (r *reading) whoMetBefore(i int) []actor {
	at := r.meetingBefore(i)
	if at < 0 || r.sent[i]-r.sent[r.claims[at].head] > 1 {
		return nil
	}
	var out []actor
	m := r.claims[at].Meeting
	for _, p := range append(slices.Clone(m.Parties), m.Participants...) {
		out = append(out, actor{Mention: p, token: i})
	}
	return out
}

// cameOut reads "the two delegations came out of the palace after three hours": who comes away together from
// where they were has met there.
func (r *reading) cameOut(c *clause) *encounter {
	l := &lex().meetings
	if c.neg || c.passive || c.modal != "" || r.cue[c.head] || !l.Exit[c.verb] && c.verb != "emerge" && c.verb != "come" && c.verb != "step" && c.verb != "file" && c.verb != "leave" || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, talks: true, state: rapporteur.MeetingHeld, modality: rapporteur.Asserted, who: r.subjects(c)}
	s := r.sentence(c.head)
	for k := s.Start; k < s.End; k++ {
		if r.isEncounter(k) {
			return nil // "came out of five hours of talks": told at the noun
		}
	}
	if !r.ofTwoSides(e.who) {
		return nil
	}
	if h := r.exitFrom(c); h >= 0 {
		e.place = r.placeName(h)
	} else if h := c.with("from"); c.verb == "emerge" && len(h) > 0 {
		e.place = r.placeName(h[0])
	} else if c.verb == "leave" && len(c.obj) > 0 {
		e.place = r.placeName(c.obj[0])
	}
	r.fill(e, c.head)
	if e.place == "" || e.minutes == 0 {
		return nil
	}
	if e.when, _ = r.when(c.head); e.when.IsZero() {
		if c.perfect && !c.past {
			e.when = rapporteur.On(r.report.Published)
		} else {
			e.when = r.dayOfNews(r.sentence(c.head).Start)
		}
	}
	if !e.when.Exact() || r.toCome(e.when) {
		return nil
	}
	return e
}
