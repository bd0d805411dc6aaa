package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// agreed reads "agreed on an exchange", "agreed not to limit the army".
func (p *pointMaker) agreed(c *clause, m rapporteur.Modality) {
	if m == rapporteur.Hedged || m == rapporteur.Planned || c.modal != "" && c.modal != "will" || c.is(lex().modality.Deny) {
		if m != rapporteur.Hedged {
			return
		}
	}
	status := rapporteur.Agreed
	if p.inPrinciple(c) || p.hasAdverb(c, "broadly", "basically", "provisionally", "tentatively") {
		status = rapporteur.AgreedInPrinciple
	}
	if c.neg {
		status, m = rapporteur.Open, rapporteur.Asserted
	}
	if up := p.clause(c.up); up != nil && base(p.rel(c.head)) == "conj" && c.modal == "" && p.doc.Tokens[c.head].XPOS == "VB" && c.mark == "" && (up.modal != "" && up.modal != "will" || up.mark == "to") {
		status, m = rapporteur.Open, rapporteur.Asserted // "must close the chapter and agree on a border"
	}
	who := p.actorsAt(c.subj...)
	if c.passive {
		if p.rowSaid(c, status, m) {
			p.done[c.head] = true
			return
		}
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
	who = slices.DeleteFunc(who, func(a actor) bool {
		return a.Kind == rapporteur.Group && p.vagueGroup(a) && !lex().points.Lists.Together[p.lemma(a.token)]
	})
	both := len(who) > 0 || slices.ContainsFunc(c.subj, func(k int) bool {
		return p.lower(k) == "they" || p.lower(k) == "both" || p.lower(k) == "sides" || lex().points.Lists.Together[p.lemma(k)]
	})
	comps := slices.Clone(c.comp)
	for _, k := range p.children(c.head, "conj") { // "agreed that … and that …"
		if x := p.clause(k); x != nil && x.mark == "that" && !slices.Contains(comps, k) {
			comps = append(comps, k)
		}
	}
	for _, k := range comps {
		x := p.clause(k)
		if x == nil || p.done[k] || c.neg || p.meetingWord(x) && !p.setsAbout(x) {
			continue
		}
		if x.mark != "to" && x.modal == "" && x.mark != "that" {
			continue // "we agree it is time": an opinion
		}
		if !both || len(who) == 1 && who[0].Kind == rapporteur.Person && !p.titled(who[0].token) && !p.its(p.own(k)) {
			continue
		}
		// the complement tells its own status: "agreed to drop the clause on …"
		if s := x.value(lex().points.Status); s != "" && slices.ContainsFunc(p.affected(x), func(h int) bool {
			return lex().points.Parts[p.lemma(h)] || lex().points.Matters[p.lemma(h)]
		}) {
			continue
		}
		if lex().points.Lists.Procedural[x.lemma] && !p.setsAbout(x) {
			continue
		}
		words := p.own(k)
		for j := k + 1; j < words.End; j++ {
			if p.form(j) == ";" || p.spacedDash(j) {
				words.End = j
			}
		}
		if base(p.rel(k)) == "ccomp" && x.mark != "that" && len(x.subj) > 0 && words.Contains(x.subj[0]) || base(p.rel(k)) == "conj" && x.mark != "that" && len(x.subj) > 0 && words.Contains(x.subj[0]) {
			continue // a clause of its own that the tree put here
		}
		second := p.sharing(x)
		if second > 0 || p.setsAbout(x) {
			words.End = max(words.End, p.clip(lang.Range{Start: words.Start, End: p.hi[k]}, k).End)
		}
		if len(p.known(words)) == 0 && !p.pledges(c) {
			continue
		}
		p.done[k] = true
		if second > 0 {
			p.done[second] = true
		}
		by := who
		if x.mark == "that" { // "agreed that Norvana would …"
			if own := p.obligors(x); len(own) > 0 {
				by = own
			}
		}
		for _, s := range p.rowOfActs(words, k) {
			head := k
			if !s.Contains(k) {
				head = p.top(s)
				p.done[head] = true
			}
			if head == k || len(p.known(s)) > 0 {
				p.makePoint(head, s, mentions(by), status, m)
			}
		}
	}
	if c.verb != "agree" {
		return
	}
	heads := slices.Clone(c.obj)
	for _, o := range c.obl {
		if o.prep != "on" && o.prep != "upon" && o.prep != "to" && o.prep != "about" || p.timeAt[o.head] >= 0 || p.done[o.head] && base(p.rel(o.head)) == "conj" {
			continue
		}
		if items := p.rowOf(o.head, c.head); len(items) > 1 {
			for _, x := range items {
				if h := p.top(x); !p.done[h] && len(p.known(x)) > 0 && p.finite(x) < 0 {
					p.done[h] = true
					p.makePoint(h, x, p.ownersIn(x), status, m)
				}
			}
			continue
		}
		heads = append(heads, p.conjuncts(o.head)...)
	}
	for _, h := range heads {
		if p.isTextNoun(h) && p.framed(h, status, m) {
			continue
		}
		if p.done[h] || p.isTextNoun(h) && !lex().points.Lists.Stops[p.lemma(h)] || lex().meetings.Nouns[p.lemma(h)] || p.timeAt[h] >= 0 || lex().points.Lists.Empty[p.lemma(h)] {
			continue
		}
		p.matterOr(h, status, m, nil, false)
	}
}

// spacedDash reports whether token i is a dash between words, and no hyphen in one.
func (r *reading) spacedDash(i int) bool {
	f := r.form(i)
	return f == "—" || f == "–" || f == "-" && i > 0 && i+1 < len(r.doc.Tokens) && r.doc.Tokens[i].End < r.doc.Tokens[i+1].Start && r.doc.Tokens[i-1].End < r.doc.Tokens[i].Start
}

// setsAbout reports whether a clause begins to do something, "start buying grain",
// so that its verb is not that of talks.
func (p *pointMaker) setsAbout(c *clause) bool {
	return lex().meetings.Begin[c.verb] && slices.ContainsFunc(p.children(c.head, "xcomp", "ccomp", "advcl"), func(k int) bool {
		tag, x := p.doc.Tokens[k].XPOS, p.clause(k)
		return k > c.head && (tag == "VBG" || tag == "VB") && x != nil && !p.meetingWord(x) && !lex().meetings.Negotiate[x.verb]
	})
}

// sharing returns the verb that stands between a clause's own and the object of
// both, "reduce and remove levies", 0 for none.
func (p *pointMaker) sharing(c *clause) int {
	for _, k := range p.children(c.head, "conj") {
		if k > c.head && len(c.obj) > 0 && k < c.obj[0] {
			return k
		}
	}
	return 0
}

// framed makes the points of what a text is said to be for or on: "agreed on a
// framework for cutting the deficit".
func (p *pointMaker) framed(h int, status rapporteur.Status, m rapporteur.Modality) bool {
	made := false
	for _, k := range p.kids[h] {
		if k < h || p.done[k] {
			continue
		}
		c := p.clause(k)
		switch b := base(p.rel(k)); {
		case b == "nmod" && (p.caseOf(k) == "for" || p.caseOf(k) == "on"):
		case (b == "acl" || b == "advcl") && c != nil && (c.mark == "for" || c.mark == "to"):
		default:
			continue
		}
		words := p.clip(p.own(k), k)
		if issues := p.known(words); len(issues) == 0 || !p.agendaKnows(issues[0]) {
			continue
		}
		p.done[k] = true
		made = p.makePoint(k, words, p.bearers(nil, k), status, m) || made
	}
	return made
}

// reached reads "reached agreement on intellectual property", "struck a deal on prisoners".
func (p *pointMaker) reached(c *clause) bool {
	if !lex().points.Lists.Reach[c.verb] {
		return false
	}
	m := p.modality(c.head)
	if c.modal != "" || c.mark == "to" || m == rapporteur.Planned || m == rapporteur.Conditional || c.ongoing {
		return false
	}
	heads := c.obj
	if c.passive {
		heads = c.subj
	}
	made := false
	for _, o := range heads {
		if !lex().points.Lists.Reached[p.lemma(o)] {
			continue
		}
		status := rapporteur.Agreed
		for _, k := range p.kids[o] {
			switch p.lower(k) {
			case "preliminary", "provisional", "tentative", "broad":
				status = rapporteur.AgreedInPrinciple
			case "any":
				if !c.neg {
					return false
				}
			case "no":
				status = rapporteur.Open
			}
		}
		if c.neg {
			status = rapporteur.Open
		}
		if status == rapporteur.Open {
			m = rapporteur.Asserted
		}
		var on []int
		for _, k := range p.children(o, "nmod") {
			if pr := p.caseOf(k); pr == "on" || pr == "over" || pr == "about" {
				on = append(on, k)
			}
		}
		for _, ob := range c.obl {
			if ob.prep == "on" || ob.prep == "over" || ob.prep == "about" {
				on = append(on, ob.head)
			}
		}
		for _, k := range on {
			if p.timeAt[k] >= 0 || p.done[k] {
				continue
			}
			for _, x := range p.rowOf(k, o) {
				if h := p.top(x); len(p.known(x)) > 0 && !p.done[h] {
					p.done[h] = true
					made = p.makePoint(h, x, p.ownersIn(x), status, m) || made
				}
			}
		}
	}
	if made {
		p.done[c.head] = true
	}
	return made
}

// unreached reads what there is no agreement on: "failed to reach a deal on quotas", "ended without agreement on tolls",
// "fell short of a compromise over pay".
func (p *pointMaker) unreached(sent lang.Range) {
	l := &lex().points.Lists
	for o := sent.Start; o < sent.End; o++ {
		if p.upos(o) != "NOUN" || !l.Reached[p.lemma(o)] || !p.lacked(o) {
			continue
		}
		on := p.children(o, "nmod")
		if c := p.governor(o); c != nil {
			on = append(slices.Clone(on), c.with("on", "over", "about")...)
		}
		for _, k := range on {
			if f := p.caseOf(k); k < o || f != "on" && f != "over" && f != "about" || p.timeAt[k] >= 0 {
				continue
			}
			for _, x := range p.rowOf(k, o) {
				if h := p.top(x); len(p.known(x)) > 0 && !p.done[h] && !p.toldPoint(h) {
					p.done[h] = true
					p.makePoint(h, x, nil, rapporteur.Open, rapporteur.Asserted)
				}
			}
		}
	}
}

// lacked reports whether the agreement at token o is one that was not reached.
func (p *pointMaker) lacked(o int) bool {
	if p.caseOf(o) == "without" || p.caseOf(o) == "of" && p.nounPhrase(o).Start > 1 && (p.lower(p.nounPhrase(o).Start-1) == "short" || p.lower(p.nounPhrase(o).Start-2) == "short") {
		return true
	}
	c := p.clause(p.head(o))
	if c == nil || p.conditional(c) || p.asked(c) || c.modal == "will" || c.modal == "would" {
		return false
	}
	d := p.child(o, "det")
	none := d >= 0 && p.lower(d) == "no"
	if c.verb == "be" || c.copula || c.head == o {
		return none && p.child(c.head, "expl") >= 0 // "there is no agreement on …"
	}
	if !none && !lex().points.Lists.Reach[c.verb] && c.verb != "produce" && c.verb != "yield" && c.verb != "seal" && c.verb != "come" {
		return false
	}
	if none || c.neg {
		return !lex().points.Lists.Wish[c.verb] && c.verb != "accept"
	}
	up := p.clause(p.head(c.head))
	return up != nil && base(p.rel(c.head)) == "xcomp" && (up.verb == "fail" && !up.neg || p.lower(up.head) == "unable" && !up.neg || p.lower(up.head) == "able" && up.neg)
}

// rowOf returns the items of a row of nominals that begins with h, behind token after.
func (p *pointMaker) rowOf(h, after int) []lang.Range {
	from := p.nounPhrase(h).Start
	for k := h - 1; k > after && k > h-8; k-- {
		if p.upos(k) == "ADP" {
			from = k + 1
			break
		}
	}
	end := p.listEnd(from)
	for k := h + 1; k < end; k++ {
		if u := p.upos(k); u == "AUX" || u == "SCONJ" || u == "VERB" && isFinite(p.doc.Tokens[k].XPOS) || p.timeAt[k] >= 0 && p.timeAt[k] != p.timeAt[h] && (p.lower(k-1) == "on" || p.lower(k-1) == "at" || p.upos(k) == "PROPN") {
			end = k
			if p.upos(k-1) == "ADP" {
				end = k - 1
			}
		}
	}
	items := p.itemsOf(from, max(end, h+1), true)
	if len(items) == 1 {
		return []lang.Range{p.phrase(h)}
	}
	return items
}

// its reports whether words speak of what is not a person's: "its navy".
func (p *pointMaker) its(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		if p.lower(k) == "its" {
			return true
		}
	}
	return false
}
