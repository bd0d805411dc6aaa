package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// asAdnominal reads an encounter that hangs on another noun at h, "the venue of the talks",
// or stands alone.
func (r *reading) asAdnominal(n *nominal, h int, rel string) {
	l := &lex().meetings
	p := r.caseOf(n.top)
	if k := r.child(n.top, "mark"); k >= 0 && p == "" {
		p = r.lower(k) // "since the summit"
	}
	word := ""
	if h >= 0 {
		word = r.lemma(h)
	}
	if r.readied(n) {
		return
	}
	switch {
	case n.upcoming:
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	case n.possible && n.when.IsZero():
	case l.Margins[word] && word != "time" && r.besideIt(n, h):
	case p == "on" && (rel == "advcl" || rel == "ccomp") && n.format == "visit" && n.place != "" && len(n.who) == 0: // "said while on a visit to Lund"
		if g := r.clause(h); g != nil && g.past {
			n.who = r.subjects(g)
			n.settle(rapporteur.MeetingUnderWay, rapporteur.Asserted)
		}
	case p == "to" && (word == "party" || word == "participant" || word == "witness"):
		r.byItsDay(n) // "both parties to Monday's session"
	case p == "to":
		if g := r.governor(h); g != nil && invites[g.verb] && !g.neg {
			r.calledTo(n, g)
		} else if g != nil && word == "invitation" {
			r.bidTo(n, g, h)
		}
	case outOf[word] && len(n.who) > 0 && r.noSuch(h) && (p == "of" || p == "for" || p == "about"):
		n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted) // "there is no question of a meeting with Holt"
	case l.Prospects[word] && p != "at" && p != "during" && p != "after":
		r.inProspect(n, h, p)
	case l.Rumours[word]:
		if r.calledFalse(n, h) {
			n.settle(rapporteur.MeetingDenied, rapporteur.Denied)
		}
	case l.After[p]:
		r.nounAfter(n, h, p, rel)
	case (p == "of" || p == "from") && n.definite && (n.place != "" || !n.when.IsZero()):
		n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
	case !n.when.IsZero() && p != "for" && p != "on" && p != "before" && rel != "root":
		if pub := r.report.Published; !pub.IsZero() && n.when.Days() > 1 && !n.when.From.Before(pub) {
			n.settle(rapporteur.MeetingPlanned, rapporteur.Planned) // "later this month"
		} else {
			n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
		}
	}
}

// besideIt reads an encounter on the margins of which something will or may be: "could meet on the sidelines of the
// summit". It is still to come.
func (r *reading) besideIt(n *nominal, h int) bool {
	g := r.governor(h)
	if g == nil || r.isPast(n.when) || g.modal == "" && g.mark != "to" || g.perfect {
		return false
	}
	if t := r.timeBelow(g.head); n.when.IsZero() && t != nil && (t.Interval.Days() <= 31 || r.toCome(t.Interval)) && !r.isPast(t.Interval) {
		n.when = t.Interval
	}
	n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	return true
}

// outOf are the nouns of what there is none of where no encounter is to come.
var outOf = words{"question": true, "talk": true, "thought": true, "intention": true, "prospect": true, "chance": true, "possibility": true, "plan": true}

// inProspect reads "plans for a summit", "the date of the talks": what is told of is not the
// encounter, which is planned where enough is said of it.
func (r *reading) inProspect(n *nominal, h int, p string) {
	word := r.lemma(h)
	if g := r.governor(h); g != nil && word == "plan" && (g.neg || r.child(h, "det") >= 0 && r.lower(r.child(h, "det")) == "no") {
		n.settle(rapporteur.MeetingNotPlanned, rapporteur.Asserted)
		return
	}
	if word == "date" && p == "of" {
		if r.child(n.top, "nmod:poss") >= 0 {
			n.settle(rapporteur.MeetingHeld, rapporteur.Asserted) // "90 days from the date of our dinner"
		}
		return
	}
	if dates[word] && p == "for" && n.det != "the" && !n.when.IsZero() && !r.isPast(n.when) { // "no date for the expected round in September was given"
		n.settle(rapporteur.MeetingPlanned, rapporteur.Hedged)
		return
	}
	if word == "date" && n.det == "the" && len(n.who) > 1 || word == "plan" && len(n.who) > 0 || word == "preparation" && len(n.who) > 1 {
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	}
}

// dates are the nouns of when and where an encounter is to be.
var dates = words{"date": true, "venue": true, "time": true, "agenda": true}

// calledFalse reports whether the report of an encounter, the noun at h, is called false.
func (r *reading) calledFalse(n *nominal, h int) bool {
	l := &lex().meetings
	// the tree may have put "are false" elsewhere in the sentence
	for k := n.top + 1; k < r.sentence(n.top).End && k < n.top+16; k++ {
		if l.False[r.lower(k)] && r.child(k, "cop") >= 0 {
			return true
		}
	}
	g := r.governor(h)
	return g != nil && !g.neg && (l.False[r.lower(g.head)] || g.is(l.Deny))
}

// nounAfter reads what a noun tells to have been at or after an encounter: "a toast at the
// dinner", "Brandt and Okoye during a meeting in Lund".
func (r *reading) nounAfter(n *nominal, h int, p, rel string) {
	g := r.governor(h)
	if g != nil && (r.modality(g.head) == rapporteur.Conditional || r.modality(g.head) == rapporteur.Denied) {
		return
	}
	if g != nil && r.stillAhead(n.encounter, g) && (p == "in" || p == "at" || p == "during") {
		n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
		return
	}
	if g != nil && (p == "at" || p == "during") && (g.modal == "will" || g.modal == "would" || g.mark == "to") && !g.neg {
		if s, m := r.verbState(g, n.when); s == rapporteur.MeetingPlanned { // "is expected to ask for a delay at Thursday's summit"
			n.settle(s, m)
			return
		}
	}
	if h >= 0 && r.typeAt(h) == lang.PER && rel == "nmod" && len(n.who) == 0 && r.head(h) < 0 {
		n.who = r.people(h) // a caption
	}
	n.settle(rapporteur.MeetingHeld, rapporteur.Asserted)
}
