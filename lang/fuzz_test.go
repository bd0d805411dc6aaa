package lang_test

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"pgregory.net/rapid"

	"rapporteur/lang"
)

// checkOffsets fails unless every annotation maps back to the text in order.
func checkOffsets(t interface{ Fatalf(string, ...any) }, d *lang.Doc) {
	at := 0
	for i, tok := range d.Tokens {
		if tok.Start < at || tok.End <= tok.Start || tok.End > len(d.Text) {
			t.Fatalf("token %d at %d:%d after %d", i, tok.Start, tok.End, at)
		}
		at = tok.End
	}
	next, paragraph := 0, 0
	for i, s := range d.Sentences {
		if s.Start != next || s.End <= s.Start || s.Paragraph < paragraph {
			t.Fatalf("sentence %d: %+v, the one before ended at %d in paragraph %d", i, s, next, paragraph)
		}
		next, paragraph = s.End, s.Paragraph
		for k := s.Start; k < s.End; k++ {
			if h := d.Tokens[k].Head; h != -1 && !s.Contains(h) {
				t.Fatalf("token %d: its head %d is outside its sentence %v", k, h, s.Range)
			}
		}
	}
	if next != len(d.Tokens) {
		t.Fatalf("%d of %d tokens are in sentences", next, len(d.Tokens))
	}
	end := 0
	for _, n := range d.Names {
		if n.Start < end || n.Empty() || n.End > len(d.Tokens) {
			t.Fatalf("name %+v after %d", n, end)
		}
		end = n.End
	}
}

// Nothing but white space is lost: the tokens hold every other byte of the text.
func checkNothingLost(t interface{ Fatalf(string, ...any) }, d *lang.Doc) {
	at := 0
	for i := 0; i <= len(d.Tokens); i++ {
		end := len(d.Text)
		if i < len(d.Tokens) {
			end = d.Tokens[i].Start
		}
		if gap := d.Text[at:end]; utf8.ValidString(gap) && strings.TrimFunc(gap, blank) != "" {
			t.Fatalf("%q is in no token", gap)
		}
		if i < len(d.Tokens) {
			at = d.Tokens[i].End
		}
	}
}

func blank(r rune) bool {
	return strings.ContainsRune("\u200b\ufeff\u200e\u200f\u2060\x7f\u0085\u00a0\u1680\u202f\u205f\u3000", r) || r <= ' ' || r >= 0x2000 && r <= 0x200a || r == 0x2028 || r == 0x2029
}

func FuzzAnalyze(f *testing.F) {
	for _, s := range []string{
		"", "\n\n", "He said \"no.\" I can't.", "CALDER, March 5. /MNA/. Talks.", "\xff\xfe U.S. \x00", "- a\n1. b\n(c) d",
		"Don't 'em 's '' `` … ?! 🇳🇴👍🏽 :) #a @b http://x.y/?z=(1). a@b.com 5pm $3M 1/2 713-555-0142 ........",
		"ʼs’s'‘’“„«»—–--", "e\u0301\u200d\u200b\ufeff\u00ad-\u2028\u2029\r\r\n\v\f", "Переговоры продолжаются в порту. Текст согласован.",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 1<<14 { // long texts have their own test
			return
		}
		d := lang.Analyze(text)
		checkOffsets(t, d)
		checkNothingLost(t, d)
	})
}

func TestAnyBytesMapBack(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		parts := rapid.SliceOf(rapid.OneOf(
			rapid.SampledFrom([]string{" ", "\n", ".", "\"", "'", "’s", "U.S.", "n't", "-", "1", "/", "The", "said", "Norvana", "\xff", "\u00a0", "…", "@", "http://"}),
			rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) }),
		)).Draw(t, "parts")
		d := lang.Analyze(strings.Join(parts, ""))
		checkOffsets(t, d)
		checkNothingLost(t, d)
	})
}

// Reading takes time in proportion to the length, whatever the text is made of.
func TestTimeIsLinear(t *testing.T) {
	for _, unit := range []string{"a", "a.", "a-", "1-", "'", ". ", "\"", "A. ", "x\n", "- \n", "@", "a@", "http://", "(", "É", "\xff", "and so on ", "🇳🇴", "\u0301", "1/", "Norvana "} {
		text := strings.Repeat(unit, 50_000/len(unit))
		start := time.Now()
		d := lang.Segment(text)
		checkOffsets(t, d)
		if took := time.Since(start); took > 2*time.Second {
			t.Errorf("50 kB of %q took %v", unit, took)
		}
	}
}
