package input

import "fmt"

// Error is one document that could not be read, or an argument that leads to none. Its text is one line.
type Error struct {
	Path    string // as the user wrote it, or as found in a folder; "-" = standard input; "" = an option is wrong
	Line    int    // counted from 1; 0 = the whole file
	Problem string
	Hint    string // what to do
	Err     error  // the cause, where there is one
}

// Error gives place, problem and remedy: "news/a.jsonl:3: the line ends inside its JSON object; complete it or remove it".
func (e *Error) Error() string {
	where := e.Path
	if where == Stdin {
		where = "standard input"
	}
	if where != "" && e.Line > 0 {
		where = fmt.Sprintf("%s:%d", where, e.Line)
	}
	if where != "" {
		where += ": "
	}
	if e.Hint == "" {
		return where + e.Problem
	}
	return where + e.Problem + "; " + e.Hint
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }
