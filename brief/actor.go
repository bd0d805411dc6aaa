package brief

import (
	"cmp"
	"io"
	"slices"
	"strings"

	"rapporteur"
)

// Find returns the actors of an ID or a name, whole or in part.
func Find(rec *rapporteur.Record, name string) []*rapporteur.Actor {
	v := newView(rec)
	if a := v.actors[name]; a != nil {
		return []*rapporteur.Actor{a}
	}
	low := strings.ToLower(strings.TrimSpace(name))
	if found := v.named[low]; len(found) > 0 {
		return found
	}
	var found []*rapporteur.Actor
	for i := range rec.Actors {
		a := &rec.Actors[i]
		if slices.ContainsFunc(append([]string{a.Name}, a.Aliases...), func(n string) bool {
			n = strings.ToLower(n)
			return slices.Contains(strings.Fields(n), low) || len(low) > 3 && strings.Contains(n, low)
		}) {
			found = append(found, a)
		}
	}
	return found
}

// Actor writes what is known of an actor of a record, part by part in order of time.
func Actor(w io.Writer, rec *rapporteur.Record, a *rapporteur.Actor, o Options) error {
	v := newView(rec)
	t := newTerminal(w, o)
	t.wrap("", "", split(a.Name, bold))
	if len(a.Aliases) > 0 {
		t.wrap("", "  ", split("also "+strings.Join(a.Aliases, ", "), ""))
	}
	if a.Side != "" {
		t.wrap("", "", split("acts for "+articles(v.names([]string{a.Side}))[0], ""))
	}
	for _, s := range v.actorParts(a) {
		if s.size() == 0 {
			continue
		}
		t.head(s.title)
		var unsure section
		if !o.All {
			s, unsure = s.sift()
		}
		for _, g := range s.groups {
			for _, it := range g.items {
				t.item(it, 1)
			}
		}
		t.rest("  ", 0, "", unsure.size(), "--all")
	}
	return t.w.Flush()
}

// actorParts arranges what is known of an actor; of a party, with what those do who act for it.
func (v *view) actorParts(a *rapporteur.Actor) []section {
	var roles, meetings, statements, positions, points, people, merges group
	acts := func(id string) bool {
		x := v.actors[id]
		return id == a.ID || x != nil && x.Side == a.ID
	}
	for _, r := range a.Roles {
		it := item{lead: v.roleWords(r), claims: r.Claims, day: cmp.Or(r.From, r.To)}
		var said []string
		if !r.From.IsZero() {
			said = append(said, "so called from "+date(r.From))
		}
		if !r.To.IsZero() {
			said = append(said, "former by "+date(r.To))
		}
		it.text = strings.Join(said, ", ")
		roles.items = append(roles.items, it)
	}
	for _, m := range v.rec.Meetings {
		if slices.ContainsFunc(m.Participants, acts) || slices.Contains(m.Parties, a.ID) {
			it := v.meetingItem(m)
			it.lead += ", " + string(m.State)
			meetings.items = append(meetings.items, it)
		}
	}
	for _, s := range v.rec.Statements {
		if s.Speaker == a.ID {
			statements.items = append(statements.items, v.statementItem(s, false))
		}
	}
	for _, p := range v.rec.Positions {
		if acts(p.Actor) {
			it := v.positionItem(p)
			it.lead, it.note = cmp.Or(it.note, "no date given"), ""
			it.text = v.position(p)
			if p.Actor == a.ID {
				it.text = strings.TrimPrefix(it.text, v.name(p.Actor)+" ")
			}
			positions.items = append(positions.items, it)
		}
	}
	for _, p := range v.rec.Points {
		if p.By == a.ID || slices.Contains(p.AlsoBy, a.ID) {
			points.items = append(points.items, v.pointItem(p))
		}
	}
	for _, b := range v.rec.Actors {
		if b.Side == a.ID {
			it := v.actorItem(b)
			it.text, _, _ = strings.Cut(it.text, "; also ")
			people.items = append(people.items, it)
		}
	}
	for _, m := range a.Merges {
		if m.What != a.Name {
			merges.items = append(merges.items, item{lead: m.What, text: m.Reason})
		}
	}
	for _, g := range []*group{&roles, &meetings, &positions, &statements} {
		inTime(g.items)
	}
	return []section{
		{title: "Roles", groups: []group{roles}},
		{title: "Meetings", groups: []group{meetings}},
		{title: "Positions", groups: []group{positions}},
		{title: "Statements", groups: []group{statements}},
		{title: "Points to keep", groups: []group{points}},
		{title: "Who acts for it", groups: []group{people}},
		{title: "Taken for one", groups: []group{merges}},
	}
}

// inTime puts items in order of their days, those without one last.
func inTime(items []item) {
	slices.SortStableFunc(items, func(x, y item) int {
		return cmp.Or(yes(x.day.IsZero(), y.day.IsZero()), x.day.Compare(y.day))
	})
}
