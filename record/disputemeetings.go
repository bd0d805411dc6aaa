package record

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur"
)

func (b *Keeper) disputeMeeting(m *meeting) (list []dispute) {
	what := m.words(b, m.Place)
	var dates, lengths, states []side
	told := map[string]int{}         // lengths as worded
	against := func(n, o int) bool { // that one was put in the place of the other
		return slices.ContainsFunc(m.told, func(e *encounter) bool {
			x := e.Meeting
			return x.Against > 0 && (x.Minutes == n && x.Against == o || x.Minutes == o && x.Against == n)
		})
	}
	add := func(list []side, value string, f *fact, alike func(o string) bool) []side {
		for i := range list {
			if alike(list[i].value) {
				list[i].facts = append(list[i].facts, f)
				return list
			}
		}
		return append(list, side{value, []*fact{f}})
	}
	// what was denied, somebody told before: background or not
	denied := slices.ContainsFunc(m.told, func(e *encounter) bool { return e.state == rapporteur.MeetingDenied })
	for _, e := range m.told {
		f := e.fact
		if e.dated && e.days.Exact() && !m.ranged && !round(m.Date) && !e.Meeting.Journey && happens(e.state) == happens(m.State) {
			v := e.days.String()
			dates = add(dates, v, f, func(o string) bool { return o == v })
		}
		if n := e.Meeting.Minutes; n > 0 && happens(e.state) {
			v := cmp.Or(e.Meeting.Length, rapporteur.Length(n))
			lengths = add(lengths, v, f, func(o string) bool { return n == told[o] || closeTo(n, told[o]) && !against(n, told[o]) })
			if _, known := told[v]; !known {
				told[v] = n
			}
		}
		switch {
		case e.Background && !denied || f.Modality == rapporteur.Hedged:
		case happens(m.State) && !f.day().IsZero() && f.day().Before(m.Date.From):
			// told before the day, of a plan that came otherwise
		case happens(e.state):
			states = add(states, "held", f, func(o string) bool { return o == "held" })
		case e.state == rapporteur.MeetingCancelled || e.state == rapporteur.MeetingDenied:
			v := string(e.state)
			states = add(states, v, f, func(o string) bool { return o == v })
		case e.state == rapporteur.MeetingPlanned || e.state == rapporteur.MeetingNotPlanned:
			if m.State == rapporteur.MeetingPlanned || m.State == rapporteur.MeetingNotPlanned {
				v := string(e.state)
				states = add(states, v, f, func(o string) bool { return o == v })
			}
		}
	}
	list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "date", "When was "+what+"?", dates...)...)
	list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "place", "Where was "+m.words(b, "")+"?", m.places()...)...)
	list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "minutes", "How long was "+what+"?", atOdds(lengths, func(v, o side) bool { return against(told[v.value], told[o.value]) })...)...)
	if len(states) > 1 && (denied || near(states[0].facts[len(states[0].facts)-1].when(), states[1].facts[0].when(), soon)) {
		question := "Did " + what + " take place, or will it?"
		if denied {
			question = "Did " + what + " take place?"
		}
		list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "state", question, states...)...)
	}
	var in, out []*fact
	absent := ""
	for _, e := range m.told {
		for _, a := range e.absent {
			if absent == "" && slices.ContainsFunc(m.told, func(o *encounter) bool { return slices.Contains(o.people, a) }) {
				absent = a
			}
		}
	}
	if absent != "" {
		for _, e := range m.told {
			if slices.Contains(e.people, absent) {
				in = append(in, e.fact)
			}
			if slices.Contains(e.absent, absent) {
				out = append(out, e.fact)
			}
		}
		name := b.byID[absent].Name
		list = append(list, b.dispute(rapporteur.KindMeeting, m.ID, "participants", fmt.Sprintf("Was %s at %s?", name, what), side{name + " took part", in}, side{name + " was not there", out})...)
	}
	return list
}

// atOdds returns the lengths of which another report tells another, or which one voice put
// in the place of another's: two that one report tells without that are mostly of two meetings.
func atOdds(lengths []side, against func(v, o side) bool) (out []side) {
	for _, v := range lengths {
		if slices.ContainsFunc(lengths, func(o side) bool {
			return against(v, o) || v.value != o.value && !otherDays(v, o) && (slices.ContainsFunc(v.facts, func(f *fact) bool { return f.r != o.facts[0].r }) || slices.ContainsFunc(o.facts, func(f *fact) bool { return f.r != v.facts[0].r }))
		}) {
			out = append(out, v)
		}
	}
	return out
}

// otherDays reports whether all of two lengths is told of other days.
func otherDays(v, o side) bool {
	return !slices.ContainsFunc(v.facts, func(f *fact) bool {
		return slices.ContainsFunc(o.facts, func(g *fact) bool { return !f.When.Exact() || !g.When.Exact() || f.When == g.When })
	})
}

// words names a meeting at a place.
func (m *meeting) words(b *Keeper, place string) string {
	named := m.Meeting
	named.Place = place
	return meetingWords(named, func(id string) string { return b.byID[id].Name })
}

// places returns the places that are given for a meeting and cannot all be its own:
// towns first, then states, of which a town may be one, and buildings only where
// nothing else is told, since a building may stand in any town.
func (m *meeting) places() (sides []side) {
	const town, state, building = 0, 1, 2
	for width := town; width <= building && (width < building || len(sides) == 0); width++ {
		for _, e := range m.told {
			is := town
			switch {
			case len(e.place.parts) == 0:
				continue
			case e.place.venue():
				is = building
			case e.place.whole[0]:
				is = state
			}
			if is != width {
				continue
			}
			at := slices.IndexFunc(sides, func(s side) bool { return readPlace(s.value).compare(e.place) != elsewhere })
			if at < 0 {
				at = len(sides)
				sides = append(sides, side{value: e.place.name})
			}
			sides[at].facts = append(sides[at].facts, e.fact)
		}
	}
	return sides
}

// meetingWords names a meeting in a line or a question.
func meetingWords(m rapporteur.Meeting, name func(string) string) string {
	list := m.Participants
	if len(list) < 2 {
		list = m.Parties
	}
	var who []string
	for _, id := range list[:min(3, len(list))] {
		who = append(who, rapporteur.The(name(id)))
	}
	s := "the " + cmp.Or(map[string]string{"phone": "phone call", "video": "video call", "summit": "summit", "round": "round", "visit": "visit", "signing": "signing"}[m.Format], "meeting")
	switch len(who) {
	case 0:
	case 1:
		if m.Format == "visit" {
			s += " of " + who[0]
		} else {
			s += " with " + who[0]
		}
	default:
		s += " of " + strings.Join(who[:len(who)-1], ", ") + " and " + who[len(who)-1]
	}
	switch p := readPlace(m.Place); {
	case m.Place == "":
	case strings.Contains(m.Place, "'s ") || strings.Contains(m.Place, "’s "): // "Lund's Palace of Peace"
		s += " at " + m.Place
	case p.building():
		s += " at the " + strings.TrimPrefix(m.Place, "the ")
	default:
		s += " in " + m.Place
	}
	return s
}

// closeTo reports whether two lengths may be one, roughly told.
func closeTo(a, b int) bool {
	d, most := float64(max(a, b)-min(a, b)), float64(max(a, b))
	return d <= 5 || d <= 0.15*most || d <= 30 && d <= 0.35*most
}
