package queries

import (
	"testing"

	"dictum/graph"
	"dictum/graph/store"
	"dictum/graph/store/storetest"
)

// bigStore is a graph of 5,000 made articles on disk, opened as a question opens it.
func bigStore(tb testing.TB) *store.Store {
	tb.Helper()
	path := tb.TempDir()
	st, err := store.Open(tb.Context(), path, store.Options{})
	if err != nil {
		tb.Fatal(err)
	}
	var batch []store.Evidence
	flush := func() {
		if _, err := st.ReplaceAll(tb.Context(), batch); err != nil {
			tb.Fatal(err)
		}
		batch = batch[:0]
	}
	for rec := range storetest.Records(storetest.Full) {
		doc := rec.Document()
		batch = append(batch, store.Evidence{Doc: graph.DocumentIRI(doc.Hash()), Quads: graph.Quads(rec)})
		if len(batch) == 125 {
			flush()
		}
	}
	flush()
	if err := st.Close(); err != nil {
		tb.Fatal(err)
	}
	st, err = store.Open(tb.Context(), path, store.Options{ReadOnly: true})
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() {
		if err := st.Close(); err != nil {
			tb.Error(err)
		}
	})
	return st
}

// BenchmarkQuestions asks about the actor who is named most, about one in the middle, and about a seldom one; the other
// questions about the one named most. No answer of said-about and did should take 50 ms.
func BenchmarkQuestions(b *testing.B) {
	st := bigStore(b)
	lib := library(b)
	for _, c := range []struct {
		label    string
		question string
		args     map[string]string
	}{
		{"said-about/most-named", "said-about", map[string]string{"about": storetest.Actor(0).ID}},
		{"said-about/second", "said-about", map[string]string{"about": storetest.Actor(1).ID}},
		{"said-about/middle", "said-about", map[string]string{"about": storetest.Actor(50).ID}},
		{"said-about/seldom", "said-about", map[string]string{"about": storetest.Actor(1000).ID}},
		{"did/most-named", "did", map[string]string{"who": storetest.Actor(0).ID}},
		{"did/second", "did", map[string]string{"who": storetest.Actor(1).ID}},
		{"did/middle", "did", map[string]string{"who": storetest.Actor(50).ID}},
		{"did/seldom", "did", map[string]string{"who": storetest.Actor(1000).ID}},
	} {
		b.Run(c.label, func(b *testing.B) { benchmark(b, st, lib, c.question, c.args) })
	}
	given := map[string]string{
		TypeActor: storetest.Actor(0).ID, TypePlace: storetest.Actor(0).ID, TypeText: "report", TypeInt: "10", TypeDate: "2020",
		TypeEvent: "CONSULT", TypeID: "doc:0",
	}
	for _, q := range lib.All() {
		args := map[string]string{}
		for _, p := range q.Params {
			if !p.Optional {
				args[p.Name] = given[p.Type]
			}
		}
		for name, second := range map[string]string{"y": storetest.Actor(1).ID, "whom": storetest.Actor(1).ID} {
			if _, ok := args[name]; ok && len(args) > 1 {
				args[name] = second
			}
		}
		b.Run("all/"+q.Name, func(b *testing.B) { benchmark(b, st, lib, q.Name, args) })
	}
}

func benchmark(b *testing.B, st *store.Store, lib *Library, name string, args map[string]string) {
	q, err := lib.Get(name)
	if err != nil {
		b.Fatal(err)
	}
	rows := 0
	for b.Loop() {
		a, err := Run(b.Context(), st, q, args)
		if err != nil {
			b.Fatal(err)
		}
		rows = len(a.Rows)
	}
	b.ReportMetric(float64(rows), "rows")
}
