package cli

import (
	"context"
	"encoding/json"
	"io"
	"iter"

	"github.com/spf13/cobra"
)

type extractOptions struct {
	input inputOptions
}

func (a *app) extractCmd() *cobra.Command {
	o := &extractOptions{}
	cmd := &cobra.Command{
		Use:   "extract [PATH...]",
		Short: "Print what articles say as JSON Lines, without a graph",
		Long: `Extract prints one record an article, one a line, in the order of the articles: sentences, mentions, actors, statements,
events, times and values, each with the code points of the text it stands on. Without PATH it reads standard input.

` + inputHelp(),
		Example: `  dictum extract article.txt | jq .statements
  dictum extract --input-format jsonl docs.jsonl > records.jsonl`,
		RunE: func(cmd *cobra.Command, args []string) (err error) {
			if o.input.paths, err = a.orStdin(args); err != nil {
				return err
			}
			return a.extract(cmd.Context(), o)
		},
	}
	o.input.addFlags(cmd, "input-format", 0)
	return cmd
}

func (a *app) extract(ctx context.Context, o *extractOptions) error {
	docs, err := a.records(ctx, &o.input, nil)
	if err != nil {
		return err
	}
	defer a.noteLeftOut(&o.input)
	return buffered(a.io.Out, func(w io.Writer) error { return a.writeRecords(ctx, w, docs) })
}

func (a *app) writeRecords(ctx context.Context, w io.Writer, docs iter.Seq[reading]) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	failed := false
	for r := range docs {
		if err := ctx.Err(); err != nil {
			return err
		}
		if r.err != nil {
			failed = true
			message, _ := a.explain(context.Background(), r.err)
			a.note("dictum: %s", message)
			continue
		}
		if err := enc.Encode(r.rec); err != nil {
			return err
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if failed {
		return errReported
	}
	return nil
}
