package brief

import (
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"

	"rapporteur"
)

// The shapes of a data package descriptor (Data Package and Table Schema, version 1,
// https://specs.frictionlessdata.io).
type (
	packageJSON struct {
		Name        string         `json:"name"`
		Title       string         `json:"title"`
		Description string         `json:"description"`
		Profile     string         `json:"profile"`
		Resources   []resourceJSON `json:"resources"`
	}
	resourceJSON struct {
		Name     string      `json:"name"`
		Title    string      `json:"title"`
		Path     string      `json:"path"`
		Profile  string      `json:"profile"`
		Format   string      `json:"format"`
		Media    string      `json:"mediatype"`
		Encoding string      `json:"encoding"`
		Dialect  dialectJSON `json:"dialect"`
		Schema   schemaJSON  `json:"schema"`
	}
	dialectJSON struct {
		Delimiter   string `json:"delimiter"`
		Lines       string `json:"lineTerminator"`
		Quote       string `json:"quoteChar"`
		DoubleQuote bool   `json:"doubleQuote"`
		Header      bool   `json:"header"`
	}
	schemaJSON struct {
		Fields  []field          `json:"fields"`
		Missing []string         `json:"missingValues"`
		Key     []string         `json:"primaryKey,omitempty"`
		Foreign []foreignKeyJSON `json:"foreignKeys,omitempty"`
	}
	foreignKeyJSON struct {
		Fields    string        `json:"fields"`
		Reference referenceJSON `json:"reference"`
	}
	referenceJSON struct {
		Resource string `json:"resource"`
		Fields   string `json:"fields"`
	}
)

// CSV writes one file per kind of thing and a data package descriptor
// (datapackage.json, Frictionless Data) into dir, which it makes where it is
// missing. Lists within a cell are separated by "; "; what matters for joining
// stands in tables of its own, too.
func CSV(dir string, rec *rapporteur.Record) error {
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	v := newView(rec)
	pack := packageJSON{Name: "record", Title: v.title(), Description: capitalise(v.scope()), Profile: "tabular-data-package"}
	for _, t := range v.tables() {
		pack.Resources = append(pack.Resources, t.resource())
		if err := t.write(filepath.Join(dir, t.name+".csv")); err != nil {
			return err
		}
	}
	b, err := json.MarshalIndent(pack, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "datapackage.json"), append(b, '\n'), 0o666)
}

// resource describes the table.
func (t *table) resource() resourceJSON {
	s := schemaJSON{Fields: t.fields, Missing: []string{""}, Key: t.key}
	if s.Key == nil && t.fields[0].Name == "id" {
		s.Key = []string{"id"}
	}
	for _, f := range t.fields {
		if f.to == "" {
			continue
		}
		to := f.to
		if to == t.name {
			to = "" // a table that refers to itself
		}
		s.Foreign = append(s.Foreign, foreignKeyJSON{f.Name, referenceJSON{to, "id"}})
	}
	return resourceJSON{
		t.name, t.title, t.name + ".csv", "tabular-data-resource", "csv", "text/csv", "utf-8",
		dialectJSON{",", "\n", `"`, true, true},
		s,
	}
}

func (t *table) write(path string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	rows := [][]string{nil}
	for _, c := range t.fields {
		rows[0] = append(rows[0], c.Name)
	}
	err = csv.NewWriter(f).WriteAll(append(rows, t.rows...))
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", path, err)
	}
	return nil
}
