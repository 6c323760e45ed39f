package store

import (
	"strings"
	"testing"

	"dictum/graph"
)

// linked counts the links that a store holds.
func linked(t *testing.T, s *Store) int {
	t.Helper()
	return strings.Count(dump(t, s), "<"+string(graph.SameEvent)+">") - 1 // the label of the term itself
}

// Links come and go with the documents that they rest on, and a change of one document changes no byte of another.
func testLinks(t *testing.T, s *Store) {
	north, south, west := country("Ruritania"), country("Graustark"), country("Sylvania")
	want := func(n int) {
		t.Helper()
		if got := linked(t, s); got != n {
			t.Errorf("%d links, want %d", got, n)
		}
	}
	one, two := report(1, "2023-03-05", north, south), report(2, "2023-03-05", north, south)
	replace(t, s, one, Added)
	want(0)
	replace(t, s, two, Added)
	want(1)
	replace(t, s, report(3, "2023-03-04", north, south), Added)
	want(3)
	replace(t, s, report(3, "2023-03-04", north, west), Replaced)
	want(1)
	replace(t, s, report(2, "2023-04-05", north, south), Replaced)
	want(0)
	replace(t, s, two, Replaced)
	want(1)
	replace(t, s, two, Unchanged)
	want(1)

	text := dump(t, s)
	copied := openTest(t, "", Options{Backend: "memory"})
	if _, err := copied.Load(ctx, strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	same(t, "a copy", dump(t, copied), text)

	remove(t, s, one.Doc, true)
	want(0)
}
