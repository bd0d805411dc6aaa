package record

import (
	"bytes"
	"slices"

	"github.com/zeebo/xxh3"

	"rapporteur"
)

const (
	shingle   = 5   // words
	leastCopy = 12  // words: shorter sentences are alike by chance
	copied    = 0.7 // share of shingles in common
	bands     = 8   // of two rows each: finds pairs of a Jaccard of 0.7 with 0.996
	hashes    = 2 * bands
	copyDays  = 30 // between copy and copy: what is alike for longer is a manner of speaking
)

// copies finds the words that were copied between outlets: wire copy is one
// origin, however many print it. Only voices that nobody can be held to matter:
// named ones are one anyway.
type copies struct {
	sentences []*sentence      // by number
	outlets   []int32          // of them, as numbered …
	numbers   map[string]int32 // … here: most that look alike are of one, which is told without looking at them
	days      []rapporteur.Date
	buckets   chains // numbers of those that probably share most of their shingles
	texts     chains // numbers by report, kind and words

	mine, others shingler
}

// shingler makes the shingles of texts one after the other in the same memory.
type shingler struct {
	folder
	shingles []uint32
}

// of returns the shingles of a text, none of one of few words.
func (s *shingler) of(text string) []uint32 {
	folded := s.fold(text)
	if bytes.Count(folded, []byte(" "))+1 < leastCopy {
		return nil
	}
	s.shingles = appendRuns(s.shingles[:0], folded, shingle)
	return s.shingles
}

// sentence is the words of claims of one kind in one report. Its shingles are not
// kept: few sentences are compared, and there are many.
type sentence struct {
	key   sentenceKey
	facts []*fact     // in order
	like  []*sentence // copies and what it may be a copy of
}

type sentenceKey struct {
	r     *paper
	kind  rapporteur.Kind
	words string
}

func newCopies() *copies {
	return &copies{numbers: map[string]int32{}}
}

// nameless reports whether nobody can be held to a claim.
func (f *fact) nameless() bool {
	n := len(f.Chain)
	return (n == 0 || kindOf(f.Chain[n-1].Type) == "") && (f.Statement == nil || f.Statement.Type == rapporteur.AnonymousSource)
}

// update takes up facts, forgets others, and returns those whose first words may be others now.
func (x *copies) update(gone, came []*fact) (changed []*fact) {
	for _, f := range gone {
		changed = append(changed, x.drop(f)...)
	}
	for _, f := range came {
		changed = append(changed, x.add(f)...)
	}
	return changed
}

// add takes up a fact and returns those whose first words may be others now.
func (x *copies) add(f *fact) (changed []*fact) {
	if !f.nameless() {
		return nil
	}
	key := sentenceKey{f.r, f.Kind, f.quote()}
	hash := hash(key.r.ID, string(key.kind), key.words)
	var s *sentence
	for n := range x.texts.under(hash) {
		if o := x.sentences[n]; o.key == key {
			s = o
		}
	}
	if s == nil {
		shingles := x.mine.of(key.words)
		if shingles == nil {
			return nil
		}
		s = &sentence{key: key}
		number := int32(len(x.sentences))
		outlet, known := x.numbers[key.r.outlet]
		if !known {
			outlet = int32(len(x.numbers))
			x.numbers[key.r.outlet] = outlet
		}
		day := key.r.Published
		x.sentences, x.outlets, x.days = append(x.sentences, s), append(x.outlets, outlet), append(x.days, day)
		x.texts.add(hash, number)
		kind := xxh3.HashString(string(key.kind))
		for band, h := range minHash(shingles) {
			h = (kind + uint64(band)) ^ h*0x9E3779B97F4A7C15
			for e := x.buckets.first(h); e > 0; {
				l := x.buckets.link(e)
				if e = l.next; x.outlets[l.n] == outlet || longApart(x.days[l.n], day) {
					continue
				}
				o := x.sentences[l.n]
				if o.key.kind == key.kind && !slices.Contains(s.like, o) && jaccard(x.others.of(o.key.words), shingles) >= copied {
					s.like, o.like = append(s.like, o), append(o.like, s)
				}
			}
			x.buckets.add(h, number)
		}
	}
	f.sentence = s
	if at, found := slices.BinarySearchFunc(s.facts, f, byPlace); !found {
		s.facts = slices.Insert(s.facts, at, f)
		if at == 0 {
			return s.around()
		}
	}
	return nil
}

// longApart reports whether what was printed on two days is too far apart for a copy.
func longApart(x, y rapporteur.Date) bool {
	return !x.IsZero() && !y.IsZero() && (x.Sub(y) > copyDays || y.Sub(x) > copyDays)
}

// drop forgets a fact and returns those whose first words may be others now.
func (x *copies) drop(f *fact) []*fact {
	s := f.sentence
	if s == nil {
		return nil
	}
	f.sentence = nil
	at := slices.Index(s.facts, f)
	s.facts = slices.Delete(s.facts, at, at+1)
	if at == 0 {
		return s.around()
	}
	return nil
}

// around returns the facts of all sentences that hang together with this one by
// copying, none where it stands alone.
func (s *sentence) around() (out []*fact) {
	for _, o := range s.together() {
		out = append(out, o.facts...)
	}
	return out
}

func (s *sentence) together() []*sentence {
	if len(s.like) == 0 {
		return nil
	}
	seen := map[*sentence]bool{s: true}
	list := []*sentence{s}
	for i := 0; i < len(list); i++ {
		for _, o := range list[i].like {
			if !seen[o] {
				seen[o] = true
				list = append(list, o)
			}
		}
	}
	return list
}

// first returns the fact that the words of a fact stood in first, nil where they are its own.
func (x *copies) first(f *fact) *fact {
	var src *fact
	for s := f.sentence; s != nil; s = src.sentence {
		at := f
		if src != nil {
			at = src
		}
		earlier := (*fact)(nil)
		for _, o := range s.like {
			if len(o.facts) > 0 && byPlace(o.facts[0], at) < 0 && (earlier == nil || byPlace(o.facts[0], earlier) < 0) {
				earlier = o.facts[0]
			}
		}
		if earlier == nil {
			break
		}
		src = earlier
	}
	return src
}

// minHash returns one hash for each band of the smallest permuted shingles (Broder, 1997).
func minHash(sh []uint32) [bands]uint64 {
	var low [hashes]uint64
	for i := range low {
		low[i] = ^uint64(0)
	}
	for _, s := range sh {
		x := uint64(s)
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
func jaccard(a, b []uint32) float64 {
	n := shared(a, b)
	if len(a)+len(b) == 0 {
		return 0
	}
	return float64(n) / float64(len(a)+len(b)-n)
}
