package store

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"slices"
	"testing"
)

func idListOf(ids ...uint64) idList {
	var l idList
	for _, id := range ids {
		l = binary.AppendUvarint(l, id)
	}
	return l
}

func (l idList) numbers(tb testing.TB) []uint64 {
	tb.Helper()
	var ids []uint64
	for at := 0; at < len(l); {
		id, after, err := l.next(at)
		if err != nil {
			tb.Fatal(err)
		}
		ids, at = append(ids, id), after
	}
	return ids
}

// ascending draws n different numbers below limit.
func ascending(rnd *rand.Rand, n int, limit uint64) []uint64 {
	ids := make([]uint64, n)
	for i := range ids {
		ids[i] = 1 + rnd.Uint64N(limit)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}

func TestMeet(t *testing.T) {
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 2000 {
		limit := uint64(1) << (1 + rnd.UintN(30))
		a, b, c := ascending(rnd, rnd.IntN(9), limit), ascending(rnd, rnd.IntN(90), limit), ascending(rnd, rnd.IntN(900), limit)
		b, c = append(b, a...), append(c, a[:len(a)/2]...)
		slices.Sort(b)
		slices.Sort(c)
		b, c = slices.Compact(b), slices.Compact(c)
		var want []uint64
		for _, id := range c {
			if slices.Contains(a, id) && slices.Contains(b, id) {
				want = append(want, id)
			}
		}
		got, err := meet(idListOf(a...), idListOf(b...), idListOf(c...))
		if err != nil || !slices.Equal(got.numbers(t), want) {
			t.Fatalf("%v, %v and %v share %v, not %v (%v)", a, b, c, want, got.numbers(t), err)
		}
	}
}

func TestSeek(t *testing.T) {
	ids := ascending(rand.New(rand.NewPCG(3, 4)), 500, 1<<20)
	l := idListOf(ids...)
	for from := 0; from < len(l); from = len(idListOf(l[from:].numbers(t)[0])) + from {
		rest := l[from:].numbers(t)
		for _, id := range []uint64{0, rest[0], rest[0] + 1, rest[len(rest)/2], rest[len(rest)/2] - 1, rest[len(rest)-1], rest[len(rest)-1] + 1} {
			at, err := l.seek(from, id)
			if err != nil {
				t.Fatal(err)
			}
			i, _ := slices.BinarySearch(rest, id)
			if want := len(l) - len(idListOf(rest[i:]...)); at != want {
				t.Fatalf("seek(%d, %d) = %d, want %d", from, id, at, want)
			}
		}
	}
}

func TestBrokenList(t *testing.T) {
	for _, l := range []idList{{0x80}, {1, 0x80}, slices.Repeat(idList{0xff}, 11), append(slices.Repeat(idList{0x90}, 80), 1)} {
		if _, err := meet(l, append(idListOf(ascending(rand.New(rand.NewPCG(5, 6)), 90, 1<<40)...), l...)); !errors.Is(err, ErrCorrupt) {
			t.Errorf("%x: %v", []byte(l), err)
		}
	}
}

func FuzzMeet(f *testing.F) {
	f.Add([]byte{1, 2, 3}, []byte{2, 0x80, 1})
	f.Add([]byte{0x80, 0x80}, []byte{0xff})
	f.Fuzz(func(t *testing.T, a, b []byte) {
		out, err := meet(idList(a), idList(b))
		if err == nil && len(out) > 0 {
			out.numbers(t)
		}
	})
}

// BenchmarkMeet meets the list of a document with that of a class.
func BenchmarkMeet(b *testing.B) {
	rnd := rand.New(rand.NewPCG(7, 8))
	few, many := ascending(rnd, 100, 1<<23), ascending(rnd, 1_000_000, 1<<23)
	x, y := idListOf(few...), idListOf(many...)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := meet(x, y); err != nil {
			b.Fatal(err)
		}
	}
}
