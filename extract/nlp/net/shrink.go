package net

import (
	"cmp"
	"math"
	"slices"
)

// Prune gives a net with the keep features that matter most, by the squares of their weights and how often they were counted.
func (n *Net) Prune(count Counter, keep int) *Net {
	if keep == 0 || keep >= len(n.prints) {
		return n
	}
	freq := make(map[uint32]uint32, len(count))
	for k, c := range count {
		freq[print32(k)] += c
	}
	order := make([]int, len(n.prints))
	weight := make([]float64, len(n.prints))
	rows := n.bytes()
	for r, p := range n.prints {
		order[r] = r
		sum := 0
		for _, x := range rows[r*n.Hidden : (r+1)*n.Hidden] {
			sum += (int(x) - 128) * (int(x) - 128)
		}
		weight[r] = float64(sum) * float64(freq[p])
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(weight[b], weight[a]) })
	order = order[:keep]
	slices.Sort(order)
	m := &Net{Hidden: n.Hidden, Heads: n.Heads, scale: n.scale, bias: n.bias}
	var prints []uint32
	var q []byte
	for _, r := range order {
		prints = append(prints, n.prints[r])
		q = append(q, rows[r*n.Hidden:(r+1)*n.Hidden]...)
	}
	m.setRows(prints, q)
	return m
}

// Trim gives a smaller net: Prune, then Coarsen.
func (n *Net) Trim(count Counter, keep, step int) *Net { return n.Prune(count, keep).Coarsen(step) }

// Coarsen gives a net whose weights are rounded to multiples of step: it packs into fewer bytes and answers nearly the same.
func (n *Net) Coarsen(step int) *Net {
	if step <= 1 {
		return n
	}
	q := n.bytes()
	for i, x := range q {
		q[i] = byte(int(math.Round(float64(int(x)-128)/float64(step))) + 128)
	}
	m := &Net{Hidden: n.Hidden, Heads: n.Heads, scale: n.scale * float32(step), bias: n.bias}
	m.setRows(n.prints, q)
	return m
}

// rowScale makes 127 of the value that all but one in 5,000 of the weights stay below.
func rowScale(w []float32) float32 {
	if len(w) == 0 {
		return 1
	}
	var hist [4096]int
	top := float32(0)
	for _, x := range w {
		top = max(top, x, -x)
	}
	if top == 0 {
		return 1
	}
	for _, x := range w {
		hist[int(max(x, -x)/top*4095)]++
	}
	left := len(w) / 5000
	for b := 4095; b > 0; b-- {
		if left -= hist[b]; left < 0 {
			return top * float32(b+1) / 4096 / 127
		}
	}
	return top / 127
}
