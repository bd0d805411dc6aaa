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
	index := newGramIndex()
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
		whoHash := xxh3.HashString(who)
		hits := index.hits(whoHash, grams)
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
			index.add(whoHash, grams, at)
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

// gramIndex finds statements by speaker and gram: a chain of entries for each,
// which takes a third of the memory of a map of slices.
type gramIndex struct {
	head    map[uint64]int32
	entries []gramEntry
	count   map[int]int
}

type gramEntry struct{ statement, next int32 }

func newGramIndex() *gramIndex {
	return &gramIndex{head: map[uint64]int32{}, entries: make([]gramEntry, 1), count: map[int]int{}}
}

func (x *gramIndex) add(who uint64, grams []uint64, statement int) {
	for _, g := range grams {
		key := g ^ who
		x.entries = append(x.entries, gramEntry{int32(statement), x.head[key]})
		x.head[key] = int32(len(x.entries) - 1)
	}
}

// hits counts the grams that each of the speaker's statements shares. The map is reused.
func (x *gramIndex) hits(who uint64, grams []uint64) map[int]int {
	clear(x.count)
	for _, g := range grams {
		for e := x.head[g^who]; e > 0; e = x.entries[e].next {
			x.count[int(x.entries[e].statement)]++
		}
	}
	return x.count
}
