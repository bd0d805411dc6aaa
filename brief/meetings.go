package brief

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

func (v *view) meetingSection() section {
	s := section{part: "meetings", title: "Meetings", empty: "No meeting is reported."}
	today := v.today()
	groups := []group{
		{title: "Ahead"},
		{title: "Under way"},
		{title: "Held, the latest first"},
		{title: "Called off or put off"},
		{title: "Announced for a day now past, not reported as held"},
		{title: "Ruled out or denied"},
	}
	for _, m := range v.rec.Meetings {
		at := 2
		switch m.State {
		case rapporteur.MeetingPlanned:
			at = 0
			if !m.Date.To.IsZero() && m.Date.To.Before(today) {
				at = 4
			} else if m.Date.IsZero() && !today.IsZero() && today.Sub(v.lastReport(m.Claims)) > 45 {
				at = 4
			}
		case rapporteur.MeetingUnderWay:
			at = 1
			if last := cmp.Or(m.Date.To, v.lastReport(m.Claims)); !last.IsZero() && last.AddDays(4).Before(today) {
				at = 2
			}
		case rapporteur.MeetingCancelled, rapporteur.MeetingPostponed:
			at = 3
		case rapporteur.MeetingNotPlanned, rapporteur.MeetingDenied:
			at = 5
		}
		it := v.meetingItem(m)
		it.tier = v.aside(m)
		switch {
		case at == 3:
			it.tier++
		case at > 3: // what did not take place is soon forgotten
			it.tier += 2
			if today.Sub(v.lastReport(m.Claims)) > 92 {
				it.tier += 2
			}
		}
		groups[at].items = append(groups[at].items, it)
	}
	slices.Reverse(groups[2].items)
	slices.Reverse(groups[3].items)
	slices.Reverse(groups[4].items)
	for _, g := range groups {
		if len(g.items) > 0 {
			s.groups = append(s.groups, g)
		}
	}
	return s
}

// aside says how far a meeting is from the negotiation itself, which is where two
// of its parties meet: on a known day or at a known place, where it was held.
func (v *view) aside(m rapporteur.Meeting) int {
	n := 0
	for _, id := range m.Parties {
		if slices.Contains(v.parties, id) {
			n++
		}
	}
	told := !m.Date.IsZero() || m.Place != ""
	if m.State == rapporteur.MeetingPlanned || m.State == rapporteur.MeetingNotPlanned || m.State == rapporteur.MeetingCancelled {
		told = told || len(m.Participants) > 1
	}
	tier := 0
	switch {
	case n > 1:
	case n > 0 && len(m.Participants) > 1:
		tier = 2
	default:
		tier = 4
	}
	if !told {
		tier += 2
	}
	return tier
}

func (v *view) meetingItem(m rapporteur.Meeting) item {
	it := item{id: m.ID, standing: m.Standing, claims: m.Claims, day: m.Date.To}
	if it.day.IsZero() {
		it.day = cmp.Or(m.Date.From, v.firstReport(m.Claims))
	}
	it.lead = within(m.Date)
	if it.lead == "" {
		it.lead = "no date given"
		if !it.day.IsZero() {
			it.lead += " (reported " + date(it.day) + ")"
		}
	}
	who := v.names(m.Participants)
	parties := slices.DeleteFunc(slices.Clone(m.Parties), func(id string) bool {
		return slices.ContainsFunc(m.Participants, func(p string) bool { a := v.actors[p]; return a != nil && a.Side == id })
	})
	if len(who) == 0 {
		who = v.names(m.Parties)
	} else {
		who = append(firstOf(who, 8), v.names(parties)...)
	}
	var said []string
	if m.Place != "" {
		said = append(said, m.Place)
	}
	if w := formatWord(m.Format); w != "" {
		said = append(said, w)
	} else if m.Name != "" && len(who) < 2 {
		said = append(said, m.Name)
	}
	if len(who) > 0 {
		said = append(said, and(who))
	}
	if len(said) == 0 {
		said = append(said, cmp.Or(m.Name, "talks"))
	}
	s := strings.Join(said, ": ")
	if len(said) == 3 {
		s = said[0] + ", " + said[1] + ": " + said[2]
	}
	var more []string
	if m.State == rapporteur.MeetingPostponed {
		more = append(more, "put off")
	}
	if m.Clock != "" {
		more = append(more, "from "+strings.TrimSpace(m.Clock+" "+m.Zone))
	}
	if m.Minutes > 0 {
		more = append(more, "about "+rapporteur.Length(m.Minutes))
	}
	if len(more) > 0 {
		s += "; " + strings.Join(more, ", ")
	}
	for i, o := range m.Outcome {
		if i < 3 && o != "" {
			s += "; " + o
		}
	}
	it.text = s
	return it
}

func formatWord(f string) string {
	switch strings.ToLower(f) {
	case "phone", "call", "phone call":
		return "phone call"
	case "video", "video call":
		return "video call"
	case "summit", "visit", "trilateral", "consultation", "round", "signing":
		return strings.ToLower(f)
	case "proximity":
		return "proximity talks"
	}
	return ""
}
