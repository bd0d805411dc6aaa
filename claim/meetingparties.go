package claim

import (
	"slices"

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
	return len(e.who) == 0 && len(e.parties) == 0 && !e.they && (e.talks || e.likely > 0.7 && r.lemma(e.noun) == "meeting") && e.definite && e.when.Days() > 0 && (e.when.Days() <= 10 || (e.likely > 0 || e.state == rapporteur.MeetingPlanned) && e.when.Days() <= 31) && !r.others(e.noun) && !r.atHome(e.head)
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
	return (r.bargaining(noun) || r.lemma(noun) == "meeting") && !r.others(noun)
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
