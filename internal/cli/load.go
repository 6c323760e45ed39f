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
	first, err := a.readDump(ctx, files[0]) // before a graph is made for a file that is no dump
	if err != nil {
		return err
	}
	return a.withStore(ctx, store.Options{}, func(st *store.Store) error {
		for i, path := range files {
			dump := first
			if first = nil; i > 0 {
				if dump, err = a.readDump(ctx, path); err != nil {
					return err
				}
			}
			n, err := st.LoadDump(ctx, dump)
			if err != nil {
				return fileError(path, err)
			}
			a.note("%s: %s", path, plural(n, "quad"))
		}
		return nil
	})
}

func (a *app) readDump(ctx context.Context, path string) (*store.Dump, error) {
	var r io.Reader = a.io.In
	if path != input.Stdin {
		f, err := os.Open(path)
		if err != nil {
			return nil, fileError(path, err)
		}
		defer f.Close() // only read
		r = f
	}
	d, err := store.ReadDump(ctx, r)
	if err != nil {
		return nil, fileError(path, err)
	}
	return d, nil
}
