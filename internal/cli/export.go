package cli

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"strings"

	"dictum/export"
	"dictum/graph/store"

	"github.com/spf13/cobra"
)

type exportOptions struct {
	format string
	file   string
	narrow export.Options
}

func (a *app) exportCmd() *cobra.Command {
	o := &exportOptions{}
	var list strings.Builder
	for _, f := range export.Formats() {
		fmt.Fprintf(&list, "  %-10s %s (%s)\n", f.Name, f.Description, f.Ext)
	}
	cmd := &cobra.Command{
		Use:   "export",
		Short: "Write the graph for other programmes",
		Long: `Export writes the graph in a format of other programmes. Formats:
` + strings.TrimSuffix(list.String(), "\n"),
		Example: `  dictum export -o graph.gexf              for Gephi
  dictum export --format dot | dot -Tsvg > graph.svg
  dictum export -o graph.nq                for RDF stores`,
		Args: atMost(0),
		RunE: func(cmd *cobra.Command, _ []string) error { return a.export(cmd.Context(), o) },
	}
	cmd.Flags().StringVar(&o.format, "format", "", "format (default: by the extension of the file, else nquads)")
	cmd.Flags().StringVarP(&o.file, "output", "o", "", "file to write; it appears when it is complete (default: standard output)")
	cmd.Flags().IntVar(&o.narrow.MinWeight, "min-weight", 0, "pictures: leave out edges that rest on fewer statements and events")
	cmd.Flags().StringSliceVar(&o.narrow.Relations, "relations", nil, "pictures: relations to draw, separated by commas")
	return cmd
}

func (a *app) export(ctx context.Context, o *exportOptions) error {
	f, err := exportFormat(o)
	if err != nil {
		return err
	}
	return a.reading(ctx, func(st *store.Store) error {
		return a.writeFile(o.file, func(w io.Writer) error { return f.Write(ctx, w, st.Quads(ctx), o.narrow) })
	})
}

func exportFormat(o *exportOptions) (export.Format, error) {
	name := o.format
	if name == "" {
		name = strings.ToLower(filepath.Ext(o.file))
	}
	if name == "" {
		name = "nquads"
	}
	f, err := export.Get(name)
	if err != nil {
		var names []string
		for _, f := range export.Formats() {
			names = append(names, f.Name)
		}
		return f, usagef("no export format %q; one of %s", name, strings.Join(names, ", "))
	}
	return f, nil
}
