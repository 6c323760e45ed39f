package extract

import (
	"slices"
	"strconv"

	"dictum/graph"
	"dictum/seeds"
)

// chooseCountries decides whether a name that is a country's and a region's of another country ("Georgia") means the one or the
// other: the country, unless the document names places of the other country and nothing of this one.
func (r *resolver) chooseCountries() {
	region := map[string]bool{} // decided, by name
	for i := range r.Mentions {
		m := &r.Mentions[i]
		c, p := homonym(m)
		if c == nil {
			continue
		}
		name := r.textOf(m)
		if _, ok := region[name]; !ok {
			region[name] = !r.touches(c.Name, m) && (r.touchesPlaces(p.Country, m) || r.governed(m))
		}
		if !region[name] {
			continue
		}
		m.entries = slices.DeleteFunc(slices.Clone(m.entries), func(e seeds.Entry) bool { return e.Place == nil })
	}
}

// chooseFigures decides which of the public figures that share a name ("George Bush") is meant: the one who is in office when the
// document is written, where the others are not.
func (r *resolver) chooseFigures() {
	year := r.year()
	if year == 0 {
		return
	}
	for i := range r.Mentions {
		m := &r.Mentions[i]
		serving, other := "", false
		for _, e := range m.entries {
			if f := e.Person; f != nil && f.From <= year && (f.To == 0 || year <= f.To) {
				other = other || serving != "" && serving != f.Name
				serving = f.Name
			}
		}
		if serving != "" && !other {
			m.entries = slices.DeleteFunc(slices.Clone(m.entries), func(e seeds.Entry) bool {
				return e.Person != nil && e.Person.Name != serving
			})
		}
	}
}

// year is the year of the document, 0 where it is unknown.
func (r *resolver) year() int {
	if len(r.Doc.Date) < 4 {
		return 0
	}
	year, err := strconv.Atoi(r.Doc.Date[:4])
	if err != nil {
		return 0
	}
	return year
}

// homonym is the country and the region of another country that a name can mean, nil when it cannot mean both.
func homonym(m *Mention) (*seeds.Country, *seeds.Place) {
	if m.Type != graph.Location {
		return nil, nil
	}
	c := countryOf(m)
	for _, e := range m.entries {
		if c != nil && e.Kind == seeds.KindPlace && e.Place.Country != c.Name && e.Place.Kind != "city" {
			return c, e.Place
		}
	}
	return nil, nil
}

// touches reports whether the document names the people of a country, a quality of it, or a place that lies in it alone, apart
// from the homonym.
func (r *resolver) touches(country string, but *Mention) bool {
	name := r.textOf(but)
	return slices.ContainsFunc(r.Mentions, func(m Mention) bool {
		return r.words(m.First, m.Last) != name && (liesIn(&m, country) || slices.ContainsFunc(m.entries, func(e seeds.Entry) bool {
			return e.Country != nil && e.Country.Name == country
		}))
	})
}

// touchesPlaces reports whether the document names places of a country.
func (r *resolver) touchesPlaces(country string, but *Mention) bool {
	name := r.textOf(but)
	return slices.ContainsFunc(r.Mentions, func(m Mention) bool {
		return r.words(m.First, m.Last) != name && slices.ContainsFunc(m.entries, func(e seeds.Entry) bool {
			return e.Place != nil && !e.Place.Capital && e.Place.Country == country
		})
	})
}

// liesIn reports whether a name means places of one country only, and of this one.
func liesIn(m *Mention, country string) bool {
	in := false
	for _, e := range m.entries {
		if e.Place == nil || e.Place.Ambiguous || e.Place.Country != country {
			return false
		}
		in = true
	}
	return in
}

// governed reports whether a governor follows the name, or a county.
func (r *resolver) governed(m *Mention) bool {
	return m.Last < len(r.NLP.Toks) && oneOf(r.NLP.Toks[m.Last].Text, "Governor", "Gov.", "governor", "County", "Republican", "Democrat",
		"senator", "Senator")
}
