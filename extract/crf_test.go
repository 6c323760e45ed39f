package extract

import (
	"bytes"
	"math"
	"testing"
)

// spreading makes sequences whose first position tells the label of all.
func spreading(n int) []sequence {
	var out []sequence
	var f features
	for i := range n {
		var s sequence
		for p := range 6 {
			f.ids = f.ids[:0]
			f.add(0, 0, 0)
			if p == 0 {
				f.add(1, uint32(i%2), 0)
			}
			s.add(&f, int8(i%2))
		}
		out = append(out, s)
	}
	return out
}

func TestCRFLearnsAndReads(t *testing.T) {
	opts := crfOptions{labels: 2, epochs: 8, minCount: 1, alpha: 0.3, l1: 0.01, l2: 0.01}
	data := spreading(60)
	b := trainCRF(data, opts).encode(nil)
	if again := trainCRF(spreading(60), opts).encode(nil); !bytes.Equal(b, again) {
		t.Error("the same data gave two models")
	}
	m, rest, err := readCRF(append(b, 7))
	if err != nil || len(rest) != 1 {
		t.Fatalf("readCRF: %v, %d bytes left, want 1", err, len(rest))
	}
	c := newChain(m)
	for i, s := range data {
		c.scores = grow(c.scores, len(s.gold)*2)
		for p := range s.gold {
			m.emit(s.at(p), c.scores[p*2:p*2+2])
		}
		marg, _ := c.marginals()
		for p, got := range c.viterbi() {
			if got != s.gold[p] {
				t.Fatalf("sequence %d position %d: label %d, want %d", i, p, got, s.gold[p])
			}
			if sum := marg[p*2] + marg[p*2+1]; math.Abs(sum-1) > 1e-9 {
				t.Fatalf("sequence %d position %d: probabilities add up to %v", i, p, sum)
			}
		}
	}
}

// The partition sum must be that of all label sequences, counted one by one.
func TestMarginalsAgainstEnumeration(t *testing.T) {
	c := &chain{labels: 3, start: []float32{0.1, -0.4, 0.2}, trans: []float32{0.5, -1, 0, 0.3, 0.2, -0.7, 1, 0, 0.4}}
	c.scores = []float32{0.3, 1, -1, 0, 0.5, 0.25, 2, -3, 0.1, 0.6, 0, 0}
	n, k := 4, 3
	total, want := 0.0, make([]float64, n*k)
	for code := range 81 {
		labels, rest := make([]int, n), code
		for i := range labels {
			labels[i], rest = rest%k, rest/k
		}
		score := float64(c.start[labels[0]])
		for i, l := range labels {
			score += float64(c.scores[i*k+l])
			if i > 0 {
				score += float64(c.trans[labels[i-1]*k+l])
			}
		}
		p := math.Exp(score)
		total += p
		for i, l := range labels {
			want[i*k+l] += p
		}
	}
	marg, logz := c.marginals()
	if math.Abs(logz-math.Log(total)) > 1e-6 {
		t.Errorf("log of the partition sum = %v, want %v", logz, math.Log(total))
	}
	for x := range want {
		if math.Abs(marg[x]-want[x]/total) > 1e-6 {
			t.Errorf("probability %d = %v, want %v", x, marg[x], want[x]/total)
		}
	}
}

func TestReadCRFRefusesDamage(t *testing.T) {
	whole := trainCRF(spreading(20), crfOptions{labels: 2, epochs: 2, minCount: 1, alpha: 0.3}).encode(nil)
	for n := range whole {
		if _, _, err := readCRF(whole[:n]); err == nil {
			t.Fatalf("a model cut after %d of %d bytes was read without an error", n, len(whole))
		}
	}
}
