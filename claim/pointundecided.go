package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// questions reads what is said of a question that a sentence does not begin with (see questioned): "…, but
// who pays was left to ministers", "It is still unclear what becomes of the depot", "The delegations
// failed to agree how to divide the catch".
func (p *pointMaker) questions(sent lang.Range) bool {
	made := false
	for k := sent.Start; k+3 < sent.End; k++ {
		if f := p.lower(k); !isQuestion(f) && f != "why" || f == "which" && p.upos(k+1) != "NOUN" {
			continue
		}
		words, status := lang.Range{}, rapporteur.Status("")
		if p.opensClause(sent, k) {
			words, status = p.putQuestion(sent, k)
		}
		if status == "" && p.undecided(sent, k) {
			words, status = lang.Range{Start: k, End: p.listEnd(k)}, rapporteur.Open
			for j := k + 1; j < words.End; j++ {
				if p.spacedDash(j) || p.form(j) == "--" || p.form(j) == "," && j+1 < words.End && p.upos(j+1) == "CCONJ" && p.finite(lang.Range{Start: j + 1, End: words.End}) >= 0 {
					words.End = j
				}
			}
		}
		if status == "" || words.Len() < 3 || !p.question(words) {
			continue
		}
		head := p.top(words)
		if p.done[head] {
			continue
		}
		for i := words.Start; i < words.End; i++ {
			p.done[i] = true
		}
		if p.makePoint(head, words, nil, status, rapporteur.Asserted) {
			made = true
			p.words = append(p.words, words)
		}
	}
	return made
}

// opensClause reports whether a word stands at the head of a later part of a sentence.
func (p *pointMaker) opensClause(sent lang.Range, k int) bool {
	for k > sent.Start && (p.upos(k-1) == "CCONJ" || p.upos(k-1) == "PUNCT" && p.form(k-1) != "," || p.lower(k-1) == "but") {
		k--
	}
	return k > sent.Start && (p.form(k-1) == "," || p.form(k-1) == ";" || p.form(k) == ";" || p.form(k) == ":")
}

// putQuestion returns the words of a question and what is said of it behind them.
func (p *pointMaker) putQuestion(sent lang.Range, k int) (lang.Range, rapporteur.Status) {
	verb := false
	for j := k + 1; j < min(k+30, sent.End-1); j++ {
		if p.form(j) == ";" || p.form(j) == ":" {
			break
		}
		if (p.upos(j) == "AUX" || p.lemma(j) == "have" || remains[p.lemma(j)]) && verb && j > k+2 {
			if status := p.answerBehind(j, sent.End); status != "" {
				return lang.Range{Start: k, End: j}, status
			}
		}
		verb = verb || p.upos(j) == "VERB" || p.upos(j) == "AUX"
	}
	return lang.Range{}, ""
}

// undecided reports whether the words before a question say that it is open: "It is not clear |
// who", "no decision on | whether", "failed to agree on | how".
func (p *pointMaker) undecided(sent lang.Range, k int) bool {
	l := &lex().points
	j := k - 1
	if j > sent.Start && l.Lists.Concerning[p.lower(j)] {
		j--
	}
	if j <= sent.Start {
		return false
	}
	f, lemma := p.lower(j), p.lemma(j)
	denied := false
	for n := max(sent.Start, j-7); n < j; n++ {
		switch p.lower(n) {
		case "not", "n't", "n’t", "no", "yet", "cannot", "never", "little", "fail", "failed", "fails", "failing", "unable", "struggled", "struggle", "without":
			denied = true
		case ",", ";":
			denied = false
		}
	}
	switch {
	case l.States[f] == string(rapporteur.Open), f == "uncertain", f == "unknown":
		return p.impersonal(sent, j)
	case f == "clear", f == "known":
		return denied && p.impersonal(sent, j)
	case wrangles[lemma] || wrangles[f]:
		g := p.governor(j)
		return l.Lists.Concerning[p.lower(k-1)] && (g == nil || !slices.ContainsFunc(g.subj, func(x int) bool { return lex().positions.Lists.Bystanders[p.lemma(x)] }))
	case lemma == "agreement" || lemma == "consensus" || lemma == "decision" || lemma == "understanding" || lemma == "accord":
		return denied && p.lower(k-1) != f
	case l.Lists.Settles[lemma] && lemma != "address" && lemma != "clarify" && p.upos(j) == "VERB":
		return denied && (p.doc.Tokens[j].XPOS == "VB" || p.doc.Tokens[j].XPOS == "VBN")
	}
	return false
}

// wrangles are words for a quarrel whose matter a question tells: "deadlocked over | whether", "at odds over | who".
var wrangles = words{
	"deadlock": true, "deadlocked": true, "divide": true, "divided": true, "split": true, "odds": true, "clash": true, "disagree": true, "differ": true, "wrangle": true, "wrangling": true, "haggle": true, "haggling": true, "argue": true, "bicker": true, "spar": true,
	"disagreement": true, "dispute": true, "difference": true, "division": true, "row": true, "battle": true, "quarrel": true, "impasse": true, "stalemate": true, "stuck": true, "fight": true, "squabble": true, "feud": true, "tussle": true, "rift": true, "gridlock": true, "gridlocked": true,
}

// impersonal reports whether the words up to an adjective are "it is", "it remains" or "left it".
func (p *pointMaker) impersonal(sent lang.Range, j int) bool {
	for n := j - 1; n >= max(sent.Start, j-6); n-- {
		switch p.lemma(n) {
		case "be", "remain", "stay", "leave", "become":
			for i := n - 1; i >= max(sent.Start, n-4); i-- {
				if p.lower(i) == "it" || p.lemma(n) == "leave" {
					return true
				}
			}
			return n == sent.Start || p.lemma(n) == "leave"
		}
	}
	return false
}

// aboutTalks are verbs of what is done about talks or a text rather than laid down in one.
var aboutTalks = words{"attend": true, "resume": true, "sign": true, "ratify": true, "win": true, "salvage": true, "survive": true, "reach": true, "clinch": true, "succeed": true, "respond": true, "react": true, "vote": true, "mean": true, "trigger": true, "know": true, "think": true, "say": true, "believe": true, "willing": true, "able": true, "ready": true}

// question reports whether words ask something that a text may lay down, and not about the talks themselves:
// "who pays for the dam", not "when they will meet again".
func (p *pointMaker) question(words lang.Range) bool {
	known := p.known(words)
	for k := words.Start; k < words.End; k++ {
		switch lemma := p.lemma(k); {
		case lex().meetings.Nouns[lemma], lex().meetings.Verbs[lemma], aboutTalks[lemma], p.isTextNoun(k) && lemma != "term" && p.lower(p.nounPhrase(k).Start) != "the":
			return false
		case p.doc.Tokens[k].XPOS == "VBD" && k < words.Start+4: // "what triggered the row"
			return false
		}
	}
	if len(known) > 0 {
		return true
	}
	if n := len(p.claims); n > 0 && p.claims[n-1].Point != nil && p.sent[words.Start]-p.sent[p.claims[n-1].head] <= 1 {
		return p.nouns(words)
	}
	for k := words.Start; k < min(words.End+6, p.sentence(words.Start).End); k++ {
		if p.pointLikely(k) >= likelyVague {
			return p.nouns(words)
		}
	}
	return false
}
