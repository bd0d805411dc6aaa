package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// fronted reads what became of a point where that is told first, and the point behind it:
// "Gone from the text is any mention of courts", "Not in the deal: a four-day week"; and the
// bare note "Fuel subsidies: gone".
func (p *pointMaker) fronted(sent lang.Range) bool {
	end := sent.End
	for end > sent.Start && p.upos(end-1) == "PUNCT" && p.form(end-1) != ")" {
		end--
	}
	made := false
	for k := sent.Start; k < end; {
		stop := k
		for stop < end && p.form(stop) != ";" {
			stop++
		}
		made = p.frontedIn(k, stop) || made
		k = stop + 1
	}
	return made
}

func (p *pointMaker) frontedIn(start, end int) bool {
	for start < end && (p.bullet(start) || p.form(start) == "*" || p.form(start) == "-") {
		start++
	}
	if n := end - 2; n > start && n < start+8 && p.form(n) == ":" || end-3 > start && end-3 < start+8 && p.form(end-3) == ":" && p.upos(end-2) == "ADV" {
		if p.form(n) != ":" {
			n = end - 3
		}
		status := rapporteur.Status(lex().points.Fronted[p.lower(end-1)])
		words := lang.Range{Start: start, End: n}
		return status != "" && p.nouns(words) && p.finite(words) < 0 && p.frontedPoint(words, status)
	}
	k, no := start, false
	for k < end && (p.upos(k) == "ADV" || p.upos(k) == "CCONJ" || p.lower(k) == "not" || p.lower(k) == "so") && lex().points.Fronted[p.lower(k)] == "" {
		no = no || p.lower(k) == "not" || p.lower(k) == "nowhere"
		k++
	}
	if k >= end {
		return false
	}
	status := rapporteur.Status(lex().points.Fronted[p.lower(k)])
	if p.lower(k) == "in" && k+1 < end {
		switch w := p.lower(k + 1); {
		case w == "brackets" || w == "dispute" || w == "doubt" || w == "limbo":
			status = rapporteur.Open
		case no:
			status = rapporteur.Dropped
		case p.upos(k+1) != "AUX":
			return false // "In the draft is …": that is its content
		}
	}
	if status == "" || no && p.lower(k) != "in" {
		return false
	}
	first, text := k, false
	if at := p.behindVoice(k+1, end); at > 0 && lex().points.Lists.Plainly[p.lower(k)] {
		made := false
		for _, s := range p.itemsOf(at, end, true) {
			made = p.frontedPoint(s, status) || made
		}
		return made
	}
	for k++; k < end; k++ {
		text = text || p.isTextNoun(k) || lex().points.Parts[p.lemma(k)]
		switch f := p.form(k); {
		case f == ":" && (no || text):
			made := false
			for _, s := range p.itemsOf(k+1, end, true) {
				made = p.frontedPoint(s, status) || made
			}
			return made
		case f == "," || f == ":" || k > start+9, p.upos(k) == "VERB":
			return false
		}
		if p.lemma(k) == "be" || p.lemma(k) == "remain" {
			break
		}
	}
	words := lang.Range{Start: k + 1, End: end}
	for j := words.Start + 1; j < words.End; j++ { // ", which …", ", he said"
		if p.form(j) == "," && j+1 < words.End && (isRelative(p.lower(j+1)) || p.upos(j+1) != "NOUN" && p.finite(lang.Range{Start: j + 1, End: words.End}) >= 0) {
			words.End = j
		}
	}
	if words.Len() < 1 || !p.nouns(words) || p.lemma(p.top(words)) == "day" || p.timeAt[words.Start] >= 0 {
		return false
	}
	for j := words.Start; j+1 < words.End; j++ {
		if p.form(j) == "," || p.lower(j) == "and" && p.upos(j+1) == "DET" {
			return false // a row
		}
	}
	part := p.anyIn(words, lex().points.Parts) >= 0
	switch p.lower(first) {
	case "missing", "absent":
		if lex().points.Lists.Reached[p.lemma(p.top(words))] || !text && !part && first == start {
			return false // "Still missing is a deal with the banks"
		}
	case "open", "new", "closed", "kept": // which things of any kind may be
		if !text && !part && first == start {
			return false
		}
	}
	if !text && !part && len(p.known(words)) == 0 {
		return false
	}
	return p.frontedPoint(words, status)
}

// frontedRow reads several matters behind what became of them all: "Still outstanding are services, fish
// and data", "Not yet agreed are …", "Left to settle are …".
func (p *pointMaker) frontedRow(sent lang.Range) bool {
	l := &lex().points
	k, end, no := sent.Start, sent.End, false
	for k+1 < end && (p.upos(k) == "ADV" || p.upos(k) == "CCONJ" || p.upos(k) == "PART") && l.Fronted[p.lower(k)] == "" {
		no = no || p.lower(k) == "not"
		k++
	}
	status := rapporteur.Status(l.Fronted[p.lower(k)])
	if !l.Lists.Plainly[p.lower(k)] && p.lower(k) != "open" && p.lower(k) != "gone" && p.lower(k) != "left" {
		return false
	}
	n := k + 1
	switch {
	case p.lower(k) == "left":
		for n < end && (p.lower(n) == "to" || p.lower(n) == "be" || l.Lists.Settles[p.lemma(n)] || p.lower(n) == "open" || p.lower(n) == "unresolved") {
			n++
		}
		if n == k+1 {
			return false
		}
		status = rapporteur.Open
	case no && status == rapporteur.Agreed:
		status = rapporteur.Open
	case no:
		return false
	}
	for n < end && n < k+6 && (p.upos(n) == "ADP" || p.upos(n) == "DET" || p.upos(n) == "ADV" || p.isTextNoun(n) || p.lower(n) == "talks") {
		n++
	}
	if n+2 >= end || p.lower(n) != "are" && p.lower(n) != "were" && p.lower(n) != "remain" {
		return false
	}
	items := p.itemsOf(n+1, p.listEnd(n+1), true)
	if len(items) < 2 || !slices.ContainsFunc(items, func(s lang.Range) bool { return len(p.known(s)) > 0 }) {
		return false
	}
	made := false
	for _, s := range items {
		s = p.clip(s, p.top(s))
		if !s.Empty() && p.nouns(s) && p.timeAt[p.top(s)] < 0 {
			made = p.frontedPoint(s, status) || made
		}
	}
	return made
}

// behindVoice returns what stands behind the colon of "Also settled, according to both sides: …",
// where nothing but a voice stands before it; 0 for none.
func (p *pointMaker) behindVoice(k, end int) int {
	if k+1 < end && p.form(k) == ":" {
		return k + 1
	}
	if k+2 >= end || p.form(k) != "," || !(p.lower(k+1) == "according" || p.lower(k+1) == "per" || p.upos(k+1) == "DET" || p.upos(k+1) == "PROPN" || p.upos(k+1) == "NOUN" || p.upos(k+1) == "PRON") {
		return 0
	}
	for j := k + 2; j < min(k+14, end-1); j++ {
		if p.form(j) == ":" {
			return j + 1
		}
	}
	return 0
}

// whatIs reads "What is outstanding are the legal matters, including A, B and C".
func (p *pointMaker) whatIs(sent lang.Range) bool {
	for k := sent.Start; k+5 < sent.End; k++ {
		if p.lower(k) != "what" || p.lemma(k+1) != "be" && p.lemma(k+1) != "remain" {
			continue
		}
		j := k + 2
		for j < sent.End && (p.upos(j) == "ADV" || p.upos(j) == "PART") && lex().points.Fronted[p.lower(j)] == "" {
			j++
		}
		if j+3 >= sent.End || p.lemma(j+1) != "be" {
			continue
		}
		status := rapporteur.Status(lex().points.Fronted[p.lower(j)])
		if p.lower(j) == "left" || p.lower(j) == "missing" {
			status = rapporteur.Open
		}
		if status == "" {
			continue
		}
		made := false
		for _, s := range p.itemsOf(j+2, p.listEnd(j+2), true) {
			for s.Start < s.End && (p.lower(s.Start) == "including" || p.upos(s.Start) == "PUNCT") {
				s.Start++
			}
			if !s.Empty() && p.nouns(s) {
				made = p.frontedPoint(s, status) || made
			}
		}
		return made
	}
	return false
}

// frontedPoint makes the point of words behind or before what became of it.
func (p *pointMaker) frontedPoint(words lang.Range, status rapporteur.Status) bool {
	head := p.top(words)
	if p.done[head] || p.contentless(words) || len(p.actorsAt(head)) > 0 && len(p.known(words)) == 0 {
		return false
	}
	p.done[head] = true
	if !p.makePoint(head, words, p.ownersIn(words), status, rapporteur.Asserted) {
		return false
	}
	p.words = append(p.words, words)
	return true
}

// nouns reports whether words have a noun.
func (p *pointMaker) nouns(words lang.Range) bool {
	for k := words.Start; k < words.End; k++ {
		if p.upos(k) == "NOUN" || p.upos(k) == "PROPN" {
			return true
		}
	}
	return false
}
