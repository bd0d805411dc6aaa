package brief

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"rapporteur"
)

// Claim writes one claim with its words in their paragraph, its chain, and what in the record rests on it.
func Claim(w io.Writer, rec *rapporteur.Record, id string, o Options) error {
	v := newView(rec)
	c, err := v.claim(id)
	if err != nil {
		return err
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

// claim returns the claim of an ID, with or without its first letter.
func (v *view) claim(id string) (*rapporteur.Claim, error) {
	for _, id := range []string{id, "c" + id} {
		if c := v.claims[id]; c != nil {
			return c, nil
		}
	}
	return nil, fmt.Errorf("show claim %s: there is none in the record", id)
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
	if c.Likelihood > 0 {
		how += fmt.Sprintf(", read with likelihood %.2f", c.Likelihood)
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
	uses := v.uses()[c.ID]
	if len(uses) == 0 {
		why := "nothing in the record rests on it"
		if c.LeftOut != "" {
			why += ": " + string(c.LeftOut)
		}
		if later := v.laterEdition(c.Report); later != "" {
			why += ": the report has a later edition, " + later
		}
		rows = append(rows, [2]string{"now", why})
	}
	for _, use := range uses {
		kind, id, _ := strings.Cut(use, ":")
		rows = append(rows, [2]string{kind, v.thingWords(kind, id)})
	}
	for _, why := range v.reasons(c.ID) {
		rows = append(rows, [2]string{"joined for", why})
	}
	return rows
}

// laterEdition returns the ID of the latest edition of a report, "" where it is the latest.
func (v *view) laterEdition(report string) string {
	latest := v.reports[report]
	for i := range v.rec.Reports {
		if r := &v.rec.Reports[i]; rapporteur.EditionID(r.ID, 0) == rapporteur.EditionID(report, 0) && r.Edition > latest.Edition {
			latest = r
		}
	}
	if latest.ID == report {
		return ""
	}
	return latest.ID
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
			add("of", x.Size.String())
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
		s := stance(m.Name, m.Kind, c.Position.Stance)
		if c.Position.Deed {
			return m.Name + " " + c.Position.Summary + " (" + s + ")"
		}
		return m.Name + " " + s + ": " + c.Position.Summary
	case c.Meeting != nil:
		x := c.Meeting
		add("meeting", string(x.State))
		add("in", x.Place)
		add("of", who(append(slices.Clone(x.Participants), x.Parties...)))
		add("without", who(x.Absent))
		if x.Minutes > 0 {
			add("for about", rapporteur.Length(x.Minutes))
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
	case c.Naming != nil:
		add("named:", who(c.Naming.Who))
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
					return t.Name + ", " + x.Size.String()
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
				return v.position(x)
			}
		}
	case "deadline":
		for _, x := range v.rec.Deadlines {
			if x.ID == id {
				lead, text := v.deadlineItem(x).line()
				return strings.TrimSpace(lead + " " + text)
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
