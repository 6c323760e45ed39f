package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	cgraph "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"
)

// cayleyAlone is Cayley without this package: what it does there is why this package writes as it does.
func cayleyAlone(t *testing.T) (apply func(changes ...string) error, all func() []string) {
	t.Helper()
	db := new(memoryKV)
	if err := cayleykv.Init(db, nil); err != nil {
		t.Fatal(err)
	}
	qs, err := cayleykv.New(db, cgraph.Options{cayleykv.OptNoBloom: true})
	if err != nil {
		t.Fatal(err)
	}
	apply = func(changes ...string) error {
		tx := cgraph.NewTransaction()
		for _, s := range changes {
			f := strings.Fields(s)
			q := quad.MakeIRI(f[1], f[2], f[3], "")
			if f[0] == "+" {
				tx.AddQuad(q)
			} else {
				tx.RemoveQuad(q)
			}
		}
		return qs.ApplyDeltas(tx.Deltas, cgraph.IgnoreOpts{})
	}
	all = func() (out []string) {
		it := qs.QuadsAllIterator()
		defer it.Close()
		for it.Next(ctx) {
			q := qs.Quad(it.Result())
			out = append(out, fmt.Sprint(q.Subject, q.Predicate, q.Object))
		}
		slices.Sort(out)
		return out
	}
	return apply, all
}

// TestCayleyFailure shows what a failed transaction does to later ones. If it fails, Cayley has been mended.
func TestCayleyFailure(t *testing.T) {
	apply, all := cayleyAlone(t)
	if err := apply("+ a p b"); err != nil {
		t.Fatal(err)
	}
	if err := apply("+ new1 p new2", "+ a p b"); !cgraph.IsQuadExist(err) {
		t.Fatalf("a duplicate: %v", err)
	}
	if err := apply("+ c p d"); err != nil {
		t.Fatal(err)
	}
	if err := apply("+ new1 p e"); err != nil {
		t.Fatal(err)
	}
	if got := all(); slices.Contains(got, "<new1> <p> <e>") {
		t.Errorf("the quad arrived: %q", got)
	}
}

// TestCayleyMixed shows what a removal does to an addition in the same call. If it fails, Cayley has been mended.
func TestCayleyMixed(t *testing.T) {
	apply, all := cayleyAlone(t)
	if err := apply("+ a p b", "+ a p c", "+ a p d"); err != nil {
		t.Fatal(err)
	}
	if err := apply("- a p b", "- a p c", "+ a p e"); err != nil {
		t.Fatal(err)
	}
	if got := all(); slices.Contains(got, "<a> <p> <e>") {
		t.Errorf("the quad arrived: %q", got)
	}
}

// failing is a database whose transactions break where a test wants it.
type failing struct {
	kv.KV
	onPut    func(n int, key kv.Key) error // before the nth write of a transaction
	onCommit func() error
}

func (f *failing) Tx(rw bool) (kv.Tx, error) {
	tx, err := f.KV.Tx(rw)
	if err != nil || !rw {
		return tx, err
	}
	return &failingTx{Tx: tx, f: f}, nil
}

type failingTx struct {
	kv.Tx
	f *failing
	n int
}

func (tx *failingTx) Put(k kv.Key, v kv.Value) error {
	tx.n++
	if tx.f.onPut != nil {
		if err := tx.f.onPut(tx.n, k); err != nil {
			return err
		}
	}
	return tx.Tx.Put(k, v)
}

func (tx *failingTx) Commit(ctx context.Context) error {
	if tx.f.onCommit != nil {
		if err := tx.f.onCommit(); err != nil {
			return err
		}
	}
	return tx.Tx.Commit(ctx)
}

// testFailedWrite breaks transactions at every stage and goes on writing what the broken ones wrote in part.
func testFailedWrite(t *testing.T, s *Store) {
	f := &failing{KV: s.db}
	s.db = f
	first := article(1, person("Anna Müller"), country("Ruritania"))
	replace(t, s, first, Added)
	before := dump(t, s)
	next := article(2, person("Anna Müller", "Anne"), country("Borduria"))
	broken := errors.New("disk full")
	fails := func(stage string) {
		t.Helper()
		if _, err := s.Replace(ctx, next.Doc, next.Quads); !errors.Is(err, broken) {
			t.Fatalf("%s: got %v, want %v", stage, err, broken)
		}
		if _, err := s.Remove(ctx, first.Doc); !errors.Is(err, broken) {
			t.Fatalf("%s: got %v, want %v", stage, err, broken)
		}
		same(t, stage, dump(t, s), before)
	}
	for _, at := range []int{1, 2, 10, 20} {
		f.onPut = func(n int, _ kv.Key) error {
			if n == at {
				return broken
			}
			return nil
		}
		fails(fmt.Sprintf("broken at write %d", at))
	}
	f.onPut, f.onCommit = nil, func() error { return broken }
	fails("broken at the commit")
	f.onCommit = nil

	third := article(3, country("Syldavia"), country("Borduria"))
	replace(t, s, third, Added)
	same(t, "a write after failures", dump(t, s), fresh(t, first, third))
	replace(t, s, next, Added)
	same(t, "the failed write again", dump(t, s), fresh(t, first, third, next))
	remove(t, s, first.Doc, true)
	same(t, "the failed removal again", dump(t, s), fresh(t, third, next))
	counted(t, s)
}

// testFailedLoad breaks a load in its second batch: all or nothing.
func testFailedLoad(t *testing.T, s *Store) {
	first := article(1, country("Ruritania"))
	replace(t, s, first, Added)
	before := dump(t, s)
	docs := evidence(2*Batch/70 + 1)
	text := fresh(t, docs...)
	f := &failing{KV: s.db}
	s.db = f
	broken := errors.New("disk full")
	batches := 0
	f.onPut = func(_ int, key kv.Key) error { // Cayley writes the new number of quads once a batch
		if key.Compare(kv.SKey("meta", "size")) == 0 {
			if batches++; batches == 2 {
				return broken
			}
		}
		return nil
	}
	if _, err := s.Load(ctx, strings.NewReader(text)); !errors.Is(err, broken) {
		t.Fatalf("broken in the second batch: %v", err)
	}
	same(t, "a broken load", dump(t, s), before)
	f.onPut = nil
	if _, err := s.Load(ctx, strings.NewReader(text)); err != nil {
		t.Fatal(err)
	}
	same(t, "the load again", dump(t, s), fresh(t, append(docs, first)...))
}

func testCancelledWrite(t *testing.T, s *Store) {
	f := &failing{KV: s.db}
	s.db = f
	first, next := article(1, country("Ruritania")), article(2, country("Borduria"))
	replace(t, s, first, Added)
	before := dump(t, s)
	for _, at := range []int{1, 30} {
		c, cancel := context.WithCancel(ctx)
		f.onPut = func(n int, _ kv.Key) error {
			if n == at {
				cancel()
			}
			return nil
		}
		if _, err := s.Replace(c, next.Doc, next.Quads); !errors.Is(err, context.Canceled) {
			t.Fatalf("cancelled at write %d: %v", at, err)
		}
		if _, err := s.Remove(c, first.Doc); !errors.Is(err, context.Canceled) {
			t.Fatalf("cancelled before: %v", err)
		}
		same(t, "a cancelled write", dump(t, s), before)
	}
	f.onPut = nil
	replace(t, s, next, Added)
	same(t, "a write afterwards", dump(t, s), fresh(t, first, next))
}

// testReadersDuringWrites is for the race detector, and for what readers may see: a document is there whole or not at all.
func testReadersDuringWrites(t *testing.T, s *Store) {
	one, two := article(1, country("Ruritania")), article(1, country("Borduria"))
	replace(t, s, one, Added)
	var readers sync.WaitGroup
	done := make(chan struct{})
	for range 3 {
		readers.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				c, err := s.Counts(ctx)
				if err != nil || c.Documents != 1 || c.Actors != 1 {
					t.Errorf("between two versions: %+v, %v", c, err)
					return
				}
				if err := s.Gizmo(ctx, `g.V("<schema:NewsArticle>").In("<rdf:type>").All()`, nil, 0, func(any) error { return nil }); err != nil {
					t.Error(err)
				}
				if _, err := s.FindActors(ctx, "Ruritania"); err != nil {
					t.Error(err)
				}
				if _, err := s.NearActors(ctx, "Ruritanya", 1); err != nil {
					t.Error(err)
				}
			}
		})
	}
	for range 20 {
		replace(t, s, two, Replaced)
		replace(t, s, one, Replaced)
	}
	close(done)
	readers.Wait()
}
