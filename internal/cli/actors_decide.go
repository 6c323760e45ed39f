package cli

import (
	"context"
	"fmt"
	"maps"
	"slices"

	"dictum/graph/resolve"
	"dictum/graph/store"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"
)

// howToDecide are the flags of all commands that decide something.
type howToDecide struct {
	dry  bool
	note string
}

const dryRunHelp = "only say what would change"

func (h *howToDecide) addFlags(cmd *cobra.Command) {
	cmd.Flags().BoolVar(&h.dry, "dry-run", false, dryRunHelp)
	cmd.Flags().StringVar(&h.note, "note", "", "why; `dictum actors log` shows it")
}

func (a *app) actorsMergeCmd() *cobra.Command {
	h := &howToDecide{}
	cmd := &cobra.Command{
		Use:   "merge NAME OTHER...",
		Short: "Make other actors one with the first",
		Long: `Merge makes the other actors the first one, in the articles of the graph and in those to come. Names or identifiers are given as
` + "`dictum actors`" + ` lists them.`,
		Example: `  dictum actors merge "Mikhail Galuzin" actor:m-galuzin
  dictum actors merge --dry-run NATO "Atlantic Alliance"
  dictum actors merge --note "signed both letters" "J. Smith" "John Smith"`,
		Args: atLeast(2, "OTHER"),
		RunE: func(cmd *cobra.Command, args []string) error { return a.mergeActors(cmd.Context(), args, h) },
	}
	h.addFlags(cmd)
	return cmd
}

func (a *app) mergeActors(ctx context.Context, names []string, h *howToDecide) error {
	return a.deciding(ctx, func(st *store.Store) error {
		into, err := theActor(ctx, st, names[0])
		if err != nil {
			return err
		}
		var decisions []resolve.Decision
		for _, name := range names[1:] {
			other, err := theActor(ctx, st, name)
			if err != nil {
				return err
			}
			if other.ID == into.ID {
				return fmt.Errorf("%q and %q are one actor already, %s; nothing was changed", names[0], name, string(into.ID))
			}
			groups, err := groupsOf(ctx, st, into.ID, other.ID)
			if err != nil {
				return err
			}
			decisions = append(decisions, resolve.Decision{Op: resolve.Merge, Actor: string(other.ID), To: string(into.ID), Groups: groups})
		}
		return a.decide(ctx, st, decisions, h)
	})
}

// deciding opens a graph that is there: none is made only to decide something about it.
func (a *app) deciding(ctx context.Context, f func(*store.Store) error) error {
	if err := a.reading(ctx, func(*store.Store) error { return nil }); err != nil {
		return err
	}
	return a.withStore(ctx, store.Options{}, f)
}

func groupsOf(ctx context.Context, st *store.Store, ids ...quad.IRI) ([]string, error) {
	var out []string
	for _, id := range ids {
		groups, err := st.NameGroups(ctx, id)
		if err != nil {
			return nil, err
		}
		out = append(out, groups...)
	}
	slices.Sort(out)
	return slices.Compact(out), nil
}

// decide carries decisions out, one after the other, and tells what has changed.
func (a *app) decide(ctx context.Context, st *store.Store, decisions []resolve.Decision, h *howToDecide) error {
	for _, d := range decisions {
		d.Note = oneLine(h.note)
		moved, err := st.Decide(ctx, d, h.dry)
		if err != nil {
			return err
		}
		a.tellMoves(moved, h.dry)
		if len(moved) == 0 && d.Name != "" {
			a.tell(h.dry, "%s is called %q", d.To, d.Name)
		}
	}
	return nil
}

// tellMoves says which actors became which, in how many documents.
func (a *app) tellMoves(moved []store.Move, dry bool) {
	docs := map[[2]string]map[string]bool{}
	for _, m := range moved {
		pair := [2]string{m.From, m.To}
		if docs[pair] == nil {
			docs[pair] = map[string]bool{}
		}
		docs[pair][m.Doc] = true
	}
	for _, pair := range slices.SortedFunc(maps.Keys(docs), func(x, y [2]string) int { return slices.Compare(x[:], y[:]) }) {
		a.tell(dry, "%s is %s in %s", pair[0], pair[1], plural(len(docs[pair]), "document"))
	}
}

func (a *app) tell(dry bool, format string, args ...any) {
	if dry {
		format = "would change: " + format
	}
	fmt.Fprintf(a.io.Out, format+"\n", args...)
}
