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
	shout  bool // the sentence is written in capitals
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
	for _, s := range d.Sentences {
		w.words = d.words(s.Range)
		if shouting(w.words) {
			continue
		}
		for i := range w.words {
			x := &w.words[i]
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

func (w *nameWork) sentence(d *Doc, r Range) {
	w.r = r
	w.words = d.words(r)
	w.listed = loadGazetteer().look(w.words, w.listed)
	w.shout = shouting(w.words)
	w.xpos = w.xpos[:0]
	for i := r.Start; i < r.End; i++ {
		w.xpos = append(w.xpos, linear.Value(d.Tokens[i].XPOS))
	}
}

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
	w.f = f
	return f
}
