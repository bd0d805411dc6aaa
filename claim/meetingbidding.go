package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// bidden reads "Marrow has invited Holt to Geneva on Friday", "asked both sides to
// come to the old mill on Friday", "has asked the two to lunch": a visit that may be.
func (r *reading) bidden(c *clause) *encounter {
	switch r.lower(r.lo[c.head]) {
	case "when", "after", "since", "once", "ever":
		return nil // "when the premier invited me": he tells of what came of it
	}
	l := &lex().meetings
	e := &encounter{head: c.head, noun: c.head, format: "visit", weak: true, modality: rapporteur.Hedged, state: rapporteur.MeetingPlanned}
	if c.neg || c.modal != "" || r.modality(c.head) != rapporteur.Asserted {
		return nil
	}
	if len(c.with("for", "on")) > 0 && c.verb == "ask" && len(c.comp) == 0 && len(c.with("to")) == 0 {
		return nil // "asked Holt for a list"
	}
	there := c.with("to")
	for _, o := range c.obj { // "summoned both delegations to the ministry"
		for _, k := range r.children(o, "nmod") {
			if r.caseOf(k) == "to" {
				there = append(there, k)
			}
		}
	}
	come, near := false, false
	for _, k := range append(slices.Clone(c.comp), r.children(c.head, "advcl", "xcomp")...) {
		if x := r.clause(k); x != nil && x.mark == "to" && (l.Journey[x.verb] || l.Verbs[x.verb] || l.Meals[x.verb]) && !slices.ContainsFunc(x.obj, func(o int) bool { return r.upos(o) != "PRON" }) {
			come, near = true, len(x.obj) > 0 // "asked both to meet him next week"
			there = append(append(there, x.with("to")...), x.with("at", "in", "for")...)
			e.when, _ = r.when(k)
			r.told[k] = true
			if !l.Journey[x.verb] {
				e.format = ""
			}
		}
	}
	venue := false
	for _, h := range there {
		if t := r.typeAt(h); e.place == "" && (t == lang.LOC || t == "") {
			e.place = r.placeName(h)
		} else if n := r.nameAt(h); e.place == "" && n != nil && facility(r.doc.Words(n.Range)) {
			e.place = tidyName(r.doc.Words(n.Range))
		}
		if l.Venues[r.lemma(h)] || l.Meals[r.lemma(h)] {
			venue = true
			r.fill(e, h)
		}
		if l.Meals[r.lemma(h)] {
			e.format = ""
			r.told[h] = true
		}
		if p := r.child(h, "nmod:poss"); e.place == "" && l.Venues[r.lemma(h)] && p >= 0 && r.upos(p) == "PRON" {
			e.place = r.plain(lang.Range{Start: p + 1, End: h + 1}) // "to his summer house"
		}
	}
	if e.when.IsZero() {
		e.when, _ = r.when(c.head)
	}
	pub := r.report.Published
	came := (c.verb == "summon" || c.verb == "call") && c.past && !come && e.when.Exact() && !pub.IsZero() && !e.when.From.After(pub) && pub.Sub(e.when.From) < 4
	if bade := (c.verb == "summon" || c.verb == "call") && c.past && c.perfect && !come && venue && e.when.IsZero(); bade { // "had summoned both to his office at 1am"
		if day, at := r.dayTold(r.sentence(c.head).Start); at >= 0 && r.sent[c.head]-r.sent[at] <= 2 {
			e.when, came = day, true
		}
	}
	if !came { // "summoned Holt to his office on Thursday", told on Friday
		r.ahead(e)
	}
	dated := (e.when.Exact() || near && e.when.Days() > 0 && e.when.Days() <= 7) && !pub.IsZero() && !e.when.To.Before(pub)
	switch {
	case c.verb == "invite" || c.verb == "summon" || came && c.lemma == "call in":
		if e.place == "" && !((venue || come && near || r.again(c)) && dated) {
			return nil
		}
	case !come && !venue || !dated:
		return nil // "called Holt to order"
	}
	guests, hosts := r.people(c.obj...), r.subjects(c)
	if c.passive {
		guests, hosts = r.subjects(c), r.people(c.agent...)
	}
	if len(guests) == 0 || len(hosts) == 0 || guests[0].Kind == rapporteur.Group && len(guests[0].party) == 0 && !(come && dated) && !lex().actors.Delegations[r.lemma(guests[0].token)] && !lex().actors.Groups[r.lemma(guests[0].token)] {
		return nil
	}
	e.who = append(hosts, guests...)
	if came && (venue || e.place != "") {
		e.format, e.state, e.modality = "", rapporteur.MeetingHeld, rapporteur.Asserted
	}
	if c.verb == "summon" && venue && c.past && !c.passive && !e.when.IsZero() && len(guests[0].party)+len(r.people(c.obj...)) > 0 && r.envoyOf(c.obj) {
		e.when, _ = r.when(c.head)
		e.format, e.state, e.modality = "", rapporteur.MeetingHeld, rapporteur.Asserted // "summoned the ambassador of Estrel to the ministry on Monday"
	}
	return e
}

// again reports whether a clause tells that somebody is bidden to meet once more: "invited the growers to sit down again in May".
func (r *reading) again(c *clause) bool {
	return slices.ContainsFunc(append(slices.Clone(c.comp), r.children(c.head, "advcl", "xcomp")...), func(k int) bool {
		x := r.clause(k)
		return x != nil && x.is(lex().meetings.Verbs) && slices.ContainsFunc(r.kids[k], func(a int) bool { return r.lower(a) == "again" })
	})
}

// envoyOf reports whether one of some nominals is a diplomat, who comes when he is summoned.
func (r *reading) envoyOf(heads []int) bool {
	return slices.ContainsFunc(heads, func(h int) bool {
		l := r.lemma(h)
		return l == "ambassador" || l == "envoy" || l == "emissary" || l == "charge" || l == "chargé" || l == "diplomat"
	})
}

// exitFrom returns the building or room out of which a clause tells that people came, -1 for none.
func (r *reading) exitFrom(c *clause) int {
	for _, h := range append(c.with("of"), c.with("out of", "from", "out")...) {
		if lex().meetings.Venues[r.lemma(h)] || r.typeAt(h) != "" && facility(r.doc.Words(r.nounPhrase(h))) {
			return h
		}
	}
	return -1
}

// whereTheyCameFrom gives talks of which no place is told the building that those who had held
// them came out of: "the talks ended when both walked out of a Lund guesthouse".
func (r *reading) whereTheyCameFrom(e *encounter) {
	if e.place != "" || remote(e.format) || e.state != rapporteur.MeetingHeld {
		return
	}
	s := r.sentence(e.head)
	for i := range r.clauses {
		c := &r.clauses[i]
		if c.head < s.Start || c.head >= s.End || c.neg || c.modal != "" || c.passive || len(c.subj) == 0 || !lex().meetings.Exit[c.verb] && !lex().meetings.Journey[c.verb] && c.verb != "emerge" && c.verb != "step" && c.verb != "file" || c.mark == "before" || c.mark == "after" || !slices.ContainsFunc(c.subj, func(k int) bool {
			return r.ofOffice(k) || r.bothThere(k) || r.typeAt(k) == lang.PER || lex().actors.Groups[r.lemma(k)]
		}) {
			continue
		}
		if h := r.exitFrom(c); h >= 0 {
			e.place = r.placeName(h)
		} else if h := c.with("from"); c.verb == "emerge" && len(h) > 0 && (r.typeAt(h[0]) == lang.LOC || r.typeAt(h[0]) == lang.ORG) && r.child(h[0], "det") >= 0 {
			e.place = tidyName(r.doc.Words(r.nameAt(h[0]).Range)) // "emerged from the Lund Hilton"
		}
		if t := r.timeBelow(c.head); e.place != "" && e.when.IsZero() && e.minutes > 0 && t != nil && t.Interval.Exact() {
			e.when = t.Interval
		}
	}
}

// walkedOut reads "Marrow stormed out of the ministry at midnight on Monday": whoever
// leaves so was there with others.
func (r *reading) walkedOut(c *clause) *encounter {
	if c.passive || c.neg || c.modal != "" || r.modality(c.head) != rapporteur.Asserted || r.lower(min(c.head+1, len(r.kids)-1)) != "out" {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, talks: true, state: rapporteur.MeetingHeld, modality: rapporteur.Asserted}
	if h := r.exitFrom(c); h >= 0 {
		e.place = r.placeName(h)
		r.fill(e, h)
	}
	if e.place == "" || !slices.ContainsFunc(c.subj, r.ofOffice) {
		return nil
	}
	e.who = r.subjects(c)
	e.when, _ = r.when(c.head)
	r.fill(e, c.head)
	e.clock, e.zone = "", ""                               // that of the end
	for k := c.head + 1; k < r.sentence(c.head).End; k++ { // "after two hours with Holt"
		if !lengths[r.lower(k)] {
			continue
		}
		if x := r.hoursWith(k); x != nil {
			e.who, e.minutes = x.who, x.minutes
			r.told[k] = true
		}
	}
	if pub := r.report.Published; !e.when.Exact() || !pub.IsZero() && e.when.From.After(pub) {
		return nil
	}
	return e
}

// hoursWith reads "boarded a plane after two days with his counterpart", "emerged on
// Monday from three hours with Holt" at the last word of a length of time.
func (r *reading) hoursWith(i int) *encounter {
	sent := r.sentence(i)
	if i+2 >= sent.End || r.lower(i+1) != "with" {
		return nil
	}
	from := i - 1
	for from > sent.Start && from > i-7 && r.upos(from) != "ADP" && r.upos(from) != "VERB" && r.lower(from) != "after" {
		from-- // "after almost two and a half hours"
	}
	if p := r.lower(from); p != "after" && p != "following" && p != "from" {
		return nil
	}
	others := r.along(i + 2)
	if h := r.head(i + 1); len(others) == 0 && h > i {
		others = r.people(h)
	}
	g := r.governor(max(r.head(i), 0))
	if g == nil || len(others) == 0 || others[0].Kind != rapporteur.Person && len(others[0].party) == 0 && !lex().meetings.Delegations[r.lemma(others[0].token)] || r.modality(g.head) != rapporteur.Asserted || g.modal != "" || g.neg {
		return nil
	}
	e := &encounter{head: i, noun: i, weak: true, state: rapporteur.MeetingHeld, modality: rapporteur.Asserted}
	if t := r.timeAt[i]; t >= 0 && r.times[t].Minutes < 3*24*60 {
		e.minutes = r.times[t].Minutes
	}
	for steps := 0; g != nil && steps < 4; steps++ { // "boarding a plane after …, Holt said"
		if len(e.who) == 0 {
			e.who = r.subjects(g)
		}
		if e.when.IsZero() && (steps == 0 || !r.cue[g.head]) {
			e.when, _ = r.when(g.head)
		}
		if e.place == "" && steps == 0 {
			e.place = r.placeAt(g.head)
		}
		if len(e.who) > 0 || r.head(g.head) < 0 {
			break
		}
		g = r.governor(r.head(g.head))
	}
	if len(e.who) == 0 || e.when.IsZero() && e.place == "" {
		return nil
	}
	e.who = append(e.who, others...)
	return e
}

// lengths are the units in which people are together.
var lengths = words{"hour": true, "hours": true, "minutes": true, "day": true, "days": true}

// lengthAfter returns the length of time that is told as the object of a verb: "spent
// two and a half hours".
func (r *reading) lengthAfter(i int) *timex.Time {
	for k := i + 1; k < min(i+5, r.sentence(i).End); k++ {
		if t := r.timeAt[k]; t >= 0 {
			if x := &r.times[t]; x.Minutes > 0 || r.lemma(x.End-1) == "hour" || r.lemma(x.End-1) == "day" {
				return x
			}
			return nil
		}
		if r.upos(k) == "PROPN" || r.upos(k) == "VERB" {
			return nil
		}
	}
	return nil
}
