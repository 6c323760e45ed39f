package cli

import (
	"bytes"
	"path/filepath"
	"testing"
)

// BenchmarkAdd reads the sample articles into a new graph, models loaded and all.
func BenchmarkAdd(b *testing.B) {
	articles, err := filepath.Abs(filepath.Join("..", "..", "seeds", "articles"))
	if err != nil {
		b.Fatal(err)
	}
	b.Chdir(b.TempDir())
	for b.Loop() {
		var out, errs bytes.Buffer
		streams := IOStreams{Out: &out, Err: &errs, Env: func(string) string { return "" }}
		if code := Run(b.Context(), streams, []string{"add", "--db", filepath.Join(b.TempDir(), "graph"), articles}); code != exitOK {
			b.Fatalf("exit code %d: %s", code, &errs)
		}
	}
}

// BenchmarkAsk opens a graph and asks it one question, as `dictum ask` does.
func BenchmarkAsk(b *testing.B) {
	articles, err := filepath.Abs(filepath.Join("..", "..", "seeds", "articles"))
	if err != nil {
		b.Fatal(err)
	}
	b.Chdir(b.TempDir())
	run := func(args ...string) {
		var out, errs bytes.Buffer
		streams := IOStreams{Out: &out, Err: &errs, Env: func(string) string { return "" }}
		if code := Run(b.Context(), streams, args); code != exitOK {
			b.Fatalf("exit code %d: %s", code, &errs)
		}
	}
	run("add", articles)
	b.ResetTimer()
	for b.Loop() {
		run("ask", "said-about", "EU")
	}
}
