package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// plainLikely is how likely a point is at least that a form of words tells which says nothing else.
const plainLikely = 0.35

// plainly marks the points made since there were before claims as told by such a form.
func (p *pointMaker) plainly(before int) {
	for n := before; n < len(p.claims); n++ {
		p.claims[n].plain = p.claims[n].Point != nil
	}
}

// withTerms reads the terms that hang on the news that a text was concluded: "concluded a pact on Friday, with
// car duties to fall to 10 percent and Norvanan beef gaining a quota".
func (p *pointMaker) withTerms(sent lang.Range) bool {
	made := false
	for i := sent.Start; i < sent.End; i++ {
		c := p.clause(i)
		if c == nil || !p.concludes(c) || p.conditional(c) {
			continue
		}
		end := p.listEnd(c.head)
		for k := c.head + 1; k+3 < end; k++ {
			if p.lower(k) != "with" || p.form(k-1) != "," && p.form(k-1) != "—" && p.form(k-1) != "–" {
				continue
			}
			for _, s := range p.absolutes(k+1, end) {
				head := p.top(s)
				if len(p.known(s)) == 0 || p.done[head] || p.isTextNoun(head) {
					continue
				}
				for j := s.Start; j < s.End; j++ {
					p.done[j] = true
				}
				made = p.makePoint(head, s, nil, rapporteur.Agreed, rapporteur.Asserted) || made
			}
			return made
		}
	}
	return made
}

// absolutes cuts words behind "with" into what is to become of what: "car duties | to fall", "beef | gaining
// a quota", "the fee | cut to 3 percent".
func (p *pointMaker) absolutes(from, end int) []lang.Range {
	var out []lang.Range
	start, act := from, -1
	flush := func(stop int) {
		for stop > start && p.upos(stop-1) == "PUNCT" {
			stop--
		}
		if s := (lang.Range{Start: start, End: stop}); act > start && s.Len() > 3 && p.nouns(lang.Range{Start: start, End: act}) && p.finite(s) < 0 {
			out = append(out, s)
		}
	}
	for k := from; k < end; k++ {
		if p.upos(k) == "PRON" && p.doc.Tokens[k].XPOS != "PRP$" || isFinite(p.doc.Tokens[k].XPOS) && p.upos(k) == "VERB" && p.doc.Tokens[k].XPOS != "VBD" {
			break
		}
		if tag := p.doc.Tokens[k].XPOS; act < 0 && p.upos(k) == "VERB" && (tag == "VBG" || tag == "VBN" || tag == "VBD" || tag == "VB" && p.lower(k-1) == "to") && k > start {
			act = k
			continue
		}
		if p.lower(k) != "and" && p.form(k) != "," || act < 0 {
			continue
		}
		for j := k + 1; j < min(k+9, end); j++ { // what follows has an act of its own
			tag := p.doc.Tokens[j].XPOS
			if p.form(j) == "," || p.lower(j) == "and" && j > k+1 {
				break
			}
			if p.upos(j) == "VERB" && (tag == "VBG" || tag == "VBN" || tag == "VB" && p.lower(j-1) == "to") && p.nouns(lang.Range{Start: k + 1, End: j}) {
				flush(k)
				start, act = k+1, -1
				break
			}
		}
	}
	flush(end)
	return out
}

// setsAt reads a figure that sides have fixed: "have set next year's catch at 612,000 tonnes".
func (p *pointMaker) setsAt(c *clause) bool {
	if !fixing[c.verb] || c.neg || c.modal != "" || !c.past && !c.perfect || c.mark == "to" || p.modality(c.head) != rapporteur.Asserted {
		return false
	}
	heads := c.obj
	if c.passive {
		heads = c.subj
	} else if !slices.ContainsFunc(c.subj, func(k int) bool {
		return (lex().points.Lists.Together[p.lemma(k)] || lex().actors.Groups[p.lemma(k)] || p.lemma(k) == "state" || p.lemma(k) == "nation") && p.doc.Tokens[k].XPOS == "NNS" || len(p.actorsAt(k)) > 1
	}) {
		return false
	}
	if len(heads) == 0 || p.done[heads[0]] {
		return false
	}
	h := heads[0]
	end := p.figureAt(max(h, c.head), p.sentence(h))
	if end < 0 || p.upos(h) != "NOUN" || p.isTextNoun(h) || c.passive && p.pointLikely(c.head) < likelyVague {
		return false
	}
	words := lang.Range{Start: p.nounPhrase(h).Start, End: end}
	if c.passive {
		words.Start = p.lo[h]
	}
	if len(p.known(words)) == 0 {
		return false
	}
	p.done[h], p.done[c.head] = true, true
	return p.makePoint(h, words, nil, rapporteur.Agreed, rapporteur.Asserted)
}

// figureAt returns the end of "at 612,000 tonnes" behind token i, -1 for none.
func (p *pointMaker) figureAt(i int, sent lang.Range) int {
	for k := i + 1; k+1 < min(i+9, sent.End) && p.form(k) != "," && p.upos(k) != "VERB"; k++ {
		if p.lower(k) != "at" {
			continue
		}
		for n := k + 1; n < min(k+4, sent.End); n++ {
			if p.upos(n) == "NUM" && p.timeAt[n] < 0 {
				stop := n + 1
				for stop < sent.End && (p.upos(stop) == "NOUN" || p.upos(stop) == "SYM" || p.upos(stop) == "NUM" || p.lower(stop) == "per" || p.lower(stop) == "cent" || p.lower(stop) == "a") {
					stop++
				}
				return stop
			}
		}
	}
	return -1
}

// fixing are the verbs of settling how much something is to be.
var fixing = words{"set": true, "fix": true, "cap": true, "peg": true, "put": true, "leave": true, "keep": true, "hold": true, "freeze": true}

// notIn reads what a text is told to be without: "There is no wealth tax in the pact".
func (p *pointMaker) notIn(c *clause) bool {
	if c.verb != "be" || p.child(c.head, "expl") < 0 || c.past || c.modal != "" || c.mark == "if" {
		return false
	}
	at := c.with("in")
	made := false
	for _, h := range c.subj {
		in := slices.Clone(at)
		for _, k := range p.children(h, "nmod") {
			if p.caseOf(k) == "in" {
				in = append(in, k)
			}
		}
		d := p.child(h, "det")
		words := lang.Range{Start: p.nounPhrase(h).Start, End: p.nounPhrase(h).End}
		if d < 0 || p.lower(d) != "no" || p.done[h] || p.upos(h) != "NOUN" || lex().points.Lists.Reached[p.lemma(h)] || !slices.ContainsFunc(in, p.isStrongText) || len(p.known(words)) == 0 {
			continue
		}
		words.Start = d + 1
		p.done[h], p.done[c.head] = true, true
		made = p.makePoint(h, words, nil, rapporteur.Dropped, rapporteur.Asserted) || made
	}
	return made
}

// rowOfActs cuts a row of acts, "to build homes, to raise pensions and to extend the ban", and what the tree
// left of it behind the words; one range for a single act.
func (p *pointMaker) rowOfActs(words lang.Range, k int) []lang.Range {
	first := words.Start
	for first < words.End && p.upos(first) == "PUNCT" {
		first++
	}
	if first >= words.End || p.lower(first) != "to" || p.doc.Tokens[k].XPOS != "VB" {
		return []lang.Range{words}
	}
	begins := func(j int) bool { // "and to raise", ", to raise"
		if f := p.lower(j); f != "and" && f != "or" && p.form(j) != "," {
			return false
		}
		if p.form(j) == "," && (p.lower(j+1) == "and" || p.lower(j+1) == "or") {
			j++
		}
		return p.lower(j+1) == "to" && (p.doc.Tokens[j+2].XPOS == "VB" || p.upos(j+2) == "ADV" && p.doc.Tokens[j+3].XPOS == "VB")
	}
	end := p.listEnd(k)
	var out []lang.Range
	start := words.Start
	for j := k + 1; j+3 < end; j++ {
		if !begins(j) || j > words.End && len(out) == 0 {
			continue
		}
		out = append(out, lang.Range{Start: start, End: j})
		start = j + 1
		for p.upos(start) == "CCONJ" {
			start++
		}
		j = start
	}
	if len(out) == 0 {
		return []lang.Range{words}
	}
	return append(out, lang.Range{Start: start, End: max(end, start)})
}

// names reports whether words have anything but adverbs, adjectives and the like.
func (p *pointMaker) names(words lang.Range) bool {
	for k := words.Start; k < words.End; k++ {
		switch p.upos(k) {
		case "NOUN", "PROPN", "NUM", "SYM", "X", "PRON":
			return true
		case "VERB":
			if lex().points.Fronted[p.lower(k)] == "" {
				return true
			}
		}
	}
	return false
}

// inForceOnce reads what must happen before a text binds anybody: "takes effect once 60 states have ratified it".
func (p *pointMaker) inForceOnce(c *clause) bool {
	if c.passive || c.neg || c.past || c.mark == "to" || c.mark == "if" || len(c.subj) == 0 || !p.comesInto(c) || p.textUnder(c.subj[0]) < 0 && p.lower(c.subj[0]) != "it" {
		return false
	}
	end := p.listEnd(c.head)
	for k := c.head + 1; k+2 < end; k++ {
		switch p.lower(k) {
		case "once", "when", "after", "until", "if", "unless", "before", "upon":
		default:
			continue
		}
		for j := k + 1; j < end; j++ {
			if !approving[p.lemma(j)] || p.upos(j) != "VERB" && p.upos(j) != "NOUN" {
				continue
			}
			words := lang.Range{Start: max(p.lo[c.subj[0]], p.sentence(c.head).Start), End: end}
			p.done[c.head] = true
			before := len(p.claims)
			made := p.makePoint(c.head, words, nil, rapporteur.Proposed, rapporteur.Asserted)
			p.plainly(before)
			return made
		}
		return false
	}
	return false
}

// approving are words for what states or members do that a text may bind them.
var approving = words{"ratify": true, "ratification": true, "approve": true, "approval": true, "accede": true, "accession": true, "consent": true, "endorse": true, "vote": true, "assent": true}

// lasts reads how long a text is to hold: "The contract runs for five years", "the pact would expire in 2040".
func (p *pointMaker) lasts(c *clause) bool {
	if !ofTerm[c.verb] || c.passive || c.neg || c.past || c.perfect || c.mark != "" && c.mark != "that" || len(c.subj) == 0 || len(c.obj) > 0 && c.verb != "last" {
		return false
	}
	s := c.subj[0]
	if !p.isStrongText(s) || p.done[s] || p.doc.Tokens[s].XPOS == "NNS" || p.upos(s) == "PRON" {
		return false
	}
	for k := c.head + 1; k < min(c.head+7, p.sentence(c.head).End); k++ {
		unit := p.lemma(k)
		if unit != "year" && unit != "month" && unit != "decade" && !(p.timeAt[k] >= 0 && p.upos(k) == "NUM" && len(p.form(k)) == 4) {
			continue
		}
		words := lang.Range{Start: p.nounPhrase(s).Start, End: max(k+1, p.clip(lang.Range{Start: c.head, End: p.listEnd(c.head)}, k).End)}
		for j := s + 1; j < c.head; j++ { // ", 54 pages with four schedules,"
			if p.form(j) == "," {
				words.Start = c.head
			}
		}
		p.text = s
		p.done[s], p.done[c.head] = true, true
		before := len(p.claims)
		made := p.makePoint(c.head, words, nil, rapporteur.Proposed, rapporteur.Asserted)
		p.plainly(before)
		return made
	}
	return false
}

// ofTerm are verbs of the time for which a text holds.
var ofTerm = words{"run": true, "last": true, "expire": true, "apply": true, "lapse": true, "hold": true, "extend": true}
