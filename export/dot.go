package export

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"iter"
	"strings"

	"github.com/cayleygraph/quad"
)

func init() {
	register(Format{
		Name: "dot", Ext: ".dot", Write: writeDOT,
		Description: "DOT picture of the actors for Graphviz (neato -n keeps the layout)",
	})
}

func writeDOT(ctx context.Context, w io.Writer, quads iter.Seq2[quad.Quad, error], opts Options) error {
	p, err := Project(ctx, quads, opts)
	if err != nil {
		return err
	}
	out := bufio.NewWriter(w)
	out.WriteString("digraph dictum {\n\tcharset=\"UTF-8\"; overlap=false; splines=line; outputorder=edgesfirst;\n")
	out.WriteString("\tnode [shape=circle, style=filled, fixedsize=true, fontname=\"sans-serif\", fontsize=10];\n")
	out.WriteString("\tedge [fontname=\"sans-serif\", fontsize=8, arrowsize=0.6];\n")
	for _, n := range p.Nodes {
		fmt.Fprintf(out, "\t%s [label=%s, xlabel=%s, tooltip=%s, fillcolor=%s, width=%.2f, pos=\"%.2f,%.2f\"];\n",
			dotString(n.ID), dotString(""), dotString(n.Name), dotString(fmt.Sprintf("%s (%s)", n.Name, n.Class)),
			dotString(hex(color(n.Class))), size(n.Degree)/50, n.X, n.Y)
	}
	for _, e := range p.Edges {
		label := "" // the colour tells the relation, and the tooltip the rest
		if e.Weight > 1 {
			label = fmt.Sprintf("×%d", e.Weight)
		}
		fmt.Fprintf(out, "\t%s -> %s [label=%s, tooltip=%s, color=%s, penwidth=%.2f, weight=%d];\n",
			dotString(p.Nodes[e.Source].ID), dotString(p.Nodes[e.Target].ID), dotString(label), dotString(e.Relation+": "+e.Sentence),
			dotString(hex(edgeColor(e.Relation))), thickness(e.Weight), e.Weight)
	}
	out.WriteString("}\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("export: write DOT: %w", err)
	}
	return nil
}

// dotString quotes for DOT: a backslash would start an escape such as \N or \l, so it is doubled.
func dotString(s string) string {
	s = strings.NewReplacer(`\`, `\\`, `"`, `\"`, "\r\n", " ", "\n", " ").Replace(s)
	return `"` + s + `"`
}

func hex(c [3]uint8) string { return fmt.Sprintf("#%02x%02x%02x", c[0], c[1], c[2]) }
