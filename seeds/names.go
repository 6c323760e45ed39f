package seeds

import "slices"

// Country is a state, a territory that the news names like one, or a disputed one.
type Country struct {
	Name       string // as news says it: Russia
	ISO2       string // "" where there is none
	Kind       string // state, territory, disputed, former
	Capital    string
	Adjectives []string // Armenian
	Nouns      []string // of its people: Armenian, Armenians
	Aliases    []string // Russian Federation
	Region     string
	Wikidata   string // Q399; "" where we are not certain
	Source     string
}

// Place is a place that is not a country.
type Place struct {
	Name      string
	Kind      string // city, region, river, sea, …
	Country   string // name in the table of countries, "" for places of several
	Aliases   []string
	Ambiguous bool // also an ordinary word or a surname: only the context tells
	Capital   bool // seat of the country's government, so that the name can stand for it
	Source    string
}

// Metonym is a building, a street or a colour that stands for an actor. Capitals stand for governments by rule, see Metonym.
type Metonym struct {
	Phrase string
	Actor  string // name of a country or of an organisation
	Source string
}

// Organisation is a named body.
type Organisation struct {
	Name     string
	Acronym  string
	Aliases  []string
	Kind     string
	Country  string   // of its seat where it is national, else ""
	Members  []string // countries, where membership matters
	Nominals []string // descriptions that name it: "the Russia-led security bloc", without the article
	// Ambiguous are those of Name and Aliases that are also an ordinary word, a place or a surname: Apple, Target.
	Ambiguous []string
	Wikidata  string
	Source    string
}

// Figure is a public figure with one office.
type Figure struct {
	Name        string
	Aliases     []string
	Gender      string // m, f or ""
	Office      string
	Affiliation string // country or organisation
	From, To    int    // years, 0 while open or unknown
	Wikidata    string
	Source      string
}

// Country gives the country with this name or alias; "us" is not the United States, "US" is.
func (k *Knowledge) Country(name string) *Country {
	for _, e := range k.Gazetteer.Lookup(name) {
		if e.Kind == KindCountry {
			return e.Country
		}
	}
	return nil
}

// CountryISO gives the country with this code of two letters.
func (k *Knowledge) CountryISO(iso2 string) *Country { return k.iso2[iso2] }

// Demonym gives the country that an adjective or a noun of nationality belongs to: Armenian, Frenchman, Britons.
func (k *Knowledge) Demonym(word string) *Country {
	for _, e := range k.Gazetteer.Lookup(word) {
		if e.Kind == KindDemonym {
			return e.Country
		}
	}
	return nil
}

// Org gives the organisation with this name, alias or acronym.
func (k *Knowledge) Org(name string) *Organisation {
	for _, e := range k.Gazetteer.Lookup(name) {
		if e.Kind == KindOrganisation {
			return e.Organisation
		}
	}
	return nil
}

// OrgNominals gives the organisations that a description without its article can name: "Russia-led security bloc".
func (k *Knowledge) OrgNominals(phrase string) []*Organisation {
	var out []*Organisation
	for _, e := range k.Gazetteer.Lookup(phrase) {
		if e.Kind == KindNominal {
			out = append(out, e.Organisation)
		}
	}
	return out
}

// Place gives the best known place with this name, Places all of them.
func (k *Knowledge) Place(name string) *Place {
	if all := k.PlacesNamed(name); len(all) > 0 {
		return all[0]
	}
	return nil
}

// PlacesNamed gives every place with this name: capitals, then the order of the table.
func (k *Knowledge) PlacesNamed(name string) []*Place {
	var out []*Place
	for _, e := range k.Gazetteer.Lookup(name) {
		if e.Kind == KindPlace {
			out = append(out, e.Place)
		}
	}
	return out
}

// Metonym gives the name of the country or organisation that a phrase stands for: "Kremlin" stands for Russia, and, by rule,
// a capital for its country. Place reports that the phrase is a place too, so that only the context tells which is meant.
func (k *Knowledge) Metonym(phrase string) (actor string, place bool) {
	found := k.Gazetteer.Lookup(phrase)
	place = slices.ContainsFunc(found, func(e Entry) bool { return e.Kind == KindPlace })
	for _, e := range found {
		if e.Kind == KindMetonym {
			return e.Metonym.Actor, place
		}
	}
	for _, e := range found {
		if e.Kind == KindPlace && e.Place.Capital {
			return e.Place.Country, true
		}
	}
	return "", false
}

// Person gives the public figures with this name; one line for each office.
func (k *Knowledge) Person(name string) []*Figure {
	var out []*Figure
	for _, e := range k.Gazetteer.Lookup(name) {
		if e.Kind == KindPerson {
			out = append(out, e.Person)
		}
	}
	return out
}
