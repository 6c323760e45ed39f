package cli

import (
	"context"
	"io"

	"dictum/graph/store"

	"github.com/spf13/cobra"
)

func (a *app) dumpCmd() *cobra.Command {
	var file string
	cmd := &cobra.Command{
		Use:   "dump",
		Short: "Write the whole graph as sorted N-Quads, for load",
		Long: `Dump writes every quad as it is in the graph, with its short identifiers, sorted: the same graph gives the same bytes.
It is what ` + "`dictum load`" + ` reads. For other programmes use ` + "`dictum export --format nquads`" + `, which writes full IRIs.`,
		Example: `  dictum dump -o backup.nq`,
		Args:    atMost(0),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.dump(cmd.Context(), file) },
	}
	cmd.Flags().StringVarP(&file, "output", "o", "", "file to write; it appears when it is complete (default: standard output)")
	return cmd
}

func (a *app) dump(ctx context.Context, file string) error {
	return a.reading(ctx, func(st *store.Store) error {
		return a.writeFile(file, func(w io.Writer) error { return st.Dump(ctx, w) })
	})
}
