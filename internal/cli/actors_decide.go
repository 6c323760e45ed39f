package cli

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"

	"dictum/graph"
	"dictum/graph/resolve"
	"dictum/graph/store"
	"dictum/queries"

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
