package resolve

import (
	"fmt"
	"maps"
	"slices"

	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/nquads"

	"dictum/graph"
)

// Rewrite puts resolved identifiers into a document's own quads, and what Restore needs to take them out again: under
// graph.ReadAs the identifier that the document itself gave, and, where two of them became one, under graph.ReadQuad the quads
// that speak of them. The result is sorted, and none is there twice.
func Rewrite(doc quad.IRI, quads []quad.Quad, prof *Profile) []quad.Quad {
	to := targets(quads, prof)
	from := map[quad.IRI][]quad.IRI{}
	for _, id := range slices.Sorted(maps.Keys(to)) {
		from[to[id]] = append(from[to[id]], id)
	}
	if !changes(to) {
		return sortedSet(quads)
	}
	out := make([]quad.Quad, 0, len(quads)+8)
	for _, q := range quads {
		s, o := renamed(q.Subject, to), renamed(q.Object, to)
		if several(from, s) || several(from, o) {
			line := quad.Quad{Subject: q.Subject, Predicate: q.Predicate, Object: q.Object}
			out = append(out, quad.Quad{Subject: doc, Predicate: graph.ReadQuad, Object: quad.String(line.NQuad()), Label: doc})
			if s == o {
				continue // nobody speaks of himself because two names became one
			}
		}
		q.Subject, q.Object = s, o
		if swapped(q) {
			q.Subject, q.Object = q.Object, q.Subject
		}
		out = append(out, q)
	}
	for id, locals := range from {
		for _, local := range locals {
			if local != id || len(locals) > 1 {
				out = append(out, quad.Quad{Subject: id, Predicate: graph.ReadAs, Object: quad.String(local), Label: doc})
			}
		}
	}
	return sortedSet(out)
}

// targets gives each actor that the quads name its identifier: the resolved one, else its own.
func targets(quads []quad.Quad, prof *Profile) map[quad.IRI]quad.IRI {
	to := map[quad.IRI]quad.IRI{}
	for _, q := range quads {
		for _, v := range []quad.Value{q.Subject, q.Object} {
			id, ok := v.(quad.IRI)
			if !ok || !graph.IsActor(string(id)) || to[id] != "" {
				continue
			}
			to[id] = id
			if r := prof.Resolved(string(id)); r != "" {
				to[id] = quad.IRI(r)
			}
		}
	}
	return to
}

func changes(to map[quad.IRI]quad.IRI) bool {
	for from, t := range to {
		if from != t {
			return true
		}
	}
	return false
}

func renamed(v quad.Value, to map[quad.IRI]quad.IRI) quad.Value {
	if id, ok := v.(quad.IRI); ok && to[id] != "" {
		return to[id]
	}
	return v
}

func several(from map[quad.IRI][]quad.IRI, v quad.Value) bool {
	id, ok := v.(quad.IRI)
	return ok && len(from[id]) > 1
}

// swapped reports whether a pair that has no direction is not in its order.
func swapped(q quad.Quad) bool {
	s, ok := q.Subject.(quad.IRI)
	o, isIRI := q.Object.(quad.IRI)
	return ok && isIRI && q.Predicate == quad.Value(graph.CoOccursWith) && s > o
}

// Restore gives back the document's own quads out of what Rewrite made of them.
func Restore(quads []quad.Quad) ([]quad.Quad, error) {
	locals := map[quad.IRI]quad.IRI{} // by resolved identifier; "" where there are several
	for _, q := range quads {
		if q.Predicate != quad.Value(graph.ReadAs) {
			continue
		}
		id, ok := q.Subject.(quad.IRI)
		if _, twice := locals[id]; twice || !ok {
			locals[id] = ""
			continue
		}
		locals[id] = quad.IRI(quad.ToString(q.Object))
	}
	if len(locals) == 0 {
		return quads, nil
	}
	merged := func(v quad.Value) bool {
		id, ok := v.(quad.IRI)
		local, renamed := locals[id]
		return ok && renamed && local == ""
	}
	out := make([]quad.Quad, 0, len(quads))
	for _, q := range quads {
		switch {
		case q.Predicate == quad.Value(graph.ReadAs) || merged(q.Subject) || merged(q.Object):
			continue
		case q.Predicate == quad.Value(graph.ReadQuad):
			was, err := nquads.Parse(quad.ToString(q.Object))
			if err != nil {
				return nil, fmt.Errorf("%s %s: %w", graph.ReadQuad, quad.StringOf(q.Object), err)
			}
			was.Label = q.Label
			out = append(out, was)
		default:
			q.Subject, q.Object = renamed(q.Subject, locals), renamed(q.Object, locals)
			if swapped(q) {
				q.Subject, q.Object = q.Object, q.Subject
			}
			out = append(out, q)
		}
	}
	return sortedSet(out), nil
}

func sortedSet(quads []quad.Quad) []quad.Quad {
	out := slices.Clone(quads)
	graph.SortQuads(out)
	return slices.CompactFunc(out, func(a, b quad.Quad) bool { return graph.CompareQuads(a, b) == 0 })
}
