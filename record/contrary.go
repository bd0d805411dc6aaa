package record

import (
	"cmp"
	"math"
	"slices"

	"rapporteur"
)

// What one report says is so and another says is not, or puts another figure to,
// stands in dispute also where the two tell of no one thing of the record: the
// premier says that he was called, the president's office that he was not. Claims
// bring in few words what of them may be contradicted (see [rapporteur.Thesis]);
// those of one deed, or with one thing counted, told within days, are compared.

// thesis is what a fact says that may be contradicted.
type thesis struct {
	*rapporteur.Thesis
	f      *fact
	n      int // of the claim's
	matter []uint64
	who    []uint64 // stems of the doer's name
	said   string   // the words that tell it, once asked for
}

// contraries keeps the theses that contradict one another.
type contraries struct {
	near map[uint64][]*thesis // by deed, or what is counted, and time
	of   map[*fact][]*thesis
	told map[*thesis][]*thesis // what contradicts what

	quarrels
	stems map[string][]uint64 // of names that were asked for
}

func newContraries() contraries {
	return contraries{near: map[uint64][]*thesis{}, of: map[*fact][]*thesis{}, told: map[*thesis][]*thesis{}, quarrels: newQuarrels(), stems: map[string][]uint64{}}
}

const (
	contrary = 4 // days within which two voices tell of one thing
	timely   = 8 // days in which theses are looked for together
)

// general are stems of what is told of nearly every negotiation: shared, they say
// little of what is told.
var general = stems(`talk side government offer meeting minister ministry president official country party year week month day negotiation
	negotiator delegation union company leader spokesman spokeswoman number report agency state people person way time man member paper thing
	mediator envoy round session condition statement word figure office law committee decision term page front movement employer worker
	council republic foreign prime national federation association chief percent dollar euro group capital authority
	premier chancellor secretary chairman chairwoman director governor mayor general commissioner ambassador`)

func (c *contraries) update(gone, came []*fact) {
	for _, f := range gone {
		for _, t := range c.of[f] {
			c.reopen(t)
			for _, o := range c.told[t] {
				if c.told[o] = slices.DeleteFunc(c.told[o], func(x *thesis) bool { return x == t }); len(c.told[o]) == 0 {
					delete(c.told, o)
					delete(c.open, o)
				}
			}
			delete(c.told, t)
			delete(c.open, t)
			k := t.key(0)
			if c.near[k] = slices.DeleteFunc(c.near[k], func(x *thesis) bool { return x == t }); len(c.near[k]) == 0 {
				delete(c.near, k)
			}
		}
		delete(c.of, f)
	}
	for _, f := range came {
		if len(f.Theses) == 0 || f.LeftOut != "" || f.day().IsZero() || f.Background || f.doubtful() || f.Modality == rapporteur.Conditional {
			continue
		}
		list := make([]*thesis, 0, len(f.Theses))
		for i := range f.Theses {
			t := &thesis{Thesis: &f.Theses[i], f: f, n: i}
			t.matter, t.who = stems(t.Matter), stems(t.Who)
			for _, when := range []int{-1, 0, 1} {
				for _, o := range c.near[t.key(when)] {
					if t.against(o) {
						c.told[t] = append(c.told[t], o)
						c.told[o] = append(c.told[o], t)
						c.reopen(t)
						c.reopen(o)
					}
				}
			}
			list = append(list, t)
		}
		for _, t := range list {
			c.near[t.key(0)] = append(c.near[t.key(0)], t)
		}
		c.of[f] = list
	}
}

// close lets go of the theses that nothing contradicts.
func (c *contraries) close() { c.near, c.of = nil, nil }

// key is what a thesis is found under, with those of some times later.
func (t *thesis) key(later int) uint64 {
	return hash(t.Act, t.Unit) + period(t.f.day(), timely) + uint64(later)
}

// weigh says how much a matter's stems tell: the general ones little.
func weigh(matter []uint64) float64 {
	return float64(len(matter)) - 0.65*float64(shared(matter, general))
}

// inCommon returns the elements of two sorted lists that are in both.
func inCommon(x, y []uint64) (out []uint64) {
	for _, w := range x {
		if _, ok := slices.BinarySearch(y, w); ok {
			out = append(out, w)
		}
	}
	return out
}

// against reports whether two theses cannot both be true, by their words and times.
func (t *thesis) against(o *thesis) bool {
	if days := t.f.day().Sub(o.f.day()); days > contrary || days < -contrary {
		return false
	}
	if !t.When.IsZero() && !o.When.IsZero() && !near(t.When, o.When, 1) {
		return false
	}
	if t.Act != o.Act || t.figure() != o.figure() {
		return false
	}
	if t.figure() {
		return t.counts(o)
	}
	if t.Not == o.Not {
		return !t.Not && blamed[t.Act] && t.blames(o)
	}
	yes, no := t, o
	if t.Not {
		yes, no = o, t
	}
	if yes.f.day().After(no.f.day()) && !lasting[t.Act] && (yes.When.IsZero() || !yes.When.To.Before(no.f.day())) {
		return false // it may have come about since
	}
	both := weigh(inCommon(t.matter, o.matter))
	least := math.Min(weigh(t.matter), weigh(o.matter))
	if t.f.r == o.f.r && yes.meets(no, both) {
		return true
	}
	if (no.Any || weigh(no.matter) < 0.5) && (len(no.matter) == 0 || both < 1.3) {
		return t.f.r != o.f.r && t.f.day().Sub(o.f.day()) <= 2 && o.f.day().Sub(t.f.day()) <= 2 && (weigh(no.matter) < 0.5 || both >= 0.5*weigh(no.matter)) && no.echoes(yes)
	}
	if !t.shares(o) {
		return false
	}
	if both >= 1 && t.When.Exact() && t.When == o.When {
		return both >= 0.3*least
	}
	return both >= 1.3 && both >= 0.4*least || both >= 1 && both >= 0.7*least
}

// meets reports whether what a thesis of the same report says is so is what another says
// is not: told in the sentence before or after of a matter that they share, or just
// before where the other is of whatever there may be.
func (yes *thesis) meets(no *thesis, both float64) bool {
	gap := yes.f.apartFrom(no.f)
	beside := gap >= 0 && gap <= nextTo
	rest := without(slices.Clone(no.matter), no.who)
	if s := no.f.Statement; s != nil {
		rest = without(rest, stems(s.Speaker.Name))
	}
	if no.Any || weigh(no.matter) < 0.5 {
		if !beside && (yes.f.Span.Start >= no.f.Span.Start || gap >= 1500) {
			return false
		}
		return weigh(rest) < 0.5 || beside && len(rest) == 1 || len(inCommon(rest, yes.matter)) > 0 || beside && yes.Issue != "" && yes.Issue == no.Issue
	}
	return beside && yes.shares(no) && (both >= 1 || weigh(rest) > 0 && yes.Issue != "" && yes.Issue == no.Issue)
}

// nextTo is how many bytes may lie between two sentences of which one follows the other.
const nextTo = 4

// apartFrom returns how many bytes lie between the words of two facts of a report.
func (f *fact) apartFrom(o *fact) int { return max(o.Span.Start-f.Span.End, f.Span.Start-o.Span.End) }

// outdone reports whether what a thesis says of whatever there may be answers another of
// its report that stands next to it, and not one further off.
func (c *contraries) outdone(t, o *thesis) bool {
	return t.f.r == o.f.r && t.Any && t.f.apartFrom(o.f) > nextTo &&
		slices.ContainsFunc(c.told[t], func(x *thesis) bool { return x.f.r == t.f.r && t.f.apartFrom(x.f) <= nextTo })
}

// shares reports whether two theses of one doer have more in common than who does it,
// unless one tells of nothing else.
func (t *thesis) shares(o *thesis) bool {
	doer := inCommon(t.who, o.who)
	beside := func(list []uint64) float64 { return weigh(without(slices.Clone(list), doer)) }
	return len(doer) == 0 || beside(t.matter) < 0.5 || beside(o.matter) < 0.5 || beside(inCommon(t.matter, o.matter)) > 0.5
}

// blamed are deeds of which one alone is to blame.
var blamed = set("leave ask invite write fix attack violate")

// disputedDoer are names of the slot for who did such a deed.
var disputedDoer = map[string]string{"leave": "who left", "ask": "who asked", "invite": "who invited", "write": "author", "fix": "set by", "attack": "who attacked", "violate": "who broke it"}

// blames reports whether two who speak within days name two doers of one deed.
func (t *thesis) blames(o *thesis) bool {
	days := t.f.day().Sub(o.f.day())
	if days > 2 || days < -2 || len(t.who) == 0 || len(o.who) == 0 || len(inCommon(t.who, o.who)) > 0 {
		return false
	}
	return t.Act == "leave" || t.ofOneDeed(o) || t.barely(o)
}

// barely reports whether one of two tells of nothing but the deed: "the call had been at their request".
func (t *thesis) barely(o *thesis) bool {
	return math.Min(weigh(without(slices.Clone(t.matter), t.who)), weigh(without(slices.Clone(o.matter), o.who))) < 0.5
}

// ofOneDeed reports whether two who name two doers tell of one deed.
func (t *thesis) ofOneDeed(o *thesis) bool {
	if (t.Any || o.Any || assaults[t.Act]) && t.f.r == o.f.r {
		return t.f.apartFrom(o.f) <= nextTo // "Torvia had written it"
	}
	doers := append(slices.Clone(t.who), o.who...)
	slices.Sort(doers)
	beside := func(list []uint64) float64 { return weigh(without(slices.Clone(list), doers)) }
	both := beside(inCommon(t.matter, o.matter))
	return both >= 1 && both >= 0.5*math.Min(beside(t.matter), beside(o.matter)) || both > 0 && t.When.Exact() && t.When == o.When
}

// accused reports whether each of two voices is the one that the other blames.
func (b *Keeper) accused(t, o *thesis) bool {
	first, second := b.tells(o, t), b.tells(t, o)
	if t.f.r == o.f.r && t.f.apartFrom(o.f) <= nextTo && (t.Any || o.Any) {
		return true // "it was the union that had asked for it"
	}
	if t.f.r == o.f.r && t.f.apartFrom(o.f) >= 800 || t.f.r != o.f.r && (t.Act == "leave" || !t.ofOneDeed(o)) {
		return first && second
	}
	return first || second // whose side a voice is on may not be told
}

// assaults are deeds that one lays on the other.
var assaults = set("attack violate")

// tells reports whether whoever tells a thesis, or his side, is who another says did it.
func (b *Keeper) tells(t, by *thesis) bool {
	if both(by.Who) {
		return by.f.r == t.f.r
	}
	who, teller := by.who, b.teller(t)
	if p := b.doer(by.Who); p != nil {
		if side := b.byID[b.side(p.ID)]; side != nil {
			who = append(slices.Clone(who), b.contraries.stemsOf(side.Name)...)
		}
	}
	return slices.ContainsFunc(who, func(w uint64) bool { return slices.Contains(teller, w) })
}

// teller returns the stems of the names of who tells a thesis, and of the party.
func (b *Keeper) teller(t *thesis) []uint64 {
	o := t.f.voice.origin
	name := o.Name
	if side := cmp.Or(b.side(o.Actor), o.side); b.byID[side] != nil {
		name += " " + b.byID[side].Name
	}
	return b.contraries.stemsOf(name)
}

// stemsOf returns the stems of a name, which must not be altered.
func (c *contraries) stemsOf(name string) []uint64 {
	out, known := c.stems[name]
	if !known {
		out = stems(name)
		c.stems[name] = out
	}
	return out
}

// echoes reports whether the sentences that tell a thesis have enough of another's matter.
func (t *thesis) echoes(o *thesis) bool {
	n := weigh(inCommon(t.around(), o.matter))
	return n >= 2 || n >= 1 && n >= 0.3*weigh(o.matter)
}

// around returns the stems of the sentences that tell a thesis.
func (t *thesis) around() []uint64 { return stems(t.f.quote()) }

// lasting are deeds of which a denial holds for the time before as well: who says
// that he was not asked does not say that he was not asked yet.
var lasting = set("consult promise offer in write attack violate order threaten lie")

// differ reports whether two theses are of two voices and not of the deeds of two.
func (b *Keeper) differ(t, o *thesis) bool {
	x, y := t.f.voice, o.f.voice
	if x.origin == y.origin || x.vague || y.vague || x.own && y.own && !t.clocked(o) || t.f.r == o.f.r && (x.own || y.own || t.f.Kind != rapporteur.KindStatement || o.f.Kind != rapporteur.KindStatement) || t.f.refuses(o.f) || o.f.refuses(t.f) {
		return false
	}
	if t.figure() {
		return b.ofOneThing(t, o)
	}
	if mutual[t.Act] {
		return true
	}
	if t.Act != "" && t.Not == o.Not {
		return b.accused(t, o)
	}
	p, q := b.doer(t.Who), b.doer(o.Who)
	if p == nil || q == nil || p == q {
		return true
	}
	if i, j := b.side(p.ID), b.side(q.ID); i != "" && j != "" {
		return i == j
	}
	return p.Kind != q.Kind
}

// refuses reports whether it is read already that whoever tells a fact denies the words of
// another: the two are in dispute by that.
func (f *fact) refuses(o *fact) bool {
	return f.r == o.r && slices.ContainsFunc(f.r.facts, func(d *fact) bool { return d.answers(o) && d.Span.Start < f.Span.End && f.Span.Start < d.Span.End })
}

// mutual are deeds that are told of either of those who do them.
var mutual = set("meet agree sign")

// says returns the words that tell a thesis.
func (t *thesis) says() string {
	if t.said == "" {
		t.said = t.f.says()
	}
	return t.said
}

// says returns the words of a fact: those of who is told to say it, else the sentence.
func (f *fact) says() string {
	words := f.quote()
	if f.Statement != nil && f.Modality != rapporteur.Denied {
		words = f.Statement.Words
	}
	return cleanWords(words)
}

// toldOf returns the thing of the record that facts are about: what the same sentences
// tell, in the order of what their deed is mostly of, else the words.
func (b *Keeper) toldOf(facts []*fact, act string) (kind rapporteur.Kind, id string) {
	if kind, id = b.toldIn(facts, act); id != "" {
		return kind, id
	}
	for _, f := range facts {
		if f.Kind == rapporteur.KindStatement {
			if id := b.thingOf(f); id != "" {
				return f.Kind, id
			}
		}
	}
	return "", ""
}

// toldIn returns the thing of the record that the sentences of facts tell, in the order
// of what a deed is mostly of; none where they tell words alone.
func (b *Keeper) toldIn(facts []*fact, act string) (kind rapporteur.Kind, id string) {
	kinds := []rapporteur.Kind{rapporteur.KindPoint, rapporteur.KindPosition, rapporteur.KindText}
	switch act {
	case "due":
		kinds = []rapporteur.Kind{rapporteur.KindDeadline}
	case "meet", "attend", "leave":
		kinds = []rapporteur.Kind{rapporteur.KindMeeting, rapporteur.KindPoint, rapporteur.KindPosition}
	case "reject", "offer", "ask", "promise", "recognise", "drop":
		kinds = []rapporteur.Kind{rapporteur.KindPosition, rapporteur.KindPoint}
	case "receive", "write", "leak":
		kinds = []rapporteur.Kind{rapporteur.KindText, rapporteur.KindPoint, rapporteur.KindPosition}
	}
	for _, k := range kinds {
		for _, t := range facts {
			for _, f := range t.r.facts {
				if f.Kind == k && !f.gone && f.LeftOut == "" && !f.faint() && f.Span.Start < t.Span.End && t.Span.Start < f.Span.End {
					if id := b.thingOf(f); id != "" {
						return k, id
					}
				}
			}
		}
	}
	return "", ""
}

// onWords returns the disputes on what somebody said, each with the thing that his words tell.
func (b *Keeper) onWords() (out []rapporteur.Dispute) {
	for i, s := range b.statementDisputes.things {
		for _, row := range b.statementDisputes.rows[i] {
			told := s.facts[slices.IndexFunc(s.facts, func(f *fact) bool { return f.Modality != rapporteur.Denied })]
			if x := b.subjectOf(told); x.id != "" {
				row.About.Kind, row.About.ID = x.kind, x.id
			}
			if row.About.Kind == rapporteur.KindStatement {
				row.About.Slot = slotOf(s.facts)
			}
			out = append(out, row)
		}
	}
	return out
}

// subjectOf returns the thing that the sentence of a fact tells of. It is found once for as long as nothing it rests on changes.
func (b *Keeper) subjectOf(f *fact) subject {
	of := b.exchanges.told[f.r]
	if x, known := of[f]; known {
		return x
	}
	act := ""
	if len(f.Theses) > 0 {
		act = f.Theses[0].Act
	}
	var x subject
	x.kind, x.id = b.toldIn([]*fact{f}, act)
	if of == nil {
		of = map[*fact]subject{}
		b.exchanges.told[f.r] = of
	}
	of[f] = x
	return x
}

// slotOf names what is in dispute of words by the deed that they tell: how long something was,
// a figure, a meeting, who was there, what became of something.
func slotOf(facts []*fact) string {
	for _, f := range facts {
		for i := range f.Theses {
			switch t := (&thesis{Thesis: &f.Theses[i]}); {
			case t.figure() && t.lasts():
				return "minutes"
			case t.figure():
			case slots[t.Act] != "":
				return slots[t.Act]
			}
		}
	}
	return "words"
}

// slots are names of what is in dispute of words that tell a deed.
var slots = map[string]string{
	"meet": "meeting", "attend": "meeting participants", "leave": "meeting state", "agree": "point status", "sign": "text status", "drop": "point status", "in": "point status", "write": "text authorship",
	"receive": "text access", "reject": "position", "offer": "position", "ask": "position", "promise": "position", "support": "position", "object": "position", "yield": "position",
}

// thingOf returns the ID of the thing of the record that a fact tells of, "" where none is shown.
func (b *Keeper) thingOf(f *fact) string {
	switch f.Kind {
	case rapporteur.KindPoint:
		if m := b.points.member(f.seated); m != nil && m.in.shown {
			return m.in.thing.ID
		}
	case rapporteur.KindPosition:
		if m := b.positions.member(f.seated); m != nil && m.in.shown {
			return m.in.thing.ID
		}
	case rapporteur.KindDeadline:
		if m := b.deadlines.member(f.seated); m != nil && m.in.shown {
			return m.in.thing.ID
		}
	case rapporteur.KindText:
		if m := b.texts.member(f.seated); m != nil && m.in.shown {
			return m.in.thing.ID
		}
	case rapporteur.KindStatement:
		if m := b.statements.member(f.seated); m != nil && m.in.shown {
			return m.in.thing.ID
		}
	case rapporteur.KindMeeting:
		m := b.meetings.member(f.seated)
		if m == nil || !m.in.shown {
			return ""
		}
		if o := b.again.member(*m.in.thing.seat()); o != nil && o.in.shown && !o.in.thing.strange {
			return o.in.thing.ID
		}
	}
	return ""
}
