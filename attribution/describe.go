package attribution

import (
	"strings"

	"rapporteur/lang"
)

// describe fills in what can be told of an attribution from its words and tree.
func (r *reader) describe(a *Attribution) {
	p := r.p
	a.Quoted = p.quoted(a.Content)
	h := p.headOf(a.Cue[0])
	a.Attitude = p.attitude(h, a)
	a.Negated = p.negated(h, a.Cue[0])
	a.Conditional = p.conditional(h, a.Cue[0])
}

// quoted says how much of a content stands in quotation marks. Marks around a
// word or two inside it are a manner of speaking, not a quotation of the rest.
func (p *page) quoted(content []lang.Range) Quoted {
	inside, words := p.inQuotes(content)
	switch {
	case inside == 0 || words == 0:
		return Indirect
	case inside == words:
		return Direct
	}
	return Partly
}

// inQuotes counts the words of a content, and those of them in quotation marks.
func (p *page) inQuotes(content []lang.Range) (inside, words int) {
	for _, c := range content {
		for i := c.Start; i < c.End; i++ {
			if p.mark[i] != noMark {
				continue
			}
			words++
			if p.quote[i] >= 0 {
				inside++
			}
		}
	}
	return inside, words
}

// mostlyQuoted reports whether the better part of a content is in quotation marks, more than a name is.
func (p *page) mostlyQuoted(content []lang.Range) bool {
	inside, words := p.inQuotes(content)
	return inside > 3 && 2*inside >= words
}

// headOf returns the token of a cue that governs it: the first one that hangs on
// a token outside and may head a cue.
func (p *page) headOf(cue lang.Range) int {
	best, rank := cue.Start, 9
	for i := cue.Start; i < cue.End; i++ {
		k := 6
		if h := int(p.head[i]); h < 0 || !cue.Contains(h) {
			k = 3
		}
		switch p.doc.Tokens[i].UPOS {
		case "VERB":
		case "NOUN", "ADJ", "PROPN":
			k++
		case "AUX", "PUNCT", "SYM", "ADP", "SCONJ", "ADV":
			k += 2
		default:
			k += 5
		}
		if !p.candidate(i) {
			k += 10
		}
		if k < rank {
			best, rank = i, k
		}
	}
	return best
}

// attitude tells a belief, wish, intention, stance or perception from an act of speech.
func (p *page) attitude(h int, a *Attribution) bool {
	c := p.class[h]
	if a.Quoted == Direct && len(a.Source) > 0 && p.mark[h] != noMark {
		return false
	}
	// "expressed hope", "voiced concern", "made a promise": saying it is an act of speech
	if c&speech != 0 || p.mark[h] == colon || p.mark[h] == dash {
		return false
	}
	if c&(refusal|question) != 0 {
		return false
	}
	if p.mostlyQuoted(a.Content) {
		return false // "dismissed the plan as “a gift to the trawlers”": in so many words
	}
	if c == 0 {
		// a light verb is as its object ("has doubts about", "made the case")
		for k := p.firstKid[h]; k >= 0; k = p.nextKid[k] {
			if p.doc.Tokens[k].Rel == "obj" && p.class[k] != 0 {
				return p.class[k]&(speech|refusal|question) == 0
			}
		}
		// was, is, in: the noun or adjective after it
		for i := a.Cue[0].Start; i < a.Cue[0].End; i++ {
			if outspoken[p.doc.Tokens[i].Lemma] {
				return false
			}
			if k := p.class[i]; i != h && k != 0 {
				return k&(speech|refusal|question) == 0
			}
		}
		return false
	}
	// quoted words were spoken: “We can win,” he believes is rare, "he hoped aloud" rarer
	return a.Quoted != Direct
}

// negated reports whether a cue says that nothing was said: "did not specify",
// "declined to comment", "refused to say", "no comment".
func (p *page) negated(h int, cue lang.Range) bool {
	if p.holdsNothingBack(cue) {
		return false
	}
	for i := cue.Start; i < cue.End; i++ {
		t := &p.doc.Tokens[i]
		if negative(t.Lemma) && (int(p.head[i]) == h || p.head[i] < 0 || cue.Contains(int(p.head[i]))) {
			return true
		}
		if p.class[i]&refusal != 0 && t.UPOS == "VERB" {
			return true
		}
		switch t.Lemma {
		case "fail", "without", "decline", "refuse", "refusal", "avoid", "stop":
			if i != h || i == cue.Start && cue.Len() > 1 || t.Lemma == "decline" || t.Lemma == "refuse" {
				return true
			}
		}
	}
	if p.has[h]&hasNegation != 0 {
		return true
	}
	// declined [to comment]: the cue may be the verb below
	if g := int(p.head[h]); g >= 0 && p.doc.Tokens[h].Rel == "xcomp" && (p.class[g]&refusal != 0 || p.has[g]&hasNegation != 0 || p.doc.Tokens[g].Lemma == "fail") {
		return true
	}
	for k := p.firstKid[h]; k >= 0; k = p.nextKid[k] {
		t := &p.doc.Tokens[k]
		if t.Rel == "mark" && t.Lemma == "without" {
			return true
		}
		if strings.HasPrefix(t.Rel, "nsubj") && p.noOne(int(k)) {
			return true
		}
	}
	return false
}

// outspoken are the adjectives of those who have said a thing plainly: "made clear", "was adamant that".
var outspoken = wordSet("clear plain known adamant emphatic insistent categorical unequivocal blunt explicit public frank outspoken unambiguous")

// reserve are verbs of keeping something to oneself: who does not do it has spoken.
var reserve = wordSet("mince hide conceal disguise mask hesitate shrink flinch pull spare sugarcoat beat")

// holdsNothingBack reports whether a cue tells that somebody spoke by what he did not
// do: "did not mince words".
func (p *page) holdsNothingBack(cue lang.Range) bool {
	for i := cue.Start; i < cue.End; i++ {
		if reserve[p.doc.Tokens[i].Lemma] {
			return true
		}
	}
	return false
}

// noOne reports whether a subject is nobody: "no one said", "neither side commented", "none of them".
func (p *page) noOne(k int) bool {
	switch p.doc.Tokens[k].Lemma {
	case "nobody", "none", "nothing", "neither":
		return true
	}
	for i := int(p.left[k]); i <= k; i++ {
		if h := p.head[k]; h >= 0 && p.quote[i] >= 0 && p.quote[h] < 0 {
			continue // "“No blank cheques,” the leader wrote", where the tree takes both for one
		}
		switch p.doc.Tokens[i].Lemma {
		case "no", "neither", "none", "nobody":
			return true
		}
	}
	return false
}

// conditional reports whether a cue stands under a condition or a mere
// possibility: "if he says", "would say", "unless they agree", "may announce".
func (p *page) conditional(h int, cue lang.Range) bool {
	for k := p.firstKid[h]; k >= 0; k = p.nextKid[k] {
		t := &p.doc.Tokens[k]
		switch {
		case strings.HasPrefix(t.Rel, "aux"):
			switch t.Lemma {
			case "would", "could", "might", "may", "should", "'d", "’d":
				return t.Lemma != "'d" && t.Lemma != "’d" || t.XPOS == "MD"
			}
		case t.Rel == "mark":
			switch t.Lemma {
			case "if", "unless", "whether", "lest":
				return true
			}
		}
	}
	return false
}
