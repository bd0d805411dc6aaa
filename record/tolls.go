package record

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"

	"rapporteur"
)

// toll is what a wording says of duties and the like: on goods for how much, and at what rate.
// Where many are laid on and taken off, these tell which of them is meant.
type toll struct {
	told  bool
	sum   float64   // money, the first that is told; 0 for none
	rates []float64 // parts of a hundred, those from which something rises or falls left out
	goods []uint64  // the stems of what it is on, with its figures …
	named []uint64  // … and without them
	wide  bool      // it is on a state, or all its goods
	lands []string  // which
	spare bool      // somebody is spared it, or is no longer
	eases bool      // it is to be lifted, lowered, spared somebody or put off
	done  bool      // which was done to it
	freed []uint64  // of other burdens that are to be lightened: the stems of what they are on
}

// tolls returns the stems of what is laid on goods.
var tolls = sync.OnceValue(func() []uint64 { return stems("tariff tariffs duty duties levy levies surcharge tax taxes toll") })

// laying returns the stems of what is done with duties, and of what they are on, of which any may be told.
var laying = sync.OnceValue(func() []uint64 {
	return stems(`impose imposed imposing slap slapped levy charge place hike ramp announce unveil threaten threat retaliate retaliation retaliatory punitive reciprocal new another fresh planned scheduled
		took take taken went go gone kick kicked came come start started began begin list round tranche worth item product type category shipment purchase good annual annually effect delay lift scrap lower cut slash increase reduction cancel rollback roll hold halt postpone commit committed soon early various several other many most thing remove wide everything nation country year month week monday tuesday wednesday thursday friday saturday sunday
		january february march april may june july august september october november december`)
})

// easing returns the stems of taking duties off, of sparing them and of putting them off, as an act still to be done.
var easing = sync.OnceValue(func() []uint64 {
	return stems(`lift remove removal cancel cancellation cancelling scrap rollback roll rolling rolled exempt exemption waiver waive exclude exclusion relief eliminate elimination abolish hold holding halt
		postpone delay suspend refrain withdraw drop rescind ease easing scale back charged cut lower lowered reduce reduction slash`)
})

// sparing returns the stems of leaving somebody or something out of a duty.
var sparing = sync.OnceValue(func() []uint64 {
	return stems("exempt exempted exemption exemptions waiver waivers exclusion exclusions reprieve carve-out dispensation")
})

// landsIn returns the states that a summary says duties are on, or on whose goods: those behind "on", "against" or "from".
func landsIn(summary string) (lands []string) {
	on := false
	for w := range strings.FieldsSeq(fold(summary)) {
		on = on || w == "on" || w == "against" || w == "from"
		if s := cmp.Or(gazette().demonym[w], gazette().state[w]); on && s != "" {
			lands = addNew(lands, s)
		}
	}
	return lands
}

// formerRate finds the rate from which a rate is raised or lowered: "from 10 percent to 25 percent".
var formerRate = regexp.MustCompile(`\bfrom (?:up to |about )?\d[\d.]*\s*(?:%|percent|per cent)?`)

// tollOf reads the toll of a provision.
func tollOf(f *provision) (t toll) {
	if shared(f.words, tolls()) == 0 {
		if shared(f.words, burdens()) > 0 && slices.Contains(f.words, lightening()) {
			t.freed = without(slices.Clone(f.bare), burdens())
		}
		return t
	}
	t.told = true
	t.goods = without(slices.Clone(f.bare), laying())
	t.named = without(slices.Clone(t.goods), f.figures)
	t.wide = len(t.named) == 0 && shared(f.words, statesIn(f.Point.Summary)) > 0
	t.spare = shared(f.words, sparing()) > 0
	if t.wide {
		t.lands = landsIn(f.Point.Summary)
	}
	t.eases = shared(f.words, easing()) > 0 || f.sense&forbids != 0
	switch f.Point.Status {
	case rapporteur.Dropped, rapporteur.Reworded:
		t.done = true
	case rapporteur.Deferred: // the rise that is put off
		t.eases = false
	}
	for _, x := range figures(formerRate.ReplaceAllString(f.Point.Summary, "")) {
		switch x.unit {
		case "%":
			t.rates = append(t.rates, x.value)
		case "$", "€", "£", "¥", "us$", "dollar", "euro", "pound", "crown":
			if t.sum == 0 {
				t.sum = x.value
			}
		}
	}
	return t
}

// bare reports whether a toll tells neither a sum nor a rate.
func (t *toll) bare() bool { return t.sum == 0 && len(t.rates) == 0 }

// aimless reports whether a toll tells nothing of what it is on: "the new duties take effect".
func (t *toll) aimless() bool { return len(t.goods) == 0 && !t.wide }

// inWeeks reports whether two days are within three weeks of each other, or one is not known.
func inWeeks(x, y rapporteur.Date) bool {
	return x.IsZero() || y.IsZero() || x.Sub(y) < 22 && y.Sub(x) < 22
}

// against reports whether the tolls of two wordings cannot be one: on other goods, at another
// rate, or so much that only one of them tells. A rate alone tells none from others.
func (o *wording) against(f *provision) bool {
	x, y := &o.toll, &f.toll
	switch {
	case x.told != y.told: // "duties on $50 billion of goods", "curbs on investment"
		return x.sum+y.sum > 0 && shared(o.figures, f.figures) == 0
	case !x.told: // "ease the sanctions on banks", "lift the sanctions on ships"
		return len(x.freed) > 0 && len(y.freed) > 0 && shared(x.freed, y.freed) == 0
	case x.spare != y.spare:
		return true // "ended the exemption from the duties on steel" takes no duty off
	case x.wide && y.wide && len(x.lands) > 0 && len(y.lands) > 0 && !intersects(x.lands, y.lands):
		return true // on all goods of one state, and of another
	case x.eases != y.eases && !x.done && !y.done:
		return true // "lift the duties on steel" is no duty
	case x.bare() && y.bare(): // "the duties on cars", "the duties on wine", "the duties on Norvana"
		return len(x.goods) > 0 && len(y.goods) > 0 && shared(x.goods, y.goods) == 0 || x.wide && len(y.goods) > 0 || y.wide && len(x.goods) > 0 ||
			x.aimless() && y.aimless() && !inWeeks(o.report.Published, f.day())
	case x.bare() != y.bare(): // "duties on steel", "a 25 percent duty on steel"
		return x.sum != y.sum || shared(x.named, y.named) == 0
	case disjoint(x.rates, y.rates):
		return true
	case x.sum > 0 && y.sum > 0:
		return x.sum != y.sum
	}
	return shared(x.named, y.named) == 0
}

// like reports whether two tolls are on goods for one sum.
func (t *toll) like(o *toll) bool { return t.told && o.told && t.sum > 0 && t.sum == o.sum }

// disjoint reports whether both lists hold numbers, and none in common.
func disjoint(x, y []float64) bool {
	return len(x) > 0 && len(y) > 0 && !slices.ContainsFunc(x, func(v float64) bool { return slices.Contains(y, v) })
}

// onOthers reports whether a toll of which neither a sum nor a rate is told is on goods that none of those has which
// tell of the point on what it is, though one that tells of no goods may be like both: "duties on many things".
func (p *point) onOthers(f *provision) bool {
	if !f.toll.told || len(f.toll.named) == 0 || f.toll.sum > 0 {
		return false
	}
	told := false
	for i := range p.said {
		t := &p.said[i].toll
		if !t.told || len(t.named) == 0 {
			continue
		}
		if t.sum > 0 || shared(t.named, f.toll.named) > 0 {
			return false
		}
		told = true
	}
	return told
}
