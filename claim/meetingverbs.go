package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// meetingVerb reads "Envoys met for four hours in Port Calder".
func (r *reading) meetingVerb(c *clause) *encounter {
	if c.passive || r.cue[c.head] {
		return nil
	}
	e := &encounter{head: c.head}
	objects := r.people(c.obj...)
	if len(c.obj) > 0 && len(objects) == 0 {
		each := r.lower(c.obj[0]) == "other" || r.lemma(c.obj[0]) == "each"
		if !each {
			return nil // "meet demands", "meet the deadline"
		}
	}
	for _, o := range objects {
		if o.Kind == rapporteur.Organisation && len(c.with("with")) == 0 && false {
			return nil
		}
	}
	e.who = append(e.who, r.subjects(c)...)
	e.who = append(e.who, objects...)
	e.who = append(e.who, r.people(c.with("with", "alongside", "including", "together with", "between")...)...)
	for _, h := range c.with("with") {
		e.who = append(e.who, r.rowAfter(h)...)
	}
	e.when, _ = r.when(c.head)
	e.state, e.modality = r.verbState(c, e.when)
	r.fill(e, c.head)
	r.outcomes(e, c)
	if up := r.clause(r.head(c.head)); up != nil && base(r.rel(c.head)) == "conj" && (up.verb == "fly" || up.verb == "travel" || up.verb == "arrive" || up.verb == "come" || up.verb == "go" || up.verb == "return") {
		// "flew to Lund on Friday and met …"
		for _, h := range append(up.with("to"), up.with("in")...) {
			if e.place == "" {
				e.place = r.placeName(h)
			}
		}
		if e.when.IsZero() {
			if t := r.timeBelow(up.head); t != nil {
				e.when = t.Interval
			}
		}
	}
	// "met for talks", "met for a second round": the noun is the same encounter
	for _, o := range c.obl {
		if (lex().meetings.Nouns[r.lemma(o.head)] || r.lower(o.head) == "talks") && (o.prep == "for" || o.prep == "at" || o.prep == "in" || o.prep == "during") {
			r.told[o.head] = true
			r.fill(e, o.head)
			r.nounParts(e, o.head)
		}
	}
	if (e.state == rapporteur.MeetingPlanned || e.state == rapporteur.MeetingHeld) && r.calledOff(c.head) {
		e.state, e.modality = rapporteur.MeetingCancelled, rapporteur.Asserted
	}
	if len(objects) == 0 && len(c.with("with")) == 0 && len(e.who) == 1 && e.who[0].Kind == rapporteur.Person {
		return nil // one cannot meet alone: the parse lost the other
	}
	return e
}

func (r *reading) visitVerb(c *clause) *encounter {
	e := &encounter{head: c.head, format: "visit", weak: true}
	if c.passive {
		return nil
	}
	place := ""
	if c.verb == "visit" {
		for _, o := range c.obj {
			if r.typeAt(o) == lang.LOC {
				place = r.placeName(o)
			}
		}
	} else {
		for _, h := range append(c.with("to"), c.with("in")...) {
			if r.typeAt(h) == lang.LOC && place == "" {
				place = r.placeName(h)
			}
		}
		if len(r.purpose(c)) == 0 && !((c.verb == "go" || c.verb == "travel") && (c.modal == "will" || c.modal == "would") && len(c.subj) > 0 && r.known_(c.subj[0])) {
			return nil
		}
	}
	if place == "" {
		return nil
	}
	e.place = place
	e.who = r.people(c.subj...)
	if len(e.who) == 0 || e.who[0].Kind == rapporteur.State {
		return nil
	}
	official := false
	for _, a := range e.who {
		official = official || len(a.party) > 0 || a.Kind == rapporteur.Person && (r.titled(a.token) || r.known_(a.token))
	}
	if !official {
		return nil
	}
	e.when, _ = r.when(c.head)
	if e.when.IsZero() && len(r.purpose(c)) == 0 && c.modal == "" {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	for _, p := range r.purpose(c) {
		r.told[p] = true
		r.nounParts(e, p)
		e.format = ""
	}
	r.fill(e, c.head)
	e.place = place
	return e
}

// purpose returns the nouns of encounter for which somebody travels.
func (r *reading) purpose(c *clause) []int {
	var out []int
	for _, o := range c.obl {
		if o.prep == "for" && (lex().meetings.Nouns[r.lemma(o.head)] || r.lower(o.head) == "talks") {
			out = append(out, o.head)
		}
	}
	return out
}

// known_ reports whether a person is one of those the report keeps speaking of.
func (r *reading) known_(i int) bool {
	if e := r.entity[i]; e >= 0 {
		return r.said.Entities[e].Type == lang.PER && len(r.said.Entities[e].Mentions) >= 4
	}
	return false
}

func (r *reading) titled(i int) bool {
	if e := r.entity[i]; e >= 0 {
		return len(r.said.Entities[e].Titles) > 0
	}
	return false
}

func (r *reading) phoneVerb(c *clause) *encounter {
	e := &encounter{head: c.head, format: "phone"}
	if c.passive {
		return nil
	}
	byPhone := false
	for _, o := range c.obl {
		if n := r.lemma(o.head); (o.prep == "by" || o.prep == "on" || o.prep == "over" || o.prep == "via" || o.prep == "in") && (n == "phone" || n == "telephone" || n == "video" || n == "call" || n == "videoconference") {
			byPhone = true
			if n == "video" || n == "videoconference" {
				e.format = "video"
			}
		}
	}
	for k := c.head + 1; k+1 < r.sentence(c.head).End && k < c.head+14 && !byPhone; k++ {
		if f := r.lower(k); f == "by" || f == "on" || f == "over" || f == "via" { // wherever the tree hung it
			switch n := r.lemma(k + 1); n {
			case "phone", "telephone":
				byPhone = true
			case "video":
				byPhone, e.format = true, "video"
			case "the":
				byPhone = k+2 < len(r.kids) && (r.lemma(k+2) == "phone" || r.lemma(k+2) == "telephone")
			}
		}
	}
	if c.verb == "phone" || c.verb == "telephone" {
		byPhone = true
	}
	if !byPhone {
		return nil
	}
	e.who = append(r.people(c.subj...), r.people(c.obj...)...)
	e.who = append(e.who, r.people(c.with("with", "to")...)...)
	for k := c.head + 1; k < min(c.head+4, len(r.kids)); k++ {
		if f := r.lower(k); f == "with" || f == "to" {
			e.who = append(e.who, r.along(k+1)...)
			break
		}
	}
	e.when, _ = r.when(c.head)
	e.state, e.modality = r.verbState(c, e.when)
	r.fill(e, c.head)
	e.weak = true
	return e
}

// received reads "Okoye will host Brandt in Lund".
func (r *reading) received(c *clause) *encounter {
	e := &encounter{head: c.head, weak: true}
	if c.passive {
		return nil
	}
	e.who = append(r.subjects(c), r.people(c.obj...)...)
	e.when, _ = r.when(c.head)
	e.state, e.modality = r.verbState(c, e.when)
	r.fill(e, c.head)
	if e.place == "" {
		return nil
	}
	return e
}

func (r *reading) negotiateVerb(c *clause) *encounter {
	e := &encounter{head: c.head, weak: true}
	if c.passive || len(c.with("with")) == 0 {
		return nil
	}
	e.who = append(r.people(c.subj...), r.people(c.with("with")...)...)
	e.when, _ = r.when(c.head)
	e.state, e.modality = r.verbState(c, e.when)
	r.fill(e, c.head)
	if e.place == "" || e.when.IsZero() {
		return nil
	}
	return e
}

// signed reads "the agreements that A and B reached in Port Calder": who reaches
// an agreement in a place was there together.
func (r *reading) signed(c *clause) *encounter {
	e := &encounter{head: c.head, weak: true}
	heads := c.obj
	who := c.subj
	if c.passive {
		heads, who = c.subj, c.agent
	}
	if !slices.ContainsFunc(heads, func(h int) bool {
		n := r.lemma(h)
		return r.isTextNoun(h) && n != "plan" && n != "proposal" && n != "offer" && n != "draft" || n == "understanding"
	}) {
		return nil
	}
	e.who = r.people(who...)
	people := 0
	for _, a := range e.who {
		if a.Kind == rapporteur.Person {
			people++
		}
	}
	e.place = ""
	for _, h := range c.with("in", "at") {
		if r.typeAt(h) == lang.LOC {
			e.place = r.placeName(h)
			break
		}
	}
	e.when, _ = r.when(c.head)
	if e.place == "" {
		e.place = r.placeAt(c.head)
	}
	if e.place == "" || people < 2 && (e.when.IsZero() || len(e.who) == 0 || !e.when.Exact()) {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	e.format = "signing"
	if people >= 2 && c.verb != "sign" && c.verb != "initial" {
		e.format = ""
	}
	e.weak = people >= 2 || len(e.who) > 1
	return e
}
