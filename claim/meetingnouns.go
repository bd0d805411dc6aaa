package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// meetingNoun reads an encounter named by a noun: "talks between A and B were
// held", "after a meeting with X, which took place in Lund".
func (r *reading) meetingNoun(i int) *encounter {
	l := &lex().meetings
	lemma := r.lemma(i)
	if lemma == "consultation" && r.lower(i) == "consultation" && r.child(i, "det") < 0 || lemma == "dialogue" && r.child(i, "det") < 0 {
		return nil // "in consultation with"
	}
	if r.lower(i) == "talk" || lemma == "talk" && r.lower(i) != "talks" || r.cue[i] && r.inner[i] < 0 && lemma == "call" {
		return nil
	}
	if n := r.nameAt(i); n != nil && n.Len() > 1 && n.Type != lang.LOC && n.Type != lang.NORP {
		return nil // "the Yalta Conference Centre"
	}
	if r.rel(i) == "compound" && r.head(i) > i && !l.Nouns[r.lemma(r.head(i))] {
		return nil
	}
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "nmod" && r.caseOf(k) == "of" && (l.Nouns[r.lemma(k)] && r.lemma(k) != "visit" || r.lower(k) == "talks") && !r.told[k] {
			return nil // "a round of talks" is told at "talks"
		}
	}
	words := r.nounPhrase(i)
	for k := words.Start; k < words.End; k++ {
		if k != i && !(lemma == "summit" && r.lemma(k) == "council") && (l.Not[r.lower(k)] || l.Not[r.lemma(k)]) && (k < i || r.within(k, i) && !r.among(k, i)) {
			return nil
		}
	}
	if lemma == "conference" && !slices.ContainsFunc(r.kids[i], func(k int) bool {
		return r.lower(k) == "peace" || r.lower(k) == "donor" || r.lower(k) == "climate" || l.Format[r.lower(k)] != ""
	}) {
		return nil
	}
	if lemma == "call" || lemma == "conversation" || lemma == "dialogue" {
		if len(r.ownWho(i)) == 0 && lex().meetings.Format[r.lower(max(i-1, 0))] == "" {
			return nil
		}
	}
	if lemma == "call" {
		for _, k := range r.kids[i] { // "calls for a referendum"
			if p := r.caseOf(k); p == "for" {
				return nil
			}
		}
	}
	top := i
	// "a round of talks", "the second day of negotiations", "a series of meetings"
	for h := r.head(top); h >= 0 && base(r.rel(top)) == "nmod" && r.caseOf(top) == "of" && (l.Nouns[r.lemma(h)] || slices.Contains([]string{"series", "day", "session", "phase", "start", "beginning", "end", "resumption", "set"}, r.lemma(h))); h = r.head(top) {
		top = h
	}
	hours := -1 // "nine hours of talks"
	if h := r.head(top); h >= 0 && base(r.rel(top)) == "nmod" && r.caseOf(top) == "of" && r.timeAt[h] >= 0 && r.lemma(h) == "hour" && r.times[r.timeAt[h]].Minutes > 0 {
		top, hours = h, r.times[r.timeAt[h]].Minutes
	}
	if r.told[top] {
		return nil
	}
	e := &encounter{head: i, noun: i, modality: rapporteur.Asserted, weak: l.Weak[lemma] || lemma == "conference", talks: lemma == "talk" || lemma == "negotiation" || lemma == "consultation" || lemma == "session" || r.lower(i) == "talks"}
	r.told[top], r.told[i] = true, true
	// "a date for a meeting", "the results of the talks" tell of it without a state
	r.nounParts(e, i)
	if top != i {
		r.nounParts(e, top)
	}
	if hours > 0 && hours < 3*24*60 {
		e.minutes = hours
	}
	r.wordsAfter(e, i)
	r.theirs(e, i, top)
	det := ""
	for _, t := range []int{i, top} {
		if d := r.child(t, "det"); d >= 0 && det != "a" && det != "an" {
			det = r.lower(d) // but "the start of a meeting" is of a meeting
		}
		if r.child(t, "nmod:poss") >= 0 && det == "" {
			det = "the"
		}
	}
	e.definite = det == "the" || det == "this" || det == "these" || det == "those" || det == "" && (r.lower(i) == "talks" || r.lower(i) == "negotiations" || r.lower(i) == "discussions" || r.lower(i) == "consultations")
	e.plural = (lemma == "meeting" || lemma == "summit" || lemma == "call" || lemma == "visit" || lemma == "conversation") && r.doc.Tokens[i].XPOS == "NNS" && r.child(i, "nummod") < 0
	upcoming, possible, past := false, false, false
	for _, t := range []int{i, top} {
		for _, k := range r.kids[t] {
			if base(r.rel(k)) == "amod" || base(r.rel(k)) == "advmod" || base(r.rel(k)) == "compound" {
				f := r.lower(k)
				upcoming = upcoming || l.Upcoming[f]
				possible = possible || l.Possible[f] && det != "the"
				past = past || l.Past[f]
				if l.False[f] {
					e.state, e.modality = rapporteur.MeetingDenied, rapporteur.Denied
					return e
				}
			}
		}
	}
	if t := r.timeIn(words); t != nil && e.when.IsZero() && r.ownTime(t, i) {
		e.when = t.Interval // "Sunday's talks"
	}
	// A clause on the noun tells where, when and whether.
	for _, t := range []int{i, top} {
		for _, k := range append(slices.Clone(r.kids[t]), r.behind(t)...) {
			x := r.clause(k)
			if x == nil || base(r.rel(k)) != "acl" && r.head(k) == t || otherTimes[x.mark] {
				continue
			}
			if e.place == "" {
				e.place = r.placeAt(k)
			}
			if broken[x.verb] {
				continue // "resume the talks that fell apart in May": the time of their end
			}
			if e.when.IsZero() {
				if t := r.timeBelow(k); t != nil {
					e.when = t.Interval
				}
			}
			r.fill(e, k)
			switch {
			case x.is(l.Cancel):
				e.state = rapporteur.MeetingCancelled
			case x.is(l.Postpone) && x.verb != "move":
				e.state = rapporteur.MeetingPostponed
			case det == "no" && x.mark != "to" && l.Plan[x.verb]: // "with no further talks scheduled between Norvana and Estrel"
				e.who = append(e.who, r.people(x.with("between", "with")...)...)
				e.state, e.modality = rapporteur.MeetingNotPlanned, rapporteur.Asserted
			case (x.passive || r.doc.Tokens[k].XPOS == "VBN") && l.Plan[x.verb] || x.mark == "to":
				upcoming = true
			case r.begun(e, x):
				upcoming = true
			case l.Begin[x.verb] && r.doc.Tokens[x.head].XPOS == "VBG":
				upcoming = upcoming || !e.when.IsZero() && e.when.From.After(r.report.Published)
			case l.Happen[x.verb] || l.Hold[x.verb]:
				if s, sm := r.verbState(x, e.when); s != "" {
					e.state, e.modality = s, sm
				}
			}
		}
		if top == i {
			break
		}
	}
	if x := r.which(i); x != nil && (e.place == "" || e.when.IsZero()) {
		if e.place == "" {
			e.place = r.placeAt(x.head)
		}
		if e.when.IsZero() {
			if t := r.timeBelow(x.head); t != nil {
				e.when = t.Interval
			}
		}
		r.fill(e, x.head)
		if s, sm := r.verbState(x, e.when); s != "" && e.state == "" {
			e.state, e.modality = s, sm
		}
	}
	if det == "no" && upcoming && e.state == "" && !e.plural { // "there are no scheduled talks"
		e.state, upcoming = rapporteur.MeetingNotPlanned, false
	}
	if r.unheardOf(top, det) {
		e.state, e.modality = rapporteur.MeetingDenied, rapporteur.Denied
	}
	r.governed(&nominal{encounter: e, top: top, det: det, upcoming: upcoming, possible: possible})
	if e.state == "" && upcoming && !e.when.IsZero() && !r.denied(top) && (r.report.Published.IsZero() || e.when.To.After(r.report.Published)) {
		e.state, e.modality = rapporteur.MeetingPlanned, rapporteur.Planned // "the summit, scheduled for 4 May, is meant to …"
	}
	r.other(e, top)
	r.onJourney(e, top)
	if e.who = distinct(e.who); e.state == rapporteur.MeetingDenied && len(e.who) == 1 {
		// whoever denies a meeting with the other was to be at it
		if a := r.inner[i]; a >= 0 {
			for _, s := range r.said.Attributions[a].Source {
				for k := s.Start; k < s.End; k++ {
					if n := r.nameAt(k); n != nil && n.Start == k && n.Type == lang.PER {
						e.who = append(e.who, r.named(n))
					}
				}
			}
			if len(e.who) == 1 {
				e.who = append(e.who, r.party(i)...)
			}
		}
	}
	if (e.state == rapporteur.MeetingPlanned || e.state == rapporteur.MeetingHeld) && r.calledOff(i) {
		e.state, e.modality = rapporteur.MeetingCancelled, rapporteur.Asserted
	}
	ended := r.atTheEnd(e, top)
	if ended && e.state == "" {
		e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted
	}
	e.talks = e.talks || ended && r.bargaining(i)
	if r.plansDropped(top) {
		e.state, e.modality = rapporteur.MeetingCancelled, rapporteur.Asserted
	}
	if e.state == "" && e.definite && !possible && !e.plural {
		// "The Lund summit on 4 May ought to settle …": its own day tells
		if t := r.ownDay(i, top); t != nil && t.Interval.Days() <= 7 && !r.report.Published.IsZero() && !r.denied(top) {
			e.when = t.Interval
			if t.Interval.From.After(r.report.Published) {
				e.state, e.modality = rapporteur.MeetingPlanned, rapporteur.Planned
			} else if t.Interval.To.Before(r.report.Published) {
				e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted
			}
		}
	}
	if e.state == rapporteur.MeetingPlanned && e.when.IsZero() && e.place == "" && slices.ContainsFunc(r.kids[i], func(k int) bool { return r.lower(k) == "future" }) {
		return nil // "its position in future talks"
	}
	if e.state == "" {
		return nil
	}
	future := !e.when.IsZero() && !r.report.Published.IsZero() && e.when.From.After(r.report.Published)
	if future && e.state == rapporteur.MeetingHeld {
		e.state, e.modality = rapporteur.MeetingPlanned, orPlanned(e.modality)
	}
	if e.state == rapporteur.MeetingPlanned {
		e.modality = orPlanned(e.modality)
	}
	r.spread(e, i)
	if ended {
		e.when = r.courseOf(i).over(e.when, "end")
	}
	e.name = r.meetingName(i, top)
	_ = past
	return e
}

// behind returns the participle that stands right behind a noun and tells of it,
// where the tree hung it elsewhere: "before the summit, scheduled for 4 May".
func (r *reading) behind(i int) []int {
	k := i + 1
	if k+1 < len(r.kids) && r.form(k) == "," {
		k++
	}
	if l := &lex().meetings; k < len(r.kids) && r.head(k) != i && r.doc.Tokens[k].XPOS == "VBN" && (l.Plan[r.lemma(k)] || l.Cancel[r.lemma(k)] || l.Postpone[r.lemma(k)]) {
		return []int{k}
	}
	return nil
}

// begun reads "talks said to begin early next month in Lund": what is said of them.
func (r *reading) begun(e *encounter, x *clause) bool {
	for _, k := range x.comp {
		c := r.clause(k)
		if c == nil || c.mark != "to" || !lex().meetings.Begin[c.verb] && !lex().meetings.Happen[c.verb] {
			continue
		}
		if t := r.timeBelow(k); t != nil && e.when.IsZero() {
			e.when = t.Interval
		}
		r.fill(e, k)
		return true
	}
	return false
}

// among reports whether token k is among those whom the encounter at noun i is
// between or with: a government may be at talks, though its own meetings are none.
func (r *reading) among(k, i int) bool {
	for ; k >= 0 && k != i; k = r.head(k) {
		if r.head(k) == i {
			p := r.caseOf(k)
			return p == "between" || p == "with" || p == "among"
		}
	}
	return false
}

// nounParts adds what hangs on the noun of an encounter.
func (r *reading) nounParts(e *encounter, i int) {
	e.who = append(e.who, r.ownWho(i)...)
	r.fill(e, i)
	if t := r.timeBelow(i); t != nil && e.when.IsZero() {
		if r.ownTime(t, i) {
			e.when = t.Interval
		}
	}
	if e.place == "" {
		for _, k := range r.kids[i] {
			if f := r.lower(min(i+1, len(r.kids)-1)); r.rel(k) == "compound" && r.typeAt(k) == lang.LOC && (!r.isState(r.stateName(k)) || f == "between" || f == "with") && !r.paired(k) {
				if n := r.nameAt(k); n != nil {
					e.place = tidyName(r.doc.Words(n.Range))
				}
			}
		}
	}
	if (r.lemma(i) == "visit" || r.lemma(i) == "trip") && e.place == "" {
		for _, k := range r.kids[i] {
			if r.rel(k) == "compound" && r.typeAt(k) == lang.LOC {
				if n := r.nameAt(k); n != nil {
					e.place = tidyName(r.doc.Words(n.Range))
				}
			}
		}
		e.who = slices.DeleteFunc(e.who, func(a actor) bool { return a.Kind == rapporteur.State })
	}
	words := r.nounPhrase(i)
	for k := words.Start; k < words.End; k++ {
		if f := lex().meetings.Format[r.lower(k)]; f != "" && e.format == "" {
			e.format = f
		}
	}
}

// ownTime reports whether a time below the noun at token i is not that of something
// else: "Friday's ruling" is of Friday, not the talks that it is about.
func (r *reading) ownTime(t *timex.Time, i int) bool {
	k := r.top(t.Range)
	return r.rel(k) != "nmod:poss" || r.head(k) == i || r.head(k) < 0 || r.isEncounter(r.head(k))
}

// ownDay returns the day in the words of an encounter's own noun.
func (r *reading) ownDay(i, top int) *timex.Time {
	for _, n := range []int{i, top} {
		for _, k := range r.kids[n] {
			if t := r.timeAt[k]; t >= 0 && !r.times[t].Interval.IsZero() && base(r.rel(k)) != "acl" {
				return &r.times[t]
			}
		}
		if t := r.timeIn(r.nounPhrase(n)); t != nil {
			return t
		}
	}
	if k := i + 2; k < len(r.kids) && (r.lower(i+1) == "on" || r.lower(i+1) == "of") && r.timeAt[k] >= 0 && !r.times[r.timeAt[k]].Interval.IsZero() {
		return &r.times[r.timeAt[k]]
	}
	return nil
}

// which returns the clause "which took place …" that speaks of the encounter at
// token i, however the tree attached it: the nearest encounter before it.
func (r *reading) which(i int) *clause {
	sent := r.sentence(i)
	for k := i + 1; k < sent.End; k++ {
		if lex().meetings.Nouns[r.lemma(k)] && r.upos(k) == "NOUN" && r.lemma(k) != "trip" {
			return nil
		}
		if f := r.lower(k); f != "which" && f != "that" {
			continue
		}
		for j := k + 1; j < min(k+6, sent.End); j++ {
			c := r.clause(j)
			if c == nil || r.upos(j) != "VERB" {
				continue
			}
			switch c.verb {
			case "take", "happen", "occur", "last":
				if c.verb == "take" && !(j+1 < sent.End && r.lower(j+1) == "place") {
					return nil
				}
				return c
			case "hold", "schedule", "plan", "set", "cancel", "postpone":
				return c
			}
			return nil
		}
	}
	return nil
}

// onlyOwn keeps the day that stands with the noun itself.
func (r *reading) onlyOwn(e *encounter, top int) rapporteur.Interval {
	if !e.own.IsZero() {
		return e.own
	}
	if t := r.timeBelow(top); t != nil {
		return t.Interval
	}
	if t := r.timeIn(r.nounPhrase(e.head)); t != nil {
		return t.Interval
	}
	return rapporteur.Interval{}
}

// timeIn returns the day that stands inside a range.
func (r *reading) timeIn(s lang.Range) *timex.Time {
	for t := range r.times {
		if x := &r.times[t]; s.Covers(x.Range) && !x.Interval.IsZero() {
			return x
		}
	}
	return nil
}

// meetingName is what the encounter is called, when an ordinal tells it from others: "third round of talks".
func (r *reading) meetingName(i, top int) string {
	for _, t := range []int{top, i} {
		for _, k := range r.kids[t] {
			if base(r.rel(k)) != "amod" || r.doc.Tokens[k].XPOS != "JJ" || !ordinals[r.lower(k)] {
				continue
			}
			if t == top && t != i {
				return r.lower(k) + " " + r.lower(t) + " of " + r.lower(i)
			}
			return r.lower(k) + " " + r.lower(i)
		}
	}
	return ""
}

var ordinals = words{
	"first": true, "second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "eighth": true, "ninth": true, "tenth": true,
	"eleventh": true, "twelfth": true, "13th": true, "12th": true, "11th": true,
}

// otherTimes are the conjunctions of what was before or after: "the first talks since Holt met Okoye in May".
var otherTimes = words{"since": true, "before": true, "after": true, "until": true, "till": true, "when": true}

// broken are the verbs of talks that came to nothing.
var broken = words{"fall": true, "break": true, "collapse": true, "stall": true, "fail": true, "founder": true, "falter": true, "unravel": true}
