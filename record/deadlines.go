package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

type deadline struct {
	rapporteur.Deadline
	facts []*fact
}

func (b *build) mergeDeadlines() {
	var all []*deadline
	byDay := map[rapporteur.Interval][]*deadline{}
	for _, f := range b.of(rapporteur.KindDeadline) {
		if f.Modality == rapporteur.Conditional {
			continue
		}
		f.words = stems(f.Deadline.What)
		setBy, whom := b.actor(f.Deadline.SetBy), b.ids(f.Deadline.For...)
		var to *deadline
		why := ""
		for _, d := range byDay[f.When] {
			if d.SetBy != "" && setBy != "" && d.SetBy != setBy && b.sides[d.SetBy] != b.sides[setBy] {
				continue
			}
			if f.When.IsZero() && (!near(d.facts[0].when(), f.when(), soon) || containment(d.facts[0].words, f.words) < 0.6) {
				continue
			}
			if !f.When.Exact() && len(f.words) > 0 && len(d.facts[0].words) > 0 && shared(d.facts[0].words, f.words) == 0 {
				continue
			}
			to, why = d, "same day"
			break
		}
		if to == nil {
			to = &deadline{}
			to.Date = f.When
			all = append(all, to)
			byDay[f.When] = append(byDay[f.When], to)
		} else {
			to.Merges = append(to.Merges, rapporteur.Merge{What: f.ID, Reason: why})
		}
		to.facts = append(to.facts, f)
		to.SetBy = cmp.Or(to.SetBy, setBy)
		to.For = addNew(to.For, slices.DeleteFunc(whom, func(id string) bool { return id == to.SetBy })...)
		if len(f.Deadline.What) > len(to.What) && len(f.Deadline.What) <= 140 || to.What == "" {
			to.What = f.Deadline.What
		}
	}
	for _, d := range all {
		d.ID = id("d", d.facts)
		d.Claims = claimIDs(d.facts)
		for _, f := range d.facts { // the latest word stands
			if !f.Background || d.State == "" {
				d.State = strings.ToLower(f.Deadline.State)
			}
		}
		d.Standing = b.standing(d.facts)
		b.rec.Deadlines = append(b.rec.Deadlines, d.Deadline)
	}
	slices.SortStableFunc(b.rec.Deadlines, func(x, y rapporteur.Deadline) int { return x.Date.From.Compare(y.Date.From) })
}
