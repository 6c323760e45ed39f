// Package export writes a graph for other programs: the quads themselves (N-Quads), and pictures of who speaks about whom
// and who acts on whom (GEXF, DOT).
//
// A picture is not a dump of quads but a projection: one node an actor, one edge for each source, relation and target with
// its weight, dates and a sentence it rests on. Start at Project (project.go); the formats share it. A new format is one
// file that registers itself; its test writes the small graph of testdata and has a reader read it that is not ours.
package export

import (
	"context"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

	"github.com/cayleygraph/quad"
)

// Format writes a graph in one file format. Write reads quads once; it does not close w.
type Format struct {
	Name        string // as on the command line: "gexf"
	Ext         string // with the dot: ".gexf"
	Description string
	Write       func(ctx context.Context, w io.Writer, quads iter.Seq2[quad.Quad, error], opts Options) error
}

// Options narrow a picture. The zero value shows everything but co-occurrence. Formats that are no pictures ignore them.
type Options struct {
	MinWeight int      // leave out edges that rest on fewer statements and events
	Relations []string // which of Relations() to draw; nil: spokeAbout, spokeTo, actedOn
}

var registry []Format

func register(f Format) {
	if slices.ContainsFunc(registry, func(r Format) bool { return r.Name == f.Name }) {
		panic("export: two formats named " + f.Name)
	}
	registry = append(registry, f)
}

// Formats lists the formats by name.
func Formats() []Format {
	out := slices.Clone(registry)
	slices.SortFunc(out, func(a, b Format) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// Get finds a format by its name or extension. The error lists the formats there are.
func Get(name string) (Format, error) {
	var names []string
	for _, f := range Formats() {
		if f.Name == name || f.Ext == name {
			return f, nil
		}
		names = append(names, f.Name)
	}
	return Format{}, fmt.Errorf("export: no format %q; there are %s", name, strings.Join(names, ", "))
}
