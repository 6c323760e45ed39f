package extract

import (
	"slices"
	"testing"

	"dictum/graph"
)

func TestSharedShortNames(t *testing.T) {
	for _, c := range []struct{ text, name string }{
		{"The Security Council met in Almaty on Monday. Kazakhstan's president opened the session of the alliance.", "Security Council"},
		{"The United Nations is divided. The Security Council met on Monday to discuss the ceasefire.", "UN Security Council"},
		{"The Social Democrats lost three seats in Denmark on Sunday, officials in Copenhagen said.", "Social Democrats"},
		{"Germany votes in autumn. The Social Democrats lost three points in the polls.", "Social Democratic Party of Germany"},
	} {
		r := recordOf(t, c.text)
		if !slices.ContainsFunc(r.Actors, func(a graph.Actor) bool { return a.Name == c.name }) {
			var got []string
			for _, a := range r.Actors {
				got = append(got, a.Name)
			}
			t.Errorf("%s: no actor %q among %q", c.text, c.name, got)
		}
	}
}
