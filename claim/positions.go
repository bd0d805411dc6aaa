package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// stand is what a predicate says of where its subject stands.
type stand struct {
	stance  rapporteur.Stance
	actors  []actor
	targets []int      // heads of the words for what it is on
	sure    bool       // a position whatever it is on: "will make no concessions"
	settled bool       // negation, modals and conditions are reckoned with already
	deed    bool       // what is refused is the predicate's own deed: "will not reopen the accord"
	whole   bool       // the words of the clause tell it, not its object alone
	words   lang.Range // the words of the position; empty: those of the clause
}

// stand reads the stance of a clause, its polarity and condition included.
func (r *reading) stand(c *clause) (stand, bool) {
	if r.asked(c) || r.conditional(c) || r.dependent(c) {
		return stand{}, false
	}
	for _, k := range c.subj {
		if r.lo[k] > r.sentence(c.head).Start && r.lower(r.lo[k]-1) == "if" {
			return stand{}, false
		}
	}
	for _, k := range c.obj {
		if w := r.lower(r.lo[k]); k < c.head && (w == "which" || w == "what") {
			return stand{}, false // "which compromises Norvana could accept" is asked
		}
	}
	if s, ok := r.must(c); ok {
		return s, true
	}
	switch c.modal {
	case "must", "should", "shall", "ought":
		return stand{}, false // what somebody ought to do
	}
	if u := r.child(c.head, "aux"); u >= 0 && (r.lemma(u) == "have" || r.lemma(u) == "need") && r.doc.Tokens[c.head].XPOS == "VB" {
		return stand{}, false // "has to accept"
	}
	s, ok := r.predicateStance(c)
	if !ok {
		return s, false
	}
	if s.settled {
		return s, true
	}
	s.stance, ok = r.polarity(c, s.stance)
	return s, ok
}

// positions reads where actors stand on texts, points, issues and meetings.
func (r *reading) positions() {
	for n := range r.clauses {
		c := &r.clauses[n]
		if r.doc.Sentences[r.sent[c.head]].Heading {
			continue
		}
		if s, ok := r.stand(c); ok {
			r.emitPosition(c, s)
		}
	}
	for i := range r.doc.Tokens {
		if r.upos(i) == "NOUN" && !r.doc.Sentences[r.sent[i]].Heading {
			r.nominalPosition(i)
		}
	}
}

func (r *reading) emitPosition(c *clause, s stand) {
	if len(s.actors) == 0 {
		return
	}
	words := s.words
	if words.Empty() {
		words = r.tail(c, r.own(c.head))
	}
	on, issue := r.onWhat(c, &s, r.own(c.head))
	if on == "meeting" && (s.stance == rapporteur.Accepts || s.stance == rapporteur.Demands || s.stance == rapporteur.Proposes || s.stance == rapporteur.Reserves) && issue == "" {
		return
	}
	if on == "" && issue == "" && !s.sure {
		return
	}
	if on == "" && issue != "" {
		on = "point"
	}
	if (c.verb == "condemn" || c.verb == "denounce" || c.verb == "savage" || c.verb == "hail" || c.verb == "welcome") && on != "text" {
		return // acts are condemned, not negotiated
	}
	m := r.modality(c.head)
	l := &lex().positions.Lists
	switch {
	case m == rapporteur.Denied:
		m = rapporteur.Asserted
	case m == rapporteur.Conditional && s.stance == rapporteur.Conditions:
		m = rapporteur.Asserted
	case m == rapporteur.Planned && (c.neg || s.stance == rapporteur.Rejects || s.stance == rapporteur.Conditions || s.stance == rapporteur.Flexible):
		m = rapporteur.Asserted
	case m == rapporteur.Hedged && (c.modal == "could" || c.modal == "can") && (s.stance == rapporteur.Flexible || s.stance == rapporteur.Rejects || s.stance == rapporteur.Conditions):
		m = rapporteur.Asserted
	}
	if up := r.clause(c.up); up != nil && c.mark == "to" && !r.resolved(c) {
		switch {
		case up.passive || r.lower(up.head) == "likely" || up.verb == "expect":
			m = weaker(m, rapporteur.Hedged)
		case l.Mean[up.verb] && s.stance != rapporteur.Rejects && s.stance != rapporteur.Conditions:
			m = weaker(m, rapporteur.Planned)
		}
		if up.head < c.head && c.head-up.head < 6 {
			words.Start = up.head // "voted to reject"
		}
	}
	summary := r.positionWords(c, s, words)
	if summary == "" {
		return
	}
	when := r.saidOn(c)
	if s.deed {
		when = rapporteur.Interval{}
	}
	r.keepPositions(c.head, s.actors, rapporteur.Claim{Kind: rapporteur.KindPosition, Modality: m, When: when},
		rapporteur.PositionClaim{Stance: s.stance, On: on, Issue: issue, Summary: summary})
}

// keepPositions adds one claim for every actor that is one.
func (r *reading) keepPositions(at int, actors []actor, c rapporteur.Claim, p rapporteur.PositionClaim) {
	seen := map[string]bool{}
	for _, a := range actors {
		a.Name = strings.Join(strings.Fields(strings.NewReplacer("(", "", ")", "", "“", "", "”", "", `"`, "").Replace(a.Name)), " ")
		if a.Kind == rapporteur.Outlet || a.Name == "" || r.counted(a.token) {
			continue
		}
		if n := r.nameAt(a.token); n != nil {
			// "Norvana accepts …, Norvana Radio reported": the state is not its broadcaster
			if w := tidyName(r.doc.Words(n.Range)); strings.HasPrefix(a.Name, w+" ") && (r.isState(w) || slices.ContainsFunc(r.chain(at), func(s rapporteur.Source) bool { return s.Name == a.Name })) {
				a.Mention = rapporteur.Mention{Name: w, Kind: rapporteur.State, Span: r.bytes(n.Range)}
			}
		}
		if up := r.head(a.token); a.token != at && r.cue[a.token] && r.clause(a.token) == nil && !r.cue[at] && !(up >= 0 && up < at && r.cue[up] && r.rel(at) == "xcomp" && r.head(at) == up) {
			continue // the teller, whom the tree took for a subject
		}
		if len(actors) > 1 && a.token > at && slices.ContainsFunc(r.chain(at), func(s rapporteur.Source) bool { return s.Name == a.Name }) {
			continue // likewise: on whose word it stands, behind it
		}
		if a.Kind == rapporteur.Group {
			b, ok := r.spokenFor(a, at)
			if !ok {
				continue
			}
			a = b
		}
		if seen[a.Name] {
			continue
		}
		seen[a.Name] = true
		if slices.ContainsFunc(r.claims, func(f found) bool {
			q := f.Position
			return q != nil && r.sent[f.head] == r.sent[at] && q.Actor.Name == a.Name && q.Stance == p.Stance && q.Summary == p.Summary
		}) {
			continue // "insists that it will not …" is told by both verbs
		}
		one := p
		one.Actor = a.Mention
		claim := c
		claim.Position = &one
		r.add(at, claim)
	}
}
