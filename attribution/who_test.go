package attribution

import (
	"testing"

	"rapporteur/lang"
)

// FuzzResolve checks that any text is read without a fault, and that whatever is found lies within it.
func FuzzResolve(f *testing.F) {
	for _, text := range []string{
		"", "\"", "- –\n\n\"We", "The Harbour Post, citing two officials, reported that “it” will stay, MNA reports.",
		"MARROW: I will.\n\nQUESTION: \"Who?", "Ilse \"the Fox\" Marrow, the minister, and Jens Marrow said they'd told her brother's spokesman.", "-Novak said. -",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := lang.Analyze(text)
		said := Find(doc, Options{Outlet: "MNA"})
		within := func(r lang.Range) bool { return 0 <= r.Start && r.Start <= r.End && r.End <= len(doc.Tokens) }
		for n, a := range said.Attributions {
			if a.Parent >= len(said.Attributions) || a.Parent == n {
				t.Errorf("attribution %d has the parent %d", n, a.Parent)
			}
			for _, list := range [][]lang.Range{a.Cue, a.Source, a.Content} {
				for _, r := range list {
					if !within(r) {
						t.Errorf("attribution %d: %v is outside of %d tokens", n, r, len(doc.Tokens))
					}
				}
			}
			for _, v := range a.Voices {
				if v.Entity >= len(said.Entities) || !within(v.Range) {
					t.Errorf("attribution %d: voice %+v", n, v)
				}
			}
		}
		for _, e := range said.Entities {
			for _, m := range e.Mentions {
				if !within(m.Range) || !m.Contains(m.Head) {
					t.Errorf("entity %q: mention %+v", e.Name, m)
				}
			}
		}
		for i := range doc.Tokens {
			said.Chain(i)
			said.EntityAt(i)
		}
	})
}

// BenchmarkResolve measures entities, pronouns and chains, apart from the finding of spans.
func BenchmarkResolve(b *testing.B) {
	const text = "Norvanan Foreign Minister Ilse Marrow said on Monday that nine of the 11 articles were settled. The remaining two concern the strait, she added. " +
		"The Harbour Post, citing two officials with knowledge of the talks, reported that Norvana will not give up the northern islands. " +
		"\"We are close,\" the minister told the newspaper. Estrel's top diplomat, Joan Peller, disagreed. Her spokesman said the draft had been changed.\n\n"
	all := ""
	for range 10 {
		all += text
	}
	doc := lang.Analyze(all)
	found := spans(doc, Options{})
	words := 0
	b.ResetTimer()
	for range b.N {
		list := make([]Attribution, len(found))
		for i, a := range found {
			list[i] = a
			list[i].Content = append([]lang.Range(nil), a.Content...)
		}
		resolve(doc, &Said{Attributions: list}, Options{})
		words += len(doc.Tokens)
	}
	b.ReportMetric(float64(words)/b.Elapsed().Seconds(), "words/s")
}
