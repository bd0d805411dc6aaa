package record

import (
	"slices"
	"strings"
	"sync"
)

// place is a meeting's place, ready to be compared.
type place struct {
	name   string // as printed, of "the Norvanan capital" that of the town
	folded string
	parts  []string // "Geneva, Switzerland" and "the White House in Washington" have two
	codes  []string // of the states that parts are, or are capitals or seats of
	whole  []bool   // the part is the state itself
	bones  []string // skeletons of the parts
	city   []bool   // the part is a town of the state, not its capital or seat
	region []string // of the town
}

var betweenPlaces = strings.NewReplacer(", ", "|", " in ", "|", " near ", "|", " outside ", "|", " of the ", "|", " at the ", "|", " at ", "|")

// places are those that were read; reports print the same ones again and again.
var places sync.Map

func readPlace(printed string) place {
	if p, ok := places.Load(printed); ok {
		return *p.(*place)
	}
	p := takePlace(printed)
	places.Store(strings.Clone(printed), &p)
	return p
}

func takePlace(printed string) place {
	printed = strings.TrimPrefix(printed, "the ")
	if town := gazette().capitalOf(fold(printed)); town != "" {
		printed = town
	}
	p := place{name: printed, folded: fold(printed)}
	for part := range strings.SplitSeq(betweenPlaces.Replace(printed), "|") {
		f := strings.TrimPrefix(fold(part), "the ")
		if f == "" {
			continue
		}
		f = strings.TrimSuffix(strings.TrimPrefix(f, "city of "), " city")
		g := gazette()
		code, whole := g.place[f], false
		region := ""
		if code == "" {
			code, whole = g.state[f], g.state[f] != ""
		}
		if code == "" {
			code, region, _ = strings.Cut(g.city[f], "/")
			region = fold(region)
		}
		p.parts, p.codes, p.whole, p.bones = append(p.parts, f), append(p.codes, code), append(p.whole, whole), append(p.bones, skeleton(f))
		p.city, p.region = append(p.city, g.city[f] != ""), append(p.region, region)
	}
	return p
}

// capitalOf returns the capital that is named after its state alone, "" for other
// places: "the Norvanan capital", "Norvana's capital", "the capital of Norvana".
func (g *gazetteer) capitalOf(folded string) string {
	state, capital := strings.CutSuffix(folded, " capital")
	if !capital {
		if state, capital = strings.CutPrefix(folded, "capital of "); !capital {
			return ""
		}
	}
	return g.capital[g.asState(strings.TrimSuffix(strings.TrimSuffix(state, " s"), "'s"))]
}

// fit says how two places compare.
type fit int

const (
	elsewhere fit = iota
	unknown       // one of them is not told
	holds         // one is the country of the other
	same
)

func (p place) compare(q place) fit {
	if p.folded == "" || q.folded == "" {
		return unknown
	}
	if p.folded == q.folded || p.housed(q) || q.housed(p) {
		return same
	}
	best := elsewhere
	for i, a := range p.parts {
		for j, b := range q.parts {
			switch {
			case a == b || p.bones[i] == q.bones[j]:
				if p.whole[i] && len(p.parts) > 1 && len(q.parts) > 1 && i > 0 && j > 0 {
					continue // two towns of one country
				}
				if p.whole[i] {
					best = max(best, holds)
					if len(p.parts) == 1 && len(q.parts) == 1 {
						return same
					}
					continue
				}
				return same
			case p.region[i] != "" && p.region[i] == b || q.region[j] != "" && q.region[j] == a:
				best = max(best, holds) // Anchorage and Alaska
			case p.codes[i] != "" && p.codes[i] == q.codes[j] && (p.city[i] || q.city[j]) && !p.whole[i] && !q.whole[j]:
				// two towns of one country
			case p.codes[i] != "" && p.codes[i] == q.codes[j] && !p.whole[i] && !q.whole[j]:
				return same // Kiev and Kyiv, the Kremlin and Moscow
			case p.codes[i] != "" && p.codes[i] == q.codes[j] && p.whole[i] != q.whole[j]:
				if p.whole[i] && len(p.parts) == 1 || q.whole[j] && len(q.parts) == 1 {
					best = max(best, holds)
				}
			}
		}
	}
	if best == elsewhere && p.venue() != q.venue() {
		return unknown // a hotel may be in any town
	}
	if best == elsewhere && (slices.Contains(q.parts, p.folded) || slices.Contains(p.parts, q.folded)) {
		return same
	}
	return best
}

// venue reports whether a place is a building that could stand in any town: a
// hotel, a palace that no list knows.
func (p place) venue() bool {
	return len(p.parts) == 1 && p.codes[0] == "" && p.building()
}

// building reports whether a place is named after a building in it.
func (p place) building() bool {
	if len(p.parts) > 0 {
		for w := range strings.FieldsSeq(p.parts[0]) {
			if venues[w] {
				return true
			}
		}
	}
	return false
}

var venues = set("hotel palace house hall office building centre center residence villa guesthouse embassy ministry headquarters castle club estate mansion monastery lodge inn chancellery room farm ranch airport museum library restaurant barracks consulate mission yacht offices")

// housed reports whether a place is the house of another with its state told: "the Norvanan Foreign
// Ministry", "the Foreign Ministry".
func (p place) housed(q place) bool {
	owner, ok := strings.CutSuffix(p.folded, " "+q.folded)
	if !ok || len(q.parts) != 1 || q.codes[0] != "" || !strings.Contains(q.folded, " ") {
		return false
	}
	g := gazette()
	return g.state[owner] != "" || g.demonym[owner] != "" || g.acts[owner] != ""
}

// narrower reports whether a place says more exactly where than another that holds it.
func (p place) narrower(q place) bool {
	if len(p.parts) == 0 || len(q.parts) == 0 {
		return len(p.parts) > 0
	}
	return !p.whole[0] && q.whole[0] || p.region[0] != "" && p.region[0] == q.parts[0]
}
