package lang

import (
	"rapporteur/internal/linear"
	"rapporteur/internal/neural"
)

// What the first layer of the finder sees of a token does not depend on the tokens
// around it. It is kept for when one comes again that looks the same, as nine in ten
// tokens of the press do.

// knownTokens is how many tokens are kept.
const knownTokens = 8192

// knownNames is the memory of tokens that were seen.
type knownNames struct {
	tokens []knownName
	latest []uint8 // by pair of places: the one used last
}

type knownName struct {
	key    uint64 // of all that is seen of the token; 0 for none
	word   uint64 // as in [nameToken]
	levels [nameInput]uint8
}

func newKnownNames() knownNames {
	return knownNames{make([]knownName, knownTokens), make([]uint8, knownTokens/2)}
}

// slot returns the place of a key, and whether it is there: one of the two that it
// may have, if need be that of the key not seen for longer.
func (k *knownNames) slot(key uint64) (slot int, ok bool) {
	pair := int(key % (knownTokens / 2))
	for last := range 2 {
		if slot = 2*pair + last; k.tokens[slot].key == key {
			k.latest[pair] = uint8(last)
			return slot, true
		}
	}
	k.latest[pair] = 1 - k.latest[pair]
	return 2*pair + int(k.latest[pair]), false
}

// key is a hash of all that [nameWork.token] sees of token i of the sentence.
func (w *nameWork) key(i int) uint64 {
	x := &w.words[i]
	context := uint64(w.listed[i])<<32 | uint64(w.seen[x.lower])<<16 | uint64(x.kind)<<8 | uint64(w.style)<<1
	if w.shout {
		context |= 1
	}
	return max(1, uint64(linear.New(0).With(x.form).With(context).With(linear.Value(w.d.Tokens[w.r.Start+i].XPOS))))
}

// see fills in the levels of what the first layer sees of each token of a sentence and
// its neighbours.
func (f *finder) see(s Range, w *findWork) {
	const wide = nameWindow * nameInput
	n := s.Len()
	levels := grow(&w.levels, n*wide)
	w.see.sentence(s)
	for i := range n {
		known := f.know(i, w)
		w.words = append(w.words, known.word)
		for k := range nameWindow {
			// This token stands at place k in the window of token j.
			if j := i - k + nameWindow/2; j >= 0 && j < n {
				copy(levels[j*wide+k*nameInput:], known.levels[:])
			}
			// At place k of its own window there may be none.
			if j := i + k - nameWindow/2; j < 0 || j >= n {
				copy(levels[i*wide+k*nameInput:], f.outside[:])
			}
		}
	}
}

// know returns what is known of token i of the sentence.
func (f *finder) know(i int, w *findWork) *knownName {
	key := w.see.key(i)
	slot, ok := w.known.slot(key)
	known := &w.known.tokens[slot]
	if ok {
		return known
	}
	t, keys := w.see.token(i, w.grams[:0])
	w.grams = t.grams
	f.rows.rowsOf(&keys, &t.rows)
	x := f.input(&t, w)
	known.key, known.word = key, t.word
	neural.Levels(known.levels[:], x[:])
	return known
}

// input computes what the first layer sees of a token.
func (f *finder) input(t *nameToken, w *findWork) (x [nameInput]float32) {
	var sum [traitSize]int32
	t.eachRow(f.keys, func(r int) {
		for k, v := range f.table[r*traitSize:][:traitSize] {
			sum[k] += int32(int8(v))
		}
	})
	for k, v := range sum {
		x[k] = float32(v) * f.unit[k]
	}
	if t.vector >= 0 {
		dim := f.vectors.dim
		vector := grow(&w.vector, dim)
		for k, v := range f.vectors.values[int(t.vector)*dim:][:dim] {
			vector[k] = float32(v) * vectorUnit
		}
		neural.Multiply(x[traitSize:], vector, f.sight, 1, dim, sightSize)
	}
	for k, v := range x {
		x[k] = neural.Tanh(v)
	}
	return x
}
