package record

import (
	"cmp"
	"slices"

	"rapporteur"
)

// point is a provision with the facts that tell of it.
type point struct {
	rapporteur.Point
	facts    []*fact
	by       []string
	sides    []string // of by
	vague    bool
	text     string // ID
	said     []wording
	marks    []signature // of the words of what was said
	disputes []dispute
}

// provision is a fact of a point with its obligors and its text resolved.
type provision struct {
	*fact
	words   []uint64
	bare    []uint64 // words that are no names of states, nor too general to tell a matter by
	figures []uint64 // of the words, see amounts
	rare    []uint64 // figures that hardly any other provision has
	mark    uint64   // see wording
	by      []string
	sides   []string // those for whom they act, besides
	vague   bool     // who is to do it is told by a word for many: "the rebels"
	text    string   // ID
	sense   sense
	until   uint64 // day to which it puts something off, see deferral
	defers  bool
	toll    toll
}

// wording is one way a point is put, with the report that put it so last.
type wording struct {
	words   []uint64
	bare    []uint64
	figures []uint64
	rare    []uint64
	mark    uint64 // of the words, which differs where they do but for very few
	report  *paper
	status  rapporteur.Status
	sense   sense
	until   uint64
	defers  bool
	toll    toll
	issue   string
	issues  []string
}

// puts reports whether the words are those of the wording.
func (w *wording) puts(words []uint64, mark uint64) bool {
	return w.mark == mark && slices.Equal(w.words, words)
}

// anyText is what points of all texts are found under.
const anyText = "*"

// pointRule: a point is found by its text and the stems of what was said of it, or, as one matter may
// be told of two texts, by its issue and the stems that tell the matter.
func pointRule() rule[*provision, *point] {
	stems := func(of string, words, out []uint64) []uint64 {
		head := hash(of)
		for _, w := range words {
			out = append(out, head^w)
		}
		return out
	}
	inText := func(f *provision, of string, out []uint64) []uint64 {
		out = stems(of, f.words, out)
		if !unfiled(f.Point.Issue) {
			out = stems("#"+f.Point.Issue, f.bare, out)
		}
		return out
	}
	look := func(f *provision) []uint64 {
		if f.text == "" {
			return stems(anyText, f.words, nil)
		}
		return inText(f, f.text, stems("", f.words, nil))
	}
	keys := func(p *point, f *provision) []uint64 {
		if p.text == "" {
			return stems("", f.words, stems(anyText, f.words, nil))
		}
		return inText(f, p.text, stems(anyText, f.words, nil))
	}
	return rule[*provision, *point]{
		order: func(x, y *provision) int { return byPlace(x.fact, y.fact) },
		begin: func(p *provision) *point { return &point{text: p.text} },
		join:  (*point).join,
		fit:   func(p *point, f *provision) (score, string) { return p.alike(f) },
		look:  look,
		least: (*provision).least,
		keys:  keys,
	}
}

// provision resolves a fact, nil where it tells of no point.
func (b *Keeper) provision(f *fact) *provision {
	if f.Modality == rapporteur.Denied && f.Point.Status == rapporteur.Proposed {
		return nil // "there is no such point"
	}
	f.words = b.pointWords(f)
	mark := uint64(0)
	for _, w := range f.words {
		mark += w
	}
	out := &provision{
		fact: f, words: f.words, bare: bare(f.words, f.Point.Summary), figures: amounts(f.Point.Summary), rare: rareAmounts(f.Point.Summary), mark: mark, by: b.ids(f.Point.By...),
		vague: len(f.Point.By) > 0 && !slices.ContainsFunc(f.Point.By, func(m rapporteur.Mention) bool { return m.Kind != rapporteur.Group }),
		text:  b.textID(f.Point.Text, f), sense: senseOf(f.Point), until: deferral(f.Point.Summary), defers: defers(f.Point.Summary),
	}
	for _, id := range out.by {
		out.sides = addNew(out.sides, cmp.Or(b.side(id), id))
	}
	if out.toll = tollOf(out); f.Point.Text != "" && !out.toll.aimless() {
		out.toll = toll{} // the goods of a text are told in many words
	}
	return out
}

func sameProvision(x, y *provision) bool {
	return x.text == y.text && slices.Equal(x.by, y.by) && slices.Equal(x.sides, y.sides) && slices.Equal(x.words, y.words)
}

func (p *point) join(f *provision, why string) {
	if len(p.facts) > 0 {
		p.Merges = append(p.Merges, rapporteur.Merge{What: f.ID, Reason: why})
	}
	p.facts = append(p.facts, f.fact)
	p.vague = p.vague || f.vague
	p.by, p.sides = addNew(p.by, f.by...), addNew(p.sides, f.sides...)
	for i := range p.said {
		if o := &p.said[i]; o.puts(f.words, f.mark) {
			o.report, o.status = f.r, f.Point.Status
			return
		}
	}
	p.marks = append(p.marks, signed(f.words))
	p.said = append(p.said, wording{f.words, f.bare, f.figures, f.rare, f.mark, f.r, f.Point.Status, f.sense, f.until, f.defers, f.toll, f.Point.Issue, f.Point.Issues})
}

// undertaking are stems that say that something is to be done, not what.
var undertaking = stems(`pledge commitment commit obligation oblige oblige requirement require need promise undertake undertaking idea legislative refrain expected allowed agree agreed want wants
	remain resolve unresolved settle open sticking outstanding touch discuss hardly barely still fully final largely broadly main key major matter demand reference possible possibility`)

// pointWords returns the stems of a summary without those of its obligors.
func (b *Keeper) pointWords(f *fact) []uint64 {
	w := relieved(f.wholly(f.Point.Summary))
	if bare := without(slices.Clone(w), undertaking); len(bare) > 1 {
		w = bare
	}
	if bare := without(slices.Clone(w), measuring()); len(bare) > 1 {
		w = bare
	}
	for _, m := range f.Point.By {
		w = without(w, stems(m.Name))
		if a := b.names.of(m.Name, m.Kind); a != nil {
			if side := b.byID[b.side(a.ID)]; side != nil {
				w = without(w, stems(side.Name))
			}
		}
	}
	if len(w) == 0 { // "the question": that of its report
		w = append(w, hash(f.r.ID, fold(f.Point.Summary)))
	}
	return w
}

// least is how many stems a fact shares with a point that it tells of, see alike.
func (f *provision) least() int {
	switch {
	case len(f.words) <= 3:
		return 1
	case unfiled(f.Point.Issue), f.toll.told && len(f.words) > 4: // "duties" and "percent" are in all of them
		return 3
	}
	return 2
}

// alike says how surely a fact tells of the point, 0 for not.
func (p *point) alike(f *provision) (float64, string) {
	elsewhere := p.text != f.text && p.text != "" && f.text != ""
	sameBy := intersects(p.by, f.by) || intersects(p.sides, f.sides)
	if !sameBy && len(p.by) > 0 && len(f.by) > 0 && (f.toll.told || !p.vague && !f.vague) {
		return 0, "" // of two that lay duties on each other, a group is one or the other
	}
	if p.onOthers(f) {
		return 0, ""
	}
	best, mark := 0.0, signed(f.words)
	for i := range p.said {
		if most := p.marks[i].inCommon(mark); most < 2 && most < min(len(p.said[i].words), len(f.words)) {
			continue // see tells
		}
		if elsewhere && !p.said[i].carries(f) {
			continue
		}
		best = max(best, p.said[i].tells(p, f, sameBy))
	}
	if best == 0 {
		return 0, ""
	}
	if sameBy {
		return best + 1, "like issue, same obligor, like words"
	}
	return best, "like issue, like words"
}

// tells says how surely a fact tells of what a wording puts, 0 for not. They have two words at least in common,
// or all of one.
func (o *wording) tells(p *point, f *provision, sameBy bool) float64 {
	if min(len(o.words), len(f.words)) == 0 {
		return 0
	}
	if o.against(f) || o.deferredAgain(f) || p.text == "" && o.mark != f.mark && long(o.report.Published, f.day()) && !o.ofOneMatter(f) {
		return 0
	}
	n := shared(o.words, f.words)
	if n < f.least() || n < 2 && n < min(len(o.words), len(f.words)) {
		return 0
	}
	akin, inCommon := o.akin(f.Point) && !unfiled(f.Point.Issue), shared(o.bare, f.bare)
	if !akin && !sameBy && inCommon < 2 && o.mark != f.mark {
		return 0
	}
	c := float64(n) / float64(min(len(o.words), len(f.words)))
	exact := n == len(o.words) && n == len(f.words)
	brief := sameBy && c == 1 && max(len(o.words), len(f.words)) <= 3
	need, least := 0.6, 2
	switch {
	case !akin:
		n, c = inCommon, containment(o.bare, f.bare)
		need, least = 0.75, 3
	case o.issue != f.Point.Issue, !sameBy && len(p.by) > 0 && len(f.by) > 0:
		need = 0.7
	case sameBy && (min(len(o.bare), len(f.bare)) == 0 || inCommon > 0):
		need = 0.5
	}
	if o.report != f.r && (n > 2 || n > 1 && o.issue == f.Point.Issue) && shared(o.figures, f.figures) > 0 {
		need, least = min(need, 0.4), 2
	}
	if o.report == f.r && o.status == f.Point.Status {
		need = max(need, 0.67) // one report lists its points apart
	}
	// of another report of those months, half of what tells the matter is enough
	told := o.report != f.r && o.issue == f.Point.Issue && inCommon > 1 && containment(o.bare, f.bare) >= 0.5 && !long(o.report.Published, f.day())
	if told {
		need = min(need, 0.5)
	}
	if c < 1 && !told && (o.status == rapporteur.Proposed) != (f.Point.Status == rapporteur.Proposed) {
		need = max(need, 0.75) // that the size was agreed does not say that the cut was
	}
	if o.toll.like(&f.toll) {
		need = min(need, 0.3)
	}
	if o.ofOneMatter(f) {
		need, least = min(need, 0.5), 2
	}
	if o.sense.against(f.sense) && (!exact || o.status == f.Point.Status) {
		return 0
	}
	if exact || brief || c >= need && (n >= least || o.names(f, p)) || o.ofOneMatter(f) && o.marked(f) {
		return max(c, 0.01) + float64(n)/100
	}
	return 0
}

// ofOneMatter reports whether a provision of another report has so much in common with a wording that time makes it no
// other: all that tells the matter of the shorter, two words at least, or a figure that hardly any other has, and a
// word besides.
func (o *wording) ofOneMatter(f *provision) bool {
	if o.report == f.r || unfiled(o.issue) || unfiled(f.Point.Issue) || !o.akin(f.Point) {
		return false
	}
	return shared(o.bare, f.bare) > 1 && containment(o.bare, f.bare) == 1 || o.marked(f)
}

// marked reports whether a provision has a figure in common with a wording that hardly any other has, and a word
// that tells the matter besides.
func (o *wording) marked(f *provision) bool {
	return shared(o.rare, f.rare) > 0 && o.akin(f.Point) && shared(o.bare, f.bare) > shared(o.figures, f.figures)
}

// names reports whether one of two provisions of one issue names a matter by a word alone, "the subscriber fee", that the
// other says more of, and nothing else that is told of the point does without it.
func (o *wording) names(f *provision, p *point) bool {
	if o.report == f.r || o.issue != f.Point.Issue || unfiled(o.issue) {
		return false
	}
	matter, n := o.bare, len(o.words)
	if len(f.bare) < len(matter) {
		matter, n = f.bare, len(f.words)
	}
	if len(matter) != 1 || n > 3 || shared(o.bare, f.bare) != 1 {
		return false
	}
	for i := range p.said {
		if w := &p.said[i]; len(w.bare) > 1 && len(f.bare) > 1 && shared(w.bare, f.bare) < 2 {
			return false // of two that the name fits
		}
	}
	return true
}

// carries reports whether a provision that another report tells of another text is that of the
// wording, as it went from a list of demands to the accord: of one issue, with what tells the
// matter in common, and no other figure.
func (o *wording) carries(f *provision) bool {
	if o.report == f.r || unfiled(o.issue) || !o.akin(f.Point) {
		return false
	}
	if o.mark == f.mark && len(f.words) > 1 || o.ofOneMatter(f) && (len(o.figures) == 0 || len(f.figures) == 0 || shared(o.figures, f.figures) > 0) {
		return true
	}
	n := shared(o.bare, f.bare)
	return o.issue == f.Point.Issue && !long(o.report.Published, f.day()) && n >= max(2, f.least()) && containment(o.bare, f.bare) >= 0.5 && (len(o.figures) == 0 || len(f.figures) == 0 || shared(o.figures, f.figures) > 0)
}

// akin reports whether a provision is of the same matter as a wording: the main issue of one is one of the other's.
func (o *wording) akin(f *rapporteur.PointClaim) bool {
	return o.issue == f.Issue || slices.Contains(o.issues, f.Issue) || slices.Contains(f.Issues, o.issue)
}

// weight orders statuses of one day: to be told of a change is more than to be told that a point stands in the text.
var weight = map[rapporteur.Status]int{
	rapporteur.Proposed: 0, rapporteur.Open: 1, rapporteur.Contested: 2, rapporteur.Retained: 3, rapporteur.Added: 4,
	rapporteur.Reworded: 5, rapporteur.Moved: 6, rapporteur.Deferred: 7, rapporteur.AgreedInPrinciple: 8, rapporteur.Agreed: 9,
	rapporteur.Dropped: 10, rapporteur.Rejected: 11,
}

func (b *Keeper) settlePoint(p *point) bool {
	p.ID = id("p", p.facts)
	p.Claims = claimIDs(p.facts)
	p.Issue, p.Issues = p.matter()
	if len(p.by) > 0 {
		p.By, p.AlsoBy = p.by[0], p.by[1:]
	}
	p.Text = p.text
	type moment struct {
		rapporteur.StatusChange
		background bool
		faint      bool
		facts      []*fact
	}
	var history []*moment
	for _, f := range p.facts {
		if f.Modality == rapporteur.Denied {
			continue // it has not become that
		}
		day := f.day()
		if !f.When.To.IsZero() && (day.IsZero() || f.When.To.Before(day)) {
			day = f.When.To
		}
		at := slices.IndexFunc(history, func(m *moment) bool { return m.Status == f.Point.Status && m.Date == day })
		if at < 0 {
			m := &moment{background: true, faint: true}
			m.Status, m.Date = f.Point.Status, day
			history = append(history, m)
			at = len(history) - 1
		}
		m := history[at]
		m.facts = append(m.facts, f)
		m.Claims = append(m.Claims, f.ID)
		m.background = m.background && (f.Background || f.Modality == rapporteur.Conditional)
		m.faint = m.faint && f.faint()
	}
	if len(history) == 0 {
		return false
	}
	slices.SortStableFunc(history, func(x, y *moment) int {
		return cmp.Or(x.Date.Compare(y.Date), cmp.Compare(weight[x.Status], weight[y.Status]))
	})
	var now *moment
	for _, m := range history {
		switch {
		case now == nil || now.faint && !m.faint:
			now = m
		case m.faint && !now.faint: // what the words hardly tell takes nothing back
		case now.background && !m.background || !m.background && m.Status != rapporteur.Proposed ||
			now.Status == rapporteur.Proposed && (!m.background || now.background):
			now = m // but a later report of what the text holds takes nothing back
		}
		p.History = append(p.History, m.StatusChange)
	}
	p.Status = now.Status
	p.Likelihood = likeliest(p.facts)
	p.Summary = b.summary(p)
	p.Standing = b.standing(now.facts)
	if now.Status == rapporteur.Proposed {
		p.Standing = b.standing(p.facts)
	}
	p.disputes = append(b.disputeStatus(p), b.disputeFigures(p)...)
	return true
}

// matter returns the issue that most facts tell a point under, the first of equals, and the others.
func (p *point) matter() (issue string, others []string) {
	times := map[string]int{}
	for _, f := range p.facts {
		times[f.Point.Issue]++
		others = addNew(others, f.Point.Issue)
	}
	for _, s := range others {
		if issue == "" || unfiled(issue) || !unfiled(s) && times[s] > times[issue] {
			issue = s
		}
	}
	for _, f := range p.facts {
		others = addNew(others, f.Point.Issues...)
	}
	return issue, slices.DeleteFunc(others, func(s string) bool { return s == issue || unfiled(s) })
}

// unfiled reports whether an issue is none that an agenda knows.
func unfiled(issue string) bool { return issue == "other" || issue == "" }
