package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// figureMoved reads what became of a number that a text sets: "the ceiling was raised from 600,000 to
// 800,000", "the figure for the army has since been cut to 400,000".
func (p *pointMaker) figureMoved(c *clause) bool {
	if !figureMoves[c.verb] || !c.passive || c.neg || c.modal != "" || c.mark == "to" || len(c.subj) == 0 {
		return false
	}
	s := c.subj[0]
	if !lex().points.Lists.Figures[p.lemma(s)] || p.done[s] || p.nounPhrase(s).Len()+len(p.children(s, "nmod")) < 3 {
		return false
	}
	if !slices.ContainsFunc(append(c.with("to"), c.with("from")...), func(k int) bool { return p.numbered(k) }) {
		return false
	}
	words := lang.Range{Start: p.nounPhrase(s).Start, End: p.listEnd(c.head)}
	if issues := p.known(p.own(s)); len(issues) == 0 || !p.agendaKnows(issues[0]) {
		return false
	}
	p.done[s], p.done[c.head] = true, true
	return p.makePoint(s, p.clip(words, c.head), p.owners(p.own(s)), rapporteur.Reworded, rapporteur.Asserted)
}

// figureMoves are the verbs by which a number becomes another.
var figureMoves = words{"raise": true, "lift": true, "increase": true, "lower": true, "cut": true, "reduce": true, "trim": true, "bring": true, "bump": true, "put": true, "push": true, "whittle": true, "pare": true, "scale": true, "drop": true, "double": true, "halve": true}

// numbered reports whether a nominal is a number or has one.
func (p *pointMaker) numbered(k int) bool {
	return p.upos(k) == "NUM" || p.child(k, "nummod") >= 0
}

// settledFor reads with what a side made do: "the union settled for 7 percent".
func (p *pointMaker) settledFor(c *clause) bool {
	if c.verb != "settle" || c.neg || c.modal != "" || c.mark == "to" || !c.past && !c.perfect || len(c.obj) > 0 || len(p.actorsOrMeant(c.subj)) == 0 {
		return false
	}
	made := false
	for _, k := range c.with("for") {
		words := p.clip(p.own(k), k)
		words.Start = p.nounPhrase(k).Start
		if p.done[k] || p.timeAt[k] >= 0 || !p.numbered(k) && len(p.known(words)) == 0 {
			continue
		}
		p.done[k], p.done[c.head] = true, true
		made = p.makePoint(k, words, p.ownersOf(k), rapporteur.Agreed, rapporteur.Asserted) || made
	}
	return made
}

// unmet reads what a side did not get into what was agreed: "the guild failed to win a four-day week".
func (p *pointMaker) unmet(c *clause) bool {
	l := &lex().points.Lists
	if p.concluded < 0 || !l.Withheld[c.verb] || c.passive || len(c.obj) == 0 || c.modal != "" {
		return false
	}
	up := p.clause(p.head(c.head))
	failed := c.mark == "to" && up != nil && up.verb == "fail" && !up.neg && up.modal == ""
	if !failed && !(c.neg && c.mark == "" && (c.past || c.perfect)) {
		return false
	}
	subj := c.subj
	if failed {
		subj = up.subj
	}
	if len(subj) == 0 || slices.ContainsFunc(subj, p.isTextNoun) || p.lower(p.sentence(c.head).Start) == "what" {
		return false
	}
	made := false
	for _, o := range c.obj {
		made = p.unmetThing(p.clip(p.own(o), o), rapporteur.Dropped) || made
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// obtained reads what a side got into what was agreed: "the guild won a raise of 6 percent".
func (p *pointMaker) obtained(c *clause) bool {
	if p.concluded < 0 || p.sent[c.head] < p.concluded || !lex().points.Lists.Obtain[c.verb] || c.passive || c.neg || c.modal != "" || c.mark != "" || !c.past && !c.perfect || !slices.ContainsFunc(c.subj, p.inHands) {
		return false
	}
	made := false
	for _, o := range c.obj {
		if words := p.clip(p.own(o), o); p.measured(words) || lex().points.Acts[p.lemma(o)] {
			made = p.unmetThing(words, rapporteur.Agreed) || made
		}
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// gives makes points of what those who work for somebody get, once the report has told that the sides
// came to terms: "Crane drivers get two more days off".
func (p *pointMaker) gives(sent lang.Range) bool {
	l := &lex().points.Lists
	if p.concluded < 0 || p.sent[sent.Start] <= p.concluded || p.agenda == nil || p.agenda.Code != "labour" {
		return false
	}
	made := false
	for i := sent.Start; i < sent.End; i++ {
		c := p.clause(i)
		if c == nil || p.done[i] || p.cue[i] || c.neg || c.past || c.perfect || c.modal != "" && c.modal != "will" && c.modal != "would" || !p.present(c) || p.conditional(c) || base(p.rel(i)) != "root" && base(p.rel(i)) != "conj" || !slices.ContainsFunc(c.subj, p.inHands) {
			continue
		}
		if (l.Receives[c.verb] && !c.passive && len(c.obj) > 0 || l.Granting[c.verb] && c.passive) && p.concrete(p.own(i)) && p.measured(p.own(i)) {
			made = p.act(i, nil, rapporteur.Asserted, false) || made
		}
	}
	for n := range p.claims {
		if f := &p.claims[n]; made && f.Point != nil && p.sent[f.head] == p.sent[sent.Start] && f.Point.Status == rapporteur.Proposed {
			f.Point.Status, f.laid = rapporteur.Agreed, true
		}
	}
	return made
}

// unmetThing makes the point of what was got or not.
func (p *pointMaker) unmetThing(s lang.Range, status rapporteur.Status) bool {
	if s.Empty() {
		return false
	}
	head := p.top(s)
	if issues := p.known(s); len(issues) == 0 || !p.agendaKnows(issues[0]) || p.done[head] || p.isTextNoun(head) || p.upos(head) == "PRON" {
		return false
	}
	p.done[head] = true
	if !p.makePoint(head, s, nil, status, rapporteur.Asserted) {
		return false
	}
	p.claims[len(p.claims)-1].measure = true
	return true
}

// whatGot reads "What the guild did not get: a four-day week and …", "What the nurses won is …".
func (p *pointMaker) whatGot(sent lang.Range) bool {
	l := &lex().points.Lists
	if sent.Len() < 6 || p.lower(sent.Start) != "what" {
		return false
	}
	no := false
	for k := sent.Start + 1; k+1 < min(sent.Start+9, sent.End); k++ {
		f := p.lower(k)
		no = no || f == "not" || f == "n't" || f == "n’t"
		if !l.Withheld[p.lemma(k)] || p.upos(k) != "VERB" {
			continue
		}
		at := k + 1
		if p.form(at) != ":" && p.lemma(at) != "be" {
			return false
		}
		status := rapporteur.Agreed
		if no {
			status = rapporteur.Dropped
		} else if p.concluded < 0 {
			return false
		}
		made := false
		for _, x := range p.itemsOf(at+1, p.listEnd2(at+1), true) {
			made = p.unmetThing(p.clip(x, p.top(x)), status) || made
		}
		return made
	}
	return false
}
