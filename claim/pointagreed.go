package claim

import (
	"slices"

	"rapporteur"
)

// agreed reads "agreed on an exchange", "agreed not to limit the army".
func (p *pointMaker) agreed(c *clause, m rapporteur.Modality) {
	if m == rapporteur.Hedged || m == rapporteur.Planned || c.modal != "" && c.modal != "will" || c.is(lex().modality.Deny) {
		if m != rapporteur.Hedged {
			return
		}
	}
	status := rapporteur.Agreed
	if p.principle(c) != "" || slices.ContainsFunc(p.adverbs(c), func(a string) bool {
		return a == "broadly" || a == "basically" || a == "provisionally" || a == "tentatively"
	}) {
		status = rapporteur.AgreedInPrinciple
	}
	if c.neg {
		status, m = rapporteur.Open, rapporteur.Asserted
	}
	who := p.actorsAt(c.subj...)
	if c.passive {
		// "the provisions have been agreed upon"
		for _, s := range c.subj {
			if p.matterOr(s, status, m, nil, false) {
				p.done[c.head] = true
			} else if lex().points.Parts[p.lemma(s)] {
				p.status, p.statusAt = status, p.sent[c.head]
			}
		}
		return
	}
	for _, k := range c.comp {
		x := p.clause(k)
		if x == nil || p.done[k] || x.is(lex().meetings.Verbs) || p.meetingWord(x) || c.neg {
			continue
		}
		if len(who) == 0 || who[0].Kind == rapporteur.Person && len(who) == 1 && !p.titled(who[0].token) {
			continue
		}
		// the complement tells its own status: "agreed to drop the clause on …"
		if s := x.value(lex().points.Status); s != "" && slices.ContainsFunc(p.affected(x), func(h int) bool {
			return lex().points.Parts[p.lemma(h)] || lex().points.Matters[p.lemma(h)]
		}) {
			continue
		}
		switch x.verb {
		case "continue", "work", "meet", "talk", "cooperate", "resume", "keep", "discuss", "hold", "seek", "start", "begin", "disagree", "speak", "try", "study", "consider", "join", "do", "take", "go", "help":
			continue
		}
		words := p.own(k)
		if base(p.rel(k)) == "ccomp" && x.mark != "that" && len(x.subj) > 0 && words.Contains(x.subj[0]) || base(p.rel(k)) == "conj" && len(x.subj) > 0 && words.Contains(x.subj[0]) {
			continue // a clause of its own that the tree put here
		}
		if len(p.known(words)) == 0 {
			continue
		}
		p.done[k] = true
		p.makePoint(k, words, mentions(who), status, m)
	}
	if c.verb != "agree" {
		return
	}
	heads := slices.Clone(c.obj)
	for _, o := range c.obl {
		if o.prep == "on" || o.prep == "upon" || o.prep == "to" || o.prep == "about" {
			heads = append(heads, p.conjuncts(o.head)...)
		}
	}
	for _, h := range heads {
		if p.isTextNoun(h) || lex().meetings.Nouns[p.lemma(h)] || p.timeAt[h] >= 0 || r0size(p.lemma(h)) {
			continue
		}
		p.matterOr(h, status, m, nil, false)
	}
}

func r0size(lemma string) bool {
	switch lemma {
	case "most", "much", "some", "all", "many", "date", "term", "need", "detail", "principle", "that", "this", "it", "everything", "nothing", "anything", "point", "importance":
		return true
	}
	return false
}
