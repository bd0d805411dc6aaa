// Package press makes reports of files: texts, saved pages, saved feeds and
// JSON lines. [Read] is the entry point. What gave no report, and what was read
// with a reserve, comes back as data beside the reports, so that one bad file
// costs nothing but itself.
//
// Nothing is guessed: a report whose outlet or day no sign in the text tells has
// none. The time of the file on disk is no such sign.
package press

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"rapporteur"
)

// Limits of what is taken for a report. A longer thing is another kind of thing
// (a book, a database), and reading it would hold up everything else.
const (
	MaxReceived = 16 << 20 // bytes of one file, page, feed or line
	MaxBody     = 1 << 20  // bytes of the text of one report
)

// Batch is what was found in a number of files and folders.
type Batch struct {
	Reports []rapporteur.Report // by date of publication, then ID; each text once
	Skipped []Skipped           // by file and line
	Notes   []Note              // by file and line
}

// Skipped says why a file, or a line of it, gave no report.
type Skipped struct {
	File   string // as it was named
	Line   int    // from 1, in a file of many reports; 0 for the file as a whole
	Reason string // "it is empty"
	Hint   string // what to try next
}

// Note is a reserve with which a report was read.
type Note struct {
	File   string
	Line   int
	Reason string
	Hint   string
	Lost   bool // a part of the text could not be read
}

// received is one report as one source file gave it, before reports are compared with each other.
type received struct {
	rapporteur.Report
	file     string // as it was named
	line     int
	dateline dateline
}

// Read makes reports of files and folders. Days that the caller already knows
// (those of a dossier) help to find the year of a dateline without one. The
// result does not depend on the order of paths.
func Read(paths []string, known []rapporteur.Date) Batch {
	var b Batch
	var all []received
	for _, file := range b.files(paths) {
		all = append(all, b.open(file)...)
	}
	slices.SortFunc(all, func(x, y received) int {
		return cmp.Or(cmp.Compare(x.file, y.file), cmp.Compare(x.line, y.line))
	})
	for i := range all {
		if d := all[i].Published; !d.IsZero() {
			known = append(known, d)
		}
	}
	for i := range all {
		all[i].dateByDateline(known)
		if all[i].Published.IsZero() {
			b.note(all[i], "it has no date of publication", "without it, days such as \"on Tuesday\" stay unknown; "+howToSay("date", "2025-12-31", all[i]), false)
		}
		if all[i].Outlet == "" {
			b.note(all[i], "it names no outlet", "its own words cannot be told from those of others; "+howToSay("outlet", "The Harbour Post", all[i]), false)
		}
	}
	b.Reports = editions(all)
	slices.SortFunc(b.Skipped, func(x, y Skipped) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line))
	})
	slices.SortStableFunc(b.Notes, func(x, y Note) int {
		return cmp.Or(cmp.Compare(x.File, y.File), cmp.Compare(x.Line, y.Line))
	})
	return b
}

// howToSay tells where a user writes what a report leaves out.
func howToSay(field, example string, r received) string {
	switch formOf[strings.ToLower(filepath.Ext(r.file))] {
	case linesForm:
		if field == "date" {
			field = "published"
		}
		return fmt.Sprintf("give its line a field %q", field)
	case textForm:
		return fmt.Sprintf("put a line \"%s: %s\" and a blank line at its head", strings.ToUpper(field[:1])+field[1:], example)
	}
	return fmt.Sprintf("save its text as a .txt file with a line \"%s: %s\" and a blank line at its head", strings.ToUpper(field[:1])+field[1:], example)
}

// editions keeps each text once and numbers the texts that share an address.
func editions(all []received) []rapporteur.Report {
	texts := map[string][]rapporteur.Report{}
	for _, r := range all {
		same := func(s rapporteur.Report) bool { return s.Body == r.Body }
		if !slices.ContainsFunc(texts[r.ID], same) {
			texts[r.ID] = append(texts[r.ID], r.Report)
		}
	}
	var out []rapporteur.Report
	for id, list := range texts {
		slices.SortFunc(list, func(x, y rapporteur.Report) int {
			return cmp.Or(x.Published.Compare(y.Published), strings.Compare(x.Body, y.Body))
		})
		for n := range list {
			list[n].ID = rapporteur.EditionID(id, n)
			list[n].Edition = n
		}
		out = append(out, list...)
	}
	slices.SortFunc(out, func(x, y rapporteur.Report) int {
		return cmp.Or(x.Published.Compare(y.Published), strings.Compare(x.ID, y.ID))
	})
	return out
}

func (b *Batch) skip(file string, line int, reason, hint string) {
	b.Skipped = append(b.Skipped, Skipped{file, line, reason, hint})
}

func (b *Batch) note(r received, reason, hint string, lost bool) {
	b.Notes = append(b.Notes, Note{r.file, r.line, reason, hint, lost})
}
