package extract

import (
	"testing"

	"dictum/graph"
)

// TestMeasures reads measures in a row as what they are: how many and how long, before the noun they measure.
func TestMeasures(t *testing.T) {
	x := extractor(t)
	for text, want := range map[string]struct {
		patient, duration string
		quantity          float64
	}{
		"The alliance has deployed a 100-person, two-year mission along the border.": {"a 100-person, two-year mission", "P2Y", 100},
		"Paris sent a 40-member, three-month team.":                                  {"a 40-member, three-month team", "P3M", 40},
		"Oslo deployed a 30-person mission.":                                         {"a 30-person mission", "", 30},
		"Oslo deployed a mission of 30 people for two years.":                        {"a mission of 30 people", "P2Y", 30},
		"Oslo deployed the team within two days.":                                    {"the team", "", 0},
	} {
		rec, err := x.Extract(t.Context(), &graph.Document{Text: text})
		if err != nil {
			t.Fatal(err)
		}
		var patient, duration string
		var quantity float64
		for _, e := range rec.Events {
			for _, a := range e.Args {
				switch a.Role {
				case graph.Patient:
					patient = string([]rune(text)[a.Span[0]:a.Span[1]])
				case graph.Duration:
					duration, _ = a.Value.(string)
				case graph.Quantity:
					quantity, _ = a.Value.(float64)
				}
			}
		}
		if patient != want.patient || duration != want.duration || quantity != want.quantity {
			t.Errorf("%s\n got %q %q %v\nwant %+v", text, patient, duration, quantity, want)
		}
	}
}
