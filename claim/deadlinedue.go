package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// tie is a day with the word before it that makes it a limit.
type tie struct {
	day  *timex.Time
	word string // "by", "before", "until", "in"
	at   int    // its token, or the first of its tokens
}

// due reads along the line what the rules of the tree leave: a day that a word before it makes a
// limit, where what stands before that word is to be done, and neither was done nor may be.
func (r *reading) due(x *timex.Time) {
	t, ok := r.tied(x)
	if x.Interval.IsZero() {
		return
	}
	if !ok {
		r.wantedOn(x)
		return
	}
	if r.failing(t) {
		return
	}
	switch t.word {
	case "by", "before":
		r.dueBefore(t, r.deedBefore(t))
	case "until", "through":
		r.standsUntil(t)
	case "in":
		r.aimedIn(t)
	}
}

// failing reads "failing agreement by 1 June, the matter goes to arbitration", "unless a levy is
// agreed before Monday, …": what comes about if nothing is done by a day.
func (r *reading) failing(t tie) bool {
	s, pub := r.sentence(t.at), r.report.Published
	day := r.comingYear(r.upcoming(t.day))
	if t.word != "by" && t.word != "before" || pub.IsZero() || day.Interval.To.Before(pub) || day.Interval.Days() > 31 || r.timeOfEvent(t) && t.word == "before" {
		return false
	}
	for k := t.at - 1; k >= s.Start && k > t.at-14; k-- {
		switch f := r.lower(k); f {
		case "failing", "absent", "without", "barring", "lacking", "unless":
			if f != "unless" && !r.ofAccord(k) && !lex().deadlines.Dues[r.lemma(k+1)] {
				return false
			}
			d := &rapporteur.DeadlineClaim{State: "set", What: r.toBeDone(lang.Range{Start: k + 1, End: t.at})}
			r.add(t.day.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: r.lastDay(day), Modality: rapporteur.Asserted})
			return true
		case ",", ";", ":", "said", "if":
			return false
		}
	}
	return false
}

// tied finds the word that makes a time a limit: it stands before the time itself ("by noon on
// Friday"), or before an event that the time is that of ("before the summit of 3 June").
func (r *reading) tied(x *timex.Time) (tie, bool) {
	s := r.sentence(x.Start)
	for k := x.Start; k < x.End; k++ {
		if w, at := r.tieWord(k, s.Start); w != "" {
			return tie{x, w, at}, true
		}
	}
	if k := x.End; k+2 < s.End && r.lower(k) == "at" && r.lower(k+1) == "the" && r.lower(k+2) == "latest" {
		return tie{x, "by", x.Start}, true
	}
	k := x.Start - 1
	for ; k >= s.Start && k > x.Start-8; k-- {
		if w, at := r.tieWord(k, s.Start); w != "" {
			return tie{x, w, at}, true
		}
		if r.upos(k) != "DET" && r.timeAt[k] < 0 && r.upos(k) != "NUM" && !r.ofTime(k) {
			break
		}
	}
	if k := x.Start - 1; k > s.Start+2 && r.lower(k) == "of" && r.lower(k-1) == "course" {
		return tie{x, "in", k - 3}, true
	}
	if t, ok := r.tiedByEvent(x, s); ok {
		return t, true
	}
	if f := r.lower(max(x.Start-1, s.Start)); f == "in" || f == "during" || f == "this" || r.lower(x.Start) == "this" || r.lower(x.Start) == "in" {
		at := x.Start
		if f == "in" || f == "during" {
			at--
		}
		return tie{x, "in", at}, at > s.Start
	}
	return tie{}, false
}

// ofTimes are words that stand between a day and the word that makes it a limit.
var ofTimes = words{
	"of": true, "on": true, "in": true, "at": true, "around": true, "about": true, "roughly": true, "end": true, "start": true, "beginning": true,
	"middle": true, "close": true, "midnight": true, "noon": true, "midday": true, "early": true, "late": true, "mid": true, "morning": true, "evening": true,
	"afternoon": true, "night": true, "o'clock": true, "hours": true, "or": true, "time": true, "local": true, "dawn": true, "dusk": true, "sunset": true,
	"sunrise": true, "week": true, "weekend": true, "month": true, "coming": true, "next": true, "following": true, "a.m.": true, "p.m.": true,
	"business": true, "stroke": true, "half": true, "first": true, "second": true, "third": true, "fourth": true, "fifth": true, "last": true, "week's": true, "least": true, "latest": true,
}

// ofTime reports whether token k is such a word: "end" is in "the end of May", and not in "to end on Friday".
func (r *reading) ofTime(k int) bool {
	f := r.lower(k)
	switch f {
	case "end", "start", "beginning", "middle", "close":
		return r.upos(k) != "VERB" && k+1 < len(r.kids) && (r.lower(k+1) == "of" || r.upos(k+1) == "PUNCT")
	}
	return ofTimes[f]
}

// tieWord returns the word that ends at token k and makes what follows a limit, with its first token.
func (r *reading) tieWord(k, from int) (word string, at int) {
	is := func(j int, f string) bool { return j >= from && r.lower(j) == f }
	switch f := r.lower(k); f {
	case "by", "before", "until", "till", "through":
		if f == "till" {
			f = "until"
		}
		if is(k-1, "up") { // "up until"
			k--
		}
		return f, k
	case "of":
		if is(k-1, "ahead") {
			return "before", k - 1
		}
	case "than":
		switch no := is(k-2, "no") || is(k-2, "not"); {
		case no && is(k-1, "later"):
			return "by", k - 2
		case no && is(k-1, "longer"):
			return "until", k - 2
		}
	case "for":
		if is(k-1, "time") && is(k-2, "in") {
			return "by", k - 2
		}
	case "to":
		if is(k-1, "prior") {
			return "before", k - 1
		}
		if is(k-1, "up") { // "up to 15 July"
			return "until", k - 1
		}
		if k > from && (r.lemma(k-1) == "run" || r.lemma(k-1) == "extend" || r.lemma(k-1) == "prolong" || r.lemma(k-1) == "stretch") {
			return "until", k
		}
	}
	return "", -1
}

// tiedByEvent finds a limit that is told as an event with its day: "before the summit of 3 June",
// "by the feast, which falls on 1 June", "before parliament rises on 18 July".
func (r *reading) tiedByEvent(x *timex.Time, s lang.Range) (tie, bool) {
	l := &lex().deadlines
	verbs, event := 0, false
	for k := x.Start - 1; k >= s.Start && k > x.Start-15; k-- {
		w, at := r.tieWord(k, s.Start)
		if w == "" || w == "through" {
			switch f := r.lower(k); {
			case f == ";" || f == ":" || r.timeAt[k] >= 0 && !l.Events[r.lemma(k)]:
				return tie{}, false
			case r.upos(k) == "VERB" || r.upos(k) == "AUX":
				if r.upos(k) == "VERB" && !l.Befalls[r.lemma(k)] && r.lower(x.Start-1) != "on" && r.lower(x.Start-1) != "in" && r.lower(x.Start-1) != "from" {
					return tie{}, false
				}
				verbs++
			case l.Events[r.lemma(k)] || l.Events[r.lower(k)] || lex().meetings.Nouns[r.lemma(k)] || l.Ballots[r.lemma(k)] || l.Departures[r.lemma(k)] || r.feast(k):
				event = true
			}
			continue
		}
		if r.timeAt[k] >= 0 && !event || verbs > 1 || verbs == 0 && !event || verbs > 0 && w == "by" && !event || k < s.Start+1 {
			return tie{}, false
		}
		return tie{x, w, at}, true
	}
	return tie{}, false
}

// feast reports whether token i begins or ends the name of a feast.
func (r *reading) feast(i int) bool {
	return r.upos(i) == "PROPN" && lex().deadlines.Feasts[r.lower(i)]
}

// deedBefore returns the predicate that stands next before what makes a day a limit, or, where
// that opens the sentence, the first behind the day; -1 for none.
func (r *reading) deedBefore(t tie) int {
	s := r.sentence(t.at)
	if t.at <= s.Start+1 {
		for k := t.day.End; k < min(t.day.End+14, s.End); k++ {
			if r.upos(k) == "VERB" {
				return k
			}
		}
		return -1
	}
	for k := t.at - 1; k >= s.Start && k > t.at-26; k-- {
		switch f := r.lower(k); {
		case f == ";":
			return -1
		case r.upos(k) == "VERB", f == "due" || f == "ready" || f == "done":
			if r.cue[k] && !lex().deadlines.Impels[r.lemma(k)] {
				return -1
			}
			return k
		case r.upos(k) == "AUX" && (k+1 >= s.End || r.upos(k+1) != "VERB") && r.lower(k) == "be":
			return k
		}
	}
	return -1
}

// dueBefore makes a deadline of what is to be done by a day.
func (r *reading) dueBefore(t tie, k int) {
	if k < 0 {
		return
	}
	l, s := &lex().deadlines, r.sentence(k)
	op, ok := r.impelled(k, s.Start)
	if g := r.group(k, s.Start); !ok && !g.neg && (g.modal == "will" || g.modal == "would") {
		ok = r.lower(t.day.End) == "at" && r.lower(min(t.day.End+2, s.End-1)) == "latest"
	}
	pub := r.report.Published
	day := r.comingYear(r.upcoming(t.day))
	if !ok || pub.IsZero() || r.underIf(k, s) || r.distantFrom(t.day.Start) {
		return
	}
	when := r.lastDay(day)
	late := when.To.Before(pub) && !(op >= 0 && l.Impels[r.lemma(op)] && strings.Count(t.day.Value, "-") == 2 && r.monthIn(t.day.Range))
	if c := r.clause(k); c != nil && c.neg {
		return
	}
	if t.word == "before" && r.timeOfEvent(t) && (op < 0 || l.Foretells[r.lemma(op)] || r.lemma(op) == "threaten") {
		return // what comes before something is not always bound by it
	}
	if when.Days() > 31 && !(when.Days() < 130 && (r.middle(t.day.Range) || r.ofSeason(t.day.Range))) || late && !r.owed(op) || when.To.Before(pub.AddDays(-60)) || when.From.Sub(pub) > 3*366 {
		return
	}
	d := &rapporteur.DeadlineClaim{State: "set"}
	end := t.at
	if t.at <= s.Start+1 {
		end = r.listEnd(k)
	}
	d.What = r.toBeDone(lang.Range{Start: r.deedStart(op, k), End: end})
	r.impellers(op, k, d)
	r.add(t.day.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
}

// monthIn reports whether a time names its month: "15 May", not "Friday".
func (r *reading) monthIn(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		if r.upos(k) == "PROPN" && !weekdays[r.lower(k)] {
			return true
		}
	}
	return false
}

// middle reports whether a time is the middle of one: "the middle of 2032".
func (r *reading) middle(s lang.Range) bool {
	f := r.lower(s.Start)
	return strings.HasPrefix(f, "mid") || s.Start+1 < s.End && r.lower(s.Start+1) == "middle"
}

// ofSeason reports whether a time is a season of a year.
func (r *reading) ofSeason(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		switch r.lower(k) {
		case "spring", "summer", "autumn", "fall", "winter":
			return true
		}
	}
	return false
}

// deedStart returns where the words of what is to be done begin: behind the word that says so, or
// with the predicate.
func (r *reading) deedStart(op, k int) int {
	l := &lex().deadlines
	switch {
	case op == k && l.Impels[r.lemma(k)] && r.lower(k) != "due" && r.upos(k+1) != "PUNCT":
		if k++; r.lower(k) == "for" || r.lower(k) == "on" {
			k++
		}
		return k
	case op >= 0 && op < k && r.upos(op) == "VERB" && (l.Impels[r.lemma(op)] || l.Getting[r.lemma(op)]) && r.doc.Tokens[k].XPOS != "VB":
		return op + 1 // "wants | it finished"
	}
	return k
}

// timeOfEvent reports whether a limit is told as an event with its day.
func (r *reading) timeOfEvent(t tie) bool {
	for k := t.at + 1; k < t.day.Start; k++ {
		if r.timeAt[k] < 0 && !r.ofTime(k) && r.upos(k) != "DET" && r.upos(k) != "NUM" {
			return true
		}
	}
	return false
}

// owed reports whether the word that impels tells what was to be done: "were to", "had to",
// "should have", "had asked for".
func (r *reading) owed(op int) bool {
	switch r.lower(op) {
	case "was", "were", "had", "should", "due", "supposed", "scheduled", "obliged", "required":
		return true
	}
	return false
}

// underIf reports whether what the predicate at token k tells is a condition, or beside what the sentence tells.
func (r *reading) underIf(k int, s lang.Range) bool {
	switch r.conjunctionBefore(k, s) {
	case "if", "whether", "unless", "lest", "once", "after", "since", "because", "although", "while":
		return true
	}
	return false
}

// onCondition reports whether what the predicate at token k tells is a condition: not what came about "after …".
func (r *reading) onCondition(k int, s lang.Range) bool {
	switch r.conjunctionBefore(k, s) {
	case "if", "whether", "unless", "lest", "once":
		return true
	}
	return false
}

// conjunctionBefore returns the conjunction that a clause begins with which the predicate at token k stands in, "" for none.
func (r *reading) conjunctionBefore(k int, s lang.Range) string {
	for j := k - 1; j >= s.Start && j > k-14; j-- {
		switch f := r.lower(j); f {
		case "if", "whether", "unless", "lest", "once", "after", "since", "because", "although", "while":
			return f
		case ",", ";", ":":
			return ""
		}
	}
	return ""
}

// impelled reports whether the predicate at token k tells what is to be done, and at which token
// that is said: "must answer", "are to leave", "told them to sign", "wants it finished".
func (r *reading) impelled(k, from int) (op int, ok bool) {
	l := &lex().deadlines
	verb := r.lemma(k)
	g := r.group(k, from)
	switch {
	case g.neg || g.hedged:
		return -1, false
	case g.to >= 0:
		return r.impelledTo(g, k, from)
	case g.modal != "":
		if h := r.hopedFor(k); h >= 0 && (g.modal == "could" || g.modal == "can" || g.modal == "would" || g.modal == "will") {
			return h, l.Concludes[verb] || l.Begun[verb] || l.Announces[verb] || verb == "be" || r.impelledBy(g.modal, g, k)
		}
		return g.first, r.impelledBy(g.modal, g, k)
	case verb == "be":
		return -1, false
	case g.has("have"): // "has demanded an answer"
		return k, l.Impels[verb]
	case g.has("be"):
		switch r.lower(k) {
		case "due", "expected":
			return k, true
		}
		if g.being {
			op = r.impelsBefore(k, from, 14)
			return op, op >= 0
		}
		return k, l.Impels[verb] && !l.Foretells[verb] || l.Strives[verb] && r.doc.Tokens[k].XPOS == "VBG"
	}
	switch r.doc.Tokens[k].XPOS {
	case "VBG":
		if l.Impels[verb] {
			return k, true
		}
		if f := r.lower(max(k-1, from)); f == "behind" || f == "towards" || f == "toward" {
			return k, true
		}
		op = r.impelsBefore(k, from, 10)
		return op, op >= 0
	case "VBN", "VBD", "JJ":
		if l.Impels[verb] && r.doc.Tokens[k].XPOS != "JJ" {
			return k, !l.Foretells[verb] || r.doc.Tokens[k].XPOS == "VBD" && verb == "expect"
		}
		op = r.impelsBefore(k, from, 9)
		return op, op >= 0
	case "VB":
		j := k - 1
		return k, j < from || r.upos(j) == "PUNCT" && r.lower(j) != ","
	}
	return k, l.Impels[verb] && (!l.Foretells[verb] || verb == "expect")
}

// hopedFor returns the word that says that what the predicate at token k tells is hoped for or trusted in,
// -1 for none: "hoped that the pact could be signed", "voiced confidence that it would be ratified".
func (r *reading) hopedFor(k int) int {
	for up, steps := r.head(k), 0; up >= 0 && steps < 2; up, steps = r.head(up), steps+1 {
		switch r.lemma(up) {
		case "hope", "aim", "want", "wish", "confidence", "confident", "trust", "expectation", "optimism", "optimistic", "hopeful", "ambition", "goal":
			if g := r.governor(up); g == nil || !g.neg {
				return up
			}
		}
	}
	return -1
}

// impelledBy reports whether an auxiliary of the predicate at token k tells what is to be done.
func (r *reading) impelledBy(modal string, g verbGroup, k int) bool {
	l := &lex().deadlines
	switch modal {
	case "must", "shall", "should", "ought", "need":
		return true
	case "will", "would":
		if g.has("have") || l.Turns[r.lemma(k)] || r.travels(k) || lex().meetings.Verbs[r.lemma(k)] {
			return false
		}
		return l.Impels[r.lemma(k)] || l.Concludes[r.lemma(k)] || l.Announces[r.lemma(k)] || l.Begun[r.lemma(k)] || r.upos(k) == "VERB" && (g.has("be") || r.child(k, "obj") >= 0)
	case "can", "may":
		return l.Rights[r.lemma(k)]
	}
	return false
}

// impelledTo reports whether an infinitive tells what is to be done: nearly all do with a day to
// do it by, save those of what is foretold, can be done or was.
func (r *reading) impelledTo(g verbGroup, k, from int) (op int, ok bool) {
	l := &lex().deadlines
	j := g.to - 1
	for j >= from && r.upos(j) == "ADV" {
		j--
	}
	if j < from {
		return -1, false
	}
	verb, before := r.lemma(k), r.lower(j)
	turns := l.Turns[verb] && !r.ofAccord(k)
	if turns || l.Idle[r.lemma(j)] || l.Idle[before] || l.Foretells[r.lemma(j)] && !l.Concludes[verb] && !l.Announces[verb] && !l.Begun[verb] && verb != "be" {
		return -1, false
	}
	if r.travels(k) {
		return -1, false
	}
	switch r.lemma(j) {
	case "be", "have":
		h := r.group(j, from)
		return j, !h.neg && !(h.modal == "may" || h.modal == "might" || h.modal == "could") && !(lex().meetings.Verbs[verb] && r.lemma(j) == "have")
	}
	op = j
	if wish := r.lemma(j) == "like" && r.group(j, from).modal == "would"; !wish && !l.Impels[r.lemma(j)] && !l.Aims[r.lemma(j)] && !l.Vows[r.lemma(j)] {
		if op = r.impelsBefore(j, from, 10); op < 0 {
			return -1, r.upos(j) == "NOUN" || r.upos(j) == "PROPN" || r.upos(j) == "PUNCT"
		}
	}
	if r.lemma(op) == "expect" && r.doc.Tokens[op].XPOS != "VBN" || lex().meetings.Verbs[verb] || verb == "visit" {
		return -1, false
	}
	h := r.group(op, from)
	return op, !h.neg && !h.hedged && h.modal != "may" && h.modal != "might" && h.modal != "could"
}

// travels reports whether the verb at token k tells of a journey: "return home", not "return the papers".
func (r *reading) travels(k int) bool {
	return lex().meetings.Journey[r.lemma(k)] && r.child(k, "obj") < 0
}

// ofAccord reports whether what the verb at token k does is done to an accord: "reach a deal".
func (r *reading) ofAccord(k int) bool {
	for j := k + 1; j < min(k+6, r.sentence(k).End); j++ {
		if lex().deadlines.Accords[r.lemma(j)] || r.isTextNoun(j) {
			return true
		}
	}
	return false
}

// impelsBefore returns the token within reach before token k that says that something is to be
// done, -1 for none: "wants | it finished", "calls for | it to be signed".
func (r *reading) impelsBefore(k, from, reach int) int {
	l := &lex().deadlines
	for j := k - 1; j >= from && j >= k-reach; j-- {
		f, lemma := r.lower(j), r.lemma(j)
		switch {
		case f == ";" || f == "not" || f == "n't" || f == "n’t" || f == "never" || l.Idle[lemma]:
			return -1
		case (r.upos(j) == "VERB" || f == "like" || f == "due") && (l.Impels[lemma] || l.Strives[lemma] || l.Hopes[lemma] || l.Getting[lemma]):
			return j
		case r.upos(j) == "NOUN" && (l.Aims[lemma] || l.Vows[lemma] || l.Calls[lemma]):
			if g := r.governor(j); g != nil && (g.neg || l.Drops[g.verb]) {
				return -1 // an aim that was given up
			}
			return j
		case r.upos(j) == "VERB" && isFinite(r.doc.Tokens[j].XPOS) && r.cue[j]:
			return -1
		}
	}
	return -1
}

// impellers notes who wants what the predicate at token k tells, and who is to do it.
func (r *reading) impellers(op, k int, d *rapporteur.DeadlineClaim) {
	l := &lex().deadlines
	c := r.clause(k)
	switch {
	case op < 0:
	case r.upos(op) == "NOUN":
		if who := r.actorsOrMeant(r.children(op, "nmod:poss", "compound")); len(who) > 0 {
			d.SetBy = who[0].Mention
		} else if g := r.governor(op); g != nil && slices.Contains(g.obj, op) {
			if who := r.actorsOrMeant(g.subj); len(who) > 0 {
				d.SetBy = who[0].Mention
			}
		}
		return
	case l.Impels[r.lemma(op)] || l.Hopes[r.lemma(op)] || l.Strives[r.lemma(op)]:
		g := r.clause(op)
		if g == nil {
			return
		}
		who := g.subj
		if g.passive {
			who = g.agent
			d.For = mentions(r.actorsAt(g.subj...))
		} else {
			d.For = mentions(r.actorsAt(append(slices.Clone(g.iobj), g.obj...)...))
		}
		if a := r.actorsOrMeant(who); len(a) > 0 && a[0].Kind != rapporteur.Outlet {
			d.SetBy = a[0].Mention
		}
		return
	}
	if c != nil {
		d.For = mentions(r.actorsAt(c.subj...))
	}
}

// verbGroup is the auxiliaries before a predicate.
type verbGroup struct {
	to, first   int // tokens, -1 for none
	modal       string
	lemmas      []string
	neg, hedged bool
	being       bool
}

func (g *verbGroup) has(lemma string) bool { return slices.Contains(g.lemmas, lemma) }

// group reads the auxiliaries of the predicate at token k along the line.
func (r *reading) group(k, from int) verbGroup {
	g := verbGroup{to: -1, first: -1}
	for j := k - 1; j >= from && j > k-8; j-- {
		f := r.lower(j)
		switch {
		case f == "not" || f == "n't" || f == "n’t" || f == "never" || f == "no":
			g.neg = true
		case f == "to" && (r.upos(j) == "PART" || j == k-1 && r.doc.Tokens[k].XPOS == "VB"):
			g.to = j
			return g
		case r.doc.Tokens[j].XPOS == "MD":
			g.modal, g.first = modalOf(f), j
			if j+1 < k && (r.lower(j+1) == "not" || r.lower(j+1) == "n't") {
				g.neg = true
			}
			return g
		case r.upos(j) == "AUX" || (f == "been" || f == "being"):
			g.lemmas = append(g.lemmas, r.lemma(j))
			g.being = g.being || f == "being"
			g.first = j
		case r.upos(j) == "ADV":
			g.hedged = g.hedged || f == "likely" || f == "probably" || f == "perhaps" || f == "possibly" || f == "hopefully"
		default:
			return g
		}
	}
	return g
}

// modalOf returns the full form of a modal.
func modalOf(f string) string {
	switch strings.TrimLeft(f, "'’") {
	case "ll", "wo":
		return "will"
	case "d":
		return "would"
	case "ca":
		return "can"
	}
	return f
}
