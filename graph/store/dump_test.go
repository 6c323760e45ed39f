package store

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"dictum/graph"
)

func testDumpAndLoad(t *testing.T, s *Store) {
	docs := []Evidence{article(1, person("Anna \"Nan\" Müller\n", `back\slash`)), article(2, country("Ruritania"))}
	docs = append(docs, evidence(30)...)
	loadAll(t, s, docs)
	text := dump(t, s)
	again := openTest(t, t.TempDir(), Options{Backend: s.opts.Backend})
	n, err := again.Load(ctx, strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	same(t, "dumped and loaded", dump(t, again), text)
	if c := counted(t, again); n != c.Quads {
		t.Errorf("Load read %d quads, the store holds %d", n, c.Quads)
	}
	full := text
	for _, p := range graph.Prefixes() {
		full = strings.ReplaceAll(full, "<"+p.Short, "<"+p.Full)
	}
	third := openTest(t, t.TempDir(), Options{Backend: s.opts.Backend})
	if _, err := third.Load(ctx, strings.NewReader("# full IRIs\n\n"+strings.TrimSuffix(full, "\n"))); err != nil {
		t.Fatal(err)
	}
	same(t, "loaded with full IRIs", dump(t, third), text)
	testLoadErrors(t, again, text)
}

// testLoadErrors loads broken variants of a dump into the store that holds it.
func testLoadErrors(t *testing.T, s *Store, text string) {
	lines := strings.SplitAfter(text, "\n")
	first := strings.Index(text, "<doc:")
	number := strings.Count(text[:first], "\n") + 1
	for _, c := range []struct{ name, text, want string }{
		{"no quad", "<a> <b> .\nnonsense\n", "line 1: no quad"},
		{"cut line", strings.Join(lines[:20], "") + lines[20][:len(lines[20])/2], "line 21: no quad"},
		{"no label", "\n<a> <b> <c> .\n", "line 2: a quad without a label"},
		{"foreign label", "<a> <b> <c> <d> .\n", "line 1: the label <d> names no document"},
		{"bad escape", `<a> <b> "\q" <doc:d> .` + "\n", "line 1: "},
		{"bad character", "# comment\n<a> <b> \"\xff\" <doc:d> .\n", "line 2: "},
		{"a line missing", strings.Join(append(append([]string{}, lines[:number-1]...), lines[number:]...), ""), "do not fit"},
		{"cut after a line", text[:strings.LastIndex(text[:len(text)/2], "\n")+1], "do not fit"},
	} {
		n, err := s.Load(ctx, strings.NewReader(c.text))
		if err == nil || !strings.Contains(err.Error(), c.want) || strings.Contains(err.Error(), "\n") || n != 0 {
			t.Errorf("%s: got %d, %v, want an error of one line with %q", c.name, n, err, c.want)
		}
	}
	same(t, "failed loads", dump(t, s), text)

	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := s.Load(cancelled, strings.NewReader(text)); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled load: %v", err)
	}
	if err := s.Dump(cancelled, new(strings.Builder)); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled dump: %v", err)
	}
	broken := errors.New("disk full")
	if err := s.Dump(ctx, failingWriter{broken}); !errors.Is(err, broken) {
		t.Errorf("a dump that cannot write: %v", err)
	}
}

type failingWriter struct{ err error }

func (w failingWriter) Write([]byte) (int, error) { return 0, w.err }

// testSnapshot writes while it iterates.
func testSnapshot(t *testing.T, s *Store) {
	docs := evidence(5)
	loadAll(t, s, docs)
	want, got := strings.Count(dump(t, s), "\n"), 0
	for _, err := range s.Quads(ctx) {
		if err != nil {
			t.Fatal(err)
		}
		if got++; got <= len(docs) {
			remove(t, s, docs[got-1].Doc, true)
		}
	}
	if got != want {
		t.Errorf("%d quads while documents go, want the %d that were there", got, want)
	}
	for range s.Quads(ctx) {
		break
	}
}

// FuzzLiteral holds the promise that whatever text an article has comes back the same through the store and a dump.
func FuzzLiteral(f *testing.F) {
	for _, s := range []string{
		"plain", `"quoted"`, "line\nline\r\n\ttab", `\`, `\\u0041`, `ends with \`, "\x00\x01\x7f", "“curly”", "a^^<xsd:integer>", "x@en", "_:b", "<iri>",
		"\u2028", "\ufeff", "𝔘𝔫𝔦", "e\u0301", " ", ".", "#", `"@en`, `"^^<x>`,
	} {
		f.Add(s, 0.5, int64(1))
	}
	f.Fuzz(func(t *testing.T, text string, number float64, whole int64) {
		const doc = quad.IRI("doc:fuzz")
		quads := []quad.Quad{
			{Subject: doc, Predicate: graph.ArticleBody, Object: quad.String(text), Label: doc},
			{Subject: doc, Predicate: graph.Confidence, Object: quad.Float(number), Label: doc},
			{Subject: doc, Predicate: graph.SchemaValue, Object: quad.Int(whole), Label: doc},
		}
		if validate(Evidence{doc, quads}) != nil {
			t.Skip("refused")
		}
		s := openTest(t, "", Options{Backend: "memory"})
		if _, err := s.Replace(ctx, doc, quads); err != nil {
			t.Fatal(err)
		}
		text1 := dump(t, s)
		again := openTest(t, "", Options{Backend: "memory"})
		if _, err := again.Load(ctx, strings.NewReader(text1)); err != nil {
			t.Fatalf("%v\n%s", err, text1)
		}
		same(t, "dumped and loaded", dump(t, again), text1)
		for q, err := range again.Quads(ctx) {
			if err != nil {
				t.Fatal(err)
			}
			if q.Predicate == quad.Value(graph.ArticleBody) && q.Object != quad.Value(quad.String(text)) {
				t.Errorf("got %q back, want %q", q.Object, text)
			}
			if q.Predicate == quad.Value(graph.Confidence) && q.Object != quad.Value(quad.Float(number)) {
				t.Errorf("got %v back, want %v", q.Object, number)
			}
		}
	})
}

// FuzzLoad reads anything: it is refused in one line and nothing changes, or it is stored and its dump can be loaded.
func FuzzLoad(f *testing.F) {
	s := openTest(f, "", Options{Backend: "memory"})
	e := article(1, country("Ruritania"))
	if _, err := s.Replace(ctx, e.Doc, e.Quads); err != nil {
		f.Fatal(err)
	}
	var b strings.Builder
	if err := s.Dump(ctx, &b); err != nil {
		f.Fatal(err)
	}
	for _, text := range []string{
		b.String(), b.String()[:len(b.String())/2], "", "\n#\n", "<a> <b> <c> <doc:d> .", `<a> <b> "\u00" <doc:d> .`, `<a> <b> "x"@en <doc:d> .`,
		`<a> <b> "1"^^<xsd:integer> <doc:d> .`, `<a> <b> "x"^^<xsd:integer> <doc:d> .`, `_:a <b> _:c <doc:d> .`, `<a> <b> "\U0010FFFF" <doc:d> .`,
		`<a> <kg:seenName> "A" <doc:d> .` + "\n" + `<a> <kg:seenType> <schema:Person> <doc:d> .`,
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		s := openTest(t, "", Options{Backend: "memory"})
		empty := dump(t, s)
		if _, err := s.Load(ctx, strings.NewReader(text)); err != nil {
			if strings.Contains(err.Error(), "\n") {
				t.Errorf("the error has more than one line: %q", err)
			}
			same(t, "refused", dump(t, s), empty)
			return
		}
		counted(t, s)
		again := openTest(t, "", Options{Backend: "memory"})
		if _, err := again.Load(ctx, strings.NewReader(dump(t, s))); err != nil {
			t.Fatalf("its dump cannot be loaded: %v\n%s", err, dump(t, s))
		}
		same(t, "loaded again", dump(t, again), dump(t, s))
	})
}
