package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// What hangs on the noun of an encounter: who, where, and which of the days around it are its own.

// nounParts adds what hangs on the noun of an encounter.
func (r *reading) nounParts(e *encounter, i int) {
	e.who = append(e.who, r.ownWho(i)...)
	r.fill(e, i)
	for _, k := range r.children(i, "acl") { // "a conversation that lasted 25 minutes"
		switch x := r.clause(k); {
		case x == nil:
		case x.verb == "last", x.verb == "run", x.verb == "stretch", x.verb == "go" && len(x.obj) == 0:
			r.fill(e, k)
		}
	}
	if t := r.timeBelow(i); t != nil && e.when.IsZero() {
		if r.ownTime(t, i) {
			e.when = t.Interval
		}
	}
	if e.place == "" {
		for _, k := range r.kids[i] {
			if f := r.lower(min(i+1, len(r.kids)-1)); r.rel(k) == "compound" && r.typeAt(k) == lang.LOC && (!r.isState(r.stateName(k)) || f == "between" || f == "with") && !r.paired(k) && !lex().meetings.Affairs[r.lower(k)] && !coinedExit(r.lower(k)) {
				if n := r.nameAt(k); n != nil {
					e.place = tidyName(r.doc.Words(n.Range))
				}
			}
			if n := r.nameAt(k); n != nil && r.rel(k) == "compound" && k < i && lex().actors.Seats[tidyName(r.doc.Words(n.Range))] != "" && !r.paired(k) && underItsRoof[r.lemma(i)] {
				e.place = tidyName(r.doc.Words(n.Range)) // "at a White House meeting"
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
	if r.lemma(i) == "visit" || r.lemma(i) == "trip" {
		for _, k := range r.children(i, "nmod") { // "a visit to Holt's estate in Lund"
			if p := r.child(k, "nmod:poss"); r.caseOf(k) == "to" && p >= 0 && r.typeAt(p) == lang.PER && !r.isEncounter(k) {
				e.who = append(e.who, r.people(p)...)
			}
		}
	}
	words := r.nounPhrase(i)
	for k := words.Start; k < words.End; k++ {
		if f := lex().meetings.Format[r.lower(k)]; f != "" && e.format == "" {
			e.format = f
		}
	}
}

// underItsRoof are the nouns of what is held in a house by whose name it goes.
var underItsRoof = words{"meeting": true, "summit": true, "lunch": true, "dinner": true, "luncheon": true, "breakfast": true, "reception": true, "session": true, "gathering": true, "sit-down": true, "visit": true, "banquet": true, "roundtable": true}

// ownTime reports whether a time below the noun at token i is not that of something
// else: "Friday's ruling" is of Friday, not the talks that it is about.
func (r *reading) ownTime(t *timex.Time, i int) bool {
	if t.Start > i && r.sinceWhen(t) {
		return false // "the first talks since tariffs went up in March"
	}
	k := r.top(t.Range)
	return r.rel(k) != "nmod:poss" || r.head(k) == i || r.head(k) < 0 || r.isEncounter(r.head(k))
}

// ownDay returns the day in the words of an encounter's own noun.
func (r *reading) ownDay(i, top int) *timex.Time {
	for _, n := range []int{i, top} {
		for _, k := range r.kids[n] {
			if t := r.timeAt[k]; t >= 0 && !r.times[t].Interval.IsZero() && base(r.rel(k)) != "acl" && !(k > n && r.sinceWhen(&r.times[t])) {
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
			case "begin", "start", "open", "resume":
				if r.lower(j-1) == "to" { // "talks, which were due to begin in Lund on Friday, …"
					return c
				}
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
			if base(r.rel(k)) != "amod" || r.doc.Tokens[k].XPOS != "JJ" || !ordinal(r.lower(k)) {
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
