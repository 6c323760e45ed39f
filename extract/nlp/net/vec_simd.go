//go:build goexperiment.simd && amd64

package net

import "simd/archsimd"

func addTo(dst, row []float32) {
	row = row[:len(dst)]
	for i := 0; i+8 <= len(dst); i += 8 {
		archsimd.LoadFloat32x8Slice(dst[i:]).Add(archsimd.LoadFloat32x8Slice(row[i:])).StoreSlice(dst[i:])
	}
}

func addScaled(dst, row []float32, x float32) {
	row = row[:len(dst)]
	xs := archsimd.BroadcastFloat32x8(x)
	for i := 0; i+8 <= len(dst); i += 8 {
		archsimd.LoadFloat32x8Slice(dst[i:]).Add(archsimd.LoadFloat32x8Slice(row[i:]).Mul(xs)).StoreSlice(dst[i:])
	}
}

func dot(a, b []float32) float32 {
	b = b[:len(a)]
	var s archsimd.Float32x8
	for i := 0; i+8 <= len(a); i += 8 {
		s = s.Add(archsimd.LoadFloat32x8Slice(a[i:]).Mul(archsimd.LoadFloat32x8Slice(b[i:])))
	}
	var lanes [8]float32
	s.Store(&lanes)
	return sumLanes(lanes)
}

func stepSquares(w, g, x []float32, d, rate float32) {
	g, x = g[:len(w)], x[:len(w)]
	ds, rates := archsimd.BroadcastFloat32x8(d), archsimd.BroadcastFloat32x8(rate)
	for i := 0; i+8 <= len(w); i += 8 {
		y := archsimd.LoadFloat32x8Slice(x[i:]).Mul(ds)
		sq := archsimd.LoadFloat32x8Slice(g[i:]).Add(y.Mul(y))
		sq.StoreSlice(g[i:])
		archsimd.LoadFloat32x8Slice(w[i:]).Sub(y.Mul(rates).Div(sq.Sqrt())).StoreSlice(w[i:])
	}
}
