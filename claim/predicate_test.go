package claim

import (
	"bytes"
	"testing"

	"rapporteur"
	"rapporteur/attribution"
	"rapporteur/lang"
	"rapporteur/timex"
)

// readingOf analyses a report without reading claims.
func readingOf(report rapporteur.Report) *reading {
	doc := lang.Analyze(report.Body)
	times := timex.Find(doc, report.Published)
	said := attribution.Find(doc, attribution.Options{Outlet: report.Outlet})
	agenda := ChooseAgenda([]rapporteur.Report{report})
	return newReading(report, repair(doc), spans(doc, months(doc, times), report.Published), said, agenda)
}

const predicateSampleText = `Norvana rejected a cap on its fleet at talks in Port Calder on Tuesday, two diplomats said.

Negotiators from Estrel met the mediators for three hours on Monday and will meet again next week.

Under the draft, Estrel would open two ports to Norvanan ships.

Shoppers in the old town bought umbrellas.`

// TestPredictions: words that tell a stance, an encounter or a provision are told from those that tell nothing.
func TestPredictions(t *testing.T) {
	r := readingOf(rapporteur.Report{ID: "r1", Outlet: "The Harbour Post", Body: predicateSampleText, Published: rapporteur.NewDate(2031, 5, 7)})
	got := map[string]prediction{}
	for _, p := range r.predictions() {
		got[r.form(p.token)] = p
	}
	for _, want := range []struct {
		word  string
		kind  rapporteur.Kind
		class string
	}{
		{"rejected", rapporteur.KindPosition, string(rapporteur.Rejects)},
		{"met", rapporteur.KindMeeting, string(rapporteur.MeetingHeld)},
		{"meet", rapporteur.KindMeeting, string(rapporteur.MeetingPlanned)},
		{"open", rapporteur.KindPoint, string(rapporteur.Proposed)},
	} {
		if p := got[want.word]; p.kind != want.kind || p.class != want.class || p.p < 0.3 {
			t.Errorf("%s: %s %s with %.2f, want %s %s", want.word, p.kind, p.class, p.p, want.kind, want.class)
		}
	}
	if p := got["bought"]; p.p > 0.1 {
		t.Errorf("bought: %s %s with %.2f, want nothing", p.kind, p.class, p.p)
	}
}

// TestTrainPredicates: the same marks give the same bytes, from which a model can be read.
func TestTrainPredicates(t *testing.T) {
	report := rapporteur.Report{ID: "r1", Body: predicateSampleText, Published: rapporteur.NewDate(2031, 5, 7)}
	marked := []MarkedReport{{Report: report, Origin: "sample", Marks: []Mark{
		{At: 8, Kind: rapporteur.KindPosition, Class: "rejects"}, {At: 0, Kind: rapporteur.KindPoint, Class: "moved"},
	}}, {Report: report}}
	first, again := TrainPredicates(marked, nil), TrainPredicates(marked, nil)
	if !bytes.Equal(first, again) {
		t.Error("the same training gave other bytes")
	}
	m, err := readPredicateModel(first)
	if err != nil {
		t.Fatal(err)
	}
	m.predict(readingOf(report))
	for _, damaged := range [][]byte{nil, first[:len(first)/2]} {
		if _, err := readPredicateModel(damaged); err == nil {
			t.Errorf("read %d of %d bytes without an error", len(damaged), len(first))
		}
	}
}

func BenchmarkPredictions(b *testing.B) {
	var body bytes.Buffer
	for range 10 { // about 600 words
		body.WriteString(predicateSampleText + "\n\n")
	}
	r := readingOf(rapporteur.Report{ID: "r1", Body: body.String(), Published: rapporteur.NewDate(2031, 5, 7)})
	r.predictions()
	b.ReportAllocs()
	for b.Loop() {
		r.predictions()
	}
}
