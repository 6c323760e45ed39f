//go:build !(goexperiment.simd && amd64)

package net

// The loops of training. vec_simd.go has the same with vector instructions (GOEXPERIMENT=simd): four times as fast, and the same
// numbers to the bit, because sums are formed in the same order. Slices have equal lengths, a multiple of eight.

// addTo adds row to dst.
func addTo(dst, row []float32) {
	row = row[:len(dst)]
	for i := range dst {
		dst[i] += row[i]
	}
}

// addScaled adds x times row to dst.
func addScaled(dst, row []float32, x float32) {
	row = row[:len(dst)]
	for i := range dst {
		dst[i] += float32(x * row[i])
	}
}

// dot is the inner product, summed in eight lanes.
func dot(a, b []float32) float32 {
	var s [8]float32
	b = b[:len(a)]
	for i := 0; i+8 <= len(a); i += 8 {
		for k := range s {
			s[k] += float32(a[i+k] * b[i+k])
		}
	}
	return sumLanes(s)
}

// stepSquares makes a step of AdaGrad on w along d times x, with a square for every weight.
func stepSquares(w, g, x []float32, d, rate float32) {
	g, x = g[:len(w)], x[:len(w)]
	for i := range w {
		y := float32(d * x[i])
		g[i] += float32(y * y)
		w[i] -= float32(float32(rate*y) / sqrt(g[i]))
	}
}
