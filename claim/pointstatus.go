package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
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
	if p.disclaimed(c) || p.inPassing(c) {
		return
	}
	if p.unsettled(c) || p.atOdds(c) || p.reached(c) {
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
	if lex().points.Lists.Consent[c.verb] {
		p.agreed(c, m)
		return
	}
	status := rapporteur.Status("")
	var heads []int
	adverbs := p.adverbs(c)
	switch {
	case c.verb == "take" && slices.ContainsFunc(c.obl, func(o oblique) bool { return (o.prep == "off" || o.prep == "off of") && p.lemma(o.head) == "table" }):
		status, heads = rapporteur.Dropped, p.affected(c)
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
	case c.copula || c.verb == "remain" || c.verb == "stay" || c.verb == "prove" || c.verb == "become":
		p.said_of(c, m)
		return
	case lex().points.Lists.Features[c.verb] && (c.neg || p.noLonger(c)):
		status = rapporteur.Dropped
		heads = c.subj
	case c.verb == "stay" || l.Intransitive[c.verb] != "" && len(c.obj) == 0 && !c.passive:
		if s := c.value(l.Intransitive); s != "" && len(c.comp) == 0 && (c.lemma != "go") {
			status = rapporteur.Status(s)
			heads = p.onlyParts(c.subj)
			if status == rapporteur.Retained && slices.ContainsFunc(heads, func(h int) bool { return l.Matters[p.lemma(h)] }) {
				status = rapporteur.Open
			}
		}
	case l.Lists.Entrust[c.verb] && !c.passive:
		return // "referred questions to the ministry", "passed the limit"
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
	if up := p.wanted(c); up != nil && lex().points.Lists.Wish[up.verb] || c.modal == "should" || c.modal == "must" {
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
	var by []rapporteur.Mention
	strict := (lex().points.Lists.Vague[c.verb] || status == rapporteur.Reworded) && !p.ofText(c) && (status != rapporteur.Moved || !p.elsewhere(c) && !slices.Contains(adverbs, "separately")) &&
		(status != rapporteur.Deferred || c.verb != "leave" && c.verb != "put") && status != rapporteur.AgreedInPrinciple
	made := false
	for _, h := range heads {
		made = p.matterOr(h, status, m, by, strict) || made
	}
	if made {
		p.done[c.head] = true
	}
	if !made && slices.ContainsFunc(heads, func(h int) bool { return l.Parts[p.lemma(h)] }) {
		p.status, p.statusAt = status, p.sent[c.head]
	}
}

// inPassing reports whether a clause is a bare participle that tells what somebody
// is about or has behind him: "talks aimed at resolving …", "fresh from dropping …".
func (p *pointMaker) inPassing(c *clause) bool {
	if lex().points.Lists.Consent[c.verb] && c.mark == "" && base(p.rel(c.head)) == "advcl" {
		return false // "reached its accord, agreeing to …"
	}
	return p.doc.Tokens[c.head].XPOS == "VBG" && !c.ongoing && p.child(c.head, "aux") < 0 && c.mark != "that" && base(p.rel(c.head)) != "root" && base(p.rel(c.head)) != "conj"
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

// leftOpen reports whether a matter is said to be left open: "leaves open who governs the islands".
func (p *pointMaker) leftOpen(c *clause) bool {
	for k := c.head + 1; k < min(c.head+3, p.sentence(c.head).End); k++ {
		if lex().points.States[p.lower(k)] == string(rapporteur.Open) {
			return true
		}
	}
	return false
}

// openQuestion makes a point of "leaves open who governs the islands".
func (p *pointMaker) openQuestion(c *clause) bool {
	for _, k := range p.kids[c.head] {
		for _, q := range append([]int{k}, p.kids[k]...) {
			if x := p.clause(q); x == nil || q < c.head || base(p.rel(q)) != "ccomp" && base(p.rel(q)) != "advcl" || p.lo[q] > q || x.mark == "to" {
				continue
			}
			if words := p.clip(p.own(q), q); len(p.known(words)) > 0 && !p.done[q] {
				p.done[q], p.done[c.head] = true, true
				return p.makePoint(q, words, nil, rapporteur.Open, rapporteur.Asserted)
			}
		}
	}
	return false
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

// unsettled reads what is still to be settled: "have yet to agree on monitoring",
// "the schedule must be resolved", "failed to settle the fate of the islands".
func (p *pointMaker) unsettled(c *clause) bool {
	if !lex().points.Lists.Settles[c.verb] {
		return false
	}
	up := p.clause(p.head(c.head))
	open := false
	switch {
	case c.mark == "to" && up != nil && !up.neg:
		open = up.verb == "fail" || up.verb == "struggle" || up.verb == "remain" || up.verb == "need" || up.verb == "have" && p.still(up) || p.lemma(up.head) == "unable" || p.lemma(up.head) == "yet"
	case c.mark == "to":
		open = up != nil && up.neg && (up.verb == "manage" || p.lemma(up.head) == "able")
	case c.modal == "must" || c.modal == "need" || c.modal == "can" && c.neg || c.modal == "could" && c.neg:
		open = c.verb != "address" && c.verb != "negotiate" && c.verb != "decide" || c.neg
	}
	if k := p.child(c.head, "aux"); k >= 0 && (p.lemma(k) == "have" || p.lemma(k) == "need") && p.doc.Tokens[c.head].XPOS == "VB" && !c.passive {
		open = true
	}
	if !open {
		return false
	}
	heads := slices.Clone(c.obj)
	if c.passive {
		heads = append(heads, c.subj...)
	}
	for _, o := range c.obl {
		if lex().points.Lists.Concerning[o.prep] || o.prep == "upon" {
			heads = append(heads, o.head)
		}
	}
	made := false
	for _, h := range heads {
		if s := p.phrase(h); len(p.known(s)) > 0 && !p.done[h] && p.upos(h) != "PRON" && !p.isTextNoun(h) {
			made = p.matterOr(h, rapporteur.Open, rapporteur.Asserted, nil, false) || made
		}
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// still reports whether a predicate is said to be yet to come: "have yet to", "still have to".
func (p *pointMaker) still(c *clause) bool {
	for _, k := range p.kids[c.head] {
		if f := p.lower(k); f == "yet" || f == "still" {
			return true
		}
	}
	return c.head+1 < len(p.kids) && p.lower(c.head+1) == "yet"
}

// atOdds reads "the sides differ over the islands", "are still divided on monitoring", "at odds over tariffs".
func (p *pointMaker) atOdds(c *clause) bool {
	odds := c.copula && (p.lower(c.head) == "odds" || p.lower(c.head) == "apart" || p.lower(c.head) == "loggerheads")
	for _, o := range c.obl {
		odds = odds || p.lower(o.head) == "odds" || p.lower(o.head) == "loggerheads"
	}
	if slices.ContainsFunc(c.subj, func(k int) bool { return lex().positions.Lists.Bystanders[p.lemma(k)] }) {
		return false // "economists are divided on whether …"
	}
	if !odds && !lex().points.Lists.Quarrels[c.verb] || c.neg || c.modal != "" && c.modal != "can" {
		return false
	}
	var heads []int
	for _, o := range c.obl {
		if o.prep == "over" || o.prep == "on" || o.prep == "about" {
			heads = append(heads, o.head)
		}
		for _, k := range p.children(o.head, "nmod") {
			if pr := p.caseOf(k); pr == "over" || pr == "on" || pr == "about" {
				heads = append(heads, p.conjuncts(k)...)
			}
		}
	}
	for _, k := range p.children(c.head, "nmod") {
		if pr := p.caseOf(k); pr == "over" || pr == "on" || pr == "about" {
			heads = append(heads, p.conjuncts(k)...)
		}
	}
	made := false
	for _, k := range p.kids[c.head] { // "haggle over how to enforce the pact"
		x := p.clause(k)
		if x == nil || k < c.head || p.done[k] || !lex().points.Lists.Concerning[p.lower(p.lo[k])] && !lex().points.Lists.Concerning[x.mark] {
			continue
		}
		words := p.clip(p.own(k), k)
		for words.Start < k && p.upos(words.Start) != "ADV" && p.upos(words.Start) != "PRON" && p.upos(words.Start) != "DET" {
			words.Start++
		}
		if issues := p.known(words); len(issues) > 0 && p.agendaKnows(issues[0]) {
			p.done[k] = true
			made = p.makePoint(k, words, nil, rapporteur.Open, rapporteur.Asserted) || made
		}
	}
	for _, h := range heads {
		if isQuestion(p.lower(h)) && len(p.kids[h]) > 0 { // "over how to enforce the pact"
			words := p.clip(lang.Range{Start: h, End: p.own(h).End}, h)
			if issues := p.known(words); len(issues) > 0 && p.agendaKnows(issues[0]) && !p.done[h] {
				p.done[h] = true
				made = p.makePoint(h, words, nil, rapporteur.Open, rapporteur.Asserted) || made
			}
			continue
		}
		if issues := p.known(p.phrase(h)); len(issues) > 0 && p.agendaKnows(issues[0]) && !p.isTextNoun(h) && p.timeAt[h] < 0 && !lex().meetings.Nouns[p.lemma(h)] {
			made = p.matterOr(h, rapporteur.Open, rapporteur.Asserted, nil, false) || made
		}
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// openLists reads "among the issues still to be settled are A and B", "the main
// sticking points are A and B", "unresolved questions include A".
func (p *pointMaker) openLists(sent lang.Range) bool {
	for i := sent.Start; i < sent.End; i++ {
		l := &lex().points
		if p.upos(i) != "NOUN" || !l.Matters[p.lemma(i)] && !l.Parts[p.lemma(i)] && p.lemma(i) != "block" && p.lemma(i) != "obstacle" && p.lemma(i) != "hurdle" {
			continue
		}
		open := p.lemma(i) == "obstacle" || p.lemma(i) == "hurdle"
		for k := max(sent.Start, i-4); k < i; k++ {
			open = open || lex().points.Lists.Pending[p.lower(k)] && (p.head(k) == i || p.head(k) >= 0 && p.head(p.head(k)) == i)
		}
		k := i + 1
		for ; k < sent.End && k < i+9; k++ { // "… still to be settled", "… between the two"
			f := p.lower(k)
			if (lex().points.Lists.Settles[p.lemma(k)] || f == "unresolved") && k-i < 6 {
				open = open || p.lower(i+1) == "still" || p.lower(i+1) == "yet" || p.lower(i+1) == "to" || p.lower(i+1) == "left" || f == "unresolved"
			}
			if (f == "are" || f == "is" || f == "were" || f == "include" || f == "includes" || f == "included" || f == "was" || f == "concern" || f == "concerned" || f == "cover" || f == "involve") && p.lower(k-1) != "that" && p.lower(k-1) != "which" {
				break
			}
		}
		if !open || k >= sent.End || k >= i+9 || k+1 >= sent.End {
			continue
		}
		question := isQuestion(p.lower(k + 1))
		switch p.upos(k + 1) {
		case "DET", "NOUN", "PROPN", "ADJ", "NUM":
		default:
			if !question {
				continue
			}
		}
		made := false
		for _, x := range p.itemsOf(k+1, p.listEnd(k+1), true) {
			h := p.top(x)
			if question {
				x = p.clip(x, h)
			} else if f := p.finite(x); f >= 0 { // "insistence on a fund that pays", but no clause
				if f == h || p.clause(f).subj[0] <= h {
					continue
				}
				x = p.clip(x, h)
			}
			if len(p.known(x)) == 0 || p.done[h] {
				continue
			}
			p.done[h] = true
			made = p.makePoint(h, x, p.ownersIn(x), rapporteur.Open, rapporteur.Asserted) || made
		}
		if made {
			return true
		}
	}
	return false
}

// isQuestion reports whether a word begins a question within a sentence.
func isQuestion(f string) bool {
	switch f {
	case "what", "who", "how", "whether", "where", "when", "which":
		return true
	}
	return false
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

// said_of reads "the schedule remains the main sticking point", "is a red line".
func (p *pointMaker) said_of(c *clause, m rapporteur.Modality) {
	l := &lex().points
	word := c.head
	if !c.copula {
		word = -1
		for _, k := range p.kids[c.head] {
			if base(p.rel(k)) == "xcomp" || base(p.rel(k)) == "obj" {
				word = k
				break
			}
		}
		if word < 0 {
			if c.verb != "remain" && c.verb != "stay" {
				return
			}
			// "the article on schools stayed in", "the point remains"
			if heads := p.onlyParts(c.subj); len(heads) > 0 && m != rapporteur.Denied {
				for _, h := range heads {
					if lex().points.Matters[p.lemma(h)] { // "differences over the islands remain"
						p.matterOr(h, rapporteur.Open, m, nil, true)
					} else {
						p.matterOr(h, rapporteur.Retained, m, nil, true)
					}
				}
			}
			return
		}
	}
	status, ok := l.States[p.lemma(word)]
	if !ok {
		status, ok = l.States[p.lower(word)]
	}
	if p.lemma(word) == "point" || p.lemma(word) == "block" || p.lemma(word) == "line" || p.lemma(word) == "issue" || p.lemma(word) == "contention" || p.lemma(word) == "dispute" {
		ok = false
		for _, k := range p.kids[word] {
			switch p.lower(k) {
			case "sticking", "stumbling", "unresolved", "disputed", "open", "outstanding", "thorniest", "contentious":
				status, ok = "open", true
			case "red":
				status, ok = "rejected", true
			}
		}
	}
	if !ok || m == rapporteur.Conditional {
		return
	}
	st := rapporteur.Status(status)
	if c.neg {
		if st == rapporteur.Agreed {
			st = rapporteur.Open
		} else {
			return
		}
	}
	if m == rapporteur.Denied || m == rapporteur.Planned {
		m = rapporteur.Asserted
	}
	for _, s := range c.subj {
		if s == word {
			continue
		}
		if np := p.nounPhrase(s); p.isTextNoun(s) && np.Len() > 1 && st != rapporteur.Agreed { // "an enforcement plan remained a sticking point"
			if issues := p.known(lang.Range{Start: np.Start, End: s}); len(issues) > 0 && p.agendaKnows(issues[0]) && !p.done[s] {
				p.done[s], p.done[c.head] = true, true
				p.makePoint(s, p.own(s), p.bearers(nil, s), st, m)
				continue
			}
		}
		if p.matterOr(s, st, m, nil, !(p.lemma(word) == "point" || p.lemma(word) == "line" || p.lemma(word) == "block" || p.lemma(word) == "obstacle" || p.lemma(word) == "unresolved" || p.lemma(word) == "hurdle")) {
			p.done[c.head] = true
		}
	}
}
