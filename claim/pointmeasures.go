package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// measure is what a clause tells to be laid on the other side or taken off it.
type measure struct {
	*clause
	status rapporteur.Status // where it is done
	at     int               // the noun of what is laid on or taken off
	from   int               // where the words for it begin
	doer   bool              // who does it must be told
	figure bool              // so must how much of it
	laid   bool              // or what it is laid on
	plain  bool              // it says enough without either
}

// measures makes points of what those who negotiate do to each other or say that they will, with
// how much of it or from when: "will raise duties on $40 billion of goods to 20 percent",
// "delayed the levy until May", "granted Norvana a 30-day waiver".
func (p *pointMaker) measures() {
	for n := range p.clauses {
		c := &p.clauses[n]
		if p.doc.Sentences[p.sent[c.head]].Heading || c.neg && !p.willNot(c) || p.done[c.head] {
			continue
		}
		x, ok := p.measure(c)
		if !ok {
			continue
		}
		untold := x.status
		if !p.comes(&x) {
			continue
		}
		if c.neg {
			if x.status = p.forgone(c, untold); x.status == "" {
				continue
			}
			if k := p.child(c.head, "aux"); k >= 0 {
				x.from = min(x.from, k) // "will not lift its duties"
			}
		}
		if p.toldBefore(&x) && !p.besideMeasure(c) {
			p.addDoer(&x)
			continue
		}
		p.makeMeasure(&x)
	}
}

// measure reads a clause that tells of a measure. ok is false for others.
func (p *pointMaker) measure(c *clause) (x measure, ok bool) {
	l := &lex().measures
	x = measure{clause: c, at: -1, from: c.head, doer: true}
	is := func(list words) bool { return list[c.lemma] || c.lemma == c.verb && list[c.verb] }
	if c.passive || c.verb == "take" || is(l.Falls) || len(c.obj) == 0 && len(c.comp) == 0 && p.upos(c.head) == "VERB" {
		if x, ok := p.measureItself(c); ok {
			return x, true
		}
		if c.passive && base(p.rel(c.head)) == "acl" {
			return x, false // "the duties imposed in May"
		}
	}
	x.laid = true
	switch {
	case is(l.Forbids) && p.forbidden(c):
		x.at, x.status, x.plain = c.head, rapporteur.Added, true
	case is(l.Answers) && !c.passive && len(c.obj) == 0 && p.burdenBehind(c, l.Burdens, "with", "by", "via", "through") >= 0:
		x.at, x.status, x.figure = p.burdenBehind(c, l.Burdens, "with", "by", "via", "through"), rapporteur.Added, true
		if p.onlyMeant(c, x.at) {
			x.status = rapporteur.Proposed
		}
	case is(l.Proceeds) && !c.passive && len(c.obj) == 0 && p.burdenBehind(c, l.Burdens, "with", "on") >= 0:
		x.at, x.status, x.figure = p.burdenBehind(c, l.Burdens, "with", "on"), rapporteur.Proposed, true
	case p.charged(c, &x):
	case p.wishedFor(c) && p.burdenIn(c.subj[0], l.Burdens) >= 0:
		x.at, x.from, x.doer, x.plain = c.subj[0], p.nounPhrase(c.subj[0]).Start, false, true
		if s, _ := p.doneTo(c); s == rapporteur.Dropped || s == rapporteur.Reworded || s == rapporteur.Deferred {
			x.status = rapporteur.Proposed
		} else {
			return x, false
		}
	case is(l.Bars) && !c.passive && len(c.obj) > 0 && c.obj[0] > c.head && (p.upos(c.obj[0]) == "NOUN" || p.upos(c.obj[0]) == "PROPN"):
		x.at, x.status, x.figure = c.obj[0], rapporteur.Added, true
		x.plain = p.upos(c.obj[0]) == "PROPN" && len(p.actorsAt(c.obj[0])) > 0
	case is(l.Exempts) && p.burdenBehind(c, l.Burdens, "from", "of") >= 0:
		x.at, x.status = p.burdenBehind(c, l.Burdens, "from", "of"), rapporteur.Agreed
	case is(l.Hits) && p.object(c, l.Burdens) < 0 && p.burdenBehind(c, l.Burdens, "with", "to") >= 0:
		x.at, x.status, x.figure = p.burdenBehind(c, l.Burdens, "with", "to"), rapporteur.Added, true
		x.plain = len(c.obj) > 0 && p.upos(c.obj[0]) == "PROPN" && len(p.actorsAt(c.obj[0])) > 0 // "hit Estrel with duties"
	case c.passive:
		return x, false
	case is(l.Grants) && p.object(c, l.Spared) >= 0:
		x.at, x.status = p.object(c, l.Spared), rapporteur.Agreed
	case is(l.Receives) && c.mark != "to" && l.Waivers[p.lemma(max(p.object(c, l.Spared), 0))] && p.object(c, l.Spared) >= 0:
		x.at, x.from, x.status, x.doer = p.object(c, l.Spared), p.subjectStart(c), rapporteur.Agreed, false
	case is(l.Proposes) && l.Tolls[p.lemma(p.object(c, l.Burdens))]:
		x.at, x.status, x.figure = p.object(c, l.Burdens), rapporteur.Proposed, true
	default:
		x.status, x.figure = p.doneTo(c)
		if x.status == "" {
			return x, false
		}
		if x.at = p.object(c, l.Burdens); x.at < 0 && x.status == rapporteur.Dropped {
			x.at = p.object(c, l.Spared)
		}
	}
	return x, x.at >= 0
}

// doneTo returns what becomes of the burden that is a verb's object, or the subject of its passive,
// and whether that says little without how much of it there is; "" for other verbs.
func (p *pointMaker) doneTo(c *clause) (rapporteur.Status, bool) {
	l := &lex().measures
	is := func(list words) bool { return list[c.lemma] || c.lemma == c.verb && list[c.verb] }
	switch {
	case is(l.Announces):
		return rapporteur.Proposed, true
	case is(l.Delays):
		return rapporteur.Deferred, false
	case is(l.Lifts):
		return rapporteur.Dropped, false
	case is(l.Cuts):
		return rapporteur.Reworded, true
	case is(l.Lays):
		return rapporteur.Added, true
	}
	return "", false
}

// measureItself reads a clause of which the burden is the subject: "the duties will rise to 20
// percent", "were delayed until May", "take effect on Monday".
func (p *pointMaker) measureItself(c *clause) (x measure, ok bool) {
	l := &lex().measures
	is := func(list words) bool { return list[c.lemma] || c.lemma == c.verb && list[c.verb] }
	at := slices.IndexFunc(c.subj, func(s int) bool { return p.burdenIn(s, l.Burdens) >= 0 || p.burdenIn(s, l.Spared) >= 0 })
	if at < 0 || !p.subjectThrough(c, c.subj[at]) {
		return x, false
	}
	s := c.subj[at]
	x = measure{clause: c, at: s, from: p.nounPhrase(s).Start, laid: true}
	if p.besideMeasure(c) {
		x.from = c.head
	}
	effect := slices.ContainsFunc(c.with("into", "in"), func(o int) bool { return l.Effects[p.lemma(o)] })
	switch {
	case c.passive && is(l.Grants) && p.burdenIn(s, l.Spared) >= 0:
		x.status = rapporteur.Agreed
	case c.passive:
		x.status, x.figure = p.doneTo(c)
	case len(c.obj) > 0 && is(l.Falls):
		if o := p.lemma(c.obj[0]); l.Goods[o] || l.Extents[o] || p.upos(c.obj[0]) == "NUM" || p.upos(c.obj[0]) == "SYM" {
			x.status, x.figure = rapporteur.Added, true
		}
	case effect && l.Enters[c.verb] || is(l.Begins) || c.verb == "take" && slices.ContainsFunc(c.obj, func(o int) bool { return l.Effects[p.lemma(o)] }):
		x.status = rapporteur.Added
	case is(l.Grows):
		x.status, x.figure = rapporteur.Added, true
	case is(l.Shrinks):
		x.status, x.figure = rapporteur.Reworded, true
	case is(l.Lapses):
		x.status = rapporteur.Dropped
	}
	return x, x.status != ""
}

// burdenIn returns the noun of a burden that a nominal is of: itself, what it is so much of, or
// what stands before it: "duties", "a round of duties", "a duty hike"; -1 for none.
func (p *pointMaker) burdenIn(h int, burdens words) int {
	l := &lex().measures
	if h < 0 {
		return -1
	}
	if p.isBurden(h, burdens) {
		return h
	}
	intent := l.Intents[p.lemma(h)]
	if !intent && !l.Extents[p.lemma(h)] && p.upos(h) != "NUM" && p.upos(h) != "SYM" {
		return -1
	}
	for _, k := range p.kids[h] {
		rel := base(p.rel(k))
		if rel == "compound" && burdens[p.lemma(k)] && !intent {
			return k
		}
		if rel == "nmod" && k > h && (p.caseOf(k) == "of" || !intent && (p.caseOf(k) == "in" || p.caseOf(k) == "to" || p.caseOf(k) == "on") || intent && (p.caseOf(k) == "for" || p.lower(h+1) == "for")) {
			if b := p.burdenIn(k, burdens); b >= 0 {
				return b
			}
		}
	}
	return -1
}

// object returns the burden that is a verb's object by the tree or by the words that follow it,
// -1 for none: "raise | from 10% to 20% the existing duties".
func (p *pointMaker) object(c *clause, burdens words) int {
	for _, o := range c.obj {
		if b := p.burdenIn(o, burdens); b > c.head {
			return b
		}
	}
	l, sent := &lex().measures, p.sentence(c.head)
	for k := c.head + 1; k < min(c.head+14, sent.End); k++ {
		lemma := p.lemma(k)
		h := p.head(k)
		switch u := p.upos(k); {
		case p.isBurden(k, burdens) && (u == "NOUN" || u == "PROPN"):
			if (base(p.rel(k)) == "compound" || base(p.rel(k)) == "amod") && h > k && !l.Extents[p.lemma(h)] && !burdens[p.lemma(h)] {
				return -1 // "raised tariff concerns"
			}
			return k
		case u == "DET", u == "ADJ", u == "NUM", u == "SYM", u == "PART", u == "ADV", u == "PROPN", p.timeAt[k] >= 0, l.Extents[lemma], p.form(k) == "-":
		case u == "ADP" && (p.lower(k) == "from" || p.lower(k) == "to" || p.lower(k) == "by" || p.lower(k) == "of" || p.lower(k) == "in" || p.lower(k) == "up" || p.lower(k) == "between"):
		case u == "VERB" && base(p.rel(k)) == "amod":
		case u == "PRON" && base(p.rel(k)) == "nmod:poss":
		case u == "NOUN" && base(p.rel(k)) == "compound" && h > k:
		default:
			return -1
		}
	}
	return -1
}

// burdenBehind returns the burden that stands behind one of some prepositions of a clause, -1 for none.
func (p *pointMaker) burdenBehind(c *clause, burdens words, preps ...string) int {
	for _, o := range c.with(preps...) {
		if b := p.burdenIn(o, burdens); b > c.head {
			return b
		}
	}
	sent := p.sentence(c.head)
	for _, o := range c.obj { // the tree hung it on the object: "subject | $40 billion of cars to duties"
		for k := o + 1; k < min(o+9, sent.End) && k > c.head; k++ {
			if slices.Contains(preps, p.lower(k)) && k+1 < sent.End {
				for j := k + 1; j < min(k+8, sent.End); j++ {
					if burdens[p.lemma(j)] && p.upos(j) == "NOUN" {
						return j
					}
					if u := p.upos(j); u == "VERB" && base(p.rel(j)) != "amod" || u == "PUNCT" || u == "AUX" {
						break
					}
				}
			}
			if u := p.upos(k); u == "VERB" || u == "AUX" || u == "PUNCT" {
				break
			}
		}
	}
	return -1
}

// comes judges whether a measure was taken or is said to be coming, and sets its status. It
// reports false for what is only thought of, asked of somebody, or not to be.
func (p *pointMaker) comes(x *measure) bool {
	c := x.clause
	l := &lex().measures
	put := p.putOff(x)
	when := c.mark
	if slices.ContainsFunc(c.adverbs, func(k int) bool { return p.lower(k) == "when" || p.lower(k) == "whenever" }) {
		when = "when"
	}
	switch when {
	case "from", "on":
		if !put {
			return false
		}
	case "when":
		if !c.past && !c.perfect {
			return false // "when a duty is laid on grain, bread grows dear"
		}
	case "", "that", "to", "by", "after", "since", "of", "as", "because", "while", "in", "for", "with":
	default:
		return false
	}
	switch c.modal {
	case "", "will", "would", "shall":
	default:
		return false
	}
	if p.hasIf(c) && c.modal == "would" && p.inner[c.head] < 0 {
		return false
	}
	tag := p.finiteTag(c.head)
	done := c.modal == "" && (c.past || c.perfect || tag == "VBD" || tag == "VBZ" || tag == "VBP" && !c.ongoing) && c.mark != "to"
	if c.ongoing && !c.perfect {
		done = false
	}
	if p.doc.Tokens[c.head].XPOS == "VBG" && p.child(c.head, "aux") < 0 {
		up := p.clause(c.up)
		done = c.mark == "by" || c.mark == "after" || c.mark == "since" || c.mark == "in"
		if up != nil && c.mark == "by" && (up.modal != "" || p.doc.Tokens[up.head].XPOS == "VB") {
			done = false // "plans to hit back by raising its duties"
		}
		if up != nil && c.mark == "" && base(p.rel(c.head)) == "advcl" && (up.past || up.perfect) && !l.Announces[up.verb] {
			done = true // "hit back, raising its duties to 20 percent"
		}
	}
	if g := p.ordered(c); g != nil {
		done = g.modal == "" && (g.past || g.perfect)
	}
	if p.doc.Tokens[c.head].XPOS == "VB" && c.modal == "" {
		if done = false; c.mark == "" && base(p.rel(c.head)) == "conj" {
			return false // of a row that the tree hung on the asking: "wants Estrel to lift its quotas, | cut its duties …"
		}
	}
	if p.rel(c.head) == "acl:relcl" && !p.aside(c) {
		return false
	}
	for steps, g := 0, p.above(c); g != nil && steps < 4; steps, g = steps+1, p.above(g) {
		if g.neg || p.conditional(g) || l.Undoes[g.verb] && !((g.verb == "want" || g.passive && l.Awaits[g.verb]) && p.sameDoer(c, g)) && !(steps == 0 && (put || l.Wishes[g.verb] && p.wishedFor(c))) || g.modal == "could" || g.modal == "might" || g.modal == "may" {
			return false
		}
	}
	if !done && x.status != rapporteur.Deferred {
		x.status = rapporteur.Proposed
	}
	return true
}

// sameDoer reports whether two clauses have one subject: "wants to raise".
func (p *pointMaker) sameDoer(c, g *clause) bool {
	return len(c.subj) > 0 && len(g.subj) > 0 && c.subj[0] == g.subj[0]
}

// above returns the clause that another hangs on as what is meant, feared, asked or begun by it:
// a complement, or the words on a noun: "the threat to raise duties"; nil where it stands by itself
// or is what a voice tells.
func (p *pointMaker) above(c *clause) *clause {
	h := p.head(c.head)
	switch base(p.rel(c.head)) {
	case "xcomp", "acl":
	case "ccomp":
		if h >= 0 && p.inner[h] != p.inner[c.head] {
			return nil
		}
	case "advcl":
		if c.mark != "to" && c.mark != "of" && c.mark != "from" && c.mark != "" {
			return nil
		}
	case "conj":
		if up := p.clause(h); up != nil {
			return p.above(up)
		}
		return nil
	default:
		return nil
	}
	return p.governor(h)
}

// makeMeasure makes the point of a measure.
func (p *pointMaker) makeMeasure(x *measure) bool {
	by := p.measureBy(x)
	if len(by) == 0 && x.doer {
		return false
	}
	words := p.measureWords(x)
	if !x.plain && !p.measured(words) && !p.asHeavy(words) && !(x.laid && p.onGoods(x.at, words)) && (x.figure || !p.dated(words) && !lex().measures.Spared[p.lemma(x.at)]) {
		return false
	}
	n := len(p.claims)
	if !p.makePoint(x.head, words, by, x.status, rapporteur.Asserted) || len(p.claims) == n {
		return false
	}
	p.done[x.head] = true
	p.laid = append(p.laid, laidWords{p.claims[n].Point, words})
	f := &p.claims[n]
	f.Point.Status, f.laid, f.measure = x.status, false, true
	p.ofBurden(f.Point, x.at)
	if len(f.Point.By) == 0 || lex().measures.Vague[p.lemma(x.at)] {
		p.taken = append(p.taken, takenUp{f.Point, x.at, words})
	}
	return true
}

// ofBurden puts a measure under the issue of what is laid on or taken off, which its words may tell
// less of than of what it is laid on.
func (p *pointMaker) ofBurden(c *rapporteur.PointClaim, at int) {
	own := p.known(lang.Range{Start: at, End: at + 1})
	if l := &lex().measures; p.upos(at) == "VERB" && p.lemma(at) == "tax" || l.Steps[p.lemma(at)] || l.Reprisals[p.lemma(at)] {
		own = []string{"tariffs"} // where trade is negotiated, what is laid on goods
	}
	if len(own) == 0 || own[0] == c.Issue || !p.agendaKnows(own[0]) {
		return
	}
	others := slices.DeleteFunc(slices.Clone(c.Issues), func(s string) bool { return s == own[0] })
	if c.Issue != Other {
		others = append([]string{c.Issue}, others...)
	}
	c.Issue, c.Issues = own[0], others
}

// dated reports whether words tell a day, a month or a length of time.
func (r *reading) dated(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		if r.timeAt[k] >= 0 {
			return true
		}
	}
	return false
}

// measureWords returns the words for a measure, to where the sentence goes on to something else.
func (p *pointMaker) measureWords(x *measure) lang.Range {
	sent := p.sentence(x.head)
	s := lang.Range{Start: x.from, End: x.from + 1}
	last := max(x.at, x.head)
	for k := x.from + 1; k < min(sent.End, last+24); k++ {
		if k > last && p.measureEnds(k, sent.End) {
			break
		}
		if f := p.form(k); k > x.head && (f == "—" || f == "–" || f == ";" || f == "(") || k > last && opensQuote(f) && !(f == `"` && p.quotes(s)%2 == 1) {
			break
		}
		s.End = k + 1
	}
	for s.Len() > 1 && s.End > last+1 {
		k := s.End - 1
		if u := p.upos(k); u != "PUNCT" && u != "ADP" && u != "DET" && u != "CCONJ" && u != "SCONJ" && u != "PART" || p.form(k) == "%" || strings.HasPrefix(p.form(k), "'") || strings.HasPrefix(p.form(k), "’") {
			break
		}
		s.End--
	}
	return s
}

// quotes counts the straight quotation marks in some words.
func (p *pointMaker) quotes(s lang.Range) (n int) {
	for k := s.Start; k < s.End; k++ {
		if p.form(k) == `"` {
			n++
		}
	}
	return n
}

// measureEnds reports whether the words for a measure end before token k.
func (p *pointMaker) measureEnds(k, end int) bool {
	l, u, f := &lex().measures, p.upos(k), p.form(k)
	next := func(n int) int { return min(k+n, end-1) }
	switch {
	case l.Closes[p.lower(k)] && p.timeAt[k] < 0 && !p.asMuch(k, end), u == "AUX", f == ":", p.doc.Tokens[k].XPOS == "WDT", p.doc.Tokens[k].XPOS == "WP":
		return true
	case p.lower(k) == "in" && (p.lower(next(1)) == "response" || p.lower(next(1)) == "retaliation" || p.lower(next(1)) == "return" || p.lower(next(1)) == "exchange" || p.lower(next(1)) == "a" && p.lower(next(2)) == "bid" || p.lower(next(2)) == "event" || p.lower(next(2)) == "hope" || p.lower(next(1)) == "hope" || p.lower(next(1)) == "case"):
		return true
	case u == "PART" && p.lower(k) == "to" && p.doc.Tokens[next(1)].XPOS == "VB":
		return true
	case u == "VERB" && p.lower(k-1) == "from" && p.doc.Tokens[k].XPOS == "VBG":
		return false // "banned the firm from | buying chips"
	case u == "VERB" && l.Lays[p.lemma(k)] && p.doc.Tokens[k].XPOS == "VBN" && p.lower(next(1)) == "on" && base(p.rel(k)) == "acl":
		return false // "raise the duties | imposed on $40 billion of goods"
	case u == "VERB" && (p.lower(k) == "aimed" && p.lower(next(1)) == "at" || p.lower(k) == "targeting") && p.upos(next(2)) != "VERB":
		return false // "duties aimed at Estrel"
	case u == "VERB" && p.lower(k) == "ranging" && p.lower(next(1)) == "from":
		return false // "duties ranging from 5 to 10 percent"
	case u == "VERB" && base(p.rel(k)) == "acl" && p.doc.Tokens[k].XPOS == "VBN" && (p.lower(next(1)) == "from" || p.lower(next(1)) == "in") && p.upos(next(2)) == "PROPN" && !lex().measures.Burdens[p.lemma(p.head(k))]:
		return false // "duties on glass | made in Norvana"
	case u == "VERB" && base(p.rel(k)) != "amod":
		return !(p.doc.Tokens[k].XPOS == "VBG" && p.timeAt[next(1)] >= 0 || p.timeAt[next(2)] >= 0 && p.doc.Tokens[k].XPOS == "VBG" && p.upos(next(1)) == "ADP")
	case f == ",":
		n := next(1)
		return !(p.upos(n) == "NUM" && p.timeAt[n] < 0 || p.lower(n) == "from" || p.lower(n) == "including" || p.timeAt[n] >= 0 && p.timeAt[n] == p.timeAt[k] || p.doc.Tokens[n].XPOS == "VBG" && p.timeAt[next(2)] >= 0)
	case u == "CCONJ":
		n := p.upos(next(1))
		return n == "VERB" || n == "AUX" || n == "ADV" || n == "PRON" || n == "PART" || n == "PROPN" && p.clauseAhead(k+1, end)
	}
	return false
}

// clauseAhead reports whether a clause with a subject of its own begins at token k.
func (p *pointMaker) clauseAhead(k, end int) bool {
	for j := k; j < min(k+5, end); j++ {
		if u := p.upos(j); u == "AUX" || u == "VERB" && base(p.rel(j)) != "amod" {
			return true
		}
	}
	return false
}
