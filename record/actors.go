package record

import (
	"cmp"
	"iter"
	"slices"
	"strings"
	"unicode"

	"rapporteur"
)

// class is what may be grouped with what: a person is never an outlet.
type class byte

const (
	personClass class = 'p'
	outletClass class = 'o'
	stateClass  class = 's' // a state or union of the gazetteer
	bodyClass   class = 'b' // organisations, groups, states of no gazetteer
)

// mention is an actor named in a claim.
type mention struct {
	name string
	kind rapporteur.ActorKind
	span rapporteur.Span
	list int // mentions of one list stand there as several
}

// mentions appends every actor that a claim names to a list, sources included.
func mentions(out []mention, c *rapporteur.Claim) []mention {
	list := 0
	unnamed := c.Statement != nil && (c.Statement.Type == rapporteur.AnonymousSource || c.Statement.Type == rapporteur.DocumentSource)
	for _, ms := range c.Named() {
		list++
		for _, m := range ms {
			if s := c.Statement; s != nil && m.Kind == "" {
				m.Kind = kindOf(s.Type)
			}
			if m.Name != "" && !unnamed {
				out = append(out, mention{m.Name, m.Kind, m.Span, list})
			}
		}
	}
	for _, s := range c.Chain {
		if k := kindOf(s.Type); k != "" {
			list++
			out = append(out, mention{s.Name, k, s.Span, list})
		}
	}
	return out
}

func kindOf(t rapporteur.SourceType) rapporteur.ActorKind {
	switch t {
	case rapporteur.PersonSource:
		return rapporteur.Person
	case rapporteur.OutletSource:
		return rapporteur.Outlet
	case rapporteur.InstitutionSource:
		return rapporteur.Organisation
	case rapporteur.GroupSource:
		return rapporteur.Group
	}
	return ""
}

// nameable reports whether a mention names somebody in particular: "Ilse Marrow",
// "both sides", but not "a senior official" or "local media".
func nameable(m mention) bool {
	if m.name == "" {
		return false
	}
	if vagueMedia(m.name) || nobody(m.name) || m.kind != rapporteur.Person && calendar[strings.ToLower(m.name)] {
		return false
	}
	if m.kind == rapporteur.Group || m.kind == rapporteur.State || m.kind == rapporteur.Organisation {
		return true
	}
	for w := range strings.FieldsSeq(m.name) {
		if capitalised(w) && w != "A" && w != "An" && w != "The" || joinedName(w) {
			return true
		}
	}
	// a language without capitals, or nobody in particular
	return !strings.ContainsFunc(m.name, func(r rune) bool { return r < 0x250 && unicode.IsLetter(r) })
}

// joinedName reports whether a word is a family name with a particle joined to it: "al-Masri", "d'Orsel".
func joinedName(w string) bool {
	i := strings.IndexAny(w, "-'’")
	return i > 0 && (particles[w[:i]] || i == 1) && capitalised(strings.TrimLeft(w[i:], "-'’"))
}

var (
	// pointing are words at the head of a name that only its report can fill.
	pointing = set(`his her its their our my your whose some many several these those others they who such which what that this
		it he she we you i him them us most`)
	// anybody are names of nobody in particular.
	anybody = set(`sides side countries country companies company others people officials leaders markets facts fact experts analysts critics
		observers lawmakers investors retailers businesses farmers economists negotiators negotiations discussions talks documents
		document plan plans deal deals agreement agreements proposals proposal text texts everybody everyone nobody somebody someone
		readers insiders sources source mr mrs ms miss dr sir president minister`)
)

// calendar are names of days and months, but for those that are names of people too.
var calendar = set("monday tuesday wednesday thursday friday saturday sunday january february march june july september october november december")

// nobody reports whether a name names nobody in particular: "his country", "others", a bare title.
func nobody(name string) bool {
	words := strings.Fields(fold(cleanName(name, false)))
	if len(words) == 0 || len(words) > 9 || len(words) == 1 && (len(words[0]) < 2 || anybody[words[0]] && name != strings.ToUpper(name)) {
		return true
	}
	head, rest, _ := strings.Cut(strings.TrimSpace(name), " ")
	if head == "He" && len(words) == 2 && capitalised(rest) && rest != strings.ToUpper(rest) {
		return false // a family name of China
	}
	return pointing[words[0]] && (len(words) > 1 || !capitalised(name)) && head != strings.ToUpper(head)
}

var mediaWords = set("media press reports report outlets newspapers journalists reporters news commentators")

// vagueMedia reports whether a voice is the media at large, which points nowhere.
func vagueMedia(name string) bool {
	if name == "" {
		return false
	}
	if end := letter[name[len(name)-1]]; end != 0 && end != 'a' && end != 's' && end != 't' { // as the words do
		return false
	}
	folded := fold(name)
	spaces := strings.Count(folded, " ")
	last := folded[strings.LastIndexByte(folded, ' ')+1:]
	if spaces > 3 || !mediaWords[last] || last == "news" {
		return false
	}
	if (last == "press" || last == "media" || last == "report") && spaces > 0 {
		// "Associated Press" and "Sky Media" are names; "Western media" and "local press" are not
		raw := strings.Fields(name)
		return strings.ToLower(raw[len(raw)-1]) == raw[len(raw)-1]
	}
	return true
}

// cleanName returns the name of a mention without titles and articles.
func cleanName(name string, person bool) string {
	words := strings.Fields(name)
	for i := len(words) - 1; i > 0; i-- { // "Okoye Okoye": a heading run into a name
		if words[i] == words[i-1] {
			words = slices.Delete(words, i, i+1)
		}
	}
	name = strings.Join(words, " ")
	if person {
		return stripTitles(name)
	}
	for _, article := range []string{"the ", "The ", "a ", "an ", "A ", "An "} {
		if rest, ok := strings.CutPrefix(name, article); ok && rest != "" {
			name = rest
			break
		}
	}
	name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
	return strings.Trim(name, " ,;:\"“”«»")
}

// most returns the most frequent key, the one that is not all capitals and sorts first among equals.
func most(counts iter.Seq2[string, int]) string {
	best, n := "", -1
	shouts := func(s string) bool { return len(s) > 5 && s == strings.ToUpper(s) }
	for k, c := range counts {
		if c > n || c == n && (shouts(best) && !shouts(k) || shouts(best) == shouts(k) && k < best) {
			best, n = k, c
		}
	}
	return best
}

// group makes actors of the forms of one block. The forms come in any order.
func (g *registry) group(b *block) []*actor {
	forms := b.forms
	slices.SortFunc(forms, func(a, b *form) int { return strings.Compare(a.folded, b.folded) })
	if len(forms) == 0 {
		return nil
	}
	var actors []*actor
	switch forms[0].class {
	case stateClass:
		a := &actor{code: gazette().asState(forms[0].folded)}
		for _, f := range forms {
			a.join(f, "a name of the same state or its government")
		}
		actors = []*actor{a}
	case personClass:
		actors = g.peopleOf(b)
	default:
		actors = bodiesOf(forms)
	}
	for i, a := range actors {
		slices.SortFunc(a.Merges, func(x, y rapporteur.Merge) int {
			return cmp.Or(cmp.Compare(x.What, y.What), cmp.Compare(x.Reason, y.Reason))
		})
		if old := a.unchanged(); old != nil {
			for _, f := range a.forms {
				f.actor = old
			}
			actors[i] = old
			continue
		}
		a.name()
	}
	return actors
}

// bodiesOf makes actors of the names of bodies or outlets, but for those that reports only name.
func bodiesOf(forms []*form) []*actor {
	var actors []*actor
	// the longest names first, so that acronyms find them
	slices.SortStableFunc(forms, func(a, b *form) int { return cmp.Compare(len(b.folded), len(a.folded)) })
	for _, f := range forms {
		var to *actor
		why := ""
		for _, a := range actors {
			w := ""
			for _, o := range a.forms {
				if !f.mayBe(o.reading) {
					continue
				}
				if w = sameBody(f, o); w != "" {
					break
				}
			}
			if w != "" {
				if to != nil {
					to = nil // an acronym of two names is left alone
					break
				}
				to, why = a, w
			}
		}
		if to == nil {
			to = &actor{}
			actors = append(actors, to)
		}
		to.join(f, why)
	}
	return withoutUntold(actors, func(*actor) bool { return false })
}

// withoutUntold leaves out actors whom reports only name, but for some.
func withoutUntold(actors []*actor, kept func(*actor) bool) []*actor {
	return slices.DeleteFunc(actors, func(a *actor) bool {
		if a.told() || kept(a) {
			return false
		}
		for _, f := range a.forms {
			f.actor = nil
		}
		return true
	})
}

// unchanged returns the actor that was made of the same forms for the same reasons when
// all of them were as they are, nil for none.
func (a *actor) unchanged() *actor {
	old := a.forms[0].as
	if old == nil || len(old.forms) != len(a.forms) || slices.ContainsFunc(a.forms, func(f *form) bool { return f.as != old }) || !slices.Equal(old.Merges, a.Merges) {
		return nil
	}
	return old
}

// peopleOf makes people of the forms of a block: first of full names, those that may
// be one person's in turn, then of what stands alone.
func (g *registry) peopleOf(b *block) []*actor {
	var actors []*actor
	var short []*form
	full := slices.DeleteFunc(slices.Clone(b.forms), func(f *form) bool {
		if !f.parts.full() {
			short = append(short, f)
			return true
		}
		f.nth = -1
		return false
	})
	b.relate(full)
	// names with whole given names first, the frequent before the rare
	whole := func(f *form) int {
		if len(f.parts.given[0]) == 1 {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(full, func(a, b *form) int {
		return cmp.Or(cmp.Compare(whole(a), whole(b)), cmp.Compare(b.count, a.count))
	})
	var among []int // places of the actors that have a form by which f may be named too
	for _, f := range full {
		among = among[:0]
		for _, r := range b.kin.others(f) {
			if r.form.nth >= 0 && r.why != "" {
				among = append(among, r.form.nth)
			}
		}
		slices.Sort(among)
		var fits []*actor
		why := ""
		for _, at := range slices.Compact(among) {
			ok := true
			for _, o := range actors[at].forms {
				r := b.kin.of(f, o)
				if r.why == "" && !r.near || g.toldApart(f, o) {
					ok = false
					break
				}
				why = cmp.Or(why, r.why)
			}
			if ok {
				fits = append(fits, actors[at])
			}
		}
		if n := len(f.parts.given); len(fits) > 1 && n > 1 && whole(f) > 0 { // of John R. and James, J. R. is the first
			fits = slices.DeleteFunc(fits, func(a *actor) bool {
				return !slices.ContainsFunc(a.forms, func(o *form) bool { return len(o.parts.given) == n })
			})
		}
		if len(fits) == 1 {
			f.nth = fits[0].forms[0].nth
			fits[0].join(f, why)
			continue
		}
		f.nth = len(actors)
		a := &actor{}
		a.join(f, "")
		actors = append(actors, a)
	}
	actors = strangersOut(g.respelt(b, actors), short)
	named := len(actors)
	for _, f := range short {
		var fits []*actor
		for _, a := range actors[:named] {
			if slices.ContainsFunc(a.forms, func(o *form) bool {
				return o.parts.family == f.parts.family && o.parts.suffix == f.parts.suffix && (f.parts.double == "" || slices.Contains(o.parts.given, f.parts.double))
			}) {
				fits = append(fits, a)
			}
		}
		if named := func(a *actor) bool {
			return slices.ContainsFunc(a.forms, func(o *form) bool { return o.parts.before == f.parts.before })
		}; f.parts.before != "" && slices.ContainsFunc(fits, named) { // van der Linden is not van Linden
			fits = slices.DeleteFunc(fits, func(a *actor) bool { return !named(a) })
		}
		if slices.ContainsFunc(fits, (*actor).told) {
			fits = slices.DeleteFunc(fits, func(a *actor) bool { return !a.told() })
		}
		slices.SortStableFunc(fits, func(a, b *actor) int { return cmp.Compare(b.full(), a.full()) })
		switch {
		case len(fits) == 1:
			fits[0].join(f, "same family name, nobody else of that name")
		case len(fits) > 1 && usual(f, fits):
			fits[0].join(f, "same family name, by far the most named of them")
		default:
			var same *actor
			for _, a := range actors[named:] {
				if a.forms[0].parts.family == f.parts.family && a.forms[0].parts.double == f.parts.double {
					same = a
				}
			}
			if same == nil {
				same = &actor{}
				actors = append(actors, same)
			}
			same.join(f, "same name in another spelling")
		}
	}
	return actors
}

// strangersOut leaves out people whom reports only name, but for those of the family
// name of somebody of whom they tell something, who must not be taken for him.
func strangersOut(actors []*actor, short []*form) []*actor {
	families := map[string]bool{}
	for _, a := range actors {
		if a.told() {
			families[a.forms[0].parts.family] = true
		}
	}
	for _, f := range short {
		if f.told() {
			families[f.parts.family] = true
		}
	}
	return withoutUntold(actors, func(a *actor) bool { return families[a.forms[0].parts.family] })
}

// usual reports whether the first of several bearers of a family name is so much
// oftener named than the next, above all by that name alone, that it means him.
func usual(f *form, bearers []*actor) bool {
	first, next := bearers[0].full()+2*bearers[0].alone(f), 0
	for _, a := range bearers[1:] {
		next = max(next, a.full()+2*a.alone(f))
	}
	times := 2
	if familyFirst()[f.folded] { // of many who have nothing to do with one another
		times = 5
	}
	return first >= 3 && first >= times*next
}

// alone counts the mentions by the words of a form alone in reports that have the full name.
func (a *actor) alone(f *form) int {
	n := 0
	for _, x := range a.forms {
		if x != f {
			n += x.meant.of(spoken{f.name, true})
		}
	}
	return n
}

// told reports whether some report tells something of the actor, and does not only name him.
func (a *actor) told() bool { return slices.ContainsFunc(a.forms, (*form).told) }

func (f *form) told() bool { return f.count > f.passing }

// full counts the mentions by full name.
func (a *actor) full() int {
	n := 0
	for _, f := range a.forms {
		if strings.Contains(f.folded, " ") {
			n += f.count
		}
	}
	return n
}

func (a *actor) join(f *form, why string) {
	if len(a.forms) > 0 {
		a.Merges = append(a.Merges, rapporteur.Merge{What: f.name, Reason: why})
	} else {
		a.first, a.class = f.first, f.class
	}
	a.forms = append(a.forms, f)
	a.count += f.count
	if f.first.before(a.first) {
		a.first = f.first
	}
	f.actor = a
}
