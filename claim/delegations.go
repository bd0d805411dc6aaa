package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// For whom those act who sit at a table: the states, bodies and movements behind
// a delegation, however many nouns stand between.

// partiesUnder returns the states or bodies that a delegation acts for: "the US
// delegation", "delegations from Norvana and Estrel", "Norvana's team".
func (r *reading) partiesUnder(i int) []rapporteur.Mention { return r.partiesBelow(i, 0) }

func (r *reading) partiesBelow(i, depth int) []rapporteur.Mention {
	var out []rapporteur.Mention
	add := func(list ...rapporteur.Mention) {
		for _, m := range list {
			out = addMention(out, m)
		}
	}
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "compound", "amod":
			add(r.partiesOf(k)...)
			if m, ok := r.ofAdministration(k); ok && len(out) == 0 {
				add(m)
			}
		case "nmod":
			p := r.caseOf(k)
			if r.rel(k) == "nmod:poss" || p == "from" || p == "of" || p == "for" && r.doc.Tokens[i].XPOS == "NNS" {
				add(r.partiesOf(k)...)
				row := r.conjuncts(k)
				for _, c := range row {
					behind := r.partiesBehind(c, depth)
					if m, ok := r.partyByKind(c); ok && len(behind) == 0 && len(row) > 1 {
						behind = append(behind, m)
					}
					add(behind...)
				}
				if r.rel(k) != "nmod:poss" && r.doc.Tokens[i].XPOS == "NNS" && len(out) > 0 {
					add(r.restOfRow(k)...)
				}
			} else if p == "at" && r.lemma(k) == "level" && depth < 2 {
				add(r.partiesBelow(k, depth+1)...) // "officials at deputy-minister level from Norvana and Estrel"
			}
		}
	}
	return out
}

// partiesOf returns the states and bodies that the names of a row stand for. A single word that passed for a
// person's name, in a row with a state, is one as well.
func (r *reading) partiesOf(k int) []rapporteur.Mention {
	var out []rapporteur.Mention
	row := r.conjuncts(k)
	for _, c := range row {
		t := r.typeAt(c)
		form := r.form(c)
		name := r.stateName(c)
		if people := r.stateOf(form); t == "" && people != "" {
			name = people
		} else if (t == "" || t == lang.PER) && !r.isState(form) && !r.besideStates(c, row) && !(len(row) == 1 && r.isThose(r.head(c)) && r.lonely(c)) {
			continue
		}
		m := rapporteur.Mention{Name: name, Kind: r.kindOf(t, name), Span: r.bytes(lang.Range{Start: c, End: c + 1})}
		if t == "" || t == lang.PER {
			m.Kind = rapporteur.State
		}
		out = addMention(out, m)
	}
	return out
}

// besideStates reports whether a single capitalised word, which passed for a person of whom nothing else is told,
// stands in a row with a state, or with another such word: "envoys of Norvana and Sudmark".
func (r *reading) besideStates(c int, row []int) bool {
	return r.lonely(c) && slices.ContainsFunc(row, func(k int) bool {
		return k != c && (r.typeAt(k) == lang.LOC || r.isState(r.form(k)) || r.lonely(k))
	})
}

// lonely reports whether a word is a capitalised one of which nothing but itself is told: no first name, no office.
func (r *reading) lonely(c int) bool {
	if r.upos(c) != "PROPN" || r.timeAt[c] >= 0 || r.titled(c) || r.typeAt(c) != lang.PER && r.typeAt(c) != "" {
		return false
	}
	if n := r.nameAt(c); n != nil && n.Len() > 1 {
		return false
	}
	e := r.entity[c]
	return e < 0 || len(r.said.Entities[e].Roles) == 0 && !strings.Contains(r.said.Entities[e].Name, " ")
}

// partiesBehind returns for whom those act whom a delegation is told to be of: "teams of experts from Norvana
// and Estrel", "delegates of the Norvanan government and the rebels".
func (r *reading) partiesBehind(c, depth int) []rapporteur.Mention {
	if r.typeAt(c) != "" || r.upos(c) != "NOUN" || depth > 1 {
		return nil
	}
	l := &lex().actors
	lemma := r.lemma(c)
	switch {
	case bodies[lemma], lands[lemma], lemma == "delegation", lemma == "team", lemma == "army", lemma == "military":
		return r.partiesBelow(c, depth+1)
	case parley[lemma] && r.doc.Tokens[c].XPOS == "NNS" && (l.Groups[lemma] || l.Others[lemma]):
		words := r.nounPhrase(c)
		return []rapporteur.Mention{{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}}
	case r.doc.Tokens[c].XPOS == "NNS" && (attribution.PersonNoun(lemma) || atTables[lemma]):
		return r.partiesBelow(c, depth+1)
	}
	return nil
}

// partyByKind returns a party that a row tells by its kind: "negotiators for | the dockers' union | and the Terminals
// Alliance", "the government and | the Ansar movement".
func (r *reading) partyByKind(c int) (rapporteur.Mention, bool) {
	if r.typeAt(c) != "" || r.upos(c) != "NOUN" || !factions[r.lemma(c)] || r.child(c, "compound", "amod", "nmod:poss") < 0 {
		return rapporteur.Mention{}, false
	}
	words := r.nounPhrase(c)
	name := r.plain(words)
	return rapporteur.Mention{Name: name, Kind: rapporteur.Group, Span: r.bytes(words)}, name != ""
}

// lands are the words behind the name of a part of a state: "leaders of the Wolda region".
var lands = words{"region": true, "province": true, "republic": true, "enclave": true, "territory": true, "entity": true, "canton": true, "oblast": true}

// factions are the kinds of bodies that negotiate with others.
var factions = words{"union": true, "movement": true, "front": true, "guild": true, "federation": true, "confederation": true, "militia": true, "faction": true, "alliance": true, "association": true, "company": true, "employer": true, "airline": true, "railway": true, "operator": true, "league": true, "coalition": true, "bloc": true, "army": true, "university": true, "hospital": true, "chain": true, "studio": true, "party": true}

// parley are those at war or in a dispute who are told without a name: "the government and the rebels".
var parley = words{"rebel": true, "insurgent": true, "separatist": true, "guerrilla": true, "militant": true, "islander": true, "opposition": true, "employer": true, "nurse": true, "teacher": true, "pilot": true, "docker": true, "driver": true, "doctor": true, "miner": true, "worker": true, "creditor": true, "bondholder": true, "studio": true}

// restOfRow returns the states and bodies of the row behind a preposition that the tree hung elsewhere: "leaders
// of the Greens, | the Liberals and the People's Party".
func (r *reading) restOfRow(k int) []rapporteur.Mention {
	var out []rapporteur.Mention
	for _, a := range r.rowAfter(k) {
		if a.Kind == rapporteur.Person || a.Kind == rapporteur.Group && len(a.party) == 0 {
			if a.Kind == rapporteur.Group && r.typeAt(a.token) == lang.NORP && strings.HasSuffix(r.form(a.token), "s") {
				out = append(out, a.Mention) // "the Liberals"
			}
			continue
		}
		if len(a.party) > 0 {
			out = append(out, a.party...)
			continue
		}
		out = append(out, a.Mention)
	}
	return out
}

// isThose reports whether a token is a word that stands for a delegation told before.
func (r *reading) isThose(i int) bool {
	return i >= 0 && r.upos(i) == "PRON" && (r.lower(i) == "that" || r.lower(i) == "those")
}

// thoseOf returns the delegation that "that" or "those" stands for behind another: "Norvana's team and that of
// Estrel", "sat down with those of Estrel".
func (r *reading) thoseOf(i int) (actor, bool) {
	if !r.isThose(i) {
		return actor{}, false
	}
	for _, k := range r.children(i, "nmod") {
		if p := r.caseOf(k); p != "of" && p != "from" {
			continue
		}
		if party := r.partiesOf(k); len(party) > 0 {
			words := lang.Range{Start: i, End: r.own(k).End}
			return actor{Mention: rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}, token: i, party: party}, true
		}
	}
	return actor{}, false
}

// membersAt returns the people whom "both presidents", "the two ministers" at token i mean; nil for
// none, and for what names them itself.
func (r *reading) membersAt(i int) []actor {
	e := r.entity[i]
	if e < 0 || r.upos(i) != "NOUN" || r.child(i, "appos") >= 0 {
		return nil
	}
	var out []actor
	for _, m := range r.said.Entities[e].Members {
		ent := &r.said.Entities[m]
		if ent.Type != lang.PER || ent.Name == "" {
			return nil
		}
		out = append(out, actor{Mention: rapporteur.Mention{Name: tidyName(ent.Name), Kind: rapporteur.Person, Span: r.bytes(r.nounPhrase(i))}, token: i})
	}
	return out
}
