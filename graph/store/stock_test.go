package store

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// TestStockCayley builds the cayley program, of the version that go.mod names, and lets it read our file.
func TestStockCayley(t *testing.T) {
	if testing.Short() {
		t.Skip("builds the cayley program")
	}
	path, _ := small(t)
	exe := filepath.Join(t.TempDir(), "cayley")
	build := exec.Command("go", "build", "-o", exe, "github.com/cayleygraph/cayley/cmd/cayley")
	if out, err := build.CombinedOutput(); err != nil {
		t.Fatalf("%v: %v\n%s", build, err, out)
	}
	config := filepath.Join(t.TempDir(), "cayley.json")
	text, err := json.Marshal(map[string]any{"store": map[string]any{
		"backend": "bolt", "address": path, "read_only": true, "options": map[string]any{"no_bloom": true},
	}})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(config, text, 0o644); err != nil {
		t.Fatal(err)
	}
	ours := openTest(t, path, Options{ReadOnly: true})
	defer ours.Close()
	scripts := []string{
		`g.V("<schema:NewsArticle>").In("<rdf:type>").Tag("doc").Out("<schema:headline>").All()`,
		`g.V("<schema:Quotation>").In("<rdf:type>").Tag("st").Out("<schema:about>").Tag("about").All()`,
		`g.V("<kg:Indirect>").In("<kg:quoteType>").Out("<schema:spokenByCharacter>").Out("<schema:name>").All()`,
	}
	var want [][]string
	for _, script := range scripts {
		want = append(want, ask(t, ours, script, nil, 0))
	}
	if err := ours.Close(); err != nil { // the stock program opens for writing
		t.Fatal(err)
	}
	for i, script := range scripts {
		cmd := exec.Command(exe, "query", "-c", config, "-n", "1000", script)
		var stderr bytes.Buffer
		cmd.Stderr = &stderr
		out, err := cmd.Output()
		if err != nil {
			t.Fatalf("cayley query %s: %v\n%s", script, err, stderr.String())
		}
		var got []string
		for line := range strings.Lines(string(out)) {
			var row any
			if err := json.Unmarshal([]byte(line), &row); err != nil {
				t.Fatalf("cayley says %q: %v", line, err)
			}
			got = append(got, mustJSON(row))
		}
		slices.Sort(got)
		if len(got) == 0 || !slices.Equal(got, want[i]) {
			t.Errorf("%s: cayley says\n%q\nwe say\n%q", script, got, want[i])
		}
	}
	openTest(t, path, Options{}) // and it left the file as it was
}
