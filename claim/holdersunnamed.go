package claim

import (
	"slices"
	"strings"

	"rapporteur"
)

// What an unnamed holder of a stand must be: likelier where nothing but its part in the
// clause says that it is of people.
const (
	likelyPeople = 0.4
	likelyDoer   = 0.5
)

// unnamedHolder returns the people or the body that a subject tells by a common noun alone,
// "stevedores", "the pharmacists' chamber", as who holds the stand of predicate i: nil where it
// is some of their kind, whom the record could not tell from others, or no people at all.
func (r *reading) unnamedHolder(i int, a actor, p float64) []actor {
	h := a.token
	c := r.clause(i)
	if c == nil || r.upos(i) == "NOUN" && !c.copula {
		c = r.governor(i)
	}
	if p < likelyPeople || c == nil || c.passive || r.obliges(c) || !slices.Contains(c.subj, h) || r.upos(h) == "NUM" || r.isTextNoun(h) || r.child(h, "nummod") >= 0 && !r.manyStates(h) {
		return nil
	}
	a.Kind = rapporteur.Group
	if k := r.child(h, "nmod:poss"); k >= 0 && r.upos(k) == "PRON" {
		b, ok := r.spokenFor(a, i)
		if !ok || b.Kind == rapporteur.Person && b.Name == a.Name {
			return nil
		}
		return []actor{b}
	}
	if (r.vagueGroup(a) || r.someOf(h)) && !r.specified(h) || !r.namesPeople(h) && (p < likelyDoer || c.lexical(lex().positions.Verbs) == "") {
		return nil
	}
	np := r.nounPhrase(h)
	for k := np.Start; k < np.End; k++ {
		if r.form(k) == "," && k > h {
			np.End = k
		}
	}
	a.Name, a.Span = uncounted(r.plain(np)), r.bytes(np)
	return []actor{a}
}

// specified reports whether a noun in the plural, of some of their kind, tells of which: "some island
// advocates", but not "some analysts in Lund", who look on.
func (r *reading) specified(h int) bool {
	l := &lex().positions.Lists
	if r.doc.Tokens[h].XPOS != "NNS" || l.People[r.lemma(h)] || l.Bystanders[r.lemma(h)] || r.child(h, "acl:relcl") >= 0 {
		return false
	}
	some := false
	for _, k := range r.kids[h] {
		switch f := r.lower(k); {
		case f == "many" || f == "most" || f == "some" || f == "several" || f == "numerous" || f == "various":
			some = true
		case quantifiers[f] || f == "no" || f == "other":
			return false
		}
	}
	return some && slices.ContainsFunc(r.kids[h], func(k int) bool {
		rel := base(r.rel(k))
		return k < h && (rel == "compound" || rel == "amod") && !l.Vague[r.lower(k)] && !quantifiers[r.lower(k)]
	})
}

// someOf reports whether a noun is of one or some of a kind, told by no more than that: "a
// banker", "other countries".
func (r *reading) someOf(h int) bool {
	for _, k := range r.kids[h] {
		if f := r.lower(k); quantifiers[f] || f == "a" || f == "an" || f == "another" || f == "both" || f == "no" || f == "neither" {
			return true
		}
	}
	return false
}

// namesPeople reports whether a noun is of people or of a body of them, as far as the lexicons
// and the form of the word tell: "lawmakers", "Liberals".
func (r *reading) namesPeople(h int) bool {
	l, lemma := &lex().actors, r.lemma(h)
	if l.Groups[lemma] || l.Others[lemma] || l.Persons[lemma] {
		return true
	}
	switch r.doc.Tokens[h].XPOS {
	case "NNPS":
		return true
	case "NNS":
		return slices.ContainsFunc([]string{"er", "or", "ist", "ian", "ent", "ant", "man", "liner"}, func(end string) bool { return strings.HasSuffix(lemma, end) })
	}
	return false
}
