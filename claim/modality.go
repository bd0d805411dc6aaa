package claim

import (
	"slices"

	"rapporteur"
)

// modality tells how what the predicate at token i says holds. It looks at the
// predicate, then at what governs it, as far as the attribution it stands in.
func (r *reading) modality(i int) rapporteur.Modality {
	l := &lex().modality
	m := rapporteur.Asserted
	weaken := func(to rapporteur.Modality) {
		if rank(to) > rank(m) {
			m = to
		}
	}
	first := true
	for steps := 0; i >= 0 && i < len(r.kids) && steps < 60; steps++ {
		if c := r.clause(i); c != nil {
			for _, a := range c.adverbs {
				if l.Hedges[r.lower(a)] {
					weaken(rapporteur.Hedged)
				}
			}
			switch {
			case l.May[c.modal]:
				if first {
					weaken(rapporteur.Hedged)
				}
			case l.Will[c.modal] || c.modal == "shall":
				if first {
					weaken(rapporteur.Planned)
				}
			case c.modal == "would" && first:
				if r.hasIf(c) {
					weaken(rapporteur.Conditional)
				} else {
					weaken(rapporteur.Planned)
				}
			}
			if first && slices.ContainsFunc(r.ifsOf(c), r.granted) {
				weaken(rapporteur.Hedged)
			}
			if first && r.hasIf(c) && (c.modal != "" || r.conditional(c)) {
				weaken(rapporteur.Conditional)
			}
			if r.conditional(c) {
				weaken(rapporteur.Conditional)
			}
			if first && c.neg {
				weaken(rapporteur.Denied)
			}
			if !first && c.is(l.Deny) && !c.neg {
				weaken(rapporteur.Denied)
			}
			first = false
		} else {
			for _, k := range r.kids[i] {
				if base(r.rel(k)) == "advmod" && l.Hedges[r.lower(k)] || base(r.rel(k)) == "amod" && (r.lower(k) == "alleged" || r.lower(k) == "reported" || r.lower(k) == "purported" || r.lower(k) == "rumoured" || r.lower(k) == "rumored") {
					weaken(rapporteur.Hedged)
				}
			}
		}
		h := r.head(i)
		if h < 0 {
			break
		}
		// What stands in a relative clause or beside the sentence holds by itself.
		if rel := r.rel(i); rel == "acl:relcl" || base(rel) == "parataxis" {
			break
		}
		if r.inner[h] != r.inner[i] {
			// The attribution ends here: what governs it tells of the telling.
			c := r.clause(h)
			if c == nil && r.timeAt[h] >= 0 {
				c = r.governor(h) // "denied on Friday that …", hung on the day
			}
			if c != nil && c.is(l.Deny) && !c.neg {
				weaken(rapporteur.Denied)
			}
			break
		}
		i = h
	}
	return m
}

func rank(m rapporteur.Modality) int {
	switch m {
	case rapporteur.Planned:
		return 1
	case rapporteur.Conditional:
		return 2
	case rapporteur.Hedged:
		return 3
	case rapporteur.Denied:
		return 4
	}
	return 0
}

// conditional reports whether the clause itself is a condition ("if it passes").
func (r *reading) conditional(c *clause) bool {
	switch c.mark {
	case "if", "unless", "whether", "provided", "assuming", "lest", "once", "until":
		return true
	}
	return false
}

// hasIf reports whether a condition hangs on the clause that is more than a caveat.
func (r *reading) hasIf(c *clause) bool {
	return slices.ContainsFunc(r.ifsOf(c), func(k int) bool { return !r.granted(k) })
}

// ifsOf returns the conditions that hang on a clause.
func (r *reading) ifsOf(c *clause) []int {
	var out []int
	for _, k := range r.kids[c.head] {
		if base(r.rel(k)) != "advcl" {
			continue
		}
		if m := r.child(k, "mark"); m >= 0 {
			switch r.lower(m) {
			case "if", "unless", "provided", "assuming":
				out = append(out, k)
			}
		}
	}
	return out
}

// granted reports whether a condition is no more than a caveat: "if all goes well", "if the situation allows".
func (r *reading) granted(i int) bool {
	c := r.clause(i)
	if c == nil || c.neg {
		return false
	}
	subject := ""
	if len(c.subj) > 0 {
		subject = r.lemma(c.subj[0])
	}
	l := &lex().modality
	return l.Permit[c.verb] && len(c.obj) == 0 && l.Circumstances[subject] || c.verb == "go" && (subject == "all" || subject == "everything" || subject == "thing" || subject == "plan")
}
