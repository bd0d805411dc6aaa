package brief

import (
	"slices"
	"strings"

	"rapporteur"
)

func (v *view) deadlineSection() section {
	s := section{part: "deadlines", title: "Deadlines", empty: "No deadline is reported."}
	today := v.today()
	ahead, past := group{title: "Ahead"}, group{title: "Past"}
	for _, d := range v.rec.Deadlines {
		it := v.deadlineItem(d)
		if !d.Date.To.IsZero() && d.Date.To.Before(today) {
			it.tier++
			past.items = append(past.items, it)
		} else {
			ahead.items = append(ahead.items, it)
		}
	}
	slices.Reverse(past.items)
	for _, g := range []group{ahead, past} {
		if len(g.items) > 0 {
			s.groups = append(s.groups, g)
		}
	}
	return s
}

func (v *view) deadlineItem(d rapporteur.Deadline) item {
	it := item{id: d.ID, lead: within(d.Date), standing: d.Standing, claims: d.Claims, day: d.Date.To}
	if it.lead == "" {
		it.lead, it.tier = "no date given", 2
	}
	var said []string
	if d.What != "" {
		said = append(said, trim(d.What))
	}
	if d.SetBy != "" {
		said = append(said, "set by "+v.name(d.SetBy))
	}
	if len(d.For) > 0 {
		said = append(said, "for "+and(v.names(d.For)))
	}
	switch {
	case d.State == "" || d.State == "set":
	case d.State == "denied" && len(said) == 0:
		said = append(said, "that there is one is denied")
	default:
		said = append(said, d.State)
	}
	it.text = strings.Join(said, "; ")
	return it
}
