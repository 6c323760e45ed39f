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
	"github.com/cayleygraph/quad"
	"github.com/dop251/goja"
)

// maxCallDepth ends a script that calls itself without end before it has eaten the memory.
const maxCallDepth = 10_000

// errEnough stops a script that has given as many rows as were asked for.
var errEnough = errors.New("enough rows")

// Gizmo runs a script in a session of its own and calls emit for every row: a map from tag to value for paths, anything for
// g.Emit. Values are strings (an IRI stands between < and >), int64, float64, bool, lists and maps. The script sees params
// as the object params; they are bound as JSON and never become part of its text. A limit of 0 is none. When ctx ends, so
// does the script, and the error is ctx's; an error of emit ends it too and is returned as it is.
func (s *Store) Gizmo(ctx context.Context, script string, params map[string]any, limit int, emit func(row any) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	session := gizmo.NewSession(s.Handle().QuadStore)
	vm, err := machineOf(session)
	if err != nil {
		return err
	}
	program, err := goja.Compile("script", script, false)
	if err != nil {
		return fmt.Errorf("store: gizmo: %w", err)
	}
	if err := bind(vm, params); err != nil {
		return fmt.Errorf("store: gizmo: parameters: %w", err)
	}
	var failed error
	guard(vm, program, &failed)
	rows, err := session.Execute(ctx, guarded+"()", query.Options{Collation: query.JSON, Limit: limit})
	if err != nil {
		return fmt.Errorf("store: gizmo: %w", err)
	}
	err = s.collect(ctx, rows, limit, emit)
	if errors.Is(err, errEnough) {
		return nil
	}
	if err == nil {
		if damage := s.damage.Load(); damage != nil { // Cayley leaves out what it cannot read
			failed = *damage
		}
		if failed != nil {
			err = fmt.Errorf("store: gizmo: %w", failed)
		}
	}
	return err
}

// collect passes the rows on until the script has ended, the limit is reached, emit fails or the context ends. It returns at
// once even when the script does not stop at once (it may be inside one long regular expression); Close waits for that.
func (s *Store) collect(ctx context.Context, rows query.Iterator, limit int, emit func(row any) error) error {
	s.running.Add(1)
	ended := false
	defer func() {
		_ = rows.Close() // interrupts
		if ended {
			s.running.Done()
			return
		}
		go func() {
			defer s.running.Done()
			for rows.Next(context.Background()) { // until the session's goroutine is gone
			}
		}()
	}()
	for n := 0; rows.Next(ctx); {
		row := plain(rows.Result())
		if row == nil { // the value of the script's last line, or a path without tags
			continue
		}
		if err := emit(row); err != nil {
			return err
		}
		if n++; limit > 0 && n >= limit {
			return errEnough
		}
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	ended = true
	if err := rows.Err(); err != nil {
		return fmt.Errorf("store: gizmo: %w", err)
	}
	return nil
}

// bind makes params visible. It runs before the script and apart from it.
func bind(vm *goja.Runtime, params map[string]any) error {
	if params == nil {
		params = map[string]any{}
	}
	text, err := json.Marshal(params)
	if err != nil {
		return err
	}
	parse, ok := goja.AssertFunction(vm.Get("JSON").ToObject(vm).Get("parse"))
	if !ok {
		return errors.New("no JSON.parse")
	}
	value, err := parse(goja.Undefined(), vm.ToValue(string(text)))
	if err != nil {
		return err
	}
	return vm.Set("params", value)
}

// guarded is the name under which the script is called.
const guarded = "__script"

// guard sets the function that runs the script. Cayley panics on arguments it did not expect, such as iri({}), in a goroutine
// of its own, where nobody could stop the panic from ending the process; here it becomes the script's error.
func guard(vm *goja.Runtime, program *goja.Program, failed *error) {
	vm.SetMaxCallStackSize(maxCallDepth)
	_ = vm.Set(guarded, func(goja.FunctionCall) goja.Value {
		defer func() {
			if p := recover(); p != nil {
				if _, stop := p.(*goja.InterruptedError); stop {
					panic(p)
				}
				*failed = fmt.Errorf("%v", p)
			}
		}()
		_, err := vm.RunProgram(program)
		*failed = inOneLine(err)
		return goja.Null()
	})
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

// machineOf reaches the JavaScript machine inside Cayley's session, which has no way to ask for it. A test holds the field in
// place; the version of Cayley is fixed.
func machineOf(session *gizmo.Session) (*goja.Runtime, error) {
	f := reflect.ValueOf(session).Elem().FieldByName("vm")
	if !f.IsValid() || f.Type() != reflect.TypeFor[*goja.Runtime]() {
		return nil, errors.New("store: gizmo: this version of Cayley keeps its machine elsewhere")
	}
	return *(**goja.Runtime)(unsafe.Pointer(f.UnsafeAddr())), nil
}

// plain replaces the types of the quad library by those of JSON.
func plain(v any) any {
	switch v := v.(type) {
	case quad.String:
		return string(v)
	case quad.Value:
		if n := v.Native(); n != any(v) {
			return plain(n)
		}
		return v.String()
	case map[string]any:
		out := make(map[string]any, len(v))
		for k, x := range v {
			out[k] = plain(x)
		}
		return out
	case []any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = plain(x)
		}
		return out
	case []map[string]any:
		out := make([]any, len(v))
		for i, x := range v {
			out[i] = plain(x)
		}
		return out
	case cgraph.Ref:
		return fmt.Sprint(v.Key())
	}
	return v
}
