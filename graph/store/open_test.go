package store

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	cgraph "github.com/cayleygraph/cayley/graph"
	cayleykv "github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/hidal-go/hidalgo/kv"
	bolt "go.etcd.io/bbolt"
)

// small is a store on disk with three documents.
func small(t *testing.T) (path, file string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "new", "db")
	s := openTest(t, path, Options{})
	loadAll(t, s, evidence(3))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return path, filepath.Join(path, boltFile)
}

// wantError opens and checks that the error is the right one, in one line, and that the folder is as it was.
func wantError(t *testing.T, what, path string, opts Options, want error, words string) {
	t.Helper()
	before := tree(t, filepath.Dir(path))
	s, err := Open(ctx, path, opts)
	if err == nil {
		_ = s.Close()
		t.Errorf("%s: no error", what)
		return
	}
	if want != nil && !errors.Is(err, want) {
		t.Errorf("%s: got %q, want %q", what, err, want)
	}
	if strings.Contains(err.Error(), "\n") || !strings.Contains(err.Error(), words) || !strings.Contains(err.Error(), path) {
		t.Errorf("%s: got %q, want one line that names the path and says %q", what, err, words)
	}
	if after := tree(t, filepath.Dir(path)); !slices.Equal(before, after) {
		t.Errorf("%s: the failed opening left\n%q, before there was\n%q", what, after, before)
	}
}

// tree lists names and sizes.
func tree(t *testing.T, root string) []string {
	t.Helper()
	var out []string
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		info, err := d.Info()
		if err == nil && !d.IsDir() {
			path = fmt.Sprintf("%s %d", path, info.Size())
		}
		out = append(out, path)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestOpenMissing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "none")
	wantError(t, "no folder, read only", path, Options{ReadOnly: true}, ErrNotFound, "no store")
	if err := os.Mkdir(path, 0o755); err != nil {
		t.Fatal(err)
	}
	wantError(t, "empty folder, read only", path, Options{ReadOnly: true}, ErrNotFound, "no store")
	if err := os.WriteFile(filepath.Join(path, "article.txt"), []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
	wantError(t, "a folder of other files", path, Options{}, ErrForeign, "other files")
	wantError(t, "a file", filepath.Join(path, "article.txt"), Options{}, ErrCorrupt, "a store is a folder")
	wantError(t, "below a file", filepath.Join(path, "article.txt", "x"), Options{}, nil, "not a directory")
	if _, err := Open(ctx, path, Options{Backend: "tape"}); err == nil || !strings.Contains(err.Error(), "bolt, memory") {
		t.Errorf("an unknown backend: %v", err)
	}
	cancelled, cancel := context.WithCancel(ctx)
	cancel()
	if _, err := Open(cancelled, filepath.Join(path, "new"), Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled: %v", err)
	}
}

func TestOpenAgain(t *testing.T) {
	path, _ := small(t)
	s := openTest(t, path, Options{})
	before := dump(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for _, opts := range []Options{{}, {ReadOnly: true}} {
		s := openTest(t, path, opts)
		same(t, fmt.Sprintf("%+v", opts), dump(t, s), before)
		if !opts.ReadOnly {
			e := article(1, country("Ruritania"))
			replace(t, s, e, Added)
			remove(t, s, e.Doc, true)
		} else if _, err := s.Remove(ctx, "doc:x"); !errors.Is(err, ErrReadOnly) {
			t.Errorf("a write to a store opened for reading: %v", err)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}

func TestOpenDamaged(t *testing.T) {
	for _, c := range []struct {
		name   string
		damage func(b []byte) []byte // of the pages in use
	}{
		{"empty", func([]byte) []byte { return nil }},
		{"text", func([]byte) []byte { return []byte("This is no store.\n") }},
		{"long text", func([]byte) []byte { return []byte(strings.Repeat("This is no store.\n", 10_000)) }},
		{"zeros", func(b []byte) []byte { clear(b); return b }},
		{"one page", func(b []byte) []byte { return b[:4096] }},
		{"three pages", func(b []byte) []byte { return b[:3*4096] }},
		{"half", func(b []byte) []byte { return b[:len(b)/2] }},
		{"cut at the end", func(b []byte) []byte { return b[:len(b)*9/10] }},
		{"no heads", func(b []byte) []byte { clear(b[:2*4096]); return b }},
		{"noise after the heads", func(b []byte) []byte {
			for i := 2 * 4096; i < len(b); i++ {
				b[i] = byte(i * 7)
			}
			return b
		}},
		{"zeros after the heads", func(b []byte) []byte { clear(b[2*4096:]); return b }},
	} {
		for _, opts := range []Options{{}, {ReadOnly: true}} {
			t.Run(fmt.Sprintf("%s/%v", c.name, opts.ReadOnly), func(t *testing.T) {
				path, file := small(t)
				b, err := os.ReadFile(file)
				if err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, c.damage(b[:used(t, file)]), 0o644); err != nil {
					t.Fatal(err)
				}
				wantError(t, c.name, path, opts, ErrCorrupt, "not a readable store")
			})
		}
	}
}

// used is how many bytes of the file hold data; the rest is room to grow.
func used(t *testing.T, file string) int64 {
	t.Helper()
	db, err := openFile(file, &bolt.Options{ReadOnly: true})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	tx, err := db.db.Begin(false)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = tx.Rollback() }()
	return tx.Size()
}

// TestDamagedPages overwrites one page after the other: whatever is asked then is answered or refused, never a panic.
func TestDamagedPages(t *testing.T) {
	path, file := small(t)
	good, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	page := os.Getpagesize()
	good = good[:used(t, file)]
	step := max(1, len(good)/page/60)
	refused := 0
	for at := 2; at < len(good)/page; at += step {
		bad := slices.Clone(good)
		for i := range page {
			bad[at*page+i] = 0xa5
		}
		if err := os.WriteFile(file, bad, 0o644); err != nil {
			t.Fatal(err)
		}
		s, err := Open(ctx, path, Options{ReadOnly: true})
		if err != nil {
			if !errors.Is(err, ErrCorrupt) {
				t.Errorf("page %d: %v", at, err)
			}
			refused++
			continue
		}
		_, e1 := s.Counts(ctx)
		_, e2 := s.FindActors(ctx, "Council")
		e3 := s.Dump(ctx, io.Discard)
		e4 := s.Gizmo(ctx, `g.V("<schema:NewsArticle>").In("<rdf:type>").Out().All()`, nil, 0, func(any) error { return nil })
		for _, err := range []error{e1, e2, e3, e4} {
			if err != nil {
				refused++
			}
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
	if refused == 0 {
		t.Error("no damage was seen")
	}
}

func TestOpenForeign(t *testing.T) {
	path := filepath.Join(t.TempDir(), "db")
	if err := os.Mkdir(path, 0o755); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(path, boltFile)
	db, err := bolt.Open(file, 0o644, nil)
	if err != nil {
		t.Fatal(err)
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	wantError(t, "an empty database", path, Options{}, ErrCorrupt, "")

	foreign, err := openFile(file, &bolt.Options{})
	if err != nil {
		t.Fatal(err)
	}
	cayleykv.DefaultQuadIndexes = []cayleykv.QuadIndex{{Dirs: []quad.Direction{quad.Subject, quad.Predicate}}}
	defer func() { cayleykv.DefaultQuadIndexes = quadIndexes }()
	if err := errors.Join(cayleykv.Init(foreign, cgraph.Options{}), foreign.Close()); err != nil {
		t.Fatal(err)
	}
	wantError(t, "other indexes", path, Options{}, ErrCorrupt, "other indexes")
}

func TestOpenHalfMade(t *testing.T) {
	root := t.TempDir()
	broken := errors.New("disk full")
	_, err := openBolt(filepath.Join(root, "a", "b", "db"), Options{}, func(kv.KV) error { return broken })
	if !errors.Is(err, broken) {
		t.Errorf("got %v, want %v", err, broken)
	}
	if left := tree(t, root); len(left) != 1 {
		t.Errorf("the failed opening left %q", left)
	}
}

// TestOpenInterrupted leaves behind what a crash in the middle of creating a store leaves behind.
func TestOpenInterrupted(t *testing.T) {
	path := t.TempDir()
	if err := os.WriteFile(filepath.Join(path, boltFile+".new-1"), []byte("half"), 0o644); err != nil {
		t.Fatal(err)
	}
	s := openTest(t, path, Options{})
	replace(t, s, article(1, country("Ruritania")), Added)
}
