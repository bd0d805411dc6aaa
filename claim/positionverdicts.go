package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// copulaStance reads "is ready to …", "is against the plan", "the amnesty is a non-starter for Norvana".
func (r *reading) copulaStance(c *clause, s stand) (stand, bool) {
	l := &lex().positions
	if v := r.verdict(c.head); v != "" && r.child(c.head, "expl") < 0 {
		if c.neg && v == "accepts" {
			v = "rejects"
		} else if c.neg && !r.settledNo(c.head) {
			if outright[r.lower(c.head)] && !r.underDenial(c) {
				return r.judged(c, s, rapporteur.Flexible) // "is not unthinkable"
			}
			return s, false // "is no disaster"
		}
		if v == "accepts" && (r.rel(c.head) == "acl:relcl" || r.lemma(c.head) == "enough") || c.modal == "could" || c.modal == "may" || c.modal == "might" {
			return s, false
		}
		return r.judged(c, s, rapporteur.Stance(v))
	}
	if lex().actors.Groups[r.lemma(c.head)] || lex().positions.Lists.Rules[r.lemma(c.head)] {
		return s, false // "is against farmers", "is against the rules"
	}
	if len(c.obj) > 0 && slices.ContainsFunc(r.children(c.head, "mark"), func(k int) bool { return r.lower(k) == "against" }) {
		s.stance, s.targets = rapporteur.Rejects, []int{c.head} // "is against reopening the award"
		return s, true
	}
	if p := r.caseOf(c.head); p == "against" || p == "in favour of" || p == "in favor of" || p == "opposed to" {
		s.stance, s.targets = rapporteur.Accepts, []int{c.head}
		if p == "against" || p == "opposed to" {
			s.stance = rapporteur.Rejects
		}
		if a := r.child(c.head, "case"); a > c.head && len(c.subj) == 0 { // "Norvana is against.", read as a predicate
			s.actors, s.sure, s.whole, s.voted = r.actorsAt(c.head), true, true, true
			s.targets, s.settled = []int{a}, true
			return s, !c.neg && c.modal == "" && a+1 < len(r.kids) && r.upos(a+1) == "PUNCT"
		}
		return s, true
	}
	if (r.lemma(c.head) == "unlikely" && !c.neg || r.lemma(c.head) == "likely" && c.neg) && len(c.comp) > 0 && len(r.party(c.head)) > 0 {
		return r.unlikelyTo(c, s)
	}
	return r.adjectiveStance(c, s, l.Adjectives)
}

// outright are verdicts that leave no way, so that whoever denies them shows one.
var outright = words{"unthinkable": true, "impossible": true, "unacceptable": true, "non-negotiable": true, "nonnegotiable": true, "unimaginable": true, "inconceivable": true, "untouchable": true, "sacrosanct": true}

// unlikelyTo reads what a party says its side will hardly do: "is unlikely to accede to the demand".
func (r *reading) unlikelyTo(c *clause, s stand) (stand, bool) {
	l := &lex().positions
	x := r.clause(c.comp[0])
	if x == nil {
		return s, false
	}
	grants := x.lexical(l.Verbs) == "accepts" || x.is(l.Lists.Yield)
	s.targets = append(slices.Clone(x.obj), x.comp...)
	for _, o := range x.obl {
		grants = grants || l.Prepositions[x.verb+" "+o.prep] == "accepts" || l.Prepositions[x.verb+" "+o.prep] == "flexible"
		s.targets = append(s.targets, o.head)
	}
	s.stance, s.settled, s.whole = rapporteur.Reserves, true, true
	return s, grants && len(s.targets) > 0
}

// adjectiveStance reads "is ready to …", "is unhappy with …", with the participles that
// a tree may take for passives ("is opposed to").
func (r *reading) adjectiveStance(c *clause, s stand, table map[string]string) (stand, bool) {
	l := &lex().positions
	v, ok := table[r.lemma(c.head)]
	if !ok {
		if v, ok = table[r.lower(c.head)]; !ok {
			return s, false
		}
	}
	if e := r.child(c.head, "expl"); e >= 0 && r.upos(e) == "PRON" {
		// "signalled it was willing": an "it" that the tree took for empty is who says so
		for n := range s.actors {
			s.actors[n].token = c.head
		}
	}
	if r.frank(c) {
		return s, false
	}
	s.stance = rapporteur.Stance(v)
	if s.stance == rapporteur.Flexible && !c.neg && slices.ContainsFunc(c.comp, func(k int) bool { return r.doc.Tokens[k].XPOS == "VB" && takes[r.lemma(k)] && !r.hostile(k) }) {
		r.replied[c.head] = true // "is prepared to grant the herders a well"
	}
	for _, o := range c.obl {
		if o.prep == "in" && r.lemma(o.head) == "principle" {
			continue // "is willing in principle to import more"
		}
		s.targets = append(s.targets, o.head)
	}
	s.targets = append(s.targets, c.comp...)
	for _, k := range r.takes(c, "to", "with", "about", "on", "against", "of") {
		if !slices.Contains(s.targets, k) {
			s.targets = append(s.targets, k)
		}
	}
	switch r.lemma(c.head) {
	case "opposed", "oppose":
		if len(s.targets) == 0 && len(s.actors) > 0 && len(c.adverbs) == 0 { // "Norvana is opposed, the people said"
			s.sure, s.whole, s.settled = true, true, !c.neg
			return s, !c.neg && c.modal == ""
		}
		if len(s.targets) == 0 {
			return s, false
		}
	case "concerned", "happy", "critical", "open", "wary", "keen", "willing", "ready", "prepared", "unhappy", "hostile", "reluctant", "prepare":
		if len(s.targets) == 0 {
			return s, false
		}
	}
	if v == "flexible" && slices.ContainsFunc(s.targets, func(t int) bool { return lex().positions.Lists.Strife[r.lemma(t)] }) {
		return s, false // "is ready for a trade war"
	}
	if v == "flexible" && len(c.comp) > 0 && (l.Lists.Threats[r.lemma(c.comp[0])] && !r.movesTo(c.comp[0]) || r.hostile(c.comp[0])) {
		return s, false // "is prepared to strike"
	}
	if len(c.comp) > 0 && l.Lists.Words[r.lemma(c.comp[0])] && r.clause(c.comp[0]) != nil && !r.clause(c.comp[0]).copula {
		return s, false
	}
	if v == "demands" { // "is adamant that it will not reopen the accord"
		return r.insisted(c, s)
	}
	if s.stance == rapporteur.Flexible {
		for _, k := range c.comp { // "is ready to oppose", "prepared to accept": what it comes to
			if x := r.clause(k); x != nil && x.lexical(l.Verbs) == "rejects" {
				return s, false
			}
		}
	}
	return s, true
}

// frank reports whether somebody is said to hide nothing: "has been open about the levy", but not "is
// open to a levy".
func (r *reading) frank(c *clause) bool {
	return c != nil && r.lemma(c.head) == "open" && c.head+1 < len(r.kids) && (r.lower(c.head+1) == "about" || r.lower(c.head+1) == "with")
}

// insisted reads what somebody insists on or is adamant about: what must be, or what he will not do.
func (r *reading) insisted(c *clause, s stand) (stand, bool) {
	for _, k := range c.comp {
		x := r.clause(k)
		if x == nil {
			continue
		}
		own := len(x.subj) == 0 || slices.ContainsFunc(x.subj, func(i int) bool { return r.upos(i) == "PRON" })
		switch {
		case x.neg && (x.modal == "will" || x.modal == "would" || x.modal == "can" || x.modal == "could") && own:
			s.stance, s.targets, s.settled = rapporteur.Rejects, append([]int{k}, x.obj...), true
			return s, true
		case x.modal == "must" || x.modal == "should" || x.modal == "shall" || x.modal == "" && r.doc.Tokens[k].XPOS == "VB" && x.mark != "to" && (r.child(k, "aux") < 0 || r.lemma(r.child(k, "aux")) == "be"),
			x.verb == "need", x.verb == "have" && len(x.comp) > 0:
			s.stance, s.targets = rapporteur.Demands, append([]int{k}, s.targets...)
			return s, true
		}
	}
	return s, c.copula && len(c.comp) == 0 && len(s.targets) > 0
}

// verdict says what a predicate makes of its subject: "unacceptable", "a red line",
// "not negotiable", "out of the question", "a betrayal", "worse than no deal"; "" for none.
func (r *reading) verdict(i int) string {
	l := &lex().positions
	lemma := r.lemma(i)
	switch lemma {
	case "line":
		if r.hasKid(i, "red") {
			return "rejects"
		}
		return ""
	case "question":
		if p := r.caseOf(i); p == "out of" || p == "out" || p == "beyond" {
			return "rejects"
		}
		return ""
	case "table":
		if p := r.caseOf(i); p == "off" {
			return "rejects"
		}
		return ""
	case "starter":
		if !r.hasKid(i, "non") {
			return ""
		}
	case "bad", "worse", "worst", "badly", "well":
		if f := r.lower(i); f == "worse" || f == "worst" {
			return "rejects"
		}
		return ""
	}
	if v := l.Verdicts[lemma]; v != "" {
		return v
	}
	if v := l.Verdicts[r.lower(i)]; v != "" {
		return v
	}
	if c := r.clause(i); c != nil && c.neg != r.underDenial(c) && r.settledNo(i) {
		return "rejects"
	}
	if r.isTextNoun(i) { // "is a bad deal", "the best deal possible"
		for _, k := range r.children(i, "amod") {
			if v := l.Judgements[r.lower(k)]; v != "" {
				return v
			}
		}
	}
	return ""
}

// settledNo reports whether a negated predicate says that something is not to be had: "not
// negotiable", "not up for discussion", "not on the table", "not an option".
func (r *reading) settledNo(i int) bool {
	switch r.lemma(i) {
	case "negotiable", "renegotiable", "option", "bargaining", "sale":
		return true
	case "possible", "conceivable", "feasible":
		return r.noneToBeHad(i)
	case "table", "agenda":
		return r.caseOf(i) == "on"
	case "negotiation", "discussion", "debate", "grab", "renegotiation":
		return r.caseOf(i) == "up for" || r.caseOf(i) == "open to" || r.caseOf(i) == "for" && (r.hasKid(i, "up") || r.hasKid(i, "open"))
	case "up", "open":
		return slices.ContainsFunc(r.kids[i], func(k int) bool {
			return r.lemma(k) == "negotiation" || r.lemma(k) == "discussion" || r.lemma(k) == "debate" || r.lemma(k) == "renegotiation" || r.lemma(k) == "change"
		})
	}
	return false
}

// noneToBeHad reports whether what is said not to be possible is a step that somebody asks for: "a second
// vote is not possible", but not "a deal tonight is not possible", nor what is so unless something is done.
func (r *reading) noneToBeHad(i int) bool {
	c := r.clause(i)
	if c == nil || len(c.subj) != 1 || c.subj[0] > i || r.onlyIf(c) || r.hasIf(c) || r.without(c) || r.child(i, "expl") >= 0 {
		return false
	}
	k := c.subj[0]
	return r.upos(k) == "NOUN" && !r.isTextNoun(k) && !lex().meetings.Nouns[r.lemma(k)] && !lex().positions.Lists.Foregone[r.lemma(k)] && !r.personal(c.subj)
}

// underDenial reports whether a clause is what somebody denies: "denied that the levy was negotiable".
func (r *reading) underDenial(c *clause) bool {
	up := r.clause(c.up)
	return up != nil && up.is(lex().modality.Deny) && !up.neg && base(r.rel(c.head)) == "ccomp"
}

// judged makes the stance of a verdict: of those for whom it is one, else of who says so.
func (r *reading) judged(c *clause, s stand, st rapporteur.Stance) (stand, bool) {
	s.stance, s.targets, s.settled = st, slices.Clone(c.subj), true
	if k := r.child(c.head, "mark"); len(c.subj) == 0 && k >= 0 && r.lower(k) == "that" && r.cue[max(k-1, 0)] {
		s.targets = []int{k} // "said that was unacceptable", its pronoun read as a conjunction
	}
	deed := r.deedJudged(c)
	if deed >= 0 {
		s.targets, s.whole = []int{deed}, true
	}
	for _, k := range c.subj {
		if w := r.lower(k); w == "which" || w == "that" && r.rel(c.head) == "acl:relcl" {
			return s, false
		}
	}
	s.actors = nil
	if r.isTextNoun(c.head) { // "the best deal for Norvana" is who says so's
		s.actors = r.party(c.head)
		return s, len(s.targets) > 0
	}
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
		s.actors = r.party(c.head)
	}
	if len(s.actors) == 0 && r.underDenial(c) {
		s.actors = r.actorsAt(r.clause(c.up).subj...)
	}
	for _, k := range r.children(c.head, "advcl") { // "is out of the question, as Marrow has told them"
		if x := r.clause(k); len(s.actors) == 0 && x != nil && x.mark == "as" && lex().speech.Verbs[x.verb] {
			s.actors = r.actorsAt(x.subj...)
		}
	}
	from := c.head
	for _, k := range c.subj {
		from = min(from, r.lo[k])
	}
	if deed >= 0 {
		from = r.lo[deed]
	}
	s.words = lang.Range{Start: from, End: r.own(c.head).End}
	return s, len(s.targets) > 0
}

// deedJudged returns the deed that a verdict is on: "| raising the levy now would be a mistake"; -1 for none.
func (r *reading) deedJudged(c *clause) int {
	k := r.child(c.head, "csubj")
	if k > c.head || r.child(c.head, "nsubj") >= 0 || !c.copula {
		return -1
	}
	return k
}

// called reads "called the plan a betrayal", "described the draft as unworkable", "considers the clause a red line".
func (r *reading) called(c *clause, s stand) (stand, bool) {
	if !lex().positions.Lists.Call[c.verb] || c.neg || len(c.obj) == 0 || r.lower(c.obj[0]) == "what" {
		return s, false
	}
	try := slices.Clone(c.comp)
	for _, o := range c.obl {
		if o.prep == "as" {
			try = append(try, o.head)
		}
	}
	for _, o := range c.obj {
		try = append(try, slices.DeleteFunc(r.children(o, "appos", "acl", "nmod", "amod", "obj"), func(k int) bool { return k < o })...)
	}
	for _, k := range r.children(c.obj[0], "nmod") {
		try = append(try, r.children(k, "appos")...)
	}
	if len(c.obj) > 1 {
		try = append(try, c.obj[1:]...)
	}
	matter := c.obj[0]
	if k := c.head + 1; r.head(k) == matter && (r.lower(k) == "that" || r.lower(k) == "this") && r.lower(k+1) == "a" {
		try, matter = append(try, matter), k // "called that a non-starter", its pronoun taken for an article
	}
	for _, k := range try {
		if k < c.head {
			continue
		}
		if p := r.caseOf(k); p != "" && p != "as" && p != "out of" && p != "off" {
			continue
		}
		v := r.verdict(k)
		if r.hasKid(k, "not") || r.hasKid(k, "hardly") || r.hasKid(k, "far") {
			switch v {
			case "accepts":
				v = "rejects" // "deemed the draft not acceptable"
			case "rejects":
				v = ""
			}
		}
		if r.lemma(k) == "basis" && slices.ContainsFunc(r.kids[k], func(j int) bool { return r.caseOf(j) == "for" }) {
			v = string(rapporteur.Conditions) // "called it a basis for discussion"
		}
		if v != "" && v != "demands" {
			s.stance, s.settled = rapporteur.Stance(v), true
			s.targets = []int{matter}
			s.likely = s.likely || v == "rejects" && len(s.actors) > 0 && (r.isTextNoun(matter) || lex().positions.Nouns[r.lemma(matter)] == "demands")
			if c.passive {
				return s, false
			}
			return s, true
		}
	}
	return s, false
}
