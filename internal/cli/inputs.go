package cli

import (
	"fmt"
	"maps"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"dictum/input"

	"github.com/spf13/cobra"
)

// inputOptions says which articles to read, and how.
type inputOptions struct {
	paths     []string
	format    string
	date      string
	maxBytes  int64
	jobs      int
	knowledge string  // folder of the user's own tables; "" = the embedded ones alone
	literal   bool    // capitals do not stand for governments
	sure      float64 // least confidence of a statement or event

	leftOut extensions // of the files of folders that were not read; filled while reading
}

// addFlags adds the flags of a command that reads articles.
func (o *inputOptions) addFlags(cmd *cobra.Command, format string, sure float64) {
	var names []string
	for _, f := range input.Formats() {
		names = append(names, f.Name)
	}
	flags := cmd.Flags()
	flags.StringVar(&o.format, format, "", "format of the articles: "+strings.Join(names, ", ")+" (default: by name and content)")
	flags.StringVar(&o.date, "date", "", "date of articles that give none, as 2023-03-29, 2023-03 or 2023")
	flags.Int64Var(&o.maxBytes, "max-bytes", input.DefaultMaxBytes, "largest article, in bytes")
	flags.StringVar(&o.knowledge, "knowledge", "", "folder with tables of your own (people.tsv, …), besides those built in")
	flags.BoolVar(&o.literal, "literal-places", false, "keep capitals and palaces that act or speak as places, not as their governments")
	flags.Float64Var(&o.sure, "min-confidence", sure, "leave out statements and events that were read with less confidence, 0 to 1")
	flags.IntVar(&o.jobs, "jobs", runtime.GOMAXPROCS(0), "articles read at the same time; the result is the same")
}

// check refuses flags that make no sense, before anything is read.
func (o *inputOptions) check() error {
	if o.format != "" {
		if _, err := input.Get(o.format); err != nil {
			return usageError{err}
		}
	}
	if o.date != "" {
		if _, ok := input.ParseDate(o.date); !ok {
			return usagef("--date %q is no date; write it like 2023-03-29", o.date)
		}
	}
	if !(o.sure >= 0 && o.sure <= 1) {
		return usagef("--min-confidence must be from 0 to 1; it is %g", o.sure)
	}
	if o.jobs < 1 {
		return usagef("--jobs must be 1 or more; it is %d", o.jobs)
	}
	if o.maxBytes < 1 {
		return usagef("--max-bytes must be 1 or more; it is %d", o.maxBytes)
	}
	return nil
}

// extensions counts files by extension. Reading goes on in its own goroutine when a command is interrupted.
type extensions struct {
	mu    sync.Mutex
	count map[string]int
}

func (e *extensions) add(path string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.count == nil {
		e.count = map[string]int{}
	}
	e.count[strings.ToLower(filepath.Ext(path))]++
}

// sum gives the number of files, and their extensions in order.
func (e *extensions) sum() (n int, kinds []string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	for _, ext := range slices.Sorted(maps.Keys(e.count)) {
		n += e.count[ext]
		if ext == "" {
			ext = "no extension"
		}
		kinds = append(kinds, ext)
	}
	return n, kinds
}

// options are those of package input.
func (a *app) inputOptions(o *inputOptions, progress func(done, total int64)) input.Options {
	return input.Options{Format: o.format, MaxBytes: o.maxBytes, Date: o.date, Stdin: a.io.In, Progress: progress, LeftOut: o.leftOut.add}
}

// noteLeftOut says which files of folders were not read, so that nobody takes them for read.
func (a *app) noteLeftOut(o *inputOptions) {
	n, kinds := o.leftOut.sum()
	if n > 0 {
		a.note("left out %s (%s): in folders only %s are read", plural(n, "file"), strings.Join(kinds, ", "), strings.Join(input.Extensions(), " "))
	}
}

// orStdin stands in standard input for missing paths, unless somebody would have to type an article.
func (a *app) orStdin(paths []string) ([]string, error) {
	if len(paths) > 0 {
		return paths, nil
	}
	if a.io.InIsTerminal {
		return nil, usagef("PATH is missing; name files or folders, or - for standard input")
	}
	return []string{input.Stdin}, nil
}

// inputHelp lists what PATH may be; commands that read articles end their help with it.
func inputHelp() string {
	var b strings.Builder
	b.WriteString("PATH is a file, a folder (with all folders in it), a glob, or - for standard input. Formats:\n")
	for _, f := range input.Formats() {
		fmt.Fprintf(&b, "  %-8s %s (%s)\n", f.Name, f.Description, strings.Join(f.Extensions, " "))
	}
	return strings.TrimSuffix(b.String(), "\n")
}
