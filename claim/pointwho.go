package claim

import (
	"rapporteur"
	"rapporteur/lang"
)

// ownersIn returns who bears a nominal provision, by the order of its words: the
// possessor at its head, the by-phrase, the one for whom it is, else whose
// forces or lands it is about.
func (p *pointMaker) ownersIn(s lang.Range) []rapporteur.Mention {
	for k := s.Start; k < min(s.Start+5, s.End); k++ {
		if f := p.lower(k); f == "'s" || f == "’s" || f == "ʼs" || f == "’" {
			if n := p.nameAt(k - 1); n != nil && n.Type != lang.PER || n != nil && p.isState(tidyName(p.doc.Words(n.Range))) {
				return []rapporteur.Mention{p.named(n).Mention}
			} else if n != nil {
				return []rapporteur.Mention{p.named(n).Mention}
			}
			if k > 0 && p.isState(p.form(k-1)) {
				return []rapporteur.Mention{{Name: p.form(k - 1), Kind: rapporteur.State, Span: p.bytes(lang.Range{Start: k - 1, End: k})}}
			}
			if a, ok := p.actorAt(k - 1); ok {
				return []rapporteur.Mention{a.Mention}
			}
		}
		if p.upos(k) == "ADP" && !(p.lower(k) == "of" && k == s.Start+1 && wholes[p.lower(s.Start)]) {
			break
		}
	}
	for k := s.Start; k+1 < s.End; k++ {
		if p.lower(k) == "by" && p.upos(k) == "ADP" && (k == s.Start || p.upos(k-1) != "VERB") { // not "children taken by …"
			if row := p.along(k + 1); len(row) > 0 {
				var out []rapporteur.Mention
				for _, a := range row {
					if s.Contains(a.token) {
						out = append(out, a.Mention)
					}
				}
				// groups beside names: "by the United States and other countries"
				for _, a := range p.nominals(k+1, s.End) {
					out = addMention(out, a.Mention)
				}
				if len(out) > 0 {
					return out
				}
			}
			if a := p.nominals(k+1, s.End); len(a) > 0 {
				return mentions(a)
			}
		}
	}
	if row := p.giver(s); len(row) > 0 {
		return row
	}
	for k := s.Start + 1; k+1 < s.End; k++ {
		if p.lower(k) == "for" && p.upos(k) != "VERB" && (lex().points.Lists.Burdens[p.lemma(k-1)] || p.forTo(k, s.End)) {
			if a := p.nominals(k+1, min(k+5, s.End)); len(a) > 0 && a[0].Kind != rapporteur.Person {
				return mentions(a)
			}
		}
	}
	return p.owners(s)
}

// wholes are words that say how many of a thing, before "of": "all of Norvana's offers".
var wholes = words{"all": true, "any": true, "some": true, "many": true, "most": true, "none": true, "much": true, "several": true, "each": true, "half": true, "both": true, "one": true, "part": true, "two": true, "three": true, "few": true}

// giver returns who a clause inside a nominal provision says is to act: "a fund to which Norvana would contribute".
func (p *pointMaker) giver(s lang.Range) []rapporteur.Mention {
	for k := s.Start; k < s.End; k++ {
		c := p.clause(k)
		if c == nil || c.passive || c.modal != "would" && c.modal != "will" && c.modal != "must" && c.modal != "shall" || len(c.subj) == 0 {
			continue
		}
		if who := p.obligors(c); len(who) > 0 && s.Contains(who[0].token) {
			return mentions(who)
		}
	}
	return nil
}

// nominals returns the actors at the head of the words from token from on.
func (p *pointMaker) nominals(from, end int) []actor {
	for k := from; k < min(from+5, end); k++ {
		if p.upos(k) == "NOUN" || p.upos(k) == "PROPN" {
			if h := p.head(k); h > k && h < min(from+5, end) && (p.rel(k) == "compound" || p.rel(k) == "nmod:poss") {
				continue
			}
			var out []actor
			for _, a := range p.actorsAt(k) {
				if a.token < end {
					out = append(out, a)
				}
			}
			return out
		}
	}
	return nil
}

// obligors returns who must do what a clause says.
func (p *pointMaker) obligors(c *clause) []actor {
	var out []actor
	switch {
	case len(c.agent) > 0:
		out = p.actorsAt(c.agent...)
	case !c.passive || lex().points.Lists.Permits[c.verb]:
		out = p.actorsAt(c.subj...)
	}
	for i, a := range out {
		if f := p.stateOf(a); f != nil {
			out[i].Mention = *f
		}
		if d := p.child(a.token, "det"); d >= 0 && (p.lower(d) == "neither" || p.lower(d) == "each") && (a.Name == "side" || a.Name == "party") {
			out[i].Name = "both sides"
		}
	}
	return out
}

// stateOf returns the state or side whose forces a group are: what an army must
// do, its state must. It is nil for other actors.
func (p *pointMaker) stateOf(a actor) *rapporteur.Mention {
	if a.Kind == rapporteur.Group && lex().points.Lists.Forces[p.lemma(a.token)] {
		if who := p.whose(a.token); len(who) > 0 {
			return &who[0]
		}
	}
	return nil
}

// ownersOf returns who bears a nominal provision: the possessor, the by-phrase,
// the one for whom it is, else whose forces or lands it is about.
func (p *pointMaker) ownersOf(heads ...int) []rapporteur.Mention {
	for _, h := range heads {
		if h < 0 {
			continue
		}
		for _, k := range p.kids[h] {
			if p.rel(k) == "nmod:poss" || (base(p.rel(k)) == "nmod" || base(p.rel(k)) == "obl") && p.caseOf(k) == "by" {
				if a := p.actorsAt(k); len(a) > 0 {
					return mentions(a)
				}
				if p.typeAt(k) == lang.LOC || p.typeAt(k) == lang.NORP {
					name := p.stateName(k)
					return []rapporteur.Mention{{Name: name, Kind: rapporteur.State, Span: p.bytes(lang.Range{Start: k, End: k + 1})}}
				}
			}
		}
		for _, k := range p.kids[h] {
			if c := p.clause(k); c != nil && base(p.rel(k)) == "acl" {
				if a := p.actorsAt(c.subj...); len(a) > 0 {
					return mentions(a)
				}
			}
			if p.caseOf(k) == "for" && lex().points.Lists.Burdens[p.lemma(h)] {
				if a := p.actorsAt(k); len(a) > 0 && a[0].Kind != rapporteur.Person {
					return mentions(a)
				}
			}
		}
		if o := p.owners(p.own(h)); len(o) > 0 {
			return o
		}
	}
	return nil
}

// owners returns whose army, forces or lands a provision is about, where it names no one to act.
func (p *pointMaker) owners(s lang.Range) []rapporteur.Mention {
	for i := s.Start; i < s.End; i++ {
		if lex().points.Lists.Forces[p.lemma(i)] {
			if who := p.whose(i); len(who) > 0 {
				return who
			}
		}
	}
	return nil
}

// whose returns the states whose forces a noun names, not those they are to leave.
func (p *pointMaker) whose(i int) []rapporteur.Mention {
	var out []rapporteur.Mention
	for _, m := range p.partiesUnder(i) {
		from := false
		for _, k := range p.kids[i] {
			if p.caseOf(k) == "from" && p.doc.Tokens[p.lo[k]].Start <= m.Span.Start && m.Span.End <= p.doc.Tokens[p.hi[k]-1].End {
				from = true
			}
		}
		if !from {
			out = append(out, m)
		}
	}
	return out
}
