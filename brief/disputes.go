package brief

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur"
)

func (v *view) disputeSection() section {
	s := section{part: "disputes", title: "Where the reports disagree", empty: "The reports do not contradict each other."}
	var g group
	for _, d := range v.rec.Disputes {
		it := item{id: d.ID, lead: d.Question, tier: disputed[d.About.Kind]}
		for _, x := range d.Values {
			told := rapporteur.Interval{From: v.firstReport(x.Claims), To: v.lastReport(x.Claims)}
			who := v.originNames(x.Origins)
			if when := dates(told); when != "" {
				who += ", " + when
			}
			it.under = append(it.under, item{lead: x.Value, text: who, standing: x.Standing, claims: x.Claims})
		}
		g.items = append(g.items, it)
	}
	s.groups = []group{g}
	return s
}

// disputed ranks what reports disagree about: what was on the table and what took place come
// before where somebody stands, and that before what was said of anything.
var disputed = map[rapporteur.Kind]int{rapporteur.KindPosition: 1, rapporteur.KindStatement: 2}

// originNames lists voices for a reader.
func (v *view) originNames(ids []string) string {
	var names []string
	for _, id := range ids {
		if o := v.origins[id]; o != nil && !slices.Contains(names, o.Name) {
			names = append(names, o.Name)
		}
	}
	if len(names) > 4 {
		return strings.Join(names[:3], "; ") + fmt.Sprintf(" and %d more", len(names)-3)
	}
	return strings.Join(names, "; ")
}
