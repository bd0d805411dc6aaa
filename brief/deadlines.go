package brief

import (
	"slices"
	"strings"
)

func (v *view) deadlineSection() section {
	s := section{part: "deadlines", title: "Deadlines", empty: "No deadline is reported."}
	today := v.today()
	ahead, past := group{title: "Ahead"}, group{title: "Past"}
	for _, d := range v.rec.Deadlines {
		it := item{id: d.ID, lead: dates(d.Date), standing: d.Standing, claims: d.Claims}
		if it.lead == "" {
			it.lead = "no date given"
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
		if !d.Date.To.IsZero() && d.Date.To.Before(today) {
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
