package claim

import (
	"slices"

	"rapporteur"
)

// polarity turns a stance by the clause's negation, modals and conditions.
func (r *reading) polarity(c *clause, st rapporteur.Stance) (rapporteur.Stance, bool) {
	yet, longer := false, false
	for _, a := range c.adverbs {
		yet = yet || r.lower(a) == "yet"
		longer = longer || r.lower(a) == "longer" && a > 0 && (r.lower(a-1) == "no" || r.lower(a-1) == "any")
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

func weaker(a, b rapporteur.Modality) rapporteur.Modality {
	if rank(b) > rank(a) {
		return b
	}
	return a
}
