package cli

import (
	"context"
	"io"
	"os"

	"dictum/graph/store"
	"dictum/input"

	"github.com/spf13/cobra"
)

func (a *app) loadCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "load FILE...",
		Short: "Read what dump wrote into the graph",
		Long: `Load adds the quads of N-Quads files, as dump writes them, to the graph, which is made when there is none; - is standard input.
Quads that are there already change nothing.`,
		Example: `  dictum --db copy.db load backup.nq`,
		Args:    atLeast(1, "FILE"),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.load(cmd.Context(), args) },
	}
}

func (a *app) load(ctx context.Context, files []string) error {
	for _, path := range files { // before a graph is made for a file that is not there
		if _, err := os.Stat(path); err != nil && path != input.Stdin {
			return fileError(path, err)
		}
	}
	return a.withStore(ctx, store.Options{}, func(st *store.Store) error {
		for _, path := range files {
			n, err := a.loadOne(ctx, st, path)
			if err != nil {
				return err
			}
			a.note("%s: %s", path, plural(n, "quad"))
		}
		return nil
	})
}

func (a *app) loadOne(ctx context.Context, st *store.Store, path string) (int, error) {
	var r io.Reader = a.io.In
	if path != input.Stdin {
		f, err := os.Open(path)
		if err != nil {
			return 0, fileError(path, err)
		}
		defer f.Close() // only read
		r = f
	}
	n, err := st.Load(ctx, r)
	if err != nil {
		return n, fileError(path, err)
	}
	return n, nil
}
