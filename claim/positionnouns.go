package claim

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// nominalPosition reads "Norvana's demand for …", "French calls for …".
func (r *reading) nominalPosition(i int) {
	v := lex().positions.Nominal[r.lemma(i)]
	if v == "" {
		return
	}
	var actors []actor
	var from []int // those from whom it comes
	if p := r.child(i, "nmod:poss"); p >= 0 {
		if actors = r.actorsAt(p); len(actors) == 0 {
			actors = r.meant(p)
		}
		if c := r.governor(i); len(actors) == 0 && r.upos(p) == "PRON" && c != nil && !c.passive && (slices.Contains(c.obj, i) || slices.ContainsFunc(c.obl, func(o oblique) bool { return o.head == i })) {
			actors = r.actorsAt(c.subj...) // "conveyed its acceptance"
		}
	} else {
		for _, k := range r.kids[i] {
			if n := r.nameAt(k); n != nil && k < i && (base(r.rel(k)) == "amod" || r.rel(k) == "compound") && (n.Type == lang.NORP || n.Type == lang.ORG || n.Type == lang.LOC) && r.isState(r.stateName(k)) {
				actors = append(actors, actor{Mention: rapporteur.Mention{Name: r.stateName(k), Kind: rapporteur.State, Span: r.bytes(n.Range)}, token: k})
			}
		}
	}
	if len(actors) == 0 && (v != "demands" || r.requestedBy(i)) && r.governor(i) != nil { // "the rejection of the treaty by the senate", "opposition from Estrel"
		for _, k := range r.children(i, "nmod") {
			if p := r.caseOf(k); p == "by" || p == "from" {
				actors = append(actors, r.actorsAt(k)...)
				from = append(from, k)
			}
		}
		for _, k := range r.kids[i] {
			for _, d := range r.children(k, "nmod") {
				if p := r.caseOf(d); p == "by" && base(r.rel(k)) == "nmod" {
					actors = append(actors, r.actorsAt(d)...)
				}
			}
		}
	}
	if len(actors) == 0 {
		return
	}
	if r.soughtOf(i, v) {
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
				if p == "of" && (v == "demands" || v == "reserves") || (p == "on" || p == "about" || p == "over") && v == "demands" && r.lemma(i) != "insistence" {
					continue // "its demands on trade" does not tell which
				}
				if v == "proposes" && (p != "of" && p != "for" || !r.tellsNumber(r.own(k)) && !lex().points.Acts[r.lemma(k)]) {
					continue // "its proposal on fishing" does not tell which
				}
				s.targets = append(s.targets, r.conjuncts(k)...)
			}
		case "acl", "ccomp":
			if x := r.clause(k); x != nil && !lex().positions.Lists.Words[x.verb] && (x.mark == "to" || x.mark == "that" && (v != "demands" || x.modal == "must" || x.modal == "should" || x.modal == "" && (r.doc.Tokens[k].XPOS == "VB" || x.passive && r.child(k, "aux") >= 0 && r.lower(r.child(k, "aux")) == "be")) || r.ordered(k)) {
				s.targets = append(s.targets, k)
				s.targets = append(s.targets, x.obj...)
			}
		}
	}
	for _, h := range from { // "opposition from the owners | over the levy", "complaints from the union | that …"
		for _, k := range r.kids[h] {
			switch p := r.caseOf(k); {
			case k < h || r.typeAt(k) != "" || len(s.targets) > 0 && base(r.rel(k)) != "nmod":
			case base(r.rel(k)) == "nmod" && (p == "to" || p == "over" || p == "about" || p == "against" || p == "on"):
				s.targets = append(s.targets, r.conjuncts(k)...)
			case base(r.rel(k)) == "acl" && r.clause(k) != nil && r.clause(k).mark == "to":
				s.targets = append(s.targets, k) // "a request by Estrel | to put it off"
			case base(r.rel(k)) == "acl" && r.lower(r.lo[k]) == "that" && r.clause(k) != nil && !slices.ContainsFunc(r.clause(k).subj, func(x int) bool { return x == h || isRelative(r.lower(x)) }):
				s.targets = append(s.targets, k)
			}
		}
	}
	if len(s.targets) == 0 { // "its acceptance in principle of the paper"
		for _, k := range r.kids[i] {
			if r.lemma(k) == "principle" {
				s.targets = append(s.targets, r.children(k, "nmod")...)
			}
		}
	}
	if len(s.targets) == 0 {
		s.targets = r.adjoined(i)
	}
	if c := r.governor(i); len(s.targets) == 0 && c != nil {
		for _, o := range c.obl { // what the tree gave to the verb: "dropped its insistence | on 2040"
			if r.timeAt[o.head] < 0 && r.onlyTimeBetween(i+1, r.lo[o.head]) && (o.prep == "for" || o.prep == "on" || o.prep == "to" || o.prep == "about" || o.prep == "over") {
				s.targets = append(s.targets, o.head)
			}
		}
	}
	if len(s.targets) == 0 {
		return
	}
	if h := r.head(i); slices.ContainsFunc(r.claims, func(f found) bool {
		return f.Position != nil && f.head == h && f.Position.Stance == s.stance && slices.ContainsFunc(actors, func(a actor) bool { return a.Name == f.Position.Actor.Name })
	}) {
		return // "expressed its opposition to …" is told by the verb
	}
	on, issue := r.onWhat(nil, &s, r.own(i))
	if on == "" && issue == "" {
		if all := r.known(lang.Range{Start: i + 1, End: max(i+1, min(r.own(i).End, r.listEnd(i)))}); len(all) > 0 && r.agendaKnows(all[0]) {
			issue = all[0]
		}
	}
	if on == "" && issue == "" && (v == "demands" || v == "proposes") && slices.ContainsFunc(s.targets, func(t int) bool { return r.tellsNumber(r.own(t)) }) {
		issue = Other
	}
	givesUp := r.backsAway(i)
	if on == "" && issue == "" && (givesUp || v == "demands" && len(from) > 0) {
		issue = Other
	}
	if on == "" && issue == "" && r.standLikely(i) {
		issue = Other // of a matter that no agenda knows
	}
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
	summary := strings.TrimPrefix(cmp.Or(r.calledFor(i), r.about(nil, s, s.targets[0])), "that ")
	if summary == "" {
		summary, _ = r.summary(lang.Range{Start: i, End: min(end, r.listEnd(i))})
		if len(strings.Fields(summary)) < 3 {
			return
		}
	}
	if r.noMatter(&s, summary) {
		return
	}
	if c := r.governor(i); givesUp {
		s.stance = rapporteur.Flexible
	} else if c != nil && !c.neg && slices.Contains(c.obj, i) && !r.conditional(c) {
		switch c.lemma {
		case "drop", "withdraw", "abandon", "give up", "relinquish", "soften", "back down", "lift":
			if up := r.clause(c.up); up != nil && up.copula && (lex().positions.Adjectives[r.lemma(up.head)] == "reserves" || lex().positions.Adjectives[r.lemma(up.head)] == "rejects") {
				return // "is loath to give up its veto"
			}
			if v == "proposes" {
				return // "withdrew its offer of 6 percent"
			}
			s.stance = rapporteur.Flexible
		}
	}
	when := rapporteur.Interval{}
	r.keepPositions(i, s.actors, rapporteur.Claim{Kind: rapporteur.KindPosition, When: when}, rapporteur.PositionClaim{Stance: s.stance, On: on, Issue: issue, Summary: balanced(summary)})
	r.putsForward(nil, i, s, issue, rapporteur.Asserted)
}

// requestedBy reports whether a demand is told with the named party that it comes from: "a request by Estrel".
func (r *reading) requestedBy(i int) bool {
	return slices.ContainsFunc(r.children(i, "nmod"), func(k int) bool {
		p := r.caseOf(k)
		return (p == "by" || p == "from") && r.typeAt(k) != "" && r.typeAt(k) != lang.PER
	})
}

// calledFor returns what a demand is for another to do, "" where it is for no deed: "its call | for
// Norvana to lift the ban".
func (r *reading) calledFor(i int) string {
	for _, k := range r.children(i, "nmod") {
		if k < i || r.caseOf(k) != "for" {
			continue
		}
		for _, x := range slices.Concat(r.children(i, "acl", "advcl"), r.children(k, "acl"), r.children(max(r.head(i), 0), "advcl")) {
			if m := r.child(x, "mark"); x > k && m >= 0 && r.lower(m) == "to" && r.lo[x] == m && m <= r.hi[k] && (r.head(x) == k || m == r.hi[k]) {
				return r.wordsTo(r.nounPhrase(k).Start, x)
			}
		}
	}
	return ""
}

// soughtOf reports whether the consent that noun i names is what another looks for or has lost: "seeking
// parliament's backing"; or is of those who are told by whose they are: "won her cabinet's backing".
func (r *reading) soughtOf(i int, stance string) bool {
	c := r.governor(i)
	if stance != "accepts" || c == nil || !slices.Contains(c.obj, i) {
		return false
	}
	switch c.verb {
	case "seek", "want", "need", "await", "lose", "lack", "require", "court", "request", "demand", "expect":
		return true
	}
	p := r.child(i, "nmod:poss")
	if p < 0 {
		return false
	}
	q := r.child(p, "nmod:poss")
	return q >= 0 && r.upos(q) == "PRON"
}

// standLikely reports whether the learned reader finds it likely that token i tells a stand.
func (r *reading) standLikely(i int) bool {
	return slices.ContainsFunc(r.predictions(), func(x prediction) bool { return x.token == i && x.all[1] >= likelyIdiom })
}

// ordered reports whether a clause behind a noun says what shall be done, its "that"
// taken for a relative pronoun: "the proposal that Norvana open its ports".
func (r *reading) ordered(k int) bool {
	x := r.clause(k)
	if x == nil || r.lower(r.lo[k]) != "that" || len(x.subj) == 0 || r.head(x.subj[0]) != k && len(x.subj) < 2 {
		return false
	}
	s := x.subj[len(x.subj)-1]
	return s < k && !isRelative(r.lower(s)) && r.doc.Tokens[k].XPOS == "VB" && x.modal == "" && (len(x.obj) > 1 || x.mark == "that" || slices.ContainsFunc(x.obj, func(o int) bool { return o > k }))
}

// backsAway reports whether a noun is what somebody is told to come away from: "backed away from its
// insistence", "softened its opposition to", "climbed down over its demand".
func (r *reading) backsAway(i int) bool {
	c := r.governor(i)
	if c == nil || c.neg || r.conditional(c) || c.passive || r.asked(c) {
		return false
	}
	if up := r.governor(r.head(c.head)); up != nil && up.neg {
		return false // "nobody sees her climb down from her demand"
	}
	away := slices.ContainsFunc(c.obl, func(o oblique) bool {
		return o.head == i && (o.prep == "from" || o.prep == "on" || o.prep == "off" || o.prep == "over")
	})
	switch c.verb {
	case "back", "retreat", "climb", "row", "step", "pull", "walk", "shift", "move", "soften", "relent", "budge":
		return away
	}
	return slices.Contains(c.obj, i) && (c.verb == "soften" || c.verb == "ease" || c.verb == "relax" || c.verb == "shelve" || c.verb == "waive" || c.verb == "scrap" || c.verb == "overcome")
}

// onlyTimeBetween reports whether nothing but words for a time stands between two tokens.
func (r *reading) onlyTimeBetween(from, to int) bool {
	for k := from; k < to; k++ {
		if r.timeAt[k] < 0 && r.upos(k) != "ADP" {
			return false
		}
	}
	return from <= to
}
