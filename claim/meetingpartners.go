package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// One cannot meet alone. This file finds the other where the words of an encounter
// name one: an office for its holder, the rest of a row, whoever travels to it, and
// the party with whom a report's negotiation is.

// officeOf returns the holder of an office of some state, told without a name: "the
// Norvanan chancellor", "Estrel's prime minister". Whom the sentence names besides
// holds another, though the chains of mentions took both for one.
func (r *reading) officeOf(i int) (actor, bool) {
	lemma := strings.ToLower(r.lemma(i))
	if u := r.upos(i); u != "NOUN" && u != "PROPN" || !lex().actors.Persons[lemma] || strings.HasSuffix(r.doc.Tokens[i].XPOS, "S") || r.typeAt(i) == lang.PER || lex().actors.Delegations[lemma] {
		return actor{}, false
	}
	if slices.ContainsFunc(r.kids[i], func(k int) bool { return r.typeAt(k) == lang.PER }) {
		return actor{}, false
	}
	party := r.partiesUnder(i)
	if len(party) != 1 || party[0].Kind != rapporteur.State && !slices.ContainsFunc(r.kids[i], func(k int) bool { return r.typeAt(k) == lang.NORP }) {
		return actor{}, false
	}
	words := r.withOf(i, r.nounPhrase(i))
	if e := r.entity[i]; e >= 0 && r.said.Entities[e].Type == lang.PER && !r.ofAnother(r.said.Entities[e], party[0].Name) {
		s := r.sentence(i)
		here := slices.ContainsFunc(r.said.Entities[e].Mentions, func(m attribution.Mention) bool {
			return m.Kind == attribution.ByName && m.Start >= s.Start && m.End <= words.Start
		})
		if !here || base(r.rel(i)) == "nsubj" || base(r.rel(i)) == "appos" || r.rel(i) == "nmod:poss" {
			return actor{}, false
		}
	}
	return actor{Mention: rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}, token: i, party: party}, true
}

// ofAnother reports whether somebody is told to hold his offices of other states than one: "the Indian prime minister" is
// not the British one, of whom the report tells.
func (r *reading) ofAnother(e attribution.Entity, state string) bool {
	told := false
	for _, o := range e.Roles {
		of := tidyName(o.Of)
		switch {
		case o.Former || of == "":
		case samePart(of, state):
			return false
		case r.isState(of), o.OfEntity < 0 && strings.ToLower(of) != of:
			told = true
		case o.OfEntity >= 0 && strings.ToLower(of) != of: // but "Brandt's counterpart"
			whose := r.said.Entities[o.OfEntity]
			told = told || whose.Type != lang.ORG && !strings.Contains(whose.Name, of)
		}
	}
	return told
}

// officeIn returns the holder of an office of some state, told without a name, that stands
// from token i to token j and is all that stands there.
func (r *reading) officeIn(i, j int) (actor, bool) {
	for h := j - 1; h >= i; h-- {
		if r.upos(h) != "NOUN" && r.upos(h) != "PROPN" {
			continue
		}
		for _, a := range r.people(h) {
			if a.token == h && a.Kind == rapporteur.Group && len(a.party) == 1 {
				return a, true
			}
		}
		break
	}
	return actor{}, false
}

// withBehind returns those with whom people met where the tree hung them on the place or
// the day before: "met in Lund | with Holt".
func (r *reading) withBehind(c *clause) []actor {
	if len(c.with("with")) > 0 {
		return nil
	}
	for k := c.head + 1; k+1 < r.sentence(c.head).End; k++ {
		if r.upos(k) == "VERB" || r.upos(k) == "PUNCT" || r.upos(k) == "CCONJ" || r.upos(k) == "SCONJ" {
			return nil
		}
		if r.lower(k) == "with" && r.upos(k) == "ADP" && (r.typeAt(k-1) == lang.LOC || r.timeAt[k-1] >= 0 || facility(r.form(k-1))) {
			who := r.along(k + 1)
			if len(who) == 0 {
				if a, ok := r.officeIn(k+1, r.phraseEnd(k+1)); ok {
					who = append(who, a)
				}
			}
			return who
		}
	}
	return nil
}

// rowBeforeWho returns the row that a relative clause tells of where the tree hung it on
// the last of it: "Holt and Marrow, who met on Monday".
func (r *reading) rowBeforeWho(c *clause) []actor {
	h := r.head(c.head)
	if h < 0 || base(r.rel(c.head)) != "acl" {
		return nil
	}
	if base(r.rel(h)) == "conj" {
		if row := r.people(r.head(h)); len(row) > 0 {
			return row
		}
	}
	return r.pairBefore(c.head)
}

// pairBefore returns the last two people of the row that stands right before the relative
// clause at token i: "Trade Secretary Ilse Marrow and Estrel's envoy, Rena Holt, who met".
func (r *reading) pairBefore(i int) []actor {
	start := r.sentence(i).Start
	who := i - 1
	for who > start && (r.upos(who) == "AUX" || r.upos(who) == "ADV") {
		who--
	}
	if r.lower(who) != "who" {
		return nil
	}
	var out []actor
	joined := false
	for k := who - 1; k >= start && len(out) < 2; k-- {
		switch n := r.nameAt(k); {
		case n != nil && n.Type == lang.PER:
			if len(out) == 0 && k < who-2 {
				return nil
			}
			out = append(out, r.named(n))
			k = n.Start
		case r.lower(k) == "and" && len(out) == 1:
			joined = true
		case r.upos(k) == "VERB", r.upos(k) == "AUX", r.upos(k) == "ADP" && r.lower(k) != "of" && r.lower(k) != "for", r.upos(k) == "SCONJ":
			return nil
		}
	}
	if len(out) < 2 || !joined {
		return nil
	}
	return out
}

// onJourney adds who travels, and where to, to talks that are told as what a journey
// is for: "plans to leave for Norvana on Friday to continue talks there".
func (r *reading) onJourney(e *encounter, top int) {
	h := r.head(top)
	if h < 0 {
		return
	}
	c := r.clause(h)
	if c == nil || c.mark != "to" || c.passive || !slices.Contains(c.obj, top) || r.head(h) < 0 {
		return
	}
	up := r.clause(r.head(h))
	if up == nil || up.neg || !lex().meetings.Journey[up.verb] {
		return
	}
	place := ""
	for _, d := range append(up.with("to"), up.with("in", "for")...) {
		if place == "" && r.typeAt(d) == lang.LOC {
			place = r.placeName(d)
		}
	}
	if place == "" {
		return
	}
	who := r.subjects(up)
	for at, steps := up.head, 0; len(who) == 0 && steps < 3 && at >= 0; at, steps = r.head(at), steps+1 {
		if s := r.child(at, "nsubj"); s >= 0 {
			who = r.people(s)
		}
	}
	if len(who) == 0 {
		return
	}
	e.who = append(who, e.who...)
	if e.place == "" {
		e.place = place
	}
	if !e.when.IsZero() {
		e.journey = true
	}
}

// counterpart adds the party with whom the negotiation of a report is to talks of
// which only the one is told: "negotiations with Norvana are to begin on 19 June".
// Where the sentence names a third they may be that one's.
func (r *reading) counterpart(f *found, two []rapporteur.Mention) {
	m := f.Meeting
	if f.met == nil || len(two) != 2 || len(m.Participants)+len(m.Parties) != 1 || !f.met.talks && !r.bargaining(f.met.noun) && !r.bargaining(f.head) {
		return
	}
	one := append(slices.Clone(m.Participants), m.Parties...)[0]
	if !party(one) {
		return
	}
	other := -1
	for n := range two {
		if samePart(two[n].Name, one.Name) && !samePart(two[1-n].Name, one.Name) {
			other = 1 - n
		}
	}
	if other < 0 {
		return
	}
	s := r.sentence(f.head)
	for n := range r.doc.Names {
		x := &r.doc.Names[n]
		if x.Start < s.Start || x.End > s.End || !r.acts(x) {
			continue
		}
		if b := r.named(x).Mention; b.Kind == rapporteur.State && !samePart(b.Name, two[0].Name) && !samePart(b.Name, two[1].Name) {
			return
		}
	}
	m.Parties = addMention(slices.Clone(m.Parties), two[other])
}

// tellersSide adds to talks with somebody, of which only he is told, the party that whoever tells of
// them speaks for: "talks with the operators resume on Friday, the union said".
func (r *reading) tellersSide(f *found) {
	m := f.Meeting
	if f.met == nil || len(m.Participants)+len(m.Parties) != 1 || never(m.State) || len(f.Chain) == 0 || f.met.noun <= 0 || !r.isEncounter(f.met.noun) {
		return
	}
	one := append(slices.Clone(m.Participants), m.Parties...)[0]
	if k := f.met.noun + 1; k >= len(r.kids) || r.lower(k) != "with" {
		return
	}
	teller := f.Chain[len(f.Chain)-1]
	side := rapporteur.Mention{}
	if words := strings.ToLower(teller.Words); teller.Of != "" && strings.Contains(words, "spokes") {
		side = rapporteur.Mention{Name: teller.Of, Kind: rapporteur.Organisation, Span: teller.Span}
	}
	for _, c := range r.claims {
		switch {
		case side.Name != "":
		case teller.Type == rapporteur.PersonSource && c.Role != nil && !c.Role.Former && c.Role.Person.Name == teller.Name && party(c.Role.Of):
			side = c.Role.Of
		case teller.Type == rapporteur.InstitutionSource && c.Statement != nil && c.Statement.Speaker.Name == teller.Name && party(c.Statement.Speaker):
			side = c.Statement.Speaker
		}
	}
	if side.Name == "" || samePart(side.Name, one.Name) || office(side.Name) && r.isState(one.Name) {
		return
	}
	if r.isState(side.Name) {
		side.Kind = rapporteur.State
	}
	if side.Kind == rapporteur.State {
		m.Parties = addMention(slices.Clone(m.Parties), side)
	} else {
		m.Participants = addMention(slices.Clone(m.Participants), side)
	}
}

// greeted adds those who are told to have received somebody where he went to talks:
// "arrived at the ministry for talks, where she was greeted by Holt".
func (r *reading) greeted(e *encounter) {
	s := r.sentence(e.head)
	for k := e.head + 1; k+1 < s.End; k++ {
		if r.lower(k) != "where" {
			continue
		}
		c := r.governor(k)
		if c == nil || c.head <= k || !c.passive || c.neg || c.modal != "" || !receives[c.verb] || len(c.subj) != 1 || r.upos(c.subj[0]) != "PRON" {
			continue
		}
		hosts := r.people(c.agent...)
		if b := c.head + 1; b+1 < s.End && r.lower(b) == "by" {
			hosts = r.along(b + 1)
		}
		for _, a := range hosts {
			if a.Kind == rapporteur.Person {
				e.who = append(e.who, a)
			}
		}
		return
	}
}

// witnessed adds those who are told to have been by when others met: "in the presence of Holt
// and Okoye", "with Holt present", "accompanied by Holt".
func (r *reading) witnessed(e *encounter) {
	s := r.sentence(e.head)
	for k := s.Start; k+2 < s.End; k++ {
		from := -1
		switch f := r.lower(k); {
		case f == "presence" && r.lower(k+1) == "of" && r.lower(max(k-2, 0)) == "in":
			from = k + 2
		case presidency[f] && r.lower(k+1) == "of" && r.lower(max(k-2, 0)) == "under":
			from = k + 2
		case (f == "accompanied" || f == "flanked" || f == "joined") && r.lower(k+1) == "by" && r.form(max(k-1, 0)) == "," && r.governor(e.head) != nil:
			from = k + 2
		case f == "with":
			for j := k + 1; j < min(k+12, s.End) && r.upos(j) != "VERB" && r.upos(j) != "AUX" && (r.upos(j) != "ADP" || r.lower(j) == "in"); j++ {
				if g := r.lower(j); g == "present" || g == "in" && r.lower(min(j+2, s.End-1)) == "room" || g == "also" && r.lower(min(j+1, s.End-1)) == "present" {
					from = k + 1
				}
			}
			for j := k + 1; from < 0 && j < min(k+12, s.End) && (r.upos(j) != "ADP" || r.lower(j) == "of"); j++ {
				if r.upos(j) == "VERB" || r.upos(j) == "AUX" {
					if r.doc.Tokens[j].XPOS == "VBG" && attending[r.lemma(j)] {
						from = k + 1 // "with Holt leading the delegation"
					}
					break
				}
			}
		}
		if from < 0 {
			continue
		}
		e.who = append(e.who, r.roster(from, s.End)...)
	}
}

// presidency are the nouns of what those do under whom others meet: "under the chairmanship of Holt".
var presidency = words{"chairmanship": true, "presidency": true, "chair": true, "auspices": true, "aegis": true, "mediation": true, "facilitation": true, "leadership": true, "guidance": true, "supervision": true, "stewardship": true, "moderation": true}

// attending are the verbs of what somebody does at an encounter of others: "with Holt chairing".
var attending = words{"lead": true, "head": true, "chair": true, "mediate": true, "preside": true, "represent": true, "attend": true, "look": true, "listen": true, "translate": true, "host": true, "moderate": true, "facilitate": true, "broker": true, "referee": true, "join": true, "sit": true}

// receives are the verbs of those who await a guest at the door.
var receives = words{"greet": true, "receive": true, "meet": true, "welcome": true, "join": true}

// ofBody reports whether an encounter is told as that of a body of several states: "a
// meeting of the Group of Seven".
func (r *reading) ofBody(i, k int) bool {
	switch r.lemma(i) {
	case "meeting", "gathering":
	default:
		return false
	}
	n := r.nameAt(k)
	return n != nil && r.typeAt(k) == lang.ORG && !office(tidyName(r.doc.Words(n.Range)))
}

// whoMeets returns the subjects of a clause; where they would meet themselves, a pronoun
// was taken for the wrong one, and whoever says it means himself: "Brandt said he might
// meet Okoye".
func (r *reading) whoMeets(c *clause, others []actor) []actor {
	who := r.subjects(c)
	if len(who) != 1 || len(c.subj) != 1 || r.upos(c.subj[0]) != "PRON" || !slices.ContainsFunc(others, func(a actor) bool { return a.Name == who[0].Name }) {
		return who
	}
	up := r.clause(max(c.up, 0))
	if c.up < 0 || up == nil || !r.cue[up.head] {
		return who
	}
	if above := r.subjects(up); len(above) == 1 && above[0].Kind == rapporteur.Person && above[0].Name != who[0].Name {
		above[0].token = c.subj[0]
		return above
	}
	return who
}

// plansDropped reports whether what is told of an encounter is that the plans for it came
// to nothing: "plans for a summit in Lund fell through".
func (r *reading) plansDropped(top int) bool {
	h := r.head(top)
	if h < 0 || strings.ToLower(r.lemma(h)) != "plan" || r.caseOf(top) != "for" {
		return false
	}
	return r.plansGone(h)
}

// plansGone reports whether the plans at noun h are told to have come to nothing.
func (r *reading) plansGone(h int) bool {
	g := r.governor(h)
	if r.lemma(h) != "plan" || g == nil || g.modal != "" || !slices.Contains(g.subj, h) && !slices.Contains(g.obj, h) || r.modality(g.head) != rapporteur.Asserted && !g.neg {
		return false
	}
	return r.lapsed(g) || !g.neg && (g.is(lex().meetings.Cancel) || g.verb == "drop" || g.verb == "collapse")
}

// atTheEnd reports whether an encounter is told as one at whose end something was said or
// done, and gives it the day of that: "said on Friday at the end of a four-day round".
func (r *reading) atTheEnd(e *encounter, top int) bool {
	switch p := r.caseOf(top); r.lemma(top) {
	case "end", "close", "conclusion":
		if p != "at" && p != "after" {
			return false
		}
	default: // "said on Friday after a four-day round"
		if p != "after" && p != "following" || r.courseOf(e.head).days == 0 {
			return false
		}
	}
	g := r.governor(r.head(top))
	if g == nil || !g.past || g.neg || g.modal != "" {
		return false
	}
	if e.when.IsZero() {
		if t := r.timeBelow(g.head); t != nil && t.Interval.Exact() {
			e.when = t.Interval
		}
	}
	return !e.when.IsZero()
}

// topicBefore adds to a meeting "with" somebody that is to be, or came to nothing, whom the sentence before is about, where
// nobody else is told of: "Marrow praised the talks. A meeting with Holt, planned for Friday, was called off."
func (r *reading) topicBefore(e *encounter) {
	s := r.sentence(e.head)
	if stageOf(e.state) == took || e.noun <= s.Start || e.noun > s.Start+3 || r.lemma(e.noun) != "meeting" || r.lower(min(e.noun+1, len(r.kids)-1)) != "with" || len(e.parties) > 0 || r.sent[e.noun] == 0 {
		return
	}
	with := distinct(e.who)
	before := r.doc.Sentences[r.sent[e.noun]-1]
	if len(with) != 1 || with[0].Kind != rapporteur.Person || before.Paragraph != r.doc.Sentences[r.sent[e.noun]].Paragraph {
		return
	}
	for k := before.Start; k < before.End; k++ {
		c := r.clause(k)
		if c == nil || len(c.subj) == 0 || base(r.rel(k)) != "root" {
			continue
		}
		if a := r.subjects(c); len(a) == 1 && a[0].Kind == rapporteur.Person && a[0].Name != with[0].Name {
			a[0].token = e.head
			e.who = append(a, e.who...)
		}
		return
	}
}
