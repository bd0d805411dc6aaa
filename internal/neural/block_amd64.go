package neural

import "golang.org/x/sys/cpu"

// haveVectors says whether the machine has AVX2.
var haveVectors = cpu.X86.HasAVX2

// haveWideVectors says whether it has AVX-512, too, which halves the time of training.
var haveWideVectors = cpu.X86.HasAVX512F

// multiplyBlock computes the sums of one block of columns over eights times eight
// rows, times unit and plus bias.
//
//go:noescape
func multiplyBlock(out *float32, w *int8, x *uint8, eights int, unit, bias *float32)

//go:noescape
func runUnits(h, gates, cells *float32, n, hStep, gateStep int, sigmoids, tanhs *float32)

//go:noescape
func levelBlocks(to *uint8, x *float32, blocks int)

//go:noescape
func addShorts(to *float32, a, b *int16, unit float32, eights int)
