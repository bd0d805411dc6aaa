package lang

import (
	"bytes"
	"math"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestTrainNames: the same sentences give the same bytes, from which a finder can be
// read. (What it learns is a matter of the scores.)
func TestTrainNames(t *testing.T) {
	texts := func() []NameTexts {
		var docs []*Doc
		for range 20 {
			d := someDoc(strings.Fields("Ilse Marrow left the port of Calder for Norvana"))
			d.Names = []Name{{Range{0, 2}, PER}, {Range{6, 7}, LOC}, {Range{8, 9}, LOC}}
			docs = append(docs, d, someDoc(strings.Fields("the envoys left the port for the talks")))
		}
		return []NameTexts{{docs, Newswire}}
	}
	model := TrainNames(1, nil, texts()...)
	if !bytes.Equal(model, TrainNames(1, nil, texts()...)) {
		t.Error("trained twice, two models")
	}
	f, err := readFinder(model, loadVectors())
	if err != nil {
		t.Fatal(err)
	}
	d := texts()[0].Docs[0]
	w := newFindWork()
	w.see.prepare(d)
	w.parts = []Range{d.Sentences[0].Range}
	f.find(d, w, Newswire)
}

// TestLabelField: the gradient is that of the loss.
func TestLabelField(t *testing.T) {
	n := newNameNetwork(nameLabels("PER", "LOC"), nil)
	rng := rand.New(rand.NewPCG(1, 2))
	for i := range n.follow.W {
		n.follow.W[i] = rng.Float32()
	}
	gold := []uint8{0, 1, 2, 3, 0, 8, 4}
	emit := make([]float32, len(gold)*labelSpace)
	for i := range emit {
		emit[i] = 2 * rng.Float32()
	}
	loss := func(emit []float32) float64 {
		var f labelField
		return f.gradient(n, append([]float32(nil), emit...), gold, make([]float32, len(n.follow.W)))
	}
	var f labelField
	gradient, pairs := append([]float32(nil), emit...), make([]float32, len(n.follow.W))
	f.gradient(n, gradient, gold, pairs)
	const step = 1.0 / 64
	check := func(what string, at int, weights []float32, got float32) {
		old := weights[at]
		weights[at] = old + step
		up := loss(emit)
		weights[at] = old - step
		down := loss(emit)
		weights[at] = old
		if want := (up - down) / (2 * step); math.Abs(want-float64(got)) > 0.002 {
			t.Errorf("%s %d: gradient %.4f, want %.4f", what, at, got, want)
		}
	}
	for i := range gold {
		for k := range n.labels {
			check("score", i*labelSpace+k, emit, gradient[i*labelSpace+k])
		}
	}
	for _, p := range n.pairs {
		at := int(p[0])*len(n.labels) + int(p[1])
		check("pair", at, n.follow.W, pairs[at])
	}
}
