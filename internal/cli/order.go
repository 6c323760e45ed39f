package cli

import (
	"context"
	"iter"
)

// inOrder maps f over items in several goroutines and gives the results in the order of the items, whatever their number. At
// most 4 items a goroutine are under way, so memory does not grow with the input. When the caller stops, or ctx ends, no new
// item is taken; inOrder does not wait for one that is under way, because reading it may hang on a pipe.
func inOrder[T, R any](ctx context.Context, items iter.Seq[T], jobs int, f func(T) R) iter.Seq[R] {
	return func(yield func(R) bool) {
		type task struct {
			item   T
			result chan R
		}
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		work := make(chan task)
		queue := make(chan chan R, 4*jobs)
		for range jobs {
			go func() {
				for t := range work {
					t.result <- f(t.item)
				}
			}()
		}
		go func() {
			defer close(queue)
			defer close(work)
			for item := range items {
				t := task{item, make(chan R, 1)}
				select {
				case queue <- t.result:
				case <-ctx.Done():
					return
				}
				select {
				case work <- t:
				case <-ctx.Done():
					return
				}
			}
		}()
		for {
			result, ok := receive(ctx, queue)
			if !ok {
				return
			}
			r, ok := receive(ctx, result)
			if !ok || !yield(r) {
				return
			}
		}
	}
}

// receive is the next value of a channel; ok is false when there is none, or ctx ended first.
func receive[T any](ctx context.Context, from <-chan T) (value T, ok bool) {
	select {
	case value, ok = <-from:
		return value, ok
	case <-ctx.Done():
		return value, false
	}
}
