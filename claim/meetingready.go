package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/timex"
)

// Encounters that people are told to make ready for, to press on with plans for, or to enter into, and
// those that are to be in so many days.

// madeReady returns the clause that tells that somebody makes ready for the encounter of a noun, as the words
// before its preposition tell it: "prepared for another round", "pressed on with plans for a new round"; nil for none.
func (r *reading) madeReady(n *nominal) *clause {
	l := &lex().meetings
	k := r.child(n.top, "case")
	if k <= r.sentence(n.top).Start || r.sent[k] != r.sent[n.top] {
		return nil
	}
	p := r.lower(k)
	for k--; k > r.sentence(n.top).Start && (r.upos(k) == "ADV" || r.doc.Tokens[k].XPOS == "RP" || r.rel(k) == "compound:prt" || r.upos(k) == "PRON" && r.head(k) < k); k-- {
	}
	switch c := r.clause(k); {
	case c != nil && r.upos(k) == "VERB" && l.Readies[r.lemma(k)] && !looksOut[c.verb] && (p == "for" || p == "to" || p == "into" || p == "toward" || p == "towards"):
		return r.unlessUndone(c)
	case p == "for" && l.Designs[r.lemma(k)] && (r.upos(k) == "NOUN" || r.upos(k) == "PROPN"):
		if g := r.governor(k); g != nil && g.head < k && l.Pursue[g.verb] {
			return r.unlessUndone(g)
		}
	}
	return nil
}

// looksOut are the verbs of what is done for many other things than an encounter one will be at.
var looksOut = words{"look": true, "hope": true, "wait": true, "head": true, "train": true, "position": true}

// unlessUndone returns a clause unless it tells what is not so, or was before something else.
func (r *reading) unlessUndone(c *clause) *clause {
	if c.neg || c.perfect && c.past && !c.ongoing || c.modal != "" && c.modal != "will" && c.modal != "would" {
		return nil
	}
	if m := r.modality(c.head); m == rapporteur.Conditional || m == rapporteur.Denied {
		return nil
	}
	return c
}

// readied reports whether somebody makes ready for an encounter, and reads it: it is still to come, and he is to be at it.
func (r *reading) readied(n *nominal) bool {
	c := r.madeReady(n)
	if c == nil {
		return false
	}
	if t := r.timeBelow(c.head); n.when.IsZero() && t != nil && t.Start > n.top {
		n.when = t.Interval // but "moved ahead Monday with plans for a round"
	}
	if n.place == "" {
		n.place = r.placeAt(c.head)
	}
	if r.isPast(n.when) && n.when.Days() > 1 {
		return true // "had been preparing for last month's talks"
	}
	n.who = append(r.subjects(c), n.who...)
	n.who = append(n.who, r.people(c.with("with", "between")...)...)
	n.settle(rapporteur.MeetingPlanned, rapporteur.Planned)
	return true
}

// entered reports whether a clause tells that somebody takes up the encounter behind a preposition: "embark on
// fresh negotiations", "entered into talks".
func (r *reading) entered(n *nominal, c *clause, p string) bool {
	if r.doc.Tokens[c.head].XPOS == "VBG" && !c.ongoing {
		return false // "the importance of entering into talks"
	}
	switch c.verb {
	case "embark":
		return p == "on" || p == "upon"
	case "enter", "go", "plunge", "throw", "get", "move":
		return p == "into" && (n.talks || r.bargaining(n.noun))
	case "engage":
		return p == "in" && (n.talks || r.bargaining(n.noun))
	case "rush", "hurry", "race", "dash", "troop", "flock":
		return p == "to" && len(c.subj) > 0 && !c.neg // "rushed to an emergency meeting"
	}
	return false
}

// inSoLong gives what is planned, and of which no day is told, the days that lie as far ahead as its sentence
// tells: "agreed to speak once more in two weeks", "will meet within ten days".
func (r *reading) inSoLong(e *encounter) {
	pub := r.report.Published
	if !e.when.IsZero() || e.state != rapporteur.MeetingPlanned || pub.IsZero() {
		return
	}
	for t := range r.times {
		x := &r.times[t]
		if x.Start <= e.head || x.Start > e.head+12 || r.sent[x.Start] != r.sent[e.head] || x.Type != timex.DurationType || x.End < len(r.kids) && r.lower(x.End) == "of" {
			continue
		}
		at := x.Start
		if f := r.lower(at); f != "in" && f != "within" {
			at--
		}
		if p := r.lower(at); p != "in" && p != "within" || slices.ContainsFunc(r.lowers[max(at-4, 0):at], func(w string) bool { return ordinal(w) || w == "time" || w == "only" }) {
			continue
		}
		for k := e.head + 1; k < at; k++ {
			if r.upos(k) == "VERB" && isFinite(r.doc.Tokens[k].XPOS) {
				return
			}
		}
		days, slack := length(x.Value)
		if days == 0 {
			continue
		}
		e.when = rapporteur.Interval{From: pub.AddDays(days - slack - 1), To: pub.AddDays(days + slack)}
		if r.lower(at) == "within" {
			e.when.From = pub
		}
		return
	}
}

// theyWhoMet returns those of whom the sentence told before token i that they met or spoke: "had spoken by phone with
// Holt and Okoye, and they agreed to talk again".
func (r *reading) theyWhoMet(i int) []actor {
	for n := len(r.claims) - 1; n >= 0; n-- {
		f := &r.claims[n]
		if f.Meeting == nil || r.sent[f.head] != r.sent[i] || f.head >= i || stageOf(f.Meeting.State) != took {
			continue
		}
		var out []actor
		for _, m := range append(slices.Clone(f.Meeting.Participants), f.Meeting.Parties...) {
			out = append(out, actor{Mention: m, token: i})
		}
		if len(out) > 1 {
			return out
		}
	}
	return nil
}
