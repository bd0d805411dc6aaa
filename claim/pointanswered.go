package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// answeredAsk reads what a body does with what somebody asked for: it declines the union's request
// for sick pay, sends the owners' proposal on crews back to local talks, or says that a
// request should be taken up elsewhere.
func (p *pointMaker) answeredAsk(c *clause) bool {
	if made, ok := p.advised(c); ok {
		return made
	}
	status, heads := p.answerTo(c)
	made := false
	for _, h := range heads {
		if p.done[h] || !lex().points.Lists.Asked[p.lemma(h)] {
			continue
		}
		words, head := p.requested(h)
		if words.Empty() || p.done[head] {
			continue
		}
		if issues := p.known(words); len(issues) == 0 || !p.agendaKnows(issues[0]) && !p.measured(words) {
			continue
		}
		p.done[h], p.done[head] = true, true
		n := len(p.claims)
		made = p.makePoint(head, words, p.refuser(c, h, status), status, rapporteur.Asserted) || made
		for ; n < len(p.claims); n++ {
			p.claims[n].measure = status == rapporteur.Rejected
		}
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// refuser returns who refuses a demand, and so would have had to do what it asks; of a proposal, only
// where those make it who are in his pay.
func (p *pointMaker) refuser(c *clause, h int, status rapporteur.Status) []rapporteur.Mention {
	if status != rapporteur.Rejected || c.passive && len(c.agent) == 0 {
		return nil
	}
	switch p.lemma(h) {
	case "proposal", "suggestion", "idea", "wish", "claim", "bid", "push", "petition":
		if p.agenda == nil || p.agenda.Code != "labour" || !slices.ContainsFunc(p.kids[h], p.inHands) {
			return nil
		}
	}
	who := c.subj
	if c.passive {
		who = c.agent
	}
	if slices.ContainsFunc(who, p.neutral) {
		return nil
	}
	return mentions(slices.DeleteFunc(p.sides(p.actorsOrMeant(who)), func(a actor) bool {
		words := strings.Fields(strings.ToLower(a.Name))
		return a.Kind == rapporteur.Person || len(words) > 0 && lex().points.Lists.Neutrals[words[len(words)-1]]
	}))
}

// advised reads what a body that is no side recommends: "The panel recommended two more days of leave
// and that nurses pay half a point more". ok is false for other clauses.
func (p *pointMaker) advised(c *clause) (made, ok bool) {
	if !lex().points.Lists.Advises[c.verb] || c.passive || c.neg || c.modal != "" || c.mark == "to" || len(c.subj) == 0 || p.isTextNoun(c.subj[0]) || p.direct(c.head) {
		return false, false
	}
	if !p.neutral(c.subj[0]) {
		return false, false
	}
	before := len(p.claims)
	for _, k := range append(slices.Clone(c.obj), c.comp...) {
		s := p.own(k)
		if k < c.head || p.done[k] || p.sent[k] != p.sent[c.head] || s.Len() < 3 {
			continue
		}
		switch x := p.clause(k); {
		case x == nil:
			if s = p.clip(s, k); !p.measured(s) || len(p.known(s)) == 0 || p.upos(k) != "NOUN" {
				continue
			}
			p.done[k] = true
			p.makePoint(k, s, p.ownersOf(k), rapporteur.Proposed, rapporteur.Asserted)
		case x.mark == "that" && len(x.subj) > 0 && p.head(x.subj[0]) == k && p.upos(x.subj[0]) != "PRON" && !x.past && p.finiteTag(k) != "VBZ" && (x.modal == "" || x.modal == "should") && p.concrete(s):
			for s.Start < k && p.lower(s.Start) != "that" {
				s.Start++
			}
			p.item(s, rapporteur.Asserted)
		case p.doc.Tokens[k].XPOS == "VBG" && x.mark == "" && p.concrete(s):
			p.done[k] = true
			p.makePoint(k, p.clip(s, k), nil, rapporteur.Proposed, rapporteur.Asserted)
		}
	}
	for n := before; n < len(p.claims); n++ { // an agreed text in the report makes no advice agreed
		p.claims[n].Point.Status, p.claims[n].laid = rapporteur.Proposed, false
	}
	return len(p.claims) > before, len(p.claims) > before
}

// neutral reports whether a noun or name is of one who advises both sides: "the panel", or a name that
// the report gives beside such a word, "the fact finder, Otto Varga".
func (p *pointMaker) neutral(i int) bool {
	l := lex().points.Lists.Neutrals
	if p.upos(i) != "PROPN" || l[p.lower(i)] {
		return l[p.lemma(i)] || l[p.lower(i)]
	}
	for k := range p.doc.Tokens[:i] {
		if l[p.lemma(k)] && p.upos(k) == "NOUN" {
			for j := max(0, k-6); j < min(k+7, i); j++ {
				if p.form(j) == p.form(i) && p.sent[j] == p.sent[k] {
					return true
				}
			}
		}
	}
	return false
}

// answerTo returns what becomes of which demands by a clause, "" for nothing.
func (p *pointMaker) answerTo(c *clause) (rapporteur.Status, []int) {
	l := &lex().points.Lists
	heads := c.obj
	if c.passive {
		heads = c.subj
	}
	switch {
	case c.neg || len(heads) == 0:
	case c.passive && (c.modal == "should" || c.modal == "must") && l.Taken[c.verb]:
		if slices.ContainsFunc(c.obl, func(o oblique) bool {
			return o.prep == "in" || o.prep == "at" || o.prep == "by" || o.prep == "with" || o.prep == "to"
		}) {
			return rapporteur.Deferred, heads
		}
	case c.modal != "":
	case l.Sends[c.verb] && (c.past || c.perfect || c.passive) && p.sentTo(c):
		return rapporteur.Deferred, heads
	case c.lexical(lex().positions.Verbs) == string(rapporteur.Rejects) && (c.past || c.perfect || c.passive):
		refused := len(p.sides(p.actorsOrMeant(c.subj))) > 0
		return rapporteur.Rejected, slices.DeleteFunc(slices.Clone(heads), func(h int) bool { return !refused && !p.sidesOwn(h) })
	}
	return "", nil
}

// sidesOwn reports whether a demand is told with whose it is: "the union's request", "a proposal by the union".
func (p *pointMaker) sidesOwn(h int) bool {
	return slices.ContainsFunc(p.kids[h], func(k int) bool {
		return (p.rel(k) == "nmod:poss" && p.upos(k) != "PRON" || p.rel(k) == "compound" || base(p.rel(k)) == "nmod" && (p.caseOf(k) == "by" || p.caseOf(k) == "from")) && (len(p.actorsAt(k)) > 0 || p.typeAt(k) != "")
	})
}

// requested returns the words for what a demand asks for: "request for | up to ten days of sick pay",
// "demand that | the system be scrapped".
func (p *pointMaker) requested(h int) (lang.Range, int) {
	for _, k := range p.kids[h] {
		if k < h {
			continue
		}
		words := p.own(k)
		switch base(p.rel(k)) {
		case "nmod":
			if f := p.caseOf(k); f == "by" || f == "from" { // "a proposal by the union | for sick pay"
				if s, head := p.requestedBehind(p.nounPhrase(k).End - 1); !s.Empty() {
					return s, head
				}
			}
			if f := p.caseOf(k); f != "for" && f != "on" && f != "of" && f != "about" {
				continue
			}
			for words.Start < k && (p.upos(words.Start) == "ADP" && p.lower(words.Start) != "up" || p.upos(words.Start) == "SCONJ") {
				words.Start++
			}
		case "acl", "ccomp":
			x := p.clause(k)
			if x == nil || x.mark != "that" && x.mark != "to" && x.mark != "for" {
				continue
			}
			if x.mark == "that" && x.modal != "should" && (x.modal != "" || p.finiteTag(k) == "VBZ" || p.finiteTag(k) == "VBD" || p.child(k, "cop") >= 0 && p.finiteTag(k) != "VB" || x.ongoing || x.past || x.perfect) {
				return lang.Range{}, -1 // "dismissed suggestions that it cheats": nothing is asked for
			}
			for words.Start < k && (p.upos(words.Start) == "SCONJ" || p.upos(words.Start) == "PART" || p.upos(words.Start) == "PUNCT") {
				words.Start++
			}
		default:
			continue
		}
		words = p.clip(words, k)
		for j := k + 1; j < words.End; j++ { // "sent the proposal on crews | back to local talks"
			if p.lower(j) == "back" {
				words.End = j
			}
		}
		return words, k
	}
	return p.requestedBehind(h)
}

// requestedBehind finds the same by the order of the words, where the tree hung them on the verb.
func (p *pointMaker) requestedBehind(h int) (lang.Range, int) {
	end := p.sentence(h).End
	if f := p.lower(min(h+1, end-1)); h+3 >= end || f != "for" && f != "on" && f != "of" && f != "about" {
		return lang.Range{}, -1
	}
	s := lang.Range{Start: h + 2, End: h + 2}
	for k := s.Start; k < end; k++ {
		if u := p.upos(k); u == "PUNCT" && p.form(k) != "-" || u == "SCONJ" || u == "AUX" || u == "VERB" && isFinite(p.doc.Tokens[k].XPOS) || p.lower(k) == "back" {
			break
		}
		s.End = k + 1
	}
	if s.Len() < 2 {
		return lang.Range{}, -1
	}
	return s, p.top(s)
}

// sentTo reports whether a clause says that something is sent to another body: "sent back to local talks".
func (p *pointMaker) sentTo(c *clause) bool {
	sent := p.sentence(c.head)
	for k := c.head + 1; k+1 < sent.End && p.form(k) != "," && p.form(k) != ";"; k++ {
		if p.lower(k) != "to" || p.upos(k) == "PART" {
			continue
		}
		for j := k + 1; j < min(k+5, sent.End); j++ {
			if lex().points.Lists.Bodies[p.lemma(j)] {
				return true
			}
		}
	}
	return false
}

// rowMates makes points of the further deeds of a row of which the learned reader told one only:
// "It would raise wages by 9 percent and freeze the rent". The points from number first on are its own.
func (p *pointMaker) rowMates(first int) {
	for n, end := first, len(p.claims); n < end; n++ {
		f := p.claims[n]
		c := p.clause(f.head)
		if f.Point == nil || c == nil || p.pointLikely(f.head) < rapporteur.Doubtful/2 || p.upos(f.head) != "VERB" || c.copula || f.Point.Status != rapporteur.Proposed && f.Point.Status != rapporteur.Agreed && f.Point.Status != rapporteur.AgreedInPrinciple {
			continue
		}
		top := f.head
		for base(p.rel(top)) == "conj" && p.upos(p.head(top)) == "VERB" && p.sent[p.head(top)] == p.sent[top] {
			top = p.head(top)
		}
		for _, k := range p.conjuncts(top) {
			if k != f.head {
				p.rowMate(&f, c, k)
			}
		}
	}
}

// rowMate makes the point of deed k, which stands in a row with that of a point.
func (p *pointMaker) rowMate(f *found, c *clause, k int) bool {
	x := p.clause(k)
	if x == nil || p.upos(k) != "VERB" || p.done[k] || x.neg != c.neg || x.copula || p.cue[k] || x.past != c.past || x.passive != c.passive && len(x.obj) == 0 && !x.passive || p.tellsStatus(x) && !c.is(words{x.verb: true}) || p.hostile(k) || p.conditional(x) || p.noLonger(c) || lex().points.Lists.Effects[x.verb] {
		return false
	}
	if shared := x.modal == "" && p.doc.Tokens[k].XPOS == "VB"; !shared && (x.modal == "") != (c.modal == "") {
		return false
	}
	own := p.own(k)
	if slices.ContainsFunc(p.claims, func(o found) bool {
		return (o.Point != nil || o.Position != nil || o.Meeting != nil || o.Text != nil) && own.Contains(o.head)
	}) {
		return false
	}
	head, words, by := p.deed(x, own)
	if words = p.told(words, x); words.Empty() || !p.concrete(words) || p.contentless(words) {
		return false
	}
	if len(x.subj) > 0 && p.upos(x.subj[0]) == "PRON" {
		by = slices.DeleteFunc(by, func(m rapporteur.Mention) bool { return m.Kind == rapporteur.Group })
	}
	if len(by) == 0 && !(len(x.subj) > 0 && p.head(x.subj[0]) == k && p.upos(x.subj[0]) != "PRON") {
		by = f.Point.By
	}
	p.done[k] = true
	if !p.makePoint(head, words, by, f.Point.Status, f.Modality) {
		return false
	}
	p.claims[len(p.claims)-1].Point.Status = f.Point.Status
	return true
}

// duty reports whether a predicate lays down what is to be done: "are to be freed by June".
func (p *pointMaker) duty(i int) bool {
	c := p.clause(i)
	if c == nil || c.neg || c.past || c.perfect || p.upos(i) != "VERB" || p.conditional(c) || p.meetingWord(c) || len(c.subj) == 0 || p.upos(c.subj[0]) == "PRON" {
		return false
	}
	if !c.passive && (len(c.obj) == 0 || len(p.actorsAt(c.subj...)) == 0) || p.textOf(c.obj) >= 0 || c.passive && p.isTextNoun(c.subj[0]) {
		return false
	}
	return c.modal == "must" || c.modal == "shall" || c.modal == "will" && c.passive || p.isTo(c)
}
