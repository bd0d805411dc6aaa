package brief

import (
	"cmp"
	"fmt"
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
	hidden int // items left out of the groups
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
	standing rapporteur.Standing
	claims   []string
	under    []item
	keep     bool // of weight: shown where a list is cut
}

// limits of the one-page brief: lines of a part, and lines of a group.
var limits = map[string]int{
	"text": 8, "disputes": 8, "meetings": 14, "positions": 10, "points": 18, "deadlines": 5, "origins": 8,
}

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
	parties := v.names(v.parties())
	switch {
	case len(parties) > 1:
		return "The record: " + and(parties)
	case best != nil:
		return "The record: " + best.Name
	}
	return "The record"
}

// parties returns the parties that meetings, positions and points name most.
func (v *view) parties() []string {
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
		add(p.Actor)
	}
	for _, p := range v.rec.Points {
		add(p.By)
	}
	for _, t := range v.rec.Texts {
		for _, id := range t.Sponsors {
			add(id)
		}
	}
	slices.SortStableFunc(order, func(x, y string) int { return cmp.Compare(count[y], count[x]) })
	if len(order) > 0 {
		most := count[order[0]]
		order = slices.DeleteFunc(order, func(id string) bool {
			return count[id]*5 < most || v.actors[id].Kind == rapporteur.Organisation && count[id]*2 < most
		})
	}
	return order[:min(3, len(order))]
}

// scope says which reports the record rests on.
func (v *view) scope() string {
	n := len(v.rec.Reports)
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

// founded orders standings, best first.
func founded(s rapporteur.Standing) int {
	return slices.Index([]rapporteur.Standing{
		rapporteur.Signed, rapporteur.BothSides, rapporteur.OnTheRecord,
		rapporteur.SeveralOrigins, rapporteur.OneOrigin, rapporteur.Unattributed,
	}, s)
}

func (v *view) textSection() section {
	s := section{part: "text", title: "On the table", empty: "No text is reported."}
	texts := slices.Clone(v.rec.Texts)
	slices.SortStableFunc(texts, func(x, y rapporteur.Text) int {
		return cmp.Or(cmp.Compare(len(y.Versions), len(x.Versions)), cmp.Compare(len(y.Claims), len(x.Claims)))
	})
	var g group
	for i, t := range texts {
		it := item{id: t.ID, lead: capitalise(t.Name), standing: t.Standing, claims: t.Claims, keep: i == 0}
		var said []string
		if len(t.Sponsors) > 0 {
			said = append(said, "put forward by "+and(articles(firstOf(v.names(t.Sponsors), 2))))
		}
		if len(t.Authors) > 0 {
			said = append(said, "said to be written by "+and(articles(firstOf(v.names(t.Authors), 4))))
		}
		switch t.Access {
		case "leaked", "published", "rumoured":
			said = append(said, t.Access)
		case "described":
			said = append(said, "known from descriptions only")
		}
		if t.AgreedShare > 0 {
			said = append(said, fmt.Sprintf("said to be %.0f%% agreed", 100*t.AgreedShare))
		}
		it.text = strings.Join(said, "; ")
		contested := map[string]bool{}
		for _, d := range v.rec.Disputes {
			if d.About.ID == t.ID && d.About.Slot == "size" {
				for _, value := range d.Values {
					contested[value.Value] = true
				}
			}
		}
		for _, x := range slices.Backward(t.Versions) { // the latest first
			u := item{id: x.ID, lead: size(x.Size), standing: x.Standing, claims: x.Claims, keep: i == 0}
			var said []string
			if x.Label != "" && x.Size.Unit != "document" {
				said = append(said, x.Label+" version")
			}
			if x.Size.Unit == "document" {
				said = append(said, "handed over beside it")
			}
			if x.CutFrom > 0 {
				verb := "cut from"
				if x.CutFrom < x.Size.Count {
					verb = "grown from"
				}
				said = append(said, fmt.Sprintf("%s %d", verb, x.CutFrom))
			}
			if !x.Date.IsZero() {
				said = append(said, dates(x.Date))
			} else if day := v.firstReport(x.Claims); !day.IsZero() {
				said = append(said, "first reported "+date(day))
			}
			if x.Agreed > 0 {
				said = append(said, fmt.Sprintf("%d of %d said to be agreed", x.Agreed, x.Size.Count))
			}
			if contested[size(x.Size)] {
				said = append(said, "disputed")
			}
			u.text = strings.Join(said, ", ")
			it.under = append(it.under, u)
		}
		g.items = append(g.items, it)
	}
	s.groups = []group{g}
	return s
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

func (v *view) disputeSection() section {
	s := section{part: "disputes", title: "Where the reports disagree", empty: "The reports do not contradict each other."}
	var g group
	for _, d := range v.rec.Disputes {
		it := item{id: d.ID, lead: d.Question}
		for _, x := range d.Values {
			it.under = append(it.under, item{lead: x.Value, text: v.originNames(x.Origins), standing: x.Standing, claims: x.Claims})
		}
		g.items = append(g.items, it)
	}
	s.groups = []group{g}
	return s
}

// originNames lists voices for a reader.
func (v *view) originNames(ids []string) string {
	var names []string
	for _, id := range ids {
		if o := v.origins[id]; o != nil && !slices.Contains(names, o.Name) {
			names = append(names, o.Name)
		}
	}
	if len(names) > 4 {
		return strings.Join(names[:3], "; ") + fmt.Sprintf(" and %d more", len(names)-3)
	}
	return strings.Join(names, "; ")
}

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
			if to := m.Date.To; !to.IsZero() && to.AddDays(4).Before(today) {
				at = 2
			}
		case rapporteur.MeetingCancelled, rapporteur.MeetingPostponed:
			at = 3
		case rapporteur.MeetingNotPlanned, rapporteur.MeetingDenied:
			at = 5
		}
		it := v.meetingItem(m)
		it.keep = v.principal(m)
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

// principal reports whether a meeting is one of the negotiation itself: with two
// of its parties, or two people, and with a day or a place.
func (v *view) principal(m rapporteur.Meeting) bool {
	parties, n := v.parties(), 0
	for _, id := range m.Parties {
		if slices.Contains(parties, id) {
			n++
		}
	}
	told := !m.Date.IsZero() || m.Place != ""
	if m.State == rapporteur.MeetingPlanned || m.State == rapporteur.MeetingNotPlanned || m.State == rapporteur.MeetingCancelled {
		told = told || len(m.Participants) > 1
	}
	return told && (n > 1 || len(m.Participants) > 1 && n > 0)
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

func (v *view) meetingItem(m rapporteur.Meeting) item {
	it := item{id: m.ID, standing: m.Standing, claims: m.Claims}
	it.lead = dates(m.Date)
	if it.lead == "" {
		it.lead = "no date given"
		if day := v.firstReport(m.Claims); !day.IsZero() {
			it.lead += " (reported " + date(day) + ")"
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
	} else if m.Name != "" && m.Place == "" && len(who) < 2 {
		said = append(said, m.Name)
	}
	if len(who) > 0 {
		said = append(said, and(who))
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
		more = append(more, "about "+length(m.Minutes))
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
	case "summit", "visit", "trilateral", "consultation", "round":
		return strings.ToLower(f)
	case "proximity":
		return "proximity talks"
	}
	return ""
}

var stances = map[rapporteur.Stance]string{
	rapporteur.Accepts: "accepts", rapporteur.Conditions: "sets conditions", rapporteur.Reserves: "has reservations",
	rapporteur.Rejects: "rejects", rapporteur.Demands: "demands", rapporteur.Proposes: "proposes", rapporteur.Flexible: "is flexible",
}

func (v *view) positionSection() section {
	s := section{part: "positions", title: "Where the sides stand", empty: "No position is reported."}
	groups := map[string]*group{}
	weight := map[string]int{}
	var order []string
	for _, p := range slices.Backward(v.rec.Positions) { // the latest first
		key := p.Actor
		if a := v.actors[p.Actor]; a != nil && a.Side != "" {
			key = a.Side
		}
		if groups[key] == nil {
			groups[key] = &group{title: v.name(key)}
			order = append(order, key)
		}
		it := item{id: p.ID, standing: p.Standing, claims: p.Claims}
		if p.Actor != key {
			it.lead = v.name(p.Actor) + " " + stances[p.Stance]
		} else {
			it.lead = capitalise(stances[p.Stance])
		}
		it.text = v.predicate(p)
		if d := dates(p.Date); d != "" {
			it.text += " (" + d + ")"
		}
		groups[key].items = append(groups[key].items, it)
		weight[key] += len(p.Claims)
	}
	slices.SortStableFunc(order, func(x, y string) int { return cmp.Compare(weight[y], weight[x]) })
	for _, key := range order {
		g := groups[key]
		slices.SortStableFunc(g.items, func(x, y item) int { return cmp.Compare(founded(x.standing), founded(y.standing)) })
		s.groups = append(s.groups, *g)
	}
	return s
}

// predicate is the summary of a position without the name of who holds it.
func (v *view) predicate(p rapporteur.Position) string {
	s := trim(p.Summary)
	a := v.actors[p.Actor]
	if a == nil {
		return s
	}
	rest := ""
	for _, n := range append([]string{a.Name}, a.Aliases...) {
		for _, article := range []string{"", "the ", "The "} {
			if r, ok := strings.CutPrefix(s, article+n+" "); ok && (rest == "" || len(r) < len(rest)) {
				rest = r
			}
		}
	}
	if rest == "" {
		return s
	}
	for _, w := range []string{"also ", "has ", "have "} {
		rest = strings.TrimPrefix(rest, w)
	}
	return rest
}

// topic writes an issue's code for a reader.
func topic(code string) string {
	if code == "" || code == "other" {
		return "Other matters"
	}
	return capitalise(strings.ReplaceAll(code, "-", " "))
}

func (v *view) pointSection() section {
	s := section{part: "points", title: "Points", empty: "No point is reported."}
	groups := map[string]*group{}
	claims := map[string]int{} // and reports, which weigh more
	seen := map[string]bool{}
	var order []string
	for _, p := range v.rec.Points {
		key := p.Issue
		if key == "" {
			key = "other"
		}
		if groups[key] == nil {
			groups[key] = &group{title: topic(key)}
			order = append(order, key)
		}
		groups[key].items = append(groups[key].items, v.pointItem(p))
		for _, c := range p.Claims {
			if r := v.claims[c]; r != nil && !seen[key+r.Report] {
				seen[key+r.Report] = true
				claims[key] += 3
			}
			claims[key]++
		}
	}
	slices.SortStableFunc(order, func(x, y string) int {
		if (x == "other") != (y == "other") {
			return map[bool]int{true: 1, false: -1}[x == "other"]
		}
		return cmp.Compare(claims[y], claims[x])
	})
	for _, key := range order {
		g := groups[key]
		slices.SortStableFunc(g.items, func(x, y item) int {
			return cmp.Or(-yes(x.keep, y.keep), cmp.Compare(founded(x.standing), founded(y.standing)), cmp.Compare(len(y.claims), len(x.claims)))
		})
		s.groups = append(s.groups, *g)
	}
	return s
}

// yes orders what is so before what is not.
func yes(x, y bool) int {
	switch {
	case x == y:
		return 0
	case x:
		return 1
	}
	return -1
}

func (v *view) pointItem(p rapporteur.Point) item {
	it := item{id: p.ID, lead: capitalise(string(p.Status)), standing: p.Standing, claims: p.Claims}
	it.keep = p.Status != rapporteur.Proposed
	it.text = trim(p.Summary)
	if by := v.names(append([]string{p.By}, p.AlsoBy...)); p.By != "" && !containsName(p.Summary, by[0], v.actors[p.By]) {
		it.text = and(by) + ": " + it.text
	}
	if len(p.History) > 1 {
		var was []string
		for _, h := range p.History {
			s := string(h.Status)
			if h.Status == rapporteur.Proposed && len(was) > 0 {
				continue // what the text is said to hold takes nothing back
			}
			if !h.Date.IsZero() {
				s += " " + shortDate(h.Date)
			}
			if len(was) == 0 || !strings.HasPrefix(was[len(was)-1], string(h.Status)) {
				was = append(was, s)
			}
		}
		if len(was) > 1 {
			it.text += " (" + strings.Join(was, ", then ") + ")"
		}
	}
	return it
}

// containsName reports whether a summary already names the actor.
func containsName(summary, name string, a *rapporteur.Actor) bool {
	summary = strings.ToLower(summary)
	names := []string{name}
	if a != nil {
		names = append(names, a.Aliases...)
	}
	return slices.ContainsFunc(names, func(n string) bool {
		return len(n) > 2 && strings.Contains(summary, strings.ToLower(n))
	})
}

func (v *view) deadlineSection() section {
	s := section{part: "deadlines", title: "Deadlines", empty: "No deadline is reported."}
	today := v.today()
	ahead, past := group{title: "Ahead"}, group{title: "Past"}
	for _, d := range v.rec.Deadlines {
		it := item{id: d.ID, lead: dates(d.Date), standing: d.Standing, claims: d.Claims}
		if it.lead == "" {
			it.lead = "no date given"
		}
		var said []string
		if d.What != "" {
			said = append(said, trim(d.What))
		}
		if d.SetBy != "" {
			said = append(said, "set by "+v.name(d.SetBy))
		}
		if len(d.For) > 0 {
			said = append(said, "for "+and(v.names(d.For)))
		}
		switch {
		case d.State == "" || d.State == "set":
		case d.State == "denied" && len(said) == 0:
			said = append(said, "that there is one is denied")
		default:
			said = append(said, d.State)
		}
		it.text = strings.Join(said, "; ")
		if !d.Date.To.IsZero() && d.Date.To.Before(today) {
			past.items = append(past.items, it)
		} else {
			ahead.items = append(ahead.items, it)
		}
	}
	slices.Reverse(past.items)
	for _, g := range []group{ahead, past} {
		if len(g.items) > 0 {
			s.groups = append(s.groups, g)
		}
	}
	return s
}

func (v *view) statementSection() section {
	s := section{part: "statements", title: "Statements", empty: "No statement is reported."}
	var g group
	for _, x := range v.rec.Statements {
		g.items = append(g.items, v.statementItem(x, true))
	}
	s.groups = []group{g}
	return s
}

func (v *view) statementItem(x rapporteur.Statement, who bool) item {
	it := item{id: x.ID, standing: x.Standing, claims: x.Claims, lead: dates(x.Date)}
	words := trim(x.Words)
	if x.Direct {
		words = "“" + words + "”"
	}
	if x.Refusal {
		words = "declined to comment"
	}
	if who {
		words = capitalise(x.SpeakerName) + ": " + words
	}
	it.text = words
	return it
}

func (v *view) originSection() section {
	s := section{part: "origins", title: "Who is the origin of what", empty: "No origin is known."}
	uses := v.uses()
	var g group
	list := slices.Clone(v.rec.Origins)
	citing := map[string][]string{} // outlets that rest on an origin which is not their own voice
	bare := func(s string) string { return strings.TrimPrefix(strings.ToLower(s), "the ") }
	for _, o := range list {
		own := bare(o.Name)
		if i := strings.LastIndex(own, " ("); i >= 0 && o.Type != rapporteur.OutletSource {
			own = bare(strings.TrimSuffix(own[i+2:], ")")) // who brought in an unnamed voice
		}
		for _, id := range o.Reports {
			name := cmp.Or(v.reports[id].Outlet, "a report without an outlet")
			if bare(name) != own && !strings.HasPrefix(own, "report “") && !slices.Contains(citing[o.ID], name) {
				citing[o.ID] = append(citing[o.ID], name)
			}
		}
	}
	slices.SortStableFunc(list, func(x, y rapporteur.Origin) int {
		return cmp.Or(cmp.Compare(len(citing[y.ID]), len(citing[x.ID])), cmp.Compare(len(y.Reports), len(x.Reports)), cmp.Compare(len(y.Claims), len(x.Claims)))
	})
	for _, o := range list {
		it := item{id: o.ID, lead: capitalise(o.Name), claims: o.Claims}
		seen := map[string]bool{}
		for _, c := range o.Claims {
			for _, k := range uses[c] {
				seen[k] = true
			}
		}
		it.text = countThings(seen)
		if outlets := citing[o.ID]; len(outlets) > 0 {
			in := strings.Join(firstOf(outlets, 4), ", ")
			if len(outlets) > 4 {
				in += fmt.Sprintf(" and %d more", len(outlets)-4)
			}
			verb := "; carried by "
			if o.Type == rapporteur.OutletSource {
				verb = "; cited by "
			}
			it.text = strings.TrimPrefix(it.text+verb+in, "; ")
		} else if o.Type == rapporteur.OutletSource {
			it.text = strings.TrimPrefix(it.text+"; in its own voice", "; ")
		}
		g.items = append(g.items, it)
	}
	s.groups = []group{g}
	return s
}

// uses lists for every claim the things that rest on it, as "kind:id".
func (v *view) uses() map[string][]string {
	out := map[string][]string{}
	add := func(kind, id string, claims []string) {
		for _, c := range claims {
			out[c] = append(out[c], kind+":"+id)
		}
	}
	for _, t := range v.rec.Texts {
		for _, x := range t.Versions {
			add("version", x.ID, x.Claims)
		}
		add("text", t.ID, t.Claims)
	}
	for _, x := range v.rec.Points {
		add("point", x.ID, x.Claims)
	}
	for _, x := range v.rec.Meetings {
		add("meeting", x.ID, x.Claims)
	}
	for _, x := range v.rec.Positions {
		add("position", x.ID, x.Claims)
	}
	for _, x := range v.rec.Deadlines {
		add("deadline", x.ID, x.Claims)
	}
	for _, x := range v.rec.Statements {
		add("statement", x.ID, x.Claims)
	}
	for _, a := range v.rec.Actors {
		for _, r := range a.Roles {
			add("role", a.ID, r.Claims)
		}
	}
	for _, d := range v.rec.Disputes {
		for _, x := range d.Values {
			add("dispute", d.ID, x.Claims)
		}
	}
	return out
}

// countThings writes how many things of each kind, the weightiest kinds first.
func countThings(things map[string]bool) string {
	n := map[string]int{}
	for k := range things {
		kind, _, _ := strings.Cut(k, ":")
		n[kind]++
	}
	var parts []string
	for _, kind := range []string{"version", "point", "meeting", "position", "deadline", "statement"} {
		if n[kind] > 0 {
			word := kind
			if kind == "version" {
				word = "version of the text"
				if n[kind] > 1 {
					parts = append(parts, fmt.Sprintf("%d versions of the text", n[kind]))
					continue
				}
			}
			parts = append(parts, count(n[kind], word))
		}
	}
	if len(parts) == 0 && n["role"] > 0 {
		parts = append(parts, "roles")
	}
	return strings.Join(parts, ", ")
}

func (v *view) actorSection() section {
	s := section{part: "actors", title: "Who is who", empty: "Nobody is named."}
	weight := map[string]int{}
	for i := range v.rec.Claims {
		for _, id := range v.actorsOf(&v.rec.Claims[i]) {
			weight[id]++
		}
	}
	titles := map[rapporteur.ActorKind]string{
		rapporteur.Person: "People", rapporteur.State: "States", rapporteur.Organisation: "Organisations",
		rapporteur.Group: "Groups", rapporteur.Outlet: "Outlets",
	}
	for _, kind := range []rapporteur.ActorKind{rapporteur.State, rapporteur.Person, rapporteur.Organisation, rapporteur.Group, rapporteur.Outlet} {
		g := group{title: titles[kind]}
		var list []rapporteur.Actor
		for _, a := range v.rec.Actors {
			if a.Kind == kind {
				list = append(list, a)
			}
		}
		slices.SortStableFunc(list, func(x, y rapporteur.Actor) int { return cmp.Compare(weight[y.ID], weight[x.ID]) })
		for _, a := range list {
			g.items = append(g.items, v.actorItem(a))
		}
		if len(g.items) > 0 {
			s.groups = append(s.groups, g)
		}
	}
	return s
}

func (v *view) actorItem(a rapporteur.Actor) item {
	it := item{id: a.ID, lead: a.Name}
	var said []string
	if len(a.Roles) > 0 {
		said = append(said, v.roleWords(a.Roles[0]))
		it.claims = a.Roles[0].Claims
	}
	if a.Side != "" && (len(a.Roles) == 0 || a.Roles[0].Of != a.Side) {
		said = append(said, "for "+v.name(a.Side))
	}
	if len(a.Aliases) > 0 {
		also := strings.Join(firstOf(a.Aliases, 6), ", ")
		if len(a.Aliases) > 6 {
			also += fmt.Sprintf(" and %d more", len(a.Aliases)-6)
		}
		said = append(said, "also "+also)
	}
	it.text = strings.Join(said, "; ")
	return it
}

func (v *view) roleWords(r rapporteur.Role) string {
	s := r.Title
	if r.Of != "" {
		s += ", " + v.name(r.Of)
	}
	if !r.To.IsZero() {
		s = "former " + strings.TrimPrefix(s, "former ")
	}
	return s
}

// actorsOf returns the actors that a claim names.
func (v *view) actorsOf(c *rapporteur.Claim) []string {
	var out []string
	add := func(ms ...rapporteur.Mention) {
		for _, m := range ms {
			for _, a := range v.named[strings.ToLower(m.Name)] {
				if !slices.Contains(out, a.ID) {
					out = append(out, a.ID)
				}
			}
		}
	}
	switch {
	case c.Text != nil:
		add(c.Text.Sponsors...)
	case c.Point != nil:
		add(c.Point.By...)
	case c.Position != nil:
		add(c.Position.Actor)
	case c.Meeting != nil:
		add(c.Meeting.Participants...)
		add(c.Meeting.Parties...)
	case c.Deadline != nil:
		add(c.Deadline.SetBy)
	case c.Statement != nil:
		add(c.Statement.Speaker)
	case c.Role != nil:
		add(c.Role.Person)
	}
	for _, s := range c.Chain {
		if id := v.sourceActor(s); id != "" && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	return out
}

func (v *view) reportSection() section {
	s := section{part: "reports", title: "Reports", empty: "No reports."}
	var g group
	n := map[string]int{}
	for i := range v.rec.Claims {
		n[v.rec.Claims[i].Report]++
	}
	for _, r := range v.rec.Reports {
		it := item{id: r.ID, lead: date(r.Published)}
		if it.lead == "" {
			it.lead = "no date"
		}
		name := cmp.Or(r.Title, r.File, r.URL, r.ID)
		it.text = name
		if r.Outlet != "" {
			it.text = r.Outlet + ": " + name
		}
		it.text += " (" + count(n[r.ID], "claim") + "; " + r.ID + ")"
		g.items = append(g.items, it)
	}
	s.groups = []group{g}
	return s
}
