package record

import (
	"cmp"
	"maps"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"

	"rapporteur"
)

// update takes up the names of facts and reports that came, forgets those of
// facts that are gone, and groups what they touch anew. It returns the facts that
// name an actor who is another now, and the states that are named otherwise, nil for none.
func (g *registry) update(gone, came []*fact, papers []*paper) (dirty []*fact, now *restated) {
	touched := map[*form]bool{}
	touch := func(f *form) { touched[f] = true }
	for _, f := range gone {
		g.discount(f, touch)
	}
	for _, f := range came {
		f.fresh = true
		g.count(f, touch)
	}
	for _, r := range papers {
		if x := g.form(r.outlet, rapporteur.Outlet); x != nil {
			x.papers = append(x.papers, r)
			x.addOutlet(r)
			touch(x)
		}
	}

	again := map[*form]bool{}  // to be read among the others again
	words := map[string]bool{} // of titles, whose people may be others
	changed := func(key string) {
		if key[0] == 'f' {
			words[key[1:]] = true
			return
		}
		for f := range g.lookers[key] {
			again[f] = true
		}
	}
	for f := range touched {
		if f.recount {
			g.again(f)
		}
		f.settle()
		again[f] = true
		if now := f.offering(); !now.same(f.offers) {
			g.offer(f, now, changed)
		}
	}
	blocks := map[*block]bool{}
	for f := range again {
		was := f.block != "" && f.class == personClass
		reading, stately := f.reading, f.stately
		if g.conclude(f); f.reading == reading && f.stately == stately && !touched[f] {
			continue
		}
		if key := f.blockKey(); key != f.block {
			if b := g.blocks[f.block]; b != nil {
				b.forms = slices.DeleteFunc(b.forms, func(x *form) bool { return x == f })
				blocks[b] = true
			}
			if f.block = key; key != "" {
				if g.blocks[key] == nil {
					g.blocks[key] = &block{key: key}
				}
				g.blocks[key].forms = append(g.blocks[key].forms, f)
			}
		}
		if b := g.blocks[f.block]; b != nil {
			blocks[b] = true
		}
		if is := f.block != "" && f.class == personClass; is != was {
			w, _, _ := strings.Cut(f.folded, " ")
			words[w] = true
		}
		f.actor = nil
	}
	x := g.regroup(blocks)
	for _, a := range x.hidden {
		for _, f := range a.forms {
			touch(f)
		}
	}
	for w := range words {
		for _, t := range g.titled[w] {
			if doubled := g.inTitle(t.words); doubled != t.doubled {
				t.doubled = doubled
				for _, f := range t.facts {
					x.roles[g.of(f.Role.Person.Name, f.Role.Person.Kind)] = true
				}
			}
		}
	}
	for _, f := range came {
		if f.Role != nil {
			x.roles[g.of(f.Role.Person.Name, f.Role.Person.Kind)] = true
			if f.Role.Title != "" {
				t := g.title(f.Role.Title)
				t.facts = append(t.facts, f)
			}
		}
	}
	for _, f := range gone {
		if f.Role != nil {
			x.roles[g.of(f.Role.Person.Name, f.Role.Person.Kind)] = true
			if f.Role.Title != "" {
				t := g.title(f.Role.Title)
				t.facts = slices.DeleteFunc(t.facts, func(o *fact) bool { return o == f })
			}
		}
	}
	for a := range x.roles {
		if a != nil && !a.gone {
			g.findRoles(a)
		}
	}
	now = g.know(x)
	for _, a := range g.actingFor(now) {
		x.roles[a] = true
	}
	dirty, meant := g.mean(touched, x.roles)
	g.list.update(x.hidden, x.shown)
	g.list.rewrite(slices.DeleteFunc(append(meant, x.retold...), func(a *actor) bool { return a.fresh }))
	for _, a := range x.shown {
		a.fresh = false
	}
	for _, f := range came {
		f.fresh = false
	}
	return dirty, now
}

// regrouped is what became of the actors of some blocks.
type regrouped struct {
	hidden, shown []*actor
	retold        []*actor          // that are who they were, under more names or fewer
	renamed       map[*actor]string // those that are who they were with another ID, and the one they had
	roles         map[*actor]bool   // whose offices are to be found again
}

// groups groups the names of blocks, several blocks at a time: none depends on another. The
// actors that were are marked as gone.
func (g *registry) groups(blocks map[*block]bool) map[*block][]*actor {
	list := slices.Collect(maps.Keys(blocks))
	for _, b := range list {
		for _, a := range b.actors {
			a.gone = true
			for _, f := range a.forms {
				f.was, f.as = a, f.actor
			}
		}
	}
	grouped := make([][]*actor, len(list))
	var next atomic.Int32
	work := func() {
		for i := int(next.Add(1)) - 1; i < len(list); i = int(next.Add(1)) - 1 {
			grouped[i] = g.group(list[i])
		}
	}
	if len(list) < 4 {
		work()
	} else {
		atOnce(slices.Repeat([]func(){work}, runtime.GOMAXPROCS(0))...)
	}
	out := make(map[*block][]*actor, len(list))
	for i, b := range list {
		out[b] = grouped[i]
	}
	return out
}

// regroup makes the actors of blocks anew. Those who are who they were stay.
func (g *registry) regroup(blocks map[*block]bool) regrouped {
	x := regrouped{renamed: map[*actor]string{}, roles: map[*actor]bool{}}
	roots := map[string]bool{}
	for b, actors := range g.groups(blocks) {
		before := b.actors
		b.actors = actors
		for i, a := range b.actors {
			if old := a.asBefore(); old != nil {
				if old.stay(a) {
					x.retold = append(x.retold, old)
				}
				b.actors[i] = old
				continue
			}
			x.shown = append(x.shown, a)
		}
		for _, a := range before {
			for _, f := range a.forms {
				f.was, f.as = nil, nil
			}
			if a.gone {
				x.hidden = append(x.hidden, a)
				for _, body := range g.led[b.key] { // as who led it, maybe
					x.roles[body] = true
				}
				g.unled(a)
				for _, key := range a.begins() {
					g.bodies[key] = slices.DeleteFunc(g.bodies[key], func(o *actor) bool { return o == a })
				}
				roots[a.root] = true
				g.roots[a.root] = slices.DeleteFunc(g.roots[a.root], func(o *actor) bool { return o == a })
				if a.code != "" {
					delete(g.byCode, a.code)
				}
				if g.byID[a.ID] == a {
					delete(g.byID, a.ID)
				}
			}
		}
	}
	for _, a := range x.shown {
		a.fresh = true
		name := fold(a.Name)
		a.slug = strings.ReplaceAll(name, " ", "-")
		a.root = rootOf(a.slug)
		roots[a.root] = true
		g.roots[a.root] = append(g.roots[a.root], a)
		if a.code != "" {
			g.byCode[a.code] = a
		} else if a.class == bodyClass {
			a.acts, a.words = gazette().sideOf(foldOwned(a.Name)), strings.Fields(name)
			g.leads(a)
			for _, key := range a.begins() {
				g.bodies[key] = append(g.bodies[key], a)
			}
		}
	}
	for root := range roots {
		g.number(root, x.renamed)
	}
	// offices are of whoever was made anew or is called otherwise, or in somebody's gift who is
	found := func(a *actor) {
		x.roles[a] = true
		for _, form := range a.forms {
			if cmp.Or(form.meaning, none).id != a.ID {
				for _, f := range form.offices {
					x.roles[g.of(f.Role.Person.Name, f.Role.Person.Kind)] = true
				}
			}
		}
	}
	for _, a := range x.shown {
		found(a)
	}
	for a := range x.renamed {
		found(a)
	}
	return x
}

// number gives the actors who may want one ID theirs, the first named the plain one.
func (g *registry) number(root string, renamed map[*actor]string) {
	list := g.roots[root]
	if len(list) == 0 {
		delete(g.roots, root)
		return
	}
	for _, a := range list {
		if g.byID[a.ID] == a {
			delete(g.byID, a.ID)
		}
	}
	slices.SortFunc(list, g.list.order)
	taken := map[string]bool{}
	for _, a := range list {
		id := cmp.Or(a.slug, "actor")
		if taken[id] {
			id += "-" + string(a.Kind)
		}
		if id = unique(taken, id); a.ID != id {
			if !a.fresh {
				renamed[a] = a.ID
			}
			a.ID = id
		}
		g.byID[id] = a
	}
}

// asBefore returns the actor that was the same under the same names, nil for none.
func (a *actor) asBefore() *actor {
	old := a.forms[0].was
	if old == nil || old.Name != a.Name || old.Kind != a.Kind || old.class != a.class || old.code != a.code || old.first != a.first || len(old.forms) != len(a.forms) ||
		slices.ContainsFunc(a.forms, func(f *form) bool { return f.was != old }) {
		return nil
	}
	return old
}

// stay takes over what changed of an actor who is who he was, and reports whether his row did.
func (a *actor) stay(now *actor) (retold bool) {
	retold = !slices.Equal(a.Aliases, now.Aliases) || !slices.Equal(a.Merges, now.Merges)
	a.gone = false
	a.forms, a.count, a.Aliases, a.Merges = now.forms, now.count, now.Aliases, now.Merges
	for _, f := range a.forms {
		f.actor = a
	}
	return retold
}

// nation reports whether an actor is a state or a union.
func (a *actor) nation() bool { return a.code != "" || a.Kind == rapporteur.State }

// rootOf returns what the slugs of actors have in common that may want one ID.
func rootOf(slug string) string {
	for {
		i := strings.LastIndexByte(slug, '-')
		if i <= 0 || !kinds[strings.TrimRight(slug[i+1:], "x")] {
			return slug
		}
		slug = slug[:i]
	}
}

var kinds = set("person state organisation group outlet")

// mean finds out for which party everybody acts. It returns the facts that name an
// actor who is another now, but for those that came, and the actors whose rows are
// to be written again.
func (g *registry) mean(touched map[*form]bool, roles map[*actor]bool) (dirty []*fact, again []*actor) {
	set := func(x *form, m *meaning) {
		was := cmp.Or(x.meaning, none)
		if x.meaning = m; *was == *m {
			return
		}
		for _, f := range x.facts {
			if f.fresh { // those that came are the last
				break
			}
			if !f.dirty {
				f.dirty = true
				dirty = append(dirty, f)
			}
		}
	}
	for range 8 { // an office may be of somebody whose side is another now
		next := map[*actor]bool{}
		for a := range roles {
			if a == nil || a.gone {
				continue
			}
			m := &meaning{id: a.ID, name: a.Name, code: a.code, kind: a.Kind, class: a.class}
			a.Side = ""
			side := g.side(a, 3)
			a.fill(side)
			if side != nil {
				m.side, m.sideName, m.sideCode = side.ID, side.Name, side.code
				if side != a {
					a.Side = side.ID
				}
			}
			if a.class == personClass || a.leader != nil {
				for i := range m.direct {
					if side := g.side(a, i+1); side != nil {
						m.direct[i] = side.ID
					}
				}
			}
			again = append(again, a)
			a.means = m
			for _, x := range a.forms {
				if was := cmp.Or(x.meaning, none); was.id != m.id || was.side != m.side || was.sideName != m.sideName || was.direct != m.direct {
					for _, f := range x.offices {
						next[g.of(f.Role.Person.Name, f.Role.Person.Kind)] = true
					}
					for _, body := range g.followers(a) {
						next[body] = true
					}
				}
				set(x, m)
			}
		}
		roles = next
	}
	for x := range touched {
		if x.actor == nil {
			set(x, none)
		}
	}
	for _, f := range dirty {
		f.dirty = false
	}
	return dirty, again
}
