// Package store keeps the quads of the knowledge graph on disk or in memory and answers Gizmo questions about them. It is
// a thin layer over Cayley's key-value quad store, and writes what the stock cayley program of the same version reads.
//
// What it adds: a document is replaced as a whole, in one transaction (replace.go); the entity graph is derived from the
// evidence of all documents and always fits it (derive.go), and so are the links between events (link.go); a failed write never spoils a later one (transact.go); bad files
// are told apart and reported in one line (bolt.go). It does not extract, print or draw.
//
// Start at Open, then Store.ReplaceAll. A new backend is one file that calls register (see memory.go) and is tested by the
// conformance suite by being there.
package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"sync"
	"sync/atomic"

	"github.com/cayleygraph/cayley"
	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"

	"dictum/graph"
	"dictum/graph/link"
	"dictum/graph/resolve"
)

// What a caller can do something about. Every error of Open wraps one of them or comes from the file system.
var (
	ErrLocked   = errors.New("another process is using it; try again when it has ended")
	ErrCorrupt  = errors.New("not a readable store")
	ErrNotFound = errors.New("there is no store")
	ErrForeign  = errors.New("it holds other files and no store") // a folder that is not ours is never written to
	ErrReadOnly = errors.New("the store is open for reading only")
)

// Options of Open. The zero value opens a store on disk for reading and writing, and creates it when it is missing.
type Options struct {
	Backend  string // "bolt" (default), a file in the folder; "memory", gone when closed
	ReadOnly bool   // several processes may read at once; a missing store is ErrNotFound
}

// Store is safe for many goroutines; writes wait for each other.
type Store struct {
	path string
	opts Options
	db   kv.KV

	handle  atomic.Pointer[cayley.Handle]
	closed  atomic.Bool
	running sync.WaitGroup        // Gizmo sessions that still read
	damage  atomic.Pointer[error] // the first broken page that Cayley met

	names atomic.Pointer[[]nameKey] // for suggestions; nil after a write

	write    sync.Mutex       // guards what follows, and all writing
	writer   cgraph.QuadStore // nil before the first write and after a failed one
	within   *within
	entities map[quad.IRI]graph.Entity   // what the store holds of some actors
	profiles map[string]*resolve.Profile // and of some documents
	events   map[quad.IRI][]link.Event   // and of the events of some
	near     nearby
}

// Open opens the store in the folder path. A failed Open creates and changes nothing.
func Open(ctx context.Context, path string, opts Options) (*Store, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if opts.Backend == "" {
		opts.Backend = "bolt"
	}
	b, err := backendNamed(opts.Backend)
	if err != nil {
		return nil, err
	}
	db, err := b.Open(path, opts, initialise)
	if err != nil {
		return nil, fmt.Errorf("store: open %q: %w", path, err)
	}
	s := &Store{
		path: path, opts: opts, db: db,
		entities: map[quad.IRI]graph.Entity{}, profiles: map[string]*resolve.Profile{}, events: map[quad.IRI][]link.Event{}, near: nearby{},
	}
	if err := cmp.Or(s.checkLayout(), s.connect()); err != nil {
		return nil, errors.Join(fmt.Errorf("store: open %q: %w", path, err), db.Close())
	}
	return s, nil
}

// Close waits for questions that were cancelled but still run, then closes the file.
func (s *Store) Close() error {
	s.write.Lock()
	defer s.write.Unlock()
	s.running.Wait()
	s.closed.Store(true)
	if err := s.db.Close(); err != nil {
		return fmt.Errorf("store: close %q: %w", s.path, err)
	}
	return nil
}

// Handle is Cayley's own view of the store, for its web interface. It reads only. Writes of the store replace it, so ask for
// it again for each request, and do not close it.
func (s *Store) Handle() *cayley.Handle { return s.handle.Load() }

var _ io.Closer = (*Store)(nil)
