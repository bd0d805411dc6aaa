package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// asOblique reads what is done for, at, before or after an encounter: its preposition tells
// how far that is from it.
func (r *reading) asOblique(n *nominal, c *clause, at int) {
	l := &lex().meetings
	p := r.caseOf(n.top)
	if p == "" {
		p = r.caseOf(at)
	}
	if r.readied(n) {
		return
	}
	switch {
	case n.upcoming:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	case p == "to" && r.invitationOf(c) >= 0:
		r.bidTo(n, c, r.invitationOf(c))
	case p == "since" && c.neg && c.perfect && !c.passive && len(n.who) == 0 && (c.is(l.Verbs) || l.Negotiate[c.verb]):
		n.who = append(r.subjects(c), r.people(append(slices.Clone(c.obj), c.with("with", "to")...)...)...) // "have not met since a session in May"
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case p == "to" && r.harksBack(c):
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
		if n.when.IsZero() || !r.toCome(n.when) {
			break
		}
		n.when = rapporteur.Interval{From: n.when.From.AddYears(-1), To: n.when.To.AddYears(-1)} // "goes back to a gathering in January"
	case r.entered(n, c, p):
		if t := r.timeBelow(c.head); n.when.IsZero() && t != nil && (r.governor(r.top(t.Range)) == c && r.head(r.top(t.Range)) == c.head) {
			n.when = t.Interval
		}
		n.settle(r.verbState(c, n.when))
		n.who = append(r.subjects(c), n.who...)
	case n.possible:
	case (p == "for" || p == "at") && r.noShow(c):
		r.circumstances(n.encounter, c)
		n.who = append(r.subjects(c), n.who...)
		n.settle(rapporteur.MeetingCancelled, rapporteur.Asserted)
	case p == "for" && (l.Plan[c.verb] || l.Journey[c.verb] || c.verb == "gather"):
		r.wentFor(n, c)
	case (p == "to" || p == "for" && c.verb != "ask") && invites[c.verb] && !c.neg:
		r.calledTo(n, c)
	case p == "to" && takesAlong[c.verb] && !c.passive && !c.neg && len(n.who) > 0:
		r.circumstances(n.encounter, c)
		n.who = append(append(r.subjects(c), r.people(c.obj...)...), n.who...)
		n.settle(r.verbState(c, n.when))
	case p == "from" && !c.neg && c.modal == "" && (c.verb == "stay" || c.verb == "keep") && r.lower(min(c.head+1, len(r.kids)-1)) == "away":
		r.keptAway(n, c)
	case (p == "of" || p == "out" || p == "out of" || p == "from") && r.leaves(c):
		r.walkedAway(n, c)
	case (p == "of" || p == "out" || p == "out of" || p == "from") && r.comesOut(c):
		r.circumstances(n.encounter, c)
		n.who = append(r.subjects(c), n.who...)
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case p == "for" || p == "about" || p == "without" || p == "on" || p == "to" || p == "into" || p == "of" || p == "against":
		if p != "without" && !c.is(l.Cancel) && !c.is(l.Postpone) {
			r.byItsDay(n)
		}
	case p == "with" && startsWith[c.verb] && !c.passive && c.past && !c.neg && len(n.who) > 0:
		r.circumstances(n.encounter, c)
		n.who = append(r.subjects(c), n.who...)
		n.settle(r.verbState(c, n.when))
	case (p == "by" || p == "through" || p == "with" || p == "thanks to") && len(n.who) > 1 && !c.neg && c.modal == "":
		r.byItsDay(n) // "was prepared by a meeting between Holt and Marrow in May"
	case p == "before" || p == "ahead of" || p == "ahead" || p == "prior to":
		r.doneBefore(n, c, p)
	case l.After[p]:
		r.atOrAfter(n, c, p)
	}
}

// harksBack reports whether a clause tells from when something is: "goes back to", "dates back to", "can be traced to".
func (r *reading) harksBack(c *clause) bool {
	switch c.verb {
	case "go", "date", "hark", "stretch", "reach":
		return slices.Contains(r.lowers[c.head+1:min(c.head+3, r.sentence(c.head).End)], "back")
	case "trace":
		return true
	}
	return false
}

// startsWith are the verbs of doing a thing after another, or first or last of several: "followed it up with a
// meeting with Holt".
var startsWith = words{"follow": true, "open": true, "begin": true, "start": true, "end": true, "close": true, "cap": true, "crown": true, "conclude": true, "wrap": true, "finish": true, "round": true, "top": true, "kick": true}

// takesAlong are the verbs of coming to an encounter with others.
var takesAlong = words{"bring": true, "take": true, "lead": true, "accompany": true}

// wentFor reads "will travel to Lund for talks": whoever travels to talks is at them.
func (r *reading) wentFor(n *nominal, c *clause) {
	r.circumstances(n.encounter, c)
	s, m := r.verbState(c, n.when)
	if lex().meetings.Journey[c.verb] {
		s, m = r.atEnd(c, n.when)
		n.with = true
	} else if s == rapporteur.MeetingHeld {
		s, m = rapporteur.MeetingPlanned, rapporteur.Planned
	}
	for _, h := range c.with("in", "to") {
		if n.place == "" && r.typeAt(h) == lang.LOC {
			n.place = r.placeName(h)
		}
	}
	if n.who = append(r.people(c.subj...), n.who...); len(c.subj) == 0 && c.mark == "to" {
		n.who = append(r.forWhom(c), n.who...) // "no plans for the delegation to head to Lund for talks"
	}
	n.settle(s, m)
}

// calledTo reads "invited both to talks": guests have not said yes.
func (r *reading) calledTo(n *nominal, c *clause) {
	r.circumstances(n.encounter, c)
	n.who = append(append(r.subjects(c), r.people(c.obj...)...), n.who...)
	n.settle(rapporteur.MeetingPlanned, rapporteur.Hedged)
}

// invitationOf returns the invitation that a clause tells the fate of, -1 for none.
func (r *reading) invitationOf(c *clause) int {
	for _, k := range append(slices.Clone(c.obj), c.subj...) {
		if r.lemma(k) == "invitation" && (slices.Contains(c.obj, k) || c.passive) {
			return k
		}
	}
	return -1
}

// bidTo reads what became of an invitation to an encounter: "turned down an invitation to talks in Lund", "has accepted
// Holt's invitation to talks on Friday".
func (r *reading) bidTo(n *nominal, g *clause, h int) {
	l := &lex().meetings
	var guests []actor
	switch {
	case slices.Contains(g.obj, h) && !g.passive:
		guests = r.subjects(g)
	case slices.Contains(g.subj, h) && g.passive:
		guests = r.people(g.agent...)
	default:
		return
	}
	hosts := r.people(r.children(h, "nmod:poss")...)
	for _, k := range r.children(h, "nmod") {
		if p := r.caseOf(k); p == "from" || p == "by" {
			hosts = append(hosts, r.people(k)...)
		}
	}
	if n.when.IsZero() {
		r.dayUnder(n.encounter, g.head)
	}
	switch m := r.modality(g.head); {
	case m != rapporteur.Asserted || g.modal != "" || len(guests) == 0:
	case g.is(l.Refuse) && !g.neg:
		n.who = append(append(guests, hosts...), n.who...)
		n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
	case (g.verb == "accept" || g.is(words{"take up": true})) && !g.neg:
		n.who = append(append(guests, hosts...), n.who...)
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	}
}

// walkedAway reads "walked out of the talks", "pulled out of Friday's round": talks that somebody
// walks out of have begun, others he is not at.
func (r *reading) walkedAway(n *nominal, c *clause) {
	r.circumstances(n.encounter, c)
	n.who = append(r.subjects(c), n.who...)
	mod := r.modality(c.head)
	switch {
	case r.nearer(n.encounter), r.beforeTheyBegan(c):
		n.settle(rapporteur.MeetingCancelled, mod)
	case c.verb == "walk" || c.verb == "storm" || c.past && !n.when.IsZero() && n.when.To.Before(r.report.Published):
		n.settle(rapporteur.MeetingHeld, mod)
	case !n.when.IsZero():
		n.settle(rapporteur.MeetingCancelled, mod)
	}
}

// byItsDay judges an encounter of which nothing is told but what it is about, or was said
// of it: its day tells whether it was.
func (r *reading) byItsDay(n *nominal) {
	switch {
	case n.when.IsZero():
	case r.report.Published.IsZero() || !n.when.To.After(r.report.Published):
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	default:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	}
}

// doneBefore reads what is done before an encounter, which mostly is still to come.
func (r *reading) doneBefore(n *nominal, c *clause, p string) {
	switch {
	case r.isPast(n.when):
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case p == "before" && c.past && c.modal == "" && r.justBefore(n.top) && !r.toCome(n.when):
		if pub := r.report.Published; !pub.IsZero() && n.when.To.After(pub) {
			n.when.To = pub
		}
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case p == "before" && (c.past || c.perfect) && n.det == "the" && n.place != "" && n.when.IsZero():
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case n.when.IsZero() && len(n.who) < 2:
	default:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	}
}

// justBefore reports whether what was done before an encounter was done right before it: "hours before his meeting
// with Holt", so that it has been as well.
func (r *reading) justBefore(top int) bool {
	k := r.child(top, "case")
	if k <= r.sentence(top).Start {
		return false
	}
	switch r.lower(k - 1) {
	case "right", "just", "shortly", "immediately", "moments", "minutes", "hours", "seconds":
		return true
	}
	return false
}

// atOrAfter reads what is done at or after an encounter: it was held unless what is done
// at it is still to be.
func (r *reading) atOrAfter(n *nominal, c *clause, p string) {
	l := &lex().meetings
	mod := r.modality(c.head)
	after := p == "after" || p == "following"
	over := !n.when.IsZero() && n.when.To.Before(r.report.Published)
	at := p == "during" || p == "at" || p == "in" || p == "over" && l.Meals[r.lemma(n.top)]
	if u := r.addressing(c); at && u != nil && len(n.who) == 0 && !r.yetToDo(u) {
		n.who = append(r.subjects(u), r.people(append(slices.Clone(u.iobj), u.obj...)...)...)
		r.dayUnder(n.encounter, u.head)
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
		return
	}
	switch {
	case c.modal == "" && r.conditional(c) || mod == rapporteur.Conditional || mod == rapporteur.Planned && after && n.det != "the" && !over:
	case c.may() || c.modal == "can" || c.modal == "should" || c.modal == "must": // "could walk away during a meeting"
	case after && c.modal == "will" && !over:
		if len(n.who) > 0 {
			n.settle(rapporteur.MeetingPlanned, rapporteur.Planned) // "will decide after his meeting with …"
		}
	case at && c.copula && !c.past && !c.perfect && expected[r.lower(c.head)] && (n.when.IsZero() || n.when.Exact()):
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned) // "is likely at a summit on Thursday"
	case at && (c.modal == "will" || c.modal == "would" || c.mark == "to"):
		r.willBeAt(n, c)
	case at && (c.neg && !r.gainsNothing(c) || lodges[c.verb]): // "where they are staying during their visit"
	case at && r.stillAhead(n.encounter, c):
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	default:
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
		if after && !n.plural && c.past {
			r.afterwards(n.encounter, c)
		}
		if at {
			r.doneAt(n, c, p)
		}
		if at && !slices.ContainsFunc(n.who, func(a actor) bool { return a.Kind == rapporteur.Person }) {
			n.who = append(n.who, r.speakerAt(c)...)
		}
	}
}

// gainsNothing reports whether a clause tells what nobody brought about: "made no progress", "did not reach a deal".
func (r *reading) gainsNothing(c *clause) bool {
	return c.past && c.modal == "" && slices.ContainsFunc(c.obj, func(o int) bool {
		w := r.lemma(o)
		return lex().meetings.Products[w] || w == "progress" || w == "headway" || w == "consensus" || w == "solution" || w == "result" || w == "ground"
	})
}

// addressing returns the clause around an encounter, or the one above its infinitive, that tells what somebody said to
// another there: "urged Holt to lift the ban during a call", "pressed him on the fees in a meeting"; nil for none.
func (r *reading) addressing(c *clause) *clause {
	u := c
	if up := r.clause(r.governs(c)); c.mark == "to" && up != nil && (slices.Contains(up.comp, c.head) || base(r.rel(c.head)) == "advcl") {
		u = up
	}
	if !addresses[u.verb] && !pleads[u.verb] || u.passive || u.neg || u.modal != "" || !u.past && !u.perfect || !r.aPerson(u.subj) || !r.aPerson(append(slices.Clone(u.iobj), u.obj...)) || r.modality(u.head) != rapporteur.Asserted {
		return nil
	}
	return u
}

// pleads are more verbs of what one says to another who is there.
var pleads = words{
	"ask": true, "press": true, "pressure": true, "push": true, "beg": true, "beseech": true, "entreat": true, "lobby": true, "challenge": true, "confront": true, "question": true, "thank": true, "congratulate": true,
	"advise": true, "counsel": true, "rebuke": true, "berate": true, "upbraid": true, "chide": true, "reassure": true, "caution": true, "promise": true, "petition": true, "query": true, "quiz": true, "grill": true, "encourage": true,
}

// speakerAt returns who is told to speak at an encounter of a body: "Marrow, speaking at a meeting of ministers in Lund,
// said …".
func (r *reading) speakerAt(c *clause) []actor {
	if h := r.head(c.head); (c.verb == "speak" || c.verb == "address") && r.doc.Tokens[c.head].XPOS == "VBG" && h >= 0 {
		if r.typeAt(h) == lang.PER {
			return r.people(h)
		}
		if u := r.clause(h); u != nil && len(c.subj) == 0 && r.aPerson(u.subj) && u.past {
			return r.people(u.subj...)
		}
	}
	return nil
}

// willBeAt reads what somebody will do at an encounter: "will join Marrow in talks".
func (r *reading) willBeAt(n *nominal, c *clause) {
	s, m := r.verbState(c, n.when)
	if s == "" {
		return
	}
	r.circumstances(n.encounter, c)
	n.settle(s, m)
	switch {
	case len(n.who) == 0 && attends[c.verb]:
		n.who = append(r.subjects(c), r.people(c.obj...)...)
	case (c.verb == "speak" || c.verb == "talk" || c.verb == "confer" || lex().meetings.Hold[c.verb] && slices.ContainsFunc(c.obj, r.isEncounter)) && r.caseOf(n.top) == "at":
		other := r.people(c.with("with", "to")...)
		for _, o := range c.obj {
			if r.isEncounter(o) {
				other = append(other, r.ownWho(o)...)
			}
		}
		if len(other) > 0 { // "will have a chance to speak with Holt at the summit"
			n.who = append(append(n.who, append(r.subjects(c), r.givenTo(c)...)...), other...)
		}
	}
}

// givenTo returns those who are told to have what an infinitive says that they can do: "|Marrow| will have a chance to
// speak to Holt", "the summit gives |her| an opportunity to hold talks".
func (r *reading) givenTo(c *clause) []actor {
	h := r.head(c.head)
	if c.mark != "to" || h < 0 || base(r.rel(c.head)) != "acl" || !chances[r.lemma(h)] {
		return nil
	}
	g := r.governor(h)
	switch {
	case g == nil || g.neg || !slices.Contains(g.obj, h):
		return nil
	case g.verb == "have" || g.verb == "get" || g.verb == "use" || g.verb == "take":
		return r.subjects(g)
	}
	return r.people(g.iobj...)
}

// chances are the nouns of what somebody is able to do.
var chances = words{"chance": true, "opportunity": true, "occasion": true, "time": true, "opening": true, "possibility": true, "window": true}

// doneAt takes from what was done at an encounter who was there, where and when.
func (r *reading) doneAt(n *nominal, c *clause, p string) {
	bare := len(n.who) == 0
	if !bare && !slices.ContainsFunc(n.who, func(a actor) bool { return a.Kind != rapporteur.Organisation }) && (c.passive || !r.cue[c.head]) && r.aPerson(c.subj) {
		n.who = append(n.who, r.people(c.subj...)...) // "at the Group of Seven summit in Lund, Brandt was …"
	}
	if n.when.IsZero() {
		if t := r.timeBelow(c.head); t != nil {
			n.when = t.Interval
		}
	}
	if n.place == "" && p != "in" {
		n.place = r.placeAt(c.head)
	}
	if bare && (c.verb != "say" && !r.cue[c.head] || r.lemma(n.top) == "visit" || r.lemma(n.top) == "trip") {
		n.who = append(n.who, r.people(c.subj...)...)
		n.who = append(n.who, r.people(c.with("with", "alongside", "together with")...)...)
		for _, o := range c.obj { // "raised the accounts | with Holt during a meeting"
			for _, k := range r.children(o, "nmod") {
				if r.caseOf(k) == "with" && r.typeAt(k) == lang.PER {
					n.who = append(n.who, r.people(k)...)
				}
			}
		}
	}
	heard := append(slices.Clone(c.iobj), c.obj...)
	switch c.verb {
	case "receive", "get", "hear", "learn", "obtain", "collect", "accept": // "had the paper from Holt at a breakfast"
		heard = append(heard, c.with("from")...)
	}
	if bare && given[c.verb] && !c.passive && !r.amongOthers(n.top) && (n.place != "" || !n.when.IsZero()) { // "handed its demands to the company at a meeting"
		n.who = append(n.who, r.people(c.with("to")...)...)
	}
	if bare && (n.place != "" || !n.when.IsZero()) && !r.amongOthers(n.top) && r.aPerson(heard) { // "told Holt over dinner", "handed Holt a list at a meeting"
		n.who = append(append(n.who, r.people(c.subj...)...), r.people(heard...)...)
	}
	if c.is(lex().meetings.Verbs) || c.verb == "participate" || c.verb == "take" || c.verb == "meet" {
		n.who = append(n.who, r.people(c.subj...)...)
	}
	r.fill(n.encounter, c.head)
}

// given are the verbs of what is handed to somebody who is there.
var given = words{"hand": true, "present": true, "give": true, "deliver": true, "submit": true, "pass": true}
