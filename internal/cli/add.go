package cli

import (
	"context"
	"errors"
	"fmt"
	"time"

	"dictum/graph/store"
	"dictum/input"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
)

// addSure is the confidence from which statements and events come into a graph unless told otherwise: below it, fewer than half are
// what an annotator would mark.
const addSure = 0.35

type addOptions struct {
	input inputOptions
	asOf  string // date that is recorded for what is added or changed; "" = none
	quiet bool
}

func (a *app) addCmd() *cobra.Command {
	o := &addOptions{}
	cmd := &cobra.Command{
		Use:   "add PATH...",
		Short: "Read articles into the graph",
		Long: `Add reads articles, extracts who said and did what, and writes it into the graph, which is made when there is none.
An article is known by its URL: one that is there already is replaced if anything about it changed, and left alone otherwise.
One without a URL is known by its text, so a changed text is a new article. Articles that cannot be read are named one by
one, the others are added, and the exit code is 1.

Each statement and event has a confidence: how likely it is that a careful reader would find the same. Those below
--min-confidence stay out of the graph, and an event that only a statement left out asserts stays out with it. The
command extract prints them all.

With --as-of the date given is recorded for every article that is added or changed, and kept until it changes again; no clock is
read, so the same commands make the same graph.

` + inputHelp(),
		Example: `  dictum add seeds/articles
  dictum add --date 2023-03 'news/*.txt'
  dictum add --as-of 2023-04-02 news
  zcat articles.jsonl.gz | dictum add --format jsonl -`,
		Args: atLeast(1, "PATH"),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.input.paths = args
			return a.add(cmd.Context(), o)
		},
	}
	o.input.addFlags(cmd, "format", addSure)
	cmd.Flags().StringVar(&o.asOf, "as-of", "", "date to record for articles that are added or changed, as 2023-04-02; for: ask changed-since")
	cmd.Flags().BoolVarP(&o.quiet, "quiet", "q", false, "no progress and no summary")
	return cmd
}

func (a *app) add(ctx context.Context, o *addOptions) error {
	if _, ok := input.ParseDate(o.asOf); o.asOf != "" && !ok {
		return usagef("--as-of %q is no date; write it like 2023-04-02", o.asOf)
	}
	start := time.Now()
	bar := a.progress(o.quiet)
	docs, err := a.records(ctx, &o.input, bar.set)
	if err != nil {
		return err
	}
	failed := func(err error) {
		if ctx.Err() != nil {
			return // what breaks off when the command is interrupted is no failure of its own
		}
		bar.clear()
		message, _ := a.explain(context.Background(), err)
		a.note("dictum: %s", message)
	}
	docs, stop, unread := fromFirstRead(docs, failed)
	defer stop()
	t := tally{failed: unread}
	if err := ctx.Err(); err != nil {
		return err
	}
	if docs == nil { // no reason to make a graph
		bar.clear()
		err = a.reading(ctx, func(st *store.Store) error { return a.added(ctx, st, o, t, start) })
		if errors.Is(err, store.ErrNotFound) {
			err = a.added(ctx, nil, o, t, start)
		}
	} else {
		err = a.withStore(ctx, store.Options{}, func(st *store.Store) error {
			written, err := ingest(ctx, st, docs, o.asOf, failed)
			bar.clear()
			if err != nil {
				return err
			}
			written.failed += unread
			t = written
			return a.added(ctx, st, o, t, start)
		})
	}
	if err == nil && t.failed > 0 {
		return errReported
	}
	return err
}

// added tells what was done and what the graph holds now; there is none when st is nil.
func (a *app) added(ctx context.Context, st *store.Store, o *addOptions, t tally, start time.Time) error {
	if o.quiet {
		return nil
	}
	a.noteLeftOut(&o.input)
	fmt.Fprintf(a.io.Out, "%s: %d added, %d replaced, %d unchanged, %d failed\n",
		plural(t.added+t.replaced+t.unchanged+t.failed, "document"), t.added, t.replaced, t.unchanged, t.failed)
	if st == nil {
		return nil
	}
	c, err := st.Counts(ctx)
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(a.io.Out, "%s holds %s, %s, %s, %s (%s); %.1f seconds\n", a.db, plural(c.Documents, "document"),
		plural(c.Statements, "statement"), plural(c.Events, "event"), plural(c.Actors, "actor"), plural(c.Quads, "quad"),
		time.Since(start).Seconds())
	return err
}

func plural(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}

// bar is the progress on a terminal, and nothing elsewhere.
type bar struct{ *progressbar.ProgressBar }

func (a *app) progress(quiet bool) bar {
	if quiet || !a.io.ErrIsTerminal {
		return bar{}
	}
	return bar{progressbar.NewOptions64(-1, progressbar.OptionSetWriter(a.io.Err), progressbar.OptionSetDescription("reading"),
		progressbar.OptionShowBytes(true), progressbar.OptionClearOnFinish(), progressbar.OptionThrottle(100*time.Millisecond))}
}

// set is called by the reader; its bytes run a few articles ahead of what is written.
func (b bar) set(done, total int64) {
	if b.ProgressBar == nil {
		return
	}
	if total > 0 && b.GetMax64() != total {
		b.ChangeMax64(total)
	}
	_ = b.Set64(done) // a bar that cannot be drawn is no reason to stop
}

func (b bar) clear() {
	if b.ProgressBar != nil {
		_ = b.Clear()
	}
}
