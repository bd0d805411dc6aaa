package lang

import (
	"math/rand/v2"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// someDoc makes a document of one sentence of the words.
func someDoc(words []string) *Doc {
	d := &Doc{Text: strings.Join(words, " "), Language: "en"}
	at := 0
	for _, w := range words {
		d.Tokens = append(d.Tokens, Token{Start: at, End: at + len(w)})
		at += len(w) + 1
	}
	d.Sentences = []Sentence{{Range: Range{0, len(words)}}}
	return d
}

// checkTrees fails unless each sentence is one tree with one root and every
// relation has a name.
func checkTrees(t interface{ Fatalf(string, ...any) }, d *Doc) {
	for n, s := range d.Sentences {
		var heads []int
		for i := s.Start; i < s.End; i++ {
			tok := d.Tokens[i]
			if (tok.Head < 0) != (tok.Rel == "root") || tok.Rel == "" {
				t.Fatalf("sentence %d, token %d: head %d with relation %q", n, i, tok.Head, tok.Rel)
			}
			if tok.Head >= 0 && !s.Contains(tok.Head) {
				t.Fatalf("sentence %d, token %d: head %d is outside the sentence", n, i, tok.Head)
			}
			heads = append(heads, max(0, tok.Head-s.Start+1))
		}
		if !wellFormed(heads) {
			t.Fatalf("sentence %d: heads %v are no tree with one root", n, heads)
		}
	}
}

// TestParseWellFormed: whatever the words and tags, each sentence is one tree.
func TestParseWellFormed(t *testing.T) {
	words := []string{"the", "said", "that", "Norvana", ",", ".", "“", "to", "x", "Ω", "", "\xff", "1,000", "of", "and"}
	upos := []string{"NOUN", "VERB", "PUNCT", "PROPN", "ADP", "", "nonsense"}
	xpos := []string{"NN", "VBD", ",", "NNP", "IN", "", "nonsense"}
	rapid.Check(t, func(t *rapid.T) {
		d := someDoc(rapid.SliceOfN(rapid.SampledFrom(words), 1, 2*longestParsed+40).Draw(t, "words"))
		for i := range d.Tokens {
			d.Tokens[i].UPOS = rapid.SampledFrom(upos).Draw(t, "upos")
			d.Tokens[i].XPOS = rapid.SampledFrom(xpos).Draw(t, "xpos")
		}
		d.Parse()
		checkTrees(t, d)
	})
}

// TestParseTwice: a sentence is read the same whatever was read before it.
func TestParseTwice(t *testing.T) {
	d, e := Segment(parseSample), Segment(parseSample)
	d.Tag()
	e.Tag()
	d.Parse()
	other := someDoc(strings.Fields(strings.Repeat("Calder's envoy denied it . ", 300)))
	other.Tag()
	other.Parse()
	e.Parse()
	for i := range d.Tokens {
		if d.Tokens[i] != e.Tokens[i] {
			t.Fatalf("token %d %q: %+v, then %+v", i, d.Form(i), d.Tokens[i], e.Tokens[i])
		}
	}
}

// TestParseLong: the time for a sentence grows with its length alone, however long
// a table or list without a stop is.
func TestParseLong(t *testing.T) {
	d := someDoc(strings.Fields(strings.Repeat("Norvana and Estrel , ", 2_000)))
	d.Tag()
	d.Parse()
	checkTrees(t, d)
}

func FuzzParse(f *testing.F) {
	f.Add(parseSample)
	f.Add("\xff“\u00a0— ’s\n\n• x")
	f.Fuzz(func(t *testing.T, text string) {
		d := Segment(text)
		d.Tag()
		d.Parse()
		checkTrees(t, d)
	})
}

func TestReadParserDamaged(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 1))
	for range 20 {
		n := rng.IntN(len(storedParser))
		if _, err := readParser(storedParser[:n], loadVectors()); err == nil {
			t.Fatalf("a model cut off after %d bytes was read", n)
		}
	}
}

const parseSample = `The foreign minister of Norvana, Ilse Marrow, said on Tuesday that the two sides had agreed on nine of
the 21 points, according to two officials briefed on the talks. "We are not there yet," she told the Harbour Post,
citing differences over customs posts. Estrel's envoy, who arrived in Calder late on Monday, denied that his
government had rejected the draft. MNA reported that a new round, which neither capital has confirmed, could be held
next week if the guarantors accept the revised text.`

// BenchmarkRead measures what the first use of each model costs.
func BenchmarkRead(b *testing.B) {
	vectors := loadVectors()
	for _, model := range []struct {
		name string
		read func() error
	}{
		{"clusters", func() error { _, err := readClusters(storedClusters); return err }},
		{"names", func() error { _, err := readFinder(storedNames, vectors); return err }},
		{"tags", func() error { _, err := readTagger(storedTags); return err }},
		{"tree", func() error { _, err := readParser(storedParser, vectors); return err }},
		{"vectors", func() error { _, err := readVectors(storedVectors); return err }},
	} {
		b.Run(model.name, func(b *testing.B) {
			for b.Loop() {
				if err := model.read(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
