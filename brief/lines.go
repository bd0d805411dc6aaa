package brief

import (
	"bufio"
	"encoding/json"
	"io"
	"reflect"

	"rapporteur"
)

// JSONLines writes one object to a line: first the record with its format, then
// its reports, actors, texts and the rest as in [JSON], each with the name of the
// list that it stands in there as "list".
func JSONLines(w io.Writer, rec *rapporteur.Record) error {
	b := bufio.NewWriter(w)
	r := toJSON(rec)
	if err := line(b, "record", struct {
		Format string `json:"format"`
		AsOf   string `json:"asOf,omitempty"`
	}{r.Format, r.AsOf}); err != nil {
		return err
	}
	for _, list := range []struct {
		name  string
		items any
	}{
		{"reports", r.Reports},
		{"actors", r.Actors},
		{"texts", r.Texts},
		{"points", r.Points},
		{"positions", r.Positions},
		{"meetings", r.Meetings},
		{"deadlines", r.Deadlines},
		{"statements", r.Statements},
		{"origins", r.Origins},
		{"disputes", r.Disputes},
		{"claims", r.Claims},
	} {
		items := reflect.ValueOf(list.items)
		for i := range items.Len() {
			if err := line(b, list.name, items.Index(i).Interface()); err != nil {
				return err
			}
		}
	}
	return b.Flush()
}

// line writes an object with the name of its list in front of its own fields.
func line(w *bufio.Writer, list string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	w.WriteString(`{"list":"` + list + `"`)
	if len(b) > 2 {
		w.WriteByte(',')
	}
	w.Write(b[1:])
	return w.WriteByte('\n')
}
