package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dictum/graph"
	"dictum/graph/store"
	"dictum/queries"

	"github.com/cayleygraph/quad"
	"github.com/spf13/cobra"
)

type actorsOptions struct {
	search string
	class  string
	table  tableOptions
}

// tableOptions say how rows are printed.
type tableOptions struct {
	format string
	limit  int
	width  int
}

func (o *tableOptions) addFlags(cmd *cobra.Command, limit int) {
	cmd.Flags().StringVar(&o.format, "format", "table", answerFormatNames())
	cmd.Flags().IntVar(&o.limit, "limit", limit, "most rows to print; 0 = all")
	cmd.Flags().IntVar(&o.width, "width", 0, fmt.Sprintf("columns of a table (default: those of the terminal, else %d)", pipeWidth))
}

func (o *tableOptions) check() error {
	if !slices.ContainsFunc(answerFormats, func(f answerFormat) bool { return f.name == o.format }) {
		return usagef("no format %q; one of %s", o.format, answerFormatNames())
	}
	if o.limit < 0 || o.width < 0 {
		return usagef("--limit and --width must be 0 or more")
	}
	return nil
}

// printRows prints an answer as far as the limit goes.
func (a *app) printRows(ans *queries.Answer, o *tableOptions) error {
	if o.limit > 0 && len(ans.Rows) > o.limit {
		ans.Notes = append(ans.Notes, fmt.Sprintf("%d of %d rows; all with: --limit 0", o.limit, len(ans.Rows)))
		ans.Rows = ans.Rows[:o.limit]
	}
	return a.printAnswer(ans, o.format, o.width)
}

func (a *app) actorsCmd() *cobra.Command {
	o := &actorsOptions{}
	cmd := &cobra.Command{
		Use:   "actors [WORDS]",
		Short: "List actors; merge, split and rename them",
		Long: `Actors lists the people, organisations, countries and places of the graph, those of most documents first; with WORDS only those
with a name in which each of the words begins a word.

Dictum decides by evidence which names of different articles are one actor. Where it is wrong, decide yourself: merge, split and
rename change the graph at once, hold for articles to come, and can be taken back with undo.`,
		Example: `  dictum actors
  dictum actors smith --type person
  dictum actors show "Mikhail Galuzin"
  dictum actors merge "Mikhail Galuzin" actor:m-galuzin`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.search = args[0]
			}
			return a.actors(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVar(&o.class, "type", "", "only these: "+strings.Join(classNames(), ", "))
	o.table.addFlags(cmd, 50)
	cmd.AddCommand(a.actorsShowCmd(), a.actorsMergeCmd(), a.actorsSplitCmd(), a.actorsRenameCmd(), a.actorsUndoCmd(), a.actorsLogCmd())
	return cmd
}

// classNames are the classes of actors as the user writes them.
func classNames() []string {
	var out []string
	for _, c := range graph.Classes() {
		out = append(out, strings.ToLower(className(c)))
	}
	return out
}

func className(class quad.IRI) string {
	_, name, _ := strings.Cut(string(class), ":")
	return name
}

func (a *app) actors(ctx context.Context, o *actorsOptions) error {
	if err := o.table.check(); err != nil {
		return err
	}
	if o.class != "" && !slices.Contains(classNames(), strings.ToLower(o.class)) {
		return usagef("no type %q; one of %s", o.class, strings.Join(classNames(), ", "))
	}
	return a.reading(ctx, func(st *store.Store) error {
		all, err := st.Actors(ctx)
		if err != nil {
			return err
		}
		ans := &queries.Answer{Columns: []string{"documents", "name", "type", "offices", "also called", "id"}}
		for i := range all {
			e := &all[i]
			if o.class != "" && !strings.EqualFold(className(e.Type), o.class) || !named(e.Names, o.search) {
				continue
			}
			also := slices.DeleteFunc(slices.Clone(e.Names), func(n string) bool { return n == e.Name })
			ans.Rows = append(ans.Rows, []string{
				strconv.Itoa(e.Documents), e.Name, className(e.Type), strings.Join(e.Titles, ", "), strings.Join(also, ", "), string(e.ID),
			})
		}
		if len(ans.Rows) == 0 && o.search != "" {
			return unknownActor(ctx, st, o.search)
		}
		return a.printRows(ans, &o.table)
	})
}

// named reports whether one of the names has a word beginning with each of the words.
func named(names []string, words string) bool {
	asked := strings.Fields(graph.FoldName(words))
	return len(asked) == 0 || slices.ContainsFunc(names, func(name string) bool {
		has := strings.Fields(graph.FoldName(name))
		return !slices.ContainsFunc(asked, func(w string) bool {
			return !slices.ContainsFunc(has, func(h string) bool { return strings.HasPrefix(h, w) })
		})
	})
}

// unknownActor is the error for a name that nobody has, with names like it.
func unknownActor(ctx context.Context, st *store.Store, name string) error {
	near, err := st.NearActors(ctx, name, 3)
	if err != nil {
		return err
	}
	e := &queries.UnknownActorError{Name: name}
	for _, n := range near {
		e.Near = append(e.Near, n.Name)
	}
	return e
}

// theActor finds the one actor that a name or identifier means.
func theActor(ctx context.Context, st *store.Store, name string) (store.ActorRef, error) {
	refs, err := st.FindActors(ctx, name)
	switch {
	case err != nil:
		return store.ActorRef{}, err
	case len(refs) == 0:
		return store.ActorRef{}, unknownActor(ctx, st, name)
	case len(refs) == 1:
		return refs[0], nil
	}
	var ids []string
	for _, r := range refs {
		if strings.EqualFold(r.Name, name) { // others are only called so as well
			ids = append(ids, string(r.ID))
		}
	}
	if len(ids) == 1 {
		return refs[slices.IndexFunc(refs, func(r store.ActorRef) bool { return string(r.ID) == ids[0] })], nil
	}
	ids = ids[:0]
	for _, r := range refs {
		ids = append(ids, string(r.ID))
	}
	return store.ActorRef{}, fmt.Errorf("%q can be %s; give one of these identifiers", name, strings.Join(ids, " or "))
}
