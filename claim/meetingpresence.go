package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// present reads "Marrow is in Lund for talks with Holt", "is due in Lund to see her".
func (r *reading) present(c *clause) *encounter {
	if r.caseOf(c.head) != "in" && r.lower(max(c.head-1, 0)) != "in" || c.neg {
		return nil
	}
	e := &encounter{head: c.head, place: r.placeName(c.head), weak: true, talks: true}
	purpose := r.purpose(c)
	var seen []actor
	for _, k := range r.kids[c.head] {
		if x := r.clause(k); x != nil && x.mark == "to" && (lex().meetings.Verbs[x.verb] || x.verb == "see") {
			seen = append(append(seen, r.people(x.obj...)...), r.people(x.with("with")...)...)
			r.told[k] = true
		}
	}
	if e.place == "" || len(seen) == 0 && !slices.ContainsFunc(purpose, r.negotiates) && !r.onMission(c) {
		return nil
	}
	if len(seen)+len(purpose) == 0 {
		e.format, e.talks = "visit", false
	}
	e.who = append(r.subjects(c), seen...)
	if len(e.who) == 0 {
		return nil
	}
	r.cameFor(e, c, purpose)
	r.fill(e, c.head)
	e.state, e.modality = r.stay(c, e.when)
	return e
}

// onMission reports whether somebody of office is somewhere on a mission or a visit.
func (r *reading) onMission(c *clause) bool {
	if !slices.ContainsFunc(c.subj, r.ofOffice) {
		return false
	}
	for k := c.head + 1; k+1 < r.sentence(c.head).End; k++ {
		if r.lower(k) != "on" || r.upos(k) != "ADP" || r.head(k) <= k {
			continue
		}
		switch h := r.head(k); r.lemma(h) {
		case "mission", "visit", "trip":
			return r.hangsOn(h, c.head)
		}
	}
	return false
}

// dueIn reads "Holt is due in Lund on Friday", "is expected in Lund next week".
func (r *reading) dueIn(c *clause) *encounter {
	e := &encounter{head: c.head, format: "visit", weak: true, state: rapporteur.MeetingPlanned, modality: rapporteur.Planned}
	for _, h := range c.with("in", "at") {
		if r.typeAt(h) == lang.LOC && e.place == "" {
			e.place = r.placeName(h)
		}
	}
	if e.place == "" && c.copula {
		e.place = r.placeAt(c.head) // "is due at the palace"
	}
	if e.place == "" || c.neg || c.modal != "" || r.modality(c.head) == rapporteur.Conditional || !slices.ContainsFunc(c.subj, r.ofOffice) || r.lower(c.head+1) == "back" {
		return nil
	}
	e.who = r.subjects(c)
	for _, k := range r.kids[c.head] {
		if x := r.clause(k); x != nil && x.mark == "to" && (lex().meetings.Verbs[x.verb] || x.verb == "see" || x.verb == "brief" && r.aPerson(x.obj)) {
			e.who = append(append(e.who, r.people(x.obj...)...), r.people(x.with("with")...)...)
			e.format = ""
			r.told[k] = true
		}
	}
	purpose := r.purpose(c)
	if r.anyIn(lang.Range{Start: c.head, End: r.sentence(c.head).End}, words{"where": true}) >= 0 && e.format != "" && len(purpose) == 0 {
		return nil // "is due in Lund on Friday, where he will see Okoye": told there
	}
	r.cameFor(e, c, purpose)
	if len(purpose) > 0 {
		e.format, e.talks = "", true
	}
	if days := e.when.Days(); days == 0 || days > 31 {
		return nil
	}
	if pub := r.report.Published; c.past && !pub.IsZero() && e.when.To.Before(pub) {
		return nil // "had been due in Lund on Monday"
	}
	return e
}

// awaited reads "Brandt expects Okoye in Lund on Thursday": a visit that is planned, to whoever expects it.
func (r *reading) awaited(c *clause) *encounter {
	if c.passive || c.neg || c.modal != "" || c.past || c.perfect || r.modality(c.head) != rapporteur.Asserted || len(c.comp) > 0 || !slices.ContainsFunc(c.obj, r.ofOffice) || !r.aPerson(c.obj) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, format: "visit", weak: true, state: rapporteur.MeetingPlanned, modality: rapporteur.Planned}
	there := c.with("in", "at")
	for _, o := range c.obj {
		for _, k := range r.children(o, "nmod") {
			if r.caseOf(k) == "in" {
				there = append(there, k)
			}
		}
	}
	for _, h := range there {
		if r.typeAt(h) == lang.LOC && e.place == "" {
			e.place = r.placeName(h)
		}
	}
	if e.when, _ = r.whenMet(c.head); e.when.IsZero() {
		for _, o := range c.obj {
			if t := r.timeBelow(o); t != nil {
				e.when = t.Interval
			}
		}
	}
	r.weekdayAhead(e)
	if e.place == "" || e.when.Days() < 1 || e.when.Days() > 31 || !r.report.Published.IsZero() && e.when.To.Before(r.report.Published) {
		return nil
	}
	e.who = append(r.subjects(c), r.people(c.obj...)...)
	return e
}

// onPhone reads "Brandt was on the phone with Okoye for 40 minutes on Monday".
func (r *reading) onPhone(c *clause) *encounter {
	if !c.copula || c.neg || c.modal != "" || !lex().meetings.Phone[r.lemma(c.head)] && r.lemma(c.head) != "line" || r.caseOf(c.head) != "on" && r.caseOf(c.head) != "by" {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, format: "phone", who: r.subjects(c)}
	for _, h := range append(c.with("with", "to"), r.children(c.head, "nmod")...) {
		if p := r.caseOf(h); p == "with" || p == "to" {
			e.who = append(e.who, r.people(h)...)
		}
	}
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	e.place = ""
	if len(distinct(e.who)) < 2 || !e.when.Exact() && e.minutes == 0 {
		return nil
	}
	e.state, e.modality = r.stay(c, e.when)
	if c.past && !c.perfect {
		e.state = rapporteur.MeetingHeld
	}
	return e
}

// negotiates reports whether a noun of encounter is one of negotiations.
func (r *reading) negotiates(i int) bool {
	switch r.lemma(i) {
	case "talk", "talks", "negotiation", "consultation", "summit", "meeting", "session":
		return true
	}
	return r.lower(i) == "talks"
}

// stay judges how far an encounter is that somebody is somewhere for.
func (r *reading) stay(c *clause, when rapporteur.Interval) (rapporteur.MeetingState, rapporteur.Modality) {
	m, pub := r.modality(c.head), r.report.Published
	due := false
	for k := r.sentence(c.head).Start; k < c.head; k++ {
		due = due || arranged[r.lower(k)]
	}
	switch {
	case due || c.modal == "will" || c.modal == "would" || !when.IsZero() && !pub.IsZero() && when.From.After(pub):
		return rapporteur.MeetingPlanned, orPlanned(m)
	case c.modal != "" || m == rapporteur.Denied || m == rapporteur.Conditional:
		return "", m
	case (c.past || c.perfect) && !when.IsZero() && !pub.IsZero() && when.To.Before(pub):
		return rapporteur.MeetingHeld, m
	}
	return rapporteur.MeetingUnderWay, m
}

// tableOf returns the table of negotiations that a predicate leads to or stays at:
// "will return to the negotiating table", "are back at the table", -1 for none.
func (r *reading) tableOf(c *clause) int {
	l := &lex().meetings
	if !l.Journey[c.verb] && c.verb != "sit" && c.verb != "get" && r.lower(c.head) != "back" && r.lower(c.head) != "due" && r.lower(c.head) != "expected" {
		return -1
	}
	for _, h := range c.with("to", "at", "around") {
		if d := r.child(h, "det"); r.lemma(h) == "table" && (d >= 0 && r.lower(d) == "the" || r.child(h, "compound", "amod", "nummod") >= 0) {
			return h
		}
	}
	return -1
}

func (r *reading) atTable(c *clause, table int) *encounter {
	e := &encounter{head: c.head, weak: true, talks: true, who: r.subjects(c)}
	if len(e.who) == 0 || c.neg {
		return nil
	}
	e.who = append(e.who, r.people(c.with("with")...)...)
	if e.when, _ = r.when(c.head); e.when.IsZero() {
		return nil
	}
	r.fill(e, c.head)
	r.partedAfter(e, c)
	if e.place == "" {
		e.place = r.placeAt(table)
	}
	if c.copula || r.lower(c.head) == "back" {
		e.state, e.modality = r.stay(c, e.when)
	} else {
		e.state, e.modality = r.verbState(c, e.when)
	}
	if slices.ContainsFunc(c.subj, func(s int) bool { return r.upos(s) == "PRON" }) && !slices.ContainsFunc(e.who, func(a actor) bool { return a.Kind == rapporteur.Organisation || a.Kind == rapporteur.Person }) {
		return nil
	}
	return e
}

// cameFor adds the days of being somewhere, and what the nouns tell for which
// somebody is there: "is in Lund for two days of talks with Holt".
func (r *reading) cameFor(e *encounter, c *clause, purpose []int) {
	e.when, _ = r.when(c.head)
	if own := r.ownDays(purpose); !own.IsZero() {
		e.when = own
	}
	for _, h := range purpose {
		r.told[h] = true
		r.nounParts(e, h)
		r.wordsAfter(e, h)
		r.spread(e, h)
	}
}
