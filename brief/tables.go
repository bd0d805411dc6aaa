package brief

import (
	"slices"
	"strconv"
	"strings"

	"rapporteur"
)

// table is one file of the CSV export.
type table struct {
	name   string
	title  string
	fields []field
	key    []string // where it is not "id"
	rows   [][]string
}

// field is a column with its Table Schema type.
type field struct {
	Name        string       `json:"name"`
	Type        string       `json:"type"`
	Constraints *constraints `json:"constraints,omitempty"`
	to          string       // table whose id it holds
}

type constraints struct {
	Required bool     `json:"required,omitempty"`
	Enum     []string `json:"enum,omitempty"`
}

// enums are the words that some columns hold.
var enums = map[string][]string{
	"actor":    words(rapporteur.Person, rapporteur.State, rapporteur.Organisation, rapporteur.Group, rapporteur.Outlet),
	"standing": words(rapporteur.Signed, rapporteur.BothSides, rapporteur.OnTheRecord, rapporteur.SeveralOrigins, rapporteur.OneOrigin, rapporteur.Unattributed),
	"status": words(rapporteur.Proposed, rapporteur.Agreed, rapporteur.AgreedInPrinciple, rapporteur.Open, rapporteur.Contested, rapporteur.Rejected,
		rapporteur.Deferred, rapporteur.Moved, rapporteur.Dropped, rapporteur.Reworded, rapporteur.Added, rapporteur.Retained),
	"stance": words(rapporteur.Accepts, rapporteur.Conditions, rapporteur.Reserves, rapporteur.Rejects, rapporteur.Demands, rapporteur.Proposes, rapporteur.Flexible),
	"meeting": words(rapporteur.MeetingPlanned, rapporteur.MeetingUnderWay, rapporteur.MeetingHeld, rapporteur.MeetingPostponed,
		rapporteur.MeetingCancelled, rapporteur.MeetingNotPlanned, rapporteur.MeetingDenied),
	"deadline": {"set", "extended", "met", "missed", "denied"},
	"source": words(rapporteur.PersonSource, rapporteur.AnonymousSource, rapporteur.OutletSource, rapporteur.InstitutionSource,
		rapporteur.DocumentSource, rapporteur.GroupSource),
	"claim": words(rapporteur.KindText, rapporteur.KindPoint, rapporteur.KindPosition, rapporteur.KindMeeting, rapporteur.KindDeadline,
		rapporteur.KindStatement, rapporteur.KindRole, rapporteur.KindNaming),
	"modality": words(rapporteur.Asserted, rapporteur.Planned, rapporteur.Conditional, rapporteur.Hedged, rapporteur.Denied),
	"part":     {"party", "participant"},
	"author":   {"sponsor", "author", "no author"},
}

func words[S ~string](list ...S) []string {
	var out []string
	for _, s := range list {
		out = append(out, string(s))
	}
	return out
}

// columns reads "name", "name:type", where a type may be one of [enums], and
// "name>table" for a column that holds an id of that table; "!" ends one that is never empty.
func columns(spec string) []field {
	var out []field
	for s := range strings.FieldsSeq(spec) {
		s, required := strings.CutSuffix(s, "!")
		s, to, _ := strings.Cut(s, ">")
		name, typ, _ := strings.Cut(s, ":")
		f := field{Name: name, Type: typ, to: to}
		if typ == "" || enums[typ] != nil {
			f.Type = "string"
		}
		if required || enums[typ] != nil {
			f.Constraints = &constraints{required, enums[typ]}
		}
		out = append(out, f)
	}
	return out
}

func (v *view) tables() []*table {
	rec := v.rec
	list := func(ids []string) string { return strings.Join(ids, "; ") }
	share := func(x float64) string {
		if x == 0 {
			return ""
		}
		return strconv.FormatFloat(x, 'f', -1, 64)
	}
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	reports := &table{name: "reports", title: "Reports", fields: columns("id! outlet title url file published:date dateline language author edition:integer claims:integer")}
	n := map[string]int{}
	for _, c := range rec.Claims {
		n[c.Report]++
	}
	for _, x := range rec.Reports {
		reports.rows = append(reports.rows, []string{
			x.ID, x.Outlet, x.Title, x.URL, x.File, x.Published.String(), x.Dateline, x.Language, x.Author,
			strconv.Itoa(x.Edition), strconv.Itoa(n[x.ID]),
		})
	}
	actors := &table{name: "actors", title: "People, states, organisations, groups and outlets", fields: columns("id! name! kind:actor aliases side>actors side_name")}
	roles := &table{name: "roles", title: "Offices and who holds them", fields: columns("actor>actors! actor_name title! of>actors of_name from:date to:date claims")}
	for _, x := range rec.Actors {
		side := ""
		if x.Side != "" {
			side = v.name(x.Side)
		}
		actors.rows = append(actors.rows, []string{x.ID, x.Name, string(x.Kind), list(x.Aliases), x.Side, side})
		for _, r := range x.Roles {
			of := ""
			if r.Of != "" {
				of = v.name(r.Of)
			}
			roles.rows = append(roles.rows, []string{x.ID, x.Name, r.Title, r.Of, of, r.From.String(), r.To.String(), list(r.Claims)})
		}
	}
	texts := &table{name: "texts", title: "Texts on the table", fields: columns("id! name sponsors sponsor_names authors author_names access agreed_share:number standing:standing claims")}
	versions := &table{name: "versions", title: "States of a text", fields: columns("id! text>texts! label count:integer unit cut_from:integer agreed:integer from:date to:date standing:standing claims")}
	for _, x := range rec.Texts {
		texts.rows = append(texts.rows, []string{x.ID, x.Name, list(x.Sponsors), list(v.names(x.Sponsors)), list(x.Authors), list(v.names(x.Authors)), x.Access, share(x.AgreedShare), string(x.Standing), list(x.Claims)})
		for _, y := range x.Versions {
			versions.rows = append(versions.rows, []string{
				y.ID, x.ID, y.Label, number(y.Size.Count), y.Size.Unit, number(y.CutFrom), number(y.Agreed),
				y.Date.From.String(), y.Date.To.String(), string(y.Standing), list(y.Claims),
			})
		}
	}
	points := &table{name: "points", title: "Provisions", fields: columns("id! text>texts issue! issues summary by by_names status:status standing:standing likelihood:number claims")}
	history := &table{name: "point_history", title: "What became of each provision", fields: columns("point>points! status:status date:date version>versions claims")}
	for _, x := range rec.Points {
		var by []string
		if x.By != "" {
			by = append([]string{x.By}, x.AlsoBy...)
		}
		points.rows = append(points.rows, []string{
			x.ID, x.Text, x.Issue, list(x.Issues), x.Summary, list(by), list(v.names(by)), string(x.Status),
			string(x.Standing), share(x.Likelihood), list(x.Claims),
		})
		for _, h := range x.History {
			history.rows = append(history.rows, []string{x.ID, string(h.Status), h.Date.String(), h.Version, list(h.Claims)})
		}
	}
	positions := &table{name: "positions", title: "Where each actor stands", fields: columns("id! actor>actors! actor_name stance:stance issue on summary from:date to:date standing:standing likelihood:number claims")}
	for _, x := range rec.Positions {
		positions.rows = append(positions.rows, []string{
			x.ID, x.Actor, v.name(x.Actor), string(x.Stance), x.Issue, x.On, x.Summary,
			x.Date.From.String(), x.Date.To.String(), string(x.Standing), share(x.Likelihood), list(x.Claims),
		})
	}
	meetings := &table{name: "meetings", title: "Encounters in whatever state", fields: columns("id! state:meeting name from:date to:date time zone minutes:integer place format parties party_names participants participant_names outcome standing:standing claims")}
	for _, x := range rec.Meetings {
		meetings.rows = append(meetings.rows, []string{
			x.ID, string(x.State), x.Name, x.Date.From.String(), x.Date.To.String(), x.Clock, x.Zone, number(x.Minutes),
			x.Place, x.Format, list(x.Parties), list(v.names(x.Parties)), list(x.Participants), list(v.names(x.Participants)), list(x.Outcome),
			string(x.Standing), list(x.Claims),
		})
	}
	deadlines := &table{name: "deadlines", title: "Dates set by somebody for something", fields: columns("id! from:date to:date state:deadline what set_by>actors set_by_name for for_names standing:standing claims")}
	for _, x := range rec.Deadlines {
		by := ""
		if x.SetBy != "" {
			by = v.name(x.SetBy)
		}
		deadlines.rows = append(deadlines.rows, []string{
			x.ID, x.Date.From.String(), x.Date.To.String(), x.State, x.What, x.SetBy, by, list(x.For), list(v.names(x.For)),
			string(x.Standing), list(x.Claims),
		})
	}
	statements := &table{name: "statements", title: "Words given to speakers", fields: columns("id! speaker>actors speaker_name words direct:boolean refusal:boolean from:date to:date standing:standing claims")}
	for _, x := range rec.Statements {
		statements.rows = append(statements.rows, []string{
			x.ID, x.Speaker, x.SpeakerName, x.Words, strconv.FormatBool(x.Direct), strconv.FormatBool(x.Refusal),
			x.Date.From.String(), x.Date.To.String(), string(x.Standing), list(x.Claims),
		})
	}
	origins := &table{name: "origins", title: "First voices", fields: columns("id! name type:source actor>actors reports claims")}
	for _, x := range rec.Origins {
		origins.rows = append(origins.rows, []string{x.ID, x.Name, string(x.Type), x.Actor, list(x.Reports), list(x.Claims)})
	}
	disputes := &table{name: "disputes", title: "Values that cannot all be true, one to a row", key: []string{"dispute", "value"}, fields: columns("dispute! kind thing slot question value! standing:standing origins claims")}
	for _, x := range rec.Disputes {
		for _, y := range x.Values {
			disputes.rows = append(disputes.rows, []string{
				x.ID, string(x.About.Kind), x.About.ID, x.About.Slot, x.Question, y.Value,
				string(y.Standing), list(y.Origins), list(y.Claims),
			})
		}
	}
	claims := &table{name: "claims", title: "What each report states in one place, on whose word", fields: columns("id! kind:claim report>reports! start:integer end:integer quote chain chain_types modality:modality background:boolean likelihood:number left_out from:date to:date reader")}
	for i := range rec.Claims {
		c := v.claimJSON(rec.Claims[i])
		var names, types []string
		for _, l := range c.Chain {
			names, types = append(names, l.Name), append(types, l.Type)
		}
		claims.rows = append(claims.rows, []string{
			c.ID, c.Kind, c.Report, strconv.Itoa(c.Start), strconv.Itoa(c.End), c.Quote, strings.Join(names, " < "),
			strings.Join(types, " < "), c.Modality, strconv.FormatBool(c.Background), share(c.Likelihood), c.LeftOut, rec.Claims[i].When.From.String(), rec.Claims[i].When.To.String(), c.Reader,
		})
	}
	return append([]*table{reports, actors, roles, texts, versions, points, history, positions, meetings, deadlines, statements, origins, disputes, claims}, v.links()...)
}

// links are the tables of what is many to many: one row for each pair.
func (v *view) links() []*table {
	authors := &table{name: "authorship", title: "Who put a text forward, wrote it, or had no part in it", key: []string{"text", "actor", "as"}, fields: columns("text>texts! actor>actors! as:author!")}
	for _, x := range v.rec.Texts {
		for _, role := range []struct {
			as  string
			ids []string
		}{{"sponsor", x.Sponsors}, {"author", x.Authors}, {"no author", x.NotAuthors}} {
			for _, id := range role.ids {
				authors.rows = append(authors.rows, []string{x.ID, id, role.as})
			}
		}
	}
	obligors := &table{name: "obligors", title: "Who must keep a provision", key: []string{"point", "actor"}, fields: columns("point>points! actor>actors!")}
	for _, x := range v.rec.Points {
		for _, id := range append([]string{x.By}, x.AlsoBy...) {
			if id != "" {
				obligors.rows = append(obligors.rows, []string{x.ID, id})
			}
		}
	}
	attendance := &table{name: "attendance", title: "Who takes part in a meeting", key: []string{"meeting", "actor", "as"}, fields: columns("meeting>meetings! actor>actors! as:part!")}
	for _, x := range v.rec.Meetings {
		for _, id := range x.Parties {
			attendance.rows = append(attendance.rows, []string{x.ID, id, "party"})
		}
		for _, id := range x.Participants {
			attendance.rows = append(attendance.rows, []string{x.ID, id, "participant"})
		}
	}
	voices := &table{name: "origin_claims", title: "Which claims rest on a first voice", key: []string{"origin", "claim"}, fields: columns("origin>origins! claim>claims!")}
	for _, x := range v.rec.Origins {
		for _, id := range x.Claims {
			voices.rows = append(voices.rows, []string{x.ID, id})
		}
	}
	chains := &table{name: "chains", title: "The sources of each claim, the outermost first", key: []string{"claim", "place"}, fields: columns("claim>claims! place:integer! name type:source actor>actors count:integer of")}
	evidence := &table{name: "evidence", title: "What rests on each claim", key: []string{"claim", "kind", "thing"}, fields: columns("claim>claims! kind! thing!")}
	uses := v.uses()
	for i := range v.rec.Claims {
		c := v.rec.Claims[i]
		for n, s := range c.Chain {
			count := ""
			if s.Count > 0 {
				count = strconv.Itoa(s.Count)
			}
			chains.rows = append(chains.rows, []string{c.ID, strconv.Itoa(n + 1), s.Name, string(s.Type), v.sourceActor(s), count, s.Of})
		}
		for n, use := range uses[c.ID] {
			if kind, id, _ := strings.Cut(use, ":"); !slices.Contains(uses[c.ID][:n], use) {
				evidence.rows = append(evidence.rows, []string{c.ID, kind, id})
			}
		}
	}
	return []*table{authors, obligors, attendance, voices, chains, evidence}
}
