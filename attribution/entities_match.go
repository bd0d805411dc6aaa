package attribution

import (
	"slices"
	"strings"

	"rapporteur/lang"
)

// antecedent returns the entity that a definite phrase means, -1 for a new one.
func (k *ranker) antecedent(i int, p phrase) int {
	r := k.cast
	owner := -1
	if p.owner.Empty() && !p.plural && r.lower(p.head+1) == "of" { // "the president of Norvana"
		if of := r.complement(p); of.Len() < 4 {
			p.owner = of
		}
	}
	if !p.owner.Empty() {
		if o := r.mentionAt(p.owner.End - 1); o >= 0 {
			owner = r.find(r.mentions[o].ent)
		}
	}
	if was, ok := r.before[owner]; ok && p.noun == "predecessor" {
		return r.find(was)
	}
	best, bestScore := -1, 2.5
	k.turn++
	k.tried = append(k.tried, make([]int, len(r.ents)-len(k.tried))...)
	for h := len(k.history) - 1; h >= 0; h-- {
		m := &r.mentions[k.history[h]]
		ent := r.find(m.ent)
		if k.tried[ent] == k.turn || ent == owner || m.Contains(i) {
			continue
		}
		if m.gram == object && m.sent == r.sent[i] && r.under(i, r.doc.Tokens[m.head].Head) && r.doc.Tokens[m.head].Head < m.head {
			continue // "told the Post that the paper …": not who is told
		}
		k.tried[ent] = k.turn
		s := k.match(p, owner, &r.ents[ent])
		if s <= 0 {
			continue
		}
		if r.ents[ent].kind == lang.PER && k.namedInOwnWords(i, ent) {
			s -= 0.8 // who speaks rarely names himself
		}
		if k.subjectBefore(int(r.sent[i]), ent) {
			s += 0.2
		}
		if r.quoted[i] && k.speaksAt(i, ent) {
			s -= 1.2 // nor by his office
		}
		d := float64(r.sent[i] - m.sent)
		s -= min(d*0.05, 0.6)
		if s > bestScore {
			best, bestScore = ent, s
		}
	}
	if office := p.office(); chiefs[office] && !p.plural && !p.former {
		if best >= 0 && owner < 0 && k.ofBody(best, office) && (office == "president" || k.holder(office, owner) >= 0) { // "the president" is not the leader of a party
			best = -1
		}
		if e, told := k.chiefs[office]; told && (best < 0 || !slices.ContainsFunc(r.ents[best].roles, func(o Role) bool { return o.Title == office })) {
			return r.find(e)
		}
		if best < 0 {
			if best = k.chief(); best < 0 {
				best = k.holder(office, owner)
			}
			if best >= 0 {
				k.chiefs[office] = best
			}
		} else if owner < 0 && p.owner.Empty() && k.headsBody(best, office) {
			if e := k.holder(office, owner); e >= 0 && len(r.ents[e].mentions) > len(r.ents[best].mentions) {
				best = e // "the president" is not that of a think-tank whom the report asks, too
			}
		}
	}
	if best < 0 {
		best = k.variation(i, p)
	}
	return best
}

// speaksAt reports whether the words that token i is in are given to an entity by its name.
func (k *ranker) speaksAt(i, ent int) bool {
	r := k.cast
	at := k.contentAt[i]
	if at == 0 {
		return false
	}
	for _, s := range k.said.Attributions[at-1].Source {
		for j := s.Start; j < s.End && j < len(r.named); j++ {
			if n := r.named[j]; n > 0 && r.find(r.mentions[n-1].ent) == ent {
				return true
			}
		}
	}
	return false
}

// variation returns the person whom an office at token i names for the first time, as the
// press calls people now by their name and now by what they are: the only one
// of the sentence before, who is its subject and of whom no office was told; -1 for none. "Ada
// Voss was in Lund on Monday. The former minister said …".
func (k *ranker) variation(i int, p phrase) int {
	r := k.cast
	if p.plural || p.class&(roleNoun|manNoun|womanNoun) == 0 || isAnonymous(p.noun) || r.sent[i] == 0 {
		return -1
	}
	last := int(r.sent[i]) - 1
	here, before := r.doc.Sentences[r.sent[i]], r.doc.Sentences[last]
	beside := here.Paragraph == before.Paragraph+1 && (last == 0 || r.doc.Sentences[last-1].Paragraph < before.Paragraph) && p.Len() > 2 // a paragraph of one sentence, and more than "the minister"
	if here.Paragraph != before.Paragraph && !beside || before.Heading {
		return -1
	}
	who := -1
	for _, h := range k.history {
		m := &r.mentions[h]
		e := r.find(m.ent)
		if int(m.sent) != last && m.sent != r.sent[i] || r.ents[e].kind != lang.PER || e == who || m.gram == possessive || r.succeeded(e) {
			continue
		}
		if who >= 0 || m.gram != subject || int(m.sent) != last {
			return -1
		}
		who = e
	}
	if who < 0 || !p.former && slices.ContainsFunc(r.ents[who].roles, func(o Role) bool { return !o.Inferred && lastWord(o.Title) != "counterpart" && !isRank(o.Title) }) || p.otherSex(&r.ents[who]) {
		return -1
	}
	return who
}

// toldBefore takes the office that is the subject of the sentence before for that of the person whom token i
// names for the first time, as the subject of its own, where no office is told of him: "The president
// met them on Tuesday. Ada Voss told them …".
func (k *ranker) toldBefore(i int) {
	r := k.cast
	n := r.named[i]
	if n == 0 || r.sent[i] == 0 {
		return
	}
	m := r.mentions[n-1]
	e := r.find(m.ent)
	x := &r.ents[e]
	if x.kind != lang.PER || len(x.parts) < 2 || m.gram != subject || r.quoted[i] || !r.inMainClause(r.clauseHead(m.head)) || r.mentions[x.mentions[0]].Start != m.Start {
		return
	}
	last := int(r.sent[i]) - 1
	office := -1
	for h := len(k.history) - 1; h >= 0 && int(r.mentions[k.history[h]].sent) >= last; h-- {
		o := &r.mentions[k.history[h]]
		u := r.find(o.ent)
		if int(o.sent) != last || o.gram != subject || u == e || r.ents[u].kind != "" || r.ents[u].plural || r.ents[u].class&roleNoun == 0 {
			continue
		}
		if office >= 0 && office != u {
			return
		}
		office = u
	}
	if office < 0 {
		return
	}
	u := &r.ents[office]
	at := r.mentions[u.mentions[0]]
	p, ok := r.phraseAt(at.head)
	if !ok || !p.definite || isAnonymous(p.noun) || isRank(p.noun) || u.told && x.told && u.gender != x.gender || p.former || r.lex.kin[p.noun] || second([]string{p.noun}) {
		return
	}
	same := r.doc.Sentences[last].Paragraph == r.doc.Sentences[r.sent[i]].Paragraph
	switch r.lower(r.doc.Sentences[r.sent[i]].Start) {
	case "but", "yet", "however", "meanwhile", "instead":
		return // somebody else
	}
	leads := !p.owner.Empty() && slices.ContainsFunc(x.roles, func(o Role) bool {
		return r.doc.Tokens[o.Start].UPOS == "VERB" && r.lex.sameOffice(lastWord(o.Title), p.noun)
	})
	turns := k.speakerAt[at.head] > 0 && k.speakerAt[i] > 0 || r.lower(m.End) == "of" // two who speak by turns, "Jan Okoye of the union"
	if !leads && (!same || turns || !oneOnly[p.noun] || len(x.roles) > 0 || !p.owner.Empty()) {
		return
	}
	if r.addRole(e, p); len(x.roles) > 0 {
		x.roles[len(x.roles)-1].Inferred = true
	}
	r.merge(e, office)
}

// oneOnly are offices of which a report tells of one holder as a rule.
var oneOnly = wordSet("president premier minister chancellor king queen mediator envoy governor mayor chairman chairwoman chair leader head chief emir")

// otherSex reports whether a phrase tells of a man where the person is told to be a woman, or the other way round.
func (p phrase) otherSex(e *entity) bool {
	return e.told && (p.class&manNoun != 0 && p.class&roleNoun == 0 && e.gender == Feminine || p.class&womanNoun != 0 && e.gender == Masculine)
}

// chiefs are offices of which a report need not say that the one it is about holds them.
var chiefs = map[string]bool{"president": true, "premier": true, "prime minister": true, "chancellor": true}

// office returns what a phrase names, in full and without epithets: "prime minister".
func (p phrase) office() string {
	words := slices.DeleteFunc(append(slices.Clone(p.mods), p.noun), func(w string) bool {
		return w != p.noun && w != "prime" && !second([]string{w}) && w != "acting" && slices.Contains(p.epithets, w)
	})
	if office := strings.Join(words, " "); office != "pm" {
		return office
	}
	return "prime minister"
}

// holder returns the one person to whom the text anywhere gives the office of the head of a state,
// that of owner where it is not -1; -1 where it gives it to nobody or several.
func (k *ranker) holder(office string, owner int) int {
	r := k.cast
	best := -1
	for e := range r.ents {
		x := &r.ents[e]
		if x.merged >= 0 || x.kind != lang.PER {
			continue
		}
		for n := range x.roles {
			o := &x.roles[n]
			if o.Former || o.Inferred && o.Of != "" || o.Title != office && !(o.Title == "pm" && office == "prime minister") {
				continue
			}
			of := r.find(o.OfEntity)
			if of >= 0 && (r.ents[of].kind == lang.ORG || owner >= 0 && of != owner) {
				continue
			}
			if best >= 0 && best != e {
				return -1
			}
			best = e
		}
	}
	return best
}

// headsBody reports whether a person's office is that of the head of a body that is no state.
func (k *ranker) headsBody(ent int, office string) bool {
	r := k.cast
	return slices.ContainsFunc(r.ents[ent].roles, func(o Role) bool {
		of := r.find(o.OfEntity)
		return o.Title == office && of >= 0 && r.ents[of].kind == lang.ORG
	}) && !slices.ContainsFunc(r.ents[ent].roles, func(o Role) bool { return o.Title == office && o.Of == "" })
}

// ofBody reports whether a person heads a body or party, by another word than an office.
func (k *ranker) ofBody(ent int, office string) bool {
	r := k.cast
	body := false
	for _, o := range r.ents[ent].roles {
		words := strings.Count(o.Title, " ") // "the Reform leader"
		if o.Title == office || o.Of == "" && words == 0 || r.lex.sameOffice(o.Title, office) && !r.lex.sameOffice(lastWord(o.Title), "leader") {
			return false
		}
		of := r.find(o.OfEntity)
		body = body || of < 0 && words > 0 || of >= 0 && r.ents[of].kind != lang.LOC && r.ents[of].kind != lang.PER
	}
	return body
}

// chief returns the person of whom the report is so much more than of anybody else
// that "the president" is no other, -1 for none: named at its beginning, twice as
// often as all others of whom it gives no office.
func (k *ranker) chief() int {
	r := k.cast
	best, most, next := -1, 0, 0
	tried := map[int]bool{}
	for _, h := range k.history {
		ent := r.find(r.mentions[h].ent)
		e := &r.ents[ent]
		if tried[ent] || e.kind != lang.PER {
			continue
		}
		tried[ent] = true
		if slices.ContainsFunc(e.roles, func(o Role) bool { return chiefs[o.Title] }) {
			return -1 // another is told to be one
		}
		if len(e.roles) > 0 {
			continue
		}
		switch n := k.counts[ent]; {
		case n > most:
			best, most, next = ent, n, most
		case n > next:
			next = n
		}
	}
	if best < 0 || most < 2 || most < 2*next || r.mentions[r.ents[best].mentions[0]].sent > 1 {
		return -1
	}
	return best
}

// match scores how well a phrase fits an entity met before; 3 is a good fit.
func (k *ranker) match(p phrase, owner int, e *entity) float64 {
	r := k.cast
	if p.plural != e.plural && !(e.kind == lang.ORG) || len(e.members) > 0 {
		return 0
	}
	person := p.class&(personNoun|insiderNoun) != 0
	if person && (e.kind == lang.PER || e.kind == "" && e.class&(personNoun|insiderNoun) != 0) {
		if p.otherSex(e) {
			return 0
		}
		best := 0.0
		for n := range e.roles {
			best = max(best, r.fits(p, owner, &e.roles[n]))
		}
		if e.kind == "" {
			s := 0.0
			switch {
			case e.noun == p.noun:
				s = 3.5
			case p.class&insiderNoun != 0 && e.class&(insiderNoun|personNoun) != 0 && isAnonymous(p.noun):
				s = 2.7
			case r.lex.sameOffice(e.noun, p.noun):
				s = 2.7
			}
			if s > 0 {
				for _, w := range p.mods {
					if !slices.Contains(e.mods, w) && !neutral(w) {
						s -= 1
					}
				}
				if p.count > 0 && e.count > 0 && p.count != e.count {
					s -= 2
				}
				if owner >= 0 && e.ofEnt >= 0 && r.find(e.ofEnt) != owner {
					s -= 2
				}
			}
			best = max(best, s)
		}
		if anyPerson[p.noun] && e.kind == lang.PER && len(p.mods) == 0 && owner < 0 {
			best = max(best, 2.8)
		}
		return best
	}
	if person {
		return 0
	}
	switch e.kind {
	case lang.PER, lang.NORP:
		return 0
	case lang.ORG, lang.LOC:
		if e.own && p.class&outletNoun == 0 || e.own && r.lower(p.Start) != "this" {
			return 0
		}
		if p.plural || k.namedOtherwise(p, e) {
			return 0
		}
		if p.class&(institutionNoun|outletNoun|bodyOfMany) != 0 {
			last := strings.ToLower(e.parts[len(e.parts)-1])
			for n, w := range e.parts {
				if w = strings.ToLower(w); w == p.noun && (n == len(e.parts)-1 || n == 0 || w != last) {
					return 4 - k.strange(p, e)
				}
			}
		}
		for n := range e.roles {
			if s := r.fits(p, owner, &e.roles[n]); s > 2 {
				return s
			}
		}
		if e.kind == lang.LOC {
			return 0
		}
		if e.outlet && p.class&outletNoun != 0 {
			return 3.4 - k.strange(p, e)
		}
		if !e.outlet && p.class&(institutionNoun|bodyOfMany) != 0 && owner < 0 {
			if s := r.kindFits(p.noun, e); s > 0 {
				return s - k.strange(p, e)
			}
		}
		return 0
	}
	if e.class&(personNoun|insiderNoun) != 0 {
		return 0
	}
	s := 0.0
	switch {
	case e.noun == p.noun:
		s = 3.6
	case p.class&documentNoun != 0 && e.class&documentNoun != 0 && e.class&institutionNoun == 0 && (p.noun == "document" || p.noun == "text" || p.noun == "paper"):
		s = 2.8
	case p.class&outletNoun != 0 && p.class&institutionNoun == 0 && e.outlet:
		s = 2.8
	}
	if s > 0 {
		s -= k.strange(p, e)
		if owner >= 0 && e.ofEnt >= 0 && r.find(e.ofEnt) != owner {
			s -= 3
		}
	}
	return s
}

// namedOtherwise tells whether a phrase names another body than e: "the Harrow movement" is
// none whose name does not hold "Harrow".
func (k *ranker) namedOtherwise(p phrase, e *entity) bool {
	c := k.cast.compound(p)
	return c >= 0 && c != e.ofEnt && !slices.ContainsFunc(k.cast.ents[c].parts, func(w string) bool { return slices.Contains(e.parts, w) })
}

// anyPerson are nouns that tell of somebody no office or trade.
var anyPerson = map[string]bool{"man": true, "woman": true, "boy": true, "girl": true, "gentleman": true, "lady": true, "guy": true}

// strange counts the modifiers of a phrase that an entity's name and roles do not know.
func (k *ranker) strange(p phrase, e *entity) float64 {
	s := 0.0
words:
	for _, w := range p.mods {
		if neutral(w) || w == "media" || w == "news" {
			continue
		}
		for _, x := range e.parts {
			if alike(w, strings.ToLower(x)) {
				continue words
			}
		}
		if slices.Contains(e.mods, w) {
			continue
		}
		s += 1
	}
	if !p.owner.Empty() && e.kind == "" && e.ofEnt < 0 && len(e.mods) > 0 {
		s += 0.5
	}
	return s
}

// fits scores how well a phrase fits a role that was given before.
func (r *cast) fits(p phrase, owner int, role *Role) float64 {
	if role.Start >= p.Start {
		return 0
	}
	words := strings.Fields(role.Title)
	if len(words) == 0 {
		return 0
	}
	noun := words[len(words)-1]
	full := strings.Join(append(append([]string(nil), p.mods...), p.noun), " ")
	s := 0.0
	if second(words) && chiefs[full] {
		return 0 // "the president" is not the vice president
	}
	switch {
	case p.noun == "minister" && slices.Contains(p.mods, "first") != slices.Contains(words, "first"):
		return 0 // Scotland's first minister is no prime minister
	case noun == p.noun || slices.Contains(words, p.noun):
		s = 3.4
	case full != p.noun && r.lex.sameOffice(full, role.Title):
		s = 3.6
	case p.noun == "secretary" && r.lower(p.head+1) == "of" && r.lower(p.head+2) == "state": // no chief of a body
		if !r.lex.sameOffice("secretary of state", role.Title) {
			return 0
		}
		s = 3.6
	case r.lex.sameOffice(p.noun, role.Title) || r.lex.sameOffice(p.noun, noun):
		if r.otherBody(p, owner, role) {
			return 0
		}
		s = 2.9
	default:
		return 0
	}
	for _, w := range p.mods {
		switch {
		case slices.Contains(words, w):
			s += 0.4
		case neutral(w) || s == 3.6:
		case likeAny(w, role.Of):
			s += 0.4
		case role.Of != "" && r.namedBy(p, w):
			s -= 1.6 // "the Liberal chairman" is not the Greens'
		default:
			s -= 0.8
		}
	}
	if p.former != role.Former {
		s -= 1
	}
	if !p.owner.Empty() {
		of := r.doc.Words(p.owner)
		switch {
		case owner >= 0 && role.OfEntity >= 0 && r.find(role.OfEntity) == owner, likeAny(strings.ToLower(of), role.Of):
			s += 0.6
		case role.Of != "" && p.class&relationNoun != 0:
			s -= 1.2
		case r.ofTwo(p, owner, role):
			s -= 1.6
		case owner >= 0 && role.OfEntity >= 0 && r.ents[owner].kind == lang.ORG && r.ents[r.find(role.OfEntity)].kind == lang.ORG:
			s -= 1.2
		case role.Of != "":
			s -= 0.5
		}
	}
	return s
}

// ofTwo reports whether whose office a phrase names is another state, place or body than a role's, each with
// its own name: "Torvia's minister" is not Norvana's.
func (r *cast) ofTwo(p phrase, owner int, role *Role) bool {
	for _, e := range []int{owner, role.OfEntity} {
		if e >= 0 && r.ents[r.find(e)].kind == lang.PER {
			return false // "Brandt's spokesman" is the palace's
		}
	}
	own, other := r.properName(r.doc.Words(p.owner)), r.properName(role.Of)
	if own == "" || other == "" {
		return false
	}
	x, y := lang.State(own), lang.State(other)
	return x != y || x == "" && !likeAny(strings.ToLower(own), other)
}

// properName returns what somebody is of where that is a name and no body of many words: "the
// Foreign Ministry" is of a state, too.
func (r *cast) properName(of string) string {
	of = strings.TrimPrefix(strings.TrimPrefix(of, "the "), "The ")
	for _, suffix := range []string{"'s", "’s", "'", "’"} {
		of = strings.TrimSuffix(of, suffix)
	}
	for _, w := range strings.Fields(of) {
		if w == strings.ToLower(w) || r.lex.class(strings.ToLower(w))&(institutionNoun|personNoun|outletNoun) != 0 {
			return ""
		}
	}
	return strings.TrimSpace(of)
}

// namedBy reports whether a modifier of a phrase is a name within its sentence: "the Liberal chairman".
func (r *cast) namedBy(p phrase, mod string) bool {
	for i := p.Start; i < p.head; i++ {
		if r.lower(i) == mod {
			return r.capital(i) && i > r.doc.Sentences[r.sent[i]].Start
		}
	}
	return false
}

// second reports whether an office is that of who stands in for its holder: "vice president".
func second(office []string) bool {
	return slices.ContainsFunc(office, func(w string) bool {
		return w == "vice" || w == "deputy" || w == "assistant" || strings.HasPrefix(w, "vice-")
	})
}

// otherBody reports whether a phrase names the body whose head somebody is, and an office is
// told to be another's or nobody's: "the head of the Chamber's Budget Committee" is no president.
func (r *cast) otherBody(p phrase, owner int, role *Role) bool {
	if owner >= 0 && role.OfEntity >= 0 && r.find(role.OfEntity) == owner {
		return false
	}
	of := p.owner
	if of.Empty() {
		of = r.complement(p)
	}
	for i := of.Start; i < of.End; i++ {
		if w := r.lower(i); r.capital(i) && !likeAny(w, role.Of+" "+role.Title) {
			switch w {
			case "government", "state", "states", "republic", "kingdom", "administration", "nation", "country", "house":
				continue
			}
			if r.lex.class(w)&(institutionNoun|bodyOfMany) != 0 {
				return true
			}
		}
	}
	return false
}

// neutral reports whether a modifier says nothing about who is meant.
func neutral(w string) bool {
	switch w {
	case "same", "senior", "top", "chief", "unnamed", "said", "veteran", "own", "new", "main", "leading", "high", "ranking", "high-ranking", "anonymous", "acting", "two", "other", "first", "-":
		return true
	}
	return false
}

// isAnonymous reports whether a noun is one for unnamed voices of any office.
func isAnonymous(noun string) bool {
	switch noun {
	case "source", "interlocutor", "insider", "person", "official", "people", "informant", "individual":
		return true
	}
	return false
}

// likeAny reports whether a word is alike one of some words: Norvana and Norvanan.
func likeAny(w, words string) bool {
	for _, a := range strings.Fields(strings.ToLower(words)) {
		for _, b := range strings.Fields(strings.ToLower(w)) {
			if alike(a, b) {
				return true
			}
		}
	}
	return false
}

// alike reports whether two words have the first four letters in common, or are equal.
func alike(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n >= 4 && n >= min(len(a), len(b))-2
}

// under reports whether token i is in a clause that the predicate at h governs, beyond its own arguments.
func (r *cast) under(i, h int) bool {
	for steps := 0; i >= 0 && steps < 30; steps++ {
		t := &r.doc.Tokens[i]
		if t.Head == h && h >= 0 {
			return strings.HasPrefix(t.Rel, "ccomp")
		}
		i = t.Head
	}
	return false
}
