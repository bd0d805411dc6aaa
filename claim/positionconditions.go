package claim

import (
	"slices"

	"rapporteur"
	"rapporteur/lang"
)

// conditionStance reads what one thing is made to hang on by who says so: "cuts will
// depend on …", "no talks are possible unless …", "the ban stays until …", "made
// the release a condition of any deal".
func (r *reading) conditionStance(c *clause, s stand) (stand, bool) {
	l := &lex().positions.Lists
	hangs := func(preps ...string) bool { return len(r.takes(c, preps...)) > 0 }
	whole := func() (stand, bool) {
		s.stance, s.settled = rapporteur.Conditions, true
		if s.actors = r.party(c.head); len(s.actors) == 0 && len(c.subj) == 1 && (lex().positions.Nominal[r.lemma(c.subj[0])] == "accepts" || r.lemma(c.subj[0]) == "support" || r.lemma(c.subj[0]) == "consent") {
			s.actors = r.owners(c.subj[0]) // "the bank's approval hinges on …"
		}
		s.targets = slices.DeleteFunc(slices.Clone(c.subj), func(k int) bool { return k > c.head }) // not the teller
		for _, o := range c.obl {
			s.targets = append(s.targets, o.head)
		}
		s.targets = append(s.targets, c.comp...)
		for _, k := range r.kids[c.head] {
			if rel := base(r.rel(k)); rel == "advcl" || rel == "csubj" {
				s.targets = append(s.targets, k)
			}
		}
		from := c.head
		for _, k := range r.kids[c.head] {
			switch base(r.rel(k)) {
			case "nsubj", "csubj", "expl", "cop", "aux", "advmod":
				from = min(from, r.lo[k])
			}
		}
		s.words, s.whole = lang.Range{Start: from, End: r.own(c.head).End}, true
		return s, len(s.actors) > 0
	}
	switch {
	case c.neg && !r.onlyIf(c) && !r.without(c):
	case c.neg && r.child(c.head, "expl") >= 0 && r.onlyIf(c) && len(c.subj) == 1 && (r.textUnder(c.subj[0]) >= 0 || lex().meetings.Nouns[r.lemma(c.subj[0])]),
		c.neg && r.child(c.head, "expl") >= 0 && (r.without(c) || len(c.with("without")) > 0 || r.lower(r.sentence(c.head).Start) == "without") && len(c.subj) == 1 && (r.textUnder(c.subj[0]) >= 0 || lex().meetings.Nouns[r.lemma(c.subj[0])] || r.lemma(c.subj[0]) == "peace" || r.lemma(c.subj[0]) == "framework"):
		return whole() // "there will be no deal unless …"
	case l.Depend[c.verb] && hangs("on", "upon") && !c.passive,
		l.Contingent[c.verb] && (len(c.obj) == 0 || c.passive) && hangs("on", "upon", "to"):
		return whole()
	case l.Possible[c.verb] && c.copula && (r.onlyIf(c) || c.neg && r.without(c)):
		return whole()
	case l.Stay[c.verb] && (r.onlyIf(c) || hangs("until")) && c.modal != "may" && len(s.actors) == 0:
		return whole()
	case c.passive && len(c.agent) == 0 && c.modal != "" && r.onlyIf(c) && (c.neg || r.hasOnly(c.head) || (c.modal == "will" || c.modal == "would") && l.Yieldings[c.verb]):
		return whole()
	case (c.modal == "will" || c.modal == "would") && !c.neg && !c.passive && !c.copula && len(s.actors) > 0 && r.onlyWhen(c) && len(c.obj)+len(c.comp) > 0:
		s.stance, s.settled, s.whole = rapporteur.Conditions, true, true // "would lay down arms only after …"
		s.sure = !l.Words[c.verb] && c.verb != "decide" && c.verb != "happen"
		s.targets = append(slices.Clone(c.obj), c.comp...)
		return s, true
	case c.neg && (c.modal == "will" || c.modal == "would" || c.modal == "can" || c.modal == "could") && !c.passive && !c.copula && len(s.actors) > 0 && r.holdsOff(c):
		s.stance, s.settled, s.whole, s.sure = rapporteur.Conditions, true, true, true // "would not meet the owners until …"
		s.targets = append(slices.Clone(c.obj), c.comp...)
		if v := r.party(c.head); (c.modal == "can" || c.modal == "could") && l.Granted[c.verb] && len(v) > 0 && len(c.subj) > 0 && r.upos(c.subj[0]) == "PROPN" && !slices.ContainsFunc(s.actors, func(a actor) bool { return a.Name == v[0].Name }) {
			s.actors = v // "Estrel says | Norvana cannot have access until …"
			s.words = lang.Range{Start: r.nounPhrase(c.subj[0]).Start, End: r.own(c.head).End}
		}
		return s, true
	case c.copula && l.Condition[c.verb] && !c.neg && len(c.subj) > 0:
		return whole()
	case (c.verb == "use" || c.verb == "exercise" || c.verb == "wield" || c.verb == "cast") && slices.ContainsFunc(c.obj, func(o int) bool { return r.lemma(o) == "veto" || r.hasKid(o, "veto") }) && !c.neg && r.onlyIf(c):
		s.stance, s.settled, s.whole, s.sure = rapporteur.Conditions, true, true, true
		s.targets = slices.Clone(c.obj)
		return s, true
	case (c.modal == "will" || c.modal == "would") && !c.neg && !c.passive && (l.Leave[c.verb] || l.Leave[c.lemma]) && r.anyIn(r.own(c.head), words{"unless": true}) > c.head:
		// "would walk out unless the cap goes"
		s.stance, s.settled, s.whole, s.sure = rapporteur.Conditions, true, true, true
		s.targets = slices.Clone(c.obj)
		s.actors = slices.DeleteFunc(s.actors, func(a actor) bool { return a.Kind == rapporteur.Group && r.vagueGroup(a) })
		if len(s.actors) == 0 {
			s.actors = r.party(c.head)
		}
		return s, len(s.actors) > 0
	case l.Make[c.verb] && !c.passive && len(c.obj) > 0 && !c.neg:
		try := slices.Clone(c.comp)
		for _, o := range c.obl {
			if o.prep == "as" {
				try = append(try, o.head)
			}
		}
		for _, k := range r.children(c.obj[0], "appos", "nmod", "acl") {
			if p := r.caseOf(k); p == "" || p == "as" {
				try = append(try, k)
			}
		}
		try = append(try, c.obj[1:]...)
		for _, k := range try {
			if (l.Condition[r.lemma(k)] || l.Contingent[r.lemma(k)]) && k > c.head {
				s.stance, s.settled, s.whole = rapporteur.Conditions, true, true
				s.targets = append(slices.Clone(c.obj), k)
				return s, len(s.actors) > 0
			}
		}
	}
	return s, false
}

// hangs reports whether a stand for or against something is made to hang on a condition: "will veto the
// pact if nothing changes" tells on what a veto depends, not that there is one.
func (r *reading) hangs(c *clause, stance rapporteur.Stance) bool {
	if stance != rapporteur.Rejects && stance != rapporteur.Accepts && stance != rapporteur.Flexible {
		return false
	}
	l := lex().modality
	return r.hasIf(c) && !r.evenIf(c) && !c.perfect && (l.Will[c.modal] || c.modal == "would" || c.modal == "shall" || c.modal == "can" || c.modal == "could")
}

// evenIf reports whether what hangs on a clause changes nothing: "would oppose it even if the base goes".
func (r *reading) evenIf(c *clause) bool {
	return slices.ContainsFunc(r.children(c.head, "advcl"), func(k int) bool {
		m := r.child(k, "mark")
		return m > 0 && r.lower(m) == "if" && r.lower(m-1) == "even"
	})
}

// holdsOff reports whether somebody says that he will not do something as long as another thing is
// not done or given: "until the ban is lifted", "without a guarantee", "unless …". A day is none.
func (r *reading) holdsOff(c *clause) bool {
	switch c.verb {
	case "say", "know", "comment", "tell", "happen", "decide", "see", "think", "believe", "rest", "stop", "quit", "end", "understand", "confirm", "disclose", "reveal":
		return false
	}
	own := r.own(c.head)
	for k := c.head + 1; k+1 < own.End; k++ {
		if r.inRelative(k, c.head) {
			continue
		}
		switch r.lower(k) {
		case "unless", "until", "till", "before":
		case "without":
			if c.modal == "can" || c.modal == "could" {
				continue // "cannot live without its ships"
			}
		case "as":
			if r.lower(k+1) != "long" {
				continue
			}
		default:
			continue
		}
		if r.timeAt[k] >= 0 || r.timeAt[k+1] >= 0 {
			continue
		}
		return slices.ContainsFunc(r.doc.Tokens[k+1:own.End], func(t lang.Token) bool { return t.UPOS == "NOUN" || t.UPOS == "VERB" || t.UPOS == "PROPN" })
	}
	return false
}

// inRelative reports whether token i stands in a relative clause below token h.
func (r *reading) inRelative(i, h int) bool {
	for steps := 0; i >= 0 && i != h && steps < 40; i, steps = r.head(i), steps+1 {
		if r.rel(i) == "acl:relcl" {
			return true
		}
	}
	return false
}

// takes returns what a predicate takes by one of the prepositions, a noun or a gerund:
// "depends on the harvest", "is opposed to lifting the ban".
func (r *reading) takes(c *clause, preps ...string) []int {
	out := c.with(preps...)
	if c.copula { // "contingent", read as a noun
		for _, k := range r.children(c.head, "nmod") {
			if k > c.head && slices.Contains(preps, r.caseOf(k)) {
				out = append(out, k)
			}
		}
	}
	for _, k := range r.kids[c.head] {
		if rel := base(r.rel(k)); k > c.head && (rel == "advcl" || rel == "xcomp" || rel == "ccomp") && r.doc.Tokens[k].XPOS == "VBG" {
			if m := r.child(k, "mark", "case"); m >= 0 && slices.Contains(preps, r.lower(m)) {
				out = append(out, k)
			}
		}
	}
	return out
}

// without reports whether a clause is limited by "without …".
func (r *reading) without(c *clause) bool {
	own := r.own(c.head)
	for k := c.head + 1; k < own.End; k++ {
		if f := r.lower(k); f == "without" || f == "until" || f == "before" {
			return true
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
			case "long": // "as long as", its first word an adverb to the tree
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
		if r.inRelative(k, c.head) {
			continue // "approved a bill that bars cuts unless …"
		}
		if f := r.lower(k); f == "unless" || f == "provided" && (r.upos(k) != "VERB" || k+1 < own.End && r.lower(k+1) == "that") || f == "condition" && r.lower(k-1) == "on" || f == "long" && k+1 < own.End && r.lower(k+1) == "as" && (r.lower(k-1) == "as" || r.lower(k-1) == "so") || f == "only" && k+1 < own.End && (r.lower(k+1) == "if" || r.lower(k+1) == "when" || r.lower(k+1) == "after") {
			return true
		}
	}
	return r.onTerms(c, own.End)
}

// onTerms reports whether a condition follows the words of a clause behind the
// telling: "accept the plan, Holt said, on condition that …".
func (r *reading) onTerms(c *clause, from int) bool {
	sent := r.sentence(c.head)
	for k := from; k+2 < sent.End; k++ {
		switch f := r.lower(k); {
		case f == "on" && r.lower(k+1) == "condition" && r.lower(k+2) == "that", f == "provided" && r.lower(k+1) == "that":
			return true
		case r.form(k) == ";", r.clause(k) != nil && !r.cue[k], r.upos(k) == "VERB" && !r.cue[k]:
			return false
		}
	}
	return false
}

func (r *reading) hasOnly(i int) bool {
	return slices.ContainsFunc(r.kids[i], func(k int) bool { return r.lower(k) == "only" })
}
