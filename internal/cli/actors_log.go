package cli

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"dictum/graph/resolve"
	"dictum/graph/store"
	"dictum/queries"

	"github.com/spf13/cobra"
)

func (a *app) actorsUndoCmd() *cobra.Command {
	var dry bool
	cmd := &cobra.Command{
		Use:   "undo [NUMBER]",
		Short: "Take a decision about actors back",
		Long: `Undo takes the last decision back, or the one with a NUMBER that ` + "`dictum actors log`" + ` lists. The graph is then as if it
had never been made.`,
		Example: `  dictum actors undo
  dictum actors undo 3 --dry-run`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error { return a.undoDecision(cmd.Context(), args, dry) },
	}
	cmd.Flags().BoolVar(&dry, "dry-run", false, dryRunHelp)
	return cmd
}

func (a *app) undoDecision(ctx context.Context, args []string, dry bool) error {
	number := 0
	if len(args) > 0 {
		var err error
		if number, err = strconv.Atoi(args[0]); err != nil || number < 1 {
			return usagef("%q is no number of a decision; see: dictum actors log", args[0])
		}
	}
	return a.deciding(ctx, func(st *store.Store) error {
		all, err := st.Decisions(ctx)
		if err != nil {
			return err
		}
		if len(all) == 0 {
			return errors.New("nothing was decided about actors, so there is nothing to undo")
		}
		if number == 0 {
			number = all[len(all)-1].Number
		}
		moved, err := st.Undo(ctx, number, dry)
		if errors.Is(err, store.ErrNoDecision) {
			return fmt.Errorf("there is no decision %d; see: dictum actors log", number)
		}
		if err != nil {
			return err
		}
		for _, d := range all {
			if d.Number == number {
				a.tell(dry, "undone: %s", describeDecision(&d))
			}
		}
		a.tellMoves(moved, dry)
		return nil
	})
}

// describeDecision says in words what was decided.
func describeDecision(d *resolve.Decision) string {
	var part []string
	for _, doc := range d.Docs {
		part = append(part, "in "+doc)
	}
	for _, alias := range d.Aliases {
		part = append(part, fmt.Sprintf("called %q", alias))
	}
	text := fmt.Sprintf("%s %s to %s", d.Op, d.Actor, d.To)
	if d.Op == resolve.Merge {
		text = fmt.Sprintf("merge %s into %s", d.Actor, d.To)
	}
	if d.Name != "" {
		text += fmt.Sprintf(", %q", d.Name)
	}
	if len(part) > 0 {
		text += ": " + strings.Join(part, ", ")
	}
	if d.Note != "" {
		text += " (" + d.Note + ")"
	}
	return text
}

func (a *app) actorsLogCmd() *cobra.Command {
	o := &tableOptions{}
	cmd := &cobra.Command{
		Use:     "log",
		Short:   "List the decisions about actors",
		Long:    `Log lists the decisions about actors that hold, in the order in which they were made. Those that were undone are not there.`,
		Example: `  dictum actors log --format csv`,
		Args:    atMost(0),
		RunE:    func(cmd *cobra.Command, _ []string) error { return a.logDecisions(cmd.Context(), o) },
	}
	o.addFlags(cmd, 0)
	return cmd
}

func (a *app) logDecisions(ctx context.Context, o *tableOptions) error {
	if err := o.check(); err != nil {
		return err
	}
	return a.reading(ctx, func(st *store.Store) error {
		all, err := st.Decisions(ctx)
		if err != nil {
			return err
		}
		ans := &queries.Answer{Columns: []string{"number", "decision", "actor", "is now", "name", "documents", "aliases", "note"}}
		for _, d := range all {
			ans.Rows = append(ans.Rows, []string{
				strconv.Itoa(d.Number), d.Op, d.Actor, d.To, d.Name, strings.Join(d.Docs, ", "), strings.Join(d.Aliases, ", "), d.Note,
			})
		}
		return a.printRows(ans, o)
	})
}
