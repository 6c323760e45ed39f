package input

import (
	"io"
	"os"
	"path/filepath"
	"strings"
)

// item is one file to read, or an argument that leads to none.
type item struct {
	path string
	size int64 // -1 = not known
	err  error
}

// expand turns the arguments into files: folders recursively, globs sorted, each path once. leftOut, which may be nil, is called
// for the files of folders that are none of ours.
func expand(args []string, leftOut func(path string)) []item {
	var out []item
	seen := map[string]bool{}
	add := func(it item) {
		if it.err == nil {
			if key := filepath.Clean(it.path); seen[key] {
				return
			} else {
				seen[key] = true
			}
		}
		out = append(out, it)
	}
	for _, arg := range args {
		if arg == Stdin {
			add(item{path: arg, size: -1})
			continue
		}
		info, err := os.Stat(arg)
		switch {
		case err == nil && info.IsDir():
			before := len(out)
			found := false
			var others []string
			walk(arg, func(it item) { found = true; add(it) }, func(path string) { others = append(others, path) })
			if found && leftOut != nil {
				for _, path := range others {
					leftOut(path)
				}
			}
			if !found && len(out) == before {
				add(item{err: &Error{
					Path: arg, Problem: "a folder without articles",
					Hint: "put files in it that end in " + strings.Join(Extensions(), " "),
				}})
			}
		case err == nil:
			add(item{path: arg, size: sizeOf(info)})
		case strings.ContainsAny(arg, "*?["):
			glob(arg, add, leftOut)
		default:
			add(item{err: pathError(arg, err)})
		}
	}
	return out
}

// glob adds the files that match, and the articles in the folders that match.
func glob(pattern string, add func(item), leftOut func(path string)) {
	paths, err := filepath.Glob(pattern) // sorted
	if err != nil {
		add(item{err: &Error{Path: pattern, Problem: "a malformed pattern", Hint: "write it like news/*.txt", Err: err}})
		return
	}
	if len(paths) == 0 {
		add(item{err: &Error{Path: pattern, Problem: "no file matches", Hint: "check the pattern"}})
	}
	for _, p := range paths {
		info, err := os.Stat(p)
		switch {
		case err != nil:
			add(item{err: pathError(p, err)})
		case info.IsDir():
			walk(p, add, leftOut)
		default:
			add(item{path: p, size: sizeOf(info)})
		}
	}
}

// walk adds the articles below a folder, sorted by name; hidden files and folders are left out, links to files followed.
func walk(folder string, add func(item), leftOut func(path string)) {
	entries, err := os.ReadDir(folder) // sorted
	if err != nil {
		add(item{err: pathError(folder, err)})
	}
	for _, e := range entries {
		name := e.Name()
		if strings.HasPrefix(name, ".") {
			continue
		}
		path := filepath.Join(folder, name)
		if e.IsDir() {
			walk(path, add, leftOut)
			continue
		}
		if !known(name) {
			if leftOut != nil {
				leftOut(path)
			}
			continue
		}
		info, err := os.Stat(path)
		switch {
		case err != nil:
			add(item{err: pathError(path, err)})
		case info.Mode().IsRegular():
			add(item{path: path, size: info.Size()})
		}
	}
}

func sizeOf(info os.FileInfo) int64 {
	if info.Mode().IsRegular() {
		return info.Size()
	}
	return -1
}

// meter counts the bytes that are read.
type meter struct {
	done, total int64
	report      func(done, total int64)
}

func newMeter(items []item, report func(done, total int64)) *meter {
	m := &meter{report: report}
	for _, it := range items {
		if it.size < 0 {
			m.total = 0
			break
		}
		m.total += it.size
	}
	return m
}

func (m *meter) wrap(r io.Reader) io.Reader {
	if m.report == nil {
		return r
	}
	return &meteredReader{r, m}
}

type meteredReader struct {
	r io.Reader
	m *meter
}

func (r *meteredReader) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	r.m.done += int64(n)
	r.m.report(r.m.done, r.m.total)
	return n, err
}
