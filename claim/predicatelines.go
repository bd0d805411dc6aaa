package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// How likely a line must be that no frame has told, and how unlikely one that a
// frame has told, before the learned reader adds or takes it: where precision on
// marked reports stays that of the frames.
const (
	likelyPoint   = 0.16
	likelyStand   = 0.16
	likelyMeeting = 0.35
	likelyOther   = 0.3 // a point on no issue of the agenda
	unlikely      = 0.005
)

// predicates adds the points, positions and meetings that the learned reader
// finds and no frame has told, and takes back what frames told against it.
func (r *reading) predicates() {
	told := r.predictions()
	r.doubt(told)
	p := &pointMaker{reading: r, provision: -9, statusAt: -9, sectionAt: -1, text: -1, list: -1, done: map[int]bool{}}
	for _, x := range told {
		if r.doc.Sentences[r.sent[x.token]].Heading {
			continue
		}
		switch x.kind {
		case rapporteur.KindPoint:
			if x.p >= likelyPoint {
				p.learned(x)
			}
		case rapporteur.KindPosition:
			if r.textActs(x.token) { // "the plan proposes that …": a provision, nobody's stand
				continue
			}
			if x.p >= likelyStand {
				r.learnedPosition(x)
			}
		case rapporteur.KindMeeting:
			if x.p >= likelyMeeting {
				r.learnedMeeting(x)
			}
		}
	}
}

// doubt takes back the positions, and the points said to be agreed, that nothing near them speaks for.
func (r *reading) doubt(told []prediction) {
	most := map[int][2]float64{} // by sentence
	for _, x := range told {
		m := most[r.sent[x.token]]
		most[r.sent[x.token]] = [2]float64{max(m[0], x.all[0]), max(m[1], x.all[1])}
	}
	r.claims = slices.DeleteFunc(r.claims, func(f found) bool {
		m := most[r.sent[f.head]]
		return (f.Point != nil && f.Point.Status == rapporteur.Agreed || f.Position != nil) && max(m[0], m[1]) < unlikely
	})
}

// learnedPosition makes a position of a predicate that tells one.
func (r *reading) learnedPosition(x prediction) {
	i := x.token
	if !r.substance(i) {
		return
	}
	if c := r.clause(i); c != nil && (r.asked(c) || r.obliges(c) && x.class != string(rapporteur.Demands)) {
		return // "what Estrel could accept", "both sides will have to give way"
	}
	actors := r.sides(r.holders(i, true))
	if len(actors) == 0 {
		return
	}
	c := r.clause(i)
	s := stand{stance: rapporteur.Stance(x.class), actors: actors, targets: r.matters(i), sure: true, settled: true}
	for _, f := range r.claims { // told by a frame
		if q := f.Position; q != nil && r.sent[f.head] == r.sent[i] && (f.head == i || q.Stance == s.stance && slices.ContainsFunc(actors, func(a actor) bool { return a.Name == q.Actor.Name })) {
			return
		}
	}
	var summary string
	words := r.own(i)
	if len(s.targets) > 0 && s.stance != rapporteur.Conditions {
		if c != nil {
			summary = r.matterWords(c, s)
		} else {
			summary = r.about(nil, s, s.targets[0])
		}
	}
	if len(strings.Fields(summary)) < 2 {
		if c != nil {
			s.whole = s.stance == rapporteur.Conditions
			summary = r.clauseWords(c, s, r.tail(c, words))
		} else {
			summary, _ = r.summary(lang.Range{Start: r.nounPhrase(i).Start, End: min(words.End, r.listEnd(i))})
		}
	}
	if len(strings.Fields(summary)) < 2 {
		return
	}
	on, issue := r.onWhat(c, &s, words)
	if on == "" && issue == "" {
		if issue = Other; c != nil {
			if at := r.issueAround(c, &s); at != "" {
				issue = at
			}
		}
	}
	if on == "" {
		on = "point"
	}
	m := r.modality(i)
	if m == rapporteur.Denied || m == rapporteur.Planned || m == rapporteur.Conditional {
		m = rapporteur.Asserted
	}
	var when rapporteur.Interval
	if c != nil {
		when = r.saidOn(c)
	}
	for _, a := range actors {
		r.add(i, rapporteur.Claim{Kind: rapporteur.KindPosition, Modality: m, When: when, Position: &rapporteur.PositionClaim{
			Actor: a.Mention, Stance: s.stance, On: on, Issue: issue, Summary: summary,
		}})
	}
}

// textActs reports whether a text is what a predicate is said of.
func (r *reading) textActs(i int) bool {
	c := r.clause(i)
	return c != nil && !c.passive && !c.copula && len(c.subj) > 0 && r.isTextNoun(c.subj[0])
}

// substance reports whether a predicate comes with words for what it is about, not
// with pronouns alone: "will not have it".
func (r *reading) substance(i int) bool {
	own := r.own(i)
	subject := lang.Range{}
	if c := r.clause(i); c != nil && len(c.subj) > 0 && !c.passive && r.personal(c.subj) {
		subject = r.subtree(c.subj[0])
	}
	for k := own.Start; k < own.End; k++ {
		if k == i || subject.Contains(k) || r.timeAt[k] >= 0 {
			continue
		}
		switch r.upos(k) {
		case "NOUN", "PROPN", "NUM":
			return true
		case "VERB":
			if !r.within(i, k) {
				return true
			}
		}
	}
	return false
}

// sides returns who of the actors can hold a position, under the names that it is
// held by: a state's officials stand for the state, a number of unnamed people for nobody.
func (r *reading) sides(actors []actor) []actor {
	var out []actor
	for _, a := range actors {
		if a.Kind == rapporteur.Outlet || a.Kind == rapporteur.Person && r.bystander(a.Name) {
			continue
		}
		if a.Kind == rapporteur.Group {
			switch p := r.child(a.token, "nmod:poss"); {
			case p >= 0 && r.upos(p) == "PRON":
				b, ok := r.spokenFor(a, a.token)
				if !ok {
					continue
				}
				a = b
			case len(a.party) == 1 && lex().actors.Delegations[r.lemma(a.token)] && !r.quantified(a):
				a.Mention = a.party[0]
			case len(strings.Fields(a.Name)) < 2 && r.child(a.token, "det") < 0 && (!lex().actors.Persons[r.lemma(a.token)] || r.lemma(a.token) == "official"), r.counted(a.token) && len(a.party) == 0:
				continue
			}
		}
		a.Name = strings.Join(strings.Fields(strings.NewReplacer("(", "", ")", "", "“", "", "”", "", `"`, "").Replace(a.Name)), " ")
		if a.Name != "" && !slices.ContainsFunc(out, func(b actor) bool { return b.Name == a.Name }) {
			out = append(out, a)
		}
	}
	return out
}

// quantified reports whether a group is some of its kind: "several Norvanan officials".
func (r *reading) quantified(a actor) bool {
	first, _, _ := strings.Cut(strings.ToLower(a.Name), " ")
	return quantifiers[first] || r.child(a.token, "nummod") >= 0
}

// holders returns whose stance or deed a predicate tells; with told, the one on
// whose word it stands where the clause names nobody.
func (r *reading) holders(i int, told bool) []actor {
	c := r.clause(i)
	if c != nil && (r.upos(i) != "NOUN" || c.copula) {
		if told && r.obliges(c) {
			if a := r.party(i); len(a) > 0 {
				return a // "Estrel must lift the ban, Marrow said"
			}
		}
		who := c.subj
		if by := c.with("by"); c.passive || len(who) == 0 && r.doc.Tokens[i].XPOS == "VBN" {
			who = append(slices.Clone(c.agent), by...)
			switch {
			case len(who) > 0:
			case lex().positions.Participles[c.verb] != "" && r.personal(c.subj): // "is prepared to", "are opposed to"
				who = c.subj
			default:
				who = c.with("to", "for")
			}
		}
		if c.copula && !r.personal(who) {
			for _, o := range c.obl { // "unacceptable to Estrel"
				if o.prep == "to" || o.prep == "for" {
					if a := r.actorsAt(o.head); len(a) > 0 {
						return a
					}
				}
			}
		}
		if a := r.actorsOrMeant(who); len(a) > 0 {
			return a
		}
		if told && (len(who) > 0 || c.passive) {
			if a := r.party(i); len(a) > 0 {
				return a
			}
		}
	} else {
		if p := r.child(i, "nmod:poss"); p >= 0 {
			if a := r.actorsOrMeant([]int{p}); len(a) > 0 {
				return a
			}
		}
		for _, k := range r.kids[i] {
			if n := r.nameAt(k); n != nil && k < i && (base(r.rel(k)) == "amod" || r.rel(k) == "compound") {
				if n.Type == lang.NORP || n.Type == lang.LOC && r.isState(r.stateName(k)) {
					return []actor{{Mention: rapporteur.Mention{Name: r.stateName(k), Kind: rapporteur.State, Span: r.bytes(n.Range)}, token: k}}
				}
				if n.Type == lang.ORG {
					if a := r.actorsAt(k); len(a) > 0 {
						return a
					}
				}
			}
		}
		for _, k := range r.children(i, "nmod") {
			if p := r.caseOf(k); p == "by" || p == "from" || p == "among" {
				if a := r.actorsAt(k); len(a) > 0 {
					return a
				}
			}
		}
	}
	for h, steps := r.head(i), 0; h >= 0 && steps < 4; h, steps = r.head(h), steps+1 {
		if r.inner[h] != r.inner[i] {
			break
		}
		if g := r.clause(h); g != nil && len(g.subj) > 0 {
			if a := r.actorsOrMeant(g.subj); len(a) > 0 {
				return a
			}
			break
		}
	}
	if !told {
		return nil
	}
	return r.party(i)
}

// obliges reports whether a clause says what somebody ought to do.
func (r *reading) obliges(c *clause) bool {
	switch c.modal {
	case "must", "should", "shall", "ought":
		return true
	}
	u := r.child(c.head, "aux")
	return u >= 0 && (r.lemma(u) == "have" || r.lemma(u) == "need") && r.doc.Tokens[c.head].XPOS == "VB" || c.verb == "need" && c.modal == ""
}

// personal reports whether one of the nominals is an actor.
func (r *reading) personal(heads []int) bool { return len(r.actorsAt(heads...)) > 0 }

// actorsOrMeant returns the actors that nominals name, or that their pronouns stand for.
func (r *reading) actorsOrMeant(heads []int) []actor {
	if a := r.actorsAt(heads...); len(a) > 0 {
		return a
	}
	if a := r.meant(heads...); len(a) > 0 {
		return a
	}
	for _, h := range heads {
		switch f := r.lower(h); {
		case f == "we" || f == "i" || f == "us" || f == "our" || f == "my":
			return r.party(h)
		case f == "it" || f == "its" || f == "they" || f == "them" || f == "their" || f == "he" || f == "she" || f == "his" || f == "her":
			return r.lastSubject(h)
		case r.upos(h) == "PROPN" && r.timeAt[h] < 0: // "Port Calder objects to …": a capital that the report has not made a state
			if n := r.nameAt(h); n != nil {
				kind := rapporteur.State
				if n.Type != lang.LOC {
					kind = r.kindOf(n.Type, r.doc.Words(n.Range))
				}
				return []actor{{Mention: rapporteur.Mention{Name: tidyName(r.doc.Words(n.Range)), Kind: kind, Span: r.bytes(n.Range)}, token: h}}
			}
		}
		if p := r.child(h, "nmod:poss"); p >= 0 && r.upos(h) == "NOUN" { // "the union's executive", "our side"
			if a := r.actorsOrMeant([]int{p}); len(a) > 0 {
				return a
			}
		}
	}
	return nil
}

// lastSubject returns who was the last subject before a pronoun and may be what it
// stands for: the teller of its own clause, where it is told in other words than
// his own; for "it" and "they" a state, a body or a group.
func (r *reading) lastSubject(h int) []actor {
	f := r.lower(h)
	person := f == "he" || f == "she" || f == "his" || f == "her"
	voice := r.voice(h)
	for n := len(r.clauses) - 1; n >= 0; n-- {
		c := &r.clauses[n]
		if c.head >= h || len(c.subj) == 0 || c.subj[0] >= h {
			continue
		}
		if r.sent[h]-r.sent[c.head] > 2 {
			break
		}
		for _, a := range r.actorsAt(c.subj...) {
			if person != (a.Kind == rapporteur.Person) || a.Kind == rapporteur.Outlet || a.token >= h {
				continue
			}
			if r.direct(h) && slices.ContainsFunc(voice, func(v actor) bool { return v.Name == a.Name }) {
				continue // nobody is "they" to himself
			}
			return []actor{a}
		}
	}
	return nil
}

// matters returns the heads of what a predicate is about, the likeliest first.
func (r *reading) matters(i int) []int {
	c := r.clause(i)
	if c == nil {
		var out []int
		for _, k := range r.kids[i] {
			switch base(r.rel(k)) {
			case "acl", "ccomp":
				out = append(out, k)
			case "nmod":
				switch r.caseOf(k) {
				case "for", "of", "to", "on", "about", "over", "against", "with", "in":
					out = append(out, r.conjuncts(k)...)
				}
			}
		}
		return slices.DeleteFunc(out, func(k int) bool { return k < i })
	}
	out := slices.Clone(c.comp)
	out = append(out, c.obj...)
	if c.passive || c.copula && len(out) == 0 && !r.personal(c.subj) {
		out = append(out, c.subj...)
	}
	var rest []int
	for _, o := range c.obl {
		switch o.prep {
		case "on", "to", "over", "at", "for", "from", "against", "of", "about", "with", "in", "into", "behind", "toward", "towards":
			if r.timeAt[o.head] < 0 && r.typeAt(o.head) == "" {
				rest = append(rest, o.head)
			}
		}
	}
	slices.SortStableFunc(rest, func(a, b int) int { // "dug in its heels | over the levy"
		return flag(len(r.known(r.own(a))) == 0) - flag(len(r.known(r.own(b))) == 0)
	})
	if len(c.comp) == 0 && len(c.obj) > 0 && len(rest) > 0 && len(r.known(r.nounPhrase(c.obj[0]))) == 0 && !r.isTextNoun(c.obj[0]) {
		return append(rest, out...) // "dug in its heels over the levy"
	}
	return append(out, rest...)
}

// learned makes a point of a predicate that tells one.
func (p *pointMaker) learned(x prediction) {
	i := x.token
	if p.toldPoint(i) || x.p < likelyOther && len(p.known(p.own(i))) == 0 {
		return
	}
	c := p.clause(i)
	status := rapporteur.Status(x.class)
	if v := p.lexStatus(i); v != "" && (status == rapporteur.Agreed || status == rapporteur.Contested || status == rapporteur.Deferred) && related[v] == status {
		status = v
	}
	if c := p.clause(i); c != nil && c.neg && status == rapporteur.Agreed && p.tellsStatus(c) {
		status = rapporteur.Open // "has not agreed to withdraw"
	}
	if status == rapporteur.Agreed && p.principled(i) {
		status = rapporteur.AgreedInPrinciple
	}
	if status == rapporteur.Agreed && (c == nil || !p.tellsStatus(c)) && p.anyIn(p.sentence(i), lex().points.Lists.Drafts) >= 0 {
		status = rapporteur.Proposed // "the draft foresees a cut", "under the plan the line stays"
	}
	if c != nil && (c.mark == "whether" || c.mark == "if" && !p.conditional(c)) {
		status = rapporteur.Open // "whether the duties stay"
	}
	m := p.modality(i)
	if m == rapporteur.Denied || status != rapporteur.Proposed && (m == rapporteur.Planned || m == rapporteur.Conditional) {
		m = rapporteur.Asserted
	}
	head, words := i, p.own(i)
	var by []rapporteur.Mention
	switch {
	case c == nil: // "a pledge to buy grain"
		by = p.ownersOf(i)
		if len(by) == 0 {
			by = mentions(p.holders(i, false))
		}
		words.Start = p.nounPhrase(i).Start
	case len(c.comp) > 0 && p.tellsStatus(c): // "agreed to buy grain"
		head = c.comp[0]
		words = p.own(head)
		if y := p.clause(head); y != nil && len(y.subj) > 0 {
			by = mentions(p.actorsOrMeant(y.subj))
		}
		if len(by) == 0 {
			by = mentions(p.holders(i, false))
		}
	case len(c.obj) > 0 && !c.passive && p.tellsStatus(c): // "dropped the clause on courts"
		head = c.obj[0]
		words = p.own(head)
		by = p.ownersOf(head)
	case c.passive && len(c.subj) > 0 && p.tellsStatus(c):
		head = c.subj[0]
		words = p.own(head)
		by = p.ownersOf(head)
	default:
		by = mentions(p.obligors(c))
		if len(by) == 0 {
			by = mentions(p.holders(i, false))
		}
		for _, k := range c.subj {
			if p.head(k) == i && p.upos(k) != "PRON" && p.hi[k] <= i {
				words.Start = min(words.Start, p.lo[k])
			}
		}
	}
	by = slices.DeleteFunc(by, func(m rapporteur.Mention) bool { return m.Kind == rapporteur.Outlet })
	p.text = -1
	if words = p.told(words, c); words.Empty() {
		return
	}
	if items := p.itemised(head); len(items) > 1 { // "three main issues: pay, rosters and crews"
		for _, s := range items {
			p.makePoint(s.Start, s, p.ownersIn(s), status, m)
		}
		return
	}
	p.makePoint(head, words, by, status, m)
}

// told returns the words of a provision from a subject that names something on:
// without a relative pronoun, and none where a pronoun is all that is said of the matter.
func (p *pointMaker) told(words lang.Range, c *clause) lang.Range {
	for words.Len() > 1 && isRelative(p.lower(words.Start)) && p.lower(words.Start) != "what" {
		words.Start++
	}
	if c == nil || len(c.subj) == 0 || words.Start > c.subj[0] || p.upos(c.subj[0]) != "PRON" {
		return words
	}
	if len(p.known(words)) == 0 {
		return lang.Range{}
	}
	return words
}

// itemised returns the items that stand behind a noun for matters and a colon.
func (p *pointMaker) itemised(head int) []lang.Range {
	l := &lex().points
	if p.upos(head) != "NOUN" || !l.Parts[p.lemma(head)] && !l.Matters[p.lemma(head)] && p.lemma(head) != "issue" {
		return nil
	}
	sent := p.sentence(head)
	for k := head + 1; k < sent.End-1 && k < head+8; k++ {
		if f := p.form(k); f == ":" || f == "—" || f == "–" {
			end := sent.End
			for end > k && p.upos(end-1) == "PUNCT" {
				end--
			}
			return p.itemsOf(k+1, end, true)
		}
		if p.upos(k) == "VERB" || p.form(k) == "," {
			break
		}
	}
	return nil
}

// tellsStatus reports whether a predicate says what became of something, and not what is to be done.
func (p *pointMaker) tellsStatus(c *clause) bool {
	l := lex()
	return c.value(l.points.Status) != "" || c.lexical(l.positions.Verbs) != "" || l.speech.Verbs[c.verb] || c.value(l.points.Intransitive) != ""
}

// lexStatus is the status that the lexicon gives a predicate.
func (p *pointMaker) lexStatus(i int) rapporteur.Status {
	if c := p.clause(i); c != nil {
		return rapporteur.Status(c.value(lex().points.Status))
	}
	return ""
}

// related names for a fine status the one that the learned reader tells it as.
var related = map[rapporteur.Status]rapporteur.Status{
	rapporteur.AgreedInPrinciple: rapporteur.Agreed, rapporteur.Added: rapporteur.Agreed, rapporteur.Retained: rapporteur.Agreed,
	rapporteur.Reworded: rapporteur.Contested, rapporteur.Moved: rapporteur.Deferred,
}

// principled reports whether a sentence speaks of an agreement in principle.
func (p *pointMaker) principled(i int) bool {
	s := p.sentence(i)
	for k := s.Start; k+1 < s.End; k++ {
		if p.lower(k) == "in" && p.lower(k+1) == "principle" {
			return true
		}
	}
	return false
}

// toldPoint reports whether a frame has made a point of a predicate or of what it governs.
func (p *pointMaker) toldPoint(i int) bool {
	own := p.own(i)
	return slices.ContainsFunc(p.claims, func(f found) bool {
		return f.Point != nil && (own.Contains(f.head) || p.within(i, f.head))
	})
}
