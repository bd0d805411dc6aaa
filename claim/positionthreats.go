package claim

import (
	"slices"

	"rapporteur"
)

// threat reads what somebody says he will do if another thing comes, or does not: "threatened to close the
// port if …", "warned it would walk out unless …", "will hit back should Norvana …".
func (r *reading) threat(c *clause, s stand) (stand, bool) {
	l := &lex().positions.Lists
	up := r.clause(c.up)
	if c.neg || c.passive || c.copula || len(s.actors) == 0 {
		return s, false
	}
	foretold := up != nil && l.Forewarn[up.verb] && !up.neg && !up.passive
	will := c.modal == "will" || c.modal == "would" || c.modal == "shall"
	switch {
	case foretold && c.mark == "to" && r.rel(c.head) == "xcomp" && (r.ifBehind(c) || r.ifBehind(up)):
	case foretold && will && base(r.rel(c.head)) == "ccomp" && r.ownWord(c, s.actors) && (r.ifBehind(c) || r.ifBehind(up)):
	case will && l.Repay[c.lemma] && r.ownWord(c, s.actors) && r.ifBehind(c):
	case c.mark == "to" && l.Repay[c.lemma] && up != nil && l.Mean[up.verb] && !up.neg && (r.ifBehind(c) || r.ifBehind(up)):
	default:
		return s, false
	}
	s.actors = slices.DeleteFunc(s.actors, func(a actor) bool { return a.Kind == rapporteur.Group && r.vagueGroup(a) })
	s.stance, s.settled, s.whole, s.sure = rapporteur.Conditions, true, true, true
	s.targets = append(slices.Clone(c.obj), c.comp...)
	for _, o := range c.obl {
		s.targets = append(s.targets, o.head)
	}
	return s, len(s.actors) > 0
}

// ownWord reports whether what a clause tells is told by those who do it.
func (r *reading) ownWord(c *clause, who []actor) bool {
	return slices.ContainsFunc(r.party(c.head), func(a actor) bool {
		return slices.ContainsFunc(who, func(b actor) bool {
			return a.Name == b.Name || slices.ContainsFunc(r.sides([]actor{a}), func(x actor) bool { return x.Name == b.Name })
		})
	})
}

// ifBehind reports whether a clause is made to hang on a condition, inverted ones included: "should Norvana leave".
func (r *reading) ifBehind(c *clause) bool {
	if slices.ContainsFunc(r.ifsOf(c), func(k int) bool { return k > c.head && !r.granted(k) }) && !r.evenIf(c) || r.anyIn(r.own(c.head), words{"unless": true}) > c.head {
		return true
	}
	for _, k := range r.children(c.head, "advcl") {
		if a := r.child(k, "aux"); a > c.head && r.lower(a) == "should" {
			if x := r.child(k, "nsubj"); x > a {
				return true
			}
		}
	}
	return false
}
