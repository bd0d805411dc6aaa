package neural

// Multiply adds the product of the m×k matrix a and the k×n matrix b to c. Each
// sum runs over k in order, so that it is the same number on every machine,
// whether it has vector instructions or not: they take several columns at once.
func Multiply(c, a, b []float32, m, k, n int) {
	c, a, b = c[:m*n], a[:m*k], b[:k*n]
	if !haveVectors || m == 0 || k == 0 {
		multiplyPlain(c, a, b, m, k, n, 0)
		return
	}
	j := 0
	for ; haveWideVectors && j+64 <= n; j += 64 {
		for i := range m {
			multiply64(&c[i*n+j], &a[i*k], &b[j], k, n)
		}
	}
	for ; j+32 <= n; j += 32 {
		for i := range m {
			multiply32(&c[i*n+j], &a[i*k], &b[j], k, n)
		}
	}
	for ; j+8 <= n; j += 8 {
		for i := range m {
			multiply8(&c[i*n+j], &a[i*k], &b[j], k, n)
		}
	}
	if j < n {
		multiplyPlain(c, a, b, m, k, n, j)
	}
}

// multiplyPlain computes the columns of c from a given one on.
func multiplyPlain(c, a, b []float32, m, k, n, from int) {
	for i := range m {
		out, row := c[i*n+from:(i+1)*n], a[i*k:(i+1)*k]
		l := 0
		for ; l+4 <= k; l += 4 {
			a0, a1, a2, a3 := row[l], row[l+1], row[l+2], row[l+3]
			b0, b1 := b[l*n+from : (l+1)*n][:len(out)], b[(l+1)*n+from : (l+2)*n][:len(out)]
			b2, b3 := b[(l+2)*n+from : (l+3)*n][:len(out)], b[(l+3)*n+from : (l+4)*n][:len(out)]
			for j, v := range out {
				v += float32(a0 * b0[j])
				v += float32(a1 * b1[j])
				v += float32(a2 * b2[j])
				v += float32(a3 * b3[j])
				out[j] = v
			}
		}
		for ; l < k; l++ {
			a0, b0 := row[l], b[l*n+from : (l+1)*n][:len(out)]
			for j := range out {
				out[j] += float32(a0 * b0[j])
			}
		}
	}
}
