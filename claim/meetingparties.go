package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// unnamed reports whether an encounter that tells of nobody is one of the
// negotiation's own talks by its words: "the talks resume on Monday", "the next
// session is to be held in Lund".
func (r *reading) unnamed(e *encounter) bool {
	if r.noneAhead(e) {
		return true
	}
	if r.ownCalledOff(e) {
		return true
	}
	lasted := r.lemma(e.noun) == "meeting" && !e.definite && e.minutes > 0 && e.when.Exact()
	return len(e.who) == 0 && len(e.parties) == 0 && !e.they && (e.talks || lasted || e.likely > 0.7 && r.lemma(e.noun) == "meeting") && (e.definite || (e.talks || lasted) && e.minutes > 0) && e.when.Days() > 0 && (e.when.Days() <= 10 || (e.likely > 0 || e.state == rapporteur.MeetingPlanned) && e.when.Days() <= 31) && !r.others(e.noun) && !r.othersBefore(e.noun) && !r.atHome(e.head)
}

// othersBefore reports whether a summit is one that was told before it to be of others: "the Group of Nine
// summit … the summit, which ends on Monday".
func (r *reading) othersBefore(i int) bool {
	l := r.lemma(i)
	if l != "summit" && l != "conference" && l != "assembly" && l != "congress" {
		return false
	}
	for k := range i {
		if r.lemma(k) == l && (r.others(k) || slices.ContainsFunc(r.children(k, "compound", "amod", "nmod"), func(m int) bool { return lettered(r.form(m)) })) {
			return true
		}
	}
	return false
}

// lettered reports whether a word is a letter with a number, as some circles of states are called: "G-7", "G20".
func lettered(w string) bool {
	w = strings.Replace(w, "-", "", 1)
	return len(w) > 1 && 'A' <= w[0] && w[0] <= 'Z' && strings.Trim(w[1:], "0123456789") == ""
}

// besidesThem reports whether somebody is told to be present at a session of the negotiation, whose parties are then others:
// "a Tuesday session with the mayor present".
func (r *reading) besidesThem(e *encounter) bool {
	if e.noun <= 0 || !r.bargaining(e.noun) || len(distinct(e.who)) != 1 || len(e.parties) > 0 || !e.when.Exact() || r.lower(min(e.noun+1, len(r.kids)-1)) != "with" {
		return false
	}
	for k := e.noun + 2; k < min(e.noun+8, r.sentence(e.noun).End) && r.upos(k) != "VERB"; k++ {
		switch r.lower(k) {
		case "present", "attending", "presiding", "chairing":
			return true
		}
	}
	return false
}

// ownCalledOff reports whether one side, told by what it is, called off a session of some day: "the union cancelled a
// session planned for Thursday". It was of this negotiation.
func (r *reading) ownCalledOff(e *encounter) bool {
	if stageOf(e.state) != off || !e.talks && (e.noun <= 0 || r.lemma(e.noun) != "meeting" && !lex().meetings.Meals[r.lemma(e.noun)]) || !e.when.Exact() || len(e.parties) > 0 || len(e.who) != 1 || e.who[0].Kind != rapporteur.Group || len(e.who[0].party) > 0 {
		return false
	}
	return lex().actors.Groups[r.lemma(e.who[0].token)] && !r.others(e.noun) && !r.atHome(e.head)
}

// noneAhead reports whether an encounter that tells of nobody says that no more of the
// negotiation's own are to come: "no further talks are scheduled", "there are no plans to meet again".
func (r *reading) noneAhead(e *encounter) bool {
	if e.state != rapporteur.MeetingNotPlanned || len(e.who) > 0 || len(e.parties) > 0 || e.place != "" || e.they || r.atHome(e.head) {
		return false
	}
	noun := e.noun
	if noun <= 0 {
		noun = e.head
	}
	if r.upos(noun) == "VERB" {
		c := r.clause(noun)
		return c != nil && c.is(lex().meetings.Verbs) && len(c.obj) == 0 && c.mark == "to"
	}
	if g := r.governor(r.head(noun)); g != nil && r.sent[g.head] == r.sent[noun] && g.verb == "have" && len(g.subj) > 0 {
		return false // "they have no plans for a meeting": whoever that is
	}
	return (r.lower(noun) == "one" || r.bargaining(noun) || r.lemma(noun) == "meeting") && !r.others(noun)
}

// noneForThem gives an encounter that is not planned, of which nobody is told, those of whom the sentence
// before tells that they met, or that one wants to meet the other: "Holt has not seen Marrow since May.
// No meeting is planned."
func (r *reading) noneForThem(e *encounter) {
	n := r.sent[e.head] - 1
	if n < 0 || !r.noneAhead(e) {
		return
	}
	l := &lex().meetings
	s := r.doc.Sentences[n]
	for k := s.Start; k < s.End; k++ {
		var who []actor
		if c := r.clause(k); c != nil && (c.is(l.Verbs) || c.is(l.Together) || c.verb == "see") {
			who = append(r.subjects(c), r.people(append(slices.Clone(c.obj), c.with("with", "to")...)...)...)
		} else if r.isEncounter(k) && r.lower(min(k+1, s.End-1)) == "with" {
			if g := r.governor(k); g != nil && slices.Contains(g.obj, k) {
				who = append(r.subjects(g), r.ownWho(k)...)
			} else if g != nil && len(g.obj)+len(g.obl) > 0 {
				who = append(r.subjects(g), r.along(k+2)...) // "has asked for a meeting with Holt"
			}
		}
		if who = distinct(who); len(who) == 2 && (who[0].Kind != rapporteur.Group || len(who[0].party) > 0) && (who[1].Kind != rapporteur.Group || len(who[1].party) > 0) {
			e.who = who
			return
		}
	}
}

// noneOfThose reads "there were no plans for one", where the sentence before tells of an encounter.
func (r *reading) noneOfThose(i int) *encounter {
	h := r.head(i)
	if r.lower(i) != "one" || h < 0 || r.caseOf(i) != "for" || r.lemma(h) != "plan" || !r.noSuch(h) || len(r.children(i, "nmod", "acl")) > 0 {
		return nil
	}
	return &encounter{head: i, noun: i, state: rapporteur.MeetingNotPlanned, modality: rapporteur.Asserted, talks: true}
}

// atHome reports whether the clause around token i tells of somebody's own cabinet,
// parliament or people: what is held with them is no talks between parties.
func (r *reading) atHome(i int) bool {
	g := r.governor(i)
	if g == nil {
		return false
	}
	l := &lex().meetings
	for k := r.lo[g.head]; k < r.hi[g.head]; k++ {
		if w := r.lemma(k); r.upos(k) == "NOUN" && (l.Inner[w] || l.Chambers[w] || l.Organs[w] && r.child(k, "nmod:poss") >= 0) && r.governor(k) == g && r.lemma(k) != "aide" && w != "adviser" && w != "advisor" {
			return true
		}
	}
	return false
}

// sameParties gives talks that are told by place and time alone the two parties
// whose talks the report has told of, where it told of no others: "they come in
// the wake of talks in Lund last week".
func (r *reading) sameParties(e *encounter) {
	if len(e.who) > 0 || !e.talks || e.place == "" || e.when.IsZero() || slices.ContainsFunc(r.children(e.head, "compound"), func(k int) bool { return r.form(max(k-1, 0)) != "-" }) {
		return // "grain talks" may be others'
	}
	var parties []rapporteur.Mention
	for i := range r.claims {
		m := r.claims[i].Meeting
		if m == nil || len(m.Parties) != 2 {
			continue
		}
		if len(parties) > 0 && (m.Parties[0].Name != parties[0].Name || m.Parties[1].Name != parties[1].Name) && (m.Parties[0].Name != parties[1].Name || m.Parties[1].Name != parties[0].Name) {
			return // of several pairs
		}
		parties = m.Parties
	}
	e.parties = append(e.parties, parties...)
}

// others reports whether the noun of an encounter says that it is of others, or of
// no negotiation in the whole: "the Estrelian talks", "a session of the trustees".
func (r *reading) others(i int) bool {
	return slices.ContainsFunc(r.children(i, "compound", "amod", "nmod", "nmod:poss"), func(k int) bool {
		switch p := r.caseOf(k); {
		case r.timeAt[k] >= 0 || p == "in" || p == "at" || p == "on" || p == "near" || p == "over" || p == "about" || p == "for":
			return false
		case p == "of" || p == "with" || p == "between" || p == "among" || base(r.rel(k)) == "nmod" && r.rel(k) == "nmod:poss":
			return !r.isEncounter(k)
		}
		return r.typeAt(k) != "" && r.typeAt(k) != lang.LOC
	})
}
