package claim

import (
	"slices"

	"rapporteur"
)

// conclusion returns the first sentence of the report that tells that sides have
// come to terms, "reached a deal on Sunday", "the accord, signed in June": -1 for none.
func (r *reading) conclusion() int {
	for n := range r.clauses {
		if c := &r.clauses[n]; r.concludes(c) {
			return r.sent[c.head]
		}
	}
	return -1
}

// concludes reports whether a clause tells that a text of several sides was agreed.
func (r *reading) concludes(c *clause) bool {
	l := lex()
	if !l.points.Lists.Concludes[c.verb] || c.neg || c.modal != "" || c.mark == "to" || c.mark == "if" || c.ongoing || c.copula || c.verb == "put" && slices.ContainsFunc(c.obj, r.isTextNoun) { // "put a pact to the guild"
		return false
	}
	if r.doc.Tokens[c.head].XPOS == "VB" || r.doc.Tokens[c.head].XPOS == "VBG" || r.modality(c.head) != rapporteur.Asserted {
		return false
	}
	heads := slices.Clone(c.obj)
	if c.passive {
		heads = append(heads, c.subj...)
	}
	if h := r.head(c.head); base(r.rel(c.head)) == "acl" && h >= 0 && (c.passive || len(c.obj) == 0 || isRelative(r.lower(c.obj[0]))) {
		heads = append(heads, h) // "the pact that the two | initialled"
	}
	for _, o := range c.obl {
		if o.prep == "to" || o.prep == "on" || o.prep == "upon" {
			heads = append(heads, o.head)
		}
	}
	if h := r.head(c.head); r.rel(c.head) == "acl:relcl" && !slices.ContainsFunc(heads, func(k int) bool { return r.upos(k) != "PRON" }) && !c.passive && len(c.subj) > 0 {
		heads = append(heads, h) // "the accord that the two sides announced"
	}
	return slices.ContainsFunc(heads, func(h int) bool {
		return r.jointText(h) && (!l.points.Lists.Accords[r.lemma(h)] || l.points.Lists.Signs[c.verb]) // one side may make a declaration
	})
}

// jointText reports whether a nominal names what sides have agreed or may agree,
// and not a draft of it: "a customs pact", not "the draft agreement", "any deal".
func (r *reading) jointText(h int) bool {
	l := lex()
	if h < 0 || r.upos(h) != "NOUN" && r.upos(h) != "PROPN" || r.doc.Tokens[h].XPOS == "NNS" || !l.texts.Joint[r.lemma(h)] && !l.points.Lists.Reached[r.lemma(h)] && !l.points.Lists.Accords[r.lemma(h)] {
		return false
	}
	for k := r.nounPhrase(h).Start; k < h; k++ {
		if f := r.lemma(k); l.points.Lists.Drafts[f] || l.texts.Versions[f] || l.modality.Hedges[f] || f == "no" || f == "any" || f == "possible" || f == "potential" || f == "eventual" || f == "proposed" || f == "emerging" {
			return false
		}
	}
	return true
}

// agreedText reports whether what the text at hand holds has been agreed, as far
// as the report tells it.
func (p *pointMaker) agreedText() bool {
	if p.concluded < 0 || p.text < 0 || p.text >= len(p.kids) {
		return false
	}
	t := p.textUnder(p.text)
	if t < 0 {
		t = p.text
	}
	if d := p.child(t, "det"); d >= 0 && (p.lower(d) == "a" || p.lower(d) == "an") {
		if g := p.governor(t); (g == nil || !p.concludes(g)) && !slices.ContainsFunc(p.children(t, "acl", "acl:relcl"), func(k int) bool { c := p.clause(k); return c != nil && p.concludes(c) }) {
			return false // "pushed for a deal that would …"
		}
	}
	if g := p.governor(t); g != nil && (g.modal == "should" || g.may()) {
		return false // "the treaty should contain a list"
	}
	return p.jointText(t)
}
