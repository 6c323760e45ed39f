package store

import (
	"maps"
	"slices"

	"github.com/cayleygraph/cayley/graph/proto"
	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// fact is one thing that documents saw of an actor.
type fact struct {
	actor     quad.IRI
	predicate quad.IRI
	object    quad.Value
}

// derive adds to d what keeps the graph of entities the sum of what all documents saw. An actor whom the planned documents
// only add to is merged with what is stored; one that loses a fact no other document supports is summed up anew. It returns
// the entities as they will be, those without a name gone.
func (s *Store) derive(p *plan, d *difference) (map[quad.IRI]graph.Entity, error) {
	gone, seen := p.seen()
	chosen, renamed := chosenNames(readDecisions(p.decided.now)), p.renamed()
	for id := range renamed {
		if gone[id] == nil {
			gone[id] = map[fact]bool{}
		}
	}
	out := map[quad.IRI]graph.Entity{}
	for _, id := range slices.Sorted(maps.Keys(gone)) {
		stored, err := s.entity(p.view, id)
		if err != nil {
			return nil, err
		}
		now := seen[id]
		if lost, err := p.loses(id, gone[id]); err != nil {
			return nil, err
		} else if lost || renamed[id] {
			rest, err := p.others(id)
			if err != nil {
				return nil, err
			}
			now = graph.MergeEntity(rest, now)
		} else {
			now = graph.MergeEntity(stored, now)
		}
		if name := chosen[id]; name != "" && now.Name != "" {
			now = now.Called(name)
		}
		if !now.Equal(stored) {
			d.between(stored.Quads(), now.Quads())
		}
		out[id] = now
	}
	return out, nil
}

// renamed are the actors whose chosen names the plan changes.
func (p *plan) renamed() map[quad.IRI]bool {
	out := map[quad.IRI]bool{}
	if slices.EqualFunc(p.decided.old, p.decided.now, sameQuad) {
		return out
	}
	for _, quads := range [][]quad.Quad{p.decided.old, p.decided.now} {
		for id := range chosenNames(readDecisions(quads)) {
			out[id] = true
		}
	}
	return out
}

// seen lists the facts of stored versions that the new versions do not repeat, with a key for every actor of either, and
// sums up what the new versions say.
func (p *plan) seen() (gone map[quad.IRI]map[fact]bool, now map[quad.IRI]graph.Entity) {
	gone, now = map[quad.IRI]map[fact]bool{}, map[quad.IRI]graph.Entity{}
	for _, doc := range p.order {
		for _, f := range facts(p.docs[doc].old) {
			if gone[f.actor] == nil {
				gone[f.actor] = map[fact]bool{}
			}
			gone[f.actor][f] = true
		}
	}
	for _, doc := range p.order {
		pd := p.docs[doc]
		for _, f := range facts(pd.now) {
			if gone[f.actor] == nil {
				gone[f.actor] = map[fact]bool{}
			}
			delete(gone[f.actor], f)
		}
		for _, e := range graph.SeenEntities(pd.now) {
			now[e.ID] = graph.MergeEntity(now[e.ID], e)
		}
	}
	return gone, now
}

func facts(quads []quad.Quad) []fact {
	var out []fact
	for _, q := range quads {
		actor, ok := q.Subject.(quad.IRI)
		if pred, isIRI := q.Predicate.(quad.IRI); ok && isIRI && graph.IsSeen(pred) {
			out = append(out, fact{actor, pred, q.Object})
		}
	}
	return out
}

// loses reports whether one of the facts is supported by no document outside the plan.
func (p *plan) loses(actor quad.IRI, gone map[fact]bool) (bool, error) {
	for f := range gone {
		supported := false
		err := p.outside(map[quad.Direction]quad.Value{quad.Subject: actor, quad.Object: f.object}, func(q *proto.Primitive) (bool, error) {
			pred, err := p.view.value(q.Predicate)
			supported = pred == quad.Value(f.predicate)
			return !supported, err
		})
		if err != nil || !supported {
			return true, err
		}
	}
	return false, nil
}

// others sums up what the documents outside the plan saw of an actor.
func (p *plan) others(actor quad.IRI) (graph.Entity, error) {
	var seen []quad.Quad
	err := p.outside(map[quad.Direction]quad.Value{quad.Subject: actor}, func(q *proto.Primitive) (bool, error) {
		pred, err := p.view.value(q.Predicate)
		if err != nil || !graph.IsSeen(pred) {
			return true, err
		}
		object, err := p.view.value(q.Object)
		seen = append(seen, quad.Quad{Subject: actor, Predicate: pred, Object: object})
		return true, err
	})
	sum := graph.Entity{ID: actor}
	for _, e := range graph.SeenEntities(seen) {
		sum = graph.MergeEntity(sum, e)
	}
	return sum, err
}

// outside calls f for the matching quads of documents that the plan does not touch, until f returns false.
func (p *plan) outside(where map[quad.Direction]quad.Value, f func(*proto.Primitive) (bool, error)) error {
	ids, _, err := p.view.match(where)
	if err != nil {
		return err
	}
	return p.view.each(ids, func(q *proto.Primitive) (bool, error) {
		label, err := p.view.value(q.Label)
		if err != nil {
			return false, err
		}
		iri, _ := label.(quad.IRI)
		if p.docs[iri] != nil || iri == graph.GraphEntities {
			return true, nil
		}
		return f(q)
	})
}

// entity is what the store holds of an actor; it remembers, since the actors of one document are those of the next.
func (s *Store) entity(v *view, id quad.IRI) (graph.Entity, error) {
	if e, ok := s.entities[id]; ok {
		return e, nil
	}
	quads, err := v.quads(map[quad.Direction]quad.Value{quad.Subject: id, quad.Label: graph.GraphEntities})
	if err != nil {
		return graph.Entity{}, err
	}
	return graph.StoredEntity(id, quads), nil
}

// maxRemembered bounds the entities kept in memory, at some 500 bytes each.
const maxRemembered = 100_000

// remember keeps what a transaction that succeeded has written.
func (s *Store) remember(entities map[quad.IRI]graph.Entity) {
	if len(s.entities)+len(entities) > maxRemembered {
		clear(s.entities)
	}
	maps.Copy(s.entities, entities)
}
