package rapporteur_test

import (
	"testing"

	"rapporteur"
)

func TestWords(t *testing.T) {
	for _, x := range [][2]string{
		{rapporteur.The("Netherlands"), "the Netherlands"},
		{rapporteur.The("Norvana"), "Norvana"},
		{rapporteur.Size{Count: 19, Unit: "point"}.String(), "19 points"},
		{rapporteur.Size{Count: 1, Unit: "page"}.String(), "1 page"},
		{rapporteur.Size{Count: 3}.String(), "3 parts"},
		{rapporteur.Size{Count: 2, Unit: "annex"}.String(), "2 annexes"},
		{rapporteur.Size{Count: 4, Unit: "copy"}.String(), "4 copies"},
		{rapporteur.Length(40), "40 min"},
		{rapporteur.Length(300), "5 h"},
		{rapporteur.Length(90), "1 h 30 min"},
	} {
		if x[0] != x[1] {
			t.Errorf("%q, want %q", x[0], x[1])
		}
	}
	if rapporteur.Signed.Rank() != 0 || rapporteur.Unattributed.Rank() != 5 || rapporteur.Standing("").Rank() != -1 {
		t.Error("standings are not ranked from the best to the least")
	}
}
