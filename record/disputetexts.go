package record

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"rapporteur"
)

// disputeText finds slots of one thing that are given values for one time which
// cannot all be true. A value that replaces an earlier one is a change, no dispute.
func (b *Keeper) disputeText(t *text) []dispute {
	list := slices.Concat(b.disputeSizes(t), b.disputeAuthors(t))
	for _, v := range t.versions {
		list = append(list, b.disputeAgreed(t, v)...)
	}
	list = append(list, b.dispute(rapporteur.KindText, t.ID, "share", fmt.Sprintf("How great a part of %s is agreed?", named(t.Name)), t.shares()...)...)
	return append(list, b.dispute(rapporteur.KindText, t.ID, "agreed", fmt.Sprintf("How much of %s is agreed?", named(t.Name)), t.looseSides()...)...)
}

// disputeSizes finds versions that are given for one time in different sizes:
// cut from the same size, or for the same days, or by reports that go on to
// disagree after both were out.
func (b *Keeper) disputeSizes(t *text) (list []dispute) {
	used := map[*version]bool{}
	for i, v := range t.versions {
		if used[v] || v.Size.Unit == "document" {
			continue
		}
		sides := []side{{v.Size.String(), v.sized()}}
		for _, w := range t.versions[i+1:] {
			if !used[w] && w.Size.Unit == v.Size.Unit && w.Size.Count != v.Size.Count && t.clash(v, w) {
				sides = append(sides, side{w.Size.String(), w.sized()})
				used[w] = true
			}
		}
		if denied := t.denials(v); len(sides) < 2 && len(denied) > 0 && !ofOutlet(v.sized(), denied) {
			sides = append(sides, side{"not " + v.Size.String(), denied})
		}
		if len(sides) > 1 {
			question := fmt.Sprintf("How many %ss does %s have?", cmp.Or(v.Size.Unit, "part"), named(t.Name))
			if from := v.CutFrom; from > 0 {
				question = fmt.Sprintf("To how many %ss was %s cut from %d?", cmp.Or(v.Size.Unit, "part"), named(t.Name), from)
			}
			for _, d := range b.dispute(rapporteur.KindText, t.ID, "size", question, sides...) {
				d.ID = "x" + v.ID[1:] + "-size" // a text may be disputed at several times
				list = append(list, d)
			}
		}
	}
	return list
}

// sized returns the facts that give the version its size, as news or not.
func (v *version) sized() []*fact {
	var out []*fact
	for _, f := range v.facts {
		if f.Text.Size == v.Size {
			out = append(out, f)
		}
	}
	return out
}

// denials returns the facts that deny the version's size about when it is told.
func (t *text) denials(v *version) []*fact {
	var out []*fact
	for _, f := range t.facts {
		if f.Modality == rapporteur.Denied && f.Text.Size == v.Size && len(f.Text.Authors)+len(f.Text.NotAuthors) == 0 &&
			slices.ContainsFunc(v.sized(), func(o *fact) bool { return !o.Background && near(o.when(), f.when(), soon) }) {
			out = append(out, f)
		}
	}
	return out
}

func (t *text) clash(v, w *version) bool {
	fv, fw := v.sized(), w.sized()
	if len(fv) == 0 || len(fw) == 0 || t.descends(v, w) || t.descends(w, v) {
		return false
	}
	if v.CutFrom > 0 && v.CutFrom == w.CutFrom {
		return v.Date.IsZero() || w.Date.IsZero() || near(v.Date, w.Date, soon)
	}
	if v.CutFrom > 0 && w.CutFrom > 0 { // cuts of different states
		return v.Date.Exact() && v.Date == w.Date
	}
	for _, x := range [][2]*version{{v, w}, {w, v}} {
		if from := x[0].CutFrom; from > x[0].Size.Count && x[1].Size.Count >= from || from > 0 && from < x[0].Size.Count && x[1].Size.Count <= from {
			return false // the other may be an earlier state
		}
	}
	if t.corrected(v, fw) || t.corrected(w, fv) {
		return false
	}
	if t.instead(v, fw) || t.instead(w, fv) {
		return true
	}
	if v.Size.Count > w.Size.Count && before(fv, fw) || v.Size.Count < w.Size.Count && before(fw, fv) {
		return false // a text that has shrunk since
	}
	if slices.ContainsFunc(fv, func(f *fact) bool { return slices.ContainsFunc(fw, f.tellsBoth) }) {
		return false // who tells of both tells of two states
	}
	for _, f := range fv {
		for _, g := range fw {
			if f.Background || g.Background || f.Modality == rapporteur.Denied || g.Modality == rapporteur.Denied {
				continue
			}
			if k, l := f.Text.Label, g.Text.Label; k != "" && l != "" && k != l && (!latest[k] && !latest[l] || first[k] || first[l]) {
				continue
			}
			if near(f.when(), g.when(), 2) && !f.when().IsZero() && !g.when().IsZero() {
				return true
			}
		}
	}
	return false
}

// latest are labels of whatever state was the last when it was told.
var latest = set("new latest current revised updated amended modified reworked redrafted")

// instead reports whether one of some facts gives its size in place of the version's:
// "it does not have 15 points but 12".
func (t *text) instead(v *version, facts []*fact) bool {
	return slices.ContainsFunc(t.denials(v), func(d *fact) bool {
		return slices.ContainsFunc(facts, func(f *fact) bool { return f.r == d.r && f.Span == d.Span && f.Modality != rapporteur.Denied })
	})
}

// corrected reports whether the outlet that alone told a version's size gives another in its place.
func (t *text) corrected(v *version, facts []*fact) bool {
	return t.instead(v, facts) && ofOutlet(v.sized(), t.denials(v)) && ofOutlet(v.sized(), facts)
}

// ofOutlet reports whether one outlet told all of some facts and of others.
func ofOutlet(facts, others []*fact) bool {
	outlet := others[0].r.outlet
	another := func(f *fact) bool { return f.r.outlet != outlet }
	return outlet != "" && !slices.ContainsFunc(facts, another) && !slices.ContainsFunc(others, another) && facts[0].r != others[0].r
}

// tellsBoth reports whether two sizes are told by one voice in one report, and not
// the one against the other ("12 points, not the 10 announced").
func (f *fact) tellsBoth(g *fact) bool {
	return f.r == g.r && f.voice.origin == g.voice.origin && f.Span != g.Span && f.Modality != rapporteur.Denied && g.Modality != rapporteur.Denied
}

// before reports whether all days that facts tell of lie before those of others.
func before(facts, others []*fact) bool {
	for _, f := range facts {
		for _, g := range others {
			i, j := f.when(), g.when()
			if i.IsZero() || j.IsZero() || !i.To.Before(j.From) || f.When.IsZero() && g.When.IsZero() && j.From.Sub(i.To) < 2 && f.r.outlet != g.r.outlet {
				return false // what is told the day after may be told of the same state
			}
		}
	}
	return true
}

// descends reports whether a version came of another by cuts.
func (t *text) descends(v, of *version) bool {
	for range t.versions {
		if v == nil || v.CutFrom == 0 {
			return false
		}
		if v.CutFrom == of.Size.Count {
			return true
		}
		v = t.find(rapporteur.Size{Count: v.CutFrom, Unit: v.Size.Unit})
	}
	return false
}

// named puts an article before a text's name where it takes one.
func named(name string) string {
	if f := strings.Fields(name); len(f) > 0 && (strings.HasSuffix(f[0], "'s") || strings.HasSuffix(f[0], "’s")) {
		return name
	}
	if strings.HasPrefix(strings.ToLower(name), "the ") {
		return name
	}
	return "the " + name
}

func (b *Keeper) disputeAuthors(t *text) (list []dispute) {
	type who struct{ in, out []*fact }
	about := map[string]*who{}
	var order []string
	note := func(f *fact, ms []rapporteur.Mention, in bool) {
		var parties []string
		for _, id := range b.ids(ms...) {
			parties = addNew(parties, cmp.Or(b.side(id), id))
			if both(b.byID[id].Name) {
				parties = addNew(parties, b.principals()...)
			}
		}
		for _, party := range parties {
			w := about[party]
			if w == nil {
				w = &who{}
				about[party] = w
				order = append(order, party)
			}
			if in && !slices.Contains(w.in, f) {
				w.in = append(w.in, f)
			} else if !in && !slices.Contains(w.out, f) {
				w.out = append(w.out, f)
			}
		}
	}
	for _, f := range t.facts {
		note(f, f.Text.Authors, f.Modality != rapporteur.Denied)
		note(f, f.Text.NotAuthors, false)
	}
	for _, party := range order {
		if w := about[party]; len(w.in) > 0 && len(w.out) > 0 {
			name := b.byID[party].Name
			for _, d := range b.dispute(rapporteur.KindText, t.ID, "authorship", fmt.Sprintf("Did %s take part in drafting %s?", rapporteur.The(name), named(t.Name)),
				side{name + " took part", w.in}, side{name + " took no part", w.out}) {
				d.ID += "-" + party
				list = append(list, d)
			}
		}
	}
	return list
}

// disputeAgreed finds what is said within a day of how many parts of a version are agreed.
func (b *Keeper) disputeAgreed(t *text, v *version) (list []dispute) {
	question := fmt.Sprintf("How many of the %s of %s are agreed?", v.Size.String(), named(t.Name))
	for _, c := range t.counts[v] {
		for _, d := range b.dispute(rapporteur.KindText, v.ID, "agreed", question, c.sides...) {
			if len(list) > 0 {
				d.ID += "-" + strconv.Itoa(len(list)+1)
			}
			list = append(list, d)
		}
	}
	return list
}

// shares returns two parts of a text that two voices said within a day of each other to be
// agreed, unless the later one tells of more.
func (t *text) shares() []side {
	var told []side
	for _, f := range t.facts {
		if f.Text.AgreedShare == 0 || f.Background || f.Modality != rapporteur.Asserted || f.doubtful() {
			continue
		}
		value := fmt.Sprintf("%.0f%% agreed", 100*f.Text.AgreedShare)
		at := slices.IndexFunc(told, func(s side) bool { return s.value == value })
		if at < 0 {
			told = append(told, side{value: value})
			at = len(told) - 1
		}
		told[at].facts = append(told[at].facts, f)
	}
	for i, x := range told {
		for _, y := range told[i+1:] {
			f, g := x.facts[0], y.facts[0]
			if f.day().After(g.day()) {
				f, g = g, f
			}
			apart := f.Text.AgreedShare - g.Text.AgreedShare
			if !f.day().IsZero() && near(f.when(), g.when(), 1) && f.voice.origin != g.voice.origin && (apart > 0.09 || apart < -0.09 && f.day() == g.day()) {
				return []side{x, y}
			}
		}
	}
	return nil
}
