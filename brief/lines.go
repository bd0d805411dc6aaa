package brief

import (
	"bufio"
	"encoding/json"
	"io"
	"reflect"

	"rapporteur"
)

// JSONLines writes one object to a line, each with its kind in "type": first the
// record with its format, then its reports, actors, texts and the rest as in [JSON].
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
		kind  string
		items any
	}{
		{"report", r.Reports},
		{"actor", r.Actors},
		{"text", r.Texts},
		{"point", r.Points},
		{"position", r.Positions},
		{"meeting", r.Meetings},
		{"deadline", r.Deadlines},
		{"statement", r.Statements},
		{"origin", r.Origins},
		{"dispute", r.Disputes},
		{"claim", r.Claims},
	} {
		items := reflect.ValueOf(list.items)
		for i := range items.Len() {
			if err := line(b, list.kind, items.Index(i).Interface()); err != nil {
				return err
			}
		}
	}
	return b.Flush()
}

// line writes an object with its type in front of its own fields.
func line(w *bufio.Writer, kind string, v any) error {
	b, err := json.Marshal(v)
	if err != nil {
		return err
	}
	w.WriteString(`{"type":"` + kind + `"`)
	if len(b) > 2 {
		w.WriteByte(',')
	}
	w.Write(b[1:])
	return w.WriteByte('\n')
}
