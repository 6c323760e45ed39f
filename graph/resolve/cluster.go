package resolve

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// cluster is actors of documents that are one.
type cluster struct {
	locals []*local
	sum    *facts // see facts
	scoped bool   // an identifier of its document's own: several are there whom the name can mean
	nation string // country slug that tells a body or place from others of its name
	name   *personName
	names  []string // see groups
	first  *local   // see key
}

// groups are the groups of names of a cluster, sorted.
func (c *cluster) groups() []string {
	if len(c.names) == 0 {
		seen := set{}
		for _, a := range c.locals {
			if !seen[a.group] {
				seen[a.group] = true
				c.names = append(c.names, a.group)
			}
		}
		slices.Sort(c.names)
	}
	return c.names
}

func newCluster(locals ...*local) *cluster { return &cluster{locals: slices.Clip(locals)} }

// facts is the sum of what the documents say; it is made when somebody asks.
func (c *cluster) facts() *facts {
	if c.sum == nil {
		c.sum = &facts{}
		for _, a := range c.locals {
			if a.facts != nil {
				c.sum.add(a.facts)
			}
		}
	}
	return c.sum
}

func (c *cluster) add(locals ...*local) {
	c.locals = append(c.locals, locals...)
	c.names, c.first = nil, nil
	if c.sum == nil {
		return
	}
	for _, a := range locals {
		if a.facts != nil {
			c.sum.add(a.facts)
		}
	}
}

// key orders clusters whatever the order in which documents came.
func (c *cluster) key() (group, doc string) {
	if c.first == nil {
		c.first = slices.MinFunc(c.locals, compareLocals)
	}
	return c.first.group, c.first.doc.ID
}

func compareLocals(a, b *local) int {
	return cmp.Or(strings.Compare(a.group, b.group), strings.Compare(a.doc.ID, b.doc.ID), strings.Compare(a.ID, b.ID))
}

// bySize puts the largest cluster first.
func bySize(a, b *cluster) int {
	ga, da := a.key()
	gb, db := b.key()
	return cmp.Or(cmp.Compare(len(b.locals), len(a.locals)), strings.Compare(ga, gb), strings.Compare(da, db))
}

// edge proposes a merge.
type edge struct {
	a, b  *cluster
	tie   tie
	score float64
}

// merge joins the ends of edges, the strongest first, unless a pair inside the two clusters is forbidden.
func merge(clusters []*cluster, edges []edge, forbidden func(a, b *cluster) bool) []*cluster {
	place := map[*cluster]int{}
	members := map[*cluster][]*cluster{}
	for i, c := range clusters {
		place[c] = i
		members[c] = []*cluster{c}
	}
	slices.SortStableFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.tie, x.tie), cmp.Compare(y.score, x.score),
			cmp.Compare(place[x.a], place[y.a]), cmp.Compare(place[x.b], place[y.b]))
	})
	root := map[*cluster]*cluster{}
	find := func(c *cluster) *cluster {
		for root[c] != nil {
			c = root[c]
		}
		return c
	}
	for _, e := range edges {
		a, b := find(e.a), find(e.b)
		if a == b || anyPair(members[a], members[b], forbidden) {
			continue
		}
		if place[b] < place[a] {
			a, b = b, a
		}
		root[b] = a
		members[a] = append(members[a], members[b]...)
		delete(members, b)
	}
	var out []*cluster
	for _, c := range clusters {
		if root[c] != nil {
			continue
		}
		sum := &cluster{name: c.name, nation: c.nation}
		for _, m := range members[c] {
			sum.add(m.locals...)
		}
		out = append(out, sum)
	}
	return out
}

func anyPair(as, bs []*cluster, forbidden func(a, b *cluster) bool) bool {
	for _, a := range as {
		for _, b := range bs {
			if forbidden(a, b) {
				return true
			}
		}
	}
	return false
}

// groupBy collects actors by a key, in the order of the keys.
func groupBy(locals []*local, key func(*local) string) [][]*local {
	return groupByAll(locals, func(a *local) []string { return []string{key(a)} })
}

// groupByAll collects things by their keys, in the order of the keys; what has several keys is in several groups.
func groupByAll[T any](things []T, keys func(T) []string) [][]T {
	at := map[string][]T{}
	for _, x := range things {
		for _, k := range keys(x) {
			at[k] = append(at[k], x)
		}
	}
	out := make([][]T, 0, len(at))
	for _, k := range slices.Sorted(maps.Keys(at)) {
		out = append(out, at[k])
	}
	return out
}
