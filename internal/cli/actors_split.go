package cli

import (
	"context"
	"fmt"
	"slices"

	"dictum/graph/resolve"
	"dictum/graph/store"

	"github.com/spf13/cobra"
)

type splitOptions struct {
	docs, aliases []string
	name          string
	howToDecide
}

func (a *app) actorsSplitCmd() *cobra.Command {
	o := &splitOptions{}
	cmd := &cobra.Command{
		Use:   "split NAME",
		Short: "Make part of an actor another one, by documents or by an alias",
		Long: `Split takes an actor apart: in the documents given with --doc, or where the text calls it by the names given with --alias, it
becomes an actor of its own. --as gives the new actor a name.`,
		Example: `  dictum actors split "John Smith" --doc doc:0123456789abcdef --as "John Smith (judge)"
  dictum actors split "George W. Bush" --alias "George Bush"`,
		Args: exactly(1, "NAME"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.splitActor(cmd.Context(), args[0], o) },
	}
	cmd.Flags().StringArrayVar(&o.docs, "doc", nil, "document: its doc:… identifier, URL or id; may repeat")
	cmd.Flags().StringArrayVar(&o.aliases, "alias", nil, "name by which the text calls it; may repeat")
	cmd.Flags().StringVar(&o.name, "as", "", "name of the new actor")
	o.howToDecide.addFlags(cmd)
	return cmd
}

func (a *app) splitActor(ctx context.Context, name string, o *splitOptions) error {
	if len(o.docs)+len(o.aliases) == 0 {
		return usagef("--doc or --alias is missing: which part is to become another actor?")
	}
	return a.deciding(ctx, func(st *store.Store) error {
		ref, err := theActor(ctx, st, name)
		if err != nil {
			return err
		}
		d := resolve.Decision{Op: resolve.Split, Actor: string(ref.ID), Aliases: o.aliases, Name: o.name}
		if d.Docs, err = a.documentsOf(ctx, st, o.docs); err != nil {
			return err
		}
		all, err := st.ActorDocuments(ctx, ref.ID)
		if err != nil {
			return err
		}
		if part := concerned(all, &d); part == 0 || part == countLocals(all) {
			what := "none"
			if part > 0 {
				what = "all"
			}
			return fmt.Errorf("%s of what the articles say of %s is in that part; nothing was changed; see: dictum actors show %s", what, string(ref.ID), string(ref.ID))
		}
		if d.To, err = freeID(ctx, st, ref.ID, o.name); err != nil {
			return err
		}
		if d.Groups, err = groupsOf(ctx, st, ref.ID); err != nil {
			return err
		}
		return a.decide(ctx, st, []resolve.Decision{d}, &o.howToDecide)
	})
}

// documentsOf finds documents by identifier, URL or id.
func (a *app) documentsOf(ctx context.Context, st *store.Store, names []string) (out []string, err error) {
	for _, n := range names {
		found, err := findDocuments(ctx, st, n)
		if err != nil {
			return nil, err
		}
		if len(found) == 0 {
			return nil, fmt.Errorf("no document %q in %s, nothing was changed; give its doc:… identifier, URL or id", n, a.db)
		}
		for _, doc := range found {
			out = append(out, string(doc))
		}
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

func countLocals(docs []store.ActorDocument) (n int) {
	for _, d := range docs {
		n += len(d.Locals)
	}
	return n
}

// concerned counts the actors of documents that a split takes away.
func concerned(docs []store.ActorDocument, d *resolve.Decision) (n int) {
	for _, doc := range docs {
		for i := range doc.Locals {
			if d.Concerns(string(doc.Doc), &doc.Locals[i]) {
				n++
			}
		}
	}
	return n
}
