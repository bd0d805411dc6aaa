package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// title is an office as it is printed.
type title struct {
	printed string
	plain   string // without article and without whose it is
	folded  string // …
	words   []string
	doubled bool // it holds somebody's full name: two offices that stand side by side were read as one
	facts   []*fact
}

// office is a fact that gives somebody an office, with what is asked of it often.
type office struct {
	*fact
	title  *title // nil where it has none, or says nothing
	of     *form  // nil for nobody in particular
	r      *paper
	claim  string
	former bool
}

// office takes a fact for one that gives an office.
func (g *registry) office(f *fact) *office {
	o := &office{fact: f, of: g.form(f.Role.Of.Name, f.Role.Of.Kind), r: f.r, claim: f.ID, former: f.Role.Former}
	switch {
	case f.Modality == rapporteur.Denied || f.Modality == rapporteur.Conditional:
		o.of = nil
	case f.Role.Title != "":
		printed := f.Role.Title
		switch of := f.Role.Of.Name; {
		case ofTowns[lastWord(printed)] && gazette().place[fold(of)] != "": // no state's
			printed, o.of = printed+" of "+of, nil
		case slices.ContainsFunc(strings.Fields(printed), func(w string) bool { return ofSchools[w] }) && gazette().place[fold(of)] != "" && f.Role.Of.Kind != rapporteur.State: // "professor at Georgetown"
			printed, o.of = printed+" at "+of, nil
		case continental[fold(of)] && strings.Contains(printed, "commissioner"):
			o.of = g.form("European Union", rapporteur.Organisation)
		}
		o.title = g.title(printed)
	}
	return o
}

// ofTowns are last words of offices that towns have, of which some share their name with a government.
var ofTowns = set("mayor alderman councillor councilor mayoress")

// ofSchools are words of offices that schools have, many of which are called after a town.
var ofSchools = set("professor lecturer scholar fellow dean economist historian researcher")

// continental are names of the continent whose union has commissioners.
var continental = set("europe european europeans")

func lastWord(s string) string { return s[strings.LastIndexByte(s, ' ')+1:] }

func (o *office) compare(p *office) int {
	if o.r != p.r {
		return cmp.Compare(o.r.rank, p.r.rank)
	}
	return byPlace(o.fact, p.fact)
}

// title returns the office of that name, made where it is new.
func (g *registry) title(printed string) *title {
	t := g.titles[printed]
	if t == nil {
		plain := roleTitle(printed)
		t = &title{printed: printed, plain: plain, folded: fold(plain), words: strings.Fields(fold(printed))}
		g.titles[printed] = t
		for _, w := range slices.Compact(slices.Sorted(slices.Values(t.words))) {
			g.titled[w] = append(g.titled[w], t)
		}
		t.doubled = g.inTitle(t.words)
	}
	return t
}

// roleTitle writes a title without article and without whose it is: "the US
// Secretary of State" is "secretary of state".
func roleTitle(title string) string {
	words := strings.Fields(cleanName(title, false))
	for len(words) > 1 {
		w := fold(words[0])
		if gazette().demonym[w] == "" && gazette().state[w] == "" && w != "then" && w != "former" {
			break
		}
		words = words[1:]
	}
	t := strings.Join(words, " ")
	if t == strings.ToUpper(t) {
		return t // CEO
	}
	return strings.ToLower(t)
}

// inTitle reports whether the words of a title hold somebody's full name.
func (g *registry) inTitle(words []string) bool {
	if slices.Contains(words, "and") && slices.ContainsFunc(words, func(w string) bool { return len(w) > 3 && g.families[w] > 0 }) {
		return true
	}
	for i := 0; i+2 <= len(words); i++ {
		if f := g.forms[words[i]+" "+words[i+1]]; f != nil && f.count > 0 && f.reading != nil && f.class == personClass {
			return true
		}
	}
	return false
}

// findRoles merges the offices that claims give to a person.
func (g *registry) findRoles(a *actor) {
	a.Roles, a.acting = nil, nil
	var told []*office
	// the few are merged before the many
	for _, x := range slices.SortedFunc(slices.Values(a.forms), func(x, y *form) int { return cmp.Compare(len(x.roles), len(y.roles)) }) {
		if len(told) == 0 {
			told = x.roles
		} else if len(x.roles) > 0 {
			told = merge(make([]*office, 0, len(told)+len(x.roles)), told, x.roles, (*office).compare)
		}
	}
	var folded []string
	for _, f := range told {
		t := f.title
		of := ""
		if f.of != nil && f.of.actor != nil && f.of.actor != a {
			of = f.of.actor.ID
		}
		if t == nil { // "Estrel's Jan Okoye"
			if of != "" {
				a.acting = append(a.acting, of)
			}
			continue
		}
		if t.doubled {
			continue
		}
		at := -1
		for i, r := range a.Roles {
			if folded[i] == t.folded && (r.Of == of || r.Of == "" || of == "") {
				at = i
				break
			}
		}
		if at < 0 {
			a.Roles, folded = append(a.Roles, rapporteur.Role{Title: t.plain, Of: of}), append(folded, t.folded)
			at = len(a.Roles) - 1
		}
		r := &a.Roles[at]
		r.Of = cmp.Or(r.Of, of)
		if f.former {
			if r.To.IsZero() {
				r.To = f.day()
			}
		} else if r.From.IsZero() { // those after it are of later days, or of none
			r.From = f.day()
		}
		r.Claims = append(r.Claims, f.claim)
	}
	slices.SortStableFunc(a.Roles, func(x, y rapporteur.Role) int { return cmp.Compare(len(y.Claims), len(x.Claims)) })
	a.held = a.Roles
}

// fill gives an office that only states have, and of which no report says whose it
// is, to the state that its holder acts for.
func (a *actor) fill(side *actor) {
	a.Roles = a.held
	if a.class != personClass || side == nil || !side.nation() {
		return
	}
	for i, r := range a.Roles {
		if r.Of != "" || !r.To.IsZero() || !ofStates(r.Title) || slices.ContainsFunc(a.Roles, func(o rapporteur.Role) bool { return o.Title == r.Title && o.Of != "" }) {
			continue
		}
		if &a.Roles[0] == &a.held[0] {
			a.Roles = slices.Clone(a.held)
		}
		a.Roles[i].Of = side.ID
	}
}

// ofStates reports whether an office is one that only states have.
func ofStates(title string) bool {
	words := strings.Fields(title)
	n := len(words)
	switch last := words[n-1]; {
	case stateOffices[last]:
		return true
	case last == "secretary" && n > 1:
		return departments[words[n-2]]
	case last == "representative" && n > 1:
		return words[n-2] == "trade"
	case last == "adviser" || last == "advisor":
		return n > 2 && words[n-3] == "national" && words[n-2] == "security"
	}
	return strings.HasPrefix(title, "secretary of state") || strings.HasSuffix(title, "attorney general") || strings.HasSuffix(title, "state councilor") || strings.HasSuffix(title, "state councillor")
}

// stateOffices are last words of offices that only states have.
var stateOffices = set("president premier minister chancellor ambassador taoiseach tanaiste king queen undersecretary")

// departments are what secretaries are called after who are ministers.
var departments = set(`treasury commerce trade foreign home defence defense state brexit justice health education transport transportation environment energy
	agriculture labor labour interior culture business housing development pensions communities security finance veterans fisheries industry immigration`)

// side returns the party that an actor acts for, itself for a state and for a body
// of its own. People act for whom their offices are of, and an office may be of
// another person.
func (g *registry) side(a *actor, depth int) *actor {
	switch {
	case a.code != "" || a.Kind == rapporteur.State:
		return a
	case a.class == outletClass:
		return nil
	case a.class != personClass:
		if side := g.byCode[a.acts]; side != nil {
			return side
		}
		if side := g.byID[g.sideOf(a.Name)]; side != nil && side != a {
			return side
		}
		if a.leader != nil {
			if side := g.sideOfLeader(a, depth); side != nil {
				return side
			}
		}
		if a.independent() {
			return a
		}
		return nil
	case depth == 0:
		return nil
	}
	votes := map[*actor]int{}
	var best *actor
	vote := func(id string, n int) {
		if of := g.byID[id]; of != nil && of != a {
			if side := g.side(of, depth-1); side != nil {
				votes[side] += n
			}
		}
	}
	for _, r := range a.held {
		if r.To.IsZero() {
			vote(r.Of, len(r.Claims)*(1+says(r.Title)))
		}
	}
	for _, id := range a.acting {
		vote(id, 1)
	}
	for side, n := range votes {
		if best == nil || n > votes[best] || n == votes[best] && side.ID < best.ID {
			best = side
		}
	}
	return best
}

// says is how much more an office says of whom its holder acts for than a
// calling does: a minister of Estrel is, a lawyer of Estrel comes from there.
func says(title string) int {
	if strings.Contains(title, "negotiator") || strings.Contains(title, "minister") || strings.Contains(title, "president") || strings.Contains(title, "envoy") || strings.Contains(title, "spokes") {
		return 2
	}
	return 0
}

// independent reports whether a body acts for itself: a union, a front, a firm, but
// no office that a state has and nobody who only studies and tells.
func (a *actor) independent() bool {
	return a.class == bodyClass && a.Kind == rapporteur.Organisation && capitalised(a.Name) &&
		!slices.ContainsFunc(strings.Fields(fold(a.Name)), func(w string) bool { return ofEveryState[w] && w != "party" || learned[w] })
}

// learned are words of bodies whose people tell what they think, for no party.
var learned = set("institute university academy school college centre center foundation society hospital securities capital partners research newspaper magazine")

// states finds the states of no gazetteer that words name.
type states struct {
	byWord map[string][]*form // by name
	byStem map[string][]*form // by what demonyms begin with
	said   map[string]string  // words already looked up, and the ID of the state
}

// nation is what the names of bodies tell of a state or union.
type nation struct {
	id, name, code, forms string
	first                 position // of one of no gazetteer
}

func (a *actor) asNation() nation {
	n := nation{id: a.ID, name: a.Name, code: a.code}
	if a.code == "" {
		n.first = a.first
		var names []string
		for _, f := range a.forms {
			names = append(names, f.folded)
		}
		slices.Sort(names)
		n.forms = strings.Join(names, "\x00")
	}
	return n
}

// restated are states that are not what they were.
type restated struct {
	codes, words map[string]bool
	stems        map[string]bool // what demonyms begin with
}

// know takes up the states of no gazetteer, and returns those that are named
// otherwise than before, or stand at another place among all; nil for none.
func (g *registry) know(x regrouped) *restated {
	changed := map[nation]int{}
	for _, a := range x.hidden {
		if a.nation() {
			g.states.list(a, func(forms []*form, f *form) []*form {
				return slices.DeleteFunc(forms, func(o *form) bool { return o == f })
			})
			changed[a.asNation()]--
		}
	}
	for _, a := range x.shown {
		if a.nation() {
			g.states.list(a, func(forms []*form, f *form) []*form { return append(forms, f) })
			changed[a.asNation()]++
		}
	}
	for a, id := range x.renamed {
		if a.nation() {
			n := a.asNation()
			changed[n]++
			n.id = id
			changed[n]--
		}
	}
	now := &restated{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for n, times := range changed {
		if times == 0 {
			delete(changed, n)
			continue
		}
		if n.code != "" {
			now.codes[n.code] = true
			continue
		}
		for name := range strings.SplitSeq(n.forms, "\x00") {
			word, stem := stateWord(name)
			now.words[word], now.stems[stem] = true, true
		}
	}
	if len(changed) == 0 {
		return nil
	}
	clear(g.states.said)
	return now
}

// list changes the lists of forms under which a state of no gazetteer is found.
func (x states) list(a *actor, change func([]*form, *form) []*form) {
	if a.code != "" {
		return
	}
	for _, f := range a.forms {
		word, stem := stateWord(f.folded)
		for _, in := range []struct {
			lists map[string][]*form
			key   string
		}{{x.byWord, word}, {x.byStem, stem}} {
			if in.lists[in.key] = change(in.lists[in.key], f); len(in.lists[in.key]) == 0 {
				delete(in.lists, in.key)
			}
		}
	}
}

// stateWord returns the name of a state without its article, and what words for its people begin with.
func stateWord(folded string) (word, stem string) {
	word = strings.TrimPrefix(folded, "the ")
	return word, strings.TrimRight(word, "aeiouy")
}

// tells reports whether a word tells of another state now, or of none.
func (n *restated) tells(w string) bool {
	if n.codes[gazette().demonym[w]] || n.codes[gazette().state[w]] || n.words[w] {
		return true
	}
	for i := max(4, len(w)-5); i < len(w); i++ {
		if n.stems[w[:i]] {
			return true
		}
	}
	return false
}

// beginning is what a word shares with the name of the state whose people it may name.
func beginning(word string) string { return word[:min(4, len(word))] }

// begins returns the keys under which a body is found when states are named otherwise.
func (a *actor) begins() (keys []string) {
	if a.acts != "" {
		keys = append(keys, "#"+a.acts)
	}
	for _, w := range a.words {
		keys = addNew(keys, beginning(w))
	}
	return keys
}

// actingFor returns the bodies that may act for another state now.
func (g *registry) actingFor(now *restated) (out []*actor) {
	if now == nil {
		return nil
	}
	for code := range now.codes {
		out = append(out, g.bodies["#"+code]...)
	}
	keys := map[string]bool{}
	for _, words := range []map[string]bool{now.words, now.stems} {
		for w := range words {
			keys[beginning(w)] = true
		}
	}
	for key := range keys {
		for _, a := range g.bodies[key] {
			if slices.ContainsFunc(a.words, now.tells) {
				out = append(out, a)
			}
		}
	}
	return out
}

// sideOf returns the state of no gazetteer that a body's name tells: "Norvanan officials".
func (g *registry) sideOf(name string) string {
	if id, ok := g.states.said[name]; ok {
		return id
	}
	var first *actor
	found := func(a *actor) {
		if a != nil && (first == nil || g.list.order(a, first) < 0) {
			first = a
		}
	}
	words := strings.Fields(foldOwned(name))
	if actsForNone(words) {
		words = nil
	}
	for _, w := range words {
		for _, f := range g.states.byWord[w] {
			found(f.actor)
		}
		for n := max(4, len(w)-5); n < len(w); n++ {
			for _, f := range g.states.byStem[w[:n]] {
				if demonymOf(w, strings.TrimPrefix(f.folded, "the ")) {
					found(f.actor)
				}
			}
		}
	}
	id := ""
	if first != nil {
		id = first.ID
	}
	g.states.said[name] = id
	return id
}
