package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// stand is what a predicate says of where its subject stands.
type stand struct {
	stance  rapporteur.Stance
	actors  []actor
	targets []int      // heads of the words for what it is on
	sure    bool       // a position whatever it is on: "will make no concessions"
	settled bool       // negation, modals and conditions are reckoned with already
	deed    bool       // what is refused is the predicate's own deed: "will not reopen the accord"
	whole   bool       // the words of the clause tell it, not its object alone
	words   lang.Range // the words of the position; empty: those of the clause
	voted   bool       // for or against a text that was told before
	likely  bool       // the learned reader speaks for it, on whatever it is
}

// unsureStand is a stand on what no agenda knows, kept for the learned reader to judge.
type unsureStand struct {
	c clause
	s stand
}

// stand reads the stance of a clause, its polarity and condition included.
func (r *reading) stand(c *clause) (stand, bool) {
	if r.asked(c) || r.conditional(c) || r.dependent(c) || r.ratherThan(c) || r.untold(c) || r.lendsHand(c.head, c) {
		return stand{}, false
	}
	for _, k := range c.subj {
		if r.lo[k] > r.sentence(c.head).Start && r.supposed(r.lo[k]-1) {
			return stand{}, false
		}
	}
	if s, ok := r.outOfBounds(c); ok {
		return s, true
	}
	if s, ok := r.noMoreToOffer(c); ok {
		return s, true
	}
	for _, k := range c.obj {
		if w := r.lower(r.lo[k]); k < c.head && (w == "which" || w == "what") {
			return stand{}, false // "which compromises Norvana could accept" is asked
		}
	}
	if s, ok := r.holdsThat(c, stand{}); ok {
		return s, true
	}
	if s, ok := r.must(c); ok {
		return s, true
	}
	switch c.modal {
	case "must", "should", "shall", "ought":
		if c.modal == "should" && c.copula && !c.neg && r.lemma(c.head) == "open" && len(c.subj) > 0 && r.lower(c.subj[0]) == "we" {
			break // "we should be open to an extension"
		}
		return stand{}, false // what somebody ought to do
	}
	if u := r.child(c.head, "aux"); u >= 0 && (r.lemma(u) == "have" || r.lemma(u) == "need") && r.doc.Tokens[c.head].XPOS == "VB" {
		return stand{}, false // "has to accept"
	}
	r.mendObjects(c)
	s, ok := r.predicateStance(c)
	if !ok {
		return s, false
	}
	if x, ok := r.ofNone(c, s); ok {
		return x, true
	}
	if s.settled {
		return s, true
	}
	s.stance, ok = r.polarity(c, s.stance)
	return s, ok
}

// ofNone reads what a party says that none of its kind would accept: "no premier could ever agree to
// it, Marrow told parliament", which is where she stands.
func (r *reading) ofNone(c *clause, s stand) (stand, bool) {
	if len(c.subj) == 0 || s.stance != rapporteur.Accepts && s.stance != rapporteur.Flexible || c.modal != "will" && c.modal != "would" && c.modal != "could" && c.modal != "can" {
		return s, false
	}
	d := r.child(c.subj[0], "det")
	if d < 0 || r.lower(d) != "no" || !lex().actors.Persons[r.lemma(c.subj[0])] {
		return s, false
	}
	s.stance, s.settled, s.actors = rapporteur.Rejects, true, r.party(c.head)
	return s, len(s.actors) > 0
}

// positions reads where actors stand on texts, points, issues and meetings.
func (r *reading) positions() {
	r.phrased, r.slight, r.replied = map[int]bool{}, map[int]bool{}, map[int]bool{}
	r.idiomatic()
	r.inProtest()
	r.namedStands()
	for n := range r.clauses {
		mended := r.clauses[n] // the other frames keep theirs
		c := &mended
		if r.doc.Sentences[r.sent[c.head]].Heading || r.phrased[c.head] {
			continue
		}
		if s, ok := r.stand(c); ok {
			r.emitPosition(c, s)
		}
	}
	for i := range r.doc.Tokens {
		if r.upos(i) == "NOUN" && !r.phrased[i] && !r.doc.Sentences[r.sent[i]].Heading {
			if r.despite(i) {
				r.phrased[i] = true
				continue
			}
			r.nominalPosition(i)
			r.counterFrom(i)
		}
	}
}

func (r *reading) emitPosition(c *clause, s stand) {
	if len(s.actors) == 0 {
		return
	}
	words := s.words
	if words.Empty() {
		words = r.tail(c, r.own(c.head))
		if s.stance == rapporteur.Conditions && r.onTerms(c, words.End) { // and what follows the telling
			words.End = r.sentence(c.head).End
		}
	}
	s.targets = r.behindFirst(c, s.targets)
	on, issue := r.onWhat(c, &s, r.own(c.head))
	if s.voted {
		on, issue = "text", ""
	}
	if r.procedural(c, s) || r.ownDecree(c) {
		return
	}
	if on == "meeting" && (s.stance == rapporteur.Accepts || s.stance == rapporteur.Demands || s.stance == rapporteur.Proposes || s.stance == rapporteur.Reserves) && issue == "" {
		return
	}
	if on == "" && issue == "" {
		if issue = r.issueAround(c, &s); issue == "" && r.bargains(c, &s) {
			issue = Other
		}
	}
	if on == "" && issue == "" && !s.sure {
		if !s.likely {
			r.unsure = append(r.unsure, unsureStand{*c, s})
			return
		}
		issue = Other
	}
	if on == "" && issue == "" && len(s.targets) == 0 {
		issue = Other // "is opposed"
	}
	if on == "" && issue != "" {
		on = "point"
	}
	if lex().positions.Lists.Loud[c.verb] && len(s.targets) > 0 && s.targets[0] >= 0 && lex().actors.Persons[r.lemma(s.targets[0])] {
		return // "praised the president for his patience"
	}
	if lex().positions.Lists.Loud[c.verb] && on != "text" && !(on == "meeting" && s.settled) && !r.ofMeasure(s.targets) {
		return // acts are condemned, not negotiated
	}
	m := r.modality(c.head)
	if m == rapporteur.Conditional && r.hangs(c, s.stance) {
		s.stance, s.whole, s.settled, s.deed = rapporteur.Conditions, true, true, false
		if r.noWay(c) {
			words.Start = min(words.Start, r.nounPhrase(r.head(c.head)).Start) // "no way that Norvana would sign if …"
		}
	}
	l := &lex().positions.Lists
	switch {
	case m == rapporteur.Denied:
		m = rapporteur.Asserted
	case m == rapporteur.Conditional && (s.stance == rapporteur.Conditions || s.stance == rapporteur.Rejects && r.evenIf(c)):
		m = rapporteur.Asserted
	case m == rapporteur.Planned && (c.neg || s.stance == rapporteur.Rejects || s.stance == rapporteur.Conditions || s.stance == rapporteur.Flexible):
		m = rapporteur.Asserted
	case m == rapporteur.Hedged && (c.modal == "could" || c.modal == "can") && (s.settled && s.stance == rapporteur.Demands || s.stance == rapporteur.Flexible || s.stance == rapporteur.Rejects || s.stance == rapporteur.Conditions):
		m = rapporteur.Asserted
	}
	if up := r.clause(c.up); up != nil && c.mark == "to" && !r.resolved(c) {
		switch {
		case up.passive && !l.Reputed[up.verb] || r.lower(up.head) == "likely" || up.verb == "expect":
			m = weaker(m, rapporteur.Hedged)
		case l.Mean[up.verb] && s.stance != rapporteur.Rejects && s.stance != rapporteur.Conditions:
			m = weaker(m, rapporteur.Planned)
		}
		if up.head < c.head && c.head-up.head < 6 {
			words.Start = up.head // "voted to reject"
		}
	}
	if m == rapporteur.Hedged && !(s.settled && s.stance == rapporteur.Demands) && (c.modal == "may" || c.modal == "might" || c.modal == "could") && s.stance != rapporteur.Flexible && s.stance != rapporteur.Conditions {
		return // what somebody might do yet
	}
	if s.stance == rapporteur.Flexible && (c.modal == "could" || c.modal == "may" || c.modal == "might") && (c.copula && !r.ofHimself(c, &s) || r.sought(c)) {
		return
	}
	if !r.onMatter(c, &s, on) {
		return
	}
	summary := r.positionWords(c, s, words)
	if summary == "" || r.noMatter(&s, summary) || (s.stance == rapporteur.Demands || s.stance == rapporteur.Flexible) && aspiration(summary) {
		return
	}
	when := r.saidOn(c)
	if s.deed {
		when = rapporteur.Interval{}
	}
	if p := r.report.Published; !p.IsZero() && !when.To.IsZero() && p.Sub(when.To) > history {
		return
	}
	r.keepPositions(c.head, s.actors, rapporteur.Claim{Kind: rapporteur.KindPosition, Modality: m, When: when},
		rapporteur.PositionClaim{Stance: s.stance, On: on, Issue: issue, Summary: summary, Deed: r.tellsDeed(c, s.actors, summary)})
	r.putsForward(c, c.head, s, issue, m)
}

// ofMeasure reports whether what is condemned or praised is a step of the dispute itself: "slammed the
// levy", "welcomed the decision to lift it", but not "condemned the attack".
func (r *reading) ofMeasure(targets []int) bool {
	if len(targets) == 0 || targets[0] < 0 {
		return false
	}
	switch w := r.lemma(targets[0]); w {
	case "decision", "move", "announcement", "step", "measure", "truce", "ceasefire", "cease-fire", "pause", "delay", "extension", "reprieve":
		return true
	default:
		return lex().positions.Lists.Penalties[w]
	}
}

// procedural reports whether what a stance is on belongs to the course of things
// and is no matter of a negotiation: anonymity, an answer, somebody's office.
func (r *reading) procedural(c *clause, s stand) bool {
	if c != nil && c.verb == "offer" && slices.ContainsFunc(c.comp, r.leaving) || c != nil && c.verb == "sign" && len(c.obj) == 0 && len(c.with("for")) > 0 {
		return true // "offered to resign", "signed for the government"
	}
	if len(s.targets) == 0 || s.stance == rapporteur.Conditions {
		return false
	}
	t := s.targets[0]
	if c != nil && c.neg && lex().positions.Lists.Leave[c.verb] && t >= 0 && (r.lemma(t) == "table" || lex().meetings.Nouns[r.lemma(t)]) {
		return true // "would not leave the table"
	}
	return t >= 0 && r.upos(t) == "NOUN" && lex().positions.Lists.Procedural[r.lemma(t)]
}

// supposed reports whether "if" stands at token i, or before an insertion that ends there: "if, as expected, …".
func (r *reading) supposed(i int) bool {
	if r.lower(i) == "if" {
		return true
	}
	if r.form(i) != "," {
		return false
	}
	for k := i - 1; k > i-6 && k > r.sentence(i).Start; k-- {
		if r.form(k) == "," {
			return r.lower(k-1) == "if"
		}
	}
	return false
}

// history is the number of days after which what was signed or refused is of another negotiation.
const history = 2 * 365

// mendObjects puts right what the tree took for the objects of a clause.
func (r *reading) mendObjects(c *clause) {
	if o := r.head(c.head); len(c.obj) == 0 && r.rel(c.head) == "acl:relcl" && o >= 0 && r.upos(o) == "PRON" && (r.lower(o) == "something" || r.lower(o) == "anything") && !slices.Contains(c.subj, o) {
		c.obj = []int{o}
	}
	if h := r.head(c.head); len(c.obj) == 0 && !c.passive && base(r.rel(c.head)) == "acl" && c.mark == "that" && h >= 0 && r.upos(h) == "NOUN" && len(c.subj) > 0 && len(c.comp) == 0 {
		c.obj = []int{h} // "the deal that lawmakers rejected", its pronoun taken for a conjunction
	}
	if k := r.child(c.head, "nsubj"); k >= 0 && k < c.head {
		c.obj = slices.DeleteFunc(slices.Clone(c.obj), func(o int) bool {
			return o < k && r.head(o) == c.head && base(r.rel(c.head)) == "ccomp" && !isRelative(r.lower(o)) && r.lower(o) != "what"
		})
	}
	for n, o := range c.obj { // "a concession that was added late and that Holt opposes", its pronoun taken for a conjunction
		if h := r.relativeBefore(o); h >= 0 {
			c.obj = slices.Clone(c.obj)
			c.obj[n] = h
		}
	}
	for n, o := range c.obj { // "the plan is something that parliament refuses to accept"
		if up := r.clause(o); up != nil && up.copula && len(up.subj) > 0 && r.upos(o) == "PRON" && r.rel(c.head) == "acl:relcl" {
			c.obj = slices.Clone(c.obj)
			c.obj[n] = up.subj[0]
			c.neg = c.neg != up.neg // "this is not something we can sign"
		}
	}
}

// relativeBefore returns what a second relative clause behind "and that", "but which" is of:
// what the one before it hangs on; -1 where token o begins none.
func (r *reading) relativeBefore(o int) int {
	if f := r.lower(o); f != "that" && f != "which" || o == 0 || r.upos(o-1) != "CCONJ" {
		return -1
	}
	for k := o - 2; k >= r.sentence(o).Start; k-- {
		if r.rel(k) == "acl:relcl" && r.head(k) >= 0 && r.head(k) < k {
			return r.head(k)
		}
	}
	return -1
}

// sought reports whether a relative clause says what is looked for: "a deal that parliament could ratify".
func (r *reading) sought(c *clause) bool {
	if r.rel(c.head) != "acl:relcl" && base(r.rel(c.head)) != "acl" {
		return false
	}
	up := r.governor(r.head(c.head))
	return up != nil && lex().positions.Lists.Search[up.verb]
}

// onMatter reports whether the first thing that a stance is on can be on the table:
// no person, and no state that is criticised or asked for help.
func (r *reading) onMatter(c *clause, s *stand, on string) bool {
	if s.stance == rapporteur.Conditions && s.whole && s.sure {
		return true // "would not meet Marrow until …"
	}
	if rest := slices.DeleteFunc(slices.Clone(s.targets), func(t int) bool { return t >= 0 && r.timeAt[t] >= 0 && r.clause(t) == nil && r.textUnder(t) < 0 }); len(rest) > 0 {
		s.targets = rest
	}
	for n, t := range s.targets {
		if t < 0 || r.sent[t] != r.sent[c.head] || r.upos(t) == "PRON" {
			continue
		}
		if r.typeAt(t) == lang.PER && r.nounPhrase(t).Len() > 0 && r.textUnder(t) < 0 {
			return len(c.comp) > 0 && objectControl[c.verb] && !r.leaving(c.comp[0])
		}
		if ty := r.typeAt(t); (ty == lang.LOC || ty == lang.ORG || ty == lang.NORP) && r.upos(t) == "PROPN" && s.stance == rapporteur.Reserves {
			if rest := s.targets[n+1:]; len(rest) > 0 {
				s.targets = rest
				return r.onMatter(c, s, on)
			}
			return false
		}
		if t+2 < len(r.kids) && r.lower(t+1) == "to" && r.leaving(t+2) || r.leaving(t) {
			return false // "calls to resign"
		}
		if s.stance != rapporteur.Demands && s.stance != rapporteur.Proposes && s.stance != rapporteur.Conditions && r.upos(t) == "NOUN" && lex().actors.Groups[r.lemma(t)] && !r.anything(t) && r.textUnder(t) < 0 && len(c.comp) == 0 && on != "text" && on != "meeting" && !(c.verb == "accept" && c.neg) {
			return false // "supports farmers"
		}
		if (s.stance == rapporteur.Rejects || s.stance == rapporteur.Accepts) && lex().positions.Lists.Tales[r.lemma(t)] {
			return false // "dismissed suggestions that …"
		}
		return true
	}
	return true
}

// leaving reports whether a predicate says that somebody gives up an office.
func (r *reading) leaving(i int) bool {
	c := r.clause(i)
	return c != nil && c.is(lex().positions.Lists.Resign)
}

// pronominal reports whether the subject of the clause of token i is a pronoun.
func (r *reading) pronominal(i int) bool {
	c := r.clause(i)
	return c != nil && len(c.subj) > 0 && r.upos(c.subj[0]) == "PRON"
}

// keepPositions adds one claim for every actor that is one.
func (r *reading) keepPositions(at int, actors []actor, c rapporteur.Claim, p rapporteur.PositionClaim) {
	if ofRelative(p.Summary) {
		return
	}
	seen := map[string]bool{}
	for _, a := range r.notSpeaker(r.clause(at), actors) {
		if a.token > at && a.Kind != rapporteur.Person && r.cue[a.token] || r.lent(a, actors) {
			continue
		}
		a.Name = strings.Join(strings.Fields(strings.NewReplacer("(", "", ")", "", "“", "", "”", "", `"`, "").Replace(a.Name)), " ")
		a = r.withoutNumber(a)
		if a.Kind == rapporteur.Outlet || a.Name == "" || r.counted(a.token) && !bodied[r.lemma(a.token)] && !r.manyStates(a.token) || a.Kind == rapporteur.Person && r.bystander(a.Name) {
			continue
		}
		if c := r.clause(at); c != nil && len(c.subj) == 1 && r.lower(c.subj[0]) == "it" && r.doc.Tokens[a.token].XPOS == "NNS" {
			continue // "it" is no plural
		}
		if n := r.nameAt(a.token); n != nil {
			// "Norvana accepts …, Norvana Radio reported": the state is not its broadcaster
			if w := tidyName(r.doc.Words(n.Range)); strings.HasPrefix(a.Name, w+" ") && (r.isState(w) || slices.ContainsFunc(r.chain(at), func(s rapporteur.Source) bool { return s.Name == a.Name })) {
				a.Mention = rapporteur.Mention{Name: w, Kind: rapporteur.State, Span: r.bytes(n.Range)}
			}
		}
		if up := r.head(a.token); a.token != at && r.cue[a.token] && r.clause(a.token) == nil && !r.cue[at] && r.tellsOf(a.token, at) && !r.pronominal(at) && !(up >= 0 && up < at && r.cue[up] && r.rel(at) == "xcomp" && r.head(at) == up) {
			continue // the teller, whom the tree took for a subject
		}
		if len(actors) > 1 && a.token > at && slices.ContainsFunc(r.chain(at), func(s rapporteur.Source) bool { return s.Name == a.Name }) {
			continue // likewise: on whose word it stands, behind it
		}
		if k := r.child(a.token, "amod", "det"); k >= 0 && a.Kind != rapporteur.Group && r.upos(a.token) != "PRON" && a.token != at && quantifiers[r.lower(k)] {
			continue // "many Remainers"
		}
		if a.Kind == rapporteur.Group {
			b, ok := r.spokenFor(a, at)
			if !ok {
				continue
			}
			a = b
		}
		if seen[a.Name] {
			continue
		}
		seen[a.Name] = true
		if onHimself(p.Summary, a.Name) || r.namedApart(at, p.Summary, a.Name) || r.ownPlan(a, p.Stance, at) {
			continue // nobody takes a stand on himself
		}
		if h := r.head(at); r.rel(at) == "xcomp" && h >= 0 && (p.Stance == rapporteur.Proposes || p.Stance == rapporteur.Accepts) && slices.ContainsFunc(r.claims, func(f found) bool {
			return f.Position != nil && f.head == h && f.Position.Actor.Name == a.Name && f.Position.Stance == rapporteur.Flexible
		}) {
			continue // "was prepared to offer …" is told by "prepared"
		}
		if slices.ContainsFunc(r.claims, func(f found) bool {
			q := f.Position
			return q != nil && r.sent[f.head] == r.sent[at] && q.Actor.Name == a.Name && q.Stance == p.Stance && q.Summary == p.Summary
		}) {
			continue // "insists that it will not …" is told by both verbs
		}
		one := p
		one.Actor = a.Mention
		claim := c
		claim.Position = &one
		r.add(at, claim)
	}
}
