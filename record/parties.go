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
	f := fold(name)
	for _, of := range []string{" from ", " of "} { // "envoys from both countries"
		if at := strings.LastIndex(f, of); at >= 0 {
			f = f[at+len(of):]
		}
	}
	f = strings.TrimPrefix(f, "the ")
	for _, w := range []string{"both ", "two "} {
		if rest, ok := strings.CutPrefix(f, w); ok {
			return together[rest]
		}
	}
	return sides[f]
}

// sides are words for the two without "both" or "two".
var sides = set("sides parties delegations negotiators bargainers")

var together = set("sides capitals parties governments delegations countries nations leaders presidents teams states camps factions ministers negotiators premiers companies")

// principals returns the two parties that claims of meetings, points and
// positions name most, of which "both sides" is said; nobody where others are
// named nearly as often.
func (b *Keeper) principals() []string { return b.two }

// countParties counts how often parties are named. Where the two that are named
// most are others now, it returns the facts that name both together.
func (b *Keeper) countParties(gone, came, dirty []*fact) []*fact {
	for _, f := range gone {
		for _, side := range f.sides {
			b.named[side]--
		}
		b.couple(f, -1)
	}
	for _, f := range slices.Concat(came, dirty) {
		if f.gone || f.LeftOut != "" || f.Meeting == nil && f.Point == nil && f.Position == nil {
			continue
		}
		for _, side := range f.sides {
			b.named[side]--
		}
		b.couple(f, -1)
		f.sides = b.parties(f)
		for _, side := range f.sides {
			b.named[side]++
		}
		b.couple(f, 1)
	}
	counts, all := b.tallied()
	top, least, third := 0, 0, 0 // how often those are named that are named most
	for _, n := range counts {
		switch {
		case n > top:
			top, least, third = n, top, least
		case n > least:
			least, third = n, least
		case n > third:
			third = n
		}
	}
	var most []string
	for side, n := range counts {
		if n >= least && n > 0 {
			most = append(most, side)
		}
	}
	alone := least >= 4 && third*2 <= least // no third comes near the second, however often the first is named
	switch {
	case third*7 > least*5 || least*2 < top && !alone || all*5 > (top+least)*9:
		most = b.closest() // of several couples, or of many parties
	case len(most) > 0:
		slices.SortFunc(most, func(x, y string) int { return cmp.Compare(counts[y], counts[x]) })
		if top == least { // the first to be named among equals
			first := make([]string, 0, len(most))
			for _, f := range b.claimList.things {
				if !f.gone && len(first) < len(most) {
					for _, side := range f.sides {
						if slices.Contains(most, side) {
							first = addNew(first, side)
						}
					}
				}
			}
			slices.SortStableFunc(first, func(x, y string) int { return cmp.Compare(counts[y], counts[x]) })
			most = first
		}
		most = most[:min(2, len(most))]
	}
	if slices.Equal(most, b.two) {
		return nil
	}
	b.two = most
	var out []*fact
	for _, f := range b.claimList.things {
		if f.Meeting != nil && f.Meeting.Sides && !f.gone {
			out = append(out, f)
		}
	}
	for _, a := range b.names.list.things {
		if both(a.Name) {
			for _, x := range a.forms {
				out = append(out, x.facts...)
			}
		}
	}
	return out
}

// rarely is how many times as often as a party the one named most is named beside which it counts for none.
const rarely = 20

// tallied returns how often each party is named that is not named rarely, where those who speak for one count for it,
// "Teamsters negotiators" for the Teamsters, and what has no name of its own for the one union that has: "the union" for
// the Dockers' Guild; and how often all are named.
func (b *Keeper) tallied() (out map[string]int, all int) {
	top := 0
	for side, n := range b.named {
		if all, top = all+n, max(top, n); n == 0 {
			delete(b.named, side)
		}
	}
	out = map[string]int{}
	named := map[string]int{}
	for side, n := range b.named {
		if n > 0 && n*rarely >= top {
			named[side] = n
		}
	}
	byName := make(map[string]string, len(named))
	for side := range named {
		if a := b.byID[side]; a != nil {
			if name := strings.ToLower(a.Name); byName[name] == "" || side < byName[name] {
				byName[name] = side
			}
		}
	}
	heads := map[string]string{} // those of one party who are named most, by its name
	party := func(side string) string {
		if a := b.byID[side]; a != nil {
			name := strings.ToLower(a.Name)
			if whose := speaksFor(name); byName[whose] != "" {
				return whose
			}
			return name
		}
		return side
	}
	for side, n := range named {
		p := party(side)
		if h := heads[p]; h == "" || n > named[h] || n == named[h] && side < h {
			heads[p] = side
		}
	}
	for side, n := range named {
		out[heads[party(side)]] += n
	}
	first, next, most := "", 0, 0 // the unions that are named most
	for side, n := range out {
		if a := b.byID[side]; a == nil || n == 0 || a.Name == strings.ToLower(a.Name) || !ofWorkers(a.Name) && !a.calledUnion() {
			continue
		}
		switch {
		case n > most || n == most && side < first:
			first, next, most = side, most, n
		case n > next:
			next = n
		}
	}
	if most < 3 || next*3 > most {
		return out, all // several unions, or none
	}
	for _, x := range []string{"union", "guild"} {
		if side := byName[x]; side != "" && side != first {
			out[first] += out[side]
			delete(out, side)
		}
	}
	return out, all
}

// speaksFor returns the name of the party for which somebody is told to act: "dockers negotiators", "dockers union".
func speaksFor(name string) string {
	if at := strings.LastIndex(name, " "); at > 0 && speakers[name[at+1:]] {
		return name[:at]
	}
	return ""
}

// speakers are the last words in the names of those who act for a party, or of the party itself.
var speakers = set("union guild negotiators negotiator officials leaders leadership management executives members bargainers representatives delegates spokesman spokeswoman lawyers board")

// ofWorkers reports whether a name is that of a union.
func ofWorkers(name string) bool {
	return slices.ContainsFunc(strings.Fields(strings.ToLower(name)), func(w string) bool { return workers[strings.Trim(w, "’',.")] })
}

// calledUnion reports whether reports mean an actor by "the union".
func (a *actor) calledUnion() bool {
	for _, x := range a.forms {
		if x.ledger == nil {
			continue
		}
		for w := range x.meant.all() {
			if last := w.words[strings.LastIndexByte(w.words, ' ')+1:]; last == "union" || last == "guild" {
				return true
			}
		}
	}
	return false
}

// workers are words in the names of those who bargain for people at work.
var workers = set("union unions guild brotherhood teachers players actors writers nurses doctors dockers longshoremen machinists pilots drivers miners steelworkers autoworkers workers")

// couple counts the two that a meeting was of.
func (b *Keeper) couple(f *fact, n int) {
	if f.Meeting == nil {
		return
	}
	if two := addNew(nil, f.sides...); len(two) == 2 {
		slices.Sort(two)
		b.couples[[2]string{two[0], two[1]}] += n
	}
}

// closest returns the two that meet far more often than any others do, in order
// of their names; nobody where there are none.
func (b *Keeper) closest() []string {
	var two [2]string
	most, next := 0, 0
	for c, n := range b.couples {
		switch {
		case n == 0:
			delete(b.couples, c)
		case n > most:
			two, most, next = c, n, most
		case n > next:
			next = n
		}
	}
	if most < 2 || next*7 > most*5 {
		return nil
	}
	return two[:]
}

// parties returns the parties that a fact names, as often as it does.
func (b *Keeper) parties(f *fact) (out []string) {
	count := func(ms ...rapporteur.Mention) {
		for _, id := range b.ids(ms...) {
			if side := b.side(id); side != "" {
				out = append(out, side)
			} else if a := b.byID[id]; a != nil && a.class == bodyClass && (!b.anonymous(id) || camps[a.Name]) {
				out = append(out, id)
			}
		}
	}
	switch {
	case f.Meeting != nil:
		count(f.Meeting.Participants...)
		count(f.Meeting.Parties...)
	case f.Point != nil:
		count(f.Point.By...)
	case f.Position != nil:
		count(f.Position.Actor)
	}
	return out
}

// camps are words that stand for one party of a dispute within a state.
var camps = set("union unions employers company companies management government rebels guerrillas insurgents creditors bondholders opposition")

// anonymous reports whether an actor is a group that only its report can fill:
// "two leaders", "other officials".
func (b *Keeper) anonymous(id string) bool {
	a := b.byID[id]
	return a != nil && a.Kind == rapporteur.Group && a.Side == "" && a.Name == strings.ToLower(a.Name)
}
