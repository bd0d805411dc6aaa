package claim

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// falling reads a day on which something is set to happen, along the line: "due
// to expire on 10 June", "set to take effect 15 June", "29 March, the date set
// for …", "will leave without a deal on 1 June", "a 90-day truce on 1 May".
func (r *reading) falling(t int) {
	x := &r.times[t]
	if x.Interval.IsZero() || x.Interval.Days() > 3 {
		return
	}
	sent := r.sentence(x.Start)
	d := &rapporteur.DeadlineClaim{State: "set"}
	if k := x.End; k+3 < sent.End && r.form(k) == "," {
		if r.upos(k+1) == "DET" {
			k++
		}
		if l := r.lemma(k + 1); (l == "date" || l == "day" || l == "deadline") && (r.lower(k+2) == "set" || r.promisedFor(k+2, sent)) {
			end := min(r.listEnd(k+2), k+14)
			for j := k + 3; j < end; j++ {
				if r.form(j) == "," {
					end = j
				}
			}
			if r.lower(k+2) == "set" {
				d.What = r.toBeDone(lang.Range{Start: k + 1, End: end})
			} else if pub := r.report.Published; end+1 < sent.End && r.lemma(end+1) == "pass" && x.Interval.To.Before(pub) {
				d.State = "missed"
			}
			r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: rapporteur.Asserted})
			return
		}
	}
	// a truce of so many days from this one
	for u := range r.times {
		y := &r.times[u]
		if y.Type != timex.DurationType || r.sent[y.Start] != r.sent[x.Start] {
			continue
		}
		days := durationDays(y.Value)
		if days == 0 {
			continue
		}
		c := r.governor(x.Start)
		if g := r.governor(r.top(y.Range)); r.sinceEvent(y, x) && g != nil && !g.neg && (g.modal == "will" || g.modal == "must" || g.modal == "shall" || r.isTo(g)) { // "within 60 days of the signing on 10 May"
			day := x.Interval.From.AddDays(days)
			d.What = r.event(g.head, r.tail(g, r.own(g.head)).Start, y)
			if !g.passive {
				d.For = mentions(r.actorsAt(g.subj...))
			}
			r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: rapporteur.Interval{From: day, To: day}, Modality: rapporteur.Asserted})
			return
		}
		follows := y.End < x.Start && (r.lower(y.End) == "from" || r.lower(y.End) == "after" || r.lower(y.End) == "starting") && x.Start-y.End <= 2
		pause := false
		for k := y.End; k < min(y.End+3, sent.End); k++ {
			pause = pause || lex().deadlines.Pauses[r.lemma(k)]
		}
		for k := max(y.Start-3, sent.Start); k < y.Start; k++ {
			pause = pause || lex().deadlines.Pauses[r.lemma(k)] && (r.lower(y.Start-1) == "of" || r.lower(y.Start-1) == "for")
		}
		if g := r.governor(r.top(y.Range)); c != nil && (c.is(lex().deadlines.Endings) || c.is(lex().deadlines.Strikes) || g != c && !follows && (g == nil || r.head(g.head) != c.head || base(r.rel(g.head)) != "conj")) {
			continue // "a pause of 90 days expires on 9 July", "a truce, outlined on 9 July", "will walk out for three days from 9 July"
		}
		if !follows && (!pause || abs(x.Start-y.Start) > 12 || c == nil || r.cue[c.head] && c.verb != "declare" && c.verb != "announce" || c.neg || c.modal != "" || r.prepBefore(x.Start, sent.Start) != "on") {
			continue
		}
		d.What = r.doc.Words(y.Range)
		if y.End < sent.End && lex().deadlines.Pauses[r.lemma(y.End)] {
			d.What += " " + r.form(y.End)
		}
		day := x.Interval.From.AddDays(days)
		r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: rapporteur.Interval{From: day, To: day}, Modality: rapporteur.Asserted})
		return
	}
	if !r.report.Published.IsZero() && x.Interval.To.Before(r.report.Published.AddDays(-60)) {
		return
	}
	// "its scheduled 31 October departure", "after the 29 March exit"
	if n := x.End; n < sent.End && lex().deadlines.Departures[r.lemma(n)] && r.upos(n) == "NOUN" && x.Start > sent.Start {
		if w := r.lower(x.Start - 1); w == "scheduled" || w == "planned" || w == "due" || (r.upos(x.Start-1) == "DET" || w == "its" || w == "their") && r.monthIn(x.Range) && !x.Interval.To.Before(r.report.Published) && !lex().deadlines.Nouns[r.lemma(n)] {
			d.What = r.form(n)
			for k := x.Start - 2; k >= sent.Start && k > x.Start-5; k-- {
				if a, ok := r.actorAt(k); ok && a.Kind != rapporteur.Group && (r.rel(k) == "nmod:poss" || r.rel(k) == "compound") {
					d.For = append(d.For, a.Mention)
					d.What = a.Name + "'s " + d.What
					break
				}
			}
			r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: rapporteur.Asserted})
			return
		}
	}
	prep := r.prepBefore(x.Start, sent.Start)
	threat := r.threatens(sent)
	if prep != "on" && prep != "from" && prep != "" && prep != "for" && !(prep == "at" && threat) {
		return
	}
	otherwise := r.anyIn(sent, lex().deadlines.Otherwise) >= 0
	for k := x.Start - 1; k >= sent.Start && k > x.Start-12; k-- {
		if f := r.form(k); f == ";" || f == "—" || f == "," && prep == "" {
			return
		}
		if r.upos(k) != "VERB" || r.cue[k] || !lex().deadlines.Effective[r.lemma(k)] && !lex().deadlines.Effective[r.lemma(k)+"e"] {
			continue
		}
		if l := r.lemma(k); l == "take" && (k+1 >= sent.End || r.lower(k+1) != "effect" && r.lower(k+1) != "hold") || l == "go" && r.lower(k+1) != "into" || l == "come" && r.lower(k+1) != "into" {
			return
		}
		c := r.clause(k)
		if c != nil && c.neg {
			return
		}
		from, ok := k, false
		for j := k - 1; j >= sent.Start && j > k-6; j-- {
			switch f := r.lower(j); {
			case (f == "due" || f == "set" || f == "scheduled" || f == "slated" || f == "supposed" || f == "poised") && r.lower(k-1) == "to",
				(f == "will" || f == "would" || f == "could") && r.head(j) == k && otherwise && (threat || r.lemma(k) != "end" && r.lemma(k) != "strike" && r.lemma(k) != "walk" && r.lemma(k) != "come" && r.lemma(k) != "go"):
				from, ok = j, true
			case f == "risk" && otherwise:
				from, ok = j, true
			case f == "not" || f == "n't" || f == "never":
				return
			}
		}
		if !ok {
			return
		}
		if c != nil {
			d.For = mentions(r.actorsAt(c.subj...))
		}
		if threat && c != nil { // who threatens sets the day
			switch up := r.clause(c.up); {
			case len(d.For) > 0 && lex().deadlines.Strikes[c.verb]:
				d.SetBy, d.For = d.For[0], nil
			case len(d.For) == 0 && up != nil:
				if a := r.actorsAt(up.subj...); len(a) > 0 {
					d.SetBy = a[0].Mention
				}
			}
		}
		d.What = r.event(k, from, x)
		r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: rapporteur.Asserted})
		return
	}
}

// promisedFor reports whether somebody has promised something for the day told before token i:
// "23 March, the day | on which the two had agreed to sign".
func (r *reading) promisedFor(i int, sent lang.Range) bool {
	if i+1 >= sent.End || r.lower(i) != "on" && r.lower(i) != "by" || r.lower(i+1) != "which" {
		return false
	}
	for k := i + 2; k < min(i+14, sent.End) && r.form(k) != ","; k++ {
		switch r.lemma(k) {
		case "promise", "agree", "commit", "pledge", "vow", "undertake":
			return true
		}
	}
	return false
}

// threatens reports whether a sentence says what will happen if something is not
// done: "will walk out unless …", "will rise if Norvana does not sign".
func (r *reading) threatens(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		switch r.lower(k) {
		case "unless":
			return true
		case "if":
			for j := k + 1; j < min(k+9, s.End) && r.form(j) != ","; j++ {
				if f := r.lower(j); f == "not" || f == "n't" || f == "n’t" || f == "no" || f == "fail" || f == "fails" || f == "nothing" || f == "nobody" || f == "none" {
					return true
				}
			}
		}
	}
	return false
}

// durationDays returns the days of a TIMEX3 duration in days, weeks or nothing else: "P90D"; 0 for others.
func durationDays(value string) int {
	if len(value) < 3 || value[0] != 'P' {
		return 0
	}
	n, err := strconv.Atoi(value[1 : len(value)-1])
	if err != nil {
		return 0
	}
	switch value[len(value)-1] {
	case 'D':
		return n
	case 'W':
		return 7 * n
	}
	return 0
}

// event tells what a day brings about: who or what, and the predicate at token k,
// whose words begin at from, without the day: "the truce to expire".
func (r *reading) event(k, from int, x *timex.Time) string {
	switch r.lower(from) {
	case "due", "set", "scheduled", "slated", "supposed", "poised":
		from++
	}
	end := x.Start
	for end > from && r.upos(end-1) == "ADP" {
		end--
	}
	if end <= k {
		end = r.own(k).End // the day comes first
	}
	if c := r.clause(k); c != nil && c.lemma != c.verb && end == k+1 && r.lower(end) == strings.TrimPrefix(c.lemma, c.verb+" ") {
		end++ // "runs out"
	}
	what, _ := r.summary(lang.Range{Start: from, End: end})
	for h, steps := k, 0; h >= 0 && steps < 4; h, steps = r.head(h), steps+1 {
		if steps > 0 && base(r.rel(h)) == "conj" {
			break
		}
		who := -1
		if c := r.clause(h); c != nil && len(c.subj) > 0 {
			who = c.subj[0]
			if w := r.lower(who); (w == "that" || w == "which" || w == "who") && base(r.rel(h)) == "acl" {
				who = r.head(h)
			}
		} else if base(r.rel(h)) == "acl" {
			who = r.head(h)
		}
		if who < 0 {
			continue
		}
		np := r.nounPhrase(who)
		for np.Start < np.End && r.upos(np.Start) == "DET" {
			np.Start++
		}
		ok := r.upos(who) != "PRON" && np.End <= from && np.Len() <= 12
		for j := np.End; j < from; j++ {
			ok = ok && r.upos(j) != "NOUN" && r.upos(j) != "PROPN" && (r.upos(j) != "PRON" || j == np.End)
		}
		if ok {
			name, _ := r.summary(np)
			return name + " " + what
		}
		break
	}
	return what
}

// ending reads days on which something ends of itself: "the regime ends on 31
// July", "the offer closes at noon on Friday".
func (r *reading) ending(x *timex.Time) {
	pub := r.report.Published
	x = r.comingYear(r.upcoming(x))
	if x.Interval.IsZero() || pub.IsZero() || x.Interval.Days() > 31 || x.Interval.To.Before(pub) {
		return
	}
	c := r.governor(r.top(x.Range))
	if c != nil && c.mark == "to" && r.clause(c.up) != nil && r.clause(c.up).verb == "cease" {
		c = r.clause(c.up)
	}
	if c == nil || r.cue[c.head] || c.neg || c.past || c.perfect || c.passive || len(c.subj) == 0 || !r.ends(c) {
		return
	}
	switch c.modal {
	case "", "will", "would", "can":
	default:
		return
	}
	if r.conditional(c) || c.mark == "when" || c.mark == "to" && !r.isTo(c) || c.ongoing {
		return
	}
	switch r.prepBefore(x.Start, r.sentence(x.Start).Start) {
	case "on", "at", "by", "in", "":
	default:
		return
	}
	who := c.subj[0]
	lemma := r.lemma(who)
	if l := lex(); r.upos(who) == "PRON" && !isRelative(r.lower(who)) && r.lower(who) != "it" && r.lower(who) != "they" || lemma == "meeting" || l.meetings.Nouns[lemma] || l.deadlines.Passing[lemma] && !r.ofMission(who) || l.deadlines.Ballots[lemma] && c.verb != "close" {
		return
	}
	d := &rapporteur.DeadlineClaim{State: "set", What: r.event(c.head, c.head, x)}
	if a := r.actorsAt(c.subj...); len(a) > 0 && a[0].Kind != rapporteur.Group {
		d.For = mentions(a)
	}
	when := x.Interval
	if r.endOf(x.Range) {
		when.From = when.To
	}
	r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
}

// ofMission reports whether a mandate is that of a body, and not of who is in office.
func (r *reading) ofMission(i int) bool {
	return r.lemma(i) == "mandate" && slices.ContainsFunc(r.children(i, "nmod"), func(k int) bool {
		p := r.caseOf(k)
		return r.typeAt(k) != lang.PER && (p == "of" && r.doc.Tokens[k].XPOS == "NNS" || stationed[r.lemma(k)])
	}) || r.lemma(i) == "mandate" && slices.ContainsFunc(r.children(i, "nmod:poss", "compound"), func(k int) bool { return stationed[r.lemma(k)] })
}

// stationed are bodies that are sent somewhere for a time.
var stationed = words{"mission": true, "force": true, "peacekeeper": true, "monitor": true, "observer": true, "troop": true, "operation": true, "panel": true}

// ends reports whether a predicate tells what happens on a day of itself: what
// ends, what comes into force, a state that leaves a union.
func (r *reading) ends(c *clause) bool {
	l := &lex().deadlines
	next := ""
	for k := c.head + 1; k < min(c.head+3, len(r.kids)); k++ {
		next += " " + r.lower(k)
	}
	switch {
	case c.verb == "run":
		return c.lemma == "run out"
	case c.verb == "fall":
		return c.lemma == "fall away"
	case c.is(l.Endings):
		return true
	case l.Leavings[c.verb]:
		a := r.actorsAt(c.subj...)
		state := len(a) > 0 && a[0].Kind != rapporteur.Person && a[0].Kind != rapporteur.Group || len(c.subj) > 0 && r.lower(c.subj[0]) == "we"
		return state && (len(c.obj) == 0 || r.typeAt(c.obj[0]) == lang.ORG || l.Unions[r.lemma(c.obj[0])])
	}
	force := c.verb == "take" && strings.HasPrefix(next, " effect") || (c.verb == "enter" || c.verb == "come" || c.verb == "go") && (next == " into force" || next == " into effect")
	return force && len(c.subj) > 0 && (r.isTextNoun(c.subj[0]) || l.Pauses[r.lemma(c.subj[0])]) // and not a duty
}

// sinceEvent reports whether a length of time is told from an event that a day is told of:
// "60 days | of the signing of the accord on | 10 May".
func (r *reading) sinceEvent(y, x *timex.Time) bool {
	if !x.Interval.Exact() || y.End+1 >= x.Start || x.Start-y.End > 10 || r.lower(x.Start-1) != "on" {
		return false
	}
	if f := r.lower(y.End); f != "of" && f != "from" && f != "after" {
		return false
	}
	for k := y.End + 1; k < x.Start; k++ {
		if u := r.upos(k); u == "VERB" || u == "PUNCT" || u == "AUX" || r.timeAt[k] >= 0 {
			return false
		}
	}
	return true
}
