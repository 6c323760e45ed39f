package store

import (
	"context"
	"fmt"
	"slices"

	"github.com/cayleygraph/quad"

	"dictum/graph"
	"dictum/graph/resolve"
)

// Batch is about how many quads load best in one transaction.
const Batch = 10_000

// Change says what a write did to a document.
type Change int

// The outcomes of Replace.
const (
	Unchanged Change = iota
	Added
	Replaced
)

func (c Change) String() string { return [...]string{"unchanged", "added", "replaced"}[c] }

// Evidence is all that the store is to hold about one document.
type Evidence struct {
	Doc   quad.IRI
	Quads []quad.Quad // as graph.Quads makes them: the label of each is Doc
}

// Replace makes the quads all that the store holds about the document.
func (s *Store) Replace(ctx context.Context, doc quad.IRI, quads []quad.Quad) (Change, error) {
	changes, err := s.ReplaceAll(ctx, []Evidence{{doc, quads}})
	if err != nil {
		return Unchanged, err
	}
	return changes[0], nil
}

// ReplaceAll replaces several documents in one transaction: all of them or, after an error, none. About Batch quads at once
// load best. A document that comes twice is replaced twice.
func (s *Store) ReplaceAll(ctx context.Context, docs []Evidence) ([]Change, error) {
	for _, d := range docs {
		if err := validate(d); err != nil {
			return nil, fmt.Errorf("store: %w", err)
		}
	}
	var changes []Change
	err := s.writing(ctx, func(t *transaction) (err error) {
		changes, err = t.replace(docs)
		return err
	})
	if err != nil {
		return nil, fmt.Errorf("store: write %s: %w", describe(docs), err)
	}
	return changes, nil
}

// Remove drops all that the store holds about the document, and reports whether there was anything.
func (s *Store) Remove(ctx context.Context, doc quad.IRI) (bool, error) {
	if err := checkDocument(doc); err != nil {
		return false, fmt.Errorf("store: remove: %w", err)
	}
	var found bool
	err := s.writing(ctx, func(t *transaction) error {
		return t.planning(func(p *plan) (err error) {
			found, err = p.remove(doc)
			return err
		})
	})
	if err != nil {
		return false, fmt.Errorf("store: remove %s: %w", doc, err)
	}
	return found, nil
}

func describe(docs []Evidence) string {
	if len(docs) == 1 {
		return string(docs[0].Doc)
	}
	return fmt.Sprintf("%d documents", len(docs))
}

// replace writes documents, and is to be called with about Batch quads.
func (t *transaction) replace(docs []Evidence) ([]Change, error) {
	var changes []Change
	err := t.planning(func(p *plan) error {
		for _, d := range docs {
			c, err := p.replace(d)
			if err != nil {
				return err
			}
			changes = append(changes, c)
		}
		return nil
	})
	return changes, err
}

// plan is what is to be done to documents at once.
type plan struct {
	ctx   context.Context
	view  *view
	docs  map[quad.IRI]*planned
	order []quad.IRI

	decided planned // people's decisions about actors
	dry     bool    // nothing is written
	anew    bool    // all documents, whatever the tables beside them say
	moved   []Move  // what resolving changes
	done    func()  // called when all is planned
}

// planning lets do make a plan, and carries it out with what follows from it for the graph of entities.
func (t *transaction) planning(do func(*plan) error) error {
	v, err := t.view()
	if err != nil {
		return err
	}
	defer v.close()
	p := &plan{ctx: t.ctx, view: v, docs: map[quad.IRI]*planned{}}
	if err := t.s.plan(p); err != nil {
		return err
	}
	if err := do(p); err != nil {
		return err
	}
	side, err := t.s.resolve(p)
	if err != nil {
		return err
	}
	var d difference
	for _, doc := range p.order {
		d.between(p.docs[doc].old, p.docs[doc].now)
	}
	d.between(p.decided.old, p.decided.now)
	entities, err := t.s.derive(p, &d)
	if err != nil {
		return err
	}
	if err := t.s.link(p, side, &d); err != nil {
		return err
	}
	v.close()
	if p.done != nil {
		p.done()
	}
	if p.dry {
		return nil
	}
	if err := t.apply(d.added, d.removed); err != nil {
		return err
	}
	if err := t.s.keep(t, side); err != nil {
		return err
	}
	t.s.remember(entities)
	return nil
}

// planned is one document: what is stored, and what is to be. Documents that do not change are not planned.
type planned struct {
	old []quad.Quad // as it is stored; sorted, none twice, as now
	now []quad.Quad // as it is to be: with the document's own identifiers of actors until resolve has put in the resolved ones
}

func (p *plan) replace(d Evidence) (Change, error) {
	if err := p.ctx.Err(); err != nil {
		return Unchanged, err
	}
	pd := p.docs[d.Doc]
	if pd == nil {
		if same, err := p.holds(d); err != nil || same {
			return Unchanged, err
		}
	}
	pd, err := p.doc(d.Doc)
	if err != nil {
		return Unchanged, err
	}
	now := sortedSet(d.Quads)
	if slices.EqualFunc(pd.now, now, sameQuad) {
		return Unchanged, nil
	}
	change := Replaced
	if len(pd.now) == 0 {
		change = Added
	}
	pd.now = now
	return change, nil
}

func (p *plan) remove(doc quad.IRI) (bool, error) {
	pd, err := p.doc(doc)
	if err != nil || len(pd.now) == 0 {
		return false, err
	}
	pd.now = nil
	return true, nil
}

// doc reads what is stored about a document, once.
func (p *plan) doc(doc quad.IRI) (*planned, error) {
	if pd := p.docs[doc]; pd != nil {
		return pd, nil
	}
	old, err := p.view.quads(map[quad.Direction]quad.Value{quad.Label: doc})
	if err != nil {
		return nil, err
	}
	old = sortedSet(old)
	own, err := resolve.Restore(old)
	if err != nil {
		return nil, fmt.Errorf("%w: %s: %w", ErrCorrupt, doc, err)
	}
	pd := &planned{old: old, now: own}
	p.docs[doc] = pd
	p.order = append(p.order, doc)
	return pd, nil
}

// holds reports whether the document is stored with the same digest. The digest is its own key: equal digests are one look
// away.
func (p *plan) holds(d Evidence) (bool, error) {
	for _, q := range d.Quads {
		if q.Predicate != quad.Value(graph.Digest) {
			continue
		}
		found, err := p.view.quads(map[quad.Direction]quad.Value{
			quad.Subject: q.Subject, quad.Predicate: q.Predicate, quad.Object: q.Object, quad.Label: d.Doc,
		})
		return len(found) > 0, err
	}
	return false, nil
}

// difference is what is to be written.
type difference struct{ added, removed []quad.Quad }

// between adds what turns one sorted list into the other.
func (d *difference) between(old, now []quad.Quad) {
	for len(old) > 0 && len(now) > 0 {
		switch c := graph.CompareQuads(old[0], now[0]); {
		case c < 0:
			d.removed, old = append(d.removed, old[0]), old[1:]
		case c > 0:
			d.added, now = append(d.added, now[0]), now[1:]
		default:
			old, now = old[1:], now[1:]
		}
	}
	d.removed, d.added = append(d.removed, old...), append(d.added, now...)
}

func sameQuad(a, b quad.Quad) bool { return graph.CompareQuads(a, b) == 0 }

func sortedSet(quads []quad.Quad) []quad.Quad {
	out := slices.Clone(quads)
	graph.SortQuads(out)
	return slices.CompactFunc(out, sameQuad)
}
