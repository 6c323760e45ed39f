// Package net is the learned scorer of the language core: a network with one hidden layer whose input is a set of sparse
// features. Every feature owns one row of learned numbers; the rows of the features that hold are summed, a bias is added, what is
// negative becomes zero, and each of one or more heads turns the hidden layer into scores for its classes.
//
// A feature is a 64-bit key that the caller hashes from what it sees (Key). Features that training did not keep have no row and
// add nothing. Rows are bytes with one common scale; four of them are added at once in the lanes of a 64-bit word, so that a
// feature costs some ten nanoseconds whatever the width of the layer.
//
// Start at Net and Acc; train.go has the trainer, file.go the bytes of a stored net.
package net

import "math/bits"

// Net is a trained network. It is read only and serves many goroutines.
type Net struct {
	Hidden int // a multiple of 4
	Heads  []Head

	lanes  int      // 64-bit words a row: Hidden/4
	table  []uint64 // open addressing: print<<32 | row+1; 0 is free
	shift  uint     // 64 - log2(len(table))
	prints []uint32 // what the table keeps of each feature's key, by row
	rows   []uint64 // lanes words a row; four lanes of 16 bits, each a byte of weight + 128
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
func Hash(s string) uint32 {
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

// Acc sums rows. At most 250 rows may be added to one.
type Acc struct {
	sum []uint64
	n   uint64
}

// NewAcc makes an accumulator of the net's width.
func (n *Net) NewAcc() *Acc { return &Acc{sum: make([]uint64, n.lanes)} }

// Reset empties it.
func (a *Acc) Reset() {
	clear(a.sum)
	a.n = 0
}

// Add adds the row of a feature, if it has one.
func (n *Net) Add(a *Acc, key uint64) {
	if r := n.Row(key); r >= 0 {
		addLanes(a.sum, n.rows[r*n.lanes:(r+1)*n.lanes])
		a.n++
	}
}

// AddAcc adds the rows that b has summed.
func (a *Acc) AddAcc(b *Acc) {
	addLanes(a.sum, b.sum)
	a.n += b.n
}

func addLanes(sum, row []uint64) {
	for len(sum) >= 4 && len(row) >= 4 {
		sum[0] += row[0]
		sum[1] += row[1]
		sum[2] += row[2]
		sum[3] += row[3]
		sum, row = sum[4:], row[4:]
	}
	for i := range sum {
		sum[i] += row[i]
	}
}

// Layer is a hidden layer: its values, and which of them are above zero.
type Layer struct {
	V  []float32
	On []int32
}

// Activate computes the hidden layer.
func (n *Net) Activate(a *Acc, l *Layer) {
	if cap(l.V) < n.Hidden {
		l.V = make([]float32, n.Hidden)
		l.On = make([]int32, 0, n.Hidden)
	}
	l.V = l.V[:n.Hidden]
	l.On = l.On[:0]
	off := int32(a.n) * 128
	v, bias := l.V, n.bias[:len(l.V)]
	for i, s := range a.sum {
		for k := 0; k < 4; k++ {
			j := i*4 + k
			x := float32(int32(s&0xffff)-off)*n.scale + bias[j]
			s >>= 16
			if x > 0 {
				v[j] = x
				l.On = append(l.On, int32(j))
			} else {
				v[j] = 0
			}
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
