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

// isPast reports whether a time is over on the day of the report.
func (r *reading) isPast(when rapporteur.Interval) bool {
	return !when.IsZero() && !r.report.Published.IsZero() && when.To.Before(r.report.Published)
}

// toCome reports whether a time begins after the day of the report.
func (r *reading) toCome(when rapporteur.Interval) bool {
	return !when.IsZero() && !r.report.Published.IsZero() && when.From.After(r.report.Published)
}

func orPlanned(m rapporteur.Modality) rapporteur.Modality {
	if m == rapporteur.Asserted {
		return rapporteur.Planned
	}
	return m
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
