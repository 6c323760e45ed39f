package store

import (
	"strings"
	"testing"

	"dictum/graph"
)

func testFindActors(t *testing.T, s *Store) {
	smith := person("John Smith")
	other := person("John Smith")
	other.ID = "actor:john-smith-2"
	place := graph.Actor{ID: "place:strelsau", Name: "Strelsau", Type: graph.Location}
	us := graph.Actor{ID: "actor:ministry", Name: "Ministry of Sound", Type: graph.Organization, Aliases: []string{"M.S."}}
	replace(t, s, article(1, smith, us, place, country("The Ruritania", "Ruritánia")), Added)
	union := graph.Actor{ID: "actor:european-union", Name: "European Union", Type: graph.Organization}
	replace(t, s, article(2, other, us, union, country("Ivory Coast"), country("Germany", "FRG")), Added)
	for _, c := range []struct{ name, want string }{
		{"Ruritania", "actor:ruritania Country"},
		{"the RURITANIA", "actor:ruritania Country"},
		{"actor:ruritania", "actor:ruritania Country"},
		{"<actor:ruritania>", "actor:ruritania Country"},
		{graph.Base + "actor/ruritania", "actor:ruritania Country"},
		{"place:strelsau", "place:strelsau Place"},
		{"john smith", "actor:john-smith Person, actor:john-smith-2 Person"},
		{"MS", "actor:ministry Organization"},
		{"EU", "actor:european-union Organization"}, // no article says so, the tables do
		{"the EU", "actor:european-union Organization"},
		{"Côte d'Ivoire", "actor:ivory-coast Country"},
		{"Berlin", ""}, // the town
		{"FRG", "actor:germany Country"},
		{"actor:nobody", ""},
		{"Nobody", ""},
		{"—", ""},
		{"", ""},
	} {
		refs, err := s.FindActors(ctx, c.name)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range refs {
			got = append(got, string(r.ID)+" "+r.Class)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("FindActors(%q) = %q, want %q", c.name, got, c.want)
		}
	}
}

func testNearActors(t *testing.T, s *Store) {
	replace(t, s, article(1, person("Mikhail Galuzin", "Galuzin"), country("Ruritania"), country("Borduria"),
		graph.Actor{ID: "actor:eu", Name: "European Union", Type: graph.Organization, Aliases: []string{"EU"}},
		graph.Actor{ID: "actor:ec", Name: "European Commission", Type: graph.Organization}), Added)
	for _, c := range []struct {
		name string
		n    int
		want string
	}{
		{"Galusin", 3, "Mikhail Galuzin"},
		{"Michail Galuzin", 3, "Mikhail Galuzin"},
		{"Ruretania", 3, "Ruritania"},
		{"actor:ruritannia", 3, "Ruritania"},
		{"European", 3, "European Commission, European Union"},
		{"European", 1, "European Commission"},
		{"Union", 3, "European Union"},
		{"Europ", 1, "European Commission"},
		{"Zzyzx", 3, ""},
		{"", 3, ""},
		{"European", 0, ""},
	} {
		refs, err := s.NearActors(ctx, c.name, c.n)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range refs {
			got = append(got, r.Name)
		}
		if strings.Join(got, ", ") != c.want {
			t.Errorf("NearActors(%q, %d) = %q, want %q", c.name, c.n, got, c.want)
		}
	}
}
