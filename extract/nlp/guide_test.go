package nlp

import (
	"slices"
	"testing"
)

func TestBackwards(t *testing.T) {
	g := goldTree{
		words: make([]attrs, 4), tags: []int32{1, 2, 3, 4}, heads: []int32{1, 4, 3, 1}, label: []int32{10, 11, 12, 13},
	}
	b := g.backwards()
	if want := []int32{2, 0, 4, 2}; !slices.Equal(b.heads, want) {
		t.Errorf("heads of the tree read from its end: got %v, want %v", b.heads, want)
	}
	if want := []int32{13, 12, 11, 10}; !slices.Equal(b.label, want) {
		t.Errorf("labels: got %v, want %v", b.label, want)
	}
	if again := b.backwards(); !slices.Equal(again.heads, g.heads) || !slices.Equal(again.tags, g.tags) {
		t.Errorf("twice backwards: got heads %v and tags %v, want %v and %v", again.heads, again.tags, g.heads, g.tags)
	}
}

// TestRelations walks a configuration of six words: the stack holds 0 and 2, word 1 hangs below 0, the buffer begins at 3.
func TestRelations(t *testing.T) {
	var s state
	guesses := []guess{
		{Head: 6, First: 1, Last: 4},
		{Head: 0, First: -1, Last: -1},
		{Head: 3, First: -1, Last: -1},
		{Head: 0, First: 2, Last: 2},
		{Head: 1, First: -1, Last: -1},
		{Head: 2, First: -1, Last: -1},
	}
	s.start(make([]attrs, 6), make([]int32, 6), guesses)
	s.apply(shift, 0)
	s.apply(shift, 0)
	s.apply(right, 7)
	s.apply(shift, 0)
	for _, c := range []struct {
		word int32
		want uint32
	}{{0, atRoot}, {2, atB0}, {3, atS1}, {4, atGone}, {5, atS0}, {-1, atNowhere}, {6, atNowhere}} {
		if got := s.relation(c.word); got != c.want {
			t.Errorf("relation(%d): got %d, want %d", c.word, got, c.want)
		}
	}
	if got := s.pending(0); got != 2 {
		t.Errorf("word 0 waits for word 4: got %d, want 2", got)
	}
	if got := s.owed(2); got != 1 {
		t.Errorf("the next word waits for the top of the stack: got %d, want 1", got)
	}
}
