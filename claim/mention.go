package claim

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
)

// actor is a mention of an actor as a frame finds it.
type actor struct {
	rapporteur.Mention
	token int
	// party is set for a body that acts for a state or side: "the Norvanan delegation".
	party []rapporteur.Mention
}

// actorAt returns the actor that the nominal at token i names or means.
func (r *reading) actorAt(i int) (actor, bool) {
	if i < 0 || r.timeAt[i] >= 0 && r.entity[i] < 0 {
		return actor{}, false
	}
	l := &lex().actors
	np := r.nounPhrase(i)
	// A named person or body: "US envoy Rena Holt" is Rena Holt, whichever word heads it.
	under := r.namesUnder(i)
	candidates := append([]int{i}, under...)
	if r.typeAt(i) != lang.PER {
		candidates = append(slices.Clone(under), i) // "US Army Secretary Rena Holt"
	}
	for _, k := range candidates {
		e := r.entity[k]
		if n := r.nameAt(k); n != nil && k != i && n.End < len(r.kids) && possessive(r.lower(n.End)) {
			continue
		}
		if e < 0 {
			continue
		}
		ent := &r.said.Entities[e]
		if ent.Name == "" || ent.Type == "" || r.upos(k) == "PRON" && ent.Type != lang.PER && ofPerson[r.lower(k)] {
			continue
		}
		if k != i && ent.Type != lang.PER {
			continue
		}
		if ent.Type == lang.LOC && !r.actsAsState(k, ent.Name) || ent.Type == lang.NORP && k == i && r.upos(i) == "ADJ" && base(r.rel(i)) == "amod" {
			continue
		}
		if ent.Type != lang.PER && k == i && l.Delegations[r.lemma(i)] {
			break // "the Norvana delegation": a body with a party
		}
		m := rapporteur.Mention{Name: tidyName(ent.Name), Kind: r.kindOf(ent.Type, ent.Name), Span: r.bytes(r.mentionRange(k, e))}
		if n := r.nameAt(k); n != nil && ent.Type != lang.PER && r.broadcasterOf(n, m.Name) {
			m.Name, m.Span = tidyName(r.doc.Words(n.Range)), r.bytes(n.Range)
			m.Kind = rapporteur.State
		}
		if r.isState(m.Name) {
			m.Kind = rapporteur.State
		}
		return actor{Mention: m, token: i}, true
	}
	lemma := r.lemma(i)
	if r.upos(i) == "PRON" {
		return r.thoseOf(i)
	}
	if r.upos(i) == "PROPN" && (r.entity[i] < 0 || r.said.Entities[r.entity[i]].Type == "") {
		if n := r.nameAt(i); n != nil {
			name := tidyName(r.doc.Words(n.Range))
			if n.Type == lang.LOC && !r.actsAsState(i, name) {
				return actor{}, false
			}
			return actor{Mention: rapporteur.Mention{Name: name, Kind: r.kindOf(n.Type, name), Span: r.bytes(n.Range)}, token: i}, true
		}
		if lex().states[strings.ToLower(r.form(i))] || r.states[strings.ToLower(r.form(i))] {
			return actor{Mention: rapporteur.Mention{Name: r.form(i), Kind: rapporteur.State, Span: r.bytes(lang.Range{Start: i, End: i + 1})}, token: i}, true
		}
	}
	if r.upos(i) == "PROPN" && r.typeAt(i) == "" && (base(r.rel(i)) == "nsubj" || base(r.rel(i)) == "conj" || r.caseOf(i) == "with" || r.caseOf(i) == "between") && r.timeAt[i] < 0 && !lex().titles.Honorifics[r.lower(i)] {
		// a name that no stage before has found: it acts, so it is an actor
		n := lang.Range{Start: i, End: i + 1}
		for _, k := range r.kids[i] {
			if base(r.rel(k)) == "flat" || r.rel(k) == "compound" && r.upos(k) == "PROPN" {
				n.Start, n.End = min(n.Start, k), max(n.End, k+1)
			}
		}
		name := tidyName(r.doc.Words(n))
		if e := r.entity[i]; e >= 0 && r.said.Entities[e].Type != "" {
			name = tidyName(r.said.Entities[e].Name)
		}
		return actor{Mention: rapporteur.Mention{Name: name, Kind: rapporteur.Organisation, Span: r.bytes(n)}, token: i}, true
	}
	if (l.Groups[lemma] || l.Others[lemma]) && (r.upos(i) == "NOUN" || r.upos(i) == "PROPN") {
		if a, ok := r.namedBefore(i); ok {
			return a, true
		}
		words := r.withOf(i, np)
		words.Start = r.beginning(i, words.Start)
		m := rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}
		if m.Name == "" {
			return actor{}, false
		}
		a := actor{Mention: m, token: i}
		if l.Delegations[lemma] || l.Persons[lemma] && r.doc.Tokens[i].XPOS == "NNS" {
			a.party = r.partiesUnder(i)
		}
		return a, true
	}
	if r.upos(i) == "NUM" {
		for _, k := range r.children(i, "nmod") { // "two of the three main unions"
			if words := r.nounPhrase(k); r.caseOf(k) == "of" && k > i && bodied[r.lemma(k)] && r.doc.Tokens[k].XPOS == "NNS" {
				words.Start = i
				return actor{Mention: rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}, token: i}, true
			}
		}
	}
	if k := r.mostOf(i); k >= 0 {
		return r.actorAt(k)
	}
	if crowds[lemma] { // "dozens of countries"
		for _, k := range r.children(i, "nmod") {
			if r.manyStates(k) {
				words := lang.Range{Start: r.beginning(i, r.nounPhrase(i).Start), End: r.nounPhrase(k).End}
				return actor{Mention: rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}, token: k}, true
			}
		}
	}
	return actor{}, false
}

// beginning returns where the words of a nominal at token i begin: behind a preposition or
// an adverbial that the tree hung on it, "of Union teachers", "in practice, however, the leaders".
func (r *reading) beginning(i, start int) int {
	for k := i - 1; k > start; k-- {
		if r.form(k) == "," && r.upos(k-1) != "ADJ" {
			start = k + 1
		}
	}
	for start < i && base(r.rel(start)) == "case" {
		start++
	}
	return start
}

// ofPerson are the pronouns that stand for one person.
var ofPerson = words{"he": true, "she": true, "him": true, "her": true, "his": true}

// bodies are words for the government of a state.
var bodies = words{"government": true, "administration": true, "cabinet": true, "regime": true, "junta": true, "presidency": true}

// possessive reports whether a token is the ending of a possessor.
func possessive(s string) bool {
	return s == "'s" || s == "’s" || s == "ʼs" || s == "'" || s == "’"
}

// actorsAt returns the actors of a nominal and of those coordinated with it.
func (r *reading) actorsAt(heads ...int) []actor {
	var out []actor
	seen, told := map[string]bool{}, map[int]bool{}
	for _, h := range heads {
		if h < 0 || told[h] {
			continue
		}
		if x := r.head(h); x >= 0 && base(r.rel(h)) == "conj" {
			if a, ok := r.jointly(x); ok && a.token == h {
				h = x // the second word of two before one noun
			}
		}
		if a, ok := r.jointly(h); ok {
			told[a.token] = true
			if !seen[a.Name] {
				seen[a.Name] = true
				out = append(out, a)
			}
			continue
		}
		for _, c := range r.conjuncts(h) {
			if n := r.nameAt(c); n != nil && n.End < len(r.kids) && possessive(r.lower(n.End)) && r.rel(c) != "nmod:poss" && c != h {
				continue // a possessor that the tree took for one of the list
			}
			if several := r.membersAt(c); several != nil {
				for _, b := range several {
					if !seen[b.Name] {
						seen[b.Name] = true
						out = append(out, b)
					}
				}
				continue
			}
			a, ok := r.actorAt(c)
			if !ok {
				// "the leaders, Ilse Marrow and Per Holm": names behind an unnamed head.
				for _, k := range r.children(c, "appos") {
					for _, b := range r.actorsAt(k) {
						if !seen[b.Name] {
							seen[b.Name] = true
							out = append(out, b)
						}
					}
				}
				continue
			}
			named := false
			if a.Kind == rapporteur.Group {
				for _, k := range r.children(c, "appos") {
					for _, b := range r.actorsAt(k) {
						if b.Kind != rapporteur.Group && !seen[b.Name] && (b.Kind == rapporteur.Person || len(a.party) == 0) {
							seen[b.Name], named = true, true
							out = append(out, b)
						}
					}
				}
			}
			if !named && !seen[a.Name] {
				seen[a.Name] = true
				out = append(out, a)
			}
		}
	}
	return out
}

// jointly returns the people that two words before one noun tell of, where the
// tree took the first for a row's first: "Norvanan and Estrelian negotiators",
// "government and rebel delegations".
func (r *reading) jointly(h int) (actor, bool) {
	cc := h + 1
	if cc+2 >= len(r.kids) || r.lower(cc) != "and" || r.upos(h) != "PROPN" && r.upos(h) != "ADJ" && r.doc.Tokens[h].XPOS != "NN" || r.child(h, "det", "nummod", "nmod:poss") >= 0 {
		return actor{}, false
	}
	row := r.conjuncts(h)
	if len(row) != 2 || r.head(row[1]) != h {
		return actor{}, false
	}
	c := row[1]
	if !lex().actors.Groups[r.lemma(c)] || r.doc.Tokens[c].XPOS != "NNS" || c == cc+1 || r.child(c, "det", "nummod", "nmod:poss") >= 0 {
		return actor{}, false
	}
	people := false // the second word is one for a people
	for k := cc + 1; k < c; k++ {
		if u := r.upos(k); r.head(k) != c || u != "ADJ" && u != "NOUN" && u != "PROPN" && u != "PUNCT" {
			return actor{}, false
		}
		people = people || r.typeAt(k) == lang.NORP || r.isState(r.form(k))
	}
	switch n := r.nameAt(h); {
	case n == nil:
	case n.Len() > 1 && n.Type == lang.PER, n.Type == lang.PER && (!people || r.known_(h) || r.titled(h)):
		return actor{}, false
	}
	words := lang.Range{Start: r.nounPhrase(h).Start, End: c + 1}
	a := actor{Mention: rapporteur.Mention{Name: r.plain(words), Kind: rapporteur.Group, Span: r.bytes(words)}, token: c}
	if people {
		a.party = append([]rapporteur.Mention{{Name: r.stateName(h), Kind: rapporteur.State, Span: r.bytes(lang.Range{Start: h, End: cc})}}, r.partiesUnder(c)...)
	}
	return a, true
}

// mentions drops what only the frames need.
func mentions(actors []actor) []rapporteur.Mention {
	var out []rapporteur.Mention
	for _, a := range actors {
		out = append(out, a.Mention)
	}
	return out
}

// namesUnder returns tokens of names that stand for the nominal at i: its
// apposition without a comma, its flat parts, its compound parts when they name a person.
func (r *reading) namesUnder(i int) []int {
	var out []int
	for _, k := range r.kids[i] {
		switch base(r.rel(k)) {
		case "flat":
			out = append(out, k)
		case "appos":
			if r.doc.Tokens[i].XPOS == "NNS" && r.child(k, "conj") >= 0 {
				continue // "the two presidents, Brandt and Okoye"
			}
			if r.entity[k] >= 0 && r.said.Entities[r.entity[k]].Type == lang.PER {
				out = append(out, k)
			}
		case "compound", "nmod":
			if r.rel(k) == "compound" && k > i {
				out = append(out, k)
			}
		}
	}
	return out
}

// mentionRange is the longest mention of entity e around token i.
func (r *reading) mentionRange(i, e int) lang.Range {
	best := lang.Range{Start: i, End: i + 1}
	for _, m := range r.said.Entities[e].Mentions {
		if m.Contains(i) && m.Len() > best.Len() {
			best = m.Range
		}
	}
	return best
}

func (r *reading) nameAt(i int) *lang.Name {
	at, ok := slices.BinarySearchFunc(r.doc.Names, i, func(n lang.Name, i int) int {
		switch {
		case n.End <= i:
			return -1
		case n.Start > i:
			return 1
		}
		return 0
	})
	if !ok {
		return nil
	}
	return &r.doc.Names[at]
}

// typeAt returns the type of the name that token i belongs to, "" for none.
func (r *reading) typeAt(i int) lang.NameType {
	if n := r.nameAt(i); n != nil {
		if e := r.entity[i]; e >= 0 && r.said.Entities[e].Type != "" && r.entityOf(n.Range) == e {
			return r.said.Entities[e].Type
		}
		return n.Type
	}
	if e := r.entity[i]; e >= 0 && r.upos(i) == "PROPN" {
		return r.said.Entities[e].Type
	}
	return ""
}

// actsAsState reports whether the name of a place stands for a state here: the
// place is one, or it does what only actors do.
func (r *reading) actsAsState(i int, name string) bool {
	if r.isState(name) {
		return true
	}
	if lex().actors.Seats[name] != "" {
		return base(r.rel(i)) == "nsubj" || base(r.rel(i)) == "nmod" || base(r.rel(i)) == "obl" && r.caseOf(i) != "in" && r.caseOf(i) != "at"
	}
	top := i
	for base(r.rel(top)) == "conj" || base(r.rel(top)) == "flat" || base(r.rel(top)) == "compound" && r.typeAt(r.head(top)) == lang.LOC {
		top = r.head(top)
	}
	switch r.rel(top) {
	case "nsubj", "iobj", "obl:agent", "nmod:poss":
		return true
	case "nsubj:pass":
		return true
	case "nmod":
		p := r.caseOf(top)
		return p == "between" || p == "with" || p == "by" || p == "from" && lex().actors.Groups[r.lemma(r.head(top))]
	case "obl":
		p := r.caseOf(top)
		return p == "by" || p == "with" || p == "between" || p == "for" && false
	}
	return false
}

// isState reports whether a name is a state's: in the list, or used as one in this report.
func (r *reading) isState(name string) bool {
	n := strings.ToLower(strings.TrimPrefix(strings.TrimPrefix(name, "the "), "The "))
	return lex().states[n] || r.states[n]
}

// kindOf returns what a name of a type is: a word for a people is a state where
// there is one that it is of ("Norvanan"), and a group where not ("Republicans").
func (r *reading) kindOf(t lang.NameType, name string) rapporteur.ActorKind {
	switch t {
	case lang.PER:
		return rapporteur.Person
	case lang.LOC:
		if r.ofFamily(name) {
			return rapporteur.Group
		}
		return rapporteur.State
	case lang.NORP:
		if r.isState(name) {
			return rapporteur.State
		}
		for w := range r.states {
			if derives(strings.ToLower(name), w) {
				return rapporteur.State
			}
		}
		return rapporteur.Group
	case lang.ORG:
		if lex().states[strings.ToLower(strings.TrimPrefix(name, "the "))] {
			return rapporteur.State
		}
		return rapporteur.Organisation
	}
	return rapporteur.Group
}

// ofFamily reports whether a name is that of several of a family one of whom the report names: "the Okoyes".
func (r *reading) ofFamily(name string) bool {
	one, plural := strings.CutSuffix(name[strings.LastIndexByte(name, ' ')+1:], "s")
	if !plural || len(one) < 3 || r.isState(name) {
		return false
	}
	return slices.ContainsFunc(r.said.Entities, func(e attribution.Entity) bool {
		return e.Type == lang.PER && (e.Name == one || strings.HasSuffix(e.Name, " "+one) || strings.HasSuffix(e.Name, " "+strings.TrimSuffix(one, "e")))
	})
}

// ofAdministration returns the state whose government is called after the one at its head:
// "the Brandt administration" is Norvana's where Brandt is the president of Norvana.
func (r *reading) ofAdministration(i int) (rapporteur.Mention, bool) {
	if r.lemma(i) != "administration" && r.lemma(i) != "cabinet" {
		return rapporteur.Mention{}, false
	}
	for _, k := range r.kids[i] {
		if r.typeAt(k) != lang.PER || r.entity[k] < 0 || base(r.rel(k)) != "compound" && r.rel(k) != "nmod:poss" {
			continue
		}
		for _, o := range r.said.Entities[r.entity[k]].Roles {
			if o.Former || !leading(o.Title) || o.OfEntity < 0 && o.Of == "" {
				continue
			}
			name := tidyName(o.Of)
			for c := o.Start; c < o.End; c++ {
				if r.typeAt(c) == lang.LOC || r.typeAt(c) == lang.NORP || r.isState(r.form(c)) {
					name = r.stateName(c)
				}
			}
			return rapporteur.Mention{Name: name, Kind: rapporteur.State, Span: r.bytes(o.Range)}, true
		}
	}
	return rapporteur.Mention{}, false
}

// stateName returns the name of the state that a name or nationality word at
// token i stands for, as far as this report tells: "Norvanan" is "Norvana" where
// the report names Norvana. Package record knows the world's real demonyms.
func (r *reading) stateName(i int) string {
	name := r.form(i)
	if n := r.nameAt(i); n != nil {
		name = tidyName(r.doc.Words(n.Range))
		if e := r.entityOf(n.Range); e >= 0 && n.Type != lang.NORP {
			if full := tidyName(r.said.Entities[e].Name); strings.ToUpper(full) != full || len(full) < 5 {
				name = full // but not as a dateline prints it
			}
		}
	}
	if r.typeAt(i) != lang.NORP {
		return name
	}
	for k, n := range r.doc.Names {
		if w := r.names[k]; n.Type != lang.NORP && derives(name, w) {
			return w
		}
	}
	return name
}

// stateOf returns the state of this report that a nationality word is made from
// which the finder of names passed over, "" for none.
func (r *reading) stateOf(form string) string {
	if form == strings.ToLower(form) || len(r.states) == 0 {
		return ""
	}
	for _, w := range r.names {
		if w != form && derives(form, w) && r.states[strings.ToLower(w)] {
			return w
		}
	}
	return ""
}

// entityOf returns the entity that is named by just these tokens, -1 for none.
func (r *reading) entityOf(s lang.Range) int {
	e := r.entity[s.End-1]
	if e < 0 {
		return -1
	}
	for _, m := range r.said.Entities[e].Mentions {
		if m.Kind == attribution.ByName && m.Start <= s.Start && s.End <= m.End && m.Len() <= s.Len()+1 {
			return e
		}
	}
	return -1
}

// derives reports whether a nationality word is made from the name of a place.
func derives(demonym, place string) bool {
	if demonym == "" || place == "" {
		return demonym == place
	}
	if a, b := demonym[0], place[0]; a < utf8.RuneSelf && b < utf8.RuneSelf && lowerByte(a) != lowerByte(b) {
		return false // as most do
	}
	d, p := strings.ToLower(demonym), strings.ToLower(place)
	if strings.TrimSuffix(d, "s") == strings.TrimSuffix(p, "s") {
		return d == p // "Republicans" are no people of a state Republican, nor the other way round
	}
	n := 0
	for n < len(d) && n < len(p) && d[n] == p[n] {
		n++
	}
	return n >= 4 && n >= len(p)-3 && !strings.Contains(p, " ") && demonymEndings[strings.TrimSuffix(d[n:], "s")]
}

func lowerByte(c byte) byte {
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	return c
}

// demonymEndings are what stands in words for a people behind what they share with the country's name.
var demonymEndings = words{"": true, "n": true, "an": true, "ian": true, "ean": true, "nian": true, "ese": true, "se": true, "ish": true, "nish": true, "sh": true, "i": true, "ite": true, "er": true, "ic": true, "c": true, "ch": true, "ander": true, "vian": true, "k": true, "man": true}

// withOf widens a group's words by its of- and from-phrase: "members of the port union".
func (r *reading) withOf(i int, np lang.Range) lang.Range {
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "nmod" && k > i {
			np.End = min(np.End, max(r.lo[k], i+1))
		}
	}
	for _, k := range r.kids[i] {
		if base(r.rel(k)) == "nmod" && k > i {
			if p := r.caseOf(k); p == "of" || p == "from" || p == "for" {
				sub := r.own(k)
				if lemma := r.lemma(i); lemma == "country" || lemma == "state" || lemma == "nation" || lemma == "power" || r.child(k, "nmod:poss") >= 0 {
					continue
				}
				if sub.Len() <= 6 {
					np.End = max(np.End, sub.End)
				}
			}
		}
	}
	for k := i + 2; k < np.End; k++ {
		if r.timeAt[k] >= 0 && r.upos(k-1) == "ADP" {
			np.End = k - 1 // "the leader of the rebels | on Friday"
		}
	}
	return np
}

// plain returns the words of a nominal without article, number words kept.
func (r *reading) plain(s lang.Range) string {
	for s.Start < s.End && (r.upos(s.Start) == "DET" && r.lower(s.Start) != "both" && r.lower(s.Start) != "all" || r.upos(s.Start) == "PUNCT") {
		s.Start++
	}
	for s.End > s.Start && r.upos(s.End-1) == "PUNCT" {
		s.End--
	}
	return strings.Join(strings.Fields(r.doc.Words(s)), " ")
}

func (r *reading) bytes(s lang.Range) rapporteur.Span {
	start, end := r.doc.Span(s)
	return rapporteur.Span{Start: start, End: end}
}

// tidyName takes article, possessive ending and line breaks off a name.
func tidyName(s string) string {
	if !singleSpaced(s) {
		s = strings.Join(strings.Fields(s), " ")
	}
	s = strings.TrimSuffix(strings.TrimSuffix(s, "'s"), "’s")
	for _, a := range []string{"the ", "The "} {
		s = strings.TrimPrefix(s, a)
	}
	return strings.TrimFunc(s, func(c rune) bool { return unicode.IsSpace(c) || c == ',' || c == '"' || c == '“' || c == '”' })
}

// singleSpaced reports whether a text is of letters of ASCII with single blanks
// between words, as most names are.
func singleSpaced(s string) bool {
	blank := true
	for i := range len(s) {
		switch c := s[i]; {
		case c == ' ':
			if blank {
				return false
			}
			blank = true
		case c < ' ' || c >= utf8.RuneSelf:
			return false
		default:
			blank = false
		}
	}
	return !blank
}

// broadcasterOf reports whether a longer name is that of an outlet or body that is
// only named after the state at n, "Norvana" and "Norvana Radio".
func (r *reading) broadcasterOf(n *lang.Name, longer string) bool {
	w := tidyName(r.doc.Words(n.Range))
	if !strings.HasPrefix(longer, w+" ") {
		return false
	}
	return r.isState(w) || slices.ContainsFunc(r.chain(n.Start), func(s rapporteur.Source) bool { return s.Name == longer })
}
