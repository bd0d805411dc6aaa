package linear

import (
	"encoding/binary"
	"math/rand/v2"
	"testing"
)

func TestTranspose(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var x [8]uint64
	var before, after [64]byte
	for i := range x {
		x[i] = rng.Uint64()
		binary.LittleEndian.PutUint64(before[8*i:], x[i])
	}
	transpose(&x)
	for i := range x {
		binary.LittleEndian.PutUint64(after[8*i:], x[i])
	}
	for i := range 8 {
		for k := range 8 {
			if before[8*i+k] != after[8*k+i] {
				t.Errorf("row %d, column %d: %d is not in its place", i, k, before[8*i+k])
			}
		}
	}
}
