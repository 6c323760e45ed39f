package net

import (
	"bytes"
	"errors"
	"math/rand"
	"testing"
)

func TestPack(t *testing.T) {
	rng := rand.New(rand.NewSource(1))
	narrow, wide := make([]byte, 3*packBlock+5), make([]byte, packBlock+1)
	for i := range narrow {
		narrow[i] = byte(128 + rng.NormFloat64()*3)
	}
	for i := range wide {
		wide[i] = byte(rng.Intn(256))
	}
	for name, q := range map[string][]byte{
		"none": nil, "one": {7}, "all the same": bytes.Repeat([]byte{128}, 1000), "narrow": narrow, "wide": wide,
	} {
		b := appendPacked(nil, q)
		r := reader{b: append(b, 1, 2)}
		if got := r.packed(len(q)); r.err != nil || !bytes.Equal(got, q) || len(r.b) != 2 {
			t.Errorf("%s: error %v, %d bytes left, want the bytes packed and 2 left", name, r.err, len(r.b))
		}
		if name == "narrow" && len(b) > len(q)/2 {
			t.Errorf("narrow: %d bytes packed in %d, want half", len(q), len(b))
		}
	}
	damaged := appendPacked(nil, narrow)
	for i := 4; i < 200; i++ {
		damaged[i] = 0
	}
	r := reader{b: damaged}
	if r.packed(len(narrow)); !errors.Is(r.err, ErrDamaged) {
		t.Errorf("damaged table: got error %v, want ErrDamaged", r.err)
	}
}

func TestCoarsen(t *testing.T) {
	n := learned(t)
	c := n.Coarsen(8)
	for a := range uint32(10) {
		for b := range uint32(10) {
			keys := []uint64{Key(1, a, 0, 0), Key(2, b, 0, 0)}
			if a+b != 8 && a+b != 9 && n.answer(keys) != c.answer(keys) {
				t.Errorf("%d and %d: the coarse net answers differently", a, b)
			}
		}
	}
	if fine, coarse := len(n.Append(nil)), len(c.Append(nil)); coarse > fine {
		t.Errorf("coarse net: %d bytes, want at most %d", coarse, fine)
	}
}
