package resolve

import (
	"slices"

	"dictum/graph"
	"dictum/seeds"
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
	known := r.lex.countriesOf(same[0].Name)
	for _, a := range same {
		nation := r.liesIn(a, known)
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
	for _, a := range blank { // the one that the news mostly means
		clusters[0].add(a)
	}
	return clusters
}

// countriesOf are the countries that the tables know a place of this name in.
func (l *Lexicon) countriesOf(name string) set {
	var out set
	for _, e := range l.know.Gazetteer.Lookup(name) {
		if e.Place != nil && e.Place.Country != "" {
			out.put(wholeState(graph.Slug(e.Place.Country)))
		}
	}
	return out
}

// capital reports whether a name is that of a capital, which news seldom means otherwise.
func (l *Lexicon) capital(name string) bool {
	return slices.ContainsFunc(l.know.Gazetteer.Lookup(name), func(e seeds.Entry) bool { return e.Place != nil && e.Place.Capital })
}

// liesIn is the country that a document puts a place into: the one it says, else, of those that are known to have such a
// place, the one in which it names other places. "" when it leaves that open, or the tables know but one country.
func (r *run) liesIn(a *local, known set) string {
	if len(a.facts.countries) == 1 {
		return first(a.facts.countries)
	}
	if len(known) < 2 || r.lex.capital(a.Name) {
		return ""
	}
	named := a.facts.lands.shared(known)
	var near set
	for i := range a.doc.Actors {
		x := &a.doc.Actors[i]
		if x.ID == a.ID || kindOf(x) != place {
			continue
		}
		if in := r.lex.countriesOf(x.Name); len(in) == 1 && known[first(in)] {
			near.putAll(in)
		}
	}
	if len(near) == 1 && (len(named) == 0 || len(named) == 1 && near[named[0]]) {
		return first(near)
	}
	return ""
}
