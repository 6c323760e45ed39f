package cli

import (
	"fmt"
	"strings"

	"dictum/queries"

	"github.com/spf13/cobra"
)

// library is the questions that come with the programme and those of the user's folders.
func library(dirs []string) (*queries.Library, error) {
	lib, err := queries.Builtin()
	if err != nil {
		return nil, err
	}
	for _, dir := range dirs {
		if err := lib.AddDir(dir); err != nil {
			return nil, err
		}
	}
	return lib, nil
}

func addLibraryFlag(cmd *cobra.Command, dirs *[]string) {
	cmd.Flags().StringArrayVar(dirs, "questions", nil, "folder with questions of your own (*.js), besides those built in; may repeat")
}

func (a *app) questionsCmd() *cobra.Command {
	var dirs []string
	cmd := &cobra.Command{
		Use:   "questions",
		Short: "List the questions, or show one",
		Long: `Questions lists what can be asked, with the parameters of each question; those in brackets may be left out.
A question of your own is a file NAME.js like those that ` + "`dictum questions show NAME`" + ` prints, in a folder given
with --questions.`,
		Example: `  dictum questions
  dictum questions show said-about`,
		Args: atMost(0),
		RunE: func(*cobra.Command, []string) error {
			lib, err := library(dirs)
			if err != nil {
				return err
			}
			return a.listQuestions(lib)
		},
	}
	addLibraryFlag(cmd, &dirs)
	show := &cobra.Command{
		Use:     "show NAME",
		Short:   "Print a question: its header and its script",
		Example: `  dictum questions show deployments`,
		Args:    exactly(1, "NAME"),
		RunE: func(_ *cobra.Command, args []string) error {
			lib, err := library(dirs)
			if err != nil {
				return err
			}
			q, err := lib.Get(args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(a.io.Out, strings.TrimRight(q.Script, "\n"))
			return err
		},
		ValidArgsFunction: completeQuestion(&dirs),
	}
	addLibraryFlag(show, &dirs)
	cmd.AddCommand(show)
	return cmd
}

// listQuestions prints name, parameters and the first sentence of each description.
func (a *app) listQuestions(lib *queries.Library) error {
	ans := &queries.Answer{Columns: []string{"question", "parameters", "answers"}}
	for _, q := range lib.All() {
		ans.Rows = append(ans.Rows, []string{q.Name, parameters(q), firstSentence(q.Description)})
	}
	return a.printAnswer(ans, "table", 0)
}

// parameters is how a question is called: required ones in capitals, the others in brackets.
func parameters(q *queries.Question) string {
	var out []string
	for _, p := range q.Params {
		if p.Optional {
			out = append(out, "["+p.Name+"]")
		} else {
			out = append(out, strings.ToUpper(p.Name))
		}
	}
	return strings.Join(out, " ")
}

func firstSentence(s string) string {
	s = oneLine(s)
	if first, _, more := strings.Cut(s, ". "); more {
		return first + "."
	}
	return s
}

// completeQuestion completes names of questions in a shell.
func completeQuestion(dirs *[]string) cobra.CompletionFunc {
	return func(_ *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
		lib, err := library(*dirs)
		if err != nil || len(args) > 0 {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var out []string
		for _, q := range lib.All() {
			out = append(out, q.Name+"\t"+firstSentence(q.Description))
		}
		return out, cobra.ShellCompDirectiveNoFileComp
	}
}
