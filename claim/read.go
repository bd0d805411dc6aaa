// Package claim reads a report into claims: what it states, in which words, on
// whose word. [Read] is the entry point.
package claim

import "rapporteur"

// Reader is the version of the reader: it stands in every claim, and a dossier
// re-reads the reports whose claims carry another one. Raise it with every
// change that changes claims.
const Reader = "1"

// Agenda is a list of issues a negotiation may turn on.
type Agenda struct {
	Code string
	Name string
}

// Read returns the claims of a report in the order of its text.
func Read(report rapporteur.Report, agenda *Agenda) []rapporteur.Claim { return nil }
