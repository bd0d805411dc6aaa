package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// What became of an encounter that was planned, as words around its noun tell it whatever the tree
// made of them: "Thursday's meeting is off", "their trip is on hold", "was moved from Monday to Friday".

// fateOf returns the state that "is off", "remains on hold" behind the noun of an encounter tell, and
// the token of the auxiliary; "" where no such words stand there.
func (r *reading) fateOf(i int) (rapporteur.MeetingState, int) {
	l, end := &lex().meetings, r.sentence(i).End
	for k := i + 1; k+1 < end; k++ {
		if r.form(k) == ";" || r.form(k) == ":" || k > i+1 && r.isEncounter(k) && r.caseOf(k) == "" {
			return "", -1
		}
		if !staying[r.lower(k)] || r.insideRelative(k, i) {
			continue
		}
		j := k + 1
		for j+1 < end && (r.upos(j) == "ADV" || r.lower(j) == "been" || r.lower(j) == "now") && !l.Off[r.lower(j)] {
			j++ // "is now off", "has been on hold"
		}
		switch f := r.lower(j); {
		case l.Off[f] && f != "cancelled" && f != "canceled" && r.offAlone(j):
			return rapporteur.MeetingCancelled, k
		case f == "on" && l.Shelves[r.lower(r.pastArticle(j+1))]:
			return rapporteur.MeetingPostponed, k
		}
		if r.upos(k) == "AUX" && r.clause(r.head(k)) != nil && k < r.head(k) && r.upos(r.head(k)) == "VERB" {
			return "", -1 // the predicate is told otherwise
		}
	}
	return "", -1
}

// staying are the forms of the verbs that say how something stands.
var staying = words{"is": true, "are": true, "was": true, "were": true, "'s": true, "’s": true, "remains": true, "remain": true, "remained": true, "stays": true, "stay": true, "went": true, "has": true, "have": true}

// pastArticle returns the token after an article and adjectives.
func (r *reading) pastArticle(k int) int {
	for k+1 < len(r.kids) && (r.upos(k) == "DET" || r.upos(k) == "ADJ") {
		k++
	}
	return min(k, len(r.kids)-1)
}

// offAlone reports whether "off" at token j says that something is not to be: "is off", "is off the
// table", but not "is off to a good start".
func (r *reading) offAlone(j int) bool {
	k := j + 1
	if k >= r.sentence(j).End {
		return true
	}
	switch f := r.lower(k); f {
	case "the":
		return k+1 < len(r.kids) && (r.lower(k+1) == "table" || r.lower(k+1) == "cards" || r.lower(k+1) == "agenda")
	case "again", "for", "after", "because", "since", "until", "till", "unless", "and", "but", "if", "as", "now", "altogether", "indefinitely":
		return true
	}
	return r.upos(k) == "PUNCT"
}

// insideRelative reports whether token k stands in a clause that tells of the noun at token i:
// "the talks, which were planned for May, …".
func (r *reading) insideRelative(k, i int) bool {
	h := k
	for steps := 0; h > i && steps < 8; h, steps = r.head(h), steps+1 {
		if base(r.rel(h)) == "acl" {
			return true
		}
	}
	return false
}

// shifted parts an encounter that was put off, or brought forward, from one day to another: it was not
// held on the one, and is planned for the other. It returns nil where only one of the days is told.
func (r *reading) shifted(e *encounter) []*encounter {
	v := r.moving(e)
	if e.state != rapporteur.MeetingPostponed || v < 0 {
		return nil
	}
	fresh, at := r.newDays(v)
	old := r.oldDays(e, v, at, fresh)
	if n := r.movedBy(v); fresh.IsZero() && n != 0 && old.Exact() {
		old = r.notYet(old, fresh)
		fresh = rapporteur.On(old.From.AddDays(n))
	}
	if fresh.IsZero() {
		return nil
	}
	e.moved = true
	if c := r.clause(v); old.IsZero() || old == fresh || old.Overlaps(fresh) {
		e.when = fresh
		if c.verb != "postpone" && c.verb != "delay" && c.verb != "defer" && c.lemma != "put off" {
			e.state, e.modality = rapporteur.MeetingPlanned, orPlanned(e.modality)
		}
		return nil
	}
	a, b := *e, *e
	a.when, a.clock, a.zone = old, "", ""
	b.when, b.state, b.modality = fresh, rapporteur.MeetingPlanned, orPlanned(e.modality)
	if p := r.placeAfter(at, v); p != "" {
		b.place = p
	}
	return []*encounter{&a, &b}
}

// moving returns the verb by which an encounter is told to have been put off, -1 for none.
func (r *reading) moving(e *encounter) int {
	s := r.sentence(e.head)
	best := -1
	for k := s.Start; k < s.End; k++ {
		if c := r.clause(k); c != nil && c.is(lex().meetings.Postpone) && (best < 0 || abs(k-e.head) < abs(best-e.head)) {
			best = k
		}
	}
	return best
}

// newDays returns the days to which something is moved, behind the verb at token v, and their token.
func (r *reading) newDays(v int) (rapporteur.Interval, int) {
	for k := v + 1; k < r.sentence(v).End; k++ {
		if c := r.clause(k); c != nil && r.upos(k) == "VERB" && isFinite(r.doc.Tokens[k].XPOS) {
			break
		}
		if p := r.lower(k); p != "to" && p != "until" && p != "till" && p != "for" || k+1 >= len(r.kids) {
			continue
		}
		if t := r.timeAt[r.pastArticle(k+1)]; t >= 0 && !r.times[t].Interval.IsZero() && r.times[t].Interval.Days() <= 31 && r.times[t].Start <= r.pastArticle(k+1) {
			days := r.times[t].Interval
			if day, err := rapporteur.ParseDate(r.times[t].Value); err == nil {
				days = rapporteur.On(day) // "from Tuesday to Friday": two days of one span
			}
			if pub := r.report.Published; !pub.IsZero() && days.Exact() && r.ofWeekday(&r.times[t]) && days.To.Before(pub) {
				days = rapporteur.On(days.From.AddDays(7))
			}
			return days, k
		}
	}
	return rapporteur.Interval{}, -1
}

// oldDays returns the days for which what was moved had been planned: behind "from", or in the words
// of its noun.
func (r *reading) oldDays(e *encounter, v, at int, fresh rapporteur.Interval) rapporteur.Interval {
	days := rapporteur.Interval{}
	for t := range r.times {
		x := &r.times[t]
		if x.Interval.IsZero() || x.Start >= len(r.sent) || r.sent[x.Start] != r.sent[v] || x.Interval.Days() > 31 {
			continue
		}
		switch p := r.lower(max(x.Start-1, 0)); {
		case p == "from" && x.Start > v:
			days = x.Interval
			if day, err := rapporteur.ParseDate(x.Value); err == nil {
				days = rapporteur.On(day) // "from Tuesday to Friday": two days of one span
			}
		case p == "to", p == "until", p == "till":
			continue
		case x.Start > v && !(x.Start > e.head && r.hangsOn(r.top(x.Range), e.head)):
			continue
		case r.cue[max(r.head(r.top(x.Range)), 0)] || !days.IsZero():
			continue
		case x.Start < v && x.Start > e.head || x.End <= e.head+1 && r.nounPhrase(e.head).Covers(x.Range) || x.Start > e.head:
			if g := r.governor(r.top(x.Range)); g == nil || g.head != v {
				days = x.Interval
			}
		default:
			continue
		}
		if weekdays[r.lower(x.Start)] && x.Len() <= 2 {
			days = r.notYet(days, fresh)
		}
	}
	return days
}

// notYet puts the weekday for which what was put off had been planned into the days to come: where that is
// the nearer one, or where the new day is still later.
func (r *reading) notYet(day, fresh rapporteur.Interval) rapporteur.Interval {
	pub := r.report.Published
	if pub.IsZero() || !day.Exact() || !day.To.Before(pub) || pub.Sub(day.To) > 6 {
		return day
	}
	if next := rapporteur.On(day.From.AddDays(7)); pub.Sub(day.To) >= 4 || !fresh.IsZero() && next.To.Before(fresh.From) {
		return next
	}
	return day
}

// movedBy returns by how many days something is moved: "pushed back by a week", 0 where that is not told.
func (r *reading) movedBy(v int) int {
	for k := v + 1; k+1 < min(v+8, r.sentence(v).End); k++ {
		if p := r.lower(k); p != "by" && p != "for" {
			continue
		}
		t := r.timeAt[k+1]
		if t < 0 || r.times[t].Type != timex.DurationType {
			return 0
		}
		n := durationDays(r.times[t].Value)
		if r.clause(v).verb == "bring" {
			return -n
		}
		return n
	}
	return 0
}

// placeAfter returns the place that is told with the new day of what was moved: "and to Lund".
func (r *reading) placeAfter(at, v int) string {
	if at < 0 {
		return ""
	}
	end := min(at+8, r.sentence(v).End)
	for k := at + 1; k+1 < end && r.upos(k) != "VERB"; k++ {
		if p := r.lower(k); p == "in" || p == "to" || p == "at" {
			if place := r.placeFrom(k + 1); place != "" {
				return place
			}
		}
	}
	return ""
}

// openedWhere gives an encounter the place at which a clause tells that "it" was to be: "hours before
// it was due to open in Lund, the conference was called off".
func (r *reading) openedWhere(e *encounter) {
	s := r.sentence(e.head)
	for n := range r.clauses {
		c := &r.clauses[n]
		if e.place != "" || c.head < s.Start || c.head >= s.End || c.mark != "before" && c.mark != "until" && c.mark != "when" && c.mark != "as" || !slices.ContainsFunc(c.subj, func(k int) bool { f := r.lower(k); return f == "it" || f == "they" }) {
			continue
		}
		if l := &lex().meetings; !l.Begin[c.verb] && !l.Verbs[c.verb] && !strings.HasPrefix(c.verb, "take") && !arranged[r.lower(max(c.head-2, 0))] {
			continue
		}
		e.place = r.placeAt(c.head)
	}
}

// shifts are verbs of moving that put an encounter off only where days are told.
var shifts = words{"move": true, "shift": true, "switch": true, "slip": true, "shunt": true}

// besideItsDay gives an encounter the place that stands right beside its day, whatever the tree hung both on: "is
// set for Lund on June 4", "to Lund from May 26 to 28 for consultations".
func (r *reading) besideItsDay(e *encounter) {
	if e.place != "" || e.when.IsZero() || remote(e.format) || e.state != rapporteur.MeetingPlanned && e.state != rapporteur.MeetingHeld && e.state != rapporteur.MeetingCancelled && e.state != rapporteur.MeetingPostponed {
		return
	}
	if p := r.caseOf(e.head); p == "after" || p == "before" || p == "following" || p == "since" || p == "ahead of" {
		return // "flew to Lund on Tuesday after a meeting": the day of something else
	}
	s := r.sentence(e.head)
	for t := range r.times {
		x := &r.times[t]
		if x.Interval != e.when || x.Start < s.Start || x.End > s.End || r.predicatesBetween(e.head, x.Start) > 0 {
			continue
		}
		if h := r.head(r.top(x.Range)); h >= 0 && r.cue[h] && r.clause(h) != nil && h != e.head {
			continue // the day of the telling
		}
		k := x.Start - 1
		for k > s.Start && (r.lower(k) == "on" || r.lower(k) == "from" || r.lower(k) == "in" || r.form(k) == ",") {
			k--
		}
		if n := r.nameAt(k); n != nil && n.Type == lang.LOC && n.End == k+1 && n.Start > s.Start && r.leadsTo(n.Start-1) {
			e.place = tidyName(r.doc.Words(n.Range))
			return
		}
		if k = x.End; k+1 < s.End && (r.lower(k) == "in" || r.lower(k) == "at") {
			if n := r.nameAt(k + 1); n != nil && n.Start == k+1 && n.Type == lang.LOC && !(n.End < s.End && possessive(r.lower(n.End))) {
				e.place = tidyName(r.doc.Words(n.Range))
				return
			}
		}
	}
}

// leadsTo reports whether the word at token p, before a place, tells where something is or is to be.
func (r *reading) leadsTo(p int) bool {
	switch r.lower(p) {
	case "in", "at", "near", "outside":
		return true
	case "for":
		return p > 0 && (lex().meetings.Plan[r.lemma(p-1)] || r.lower(p-1) == "in" && p > 1 && lex().meetings.Plan[r.lemma(p-2)] || arranged[r.lower(p-1)])
	case "to":
		c := r.governor(p + 1)
		return c != nil && (lex().meetings.Journey[c.verb] || c.verb == "lead" || c.verb == "invite" || c.verb == "summon" || c.verb == "bring" || c.verb == "send" || c.verb == "take")
	}
	return false
}

// shelvedBehind returns the state that the sentence goes on to tell of an encounter that was planned, where the tree gave
// the predicate another subject: "talks that were to take place this week between Holt and a northern official have been
// put off"; "" where it tells of none.
func (r *reading) shelvedBehind(n *nominal) rapporteur.MeetingState {
	l := &lex().meetings
	if n.state != rapporteur.MeetingPlanned {
		return ""
	}
	for k := n.noun + 1; k < r.sentence(n.noun).End; k++ {
		if r.form(k) == ";" || r.isEncounter(k) && r.caseOf(k) == "" && r.rel(k) != "compound" {
			return ""
		}
		c := r.clause(k)
		if c == nil || !c.passive || c.neg || c.modal != "" || len(c.agent) > 0 || !c.is(l.Cancel) && !(c.is(l.Postpone) && !shifts[c.verb]) || r.head(k) == n.noun && base(r.rel(k)) == "acl" {
			continue
		}
		if len(c.subj) > 0 && len(r.people(c.subj...)) == 0 && !lex().actors.Persons[r.lemma(c.subj[0])] && !lex().actors.Delegations[r.lemma(c.subj[0])] {
			return ""
		}
		if c.is(l.Cancel) {
			return rapporteur.MeetingCancelled
		}
		return rapporteur.MeetingPostponed
	}
	return ""
}

// nearestGone puts the weekday of what was to be and came to nothing into the days gone by where that is much the nearer
// one: of a Monday, "had called off talks that were to take place on Sunday" is of the day before.
func (r *reading) nearestGone(e *encounter) {
	pub := r.report.Published
	if e.state != rapporteur.MeetingCancelled && e.state != rapporteur.MeetingPostponed || e.moved || pub.IsZero() || !e.when.Exact() || e.when.From.Sub(pub) < 5 || e.when.From.Sub(pub) > 6 {
		return
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Interval != e.when || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[e.head] || !r.ofWeekday(x) || x.Start <= e.head || r.lower(x.Start) == "next" || r.lower(x.Start-1) == "next" {
			continue
		}
		switch r.lower(x.Start - 1) {
		case "to", "until", "till":
			return
		}
		for k := e.head + 1; k < x.Start; k++ {
			if f := r.lower(k); (f == "was" || f == "were") && (r.lower(k+1) == "to" || r.lower(k+1) == "due" || r.lower(k+1) == "set" || r.lower(k+1) == "scheduled") {
				e.when = rapporteur.On(e.when.From.AddDays(-7))
				return
			}
		}
	}
}

// flightOf gives a journey that was called off the place and the day to which its sentence tells that somebody was to go: "had a
// flight booked to Lund for Friday and cancelled the trip".
func (r *reading) flightOf(e *encounter) {
	if stageOf(e.state) != off || !r.ofTravel(e) || e.place != "" {
		return
	}
	s := r.sentence(e.noun)
	for k := s.Start + 1; k < e.noun; k++ {
		n := r.nameAt(k)
		if n == nil || n.Start != k || n.Type != lang.LOC || r.lower(k-1) != "to" {
			continue
		}
		for j := max(s.Start, k-5); j < k; j++ {
			if l := r.lemma(j); flights[l] || lex().meetings.Journey[l] {
				e.place = tidyName(r.doc.Words(n.Range))
				if e.when = r.dayWithin(n.End, e.noun); !r.report.Published.IsZero() && e.when.Exact() && r.report.Published.Sub(e.when.To) > 3 && r.report.Published.Sub(e.when.To) < 7 {
					e.when = rapporteur.On(e.when.From.AddDays(7)) // the nearer weekday
				}
				return
			}
		}
	}
}

// flights are the nouns of what takes somebody to a place.
var flights = words{"flight": true, "ticket": true, "plane": true, "seat": true, "train": true, "journey": true, "trip": true, "visit": true}
