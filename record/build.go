// Package record merges claims into the record of a negotiation. [Build] is the
// entry point, [Changes] compares two records. It knows no language processing
// and no storage.
//
// Build works in stages over the claims in order of their reports: actors, the
// first voices (origins), then texts, points, positions, meetings, deadlines and
// statements, and last the disputes. Every stage compares a claim only with the
// things that an index finds for it, so that the cost grows with the claims.
package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// fact is a claim with its report, its place in the order of all claims, and
// its first voice.
type fact struct {
	*rapporteur.Claim
	r     *rapporteur.Report
	at    position
	day   rapporteur.Date // of the report
	voice voice
	words []string // stems of the summary, where the kind has one
}

// quote returns the words of the claim.
func (f *fact) quote() string { return f.Span.In(f.r.Body) }

// when returns the day or days the fact belongs to: the claim's, else the report's.
func (f *fact) when() rapporteur.Interval {
	if !f.When.IsZero() {
		return f.When
	}
	if f.day.IsZero() {
		return rapporteur.Interval{}
	}
	return rapporteur.On(f.day)
}

// build is the state of one merge.
type build struct {
	names      *registry
	actors     []*actor
	byID       map[string]*actor
	byCode     map[string]*actor // states of the gazetteer
	sides      map[string]string // actor ID → ID of the party it acts for, itself for a state
	stateWords map[string]string // words already looked up among the names of states
	origins    *origins
	facts      []*fact // in canonical order
	texts      []*text
	points     []*point
	meetings   []*meeting
	stances    []*stance
	two        []string // see principals
	rec        *rapporteur.Record
}

// Build merges the claims of reports into a record, as of a date (zero: all that
// is known). The result does not depend on the order of its arguments.
func Build(reports []rapporteur.Report, claims []rapporteur.Claim, asOf rapporteur.Date) *rapporteur.Record {
	b := &build{names: newRegistry(), byID: map[string]*actor{}, byCode: map[string]*actor{}, stateWords: map[string]string{}, sides: map[string]string{}}
	b.rec = &rapporteur.Record{AsOf: asOf}
	b.take(reports, claims)
	b.nameActors()
	b.findOrigins()
	b.mergeTexts()
	b.mergePoints()
	b.mergePositions()
	b.mergeMeetings()
	b.mergeDeadlines()
	b.mergeStatements()
	b.rec.Origins = b.origins.record()
	b.findDisputes()
	b.listActors()
	return b.rec
}

// take keeps the reports published by the day of the record, each once, and the
// claims of the latest edition of each.
func (b *build) take(reports []rapporteur.Report, claims []rapporteur.Claim) {
	known := map[string]bool{}
	latest := map[string]int{} // by address
	for i := range reports {
		r := &reports[i]
		if known[r.ID] || !b.rec.AsOf.IsZero() && (r.Published.IsZero() || r.Published.After(b.rec.AsOf)) {
			continue
		}
		known[r.ID] = true
		b.rec.Reports = append(b.rec.Reports, *r)
		if r.URL != "" {
			latest[r.URL] = max(latest[r.URL], r.Edition)
		}
	}
	slices.SortFunc(b.rec.Reports, func(x, y rapporteur.Report) int {
		return position{day: x.Published, report: x.ID}.compare(position{day: y.Published, report: y.ID})
	})
	byID := map[string]*rapporteur.Report{}
	for i := range b.rec.Reports {
		byID[b.rec.Reports[i].ID] = &b.rec.Reports[i]
	}
	seen := map[string]bool{}
	for i := range claims {
		c := &claims[i]
		r := byID[c.Report]
		if r == nil || seen[c.ID] {
			continue
		}
		seen[c.ID] = true
		b.facts = append(b.facts, &fact{Claim: c, r: r, at: positionOf(r, c), day: r.Published})
	}
	slices.SortFunc(b.facts, func(x, y *fact) int { return x.at.compare(y.at) })
	b.rec.Claims = make([]rapporteur.Claim, 0, len(b.facts))
	for _, f := range b.facts {
		b.rec.Claims = append(b.rec.Claims, *f.Claim)
	}
	// an earlier edition is kept, but its claims no longer stand
	b.facts = slices.DeleteFunc(b.facts, func(f *fact) bool { return f.r.URL != "" && f.r.Edition < latest[f.r.URL] })
}

// nameActors groups the names of all facts into actors with IDs, sides and roles.
func (b *build) nameActors() {
	for i := range b.rec.Reports {
		b.names.addOutlet(&b.rec.Reports[i])
	}
	for _, f := range b.facts {
		b.names.add(f.Claim, f.r.Body, f.at)
	}
	blocks := map[string][]*form{}
	for _, f := range b.names.forms {
		f.settle()
	}
	people := map[string][]*form{}
	for _, f := range b.names.forms {
		if f.class == personClass && strings.Contains(f.folded, " ") {
			people[f.block()] = append(people[f.block()], f)
			b.names.families[readPerson(f.name).whole] = true
		}
	}
	outlets := map[string]bool{}
	for _, f := range b.names.forms {
		if f.class == outletClass {
			outlets[strings.Join(content(f.name, outletClass), " ")] = true
		}
	}
	demonyms := map[string]bool{}
	for _, f := range b.names.forms {
		if f.class == bodyClass {
			for w := range strings.FieldsSeq(f.folded) {
				demonyms[w] = true
			}
		}
	}
	for _, f := range b.names.forms {
		switch {
		case f.class == bodyClass && strings.Contains(f.folded, " "):
			f.personAmong(people)
			if f.class == bodyClass {
				f.outletAmong(outlets)
			}
		case f.class == bodyClass:
			f.familyAmong(people)
		case f.class == personClass && !strings.Contains(f.folded, " "):
			f.stateAfterAll(people, demonyms)
		}
		key := f.block()
		blocks[key] = append(blocks[key], f)
	}
	for _, forms := range blocks {
		b.actors = append(b.actors, b.names.group(forms)...)
	}
	slices.SortFunc(b.actors, func(x, y *actor) int {
		return cmp.Or(x.first.compare(y.first), strings.Compare(x.Name, y.Name), cmp.Compare(x.class, y.class))
	})
	taken := map[string]bool{}
	for _, a := range b.actors {
		id := slug(a.Name)
		if id == "" {
			id = "actor"
		}
		if taken[id] {
			id += "-" + string(a.Kind)
		}
		a.ID = unique(taken, id)
		b.byID[a.ID] = a
	}
	b.findRoles()
}

// actor returns the ID of the actor that a mention names, "" for nobody in particular.
func (b *build) actor(m rapporteur.Mention) string {
	if a := b.names.of(m.Name, m.Kind); a != nil {
		return a.ID
	}
	return ""
}

// ids returns the actors of mentions, each once.
func (b *build) ids(ms ...rapporteur.Mention) []string {
	var out []string
	for _, m := range ms {
		out = addNew(out, b.actor(m))
	}
	return out
}

// source returns the actor of a link of a chain, nil for an unnamed one.
func (b *build) source(s rapporteur.Source) *actor {
	if k := kindOf(s.Type); k != "" {
		return b.names.of(s.Name, k)
	}
	return nil
}

// sideNamed returns the party that a name stands for or acts for.
func (b *build) sideNamed(name string) string {
	if name == "" {
		return ""
	}
	if code := gazette().asState(fold(cleanName(name, false))); code != "" {
		return code
	}
	for _, k := range []rapporteur.ActorKind{rapporteur.State, rapporteur.Person} {
		if a := b.names.of(name, k); a != nil {
			if side := b.byID[b.sides[a.ID]]; side != nil {
				return cmp.Or(side.code, side.ID)
			}
		}
	}
	return gazette().sideOf(fold(name))
}

func (b *build) findOrigins() {
	b.origins = &origins{b: b, byKey: map[string]*origin{}, unsaid: map[string][]*origin{}}
	copies := findCopies(b.facts)
	for _, f := range b.facts {
		if src := copies[f]; src != nil { // comes earlier in canonical order
			f.voice = src.voice
			b.origins.rest(f)
			continue
		}
		b.origins.find(f)
	}
}

// listActors puts the actors that something rests on into the record.
func (b *build) listActors() {
	for _, a := range b.actors {
		b.rec.Actors = append(b.rec.Actors, a.Actor)
	}
}

// of returns the facts of a kind in canonical order.
func (b *build) of(kind rapporteur.Kind) []*fact {
	var out []*fact
	for _, f := range b.facts {
		if f.Kind == kind {
			out = append(out, f)
		}
	}
	return out
}

// id makes the ID of a thing from its earliest claim.
func id(letter string, facts []*fact) string {
	first := facts[0]
	for _, f := range facts[1:] {
		if f.at.before(first.at) {
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
func inOrderOfClaims(facts []*fact) {
	slices.SortFunc(facts, func(x, y *fact) int { return x.at.compare(y.at) })
}
