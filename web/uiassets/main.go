// Command uiassets copies the web UI of Cayley (its folders static and templates, and docs, to which its pages link) from the
// module cache to web/cayley, from where package web embeds it. Run it from the root of the module; `make build` does.
package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

const module = "github.com/cayleygraph/cayley"

var folders = []string{"static", "templates", "docs"}

func main() {
	if err := run(filepath.Join("web", "cayley")); err != nil {
		fmt.Fprintf(os.Stderr, "uiassets: %v\n", err)
		os.Exit(1)
	}
}

func run(to string) error {
	if _, err := os.Stat(to); err != nil {
		return fmt.Errorf("%w; run it from the root of the module", err)
	}
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Version}} {{.Dir}}", module).Output()
	if err != nil {
		return fmt.Errorf("go list -m %s: %w", module, err)
	}
	version, dir, _ := strings.Cut(strings.TrimSpace(string(out)), " ")
	if dir == "" {
		return fmt.Errorf("%s is not in the module cache; run `go mod download` first", module)
	}
	stamp := filepath.Join(to, "version")
	done := version + " " + strings.Join(folders, " ") + "\n"
	if have, err := os.ReadFile(stamp); err == nil && string(have) == done {
		return nil
	}
	for _, name := range folders {
		if err := replace(filepath.Join(to, name), filepath.Join(dir, name)); err != nil {
			return err
		}
	}
	if err := replaceFile(filepath.Join(to, "LICENSE"), filepath.Join(dir, "LICENSE")); err != nil {
		return err
	}
	return os.WriteFile(stamp, []byte(done), 0o644)
}

// replace puts a copy of the folder from in the place of to. Files of the module cache are read-only; the copies are not.
func replace(to, from string) error {
	if err := os.RemoveAll(to); err != nil {
		return err
	}
	return filepath.WalkDir(from, func(path string, d os.DirEntry, err error) error {
		if err != nil {
			return err
		}
		rel, err := filepath.Rel(from, path)
		if err != nil {
			return err
		}
		target := filepath.Join(to, rel)
		if d.IsDir() {
			return os.MkdirAll(target, 0o755)
		}
		return replaceFile(target, path)
	})
}

func replaceFile(to, from string) error {
	data, err := os.ReadFile(from)
	if err != nil {
		return err
	}
	return os.WriteFile(to, data, 0o644)
}
