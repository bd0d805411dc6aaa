package eval

import (
	"slices"
	"strings"

	"rapporteur/attribution"
	"rapporteur/attribution/polnear"
	"rapporteur/lang"
)

// People is how far the annotators of PolNeAR agree with each other (F1 over
// pairs of annotators of one text), by the names of [Attribution]'s scores.
var People = map[string]float64{
	"primary: cue exact": 70.6, "primary: cue overlap": 81.4,
	"primary: linked overlap": 78.6, "primary: whole exact": 58.5,
}

// Outermost returns the attributions of a text that stand in no other one's
// content, as spans of bytes: what PolNeAR marks.
func Outermost(doc *lang.Doc, said *attribution.Said) []polnear.Attribution {
	spans := func(list []lang.Range) []polnear.Span {
		var out []polnear.Span
		for _, r := range list {
			start, end := doc.Span(r)
			out = append(out, polnear.Span{Start: start, End: end})
		}
		return out
	}
	var out []polnear.Attribution
	for _, a := range said.Attributions {
		if a.Parent < 0 && len(a.Cue) > 0 && len(a.Content) > 0 {
			out = append(out, polnear.Attribution{Cue: spans(a.Cue), Source: spans(a.Source), Content: spans(a.Content)})
		}
	}
	return out
}

// Attribution scores found attributions against annotated reports: docs[i] and
// said[i] are the text of reports[i] and what was found in it. Found and annotated attributions are paired one to one
// by overlapping cues; the last measures take no account of pairs.
func Attribution(reports []polnear.Report, docs []*lang.Doc, said []*attribution.Said) Scores {
	var s Scores
	for _, protocol := range []string{"primary", "all files"} {
		var c attributionCounts
		for i, r := range reports {
			if protocol == "primary" && !r.Primary {
				continue
			}
			c.add(r, docs[i], Outermost(docs[i], said[i]))
		}
		c.report(&s, protocol+": ")
	}
	return s
}

// attributionCounts counts over many reports.
type attributionCounts struct {
	cueExact, cueOverlap                                     PRF
	sourceExact, sourceOverlap, contentExact, contentOverlap PRF
	wholeExact, linked                                       PRF
	spanSource, spanCue, spanContent                         PRF
	direct, partly, indirect, noSource, nounCue, lightCue    PRF
}

func (c *attributionCounts) add(r polnear.Report, doc *lang.Doc, found []polnear.Attribution) {
	gold := r.Attributions
	pair := pairs(gold, found)
	count := func(p *PRF, right func(g, f polnear.Attribution) bool) {
		p.Gold += len(gold)
		p.Found += len(found)
		for g, f := range pair {
			if f >= 0 && right(gold[g], found[f]) {
				p.Right++
			}
		}
	}
	count(&c.cueExact, func(g, f polnear.Attribution) bool { return slices.Equal(g.Cue, f.Cue) })
	count(&c.cueOverlap, func(g, f polnear.Attribution) bool { return true })
	count(&c.wholeExact, func(g, f polnear.Attribution) bool {
		return slices.Equal(g.Cue, f.Cue) && slices.Equal(g.Source, f.Source) && slices.Equal(g.Content, f.Content)
	})
	count(&c.linked, func(g, f polnear.Attribution) bool {
		return touch(g.Content, f.Content) && (touch(g.Source, f.Source) || len(g.Source) == 0 && len(f.Source) == 0)
	})
	part := func(exact, over *PRF, of func(a polnear.Attribution) []polnear.Span) {
		for _, g := range gold {
			if len(of(g)) > 0 {
				exact.Gold++
				over.Gold++
			}
		}
		for _, f := range found {
			if len(of(f)) > 0 {
				exact.Found++
				over.Found++
			}
		}
		for g, f := range pair {
			if f < 0 || len(of(gold[g])) == 0 {
				continue
			}
			if slices.Equal(of(gold[g]), of(found[f])) {
				exact.Right++
			}
			if touch(of(gold[g]), of(found[f])) {
				over.Right++
			}
		}
	}
	source := func(a polnear.Attribution) []polnear.Span { return a.Source }
	content := func(a polnear.Attribution) []polnear.Span { return a.Content }
	part(&c.sourceExact, &c.sourceOverlap, source)
	part(&c.contentExact, &c.contentOverlap, content)
	spans := func(p *PRF, of func(a polnear.Attribution) []polnear.Span) {
		g, f := set(gold, of), set(found, of)
		p.Gold += len(g)
		p.Found += len(f)
		for s := range f {
			if g[s] {
				p.Right++
			}
		}
	}
	spans(&c.spanSource, source)
	spans(&c.spanCue, func(a polnear.Attribution) []polnear.Span { return a.Cue })
	spans(&c.spanContent, content)

	for g, f := range pair {
		recall := func(p *PRF, right bool) {
			p.Gold++
			if right {
				p.Right++
			}
		}
		linked := f >= 0 && touch(gold[g].Content, found[f].Content) && (touch(gold[g].Source, found[f].Source) || len(gold[g].Source)+len(found[f].Source) == 0)
		switch quotedText(r.Text, gold[g].Content) {
		case attribution.Direct:
			recall(&c.direct, linked)
		case attribution.Partly:
			recall(&c.partly, linked)
		default:
			recall(&c.indirect, linked)
		}
		switch cueKind(doc, gold[g].Cue) {
		case nounCue:
			recall(&c.nounCue, f >= 0)
		case lightCue:
			recall(&c.lightCue, f >= 0)
		}
		if len(gold[g].Source) == 0 {
			recall(&c.noSource, f >= 0 && len(found[f].Source) == 0)
		}
	}
}

func (c *attributionCounts) report(s *Scores, prefix string) {
	s.Add(prefix+"cue exact", c.cueExact.F1())
	s.Add(prefix+"cue overlap", c.cueOverlap.F1())
	s.Add(prefix+"cue overlap precision", c.cueOverlap.Precision())
	s.Add(prefix+"cue overlap recall", c.cueOverlap.Recall())
	s.Add(prefix+"source exact", c.sourceExact.F1())
	s.Add(prefix+"source overlap", c.sourceOverlap.F1())
	s.Add(prefix+"content exact", c.contentExact.F1())
	s.Add(prefix+"content overlap", c.contentOverlap.F1())
	s.Add(prefix+"linked overlap", c.linked.F1())
	s.Add(prefix+"whole exact", c.wholeExact.F1())
	s.Add(prefix+"spans: source", c.spanSource.F1())
	s.Add(prefix+"spans: cue", c.spanCue.F1())
	s.Add(prefix+"spans: content", c.spanContent.F1())
	s.Add(prefix+"linked recall: direct", c.direct.Recall())
	s.Add(prefix+"linked recall: partly quoted", c.partly.Recall())
	s.Add(prefix+"linked recall: indirect", c.indirect.Recall())
	s.Add(prefix+"recall: no source", c.noSource.Recall())
	s.Add(prefix+"recall: noun cues", c.nounCue.Recall())
	s.Add(prefix+"recall: light-verb cues", c.lightCue.Recall())
}

// pairs returns for each annotated attribution the index of the found one whose
// cue overlaps its cue most, each used once, or -1.
func pairs(gold, found []polnear.Attribution) []int {
	type match struct{ g, f, bytes int }
	var all []match
	for g := range gold {
		for f := range found {
			if n := shared(gold[g].Cue, found[f].Cue); n > 0 {
				all = append(all, match{g, f, n})
			}
		}
	}
	slices.SortStableFunc(all, func(a, b match) int { return b.bytes - a.bytes })
	pair := make([]int, len(gold))
	for i := range pair {
		pair[i] = -1
	}
	used := make([]bool, len(found))
	for _, m := range all {
		if pair[m.g] < 0 && !used[m.f] {
			pair[m.g], used[m.f] = m.f, true
		}
	}
	return pair
}

func shared(a, b []polnear.Span) int {
	n := 0
	for _, x := range a {
		for _, y := range b {
			n += max(0, min(x.End, y.End)-max(x.Start, y.Start))
		}
	}
	return n
}

func touch(a, b []polnear.Span) bool { return shared(a, b) > 0 }

func set(list []polnear.Attribution, of func(a polnear.Attribution) []polnear.Span) map[polnear.Span]bool {
	m := map[polnear.Span]bool{}
	for _, a := range list {
		for _, s := range of(a) {
			m[s] = true
		}
	}
	return m
}

// quotedText says how much of an annotated content stands in quotation marks, by its first and last characters.
func quotedText(text string, content []polnear.Span) attribution.Quoted {
	q := attribution.Direct
	any := false
	for _, s := range content {
		words := text[s.Start:s.End]
		opens, closes := hasPrefixOf(words, "“", "\"", "‘", "'", "``"), false
		for _, r := range words {
			switch r {
			case '“', '"', '”', '‘':
				any = true
			}
		}
		trimmed := trimRight(words)
		closes = hasSuffixOf(trimmed, "”", "\"", "’", "'", "''")
		if !opens && !closes {
			q = attribution.Partly
		}
	}
	if !any {
		return attribution.Indirect
	}
	return q
}

func hasPrefixOf(s string, prefixes ...string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool { return strings.HasPrefix(s, p) })
}

func hasSuffixOf(s string, suffixes ...string) bool {
	return slices.ContainsFunc(suffixes, func(p string) bool { return strings.HasSuffix(s, p) })
}

func trimRight(s string) string { return strings.TrimRight(s, " \t\u00a0.,;:!?") }

// kindOfCue tells the cues that a list of verbs would miss.
type kindOfCue uint8

const (
	otherCue kindOfCue = iota
	nounCue            // "the claim that": a noun and no full verb
	lightCue           // "made the case", "has concerns about": a verb of little meaning and a noun
)

var lightVerbs = []string{"make", "have", "give", "take", "get", "put", "hold", "be", "do", "come", "go", "keep", "set", "raise", "issue", "offer", "express", "voice", "bring", "draw", "lay", "send"}

func cueKind(doc *lang.Doc, cue []polnear.Span) kindOfCue {
	noun, light, verb := false, false, false
	for i := range doc.Tokens {
		t := &doc.Tokens[i]
		if !slices.ContainsFunc(cue, func(s polnear.Span) bool { return t.Start < s.End && s.Start < t.End }) {
			continue
		}
		switch {
		case t.UPOS == "NOUN":
			noun = true
		case slices.Contains(lightVerbs, t.Lemma):
			light = true
		case t.UPOS == "VERB":
			verb = true
		}
	}
	switch {
	case verb || !noun:
		return otherCue
	case light:
		return lightCue
	}
	return nounCue
}
