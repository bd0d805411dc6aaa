package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/lang"
)

// isTextNoun reports whether the noun at token i names a text on the table.
func (r *reading) isTextNoun(i int) bool {
	l := &lex().texts
	if r.upos(i) != "NOUN" && r.upos(i) != "PROPN" || !l.Nouns[r.lemma(i)] && !r.drafted[r.lemma(i)] || r.timeAt[i] >= 0 {
		return false
	}
	if r.rel(i) == "compound" && r.head(i) > i && !l.Nouns[r.lemma(r.head(i))] && !l.Versions[r.lemma(r.head(i))] && r.upos(r.head(i)) != "PROPN" {
		return false // "deal maker", "treaty change"
	}
	return true
}

// findBills finds the nouns of laws and the like that in this report name what is negotiated: one of them is told to be a
// draft, or what sides sign, agree on or haggle over. Elsewhere a law is one that holds.
func (r *reading) findBills() {
	drafted := map[string]bool{}
	l := lex()
	for i := range r.doc.Tokens {
		lemma := r.lemma(i)
		if !l.texts.Bills[lemma] || r.upos(i) != "NOUN" || drafted[lemma] {
			continue
		}
		for k := r.nounPhrase(i).Start; k < i; k++ {
			if f := r.lower(k); f == "draft" || f == "proposed" {
				drafted[lemma] = true
			}
		}
		if c := r.governor(i); c != nil && (base(r.rel(i)) == "obj" || c.passive && slices.Contains(c.subj, i) || slices.Contains(c.with("on"), i)) && (c.verb == "sign" || c.verb == "initial" || c.verb == "negotiate" || c.verb == "hammer" || c.verb == "draft" || c.verb == "redraft" || c.verb == "agree" || c.verb == "conclude") && r.sided(c) {
			drafted[lemma] = true
		}
	}
	r.drafted = drafted
}

// sided reports whether a clause tells what several do together, or what is done by nobody named.
func (r *reading) sided(c *clause) bool {
	who := c.subj
	if c.passive {
		who = c.agent
		if len(who) == 0 {
			return c.verb == "negotiate" || c.verb == "hammer" || c.verb == "agree" || c.verb == "initial" || c.verb == "redraft"
		}
	}
	return len(who) > 1 || len(r.actorsAt(who...)) > 1 || slices.ContainsFunc(who, func(k int) bool {
		return r.doc.Tokens[k].XPOS == "NNS" && r.personal([]int{k}) || len(r.conjuncts(k)) > 1
	})
}

// isStrongText leaves out the nouns that are often no written text.
func (r *reading) isStrongText(i int) bool {
	return r.isTextNoun(i) && !lex().texts.Weak[r.lemma(i)]
}

// textUnder returns the text that a nominal speaks of: itself, or what it is a
// part or version of ("the plan's points", "points of the plan", "the first
// version of the plan"); -1 for none.
func (r *reading) textUnder(i int) int {
	if i < 0 {
		return -1
	}
	if r.isTextNoun(i) && !lex().texts.Versions[r.lemma(i)] {
		return i
	}
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "nmod" || r.rel(k) == "compound" {
			if p := r.caseOf(k); p == "" || p == "of" || p == "in" || p == "to" || r.rel(k) == "nmod:poss" {
				if r.isTextNoun(k) {
					return k
				}
				if deep := r.textUnder(k); deep >= 0 && p == "of" {
					return deep
				}
			}
		}
	}
	if r.isTextNoun(i) {
		return i
	}
	return -1
}

// textClaim begins a claim about the text that the nominal at token i names.
func (r *reading) textClaim(i int) *rapporteur.TextClaim {
	l := &lex().texts
	t := &rapporteur.TextClaim{}
	if i < 0 {
		return t
	}
	if r.lemma(i) != "copy" { // a copy of what it is
		t.Name = r.textName(i)
	}
	noun := i
	for _, at := range []int{i, r.head(i)} { // "the initial version of the plan"
		if at < 0 || at != i && !l.Versions[r.lemma(at)] {
			continue
		}
		for _, k := range r.kids[at] {
			if base(r.rel(k)) == "amod" && (l.First[r.lower(k)] || l.Later[r.lower(k)]) && t.Label == "" {
				t.Label = r.lower(k)
			}
			if base(r.rel(k)) == "amod" && l.Leaked[r.lower(k)] {
				t.Access = "leaked"
			}
		}
	}
	for _, k := range r.kids[noun] {
		switch {
		case r.rel(k) == "nmod:poss", (r.rel(k) == "compound" || base(r.rel(k)) == "amod") && !l.Joint[r.lemma(i)] && !r.hyphened(k):
			if ty := r.typeAt(k); ty == lang.NORP || ty == lang.ORG || ty == lang.PER || ty == lang.LOC && (r.rel(k) == "nmod:poss" || r.isState(r.form(k)) || r.isState(r.stateName(k))) || r.isState(r.form(k)) {
				if ty == lang.PER || ty == lang.ORG {
					if a, ok := r.actorAt(k); ok {
						t.Sponsors = append(t.Sponsors, a.Mention)
						continue
					}
				}
				name := r.stateName(k)
				t.Sponsors = append(t.Sponsors, rapporteur.Mention{Name: name, Kind: r.kindOf(orLOC(ty), name), Span: r.bytes(lang.Range{Start: k, End: k + 1})})
			}
		case base(r.rel(k)) == "acl":
			if c := r.clause(k); c != nil && len(c.agent) > 0 && (c.verb == "propose" || c.verb == "table" || c.verb == "present" || c.verb == "offer" || c.verb == "put" || c.verb == "back") {
				t.Sponsors = append(t.Sponsors, mentions(r.actorsAt(c.agent...))...)
			}
		}
	}
	return t
}

// textName is what the text is called, without its number, owner and quotation marks.
func (r *reading) textName(i int) string {
	l := &lex().texts
	start := i
	for start > 0 && r.sent[start-1] == r.sent[i] {
		k := start - 1
		if r.head(k) != i || r.rel(k) != "compound" && base(r.rel(k)) != "amod" {
			break
		}
		if l.First[r.lower(k)] || l.Later[r.lower(k)] || r.typeAt(k) != "" || r.isState(r.form(k)) || l.Parts[r.lemma(k)] != "" || l.Leaked[r.lower(k)] || r.upos(k) == "NUM" || r.upos(k) == "VERB" {
			break
		}
		start--
	}
	return strings.ToLower(strings.Join(strings.Fields(r.doc.Words(lang.Range{Start: start, End: i + 1})), " "))
}

func (r *reading) texts() {
	for s := range r.doc.Sentences {
		if r.doc.Sentences[s].Heading {
			continue
		}
		r.sizes(s)
	}
	r.authorship()
	r.recounts()
	r.joinTexts()
}
