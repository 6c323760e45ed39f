package queries

import (
	"fmt"
	"slices"
	"strings"
)

// UnknownQuestionError says that no question has this name. It is a mistake of usage.
type UnknownQuestionError struct {
	Name string
	Near []string // names like it, the likest first
}

func (e *UnknownQuestionError) Error() string {
	return fmt.Sprintf("there is no question %q; %s", e.Name, orElse(e.Near, "did you mean", "`dictum questions` lists them"))
}

// ParamError says what is wrong with one argument: missing, unknown, or not of its type. It is a mistake of usage.
type ParamError struct {
	Question string
	Name     string // of the parameter
	Problem  string // the rest of the sentence that begins with the name
}

func (e *ParamError) Error() string {
	return fmt.Sprintf("%s: %s %s", e.Question, e.Name, e.Problem)
}

// UnknownActorError says that nothing in the graph has this name. The question was asked rightly.
type UnknownActorError struct {
	Name string
	Near []string // names like it, the likest first
}

func (e *UnknownActorError) Error() string {
	return fmt.Sprintf("nobody is called %q; %s", e.Name, orElse(e.Near, "did you mean", "`dictum ask most-discussed` lists names"))
}

// UnknownIDError says that the graph holds no statement, event or document with this identifier. The question was asked rightly.
type UnknownIDError struct{ ID string }

func (e *UnknownIDError) Error() string {
	return fmt.Sprintf("the graph has no %q; identifiers stand in the column id of an answer", e.ID)
}

// HeaderError says which line of a question's file is wrong.
type HeaderError struct {
	File    string
	Line    int
	Problem string
}

func (e *HeaderError) Error() string { return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Problem) }

func orElse(names []string, lead, otherwise string) string {
	if len(names) == 0 {
		return otherwise
	}
	return lead + ": " + strings.Join(names, ", ") + "?"
}

// near picks at most five names that a slip of the hand, or a part of the name, could have led to; the likest first.
func near(name string, names []string) []string {
	type scored struct {
		name string
		cost int
	}
	name = strings.ToLower(name)
	var found []scored
	for _, n := range names {
		cost := distance(name, n)
		if name != "" && (strings.Contains(n, name) || strings.Contains(name, n)) {
			cost = min(cost, 1)
		}
		if cost <= max(2, len(name)/3) {
			found = append(found, scored{n, cost})
		}
	}
	slices.SortStableFunc(found, func(a, b scored) int { return a.cost - b.cost })
	out := make([]string, 0, 5)
	for _, f := range found[:min(5, len(found))] {
		out = append(out, f.name)
	}
	return out
}

// distance is the Levenshtein distance in bytes.
func distance(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		last := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := last
			if a[i] != b[j] {
				cost = min(last, row[j], row[j+1]) + 1
			}
			last, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
