package claim

import (
	"fmt"
	"strings"

	"rapporteur"
)

// Notation prints a claim on one line, in the notation of the casebook:
// "kind slot=value … | chain, outermost first | modality". A dash stands for the
// report's own voice; an asserted modality is left out.
func Notation(c rapporteur.Claim) string {
	var b strings.Builder
	b.WriteString(string(c.Kind))
	slot := func(name string, value any) {
		s := fmt.Sprint(value)
		if s == "" || s == "0" || s == "false" || s == "[]" {
			return
		}
		if strings.ContainsAny(s, " ,|") {
			s = `"` + s + `"`
		}
		b.WriteString(" " + name + "=" + s)
	}
	names := func(ms []rapporteur.Mention) string {
		var out []string
		for _, m := range ms {
			out = append(out, m.Name)
		}
		return strings.Join(out, ", ")
	}
	switch c.Kind {
	case rapporteur.KindText:
		t := c.Text
		slot("count", t.Size.Count)
		slot("unit", t.Size.Unit)
		slot("from", t.CutFrom)
		slot("agreed", t.Agreed)
		slot("open", t.Open)
		slot("agreed-share", t.AgreedShare)
		slot("further", t.Further)
		slot("name", t.Name)
		slot("label", t.Label)
		slot("sponsor", names(t.Sponsors))
		slot("author", names(t.Authors))
		slot("not-author", names(t.NotAuthors))
		slot("access", t.Access)
	case rapporteur.KindPoint:
		p := c.Point
		slot("issue", p.Issue)
		slot("by", names(p.By))
		slot("status", p.Status)
		fmt.Fprintf(&b, " %q", p.Summary)
	case rapporteur.KindPosition:
		p := c.Position
		slot("actor", p.Actor.Name)
		slot("stance", p.Stance)
		slot("on", p.On)
		slot("issue", p.Issue)
		fmt.Fprintf(&b, " %q", p.Summary)
	case rapporteur.KindMeeting:
		m := c.Meeting
		slot("state", m.State)
		slot("format", m.Format)
		slot("place", m.Place)
		slot("with", names(m.Participants))
		slot("parties", names(m.Parties))
		slot("absent", names(m.Absent))
		slot("minutes", m.Minutes)
		slot("clock", m.Clock)
		slot("zone", m.Zone)
		slot("outcome", strings.Join(m.Outcome, "; "))
		slot("journey", m.Journey)
	case rapporteur.KindDeadline:
		d := c.Deadline
		slot("state", d.State)
		slot("by", d.SetBy.Name)
		slot("for", names(d.For))
		slot("what", d.What)
	case rapporteur.KindStatement:
		s := c.Statement
		slot("speaker", s.Speaker.Name)
		slot("refusal", s.Refusal)
		slot("direct", s.Direct)
		slot("instead", s.Instead)
		if s.Words != "" {
			fmt.Fprintf(&b, " %q", s.Words)
		}
	case rapporteur.KindRole:
		x := c.Role
		slot("person", x.Person.Name)
		slot("title", x.Title)
		slot("of", x.Of.Name)
		slot("former", x.Former)
	case rapporteur.KindNaming:
		slot("who", names(c.Naming.Who))
	}
	slot("date", c.When)
	slot("background", c.Background)
	slot("left-out", c.LeftOut)
	b.WriteString(" | ")
	if len(c.Chain) == 0 {
		b.WriteString("—")
	}
	for i, s := range c.Chain {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString(s.Name)
	}
	if c.Modality != rapporteur.Asserted && c.Modality != "" {
		b.WriteString(" | " + string(c.Modality))
	}
	return b.String()
}
