package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync/atomic"

	"github.com/cayleygraph/cayley"
	"github.com/cayleygraph/cayley/clog"
	cgraph "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/cayley/writer"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/voc"
	"github.com/hidal-go/hidalgo/kv"

	"dictum/graph"
)

// quadIndexes are single directions, because Cayley v0.7.7 follows only an index of exactly the direction asked for: with
// its default compound indexes a step against an edge scans the store (1,160 ms instead of 0.8 ms at 380,000 quads).
var quadIndexes = []cayleykv.QuadIndex{
	{Dirs: []quad.Direction{quad.Subject}},
	{Dirs: []quad.Direction{quad.Object}},
	{Dirs: []quad.Direction{quad.Label}},
}

// Cayley takes the layout of a new store from a variable of its package, and prefixes from a table of the quad library; what
// it cannot return it logs. All three are set once, here, since this package alone opens stores. The log is silenced: the
// errors that matter come back from Gizmo.
func init() {
	cayleykv.DefaultQuadIndexes = quadIndexes
	clog.SetLogger(nil)
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

// connect gives readers a new Cayley handle over the open database. The old one, with whatever its cache of node numbers
// holds, is dropped; who still reads through it goes on reading the same database.
func (s *Store) connect() error {
	qs, err := newQuadStore(&readers{s.db, &s.damage})
	if err != nil {
		return err
	}
	w, err := writer.NewSingle(qs, ignore)
	if err != nil {
		return err
	}
	s.handle.Store(&cayley.Handle{QuadStore: qs, QuadWriter: w})
	return nil
}

// newQuadStore makes a handle without Cayley's Bloom filter over all quads: it takes 300 MB, and since lists are met without reading
// them (see part.GetBatch) it saves nothing.
func newQuadStore(db kv.KV) (cgraph.QuadStore, error) {
	qs, err := cayleykv.New(db, cgraph.Options{cayleykv.OptNoBloom: true})
	switch {
	case errors.Is(err, cgraph.ErrNotInitialized):
		return nil, fmt.Errorf("%w: it holds no quads of Cayley's", ErrCorrupt)
	case err != nil && !errors.Is(err, ErrCorrupt):
		return nil, fmt.Errorf("%w: %w", ErrCorrupt, err)
	}
	return qs, err
}

// readers is the database as Cayley's readers see it. It cannot be written: a write through Cayley's handle would leave the
// entity graph and the writer's cache behind. It keeps the first error of a damaged file, since Cayley leaves out of an answer
// what it cannot read.
type readers struct {
	kv.KV
	damage *atomic.Pointer[error]
}

func (r *readers) Tx(rw bool) (kv.Tx, error) {
	if rw {
		return nil, ErrReadOnly
	}
	tx, err := r.KV.Tx(false)
	if err != nil {
		return nil, err
	}
	return &readersTx{tx, r}, nil
}

func (r *readers) keep(err error) error {
	if errors.Is(err, ErrCorrupt) {
		r.damage.CompareAndSwap(nil, &err)
	}
	return err
}

type readersTx struct {
	kv.Tx
	r *readers
}

func (t *readersTx) Get(ctx context.Context, key kv.Key) (kv.Value, error) {
	v, err := t.Tx.Get(ctx, key)
	return v, t.r.keep(err)
}

func (t *readersTx) GetBatch(ctx context.Context, keys []kv.Key) ([]kv.Value, error) {
	v, err := t.Tx.GetBatch(ctx, keys)
	return v, t.r.keep(err)
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
	if dirs != nil && !slices.EqualFunc(dirs, quadIndexes, func(a, b cayleykv.QuadIndex) bool { return slices.Equal(a.Dirs, b.Dirs) }) {
		return fmt.Errorf("%w: it is a Cayley store with other indexes than ours", ErrCorrupt)
	}
	return nil
}
