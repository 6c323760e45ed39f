package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	"dictum/graph"
	"dictum/graph/resolve"
	"dictum/graph/store"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"
)

// freeID is an identifier that nobody has: of a name that a person gave, else the old one with a number behind a dot.
func freeID(ctx context.Context, st *store.Store, old quad.IRI, name string) (string, error) {
	prefix, _, _ := strings.Cut(string(old), ":")
	if name != "" {
		id := prefix + ":" + graph.Slug(name)
		if graph.Slug(name) == "" {
			return "", usagef("--as %q has no letter or digit", name)
		}
		refs, err := st.FindActors(ctx, id)
		if err != nil {
			return "", err
		}
		if len(refs) > 0 && refs[0].ID != old {
			return "", fmt.Errorf("%s is another actor already; nothing was changed; join them with: dictum actors merge", id)
		}
		if len(refs) == 0 {
			return id, nil
		}
	}
	base, _, _ := strings.Cut(string(old), ".")
	for n := 2; ; n++ {
		id := base + "." + strconv.Itoa(n)
		if refs, err := st.FindActors(ctx, id); err != nil || len(refs) == 0 {
			return id, err
		}
	}
}

func (a *app) actorsRenameCmd() *cobra.Command {
	h := &howToDecide{}
	cmd := &cobra.Command{
		Use:   "rename NAME NEW",
		Short: "Give an actor another name",
		Long: `Rename gives an actor another name, and the identifier that goes with it. The names that the articles use stay as aliases, and
find it as before.`,
		Example: `  dictum actors rename "Barrack Obama" "Barack Obama"`,
		Args:    exactly(2, "NEW"),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.renameActor(cmd.Context(), args[0], args[1], h)
		},
	}
	h.addFlags(cmd)
	return cmd
}

func (a *app) renameActor(ctx context.Context, name, now string, h *howToDecide) error {
	return a.deciding(ctx, func(st *store.Store) error {
		ref, err := theActor(ctx, st, name)
		if err != nil {
			return err
		}
		now = oneLine(now)
		prefix, own, _ := strings.Cut(string(ref.ID), ":")
		slug := graph.Slug(now)
		switch {
		case slug == "":
			return usagef("%q has no letter or digit", now)
		case now == ref.Name:
			return fmt.Errorf("%s is called %q already; nothing was changed", string(ref.ID), now)
		}
		d := resolve.Decision{Op: resolve.Rename, Actor: string(ref.ID), To: prefix + ":" + slug, Name: now}
		if base, _, _ := strings.Cut(own, "."); base == slug {
			d.To = string(ref.ID)
		}
		if refs, err := st.FindActors(ctx, d.To); err != nil || len(refs) > 0 && refs[0].ID != ref.ID {
			if err == nil {
				err = fmt.Errorf("%s is another actor already; nothing was changed; join them with: dictum actors merge", d.To)
			}
			return err
		}
		if d.Groups, err = groupsOf(ctx, st, ref.ID); err != nil {
			return err
		}
		return a.decide(ctx, st, []resolve.Decision{d}, h)
	})
}
