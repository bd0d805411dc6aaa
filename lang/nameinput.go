package lang

import (
	"math/bits"

	"rapporteur/internal/linear"
)

// What the finder of names sees of a token: its word vector, and traits, each of
// which is a row of a table of embeddings.
const (
	nameWord = iota // in lower case
	nameForm        // as printed, of words with capitals
	nameStart2
	nameStart3
	nameStart4
	nameEnd2
	nameEnd3
	nameEnd4
	nameShape
	nameListed // by the gazetteers
	nameSeen   // how the word is written in the text
	nameTag
	nameGroup          // by its clusters
	nameFine           //
	nameRank           // how frequent the word is by its vector
	nameStyle          // the guidelines
	nameTraits         // the number of them
	nameGrams   = 8    // at most so many three-letter pieces of a word are rows too
	gramRows    = 4096 // that share so many rows
	fewMemories = 250  // words as frequent as the first of the vectors are not remembered
)

// nameToken is what the finder sees of a token. Rows are -1 where there is none.
type nameToken struct {
	vector int32
	word   uint64 // by which the places of a word in a text are known; 0 if they are not compared
	rows   [nameTraits]int32
	grams  []int32
}

// nameTraitKeys are the hashes of a token's traits, 0 where it has none.
type nameTraitKeys [nameTraits]uint32

// rowTable finds the row of a trait by its hash.
type rowTable struct {
	shift uint
	keys  []uint32
	rows  []int32
}

// newRowTable numbers keys in their order.
func newRowTable(keys []uint32) *rowTable {
	t := &rowTable{shift: 32 - uint(bits.Len(uint(2*len(keys))))}
	t.keys, t.rows = make([]uint32, 1<<(32-t.shift)), make([]int32, 1<<(32-t.shift))
	mask := uint32(len(t.keys) - 1)
	for i, k := range keys {
		at := k >> t.shift
		for t.keys[at] != 0 {
			at = (at + 1) & mask
		}
		t.keys[at], t.rows[at] = k, int32(i)
	}
	return t
}

func (t *rowTable) find(key uint32) int32 {
	mask := uint32(len(t.keys) - 1)
	for at := key >> t.shift; ; at = (at + 1) & mask {
		switch t.keys[at] {
		case key:
			return t.rows[at]
		case 0:
			return -1
		}
	}
}

// rowsOf looks up the rows of a token's traits.
func (t *rowTable) rowsOf(keys *nameTraitKeys, rows *[nameTraits]int32) {
	for i, k := range keys {
		rows[i] = -1
		if k != 0 {
			rows[i] = t.find(k)
		}
	}
}

// nameWork is what the finder sees of a text.
type nameWork struct {
	style   Guidelines
	vectors *vectors
	seen    map[uint64]uint8 // by lower form: how the word is written in the text

	d      *Doc
	r      Range
	words  []word
	listed []uint32
	shout  bool // the sentence is written in capitals
	low    []byte
}

const (
	seenCapital  = 1 << iota // inside a sentence
	seenSmall                //
	seenCapital2             // twice
)

// prepare counts how the words of a text are written.
func (w *nameWork) prepare(d *Doc) {
	w.d, w.vectors = d, loadVectors()
	if w.seen == nil {
		w.seen = map[uint64]uint8{}
	}
	clear(w.seen)
	for _, s := range d.Sentences {
		words := d.words(s.Range)
		if shouting(words) {
			continue
		}
		for i := range words {
			x := &words[i]
			switch {
			case x.kind&isPunct != 0:
			case x.kind&isCapital == 0:
				w.seen[x.lower] |= seenSmall
			case x.kind&isSentence == 0 && w.seen[x.lower]&seenCapital != 0:
				w.seen[x.lower] |= seenCapital2
			case x.kind&isSentence == 0:
				w.seen[x.lower] |= seenCapital
			}
		}
	}
}

// shouting reports whether most words are written in capitals, or all begin with
// them as in some headlines.
func shouting(words []word) bool {
	caps, other := 0, 0
	for i := range words {
		switch k := words[i].kind; {
		case k&(isPunct|hasDigit) != 0:
		case k&allCaps != 0:
			caps++
		default:
			other++
		}
	}
	return caps > 2 && caps > 2*other
}

// sentence turns to a sentence of the text.
func (w *nameWork) sentence(r Range) {
	w.r, w.words = r, w.d.words(r)
	w.listed = loadGazetteer().look(w.words, w.listed)
	w.shout = shouting(w.words)
}

// token returns token i of the sentence but for its rows, and the keys of its traits.
func (w *nameWork) token(i int, grams []int32) (t nameToken, keys nameTraitKeys) {
	x, tok := &w.words[i], &w.d.Tokens[w.r.Start+i]
	kind, shout := uint64(x.kind), uint64(0)
	if w.shout {
		shout = 1
	}
	set := func(trait int, value uint64) {
		keys[trait] = uint32(max(1, uint64(linear.New(trait).With(value))>>32))
	}
	t.vector = -1
	if v, ok := w.vectors.index[normal(w.d.Form(w.r.Start+i))]; ok {
		t.vector = v
	}
	if x.kind&isPunct == 0 && (t.vector < 0 || t.vector >= fewMemories) {
		t.word = x.lower
	}
	set(nameWord, x.lower)
	if x.kind&isCapital != 0 && !w.shout {
		set(nameForm, x.form)
	}
	set(nameStart2, x.prefix[1])
	set(nameStart3, x.prefix[2])
	set(nameStart4, x.prefix[3])
	set(nameEnd2, x.suffix[1])
	set(nameEnd3, x.suffix[2])
	set(nameEnd4, x.suffix[3])
	set(nameShape, x.shape^(kind&isSentence)<<1^shout)
	if w.listed[i] != 0 {
		set(nameListed, uint64(w.listed[i]))
	}
	set(nameSeen, uint64(w.seen[x.lower])<<9|kind<<1|shout)
	set(nameTag, linear.Value(tok.XPOS))
	set(nameGroup, uint64(x.groups[1]))
	set(nameFine, uint64(x.groups[2]))
	set(nameRank, uint64(bits.Len32(uint32(t.vector+1))))
	style := uint64(0)
	if w.style == Treebank {
		style = 1
	}
	set(nameStyle, style)
	// Pieces of three letters, with an edge on either side.
	w.low = append(w.low[:0], '^')
	w.low = append(w.low, lowerForm(w.d.Form(w.r.Start+i))...)
	w.low = append(w.low, '$')
	t.grams = grams
	for k := 0; k+3 <= len(w.low) && len(t.grams) < nameGrams; k++ {
		h := uint32(w.low[k])<<16 | uint32(w.low[k+1])<<8 | uint32(w.low[k+2])
		t.grams = append(t.grams, int32(h*0x9e3779b1>>20))
	}
	return t, keys
}
