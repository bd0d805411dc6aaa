package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// addOutlet counts the publisher of a report among the names, so that a report
// that cites it means the same actor.
func (g *registry) addOutlet(r *rapporteur.Report) {
	name := outletName(r)
	at := position{r.Published, r.ID, -1, ""}
	f := g.form(mention{name: name, kind: rapporteur.Outlet}, at)
	if f == nil {
		return
	}
	f.count++
	f.printed[name]++
	f.kinds[rapporteur.Outlet] += 2
	if at.before(f.first) {
		f.first = at
	}
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

// inTitle reports whether a title holds somebody's full name: two offices that
// stand side by side were read as one.
func (g *registry) inTitle(title string) bool {
	words := strings.Fields(fold(title))
	if slices.Contains(words, "and") && slices.ContainsFunc(words, func(w string) bool { return len(w) > 3 && g.families[w] }) {
		return true
	}
	for i := 0; i+2 <= len(words); i++ {
		if f := g.forms[words[i]+" "+words[i+1]]; f != nil && f.class == personClass {
			return true
		}
	}
	return false
}

// findRoles merges the offices that claims give to people, and finds out for which party everybody acts.
func (b *build) findRoles() {
	for _, f := range b.of(rapporteur.KindRole) {
		if f.Modality == rapporteur.Denied || f.Modality == rapporteur.Conditional {
			continue
		}
		a := b.byID[b.actor(f.Role.Person)]
		if a == nil || f.Role.Title == "" || b.names.inTitle(f.Role.Title) {
			continue
		}
		title, of := roleTitle(f.Role.Title), b.actor(f.Role.Of)
		if of == a.ID {
			of = ""
		}
		at := slices.IndexFunc(a.Roles, func(r rapporteur.Role) bool {
			return fold(r.Title) == fold(title) && (r.Of == of || r.Of == "" || of == "")
		})
		if at < 0 {
			a.Roles = append(a.Roles, rapporteur.Role{Title: title, Of: of})
			at = len(a.Roles) - 1
		}
		r := &a.Roles[at]
		r.Of = cmp.Or(r.Of, of)
		if f.Role.Former {
			if r.To.IsZero() {
				r.To = f.day
			}
		} else if r.From.IsZero() || f.day.Before(r.From) && !f.day.IsZero() {
			r.From = f.day
		}
		r.Claims = append(r.Claims, f.ID)
	}
	for _, a := range b.actors {
		slices.SortStableFunc(a.Roles, func(x, y rapporteur.Role) int { return cmp.Compare(len(y.Claims), len(x.Claims)) })
		if a.Kind == rapporteur.State {
			b.sides[a.ID] = a.ID
			if a.code == "" {
				b.names.states = append(b.names.states, a)
			}
		}
	}
	for _, a := range b.actors {
		if a.code != "" {
			b.byCode[a.code] = a
			b.sides[a.ID] = a.ID
		}
	}
	for _, a := range b.actors {
		if a.code != "" || a.Kind == rapporteur.State || a.class == outletClass || a.class == personClass {
			continue
		}
		if side := b.byCode[gazette().sideOf(fold(a.Name))]; side != nil {
			a.Side = side.ID
		} else {
			a.Side = b.names.sideOf(a.Name)
		}
		if a.Side == a.ID {
			a.Side = ""
		}
		if a.Side != "" {
			b.sides[a.ID] = a.Side
		}
	}
	// people act for whom their offices are of; an office may be of another person
	for range 3 {
		for _, a := range b.actors {
			if a.class != personClass || b.sides[a.ID] != "" {
				continue
			}
			votes := map[string]int{}
			for _, r := range a.Roles {
				if side := b.sides[r.Of]; side != "" && r.To.IsZero() {
					votes[side] += len(r.Claims)
				}
			}
			best := ""
			for side, n := range votes {
				if best == "" || n > votes[best] || n == votes[best] && side < best {
					best = side
				}
			}
			if best != "" {
				a.Side, b.sides[a.ID] = best, best
			}
		}
	}
}

// sideOf returns the state of no gazetteer that a body's name tells: "Norvanan officials".
func (g *registry) sideOf(name string) string {
	words := strings.Fields(fold(name))
	for _, s := range g.states {
		for _, f := range s.forms {
			state := strings.TrimPrefix(f.folded, "the ")
			for _, w := range words {
				if w == state || demonymOf(w, state) {
					return s.ID
				}
			}
		}
	}
	return ""
}
