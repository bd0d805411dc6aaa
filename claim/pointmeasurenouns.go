package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// namedMeasures makes points of duties and the like that a sentence names with their rate or sum,
// whatever it is mostly about: "Norvana's 25 percent duties on cars have hurt growers", "signed an
// order slapping duties of 5 percent on steel". What becomes of them the verbs above tell.
func (p *pointMaker) namedMeasures() {
	for i := range p.doc.Tokens {
		if u := p.upos(i); u != "NOUN" && u != "PROPN" || !lex().measures.Tolls[p.lemma(i)] || p.doc.Sentences[p.sent[i]].Heading {
			continue
		}
		if slices.ContainsFunc(p.kids[i], func(k int) bool { return p.lemma(k) == "average" || p.lemma(k) == "mean" }) {
			continue // what they are on the whole is no measure
		}
		if h := p.head(i); h > i && p.upos(h) == "NOUN" && (base(p.rel(i)) == "compound" || base(p.rel(i)) == "amod") && !lex().measures.Extents[p.lemma(h)] {
			continue // "a zero-tariff deal"
		}
		x := measure{clause: &clause{head: i, up: -1}, at: i, from: p.nounPhrase(i).Start}
		if n := x.from - 2; n > p.sentence(i).Start && p.upos(n) == "NUM" && (p.lower(n+1) == "in" || p.lower(n+1) == "of") && p.timeAt[n] < 0 {
			for p.head(n) >= 0 && p.head(n) < i && (p.upos(p.head(n)) == "NUM" || p.upos(p.head(n)) == "SYM") {
				n = p.head(n)
			}
			x.from = p.nounPhrase(n).Start // "$40 billion in duties"
		}
		words := p.measureWords(&x)
		order := p.inOrder(i, words)
		who, done := p.laidAside(i)
		if who != nil && !p.figured(words) && !p.onGoods(i, words) {
			words.End = max(words.End, min(p.own(who.head).End, p.extent(who.head)))
		}
		by := p.layer(i, words)
		if !p.figured(words) && order < 0 && (who == nil && len(by) == 0 || !p.onGoods(i, words)) || p.toldMeasure(i, words) {
			continue
		}
		status, plain := p.namedStatus(i)
		if !p.figured(words) && order < 0 && who == nil {
			if status, plain = p.standingStatus(i), true; status == "" {
				continue
			}
		}
		if who != nil {
			by, status = p.layers(p.actorsOrMeant(who.subj)), done
		}
		if order >= 0 {
			words.Start = max(words.Start, order+1)
			if g := p.governor(order - 1); status == "" && plain && lex().measures.Signs[g.verb] && (g.past || g.perfect) {
				status = rapporteur.Added
			}
		}
		if status == "" && len(by) > 0 && plain {
			if status = rapporteur.Added; p.comingDay(words) {
				status = rapporteur.Proposed
			}
		}
		if g := p.governor(i); len(by) == 0 && status == "" && plain && p.consists(g) {
			if by, _ = p.laidBefore(g.subj[0], words); len(by) > 0 {
				if status = rapporteur.Added; p.comingDay(p.sentence(i)) {
					status = rapporteur.Proposed
				}
			}
		}
		if len(by) == 0 && status != "" {
			by = p.layerAbove(i, words)
		}
		if len(by) == 0 || status == "" {
			continue
		}
		if n := len(p.claims); p.makePoint(i, words, by, status, rapporteur.Asserted) && len(p.claims) > n {
			f := &p.claims[n]
			f.Point.Status, f.laid, f.measure = status, false, true
			p.ofBurden(f.Point, i)
		}
	}
}

// standingStatus returns what is told of a burden that is named by whose it is and what it is on, "Norvana's duties
// on cars": it is laid, or planned; "" where another point tells more of it, or something is done to it.
func (p *pointMaker) standingStatus(i int) rapporteur.Status {
	l := &lex().measures
	if c := p.governor(i); c == nil || c.neg || slices.Contains(c.obj, i) || l.Lifts[c.verb] || l.Cuts[c.verb] || l.Delays[c.verb] {
		return ""
	}
	for _, f := range p.claims {
		if f.Point != nil && p.sent[f.head] == p.sent[i] && strings.Contains(f.Point.Summary, p.form(i)) {
			return ""
		}
	}
	for h := i; h >= 0 && p.upos(h) == "NOUN"; h = p.head(h) {
		if slices.ContainsFunc(p.kids[h], func(k int) bool { return k < i && l.Planned[p.lemma(k)] }) || h != i && l.Intents[p.lemma(h)] {
			return rapporteur.Proposed
		}
		if h != i && !l.Extents[p.lemma(h)] && (p.child(h, "nmod:poss", "compound", "amod") >= 0 || l.Thoughts[p.lemma(h)] || l.Waivers[p.lemma(h)]) {
			return "" // "Norvana's push for duties on cars"
		}
	}
	return rapporteur.Added
}

// figured reports whether words hold a number that is of no time.
func (p *pointMaker) figured(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		if p.upos(k) == "NUM" && p.timeAt[k] < 0 {
			return true
		}
	}
	return false
}

// ifBetween reports whether a condition begins between a verb and token i behind it.
func (p *pointMaker) ifBetween(verb, i int) bool {
	for k := verb + 1; k < i; k++ {
		if f := p.lower(k); f == "if" || f == "unless" || f == "whether" || f == "should" {
			return true
		}
	}
	return false
}

// inOrder returns the participle that tells what an order does, "signed an order | slapping duties on
// solar cells", where goods are told that a burden is laid on; -1 for none. The tree may take it for an attribute.
func (p *pointMaker) inOrder(i int, words lang.Range) int {
	l := &lex().measures
	for k := i - 1; k > max(0, i-5) && k > p.sentence(i).Start; k-- {
		if p.doc.Tokens[k].XPOS == "VBG" && (l.Lays[p.lemma(k)] || l.Hits[p.lemma(k)]) {
			if g := p.governor(k - 1); l.Orders[p.lemma(k-1)] && g != nil && p.onGoods(i, words) {
				return k
			}
			break
		}
	}
	return -1
}

// toldMeasure reports whether a point of the sentence tells of the burden already: in its words, or
// with one of its figures.
func (p *pointMaker) toldMeasure(i int, words lang.Range) bool {
	return slices.ContainsFunc(p.claims, func(f found) bool {
		if f.Point == nil || p.sent[f.head] != p.sent[i] {
			return false
		}
		if at := slices.IndexFunc(p.laid, func(l laidWords) bool { return l.point == f.Point }); f.head == i || f.measure && (at < 0 && p.own(f.head).Contains(i) && strings.Contains(f.Point.Summary, p.form(i)) || at >= 0 && p.laid[at].words.Contains(i)) {
			return true
		}
		for k := words.Start; k < words.End; k++ {
			if p.upos(k) == "NUM" && strings.ContainsAny(p.form(k), "0123456789") && strings.Contains(f.Point.Summary, p.form(k)) {
				return true
			}
		}
		return false
	})
}

// namedStatus returns what becomes of a burden by its own attributes and the verbs above it, "" where
// none tells; plain is false where it is only thought of, asked for, feared, or not to be.
func (p *pointMaker) namedStatus(i int) (status rapporteur.Status, plain bool) {
	l := &lex().measures
	itself := true // the verb is of the burden, not of what is said about it: "raised concerns about duties"
	for h := i; h >= 0 && p.upos(h) != "VERB" && p.upos(h) != "AUX" && base(p.rel(h)) != "root"; h = p.head(h) {
		itself = itself && (h == i || l.Extents[p.lemma(h)])
		if slices.ContainsFunc(p.kids[h], func(k int) bool { return k < i && l.Planned[p.lemma(k)] }) {
			status = rapporteur.Proposed
		}
		if h != i && (l.Undoes[p.lemma(h)] || l.Thoughts[p.lemma(h)]) {
			return "", false
		}
		if h != i && l.Intents[p.lemma(h)] {
			if p.child(h, "nmod:poss") < 0 {
				return "", false
			}
			status = rapporteur.Proposed // "Norvana's plans for duties on cars"
		}
	}
	for c, steps := p.governor(i), 0; c != nil && steps < 6; c, steps = p.above(c), steps+1 {
		is := func(list words) bool { return list[c.lemma] || c.lemma == c.verb && list[c.verb] }
		if c.neg || p.conditional(c) || p.ifBetween(c.head, i) || c.modal == "could" || c.modal == "might" || c.modal == "may" || c.modal == "should" || c.modal == "can" || l.Undoes[c.verb] {
			return "", false
		}
		if c.modal == "would" && !is(l.Lays) && !is(l.Lifts) && !is(l.Delays) && !is(l.Cuts) {
			return "", false // "would cost jobs"
		}
		switch {
		case status != "":
		case is(l.Announces), c.verb == "promise", c.verb == "vow", c.verb == "pledge", c.verb == "warn":
			status = rapporteur.Proposed
		case !itself:
		case is(l.Delays):
			status = rapporteur.Deferred
		case is(l.Lifts) && slices.Contains(c.obj, i):
			status = rapporteur.Dropped
		case is(l.Lays), is(l.Hits):
			if status = rapporteur.Proposed; p.layingDone(c) {
				status = rapporteur.Added
			}
		}
	}
	return status, true
}

// layingDone reports whether what a clause lays on somebody is laid on him: told in the past, or by an order that was signed.
func (p *pointMaker) layingDone(c *clause) bool {
	if g := p.ordered(c); g != nil {
		return g.modal == "" && (g.past || g.perfect)
	}
	return c.modal == "" && c.mark != "to" && (c.past || c.perfect) && !(c.ongoing && !c.perfect)
}

// comingDay reports whether words tell a day after that of the report.
func (p *pointMaker) comingDay(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		if t := p.timeAt[k]; t >= 0 && p.times[t].Interval.From.After(p.report.Published) {
			return true
		}
	}
	return false
}

// layer returns whose a burden is by the words for it: "Norvana's duties", "Norvanan duties on cars
// from Estrel", "duties by Norvana"; none where it may be theirs on whom it is laid: "the Norvanan duties".
func (p *pointMaker) layer(i int, words lang.Range) []rapporteur.Mention {
	on := false
	for k := i + 1; k < words.End; k++ {
		on = on || p.lower(k) == "on" || p.lower(k) == "against"
	}
	for h := i; h >= 0; h = p.head(h) {
		for _, k := range p.kids[h] {
			rel := base(p.rel(k))
			if c := p.clause(k); rel == "acl" && c != nil && lex().measures.Lays[c.verb] {
				if by := p.layers(p.actorsAt(c.agent...)); len(by) > 0 {
					return by // "a duty of 5 percent imposed by Norvana"
				}
			}
			if rel == "nmod:poss" || p.rel(k) == "nmod:poss" || k < i && on && (rel == "amod" || rel == "compound") && (p.typeAt(k) == lang.NORP || p.isState(tidyName(p.form(k)))) || rel == "nmod" && k > i && p.caseOf(k) == "by" {
				who := p.actorsOrMeant([]int{k})
				if len(who) == 0 && p.typeAt(k) == lang.NORP && p.isState(p.stateName(k)) { // "Norvanan duties on cars"
					who = []actor{{Mention: rapporteur.Mention{Name: p.stateName(k), Kind: rapporteur.State, Span: p.bytes(lang.Range{Start: k, End: k + 1})}, token: k}}
				}
				if by := p.layers(who); len(by) > 0 {
					return by
				}
			}
		}
		if l := &lex().measures; h != i && !l.Extents[p.lemma(h)] && !l.Intents[p.lemma(h)] {
			break
		}
		if rel := base(p.rel(h)); rel != "nmod" && rel != "compound" && rel != "nummod" && rel != "amod" {
			break
		}
	}
	return nil
}

// layerAbove returns who lays a burden by the clauses above it: whoever does, announces or orders
// it, else the party on whose word it is told, unless it is laid on that.
func (p *pointMaker) layerAbove(i int, words lang.Range) []rapporteur.Mention {
	for h, steps := i, 0; h >= 0 && steps < 60; h, steps = p.head(h), steps+1 {
		c := p.clause(h)
		if c == nil || c.passive {
			continue
		}
		if g := p.clause(c.up); g != nil && base(p.rel(c.head)) == "xcomp" && len(g.obj) > 0 && g.head < g.obj[0] && g.obj[0] < c.head { // "led the president to threaten"
			if by := p.layers(p.actorsOrMeant(g.obj)); len(by) > 0 || !lex().measures.Bids[g.verb] {
				return p.notOn(by, words)
			}
		}
		if len(c.subj) == 0 {
			continue
		}
		if by := p.layers(p.actorsOrMeant(c.subj)); len(by) > 0 {
			return p.notOn(by, words)
		}
		if p.head(h) < 0 || base(p.rel(h)) == "root" {
			break
		}
	}
	return p.notOn(p.layers(p.party(i)), words)
}

// notOn returns the layers of a burden, none where one of them is named in the words for it.
func (p *pointMaker) notOn(by []rapporteur.Mention, words lang.Range) []rapporteur.Mention {
	for _, m := range by {
		for k := words.Start; k < words.End; k++ {
			if a, ok := p.actorAt(k); ok && a.Name == m.Name {
				return nil
			}
		}
	}
	return by
}

// layers returns those of some actors who can lay a burden on others.
func (p *pointMaker) layers(who []actor) []rapporteur.Mention {
	who = slices.DeleteFunc(p.sides(who), func(a actor) bool {
		return a.Kind == rapporteur.Outlet || a.Kind == rapporteur.Group && len(a.party) == 0 && !lex().points.Lists.Together[p.lemma(a.token)] && !lex().measures.Bodies[p.lemma(a.token)]
	})
	for i := range who {
		who[i] = p.ofMinistry(p.inFull(who[i]))
	}
	return mentions(who)
}
