package claim

import (
	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// Words that go on without a word of telling: "The people said the ban would go.
// In return the union would accept a two-year deal." The second sentence is on the
// word of the people too, though nothing in it says so.

// carries returns for a sentence the attribution whose voice goes on in it, -1 for none.
func (r *reading) carries(s int) int {
	if r.carry == nil {
		r.carry = make([]int, len(r.doc.Sentences))
		for k := range r.carry {
			r.carry[k] = r.carriesFrom(k)
		}
	}
	return r.carry[s]
}

// carriesFrom tells what carries is to know of sentence s, when it knows it of those before.
func (r *reading) carriesFrom(s int) int {
	if s == 0 {
		return -1
	}
	here, before := r.doc.Sentences[s], r.doc.Sentences[s-1]
	if here.Paragraph != before.Paragraph || here.Heading || before.Heading || here.Item || here.Len() < 4 || r.speaksIn(here.Range) {
		return -1
	}
	a := r.tellsLast(before.Range)
	if a < 0 && !r.speaksIn(before.Range) {
		a = r.carry[s-1]
	}
	if a < 0 {
		return -1
	}
	c := r.mainClause(here.Range)
	if c == nil || r.direct(c.head) || r.inner[c.head] >= 0 && r.tells(&r.said.Attributions[r.inner[c.head]]) {
		return -1
	}
	if !r.goesOnTold(c, a, here.Range, before.Range) {
		return -1
	}
	return a
}

// speaksIn reports whether anybody is said to say something in a sentence.
func (r *reading) speaksIn(sent lang.Range) bool {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if len(a.Cue) > 0 && sent.Contains(a.Cue[0].Start) && (len(a.Source) > 0 || len(a.Voices) > 0 || a.Negated) && (r.tells(a) || a.Negated) {
			return true
		}
	}
	for i := sent.Start; i < sent.End; i++ {
		if f := r.form(i); opensQuote(f) || f == "”" || f == "?" {
			return true
		}
	}
	return false
}

// tellsLast returns the attribution on which all of a sentence stands, -1 for none.
func (r *reading) tellsLast(sent lang.Range) int {
	for n := range r.said.Attributions {
		a := &r.said.Attributions[n]
		if a.Parent >= 0 || a.Quoted == attribution.Direct || a.Negated || a.Conditional || len(a.Cue) == 0 || len(a.Content) == 0 || !sent.Contains(a.Cue[0].Start) || !r.tells(a) || r.converses(n) || !r.tellsSomething(a.Content) || len(r.links(n)) == 0 {
			continue
		}
		held := 0
		for i := sent.Start; i < sent.End; i++ {
			in := r.upos(i) == "PUNCT"
			for _, list := range [][]lang.Range{a.Content, a.Cue, a.Source} {
				for _, x := range list {
					in = in || x.Contains(i)
				}
			}
			if in {
				held++
			}
		}
		if held*10 >= sent.Len()*7 {
			return n
		}
	}
	return -1
}

// mainClause returns the clause of the predicate on which a sentence hangs, nil for none.
func (r *reading) mainClause(sent lang.Range) *clause {
	for i := sent.Start; i < sent.End; i++ {
		if h := r.head(i); h < 0 || !sent.Contains(h) {
			if c := r.clause(i); c != nil {
				return c
			}
		}
	}
	return nil
}

// goesOnTold reports whether a sentence goes on with what attribution a tells: its
// predicate keeps the tense of what is told, or speaks of what a text provides, and
// its subject is one that was spoken of.
func (r *reading) goesOnTold(c *clause, a int, here, before lang.Range) bool {
	if len(c.subj) == 0 || r.hasIf(c) {
		return false
	}
	s := c.first()
	if k := r.child(s, "det"); k >= 0 {
		switch r.lower(k) {
		case "this", "that", "such", "any", "no", "a", "an", "these", "those", "another":
			return r.lower(k) == "another" && c.modal == "would"
		}
	}
	told := r.said.Attributions[a].Content
	order := r.ordinal(s)
	present := c.modal == "" && !c.past && !c.perfect && !c.copula && isPresent(r.finiteTag(c.head))
	if c.copula && c.modal != "" && r.upos(c.head) != "ADJ" && r.upos(c.head) != "VERB" || c.ongoing {
		return false
	}
	if r.upos(s) == "PRON" && !order {
		switch r.lower(s) {
		case "it", "they":
			if c.past && !c.perfect && r.lower(s) == "they" && r.meets(c, s) {
				return r.toldOfMeeting(told)
			}
		default:
			return false
		}
		e := r.entity[s]
		if e >= 0 && r.speaksAs(a, e) {
			return c.modal == "would"
		}
		if (present || c.modal == "would" && !c.copula) && r.toldOfText(told) && r.lower(s) == "it" {
			return !background[c.verb]
		}
		return false
	}
	switch {
	case c.past && !c.perfect && r.meets(c, s):
		return r.toldOfMeeting(told)
	case c.past || c.perfect:
		return false
	case order:
		return present || c.modal == "would" || c.modal == "will" || c.modal == "must"
	case c.modal == "would":
		return !r.isTextNoun(s) && !lex().meetings.Nouns[r.lemma(s)] && !dealings[r.lemma(s)] && r.child(s, "nmod:poss") < 0 || lex().texts.Provide[c.verb]
	case present && r.isTextNoun(s):
		return r.amongTold(s, told) && lex().texts.Provide[c.verb]
	case c.modal == "will" || c.modal == "must" || c.modal == "shall":
		return r.amongTold(s, told) && !lex().meetings.Nouns[r.lemma(s)]
	}
	return false
}

// dealings are nouns for the whole of what is told, of which a reporter tells by
// himself what it would mean.
var dealings = words{"deal": true, "move": true, "step": true, "decision": true, "change": true, "measure": true, "vote": true, "strike": true, "result": true, "outcome": true, "effect": true, "failure": true, "success": true, "cost": true}

// background are verbs of what a reporter knows by himself of a text.
var background = words{"remain": true, "come": true, "follow": true, "seem": true, "appear": true, "look": true, "mark": true, "represent": true, "mean": true, "need": true, "face": true}

func isPresent(tag string) bool { return tag == "VBZ" || tag == "VBP" }

// ordinal reports whether a subject counts on in what was told: "the first step",
// "the others", "the rest".
func (r *reading) ordinal(s int) bool {
	is := func(i int) bool {
		switch r.lower(i) {
		case "first", "second", "third", "fourth", "other", "others", "rest", "remainder", "remaining", "latter":
			return true
		}
		return false
	}
	if d := r.child(s, "det"); d < 0 || r.lower(d) != "the" {
		return false
	}
	if is(s) {
		return true
	}
	for _, k := range r.kids[s] {
		if k < s && base(r.rel(k)) == "amod" && is(k) {
			return true
		}
	}
	return false
}

// amongTold reports whether a noun stands among the words told.
func (r *reading) amongTold(s int, told []lang.Range) bool {
	for _, c := range told {
		for i := c.Start; i < c.End; i++ {
			if r.upos(i) == r.upos(s) && r.lemma(i) == r.lemma(s) || r.entity[s] >= 0 && r.entity[i] == r.entity[s] {
				return true
			}
		}
	}
	return false
}

// toldOfText reports whether a text is the subject or object of what is told.
func (r *reading) toldOfText(told []lang.Range) bool {
	for _, c := range told {
		for i := c.Start; i < c.End; i++ {
			if b := base(r.rel(i)); (b == "nsubj" || b == "obj") && (r.isTextNoun(i) || lex().texts.Versions[r.lemma(i)] || r.lemma(i) == "compromise") {
				return true
			}
		}
	}
	return false
}

// speaksAs reports whether an entity is a voice of attribution a.
func (r *reading) speaksAs(a, e int) bool {
	for _, v := range r.said.Attributions[a].Voices {
		if v.Entity == e {
			return true
		}
	}
	return false
}

// meets reports whether a clause goes on about a meeting that was told: "they talked for
// three hours", "the session ended at noon".
func (r *reading) meets(c *clause, s int) bool {
	if c.neg || c.passive || c.copula {
		return false
	}
	if d := r.child(s, "det"); d >= 0 && r.lower(d) == "the" && lex().meetings.Nouns[r.lemma(s)] {
		return lasting[c.verb]
	}
	switch r.lower(s) {
	case "they", "two", "both":
		return together[c.verb]
	}
	return false
}

// lasting are verbs of how long a meeting went on, together those of what two do at one.
var (
	lasting  = words{"last": true, "take": true, "run": true, "end": true, "go": true, "begin": true, "start": true}
	together = words{"meet": true, "talk": true, "speak": true, "discuss": true, "dine": true, "confer": true, "sit": true}
)

// converses reports whether what was taken for a telling is the meeting itself: "they spoke for an hour".
func (r *reading) converses(a int) bool {
	for _, c := range r.said.Attributions[a].Cue {
		for i := c.Start; i < c.End && i < len(r.kids); i++ {
			if together[r.lemma(i)] {
				return true
			}
		}
	}
	return false
}

// toldOfMeeting reports whether what is told has a meeting in it.
func (r *reading) toldOfMeeting(told []lang.Range) bool {
	for _, c := range told {
		for i := c.Start; i < c.End; i++ {
			if lex().meetings.Nouns[r.lemma(i)] && r.upos(i) == "NOUN" || r.lemma(i) == "meet" && r.upos(i) == "VERB" {
				return true
			}
		}
	}
	return false
}

// lengthToldBy returns the voices on whose word the length of a meeting stands, where
// another clause of its sentence tells it: "the call, an aide said, took 25 minutes",
// "in a session that one of the diplomats put at five hours".
func (r *reading) lengthToldBy(head, minutes int) []rapporteur.Source {
	for t := range r.times {
		x := &r.times[t]
		if x.Minutes != minutes || x.Start >= len(r.sent) || r.sent[x.Start] != r.sent[head] {
			continue
		}
		if a := r.inner[x.Start]; a >= 0 && !r.converses(a) && r.tellsSomething(r.said.Attributions[a].Content) {
			if list := r.links(a); len(list) > 0 {
				return list
			}
		}
		g := r.governor(x.Start)
		if g == nil || g.verb != "put" && g.verb != "place" && g.verb != "estimate" && g.verb != "time" {
			continue
		}
		for _, s := range g.subj {
			for k := r.lo[s]; k < r.hi[s] && k < g.head; k++ {
				e := r.entity[k]
				if e < 0 || r.said.Entities[e].Type != "" && r.said.Entities[e].Type != lang.PER {
					continue
				}
				kind := rapporteur.AnonymousSource
				if r.said.Entities[e].Type == lang.PER {
					kind = rapporteur.PersonSource
				}
				at := r.bytes(lang.Range{Start: k, End: k + 1})
				return []rapporteur.Source{{Name: r.said.Entities[e].Name, Type: kind, Words: r.form(k), Span: at}}
			}
		}
	}
	return nil
}
