package main

import (
	"testing"

	"rapporteur"
)

// A shifted story has other names and days, and every byte stands where it stood.
func TestArchive(t *testing.T) {
	body := "The ministry said Estrel would meet Ilse Marrow. Estrel’s ministry agreed."
	reports := []rapporteur.Report{
		{ID: "r1", Body: body, Published: rapporteur.NewDate(2031, 3, 1)},
		{ID: "r2", Body: body, Published: rapporteur.NewDate(2031, 3, 9)},
	}
	meeting := rapporteur.Claim{
		ID: "c1.1", Kind: rapporteur.KindMeeting, Report: "r1", Span: rapporteur.Span{Start: 0, End: 48}, When: rapporteur.On(reports[0].Published),
		Meeting: &rapporteur.MeetingClaim{State: rapporteur.MeetingPlanned, Participants: []rapporteur.Mention{{Name: "Ilse Marrow", Kind: rapporteur.Person}}, Parties: []rapporteur.Mention{{Name: "Estrel", Kind: rapporteur.State}}},
	}
	dossier, read := archive(5, reports, [][]rapporteur.Claim{{meeting}, nil})
	if dossier[0].Body != body || dossier[1].Published != reports[1].Published {
		t.Errorf("the first telling is altered: %+v", dossier[:2])
	}
	if want := "The ministry said Ovwton would meet Unvo Pittay. Ovwton’s ministry agreed."; dossier[4].Body != want {
		t.Errorf("got  %s\nwant %s", dossier[4].Body, want)
	}
	c := read[4][0]
	if got := c.Meeting.Participants[0].Name; got != "Unvo Pittay" || c.Report != dossier[4].ID || c.Meeting.State != rapporteur.MeetingPlanned {
		t.Errorf("claim %+v tells of %s", c, got)
	}
	if got, want := dossier[4].Published.Sub(reports[0].Published), 2*21; got != want || c.When != rapporteur.On(dossier[4].Published) {
		t.Errorf("told again after %d days, want %d, of %v", got, want, c.When)
	}
	if meeting.Meeting.Participants[0].Name != "Ilse Marrow" {
		t.Error("what it was made of is altered")
	}
}
