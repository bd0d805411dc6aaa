//go:build !amd64

package neural

// haveVectors says that there are no vector instructions written for this machine.
const haveVectors = false

func multiplyBlock(out *int32, w *int8, x *uint8, quads int) { panic("neural: no vector instructions") }

func multiplyRow(c, a, b *float32, k, stride int) { panic("neural: no vector instructions") }
