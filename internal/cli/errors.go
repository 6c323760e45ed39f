package cli

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"dictum/graph/store"
	"dictum/input"
	"dictum/queries"
)

// errReported ends a command whose failures were told one by one.
var errReported = errors.New("failed")

// usageError is a command line that cannot be carried out.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// explain gives an error one line that says what to do, and its exit code.
func (a *app) explain(ctx context.Context, err error) (message string, code int) {
	var (
		usage    usageError
		bad      *input.Error
		question *queries.UnknownQuestionError
		param    *queries.ParamError
		actor    *queries.UnknownActorError
		id       *queries.UnknownIDError
		header   *queries.HeaderError
	)
	switch {
	case errors.As(err, &usage):
		return oneLine(usage.Error()), exitUsage
	case errors.As(err, &question):
		return oneLine(question.Error()), exitUsage
	case errors.As(err, &param):
		return oneLine(param.Error()) + "; see: dictum questions show " + param.Question, exitUsage
	case errors.As(err, &actor):
		return oneLine(actor.Error()), exitFailed
	case errors.As(err, &id):
		return oneLine(id.Error()), exitFailed
	case errors.As(err, &bad):
		return oneLine(bad.Error()), exitFailed
	case errors.As(err, &header):
		return oneLine(header.Error()) + "; correct the file, or leave out its folder", exitFailed
	case ctx.Err() != nil:
		return "interrupted; the graph is whole, run the command again to go on", exitFailed
	case errors.Is(err, store.ErrLocked):
		return a.db + ": another process is using this graph; wait for it or end it (a running `dictum serve`?), " +
			"or give another with --db", exitFailed
	case errors.Is(err, store.ErrForeign):
		return a.db + ": this folder holds other files and no graph; give a new or an empty folder with --db", exitFailed
	case errors.Is(err, store.ErrNotFound):
		return a.db + ": there is no graph here yet; make it with: dictum add PATH, or give another with --db", exitFailed
	case errors.Is(err, store.ErrCorrupt):
		return a.db + ": " + oneLine(cause(err, store.ErrCorrupt)) + "; nothing was changed; restore it from a copy, or give another " +
			"folder with --db and add the articles again", exitFailed
	}
	return oneLine(err.Error()), exitFailed
}

// cause is the innermost error of a chain that still speaks of a sentinel: the paths and verbs around it are said already.
func cause(err, sentinel error) string {
	text := err.Error()
	if i := strings.Index(text, sentinel.Error()); i >= 0 {
		return text[i:]
	}
	return text
}

func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
