package claim

import (
	"slices"

	"rapporteur"
)

// likewise reads whoever is said to do what was just told of another: "So did the rebels.",
// ", as does the union", "Estrel does too", "Holt followed suit". He stands where the other stood.
func (r *reading) likewise() {
	told := len(r.claims)
	for k := range r.doc.Tokens {
		s := r.sent[k]
		if r.doc.Sentences[s].Heading {
			continue
		}
		if who := r.alsoDoes(k); len(who) > 0 {
			r.copyStand(told, k, who)
		}
	}
}

// alsoDoes returns who token k says to do likewise.
func (r *reading) alsoDoes(k int) []actor {
	sent := r.sentence(k)
	if k+1 >= sent.End {
		return nil
	}
	next := r.lemma(k + 1)
	light := next == "do" || next == "have" || next == "be" || next == "will" || next == "would"
	opens := k == sent.Start || r.form(k-1) == "," || r.form(k-1) == ";" || r.lower(k-1) == "and" || r.upos(k-1) == "PUNCT"
	switch f := r.lower(k); {
	case (f == "so" || f == "as" || f == "nor" || f == "neither") && light && opens && k+2 < sent.End:
		for h := k + 2; h < min(k+9, sent.End); h++ {
			if h+1 < sent.End && possessive(r.lower(h+1)) {
				continue
			}
			if np := r.nounPhrase(h); np.Start <= k+2 && np.End > h && (r.upos(h) == "NOUN" || r.upos(h) == "PROPN") {
				if who := r.sides(r.actorsAt(h)); len(who) > 0 {
					return who
				}
			}
		}
	case r.lemma(k) == "follow" && r.lower(k+1) == "suit":
		if c := r.clause(k); c != nil && !c.neg {
			return r.sides(r.actorsAt(c.subj...))
		}
	case r.lemma(k) == "echo" || r.lemma(k) == "second" || r.lemma(k) == "share":
		if c := r.clause(k); c != nil && c.passive && !c.neg && c.modal == "" && len(c.agent) > 0 && len(c.subj) == 1 && (lex().positions.Nominal[r.lemma(c.subj[0])] != "" || lex().positions.Lists.Stances[r.lemma(c.subj[0])]) {
			return r.sides(r.actorsAt(c.agent...)) // "the demand was echoed by the guild"
		}
		if c := r.clause(k); c != nil && r.joinsIn(k) && !c.neg && c.modal == "" && !c.passive && !r.asked(c) && !r.conditional(c) {
			return r.sides(r.actorsAt(c.subj...))
		}
	case r.joinsIn(k):
		if c := r.clause(k); c != nil && !c.neg && c.modal == "" && !c.passive && !r.asked(c) && !r.conditional(c) {
			return r.sides(r.actorsAt(c.subj...))
		}
	case r.lemma(k) == "do" && r.upos(k) != "NOUN":
		words := 0
		for j := k + 1; j < min(k+4, sent.End); j++ {
			switch r.lower(j) {
			case "too", "so", "likewise", "same":
				words++
			}
		}
		c := r.clause(k)
		if words == 0 || k+2 < sent.End && r.upos(k+1) == "VERB" || c == nil || c.neg || c.modal != "" || c.mark == "to" || len(c.obj) > 0 && r.lower(c.obj[0]) != "same" && r.lower(c.obj[0]) != "so" {
			return nil
		}
		return r.sides(r.actorsAt(c.subj...))
	}
	return nil
}

// joinsIn reports whether token k says that somebody holds what was told of another: "echoed that",
// "shares the view", "took the same line", "is of the same mind".
func (r *reading) joinsIn(k int) bool {
	c := r.clause(k)
	if c == nil {
		return false
	}
	same := func(i int) bool { return r.hasKid(i, "same") || r.hasKid(i, "similar") || r.hasKid(i, "identical") }
	if c.copula {
		return lex().positions.Lists.Stances[r.lemma(k)] && r.caseOf(k) == "of" && same(k) || r.lemma(k) == "mind" && same(k)
	}
	if len(c.obj) != 1 || c.obj[0] < k || len(r.children(c.obj[0], "nmod", "acl")) > 0 {
		return false
	}
	o := c.obj[0]
	noun := lex().positions.Lists.Stances[r.lemma(o)] || lex().positions.Nominal[r.lemma(o)] != "" || r.lemma(o) == "line" || r.lemma(o) == "sentiment"
	back := r.hasKid(o, "that") || r.hasKid(o, "this") || r.hasKid(o, "those") || r.hasKid(o, "these") || r.hasKid(o, "the")
	switch c.verb {
	case "echo", "second":
		return r.lower(o) == "that" || r.lower(o) == "this" || r.lower(o) == "it" || noun && (back || r.child(o, "nmod:poss") >= 0 && r.upos(r.child(o, "nmod:poss")) == "PRON")
	case "share", "voice", "repeat":
		return noun && (back || same(o)) && r.child(o, "nmod:poss") < 0
	case "take", "hold", "adopt", "have", "make", "strike":
		return noun && same(o)
	}
	return false
}

// lastStand returns the index of the stand told last before token k, in its sentence or the one before, -1 for none.
func (r *reading) lastStand(told, k int) int {
	best := -1
	for n := range r.claims[:told] {
		f := &r.claims[n]
		if f.Position == nil || f.head >= k || r.sent[k]-r.sent[f.head] > 1 || r.doc.Sentences[r.sent[k]].Paragraph != r.doc.Sentences[r.sent[f.head]].Paragraph && r.sent[k] != r.sent[f.head] {
			continue
		}
		if best < 0 || r.sent[f.head] > r.sent[r.claims[best].head] || r.sent[f.head] == r.sent[r.claims[best].head] && f.Likelihood > r.claims[best].Likelihood {
			best = n
		}
	}
	return best
}

// copyStand gives the last stand told before token k to others.
func (r *reading) copyStand(told, k int, who []actor) {
	best := r.lastStand(told, k)
	if best < 0 {
		return
	}
	r.standsWith(best, k, who, r.claims[best].Position.Stance, "")
}

// standsWith gives others a stand like that of claim n, with other words where there are some.
func (r *reading) standsWith(n, k int, who []actor, stance rapporteur.Stance, words string) {
	from := r.claims[n]
	for _, a := range who {
		if words == "" && a.Name == from.Position.Actor.Name || slices.ContainsFunc(r.claims, func(f found) bool {
			return f.Position != nil && r.sent[f.head] == r.sent[k] && f.Position.Actor.Name == a.Name && f.Position.Stance == stance
		}) {
			continue
		}
		p := *from.Position
		p.Actor, p.Stance, p.Deed = a.Mention, stance, false
		if words != "" {
			p.Summary = words
		}
		r.add(k, rapporteur.Claim{Kind: rapporteur.KindPosition, Modality: from.Modality, Position: &p, Chain: from.Chain, Likelihood: from.Likelihood})
	}
}
