package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// Where somebody is told to have gone, or to be, he met those whom the sentences around it tell: "is on a
// two-day visit to Lund. On Thursday he met Holt", "He left Lund the same evening."

// stay is that a person was at a place.
type stay struct {
	at    int // the token that tells it
	who   []actor
	place string
	when  rapporteur.Interval
	gone  bool // told by the person's leaving: of what was told before
}

// whereabouts returns where the report tells people to have been, in its order.
func (r *reading) whereabouts() []stay {
	l := &lex().meetings
	var out []stay
	for n := range r.clauses {
		c := &r.clauses[n]
		if c.neg || c.passive || c.modal != "" || r.modality(c.head) != rapporteur.Asserted || c.mark == "to" || r.doc.Sentences[r.sent[c.head]].Heading {
			continue
		}
		s := stay{at: c.head}
		switch {
		case c.copula && r.typeAt(c.head) == lang.LOC && (r.caseOf(c.head) == "in" || r.caseOf(c.head) == "at"):
			s.place = r.placeName(c.head)
		case c.verb == "leave" || c.verb == "depart":
			s.gone = true
			for _, o := range append(slices.Clone(c.obj), c.with("from")...) {
				if s.place == "" && r.typeAt(o) == lang.LOC {
					s.place = r.placeName(o)
				}
			}
		case c.verb == "visit":
			for _, o := range c.obj {
				if s.place == "" && r.typeAt(o) == lang.LOC {
					s.place = r.placeName(o)
				}
			}
		case l.Journey[c.verb]:
			for _, h := range c.with("to", "in", "at", "into") {
				if s.place == "" {
					s.place = r.placeName(h)
				}
			}
		}
		if s.place == "" && (c.copula || c.verb == "be" || c.verb == "arrive" || c.verb == "begin" || c.verb == "start" || c.verb == "pay" || c.verb == "make") {
			s.place = r.visitTo(c)
		}
		if s.place == "" {
			continue
		}
		s.who = slices.DeleteFunc(r.subjects(c), func(a actor) bool { return a.Kind != rapporteur.Person })
		if len(s.who) == 0 {
			continue
		}
		s.when, _ = r.when(c.head)
		out = append(out, s)
	}
	slices.SortStableFunc(out, func(a, b stay) int { return a.at - b.at })
	return out
}

// visitTo returns where a clause tells somebody to be on a visit: "is on a two-day visit to Lund".
func (r *reading) visitTo(c *clause) string {
	for k := c.head - 6; k < min(c.head+10, r.sentence(c.head).End); k++ {
		if k < r.sentence(c.head).Start || r.upos(k) != "NOUN" {
			continue
		}
		switch r.lemma(k) {
		case "visit", "trip", "mission", "tour":
		default:
			continue
		}
		for _, h := range r.children(k, "nmod", "obl") {
			if p := r.caseOf(h); (p == "to" || p == "in") && r.typeAt(h) == lang.LOC {
				return r.placeName(h)
			}
		}
	}
	return ""
}

// onStay gives meetings of which no place is told the place where one of those who met is told to be, and the
// day of his coming where no other is told.
func (r *reading) onStay(threads []*thread) {
	var stays []stay
	for _, t := range threads {
		if t.place != "" || t.remote || t.stage != took || t.visit || count(t.people) < 2 || len(t.claims) == 0 {
			continue
		}
		first := &r.claims[t.claims[0]]
		if p := r.amidPlace(first.head); p != "" {
			t.put(r, p, rapporteur.Interval{})
			continue
		}
		if r.placeTold(r.sentence(first.head)) {
			continue
		}
		if stays == nil {
			stays = append(r.whereabouts(), stay{at: len(r.sent)})
		}
		if s := r.stayOf(stays, t, first); s != nil {
			t.put(r, s.place, s.when)
		}
	}
}

// stayOf returns the stay during which the meeting of a thread came about, nil for none.
func (r *reading) stayOf(stays []stay, t *thread, first *found) *stay {
	c := r.governor(first.head)
	if c == nil || c.perfect && c.past {
		return nil // "had met Holt a week before"
	}
	var best *stay
	for n := range stays {
		s := &stays[n]
		if s.place == "" || r.isState(s.place) && r.sent[s.at] != r.sent[first.head] || !slices.ContainsFunc(s.who, func(a actor) bool { return knows(t.people, a.Mention) }) {
			continue
		}
		gap := r.sent[first.head] - r.sent[s.at]
		if days := s.when.Days(); days > 0 && !t.when.IsZero() && !near(s.when, t.when, 3) {
			continue
		}
		switch {
		case s.at > first.head && (s.gone || r.upos(s.at) == "VERB") && gap == -1 && best == nil && !s.bothGo() && r.sceneOf(s, t):
			best = s
		case s.at < first.head && !s.gone && gap <= 3:
			best = s
		case s.at < first.head && s.gone && gap <= 3:
			best = nil // he was elsewhere by then
		}
	}
	return best
}

// sceneOf reports whether a stay told behind a meeting may be told as the setting of it: he left the place on
// the day of it, or came there at no other time.
func (r *reading) sceneOf(s *stay, t *thread) bool {
	if s.gone {
		return s.when.IsZero() || t.when.IsZero() || near(s.when, t.when, 1)
	}
	c := r.clause(s.at)
	if !s.when.IsZero() || c == nil || !c.past || c.perfect || c.verb != "come" && c.verb != "arrive" && c.verb != "turn" {
		return false
	}
	return !slices.ContainsFunc(r.kids[s.at], func(k int) bool {
		f := r.lower(k)
		return f == "then" || f == "later" || f == "next" || f == "afterwards"
	})
}

// bothGo reports whether several are told to have gone somewhere together, from where they met.
func (s *stay) bothGo() bool { return !s.gone && len(s.who) > 1 }

// amidPlace returns the place of which the clause above tells, where an encounter is told with "as" or "when": "The
// Norvanan capital was under lockdown as Brandt met Holt".
func (r *reading) amidPlace(i int) string {
	c := r.governor(i)
	if c == nil || c.mark != "as" && c.mark != "when" && c.mark != "while" {
		return ""
	}
	up := r.clause(max(r.head(c.head), 0))
	if up == nil || len(up.subj) == 0 || up.subj[0] > c.head {
		return ""
	}
	s := up.subj[0]
	if r.lemma(s) == "capital" {
		return r.capitalOf(s)
	}
	if n := r.nameAt(s); n != nil && n.Type == lang.LOC && !r.isState(tidyName(r.doc.Words(n.Range))) {
		return tidyName(r.doc.Words(n.Range))
	}
	return ""
}

// put gives a meeting and all claims of it a place, and days where none are told.
func (t *thread) put(r *reading, place string, when rapporteur.Interval) {
	t.place = place
	if t.when.IsZero() && when.Exact() && (r.report.Published.IsZero() || !when.From.After(r.report.Published) == (t.stage == took)) {
		t.when = when
	}
	for _, n := range t.claims {
		f := &r.claims[n]
		m := *f.Meeting
		f.Meeting = &m
		t.fill(&m, &f.When)
	}
}

// dayOfTeller gives an encounter told in the past as news the day on which somebody said it: "talked for an hour,
// the palace said on Tuesday". One of those who met says it that day or on the next: "said on Tuesday that he had spoken with her".
// A call of which somebody says that it was, and no more, was in the last days.
func (r *reading) dayOfTeller(e *encounter) {
	c, pub := r.clause(e.head), r.report.Published
	if c == nil {
		c = r.governor(e.head)
	}
	if !e.when.IsZero() || e.state != rapporteur.MeetingHeld || e.plural || c == nil || pub.IsZero() || !c.past && !c.perfect || len(distinct(e.who)) < 2 {
		return
	}
	a := r.inner[e.head]
	if r.upos(e.head) != "VERB" && c.verb != "have" && c.verb != "hold" && c.verb != "conduct" {
		return // "my meeting with him was a good one, she said on Monday"
	}
	if a < 0 || base(r.rel(c.head)) == "advcl" || base(r.rel(c.head)) == "acl" {
		return
	}
	for _, cue := range r.said.Attributions[a].Cue {
		u := r.clause(cue.Start)
		if u == nil || !u.past || !lex().speech.Verbs[u.verb] || r.sent[u.head] != r.sent[e.head] {
			continue
		}
		t, first := r.timeBelow(u.head), u.head < e.head
		if t == nil && first && e.format == "phone" && r.namedVoice(a) && !r.onceOrOften(c) && !r.dated(r.own(c.head)) {
			e.when = rapporteur.Interval{From: pub.AddDays(-2), To: pub}
			return
		}
		if t == nil || !t.Interval.Exact() || t.Interval.From.After(pub) || pub.Sub(t.Interval.From) > 3 || first && t.Start > e.head {
			continue
		}
		switch {
		case !first && !(c.perfect && c.past):
			e.when = t.Interval
			return
		case first && r.tellsOfHimself(e, a) && !r.onceOrOften(c):
			e.when = rapporteur.Interval{From: t.Interval.From.AddDays(-1), To: t.Interval.To}
			return
		}
	}
}

// namedVoice reports whether the voice of an attribution has a name.
func (r *reading) namedVoice(a int) bool {
	voices := r.said.Attributions[a].Voices
	return len(voices) > 0 && rapporteur.SourceType(voices[0].Type) != rapporteur.AnonymousSource
}

// tellsOfHimself reports whether the voice of an attribution is one of those who met.
func (r *reading) tellsOfHimself(e *encounter, a int) bool {
	voices := r.said.Attributions[a].Voices
	return len(voices) > 0 && slices.ContainsFunc(e.who, func(x actor) bool {
		v := voices[len(voices)-1]
		return x.Name == v.Name || v.Entity >= 0 && x.token >= 0 && r.entity[x.token] == v.Entity
	})
}

// onceOrOften reports whether the words of a clause say that it was once, or more than once.
func (r *reading) onceOrOften(c *clause) bool {
	s := r.own(c.head)
	for k := s.Start; k < s.End; k++ {
		switch r.lower(k) {
		case "first", "once", "twice", "times", "ago", "last", "earlier", "previously", "already", "often", "several", "recently", "before", "never", "ever", "as":
			return true
		}
	}
	return false
}

// dayBeside gives an encounter the day that is told by its nearness to another: "had met in Lund the day before",
// "They met again the following day".
func (r *reading) dayBeside(e *encounter) {
	if !e.when.IsZero() {
		return
	}
	s := r.sentence(e.head)
	for k := s.Start; k+1 < s.End; k++ {
		if k > e.head && r.clause(k) != nil && r.upos(k) == "VERB" && isFinite(r.doc.Tokens[k].XPOS) && k > e.head+1 {
			return
		}
		if d, ok := beside[r.lower(k)+" "+r.lower(k+1)]; ok && k > 0 && r.hangsNear(k, e.head) && !(d != 0 && k+2 < s.End && (r.lower(k+1) == "before" || r.lower(k+1) == "after") && r.upos(k+2) != "PUNCT" && r.upos(k+2) != "CCONJ") {
			var last *timex.Time
			for t := range r.times {
				if x := &r.times[t]; x.End <= k && x.Interval.Exact() && !r.sinceThen(x) && !r.ofWhom(x) && r.sent[k]-r.sent[min(x.Start, len(r.sent)-1)] <= 2 {
					last = x
				}
			}
			if last != nil {
				e.when = rapporteur.On(last.Interval.From.AddDays(d))
				r.dropDayToCome(e)
			}
			return
		}
	}
}

// ofWhom reports whether a time stands in what is told of somebody beside: "Holt, who took over on 1 September, …".
func (r *reading) ofWhom(x *timex.Time) bool {
	g := r.governor(r.top(x.Range))
	if g == nil || r.rel(g.head) != "acl:relcl" {
		return false
	}
	h := r.head(g.head)
	return h >= 0 && r.typeAt(h) == lang.PER
}

// hangsNear reports whether the words at token k are of the clause of token i.
func (r *reading) hangsNear(k, i int) bool {
	a, b := r.governor(k), r.governor(i)
	return a != nil && b != nil && (a.head == b.head || r.hangsOn(k, i))
}

// dropDayToCome takes a day that is yet to come from an encounter that was held: it is that of something else.
func (r *reading) dropDayToCome(e *encounter) {
	if r.toCome(e.when) && e.state == rapporteur.MeetingHeld {
		e.when = rapporteur.Interval{}
	}
}

// beside are words for a day by its nearness to the one told before, with the days between.
var beside = map[string]int{
	"day before": -1, "previous day": -1, "day earlier": -1, "evening before": -1, "night before": -1, "previous evening": -1, "previous night": -1,
	"next day": 1, "following day": 1, "day after": 1, "day later": 1, "next morning": 1, "following morning": 1, "next evening": 1, "following evening": 1, "next afternoon": 1,
	"same day": 0, "that day": 0, "same evening": 0, "that evening": 0, "same afternoon": 0, "that afternoon": 0, "same morning": 0, "that morning": 0, "same night": 0, "that night": 0,
}

// justThen gives what somebody "had just" done the day of the sentence before.
func (r *reading) justThen(e *encounter) {
	c := r.clause(e.head)
	if !e.when.IsZero() || e.state != rapporteur.MeetingHeld || c == nil || !c.perfect || !c.past || !slices.ContainsFunc(c.adverbs, func(k int) bool { return strings.EqualFold(r.form(k), "just") }) {
		return
	}
	if day, at := r.dayTold(e.head); at >= 0 && r.sent[e.head]-r.sent[at] <= 1 {
		e.when = day
	}
}

// sentTo returns the clause above an infinitive that tells whom somebody sent to do it: "has dispatched her envoy to
// Lund to see Holt". Who sends stays at home.
func (r *reading) sentTo(c *clause) *clause {
	if r.lower(max(c.head-1, 0)) != "to" {
		return nil
	}
	up := r.governor(max(r.head(c.head), 0))
	if up == nil || !sends[up.verb] || up.head > c.head || len(r.delegationOf(up)) == 0 {
		return nil
	}
	return up
}

// sends are the verbs of sending somebody somewhere.
var sends = words{"send": true, "dispatch": true, "despatch": true, "deploy": true}
