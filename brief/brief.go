// Package brief prints a record: for a terminal ([Text], [Show], [Actor],
// [Claim], [Changes]), as documents ([Markdown], [HTML]) and as data ([JSON],
// [JSONLines], [CSV], [Calendar]). It is the one place where byte spans become
// code points, the unit of everything that leaves the program.
package brief

import (
	"io"

	"rapporteur"
)

// Options say how to print for a terminal.
type Options struct {
	Width int  // columns to wrap to; 0 stands for 80
	Color bool // use ANSI colours
	All   bool // print every line: no list is cut with "and N more"
}

// Parts are the names that [Show] and [PartJSON] know, in the order of the brief.
var Parts = []string{"text", "disputes", "meetings", "positions", "points", "deadlines", "statements", "origins", "actors", "reports"}

// Actor writes what is known of an actor, in order of time. The name is an ID or any of the actor's names.
func Actor(w io.Writer, rec *rapporteur.Record, name string, o Options) error { return nil }

// Claim writes one claim with its words in their paragraph, its chain, and what in the record rests on it.
func Claim(w io.Writer, rec *rapporteur.Record, id string, o Options) error { return nil }

// Changes writes what changed between two records; see record.Changes.
func Changes(w io.Writer, rec *rapporteur.Record, changes []rapporteur.Change, o Options) error {
	return nil
}

// ChangesJSON writes changes as a list.
func ChangesJSON(w io.Writer, changes []rapporteur.Change) error { return nil }

// Markdown writes the whole record as a document.
func Markdown(w io.Writer, rec *rapporteur.Record) error { return nil }

// HTML writes the whole record as one page that needs nothing else.
func HTML(w io.Writer, rec *rapporteur.Record) error { return nil }

// JSONLines writes one object to a line, each with its kind in "type".
func JSONLines(w io.Writer, rec *rapporteur.Record) error { return nil }

// CSV writes one file per kind of thing and a data package descriptor into dir, which it makes where it is missing.
func CSV(dir string, rec *rapporteur.Record) error { return nil }

// Calendar writes meetings and deadlines with a known date as iCalendar (RFC 5545).
func Calendar(w io.Writer, rec *rapporteur.Record) error { return nil }
