package graph

import (
	"slices"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"
)

func TestBetterName(t *testing.T) {
	for _, c := range []struct{ id, better, worse string }{
		{"actor:armenia", "Armenia", "ARMENIA"},
		{"actor:armenia", "Armenia", "Republic of Armenia"},
		{"actor:nato", "NATO", "Nato"},
		{"actor:recep-tayyip-erdogan", "Recep Tayyip Erdoğan", "Recep Tayyip Erdogan"},
		{"actor:recep-tayyip-erdogan", "Recep Tayyip Erdogan", "RECEP TAYYİP ERDOĞAN"},
		{"actor:john-smith-2", "John Smith", "Captain Smith of London"},
		{"actor:x", "Something Longer", "Shorter"},
		{"actor:x", "Something", ""},
	} {
		id := quad.IRI(c.id)
		if a, b := betterName(id, c.better, c.worse), betterName(id, c.worse, c.better); a != c.better || b != c.better {
			t.Errorf("%s: got %q and %q, want %q before %q", id, a, b, c.better, c.worse)
		}
	}
}

// anyEntity draws what one document may see of an actor.
func anyEntity(id quad.IRI) *rapid.Generator[Entity] {
	name := rapid.SampledFrom([]string{"Ruritania", "RURITANIA", "Ruritánia", "Republic of Ruritania", "RUR", "Strelsau", "—"})
	return rapid.Custom(func(t *rapid.T) Entity {
		var quads []quad.Quad
		see := func(p quad.IRI, o quad.Value) { quads = append(quads, quad.Quad{Subject: id, Predicate: p, Object: o}) }
		see(SeenName, quad.String(name.Draw(t, "name")))
		see(SeenType, rapid.SampledFrom(Classes()).Draw(t, "class"))
		for _, alias := range rapid.SliceOfN(name, 0, 3).Draw(t, "aliases") {
			see(SeenAs, quad.String(alias))
		}
		for _, title := range rapid.SliceOfN(rapid.SampledFrom([]string{"king", "envoy"}), 0, 2).Draw(t, "titles") {
			see(SeenTitle, quad.String(title))
		}
		for _, org := range rapid.SliceOfN(rapid.SampledFrom([]quad.IRI{"actor:a", "actor:b"}), 0, 2).Draw(t, "orgs") {
			see(SeenAffiliation, org)
		}
		return SeenEntities(quads)[0]
	})
}

func TestMergeEntity(t *testing.T) {
	const id = quad.IRI("actor:ruritania")
	rapid.Check(t, func(t *rapid.T) {
		gen := anyEntity(id)
		a, b, c := gen.Draw(t, "a"), gen.Draw(t, "b"), gen.Draw(t, "c")
		equal := func(law string, x, y Entity) {
			if !x.Equal(y) {
				t.Errorf("%s: got\n%+v\nand\n%+v", law, x, y)
			}
		}
		equal("order", MergeEntity(a, b), MergeEntity(b, a))
		equal("grouping", MergeEntity(MergeEntity(a, b), c), MergeEntity(a, MergeEntity(b, c)))
		equal("once more", MergeEntity(MergeEntity(a, b), b), MergeEntity(a, b))
		equal("nothing", MergeEntity(a, Entity{}), a)
		sum := MergeEntity(MergeEntity(a, b), c)
		equal("stored and read back", StoredEntity(id, sum.Quads()), sum)
	})
}

func TestEntityQuads(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		e := anyEntity("actor:ruritania").Draw(t, "entity")
		count := map[quad.Value]int{}
		for _, q := range e.Quads() {
			count[q.Predicate]++
			if q.Label != quad.Value(GraphEntities) || q.Subject != quad.Value(e.ID) {
				t.Errorf("%v stands outside the graph of entities", q)
			}
		}
		if count[RDFType] != 1 || count[SchemaName] != 1 {
			t.Errorf("%d types and %d names, want one of each", count[RDFType], count[SchemaName])
		}
		if !slices.Contains(e.Names, e.Name) || count[AlternateName] != len(e.Names)-1 {
			t.Errorf("%q of %q, %d alternate names", e.Name, e.Names, count[AlternateName])
		}
	})
}
