package extract

import (
	"slices"
	"testing"

	"dictum/graph"
)

func TestBlocs(t *testing.T) {
	for _, c := range []struct {
		text, name string
		want       bool
	}{
		{"Tehran blamed the West and its allies for the shortages.", "West", true},
		{"Leaders of the Global South met in Nairobi on Monday.", "Global South", true},
		{"Settlers in the West Bank blocked a road on Monday.", "West", false},
		{"The wind turned west on Monday and the fire reached the village.", "West", false},
		{"He played for West Ham before he moved to Spain.", "West", false},
	} {
		r := recordOf(t, c.text)
		got := slices.ContainsFunc(r.Actors, func(a graph.Actor) bool { return a.Name == c.name })
		if got != c.want {
			t.Errorf("%s: an actor %s is there: %v, want %v", c.text, c.name, got, c.want)
		}
	}
}
