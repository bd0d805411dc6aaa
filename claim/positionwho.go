package claim

import (
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// voice is the one on whose word a clause stands, as an actor: of "the base is
// unacceptable, Marrow said" Marrow.
func (r *reading) voice(i int) []actor {
	ch := r.chain(i)
	if len(ch) == 0 {
		return nil
	}
	v := ch[len(ch)-1]
	kind := rapporteur.Person
	switch v.Type {
	case rapporteur.PersonSource:
	case rapporteur.InstitutionSource, rapporteur.GroupSource:
		kind = rapporteur.Organisation
	default:
		return nil
	}
	return []actor{{Mention: rapporteur.Mention{Name: v.Name, Kind: kind, Span: v.Span}, token: i}}
}

// notSpeaker takes the speaker out of those that a third person in his own quoted words
// may stand for: nobody is "they" or "he" to himself, nor has he done what "you" did.
func (r *reading) notSpeaker(c *clause, actors []actor) []actor {
	if c == nil || len(c.subj) == 0 || !r.direct(c.head) || r.obliges(c) || r.upos(c.subj[0]) != "PRON" {
		return actors
	}
	switch r.lower(c.subj[0]) {
	case "they", "he", "she":
	case "you":
		if !c.past && !c.perfect {
			return actors
		}
	default:
		return actors
	}
	ch := r.chain(c.head)
	if len(ch) == 0 {
		return actors
	}
	return slices.DeleteFunc(slices.Clone(actors), func(a actor) bool { return a.Name == ch[len(ch)-1].Name })
}

// party is the voice of a clause where it may take a side: no analyst's, no
// outlet's; an unnamed one stands for those it speaks for.
func (r *reading) party(i int) []actor {
	ch := r.chain(i)
	if len(ch) == 0 {
		return nil
	}
	v := ch[len(ch)-1]
	if w := strings.ToLower(v.Words); (w == "he" || w == "she") && v.Type != rapporteur.PersonSource {
		return nil
	}
	if v.Type == rapporteur.AnonymousSource && v.Of != "" && v.Count <= 1 {
		name := tidyName(v.Of)
		switch {
		case r.isState(name):
			return []actor{{Mention: rapporteur.Mention{Name: name, Kind: rapporteur.State, Span: v.Span}, token: i}}
		case speakers[strings.ToLower(v.Words[strings.LastIndexByte(v.Words, ' ')+1:])] && slices.ContainsFunc(r.said.Entities, func(e attribution.Entity) bool { return e.Type == lang.ORG && tidyName(e.Name) == name }):
			return []actor{{Mention: rapporteur.Mention{Name: name, Kind: rapporteur.Organisation, Span: v.Span}, token: i}}
		}
		return nil
	}
	who := r.voice(i)
	for _, b := range ch[:len(ch)-1] { // "Norvana and Estrel said": two voices side by side
		if b.Span != v.Span && r.beside(i, b) && len(who) > 0 && b.Type == v.Type {
			who = append(who, actor{Mention: rapporteur.Mention{Name: b.Name, Kind: who[0].Kind, Span: b.Span}, token: i})
		}
	}
	for _, a := range who {
		if r.bystander(a.Name) {
			return nil
		}
	}
	return who
}

// speakers are those of a body who speak for it unnamed: "a Commission official".
var speakers = words{"official": true, "spokesman": true, "spokeswoman": true, "spokesperson": true, "source": true, "aide": true, "diplomat": true, "negotiator": true, "representative": true, "executive": true}

// beside reports whether a voice is one of several that speak together what token i says.
func (r *reading) beside(i int, v rapporteur.Source) bool {
	a := r.inner[i]
	for ; a >= 0 && !r.tells(&r.said.Attributions[a]); a = r.said.Attributions[a].Parent {
	}
	if a < 0 {
		return false
	}
	voices := r.said.Attributions[a].Voices
	n := len(voices)
	for k := range voices[:max(n-1, 0)] {
		if voices[k].Level == voices[n-1].Level && voices[k].Name == v.Name {
			return true
		}
	}
	return false
}

// ofState reports whether a group is told by whose it is: "the Norvanan party that …".
func (r *reading) ofState(i int) bool {
	return slices.ContainsFunc(r.kids[i], func(k int) bool {
		return k < i && (base(r.rel(k)) == "amod" || base(r.rel(k)) == "compound") && r.typeAt(k) != ""
	})
}

// lent reports whether an actor only says where the one before it is from: "leaders in
// Norvana and Estrel called for …".
func (r *reading) lent(a actor, all []actor) bool {
	if base(r.rel(a.token)) != "conj" || r.typeAt(a.token) != lang.LOC {
		return false
	}
	h := r.head(a.token)
	if h < 0 || r.upos(h) != "NOUN" {
		return false
	}
	for _, k := range r.children(h, "nmod") {
		if k < a.token && r.typeAt(k) == lang.LOC && r.caseOf(k) == "in" {
			return true
		}
	}
	return false
}

// bystander reports whether the report calls somebody what no party to a negotiation is: an analyst, a professor.
func (r *reading) bystander(name string) bool {
	set := lex().positions.Lists.Bystanders
	for _, e := range r.said.Entities {
		if e.Name != name {
			continue
		}
		if slices.ContainsFunc(e.Mentions, func(m attribution.Mention) bool { return r.looksOn(m.Head) }) {
			return true
		}
		if slices.ContainsFunc(e.Titles, heads) {
			set = lex().positions.Lists.Watchers
		}
		for _, t := range e.Titles {
			for _, w := range strings.FieldsFunc(strings.ToLower(t), func(c rune) bool { return c == ' ' || c == '-' || c == ',' }) {
				if set[w] || set[strings.TrimSuffix(w, "s")] {
					return true
				}
			}
		}
	}
	return false
}

// heads reports whether a title is of whoever leads a body and speaks for it.
func heads(title string) bool {
	for w := range strings.FieldsFuncSeq(strings.ToLower(title), func(c rune) bool { return c == ' ' || c == '-' || c == ',' }) {
		switch w {
		case "president", "chairman", "chairwoman", "chair", "chairperson", "leader", "head", "spokesman", "spokeswoman", "spokesperson", "secretary":
			return true
		}
	}
	return false
}

// looksOn reports whether a name is said to be of somebody who lives by something else: "Per Holm, who farms wheat".
func (r *reading) looksOn(i int) bool {
	return i >= 0 && slices.ContainsFunc(r.children(i, "acl:relcl"), func(k int) bool {
		switch r.lemma(k) {
		case "farm", "grow", "teach", "study", "track", "breed", "rent", "shop":
			return true
		}
		return false
	})
}

// meant returns the actors that pronouns stand for whose entity has no name: "the union … it".
func (r *reading) meant(heads ...int) []actor {
	var out []actor
	for _, h := range heads {
		if h < 0 || r.upos(h) != "PRON" || r.entity[h] < 0 {
			continue
		}
		for _, m := range r.said.Entities[r.entity[h]].Mentions {
			if m.Head < h && r.upos(m.Head) != "PRON" {
				if a, ok := r.actorAt(m.Head); ok && !(a.Kind == rapporteur.State && ofPerson[r.lower(h)]) {
					out = append(out, a)
				}
				break
			}
		}
	}
	return out
}

// suchAs returns the named examples of a group: "supporters, such as Holt and Kerr".
func (r *reading) suchAs(h int) []actor {
	var out []actor
	for _, k := range r.children(h, "nmod") {
		if p := r.caseOf(k); p == "such as" || p == "including" || p == "such" || p == "like" {
			for _, a := range r.actorsAt(k) {
				if a.Kind != rapporteur.Group {
					out = append(out, a)
				}
			}
		}
	}
	return out
}

// counted reports whether a nominal is a number of unnamed people: "34 deputies", but not "some 4,000 dockers".
func (r *reading) counted(i int) bool {
	d := r.child(i, "det")
	return r.child(i, "nummod") >= 0 && r.typeAt(i) != lang.PER && (d < 0 || r.lower(d) != "the") && !r.workforce(i)
}

// workforceFrom is the number from which on those in somebody's pay are told as a side.
const workforceFrom = 100

// workforce reports whether a nominal is of so many who are in somebody's pay that they are a side: "some 4,000
// dockers", "around 900 members of the guild".
func (r *reading) workforce(i int) bool {
	k := r.child(i, "nummod")
	if k < 0 || k > i || !lex().points.Lists.Hands[r.lemma(i)] && !lex().actors.Others[r.lemma(i)] {
		return false
	}
	n, _ := r.number(k)
	return n >= workforceFrom
}

// mostOf returns those in somebody's pay of whom a subject tells that most of them do something: "81 percent of
// | the bakers", "two-thirds of | members", "a majority of | the staff"; -1 for nobody.
func (r *reading) mostOf(i int) int {
	if rel := base(r.rel(i)); rel != "nsubj" || i == 0 {
		return -1
	}
	switch r.lemma(i) {
	case "majority":
	case "percent", "%", "cent":
		k := r.child(i, "nummod")
		if k < 0 {
			return -1
		}
		if n, _ := r.number(k); n <= 50 {
			return -1
		}
	case "third", "quarter", "fifth":
		if s := r.doc.Words(lang.Range{Start: max(0, i-2), End: i}); !strings.HasPrefix(strings.ToLower(s), "two") && !strings.HasPrefix(strings.ToLower(s), "three") && !strings.HasPrefix(strings.ToLower(s), "four") {
			return -1
		}
	default:
		return -1
	}
	for _, k := range r.children(i, "nmod") {
		if r.caseOf(k) == "of" && lex().points.Lists.Hands[r.lemma(k)] || r.caseOf(k) == "of" && lex().actors.Others[r.lemma(k)] && r.doc.Tokens[k].XPOS == "NNS" {
			return k
		}
	}
	return -1
}

// withoutNumber returns a group that is told with how many it is without the number: "some 4,000 | dockers".
func (r *reading) withoutNumber(a actor) actor {
	if a.Kind == rapporteur.Group && r.workforce(a.token) {
		np := r.withOf(a.token, r.nounPhrase(a.token))
		_, np.Start = r.number(r.child(a.token, "nummod"))
		if name := r.plain(np); name != "" {
			a.Name, a.Span = name, r.bytes(np)
		}
	}
	return a
}

// manyStates reports whether a nominal is of some of the states that negotiate, by how many they are: "14 governments",
// "scores of delegations". Two of them are the sides.
func (r *reading) manyStates(i int) bool {
	if !memberStates[r.lemma(i)] || r.doc.Tokens[i].XPOS != "NNS" || r.child(i, "nmod:poss") >= 0 {
		return false
	}
	if d := r.child(i, "det"); d >= 0 && !quantifiers[r.lower(d)] {
		return false
	}
	if h := r.head(i); h >= 0 && crowds[r.lemma(h)] && r.caseOf(i) == "of" {
		return true
	}
	if k := r.child(i, "nummod"); k >= 0 {
		n, _ := r.number(k)
		return n > 2
	}
	return false
}

// memberStates are nouns for those who negotiate where many do.
var memberStates = words{"country": true, "nation": true, "state": true, "government": true, "delegation": true, "economy": true}

// crowds are nouns that say how many there are of what follows them: "dozens of countries".
var crowds = words{"dozen": true, "score": true, "hundred": true, "majority": true, "minority": true, "handful": true, "number": true, "string": true, "host": true, "half": true, "third": true, "couple": false}

// bodied are nouns of those who act as one body, and of whom a few may stand together.
var bodied = words{"group": true, "union": true, "party": true, "faction": true, "committee": true, "bloc": true, "guild": true, "federation": true, "association": true, "alliance": true, "government": true}

// spokenFor says whom a group's words mean: "his country" is he, "the sides"
// nobody in particular.
func (r *reading) spokenFor(a actor, at int) (actor, bool) {
	if p := r.child(a.token, "nmod:poss"); p >= 0 && r.upos(p) == "PRON" {
		if r.lower(p) == "whose" || r.unruly(a.token) {
			return a, false
		}
		if e := r.entity[p]; e >= 0 && r.said.Entities[e].Type != "" && r.said.Entities[e].Name != "" {
			ent := &r.said.Entities[e]
			a.Mention = rapporteur.Mention{Name: tidyName(ent.Name), Kind: r.kindOf(ent.Type, ent.Name), Span: r.bytes(lang.Range{Start: p, End: p + 1})}
			return a, true
		}
		if v := r.voice(at); len(v) > 0 && v[0].Kind == rapporteur.Person {
			return v[0], true
		}
		return a, false
	}
	return a, !r.vagueGroup(a)
}

// unruly reports whether a group told by whose it is may stand against him: "her own party",
// "her ministers", "rebels in her party who …".
func (r *reading) unruly(i int) bool {
	return r.hasKid(i, "own") || lex().positions.Lists.Unruly[r.lemma(i)] || r.child(i, "acl:relcl") >= 0
}

// vagueGroup reports whether a group names nobody in particular: "the sides", "several leaders", "officials".
func (r *reading) vagueGroup(a actor) bool {
	lemma := r.lemma(a.token)
	if r.manyStates(a.token) {
		return false
	}
	if d := r.child(a.token, "det"); lex().positions.Lists.People[lemma] && !(lemma == "rebel" && d >= 0 && r.lower(d) == "the") {
		return true
	}
	first, _, _ := strings.Cut(strings.ToLower(a.Name), " ")
	if quantifiers[first] && lemma != "side" && lemma != "party" && lemma != "government" {
		return true // "all British politicians", "most members"
	}
	for k := a.token - 1; k >= r.sentence(a.token).Start && k > a.token-5; k-- {
		if quantifiers[r.lower(k)] && r.upos(k) != "VERB" {
			return lemma != "side" && lemma != "party" && lemma != "government"
		}
		if u := r.upos(k); u != "ADJ" && u != "PROPN" && u != "NOUN" && u != "DET" && u != "NUM" {
			break
		}
	}
	if lemma == "side" && len(a.party) == 0 {
		return true
	}
	if len(a.party) > 0 {
		return false
	}
	if r.rel(r.governorOf(a.token)) == "acl:relcl" && !r.ofState(a.token) && r.head(r.governorOf(a.token)) == a.token && (a.token+1 >= len(r.kids) || r.form(a.token+1) != ",") {
		return true // "lawmakers who oppose the deal"
	}
	if d := r.child(a.token, "det"); principals[lemma] && d >= 0 && r.lower(d) == "the" && r.doc.Tokens[a.token].XPOS == "NN" {
		return false
	}
	switch lemma {
	case "side", "country", "capital", "party", "official", "state", "nation", "power", "people", "force", "team", "person", "representative", "bank", "firm", "farmer", "worker", "member", "body", "head", "group", "leader", "company", "politician",
		"minister", "diplomat", "negotiator", "delegation", "counterpart", "ally", "partner", "colleague", "aide", "adviser", "advisor", "neighbour", "neighbor", "association", "manufacturer", "regulator", "owner":
		for _, k := range r.kids[a.token] {
			switch base(r.rel(k)) {
			case "amod", "compound", "nmod":
				if !lex().positions.Lists.Vague[r.lower(k)] && r.upos(k) != "NUM" && r.lower(k) != "senior" && r.lower(k) != "top" {
					return false
				}
			}
		}
		return true
	}
	return false
}

// principals are bodies that the press calls by no more than what they are: "the company", "the bank".
var principals = words{"company": true, "firm": true, "bank": true, "association": true, "delegation": true, "team": true, "group": true, "party": true, "airline": true}

// quantifiers make of any group a number of people.
var quantifiers = words{
	"all": true, "many": true, "most": true, "some": true, "several": true, "few": true, "almost": true, "nearly": true, "numerous": true, "dozens": true, "scores": true, "various": true, "more": true, "other": true, "any": true, "certain": true,
}

// governorOf returns the head of the clause that holds token i, or i.
func (r *reading) governorOf(i int) int {
	for _, k := range r.kids[i] {
		if r.rel(k) == "acl:relcl" {
			return k
		}
	}
	return i
}
