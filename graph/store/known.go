package store

import (
	"slices"

	"dictum/seeds"
)

// otherNames gives what else somebody of this name is called, as the tables of knowledge have it: an article may write only
// "European Union" where a person asks for the EU. The proper name comes first. A name that is also an ordinary word, or that
// several share, gives none.
func otherNames(name string) ([]string, error) {
	know, err := seeds.Load()
	if err != nil {
		return nil, err
	}
	var out []string
	entries := know.Gazetteer.Lookup(name)
	for i := range entries {
		e := &entries[i]
		if e.Ambiguous || e.Shared {
			return nil, nil
		}
		switch e.Kind {
		case seeds.KindCountry, seeds.KindDemonym:
			out = append(append(out, e.Country.Name), e.Country.Aliases...)
		case seeds.KindOrganisation:
			out = append(append(out, e.Organisation.Name, e.Organisation.Acronym), e.Organisation.Aliases...)
		case seeds.KindMetonym:
			out = append(out, e.Metonym.Actor)
		case seeds.KindPlace:
			out = append(append(out, e.Place.Name), e.Place.Aliases...)
		case seeds.KindPerson:
			out = append(append(out, e.Person.Name), e.Person.Aliases...)
		case seeds.KindOffice, seeds.KindNominal: // whom these mean depends on the article
		}
	}
	return slices.DeleteFunc(out, func(n string) bool { return n == "" || n == name }), nil
}
