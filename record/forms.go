package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// form is one way of naming an actor, over all reports. What is counted of it is
// kept apart from what is concluded, which may change with other forms.
type form struct {
	folded  string
	count   int
	passing int      // … by reports that tell nothing of him
	first   position // where it is named first
	*ledger          // nil once nothing more comes

	// as it reads among the others
	*reading
	stately bool // a state, though some readers took it for a person
	looks   []string
	block   string
	actor   *actor
	nth     int      // of the actors of its block, while they are made
	was     *actor   // … anew
	as      *actor   // … where the form did not change
	meaning *meaning // nil for none

	recount bool
}

// ledger is what is counted of a form.
type ledger struct {
	printed tally[string]
	meant   tally[spoken] // where it is meant: "Marrow", "Washington"
	nicks   tally[string] // other names that a report gives a person, folded: "roque" for Otto Holm
	person  *bareName     // the name as a person's, where somebody asked
	styles  tally[string] // a person's name behind a word of courtesy: "Mrs Holm"
	kinds   tally[rapporteur.ActorKind]

	facts   []*fact   // that name it, or only look it up, in order of arrival
	papers  []*paper  // published by it
	roles   []*office // that give it an office, in order
	offices []*fact   // that give somebody an office of it

	// as it reads by itself
	spelled []string // printed, without titles and articles
	plain   *reading
	offers  offer
	known   map[spoken]string // where the words are many, see actor.knownAs
}

// spoken is the words that stand for somebody at one place.
type spoken struct {
	words  string
	person bool
}

// reading is what a form is taken for.
type reading struct {
	name  string // as printed most often, without titles
	class class
	parts person   // of a person's name
	words []string // that tell a body's or outlet's name from others
	keys  []string // the same, ready to be compared …
	mark  uint64   // … at once
	every bool     // one of them is of what every state has
}

// offer is what a form tells of others.
type offer struct {
	family string   // block of people, of a person's full name
	last   string   // … and the family name, as a skeleton
	whole  string   // family name of a person's full name
	often  bool     // … which is met more than once
	name   string   // …
	outlet string   // an outlet's words
	words  []string // of a body's name
	tails  []string // ends of a body's name by which others may call it
}

// meaning is what facts that name an actor depend on.
type meaning struct {
	id, name, code, side, sideName, sideCode string
	kind                                     rapporteur.ActorKind
	class                                    class
	direct                                   [2]string // sides by fewer steps, on which those of others depend
}

// none is the meaning of what names nobody.
var none = &meaning{}

// actor is a group of forms.
type actor struct {
	rapporteur.Actor
	code   string // of the gazetteer
	forms  []*form
	count  int
	first  position
	class  class
	slug   string   // of the name
	root   string   // see rootOf
	means  *meaning // as its facts know it, nil for not yet
	acts   string   // code of the state that a body acts for by its name
	words  []string // of the name, where it may tell a state of no gazetteer
	leader *person  // after whom a body is called
	voice  *origin  // that it is, where it was asked for
	gone   bool
	fresh  bool // not yet in the list

	held   []rapporteur.Role // the offices as reports tell them
	acting []string          // whose it is said to be without an office
}

// registry knows all forms and the actors they were grouped into.
type registry struct {
	forms     map[string]*form // by folded name
	known     map[naming]*form // mentions already looked up; nil for nobody in particular
	apart     map[[2]string]int
	families  map[string]int     // of people with full names, folded
	people    map[string][]*form // with full names, by block …
	namesakes map[string][]*form // … and by family name, as a skeleton
	outlets   map[string]int     // words of their names
	demonyms  map[string]int     // words of the names of bodies
	tails     map[string][]*form // bodies by the ends of their names
	lookers   map[string]map[*form]bool
	closed    bool      // see Keeper.once
	mentions  []mention // of the fact that is looked at
	counted   *paper    // the report of the fact that was counted last
	publisher *form     // … and its outlet
	blocks    map[string]*block
	titles    map[string]*title
	titled    map[string][]*title // by word
	roots     map[string][]*actor
	list      listing[*actor, rapporteur.Actor]
	byID      map[string]*actor
	byCode    map[string]*actor   // states of the gazetteer
	bodies    map[string][]*actor // by what tells for which state they act, see begins
	led       map[string][]*actor // bodies by the block of after whom they are called
	states    states              // those of no gazetteer
}

// block is forms that may name one actor.
type block struct {
	key    string
	forms  []*form
	actors []*actor
	kin    kin // of people
}

// naming is how a mention names somebody.
type naming struct {
	name string
	kind rapporteur.ActorKind
}

func newRegistry() *registry {
	g := &registry{
		forms: map[string]*form{}, known: map[naming]*form{}, apart: map[[2]string]int{}, families: map[string]int{},
		people: map[string][]*form{}, namesakes: map[string][]*form{}, tails: map[string][]*form{}, outlets: map[string]int{}, demonyms: map[string]int{}, lookers: map[string]map[*form]bool{},
		blocks: map[string]*block{}, titles: map[string]*title{}, titled: map[string][]*title{}, roots: map[string][]*actor{},
		byID: map[string]*actor{}, byCode: map[string]*actor{}, bodies: map[string][]*actor{}, led: map[string][]*actor{},
		list: listing[*actor, rapporteur.Actor]{
			order: func(x, y *actor) int {
				return cmp.Or(x.first.compare(y.first), strings.Compare(x.Name, y.Name), cmp.Compare(x.class, y.class))
			},
			row: func(a *actor) rapporteur.Actor { return a.Actor },
		},
	}
	g.states = states{map[string][]*form{}, map[string][]*form{}, map[string]string{}}
	return g
}

// form returns the form of a mention, made where it is new; nil for nobody in particular.
func (g *registry) form(name string, kind rapporteur.ActorKind) *form {
	key := naming{name, kind}
	f, ok := g.known[key]
	if ok {
		return f
	}
	folded := key.folded()
	if f = g.forms[folded]; f == nil && folded != "" {
		f = &form{folded: folded, ledger: new(ledger)}
		g.forms[folded] = f
	}
	g.known[key] = f
	return f
}

// folded returns the folded name that is to be looked for, "" for nobody in particular.
func (n naming) folded() string {
	if !nameable(mention{name: n.name, kind: n.kind}) {
		return ""
	}
	return fold(cleanName(n.name, n.kind == rapporteur.Person))
}

// of returns the actor a mention belongs to, nil for nobody in particular. It
// changes nothing, so that several may ask at once.
func (g *registry) of(name string, kind rapporteur.ActorKind) *actor {
	key := naming{name, kind}
	f, ok := g.known[key]
	if !ok {
		f = g.forms[key.folded()]
	}
	if f == nil {
		return nil
	}
	return f.actor
}

// lookups calls f with every way in which a claim's facts look up an actor, counted or not.
func lookups(c *rapporteur.Claim, f func(name string, kind rapporteur.ActorKind)) {
	for _, s := range c.Chain {
		if s.Of != "" {
			f(s.Of, rapporteur.State)
			f(s.Of, rapporteur.Person)
		}
	}
	if s := c.Statement; s != nil && s.Speaker.Name != "" {
		if k := kindOf(speakerType(s)); k != "" {
			f(s.Speaker.Name, k)
		}
	}
}

// count takes up the mentions of a fact.
func (g *registry) count(f *fact, touch func(*form)) {
	g.mentions = mentions(g.mentions[:0], f.Claim)
	ms := g.mentions
	note := func(x *form) {
		if x == nil {
			return
		}
		if n := len(x.facts); n == 0 || x.facts[n-1] != f {
			x.facts = append(x.facts, f)
		}
	}
	for _, m := range ms {
		if x := g.form(m.name, m.kind); x != nil {
			x.add(m, f)
			note(x)
			touch(x)
		}
	}
	lookups(f.Claim, func(name string, kind rapporteur.ActorKind) { note(g.form(name, kind)) })
	if g.counted != f.r {
		g.counted, g.publisher = f.r, g.form(f.r.outlet, rapporteur.Outlet)
	}
	note(g.publisher)
	if f.Role != nil {
		if x := g.form(f.Role.Person.Name, f.Role.Person.Kind); x != nil {
			o := g.office(f)
			if o.of != nil {
				o.of.offices = append(o.of.offices, f)
			}
			at, _ := slices.BinarySearchFunc(x.roles, o, (*office).compare)
			x.roles = slices.Insert(x.roles, at, o)
		}
	}
	g.separate(f, ms, 1)
}

// discount forgets the mentions of a fact.
func (g *registry) discount(f *fact, touch func(*form)) {
	g.mentions = mentions(g.mentions[:0], f.Claim)
	ms := g.mentions
	forget := func(name string, kind rapporteur.ActorKind) {
		x := g.form(name, kind)
		if x == nil {
			return
		}
		x.facts = slices.DeleteFunc(x.facts, func(o *fact) bool { return o == f })
		x.roles = slices.DeleteFunc(x.roles, func(o *office) bool { return o.fact == f })
		x.offices = slices.DeleteFunc(x.offices, func(o *fact) bool { return o == f })
		x.recount = true
		touch(x)
	}
	for _, m := range ms {
		forget(m.name, m.kind)
	}
	lookups(f.Claim, forget)
	forget(f.r.outlet, rapporteur.Outlet)
	g.separate(f, ms, -1)
}

// add counts a mention.
func (x *form) add(m mention, f *fact) {
	if at := f.place(); x.count == 0 || at.before(x.first) {
		x.first = at
	}
	x.count++
	if f.Naming != nil {
		x.passing++
	}
	x.printed.add(m.name, 1)
	x.kinds.add(m.kind, 1)
	if w := m.span.In(f.r.Body); w != "" && len(w) < 60 {
		x.meant.add(spoken{w, m.kind == rapporteur.Person}, 1)
	}
	if m.kind == rapporteur.Person {
		if style := rapporteur.Styled(f.r.Body, m.span); style != "" {
			x.styles.add(style, 1)
		}
		if f.Naming != nil && capitalised(m.span.In(f.r.Body)) && strange(m.span.In(f.r.Body), m.name) {
			x.nicks.add(fold(m.span.In(f.r.Body)), 1)
		}
		return
	}
	if short := f.r.bracketed(m.name); short != "" {
		x.meant.add(spoken{short, false}, 1)
	}
}

// addOutlet counts the publisher of a report among the names, so that a report
// that cites it means the same actor.
func (x *form) addOutlet(r *paper) {
	at := position{r, -1, ""}
	if x.count == 0 || at.before(x.first) {
		x.first = at
	}
	x.count++
	x.printed.add(r.outlet, 1)
	x.kinds.add(rapporteur.Outlet, 2)
}

// separate notes the people of whom a claim names two in one list: they are two.
func (g *registry) separate(f *fact, ms []mention, n int) {
	for i, m := range ms {
		for _, o := range ms[i+1:] {
			if m.list != o.list || m.kind != rapporteur.Person || o.kind != rapporteur.Person {
				continue
			}
			x, y := g.form(m.name, m.kind), g.form(o.name, o.kind)
			if x != nil && y != nil && x != y && strings.Contains(x.folded, " ") && strings.Contains(y.folded, " ") {
				g.apart[[2]string{min(x.folded, y.folded), max(x.folded, y.folded)}] += n
			}
		}
	}
}

// close lets go of what the actors were found by. No more come.
func (g *registry) close() {
	for _, f := range g.forms {
		f.ledger, f.reading, f.looks = nil, nil, nil
	}
	g.blocks, g.people, g.namesakes, g.tails, g.apart = nil, nil, nil, nil, nil
	g.families, g.outlets, g.demonyms, g.lookers, g.titles, g.titled, g.roots, g.bodies, g.led = nil, nil, nil, nil, nil, nil, nil, nil, nil
}

// again counts a form anew.
func (g *registry) again(x *form) {
	x.recount, x.count, x.passing = false, 0, 0
	x.printed.forget()
	x.meant.forget()
	x.nicks.forget()
	x.styles.forget()
	x.kinds.forget()
	for _, r := range x.papers {
		x.addOutlet(r)
	}
	for _, f := range x.facts {
		g.mentions = mentions(g.mentions[:0], f.Claim)
		for _, m := range g.mentions {
			if g.form(m.name, m.kind) == x {
				x.add(m, f)
			}
		}
	}
}

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
