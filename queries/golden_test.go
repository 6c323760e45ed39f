package queries

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"dictum/graph/store"
	"dictum/internal/golden"
)

// examples are the arguments that a question's own header gives: those it must have, or all that differ from
// the default.
func examples(q *Question, all bool) map[string]string {
	args := map[string]string{}
	for _, p := range q.Params {
		if !p.Optional || all && p.Example != p.Default {
			args[p.Name] = p.Example
		}
	}
	return args
}

// print is an answer as plain text, a line a cell, so that a difference shows the cell.
func print(a *Answer) string {
	var b strings.Builder
	for _, note := range a.Notes {
		fmt.Fprintf(&b, "note: %s\n", note)
	}
	for i, row := range a.Rows {
		fmt.Fprintf(&b, "row %d\n", i+1)
		for j, cell := range row {
			if cell != "" {
				fmt.Fprintf(&b, "  %-12s %s\n", a.Columns[j], cell)
			}
		}
	}
	return b.String()
}

func ask(t testing.TB, st *store.Store, name string, args map[string]string) *Answer {
	t.Helper()
	q, err := library(t).Get(name)
	if err != nil {
		t.Fatal(err)
	}
	a, err := Run(t.Context(), st, q, args)
	if err != nil {
		t.Fatalf("%s %v: %v", name, args, err)
	}
	return a
}

// A column whose cells are all numbers says so in the header, so that other programmes get numbers.
func TestNumbersAreDeclared(t *testing.T) {
	st := goldenStore(t)
	for _, q := range library(t).All() {
		a := ask(t, st, q.Name, examples(q, false))
		for j, c := range a.Columns {
			numbers := len(a.Rows) > 0 && !slices.ContainsFunc(a.Rows, func(row []string) bool { return row[j] == "" || !isNumber(row[j]) })
			if numbers && a.Kind(j) == Text {
				t.Errorf("%s: the cells of %s are numbers; write %s:number", q.Name, c, c)
			}
		}
	}
}

// Every question is asked with its own examples, once with what it needs and once with all it can take.
func TestQuestionsGolden(t *testing.T) {
	st := goldenStore(t)
	for _, q := range library(t).All() {
		t.Run(q.Name, func(t *testing.T) {
			var b strings.Builder
			last := ""
			for _, all := range []bool{false, true} {
				args := examples(q, all)
				line := asked(q, args)
				if line == last {
					continue
				}
				last = line
				a := ask(t, st, q.Name, args)
				if len(a.Rows) == 0 && !all {
					t.Errorf("%s: no rows", line)
				}
				fmt.Fprintf(&b, "%s\n%s\n", line, print(a))
				checkEvidence(t, a)
				again := ask(t, st, q.Name, args)
				if print(a) != print(again) {
					t.Errorf("%s: asked again, the answer differs", line)
				}
			}
			golden.Check(t, "golden/"+q.Name+".txt", b.String())
		})
	}
}

func asked(q *Question, args map[string]string) string {
	line := q.Name
	for _, p := range q.Params {
		if v, ok := args[p.Name]; ok {
			line += fmt.Sprintf(" %s=%q", p.Name, v)
		}
	}
	return line
}

// checkEvidence: every row has a sentence, a document and an identifier.
func checkEvidence(t *testing.T, a *Answer) {
	t.Helper()
	for _, column := range []string{"sentence", "document", "id"} {
		i := slices.Index(a.Columns, column)
		if i < 0 {
			t.Fatalf("there is no column %s", column)
		}
		for n, row := range a.Rows {
			if row[i] == "" {
				t.Errorf("row %d has no %s: %q", n+1, column, row)
			}
		}
	}
}
