package extract

import (
	"context"
	"slices"
	"strings"
	"testing"

	"dictum/graph"
)

// Each case is a text and, one a line, what its places lie in; "ID < -" for nothing.
var placeCases = []struct{ name, text, want string }{
	{
		"a demonym before the sort of place",
		"Three people were hurt on Monday in the Lithuanian town of Kretinga.",
		"place:kretinga < actor:lithuania",
	},
	{
		"a larger place behind a comma",
		"Police arrested two men in Birmingham, Alabama, on Tuesday.",
		"place:birmingham < actor:united-states place:alabama\nplace:alabama < actor:united-states",
	},
	{"the other one", "Police arrested two men in Birmingham, England, on Tuesday.", "place:birmingham < actor:england actor:united-kingdom"},
	{"behind in", "Rebels seized the town of Butembo in eastern Congo.", "place:butembo < actor:democratic-republic-of-the-congo"},
	{"an apposition", "Troops shelled Neustadt, a town in central Germany.", "place:neustadt < actor:germany"},
	{
		"a list is no nesting",
		"The offices in Marseille, Spain and Portugal will be closed.",
		"place:marseille < actor:france",
	},
	{"the tables know one country", "The ministers met in Salzburg.", "place:salzburg < actor:austria"},
	{"the tables know a capital", "The talks were held in Paris.", "place:paris < actor:france"},
	{"a state before a river", "Police arrested a man in Hartford, Connecticut.", "place:hartford < actor:united-states place:connecticut"},
	{"the tables leave a choice", "A fire broke out in Hyderabad.", "place:hyderabad < -"},
	{"the document chooses", "A fire broke out in Hyderabad. Pakistan's government sent help.", "place:hyderabad < actor:pakistan"},
	{
		"a state with the name of a country",
		"Georgia's governor spoke in Atlanta. The Republican from Georgia thanked voters in Savannah and Macon.",
		"place:georgia < actor:united-states",
	},
	{
		"a border of two",
		"Soldiers exchanged fire along the border between Peru and Ecuador.",
		"place:ecuador-peru-border < actor:ecuador actor:peru",
	},
	{"a border of two adjectives", "Shots were heard on the Polish-Belarusian border.", "place:belarus-poland-border < actor:belarus actor:poland"},
	{"a border with another", "Kenya's border with Somalia was closed.", "place:kenya-somalia-border < actor:kenya actor:somalia"},
}

func TestPlacesLieInPlaces(t *testing.T) {
	x := extractor(t)
	for _, c := range placeCases {
		t.Run(c.name, func(t *testing.T) {
			rec, err := x.Extract(context.Background(), &graph.Document{Text: c.text, Date: "2023-03-29"})
			if err != nil {
				t.Fatal(err)
			}
			for line := range strings.Lines(c.want) {
				id, want, _ := strings.Cut(strings.TrimSpace(line), " < ")
				i := slices.IndexFunc(rec.Actors, func(a graph.Actor) bool { return a.ID == id })
				if i < 0 {
					t.Errorf("there is no %s", id)
					continue
				}
				got := slices.Sorted(slices.Values(rec.Actors[i].Within))
				if want == "-" {
					want = ""
				}
				if strings.Join(got, " ") != want {
					t.Errorf("%s lies in %v, want %s", id, got, want)
				}
			}
		})
	}
}

// Each case is a text, the trigger of an event, and the place of it.
var sceneCases = []struct{ text, trigger, place string }{
	{"A bomb attack on a market in Lahore killed 12 people.", "attack", "place:lahore"},
	{"A bomb attack on a market in Lahore killed 12 people.", "killed", "place:lahore"},
	{"The embassy in Nairobi was attacked by gunmen.", "attacked", "place:nairobi"},
	{"Gunmen attacked a church in the Nigerian city of Kaduna.", "attacked", "place:kaduna"},
	{"Observers were deployed along the Greek border.", "deployed", "actor:greece"},
	{"An explosion at a hospital in Basra killed nine nurses.", "explosion", "place:basra"},
	{"The minister praised the mayor of Lahore.", "praised", ""},
}

func TestPlacesOfEvents(t *testing.T) {
	for _, c := range sceneCases {
		place := ""
		for _, a := range argsOf(t, c.text, c.trigger) {
			if a.Role == graph.AtLocation {
				place = a.Actor
			}
		}
		if place != c.place {
			t.Errorf("%q: %s is at %q, want %q", c.text, c.trigger, place, c.place)
		}
	}
}

// argsOf are the arguments of the event with a trigger.
func argsOf(t *testing.T, text, trigger string) []graph.Arg {
	t.Helper()
	rec, err := extractor(t).Extract(context.Background(), &graph.Document{Text: text, Date: "2023-03-29"})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range rec.Events {
		at := e.Trigger.Extent()
		if string([]rune(rec.Text)[at[0]:at[1]]) == trigger {
			return e.Args
		}
	}
	t.Errorf("%q: no event %q", text, trigger)
	return nil
}

// Each case is a text, the trigger of an event, and the value of its time; "-" for a time without one.
var timeOfCases = []struct{ text, trigger, want string }{
	{"Police arrested two men in Leeds on Tuesday.", "arrested", "2023-03-28"},
	{"The bank redeemed its debentures due 2008.", "redeemed", ""},
	{"The union had deployed 40 observers for two months last October.", "deployed", "2022-10"},
	{"The firm produces 200 tonnes each year.", "produces", "-"},
	{"A bomb attack on a market in Lahore on Monday killed 12 people.", "killed", "2023-03-27"},
	{"An attack in Lahore on Monday killed 12 people.", "attack", "2023-03-27"},
}

func TestTimesOfEvents(t *testing.T) {
	for _, c := range timeOfCases {
		got := ""
		for _, a := range argsOf(t, c.text, c.trigger) {
			if a.Role != graph.AtTime {
				continue
			}
			got = "-"
			if v, ok := a.Value.(string); ok {
				got = v
			}
		}
		if got != c.want {
			t.Errorf("%q: %s is at %q, want %q", c.text, c.trigger, got, c.want)
		}
	}
}
