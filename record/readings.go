package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// settle reads the form by itself.
func (f *form) settle() {
	var spelled tally[string]
	for name, n := range f.printed.all() { // with and without article or title it is one name
		spelled.add(cleanName(name, f.kinds.of(rapporteur.Person) > 0 && fold(name) != f.folded), n)
	}
	f.spelled = f.spelled[:0]
	for name := range spelled.all() {
		f.spelled = append(f.spelled, name)
	}
	best, n := rapporteur.ActorKind(""), 0
	for _, k := range []rapporteur.ActorKind{rapporteur.Person, rapporteur.State, rapporteur.Outlet, rapporteur.Organisation, rapporteur.Group} {
		if c := f.kinds.of(k); c > n {
			best, n = k, c
		}
	}
	name, c := most(spelled.all()), bodyClass
	g := gazette()
	switch {
	case best == rapporteur.Person && (g.state[f.folded] == "" || g.place[f.folded] != ""):
		c = personClass
	case g.asState(f.folded) != "":
		c = stateClass
	case best == rapporteur.Outlet:
		c = outletClass
	}
	marked := ""
	if c == personClass {
		for _, s := range f.spelled {
			if twice := inTwo(s); twice != "" && (marked == "" || twice < marked) {
				marked = twice
			}
		}
	}
	if f.plain == nil || f.plain.name != name || f.plain.class != c || (f.plain.parts.other == nil) != (marked == "") {
		f.plain = read(name, c)
		f.plain.parts.alsoAs(marked)
	}
}

// read takes a name apart as its class wants it.
func read(name string, c class) *reading {
	r := &reading{name: name, class: c}
	if c == personClass || c == bodyClass {
		r.parts = readPerson(name)
	}
	if c != personClass {
		r.words = content(name, c)
		r.keys = keys(r.words)
		r.mark, r.every = hash(r.keys...), slices.ContainsFunc(r.keys, func(w string) bool { return ofEveryState[w] })
	}
	return r
}

// offering returns what a form tells of others as it reads by itself.
func (f *form) offering() offer {
	var o offer
	switch {
	case !f.told() && !(f.plain.class == bodyClass && f.ofBody()):
	case f.plain.class == personClass && strings.Contains(f.folded, " ") && f.plain.parts.double == "":
		o.family, o.last, o.whole, o.often, o.name = "p"+f.plain.parts.key(), f.plain.parts.family, f.plain.parts.whole, f.count > 1, f.plain.name
		for nick := range f.nicks.all() {
			o.tails = append(o.tails, nick)
		}
		o.tails = addNew(o.tails, f.alone()...)
		o.tails = addNew(o.tails, joined(f.plain.name)...)
		slices.Sort(o.tails)
	case f.plain.class == outletClass:
		o.outlet = strings.Join(f.plain.words, " ")
	case f.plain.class == bodyClass:
		if f.told() { // of a body that is only named, what it is called for short is too weak
			o.words = strings.Fields(f.folded)
			if w := hasParliament(f.plain.name); w != "" {
				o.words = append(o.words, "@"+w)
			}
			if f.ofBody() {
				o.tails = tails(f.plain.name)
			}
		} else if f.ofBody() {
			o.tails = slices.DeleteFunc(tails(f.plain.name), func(t string) bool { return strings.Count(t, " ") < 2 })
		}
		if f.ofBody() {
			if short := partisans(strings.Fields(f.folded)); short != "" {
				o.tails = append(o.tails, short)
			}
			if len(f.plain.words) > 1 {
				o.tails = append(o.tails, f.initials()...)
			}
			if f.told() {
				o.tails = addNew(o.tails, allInitials(f.plain.name)...)
			}
		}
	}
	return o
}

func (o offer) same(p offer) bool {
	return o.family == p.family && o.last == p.last && o.whole == p.whole && o.often == p.often && o.name == p.name && o.outlet == p.outlet && slices.Equal(o.words, p.words) && slices.Equal(o.tails, p.tails)
}

// offer replaces what a form tells of others and calls changed with the keys under which others look for it.
func (g *registry) offer(f *form, now offer, changed func(key string)) {
	was := f.offers
	f.offers = now
	bump := func(m map[string]int, key string, n int, tell func()) {
		before := m[key]
		m[key] += n
		if m[key] == 0 {
			delete(m, key)
		}
		if (before == 0) != (m[key] == 0) {
			tell()
		}
	}
	for _, o := range []struct {
		offer
		n int
	}{{was, -1}, {now, 1}} {
		if o.family != "" {
			if o.n > 0 {
				g.people[o.family], g.namesakes[o.last] = append(g.people[o.family], f), append(g.namesakes[o.last], f)
			} else {
				is := func(x *form) bool { return x == f }
				g.people[o.family], g.namesakes[o.last] = slices.DeleteFunc(g.people[o.family], is), slices.DeleteFunc(g.namesakes[o.last], is)
			}
			changed(o.family)
			changed("l" + o.last)
			bump(g.families, o.whole, o.n, func() { changed("f" + o.whole) })
		}
		if o.outlet != "" {
			bump(g.outlets, o.outlet, o.n, func() { changed("o" + o.outlet) })
		}
		for _, t := range o.tails {
			if o.n > 0 {
				g.tails[t] = append(g.tails[t], f)
			} else if g.tails[t] = slices.DeleteFunc(g.tails[t], func(x *form) bool { return x == f }); len(g.tails[t]) == 0 {
				delete(g.tails, t)
			}
			changed("t" + t)
		}
		for _, w := range o.words {
			bump(g.demonyms, w, o.n, func() { changed("d" + w) })
		}
	}
}

// asPerson returns the name without titles, and as a person's it may be.
func (f *form) asPerson(name string) (bare string, parts *person) {
	if f.person == nil || f.person.of != name {
		bare = stripTitles(name)
		f.person = &bareName{name, bare, readPerson(bare)}
	}
	return f.person.bare, &f.person.parts
}

// bareName is a name without titles, read as a person's.
type bareName struct {
	of, bare string
	parts    person
}

// conclude reads the form among the others. What it looks at is noted, so that it is read again when that changes.
func (g *registry) conclude(f *form) {
	was := f.reading
	f.reading, f.stately = f.plain, false
	for _, key := range f.looks {
		delete(g.lookers[key], f)
	}
	f.looks = f.looks[:0]
	if f.count == 0 {
		return
	}
	look := func(key string) string {
		if g.closed {
			return key
		}
		if f.looks = append(f.looks, key); g.lookers[key] == nil {
			g.lookers[key] = map[*form]bool{}
		}
		g.lookers[key][f] = true
		return key
	}
	name := f.plain.name
	switch several := strings.Contains(f.folded, " "); {
	case f.class == personClass && g.calledSo(f.folded, look) != "" && (several || len(g.family(f.plain.parts.family, look)) == 0 || slices.Contains(joined(g.calledSo(f.folded, look)), f.folded)):
		f.reading = read(g.calledSo(f.folded, look), personClass)
	case f.class == bodyClass && several:
		// a reader of one report may not tell a person from a body
		if f.kinds.of(rapporteur.State) == 0 && len(strings.Fields(f.folded)) <= 4 {
			bare, mine := f.asPerson(name)
			for _, p := range g.people[look("p"+mine.key())] {
				if (mine.full() || bare != name || mine.before != "") && onePerson(mine, &p.plain.parts) != "" {
					f.reading = read(bare, personClass)
					break
				}
			}
		}
		// "the official MNA news agency" is MNA
		if f.class == bodyClass && slices.ContainsFunc(strings.Fields(f.folded), func(w string) bool { return outletWords[w] }) &&
			g.outlets[strings.TrimPrefix(look("o"+strings.Join(content(name, outletClass), " ")), "o")] > 0 {
			f.reading = read(name, outletClass)
		}
		// "the Ports Association" is the one that another report names in full
		if f.class == bodyClass && f.ofBody() {
			if long := g.inFull(f.folded, look); long != "" {
				f.reading = read(long, bodyClass)
			}
		}
	case f.class == bodyClass:
		// a report that never gives the first name may be misread
		if acronym(name, f.folded) {
			if long := g.inFull(f.folded, look); long != "" && f.kinds.of(rapporteur.Organisation) > 0 {
				f.reading = read(long, bodyClass)
			}
			break
		}
		mine := &f.plain.parts
		bearers := g.family(mine.family, look)
		if f.kinds.of(rapporteur.Group) == 0 && (f.kinds.of(rapporteur.State) == 0 || g.noState(f, look)) && slices.ContainsFunc(bearers, func(p *form) bool { return p.count > 1 }) {
			f.reading = read(name, personClass)
		} else if capitalised(name) {
			if long := g.inFull(f.folded, look); long != "" {
				f.reading = read(long, bodyClass)
			}
		}
	case f.class == personClass && strings.Contains(name, "-") && !strings.Contains(name, " ") && g.twoNames(f.plain.parts, look):
		f.reading = &reading{name: name}
	case f.class == personClass && several:
		if n := g.ordered(&f.plain.parts, look); n > 0 {
			f.reading = &reading{name: name, class: personClass, parts: readFrom(name, n)}
		}
	case f.class == personClass:
		f.stately = g.stateAfterAll(f, look)
		capitals := len(f.folded) > 2 && acronym(name, f.folded) && len(g.people[look("p"+f.plain.parts.key())]) == 0
		switch firm := g.inFull(f.folded, look); {
		case f.stately || g.bodyAfterAll(f, look) || capitals:
			f.reading = read(name, bodyClass)
		case firm != "" && !f.plain.parts.full() && len(g.family(f.plain.parts.family, look)) == 0:
			f.reading = read(firm, bodyClass) // "Kessel" of Kessel Motors
		}
		if capitals { // the finder of names takes capitals for a person's at times
			if long := g.inFull(f.folded, look); long != "" {
				f.reading = read(long, bodyClass)
			}
		}
	}
	if was != nil && f.name == was.name && f.class == was.class && f.parts.family == was.parts.family && (f.parts.other == nil) == (was.parts.other == nil) {
		f.reading = was
	} else {
		clear(f.known)
	}
}

// family returns the people with full names of that family name.
func (g *registry) family(name string, look func(string) string) []*form {
	return g.namesakes[strings.TrimPrefix(look("l"+name), "l")]
}

// ordered returns the place from its end at which a full name has the family name,
// where another full name tells so: in Zoltan Keresztes that of Keresztes Zoltan,
// in Maria Ortega that of Maria Ortega Ruiz, who has her father's and her mother's.
// It is 0 where it stands as it does in most names.
func (g *registry) ordered(p *person, look func(string) string) int {
	if !p.full() || p.east || len(p.given[0]) < 3 {
		return 0
	}
	first, last := p.given[0], p.given[len(p.given)-1]
	if len(p.given) == 1 {
		for _, o := range g.family(first, look) {
			if q := &o.plain.parts; len(q.given) == 1 && q.given[0] == p.family && (q.east || givenFirst(p.family, first)) {
				return 2
			}
		}
		return 0
	}
	for _, o := range g.family(last, look) {
		if q := &o.plain.parts; q.full() && q.given[0] == first && len(q.given) < len(p.given) {
			return 2
		}
	}
	return 0
}

// givenFirst reports whether of two words of a name it is the first that is the given name.
func givenFirst(a, b string) bool {
	is, other := len(equalNames().sets[a]) > 0, len(equalNames().sets[b]) > 0
	return is && !other || is == other && a > b
}

// twoNames reports whether the halves of a family name of two are the family names
// of two people, and nobody's together: "the Okoye-Varga talks".
func (g *registry) twoNames(p person, look func(string) string) bool {
	if p.double == "" || p.double == p.family {
		return false
	}
	is := func(family, beside string) (some bool) {
		for _, o := range g.family(family, look) {
			switch q := &o.plain.parts; {
			case q.double != "":
			case slices.Contains(q.given, beside):
				return false
			default:
				some = true
			}
		}
		return some
	}
	return is(p.double, p.family) && is(p.family, p.double)
}

// hasParliament returns the folded word for what has a parliament or an army by
// the name of that body: "Estrel's parliament", "the Assembly of Estrel".
func hasParliament(name string) string {
	words := strings.Fields(genitives.Replace(name))
	is := func(w string) bool { return ofStatesOnly[strings.ToLower(w)] }
	switch n := len(words); {
	case n == 3 && words[1] == "'s" && is(words[2]) && capitalised(words[0]):
		return fold(words[0])
	case n == 3 && words[1] == "of" && is(words[0]) && capitalised(words[2]):
		return fold(words[2])
	}
	return ""
}

var genitives = strings.NewReplacer("'s ", " 's ", "’s ", " 's ")

// foldOwned folds the name of a body with who owns it as he is called by himself: "Estrel's
// finance ministry" is "estrel finance ministry".
func foldOwned(name string) string { return fold(ownership.Replace(name)) }

var ownership = strings.NewReplacer("'s ", " ", "’s ", " ", "Co-op", "Coop") // one word in initials

// bodyAfterAll takes a name of one word that some readers took for a person's for
// a body's where nobody of that family name is known and a chief is called after it.
func (g *registry) bodyAfterAll(f *form, look func(string) string) bool {
	return f.kinds.of(rapporteur.Organisation) > 0 && len(g.family(f.plain.parts.family, look)) == 0
}

// stateAfterAll takes a name of one word that some readers took for a person's
// for a state's, where nobody of that family name is known and somebody calls it
// a state, or names its people.
func (g *registry) stateAfterAll(f *form, look func(string) string) bool {
	mine := &f.plain.parts
	if len(g.family(mine.family, look)) > 0 {
		return false
	}
	return f.kinds.of(rapporteur.State) > 0 || g.hasPeople(f, look)
}

// noState reports whether what a reader of one report took for a state is none by all that is
// known: no list has it, and nobody names its people.
func (g *registry) noState(f *form, look func(string) string) bool {
	return gazette().place[f.folded] == "" && !g.hasPeople(f, look)
}

// hasPeople reports whether somebody names the people of a state: "Estrelians", "an Estrelian envoy".
func (g *registry) hasPeople(f *form, look func(string) string) bool {
	look("d@" + f.folded)
	found := g.demonyms["@"+f.folded] > 0
	stem := strings.TrimRight(f.folded, "aeiouy")
	if len(stem) < 4 {
		return found
	}
	for _, end := range []string{"an", "ian", "n", "ese", "ish", "i"} {
		for _, w := range []string{stem + end, f.folded + end} {
			look("d" + w)
			found = found || g.demonyms[w] > 0
		}
	}
	return found
}
