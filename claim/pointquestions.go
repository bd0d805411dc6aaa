package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// questioned reads a question that a sentence begins with and what it says of it: "Whether the town
// falls inside the line | has yet to be decided", "Who pays | remains unclear".
func (p *pointMaker) questioned(sent lang.Range) bool {
	if p.questionedIn(sent) {
		return true
	}
	for k := sent.Start + 2; k+4 < sent.End; k++ { // "…; who may stand has not been settled"
		if (p.form(k) == ";" || p.form(k) == "," && p.upos(k+1) == "CCONJ") && p.questionedIn(lang.Range{Start: k + 1, End: sent.End}) {
			return true
		}
	}
	return false
}

// questionedIn does so in the words from one place of a sentence to its end.

func (p *pointMaker) questionedIn(sent lang.Range) bool {
	start := sent.Start
	for start < sent.End && (p.upos(start) == "CCONJ" || p.upos(start) == "PUNCT" || p.upos(start) == "ADV" && !isQuestion(p.lower(start))) {
		start++
	}
	if start+4 > sent.End || !isQuestion(p.lower(start)) || p.lower(start) == "when" || p.lower(start) == "what" && (p.lemma(start+1) == "be" || p.doc.Tokens[start+1].XPOS == "VBD") { // "what set off the row"
		return false
	}
	for k := start + 2; k < sent.End-1; k++ {
		if p.form(k) == ";" || p.form(k) == ":" || p.form(k) == "," && isRelative(p.lower(k+1)) {
			return false
		}
		if p.upos(k) != "AUX" && p.lemma(k) != "have" && !remains[p.lemma(k)] {
			continue
		}
		status := p.answerBehind(k, sent.End)
		if status == "" || k < start+4 {
			continue
		}
		words := lang.Range{Start: start, End: k}
		for words.End > words.Start && p.upos(words.End-1) == "PUNCT" {
			words.End--
		}
		head := p.top(words)
		if p.done[head] || len(p.known(words)) == 0 {
			return false
		}
		p.done[head] = true
		for j := k; j < sent.End; j++ { // told at its predicate
			if p.clause(j) != nil {
				head = j
				break
			}
		}
		for j := start; j < sent.End && p.form(j) != ":" && p.form(j) != ";"; j++ {
			if p.clause(j) != nil {
				p.done[j] = true
			}
		}
		if !p.makePoint(head, words, nil, status, rapporteur.Asserted) {
			return false
		}
		f := &p.claims[len(p.claims)-1]
		f.measure, f.Point.By = true, nil // who will answer it does not bear it
		return true
	}
	return false
}

// answerBehind returns what the words from token k on say to have become of a question before them,
// "" for nothing.
func (p *pointMaker) answerBehind(k, end int) rapporteur.Status {
	l := &lex().points
	if p.word(k) == "will" || p.word(k) == "would" || p.word(k) == "must" {
		for j := k + 1; j < min(k+5, end); j++ {
			if p.doc.Tokens[j].XPOS == "VBN" && (l.Lists.Settles[p.lemma(j)] || p.lemma(j) == "leave" || p.lemma(j) == "determine" || p.lemma(j) == "discuss") {
				return rapporteur.Deferred
			}
		}
		return ""
	}
	for _, x := range turns()[p.word(k)] {
		if x.matter && x.status != rapporteur.Agreed && p.matches(k, x.words) > 0 {
			return x.status
		}
	}
	if copulas[p.lemma(k)] {
		for _, x := range turns()["be"] {
			if x.matter && x.status != rapporteur.Agreed && p.matches(k, x.words) > 0 {
				return x.status
			}
		}
	}
	yet := false
	for j := k + 1; j < min(k+7, end); j++ {
		f := p.lower(j)
		switch yet = yet || f == "yet" || f == "still" || f == "not" || f == "n't" || f == "never"; {
		case f == ",":
			return ""
		case l.States[p.lemma(j)] == string(rapporteur.Open) || l.States[p.lemma(j)] == string(rapporteur.Contested):
			return rapporteur.Status(l.States[p.lemma(j)])
		case p.doc.Tokens[j].XPOS == "VBN" && p.lemma(j) == "leave":
			for i := j + 1; i < min(j+3, end); i++ {
				if f := p.lower(i); f == "to" || f == "for" || f == "until" {
					return rapporteur.Deferred
				}
			}
			return rapporteur.Open
		case p.doc.Tokens[j].XPOS == "VBN" && (l.Lists.Settles[p.lemma(j)] || p.lemma(j) == "determine" || p.lemma(j) == "know" || p.lemma(j) == "fix" || p.lemma(j) == "work"):
			if yet {
				return rapporteur.Open
			}
			if p.doc.Tokens[j-1].XPOS == "VB" && p.lower(j-2) == "to" { // "remains to be decided"
				return rapporteur.Open
			}
			return ""
		case j == k+1 && p.lower(j) == "to" && p.lemma(k) == "have", p.upos(j) == "ADV" || p.upos(j) == "PART" || p.upos(j) == "AUX":
		default:
			if p.upos(j) == "VERB" || p.upos(j) == "NOUN" {
				return ""
			}
		}
	}
	return ""
}

// bareVerb reports whether token i is a verb without an ending, or a noun behind a name that may be
// one: "have Norvana | hold elections".
func (p *pointMaker) bareVerb(i int) bool {
	tag := p.doc.Tokens[i].XPOS
	return p.upos(i) == "VERB" && (tag == "VB" || tag == "VBP") || (p.upos(i) == "NOUN" || p.upos(i) == "ADJ") && tag != "NNS" && p.upos(i-1) == "PROPN" && lex().points.Lists.Deeds[p.lower(i)]
}

// hasDone reads "the draft would have Norvana hold a vote, cap its army and open its ports", whose
// verb the tree takes for one that helps another.
func (p *pointMaker) hasDone(sent lang.Range) bool {
	for k := sent.Start + 1; k+3 < sent.End; k++ {
		if p.lemma(k) != "have" || p.lower(k-1) != "would" && p.lower(k-1) != "will" && !(p.isTextNoun(k-1) && p.lower(k) == "has") {
			continue
		}
		text := -1
		for j := k - 1; j >= sent.Start && j > k-12; j-- {
			if p.isStrongText(j) {
				text = j
				break
			}
		}
		v := k + 2
		for v < min(k+9, sent.End-1) && !p.bareVerb(v) && p.upos(v) != "PUNCT" && p.upos(v) != "AUX" && p.lower(v) != "to" && (p.upos(v) != "ADP" || p.lower(v) == "of") {
			v++
		}
		if text < 0 || v+1 >= sent.End || !p.bareVerb(v) || p.done[v] || p.doc.Tokens[k+1].XPOS == "VBN" {
			continue
		}
		who := p.nominalEnding(k+1, v)
		if n := p.nameAt(k + 1); len(who) == 0 && n != nil {
			who = []actor{p.named(n)}
		}
		if len(who) == 0 {
			continue
		}
		p.text = text
		end := p.listEnd(k + 1)
		if p.upos(v) == "VERB" {
			return p.duties(who, k+1, v-1, end, rapporteur.Asserted)
		}
		row := p.infinitives(v-1, end)
		p.done[v] = true
		made := p.makePoint(v, lang.Range{Start: k + 1, End: row[0].End}, mentions(who), rapporteur.Proposed, rapporteur.Asserted)
		if len(row) > 1 {
			made = p.duties(who, row[1].Start, row[1].Start-1, end, rapporteur.Asserted) || made
		}
		return made
	}
	return false
}
