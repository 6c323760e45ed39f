package arch

import (
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"
)

// TestArchitecture holds the code to the page.
func TestArchitecture(t *testing.T) {
	root := filepath.Join("..", "..")
	rules, err := ReadRules(filepath.Join(root, "docs", "ARCHITECTURE.md"))
	if err != nil {
		t.Fatal(err)
	}
	code, err := Imports(root)
	if err != nil {
		t.Fatal(err)
	}
	if problems := Check(rules, code); len(problems) > 0 {
		t.Errorf("the code and the import list of docs/ARCHITECTURE.md disagree:\n  %s", strings.Join(problems, "\n  "))
	}
}

func TestCheck(t *testing.T) {
	rules := Rules{
		"graph": {"quad"}, "graph/store": {"graph", "cayley", "go.etcd.io/bbolt"}, "all": {"*"}, "gone": {},
	}
	code := map[string][]string{
		"graph":       {"github.com/cayleygraph/quad", "github.com/cayleygraph/quad/voc"},
		"graph/store": {"dictum/graph", "github.com/cayleygraph/cayley/graph/kv", "github.com/cayleygraph/quad", "go.etcd.io/bbolt"},
		"all":         {"dictum/graph", "dictum/graph/store", "example.org/x"},
		"new":         nil,
	}
	got := Check(rules, code)
	want := []string{
		"all: imports example.org/x", "gone: the list names", "graph/store: imports github.com/cayleygraph/quad", "new: a package",
	}
	if len(got) != len(want) {
		t.Fatalf("got %d problems, want %d:\n%s", len(got), len(want), strings.Join(got, "\n"))
	}
	for i := range want {
		if !strings.HasPrefix(got[i], want[i]) {
			t.Errorf("problem %d: got %q, want it to begin %q", i, got[i], want[i])
		}
	}
}

func TestReadRules(t *testing.T) {
	page := func(text string) string {
		name := filepath.Join(t.TempDir(), "page.md")
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return name
	}
	got, err := ReadRules(page("# T\n```imports\na -> b c\n\nd ->\n```\nx -> y\n"))
	if want := (Rules{"a": {"b", "c"}, "d": {}}); err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("got %v, %v, want %v", got, err, want)
	}
	for name, text := range map[string]string{
		"no block": "# T\n", "no arrow": "```imports\na b\n```", "twice": "```imports\na ->\na ->\n```",
	} {
		if _, err := ReadRules(page(text)); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}
