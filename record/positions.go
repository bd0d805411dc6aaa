package record

import (
	"cmp"
	"slices"

	"rapporteur"
)

// stance is a position with its facts.
type stance struct {
	rapporteur.Position
	facts    []*fact
	on       string // as the claims have it: text, point or meeting
	common   int    // stems, with the point that it is on
	disputes []dispute
}

// attitude is a fact of a position with its actor resolved.
type attitude struct {
	*fact
	actor string
}

// positionSpan is the number of days within which an actor's words on one issue are one position where they
// have but one word in common; with more they are as long as he is spoken of, see positionMemory.
const positionSpan = 21

// positionMemory is the number of days after which a position nobody spoke of is another.
const positionMemory = 4 * positionSpan

// positionRule: a position is one actor's, of one stance, and is found by the times
// at which it was spoken of. What it says on points is listed too, see mayTurn.
func positionRule() rule[*attitude, *stance] {
	const ever = ^uint64(0)
	who := func(f *attitude) uint64 { return hash(f.actor, string(f.Position.Stance)) }
	return rule[*attitude, *stance]{
		order: func(x, y *attitude) int { return byPlace(x.fact, y.fact) },
		begin: (*attitude).begin,
		join:  (*stance).join,
		fit:   (*stance).alike,
		look: func(f *attitude) []uint64 {
			if f.day().IsZero() {
				return []uint64{who(f) ^ ever}
			}
			n := period(f.day(), positionMemory)
			return []uint64{who(f) ^ n, who(f) ^ (n - 1), who(f)}
		},
		keys: func(p *stance, f *attitude) []uint64 {
			out := []uint64{who(f) ^ period(f.day(), positionMemory), who(f) ^ ever}
			if p.on == "point" {
				for _, w := range p.facts[0].words {
					out = append(out, onPoints(p.Issue)^w)
				}
			}
			return out
		},
		circle: func(f *attitude) []uint64 { return []uint64{who(f) ^ period(f.day(), positionMemory)} },
		reach: func(_ *stance, f *attitude) []uint64 {
			out := periods(f.day(), positionMemory)
			for i := range out {
				out[i] ^= who(f)
			}
			return out
		},
	}
}

// onPoints is what the keys of positions on points of an issue have in common.
func onPoints(issue string) uint64 { return hash("on points of", issue) }

// attitude resolves a fact, nil where it tells of no position.
func (b *Keeper) attitude(f *fact) *attitude {
	actor := b.actor(f.Position.Actor)
	if actor == "" || b.byID[actor].class == outletClass || f.Modality == rapporteur.Denied || f.Modality == rapporteur.Conditional && f.Position.Stance != rapporteur.Conditions {
		return nil
	}
	f.words = without(relieved(f.wholly(f.Position.Summary)), stems(f.Position.Actor.Name))
	return &attitude{f, actor}
}

func (f *attitude) begin() *stance {
	p := &stance{}
	p.Actor, p.Stance = f.actor, f.Position.Stance
	return p
}

func (p *stance) join(f *attitude, why string) {
	if len(p.facts) > 0 {
		p.Merges = append(p.Merges, rapporteur.Merge{What: f.ID, Reason: why})
	}
	p.facts = append(p.facts, f.fact)
	p.Issue = cmp.Or(p.Issue, f.Position.Issue)
	p.on = cmp.Or(p.on, f.Position.On)
}

// alike says how surely a fact tells of the position, 0 for not.
func (p *stance) alike(f *attitude) (score, string) {
	last := p.facts[len(p.facts)-1]
	if !last.day().IsZero() && !f.day().IsZero() && f.day().Sub(last.day()) > positionMemory {
		return 0, ""
	}
	if p.Actor != f.actor || p.Stance != f.Position.Stance || p.Issue != f.Position.Issue && p.Issue != "" && f.Position.Issue != "" {
		return 0, ""
	}
	within := near(last.when(), f.when(), positionSpan)
	if !within && !near(last.when(), f.when(), positionMemory) {
		return 0, ""
	}
	best := 0.0
	for _, o := range p.facts {
		least := min(len(o.words), len(f.words))
		if least == 0 {
			continue
		}
		n := shared(o.words, f.words)
		if c := float64(n) / float64(least); c > best && (c >= 0.5 && n >= 2 || c == 1 && within) {
			best = c
		}
	}
	switch {
	case best > 0:
		return best, "same actor, same stance, like words"
	case p.on == "text" && f.Position.On == "text" && !asks[p.Stance] && near(last.when(), f.when(), soon):
		return 0.1, "same stance on the text within days"
	}
	return 0, ""
}

// asks are the stances that each say another thing of one text: what is asked for, offered or made a
// condition. Whoever accepts or rejects it does so as a whole.
var asks = map[rapporteur.Stance]bool{rapporteur.Demands: true, rapporteur.Proposes: true, rapporteur.Conditions: true}

// settleStance completes a position, but for what it is on.
func (b *Keeper) settleStance(p *stance) bool {
	p.ID = id("s", p.facts)
	p.Claims = claimIDs(p.facts)
	p.Likelihood = likeliest(p.facts)
	first := max(0, slices.IndexFunc(p.facts, func(f *fact) bool { return !f.faint() }))
	common, best := commonWords(p.facts), 0
	for n, f := range p.facts {
		if n != first && f.faint() && p.Likelihood >= rapporteur.Doubtful {
			continue // the surer ones tell it
		}
		p.Date = span(p.Date, f.when())
		if fit := common.fits(f.Position.Summary, f.words); p.Summary == "" || fit > best || fit == best && len(f.Position.Summary) > len(p.Summary) {
			p.Summary, p.Deed, best = f.Position.Summary, f.Position.Deed, fit
		}
	}
	p.Standing = b.standing(p.facts)
	return true
}

// span is the smallest interval that holds both.
func span(i, j rapporteur.Interval) rapporteur.Interval {
	switch {
	case i.IsZero():
		return j
	case j.IsZero():
		return i
	}
	if !j.From.IsZero() && (i.From.IsZero() || j.From.Before(i.From)) {
		i.From = j.From
	}
	if !j.To.IsZero() && j.To.After(i.To) {
		i.To = j.To
	}
	return i
}

func sameAttitude(x, y *attitude) bool { return x.actor == y.actor }

// target finds the text or point a position is on.
func (b *Keeper) target(p *stance) string {
	switch p.on {
	case "point":
		var best *point
		most := 0
		points := b.points.sharing(hash(anyText, p.Issue), p.facts[0].words)
		slices.SortFunc(points, func(x, y *group[*provision, *point]) int { return cmp.Compare(y.hits, x.hits) })
		for _, g := range points {
			if int(g.hits) < most {
				break // it has no more stems in common than another has as one wording
			}
			if !g.shown {
				continue
			}
			q := g.last
			if n := p.concerns(q); n > most || n == most && n > 0 && b.pointList.order(q, best) < 0 {
				best, most = q, n
			}
		}
		p.common = most
		if best != nil {
			return best.ID
		}
	case "text":
		return b.textID("", p.facts[0])
	}
	return ""
}

// concerns counts the stems that a position has in common with a point, 0 where it is not on it.
func (p *stance) concerns(q *point) int {
	if q.Issue != p.Issue {
		return 0
	}
	return p.concerned(q.said)
}

// concerned counts the stems that a position has in common with one of the wordings
// of a point, 0 where it is not on it.
func (p *stance) concerned(said []wording) int {
	words, most := p.facts[0].words, 1
	for i := range said {
		o := &said[i]
		least := min(len(o.words), len(words))
		if least <= most {
			continue
		}
		if n := shared(o.words, words); n > most && float64(n)/float64(least) >= 0.6 {
			most = n
		}
	}
	if most == 1 {
		return 0
	}
	return most
}

// retelling is the wordings that points of an issue have lost or gained.
type retelling struct{ lost, gained []wording }

// toldAnew returns the wordings, by issue, that points have lost or gained. A position
// that none of them concerns is on what it was on.
func toldAnew(was, is []*point) map[string]*retelling {
	before, now := make(map[string]*point, len(was)), make(map[string]*point, len(is))
	for _, q := range was {
		before[q.ID] = q
	}
	for _, q := range is {
		now[q.ID] = q
	}
	out := map[string]*retelling{}
	add := func(points []*point, others map[string]*point, to func(*retelling) *[]wording) {
		for _, q := range points {
			said := q.said
			if o := others[q.ID]; o != nil && o.Issue == q.Issue {
				said = slices.DeleteFunc(slices.Clone(said), o.puts)
			}
			if len(said) == 0 {
				continue
			}
			if out[q.Issue] == nil {
				out[q.Issue] = &retelling{}
			}
			list := to(out[q.Issue])
			*list = append(*list, said...)
		}
	}
	add(was, now, func(r *retelling) *[]wording { return &r.lost })
	add(is, before, func(r *retelling) *[]wording { return &r.gained })
	return out
}

// puts reports whether the point is put in those words.
func (p *point) puts(w wording) bool {
	return slices.ContainsFunc(p.said, func(o wording) bool { return o.puts(w.words, w.mark) })
}

// mayTurn returns the positions that may be on something else since points and texts changed, the new ones apart.
func (b *Keeper) mayTurn(was, is []*point, texts retold, new map[*stance]bool) (out []*stance) {
	for issue, told := range toldAnew(was, is) {
		var stems []uint64
		for _, list := range [][]wording{told.lost, told.gained} {
			for _, o := range list {
				stems = append(stems, o.words...)
			}
		}
		slices.Sort(stems)
		for _, g := range b.positions.sharing(onPoints(issue), slices.Compact(stems)) {
			p := g.last
			if !g.shown || p.on != "point" || p.Issue != issue || new[p] {
				continue
			}
			// what it has less in common with than with what it is on makes no difference
			if least := max(1, p.common); p.concerned(told.gained) >= least || p.concerned(told.lost) >= least {
				out = append(out, p)
			}
		}
	}
	for u := range texts.usages {
		if u.name != "" {
			continue
		}
		for p := range b.onTexts[u] {
			if !new[p] {
				out = append(out, p)
			}
		}
	}
	for r := range texts.reports {
		for _, f := range r.facts {
			if f.Position == nil {
				continue
			}
			m := b.positions.member(f.seated)
			if m == nil || !m.in.shown || m.in.founder != m {
				continue
			}
			if p := m.in.last; p.on == "text" && !new[p] {
				out = append(out, p)
			}
		}
	}
	return out
}

// updatePositions brings the positions up to date, and what they are on. It returns the facts of
// those that changed.
func (b *Keeper) updatePositions(touched []*fact, was, is []*point, texts retold) []*fact {
	hidden, shown := b.positions.complete(touched)
	told := factsOf(func(p *stance) []*fact { return p.facts }, hidden, shown)
	for _, p := range hidden {
		if p.on == "text" {
			delete(b.onTexts[b.usage("", p.facts[0])], p)
		}
	}
	new := map[*stance]bool{}
	for _, p := range shown {
		if p.on == "text" {
			u := b.usage("", p.facts[0])
			if b.onTexts[u] == nil {
				b.onTexts[u] = map[*stance]bool{}
			}
			b.onTexts[u][p] = true
		}
		p.On = b.target(p)
		new[p] = true
	}
	b.positionList.update(slices.Clone(hidden), slices.Clone(shown))
	var turned []*stance
	for _, p := range b.mayTurn(was, is, texts, new) {
		if on := b.target(p); on != p.On {
			p.On = on
			turned = append(turned, p)
		}
	}
	b.positionList.update(slices.Clone(turned), slices.Clone(turned))
	b.positionDisputes.listing.update(b.disputeStances(hidden, shown, turned))
	return told
}
