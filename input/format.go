package input

import (
	"bytes"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"dictum/graph"
)

// Format is one way in which articles are written down.
type Format struct {
	Name        string
	Description string
	Extensions  []string // with the dot, in lower case; files in folders are read only if a format lists theirs

	// Detect says whether a file that begins like this, byte order mark dropped, is of the format. It decides between the
	// formats of one extension, and alone for standard input and unknown extensions. nil = anything is.
	Detect func(head []byte) bool

	// Read gives the documents of one source in order, and stops when yield returns false; it returns what yield last did.
	// It leaves Date as it is written, and need not look for a dateline.
	Read func(src *Source, yield func(graph.Document, error) bool) bool
}

var formats []Format

// register makes a format known. It panics on a name that is taken.
func register(f Format) {
	if slices.ContainsFunc(formats, func(g Format) bool { return g.Name == f.Name }) {
		panic("input: two formats named " + f.Name)
	}
	formats = append(formats, f)
	slices.SortFunc(formats, func(a, b Format) int { return strings.Compare(a.Name, b.Name) })
}

// Formats lists the formats by name.
func Formats() []Format { return slices.Clone(formats) }

// Get finds a format by name.
func Get(name string) (Format, error) {
	var names []string
	for _, f := range formats {
		if f.Name == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, &Error{Problem: fmt.Sprintf("no input format %q", name), Hint: "one of " + strings.Join(names, ", ")}
}

// fallback reads what no format recognises.
const fallback = "text"

// detect chooses the format: as told, else the one that knows extension and content, else by either.
func detect(path string, head []byte, told string) Format {
	if f, err := Get(told); told != "" && err == nil {
		return f
	}
	head = bytes.TrimPrefix(head, []byte(byteOrderMark))
	ext := strings.ToLower(filepath.Ext(path))
	var candidates []Format
	for _, f := range formats {
		if slices.Contains(f.Extensions, ext) {
			candidates = append(candidates, f)
		}
	}
	if len(candidates) == 1 {
		return candidates[0]
	}
	if len(candidates) == 0 {
		candidates = formats
	}
	for _, f := range candidates {
		if f.Detect != nil && f.Detect(head) {
			return f
		}
	}
	f, err := Get(fallback)
	if err != nil {
		panic(err) // it is registered in this package
	}
	return f
}

// known reports whether a file of this name is read when it lies in a folder.
func known(name string) bool {
	ext := strings.ToLower(filepath.Ext(name))
	return slices.ContainsFunc(formats, func(f Format) bool { return slices.Contains(f.Extensions, ext) })
}

// Extensions lists the extensions of all formats, sorted: the files that are read in folders.
func Extensions() []string {
	var out []string
	for _, f := range formats {
		out = append(out, f.Extensions...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
