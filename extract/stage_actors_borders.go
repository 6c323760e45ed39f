package extract

import (
	"slices"
	"strings"

	"dictum/graph"
)

// readBorders makes places of the borders of two countries: "the border between Armenia and Azerbaijan", "the
// Armenian-Azerbaijani border", "Armenia's border with Azerbaijan". A border of one country alone is left to the events: what
// happens there happens in that country.
func (r *resolver) readBorders() {
	for t := range r.NLP.Toks {
		if !oneOf(strings.ToLower(r.NLP.Toks[t].Lemma), "border", "frontier", "boundary") || r.NLP.Toks[t].UPOS == "VERB" {
			continue
		}
		sides, first, last := r.sidesOf(t)
		if len(sides) != 2 {
			continue
		}
		slices.SortFunc(sides, func(a, b *entity) int { return strings.Compare(a.name, b.name) })
		name := sides[0].name + "–" + sides[1].name + " border"
		e := r.placeNamed(name)
		if e == nil {
			e = r.newEntity(name, graph.Location)
		}
		e.lieIn(sides[0])
		e.lieIn(sides[1])
		r.add(Mention{First: first, Last: last, Head: t, top: t, Kind: graph.KindNominal, Type: graph.Location}, e)
	}
}

func (r *resolver) placeNamed(name string) *entity {
	for _, e := range r.ents {
		if e.name == name && e.typ == graph.Location {
			return e
		}
	}
	return nil
}

// sidesOf lists the countries on the two sides of a border, and the tokens of the phrase that tells them.
func (r *resolver) sidesOf(t int) (sides []*entity, first, last int) {
	first, last = t, t+1
	add := func(e *entity, from, to int) {
		if e != nil && e.class == "country" && !slices.Contains(sides, e) {
			sides = append(sides, e)
			first, last = min(first, from), max(last, to)
		}
	}
	for _, k := range r.Tree.Kids(t) {
		p := r.preposition(k)
		switch {
		case k > t && p >= 0 && oneOf(strings.ToLower(r.NLP.Toks[p].Text), "between", "with", "of"):
			add(r.nationAt(k), t, k+1)
			for _, c := range r.Tree.Kids(k) {
				if r.Tree.Rel(c, "conj") {
					add(r.nationAt(c), t, c+1)
				}
			}
		case k < t && r.Tree.Rel(k, "nmod:poss"):
			add(r.nationAt(k), k, t+1)
		}
	}
	for k := t - 1; k >= 0 && k >= t-4 && r.Tree.Sent(k) == r.Tree.Sent(t); k-- { // Armenian-Azerbaijani, U.S.-Mexico
		tok := &r.NLP.Toks[k]
		if isHyphen(tok.Text) || tok.Text == "–" {
			continue
		}
		parts := strings.FieldsFunc(tok.Text, func(c rune) bool { return c == '-' || c == '–' })
		found := 0
		for _, part := range parts {
			if c := r.countryNamed(part); c != nil {
				add(r.countryEntity(c), k, t+1)
				found++
			}
		}
		if found == 0 {
			break
		}
	}
	return sides, first, last
}
