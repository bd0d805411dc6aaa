package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// aPerson reports whether one of some nominals is a person by name.
func (r *reading) aPerson(heads []int) bool {
	return slices.ContainsFunc(r.people(heads...), func(a actor) bool { return a.Kind == rapporteur.Person })
}

// amongOthers reports whether the noun of an encounter says whom it is with.
func (r *reading) amongOthers(i int) bool {
	return slices.ContainsFunc(r.children(i, "nmod"), func(k int) bool { p := r.caseOf(k); return p == "with" || p == "between" || p == "among" })
}

// unlessBelow reports whether the rest of the sentence says under which condition
// what token i tells would not be so.
func (r *reading) unlessBelow(i int) bool {
	for k := i + 1; k < r.sentence(i).End; k++ {
		if f := r.lower(k); f == "unless" || f == "until" || f == "without" {
			return true
		}
	}
	return false
}

// ofOffice reports whether a nominal is somebody who takes part in what a report is about:
// a person with a title or of whom the report speaks again, a state, a delegation.
func (r *reading) ofOffice(i int) bool {
	if _, ok := r.officeOf(i); ok {
		return true
	}
	a, ok := r.actorAt(i)
	if !ok {
		return false
	}
	switch a.Kind {
	case rapporteur.Person:
		for _, k := range append(r.children(i, "appos", "flat", "nmod", "compound"), i) {
			if e := r.entity[k]; e >= 0 && (r.titled(k) || r.said.Entities[e].Type == lang.PER && len(r.said.Entities[e].Mentions) > 1) {
				return true
			}
		}
		if n := r.nameAt(i); n != nil {
			for k := max(n.Start-1, r.sentence(i).Start); k < n.End; k++ {
				if lex().titles.Heads[r.lemma(k)] {
					return true // "Commissioner Per Holm"
				}
			}
		}
		return r.entity[i] < 0 && lex().meetings.Delegations[r.lemma(i)] // "his counterpart, Per Holm"
	case rapporteur.State:
		return true
	}
	return len(a.party) > 0
}

// met reads what people do only together as an encounter of theirs: "discussed the
// draft with Holt on Monday", "spent two hours with Holt at the ministry", "saw
// Holt on Friday", "then spoke alone for an hour".
func (r *reading) met(c *clause) *encounter {
	e := &encounter{head: c.head, noun: c.head, weak: true}
	if c.passive {
		return nil
	}
	subj, sequel := r.subjects(c), r.spokenFirst(c)
	if sequel != nil {
		c.subj, subj = sequel.subj, r.subjects(sequel)
	}
	if len(c.subj) == 0 {
		subj = r.rowBefore(c.head)
		for _, a := range subj {
			c.subj = append(c.subj, a.token)
		}
	}
	if len(c.subj) == 0 {
		return nil
	}
	var others []int
	var spent *timex.Time
	switch {
	case c.verb == "see":
		if len(c.comp) > 0 || len(c.obj) == 0 || len(c.with("as", "on")) > 0 && r.timeBelow(c.head) == nil {
			return nil
		}
		for _, o := range c.obj {
			if len(r.those(o)) > 0 {
				continue // "saw both men separately"
			}
			if r.typeAt(o) != lang.PER && !lex().titles.Heads[r.lemma(o)] || !r.ofOffice(o) || r.child(o, "acl", "acl:relcl", "xcomp") >= 0 {
				return nil
			}
		}
		others = c.obj
	case c.verb == "spend" || c.verb == "pass":
		if spent = r.lengthAfter(c.head); spent == nil && !r.partOfDay(c.head) {
			return nil
		}
		others = c.with("with")
		for k := c.head + 1; k < r.hi[c.head]; k++ { // wherever the tree hung it
			if r.lower(k) == "with" && len(others) == 0 && r.upos(k) == "ADP" && r.head(k) > k && r.sent[k] == r.sent[c.head] {
				others = []int{r.head(k)}
			}
		}
	case r.brokeBread(c):
		r.told[c.obj[0]] = true
		others = c.with("with")
		for _, o := range c.obj {
			for _, k := range r.children(o, "nmod") {
				if r.caseOf(k) == "with" {
					others = append(others, k)
				}
			}
		}
	case c.is(lex().meetings.Together), c.verb == "exchange":
		others = c.with("with", "to")
		if c.verb != "speak" && c.verb != "talk" {
			others = c.with("with")
		}
		for _, o := range c.obj { // "discussed the draft with Holt"
			for _, k := range r.children(o, "nmod") {
				if r.caseOf(k) == "with" {
					others = append(others, k)
				}
			}
		}
	default:
		return nil
	}
	e.when, _ = r.whenMet(c.head)
	r.fill(e, c.head)
	for _, o := range c.obj {
		r.fill(e, o)
	}
	if spent != nil && spent.Minutes < 3*24*60 {
		e.minutes = spent.Minutes
	}
	if remote := r.remoteWord(c) >= 0 && (c.verb != "exchange" || slices.ContainsFunc(c.obj, func(o int) bool { return lex().meetings.Messages[r.lemma(o)] })); remote && len(others) == 0 && e.when.Exact() && (len(subj) > 1 || len(subj) == 1 && r.several(subj[0]) && r.bothThere(c.subj[0])) {
		e.weak = false // "the two leaders exchanged views by telephone on Monday"
	} else if (c.verb == "spend" || c.verb == "pass") && len(others) == 0 { // "Brandt and Okoye spent two hours at the palace"
		if len(subj) < 2 || e.minutes == 0 || e.place == "" {
			return nil
		}
	} else if len(others) == 0 {
		alone := slices.ContainsFunc(c.adverbs, func(k int) bool { return privately[r.lower(k)] })
		mutual := c.verb != "speak" && c.verb != "talk" && len(subj) == 2 && subj[0].Kind == rapporteur.Person && subj[1].Kind == rapporteur.Person
		night := bargainsOn[c.verb] && r.allThrough(c.head)
		if len(subj) < 2 || e.minutes == 0 && !alone && !mutual && !night || len(c.obj) > 0 && !r.brokeBread(c) {
			return nil
		}
	} else if !slices.ContainsFunc(others, func(o int) bool { return r.ofOffice(o) || len(r.those(o)) > 0 }) && !(spent != nil && len(r.visitors(others)) > 0) {
		return nil
	}
	if !slices.ContainsFunc(c.subj, func(s int) bool {
		return r.ofOffice(s) || r.takesPart(s) && e.minutes > 0 || (r.upos(s) == "PRON" || r.bothThere(s)) && len(subj) > 0
	}) {
		return nil
	}
	e.who = append(subj, r.people(others...)...)
	if len(e.who) == len(subj) {
		e.who = append(e.who, r.visitors(others)...)
	}
	if c.mark != "to" {
		r.arrived(e, c)
	}
	e.state, e.modality = r.verbState(c, e.when)
	r.inSoLong(e)
	if days := e.when.Days(); e.place == "" && e.minutes == 0 && (days == 0 || days > 31) && (sequel == nil || !r.onlyPersons(e.who)) || c.verb == "negotiate" && (e.place == "" || days == 0) {
		return nil
	}
	if up := r.clause(max(r.head(c.head), 0)); up != nil && base(r.rel(c.head)) == "conj" && lex().meetings.Journey[up.verb] && r.doc.Tokens[c.head].XPOS == "VBZ" {
		if t := r.timeBelow(up.head); t != nil && t.Interval.From.After(r.report.Published) { // "flies to Lund on Thursday and sees Holt on Friday"
			e.state, e.modality = rapporteur.MeetingPlanned, rapporteur.Planned
			r.ahead(e)
		}
	}
	if at := r.remoteWord(c); at >= 0 {
		e.format = "phone"
		if f := lex().meetings.Format[r.lemma(at)]; f != "" {
			e.format = f
		}
	}
	return e
}

// spokenFirst returns the clause after whose doer's words with somebody it was done: "after talking with Holt, Marrow
// wrote that …"; nil for none.
func (r *reading) spokenFirst(c *clause) *clause {
	if r.child(c.head, "nsubj") >= 0 || c.mark != "after" && c.mark != "following" || base(r.rel(c.head)) != "advcl" || r.doc.Tokens[c.head].XPOS != "VBG" {
		return nil
	}
	up := r.clause(r.governs(c))
	if up == nil || up.head == c.head || !up.past || up.passive || up.modal != "" || len(up.subj) != 1 || r.sent[up.head] != r.sent[c.head] {
		return nil
	}
	return up
}

// onlyPersons reports whether some actors are two persons or more, and nobody else.
func (r *reading) onlyPersons(who []actor) bool {
	who = distinct(who)
	return len(who) > 1 && !slices.ContainsFunc(who, func(a actor) bool { return a.Kind != rapporteur.Person })
}

// bargainsOn are the verbs of what parties do together hour by hour.
var bargainsOn = words{"negotiate": true, "bargain": true, "haggle": true, "talk": true, "wrangle": true}

// allThrough reports whether a predicate goes on through a part of the day: "bargained through the
// night", "haggled into the small hours", "talked all day".
func (r *reading) allThrough(i int) bool {
	for k := i + 1; k+1 < min(i+6, r.sentence(i).End); k++ {
		switch r.lower(k) {
		case "through", "throughout", "into", "until", "till", "all", "past":
			return r.partOfDay(k) || r.timeAt[k] >= 0 || r.timeAt[k+1] >= 0 || slices.Contains(r.lowers[k+1:min(k+5, len(r.lowers))], "hours")
		}
	}
	return false
}

// partOfDay reports whether what stands right behind a verb is a part of a day: "spent the evening",
// "spent much of Sunday".
func (r *reading) partOfDay(i int) bool {
	for k := i + 1; k < min(i+6, r.sentence(i).End); k++ {
		switch {
		case dayParts[r.lemma(k)], r.timeAt[k] >= 0 && weekdays[r.lower(k)]:
			return true
		case r.upos(k) == "VERB", r.upos(k) == "ADP" && r.lower(k) != "of", r.upos(k) == "PUNCT":
			return false
		}
	}
	return false
}

// brokeBread reports whether a clause tells what people have together: "had tea with Holt", "took
// coffee with her", "had a brief exchange with the envoy".
func (r *reading) brokeBread(c *clause) bool {
	if c.verb != "have" && c.verb != "take" && c.verb != "share" && c.verb != "break" || len(c.obj) != 1 {
		return false
	}
	if o := c.obj[0]; r.lower(o) == "one" && o > 3 && r.lower(o-4) == "one" && r.form(o-1) == "-" {
		return c.verb == "have" // "had a one-on-one with Holt"
	}
	switch l := r.lemma(c.obj[0]); l {
	case "bread":
		return c.verb == "break"
	case "exchange", "chat", "word", "audience":
		k := r.child(c.obj[0], "compound") // but "a 20-minute exchange"
		return c.verb == "have" && (k < 0 || r.timeAt[k] >= 0)
	case "tea", "coffee", "drink":
		return c.verb != "break"
	}
	return false
}

// dayParts are the nouns of the part of a day that people spend together.
var dayParts = words{"day": true, "morning": true, "afternoon": true, "evening": true, "night": true, "weekend": true}

// privately are the adverbs of talking to one another.
var privately = words{"alone": true, "privately": true, "together": true, "directly": true, "separately": true, "briefly": true, "face-to-face": true}

// joins reads "Silva brought Brandt and Okoye together in Lund".
func (r *reading) joins(c *clause) *encounter {
	if c.passive || c.neg || !slices.ContainsFunc(c.adverbs, func(k int) bool { return r.lower(k) == "together" }) {
		return nil
	}
	e := &encounter{head: c.head, noun: c.head, weak: true, who: r.people(c.obj...)}
	a := r.subjects(c)
	host := len(a) > 0 && a[0].Kind == rapporteur.Person
	if len(e.who) < 2 && (len(e.who) == 0 || len(e.who[0].party) < 2 && !(host && r.several(e.who[0]))) {
		return nil
	}
	if host {
		e.who = append(a, e.who...)
	}
	e.when, _ = r.whenMet(c.head)
	r.fill(e, c.head)
	if e.place == "" && e.when.IsZero() {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	return e
}
