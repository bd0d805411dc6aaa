package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// calledOn returns the words for who is to do what, where a predicate asks it of
// somebody behind a preposition, "called on | Norvana to lift the ban", or before an
// insertion. They are "" for other predicates.
func (r *reading) calledOn(c *clause) string {
	l := &lex().positions
	obl := slices.Clone(c.obl)
	for _, o := range c.obl { // "appealed in a letter | to both sides to stop"
		for _, k := range r.children(o.head, "nmod") {
			obl = append(obl, oblique{r.caseOf(k), k})
		}
	}
	for _, o := range obl {
		if o.head < c.head || !l.Lists.Asks[c.verb+" "+o.prep] {
			continue
		}
		if _, ok := r.actorAt(o.head); !ok && r.typeAt(o.head) == "" {
			continue
		}
		from := r.nounPhrase(o.head).Start
		for from < o.head && r.upos(from) == "ADP" {
			from++
		}
		sent := r.sentence(c.head)
		for k := o.head + 1; k+1 < min(o.head+9, sent.End); k++ {
			if r.form(k) == "," || r.upos(k) == "VERB" {
				break
			}
			if r.lower(k) == "to" && r.doc.Tokens[k+1].XPOS == "VB" {
				return r.wordsTo(from, k+1)
			}
		}
	}
	for _, o := range append(slices.Clone(c.obj), c.iobj...) {
		if w := r.toldToDo(c, o); w != "" {
			return w
		}
	}
	return ""
}

// toldToDo returns who is asked to do what where an insertion stands between: "urged the members, | above
// all in the north, | to go on"; "" where none does.
func (r *reading) toldToDo(c *clause, t int) string {
	if c.passive || !objectControl[c.verb] || t < c.head {
		return ""
	}
	np := r.nounPhrase(t)
	if p := np.Start - 1; p > c.head && r.upos(p) == "PRON" && r.lower(p) == "her" {
		np.Start = p // taken for an object of its own
	}
	below := []int{c.head, t}
	for _, h := range []int{c.head, t} {
		below = append(below, r.children(h, "obl", "nmod")...)
	}
	for _, h := range below {
		for _, k := range r.children(h, "advcl", "acl", "xcomp") {
			to := r.child(k, "mark")
			if to < np.End || r.lower(to) != "to" || r.doc.Tokens[k].XPOS != "VB" || r.head(to) != k || to == np.End && k == to+1 || to > np.End && !r.interrupted(np.End, to) {
				continue // an insertion may stand behind "to": "to “humanely” end the strike"
			}
			return strings.TrimSpace(r.namedBy(np) + " " + r.wordsTo(to, k))
		}
	}
	return ""
}

// namedBy returns the words of a nominal without its preposition.
func (r *reading) namedBy(np lang.Range) string {
	for np.Len() > 1 && r.upos(np.Start) == "ADP" {
		np.Start++
	}
	w, _ := r.summary(np)
	return r.decapital(w, np.Start)
}

// interrupted reports whether nothing stands between two tokens but an insertion between commas, or
// where and how something is said: "in a call", "at the summit".
func (r *reading) interrupted(from, to int) bool {
	if from >= to || to-from > 14 {
		return false
	}
	if r.form(from) == "," && r.form(to-1) == "," {
		return true
	}
	switch r.lower(from) {
	case "in", "during", "at", "on", "by", "over":
	default:
		return false
	}
	for k := from; k < to; k++ {
		if r.upos(k) == "VERB" || r.upos(k) == "PUNCT" {
			return false
		}
	}
	return true
}

// ofOthers reports whether an infinitive is what somebody else is asked or told to
// do, and so nothing of where its subject stands: "urged the members | not to accept".
func (r *reading) ofOthers(c *clause) bool {
	if c.mark != "to" {
		return false
	}
	up := r.clause(r.head(c.head))
	return up != nil && objectControl[up.verb] && !up.passive && (len(up.obj) > 0 || len(up.iobj) > 0) && slices.ContainsFunc(c.subj, func(k int) bool {
		return slices.Contains(up.obj, k) || slices.Contains(up.iobj, k)
	})
}

// ownDecree reports whether a clause says that somebody signed what he issues
// himself, or a law at home: "signed an executive order".
func (r *reading) ownDecree(c *clause) bool {
	return c.verb == "sign" && !c.neg && len(c.obj) > 0 && lex().positions.Lists.Decrees[r.lemma(c.obj[0])]
}

// meansNoStand reports whether what a predicate tells is no stand, whatever it may
// look like: a denial of what was reported, a decree of one's own, what others are
// asked to do, an answer that says nothing.
func (r *reading) meansNoStand(c *clause, stance rapporteur.Stance) bool {
	l := lex()
	switch {
	case r.ofOthers(c), r.ownDecree(c), r.accused(c) != nil, l.positions.Lists.Accuse[c.verb]:
		return true
	case stance == rapporteur.Rejects && (c.verb == "deny" || c.verb == "refute") && !c.passive:
		return true
	case stance == rapporteur.Demands && !c.passive && slices.ContainsFunc(c.adverbs, func(k int) bool { return l.modality.Negations[r.lower(k)] }) && c.lexical(l.positions.Verbs) == string(rapporteur.Demands):
		return true // "is not seeking to contain the union"
	case stance == rapporteur.Rejects && c.neg && c.modal == "" && !c.passive && (l.positions.Lists.Touch[c.verb] || l.positions.Lists.Touch[c.lemma]):
		return true // "did not touch on the wording"
	case stance == rapporteur.Demands && (r.fathoms(c) || slices.ContainsFunc(c.comp, func(k int) bool { return r.fathoms(r.clause(k)) })):
		return true // "tried to determine what the islands could live with"
	case stance == rapporteur.Flexible && len(c.comp) > 0 && r.hostile(c.comp[0]):
		return true
	case stance == rapporteur.Demands && l.positions.Lists.Assert[c.verb] && len(c.comp) > 0 && r.factual(c.comp[0]):
		return true
	}
	return false
}

// fathoms reports whether a clause tells of finding out what or how something is.
func (r *reading) fathoms(c *clause) bool {
	return c != nil && !c.neg && (lex().positions.Lists.Fathom[c.verb] || lex().positions.Lists.Fathom[c.lemma]) && slices.ContainsFunc(c.comp, func(k int) bool {
		switch r.lower(r.lo[k]) {
		case "what", "whether", "how", "if", "which", "why", "who":
			return true
		}
		return false
	})
}

// accused returns whose deed a clause tells that somebody is accused of: "accused Norvana
// of | breaking its pledge"; nil where nobody is.
func (r *reading) accused(c *clause) []int {
	if c == nil || c.mark != "of" && c.mark != "for" {
		return nil
	}
	h := r.head(c.head)
	if base(r.rel(c.head)) == "acl" && h >= 0 {
		h = r.head(h)
	}
	if up := r.clause(h); up != nil && lex().positions.Lists.Accuse[up.verb] && !up.passive {
		return up.obj
	}
	return nil
}

// hostile reports whether what somebody is ready to do is done against the other side:
// "ready to retaliate", "willing to put tariffs on every import".
func (r *reading) hostile(k int) bool {
	l, x := &lex().positions.Lists, r.clause(k)
	if l.Hostile[r.lemma(k)] || x != nil && strings.Contains(x.lemma, " ") && l.Leave[x.lemma] {
		return true // "ready to walk away"
	}
	if x == nil || !l.Threats[r.lemma(k)] || r.movesTo(k) {
		return false
	}
	return slices.ContainsFunc(append(slices.Clone(x.obj), x.with("with")...), func(o int) bool { return l.Penalties[r.lemma(o)] })
}

// factual reports whether a complement says that something is or was so, and not
// that it shall be: "insisted | the talks had gone well".
func (r *reading) factual(k int) bool {
	x := r.clause(k)
	if x == nil || x.mark == "to" || x.is(words{"need": true, "have": true, "require": true}) && len(x.comp)+len(x.obj) > 0 {
		return false
	}
	l := &lex().positions
	switch x.modal {
	case "will", "would":
		return !x.neg && r.child(k, "expl") < 0 // "the union will see its dues fall"
	case "":
	default:
		return false
	}
	if w := r.lemma(k); x.copula && (l.Lists.Essentials[w] || l.Verdicts[w] != "" || l.Adjectives[w] != "" || l.Lists.Keys[w]) {
		return false // "the levy is necessary"
	}
	if tag := r.finiteTag(k); tag == "VBZ" || tag == "VBP" || tag == "VBD" {
		return x.past || r.child(k, "expl") >= 0 || x.copula || x.ongoing || x.neg || !r.personal(x.subj) && !x.passive
	}
	return x.past || x.perfect
}

// underAssertion reports whether a clause, or what it is joined to, is what somebody only insists is so.
func (r *reading) underAssertion(c *clause) bool {
	if c == nil {
		return false
	}
	k := c.head
	for base(r.rel(k)) == "conj" && r.clause(r.head(k)) != nil {
		k = r.head(k)
	}
	up := r.clause(r.head(k))
	return up != nil && base(r.rel(k)) == "ccomp" && lex().positions.Lists.Assert[up.verb] && r.factual(k)
}

// putBefore returns the thing that a pronoun stands for where the clause before it
// put something forward or named it as what is asked for: "Estrel proposed a ban on
// night flights. Norvana has rejected | it"; -1 for none.
func (r *reading) putBefore(i int) int {
	f := r.lower(i)
	if f != "it" && f != "that" && f != "this" && f != "them" && f != "they" {
		return -1
	}
	many := f == "them" || f == "they"
	for n := len(r.clauses) - 1; n >= 0; n-- {
		c := &r.clauses[n]
		if c.head >= i || r.within(i, c.head) && r.sent[c.head] == r.sent[i] {
			continue
		}
		if r.sent[i]-r.sent[c.head] > 1 {
			break
		}
		st := c.lexical(lex().positions.Verbs)
		if st != string(rapporteur.Proposes) && st != string(rapporteur.Demands) {
			continue
		}
		for _, o := range append(slices.Clone(c.obj), c.with("for", "on")...) {
			if u := r.upos(o); u != "NOUN" || o < c.head || o >= i || r.timeAt[o] >= 0 || (r.doc.Tokens[o].XPOS == "NNS") != many || r.sent[o] != r.sent[c.head] {
				continue
			}
			if _, ok := r.actorAt(o); ok {
				continue
			}
			return o
		}
	}
	return -1
}

// antecedent returns the words for what a pronoun stands for: the text spoken of, or
// what was put forward just before; "" where neither is known.
func (r *reading) antecedent(i int) string {
	o := r.putBefore(i)
	if x := r.textMeant(i); x > o {
		np := r.nounPhrase(x)
		w, _ := r.summary(np)
		return r.decapital(w, np.Start)
	}
	if o < 0 {
		return ""
	}
	return r.nominalWords(o)
}

// toDo tells what a predicate does as an infinitive: "to keep its quota".
func (r *reading) toDo(i int) string {
	from := i
	if k := r.child(i, "cop", "aux:pass"); k >= 0 && k < i {
		from = k
	}
	if r.doc.Tokens[from].XPOS != "VB" {
		return r.deedWords(i)
	}
	end := max(r.extent(i), i+1)
	if k, c := r.child(i, "conj"), r.clause(i); k == i+2 && c != nil && len(c.obj) == 0 { // "to control and search the ships"
		end = max(end, r.extent(k))
	}
	w, _ := r.summary(lang.Range{Start: from, End: end})
	if r.child(i, "advmod") >= 0 && r.clause(i) != nil && r.clause(i).neg {
		return balanced("not to " + w)
	}
	return balanced("to " + w)
}
