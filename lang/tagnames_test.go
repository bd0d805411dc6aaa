package lang

import "testing"

// Names at the beginning of a sentence are told by how the rest of the text writes them; family
// names that are words of the language by what stands before them.
func TestTagNames(t *testing.T) {
	for _, c := range []struct{ text, word, want string }{
		{"The duties that Downing announced are new. Downing said so on Friday.", "Downing said", "PROPN"},
		{"They hook all sorts of fish. Hook that, she said.", "Hook that", "VERB"},
		{"Envoys met Liu He in Lund. They spoke of ore.", "He in", "PROPN"},
		{"Envoys came to Lund. He met them, but the premier told Rena that He would not.", "He met", "PRON"},
		{"The guild has begun a strike over pay, pensions and hours.", "pay", "NOUN"},
		{"The board said that it would pay, and that the guild could rest.", "pay", "VERB"},
	} {
		d := Analyze(c.text)
		if i := d.tokenAt(c.text, c.word); d.Tokens[i].UPOS != c.want {
			t.Errorf("%q in %q is %s, want %s", c.word, c.text, d.Tokens[i].UPOS, c.want)
		}
	}
}

// A day between a verb of saying and what was said is the day on which it was said.
func TestSaidOn(t *testing.T) {
	for _, c := range []struct{ text, day, verb string }{
		{"The board said Monday it will sell 500 tonnes of ore.", "Monday", "said"},
		{"The ministry said Thursday it was confident that a deal could be reached.", "Thursday", "said"},
		{"The board announced Friday new levies on ore.", "Friday", "announced"},
		{"The board announced Friday talks on ore.", "Friday", "talks"},
		{"The board said Monday's talks were short.", "Monday", "talks"},
		{"The board will meet on Monday in Lund.", "Monday", "meet"},
	} {
		d := Analyze(c.text)
		if h := d.Tokens[d.tokenAt(c.text, c.day)].Head; h < 0 || d.Form(h) != c.verb {
			t.Errorf("%s hangs in %q not on %q", c.day, c.text, c.verb)
		}
	}
}

// tokenAt returns the token that begins where words first stand in a text.
func (d *Doc) tokenAt(text, words string) int {
	for i := range d.Tokens {
		if at := d.Tokens[i].Start; len(text)-at >= len(words) && text[at:at+len(words)] == words {
			return i
		}
	}
	return -1
}
