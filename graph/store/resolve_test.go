package store

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"

	"dictum/graph"
	"dictum/graph/resolve"
)

// someone is an actor as one document may have it.
type someone struct{ name, typ, class string }

// cast are actors whose names are related to each other in every way that the resolver knows.
var cast = []someone{
	{"Anton Dravenko", graph.Person, ""},
	{"Anton P. Dravenko", graph.Person, ""},
	{"A. Dravenko", graph.Person, ""},
	{"Antony Dravenko", graph.Person, ""},
	{"Marina Dravenko", graph.Person, ""},
	{"Dravenko", graph.Person, ""},
	{"Drawenko", graph.Person, ""},
	{"Royal Air Force", graph.Organization, ""},
	{"Air Force", graph.Organization, ""},
	{"RAF", graph.Organization, ""},
	{"Lorin Steel Corp", graph.Organization, ""},
	{"Lorin Steel", graph.Organization, ""},
	{"Lorin", graph.Misc, ""},
	{"Birmingham", graph.Location, ""},
	{"Ruritania", graph.Location, graph.Country},
	{"Strelia", graph.Location, graph.Country},
	{"Ruritania", graph.Person, ""},
}

// anyArticle draws what document n may say of some of the cast.
func anyArticle(n int) *rapid.Generator[Evidence] {
	return rapid.Custom(func(t *rapid.T) Evidence {
		var actors []graph.Actor
		taken := map[string]bool{}
		for _, i := range rapid.SliceOfNDistinct(rapid.IntRange(0, len(cast)-1), 1, 7, rapid.ID).Draw(t, "cast") {
			a := graph.Actor{ID: graph.ActorID(cast[i].name), Name: cast[i].name, Type: cast[i].typ, Class: cast[i].class}
			if a.Type == graph.Location && a.Class == "" {
				a.ID = graph.PlaceID(a.Name)
			}
			if taken[a.ID] {
				continue
			}
			taken[a.ID] = true
			if a.Class == "" && rapid.Bool().Draw(t, "known") {
				a.Titles = []string{rapid.SampledFrom([]string{"minister", "captain", "mayor"}).Draw(t, "title")}
				a.Affiliations = []string{rapid.SampledFrom([]string{"actor:ruritania", "actor:strelia"}).Draw(t, "country")}
			}
			if a.Name == "Royal Air Force" && rapid.Bool().Draw(t, "short") {
				a.Aliases = []string{"RAF"}
			}
			actors = append(actors, a)
		}
		for i := range actors {
			actors[i].Affiliations = slices.DeleteFunc(actors[i].Affiliations, func(id string) bool { return !taken[id] })
		}
		return article(n, actors...)
	})
}

// TestResolvedWhateverTheOrder: documents in any order and any batches, some of them twice, give the same bytes; so does what was
// dumped and loaded, and a decision that was made and undone leaves no trace.
func TestResolvedWhateverTheOrder(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		var docs []Evidence
		for n := range rapid.IntRange(1, 7).Draw(rt, "documents") {
			docs = append(docs, anyArticle(n+1).Draw(rt, "article"))
		}
		want := dumpOf(rt, docs)
		order := rapid.Permutation(docs).Draw(rt, "order")
		s := memoryStore(rt)
		defer s.Close()
		for rest := order; len(rest) > 0; {
			n := rapid.IntRange(1, len(rest)).Draw(rt, "batch")
			if _, err := s.ReplaceAll(ctx, rest[:n]); err != nil {
				rt.Fatal(err)
			}
			rest = rest[n:]
			if rapid.Bool().Draw(rt, "reopened") {
				clear(s.profiles)
				clear(s.entities)
			}
		}
		again := rapid.SampledFrom(docs).Draw(rt, "again")
		if c, err := s.Replace(ctx, again.Doc, again.Quads); err != nil || c != Unchanged {
			rt.Fatalf("the same document again: %v, %v", c, err)
		}
		equalDumps(rt, "another order", bytesOf(rt, s), want)

		decided := anyDecisions(rt, s)
		changed := bytesOf(rt, s)
		equalDumps(rt, "loaded", bytesOf(rt, storeOf(rt, changed)), changed)
		if rapid.Bool().Draw(rt, "removed in between") {
			remove := rapid.SampledFrom(docs).Draw(rt, "removed")
			if _, err := s.Remove(ctx, remove.Doc); err != nil {
				rt.Fatal(err)
			}
			if _, err := s.Replace(ctx, remove.Doc, remove.Quads); err != nil {
				rt.Fatal(err)
			}
			equalDumps(rt, "removed and added again", bytesOf(rt, s), changed)
		}
		for _, n := range rapid.Permutation(decided).Draw(rt, "undone") {
			before := bytesOf(rt, s)
			if _, err := s.Undo(ctx, n, true); err != nil {
				rt.Fatal(err)
			}
			equalDumps(rt, "dry", bytesOf(rt, s), before)
			if _, err := s.Undo(ctx, n, false); err != nil {
				rt.Fatal(err)
			}
		}
		equalDumps(rt, "undone", bytesOf(rt, s), want)
	})
}

// anyDecisions makes up to three decisions about actors that are there, and returns their numbers.
func anyDecisions(t *rapid.T, s *Store) (numbers []int) {
	for n := range rapid.IntRange(0, 3).Draw(t, "decisions") {
		all, err := s.Actors(ctx)
		if err != nil {
			t.Fatal(err)
		}
		pick := func(what string) string { return string(rapid.SampledFrom(all).Draw(t, what).ID) }
		d := resolve.Decision{Op: rapid.SampledFrom([]string{resolve.Merge, resolve.Split, resolve.Rename}).Draw(t, "decision"), Actor: pick("actor")}
		other := d.Actor
		switch d.Op {
		case resolve.Merge:
			other = pick("other")
			d.To = other
		case resolve.Split:
			d.To, d.Aliases = d.Actor+".2", []string{"Dravenko", "Air Force"}
		case resolve.Rename:
			d.To, d.Name = fmt.Sprintf("actor:named-%d", n), fmt.Sprintf("Named %d", n)
		}
		for _, id := range []string{d.Actor, other} {
			groups, err := s.NameGroups(ctx, quad.IRI(id))
			if err != nil {
				t.Fatal(err)
			}
			d.Groups = append(d.Groups, groups...)
		}
		if _, err := s.Decide(ctx, d, false); err != nil {
			t.Fatal(err)
		}
		numbers = append(numbers, n+1)
	}
	return numbers
}

func memoryStore(t *rapid.T) *Store {
	s, err := Open(ctx, "", Options{Backend: "memory"})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func dumpOf(t *rapid.T, docs []Evidence) string {
	s := memoryStore(t)
	defer s.Close()
	if _, err := s.ReplaceAll(ctx, docs); err != nil {
		t.Fatal(err)
	}
	return bytesOf(t, s)
}

func storeOf(t *rapid.T, dump string) *Store {
	s := memoryStore(t)
	if _, err := s.Load(ctx, strings.NewReader(dump)); err != nil {
		t.Fatal(err)
	}
	return s
}

func bytesOf(t *rapid.T, s *Store) string {
	var b bytes.Buffer
	if err := s.Dump(ctx, &b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func equalDumps(t *rapid.T, what, got, want string) {
	if got == want {
		return
	}
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	var diff []string
	for _, line := range g {
		if !slices.Contains(w, line) {
			diff = append(diff, "+ "+line)
		}
	}
	for _, line := range w {
		if !slices.Contains(g, line) {
			diff = append(diff, "- "+line)
		}
	}
	t.Fatalf("%s: dumps differ:\n%s", what, strings.Join(diff, "\n"))
}
