package record

import (
	"cmp"
	_ "embed" // the synonyms
	"math/bits"
	"slices"
	"strings"
	"sync"

	"github.com/kljensen/snowball/english"
	"github.com/zeebo/xxh3"

	"rapporteur"
)

// stop are words that say nothing of what a summary is about: function words,
// and the verbs and nouns that every provision is reported with.
var stop = set(`a an the and or but nor so of for from to in on at by with without as into over under about after before between
	during through up out off than that this these those which who whom whose what when where how it its he his him she her they
	their them we our you your i is are was were be been being am has have had do does did will would shall should can could may
	might must not no any some all both each other others more most such only own same also then there here if while because
	plan draft proposal deal text document agreement treaty point points clause clauses provision provisions article articles
	part parts item version issue issues question include includes including provide provides call calls envisage envisions
	envisioned stipulates stipulate said say says according reported reportedly allegedly new certain several one two`)

// stemmed is what is known of a word.
type stemmed struct {
	stem string
	hash uint64 // of the stem, or of the country that the word tells; 0 where it says nothing of what a summary is about
}

var stemCache sync.Map

func stem(w string) string { return readStem(w).stem }

func readStem(w string) *stemmed {
	if s, ok := stemCache.Load(w); ok {
		return s.(*stemmed)
	}
	s := english.Stem(number(w), false)
	if f := families()[s]; f != "" {
		s = f
	}
	known := &stemmed{s, xxh3.HashString(s)}
	if code := cmp.Or(gazette().demonym[w], gazette().state[w]); code != "" {
		known.hash = xxh3.HashString("#" + code)
	}
	if stop[w] || len(w) == 1 && w[0] > '9' {
		known.hash = 0
	}
	stemCache.Store(strings.Clone(w), known)
	return known
}

// number returns the digits of a number with its unit, "350m", "99000t"; other words as they are.
func number(w string) string {
	n := 0
	for n < len(w) && w[n] >= '0' && w[n] <= '9' {
		n++
	}
	if n > 0 && units[w[n:]] {
		return w[:n]
	}
	return w
}

var units = set("m mn bn b k tn t km kg pc th st nd rd mw gw")

//go:embed synonyms.txt
var synonymLines string

// families joins by their stems the words that say the same of a provision and those that
// stemming leaves apart: "pull out" and "withdrawal", "to recognise" and "recognition".
var families = sync.OnceValue(func() map[string]string {
	of := map[string]string{}
	for line := range strings.SplitSeq(synonymLines, "\n") {
		words := strings.Fields(line)
		if len(words) < 2 || words[0] == "#" {
			continue
		}
		first := english.Stem(words[0], false)
		for _, w := range words {
			of[english.Stem(w, false)] = first
		}
	}
	return of
})

// stems returns the hashes of the stems of the words that carry meaning, sorted, each once.
func stems(s string) []uint64 {
	var room [32]uint64
	out := room[:0]
	for w := range strings.FieldsSeq(fold(s)) {
		if h := readStem(w).hash; h != 0 {
			out = append(out, h)
		}
	}
	slices.Sort(out)
	return slices.Clone(slices.Compact(out))
}

// readWords reads the words of facts that came, as far as no actor need be known for that.
func (b *Keeper) readWords(came []*fact) {
	for _, f := range came {
		switch {
		case f.LeftOut != "":
		case f.Kind == rapporteur.KindPoint:
			f.words, f.whole = stems(f.Point.Summary), true
		case f.Kind == rapporteur.KindPosition:
			f.words, f.whole = stems(f.Position.Summary), true
		case f.Kind == rapporteur.KindStatement:
			b.uttered = append(b.uttered, b.uttering(f))
		}
	}
}

// wholly returns the stems of the summary of a fact, read before or now.
func (f *fact) wholly(summary string) []uint64 {
	if f.whole {
		f.whole = false
		return f.words
	}
	return stems(summary)
}

// shared counts the elements that two sorted lists have in common.
func shared[E cmp.Ordered](a, b []E) int {
	n, i, j := 0, 0, 0
	for i < len(a) && j < len(b) {
		switch {
		case a[i] == b[j]:
			n, i, j = n+1, i+1, j+1
		case a[i] < b[j]:
			i++
		default:
			j++
		}
	}
	return n
}

// signature tells in little room what a list of hashes may hold: a bit for each, and how many
// of them have that of another.
type signature struct {
	bits uint64
	lost int
}

func signed(list []uint64) (s signature) {
	for _, h := range list {
		s.bits |= 1 << (h >> 58)
	}
	s.lost = len(list) - bits.OnesCount64(s.bits)
	return s
}

// inCommon returns how many elements two lists can have in common at most.
func (s signature) inCommon(o signature) int {
	return bits.OnesCount64(s.bits&o.bits) + min(s.lost, o.lost)
}

// containment is the share of the smaller list that stands in the other.
func containment(a, b []uint64) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return float64(shared(a, b)) / float64(min(len(a), len(b)))
}

// without takes the elements of the sorted list b out of a.
func without(a, b []uint64) []uint64 {
	return slices.DeleteFunc(a, func(s uint64) bool {
		_, ok := slices.BinarySearch(b, s)
		return ok
	})
}

// intersects reports whether two lists share an element.
func intersects(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// addNew appends what is not there yet.
func addNew(list []string, more ...string) []string {
	for _, m := range more {
		if m != "" && !slices.Contains(list, m) {
			list = append(list, m)
		}
	}
	return list
}

// appendRuns appends the hashes of all runs of n words of a folded text to an empty
// list, sorted, each once; of a shorter text that of the whole. They are short, since
// they are many.
func appendRuns(out []uint32, folded []byte, n int) []uint32 {
	var starts [8]int // of the last words
	word := 0
	for i := 0; i <= len(folded); i++ {
		if i < len(folded) && folded[i] != ' ' {
			continue
		}
		if word++; word >= n {
			out = append(out, uint32(xxh3.Hash(folded[starts[(word-n)%8]:i])))
		}
		starts[word%8] = i + 1
	}
	if len(out) == 0 {
		out = append(out, uint32(xxh3.Hash(folded)))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// hash makes a key of words.
func hash(words ...string) uint64 {
	h := uint64(0)
	for _, w := range words {
		h = h*0x9E3779B97F4A7C15 ^ xxh3.HashString(w)
	}
	return h
}
