package brief

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"rapporteur"
)

// The shapes of the format rapporteur.record/1; see docs/design.md, section 4.
type (
	recordJSON struct {
		Format     string          `json:"format"`
		AsOf       string          `json:"asOf,omitempty"`
		Reports    []reportJSON    `json:"reports"`
		Actors     []actorJSON     `json:"actors"`
		Texts      []textJSON      `json:"texts"`
		Points     []pointJSON     `json:"points"`
		Positions  []positionJSON  `json:"positions"`
		Meetings   []meetingJSON   `json:"meetings"`
		Deadlines  []deadlineJSON  `json:"deadlines"`
		Statements []statementJSON `json:"statements"`
		Claims     []claimJSON     `json:"claims"`
		Origins    []originJSON    `json:"origins"`
		Disputes   []disputeJSON   `json:"disputes"`
	}
	// daysJSON is an interval: "date" for one day, else "from" and "to".
	daysJSON struct {
		Date string `json:"date,omitempty"`
		From string `json:"from,omitempty"`
		To   string `json:"to,omitempty"`
	}
	mergeJSON struct {
		What   string `json:"what"`
		Reason string `json:"reason"`
	}
	reportJSON struct {
		ID        string `json:"id"`
		Outlet    string `json:"outlet,omitempty"`
		Title     string `json:"title,omitempty"`
		URL       string `json:"url,omitempty"`
		File      string `json:"file,omitempty"`
		Published string `json:"published,omitempty"`
		Dateline  string `json:"dateline,omitempty"`
		Language  string `json:"language,omitempty"`
		Author    string `json:"author,omitempty"`
		Edition   int    `json:"edition,omitempty"`
		Body      string `json:"body"`
	}
	actorJSON struct {
		ID      string      `json:"id"`
		Name    string      `json:"name"`
		Kind    string      `json:"kind"`
		Aliases []string    `json:"aliases,omitempty"`
		Side    string      `json:"side,omitempty"`
		Roles   []roleJSON  `json:"roles,omitempty"`
		Merges  []mergeJSON `json:"merges,omitempty"`
	}
	roleJSON struct {
		Title  string   `json:"title"`
		Of     string   `json:"of,omitempty"`
		From   string   `json:"from,omitempty"`
		To     string   `json:"to,omitempty"`
		Claims []string `json:"claims"`
	}
	textJSON struct {
		ID          string        `json:"id"`
		Name        string        `json:"name"`
		Sponsors    []string      `json:"sponsors,omitempty"`
		Authors     []string      `json:"authors,omitempty"`
		NotAuthors  []string      `json:"notAuthors,omitempty"`
		Access      string        `json:"access,omitempty"`
		AgreedShare float64       `json:"agreedShare,omitempty"`
		Standing    string        `json:"standing,omitempty"`
		Versions    []versionJSON `json:"versions,omitempty"`
		Claims      []string      `json:"claims"`
		Merges      []mergeJSON   `json:"merges,omitempty"`
	}
	versionJSON struct {
		ID      string           `json:"id"`
		Label   string           `json:"label,omitempty"`
		Size    *rapporteur.Size `json:"size,omitempty"`
		CutFrom int              `json:"cutFrom,omitempty"`
		Agreed  int              `json:"agreed,omitempty"`
		daysJSON
		Standing string      `json:"standing"`
		Claims   []string    `json:"claims"`
		Merges   []mergeJSON `json:"merges,omitempty"`
	}
	pointJSON struct {
		ID         string       `json:"id"`
		Text       string       `json:"text,omitempty"`
		Issue      string       `json:"issue"`
		Issues     []string     `json:"issues,omitempty"`
		Summary    string       `json:"summary"`
		By         string       `json:"by,omitempty"`
		AlsoBy     []string     `json:"alsoBy,omitempty"`
		Status     string       `json:"status"`
		History    []statusJSON `json:"history"`
		Standing   string       `json:"standing"`
		Likelihood float64      `json:"likelihood,omitempty"`
		Claims     []string     `json:"claims"`
		Merges     []mergeJSON  `json:"merges,omitempty"`
	}
	statusJSON struct {
		Status  string   `json:"status"`
		Date    string   `json:"date,omitempty"`
		Version string   `json:"version,omitempty"`
		Claims  []string `json:"claims"`
	}
	positionJSON struct {
		ID      string `json:"id"`
		Actor   string `json:"actor"`
		Stance  string `json:"stance"`
		Issue   string `json:"issue,omitempty"`
		On      string `json:"on,omitempty"`
		Summary string `json:"summary"`
		Deed    bool   `json:"deed,omitempty"`
		daysJSON
		Standing   string      `json:"standing"`
		Likelihood float64     `json:"likelihood,omitempty"`
		Claims     []string    `json:"claims"`
		Merges     []mergeJSON `json:"merges,omitempty"`
	}
	meetingJSON struct {
		ID    string `json:"id"`
		State string `json:"state"`
		Name  string `json:"name,omitempty"`
		daysJSON
		Time         string      `json:"time,omitempty"`
		Zone         string      `json:"zone,omitempty"`
		Minutes      int         `json:"minutes,omitempty"`
		Place        string      `json:"place,omitempty"`
		Format       string      `json:"format,omitempty"`
		Parties      []string    `json:"parties,omitempty"`
		Participants []string    `json:"participants,omitempty"`
		Outcome      []string    `json:"outcome,omitempty"`
		Standing     string      `json:"standing"`
		Claims       []string    `json:"claims"`
		Merges       []mergeJSON `json:"merges,omitempty"`
	}
	deadlineJSON struct {
		ID string `json:"id"`
		daysJSON
		SetBy    string      `json:"setBy,omitempty"`
		For      []string    `json:"for,omitempty"`
		What     string      `json:"what,omitempty"`
		State    string      `json:"state"`
		Standing string      `json:"standing"`
		Claims   []string    `json:"claims"`
		Merges   []mergeJSON `json:"merges,omitempty"`
	}
	statementJSON struct {
		ID          string `json:"id"`
		Speaker     string `json:"speaker,omitempty"`
		SpeakerName string `json:"speakerName"`
		Words       string `json:"words"`
		Direct      bool   `json:"direct"`
		Refusal     bool   `json:"refusal,omitempty"`
		daysJSON
		Standing string      `json:"standing,omitempty"`
		Claims   []string    `json:"claims"`
		Merges   []mergeJSON `json:"merges,omitempty"`
	}
	claimJSON struct {
		ID       string     `json:"id"`
		Kind     string     `json:"kind"`
		Report   string     `json:"report"`
		Start    int        `json:"start"` // code points of the report's body
		End      int        `json:"end"`
		Quote    string     `json:"quote"`
		Chain    []linkJSON `json:"chain"`
		Direct   bool       `json:"direct,omitempty"`
		Modality string     `json:"modality"`
		daysJSON
		Background bool    `json:"background,omitempty"`
		Likelihood float64 `json:"likelihood,omitempty"`
		LeftOut    string  `json:"leftOut,omitempty"`
		Slots      any     `json:"slots,omitempty"`
		Reader     string  `json:"reader,omitempty"`
	}
	linkJSON struct {
		Name  string `json:"name"`
		Actor string `json:"actor,omitempty"`
		Type  string `json:"type,omitempty"`
		Words string `json:"words,omitempty"`
		Count int    `json:"count,omitempty"`
		Of    string `json:"of,omitempty"`
	}
	originJSON struct {
		ID      string   `json:"id"`
		Name    string   `json:"name"`
		Type    string   `json:"type,omitempty"`
		Actor   string   `json:"actor,omitempty"`
		Reports []string `json:"reports"`
		Claims  []string `json:"claims"`
	}
	disputeJSON struct {
		ID       string      `json:"id"`
		About    aboutJSON   `json:"about"`
		Question string      `json:"question"`
		Values   []valueJSON `json:"values"`
	}
	aboutJSON struct {
		Kind string `json:"kind"`
		ID   string `json:"id"`
		Slot string `json:"slot"`
	}
	valueJSON struct {
		Value    string   `json:"value"`
		Claims   []string `json:"claims"`
		Origins  []string `json:"origins"`
		Standing string   `json:"standing"`
	}
)

// JSON writes a record in the format rapporteur.record/1.
func JSON(w io.Writer, rec *rapporteur.Record) error {
	return encode(w, toJSON(rec))
}

// PartJSON writes one part of a record (see [Parts]), as it stands in [JSON], as a list.
func PartJSON(w io.Writer, rec *rapporteur.Record, part string) error {
	r := toJSON(rec)
	lists := map[string]any{
		"text": r.Texts, "disputes": r.Disputes, "meetings": r.Meetings, "positions": r.Positions, "points": r.Points,
		"deadlines": r.Deadlines, "statements": r.Statements, "origins": r.Origins, "actors": r.Actors, "reports": r.Reports,
		"claims": r.Claims,
	}
	list, ok := lists[part]
	if !ok {
		return unknownPart(part)
	}
	return encode(w, list)
}

// ActorJSON writes an actor with the things of the record that name it, as they stand in [JSON].
func ActorJSON(w io.Writer, rec *rapporteur.Record, a *rapporteur.Actor) error {
	r := toJSON(rec)
	out := struct {
		actorJSON
		Meetings   []meetingJSON   `json:"meetings,omitempty"`
		Positions  []positionJSON  `json:"positions,omitempty"`
		Statements []statementJSON `json:"statements,omitempty"`
		Points     []pointJSON     `json:"points,omitempty"`
	}{}
	for _, x := range r.Actors {
		if x.ID == a.ID {
			out.actorJSON = x
		}
	}
	for _, x := range r.Meetings {
		if slices.Contains(x.Participants, a.ID) || slices.Contains(x.Parties, a.ID) {
			out.Meetings = append(out.Meetings, x)
		}
	}
	for _, x := range r.Positions {
		if x.Actor == a.ID {
			out.Positions = append(out.Positions, x)
		}
	}
	for _, x := range r.Statements {
		if x.Speaker == a.ID {
			out.Statements = append(out.Statements, x)
		}
	}
	for _, x := range r.Points {
		if x.By == a.ID || slices.Contains(x.AlsoBy, a.ID) {
			out.Points = append(out.Points, x)
		}
	}
	return encode(w, out)
}

// ClaimJSON writes one claim as it stands in [JSON].
func ClaimJSON(w io.Writer, rec *rapporteur.Record, id string, _ Options) error {
	v := newView(rec)
	c, err := v.claim(id)
	if err != nil {
		return err
	}
	return encode(w, v.claimJSON(c))
}

func unknownPart(part string) error {
	return fmt.Errorf("show %q: no such part; use one of %s", part, strings.Join(Parts, ", "))
}

func encode(w io.Writer, v any) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(v)
}

// codePoints counts the code points before a byte of body.
func codePoints(body string, n int) int {
	return utf8.RuneCountInString(body[:min(max(n, 0), len(body))])
}

func days(i rapporteur.Interval) daysJSON {
	if i.Exact() {
		return daysJSON{Date: i.From.String()}
	}
	return daysJSON{From: i.From.String(), To: i.To.String()}
}

func merges(ms []rapporteur.Merge) []mergeJSON {
	var out []mergeJSON
	for _, m := range ms {
		out = append(out, mergeJSON(m))
	}
	return out
}

func toJSON(rec *rapporteur.Record) *recordJSON {
	v := newView(rec)
	r := &recordJSON{
		Format: rapporteur.Format, AsOf: rec.AsOf.String(),
		Reports: []reportJSON{}, Actors: []actorJSON{}, Texts: []textJSON{}, Points: []pointJSON{}, Positions: []positionJSON{},
		Meetings: []meetingJSON{}, Deadlines: []deadlineJSON{}, Statements: []statementJSON{}, Claims: []claimJSON{},
		Origins: []originJSON{}, Disputes: []disputeJSON{},
	}
	for _, x := range rec.Reports {
		r.Reports = append(r.Reports, reportJSON{
			x.ID, x.Outlet, x.Title, x.URL, x.File, x.Published.String(), x.Dateline,
			x.Language, x.Author, x.Edition, x.Body,
		})
	}
	for _, x := range rec.Actors {
		a := actorJSON{ID: x.ID, Name: x.Name, Kind: string(x.Kind), Aliases: x.Aliases, Side: x.Side, Merges: merges(x.Merges)}
		for _, o := range x.Roles {
			a.Roles = append(a.Roles, roleJSON{o.Title, o.Of, o.From.String(), o.To.String(), o.Claims})
		}
		r.Actors = append(r.Actors, a)
	}
	for _, x := range rec.Texts {
		t := textJSON{
			ID: x.ID, Name: x.Name, Sponsors: x.Sponsors, Authors: x.Authors, NotAuthors: x.NotAuthors, Access: x.Access,
			AgreedShare: x.AgreedShare, Standing: string(x.Standing), Claims: x.Claims, Merges: merges(x.Merges),
		}
		for _, y := range x.Versions {
			o := versionJSON{
				ID: y.ID, Label: y.Label, CutFrom: y.CutFrom, Agreed: y.Agreed, daysJSON: days(y.Date),
				Standing: string(y.Standing), Claims: y.Claims, Merges: merges(y.Merges),
			}
			if y.Size.Count > 0 {
				o.Size = &y.Size
			}
			t.Versions = append(t.Versions, o)
		}
		r.Texts = append(r.Texts, t)
	}
	for _, x := range rec.Points {
		p := pointJSON{
			ID: x.ID, Text: x.Text, Issue: x.Issue, Issues: x.Issues, Summary: x.Summary, By: x.By, AlsoBy: x.AlsoBy,
			Status: string(x.Status), Standing: string(x.Standing), Likelihood: x.Likelihood, Claims: x.Claims, Merges: merges(x.Merges),
		}
		for _, h := range x.History {
			p.History = append(p.History, statusJSON{string(h.Status), h.Date.String(), h.Version, h.Claims})
		}
		r.Points = append(r.Points, p)
	}
	for _, x := range rec.Positions {
		r.Positions = append(r.Positions, positionJSON{
			x.ID, x.Actor, string(x.Stance), x.Issue, x.On, x.Summary, x.Deed, days(x.Date),
			string(x.Standing), x.Likelihood, x.Claims, merges(x.Merges),
		})
	}
	for _, x := range rec.Meetings {
		r.Meetings = append(r.Meetings, meetingJSON{
			x.ID, string(x.State), x.Name, days(x.Date), x.Clock, x.Zone, x.Minutes, x.Place,
			x.Format, x.Parties, x.Participants, x.Outcome, string(x.Standing), x.Claims, merges(x.Merges),
		})
	}
	for _, x := range rec.Deadlines {
		r.Deadlines = append(r.Deadlines, deadlineJSON{
			x.ID, days(x.Date), x.SetBy, x.For, x.What, x.State, string(x.Standing),
			x.Claims, merges(x.Merges),
		})
	}
	for _, x := range rec.Statements {
		r.Statements = append(r.Statements, statementJSON{
			x.ID, x.Speaker, x.SpeakerName, x.Words, x.Direct, x.Refusal, days(x.Date),
			string(x.Standing), x.Claims, merges(x.Merges),
		})
	}
	for i := range rec.Claims {
		r.Claims = append(r.Claims, v.claimJSON(rec.Claims[i]))
	}
	for _, x := range rec.Origins {
		r.Origins = append(r.Origins, originJSON{x.ID, x.Name, string(x.Type), x.Actor, x.Reports, x.Claims})
	}
	for _, x := range rec.Disputes {
		d := disputeJSON{ID: x.ID, About: aboutJSON{string(x.About.Kind), x.About.ID, x.About.Slot}, Question: x.Question}
		for _, y := range x.Values {
			d.Values = append(d.Values, valueJSON{y.Value, y.Claims, y.Origins, string(y.Standing)})
		}
		r.Disputes = append(r.Disputes, d)
	}
	return r
}

func (v *view) claimJSON(c *rapporteur.Claim) claimJSON {
	body := v.reports[c.Report].Body
	start := codePoints(body, c.Span.Start)
	quote := c.Span.In(body)
	j := claimJSON{
		ID: c.ID, Kind: string(c.Kind), Report: c.Report, Start: start, End: start + utf8.RuneCountInString(quote), Quote: quote,
		Chain: []linkJSON{}, Direct: c.Direct, Modality: string(c.Modality), daysJSON: days(c.When), Background: c.Background, Likelihood: c.Likelihood, LeftOut: string(c.LeftOut),
		Slots: slots(c, body), Reader: c.Reader,
	}
	for _, s := range c.Chain {
		link := linkJSON{Name: s.Name, Type: string(s.Type), Count: s.Count, Of: s.Of, Actor: v.sourceActor(s)}
		if s.Words != s.Name {
			link.Words = s.Words
		}
		j.Chain = append(j.Chain, link)
	}
	return j
}

// slots returns what a claim says by its kind, its spans in code points.
func slots(c *rapporteur.Claim, body string) any {
	span := func(s rapporteur.Span) rapporteur.Span {
		if s.Empty() {
			return rapporteur.Span{}
		}
		return rapporteur.Span{Start: codePoints(body, s.Start), End: codePoints(body, s.End)}
	}
	one := func(m rapporteur.Mention) rapporteur.Mention {
		m.Span = span(m.Span)
		return m
	}
	all := func(ms []rapporteur.Mention) []rapporteur.Mention {
		var out []rapporteur.Mention
		for _, m := range ms {
			out = append(out, one(m))
		}
		return out
	}
	switch {
	case c.Text != nil:
		s := *c.Text
		s.Sponsors, s.Authors, s.NotAuthors = all(s.Sponsors), all(s.Authors), all(s.NotAuthors)
		return s
	case c.Point != nil:
		s := *c.Point
		s.By = all(s.By)
		return s
	case c.Position != nil:
		s := *c.Position
		s.Actor = one(s.Actor)
		return s
	case c.Meeting != nil:
		s := *c.Meeting
		s.Participants, s.Parties, s.Absent = all(s.Participants), all(s.Parties), all(s.Absent)
		return s
	case c.Deadline != nil:
		s := *c.Deadline
		s.SetBy, s.For = one(s.SetBy), all(s.For)
		return s
	case c.Statement != nil:
		s := *c.Statement
		s.Speaker, s.Span = one(s.Speaker), span(s.Span)
		return s
	case c.Role != nil:
		s := *c.Role
		s.Person, s.Of = one(s.Person), one(s.Of)
		return s
	case c.Naming != nil:
		s := *c.Naming
		s.Who = all(s.Who)
		return s
	}
	return nil
}
