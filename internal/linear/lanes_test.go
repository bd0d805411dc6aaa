package linear

import (
	"bytes"
	"math"
	"math/rand/v2"
	"testing"
)

func TestLanesSurviveStorageAndScoreAsTrained(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 1))
	trainer := NewLaneTrainer(10)
	trainer.Rate = 0.1
	keys := make([]uint32, 60)
	for i := range keys {
		keys[i] = r.Uint32()
	}
	trainer.Count(keys)
	trainer.Count(keys)
	trainer.Settle(2)
	for i := range keys {
		for lane := range LaneCount {
			trainer.Update(trainer.Places(keys[i:i+1], nil), lane, float32(r.NormFloat64()))
		}
	}
	for range 100_000 { // so that the average is as good as the last weight
		trainer.Step()
	}
	m := trainer.Lanes(1)
	read, rest, err := ReadLanes(append(m.Bytes(), 1, 2, 3))
	if err != nil || !bytes.Equal(rest, []byte{1, 2, 3}) {
		t.Fatalf("rest %v, error %v", rest, err)
	}
	want := trainer.Score(trainer.Places(keys, nil))
	for lane, got := range read.Score(append(keys, 12345, 999)) { // two features that were never seen
		if d := float64(got)*float64(read.Unit) - float64(want[lane]); math.Abs(d) > float64(read.Unit)*faint*float64(len(keys)) {
			t.Errorf("lane %d: %v, want %v", lane, float64(got)*float64(read.Unit), want[lane])
		}
	}
	for n := range m.Bytes() {
		if n > 2000 {
			break
		}
		if _, _, err := ReadLanes(m.Bytes()[:n]); err == nil {
			t.Fatalf("read %d bytes without an error", n)
		}
	}
}

func BenchmarkLanes(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 1))
	m := &Lanes{rows: make([]uint64, 1<<20), mask: 1<<20 - 1}
	keys := make([]uint32, 60)
	b.ReportAllocs()
	for b.Loop() {
		for i := range keys {
			keys[i] = r.Uint32()
		}
		m.Score(keys)
	}
}
