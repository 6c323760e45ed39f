package link

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

// BenchmarkAll links the events of 5,000 documents of a hundred days: eight each, with actors of which few come often.
func BenchmarkAll(b *testing.B) {
	r := rand.New(rand.NewPCG(1, 2))
	zipf := rand.NewZipf(r, 1.2, 8, 3000)
	actor := func() quad.IRI { return quad.IRI(fmt.Sprintf("actor:%d", zipf.Uint64())) }
	types := []string{"ASSAULT", "CONSULT", "ACCUSE", "AID", "AGREE", "REJECT", "COERCE", ""}
	var events []Event
	for doc := range 5000 {
		for n := range 8 {
			typ := types[r.IntN(len(types))]
			e := Event{
				ID: quad.IRI(fmt.Sprintf("ev:%016x-%d-%d", doc, n, n+1)), Doc: quad.IRI(fmt.Sprintf("doc:%016x", doc)),
				Lemma: fmt.Sprintf("verb%d", r.IntN(40)), Type: typ, Agents: []quad.IRI{actor()}, Targets: []quad.IRI{actor()},
				Modality: graph.Actual, When: When{From: doc/50 - 2, To: doc / 50},
			}
			events = append(events, e)
		}
	}
	b.ResetTimer()
	for b.Loop() {
		links := All(events)
		b.ReportMetric(float64(len(links)), "links")
	}
	b.ReportMetric(float64(len(events))*float64(b.N)/b.Elapsed().Seconds(), "events/s")
}
