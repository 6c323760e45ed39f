package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"dictum/graph/store"
	"dictum/input"

	"github.com/spf13/cobra"
)

type gizmoOptions struct {
	file       string
	expression string
	params     []string
	limit      int
}

func (a *app) gizmoCmd() *cobra.Command {
	o := &gizmoOptions{}
	cmd := &cobra.Command{
		Use:   "gizmo [FILE]",
		Short: "Run a Gizmo script of your own",
		Long: `Gizmo runs a script of Cayley's query language from a file, an expression, or standard input, and prints what it emits
as JSON Lines. Identifiers of the graph are short: g.IRI("actor:armenia"), g.IRI("schema:about").`,
		Example: `  dictum gizmo -e 'g.V(g.IRI("actor:armenia")).In(g.IRI("schema:about")).Out(g.IRI("schema:text")).All()'
  dictum gizmo script.js --param name=Armenia     # the script sees params.name`,
		Args: atMost(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if len(args) == 1 {
				o.file = args[0]
			}
			return a.gizmo(cmd.Context(), o)
		},
	}
	cmd.Flags().StringVarP(&o.expression, "expression", "e", "", "the script itself")
	cmd.Flags().StringArrayVar(&o.params, "param", nil, "NAME=VALUE, seen as params.NAME; may repeat")
	cmd.Flags().IntVar(&o.limit, "limit", 0, "most rows; 0 = all")
	return cmd
}

func (a *app) gizmo(ctx context.Context, o *gizmoOptions) error {
	script, err := a.script(o)
	if err != nil {
		return err
	}
	params := map[string]any{}
	for _, p := range o.params {
		key, value, ok := strings.Cut(p, "=")
		if !ok || key == "" {
			return usagef("--param %q is not NAME=VALUE", p)
		}
		params[key] = value
	}
	return a.reading(ctx, func(st *store.Store) error {
		return buffered(a.io.Out, func(w io.Writer) error {
			enc := json.NewEncoder(w)
			enc.SetEscapeHTML(false)
			return st.Gizmo(ctx, script, params, o.limit, enc.Encode)
		})
	})
}

// script reads the script from where the options say.
func (a *app) script(o *gizmoOptions) (string, error) {
	switch {
	case o.expression != "" && o.file != "":
		return "", usagef("give a FILE or -e, not both")
	case o.expression != "":
		return o.expression, nil
	case o.file == "" && a.io.InIsTerminal:
		return "", usagef("FILE is missing; name a script, or give it with -e")
	case o.file == "" || o.file == input.Stdin:
		text, err := io.ReadAll(a.io.In)
		if err != nil {
			return "", fmt.Errorf("standard input: %w", err)
		}
		return string(text), nil
	}
	text, err := os.ReadFile(o.file)
	if err != nil {
		return "", fileError(o.file, err)
	}
	return string(text), nil
}
