// Package brief prints a record: for a terminal ([Text], [Show], [Actor],
// [Claim], [Changes]), as documents ([Markdown], [HTML]) and as data ([JSON],
// [JSONLines], [CSV], [Calendar]). It is the one place where byte spans become
// code points, the unit of everything that leaves the program.
package brief

// Options say how to print for a terminal.
type Options struct {
	Width int  // columns to wrap to; 0 stands for 80
	Color bool // use ANSI colours
	All   bool // print every line: no list is cut with "and N more"
	Kept  bool // the record is a dossier's, whose parts can be shown
}

// Parts are the names that [Show] and [PartJSON] know, in the order of the brief.
var Parts = []string{"text", "disputes", "meetings", "positions", "points", "deadlines", "statements", "origins", "actors", "reports"}
