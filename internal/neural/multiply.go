package neural

// Multiply adds the product of the m×k matrix a and the k×n matrix b to c. Each
// sum runs over k in order, and is the same with vector instructions and without.
func Multiply(c, a, b []float32, m, k, n int) {
	done := 0 // columns
	if haveVectors && k > 0 {
		c, a, b := c[:m*n], a[:m*k], b[:k*n]
		for ; done+rowColumns <= n; done += rowColumns {
			for i := range m {
				multiplyRow(&c[i*n+done], &a[i*k], &b[done], k, 4*n)
			}
		}
	}
	if done < n {
		multiply(c, a, b, m, k, n, done)
	}
}

// rowColumns is how many columns vector instructions take at once.
const rowColumns = 32

// multiply is Multiply without vector instructions, of the columns from one on.
func multiply(c, a, b []float32, m, k, n, from int) {
	for i := range m {
		out, row := c[i*n+from:(i+1)*n], a[i*k:(i+1)*k]
		l := 0
		for ; l+4 <= k; l += 4 {
			a0, a1, a2, a3 := row[l], row[l+1], row[l+2], row[l+3]
			b0, b1, b2, b3 := b[l*n+from : (l+1)*n][:len(out)], b[(l+1)*n+from : (l+2)*n][:len(out)], b[(l+2)*n+from : (l+3)*n][:len(out)], b[(l+3)*n+from : (l+4)*n][:len(out)]
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
