package record

import (
	"cmp"
	"iter"
	"maps"
	"regexp"
	"slices"
	"strconv"
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

// blockKey returns the key of the forms that a form is compared with, "" for one that nobody names.
func (f *form) blockKey() string {
	switch {
	case f.count == 0 || f.class == 0: // nobody
		return ""
	case f.class == personClass:
		return "p" + f.parts.key()
	case f.class == stateClass:
		return "s" + gazette().asState(f.folded)
	}
	return string(f.class) + letters(f.name, f.class)
}

var outletWords = set("the news agency online com newspaper website site portal tv television channel magazine daily web radio broadcaster outlet platform social media network official state run owned controlled backed")

var smallWords = set("the of for and to in on at by a an s de del la las los le les du des der die das und et y dos")

// incorporated are last words of the names of firms.
var incorporated = set("holdings holding ltd limited inc incorporated corp plc llc llp co gmbh ag sa spa nv bv oy ab as asa pty")

// content returns the words of a body's or outlet's name that tell it from others.
func content(name string, c class) []string {
	if i := strings.IndexByte(name, '('); i > 0 { // "CNN (Web News)"
		name = name[:i]
	}
	words, drop := strings.Fields(fold(name)), smallWords
	switch c {
	case outletClass:
		drop = outletWords
	case bodyClass:
		words = strings.Fields(foldOwned(name)) // "China's foreign ministry" as the Chinese one
		if len(words) > 2 && words[0] == "united" && (words[1] == "states" || words[1] == "kingdom") {
			words = append([]string{map[string]string{"states": "us", "kingdom": "uk"}[words[1]]}, words[2:]...) // the US Maritime Association
		}
	}
	kept := slices.DeleteFunc(slices.Clone(words), func(w string) bool { return drop[w] || smallWords[w] })
	if len(kept) == 2 && c == bodyClass && (kept[0] == "g" || kept[0] == "group") && groupOf(kept[1]) != "" {
		return []string{"g" + groupOf(kept[1])} // "the Group of Seven", "the G-7": G7
	}
	if c == bodyClass {
		kept = severalOf(kept)
	}
	if len(kept) > 1 && c == bodyClass && kept[0] == "eu" {
		kept[0] = "european" // the EU Commission
	} else if len(kept) > 2 && c == bodyClass && kept[0] == "european" && kept[1] == "union" {
		kept = slices.Delete(kept, 1, 2) // European Union leaders
	}
	if len(kept) == 0 {
		return words
	}
	if c == bodyClass && len(kept) == 2 && governing[kept[1]] && kept[1] != "delegation" && kept[1] != "team" && kept[1] != "negotiators" && kept[1] != "representatives" {
		kept = kept[:1] // "the Norvanan government": Norvana
	}
	for n := len(kept); c == bodyClass && n > 1 && incorporated[kept[n-1]]; n-- {
		kept = kept[:n-1] // "Island Ferries Holdings Ltd"
	}
	if n := len(kept); c == bodyClass && n > 1 && (kept[n-1] == "party" || kept[n-1] == "movement" || n > 2 && kept[n-1] == "group") {
		kept = kept[:n-1] // "the Labour Party": Labour
	}
	if c == bodyClass && slices.Contains(kept, "ministry") && slices.Contains(kept, "foreign") && slices.Contains(kept, "affairs") {
		kept = slices.DeleteFunc(kept, func(w string) bool { return w == "affairs" }) // "the Ministry of Foreign Affairs"
	}
	if c == bodyClass && len(kept) == 2 && kept[0] == "government" && slices.Contains(words, "of") {
		kept = kept[1:] // "the government of Norvana"
	}
	return kept
}

// severalOf returns the words of a group of a state or union without how many they are, and that
// they are others or all: "the other 27 EU leaders" are the EU leaders.
func severalOf(words []string) []string {
	at := 0
	for at < len(words) && (words[at] == "all" || words[at] == "other" || groupOf(words[at]) != "") {
		at++
	}
	if at == 0 || at+2 > len(words) || !strings.HasSuffix(words[len(words)-1], "s") || words[at] != "european" && gazette().demonym[words[at]] == "" && gazette().state[words[at]] == "" {
		return words
	}
	return words[at:]
}

// groupOf returns in digits how many states a group is called after, "" for other words.
func groupOf(word string) string {
	if n := spelled[word]; n > 0 {
		return strconv.Itoa(int(n))
	}
	if word[0] >= '1' && word[0] <= '9' {
		return word
	}
	return ""
}

// letters returns the initials of a name in order of the alphabet, so that an
// acronym and the name in any order of words share them.
func letters(name string, c class) string {
	kept := content(name, c)
	var b []byte
	if len(kept) == 1 && (acronym(name, kept[0]) || kept[0][0] == 'g' && len(kept[0]) > 1 && groupOf(kept[0][1:]) != "") {
		b = []byte(kept[0])
	} else {
		for _, w := range kept {
			switch {
			case len(w) <= 3 && acronym(name, w) || w == "us" || w == "uk":
				b = append(b, w...)
			case w == "trade" && c == bodyClass && slices.Contains(kept, "ministry"):
				b = append(b, 'c') // see keys
			default:
				b = append(b, w[0])
			}
		}
	}
	slices.Sort(b)
	return string(b)
}

// acronym reports whether a folded word stands in a name in capitals only.
func acronym(name, folded string) bool {
	if len(folded) < 2 || len(folded) > 6 {
		return false
	}
	for _, w := range strings.FieldsFunc(name, func(r rune) bool { return r == ' ' || r == '-' }) {
		if fold(w) == folded {
			return w == strings.ToUpper(w) || len(w) < 5 && len(w) > 2 && strings.ToUpper(w[:1]) == w[:1] && strings.ToUpper(w[2:]) == w[2:] // "DfT"
		}
	}
	return false
}

// inOrder returns the initials of a name in its own order.
func inOrder(name string, c class) string {
	var b strings.Builder
	for _, w := range content(name, c) {
		if len(w) <= 3 && acronym(name, w) {
			b.WriteString(w)
		} else {
			b.WriteByte(w[0])
		}
	}
	return b.String()
}

// sameBody says why two names of bodies or outlets are one, or "".
func sameBody(a, b *form) string {
	wa, wb := a.reading.words, b.reading.words
	if a.folded == b.folded {
		return "same name"
	}
	if slices.Equal(a.keys, b.keys) || a.class == bodyClass && sameButPeople(a.keys, b.keys) {
		return "same name in other words"
	}
	if len(wa) == 1 && len(wb) > 1 && acronym(a.name, wa[0]) && inOrder(b.name, b.class) == wa[0] {
		return "acronym of " + b.name
	}
	if len(wb) == 1 && len(wa) > 1 && acronym(b.name, wb[0]) && inOrder(a.name, a.class) == wb[0] {
		return "acronym of " + a.name
	}
	if len(wa) == 1 && len(wb) == 1 && a.class == bodyClass && (demonymOf(wa[0], wb[0]) || demonymOf(wb[0], wa[0])) {
		return "the word for its people"
	}
	return ""
}

// mayBe reports whether two names of one block may be one, as far as that is told at once.
func (r *reading) mayBe(o *reading) bool {
	switch {
	case r.mark == o.mark:
		return true
	case (len(r.words) == 1) != (len(o.words) == 1):
		return true // an acronym, maybe
	case len(r.words) == 1:
		return beginning(r.words[0]) == beginning(o.words[0])
	}
	return r.every && o.every && len(r.keys) == len(o.keys)
}

// sameButPeople reports whether the words of what every state has differ only in that one has
// the word for a people where the other has its country.
func sameButPeople(a, b []string) bool {
	if len(a) != len(b) || len(a) < 2 {
		return false
	}
	only := func(a, b []string) (word string, one bool) {
		n := 0
		for _, w := range a {
			if !slices.Contains(b, w) {
				word = w
				n++
			}
		}
		return word, n == 1
	}
	x, one := only(a, b)
	y, other := only(b, a)
	every := func(w string) bool { return ofEveryState[w] }
	return one && other && !every(x) && !every(y) && slices.ContainsFunc(a, every) && (demonymOf(x, y) || demonymOf(y, x))
}

// americanSpelling is how words of the names of bodies are written across the ocean.
var americanSpelling = map[string]string{"defence": "defense", "labour": "labor", "centre": "center", "programme": "program", "harbour": "harbor"}

// keys returns the words of a name in order of the alphabet, demonyms and
// countries by their code, plurals as singulars.
func keys(words []string) []string {
	out := make([]string, 0, len(words))
	for _, w := range words {
		if code := gazette().demonym[w]; code != "" {
			w = "#" + code
		} else if code := gazette().state[w]; code != "" {
			w = "#" + code
		} else if american := americanSpelling[w]; american != "" {
			w = american
		} else if base, ok := strings.CutSuffix(w, "isation"); ok {
			w = base + "ization"
		} else if len(w) > 4 && strings.HasSuffix(w, "ies") {
			w = w[:len(w)-3] + "y"
		} else if len(w) > 3 && strings.HasSuffix(w, "s") && !strings.HasSuffix(w, "ss") {
			w = w[:len(w)-1]
		}
		out = append(out, w)
	}
	if slices.Contains(out, "ministry") {
		for i, w := range out {
			if w == "trade" {
				out[i] = "commerce"
			}
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// demonymOf reports whether a word is formed like the demonym of a country: "norvanan" of "norvana".
func demonymOf(word, country string) bool {
	if len(country) < 4 || !strings.HasPrefix(word, country[:4]) || word == country {
		return false
	}
	stem := strings.TrimRight(country, "aeiouy")
	if len(stem) < 4 {
		return false
	}
	rest, ok := strings.CutPrefix(word, stem)
	if !ok {
		return false
	}
	switch strings.TrimLeft(strings.TrimSuffix(rest, "s"), "aeiouy") {
	case "n", "h", "sh", "se", "r", "c", "ns":
		return rest != "" && len(rest) <= 5
	case "":
		return rest == "i" || rest == "is"
	}
	return false
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

// name chooses the canonical name, the kind and the aliases.
func (a *actor) name() {
	best := a.forms[0]
	rank := func(f *form) int {
		if a.class == personClass {
			switch {
			case !f.parts.full():
				return 0
			case len(f.parts.given[0]) == 1:
				return 1
			}
			return 2
		}
		if len(f.reading.words) > 1 && !acronym(f.name, f.folded) {
			return 1
		}
		return 0
	}
	told := func(f *form) int {
		if f.told() {
			return 1
		}
		return 0
	}
	turned := func(f *form) int {
		if f.reading != f.plain && f.parts.family != f.plain.parts.family {
			return 1
		}
		return 0
	}
	for _, f := range a.forms[1:] {
		if c := cmp.Or(cmp.Compare(rank(f), rank(best)), told(f)-told(best), cmp.Compare(f.count, best.count), turned(best)-turned(f)); c > 0 || c == 0 && f.name < best.name {
			best = f
		}
	}
	a.Name = best.name
	if a.code != "" {
		a.Name = gazette().name[a.code]
	}
	names := map[string]bool{}
	for _, f := range a.forms {
		for _, n := range f.spelled {
			if a.class == personClass {
				n = stripTitles(n)
			}
			names[n] = true
		}
		for w := range f.meant.all() {
			if name := a.knownAs(w, f); name != "" {
				names[name] = true
			}
		}
		for style := range f.styles.all() {
			if a.names(stripTitles(style), f) {
				names[style] = true
			}
		}
	}
	if a.class == stateClass { // "U.S." is "US" to whoever looks it up
		for n := range maps.Clone(names) {
			if short := strings.ReplaceAll(n, ".", ""); short != n && len(short) < 5 && short == strings.ToUpper(short) {
				names[strings.ReplaceAll(short, " ", "")] = true
			}
		}
	}
	if a.class == bodyClass && a.code == "" {
		a.Name = withoutPeople(a.Name, names)
	}
	delete(names, a.Name)
	a.Aliases = a.Aliases[:0]
	for n := range names {
		a.Aliases = append(a.Aliases, n)
	}
	slices.Sort(a.Aliases)

	votes := map[rapporteur.ActorKind]int{}
	for _, f := range a.forms {
		for k, n := range f.kinds.all() {
			votes[k] += n
		}
		if f.stately {
			votes[rapporteur.State] += f.kinds.of(rapporteur.Person)
		}
	}
	switch a.class {
	case personClass:
		a.Kind = rapporteur.Person
	case outletClass:
		a.Kind = rapporteur.Outlet
	case stateClass:
		a.Kind = rapporteur.State
		if gazette().union[a.code] {
			a.Kind = rapporteur.Organisation
		}
	default:
		a.Kind = rapporteur.Organisation
		if votes[rapporteur.Group] > votes[rapporteur.Organisation] {
			a.Kind = rapporteur.Group
		}
		if stateForm.MatchString(a.Name) {
			votes[rapporteur.State] += votes[rapporteur.Organisation]
		} else if !strings.Contains(a.Name, " ") {
			votes[rapporteur.State] *= 3 // that one reader knows for a state
		}
		if votes[rapporteur.State] > 0 && votes[rapporteur.State] >= max(votes[rapporteur.Group], votes[rapporteur.Organisation]) && stateLike(a.Name) {
			a.Kind = rapporteur.State
		}
	}
}

// withoutPeople leaves out of a body's name of which people it is, where its initials do not hold
// that: "the Northern Irish Democratic Unionist Party" is the Democratic Unionist Party, for it is the DUP.
func withoutPeople(name string, others map[string]bool) string {
	words := strings.Fields(name)
	at := 0
	for at < len(words)-2 && (gazette().demonym[fold(words[at])] != "" || compass[fold(words[at])]) {
		at++
	}
	if at == 0 {
		return name
	}
	rest := strings.Join(words[at:], " ")
	for n := range others {
		if f := fold(n); acronym(n, f) && len(f) == len(words)-at && spells(f, rest) && !spells(f, name) {
			others[name] = true
			return rest
		}
	}
	return name
}

var compass = set("northern southern eastern western north south east west")

// stateForm are names of states that say so.
var stateForm = regexp.MustCompile(`^(Republic|Kingdom|Sultanate|Emirate|Principality|Commonwealth) of [A-Z]|[a-z] (Republic|Kingdom|Emirates)$`)

// ofParties are first words of the names of parties.
var ofParties = set("national democratic social liberal conservative radical patriotic agrarian socialist labour labor")

// continents are names of parts of the world that are no states; members are what people of parties
// and houses are called.
var (
	continents = set("europe european europeans asia asian africa african asia-pacific pacific atlantic oceania eurasia scandinavia")
	members    = set("democrat democrats republican republicans mp mps conservative conservatives labour")
)

// stateLike reports whether a name that no gazetteer knows may be a state's: one
// to three words with a capital letter each, not of something that acts for a state.
func stateLike(name string) bool {
	words := strings.Fields(name)
	if continents[fold(words[0])] || members[fold(words[len(words)-1])] {
		return false
	}
	if len(words) > 3 || strings.ContainsAny(name, "0123456789") || len(words) > 1 && ofParties[fold(words[0])] || len(words) > 1 && gazette().sideOf(fold(name)) != "" {
		return false
	}
	return properName(name)
}

// knownAs returns the name that words which stand for an actor somewhere give it
// there, "" for none: "Marrow" does, "the minister" and "she" do not.
func (a *actor) knownAs(w spoken, f *form) string {
	name, known := f.known[w]
	if known {
		return name
	}
	name = cleanName(w.words, w.person)
	if head, _, several := strings.Cut(name, " "); !capitalised(name) && !(several && w.person && particles[head]) || !a.names(name, f) {
		name = ""
	}
	if len(f.meant.counts) > few {
		if f.known == nil {
			f.known = map[spoken]string{}
		}
		f.known[w] = name
	}
	return name
}

func (a *actor) names(words string, f *form) bool {
	w := fold(words)
	if w == "" {
		return false
	}
	switch a.class {
	case stateClass:
		return gazette().asState(w) == a.code
	case personClass:
		p := strings.Fields(f.folded)
		for part := range strings.FieldsSeq(w) {
			if !slices.Contains(p, part) {
				return samePerson(words, f.name) != ""
			}
		}
		return len(w) > 1
	}
	return slices.Equal(keys(content(words, a.class)), f.keys) ||
		acronym(words, w) && inOrder(f.name, f.class) == w || words == strings.ToUpper(words) && !strings.Contains(words, " ") && spells(fold(strings.ReplaceAll(words, "-", "")), f.name)
}
