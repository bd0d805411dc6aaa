package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// sides returns who of the actors can hold a position, under the names that it is
// held by: a state's officials stand for the state, a number of unnamed people for nobody.
func (r *reading) sides(actors []actor) []actor {
	var out []actor
	for _, a := range actors {
		if a.Kind == rapporteur.Outlet || a.Kind == rapporteur.Person && r.bystander(a.Name) {
			continue
		}
		if a.Kind == rapporteur.Group {
			switch p := r.child(a.token, "nmod:poss"); {
			case p >= 0 && r.upos(p) == "PRON":
				b, ok := r.spokenFor(a, a.token)
				if !ok {
					continue
				}
				a = b
			case len(a.party) == 1 && lex().actors.Delegations[r.lemma(a.token)] && !r.quantified(a):
				a.Mention = a.party[0]
			case len(strings.Fields(a.Name)) < 2 && r.child(a.token, "det") < 0 && r.lemma(a.token) != "government" && r.lemma(a.token) != "parliament" && (!lex().actors.Persons[r.lemma(a.token)] || r.lemma(a.token) == "official"), r.counted(a.token) && len(a.party) == 0 && !r.manyStates(a.token):
				continue
			}
			a = r.withoutNumber(a)
		}
		a.Name = strings.Join(strings.Fields(strings.NewReplacer("(", "", ")", "", "“", "", "”", "", `"`, "").Replace(a.Name)), " ")
		if l := &lex().positions.Lists; a.Kind == rapporteur.Group && !l.People[r.lemma(a.token)] && !l.Bystanders[r.lemma(a.token)] {
			a.Name = uncounted(a.Name)
		}
		if a.Name != "" && !slices.ContainsFunc(out, func(b actor) bool { return b.Name == a.Name }) {
			out = append(out, a)
		}
	}
	return out
}

// uncounted returns the name of a group without the word that says how many of it there are, where
// what is left tells which: "many coastal deputies", but not "many deputies".
func uncounted(name string) string {
	first, rest, _ := strings.Cut(name, " ")
	if f := strings.ToLower(first); (f == "many" || f == "most" || f == "some" || f == "several" || f == "numerous" || f == "various" || f == "few") && strings.Contains(rest, " ") && !strings.HasPrefix(rest, "of ") {
		return rest
	}
	return name
}

// quantified reports whether a group is some of its kind: "several Norvanan officials".
func (r *reading) quantified(a actor) bool {
	first, _, _ := strings.Cut(strings.ToLower(a.Name), " ")
	return quantifiers[first] || r.child(a.token, "nummod") >= 0
}

// holders returns whose stance or deed a predicate tells; with told, the one on
// whose word it stands where the clause names nobody.
func (r *reading) holders(i int, told bool) []actor {
	c := r.clause(i)
	if c != nil && (r.upos(i) != "NOUN" || c.copula) {
		if told && r.obliges(c) {
			if a := r.party(i); len(a) > 0 {
				return a // "Estrel must lift the ban, Marrow said"
			}
		}
		who := c.subj
		if by := c.with("by"); c.passive || len(who) == 0 && r.doc.Tokens[i].XPOS == "VBN" {
			who = append(slices.Clone(c.agent), by...)
			switch {
			case len(who) > 0:
			case r.disposed(c) && r.personal(c.subj): // "is prepared to", "are opposed to"
				who = c.subj
			default:
				who = c.with("to", "for")
			}
		}
		if c.copula && !r.personal(who) {
			for _, o := range c.obl { // "unacceptable to Estrel"
				if o.prep == "to" || o.prep == "for" {
					if a := r.actorsAt(o.head); len(a) > 0 {
						return a
					}
				}
			}
		}
		if a := r.actorsOrMeant(who); len(a) > 0 {
			return a
		}
		if told && (len(who) > 0 || c.passive) {
			if a := r.party(i); len(a) > 0 {
				return a
			}
		}
	} else {
		if p := r.child(i, "nmod:poss"); p >= 0 {
			if a := r.actorsOrMeant([]int{p}); len(a) > 0 {
				return a
			}
		}
		for _, k := range r.kids[i] {
			if n := r.nameAt(k); n != nil && k < i && (base(r.rel(k)) == "amod" || r.rel(k) == "compound") {
				if n.Type == lang.NORP || n.Type == lang.LOC && r.isState(r.stateName(k)) {
					return []actor{{Mention: rapporteur.Mention{Name: r.stateName(k), Kind: rapporteur.State, Span: r.bytes(n.Range)}, token: k}}
				}
				if n.Type == lang.ORG {
					if a := r.actorsAt(k); len(a) > 0 {
						return a
					}
				}
			}
		}
		for _, k := range r.children(i, "nmod") {
			if p := r.caseOf(k); p == "by" || p == "from" || p == "among" {
				if a := r.actorsAt(k); len(a) > 0 {
					return a
				}
			}
		}
	}
	for h, steps := r.head(i), 0; h >= 0 && steps < 4; h, steps = r.head(h), steps+1 {
		if r.inner[h] != r.inner[i] {
			break
		}
		if g := r.clause(h); g != nil && len(g.subj) > 0 {
			if a := r.actorsOrMeant(g.subj); len(a) > 0 {
				return a
			}
			break
		}
	}
	if !told {
		return nil
	}
	return r.party(i)
}

// obliges reports whether a clause says what somebody ought to do.
func (r *reading) obliges(c *clause) bool {
	switch c.modal {
	case "must", "should", "shall", "ought":
		return true
	}
	u := r.child(c.head, "aux")
	return u >= 0 && (r.lemma(u) == "have" || r.lemma(u) == "need") && r.doc.Tokens[c.head].XPOS == "VB" || c.verb == "need" && c.modal == ""
}

// personal reports whether one of the nominals is an actor.
func (r *reading) personal(heads []int) bool { return len(r.actorsAt(heads...)) > 0 }

// actorsOrMeant returns the actors that nominals name, or that their pronouns stand for.
func (r *reading) actorsOrMeant(heads []int) []actor {
	if a := r.actorsAt(heads...); len(a) > 0 {
		return a
	}
	if a := r.meant(heads...); len(a) > 0 {
		return a
	}
	for _, h := range heads {
		switch f := r.lower(h); {
		case f == "we" || f == "i" || f == "us" || f == "our" || f == "my":
			return r.party(h)
		case f == "it" || f == "its" || f == "they" || f == "them" || f == "their" || f == "he" || f == "she" || f == "his" || f == "her":
			return r.lastSubject(h)
		case r.upos(h) == "PROPN" && r.timeAt[h] < 0: // "Port Calder objects to …": a capital that the report has not made a state
			if n := r.nameAt(h); n != nil {
				kind := rapporteur.State
				if n.Type != lang.LOC {
					kind = r.kindOf(n.Type, r.doc.Words(n.Range))
				}
				return []actor{{Mention: rapporteur.Mention{Name: tidyName(r.doc.Words(n.Range)), Kind: kind, Span: r.bytes(n.Range)}, token: h}}
			}
		}
		if p := r.child(h, "nmod:poss"); p >= 0 && r.upos(h) == "NOUN" { // "the union's executive", "our side"
			if a := r.actorsOrMeant([]int{p}); len(a) > 0 {
				return a
			}
		}
	}
	return nil
}

// lastSubject returns who was the last subject before a pronoun and may be what it
// stands for: the teller of its own clause, where it is told in other words than
// his own; for "it" and "they" a state, a body or a group.
func (r *reading) lastSubject(h int) []actor {
	f := r.lower(h)
	person := f == "he" || f == "she" || f == "his" || f == "her"
	voice := r.voice(h)
	for n := len(r.clauses) - 1; n >= 0; n-- {
		c := &r.clauses[n]
		if c.head >= h || len(c.subj) == 0 || c.subj[0] >= h {
			continue
		}
		if r.sent[h]-r.sent[c.head] > 2 {
			break
		}
		who := r.actorsAt(c.subj...)
		if k := r.child(c.subj[0], "nmod:poss"); len(who) == 0 && k >= 0 && r.rel(h) == "nmod:poss" && r.sent[h]-r.sent[c.head] == 1 && r.upos(k) == "PROPN" {
			who = r.actorsAt(k) // "Norvana's yards are full. | Its duties …"
		}
		for _, a := range who {
			if person != (a.Kind == rapporteur.Person) || a.Kind == rapporteur.Outlet || a.token >= h {
				continue
			}
			if r.direct(h) && slices.ContainsFunc(voice, func(v actor) bool { return v.Name == a.Name }) {
				continue // nobody is "they" to himself
			}
			return []actor{a}
		}
	}
	return nil
}
