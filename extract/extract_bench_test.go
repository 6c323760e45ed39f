package extract

import (
	"testing"

	"dictum/graph"
)

// BenchmarkActors measures the stages mentions and actors, without the language analysis.
func BenchmarkActors(b *testing.B) {
	x := extractor(b)
	texts := articles(b)
	states := make([]*State, len(texts))
	size := 0
	for i, text := range texts {
		states[i] = x.newState(&graph.Document{Text: text}, x.nlp.Analyze(text))
		size += len(states[i].NLP.Toks)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, s := range states {
			s.Record.Actors = nil
			if err := findNames(s); err != nil {
				b.Fatal(err)
			}
			if err := resolveActors(s); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(size)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkExtract measures the whole of it.
func BenchmarkExtract(b *testing.B) {
	x := extractor(b)
	texts := articles(b)
	size := 0
	for _, text := range texts {
		size += len(x.nlp.Analyze(text).Toks)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, text := range texts {
			record(b, x, text)
		}
	}
	b.ReportMetric(float64(size)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
