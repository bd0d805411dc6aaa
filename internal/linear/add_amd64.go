package linear

import "golang.org/x/sys/cpu"

// haveVectors says whether the machine has AVX2.
var haveVectors = cpu.X86.HasAVX2

// The blocks are of eight numbers.

//go:noescape
func addLongBlocks(to, from *int32, blocks int)

//go:noescape
func addShortBlocks(to *int32, from *int16, blocks int)
