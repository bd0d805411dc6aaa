package claim

import (
	"slices"
	"strings"

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
	if m == rapporteur.Conditional {
		return
	}
	if c.mark == "to" { // a purpose or wish is no change: "talks to resolve the issue of …"
		up := p.clause(p.head(c.head))
		if up == nil || !(up.verb == "agree" || up.verb == "decide" || up.verb == "manage" || up.verb == "choose") && p.wanted(c) != up || base(p.rel(c.head)) == "acl" || base(p.rel(c.head)) == "advcl" && up.verb != "agree" {
			return
		}
		if !(up.verb == "agree" || up.verb == "decide" || up.verb == "manage" || up.verb == "choose" || up.verb == "want" || up.verb == "demand" || up.verb == "seek" || up.verb == "propose") {
			return
		}
	}
	// agree to …, agree not to …
	if c.verb == "agree" || c.verb == "commit" || c.verb == "undertake" {
		p.agreed(c, m)
		return
	}
	status := rapporteur.Status("")
	var heads []int
	adverbs := p.adverbs(c)
	switch {
	case c.verb == "put" && p.brackets(c):
		status = rapporteur.Deferred
		heads = p.affected(c)
	case c.verb == "leave" && (c.passive || len(c.obj) > 0):
		heads = p.affected(c)
		switch {
		case len(c.with("for", "to", "until")) > 0 || p.child(c.head, "advcl") >= 0 || p.child(c.head, "xcomp") >= 0:
			status = rapporteur.Deferred
		case c.lemma == "leave out" || len(c.with("out of")) > 0:
			status = rapporteur.Dropped
		}
	case slices.ContainsFunc(adverbs, func(a string) bool { return a == "separately" }) || p.elsewhere(c):
		if lex().points.Status[c.verb] != "" || c.verb == "negotiate" || c.verb == "discuss" || c.verb == "address" || c.verb == "handle" || c.verb == "treat" || c.verb == "deal" || c.verb == "include" || c.verb == "cover" || c.verb == "settle" || c.verb == "put" || c.verb == "spin" {
			status = rapporteur.Moved
			heads = p.affected(c)
		}
	case c.copula || c.verb == "remain" || c.verb == "stay" || c.verb == "prove" || c.verb == "become":
		p.said_of(c, m)
		return
	case (c.verb == "appear" || c.verb == "feature" || c.verb == "figure") && (c.neg || p.noLonger(c)):
		status = rapporteur.Dropped
		heads = c.subj
	case c.verb == "stay" || l.Intransitive[c.verb] != "" && len(c.obj) == 0 && !c.passive:
		if s := c.value(l.Intransitive); s != "" && len(c.comp) == 0 && (c.lemma != "go") {
			status = rapporteur.Status(s)
			heads = p.onlyParts(c.subj)
		}
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
	// Who wants it so has not got it yet.
	if up := p.wanted(c); up != nil && (up.verb == "want" || up.verb == "demand" || up.verb == "insist" || up.verb == "seek" || up.verb == "ask" || up.verb == "call" || up.verb == "urge" || up.verb == "propose" || up.verb == "hope" || up.verb == "press" || up.verb == "push" || up.verb == "try" || up.verb == "threaten") || c.modal == "should" || c.modal == "must" {
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
	if c.neg {
		switch status {
		case rapporteur.Agreed, rapporteur.AgreedInPrinciple:
			status = rapporteur.Open
		case rapporteur.Dropped, rapporteur.Moved:
			if c.verb != "appear" && c.verb != "feature" && c.verb != "figure" {
				status = rapporteur.Retained
			}
		default:
			return
		}
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
	strict := vague[c.verb] && status != rapporteur.Moved && status != rapporteur.Deferred && status != rapporteur.AgreedInPrinciple
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

// vague are verbs that tell a status only of parts and matters named as such.
var vague = words{
	"discuss": true, "debate": true, "negotiate": true, "accept": true, "approve": true, "close": true, "refuse": true, "reject": true, "move": true, "change": true, "cut": true,
	"add": true, "introduce": true, "keep": true, "maintain": true, "drop": true, "remove": true, "eliminate": true, "abandon": true, "strike": true, "withdraw": true, "transfer": true, "shift": true,
	"delay": true, "postpone": true, "challenge": true, "clear": true, "conclude": true, "adapt": true, "correct": true, "adjust": true, "weaken": true, "tighten": true, "restore": true, "attach": true,
	"amend": true, "modify": true, "alter": true, "exclude": true, "fall": true, "remain": true, "stay": true, "go": true, "survive": true, "scrap": true, "edit": true, "preserve": true, "uphold": true, "initial": true, "narrow": true,
	"dispute": true, "contest": true, "veto": true, "park": true, "shelve": true, "incorporate": true, "clarify": true, "revise": true, "finalise": true, "finalize": true, "resolve": true, "settle": true, "defer": true, "retain": true, "separate": true, "relegate": true,
	"disappear": true, "vanish": true,
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
					p.matterOr(h, rapporteur.Retained, m, nil, true)
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
		if p.matterOr(s, st, m, nil, !(p.lemma(word) == "point" || p.lemma(word) == "line" || p.lemma(word) == "block" || p.lemma(word) == "obstacle" || p.lemma(word) == "unresolved" || p.lemma(word) == "hurdle")) {
			p.done[c.head] = true
		}
	}
}

// agreed reads "agreed on an exchange", "agreed not to limit the army".
func (p *pointMaker) agreed(c *clause, m rapporteur.Modality) {
	if m == rapporteur.Hedged || m == rapporteur.Planned || c.modal != "" && c.modal != "will" || c.is(lex().modality.Deny) {
		if m != rapporteur.Hedged {
			return
		}
	}
	status := rapporteur.Agreed
	if p.principle(c) != "" || slices.ContainsFunc(p.adverbs(c), func(a string) bool {
		return a == "broadly" || a == "basically" || a == "provisionally" || a == "tentatively"
	}) {
		status = rapporteur.AgreedInPrinciple
	}
	if c.neg {
		status, m = rapporteur.Open, rapporteur.Asserted
	}
	who := p.actorsAt(c.subj...)
	if c.passive {
		// "the provisions have been agreed upon"
		for _, s := range c.subj {
			if p.matterOr(s, status, m, nil, false) {
				p.done[c.head] = true
			} else if lex().points.Parts[p.lemma(s)] {
				p.status, p.statusAt = status, p.sent[c.head]
			}
		}
		return
	}
	for _, k := range c.comp {
		x := p.clause(k)
		if x == nil || p.done[k] || x.is(lex().meetings.Verbs) || p.meetingWord(x) || c.neg {
			continue
		}
		if len(who) == 0 || who[0].Kind == rapporteur.Person && len(who) == 1 && !p.titled(who[0].token) {
			continue
		}
		// the complement tells its own status: "agreed to drop the clause on …"
		if s := x.value(lex().points.Status); s != "" && slices.ContainsFunc(p.affected(x), func(h int) bool {
			return lex().points.Parts[p.lemma(h)] || lex().points.Matters[p.lemma(h)]
		}) {
			continue
		}
		switch x.verb {
		case "continue", "work", "meet", "talk", "cooperate", "resume", "keep", "discuss", "hold", "seek", "start", "begin", "disagree", "speak", "try", "study", "consider", "join", "do", "take", "go", "help":
			continue
		}
		words := p.own(k)
		if base(p.rel(k)) == "ccomp" && x.mark != "that" && len(x.subj) > 0 && words.Contains(x.subj[0]) || base(p.rel(k)) == "conj" && len(x.subj) > 0 && words.Contains(x.subj[0]) {
			continue // a clause of its own that the tree put here
		}
		if len(p.known(words)) == 0 {
			continue
		}
		p.done[k] = true
		p.makePoint(k, words, mentions(who), status, m)
	}
	if c.verb != "agree" {
		return
	}
	heads := slices.Clone(c.obj)
	for _, o := range c.obl {
		if o.prep == "on" || o.prep == "upon" || o.prep == "to" || o.prep == "about" {
			heads = append(heads, p.conjuncts(o.head)...)
		}
	}
	for _, h := range heads {
		if p.isTextNoun(h) || lex().meetings.Nouns[p.lemma(h)] || p.timeAt[h] >= 0 || r0size(p.lemma(h)) {
			continue
		}
		p.matterOr(h, status, m, nil, false)
	}
}

func r0size(lemma string) bool {
	switch lemma {
	case "most", "much", "some", "all", "many", "date", "term", "need", "detail", "principle", "that", "this", "it", "everything", "nothing", "anything", "point", "importance":
		return true
	}
	return false
}

// matter makes the points of a nominal that names matters: "the provisions on A, B and C".
func (p *pointMaker) matter(h int, status rapporteur.Status, m rapporteur.Modality, by []rapporteur.Mention) bool {
	return p.matterOr(h, status, m, by, false)
}

// matterOr does; with strict, only for what is named as a part or matter of a text.
func (p *pointMaker) matterOr(h int, status rapporteur.Status, m rapporteur.Modality, by []rapporteur.Mention, strict bool) bool {
	if h < 0 || p.upos(h) == "PRON" || p.timeAt[h] >= 0 {
		return false
	}
	l := &lex().points
	lemma := p.lemma(h)
	part := l.Parts[lemma] || l.Matters[lemma]
	if !part && p.isTextNoun(h) || lex().meetings.Nouns[lemma] && !part {
		return false
	}
	var items []int
	if part {
		if made, ok := p.partItems(h, status, m, by); ok {
			return made
		}
	}
	if part {
		for _, k := range p.kids[h] {
			if k < h || base(p.rel(k)) != "nmod" {
				continue
			}
			switch p.caseOf(k) {
			case "on", "regarding", "concerning", "about", "of", "over", "for", "relating to", "related to", "covering", "around", "as to", "in", "with regard to":
				if p.isTextNoun(k) || p.caseOf(k) == "in" || p.caseOf(k) == "of" && p.typeAt(k) != "" && len(p.known(p.own(k))) == 0 {
					continue
				}
				items = append(items, p.spread(k)...)
			}
		}
		for _, k := range p.kids[h] { // "points concerning A", "provisions regarding A" read as clauses
			if c := p.clause(k); c != nil && base(p.rel(k)) == "acl" && (c.verb == "concern" || c.verb == "regard" || c.verb == "cover" || c.verb == "relate" || c.verb == "govern") {
				items = append(items, c.obj...)
			}
		}
	}
	made := false
	if len(items) > 0 {
		for _, k := range items {
			if p.done[k] {
				continue
			}
			p.done[k] = true
			if heads := p.needs(k); len(heads) > 0 {
				for _, x := range heads {
					made = p.makePoint(x, p.own(x), p.bearers(by, x), status, m) || made
				}
				continue
			}
			made = p.makePoint(k, p.own(k), p.bearers(by, k), status, m) || made
		}
		return made
	}
	words := p.own(h)
	for _, k := range p.kids[h] { // "membership of the union, which Norvana had wanted"
		if r := p.rel(k); r == "acl:relcl" && k > h {
			words.End = min(words.End, p.lo[k])
		}
		for _, kk := range p.kids[k] {
			if p.rel(kk) == "acl:relcl" && k > h && p.form(max(p.lo[kk]-1, 0)) == "," {
				words.End = min(words.End, p.lo[kk]-1)
			}
		}
	}
	if p.done[h] {
		return false
	}
	if strict && !part {
		return false
	}
	core := p.nounPhrase(h)
	for _, k := range p.kids[h] {
		if b := base(p.rel(k)); b == "nmod" && k > h && (p.caseOf(k) == "of" || p.caseOf(k) == "on" || p.caseOf(k) == "to" || p.caseOf(k) == "for" || p.caseOf(k) == "in") {
			core.End = max(core.End, p.nounPhrase(k).End)
		}
	}
	if len(p.known(core)) == 0 {
		return false
	}
	if len(p.known(words)) == 0 || l.Parts[lemma] && lex().texts.Parts[lemma] != "" && words.Len() < 3 && len(p.known(words)) == 0 {
		return false
	}
	if !part && !l.Acts[lemma] && p.upos(h) == "PROPN" {
		return false
	}
	p.done[h] = true
	return p.makePoint(h, words, p.bearers(by, h), status, m)
}

func (p *pointMaker) bearers(by []rapporteur.Mention, h int) []rapporteur.Mention {
	if len(by) > 0 {
		return by
	}
	if c := p.clause(h); c != nil {
		if a := p.obligors(c); len(a) > 0 {
			return mentions(a)
		}
		return p.owners(p.own(h))
	}
	return p.ownersOf(h)
}

// spread returns the coordinated items below a nominal.
func (p *pointMaker) spread(k int) []int {
	items := p.conjuncts(k)
	// "Norvana's integration and bloc membership": items that are one word long
	// and no matter of their own stay with the first.
	return slices.DeleteFunc(items, func(i int) bool {
		return i != k && len(strings.Fields(p.doc.Words(p.own(i)))) == 1 && len(p.known(lang.Range{Start: i, End: i + 1})) == 0
	})
}

// concerning are the prepositions between a part of a text and what it is about.
var concerning = words{"on": true, "regarding": true, "concerning": true, "about": true, "of": true, "over": true, "for": true, "covering": true, "around": true}

// region returns the words that a part or matter at token h is about: "the
// provisions regarding A, B and C". ok is false where none follow.
func (p *pointMaker) region(h int) (s lang.Range, ok bool) {
	sent := p.sentence(h)
	k := h + 1
	if k+1 >= sent.End || !concerning[p.lower(k)] && !(p.lower(k) == "relating" || p.lower(k) == "related") {
		return s, false
	}
	k++
	if p.lower(k) == "to" && p.upos(k) == "ADP" {
		k++
	}
	s.Start = k
	for end := k; end < sent.End; end++ {
		if end == p.verb && end > k { // "wants the clause on courts taken out"
			s.End = end
			break
		}
		if u := p.upos(end); u == "AUX" || u == "VERB" && isFinite(p.doc.Tokens[end].XPOS) && p.rel(end) != "acl:relcl" && base(p.rel(end)) != "amod" || p.form(end) == ";" || p.form(end) == "—" || u == "SCONJ" && end > k+1 {
			s.End = end
			break
		}
		if p.upos(end) == "ADP" && (p.lower(end) == "into" || p.lower(end) == "until" || p.lower(end) == "from" && p.lemma(h) == "issue") && end > k {
			s.End = end
			break
		}
		s.End = end + 1
	}
	s.End = min(s.End, max(p.listEnd(k), k+1))
	for s.End > s.Start && (p.upos(s.End-1) == "PUNCT" && p.form(s.End-1) != "\"" && p.form(s.End-1) != "”" || p.upos(s.End-1) == "ADV" || p.upos(s.End-1) == "CCONJ") {
		s.End--
	}
	if s.Empty() {
		return s, false
	}
	if t := s.Start; p.upos(t) == "DET" || p.isTextNoun(t) || p.typeAt(t) != "" {
		// "clauses of the plan": no matter
		for j := t; j < min(t+4, s.End); j++ {
			if p.isStrongText(j) {
				return s, false
			}
		}
	}
	return s, true
}

func isFinite(tag string) bool { return tag == "VBD" || tag == "VBZ" || tag == "VBP" || tag == "MD" }

// partItems makes a point of each matter that a part of a text is about. ok is
// false where the words give none.
func (p *pointMaker) partItems(h int, status rapporteur.Status, m rapporteur.Modality, by []rapporteur.Mention) (made, ok bool) {
	s, ok := p.region(h)
	if !ok {
		return false, false
	}
	items := p.neededIn(s.Start)
	if len(items) == 0 && base(p.rel(h)) != "nsubj" {
		// the words after an object may go on with other things
		end := p.own(h).End
		if g := p.head(h); g >= 0 {
			for _, k := range p.kids[g] {
				if k > h && concerning[p.caseOf(k)] && p.lo[k] == s.Start-1 {
					end = max(end, p.own(k).End)
				}
			}
		}
		if end > s.Start && !p.goesOnList(end, s.End) {
			s.End = min(s.End, max(end, s.Start+1))
		}
	}
	if len(items) == 0 {
		items = p.itemsOf(s.Start, s.End, true)
	}
	if len(items) == 1 && len(p.known(items[0])) == 0 && p.typeAt(items[0].End-1) != "" && items[0].Len() <= 3 {
		return false, true
	}
	for _, x := range items {
		made = p.matterIn(h, x, by, status, m) || made
	}
	return made, true
}

// duties are nouns whose infinitives say what somebody is to do.
var duties = words{"need": true, "obligation": true, "requirement": true, "commitment": true, "duty": true, "necessity": true, "pledge": true, "promise": true}

// neededIn returns the infinitives of "the need to A and to B" where one begins at token i.
func (p *pointMaker) neededIn(i int) []lang.Range {
	end := p.sentence(i).End
	for k := i; k < min(i+3, end-1); k++ {
		if duties[p.lemma(k)] && p.lower(k+1) == "to" {
			end = p.listEnd(k + 1)
			for j := k + 2; j < end; j++ { // up to the predicate of the clause
				if p.upos(j) == "AUX" || p.upos(j) == "VERB" && isFinite(p.doc.Tokens[j].XPOS) {
					end = j
				}
			}
			return p.needItems(k+1, end)
		}
	}
	return nil
}

// goesOnList reports whether a list goes on at token k: ", B and C".
func (p *pointMaker) goesOnList(k, end int) bool {
	return k < end && (p.form(k) == "," || p.upos(k) == "CCONJ")
}

// needItems cuts "to A … and to B …".
func (p *pointMaker) needItems(from, to int) []lang.Range {
	var out []lang.Range
	start := from
	for k := from + 1; k+2 < to; k++ {
		if p.upos(k) == "CCONJ" && p.lower(k+1) == "to" && p.upos(k+2) == "VERB" {
			out = append(out, lang.Range{Start: start, End: k})
			start = k + 1
		}
	}
	return append(out, lang.Range{Start: start, End: to})
}

// partLists reads parts of a text whose predicate stands right after what they
// are about, where the tree did not make them its subject.
func (p *pointMaker) partLists(sent lang.Range, before int) {
	for h := sent.Start; h < sent.End; h++ {
		if !lex().points.Parts[p.lemma(h)] && !lex().points.Matters[p.lemma(h)] || p.upos(h) != "NOUN" {
			continue
		}
		s, ok := p.region(h)
		if !ok {
			continue
		}
		k := s.End
		for k < sent.End && (p.upos(k) == "AUX" || p.upos(k) == "ADV" || p.upos(k) == "PUNCT" && k < s.End+2) {
			k++
		}
		if k >= sent.End || k == s.End && !isFinite(p.doc.Tokens[k].XPOS) {
			continue
		}
		c := p.clause(k)
		if c == nil || p.done[k] || p.covered(k, before) {
			continue
		}
		if c.verb == "agree" && k > s.End {
			if !c.neg {
				made, _ := p.partItems2(h, s, rapporteur.Agreed)
				p.done[k] = made
			}
			continue
		}
		status := rapporteur.Status(c.value(lex().points.Status))
		if status == "" || k == s.End || vague[c.verb] && status == rapporteur.Rejected {
			continue
		}
		if c.neg || c.modal != "" && status != rapporteur.Deferred && status != rapporteur.Moved {
			continue
		}
		made, _ := p.partItems2(h, s, status)
		p.done[k] = made
	}
}

// partItems2 makes the points of the words s that part h is about.
func (p *pointMaker) partItems2(h int, s lang.Range, status rapporteur.Status) (bool, bool) {
	made := false
	for _, x := range p.itemsOf(s.Start, s.End, true) {
		made = p.matterIn(h, x, nil, status, rapporteur.Asserted) || made
	}
	return made, true
}

// weighty nouns are matters that say more than their name: "the fate of the
// islands" is not "the islands".
var weighty = words{
	"status": true, "fate": true, "future": true, "ban": true, "cap": true, "limit": true, "demand": true, "condition": true, "dispute": true, "disagreement": true, "row": true, "gap": true, "difference": true,
}

// matterIn makes the point of the words x that part or matter h is about. What
// would not be understood alone keeps the words before it: "the clause on prisoners".
func (p *pointMaker) matterIn(h int, x lang.Range, by []rapporteur.Mention, status rapporteur.Status, m rapporteur.Modality) bool {
	head := x.Start
	for k := x.Start; k < x.End; k++ {
		if u := p.upos(k); !x.Contains(p.head(k)) && u != "PUNCT" && u != "PART" && u != "DET" {
			head = k
			break
		}
	}
	if p.done[head] {
		return false
	}
	p.done[head] = true
	if len(by) == 0 {
		by = p.ownersIn(x)
	}
	var lead lang.Range
	n := 0
	for k := x.Start; k < x.End; k++ {
		if u := p.upos(k); u != "DET" && u != "PUNCT" {
			n++
		}
	}
	if k := h + 1; (n == 1 || weighty[p.lemma(h)]) && k < x.Start {
		for k < x.Start && (concerning[p.lower(k)] || p.lower(k) == "relating" || p.lower(k) == "related" || p.lower(k) == "to") {
			k++
		}
		lead = lang.Range{Start: min(p.nounPhrase(h).Start, h), End: k}
		if lead.Len() > 8 {
			lead.Start = h
		}
	}
	return p.makeMatter(head, lead, x, by, status, m)
}
