package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// leftOpen reports whether a matter is said to be left open: "leaves open who governs the islands".
func (p *pointMaker) leftOpen(c *clause) bool {
	for k := c.head + 1; k < min(c.head+3, p.sentence(c.head).End); k++ {
		if lex().points.States[p.lower(k)] == string(rapporteur.Open) {
			return true
		}
	}
	return false
}

// openQuestion makes a point of "leaves open who governs the islands".
func (p *pointMaker) openQuestion(c *clause) bool {
	for _, k := range p.kids[c.head] {
		for _, q := range append([]int{k}, p.kids[k]...) {
			if x := p.clause(q); x == nil || q < c.head || base(p.rel(q)) != "ccomp" && base(p.rel(q)) != "advcl" || p.lo[q] > q || x.mark == "to" {
				continue
			}
			if words := p.clip(p.own(q), q); len(p.known(words)) > 0 && !p.done[q] {
				p.done[q], p.done[c.head] = true, true
				return p.makePoint(q, words, nil, rapporteur.Open, rapporteur.Asserted)
			}
		}
	}
	return false
}

// unsettled reads what is still to be settled: "have yet to agree on monitoring",
// "the schedule must be resolved", "failed to settle the fate of the islands".
func (p *pointMaker) unsettled(c *clause) bool {
	if !lex().points.Lists.Settles[c.verb] {
		return false
	}
	up := p.clause(p.head(c.head))
	open := false
	switch {
	case c.mark == "to" && up != nil && !up.neg:
		open = up.verb == "fail" || up.verb == "struggle" || up.verb == "remain" || up.verb == "need" || up.verb == "have" && p.still(up) || p.lemma(up.head) == "unable" || p.lemma(up.head) == "yet"
	case c.mark == "to":
		open = up != nil && up.neg && (up.verb == "manage" || p.lemma(up.head) == "able")
	case c.modal == "must" || c.modal == "need" || c.modal == "can" && c.neg || c.modal == "could" && c.neg:
		open = c.verb != "address" && c.verb != "negotiate" && c.verb != "decide" || c.neg
	}
	if k := p.child(c.head, "aux"); k >= 0 && (p.lemma(k) == "have" || p.lemma(k) == "need") && p.doc.Tokens[c.head].XPOS == "VB" && !c.passive {
		open = true
	}
	if !open {
		return false
	}
	heads := slices.Clone(c.obj)
	if c.passive {
		heads = append(heads, c.subj...)
	}
	for _, o := range c.obl {
		if lex().points.Lists.Concerning[o.prep] || o.prep == "upon" {
			heads = append(heads, o.head)
		}
	}
	made := false
	for _, h := range heads {
		if s := p.phrase(h); len(p.known(s)) > 0 && !p.done[h] && p.upos(h) != "PRON" && !p.isTextNoun(h) {
			made = p.matterOr(h, rapporteur.Open, rapporteur.Asserted, nil, false) || made
		}
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// still reports whether a predicate is said to be yet to come: "have yet to", "still have to".
func (p *pointMaker) still(c *clause) bool {
	for _, k := range p.kids[c.head] {
		if f := p.lower(k); f == "yet" || f == "still" {
			return true
		}
	}
	return c.head+1 < len(p.kids) && p.lower(c.head+1) == "yet"
}

// atOdds reads "the sides differ over the islands", "are still divided on monitoring", "at odds over tariffs".
func (p *pointMaker) atOdds(c *clause) bool {
	odds := c.copula && (p.lower(c.head) == "odds" || p.lower(c.head) == "apart" || p.lower(c.head) == "loggerheads")
	for _, o := range c.obl {
		odds = odds || p.lower(o.head) == "odds" || p.lower(o.head) == "loggerheads"
	}
	if slices.ContainsFunc(c.subj, func(k int) bool { return lex().positions.Lists.Bystanders[p.lemma(k)] }) {
		return false // "economists are divided on whether …"
	}
	if !odds && !lex().points.Lists.Quarrels[c.verb] || c.neg || c.modal != "" && c.modal != "can" {
		return false
	}
	var heads []int
	for _, o := range c.obl {
		if o.prep == "over" || o.prep == "on" || o.prep == "about" {
			heads = append(heads, o.head)
		}
		for _, k := range p.children(o.head, "nmod") {
			if pr := p.caseOf(k); pr == "over" || pr == "on" || pr == "about" {
				heads = append(heads, p.conjuncts(k)...)
			}
		}
	}
	for _, k := range p.children(c.head, "nmod") {
		if pr := p.caseOf(k); pr == "over" || pr == "on" || pr == "about" {
			heads = append(heads, p.conjuncts(k)...)
		}
	}
	made := false
	for _, k := range p.kids[c.head] { // "haggle over how to enforce the pact"
		x := p.clause(k)
		if x == nil || k < c.head || p.done[k] || !lex().points.Lists.Concerning[p.lower(p.lo[k])] && !lex().points.Lists.Concerning[x.mark] {
			continue
		}
		words := p.clip(p.own(k), k)
		for words.Start < k && p.upos(words.Start) != "ADV" && p.upos(words.Start) != "PRON" && p.upos(words.Start) != "DET" && !isQuestion(p.lower(words.Start)) {
			words.Start++
		}
		if issues := p.known(words); len(issues) > 0 && p.agendaKnows(issues[0]) {
			p.done[k] = true
			made = p.makePoint(k, words, nil, rapporteur.Open, rapporteur.Asserted) || made
		}
	}
	for _, h := range heads {
		if isQuestion(p.lower(h)) && len(p.kids[h]) > 0 { // "over how to enforce the pact"
			words := p.clip(lang.Range{Start: h, End: p.own(h).End}, h)
			if issues := p.known(words); len(issues) > 0 && p.agendaKnows(issues[0]) && !p.done[h] {
				p.done[h] = true
				made = p.makePoint(h, words, nil, rapporteur.Open, rapporteur.Asserted) || made
			}
			continue
		}
		if issues := p.known(p.phrase(h)); len(issues) > 0 && p.agendaKnows(issues[0]) && !p.isTextNoun(h) && p.timeAt[h] < 0 && !lex().meetings.Nouns[p.lemma(h)] {
			made = p.matterOr(h, rapporteur.Open, rapporteur.Asserted, nil, false) || made
		}
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// quarrelled returns the words for what those who differ differ over: "is split | over
// who pays", "remain at odds on | the fund"; empty where a predicate tells no quarrel.
func (p *pointMaker) quarrelled(i int) lang.Range {
	sent, l := p.sentence(i), &lex().points.Lists
	at := -1
	for k := i; k < min(i+4, sent.End) && at < 0; k++ {
		if k > i && p.head(k) != i && p.head(i) != k {
			break
		}
		if l.Quarrels[p.lemma(k)] || l.Asunder[p.lower(k)] {
			at = k
		}
	}
	if c := p.clause(i); at < 0 || c != nil && (c.neg || c.modal != "" || !c.copula && !c.passive && at == i && !p.personal(c.subj)) {
		return lang.Range{}
	}
	for k := at + 1; k < min(at+4, sent.End-1); k++ {
		f := p.lower(k)
		if f != "over" && f != "on" && f != "about" {
			continue
		}
		s := lang.Range{Start: k + 1, End: k + 1}
		for s.End < sent.End && p.form(s.End) != "," && p.form(s.End) != ";" && p.form(s.End) != "—" && p.form(s.End) != "–" {
			s.End++
		}
		for s.End > s.Start && p.upos(s.End-1) == "PUNCT" && p.form(s.End-1) != ")" {
			s.End--
		}
		if s.Len() > 1 && p.timeAt[s.Start] < 0 {
			return s
		}
	}
	return lang.Range{}
}

// chief is said of the matters that a negotiation is about, while nothing is told of their being settled.
var chief = words{"key": true, "main": true, "major": true, "central": true, "core": true, "principal": true, "chief": true, "crucial": true, "vexed": true, "biggest": true}

// openLists reads "among the issues still to be settled are A and B", "the main
// sticking points are A and B", "unresolved questions include A".
func (p *pointMaker) openLists(sent lang.Range) bool {
	for i := sent.Start; i < sent.End; i++ {
		l := &lex().points
		if p.upos(i) != "NOUN" || !l.Matters[p.lemma(i)] && !l.Parts[p.lemma(i)] && p.lemma(i) != "block" && p.lemma(i) != "obstacle" && p.lemma(i) != "hurdle" {
			continue
		}
		open := p.lemma(i) == "obstacle" || p.lemma(i) == "hurdle" || p.lower(i-1) == "at" && i == sent.Start+1 ||
			i+2 < sent.End && p.lower(i+1) == "of" && lex().points.Lists.Strife[p.lemma(i+2)] // "points of contention"
		for k := max(sent.Start, i-4); k < i; k++ {
			open = open || (lex().points.Lists.Pending[p.lower(k)] || l.Matters[p.lemma(i)] && chief[p.lower(k)]) && (p.head(k) == i || p.head(k) >= 0 && p.head(p.head(k)) == i)
		}
		k := i + 1
		for ; k < sent.End && k < i+9; k++ { // "… still to be settled", "… between the two"
			f := p.lower(k)
			open = open || f == "still" && k == i+1
			if (lex().points.Lists.Settles[p.lemma(k)] || f == "unresolved") && k-i < 6 {
				open = open || p.lower(i+1) == "still" || p.lower(i+1) == "yet" || p.lower(i+1) == "to" || p.lower(i+1) == "left" || f == "unresolved"
			}
			if (f == "are" || f == "is" || f == "were" || f == "include" || f == "includes" || f == "included" || f == "was" || f == "been" || f == "concern" || f == "concerned" || f == "cover" || f == "involve") && p.lower(k-1) != "that" && p.lower(k-1) != "which" {
				break
			}
		}
		if !open || k >= sent.End || k >= i+9 || k+1 >= sent.End {
			continue
		}
		question := isQuestion(p.lower(k + 1))
		switch p.upos(k + 1) {
		case "DET", "NOUN", "PROPN", "ADJ", "NUM":
		default:
			if !question {
				continue
			}
		}
		made := false
		items := p.itemsOf(k+1, p.listEnd(k+1), true)
		told := slices.ContainsFunc(items, func(x lang.Range) bool { return len(p.known(x)) > 0 })
		for _, x := range items {
			h := p.top(x)
			if n := lex().positions.Nominal[p.lemma(h)]; n == string(rapporteur.Demands) && !question { // "the union's insistence on a levy"
				for _, k := range p.children(h, "nmod") {
					if f := p.caseOf(k); f == "on" || f == "for" {
						h, x = k, p.own(k)
					}
				}
			}
			if question {
				x = p.clip(x, h)
			} else if f := p.finite(x); f >= 0 { // "insistence on a fund that pays", but no clause
				if f == h || p.clause(f).subj[0] <= h {
					continue
				}
				x = p.clip(x, h)
			}
			if _, acts := p.actorAt(h); p.done[h] || len(p.known(x)) == 0 && (!told || acts || p.upos(h) != "NOUN" || p.timeAt[h] >= 0) {
				continue
			}
			p.done[h] = true
			made = p.makePoint(h, x, p.ownersIn(x), rapporteur.Open, rapporteur.Asserted) || made
		}
		if made {
			p.done[k] = true
			return true
		}
	}
	return false
}

// isQuestion reports whether a word begins a question within a sentence.
func isQuestion(f string) bool {
	switch f {
	case "what", "who", "how", "whether", "where", "when", "which":
		return true
	}
	return false
}

// said_of reads "the schedule remains the main sticking point", "is a red line".
func (p *pointMaker) said_of(c *clause, m rapporteur.Modality) {
	l := &lex().points
	word := c.head
	if !c.copula {
		word = -1
		for _, k := range p.kids[c.head] {
			if base(p.rel(k)) == "xcomp" || base(p.rel(k)) == "obj" {
				word = k
				break
			}
		}
		if word < 0 {
			if c.verb != "remain" && c.verb != "stay" {
				return
			}
			// "the article on schools stayed in", "the point remains"
			if heads := p.onlyParts(c.subj); len(heads) > 0 && m != rapporteur.Denied {
				for _, h := range heads {
					if lex().points.Matters[p.lemma(h)] { // "differences over the islands remain"
						p.matterOr(h, rapporteur.Open, m, nil, true)
					} else {
						p.matterOr(h, rapporteur.Retained, m, nil, true)
					}
				}
			}
			return
		}
	}
	status, ok := l.States[p.lemma(word)]
	if !ok {
		status, ok = l.States[p.lower(word)]
	}
	if p.lemma(word) == "point" || p.lemma(word) == "block" || p.lemma(word) == "line" || p.lemma(word) == "issue" || p.lemma(word) == "contention" || p.lemma(word) == "dispute" {
		ok = false
		for _, k := range p.kids[word] {
			switch p.lower(k) {
			case "sticking", "stumbling", "unresolved", "disputed", "open", "outstanding", "thorniest", "contentious":
				status, ok = "open", true
			case "red":
				status, ok = "rejected", true
			}
		}
	}
	if !ok || m == rapporteur.Conditional || p.lower(word) == "set" && p.child(word, "xcomp", "advcl", "ccomp") >= 0 { // "is set to expire"
		return
	}
	st := rapporteur.Status(status)
	if c.neg {
		if st == rapporteur.Agreed {
			st = rapporteur.Open
		} else {
			return
		}
	}
	if m == rapporteur.Denied || m == rapporteur.Planned {
		m = rapporteur.Asserted
	}
	if p.rowSaid(c, st, m) {
		p.done[c.head] = true
		return
	}
	for _, s := range c.subj {
		if s == word {
			continue
		}
		if np := p.nounPhrase(s); p.isTextNoun(s) && np.Len() > 1 && st != rapporteur.Agreed { // "an enforcement plan remained a sticking point"
			if issues := p.known(lang.Range{Start: np.Start, End: s}); len(issues) > 0 && p.agendaKnows(issues[0]) && !p.done[s] {
				p.done[s], p.done[c.head] = true, true
				p.makePoint(s, p.own(s), p.bearers(nil, s), st, m)
				continue
			}
		}
		if p.matterOr(s, st, m, nil, !(p.lemma(word) == "point" || p.lemma(word) == "line" || p.lemma(word) == "block" || p.lemma(word) == "obstacle" || p.lemma(word) == "unresolved" || p.lemma(word) == "hurdle")) {
			p.done[c.head] = true
		}
	}
}
