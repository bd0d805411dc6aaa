package claim

import (
	"slices"
	"strings"

	"rapporteur"
)

// counterOffer reports whether token i names an offer that answers another: "a counter-offer".
func (r *reading) counterOffer(i int) bool {
	w, ok := strings.CutPrefix(r.lemma(i), "counter")
	switch strings.TrimPrefix(w, "-") {
	case "offer", "proposal", "bid", "draft", "plan", "demand", "text":
		return ok
	}
	return r.lower(i-1) == "counter" && (r.lemma(i) == "offer" || r.lemma(i) == "proposal")
}

// counters reads "put forward a counter-offer", "came back with a counterproposal", "announced preparations for one".
func (r *reading) counters(c *clause, s stand) (stand, bool) {
	if c.neg || len(s.actors) == 0 {
		return s, false
	}
	behind := slices.Clone(c.obj)
	switch {
	case c.verb == "announce":
		behind = nil
		for _, o := range c.obj {
			if r.lemma(o) == "development" || r.lemma(o) == "preparation" || r.counterOffer(o) {
				behind = append(append(behind, o), r.children(o, "nmod")...)
			}
		}
	case c.verb == "come" || c.verb == "return" || c.verb == "respond" || c.verb == "reply" || c.verb == "answer":
		behind = c.with("with")
	case !lex().positions.Lists.Hand[c.verb] && !slices.Contains([]string{"make", "put", "offer", "prepare", "propose", "draft", "lodge", "launch", "unveil", "file", "present", "table", "tender", "send", "give", "release", "publish", "issue", "deliver", "submit"}, c.verb):
		return s, false
	}
	for _, k := range behind {
		if r.counterOffer(k) {
			s.stance, s.targets, s.sure = rapporteur.Proposes, []int{k}, true
			r.replied[c.head] = true
			return s, true
		}
	}
	return s, false
}

// counterFrom reads whose a counter-offer is that is only named: "tore up the guild's counter-offer",
// "a counter-offer by the guild".
func (r *reading) counterFrom(i int) {
	if !r.counterOffer(i) {
		return
	}
	var actors []actor
	if p := r.child(i, "nmod:poss"); p >= 0 && r.upos(p) != "PRON" {
		actors = r.actorsAt(p)
	}
	for _, k := range r.children(i, "nmod") {
		if p := r.caseOf(k); p == "from" || p == "by" {
			actors = append(actors, r.actorsAt(k)...)
		}
	}
	c := r.governor(i)
	if c != nil && len(actors) == 0 {
		for _, k := range c.with("from", "by") {
			if r.lo[k] == r.hi[i] { // which the tree gave to the verb
				actors = r.actorsAt(k)
			}
		}
	}
	if len(actors) == 0 {
		return
	}
	if c != nil && (c.neg || c.modal != "" || r.conditional(c) || r.asked(c)) {
		return
	}
	r.replied[i] = true
	r.keepPositions(i, actors, rapporteur.Claim{Kind: rapporteur.KindPosition, Modality: rapporteur.Asserted},
		rapporteur.PositionClaim{Stance: rapporteur.Proposes, On: "text", Summary: r.doc.Words(r.nounPhrase(i))})
}

// lengths that an offer falls below: "stays below what Norvana could accept".
var belowWhat = words{"short": true, "less": true, "below": true, "shy": true, "far": true, "away": true, "beneath": true, "under": true, "more": true, "beyond": true, "above": true, "over": true}

// takes are what one does with a demand or an offer that is within one's bounds.
var takes = words{"accept": true, "agree": true, "afford": true, "swallow": true, "stomach": true, "tolerate": true, "bear": true, "offer": true, "give": true, "concede": true, "pay": true, "sign": true, "support": true, "back": true, "consider": true, "live": true, "contemplate": true, "grant": true}

// outOfBounds reads an offer told to be less, or a demand more, than somebody can accept: "stays below
// what Norvana could accept", "is beyond what the port can pay".
func (r *reading) outOfBounds(c *clause) (stand, bool) {
	what, up := r.head(c.head), (*clause)(nil)
	if r.rel(c.head) == "acl:relcl" && what >= 0 {
		up = r.governor(r.head(what))
	} else if len(c.obj) > 0 && c.obj[0] < c.head { // hung on the verb: "stays below | what Norvana could accept"
		what, up = c.obj[0], r.clause(r.head(c.head))
	}
	if what < 0 || r.lower(what) != "what" || len(c.subj) == 0 || c.neg {
		return stand{}, false
	}
	able := (c.modal == "can" || c.modal == "could" || c.modal == "will" || c.modal == "would") && takes[c.verb]
	if x := r.child(c.head, "xcomp"); x >= 0 && (r.lower(c.head) == "willing" || r.lower(c.head) == "prepared" || r.lower(c.head) == "ready" || r.lower(c.head) == "able") {
		able = takes[r.lemma(x)]
	}
	if !able {
		return stand{}, false
	}
	switch r.caseOf(what) {
	case "of", "from", "than":
		if h := r.head(what); h < 0 || !belowWhat[r.lower(h)] && !belowWhat[r.lower(r.lo[what]-1)] {
			return stand{}, false
		}
	case "below", "beyond", "above", "beneath", "over", "under", "short of":
	default:
		return stand{}, false
	}
	for up != nil && len(up.subj) == 0 && up.up >= 0 {
		up = r.clause(up.up)
	}
	if up == nil || up.neg || len(up.subj) == 0 || up.head == c.head || len(r.actorsAt(up.subj...)) > 0 {
		return stand{}, false
	}
	s := stand{stance: rapporteur.Rejects, actors: r.standers(c), targets: slices.Clone(up.subj), sure: true, settled: true, words: r.own(up.head)}
	return s, len(s.actors) > 0
}

// noMoreToOffer reads who says that there is nothing more to be had of it: "will go no further", "can cede
// no more of its waters".
func (r *reading) noMoreToOffer(c *clause) (stand, bool) {
	if c.modal != "can" && c.modal != "could" && c.modal != "will" && c.modal != "would" || len(c.subj) == 0 || r.rel(c.head) == "acl:relcl" {
		return stand{}, false
	}
	verb := c.head
	if x := r.child(c.head, "xcomp"); x >= 0 && c.verb == "afford" { // "cannot afford to cede another field"
		verb = x
	}
	moves := r.lemma(verb) == "go" || r.lemma(verb) == "move"
	if !moves && !yields[r.lemma(verb)] {
		return stand{}, false
	}
	for k := verb + 1; k < min(verb+5, r.sentence(verb).End); k++ {
		switch w := r.lower(k); {
		case w == "no" && k+1 < len(r.kids) && moreOf[r.lower(k+1)] && !c.neg, c.neg && moreOf[w]:
			if w == "no" {
				k++
			}
			if moves && k+1 < len(r.kids) && r.upos(k+1) != "PUNCT" && r.lower(k+1) != "than" {
				return stand{}, false // "cannot go further north"
			}
			s := stand{stance: rapporteur.Rejects, actors: r.standers(c), targets: []int{verb}, sure: true, settled: true, whole: true, words: r.own(c.head)}
			if len(s.actors) == 0 {
				return stand{}, false
			}
			r.replied[c.head] = true
			return s, true
		case w != "any" && w != "much" && w != "them" && w != "it" && w != "a" && w != "us" && r.upos(k) != "PROPN" && r.upos(k) != "DET":
			return stand{}, false
		}
	}
	return stand{}, false
}

// yields are what somebody does who comes closer to what is asked of him.
var yields = words{"offer": true, "pay": true, "give": true, "concede": true, "cede": true, "spend": true}

// moreOf are the words for more than what was offered.
var moreOf = words{"more": true, "further": true, "higher": true, "better": true, "another": true}
