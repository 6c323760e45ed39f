package cli

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dictum/extract"
	"dictum/extract/nlp"
	"dictum/graph"
	"dictum/graph/store"

	"github.com/spf13/cobra"
)

// world is streams in memory, and a folder to stand in.
func world(t *testing.T) (IOStreams, *bytes.Buffer, *bytes.Buffer) {
	t.Helper()
	t.Chdir(t.TempDir())
	var out, errs bytes.Buffer
	return IOStreams{In: strings.NewReader(""), Out: &out, Err: &errs, Env: func(string) string { return "" }}, &out, &errs
}

// TestHelp: every command explains itself, and those that do something have an example.
func TestHelp(t *testing.T) {
	a := &app{io: IOStreams{Env: func(string) string { return "" }}}
	var visit func(cmd *cobra.Command)
	visit = func(cmd *cobra.Command) {
		if cmd.Short == "" || strings.HasSuffix(cmd.Short, ".") {
			t.Errorf("%s: the short help is %q, want a line without a full stop", cmd.CommandPath(), cmd.Short)
		}
		if cmd.Example == "" && cmd.Name() != "version" {
			t.Errorf("%s has no example", cmd.CommandPath())
		}
		for _, text := range []string{cmd.Long, cmd.Example} {
			for line := range strings.Lines(text) {
				if n := len([]rune(line)); n > 131 {
					t.Errorf("%s: a line of the help has %d columns: %s", cmd.CommandPath(), n, line)
				}
			}
		}
		for _, sub := range cmd.Commands() {
			visit(sub)
		}
	}
	visit(a.root())
}

// TestInterrupted: a context that has ended stops every command with one line and exit code 1.
func TestInterrupted(t *testing.T) {
	streams, _, errs := world(t)
	if err := os.WriteFile("a.txt", []byte("Armenia criticised Azerbaijan."), 0o644); err != nil {
		t.Fatal(err)
	}
	if code := Run(t.Context(), streams, []string{"add", "a.txt"}); code != exitOK {
		t.Fatalf("add: exit code %d: %s", code, errs)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for _, args := range [][]string{
		{"add", "a.txt"}, {"extract", "a.txt"}, {"ask", "top-speakers"}, {"dump"}, {"export"}, {"gizmo", "-e", "while (true) {}"}, {"info"},
	} {
		errs.Reset()
		if code := Run(ctx, streams, args); code != exitFailed || !strings.HasPrefix(errs.String(), "dictum: interrupted; ") {
			t.Errorf("%q: exit code %d, %q; want 1 and `interrupted`", args, code, errs)
		}
	}
}

// TestBreakOff: an extraction that panics costs its document alone.
func TestBreakOff(t *testing.T) {
	x, err := extract.New(extract.Options{Analyzer: bomb{}})
	if err != nil {
		t.Fatal(err)
	}
	_, err = extractOne(t.Context(), x, &graph.Document{ID: "d7", Text: "Armenia"})
	if err == nil || !strings.Contains(err.Error(), `document "d7": the extraction broke off (boom)`) {
		t.Errorf("got %v, want an error that names the document", err)
	}
}

type bomb struct{}

func (bomb) Analyze(string) *nlp.Doc { panic("boom") }

// TestIngestStoreFails: an error of the store ends the run and is not taken for one of a document.
func TestIngestStoreFails(t *testing.T) {
	ctx := t.Context()
	st, err := store.Open(ctx, "", store.Options{Backend: "memory", ReadOnly: true})
	if err != nil {
		t.Skip("no read-only memory store:", err)
	}
	defer st.Close()
	docs := func(yield func(reading) bool) {
		yield(reading{doc: graph.Document{Text: "A"}, rec: &graph.Record{Text: "A"}})
	}
	if _, err := ingest(ctx, st, docs, "", func(error) { t.Error("a document is blamed") }); err == nil {
		t.Error("no error")
	}
}

// TestWriteFile: what was there stays until all is written, and no other file is left behind.
func TestWriteFile(t *testing.T) {
	streams, out, _ := world(t)
	a := &app{io: streams}
	text := func(s string) func(io.Writer) error {
		return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
	}
	if err := a.writeFile("x.nq", text("one")); err != nil {
		t.Fatal(err)
	}
	failure := errors.New("failure")
	err := a.writeFile("x.nq", func(w io.Writer) error { return errors.Join(text("two")(w), failure) })
	if !errors.Is(err, failure) {
		t.Errorf("got %v, want %v", err, failure)
	}
	if err := a.writeFile(filepath.Join("none", "x.nq"), text("two")); err == nil || !strings.Contains(err.Error(), "no such file or folder") {
		t.Errorf("a folder that is not there: got %v", err)
	}
	if got, err := os.ReadFile("x.nq"); err != nil || string(got) != "one" {
		t.Errorf("the file has %q, %v, want what was there", got, err)
	}
	if entries, err := os.ReadDir("."); err != nil || len(entries) != 1 {
		t.Errorf("the folder has %v, %v, want one file", entries, err)
	}
	if err := a.writeFile("-", text("three")); err != nil || out.String() != "three" {
		t.Errorf("standard output has %q, %v", out, err)
	}
}
