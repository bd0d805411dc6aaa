package record

import (
	"cmp"
	"net/url"
	"slices"
	"strings"

	"rapporteur"
)

// voice is the first voice of a claim's chain.
type voice struct {
	origin *origin
	outlet *origin // the outlet that brought in an unnamed voice, or is the voice itself; nil for a named one
	named  bool    // somebody who can be held to the words
	vague  bool    // the media at large: founds nothing
	own    bool    // the report's own voice
}

// origin is one first voice with the claims that rest on it.
type origin struct {
	rapporteur.Origin
	key   string
	side  string  // of an unnamed voice, as far as it is told
	facts []*fact // in order
	first *fact   // of them, as long as the origin is listed
}

// origins finds the first voices of all facts.
type origins struct {
	b          *Keeper
	byKey      map[string]*origin
	copies     *copies
	unsaid     *sequence[*whisper, *unsaid]
	whispers   map[*fact]*whisper
	calls      map[string]*calling
	fresh      map[*origin]bool // those whose rows are to be written again
	list       listing[*origin, rapporteur.Origin]
	renumbered map[*origin]bool // that had another ID
}

func newOrigins(b *Keeper) *origins {
	o := &origins{b: b, byKey: map[string]*origin{}, copies: newCopies(), unsaid: newSequence(unsaidRule()), whispers: map[*fact]*whisper{}, calls: map[string]*calling{}, fresh: map[*origin]bool{}, renumbered: map[*origin]bool{}}
	o.list.order = func(x, y *origin) int {
		return cmp.Or(byPlace(x.first, y.first), strings.Compare(x.key, y.key))
	}
	o.list.row = o.row
	return o
}

// get returns the origin of a key, made where it is new.
func (o *origins) get(key, name string) *origin {
	v := o.byKey[key]
	if v == nil {
		v = &origin{key: key}
		o.byKey[key] = v
	}
	if v.Name != name && name != "" {
		v.Name = name
		o.fresh[v] = true
	}
	return v
}

// of returns the origin that an actor is.
func (o *origins) of(a *actor) *origin {
	if v := a.voice; v != nil && v.Actor == a.ID && v.Name == a.Name {
		return v
	}
	a.voice = o.get("a:"+a.ID, a.Name)
	a.voice.Actor = a.ID
	return a.voice
}

// outletName names the publisher of a report as well as it is known.
func outletName(r *rapporteur.Report) string {
	if r.Outlet != "" {
		return r.Outlet
	}
	if u, err := url.Parse(r.URL); err == nil && u.Host != "" {
		return strings.TrimPrefix(u.Host, "www.")
	}
	return ""
}

// opening returns the first words of a report, by which one without a title is known.
func opening(body string) string {
	words := strings.Fields(strings.ToValidUTF8(body[:min(len(body), 400)], ""))
	if len(words) > 7 {
		return strings.Join(words[:7], " ") + " …"
	}
	return strings.Join(words, " ")
}

// own returns the origin of what a report says in its own voice.
func (o *origins) own(r *paper) *origin {
	name := r.outlet
	if name == "" {
		label := r.Title
		if label == "" {
			label = opening(r.Body)
		}
		return o.get("r:"+r.ID, "the report “"+label+"”")
	}
	if a := o.b.names.of(name, rapporteur.Outlet); a != nil {
		return o.of(a)
	}
	return o.get("o:"+fold(name), name)
}

// find returns the voice of a fact; of an unnamed one only who brought it in, and
// how it was told.
func (o *origins) find(f *fact, own *origin) (voice, *whisper) {
	chain := f.sources()
	if len(chain) == 0 {
		return voice{origin: own, outlet: own, own: true}, nil
	}
	last := chain[len(chain)-1]
	bringer := own
	if len(chain) > 1 {
		before := chain[len(chain)-2]
		if a := o.b.source(before); a != nil {
			bringer = o.of(a)
		}
	}
	a := o.b.source(last)
	switch {
	case vagueMedia(last.Name):
		name := capital(cleanName(last.Name, false))
		return voice{origin: o.get("v:"+fold(name), name), vague: true}, nil
	case a != nil && last.Type == rapporteur.OutletSource:
		v := o.of(a)
		return voice{origin: v, outlet: v}, nil
	case a != nil:
		return voice{origin: o.of(a), named: true}, nil
	case last.Type == rapporteur.DocumentSource:
		name := cleanName(last.Name, false)
		return voice{origin: o.get("d:"+bringer.key+":"+fold(name), capital(name)+" ("+bringer.Name+")"), outlet: bringer}, nil
	}
	called := o.called(last.Name)
	w := &whisper{fact: f, name: called.name, bringer: bringer, by: bringer.Name, told: called.told}
	w.side = cmp.Or(o.b.sideNamed(last.Of), called.side)
	return voice{outlet: bringer}, w
}

// calling is what reports call an unnamed voice, and what that tells of it. It is
// kept: few words stand for most of them.
type calling struct{ name, told, side string }

func (o *origins) called(words string) *calling {
	c := o.calls[words]
	if c == nil {
		c = &calling{name: voiceName(words)}
		c.told, c.side = strings.Join(described(c.name), " "), gazette().sideOf(fold(c.name))
		o.calls[words] = c
	}
	return c
}

// sources returns the chain of a fact: words are on the word of who said them, or of
// who says that they are not so.
func (f *fact) sources() []rapporteur.Source {
	chain := f.Chain
	if s := f.Statement; s != nil && s.Speaker.Name != "" && f.Modality != rapporteur.Denied {
		chain = append(chain[:len(chain):len(chain)], rapporteur.Source{Name: s.Speaker.Name, Type: speakerType(s)})
	}
	return chain
}

// speakerType is the type of source that the speaker of a statement is.
func speakerType(s *rapporteur.StatementClaim) rapporteur.SourceType {
	if s.Type == "" {
		return typeOf(s.Speaker.Kind)
	}
	return s.Type
}

// typeOf is the type of source that an actor of a kind is.
func typeOf(k rapporteur.ActorKind) rapporteur.SourceType {
	switch k {
	case rapporteur.Outlet:
		return rapporteur.OutletSource
	case rapporteur.State, rapporteur.Organisation:
		return rapporteur.InstitutionSource
	case rapporteur.Group:
		return rapporteur.GroupSource
	}
	return rapporteur.PersonSource
}

// occasion is the number of days within which unnamed voices that one outlet
// brings in and describes alike are taken for one.
const occasion = 10

// whisper is a fact on the word of an unnamed voice.
type whisper struct {
	*fact
	name    string
	bringer *origin
	by      string // name of the bringer
	side    string // as far as it is told
	told    string // what is told of the voice
	then    heard  // of the voice, with this
	steady  bool   // it was the same before
	seated  int32  // see part
}

// seat is not that of the fact: a fact on such a word has another in the sequence of its kind.
func (w *whisper) seat() *int32 { return &w.seated }

// unsaid is an unnamed voice.
type unsaid struct {
	first *whisper
	fresh []*whisper // that joined since it was looked at
	heard
}

// heard is what an unnamed voice is known by in time.
type heard struct {
	side string
	last rapporteur.Date
}

// unsaidRule: an unnamed voice is known by who brought it in and what is told of it.
func unsaidRule() rule[*whisper, *unsaid] {
	key := func(f *whisper) []uint64 { return []uint64{hash(f.bringer.key, f.told)} }
	return rule[*whisper, *unsaid]{
		order: func(x, y *whisper) int { return byPlace(x.fact, y.fact) },
		begin: func(*whisper) *unsaid { return &unsaid{} },
		join: func(v *unsaid, f *whisper, _ string) {
			if v.first == nil {
				v.first = f
			}
			v.fresh = append(v.fresh, f)
			v.side = cmp.Or(v.side, f.side)
			if !f.day().IsZero() {
				v.last = f.day()
			}
			f.steady, f.then = f.then == v.heard, v.heard
		},
		fit: func(v *unsaid, f *whisper) (score, string) {
			near := f.day().IsZero() || v.last.IsZero() || f.day().Sub(v.last) <= occasion
			if near && (v.side == f.side || v.side == "" || f.side == "") && v.first.bringer == f.bringer && v.first.told == f.told {
				return 1, ""
			}
			return 0, ""
		},
		look:   key,
		keys:   func(_ *unsaid, f *whisper) []uint64 { return key(f) },
		circle: func(f *whisper) []uint64 { return []uint64{key(f)[0] ^ period(f.day(), occasion)} },
		reach: func(_ *unsaid, f *whisper) (out []uint64) {
			for _, n := range periods(f.day(), occasion) {
				out = append(out, key(f)[0]^n)
			}
			return out
		},
		asOf: func(v *unsaid, founder, last *whisper, _ int) *unsaid {
			n, found := slices.BinarySearchFunc(v.fresh, last, func(x, y *whisper) int { return byPlace(x.fact, y.fact) })
			if found {
				n++
			}
			return &unsaid{first: founder, fresh: v.fresh[:n], heard: last.then}
		},
		steady: func(f *whisper) bool { return f.steady },
		late:   true,
		grows:  true,
	}
}

var unspecific = set("source sources citing person people insider insiders familiar with the matter situation unnamed anonymous an a two three four several some knowledgeable interlocutor")

// described returns the words that tell something of an unnamed voice, as stems.
func described(name string) []string {
	var out []string
	for w := range strings.FieldsSeq(fold(name)) {
		if !unspecific[w] && !smallWords[w] {
			out = append(out, stem(w))
		}
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func voiceName(name string) string {
	name = cleanName(name, false)
	for _, w := range []string{"unnamed ", "anonymous ", "undisclosed "} {
		name = strings.TrimPrefix(name, w)
	}
	return name
}

// update finds the voices of facts anew, of those that came, that may be or were
// copied, and that name another actor now. It returns those that stand on another
// word than before.
func (o *origins) update(gone, came, copied, dirty []*fact) []*fact {
	var todo, borrowed, changed []*fact
	before := map[*fact]voice{} // of those that changed, where they had one
	mark := func(facts ...*fact) {
		for _, f := range facts {
			if !f.sought && !f.gone && f.Naming == nil { // a name founds nothing
				f.sought = true
				todo = append(todo, f)
			}
		}
	}
	was := func(f *fact) {
		if !f.noted {
			f.noted = true
			if f.voice != (voice{}) {
				before[f] = f.voice
			}
			changed = append(changed, f)
		}
	}
	mark(copied...)
	mark(came...)
	mark(dirty...)

	var out, in []*whisper
	hide := func(f *fact, w *whisper) (as *whisper) {
		old := o.whispers[f]
		if old != nil && w != nil && old.name == w.name && old.bringer == w.bringer && old.by == w.by && old.side == w.side && old.told == w.told {
			return old
		}
		if old != nil {
			out = append(out, old)
			delete(o.whispers, f)
		}
		if w != nil {
			in = append(in, w)
			o.whispers[f] = w
		}
		return w
	}
	for _, f := range gone {
		was(f)
		hide(f, nil)
		f.voice = voice{}
	}
	var own *origin
	var of *paper
	for _, f := range todo {
		f.sought = false
		was(f)
		if o.copies.first(f) != nil {
			borrowed = append(borrowed, f)
			hide(f, nil)
			continue
		}
		if f.r != of {
			own, of = o.own(f.r), f.r
		}
		v, w := o.find(f, own)
		if w != nil && hide(f, w) != w {
			v.origin = f.voice.origin
		} else if w == nil {
			hide(f, nil)
		}
		f.voice = v
	}
	_, shown := o.unsaid.update(out, in, func(*unsaid) bool { return true })
	var clearer []*origin // unnamed voices of whose side something else is told now
	for _, v := range shown {
		first := v.first
		u := o.get("u:"+first.bringer.key+":"+first.ID, capital(first.name)+" ("+first.by+")")
		if u.side != v.side {
			u.side = v.side
			clearer = append(clearer, u)
		}
		for _, w := range v.fresh {
			if w.voice.origin != u {
				was(w.fact)
				w.voice.origin = u
			}
		}
		v.fresh = nil
	}
	done := map[*sentence]bool{}
	for _, f := range changed { // a copy has the voice of what it copies
		s := f.sentence
		if s == nil || done[s] {
			continue
		}
		for _, s := range s.together() {
			done[s] = true
			for _, f := range s.facts {
				if !f.noted {
					was(f)
					borrowed = append(borrowed, f)
				}
			}
		}
	}
	for _, f := range borrowed {
		if src := o.copies.first(f); src != nil {
			f.voice = src.voice
		}
	}
	for _, f := range changed {
		f.noted = false
	}
	changed = slices.DeleteFunc(changed, func(f *fact) bool { return f.voice == before[f] })
	o.rest(changed, before)
	for _, u := range clearer {
		changed = append(changed, u.facts...)
	}
	return changed
}

// close lets go of what the voices of facts were found by. No more come.
func (o *origins) close(facts []*fact) {
	for _, f := range facts {
		f.sentence = nil
	}
	o.copies, o.unsaid, o.whispers, o.calls = nil, nil, nil, nil
}

// rest lists facts whose voice changed with their origins, and with the outlets that brought them in.
func (o *origins) rest(changed []*fact, before map[*fact]voice) {
	left, joined := map[*origin][]*fact{}, map[*origin][]*fact{}
	for _, f := range changed {
		for _, v := range before[f].origins() {
			left[v] = append(left[v], f)
			o.fresh[v] = true
		}
		for _, v := range f.voice.origins() {
			joined[v] = append(joined[v], f)
			o.fresh[v] = true
		}
	}
	firsts := map[*fact]bool{}
	var stay, hidden, shown []*origin
	for v := range o.fresh {
		v.exchange(left[v], joined[v], o.b.reports)
		first := v.begin()
		firsts[first], firsts[v.first] = true, true
		switch {
		case first == v.first && first != nil:
			stay = append(stay, v)
			continue
		case v.first != nil:
			hidden = append(hidden, v)
		}
		if first != nil {
			shown = append(shown, v)
		}
	}
	o.list.update(hidden, nil)
	for _, v := range hidden {
		v.first = nil
	}
	for _, v := range shown {
		v.first = v.begin()
	}
	// origins that begin with one claim are told apart by their order
	delete(firsts, nil)
	for f := range firsts {
		for _, v := range f.voice.origins() {
			if !o.fresh[v] && v.first == f && !slices.Contains(stay, v) {
				stay = append(stay, v)
			}
		}
	}
	clear(o.fresh)
	o.list.rewrite(stay)
	o.list.update(nil, shown)
}

// begin returns the first of the facts, nil for none.
func (v *origin) begin() *fact {
	if len(v.facts) == 0 {
		return nil
	}
	return v.facts[0]
}

// exchange takes facts out of an origin and puts others in.
func (v *origin) exchange(gone, came []*fact, reports map[string]*paper) {
	list := listing[*fact, string]{v.facts, v.Claims, byPlace, func(f *fact) string { return f.ID }}
	list.update(gone, came)
	v.facts, v.Claims = list.things, list.rows
	for _, facts := range [][]*fact{gone, came} { // they come report by report
		for i, f := range facts {
			if i > 0 && f.r == facts[i-1].r {
				continue
			}
			at, was := len(v.Reports), false
			if at > 0 && byRank(reports[v.Reports[at-1]], f.r) >= 0 { // not the last
				at, was = slices.BinarySearchFunc(v.Reports, f.r, func(id string, r *paper) int { return byRank(reports[id], r) })
			}
			_, is := slices.BinarySearchFunc(v.facts, f.r, func(o *fact, r *paper) int { return byRank(o.r, r) })
			switch {
			case is && !was:
				v.Reports = slices.Insert(v.Reports, at, f.r.ID)
			case was && !is:
				v.Reports = slices.Delete(v.Reports, at, at+1)
			}
		}
	}
}

// merge appends two lists that are in order to a third.
func merge[T any](to, x, y []T, order func(x, y T) int) []T {
	for len(x) > 0 && len(y) > 0 {
		if order(x[0], y[0]) <= 0 {
			to, x = append(to, x[0]), x[1:]
		} else {
			to, y = append(to, y[0]), y[1:]
		}
	}
	return append(append(to, x...), y...)
}

// origins returns the origin and the outlet that brought it in where that is another.
func (v voice) origins() []*origin {
	switch {
	case v.origin == nil:
		return nil
	case v.outlet == nil || v.outlet == v.origin:
		return []*origin{v.origin}
	}
	return []*origin{v.origin, v.outlet}
}

// row writes the row of an origin.
func (o *origins) row(v *origin) rapporteur.Origin {
	first := v.first
	id := "o" + strings.TrimPrefix(first.ID, "c")
	for _, u := range first.voice.origins() {
		if u != v && u.begin() == first && u.key < v.key {
			id += "x" // the umbrella of an outlet and a voice it brought in may begin with one claim
		}
	}
	if v.ID != id {
		if v.ID != "" {
			o.renumbered[v] = true
		}
		v.ID = id
	}
	v.Type = v.typeBy(first)
	return v.Origin
}

// typeBy is the type of source that a fact takes an origin for.
func (v *origin) typeBy(f *fact) rapporteur.SourceType {
	chain := f.sources()
	switch n := len(chain); {
	case v.key[0] == 'u':
		return rapporteur.AnonymousSource
	case v.key[0] == 'v':
		return rapporteur.GroupSource
	case v.key[0] == 'd':
		return rapporteur.DocumentSource
	case v.key[0] == 'a' && f.voice.origin == v && !f.voice.own:
		return chain[n-1].Type
	case v.key[0] == 'a' && f.voice.origin != v && n > 1 && kindOf(chain[n-2].Type) != "":
		return chain[n-2].Type
	}
	return rapporteur.OutletSource
}

// unique makes an ID that is not taken: the umbrella of an outlet and a voice it
// brought in may begin with one claim.
func unique(taken map[string]bool, id string) string {
	for n := id; ; n += "x" {
		if !taken[n] {
			taken[n] = true
			return n
		}
	}
}
