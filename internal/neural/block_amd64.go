package neural

import "golang.org/x/sys/cpu"

// haveVectors says whether the machine has AVX2.
var haveVectors = cpu.X86.HasAVX2

// multiplyBlock computes the sums of one block of columns over quads times four rows.
//
//go:noescape
func multiplyBlock(out *int32, w *int8, x *uint8, quads int)

// multiplyRow adds the product of k numbers and k rows of [rowColumns] columns of b,
// stride bytes apart, to c.
//
//go:noescape
func multiplyRow(c, a, b *float32, k, stride int)
