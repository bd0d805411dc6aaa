package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// Encounters that no frame has told, and that stand in the words of their sentence all the same: a word
// for people who negotiate, a day, a place, those who do. Trees are often wrong where a sentence tells much;
// the words that follow one another are not.

// appointments reads the sentences in which nothing was read of a meeting.
func (r *reading) appointments() {
	told := map[int]bool{}
	for _, f := range r.claims {
		if f.Meeting != nil {
			told[r.sent[f.head]] = true
		}
	}
	for n, s := range r.doc.Sentences {
		if told[n] || s.Heading || r.form(s.End-1) == "?" {
			continue
		}
		if at := r.appointmentWord(s.Range); at >= 0 {
			if e := r.appointed(at, s.Range); e != nil {
				r.keepAppointed(e)
			}
		}
	}
}

// appointmentWord returns the token of a sentence that tells of people who negotiate: a noun of encounter,
// else the last word of a turn of phrase; -1 for none.
func (r *reading) appointmentWord(s lang.Range) int {
	l := &lex().meetings
	for i := s.Start; i < s.End; i++ {
		if l.Sessions[r.lemma(i)] && (r.upos(i) == "NOUN" || r.upos(i) == "PROPN") && !r.speaks(i) && !(i > s.Start && r.typeAt(i-1) == lang.PER) && !r.partOfName(i) && !r.otherOccasion(i) && !r.likeAVerb(i) && !r.roundOfWhat(i) {
			switch p := r.caseOf(i); {
			case r.rel(i) == "compound", p == "about", p == "on", p == "over", p == "amid", p == "of", p == "despite", p == "during", p == "in" && r.bargaining(i), p == "for" && r.designed(i):
			default:
				return i
			}
		}
	}
	for i := s.Start; i < s.End; i++ {
		if c := r.clause(i); c != nil && r.upos(i) == "VERB" && (c.is(l.Verbs) || bargainsOn[c.verb]) && !c.passive && !slices.ContainsFunc(c.obj, func(o int) bool { return r.lemma(o) != "time" }) && (len(c.subj) == 0 || r.mayMeet(c.subj)) {
			return i
		}
		if end := r.turnAt(i, s.End); end > i {
			return end - 1
		}
	}
	return r.callWord(s)
}

// callWord returns the token of a sentence that tells that something was said or settled in a call: "on a video
// call", "by telephone", "in a conversation of 20 minutes"; -1 for none.
func (r *reading) callWord(s lang.Range) int {
	for i := s.Start + 1; i < s.End; i++ {
		if u := r.upos(i); u != "NOUN" && u != "PROPN" {
			continue
		}
		switch l := r.lemma(i); l {
		case "call", "conversation", "phone", "telephone", "videoconference", "teleconference":
			k := i - 1
			for k > s.Start && r.upos(k) != "ADP" && r.upos(k) != "VERB" && k > i-6 {
				k--
			}
			switch r.lower(k) {
			case "in", "on", "during", "over":
				if i+1 < s.End && r.rel(i) == "compound" || l == "call" && k == i-1 {
					continue // "on call"
				}
				return i
			case "by", "via":
				if l == "phone" || l == "telephone" || l == "videoconference" || r.isEncounter(i) {
					return i
				}
			}
		}
	}
	return -1
}

// designed reports whether an encounter is only what something is made for: "forging ahead with plans for a new round".
func (r *reading) designed(i int) bool {
	k := r.child(i, "case")
	return k > 0 && lex().meetings.Prospects[r.lemma(k-1)]
}

// roundOfWhat reports whether a noun counts what is no encounter: "a round of tariffs".
func (r *reading) roundOfWhat(i int) bool {
	return slices.ContainsFunc(r.children(i, "nmod"), func(k int) bool {
		return r.caseOf(k) == "of" && r.typeAt(k) == "" && !r.isEncounter(k) && !lex().actors.Groups[r.lemma(k)] && len(r.people(k)) == 0
	})
}

// turnAt returns where a turn of phrase for being at negotiations ends that begins at token i, 0 for none.
func (r *reading) turnAt(i, end int) int {
	for _, p := range lex().meetings.turns[r.lower(i)] {
		if i+len(p) > end {
			continue
		}
		if slices.Equal(r.lowers[i:i+len(p)], p) {
			return i + len(p)
		}
	}
	return 0
}

// appointed gathers what the words of a sentence tell of the encounter at a token, nil where they
// do not tell whether it is or was to be.
func (r *reading) appointed(at int, s lang.Range) *encounter {
	e := &encounter{head: at, noun: at, talks: true, modality: rapporteur.Asserted}
	if r.imagined(at, s) || r.rumoured(at) {
		return nil
	}
	x := r.timeOfWords(at, s)
	if x == nil {
		return nil
	}
	e.when = x.Interval
	e.place = r.placeOfWords(at, s)
	r.whoOfWords(e, at, s)
	e.state, e.modality = r.stateOfWords(at, x, s)
	if p := r.caseOf(at); (p == "after" || p == "following") && e.state == rapporteur.MeetingPlanned && r.toCome(e.when) {
		e.state, e.modality = rapporteur.MeetingHeld, rapporteur.Asserted // "have agreed to try again after a summit on Friday"
		r.gone(e)
	}
	if e.state == "" {
		return nil
	}
	if call := r.callWord(s); call == at {
		e.format, e.place, e.talks, e.weak = "phone", "", false, true
		if r.upos(at-1) == "NOUN" && lex().meetings.Format[r.lemma(at-1)] != "" {
			e.format = lex().meetings.Format[r.lemma(at-1)]
		}
		r.fill(e, at)
		e.place = ""
		for t := range r.times {
			if y := &r.times[t]; e.minutes == 0 && y.Start >= s.Start && y.End <= s.End && y.Minutes > 0 && y.Minutes < 6*60 && !r.distant(y) {
				e.minutes = y.Minutes
			}
		}
	}
	if x.By && e.state == rapporteur.MeetingPlanned && r.toCome(e.when) {
		e.when.From = r.report.Published
	}
	return e
}

// imagined reports whether a sentence imagines what it tells at a token: "if the sides met in Lund".
func (r *reading) imagined(at int, s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		switch r.lower(k) {
		case "if", "unless", "were", "whether", "should":
			if k < at && (r.lower(k) != "were" && r.lower(k) != "should" || k == s.Start) {
				return true
			}
		case "press", "news", "reporters", "speech", "seminar", "lecture", "interview", "briefing", "column", "film", "novel", "anniversary":
			return true
		}
	}
	if g := r.governor(at); g != nil && (r.modality(g.head) == rapporteur.Conditional || r.modality(g.head) == rapporteur.Denied) {
		return true
	}
	return false
}

// timeOfWords returns the days that a sentence tells nearest to a token, but not those of the telling,
// of something else, or since which something is so.
func (r *reading) timeOfWords(at int, s lang.Range) *timex.Time {
	var best *timex.Time
	far := 0
	for t := range r.times {
		x := &r.times[t]
		if x.Start < s.Start || x.End > s.End || x.Interval.IsZero() || x.Interval.Days() > 31 && !(x.Interval.Days() <= 366 && r.isPast(x.Interval)) || x.Type == timex.DurationType || x.Type == timex.SetType {
			continue
		}
		top, before := r.top(x.Range), r.lower(max(x.Start-1, s.Start))
		if h := r.head(top); r.rel(top) == "nmod:poss" && h != at && !(h >= 0 && r.isEncounter(h)) || r.sinceWhen(x) || before == "since" || before == "until" || x.End < s.End && possessive(r.lower(x.End)) && !r.isEncounter(min(x.End+1, s.End-1)) {
			continue
		}
		if h := r.head(top); h >= 0 && r.cue[h] && r.clause(h) != nil && h != at {
			continue // the day of the telling
		}
		if r.predicatesBetween(at, x.Start) > 0 {
			continue
		}
		if d := abs(x.Start - at); best == nil || d < far {
			best, far = x, d
		}
	}
	return best
}

// predicatesBetween counts the verbs with subjects of their own between two tokens, but for that of the first where
// it is the sentence's own.
func (r *reading) predicatesBetween(i, j int) int {
	n, own := 0, r.governor(i)
	if own != nil && base(r.rel(own.head)) != "root" && base(r.rel(own.head)) != "parataxis" {
		own = nil
	}
	for k := min(i, j) + 1; k < max(i, j); k++ {
		if c := r.clause(k); c != nil && r.upos(k) == "VERB" && r.child(k, "nsubj") >= 0 && c != own {
			n++
		}
	}
	return n
}

// placeOfWords returns the place that a sentence tells nearest to a token, which is not where something was said.
func (r *reading) placeOfWords(at int, s lang.Range) string {
	best, far := "", 0
	take := func(place string, d int) {
		if place != "" && (best == "" || d < far) {
			best, far = place, d
		}
	}
	for k := s.Start; k < s.End; k++ {
		n := r.nameAt(k)
		if n == nil || n.Start != k || n.Type != lang.LOC || n.End < s.End && possessive(r.lower(n.End)) {
			continue
		}
		name := tidyName(r.doc.Words(n.Range))
		switch p := r.lower(max(k-1, 0)); {
		case k > s.Start && (p == "in" || p == "at" || p == "near" || p == "outside" || p == "to" || p == "for"):
			if p == "for" && r.isState(name) || p == "to" && r.isState(name) && !r.goesTo(k) {
				continue
			}
			if c := r.governor(n.End - 1); c != nil && r.cue[c.head] && c.head != at && !r.hangsOn(at, c.head) {
				continue
			}
			take(name, abs(k-at))
		case n.End < s.End && n.End <= at && at-n.End <= 1 && !r.isState(name): // "the Lund talks"
			take(name, 0)
		case n.End < s.End && (r.lower(n.End) == "will" || r.lower(n.End) == "is") && r.hosts(n.End, at):
			take(name, 2)
		}
	}
	if best != "" {
		return best
	}
	for k := s.Start + 1; k < s.End; k++ {
		if p := r.lower(k - 1); (p == "at" || p == "in") && lex().meetings.Venues[r.lemma(r.pastNoun(k))] && !lex().meetings.Chambers[r.lemma(r.pastNoun(k))] {
			if n := r.nameAt(r.pastNoun(k)); n != nil {
				return tidyName(r.doc.Words(n.Range))
			}
			return r.venue(r.pastNoun(k))
		}
	}
	return ""
}

// pastNoun returns the last noun of the words for a thing that begin at token k.
func (r *reading) pastNoun(k int) int {
	for k+1 < len(r.kids) && (r.upos(k) == "DET" || r.upos(k) == "ADJ" || r.upos(k+1) == "NOUN" && (r.upos(k) == "NOUN" || r.upos(k) == "PROPN") || r.upos(k) == "PRON") {
		k++
	}
	return k
}

// goesTo reports whether a name behind "to" is where somebody goes.
func (r *reading) goesTo(k int) bool {
	c := r.governor(k)
	return c != nil && (lex().meetings.Journey[c.verb] || c.verb == "visit" || c.verb == "invite" || c.verb == "summon")
}

// hosts reports whether the words from token k to a noun of encounter tell who gives it room: "Lund is to be the
// venue for the next round".
func (r *reading) hosts(k, at int) bool {
	for ; k < at; k++ {
		switch r.lemma(k) {
		case "host", "venue", "setting", "stage", "scene":
			return true
		}
	}
	return false
}

// whoOfWords adds those who act in the sentence of an encounter: the subjects of the predicates around it,
// and whom its own words name.
func (r *reading) whoOfWords(e *encounter, at int, s lang.Range) {
	e.who = append(e.who, r.ownWho(at)...)
	c := r.governor(at)
	for steps := 0; c != nil && r.sent[c.head] == r.sent[at] && steps < 3; steps++ {
		if !r.cue[c.head] || steps == 0 && !lex().speech.Verbs[c.verb] {
			for _, a := range r.subjects(c) {
				if a.token != at && !r.isEncounter(a.token) {
					e.who = append(e.who, a)
				}
			}
			e.who = append(e.who, r.people(c.with("with", "between", "against", "opposite")...)...)
			if lex().meetings.Want[c.verb] || invites[c.verb] || given[c.verb] || c.verb == "bring" || c.verb == "get" {
				e.who = append(e.who, r.people(c.obj...)...)
			}
		}
		if len(e.who) > 1 || c.up < 0 {
			break
		}
		c = r.clause(c.up)
	}
	if len(e.who) < 2 {
		e.who = append(e.who, r.twoOfWords(at, s)...)
	}
	e.who = slices.DeleteFunc(distinct(e.who), func(a actor) bool {
		return a.Name == e.place || a.Kind == rapporteur.Group && lex().meetings.Nouns[r.lemma(a.token)]
	})
}

// twoOfWords returns the two people that a sentence names around the encounter at a token, where it names no others
// and none of them in a clause of its own: "was settled by telephone by Holt and Marrow in a call".
func (r *reading) twoOfWords(at int, s lang.Range) []actor {
	all := r.persons(s.Start, s.End)
	if len(all) != 2 {
		return nil
	}
	for _, a := range all {
		n := r.nameAt(a.token)
		if n == nil || n.End < s.End && possessive(r.lower(n.End)) || r.predicatesBetween(at, a.token) > 0 {
			return nil
		}
		switch r.caseOf(r.top(n.Range)) {
		case "about", "on", "over", "of", "against", "for", "despite", "like", "than", "from", "under":
			return nil
		}
		if g := r.governor(r.top(n.Range)); g != nil && r.cue[g.head] && slices.Contains(g.subj, r.top(n.Range)) {
			return nil
		}
	}
	return all
}

// stateOfWords judges by the words of a sentence how far the encounter at a token is: what is off, what is to come,
// what was. Of one that there is not to be, or that may be and is not to come, they tell nothing.
func (r *reading) stateOfWords(at int, x *timex.Time, s lang.Range) (rapporteur.MeetingState, rapporteur.Modality) {
	l := &lex().meetings
	state, modality := rapporteur.MeetingHeld, rapporteur.Asserted
	future := false
	for k := s.Start; k < s.End; k++ {
		f := r.lower(k)
		c := r.clause(k)
		switch {
		case c != nil && c.is(l.Cancel) && r.upos(k) == "VERB" && (slices.Contains(c.subj, at) || slices.Contains(c.obj, at)) && !c.neg && c.modal == "":
			return rapporteur.MeetingCancelled, rapporteur.Asserted
		case c != nil && c.is(l.Postpone) && !shifts[c.verb] && r.upos(k) == "VERB" && (slices.Contains(c.subj, at) || slices.Contains(c.obj, at)) && !c.neg && c.modal == "":
			state = rapporteur.MeetingPostponed
		case f == "will" || f == "shall" || f == "wo" || f == "'ll" || f == "’ll" || arranged[f] && r.upos(k) != "NOUN":
			future = true
		case r.upos(k) == "AUX" && (f == "may" || f == "might" || f == "could" || f == "would") || c != nil && l.Want[c.verb] && c == r.governor(at) || f == "hopeful" || f == "possibly" || f == "perhaps":
			future, modality = true, rapporteur.Hedged
		}
	}
	pub := r.report.Published
	if pub.IsZero() || r.noneThere(at) {
		return "", ""
	}
	switch {
	case state == rapporteur.MeetingPostponed:
		return state, rapporteur.Asserted
	case x.Interval.From.After(pub):
		return rapporteur.MeetingPlanned, orPlanned(modality)
	case !x.Interval.To.After(pub) && !future:
		return rapporteur.MeetingHeld, rapporteur.Asserted
	case future && !x.Interval.To.Before(pub):
		return rapporteur.MeetingPlanned, orPlanned(modality)
	}
	return "", ""
}

// noneThere reports whether the words around the encounter at a token say that there was, or will be, none.
func (r *reading) noneThere(at int) bool {
	if c := r.governor(at); c != nil && c.neg {
		return true
	}
	for k, steps := at, 0; k >= 0 && steps < 4; k, steps = r.head(k), steps+1 {
		if r.det(k, "no") || r.caseOf(k) == "without" {
			return true
		}
		if steps > 0 && r.clause(k) != nil {
			break
		}
	}
	return false
}

// keepAppointed makes a claim of an encounter where two of who, where and when are told, the day among them.
func (r *reading) keepAppointed(e *encounter) {
	r.takeIn(e)
	t := r.stock(e)
	if r.noParley(e, t) || e.when.IsZero() {
		return
	}
	days := e.when.Days()
	switch {
	case e.place != "" && days <= 31, e.place != "" && e.state == rapporteur.MeetingHeld && r.lemma(e.head) == "summit":
	case t.named+t.sides >= 2 && days <= 7 && len(e.people)+len(e.parties) >= 2:
	default:
		return
	}
	r.told[e.head] = true
	r.makeMeeting(e, t)
}
