package claim

import (
	"slices"

	"rapporteur"
)

// Encounters by telephone that a verb tells, and what else the same verbs tell.

// phoneVerb reads "Brandt spoke to Okoye by phone", "telephoned her", "told him in a call".
func (r *reading) phoneVerb(c *clause) *encounter {
	e := &encounter{head: c.head, format: "phone", weak: true}
	if c.passive || c.neg {
		return nil
	}
	others := r.people(append(slices.Clone(c.obj), c.iobj...)...)
	switch at := r.remoteWord(c); {
	case at >= 0:
		if f := lex().meetings.Format[r.lemma(at)]; f != "" {
			e.format = f
		}
		for k := at; k < at+2 && k < len(r.kids); k++ {
			if r.isEncounter(k) {
				r.told[k] = true
			}
		}
	case len(r.rangToTell(c)) > 0:
		others = r.rangToTell(c)
	case c.verb == "phone" || c.verb == "telephone" || c.verb == "ring" && len(others) > 0 && others[0].Kind == rapporteur.Person:
	case c.verb == "call" && c.lemma == "call" && len(others) == 1 && others[0].Kind == rapporteur.Person && len(c.comp) == 0 && r.timeBelow(c.head) != nil && len(c.with("for", "on", "into", "as")) == 0 && !r.secondObject(c):
	default:
		return nil
	}
	if c.verb == "tell" && !slices.ContainsFunc(others, func(a actor) bool {
		return a.Kind == rapporteur.Person || a.Kind == rapporteur.State || len(a.party) > 0
	}) {
		return nil // "told the paper by phone"
	}
	e.who = append(append(r.people(c.subj...), others...), r.people(c.with("with", "to")...)...)
	if len(e.who) == 0 {
		e.who = r.rowBefore(c.head)
	}
	if len(distinct(e.who)) == 1 && len(others) == 0 && len(c.with("with", "to")) == 0 {
		e.who = append(e.who, r.rowBeforeWho(c)...)
	}
	e.who = append(e.who, r.alongWith(c)...)
	for k := c.head + 1; k < min(c.head+7, len(r.kids)) && r.upos(k) != "VERB" && r.upos(k) != "PUNCT"; k++ {
		if f := r.lower(k); f == "with" || f == "to" {
			e.who = append(e.who, r.along(k+1)...)
			break
		}
	}
	if !slices.ContainsFunc(e.who, func(a actor) bool { return a.token < c.head }) {
		e.who = append(r.nameRightBefore(c.head), e.who...)
	}
	e.when, _ = r.whenMet(c.head)
	for _, k := range r.kids[c.head] { // "called to congratulate Holt | on Sunday"
		if x := r.clause(k); e.when.IsZero() && x != nil && k > c.head && x.mark == "to" && toldByPhone[x.verb] {
			e.when, _ = r.whenMet(k)
		}
	}
	e.state, e.modality = r.verbState(c, e.when)
	r.fill(e, c.head)
	for _, k := range r.conjuncts(c.head) { // "telephoned her and spoke for an hour"
		if k != c.head && (r.lemma(k) == "speak" || r.lemma(k) == "talk") {
			r.told[k] = true
			r.fill(e, k)
		}
	}
	return e
}

// rangToTell returns whom somebody rang up to say something to: "called to congratulate |Holt|", "phoned to offer
// |her| his condolences".
func (r *reading) rangToTell(c *clause) []actor {
	switch c.verb {
	case "call", "phone", "telephone", "ring":
	default:
		return nil
	}
	if len(c.obj) > 0 || c.head+2 >= r.sentence(c.head).End || r.lower(c.head+1) != "to" && r.lower(c.head+2) != "to" {
		return nil
	}
	for _, k := range r.kids[c.head] {
		if x := r.clause(k); x != nil && k > c.head && x.mark == "to" && (toldByPhone[x.verb] || x.verb == "offer" || x.verb == "express" || x.verb == "wish") {
			return slices.DeleteFunc(r.people(append(slices.Clone(x.iobj), append(x.obj, x.with("to")...)...)...), func(a actor) bool { return a.Kind != rapporteur.Person })
		}
	}
	return nil
}

// toldByPhone are the verbs of what is said to somebody.
var toldByPhone = words{"congratulate": true, "thank": true, "reassure": true, "console": true, "brief": true, "inform": true, "tell": true, "ask": true, "urge": true, "warn": true, "invite": true, "assure": true, "welcome": true, "notify": true, "praise": true, "comfort": true, "press": true, "remind": true, "beg": true, "persuade": true, "sound": true, "update": true, "consult": true, "apologise": true, "apologize": true, "commiserate": true, "complain": true}

// alongWith returns those who are told behind the object of a clause to have been rung up too: "telephoned Holt,
// along with Marrow and Okoye".
func (r *reading) alongWith(c *clause) []actor {
	for k := c.head + 1; k+2 < r.sentence(c.head).End; k++ {
		if u := r.upos(k); u == "VERB" || u == "AUX" || u == "SCONJ" {
			return nil
		}
		switch f := r.lower(k); {
		case (f == "along" || f == "together") && r.lower(k+1) == "with":
			return r.along(k + 2)
		case f == "as" && r.lower(k+1) == "well" && r.lower(k+2) == "as":
			return r.along(k + 3)
		}
	}
	return nil
}

// remoteWord returns the word after a verb that says that it is done by phone, or
// on a screen, -1 for none: "by telephone", "in a phone call", wherever the tree hung it.
func (r *reading) remoteWord(c *clause) int {
	reach := 14
	if c.verb == "tell" {
		reach = 9
	}
	for k := c.head + 1; k+1 < r.sentence(c.head).End && k < c.head+reach; k++ {
		switch r.lower(k) {
		case "that", "while", ";":
			return -1
		case "by", "on", "over", "via", "in", "during":
			for j := k + 1; j < min(k+3, len(r.kids)); j++ {
				switch r.lemma(j) {
				case "phone", "telephone", "video", "videoconference":
					return j
				}
				if r.upos(j) != "DET" && r.upos(j) != "ADJ" {
					break
				}
			}
		}
	}
	return -1
}

// secondObject reports whether the object of a verb is called something: "called him a friend".
func (r *reading) secondObject(c *clause) bool {
	if len(c.obj)+len(c.iobj) > 1 {
		return true
	}
	for _, o := range append(slices.Clone(c.obj), c.iobj...) {
		end := r.nounPhrase(o).End
		if n := r.nameAt(o); n != nil {
			end = max(end, n.End)
		}
		if end < len(r.kids) && (r.upos(end) == "DET" || r.upos(end) == "ADJ" || r.upos(end) == "NOUN" || r.form(end) == "\"" || r.form(end) == "“") && r.timeAt[end] < 0 {
			return true
		}
	}
	return false
}
