package extract

import (
	"bytes"
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"
)

func quietNet() netOptions {
	return netOptions{labels: 2, hidden: 8, epochs: 20, minCount: 1, rate: 0.1, seed: 1, log: func(string, ...any) {}}
}

func TestNetCRFLearnsAndReads(t *testing.T) {
	data := spreading(60)
	b := trainNetCRF(data, quietNet()).encode(nil)
	if again := trainNetCRF(spreading(60), quietNet()).encode(nil); !bytes.Equal(b, again) {
		t.Error("the same data gave two models")
	}
	m, rest, err := readNetCRF(append(b, 7))
	if err != nil || len(rest) != 1 {
		t.Fatalf("readNetCRF: %v, %d bytes left, want 1", err, len(rest))
	}
	c, s := &chain{labels: 2, start: m.start, trans: m.trans}, newNetScorer(m)
	for i, q := range data {
		c.scores = grow(c.scores, len(q.gold)*2)
		clear(c.scores)
		for p := range q.gold {
			s.emit(q.at(p), c.scores[p*2:p*2+2])
		}
		for p, got := range c.viterbi() {
			if got != q.gold[p] {
				t.Fatalf("sequence %d position %d: label %d, want %d", i, p, got, q.gold[p])
			}
		}
	}
}

func TestReadNetCRFRefusesDamage(t *testing.T) {
	whole := trainNetCRF(spreading(20), quietNet()).encode(nil)
	for n := range whole {
		if _, _, err := readNetCRF(whole[:n]); err == nil {
			t.Fatalf("a model cut after %d of %d bytes was read without an error", n, len(whole))
		}
	}
}

// The best labellings must be those that enumeration finds, in its order.
func TestBestAgainstEnumeration(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	random := func(n int) []float32 {
		out := make([]float32, n)
		for i := range out {
			out[i] = float32(rng.NormFloat64())
		}
		return out
	}
	for range 20 {
		const n, k = 4, 3
		c := &chain{labels: k, start: random(k), trans: random(k * k), scores: random(n * k)}
		var want []float64
		for code := range 81 {
			labels := make([]int8, n)
			for i, rest := 0, code; i < n; i, rest = i+1, rest/k {
				labels[i] = int8(rest % k)
			}
			want = append(want, c.score(labels))
		}
		slices.SortFunc(want, func(a, b float64) int { return cmp.Compare(b, a) })
		got := c.nbest(7)
		if len(got) != 7 {
			t.Fatalf("%d labellings, want 7", len(got))
		}
		for i, p := range got {
			if math.Abs(p.score-want[i]) > 1e-5 || math.Abs(c.score(p.labels)-p.score) > 1e-5 {
				t.Errorf("labelling %d %v: score %v, of its labels %v, want %v", i, p.labels, p.score, c.score(p.labels), want[i])
			}
		}
		if first := c.viterbi(); !slices.Equal(first, got[0].labels) {
			t.Errorf("best labelling %v, Viterbi's %v", got[0].labels, first)
		}
	}
}
