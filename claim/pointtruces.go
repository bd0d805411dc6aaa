package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// A truce is a text and a provision in one: the two sides sign it, and what it says is that the shooting
// stops. Whoever declares, keeps or breaks one alone tells of the provision.

// truce reports whether a noun is that of a truce where the agenda knows one: "a trade truce" is a deal.
func (r *reading) truce(k int) bool {
	return lex().points.Lists.Stops[r.lemma(k)] && r.doc.Tokens[k].XPOS != "NNS" && r.agendaKnows("ceasefire")
}

// stopPut makes the point of a truce that is offered, asked for or turned down.
func (p *pointMaker) stopPut(x *putForward, k int) bool {
	if !p.truce(k) || p.done[k] || p.upos(k) == "PRON" {
		return false
	}
	if slices.ContainsFunc(p.claims, func(f found) bool { return f.Point != nil && (f.head == k || f.head == x.head) }) {
		return false // told already
	}
	p.done[k] = true
	if x.stand.stance != rapporteur.Rejects {
		return p.putPoint(x, k, lang.Range{}, p.clip(p.phrase(k), k), nil)
	}
	n := len(p.claims)
	made := p.makePoint(k, p.phrase(k), nil, rapporteur.Rejected, x.modality)
	p.plainly(n)
	return made
}

// oneSided makes the point of a truce that one side declares, keeps or breaks: "the rebels declared a
// truce of two months", "is observing a ceasefire", "ended its truce in May".
func (p *pointMaker) oneSided(c *clause) bool {
	l := &lex().points.Lists
	if c.neg || c.mark == "if" || c.mark == "unless" {
		return false
	}
	heads := c.obj
	if c.passive {
		heads = c.subj
	} else if c.verb == "abide" {
		heads = c.with("by")
	}
	i := slices.IndexFunc(heads, func(k int) bool { return p.truce(k) && !p.done[k] })
	if i < 0 {
		return false
	}
	status := rapporteur.Agreed
	switch {
	case l.Declares[c.verb]:
		if c.modal == "would" || c.modal == "could" || c.modal == "may" || c.modal == "might" || c.modal == "should" || c.modal == "must" || c.mark == "to" {
			status = rapporteur.Proposed
		}
	case l.Observes[c.verb] && c.modal == "" && c.mark != "to":
		status = rapporteur.Retained
	case l.Flouts[c.verb] && c.modal == "" && c.mark != "to":
		status = rapporteur.Dropped
	default:
		return false
	}
	who := c.subj
	if c.passive {
		who = c.agent
	}
	k := heads[i]
	p.done[k] = true
	before := len(p.claims)
	made := p.makePoint(k, p.clip(p.phrase(k), k), mentions(p.sides(p.actorsOrMeant(who))), status, rapporteur.Asserted)
	if made && len(p.claims) > before {
		p.claims[len(p.claims)-1].measure = true
	}
	return made
}
