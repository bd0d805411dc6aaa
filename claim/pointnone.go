package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// onlySize reports whether what is said of a point tells the size of a text or
// counts its parts, and no provision: "the accord runs to 16 articles", "four were
// struck out", "eight of the 11 points".
func (p *pointMaker) onlySize(head int, words lang.Range) bool {
	if p.countsParts(head) {
		return true
	}
	c := p.clause(head)
	if c == nil || len(c.subj) == 0 {
		return false
	}
	if s := c.subj[0]; len(c.obj)+len(c.comp) == 0 && p.countsParts(s) && len(p.known(words)) == 0 {
		return true
	} else if !p.isTextNoun(s) {
		return false
	}
	parts := lex().texts.Parts
	for _, o := range append(slices.Clone(c.obj), obliques(c)...) {
		if parts[p.lemma(o)] != "" && p.child(o, "nummod") >= 0 {
			return true
		}
	}
	return false
}

// countsParts reports whether a nominal is a mere count of the parts of a text:
// "four", "three of them", "three articles", but not "two articles on fishing".
func (p *pointMaker) countsParts(i int) bool {
	if i < 0 {
		return false
	}
	l := lex()
	part := func(k int) bool { return l.texts.Parts[p.lemma(k)] != "" || l.points.Lists.Written[p.lemma(k)] }
	matter := func(h int) bool {
		return slices.ContainsFunc(p.kids[h], func(k int) bool {
			return k > h && (base(p.rel(k)) == "nmod" && l.points.Lists.Concerning[p.caseOf(k)] && !part(k) && !p.isTextNoun(k) && p.upos(k) != "PRON" || base(p.rel(k)) == "acl" || base(p.rel(k)) == "appos")
		})
	}
	switch {
	case p.timeAt[i] >= 0:
		return false
	case p.upos(i) == "NUM" && p.lower(i) != "one" && !strings.ContainsAny(p.form(i), ",.%"):
		return !matter(i) && !slices.ContainsFunc(p.kids[i], func(k int) bool { return base(p.rel(k)) == "nmod" && (matter(k) || !part(k) && p.upos(k) != "PRON") })
	case p.upos(i) == "NOUN" && part(i):
		return p.child(i, "nummod") >= 0 && p.child(i, "amod", "compound", "nmod:poss") < 0 && !matter(i)
	}
	return false
}

func obliques(c *clause) []int {
	var out []int
	for _, o := range c.obl {
		out = append(out, o.head)
	}
	return out
}

// ownMove reports whether what somebody promises is against the other side, a journey
// of his own, or nothing in particular: "pledged to take counter-measures",
// "promised to fly home".
func (p *pointMaker) ownMove(c *clause) bool {
	l := lex()
	if len(c.comp) == 0 || !l.points.Lists.Commits[c.verb] && c.verb != "vow" && c.verb != "promise" || l.points.Lists.Consent[c.verb] {
		return false
	}
	x := p.clause(c.comp[0])
	if x == nil || x.passive {
		return false
	}
	if !x.neg && p.hostile(x.head) {
		return true
	}
	if len(x.obj) == 0 {
		return l.points.Lists.Journeys[x.verb] || x.verb == "answer" || x.verb == "respond" || x.verb == "act"
	}
	return slices.ContainsFunc(x.obj, func(o int) bool {
		return strings.HasPrefix(p.lemma(o), "counter") || l.points.Lists.Manners[p.lemma(o)] && len(p.known(p.nounPhrase(o))) == 0 || x.verb == "answer"
	})
}

// deedDone reports whether a clause tells what one side has done by itself, which is
// no provision though others may have been promised it: "slashed its tariffs in May".
func (p *pointMaker) deedDone(c *clause) bool {
	if c == nil || c.passive || c.copula || c.neg || c.modal != "" || !(c.past || c.perfect) || p.tellsStatus(c) || p.textOf(c.subj) >= 0 {
		return false
	}
	l := &lex().points.Lists
	if l.Binds[c.verb] || l.Consent[c.verb] || l.Commits[c.verb] || l.Concludes[c.verb] || l.Reach[c.verb] {
		return false
	}
	return len(p.actorsAt(c.subj...)) == 1
}

// alone reports whether nothing near a clause speaks of a text or of terms come to,
// so that what it says will be is what somebody does, and not what was agreed.
func (p *pointMaker) alone(i int) bool {
	if p.concluded >= 0 && p.sent[i] >= p.concluded {
		return false
	}
	l := lex()
	for s := p.sent[i]; s >= 0 && s >= p.sent[i]-2; s-- {
		x := p.doc.Sentences[s].Range
		for k := x.Start; k < x.End; k++ {
			if p.upos(k) == "NOUN" && (p.isStrongText(k) || l.points.Lists.Reached[p.lemma(k)] || l.points.Parts[p.lemma(k)] && l.points.Lists.Written[p.lemma(k)]) || p.upos(k) == "VERB" && l.points.Lists.Consent[p.lemma(k)] {
				return false
			}
		}
	}
	return !slices.ContainsFunc(p.claims, func(f found) bool {
		return f.Point != nil && f.Point.Status == rapporteur.Agreed && p.sent[i]-p.sent[f.head] >= 0 && p.sent[i]-p.sent[f.head] <= 2
	})
}

// subjectless returns the words for who does what a point says, where its words begin
// with the finite verb because the subject stands before another: "Norvana | would
// leave the bank but | may keep two trawlers".
func (p *pointMaker) subjectless(words lang.Range, head int) lang.Range {
	c := p.clause(head)
	if c == nil || words.Empty() || len(c.subj) == 0 {
		return lang.Range{}
	}
	if k := words.Start - 1; k > 0 && isRelative(p.lower(k)) && p.doc.Tokens[words.Start].XPOS == "VBD" && words.Start <= head { // "gaps in the pact that | needed to be filled"
		for n := k - 1; n >= p.sentence(k).Start && n > k-8; n-- {
			if (p.upos(n) == "NOUN" || p.upos(n) == "PROPN") && base(p.rel(n)) != "nmod" && base(p.rel(n)) != "compound" && base(p.rel(n)) != "flat" {
				return lang.Range{Start: p.nounPhrase(n).Start, End: k}
			}
		}
		return lang.Range{}
	}
	for words.Len() > 1 && (p.upos(words.Start) == "CCONJ" || p.upos(words.Start) == "PUNCT") {
		words.Start++
	}
	if tag := p.doc.Tokens[words.Start].XPOS; tag != "MD" && tag != "VBD" || words.Start > head {
		return lang.Range{}
	}
	s := c.subj[0]
	np := p.nounPhrase(s)
	if np.End > words.Start || p.sent[s] != p.sent[head] || p.upos(s) == "PRON" || p.isTextNoun(s) || np.Len() > 8 || np.Empty() {
		return lang.Range{}
	}
	return np
}
