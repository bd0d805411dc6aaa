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
	l := &lex().points
	p.verb = c.head
	// These include …
	if (c.verb == "include" || c.verb == "concern" || c.verb == "be") && p.statusAt >= 0 && p.sent[c.head]-p.statusAt == 1 && len(c.subj) > 0 {
		switch p.lower(c.subj[0]) {
		case "these", "they", "those", "this", "among":
			for _, o := range c.obj {
				p.matter(o, p.status, rapporteur.Asserted, nil)
			}
			return
		}
	}
	m := p.modality(c.head)
	if m == rapporteur.Conditional || c.perfect && (c.modal == "would" || c.modal == "could" || c.modal == "might") {
		return // "would have cut most tariffs": what did not come
	}
	denied := p.deniedThat(c)
	if !denied && p.disclaimed(c) || p.inPassing(c) {
		return
	}
	if !denied && (p.takesUp(c) || p.absent(c) || p.silent(c) || p.unsettled(c) || p.atOdds(c) || p.reached(c) || p.edits(c)) {
		return
	}
	if c.mark == "to" { // a purpose or wish is no change: "talks to resolve the issue of …"
		up := p.clause(p.head(c.head))
		if base(p.rel(c.head)) == "acl" && p.lemma(p.head(c.head)) != "proposal" {
			return // "goods to be moved"
		}
		if up == nil || !(up.verb == "agree" || up.verb == "decide" || up.verb == "manage" || up.verb == "choose") && p.wanted(c) != up || base(p.rel(c.head)) == "acl" || base(p.rel(c.head)) == "advcl" && up.verb != "agree" {
			return
		}
		if !(up.verb == "agree" || up.verb == "decide" || up.verb == "manage" || up.verb == "choose" || up.verb == "want" || up.verb == "demand" || up.verb == "seek" || up.verb == "propose") {
			return
		}
	}
	// agree to …, agree not to …
	if lex().points.Lists.Consent[c.verb] || p.pledges(c) {
		p.agreed(c, m)
		return
	}
	status := rapporteur.Status("")
	var heads []int
	adverbs := p.adverbs(c)
	switch {
	case c.verb == "take" && slices.ContainsFunc(c.obl, func(o oblique) bool { return (o.prep == "off" || o.prep == "off of") && p.lemma(o.head) == "table" }):
		status, heads = rapporteur.Dropped, p.affected(c)
	case c.verb == "take" && len(c.with("out of", "out")) > 0:
		status, heads = rapporteur.Dropped, p.affected(c)
	case p.bracketed(c) && (c.copula || c.verb == "remain" || c.verb == "stay" || c.verb == "stand" || c.verb == "leave" || c.verb == "keep" || c.verb == "put" || c.verb == "place"):
		status, heads = rapporteur.Open, p.affected(c)
		if !c.passive && len(c.obj) == 0 {
			heads = c.subj
		}
	case (c.verb == "keep" || c.verb == "reserve" || c.verb == "save" || c.verb == "hold") && c.passive && len(c.with("for", "until")) > 0: // "is being kept for the summit"
		status, heads = rapporteur.Deferred, c.subj
	case c.verb == "put" && p.brackets(c):
		status = rapporteur.Deferred
		heads = p.affected(c)
	case c.verb == "leave" && p.leftOpen(c) && p.openQuestion(c):
		return
	case c.verb == "leave" && (c.passive || len(c.obj) > 0):
		heads = p.affected(c)
		switch {
		case c.lemma == "leave out" || len(c.with("out of", "out")) > 0 || p.lower(min(c.head+1, len(p.kids)-1)) == "out":
			status = rapporteur.Dropped
		case p.leftOpen(c):
			status = rapporteur.Open
		case p.leftTo(c):
			status = rapporteur.Deferred
		}
	case slices.ContainsFunc(adverbs, func(a string) bool { return a == "separately" }) || p.elsewhere(c):
		if lex().points.Status[c.verb] != "" && (c.passive || lex().points.Status[c.verb] == string(rapporteur.Moved)) || lex().points.Lists.Deal[c.verb] {
			status = rapporteur.Moved
			heads = p.affected(c)
		}
	case denied && !c.passive:
		return
	case c.copula || c.verb == "remain" || c.verb == "stay" || c.verb == "prove" || c.verb == "become":
		p.said_of(c, m)
		return
	case lex().points.Lists.Features[c.verb] && (c.neg || p.noLonger(c)):
		status = rapporteur.Dropped
		heads = c.subj
	case c.verb == "stay" || l.Intransitive[c.verb] != "" && len(c.obj) == 0 && !c.passive:
		if s := c.value(l.Intransitive); s != "" && len(c.comp) == 0 && (c.lemma != "go") {
			status = rapporteur.Status(s)
			if heads = p.onlyParts(c.subj); len(heads) == 0 && status == rapporteur.Dropped && l.Lists.Vanish[c.verb] && !c.neg {
				heads = p.lapsed(c)
			}
			if status == rapporteur.Retained && slices.ContainsFunc(heads, func(h int) bool { return l.Matters[p.lemma(h)] }) {
				status = rapporteur.Open
			}
		}
	case c.verb == "give" && !c.passive && (!c.past && !c.perfect || c.modal != ""): // "would not give up its fleet": a stand
		return
	case l.Lists.Entrust[c.verb] && (!c.passive || p.laysDown(c) && !p.definite(c)):
		return // "referred questions to the ministry", "passed the limit", "disputes would be referred to a panel"
	case l.Lists.Talks[c.verb] && !c.ongoing && !p.being(c):
		return // what was talked about has no status by it
	default:
		if s := c.value(l.Status); s != "" {
			status = rapporteur.Status(s)
			heads = p.affected(c)
		}
	}
	if status == "" || len(heads) == 0 {
		return
	}
	if slices.Contains([]string{"principle"}, p.principle(c)) || slices.ContainsFunc(adverbs, func(a string) bool {
		return a == "broadly" || a == "basically" || a == "largely" || a == "provisionally"
	}) {
		if status == rapporteur.Agreed {
			status = rapporteur.AgreedInPrinciple
		}
	}
	neg := c.neg
	if neg && (status == rapporteur.Dropped || status == rapporteur.Moved) && !lex().points.Lists.Features[c.verb] {
		status, neg = rapporteur.Retained, false // "must not be dropped"
	}
	// Who wants it so has not got it yet.
	if up := p.wanted(c); up != nil && lex().points.Lists.Wish[up.verb] && !(c.passive && (c.perfect || up.verb == "insist" && c.past)) || c.modal == "should" || c.modal == "must" {
		switch status {
		case rapporteur.Dropped, rapporteur.Reworded, rapporteur.Moved, rapporteur.Rejected:
			status = rapporteur.Contested
		case rapporteur.Added, rapporteur.Retained:
			status = rapporteur.Proposed
		default:
			return
		}
		m = rapporteur.Asserted
	}
	if neg {
		switch status {
		case rapporteur.Agreed, rapporteur.AgreedInPrinciple:
			status = rapporteur.Open
		case rapporteur.Dropped, rapporteur.Moved: // "does not appear"
		default:
			return
		}
	}
	if c.neg {
		m = rapporteur.Asserted
	}
	if m == rapporteur.Planned && (status == rapporteur.Deferred || status == rapporteur.Moved) {
		m = rapporteur.Asserted
	}
	if m == rapporteur.Denied {
		m = rapporteur.Asserted
	}
	if c.modal == "would" && m == rapporteur.Planned {
		m = rapporteur.Conditional
	}
	if c.modal == "can" || c.modal == "may" || c.modal == "could" || c.modal == "might" {
		if status != rapporteur.Rejected {
			return
		}
	}
	if denied {
		if c.neg || c.modal != "" || status == rapporteur.Proposed || status == rapporteur.Open || status == rapporteur.Contested {
			return
		}
		m = rapporteur.Denied
	}
	var by []rapporteur.Mention
	strict := (lex().points.Lists.Vague[c.verb] || status == rapporteur.Reworded) && !p.ofText(c) && (status != rapporteur.Moved || !p.elsewhere(c) && !slices.Contains(adverbs, "separately")) &&
		(status != rapporteur.Deferred || c.verb != "leave" && c.verb != "put") && status != rapporteur.AgreedInPrinciple
	strict = strict && !l.Lists.Vanish[c.verb]
	strict = strict && (p.pointLikely(c.head) < likelyVague || p.rel(c.head) == "acl:relcl" || !c.passive && len(c.obj) > 0)
	made := c.passive && p.rowSaid(c, status, m)
	for _, h := range heads {
		made = p.matterOr(h, status, m, by, strict) || made
	}
	if !made && len(heads) == 1 && (p.lower(heads[0]) == "it" || p.lower(heads[0]) == "this" || p.lower(heads[0]) == "that") {
		p.answers = append(p.answers, answer{heads[0], status, m})
	}
	if made {
		p.done[c.head] = true
	}
	if !made && slices.ContainsFunc(heads, func(h int) bool { return l.Parts[p.lemma(h)] }) {
		p.status, p.statusAt = status, p.sent[c.head]
	}
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

func (p *pointMaker) adverbs(c *clause) []string {
	var out []string
	for _, a := range c.adverbs {
		out = append(out, p.lower(a))
	}
	return out
}

func (p *pointMaker) noLonger(c *clause) bool {
	for _, a := range c.adverbs {
		if p.lower(a) == "longer" {
			return true
		}
	}
	return false
}

// principle returns "principle" where the clause holds in principle only.
func (p *pointMaker) principle(c *clause) string {
	for _, o := range c.obl {
		if o.prep == "in" && p.lemma(o.head) == "principle" {
			return "principle"
		}
	}
	return ""
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
