package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// both reports whether a name stands for the two sides together: "both sides",
// "the two delegations".
func both(name string) bool {
	f := strings.TrimPrefix(fold(name), "the ")
	for _, w := range []string{"both ", "two "} {
		if rest, ok := strings.CutPrefix(f, w); ok {
			return together[rest]
		}
	}
	return false
}

var together = set("sides capitals parties governments delegations countries nations leaders presidents teams states")

// principals returns the two parties that claims of meetings, points and
// positions name most, of which "both sides" is said.
func (b *build) principals() []string {
	if b.two != nil {
		return b.two
	}
	n := map[string]int{}
	order := []string{}
	count := func(ms ...rapporteur.Mention) {
		for _, id := range b.ids(ms...) {
			if side := b.sides[id]; side != "" {
				if n[side] == 0 {
					order = append(order, side)
				}
				n[side]++
			}
		}
	}
	for _, f := range b.facts {
		switch {
		case f.Meeting != nil:
			count(f.Meeting.Participants...)
			count(f.Meeting.Parties...)
		case f.Point != nil:
			count(f.Point.By...)
		case f.Position != nil:
			count(f.Position.Actor)
		}
	}
	slices.SortStableFunc(order, func(x, y string) int { return cmp.Compare(n[y], n[x]) })
	b.two = order[:min(2, len(order))]
	return b.two
}

// anonymous reports whether an actor is a group that only its report can fill:
// "two leaders", "other officials".
func (b *build) anonymous(id string) bool {
	a := b.byID[id]
	return a != nil && a.Kind == rapporteur.Group && a.Side == "" && a.Name == strings.ToLower(a.Name)
}
