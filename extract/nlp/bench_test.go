package nlp

import (
	"os"
	"strings"
	"testing"
)

// benchText is news to measure with: the file that DICTUM_BENCH_TEXT names, or our own page many times over.
func benchText(b *testing.B) string {
	if path := os.Getenv("DICTUM_BENCH_TEXT"); path != "" {
		data, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		return string(data[:min(len(data), 1<<20)])
	}
	return strings.Repeat(page(b)+"\n", 40)
}

func wordsPerSecond(b *testing.B, words int) {
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkTokenize(b *testing.B) {
	text := benchText(b)
	var s scratch
	n := len(s.cut(text).Toks)
	b.ReportAllocs()
	for b.Loop() {
		s.cut(text)
	}
	wordsPerSecond(b, n)
}

// stages prepares a document for the benchmarks of single stages.
func stages(b *testing.B) (*Analyzer, *Doc, *scratch) {
	a := embedded(b)
	s := &scratch{}
	doc := s.cut(benchText(b))
	a.fill(doc, s)
	b.ReportAllocs()
	return a, doc, s
}

func BenchmarkTag(b *testing.B) {
	a, doc, s := stages(b)
	for b.Loop() {
		for _, st := range doc.Sents {
			a.m.tagger.tag(s.words[st.First:st.Last], s.tags[st.First:st.Last], &s.tag)
		}
	}
	wordsPerSecond(b, len(doc.Toks))
}

func BenchmarkParse(b *testing.B) {
	a, doc, s := stages(b)
	for b.Loop() {
		for _, st := range doc.Sents {
			a.m.parser.parse(s.words[st.First:st.Last], s.tags[st.First:st.Last], &s.parse)
		}
	}
	wordsPerSecond(b, len(doc.Toks))
}

func BenchmarkNames(b *testing.B) {
	a, doc, s := stages(b)
	for b.Loop() {
		a.names(doc, s)
	}
	wordsPerSecond(b, len(doc.Toks))
}

func BenchmarkAnalyze(b *testing.B) {
	a := embedded(b)
	text := benchText(b)
	n := len(a.Analyze(text).Toks)
	b.ReportAllocs()
	for b.Loop() {
		a.Analyze(text)
	}
	wordsPerSecond(b, n)
	b.ReportMetric(float64(n), "words")
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}
