package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// Who was there because it was at his place, and who met again at a session that is told without anybody.

// hostedAt adds to an encounter the person whose office or home it was at: "met at the office of the mediator, Ada Kerr".
func (r *reading) hostedAt(e *encounter) {
	if e.place == "" || remote(e.format) || stageOf(e.state) > ahead || len(distinct(e.who)) == 0 && len(e.parties) == 0 {
		return
	}
	s := r.sentence(e.head)
	for k := e.head + 1; k+2 < s.End; k++ {
		if f := r.lower(k); f == ";" || r.upos(k) == "VERB" && isFinite(r.doc.Tokens[k].XPOS) && k > e.head+1 {
			return
		}
		if !homes[r.lemma(k)] || r.lower(k+1) != "of" || r.upos(k) != "NOUN" && r.upos(k) != "PROPN" || !r.standsAt(k, e.head) {
			continue
		}
		if who := r.along(k + 2); len(who) > 0 && who[0].Kind == rapporteur.Person && r.typeAt(who[0].token) == lang.PER {
			e.who = append(e.who, who[0])
		}
		return
	}
}

// homes are the places that are somebody's.
var homes = words{"office": true, "residence": true, "home": true, "house": true, "villa": true, "apartment": true, "flat": true, "ranch": true, "dacha": true, "suite": true, "estate": true}

// standsAt reports whether the words for a place at token k are told with "at" or "in".
func (r *reading) standsAt(k, from int) bool {
	for j := k - 1; j > from && j > k-6; j-- {
		switch f := r.lower(j); {
		case f == "at" || f == "in":
			return true
		case r.upos(j) == "VERB" || r.upos(j) == "PUNCT" || r.upos(j) == "ADP":
			return false
		}
	}
	return false
}

// sidesOfSession gives a session that is told by its day, and without anybody, the parties of the talks told last: "The
// first sitting, on 5 May, lasted an hour".
func (r *reading) sidesOfSession(threads []*thread) {
	for n, t := range threads {
		if t.stage > ahead || t.remote || t.visit || len(t.people)+len(t.sides) > 0 || t.when.IsZero() || t.when.Days() > 31 || len(t.claims) == 0 && t.place == "" && !t.when.Exact() {
			continue
		}
		head := t.head(r)
		switch r.lemma(head) {
		case "session", "sitting", "round", "cycle":
		case "meeting":
			if !t.when.Exact() || r.pointed(head) {
				continue
			}
		default:
			continue
		}
		if r.others(head) {
			continue
		}
		u := r.talksBefore(threads[:n], head)
		if u == nil {
			continue
		}
		t.sides = u.sides
		t.people = slices.DeleteFunc(slices.Clone(u.people), oneMan)
		t.news = t.news || t.when.Exact() && t.stage == took
		for _, c := range t.claims {
			f := &r.claims[c]
			m := *f.Meeting
			f.Meeting = &m
			t.fill(&m, &f.When)
		}
	}
}

// talksBefore returns the last of some threads of talks between parties, told in no more than three sentences before
// token i; nil where that is one of others' or of people alone.
func (r *reading) talksBefore(threads []*thread, i int) *thread {
	for n := len(threads) - 1; n >= 0; n-- {
		u := threads[n]
		if r.sent[i]-r.sent[u.last] > 3 {
			continue
		}
		parties := len(u.sides)
		for _, m := range u.people {
			if !oneMan(m) {
				parties++
			}
		}
		switch {
		case u.stage > ahead || u.remote || u.visit:
		case parties > 1 || slices.ContainsFunc(u.people, bothOf):
			return u
		}
	}
	return nil
}

// oneMan reports whether somebody is a person by a full name, and no body that passed for one.
func oneMan(m rapporteur.Mention) bool {
	return m.Kind == rapporteur.Person && strings.Contains(m.Name, " ")
}

// hadBeen puts a day, told without its year, of what had been held into the year gone by: "the round before had been held
// on 23 October".
func (r *reading) hadBeen(e *encounter) {
	l := &lex().meetings
	c := r.governor(e.head)
	if x := r.clause(e.head); x != nil {
		c = x
	}
	if e.state != rapporteur.MeetingPlanned || c == nil || !c.past || !c.perfect || c.neg || c.modal != "" || !r.toCome(e.when) || e.when.Days() > 31 || e.when.From.Sub(r.report.Published) < 14 || !l.Hold[c.verb] && !c.is(l.Verbs) && !l.Happen[c.verb] || c.is(l.Plan) {
		return
	}
	e.when = rapporteur.Interval{From: e.when.From.AddYears(-1), To: e.when.To.AddYears(-1)}
	e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted
}
