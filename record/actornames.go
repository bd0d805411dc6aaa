package record

import (
	"cmp"
	"maps"
	"regexp"
	"slices"
	"strings"

	"rapporteur"
)

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
