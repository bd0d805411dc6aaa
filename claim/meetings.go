package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// encounter is a meeting as one clause or noun tells it, before it is judged
// whether that is enough for a claim.
type encounter struct {
	head     int // the verb or noun
	state    rapporteur.MeetingState
	modality rapporteur.Modality
	who      []actor
	parties  []rapporteur.Mention
	absent   []actor
	place    string
	when     rapporteur.Interval
	minutes  int
	clock    string
	zone     string
	format   string
	name     string
	outcome  []string
	definite bool // "the talks": those spoken of, unless more is told
	plural   bool
	weak     bool
}

func (r *reading) meetings() {
	l := &lex().meetings
	for _, s := range r.doc.Sentences {
		if s.Heading {
			continue
		}
		for i := s.Start; i < s.End; i++ {
			if r.told[i] {
				continue
			}
			if c := r.clause(i); c != nil && r.upos(i) == "VERB" {
				switch {
				case c.is(l.Verbs):
					r.keep(r.meetingVerb(c))
					continue
				case c.verb == "visit" || c.verb == "travel" || c.verb == "fly" || c.verb == "arrive" || (c.verb == "go" || c.verb == "head") && (c.modal == "will" || c.modal == "would" || len(r.purpose(c)) > 0):
					r.keep(r.visitVerb(c))
				case c.is(l.Phone) || c.verb == "speak" || c.verb == "talk":
					r.keep(r.phoneVerb(c))
				case (c.verb == "host" || c.verb == "receive" || c.verb == "welcome") && len(c.obj) > 0 && r.typeAt(c.obj[0]) == lang.PER:
					r.keep(r.received(c))
				case c.verb == "negotiate" || c.verb == "confer":
					r.keep(r.negotiateVerb(c))
				case l.Sign[c.verb]:
					r.keep(r.signed(c))
				case l.Represent[c.verb], c.verb == "attend", c.verb == "participate":
					r.joined(c)
				}
			}
			if r.upos(i) == "NOUN" || r.upos(i) == "PROPN" || r.upos(i) == "VERB" && r.lower(i) == "talks" {
				if l.Nouns[r.lemma(i)] || r.lower(i) == "talks" {
					r.keep(r.meetingNoun(i))
				}
			}
		}
	}
}

// keep makes a claim of an encounter when enough of it is told: two of who,
// where and when, or two sides; or something new of the meeting spoken of last.
func (r *reading) keep(e *encounter) {
	if e == nil || e.state == "" {
		return
	}
	e.who = distinct(e.who)
	for _, a := range e.who {
		for _, p := range a.party {
			e.parties = addMention(e.parties, p)
		}
	}
	var people []rapporteur.Mention
	sides := 0
	for _, a := range e.who {
		switch {
		case a.Kind == rapporteur.State:
			e.parties = addMention(e.parties, a.Mention)
		case len(a.party) > 0:
		default:
			people = addMention(people, a.Mention)
		}
		if a.Kind == rapporteur.Group && len(a.party) == 0 && r.several(a) {
			sides++ // "the two sides", "envoys"
		}
	}
	if len(people) == 0 && len(e.parties) == 1 {
		// "EU leaders will meet on Sunday": the people of one union are several
		for _, a := range e.who {
			if a.Kind == rapporteur.Group && len(a.party) > 0 && r.several(a) && r.lemma(a.token) != "official" && r.lemma(a.token) != "delegation" {
				people = addMention(people, a.Mention)
			}
		}
	}
	count := len(people) + len(e.parties)
	told := 0
	if count > 0 {
		told++
	}
	if e.place != "" {
		told++
	}
	if !e.when.IsZero() {
		told++
	}
	named := 0
	for _, p := range append(slices.Clone(people), e.parties...) {
		if p.Kind != rapporteur.Group {
			named++
		}
	}
	if e.modality == rapporteur.Conditional && e.state != rapporteur.MeetingPlanned {
		return
	}
	var last *rapporteur.Claim
	reach := 2
	if e.minutes > 0 || e.clock != "" {
		reach = 4
	}
	if r.last >= 0 && r.last < len(r.claims) && r.sent[e.head]-r.sent[r.claims[r.last].head] <= reach {
		last = &r.claims[r.last].Claim
	}
	fits := last != nil && e.definite && r.continues(e, last, people)
	if fits && (told < 2 || named < 1) {
		// Something of the meeting spoken of last.
		if e.minutes == 0 && e.clock == "" && len(e.outcome) == 0 && len(people) == 0 && len(e.absent) == 0 && (e.state == last.Meeting.State || e.state == rapporteur.MeetingHeld) {
			return
		}
		m := *last.Meeting
		m.State, m.Minutes, m.Clock, m.Zone, m.Outcome = e.state, e.minutes, e.clock, e.zone, e.outcome
		if m.Place == "" {
			m.Place = e.place
		}
		if e.state == rapporteur.MeetingHeld && last.Meeting.State == rapporteur.MeetingUnderWay && e.minutes == 0 {
			m.State = rapporteur.MeetingUnderWay
		}
		m.Participants = slices.Clone(m.Participants)
		for _, p := range people {
			m.Participants = addMention(m.Participants, p)
		}
		for _, a := range e.absent {
			m.Absent = addMention(m.Absent, a.Mention)
		}
		when := last.When
		if when.IsZero() {
			when = e.when
		}
		r.add(e.head, rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: &m, When: when, Modality: e.modality, Background: last.Background})
		r.last = len(r.claims) - 1
		return
	}
	switch {
	case e.weak && (count < 2 || named < 1) && !(told == 3 && named > 0) && !(e.format == "visit" && named > 0 && e.place != ""):
		return
	case e.plural && !(named >= 2 && !e.when.IsZero()):
		return
	case named == 0 && !(e.place != "" && !e.when.IsZero()) && !(sides > 0 && (e.place != "" || !e.when.IsZero())):
		// "envoys will meet next week" tells too little, unless a place or day is given
		return
	case told < 2 && count < 2 && sides == 0:
		if !(e.place != "" && e.definite && e.state == rapporteur.MeetingHeld) {
			return
		}
	case named < 2 && sides == 0 && told < 2:
		return
	}
	m := &rapporteur.MeetingClaim{
		State: e.state, Name: e.name, Place: e.place, Format: e.format, Participants: people, Parties: e.parties,
		Minutes: e.minutes, Clock: e.clock, Zone: e.zone, Outcome: e.outcome,
	}
	for _, a := range e.absent {
		m.Absent = addMention(m.Absent, a.Mention)
	}
	c := rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: m, When: e.when, Modality: e.modality}
	if g := r.governor(e.head); g != nil && g.perfect && g.past {
		c.Background = true
	}
	if e.state == rapporteur.MeetingHeld && !e.when.IsZero() && !r.report.Published.IsZero() && r.report.Published.Sub(e.when.To) > 30 {
		c.Background = true
	}
	r.add(e.head, c)
	r.last = len(r.claims) - 1
}

// several reports whether a group stands for more than one side.
func (r *reading) several(a actor) bool {
	t := r.doc.Tokens[a.token].XPOS
	return t == "NNS" || t == "NNPS" || strings.HasPrefix(strings.ToLower(a.Name), "both") || strings.HasPrefix(strings.ToLower(a.Name), "two")
}

// continues reports whether an encounter may be the one spoken of last.
func (r *reading) continues(e *encounter, last *rapporteur.Claim, people []rapporteur.Mention) bool {
	m := last.Meeting
	if e.place != "" && m.Place != "" && !strings.EqualFold(e.place, m.Place) && len(e.parties) == 0 && e.clock == "" && e.minutes == 0 {
		return false
	}
	if !e.when.IsZero() && !last.When.IsZero() && !e.when.Overlaps(last.When) {
		return false
	}
	return true
}

func addMention(list []rapporteur.Mention, m rapporteur.Mention) []rapporteur.Mention {
	if m.Name == "" || slices.ContainsFunc(list, func(x rapporteur.Mention) bool { return x.Name == m.Name }) {
		return list
	}
	return append(list, m)
}

func distinct(list []actor) []actor {
	var out []actor
	for _, a := range list {
		if !slices.ContainsFunc(out, func(x actor) bool { return x.Name == a.Name }) {
			out = append(out, a)
		}
	}
	return out
}

// people returns the actors of nominals with the heads of their delegations.
func (r *reading) people(heads ...int) []actor {
	var out []actor
	for _, h := range heads {
		if h < 0 {
			continue
		}
		if lex().meetings.Nouns[r.lemma(h)] || lex().texts.Nouns[r.lemma(h)] && r.entity[h] < 0 {
			continue
		}
		out = append(out, r.actorsAt(h)...)
		for _, c := range r.conjuncts(h) {
			for _, k := range r.kids[c] {
				x := r.clause(k)
				if base(r.rel(k)) != "acl" || x == nil {
					continue
				}
				if x.passive && lex().meetings.Represent[x.verb] || x.verb == "include" || x.verb == "comprise" {
					out = append(out, r.actorsAt(x.agent...)...)
					if !x.passive {
						out = append(out, r.actorsAt(x.obj...)...)
					}
				}
			}
			// "a delegation with Marrow at its head", "accompanied by"
		}
	}
	return out
}

// fill adds place, time and length that hang on token i.
func (r *reading) fill(e *encounter, i int) {
	if e.place == "" {
		e.place = r.placeAt(i)
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Start >= len(r.sent) || r.sent[x.Start] != r.sent[i] {
			continue
		}
		if !r.hangsOn(r.top(x.Range), i) {
			continue
		}
		if e.minutes == 0 && x.Minutes > 0 && x.Minutes < 24*60*3 {
			e.minutes = x.Minutes
		}
		if e.clock == "" && x.Clock != "" {
			e.clock, e.zone = x.Clock, x.Zone
		}
	}
}

// hangsOn reports whether token k belongs to i without another predicate between.
func (r *reading) hangsOn(k, i int) bool {
	for steps := 0; k >= 0 && steps < 12; k, steps = r.head(k), steps+1 {
		if k == i {
			return true
		}
		if steps > 0 && r.clause(k) != nil {
			return false
		}
	}
	return false
}

// placeAt returns the place that hangs on a predicate or noun: "in Port Calder",
// "at the Kremlin". A place that hangs on a time, a person or a group below it
// counts as well, since trees often attach it there.
func (r *reading) placeAt(i int) string {
	for _, pass := range []string{"in", "at", "to"} {
		for k := r.lo[i]; k < r.hi[i]; k++ {
			if b := base(r.rel(k)); b != "obl" && b != "nmod" || r.timeAt[k] >= 0 || !r.near(k, i) {
				continue
			}
			p := r.caseOf(k)
			if p != pass && !(pass == "in" && (p == "inside" || p == "near" || p == "outside")) {
				continue
			}
			if pass == "to" && r.lemma(i) != "visit" && r.lemma(i) != "trip" && r.lemma(i) != "travel" && r.lemma(i) != "fly" {
				continue
			}
			if w := r.placeName(k); w != "" {
				return w
			}
		}
	}
	return ""
}

// near reports whether k hangs on i directly or by times, names and groups only.
func (r *reading) near(k, i int) bool {
	for steps := 0; steps < 6; steps++ {
		h := r.head(k)
		if h == i {
			return true
		}
		if h < 0 || r.clause(h) != nil {
			return false
		}
		if r.timeAt[h] < 0 && r.upos(h) != "PROPN" && r.typeAt(h) != lang.PER && r.typeAt(h) != lang.LOC && !lex().actors.Groups[r.lemma(h)] && !lex().meetings.Nouns[r.lemma(h)] && r.lower(h) != "talks" && r.lemma(h) != "hour" && r.lemma(h) != "side" {
			return false
		}
		k = h
	}
	return false
}

// placeName returns the name of the place that the nominal at k is.
func (r *reading) placeName(k int) string {
	t := r.typeAt(k)
	n := r.nameAt(k)
	if n != nil && (n.Type == lang.LOC || n.Type == lang.ORG && (r.caseOf(k) == "at" || r.caseOf(k) == "in") && facility(r.doc.Words(n.Range))) {
		w := tidyName(r.doc.Words(n.Range))
		return w
	}
	if t == lang.LOC && n == nil && r.upos(k) == "PROPN" {
		return tidyName(r.doc.Words(r.nounPhrase(k)))
	}
	if r.upos(k) == "PROPN" && t == "" && r.caseOf(k) == "in" {
		return tidyName(r.doc.Words(r.nounPhrase(k)))
	}
	// "in the Norvanan capital, Lund", "in the city of Lund"
	for _, c := range r.kids[k] {
		if (base(r.rel(c)) == "appos" || base(r.rel(c)) == "nmod" && r.caseOf(c) == "of" || base(r.rel(c)) == "flat") && r.typeAt(c) == lang.LOC {
			if n := r.nameAt(c); n != nil {
				return tidyName(r.doc.Words(n.Range))
			}
		}
	}
	if d := r.child(k, "det"); d >= 0 && r.lower(d) == "this" && r.report.Dateline != "" {
		switch r.lemma(k) { // "in this lakeside town": the dateline's
		case "town", "city", "capital", "resort", "port", "village":
			return titled(r.report.Dateline)
		}
	}
	if _, ok := lex().actors.Seats[tidyName(r.doc.Words(r.nounPhrase(k)))]; ok {
		return tidyName(r.doc.Words(r.nounPhrase(k)))
	}
	return ""
}

// titled writes a dateline as a name: "PORT CALDER" is "Port Calder".
func titled(s string) string {
	f := strings.Fields(strings.ToLower(s))
	for i, w := range f {
		f[i] = strings.ToUpper(w[:1]) + w[1:]
	}
	return strings.Join(f, " ")
}

func facility(name string) bool {
	l := strings.ToLower(name)
	for _, w := range []string{"house", "palace", "hotel", "castle", "kremlin", "office", "building", "centre", "center", "hall", "residence", "villa", "embassy", "ministry", "headquarters", "estate", "club", "resort", "airport", "base"} {
		if strings.Contains(l, w) {
			return true
		}
	}
	return false
}

// verbState judges how far a meeting came from the clause that tells it.
func (r *reading) verbState(c *clause, when rapporteur.Interval) (rapporteur.MeetingState, rapporteur.Modality) {
	l := &lex().meetings
	m := r.modality(c.head)
	future := !when.IsZero() && !r.report.Published.IsZero() && when.From.After(r.report.Published)
	// What governs the verb: "are scheduled to meet", "refused to meet".
	if c.mark == "to" || base(r.rel(c.head)) == "xcomp" || base(r.rel(c.head)) == "acl" && c.mark == "to" {
		h := r.head(c.head)
		up := r.clause(h)
		word := ""
		if h >= 0 {
			word = r.lemma(h)
		}
		neg := up != nil && up.neg
		if up == nil && h >= 0 { // "plans to meet", "no plans to meet"
			if d := r.child(h, "det"); d >= 0 && r.lower(d) == "no" {
				neg = true
			}
			if g := r.clause(r.head(h)); g != nil && g.neg {
				neg = true
			}
		}
		switch {
		case up != nil && (l.Cancel[up.lemma] || l.Cancel[up.verb]):
			return rapporteur.MeetingCancelled, rapporteur.Asserted
		case up != nil && up.verb == "be" || word == "be":
			if m == rapporteur.Asserted {
				m = rapporteur.Planned
			}
			return rapporteur.MeetingPlanned, m
		case l.Plan[word] || word == "set" || word == "due" || word == "decide" || word == "scheduled" || word == "continue":
			if up != nil && (up.modal == "may" || up.modal == "might" || up.modal == "could") || word == "hope" {
				m = rapporteur.Hedged
			}
			if neg {
				return rapporteur.MeetingNotPlanned, rapporteur.Asserted
			}
			if m == rapporteur.Denied || m == rapporteur.Asserted {
				m = rapporteur.Planned
			}
			return rapporteur.MeetingPlanned, m
		case up == nil && h < 0:
			return rapporteur.MeetingPlanned, rapporteur.Planned
		case word == "travel" || word == "fly" || word == "arrive" || word == "come" || word == "head" || word == "go" || word == "return":
			if up != nil && up.head != c.head {
				s, sm := r.verbState(up, when)
				if s == rapporteur.MeetingHeld {
					s, sm = rapporteur.MeetingPlanned, rapporteur.Planned
				}
				return s, sm
			}
		case word == "manage":
			return rapporteur.MeetingHeld, m
		}
		if c.mark == "to" {
			return "", m
		}
	}
	if m == rapporteur.Denied {
		if c.neg && (c.modal == "will" || c.modal == "would") {
			return rapporteur.MeetingNotPlanned, rapporteur.Asserted
		}
		if !c.neg {
			return rapporteur.MeetingDenied, rapporteur.Denied
		}
		return "", m
	}
	switch c.modal {
	case "will", "shall", "wo":
		return rapporteur.MeetingPlanned, orPlanned(m)
	case "would":
		if m == rapporteur.Conditional {
			return "", m
		}
		return rapporteur.MeetingPlanned, orPlanned(m)
	case "may", "might", "could":
		return rapporteur.MeetingPlanned, rapporteur.Hedged
	case "should", "must", "can":
		return "", m
	}
	if m == rapporteur.Conditional {
		return "", m
	}
	if c.neg {
		return "", m
	}
	if future {
		return rapporteur.MeetingPlanned, orPlanned(m)
	}
	tag := r.doc.Tokens[c.head].XPOS
	switch {
	case c.perfect, tag == "VBD":
		if c.ongoing && !c.past {
			return rapporteur.MeetingUnderWay, m
		}
		return rapporteur.MeetingHeld, m
	case c.ongoing:
		return rapporteur.MeetingUnderWay, m
	case c.past:
		return rapporteur.MeetingHeld, m
	case tag == "VBN" && c.passive && !c.copula:
		if base(r.rel(c.head)) == "acl" || r.child(c.head, "aux") >= 0 && c.past {
			return rapporteur.MeetingHeld, m
		}
		return rapporteur.MeetingHeld, m
	case tag == "VBG":
		if base(r.rel(c.head)) == "advcl" && (c.mark == "after" || c.mark == "since" || c.mark == "following") {
			return rapporteur.MeetingHeld, m
		}
		if base(r.rel(c.head)) == "acl" {
			return rapporteur.MeetingUnderWay, m
		}
		return "", m
	case tag == "VBP" || tag == "VBZ":
		if !when.IsZero() && !future && !r.report.Published.IsZero() && when.To.Before(r.report.Published) {
			return rapporteur.MeetingHeld, m
		}
		return "", m
	}
	return "", m
}

func orPlanned(m rapporteur.Modality) rapporteur.Modality {
	if m == rapporteur.Asserted {
		return rapporteur.Planned
	}
	return m
}

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

// joined reads who stood for a side at the meeting spoken of last: "Norvana was
// represented by Marrow", "the finance minister also attended".
func (r *reading) joined(c *clause) {
	if r.last < 0 || r.sent[c.head]-r.sent[r.claims[r.last].head] > 3 || c.neg || c.modal != "" {
		return
	}
	last := r.claims[r.last].Claim
	if last.Meeting.State != rapporteur.MeetingHeld && last.Meeting.State != rapporteur.MeetingUnderWay {
		return
	}
	var people []actor
	switch {
	case c.verb == "represent" && c.passive:
		if k := c.head + 1; k < len(r.kids) && r.lower(k) == "by" {
			people = r.along(k + 1)
		}
		if len(people) == 0 {
			people = r.people(c.agent...)
		}
		for _, s := range c.subj {
			for _, a := range r.actorsAt(s) {
				if a.Kind == rapporteur.State || a.Kind == rapporteur.Organisation {
					people = append(people, a)
				}
				for _, p := range a.party {
					people = append(people, actor{Mention: p})
				}
			}
		}
	case c.verb == "represent" && len(c.obj) > 0:
		side := r.actorsAt(c.obj...)
		if len(side) == 0 {
			return
		}
		people = append(r.people(c.subj...), side...)
	case (c.verb == "lead" || c.verb == "head") && len(c.obj)+len(c.subj) > 0:
		whose, who := c.obj, c.subj
		if c.passive {
			whose, who = c.subj, c.agent
		}
		if !slices.ContainsFunc(whose, func(h int) bool {
			return r.lemma(h) == "delegation" || r.lemma(h) == "team" || r.lemma(h) == "side" || r.lemma(h) == "negotiator"
		}) || base(r.rel(c.head)) == "acl" {
			return
		}
		people = r.people(who...)
		for _, h := range whose {
			for _, p := range r.partiesUnder(h) {
				people = append(people, actor{Mention: p})
			}
		}
	case c.verb == "attend" || c.verb == "participate":
		for _, h := range append(slices.Clone(c.obj), c.with("in")...) {
			if !lex().meetings.Nouns[r.lemma(h)] && r.lower(h) != "talks" {
				return
			}
			if len(r.ownWho(h)) > 0 || r.placeAt(h) != "" {
				return // told as a meeting of its own
			}
			r.told[h] = true
		}
		people = r.people(c.subj...)
	}
	if len(people) == 0 {
		return
	}
	m := *last.Meeting
	m.Minutes, m.Clock, m.Zone, m.Outcome, m.Absent = 0, "", "", nil, nil
	m.Participants, m.Parties = slices.Clone(m.Participants), slices.Clone(m.Parties)
	for _, a := range people {
		switch {
		case a.Kind == rapporteur.State:
			m.Parties = addMention(m.Parties, a.Mention)
		case a.Kind == rapporteur.Group && len(a.party) > 0:
		default:
			m.Participants = addMention(m.Participants, a.Mention)
		}
		for _, p := range a.party {
			m.Parties = addMention(m.Parties, p)
		}
	}
	r.add(c.head, rapporteur.Claim{Kind: rapporteur.KindMeeting, Meeting: &m, When: last.When, Modality: last.Modality, Background: last.Background})
	r.last = len(r.claims) - 1
}

// ownWho returns the actors that the noun of an encounter names itself.
func (r *reading) ownWho(i int) []actor {
	var out []actor
	if k := i + 1; k+1 < len(r.kids) && r.sent[k] == r.sent[i] {
		switch r.lower(k) {
		case "between", "with":
			out = append(out, r.along(k+1)...)
		case "by":
			out = append(out, r.along(k+1)...)
		case "of":
			if r.lemma(i) == "visit" {
				out = append(out, r.along(k+1)...)
			}
		}
	}
	for _, k := range r.kids[i] {
		p := r.caseOf(k)
		switch base(r.rel(k)) {
		case "nmod", "obl":
			if r.rel(k) == "nmod:poss" {
				out = append(out, r.people(k)...)
				continue
			}
			switch p {
			case "between", "with", "among", "by", "alongside", "involving", "including":
				out = append(out, r.people(k)...)
				if p == "between" || p == "with" {
					out = append(out, r.rowAfter(k)...)
				}
			case "of", "from":
				if r.lemma(i) == "visit" || r.lemma(i) == "trip" || p == "of" && r.typeAt(k) == "" && lex().actors.Groups[r.lemma(k)] {
					out = append(out, r.people(k)...)
				}
				// "with the participation of": below
			}
			if r.lemma(k) == "participation" || r.lemma(k) == "involvement" || r.lemma(k) == "presence" {
				for _, x := range r.children(k, "nmod") {
					out = append(out, r.people(x)...)
				}
			}
		case "compound", "amod":
			out = append(out, r.compoundNames(k)...)
		case "acl":
			if x := r.clause(k); x != nil {
				switch x.verb {
				case "involve", "include":
					out = append(out, r.people(x.obj...)...)
				case "attend", "lead", "chair", "mediate", "broker":
					out = append(out, r.people(x.agent...)...)
				}
			}
		}
	}
	return out
}

// rowAfter returns the actors named in a row after the preposition of nominal k.
func (r *reading) rowAfter(k int) []actor {
	for _, c := range r.kids[k] {
		if base(r.rel(c)) == "case" && c < k {
			return r.along(c + 1)
		}
	}
	return nil
}

// compoundNames reads the parties in "US-Norvana talks", "the Brandt-Okoye summit", "Norvanan-Estrelian talks".
func (r *reading) compoundNames(k int) []actor {
	var out []actor
	for i := r.lo[k]; i < r.hi[k]; i++ {
		t := r.typeAt(i)
		state := r.isState(r.form(i))
		switch {
		case t == lang.PER:
			if a, ok := r.actorAt(i); ok && (i == r.lo[k] || r.form(i-1) == "-" || r.form(i-1) == "–") {
				out = append(out, a)
			}
		case t == lang.NORP, state, t == lang.LOC && r.isState(r.stateName(i)), t == lang.LOC && r.paired(i):
			name := r.stateName(i)
			out = append(out, actor{Mention: rapporteur.Mention{Name: name, Kind: rapporteur.State, Span: r.bytes(lang.Range{Start: i, End: i + 1})}, token: i})
		}
	}
	return out
}

// paired reports whether a name is joined to another by a hyphen.
func (r *reading) paired(i int) bool {
	dash := func(k int) bool {
		return k >= 0 && k < len(r.kids) && (r.form(k) == "-" || r.form(k) == "–" || r.form(k) == "/")
	}
	return dash(i-1) && r.typeAt(max(i-2, 0)) != "" || dash(i+1) && i+2 < len(r.kids) && r.typeAt(i+2) != ""
}

// nounParts adds what hangs on the noun of an encounter.
func (r *reading) nounParts(e *encounter, i int) {
	e.who = append(e.who, r.ownWho(i)...)
	r.fill(e, i)
	if t := r.timeBelow(i); t != nil && e.when.IsZero() {
		e.when = t.Interval
	}
	if e.place == "" {
		for _, k := range r.kids[i] {
			if r.rel(k) == "compound" && r.typeAt(k) == lang.LOC && !r.isState(r.stateName(k)) && !r.paired(k) {
				if n := r.nameAt(k); n != nil {
					e.place = tidyName(r.doc.Words(n.Range))
				}
			}
		}
	}
	if (r.lemma(i) == "visit" || r.lemma(i) == "trip") && e.place == "" {
		for _, k := range r.kids[i] {
			if r.rel(k) == "compound" && r.typeAt(k) == lang.LOC {
				if n := r.nameAt(k); n != nil {
					e.place = tidyName(r.doc.Words(n.Range))
				}
			}
		}
		e.who = slices.DeleteFunc(e.who, func(a actor) bool { return a.Kind == rapporteur.State })
	}
	words := r.nounPhrase(i)
	for k := words.Start; k < words.End; k++ {
		if f := lex().meetings.Format[r.lower(k)]; f != "" && e.format == "" {
			e.format = f
		}
	}
}

// meetingNoun reads an encounter named by a noun: "talks between A and B were
// held", "after a meeting with X, which took place in Lund".
func (r *reading) meetingNoun(i int) *encounter {
	l := &lex().meetings
	lemma := r.lemma(i)
	if lemma == "consultation" && r.lower(i) == "consultation" && r.child(i, "det") < 0 || lemma == "dialogue" && r.child(i, "det") < 0 {
		return nil // "in consultation with"
	}
	if r.lower(i) == "talk" || lemma == "talk" && r.lower(i) != "talks" || r.cue[i] && r.inner[i] < 0 && lemma == "call" {
		return nil
	}
	if n := r.nameAt(i); n != nil && n.Len() > 1 && n.Type != lang.LOC && n.Type != lang.NORP {
		return nil // "the Yalta Conference Centre"
	}
	if r.rel(i) == "compound" && r.head(i) > i && !l.Nouns[r.lemma(r.head(i))] {
		return nil
	}
	words := r.nounPhrase(i)
	for k := words.Start; k < words.End; k++ {
		if k != i && (l.Not[r.lower(k)] || l.Not[r.lemma(k)]) {
			return nil
		}
	}
	if lemma == "conference" && !slices.ContainsFunc(r.kids[i], func(k int) bool { return r.lower(k) == "peace" || r.lower(k) == "donor" || r.lower(k) == "climate" }) {
		return nil
	}
	if lemma == "call" || lemma == "conversation" || lemma == "dialogue" {
		if len(r.ownWho(i)) == 0 && lex().meetings.Format[r.lower(max(i-1, 0))] == "" {
			return nil
		}
	}
	if lemma == "call" {
		for _, k := range r.kids[i] { // "calls for a referendum"
			if p := r.caseOf(k); p == "for" {
				return nil
			}
		}
	}
	top := i
	// "a round of talks", "the second day of negotiations", "a series of meetings"
	for h := r.head(top); h >= 0 && base(r.rel(top)) == "nmod" && r.caseOf(top) == "of" && (l.Nouns[r.lemma(h)] || slices.Contains([]string{"series", "day", "session", "phase", "start", "beginning", "end", "resumption", "set"}, r.lemma(h))); h = r.head(top) {
		top = h
	}
	if r.told[top] {
		return nil
	}
	e := &encounter{head: i, weak: l.Weak[lemma]}
	r.told[top], r.told[i] = true, true
	// "a date for a meeting", "the results of the talks" tell of it without a state
	r.nounParts(e, i)
	if top != i {
		r.nounParts(e, top)
	}
	det := ""
	for _, t := range []int{i, top} {
		if d := r.child(t, "det"); d >= 0 {
			det = r.lower(d)
		}
		if r.child(t, "nmod:poss") >= 0 && det == "" {
			det = "the"
		}
	}
	e.definite = det == "the" || det == "this" || det == "these" || det == "those" || det == "" && (r.lower(i) == "talks" || r.lower(i) == "negotiations" || r.lower(i) == "discussions" || r.lower(i) == "consultations")
	e.plural = (lemma == "meeting" || lemma == "summit" || lemma == "call" || lemma == "visit" || lemma == "conversation") && r.doc.Tokens[i].XPOS == "NNS" && r.child(i, "nummod") < 0
	upcoming, possible, past := false, false, false
	for _, t := range []int{i, top} {
		for _, k := range r.kids[t] {
			if base(r.rel(k)) == "amod" || base(r.rel(k)) == "advmod" || base(r.rel(k)) == "compound" {
				f := r.lower(k)
				upcoming = upcoming || l.Upcoming[f]
				possible = possible || l.Possible[f] && det != "the"
				past = past || l.Past[f]
				if l.False[f] {
					e.state, e.modality = rapporteur.MeetingDenied, rapporteur.Denied
					return e
				}
			}
		}
	}
	if t := r.timeIn(words); t != nil && e.when.IsZero() {
		e.when = t.Interval // "Sunday's talks"
	}
	// A clause on the noun tells where, when and whether.
	state := rapporteur.MeetingState("")
	m := rapporteur.Asserted
	for _, t := range []int{i, top} {
		for _, k := range r.kids[t] {
			x := r.clause(k)
			if base(r.rel(k)) != "acl" || x == nil {
				continue
			}
			if e.place == "" {
				e.place = r.placeAt(k)
			}
			if e.when.IsZero() {
				if t := r.timeBelow(k); t != nil {
					e.when = t.Interval
				}
			}
			r.fill(e, k)
			switch {
			case x.is(l.Cancel):
				state = rapporteur.MeetingCancelled
			case x.is(l.Postpone) && x.verb != "move":
				state = rapporteur.MeetingPostponed
			case x.passive && l.Plan[x.verb] || x.mark == "to":
				upcoming = true
			case l.Happen[x.verb] || l.Hold[x.verb]:
				if s, sm := r.verbState(x, e.when); s != "" {
					state, m = s, sm
				}
			}
		}
		if top == i {
			break
		}
	}
	if x := r.which(i); x != nil && (e.place == "" || e.when.IsZero()) {
		if e.place == "" {
			e.place = r.placeAt(x.head)
		}
		if e.when.IsZero() {
			if t := r.timeBelow(x.head); t != nil {
				e.when = t.Interval
			}
		}
		r.fill(e, x.head)
		if s, sm := r.verbState(x, e.when); s != "" && state == "" {
			state, m = s, sm
		}
	}
	r.governed(e, top, det, upcoming, possible, &state, &m)
	r.other(e, top)
	if e.who = distinct(e.who); (state == rapporteur.MeetingDenied || e.state == rapporteur.MeetingDenied) && len(e.who) == 1 {
		// whoever denies a meeting with the other was to be at it
		if a := r.inner[i]; a >= 0 {
			for _, s := range r.said.Attributions[a].Source {
				for _, x := range r.along(s.Start) {
					if x.Kind == rapporteur.Person && s.Contains(x.token) {
						e.who = append(e.who, x)
					}
				}
			}
		}
	}
	if (state == rapporteur.MeetingPlanned || state == rapporteur.MeetingHeld) && r.calledOff(i) {
		state, m = rapporteur.MeetingCancelled, rapporteur.Asserted
	}
	if state == "" && e.state == "" && e.definite && !possible && !e.plural {
		// "The EU summit on 10 April should be asked …": its own day tells
		if t := r.ownDay(i, top); t != nil && t.Interval.Days() <= 7 && !r.report.Published.IsZero() && !r.denied(top) {
			e.when = t.Interval
			if t.Interval.From.After(r.report.Published) {
				state, m = rapporteur.MeetingPlanned, rapporteur.Planned
			} else if t.Interval.To.Before(r.report.Published) {
				state, m = rapporteur.MeetingHeld, rapporteur.Asserted
			}
		}
	}
	if state == "" {
		return nil
	}
	if e.state == "" {
		e.state, e.modality = state, m
	}
	future := !e.when.IsZero() && !r.report.Published.IsZero() && e.when.From.After(r.report.Published)
	if future && e.state == rapporteur.MeetingHeld {
		e.state, e.modality = rapporteur.MeetingPlanned, orPlanned(e.modality)
	}
	if e.state == rapporteur.MeetingPlanned {
		e.modality = orPlanned(e.modality)
	}
	e.name = r.meetingName(i, top)
	_ = past
	return e
}

// calledOff reports whether the sentence goes on to say that the event told at
// token i came to nothing: "…, but it was cancelled".
func (r *reading) calledOff(i int) bool {
	sent := r.sentence(i)
	for k := i + 1; k < sent.End; k++ {
		c := r.clause(k)
		if c == nil || !c.is(lex().meetings.Cancel) || !c.passive || c.neg {
			continue
		}
		for _, s := range c.subj {
			switch r.lemma(s) {
			case "it", "this", "that", "event", "meeting", "summit", "which", "plan":
				return s > i
			}
		}
	}
	return false
}

// ownDay returns the day in the words of an encounter's own noun.
func (r *reading) ownDay(i, top int) *timex.Time {
	for _, n := range []int{i, top} {
		for _, k := range r.kids[n] {
			if t := r.timeAt[k]; t >= 0 && !r.times[t].Interval.IsZero() && base(r.rel(k)) != "acl" {
				return &r.times[t]
			}
		}
		if t := r.timeIn(r.nounPhrase(n)); t != nil {
			return t
		}
	}
	if k := i + 2; k < len(r.kids) && (r.lower(i+1) == "on" || r.lower(i+1) == "of") && r.timeAt[k] >= 0 && !r.times[r.timeAt[k]].Interval.IsZero() {
		return &r.times[r.timeAt[k]]
	}
	return nil
}

// denied reports whether what governs a noun wishes, proposes or negates it.
func (r *reading) denied(i int) bool {
	c := r.governor(r.head(i))
	if c == nil {
		return false
	}
	return slices.Contains(c.obj, i) && (lex().meetings.Want[c.verb] || c.neg) || r.conditional(c)
}

// which returns the clause "which took place …" that speaks of the encounter at
// token i, however the tree attached it: the nearest encounter before it.
func (r *reading) which(i int) *clause {
	sent := r.sentence(i)
	for k := i + 1; k < sent.End; k++ {
		if lex().meetings.Nouns[r.lemma(k)] && r.upos(k) == "NOUN" && r.lemma(k) != "trip" {
			return nil
		}
		if f := r.lower(k); f != "which" && f != "that" {
			continue
		}
		for j := k + 1; j < min(k+6, sent.End); j++ {
			c := r.clause(j)
			if c == nil || r.upos(j) != "VERB" {
				continue
			}
			switch c.verb {
			case "take", "happen", "occur", "last":
				if c.verb == "take" && !(j+1 < sent.End && r.lower(j+1) == "place") {
					return nil
				}
				return c
			case "hold", "schedule", "plan", "set", "cancel", "postpone":
				return c
			}
			return nil
		}
	}
	return nil
}

// other adds who met somebody where the encounter's own words name only the
// other: "Holt began work after a meeting with Marrow".
func (r *reading) other(e *encounter, top int) {
	with, between := false, false
	for k := e.head + 1; k < min(e.head+3, len(r.kids)); k++ {
		with = with || r.lower(k) == "with"
		between = between || r.lower(k) == "between"
	}
	if !with || between || base(r.rel(top)) == "nsubj" || base(r.rel(top)) == "obj" || r.child(e.head, "nmod:poss") >= 0 {
		return
	}
	named := 0
	for _, a := range e.who {
		if a.token > e.head {
			named++
		}
	}
	if named == 0 || named != len(e.who) {
		return
	}
	if c := r.governor(r.head(top)); c != nil && !r.cue[c.head] && !c.passive && r.sent[c.head] == r.sent[top] {
		if who := r.subjects(c); len(who) > 0 && who[0].Kind != rapporteur.Group {
			e.who = append(who, e.who...)
		}
	}
}

// governed judges the state of the encounter at noun top from what governs it,
// and takes from there who, where and when.
func (r *reading) governed(e *encounter, top int, det string, upcoming, possible bool, state *rapporteur.MeetingState, m *rapporteur.Modality) {
	l := &lex().meetings
	at := top
	for base(r.rel(at)) == "conj" && r.clause(at) == nil {
		at = r.head(at)
	}
	h := r.head(at)
	rel := base(r.rel(at))
	c := r.clause(h)
	if cc := r.clause(at); cc != nil && cc.copula {
		return // "it was a good meeting"
	}
	set := func(s rapporteur.MeetingState, mod rapporteur.Modality) {
		if *state == "" || s == rapporteur.MeetingCancelled || s == rapporteur.MeetingPostponed || s == rapporteur.MeetingNotPlanned || s == rapporteur.MeetingDenied {
			*state, *m = s, mod
		}
	}
	take := func(c *clause) { // place, time and length told beside
		if e.place == "" {
			e.place = r.placeAt(c.head)
		}
		if e.when.IsZero() {
			if t := r.timeBelow(c.head); t != nil {
				e.when = t.Interval
			}
		}
		r.fill(e, c.head)
		r.outcomes(e, c)
		// "began at seven and lasted five hours"
		for _, k := range r.conjuncts(c.head) {
			if k != c.head {
				r.fill(e, k)
				if e.place == "" {
					e.place = r.placeAt(k)
				}
			}
		}
	}
	switch {
	case c != nil && (rel == "obj" || rel == "nsubj" && c.passive && r.rel(at) == "nsubj:pass" || rel == "nsubj" && c.passive):
		mod := r.modality(c.head)
		take(c)
		active := rel == "obj"
		switch {
		case c.is(l.Cancel):
			if c.neg || mod != rapporteur.Asserted && mod != rapporteur.Hedged {
				return
			}
			set(rapporteur.MeetingCancelled, mod)
			if active {
				e.who = append(r.people(c.subj...), e.who...)
			}
		case c.is(l.Postpone):
			if c.neg || mod != rapporteur.Asserted && mod != rapporteur.Hedged {
				return
			}
			set(rapporteur.MeetingPostponed, mod)
			if active {
				e.who = append(r.people(c.subj...), e.who...)
			}
		case c.is(l.Deny):
			if !c.neg {
				set(rapporteur.MeetingDenied, rapporteur.Denied)
			}
		case l.Plan[c.verb]:
			switch {
			case c.neg || det == "no":
				set(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
			case c.modal == "may" || c.modal == "might" || c.modal == "could" || c.modal == "should" || c.verb == "invite":
				set(rapporteur.MeetingPlanned, rapporteur.Hedged)
			default:
				if mod == rapporteur.Hedged {
					set(rapporteur.MeetingPlanned, rapporteur.Hedged)
				} else {
					set(rapporteur.MeetingPlanned, rapporteur.Planned)
				}
			}
			if active && c.verb != "announce" && c.verb != "expect" && c.verb != "organise" && c.verb != "organize" && c.verb != "await" {
				e.who = append(r.subjects(c), e.who...)
			}
		case l.Begin[c.verb] || l.GoOn[c.verb]:
			s, sm := r.verbState(c, e.when)
			if s == rapporteur.MeetingHeld && l.GoOn[c.verb] {
				s = rapporteur.MeetingHeld
			}
			set(s, sm)
			if active {
				e.who = append(r.subjects(c), e.who...)
			}
		case l.Hold[c.verb] || c.verb == "describe" && false:
			s, sm := r.verbState(c, e.when)
			if s == "" && (c.mark == "to" || c.modal != "") {
				return
			}
			if s == rapporteur.MeetingHeld && upcoming {
				s, sm = rapporteur.MeetingPlanned, rapporteur.Planned
			}
			set(s, sm)
			if active && c.verb != "leave" && c.verb != "mediate" && c.verb != "broker" {
				who := r.subjects(c)
				e.who = append(who, e.who...)
			}
			e.who = append(e.who, r.people(c.with("with", "alongside", "between", "together with")...)...)
		case l.Want[c.verb]:
			e.state = ""
			*state = ""
			return
		case c.passive && rel == "nsubj":
			if s, sm := r.verbState(c, e.when); s == rapporteur.MeetingHeld && e.definite {
				set(s, sm)
			}
		default:
			if upcoming {
				set(rapporteur.MeetingPlanned, rapporteur.Planned)
			} else if c.past && c.modal == "" && !c.neg && (e.definite || len(e.who) > 0) {
				set(rapporteur.MeetingHeld, mod)
				e.when = r.onlyOwn(e, top)
			}
		}
		if c.passive && (c.verb == "attend" || c.verb == "chair" || c.verb == "lead" || c.verb == "host" || c.verb == "mediate" || c.verb == "head") {
			if k := c.head + 1; k < len(r.kids) && r.lower(k) == "by" {
				e.who = append(e.who, r.along(k+1)...)
			} else {
				e.who = append(e.who, r.people(c.agent...)...)
			}
		}
	case c != nil && rel == "nsubj":
		take(c)
		mod := r.modality(c.head)
		word := r.lower(c.head)
		switch {
		case c.copula && (l.Plan[r.lemma(c.head)] || word == "scheduled" || word == "planned" || word == "due" || word == "likely" || word == "expected"):
			if c.neg || det == "no" {
				set(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
			} else if word == "likely" {
				set(rapporteur.MeetingPlanned, rapporteur.Hedged)
			} else {
				set(rapporteur.MeetingPlanned, rapporteur.Planned)
			}
		case c.copula && (word == "underway" || word == "ongoing" || word == "way" || word == "under"):
			set(rapporteur.MeetingUnderWay, mod)
		case c.copula && (word == "off" || word == "cancelled" || word == "canceled"):
			set(rapporteur.MeetingCancelled, mod)
		case c.copula && (word == "possible" || word == "necessary" || word == "needed"):
			return
		case c.is(l.Cancel):
			set(rapporteur.MeetingCancelled, mod)
		case l.GoOn[c.verb] && !c.neg && c.modal == "":
			if c.past && r.doc.Tokens[c.head].XPOS == "VBD" {
				set(rapporteur.MeetingHeld, mod)
			} else if s, sm := r.verbState(c, e.when); s == rapporteur.MeetingPlanned {
				set(s, sm)
			} else {
				set(rapporteur.MeetingUnderWay, mod)
			}
		case l.Happen[c.verb] || l.Begin[c.verb] || c.copula || c.verb == "include":
			s, sm := r.verbState(c, e.when)
			if s == "" && c.copula && !c.neg && c.modal == "" && mod == rapporteur.Asserted {
				if c.past {
					s, sm = rapporteur.MeetingHeld, mod
				} else {
					return
				}
			}
			if upcoming && s != rapporteur.MeetingCancelled {
				s, sm = rapporteur.MeetingPlanned, rapporteur.Planned
			}
			if c.neg && c.modal == "" && s == "" {
				return
			}
			set(s, sm)
			if c.verb == "include" || c.verb == "involve" {
				e.who = append(e.who, r.people(c.obj...)...)
				e.who = append(e.who, r.people(c.with("alongside", "including")...)...)
			}
		default:
			if upcoming {
				set(rapporteur.MeetingPlanned, rapporteur.Planned)
			} else if c.past && c.modal == "" && !c.neg && mod == rapporteur.Asserted {
				set(rapporteur.MeetingHeld, mod)
			} else if c.perfect && !c.neg && c.modal == "" && mod == rapporteur.Asserted {
				set(rapporteur.MeetingHeld, mod)
			}
		}
	case rel == "obl" && c != nil:
		p := r.caseOf(top)
		if p == "" {
			p = r.caseOf(at)
		}
		mod := r.modality(c.head)
		_ = mod
		switch {
		case upcoming:
			set(rapporteur.MeetingPlanned, rapporteur.Planned)
		case possible:
			return
		case p == "for" && (l.Plan[c.verb] || c.verb == "travel" || c.verb == "fly" || c.verb == "arrive" || c.verb == "gather" || c.verb == "come" || c.verb == "return" || c.verb == "head"):
			s, sm := r.verbState(c, e.when)
			if s == rapporteur.MeetingHeld {
				s, sm = rapporteur.MeetingPlanned, rapporteur.Planned
			}
			take(c)
			for _, h := range c.with("in", "to") {
				if e.place == "" && r.typeAt(h) == lang.LOC {
					e.place = r.placeName(h)
				}
			}
			e.who = append(r.people(c.subj...), e.who...)
			set(s, sm)
		case p == "for" || p == "about" || p == "without" || p == "on" || p == "to" || p == "into" || p == "of" || p == "against":
			if c.is(l.Cancel) || c.is(l.Postpone) {
				return
			}
			if e.when.IsZero() || p == "without" {
				return
			}
			if r.report.Published.IsZero() || !e.when.To.After(r.report.Published) {
				set(rapporteur.MeetingHeld, rapporteur.Asserted)
			} else {
				set(rapporteur.MeetingPlanned, rapporteur.Planned)
			}
		case p == "before" || p == "ahead of" || p == "ahead" || p == "prior to":
			switch {
			case !e.when.IsZero() && !r.report.Published.IsZero() && e.when.To.Before(r.report.Published):
				set(rapporteur.MeetingHeld, rapporteur.Asserted)
			case p == "before" && (c.past || c.perfect) && det == "the" && e.place != "" && e.when.IsZero():
				set(rapporteur.MeetingHeld, rapporteur.Asserted)
			case e.when.IsZero() && len(e.who) < 2:
				return
			default:
				set(rapporteur.MeetingPlanned, rapporteur.Planned)
			}
		case l.After[p]:
			if c.modal == "" && r.conditional(c) || mod == rapporteur.Conditional || mod == rapporteur.Planned && (p == "after" || p == "following") && det != "the" {
				return
			}
			with := p == "during" || p == "at" || p == "in"
			if with && (c.modal == "will" || c.modal == "would" || c.mark == "to") {
				if s, sm := r.verbState(c, e.when); s != "" {
					take(c)
					set(s, sm)
				}
				return
			}
			if with && c.neg {
				return
			}
			set(rapporteur.MeetingHeld, rapporteur.Asserted)
			if with {
				own := len(e.who)
				if e.when.IsZero() {
					if t := r.timeBelow(c.head); t != nil {
						e.when = t.Interval
					}
				}
				if e.place == "" && p != "in" {
					e.place = r.placeAt(c.head)
				}
				if own == 0 && c.verb != "say" && !r.cue[c.head] {
					e.who = append(e.who, r.people(c.subj...)...)
				}
				if c.is(l.Verbs) || c.verb == "participate" || c.verb == "take" || c.verb == "meet" {
					e.who = append(e.who, r.people(c.subj...)...)
				}
				r.fill(e, c.head)
			}
		}
	case rel == "nmod" || rel == "appos" || rel == "root" || rel == "parataxis" || rel == "ccomp" || rel == "advcl" || rel == "dep" || rel == "list":
		p := r.caseOf(top)
		word := ""
		if h >= 0 {
			word = r.lemma(h)
		}
		switch {
		case upcoming:
			set(rapporteur.MeetingPlanned, rapporteur.Planned)
		case possible && e.when.IsZero():
			return
		case word == "date" || word == "venue" || word == "plan" || word == "preparation" || word == "agenda" || word == "possibility" || word == "prospect" || word == "invitation" || word == "proposal" || word == "request" || word == "idea" || word == "time" || word == "call" || word == "need":
			if g := r.governor(h); g != nil && word == "plan" && (g.neg || r.child(h, "det") >= 0 && r.lower(r.child(h, "det")) == "no") {
				set(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
				return
			}
			if word == "date" && det == "the" && len(e.who) > 1 || word == "plan" && len(e.who) > 0 || word == "preparation" && len(e.who) > 1 {
				set(rapporteur.MeetingPlanned, rapporteur.Planned)
			}
			return
		case word == "report" || word == "rumour" || word == "rumor" || word == "claim" || word == "allegation":
			// the tree may have put "are false" elsewhere in the sentence
			untrue := false
			for k := top + 1; k < r.sentence(top).End && k < top+16; k++ {
				untrue = untrue || l.False[r.lower(k)] && r.child(k, "cop") >= 0
			}
			if g := r.governor(h); untrue || g != nil && (l.False[r.lower(g.head)] && !g.neg || g.is(l.Deny) && !g.neg) {
				set(rapporteur.MeetingDenied, rapporteur.Denied)
			}
			return
		case l.After[p]:
			if g := r.governor(h); g != nil && (r.modality(g.head) == rapporteur.Conditional || r.modality(g.head) == rapporteur.Denied) {
				return
			}
			set(rapporteur.MeetingHeld, rapporteur.Asserted)
		case (p == "of" || p == "from") && e.definite && (e.place != "" || !e.when.IsZero()):
			set(rapporteur.MeetingHeld, rapporteur.Asserted)
		case !e.when.IsZero() && p != "for" && p != "on" && p != "before" && rel != "root":
			set(rapporteur.MeetingHeld, rapporteur.Asserted)
		}
	case rel == "advmod":
	}
}

// onlyOwn keeps the day that stands with the noun itself.
func (r *reading) onlyOwn(e *encounter, top int) rapporteur.Interval {
	if t := r.timeBelow(top); t != nil {
		return t.Interval
	}
	if t := r.timeIn(r.nounPhrase(e.head)); t != nil {
		return t.Interval
	}
	return rapporteur.Interval{}
}

// timeIn returns the day that stands inside a range.
func (r *reading) timeIn(s lang.Range) *timex.Time {
	for t := range r.times {
		if x := &r.times[t]; s.Covers(x.Range) && !x.Interval.IsZero() {
			return x
		}
	}
	return nil
}

// outcomes reads what an encounter ended with: "without result", "agreed to meet again".
func (r *reading) outcomes(e *encounter, c *clause) {
	for _, h := range c.with("without") {
		if w := r.plain(r.own(h)); w != "" && len(strings.Fields(w)) <= 8 {
			e.outcome = append(e.outcome, "without "+strings.TrimPrefix(w, "without "))
		}
	}
}

// meetingName is what the encounter is called, when it is called by more than its noun.
func (r *reading) meetingName(i, top int) string {
	var words []string
	for _, t := range []int{top, i} {
		for _, k := range r.kids[t] {
			if base(r.rel(k)) == "amod" && r.doc.Tokens[k].XPOS == "JJ" && ordinals[r.lower(k)] {
				words = append(words, r.lower(k))
			}
		}
		if t == top && t != i {
			words = append(words, r.lower(t), "of")
		}
		if top == i {
			break
		}
	}
	if len(words) == 0 {
		return ""
	}
	return strings.Join(append(words, r.lower(i)), " ")
}

var ordinals = words{
	"first": true, "second": true, "third": true, "fourth": true, "fifth": true, "sixth": true, "seventh": true, "eighth": true, "ninth": true, "tenth": true,
	"eleventh": true, "twelfth": true, "13th": true, "12th": true, "11th": true,
}
