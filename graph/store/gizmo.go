package store

import (
	"context"
	"errors"
	"fmt"

	cgraph "github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/query"
	"github.com/cayleygraph/quad"
)

// Gizmo runs a script in a session of its own and calls emit for every row: a map from tag to value for paths, anything for
// g.Emit. Values are strings (an IRI stands between < and >), int64, float64, bool, lists and maps. The script sees params
// as the object params; they are bound as JSON and never become part of its text. A limit of 0 is none. When ctx ends, so
// does the script, and the error is ctx's; an error of emit ends it too and is returned as it is.
func (s *Store) Gizmo(ctx context.Context, script string, params map[string]any, limit int, emit func(row any) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	if s.closed.Load() { // Cayley would answer, with nothing
		return errors.New("store: gizmo: the store is closed")
	}
	session := newSession(s.Handle().QuadStore)
	if err := session.bind(params); err != nil {
		return fmt.Errorf("store: gizmo: parameters: %w", err)
	}
	rows, err := session.Execute(ctx, script, query.Options{Collation: query.JSON, Limit: limit})
	if err != nil {
		return fmt.Errorf("store: gizmo: %w", err)
	}
	err = s.collect(ctx, rows, limit, emit)
	if damage := s.damage.Load(); err == nil && damage != nil { // Cayley leaves out what it cannot read
		err = fmt.Errorf("store: gizmo: %w", *damage)
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
			return nil
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
