package store

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strings"
	"unsafe"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/cayley/query/gizmo"
	"github.com/dop251/goja"
)

// Cayley panics on arguments it did not expect, such as iri({}), in a goroutine of its own, where nobody can stop the panic
// from ending the process. So whoever asks Cayley for Gizmo gets a session that turns a panic into the script's error.
func init() {
	query.RegisterLanguage(query.Language{
		Name:    gizmo.Name,
		Session: func(qs cgraph.QuadStore) query.Session { return newSession(qs) },
		REPL:    func(qs cgraph.QuadStore) query.REPLSession { return newSession(qs) },
		HTTP:    func(qs cgraph.QuadStore) query.HTTP { return newSession(qs) },
	})
}

// maxCallDepth ends a script that calls itself without end before it has eaten the memory.
const maxCallDepth = 10_000

// session is one of Cayley's, with a guard around the script.
type session struct {
	*gizmo.Session
	vm *goja.Runtime
}

func newSession(qs cgraph.QuadStore) *session {
	s := &session{Session: gizmo.NewSession(qs)}
	s.vm = machineOf(s.Session)
	s.vm.SetMaxCallStackSize(maxCallDepth)
	return s
}

// machineOf reaches the JavaScript machine inside Cayley's session, which has no way to ask for it. The version of Cayley is
// fixed, and a test would find another one.
func machineOf(s *gizmo.Session) *goja.Runtime {
	f := reflect.ValueOf(s).Elem().FieldByName("vm")
	if !f.IsValid() || f.Type() != reflect.TypeFor[*goja.Runtime]() {
		panic("store: this version of Cayley keeps its JavaScript machine elsewhere")
	}
	return *(**goja.Runtime)(unsafe.Pointer(f.UnsafeAddr()))
}

// bind makes params visible to the script. They are bound as JSON, before the script and apart from it.
func (s *session) bind(params map[string]any) error {
	if params == nil {
		params = map[string]any{}
	}
	text, err := json.Marshal(params)
	if err != nil {
		return err
	}
	parse, ok := goja.AssertFunction(s.vm.Get("JSON").ToObject(s.vm).Get("parse"))
	if !ok {
		return errors.New("no JSON.parse")
	}
	value, err := parse(goja.Undefined(), s.vm.ToValue(string(text)))
	if err != nil {
		return err
	}
	return s.vm.Set("params", value)
}

// guarded is the name under which Cayley calls the script.
const guarded = "__script"

// Execute runs the script when its first row is asked for.
func (s *session) Execute(ctx context.Context, script string, opt query.Options) (query.Iterator, error) {
	program, err := goja.Compile("script", script, false)
	if err != nil {
		return nil, err
	}
	s.vm.ClearInterrupt() // closing the rows before left it set
	it := &rows{}
	if err := s.vm.Set(guarded, func(goja.FunctionCall) goja.Value { return s.run(program, &it.failed) }); err != nil {
		return nil, err
	}
	it.Iterator, err = s.Session.Execute(ctx, guarded+"()", opt)
	return it, err
}

func (s *session) run(program *goja.Program, failed *error) goja.Value {
	defer func() {
		if p := recover(); p != nil {
			*failed = fmt.Errorf("%v", p)
			panic(s.vm.NewGoError(*failed)) // which the machine knows how to unwind
		}
	}()
	value, err := s.vm.RunProgram(program)
	*failed = inOneLine(err)
	return value
}

// ShapeOf describes the paths of a script instead of walking them.
func (s *session) ShapeOf(script string) (shape any, err error) {
	defer func() {
		if p := recover(); p != nil {
			shape, err = nil, fmt.Errorf("%v", p)
		}
	}()
	shape, err = s.Session.ShapeOf(script)
	return shape, inOneLine(err)
}

// rows passes on what Cayley yields, and at the end how the script failed.
type rows struct {
	query.Iterator
	failed error // written by the script's goroutine until it has ended
	ended  bool
}

func (r *rows) Next(ctx context.Context) bool {
	more := r.Iterator.Next(ctx)
	r.ended = !more && ctx.Err() == nil
	return more
}

func (r *rows) Err() error {
	if r.ended && r.failed != nil {
		return r.failed
	}
	return r.Iterator.Err()
}

// inOneLine keeps of a script's error what was thrown and the first place.
func inOneLine(err error) error {
	if err == nil {
		return nil
	}
	if over := new(goja.StackOverflowError); errors.As(err, &over) {
		return fmt.Errorf("calls nest deeper than %d", maxCallDepth)
	}
	what, where, _ := strings.Cut(err.Error(), "\n")
	where, _, _ = strings.Cut(strings.TrimSpace(where), "\n")
	return errors.New(strings.TrimSpace(what + " " + where))
}
