package brief

import (
	"rapporteur"
)

func (v *view) statementSection() section {
	s := section{part: "statements", title: "Statements", empty: "No statement is reported."}
	var g group
	for _, x := range v.rec.Statements {
		g.items = append(g.items, v.statementItem(x, true))
	}
	s.groups = []group{g}
	return s
}

func (v *view) statementItem(x *rapporteur.Statement, who bool) item {
	it := item{id: x.ID, standing: x.Standing, claims: x.Claims, lead: dates(x.Date), day: x.Date.From}
	if it.day.IsZero() {
		it.day = v.firstReport(x.Claims)
	}
	x.Words = trim(x.Words)
	words := x.Words
	if x.Direct {
		words = x.Quotation()
	}
	if x.Refusal {
		words = "declined to comment"
	}
	if who {
		words = capitalise(x.SpeakerName) + ": " + words
	}
	it.text = words
	return it
}
