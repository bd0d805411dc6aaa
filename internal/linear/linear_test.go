package linear

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// learn trains on examples whose class follows from two of their features.
func learn(seed uint64) *Trainer {
	r := rand.New(rand.NewPCG(seed, 1))
	t := NewTrainer(3)
	for range 3000 {
		f, class := example(r)
		scores := make([]float32, 3)
		t.Score(f, scores)
		if got := argmax(scores); got != class {
			t.Update(f, class, 1)
			t.Update(f, got, -1)
		}
		t.Step()
	}
	return t
}

func example(r *rand.Rand) ([]Feature, int) {
	a, b := r.IntN(40), r.IntN(1000)
	return []Feature{New(0).With(uint64(a)), New(1).With(uint64(b)), New(2)}, a % 3
}

func argmax[T int32 | float32](s []T) int {
	return slices.Index(s, slices.Max(s))
}

func TestModelLearnsAndSurvivesStorage(t *testing.T) {
	m := learn(1).Model(0.01, 0)
	stored := m.Bytes()
	if again := learn(1).Model(0.01, 0).Bytes(); !bytes.Equal(stored, again) {
		t.Error("the same training gave other bytes")
	}
	read, err := Read(stored)
	if err != nil {
		t.Fatal(err)
	}
	r := rand.New(rand.NewPCG(2, 2))
	right := 0
	for range 1000 {
		f, class := example(r)
		want, got := make([]int32, 3), make([]int32, 3)
		m.Score(f, want)
		read.Score(f, got)
		if !slices.Equal(want, got) {
			t.Fatalf("scores after storage: %v, before: %v", got, want)
		}
		if argmax(got) == class {
			right++
		}
	}
	if right < 980 {
		t.Errorf("%d of 1000 right", right)
	}
}

func TestReadOfDamagedDataFails(t *testing.T) {
	stored := learn(1).Model(0.01, 0).Bytes()
	plain, _ := Decompress(stored)
	rapid.Check(t, func(t *rapid.T) {
		b := slices.Clone(plain)
		b[rapid.IntRange(0, len(b)-1).Draw(t, "at")] = rapid.Byte().Draw(t, "byte")
		b = b[:rapid.IntRange(0, len(b)).Draw(t, "length")]
		if m, err := decode(b); err == nil {
			m.Score([]Feature{New(0), New(1).With(7)}, make([]int32, m.Classes()))
		}
	})
}

func BenchmarkScore(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	t := NewTrainer(50)
	for i := range 300_000 {
		t.Update([]Feature{New(0).With(uint64(i))}, r.IntN(50), 1)
		t.Update([]Feature{New(0).With(uint64(i))}, r.IntN(50), -1)
		t.Step()
	}
	m := t.Model(0.01, 0)
	features := make([]Feature, 30)
	for i := range features {
		features[i] = New(0).With(uint64(r.IntN(600_000)))
	}
	scores := make([]int32, 50)
	b.ReportAllocs()
	for b.Loop() {
		m.Score(features, scores)
	}
}
