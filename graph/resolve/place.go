package resolve

import (
	"slices"
	"strings"
)

// places resolves places that are no country. Those of one name are one, unless documents put them into different countries.
func (r *run) places(locals []*local) []*cluster {
	var out []*cluster
	for _, same := range groupBy(locals, func(a *local) string { return a.ID }) {
		out = append(out, r.samePlace(same)...)
	}
	return out
}

func (r *run) samePlace(same []*local) []*cluster {
	at := map[string]*cluster{}
	var clusters []*cluster
	var blank []*local
	known := r.countriesOf(same[0].Name)
	for _, a := range same {
		nation := liesIn(a.facts, known)
		if nation == "" {
			blank = append(blank, a)
			continue
		}
		if at[nation] == nil {
			at[nation] = &cluster{nation: nation}
			clusters = append(clusters, at[nation])
		}
		at[nation].add(a)
	}
	slices.SortFunc(clusters, bySize)
	if len(clusters) <= 1 {
		c := newCluster(same...)
		if len(clusters) == 1 {
			c.nation = clusters[0].nation
		}
		return []*cluster{c}
	}
	return settleBlank(clusters, blank)
}

// countriesOf are the countries that the tables know a place of this name in.
func (r *run) countriesOf(name string) set {
	var out set
	for _, e := range r.lex.know.Gazetteer.Lookup(name) {
		if e.Place != nil && e.Place.Country != "" {
			out.put(r.lex.nations[strings.ReplaceAll(strings.ToLower(e.Place.Country), " ", "-")])
		}
	}
	delete(out, "")
	return out
}

// liesIn is the country that a document puts a place into: the one it says, else, of those that are known to have such a
// place, the only one that it names. "" when it leaves that open, or the tables know but one country.
func liesIn(f *facts, known set) string {
	if len(f.countries) == 1 {
		return first(f.countries)
	}
	if len(known) < 2 {
		return ""
	}
	if named := f.lands.shared(known); len(named) == 1 {
		return named[0]
	}
	return ""
}
