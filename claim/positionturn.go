package claim

import (
	"slices"

	"rapporteur"
)

// polarity turns a stance by the clause's negation, modals and conditions.
func (r *reading) polarity(c *clause, st rapporteur.Stance) (rapporteur.Stance, bool) {
	if r.noWay(c) && (st == rapporteur.Accepts || st == rapporteur.Flexible) {
		return rapporteur.Rejects, true // "there is no way we can accept …"
	}
	if r.hardly(c) {
		return "", false // told at "unlikely"
	}
	yet := slices.ContainsFunc(c.adverbs, func(a int) bool { return r.lower(a) == "yet" })
	if r.noLonger(c) {
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
	if r.onlyIf(c) && (st == rapporteur.Accepts || st == rapporteur.Rejects && (c.neg || r.anyIn(r.own(c.head), words{"unless": true}) >= 0) || st == rapporteur.Flexible && c.verb != "live" && c.copula && (c.neg || r.onlyWhen(c) || r.soLong(c))) {
		return rapporteur.Conditions, true
	}
	if c.neg {
		switch st {
		case rapporteur.Accepts, rapporteur.Flexible:
			if yet {
				return "", false
			}
			switch c.verb {
			case "back", "budge", "yield", "relent", "soften":
				if st == rapporteur.Flexible {
					return rapporteur.Demands, true // "is not backing down on the cap"
				}
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
	if r.resolved(c) {
		return false
	}
	infinitive := c.mark == "to" || r.doc.Tokens[c.head].XPOS == "VB" && c.modal == "" && c.mark == "" && r.child(c.head, "aux") < 0 && base(rel) == "xcomp"
	if infinitive && up != nil && up.passive && !up.neg && l.Reputed[up.verb] && base(rel) == "xcomp" {
		return r.dependent(up) // "is understood to be against …"
	}
	if infinitive {
		return base(rel) != "xcomp" || up == nil || up.neg || up.copula || r.conditional(up) || r.asked(up) || len(up.obj) > 0 || !l.Lead[up.verb] && !l.Mean[up.verb] || up.modal == "should" || up.modal == "must" || r.dependent(up)
	}
	switch c.mark {
	case "without", "before", "against", "instead", "rather", "than", "of", "from", "for", "as if", "by":
		return true
	}
	if base(rel) == "ccomp" && up != nil && up.neg && (up.verb == "think" || up.verb == "believe" || up.verb == "expect") {
		return true
	}
	if base(rel) == "ccomp" && up != nil && !r.cue[up.head] && (lex().modality.Wish[up.verb] && up.verb != "believe" && up.verb != "expect" && up.verb != "suggest" && up.verb != "think" || up.verb == "demand" || up.verb == "insist" || up.verb == "propose" || up.verb == "ensure" || up.verb == "see") {
		return true // "hoped Norvana would accept"
	}
	if base(rel) == "ccomp" && up != nil && (up.verb == "hope" || up.verb == "fear" || up.verb == "wish" || up.verb == "doubt" || up.verb == "deny" || up.verb == "demand" || up.verb == "insist" && c.modal == "") {
		return true
	}
	if base(rel) == "acl" && rel != "acl:relcl" && r.doc.Tokens[c.head].XPOS == "VBG" && c.mark == "" {
		return len(r.handers(r.head(c.head))) == 0 // "a letter demanding …" has the actor who hands it over; "the side demanding …" is seldom one
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
	if m := r.child(c.head, "mark"); m >= 0 && (r.lower(m) == "whether" || m+1 < s.End && r.lower(m+1) == "whether") {
		return true
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

func weaker(a, b rapporteur.Modality) rapporteur.Modality {
	if rank(b) > rank(a) {
		return b
	}
	return a
}
