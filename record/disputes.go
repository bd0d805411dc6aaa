package record

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
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
}

// disputeText finds slots of one thing that are given values for one time which
// cannot all be true. A value that replaces an earlier one is a change, no dispute.
func (b *Keeper) disputeText(t *text) []dispute {
	list := slices.Concat(b.disputeSizes(t), b.disputeAuthors(t))
	for _, v := range t.versions {
		list = append(list, b.disputeAgreed(t, v)...)
	}
	return list
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
	slices.SortStableFunc(sides, func(x, y side) int { return cmp.Compare(rank(b.standing(x.facts)), rank(b.standing(y.facts))) })
	for _, s := range sides {
		d.Values = append(d.Values, rapporteur.Value{Value: s.value, Claims: claimIDs(s.facts), Standing: b.standing(s.facts)})
		d.origins = append(d.origins, distinct(s.facts))
	}
	d.ID = fmt.Sprintf("x%s-%s", thing[1:], strings.ReplaceAll(slot, " ", "-"))
	return []dispute{d}
}

// row returns the dispute with the origins by their IDs of now.
func (d dispute) row() rapporteur.Dispute {
	row := d.Dispute
	row.Values = slices.Clone(d.Values)
	for i, origins := range d.origins {
		row.Values[i].Origins = make([]string, 0, len(origins))
		for _, o := range origins {
			row.Values[i].Origins = append(row.Values[i].Origins, o.ID)
		}
	}
	return row
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
			out = append(out, d.row())
		}
		return out
	}}, of}
}

func (l *disputed[T]) update(hidden, shown []T) {
	l.listing.update(contested(hidden, l.of), contested(shown, l.of))
}

// renumber writes the rows again with the origins' IDs of now.
func (l *disputed[T]) renumber() {
	for i, t := range l.things {
		l.rows[i] = l.row(t)
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

func (t *text) quarrels() []dispute    { return t.disputes }
func (p *point) quarrels() []dispute   { return p.disputes }
func (p *stance) quarrels() []dispute  { return p.disputes }
func (m *meeting) quarrels() []dispute { return m.disputes }

func distinct(facts []*fact) []*origin {
	var out []*origin
	for _, f := range facts {
		if !slices.Contains(out, f.voice.origin) {
			out = append(out, f.voice.origin)
		}
	}
	return out
}

// rank orders standings, best first.
func rank(s rapporteur.Standing) int {
	return slices.Index([]rapporteur.Standing{
		rapporteur.Signed, rapporteur.BothSides, rapporteur.OnTheRecord,
		rapporteur.SeveralOrigins, rapporteur.OneOrigin, rapporteur.Unattributed,
	}, s)
}

// disputeSizes finds versions that are given for one time in different sizes:
// cut from the same size, or for the same days, or by reports that go on to
// disagree after both were out.
func (b *Keeper) disputeSizes(t *text) (list []dispute) {
	used := map[*version]bool{}
	for i, v := range t.versions {
		if used[v] || v.Size.Unit == "document" {
			continue
		}
		sides := []side{{sizeWords(v.Size), v.sized()}}
		for _, w := range t.versions[i+1:] {
			if !used[w] && w.Size.Unit == v.Size.Unit && w.Size.Count != v.Size.Count && t.clash(v, w) {
				sides = append(sides, side{sizeWords(w.Size), w.sized()})
				used[w] = true
			}
		}
		if denied := t.denials(v); len(sides) < 2 && len(denied) > 0 {
			sides = append(sides, side{"not " + sizeWords(v.Size), denied})
		}
		if len(sides) > 1 {
			question := fmt.Sprintf("How many %ss does %s have?", cmp.Or(v.Size.Unit, "part"), named(t.Name))
			if from := v.CutFrom; from > 0 {
				question = fmt.Sprintf("To how many %ss was %s cut from %d?", cmp.Or(v.Size.Unit, "part"), named(t.Name), from)
			}
			for _, d := range b.dispute(rapporteur.KindText, t.ID, "size", question, sides...) {
				d.ID = "x" + v.ID[1:] + "-size" // a text may be disputed at several times
				list = append(list, d)
			}
		}
	}
	return list
}

// sized returns the facts that give the version its size, as news or not.
func (v *version) sized() []*fact {
	var out []*fact
	for _, f := range v.facts {
		if f.Text.Size == v.Size {
			out = append(out, f)
		}
	}
	return out
}

// denials returns the facts that deny the version's size about when it is told.
func (t *text) denials(v *version) []*fact {
	var out []*fact
	for _, f := range t.facts {
		if f.Modality == rapporteur.Denied && f.Text.Size == v.Size &&
			slices.ContainsFunc(v.sized(), func(o *fact) bool { return !o.Background && near(o.when(), f.when(), soon) }) {
			out = append(out, f)
		}
	}
	return out
}

func (t *text) clash(v, w *version) bool {
	fv, fw := v.sized(), w.sized()
	if len(fv) == 0 || len(fw) == 0 || t.descends(v, w) || t.descends(w, v) {
		return false
	}
	if v.CutFrom > 0 && v.CutFrom == w.CutFrom {
		return v.Date.IsZero() || w.Date.IsZero() || near(v.Date, w.Date, soon)
	}
	if v.CutFrom > 0 && w.CutFrom > 0 { // cuts of different states
		return v.Date.Exact() && v.Date == w.Date
	}
	if from := max(v.CutFrom, w.CutFrom); from > 0 && max(v.Size.Count, w.Size.Count) >= from {
		return false // the larger may be an earlier state
	}
	for _, f := range fv {
		for _, g := range fw {
			if f.Background || g.Background || f.Modality == rapporteur.Denied || g.Modality == rapporteur.Denied {
				continue
			}
			if f.Text.Label != "" && g.Text.Label != "" && f.Text.Label != g.Text.Label {
				continue
			}
			if near(f.when(), g.when(), 2) && !f.when().IsZero() && !g.when().IsZero() {
				return true
			}
		}
	}
	return false
}

// descends reports whether a version came of another by cuts.
func (t *text) descends(v, of *version) bool {
	for range t.versions {
		if v == nil || v.CutFrom == 0 {
			return false
		}
		if v.CutFrom == of.Size.Count {
			return true
		}
		v = t.find(rapporteur.Size{Count: v.CutFrom, Unit: v.Size.Unit})
	}
	return false
}

func sizeWords(s rapporteur.Size) string {
	unit := cmp.Or(s.Unit, "part")
	if s.Count != 1 {
		unit += "s"
	}
	return strconv.Itoa(s.Count) + " " + unit
}

// named puts an article before a text's name where it takes one.
func named(name string) string {
	if f := strings.Fields(name); len(f) > 0 && (strings.HasSuffix(f[0], "'s") || strings.HasSuffix(f[0], "’s")) {
		return name
	}
	if strings.HasPrefix(strings.ToLower(name), "the ") {
		return name
	}
	return "the " + name
}

func (b *Keeper) disputeAuthors(t *text) (list []dispute) {
	type who struct{ in, out []*fact }
	about := map[string]*who{}
	var order []string
	note := func(f *fact, ms []rapporteur.Mention, in bool) {
		var parties []string
		for _, id := range b.ids(ms...) {
			parties = addNew(parties, cmp.Or(b.side(id), id))
			if both(b.byID[id].Name) {
				parties = addNew(parties, b.principals()...)
			}
		}
		for _, party := range parties {
			w := about[party]
			if w == nil {
				w = &who{}
				about[party] = w
				order = append(order, party)
			}
			if in && !slices.Contains(w.in, f) {
				w.in = append(w.in, f)
			} else if !in && !slices.Contains(w.out, f) {
				w.out = append(w.out, f)
			}
		}
	}
	for _, f := range t.facts {
		note(f, f.Text.Authors, f.Modality != rapporteur.Denied)
		note(f, f.Text.NotAuthors, false)
	}
	for _, party := range order {
		if w := about[party]; len(w.in) > 0 && len(w.out) > 0 {
			name := b.byID[party].Name
			for _, d := range b.dispute(rapporteur.KindText, t.ID, "authorship", fmt.Sprintf("Did %s take part in drafting %s?", withArticle(name), named(t.Name)),
				side{name + " took part", w.in}, side{name + " took no part", w.out}) {
				d.ID += "-" + party
				list = append(list, d)
			}
		}
	}
	return list
}

func withArticle(name string) string {
	switch name {
	case "United States", "United Kingdom", "United Nations", "European Union", "Netherlands", "Philippines", "African Union", "United Arab Emirates":
		return "the " + name
	}
	return name
}

func (b *Keeper) disputeAgreed(t *text, v *version) []dispute {
	var sides, contested []side
	for _, f := range t.facts {
		n, size := f.Text.Agreed, f.Text.Size
		if size.Count == 0 && t.latest(f, size.Unit) == v { // "ten points are settled", of the text that is on the table
			size = v.Size
		}
		if n == 0 || size != v.Size || n > size.Count || f.Background || f.Modality == rapporteur.Denied {
			continue
		}
		value := strconv.Itoa(n) + " of " + strconv.Itoa(v.Size.Count)
		at := slices.IndexFunc(sides, func(s side) bool { return s.value == value })
		if at < 0 {
			if len(sides) > 0 && !near(sides[len(sides)-1].facts[0].when(), f.when(), 1) {
				if len(sides) > 1 {
					contested = sides
				}
				sides = nil // later news: a change
			}
			sides = append(sides, side{value: value})
			at = len(sides) - 1
		}
		sides[at].facts = append(sides[at].facts, f)
	}
	if len(sides) < 2 {
		sides = contested
	}
	return b.dispute(rapporteur.KindText, v.ID, "agreed", fmt.Sprintf("How many of the %s of %s are agreed?", sizeWords(v.Size), named(t.Name)), sides...)
}

// latest returns the version that was on the table when a fact was told.
func (t *text) latest(f *fact, unit string) *version {
	var out *version
	for _, v := range t.versions {
		if v.Size.Unit != "document" && (unit == "" || unit == v.Size.Unit) && !f.day.Before(v.begin()) {
			out = v
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
	in := func(s rapporteur.Status) bool { return s == rapporteur.Retained || s == rapporteur.Added }
	return settled(x) && against(y) || settled(y) && against(x) || in(x) && y == rapporteur.Dropped || in(y) && x == rapporteur.Dropped
}

func (b *Keeper) disputeStatus(p *point) []dispute {
	for i, f := range p.facts {
		for _, g := range p.facts[i+1:] {
			if f.Background || g.Background || f.Modality != g.Modality && (f.Modality == rapporteur.Conditional || g.Modality == rapporteur.Conditional) {
				continue
			}
			if !opposed(f.Point.Status, g.Point.Status) || f.r.ID == g.r.ID || !near(f.when(), g.when(), soon) || f.when().IsZero() || g.when().IsZero() {
				continue
			}
			sides := []side{{string(f.Point.Status), nil}, {string(g.Point.Status), nil}}
			for _, o := range p.facts {
				for k := range sides {
					if string(o.Point.Status) == sides[k].value && !o.Background {
						sides[k].facts = append(sides[k].facts, o)
					}
				}
			}
			return b.dispute(rapporteur.KindPoint, p.ID, "status", "What became of the point “"+p.Summary+"”?", sides...)
		}
	}
	return nil
}

// disputeStances finds what each position of one actor says against the earlier
// ones. The positions come in order of their first claims.
func (b *Keeper) disputeStances(all []*stance) {
	contrary := func(x, y rapporteur.Stance) bool {
		yes := func(s rapporteur.Stance) bool { return s == rapporteur.Accepts }
		no := func(s rapporteur.Stance) bool { return s == rapporteur.Rejects }
		return yes(x) && no(y) || yes(y) && no(x)
	}
	for i, p := range all {
		p.disputes = nil
		for _, q := range all[:i] {
			if !contrary(p.Stance, q.Stance) || p.Issue != q.Issue || !near(p.Date, q.Date, soon) || p.Date.IsZero() || q.Date.IsZero() {
				continue
			}
			about := p.On != "" && p.On == q.On && p.On[0] == 'p' || containment(p.facts[0].words, q.facts[0].words) >= 0.6 && shared(p.facts[0].words, q.facts[0].words) >= 2
			if !about {
				continue
			}
			p.disputes = append(p.disputes, b.dispute(rapporteur.KindPosition, p.ID, "stance", fmt.Sprintf("Where does %s stand: %s?", withArticle(b.byID[p.Actor].Name), p.Summary),
				side{string(q.Stance), q.facts}, side{string(p.Stance), p.facts})...)
		}
	}
}

func (b *Keeper) disputeMeeting(m *meeting) (list []dispute) {
	what := m.words(b, m.Place)
	var dates, lengths, states []side
	told := map[string]int{} // lengths as worded
	add := func(list []side, value string, f *fact, alike func(o string) bool) []side {
		for i := range list {
			if alike(list[i].value) {
				list[i].facts = append(list[i].facts, f)
				return list
			}
		}
		return append(list, side{value, []*fact{f}})
	}
	for _, e := range m.told {
		f := e.fact
		if e.dated && e.days.Exact() && !m.ranged && !round(m.Date) && !e.Meeting.Journey && happens(e.state) == happens(m.State) {
			v := e.days.String()
			dates = add(dates, v, f, func(o string) bool { return o == v })
		}
		if n := e.Meeting.Minutes; n > 0 && happens(e.state) {
			lengths = add(lengths, duration(n), f, func(o string) bool { return closeTo(n, told[o]) })
			told[duration(n)] = n
		}
		switch {
		case e.Background || f.Modality == rapporteur.Hedged:
		case happens(m.State) && !f.day.IsZero() && f.day.Before(m.Date.From):
			// told before the day, of a plan that came otherwise
		case happens(e.state):
			states = add(states, "held", f, func(o string) bool { return o == "held" })
		case e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingDenied:
			v := string(e.state)
			states = add(states, v, f, func(o string) bool { return o == v })
		case e.state == rapporteur.MeetingPlanned || e.state == rapporteur.MeetingNotPlanned:
			if m.State == rapporteur.MeetingPlanned || m.State == rapporteur.MeetingNotPlanned {
				v := string(e.state)
				states = add(states, v, f, func(o string) bool { return o == v })
			}
		}
	}
	list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "date", "When was "+what+"?", dates...)...)
	list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "place", "Where was "+m.words(b, "")+"?", m.places()...)...)
	list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "minutes", "How long was "+what+"?", lengths...)...)
	if len(states) > 1 && near(states[0].facts[len(states[0].facts)-1].when(), states[1].facts[0].when(), soon) {
		list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "state", "Did "+what+" take place, or will it?", states...)...)
	}
	var in, out []*fact
	absent := ""
	for _, e := range m.told {
		for _, a := range e.absent {
			if absent == "" && slices.ContainsFunc(m.told, func(o *encounter) bool { return slices.Contains(o.people, a) }) {
				absent = a
			}
		}
	}
	if absent != "" {
		for _, e := range m.told {
			if slices.Contains(e.people, absent) {
				in = append(in, e.fact)
			}
			if slices.Contains(e.absent, absent) {
				out = append(out, e.fact)
			}
		}
		name := b.byID[absent].Name
		list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "participants", fmt.Sprintf("Was %s at %s?", name, what), side{name + " took part", in}, side{name + " was not there", out})...)
	}
	return list
}

// words names a meeting at a place.
func (m *meeting) words(b *Keeper, place string) string {
	named := m.Meeting
	named.Place = place
	return meetingWords(named, func(id string) string { return b.byID[id].Name })
}

// places returns the places that are given for a meeting and cannot all be its own:
// towns first, then states, of which a town may be one, and buildings only where
// nothing else is told, since a building may stand in any town.
func (m *meeting) places() (sides []side) {
	const town, state, building = 0, 1, 2
	for width := town; width <= building && (width < building || len(sides) == 0); width++ {
		for _, e := range m.told {
			is := town
			switch {
			case len(e.place.parts) == 0:
				continue
			case e.place.venue():
				is = building
			case e.place.whole[0]:
				is = state
			}
			if is != width {
				continue
			}
			at := slices.IndexFunc(sides, func(s side) bool { return readPlace(s.value).compare(e.place) != elsewhere })
			if at < 0 {
				at = len(sides)
				sides = append(sides, side{value: e.Meeting.Place})
			}
			sides[at].facts = append(sides[at].facts, e.fact)
		}
	}
	return sides
}

// meetingWords names a meeting in a line or a question.
func meetingWords(m rapporteur.Meeting, name func(string) string) string {
	list := m.Participants
	if len(list) < 2 {
		list = m.Parties
	}
	var who []string
	for _, id := range list[:min(3, len(list))] {
		who = append(who, withArticle(name(id)))
	}
	s := "the " + cmp.Or(map[string]string{"phone": "phone call", "video": "video call", "summit": "summit", "round": "round", "visit": "visit"}[m.Format], "meeting")
	switch len(who) {
	case 0:
	case 1:
		if m.Format == "visit" {
			s += " of " + who[0]
		} else {
			s += " with " + who[0]
		}
	default:
		s += " of " + strings.Join(who[:len(who)-1], ", ") + " and " + who[len(who)-1]
	}
	switch p := readPlace(m.Place); {
	case m.Place == "":
	case p.building():
		s += " at the " + strings.TrimPrefix(m.Place, "the ")
	default:
		s += " in " + m.Place
	}
	return s
}

func duration(n int) string {
	h, m := n/60, n%60
	switch {
	case h == 0:
		return fmt.Sprintf("%d min", m)
	case m == 0:
		return fmt.Sprintf("%d h", h)
	}
	return fmt.Sprintf("%d h %d min", h, m)
}

// closeTo reports whether two lengths may be one, roughly told.
func closeTo(a, b int) bool {
	d := a - b
	if d < 0 {
		d = -d
	}
	return d <= 30 || float64(d) <= 0.15*float64(max(a, b))
}
