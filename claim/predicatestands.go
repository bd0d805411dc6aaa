package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// What the learned reader takes for a stand is looked at once more: whose it is, whether it
// is turned by the words around it, and whether it is told already.

// unfit reports whether a predicate tells no stand of the class that the learned reader takes it for.
func (r *reading) unfit(x prediction, c *clause) bool {
	i := x.token
	if c != nil && (r.asked(c) || r.obliges(c) && x.class != string(rapporteur.Demands)) {
		return true // "what Estrel could accept", "both sides will have to give way"
	}
	if c != nil && (r.putsToVote(c) || r.otherWord(c, x.class)) {
		return true // "called his lawyer", "regretted the quota"
	}
	if c != nil && (r.leftTo(c) || x.class == string(rapporteur.Rejects) && r.agreesOutright(c)) {
		return true // "gave the growers a week to sign it", "adopted a rule that would cut …"
	}
	if c != nil && (r.ratherThan(c) && x.class == string(rapporteur.Accepts) || x.class != string(rapporteur.Accepts) && x.class != string(rapporteur.Flexible) && (c.neg && outright[r.lower(i)] || r.objectsToNothing(c) >= 0)) {
		return true // "rather than sign it", "is not unthinkable", "has no objection to it"
	}
	if c != nil && x.class == string(rapporteur.Rejects) && (r.grantsOnly(c) || r.leadsOut(c)) {
		return true // "would only concede the budget", "took the country out of the pact"
	}
	if c != nil && x.class == string(rapporteur.Demands) && (c.verb == "assure" || c.verb == "reassure" || c.verb == "guarantee" || c.verb == "promise" || c.verb == "pledge") && !r.obliges(c) {
		return true // "assured the rebels that it would hold"
	}
	if x.class == string(rapporteur.Rejects) && r.leastIn(r.sentence(i)) {
		return true // "maintains that nothing less than a treaty will do"
	}
	if c != nil && r.hardly(c) && x.class == string(rapporteur.Accepts) {
		return true
	}
	if x.class == string(rapporteur.Conditions) && (!r.depends(i) || r.evenSo(i)) {
		return true
	}
	if c != nil && (c.neg && x.class == string(rapporteur.Proposes) || c.passive && !r.personal(c.agent) && r.hasIf(c) && x.class == string(rapporteur.Rejects) || c.passive && (c.verb == "ask" || c.verb == "urge" || c.verb == "tell" || c.verb == "order" || c.verb == "press" || c.verb == "push" || c.verb == "call" || c.verb == "implore") && len(c.agent) == 0) {
		return true // "had not offered enough", "has been asked to …"
	}
	if c != nil && c.verb == "suggest" && r.conjectures(c) {
		return true // "suggested the work was coming back"
	}
	if c == nil && r.soughtOf(i, x.class) || c != nil && slices.ContainsFunc(c.obj, func(o int) bool { return lex().positions.Nominal[r.lemma(o)] == x.class && r.soughtOf(o, x.class) }) {
		return true // "won her cabinet's backing"
	}
	if c == nil && (r.ofOther(i) || r.givenUp(i)) {
		return true // "dismissed calls for a new levy", "has dropped its demand"
	}
	if c == nil && x.class == string(rapporteur.Demands) && lex().positions.Lists.Assertions[r.lemma(i)] && slices.ContainsFunc(r.children(i, "acl", "ccomp"), r.factual) {
		return true // "her insistence that the levy will hurt nobody"
	}
	if r.holdsPower(i, c) {
		return true // "parliament holds a veto on the deal"
	}
	if c != nil && c.neg && c.verb == "have" && r.anyIn(lang.Range{Start: i, End: min(i+5, r.sentence(i).End)}, powers) >= 0 {
		return true // "has no such right over the levy"
	}
	if x.class == string(rapporteur.Rejects) && (r.lower(i) == "opposed" && i > 0 && r.lower(i-1) == "as" || c != nil && (r.untold(c) || r.unbacked(c))) {
		return true // "the levy, as opposed to the cap", "refused to say how", "found no support for it"
	}
	if c != nil && lex().positions.Lists.Loud[c.verb] && slices.ContainsFunc(c.obj, func(o int) bool {
		return lex().actors.Persons[r.lemma(o)] || r.typeAt(o) == lang.PER && r.upos(o) == "PROPN"
	}) {
		return true // "praised the president for his patience"
	}
	if r.frank(c) || c == nil && r.ofNobody(i) || r.lendsHand(i, c) {
		return true // "has been open about it", "there are concerns that …", "offered to mediate"
	}
	if c != nil && x.class == string(rapporteur.Rejects) && r.vows(c) {
		return true // "vowed to take it to court"
	}
	if c != nil && (r.meansNoStand(c, rapporteur.Stance(x.class)) || x.class == string(rapporteur.Rejects) && c.is(lex().positions.Lists.Receipts)) {
		return true // "has received no official word from Estrel"
	}
	if c != nil && (c.passive && c.past && c.modal == "" && len(c.agent) == 0 && !r.disposed(c) || c.neg && c.is(lex().positions.Lists.Leave) && x.class == string(rapporteur.Rejects)) {
		return true // "was not consulted, she said", "would not leave the table"
	}
	return false
}

// otherWord reports whether the verb of a clause means another thing than the class that it is taken for.
func (r *reading) otherWord(c *clause, class string) bool {
	switch rapporteur.Stance(class) {
	case rapporteur.Demands:
		return c.verb == "call" && c.lemma == c.verb && !c.passive && len(c.obj) > 0 && len(c.comp) == 0 && len(c.with("for", "on", "upon")) == 0
	case rapporteur.Accepts:
		if c.verb == "decide" { // "decided that the rain had stopped"
			return len(c.comp) > 0 && r.factual(c.comp[0])
		}
		return c.verb == "regret" || c.verb == "lament" || c.verb == "mourn" || c.verb == "rue"
	}
	return false
}

// leftTo reports whether an infinitive tells what somebody is given time or leave to do.
func (r *reading) leftTo(c *clause) bool {
	if c.mark != "to" {
		return false
	}
	g := r.clause(r.head(c.head))
	if g == nil {
		g = r.governor(r.head(c.head))
	}
	if g == nil || g.neg || len(g.obj)+len(g.iobj) == 0 {
		return false
	}
	switch g.verb {
	case "give", "grant", "allow", "leave", "permit", "enable":
		return slices.ContainsFunc(append(slices.Clone(g.obj), g.iobj...), func(o int) bool {
			return len(r.actorsAt(o)) > 0 && !slices.ContainsFunc(g.subj, func(k int) bool { return k == o })
		})
	}
	return false
}

// agreesOutright reports whether a predicate tells by its own word that somebody is for a thing.
func (r *reading) agreesOutright(c *clause) bool {
	if c.neg || c.modal != "" || c.passive || c.copula || len(c.obj) == 0 || c.lemma != c.verb {
		return false
	}
	switch c.verb {
	case "pass", "approve", "adopt", "endorse", "ratify", "sign", "accept":
		return c.past || c.perfect
	}
	return false
}

// untold reports whether a clause says only that somebody would not tell something: "refused to
// detail her plan", "declined to say whether the cap would go".
func (r *reading) untold(c *clause) bool {
	if up := r.clause(r.head(c.head)); up != nil && base(r.rel(c.head)) == "xcomp" && (up.verb == "refuse" || up.verb == "decline") {
		c = up
	}
	return (c.verb == "refuse" || c.verb == "decline") && len(c.comp) > 0 && silences[r.lemma(c.comp[0])]
}

// silences are verbs of telling that no offer and no talk of the negotiation is told with.
var silences = words{
	"say": true, "tell": true, "comment": true, "elaborate": true, "explain": true, "detail": true, "disclose": true, "divulge": true, "reveal": true, "specify": true, "confirm": true, "speculate": true, "predict": true, "answer": true,
	"name": true, "identify": true, "describe": true, "clarify": true, "outline": true, "characterise": true, "characterize": true, "quantify": true, "respond": true, "reply": true, "state": true, "spell": true, "expand": true, "estimate": true, "forecast": true,
}

// holdsPower reports whether a predicate, or a noun that is its object, tells what somebody may do, not what
// he does: "holds a veto on the deal".
func (r *reading) holdsPower(i int, c *clause) bool {
	of := []int{i}
	if c == nil {
		c = r.governor(i)
	} else {
		of = c.obj
	}
	if c == nil || c.neg {
		return false
	}
	switch c.verb {
	case "hold", "have", "wield", "retain", "possess", "enjoy":
		return slices.ContainsFunc(of, func(o int) bool {
			return (r.lemma(o) == "veto" || r.lemma(o) == "right" || r.lemma(o) == "power") && slices.Contains(c.obj, o)
		})
	}
	return false
}

// ofNobody reports whether a noun of stance is only said to be there, with nobody named whose it is:
// "there are concerns that the levy would hurt growers".
func (r *reading) ofNobody(i int) bool {
	s := r.sentence(i)
	if r.child(i, "nmod:poss", "compound") >= 0 || slices.ContainsFunc(r.children(i, "nmod"), func(k int) bool {
		p := r.caseOf(k)
		return p == "from" || p == "among" || p == "in" || p == "within" || p == "by" || p == "on"
	}) {
		return false
	}
	for k := i - 1; k > max(i-6, s.Start); k-- {
		if r.lemma(k) == "be" || r.lemma(k) == "remain" {
			return r.lower(k-1) == "there" || k-2 >= s.Start && r.lower(k-2) == "there"
		}
		if u := r.upos(k); u != "ADJ" && u != "ADV" && u != "DET" && u != "CCONJ" {
			return false
		}
	}
	return false
}

// lendsHand reports whether what is offered is a service to those who negotiate: "offered to mediate",
// "his offer to help".
func (r *reading) lendsHand(i int, c *clause) bool {
	to := r.children(i, "acl")
	if c != nil {
		to = c.comp
	}
	return r.lemma(i) == "offer" && len(to) > 0 && (c == nil || len(c.obj) == 0) && aids[r.lemma(to[0])]
}

// aids are services to those who negotiate.
var aids = words{"mediate": true, "help": true, "assist": true, "host": true, "facilitate": true, "broker": true, "serve": true, "step": true, "explain": true, "brief": true, "arbitrate": true, "intercede": true, "chair": true}

// unbacked reports whether a clause says that somebody was not backed, which is no stand of his: "found
// no support among the islands for the cap".
func (r *reading) unbacked(c *clause) bool {
	switch c.verb {
	case "find", "get", "win", "gain", "receive", "attract", "garner", "secure", "muster", "enjoy", "obtain", "command", "lack":
		return slices.ContainsFunc(c.obj, func(o int) bool { return lex().positions.Nouns[r.lemma(o)] == "accepts" })
	}
	return false
}

// learnedHolders returns who holds a stand that the learned reader tells, nobody where it is no stand of theirs.
func (r *reading) learnedHolders(x prediction, c *clause, bare bool) []actor {
	i := x.token
	actors := r.notSpeaker(c, r.holder(i, rapporteur.Stance(x.class)))
	if x.class == string(rapporteur.Conditions) {
		if r.underAssertion(c) {
			return nil
		}
		actors = r.conditioner(c, actors)
	}
	if c != nil && len(c.subj) > 0 && len(actors) > 0 && r.direct(i) && (r.lower(c.subj[0]) == "we" || r.lower(c.subj[0]) == "i") && r.lower(actors[0].token) != "we" && r.lower(actors[0].token) != "i" && (r.upos(actors[0].token) == "PRON" || r.sent[actors[0].token] != r.sent[i] || r.within(actors[0].token, i) && actors[0].token > i) {
		actors = r.party(i) // "they cannot give it, so we will do no deal"
	}
	if by := r.givers(i); c == nil && len(by) > 0 {
		actors = by
	}
	if bare && r.direct(i) && len(c.subj) > 0 && (r.lower(c.subj[0]) == "we" || r.lower(c.subj[0]) == "i") {
		actors = r.party(i)
	}
	if c != nil && x.class == string(rapporteur.Demands) && r.obliges(c) { // "the fighters must leave" is no demand of theirs
		actors = slices.DeleteFunc(slices.Clone(actors), func(a actor) bool { return slices.Contains(c.subj, a.token) && a.Kind == rapporteur.Group })
	}
	if len(actors) == 0 || c != nil && r.disposed(c) && base(r.rel(i)) == "acl" && len(c.subj) > 0 && !slices.ContainsFunc(actors, func(a actor) bool { return slices.Contains(c.subj, a.token) }) {
		return nil // "with many of her deputies | opposed to it"
	}
	if c == nil { // "her objections to Norvana staying in the union" are not Norvana's
		actors = slices.DeleteFunc(slices.Clone(actors), func(a actor) bool {
			return a.token > i && r.inComplement(a.token, i, "to", "about", "over", "against", "for")
		})
		if len(actors) == 0 {
			return nil
		}
	}
	actors = slices.DeleteFunc(slices.Clone(actors), func(a actor) bool {
		h := r.head(a.token)
		return h >= 0 && r.lemma(h) == "exception" && a.token > h || r.caseOf(a.token) == "except" || r.caseOf(a.token) == "unlike"
	})
	if c != nil && (r.ofUnnamed(c, actors) || r.ofOtherPeople(c, actors)) {
		return nil // "rebuked those who voiced concerns"
	}
	return actors
}

// ofUnnamed reports whether a relative clause tells the stand of people whom it does not name, so
// that it is nobody else's: "those | who voiced concerns", "a man | who opposes the levy".
func (r *reading) ofUnnamed(c *clause, actors []actor) bool {
	h := r.head(c.head)
	if r.rel(c.head) != "acl:relcl" || h < 0 || !slices.Contains(c.subj, h) {
		return false
	}
	if l := lex().actors; !l.Groups[r.lemma(h)] && !l.Persons[r.lemma(h)] && r.upos(h) != "PRON" {
		return false
	}
	np := r.nounPhrase(h)
	return !slices.ContainsFunc(actors, func(a actor) bool {
		return a.token == h || np.Contains(a.token) || r.within(a.token, h) && a.token < c.head || r.within(h, a.token) || r.entity[h] >= 0 && a.token < len(r.entity) && r.entity[a.token] == r.entity[h]
	})
}

// ofOtherPeople reports whether a predicate's own subject tells people whom it does not name, so that its
// stand is not that of somebody further off: "Holt said other members | want to leave".
func (r *reading) ofOtherPeople(c *clause, actors []actor) bool {
	if c.passive || c.copula || r.obliges(c) || len(c.subj) != 1 || len(actors) == 0 {
		return false
	}
	h := c.subj[0]
	if u := r.upos(h); u != "NOUN" || !lex().actors.Groups[r.lemma(h)] && !lex().actors.Persons[r.lemma(h)] || r.doc.Tokens[h].XPOS != "NNS" {
		return false
	}
	return r.someOf(h) && !slices.ContainsFunc(actors, func(a actor) bool { return r.within(a.token, h) })
}

// ownPlan reports whether somebody is told to be against a plan or deal of his own, which is told of others:
// "with many of her deputies opposed to it, Marrow put off the vote on her accord".
func (r *reading) ownPlan(a actor, stance rapporteur.Stance, at int) bool {
	if stance != rapporteur.Rejects && stance != rapporteur.Reserves || r.phrased[at] {
		return false
	}
	var on []int
	if c := r.clause(at); c != nil {
		if on = slices.Clone(c.obj); c.passive {
			on = append(on, c.subj...)
		}
		for _, o := range c.obl {
			on = append(on, o.head)
		}
		for _, k := range c.comp {
			if x := r.clause(k); x != nil {
				on = append(on, x.obj...)
			}
		}
	}
	for _, t := range on {
		if t < 0 || t == a.token {
			continue
		}
		meant := r.upos(t) == "PRON"
		if meant {
			if t = r.textMeant(t); t < 0 {
				continue
			}
		}
		if p := r.child(t, "nmod:poss"); p >= 0 && r.isTextNoun(t) && (meant || r.upos(p) == "PROPN" && (p < at) == (t < at)) && r.stands(p, a) {
			return true
		}
	}
	return false
}

// stands reports whether token p names an actor or is a pronoun for him.
func (r *reading) stands(p int, a actor) bool {
	if a.token >= 0 && a.token < len(r.entity) && r.entity[p] >= 0 && r.entity[p] == r.entity[a.token] {
		return true
	}
	return slices.ContainsFunc(r.actorsAt(p), func(b actor) bool { return b.Name == a.Name })
}

// vows reports whether a clause says what somebody means to do, and not against what: "vowed to go to
// court", but not "vowed to fight the levy".
func (r *reading) vows(c *clause) bool {
	x := c
	if len(c.comp) > 0 && lex().positions.Lists.Mean[c.verb] {
		x = r.clause(c.comp[0])
	} else if up := r.clause(r.head(c.head)); up == nil || base(r.rel(c.head)) != "xcomp" || !lex().positions.Lists.Mean[up.verb] || up.neg {
		return false
	}
	if x == nil || x.mark != "to" || c.neg || x.neg {
		return false
	}
	l := &lex().positions
	return !x.is(l.Lists.Opposing) && x.lexical(l.Verbs) != string(rapporteur.Rejects) && !x.is(l.Lists.Leave) && !l.Lists.Leave[x.lemma]
}

// conditioner returns who makes one thing hang on another: whoever says so, where the clause names only
// who is to fulfil it: "further cuts will depend on how Estrel keeps its word, | officials say".
func (r *reading) conditioner(c *clause, actors []actor) []actor {
	l := &lex().positions.Lists
	if c != nil && (c.modal == "can" || c.modal == "could" || c.modal == "will" || c.modal == "would" || c.modal == "may" || c.modal == "might") && l.Spared[c.verb] && len(c.subj) > 0 && r.upos(c.subj[0]) != "PRON" {
		if v := r.party(c.head); len(v) > 0 { // "the islands could avoid the levy if they sign, | Brandt said"
			return v
		}
	}
	if c == nil || !l.Depend[c.verb] && !l.Contingent[c.verb] && !l.Condition[c.verb] || !slices.ContainsFunc(actors, func(a actor) bool { return a.token > c.head && r.within(a.token, c.head) }) {
		return actors
	}
	return r.party(c.head)
}

// inComplement reports whether token k stands below a complement of noun i that one of some prepositions leads.
func (r *reading) inComplement(k, i int, preps ...string) bool {
	return slices.ContainsFunc(r.children(i, "nmod"), func(x int) bool { return slices.Contains(preps, r.caseOf(x)) && r.within(k, x) })
}

// retellings leaves out the stands of an actor whose words a longer one of his in the sentence holds.
func (r *reading) retellings() {
	bySentence := map[int][]int{}
	for n, f := range r.claims {
		if f.Position != nil {
			bySentence[r.sent[f.head]] = append(bySentence[r.sent[f.head]], n)
		}
	}
	drop := map[int]bool{}
	for _, all := range bySentence {
		for _, a := range all {
			for _, b := range all {
				if a != b && !drop[b] && repeats(r.claims[a].Position, r.claims[b].Position) {
					drop[a] = true
				}
			}
		}
	}
	if len(drop) == 0 {
		return
	}
	kept := r.claims[:0]
	for n, f := range r.claims {
		if !drop[n] {
			kept = append(kept, f)
		}
	}
	r.claims = kept
}

// repeats reports whether a stand tells nothing that a longer one of the same actor does not.
func repeats(a, b *rapporteur.PositionClaim) bool {
	if a.Actor.Name != b.Actor.Name || a.On == "text" && b.On != "text" || len(a.Summary) >= len(b.Summary) {
		return false
	}
	same := a.Stance == b.Stance && a.Deed && !b.Deed && a.Stance == rapporteur.Demands // "must stay" of "the duties must stay"
	return (same || a.Stance == rapporteur.Demands && b.Stance == rapporteur.Proposes) && strings.HasSuffix(b.Summary, a.Summary)
}

// givers returns from whom an offer comes: "the offer of a break | from the union".
func (r *reading) givers(i int) []actor {
	v := lex().positions.Nominal[r.lemma(i)]
	if v == "" || v == string(rapporteur.Accepts) || r.child(i, "nmod:poss") >= 0 {
		return nil
	}
	for _, h := range append([]int{i}, r.children(i, "nmod")...) {
		for _, k := range r.children(h, "nmod") {
			if p := r.caseOf(k); k > i && (p == "from" || p == "by" && (h == i || v == string(rapporteur.Proposes))) {
				if all := r.sides(r.actorsAt(k)); len(all) > 0 {
					return all
				}
			}
		}
	}
	return nil
}

// evenSo reports whether the only condition of a sentence is one that changes nothing: "even in the event of …".
func (r *reading) evenSo(i int) bool {
	s := r.sentence(i)
	even := false
	for k := s.Start; k+1 < s.End; k++ {
		switch f := r.lower(k); {
		case f == "even" && (r.lower(k+1) == "if" || r.lower(k+1) == "in" || r.lower(k+1) == "without"):
			even = true
			k++
		case f == "if", f == "unless", f == "until", f == "condition", f == "provided", f == "depend", f == "once":
			return false
		}
	}
	return even
}

// unwilling reports whether a clause says what somebody is not ready to do: "is not willing to engage".
func (r *reading) unwilling(c *clause) bool {
	adj := lex().positions.Adjectives
	if c.neg && c.copula && adj[r.lower(c.head)] == "flexible" {
		return true
	}
	up := r.clause(c.up)
	return up != nil && up.neg && up.copula && base(r.rel(c.head)) == "xcomp" && adj[r.lower(up.head)] == "flexible"
}

// turned turns a stand that a clause says is held no longer, or whose refusal it denies: "no longer
// insists", "did not exclude".
func (r *reading) turned(c *clause, stance rapporteur.Stance) rapporteur.Stance {
	if c == nil {
		return stance
	}
	l := &lex().positions
	switch {
	case r.noLonger(c) && (stance == rapporteur.Demands || stance == rapporteur.Reserves):
		return rapporteur.Flexible
	case (stance == rapporteur.Flexible || stance == rapporteur.Accepts) && r.unwilling(c):
		return rapporteur.Rejects
	case stance == rapporteur.Conditions && !c.neg && refusing[c.verb] && !r.withCondition(c):
		return rapporteur.Rejects
	case c.neg && stance == rapporteur.Rejects && (l.Lists.Deny[c.verb] || l.Adjectives[r.lower(c.head)] == "rejects" || l.Participles[r.lower(c.head)] == "rejects"):
		return rapporteur.Flexible
	case stance == rapporteur.Rejects && c.verb == "join" && !c.neg && c.modal == "" && c.mark == "" && slices.ContainsFunc(c.obj, r.isTextNoun):
		return rapporteur.Accepts // "joined the pact a day later"
	}
	return stance
}

// hinders reports whether a predicate says that somebody is or sets an obstacle, or stands against something.
func (r *reading) hinders(i int, targets []int) bool {
	return slices.ContainsFunc(append(slices.Clone(targets), i), func(k int) bool {
		if k < 0 || r.upos(k) != "NOUN" {
			return false
		}
		switch r.lemma(k) {
		case "obstacle", "hurdle", "impediment", "barrier", "holdout", "spoiler":
			return true
		case "block", "point":
			return r.hasKid(k, "stumbling") || r.hasKid(k, "sticking")
		}
		n := lex().positions.Nominal[r.lemma(k)]
		return n == string(rapporteur.Rejects) && (k == i || base(r.rel(k)) == "obj")
	})
}

// refusing are verbs of not doing what is asked.
var refusing = words{"refuse": true, "decline": true, "reject": true, "spurn": true, "rebuff": true, "rule out": true, "oppose": true}

// withCondition reports whether words below a clause name a condition.
func (r *reading) withCondition(c *clause) bool {
	s := r.own(c.head)
	for k := s.Start; k < s.End; k++ {
		switch r.lower(k) {
		case "unless", "until", "without", "if", "before", "except", "till", "provided", "once", "pending", "absent":
			return true
		}
	}
	return false
}

// standsAlone reports whether a predicate that comes with no words for what it is about may
// tell a stand on what was spoken of before: "would not budge", "is opposed".
func (r *reading) standsAlone(x prediction) bool {
	return x.p >= rapporteur.Doubtful && r.clause(x.token) != nil && r.upos(x.token) != "NOUN" && !r.leaving(x.token) && x.class != string(rapporteur.Conditions)
}

// relativized returns what a relative clause is on that names somebody else as the subject of
// its predicate or of one above it: "a deal | the guild turned down"; -1 for none.
func (r *reading) relativized(c *clause) int {
	for ; c != nil; c = r.clause(c.up) {
		h := r.head(c.head)
		if r.rel(c.head) == "acl:relcl" && h >= 0 && r.upos(h) != "PRON" && !slices.Contains(c.subj, h) && !r.personal([]int{h}) {
			return h
		}
		if base(r.rel(c.head)) != "xcomp" && base(r.rel(c.head)) != "ccomp" {
			break
		}
	}
	return -1
}

// apposedTo returns what a noun stands beside that says no more of it than what it is taken
// for, "a levy, | a step that Norvana opposes", the noun itself where it says more.
func (r *reading) apposedTo(o int) int {
	h := r.head(o)
	if base(r.rel(o)) != "appos" || h < 0 || r.upos(h) != "NOUN" || r.child(o, "nmod", "compound", "nmod:poss") >= 0 {
		return o
	}
	for base(r.rel(h)) == "nmod" && r.upos(r.head(h)) == "NOUN" {
		h = r.head(h) // of a unit of 250 people the unit
	}
	return h
}

// ofOther reports whether a noun for a stand tells one that its governor's subject does not
// make but meets with: "rebuffed calls for a pay freeze".
func (r *reading) ofOther(i int) bool {
	g := r.governor(i)
	if g == nil || g.passive || r.child(i, "nmod:poss") >= 0 || r.head(i) != g.head || slices.ContainsFunc(r.kids[i], func(k int) bool { return k < i && r.nameAt(k) != nil }) {
		return false
	}
	l := &lex().positions
	if l.Lists.Meets[g.verb] && len(r.givers(i)) == 0 {
		return true // "faced mounting opposition"
	}
	v := g.lexical(l.Verbs)
	for _, o := range g.obl {
		if o.head == i {
			v = l.Prepositions[g.lemma+" "+o.prep]
			if o.prep == "against" {
				return true
			}
		}
	}
	return v == string(rapporteur.Rejects) || v == string(rapporteur.Reserves) || v == string(rapporteur.Accepts)
}

// noneOf turns a stand that somebody is said to have shown none of, or little: "has shown
// no willingness | to open its ports".
func (r *reading) noneOf(i int, stance rapporteur.Stance) rapporteur.Stance {
	if stance != rapporteur.Flexible && stance != rapporteur.Accepts {
		return stance
	}
	nouns := []int{i, r.head(i)}
	if c := r.clause(i); c != nil {
		nouns = append(nouns, c.obj...)
	}
	for _, k := range nouns {
		if k < 0 || r.upos(k) != "NOUN" || !lex().positions.Lists.Wills[r.lemma(k)] && !(k == i && lex().positions.Nouns[r.lemma(k)] == string(rapporteur.Accepts)) || k != i && r.head(k) != i && base(r.rel(i)) != "acl" {
			continue
		}
		for _, d := range r.children(k, "det", "amod") {
			switch r.lower(d) {
			case "no":
				return rapporteur.Rejects
			case "little", "scant", "limited":
				return rapporteur.Reserves
			}
		}
	}
	return stance
}

// givenUp reports whether a noun is the object of a predicate that says it was dropped.
func (r *reading) givenUp(i int) bool {
	c := r.clause(r.head(i))
	return c != nil && base(r.rel(i)) == "obj" && c.value(lex().points.Status) == string(rapporteur.Dropped)
}
