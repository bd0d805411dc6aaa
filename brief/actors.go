package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
)

func (v *view) actorSection() section {
	s := section{part: "actors", title: "Who is who", empty: "Nobody is named."}
	weight := map[string]int{}
	for i := range v.rec.Claims {
		for _, id := range v.actorsOf(v.rec.Claims[i]) {
			weight[id]++
		}
	}
	titles := map[rapporteur.ActorKind]string{
		rapporteur.Person: "People", rapporteur.State: "States", rapporteur.Organisation: "Organisations",
		rapporteur.Group: "Groups", rapporteur.Outlet: "Outlets",
	}
	for _, kind := range []rapporteur.ActorKind{rapporteur.State, rapporteur.Person, rapporteur.Organisation, rapporteur.Group, rapporteur.Outlet} {
		g := group{title: titles[kind]}
		var list []rapporteur.Actor
		for _, a := range v.rec.Actors {
			if a.Kind == kind {
				list = append(list, a)
			}
		}
		slices.SortStableFunc(list, func(x, y rapporteur.Actor) int { return cmp.Compare(weight[y.ID], weight[x.ID]) })
		for _, a := range list {
			g.items = append(g.items, v.actorItem(a))
		}
		if len(g.items) > 0 {
			s.groups = append(s.groups, g)
		}
	}
	return s
}

func (v *view) actorItem(a rapporteur.Actor) item {
	it := item{id: a.ID, lead: a.Name}
	var said []string
	if len(a.Roles) > 0 {
		said = append(said, v.roleWords(a.Roles[0]))
		it.claims = a.Roles[0].Claims
	}
	if a.Side != "" && (len(a.Roles) == 0 || a.Roles[0].Of != a.Side) {
		said = append(said, "for "+v.name(a.Side))
	}
	if names := plainAliases(a.Aliases); len(names) > 0 {
		also := strings.Join(firstOf(names, 6), ", ")
		if len(names) > 6 {
			also += fmt.Sprintf(" and %d more", len(names)-6)
		}
		said = append(said, "also "+also)
	}
	it.text = strings.Join(said, "; ")
	return it
}

func (v *view) roleWords(r rapporteur.Role) string {
	s := r.Title
	if r.Of != "" {
		s += ", " + v.name(r.Of)
	}
	if !r.To.IsZero() {
		s = "former " + strings.TrimPrefix(s, "former ")
	}
	return s
}

// actorsOf returns the actors that a claim names.
func (v *view) actorsOf(c *rapporteur.Claim) []string {
	var out []string
	for _, ms := range c.Named() {
		for _, m := range ms {
			for _, a := range v.named[strings.ToLower(m.Name)] {
				if !slices.Contains(out, a.ID) {
					out = append(out, a.ID)
				}
			}
		}
	}
	for _, s := range c.Chain {
		if id := v.sourceActor(s); id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

// plainAliases returns the aliases but those that are another with a word before it: "Mrs Holm"
// beside "Holm".
func plainAliases(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(n string) bool {
		_, rest, ok := strings.Cut(n, " ")
		return ok && slices.Contains(names, rest)
	})
}
