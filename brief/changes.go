package brief

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapporteur"
)

// Changes writes what changed from one record to a later one of the same
// negotiation; see record.Changes.
func Changes(w io.Writer, before, after *rapporteur.Record, changes []rapporteur.Change, o Options) error {
	t := newTerminal(w, o)
	t.wrap("", "", split("What changed since "+date(before.AsOf), bold))
	t.wrap("", "", split(newReports(before, after), ""))
	v, was := newView(after), newView(before)
	doubted := 0
	if !o.All {
		n := len(changes)
		changes = slices.DeleteFunc(slices.Clone(changes), func(c rapporteur.Change) bool { return v.hardly(c) && was.hardly(c) })
		doubted = n - len(changes)
	}
	if len(changes) == 0 && doubted == 0 {
		t.wrap("", "", split("Nothing changed.", ""))
	}
	for len(changes) > 0 {
		n := slices.IndexFunc(changes, func(c rapporteur.Change) bool { return changeTitle(c) != changeTitle(changes[0]) })
		if n < 0 {
			n = len(changes)
		}
		t.head(changeTitle(changes[0]))
		some, more := changes[:n], 0
		if most := changesShown; !o.All && n > most {
			some, more = v.weightiest(some, most), n-most
		}
		for _, c := range some {
			it := changeItem(c)
			if it.text = v.thing(c); c.Change == rapporteur.Withdrawal {
				it.text = was.thing(c)
			}
			if !o.All {
				it = it.brief()
			}
			t.item(it, 1)
		}
		if more > 0 {
			t.wrap("  ", "  ", split(fmt.Sprintf("and %d more: --all", more), dim))
		}
		changes = changes[n:]
	}
	if doubted > 0 {
		t.w.WriteByte('\n')
		t.rest("", 0, "", doubted, "--all")
	}
	return t.w.Flush()
}

// hardly reports whether a change is one of a doubtful line, or of one that the record has not.
func (v *view) hardly(c rapporteur.Change) bool {
	if c.Kind != "point" && c.Kind != "position" {
		return false
	}
	for _, p := range v.rec.Points {
		if p.ID == c.ID {
			return doubtful(p.Likelihood)
		}
	}
	for _, p := range v.rec.Positions {
		if p.ID == c.ID {
			return doubtful(p.Likelihood)
		}
	}
	return true
}

// changesShown is how many changes of a kind are printed unless all are asked for.
const changesShown = 12

// weightiest returns the n changes that most reports bring about, the later before
// the earlier, in the order in which they came.
func (v *view) weightiest(changes []rapporteur.Change, n int) []rapporteur.Change {
	order := make([]int, len(changes))
	weight := make([]int, len(changes))
	for i, c := range changes {
		order[i] = i
		weight[i] = v.weight(item{claims: c.Claims, standing: c.Standing, day: v.lastReport(c.Claims)})
	}
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Compare(weight[x], weight[y]) })
	order = order[:n]
	slices.Sort(order)
	out := make([]rapporteur.Change, n)
	for i, at := range order {
		out[i] = changes[at]
	}
	return out
}

// newReports counts the reports that the later record has and the earlier has not.
func newReports(before, after *rapporteur.Record) string {
	n, undated := 0, 0
	had := map[string]bool{}
	for _, r := range before.Reports {
		had[r.ID] = true
	}
	for _, r := range after.Reports {
		if !had[r.ID] {
			n++
			if r.Published.IsZero() {
				undated++
			}
		}
	}
	s := count(n, "new report")
	if !after.AsOf.IsZero() {
		s += ", up to " + date(after.AsOf)
	}
	if undated > 0 {
		s += fmt.Sprintf("; among them %d of no known day, which may be older", undated)
	}
	return s
}

func changeTitle(c rapporteur.Change) string {
	switch c.Kind {
	case "version", "text":
		return "The text"
	}
	return capitalise(c.Kind) + "s"
}

func changeItem(c rapporteur.Change) item {
	it := item{id: c.ID, standing: c.Standing, claims: c.Claims}
	switch c.Change {
	case rapporteur.Addition:
		it.lead = "New"
		switch c.Kind {
		case "version", "text", "role", "position": // the value is their standing, says nothing, or stands in the line
		default:
			it.note = c.After
		}
	case rapporteur.Withdrawal:
		it.lead = "No longer said"
		if c.Kind == "dispute" {
			it.lead = "No longer disputed"
		}
	default:
		it.lead = "Now " + changed(c.After)
		switch c.Slot {
		case "state", "status", "stance", "standing", "values":
		default:
			it.lead = capitalise(c.Slot) + " now " + changed(c.After)
		}
		if c.Before != "" {
			it.lead += ", was " + changed(c.Before)
		}
	}
	return it
}

// thing names what changed, as elsewhere in the brief where that says more.
func (v *view) thing(c rapporteur.Change) string {
	switch c.Kind {
	case "meeting":
		for _, m := range v.rec.Meetings {
			if m.ID == c.ID {
				lead, text := v.meetingItem(m).line()
				return strings.TrimSpace(lead + " " + text)
			}
		}
	case "deadline":
		for _, d := range v.rec.Deadlines {
			if d.ID == c.ID {
				lead, text := v.deadlineItem(d).line()
				return strings.TrimSpace(lead + " " + text)
			}
		}
	case "position":
		for _, p := range v.rec.Positions {
			if p.ID == c.ID {
				return v.position(p)
			}
		}
	}
	return trim(c.What)
}

// changed writes a value that changed: days as everywhere in the brief.
func changed(value string) string {
	from, to, two := strings.Cut(value, "/")
	if !two {
		to = from
	}
	f, err := rapporteur.ParseDate(from)
	if err != nil {
		return value
	}
	t, err := rapporteur.ParseDate(to)
	if err != nil {
		return value
	}
	return dates(rapporteur.Interval{From: f, To: t})
}

// ChangesJSON writes changes as a list.
func ChangesJSON(w io.Writer, changes []rapporteur.Change) error {
	if changes == nil {
		changes = []rapporteur.Change{}
	}
	return encode(w, changes)
}
