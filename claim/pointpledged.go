package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// promises are the verbs by which a side takes on to give something.
var promises = words{"pledge": true, "promise": true, "commit": true, "vow": true, "guarantee": true, "earmark": true}

// pledged reads how much a side takes on to give: "rich states pledged 300 billion crowns a year".
func (p *pointMaker) pledged(c *clause) bool {
	if !promises[c.verb] || c.passive || c.neg || c.modal != "" || c.mark == "to" || c.mark == "if" || !c.past && !c.perfect || len(c.obj) == 0 || p.direct(c.head) {
		return false
	}
	who := p.sides(p.actorsOrMeant(c.subj))
	if len(who) == 0 || slices.ContainsFunc(who, func(a actor) bool { return a.Kind == rapporteur.Person }) {
		return false
	}
	o := c.obj[0]
	words := p.clip(lang.Range{Start: p.nounPhrase(o).Start, End: p.listEnd(o)}, o)
	for k := o + 1; k+1 < words.End; k++ { // "pledged 7 billion and | could not accept …"
		if p.upos(k) == "CCONJ" && (p.upos(k+1) == "AUX" || p.upos(k+1) == "VERB") {
			words.End = k
		}
	}
	if p.done[o] || p.isTextNoun(o) || len(p.actorsAt(o)) > 0 || p.timeAt[o] >= 0 || !p.numbered(o) && !p.amount(o) {
		return false
	}
	if issues := p.known(words); len(issues) == 0 || !p.agendaKnows(issues[0]) {
		return false
	}
	status := rapporteur.Proposed
	if p.concluded >= 0 || p.anyIn(p.sentence(min(p.sentence(c.head).End, len(p.sent)-1)), lex().texts.Joint) >= 0 {
		status = rapporteur.Agreed
	}
	p.done[o], p.done[c.head] = true, true
	return p.makePoint(o, words, mentions(who), status, rapporteur.Asserted)
}

// bidding reads the demand that a side is told to have come with: "went into the talks demanding 8 percent".
func (p *pointMaker) bidding(c *clause) bool {
	if c.verb != "demand" && c.verb != "seek" && c.verb != "ask" && c.verb != "claim" || p.doc.Tokens[c.head].XPOS != "VBG" || base(p.rel(c.head)) != "advcl" && base(p.rel(c.head)) != "xcomp" && p.rel(c.head) != "acl" || c.neg {
		return false
	}
	made := false
	for _, o := range append(slices.Clone(c.obj), c.with("for")...) {
		words := p.clip(lang.Range{Start: p.nounPhrase(o).Start, End: p.own(o).End}, o)
		if p.done[o] || p.timeAt[o] >= 0 || !p.numbered(o) || len(p.actorsAt(o)) > 0 || len(p.known(words)) == 0 && !p.barePercent(words) {
			continue
		}
		p.done[o] = true
		if made = p.makePoint(o, words, nil, rapporteur.Proposed, rapporteur.Asserted) || made; made {
			p.claims[len(p.claims)-1].laid = false
			p.claims[len(p.claims)-1].Point.Status = rapporteur.Proposed
		}
	}
	return made
}

// hasUntil reports whether a clause gives somebody a time to do something, "has until March to draft a
// law", and returns what.
func (p *pointMaker) hasUntil(c *clause) (int, bool) {
	if c.verb != "have" || c.passive || c.neg || c.past || c.perfect || len(c.subj) == 0 {
		return -1, false
	}
	timed := slices.ContainsFunc(c.obj, func(o int) bool { return p.timeAt[o] >= 0 }) || len(c.with("until")) > 0 || len(c.with("till")) > 0
	if !timed {
		return -1, false
	}
	own := p.own(c.head)
	for k := c.head + 1; k < own.End; k++ {
		if x := p.clause(k); x != nil && x.mark == "to" && p.doc.Tokens[k].XPOS == "VB" {
			l := &lex().points.Lists
			return k, !l.Settles[x.verb] && !l.Concludes[x.verb] && !p.meetingWord(x) && !l.Talks[x.verb] && len(x.obj) > 0
		}
	}
	return -1, false
}
