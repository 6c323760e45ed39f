// Package cli is the command line: one file a command, each an options struct, a function that fills it, and a run function
// that acts. The world comes in as an IOStreams value, so that a test can be it.
//
// Start at Run and at commands. To add a command, write its file, with help that has an example, and list it there; a story
// in cmd/dictum/testdata/script tests it. What several commands share: open.go (the graph), inputs.go (which articles), order.go
// (many goroutines, one order), answer.go and table.go (answers). Extraction and store meet in ingest.go and nowhere else.
package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
)

// Exit codes.
const (
	exitOK     = 0
	exitFailed = 1
	exitUsage  = 2
)

// app is what all commands share.
type app struct {
	io IOStreams
	db string // folder of the graph
}

// Run carries out one command line, without the programme's name, and gives its exit code: 0 done, 1 failed, 2 wrongly asked.
// When ctx ends, the command stops and leaves the graph whole.
func Run(ctx context.Context, streams IOStreams, args []string) int {
	a := &app{io: streams}
	root := a.root()
	root.SetArgs(args)
	root.SetIn(streams.In)
	root.SetOut(streams.Out)
	root.SetErr(streams.Err)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil {
		return exitOK
	}
	if errors.Is(err, errReported) {
		return exitFailed
	}
	if brokenPipe(err) { // as with `dictum … | head`: whoever reads has enough
		return exitFailed
	}
	message, code := a.explain(ctx, err)
	if code == exitUsage && !strings.Contains(message, "; ") {
		message += "; see: " + cmd.CommandPath() + " --help"
	}
	fmt.Fprintf(streams.Err, "dictum: %s\n", message)
	return code
}

func (a *app) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "dictum",
		Short: "Who said what about whom, and who did what to whom",
		Long: `Dictum reads news articles and builds a knowledge graph of who said what about whom, and
who did what to whom. It answers questions from it, each with the sentence it rests on.`,
		Example: `  dictum add articles/               read articles into the graph
  dictum ask                         list the questions
  dictum ask said-about "EU"         ask one
  dictum serve                       look at the graph in a browser`,
		SilenceUsage:  true,
		SilenceErrors: true,
		Args: func(cmd *cobra.Command, args []string) error {
			if len(args) == 0 {
				return nil
			}
			near := ""
			if s := cmd.SuggestionsFor(args[0]); len(s) > 0 {
				near = "did you mean " + strings.Join(s, " or ") + "?"
			} else {
				near = "see: dictum --help"
			}
			return usagef("unknown command %q; %s", args[0], near)
		},
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	db := a.io.Env("DICTUM_DB")
	if db == "" {
		db = "dictum.db"
	}
	root.PersistentFlags().StringVar(&a.db, "db", db, "folder of the graph (environment: DICTUM_DB)")
	root.AddCommand(a.commands()...)
	return root
}

// commands lists them all; completion and help are cobra's own.
func (a *app) commands() []*cobra.Command {
	return []*cobra.Command{
		a.actorsCmd(), a.addCmd(), a.analyzeCmd(), a.askCmd(), a.dumpCmd(), a.exportCmd(), a.extractCmd(), a.gizmoCmd(), a.infoCmd(),
		a.loadCmd(), a.questionsCmd(), a.removeCmd(), a.serveCmd(), a.versionCmd(),
	}
}

// note tells the user something that is no part of the answer.
func (a *app) note(format string, args ...any) {
	fmt.Fprintf(a.io.Err, format+"\n", args...)
}

// atLeast and exactly are cobra's checks of the number of arguments, as usage errors that name what is missing.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) < n {
			return usagef("%s is missing", what)
		}
		return nil
	}
}

func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if err := atLeast(n, what)(cmd, args); err != nil {
			return err
		}
		return atMost(n)(cmd, args)
	}
}

func atMost(n int) cobra.PositionalArgs {
	return func(_ *cobra.Command, args []string) error {
		if len(args) > n {
			return usagef("unexpected argument %q", args[n])
		}
		return nil
	}
}
