package brief

import (
	"cmp"
	"slices"
	"strings"

	"rapporteur"
)

// page is a record arranged for a reader. All printed forms are made of it.
type page struct {
	title    string
	under    string // what it covers
	sections []section
}

type section struct {
	part   string // the name that Show knows it by
	title  string
	empty  string // said where nothing is known
	groups []group
}

// size is the number of items.
func (s section) size() int {
	n := 0
	for _, g := range s.groups {
		n += len(g.items)
	}
	return n
}

// sift returns a section without its doubtful items, and these.
func (s section) sift() (sure, doubtful section) {
	return s.divide(func(group, i int) bool { return !s.groups[group].items[i].doubtful })
}

// divide parts a section into the items that are in, and the rest.
func (s section) divide(in func(group, item int) bool) (some, rest section) {
	some, rest = s, s
	some.groups, rest.groups = nil, nil
	for i, g := range s.groups {
		one, other := group{title: g.title}, group{title: g.title}
		for j, it := range g.items {
			if in(i, j) {
				one.items = append(one.items, it)
			} else {
				other.items = append(other.items, it)
			}
		}
		if len(one.items) > 0 {
			some.groups = append(some.groups, one)
		}
		if len(other.items) > 0 {
			rest.groups = append(rest.groups, other)
		}
	}
	return some, rest
}

type group struct {
	title string
	items []item
}

// item is one line: lead and text, how well it is founded, and the claims that say it.
type item struct {
	id       string
	lead     string
	text     string
	note     string // in brackets after it
	standing rapporteur.Standing
	doubtful bool // see [rapporteur.Doubtful]
	unsure   bool // it is as likely as not, or less
	claims   []string
	under    []item
	day      rapporteur.Date // of the thing, or of the first report that tells of it
	tier     int             // how far it is from what a brief is about; 0 is the nearest
}

// line returns what stands in strong letters, and what follows.
func (it item) line() (lead, text string) {
	lead, text = it.lead, it.text
	if it.note != "" {
		text = strings.TrimSpace(text + " (" + it.note + ")")
	}
	if lead != "" && text != "" && !strings.HasSuffix(lead, "?") {
		lead += ":"
	}
	return lead, text
}

// founding is how well an item is founded, in a few words.
func (it item) founding() string {
	switch {
	case !it.doubtful:
		return string(it.standing)
	case it.standing == "":
		return "doubtful"
	}
	return string(it.standing) + ", doubtful"
}

func doubtful(likelihood float64) bool { return likelihood > 0 && likelihood < rapporteur.Doubtful }

// unsure reports whether a line is as likely as not to be told, or less.
func unsure(likelihood float64) bool { return likelihood > 0 && likelihood < 0.5 }

// pageOf arranges the parts that a brief shows.
func (v *view) pageOf() page {
	p := page{title: v.title(), under: v.scope()}
	p.sections = []section{
		v.textSection(), v.disputeSection(), v.meetingSection(), v.positionSection(), v.pointSection(),
		v.deadlineSection(), v.originSection(),
	}
	return p
}

// section returns one part in full.
func (v *view) section(part string) (section, error) {
	switch part {
	case "text", "texts":
		return v.textSection(), nil
	case "disputes":
		return v.disputeSection(), nil
	case "meetings":
		return v.meetingSection(), nil
	case "positions":
		return v.positionSection(), nil
	case "points":
		return v.pointSection(), nil
	case "deadlines":
		return v.deadlineSection(), nil
	case "statements":
		return v.statementSection(), nil
	case "origins":
		return v.originSection(), nil
	case "actors":
		return v.actorSection(), nil
	case "reports":
		return v.reportSection(), nil
	}
	return section{}, unknownPart(part)
}

func (v *view) title() string {
	var best *rapporteur.Text
	for i := range v.rec.Texts {
		if t := &v.rec.Texts[i]; best == nil || len(t.Claims) > len(best.Claims) {
			best = t
		}
	}
	parties := v.names(v.parties)
	switch {
	case len(parties) > 1:
		return "The record: " + and(parties)
	case best != nil:
		return "The record: " + best.Name
	}
	return "The record"
}

// countParties returns the three parties at most that meetings, positions and points name most.
func (v *view) countParties() []string {
	count := map[string]int{}
	var order []string
	add := func(id string) {
		if a := v.actors[id]; a != nil && a.Side != "" {
			id = a.Side
		}
		if a := v.actors[id]; a == nil || a.Kind != rapporteur.State && a.Kind != rapporteur.Organisation {
			return
		}
		if count[id] == 0 {
			order = append(order, id)
		}
		count[id]++
	}
	for _, m := range v.rec.Meetings {
		for _, id := range m.Parties {
			add(id)
		}
	}
	for _, p := range v.rec.Positions {
		if !doubtful(p.Likelihood) {
			add(p.Actor)
		}
	}
	for _, p := range v.rec.Points {
		if !doubtful(p.Likelihood) {
			add(p.By)
		}
	}
	for _, t := range v.rec.Texts {
		for _, id := range t.Sponsors {
			add(id)
		}
	}
	slices.SortStableFunc(order, func(x, y string) int { return cmp.Compare(count[y], count[x]) })
	var parties []string
	for _, id := range order {
		n, most := count[id], count[order[0]]
		body := v.actors[id].Kind == rapporteur.Organisation
		switch {
		case n*5 < most, body && n*3 < most, len(parties) == 3:
		case len(parties) == 2 && (body && n*2 < most || n*2 <= count[parties[1]]): // who mediates is named less than the two
		default:
			parties = append(parties, id)
		}
	}
	return parties
}

// scope says which reports the record rests on.
func (v *view) scope() string {
	n := len(v.rec.Reports)
	if n == 0 && !v.rec.AsOf.IsZero() {
		return "no report is known to have been published by " + date(v.rec.AsOf)
	}
	outlets := map[string]bool{}
	var first, last rapporteur.Date
	for _, r := range v.rec.Reports {
		if r.Outlet != "" {
			outlets[r.Outlet] = true
		}
		if d := r.Published; !d.IsZero() {
			if first.IsZero() || d.Before(first) {
				first = d
			}
			if d.After(last) {
				last = d
			}
		}
	}
	s := count(n, "report")
	if len(outlets) > 1 {
		s += " of " + count(len(outlets), "outlet")
	}
	if !first.IsZero() {
		s += ", " + dates(rapporteur.Interval{From: first, To: last})
	}
	if !v.rec.AsOf.IsZero() {
		s += "; as known on " + date(v.rec.AsOf)
	}
	return s
}

// today is the day the record speaks from: its own, else that of its latest report.
func (v *view) today() rapporteur.Date {
	day := v.rec.AsOf
	if day.IsZero() {
		for _, r := range v.rec.Reports {
			if r.Published.After(day) {
				day = r.Published
			}
		}
	}
	return day
}

func (v *view) firstReport(claims []string) rapporteur.Date {
	var day rapporteur.Date
	for _, id := range claims {
		if c := v.claims[id]; c != nil {
			if r := v.reports[c.Report]; r != nil && !r.Published.IsZero() && (day.IsZero() || r.Published.Before(day)) {
				day = r.Published
			}
		}
	}
	return day
}

func (v *view) lastReport(claims []string) rapporteur.Date {
	var day rapporteur.Date
	for _, id := range claims {
		if c := v.claims[id]; c != nil {
			if r := v.reports[c.Report]; r != nil && r.Published.After(day) {
				day = r.Published
			}
		}
	}
	return day
}
