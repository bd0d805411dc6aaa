package brief

import (
	"slices"
	"strings"

	"rapporteur"
)

// view is a record with its things by ID, and the names that a reader is shown.
type view struct {
	rec     *rapporteur.Record
	reports map[string]*rapporteur.Report
	actors  map[string]*rapporteur.Actor
	named   map[string][]*rapporteur.Actor // by name and alias, in small letters
	claims  map[string]*rapporteur.Claim
	origins map[string]*rapporteur.Origin
	parties []string // that meetings, positions and points name most
}

func newView(rec *rapporteur.Record) *view {
	v := &view{
		rec: rec, reports: map[string]*rapporteur.Report{}, actors: map[string]*rapporteur.Actor{},
		named: map[string][]*rapporteur.Actor{}, claims: map[string]*rapporteur.Claim{}, origins: map[string]*rapporteur.Origin{},
	}
	for i := range rec.Reports {
		v.reports[rec.Reports[i].ID] = &rec.Reports[i]
	}
	for i := range rec.Actors {
		a := &rec.Actors[i]
		v.actors[a.ID] = a
		for _, n := range append([]string{a.Name}, a.Aliases...) {
			n = strings.ToLower(n)
			if !slices.Contains(v.named[n], a) {
				v.named[n] = append(v.named[n], a)
			}
		}
	}
	for i := range rec.Claims {
		v.claims[rec.Claims[i].ID] = rec.Claims[i]
	}
	for i := range rec.Origins {
		v.origins[rec.Origins[i].ID] = &rec.Origins[i]
	}
	v.parties = v.countParties()
	return v
}

// sourceActor returns the ID of the actor that a link of a chain names.
func (v *view) sourceActor(s rapporteur.Source) string {
	if s.Type == rapporteur.AnonymousSource || s.Type == rapporteur.DocumentSource {
		return ""
	}
	name := strings.ToLower(s.Name)
	for _, a := range append(v.named[name], v.named[strings.TrimPrefix(name, "the ")]...) {
		if s.Type == rapporteur.PersonSource && a.Kind != rapporteur.Person || s.Type == rapporteur.OutletSource && a.Kind != rapporteur.Outlet {
			continue
		}
		return a.ID
	}
	return ""
}

// name returns the name of an actor by its ID.
func (v *view) name(id string) string {
	if a := v.actors[id]; a != nil {
		return a.Name
	}
	return id
}

func (v *view) names(ids []string) []string {
	var out []string
	for _, id := range ids {
		out = append(out, v.name(id))
	}
	return out
}
