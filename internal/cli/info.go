package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io/fs"
	"path/filepath"

	"dictum/graph/store"

	"github.com/spf13/cobra"
)

func (a *app) infoCmd() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:     "info",
		Short:   "Count what the graph holds",
		Example: `  dictum info --json`,
		Args:    atMost(0),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.info(cmd.Context(), asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "as one JSON object")
	return cmd
}

func (a *app) info(ctx context.Context, asJSON bool) error {
	var c store.Counts
	err := a.reading(ctx, func(st *store.Store) (err error) {
		c, err = st.Counts(ctx)
		return err
	})
	if err != nil {
		return err
	}
	size, err := folderSize(a.db)
	if err != nil {
		return err
	}
	if asJSON {
		return json.NewEncoder(a.io.Out).Encode(map[string]any{
			"db": a.db, "documents": c.Documents, "statements": c.Statements, "events": c.Events, "actors": c.Actors,
			"quads": c.Quads, "bytes": size,
		})
	}
	_, err = fmt.Fprintf(a.io.Out, "%-11s %s\n%-11s %d\n%-11s %d\n%-11s %d\n%-11s %d\n%-11s %d\n%-11s %.1f MiB\n",
		"graph", a.db, "documents", c.Documents, "statements", c.Statements, "events", c.Events, "actors", c.Actors,
		"quads", c.Quads, "on disk", float64(size)/(1<<20))
	return err
}

func folderSize(path string) (size int64, err error) {
	err = filepath.WalkDir(path, func(_ string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			size += info.Size()
		}
		return err
	})
	return size, err
}
