package claim

import (
	"rapporteur"
	"rapporteur/lang"
	"rapporteur/timex"
)

// bound reads dates that bind without the word: "wants an answer by 21 March",
// "has until Friday to answer", "due to leave on 29 March", "a delay until 31 January".
func (r *reading) bound(x *timex.Time, prep string) {
	if x.Interval.IsZero() {
		return
	}
	if x.Interval.Days() > 31 && !r.endOf(x.Range) {
		return
	}
	far := x.Interval.Days() > 31
	if x.Interval.Days() > 1 && r.endOf(x.Range) {
		last := *x // "until the end of 2032"
		last.Interval.From = last.Interval.To
		x = &last
	}
	i := r.top(x.Range)
	if prep == "" {
		prep = r.prepBefore(x.Start, r.sentence(i).Start)
	}
	switch first := r.lower(x.Start); {
	case first == "by" || first == "until" || first == "till":
		prep = first
	case prep == "than" && r.noLater(x.Start), prep == "within", prep == "in" && x.Type == timex.DurationType:
		prep = "by"
	}
	c := r.governor(i)
	if c == nil || r.cue[c.head] && c.modal == "" && c.mark != "to" && c.verb != "want" && c.verb != "demand" && c.verb != "ask" {
		return
	}
	hangs := !c.neg && r.conditional(c) || r.conditional(c) && (c.mark == "if" || c.mark == "unless") || r.inverted(c)
	if (prep == "by" || prep == "until") && (hangs || r.requests(c)) {
		x = r.upcoming(x)
	}
	latest := x.End+2 < r.sentence(i).End && r.lower(x.End) == "at" && r.lower(x.End+1) == "the" && r.lower(x.End+2) == "latest"
	if latest {
		prep = "by"
	}
	if !r.report.Published.IsZero() && x.Interval.To.Before(r.report.Published.AddDays(-3)) && !c.past && !c.perfect {
		return
	}
	d := &rapporteur.DeadlineClaim{State: "set"}
	m := rapporteur.Asserted
	emit := func() {
		if m == rapporteur.Denied {
			return // what was refused sets no day
		}
		if d.What == "" {
			d.What = r.toBeDone(r.untilDay(x, c, r.tail(c, r.own(c.head))))
		}
		r.add(i, rapporteur.Claim{Kind: rapporteur.KindDeadline, Deadline: d, When: x.Interval, Modality: m})
	}
	set := func(heads []int) {
		if a := r.actorsAt(heads...); len(a) > 0 {
			d.SetBy = a[0].Mention
		}
	}
	if hangs {
		// "if no agreement is reached by 1 March"
		if prep == "by" && c.mark != "whether" && c.modal != "would" && !far && x.Interval.Days() <= 3 && !x.Interval.To.Before(r.report.Published) {
			if a := r.threatener(c); a.Name != "" {
				d.SetBy = a
			}
			if r.inverted(c) {
				d.What = r.toBeDone(r.untilDay(x, c, lang.Range{Start: r.child(c.head, "aux") + 1, End: r.own(c.head).End}))
			}
			emit()
		}
		return
	}
	switch prep {
	case "by", "before":
		// who demands, or whom it binds
		for up, steps := c, 0; up != nil && steps < 4; up, steps = r.clause(up.up), steps+1 {
			if up.neg || r.conditional(up) {
				return
			}
			if up.verb == "need" && (up.head != c.head || len(c.obj) == 0 || c.modal != "") {
				continue // "need to pay by Friday"
			}
			switch up.verb {
			case "need", "want", "demand", "ask", "order", "require", "request", "urge", "call", "insist", "press":
				if c.is(lex().meetings.Journey) || x.Interval.To.Sub(r.report.Published) > 3*366 && !r.report.Published.IsZero() {
					return // a journey, or a goal for times to come
				}
				set(up.subj)
				if up.head != c.head {
					d.For = mentions(r.actorsAt(c.subj...))
				} else if up.verb == "need" || up.verb == "want" && len(up.obj) > 0 {
					if len(up.obj) > 0 && up.obj[0] > c.head {
						d.What = r.toBeDone(r.untilDay(x, c, lang.Range{Start: r.nounPhrase(up.obj[0]).Start, End: r.own(c.head).End}))
					}
				} else {
					for _, o := range append(append([]int(nil), up.iobj...), up.obj...) {
						if a, ok := r.actorAt(o); ok {
							d.For = append(d.For, a.Mention)
						}
					}
				}
				emit()
				return
			case "hope", "aim", "expect", "say", "think", "believe", "predict":
				if up.head != c.head || up.verb == "hope" || up.verb == "aim" {
					return
				}
			case "agree", "commit", "pledge", "vow", "promise":
				d.For = mentions(r.actorsAt(up.subj...))
				emit()
				return
			}
			// "his promise to complete the exit by 31 October"
			if h := r.head(up.head); h >= 0 && r.upos(h) == "NOUN" && base(r.rel(up.head)) == "acl" && lex().deadlines.Vows[r.lemma(h)] {
				for _, k := range r.kids[h] {
					if r.rel(k) == "nmod:poss" {
						d.For = mentions(r.actorsAt(k))
					}
				}
				emit()
				return
			}
			if latest && up.head == c.head && (c.modal == "will" || c.modal == "would") && !far && x.Interval.Days() <= 3 { // "would write on 15 June at the latest"
				d.For = mentions(r.actorsAt(c.subj...))
				emit()
				return
			}
			// "the list will be released by 15 June": announced for a day
			if prep == "by" && up.head == c.head && (c.modal == "will" || c.modal == "would" && r.reported(c)) && !far && x.Interval.Days() <= 3 && (c.passive || lex().deadlines.Announces[c.verb]) && len(c.subj) > 0 && !r.hedges(c) {
				if !c.passive {
					d.For = mentions(r.actorsAt(c.subj...))
				}
				d.What = r.event(c.head, r.tail(c, r.own(c.head)).Start, x)
				emit()
				return
			}
			// "would put the package to a vote by 12 December"
			if prep == "by" && up.head == c.head && (c.modal == "will" || c.modal == "would") && !c.neg && !far && x.Interval.Days() <= 3 && !c.is(lex().meetings.Journey) && !c.is(lex().meetings.Verbs) && len(c.obj) > 0 && !r.hedges(c) {
				if a := r.actorsAt(c.subj...); len(a) > 0 || len(c.subj) > 0 && r.upos(c.subj[0]) == "PRON" && !isRelative(r.lower(c.subj[0])) {
					d.For = mentions(a)
					if x.Start > c.head {
						d.What = r.toBeDone(lang.Range{Start: c.head, End: x.Start})
					}
					emit()
					return
				}
			}
			// "is going ahead with its duties by 30 June"
			if prep == "by" && up.head == c.head && c.ongoing && lex().deadlines.Proceeding[c.verb] && len(c.subj) > 0 && !far && x.Interval.Days() <= 3 && len(r.known(r.own(c.head))) > 0 {
				set(c.subj)
				emit()
				return
			}
			if up.modal == "must" || up.modal == "shall" || up.modal == "should" && up.head == c.head || r.isTo(up) || up.verb == "have" && len(up.comp) > 0 && prep == "by" && up.modal != "will" {
				d.For = mentions(r.actorsAt(up.subj...))
				emit()
				return
			}
			if up.passive && (up.verb == "require" || up.verb == "oblige") {
				d.For = mentions(r.actorsAt(up.subj...))
				emit()
				return
			}
		}
	case "until", "till", "to", "through":
		switch {
		case prep != "to" && !c.neg && x.Start > 1 && r.upos(x.Start-2) == "AUX" && r.lemma(x.Start-2) == "have" && x.End <= c.head && r.doc.Tokens[c.head].XPOS == "VB": // "has | until 19 June to reply", read as one verb
			d.For = mentions(r.actorsAt(c.subj...))
			d.What = r.toBeDone(lang.Range{Start: c.head, End: r.own(c.head).End})
			emit()
			return
		case c.verb == "have" && prep != "to" && !c.neg:
			d.For = mentions(r.actorsAt(c.subj...))
			for _, k := range r.kids[c.head] {
				if y := r.clause(k); y != nil && y.mark == "to" {
					d.What = r.toBeDone(r.own(k))
				}
			}
			emit()
			return
		case lex().deadlines.Prolongs[c.verb] || (c.verb == "delay" || c.verb == "postpone" || c.verb == "push" || c.verb == "put") && prep != "to":
			for _, o := range append(append([]int(nil), c.obj...), c.subj...) {
				if lex().meetings.Nouns[r.lemma(o)] || r.lemma(o) == "deadline" {
					return // a meeting that was put off, or told as a deadline already
				}
			}
			if c.neg || r.conditional(c) {
				return
			}
			d.State = "extended"
			if c.passive {
				set(c.agent)
				if len(c.subj) > 0 && r.upos(c.subj[0]) == "NOUN" {
					d.What = r.toBeDone(r.nounPhrase(c.subj[0])) // "the time for replies was lengthened"
				}
			} else {
				set(c.subj)
			}
			if r.modality(c.head) != rapporteur.Asserted {
				m = r.modality(c.head)
			}
			emit()
			return
		}
		// "the pause in tariffs is through the start of March", "the truce runs until May"
		if (c.copula || c.verb == "run" || c.verb == "last" || c.verb == "hold") && len(c.subj) > 0 && !c.neg && !r.conditional(c) && prep != "to" {
			if pause := r.lemma(c.subj[0]); lex().deadlines.Pauses[pause] || pause == "period" || r.ofMission(c.subj[0]) || pause == "delay" || pause == "postponement" {
				d.What = r.toBeDone(r.own(c.subj[0]))
				emit()
				return
			}
		}
		from := r.head(i)
		for k := x.Start - 1; k > max(0, x.Start-7) && c.verb == "allow"; k-- { // "allowed an extension of the treaty until 12 June"
			if r.upos(k) == "NOUN" && (r.lemma(k) == "extension" || r.lemma(k) == "delay") && r.sent[k] == r.sent[i] {
				from = k
			}
		}
		for h, steps := from, 0; h >= 0 && steps < 4; h, steps = r.head(h), steps+1 {
			switch r.lemma(h) {
			case "extension", "delay", "reprieve", "postponement", "prolongation":
				if r.upos(h) != "NOUN" {
					continue
				}
				d.State = "extended"
				g := r.governor(h)
				if g != nil {
					switch g.verb {
					case "agree", "grant", "give", "offer", "approve", "accept", "set", "allow":
						if g.passive {
							set(g.agent)
						} else {
							set(g.subj)
						}
					case "want", "seek", "request", "ask", "propose", "suggest", "reject", "oppose", "demand":
						return
					}
					if mm := r.modality(g.head); mm != rapporteur.Asserted {
						m = mm
					}
				}
				d.What = r.lemma(h)
				emit()
				return
			}
		}
	case "on", "from", "for", "at", "":
		if (c.verb == "go" && r.lower(min(c.head+1, len(r.kids)-1)) == "ahead" || c.verb == "proceed") && (c.modal == "will" || c.modal == "would") && !c.neg && len(c.subj) > 0 && lex().deadlines.Departures[r.lemma(c.subj[0])] && !far && prep != "" { // "the withdrawal will go ahead on 30 June"
			d.What = r.toBeDone(r.own(c.subj[0]))
			emit()
			return
		}
		// "is due to leave on 29 March", "tariffs set to rise on 1 March"
		if c.copula && r.hasKid(c.head, "due") && len(c.subj) > 0 && lex().deadlines.Dues[r.lemma(c.subj[0])] && !far && x.Interval.Days() <= 3 { // "is | due on Friday", the day taken for the predicate
			d.What = r.toBeDone(r.own(c.subj[0]))
			emit()
			return
		}
		for up, steps := c, 0; up != nil && steps < 3; up, steps = r.clause(up.up), steps+1 {
			w := r.lower(up.head)
			if up.verb == "plan" && !up.passive && up.head != c.head && lex().deadlines.Imposing[c.verb] && len(up.subj) > 0 && !up.neg && prep != "" && len(r.known(r.own(c.head))) > 0 {
				d.What = r.toBeDone(r.tail(c, r.own(c.head)))
				set(up.subj)
				emit()
				return
			}
			if (w == "due" || up.passive && (up.verb == "schedule" || up.verb == "set" || up.verb == "slate") || up.verb == "suppose" || up.passive && up.verb == "plan") && (up.head != c.head || w == "due" || len(up.subj) > 0) {
				if up.neg || prep == "" || prep == "at" {
					return
				}
				effect := up.head != c.head && lex().deadlines.Effective[c.verb] && (len(c.subj) == 0 || !lex().meetings.Nouns[r.lemma(c.subj[0])])
				if !effect && up.head == c.head && w == "due" && !far && x.Interval.Days() <= 3 && len(up.subj) > 0 && lex().deadlines.Dues[r.lemma(up.subj[0])] {
					d.What = r.toBeDone(r.own(up.subj[0]))
					emit() // "a decision is due on Friday"
					return
				}
				if !effect {
					if prep == "for" && up.head == c.head && len(up.subj) > 0 && lex().deadlines.Departures[r.lemma(up.subj[0])] && !far && x.Interval.Days() <= 31 {
						d.What = r.toBeDone(r.own(up.subj[0]))
						emit()
					}
					return
				}
				d.What = r.event(c.head, r.tail(c, r.own(c.head)).Start, x)
				if a := r.actorsAt(c.subj...); len(a) > 0 {
					d.For = mentions(a)
				}
				emit()
				return
			}
		}
	}
}

// endOf reports whether a time is the end of a longer one: "the end of 2032".
func (r *reading) endOf(s lang.Range) bool {
	for k := max(0, s.Start-3); k < s.End; k++ {
		if r.lower(k) == "end" {
			return true
		}
	}
	return false
}

// reported reports whether a clause tells what somebody said that he would do:
// "said she would present the text by Friday".
func (r *reading) reported(c *clause) bool {
	for up, steps := r.clause(c.up), 0; up != nil && steps < 3; up, steps = r.clause(up.up), steps+1 {
		if r.cue[up.head] {
			return true
		}
	}
	return false
}

// hedges reports whether an adverb makes a prediction of what is told.
func (r *reading) hedges(c *clause) bool {
	for _, a := range c.adverbs {
		switch r.lower(a) {
		case "likely", "probably", "perhaps", "possibly", "maybe", "hopefully", "presumably":
			return true
		}
	}
	return false
}

// isTo reports whether a clause tells what is to be done: "are to report by
// Saturday", "a vote, to be completed by 20 March".
func (r *reading) isTo(c *clause) bool {
	if c.mark != "to" || c.perfect {
		return false
	}
	for _, k := range r.kids[c.head] {
		if r.lemma(k) == "be" && (base(r.rel(k)) == "aux" || base(r.rel(k)) == "cop") {
			f := r.lower(k)
			if f == "is" || f == "are" || f == "'s" || f == "'re" || f == "was" || f == "were" {
				return true
			}
			return f == "be" && c.passive && k > 1 && r.lower(k-1) == "to" && r.form(k-2) == ","
		}
	}
	return r.rel(c.head) == "root" && r.child(c.head, "nsubj") >= 0 && r.child(c.head, "aux") < 0 // as headlines have it
}

// noLater reports whether "than" before a day ends "no later than".
func (r *reading) noLater(i int) bool {
	for k := i - 1; k >= max(0, i-3); k-- {
		if r.lower(k) == "than" {
			return k > 1 && r.lower(k-1) == "later" && (r.lower(k-2) == "no" || r.lower(k-2) == "not")
		}
	}
	return false
}
