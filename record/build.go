// Package record merges claims into the record of a negotiation. [Build] is the
// entry point. It knows no language processing and no storage.
package record

import "rapporteur"

// Build merges the claims of reports into a record, as of a date (zero: all that
// is known). The result does not depend on the order of its arguments.
func Build(reports []rapporteur.Report, claims []rapporteur.Claim, asOf rapporteur.Date) *rapporteur.Record {
	return &rapporteur.Record{AsOf: asOf}
}
