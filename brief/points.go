package brief

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rapporteur"
)

// topic writes an issue's code for a reader.
func topic(code string) string {
	if code == "" || code == "other" {
		return "Other matters"
	}
	return capitalise(strings.ReplaceAll(code, "-", " "))
}

func (v *view) pointSection() section {
	s := section{part: "points", title: "Points", empty: "No point is reported."}
	groups := map[string]*group{}
	claims := map[string]int{} // and reports, which weigh more
	seen := map[string]bool{}
	var order []string
	for _, p := range v.rec.Points {
		key := p.Issue
		if key == "" {
			key = "other"
		}
		if groups[key] == nil {
			groups[key] = &group{title: topic(key)}
			order = append(order, key)
		}
		groups[key].items = append(groups[key].items, v.pointItem(p))
		for _, c := range p.Claims {
			if r := v.claims[c]; r != nil && !seen[key+r.Report] {
				seen[key+r.Report] = true
				claims[key] += 3
			}
			claims[key]++
		}
	}
	slices.SortStableFunc(order, func(x, y string) int {
		if (x == "other") != (y == "other") {
			return map[bool]int{true: 1, false: -1}[x == "other"]
		}
		return cmp.Compare(claims[y], claims[x])
	})
	for _, key := range order {
		g := groups[key]
		slices.SortStableFunc(g.items, func(x, y item) int {
			return cmp.Or(yes(x.doubtful, y.doubtful), yes(x.unsure, y.unsure), cmp.Compare(x.tier, y.tier), cmp.Compare(x.standing.Rank(), y.standing.Rank()), cmp.Compare(len(y.claims), len(x.claims)))
		})
		s.groups = append(s.groups, *g)
	}
	return s
}

// yes orders what is not so before what is.
func yes(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return 1
	}
	return -1
}

func (v *view) pointItem(p rapporteur.Point) item {
	it := item{id: p.ID, lead: capitalise(string(p.Status)), standing: p.Standing, doubtful: doubtful(p.Likelihood), unsure: unsure(p.Likelihood), claims: p.Claims}
	if p.Status == rapporteur.Proposed {
		it.tier = 2 // what became of something is more than that somebody wants it
	}
	if p.Issue == "" || p.Issue == "other" {
		it.tier++ // what is on no issue of the agenda is more often beside it
	}
	it.text = trim(p.Summary)
	if bare(it.text) {
		it.tier += 2
	}
	if by := v.names(append([]string{p.By}, p.AlsoBy...)); p.By != "" && !containsName(p.Summary, by[0], v.actors[p.By]) {
		it.text = and(by) + ": " + it.text
	}
	if len(p.History) > 1 {
		write := shortDate
		if year := v.today().Year(); slices.ContainsFunc(p.History, func(h rapporteur.StatusChange) bool { return !h.Date.IsZero() && h.Date.Year() != year }) {
			write = date
		}
		var was []string
		for _, h := range p.History {
			s := string(h.Status)
			if h.Status == rapporteur.Proposed && len(was) > 0 {
				continue // what the text is said to hold takes nothing back
			}
			if !h.Date.IsZero() {
				s += " " + write(h.Date)
			}
			if len(was) == 0 || !strings.HasPrefix(was[len(was)-1], string(h.Status)) {
				was = append(was, s)
			}
		}
		if len(was) > 1 {
			it.note = strings.Join(was, ", then ")
		}
	}
	return it
}

// bare reports whether a summary is a single word or a sum, which tells little without its sentence.
func bare(summary string) bool {
	n := 0
	for w := range strings.FieldsSeq(strings.ToLower(summary)) {
		switch w {
		case "the", "a", "an", "its", "their", "million", "billion", "trillion":
		default:
			if r, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, "“\"'$€£")); unicode.IsLetter(r) {
				n++
			}
		}
	}
	return n < 2
}

// containsName reports whether a summary already names the actor.
func containsName(summary, name string, a *rapporteur.Actor) bool {
	summary = strings.ToLower(summary)
	names := []string{name}
	if a != nil {
		names = append(names, a.Aliases...)
	}
	return slices.ContainsFunc(names, func(n string) bool {
		return len(n) > 2 && strings.Contains(summary, strings.ToLower(n))
	})
}
