package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// standsUntil reads along the line what holds up to a day and then ends: what is put off or
// given up for a time ("suspends all action until 30 September"), what is in force ("the mandate
// is valid until August"), time that somebody has, talks that are to end.
func (r *reading) standsUntil(t tie) {
	pub := r.report.Published
	s := r.sentence(t.at)
	when := r.lastDay(r.comingYear(r.upcoming(t.day)))
	if pub.IsZero() || when.To.Before(pub) || when.Days() > 31 || when.From.Sub(pub) > 3*366 {
		return
	}
	words := lang.Range{Start: max(s.Start, t.at-14), End: t.at}
	if t.at <= s.Start+1 {
		words = lang.Range{Start: t.day.End, End: min(t.day.End+12, s.End)}
	}
	k, state := r.inSuspense(words, r.lower(t.at) == "no" || r.lower(t.at) == "not")
	if k < 0 && r.invitedUntil(t, when) {
		return
	}
	if k < 0 {
		if k = r.deedBefore(t); k < 0 || !lex().deadlines.Rights[r.lemma(k)] || r.group(k, s.Start).neg {
			return
		}
		if m := r.group(k, s.Start).modal; m != "can" && m != "may" {
			return
		}
		state = "set" // "members can object until Friday"
	}
	d := &rapporteur.DeadlineClaim{State: state}
	if c := r.clause(k); c != nil {
		d.What = r.event(k, k, t.day)
		who := c.subj
		if c.passive {
			who = c.agent
		}
		if lex().deadlines.Halts[c.verb] || lex().deadlines.Halts[c.lemma] {
			if a := r.actorsOrMeant(who); len(a) > 0 && a[0].Kind != rapporteur.Outlet {
				d.SetBy = a[0].Mention
			}
		}
	} else {
		d.What = r.toBeDone(lang.Range{Start: r.nounPhrase(k).Start, End: words.End})
	}
	r.add(t.day.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
}

// invitedUntil reads until when something may be handed in: "is inviting comment on the duties through 11 May".
func (r *reading) invitedUntil(t tie, when rapporteur.Interval) bool {
	s, l := r.sentence(t.at), &lex().deadlines
	for k := t.at - 1; k >= s.Start && k > t.at-14; k-- {
		if r.form(k) == ";" || r.form(k) == "," {
			return false
		}
		if r.upos(k) != "VERB" || !l.Invites[r.lemma(k)] {
			continue
		}
		if r.group(k, s.Start).neg || !slices.ContainsFunc(r.children(k, "obj"), func(o int) bool { return l.Dues[r.lemma(o)] || l.Entries[r.lemma(o)] }) {
			return false
		}
		d := &rapporteur.DeadlineClaim{State: "set", What: r.toBeDone(lang.Range{Start: k, End: t.at})}
		if c := r.clause(k); c != nil && !c.passive {
			if a := r.actorsOrMeant(c.subj); len(a) > 0 && a[0].Kind != rapporteur.Outlet {
				d.SetBy = a[0].Mention
			}
		}
		r.add(t.day.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
		return true
	}
	return false
}

// inSuspense returns the word among some that says that something holds for a time, -1 for none,
// and what that makes of the day.
func (r *reading) inSuspense(words lang.Range, longer bool) (at int, state string) {
	l := &lex().deadlines
	at, noun, lasts, session := -1, -1, -1, false
	for k := words.End - 1; k >= words.Start; k-- {
		f, lemma := r.lower(k), r.lemma(k)
		switch {
		case f == ";" || f == ":":
			k = words.Start
		case f == "not" && k > words.Start && (l.Vows[r.lemma(k-1)] || r.lemma(k-1) == "agree" || r.lemma(k-1) == "promise" || r.lemma(k-1) == "pledge" || r.lemma(k-1) == "vow" || r.lemma(k-1) == "undertake"):
			return k - 1, "set" // "agreed not to speak until Friday"
		case f == "not" || f == "n't" || f == "n’t" || f == "never":
			return -1, ""
		case f == "if" || f == "whether" || f == "unless" || f == "may" || f == "might" || f == "could":
			return -1, ""
		case r.upos(k) == "VERB" && l.Halts[lemma], l.Halts[lemma+" "+r.lower(min(k+1, words.End))]:
			at = k
			k = words.Start
		case r.upos(k) == "VERB" && lasts < 0 && (l.Lasts[lemma] || l.Goes[lemma] || l.Runs[lemma]):
			lasts = k
		case l.Valid[f] && noun < 0 && r.upos(k) != "VERB":
			noun = k
		case r.upos(k) == "NOUN" && (l.Pauses[lemma] || lemma == "time" || lasts >= 0 && (l.Standing[lemma] || r.isTextNoun(k))):
			noun = k
		case (r.upos(k) == "VERB" || r.upos(k) == "AUX") && r.doc.Tokens[k].XPOS == "VBD" && noun < 0 && !session && !longer:
			return -1, "" // how long something held
		case r.upos(k) == "NOUN" && l.Sessions[lemma]:
			session = true
		}
	}
	state = "set"
	switch {
	case lasts >= 0 && at < 0 && (r.lemma(lasts) == "have" || r.lemma(lasts) == "wait"):
		return lasts, state // "have until close of business on Friday"
	case at >= 0:
		if l.Prolongs[r.lemma(at)] {
			state = "extended"
		}
		return at, state
	case longer && lasts < 0 && noun < 0:
		for k := words.End - 1; k >= words.Start; k-- {
			if r.upos(k) == "VERB" {
				return k, state
			}
		}
	case lasts >= 0 && (noun >= 0 || session || longer):
		return lasts, state
	case noun >= 0:
		return noun, state
	}
	return -1, ""
}

// aimedIn reads what somebody aims at or has promised for a month or a year: "has promised to
// conclude the treaty in 2032".
func (r *reading) aimedIn(t tie) {
	pub := r.report.Published
	k := r.deedBefore(t)
	if k < 0 || pub.IsZero() || t.day.Interval.Days() > 366 || t.day.Interval.To.Before(pub) || t.day.Interval.From.Sub(pub) > 2*366 || t.day.Interval.Exact() {
		return
	}
	l := &lex().deadlines
	if r.upos(k) != "VERB" { // "to have it | ready"
		k = r.deedBefore(tie{t.day, t.word, k})
	}
	verb := r.lemma(max(k, 0))
	if k < 0 || !l.Concludes[verb] && !l.Begun[verb] && !l.Announces[verb] {
		return
	}
	if t.day.Interval.Days() > 31 && l.Announces[verb] && !l.Concludes[verb] && !l.Begun[verb] {
		return // "is preparing a report for 2032"
	}
	s := r.sentence(k)
	op, ok := r.impelled(k, s.Start)
	if lemma := r.lemma(max(op, 0)); !ok || op < 0 || op == k || r.underIf(k, s) || r.upos(op) == "AUX" || r.group(k, s.Start).to < 0 && !(r.upos(k-1) == "ADP") || l.Foretells[lemma] || l.Getting[lemma] || lemma == "threaten" || lemma == "be" {
		return
	}
	d := &rapporteur.DeadlineClaim{State: "set", What: r.toBeDone(lang.Range{Start: k, End: t.at})}
	r.impellers(op, k, d)
	when := t.day.Interval
	if r.lower(t.day.Start) == "this" || r.lower(t.at+1) == "this" || r.endOf(t.day.Range) || r.lower(t.day.Start-2) == "course" {
		when.From = when.To
	}
	r.add(t.day.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: when, Modality: rapporteur.Asserted})
}

// wantedOn reads a text or an answer that somebody wants on a day: "want a new version on Friday".
func (r *reading) wantedOn(x *timex.Time) {
	pub := r.report.Published
	s := r.sentence(x.Start)
	day := r.upcoming(x)
	if pub.IsZero() || day.Interval.IsZero() || day.Interval.Days() > 7 || day.Interval.To.Before(pub) {
		return
	}
	thing := -1
	for k := x.Start - 1; k >= s.Start && k > x.Start-14; k-- {
		f, lemma := r.lower(k), r.lemma(k)
		switch {
		case f == ";" || f == "not" || f == "n't" || f == "if" || f == "said" || r.cue[k] && !lex().deadlines.Impels[lemma]:
			return
		case r.upos(k) == "NOUN" && (lex().deadlines.Dues[lemma] || r.isTextNoun(k)):
			thing = k
		case r.upos(k) == "VERB":
			switch lemma {
			case "want", "demand", "request", "order", "need", "promise":
				if thing < 0 || r.group(k, s.Start).neg {
					return
				}
				d := &rapporteur.DeadlineClaim{State: "set", What: r.toBeDone(lang.Range{Start: k + 1, End: x.Start})}
				r.impellers(k, k, d)
				r.add(x.Start, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: day.Interval, Modality: rapporteur.Asserted})
			}
			return
		}
	}
}

// leavesOn reads the day on which a member is to leave a union, however that is told: "wants Norvana to leave the
// union on 31 October", "would bar an exit without terms on 31 October", "lest it crash out of the bloc on 1 June".
func (r *reading) leavesOn(x *timex.Time) {
	pub, s := r.report.Published, r.sentence(x.Start)
	if pub.IsZero() || x.Interval.IsZero() || x.Interval.Days() > 31 || !x.Interval.Exact() && !r.endOf(x.Range) || x.Interval.To == pub && !r.monthIn(x.Range) {
		return
	}
	day := r.comingDay(x)
	if p := r.prepBefore(x.Start, s.Start); day == nil || p != "on" && p != "at" && p != "" {
		return
	}
	for k := x.Start - 1; k >= s.Start && k > x.Start-16; k-- {
		if f := r.lower(k); f == ";" || f == ":" || r.timeAt[k] >= 0 {
			return
		}
		switch leaves := r.leavesUnion(k, x.Start); {
		case leaves && r.upos(k) != "VERB":
			words := lang.Range{Start: r.nounPhrase(k).Start, End: max(r.nounPhrase(k).End, k+1)}
			if c := r.governor(k); c != nil && slices.Contains(c.obj, k) && c.head < k && !lex().measures.Refuses[c.verb] {
				words.Start = c.head // "deliver the exit"
			}
			r.mark(day, "set", r.toBeDone(words), nil)
			return
		case leaves:
			if r.group(k, s.Start).neg || r.clause(k) != nil && (r.clause(k).past || r.clause(k).perfect) {
				return
			}
			if r.mark(day, "set", r.event(k, k, day), nil) && r.clause(k) != nil {
				d := r.claims[len(r.claims)-1].Deadline
				d.For = slices.DeleteFunc(mentions(r.actorsAt(r.subjectsOf(k)...)), func(m rapporteur.Mention) bool { return m.Kind == rapporteur.Person })
			}
			return
		case r.upos(k) == "VERB" && isFinite(r.doc.Tokens[k].XPOS):
			return
		}
	}
}

// leavesUnion reports whether the word at token k tells, before token end, that a member leaves a union: "leave the
// bloc", "crash out of the pact", "leave without a deal", "a no-deal exit".
func (r *reading) leavesUnion(k, end int) bool {
	l := &lex().deadlines
	lemma := r.lemma(k)
	union := func(j int) bool {
		for ; j < end && (r.upos(j) == "DET" || r.upos(j) == "ADJ" || r.upos(j) == "PRON"); j++ {
		}
		return j < end && (r.typeAt(j) == lang.ORG || l.Unions[r.lemma(j)] || r.upos(j) == "PROPN" && l.Unions[r.lower(min(j+1, end-1))])
	}
	switch {
	case (r.upos(k) == "NOUN" || r.upos(k) == "PROPN") && (l.Exits[lemma] || coinedExit(r.lower(k))):
		return end-k <= 2 && !slices.ContainsFunc(r.children(k, "nmod"), func(j int) bool { return j < end && !union(j) })
	case r.upos(k) != "VERB" || slices.ContainsFunc(r.actorsAt(r.subjectsOf(k)...), func(a actor) bool { return a.Kind == rapporteur.Person || a.Kind == rapporteur.Group }):
		return false
	case l.Leavings[lemma] && r.lower(k+1) == "without":
		for j := k + 2; j < min(k+6, end); j++ {
			if l.Accords[r.lemma(j)] || r.isTextNoun(j) {
				return true
			}
		}
		return false
	case l.Leavings[lemma]:
		if r.lower(k+1) == "from" {
			k++
		}
		return union(k + 1)
	case l.Quits[lemma]:
		for j := k + 1; j+2 < min(k+8, end); j++ {
			if r.lower(j) == "out" && r.lower(j+1) == "of" {
				return union(j + 2)
			}
		}
	}
	return false
}

// subjectsOf returns the subjects that stand with the predicate at token k itself.
func (r *reading) subjectsOf(k int) []int {
	return r.children(k, "nsubj", "nsubj:pass")
}
