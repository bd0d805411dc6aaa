package claim

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// predicateStance reads the stance that the words of a predicate tell, without its polarity.
func (r *reading) predicateStance(c *clause) (stand, bool) {
	l := &lex().positions
	s := stand{actors: r.actorsAt(c.subj...)}
	if len(s.actors) == 0 {
		s.actors = r.meant(c.subj...)
	}
	for _, h := range c.subj {
		s.actors = append(s.actors, r.suchAs(h)...)
	}
	if !c.passive && !c.copula {
		s.actors = slices.DeleteFunc(s.actors, func(a actor) bool {
			return a.token > c.head && slices.Contains(c.subj, a.token) && r.rel(a.token) != "nsubj"
		})
	}
	if r.asBasis(c) {
		s.stance = rapporteur.Conditions
		s.targets = append(slices.Clone(c.obj), c.subj...)
		if c.passive || len(s.actors) == 0 || slices.ContainsFunc(c.subj, func(k int) bool { return r.textUnder(k) >= 0 || r.lower(k) == "it" }) {
			s.actors, s.targets = r.voice(c.head), nil
		}
		return s, true
	}
	if c.copula {
		return r.copulaStance(c, s)
	}
	if c.passive {
		if len(c.agent) == 0 {
			return s, false
		}
		v := c.lexical(l.Verbs)
		if v == "" || broad[c.verb] && c.verb != "accept" && c.verb != "approve" && c.verb != "back" {
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
	if refused, ok := r.refusal(c, s); ok {
		return refused, true
	}
	if c.verb == "live" && len(c.with("with")) > 0 && (c.modal == "could" || c.modal == "can" || c.modal == "would") {
		s.stance, s.targets = rapporteur.Flexible, c.with("with")
		return s, true
	}
	if l.Lists.Express[c.verb] {
		for _, o := range c.obj {
			v := l.Nouns[r.lemma(o)]
			if v == "" || c.neg || r.lemma(o) == "agreement" && (r.child(o, "det") >= 0 || c.verb == "announce" || c.verb == "have") {
				continue
			}
			s.stance = rapporteur.Stance(v)
			for _, k := range r.children(o, "nmod", "acl") {
				s.targets = append(s.targets, r.conjuncts(k)...)
			}
			for _, ob := range c.obl {
				if ob.prep == "about" || ob.prep == "over" || ob.prep == "with" || ob.prep == "to" || ob.prep == "on" {
					s.targets = append(s.targets, ob.head)
				}
			}
			s.targets = append(s.targets, o)
			return s, true
		}
	}
	if c.verb == "make" || c.verb == "offer" || c.verb == "give" || c.verb == "rule" {
		if slices.ContainsFunc(c.obj, func(o int) bool { return l.Lists.Concede[r.lemma(o)] }) {
			s.stance, s.targets, s.sure = rapporteur.Flexible, append(slices.Clone(c.obj), c.comp...), true
			if c.neg || c.verb == "rule" {
				s.stance = rapporteur.Rejects
			}
			for _, o := range c.obl {
				s.targets = append(s.targets, o.head)
			}
			return s, true
		}
	}
	if c.verb == "announce" {
		for _, o := range c.obj {
			if r.lemma(o) != "development" && r.lemma(o) != "preparation" {
				continue
			}
			for _, k := range r.children(o, "nmod") {
				if strings.HasPrefix(r.lemma(k), "counter") {
					s.stance, s.targets = rapporteur.Proposes, []int{k}
					return s, true
				}
			}
		}
	}
	return r.verbStance(c, s)
}

// refusal reads what somebody will not do ("will not renegotiate the deal", "would
// never budge"), vetoes, and offices laid down over a text.
func (r *reading) refusal(c *clause, s stand) (stand, bool) {
	l := &lex().positions.Lists
	s.targets = slices.Clone(c.obj)
	for _, o := range c.obl {
		s.targets = append(s.targets, o.head)
	}
	s.targets = append(s.targets, c.comp...)
	s.settled = true
	switch {
	case c.neg && !r.onlyIf(c) && (c.modal == "will" || c.modal == "would" || c.modal == "can" || c.modal == "could" || r.meansTo(c)) && (l.Refuse[c.lemma] || l.Refuse[c.verb] || l.Yield[c.lemma] || c.verb == "give" && slices.ContainsFunc(c.obj, func(o int) bool { return r.lemma(o) == "ground" || r.lemma(o) == "inch" })):
		s.stance, s.sure = rapporteur.Rejects, l.Yield[c.lemma] || c.verb == "give"
		if len(s.targets) == 0 && !s.sure {
			return stand{}, false
		}
		return s, true
	case (c.verb == "use" || c.verb == "wield" || c.verb == "exercise" || c.verb == "impose") && !c.neg && slices.ContainsFunc(c.obj, func(o int) bool {
		return r.lemma(o) == "veto" || slices.ContainsFunc(r.kids[o], func(k int) bool { return r.lemma(k) == "veto" })
	}):
		s.stance, s.sure = rapporteur.Rejects, true
		if r.hasIf(c) || r.onlyIf(c) {
			s.stance = rapporteur.Conditions
		}
		return s, true
	case (c.verb == "resign" || c.verb == "quit") && !c.neg:
		s.targets = nil
		for _, o := range c.obl {
			if o.prep != "over" && o.prep != "in" && o.prep != "against" {
				continue
			}
			at := []int{o.head}
			if r.lemma(o.head) == "protest" {
				at = r.children(o.head, "nmod")
			}
			for _, t := range at {
				if x := r.textUnder(t); x >= 0 && r.isStrongText(x) {
					s.targets = append(s.targets, t)
				}
			}
		}
		s.stance = rapporteur.Rejects
		return s, len(s.targets) > 0
	}
	return stand{}, false
}

// meansTo reports whether a clause is the infinitive of "vowed not to".
func (r *reading) meansTo(c *clause) bool {
	up := r.clause(c.up)
	return c.mark == "to" && up != nil && (lex().positions.Lists.Mean[up.verb] || lex().positions.Lists.Lead[up.verb])
}

// copulaStance reads "is ready to …", "is against the plan", "the amnesty is a non-starter for Norvana".
func (r *reading) copulaStance(c *clause, s stand) (stand, bool) {
	l := &lex().positions
	verdict := l.Verdicts[r.lemma(c.head)]
	if r.lemma(c.head) == "line" && r.hasKid(c.head, "red") || r.lemma(c.head) == "question" && r.caseOf(c.head) == "out of" {
		verdict = "rejects"
	}
	if verdict == "accepts" && r.rel(c.head) == "acl:relcl" {
		return s, false
	}
	if verdict != "" && verdict != "demands" && (r.lemma(c.head) != "starter" || r.hasKid(c.head, "non")) {
		s.stance, s.targets = rapporteur.Stance(verdict), slices.Clone(c.subj)
		s.actors = nil
		for _, o := range c.obl {
			if o.prep == "for" || o.prep == "to" {
				s.actors = append(s.actors, r.actorsAt(o.head)...)
			}
		}
		for _, k := range r.children(c.head, "nmod") {
			if p := r.caseOf(k); p == "for" || p == "to" || p == "of" {
				s.actors = append(s.actors, r.actorsAt(k)...)
			}
		}
		if p := r.child(c.head, "nmod:poss"); p >= 0 {
			s.actors = append(s.actors, r.actorsAt(p)...)
		}
		if len(s.actors) == 0 {
			s.actors = r.voice(c.head)
		}
		from := c.head
		for _, k := range c.subj {
			from = min(from, r.lo[k])
		}
		s.words = lang.Range{Start: from, End: r.own(c.head).End}
		return s, len(s.targets) > 0
	}
	if p := r.caseOf(c.head); p == "against" || p == "in favour of" || p == "in favor of" || p == "opposed to" {
		s.stance, s.targets = rapporteur.Accepts, []int{c.head}
		if p == "against" || p == "opposed to" {
			s.stance = rapporteur.Rejects
		}
		return s, true
	}
	v, ok := l.Adjectives[r.lemma(c.head)]
	if !ok {
		if v, ok = l.Adjectives[r.lower(c.head)]; !ok {
			return s, false
		}
	}
	s.stance = rapporteur.Stance(v)
	for _, o := range c.obl {
		s.targets = append(s.targets, o.head)
	}
	s.targets = append(s.targets, c.comp...)
	switch r.lemma(c.head) {
	case "concerned", "happy", "critical", "open", "wary", "keen", "willing", "ready", "prepared":
		if len(s.targets) == 0 {
			return s, false
		}
	}
	if v == "flexible" && len(c.comp) > 0 && l.Lists.Threats[r.lemma(c.comp[0])] {
		return s, false // "is prepared to strike"
	}
	if len(c.comp) > 0 && l.Lists.Words[r.lemma(c.comp[0])] && r.clause(c.comp[0]) != nil && !r.clause(c.comp[0]).copula {
		return s, false
	}
	return s, true
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

// verbStance reads the verbs of the lexicon with what they govern.
func (r *reading) verbStance(c *clause, s stand) (stand, bool) {
	l := &lex().positions
	v := ""
	for _, o := range c.obl {
		for _, key := range []string{c.lemma + " " + o.prep, c.verb + " " + o.prep} {
			if w := l.Prepositions[key]; w != "" {
				v, s.targets = w, append(s.targets, o.head)
				break
			}
		}
		if w := cmp.Or(l.Verbs[c.verb+" "+o.prep], l.Verbs[c.verb+"e "+o.prep]); w != "" && o.prep != "" && strings.HasPrefix(c.lemma, c.verb) && v == "" {
			v, s.targets = w, append(s.targets, o.head) // "ruled out any base", its particle taken for a preposition
		}
	}
	if v == "" {
		switch c.verb {
		case "insist":
			// "insisted that the talks had gone well" demands nothing
			for _, k := range c.comp {
				if x := r.clause(k); x != nil && (x.modal == "must" || x.modal == "should" || x.modal == "shall" || x.modal == "" && r.doc.Tokens[k].XPOS == "VB" && x.mark != "to" ||
					x.verb == "need" || x.verb == "have" && len(x.comp) > 0) {
					v, s.targets = "demands", append(s.targets, k)
				}
			}
		case "urge", "press", "pressure", "implore", "ask":
			if (len(c.comp) > 0 && (r.clause(c.comp[0]) == nil || c.verb != "ask" || r.clause(c.comp[0]).mark == "to") || r.askedTo(c) >= 0) && (len(c.obj) > 0 || len(c.iobj) > 0) || c.verb == "urge" && len(c.obj) > 0 {
				if k := r.askedTo(c); k >= 0 {
					c.comp = append(c.comp, k)
				}
				v = "demands"
			}
		case "agree":
			// "agreed on the plan with": the points tell what was agreed
			if len(c.with("on")) > 0 || len(c.comp) > 0 || len(s.actors) > 1 || len(c.obj) == 0 {
				return s, false
			}
			v = "accepts"
		default:
			v = c.lexical(l.Verbs)
		}
		if v == "" {
			return s, false
		}
		s.targets = append(s.targets, c.obj...)
		s.targets = append(s.targets, c.comp...)
	}
	if (c.verb == "want" || c.verb == "seek") && r.rel(c.head) == "acl:relcl" && len(c.comp) == 0 && slices.ContainsFunc(c.subj, func(k int) bool { return r.upos(k) == "PRON" }) {
		return s, false // "the future we want"
	}
	if c.verb == "agree" && len(s.actors) > 1 {
		return s, false
	}
	s.stance = rapporteur.Stance(v)
	if v == "flexible" && c.verb == "settle" && slices.ContainsFunc(s.targets, func(t int) bool { return r.lemma(t) == "nothing" || r.lemma(t) == "less" }) {
		s.stance = rapporteur.Demands // "will settle for nothing less than a full deal"
		for _, t := range slices.Clone(s.targets) {
			s.targets = append(r.children(t, "nmod", "obl"), s.targets...)
		}
	}
	if len(s.targets) > 0 && r.typeAt(s.targets[0]) == lang.PER && (c.verb == "welcome" || c.verb == "hail" || c.verb == "back" || c.verb == "support" || c.verb == "endorse" || c.verb == "accept" || c.verb == "embrace" || c.verb == "adopt" || c.verb == "dismiss" || c.verb == "defeat" || c.verb == "criticise" || c.verb == "criticize" || c.verb == "condemn" || c.verb == "block" || c.verb == "resist") {
		return s, false // people are welcomed, too
	}
	if slices.ContainsFunc(c.obj, func(o int) bool {
		return strings.HasSuffix(r.lower(o), "self") || strings.HasSuffix(r.lower(o), "selves")
	}) {
		return s, false
	}
	if c.is(l.Lists.Vote) {
		if !slices.ContainsFunc(s.targets, func(t int) bool { return r.textUnder(t) >= 0 }) || slices.ContainsFunc(s.actors, func(a actor) bool { return a.Kind == rapporteur.State }) {
			return s, false
		}
	}
	if c.verb == "refuse" || c.verb == "decline" {
		for k := c.head + 1; k+1 < len(r.kids) && k < c.head+4; k++ {
			if r.lower(k) == "to" && l.Lists.Words[r.lemma(k+1)] && r.lemma(k+1) != "discuss" && r.lemma(k+1) != "make" && r.lemma(k+1) != "give" {
				return s, false // "declined to comment on …"
			}
		}
	}
	if len(c.comp) > 0 {
		k := c.comp[0]
		x := r.clause(k)
		if x != nil && x.mark == "to" && (c.verb == "want" || c.verb == "seek") && len(c.obj) == 0 && !l.Lists.Ends[x.verb] && !l.Lists.Ends[x.lemma] {
			return s, false // what somebody would like to do is no demand
		}
		if x != nil && x.mark == "to" && l.Lists.Words[r.lemma(k)] && !x.copula && (s.stance == rapporteur.Rejects || len(x.subj) == 0 || c.verb != "urge") && c.verb != "urge" && c.verb != "press" {
			return s, false
		}
		// "urged her not to accept": what it comes to
		if x != nil && (c.verb == "urge" || c.verb == "press" || c.verb == "pressure" || c.verb == "implore") && x.neg && x.value(l.Verbs) == "accepts" {
			s.stance = rapporteur.Rejects
			s.targets = append(s.targets, x.obj...)
		}
		// "refuse to rule out", "decline to back"
		if x != nil && s.stance == rapporteur.Rejects {
			if inner := x.value(l.Verbs); inner == "rejects" {
				s.stance = rapporteur.Flexible
			}
			s.targets = append(s.targets, x.obj...)
			for _, o := range x.obl {
				s.targets = append(s.targets, o.head)
			}
		}
	}
	return s, true
}

// askedTo returns the infinitive of what somebody is asked to do where the tree
// hung it as a purpose ("asked Norvana to cut its surplus"), -1 for none.
func (r *reading) askedTo(c *clause) int {
	if len(c.comp) > 0 {
		return -1
	}
	for _, k := range r.kids[c.head] {
		if x := r.clause(k); x != nil && base(r.rel(k)) == "advcl" && x.mark == "to" && len(c.obj) > 0 && k > c.obj[0] {
			return k
		}
	}
	return -1
}

// general verbs say nothing of a negotiation unless a text or a matter of the agenda is their object.
var broad = words{
	"want": true, "seek": true, "support": true, "back": true, "welcome": true, "offer": true, "question": true, "condemn": true, "denounce": true, "sign": true, "agree": true, "suggest": true, "require": true,
	"request": true, "float": true, "propose": true, "submit": true, "table": true, "criticise": true, "criticize": true, "dismiss": true, "decline": true, "adopt": true, "accept": true, "hesitate": true, "refuse": true, "resist": true, "call": true, "demand": true,
	"volunteer": true, "unveil": true, "bless": true, "approve": true, "urge": true, "press": true, "pressure": true, "favour": true, "favor": true, "champion": true, "hail": true, "advocate": true, "ask": true, "pitch": true,
}
