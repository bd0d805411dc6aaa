package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// holder reports whether a clause tells what a text, or a part of one, holds.
func (p *pointMaker) holder(c *clause) bool {
	l := &lex().texts
	if c.verb == "have" && (c.modal == "would" || c.modal == "will") && p.causes(c) { // "would have Norvana cap its fleet"
		for _, s := range c.subj {
			if t := p.textUnder(s); t >= 0 && p.isStrongText(t) {
				p.text = t
				return true
			}
		}
		return false
	}
	if c.verb == "call" && !p.callsFor(c) {
		return false
	}
	if !c.is(l.Provide) || c.lemma != c.verb && c.verb != "call" && c.verb != "set" && c.verb != "lay" && c.verb != "phase" {
		return false
	}
	if c.passive && c.verb != "focus" && c.verb != "aim" || c.perfect && c.modal != "" {
		return false // "could have seen": what did not come
	}
	if h := p.head(c.head); base(p.rel(c.head)) == "acl" && h >= 0 && (c.mark == "for" || c.mark == "to") {
		if g := p.governor(h); g != nil && g.verb == "agree" {
			return false // told where it was agreed
		}
	}
	if c.mark == "to" && base(p.rel(c.head)) == "advcl" {
		return false // what it is for
	}
	text := -1
	for _, s := range c.subj {
		if _, acts := p.actorAt(s); acts && !p.isTextNoun(s) {
			continue // "members of the pact said"
		}
		if t := p.textUnder(s); t >= 0 && (p.isStrongText(t) || p.isStrongText(s)) && (t == s || p.portion(s)) {
			text = t
		} else if lex().points.Lists.Written[p.lemma(s)] || p.ruling(s) {
			text = s
		} else if n := p.lemma(s); n == "one" || n == "it" || n == "which" || n == "that" {
			for _, k := range p.children(s, "nmod") {
				if p.caseOf(k) == "of" && (lex().points.Parts[p.lemma(k)] || p.isStrongText(k)) {
					text = s
				}
			}
			if n == "it" && p.provision >= 0 && p.sent[c.head]-p.provision <= 1 {
				text = p.text
			}
			if n == "it" && text < 0 {
				// "The plan … It provides for …"
				if t := p.textBefore(s); t >= 0 && p.sent[t] == p.sent[s]-1 && (l.Hold[c.verb] || lex().points.Lists.Duty[c.verb] || c.verb == "give" || c.verb == "grant") && (base(p.rel(t)) == "nsubj" || p.handed(t) || p.readBy(t) || p.governor(t) != nil && p.concludes(p.governor(t))) {
					text = t
				}
			}
		}
	}
	if h := p.head(c.head); text < 0 && l.Hold[c.verb] && p.rel(c.head) == "acl:relcl" && h >= 0 && p.rel(h) == "nmod" && p.form(p.lo[c.head]) == "," && p.isStrongText(p.head(h)) {
		text = p.head(h) // "a draft for the mills, | which contains …"
	}
	if text < 0 && lex().points.Lists.Provides[c.verb] && !c.passive && c.mark != "to" {
		// the tree lost the subject: the text or part before the verb, without a comma between
		for k := c.head - 1; k >= p.sentence(c.head).Start && k > c.head-14; k-- {
			if f := p.form(k); f == "," || f == ";" || f == ":" || p.upos(k) == "SCONJ" || p.upos(k) == "AUX" && k < c.head-2 || p.upos(k) == "PRON" {
				break
			}
			if p.upos(k) == "NOUN" && (p.isStrongText(k) || lex().points.Lists.Written[p.lemma(k)]) {
				text = k
				break
			}
		}
	}
	if text < 0 {
		return false
	}
	if who, _ := p.givenTo(c); len(who) > 0 && !lex().points.Lists.Written[p.lemma(text)] {
		p.text = text // "gives Norvana four years to …"
		return true
	}
	if c.verb == "add" && (p.rel(c.head) == "acl:relcl" || len(c.with("to")) > 0 || slices.ContainsFunc(c.obj, p.amount)) {
		return false // "adds billions to the deficit"
	}
	if !l.Hold[c.verb] {
		// "limits the army", "would raise pay": the verb is the provision's own.
		if len(c.obj) == 0 && len(c.comp) == 0 || (c.past && c.modal == "" || c.perfect) && !lex().points.Lists.Duty[c.verb] {
			return false // but "the accord limited Norvana to …" tells what it holds
		}
		if !(objectControl[c.verb] || lex().points.Lists.Binds[c.verb]) && !p.worksOn(c) || lex().points.Lists.Plain[c.verb] && !c.copula && len(p.known(p.subtree(c.head))) == 0 {
			return false
		}
	}
	if lex().points.Lists.General[c.verb] || c.verb == "provide" && len(c.obj) > 0 {
		// general verbs need a matter that the agenda knows, or a side that is made to do something
		if len(p.known(p.subtree(c.head))) == 0 && !(objectControl[c.verb] && slices.ContainsFunc(p.made(c), func(a actor) bool { return a.Kind == rapporteur.State })) {
			return false
		}
	}
	p.text = text
	return true
}

// ruling reports whether a noun names rules of the text at hand, which lay down as it does: "the rules of
// origin require that …".
func (p *pointMaker) ruling(s int) bool {
	switch p.lemma(s) {
	case "rule", "term", "schedule", "wording", "language", "formula", "timetable", "mechanism":
	default:
		return false
	}
	d := p.child(s, "det")
	return d >= 0 && p.lower(d) == "the" && (p.provision >= 0 && p.sent[s]-p.provision <= 3 || p.concluded >= 0 && p.concluded <= p.sent[s])
}

// handed reports whether a text is what a person puts forward: "Marrow presented
// the paper", of which "it" may then speak, as it cannot of her.
func (p *pointMaker) handed(t int) bool {
	c := p.governor(t)
	if c == nil || base(p.rel(t)) != "obj" || !lex().texts.Hand[c.verb] {
		return false
	}
	for _, s := range c.subj {
		if a, ok := p.actorAt(s); !ok || a.Kind != rapporteur.Person {
			return false
		}
	}
	return true
}

// readBy reports whether a text is what an unnamed voice has read or seen: "an official who had
// read the paper".
func (p *pointMaker) readBy(t int) bool {
	c := p.governor(t)
	return c != nil && !c.neg && base(p.rel(t)) == "obj" && p.rel(c.head) == "acl:relcl" && (c.verb == "read" || c.verb == "see" || c.verb == "review" || c.verb == "study" || c.verb == "draft" || c.verb == "write")
}

// causes reports whether "have" makes somebody do something: "would have Norvana cap its fleet".
func (p *pointMaker) causes(c *clause) bool {
	if slices.ContainsFunc(c.comp, func(k int) bool { return p.doc.Tokens[k].XPOS != "VBN" }) {
		return true
	}
	for k := c.head + 2; k+1 < min(c.head+10, p.sentence(c.head).End); k++ {
		if p.form(k) == "," || p.upos(k) == "ADP" && p.lower(k) != "of" || p.lower(k) == "to" {
			return false
		}
		if p.upos(k) == "VERB" && p.doc.Tokens[k].XPOS == "VB" {
			return true
		}
		if next := p.doc.Tokens[k+1].XPOS; p.upos(k) == "NOUN" && (next == "PRP$" || next == "DT") {
			return true // "cap its fleet", a verb that passed for a noun
		}
	}
	return false
}

// portion reports whether a noun over a text is what the text says or is made of:
// "the core of the plan", not "critics of the plan".
func (p *pointMaker) portion(i int) bool {
	l, lemma := lex(), p.lemma(i)
	return p.isTextNoun(i) || l.texts.Parts[lemma] != "" || l.texts.Versions[lemma] || l.texts.Lists[lemma] || l.points.Parts[lemma] || l.points.Lists.Written[lemma] || l.points.Lists.Portions[lemma]
}

// callsFor reports whether "call" asks for something: "calls for inspections",
// "calls on Norvana to …", not "calls it a blunder".
func (p *pointMaker) callsFor(c *clause) bool {
	for k := c.head + 1; k < min(c.head+12, p.sentence(c.head).End); k++ {
		if f := p.lower(k); f == "for" || f == "on" || f == "upon" {
			return true
		}
	}
	return c.head > 0 && p.lower(c.head-1) == "for"
}

// worksOn reports whether what a text does works on a matter of the agenda by
// itself, not by what is said of it besides: "caps the fleet", not "caps a week
// that was marked by tariffs".
func (p *pointMaker) worksOn(c *clause) bool {
	var own []int
	skip := func(k int) bool {
		switch base(p.rel(k)) {
		case "nsubj":
			return p.head(k) == c.head
		case "advcl", "acl", "parataxis", "conj":
			return p.rel(k) != "acl" || p.clause(k) == nil || p.clause(k).mark != "to"
		}
		return false
	}
	var walk func(k int)
	walk = func(k int) {
		own = append(own, k)
		for _, x := range p.kids[k] {
			if !skip(x) || base(p.rel(x)) == "conj" && k != c.head {
				walk(x)
			}
		}
	}
	walk(c.head)
	slices.Sort(own)
	words := make([]word, len(own))
	for n, k := range own {
		words[n] = word{lemma: p.lemma(k), form: p.lower(k), weight: 1, name: p.inName(k)}
	}
	return len(p.agenda.issues(words)) > 0
}

// known returns the issues of the chosen agenda that words speak for.
func (r *reading) known(s lang.Range) []string { return r.issuesOf(s) }

// lacking makes the point of what a text is told not to hold: "does not include sick pay, which the
// union had sought".
func (p *pointMaker) lacking(s lang.Range) bool {
	head := p.top(s)
	if p.done[head] || p.upos(head) != "NOUN" || p.isTextNoun(head) || p.isPart(head) && s.Len() < 3 || len(p.known(s)) == 0 && !lex().points.Acts[p.lemma(head)] {
		return false
	}
	if s = p.clip(s, head); s.Empty() {
		return false
	}
	for s.Start > 1 && p.form(s.Start-1) == "-" { // "long-standing concerns"
		s.Start -= 2
	}
	for k := head + 1; k < s.End; k++ { // "did not include the levy, and there was talk of …"
		if p.upos(k) == "CCONJ" && p.finite(lang.Range{Start: k + 1, End: s.End}) >= 0 {
			s.End = k
		}
	}
	p.done[head] = true
	return p.makePoint(head, s, nil, rapporteur.Dropped, rapporteur.Asserted)
}

// turnedAway reports whether a text that does not hold something is one that somebody will not have, who wants it in
// there: "no deal that does not include the islands", "will not sign a paper that leaves out the levy".
func (p *pointMaker) turnedAway(c *clause) bool {
	h := p.head(c.head)
	if p.rel(c.head) != "acl:relcl" || h < 0 {
		return false
	}
	if d := p.child(h, "det"); d >= 0 && p.lower(d) == "no" {
		return true
	}
	g := p.governor(h)
	if g == nil {
		return false
	}
	v := g.value(lex().positions.Verbs)
	return g.neg && v == string(rapporteur.Accepts) || !g.neg && v == string(rapporteur.Rejects)
}

// provisions makes the points of a clause that tells what a text holds.
func (p *pointMaker) provisions(c *clause) bool {
	l := &lex().texts
	m := rapporteur.Asserted
	if c.neg {
		m = rapporteur.Denied
	}
	switch c.modal {
	case "may", "might", "could":
		m = rapporteur.Hedged
	}
	if got := p.modality(c.head); got == rapporteur.Hedged {
		m = got
	}
	if p.conditional(c) {
		return false
	}
	if p.unmentioned(c) {
		return true
	}
	if p.asksWhether(c) {
		p.done[c.head] = true
		return p.makePoint(c.head, p.clip(p.own(c.head), c.head), nil, rapporteur.Open, rapporteur.Asserted)
	}
	if points, ok := p.obliged(c, m); ok {
		return points
	}
	if !l.Hold[c.verb] && c.verb != "have" {
		return p.act(c.head, nil, m, true)
	}
	if len(c.comp) > 0 && c.comp[0] < c.head && l.Hold[c.verb] { // "Estrel would withdraw, the plan says"
		return p.clauses_(lang.Range{Start: p.lo[c.comp[0]], End: min(p.hi[c.comp[0]], c.head)}, true)
	}
	from := c.head + 1
	end := p.listEnd(from)
	end = p.untilNext(c, end)
	if p.noLonger(c) {
		made := false
		for _, item := range p.items(from, end) {
			made = p.lacking(item) || made
		}
		return made
	}
	if up := p.doc.Tokens[c.head]; up.Rel == "acl:relcl" {
		end = min(end, p.hi[c.head])
	}
	for from < end && (p.upos(from) == "ADV" || p.upos(from) == "PUNCT" || p.form(from) == ":") {
		from++
	}
	if from < end && (p.upos(from) == "ADP" || p.upos(from) == "SCONJ") && (p.lower(from) == "for" || p.lower(from) == "on" || p.lower(from) == "at" || p.lower(from) == "as") && !p.forTo(from, end) {
		from++
	}
	made := false
	for _, item := range p.items(from, end) {
		if c.neg && lex().points.Lists.Mentions[c.verb] {
			if p.turnedAway(c) {
				made = p.item(item, rapporteur.Asserted) || made
				continue
			}
			made = p.lacking(item) || made
			continue
		}
		made = p.item(item, m) || made
	}
	for k := range c.comp {
		made = p.beside(c.comp[k], m) || made
	}
	return made
}

// asksWhether reports whether a clause is what somebody quarrels over: "split over whether the charter should lower …".
func (p *pointMaker) asksWhether(c *clause) bool {
	if !p.hasKid(c.head, "whether") {
		return false
	}
	up := p.head(c.head)
	return up >= 0 && (lex().points.Lists.Quarrels[p.lemma(up)] || lex().points.Lists.Asunder[p.lower(up)])
}
