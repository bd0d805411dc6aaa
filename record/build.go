// Package record merges claims into the record of a negotiation. [Build] does it
// at once; a [Builder] takes report after report and redoes only what each
// touches. It knows no language processing and no storage.
package record

import "rapporteur"

// Build merges the claims of reports into a record, as of a date (zero: all that
// is known). The result does not depend on the order of its arguments.
func Build(reports []rapporteur.Report, claims []rapporteur.Claim, asOf rapporteur.Date) *rapporteur.Record {
	return &rapporteur.Record{AsOf: asOf}
}

// Builder keeps a record up to date while reports come in.
type Builder struct{}

// NewBuilder returns a builder of an empty record.
func NewBuilder() *Builder { return &Builder{} }

// Add adds a report with its claims, or replaces it where it was added before.
func (b *Builder) Add(report rapporteur.Report, claims []rapporteur.Claim) {}

// Record returns the record of all that was added. It shares nothing with later ones that changes.
func (b *Builder) Record() *rapporteur.Record { return &rapporteur.Record{} }
