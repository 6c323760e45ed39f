package queries

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dictum/graph/store"
)

// Answer is a table of text. Each row has a cell for every column; Notes say what the rows do not: that names were ambiguous,
// that rows were left out, that there is no answer.
type Answer struct {
	Columns []string   `json:"columns"`
	Kinds   []Kind     `json:"kinds,omitempty"` // of the columns; none where all are text
	Rows    [][]string `json:"rows"`
	Notes   []string   `json:"notes"`
}

// Run asks one question. Arguments are given by the names of the parameters; what they may be is said at the types of Param.
// Mistakes of usage are a *ParamError, a name that nobody has is an *UnknownActorError. It stops when ctx ends, with ctx's
// error. The same question to the same graph has the same answer, to the byte.
func Run(ctx context.Context, st *store.Store, q *Question, args map[string]string) (*Answer, error) {
	b := &binder{st: st, q: q, values: map[string]any{}, given: map[string]string{}}
	if err := b.bind(ctx, args); err != nil {
		return nil, err
	}
	t := &table{q: q, answer: &Answer{
		Columns: slices.Clone(q.Columns), Kinds: slices.Clone(q.Kinds), Rows: [][]string{}, Notes: append([]string{}, b.notes...),
	}}
	if err := st.Gizmo(ctx, q.Script, b.values, 0, t.take); err != nil {
		if ctx.Err() != nil {
			return nil, ctx.Err()
		}
		return nil, fmt.Errorf("queries: %s: %w", q.File, err)
	}
	t.sort()
	if len(t.answer.Rows) == 0 {
		if err := b.nothing(ctx, t.answer); err != nil {
			return nil, err
		}
	}
	return t.answer, nil
}

// nothing adds a note to an answer without rows, and names that may have been meant.
func (b *binder) nothing(ctx context.Context, a *Answer) error {
	var asked []string
	for _, p := range b.q.Params {
		switch v := b.values[p.Name].(type) {
		case nil:
		case []string: // the identifiers of a name
			asked = append(asked, fmt.Sprintf("%s=%s (%s)", p.Name, b.given[p.Name], strings.Join(v, ", ")))
		default:
			if p.Type != TypeLimit {
				asked = append(asked, fmt.Sprintf("%s=%v", p.Name, v))
			}
		}
	}
	note := "the graph has no answer to " + b.q.Name
	if len(asked) > 0 {
		note += " with " + strings.Join(asked, ", ")
	}
	a.Notes = append(a.Notes, note)
	for _, name := range b.actors {
		similar, err := b.near(ctx, name)
		if err != nil {
			return err
		}
		if len(similar) > 0 {
			a.Notes = append(a.Notes, fmt.Sprintf("names like %q: %s", name, strings.Join(similar, ", ")))
		}
	}
	return nil
}

// table takes what a script emits and puts it in order.
type table struct {
	q      *Question
	answer *Answer
	raw    [][]any // the cells of the columns in the declared order, for sorting
}

// take is one row: an object with a value for each column. An object with nothing but a note is a note.
func (t *table) take(row any) error {
	cells, ok := row.(map[string]any)
	if !ok {
		return fmt.Errorf("the script emitted %v, and not an object with %s", row, strings.Join(t.q.Columns, ", "))
	}
	if note, ok := cells["note"].(string); ok && len(cells) == 1 && !slices.Contains(t.q.Columns, "note") {
		t.answer.Notes = append(t.answer.Notes, note)
		return nil
	}
	out := make([]string, len(t.q.Columns))
	for i, name := range t.q.Columns {
		out[i] = cell(cells[name])
		if t.q.Kinds[i] == Number && out[i] != "" && !isNumber(out[i]) {
			return fmt.Errorf("the column %s holds numbers, and the script emitted %q", name, out[i])
		}
	}
	keys := make([]any, len(t.q.Order))
	for i, key := range t.q.Order {
		keys[i] = cells[key.Column]
	}
	t.answer.Rows = append(t.answer.Rows, out)
	t.raw = append(t.raw, keys)
	return nil
}

// Kind is the kind of column j.
func (a *Answer) Kind(j int) Kind {
	if j < len(a.Kinds) {
		return a.Kinds[j]
	}
	return Text
}

// sort is stable: rows that the declared order does not tell apart stay as the script emitted them.
func (t *table) sort() {
	if len(t.q.Order) == 0 {
		return
	}
	index := make([]int, len(t.raw))
	for i := range index {
		index[i] = i
	}
	slices.SortStableFunc(index, func(a, b int) int {
		for i, key := range t.q.Order {
			c := compare(t.raw[a][i], t.raw[b][i])
			if key.Descending {
				c = -c
			}
			if c != 0 {
				return c
			}
		}
		return 0
	})
	rows := make([][]string, len(index))
	for i, from := range index {
		rows[i] = t.answer.Rows[from]
	}
	t.answer.Rows = rows
}

// compare orders numbers by size, the rest by its text, and numbers before text.
func compare(a, b any) int {
	x, isX := number(a)
	y, isY := number(b)
	switch {
	case isX && isY:
		return cmp.Compare(x, y)
	case isX:
		return -1
	case isY:
		return 1
	}
	return cmp.Compare(cell(a), cell(b))
}

func number(v any) (float64, bool) {
	switch v := v.(type) {
	case int64:
		return float64(v), true
	case int:
		return float64(v), true
	case float64:
		return v, true
	}
	return 0, false
}

// isNumber reports what JSON takes for a number.
func isNumber(s string) bool {
	return (s[0] == '-' || s[0] >= '0' && s[0] <= '9') && json.Valid([]byte(s))
}

// cell is the text of one value: identifiers without their angle brackets, lists joined, nothing for null.
func cell(v any) string {
	switch v := v.(type) {
	case nil:
		return ""
	case string:
		if n := len(v); n > 2 && v[0] == '<' && v[n-1] == '>' && !strings.ContainsAny(v[1:n-1], "<> \t\n") {
			return v[1 : n-1]
		}
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case []any:
		parts := make([]string, len(v))
		for i := range v {
			parts[i] = cell(v[i])
		}
		return strings.Join(parts, "; ")
	}
	return fmt.Sprint(v)
}
