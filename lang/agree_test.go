package lang

import (
	"strings"
	"testing"
)

// TestAgreePlaces: a name that something takes place in is a place, unless the text
// has a person of that name.
func TestAgreePlaces(t *testing.T) {
	for text, want := range map[string]NameType{
		"the talks in Kessel were held":              LOC,
		"they had faith in Kessel":                   PER,
		"the talks in Kessel with Ada Kessel failed": PER,
	} {
		d := someDoc(strings.Fields(text))
		for i := range d.Tokens {
			d.Tokens[i].Lemma = d.Form(i)
			switch d.Form(i) {
			case "Kessel":
				if d.Form(i-1) != "Ada" {
					d.Names = append(d.Names, Name{Range{i, i + 1}, PER})
				}
			case "Ada":
				d.Names = append(d.Names, Name{Range{i, i + 2}, PER})
			}
		}
		d.agree()
		if got := d.Names[0].Type; got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
