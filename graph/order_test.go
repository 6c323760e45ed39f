package graph

import (
	"cmp"
	"testing"

	"github.com/cayleygraph/quad"
	"pgregory.net/rapid"
)

func TestCompareValuesIsThatOfLines(t *testing.T) {
	text := rapid.StringOfN(rapid.SampledFrom([]rune("ab<>\"\\\n\t!éx")), 0, 6, -1)
	value := rapid.Custom(func(t *rapid.T) quad.Value {
		s := text.Draw(t, "text")
		switch rapid.IntRange(0, 4).Draw(t, "kind") {
		case 0, 1:
			return quad.IRI(s)
		case 2:
			return quad.TypedString{Value: quad.String(s), Type: "xsd:date"}
		}
		return quad.String(s)
	})
	rapid.Check(t, func(t *rapid.T) {
		a, b := value.Draw(t, "a"), value.Draw(t, "b")
		if got, want := compareValues(a, b), cmp.Compare(quad.StringOf(a), quad.StringOf(b)); got != want {
			t.Fatalf("%s, %s: %d, want %d", quad.StringOf(a), quad.StringOf(b), got, want)
		}
	})
}
