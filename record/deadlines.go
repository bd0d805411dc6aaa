package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// deadline is a date with the facts that set it.
type deadline struct {
	rapporteur.Deadline
	facts []*fact
	side  string // of who set it
}

// due is a fact of a deadline with its actors resolved.
type due struct {
	*fact
	setBy string
	side  string // of who set it
	whom  []string
}

// roughly is how many days a reckoned day may be out: "gave them four weeks".
const roughly = 16

// deadlineRule: a deadline is known by its day, or by one of those that it is reckoned to be.
func deadlineRule() rule[*due, *deadline] {
	key := func(i rapporteur.Interval) (keys []uint64) {
		if i.IsZero() || i.Days() > roughly {
			return []uint64{hash(i.From.String(), i.To.String())}
		}
		for n := range i.Days() {
			keys = append(keys, hash(i.From.AddDays(n).String()))
		}
		return keys
	}
	return rule[*due, *deadline]{
		order: func(x, y *due) int { return byPlace(x.fact, y.fact) },
		begin: func(*due) *deadline { return &deadline{} },
		join:  (*deadline).join,
		fit:   (*deadline).alike,
		look:  func(f *due) []uint64 { return key(f.When) },
		keys:  func(_ *deadline, f *due) []uint64 { return key(f.When) },
		reach: func(_ *deadline, f *due) []uint64 { return key(f.When) },
	}
}

// due resolves a fact, nil where it tells of no deadline.
func (b *Keeper) due(f *fact) *due {
	if f.Modality == rapporteur.Conditional {
		return nil
	}
	f.words = stems(f.Deadline.What)
	d := &due{fact: f, setBy: b.actor(f.Deadline.SetBy), whom: b.ids(f.Deadline.For...)}
	d.side = b.side(d.setBy)
	return d
}

// alike reports whether a fact tells of the deadline.
func (d *deadline) alike(f *due) (score, string) {
	first := d.facts[0]
	switch {
	case d.Date != f.When && !d.about(f):
	case d.SetBy != "" && f.setBy != "" && d.SetBy != f.setBy && d.side != f.side:
	case f.When.IsZero() && (!near(first.when(), f.when(), soon) || containment(first.words, f.words) < 0.6):
	case !f.When.Exact() && len(f.words) > 0 && len(first.words) > 0 && shared(first.words, f.words) == 0:
	case d.Date != f.When:
		return 0.5, "about the same day"
	default:
		return 1, "same day"
	}
	return 0, ""
}

// about reports whether a fact reckons about the day of the deadline, and is of
// the same one by who set it or for what.
func (d *deadline) about(f *due) bool {
	if d.Date.IsZero() || f.When.IsZero() || d.Date.Exact() && f.When.Exact() || d.Date.Days() > roughly || f.When.Days() > roughly || !d.Date.Overlaps(f.When) {
		return false
	}
	by := d.SetBy != "" && (d.SetBy == f.setBy || d.side != "" && d.side == f.side)
	return by || shared(d.facts[0].words, f.words) > 0
}

func (d *deadline) join(f *due, why string) {
	if len(d.facts) > 0 {
		d.Merges = append(d.Merges, rapporteur.Merge{What: f.ID, Reason: why})
	}
	d.facts = append(d.facts, f.fact)
	if d.Date.IsZero() || f.When.Days() < d.Date.Days() {
		d.Date = f.When
	}
	if d.SetBy == "" {
		d.SetBy, d.side = f.setBy, f.side
	}
	for _, id := range f.whom {
		if id != d.SetBy {
			d.For = addNew(d.For, id)
		}
	}
	if len(f.Deadline.What) > len(d.What) && len(f.Deadline.What) <= 140 || d.What == "" {
		d.What = f.Deadline.What
	}
}

func (b *Keeper) settleDeadline(d *deadline) bool {
	d.ID = id("d", d.facts)
	d.Claims = claimIDs(d.facts)
	for _, f := range d.facts { // the latest word stands
		if !f.Background || d.State == "" {
			d.State = strings.ToLower(f.Deadline.State)
		}
	}
	d.Standing = b.standing(d.facts)
	return true
}

func sameDue(x, y *due) bool {
	return x.setBy == y.setBy && x.side == y.side && slices.Equal(x.whom, y.whom)
}
