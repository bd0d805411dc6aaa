package brief

import (
	"cmp"
)

func (v *view) reportSection() section {
	s := section{part: "reports", title: "Reports", empty: "No reports."}
	var g group
	n := map[string]int{}
	for i := range v.rec.Claims {
		n[v.rec.Claims[i].Report]++
	}
	for _, r := range v.rec.Reports {
		it := item{id: r.ID, lead: date(r.Published)}
		if it.lead == "" {
			it.lead = "no date"
		}
		name := cmp.Or(r.Title, r.File, r.URL, r.ID)
		it.text = name
		if r.Outlet != "" {
			it.text = r.Outlet + ": " + name
		}
		it.text += " (" + count(n[r.ID], "claim") + "; " + r.ID + ")"
		g.items = append(g.items, it)
	}
	s.groups = []group{g}
	return s
}
