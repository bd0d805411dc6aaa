package record

import (
	"cmp"
	"slices"

	"rapporteur"
)

// quarrel is theses that contradict one another, straight or by way of others. What they make is
// kept until they contradict others, or fewer, something else is told of one of their reports,
// or somebody whom they name is another.
type quarrel struct {
	theses []*thesis // in order
	made   []contradiction
}

// contradiction is a dispute with the first of the theses that make it.
type contradiction struct {
	dispute
	first *thesis
}

// quarrels keeps what theses make.
type quarrels struct {
	by   map[*thesis]*quarrel
	in   map[*paper][]*quarrel // by the reports of the theses
	held map[*quarrel]bool     // those that make a dispute
	open map[*thesis]bool      // theses of quarrels that are to be made
	whom map[string]*doer      // whom theses name
}

// doer is whoever theses name so.
type doer struct {
	folded []string // the name, by the kinds that he may be of
	means  *meaning // as he was when quarrels were made
}

func newQuarrels() quarrels {
	return quarrels{map[*thesis]*quarrel{}, map[*paper][]*quarrel{}, map[*quarrel]bool{}, map[*thesis]bool{}, map[string]*doer{}}
}

// reopen has the quarrel of a thesis made anew.
func (x *quarrels) reopen(t *thesis) {
	x.open[t] = true
	if q := x.by[t]; q != nil {
		x.drop(q)
	}
}

func (x *quarrels) drop(q *quarrel) {
	for _, t := range q.theses {
		delete(x.by, t)
		x.open[t] = true
		if x.in[t.f.r] = slices.DeleteFunc(x.in[t.f.r], func(o *quarrel) bool { return o == q }); len(x.in[t.f.r]) == 0 {
			delete(x.in, t.f.r)
		}
	}
	delete(x.held, q)
}

// forget lets go of what the theses of a report make.
func (x *quarrels) forget(p *paper) {
	for len(x.in[p]) > 0 {
		x.drop(x.in[p][0])
	}
}

// renumber tells the origins of disputes by their IDs of now.
func (x *quarrels) renumber(origins map[*origin]bool) {
	for q := range x.held {
		for _, m := range q.made {
			m.renumber(origins)
		}
	}
}

func inOrderOfTheses(x, y *thesis) int { return cmp.Or(byPlace(x.f, y.f), x.n-y.n) }

// contrary returns the disputes that the theses make.
func (b *Keeper) contrary() []contradiction {
	c := &b.contraries
	b.recallDoers()
	for t := range c.open {
		if c.by[t] == nil {
			b.quarrel(t)
		}
	}
	clear(c.open)
	var out []contradiction
	for q := range c.held {
		out = append(out, q.made...)
	}
	slices.SortFunc(out, func(x, y contradiction) int { return inOrderOfTheses(x.first, y.first) })
	return out
}

// quarrel makes the quarrel that a thesis is of.
func (b *Keeper) quarrel(of *thesis) {
	c := &b.contraries
	q := &quarrel{theses: []*thesis{of}}
	c.by[of] = q
	for i := 0; i < len(q.theses); i++ {
		for _, o := range c.told[q.theses[i]] {
			if c.by[o] == nil {
				c.by[o] = q
				q.theses = append(q.theses, o)
			}
		}
	}
	slices.SortFunc(q.theses, inOrderOfTheses)
	seen := make(map[*thesis]bool, len(q.theses))
	for _, t := range q.theses {
		if list := c.in[t.f.r]; !slices.Contains(list, q) {
			c.in[t.f.r] = append(list, q)
		}
		if seen[t] {
			continue
		}
		seen[t] = true
		group := []*thesis{t}
		for i := 0; i < len(group); i++ {
			for _, o := range c.told[group[i]] {
				if !seen[o] && b.differ(group[i], o) && !c.outdone(group[i], o) && !c.outdone(o, group[i]) {
					seen[o] = true
					group = append(group, o)
				}
			}
		}
		if len(group) < 2 {
			continue
		}
		slices.SortFunc(group, inOrderOfTheses)
		if d, ok := b.contradiction(group); ok {
			q.made = append(q.made, contradiction{d, t})
			c.held[q] = true
		}
	}
}

// doer returns whoever is named so, nil for nobody in particular.
func (b *Keeper) doer(name string) *actor {
	if name == "" {
		return nil
	}
	w := b.contraries.whom[name]
	if w == nil {
		w = &doer{}
		for _, k := range []rapporteur.ActorKind{rapporteur.Person, rapporteur.State, rapporteur.Organisation, rapporteur.Group} {
			w.folded = addNew(w.folded, naming{name, k}.folded())
		}
		w.means = w.meaning(b.names)
		b.contraries.whom[name] = w
	}
	return w.find(b.names)
}

func (w *doer) find(g *registry) *actor {
	for _, folded := range w.folded {
		if f := g.forms[folded]; f != nil && f.actor != nil {
			return f.actor
		}
	}
	return nil
}

func (w *doer) meaning(g *registry) *meaning {
	if a := w.find(g); a != nil && a.means != nil {
		return a.means
	}
	return none
}

// recallDoers has the quarrels made anew that name somebody who is another now.
func (b *Keeper) recallDoers() {
	c := &b.contraries
	others := map[string]bool{}
	for name, w := range c.whom {
		if now := w.meaning(b.names); *now != *w.means {
			others[name] = true
			w.means = now
		}
	}
	if len(others) == 0 {
		return
	}
	for t, q := range c.by {
		if others[t.Who] {
			c.drop(q)
		}
	}
}

// contradiction makes a dispute of theses of which the first is the earliest.
func (b *Keeper) contradiction(group []*thesis) (d dispute, ok bool) {
	var sides []side
	for _, t := range group {
		value := t.Words
		if !t.figure() {
			value = ""
		}
		at := slices.IndexFunc(sides, func(s side) bool {
			if t.figure() {
				return s.value == value
			}
			x := thesisOf(s.facts[0], group)
			return x.Not == t.Not && !x.blames(t)
		})
		if at < 0 {
			if !t.figure() {
				value = t.says()
			}
			sides = append(sides, side{value: value})
			at = len(sides) - 1
		}
		if !slices.Contains(sides[at].facts, t.f) {
			sides[at].facts = append(sides[at].facts, t.f)
		}
	}
	if len(sides) < 2 {
		return d, false
	}
	var facts []*fact
	for _, t := range group {
		facts = append(facts, t.f)
	}
	act := group[0].Act
	if group[0].figure() && group[0].lasts() {
		act = "meet"
	}
	kind, id := b.toldOf(facts, act)
	if id == "" {
		return d, false
	}
	slot, question := "words", "Is it so: “"+group[0].says()+"”?"
	switch {
	case act == "due":
		slot, question = "date", "Which day is the deadline: “"+group[0].says()+"”?"
	case group[0].figure() && group[0].lasts():
		slot, question = "minutes", "How long was it: “"+group[0].says()+"”?"
	case group[0].figure():
		slot, question = "figure", "Which figure holds: “"+group[0].says()+"”?"
	case disputedDoer[act] != "" && !group[0].Not && slices.ContainsFunc(group, func(o *thesis) bool { return o.blames(group[0]) }):
		slot = disputedDoer[act]
	case kind == rapporteur.KindPoint:
		slot = "status"
	case kind == rapporteur.KindPosition:
		slot = "stance"
	case kind == rapporteur.KindMeeting:
		slot = "state"
	}
	list := b.dispute(kind, id, slot, question, sides...)
	if len(list) == 0 {
		return d, false
	}
	d = list[0]
	d.ID += "-" + group[0].f.ID
	return d, true
}

// thesisOf returns the thesis of a fact that is one of a group.
func thesisOf(f *fact, group []*thesis) *thesis {
	return group[slices.IndexFunc(group, func(t *thesis) bool { return t.f == f })]
}
