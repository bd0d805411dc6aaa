package record

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// thing is what two records are compared by.
type thing struct {
	kind     string
	id       string
	what     string
	slots    [][2]string // name and value, in order of weight
	claims   []string
	standing rapporteur.Standing
}

// Changes returns what differs between two records of one negotiation, by kind
// and time: what was added, what changed, and what is no longer said.
func Changes(before, after *rapporteur.Record) []rapporteur.Change {
	old := map[string]thing{}
	byClaim := map[string]string{} // kind and claim → ID of the thing before
	var olds []thing
	for _, t := range things(before) {
		old[t.kind+t.id] = t
		olds = append(olds, t)
		for _, c := range t.claims {
			byClaim[t.kind+c] = t.id
		}
	}
	var out []rapporteur.Change
	kept := map[string]bool{}
	for _, t := range things(after) {
		was, ok := old[t.kind+t.id]
		for _, c := range t.claims {
			if ok {
				break
			}
			was, ok = old[t.kind+byClaim[t.kind+c]]
		}
		if !ok {
			out = append(out, rapporteur.Change{Change: rapporteur.Addition, Kind: t.kind, ID: t.id, What: t.what, After: t.slots[0][1], Standing: t.standing, Claims: t.claims})
			continue
		}
		// a thing that was taken into another is no withdrawal
		for _, c := range t.claims {
			if id := byClaim[t.kind+c]; id != "" {
				kept[t.kind+id] = true
			}
		}
		kept[t.kind+was.id] = true
		fresh := slices.DeleteFunc(slices.Clone(t.claims), func(c string) bool { return slices.Contains(was.claims, c) })
		for _, slot := range t.slots {
			value := ""
			for _, o := range was.slots {
				if o[0] == slot[0] {
					value = o[1]
				}
			}
			if value != slot[1] && slot[1] != "" {
				out = append(out, rapporteur.Change{
					Change: rapporteur.Alteration, Kind: t.kind, ID: t.id, Slot: slot[0], What: t.what,
					Before: value, After: slot[1], Standing: t.standing, Claims: fresh,
				})
			}
		}
	}
	for _, t := range olds {
		if !kept[t.kind+t.id] {
			out = append(out, rapporteur.Change{Change: rapporteur.Withdrawal, Kind: t.kind, ID: t.id, What: t.what, Before: t.slots[0][1], Standing: t.standing, Claims: t.claims})
		}
	}
	rank := func(c rapporteur.Change) int {
		return slices.Index([]string{"version", "text", "dispute", "meeting", "point", "position", "deadline", "statement", "role"}, c.Kind)
	}
	slices.SortStableFunc(out, func(x, y rapporteur.Change) int { return cmp.Compare(rank(x), rank(y)) })
	return out
}

// things lists what a record holds, each with the values that may change.
func things(rec *rapporteur.Record) []thing {
	names := map[string]string{}
	for _, a := range rec.Actors {
		names[a.ID] = a.Name
	}
	name := func(id string) string { return cmp.Or(names[id], id) }
	var out []thing
	for _, t := range rec.Texts {
		if len(t.Versions) == 0 {
			out = append(out, thing{"text", t.ID, t.Name, [][2]string{{"standing", string(t.Standing)}}, t.Claims, t.Standing})
		}
		for i, v := range t.Versions {
			if v.Size.Unit != "document" && slices.ContainsFunc(t.Versions[i+1:], func(o rapporteur.Version) bool { return o.Size == v.Size }) {
				continue // how much of it was agreed before
			}
			slots := [][2]string{{"standing", string(v.Standing)}}
			if v.Agreed > 0 {
				slots = append(slots, [2]string{"agreed", rapporteur.Size{Count: v.Agreed, Unit: v.Size.Unit}.String()})
			}
			out = append(out, thing{"version", v.ID, t.Name + " of " + v.Size.String(), slots, v.Claims, v.Standing})
		}
	}
	for _, p := range rec.Points {
		what := p.Summary
		if p.By != "" && !strings.Contains(strings.ToLower(what), strings.ToLower(name(p.By))) {
			what = name(p.By) + ": " + what
		}
		out = append(out, thing{"point", p.ID, what, [][2]string{{"status", string(p.Status)}}, p.Claims, p.Standing})
	}
	for _, p := range rec.Positions {
		out = append(out, thing{"position", p.ID, name(p.Actor) + ": " + p.Summary, [][2]string{{"stance", string(p.Stance)}}, p.Claims, p.Standing})
	}
	for _, m := range rec.Meetings {
		slots := [][2]string{{"state", string(m.State)}, {"date", m.Date.String()}, {"place", m.Place}}
		if m.Minutes > 0 {
			slots = append(slots, [2]string{"length", rapporteur.Length(m.Minutes)})
		}
		out = append(out, thing{"meeting", m.ID, meetingWords(m, name), slots, m.Claims, m.Standing})
	}
	for _, d := range rec.Deadlines {
		what := cmp.Or(d.What, "deadline")
		if s := d.Date.String(); s != "" {
			what = s + ": " + what
		}
		out = append(out, thing{"deadline", d.ID, what, [][2]string{{"state", d.State}}, d.Claims, d.Standing})
	}
	for _, s := range rec.Statements {
		words := s.Words
		switch {
		case s.Refusal:
			words = "declined to comment"
		case s.Direct:
			words = s.Quotation()
		}
		out = append(out, thing{"statement", s.ID, s.SpeakerName + ": " + words, [][2]string{{"", ""}}, s.Claims, s.Standing})
	}
	for _, a := range rec.Actors {
		for _, r := range a.Roles {
			what := a.Name + ", " + r.Title
			if r.Of != "" {
				what += " of " + name(r.Of)
			}
			state := "in office"
			if !r.To.IsZero() {
				state = "former"
			}
			out = append(out, thing{"role", strings.TrimSuffix(a.ID+"/"+slug(r.Title)+"/"+r.Of, "/"), what, [][2]string{{"state", state}}, r.Claims, ""})
		}
	}
	for _, d := range rec.Disputes {
		var values, claims []string
		for _, v := range d.Values {
			values = append(values, v.Value)
			claims = append(claims, v.Claims...)
		}
		slices.Sort(values)
		out = append(out, thing{"dispute", d.ID, d.Question, [][2]string{{"values", strings.Join(values, " or ")}}, claims, ""})
	}
	return out
}
