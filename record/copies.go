package record

import (
	"slices"
	"strings"

	"github.com/zeebo/xxh3"

	"rapporteur"
)

const (
	shingle   = 5   // words
	leastCopy = 12  // words: shorter sentences are alike by chance
	copied    = 0.7 // share of shingles in common
	bands     = 8   // of two rows each: finds pairs of a Jaccard of 0.7 with 0.996
	hashes    = 2 * bands
)

// findCopies returns for every fact whose words were copied between outlets the
// fact they first stood in: wire copy is one origin, however many print it.
// Only voices that nobody can be held to matter: named ones are one anyway.
func findCopies(facts []*fact) map[*fact]*fact {
	type entry struct {
		f  *fact
		sh []uint64
	}
	buckets := map[uint64][]int{}
	var entries []entry
	out := map[*fact]*fact{}
	seen := map[string]bool{} // sentences give several claims: shingle each once
	for _, f := range facts {
		if n := len(f.Chain); n > 0 && kindOf(f.Chain[n-1].Type) != "" || f.Statement != nil && f.Statement.Type != rapporteur.AnonymousSource {
			continue
		}
		words := strings.Fields(fold(f.quote()))
		if len(words) < leastCopy {
			continue
		}
		sh := shingles(words)
		key := f.r.ID + "\x00" + f.quote()
		mine := entry{f, sh}
		var src *fact
		for band, h := range minHash(sh) {
			h = xxh3.HashString(string([]byte{byte(band)})) ^ h*0x9E3779B97F4A7C15
			for _, i := range buckets[h] {
				e := entries[i]
				if e.f.r.ID != f.r.ID && outletName(e.f.r) != outletName(f.r) && e.f.Kind == f.Kind &&
					jaccard(e.sh, sh) >= copied && (src == nil || e.f.at.before(src.at)) {
					src = e.f
				}
			}
			if !seen[key+string(f.Kind)] {
				buckets[h] = append(buckets[h], len(entries))
			}
		}
		if !seen[key+string(f.Kind)] {
			entries = append(entries, mine)
			seen[key+string(f.Kind)] = true
		}
		if src != nil {
			if s := out[src]; s != nil {
				src = s
			}
			out[f] = src
		}
	}
	return out
}

func shingles(words []string) []uint64 {
	out := make([]uint64, 0, len(words))
	for i := 0; i+shingle <= len(words); i++ {
		out = append(out, xxh3.HashString(strings.Join(words[i:i+shingle], " ")))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// minHash returns one hash for each band of the smallest permuted shingles (Broder, 1997).
func minHash(sh []uint64) [bands]uint64 {
	var low [hashes]uint64
	for i := range low {
		low[i] = ^uint64(0)
	}
	for _, s := range sh {
		x := s
		for i := range low {
			x = x*6364136223846793005 + 1442695040888963407
			y := x ^ x>>29
			if y < low[i] {
				low[i] = y
			}
		}
	}
	var out [bands]uint64
	for i := range out {
		out[i] = low[2*i]*31 + low[2*i+1]
	}
	return out
}

// jaccard returns the share of elements that two sorted lists have in common.
func jaccard(a, b []uint64) float64 {
	n := shared(a, b)
	if len(a)+len(b) == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}
