package record

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
)

// side is one value of a slot with the facts that give it.
type side struct {
	value string
	facts []*fact
}

// dispute is a dispute whose origins may still be numbered otherwise.
type dispute struct {
	rapporteur.Dispute
	origins [][]*origin // of each value
	within  []*paper    // reports that give several of its values
}

// dispute returns the dispute on a slot, none where all its values rest on one origin.
func (b *Keeper) dispute(kind rapporteur.Kind, thing, slot, question string, sides ...side) []dispute {
	var all []*fact
	for i := range sides {
		sides[i].facts = slices.Clone(sides[i].facts)
		inOrderOfClaims(sides[i].facts)
		all = append(all, sides[i].facts...)
	}
	if len(sides) < 2 || len(distinct(all)) < 2 {
		return nil
	}
	d := dispute{Dispute: rapporteur.Dispute{About: rapporteur.About{Kind: kind, ID: thing, Slot: slot}, Question: question}}
	slices.SortStableFunc(sides, func(x, y side) int { return cmp.Compare(b.standing(x.facts).Rank(), b.standing(y.facts).Rank()) })
	for _, s := range sides {
		d.Values = append(d.Values, rapporteur.Value{Value: s.value, Claims: claimIDs(s.facts), Standing: b.standing(s.facts)})
		d.origins = append(d.origins, distinct(s.facts))
	}
	for i := range d.Values {
		d.Values[i].Origins = originIDs(d.origins[i])
	}
	d.within = inSeveral(sides)
	d.ID = fmt.Sprintf("x%s-%s", thing[1:], strings.ReplaceAll(slot, " ", "-"))
	return []dispute{d}
}

// originIDs returns the IDs that origins have now.
func originIDs(origins []*origin) []string {
	out := make([]string, 0, len(origins))
	for _, o := range origins {
		out = append(out, o.ID)
	}
	return out
}

// inSeveral returns the reports that give several of some values.
func inSeveral(sides []side) (out []*paper) {
	first := map[*paper]int{} // of the values, that a report gives
	for i, s := range sides {
		for _, f := range s.facts {
			if k, known := first[f.r]; !known {
				first[f.r] = i
			} else if k != i && !slices.Contains(out, f.r) {
				out = append(out, f.r)
			}
		}
	}
	return out
}

// renumber tells origins by their IDs of now, where they are among those that have others.
func (d dispute) renumber(others map[*origin]bool) {
	for i, origins := range d.origins {
		if slices.ContainsFunc(origins, func(o *origin) bool { return others[o] }) {
			d.Values[i].Origins = originIDs(origins)
		}
	}
}

// disputed lists the things that are in dispute with their disputes.
type disputed[T any] struct {
	listing[T, []rapporteur.Dispute]
	of func(T) []dispute
}

func newDisputed[T any](order func(x, y T) int, of func(T) []dispute) disputed[T] {
	return disputed[T]{listing[T, []rapporteur.Dispute]{order: order, row: func(t T) []rapporteur.Dispute {
		var out []rapporteur.Dispute
		for _, d := range of(t) {
			out = append(out, d.Dispute)
		}
		return out
	}}, of}
}

func (l *disputed[T]) update(hidden, shown []T) {
	l.listing.update(contested(hidden, l.of), contested(shown, l.of))
}

// renumber tells origins that have other IDs by those of now. The rows share the values.
func (l *disputed[T]) renumber(others map[*origin]bool) {
	for _, t := range l.things {
		for _, d := range l.of(t) {
			d.renumber(others)
		}
	}
}

// within lists disputes by the reports that give several of their values.
func (l *disputed[T]) within(out map[*paper][]dispute) {
	for _, t := range l.things {
		for _, d := range l.of(t) {
			for _, p := range d.within {
				out[p] = append(out[p], d)
			}
		}
	}
}

// contested returns the things that are in dispute.
func contested[T any](things []T, of func(T) []dispute) (out []T) {
	for _, t := range things {
		if len(of(t)) > 0 {
			out = append(out, t)
		}
	}
	return out
}

func (t *text) quarrels() []dispute      { return t.disputes }
func (p *point) quarrels() []dispute     { return p.disputes }
func (p *stance) quarrels() []dispute    { return p.disputes }
func (m *meeting) quarrels() []dispute   { return m.disputes }
func (s *statement) quarrels() []dispute { return s.disputes }

func distinct(facts []*fact) []*origin {
	var out []*origin
	for _, f := range facts {
		if !slices.Contains(out, f.voice.origin) {
			out = append(out, f.voice.origin)
		}
	}
	return out
}

// opposed are statuses that cannot both hold at one time.
func opposed(x, y rapporteur.Status) bool {
	settled := func(s rapporteur.Status) bool { return s == rapporteur.Agreed || s == rapporteur.AgreedInPrinciple }
	against := func(s rapporteur.Status) bool {
		return s == rapporteur.Rejected || s == rapporteur.Open || s == rapporteur.Contested
	}
	in := func(s rapporteur.Status) bool {
		return s == rapporteur.Retained || s == rapporteur.Added || s == rapporteur.Deferred
	}
	return settled(x) && against(y) || settled(y) && against(x) || in(x) && y == rapporteur.Dropped || in(y) && x == rapporteur.Dropped
}

// became is what a fact says that a point has become, or has not.
func became(f *fact) string {
	if f.Modality == rapporteur.Denied {
		return "not " + string(f.Point.Status)
	}
	return string(f.Point.Status)
}

// doubtful reports whether a careful reader would rather not take the fact from the words:
// it may stand in the record, but disputes nothing.
func (f *fact) doubtful() bool { return f.Likelihood > 0 && f.Likelihood < 0.5 }

// faint reports whether the fact by itself would be a doubtful line.
func (f *fact) faint() bool { return f.Likelihood > 0 && f.Likelihood < rapporteur.Doubtful }

// likeliest returns the likelihood of the likeliest of facts; 0 where nothing tells how likely one is.
func likeliest(facts []*fact) float64 {
	most := 0.0
	for _, f := range facts {
		if f.Likelihood == 0 {
			return 0
		}
		most = max(most, f.Likelihood)
	}
	return most
}

// contradicts reports whether two facts of a point cannot both be true: told within
// days by two reports, or within a day by two voices of one.
func contradicts(f, g *fact) bool {
	if f.doubtful() || g.doubtful() || f.Background || g.Background || f.Modality != g.Modality && (f.Modality == rapporteur.Conditional || g.Modality == rapporteur.Conditional) {
		return false
	}
	within := soon
	if f.r.ID == g.r.ID {
		if within = 1; len(f.Chain) == 0 || len(g.Chain) == 0 || f.voice.origin == g.voice.origin {
			return false
		}
	}
	if !near(f.when(), g.when(), within) || f.when().IsZero() || g.when().IsZero() {
		return false
	}
	if (f.Modality == rapporteur.Denied) != (g.Modality == rapporteur.Denied) {
		return f.Point.Status == g.Point.Status
	}
	if f.Point.Status == rapporteur.Agreed && g.Point.Status == rapporteur.Open && f.day().After(g.day()) || g.Point.Status == rapporteur.Agreed && f.Point.Status == rapporteur.Open && g.day().After(f.day()) {
		return false // it was agreed since
	}
	return f.Modality != rapporteur.Denied && opposed(f.Point.Status, g.Point.Status)
}

// outcome is what facts say that a point has become, or has not.
type outcome struct {
	status rapporteur.Status
	denied bool
}

func (x outcome) against(y outcome) bool {
	return x.denied != y.denied && x.status == y.status || !x.denied && !y.denied && opposed(x.status, y.status)
}

func (b *Keeper) disputeStatus(p *point) []dispute {
	var told []outcome              // few
	of := make([]int, len(p.facts)) // the outcome that a fact tells
	for i, f := range p.facts {
		o := outcome{f.Point.Status, f.Modality == rapporteur.Denied}
		if of[i] = slices.Index(told, o); of[i] < 0 {
			of[i] = len(told)
			told = append(told, o)
		}
	}
	against := make([]uint32, len(told)) // bits of the others
	for i, o := range told {
		for k := range told {
			if o.against(told[k]) {
				against[i] |= 1 << k
			}
		}
	}
	for i, f := range p.facts {
		others := against[of[i]]
		for k := i + 1; k < len(p.facts) && others != 0; k++ {
			g := p.facts[k]
			if others>>of[k]&1 == 0 || !contradicts(f, g) {
				continue
			}
			sides := []side{{became(f), nil}, {became(g), nil}}
			for _, o := range p.facts {
				for k := range sides {
					if became(o) == sides[k].value && !o.Background {
						sides[k].facts = append(sides[k].facts, o)
					}
				}
			}
			return b.dispute(rapporteur.KindPoint, p.ID, "status", "What became of the point “"+p.Summary+"”?", sides...)
		}
	}
	return nil
}

// matter is what one actor accepts or rejects.
type matter struct{ actor, issue string }

// disputeStances finds what positions say against the earlier ones of their actor
// on their issue, where some are gone, new, or on something else now. It returns
// those whose disputes no longer stand, and those with the disputes they have now.
func (b *Keeper) disputeStances(gone, came, turned []*stance) (before, after []*stance) {
	again := map[*stance]bool{}
	decides := func(p *stance) *daybook {
		if p.Stance != rapporteur.Accepts && p.Stance != rapporteur.Rejects || p.Date.IsZero() {
			return nil
		}
		m := matter{p.Actor, p.Issue}
		days := b.decided[m]
		if days == nil {
			days = &daybook{by: map[int][]*stance{}}
			b.decided[m] = days
		}
		return days
	}
	for _, p := range gone {
		if days := decides(p); days != nil {
			days.remove(p)
		}
	}
	for _, p := range came {
		if days := decides(p); days != nil {
			days.add(p)
		}
	}
	for _, list := range [][]*stance{gone, came, turned} {
		for _, p := range list {
			if days := decides(p); days != nil {
				days.near(p, func(q *stance) {
					if byPlace(q.facts[0], p.facts[0]) >= 0 {
						again[q] = true
					}
				})
			}
		}
	}
	before = slices.Clone(gone)
	for p := range again {
		before, after = append(before, p), append(after, p)
	}
	before = contested(before, (*stance).quarrels)
	for _, p := range after {
		p.disputes = b.disputeStance(p, decides(p))
	}
	return before, contested(after, (*stance).quarrels)
}

// disputeStance finds what a position says against the earlier ones among some.
func (b *Keeper) disputeStance(p *stance, days *daybook) []dispute {
	var against []*fact // of all that are contrary to it
	days.near(p, func(q *stance) {
		if q.Stance == p.Stance || byPlace(q.facts[0], p.facts[0]) > 0 || !near(p.Date, q.Date, soon) || q.besideAll(p) || p.besideAll(q) {
			return
		}
		about := p.On != "" && p.On == q.On && p.On[0] == 'p' || containment(p.facts[0].words, q.facts[0].words) >= 0.6 && shared(p.facts[0].words, q.facts[0].words) >= 2
		if about {
			against = append(against, q.facts...)
		}
	})
	if len(against) == 0 {
		return nil
	}
	other := rapporteur.Accepts
	if p.Stance == other {
		other = rapporteur.Rejects
	}
	return b.dispute(rapporteur.KindPosition, p.ID, "stance", fmt.Sprintf("Where does %s stand: %s?", rapporteur.The(b.byID[p.Actor].Name), p.Summary),
		side{string(other), against}, side{string(p.Stance), p.facts})
}

// besideAll reports whether each fact of a position stands in the words of one of another: a
// sentence that tells of both tells no contrary.
func (p *stance) besideAll(o *stance) bool {
	return !slices.ContainsFunc(p.facts, func(f *fact) bool {
		return !slices.ContainsFunc(o.facts, func(g *fact) bool { return f.r == g.r && f.Span.Start < g.Span.End && g.Span.Start < f.Span.End })
	})
}

// daybook finds positions by days: those that may be near another.
type daybook struct {
	by   map[int][]*stance // by fortnight, of those that the days touch
	wide []*stance         // of which the days are many or open
}

// fortnights returns the first and last that an interval touches with some days
// around it; none where it is long or open.
func fortnights(i rapporteur.Interval) (first, last int, ok bool) {
	if i.From.IsZero() || i.To.IsZero() {
		return 0, 0, false
	}
	day := func(d rapporteur.Date) int { return d.Sub(rapporteur.NewDate(1, 1, 1)) }
	first, last = (day(i.From)-soon)/14, (day(i.To)+soon)/14
	return first, last, last-first < 8
}

func (c *daybook) add(p *stance) {
	c.change(p, func(list []*stance) []*stance { return append(list, p) })
}

func (c *daybook) remove(p *stance) {
	c.change(p, func(list []*stance) []*stance {
		return slices.DeleteFunc(list, func(q *stance) bool { return q == p })
	})
}

// change changes the lists that a position stands in.
func (c *daybook) change(p *stance, to func([]*stance) []*stance) {
	first, last, ok := fortnights(p.Date)
	if !ok {
		c.wide = to(c.wide)
		return
	}
	for k := first; k <= last; k++ {
		if c.by[k] = to(c.by[k]); len(c.by[k]) == 0 {
			delete(c.by, k)
		}
	}
}

// near calls f with the positions whose days may be near those of another, each once.
func (c *daybook) near(p *stance, f func(*stance)) {
	for _, q := range c.wide {
		f(q)
	}
	first, last, ok := fortnights(p.Date)
	look := func(k int, list []*stance) {
		for _, q := range list {
			if begin, _, _ := fortnights(q.Date); k == begin || ok && k == first {
				f(q)
			}
		}
	}
	if !ok {
		for k, list := range c.by {
			look(k, list)
		}
		return
	}
	for k := first; k <= last; k++ {
		look(k, c.by[k])
	}
}
