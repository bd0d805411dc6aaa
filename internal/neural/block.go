//go:build !amd64

package neural

// haveVectors says that there are no vector instructions written for this machine.
const haveVectors = false

const haveWideVectors = false

func multiplyBlock(out *float32, w *int8, x *uint8, eights int, unit, bias *float32) {
	panic(noVectors)
}

func runUnits(h, gates, cells *float32, n, hStep, gateStep int, sigmoids, tanhs *float32) {
	panic(noVectors)
}

func levelBlocks(to *uint8, x *float32, blocks int) { panic(noVectors) }

func addShorts(to *float32, a, b *int16, unit float32, eights int) { panic(noVectors) }

func multiply64(c, a, b *float32, k, n int) { panic(noVectors) }

func multiply32(c, a, b *float32, k, n int) { panic(noVectors) }

func multiply8(c, a, b *float32, k, n int) { panic(noVectors) }

const noVectors = "neural: no vector instructions"
