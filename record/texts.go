package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// text is a text on the table with the facts that tell of it.
type text struct {
	rapporteur.Text
	facts    []*fact
	words    []string // what tells its name from those of other texts
	counter  bool
	sponsors []string // sides
	known    []known  // with each of the facts
	versions []*version
	disputes []dispute
	last     rapporteur.Date
	sizes    map[rapporteur.Size]int // told, with the number of the first fact that tells it
	sources  map[rapporteur.Size]int // told as what another was cut from
	reports  map[string][]*fact      // filled in when the text is settled
}

// known is how many words of its name and sponsors of a text are known.
type known struct{ words, sponsors int }

// version is one state of a text with its facts.
type version struct {
	rapporteur.Version
	facts []*fact
}

// heads are words that any text under negotiation is called by.
var heads = set(`plan plans draft drafts proposal proposals deal deals text texts document documents agreement agreements treaty accord
	pact framework initiative offer offers list paper package peace new revised initial final updated original latest first second
	point article clause page chapter so called full whole current proposed settlement interim working version truce ceasefire trade`)

// nameWords returns the words of a text's name that tell it from another, and whether it answers another text.
func nameWords(name string) (words []string, counter bool) {
	for w := range strings.FieldsSeq(fold(name)) {
		switch {
		case strings.HasPrefix(w, "counter") || w == "alternative":
			counter = true
		case heads[w] || stop[w] || w[0] <= '9':
		case gazette().demonym[w] != "" || gazette().state[w] != "":
		default:
			words = append(words, stem(w))
		}
	}
	slices.Sort(words)
	return slices.Compact(words), counter
}

const (
	textSpan = 150 // days after which a text nobody spoke of is another text
	soon     = 3   // days within which reports tell of one time
)

// telling is a fact of a text with what it is known by resolved.
type telling struct {
	*fact
	words    []string
	counter  bool
	sponsors []string // sides
}

// textRule: a text is found by the times at which it was spoken of.
func textRule() rule[*telling, *text] {
	const ever = ^uint64(0)
	return rule[*telling, *text]{
		order: func(x, y *telling) int { return byPlace(x.fact, y.fact) },
		begin: func(f *telling) *text {
			return &text{counter: f.counter, sizes: map[rapporteur.Size]int{}, sources: map[rapporteur.Size]int{}}
		},
		join: (*text).join,
		fit: func(t *text, f *telling) (score, string) {
			n, why := t.alike(f)
			if n == 0 {
				return 0, ""
			}
			return score(n) + score(len(t.facts))*1e-7, why // among equals the one that more is said of
		},
		look: func(f *telling) []uint64 {
			if f.day.IsZero() {
				return []uint64{ever}
			}
			n := period(f.day, textSpan)
			return []uint64{n, n - 1, 0}
		},
		keys:   func(_ *text, f *telling) []uint64 { return []uint64{period(f.day, textSpan), ever} },
		circle: func(f *telling) []uint64 { return []uint64{period(f.day, textSpan)} },
		reach:  func(_ *text, f *telling) []uint64 { return periods(f.day, textSpan) },
		asOf:   func(t *text, _, _ *telling, n int) *text { return t.asOf(n) },
	}
}

// period is the key of a time of some days, 0 for an unknown one.
func period(d rapporteur.Date, days int) uint64 {
	if d.IsZero() {
		return 0
	}
	return uint64(1 + max(0, d.Sub(rapporteur.Date{Year: 1, Month: 1, Day: 1})/days))
}

// periods returns the keys of the times that the days after a day lie in, and of unknown times.
func periods(d rapporteur.Date, days int) []uint64 {
	if d.IsZero() {
		return []uint64{0}
	}
	n := period(d, days)
	return []uint64{n, n + 1, 0}
}

// telling resolves a fact, nil where it tells of no text.
func (b *Keeper) telling(f *fact) *telling {
	if f.Modality == rapporteur.Conditional || f.Modality == rapporteur.Planned && f.Text.Size.Count == 0 {
		return nil
	}
	t := &telling{fact: f}
	t.words, t.counter = nameWords(f.Text.Name)
	for _, id := range b.ids(f.Text.Sponsors...) {
		t.sponsors = addNew(t.sponsors, cmp.Or(b.side(id), id))
	}
	for w := range strings.FieldsSeq(fold(f.Text.Name)) {
		t.sponsors = addNew(t.sponsors, b.stateNamed(w))
	}
	return t
}

// alike says how surely a fact tells of the text, 0 for not.
func (t *text) alike(f *telling) (int, string) {
	if t.counter != f.counter || len(f.words) > 0 && len(t.words) > 0 && !intersects(f.words, t.words) {
		return 0, ""
	}
	if !f.day.IsZero() && !t.last.IsZero() && f.day.Sub(t.last) > textSpan {
		return 0, ""
	}
	switch {
	case len(f.sponsors) > 0 && len(t.sponsors) > 0 && !intersects(f.sponsors, t.sponsors):
		return 0, ""
	case t.linked(f.fact):
		return 4, "a size of the same text"
	case len(f.words) > 0 && intersects(f.words, t.words):
		return 3, "same name"
	case intersects(f.sponsors, t.sponsors):
		return 2, "same sponsor, no other name"
	}
	return 1, "no other text is named so"
}

// stateNamed returns the actor of a state by its name or demonym, where the record has it.
func (b *Keeper) stateNamed(word string) string {
	if code := cmp.Or(gazette().demonym[word], gazette().state[word]); code != "" {
		if a := b.byCode[code]; a != nil {
			return a.ID
		}
		return ""
	}
	return b.names.sideOf(word)
}

// linked reports whether a claim tells a size that the text has, or comes from, or was cut to.
func (t *text) linked(f *fact) bool {
	s := f.Text.Size
	if s.Count == 0 || s.Unit == "document" {
		return false
	}
	from := rapporteur.Size{Count: f.Text.CutFrom, Unit: s.Unit}
	told := func(n int) bool { return n > 0 && n <= len(t.facts) }
	return told(t.sizes[s]) || told(t.sources[s]) || f.Text.CutFrom > 0 && told(t.sizes[from])
}

func (t *text) join(f *telling, why string) {
	if len(t.facts) > 0 {
		t.Merges = append(t.Merges, rapporteur.Merge{What: f.ID, Reason: why})
	}
	t.facts = append(t.facts, f.fact)
	t.words = addNew(t.words, f.words...)
	t.sponsors = addNew(t.sponsors, f.sponsors...)
	t.known = append(t.known, known{len(t.words), len(t.sponsors)})
	if s := f.Text.Size; s.Count > 0 {
		n := len(t.facts)
		t.sizes[s] = cmp.Or(t.sizes[s], n)
		if f.Text.CutFrom > 0 {
			from := rapporteur.Size{Count: f.Text.CutFrom, Unit: s.Unit}
			t.sources[from] = cmp.Or(t.sources[from], n)
		}
	}
	if f.day.After(t.last) {
		t.last = f.day
	}
}

// asOf returns what a text is known by when n facts had told of it.
func (t *text) asOf(n int) *text {
	was := &text{counter: t.counter, facts: t.facts[:n], sizes: t.sizes, sources: t.sources, last: t.facts[n-1].day}
	was.words, was.sponsors = t.words[:t.known[n-1].words], t.sponsors[:t.known[n-1].sponsors]
	if was.last.IsZero() { // those without a day are the last
		was.last = t.last
	}
	return was
}

// settleText completes a text, unless all that is said of it is that there is none.
func (b *Keeper) settleText(t *text) bool {
	if !slices.ContainsFunc(t.facts, func(f *fact) bool { return f.Modality != rapporteur.Denied }) {
		return false
	}
	var names, sponsors tally[string]
	var order []string
	t.reports = make(map[string][]*fact, len(t.facts))
	t.Claims = make([]string, 0, len(t.facts))
	for _, f := range t.facts {
		t.reports[f.r.ID] = append(t.reports[f.r.ID], f)
		t.Claims = append(t.Claims, f.ID)
		if f.Modality == rapporteur.Denied {
			t.NotAuthors = addNew(t.NotAuthors, b.ids(f.Text.NotAuthors...)...)
			continue
		}
		if f.Text.Name != "" {
			names.add(cleanName(f.Text.Name, false), 1)
		}
		for _, s := range b.ids(f.Text.Sponsors...) {
			sponsors.add(s, 1)
			order = addNew(order, s)
		}
		t.Authors = addNew(t.Authors, b.ids(f.Text.Authors...)...)
		t.NotAuthors = addNew(t.NotAuthors, b.ids(f.Text.NotAuthors...)...)
		if f.Text.Access != "" && !f.Background {
			t.Access = f.Text.Access
		}
		if f.Text.AgreedShare > 0 && !f.Background {
			t.AgreedShare = f.Text.AgreedShare
		}
	}
	t.Name = cmp.Or(most(names.all()), "text")
	slices.SortStableFunc(order, func(x, y string) int { return cmp.Compare(sponsors.of(y), sponsors.of(x)) })
	t.Sponsors = order
	t.ID = id("t", t.facts)
	t.Standing = b.standing(t.facts)

	for _, f := range t.facts {
		if s := f.Text.Size; s.Count > 0 && f.Modality != rapporteur.Denied {
			t.version(s, f)
		}
	}
	for _, f := range t.facts {
		// the size a text came from is a version too, if only by that word
		if from := f.Text.CutFrom; from > 0 && f.Modality != rapporteur.Denied && f.Text.Size.Unit != "document" {
			if v := t.find(rapporteur.Size{Count: from, Unit: f.Text.Size.Unit}); v == nil {
				t.version(rapporteur.Size{Count: from, Unit: f.Text.Size.Unit}, f)
			}
		}
	}
	for _, v := range t.versions {
		b.settleVersion(t, v)
	}
	t.sortVersions()
	taken := map[string]bool{}
	for _, v := range t.versions {
		v.ID = unique(taken, v.ID)
		t.Versions = append(t.Versions, v.Version)
	}
	t.disputes = b.disputeText(t)
	return true
}

// sortVersions orders versions by time; what another was cut from comes before it.
func (t *text) sortVersions() {
	begin, depth := map[*version]rapporteur.Date{}, map[*version]int{}
	for _, v := range t.versions {
		begin[v] = v.begin()
	}
	for range t.versions { // as often as a chain may be long
		for _, v := range t.versions {
			from := t.find(rapporteur.Size{Count: v.CutFrom, Unit: v.Size.Unit})
			if v.CutFrom == 0 || from == nil || depth[from] > len(t.versions) {
				continue
			}
			depth[v] = depth[from] + 1
			if begin[v].IsZero() {
				begin[v] = begin[from]
			} else if begin[from].IsZero() || begin[v].Before(begin[from]) {
				begin[from] = begin[v]
			}
		}
	}
	slices.SortStableFunc(t.versions, func(x, y *version) int {
		if x, y := begin[x].IsZero(), begin[y].IsZero(); x != y {
			return map[bool]int{true: -1, false: 1}[x]
		}
		return cmp.Or(begin[x].Compare(begin[y]), cmp.Compare(depth[x], depth[y]), byPlace(x.facts[0], y.facts[0]))
	})
}

// begin is the first day of the version, or of the first report of it.
func (v *version) begin() rapporteur.Date {
	if !v.Date.From.IsZero() {
		return v.Date.From
	}
	return v.facts[0].day
}

func (t *text) find(s rapporteur.Size) *version {
	for _, v := range t.versions {
		if v.Size == s {
			return v
		}
	}
	return nil
}

// version adds a fact to the version of that size. Piles of documents handed
// over at different times are different ones.
func (t *text) version(s rapporteur.Size, f *fact) {
	for _, v := range t.versions {
		if v.Size != s {
			continue
		}
		if s.Unit == "document" && !near(v.facts[len(v.facts)-1].when(), f.when(), 14) {
			continue
		}
		v.facts = append(v.facts, f)
		v.Merges = append(v.Merges, rapporteur.Merge{What: f.ID, Reason: "same size and unit"})
		return
	}
	v := &version{facts: []*fact{f}}
	v.Size = s
	t.versions = append(t.versions, v)
}

// near reports whether two intervals lie within a number of days of each other; unknown ones may.
func near(i, j rapporteur.Interval, days int) bool {
	if i.IsZero() || j.IsZero() {
		return true
	}
	i.From, i.To = i.From.AddDays(-days), i.To.AddDays(days)
	return i.Overlaps(j)
}

func (b *Keeper) settleVersion(t *text, v *version) {
	var labels tally[string]
	var agreedAt rapporteur.Date
	for _, f := range v.facts {
		if f.Text.Size != v.Size { // named only as the size another came from
			continue
		}
		if l := strings.ToLower(f.Text.Label); l != "" {
			labels.add(l, 1)
		}
		if f.Text.CutFrom > 0 && v.CutFrom == 0 {
			v.CutFrom = f.Text.CutFrom
		}
		if f.Text.Agreed > 0 && !f.day.Before(agreedAt) {
			v.Agreed, agreedAt = f.Text.Agreed, f.day
		}
		if f.Text.Open > 0 && f.Text.Agreed == 0 && f.Text.Open < v.Size.Count && !f.day.Before(agreedAt) {
			v.Agreed, agreedAt = v.Size.Count-f.Text.Open, f.day
		}
		switch {
		case f.When.IsZero():
		case v.Date.IsZero(), f.When.Overlaps(v.Date) && f.When.Days() > 0 && f.When.Days() < v.Date.Days():
			v.Date = f.When
		}
	}
	v.Label = most(labels.all())
	if v.CutFrom == 0 {
		v.CutFrom = t.origin(v)
	}
	inOrderOfClaims(v.facts)
	v.ID = id("v", v.facts)
	v.Claims = claimIDs(v.facts)
	v.Standing = b.standing(v.facts)
}

// origin returns the size that a version came from where a report gives its size
// beside a first one, without saying that the one was cut to the other.
func (t *text) origin(v *version) int {
	for _, f := range v.facts {
		if f.Text.Size != v.Size || f.Background || first[strings.ToLower(f.Text.Label)] {
			return 0
		}
		for _, o := range t.reports[f.r.ID] {
			if o.Text.Size.Unit == v.Size.Unit && v.Size.Unit != "document" && o.Text.Size.Count > v.Size.Count &&
				(o.Background || first[strings.ToLower(o.Text.Label)]) && o.Modality != rapporteur.Denied {
				return o.Text.Size.Count
			}
		}
	}
	return 0
}

// first are labels of the state that a text began in.
var first = set("first initial original originally early initially")

// retold says for which claims of other kinds the text that they speak of may be another now.
type retold struct {
	names   map[string]bool // those that give it such a name
	reports map[string]bool // those of reports that tell of a text
}

// listTexts takes up what changed among the texts.
func (b *Keeper) listTexts(hidden, shown []*text, restated bool) retold {
	b.textList.update(hidden, shown)
	b.textDisputes.update(hidden, shown)
	now := retold{map[string]bool{}, map[string]bool{}}
	for _, t := range hidden {
		for r := range t.reports {
			now.reports[r] = true
			if b.textsIn[r] = slices.DeleteFunc(b.textsIn[r], func(o *text) bool { return o == t }); len(b.textsIn[r]) == 0 {
				delete(b.textsIn, r)
			}
		}
	}
	for _, t := range shown {
		for r := range t.reports {
			now.reports[r] = true
			b.textsIn[r] = append(b.textsIn[r], t)
		}
	}
	if len(hidden)+len(shown) == 0 && !restated {
		return now
	}
	for name, best := range b.textFor {
		was := ""
		if best != nil {
			was = best.ID
		}
		if best = b.mostLikely(name, best, hidden, shown, restated); best == nil && was != "" || best != nil && was != best.ID {
			now.names[name] = true
		}
		b.textFor[name] = best
	}
	return now
}

// mostLikely returns the text that a name speaks of now that some texts changed.
func (b *Keeper) mostLikely(name string, best *text, hidden, shown []*text, restated bool) *text {
	words, counter := nameWords(name)
	among := shown
	if at := slices.Index(hidden, best); best != nil && at >= 0 || restated {
		// where it only grew, it is still before all that did not change
		grown := -1
		if !restated {
			grown = slices.IndexFunc(shown, func(t *text) bool {
				return t.ID == best.ID && len(t.facts) >= len(best.facts) && b.called(t, name, words, counter) >= b.called(best, name, words, counter)
			})
		}
		if grown < 0 {
			best, among = nil, b.textList.things
		} else {
			best = shown[grown]
		}
	}
	for _, t := range among {
		best = b.likelier(best, t, b.called(t, name, words, counter), b.called(best, name, words, counter))
	}
	return best
}

// inOtherTexts returns the facts of points that may stand in another text.
func (b *Keeper) inOtherTexts(now retold) (out []*fact) {
	look := func(f *fact) {
		if m := b.points.members[f]; m != nil && m.part.text != b.textID(f.Point.Text, f) {
			out = append(out, f)
		}
	}
	for r := range now.reports {
		for _, f := range b.reports[r].facts {
			if f.Point != nil {
				look(f)
			}
		}
	}
	for name := range now.names {
		for _, f := range b.naming[name] {
			look(f)
		}
	}
	return out
}

// textOf returns the text that a claim of another kind speaks of: by its name,
// by the report, or the only one there is.
func (b *Keeper) textOf(name string, f *fact) *text {
	best, ok := b.textFor[name]
	if !ok {
		best = b.mostLikely(name, nil, nil, b.textList.things, false)
		b.textFor[name] = best
	}
	told := b.textsIn[f.r.ID]
	if best == nil || len(told) == 0 {
		return best
	}
	words, counter := nameWords(name)
	score := func(t *text) int {
		n := b.called(t, name, words, counter)
		if n > 0 && slices.Contains(told, t) {
			n += 2
		}
		return n
	}
	for _, t := range told {
		best = b.likelier(best, t, score(t), score(best))
	}
	return best
}

// likelier returns which of two texts a claim speaks of: the one of the higher
// score, then the one that more is said of, then the earlier.
func (b *Keeper) likelier(best, t *text, n, most int) *text {
	switch {
	case n == 0 || n < most || t == best:
		return best
	case best == nil || n > most || len(t.facts) > len(best.facts) || len(t.facts) == len(best.facts) && b.textList.order(t, best) < 0:
		return t
	}
	return best
}

// called says how well a text may be called by a name, 0 for not.
func (b *Keeper) called(t *text, name string, words []string, counter bool) int {
	if t == nil || name != "" && t.counter != counter || len(words) > 0 && len(t.words) > 0 && !intersects(words, t.words) {
		return 0
	}
	n := 1
	if intersects(words, t.words) {
		n += 4
	}
	for w := range strings.FieldsSeq(fold(name)) {
		if s := b.stateNamed(w); s != "" && slices.Contains(t.sponsors, s) {
			n += 2
		}
	}
	return n
}

func (b *Keeper) textID(name string, f *fact) string {
	if t := b.textOf(name, f); t != nil {
		return t.ID
	}
	return ""
}

func sameTelling(x, y *telling) bool { return slices.Equal(x.sponsors, y.sponsors) }
