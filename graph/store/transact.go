package store

import (
	"context"
	"errors"
	"slices"

	cgraph "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"
)

// Cayley v0.7.7 writes correctly only under four conditions, which this file keeps:
//
// A failed transaction leaves numbers of nodes in the handle's cache that were rolled back, and later quads land on them. So
// nothing is written that was not validated, duplicates and missing quads are no errors, and after any error the writing
// handle is dropped.
//
// Additions and removals in one call lose values: a node that loses more references than it gains is missing from the quads
// that are added. So they are two calls inside one transaction of the database.
//
// A duplicate counts its values twice, and they never go. So only differences are written.
//
// Readers and writers share the cache: a reader that looks at the old state puts back the number of a node that the writer
// has just deleted. So the writer has a handle of its own, and readers get a new one when nodes may have gone.

// ignore makes a write of what is there, or a removal of what is not, no error.
var ignore = cgraph.IgnoreOpts{IgnoreDup: true, IgnoreMissing: true}

// transaction is one transaction of the database, into which any number of Cayley's are written.
type transaction struct {
	s       *Store
	ctx     context.Context
	tx      kv.Tx // nil before the first write: looking costs less outside
	failure error // the first error of the database: Cayley passes on only its words
	removed bool
}

// writing runs do inside one transaction. After an error of do, or when ctx has ended, nothing has happened.
func (s *Store) writing(ctx context.Context, do func(*transaction) error) (err error) {
	if s.opts.ReadOnly {
		return ErrReadOnly
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	s.write.Lock()
	defer s.write.Unlock()
	t := &transaction{s: s, ctx: ctx}
	defer func() {
		if t.tx != nil {
			err = errors.Join(err, t.tx.Close())
		}
		if err != nil {
			s.writer = nil
			clear(s.entities)
			clear(s.events)
			clear(s.profiles)
			clear(s.near)
		}
	}()
	if err := do(t); err != nil || t.tx == nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := t.tx.Commit(ctx); err != nil {
		return err
	}
	s.names.Store(nil)
	if t.removed {
		return s.connect()
	}
	return nil
}

// view sees what the transaction has written so far. Nobody else writes meanwhile.
func (t *transaction) view() (*view, error) {
	if t.tx == nil {
		return t.s.view()
	}
	return newView(t.tx), nil
}

// apply writes a difference. No view may be open: one from outside keeps the file from growing, one from inside grows stale.
func (t *transaction) apply(added, removed []quad.Quad) (err error) {
	if len(added)+len(removed) == 0 {
		return nil
	}
	if t.tx == nil {
		if t.tx, err = t.s.db.Tx(true); err != nil {
			return err
		}
	}
	for _, part := range []struct {
		action cgraph.Procedure
		quads  []quad.Quad
	}{{cgraph.Delete, removed}, {cgraph.Add, added}} {
		if err := t.ctx.Err(); err != nil {
			return err
		}
		if len(part.quads) == 0 {
			continue
		}
		for chunk := range slices.Chunk(part.quads, Batch) {
			deltas := make([]cgraph.Delta, len(chunk))
			for i, q := range chunk {
				deltas[i] = cgraph.Delta{Quad: q, Action: part.action}
			}
			if err := t.s.deltas(t, deltas); err != nil {
				return err
			}
		}
	}
	t.removed = t.removed || len(removed) > 0
	return nil
}

// deltas hands a list of changes to Cayley.
func (s *Store) deltas(t *transaction, deltas []cgraph.Delta) (err error) {
	if s.writer == nil {
		s.within = &within{KV: s.db}
		if s.writer, err = newQuadStore(s.within); err != nil {
			return err
		}
	}
	s.within.t = t
	defer func() { s.within.t = nil }()
	if err := s.writer.ApplyDeltas(deltas, ignore); err != nil {
		if t.failure != nil {
			return t.failure
		}
		return err
	}
	return nil
}

// within is the database as the writing handle sees it: what Cayley takes for transactions are parts of ours.
type within struct {
	kv.KV
	t *transaction
}

func (w *within) Tx(rw bool) (kv.Tx, error) {
	if w.t == nil { // a new handle looks around
		return w.KV.Tx(rw)
	}
	return &part{Tx: w.t.tx, t: w.t}, nil
}

// part does not end the transaction it belongs to, and keeps its errors.
type part struct {
	kv.Tx
	t *transaction
}

func (p *part) keep(err error) error {
	if err != nil && p.t.failure == nil && !errors.Is(err, kv.ErrNotFound) {
		p.t.failure = err
	}
	return err
}

func (p *part) Get(ctx context.Context, key kv.Key) (kv.Value, error) {
	v, err := p.Tx.Get(ctx, key)
	return v, p.keep(err)
}

// GetBatch answers Cayley's question for the lists of one quad, which it would read from end to end and intersect, with what
// they have in common.
func (p *part) GetBatch(ctx context.Context, keys []kv.Key) ([]kv.Value, error) {
	v, err := p.Tx.GetBatch(ctx, keys)
	if err == nil && ofOneQuad(keys) {
		lists := make([]idList, len(v))
		for i := range v {
			lists[i] = idList(v[i])
		}
		var common idList
		common, err = meet(lists...)
		for i := range v {
			v[i] = kv.Value(common)
		}
	}
	return v, p.keep(err)
}

// ofOneQuad reports whether keys are those of all indexes, one after the other.
func ofOneQuad(keys []kv.Key) bool {
	return slices.EqualFunc(keys, quadIndexes, func(k kv.Key, in cayleykv.QuadIndex) bool {
		return len(k) == 2 && len(k[0]) == 1 && k[0][0] == in.Dirs[0].Prefix()
	})
}

func (p *part) Put(key kv.Key, val kv.Value) error { return p.keep(p.Tx.Put(key, val)) }
func (p *part) Del(key kv.Key) error               { return p.keep(p.Tx.Del(key)) }
func (p *part) Commit(context.Context) error       { return nil }
func (p *part) Close() error                       { return nil }
