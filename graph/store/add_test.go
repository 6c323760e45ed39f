package store

import (
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

func testAdd(t *testing.T, s *Store) {
	e := article(1, country("Ruritania"))
	replace(t, s, e, Added)
	before := dump(t, s)
	note := func(label, sub, pred quad.IRI, obj quad.Value) quad.Quad {
		return quad.Quad{Subject: sub, Predicate: pred, Object: obj, Label: label}
	}
	notes := []quad.Quad{
		note(e.Doc, "actor:ruritania", graph.SeenAs, quad.String("Land of Ruritania")),
		note("doc:note", "actor:ruritania", graph.SeenTitle, quad.String("kingdom")),
		note("doc:note", "actor:ruritania", graph.SeenName, quad.String("Ruritania")),
		note("doc:note", "actor:ruritania", graph.SeenType, graph.ClassCountry),
	}
	for i, want := range []int{4, 0} {
		if n, err := s.Add(ctx, notes); err != nil || n != want {
			t.Errorf("time %d: %d, %v, want %d new quads", i+1, n, err, want)
		}
	}
	if refs, err := s.FindActors(ctx, "land of ruritania"); err != nil || len(refs) != 1 {
		t.Errorf("by the added name: %v, %v", refs, err)
	}
	text := dump(t, s)
	again := openTest(t, "", Options{Backend: "memory"})
	if _, err := again.Load(ctx, strings.NewReader(text)); err != nil {
		t.Errorf("what was added to cannot be loaded: %v", err)
	}
	same(t, "dumped and loaded", dump(t, again), text)

	for _, c := range []struct {
		name string
		q    quad.Quad
	}{
		{"no label", quad.Quad{Subject: e.Doc, Predicate: graph.Cue, Object: quad.String("x")}},
		{"the graph of entities", note(graph.GraphEntities, "actor:x", graph.SchemaName, quad.String("X"))},
		{"half an actor", note("doc:other", "actor:x", graph.SeenName, quad.String("X"))},
	} {
		if n, err := s.Add(ctx, []quad.Quad{note("doc:new", "doc:new", graph.Cue, quad.String("x")), c.q}); err == nil || n != 0 {
			t.Errorf("%s: %d, %v, want an error", c.name, n, err)
		}
	}
	same(t, "refused additions", dump(t, s), text)

	replace(t, s, e, Replaced)
	remove(t, s, "doc:note", true)
	same(t, "the article added again, the note removed", dump(t, s), before)
	counted(t, s)
}
