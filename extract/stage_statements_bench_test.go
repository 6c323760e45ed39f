package extract

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dictum/extract/nlp"
)

// sampleArticles is the text of all sample articles.
func sampleArticles(b *testing.B) string {
	b.Helper()
	paths, err := filepath.Glob("../seeds/articles/*.txt")
	if err != nil || len(paths) == 0 {
		b.Fatalf("no sample articles in ../seeds/articles: %v", err)
	}
	var all strings.Builder
	for _, p := range paths {
		text, err := os.ReadFile(p)
		if err != nil {
			b.Fatal(err)
		}
		all.Write(text)
		all.WriteString("\n\n")
	}
	return all.String()
}

// BenchmarkAttributions is the learned part of the statements stage; BenchmarkLanguage is what it must not take longer than.
func BenchmarkAttributions(b *testing.B) {
	a, err := nlp.New()
	if err != nil {
		b.Fatal(err)
	}
	x, err := wholeExtractor()
	if err != nil {
		b.Fatal(err)
	}
	m, err := embeddedAttributor()
	if err != nil {
		b.Fatal(err)
	}
	doc := a.Analyze(sampleArticles(b))
	tree := NewTree(doc)
	b.ReportAllocs()
	for b.Loop() {
		m.attributions(newView(doc, tree, lexiconOf(x.know)))
	}
	b.ReportMetric(float64(len(doc.Toks))*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkLanguage(b *testing.B) {
	a, err := nlp.New()
	if err != nil {
		b.Fatal(err)
	}
	text := sampleArticles(b)
	words := len(a.Analyze(text).Toks)
	b.ReportAllocs()
	for b.Loop() {
		a.Analyze(text)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
