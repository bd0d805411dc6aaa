package lang

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	"rapporteur/internal/linear"
)

// Names are found sentence by sentence as the best sequence of labels: each
// token begins, continues or ends a name of some type, is one by itself, or is
// outside.

//go:embed model/names.bin
var storedNames []byte

type finder struct {
	labels []string // "O", "B-PER", "I-PER", "E-PER", "S-PER", …
	chain  *linear.Chain
}

var loadFinder = sync.OnceValue(func() *finder {
	f, err := readFinder(storedNames)
	if err != nil {
		panic(fmt.Sprintf("embedded model of names: %v", err)) // caught by every test
	}
	return f
})

func readFinder(stored []byte) (*finder, error) {
	parts, err := linear.Unpack(stored, 2)
	if err != nil {
		return nil, err
	}
	m, err := linear.Read(parts[1])
	if err != nil {
		return nil, err
	}
	labels := strings.Split(string(parts[0]), " ")
	return &finder{labels, linear.NewChain(m, follows(labels))}, nil
}

// nameLabels returns the labels for some types of name.
func nameLabels(types ...string) []string {
	labels := []string{"O"}
	for _, t := range types {
		for _, at := range "BIES" {
			labels = append(labels, string(at)+"-"+t)
		}
	}
	return labels
}

// follows tells which label may stand after which; -1 is the start of a sentence.
func follows(labels []string) func(a, b int) bool {
	return func(a, b int) bool {
		from := "O"
		if a >= 0 {
			from = labels[a]
		}
		to := labels[b]
		if from[0] == 'B' || from[0] == 'I' {
			return (to[0] == 'I' || to[0] == 'E') && from[1:] == to[1:]
		}
		return to[0] != 'I' && to[0] != 'E'
	}
}

// Guidelines say what counts as a name and of which type. Marked texts differ in that.
type Guidelines uint8

const (
	Press    Guidelines = iota // as Newswire, with buildings, ports and bridges as places
	Newswire                   // as in the Worldwide newswire
	Treebank                   // as in Universal NER
)

// FindNames fills in the names of a text whose tokens and sentences are known,
// and its tags if possible.
func (d *Doc) FindNames() { d.FindNamesBy(Press) }

// FindNamesBy finds names as some guidelines want them.
func (d *Doc) FindNamesBy(g Guidelines) {
	f := loadFinder()
	d.Names = d.Names[:0]
	w := nameWork{style: g}
	w.prepare(d)
	for _, s := range d.Sentences {
		w.sentence(d, s.Range)
		labels := f.chain.Label(s.Len(), func(i int) []linear.Feature { return w.features(i) }, &w.chain)
		start := 0
		for i, l := range labels {
			label := f.labels[l]
			if label == "O" {
				continue
			}
			if label[0] == 'B' || label[0] == 'S' {
				start = i
			}
			if label[0] == 'E' || label[0] == 'S' {
				if t, ok := outward(label[2:], g); ok {
					d.Names = append(d.Names, Name{Range{s.Start + start, s.Start + i + 1}, t})
				}
			}
		}
	}
	d.agree()
}

// outward returns the type by which a name is known outside of the finder.
func outward(label string, g Guidelines) (NameType, bool) {
	switch t := NameType(label); t {
	case PER, ORG, LOC, NORP:
		return t, true
	case "FAC":
		return LOC, g != Newswire
	}
	return "", false
}

// mate is a word with a capital that stands next to another one.
type mate struct {
	lower uint64
	kin   uint16
}

// nameWork is what the features of names see of a text.
type nameWork struct {
	chain linear.Work
	seen  map[uint64]uint8 // by lower form: how the word is written in the text
	style Guidelines

	d      *Doc
	r      Range
	words  []word
	listed []uint32
	xpos   []uint64
	kin    []clusters
	runs   []Range            // of words with capitals, around each word
	mates  map[uint64][2]mate // by lower form: what first stood before and after it in such a run
	shout  bool               // the sentence is written in capitals
	f      []linear.Feature
}

const (
	seenCapital  = 1 << iota // inside a sentence
	seenSmall                //
	seenCapital2             // twice
)

// prepare counts how the words of a text are written.
func (w *nameWork) prepare(d *Doc) {
	w.d = d
	w.seen = make(map[uint64]uint8, 256)
	w.mates = make(map[uint64][2]mate, 64)
	for _, s := range d.Sentences {
		w.words = d.words(s.Range)
		if shouting(w.words) {
			continue
		}
		for i := range w.words {
			x := &w.words[i]
			w.meet(i)
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

// meet notes what stands beside a word in a run of capitals, where it does so first:
// a surname alone is told by the given name that it once had.
func (w *nameWork) meet(i int) {
	x := &w.words[i]
	if x.kind&isCapital == 0 {
		return
	}
	for side, k := range [2]int{i - 1, i + 1} {
		if k < 0 || k >= len(w.words) || w.words[k].kind&isCapital == 0 {
			continue
		}
		if m := w.mates[x.lower]; m[side].lower == 0 {
			c, _ := loadKin().look(w.words[k].lower)
			m[side] = mate{w.words[k].lower, c[1]}
			w.mates[x.lower] = m
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

func (w *nameWork) sentence(d *Doc, r Range) {
	w.r = r
	w.words = d.words(r)
	w.listed = loadGazetteer().look(w.words, w.listed)
	w.shout = shouting(w.words)
	w.kin = w.kin[:0]
	for i := range w.words {
		c, _ := loadKin().look(w.words[i].lower)
		w.kin = append(w.kin, c)
	}
	w.runs = w.runs[:0]
	for i := 0; i < len(w.words); {
		k := i + 1
		for w.words[i].kind&isCapital != 0 && k < len(w.words) && w.words[k].kind&isCapital != 0 {
			k++
		}
		for range k - i {
			w.runs = append(w.runs, Range{i, k})
		}
		i = k
	}
	w.xpos = w.xpos[:0]
	for i := r.Start; i < r.End; i++ {
		w.xpos = append(w.xpos, linear.Value(d.Tokens[i].XPOS))
	}
}

// edgeKin stands for the kin of what is outside of the sentence.
var edgeKin = clusters{1 << 15, 1 << 15, 1 << 15}

// features returns the features of token i of the sentence.
func (w *nameWork) features(i int) []linear.Feature {
	f := w.f[:0]
	at := func(k int) *word {
		if k < 0 || k >= len(w.words) {
			return &edge
		}
		return &w.words[k]
	}
	listed := func(k int) uint64 {
		if k < 0 || k >= len(w.words) {
			return 1 << 30
		}
		return uint64(w.listed[k])
	}
	pos := func(k int) uint64 {
		if k < 0 || k >= len(w.words) {
			return 1
		}
		return w.xpos[k]
	}
	kin := func(k int) *clusters {
		if k < 0 || k >= len(w.words) {
			return &edgeKin
		}
		return &w.kin[k]
	}
	n := 0
	add := func(values ...uint64) {
		x := linear.New(n)
		n++
		for _, v := range values {
			x = x.With(v)
		}
		f = append(f, x)
	}
	a2, a1, x, b1, b2 := at(i-2), at(i-1), at(i), at(i+1), at(i+2)
	kind := uint64(x.kind)
	shout := uint64(0)
	if w.shout {
		shout = 1
	}
	add(shout)
	add(x.form)
	add(x.lower)
	add(x.lower, a1.lower)
	add(x.lower, b1.lower)
	add(a1.lower)
	add(a2.lower)
	add(b1.lower)
	add(b2.lower)
	add(a1.lower, kind)
	add(b1.lower, kind)
	add(a2.lower, a1.lower, kind)
	add(b1.lower, b2.lower, kind)
	add(a1.lower, b1.lower, kind)
	for k := range 4 {
		add(x.prefix[k], uint64(k))
		add(x.suffix[k], uint64(k))
	}
	add(x.suffix[4])
	add(a1.suffix[2], kind)
	add(b1.suffix[2], kind)
	add(x.shape, shout)
	add(a1.shape, x.shape)
	add(x.shape, b1.shape)
	add(a1.shape, x.shape, b1.shape)
	add(a2.shape, a1.shape, x.shape)
	add(x.shape, b1.shape, b2.shape)
	add(kind, shout)
	add(uint64(w.seen[x.lower]), kind, shout)
	add(uint64(w.seen[b1.lower]), uint64(b1.kind), kind)
	add(listed(i))
	add(listed(i), uint64(a1.kind&isCapital), uint64(b1.kind&isCapital))
	add(listed(i-1), kind)
	add(listed(i+1), kind)
	add(listed(i), listed(i-1), listed(i+1))
	add(pos(i))
	add(pos(i-1), pos(i))
	add(pos(i), pos(i+1))
	add(pos(i-1), pos(i), pos(i+1))
	add(pos(i), kind, a1.lower)
	for l := range clusterLevels {
		add(uint64(x.groups[l]))
		add(uint64(x.groups[l]), kind)
		add(uint64(a1.groups[l]))
		add(uint64(b1.groups[l]))
	}
	style := uint64(0)
	if w.style == Treebank {
		style = 1
	}
	add(style)
	add(style, kind)
	add(style, x.lower)
	add(style, listed(i))
	add(style, a1.lower)
	add(style, uint64(x.groups[1]))
	add(style, pos(i), x.shape)
	add(uint64(a2.groups[1]))
	add(uint64(b2.groups[1]))
	add(uint64(a1.groups[1]), uint64(x.groups[1]))
	add(uint64(x.groups[1]), uint64(b1.groups[1]))
	add(uint64(a1.groups[1]), uint64(b1.groups[1]), kind)
	add(uint64(a2.groups[1]), uint64(a1.groups[1]), kind)
	add(uint64(b1.groups[1]), uint64(b2.groups[1]), kind)
	k2, k1, kx, j1, j2 := kin(i-2), kin(i-1), kin(i), kin(i+1), kin(i+2)
	for l := range clusterLevels {
		add(uint64(kx[l]))
		add(uint64(kx[l]), x.shape)
		add(uint64(k1[l]), kind)
		add(uint64(j1[l]), kind)
	}
	add(style, uint64(kx[1]), kind)
	add(style, uint64(kx[2]))
	add(uint64(k2[1]))
	add(uint64(j2[1]))
	add(uint64(k1[1]), uint64(kx[1]))
	add(uint64(kx[1]), uint64(j1[1]))
	add(uint64(k1[1]), uint64(j1[1]), kind)
	add(uint64(k2[0]), uint64(k1[0]), kind)
	add(uint64(j1[0]), uint64(j2[0]), kind)
	run := w.runs[i]
	from, to := run.Start, run.End
	add(at(from).lower, uint64(min(i-from, 2)))
	add(at(to-1).lower, uint64(min(to-1-i, 2)))
	add(uint64(kin(from)[1]), uint64(min(i-from, 2)), style)
	add(uint64(kin(to - 1)[1]), uint64(min(to-1-i, 2)), style)
	add(at(from-1).lower, at(to).lower, kind)
	add(uint64(kin(from - 1)[1]), uint64(kin(to)[1]), kind)
	add(uint64(min(i-from, 3)), uint64(min(to-i, 3)), style)
	var mates [2]mate
	if x.kind&isCapital != 0 {
		mates = w.mates[x.lower]
	}
	add(mates[0].lower, kind)
	add(mates[1].lower, kind)
	add(uint64(mates[0].kin), uint64(mates[1].kin), kind)
	add(style, x.shape, shout)
	add(style, b1.lower)
	add(style, a1.lower, kind)
	add(style, x.lower, a1.lower)
	add(style, uint64(x.groups[2]), kind)
	add(style, uint64(a1.groups[1]), kind)
	add(style, uint64(b1.groups[1]), kind)
	add(style, uint64(w.seen[x.lower]), kind)
	w.f = f
	return f
}
