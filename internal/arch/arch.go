// Package arch reads the import list of docs/ARCHITECTURE.md and compares it with the code. Its test is what keeps the page
// true; the programme itself does not use it.
//
// Test files are not held to the list, nor are packages named testdata.
package arch

import (
	"bufio"
	"fmt"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
)

// Module is the path that our own packages begin with.
const Module = "dictum"

// short names of third-party modules in the list
var short = map[string]string{
	"quad":    "github.com/cayleygraph/quad",
	"cayley":  "github.com/cayleygraph/cayley",
	"hidalgo": "github.com/hidal-go/hidalgo",
}

// Rules says for each package, by its folder, what it may import: folders of ours, modules of others, or "*" for all of ours.
type Rules map[string][]string

// ReadRules takes the list out of the block ```imports of a Markdown page.
func ReadRules(page string) (rules Rules, err error) {
	f, err := os.Open(page)
	if err != nil {
		return nil, fmt.Errorf("arch: %w", err)
	}
	defer f.Close()
	rules = Rules{}
	inside := false
	lines := bufio.NewScanner(f)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		switch {
		case line == "```imports":
			inside = true
		case strings.HasPrefix(line, "```"):
			inside = false
		case inside && line != "":
			from, to, ok := strings.Cut(line, "->")
			if !ok {
				return nil, fmt.Errorf("arch: %s:%d: want `package -> imports`, got %q", page, n, line)
			}
			from = strings.TrimSpace(from)
			if _, taken := rules[from]; taken {
				return nil, fmt.Errorf("arch: %s:%d: %s is listed twice", page, n, from)
			}
			rules[from] = strings.Fields(to)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("arch: %s: %w", page, err)
	}
	if len(rules) == 0 {
		return nil, fmt.Errorf("arch: %s has no block ```imports", page)
	}
	return rules, nil
}

// Imports maps the folder of each package under root to what it imports, the standard library left out, sorted.
func Imports(root string) (map[string][]string, error) {
	out := map[string][]string{}
	err := filepath.WalkDir(root, func(name string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() {
			base := d.Name()
			if name != root && (strings.HasPrefix(base, ".") || strings.HasPrefix(base, "_") || base == "testdata" || base == "node_modules") {
				return filepath.SkipDir
			}
			return nil
		}
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(root, filepath.Dir(name))
		if err != nil {
			return err
		}
		folder := filepath.ToSlash(rel)
		list := out[folder]
		for _, spec := range file.Imports {
			p, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			first, _, _ := strings.Cut(p, "/")
			if first == Module || strings.Contains(first, ".") {
				list = append(list, p)
			}
		}
		slices.Sort(list)
		out[folder] = slices.Compact(list)
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("arch: %w", err)
	}
	return out, nil
}

// Check lists where the code and the rules disagree, sorted; each line says which of the two could change.
func Check(rules Rules, code map[string][]string) []string {
	var out []string
	for folder, imports := range code {
		allowed, ok := rules[folder]
		if !ok {
			out = append(out, fmt.Sprintf("%s: a package that the list does not name; add a line `%s -> …`", folder, folder))
			continue
		}
		for _, p := range imports {
			if !allows(allowed, p) {
				out = append(out, fmt.Sprintf("%s: imports %s, which the list does not allow; "+
					"remove the import, or add it to the line `%s -> …`", folder, p, folder))
			}
		}
	}
	for folder := range rules {
		if _, ok := code[folder]; !ok {
			out = append(out, fmt.Sprintf("%s: the list names a package that is not there; remove its line", folder))
		}
	}
	slices.Sort(out)
	return out
}

func allows(allowed []string, imported string) bool {
	ours, isOurs := strings.CutPrefix(imported, Module+"/")
	for _, a := range allowed {
		switch {
		case isOurs:
			if a == "*" || a == ours {
				return true
			}
		case short[a] != "":
			if within(imported, short[a]) {
				return true
			}
		case within(imported, a):
			return true
		}
	}
	return false
}

// within reports whether an import path lies in a module or is it.
func within(imported, module string) bool {
	return imported == module || strings.HasPrefix(imported, path.Clean(module)+"/")
}
