package brief

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// limits of the one-page brief: items of a part.
var limits = map[string]int{
	"text": 3, "disputes": 5, "meetings": 10, "positions": 8, "points": 12, "deadlines": 3, "origins": 4,
}

// versions is how many states of a text the brief shows.
const versions = 5

// choose parts a section into what the brief shows and the rest. Best founded and
// latest come first, what the negotiation itself is about before what is beside
// it, and every group has its best before another has its third.
func (v *view) choose(s section) (shown, rest section) {
	limit := limits[s.part]
	if s.size() == limit+1 {
		limit++ // "and 1 more" takes as much room as the one
	}
	if limit == 0 || s.part == "origins" { // in the order of the section
		return s.head(limit)
	}
	spread := 3
	if s.part == "meetings" {
		spread = 1 // what was held is more than a group among others
	}
	type place struct{ group, item, weight int }
	var all []place
	for i, g := range s.groups {
		own := make([]place, len(g.items))
		for j, it := range g.items {
			own[j] = place{i, j, v.weight(it)}
		}
		slices.SortStableFunc(own, func(x, y place) int { return cmp.Compare(x.weight, y.weight) })
		for n := range own {
			own[n].weight += spread * n
		}
		all = append(all, own...)
	}
	slices.SortStableFunc(all, func(x, y place) int { return cmp.Compare(x.weight, y.weight) })
	chosen := map[[2]int]bool{}
	for _, x := range all[:min(limit, len(all))] {
		chosen[[2]int{x.group, x.item}] = true
	}
	return s.divide(func(i, j int) bool { return chosen[[2]int{i, j}] })
}

// head parts a section of one group after its first items.
func (s section) head(n int) (head, rest section) {
	head, rest = s, s
	head.groups, rest.groups = nil, nil
	for _, g := range s.groups {
		if k := min(n, len(g.items)); k > 0 {
			head.groups = append(head.groups, group{g.title, g.items[:k]})
			g.items = g.items[k:]
			n -= k
		}
		if len(g.items) > 0 {
			rest.groups = append(rest.groups, g)
		}
	}
	return head, rest
}

// weight ranks items for the brief, the lightest first: by standing, age and how
// unlikely it is that the words tell it, less for many reports.
func (v *view) weight(it item) int {
	reports := map[string]bool{}
	unlikely := 1.0
	claims := it.claims
	if len(claims) == 0 { // a dispute
		for _, x := range it.under {
			claims = append(claims, x.claims...)
		}
	}
	for _, id := range claims {
		if c := v.claims[id]; c != nil {
			reports[c.Report] = true
			unlikely *= 1 - c.Likelihood
		}
	}
	day := it.day
	if day.IsZero() {
		day = v.lastReport(claims)
	}
	age := 2 // where no day is known
	if !day.IsZero() {
		age = 0
		for days := v.today().Sub(day); age < 6 && days > 7<<age; age++ { // a week, two, four …
		}
	}
	guess := 0
	if it.unsure {
		guess = 8
	}
	return guess + 4*it.tier + 2*max(it.standing.Rank(), 0) + 4*age/3 + int(20*unlikely) + awkward(it.text) - 2*bits.Len(uint(len(reports)))
}

// awkward weighs words that tell little by themselves: those that begin with
// somebody the line does not name, and links.
func awkward(text string) int {
	first, _, _ := strings.Cut(strings.ToLower(text), " ")
	switch first {
	case "i", "we", "he", "she", "they", "it", "this", "that", "these", "those", "you":
		return 6
	}
	if strings.Contains(text, "://") || strings.Contains(text, "pic.twitter") {
		return 6
	}
	return 0
}

// brevity is how many characters of a line's text the brief shows.
const brevity = 160

// brief cuts a line that is too long for the page at a word.
func (it item) brief() item {
	if text := []rune(it.text); len(text) > brevity {
		cut := string(text[:brevity-1])
		if i := strings.LastIndexByte(cut, ' '); i > 0 {
			cut = cut[:i]
		}
		it.text = balanced(strings.TrimRight(cut, " ,;:–—-(“\"") + " …")
	}
	return it
}
