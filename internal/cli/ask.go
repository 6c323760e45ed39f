package cli

import (
	"context"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dictum/graph/store"
	"dictum/queries"

	"github.com/spf13/cobra"
)

type askOptions struct {
	question string
	args     []string
	dirs     []string
	format   string
	limit    int // -1 = as the question has it
	width    int
}

func (a *app) askCmd() *cobra.Command {
	o := &askOptions{}
	cmd := &cobra.Command{
		Use:   "ask [QUESTION [VALUE | NAME=VALUE]...]",
		Short: "Ask the graph a question",
		Long: `Ask answers one of the questions that ` + "`dictum questions`" + ` lists; without a question it lists them. Values are given in
the order of the question's parameters, or by name. An actor is given by any name it was seen under. Rows go to standard
output, notes about them to standard error.`,
		Example: `  dictum ask
  dictum ask said-about "European Union"
  dictum ask said-by-about Galuzin about=Armenia
  dictum ask top-speakers --limit 10 --format csv > speakers.csv`,
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) > 0 {
				o.question, o.args = args[0], args[1:]
			}
			return a.ask(cmd.Context(), o)
		},
		ValidArgsFunction: completeQuestion(&o.dirs),
	}
	addLibraryFlag(cmd, &o.dirs)
	cmd.Flags().StringVar(&o.format, "format", "table", answerFormatNames())
	cmd.Flags().IntVar(&o.limit, "limit", -1, "most rows to print; 0 = all (default: the question's own limit)")
	cmd.Flags().IntVar(&o.width, "width", 0, fmt.Sprintf("columns of a table (default: those of the terminal, else %d)", pipeWidth))
	return cmd
}

func (a *app) ask(ctx context.Context, o *askOptions) error {
	lib, err := library(o.dirs)
	if err != nil {
		return err
	}
	if !slices.ContainsFunc(answerFormats, func(f answerFormat) bool { return f.name == o.format }) {
		return usagef("no format %q; one of %s", o.format, answerFormatNames())
	}
	if o.limit < -1 || o.width < 0 {
		return usagef("--limit and --width must be 0 or more")
	}
	if o.question == "" {
		return a.listQuestions(lib)
	}
	q, err := lib.Get(o.question)
	if err != nil {
		return err
	}
	args, err := bindArgs(q, o.args)
	if err != nil {
		return err
	}
	limit := limitParam(q)
	if _, given := args[limit]; limit != "" && !given && o.limit >= 0 {
		args[limit] = strconv.Itoa(o.limit)
	}
	return a.reading(ctx, func(st *store.Store) error {
		ans, err := queries.Run(ctx, st, q, args)
		if err != nil {
			return err
		}
		if o.limit > 0 && len(ans.Rows) > o.limit {
			ans.Notes = append(ans.Notes, fmt.Sprintf("%d of %d rows; all with: --limit 0", o.limit, len(ans.Rows)))
			ans.Rows = ans.Rows[:o.limit]
		}
		return a.printAnswer(ans, o.format, o.width)
	})
}

// limitParam is the question's own parameter for the number of rows, "" when it has none.
func limitParam(q *queries.Question) string {
	for _, p := range q.Params {
		if p.Type == queries.TypeLimit {
			return p.Name
		}
	}
	return ""
}

// bindArgs gives each value its parameter. A value is by name only if the question has a parameter of that name, so that
// "E=mc2" can be searched for; the rest fill the parameters that are not given by name, in order.
func bindArgs(q *queries.Question, values []string) (map[string]string, error) {
	out := map[string]string{}
	has := func(name string) bool {
		return slices.ContainsFunc(q.Params, func(p queries.Param) bool { return p.Name == name })
	}
	var rest []string
	for _, v := range values {
		key, value, ok := strings.Cut(v, "=")
		if ok && !has(key) && isParamName(key) && !takesText(q) {
			return nil, usagef("%s takes %s: it has no %q", q.Name, parameters(q), key)
		}
		if !ok || !has(key) {
			rest = append(rest, v)
			continue
		}
		if _, twice := out[key]; twice {
			return nil, usagef("%s: %s is given twice", q.Name, key)
		}
		out[key] = value
	}
	for _, p := range q.Params {
		if _, given := out[p.Name]; given || len(rest) == 0 {
			continue
		}
		out[p.Name], rest = rest[0], rest[1:]
	}
	if len(rest) > 0 {
		takes := "no values"
		if len(q.Params) > 0 {
			takes = parameters(q)
		}
		if key, _, ok := strings.Cut(rest[0], "="); ok {
			return nil, usagef("%s takes %s: it has no %q", q.Name, takes, key)
		}
		return nil, usagef("%s takes %s: one value too many, %q", q.Name, takes, rest[0])
	}
	return out, nil
}

// isParamName reports whether a word looks like the name of a parameter.
func isParamName(word string) bool {
	return word != "" && strings.Trim(word, "abcdefghijklmnopqrstuvwxyz_") == ""
}

// takesText reports whether a question searches for words, which may hold an equals sign.
func takesText(q *queries.Question) bool {
	return slices.ContainsFunc(q.Params, func(p queries.Param) bool { return p.Type == queries.TypeText })
}
