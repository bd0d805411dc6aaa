package claim

import (
	"slices"

	"rapporteur"
)

// statusOf reads what became of points: "the clause on prisoners has been
// agreed", "the strait will be left to the presidents", "agreed not to limit …".
func (p *pointMaker) statusOf(c *clause) {
	if p.doc.Sentences[p.sent[c.head]].Heading || p.conditional(c) {
		return
	}
	p.verb = c.head
	if p.includes(c) {
		return
	}
	m := p.modality(c.head)
	if m == rapporteur.Conditional || c.perfect && (c.modal == "would" || c.modal == "could" || c.modal == "might") {
		return // "would have cut most tariffs": what did not come
	}
	if c.neg && p.turnedAway(c) {
		return
	}
	denied := p.deniedThat(c)
	if !denied && p.disclaimed(c) || p.inPassing(c) && !p.bidding(c) {
		return
	}
	if !denied && (p.votedDown(c) || p.takesUp(c) || p.absent(c) || p.unmentioned(c) || p.strife(c) || p.silent(c) || p.unsettled(c) || p.atOdds(c) || p.reached(c) || p.edits(c) || p.answeredAsk(c) || p.tookEffect(c) || p.oneSided(c) || p.figureMoved(c) || p.settledFor(c) || p.unmet(c) || p.obtained(c) || p.pledged(c) || p.setsAt(c) || p.notIn(c) || p.inForceOnce(c) || p.lasts(c)) {
		return
	}
	if (c.mark == "to" || c.mark == "since" && p.lower(c.head-1) == "to") && p.onlyPurpose(c) {
		return
	}
	if lex().points.Lists.Consent[c.verb] || p.pledges(c) {
		p.agreed(c, m) // agree to …, agree not to …
		return
	}
	x := change{clause: c, modality: m, denied: denied}
	if p.becomes(&x) && p.inForce(&x) {
		p.makeChange(&x)
	}
}

// change is what a clause tells to have become of some points.
type change struct {
	*clause
	status   rapporteur.Status
	heads    []int
	modality rapporteur.Modality
	denied   bool // somebody is told to deny it
}

// includes reads "These include …" behind a sentence that told what became of several points.
func (p *pointMaker) includes(c *clause) bool {
	if c.verb != "include" && c.verb != "concern" && c.verb != "be" || p.statusAt < 0 || p.sent[c.head]-p.statusAt != 1 || len(c.subj) == 0 {
		return false
	}
	switch p.lower(c.subj[0]) {
	case "these", "they", "those", "this", "among":
		for _, o := range c.obj {
			p.matter(o, p.status, rapporteur.Asserted, nil)
		}
		return true
	}
	return false
}

// onlyPurpose reports whether an infinitive tells a purpose or a wish, which is no change:
// "talks to resolve the issue of …", "goods to be moved".
func (p *pointMaker) onlyPurpose(c *clause) bool {
	h, rel := p.head(c.head), base(p.rel(c.head))
	up := p.clause(h)
	if rel == "acl" || up == nil {
		return true
	}
	switch up.verb {
	case "agree":
		return false
	case "decide", "manage", "choose":
		return rel == "advcl"
	case "want", "demand", "seek", "propose":
		return rel == "advcl" || p.wanted(c) != up
	}
	return true
}

// becomes reads what becomes of which points. It reports whether anything does.
func (p *pointMaker) becomes(x *change) bool {
	c, l := x.clause, &lex().points
	switch {
	case c.verb == "take" && (p.takenOff(c) || len(c.with("out of", "out")) > 0):
		x.status, x.heads = rapporteur.Dropped, p.affected(c)
	case p.bracketed(c) && (c.copula || bracketing[c.verb]):
		x.status, x.heads = rapporteur.Open, p.affected(c)
		if !c.passive && len(c.obj) == 0 {
			x.heads = c.subj
		}
	case (c.verb == "keep" || c.verb == "hold") && (len(c.with("out of")) > 0 || p.lower(min(c.head+1, len(p.kids)-1)) == "out" && p.lower(min(c.head+2, len(p.kids)-1)) == "of"):
		x.status, x.heads = rapporteur.Dropped, p.affected(c)
	case (c.verb == "keep" || c.verb == "reserve" || c.verb == "save" || c.verb == "hold") && c.passive && len(c.with("for", "until")) > 0: // "is being kept for the summit"
		x.status, x.heads = rapporteur.Deferred, c.subj
	case c.verb == "put" && p.brackets(c):
		x.status, x.heads = rapporteur.Deferred, p.affected(c)
	case len(p.framedBy(c)) > 0:
		x.status, x.heads = rapporteur.Contested, p.framedBy(c)
	case len(p.objected(c)) > 0:
		x.status, x.heads = rapporteur.Contested, p.objected(c)
	case c.verb == "leave" && p.leftOpen(c) && p.openQuestion(c):
		return false
	case c.verb == "leave" && (c.passive || len(c.obj) > 0):
		x.status, x.heads = p.leftAs(c), p.affected(c)
	case p.separately(c) || p.elsewhere(c):
		if s := l.Status[c.verb]; s != "" && (c.passive || s == string(rapporteur.Moved)) || l.Lists.Deal[c.verb] {
			x.status, x.heads = rapporteur.Moved, p.affected(c)
		}
	case x.denied && !c.passive:
		return false
	case c.copula || c.verb == "remain" || c.verb == "stay" || c.verb == "prove" || c.verb == "become":
		p.said_of(c, x.modality)
		return false
	case l.Lists.Features[c.verb] && (c.neg || p.noLonger(c)):
		x.status, x.heads = rapporteur.Dropped, c.subj
	case l.Intransitive[c.verb] != "" && len(c.obj) == 0 && !c.passive:
		p.happened(x)
	case c.verb == "give" && !c.passive && (!c.past && !c.perfect || c.modal != ""): // "would not give up its fleet": a stand
		return false
	case l.Lists.Entrust[c.verb] && (!c.passive || p.laysDown(c) && !p.definite(c)):
		return false // "referred questions to the ministry", "passed the limit", "disputes would be referred to a panel"
	case l.Lists.Talks[c.verb] && !c.ongoing && !p.being(c):
		return false // what was talked about has no status by it
	default:
		x.status, x.heads = rapporteur.Status(c.value(l.Status)), p.affected(c)
	}
	x.heads = slices.DeleteFunc(slices.Clone(x.heads), func(h int) bool { // the tree reached over a semicolon
		for k := h + 1; k < c.head; k++ {
			if p.form(k) == ";" {
				return !p.within(h, k)
			}
		}
		return false
	})
	return x.status != "" && len(x.heads) > 0
}

// bracketing are the verbs that leave something in brackets.
var bracketing = words{"remain": true, "stay": true, "stand": true, "leave": true, "keep": true, "put": true, "place": true}

// takenOff reports whether something is taken "off the table".
func (p *pointMaker) takenOff(c *clause) bool {
	return slices.ContainsFunc(c.with("off", "off of"), func(h int) bool { return p.lemma(h) == "table" })
}

// leftAs reads what is left out, open, or to others.
func (p *pointMaker) leftAs(c *clause) rapporteur.Status {
	switch {
	case c.lemma == "leave out" || len(c.with("out of", "out")) > 0 || p.lower(min(c.head+1, len(p.kids)-1)) == "out":
		return rapporteur.Dropped
	case p.leftOpen(c):
		return rapporteur.Open
	case p.leftTo(c):
		return rapporteur.Deferred
	}
	return ""
}

// separately reports whether a matter is dealt with apart from others.
func (p *pointMaker) separately(c *clause) bool { return p.hasAdverb(c, "separately") }

// happened reads what points do themselves: they stand, vanish, fall away.
func (p *pointMaker) happened(x *change) {
	c, l := x.clause, &lex().points
	s := rapporteur.Status(c.value(l.Intransitive))
	if s == "" || len(c.comp) > 0 || c.lemma == "go" {
		return
	}
	heads := p.onlyParts(c.subj)
	if len(heads) == 0 && s == rapporteur.Dropped && (l.Lists.Vanish[c.verb] || c.past && (c.lemma == "fall away" || c.lemma == "drop out" || c.lemma == "fall out")) && !c.neg {
		heads = p.lapsed(c)
	}
	if s == rapporteur.Retained && slices.ContainsFunc(heads, func(h int) bool { return l.Matters[p.lemma(h)] }) {
		s = rapporteur.Open
	}
	x.status, x.heads = s, heads
}

// inForce reckons with negation, modals and wishes: who wants a change has not got it yet. It
// reports whether anything is left of the change.
func (p *pointMaker) inForce(x *change) bool {
	c, lists := x.clause, &lex().points.Lists
	if x.status == rapporteur.Agreed && (p.inPrinciple(c) || p.hasAdverb(c, "broadly", "basically", "largely", "provisionally")) {
		x.status = rapporteur.AgreedInPrinciple
	}
	if c.mark == "whether" && x.clause.value(lex().points.Status) == string(rapporteur.Dropped) {
		return false // "whether to give up the port"
	}
	neg := c.neg
	if neg && (x.status == rapporteur.Dropped || x.status == rapporteur.Moved) && !lists.Features[c.verb] {
		x.status, neg = rapporteur.Retained, false // "must not be dropped"
	}
	if up := p.wanted(c); up != nil && lists.Wish[up.verb] && !(c.passive && (c.perfect || up.verb == "insist" && c.past)) || c.modal == "should" || c.modal == "must" {
		switch x.status {
		case rapporteur.Dropped, rapporteur.Reworded, rapporteur.Moved, rapporteur.Rejected:
			x.status = rapporteur.Contested
		case rapporteur.Added, rapporteur.Retained:
			x.status = rapporteur.Proposed
		default:
			return false
		}
		x.modality = rapporteur.Asserted
	}
	if neg {
		switch x.status {
		case rapporteur.Agreed, rapporteur.AgreedInPrinciple:
			x.status = rapporteur.Open
		case rapporteur.Dropped, rapporteur.Moved: // "does not appear"
		default:
			return false
		}
	}
	switch {
	case c.neg, x.modality == rapporteur.Denied, x.modality == rapporteur.Planned && (x.status == rapporteur.Deferred || x.status == rapporteur.Moved):
		x.modality = rapporteur.Asserted
	case c.modal == "would" && x.modality == rapporteur.Planned:
		x.modality = rapporteur.Conditional
	}
	if (c.modal == "can" || c.may()) && x.status != rapporteur.Rejected {
		return false
	}
	if x.denied {
		x.modality = rapporteur.Denied
		return !c.neg && c.modal == "" && x.status != rapporteur.Proposed && x.status != rapporteur.Open && x.status != rapporteur.Contested
	}
	return true
}

// makeChange makes the points of a change, and keeps its status for those told next.
func (p *pointMaker) makeChange(x *change) {
	c, l := x.clause, &lex().points
	strict := p.needsPoint(x)
	made := c.passive && p.rowSaid(c, x.status, x.modality)
	for _, h := range x.heads {
		made = p.matterOr(h, x.status, x.modality, nil, strict) || made
	}
	if made {
		p.done[c.head] = true
		return
	}
	if f := p.lower(x.heads[0]); len(x.heads) == 1 && (f == "it" || f == "this" || f == "that") {
		p.answers = append(p.answers, answer{x.heads[0], x.status, x.modality})
	}
	if slices.ContainsFunc(x.heads, func(h int) bool { return l.Parts[p.lemma(h)] }) {
		p.status, p.statusAt = x.status, p.sent[c.head]
	}
}

// struckOut are verbs with a particle that say what they do of nothing but words.
var struckOut = words{"strike out": true, "cross out": true, "write out": true, "edit out": true, "weed out": true}

// needsPoint reports whether a change is told by words so wide that it is one of points only
// where they name one: "cut", "changed" may be of anything.
func (p *pointMaker) needsPoint(x *change) bool {
	c, lists := x.clause, &lex().points.Lists
	if up := p.clause(p.head(c.head)); base(p.rel(c.head)) == "conj" && up != nil && p.done[up.head] && up.value(lex().points.Status) != "" {
		return false // "the clause was taken out and the deadline | dropped"
	}
	switch {
	case struckOut[c.lemma],
		!lists.Vague[c.verb] && x.status != rapporteur.Reworded, lists.Vanish[c.verb], p.ofText(c),
		x.status == rapporteur.Moved && (p.elsewhere(c) || p.separately(c)),
		x.status == rapporteur.Deferred && (c.verb == "leave" || c.verb == "put"),
		x.status == rapporteur.AgreedInPrinciple:
		return false
	}
	return p.pointLikely(c.head) < likelyVague || p.rel(c.head) == "acl:relcl" || !c.passive && len(c.obj) > 0
}

// pledges reports whether a clause tells what a side promised when the sides came
// to terms: "reached a deal … The union promised not to strike before 2034."
func (p *pointMaker) pledges(c *clause) bool {
	if c.verb != "promise" && c.verb != "pledge" || !c.past || p.concluded < 0 || !slices.ContainsFunc(c.comp, func(k int) bool { return p.doc.Tokens[k].XPOS == "VB" }) {
		return false
	}
	d := p.sent[c.head] - p.concluded
	return d >= 0 && d <= 2 || p.provision >= 0 && p.sent[c.head]-p.provision <= 2
}

// inPassing reports whether a clause is a bare participle that tells what somebody
// is about or has behind him: "talks aimed at resolving …", "fresh from dropping …".
func (p *pointMaker) inPassing(c *clause) bool {
	if lex().points.Lists.Consent[c.verb] && c.mark == "" && base(p.rel(c.head)) == "advcl" {
		return false // "reached its accord, agreeing to …"
	}
	return p.doc.Tokens[c.head].XPOS == "VBG" && !c.ongoing && p.child(c.head, "aux") < 0 && c.mark != "that" && base(p.rel(c.head)) != "root" && base(p.rel(c.head)) != "conj"
}

// deniedThat reports whether a clause is what somebody is told to deny.
func (p *pointMaker) deniedThat(c *clause) bool {
	h := p.head(c.head)
	if h >= 0 && p.timeAt[h] >= 0 { // "denied on Friday that …", hung on the day
		h = p.head(h)
	}
	x := p.clause(max(h, 0))
	return h >= 0 && x != nil && !x.neg && x.modal == "" && x.is(lex().modality.Deny) && c.mark == "that"
}

// disclaimed reports whether what a clause says is what somebody denies, doubts or fears.
func (p *pointMaker) disclaimed(c *clause) bool {
	for h, steps := p.head(c.head), 0; h >= 0 && steps < 4; h, steps = p.head(h), steps+1 {
		if x := p.clause(h); x != nil && !x.neg && (x.is(lex().modality.Deny) || x.verb == "doubt" || x.verb == "fear" || x.verb == "hope" || x.verb == "wonder" || x.verb == "reject" || x.verb == "oppose" || x.verb == "refuse") {
			return true
		}
	}
	return false
}

// ofText reports whether a change is said to be one of a text: "dropped from the draft".
func (p *pointMaker) ofText(c *clause) bool {
	for _, o := range c.obl {
		switch o.prep {
		case "from", "in", "to", "into", "out of":
			if t := p.textUnder(o.head); t >= 0 && p.isStrongText(t) {
				return true
			}
		}
	}
	return !lex().points.Lists.Worldly[c.verb] && slices.ContainsFunc(c.subj, func(k int) bool { return !c.passive && p.isStrongText(k) })
}

// leftTo reports whether a matter is left to others or for later: "left to the
// presidents", "left for a later round", "left to be settled in June".
func (p *pointMaker) leftTo(c *clause) bool {
	for _, o := range c.obl {
		if (o.prep == "for" || o.prep == "to" || o.prep == "until" || o.prep == "till") && p.lower(max(p.lo[o.head]-1, 0)) != "up" {
			return true
		}
	}
	for _, k := range p.kids[c.head] {
		x := p.clause(k)
		if x != nil && (base(p.rel(k)) == "advcl" || base(p.rel(k)) == "xcomp") && k > c.head && (x.mark == "to" || x.mark == "until") && (lex().points.Lists.Settles[x.verb] || lex().points.Lists.Talks[x.verb]) {
			return true
		}
	}
	return false
}

// being reports whether a passive is said to go on: "is still being discussed".
func (p *pointMaker) being(c *clause) bool {
	return c.passive && slices.ContainsFunc(p.children(c.head, "aux"), func(k int) bool { return p.lower(k) == "being" })
}

// governing returns the clause that a complement hangs on.
func (p *pointMaker) governing(c *clause) *clause {
	switch base(p.rel(c.head)) {
	case "xcomp", "ccomp", "advcl":
		return p.clause(p.head(c.head))
	case "acl": // "wants the clause taken out"
		return p.clause(p.head(p.head(c.head)))
	case "conj":
		return p.clause(c.up)
	}
	return nil
}

// wanted returns the clause of wishing or asking that c stands under, however
// the tree put a participle there ("wants the clause on courts taken out").
func (p *pointMaker) wanted(c *clause) *clause {
	if up := p.governing(c); up != nil {
		return up
	}
	tag := p.doc.Tokens[c.head].XPOS
	if tag != "VBN" && tag != "VB" || p.child(c.head, "aux") >= 0 && tag == "VBN" {
		return nil
	}
	for h, steps := p.head(c.head), 0; h >= 0 && steps < 5; h, steps = p.head(h), steps+1 {
		if x := p.clause(h); x != nil {
			return x
		}
	}
	return nil
}

// hasAdverb reports whether one of some adverbs stands with a predicate.
func (p *pointMaker) hasAdverb(c *clause, words ...string) bool {
	return slices.ContainsFunc(c.adverbs, func(a int) bool { return slices.Contains(words, p.lower(a)) })
}

// inPrinciple reports whether a clause holds in principle only.
func (p *pointMaker) inPrinciple(c *clause) bool {
	return slices.ContainsFunc(c.with("in"), func(h int) bool { return p.lemma(h) == "principle" })
}

func (p *pointMaker) brackets(c *clause) bool {
	s := p.own(c.head)
	for i := s.Start; i < s.End; i++ {
		if p.lemma(i) == "bracket" {
			return true
		}
	}
	return false
}

// elsewhere reports whether something is put into another document or track.
func (p *pointMaker) elsewhere(c *clause) bool {
	for _, o := range c.obl {
		n := p.lemma(o.head)
		switch n {
		case "annex", "protocol", "letter", "addendum", "appendix":
			if o.prep == "in" || o.prep == "into" || o.prep == "to" {
				return true
			}
		case "track", "document", "agreement", "format", "process", "deal", "basket", "group", "negotiation", "treaty", "text", "talk", "accord":
			if o.prep == "in" || o.prep == "into" || o.prep == "to" || o.prep == "on" || o.prep == "by" {
				for _, k := range p.kids[o.head] {
					if f := p.lower(k); f == "separate" || f == "different" || f == "another" || f == "working" || f == "parallel" {
						return true
					}
				}
			}
		}
	}
	return false
}

// affected returns what a verb of change works on.
func (p *pointMaker) affected(c *clause) []int {
	if c.passive {
		return c.subj
	}
	if len(c.obj) == 0 {
		for _, o := range c.obl {
			if c.verb == "sign" && o.prep == "on" || c.verb == "agree" {
				return []int{o.head}
			}
		}
		// "wants the clause taken out"
		if p.doc.Tokens[c.head].XPOS == "VBN" && base(p.rel(c.head)) != "root" {
			return c.subj
		}
		if up := p.clause(p.head(c.head)); base(p.rel(c.head)) == "conj" && up != nil && up.passive && p.doc.Tokens[c.head].XPOS == "VBD" && len(c.subj) > 0 && p.head(c.subj[0]) == c.head && len(p.known(p.own(c.subj[0]))) > 0 {
			return c.subj // "… was taken out and the deadline dropped"
		}
	}
	return c.obj
}

func (p *pointMaker) onlyParts(heads []int) []int {
	var out []int
	for _, h := range heads {
		if lex().points.Parts[p.lemma(h)] || lex().points.Matters[p.lemma(h)] {
			out = append(out, h)
		}
	}
	return out
}
