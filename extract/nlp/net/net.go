// Package net is the learned scorer of the language core: a network with one hidden layer whose input is a set of sparse
// features. Every feature owns one row of learned numbers; the rows of the features that hold are summed, a bias is added, what is
// negative becomes zero, and each of one or more heads turns the hidden layer into scores for its classes.
//
// A feature is a 64-bit key that the caller hashes from what it sees (Key). Features that training did not keep have no row and
// add nothing. Rows are bytes with one common scale; eight of them are added at once in the lanes of two 64-bit words.
//
// Start at Net and Acc; train.go has the trainer, file.go the bytes of a stored net.
package net

import "math/bits"

// Net is a trained network. It is read only and serves many goroutines.
type Net struct {
	Hidden int // a multiple of 8
	Heads  []Head

	words  int      // 64-bit words a row: Hidden/8
	table  []uint64 // open addressing: print<<32 | row+1; 0 is free
	shift  uint     // 64 - log2(len(table))
	prints []uint32 // what the table keeps of each feature's key, by row
	rows   []uint64 // words words a row, each eight bytes of weight + 128
	scale  float32
	bias   []float32
}

// Head maps the hidden layer to the scores of N classes.
type Head struct {
	N int
	W []float32 // class by class, Hidden weights each
	B []float32
}

// Key hashes a feature: a template and up to three values.
func Key(template uint32, a, b, c uint32) uint64 {
	h := uint64(template)*0x9E3779B97F4A7C15 ^ uint64(a)
	h *= 0xff51afd7ed558ccd
	h ^= h>>32 ^ uint64(b)
	h *= 0xc4ceb9fe1a85ec53
	h ^= h>>29 ^ uint64(c)
	h *= 0x9FB21C651E98DF25
	return h ^ h>>28
}

// Hash is FNV-1a of a string, for values of features.
func Hash[S ~string | ~[]byte](s S) uint32 {
	h := uint32(2166136261)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint32(s[i])) * 16777619
	}
	return h
}

// print32 is what the table keeps of a key.
func print32(key uint64) uint32 { return uint32(key ^ key>>32) }

// Row is the row of a feature, -1 when it has none.
func (n *Net) Row(key uint64) int {
	if len(n.table) == 0 {
		return -1
	}
	p := print32(key)
	mask := uint64(len(n.table) - 1)
	for i := slot(p) >> n.shift; ; i++ {
		e := n.table[i&mask]
		if e == 0 {
			return -1
		}
		if uint32(e>>32) == p {
			return int(uint32(e)) - 1
		}
	}
}

func slot(p uint32) uint64 { return uint64(p) * 0x9E3779B97F4A7C15 }

func (n *Net) index() {
	size := 1 << bits.Len(uint(len(n.prints)*2))
	n.table = make([]uint64, size)
	n.shift = uint(64 - bits.Len(uint(size-1)))
	mask := uint64(size - 1)
	for row, p := range n.prints {
		i := slot(p) >> n.shift
		for n.table[i&mask] != 0 {
			i++
		}
		n.table[i&mask] = uint64(p)<<32 | uint64(row+1)
	}
}

// Acc sums rows. At most 250 rows may be added to one. The bytes of a word of a row are summed apart, those at even places and those
// at odd ones, each in four lanes of 16 bits.
type Acc struct {
	sum  []uint64 // two words for each word of a row: even places, odd places
	n    uint64
	rows []int32 // scratch of AddAll
}

// NewAcc makes an accumulator of the net's width.
func (n *Net) NewAcc() *Acc { return &Acc{sum: make([]uint64, 2*n.words)} }

// Reset empties it.
func (a *Acc) Reset() {
	clear(a.sum)
	a.n = 0
}

// AddAll adds the rows of all features that have one. Rows are looked up first and then added piece by piece, so that the waits for
// memory overlap.
func (n *Net) AddAll(a *Acc, keys []uint64) {
	a.rows = a.rows[:0]
	for _, k := range keys {
		if r := n.Row(k); r >= 0 {
			a.rows = append(a.rows, int32(r*n.words))
		}
	}
	a.n += uint64(len(a.rows))
	const even = 0x00ff00ff00ff00ff
	i := 0
	for ; i+2 <= n.words; i += 2 {
		sum := a.sum[2*i : 2*i+4 : 2*i+4]
		e0, o0, e1, o1 := sum[0], sum[1], sum[2], sum[3]
		piece := n.rows[i:]
		for _, r := range a.rows {
			row := piece[r : r+2 : r+2]
			x, y := row[0], row[1]
			e0 += x & even
			o0 += x >> 8 & even
			e1 += y & even
			o1 += y >> 8 & even
		}
		sum[0], sum[1], sum[2], sum[3] = e0, o0, e1, o1
	}
	for ; i < n.words; i++ {
		for _, r := range a.rows {
			x := n.rows[int(r)+i]
			a.sum[2*i] += x & even
			a.sum[2*i+1] += x >> 8 & even
		}
	}
}

// AddAcc adds the rows that b has summed.
func (a *Acc) AddAcc(b *Acc) {
	sum, other := a.sum, b.sum
	for len(sum) >= 4 && len(other) >= 4 {
		sum[0] += other[0]
		sum[1] += other[1]
		sum[2] += other[2]
		sum[3] += other[3]
		sum, other = sum[4:], other[4:]
	}
	for i := range sum {
		sum[i] += other[i]
	}
	a.n += b.n
}

// Layer is a hidden layer.
type Layer struct{ V []float32 }

// Activate computes the hidden layer.
func (n *Net) Activate(a *Acc, l *Layer) {
	if cap(l.V) < n.Hidden {
		l.V = make([]float32, n.Hidden)
	}
	l.V = l.V[:n.Hidden]
	off := int32(a.n) * 128
	for i := 0; i < n.words; i++ {
		e, o := a.sum[2*i], a.sum[2*i+1]
		v, bias := l.V[8*i:8*i+8:8*i+8], n.bias[8*i:8*i+8:8*i+8]
		for k := 0; k < 8; k += 2 {
			v[k] = max(0, float32(int32(e&0xffff)-off)*n.scale+bias[k])
			v[k+1] = max(0, float32(int32(o&0xffff)-off)*n.scale+bias[k+1])
			e >>= 16
			o >>= 16
		}
	}
}

// Score is the score of one class.
func (h *Head) Score(l *Layer, class int) float32 {
	w := h.W[class*len(l.V) : (class+1)*len(l.V)]
	v := l.V[:len(w)]
	var s0, s1, s2, s3 float32
	for len(w) >= 4 && len(v) >= 4 {
		s0 += w[0] * v[0]
		s1 += w[1] * v[1]
		s2 += w[2] * v[2]
		s3 += w[3] * v[3]
		w, v = w[4:], v[4:]
	}
	return h.B[class] + (s0 + s1) + (s2 + s3)
}

// Best is the class with the highest score; of equals the first.
func (h *Head) Best(l *Layer) int {
	best, at := h.Score(l, 0), 0
	for c := 1; c < h.N; c++ {
		if s := h.Score(l, c); s > best {
			best, at = s, c
		}
	}
	return at
}
