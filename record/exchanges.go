package record

import (
	"slices"

	"rapporteur"
)

// What a report tells and another voice in it answers is in dispute, whatever kinds of
// thing the two tell of (see [rapporteur.Answer]), unless it is in dispute already.

// exchanges keeps the facts that answer others, and what they make.
type exchanges struct {
	of   map[*paper][]*fact           // by report
	made map[*paper]madeExchanges     // where nothing that it depends on has changed since
	told map[*paper]map[*fact]subject // likewise, what facts that are in dispute tell of
}

func newExchanges() exchanges {
	return exchanges{map[*paper][]*fact{}, map[*paper]madeExchanges{}, map[*paper]map[*fact]subject{}}
}

// madeExchanges is what a report makes as long as the meetings told beside it are what they were: one may be one of
// the negotiation or not though nothing in the report changes.
type madeExchanges struct {
	list     []exchange
	meetings meetingsBeside
}

// subject is the thing of the record that a fact tells of, none for words alone, likewise.
type subject struct {
	kind     rapporteur.Kind
	id       string
	meetings meetingsBeside
}

// meetingsBeside are facts of meetings, and what they are in the record.
type meetingsBeside struct {
	facts []*fact
	ids   []string
}

// meetingsBeside returns the meetings that a report tells in the words of some of its facts.
func (b *Keeper) meetingsBeside(p *paper, facts ...*fact) (out meetingsBeside) {
	for _, f := range facts {
		for _, o := range p.beside(f) {
			if o.Kind == rapporteur.KindMeeting {
				out.facts, out.ids = append(out.facts, o), append(out.ids, b.thingOf(o))
			}
		}
	}
	return out
}

// asTold reports whether meetings are what they were.
func (b *Keeper) asTold(m meetingsBeside) bool {
	for i, f := range m.facts {
		if b.thingOf(f) != m.ids[i] {
			return false
		}
	}
	return true
}

func (x *exchanges) update(gone, came []*fact) {
	for _, f := range gone {
		if f.Answers == nil {
			continue
		}
		if x.of[f.r] = slices.DeleteFunc(x.of[f.r], func(o *fact) bool { return o == f }); len(x.of[f.r]) == 0 {
			delete(x.of, f.r)
		}
	}
	for _, f := range came {
		if f.Answers != nil && f.contestable() {
			x.of[f.r] = append(x.of[f.r], f)
		}
	}
}

// forget lets go of what the reports of some facts make: they came or went, tell something else
// now, or belong to things that do.
func (x *exchanges) forget(lists ...[]*fact) {
	for _, list := range lists {
		for _, f := range list {
			delete(x.made, f.r)
			delete(x.told, f.r)
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

// exchanged returns the exchanges of all reports, in order.
func (b *Keeper) exchanged() (out []exchange) {
	var papers []*paper
	for p := range b.exchanges.of {
		papers = append(papers, p)
	}
	slices.SortFunc(papers, byRank)
	for _, p := range papers {
		made, known := b.exchanges.made[p]
		if !known || !b.asTold(made.meetings) {
			made = b.exchangesIn(p)
			b.exchanges.made[p] = made
		}
		out = append(out, made.list...)
	}
	return out
}

// exchangesIn makes the exchanges of a report.
func (b *Keeper) exchangesIn(p *paper) (out madeExchanges) {
	list := slices.Clone(b.exchanges.of[p])
	inOrderOfClaims(list)
	seen := map[rapporteur.Span]bool{}
	var facts []*fact
	for _, f := range list {
		if seen[f.Answers.Span] {
			continue
		}
		seen[f.Answers.Span] = true
		x := exchangeOn(f.Answers.Span, list)
		facts = append(append(facts, x.told...), x.answers...)
		if d, ok := b.answered(x.told, x.answers); ok {
			x.dispute = d
			for _, f := range x.answers {
				x.beside = append(x.beside, p.beside(f))
			}
			out.list = append(out.list, x)
		}
	}
	out.meetings = b.meetingsBeside(p, facts...)
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
// they answer in one of them already.
func (b *Keeper) withExchanges(disputes []rapporteur.Dispute, exchanges []exchange) []rapporteur.Dispute {
	at := make(map[string][]stand, 4*len(exchanges)) // of a claim, where it stands in which dispute
	for _, x := range exchanges {
		for _, f := range x.told {
			at[f.ID] = nil
		}
		for _, list := range x.beside {
			for _, o := range list {
				at[o.ID] = nil
			}
		}
	}
	for i, d := range disputes {
		for k, v := range d.Values {
			for _, c := range v.Claims {
				if list, ok := at[c]; ok {
					at[c] = append(list, stand{i, k})
				}
			}
		}
	}
	for _, x := range exchanges {
		var left []*fact
		for i, f := range x.answers {
			if !met(x.told, x.beside[i], at) {
				left = append(left, f)
			}
		}
		d, ok := x.dispute, len(left) > 0
		if ok && len(left) < len(x.answers) {
			d, ok = b.answered(x.told, left)
		}
		if ok {
			disputes = append(disputes, d.row())
		}
	}
	return disputes
}

// stand is a value of a dispute, by their numbers.
type stand struct{ dispute, value int }

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

// met reports whether some facts and some others stand against each other in a dispute.
func met(told, answers []*fact, at map[string][]stand) bool {
	for _, f := range told {
		for _, x := range at[f.ID] {
			for _, g := range answers {
				if slices.ContainsFunc(at[g.ID], func(y stand) bool { return x.dispute == y.dispute && x.value != y.value }) {
					return true
				}
			}
		}
	}
	return false
}
