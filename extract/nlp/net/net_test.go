package net

import (
	"errors"
	"math/rand"
	"testing"
)

// learned trains a net that tells whether the sum of two digits is above 8.
func learned(tb testing.TB) *Net {
	tb.Helper()
	keys := func(a, b int) []uint64 { return []uint64{Key(1, uint32(a), 0, 0), Key(2, uint32(b), 0, 0)} }
	count := Counter{}
	for a := range 10 {
		for b := range 10 {
			count.Add(keys(a, b))
		}
	}
	tr := NewTrainer(Config{Hidden: 16, Heads: []int{2}, Rate: 0.05, Seed: 1}, count, 1)
	rng := rand.New(rand.NewSource(2))
	for range 20000 {
		a, b := rng.Intn(10), rng.Intn(10)
		gold := 0
		if a+b > 8 {
			gold = 1
		}
		rows := tr.Rows(keys(a, b), nil)
		tr.Forward(rows, true)
		g := Softmax(tr.Scores(0, nil, nil), func(c int) bool { return c == gold })
		tr.Learn(0, nil, g)
		tr.Finish(rows)
	}
	tr.Snapshot()
	n := tr.Net()
	wrong := 0
	for a := range 10 {
		for b := range 10 {
			if got := n.answer(keys(a, b)); (got == 1) != (a+b > 8) {
				wrong++
			}
		}
	}
	if wrong > 2 {
		tb.Fatalf("learned net: %d of 100 sums wrong", wrong)
	}
	return n
}

func (n *Net) answer(keys []uint64) int {
	acc, layer := n.NewAcc(), Layer{}
	n.AddAll(acc, keys)
	n.Activate(acc, &layer)
	return n.Heads[0].Best(&layer)
}

func TestLearnsAndStays(t *testing.T) {
	n := learned(t)
	b := n.Append(nil)
	if again := learned(t).Append(nil); string(again) != string(b) {
		t.Error("two trainings with one seed differ")
	}
	m, rest, err := Read(append(b, 1, 2, 3))
	if err != nil || len(rest) != 3 {
		t.Fatalf("read back: %v, %d bytes left, want 3", err, len(rest))
	}
	if c := m.Append(nil); string(c) != string(b) {
		t.Error("a net that was read is written differently")
	}
}

func TestUnknownFeatureAddsNothing(t *testing.T) {
	n := learned(t)
	if r := n.Row(Key(99, 1, 2, 3)); r != -1 {
		t.Errorf("row of an unknown feature: got %d, want -1", r)
	}
}

func FuzzRead(f *testing.F) {
	b := learned(f).Append(nil)
	f.Add(b)
	f.Add(b[:len(b)/2])
	f.Add([]byte{16, 0, 0, 0, 1, 0, 0, 0})
	f.Fuzz(func(t *testing.T, b []byte) {
		n, _, err := Read(b)
		if err != nil {
			if !errors.Is(err, ErrDamaged) {
				t.Fatalf("got error %v, want one of ErrDamaged", err)
			}
			return
		}
		for h := range n.Heads {
			if n.Heads[h].N > 0 {
				acc, layer := n.NewAcc(), Layer{}
				n.AddAll(acc, []uint64{Key(1, 2, 3, 4)})
				n.Activate(acc, &layer)
				n.Heads[h].Best(&layer)
			}
		}
	})
}

func BenchmarkAddAll(b *testing.B) {
	n := learned(b)
	acc := n.NewAcc()
	var keys []uint64
	for i := range uint32(50) {
		keys = append(keys, Key(1, i%10, 0, 0))
	}
	for b.Loop() {
		acc.Reset()
		n.AddAll(acc, keys)
	}
}
