package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// verbState judges how far a meeting came from the clause that tells it.
func (r *reading) verbState(c *clause, when rapporteur.Interval) (rapporteur.MeetingState, rapporteur.Modality) {
	l := &lex().meetings
	m := r.modality(c.head)
	future := !when.IsZero() && !r.report.Published.IsZero() && when.From.After(r.report.Published)
	if k := c.head; k >= 2 && r.lower(k-1) == "to" && arranged[r.lower(k-2)] && r.sent[k-2] == r.sent[k] {
		// "were due to meet", whatever the tree made of it
		if b := r.lower(max(k-3, 0)); b == "not" || b == "n't" || b == "n’t" || b == "never" {
			return rapporteur.MeetingNotPlanned, rapporteur.Asserted
		}
		return rapporteur.MeetingPlanned, orPlanned(m)
	}
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
		case up != nil && l.Refuse[up.lemma] && up.verb != "reject" && !neg && up.modal == "" && !r.unlessBelow(up.head):
			return rapporteur.MeetingNotPlanned, rapporteur.Asserted // "refused to meet"
		case up != nil && (l.Cancel[up.lemma] || l.Cancel[up.verb]):
			return rapporteur.MeetingCancelled, rapporteur.Asserted
		case up != nil && up.verb == "be" || word == "be":
			if m == rapporteur.Asserted {
				m = rapporteur.Planned
			}
			return rapporteur.MeetingPlanned, m
		case word == "continue" && up != nil && (up.perfect || up.past) && !neg:
			if up.perfect {
				return rapporteur.MeetingUnderWay, m
			}
			return rapporteur.MeetingHeld, m
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
		case l.Journey[word]:
			if up != nil && up.head != c.head {
				if when.IsZero() {
					when, _ = r.when(up.head)
				}
				return r.atEnd(up, when)
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
	case tag == "VBG" && base(r.rel(c.head)) == "root" && len(c.subj) > 0 && !when.IsZero():
		return rapporteur.MeetingHeld, m // a caption: "Marrow leaving talks on Friday"
	case tag == "VBG":
		if base(r.rel(c.head)) == "advcl" && (c.mark == "after" || c.mark == "since" || c.mark == "following") {
			return rapporteur.MeetingHeld, m
		}
		if base(r.rel(c.head)) == "acl" {
			if pub := r.report.Published; !when.IsZero() && !pub.IsZero() && when.To.Before(pub) {
				return rapporteur.MeetingHeld, m // "envoys meeting in Lund on Monday failed to …"
			}
			return rapporteur.MeetingUnderWay, m
		}
		return "", m
	case tag == "VBZ" && when.IsZero() && r.pictured(c):
		return rapporteur.MeetingHeld, m
	case tag == "VBP" || tag == "VBZ" || tag == "VB" && c.mark == "" && len(c.subj) > 0:
		if !when.IsZero() && !future && !r.report.Published.IsZero() && when.To.Before(r.report.Published) {
			return rapporteur.MeetingHeld, m
		}
		return "", m
	}
	return "", m
}

// pictured reports whether a clause in the present is a caption: somebody meets
// somebody named at a place, and nothing else is told.
func (r *reading) pictured(c *clause) bool {
	if base(r.rel(c.head)) != "root" || c.verb != "meet" || len(c.subj) == 0 || r.typeAt(c.subj[0]) != lang.PER || r.placeAt(c.head) == "" || r.sentence(c.head).Len() > 30 {
		return false
	}
	for _, k := range r.kids[c.head] {
		switch base(r.rel(k)) {
		case "advcl", "ccomp", "xcomp", "conj", "parataxis", "advmod", "mark":
			return false
		}
	}
	return slices.ContainsFunc(append(slices.Clone(c.obj), c.with("with")...), func(h int) bool { return r.typeAt(h) == lang.PER })
}

func orPlanned(m rapporteur.Modality) rapporteur.Modality {
	if m == rapporteur.Asserted {
		return rapporteur.Planned
	}
	return m
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
		if (r.bargaining(at) || r.lemma(at) == "discussion") && r.caseOf(at) == "in" && det == "" && !cc.neg && cc.modal == "" && r.modality(at) == rapporteur.Asserted { // "Norvana is in talks with Estrel"
			e.who = append(r.subjects(cc), e.who...)
			*state, *m = r.stay(cc, e.when)
		}
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
			if t := r.timeBelow(c.head); t != nil && !r.ofAside(t, c.head) {
				e.when = t.Interval
			}
		}
		r.fill(e, c.head)
		r.outcomes(e, c)
		r.caption(e, c)
		if u := r.clause(r.governs(c)); u != nil && c.mark == "to" && l.Journey[u.verb] {
			// "will travel to Lund on Friday to hold talks"
			for _, h := range append(u.with("to"), u.with("in")...) {
				if e.place == "" {
					e.place = r.placeName(h)
				}
			}
			if t := r.timeBelow(u.head); t != nil && e.when.IsZero() {
				e.when = t.Interval
			}
		}
		for _, k := range append(slices.Clone(c.comp), r.children(c.head, "advcl")...) { // "are scheduled to resume on Wednesday"
			if x := r.clause(k); x != nil && x.mark == "to" && (l.Plan[c.verb] || slices.Contains(c.comp, k)) {
				if t := r.timeBelow(k); t != nil && e.when.IsZero() {
					e.when = t.Interval
				}
				r.fill(e, k)
			}
		}
		// "began at seven and lasted five hours"
		for _, k := range r.conjuncts(c.head) {
			if k != c.head {
				r.fill(e, k)
				if e.place == "" {
					e.place = r.placeAt(k)
				}
				if t := r.timeBelow(k); t != nil && e.when.IsZero() && (l.End[r.lemma(k)] || l.Begin[r.lemma(k)]) {
					e.when = t.Interval
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
		case active && (c.neg && attends[c.verb] || stays[c.verb]) && mod != rapporteur.Conditional:
			// "will not attend the ceremony", "skipped the talks"
			if e.absent = r.subjects(c); len(e.absent) > 0 && (e.definite || len(e.who) > 0) {
				if c.modal != "" || !c.past && !c.perfect {
					set(rapporteur.MeetingPlanned, rapporteur.Planned)
				} else {
					set(rapporteur.MeetingHeld, rapporteur.Asserted)
				}
			}
		case c.is(l.Refuse) && !(c.verb == "refuse" && c.neg):
			if c.neg || c.modal != "" || c.mark != "" && c.mark != "that" || len(e.who) == 0 {
				return
			}
			if active { // "turned down a meeting with Holt"
				e.who = append(r.subjects(c), e.who...)
			}
			if len(distinct(e.who)) > 1 {
				set(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
			}
		case c.is(l.Cancel):
			if c.neg || mod != rapporteur.Asserted && mod != rapporteur.Hedged {
				return
			}
			set(rapporteur.MeetingCancelled, mod)
			if active && (r.child(top, "nmod:poss") < 0 || r.upos(r.child(top, "nmod:poss")) == "PRON") {
				e.who = append(r.people(c.subj...), e.who...) // but whoever cancels another's visit was not to go
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
		case (l.Begin[c.verb] || l.GoOn[c.verb]) && c.neg:
			return // "would not resume talks unless …"
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
		case mod == rapporteur.Denied && !c.neg && (l.End[c.verb] || broken[c.verb]):
			return // that they failed is denied, not the talks
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
			for _, o := range c.obj { // "took place between Holt and Marrow"
				for _, k := range r.children(o, "nmod") {
					if p := r.caseOf(k); p == "between" || p == "with" {
						e.who = append(e.who, r.people(k)...)
					}
				}
			}
			if s == rapporteur.MeetingHeld && e.talks && (l.Begin[c.verb] && c.verb != "launch" || c.verb == "get") && e.when.Exact() && e.when.From == r.report.Published {
				s = rapporteur.MeetingUnderWay // begun today
			}
			if c.neg && c.modal == "" && s == "" {
				if (c.past || c.perfect) && det == "no" && len(distinct(e.who)) > 1 && (c.verb == "happen" || c.verb == "occur" || c.verb == "take" && len(c.obj) == 1 && r.lemma(c.obj[0]) == "place") {
					set(rapporteur.MeetingDenied, rapporteur.Denied)
				}
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
		case p == "for" && (l.Plan[c.verb] || l.Journey[c.verb] || c.verb == "gather"):
			take(c)
			s, sm := r.verbState(c, e.when)
			if l.Journey[c.verb] {
				s, sm = r.atEnd(c, e.when)
				e.with = true // whoever travels to talks is at them
			} else if s == rapporteur.MeetingHeld {
				s, sm = rapporteur.MeetingPlanned, rapporteur.Planned
			}
			for _, h := range c.with("in", "to") {
				if e.place == "" && r.typeAt(h) == lang.LOC {
					e.place = r.placeName(h)
				}
			}
			e.who = append(r.people(c.subj...), e.who...)
			set(s, sm)
		case (p == "to" || p == "for" && c.verb != "ask") && invites[c.verb] && !c.neg:
			take(c)
			guests := r.people(c.obj...)
			e.who = append(append(r.subjects(c), guests...), e.who...)
			set(rapporteur.MeetingPlanned, rapporteur.Hedged)
		case (p == "of" || p == "out" || p == "out of" || p == "from") && r.leaves(c):
			take(c)
			e.who = append(r.subjects(c), e.who...)
			if r.nearer(e) {
				set(rapporteur.MeetingCancelled, mod)
			} else if c.verb == "walk" || c.verb == "storm" || c.past && !e.when.IsZero() && e.when.To.Before(r.report.Published) {
				set(rapporteur.MeetingHeld, mod)
			} else if upcoming || !e.when.IsZero() {
				set(rapporteur.MeetingCancelled, mod)
			}
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
			if c.modal == "" && r.conditional(c) || mod == rapporteur.Conditional || mod == rapporteur.Planned && (p == "after" || p == "following") && det != "the" && (e.when.IsZero() || !e.when.To.Before(r.report.Published)) {
				return
			}
			if c.modal == "may" || c.modal == "might" || c.modal == "could" || c.modal == "can" || c.modal == "should" || c.modal == "must" {
				return // "could walk away during a meeting"
			}
			if (p == "after" || p == "following") && c.modal == "will" && (e.when.IsZero() || !e.when.To.Before(r.report.Published)) {
				if len(e.who) > 0 {
					set(rapporteur.MeetingPlanned, rapporteur.Planned) // "will decide after his meeting with …"
				}
				return
			}
			with := p == "during" || p == "at" || p == "in" || p == "over" && l.Meals[r.lemma(top)]
			if with && c.copula && !c.past && !c.perfect && expected[r.lower(c.head)] && (e.when.IsZero() || e.when.Exact()) {
				set(rapporteur.MeetingPlanned, rapporteur.Planned) // "is likely at a summit on Thursday"
				return
			}
			if with && (c.modal == "will" || c.modal == "would" || c.mark == "to") {
				if s, sm := r.verbState(c, e.when); s != "" {
					take(c)
					set(s, sm)
					if len(e.who) == 0 && attends[c.verb] { // "will join Marrow in talks"
						e.who = append(r.subjects(c), r.people(c.obj...)...)
					}
				}
				return
			}
			if with && (c.neg || lodges[c.verb]) {
				return // "where they are staying during their visit"
			}
			if with && r.stillAhead(e, c) {
				set(rapporteur.MeetingPlanned, rapporteur.Planned)
				return
			}
			set(rapporteur.MeetingHeld, rapporteur.Asserted)
			if (p == "after" || p == "following") && !e.plural && c.past {
				r.afterwards(e, c)
			}
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
				if own == 0 && (c.verb != "say" && !r.cue[c.head] || r.lemma(top) == "visit" || r.lemma(top) == "trip") {
					e.who = append(e.who, r.people(c.subj...)...)
					e.who = append(e.who, r.people(c.with("with", "alongside", "together with")...)...)
				}
				if heard := append(slices.Clone(c.iobj), c.obj...); own == 0 && (e.place != "" || !e.when.IsZero()) && !r.amongOthers(top) && r.aPerson(heard) { // "told Holt over dinner", "handed Holt a list at a meeting"
					e.who = append(append(e.who, r.people(c.subj...)...), r.people(heard...)...)
				}
				if c.is(l.Verbs) || c.verb == "participate" || c.verb == "take" || c.verb == "meet" {
					e.who = append(e.who, r.people(c.subj...)...)
				}
				r.fill(e, c.head)
			}
		}
	case rel == "nmod" || rel == "appos" || rel == "root" || rel == "parataxis" || rel == "ccomp" || rel == "advcl" || rel == "dep" || rel == "list":
		p := r.caseOf(top)
		if k := r.child(top, "mark"); k >= 0 && p == "" {
			p = r.lower(k) // "since the summit"
		}
		word := ""
		if h >= 0 {
			word = r.lemma(h)
		}
		switch {
		case upcoming:
			set(rapporteur.MeetingPlanned, rapporteur.Planned)
		case possible && e.when.IsZero():
			return
		case p == "to":
			if g := r.governor(h); g != nil && invites[g.verb] && !g.neg { // "invited both to talks"
				take(g)
				e.who = append(append(r.subjects(g), r.people(g.obj...)...), e.who...)
				set(rapporteur.MeetingPlanned, rapporteur.Hedged)
			}
			return
		case word == "date" || word == "venue" || word == "plan" || word == "preparation" || word == "agenda" || word == "possibility" || word == "prospect" || word == "invitation" || word == "proposal" || word == "request" || word == "idea" || word == "time" || word == "call" || word == "need":
			if g := r.governor(h); g != nil && word == "plan" && (g.neg || r.child(h, "det") >= 0 && r.lower(r.child(h, "det")) == "no") {
				set(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
				return
			}
			if word == "date" && p == "of" {
				if r.child(top, "nmod:poss") >= 0 {
					set(rapporteur.MeetingHeld, rapporteur.Asserted) // "90 days from the date of our dinner"
				}
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
			g := r.governor(h)
			if g != nil && (r.modality(g.head) == rapporteur.Conditional || r.modality(g.head) == rapporteur.Denied) {
				return
			}
			if g != nil && r.stillAhead(e, g) && (p == "in" || p == "at" || p == "during") {
				set(rapporteur.MeetingPlanned, rapporteur.Planned)
				return
			}
			if r.typeAt(h) == lang.PER && rel == "nmod" && len(e.who) == 0 && r.head(h) < 0 {
				e.who = r.people(h) // a caption: "Brandt and Okoye during a meeting in Lund"
			}
			set(rapporteur.MeetingHeld, rapporteur.Asserted)
		case (p == "of" || p == "from") && e.definite && (e.place != "" || !e.when.IsZero()):
			set(rapporteur.MeetingHeld, rapporteur.Asserted)
		case !e.when.IsZero() && p != "for" && p != "on" && p != "before" && rel != "root":
			if pub := r.report.Published; !pub.IsZero() && e.when.Days() > 1 && !e.when.From.Before(pub) {
				set(rapporteur.MeetingPlanned, rapporteur.Planned) // "later this month"
			} else {
				set(rapporteur.MeetingHeld, rapporteur.Asserted)
			}
		}
	case rel == "advmod":
	}
}

// arranged are the words before "to" that put an act into the time to come.
var arranged = words{"due": true, "set": true, "scheduled": true, "slated": true, "expected": true, "supposed": true, "poised": true}

// stillAhead reports whether talks of these days are told as what something is expected of:
// "expects progress in this week's talks".
func (r *reading) stillAhead(e *encounter, c *clause) bool {
	pub := r.report.Published
	return e.when.Days() > 1 && !pub.IsZero() && e.when.To.After(pub) && (foresees[c.verb] || c.modal == "will" || c.modal == "would")
}

// foresees are the verbs of what is still to come of talks.
var foresees = words{"expect": true, "hope": true, "anticipate": true, "foresee": true, "predict": true, "seek": true, "aim": true, "await": true, "want": true}

// lodges are the verbs of where somebody sleeps, who meets others elsewhere.
var lodges = words{"stay": true, "lodge": true, "reside": true, "sleep": true, "live": true}

// attends are the verbs of taking part, stays those of not doing so.
var (
	attends = words{"attend": true, "join": true}
	stays   = words{"skip": true, "miss": true, "boycott": true}
)

// invites are the verbs that call somebody to talks.
var invites = words{"ask": true, "invite": true, "summon": true, "call": true, "convene": true}

// leaves reports whether a clause tells that somebody left talks, or will not come to them.
func (r *reading) leaves(c *clause) bool {
	if c.neg || c.modal != "" || r.modality(c.head) != rapporteur.Asserted {
		return false
	}
	switch c.verb {
	case "pull", "walk", "storm":
		for k := c.head + 1; k < min(c.head+6, r.sentence(c.head).End); k++ { // "pulled its envoys out of"
			if r.lower(k) == "out" {
				return k == c.head+1 || c.verb == "pull" && slices.ContainsFunc(c.obj, func(o int) bool { return o < k && lex().actors.Delegations[r.lemma(o)] })
			}
		}
	case "withdraw", "recall":
		return c.verb == "withdraw" || slices.ContainsFunc(c.obj, func(o int) bool { return lex().actors.Delegations[r.lemma(o)] })
	}
	return false
}

// expected are the adjectives of what is still to come.
var expected = words{"likely": true, "due": true, "expected": true, "possible": true, "unlikely": true}

// governs returns the head of a clause, 0 below nothing.
func (r *reading) governs(c *clause) int { return max(r.head(c.head), 0) }

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

// denied reports whether what governs a noun wishes, proposes or negates it.
func (r *reading) denied(i int) bool {
	c := r.governor(r.head(i))
	if c == nil {
		return false
	}
	return slices.Contains(c.obj, i) && (lex().meetings.Want[c.verb] || c.neg) || r.conditional(c)
}
