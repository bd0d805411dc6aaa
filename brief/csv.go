package brief

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"rapporteur"
)

// table is one file of the CSV export.
type table struct {
	name   string
	fields []field
	rows   [][]string
}

// field is a column with its Table Schema type.
type field struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

func columns(spec string) []field {
	var out []field
	for s := range strings.FieldsSeq(spec) {
		name, typ, _ := strings.Cut(s, ":")
		if typ == "" {
			typ = "string"
		}
		out = append(out, field{name, typ})
	}
	return out
}

// CSV writes one file per kind of thing and a data package descriptor
// (datapackage.json, Frictionless Data) into dir, which it makes where it is
// missing. Lists within a cell are separated by "; ".
func CSV(dir string, rec *rapporteur.Record) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return fmt.Errorf("export csv: %w", err)
	}
	type schema struct {
		Fields     []field `json:"fields"`
		PrimaryKey string  `json:"primaryKey,omitempty"`
	}
	type resource struct {
		Name     string `json:"name"`
		Path     string `json:"path"`
		Profile  string `json:"profile"`
		Format   string `json:"format"`
		Media    string `json:"mediatype"`
		Encoding string `json:"encoding"`
		Schema   schema `json:"schema"`
	}
	pack := struct {
		Name      string     `json:"name"`
		Title     string     `json:"title"`
		Profile   string     `json:"profile"`
		Resources []resource `json:"resources"`
	}{Name: "record", Title: newView(rec).title(), Profile: "tabular-data-package"}
	for _, t := range tables(rec) {
		key := ""
		if t.fields[0].Name == "id" {
			key = "id"
		}
		pack.Resources = append(pack.Resources, resource{t.name, t.name + ".csv", "tabular-data-resource", "csv", "text/csv", "utf-8", schema{t.fields, key}})
		if err := t.write(filepath.Join(dir, t.name+".csv")); err != nil {
			return fmt.Errorf("export csv: %w", err)
		}
	}
	b, err := json.MarshalIndent(pack, "", "  ")
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(dir, "datapackage.json"), append(b, '\n'), 0o666); err != nil {
		return fmt.Errorf("export csv: %w", err)
	}
	return nil
}

func (t *table) write(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := csv.NewWriter(f)
	var head []string
	for _, c := range t.fields {
		head = append(head, c.Name)
	}
	w.Write(head)
	w.WriteAll(t.rows)
	if err := w.Error(); err != nil {
		return err
	}
	return f.Close()
}

func tables(rec *rapporteur.Record) []*table {
	v := newView(rec)
	list := func(ids []string) string { return strings.Join(ids, "; ") }
	number := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	reports := &table{name: "reports", fields: columns("id outlet title url file published:date dateline language author edition:integer claims:integer")}
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
	actors := &table{name: "actors", fields: columns("id name kind aliases side side_name")}
	roles := &table{name: "roles", fields: columns("actor actor_name title of of_name from:date to:date claims")}
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
	texts := &table{name: "texts", fields: columns("id name sponsors sponsor_names access standing claims")}
	versions := &table{name: "versions", fields: columns("id text label count:integer unit cut_from:integer agreed:integer from:date to:date standing claims")}
	for _, x := range rec.Texts {
		texts.rows = append(texts.rows, []string{x.ID, x.Name, list(x.Sponsors), list(v.names(x.Sponsors)), x.Access, string(x.Standing), list(x.Claims)})
		for _, y := range x.Versions {
			versions.rows = append(versions.rows, []string{
				y.ID, x.ID, y.Label, number(y.Size.Count), y.Size.Unit, number(y.CutFrom), number(y.Agreed),
				y.Date.From.String(), y.Date.To.String(), string(y.Standing), list(y.Claims),
			})
		}
	}
	points := &table{name: "points", fields: columns("id text issue issues summary by by_names status standing claims")}
	history := &table{name: "point_history", fields: columns("point status date:date claims")}
	for _, x := range rec.Points {
		var by []string
		if x.By != "" {
			by = append([]string{x.By}, x.AlsoBy...)
		}
		points.rows = append(points.rows, []string{
			x.ID, x.Text, x.Issue, list(x.Issues), x.Summary, list(by), list(v.names(by)), string(x.Status),
			string(x.Standing), list(x.Claims),
		})
		for _, h := range x.History {
			history.rows = append(history.rows, []string{x.ID, string(h.Status), h.Date.String(), list(h.Claims)})
		}
	}
	positions := &table{name: "positions", fields: columns("id actor actor_name stance issue on summary from:date to:date standing claims")}
	for _, x := range rec.Positions {
		positions.rows = append(positions.rows, []string{
			x.ID, x.Actor, v.name(x.Actor), string(x.Stance), x.Issue, x.On, x.Summary,
			x.Date.From.String(), x.Date.To.String(), string(x.Standing), list(x.Claims),
		})
	}
	meetings := &table{name: "meetings", fields: columns("id state from:date to:date time zone minutes:integer place format parties party_names participants participant_names outcome standing claims")}
	for _, x := range rec.Meetings {
		meetings.rows = append(meetings.rows, []string{
			x.ID, string(x.State), x.Date.From.String(), x.Date.To.String(), x.Clock, x.Zone, number(x.Minutes),
			x.Place, x.Format, list(x.Parties), list(v.names(x.Parties)), list(x.Participants), list(v.names(x.Participants)), list(x.Outcome),
			string(x.Standing), list(x.Claims),
		})
	}
	deadlines := &table{name: "deadlines", fields: columns("id from:date to:date state what set_by set_by_name for standing claims")}
	for _, x := range rec.Deadlines {
		by := ""
		if x.SetBy != "" {
			by = v.name(x.SetBy)
		}
		deadlines.rows = append(deadlines.rows, []string{
			x.ID, x.Date.From.String(), x.Date.To.String(), x.State, x.What, x.SetBy, by, list(x.For),
			string(x.Standing), list(x.Claims),
		})
	}
	statements := &table{name: "statements", fields: columns("id speaker speaker_name words direct:boolean from:date to:date standing claims")}
	for _, x := range rec.Statements {
		statements.rows = append(statements.rows, []string{
			x.ID, x.Speaker, x.SpeakerName, x.Words, strconv.FormatBool(x.Direct),
			x.Date.From.String(), x.Date.To.String(), string(x.Standing), list(x.Claims),
		})
	}
	origins := &table{name: "origins", fields: columns("id name type actor reports claims")}
	for _, x := range rec.Origins {
		origins.rows = append(origins.rows, []string{x.ID, x.Name, string(x.Type), x.Actor, list(x.Reports), list(x.Claims)})
	}
	disputes := &table{name: "disputes", fields: columns("id kind thing slot question value standing origins claims")}
	for _, x := range rec.Disputes {
		for _, y := range x.Values {
			disputes.rows = append(disputes.rows, []string{
				x.ID, string(x.About.Kind), x.About.ID, x.About.Slot, x.Question, y.Value,
				string(y.Standing), list(y.Origins), list(y.Claims),
			})
		}
	}
	disputes.fields[0].Name = "dispute" // one row for each value
	claims := &table{name: "claims", fields: columns("id kind report start:integer end:integer quote chain chain_types modality background:boolean from:date to:date reader")}
	for i := range rec.Claims {
		c := v.claimJSON(&rec.Claims[i])
		var names, types []string
		for _, l := range c.Chain {
			names, types = append(names, l.Name), append(types, l.Type)
		}
		claims.rows = append(claims.rows, []string{
			c.ID, c.Kind, c.Report, strconv.Itoa(c.Start), strconv.Itoa(c.End), c.Quote, strings.Join(names, " < "),
			strings.Join(types, " < "), c.Modality, strconv.FormatBool(c.Background), rec.Claims[i].When.From.String(), rec.Claims[i].When.To.String(), c.Reader,
		})
	}
	return []*table{reports, actors, roles, texts, versions, points, history, positions, meetings, deadlines, statements, origins, disputes, claims}
}
