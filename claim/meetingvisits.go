package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// visitVerb reads "Marrow will travel to Lund for talks", "leads a delegation to Lund".
func (r *reading) visitVerb(c *clause) *encounter {
	e := &encounter{head: c.head, format: "visit", weak: true}
	if c.passive {
		return nil
	}
	purpose := r.purpose(c)
	place := ""
	if c.verb == "visit" {
		for _, o := range c.obj {
			if r.typeAt(o) == lang.LOC || r.townAt(o) != "" {
				place = r.placeName(o)
			}
		}
	} else {
		for _, h := range append(c.with("to"), c.with("in", "for")...) {
			if (r.typeAt(h) == lang.LOC || r.townAt(h) != "") && place == "" {
				place = r.placeName(h)
			}
		}
		for _, o := range r.delegationOf(c) { // "sent an emissary to Lund", of whatever the tree hung the town on
			for _, k := range r.children(o, "nmod") {
				if sends[c.verb] && place == "" && len(purpose) > 0 && r.caseOf(k) == "to" && r.typeAt(k) == lang.LOC {
					place = r.placeName(k)
				}
			}
		}
	}
	if place == "" {
		return nil
	}
	e.place = place
	e.who = r.people(c.subj...)
	none := r.noPlanTo(c)
	if none != nil {
		e.who = r.subjects(none)
	}
	for _, o := range r.delegationOf(c) {
		if c.verb == "send" || c.verb == "dispatch" {
			e.who = nil // who sends stays at home
		}
		e.who = append(e.who, r.actorsAt(o)...)
	}
	r.senders(e, c)
	if h := r.head(c.head); h >= 0 && base(r.rel(c.head)) == "acl" && r.clause(r.head(h)) != nil {
		u := r.clause(r.head(h))
		if (u.verb == "lead" || u.verb == "head") && slices.Contains(u.obj, h) {
			e.who = append(r.people(u.subj...), e.who...) // "will lead a delegation visiting Lund"
		}
	}
	if len(e.who) == 0 || e.who[0].Kind == rapporteur.State && len(purpose) == 0 {
		return nil
	}
	official, body := false, false
	for _, a := range e.who {
		body = body || len(a.party) > 0 || a.Kind == rapporteur.Group && envoys[r.lemma(a.token)] && r.child(a.token, "nmod", "compound", "nmod:poss") >= 0 || a.Kind == rapporteur.Group && base(r.rel(c.head)) == "acl" && lex().actors.Delegations[r.lemma(a.token)]
		official = official || body || a.Kind == rapporteur.State || a.Kind == rapporteur.Person && (r.titled(a.token) || r.known_(a.token))
	}
	if !official && len(e.parties) == 0 {
		return nil
	}
	e.when, _ = r.whenMet(c.head)
	if tag := r.doc.Tokens[c.head].XPOS; (tag == "VBZ" || tag == "VBP") && r.rel(c.head) == "root" && !c.past && !c.perfect && c.modal == "" && (c.verb == "head" || c.verb == "fly" || c.verb == "travel" || c.verb == "jet") {
		r.weekdayAhead(e) // "heads to Lund Friday"
	}
	if none == nil && c.verb != "visit" && len(purpose) == 0 && !body && !r.onTheWay(c, e.when) && !r.gaveUpOn(c) && !((c.verb == "go" || c.verb == "travel") && (c.modal == "will" || c.modal == "would") && len(c.subj) > 0 && r.known_(c.subj[0])) {
		return nil
	}
	if none == nil && e.when.IsZero() && len(purpose) == 0 && c.modal == "" {
		return nil
	}
	e.state, e.modality = r.verbState(c, e.when)
	if up := r.clause(r.governs(c)); e.state == "" && (c.mark == "before" || c.mark == "after") && r.doc.Tokens[c.head].XPOS == "VBG" && up != nil && up.past && !up.neg {
		e.state = rapporteur.MeetingHeld // "visited Lund before going on to Kessel for talks with Holt"
	}
	if pub := r.report.Published; e.state == "" && !c.neg && c.modal == "" && c.mark == "" && r.doc.Tokens[c.head].XPOS == "VBZ" && !pub.IsZero() && e.when.To.After(pub) && e.when.Days() <= 7 {
		e.state, e.modality = rapporteur.MeetingPlanned, rapporteur.Planned // "visits Norvana later this week"
	}
	if own := r.ownDays(purpose); !own.IsZero() {
		e.when = own
		if e.state == rapporteur.MeetingHeld {
			e.state, e.modality = r.atEnd(c, own)
		}
	} else if len(purpose) > 0 && lex().meetings.Journey[c.verb] {
		e.state, e.modality = r.atEnd(c, e.when)
		e.journey = !e.when.IsZero()
	}
	if x := r.visitToMeet(c); x != nil && len(purpose) == 0 {
		r.told[x.head] = true
		e.who, e.format = append(e.who, r.people(append(slices.Clone(x.obj), x.with("with")...)...)...), ""
	}
	for _, p := range purpose {
		r.told[p] = true
		r.nounParts(e, p)
		r.wordsAfter(e, p)
		r.spread(e, p)
		e.format, e.talks = "", true
	}
	r.fill(e, c.head)
	e.place = place
	return e
}

// noPlanTo returns the clause of whom an infinitive tells that they have no plan to go somewhere: "had no plans to
// return to Lund"; nil where it tells nothing of the kind.
func (r *reading) noPlanTo(c *clause) *clause {
	h := r.head(c.head)
	if c.mark != "to" || base(r.rel(c.head)) != "acl" || h < 0 {
		return nil
	}
	switch r.lemma(h) {
	case "plan", "intention", "desire", "wish", "reason", "appetite":
	default:
		return nil
	}
	if g := r.clause(max(r.head(h), 0)); g != nil && g.verb == "have" && slices.Contains(g.obj, h) && len(g.subj) > 0 && r.noSuch(h) {
		return g
	}
	return nil
}

// senders gives a journey of people who are told by no name those who sent them, or whom these act for: "Estrel has sent a
// delegation to Lund".
func (r *reading) senders(e *encounter, c *clause) {
	if !sends[c.verb] || len(e.who) == 0 || slices.ContainsFunc(e.who, func(a actor) bool {
		return a.Kind != rapporteur.Group || len(a.party) > 0
	}) {
		return
	}
	for _, a := range r.subjects(c) {
		if a.Kind == rapporteur.State || a.Kind == rapporteur.Organisation {
			e.parties = addMention(e.parties, a.Mention)
		}
		for _, p := range a.party {
			e.parties = addMention(e.parties, p)
		}
	}
}

// visitToMeet returns the clause of whom somebody visits a town to meet: "will visit Lund on Monday to meet Holt".
func (r *reading) visitToMeet(c *clause) *clause {
	for _, k := range r.kids[c.head] {
		x := r.clause(k)
		if x != nil && c.verb != "visit" && (x.verb == "meet" || x.verb == "see" || len(x.with("with")) == 0 || !r.aPerson(x.with("with"))) {
			continue
		}
		if x != nil && k > c.head && x.mark == "to" && !x.neg && (x.verb == "meet" || x.verb == "see" || c.verb != "visit" && x.verb != "go" && x.verb != "do") && r.aPerson(append(slices.Clone(x.obj), x.with("with")...)) {
			return x
		}
	}
	return nil
}

// onTheWay reports whether a clause tells that somebody of office will go somewhere on
// days that are near: "flies to Lund on Tuesday", "will come to Lund next week".
func (r *reading) onTheWay(c *clause, when rapporteur.Interval) bool {
	pub := r.report.Published
	if pub.IsZero() || !when.To.After(pub) || when.Days() > 10 || when.To.Sub(pub) > 45 || c.neg || c.modal != "" && c.modal != "will" && c.modal != "would" {
		return false
	}
	return slices.ContainsFunc(c.subj, r.ofOffice)
}

// purpose returns the nouns of encounter for which somebody travels: "for talks",
// "to attend the summit".
func (r *reading) purpose(c *clause) []int {
	var out []int
	for _, o := range c.obl {
		if o.prep == "for" {
			out = append(out, r.encounterNouns(o.head)...)
		}
	}
	for k := c.head + 1; k < r.hi[c.head] && len(out) == 0; k++ { // wherever the tree hung them
		if x := r.clause(k); x != nil && r.upos(k) == "VERB" && (x.verb == "continue" || lex().meetings.Journey[x.verb] || x.is(lex().meetings.Verbs)) {
			break // "visited Lund before going on to Kessel for talks"
		}
		if r.lower(k) != "for" || r.upos(k) != "ADP" || r.sent[k] != r.sent[c.head] {
			continue
		}
		j := k + 1
		if t := r.timeAt[min(j, len(r.timeAt)-1)]; t >= 0 {
			j = r.times[t].End // "for two days of talks"
		}
		end := r.phraseEnd(j + 1)
		if end+1 < r.sentence(c.head).End && r.lower(end) == "of" && r.upos(end+1) == "NUM" {
			end = r.phraseEnd(end + 2) // "the Group of 20 summit"
		}
		for ; j < end; j++ {
			if r.isEncounter(j) && r.upos(j) == "NOUN" {
				out = append(out, j)
				break
			}
		}
	}
	for _, k := range r.kids[c.head] {
		x := r.clause(k)
		if x == nil || x.mark != "to" || base(r.rel(k)) != "advcl" && base(r.rel(k)) != "xcomp" {
			continue
		}
		for _, o := range x.obj {
			if r.isEncounter(o) {
				out = append(out, o)
			}
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
