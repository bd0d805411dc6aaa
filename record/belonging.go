package record

import (
	"regexp"
	"slices"

	"rapporteur"
)

// judge finds the meetings that are no negotiation. Reports tell of many: a president's
// journey to a town at home, his lunch with the head of a firm some day. Where the two
// parties are well known, such are left out of the record. What others negotiate stays:
// the reports of one negotiation tell of several. It returns those that are judged otherwise.
func (b *Keeper) judge() (otherwise []*meeting) {
	known := len(b.two) == 2 && b.named[b.two[0]] >= 12 && b.named[b.two[1]] >= 12 && len(b.reports) >= 8
	sentence := func(m *meeting, strange bool) {
		if m.strange != strange {
			m.strange = strange
			otherwise = append(otherwise, m)
		}
	}
	b.vague = b.vague[:0]
	for m := range b.loose {
		strange := known && b.strange(m)
		if !strange && m.place.folded == "" && m.lasts > tight && (len(m.people) == 0 || m.lasts > 2*foreseen) {
			b.vague = append(b.vague, m)
			continue
		}
		sentence(m, strange)
	}
	// "talks this month", of which there were some
	all := b.agenda.things
	begins := func(d rapporteur.Date) int { // place of the first meeting that begins on the day or later
		at, _ := slices.BinarySearchFunc(all, d, func(n *meeting, d rapporteur.Date) int { return n.begin().Compare(d) })
		return at
	}
	for _, m := range b.vague {
		if !m.sifted {
			near := all[begins(m.Date.From.AddDays(-m.Date.Days())):begins(m.Date.To.AddDays(1))]
			m.sifted, m.some = true, slices.ContainsFunc(near, func(n *meeting) bool {
				return n != m && n.lasts > 0 && n.lasts < m.lasts && n.Date.Overlaps(m.Date) && len(n.sides) >= len(m.sides) && subset(m.sides, n.sides)
			})
		}
		sentence(m, m.some)
	}
	return otherwise
}

// updateMeetings brings the meetings up to date. It returns the facts of those that changed, and
// of those that are in the record now or no longer are.
func (b *Keeper) updateMeetings(news news) []*fact {
	before, after := b.meetings.update(news)
	hidden, shown := b.again.update(before, after, b.settleMeeting)
	b.sift(hidden, shown)
	b.agenda.update(slices.Clone(hidden), slices.Clone(shown))
	judged := b.judge()
	var out, in []*meeting
	for _, m := range hidden {
		if m.listed {
			m.listed = false
			out = append(out, m)
		}
	}
	for _, m := range append(shown, judged...) {
		switch {
		case m.listed == !m.strange:
		case m.strange:
			out = append(out, m)
		default:
			in = append(in, m)
		}
		m.listed = !m.strange
	}
	b.meetingList.update(slices.Clone(out), slices.Clone(in))
	b.meetingDisputes.update(out, in)
	return factsOf((*meeting).tellers, before, after, hidden, shown, judged)
}

// tellers returns the facts that tell of a meeting.
func (m *meeting) tellers() []*fact {
	out := make([]*fact, 0, len(m.facts))
	for _, e := range m.facts {
		out = append(out, e.fact)
	}
	return out
}

// loose reports whether a meeting is one to be judged: what is told of its people, its
// place or its days is little.
func (m *meeting) loose() bool {
	return m.nobody() || len(m.people)+len(m.bodies) <= 1 || m.place.folded == ""
}

// sift keeps the meetings that are to be judged, and has vague ones looked at again
// among those that changed.
func (b *Keeper) sift(hidden, shown []*meeting) {
	for _, m := range hidden {
		delete(b.loose, m)
	}
	for _, m := range shown {
		if m.loose() {
			b.loose[m] = true
		}
	}
	b.stir(hidden)
	b.stir(shown)
}

func (b *Keeper) stir(changed []*meeting) {
	for _, m := range b.vague {
		if m.sifted && slices.ContainsFunc(changed, func(n *meeting) bool { return n.Date.Overlaps(m.Date) }) {
			m.sifted = false
		}
	}
}

func subset(some, all []string) bool {
	return len(some) > 0 && !slices.ContainsFunc(some, func(s string) bool { return !slices.Contains(all, s) })
}

// strange reports whether a meeting is of nobody who negotiates: of one actor alone
// within its own country, of those of one party among themselves of which neither day
// nor place is told, or told without who, where and when.
func (b *Keeper) strange(m *meeting) bool {
	vague := m.lasts == 0 || m.lasts > 31
	nowhere := vague && m.place.folded == ""
	switch {
	case m.nobody():
		return vague && !m.never() && (m.group() == "" || m.place.folded == "")
	case !nowhere && len(m.people)+len(m.bodies) > 1:
		return false // several, some day or somewhere
	}
	principals, sides := 0, 0
	for _, s := range m.sides {
		if slices.Contains(b.two, s) {
			principals++
			sides++
		} else if a := b.byID[s]; a != nil && (a.Kind == rapporteur.State || b.named[s] >= 3) {
			sides++
		}
	}
	if sides == 1 && len(m.people) > 1 && slices.ContainsFunc(m.people, b.unplaced) {
		sides++ // somebody of whom nothing is told may be of another side
	}
	switch {
	case sides >= 2 && len(m.people) < 2:
		// "is making progress in talks with Estrel"
		return m.lasts == 0 && m.place.folded == "" && !m.remote && m.took()
	case sides >= 2 || m.never():
		return false
	case len(m.people)+len(m.bodies) < 2 && (principals == 1 || vague):
		return nowhere || principals == 0 && !b.atParty(m) || !b.ofUnion(m) && b.athome(m)
	}
	return nowhere
}

// atParty reports whether somebody of no known side is to go to where one of the two parties is at home.
func (b *Keeper) atParty(m *meeting) bool {
	return !m.took() && len(m.people) == 1 && b.unplaced(m.people[0]) && slices.ContainsFunc(b.two, func(s string) bool {
		a := b.byID[s]
		return a != nil && a.code != "" && slices.Contains(m.place.codes, a.code)
	})
}

// ofUnion reports whether a meeting is of a union of states, whose members meet among themselves.
func (b *Keeper) ofUnion(m *meeting) bool {
	return slices.ContainsFunc(m.sides, func(s string) bool { return b.byID[s] != nil && gazette().union[b.byID[s].code] })
}

// athome reports whether a meeting of one side was where that side is at home, as far as
// its place is known; "the town hall" is where whoever goes there is at home.
func (b *Keeper) athome(m *meeting) bool {
	known := slices.ContainsFunc(m.place.codes, func(c string) bool { return c != "" })
	return !known || slices.ContainsFunc(m.sides, func(s string) bool {
		a := b.byID[s]
		return a != nil && a.code != "" && slices.Contains(m.place.codes, a.code)
	})
}

// unplaced reports whether nothing is known of whom a person acts for, so that
// it may be for a party: no office, or none of those that no party gives.
func (b *Keeper) unplaced(id string) bool {
	a := b.byID[id]
	return a != nil && b.side(id) == "" && !slices.ContainsFunc(a.Roles, func(r rapporteur.Role) bool { return b.outsider(r.Title) })
}

// outsider reports whether an office is of those that no party gives.
func (b *Keeper) outsider(title string) bool {
	is, known := b.outsiders[title]
	if !known {
		is = outsiders.MatchString(title)
		b.outsiders[title] = is
	}
	return is
}

// outsiders are the offices of those who are no party to what states negotiate.
var outsiders = regexp.MustCompile(`(?i)\b(chief executive|ceo|executive|founder|chairman|chairwoman|chair|senator|congressman|congresswoman|governor|mayor|prince|princess|duke|duchess|queen|actor|singer|owner|manager)\b`)

// called reports whether some report calls the meeting by that form.
func (m *meeting) called(format string) bool {
	return slices.ContainsFunc(m.facts, func(e *encounter) bool { return e.Meeting.Format == format })
}
