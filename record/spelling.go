package record

import (
	"slices"
	"strings"
)

// Names of other scripts are written as they sound, each desk in its own way:
// Mehdi and Mahdi, Hamid and Hameed, Lazarov and Lasarov. How far two spellings
// lie apart is counted in tenths of a letter (weighted edit distance, Wagner and
// Fischer, 1974): little between letters that stand for one sound somewhere, and
// more than a name may have between all others.
const (
	alike  = 3  // e and i, o and u, s and z; an h that some do not write
	akin   = 4  // a and e, g and q
	spare  = 5  // a vowel, not the last letter, that some do not write
	unlike = 20 // any other letter
)

// Two spellings of a name may be this far apart; of a short one less.
const (
	farShort = 5
	farLong  = 8
	shortest = 4 // a name of fewer letters has one spelling
	farWhole = 11
)

// spelt returns how far two spellings lie apart, given as skeletons.
func spelt(a, b string) int {
	if a == b {
		return 0
	}
	row := make([]int, len(b)+1)
	for j := range b {
		row[j+1] = row[j] + dropped(b, j)
	}
	for i := range a {
		diagonal := row[0]
		row[0] += dropped(a, i)
		for j := range b {
			best := min(diagonal+swapped(a, i, b, j), row[j+1]+dropped(a, i), row[j]+dropped(b, j))
			diagonal, row[j+1] = row[j+1], best
		}
	}
	return row[len(b)]
}

// dropped is the price of not writing a letter.
func dropped(s string, i int) int {
	switch {
	case i == 0:
	case s[i] == 'h':
		return alike
	case vowel(s[i]) && (i < len(s)-1 || s[i] == 'i'): // Anatol and Anatoly
		return spare
	}
	return unlike
}

// swapped is the price of writing one letter for another.
func swapped(a string, i int, b string, j int) int {
	x, y := min(a[i], b[j]), max(a[i], b[j])
	last := i == len(a)-1 && j == len(b)-1 // see otherEnding
	switch {
	case x == y:
		return 0
	case x == 'e' && y == 'i' || x == 'o' && y == 'u' || x == 's' && y == 'z' || x == 'c' && y == 'k' && i > 0 && j > 0,
		x == 'c' && y == 's' && hissed(a, i) && hissed(b, j):
		return alike
	case x == 'a' && y == 'e' && !last, x == 'g' && y == 'k':
		return akin
	}
	return unlike
}

// hissed reports whether a letter stands before an h: Choukri is a French Shukri.
func hissed(s string, i int) bool { return i+1 < len(s) && s[i+1] == 'h' }

func vowel(c byte) bool { return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' }

// sameConsonants reports whether two spellings have the same letters in order, but
// for vowels, h, and what may stand for one another: all others lie too far apart.
func sameConsonants(a, b string) bool {
	i, j := 0, 0
	for {
		for i < len(a) && (a[i] == 'h' || vowel(a[i])) {
			i++
		}
		for j < len(b) && (b[j] == 'h' || vowel(b[j])) {
			j++
		}
		if i == len(a) || j == len(b) {
			return i == len(a) && j == len(b)
		}
		if x, y := min(a[i], b[j]), max(a[i], b[j]); x != y && (x != 's' || y != 'z') && (x != 'c' || y != 'k') && (x != 'g' || y != 'k') && (x != 'c' || y != 's' || !hissed(a, i) || !hissed(b, j)) {
			return false
		}
		i, j = i+1, j+1
	}
}

// mayBeNear reports whether two words have what all spellings of one name have in common.
func mayBeNear(a, b string) bool {
	if a == b {
		return true
	}
	n := min(len(a), len(b))
	return n >= shortest && max(len(a), len(b)) <= n+1 && sameConsonants(a, b)
}

// nearWord reports how far two spellings of a name lie apart, and whether they may be of one.
func nearWord(a, b string) (int, bool) {
	if !mayBeNear(a, b) {
		return unlike, false
	}
	d := spelt(a, b)
	if min(len(a), len(b)) <= 5 {
		return d, d <= farShort
	}
	return d, d <= farLong
}

// nearlyNamed reports how far the full names of two people lie apart, and whether
// they may be one name in two spellings. Names of East Asia are told apart by
// single letters, and initials tell too little: they are never near.
func nearlyNamed(p, q *person) (family, given int, ok bool) {
	if !p.full() || !q.full() || p.east || q.east || p.suffix != q.suffix && p.suffix != "" && q.suffix != "" || !mayBeNear(p.family, q.family) || !mayBeNear(p.given[0], q.given[0]) && !sharesSet(p.given[0], q.given[0]) {
		return 0, 0, false
	}
	family, ok = nearWord(p.family, q.family)
	for i := 0; ok && i < min(len(p.given), len(q.given)); i++ {
		a, b := p.given[i], q.given[i]
		d := 0
		switch {
		case a == b || i == 0 && sharesSet(a, b):
		case len(a) == 1 || len(b) == 1:
			ok = i > 0 && p.first[i] == q.first[i]
		case i > 0 && len(p.given) != len(q.given): // a patronymic or second name on one side only
		default:
			d, ok = nearWord(a, b)
		}
		given += d
	}
	return family, given, ok && family+given <= farWhole
}

// mistyped reports whether the first names of two people of one family name are one
// with a letter too many, too few, or two that changed places: Sadiq and Saqdiq.
func mistyped(p, q *person) bool {
	if !p.full() || !q.full() || p.east || q.east || p.family != q.family || p.suffix != q.suffix || !slices.Equal(p.given[1:], q.given[1:]) {
		return false
	}
	a, b := p.given[0], q.given[0]
	if len(a) > len(b) {
		a, b = b, a
	}
	if len(a) < 5 || len(b) > len(a)+1 {
		return false
	}
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	switch {
	case i == 0 || i+1 >= len(b): // the first letter, and the last, tell people apart
		return false
	case len(b) > len(a):
		return a[i:] == b[i+1:]
	}
	return a[i] == b[i+1] && a[i+1] == b[i] && a[i+2:] == b[i+2:]
}

// calledByMiddle reports whether a name leaves out first names of another: Carmen
// Ortega, in full Maria del Carmen Ortega.
func calledByMiddle(p, q *person) bool {
	n := len(p.given)
	return n > 0 && n < len(q.given) && len(p.given[0]) > 2 && !p.east && !q.east && p.family == q.family && p.suffix == q.suffix && slices.Equal(p.given, q.given[len(q.given)-n:])
}

// respelt puts actors together whose names are nearly one. All their names must be near
// to one another and to nobody's besides, no report may have two of them, and the farther
// they lie apart the more must speak for them: an office that reports give to both, or the very
// same first names where not both have an office.
func (g *registry) respelt(b *block, actors []*actor) []*actor {
	near := make([][]int, len(actors))
	for i, x := range actors {
		var among []int
		for _, f := range x.forms {
			for _, r := range b.kin.others(f) {
				if r.near && r.form.nth > i {
					among = append(among, r.form.nth)
				}
			}
		}
		slices.Sort(among)
		for _, j := range slices.Compact(among) {
			if g.nearlyOne(b, x, actors[j]) {
				near[i], near[j] = append(near[i], j), append(near[j], i)
			}
		}
	}
	gone := map[*actor]bool{}
	for i, a := range actors {
		if gone[a] || slices.ContainsFunc(near[i], func(j int) bool { return j < i || len(near[j]) != len(near[i]) || !adjoin(near, near[i], j) }) {
			continue
		}
		for _, j := range near[i] {
			b := actors[j]
			for _, f := range b.forms {
				a.join(f, "names nearly spelt alike, never in one report")
			}
			a.Merges = append(a.Merges, b.Merges...)
			gone[b] = true
		}
	}
	return slices.DeleteFunc(actors, func(a *actor) bool { return gone[a] })
}

// adjoin reports whether node j is next to all others of some nodes.
func adjoin(near [][]int, nodes []int, j int) bool {
	return !slices.ContainsFunc(nodes, func(k int) bool { return k != j && !slices.Contains(near[j], k) })
}

// nearlyOne reports whether two people with full names may be one whose name is spelt in two ways.
func (g *registry) nearlyOne(in *block, a, b *actor) bool {
	sure := true
	for _, x := range a.forms {
		for _, y := range b.forms {
			r := in.kin.of(x, y)
			if !r.near {
				return false
			}
			sure = sure && r.sure
		}
	}
	if !sure && !sharedOffice(a, b) && !(firstNamesOfOne(a, b) && (!a.inOffice() || !b.inOffice())) {
		return false
	}
	papers := map[*paper]bool{}
	for _, x := range a.forms {
		g.eachReport(x, func(r *paper) { papers[r] = true })
		if slices.ContainsFunc(b.forms, func(y *form) bool { return g.toldApart(x, y) }) {
			return false
		}
	}
	both := false
	for _, y := range b.forms {
		g.eachReport(y, func(r *paper) { both = both || papers[r] })
	}
	return !both
}

// firstNamesOfOne reports whether two people whose names are nearly one have the very same first names.
func firstNamesOfOne(a, b *actor) bool {
	p, q := &a.forms[0].parts, &b.forms[0].parts
	return len(p.given[0]) > 2 && slices.Equal(p.given, q.given) && min(len(p.family), len(q.family)) > 4
}

// eachReport calls f with the reports that use a form.
func (g *registry) eachReport(x *form, f func(*paper)) {
	var last *paper
	for _, t := range x.facts {
		if t.r != last && slices.ContainsFunc(mentions(nil, t.Claim), func(m mention) bool { return g.known[naming{m.name, m.kind}] == x }) {
			last = t.r
			f(last)
		}
	}
}

// inOffice reports whether some report gives the actor an office, which a rank is not.
func (a *actor) inOffice() bool {
	return slices.ContainsFunc(a.forms, func(f *form) bool {
		return slices.ContainsFunc(f.roles, func(o *office) bool { return o.title != nil && !isRank(o.title.folded) })
	})
}

// ranks are the last words of those of soldiers.
var ranks = set("general colonel major captain lieutenant admiral brigadier marshal commodore sergeant")

// isRank reports whether a title is no more than a soldier's rank: "major general", not "attorney general".
func isRank(title string) bool {
	words := strings.Fields(title)
	for n, w := range words {
		if n < len(words)-1 && !ranks[w] && w != "senior" && w != "rear" && w != "vice" && w != "field" && w != "air" || n == len(words)-1 && !ranks[w] {
			return false
		}
	}
	return true
}

// sharedOffice reports whether an office is given to both, in nearly the same words
// and in nobody's gift who is told apart.
func sharedOffice(a, b *actor) bool {
	for _, x := range a.forms {
		for _, y := range b.forms {
			for _, o := range x.roles {
				for _, p := range y.roles {
					if o.title != nil && p.title != nil && (o.of == nil || p.of == nil || o.of == p.of) && sameOffice(o.title.folded, p.title.folded) {
						return true
					}
				}
			}
		}
	}
	return false
}

// sameOffice reports whether two titles are one, or have two words of substance in common.
func sameOffice(a, b string) bool {
	if a == b {
		return true
	}
	n := 0
	for w := range strings.FieldsSeq(a) {
		if len(w) > 3 && slices.Contains(strings.Fields(b), w) {
			n++
		}
	}
	return n > 1
}
