package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// extensions makes points of time that is asked for, given or refused: "the union granted an
// extension of the contract until May", "refused to extend the truce".
func (p *pointMaker) extensions() {
	l := &lex().measures
	for i := range p.kids {
		if p.doc.Sentences[p.sent[i]].Heading || p.done[i] {
			continue
		}
		switch c := p.clause(i); {
		case c != nil && (l.Prolongs[c.verb] || p.putsOff(c)) && p.upos(i) == "VERB" && (base(p.rel(i)) != "acl" || c.mark == "to" && p.head(i) >= 0 && l.Motions[p.lemma(p.head(i))]):
			p.prolongs(c)
		case p.upos(i) == "NOUN" && (l.Extensions[p.lemma(i)] || p.lemma(i) == "delay" && p.ofExit(i)) && base(p.rel(i)) != "compound":
			p.extension(i)
		}
	}
}

// putsOff reports whether a clause tells that a member leaves a union later: "to postpone the departure date".
func (p *pointMaker) putsOff(c *clause) bool {
	l := &lex().measures
	return (l.Delays[c.verb] || l.Delays[c.lemma]) && slices.ContainsFunc(append(slices.Clone(c.obj), c.subj...), p.ofExit)
}

// ofExit reports whether a nominal is of leaving a union: "the departure date", "a delay to the exit".
func (p *pointMaker) ofExit(k int) bool {
	l := &lex().measures
	return l.Exits[p.lemma(k)] || coinedExit(p.lower(k)) || slices.ContainsFunc(p.children(k, "compound", "nmod", "amod"), func(x int) bool { return l.Exits[p.lemma(x)] || coinedExit(p.lower(x)) })
}

// prolongs makes the point of a verb that makes a span of time longer.
func (p *pointMaker) prolongs(c *clause) {
	l := &lex().measures
	what := c.obj
	if c.passive {
		what = c.subj
	}
	at := slices.IndexFunc(what, func(k int) bool { return l.Spans[p.lemma(k)] || p.within(k, c.head) && p.spanIn(k) || p.ofExit(k) })
	if at < 0 || p.journey(what[at]) || !l.Prolongs[c.verb] && !p.ofExit(what[at]) || p.conditional(c) || p.toldPoint(c.head) {
		return
	}
	status := rapporteur.Proposed
	if c.modal == "" && (c.past || c.perfect) && c.mark != "to" {
		status = rapporteur.Agreed
	}
	if c.neg || p.noneOfIt(c) {
		status = rapporteur.Rejected
	}
	from, who := c.head, c.subj
	if c.passive {
		from, who = p.nounPhrase(what[at]).Start, c.agent
	}
	g := p.above(c)
	for steps := 0; g != nil && steps < 3; g, steps = p.above(g), steps+1 {
		if s := p.timeGiven(g); s != "" {
			status = s
			if len(c.subj) == 0 || s == rapporteur.Rejected {
				who = g.subj
			}
		}
	}
	if status == rapporteur.Agreed && (p.isDeadline(what[at]) || talks[p.lemma(what[at])]) {
		return // a deadline that was moved, talks that go on: no provision
	}
	p.makeExtension(c.head, from, what[at], who, status)
}

// talks are words for negotiations, which go on longer without a provision.
var talks = words{"talk": true, "talks": true, "negotiation": true, "discussion": true, "mediation": true, "bargaining": true}

// noneOfIt reports whether what a clause says is what there is no plan or need for: "no plan to extend the talks".
func (p *pointMaker) noneOfIt(c *clause) bool {
	h := p.head(c.head)
	if c.mark != "to" && c.mark != "of" || h < 0 || p.upos(h) != "NOUN" || base(p.rel(c.head)) != "acl" {
		return false
	}
	d := p.child(h, "det")
	return d >= 0 && p.lower(d) == "no"
}

// journey reports whether what is put off is a person's own: "delayed her departure".
func (p *pointMaker) journey(k int) bool {
	own := p.child(k, "nmod:poss")
	return own >= 0 && (ofPerson[p.lower(own)] || p.typeAt(own) == lang.PER)
}

// extension makes the point of a noun for more time, by what is done about it.
func (p *pointMaker) extension(i int) {
	g := p.governor(i)
	if g == nil || p.toldPoint(i) || p.toldPoint(g.head) || p.conditional(g) {
		return
	}
	status := p.timeGiven(g)
	if status == "" || g.modal == "could" || g.modal == "may" || g.modal == "might" {
		return
	}
	if g.neg && status != rapporteur.Rejected {
		status = rapporteur.Rejected // "will never ask for", "was not given"
	} else if g.neg {
		status = rapporteur.Open // "has not ruled out"
	}
	if status == rapporteur.Agreed && (g.modal != "" || g.mark == "to") {
		status = rapporteur.Proposed
	}
	who := g.subj
	if g.passive {
		who = g.agent
	}
	if up := p.above(g); up != nil {
		if p.timeGiven(up) == rapporteur.Rejected && status != rapporteur.Rejected && !p.forcedBetween(up.head, g.head) {
			if up.neg || p.byNothing(up) {
				return // "little stops them from asking for more time"
			}
			status = rapporteur.Rejected
		}
		if len(who) == 0 {
			who = up.subj
		}
	}
	p.makeExtension(i, p.nounPhrase(i).Start, i, who, status)
}

// forcedBetween reports whether a word between two predicates says that the second is asked for or forced, where the
// tree hung it on the first: "to block an exit without a deal and | force him to ask for an extension".
func (p *pointMaker) forcedBetween(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if l := &lex().measures; l.Seeks[p.lemma(k)] && (p.upos(k) == "VERB" || p.lower(k-1) == "and") {
			return true
		}
	}
	return false
}

// byNothing reports whether nothing or little does what a clause says: "nothing prevents them", "there is little that stops them".
func (p *pointMaker) byNothing(c *clause) bool {
	for k := c.head - 1; k >= max(p.sentence(c.head).Start, c.head-14); k-- {
		switch p.lower(k) {
		case "nothing", "little", "none", "nobody", "hardly", "no-one":
			return true
		case ";", ":":
			return false
		}
	}
	return false
}

// timeGiven returns what becomes of an extension under a predicate, "" where it does not tell.
func (p *pointMaker) timeGiven(g *clause) rapporteur.Status {
	l := &lex().measures
	is := func(list words) bool { return list[g.lemma] || list[g.verb] }
	switch {
	case is(l.Refuses):
		return rapporteur.Rejected
	case is(l.Seeks):
		return rapporteur.Proposed
	case is(l.Gives):
		return rapporteur.Agreed
	}
	return ""
}

// spanIn reports whether a nominal is of a span of time by what stands before or behind it.
func (p *pointMaker) spanIn(k int) bool {
	return slices.ContainsFunc(p.kids[k], func(x int) bool {
		rel := base(p.rel(x))
		return (rel == "compound" || rel == "amod" || rel == "nmod") && lex().measures.Spans[p.lemma(x)]
	})
}

// makeExtension makes the point of more time, where the words tell of what or for how long.
func (p *pointMaker) makeExtension(head, from, at int, who []int, status rapporteur.Status) {
	doers := p.sides(p.actorsOrMeant(who))
	if g := p.governor(head); len(doers) == 0 && len(who) == 0 && g != nil && !g.passive {
		doers = p.sides(p.holders(g.head, false))
	}
	by := mentions(doers)
	by = slices.DeleteFunc(by, func(m rapporteur.Mention) bool { return m.Kind == rapporteur.Outlet })
	x := measure{from: from, at: at}
	x.clause = &clause{head: head}
	words := p.measureWords(&x)
	of := slices.ContainsFunc(p.kids[at], func(k int) bool {
		return k > at && base(p.rel(k)) == "nmod" && (p.caseOf(k) == "of" || p.caseOf(k) == "to") && lex().measures.Spans[p.lemma(k)]
	})
	if !of && !p.spanIn(at) && !p.dated(words) && !p.measured(words) {
		return
	}
	n := len(p.claims)
	p.text = -1
	if !p.makePoint(head, words, by, status, rapporteur.Asserted) || len(p.claims) == n {
		return
	}
	p.done[head] = true
	f := &p.claims[n]
	f.Point.Status, f.laid, f.measure = status, false, true
	if f.Point.Issue == Other {
		p.ofBurden(f.Point, head)
	}
}

// coinedExit reports whether a word in lower case is one for leaving a union that is coined of a
// state's name: "Grexit".
func coinedExit(w string) bool { return len(w) > len("exit") && strings.HasSuffix(w, "exit") }
