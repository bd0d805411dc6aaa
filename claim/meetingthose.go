package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// counts are the words by which a report speaks again of as many as it has named.
var counts = map[string]int{"two": 2, "both": 2, "pair": 2, "duo": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4, "five": 5}

// howMany returns how many the words at token i speak of again: "the two", "all
// three", "the three ministers", "both men"; 0 where they do not.
func (r *reading) howMany(i int) int {
	if n := counts[r.lower(i)]; n > 0 {
		if d := r.child(i, "det"); d >= 0 && r.lower(d) != "a" || r.lower(i) == "both" || i > 0 && r.lower(i-1) == "the" {
			return n
		}
		return 0
	}
	if l := r.lemma(i); !lex().actors.Persons[l] && l != "man" && l != "woman" || r.doc.Tokens[i].XPOS != "NNS" {
		return 0
	}
	if chiefly[r.lemma(i)] && r.ofTwoStates(i) {
		return 2
	}
	pointed, n := false, 0
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "det", "det:predet", "cc":
			f := r.lower(k)
			pointed = pointed || f == "the" || f == "these" || f == "those" || f == "all" || f == "both"
			n = max(n, counts[f])
		case "nummod":
			n = max(n, counts[r.lower(k)])
		case "acl":
			return 0
		case "nmod":
			switch r.caseOf(k) {
			case "in", "at", "on", "inside", "before", "after", "during", "over":
				if k > i && (r.timeAt[k] >= 0 || r.placeName(k) != "" || r.isEncounter(k)) {
					continue // "met both men | in the palace"
				}
			}
			return 0 // "the two ministers from Norvana"
		}
	}
	if !pointed || r.typeAt(i) != "" || len(r.partiesUnder(i)) > 0 {
		return 0
	}
	return n
}

// ofTwoStates reports whether the leaders at token i are those of two states, told by what these are: "the leaders
// of the lake's two largest ports", "both countries' presidents".
func (r *reading) ofTwoStates(i int) bool {
	for _, k := range r.children(i, "nmod", "nmod:poss") {
		if r.rel(k) != "nmod:poss" && r.caseOf(k) != "of" || !spokenStates[r.lemma(k)] || r.typeAt(k) != "" {
			continue
		}
		if slices.ContainsFunc(r.kids[k], func(d int) bool { return counts[r.lower(d)] == 2 }) {
			return true
		}
	}
	return false
}

// spokenStates are the nouns by which states are spoken of again.
var spokenStates = words{"country": true, "nation": true, "state": true, "power": true, "superpower": true, "economy": true, "neighbor": true, "neighbour": true, "side": true, "government": true, "republic": true, "rival": true, "foe": true, "adversary": true, "ally": true, "giant": true, "capital": true, "kingdom": true}

// those returns the people that "the two" or "the three ministers" at token i are: a
// row of as many that was named just before, those of the meeting told last, or all
// whom the sentences before name. It returns nil where that is not certain.
func (r *reading) those(i int) []actor {
	n := r.howMany(i)
	if n == 0 && r.lower(i) == "them" && base(r.rel(i)) == "obj" {
		return r.bothOfThem(i)
	}
	if n == 0 {
		return nil
	}
	at := func(row []actor) []actor {
		if r.ofOtherOffice(row, i) {
			return nil
		}
		for k := range row {
			row[k].token = i
		}
		return row
	}
	if rank := chiefly[r.lemma(i)]; rank {
		return at(r.chiefs(n, i))
	}
	first := r.sent[i]
	if row := r.rowOf(n, r.doc.Sentences[first].Start, i); row != nil {
		return at(row)
	}
	if here := r.persons(r.doc.Sentences[first].Start, i); len(here) == n {
		return at(here)
	} else if len(here) == n-1 {
		if a, ok := r.whoSpeaksBehind(i); ok && !slices.ContainsFunc(here, func(b actor) bool { return b.Name == a.Name }) {
			return at(append(here, a)) // "beside the premier, Per Holm, after the two met, Brandt said …"
		}
	}
	if r.last >= 0 && r.last < len(r.claims) && first-r.sent[r.claims[r.last].head] <= 3 && first >= r.sent[r.claims[r.last].head] {
		var out []actor
		for _, m := range r.claims[r.last].Meeting.Participants {
			if m.Kind == rapporteur.Person {
				out = append(out, actor{Mention: m})
			}
		}
		if len(out) == n {
			return at(out)
		}
	}
	for s := first - 1; s >= 0 && s >= first-2; s-- {
		if row := r.rowOf(n, r.doc.Sentences[s].Start, r.doc.Sentences[s].End); row != nil {
			return at(row)
		}
		all := r.withoutSubject(r.persons(r.doc.Sentences[s].Start, i), i)
		told := r.withoutTeller(all)
		switch {
		case len(told) == n:
			return at(told)
		case len(all) == n && !slices.ContainsFunc(told, func(a actor) bool { return r.inARow(a.token) }):
			return at(all)
		case len(all) > n:
			return at(r.couple(n, i))
		}
	}
	return at(r.couple(n, i))
}

// ofOtherOffice reports whether the noun at token i calls those of some office, and all of a row whose offices are told hold
// others: "the two security advisers" are no mediators.
func (r *reading) ofOtherOffice(row []actor, i int) bool {
	office := r.lemma(i)
	if !offices[office] {
		return false
	}
	told, same := false, false
	for _, a := range row {
		for _, x := range r.said.Entities {
			if x.Type != lang.PER || !r.ofEntity(x, a.Name) {
				continue
			}
			for _, o := range x.Roles {
				told = true
				same = same || strings.Contains(strings.ToLower(o.Title), office) || office == "adviser" && strings.Contains(strings.ToLower(o.Title), "advisor") || office == "minister" && strings.Contains(strings.ToLower(o.Title), "secretary")
			}
		}
	}
	return told && !same
}

// offices are the nouns of offices that say more than that somebody leads or negotiates.
var offices = words{"minister": true, "adviser": true, "advisor": true, "president": true, "premier": true, "commissioner": true, "ambassador": true, "general": true, "commander": true, "governor": true, "mayor": true, "judge": true, "bishop": true, "king": true}

// bothOfThem returns the two people that "them" at token i is, the object of what another does: the only two whom
// the sentence before names besides him.
func (r *reading) bothOfThem(i int) []actor {
	if r.sent[i] == 0 || len(r.persons(r.sentence(i).Start, i)) > 1 {
		return nil
	}
	before := r.doc.Sentences[r.sent[i]-1]
	all := r.withoutSubject(r.persons(before.Start, before.End), i)
	if len(all) != 2 {
		return nil
	}
	for n := range all {
		all[n].token = i
	}
	return all
}

// withoutSubject leaves out of some people the subject of the clause of which token i is the object:
// "Brandt met both men".
func (r *reading) withoutSubject(all []actor, i int) []actor {
	c := r.governor(i)
	if c == nil || slices.Contains(c.subj, i) {
		return all
	}
	subj := r.subjects(c)
	return slices.DeleteFunc(all, func(a actor) bool {
		return slices.ContainsFunc(subj, func(b actor) bool { return b.Name == a.Name })
	})
}

// withoutTeller leaves out of some people whoever only says what the others did: "Falk said Marrow and Okoye had agreed".
func (r *reading) withoutTeller(all []actor) []actor {
	return slices.DeleteFunc(slices.Clone(all), func(a actor) bool {
		c := r.governor(a.token)
		if c == nil || !lex().speech.Verbs[c.verb] || !slices.ContainsFunc(c.subj, func(s int) bool { return r.nameAt(s) != nil && r.nameAt(s) == r.nameAt(a.token) }) {
			return false
		}
		return slices.ContainsFunc(r.kids[c.head], func(k int) bool { return r.rel(k) == "ccomp" && r.clause(k) != nil })
	})
}

// inARow reports whether the name at token i is one of a row that "and" joins.
func (r *reading) inARow(i int) bool {
	n := r.nameAt(i)
	if n == nil {
		return false
	}
	top := r.top(n.Range)
	return base(r.rel(top)) == "conj" || r.child(top, "conj") >= 0
}

// couple returns the two people between whom most of what the report tells before token i
// passes, for "the two", "both men" far from their names: they are named together in a row, or
// are the only two of a sentence. It returns nil where another couple does nearly as well.
func (r *reading) couple(n, i int) []actor {
	if n != 2 || lex().actors.Persons[r.lemma(i)] && r.lemma(i) != "man" && r.lemma(i) != "woman" {
		return nil
	}
	times := map[[2]string]int{}
	rows := map[[2]string][]actor{}
	for _, s := range r.doc.Sentences {
		if s.Start >= i || s.Heading {
			continue
		}
		row := r.rowOf(2, s.Start, min(s.End, i))
		if row == nil {
			if row = r.persons(s.Start, min(s.End, i)); len(row) != 2 {
				continue
			}
		}
		pair := [2]string{min(row[0].Name, row[1].Name), max(row[0].Name, row[1].Name)}
		times[pair]++
		rows[pair] = row
	}
	var best [2]string
	most, next := 0, 0
	for pair, k := range times {
		switch {
		case k > most || k == most && (pair[0] < best[0] || pair[0] == best[0] && pair[1] < best[1]):
			best, most, next = pair, k, most
		case k > next:
			next = k
		}
	}
	if most == 0 || next*2 > most {
		return nil
	}
	return rows[best]
}

// theyMet adds those whom a clause tells by "they" to an encounter of which nobody else is told:
// two people who have just met or spoken, or between whom all passes.
func (r *reading) theyMet(e *encounter) {
	c := r.clause(e.head)
	if c == nil && e.noun == e.head {
		c = r.governor(r.head(max(e.head, 0)))
	}
	for steps := 0; c != nil && len(c.subj) == 0 && c.mark == "to" && c.up >= 0 && steps < 3; steps++ {
		c = r.governor(c.up) // "they agreed on one thing: to meet again"
	}
	if c != nil && r.sent[c.head] == r.sent[e.head] && len(c.subj) == 1 && r.lower(c.subj[0]) == "they" {
		if met := r.theyWhoMet(c.subj[0]); met != nil {
			e.who = met
			return
		}
	}
	if len(e.who) > 0 || c == nil || r.sent[c.head] != r.sent[e.head] || !slices.ContainsFunc(c.subj, func(s int) bool { return r.lower(s) == "they" }) {
		return
	}
	last := r.last
	r.last = r.meetingBefore(e.head)
	e.who = r.both(e.head)
	r.last = last
	if first := r.sentence(c.head).Start; len(e.who) == 0 && r.sent[first] > 0 && !r.manyAct(r.sent[first]-1) && !r.manyAct(max(r.sent[first]-2, 0)) {
		e.who = r.couple(2, first)
		for n := range e.who {
			e.who[n].token = e.head
		}
	}
	if at := r.severalBefore(e); len(e.who) == 0 && at >= 0 && r.governor(e.head).is(lex().meetings.Verbs) && !never(r.claims[at].Meeting.State) {
		if m := r.claims[at].Meeting; m.Sides && len(m.Participants)+len(m.Parties) == 0 {
			e.talks, e.definite = true, true // "The negotiators met on Thursday. They will meet again on Friday": those of this negotiation
		} else if len(m.Participants)+len(m.Parties) > 1 {
			for _, p := range append(slices.Clone(m.Parties), m.Participants...) {
				e.who = append(e.who, actor{Mention: p, token: e.head})
			}
		}
	}
}

// severalBefore returns the claim of the meeting told last before an encounter in its sentence or the one before, or, where
// it is told as one more of theirs, up to three before, of which more than one party is told; -1 for none.
func (r *reading) severalBefore(e *encounter) int {
	reach := 1
	if e.state == rapporteur.MeetingPlanned && r.lower(min(e.head+1, len(r.kids)-1)) == "again" {
		reach = 3
	}
	best := -1
	for n := range r.claims {
		f := &r.claims[n]
		if f.Meeting == nil || f.head >= e.head || r.sent[e.head]-r.sent[f.head] > reach || best >= 0 && f.head < r.claims[best].head {
			continue
		}
		if m := f.Meeting; reach > 1 && r.sent[f.head] < r.sent[e.head] && len(m.Participants)+len(m.Parties) < 2 && !m.Sides {
			continue
		}
		best = n
	}
	return best
}

// betweenThem adds to an encounter "between them" those of whom the sentence before tells.
func (r *reading) betweenThem(e *encounter) {
	k := e.noun + 2
	if len(e.who) > 0 || e.noun <= 0 || k >= len(r.kids) || !r.isEncounter(e.noun) || r.lower(k-1) != "between" || r.lower(k) != "them" {
		return
	}
	last := r.last
	r.last = r.meetingBefore(e.head)
	e.who = r.both(e.head)
	r.last = last
}

// manyAct reports whether a group that is more than two people does something in the nth sentence,
// for whom "they" may stand behind it.
func (r *reading) manyAct(n int) bool {
	s := r.doc.Sentences[n]
	for k := s.Start; k < s.End; k++ {
		if c := r.clause(k); c != nil && slices.ContainsFunc(c.subj, func(i int) bool {
			return (r.doc.Tokens[i].XPOS == "NNS" || r.doc.Tokens[i].XPOS == "NNPS") && r.howMany(i) != 2 && (len(r.people(i)) > 0 || attribution.PersonNoun(r.lemma(i)) || lex().actors.Groups[r.lemma(i)])
		}) {
			return true
		}
	}
	return false
}

// whoSpeaksBehind returns the person who is the subject of the clause above that of token i, and stands
// behind it.
func (r *reading) whoSpeaksBehind(i int) (actor, bool) {
	c := r.governor(i)
	for steps := 0; c != nil && c.up >= 0 && steps < 4; steps++ {
		c = r.clause(c.up)
		if c == nil {
			break
		}
		for _, s := range c.subj {
			if a := r.people(s); s > i && r.sent[s] == r.sent[i] && len(a) == 1 && a[0].Kind == rapporteur.Person {
				return a[0], true
			}
		}
	}
	return actor{}, false
}

// rowOf returns the last row of n people that are named together between two tokens.
func (r *reading) rowOf(n, from, to int) []actor {
	for k := to - 1; k >= from; k-- {
		if r.typeAt(k) != lang.PER || base(r.rel(k)) == "conj" || len(r.kids[k]) == 0 {
			continue
		}
		row := r.actorsAt(k)
		if len(row) != n {
			continue
		}
		people := true
		for _, a := range row {
			people = people && a.Kind == rapporteur.Person
		}
		if people && !r.goesBefore(k) {
			return row
		}
	}
	for k := to - 1; k > from; k-- { // the words of a row, whatever the tree made of it
		if c := r.clause(k); c == nil || c.head != k || r.upos(k) != "VERB" {
			continue
		}
		if row := r.rowUpTo(k); len(row) == n && row[0].token >= from && !r.goesBefore(row[0].token) {
			return row
		}
	}
	return nil
}

// goesBefore reports whether the row that begins at token i is the end of a longer
// one: "Brandt, Prime Minister Okoye and Premier Silva".
func (r *reading) goesBefore(i int) bool {
	n := r.nameAt(i)
	if n == nil {
		return false
	}
	for k := n.Start - 1; k >= r.sentence(i).Start; k-- {
		switch {
		case r.typeAt(k) == lang.PER && r.form(min(k+1, len(r.kids)-1)) == ",":
			return true
		case r.form(k) == ",", r.upos(k) == "PROPN", r.upos(k) == "ADJ", r.upos(k) == "NOUN":
		default:
			return false
		}
	}
	return false
}

// persons returns the people that are named between two tokens.
func (r *reading) persons(from, to int) []actor {
	var out []actor
	for k := from; k < to; k++ {
		if n := r.nameAt(k); n != nil && n.Start == k && r.typeAt(k) == lang.PER {
			out = append(out, r.named(n))
		}
	}
	return distinct(out)
}

// chiefly are the nouns by which only those at the head of a state, or of a party, are spoken of again.
var chiefly = words{"leader": true, "president": true, "premier": true}

// chiefs returns the n people that "the two leaders" at token i are: those of the meeting
// told last or named just before, unless one is known by another office, else the only n
// of the report who lead. "The two leaders" behind two envoys are those who sent them.
func (r *reading) chiefs(n, i int) []actor {
	two := r.statesUpTo(i)
	leads := func(list []actor) []actor {
		return slices.DeleteFunc(slices.Clone(list), func(a actor) bool { return r.subordinate(a.Name) || n == 2 && r.leadsElsewhere(a.Name, two) })
	}
	first := r.sent[i]
	if row := r.rowOf(n, r.doc.Sentences[first].Start, i); row != nil && len(leads(row)) == n {
		return row
	}
	if here := leads(r.persons(r.doc.Sentences[first].Start, i)); len(here) == n {
		return here
	}
	if r.last >= 0 && r.last < len(r.claims) && first-r.sent[r.claims[r.last].head] <= 3 && first >= r.sent[r.claims[r.last].head] {
		var out []actor
		for _, m := range r.claims[r.last].Meeting.Participants {
			if m.Kind == rapporteur.Person {
				out = append(out, actor{Mention: m})
			}
		}
		if out = leads(out); len(out) == n {
			return out
		}
	}
	for s := first - 1; s >= 0 && s >= first-2; s-- {
		if all := leads(r.persons(r.doc.Sentences[s].Start, i)); len(all) == n {
			return all
		}
	}
	var out []actor
	for _, e := range r.said.Entities {
		if e.Type != lang.PER || !slices.ContainsFunc(e.Roles, func(o attribution.Role) bool {
			return !o.Former && leading(o.Title) && (o.OfEntity < 0 || r.said.Entities[o.OfEntity].Type != lang.ORG)
		}) {
			continue
		}
		for _, m := range e.Mentions {
			if x := r.nameAt(m.Start); m.Kind == attribution.ByName && x != nil && x.Type == lang.PER {
				out = append(out, r.named(x))
				break
			}
		}
	}
	if out = leads(distinct(out)); len(out) == n {
		return out
	}
	return nil
}

// statesUpTo returns the two states, or their peoples, that the sentence of token i names before it; nil
// where it names one, or more.
func (r *reading) statesUpTo(i int) []string {
	var out []string
	for k := r.sentence(i).Start; k < i; k++ {
		n := r.nameAt(k)
		if n == nil || n.Start != k || n.Type == lang.PER || !r.isState(tidyName(r.doc.Words(n.Range))) && !r.isState(r.stateName(k)) {
			continue
		}
		if name := r.stateName(k); !slices.ContainsFunc(out, func(x string) bool { return samePart(x, name) }) {
			out = append(out, name)
		}
	}
	if len(out) != 2 {
		return nil
	}
	return out
}

// leadsElsewhere reports whether a person is told to lead a state that is none of two.
func (r *reading) leadsElsewhere(name string, two []string) bool {
	if len(two) != 2 {
		return false
	}
	for _, e := range r.said.Entities {
		if e.Type != lang.PER || !r.ofEntity(e, name) {
			continue
		}
		for _, o := range e.Roles {
			if o.Former || !leading(o.Title) {
				continue
			}
			for c := o.Start; c < o.End; c++ {
				if s := r.stateName(c); r.isState(s) && !samePart(s, two[0]) && !samePart(s, two[1]) {
					return true
				}
			}
		}
		return false
	}
	return false
}

// subordinate reports whether a person is known only by offices below that of a leader.
func (r *reading) subordinate(name string) bool {
	for _, e := range r.said.Entities {
		if e.Type == lang.PER && len(e.Roles) > 0 && r.ofEntity(e, name) {
			return !slices.ContainsFunc(e.Roles, func(o attribution.Role) bool { return leading(o.Title) })
		}
	}
	return false
}

// ofEntity reports whether a name is one of an entity.
func (r *reading) ofEntity(e attribution.Entity, name string) bool {
	return e.Name == name || slices.ContainsFunc(e.Mentions, func(m attribution.Mention) bool {
		return m.Kind == attribution.ByName && tidyName(r.doc.Words(m.Range)) == name
	})
}

// leading reports whether an office is one of those at the head of a state, a government or a party.
func leading(title string) bool {
	f := strings.Fields(title)
	for k, w := range f {
		switch w {
		case "vice", "deputy":
			return false
		case "president", "premier", "chancellor", "leader", "king", "queen", "emir", "sultan", "dictator", "chairman", "taoiseach":
			return k == len(f)-1 || f[len(f)-1] == "general"
		case "prime":
			return true
		}
	}
	return false
}
