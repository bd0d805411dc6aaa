package claim

import (
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
		if a.Parent >= 0 || a.Quoted == attribution.Direct || a.Negated || a.Conditional || len(a.Cue) == 0 || len(a.Content) == 0 || !sent.Contains(a.Cue[0].Start) || !r.tells(a) || !r.tellsSomething(a.Content) || len(r.links(n)) == 0 {
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
	if c.copula && c.modal != "" || c.ongoing {
		return false
	}
	if r.upos(s) == "PRON" && !order {
		switch r.lower(s) {
		case "it", "they":
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
