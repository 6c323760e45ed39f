package cli

import (
	"context"
	"slices"
	"sync/atomic"
	"testing"
)

func count(n int) func(yield func(int) bool) {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

// TestInOrder: the results come in the order of the items, whatever order the work ends in.
func TestInOrder(t *testing.T) {
	for _, jobs := range []int{1, 2, 7} {
		for _, n := range []int{0, 1, 5, 200} {
			want := make([]int, 0, n)
			for i := range n {
				want = append(want, i*i)
			}
			got := slices.AppendSeq(make([]int, 0, n), inOrder(t.Context(), count(n), jobs, func(i int) int { return i * i }))
			if !slices.Equal(got, want) {
				t.Errorf("%d jobs, %d items: got %v, want %v", jobs, n, got, want)
			}
		}
	}
}

// TestInOrderLate: the first item ends last.
func TestInOrderLate(t *testing.T) {
	release := make(chan struct{})
	var done atomic.Int32
	got := slices.Collect(inOrder(t.Context(), count(3), 3, func(i int) int {
		if i == 0 {
			<-release
		} else if done.Add(1) == 2 {
			close(release)
		}
		return i
	}))
	if !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("got %v", got)
	}
}

// TestInOrderEnds: the caller stops, or the context ends, while the input hangs.
func TestInOrderEnds(t *testing.T) {
	for range inOrder(t.Context(), count(1000), 2, func(i int) int { return i }) {
		break
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	hang := make(chan struct{})
	defer close(hang)
	items := func(yield func(int) bool) {
		if yield(1) {
			<-hang
		}
	}
	n := 0
	for range inOrder(ctx, items, 2, func(i int) int { return i }) {
		n++
		cancel()
	}
	if n != 1 {
		t.Errorf("got %d results, want 1", n)
	}
}
