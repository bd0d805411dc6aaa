package brief

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapporteur"
)

// find returns the actor of an ID or a name, whole or in part.
func (v *view) find(name string) (*rapporteur.Actor, error) {
	if a := v.actors[name]; a != nil {
		return a, nil
	}
	low := strings.ToLower(strings.TrimSpace(name))
	found := v.named[low]
	if len(found) == 0 {
		for i := range v.rec.Actors {
			a := &v.rec.Actors[i]
			for _, n := range append([]string{a.Name}, a.Aliases...) {
				if slices.Contains(strings.Fields(strings.ToLower(n)), low) || len(low) > 3 && strings.Contains(strings.ToLower(n), low) {
					found = append(found, a)
					break
				}
			}
		}
	}
	switch len(found) {
	case 0:
		return nil, fmt.Errorf("show actor %q: nobody of that name; see rapporteur show actors", name)
	case 1:
		return found[0], nil
	}
	var names []string
	for _, a := range found {
		names = append(names, fmt.Sprintf("%q", a.ID))
	}
	return nil, fmt.Errorf("show actor %q: several have that name; use one of %s", name, strings.Join(names[:min(len(names), 12)], ", "))
}

// Actor writes what is known of an actor, in order of time. The name is an ID or any of the actor's names.
func Actor(w io.Writer, rec *rapporteur.Record, name string, o Options) error {
	v := newView(rec)
	a, err := v.find(name)
	if err != nil {
		return err
	}
	t := newTerminal(w, o)
	t.wrap("", "", split(a.Name, bold))
	if len(a.Aliases) > 0 {
		t.wrap("", "  ", split("also "+strings.Join(a.Aliases, ", "), ""))
	}
	if a.Side != "" {
		t.wrap("", "", split("acts for "+v.name(a.Side), ""))
	}
	for _, s := range v.actorParts(a) {
		none := true
		for _, g := range s.groups {
			none = none && len(g.items) == 0
		}
		if none {
			continue
		}
		t.head(s.title)
		for _, g := range s.groups {
			for _, it := range g.items {
				t.item(it, 1)
			}
		}
	}
	if len(a.Merges) > 0 {
		t.head("Taken for one")
		for _, m := range a.Merges {
			t.item(item{lead: m.What, text: m.Reason}, 1)
		}
	}
	return t.w.Flush()
}

// actorParts arranges what is known of an actor and of those who act for it.
func (v *view) actorParts(a *rapporteur.Actor) []section {
	var roles, meetings, statements, positions, points, people group
	for _, r := range a.Roles {
		it := item{lead: v.roleWords(r), claims: r.Claims}
		if !r.From.IsZero() {
			it.text = "named so from " + date(r.From)
		}
		if !r.To.IsZero() {
			it.text = "former by " + date(r.To)
		}
		roles.items = append(roles.items, it)
	}
	for _, m := range v.rec.Meetings {
		if slices.Contains(m.Participants, a.ID) || slices.Contains(m.Parties, a.ID) {
			it := v.meetingItem(m)
			it.text = string(m.State) + ", " + it.text
			meetings.items = append(meetings.items, it)
		}
	}
	for _, s := range v.rec.Statements {
		if s.Speaker == a.ID {
			statements.items = append(statements.items, v.statementItem(s, false))
		}
	}
	for _, p := range v.rec.Positions {
		if p.Actor == a.ID {
			positions.items = append(positions.items, item{
				id: p.ID, lead: cmp.Or(dates(p.Date), "no date given"),
				text: stances[p.Stance] + ": " + trim(p.Summary), standing: p.Standing, claims: p.Claims,
			})
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
	return []section{
		{title: "Roles", groups: []group{roles}},
		{title: "Meetings", groups: []group{meetings}},
		{title: "Positions", groups: []group{positions}},
		{title: "Statements", groups: []group{statements}},
		{title: "Points to keep", groups: []group{points}},
		{title: "Who acts for it", groups: []group{people}},
	}
}

// Claim writes one claim with its words in their paragraph, its chain, and what in the record rests on it.
func Claim(w io.Writer, rec *rapporteur.Record, id string, o Options) error {
	v := newView(rec)
	c := v.claims[id]
	if c == nil {
		c = v.claims["c"+strings.TrimPrefix(id, "c")]
	}
	if c == nil {
		return fmt.Errorf("show claim %q: no such claim; references stand in brackets at the end of each line of rapporteur brief", id)
	}
	t := newTerminal(w, o)
	r := v.reports[c.Report]
	head := cmp.Or(r.Outlet, r.File, r.ID)
	if d := date(r.Published); d != "" {
		head += ", " + d
	}
	t.wrap("", "", split(head, bold))
	if r.Title != "" {
		t.wrap("", "", split(r.Title, ""))
	}
	if r.URL != "" {
		t.wrap("", "", split(r.URL, dim))
	}
	t.w.WriteByte('\n')
	before, words, after := paragraph(r.Body, c.Span)
	var text []word
	text = append(text, split(before, dim)...)
	text = append(text, split(words, bold)...)
	text = append(text, split(after, dim)...)
	if !t.color {
		text = split(strings.TrimSpace(before+" »"+strings.TrimSpace(words)+"« "+after), "")
	}
	t.wrap("  ", "  ", text)
	t.w.WriteByte('\n')
	for _, row := range v.claimRows(c) {
		t.wrap("", strings.Repeat(" ", 14), append([]word{{fmt.Sprintf("%-13s", row[0]), bold}}, split(row[1], "")...))
	}
	return t.w.Flush()
}

// paragraph returns the words of a span with the rest of their paragraph.
func paragraph(body string, s rapporteur.Span) (before, words, after string) {
	words = s.In(body)
	if words == "" {
		return "", "", ""
	}
	start := strings.LastIndexByte(body[:s.Start], '\n') + 1
	end := len(body)
	if i := strings.IndexByte(body[s.End:], '\n'); i >= 0 {
		end = s.End + i
	}
	return body[start:s.Start], words, body[s.End:end]
}

// claimRows tells what a claim says, on whose word, and what rests on it.
func (v *view) claimRows(c *rapporteur.Claim) [][2]string {
	rows := [][2]string{{"says", claimWords(c)}}
	how := string(c.Modality)
	if c.Background {
		how += ", as background"
	}
	rows = append(rows, [2]string{"as", how})
	if d := dates(c.When); d != "" {
		rows = append(rows, [2]string{"of", d})
	}
	var chain []string
	for _, s := range c.Chain {
		link := s.Name
		if s.Type != "" && s.Type != rapporteur.PersonSource {
			link += " (" + string(s.Type) + ")"
		}
		chain = append(chain, link)
	}
	own := cmp.Or(v.reports[c.Report].Outlet, "the report")
	rows = append(rows, [2]string{"on the word of", strings.Join(append([]string{own}, chain...), " ← ")})
	if len(chain) == 0 {
		rows[len(rows)-1][1] = own + ", in its own voice"
	}
	for _, use := range v.uses()[c.ID] {
		kind, id, _ := strings.Cut(use, ":")
		rows = append(rows, [2]string{kind, v.thingWords(kind, id)})
	}
	for _, why := range v.reasons(c.ID) {
		rows = append(rows, [2]string{"joined for", why})
	}
	return rows
}

// claimWords writes the slots of a claim.
func claimWords(c *rapporteur.Claim) string {
	var out []string
	add := func(k, s string) {
		if s != "" && s != "0" {
			out = append(out, strings.TrimSpace(k+" "+s))
		}
	}
	who := func(ms []rapporteur.Mention) string {
		var n []string
		for _, m := range ms {
			n = append(n, m.Name)
		}
		return and(n)
	}
	switch {
	case c.Text != nil:
		x := c.Text
		add("", cmp.Or(x.Name, "a text"))
		if x.Size.Count > 0 {
			add("of", size(x.Size))
		}
		if x.CutFrom > 0 {
			add("from", fmt.Sprint(x.CutFrom))
		}
		if x.Agreed > 0 {
			out = append(out, fmt.Sprintf("%d agreed", x.Agreed))
		}
		if x.Open > 0 {
			out = append(out, fmt.Sprintf("%d open", x.Open))
		}
		add("put forward by", who(x.Sponsors))
		add("written by", who(x.Authors))
		add("written without", who(x.NotAuthors))
		add("", x.Access)
	case c.Point != nil:
		add("", string(c.Point.Status)+":")
		add("", c.Point.Summary)
		if len(c.Point.By) > 0 {
			add("to be kept by", who(c.Point.By))
		}
		add("on", strings.ToLower(topic(c.Point.Issue)))
		return strings.Join(out, " ")
	case c.Position != nil:
		m := c.Position.Actor
		return m.Name + " " + stance(m.Name, m.Kind, c.Position.Stance) + ": " + c.Position.Summary
	case c.Meeting != nil:
		x := c.Meeting
		add("meeting", string(x.State))
		add("in", x.Place)
		add("of", who(append(slices.Clone(x.Participants), x.Parties...)))
		add("without", who(x.Absent))
		if x.Minutes > 0 {
			add("for about", length(x.Minutes))
		}
		add("from", strings.TrimSpace(x.Clock+" "+x.Zone))
		add("", strings.Join(x.Outcome, "; "))
	case c.Deadline != nil:
		add("deadline", c.Deadline.State)
		add("", c.Deadline.What)
		add("set by", c.Deadline.SetBy.Name)
		add("for", who(c.Deadline.For))
	case c.Statement != nil:
		if c.Statement.Refusal {
			return c.Statement.Speaker.Name + " declined to comment"
		}
		return c.Statement.Speaker.Name + ": " + c.Statement.Words
	case c.Role != nil:
		s := c.Role.Person.Name + " is "
		if c.Role.Former {
			s = c.Role.Person.Name + " was "
		}
		s += c.Role.Title
		if c.Role.Of.Name != "" {
			s += " of " + c.Role.Of.Name
		}
		return s
	}
	return strings.Join(out, ", ")
}

// thingWords names a thing of the record for a reader.
func (v *view) thingWords(kind, id string) string {
	switch kind {
	case "version", "text":
		for _, t := range v.rec.Texts {
			if t.ID == id {
				return t.Name
			}
			for _, x := range t.Versions {
				if x.ID == id {
					return t.Name + ", " + size(x.Size)
				}
			}
		}
	case "point":
		for _, x := range v.rec.Points {
			if x.ID == id {
				it := v.pointItem(x)
				return it.lead + ": " + it.text
			}
		}
	case "meeting":
		for _, x := range v.rec.Meetings {
			if x.ID == id {
				it := v.meetingItem(x)
				return string(x.State) + ", " + it.lead + ", " + it.text
			}
		}
	case "position":
		for _, x := range v.rec.Positions {
			if x.ID == id {
				return v.stands(x.Actor, x.Stance) + ": " + x.Summary
			}
		}
	case "deadline":
		for _, x := range v.rec.Deadlines {
			if x.ID == id {
				return strings.TrimPrefix(dates(x.Date)+", "+x.What, ", ")
			}
		}
	case "statement":
		for _, x := range v.rec.Statements {
			if x.ID == id {
				return capitalise(x.SpeakerName) + ", " + count(len(x.Claims), "claim")
			}
		}
	case "role":
		return v.name(id)
	case "dispute":
		for _, x := range v.rec.Disputes {
			if x.ID == id {
				return x.Question
			}
		}
	}
	return id
}

// reasons returns why a claim was joined to others.
func (v *view) reasons(claim string) []string {
	var out []string
	add := func(ms []rapporteur.Merge) {
		for _, m := range ms {
			if m.What == claim && m.Reason != "" && !slices.Contains(out, m.Reason) {
				out = append(out, m.Reason)
			}
		}
	}
	for _, t := range v.rec.Texts {
		add(t.Merges)
		for _, x := range t.Versions {
			add(x.Merges)
		}
	}
	for _, x := range v.rec.Points {
		add(x.Merges)
	}
	for _, x := range v.rec.Positions {
		add(x.Merges)
	}
	for _, x := range v.rec.Meetings {
		add(x.Merges)
	}
	for _, x := range v.rec.Deadlines {
		add(x.Merges)
	}
	for _, x := range v.rec.Statements {
		add(x.Merges)
	}
	return out
}

// Changes writes what changed between two records; see record.Changes.
func Changes(w io.Writer, rec *rapporteur.Record, changes []rapporteur.Change, o Options) error {
	t := newTerminal(w, o)
	if len(changes) == 0 {
		t.wrap("", "", split("Nothing changed.", ""))
		return t.w.Flush()
	}
	titles := map[string]string{
		"version": "The text", "text": "The text", "dispute": "Disputes", "meeting": "Meetings", "point": "Points",
		"position": "Positions", "deadline": "Deadlines", "statement": "Statements", "role": "Roles",
	}
	last := ""
	for _, c := range changes {
		if title := titles[c.Kind]; title != last {
			t.head(title)
			last = title
		}
		t.item(changeItem(c), 1)
	}
	return t.w.Flush()
}

func changeItem(c rapporteur.Change) item {
	it := item{id: c.ID, claims: c.Claims}
	switch c.Change {
	case rapporteur.Addition:
		it.lead = "New"
		it.text = trim(c.What)
		if c.After != "" && c.Kind != "version" && c.Kind != "role" {
			it.text += " (" + c.After + ")"
		}
	case rapporteur.Withdrawal:
		it.lead = "No longer said"
		it.text = trim(c.What)
	default:
		it.lead = "Changed"
		it.text = trim(c.What) + ": " + c.Slot
		if c.Before != "" {
			it.text += " from " + c.Before
		}
		it.text += " to " + c.After
	}
	return it
}

// ChangesJSON writes changes as a list.
func ChangesJSON(w io.Writer, changes []rapporteur.Change) error {
	if changes == nil {
		changes = []rapporteur.Change{}
	}
	return encode(w, changes)
}
