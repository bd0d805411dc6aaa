package record

import (
	"slices"

	"rapporteur"
)

// What a report tells and another voice in it answers is in dispute, whatever kinds of
// thing the two tell of (see [rapporteur.Answer]), unless it is in dispute already.

// exchanges keeps the facts that answer others, and what they make.
type exchanges struct {
	by   map[*paper]*answering
	list listing[*answering, struct{}] // in order of the reports
	told map[*paper]map[*fact]subject  // what facts that are in dispute tell of, where nothing that it depends on has changed since
}

// answering is the facts of a report that answer others.
type answering struct {
	r     *paper
	facts []*fact
	made  []exchange
	known bool // nothing that made depends on has changed since
}

func newExchanges() exchanges {
	x := exchanges{by: map[*paper]*answering{}, told: map[*paper]map[*fact]subject{}}
	x.list.order = func(x, y *answering) int { return byRank(x.r, y.r) }
	x.list.row = func(*answering) struct{} { return struct{}{} }
	return x
}

// subject is the thing of the record that a fact tells of, none for words alone.
type subject struct {
	kind rapporteur.Kind
	id   string
}

func (x *exchanges) update(gone, came []*fact) {
	for _, f := range gone {
		a := x.by[f.r]
		if f.Answers == nil || a == nil {
			continue
		}
		if a.facts = slices.DeleteFunc(a.facts, func(o *fact) bool { return o == f }); len(a.facts) == 0 {
			delete(x.by, f.r)
			x.list.update([]*answering{a}, nil)
		}
	}
	for _, f := range came {
		if f.Answers == nil || !f.contestable() {
			continue
		}
		a := x.by[f.r]
		if a == nil {
			a = &answering{r: f.r}
			x.by[f.r] = a
			x.list.update(nil, []*answering{a})
		}
		a.facts = append(a.facts, f)
	}
}

// forget lets go of what a report makes: something else is told of it, or of things that it tells of.
func (x *exchanges) forget(p *paper) {
	if a := x.by[p]; a != nil {
		a.made, a.known = nil, false
	}
	delete(x.told, p)
}

// renumber tells the origins of disputes by their IDs of now.
func (x *exchanges) renumber(others map[*origin]bool) {
	for _, a := range x.list.things {
		for _, e := range a.made {
			e.dispute.renumber(others)
		}
	}
}

// factsOf returns the facts of things.
func factsOf[T any](of func(T) []*fact, lists ...[]T) (out []*fact) {
	for _, list := range lists {
		for _, t := range list {
			out = append(out, of(t)...)
		}
	}
	return out
}

// contestable reports whether what a fact tells can be in dispute.
func (f *fact) contestable() bool {
	return f.LeftOut == "" && f.Kind != rapporteur.KindRole && f.Kind != rapporteur.KindNaming
}

// exchange is what a span of a report tells and what answers it, and the dispute that they make.
type exchange struct {
	told, answers []*fact
	beside        [][]*fact // each answer: what its words tell besides
	dispute       dispute
}

// exchange makes the exchanges of all reports.
func (b *Keeper) exchange() {
	for _, a := range b.exchanges.list.things {
		if !a.known {
			a.made, a.known = b.exchangesIn(a), true
		}
	}
}

// exchangesIn makes the exchanges of a report.
func (b *Keeper) exchangesIn(a *answering) (out []exchange) {
	list := slices.Clone(a.facts)
	inOrderOfClaims(list)
	seen := map[rapporteur.Span]bool{}
	for _, f := range list {
		if seen[f.Answers.Span] {
			continue
		}
		seen[f.Answers.Span] = true
		x := exchangeOn(f.Answers.Span, list)
		if d, ok := b.answered(x.told, x.answers); ok {
			x.dispute = d
			for _, f := range x.answers {
				x.beside = append(x.beside, a.r.beside(f))
			}
			out = append(out, x)
		}
	}
	return out
}

// exchangeOn returns what a span of a report tells, and those of some facts that answer it.
func exchangeOn(span rapporteur.Span, list []*fact) (x exchange) {
	for _, f := range list[0].r.facts {
		if !f.gone && f.contestable() && f.Modality != rapporteur.Denied && !f.faint() && f.Span.Start >= span.Start && f.Span.End <= span.End {
			x.told = append(x.told, f)
		}
	}
	for _, f := range list {
		if f.Answers.Span == span {
			x.told = slices.DeleteFunc(x.told, func(o *fact) bool { return o == f || o.voice.origin == f.voice.origin })
			x.answers = append(x.answers, f)
		}
	}
	return x
}

// withExchanges returns disputes with those that answers make which do not stand against what
// they answer in one of them already, of those that some reports give several values of.
func (b *Keeper) withExchanges(disputes []rapporteur.Dispute, within map[*paper][]dispute) []rapporteur.Dispute {
	for _, a := range b.exchanges.list.things {
		others := within[a.r]
		for _, x := range a.made {
			var left []*fact
			for i, f := range x.answers {
				if !met(x.told, x.beside[i], others) {
					left = append(left, f)
				}
			}
			d, ok := x.dispute, len(left) > 0
			if ok && len(left) < len(x.answers) {
				d, ok = b.answered(x.told, left)
			}
			if ok {
				disputes = append(disputes, d.Dispute)
			}
		}
	}
	return disputes
}

// answered makes a dispute of what a report tells and what answers it.
func (b *Keeper) answered(told, answers []*fact) (d dispute, ok bool) {
	if len(told) == 0 || len(answers) == 0 {
		return d, false
	}
	act := deedOf(slices.Concat(answers, told))
	kind, id := b.toldOf(slices.Concat(told, answers), act)
	if id == "" {
		return d, false
	}
	first := told[0]
	for _, f := range told {
		if f.Kind == rapporteur.KindStatement {
			first = f
			break
		}
	}
	sides := []side{{first.says(), told}}
	for _, f := range answers {
		words := f.says()
		if f.Answers.Denies {
			words = cleanWords(f.quote())
		}
		sides = append(sides, side{words, []*fact{f}})
	}
	slot, question := "words", "Is it so: “"
	switch of := answers[0].Answers.Of; {
	case of == "date":
		slot, question = of, "Which day is it: “"
	case of == "minutes":
		slot, question = of, "How long was it: “"
	case of != "":
		slot, question = of, "Which figure holds: “"
	case act == "meet" || act == "attend":
		question = "Is it so with the meeting: “"
	}
	if kind == rapporteur.KindStatement && slot == "words" {
		slot = slotOf(slices.Concat(told, answers))
	}
	made := b.dispute(kind, id, slot, question+first.says()+"”?", sides...)
	if len(made) == 0 {
		return d, false
	}
	d = made[0]
	d.ID += "-" + answers[0].ID
	return d, true
}

// deedOf returns the first deed that facts tell, "" for none.
func deedOf(facts []*fact) string {
	for _, f := range facts {
		for _, t := range f.Theses {
			if t.Act != "" {
				return t.Act
			}
		}
	}
	return ""
}

// beside returns the facts that a report tells in the words of another.
func (p *paper) beside(f *fact) (out []*fact) {
	for _, o := range p.facts {
		if !o.gone && o.Span.Start < f.Span.End && f.Span.Start < o.Span.End {
			out = append(out, o)
		}
	}
	return out
}

// met reports whether some facts and some others stand against each other in one of some disputes.
func met(told, answers []*fact, disputes []dispute) bool {
	gives := func(v rapporteur.Value, facts []*fact) bool {
		return slices.ContainsFunc(facts, func(f *fact) bool { return slices.Contains(v.Claims, f.ID) })
	}
	for _, d := range disputes {
		for i, v := range d.Values {
			if !gives(v, told) {
				continue
			}
			for k, w := range d.Values {
				if k != i && gives(w, answers) {
					return true
				}
			}
		}
	}
	return false
}
