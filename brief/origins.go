package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
)

func (v *view) originSection() section {
	s := section{part: "origins", title: "Who is the origin of what", empty: "No origin is known."}
	uses := v.uses()
	var g group
	list := slices.Clone(v.rec.Origins)
	citing := map[string][]string{} // outlets that rest on an origin which is not their own voice
	bare := func(s string) string { return strings.TrimPrefix(strings.ToLower(s), "the ") }
	for _, o := range list {
		own := bare(o.Name)
		if i := strings.LastIndex(own, " ("); i >= 0 && o.Type != rapporteur.OutletSource {
			own = bare(strings.TrimSuffix(own[i+2:], ")")) // who brought in an unnamed voice
		}
		for _, id := range o.Reports {
			name := cmp.Or(v.reports[id].Outlet, "a report without an outlet")
			if bare(name) != own && !strings.HasPrefix(own, "report “") && !slices.Contains(citing[o.ID], name) {
				citing[o.ID] = append(citing[o.ID], name)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y rapporteur.Origin) int {
		return cmp.Or(cmp.Compare(len(citing[y.ID]), len(citing[x.ID])), cmp.Compare(len(y.Reports), len(x.Reports)), cmp.Compare(len(y.Claims), len(x.Claims)))
	})
	for _, o := range list {
		it := item{id: o.ID, lead: capitalise(o.Name), claims: o.Claims}
		seen := map[string]bool{}
		for _, c := range o.Claims {
			for _, k := range uses[c] {
				seen[k] = true
			}
		}
		it.text = countThings(seen)
		if outlets := citing[o.ID]; len(outlets) > 0 {
			in := strings.Join(firstOf(outlets, 4), ", ")
			if len(outlets) > 4 {
				in += fmt.Sprintf(" and %d more", len(outlets)-4)
			}
			verb := "; carried by "
			if o.Type == rapporteur.OutletSource {
				verb = "; cited by "
			}
			it.text = strings.TrimPrefix(it.text+verb+in, "; ")
		} else if o.Type == rapporteur.OutletSource {
			it.text = strings.TrimPrefix(it.text+"; in its own voice", "; ")
		}
		g.items = append(g.items, it)
	}
	s.groups = []group{g}
	return s
}

// uses lists for every claim the things that rest on it, as "kind:id".
func (v *view) uses() map[string][]string {
	out := map[string][]string{}
	add := func(kind, id string, claims []string) {
		for _, c := range claims {
			out[c] = append(out[c], kind+":"+id)
		}
	}
	for _, t := range v.rec.Texts {
		for _, x := range t.Versions {
			add("version", x.ID, x.Claims)
		}
		add("text", t.ID, t.Claims)
	}
	for _, x := range v.rec.Points {
		add("point", x.ID, x.Claims)
	}
	for _, x := range v.rec.Meetings {
		add("meeting", x.ID, x.Claims)
	}
	for _, x := range v.rec.Positions {
		add("position", x.ID, x.Claims)
	}
	for _, x := range v.rec.Deadlines {
		add("deadline", x.ID, x.Claims)
	}
	for _, x := range v.rec.Statements {
		add("statement", x.ID, x.Claims)
	}
	for _, a := range v.rec.Actors {
		for _, r := range a.Roles {
			add("role", a.ID, r.Claims)
		}
	}
	for _, d := range v.rec.Disputes {
		for _, x := range d.Values {
			add("dispute", d.ID, x.Claims)
		}
	}
	return out
}

// countThings writes how many things of each kind, the weightiest kinds first.
func countThings(things map[string]bool) string {
	n := map[string]int{}
	for k := range things {
		kind, _, _ := strings.Cut(k, ":")
		n[kind]++
	}
	var parts []string
	for _, kind := range []string{"version", "point", "meeting", "position", "deadline", "statement"} {
		if n[kind] > 0 {
			word := kind
			if kind == "version" {
				word = "version of the text"
				if n[kind] > 1 {
					parts = append(parts, fmt.Sprintf("%d versions of the text", n[kind]))
					continue
				}
			}
			parts = append(parts, count(n[kind], word))
		}
	}
	if len(parts) == 0 && n["role"] > 0 {
		parts = append(parts, "roles")
	}
	return strings.Join(parts, ", ")
}
