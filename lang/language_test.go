package lang_test

import (
	"testing"

	"rapporteur/lang"
)

func TestLanguage(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"", "en"},
		{"14:05", "en"},
		{"Talks resume in Port Calder", "en"},
		{"The delegations of Norvana and Estrel met in Port Calder on Tuesday, and the mediator said that no date was set.", "en"},
		{"Переговоры в порту продолжаются уже второй день, сообщили в министерстве иностранных дел. Стороны обсуждают проход судов через пролив, но дата подписания договора пока не названа, заявил посредник журналистам.", "ru"},
		{"Les délégations se sont retrouvées mardi au port pour discuter du passage des navires, a déclaré le médiateur dans la soirée.", "fr"},
		{"Die Delegationen trafen sich am Dienstag im Hafen und sprachen über die Durchfahrt der Schiffe, wie der Vermittler sagte.", "de"},
	} {
		d := lang.Analyze(c.text)
		if d.Language != c.want {
			t.Errorf("language of %q: %s, want %s", c.text, d.Language, c.want)
		}
		if c.want != "en" && (len(d.Tokens) == 0 || d.Tokens[0].UPOS != "") {
			t.Errorf("%q: a text in another language should have tokens without tags", c.text)
		}
	}
}

// Names of a text in the wording of the news; the people and most places are invented.
func TestNames(t *testing.T) {
	text := "KYIV, March 5 (MNA) — President Ilse Marrow told Reuters in Abu Dhabi that the Kremlin and the White House would meet Norwegian officials. Marrow spoke in Geneva."
	d := lang.Analyze(text)
	found := map[string]lang.NameType{}
	for _, n := range d.Names {
		found[d.Words(n.Range)] = n.Type
	}
	for words, want := range map[string]lang.NameType{
		"Ilse Marrow": lang.PER, "Marrow": lang.PER, "Reuters": lang.ORG, "Abu Dhabi": lang.LOC, "Norwegian": lang.NORP, "Geneva": lang.LOC, "KYIV": lang.LOC,
	} {
		if found[words] != want {
			t.Errorf("%s: %q, want %s (found %v)", words, found[words], want, found)
		}
	}
}
