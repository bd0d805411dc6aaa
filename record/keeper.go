// Package record merges claims into the record of a negotiation. [Build] makes
// one of all reports at once, a [Keeper] keeps one to which reports are added,
// and [Changes] compares two. It knows no language processing and no storage.
//
// The record is made in stages: actors, the first voices (origins), then texts,
// points, positions, meetings, deadlines and statements, and last the disputes.
// In each, facts are put one by one, in order of their reports, into the group
// that fits best (see sequence), so that the record does not depend on the order
// in which reports were added, and what a new report says nothing of stays as it is.
package record

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"rapporteur"
)

// fact is a claim with its report, its place in the order of all claims, and
// its first voice.
type fact struct {
	*rapporteur.Claim
	r     *paper
	voice voice
	*detail
	sentence *sentence // its words, where they may have been copied
	nth      int32     // of the claims of the report
	seated   int32     // see part

	gone, fresh, dirty, sought, noted bool
}

// detail is what is kept of facts of some kinds.
type detail struct {
	words   []uint64 // stems of the summary, where the kind has one
	sides   []string // parties that it names, see principals
	whole   bool     // the words are all of them, see wholly
	counted bool     // its figures are known, see Keeper.figures
}

// plainly is the detail of facts of the other kinds.
var plainly = &detail{}

// quote returns the words of the claim.
func (f *fact) quote() string { return f.Span.In(f.r.Body) }

// day returns the day of the report.
func (f *fact) day() rapporteur.Date { return f.r.Published }

// when returns the day or days the fact belongs to: the claim's, else the report's.
func (f *fact) when() rapporteur.Interval {
	if !f.When.IsZero() {
		return f.When
	}
	if f.day().IsZero() {
		return rapporteur.Interval{}
	}
	return rapporteur.On(f.day())
}

// Keeper keeps a record to which reports and claims are added. Adding costs what
// the new claims touch; the record is always the one that [Build] makes of all
// that was added, in whatever order.
type Keeper struct {
	asOf     rapporteur.Date
	closed   bool // see once
	reports  map[string]*paper
	latest   map[string]int                 // edition by address
	editions map[string][]*paper            // by address
	waiting  map[string][]*rapporteur.Claim // claims that came before their report
	facts    supply[fact]
	details  supply[detail]

	names   *registry
	byID    map[string]*actor
	byCode  map[string]*actor
	two     []string          // see principals
	named   map[string]int    // how often parties are named
	couples map[[2]string]int // how often two parties are those of a meeting

	outsiders map[string]bool // offices already judged, see outsider

	origins    *origins
	texts      *stage[*telling, *text]
	points     *stage[*provision, *point]
	positions  *stage[*attitude, *stance]
	meetings   *stage[*encounter, *meeting]
	again      *sequence[*meeting, *meeting] // meetings, looked at once more
	agenda     listing[*meeting, struct{}]   // all of them, in order, those of others too
	loose      map[*meeting]bool             // those to be judged, see judge …
	vague      []*meeting                    // … and those that tell little of when
	deadlines  *stage[*due, *deadline]
	statements *stage[*utterance, *statement]
	said       folder                      // for the words of statements, one after the other
	grams      []uint32                    // … that they come to
	uttered    []*utterance                // in order, of which only the words were read
	figures    map[*fact][]figure          // in provisions that were looked at and have some
	textNames  map[string]*textName        // by the names that claims give to a text
	usages     map[uint64][]*usage         // by time, see usage …
	textsAt    map[uint64][]*text          // … and the texts that are spoken of around then
	onTexts    map[*usage]map[*stance]bool // by what a text without a name is at their time
	decided    map[matter]*daybook         // stances that accept or reject

	reportList    listing[*paper, rapporteur.Report]
	claimList     listing[*fact, *rapporteur.Claim]
	textList      listing[*text, rapporteur.Text]
	pointList     listing[*point, rapporteur.Point]
	positionList  listing[*stance, rapporteur.Position]
	meetingList   listing[*meeting, rapporteur.Meeting]
	deadlineList  listing[*deadline, rapporteur.Deadline]
	statementList listing[*statement, *rapporteur.Statement]

	textDisputes      disputed[*text]
	pointDisputes     disputed[*point]
	meetingDisputes   disputed[*meeting]
	positionDisputes  disputed[*stance]
	statementDisputes disputed[*statement]
	contraries        contraries
	exchanges         exchanges
}

// paper is a report with the facts read from it.
type paper struct {
	rapporteur.Report
	outlet string // as well as it is known
	rank   int32  // among all reports, in their order
	facts  []*fact
	points []*fact // of them
	texts  []*text // that it tells of

	brackets []int32 // bytes of the body where a space and an opening bracket stand
}

// NewKeeper returns a keeper of the record as of a date (zero: all that is known).
func NewKeeper(asOf rapporteur.Date) *Keeper {
	b := &Keeper{
		asOf: asOf, reports: map[string]*paper{}, latest: map[string]int{}, editions: map[string][]*paper{},
		waiting: map[string][]*rapporteur.Claim{}, names: newRegistry(), named: map[string]int{}, couples: map[[2]string]int{}, outsiders: map[string]bool{}, textNames: map[string]*textName{}, usages: map[uint64][]*usage{}, textsAt: map[uint64][]*text{},
		onTexts: map[*usage]map[*stance]bool{}, loose: map[*meeting]bool{}, figures: map[*fact][]figure{}, decided: map[matter]*daybook{},
	}
	b.byID, b.byCode = b.names.byID, b.names.byCode
	b.contraries, b.exchanges = newContraries(), newExchanges()
	b.origins = newOrigins(b)
	b.texts = newStage(textRule(), b.telling, sameTelling, b.settleText)
	b.points = newStage(pointRule(), b.provision, sameProvision, b.settlePoint)
	b.positions = newStage(positionRule(), b.attitude, sameAttitude, b.settleStance)
	b.meetings = newStage(meetingRule(), b.meets, sameEncounter, (*meeting).ready)
	b.again = newSequence(againRule())
	b.deadlines = newStage(deadlineRule(), b.due, sameDue, b.settleDeadline)
	b.statements = newStage(statementRule(), b.utterance, sameUtterance, b.settleStatement)

	b.reportList = listing[*paper, rapporteur.Report]{
		order: func(x, y *paper) int { return byDay(&x.Report, &y.Report) },
		row:   func(p *paper) rapporteur.Report { return p.Report },
	}
	b.claimList = listing[*fact, *rapporteur.Claim]{order: byPlace, row: func(f *fact) *rapporteur.Claim { return f.Claim }}
	b.textList = listing[*text, rapporteur.Text]{
		order: func(x, y *text) int { return byPlace(x.facts[0], y.facts[0]) },
		row:   func(t *text) rapporteur.Text { return t.Text },
	}
	b.pointList = listing[*point, rapporteur.Point]{
		order: func(x, y *point) int { return byPlace(x.facts[0], y.facts[0]) },
		row:   func(p *point) rapporteur.Point { return p.Point },
	}
	b.positionList = listing[*stance, rapporteur.Position]{
		order: func(x, y *stance) int {
			return cmp.Or(x.Date.From.Compare(y.Date.From), byPlace(x.facts[0], y.facts[0]))
		},
		row: func(p *stance) rapporteur.Position { return p.Position },
	}
	b.meetingList = listing[*meeting, rapporteur.Meeting]{
		order: func(x, y *meeting) int {
			return cmp.Or(x.begin().Compare(y.begin()), byPlace(x.told[0].fact, y.told[0].fact))
		},
		row: func(m *meeting) rapporteur.Meeting { return m.Meeting },
	}
	b.agenda = listing[*meeting, struct{}]{order: b.meetingList.order, row: func(*meeting) struct{} { return struct{}{} }}
	b.deadlineList = listing[*deadline, rapporteur.Deadline]{
		order: func(x, y *deadline) int {
			return cmp.Or(x.Date.From.Compare(y.Date.From), byPlace(x.facts[0], y.facts[0]))
		},
		row: func(d *deadline) rapporteur.Deadline { return d.Deadline },
	}
	b.statementList = listing[*statement, *rapporteur.Statement]{
		order: func(x, y *statement) int {
			return cmp.Or(x.Date.From.Compare(y.Date.From), byPlace(x.facts[0], y.facts[0]))
		},
		row: func(s *statement) *rapporteur.Statement { return s.Statement },
	}
	b.statementDisputes = newDisputed(b.statementList.order, (*statement).quarrels)
	b.textDisputes = newDisputed(b.textList.order, (*text).quarrels)
	b.pointDisputes = newDisputed(b.pointList.order, (*point).quarrels)
	b.meetingDisputes = newDisputed(b.meetingList.order, (*meeting).quarrels)
	b.positionDisputes = newDisputed(func(x, y *stance) int { return byPlace(x.facts[0], y.facts[0]) }, (*stance).quarrels)
	return b
}

// Build merges the claims of reports into a record, as of a date (zero: all that
// is known). The result does not depend on the order of its arguments.
func Build(reports []rapporteur.Report, claims []rapporteur.Claim, asOf rapporteur.Date) *rapporteur.Record {
	b := NewKeeper(asOf)
	b.once()
	b.Add(reports, claims)
	return b.Record()
}

// once tells the keeper that it is added to once: what finds the claims that those
// to come have a bearing on is not kept, nor what actors and voices were found by.
func (b *Keeper) once() {
	b.closed, b.names.closed = true, true
	b.texts.closed, b.points.closed, b.positions.closed, b.meetings.closed, b.again.closed = true, true, true, true, true
	b.deadlines.closed, b.statements.closed, b.origins.unsaid.closed = true, true, true
}

// Add takes up reports and claims; those that are known, and what was published
// after the day of the record, make no difference. The claims must not be altered
// afterwards.
func (b *Keeper) Add(reports []rapporteur.Report, claims []rapporteur.Claim) {
	papers, gone, came := b.take(reports, claims)
	var copied, dirty, voiced []*fact
	var now *restated
	atOnce(
		func() { dirty, now = b.names.update(gone, came, papers) },
		func() {
			b.readWords(came)
			copied = b.origins.copies.update(gone, came)
		},
	)
	dirty = append(dirty, b.countParties(gone, came, dirty)...)
	if b.closed {
		b.names.close()
	}
	stances := news{gone, came, unite(came, dirty)}.of(rapporteur.KindPosition)
	atOnce( // whoever tells of a position, it is the same one
		func() { voiced = b.origins.update(gone, came, copied, dirty) },
		func() { stances.changed = b.positions.group(stances) },
	)
	if b.closed {
		b.origins.close(came)
	}
	changed := unite(came, dirty, voiced)
	all := news{gone, came, unite(came, changed, deniers(came, changed))}
	// what is on the table does not depend on who met whom, nor either on who said what
	var tabled, met, timed, worded []*fact // of things that changed
	atOnce(
		func() {
			tabled = b.updateTexts(all, now, unite(nil, stances.changed, ofKind(voiced, rapporteur.KindPosition)))
		},
		func() {
			met = b.updateMeetings(all.of(rapporteur.KindMeeting))
			due, set := b.deadlines.update(all.of(rapporteur.KindDeadline))
			timed = factsOf(func(d *deadline) []*fact { return d.facts }, due, set)
			b.deadlineList.update(due, set)
		},
		func() {
			hidden, shown := b.statements.update(all.of(rapporteur.KindStatement))
			worded = factsOf(func(s *statement) []*fact { return s.facts }, hidden, shown)
			b.statementList.update(hidden, shown)
			b.statementDisputes.update(hidden, shown)
			b.contraries.update(gone, came)
			b.exchanges.update(gone, came)
			if b.closed {
				b.uttered = nil
				b.contraries.close()
			}
		},
	)
	b.forget(all.gone, all.came, all.changed, tabled, met, timed, worded)
	if others := b.origins.renumbered; len(others) > 0 {
		b.textDisputes.renumber(others)
		b.pointDisputes.renumber(others)
		b.meetingDisputes.renumber(others)
		b.positionDisputes.renumber(others)
		b.statementDisputes.renumber(others)
		b.contraries.renumber(others)
		b.exchanges.renumber(others)
		clear(others)
	}
}

// forget lets go of what the reports of some facts make: they came or went, tell something else
// now, or belong to things that do.
func (b *Keeper) forget(lists ...[]*fact) {
	var of *paper
	for _, list := range lists {
		for _, f := range list {
			if f.r != of {
				of = f.r
				b.exchanges.forget(of)
				b.contraries.forget(of)
			}
		}
	}
}

// atOnce does things that do not depend on one another at the same time.
func atOnce(things ...func()) {
	var wait sync.WaitGroup
	for _, do := range things[1:] {
		wait.Go(do)
	}
	things[0]()
	wait.Wait()
}

// updateTexts brings the texts up to date, and what is on them: points and positions,
// of which some facts tell something else without being grouped otherwise. It returns the facts
// of those that changed.
func (b *Keeper) updateTexts(all news, now *restated, stances []*fact) []*fact {
	texts, points := all.of(rapporteur.KindText), all.of(rapporteur.KindPoint)
	for _, f := range texts.came {
		n := b.textName(f.Text.Name)
		n.texts = append(n.texts, f)
	}
	for _, f := range points.came {
		c := b.usage(f.Point.Text, f)
		c.points = append(c.points, f)
		f.r.points = append(f.r.points, f)
	}
	renamed := b.rename(now)
	for _, n := range renamed {
		texts.changed = append(texts.changed, n.texts...)
	}
	texts.changed = unite(texts.came, texts.changed)
	hidden, shown := b.texts.update(texts)
	touched := factsOf(func(t *text) []*fact { return t.facts }, hidden, shown)
	retold := b.listTexts(hidden, shown, renamed)
	points.changed = unite(points.came, points.changed, b.inOtherTexts(retold))
	was, is := b.points.update(points)
	touched = append(touched, factsOf(func(p *point) []*fact { return p.facts }, was, is)...)
	b.pointList.update(was, is)
	b.pointDisputes.update(was, is)
	touched = append(touched, b.updatePositions(stances, was, is, retold)...)
	if b.closed {
		b.forgetWords(all.came)
	}
	return touched
}

// forgetWords lets go of what points and positions were found and compared by. No more come.
func (b *Keeper) forgetWords(facts []*fact) {
	for _, p := range b.pointList.things {
		p.said, p.marks = nil, nil
	}
	for _, f := range facts {
		if f.Kind == rapporteur.KindPoint || f.Kind == rapporteur.KindPosition {
			f.detail = plainly
		}
	}
	b.figures = nil
}

// Record returns the record of all that was added. It shares memory with the
// keeper: it is good until the next Add, and must not be altered.
func (b *Keeper) Record() *rapporteur.Record {
	disputes := slices.Concat(slices.Concat(b.textDisputes.rows...), slices.Concat(b.pointDisputes.rows...),
		slices.Concat(b.meetingDisputes.rows...), slices.Concat(b.positionDisputes.rows...), b.onWords())
	var contrary []contradiction
	atOnce(func() { contrary = b.contrary() }, b.exchange)
	within := map[*paper][]dispute{}
	b.textDisputes.within(within)
	b.pointDisputes.within(within)
	b.meetingDisputes.within(within)
	b.positionDisputes.within(within)
	b.statementDisputes.within(within)
	for _, d := range besidesFigures(disputes, contrary) {
		disputes = append(disputes, d.Dispute)
		for _, p := range d.within {
			within[p] = append(within[p], d.dispute)
		}
	}
	return &rapporteur.Record{
		AsOf: b.asOf, Reports: b.reportList.all(), Actors: b.names.list.all(), Texts: b.textList.all(), Points: b.pointList.all(),
		Positions: b.positionList.all(), Meetings: b.meetingList.all(), Deadlines: b.deadlineList.all(), Statements: b.statementList.all(),
		Claims: b.claimList.all(), Origins: b.origins.list.all(), Disputes: b.withExchanges(disputes, within),
	}
}

// take keeps the reports published by the day of the record, each once, and their
// claims, and returns the facts that stand now and those that no longer do: an
// earlier edition is kept, but its claims no longer stand.
func (b *Keeper) take(reports []rapporteur.Report, claims []rapporteur.Claim) (fresh []*paper, gone, came []*fact) {
	var listed []*fact
	take := func(p *paper, c *rapporteur.Claim) {
		nth := ordinal(c)
		if slices.ContainsFunc(p.facts, func(f *fact) bool { return f.nth == nth && f.ID == c.ID }) {
			return
		}
		f := b.facts.new()
		f.Claim, f.r, f.nth, f.detail = c, p, nth, plainly
		if c.Point != nil || c.Position != nil || c.Meeting != nil || c.Deadline != nil {
			f.detail = b.details.new()
		}
		p.facts = append(p.facts, f)
		f.gone = p.URL != "" && p.Edition < b.latest[p.URL]
		listed = append(listed, f)
	}
	for i := range reports {
		r := &reports[i]
		if b.reports[r.ID] != nil || !r.PublishedBy(b.asOf) {
			continue
		}
		p := &paper{Report: *r, outlet: outletName(r), brackets: bracketsIn(r.Body)}
		b.reports[r.ID] = p
		fresh = append(fresh, p)
		if r.URL == "" {
			continue
		}
		if r.Edition > b.latest[r.URL] {
			b.latest[r.URL] = r.Edition
			for _, o := range b.editions[r.URL] {
				for _, f := range o.facts {
					if !f.gone {
						f.gone = true
						gone = append(gone, f)
					}
				}
			}
		}
		b.editions[r.URL] = append(b.editions[r.URL], p)
	}
	b.reportList.update(nil, slices.Clone(fresh))
	for i := len(b.reportList.things) - 1; i >= 0 && b.reportList.things[i].rank != int32(i); i-- { // from the first that came
		b.reportList.things[i].rank = int32(i)
	}
	for _, p := range fresh {
		for _, c := range b.waiting[p.ID] {
			take(p, c)
		}
		delete(b.waiting, p.ID)
	}
	for i := range claims {
		c := &claims[i]
		if p := b.reports[c.Report]; p != nil {
			take(p, c)
		} else {
			b.waiting[c.Report] = append(b.waiting[c.Report], c)
		}
	}
	listed = sortByPlace(listed)
	b.claimList.update(nil, listed)
	for _, f := range listed {
		if !f.gone {
			came = append(came, f)
		}
	}
	return fresh, gone, came
}

// news is facts that no longer stand, that are new, and that tell something else now.
type news struct{ gone, came, changed []*fact }

// of returns the news of a kind.
func (n news) of(kind rapporteur.Kind) news {
	return news{ofKind(n.gone, kind), ofKind(n.came, kind), ofKind(n.changed, kind)}
}

// ofKind returns the facts of a kind that are of the negotiation.
func ofKind(facts []*fact, kind rapporteur.Kind) []*fact {
	var out []*fact
	for _, f := range facts {
		if f.Kind == kind && f.LeftOut == "" {
			out = append(out, f)
		}
	}
	return out
}

// unite returns the facts of lists, each once, without those that came: they are new as it is.
func unite(came []*fact, lists ...[]*fact) []*fact {
	for _, f := range came {
		f.noted = true
	}
	var out []*fact
	for _, list := range lists {
		for _, f := range list {
			if !f.noted && !f.gone {
				f.noted = true
				out = append(out, f)
			}
		}
	}
	for _, f := range came {
		f.noted = false
	}
	for _, f := range out {
		f.noted = false
	}
	return out
}

// actor returns the ID of the actor that a mention names, "" for nobody in particular.
func (b *Keeper) actor(m rapporteur.Mention) string {
	if a := b.names.of(m.Name, m.Kind); a != nil {
		return a.ID
	}
	return ""
}

// side returns the ID of the party that an actor acts for, itself for a state.
func (b *Keeper) side(id string) string {
	if a := b.byID[id]; a != nil {
		return cmp.Or(a.means, none).side
	}
	return ""
}

// ids returns the actors of mentions, each once.
func (b *Keeper) ids(ms ...rapporteur.Mention) []string {
	var out []string
	for _, m := range ms {
		out = addNew(out, b.actor(m))
	}
	return out
}

// source returns the actor of a link of a chain, nil for an unnamed one.
func (b *Keeper) source(s rapporteur.Source) *actor {
	if k := kindOf(s.Type); k != "" {
		return b.names.of(s.Name, k)
	}
	return nil
}

// sideNamed returns the party that a name stands for or acts for.
func (b *Keeper) sideNamed(name string) string {
	if name == "" {
		return ""
	}
	if code := gazette().asState(fold(cleanName(name, false))); code != "" {
		return code
	}
	for _, k := range []rapporteur.ActorKind{rapporteur.State, rapporteur.Person} {
		if a := b.names.of(name, k); a != nil && a.means != nil && a.means.side != "" {
			return cmp.Or(a.means.sideCode, a.means.side)
		}
	}
	return gazette().sideOf(foldOwned(name))
}

// id makes the ID of a thing from its earliest claim.
func id(letter string, facts []*fact) string {
	first := facts[0]
	for _, f := range facts[1:] {
		if byPlace(f, first) < 0 {
			first = f
		}
	}
	return letter + strings.TrimPrefix(first.ID, "c")
}

func claimIDs(facts []*fact) []string {
	out := make([]string, 0, len(facts))
	for _, f := range facts {
		out = append(out, f.ID)
	}
	return out
}

// inOrderOfClaims sorts facts canonically.
func inOrderOfClaims(facts []*fact) { slices.SortFunc(facts, byPlace) }

// sortByPlace sorts many facts canonically: report by report.
func sortByPlace(facts []*fact) []*fact {
	var papers []*paper
	of := map[*paper][]*fact{}
	for _, f := range facts {
		if of[f.r] == nil {
			papers = append(papers, f.r)
		}
		of[f.r] = append(of[f.r], f)
	}
	slices.SortFunc(papers, byRank)
	out := make([]*fact, 0, len(facts))
	for _, p := range papers {
		inOrderOfClaims(of[p])
		out = append(out, of[p]...)
	}
	return out
}

// byRank orders reports canonically.
func byRank(x, y *paper) int { return cmp.Compare(x.rank, y.rank) }

// byPlace orders facts canonically.
func byPlace(x, y *fact) int {
	if x.r != y.r {
		return cmp.Compare(x.r.rank, y.r.rank)
	}
	if x.nth != y.nth {
		return cmp.Compare(x.nth, y.nth)
	}
	return strings.Compare(x.ID, y.ID)
}
