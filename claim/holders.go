package claim

import (
	_ "embed"
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"

	"rapporteur"
	"rapporteur/internal/linear"
)

// Who holds a stand is decided by a log-linear model over candidates: everybody
// whom the sentence of the predicate and the two before it name, their other
// subjects, and the voice on whose word it stands. Each is described by how the tree, the attribution and the
// report connect him with the predicate, and by whether he is the one whom the
// rules of [reading.holders] name. What the candidates leave of the likelihood is
// nobody's. It learns from the marks of claim/training ([TrainHolders]).

// likelyHolder is how likely somebody must be the holder of a stand to be taken for it.
const likelyHolder = 0.3

//go:embed model/holders.bin
var storedHolders []byte

var loadHolders = sync.OnceValue(func() *linear.Lanes {
	m, err := readHolders(storedHolders)
	if err != nil {
		panic(fmt.Sprintf("embedded holders: %v", err)) // caught by every test
	}
	return m
})

func readHolders(stored []byte) (*linear.Lanes, error) {
	parts, err := linear.Extract(stored, 1)
	if err != nil {
		return nil, fmt.Errorf("read holders: %w", err)
	}
	m, _, err := linear.ReadLanes(parts[0])
	if err != nil {
		return nil, fmt.Errorf("read holders: %w", err)
	}
	return m, nil
}

// holding is a candidate: one that a nominal names, or several that it names together.
type holding struct {
	actors  []actor
	unnamed bool // the subject of a clause who is nobody the record could name: "workers"
	keys    []uint32
}

// holder returns who most likely holds the stand that a predicate tells, nil where
// it is nobody whom the record could tell from others.
func (r *reading) holder(i int, stance rapporteur.Stance) []actor {
	all := r.candidateHolders(i, stance)
	n, p := likeliest(loadHolders(), all)
	switch {
	case p < likelyHolder:
		return nil
	case all[n].unnamed:
		return r.unnamedHolder(i, all[n].actors[0], p)
	}
	return all[n].actors
}

// likeliest returns the candidate whose mentions together are the likeliest, with
// how likely that is: of his mentions the likeliest.
func likeliest(m *linear.Lanes, all []holding) (best int, p float64) {
	scores := make([]float64, len(all))
	top := 0.0 // nobody's
	for n, h := range all {
		scores[n] = float64(m.Score(h.keys)[0]) * float64(m.Unit)
		top = max(top, scores[n])
	}
	sum := math.Exp(-top)
	byName := map[string]float64{}
	for n, h := range all {
		p := math.Exp(scores[n] - top)
		sum += p
		byName[h.actors[0].Name] += p
	}
	for n, h := range all {
		a, b := h.actors[0].Name, all[best].actors[0].Name
		if byName[a] > byName[b] || a == b && scores[n] > scores[best] {
			best = n
		}
	}
	if len(all) == 0 {
		return 0, 0
	}
	return best, byName[all[best].actors[0].Name] / sum
}

// candidateHolders gathers and describes who may hold the stand that predicate i tells.
func (r *reading) candidateHolders(i int, stance rapporteur.Stance) []holding {
	x := r.holderSearch(i, stance)
	var out []holding
	add := func(h int, who []actor, unnamed bool, path symbol) {
		if len(who) > 0 {
			out = append(out, holding{who, unnamed, x.describe(h, who, path, len(out))})
		}
	}
	named := func(name string) bool {
		return slices.ContainsFunc(out, func(h holding) bool { return h.actors[0].Name == name })
	}
	s := r.sent[i]
	for h := r.sentence(i).End - 1; h >= r.doc.Sentences[max(0, s-2)].Start; h-- {
		switch r.upos(h) {
		case "NOUN", "PROPN", "PRON":
		default:
			continue
		}
		if h == i || base(r.rel(h)) == "flat" || r.rel(h) == "compound" {
			continue
		}
		if who := r.namedAt(h); len(who) > 0 {
			add(h, who, false, x.path(h))
		} else if base(r.rel(h)) == "nsubj" && r.upos(h) != "PRON" && !r.isTextNoun(h) {
			words := r.nounPhrase(h)
			add(h, []actor{{Mention: rapporteur.Mention{Name: r.plain(words), Span: r.bytes(words)}, token: h}}, true, x.path(h))
		}
	}
	if n := len(x.chain); n > 0 && !named(x.chain[n-1].Name) {
		add(-1, r.party(i), false, symbolOf("voice"))
	}
	if len(x.ruled) > 0 && !named(x.ruled[0].Name) {
		add(-1, x.ruled, false, symbolOf("ruled"))
	}
	return out
}

// namedAt returns who a nominal names or stands for and can hold a position.
func (r *reading) namedAt(h int) []actor {
	who, ok := r.holding[h]
	if !ok {
		if who = r.actorsOrMeant([]int{h}); len(who) > 0 {
			who = r.sides(who)
		}
		if r.holding == nil {
			r.holding = map[int][]actor{}
		}
		r.holding[h] = who
	}
	return who
}

// holderSearch is what all candidates of a predicate share.
type holderSearch struct {
	r     *reading
	i     int
	ruled []actor // whom the rules name
	chain []rapporteur.Source
	up    []int // from the predicate to the root of its tree

	stance, upos, sense, direct, voice, passive, modal, obliges, neg, first symbol
}

func (r *reading) holderSearch(i int, stance rapporteur.Stance) *holderSearch {
	x := &holderSearch{
		r: r, i: i, ruled: r.sides(r.holders(i, true)), chain: r.chain(i), up: r.rootward(i),
		stance: symbolOf(string(stance)), upos: symbolOf(r.upos(i)), sense: symbolOf(r.sense(i)),
		direct: symbolIf(r.direct(i), "!"), voice: noWord, passive: blank, modal: blank, obliges: blank, neg: blank, first: blank,
	}
	if n := len(x.chain); n > 0 {
		x.voice = symbolOf(string(x.chain[n-1].Type))
	}
	if c := r.clause(i); c != nil {
		x.passive, x.modal = symbolIf(c.passive, "passive"), symbolOf(c.modal)
		x.obliges, x.neg = symbolIf(r.obliges(c), "obliges"), symbolIf(c.neg, "not")
	}
	own := r.own(i)
	for k := own.Start; k < own.End; k++ {
		switch r.lower(k) {
		case "we", "our", "us":
			x.first = symbolOf("we")
		case "i", "my":
			x.first = symbolOf("i")
		}
	}
	return x
}

// rootward returns the tokens from i to the root of its tree, at most a dozen.
func (r *reading) rootward(i int) []int {
	var out []int
	for ; i >= 0 && len(out) < 12; i = r.head(i) {
		out = append(out, i)
	}
	return out
}

// farthest is how many steps of the tree a path between a predicate and a candidate has at most.
const farthest = 6

// path describes how the tree leads from the predicate to token h: up, and down again.
func (x *holderSearch) path(h int) symbol {
	f := linear.New(0)
	if x.r.sent[h] != x.r.sent[x.i] {
		top := x.r.head(h) >= 0 && x.r.head(x.r.head(h)) < 0
		return symbol(f.With(uint64(x.r.sent[x.i] - x.r.sent[h])).With(uint64(symbolOf(x.r.rel(h)))).With(uint64(flag(top))))
	}
	down := x.r.rootward(h)
	for n, k := range x.up {
		y := slices.Index(down, k)
		if y < 0 {
			continue
		}
		if n+y > farthest {
			break
		}
		for _, q := range x.up[:n] {
			f = f.With(uint64(symbolOf(base(x.r.rel(q)))))
		}
		f = f.With(1)
		for z := y - 1; z >= 0; z-- {
			f = f.With(uint64(symbolOf(x.r.rel(down[z]))))
		}
		return symbol(f)
	}
	return symbol(f.With(2))
}

// describe returns the features of a candidate whom token h names, -1 for a voice
// that no word near names. He is the nth from the end of the sentence.
func (x *holderSearch) describe(h int, who []actor, path symbol, nth int) []uint32 {
	name := who[0].Name
	kind := symbolOf(string(who[0].Kind))
	ruled := symbolIf(len(x.ruled) > 0 && x.ruled[0].Name == name, "ruled")
	speaks := symbolOf("no")
	for n, v := range x.chain {
		switch {
		case v.Name != name:
		case n == len(x.chain)-1:
			speaks = symbolOf("inner")
		default:
			speaks = symbolOf("outer")
		}
	}
	form, rel, when, inside, does := noWord, noWord, symbolOf("same"), noWord, noWord
	if h >= 0 {
		form, rel = symbolOf(x.r.upos(h)), symbolOf(x.r.rel(h))
		if x.r.upos(h) == "PRON" {
			form = symbolOf(x.r.lower(h))
		}
		switch before := x.r.sent[x.i] - x.r.sent[h]; {
		case before > 0:
			when = symbolOf(strconv.Itoa(before))
		case h > x.i:
			when = symbolOf("after")
		default:
			when = symbolOf("before")
		}
		inside = symbolIf(x.r.inner[h] == x.r.inner[x.i], "inside")
		if k := x.r.head(h); k >= 0 && base(x.r.rel(h)) == "nsubj" {
			does = symbolOf(x.r.sense(k))
		}
	}
	var t traits
	t.join(1, ruled)
	t.join(2, ruled, x.upos, x.stance)
	t.join(3, ruled, speaks, x.direct)
	t.join(4, ruled, path)
	t.join(5, path, symbolIf(len(x.ruled) > 0, "other"))
	t.join(6, path)
	t.join(7, path, x.stance)
	t.join(8, path, x.upos, x.passive)
	t.join(9, path, x.obliges, speaks)
	t.join(10, path, x.modal)
	t.join(11, path, x.neg, x.stance)
	t.join(12, path, x.sense)
	t.join(13, path, kind)
	t.join(14, path, form)
	t.join(15, path, x.voice, x.direct)
	t.join(16, path, inside)
	t.join(17, speaks, x.direct, x.stance)
	t.join(18, speaks, x.first, x.direct)
	t.join(19, speaks, x.obliges, kind)
	t.join(20, speaks, x.upos, x.passive, x.stance)
	t.join(21, speaks, x.voice, when)
	t.join(22, kind)
	t.join(23, kind, x.stance, speaks)
	t.join(24, when, rel)
	t.join(25, when, rel, speaks, inside)
	t.join(26, when, form, does)
	t.join(27, does, x.stance)
	t.join(28, x.first, speaks, kind)
	t.join(29, symbolOf(strconv.Itoa(min(nth, 6))), when)
	t.join(30, symbolOf(strconv.Itoa(min(len(who), 3))))
	if h >= 0 {
		_, often, title := symbols3(x.r.who(h))
		t.join(31, often, when)
		t.join(32, title)
		t.join(33, title, speaks)
		t.join(34, symbolOf(bucket(max(x.i-h, h-x.i))), when)
	}
	return t.keys
}
