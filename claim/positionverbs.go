package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// predicateStance reads the stance that the words of a predicate tell, without its polarity.
func (r *reading) predicateStance(c *clause) (stand, bool) {
	if n := len(c.subj); n > 1 && r.head(c.subj[0]) == c.head && r.head(c.subj[n-1]) == c.head && base(r.rel(c.subj[n-1])) == "nsubj" {
		c.subj = c.subj[n-1:] // "told parliament she will submit …": two subjects, of which the first is who is told
	}
	s := stand{actors: r.standers(c)}
	if r.asBasis(c) {
		return r.onBasis(c, s), true
	}
	s.actors = r.straight(c, s.actors)
	if x, ok := firstOf(c, s, r.preferred, r.noneWithout, r.conditionStance, r.threat, r.refusal, r.bargained, r.repliedWith, r.wasTurnedDown, r.nothingLess, r.bidStands, r.concedesOnly); ok {
		return x, true
	}
	if c.copula {
		return r.copulaStance(c, s)
	}
	if c.passive {
		return r.passiveStance(c, s)
	}
	if x, ok := firstOf(c, s, r.noRoom, r.called, r.resigns, r.quitsTalks); ok {
		return x, true
	}
	if x, ok := firstOf(c, s, r.canLiveWith, r.imagines, r.voted, r.counsels, r.recommends); ok {
		return x, true
	}
	if o := r.objectsToNothing(c); o >= 0 {
		s.stance, s.settled = rapporteur.Flexible, true
		s.targets = append(r.children(o, "nmod"), append(r.adjoined(o), c.with("to")...)...)
		return s, len(s.targets) > 0
	}
	if x, ok := firstOf(c, s, r.expresses, r.concedes, r.counters); ok {
		return x, true
	}
	return r.verbStance(c, s)
}

// firstOf returns the stand that the first of some rules reads off a clause.
func firstOf(c *clause, s stand, rules ...func(*clause, stand) (stand, bool)) (stand, bool) {
	for _, rule := range rules {
		if x, ok := rule(c, s); ok {
			return x, true
		}
	}
	return s, false
}

// standers returns who holds the stand that a clause tells: its subjects, and whomever they
// stand for.
func (r *reading) standers(c *clause) []actor {
	actors := r.actorsAt(c.subj...)
	if len(actors) == 0 {
		actors = r.meant(c.subj...)
	}
	if up := r.clause(c.up); len(actors) == 0 && len(c.subj) == 0 && c.mark == "to" && up != nil && up.passive && lex().positions.Lists.Reputed[up.verb] {
		actors = r.actorsAt(up.subj...) // "is said to be against …"
	}
	if up := r.clause(c.up); up != nil && r.cue[up.head] && len(c.subj) == 1 && r.lower(c.subj[0]) == "it" && len(up.subj) == 1 && r.shortName(up.subj[0]) {
		if all := r.actorsAt(up.subj...); len(all) > 0 && !(len(actors) == 1 && actors[0].Name == all[0].Name) {
			actors = all
		} // "the MTU says it has offered …", which the tree takes for a person
	}
	if up := r.clause(c.up); up != nil && r.cue[up.head] && len(c.subj) == 1 && r.lower(c.subj[0]) == "they" && len(actors) < 2 {
		if all := r.actorsAt(up.subj...); len(all) > 1 && slices.ContainsFunc(all, func(a actor) bool { return len(actors) == 0 || a.Name == actors[0].Name }) {
			actors = all // "Norvana and Estrel said they would not sign"
		}
	}
	for n, a := range actors { // "his party" is he, whichever party was named last
		if p := r.child(a.token, "nmod:poss"); p >= 0 && r.upos(p) == "PRON" && r.lemma(a.token) == "party" && !r.unruly(a.token) && r.entity[p] >= 0 && r.said.Entities[r.entity[p]].Type == lang.PER {
			name := tidyName(r.said.Entities[r.entity[p]].Name)
			actors[n].Mention = rapporteur.Mention{Name: name, Kind: rapporteur.Person, Span: r.bytes(lang.Range{Start: p, End: p + 1})}
		}
	}
	h := r.head(c.head)
	if r.doc.Tokens[c.head].XPOS == "VBG" && base(r.rel(c.head)) == "acl" && r.rel(c.head) != "acl:relcl" && c.mark == "" {
		if actors = r.handers(h); len(actors) == 0 && h >= 0 && h < c.head && r.caseOf(h) == "with" && len(c.subj) == 0 {
			actors = r.actorsAt(h) // ", with Norvana holding out for a vote"
		}
	}
	if r.rel(c.head) == "acl:relcl" && h >= 0 && len(actors) == 0 && lex().positions.Lists.Motions[r.lemma(h)] && len(c.subj) == 1 && c.subj[0] == h {
		if g := r.governor(h); g != nil && !g.passive && (lex().positions.Lists.Hand[g.verb] || lex().positions.Lists.Carry[g.verb]) {
			actors = r.actorsAt(g.subj...) // "voted for a motion that rejects …"
		}
	}
	if len(actors) == 0 && len(c.subj) == 1 && r.upos(c.subj[0]) == "PRON" && r.entity[c.subj[0]] < 0 {
		switch r.lower(c.subj[0]) {
		case "it", "we", "i", "they": // "Norvana said it would sign …", where nothing else is meant
			actors = r.notSpeaker(c, r.party(c.head))
		}
		if r.lower(c.subj[0]) == "they" {
			actors = slices.DeleteFunc(actors, func(a actor) bool { return a.Kind == rapporteur.Person }) // nobody alone is "they"
		}
	}
	for _, k := range c.subj {
		actors = append(actors, r.suchAs(k)...)
	}
	for _, k := range c.with("including") {
		if n := r.lo[k] + 1; n < len(r.kids) && r.upos(n) == "ADP" {
			continue // "including within the cabinet"
		}
		if slices.ContainsFunc(c.obj, func(o int) bool {
			return o > c.head && o < k && (lex().actors.Groups[r.lemma(o)] || lex().actors.Persons[r.lemma(o)] || r.personal([]int{o}))
		}) {
			continue // "urged her counterparts, including the chancellor, to …"
		}
		for _, a := range r.actorsAt(k) {
			if a.Kind == rapporteur.Person || r.upos(a.token) == "PROPN" { // "two ministers resigned, including Per Holm", but not "its plan, including a customs union"
				actors = append(actors, a)
			}
		}
	}
	if c.passive || c.copula {
		return actors
	}
	return slices.DeleteFunc(actors, func(a actor) bool {
		return a.token > c.head && slices.Contains(c.subj, a.token) && r.rel(a.token) != "nsubj"
	})
}

// shortName reports whether a name is written in capitals, as bodies are.
func (r *reading) shortName(i int) bool {
	f := r.form(i)
	return r.upos(i) == "PROPN" && len(f) > 1 && f == strings.ToUpper(f)
}

// straight leaves of those who may hold a stand the subjects of the clause itself, "told
// parliament she will submit …", and finds the one whom the tree took for an object before.
func (r *reading) straight(c *clause, actors []actor) []actor {
	direct := slices.DeleteFunc(slices.Clone(actors), func(a actor) bool {
		h := a.token
		for base(r.rel(h)) == "conj" && r.head(h) >= 0 {
			h = r.head(h)
		}
		return r.head(h) != c.head || base(r.rel(h)) != "nsubj"
	})
	if len(direct) > 0 && !c.passive && len(c.with("including")) == 0 {
		actors = direct
	}
	if x := r.latent(c); x >= 0 {
		if found := r.actorsAt(x); len(found) > 0 {
			actors = found
		}
	}
	return actors
}

// onBasis reads "sees the plan as a basis for talks", which accepts it on conditions.
func (r *reading) onBasis(c *clause, s stand) stand {
	s.stance, s.whole = rapporteur.Conditions, true
	s.targets = append(slices.Clone(c.obj), c.subj...)
	if c.passive || len(s.actors) == 0 || slices.ContainsFunc(c.subj, func(k int) bool { return r.textUnder(k) >= 0 || r.lower(k) == "it" }) {
		s.actors = r.voice(c.head)
		if r.textOf(s.targets) < 0 {
			s.targets = nil
		}
	}
	return s
}

// passiveStance reads a passive: "the plan was rejected by Norvana", "… is accepted".
func (r *reading) passiveStance(c *clause, s stand) (stand, bool) {
	l := &lex().positions
	if len(c.agent) == 0 {
		if (c.modal == "will" || c.modal == "would") && !c.neg && l.Lists.Refused[c.verb] && len(c.subj) > 0 && (r.textOf(c.subj) >= 0 && !r.hasIf(c) || r.anything(c.subj[0])) {
			s.stance, s.settled, s.whole = rapporteur.Rejects, true, true
			s.actors, s.targets, s.sure = r.party(c.head), slices.Clone(c.subj), true // "anything below six would be voted down, she said"
			return s, len(s.actors) > 0
		}
		if c.verb == "rule" || c.modal != "" && c.modal != "will" {
			return s, false
		}
		return r.adjectiveStance(c, s, l.Participles)
	}
	v := c.lexical(l.Verbs)
	if c.verb == "push" || c.verb == "seek" || c.verb == "want" {
		v = string(rapporteur.Demands) // "a shorter term is being pushed by Norvana"
	}
	if v == "" || v == string(rapporteur.Proposes) && base(r.rel(c.head)) == "acl" || v == string(rapporteur.Accepts) && broad[c.verb] && c.verb != "accept" && c.verb != "approve" && c.verb != "back" || objectControl[c.verb] && c.verb != "push" && c.verb != "want" || r.personal(c.subj) {
		return s, false
	}
	s.stance, s.targets, s.actors = rapporteur.Stance(v), c.subj, r.actorsAt(c.agent...)
	from := c.head
	for _, k := range c.subj {
		from = min(from, r.lo[k])
	}
	s.words = lang.Range{Start: from, End: r.own(c.head).End}
	return s, true
}

// canLiveWith reads "could live with a lower cap".
func (r *reading) canLiveWith(c *clause, s stand) (stand, bool) {
	s.stance, s.targets = rapporteur.Flexible, c.with("with")
	return s, c.verb == "live" && len(s.targets) > 0 && (c.modal == "could" || c.modal == "can" || c.modal == "would")
}

// imagines reads "could imagine phasing in the rise".
func (r *reading) imagines(c *clause, s stand) (stand, bool) {
	if !lex().positions.Lists.Imagine[c.verb] || c.modal != "could" && c.modal != "can" || len(s.actors) == 0 || c.neg || len(c.comp)+len(c.obj) == 0 {
		return s, false
	}
	s.stance, s.targets, s.settled = rapporteur.Flexible, append(slices.Clone(c.comp), c.obj...), true
	for _, k := range c.comp {
		s.targets = append(s.targets, r.children(k, "obj", "obl")...)
	}
	return s, true
}

// recommends reads "recommends acceptance".
func (r *reading) recommends(c *clause, s stand) (stand, bool) {
	if c.verb != "recommend" && c.verb != "advise" || c.neg || len(c.obj) == 0 || len(r.children(c.obj[0], "nmod")) > 0 {
		return s, false
	}
	v := lex().positions.Nouns[r.lemma(c.obj[0])]
	s.stance, s.targets, s.sure, s.whole = rapporteur.Stance(v), []int{c.obj[0]}, true, true
	return s, v == "accepts" || v == "rejects"
}

// objectsToNothing returns the noun of "has no objection to …", -1 for none.
func (r *reading) objectsToNothing(c *clause) int {
	if c.verb != "have" || !lex().positions.Lists.Express[c.verb] {
		return -1
	}
	for _, o := range c.obj {
		if d := r.child(o, "det"); r.lemma(o) == "objection" && d >= 0 && r.lower(d) == "no" {
			return o
		}
		if r.stanceNoun(c, o) != "" {
			return -1
		}
	}
	return -1
}

// stanceNoun returns the stance that an object names, where a verb expresses no more than
// that there is one: "voiced support", "has an objection". "Its demand" is told at the demand.
func (r *reading) stanceNoun(c *clause, o int) string {
	l := &lex().positions
	noun := r.lemma(o)
	v := l.Nouns[noun]
	switch {
	case v == "", l.Nominal[noun] == v && r.child(o, "nmod:poss") >= 0, c.neg, len(c.obj) > 1 && o != c.obj[len(c.obj)-1], r.theOpposition(o),
		noun == "demand" && c.verb == "show",
		noun == "agreement" && (r.child(o, "det") >= 0 || c.verb == "announce" || c.verb == "have"):
		return ""
	}
	return v
}

// expresses reads "voiced support for the plan".
func (r *reading) expresses(c *clause, s stand) (stand, bool) {
	if !lex().positions.Lists.Express[c.verb] {
		return s, false
	}
	for _, o := range c.obj {
		v := r.stanceNoun(c, o)
		if v == "" {
			continue
		}
		s.stance = rapporteur.Stance(v)
		for _, k := range append(r.children(o, "nmod", "acl"), r.children(c.head, "advcl")...) {
			if base(r.rel(k)) == "advcl" && (k < o || r.clause(k) == nil || r.clause(k).mark != "to" || r.doc.Tokens[k].XPOS != "VBG") {
				continue
			}
			if k != c.head {
				s.targets = append(s.targets, r.conjuncts(k)...)
			}
			if x := r.clause(k); x != nil && x.mark == "to" && r.doc.Tokens[k].XPOS == "VBG" {
				s.likely = true // "announced strong opposition to changing the quota"
			}
		}
		s.targets = append(s.targets, c.with("about", "over", "with", "to", "on")...)
		s.targets = append(s.targets, o)
		return s, true
	}
	return s, false
}

// concedes reads "made concessions on the cap", "will make no concessions", "ruled out concessions".
func (r *reading) concedes(c *clause, s stand) (stand, bool) {
	switch c.verb {
	case "make", "offer", "give", "rule":
	default:
		return s, false
	}
	if r.rel(c.head) == "acl:relcl" || !slices.ContainsFunc(c.obj, func(o int) bool { return lex().positions.Lists.Concede[r.lemma(o)] }) {
		return s, false
	}
	s.stance, s.targets, s.sure = rapporteur.Flexible, append(slices.Clone(c.obj), c.comp...), true
	if c.neg || c.verb == "rule" {
		s.stance = rapporteur.Rejects
	}
	for _, o := range c.obl {
		s.targets = append(s.targets, o.head)
	}
	return s, true
}

// voted reads a vote whose matter was told before: "two members voted against".
func (r *reading) voted(c *clause, s stand) (stand, bool) {
	if c.verb != "vote" || len(c.obj) > 0 || c.neg {
		return s, false
	}
	for k := c.head + 1; k < min(c.head+3, len(r.kids)) && r.sent[k] == r.sent[c.head]; k++ {
		if f := r.lower(k); f != "against" && f != "for" && f != "favour" && f != "favor" {
			continue
		} else if end := k + 1; end < r.sentence(k).End && r.upos(end) != "PUNCT" && r.upos(end) != "CCONJ" && r.upos(end) != "ADP" {
			return s, false
		} else if s.stance = rapporteur.Accepts; f == "against" {
			s.stance = rapporteur.Rejects
		}
		s.sure, s.settled, s.whole, s.voted = true, true, true, true
		for _, subj := range c.subj { // "two members, among them the chair, Per Holm, voted against"
			for _, n := range r.doc.Names {
				if np := r.subtree(subj); n.Type == lang.PER && np.Covers(n.Range) && n.End > subj+1 {
					s.actors = append(s.actors, r.actorsAt(n.End-1)...)
				}
			}
		}
		s.targets = []int{k}
		return s, true
	}
	return s, false
}

// anything reports whether a subject is any of its kind: "any deal that …", "anything below six".
func (r *reading) anything(k int) bool {
	d := r.child(k, "det")
	return r.lower(k) == "anything" || d >= 0 && r.lower(d) == "any"
}

// handers returns who gives a text to others, where a participle says what it asks for.
func (r *reading) handers(text int) []actor {
	if h := r.head(max(text, 0)); text >= 0 && h >= 0 && lex().positions.Lists.Remarks[r.lemma(h)] && base(r.rel(text)) == "nmod" {
		text = h // "comments from Holm | casting doubt on it"
	}
	if text >= 0 && lex().positions.Lists.Remarks[r.lemma(text)] {
		for _, k := range r.children(text, "nmod", "nmod:poss") {
			if p := r.caseOf(k); p == "from" || p == "by" || p == "of" || r.rel(k) == "nmod:poss" {
				if all := r.actorsAt(k); len(all) > 0 {
					return all
				}
			}
		}
	}
	if text < 0 || r.textUnder(text) < 0 && r.lemma(text) != "list" && r.lemma(text) != "letter" && r.lemma(text) != "document" {
		return nil
	}
	g := r.governor(text)
	if g == nil || g.passive || !lex().positions.Lists.Hand[g.verb] {
		return nil
	}
	return r.actorsAt(g.subj...)
}

// latent returns the subject of a verb that the tree joined to the clause before, so that
// it took the subject for an object there ("met Marrow, but the opposition leader, Per
// Holm, refused …"), -1 for none.
func (r *reading) latent(c *clause) int {
	if base(r.rel(c.head)) != "conj" || r.child(c.head, "nsubj") >= 0 || r.child(c.head, "aux") >= 0 {
		return -1
	}
	cc := r.child(c.head, "cc")
	if cc < 0 {
		return -1
	}
	for k := cc + 1; k < c.head; k++ {
		if r.lo[k] == cc+1 && r.hi[k] >= c.head-1 && r.hi[k] <= c.head && base(r.rel(k)) == "conj" && (r.upos(k) == "NOUN" || r.upos(k) == "PROPN") {
			return k
		}
	}
	return -1
}

// theNo returns the stance of a noun for a vote: "for a no", "a yes", "" for none.
func (r *reading) theNo(k int) rapporteur.Stance {
	j := k - 1
	for ; j > 0 && r.quoteMark(j); j-- {
	}
	if j < 1 || r.lower(j) != "a" || r.lower(j-1) != "for" || k+1 < len(r.kids) && r.upos(k+1) == "NOUN" {
		return ""
	}
	switch r.lower(k) {
	case "no":
		return rapporteur.Rejects
	case "yes":
		return rapporteur.Accepts
	}
	return ""
}

// theOpposition reports whether a noun of stance rather names people: "gives the opposition time".
func (r *reading) theOpposition(o int) bool {
	d := r.child(o, "det")
	return r.lemma(o) == "opposition" && d >= 0 && r.lower(d) == "the" && r.child(o, "nmod", "acl") < 0
}

// counsels reads what somebody would have others vote: "urged its members to reject the offer",
// "is calling for a no vote".
func (r *reading) counsels(c *clause, s stand) (stand, bool) {
	l := &lex().positions
	if c.neg || c.passive || len(s.actors) == 0 || !l.Lists.Counsel[c.verb] {
		return s, false
	}
	own := r.own(c.head)
	for k := c.head + 1; k < own.End; k++ {
		if v := r.theNo(k); v != "" { // "campaigned for a no"
			s.stance, s.sure, s.settled, s.whole, s.voted, s.targets = v, true, true, true, true, []int{k}
			return s, true
		}
		if r.lemma(k) != "vote" || k+1 >= own.End {
			continue
		}
		ahead := [3]string{r.lower(k - 1)}
		for j := range 2 {
			if k+1+j < own.End {
				ahead[1+j] = r.lower(k + 1 + j)
			}
		}
		for n, w := range ahead {
			switch {
			case w == "no" || w == "against" || w == "down" || w == "“no" || w == "nay" || w == "nyet":
				s.stance = rapporteur.Rejects
			case w == "yes" || w == "for" && n == 1 || w == "favour" || w == "favor" || w == "aye":
				s.stance = rapporteur.Accepts
			}
		}
		if s.stance != "" {
			s.sure, s.settled, s.whole, s.voted = true, true, true, true
			s.targets = []int{k}
			return s, !slices.ContainsFunc(c.comp, func(m int) bool { // "told the radio that he would not rule out a vote"
				x := r.clause(m)
				return x != nil && r.within(k, m) && (x.modal != "" && x.modal != "should" && x.modal != "must" || x.past || x.perfect)
			})
		}
	}
	for _, k := range c.comp {
		x := r.clause(k)
		if x == nil || x.modal != "" && x.modal != "should" || len(x.obj) == 0 || !slices.ContainsFunc(append(slices.Clone(c.obj), x.subj...), func(o int) bool { return l.Lists.Electors[r.lemma(o)] }) {
			continue
		}
		v := x.lexical(l.Verbs)
		if x.neg && v == "accepts" {
			v = "rejects"
		}
		if v == "accepts" || v == "rejects" {
			s.stance, s.settled, s.targets = rapporteur.Stance(v), true, x.obj
			return s, true
		}
	}
	return s, false
}
