package neural

// multiply32 adds to 32 columns of a row of c the products of a row of a, of k
// numbers, with those columns of the rows of b, which are n numbers apart.
//
//go:noescape
func multiply32(c, a, b *float32, k, n int)

// multiply64 does the same for 64 columns, with AVX-512.
//
//go:noescape
func multiply64(c, a, b *float32, k, n int)

// multiply8 does the same for 8 columns.
//
//go:noescape
func multiply8(c, a, b *float32, k, n int)
