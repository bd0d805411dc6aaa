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
