package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// putForward is a stand that puts something forward: a demand, an offer, a proposal, or what
// somebody accepts or is ready to do.
type putForward struct {
	c        *clause // nil where a noun tells it
	head     int
	stand    stand
	issue    string // of what it is on
	modality rapporteur.Modality
	listed   bool // among several that are named as what somebody demands
}

// putsForward keeps a stand for [pointMaker.putForward] where it may name a provision.
func (r *reading) putsForward(c *clause, head int, s stand, issue string, m rapporteur.Modality) {
	if s.stance == rapporteur.Rejects && slices.ContainsFunc(s.targets, func(k int) bool { return k >= 0 && r.truce(k) }) {
		r.puts = append(r.puts, putForward{c, head, s, issue, m, false})
		return
	}
	if s.stance != rapporteur.Demands && s.stance != rapporteur.Proposes && !r.givesWay(c, s) || c != nil && c.neg {
		return
	}
	r.puts = append(r.puts, putForward{c, head, s, issue, m, false})
}

// grants are verbs by which somebody takes a duty upon himself that another asks for.
var grants = words{"accept": true, "concede": true, "swallow": true}

// givesWay reports whether a stand is that somebody takes on or is ready to do what is asked
// for: "has accepted the sale of two ports", "is ready to let inspectors in".
func (r *reading) givesWay(c *clause, s stand) bool {
	switch {
	case c == nil || c.neg || c.passive && !r.disposed(c) || c.modal != "" || r.onlyIf(c):
		return false
	case s.stance == rapporteur.Accepts:
		return grants[c.verb]
	case s.stance == rapporteur.Flexible:
		return (c.copula || c.passive) && len(c.comp) > 0
	}
	return false
}

// putForward makes points of what demands, offers and proposals say that somebody
// shall do or bear: "demanded that Lorne open its ports", "has offered a quota of
// 9,000 tonnes". What only names a matter, "wants changes to the quotas", gives none.
func (p *pointMaker) putForward(l likelihoods) {
	p.text = -1
	for _, x := range p.puts {
		if x.stand.stance == rapporteur.Rejects { // only of a truce
			for _, k := range x.stand.targets {
				if k >= 0 && p.sent[k] == p.sent[x.head] && p.stopPut(&x, k) {
					break
				}
			}
			continue
		}
		if at := l.at[x.head]; x.c != nil && (at == nil || max(at.all[0], at.all[1]) < likelyPut) && !p.plainlyPut(&x, at) {
			continue
		}
		if p.toldPoint(x.head) {
			p.restOfRow(&x)
			continue
		}
		heads := x.stand.targets
		if x.c != nil {
			heads = append(slices.Clone(x.c.comp), heads...)
			heads = append(heads, p.unjoined(x.c)...)
			for _, o := range x.c.obj { // "wants the airline to hire …", its infinitive hung on the noun
				for _, k := range p.children(o, "acl") {
					if y := p.clause(k); y != nil && y.mark == "to" && objectControl[x.c.verb] {
						heads = append(heads, k)
					}
				}
			}
			for _, o := range x.c.with("on", "upon", "for") {
				heads = append(heads, p.doneBy(x.c, o)) // "called on Lorne | to open its ports"
			}
		}
		if x.c != nil && x.c.modal == "must" { // "Lorne must halve its tariffs, she said"
			if at := l.at[x.head]; max(at.all[0], at.all[1]) >= likelyMust {
				p.deedPut(&x, x.head)
			}
			continue
		}
		made := false
		for _, k := range heads {
			if k < 0 || p.sent[k] != p.sent[x.head] || p.clause(k) == nil || made && !p.within(k, x.head) {
				continue
			}
			for _, k := range p.conjuncts(k) {
				made = p.deedPut(&x, k) || made
			}
		}
		if made {
			continue
		}
		for _, k := range heads {
			if k >= 0 && p.sent[k] == p.sent[x.head] && p.clause(k) == nil && (x.c == nil || k > x.head || p.truce(k)) && (p.stopPut(&x, k) || p.rowPut(&x, k)) {
				break
			}
		}
	}
}

// plainlyPut reports whether a stand says by its form that somebody shall do something, however
// unlikely its verb makes it: "recommended that nurses pay more", "offered to hire 30 pilots", "offered a 2.5 percent rise".
func (p *pointMaker) plainlyPut(x *putForward, at *prediction) bool {
	l := &lex().points.Lists
	if at == nil || max(at.all[0], at.all[1]) < least {
		return false
	}
	if p.tenders(x.c) {
		return true
	}
	return slices.ContainsFunc(x.c.comp, func(k int) bool {
		y := p.clause(k)
		switch {
		case y == nil || y.past || y.perfect || p.upos(k) != "VERB":
			return false
		case y.mark == "that":
			return (l.Advises[x.c.verb] || l.Wish[x.c.verb]) && (y.modal == "should" || y.modal == "" && p.finiteTag(k) != "VBZ" && p.child(k, "aux") < 0) && len(y.subj) > 0 && p.head(y.subj[0]) == k && p.upos(y.subj[0]) != "PRON"
		case y.mark == "to":
			return (x.c.verb == "offer" || x.c.verb == "propose") && p.measured(p.own(k))
		}
		return false
	})
}

// unjoined returns the infinitives of a row of deeds that the tree hung on the verb of asking and
// not on the first of them: "asked Lorne to open its ports, | cut its tax and …".
func (p *pointMaker) unjoined(c *clause) []int {
	if len(c.comp) == 0 || p.clause(c.comp[0]) == nil || p.clause(c.comp[0]).mark != "to" || p.doc.Tokens[c.head].XPOS == "VB" {
		return nil
	}
	return slices.DeleteFunc(p.children(c.head, "conj"), func(k int) bool {
		return k < c.comp[0] || p.doc.Tokens[k].XPOS != "VB" || p.clause(k) == nil || p.child(k, "nsubj", "aux", "cop", "mark") >= 0
	})
}

// restOfRow makes points of the deeds of a row that is asked for or offered where the learned reader
// told some of them only.
func (p *pointMaker) restOfRow(x *putForward) {
	if x.c == nil || len(x.c.comp) == 0 || x.c.modal == "must" {
		return
	}
	var row []int
	for _, k := range append([]int{x.c.comp[0]}, p.unjoined(x.c)...) {
		row = append(row, p.conjuncts(k)...)
	}
	if len(row) < 2 {
		return
	}
	for _, k := range row {
		own := p.own(k)
		if k > x.head && !slices.ContainsFunc(p.claims, func(f found) bool { return f.Point != nil && own.Contains(f.head) }) {
			p.deedPut(x, k)
		}
	}
}

// deedPut makes the point of a deed that is asked for or offered.
func (p *pointMaker) deedPut(x *putForward, k int) bool {
	y := p.clause(k)
	if y == nil || p.done[k] || y.past || y.perfect || p.conditional(y) || p.meetingWord(y) && !p.setsAbout(y) {
		return false
	}
	l := lex()
	if l.points.Lists.Procedural[y.lemma] && !p.setsAbout(y) || y.lemma == y.verb && l.positions.Lists.Words[y.verb] || y.verb == "return" && len(y.obj) == 0 || l.points.Lists.Talks[y.verb] || l.positions.Lists.Yield[y.lemma] && len(y.obj) == 0 && y.lemma == y.verb || y.verb == "vote" || p.leaving(k) || y.copula && y.modal == "" && p.child(k, "aux") < 0 {
		return false
	}
	if l.points.Lists.Concludes[y.verb] && slices.ContainsFunc(y.obj, p.isTextNoun) {
		return false // "wants to reach a deal on tariffs"
	}
	if x.stand.stance == rapporteur.Flexible && (l.positions.Lists.Imagine[y.verb] || y.lexical(l.positions.Verbs) != "" || len(y.obj) == 0) {
		return false // "is ready to accept the draft"
	}
	if p.tellsStatus(y) && (p.textOf(y.obj) >= 0 || len(p.onlyParts(y.obj)) > 0 || len(y.obj) == 0 && y.lexical(l.positions.Verbs) != "") {
		return false // "urged the deputies to reject the treaty"
	}
	switch y.mark {
	case "", "to", "that":
	default:
		return false // "criticised Norvana for dumping"
	}
	if s := y.first(); s >= 0 && p.upos(s) == "PRON" && (p.head(s) == k || base(p.rel(s)) == "obj" || base(p.rel(s)) == "iobj") {
		switch p.lower(s) {
		case "him", "her", "me", "he", "she", "i", "we", "you", "us":
			return false
		}
	}
	switch y.modal { // "suggested that they will raise costs" asks for nothing
	case "", "should", "would", "must", "shall":
	default:
		return false
	}
	if tag := p.finiteTag(k); tag == "VBZ" || tag == "VBD" || tag == "VBP" && (p.child(k, "aux") >= 0 || y.copula) {
		return false
	}
	if p.doc.Tokens[k].XPOS == "VBN" && p.child(k, "aux") < 0 && p.child(k, "nsubj") < 0 {
		return false // "issues that Norvana wants addressed"
	}
	words := p.own(k)
	by, from := p.bearing(x, y)
	var lead lang.Range
	if l, b, ok := p.leading(x, y); ok { // "demanded that Lorne | open its ports and cut its tax"
		lead, by, from = l, b, -1
	}
	if (y.mark == "to" || y.mark == "" && x.c != nil && base(p.rel(k)) == "conj" && p.doc.Tokens[k].XPOS == "VB") && len(by) == 0 && lead.Empty() {
		return false // "wants to get on with the election": what somebody would like to do
	}
	if from >= 0 {
		words.Start = from
	} else if len(y.subj) == 0 || p.head(y.subj[0]) != k || p.hi[y.subj[0]] > k {
		words.Start = k
	}
	for words.Start < k && p.lower(words.Start) == "that" {
		words.Start++
	}
	words.End = max(k+1, min(words.End, p.extent(k)))
	if !p.concrete(words) && !p.ofAnother(x, y, by) {
		return false
	}
	p.done[k] = true
	return p.putPoint(x, k, lead, words, by)
}

// ofAnother reports whether a deed is asked of a named side and has an object, so that
// it is one though no agenda knows it: "demanded that Norvana take back the miners",
// but "urged Norvana to show restraint".
func (p *pointMaker) ofAnother(x *putForward, y *clause, by []rapporteur.Mention) bool {
	if len(by) == 0 || by[0].Kind != rapporteur.State && by[0].Kind != rapporteur.Organisation || slices.ContainsFunc(x.stand.actors, func(a actor) bool { return a.Name == by[0].Name }) {
		return false
	}
	return slices.ContainsFunc(y.obj, func(o int) bool {
		return o > y.head && (p.upos(o) == "NOUN" || p.upos(o) == "PROPN" && p.typeAt(o) == "") && !lex().points.Lists.Manners[p.lemma(o)] && !p.isTextNoun(o)
	})
}

// leading returns the words for who is to do what a joined complement says, and who
// that is. ok is false where the complement is the first, or names them itself.
func (p *pointMaker) leading(x *putForward, y *clause) (lead lang.Range, by []rapporteur.Mention, ok bool) {
	if s := y.first(); s >= 0 && p.head(s) == y.head {
		return lead, nil, false
	}
	top := y.head
	for base(p.rel(top)) == "conj" && p.head(top) > x.head {
		top = p.head(top)
	}
	if x.c != nil && len(x.c.comp) > 0 && p.doc.Tokens[top].XPOS == "VB" && x.c.comp[0] < top { // a row that the tree did not join
		top = x.c.comp[0]
	}
	first := p.clause(top)
	if first == nil || top == y.head {
		return lead, nil, false
	}
	by, from := p.bearing(x, first)
	if from < 0 || from >= top {
		return lead, by, true
	}
	end := from
	for end < top && p.upos(end) != "AUX" && p.upos(end) != "ADV" {
		end++
	}
	return lang.Range{Start: from, End: end}, by, true
}

// bearing returns who is to do what a complement says, and where the words for
// them begin, -1 where the words do not name them.
func (p *pointMaker) bearing(x *putForward, y *clause) ([]rapporteur.Mention, int) {
	if s := y.first(); s >= 0 && p.head(s) == y.head && base(p.rel(y.head)) != "acl" {
		return mentions(p.obligors(y)), p.lo[s]
	}
	if x.c == nil {
		return mentions(p.actorsAt(y.subj...)), -1
	}
	if y.mark == "to" || y.mark == "" && p.doc.Tokens[y.head].XPOS == "VB" {
		asked := append(slices.Clone(x.c.iobj), x.c.obj...)
		asked = append(asked, x.c.with("on", "upon", "for")...)
		for _, o := range asked {
			if a := p.actorsAt(o); o > x.head && o < y.head && len(a) > 0 {
				return mentions(a), p.nounPhrase(o).Start
			}
		}
		if len(x.c.obj) == 0 && len(y.subj) > 0 && (lex().points.Lists.Commits[x.c.verb] || x.stand.stance == rapporteur.Flexible) && p.head(y.subj[0]) == x.head {
			return mentions(p.sides(x.stand.actors)), -1 // "offered to lift the ban"
		}
	}
	return nil, -1
}

// rowPut makes the points of a nominal that is asked for or offered and of those beside it that tell a figure of
// their own: "offered a 3 percent rise and | one-off payments of 500 crowns".
func (p *pointMaker) rowPut(x *putForward, k int) bool {
	n := len(p.claims)
	if !p.thingPut(x, k) {
		return false
	}
	for _, j := range p.conjuncts(k)[1:] {
		told := slices.ContainsFunc(p.claims[n:], func(f found) bool {
			return f.head == j || f.Point != nil && strings.Contains(f.Point.Summary, p.form(j))
		})
		if cc := p.child(j, "cc"); !told && j > k && p.tellsNumber(p.own(j)) && (cc < 0 || p.lower(cc) != "or") {
			p.thingPut(x, j)
		}
	}
	if x.c != nil && p.tenders(x.c) {
		p.plainly(n)
	}
	return true
}

// tenders reports whether a clause puts a figure of some known matter on the table.
func (p *pointMaker) tenders(c *clause) bool {
	return lex().points.Lists.Tenders[c.verb] && slices.ContainsFunc(c.obj, func(o int) bool {
		return p.upos(o) == "NOUN" && !p.isTextNoun(o) && p.measured(p.nounPhrase(o)) && len(p.known(p.nounPhrase(o))) > 0
	})
}

// thingPut makes the point of a nominal that is asked for or offered and tells a
// measure or an act: "a quota of 9,000 tonnes", "a ban on subsidies".
func (p *pointMaker) thingPut(x *putForward, k int) bool {
	if lex().points.Parts[p.lemma(k)] && !lex().points.Acts[p.lemma(k)] || x.c != nil && (p.doneBy(x.c, k) >= 0 || x.c.verb != "offer" && x.stand.stance == rapporteur.Proposes && p.ownThing(k)) {
		return false
	}
	if x.stand.stance == rapporteur.Rejects || p.done[k] || p.upos(k) == "PRON" || p.timeAt[k] >= 0 || p.typeAt(k) != "" || p.textUnder(k) >= 0 && p.isTextNoun(k) || lex().meetings.Nouns[p.lemma(k)] {
		return false
	}
	if _, ok := p.actorAt(k); ok {
		return false
	}
	words := p.own(k)
	words.Start = p.nounPhrase(k).Start
	words.End = p.steps(k, max(k+1, min(words.End, p.extent(k))))
	words = p.withAbout(words, k)
	measured, asked := p.measured(words), p.askedFor(k, words)
	listed := x.listed && len(p.known(words)) > 0
	if !listed && !measured && !asked && !(lex().points.Acts[p.lemma(k)] && words.Len() > 2) {
		return false
	}
	if !listed && !measured && !p.concrete(words) && !(asked && (x.issue != "" && x.issue != Other || x.stand.stance == rapporteur.Demands && len(p.askedOf(x, k)) > 0)) {
		return false
	}
	p.done[k] = true
	if x.c == nil && !x.listed && words.Len() < 4 { // "the company's final offer of 5 percent"
		words.Start = p.nounPhrase(x.head).Start
	}
	by := p.ownersOf(k)
	if len(by) == 0 && x.c != nil && (x.stand.stance == rapporteur.Proposes && x.c.verb == "offer" || x.stand.stance == rapporteur.Accepts) {
		by = mentions(p.sides(x.stand.actors))
	}
	if len(by) == 0 && x.stand.stance == rapporteur.Demands && !x.listed {
		by = p.askedOf(x, k)
	}
	return p.putPoint(x, k, lang.Range{}, words, by)
}

// withAbout returns the words for what is asked for with those behind it that say what it is about,
// which the tree may have hung on the asking: "wants protection | for its patents".
func (p *pointMaker) withAbout(words lang.Range, k int) lang.Range {
	e := words.End
	if words.End > k+1 || e+1 >= p.sentence(k).End || p.upos(e) != "ADP" || !lex().points.Lists.Concerning[p.lower(e)] && p.lower(e) != "to" && p.lower(e) != "against" {
		return words
	}
	if h := p.head(e); h > e && p.timeAt[h] < 0 && p.upos(h) != "VERB" {
		words.End = max(h+1, min(p.own(h).End, p.extent(h)))
	}
	return words
}

// askedFor reports whether a nominal is something that is asked of another, and what it is about is
// told: "assurances on the border", "changes to the subsidies".
func (p *pointMaker) askedFor(k int, words lang.Range) bool {
	return (lex().measures.Asked[p.lemma(k)] || lex().points.Acts[p.lemma(k)]) && words.End > k+2 && p.upos(k+1) == "ADP" && p.timeAt[k+2] < 0
}

// askedOf returns the one side, other than who asks, that the words for what is asked name, or
// that balks at what is asked.
func (p *pointMaker) askedOf(x *putForward, k int) []rapporteur.Mention {
	if x.c == nil {
		if g := p.governor(x.head); g != nil && !g.passive && slices.Contains([]string{string(rapporteur.Rejects), string(rapporteur.Reserves)}, g.lexical(lex().positions.Verbs)) {
			return mentions(p.sides(p.actorsOrMeant(g.subj)))
		}
	}
	who := slices.DeleteFunc(p.partiesUnder(k), func(m rapporteur.Mention) bool {
		return slices.ContainsFunc(x.stand.actors, func(a actor) bool { return a.Name == m.Name })
	})
	if len(who) != 1 {
		return nil
	}
	return who
}

// steps returns where the words of a measure end that go on with its next steps:
// "8,000 tonnes, rising to 10,000 after three years".
func (p *pointMaker) steps(k, end int) int {
	sent := p.sentence(k)
	if end+1 >= sent.End || p.form(end) != "," || p.doc.Tokens[end+1].XPOS != "VBG" || !p.stepsOn(end+1) {
		return end
	}
	for end++; end < sent.End && p.form(end) != "," && p.form(end) != ";" && p.upos(end) != "CCONJ" && p.upos(end) != "SCONJ" && p.form(end) != "."; end++ {
	}
	return end
}

// concrete reports whether words tell more than a wish: a matter of the agenda, or a number.
func (p *pointMaker) concrete(s lang.Range) bool {
	return s.Len() > 1 && (len(p.known(s)) > 0 || p.measured(s))
}

// measured reports whether words tell how much or how long: "600 more guards", "six
// years", but not "the two sides".
func (p *pointMaker) measured(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		if p.upos(k) != "NUM" || p.timeAt[k] >= 0 && p.head(k) < k {
			continue
		}
		unit := k + 1
		for unit < s.End && (p.upos(unit) == "NUM" || p.form(unit) == "-" || p.upos(unit) == "ADJ" && unit == k+1) {
			unit++
		}
		if strings.ContainsAny(p.form(k), "0123456789") || unit < s.End && (lex().positions.Lists.Measures[p.lemma(unit)] || p.timeAt[k] >= 0) {
			return true
		}
	}
	return false
}

// ownThing reports whether a nominal is what somebody has or does for himself: "its own tariffs".
func (p *pointMaker) ownThing(k int) bool {
	x := p.child(k, "nmod:poss")
	return x >= 0 && p.upos(x) == "PRON"
}

func (p *pointMaker) putPoint(x *putForward, k int, lead, words lang.Range, by []rapporteur.Mention) bool {
	n := len(p.claims)
	by = slices.DeleteFunc(by, func(m rapporteur.Mention) bool { return m.Kind == rapporteur.Outlet })
	if !p.makeMatter(k, lead, words, by, rapporteur.Proposed, x.modality) || len(p.claims) == n {
		return false
	}
	f := &p.claims[len(p.claims)-1]
	f.put = true
	if x.c == nil && p.turnedDown(x.head) {
		f.Point.Status, f.laid = rapporteur.Rejected, false
	} else if x.c == nil && p.balkedAt(x.head) {
		f.Point.Status, f.laid = rapporteur.Contested, false
	}
	switch {
	case x.stand.stance == rapporteur.Accepts:
		f.Point.Status = rapporteur.Agreed
	case x.c != nil && x.stand.stance == rapporteur.Flexible && p.inPrinciple(x.c): // "is willing in principle to buy grain"
		f.Point.Status, f.laid = rapporteur.AgreedInPrinciple, false
	case f.Point.Status == rapporteur.Agreed: // an agreed text in the report makes no wish agreed
		f.Point.Status, f.laid = rapporteur.Proposed, false
	}
	if f.Point.Issue == Other && x.issue != "" {
		f.Point.Issue = x.issue
	}
	return true
}

// balkedAt reports whether what is told of an offer or a demand is that somebody has doubts about it
// or does not give way to it.
func (p *pointMaker) balkedAt(i int) bool {
	c := p.governor(i)
	if c == nil || c.neg || c.modal != "" || c.head > i {
		return false
	}
	switch c.verb {
	case "balk", "baulk", "resist", "bristle", "bridle", "object", "chafe", "oppose", "recoil", "dismiss":
		return true
	}
	return c.lexical(lex().positions.Verbs) == string(rapporteur.Reserves)
}

// turnedDown reports whether what is told of an offer or a demand is that somebody refused it.
func (p *pointMaker) turnedDown(i int) bool {
	c := p.governor(i)
	if c == nil || c.neg || c.modal != "" || !slices.Contains(c.obj, i) && !(c.passive && slices.Contains(c.subj, i)) {
		return false
	}
	return c.lexical(lex().positions.Verbs) == string(rapporteur.Rejects)
}
