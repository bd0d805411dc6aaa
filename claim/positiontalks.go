package claim

import (
	"slices"
	"strings"

	"rapporteur"
)

// quitsTalks reads who will have no talks, leaves them or breaks them off: "quit the negotiations
// over fish", "cut off its dialogue with the islands", "boycotted the round", "banned any informal talks".
func (r *reading) quitsTalks(c *clause, s stand) (stand, bool) {
	if c.passive || c.neg || c.modal != "" || r.modality(c.head) == rapporteur.Denied || len(s.actors) == 0 || r.togetherOrBetween(c, s.actors) {
		return s, false
	}
	t := r.talksQuit(c)
	if t < 0 {
		return s, false
	}
	s.stance, s.targets, s.settled, s.sure = rapporteur.Rejects, []int{t}, true, true
	return s, true
}

// talksQuit returns the talks that a clause tells the leaving of, -1 for none.
func (r *reading) talksQuit(c *clause) int {
	quits := lex().positions.Lists.Quits
	for _, o := range c.obl { // "pulled | out of the talks"
		if way, _, _ := strings.Cut(o.prep, " "); (way == "out" || way == "away") && quits[c.verb+" "+way] && r.talksNoun(o.head) {
			return o.head
		}
	}
	if !c.is(quits) {
		return -1
	}
	for _, o := range c.obj {
		if r.talksNoun(o) {
			return o
		}
	}
	bare := len(c.obj) == 0
	for _, o := range c.obl {
		switch {
		case r.timeAt[o.head] >= 0:
		case r.talksNoun(o.head) && (o.prep == "of" || o.prep == "from" || o.prep == "out" || o.prep == ""):
			return o.head
		case o.prep != "after" && o.prep != "over" && o.prep != "in" && o.prep != "at" && o.prep != "before":
			bare = false
		}
	}
	if u := r.clause(r.head(c.head)); bare && c.lemma != c.verb && u != nil && base(r.rel(c.head)) == "advcl" { // "the round ended as the growers pulled out"
		for _, k := range u.subj {
			if r.talksNoun(k) {
				return k
			}
		}
	}
	return -1
}

// talksNoun reports whether a noun is talks, or the table at which they are held.
func (r *reading) talksNoun(i int) bool {
	switch w := r.lemma(i); w {
	case "table", "process":
		return slices.ContainsFunc(r.children(i, "compound", "amod"), func(k int) bool { return bargaining[r.lower(k)] })
	case "talk", "negotiation", "dialogue", "consultation", "discussion", "meeting", "summit", "round", "session", "conference", "parley":
		return w != "talk" || r.lower(i) == "talks"
	}
	return false
}

// bargaining are words for a table or a process of talks.
var bargaining = words{"negotiating": true, "negotiation": true, "negotiations": true, "bargaining": true, "peace": true, "talks": true, "mediation": true, "dialogue": true}

// togetherOrBetween reports whether those who end talks are both sides of them, or who leads them for others.
func (r *reading) togetherOrBetween(c *clause, who []actor) bool {
	if len(who) > 1 || len(c.subj) > 1 {
		return true
	}
	return slices.ContainsFunc(c.subj, func(k int) bool {
		switch r.lemma(k) {
		case "side", "party", "mediator", "broker", "arbitrator", "negotiator", "delegation", "facilitator", "both", "they", "leader":
			return r.doc.Tokens[k].XPOS == "NNS" || r.lower(k) == "both" || r.lower(k) == "they" || r.lemma(k) == "mediator" || r.lemma(k) == "facilitator" || r.lemma(k) == "arbitrator"
		}
		return false
	})
}
