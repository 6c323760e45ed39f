package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// Add puts quads beside those that are stored under their labels, which are documents, in one transaction: all of them or,
// after an error, none. It returns how many were not there before. What is added to an article's graph lasts until that
// article is added again; notes that are to last belong under a document of their own.
func (s *Store) Add(ctx context.Context, quads []quad.Quad) (int, error) {
	var labels []quad.IRI
	added := map[quad.IRI][]quad.Quad{}
	for i, q := range quads {
		doc, ok := q.Label.(quad.IRI)
		if !ok {
			return 0, fmt.Errorf("store: add: quad %d has no document as its label", i+1)
		}
		if added[doc] == nil {
			labels = append(labels, doc)
		}
		added[doc] = append(added[doc], q)
	}
	n := 0
	err := s.writing(ctx, func(t *transaction) error {
		return t.planning(func(p *plan) error {
			for _, doc := range labels {
				added, err := p.add(Evidence{doc, added[doc]})
				if err != nil {
					return err
				}
				n += added
			}
			return nil
		})
	})
	if err != nil {
		return 0, fmt.Errorf("store: add: %w", err)
	}
	return n, nil
}

// add plans a union of what is stored and what is given, and counts what is new.
func (p *plan) add(d Evidence) (int, error) {
	pd, err := p.doc(d.Doc)
	if err != nil {
		return 0, err
	}
	now := withDigest(sortedSet(slices.Concat(pd.now, d.Quads)))
	if err := validate(Evidence{d.Doc, now}); err != nil {
		return 0, err
	}
	n := len(now) - len(pd.now)
	pd.now = now
	return n, nil
}

// withDigest renews the digest of a document that has one.
func withDigest(quads []quad.Quad) []quad.Quad {
	for i, q := range quads {
		if q.Predicate == quad.Value(graph.Digest) {
			quads[i].Object = quad.String(graph.DigestOf(quads))
		}
	}
	return quads
}
