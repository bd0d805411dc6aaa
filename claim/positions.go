package claim

import (
	"cmp"
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
	words   lang.Range // the words of the position; empty: those of the clause
}

// positions reads where actors stand on texts, points, issues and meetings.
func (r *reading) positions() {
	for n := range r.clauses {
		c := &r.clauses[n]
		if r.doc.Sentences[r.sent[c.head]].Heading {
			continue
		}
		if s, ok := r.stand(c); ok {
			r.emitPosition(c, s)
		}
	}
	for i := range r.doc.Tokens {
		if r.upos(i) == "NOUN" && !r.doc.Sentences[r.sent[i]].Heading {
			r.nominalPosition(i)
		}
	}
}

// stand reads the stance of a clause, its polarity and condition included.
func (r *reading) stand(c *clause) (stand, bool) {
	if r.asked(c) || r.conditional(c) || r.dependent(c) {
		return stand{}, false
	}
	for _, k := range c.subj {
		if r.lo[k] > r.sentence(c.head).Start && r.lower(r.lo[k]-1) == "if" {
			return stand{}, false
		}
	}
	for _, k := range c.obj {
		if w := r.lower(r.lo[k]); k < c.head && (w == "which" || w == "what") {
			return stand{}, false // "which compromises Norvana could accept" is asked
		}
	}
	switch c.modal {
	case "must", "should", "shall", "ought":
		return stand{}, false // what somebody ought to do
	}
	if u := r.child(c.head, "aux"); u >= 0 && (r.lemma(u) == "have" || r.lemma(u) == "need") && r.doc.Tokens[c.head].XPOS == "VB" {
		return stand{}, false // "has to accept"
	}
	s, ok := r.predicateStance(c)
	if !ok {
		return s, false
	}
	if s.stance, ok = r.polarity(c, s.stance); !ok {
		return s, false
	}
	return s, true
}

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
			if len(c.comp) > 0 && (len(c.obj) > 0 || len(c.iobj) > 0) || c.verb == "urge" && len(c.obj) > 0 {
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

// polarity turns a stance by the clause's negation, modals and conditions.
func (r *reading) polarity(c *clause, st rapporteur.Stance) (rapporteur.Stance, bool) {
	yet, longer := false, false
	for _, a := range c.adverbs {
		yet = yet || r.lower(a) == "yet"
		longer = longer || r.lower(a) == "longer"
	}
	if longer {
		switch st {
		case rapporteur.Rejects, rapporteur.Reserves, rapporteur.Demands:
			return rapporteur.Flexible, true
		case rapporteur.Accepts, rapporteur.Flexible:
			return rapporteur.Rejects, true
		}
		return "", false
	}
	if c.neg && lex().positions.Lists.Concede[c.objLemma(r)] {
		return rapporteur.Rejects, true
	}
	if r.onlyIf(c) && (st == rapporteur.Accepts || st == rapporteur.Rejects && (c.neg || r.anyIn(r.own(c.head), words{"unless": true}) >= 0) || st == rapporteur.Flexible && c.verb != "live" && c.copula && c.neg) {
		return rapporteur.Conditions, true
	}
	if c.neg {
		switch st {
		case rapporteur.Accepts, rapporteur.Flexible:
			if yet {
				return "", false
			}
			switch c.verb {
			case "sign", "initial", "ratify", "adopt", "approve", "agree", "pass":
				if c.modal == "" {
					return "", false // what did not happen is no refusal
				}
			case "welcome", "hail", "happy", "keen", "favour", "favor":
				return rapporteur.Reserves, true
			}
			return rapporteur.Rejects, true
		case rapporteur.Rejects:
			switch c.lemma {
			case "rule out", "oppose", "reject", "block", "veto", "dismiss", "vote against", "resist":
				return rapporteur.Flexible, true
			}
			if c.verb == "rule" || c.verb == "exclude" {
				return rapporteur.Flexible, true
			}
			return "", false
		case rapporteur.Demands:
			if c.verb == "want" && (len(c.obj) > 0 || len(c.comp) > 0 && c.comp[0] < len(r.kids) && (r.clause(c.comp[0]) == nil || r.clause(c.comp[0]).mark != "to" || len(c.obj) > 0)) {
				return rapporteur.Rejects, true
			}
			return "", false
		case rapporteur.Conditions:
			return st, true
		}
		return "", false
	}
	if st == rapporteur.Accepts && (c.modal == "could" || c.modal == "can") {
		if r.wished(c) {
			return "", false // "hoped Norvana could accept"
		}
		return rapporteur.Flexible, true
	}
	return st, true
}

// objLemma returns the lemma of the clause's first object.
func (c *clause) objLemma(r *reading) string {
	if len(c.obj) == 0 {
		return ""
	}
	return r.lemma(c.obj[0])
}

func (r *reading) hasKid(i int, form string) bool {
	return slices.ContainsFunc(r.kids[i], func(k int) bool { return r.lower(k) == form })
}

// wished reports whether a clause stands under somebody's hope or fear.
func (r *reading) wished(c *clause) bool {
	for h, steps := c.up, 0; h >= 0 && steps < 3; steps++ {
		up := r.clause(h)
		if up == nil {
			return false
		}
		if lex().modality.Wish[up.verb] {
			return true
		}
		h = up.up
	}
	return false
}

// dependent reports whether a clause is the complement of another predicate that
// decides what it is worth: "refused to back the deal" is told at "refused".
func (r *reading) dependent(c *clause) bool {
	l := &lex().positions.Lists
	rel := r.rel(c.head)
	top := c.head
	for base(r.rel(top)) == "conj" && r.clause(r.head(top)) != nil {
		top = r.head(top)
		rel = r.rel(top)
	}
	up := r.clause(r.head(top))
	infinitive := c.mark == "to" || r.doc.Tokens[c.head].XPOS == "VB" && c.modal == "" && c.mark == "" && r.child(c.head, "aux") < 0 && base(rel) == "xcomp"
	if infinitive {
		return base(rel) != "xcomp" || up == nil || up.neg || up.copula || r.conditional(up) || r.asked(up) || len(up.obj) > 0 || !l.Lead[up.verb] && !l.Mean[up.verb] || up.modal == "should" || up.modal == "must" || r.dependent(up)
	}
	switch c.mark {
	case "without", "before", "against", "instead", "rather", "than", "of", "from", "for", "as if", "by":
		return true
	}
	if base(rel) == "ccomp" && up != nil && !r.cue[up.head] && (lex().modality.Wish[up.verb] && up.verb != "believe" && up.verb != "expect" && up.verb != "suggest" && up.verb != "think" || up.verb == "demand" || up.verb == "insist" || up.verb == "propose" || up.verb == "ensure" || up.verb == "see") {
		return true // "hoped Norvana would accept"
	}
	if base(rel) == "ccomp" && up != nil && (up.verb == "hope" || up.verb == "fear" || up.verb == "wish" || up.verb == "doubt" || up.verb == "deny" || up.verb == "demand" || up.verb == "insist" && c.modal == "") {
		return true
	}
	if base(rel) == "acl" && rel != "acl:relcl" && r.doc.Tokens[c.head].XPOS == "VBG" && c.mark == "" {
		return true // "a letter demanding …" has no actor; "the side demanding …" is seldom one
	}
	if base(rel) == "xcomp" && r.doc.Tokens[c.head].XPOS == "VBG" && up != nil && !l.Lead[up.verb] {
		return true // "considers rejecting"
	}
	return false
}

// asked reports whether a clause is a question: "which compromises Norvana could accept".
func (r *reading) asked(c *clause) bool {
	s := r.own(c.head)
	if s.Empty() {
		return false
	}
	switch r.lower(s.Start) {
	case "which", "what", "whether", "how", "why":
		return true
	}
	if sent := r.sentence(c.head); sent.End > sent.Start {
		if f := r.lower(sent.Start); f == "which" || f == "whether" {
			return true
		}
		for k := sent.End - 1; k >= sent.Start && k > sent.End-4; k-- {
			if r.form(k) == "?" {
				return true
			}
		}
	}
	return false
}

// asBasis reads "accepted the draft as a basis", "can be used as the basis".
func (r *reading) asBasis(c *clause) bool {
	l := &lex().positions.Lists
	switch c.verb {
	case "use", "accept", "take", "serve", "see", "regard", "consider", "treat", "view", "welcome", "agree", "approve", "recognise", "recognize", "adopt", "back", "support":
		if c.neg {
			return false
		}
		own := r.own(c.head)
		for k := c.head + 1; k < own.End; k++ {
			if !l.Basis[r.lemma(k)] {
				continue
			}
			// back over article, adjectives and marks to "as"
			for j := k - 1; j > c.head && j > k-6; j-- {
				if f := r.lower(j); f == "as" || f == "for" && c.verb == "serve" || f == "in" && c.verb == "see" {
					return true
				} else if u := r.upos(j); u != "DET" && u != "ADJ" && u != "PUNCT" && u != "ADV" && u != "NOUN" {
					break
				}
			}
		}
		return false
	}
	return c.copula && l.Basis[r.lemma(c.head)] && c.modal != "" && !c.neg
}

// onlyIf reports whether the clause stands under a condition of the actor's.
func (r *reading) onlyIf(c *clause) bool {
	for _, k := range r.kids[c.head] {
		if base(r.rel(k)) != "advcl" {
			continue
		}
		if m := r.child(k, "mark"); m >= 0 {
			switch r.lower(m) {
			case "if", "unless", "provided", "until":
				return true
			case "when", "once", "after":
				if c.neg || r.hasOnly(c.head) || m > 0 && r.lower(m-1) == "only" {
					return true
				}
			}
		}
	}
	for _, o := range c.obl {
		if r.lemma(o.head) == "condition" && o.prep == "on" || (r.lemma(o.head) == "exchange" || r.lemma(o.head) == "return") && o.prep == "in" || o.prep == "in exchange for" || o.prep == "in return for" {
			return true
		}
	}
	own := r.own(c.head)
	for k := c.head + 1; k < own.End; k++ {
		if f := r.lower(k); f == "unless" || f == "provided" && r.upos(k) != "VERB" || f == "only" && k+1 < own.End && (r.lower(k+1) == "if" || r.lower(k+1) == "when" || r.lower(k+1) == "after") {
			return true
		}
	}
	return false
}

func (r *reading) hasOnly(i int) bool {
	return slices.ContainsFunc(r.kids[i], func(k int) bool { return r.lower(k) == "only" })
}

// voice is the one on whose word a clause stands, as an actor: of "the base is
// unacceptable, Marrow said" Marrow.
func (r *reading) voice(i int) []actor {
	ch := r.chain(i)
	if len(ch) == 0 {
		return nil
	}
	v := ch[len(ch)-1]
	kind := rapporteur.Person
	switch v.Type {
	case rapporteur.PersonSource:
	case rapporteur.InstitutionSource, rapporteur.GroupSource:
		kind = rapporteur.Organisation
	default:
		return nil
	}
	return []actor{{Mention: rapporteur.Mention{Name: v.Name, Kind: kind, Span: v.Span}, token: i}}
}

// meant returns the actors that pronouns stand for whose entity has no name: "the union … it".
func (r *reading) meant(heads ...int) []actor {
	var out []actor
	for _, h := range heads {
		if h < 0 || r.upos(h) != "PRON" || r.entity[h] < 0 {
			continue
		}
		for _, m := range r.said.Entities[r.entity[h]].Mentions {
			if m.Head < h && r.upos(m.Head) != "PRON" {
				if a, ok := r.actorAt(m.Head); ok {
					out = append(out, a)
				}
				break
			}
		}
	}
	return out
}

// suchAs returns the named examples of a group: "supporters, such as Holt and Kerr".
func (r *reading) suchAs(h int) []actor {
	var out []actor
	for _, k := range r.children(h, "nmod") {
		if p := r.caseOf(k); p == "such as" || p == "including" || p == "such" || p == "like" {
			for _, a := range r.actorsAt(k) {
				if a.Kind != rapporteur.Group {
					out = append(out, a)
				}
			}
		}
	}
	return out
}

// general verbs say nothing of a negotiation unless a text or a matter of the agenda is their object.
var broad = words{
	"want": true, "seek": true, "support": true, "back": true, "welcome": true, "offer": true, "question": true, "condemn": true, "denounce": true, "sign": true, "agree": true, "suggest": true, "require": true,
	"request": true, "float": true, "propose": true, "submit": true, "table": true, "criticise": true, "criticize": true, "dismiss": true, "decline": true, "adopt": true, "accept": true, "hesitate": true, "refuse": true, "resist": true, "call": true, "demand": true,
	"volunteer": true, "unveil": true, "bless": true, "approve": true, "urge": true, "press": true, "pressure": true, "favour": true, "favor": true, "champion": true, "hail": true, "advocate": true, "ask": true, "pitch": true,
}

// onWhat tells what a position is on, and its issue.
func (r *reading) onWhat(c *clause, s *stand, words lang.Range) (on, issue string) {
	var span []lang.Range
	for _, t := range s.targets {
		if t < 0 {
			continue
		}
		if r.typeAt(t) == lang.PER {
			continue
		}
		span = append(span, r.core(t))
		lemma := r.lemma(t)
		if r.upos(t) == "PRON" {
			if (lemma == "it" || lemma == "they" || r.lower(t) == "them" || lemma == "that" || lemma == "this") && on == "" && (c == nil || !broad[c.verb] || c.verb == "back" || c.verb == "accept" || c.verb == "sign" || c.verb == "support") && r.textBefore(t) >= 0 {
				on = "text"
			}
			continue
		}
		if x := r.textUnder(t); x >= 0 && (r.isStrongText(x) || r.isStrongText(t) || s.stance != rapporteur.Demands && s.stance != rapporteur.Proposes) && on == "" {
			on = "text"
		}
		if lex().points.Parts[lemma] && on == "" {
			on = "point"
		}
		if on == "" && (s.stance == rapporteur.Rejects || s.stance == rapporteur.Accepts) && lex().positions.Lists.Ideas[lemma] && r.upos(t) == "NOUN" {
			on = "point"
		}
		if (lex().meetings.Nouns[lemma] && lemma != "call" || r.clause(t) != nil && r.clause(t).is(lex().meetings.Verbs)) && on == "" {
			on = "meeting"
		}
		if k := r.clause(t); k != nil && on == "" { // "ready to sign the plan", "refuses to discuss the draft"
			for _, o := range k.obj {
				if x := r.textUnder(o); x >= 0 && r.isStrongText(x) {
					on = "text"
				} else if r.lower(o) == "it" && r.textBefore(o) >= 0 && lex().positions.Verbs[k.verb] != "" {
					on = "text"
				}
			}
		}
	}
	if issues := r.agenda.issues(docWords(r.doc, span...)); len(issues) > 0 && r.agendaKnows(issues[0]) {
		issue = issues[0]
	}
	if c != nil && issue == "" && len(span) > 0 && c.head < s.targets[0] {
		// what the tree has hung elsewhere
		end := min(words.End, r.listEnd(c.head))
		for _, k := range r.kids[c.head] {
			if k > c.head && (base(r.rel(k)) == "advcl" || base(r.rel(k)) == "parataxis") && r.lo[k] > c.head {
				end = min(end, r.lo[k])
			}
		}
		if issues := r.known(lang.Range{Start: c.head + 1, End: max(end, c.head+1)}); len(issues) > 0 && r.agendaKnows(issues[0]) {
			issue = issues[0]
		}
	}
	if len(span) == 0 {
		if issues := r.known(words); len(issues) > 0 {
			issue = issues[0]
		}
		if lexHas(r, words, lex().texts.Nouns) {
			on = "text"
		}
	}
	if on == "point" && issue == "" { // "rejected the idea": what the sentence before spoke of
		if n := r.sent[s.targets[0]]; n > 0 {
			if issues := r.known(r.doc.Sentences[n-1].Range); len(issues) > 0 && r.agendaKnows(issues[0]) {
				issue = issues[0]
			}
		}
	}
	return on, issue
}

// core returns the words that say what a target is: a nominal with its of- and
// on-phrases, a clause with its object, without what else the tree hangs there.
func (r *reading) core(t int) lang.Range {
	if k := r.clause(t); k != nil && (r.upos(t) == "VERB" || r.upos(t) == "ADJ") {
		s := lang.Range{Start: t, End: t + 1}
		for _, o := range append(append(slices.Clone(k.obj), k.subj...), k.comp...) {
			if o != t && r.sent[o] == r.sent[t] && o > t-12 {
				c := r.nounPhrase(o)
				if r.clause(o) != nil {
					c = r.core(o)
				}
				s.Start, s.End = min(s.Start, c.Start), max(s.End, c.End)
			}
		}
		for _, o := range k.obl {
			if o.head > t {
				s.End = max(s.End, r.core(o.head).End)
			}
		}
		return s
	}
	s := r.nounPhrase(t)
	for _, k := range r.kids[t] {
		if base(r.rel(k)) == "nmod" && k > t || base(r.rel(k)) == "acl" && r.clause(k) != nil && r.clause(k).mark == "to" {
			s.End = max(s.End, r.core(k).End)
		}
	}
	return s
}

func (r *reading) emitPosition(c *clause, s stand) {
	if len(s.actors) == 0 {
		return
	}
	words := s.words
	if words.Empty() {
		words = r.tail(c, r.own(c.head))
	}
	on, issue := r.onWhat(c, &s, r.own(c.head))
	if on == "meeting" && (s.stance == rapporteur.Accepts || s.stance == rapporteur.Demands || s.stance == rapporteur.Proposes || s.stance == rapporteur.Reserves) && issue == "" {
		return
	}
	if on == "" && issue == "" && !s.sure {
		return
	}
	if on == "" && issue != "" {
		on = "point"
	}
	if (c.verb == "condemn" || c.verb == "denounce" || c.verb == "savage" || c.verb == "hail" || c.verb == "welcome") && on != "text" {
		return // acts are condemned, not negotiated
	}
	m := r.modality(c.head)
	l := &lex().positions.Lists
	switch {
	case m == rapporteur.Denied:
		m = rapporteur.Asserted
	case m == rapporteur.Conditional && s.stance == rapporteur.Conditions:
		m = rapporteur.Asserted
	case m == rapporteur.Planned && (c.neg || s.stance == rapporteur.Rejects || s.stance == rapporteur.Conditions || s.stance == rapporteur.Flexible):
		m = rapporteur.Asserted
	case m == rapporteur.Hedged && (c.modal == "could" || c.modal == "can") && (s.stance == rapporteur.Flexible || s.stance == rapporteur.Rejects || s.stance == rapporteur.Conditions):
		m = rapporteur.Asserted
	}
	if up := r.clause(c.up); up != nil && c.mark == "to" {
		switch {
		case up.passive || r.lower(up.head) == "likely" || up.verb == "expect":
			m = weaker(m, rapporteur.Hedged)
		case l.Mean[up.verb]:
			m = weaker(m, rapporteur.Planned)
		}
		if up.head < c.head && c.head-up.head < 6 {
			words.Start = up.head // "voted to reject"
		}
	}
	summary := r.positionWords(c, s, words)
	if summary == "" {
		return
	}
	when, _ := r.when(c.head)
	r.keepPositions(c.head, s.actors, rapporteur.Claim{Kind: rapporteur.KindPosition, Modality: m, When: when},
		rapporteur.PositionClaim{Stance: s.stance, On: on, Issue: issue, Summary: summary})
}

// keepPositions adds one claim for every actor that is one.
func (r *reading) keepPositions(at int, actors []actor, c rapporteur.Claim, p rapporteur.PositionClaim) {
	seen := map[string]bool{}
	for _, a := range actors {
		a.Name = strings.Join(strings.Fields(strings.NewReplacer("(", "", ")", "", "“", "", "”", "", `"`, "").Replace(a.Name)), " ")
		if a.Kind == rapporteur.Outlet || a.Name == "" || r.counted(a.token) {
			continue
		}
		if n := r.nameAt(a.token); n != nil {
			// "Norvana accepts …, Norvana Radio reported": the state is not its broadcaster
			if w := tidyName(r.doc.Words(n.Range)); strings.HasPrefix(a.Name, w+" ") && (r.isState(w) || slices.ContainsFunc(r.chain(at), func(s rapporteur.Source) bool { return s.Name == a.Name })) {
				a.Mention = rapporteur.Mention{Name: w, Kind: rapporteur.State, Span: r.bytes(n.Range)}
			}
		}
		if a.token != at && r.cue[a.token] && r.clause(a.token) == nil && !r.cue[at] {
			continue // the teller, whom the tree took for a subject
		}
		if len(actors) > 1 && a.token > at && slices.ContainsFunc(r.chain(at), func(s rapporteur.Source) bool { return s.Name == a.Name }) {
			continue // likewise: on whose word it stands, behind it
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
		one := p
		one.Actor = a.Mention
		claim := c
		claim.Position = &one
		r.add(at, claim)
	}
}

// counted reports whether a nominal is a number of unnamed people: "34 deputies".
func (r *reading) counted(i int) bool {
	d := r.child(i, "det")
	return r.child(i, "nummod") >= 0 && r.typeAt(i) != lang.PER && (d < 0 || r.lower(d) != "the")
}

// positionWords is the short clause that tells a position: the act with its
// object, without the telling around it.
func (r *reading) positionWords(c *clause, s stand, words lang.Range) string {
	from := words.Start
	end := min(words.End, r.listEnd(c.head))
	for _, k := range r.kids[c.head] { // loose additions
		if k < c.head || r.lo[k] <= c.head+1 {
			continue
		}
		switch base(r.rel(k)) {
		case "parataxis":
			end = min(end, r.lo[k])
		case "advcl":
			switch m := r.child(k, "mark"); {
			case m >= 0 && (r.lower(m) == "if" || r.lower(m) == "unless" || r.lower(m) == "provided" || r.lower(m) == "until" || r.lower(m) == "once" || r.lower(m) == "to" || r.lower(m) == "before"):
			case r.form(r.lo[k]-1) == "," || m >= 0 && (r.lower(m) == "as" || r.lower(m) == "while" || r.lower(m) == "because" || r.lower(m) == "after" || r.lower(m) == "since"):
				end = min(end, r.lo[k])
			}
		}
	}
	for k := c.head + 2; k < end; k++ { // ", which …", ", saying …"
		if r.form(k-1) != "," && r.form(k-1) != "—" && r.form(k-1) != "–" {
			continue
		}
		switch f := r.lower(k); {
		case f == "which" || f == "who" || f == "where" || f == "while" || f == "as" || f == "though" || f == "although" || f == "but" || f == "because" || f == "said" || f == "says",
			r.doc.Tokens[k].XPOS == "VBG" && r.rel(k) != "amod" && r.doc.Tokens[c.head].XPOS != "VBG":
			end = k - 1
		}
	}
	if end <= c.head {
		end = min(words.End, c.head+1)
	}
	if end-from > 45 {
		for k := from + 45; k > c.head+4; k-- {
			if r.form(k) == "," {
				end = k
				break
			}
		}
	}
	summary, _ := r.summary(lang.Range{Start: from, End: end})
	// "issues that Norvana wants addressed", "provisions that no government could sign": the object stands before.
	after := slices.ContainsFunc(s.targets, func(t int) bool { return t > c.head && r.clause(t) == nil })
	for _, o := range c.obj {
		if !after && o < from && r.sent[o] == r.sent[c.head] && (r.rel(c.head) == "acl:relcl" || base(r.rel(c.head)) == "conj") && from <= c.head {
			np := r.nounPhrase(o)
			if np.End <= from {
				for np.Start < np.End && r.upos(np.Start) == "ADP" {
					np.Start++
				}
				summary = r.doc.Words(lang.Range{Start: from, End: c.head + 1}) + " " + r.doc.Words(np) + " " + r.doc.Words(lang.Range{Start: c.head + 1, End: max(end, c.head+1)})
				break
			}
		}
	}
	if c.neg {
		for _, k := range c.subj { // "no government could sign": the negation goes with the subject
			if d := r.child(k, "det"); d >= 0 && (r.lower(d) == "no" || r.lower(d) == "neither") && !strings.Contains(" "+summary+" ", " no ") {
				np := r.nounPhrase(k)
				summary = r.doc.Words(np) + " " + summary
			}
		}
	}
	summary = balanced(strings.Join(strings.Fields(summary), " "))
	if len(strings.Fields(summary)) < 2 {
		return ""
	}
	return summary
}

// balanced closes or drops the quotation marks that a cut has left single.
func balanced(s string) string {
	if strings.Count(s, `"`)%2 == 1 {
		if i := strings.LastIndex(s, `"`); i > 0 && i < len(s)-1 {
			s += `"`
		} else {
			s = s[:i] + s[i+1:]
		}
	}
	open, closed := strings.Count(s, "“"), strings.Count(s, "”")
	for ; open > closed; closed++ {
		s += "”"
	}
	for ; closed > open; closed-- {
		i := strings.Index(s, "”")
		s = s[:i] + s[i+len("”"):]
	}
	return strings.TrimSpace(s)
}

// nominalPosition reads "Norvana's demand for …", "French calls for …".
func (r *reading) nominalPosition(i int) {
	v := lex().positions.Nominal[r.lemma(i)]
	if v == "" {
		return
	}
	var actors []actor
	if p := r.child(i, "nmod:poss"); p >= 0 {
		actors = r.actorsAt(p)
	} else {
		for _, k := range r.kids[i] {
			if n := r.nameAt(k); n != nil && k < i && (base(r.rel(k)) == "amod" || r.rel(k) == "compound") && (n.Type == lang.NORP || n.Type == lang.ORG || n.Type == lang.LOC) && r.isState(r.stateName(k)) {
				actors = append(actors, actor{Mention: rapporteur.Mention{Name: r.stateName(k), Kind: rapporteur.State, Span: r.bytes(n.Range)}, token: k})
			}
		}
	}
	if len(actors) == 0 {
		return
	}
	s := stand{stance: rapporteur.Stance(v), actors: actors}
	for _, k := range r.kids[i] {
		if k < i {
			continue
		}
		switch base(r.rel(k)) {
		case "nmod":
			switch p := r.caseOf(k); p {
			case "for", "of", "to", "on", "about", "over", "against":
				if p == "of" && (v == "demands" || v == "reserves") {
					continue
				}
				s.targets = append(s.targets, r.conjuncts(k)...)
			}
		case "acl", "ccomp":
			if x := r.clause(k); x != nil && !lex().positions.Lists.Words[x.verb] && (x.mark == "to" || x.mark == "that") {
				s.targets = append(s.targets, k)
				s.targets = append(s.targets, x.obj...)
			}
		}
	}
	if len(s.targets) == 0 {
		return
	}
	on, issue := r.onWhat(nil, &s, r.own(i))
	if on == "meeting" || on == "" && issue == "" {
		return
	}
	if on == "" {
		on = "point"
	}
	end := r.own(i).End
	for k := i + 1; k < end; k++ {
		if r.form(k) == "," && k+1 < end && (isRelative(r.lower(k+1)) || r.lower(k+1) == "but" || r.lower(k+1) == "while") {
			end = k
		}
	}
	summary, _ := r.summary(lang.Range{Start: i, End: min(end, r.listEnd(i))})
	if len(strings.Fields(summary)) < 3 {
		return
	}
	if c := r.governor(i); c != nil && !c.neg && slices.Contains(c.obj, i) {
		switch c.lemma {
		case "drop", "withdraw", "abandon", "give up", "relinquish", "soften", "back down", "lift":
			s.stance = rapporteur.Flexible
			summary = r.form(c.head) + " its " + summary
		}
	}
	when := rapporteur.Interval{}
	r.keepPositions(i, s.actors, rapporteur.Claim{Kind: rapporteur.KindPosition, When: when}, rapporteur.PositionClaim{Stance: s.stance, On: on, Issue: issue, Summary: balanced(summary)})
}

// spokenFor says whom a group's words mean: "his country" is he, "the sides"
// nobody in particular.
func (r *reading) spokenFor(a actor, at int) (actor, bool) {
	if p := r.child(a.token, "nmod:poss"); p >= 0 && r.upos(p) == "PRON" {
		if r.lower(p) == "whose" {
			return a, false
		}
		if e := r.entity[p]; e >= 0 && r.said.Entities[e].Type != "" && r.said.Entities[e].Name != "" {
			ent := &r.said.Entities[e]
			a.Mention = rapporteur.Mention{Name: tidyName(ent.Name), Kind: kindOf(ent.Type, ent.Name), Span: r.bytes(lang.Range{Start: p, End: p + 1})}
			return a, true
		}
		if v := r.voice(at); len(v) > 0 && v[0].Kind == rapporteur.Person {
			return v[0], true
		}
		return a, false
	}
	return a, !r.vagueGroup(a)
}

// vagueGroup reports whether a group names nobody in particular: "the sides", "several leaders", "officials".
func (r *reading) vagueGroup(a actor) bool {
	lemma := r.lemma(a.token)
	if lemma == "side" && len(a.party) == 0 {
		return true
	}
	if len(a.party) > 0 {
		return false
	}
	if r.rel(r.governorOf(a.token)) == "acl:relcl" && r.head(r.governorOf(a.token)) == a.token && (a.token+1 >= len(r.kids) || r.form(a.token+1) != ",") {
		return true // "lawmakers who oppose the deal"
	}
	switch lemma {
	case "side", "country", "capital", "party", "official", "state", "nation", "power", "people", "force", "team", "person", "representative", "bank", "firm", "farmer", "worker", "member", "body", "head", "group", "leader", "company", "politician",
		"minister", "diplomat", "negotiator", "delegation", "counterpart", "ally", "partner", "colleague", "aide", "adviser", "advisor", "neighbour", "neighbor", "association", "manufacturer", "regulator", "owner":
		for _, k := range r.kids[a.token] {
			switch base(r.rel(k)) {
			case "amod", "compound", "nmod":
				if !lex().positions.Lists.Vague[r.lower(k)] && r.upos(k) != "NUM" && r.lower(k) != "senior" && r.lower(k) != "top" {
					return false
				}
			}
		}
		return true
	}
	return false
}

// governorOf returns the head of the clause that holds token i, or i.
func (r *reading) governorOf(i int) int {
	for _, k := range r.kids[i] {
		if r.rel(k) == "acl:relcl" {
			return k
		}
	}
	return i
}

func lexHas(r *reading, s lang.Range, set words) bool { return r.anyIn(s, set) >= 0 }

// agendaKnows reports whether the chosen agenda, not only the general one, has the issue.
func (r *reading) agendaKnows(code string) bool {
	return r.agenda != nil && slices.ContainsFunc(r.agenda.Issues, func(i Issue) bool { return i.Code == code })
}

func weaker(a, b rapporteur.Modality) rapporteur.Modality {
	if rank(b) > rank(a) {
		return b
	}
	return a
}

// tail returns the words of a clause without its subject.
func (r *reading) tail(c *clause, words lang.Range) lang.Range {
	start := c.head
	for _, k := range r.kids[c.head] {
		switch base(r.rel(k)) {
		case "aux", "cop", "advmod", "mark", "case", "det", "amod", "compound":
			if k < start && k >= words.Start {
				start = k
			}
		}
	}
	for _, k := range r.kids[c.head] {
		if base(r.rel(k)) == "nsubj" && r.hi[k] <= c.head {
			start = max(start, min(r.hi[k], c.head))
		}
	}
	words.Start = max(words.Start, min(start, c.head))
	return words
}
