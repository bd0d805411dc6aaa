package brief

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

var stances = map[rapporteur.Stance]string{
	rapporteur.Accepts: "accepts", rapporteur.Conditions: "sets conditions", rapporteur.Reserves: "has reservations",
	rapporteur.Rejects: "rejects", rapporteur.Demands: "demands", rapporteur.Proposes: "proposes", rapporteur.Flexible: "is flexible",
}

// stance writes what somebody of a name does, in the plural for "EU leaders".
func stance(of string, kind rapporteur.ActorKind, s rapporteur.Stance) string {
	words := stances[s]
	several := kind == rapporteur.Group && strings.HasSuffix(of, "s") ||
		slices.ContainsFunc([]string{"ans", "crats", "ists"}, func(end string) bool { return kind == rapporteur.Organisation && strings.HasSuffix(of, end) })
	if !several {
		return words
	}
	verb, rest, more := strings.Cut(words, " ")
	switch verb {
	case "is":
		verb = "are"
	case "has":
		verb = "have"
	default:
		verb = strings.TrimSuffix(verb, "s")
	}
	if more {
		return verb + " " + rest
	}
	return verb
}

// stance writes the stance of a position as its holder's verb.
func (v *view) stance(p rapporteur.Position) string {
	return stance(v.name(p.Actor), v.kind(p.Actor), p.Stance)
}

// position writes a position in one line: whose it is, the stance and what it is on, or what
// was done and in brackets the stance that this tells.
func (v *view) position(p rapporteur.Position) string {
	if p.Deed {
		return v.name(p.Actor) + " " + v.predicate(p) + " (" + v.stance(p) + ")"
	}
	return v.name(p.Actor) + " " + v.stance(p) + ": " + v.predicate(p)
}

// kind returns the kind of an actor, "" for one that the record does not have.
func (v *view) kind(id string) rapporteur.ActorKind {
	if a := v.actors[id]; a != nil {
		return a.Kind
	}
	return ""
}

func (v *view) positionSection() section {
	s := section{part: "positions", title: "Where the sides stand", empty: "No position is reported."}
	groups := map[string]*group{}
	weight := map[string]int{}
	var order []string
	for _, p := range slices.Backward(v.rec.Positions) { // the latest first
		key := p.Actor
		if a := v.actors[p.Actor]; a != nil && a.Side != "" {
			key = a.Side
		}
		if groups[key] == nil {
			groups[key] = &group{title: v.name(key)}
			order = append(order, key)
		}
		it := v.positionItem(p)
		if !slices.Contains(v.parties, key) {
			it.tier = 3
		} else if p.On == "" && (p.Issue == "" || p.Issue == "other") {
			it.tier = 1 // as points on no issue of the agenda
		}
		if bare(p.Summary) {
			it.tier += 2
		}
		name := ""
		if p.Actor != key {
			name = v.name(p.Actor) + " "
		}
		if s := v.stance(p); p.Deed {
			it.text, it.note = capitalise(name+it.text), strings.TrimSuffix(s+", "+it.note, ", ")
		} else {
			it.lead = capitalise(name + s)
		}
		groups[key].items = append(groups[key].items, it)
		if !it.doubtful {
			weight[key] += len(p.Claims)
		}
	}
	slices.SortStableFunc(order, func(x, y string) int {
		return cmp.Or(yes(!slices.Contains(v.parties, x), !slices.Contains(v.parties, y)), cmp.Compare(weight[y], weight[x]))
	})
	for _, key := range order {
		g := groups[key]
		slices.SortStableFunc(g.items, func(x, y item) int {
			return cmp.Or(yes(x.doubtful, y.doubtful), yes(x.unsure, y.unsure), cmp.Compare(x.standing.Rank(), y.standing.Rank()))
		})
		s.groups = append(s.groups, *g)
	}
	return s
}

// positionItem tells of a position without saying whose it is.
func (v *view) positionItem(p rapporteur.Position) item {
	it := item{id: p.ID, text: v.predicate(p), note: dates(p.Date), standing: p.Standing, doubtful: doubtful(p.Likelihood), unsure: unsure(p.Likelihood), claims: p.Claims, day: p.Date.From}
	if it.day.IsZero() {
		it.day = v.firstReport(p.Claims)
	}
	return it
}

// predicate is the summary of a position without the name of who holds it.
func (v *view) predicate(p rapporteur.Position) string {
	s := trim(p.Summary)
	a := v.actors[p.Actor]
	if a == nil {
		return s
	}
	rest := ""
	for _, n := range append([]string{a.Name}, a.Aliases...) {
		for _, article := range []string{"", "the ", "The "} {
			if r, ok := strings.CutPrefix(s, article+n+" "); ok && (rest == "" || len(r) < len(rest)) {
				rest = r
			}
		}
	}
	if rest == "" {
		return s
	}
	for _, w := range []string{"also ", "has ", "have "} {
		rest = strings.TrimPrefix(rest, w)
	}
	return rest
}
