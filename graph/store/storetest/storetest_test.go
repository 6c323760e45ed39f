package storetest

import (
	"reflect"
	"slices"
	"testing"

	"dictum/graph"
)

func TestRecords(t *testing.T) {
	const n = 1000
	records, again := slices.Collect(Records(n)), slices.Collect(Records(n))
	if !reflect.DeepEqual(records, again) {
		t.Error("two runs differ")
	}
	docs, named, quads := map[string]bool{}, map[string]int{}, 0
	for _, rec := range records {
		doc := rec.Document()
		docs[doc.Hash()] = true
		quads += len(graph.Quads(rec))
		names := map[string]string{}
		for _, a := range rec.Actors {
			names[a.ID] = a.Name
			named[a.ID]++
		}
		for _, m := range rec.Mentions {
			if got := rec.Text[m.Span[0]:m.Span[1]]; got != names[m.Actor] {
				t.Errorf("%s: %q stands where %q is said to stand", rec.ID, got, names[m.Actor])
			}
		}
	}
	if len(docs) != n {
		t.Errorf("%d different articles of %d", len(docs), n)
	}
	if mean := quads / n; mean < 70 || mean > 90 {
		t.Errorf("%d quads an article, want about 80", mean)
	}
	if top := named[Actor(0).ID]; top < n/10 || len(named) < n/4 {
		t.Errorf("the first actor stands in %d of %d articles, there are %d actors: not the skew of news", top, n, len(named))
	}
}

func TestActors(t *testing.T) {
	ids := map[string]int{}
	for i := range actors {
		id := Actor(i).ID
		if other, ok := ids[id]; ok {
			t.Errorf("actors %d and %d are both %s", other, i, id)
		}
		ids[id] = i
	}
}
