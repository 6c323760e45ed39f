package extract

import (
	"strings"
	"testing"
)

func TestOrder(t *testing.T) {
	stage := func(name, needs, gives string) Stage {
		layers := func(s string) (out []Layer) {
			for _, f := range strings.Fields(s) {
				out = append(out, Layer(f))
			}
			return out
		}
		return Stage{Name: name, Needs: layers(needs), Gives: layers(gives)}
	}
	for _, c := range []struct {
		name   string
		stages []Stage
		want   string // names in order, or a part of the error
	}{
		{"what gives comes first", []Stage{stage("b", "analysis", "x"), stage("a", "x", "y")}, "b a"},
		{"free to swap: by name", []Stage{stage("c", "analysis", "x"), stage("a", "", "y"), stage("b", "analysis", "z")}, "a b c"},
		{
			"a diamond",
			[]Stage{stage("top", "l r", "t"), stage("left", "x", "l"), stage("right", "x", "r"), stage("base", "", "x")},
			"base left right top",
		},
		{"nobody gives it", []Stage{stage("a", "nothing", "x")}, "stage a needs nothing, which no stage gives"},
		{"two give it", []Stage{stage("a", "", "x"), stage("b", "", "x")}, "stages a and b both give x"},
		{"a circle", []Stage{stage("a", "y", "x"), stage("b", "x", "y")}, "need each other"},
	} {
		got, err := order(c.stages)
		var names []string
		for _, s := range got {
			names = append(names, s.Name)
		}
		if err != nil {
			if !strings.Contains(err.Error(), c.want) {
				t.Errorf("%s: error %q, want it to say %q", c.name, err, c.want)
			}
		} else if strings.Join(names, " ") != c.want {
			t.Errorf("%s: order %v, want %s", c.name, names, c.want)
		}
	}
}

func TestRegisteredStagesHaveAnOrder(t *testing.T) {
	if _, err := order(registry); err != nil {
		t.Fatal(err)
	}
}
