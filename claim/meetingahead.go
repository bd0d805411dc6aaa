package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/timex"
)

// stillToCome puts an encounter that is told by its weekday into the days to come, where the words
// around it speak of it as one that has not been: "could derail Sunday's summit", "are preparing for
// Friday's talks", or where the report told before that it will be that day.
func (r *reading) stillToCome(e *encounter) {
	pub := r.report.Published
	if stageOf(e.state) != took || e.noun <= 0 || pub.IsZero() || !e.when.Exact() || e.when.To.After(pub) || pub.Sub(e.when.To) > 7 {
		return
	}
	x := r.weekdayOf(e)
	if x == nil {
		return
	}
	switch r.outlook(e, x) {
	case sureAhead:
	case bidAhead:
		if e.modality = rapporteur.Hedged; pub.Sub(e.when.To) < 4 { // on Friday, of Wednesday's: the day of the bid
			e.state, e.lost, e.when = rapporteur.MeetingPlanned, false, rapporteur.Interval{}
			return
		}
	case nearAhead:
		if pub.Sub(e.when.To) < 4 {
			return // of a Wednesday, Monday's summit is that of two days ago
		}
	default:
		if !r.toldToCome(e) {
			return
		}
	}
	if e.state, e.lost = rapporteur.MeetingPlanned, false; e.modality != rapporteur.Hedged {
		e.modality = rapporteur.Planned
	}
	if e.when.To.Before(pub) {
		e.when = rapporteur.On(e.when.From.AddDays(7))
	}
}

// weekdayOf returns the weekday that tells when the encounter of a noun is, in its own words or right
// behind them: "Sunday's summit", "talks on Thursday".
func (r *reading) weekdayOf(e *encounter) *timex.Time {
	for t := range r.times {
		x := &r.times[t]
		if x.Interval != e.when || r.sent[min(x.Start, len(r.sent)-1)] != r.sent[e.noun] || !r.ofWeekday(x) || r.lower(x.Start) == "last" || x.Start > 0 && (r.lower(x.Start-1) == "last" || r.lower(x.Start-1) == "past") {
			continue
		}
		if x.Start > e.noun && (x.Start <= e.noun+3 || x.Start <= e.noun+6 && r.bidFor(e.noun)) || x.End <= e.noun && x.End >= e.noun-5 && r.within(x.Start, e.noun) {
			return x
		}
	}
	return nil
}

// foresight is how surely words tell that an encounter is still to come.
type foresight int

const (
	notAhead  foresight = iota
	nearAhead           // if the weekday to come is the nearer one
	sureAhead
	bidAhead // what is offered or agreed to: on the weekday to come, or on that day the bid was made
)

// outlook judges by the words above the noun of an encounter whether it is still to come.
func (r *reading) outlook(e *encounter, x *timex.Time) foresight {
	l := &lex().meetings
	top, _ := r.wholeOf(e.noun)
	p := r.caseOf(top)
	if c := r.clause(top); c != nil && c.copula && !c.past && !c.perfect && c.modal == "" && !c.neg && p == "on" {
		return nearAhead // "all eyes are on Friday's talks"
	}
	for at, steps := top, 0; steps < 4; steps++ {
		h := r.head(at)
		if h < 0 {
			return notAhead
		}
		c := r.clause(h)
		if c == nil || c.copula && base(r.rel(at)) == "nmod" {
			if l.Outlooks[r.lemma(h)] && (p == "for" || p == "about" || p == "over" || p == "of" || p == "on" || p == "to") {
				if g := r.governor(h); g != nil && (g.past || g.perfect) && g.modal == "" {
					return nearAhead
				}
				return sureAhead
			}
			if c == nil {
				if g := r.governor(h); at == top && p == "for" && x.Start < top && g != nil && slices.Contains(g.obj, h) && !blames[g.verb] && !r.cue[g.head] {
					return nearAhead // "has closed roads for Saturday's summit"
				}
				at = h
				continue
			}
		}
		return r.actOutlook(c, top, at, p, x)
	}
	return notAhead
}

// actOutlook judges by the clause that governs an encounter whether it is still to come.
func (r *reading) actOutlook(c *clause, top, at int, p string, x *timex.Time) foresight {
	l := &lex().meetings
	tag, done := r.doc.Tokens[c.head].XPOS, c.past || c.perfect
	undone := c.may() || c.modal != "" || c.mark == "to" || tag == "VBP" || tag == "VBZ" && !done || c.ongoing && !c.past
	direct := at == top && (slices.Contains(c.obj, top) || c.passive && slices.Contains(c.subj, top))
	switch {
	case c.is(l.Readies) && at == top && (p == "for" || p == "to" || p == "into" || p == "toward" || p == "towards" || p == "on") && c.verb != "look":
		if c.perfect && c.past {
			return notAhead
		}
		return sureAhead
	case c.verb == "look" && at == top && p == "to", c.verb == "look" && at == top && p == "toward":
		return sureAhead
	case c.is(l.Imperil) && (direct || p == "over" || p == "on"):
		if undone && !c.perfect && !r.underPast(c) {
			return sureAhead
		}
		return nearAhead
	case p == "for" && at == top && !blames[c.verb] && x.Start < top:
		return nearAhead // "has closed roads for Saturday's summit"
	case c.copula && !c.past && !c.perfect && c.modal == "" && !c.neg && slices.Contains(c.subj, top):
		return nearAhead // "Thursday's meeting is their third"
	case l.Plan[c.verb] && c.verb != "agree" && !c.past && !c.perfect && !c.passive && c.modal == "" && (p == "during" || p == "at"):
		return nearAhead // "plan a march during Saturday's summit"
	case at == top && x.Start > top && r.bidFor(top):
		if r.within(x.Start, top) {
			return sureAhead
		}
		return bidAhead
	}
	return notAhead
}

// bidFor reports whether the encounter of a noun is what somebody offers or asks for.
func (r *reading) bidFor(noun int) bool {
	top, _ := r.wholeOf(noun)
	c := r.governor(top)
	return c != nil && !c.neg && (biddings[c.verb] || biddings[c.verb+" "+r.caseOf(top)])
}

// biddings are the verbs of bringing others to talks that are not yet.
var biddings = words{"propose": true, "offer": true, "suggest": true, "request": true, "seek": true, "demand": true, "moot": true, "float": true, "agree to": true, "want": true, "urge": true, "call for": true, "press for": true, "push for": true, "appeal for": true, "ask for": true, "agree": true}

// underPast reports whether an infinitive hangs on a verb in the past: "threatened to overshadow".
func (r *reading) underPast(c *clause) bool {
	if c.mark != "to" {
		return false
	}
	u := r.clause(r.governs(c))
	return u != nil && (u.past || u.perfect) && u.modal == ""
}

// blames are the verbs of what somebody is praised or blamed for, which he has done.
var blames = words{"blame": true, "criticise": true, "criticize": true, "thank": true, "praise": true, "apologise": true, "apologize": true, "rebuke": true, "attack": true, "condemn": true, "mock": true, "fault": true, "commend": true, "applaud": true, "chide": true, "scold": true, "censure": true, "punish": true, "pay": true, "account": true}

// toldToCome reports whether the report told before that an encounter will be on the weekday of this
// one, which is not told as one that was: "will meet on Sunday. … Sunday's summit".
func (r *reading) toldToCome(e *encounter) bool {
	top, _ := r.wholeOf(e.noun)
	if g := r.governor(top); g != nil && g.past && g.modal == "" && (slices.Contains(g.subj, top) || lex().meetings.After[r.caseOf(top)]) {
		return false
	}
	day := e.when.From.AddDays(7)
	return slices.ContainsFunc(r.claims, func(g found) bool {
		return g.Meeting != nil && stageOf(g.Meeting.State) == ahead && g.When.Exact() && g.When.From == day && (e.place == "" || g.Meeting.Place == "" || samePlace(e.place, g.Meeting.Place))
	})
}

// yetToDo reports whether a clause tells what is still to be done: "is scheduled to attend", "will join".
func (r *reading) yetToDo(c *clause) bool {
	return c != nil && (c.mark == "to" || c.modal == "will" || c.modal == "would" || r.lower(max(c.head-1, 0)) == "to")
}

// hopedOf reads what somebody means to do with another at a summit: "a summit in Lund where Brandt hopes to seal the pact with
// Okoye", "at which she is to see him". It reports whether a clause on the noun tells that.
func (r *reading) hopedOf(n *nominal, x *clause) bool {
	hopes := x.verb == "hope" || x.verb == "want" || x.verb == "aim" || x.verb == "seek"
	if base(r.rel(x.head)) != "acl" || x.neg || x.past || x.perfect || !r.aPerson(x.subj) || n.place == "" || !r.whereOrWhich(n.noun, x.head) {
		return false
	}
	var with []int
	acts := x.with("with")
	switch {
	case hopes || x.verb == "plan" || x.verb == "intend" || x.verb == "expect":
		for _, k := range x.comp {
			if y := r.clause(k); y != nil {
				with = append(append(with, y.with("with")...), r.withUnder(y.obj)...)
				if y.is(lex().meetings.Verbs) || y.verb == "see" {
					with = append(with, y.obj...)
				}
			}
		}
	case x.modal == "will" || x.mark == "to" || r.lower(max(x.head-1, 0)) == "to":
		with = append(append(acts, r.withUnder(x.obj)...), x.obj...)
	}
	if !r.aPerson(with) {
		return false
	}
	n.who = append(r.people(x.subj...), r.people(with...)...)
	n.upcoming = true
	if hopes {
		n.modality = rapporteur.Hedged
	}
	return true
}

// withUnder returns the nominals with "with" below others: "finalise a deal with Holt".
func (r *reading) withUnder(heads []int) (out []int) {
	for _, o := range heads {
		for _, k := range r.children(o, "nmod") {
			if r.caseOf(k) == "with" {
				out = append(out, k)
			}
		}
	}
	return out
}

// whereOrWhich reports whether a clause is one on a noun that begins with "where" or "at which".
func (r *reading) whereOrWhich(i, head int) bool {
	for k := i + 1; k < head; k++ {
		if f := r.lower(k); f == "where" || f == "which" && r.lower(k-1) == "at" {
			return true
		}
	}
	return false
}
