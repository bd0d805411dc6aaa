package timex

import (
	"rapporteur"
	"rapporteur/lang"
)

// Find returns the expressions of time of a text in order, resolved against the
// date of publication (zero: unknown; relative expressions then stay unresolved).
func Find(doc *lang.Doc, published rapporteur.Date) []Time { return nil }
