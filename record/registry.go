package record

import (
	"regexp"
	"slices"
	"strings"

	"rapporteur"
)

// update takes up the names of facts and reports that came, forgets those of
// facts that are gone, and groups what they touch anew. It returns the facts that
// name an actor who is another now, and whether states are named otherwise.
func (g *registry) update(gone, came []*fact, papers []*paper) (dirty []*fact, restated bool) {
	touched := map[*form]bool{}
	touch := func(f *form) { touched[f] = true }
	for _, f := range gone {
		g.discount(f, touch)
	}
	for _, f := range came {
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
		g.conclude(f)
		if key := f.blockKey(); key != f.block {
			if b := g.blocks[f.block]; b != nil {
				b.forms = slices.DeleteFunc(b.forms, func(x *form) bool { return x == f })
				blocks[b] = true
			}
			if f.block = key; key != "" {
				if g.blocks[key] == nil {
					g.blocks[key] = &block{}
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
	roles := g.regroup(blocks, touch)
	for w := range words {
		for _, t := range g.titled[w] {
			if doubled := g.inTitle(t.words); doubled != t.doubled {
				t.doubled = doubled
				for _, f := range t.facts {
					roles[g.of(f.Role.Person.Name, f.Role.Person.Kind)] = true
				}
			}
		}
	}
	for _, f := range came {
		if f.Role != nil && f.Role.Title != "" {
			t := g.title(f.Role.Title)
			t.facts = append(t.facts, f)
		}
	}
	for _, f := range gone {
		if f.Role != nil && f.Role.Title != "" {
			t := g.title(f.Role.Title)
			t.facts = slices.DeleteFunc(t.facts, func(o *fact) bool { return o == f })
		}
	}
	for a := range roles {
		if a != nil && !a.gone {
			g.findRoles(a)
		}
	}
	now := g.know()
	if now != nil { // bodies may act for others
		for _, a := range g.list.things {
			if a.class == bodyClass && now.touches(a) {
				roles[a] = true
			}
		}
	}
	return g.mean(touched, roles), now != nil
}

// regroup makes the actors of blocks anew. It adds the forms of their actors to
// those that were touched, and returns the actors whose offices are to be found again.
func (g *registry) regroup(blocks map[*block]bool, touch func(*form)) map[*actor]bool {
	var hidden, shown, left, joined []*actor
	roots := map[string]bool{}
	for b := range blocks {
		for _, a := range b.actors {
			a.gone = true
			hidden = append(hidden, a)
			if a.nation() {
				left = append(left, a)
			}
			roots[a.root] = true
			g.roots[a.root] = slices.DeleteFunc(g.roots[a.root], func(o *actor) bool { return o == a })
			if a.code != "" {
				delete(g.byCode, a.code)
			}
		}
		b.actors = g.group(b.forms)
		for _, a := range b.actors {
			a.root = rootOf(slug(a.Name))
			roots[a.root] = true
			g.roots[a.root] = append(g.roots[a.root], a)
			if a.code != "" {
				g.byCode[a.code] = a
			} else if a.class == bodyClass {
				name := fold(a.Name)
				a.acts, a.words = gazette().sideOf(name), strings.Fields(name)
			}
			if a.nation() {
				joined = append(joined, a)
			}
			shown = append(shown, a)
		}
	}
	for _, a := range hidden {
		if g.byID[a.ID] == a {
			delete(g.byID, a.ID)
		}
		for _, x := range a.forms {
			touch(x)
		}
	}
	renamed := map[*actor]bool{}
	for root := range roots {
		for _, a := range g.roots[root] {
			if g.byID[a.ID] == a {
				delete(g.byID, a.ID)
			}
		}
	}
	for root := range roots {
		slices.SortFunc(g.roots[root], g.list.order)
		taken := map[string]bool{}
		for _, a := range g.roots[root] {
			id := slug(a.Name)
			if id == "" {
				id = "actor"
			}
			if taken[id] {
				id += "-" + string(a.Kind)
			}
			if id = unique(taken, id); a.ID != id {
				a.ID = id
				renamed[a] = true
			}
			g.byID[id] = a
		}
		if len(g.roots[root]) == 0 {
			delete(g.roots, root)
		}
	}
	g.list.update(hidden, shown)
	g.nations.update(left, joined)
	// offices are of whoever was made anew or is called otherwise, or in somebody's gift who is
	roles := map[*actor]bool{}
	for _, a := range shown {
		roles[a] = true
		renamed[a] = true
		for _, x := range a.forms {
			touch(x)
		}
	}
	for a := range renamed {
		roles[a] = true
		for _, x := range a.forms {
			if x.meaning.id != a.ID {
				for _, f := range x.facts {
					if f.Role != nil {
						roles[g.of(f.Role.Person.Name, f.Role.Person.Kind)] = true
					}
				}
			}
		}
	}
	return roles
}

// nation reports whether an actor is a state or a union.
func (a *actor) nation() bool { return a.code != "" || a.Kind == rapporteur.State }

var numbered = regexp.MustCompile(`^(.+)-(?:person|state|organisation|group|outlet)x*$`)

// rootOf returns what the slugs of actors have in common that may want one ID.
func rootOf(slug string) string {
	for {
		m := numbered.FindStringSubmatch(slug)
		if m == nil {
			return slug
		}
		slug = m[1]
	}
}

// mean finds out for which party everybody acts, and returns the facts that name an actor who is another now.
func (g *registry) mean(touched map[*form]bool, roles map[*actor]bool) []*fact {
	var dirty []*fact
	set := func(x *form, m meaning) {
		if x.meaning == m {
			return
		}
		x.meaning = m
		for _, f := range x.facts {
			if !f.dirty {
				f.dirty = true
				dirty = append(dirty, f)
			}
		}
	}
	var again []*actor
	for range 4 { // an office may be of somebody whose side is another now
		next := map[*actor]bool{}
		for a := range roles {
			if a == nil || a.gone {
				continue
			}
			m := meaning{id: a.ID, name: a.Name, code: a.code, kind: a.Kind, class: a.class}
			a.Side = ""
			if side := g.side(a, 3); side != nil {
				m.side, m.sideName, m.sideCode = side.ID, side.Name, side.code
				if side != a {
					a.Side = side.ID
				}
			}
			if a.class == personClass {
				for i := range m.direct {
					if side := g.side(a, i+1); side != nil {
						m.direct[i] = side.ID
					}
				}
			}
			again = append(again, a)
			a.means = m
			for _, x := range a.forms {
				if x.meaning.id != m.id || x.meaning.side != m.side || x.meaning.sideName != m.sideName || x.meaning.direct != m.direct {
					for _, f := range x.facts {
						if f.Role != nil {
							next[g.of(f.Role.Person.Name, f.Role.Person.Kind)] = true
						}
					}
				}
				set(x, m)
			}
		}
		roles = next
	}
	for x := range touched {
		if x.actor == nil {
			set(x, meaning{})
		}
	}
	g.list.rewrite(again)
	for _, f := range dirty {
		f.dirty = false
	}
	return dirty
}
