package record

import (
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"rapporteur"
)

type statement struct {
	rapporteur.Statement
	facts  []*fact
	grams  []uint64
	folded []string
}

const (
	statementSpan = 10 // days within which like words of one speaker are one statement
	gram          = 3  // words
)

func (b *build) mergeStatements() {
	bySpeaker := map[string][]*statement{}
	index := map[string][]int{} // speaker and gram → statements of the speaker
	var all []*statement
	for _, f := range b.of(rapporteur.KindStatement) {
		s := f.Statement
		speaker := ""
		if s.Type != rapporteur.AnonymousSource && s.Type != rapporteur.DocumentSource {
			m := s.Speaker
			if m.Kind == "" {
				m.Kind = kindOf(s.Type)
			}
			speaker = b.actor(m)
		}
		who := speaker
		if who == "" {
			who = f.voice.origin.key + "|" + fold(s.Speaker.Name)
		}
		folded := strings.Fields(fold(s.Words))
		grams := ngrams(folded)
		hits := map[int]int{}
		for _, g := range grams {
			for _, i := range index[who+"\x00"+string8(g)] {
				hits[i]++
			}
		}
		best, at := 0.0, -1
		for i, n := range hits {
			o := bySpeaker[who][i]
			if s.Refusal != o.Refusal || !near(o.Date, f.when(), statementSpan) {
				continue
			}
			share := float64(n) / float64(min(len(grams), len(o.grams)))
			whole := float64(n) / float64(max(len(grams), len(o.grams)))
			if share >= 0.7 && (whole >= 0.35 || min(len(grams), len(o.grams)) >= 5) && (share > best || share == best && i < at) {
				best, at = share, i
			}
		}
		var to *statement
		if at >= 0 {
			to = bySpeaker[who][at]
			to.Merges = append(to.Merges, rapporteur.Merge{What: f.ID, Reason: "same speaker, near-equal words"})
		} else {
			to = &statement{grams: grams, folded: folded}
			to.Speaker, to.SpeakerName, to.Refusal = speaker, cleanName(s.Speaker.Name, speaker != ""), s.Refusal
			if a := b.byID[speaker]; a != nil {
				to.SpeakerName = a.Name
			}
			all = append(all, to)
			at = len(bySpeaker[who])
			bySpeaker[who] = append(bySpeaker[who], to)
			for _, g := range grams {
				index[who+"\x00"+string8(g)] = append(index[who+"\x00"+string8(g)], at)
			}
		}
		to.facts = append(to.facts, f)
		if s.Direct && !to.Direct || s.Direct == to.Direct && len(s.Words) > len(to.Words) {
			to.Words, to.Direct = s.Words, s.Direct
		}
		if to.Date.IsZero() {
			to.Date = f.when()
		} else if w := f.when(); w.Exact() && w.From.Before(to.Date.From) {
			to.Date = w
		}
	}
	for _, s := range all {
		s.ID = id("w", s.facts)
		s.Claims = claimIDs(s.facts)
		s.Standing = b.standing(s.facts)
		b.rec.Statements = append(b.rec.Statements, s.Statement)
	}
	slices.SortStableFunc(b.rec.Statements, func(x, y rapporteur.Statement) int { return x.Date.From.Compare(y.Date.From) })
}

func ngrams(words []string) []uint64 {
	if len(words) < gram {
		return []uint64{xxh3.HashString(strings.Join(words, " "))}
	}
	out := make([]uint64, 0, len(words))
	for i := 0; i+gram <= len(words); i++ {
		out = append(out, xxh3.HashString(strings.Join(words[i:i+gram], " ")))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func string8(x uint64) string {
	return string([]byte{byte(x), byte(x >> 8), byte(x >> 16), byte(x >> 24), byte(x >> 32), byte(x >> 40), byte(x >> 48), byte(x >> 56)})
}
