package claim_test

import (
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/claim"
)

// Most reports decide on the agenda, not the one that says most.
func TestChooseAgenda(t *testing.T) {
	report := func(body string) rapporteur.Report { return rapporteur.Report{Body: body} }
	exit := report("Norvana will leave the union. The withdrawal agreement keeps it in the customs union and the single market for a transition period.")
	tariffs := report(strings.Repeat("Estrel raised its tariffs on imports, and the trade war went on with new duties on exports. ", 30))
	plain := report("It rained in Vessen on Tuesday, and the market was closed.")
	for _, x := range []struct {
		what    string
		reports []rapporteur.Report
		want    string
	}{
		{"nothing", nil, claim.General},
		{"no word of any", []rapporteur.Report{plain, plain}, claim.General},
		{"one report", []rapporteur.Report{tariffs, plain}, "trade"},
		{"most reports", []rapporteur.Report{exit, tariffs, exit, plain}, "union"},
		{"as many reports: most words", []rapporteur.Report{exit, tariffs}, "trade"},
	} {
		for range 2 {
			if got := claim.ChooseAgenda(x.reports).Code; got != x.want {
				t.Errorf("%s: agenda %s, want %s", x.what, got, x.want)
			}
			slices.Reverse(x.reports)
		}
	}
}
