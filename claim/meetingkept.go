package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// keep makes a claim of an encounter when enough of it is told: two of who,
// where and when, or two sides; or something new of the meeting spoken of last.
func (r *reading) keep(e *encounter) {
	if e == nil || e.state == "" || e.state == rapporteur.MeetingPlanned && e.when.IsZero() && r.yetTo(e.head) || stageOf(e.state) == took && (r.wondered(e.head) || r.wouldHave(e.head) || r.yetTo(e.head)) {
		return
	}
	r.mostOfThem(e)
	if e.plural && (e.when.Days() >= 28 && e.place == "" || e.when.IsZero() && len(distinct(e.who)) > 3) {
		return // "at meetings with him in May and June", "bilateral meetings with" many: several, told in passing
	}
	r.takeIn(e)
	t := r.stock(e)
	if r.noParley(e, t) {
		return
	}
	last := r.spokenLast(e)
	switch {
	case last != nil && e.definite && r.continues(e, last) && (t.told < 2 || t.named < 1):
		if e.newOf(last) {
			r.goOn(e, last)
		} else {
			r.hinted = append(r.hinted, e) // its place or days may complete it
		}
	case e.enough(t):
		r.makeMeeting(e, t)
	default:
		r.hinted = append(r.hinted, e)
	}
}

// wouldHave reports whether the sentence of token i tells what would have been: "Had the two met in Lund, the truce
// might have held".
func (r *reading) wouldHave(i int) bool {
	s := r.sentence(i)
	k := s.Start
	for k+1 < s.End && r.upos(k) == "PUNCT" {
		k++
	}
	switch r.lower(k) {
	case "had", "should", "were":
	default:
		return false
	}
	for j := i; j < s.End && k < i; j++ {
		if f := r.lower(j); f == "would" || f == "might" || f == "could" || f == "will" {
			return true
		}
	}
	return false
}

// wondered reports whether the sentence around token i asks whether something is so: "Have Brandt and
// Okoye met at last?"
func (r *reading) wondered(i int) bool {
	s := r.sentence(i)
	if r.form(s.End-1) != "?" {
		return false
	}
	for k := s.Start; k < i; k++ {
		if r.upos(k) == "AUX" {
			return k == s.Start || r.upos(k-1) != "NOUN" && r.upos(k-1) != "PROPN" && r.upos(k-1) != "PRON"
		}
	}
	return false
}

// mostOfThem gives several encounters the place of most: "five meetings, most of them in Lund".
func (r *reading) mostOfThem(e *encounter) {
	if !e.plural && r.doc.Tokens[e.head].XPOS != "NNS" {
		return
	}
	for k := e.head + 1; e.place == "" && k+4 < r.sentence(e.head).End; k++ {
		if f := r.lower(k); (f == "most" || f == "all" || f == "some" || f == "several") && r.lower(k+1) == "of" && (r.lower(k+2) == "them" || r.lower(k+2) == "which") && (r.lower(k+3) == "in" || r.lower(k+3) == "at") {
			e.place = r.placeFrom(k + 4)
		}
	}
}

// takeIn adds to an encounter whoever else was there, and puts its time right.
func (r *reading) takeIn(e *encounter) {
	if e.place != "" {
		e.who = slices.DeleteFunc(e.who, func(a actor) bool { return a.Name == e.place && a.Kind == rapporteur.Organisation })
	}
	r.withoutDebris(e)
	r.notSince(e)
	r.hadBeen(e)
	r.theyMet(e)
	r.betweenThem(e)
	r.noneForThem(e)
	r.thatAfternoon(e)
	r.whereTheyCameFrom(e)
	r.openedWhere(e)
	r.besideItsDay(e)
	r.atDateline(e)
	r.greeted(e)
	r.wholeRow(e)
	r.witnessed(e)
	r.hostedAt(e)
	r.ledInSentence(e)
	r.reckonedFrom(e)
	r.inSoLong(e)
	r.upTo(e)
	r.sameDay(e)
	r.dayBeside(e)
	r.afterEvent(e)
	r.justThen(e)
	r.dayOfTeller(e)
	r.byOccasion(e)
	r.ofThatDay(e)
	r.toldAtEnd(e)
	r.stillToCome(e)
	r.quotedThen(e)
	r.ahead(e)
	r.gone(e)
	if (e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed) && !e.lost {
		r.nearer(e)
	}
	r.nearestGone(e)
	r.flightOf(e)
	r.topicBefore(e)
	r.newDay(e)
	r.eversince(e)
	r.bothSides(e)
	r.withoutOutlets(e)
	r.withoutRefusers(e)
	e.who = distinct(e.who)
	if r.inChamber(e) {
		e.place = ""
	}
	e.with = e.with || slices.ContainsFunc(e.who, func(a actor) bool { return a.token > e.head })
	r.sameParties(e)
	slices.SortStableFunc(e.who, func(a, b actor) int { return a.token - b.token })
}

// inChamber reports whether an encounter of one alone is told to be in a parliament, where he only speaks.
func (r *reading) inChamber(e *encounter) bool {
	words := strings.Fields(strings.ToLower(e.place))
	return len(words) > 0 && lex().meetings.Chambers[words[len(words)-1]] && len(e.who) < 2 && !slices.ContainsFunc(e.who, func(a actor) bool { return a.Kind == rapporteur.Group && r.several(a) }) && len(e.parties) < 2
}

// withoutRefusers leaves out of those who met whoever is told to have refused, whatever the tree made
// of "met several party leaders, but the Liberal leader, Ona Hoek, refused to hold talks".
func (r *reading) withoutRefusers(e *encounter) {
	if e.state != rapporteur.MeetingHeld && e.state != rapporteur.MeetingUnderWay {
		return
	}
	e.who = slices.DeleteFunc(e.who, func(a actor) bool {
		k, s := a.token, r.sentence(a.token)
		for k > e.head && !contrasts[r.lower(k)] {
			k--
		}
		if k <= e.head {
			return false
		}
		for k = a.token + 1; k < s.End && k < a.token+9 && r.upos(k) != "VERB" && r.upos(k) != "CCONJ" && r.upos(k) != "ADP"; {
			k++
		}
		c := r.clause(min(k, s.End-1))
		return c != nil && k < s.End && !c.neg && !c.passive && (c.past || c.perfect) && (c.verb == "refuse" || c.verb == "decline" || c.verb == "boycott" || c.verb == "snub" || c.verb == "stay" && r.lower(min(k+1, s.End-1)) == "away")
	})
}

// contrasts are the words that set against who met who did not.
var contrasts = words{"but": true, "while": true, "though": true, "although": true, "whereas": true}

// withoutOutlets leaves out of those who met the outlet that was told of it, whatever the tree
// made of "told the Harbour News that Marrow and Holt had spent …".
func (r *reading) withoutOutlets(e *encounter) {
	for _, s := range r.chain(e.head) {
		if s.Type != rapporteur.OutletSource {
			continue
		}
		e.who = slices.DeleteFunc(e.who, func(a actor) bool { return a.Name == s.Name && a.Kind != rapporteur.Person })
	}
}

// tally counts what is told of an encounter.
type tally struct {
	told    int  // of who, where and when, how many
	count   int  // people and parties
	named   int  // those of them who have a name
	sides   int  // groups that are more than one side
	unnamed bool // nobody is told, but the negotiation's own talks are meant
}

// stock counts what is told of an encounter, and parts those who met into people and parties.
func (r *reading) stock(e *encounter) tally {
	var t tally
	e.people, t.sides = r.partsOf(e)
	own := false
	if e.place == "" && r.onlyDelegates(e) {
		e.who, e.people = nil, nil // "negotiators will meet on Friday": those of both sides
		own = e.noun > 0 && r.isEncounter(e.noun) && !r.atHome(e.head)
	}
	if t.unnamed = own || r.unnamed(e) || r.besidesThem(e); t.unnamed {
		t.sides = 1
	}
	if len(e.people) == 0 && len(e.parties) == 1 {
		// "EU leaders will meet on Sunday": the people of one union are several
		for _, a := range e.who {
			if a.Kind == rapporteur.Group && len(a.party) > 0 && r.several(a) && r.lemma(a.token) != "official" && r.lemma(a.token) != "delegation" {
				e.people = addMention(e.people, a.Mention)
			}
		}
	}
	t.count = len(e.people) + len(e.parties)
	for _, told := range []bool{t.count > 0 || t.unnamed, e.place != "", !e.when.IsZero()} {
		if told {
			t.told++
		}
	}
	for _, list := range [][]rapporteur.Mention{e.people, e.parties} {
		for _, m := range list {
			if m.Kind != rapporteur.Group {
				t.named++
			}
		}
	}
	return t
}

// partsOf adds the parties among those who met, and returns the others and how many
// groups are more than one side: "the two sides", "the union and the employers".
func (r *reading) partsOf(e *encounter) (people []rapporteur.Mention, sides int) {
	for _, a := range e.who {
		for _, p := range a.party {
			e.parties = addMention(e.parties, p)
		}
	}
	groups := 0
	for _, a := range e.who {
		switch {
		case a.Kind == rapporteur.State:
			e.parties = addMention(e.parties, a.Mention)
		case len(a.party) == 0:
			people = addMention(people, a.Mention)
		}
		if a.Kind == rapporteur.Group && len(a.party) == 0 {
			groups++
			if r.several(a) {
				sides++
			}
		}
	}
	if groups > 1 {
		return people, groups
	}
	if len(e.parties) > 1 {
		return people, max(sides, 1) // "the Norvanan and Estrelian delegations"
	}
	return people, sides
}

// noParley reports whether an encounter is none between parties, whatever is told of it.
func (r *reading) noParley(e *encounter, t tally) bool {
	if t.count < 2 && strings.HasSuffix(e.place, " Room") {
		return true // what somebody heard in a room of his own house
	}
	if e.modality == rapporteur.Conditional && e.state != rapporteur.MeetingPlanned || r.passing(e) {
		return true
	}
	if r.deployed(e) {
		return true
	}
	if r.amongThemselves(e) {
		r.inHouse = append(r.inHouse, r.sent[e.head])
		return true
	}
	return len(e.who) == 0 && slices.Contains(r.inHouse, r.sent[e.head]) // "at its meeting, the union's council …"
}

// deployed reports whether an encounter is no more than the journey of those who are sent to watch or to
// fight: "the first 60 observers will fly to Lund on Monday".
func (r *reading) deployed(e *encounter) bool {
	return (e.noun < 0 || !r.isEncounter(e.noun)) && len(e.who) > 0 && !slices.ContainsFunc(e.who, func(a actor) bool {
		return a.Kind != rapporteur.Group || a.token < 0 || a.token >= len(r.kids) || !dispatched[r.lemma(a.token)]
	})
}

// dispatched are words for those who are sent to a place and come to no talks.
var dispatched = words{"observer": true, "monitor": true, "peacekeeper": true, "troop": true, "soldier": true, "policeman": true, "officer": true, "guard": true, "marine": true, "fighter": true, "captive": true, "prisoner": true, "hostage": true, "refugee": true, "volunteer": true}

// spokenLast returns the claim of the meeting spoken of last, if it is near enough for an
// encounter to be the same: nearer where it tells no more than that it was.
func (r *reading) spokenLast(e *encounter) *found {
	reach := 2
	if e.minutes > 0 || e.clock != "" {
		reach = 4
	}
	if r.last < 0 || r.last >= len(r.claims) || r.sent[e.head]-r.sent[r.claims[r.last].head] > reach {
		return nil
	}
	last := &r.claims[r.last]
	if at := r.meantByDay(e, last); at >= 0 {
		return &r.claims[at]
	}
	return last
}

// meantByDay returns the claim of the meeting that an encounter means by its day where the one told last is of no such
// day: "next week's meeting", "the meeting on Friday"; -1 where none or several are of it.
func (r *reading) meantByDay(e *encounter, last *found) int {
	if !e.definite || e.when.IsZero() || e.when.Days() > 8 || last.When == e.when || len(e.people)+len(e.parties) > 0 || r.upos(e.head) != "NOUN" {
		return -1
	}
	at := -1
	for n := range r.claims {
		f := &r.claims[n]
		if f.Meeting == nil || f.head >= e.head || f.When != e.when || never(f.Meeting.State) || len(f.Meeting.Participants)+len(f.Meeting.Parties) < 2 {
			continue
		}
		if at >= 0 && len(f.Meeting.Participants) > 0 && !knows(r.claims[at].Meeting.Participants, f.Meeting.Participants[0]) {
			return -1
		}
		at = n
	}
	return at
}

// newOf reports whether an encounter tells anything new of the meeting spoken of last.
func (e *encounter) newOf(last *found) bool {
	m := last.Meeting
	return e.minutes > 0 || e.clock != "" || len(e.outcome) > 0 || len(e.people) > 0 || len(e.absent) > 0 ||
		m.Place == "" && e.place != "" && e.state == rapporteur.MeetingPlanned && m.State == e.state ||
		e.state != m.State && e.state != rapporteur.MeetingHeld
}

// goOn makes a claim of something more that is told of the meeting spoken of last.
func (r *reading) goOn(e *encounter, last *found) {
	m := *last.Meeting
	m.State, m.Minutes, m.Clock, m.Zone, m.Outcome = e.state, e.minutes, e.clock, e.zone, e.outcome
	if m.Place == "" {
		m.Place = e.place
	}
	if e.state == rapporteur.MeetingHeld && last.Meeting.State == rapporteur.MeetingUnderWay && e.minutes == 0 {
		m.State = rapporteur.MeetingUnderWay
	}
	m.Participants = slices.Clone(m.Participants)
	for _, p := range e.people {
		m.Participants = addMention(m.Participants, p)
	}
	for _, a := range e.absent {
		m.Absent = addMention(m.Absent, a.Mention)
	}
	when := last.When
	if when.IsZero() || !e.when.IsZero() && e.when.Days() < when.Days() && e.when.Overlaps(when) {
		when = e.when
	}
	r.addMeeting(e, rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: &m, When: when, Modality: e.modality, Background: last.Background})
}

// makeMeeting makes a claim of an encounter.
func (r *reading) makeMeeting(e *encounter, t tally) {
	if e.place == "" && !remote(e.format) && stageOf(e.state) == took && t.count > 0 {
		e.place = r.placeBeside(e.head)
	}
	m := &rapporteur.MeetingClaim{
		State: e.state, Name: e.name, Place: e.place, Format: e.format, Participants: e.people, Parties: e.parties,
		Minutes: e.minutes, Clock: e.clock, Zone: e.zone, Outcome: e.outcome, Journey: e.journey, Sides: t.unnamed,
	}
	for _, a := range e.absent {
		m.Absent = addMention(m.Absent, a.Mention)
	}
	c := rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: m, When: e.when, Modality: e.modality}
	g := r.governor(e.head)
	c.Background = g != nil && g.perfect && g.past ||
		e.state == rapporteur.MeetingHeld && !e.when.IsZero() && !r.report.Published.IsZero() && r.report.Published.Sub(e.when.To) > 30
	r.addMeeting(e, c)
}

// addMeeting adds a claim made of an encounter, which is now the one spoken of last.
func (r *reading) addMeeting(e *encounter, c rapporteur.Claim) {
	r.add(e.head, c)
	r.last = len(r.claims) - 1
	r.claims[r.last].met = e
}

// enough reports whether what is told of an encounter tells it from others.
func (e *encounter) enough(t tally) bool {
	switch {
	case e.likely > 0:
		return e.admitted(t)
	case e.state == rapporteur.MeetingNotPlanned && t.sides > 0:
		return true // "no talks are scheduled between the two sides"
	case stageOf(e.state) == naught && t.count >= 2 && t.named > 0:
		return true // "there are no plans for Brandt to see any Estrelian official"
	case e.weak && !e.toldApart(t),
		e.plural && !(t.named >= 2 && !e.when.IsZero()) && !(t.named == 1 && t.count >= 2 && e.when.Exact()),
		// "envoys will meet next week" tells too little, unless a place or day is given
		t.named == 0 && !(e.place != "" && !e.when.IsZero()) && !(t.sides > 0 && (e.place != "" || !e.when.IsZero())):
		return false
	case t.told < 2 && t.count < 2 && t.sides == 0:
		return e.place != "" && e.definite && (e.state == rapporteur.MeetingHeld || e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingPostponed)
	}
	return t.named >= 2 || t.sides > 0 || t.told >= 2
}

// toldApart reports whether enough is told of a dinner, a visit or the like, which mostly
// are no encounters of a negotiation.
func (e *encounter) toldApart(t tally) bool {
	return t.unnamed && stageOf(e.state) == off || t.count >= 2 && t.named > 0 || t.told == 3 && t.named+t.sides > 0 || e.format == "visit" && t.named > 0 && e.place != "" ||
		e.state == rapporteur.MeetingCancelled && t.told >= 2 && e.place != "" || e.talks && e.suffices(t) ||
		remote(e.format) && t.sides > 0 && e.when.Exact() // "a telephone conference of the leaders on Sunday"
}

// suffices reports whether what is told of negotiations tells them from others:
// their place, with the days of it, a party of them, or both sides.
func (e *encounter) suffices(t tally) bool {
	days := e.when.Days()
	return e.place != "" && (days > 0 && days <= 31 || t.named > 0 || t.sides > 0) || t.sides > 0 && days > 0 && days <= 31 || e.with && t.named > 0 && days > 0 && days <= 7
}

// amongThemselves reports whether a body meets with itself: a parliament convenes, a
// president meets his cabinet, a union's council sits.
func (r *reading) amongThemselves(e *encounter) bool {
	l := &lex().meetings
	for _, a := range e.who {
		if a.Kind == rapporteur.Group && len(e.who) > 1 && l.Inner[r.lemma(a.token)] && r.child(a.token, "nmod:poss") >= 0 {
			p := r.child(a.token, "nmod:poss")
			boss, named := r.actorAt(p)
			if !named || slices.ContainsFunc(e.who, func(x actor) bool { return x.Name == boss.Name }) {
				return true // but "Holt's aides met Marrow"
			}
		}
	}
	if len(e.who) != 1 || len(e.parties) > 0 {
		return false
	}
	return r.ownBody(e.who[0])
}

// ownBody reports whether an actor is a body of one party, or its members: "the
// union's council", "members of the Guild". The councils of states have names.
func (r *reading) ownBody(a actor) bool {
	l := &lex().meetings
	if slices.ContainsFunc(strings.Fields(strings.ToLower(a.Name)), func(w string) bool { return l.Chambers[w] }) {
		return true
	}
	if a.Kind != rapporteur.Group || len(a.party) > 0 {
		return false
	}
	lemma := r.lemma(a.token)
	if l.Organs[lemma] {
		for _, k := range r.children(a.token, "amod", "compound") {
			if l.Mixed[r.lower(k)] {
				return false // "the technical committee"
			}
		}
		return !r.several(a) && r.form(a.token) == r.lower(a.token)
	}
	if !l.Ranks[lemma] {
		return false
	}
	for _, k := range r.children(a.token, "compound", "nmod", "nmod:poss") {
		if r.child(k, "nummod") >= 0 || r.bothThere(k) {
			continue // "members of the two parliaments"
		}
		if t := r.typeAt(k); t == lang.ORG || t == "" && lex().actors.Groups[r.lemma(k)] && r.lemma(k) != "country" && r.lemma(k) != "state" && r.lemma(k) != "delegation" {
			return true
		}
	}
	return false
}

// passing reports whether talks are only mentioned in passing: what somebody does
// in them or says of them, without their day, their place or what came of them.
func (r *reading) passing(e *encounter) bool {
	if e.likely > 0 || !e.talks || e.state != rapporteur.MeetingHeld || !e.when.IsZero() || e.place != "" || e.minutes > 0 || e.clock != "" || len(e.outcome) > 0 || e.definite && r.last >= 0 {
		return false
	}
	switch r.caseOf(e.head) {
	case "in", "over", "about", "on", "amid", "despite", "through", "throughout":
		return true
	}
	return false
}

// admitted reports whether what is told of an encounter that the learned reader
// found is enough for a line: two of who, where and when; for what came to
// nothing, who was to meet.
func (e *encounter) admitted(t tally) bool {
	days := e.when.Days()
	switch {
	case never(e.state) && (t.named > 0 || t.sides > 0):
		return true
	case t.named == 0 && t.sides == 0 && (e.place == "" || t.count == 0 && e.state != rapporteur.MeetingUnderWay && (days == 0 || days > 31)):
		return false
	case t.named == 0 && e.place == "" && days == 0:
		return false
	case t.told >= 2, e.place != "" && e.state == rapporteur.MeetingUnderWay:
		return true
	case t.count >= 2 && t.named > 0 && e.likely > 0.65:
		return !e.alone
	case e.state == rapporteur.MeetingUnderWay && e.talks && t.named > 0 && e.likely > 0.45:
		return true // "talks with Norvana are going on"
	}
	return false
}

// resumed reports whether talks are told as resumed or continued.
func (r *reading) resumed(i int) bool {
	l := &lex().meetings
	for k := i + 1; k < min(i+7, r.sentence(i).End); k++ {
		if f := r.lemma(k); l.GoOn[f] || f == "resume" || f == "reconvene" || f == "pick" || f == "restart" {
			return true
		}
	}
	return false
}

// anotherKind reports whether the noun of an encounter can not be of one that took place in some
// form: a trip that came to nothing is no talks that were held, a session no call.
func (r *reading) anotherKind(e *encounter, format string) bool {
	noun := e.noun
	if noun <= 0 {
		noun = e.head
	}
	switch r.lemma(noun) {
	case "trip", "visit", "tour":
		return r.upos(noun) == "NOUN" && format != "visit" && e.state != rapporteur.MeetingHeld && e.state != rapporteur.MeetingUnderWay && e.state != rapporteur.MeetingPlanned
	case "session", "sitting", "round", "dinner", "lunch", "breakfast":
		return r.upos(noun) == "NOUN" && format == "phone" && !remote(e.format)
	}
	return false
}

// ofTravel reports whether the noun of an encounter tells a journey, which no call is.
func (r *reading) ofTravel(e *encounter) bool {
	switch r.lemma(max(e.noun, 0)) {
	case "trip", "visit", "tour", "journey":
		return e.noun > 0 && r.upos(e.noun) == "NOUN"
	}
	return false
}

// continues reports whether an encounter may be the one spoken of last.
func (r *reading) continues(e *encounter, last *found) bool {
	m := last.Meeting
	if stageOf(m.State) == took && r.anotherKind(e, m.Format) || remote(m.Format) && r.ofTravel(e) {
		return false
	}
	if e.state == rapporteur.MeetingPlanned && e.when.IsZero() && !last.When.IsZero() && last.When.To.Before(r.report.Published) {
		return false // what is over is not planned
	}
	if e.state == rapporteur.MeetingPlanned && m.State == rapporteur.MeetingHeld && !(e.talks && !e.when.IsZero() && r.resumed(e.head)) && (e.when.IsZero() || last.When.IsZero()) && len(e.absent) == 0 {
		return false
	}
	if (e.state == rapporteur.MeetingHeld || e.state == rapporteur.MeetingUnderWay) && m.State != rapporteur.MeetingHeld && m.State != rapporteur.MeetingUnderWay && m.State != rapporteur.MeetingPlanned {
		return false // what came to nothing did not take place
	}
	if stageOf(e.state) == took && m.State == rapporteur.MeetingPlanned && e.when.IsZero() && (last.When.IsZero() || last.When.From.After(r.report.Published)) {
		return false // what is still to come has not gone on
	}
	if e.when.Exact() && e.state != m.State && last.When.Days() > 7 {
		return false // a day now, and talks of some time this month
	}
	if e.state == rapporteur.MeetingUnderWay && m.State == rapporteur.MeetingHeld && last.When.Exact() && last.When.To.Before(r.report.Published) && len(e.people)+len(e.parties) > 1 && r.bargaining(max(e.noun, 0)) {
		return false // "Marrow met Holt on Monday. Talks between the union and the port are going on"
	}
	if f := r.lower(min(e.head+1, len(r.kids)-1)); (f == "with" || f == "between") && len(m.Participants) > 1 {
		with := slices.DeleteFunc(slices.Clone(e.people), func(p rapporteur.Mention) bool { return p.Span.Start < r.doc.Tokens[e.head].Start })
		if len(with) > 0 && !slices.ContainsFunc(with, func(p rapporteur.Mention) bool {
			return slices.ContainsFunc(m.Participants, func(q rapporteur.Mention) bool { return q.Name == p.Name })
		}) {
			return false // with somebody else
		}
	}
	if r.withOtherParty(e, m) {
		return false
	}
	if e.place != "" && m.Place != "" && !strings.EqualFold(e.place, m.Place) && len(e.parties) == 0 && e.clock == "" && e.minutes == 0 {
		return false
	}
	if !e.when.IsZero() && !last.When.IsZero() && !e.when.Overlaps(last.When) {
		return false
	}
	return true
}

// withOtherParty reports whether an encounter is told to be with a party that nobody at the meeting spoken of last
// is known to act for: "Marrow spoke with Holt … Talks with the Union were called off as well".
func (r *reading) withOtherParty(e *encounter, m *rapporteur.MeetingClaim) bool {
	k := e.head + 1
	if len(e.parties) != 1 || len(e.people) > 0 || k >= len(r.kids) || r.lower(k) != "with" || len(m.Participants) == 0 || slices.ContainsFunc(m.Parties, func(p rapporteur.Mention) bool { return samePart(p.Name, e.parties[0].Name) }) {
		return false
	}
	for _, p := range m.Participants {
		if p.Kind != rapporteur.Person {
			return false
		}
		for _, x := range r.said.Entities {
			if x.Type == lang.PER && r.ofEntity(x, p.Name) && (len(x.Roles) == 0 || slices.ContainsFunc(x.Roles, func(o attribution.Role) bool { return o.Of == "" || samePart(tidyName(o.Of), e.parties[0].Name) })) {
				return false
			}
		}
	}
	return true
}
