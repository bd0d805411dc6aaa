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
	side  string   // of an unnamed voice, as far as it is told
	told  []string // what is told of it
	first position
	last  rapporteur.Date
	facts []*fact
}

// origins finds the first voices of all facts.
type origins struct {
	b      *build
	byKey  map[string]*origin
	unsaid map[string][]*origin // unnamed voices by who brought them in, in order of time
}

func (o *origins) get(key, name string, typ rapporteur.SourceType, a *actor) *origin {
	v := o.byKey[key]
	if v == nil {
		v = &origin{key: key}
		v.Name, v.Type = name, typ
		if a != nil {
			v.Actor, v.Name = a.ID, a.Name
		}
		o.byKey[key] = v
	}
	return v
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
func (o *origins) own(r *rapporteur.Report) *origin {
	name := outletName(r)
	if name == "" {
		label := r.Title
		if label == "" {
			label = opening(r.Body)
		}
		return o.get("r:"+r.ID, "the report “"+label+"”", rapporteur.OutletSource, nil)
	}
	if a := o.b.names.of(name, rapporteur.Outlet); a != nil {
		return o.get("a:"+a.ID, a.Name, rapporteur.OutletSource, a)
	}
	return o.get("o:"+fold(name), name, rapporteur.OutletSource, nil)
}

// find sets the voice of a fact. Facts come in canonical order.
func (o *origins) find(f *fact) {
	own := o.own(f.r)
	chain := f.Chain
	if s := f.Statement; s != nil && s.Speaker.Name != "" { // words are on the word of who said them
		typ := s.Type
		if typ == "" {
			typ = typeOf(s.Speaker.Kind)
		}
		chain = append(slices.Clone(chain), rapporteur.Source{Name: s.Speaker.Name, Type: typ})
	}
	if len(chain) == 0 {
		f.voice = voice{origin: own, outlet: own, own: true}
		o.rest(f)
		return
	}
	last := chain[len(chain)-1]
	bringer := own
	if len(chain) > 1 {
		before := chain[len(chain)-2]
		if a := o.b.source(before); a != nil {
			bringer = o.get("a:"+a.ID, a.Name, before.Type, a)
		}
	}
	a := o.b.source(last)
	switch {
	case vagueMedia(last.Name):
		name := capital(cleanName(last.Name, false))
		f.voice = voice{origin: o.get("v:"+fold(name), name, rapporteur.GroupSource, nil), vague: true}
	case a != nil && last.Type == rapporteur.OutletSource:
		v := o.get("a:"+a.ID, a.Name, last.Type, a)
		f.voice = voice{origin: v, outlet: v}
	case a != nil:
		f.voice = voice{origin: o.get("a:"+a.ID, a.Name, last.Type, a), named: true}
	case last.Type == rapporteur.DocumentSource:
		name := cleanName(last.Name, false)
		f.voice = voice{origin: o.get("d:"+bringer.key+":"+fold(name), capital(name)+" ("+bringer.Name+")", last.Type, nil), outlet: bringer}
	default:
		f.voice = voice{origin: o.unnamed(f, last, bringer), outlet: bringer}
	}
	o.rest(f)
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

func (o *origins) unnamed(f *fact, s rapporteur.Source, bringer *origin) *origin {
	name := voiceName(s.Name)
	side := o.b.sideNamed(s.Of)
	if side == "" {
		if code := gazette().sideOf(fold(name)); code != "" {
			side = code
		}
	}
	told := described(name)
	for i, v := range slices.Backward(o.unsaid[bringer.key]) {
		if i < len(o.unsaid[bringer.key])-50 {
			break
		}
		near := f.day.IsZero() || v.last.IsZero() || f.day.Sub(v.last) <= occasion
		if near && (v.side == side || v.side == "" || side == "") && slices.Equal(v.told, told) {
			v.side = cmp.Or(v.side, side)
			if !f.day.IsZero() {
				v.last = f.day
			}
			return v
		}
	}
	v := &origin{key: "u:" + bringer.key + ":" + f.ID, side: side, told: told, last: f.day}
	v.Name, v.Type = name, rapporteur.AnonymousSource
	o.byKey[v.key] = v
	o.unsaid[bringer.key] = append(o.unsaid[bringer.key], v)
	return v
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

// rest lists the fact with its origin and with the outlet that brought it in.
func (o *origins) rest(f *fact) {
	f.voice.origin.add(f)
	if out := f.voice.outlet; out != nil && out != f.voice.origin {
		out.add(f)
	}
}

func (v *origin) add(f *fact) {
	if len(v.facts) == 0 || f.at.before(v.first) {
		v.first = f.at
	}
	v.facts = append(v.facts, f)
}

// record returns the origins in order of their first claim.
func (o *origins) record() []rapporteur.Origin {
	var list []*origin
	for _, v := range o.byKey {
		if len(v.facts) > 0 {
			list = append(list, v)
		}
	}
	slices.SortFunc(list, func(a, b *origin) int {
		return cmp.Or(a.first.compare(b.first), strings.Compare(a.key, b.key))
	})
	out := make([]rapporteur.Origin, 0, len(list))
	taken := map[string]bool{}
	for _, v := range list {
		v.Claims, v.Reports = nil, nil
		for _, f := range v.facts {
			v.Claims = append(v.Claims, f.ID)
			if n := len(v.Reports); n == 0 || v.Reports[n-1] != f.r.ID { // facts come report by report
				v.Reports = append(v.Reports, f.r.ID)
			}
		}
		v.ID = unique(taken, "o"+strings.TrimPrefix(v.facts[0].ID, "c"))
		if strings.HasPrefix(v.key, "u:") {
			v.Name = capital(v.Name) + " (" + v.facts[0].bringer() + ")"
		}
		out = append(out, v.Origin)
	}
	return out
}

func (f *fact) bringer() string {
	if f.voice.outlet != nil {
		return f.voice.outlet.Name
	}
	return f.voice.origin.Name
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

// independent returns the origins among facts that do not rest on each other:
// an outlet's bare word is not counted beside the voice it brought in, and of its
// unnamed voices only those that are of different sides, since nobody vouches for
// the independence of the others.
func independent(facts []*fact) []*origin {
	var list []*origin
	for _, f := range facts {
		if v := f.voice; !v.vague && !slices.Contains(list, v.origin) {
			list = append(list, v.origin)
		}
	}
	bringers := map[*origin][]string{} // sides of the unnamed voices counted
	for _, f := range facts {
		v := f.voice.origin
		if v.Type != rapporteur.AnonymousSource || f.voice.outlet == nil || f.voice.outlet == v {
			continue
		}
		sides, seen := bringers[f.voice.outlet]
		if i := slices.Index(list, v); i >= 0 && !slices.Contains(sides, v.key) {
			if seen && (v.side == "" || slices.Contains(sides, v.side) || slices.Contains(sides, "")) {
				list = slices.Delete(list, i, i+1)
				continue
			}
			bringers[f.voice.outlet] = append(sides, v.side, v.key)
		}
	}
	return slices.DeleteFunc(list, func(v *origin) bool {
		return slices.ContainsFunc(facts, func(f *fact) bool {
			return f.voice.outlet == v && f.voice.origin != v && !f.voice.vague
		})
	})
}

// standing says how well a thing is founded on its facts.
func (b *build) standing(facts []*fact) rapporteur.Standing {
	var sides []string
	record, own := false, true
	for _, f := range facts {
		if f.signed() && f.Modality == rapporteur.Asserted {
			return rapporteur.Signed
		}
		if f.voice.named && f.Modality != rapporteur.Hedged {
			record = true
			if s := b.sides[f.voice.origin.Actor]; s != "" {
				sides = addNew(sides, s)
			}
		}
		own = own && (f.voice.own || f.voice.vague)
	}
	n := len(independent(facts))
	switch {
	case len(sides) > 1:
		return rapporteur.BothSides
	case record:
		return rapporteur.OnTheRecord
	case n > 1:
		return rapporteur.SeveralOrigins
	case n == 0 || own:
		return rapporteur.Unattributed
	}
	return rapporteur.OneOrigin
}

// signed reports whether a claim says that the thing was signed.
func (f *fact) signed() bool {
	if f.Text != nil && strings.EqualFold(f.Text.Label, "signed") {
		return true
	}
	if f.Meeting != nil && f.Meeting.State == rapporteur.MeetingHeld {
		return slices.ContainsFunc(f.Meeting.Outcome, func(s string) bool { return strings.HasPrefix(strings.ToLower(s), "signed") })
	}
	return false
}

func capital(s string) string {
	if s == "" {
		return s
	}
	return strings.ToUpper(s[:1]) + s[1:]
}
