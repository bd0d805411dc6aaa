package brief

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"rapporteur"
)

// certain is how many days an entry of a calendar may span: an interval that is
// wider says when something was in less detail than a calendar needs.
const certain = 14

// Calendar writes meetings and deadlines with a known date as iCalendar (RFC 5545).
// Times of day stand in the description: reports name zones that no calendar knows.
func Calendar(w io.Writer, rec *rapporteur.Record) error {
	v := newView(rec)
	c := &calendar{bufio.NewWriter(w)}
	c.put("BEGIN:VCALENDAR")
	c.put("VERSION:2.0")
	c.put("PRODID:-//rapporteur//record//EN")
	c.put("CALSCALE:GREGORIAN")
	c.put("NAME:" + icsText.Replace(v.title())) // RFC 7986
	c.put("X-WR-CALNAME:" + icsText.Replace(v.title()))
	stamp := strings.ReplaceAll(v.today().String(), "-", "")
	if stamp == "" {
		stamp = "19700101"
	}
	stamp += "T000000Z"
	for _, m := range rec.Meetings {
		if m.Date.From.IsZero() || m.Date.To.IsZero() || m.Date.Days() > certain || m.State == rapporteur.MeetingNotPlanned || m.State == rapporteur.MeetingDenied {
			continue
		}
		status := "CONFIRMED"
		switch m.State {
		case rapporteur.MeetingPlanned:
			status = "TENTATIVE"
		case rapporteur.MeetingCancelled, rapporteur.MeetingPostponed:
			status = "CANCELLED"
		}
		who := v.names(m.Participants)
		if len(who) < 2 {
			who = v.names(m.Parties)
		}
		title := "Meeting"
		if f := formatWord(m.Format); f != "" {
			title = capitalise(f)
		}
		if len(who) > 0 {
			title += ": " + and(who)
		}
		if m.State != rapporteur.MeetingHeld {
			title += " (" + string(m.State) + ")"
		}
		it := v.meetingItem(m)
		c.event(m.ID, stamp, m.Date, title, m.Place, status, v.evidence(it))
	}
	for _, d := range rec.Deadlines {
		if d.Date.From.IsZero() || d.Date.To.IsZero() || d.Date.Days() > certain || d.State == "denied" {
			continue
		}
		title := "Deadline"
		if d.What != "" {
			title += ": " + trim(d.What)
		}
		c.event(d.ID, stamp, rapporteur.On(d.Date.To), title, "", "CONFIRMED", v.evidence(item{text: d.State, standing: d.Standing, claims: d.Claims}))
	}
	c.put("END:VCALENDAR")
	return c.w.Flush()
}

// evidence is an item with the words of its first claim.
func (v *view) evidence(it item) string {
	s := it.text
	if it.standing != "" {
		s += "\nStanding: " + string(it.standing)
	}
	if len(it.claims) > 0 {
		if c := v.claims[it.claims[0]]; c != nil {
			r := v.reports[c.Report]
			from := strings.TrimSpace(cmp.Or(r.Outlet, r.File) + " " + date(r.Published))
			s += "\n“" + oneLine(c.Span.In(r.Body)) + "” (" + from + ", " + c.ID + ")"
		}
	}
	return strings.TrimSpace(s)
}

type calendar struct{ w *bufio.Writer }

// put writes a content line, folded after 75 bytes and never inside a character.
func (c *calendar) put(s string) {
	limit := 75
	for len(s) > limit {
		n := limit
		for n > 0 && !utf8.RuneStart(s[n]) {
			n--
		}
		c.w.WriteString(s[:n] + "\r\n ")
		s, limit = s[n:], 74
	}
	c.w.WriteString(s + "\r\n")
}

var icsText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\r", "", "\n", `\n`)

func (c *calendar) event(id, stamp string, when rapporteur.Interval, title, place, status, text string) {
	day := func(d rapporteur.Date) string { return strings.ReplaceAll(d.String(), "-", "") }
	c.put("BEGIN:VEVENT")
	c.put(fmt.Sprintf("UID:%s@rapporteur", id))
	c.put("DTSTAMP:" + stamp)
	c.put("DTSTART;VALUE=DATE:" + day(when.From))
	c.put("DTEND;VALUE=DATE:" + day(when.To.AddDays(1)))
	c.put("SUMMARY:" + icsText.Replace(title))
	if place != "" {
		c.put("LOCATION:" + icsText.Replace(place))
	}
	if text != "" {
		c.put("DESCRIPTION:" + icsText.Replace(text))
	}
	c.put("STATUS:" + status)
	c.put("TRANSP:TRANSPARENT")
	c.put("END:VEVENT")
}
