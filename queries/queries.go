// Package queries holds the canned questions and answers them.
//
// A question is one file, NAME.js: a header in comments and a Gizmo script in ES5.1. Run checks the arguments, turns the
// names of actors into identifiers, binds all of it as the object params (never by pasting text into the script), and
// returns the rows in a declared order. The package renders nothing and writes nothing to the store.
//
// Start at said-about.js for the form of a question, at header.go for what a header may say, and at Run. The functions that
// the scripts share are in lib/; Question.Script carries those it needs, so that it also runs in the stock Cayley program,
// with `var params = {…};` put before it.
//
// To add a question, add a file here or in a folder given to Library.AddDir; the tests find it by its name. It begins at a
// type or at a name, never at all nodes, sorts what it emits, and gives every row its sentence and its document.
package queries

import (
	"embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

//go:embed *.js lib/*.js
var builtin embed.FS

// Question is one canned question.
type Question struct {
	Name        string  // the file's name without .js
	Description string  // the first sentence says what is asked; the rest what the answer leaves out
	Params      []Param // in the order of the header
	Columns     []string
	Kinds       []Kind // of the cells, a kind for each column
	Script      string // the file, and after it the shared functions it uses: complete, and runnable elsewhere
	Order       []SortKey
	File        string // where it was read from
}

// Kind is what the cells of a column are.
type Kind string

// Kinds of columns. A cell may be empty whatever its kind.
const (
	Text     Kind = ""
	Number   Kind = "number"   // as JSON writes it
	Date     Kind = "date"     // ISO 8601 of any precision
	Duration Kind = "duration" // ISO 8601: P2Y
)

func kinds() []Kind { return []Kind{Number, Date, Duration} }

// SortKey is one column of the declared order.
type SortKey struct {
	Column     string
	Descending bool
}

// Param is one parameter of a question. A Type with bars ("month|week") lists the values that are allowed.
type Param struct {
	Name     string
	Type     string
	Example  string
	Default  string
	Help     string
	Optional bool // true also where there is a Default
}

// Types of parameters.
const (
	TypeActor = "actor" // a name, an alias or an identifier: arrives in the script as a list of identifiers
	TypePlace = "place" // the same, places before actors of that name
	TypeText  = "text"
	TypeInt   = "int"   // zero or more
	TypeDate  = "date"  // 2022, 2022-09 or 2022-09-14
	TypeEvent = "type"  // a PLOVER type
	TypeID    = "id"    // of a statement, an event or a document
	TypeLimit = "limit" // the greatest number of rows; 0 is all
)

// Library is a set of questions, each with a name of its own.
type Library struct {
	questions map[string]*Question
	shared    map[string]string // the files of lib/, by name without .js
}

// Builtin is a library of the questions that come with the programme.
func Builtin() (*Library, error) {
	l := &Library{questions: map[string]*Question{}, shared: map[string]string{}}
	files, err := fs.Glob(builtin, "lib/*.js")
	if err != nil {
		return nil, fmt.Errorf("queries: %w", err)
	}
	for _, file := range files {
		text, err := builtin.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("queries: %w", err)
		}
		l.shared[strings.TrimSuffix(path.Base(file), ".js")] = string(text)
	}
	return l, l.add(builtin, "")
}

// AddDir adds the questions of a folder, not of the folders in it. A question with the name of one that is there already
// takes its place. The error names the file and the line; the questions before it have been added.
func (l *Library) AddDir(dir string) error {
	info, err := os.Stat(dir)
	if err != nil {
		return fmt.Errorf("queries: %w", err)
	}
	if !info.IsDir() {
		return fmt.Errorf("queries: %s is not a folder", dir)
	}
	return l.add(os.DirFS(dir), dir)
}

func (l *Library) add(files fs.FS, dir string) error {
	names, err := fs.Glob(files, "*.js") // sorted
	if err != nil {
		return fmt.Errorf("queries: %w", err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return fmt.Errorf("queries: %w", err)
		}
		q, err := l.parse(filepath.Join(dir, name), string(text))
		if err != nil {
			return err
		}
		l.questions[q.Name] = q
	}
	return nil
}

// All lists the questions by name.
func (l *Library) All() []*Question {
	out := make([]*Question, 0, len(l.questions))
	for _, q := range l.questions {
		out = append(out, q)
	}
	slices.SortFunc(out, func(a, b *Question) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// Get finds a question by its name; otherwise the error is an *UnknownQuestionError.
func (l *Library) Get(name string) (*Question, error) {
	if q, ok := l.questions[name]; ok {
		return q, nil
	}
	names := make([]string, 0, len(l.questions))
	for _, q := range l.All() {
		names = append(names, q.Name)
	}
	return nil, &UnknownQuestionError{Name: name, Near: near(name, names)}
}
