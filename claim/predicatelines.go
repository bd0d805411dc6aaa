package claim

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// How likely a line must be that no frame has told, and how unlikely one that a
// frame has told, before the learned reader adds or takes it. Lower finds more and
// is wrong more often: docs/lab.md.
const (
	least             = 0.08 // a point or a stand, doubtful; what frames have told of them is taken back below
	likelyIdiom       = 0.12 // a stand that a turn of phrase tells
	likelyMeeting     = 0.4
	likelyMeetingTold = 0.25 // where who, when, and where or how long are told besides
	likelyDeadline    = 0.3
	likelyPut         = 0.2  // a stand, for the provision that it asks for or offers
	likelyMust        = 0.33 // likewise, for what a voice says that another must do
	likelyVague       = 0.22 // for verbs that tell as much of the world as of a text
	measureLikely     = 0.5  // a measure that a side takes by itself, which the learned reader was not taught
	likelyAlone       = 0.3  // what will be, said to be agreed where nothing near speaks of a text or of terms
)

// predicates adds the points, positions and meetings that the learned reader
// finds and no frame has told, and takes back what frames told against it.
func (r *reading) predicates() {
	told := r.predictions()
	likely := r.likelihoods(told)
	r.doubt(likely)
	r.sureStands(told)
	byFrame := len(r.claims)
	p := newPointMaker(r)
	p.extensions()
	var faint []prediction
	for _, x := range told {
		if r.doc.Sentences[r.sent[x.token]].Heading {
			continue
		}
		if x.p < rapporteur.Doubtful {
			faint = append(faint, x)
			continue
		}
		switch x.kind {
		case rapporteur.KindPoint:
			p.foreseen(x)
		case rapporteur.KindPosition:
			if !r.textActs(x.token) { // "the plan proposes that …": a provision, nobody's stand
				r.learnedPosition(x)
			}
		case rapporteur.KindMeeting:
			if x.p >= likelyMeetingTold {
				r.learnedMeeting(x)
			}
		case rapporteur.KindDeadline:
			if x.p >= likelyDeadline {
				r.learnedDeadline(x)
			}
			if x.all[0] >= least && p.duty(x.token) { // "120 prisoners are to be freed by June"
				x.class = string(rapporteur.Proposed)
				p.foreseen(x)
			}
		}
	}
	p.rowMates(byFrame)
	p.putForward(likely)
	p.measures()
	p.namedMeasures()
	p.takeUp()
	p.worths()
	p.faint(faint)
	p.givenFor()
	r.otherDays()
	r.weigh(likely, byFrame)
	r.spoken()
	r.likewise()
	r.unlikewise()
	r.retellings()
}

// foreseen makes a point of a predicate, unless it is in a list, whose items are told as a
// whole, or beside the size of a text.
func (p *pointMaker) foreseen(x prediction) {
	if c := p.clause(x.token); c != nil && c.neg && p.turnedAway(c) {
		return
	}
	if !p.asItem[p.sent[x.token]] && (len(p.known(p.own(x.token))) > 0 || !p.toldText(x.token)) {
		p.learned(x)
	}
}

// faint makes doubtful points and stands, the likeliest of a sentence, where the sentence has no
// surer ones and nothing surer is told of the same.
func (p *pointMaker) faint(told []prediction) {
	sure := len(p.claims)
	best := map[int]prediction{}
	for _, x := range told {
		s := p.sent[x.token]
		if x.p < least || x.kind != rapporteur.KindPoint && x.kind != rapporteur.KindPosition || x.p <= best[s].p {
			continue
		}
		if slices.ContainsFunc(p.claims[:sure], func(f found) bool {
			return p.sent[f.head] == s && (f.Kind == x.kind || (f.Point != nil || f.Position != nil || f.Text != nil) && (p.own(x.token).Contains(f.head) || p.within(x.token, f.head)))
		}) {
			continue
		}
		best[s] = x
	}
	for _, x := range told {
		switch b, ok := best[p.sent[x.token]]; {
		case !ok || b.token != x.token:
		case x.kind == rapporteur.KindPoint:
			p.foreseen(x)
		case !p.textActs(x.token):
			p.learnedPosition(x)
		}
	}
}

// likelihoods are what the learned reader gives the predicates of a report.
type likelihoods struct {
	at   map[int]*prediction         // by token
	most map[int]*[kindCount]float64 // the best of each kind, by sentence
}

func (r *reading) likelihoods(told []prediction) likelihoods {
	l := likelihoods{map[int]*prediction{}, map[int]*[kindCount]float64{}}
	for n := range told {
		x := &told[n]
		l.at[x.token] = x
		m := l.most[r.sent[x.token]]
		if m == nil {
			m = new([kindCount]float64)
			l.most[r.sent[x.token]] = m
		}
		for k := range m {
			m[k] = max(m[k], x.all[k])
		}
	}
	return l
}

// weigh tells of each claim of a kind that the learned reader knows how likely it
// is: by the predicate it was read at and those that this hangs on ("agreed | to
// buy"), or the likeliest of its sentence where it was read at none. The first of
// them, byFrame in number, were told by frames.
func (r *reading) weigh(l likelihoods, byFrame int) {
	for n := range r.claims {
		f := &r.claims[n]
		k := slices.Index(predicateKinds[:], f.Kind)
		if k < 0 {
			continue
		}
		p := l.about(r, f.head, k)
		if f.put { // what is asked for is as likely as that it is
			p = max(p, l.about(r, f.head, 1))
		}
		if m := l.most[r.sent[f.head]]; p == 0 && m != nil {
			p = m[k]
		}
		if n < byFrame {
			p = framed(k, p)
		}
		if f.measure {
			p = max(p, measureLikely)
		}
		if f.plain {
			p = max(p, plainLikely)
		}
		if f.Position != nil && r.replied[f.head] {
			p = max(p, answerLikely)
		}
		f.Likelihood = max(0.01, math.Round(100*p)/100)
	}
}

// answerLikely is how likely a stand told by a bare answer is at least, which the learned reader knows nothing of.
const answerLikely = 0.4

// about returns how likely a line of kind k is due to token i or to what it hangs on.
func (l likelihoods) about(r *reading, i, k int) float64 {
	p := 0.0
	for steps := 0; i >= 0 && steps < 4; i, steps = r.head(i), steps+1 {
		if x := l.at[i]; x != nil {
			p = max(p, x.all[k])
		}
	}
	return p
}

// tellsNumber reports whether words tell a number that is no date.
func (r *reading) tellsNumber(s lang.Range) bool {
	for k := s.Start; k < s.End; k++ {
		if r.upos(k) == "NUM" && (r.timeAt[k] < 0 || r.head(k) > k && r.upos(r.head(k)) == "NOUN") {
			return true
		}
	}
	return false
}

// doubt takes back the positions, and the points said to be agreed, that nothing near them speaks for.
func (r *reading) doubt(l likelihoods) {
	r.claims = slices.DeleteFunc(r.claims, func(f found) bool {
		if r.asItem[r.sent[f.head]] || f.Position == nil && (f.Point == nil || f.Point.Status != rapporteur.Agreed) {
			return false
		}
		m := l.most[r.sent[f.head]]
		if f.Position != nil && r.replied[f.head] {
			return false
		}
		if f.Position != nil && r.slight[f.head] && (m == nil || framed(1, m[1]) < likelyIdiom) {
			return true
		}
		if f.Position != nil && r.phrased[f.head] {
			return m == nil
		}
		return m == nil || max(framed(0, m[0]), framed(1, m[1])) < least
	})
}

// sureStands makes positions of the stands that frames have read on what no agenda
// knows, where the learned reader speaks for them.
func (r *reading) sureStands(told []prediction) {
	for n := range r.unsure {
		x := &r.unsure[n]
		if !slices.ContainsFunc(told, func(p prediction) bool {
			return (p.token == x.c.head || r.head(p.token) == x.c.head) && p.all[1] >= least
		}) {
			continue
		}
		if slices.ContainsFunc(r.claims, func(f found) bool { return f.Position != nil && f.head == x.c.head }) {
			continue
		}
		x.s.likely = true
		r.emitPosition(&x.c, x.s)
	}
}

// learnedPosition makes a position of a predicate that tells one.
func (r *reading) learnedPosition(x prediction) {
	i := x.token
	if r.phrased[i] {
		return // told by a turn of phrase
	}
	bare := !r.substance(i)
	if bare && !r.standsAlone(x) {
		return
	}
	c := r.clause(i)
	if r.unfit(x, c) {
		return
	}
	actors := r.learnedHolders(x, c, bare)
	if len(actors) == 0 {
		return
	}
	s := stand{stance: rapporteur.Stance(x.class), actors: actors, targets: r.behindFirst(c, r.matters(i)), sure: true, settled: true}
	s.stance = r.turned(c, r.noneOf(i, s.stance))
	if c != nil && s.stance == rapporteur.Rejects && (c.verb == "refuse" || c.verb == "decline") && len(c.comp) > 0 {
		if y := r.clause(c.comp[0]); y != nil && y.lexical(lex().positions.Verbs) == string(rapporteur.Rejects) && len(y.obj) > 0 && y.obj[0] > y.head {
			s.stance, s.targets = rapporteur.Flexible, slices.Clone(y.obj) // "refused to rule out a delay"
		}
	}
	if c != nil && s.stance == rapporteur.Rejects && len(s.targets) > 0 && s.targets[0] >= 0 && strings.HasPrefix(r.lemma(s.targets[0]), "counter") && c.lexical(lex().positions.Verbs) != "rejects" && !c.neg {
		s.stance = rapporteur.Proposes // "came back with a counter-offer"
	}
	if c != nil && s.stance == rapporteur.Rejects && (lex().positions.Lists.Hand[c.verb] || c.verb == "file") && !c.neg && !c.passive && len(c.obj) > 0 && r.isTextNoun(c.obj[0]) && r.lemma(c.obj[0]) != "statement" && r.lemma(c.obj[0]) != "letter" {
		s.stance = rapporteur.Proposes // "filed its offer with the regulator"
	}
	if bare {
		if o := r.relativized(c); o >= 0 {
			s.targets = []int{r.apposedTo(o)}
		}
	}
	if (s.stance == rapporteur.Accepts || s.stance == rapporteur.Flexible) && r.hinders(i, s.targets) {
		return // "is an impediment to it", "voiced its opposition to it"
	}
	if r.procedural(c, s) || c != nil && (s.stance == rapporteur.Accepts || s.stance == rapporteur.Proposes) && r.bearing(c, string(s.stance)) {
		return
	}
	for _, f := range r.claims { // told by a frame
		if q := f.Position; q != nil && r.sent[f.head] == r.sent[i] && (f.head == i || q.Stance == s.stance && (s.stance == rapporteur.Conditions || r.within(i, f.head)) || q.Stance == s.stance && slices.ContainsFunc(actors, func(a actor) bool { return a.Name == q.Actor.Name })) {
			return
		}
	}
	words := r.own(i)
	summary := r.standWords(i, s, words)
	if len(s.targets) > 0 && s.targets[0] >= 0 && bare && r.upos(s.targets[0]) == "PRON" {
		if r.lower(s.targets[0]) == "what" {
			return // "it holds what Estrel wants"
		}
		summary = cmp.Or(r.antecedent(s.targets[0]), summary)
	}
	if bare && slices.ContainsFunc(actors, func(a actor) bool { return strings.HasSuffix(summary, a.Name) }) {
		return // "the alliance", of the alliance
	}
	if len(strings.Fields(summary)) < 2 || r.noMatter(&s, summary) || hollowWords(summary) && !(s.stance == rapporteur.Reserves && strings.HasPrefix(summary, "whether ")) || r.ownStand(i, &s, summary) || (s.stance == rapporteur.Demands || s.stance == rapporteur.Flexible || s.stance == rapporteur.Proposes) && aspiration(summary) {
		return
	}
	on, issue := r.onWhat(c, &s, words)
	if on == "" && issue == "" {
		if issue = Other; bare {
			issue = cmp.Or(r.issueBefore(i), Other)
		} else if c != nil {
			issue = cmp.Or(r.issueAround(c, &s), Other)
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
		if onHimself(summary, a.Name) || r.namedApart(i, summary, a.Name) || r.ownPlan(a, s.stance, i) {
			continue
		}
		r.add(i, rapporteur.Claim{Kind: rapporteur.KindPosition, Modality: m, When: when, Position: &rapporteur.PositionClaim{
			Actor: a.Mention, Stance: s.stance, On: on, Issue: issue, Summary: summary, Deed: r.tellsDeed(c, actors, summary),
		}})
	}
	r.putsForward(c, i, s, issue, m)
}

// powers are what one has or lacks without a stand on it.
var powers = words{"right": true, "veto": true, "power": true, "say": true, "control": true, "authority": true, "majority": true, "vote": true, "number": true, "jurisdiction": true, "mandate": true, "leverage": true, "influence": true}

// issueBefore returns the issue of the agenda that was spoken of last before token i, in its
// sentence or the two before, "" for none.
func (r *reading) issueBefore(i int) string {
	sent := lang.Range{Start: r.sentence(i).Start, End: i}
	for n := r.sent[i]; ; {
		if issues := r.known(sent); len(issues) > 0 && r.agendaKnows(issues[0]) {
			return issues[0]
		}
		if n--; n < 0 || n < r.sent[i]-2 || r.doc.Sentences[n].Heading {
			return ""
		}
		sent = r.doc.Sentences[n].Range
	}
}

// disposed reports whether a participle tells how somebody is disposed: "is prepared to …", "was opposed".
func (r *reading) disposed(c *clause) bool {
	table := lex().positions.Participles
	return table[c.verb] != "" || table[r.lower(c.head)] != ""
}

// textActs reports whether a text is what a predicate is said of.
func (r *reading) textActs(i int) bool {
	c := r.clause(i)
	return c != nil && !c.passive && !c.copula && len(c.subj) > 0 && r.isTextNoun(c.subj[0]) && r.child(i, "expl") < 0
}

// substance reports whether a predicate comes with words for what it is about, not
// with pronouns alone: "will not have it".
func (r *reading) substance(i int) bool {
	own := r.own(i)
	subject := lang.Range{}
	c := r.clause(i)
	if len(r.adjoined(i)) > 0 || c != nil && slices.ContainsFunc(c.obj, func(o int) bool { return !own.Contains(o) && r.upos(o) == "NOUN" }) {
		return true // "a concession that … and that Holt opposes"
	}
	if c != nil && len(c.subj) > 0 && !c.passive && r.personal(c.subj) {
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

// adjoined returns what stands right behind a noun with a preposition, though the
// tree hung both on the predicate: "repeated her opposition | to a joint patrol".
func (r *reading) adjoined(i int) []int {
	if r.upos(i) != "NOUN" || r.clause(i) != nil || r.head(i) < 0 {
		return nil
	}
	var out []int
	for _, k := range r.children(r.head(i), "obl") {
		if r.lo[k] == r.hi[i] && r.timeAt[k] < 0 {
			switch r.caseOf(k) {
			case "to", "for", "of", "on", "over", "against", "about":
				out = append(out, r.conjuncts(k)...)
			}
		}
	}
	return out
}

// circumstance reports whether a nominal says only for whose part, on what spot or
// since when something is done: "for its part", "on the spot", "for the first time".
func (r *reading) circumstance(k int) bool {
	if !lex().positions.Lists.Circumstances[r.lemma(k)] {
		return false
	}
	return !slices.ContainsFunc(r.kids[k], func(x int) bool { return r.rel(x) == "nmod" || base(r.rel(x)) == "acl" })
}

// matters returns the heads of what a predicate is about, the likeliest first.
func (r *reading) matters(i int) []int {
	c := r.clause(i)
	if c == nil {
		var out []int
		for _, k := range r.kids[i] {
			switch base(r.rel(k)) {
			case "acl", "ccomp":
				if !r.insertion(k) {
					out = append(out, k)
				}
			case "nmod":
				switch r.caseOf(k) {
				case "for", "of", "to", "on", "about", "over", "against", "with", "in":
					out = append(out, r.conjuncts(k)...)
				}
			}
		}
		out = append(out, r.adjoined(i)...)
		return slices.DeleteFunc(out, func(k int) bool { return k < i || r.circumstance(k) })
	}
	out := slices.Clone(c.comp)
	for _, o := range c.obj { // "showed no inclination | to accept a smaller raise"
		if lex().positions.Lists.Wills[r.lemma(o)] && r.lemma(o) != "flexibility" {
			out = append(out, r.children(o, "acl", "nmod")...)
		}
	}
	for _, k := range r.children(i, "advcl") { // "raised concerns | about whether …"
		if len(c.obj) > 0 && r.lo[k] == r.hi[c.obj[0]] && (r.lower(r.lo[k]) == "about" || r.lower(r.lo[k]) == "over") {
			out = append(out, k)
		}
	}
	if want := c.with("for"); len(want) > 0 && len(c.obj) > 0 && !c.passive && (c.verb == "ask" || c.verb == "press" || c.verb == "petition" || c.verb == "beg" || c.verb == "approach") && want[0] > c.obj[0] && c.obj[0] > i && r.timeAt[want[0]] < 0 {
		return append(out, want...) // "begged its neighbours for seed"
	}
	out = append(out, c.obj...)
	if c.passive && !r.personal(c.agent) && (r.personal(c.subj) || len(c.subj) > 0 && r.upos(c.subj[0]) == "PRON") {
		out = append(out, c.agent...) // "is troubled by the clause"
	}
	if c.passive || c.copula && len(out) == 0 && !r.personal(c.subj) {
		out = append(out, c.subj...)
	}
	var rest []int
	for _, o := range c.obl {
		switch o.prep {
		case "on", "to", "over", "at", "for", "from", "against", "of", "about", "with", "in", "into", "behind", "toward", "towards":
			if r.timeAt[o.head] < 0 && r.typeAt(o.head) == "" && !r.circumstance(o.head) && (o.prep != "for" || o.head > i || c.passive) {
				rest = append(rest, o.head)
			}
		}
	}
	slices.SortStableFunc(rest, func(a, b int) int { // "dug in its heels | over the levy"
		return flag(len(r.known(r.own(a))) == 0) - flag(len(r.known(r.own(b))) == 0)
	})
	if len(c.comp) == 0 && len(c.obj) > 0 && len(rest) > 0 && len(r.known(r.nounPhrase(c.obj[0]))) == 0 && !lex().points.Acts[r.lemma(c.obj[0])] && !r.isTextNoun(c.obj[0]) {
		return append(rest, out...) // "dug in its heels over the levy"
	}
	return append(out, rest...)
}

// depends reports whether the sentence of token i has a word for what something depends on.
func (r *reading) depends(i int) bool {
	s := r.sentence(i)
	for k := s.Start; k < s.End; k++ {
		if l := lex().positions.Lists.Conditional; l[r.lemma(k)] || l[r.lower(k)] {
			return true
		}
	}
	return false
}
