package resolve

import (
	"math"
	"slices"
	"strings"
)

// people resolves persons: those of one full name first, which may be two; then full names that can be one person's; then
// surnames that stand alone in their documents.
func (r *run) people(locals []*local) []*cluster {
	var full, bare []*local
	for _, a := range locals {
		if n := readLocal(a); n.bare() {
			bare = append(bare, a)
		} else {
			full = append(full, a)
		}
	}
	var units []*cluster
	for _, same := range groupBy(full, func(a *local) string { return a.group }) {
		name := readLocal(same[0])
		for _, c := range r.namesakes(same) {
			c.name = &name
			units = append(units, c)
		}
	}
	clusters := r.joinNames(units)
	return append(clusters, r.joinSurnames(bare, clusters)...)
}

// namesakes divides the actors of one name into as many as the evidence asks for: one, unless what documents say of them
// cannot be true of one. A document that says nothing stays with the one whose company it shares, or who is far better known.
func (r *run) namesakes(same []*local) []*cluster {
	if !quarrel(same) {
		return []*cluster{newCluster(same...)}
	}
	var units []*cluster
	var blank []*local
	for _, alike := range groupBy(same, func(a *local) string { return signature(a.facts) }) {
		if !alike[0].facts.said() {
			blank = alike
			continue
		}
		units = append(units, newCluster(alike...))
	}
	slices.SortFunc(units, bySize)
	anyScore := math.Inf(-1)
	clusters := gather(units, anyScore)
	clusters = gather(clusters, anyScore) // company that grew may have brought together what was apart
	slices.SortFunc(clusters, bySize)
	return settleBlank(clusters, blank)
}

// signature is what a document says of an actor itself; those of one signature are not told apart.
func signature(f *facts) string {
	var b strings.Builder
	for _, s := range []set{f.titles, f.past, f.countries, f.bodies, f.same} {
		b.WriteString(strings.Join(s.shared(s), ","))
		b.WriteByte(';')
	}
	return b.String()
}

// quarrel reports whether anything speaks against one actor: the cheap look before the long one.
func quarrel(same []*local) bool {
	countries, bodies, titles, kinds, ids := set{}, set{}, set{}, set{}, set{}
	for _, a := range same {
		f := a.facts
		for _, p := range [][2]set{
			{countries, f.countries}, {bodies, f.bodies}, {titles, f.titles}, {titles, f.past}, {kinds, f.kinds}, {ids, f.same},
		} {
			for k := range p[1] {
				p[0][k] = true
			}
		}
	}
	return len(countries) > 1 || len(kinds) > 1 || len(ids) > 1 || len(bodies) > 1 && len(titles) > 0 || len(titles) > 1
}

// gather puts each unit with the cluster that it fits best, with a score of least at the lowest, and is in no conflict with.
func gather(units []*cluster, least float64) []*cluster {
	var clusters []*cluster
	for _, u := range units {
		var best *cluster
		bestScore := 0.0
		for _, c := range clusters {
			if conflict(u.facts(), c.facts()) != "" {
				continue
			}
			if score, _ := evidence(u.facts(), c.facts()); score >= least && (best == nil || score > bestScore) {
				best, bestScore = c, score
			}
		}
		if best == nil {
			clusters = append(clusters, newCluster(u.locals...))
			continue
		}
		best.add(u.locals...)
	}
	return clusters
}

// lead is by how much one candidate must be ahead of the next.
const lead = 1.0

func settleBlank(clusters []*cluster, blank []*local) []*cluster {
	if len(clusters) == 0 {
		return []*cluster{newCluster(blank...)}
	}
	known := slices.Clone(clusters)
	var join []*cluster
	for _, a := range blank {
		join = append(join, choose(a, known, 0, len(known) == 1 || len(known[0].locals) >= 4*len(known[1].locals)))
	}
	for i, a := range blank {
		c := join[i]
		if c == nil {
			c = &cluster{scoped: true}
			clusters = append(clusters, c)
		}
		c.add(a)
	}
	return clusters
}

// choose finds the one of several clusters, the largest first, that an actor belongs to: by evidence of at least need, ahead of
// all others; else, where largest says so, the largest it is in no conflict with. Nil when nobody stands out.
func choose(a *local, clusters []*cluster, need float64, largest bool) *cluster {
	var best *cluster
	bestScore, second := -1.0, -1.0
	for _, c := range clusters {
		if conflict(a.facts, c.facts()) != "" {
			continue
		}
		score, _ := evidence(a.facts, c.facts())
		switch {
		case best == nil || score > bestScore:
			best, bestScore, second = c, score, bestScore
		case score > second:
			second = score
		}
	}
	if best == nil {
		return nil
	}
	if bestScore >= need && bestScore > 0 && bestScore-max(second, 0) >= lead || len(clusters) == 1 && bestScore >= need {
		return best
	}
	if largest && conflict(a.facts, clusters[0].facts()) == "" {
		return clusters[0]
	}
	return nil
}

// joinNames brings together full names that can be one person's.
func (r *run) joinNames(units []*cluster) []*cluster {
	ties := map[[2]*cluster]tie{}
	candidates := map[*cluster][]*cluster{}
	for _, block := range r.blocks(units) {
		for i, u := range block {
			for _, v := range block[i+1:] {
				pair := [2]*cluster{u, v}
				if _, done := ties[pair]; done {
					continue
				}
				ties[pair] = r.lex.samePerson(u.name, v.name)
				if ties[pair] == sameName && u.locals[0].group != v.locals[0].group {
					ties[pair] = spelling // an article of an Arabic name is left out
				}
				if ties[pair] != unlike && ties[pair] != sameName {
					candidates[u], candidates[v] = append(candidates[u], v), append(candidates[v], u)
				}
			}
		}
	}
	tieOf := func(a, b *cluster) tie { return max(ties[[2]*cluster{a, b}], ties[[2]*cluster{b, a}]) }
	forbidden := func(a, b *cluster) bool {
		t := tieOf(a, b)
		return t == unlike || t == sameName || conflict(a.facts(), b.facts()) != "" || t != spelling && together(a, b)
	}
	var edges []edge
	place := make(map[*cluster]int, len(units))
	for i, u := range units {
		place[u] = i
	}
	for i, u := range units {
		for _, v := range candidates[u] {
			if place[v] < i || forbidden(u, v) {
				continue
			}
			t := tieOf(u, v)
			score, _ := evidence(u.facts(), v.facts())
			if score < needs(t) || yearsBetween(u.facts(), v.facts()) >= far && score < 1 {
				continue
			}
			if t < spelling && (rivalled(u, v, score, candidates[u], forbidden) || rivalled(v, u, score, candidates[v], forbidden)) {
				continue
			}
			edges = append(edges, edge{u, v, t, score})
		}
	}
	return merge(units, edges, forbidden)
}

// needs is the evidence that a tie between names asks for.
func needs(t tie) float64 {
	switch t {
	case nearly:
		return 1.6
	case initial, variant:
		return 1
	case middle:
		return 0.4
	case unlike, surname, spelling, sameName:
	}
	return 0
}

// rivalled reports whether u could as well be somebody else than v: another candidate that is not v has about as much for it.
func rivalled(u, v *cluster, score float64, candidates []*cluster, forbidden func(a, b *cluster) bool) bool {
	return slices.ContainsFunc(candidates, func(w *cluster) bool {
		if w == v || !forbidden(v, w) || forbidden(u, w) {
			return false
		}
		other, _ := evidence(u.facts(), w.facts())
		return other > score-lead
	})
}

// together reports whether a document tells the two apart.
func together(a, b *cluster) bool {
	if len(a.locals) > len(b.locals) {
		a, b = b, a
	}
	docs := set{}
	for _, x := range a.locals {
		docs[x.doc.ID] = true
	}
	return slices.ContainsFunc(b.locals, func(x *local) bool { return docs[x.doc.ID] })
}

// blocks are units whose surnames sound alike.
func (r *run) blocks(units []*cluster) [][]*cluster {
	return groupByAll(units, func(u *cluster) []string {
		return slices.DeleteFunc(slices.Clone(r.lex.Keys(u.locals[0].group)), func(k string) bool { return !strings.HasPrefix(k, "p:") })
	})
}

// joinSurnames gives surnames that stand alone to the person of that surname whom the evidence supports. Where nobody bears
// it in full, those that share evidence are one; where two compete, and nothing decides, it stays the document's own.
func (r *run) joinSurnames(bare []*local, people []*cluster) []*cluster {
	byKey := map[string][]*cluster{}
	for _, c := range people {
		for _, g := range c.groups() {
			for _, k := range r.lex.Keys(g) {
				if strings.HasPrefix(k, "p:") && !slices.Contains(byKey[k], c) {
					byKey[k] = append(byKey[k], c)
				}
			}
		}
	}
	joins := map[*local]*cluster{}
	var alone []*local
	var out []*cluster
	for _, a := range bare {
		name := readLocal(a)
		var can []*cluster
		for _, k := range r.lex.Keys(a.group) {
			for _, c := range byKey[k] {
				if !slices.Contains(can, c) && !c.scoped && r.bears(c, &name) {
					can = append(can, c)
				}
			}
		}
		slices.SortFunc(can, bySize)
		switch c := choose(a, can, 0.7, false); {
		case c != nil:
			joins[a] = c
		case len(can) > 1:
			out = append(out, &cluster{locals: []*local{a}, scoped: true})
		default:
			alone = append(alone, a)
		}
	}
	for _, a := range bare {
		if c := joins[a]; c != nil {
			c.add(a)
		}
	}
	for _, same := range groupBy(alone, func(a *local) string { return a.group }) {
		out = append(out, r.strangers(same)...)
	}
	return out
}

// bears reports whether a person has this surname.
func (r *run) bears(c *cluster, name *personName) bool {
	return slices.ContainsFunc(c.groups(), func(g string) bool {
		return r.lex.samePerson(&r.lex.parse(g).person, name) != unlike
	})
}

// strangers divides actors of one surname whom nobody names in full.
func (r *run) strangers(same []*local) []*cluster {
	var units []*cluster
	for _, alike := range groupBy(same, func(a *local) string {
		if !a.facts.said() {
			return a.doc.ID
		}
		return signature(a.facts)
	}) {
		units = append(units, newCluster(alike...))
	}
	slices.SortFunc(units, bySize)
	for range 2 {
		units = gather(units, 1)
		slices.SortFunc(units, bySize)
	}
	return units
}
