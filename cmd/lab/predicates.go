package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"rapporteur"
	"rapporteur/claim"
)

func init() {
	stages["predicates"] = stage{train: onMarks("predicates.bin", claim.TrainPredicates)}
	stages["holders"] = stage{train: onMarks("holders.bin", claim.TrainHolders)}
}

// onMarks makes the training of a model that learns from the marked reports of our own writing
// and from the marks on reports of publishers in the data.
func onMarks(file string, train func([]claim.MarkedReport, func(string)) []byte) func(data string) error {
	return func(data string) error {
		marked, err := markedReports(data)
		if err != nil {
			return err
		}
		model := train(marked, func(line string) { fmt.Fprintln(os.Stderr, line) })
		return os.WriteFile(filepath.Join("claim", "model", file), model, 0o644)
	}
}

// markedReports reads all of claim/training, with the texts of publishers from data and the streams beside it.
func markedReports(data string) ([]claim.MarkedReport, error) {
	files, err := filepath.Glob(filepath.Join("claim", "training", "*.txt"))
	if err != nil {
		return nil, err
	}
	var all []claim.MarkedReport
	for _, path := range files { // in the order of their names
		b, err := os.ReadFile(path)
		if err != nil {
			return nil, err
		}
		list, err := claim.ReadMarked(strings.TrimSuffix(filepath.Base(path), ".txt"), bytes.NewReader(b))
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	find, err := pressReports(data)
	if err != nil {
		return nil, err
	}
	marks, err := os.ReadFile(filepath.Join("claim", "training", "press.tsv"))
	if err != nil {
		return nil, err
	}
	press, err := claim.ReadPressMarks(bytes.NewReader(marks), find)
	return append(all, press...), err
}

// pressReports returns how the reports of publishers are found: those of the
// streams by their identifier, others by their path below data.
func pressReports(data string) (func(key string) (rapporteur.Report, bool), error) {
	known := map[string]rapporteur.Report{}
	streams, err := filepath.Glob(filepath.Join(filepath.Dir(data), "streams", "*.jsonl"))
	if err != nil {
		return nil, err
	}
	for _, path := range streams {
		err := eachLine(path, func(line string) {
			var r struct{ ID, URL, Outlet, Title, Published, Body string }
			if json.Unmarshal([]byte(line), &r) == nil {
				published, _ := rapporteur.ParseDate(r.Published) // a report without a day is read without one
				known[r.ID] = rapporteur.Report{ID: r.ID, URL: r.URL, Outlet: r.Outlet, Title: r.Title, Published: published, Body: r.Body}
			}
		})
		if err != nil {
			return nil, err
		}
	}
	return func(key string) (rapporteur.Report, bool) {
		if r, ok := known[key]; ok {
			return r, true
		}
		b, err := os.ReadFile(filepath.Join(data, filepath.FromSlash(key)))
		if err != nil {
			return rapporteur.Report{}, false
		}
		return plainReport(key, string(b)), true
	}, nil
}

var (
	textPart = regexp.MustCompile(`(?s)<TEXT>(.*?)</TEXT>`)
	madeOn   = regexp.MustCompile(`functionInDocument="CREATION_TIME"[^>]*value="(\d{4}-\d\d-\d\d)`)
	gap      = regexp.MustCompile(`\n[ \t]*\n`)
	blank    = regexp.MustCompile(`\n\s*\n`)
	space    = regexp.MustCompile(`\s+`)
)

// plainReport makes a report of a text file of PolNeAR or of a TimeML document: a line to a paragraph.
func plainReport(path, text string) rapporteur.Report {
	r := rapporteur.Report{ID: path}
	if filepath.Ext(path) != ".tml" {
		if f := strings.Split(filepath.Base(path), "_"); len(f) > 1 {
			r.Outlet = f[0]
			r.Published, _ = rapporteur.ParseDate(f[1])
		}
		r.Body = strings.TrimSpace(blank.ReplaceAllString(text, "\n"))
		return r
	}
	if m := madeOn.FindStringSubmatch(text); m != nil {
		r.Published, _ = rapporteur.ParseDate(m[1])
	}
	if m := textPart.FindStringSubmatch(text); m != nil {
		text = m[1]
	}
	text = strings.ReplaceAll(markup.ReplaceAllString(text, ""), "&amp;", "&")
	text = gap.ReplaceAllString(text, "\x00")
	text = space.ReplaceAllString(text, " ")
	r.Body = strings.TrimSpace(strings.ReplaceAll(text, "\x00", "\n"))
	return r
}
