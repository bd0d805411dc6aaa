package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// takesHold reads the day on which a measure is to begin, along the line: "the duties will take effect on
// 6 July", "tariffs are set to kick in in two weeks", "will ban all flights from 1 June", "announced a levy,
// starting Friday". It reports whether there was one.
func (r *reading) takesHold(x *timex.Time) bool {
	day, pub := x, r.report.Published
	if pub.IsZero() {
		return false
	}
	s := r.sentence(x.Start)
	at, told := r.onset(x, s)
	if at < 0 {
		return false
	}
	if x.Type == timex.DurationType {
		when := r.after(x, -1)
		if when.IsZero() {
			return false
		}
		day = &timex.Time{Range: x.Range, Type: timex.DateType, Interval: when}
	} else if day = r.comingDay(x); day == nil || r.toldLate(x, day) || day.Interval.IsZero() || day.Interval.Days() > 31 {
		return false
	}
	if at <= s.Start+1 { // "From 1 June, Estrel will ban …"
		for k := x.End; k < min(x.End+20, s.End) && (told || !r.cue[k]); k++ {
			if r.upos(k) == "VERB" && r.begins(k, at, s, told, day) {
				return true
			}
		}
		return false
	}
	if f := r.lower(at - 1); f == "later" || f == "earlier" || f == "place" || r.lower(x.Start) == "last" {
		return false
	}
	for k := at - 1; k >= s.Start && k > at-26; k-- {
		switch f := r.lower(k); {
		case f == ";" || f == "could" || f == "might" || f == "may" || f == "not" || f == "n't" || f == "never":
			return false
		case r.upos(k) != "VERB" && !(r.lemma(k) == "be" && inForce(f, r.lower(min(k+1, s.End-1)), r.lower(min(k+2, s.End-1)))):
		case r.begins(k, at, s, told, day):
			return true
		case !told && r.doc.Tokens[k].XPOS != "VBN" && r.doc.Tokens[k].XPOS != "VBG":
			return false
		case r.cue[k] && !lex().deadlines.Intends[r.lemma(k)] && r.lemma(k) != "announce":
			return told && r.beginsAs(at, s, day)
		}
	}
	return told && r.beginsAs(at, s, day)
}

// inForce reports whether three words tell of a state that a measure is in.
func inForce(_, next, third string) bool {
	return next == "effective" || next == "in" && (third == "force" || third == "effect" || third == "place")
}

// onset returns where the words begin that make a time the beginning of something, -1 for none, and whether
// they say so: "starting", "effective", "as of". A day may also stand alone or under "on".
func (r *reading) onset(x *timex.Time, s lang.Range) (at int, told bool) {
	k := x.Start - 1
	if f := r.lower(x.Start); x.Type == timex.DurationType && (f == "in" || f == "within") {
		return x.Start, false
	}
	for k > s.Start && (r.upos(k) == "DET" || r.lower(k) == "about" || r.lower(k) == "around" || r.lower(k) == "early" || r.lower(k) == "midnight" || r.lower(k) == "noon") {
		k--
	}
	before := r.lower(max(k-1, s.Start))
	switch f := r.lower(max(k, s.Start)); f {
	case "from", "starting", "beginning", "effective", "commencing", "come":
		if before == "," && k > s.Start {
			return k - 1, f != "come"
		}
		return k, f != "come"
	case "of":
		if before == "as" {
			return k - 1, true
		}
		for j := k - 1; j > max(s.Start, k-4); j-- { // "on the first minute of Friday"
			if l := r.lemma(j); l == "minute" || l == "hour" || l == "stroke" || l == "start" {
				return r.nounPhrase(j).Start - 1, false
			}
		}
	case "on", "at":
		if b := before; b == "starting" || b == "beginning" || b == "effective" || b == "commencing" {
			return k - 1, true
		}
		if x.Type != timex.DurationType {
			return k, false
		}
	case "in":
		if x.Type == timex.DurationType || r.monthIn(x.Range) {
			return k, false
		}
	default:
		if x.Type == timex.DurationType {
			if n := r.lower(min(x.End, s.End-1)); n == "hence" || n == "later" || n == "from" && r.lower(min(x.End+1, s.End-1)) == "now" || (n == "after" || n == "from") && !r.fromSigning(x).IsZero() {
				return x.Start, false
			}
			return -1, false
		}
		if u := r.upos(max(k, s.Start)); u != "ADP" && u != "SCONJ" && f != "than" {
			return x.Start, false
		}
	}
	return -1, false
}

// begins makes a deadline of a day on which what the verb at token k tells of a measure comes about.
func (r *reading) begins(k, at int, s lang.Range, told bool, day *timex.Time) bool {
	l := &lex().deadlines
	n := k + 1
	for n < s.End-2 && r.upos(n) == "ADV" && r.lower(n) != "in" && r.lower(n+1) != "," {
		n++ // "will go | also | into effect"
	}
	lemma, next, third := r.lemma(k), r.lower(min(n, s.End-1)), r.lower(min(n+1, s.End-1))
	g := r.group(k, s.Start)
	tag := r.doc.Tokens[k].XPOS
	if c := r.clause(k); g.neg || g.hedged || r.onCondition(k, s) || c != nil && r.expected(c) || g.modal == "could" || g.modal == "may" || g.modal == "might" || g.modal == "can" || g.modal == "should" || g.has("have") && g.modal == "" {
		return false
	}
	ahead := g.modal != "" || g.to >= 0 && r.isAhead(g.to, s.Start) || tag == "VBZ" || tag == "VBP" || r.lemma(k) == "be" || tag == "VBG" && g.has("be") || tag == "VB" && g.to < 0 && (r.child(k, "nsubj") >= 0 || r.coordinated(k, s))
	effect := lemma == "take" && (next == "effect" || next == "hold") || (lemma == "go" || lemma == "come" || lemma == "enter" || lemma == "put") && (next == "into" || next == "in") && (third == "effect" || third == "force" || third == "operation") ||
		lemma == "kick" && next == "in" || lemma == "become" && next == "effective" || lemma == "be" || l.TakesHold[lemma] || l.TakesHold[lemma+" "+next]
	levies := l.Imposing[lemma] || l.Changes[lemma] || l.Levies[lemma]
	passive := tag == "VBN" && (g.has("be") || g.to >= 0)
	h, of := -1, l.Measured
	if !levies && l.TakesHold[lemma] || l.TakesHold[lemma+" "+next] {
		of = nil // "the next round begins on Monday"
	}
	switch {
	case !ahead && !told || !ahead && (tag == "VBD" || tag == "VBN") && !levies:
		return false
	case levies && !passive && lemma != "begin" && lemma != "start":
		if h = r.levyIn(lang.Range{Start: k + 1, End: min(k+16, s.End)}, of); h < 0 && (l.Closes[lemma] && told || lemma == "retaliate") && ahead {
			h = k
		}
		if h < 0 && effect {
			h = r.levyOf(k, s, of)
		}
	case effect || levies:
		h = r.levyOf(k, s, of)
	case l.Closes[lemma] && (told || lemma == "retaliate") && ahead:
		h = k
	}
	if h < 0 {
		return false
	}
	return r.mark(day, "set", r.whatBegins(k, h, at, g), r.leviers(k, h, levies && !passive))
}

// whatBegins returns the words for what begins: the measure at token h and the verb at token k that tells of it.
func (r *reading) whatBegins(k, h, at int, g verbGroup) string {
	if h < k && r.sent[h] == r.sent[k] {
		from := k
		switch {
		case g.first >= 0:
			from = g.first
		case g.to >= 0:
			from = g.to
		}
		if r.lemma(k) == "become" {
			at = max(at, k+2) // "becomes | effective on"
		}
		what := r.event(k, from, &timex.Time{Range: lang.Range{Start: max(at, k+1), End: at + 1}})
		if !strings.Contains(strings.ToLower(what), r.lower(h)) {
			what = r.toBeDone(r.nounPhrase(h)) + " " + what
		}
		return what
	}
	words := lang.Range{Start: k, End: at}
	if at < k {
		words.End = r.listEnd(k)
	}
	return r.toBeDone(words)
}

// beginsAs makes a deadline of a day that a measure told before token at begins on without a verb for it: "a
// levy of 10 percent, effective 1 May".
func (r *reading) beginsAs(at int, s lang.Range, day *timex.Time) bool {
	k := at - 1
	for ; k >= s.Start && k > at-24 && (r.upos(k) != "NOUN" || !r.measure(k)); k-- {
		if f := r.lower(k); f == ";" || f == "could" || f == "might" || f == "may" || f == "not" {
			return false
		}
	}
	if k < s.Start || k <= at-24 {
		return false
	}
	c := r.governor(k)
	if c != nil && (c.neg || c.modal == "could" || c.modal == "might" || c.modal == "may" || r.underIf(c.head, s) || r.requestsOf(c)) {
		return false
	}
	np := r.nounPhrase(k)
	return r.mark(day, "set", r.toBeDone(lang.Range{Start: np.Start, End: max(np.End, k+1)}), r.leviers(k, k, false))
}

// requestsOf reports whether a clause tells what somebody asks others for.
func (r *reading) requestsOf(c *clause) bool {
	switch c.verb {
	case "want", "ask", "request", "urge", "suggest", "recommend", "favour", "favor", "seek":
		return true
	}
	return false
}

// isAhead reports whether an infinitive tells what is to come: "are set to", "plans to", "vowed to", not "failed to".
func (r *reading) isAhead(to, from int) bool {
	j := to - 1
	for j > from && r.upos(j) == "ADV" {
		j--
	}
	if j < from {
		return false
	}
	l := &lex().deadlines
	if g := r.group(j, from); r.lemma(j) == "start" || r.lemma(j) == "begin" { // "would start to take effect"
		return !g.neg && (g.modal == "will" || g.modal == "would" || g.to >= 0 && r.isAhead(g.to, from))
	}
	switch f := r.lower(j); f {
	case "due", "set", "scheduled", "slated", "supposed", "poised", "is", "are", "about", "ready", "meant", "expected", "planned":
		return true
	}
	return l.Intends[r.lemma(j)] && !r.group(j, from).neg
}

// coordinated reports whether the bare verb at token k goes on after one under "will" or "to".
func (r *reading) coordinated(k int, s lang.Range) bool {
	for j := k - 1; j >= s.Start && j > k-20; j-- {
		if r.upos(j) == "VERB" && r.doc.Tokens[j].XPOS == "VB" {
			g := r.group(j, s.Start)
			return !g.neg && (g.modal == "will" || g.modal == "would" || g.to >= 0 && r.isAhead(g.to, s.Start))
		}
	}
	return false
}

// levyIn returns the first noun of a measure among some words, -1 for none.
func (r *reading) levyIn(within lang.Range, of words) int {
	for k := within.Start; k < within.End; k++ {
		switch {
		case r.upos(k) == "NOUN" && (r.measure(k) || of[r.lemma(k)]):
			return k
		case r.form(k) == ";" || r.upos(k) == "VERB" && r.doc.Tokens[k].XPOS != "VBN" && r.doc.Tokens[k].XPOS != "VBG":
			return -1
		}
	}
	return -1
}

// levyOf returns the noun of the measure that the verb at token k is about, -1 for none.
func (r *reading) levyOf(k int, s lang.Range, of words) int {
	c := r.clause(k)
	for up, steps := c, 0; up != nil && steps < 3; up, steps = r.clause(up.up), steps+1 {
		if len(up.subj) == 0 {
			continue
		}
		who := up.subj[0]
		if f := r.lower(who); isRelative(f) || f == "they" || f == "it" || f == "these" || f == "those" || f == "this" {
			return r.levyBefore(k, s, f == "they" || f == "it" || f == "these" || f == "this")
		}
		if r.upos(who) == "VERB" {
			return r.levyBefore(k, s, false)
		}
		np := r.nounPhrase(who)
		for j := np.Start; j < np.End; j++ {
			if (r.upos(j) == "NOUN" || r.upos(j) == "PROPN") && (r.measure(j) || j == who && of[r.lemma(j)]) {
				return j
			}
		}
		if up == c && r.child(k, "nsubj") >= 0 {
			return -1
		}
	}
	return r.levyBefore(k, s, false)
}

// levyBefore returns the noun of a measure that stands last before token k in its sentence, or, where
// it may, in the one before.
func (r *reading) levyBefore(k int, s lang.Range, back bool) int {
	is := func(j int) bool {
		return r.upos(j) == "NOUN" && r.measure(j)
	}
	for j := k - 1; j >= s.Start && j > k-24; j-- {
		if is(j) {
			return j
		}
		if r.form(j) == ";" {
			return -1
		}
	}
	if n := int(r.sent[k]) - 1; back && n >= 0 {
		for j := r.doc.Sentences[n].End - 1; j >= r.doc.Sentences[n].Start; j-- {
			if is(j) {
				return j
			}
		}
	}
	return -1
}

// leviers returns who sets the day of a measure: whose it is said to be, who imposes or announces it, or
// who tells of it.
func (r *reading) leviers(k, h int, active bool) []actor {
	ok := func(a []actor) bool { return len(a) > 0 && a[0].Kind != rapporteur.Outlet && !r.bystander(a[0].Name) }
	if active {
		for c, steps := r.clause(k), 0; c != nil && steps < 4; c, steps = r.clause(c.up), steps+1 {
			if who := r.deciders(c); ok(who) {
				return who
			}
			if len(c.subj) > 0 && !c.passive && !slices.ContainsFunc(c.subj, r.measure) {
				if who := r.actorsOrMeant(c.subj); ok(who) {
					return who
				}
			}
			if up := r.intent(c); up != nil && ok(r.actorsOrMeant(up.subj)) {
				return r.actorsOrMeant(up.subj)
			}
			if r.cue[c.head] {
				break
			}
		}
	}
	if h != k || !active {
		if who := r.makers(h); ok(who) {
			return who
		}
		for j := r.nounPhrase(h).Start; j < h; j++ { // "new Norvanan tariffs"
			if a, is := r.actorAt(j); is && a.Kind == rapporteur.State && r.timeAt[j] < 0 && strings.TrimSpace(a.Name) != "" {
				return []actor{a}
			}
			if m, is := r.calledAfterState(j); is {
				return []actor{{Mention: m}}
			}
		}
	}
	s := r.sentence(k)
	for j := s.Start; j+2 < s.End; j++ { // "as announced by …"
		switch r.lower(j) {
		case "announced", "imposed", "ordered", "decreed", "threatened", "promised", "set":
			if r.lower(j+1) != "by" {
				continue
			}
			for n := j + 2; n < min(j+8, s.End); n++ {
				if a, is := r.actorAt(n); is {
					return []actor{a}
				}
			}
		}
	}
	if who := r.party(k); ok(who) {
		return who
	}
	if active {
		return nil
	}
	if who := r.levied(h); ok(who) {
		return who
	}
	for c := r.governor(k); c != nil; c = r.clause(c.up) { // "announced duties that take effect on …"
		if lex().deadlines.Imposing[c.verb] || lex().deadlines.Intends[c.verb] || c.verb == "announce" || c.verb == "sign" || c.verb == "order" || c.verb == "issue" || lex().deadlines.Levies[c.verb] {
			if who := r.actorsOrMeant(c.subj); !c.passive && ok(who) {
				return who
			}
		}
	}
	return nil
}

// calledAfterState returns the state after whose people a measure is called at token j: "the | Norvanan | tariffs".
func (r *reading) calledAfterState(j int) (rapporteur.Mention, bool) {
	if r.typeAt(j) != lang.NORP {
		return rapporteur.Mention{}, false
	}
	name := r.stateName(j)
	return rapporteur.Mention{Name: name, Kind: rapporteur.State, Span: r.bytes(lang.Range{Start: j, End: j + 1})}, r.isState(name)
}

// toldLate reports whether a day that was put into the year to come is told of something decided months ago, and is over: "in
// early August he announced duties that would take effect Sept. 1", told in November.
func (r *reading) toldLate(x, day *timex.Time) bool {
	if day.Interval == x.Interval {
		return false
	}
	for t := range r.times {
		if y := &r.times[t]; y.Start != x.Start && r.sent[y.Start] == r.sent[x.Start] && !y.Interval.IsZero() && y.Interval.From.Before(x.Interval.From) && y.Interval.To.Before(r.report.Published) && y.Interval.Days() <= 31 {
			return x.Interval.To.Before(r.report.Published)
		}
	}
	return false
}

// levied returns who was told right before to impose the measure that the noun at token h means again: "Brandt announced
// duties on steel. | The duties | take effect on 1 June".
func (r *reading) levied(h int) []actor {
	const near = 2 // sentences
	if r.sent[h] == 0 || !r.definite(h) {
		return nil
	}
	l := &lex().deadlines
	for s := int(r.sent[h]) - 1; s >= max(0, int(r.sent[h])-near); s-- {
		for k := r.doc.Sentences[s].End - 1; k >= r.doc.Sentences[s].Start; k-- {
			if r.upos(k) == "NOUN" && r.measure(k) {
				if who := r.makers(k); len(who) > 0 { // "Brandt's duties were made official"
					return who
				}
			}
			c := r.clause(k)
			if c == nil || c.neg || c.passive || len(c.subj) == 0 || !l.Imposing[c.verb] && !l.Levies[c.verb] && c.verb != "announce" && c.verb != "unveil" && c.verb != "order" && c.verb != "hit" && c.verb != "retaliate" && c.verb != "threaten" {
				continue
			}
			if r.levyIn(lang.Range{Start: k + 1, End: min(k+16, r.doc.Sentences[s].End)}, nil) < 0 {
				continue
			}
			if who := r.actorsOrMeant(c.subj); len(who) > 0 {
				return who
			}
			if up := r.clause(c.up); up != nil && r.cue[up.head] && r.upos(c.subj[0]) == "PRON" { // "said it would raise duties"
				return r.actorsOrMeant(up.subj)
			}
		}
	}
	return nil
}

// deciders returns whose the plan or decision is that a clause tells: "condemned Estrel's decision to raise duties".
func (r *reading) deciders(c *clause) []actor {
	h := r.head(c.head)
	if base(r.rel(c.head)) == "advcl" && c.mark == "to" { // hung on the verb of the sentence
		for k := c.head - 2; k > max(c.head-8, h); k-- {
			if r.upos(k) == "NOUN" && (lex().deadlines.Intends[r.lemma(k)] || r.lemma(k) == "decision") && r.lower(k+1) != "," {
				h = k
				break
			}
		}
	}
	if h < 0 || base(r.rel(c.head)) != "acl" && base(r.rel(c.head)) != "advcl" || r.upos(h) != "NOUN" || c.mark != "to" && r.doc.Tokens[c.head].XPOS != "VBG" {
		return nil
	}
	if who := r.actorsOrMeant(r.children(h, "nmod:poss")); len(who) > 0 {
		return who
	}
	for _, k := range r.children(h, "nmod") {
		if p := r.caseOf(k); p == "of" || p == "by" || p == "from" {
			return r.actorsAt(k)
		}
	}
	return nil
}
