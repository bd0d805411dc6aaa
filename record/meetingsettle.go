package record

import (
	"slices"
	"strings"

	"rapporteur"
)

// begin is the first day of the meeting, else of its first report.
func (m *meeting) begin() rapporteur.Date {
	if !m.Date.From.IsZero() {
		return m.Date.From
	}
	if !m.Date.To.IsZero() {
		return m.Date.To
	}
	return m.told[0].day()
}

// progress orders the states of one day's reports.
var progress = map[rapporteur.MeetingState]int{
	rapporteur.MeetingDenied: 0, rapporteur.MeetingNotPlanned: 0, rapporteur.MeetingPlanned: 1, rapporteur.MeetingPostponed: 2,
	rapporteur.MeetingCancelled: 3, rapporteur.MeetingUnderWay: 4, rapporteur.MeetingHeld: 5,
}

// settleMeeting completes a meeting, unless it is one that could not be found again.
func (b *Keeper) settleMeeting(m *meeting) bool {
	m.told = slices.SortedFunc(slices.Values(m.facts), func(x, y *encounter) int { return byPlace(x.fact, y.fact) })
	// one party alone, at no place, tells of no meeting, unless it is one of many states
	group, named := m.group(), len(m.people)+len(m.bodies)
	alone := named < 2 && !((group != "" || named == 0 && m.told[0].Meeting.Sides) && m.time.Exact()) && !(len(m.bodies) == 1 && m.called("summit") && m.time.Days() > 0 && m.time.Days() <= 31)
	if alone && m.time.Days() > 0 && m.time.Days() <= month && m.ofSeveral() {
		alone = false // "the negotiators will gather on Monday", "the union met its employers"
	}
	if alone && m.time.Days() > 0 && m.time.Days() <= foreseen && m.meant && b.ofState(m) {
		alone = false // "negotiations with Norvana are to begin on 19 June"
	}
	if alone && named == 1 && m.time.Exact() && slices.ContainsFunc(m.told, (*encounter).surelyTwo) {
		alone = false
	}
	if m.never() && (named > 0 || group != "") {
		alone = false // "no talks with the union are planned", "the ministers did not meet"
	}
	if m.place.folded == "" && (alone || len(m.people) == 0 && m.time.IsZero() && m.took()) {
		return false // "the two sides have met": some time, somewhere
	}
	m.Date = m.days()
	m.lasts = max(0, m.Date.Days())
	facts := m.all()
	m.ID = id("m", facts)
	m.Claims = claimIDs(facts)
	var now *encounter
	var names, formats tally[string]
	for _, e := range m.told {
		c := e.Meeting
		switch {
		case now == nil:
			now = e
		case now.state == rapporteur.MeetingHeld && now.over() && now.Modality == rapporteur.Asserted && e.state != rapporteur.MeetingHeld:
			// what took place cannot be planned or called off any more
		case now.state == rapporteur.MeetingHeld && !now.over() && e.r.ID == now.r.ID && e.state != rapporteur.MeetingUnderWay:
			now = e // "held this month", and planned or called off in the same report
		case e.state == rapporteur.MeetingHeld && !e.over() && now.state != rapporteur.MeetingUnderWay && e.day() == now.day():
		case e.Background && e.state == rapporteur.MeetingHeld && now.state == rapporteur.MeetingPlanned && e.over() && e.day().After(now.day()):
			now = e // what was planned, told later as past
		case now.Background && !e.Background, e.day() != now.day() && !e.Background,
			e.day() == now.day() && progress[e.state] > progress[now.state]:
			now = e
		}
		if c.Name != "" {
			names.add(cleanName(c.Name, false), 1)
		}
		if c.Format != "" {
			formats.add(strings.ToLower(c.Format), 1)
		}
		m.Participants = addNew(m.Participants, e.people...)
		m.Parties = addNew(m.Parties, e.sides...)
		for _, o := range e.bodies {
			if a := b.byID[o]; a.Side == "" && a.Kind != rapporteur.State && !slices.Contains(m.Parties, o) {
				m.Parties = append(m.Parties, o)
			}
		}
		for _, o := range c.Outcome {
			if !slices.ContainsFunc(m.Outcome, func(p string) bool {
				return containment(stems(p), stems(o)) >= 0.7 || strings.HasPrefix(p, "without ") && strings.HasPrefix(o, "without ")
			}) {
				m.Outcome = append(m.Outcome, o)
			}
		}
		if m.Clock == "" && c.Clock != "" {
			m.Clock, m.Zone = c.Clock, c.Zone
		}
	}
	if named < 2 && group != "" { // "Norline and the union that won the vote"
		m.Parties = append(m.Parties, group)
	}
	m.State = now.state
	if b.tale(m) {
		m.State = rapporteur.MeetingDenied
	}
	m.Name, m.Format = most(names.all()), most(formats.all())
	m.Minutes = minutes(m.told)
	m.Participants = slices.DeleteFunc(m.Participants, func(p string) bool {
		in, out := 0, 0
		for _, e := range m.told {
			if slices.Contains(e.people, p) {
				in++
			}
			if slices.Contains(e.absent, p) {
				out++
			}
		}
		return out > in
	})
	b.stayedAway(m)
	var founding []*fact
	for _, e := range m.told {
		if e.state == m.State || happens(m.State) && happens(e.state) {
			founding = append(founding, e.fact)
		}
	}
	m.Standing = b.standing(founding)
	m.disputes = b.disputeMeeting(m)
	return true
}

const month = 31 // days

// surelyTwo reports whether what is told of an encounter of one is told of meetings of several only: how long it took, that
// a party called it off, or that a commission of several parties sat.
func (e *encounter) surelyTwo() bool {
	c := e.Meeting
	there := slices.Concat(c.Participants, c.Parties)
	if c.Format == "visit" || len(there) == 0 {
		return false
	}
	switch {
	case happens(e.state) && c.Minutes > 0:
		return true
	case e.state == rapporteur.MeetingCancelled, e.state == rapporteur.MeetingPostponed:
		return len(e.people) == 0
	}
	name := strings.ToLower(there[0].Name)
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return there[0].Kind == rapporteur.Organisation && parley[last] && slices.ContainsFunc(jointly, func(w string) bool { return strings.Contains(name, w) })
}

// jointly are words in the names of bodies of several parties.
var jointly = []string{"joint", "contact", "mixed", "bilateral", "trilateral", "tripartite", "quadripartite", "intergovernmental", "inter-", "steering", "liaison"}

// ofSeveral reports whether some report tells of several who meet, though it names one of them at
// most: "the negotiators", "the guild and its employers", or of talks between the sides.
func (m *meeting) ofSeveral() bool {
	return slices.ContainsFunc(m.told, func(e *encounter) bool {
		c := e.Meeting
		there := len(c.Participants) + len(c.Parties)
		switch there {
		case 0:
			return c.Sides
		case 1:
			who := append(slices.Clone(c.Participants), c.Parties...)[0]
			last := who.Name[strings.LastIndexByte(who.Name, ' ')+1:]
			return who.Kind == rapporteur.Group && (strings.HasSuffix(last, "s") && !strings.HasSuffix(last, "ss") || parley[last])
		}
		return true
	})
}

// parley are words for those who are several though they are one word.
var parley = set("delegation committee commission council body group")

// concerned are what unnamed voices end in that speak for those whom a tale is of: "her office".
var concerned = []string{"office", "spokesman", "spokeswoman", "spokesperson", "spokespeople", "both sides", "both camps", "both parties"}

// tale reports whether a meeting is only rumoured to have been: one report tells of
// it on nobody's word but its own or another outlet's, and somebody denies it by name or for those whom it is of.
func (b *Keeper) tale(m *meeting) bool {
	var told, denied []*fact
	for _, e := range m.told {
		switch {
		case happens(e.state):
			told = append(told, e.fact)
		case e.state == rapporteur.MeetingDenied:
			denied = append(denied, e.fact)
		}
	}
	return len(told) > 0 && len(denied) > 0 && !slices.ContainsFunc(told, func(f *fact) bool { return !f.hearsay() || f.r != told[0].r }) &&
		slices.ContainsFunc(denied, func(f *fact) bool {
			return f.voice.named || len(f.Chain) > 0 && slices.ContainsFunc(concerned, func(w string) bool { return strings.HasSuffix(strings.ToLower(f.Chain[len(f.Chain)-1].Name), w) })
		})
}

// hearsay reports whether nobody but an outlet stands for a claim.
func (f *fact) hearsay() bool {
	return f.voice.own || f.voice.vague || len(f.Chain) > 0 && f.Chain[len(f.Chain)-1].Type == rapporteur.OutletSource
}

// stayedAway takes out those who were only announced: several that tell of the
// meeting as held name its people, and never them nor anybody of their side.
func (b *Keeper) stayedAway(m *meeting) {
	there := map[string]bool{}
	tell := 0
	for _, e := range m.told {
		if !happens(e.state) || len(e.people) < 2 {
			continue
		}
		tell++
		for _, p := range slices.Concat(e.people, e.sides, e.bodies) {
			there[p] = true
		}
	}
	if tell < 3 {
		return
	}
	var gone []string
	m.Participants = slices.DeleteFunc(m.Participants, func(p string) bool {
		if there[p] || b.side(p) == "" || there[b.side(p)] {
			return false
		}
		gone = addNew(gone, b.side(p))
		return true
	})
	m.Parties = slices.DeleteFunc(m.Parties, func(p string) bool {
		return slices.Contains(gone, p) && !slices.ContainsFunc(m.Participants, func(q string) bool { return b.side(q) == p })
	})
}

// group returns those who are told without a name, "" for nobody.
func (m *meeting) group() string {
	for _, e := range m.told {
		if e.group != "" {
			return e.group
		}
	}
	return ""
}

func (m *meeting) all() []*fact {
	out := make([]*fact, 0, len(m.told))
	for _, e := range m.told {
		out = append(out, e.fact)
	}
	return out
}

// minutes returns the length that most origins tell, the earliest among equals.
func minutes(facts []*encounter) int {
	votes := map[int]map[*origin]bool{}
	best := 0
	for _, e := range facts {
		if n := e.Meeting.Minutes; n > 0 {
			if votes[n] == nil {
				votes[n] = map[*origin]bool{}
			}
			votes[n][e.voice.origin] = true
		}
	}
	for _, e := range facts {
		if n := e.Meeting.Minutes; n > 0 && (best == 0 || len(votes[n]) > len(votes[best])) {
			best = n
		}
	}
	return best
}

// ofState reports whether all that is told of who met is one state, or union of states:
// the other is the one that the report is written in, or speaks of all the time.
func (b *Keeper) ofState(m *meeting) bool {
	if len(m.people) > 0 || len(m.bodies) != 1 {
		return false
	}
	a := b.byID[m.bodies[0]]
	return a != nil && (a.Kind == rapporteur.State || gazette().union[a.code])
}
