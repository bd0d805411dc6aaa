package lang

import (
	"math"
	"math/rand/v2"
)

// TrainKin puts the words that have vectors into groups of near ones, of several
// sizes, and returns their file.
func TrainKin(sizes []int, progress func(size, round, moved int)) []byte {
	v := loadVectors()
	n := len(v.values) / v.dim
	forms := make([]string, n)
	for w, i := range v.index {
		forms[i] = clusterForm(w)
	}
	units := make([]float32, n*v.dim)
	for i := range n {
		unit(units[i*v.dim:][:v.dim], v.values[i*v.dim:][:v.dim])
	}
	classes := make([][]uint16, len(sizes))
	for i, size := range sizes {
		classes[i] = means(units, v.dim, size, 10, progress)
	}
	return storeClusters(forms, classes)
}

// unit writes a vector at length one.
func unit[T int8 | float32](to []float32, v []T) {
	sum := 0.0
	for _, x := range v {
		sum += float64(x) * float64(x)
	}
	length := float32(max(math.Sqrt(sum), 1e-9))
	for k, x := range v {
		to[k] = float32(x) / length
	}
}

// means groups unit vectors around the directions of their means (k-means by cosine).
func means(units []float32, dim, size, rounds int, progress func(size, round, moved int)) []uint16 {
	n := len(units) / dim
	size = min(size, n)
	centres := make([]float32, size*dim)
	// The first centres are words among the more frequent third.
	for c, i := range rand.New(rand.NewPCG(5, 6)).Perm(max(size, n/3))[:size] {
		copy(centres[c*dim:][:dim], units[i*dim:][:dim])
	}
	class := make([]uint16, n)
	sums := make([]float32, size*dim)
	for round := range rounds {
		moved := 0
		clear(sums)
		for i := range n {
			u := units[i*dim:][:dim]
			best, top := 0, float32(math.Inf(-1))
			for c := range size {
				if s := product(u, centres[c*dim:][:dim]); s > top {
					best, top = c, s
				}
			}
			if class[i] != uint16(best) {
				class[i] = uint16(best)
				moved++
			}
			for k, x := range u {
				sums[best*dim+k] += x
			}
		}
		for c := range size {
			unit(centres[c*dim:][:dim], sums[c*dim:][:dim])
		}
		progress(size, round, moved)
		if moved*100 < n {
			break
		}
	}
	return class
}

func product(a, b []float32) float32 {
	b = b[:len(a)]
	var s0, s1 float32
	for ; len(a) >= 4 && len(b) >= 4; a, b = a[4:], b[4:] {
		s0 += float32(a[0]*b[0]) + float32(a[1]*b[1])
		s1 += float32(a[2]*b[2]) + float32(a[3]*b[3])
	}
	for k := range a {
		s0 += float32(a[k] * b[k])
	}
	return s0 + s1
}
