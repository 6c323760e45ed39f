package golden

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// recorder is a testing.TB that keeps what a check reports instead of failing.
type recorder struct {
	testing.TB
	said []string
}

func (r *recorder) Helper()                    {}
func (r *recorder) Logf(f string, args ...any) {}
func (r *recorder) Errorf(f string, args ...any) {
	r.said = append(r.said, fmt.Sprintf(f, args...))
}

func TestCheck(t *testing.T) {
	t.Chdir(t.TempDir())
	t.Setenv(Variable, "")
	r := &recorder{TB: t}
	Check(r, "a/b.txt", "one\ntwo\n")
	if len(r.said) != 1 || !strings.Contains(r.said[0], "make golden") {
		t.Fatalf("a missing file: got %q, want one complaint that names the next command", r.said)
	}
	t.Setenv(Variable, "update")
	Check(r, "a/b.txt", []byte("one\ntwo\n"))
	if got, err := os.ReadFile(filepath.Join("testdata", "a", "b.txt")); err != nil || string(got) != "one\ntwo\n" {
		t.Fatalf("updating wrote %q, %v", got, err)
	}
	t.Setenv(Variable, "")
	r.said = nil
	Check(r, "a/b.txt", "one\ntwo\n")
	if len(r.said) != 0 {
		t.Fatalf("equal texts: got %q", r.said)
	}
	Check(r, "a/b.txt", "one\nthree\n")
	if len(r.said) != 1 || !strings.Contains(r.said[0], "- two\n+ three\n") {
		t.Fatalf("different texts: got %q", r.said)
	}
}

func TestDiff(t *testing.T) {
	for _, c := range []struct{ name, want, got, diff string }{
		{"changed", "a\nb\nc\nd\n", "a\nb\nX\nd\n", "line 3:\n  a\n  b\n- c\n+ X\n  d\n  "},
		{"added", "a\nb", "a\nnew\nb", "line 2:\n  a\n+ new\n  b"},
		{"removed", "a\nb\nc", "a\nc", "line 2:\n  a\n- b\n  c"},
		{"repeated", "x\nx\n", "x\nx\nx\n", "line 3:\n  x\n  x\n+ x\n  "},
		{"empty", "", "a", "line 1:\n- \n+ a"},
	} {
		if got := Diff(c.want, c.got); got != c.diff {
			t.Errorf("%s: got %q, want %q", c.name, got, c.diff)
		}
	}
	long := strings.Repeat("line\n", 40)
	if got := Diff("", long); strings.Count(got, "\n") > maxLines+4 {
		t.Errorf("a long difference is not cut:\n%s", got)
	}
}
