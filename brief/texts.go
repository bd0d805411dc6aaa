package brief

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
)

func (v *view) textSection() section {
	s := section{part: "text", title: "On the table", empty: "No text is reported."}
	texts := slices.Clone(v.rec.Texts)
	slices.SortStableFunc(texts, func(x, y rapporteur.Text) int {
		return cmp.Or(cmp.Compare(len(y.Versions), len(x.Versions)), cmp.Compare(len(y.Claims), len(x.Claims)))
	})
	var g group
	for i, t := range texts {
		it := item{id: t.ID, lead: capitalise(t.Name), standing: t.Standing, claims: t.Claims}
		if i > 0 {
			it.tier = 2
		}
		var said []string
		if len(t.Sponsors) > 0 {
			said = append(said, "put forward by "+and(articles(firstOf(v.names(t.Sponsors), 2))))
		}
		if len(t.Authors) > 0 {
			said = append(said, "said to be written by "+and(v.authors(t)))
		}
		switch t.Access {
		case "leaked", "published", "rumoured":
			said = append(said, t.Access)
		case "described":
			said = append(said, "known from descriptions only")
		}
		if t.AgreedShare > 0 {
			said = append(said, fmt.Sprintf("said to be %.0f%% agreed", 100*t.AgreedShare))
		}
		it.text = strings.Join(said, "; ")
		contested := map[string]bool{}
		for _, d := range v.rec.Disputes {
			if d.About.ID == t.ID && d.About.Slot == "size" {
				for _, value := range d.Values {
					contested[value.Value] = true
				}
			}
		}
		for _, x := range latestFirst(t.Versions) {
			u := item{id: x.ID, lead: x.Size.String(), standing: x.Standing, claims: x.Claims}
			var said []string
			if x.Label != "" && x.Size.Unit != "document" {
				said = append(said, x.Label+" version")
			}
			if x.Size.Unit == "document" {
				said = append(said, "handed over beside it")
			}
			if x.CutFrom > 0 {
				verb := "cut from"
				if x.CutFrom < x.Size.Count {
					verb = "grown from"
				}
				said = append(said, fmt.Sprintf("%s %d", verb, x.CutFrom))
			}
			if !x.Date.IsZero() {
				said = append(said, dates(x.Date))
			} else if day := v.firstReport(x.Claims); !day.IsZero() {
				said = append(said, "first reported "+date(day))
			}
			if x.Agreed > 0 {
				said = append(said, fmt.Sprintf("%d of %d said to be agreed", x.Agreed, x.Size.Count))
			}
			if contested[x.Size.String()] {
				said = append(said, "disputed")
			}
			u.text = strings.Join(said, ", ")
			it.under = append(it.under, u)
		}
		g.items = append(g.items, it)
	}
	s.groups = []group{g}
	return s
}

// latestFirst returns versions with the latest first, those by which a text is known before what is
// only as long as it is or comes with it.
func latestFirst(versions []rapporteur.Version) []rapporteur.Version {
	out := slices.Clone(versions)
	slices.Reverse(out)
	beside := func(x rapporteur.Version) int {
		switch x.Size.Unit {
		case "page", "word", "line", "sentence", "annex", "appendix":
			return 1
		}
		return 0
	}
	slices.SortStableFunc(out, func(x, y rapporteur.Version) int { return cmp.Compare(beside(x), beside(y)) })
	return out
}

// authors names the first authors of a text, and every one whose part in it is
// disputed, marked as such.
func (v *view) authors(t rapporteur.Text) []string {
	var ids []string
	disputed := map[string]bool{}
	for i, id := range t.Authors {
		party := id
		if a := v.actors[id]; a != nil {
			party = cmp.Or(a.Side, id)
		}
		disputed[id] = slices.ContainsFunc(v.rec.Disputes, func(d rapporteur.Dispute) bool {
			return d.About.ID == t.ID && d.About.Slot == "authorship" && strings.HasSuffix(d.ID, "-"+party)
		})
		if i < 4 || disputed[id] {
			ids = append(ids, id)
		}
	}
	names := articles(v.names(ids))
	for i, id := range ids {
		if disputed[id] {
			names[i] += " (disputed)"
		}
	}
	return names
}
