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
	aside    string   // "letter", "memo": a paper beside the text on the table
	sponsors []string // sides
	known    []known  // with each of the facts
	versions []*version
	disputes []dispute
	last     rapporteur.Date
	sizes    map[rapporteur.Size]int  // told, with the number of the first fact that tells it
	sources  map[rapporteur.Size]int  // told as what another was cut from
	reports  map[*paper][]*fact       // filled in when the text is settled
	counts   map[*version][]reckoning // the same
	loose    []side                   // the same, of the text whose size nobody tells
}

// known is how many words of its name and sponsors of a text are known.
type known struct{ words, sponsors int }

// version is one state of a text with its facts.
type version struct {
	rapporteur.Version
	facts []*fact
}

// asides are papers that somebody writes beside the text on the table.
var asides = set(`letter memo statement dossier submission schedule readout addendum presentation note annex annexe appendix booklet brochure
	leaflet pamphlet handout summary synopsis digest brief factsheet circular bulletin questionnaire reply response message email cable telegram notice
	supplement rider preamble chapter sheet mandate explanation commentary motion petition`)

const (
	textSpan = 150 // days after which a text nobody spoke of is another text
	soon     = 3   // days within which reports tell of one time
)

// telling is a fact of a text with what it is known by resolved.
type telling struct {
	*fact
	words    []string
	counter  bool
	aside    string
	sponsors []string // sides
}

// textRule: a text is found by the times at which it was spoken of.
func textRule() rule[*telling, *text] {
	const ever = ^uint64(0)
	return rule[*telling, *text]{
		order: func(x, y *telling) int { return byPlace(x.fact, y.fact) },
		begin: func(f *telling) *text {
			return &text{counter: f.counter, aside: f.aside, sizes: map[rapporteur.Size]int{}, sources: map[rapporteur.Size]int{}}
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
			if f.day().IsZero() {
				return []uint64{ever}
			}
			n := period(f.day(), textSpan)
			return []uint64{n, n - 1, 0}
		},
		keys:   func(_ *text, f *telling) []uint64 { return []uint64{period(f.day(), textSpan), ever} },
		circle: func(f *telling) []uint64 { return []uint64{period(f.day(), textSpan)} },
		reach:  func(_ *text, f *telling) []uint64 { return periods(f.day(), textSpan) },
		asOf:   func(t *text, _, _ *telling, n int) *text { return t.asOf(n) },
	}
}

// period is the key of a time of some days, 0 for an unknown one.
func period(d rapporteur.Date, days int) uint64 {
	if d.IsZero() {
		return 0
	}
	return uint64(1 + max(0, d.Sub(rapporteur.NewDate(1, 1, 1))/days))
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
	n := b.textName(f.Text.Name)
	t := &telling{fact: f, words: n.words, counter: n.counter}
	if w := strings.Fields(fold(f.Text.Name)); len(w) > 0 && asides[w[len(w)-1]] {
		t.aside = w[len(w)-1]
	}
	for _, id := range b.ids(f.Text.Sponsors...) {
		t.sponsors = addNew(t.sponsors, cmp.Or(b.side(id), id))
	}
	for _, w := range n.folded {
		t.sponsors = addNew(t.sponsors, b.stateNamed(w))
	}
	return t
}

// alike says how surely a fact tells of the text, 0 for not.
func (t *text) alike(f *telling) (int, string) {
	if t.counter != f.counter || t.aside != f.aside || len(f.words) > 0 && len(t.words) > 0 && !intersects(f.words, t.words) {
		return 0, ""
	}
	if !f.day().IsZero() && !t.last.IsZero() && f.day().Sub(t.last) > textSpan {
		return 0, ""
	}
	switch {
	case len(f.sponsors) > 0 && len(t.sponsors) > 0 && !intersects(f.sponsors, t.sponsors):
		return 0, ""
	case t.linked(f.fact):
		return 4, "a size of the same text"
	case t.otherPaper(f.fact, far):
		return 0, ""
	case len(f.words) > 0 && intersects(f.words, t.words):
		return 3, "same name"
	case intersects(f.sponsors, t.sponsors):
		return 2, "same sponsor, no other name"
	case t.otherPaper(f.fact, 1):
		return 0, ""
	}
	return 1, "no other text is named so"
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

// far is how many times as long another paper is than one of the same name: papers of four
// pages and of a hundred are two.
const far = 3

// otherPaper reports whether a claim tells a length in pages that the text cannot have, of
// papers so many times as long as another; two letters of two lengths are two anyway.
func (t *text) otherPaper(f *fact, times int) bool {
	s := f.Text.Size
	if s.Count == 0 || s.Unit != "page" && t.aside == "" {
		return false
	}
	other := false
	for o, n := range t.sizes {
		if o.Unit != s.Unit || n > len(t.facts) {
			continue
		}
		if t.aside == "" && o.Count < times*s.Count && s.Count < times*o.Count {
			return false
		}
		other = true
	}
	return other
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
	if f.day().After(t.last) {
		t.last = f.day()
	}
}

// asOf returns what a text is known by when n facts had told of it.
func (t *text) asOf(n int) *text {
	was := &text{counter: t.counter, aside: t.aside, facts: t.facts[:n], sizes: t.sizes, sources: t.sources, last: t.facts[n-1].day()}
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
	t.reports = make(map[*paper][]*fact, len(t.facts))
	t.Claims = make([]string, 0, len(t.facts))
	for _, f := range t.facts {
		t.reports[f.r] = append(t.reports[f.r], f)
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
		if s := t.counted(f.Text.Size); s.Count > 0 && f.Modality != rapporteur.Denied {
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
	t.reckon()
	for _, v := range t.versions {
		b.settleVersion(t, v)
	}
	t.sortVersions()
	taken := map[string]bool{}
	for _, v := range t.versions {
		v.ID = unique(taken, v.ID)
	}
	for _, v := range t.versions {
		for _, was := range b.earlierCounts(t, v) {
			was.ID = unique(taken, was.ID)
			t.Versions = append(t.Versions, was)
		}
		t.Versions = append(t.Versions, v.Version)
	}
	t.disputes = b.disputeText(t)
	return true
}

// counted returns a size in the unit that others use for as many parts: numbered paragraphs
// are points to some.
func (t *text) counted(s rapporteur.Size) rapporteur.Size {
	if s.Unit == "paragraph" {
		for o := range t.sizes {
			if o.Unit == s.Unit && o.Count != s.Count {
				return s // its paragraphs are counted by others too
			}
		}
		for _, unit := range []string{"point", "article", "clause"} {
			if o := (rapporteur.Size{Count: s.Count, Unit: unit}); t.sizes[o] > 0 {
				return o
			}
		}
	}
	return s
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
	return v.facts[0].day()
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

// apart returns how many days an interval begins after the end of another, 0 where that is not known.
func apart(i, j rapporteur.Interval) int {
	if i.From.IsZero() || j.To.IsZero() {
		return 0
	}
	return i.From.Sub(j.To)
}

// near reports whether two intervals lie within a number of days of each other; unknown ones may.
func near(i, j rapporteur.Interval, days int) bool {
	if i.IsZero() || j.IsZero() {
		return true
	}
	return i.Overlaps(j) || apart(i, j) <= days && apart(j, i) <= days
}

func (b *Keeper) settleVersion(t *text, v *version) {
	var labels tally[string]
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
		switch {
		case f.When.IsZero():
		case v.Date.IsZero(), f.When.Overlaps(v.Date) && f.When.Days() > 0 && f.When.Days() < v.Date.Days():
			v.Date = f.When
		}
	}
	v.Label = most(labels.all())
	if counts := t.counts[v]; len(counts) > 0 {
		v.Agreed = counts[len(counts)-1].n
	}
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
		for _, o := range t.reports[f.r] {
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

func sameTelling(x, y *telling) bool { return slices.Equal(x.sponsors, y.sponsors) }
