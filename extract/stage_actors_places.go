package extract

import (
	"slices"
	"strings"

	"dictum/graph"
	"dictum/seeds"
)

// readPlaces finds out what each place lies in. What the text says comes first: "Vardenis, Armenia", "the Armenian town of
// Vardenis", "Vardenis in Armenia", "Jermuk, a town in southern Armenia". Where it says nothing, the tables count, if the name
// means places of one country only, a capital, or places of one country that the document names. Borders of two countries
// become places of their own, which lie in both.
func (r *resolver) readPlaces() {
	names := len(r.Mentions)
	for i := range names {
		m, e := r.Mentions[i], r.of[i]
		if e == nil || e.typ != graph.Location || e.class == "country" || m.Kind != graph.KindName {
			continue
		}
		for _, o := range r.toldWithin(&m) {
			e.lieIn(o)
		}
	}
	for _, e := range slices.Clone(r.ents) {
		if e.typ == graph.Location && e.class != "country" && !inCountry(e, 0) {
			if c := r.knownCountry(e); c != nil {
				e.lieIn(r.countryEntity(c))
			}
		}
	}
	r.readBorders()
	for _, e := range slices.Clone(r.ents) {
		if e.country != nil && slices.Contains(partsOfBritain, e.name) {
			e.lieIn(r.countryEntity(r.Know.Country("United Kingdom")))
		}
	}
	for _, e := range r.ents {
		e.within = e.above(0)
	}
}

// above lists all that a place lies in, the nearest first: Birmingham lies in Alabama, and with it in the United States.
func (e *entity) above(depth int) []*entity {
	var out []*entity
	for _, o := range e.within {
		if !slices.Contains(out, o) {
			out = append(out, o)
		}
	}
	if depth == maxNesting {
		return out
	}
	for _, o := range e.within {
		for _, top := range o.above(depth + 1) {
			if !slices.Contains(out, top) {
				out = append(out, top)
			}
		}
	}
	return out
}

// lieIn records what a place lies in, once; never the place itself, nor what lies in it.
func (e *entity) lieIn(o *entity) {
	if o != nil && o != e && o.typ == graph.Location && !slices.Contains(e.within, o) && !liesUnder(o, e, 0) {
		e.within = append(e.within, o)
	}
}

// maxNesting ends walks along what lies in what: a street, its town, the province, the country.
const maxNesting = 6

func liesUnder(e, top *entity, depth int) bool {
	return depth < maxNesting && slices.ContainsFunc(e.within, func(o *entity) bool { return o == top || liesUnder(o, top, depth+1) })
}

// inCountry reports whether it is known in which country a place lies.
func inCountry(e *entity, depth int) bool {
	return depth < maxNesting && slices.ContainsFunc(e.within, func(o *entity) bool { return o.class == "country" || inCountry(o, depth+1) })
}

// toldWithin lists what the text around one mention says that the place lies in.
func (r *resolver) toldWithin(m *Mention) []*entity {
	var out []*entity
	add := func(o *entity) {
		if o != nil && o.typ == graph.Location {
			out = append(out, o)
		}
	}
	add(r.afterComma(m))
	for _, k := range r.Tree.Kids(m.Head) {
		switch {
		case k >= m.Last && r.Tree.Rel(k, "nmod") && r.standsIn(k): // Vardenis in Armenia
			add(r.regionAt(k))
		case k < m.First && r.Tree.Rel(k, "nmod:poss", "amod", "compound") && r.titled(m): // Armenia's Syunik province
			add(r.nationAt(k))
		case k >= m.Last && r.Tree.Rel(k, "appos") && r.isSite(k): // Jermuk, a town in southern Armenia
			for _, x := range r.Tree.Kids(k) {
				if x > k && r.Tree.Rel(x, "nmod") && r.standsIn(x) {
					add(r.regionAt(x))
				} else if x < k {
					add(r.nationAt(x))
				}
			}
		}
	}
	if h := r.NLP.Toks[m.Head].Head; h >= 0 && h < m.First && r.isSite(h) && r.Tree.Rel(m.Head, "nmod", "appos", "flat", "compound") {
		if p := r.preposition(m.Head); p < 0 || r.NLP.Toks[p].Text == "of" {
			for _, k := range r.Tree.Kids(h) {
				switch {
				case k < h && r.Tree.Rel(k, "amod", "nmod:poss", "compound"): // the Armenian town of Vardenis
					add(r.nationAt(k))
				case k >= m.Last && r.Tree.Rel(k, "nmod") && r.standsIn(k): // the town of Goma in eastern Congo
					add(r.regionAt(k))
				}
			}
		}
	}
	return out
}

// afterComma reads "Birmingham, Alabama": a town or region and right behind it the larger one, which is no member of a list.
func (r *resolver) afterComma(m *Mention) *entity {
	toks := r.NLP.Toks
	n := -1
	if m.Last+1 < len(toks) && toks[m.Last].Text == "," {
		n = r.nameAt(m.Last + 1)
	}
	if n < 0 || r.of[n] == nil || r.Mentions[n].First != m.Last+1 || !r.isRegion(&r.Mentions[n], r.of[n]) {
		return nil
	}
	next := r.Mentions[n].Last
	if next < len(toks) && oneOf(strings.ToLower(toks[next].Text), "and", "or", "&") || r.inList(m, &r.Mentions[n]) {
		return nil
	}
	if r.of[n].class != "country" && r.isRegion(m, nil) {
		return nil // the states of Alabama, Georgia, …
	}
	return r.of[n]
}

// inList reports a row of names: "Paris, Germany, Spain and Italy", "London, France and Spain".
func (r *resolver) inList(m, next *Mention) bool {
	toks := r.NLP.Toks
	if m.First > 1 && toks[m.First-1].Text == "," && r.nameAt(m.First-2) >= 0 {
		return true
	}
	if next.Last+1 >= len(toks) || toks[next.Last].Text != "," {
		return false
	}
	n := r.nameAt(next.Last + 1)
	if n < 0 || r.of[n] == nil || r.of[n].typ != graph.Location {
		return false
	}
	return r.of[n].class == "country" && r.isRegion(next, nil) || !r.isRegion(&r.Mentions[n], r.of[n])
}

// isRegion reports a name for something that towns lie in: a country, a state, a province.
func (r *resolver) isRegion(m *Mention, e *entity) bool {
	if e != nil && e.typ != graph.Location {
		return false
	}
	if e != nil && e.class == "country" || countryOf(m) != nil && m.Type == graph.Location {
		return true
	}
	return slices.ContainsFunc(m.entries, func(x seeds.Entry) bool {
		return x.Place != nil && (x.Place.Kind == "region" || x.Place.Kind == "state" || x.Place.Kind == "island")
	}) || r.isSite(m.Last-1) && m.Last-m.First > 1
}

// standsIn reports a phrase behind "in" or "of".
func (r *resolver) standsIn(k int) bool {
	p := r.preposition(k)
	return p >= 0 && oneOf(strings.ToLower(r.NLP.Toks[p].Text), "in", "of")
}

// regionAt is the place or country that token k heads the name of.
func (r *resolver) regionAt(k int) *entity {
	if n := r.nameAt(k); n >= 0 && r.of[n] != nil && r.Mentions[n].Head == k && r.Mentions[n].Type == graph.Location {
		return r.of[n]
	}
	return nil
}

// nationAt is the country that a word before a noun tells: Armenian, Armenia's.
func (r *resolver) nationAt(k int) *entity {
	if n := r.nameAt(k); n >= 0 && r.of[n] != nil && r.of[n].class == "country" {
		return r.of[n]
	}
	return nil
}

// titled reports a name that ends in the sort of place it is: Syunik province.
func (r *resolver) titled(m *Mention) bool { return r.isSite(m.Last-1) && m.Last-m.First > 1 }

// isSite reports a common noun for a place: town, province, port. It may have a capital.
func (r *resolver) isSite(k int) bool {
	return sites[strings.ToLower(r.NLP.Toks[k].Lemma)]
}

var sites = wordSet("city town village hamlet settlement capital port resort suburb district neighborhood neighbourhood municipality",
	"province region state county governorate oblast prefecture department area territory island islands archipelago peninsula",
	"enclave exclave republic canton commune borough quarter metropolis stronghold outpost community")

// knownCountry is the country of a place as the tables have it, nil where they leave a choice.
func (r *resolver) knownCountry(e *entity) *seeds.Country {
	var countries []*seeds.Country
	capital, vague := (*seeds.Country)(nil), false
	places := r.Know.PlacesNamed(e.name)
	for _, p := range places {
		c := r.Know.Country(p.Country)
		if c == nil && p.Kind != "city" && slices.ContainsFunc(places, func(o *seeds.Place) bool { return o.Kind == "state" }) {
			continue // Connecticut: the state, rather than a region of that name or the river
		}
		if c == nil {
			return nil // a sea, a river through several, a city nobody placed
		}
		if p.Ambiguous && len(places) > 1 && r.namedCountry(c.Name) == nil {
			vague = true // Victoria may be somebody; Cordoba lies in three countries
			continue
		}
		if p.Capital {
			capital = c
		}
		if !slices.Contains(countries, c) {
			countries = append(countries, c)
		}
	}
	if len(countries) > 1 {
		countries = slices.DeleteFunc(countries, func(c *seeds.Country) bool { return slices.Contains(partsOfBritain, c.Name) })
	}
	if vague {
		countries = slices.DeleteFunc(countries, func(c *seeds.Country) bool { return r.namedCountry(c.Name) == nil })
	}
	if len(countries) == 1 {
		return countries[0]
	}
	if vague {
		return nil
	}
	named := slices.DeleteFunc(countries, func(c *seeds.Country) bool { return r.namedCountry(c.Name) == nil })
	switch {
	case len(named) == 0 || slices.Contains(named, capital):
		return capital
	case len(named) == 1 && capital == nil:
		return named[0] // "officials met in Paris" means no town of the country that they are from
	}
	return nil
}

// partsOfBritain have towns that the tables list under the United Kingdom, too.
var partsOfBritain = []string{"England", "Scotland", "Wales", "Northern Ireland"}
