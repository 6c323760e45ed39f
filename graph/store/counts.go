package store

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// Counts say how much a store holds. Places count among the actors.
type Counts struct {
	Documents, Statements, Events, Actors, Quads int
}

// Counts takes five look-ups however large the store is: Cayley counts how many quads refer to a value, and each of these
// values is referred to exactly once by the thing it counts.
func (s *Store) Counts(ctx context.Context) (c Counts, err error) {
	if err := ctx.Err(); err != nil {
		return c, err
	}
	v, err := s.view()
	if err != nil {
		return c, fmt.Errorf("store: count: %w", err)
	}
	defer v.close()
	for _, count := range []struct {
		of   quad.IRI
		into *int
	}{
		{graph.NewsArticle, &c.Documents},
		{graph.Quotation, &c.Statements},
		{graph.SemEvent, &c.Events},
		{graph.SchemaName, &c.Actors}, // one in the graph of entities for each
	} {
		if *count.into, err = v.refs(count.of); err != nil {
			return c, fmt.Errorf("store: count: %w", err)
		}
	}
	if c.Quads, err = v.size(); err != nil {
		return c, fmt.Errorf("store: count: %w", err)
	}
	return c, nil
}
