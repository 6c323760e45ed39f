package store

import (
	"bytes"
	"fmt"
	"sync"
	"testing"

	"dictum/graph"
	"dictum/graph/store/storetest"
)

// synthetic is the evidence of the benchmarks' articles, made once.
var synthetic = sync.OnceValue(func() []Evidence { return evidence(storetest.Full) })

func evidence(n int) []Evidence {
	var out []Evidence
	for rec := range storetest.Records(n) {
		doc := rec.Document()
		out = append(out, Evidence{graph.DocumentIRI(doc.Hash()), graph.Quads(rec)})
	}
	return out
}

// loadAll writes documents in transactions of about Batch quads and returns the number of quads.
func loadAll(tb testing.TB, s *Store, docs []Evidence) int {
	tb.Helper()
	total := 0
	for len(docs) > 0 {
		n, quads := 0, 0
		for n < len(docs) && quads < Batch {
			quads += len(docs[n].Quads)
			n++
		}
		if _, err := s.ReplaceAll(ctx, docs[:n]); err != nil {
			tb.Fatal(err)
		}
		docs, total = docs[n:], total+quads
	}
	return total
}

func openTest(tb testing.TB, path string, opts Options) *Store {
	tb.Helper()
	s, err := Open(ctx, path, opts)
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		s.running.Wait()
		if db, ok := s.db.(*boltKV); ok && db.db.Stats().OpenTxN > 0 {
			tb.Errorf("%d transactions were left open", db.db.Stats().OpenTxN)
			return // closing would wait for them
		}
		_ = s.Close()
	})
	return s
}

func benchmarkLoad(b *testing.B, opts Options) {
	docs, total := synthetic(), 0
	for b.Loop() {
		s := openTest(b, b.TempDir(), opts)
		total += loadAll(b, s, docs)
		_ = s.Close()
	}
	b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "quads/s")
}

func BenchmarkLoad(b *testing.B)       { benchmarkLoad(b, Options{}) }
func BenchmarkLoadMemory(b *testing.B) { benchmarkLoad(b, Options{Backend: "memory"}) }

// BenchmarkLoadDump reads N-Quads in one transaction.
func BenchmarkLoadDump(b *testing.B) {
	s := openTest(b, "", Options{Backend: "memory"})
	loadAll(b, s, synthetic())
	var text bytes.Buffer
	if err := s.Dump(ctx, &text); err != nil {
		b.Fatal(err)
	}
	total := 0
	for b.Loop() {
		s := openTest(b, b.TempDir(), Options{})
		n, err := s.Load(ctx, bytes.NewReader(text.Bytes()))
		if err != nil {
			b.Fatal(err)
		}
		total += n
		_ = s.Close()
	}
	b.ReportMetric(float64(total)/b.Elapsed().Seconds(), "quads/s")
}

// loaded is a store on disk with all synthetic articles.
func loaded(b *testing.B) (path string) {
	path = b.TempDir()
	s := openTest(b, path, Options{})
	loadAll(b, s, synthetic())
	if err := s.Close(); err != nil {
		b.Fatal(err)
	}
	return path
}

func BenchmarkStore(b *testing.B) {
	path := loaded(b)
	b.Run("Open", func(b *testing.B) {
		for b.Loop() {
			s := openTest(b, path, Options{ReadOnly: true})
			_ = s.Close()
		}
	})
	b.Run("OpenToWrite", func(b *testing.B) {
		for b.Loop() {
			s := openTest(b, path, Options{})
			_ = s.Close()
		}
	})
	s := openTest(b, path, Options{})
	docs := evidence(50)
	changed := make([]Evidence, len(docs))
	i := 0
	for rec := range storetest.Records(len(docs)) {
		rec.Title += " (corrected)"
		rec.Events = rec.Events[1:]
		changed[i] = Evidence{docs[i].Doc, graph.Quads(rec)}
		i++
	}
	b.Run("Replace", func(b *testing.B) {
		for i := 0; b.Loop(); i++ {
			d := changed[i/2%len(docs)]
			if i%2 == 1 {
				d = docs[i/2%len(docs)]
			}
			if c, err := s.Replace(ctx, d.Doc, d.Quads); err != nil || c != Replaced {
				b.Fatal(c, err)
			}
		}
	})
	b.Run("Unchanged", func(b *testing.B) {
		d := evidence(100)[99]
		for b.Loop() {
			if c, err := s.Replace(ctx, d.Doc, d.Quads); err != nil || c != Unchanged {
				b.Fatal(c, err)
			}
		}
	})
	b.Run("FindActors", func(b *testing.B) {
		for b.Loop() {
			if refs, err := s.FindActors(ctx, storetest.Actor(0).Name); err != nil || len(refs) != 1 {
				b.Fatal(refs, err)
			}
		}
	})
	for _, rank := range []int{0, 30} {
		b.Run(fmt.Sprintf("SaidAbout/%d", rank), func(b *testing.B) {
			params := map[string]any{"actor": storetest.Actor(rank).ID}
			rows := 0
			for b.Loop() {
				rows = 0
				err := s.Gizmo(ctx, `g.V(iri(params.actor)).In(iri("schema:about")).Tag("statement").Out(iri("schema:spokenByCharacter")).All()`,
					params, 0, func(any) error { rows++; return nil })
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(rows), "rows")
		})
	}
	b.Run("NearActors", func(b *testing.B) {
		for b.Loop() {
			s.names.Store(nil)
			if refs, err := s.NearActors(ctx, storetest.Actor(0).Name+"x", 3); err != nil || len(refs) == 0 {
				b.Fatal(refs, err)
			}
		}
	})
	b.Run("Counts", func(b *testing.B) {
		for b.Loop() {
			if c, err := s.Counts(ctx); err != nil || c.Documents != storetest.Full {
				b.Fatal(c, err)
			}
		}
	})
	b.Run("Dump", func(b *testing.B) {
		for b.Loop() {
			n := 0
			for _, err := range s.Quads(ctx) {
				if err != nil {
					b.Fatal(err)
				}
				n++
			}
			b.ReportMetric(float64(n), "quads")
		}
	})
}
