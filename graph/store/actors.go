package store

import (
	"context"
	"fmt"

	"github.com/cayleygraph/quad"
)

// ResolvedAs is the identifier that an actor of a document has in the graph; local is the one the document alone gives it, as
// records have it. It is "" for an actor that the document does not have.
func (s *Store) ResolvedAs(ctx context.Context, doc quad.IRI, local string) (string, error) {
	if err := ctx.Err(); err != nil {
		return "", err
	}
	v, err := s.view()
	if err != nil {
		return "", fmt.Errorf("store: %s of %s: %w", local, doc, err)
	}
	defer v.close()
	p, err := readProfile(v, string(doc))
	if err != nil || p == nil {
		return "", err
	}
	return p.As[local], nil
}
