// Package golden compares what a test got with a file under the test's testdata folder.
//
// A test calls Check and nothing else. `make golden` rewrites the files (it sets DICTUM_GOLDEN=update); then read the
// difference with git before committing it. The package knows nothing of formats: a file is text, compared byte for byte.
package golden

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Variable is the environment variable that, set to "update", makes Check rewrite the files instead of comparing.
const Variable = "DICTUM_GOLDEN"

// Check compares got with the file testdata/NAME and fails the test where they differ, showing the lines that do. NAME may
// have folders in it. Files are kept with the line ends they were written with.
func Check[T ~string | ~[]byte](t testing.TB, name string, got T) {
	t.Helper()
	path := filepath.Join("testdata", filepath.FromSlash(name))
	if os.Getenv(Variable) == "update" {
		write(t, path, string(got))
		return
	}
	want, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		t.Errorf("golden: there is no %s yet; got\n%s\nwrite it with: make golden", path, clip(string(got)))
		return
	}
	if err != nil {
		t.Fatalf("golden: %v", err)
	}
	if string(want) != string(got) {
		t.Errorf("golden: %s differs (- want, + got)\n%s\nif the new output is right: make golden && git diff %s",
			path, Diff(string(want), string(got)), path)
	}
}

func write(t testing.TB, path, got string) {
	t.Helper()
	if old, err := os.ReadFile(path); err == nil && string(old) == got {
		return
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatalf("golden: %v", err)
	}
	if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
		t.Fatalf("golden: %v", err)
	}
	t.Logf("golden: wrote %s", path)
}

const (
	context  = 2  // lines shown around a difference
	maxLines = 12 // lines shown of either side
	maxWidth = 200
)

// Diff shows where two texts differ: the lines between their common beginning and their common end, with two lines around.
func Diff(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	first := 0
	for first < len(a) && first < len(b) && a[first] == b[first] {
		first++
	}
	last := 0
	for last < len(a)-first && last < len(b)-first && a[len(a)-1-last] == b[len(b)-1-last] {
		last++
	}
	var out strings.Builder
	fmt.Fprintf(&out, "line %d:\n", first+1)
	lines(&out, "  ", a[max(0, first-context):first])
	lines(&out, "- ", a[first:len(a)-last])
	lines(&out, "+ ", b[first:len(b)-last])
	tail := a[len(a)-last:]
	lines(&out, "  ", tail[:min(context, len(tail))])
	return strings.TrimSuffix(out.String(), "\n")
}

func lines(out *strings.Builder, mark string, ls []string) {
	for i, l := range ls {
		if i == maxLines {
			fmt.Fprintf(out, "%s… %d more lines\n", mark, len(ls)-i)
			return
		}
		if r := []rune(l); len(r) > maxWidth {
			l = string(r[:maxWidth]) + "…"
		}
		fmt.Fprintf(out, "%s%s\n", mark, l)
	}
}

func clip(s string) string {
	var out strings.Builder
	lines(&out, "+ ", strings.Split(s, "\n"))
	return out.String()
}
