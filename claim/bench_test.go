package claim_test

import (
	"testing"

	"rapporteur/claim"
	"rapporteur/lang"
	"rapporteur/press"
)

// BenchmarkRead measures the reading of reports from the first stage to the last.
func BenchmarkRead(b *testing.B) {
	reports := press.Read([]string{"../examples/senn"}, nil).Reports
	if len(reports) == 0 {
		b.Fatal("no sample reports in ../examples/senn")
	}
	words := 0.0
	for _, r := range reports {
		words += float64(len(lang.Segment(r.Body).Tokens))
	}
	agenda := claim.ChooseAgenda(reports)
	read := func() {
		for _, r := range reports {
			claim.Read(r, agenda)
		}
	}
	read() // the models are there
	for b.Loop() {
		read()
	}
	rate := words * float64(b.N) / b.Elapsed().Seconds()
	b.ReportMetric(rate, "words/s")
	b.ReportMetric(rate/600, "reports/s")
	b.ReportMetric(testing.AllocsPerRun(1, read)/words, "allocs/word")
}
