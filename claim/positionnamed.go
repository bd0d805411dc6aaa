package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// namedStands reads stands that a noun names and whose matter another part of the sentence tells:
// "Estrel's key demand is an amnesty", "an amnesty, a demand of the rebels", "what Estrel wants is …".
func (r *reading) namedStands() {
	for i := range r.doc.Tokens {
		if r.doc.Sentences[r.sent[i]].Heading || r.phrased[i] {
			continue
		}
		if r.upos(i) == "NOUN" {
			r.namedStand(i)
		} else if r.lower(i) == "what" {
			r.wanted(i)
		}
	}
}

// namedStand reads the stand that noun i names, where it is somebody's and is said to be something.
func (r *reading) namedStand(i int) {
	stance := lex().stands.Named[r.lemma(i)]
	way := stance == "" && r.remedy(i)
	if way {
		stance = string(rapporteur.Demands)
	}
	if r.lemma(i) == "line" && r.hasKid(i, "red") {
		stance = string(rapporteur.Demands)
	}
	if stance == "" {
		return
	}
	top := i // of "a list of demands" the list
	if h := r.head(i); h >= 0 && base(r.rel(i)) == "nmod" && r.caseOf(i) == "of" && (r.lemma(h) == "list" || r.lemma(h) == "series" || r.lemma(h) == "set" || r.lemma(h) == "one") {
		top = h
	}
	who := r.owners(i)
	if top != i && len(who) == 0 {
		who = r.owners(top)
	}
	if len(who) == 0 {
		who = r.whoPutsForward(top)
	}
	if way {
		who = r.party(i)
	}
	if len(who) == 0 {
		return
	}
	if list := r.behindColon(top); len(list) > 0 {
		r.emitNamed(i, stand{stance: rapporteur.Stance(stance), actors: who, targets: list})
		return
	}
	matter, c := r.saidToBe(top)
	if top == i && c != nil && c.head == i && slices.ContainsFunc(r.children(i, "nmod", "acl"), func(k int) bool { p := r.caseOf(k); return k > i && (p == "on" || p == "for" || p == "that") }) {
		return // "a sticking point is Norvana's insistence on checks" is told at what it is on
	}
	if way && c != nil && (c.neg || r.deniedBefore(top, c.head)) {
		stance, way = string(rapporteur.Rejects), false // "the answer is not more levies"
		c = nil
	}
	if len(matter) == 0 || c != nil && (c.neg || r.asked(c) || r.conditional(c) || c.modal == "may" || c.modal == "might" || c.modal == "could") {
		return
	}
	matter = slices.DeleteFunc(slices.Clone(matter), func(t int) bool {
		return r.upos(t) == "PRON" || r.timeAt[t] >= 0 || r.upos(t) == "ADJ" || r.typeAt(t) == lang.PER || lex().stands.Named[r.lemma(t)] != ""
	})
	if way {
		matter = slices.DeleteFunc(matter, func(t int) bool { return !r.step(t) })
	}
	if len(matter) == 0 {
		return
	}
	at := i
	if c != nil {
		at = c.head
	}
	r.emitNamed(at, stand{stance: rapporteur.Stance(stance), actors: who, targets: matter})
}

// remedy reports whether a noun says what would mend the matter, so that whoever says what it is asks for
// that: "the only solution is to lift the levy", but not "the easy answer is to blame Estrel".
func (r *reading) remedy(i int) bool {
	if !lex().positions.Lists.Keys[r.lemma(i)] || base(r.rel(i)) != "nsubj" || r.child(i, "nmod:poss") >= 0 {
		return false
	}
	d := r.child(i, "det")
	if d < 0 || r.lower(d) != "the" {
		return false
	}
	sure := remedies[r.lemma(i)]
	for k := d + 1; k < min(i+3, len(r.kids)); k++ {
		switch r.lower(k) {
		case "easy", "wrong", "usual", "common", "traditional", "likely", "likeliest", "typical", "obvious", "next", "last", "other":
			return false
		case "only", "best", "right", "first", "forward", "out", "sole", "sensible", "fairest", "acceptable":
			sure = true
		}
	}
	return sure
}

// remedies are nouns that say of themselves that they mend a matter: "the answer", but "the only way".
var remedies = words{"answer": true, "solution": true, "remedy": true, "cure": true, "fix": true, "key": true, "priority": true, "antidote": true, "requirement": true}

// deniedBefore reports whether a "not" stands between two tokens, wherever the tree has hung it.
func (r *reading) deniedBefore(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if r.word(k) == "not" {
			return true
		}
	}
	return false
}

// step reports whether what would mend a matter is something to be done, and not talk or an end wished for.
func (r *reading) step(t int) bool {
	if x := r.clause(t); x != nil && r.upos(t) == "VERB" {
		return r.doc.Tokens[t].XPOS == "VB" && !x.neg && !lex().positions.Lists.Words[x.verb] && !x.is(lex().meetings.Verbs) && !lightDeeds[x.verb]
	}
	return r.upos(t) == "NOUN" && len(r.issuesOf(r.own(t))) > 0 && r.issuesOf(r.own(t))[0] != Other
}

// whoPutsForward returns who has or puts forward what noun i names: "the union has three demands".
func (r *reading) whoPutsForward(i int) []actor {
	c := r.governor(i)
	if c == nil || c.passive || c.neg || c.modal != "" || !slices.Contains(c.obj, i) {
		return nil
	}
	switch c.verb {
	case "have", "make", "list", "name", "present", "set", "issue", "raise", "table", "state", "outline", "lay", "put", "recall", "repeat":
		return r.sides(r.actorsOrMeant(c.subj))
	}
	return nil
}

// behindColon returns what a colon behind noun i lists: "three demands of its own: an amnesty, …".
func (r *reading) behindColon(i int) []int {
	sent := r.sentence(i)
	for k := i + 1; k+1 < min(i+8, sent.End); k++ {
		switch {
		case r.form(k) == ":":
			t := r.phraseHead(k+1, sent.End)
			if t < 0 || r.clause(t) != nil && r.upos(t) != "NOUN" {
				return nil
			}
			return slices.DeleteFunc(r.conjuncts(t), func(x int) bool { return x < k })
		case r.upos(k) == "VERB", r.upos(k) == "PUNCT" && !r.quoteMark(k):
			return nil
		}
	}
	return nil
}

// emitNamed makes the positions of a stand that the learned reader does not have to speak for.
func (r *reading) emitNamed(at int, s stand) {
	n := len(r.claims)
	for _, t := range s.targets[:min(len(s.targets), 3)] {
		one := s
		one.targets, one.settled = []int{t}, true
		on, issue := r.onWhat(nil, &one, r.own(t))
		summary := r.namedWords(one, t)
		if on == "meeting" || summary == "" || aspiration(summary) {
			continue
		}
		if on == "" {
			on = "point"
		}
		if issue == "" && on == "point" {
			issue = Other
		}
		r.keepPositions(at, s.actors, rapporteur.Claim{Kind: rapporteur.KindPosition}, rapporteur.PositionClaim{Stance: s.stance, On: on, Issue: issue, Summary: summary})
		puts := len(r.puts)
		r.putsForward(nil, at, one, issue, rapporteur.Asserted)
		if len(r.puts) > puts {
			r.puts[puts].listed = len(s.targets) > 1
		}
	}
	if len(r.claims) > n {
		r.phrased[at] = true
		r.replied[at] = r.replied[at] || len(s.targets) > 1
	}
}

// namedWords returns the words for the matter of a named stand, without what says that it is one.
func (r *reading) namedWords(s stand, t int) string {
	switch r.upos(t) {
	case "NOUN", "PROPN", "NUM":
		from := r.nounPhrase(t).Start
		for from < t && (r.upos(from) == "ADP" || r.lemma(from) == "be" || r.word(from) == "not") {
			from++
		}
		return r.wordsTo(from, t)
	case "VERB":
		if r.doc.Tokens[t].XPOS == "VB" {
			w, _ := r.summary(lang.Range{Start: t, End: max(r.extent(t), t+1)})
			if k := r.doerFor(t); k >= 0 {
				return balanced(strings.TrimPrefix(r.doc.Words(lang.Range{Start: r.nounPhrase(k).Start, End: k + 1}), "for ") + " to " + w)
			}
			return balanced("to " + w)
		}
	}
	return r.about(nil, s, t)
}

// doerFor returns who is to do what an infinitive tells: "for | Estrel to withdraw its boats"; -1 for nobody.
func (r *reading) doerFor(t int) int {
	for k := t - 1; k > max(t-8, 0); k-- {
		if r.lower(k) == "for" && r.lemma(k-1) == "be" {
			for j := k + 1; j < t; j++ {
				if base(r.rel(j)) != "det" && base(r.rel(j)) != "amod" && base(r.rel(j)) != "compound" && base(r.rel(j)) != "nmod:poss" && r.lower(j) != "to" {
					return j
				}
			}
		}
	}
	return -1
}

// owners returns whose a noun is: "Estrel's demand", "a demand of the rebels", "Norvanan demands".
func (r *reading) owners(i int) []actor {
	if p := r.child(i, "nmod:poss"); p >= 0 {
		return r.sides(r.actorsOrMeant([]int{p}))
	}
	for _, k := range r.children(i, "nmod") {
		if p := r.caseOf(k); p == "of" || p == "from" || p == "by" || p == "for" {
			if a := r.sides(r.actorsAt(k)); len(a) > 0 {
				return a
			}
		}
	}
	for _, k := range r.kids[i] {
		if n := r.nameAt(k); n != nil && k < i && (base(r.rel(k)) == "amod" || r.rel(k) == "compound") && (n.Type == lang.NORP || n.Type == lang.ORG || n.Type == lang.LOC) {
			if r.isState(r.stateName(k)) {
				return []actor{{Mention: rapporteur.Mention{Name: r.stateName(k), Kind: rapporteur.State, Span: r.bytes(n.Range)}, token: k}}
			}
			return r.sides(r.actorsAt(k))
		}
	}
	return nil
}

// saidToBe returns what a nominal is said to be, to include, or to stand beside, and the clause that says so.
func (r *reading) saidToBe(i int) ([]int, *clause) {
	if c := r.clause(i); c != nil && c.copula { // "an amnesty is their demand", "among their demands are …"
		return c.subj, c
	}
	h := r.head(i)
	if h < 0 {
		return nil, nil
	}
	c := r.clause(h)
	switch rel := base(r.rel(i)); {
	case rel == "nsubj" && c != nil && c.copula && r.upos(h) != "ADJ":
		return append([]int{h}, r.children(h, "conj")...), c
	case rel == "nsubj" && c != nil && !c.passive && (c.verb == "include" || c.verb == "comprise" || c.verb == "cover" || c.verb == "contain") && len(c.obj) > 0:
		return c.obj, c
	case rel == "nsubj" && c != nil && !c.copula && !c.passive && r.doc.Tokens[h].XPOS == "VB" && r.copulaBetween(i, h): // "its aim is to secure …", the infinitive its head
		return []int{h}, c
	case rel == "obl" && c != nil && c.verb == "be" && r.caseOf(i) == "among":
		return c.subj, c
	case rel == "appos" && i > h && r.upos(h) == "NOUN":
		return []int{h}, nil
	}
	return nil, nil
}

// copulaBetween reports whether a form of "be" stands between two tokens.
func (r *reading) copulaBetween(from, to int) bool {
	for k := from + 1; k < to; k++ {
		if r.lemma(k) == "be" {
			return true
		}
	}
	return false
}

// wanted reads "what Estrel wants most is a guarantee" and "a guarantee is what Estrel wants".
func (r *reading) wanted(i int) {
	sent := r.sentence(i)
	verb := -1
	for k := i + 1; k < min(i+8, sent.End); k++ {
		if r.upos(k) == "VERB" && r.clause(k) != nil {
			verb = k
			break
		}
	}
	if verb < 0 {
		return
	}
	c := r.clause(verb)
	v := c.lexical(lex().positions.Verbs)
	if c.verb == "need" || c.verb == "ask" {
		v = string(rapporteur.Demands)
	}
	if v != "demands" && v != "rejects" && v != "proposes" || c.neg || c.passive || len(c.subj) == 0 || c.subj[0] < i {
		return
	}
	who := r.sides(r.actorsOrMeant(c.subj))
	if len(who) == 0 {
		return
	}
	t := -1
	for k := verb + 1; k < min(verb+6, sent.End-1) && t < 0 && r.form(k) != ","; k++ {
		if r.lemma(k) == "be" && r.upos(k) == "AUX" {
			t = r.phraseHead(k+1, sent.End)
		}
	}
	if t < 0 && i > sent.Start+1 && r.lemma(i-1) == "be" {
		for k := i - 2; k >= sent.Start && t < 0; k-- {
			if base(r.rel(k)) == "nsubj" && r.upos(k) == "NOUN" {
				t = k
			}
		}
	}
	if t >= 0 && r.upos(t) != "PRON" && r.timeAt[t] < 0 {
		r.emitNamed(verb, stand{stance: rapporteur.Stance(v), actors: who, targets: []int{t}})
	}
}

// phraseHead returns the head of the phrase that begins at token from, -1 for none.
func (r *reading) phraseHead(from, end int) int {
	for k := from; k < min(from+10, end); k++ {
		switch base(r.rel(k)) {
		case "compound", "amod", "nmod:poss", "det", "nummod", "flat":
			continue
		}
		if u := r.upos(k); u == "NOUN" || u == "PROPN" || u == "VERB" || u == "NUM" {
			return k
		}
		if r.upos(k) == "PUNCT" && r.form(k) == "," {
			break
		}
	}
	return -1
}
