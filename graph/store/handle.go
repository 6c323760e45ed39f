package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"

	"github.com/cayleygraph/cayley"
	cgraph "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/voc"
	"github.com/hidal-go/hidalgo/kv"

	"dictum/graph"
)

// ignore makes a write of what is there, or a removal of what is not, no error: an error inside a transaction is what
// spoils Cayley's caches.
var ignore = cgraph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}

// quadIndexes are single directions, because Cayley v0.7.7 follows only an index of exactly the direction asked for: with
// its default compound indexes a step against an edge scans the store (1,160 ms instead of 0.8 ms at 380,000 quads).
var quadIndexes = []cayleykv.QuadIndex{
	{Dirs: []quad.Direction{quad.Subject}},
	{Dirs: []quad.Direction{quad.Object}},
	{Dirs: []quad.Direction{quad.Label}},
}

// Cayley takes the layout of a new store from a variable of its package, and prefixes from a table of the quad library:
// both are set once, here, since this package alone creates stores.
func init() {
	cayleykv.DefaultQuadIndexes = quadIndexes
	for _, p := range graph.Prefixes() {
		voc.RegisterPrefix(p.Short, p.Full)
	}
}

// initialise writes Cayley's own tables and the labels of our terms into an empty database.
func initialise(db kv.KV) error {
	if err := cayleykv.Init(db, nil); err != nil {
		return err
	}
	qs, err := cayleykv.New(db, cgraph.Options{cayleykv.OptNoBloom: true})
	if err != nil {
		return err
	}
	tx := cgraph.NewTransaction()
	for _, q := range graph.SchemaQuads() {
		tx.AddQuad(q)
	}
	return qs.ApplyDeltas(tx.Deltas, ignore)
}

// connect makes a new Cayley handle over the open database. The old one, with whatever its caches hold, is dropped; who
// still reads through it goes on reading the same database.
func (s *Store) connect() error {
	if err := s.checkLayout(); err != nil {
		return err
	}
	qs, err := cayleykv.New(s.db, cgraph.Options{cayleykv.OptNoBloom: !s.opts.Bulk})
	switch {
	case errors.Is(err, cgraph.ErrNotInitialized):
		return fmt.Errorf("%w: it holds no quads of Cayley's", ErrCorrupt)
	case err != nil:
		return fmt.Errorf("%w: %v", ErrCorrupt, err)
	}
	w, err := writer.NewSingle(qs, ignore)
	if err != nil {
		return err
	}
	s.handle.Store(&cayley.Handle{QuadStore: qs, QuadWriter: w})
	return nil
}

// apply writes one transaction: all of it, or after an error none of it, with fresh caches for the next one.
func (s *Store) apply(ctx context.Context, tx *cgraph.Transaction) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if len(tx.Deltas) == 0 {
		return nil
	}
	s.db.ctx.Store(&ctx)
	defer s.db.ctx.Store(nil)
	s.names.Store(nil)
	err := s.Handle().QuadStore.ApplyDeltas(tx.Deltas, ignore)
	if err == nil {
		return nil
	}
	clear(s.entities)
	return errors.Join(err, s.connect())
}

// gate stands between Cayley and the database: Cayley's writes carry no context, so the gate keeps the caller's and lets a
// cancelled transaction not commit.
type gate struct {
	kv.KV
	ctx atomic.Pointer[context.Context]
}

func (g *gate) Tx(rw bool) (kv.Tx, error) {
	tx, err := g.KV.Tx(rw)
	if err != nil || !rw {
		return tx, err
	}
	return &gatedTx{Tx: tx, gate: g}, nil
}

type gatedTx struct {
	kv.Tx
	gate *gate
}

func (tx *gatedTx) Commit(ctx context.Context) error {
	if c := tx.gate.ctx.Load(); c != nil {
		if err := (*c).Err(); err != nil {
			return err
		}
	}
	return tx.Tx.Commit(ctx)
}

// checkLayout refuses a Cayley store with other indexes: the views in view.go read the indexes themselves.
func (s *Store) checkLayout() error {
	v, err := s.view()
	if err != nil {
		return err
	}
	defer v.close()
	dirs, err := v.indexes()
	if err != nil {
		return err
	}
	if !slices.EqualFunc(dirs, quadIndexes, func(a, b cayleykv.QuadIndex) bool { return slices.Equal(a.Dirs, b.Dirs) }) {
		return fmt.Errorf("%w: it is a Cayley store with other indexes than ours", ErrCorrupt)
	}
	return nil
}
