package main

import (
	"rapporteur"
)

// said prints a report with its sources marked.
func (t *terminal) said(reports []rapporteur.Report, of string) error { return nil }
