package cli

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"strings"

	"github.com/spf13/cobra"

	"dictum/extract"
)

// Version is that of the next release in CHANGELOG.md.
const Version = "0.1.0"

func (a *app) versionCmd() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the versions of the programme and of what is in it",
		Args:  atMost(0),
		RunE: func(*cobra.Command, []string) error {
			models, err := extract.Models()
			if err != nil {
				return err
			}
			lines := []string{
				"dictum " + Version,
				"commit " + commit(),
				"cayley " + dependency("github.com/cayleygraph/cayley"),
				runtime.Version(),
			}
			for _, m := range models {
				lines = append(lines, m.String())
			}
			_, err = fmt.Fprintln(a.io.Out, strings.Join(lines, "\n"))
			return err
		},
	}
}

// commit is what the programme was built from, as far as the build knows.
func commit() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "unknown"
	}
	revision, changed := "unknown", ""
	for _, s := range info.Settings {
		switch {
		case s.Key == "vcs.revision":
			revision = s.Value
		case s.Key == "vcs.modified" && s.Value == "true":
			changed = " with changes"
		}
	}
	return revision + changed
}

func dependency(path string) string {
	info, ok := debug.ReadBuildInfo()
	if ok {
		for _, m := range info.Deps {
			if m.Path == path {
				return m.Version
			}
		}
	}
	return "unknown"
}
