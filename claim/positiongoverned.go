package claim

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// verbStance reads the verbs of the lexicon with what they govern.
func (r *reading) verbStance(c *clause, s stand) (stand, bool) {
	r.joinPurpose(c)
	v := r.prepositional(c, &s)
	if v == "" {
		if c.verb == "insist" || c.verb == "maintain" || c.verb == "stress" || c.verb == "reiterate" {
			if len(c.comp) > 0 { // "insisted that the talks had gone well" demands nothing
				return r.insisted(c, s)
			}
			return s, false
		}
		if v = r.ofVerb(c, &s); v == "" {
			return s, false
		}
		s.targets = append(s.targets, c.obj...)
		s.targets = append(s.targets, c.comp...)
	}
	s.stance = rapporteur.Stance(v)
	if v == "flexible" && c.verb == "settle" && slices.ContainsFunc(s.targets, func(t int) bool { return r.lemma(t) == "nothing" || r.lemma(t) == "less" }) {
		s.stance = rapporteur.Demands // "settles for nothing less than the whole coast"
		for _, t := range slices.Clone(s.targets) {
			s.targets = append(r.children(t, "nmod", "obl"), s.targets...)
		}
	}
	if r.noStand(c, s, v) {
		return s, false
	}
	return r.withComplement(c, s)
}

// joinPurpose makes a complement of what the tree took for a purpose: "pressed Norvana to cut …".
func (r *reading) joinPurpose(c *clause) {
	if len(c.comp) > 0 || len(c.obj) == 0 || !objectControl[c.verb] {
		return
	}
	for _, k := range r.children(c.head, "advcl") {
		if m := r.child(k, "mark"); k > c.obj[0] && m >= 0 && r.lower(m) == "to" && r.lo[k] == r.hi[c.obj[0]] {
			c.comp = append(c.comp, k)
		}
	}
}

// prepositional reads the stance that a verb tells with a preposition, and what it is on:
// "insists on lifting …", "objects to the cap", "stands firm on".
func (r *reading) prepositional(c *clause, s *stand) string {
	l := &lex().positions
	v := ""
	if len(c.obj) == 0 && strings.Contains(c.lemma, " ") { // "voted down the accord"
		for _, o := range c.obl {
			if o.prep == "" && r.timeAt[o.head] < 0 {
				s.targets = append(s.targets, o.head)
			}
		}
	}
	for _, k := range r.kids[c.head] {
		if m := r.child(k, "mark"); base(r.rel(k)) == "advcl" && m >= 0 && k > c.head && r.doc.Tokens[k].XPOS == "VBG" && v == "" {
			if w := l.Prepositions[c.verb+" "+r.lower(m)]; w != "" {
				v, s.targets = w, append(s.targets, k)
			}
		}
	}
	r.firmly(c)
	for _, o := range c.obl {
		if r.circumstance(o.head) || o.prep == "for" && o.head < c.head && r.head(o.head) == c.head && !isRelative(r.lower(o.head)) {
			continue // "for its part", "for that reason"
		}
		if n := r.lo[o.head]; r.rel(c.head) == "acl:relcl" && r.lower(n) == o.prep && n+1 < o.head && r.upos(n+1) == "ADP" {
			continue // "the promises that Norvana agreed to | in phase one"
		}
		if w := l.Prepositions[c.lemma+" "+o.prep]; w != "" { // but not "called out Norvana for dumping"
			v, s.targets = w, append(s.targets, o.head)
			if k := r.doneBy(c, o.head); o.prep == "for" && k >= 0 { // "is pushing for Norvana to cut …"
				s.targets = append(s.targets, append([]int{k}, r.clause(k).obj...)...)
				s.words, s.whole = lang.Range{Start: r.lo[o.head] + 1, End: r.extent(k)}, true
			}
		}
		if w := cmp.Or(l.Verbs[c.verb+" "+o.prep], l.Verbs[c.verb+"e "+o.prep]); w != "" && o.prep != "" && strings.HasPrefix(c.lemma, c.verb) && v == "" {
			v, s.targets = w, append(s.targets, o.head) // "ruled out any base", its particle taken for a preposition
		}
	}
	return v
}

// firmly gives "holds firm" what the tree hung on "firm".
func (r *reading) firmly(c *clause) {
	if c.verb != "hold" && c.verb != "stand" {
		return
	}
	for k := c.head + 1; k < min(c.head+3, len(r.kids)); k++ {
		if r.lower(k) != "firm" || r.sent[k] != r.sent[c.head] {
			continue
		}
		c.lemma = c.verb + " firm"
		for _, x := range r.children(k, "obl", "nmod") {
			c.obl = append(slices.Clone(c.obl), oblique{r.caseOf(x), x})
		}
	}
}

// ofVerb reads the stance that a verb tells by itself.
func (r *reading) ofVerb(c *clause, s *stand) string {
	switch c.verb {
	case "urge", "press", "pressure", "implore", "ask", "push", "exhort", "beg":
		if c.verb == "urge" && len(c.obj) > 0 {
			return "demands"
		}
		if len(c.comp) > 0 && (r.clause(c.comp[0]) == nil || r.clause(c.comp[0]).mark == "to") && (len(c.obj) > 0 || len(c.iobj) > 0) {
			return "demands"
		}
		return ""
	case "agree":
		// "agreed on the plan with": the points tell what was agreed
		switch {
		case r.onlyIf(c) && len(s.actors) == 1 && len(c.comp) > 0:
			s.settled, s.whole = true, true // "agreed to lift the ban only after …"
			return "conditions"
		case len(c.with("on")) > 0 || len(c.comp) > 0 || len(s.actors) > 1 || len(c.obj) == 0:
			return ""
		}
		return "accepts"
	}
	return c.lexical(lex().positions.Verbs)
}

// noStand reports whether a verb of stance tells none, for what it stands with.
func (r *reading) noStand(c *clause, s stand, v string) bool {
	l := &lex().positions
	onText := func(t int) bool { return r.textUnder(t) >= 0 }
	switch {
	case (c.verb == "want" || c.verb == "seek") && r.rel(c.head) == "acl:relcl" && len(c.comp) == 0 && slices.ContainsFunc(c.subj, func(k int) bool { return r.upos(k) == "PRON" }):
		return true // "the future we want"
	case c.verb == "agree" && len(s.actors) > 1, c.verb == "require" && r.child(c.head, "csubj") >= 0:
		return true
	case (c.verb == "back" || c.verb == "support") && len(c.obj) == 0 && !c.passive && v != "flexible":
		return true // "backed out of the deal"
	case c.verb == "suggest" && r.conjectures(c):
		return true
	case slices.ContainsFunc(c.obj, r.oneself):
		return true
	case r.bearing(c, v):
		return true
	case l.Lists.Felt[c.verb] && !slices.ContainsFunc(s.targets, func(t int) bool { return onText(t) || r.upos(t) == "PRON" && r.textMeant(t) >= 0 }):
		return true
	case v == "flexible" && slices.ContainsFunc(s.targets, func(t int) bool { return l.Nominal[r.lemma(t)] != "" && r.child(t, "nmod:poss") >= 0 }):
		return true // "backed away from its demand" is told at the demand
	case c.is(l.Lists.Vote) && (!slices.ContainsFunc(s.targets, onText) || slices.ContainsFunc(s.actors, func(a actor) bool { return a.Kind == rapporteur.State })):
		return true
	}
	return (c.verb == "refuse" || c.verb == "decline") && r.ofWords(c) || r.putsToVote(c)
}

// putsToVote reports whether a clause tells that somebody lets his own people vote: "will ask its members to decide on
// the toll", which says not how.
func (r *reading) putsToVote(c *clause) bool {
	if c.verb != "ask" && c.verb != "invite" && c.verb != "call" && c.verb != "request" && c.verb != "want" {
		return false
	}
	return slices.ContainsFunc(append(slices.Clone(c.obj), c.iobj...), func(o int) bool { return lex().positions.Lists.Electors[r.lemma(o)] }) &&
		slices.ContainsFunc(c.comp, func(k int) bool {
			x := r.clause(k)
			return x != nil && (x.verb == "vote" || x.verb == "decide") && r.anyIn(r.own(k), words{"against": true, "for": true, "down": true, "yes": true, "no": true, "favour": true, "favor": true}) < 0
		})
}

// bearing reports whether a verb of stance v tells only how somebody bears himself, or what he has to say.
func (r *reading) bearing(c *clause, v string) bool {
	l := &lex().positions.Lists
	switch {
	case manner[c.verb] && slices.ContainsFunc(c.obj, func(o int) bool { return l.Bearings[r.lemma(o)] }):
		return true // "adopted a sceptical tone"
	case v == "proposes" && (c.verb == "offer" || c.verb == "volunteer") && r.anyIn(lang.Range{Start: c.head + 1, End: min(c.head+8, r.sentence(c.head).End)}, words{"comment": true}) >= 0:
		return true // "offered only a curt “no comment”"
	}
	return v == "proposes" && slices.ContainsFunc(c.obj, func(o int) bool { return l.Courtesies[r.lemma(o)] }) // "offered no clarity"
}

// manner are verbs for how somebody bears himself: "adopted a sceptical tone", "embraced a policy of …".
var manner = words{"adopt": true, "embrace": true, "offer": true, "strike": true, "show": true, "display": true, "present": true, "champion": true}

// opinion reports whether what is suggested is how things are: "suggested the real reason was …".
func (r *reading) opinion(k int) bool {
	x := r.clause(k)
	if x == nil {
		return false
	}
	switch x.modal {
	case "should", "must", "ought":
		return x.perfect
	case "could", "might":
		return x.perfect || x.passive
	case "will", "would", "may", "can":
		return true
	}
	if u := r.child(k, "aux"); u >= 0 && r.lemma(u) == "do" {
		return true
	}
	return x.perfect || x.ongoing || r.finiteTag(k) != "" && r.finiteTag(k) != "VB" && r.finiteTag(k) != "VBG"
}

// conjectures reports whether a clause suggests that something is so, not that it be done: "suggested in a
// letter that the envoy had left", "suggested Brandt would block it".
func (r *reading) conjectures(c *clause) bool {
	if len(c.comp) > 0 {
		return len(c.obj) == 0 && r.opinion(c.comp[0])
	}
	for k := c.head + 1; k < min(c.head+16, r.sentence(c.head).End); k++ {
		if x := r.clause(k); x != nil && len(x.subj) > 0 && x.subj[0] > c.head && x.mark != "if" {
			return r.opinion(k)
		}
	}
	return false
}

// oneself reports whether an object is the subject itself.
func (r *reading) oneself(o int) bool {
	return strings.HasSuffix(r.lower(o), "self") || strings.HasSuffix(r.lower(o), "selves")
}

// ofWords reports whether somebody will not say something: "declined to comment on …".
func (r *reading) ofWords(c *clause) bool {
	for k := c.head + 1; k+1 < len(r.kids) && k < c.head+4; k++ {
		if w := r.lemma(k + 1); r.lower(k) == "to" && lex().positions.Lists.Words[w] && w != "discuss" && w != "make" && w != "give" {
			return true
		}
	}
	return false
}

// withComplement reckons with what is wanted, urged or refused.
func (r *reading) withComplement(c *clause, s stand) (stand, bool) {
	if len(c.comp) == 0 {
		return s, true
	}
	l := &lex().positions
	x := r.clause(c.comp[0])
	if x == nil {
		return s, true
	}
	urged := c.verb == "urge" || c.verb == "press"
	switch {
	case x.mark == "to" && (c.verb == "want" || c.verb == "seek") && len(c.obj) == 0 && !x.is(l.Lists.Ends):
		return s, false // what somebody would like to do is no demand
	case x.mark == "to" && l.Lists.Words[r.lemma(x.head)] && !x.copula && !urged:
		return s, false
	}
	if (urged || c.verb == "pressure" || c.verb == "implore") && x.neg && x.value(l.Verbs) == "accepts" {
		s.stance = rapporteur.Rejects // "urged her not to accept": what it comes to
		s.targets = append(s.targets, x.obj...)
	}
	if s.stance == rapporteur.Rejects {
		if x.value(l.Verbs) == "rejects" { // "refuse to rule out", "decline to back"
			s.stance = rapporteur.Flexible
			if len(x.obj) > 0 && x.obj[0] > x.head {
				s.targets = nil // what is not ruled out
			}
		}
		s.targets = append(s.targets, x.obj...)
		for _, o := range x.obl {
			s.targets = append(s.targets, o.head)
		}
	}
	return s, true
}

// doneBy returns the infinitive right behind a nominal whose deed it is, though the
// tree hung both on the predicate: "calls for | Norvana | to leave"; -1 for none.
func (r *reading) doneBy(c *clause, t int) int {
	for _, k := range r.kids[c.head] {
		m := r.child(k, "mark")
		if m < 0 && r.upos(k) == "VERB" {
			m = r.child(k, "case") // its mark taken for a preposition
		}
		if k > t && m >= 0 && r.lower(m) == "to" && r.lo[k] == r.hi[t] && r.clause(k) != nil && base(r.rel(k)) != "conj" {
			return k
		}
	}
	return -1
}

// lexical looks a predicate up, also where its lemma has lost an e ("ruled": "rul").
func (c *clause) lexical(table map[string]string) string {
	if v := c.value(table); v != "" {
		return v
	}
	whole := *c
	whole.verb += "e"
	whole.lemma = whole.verb + strings.TrimPrefix(c.lemma, c.verb)
	return whole.value(table)
}
