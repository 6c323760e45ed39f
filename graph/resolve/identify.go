package resolve

import (
	"cmp"
	"maps"
	"math/bits"
	"slices"
	"strings"

	"dictum/graph"
)

// identify gives every cluster its identifier: the name that most of its documents use. Of several clusters of one name the
// largest has it plain; the others get a suffix after a dot, which no name has: the country, the body or the office that tells
// them apart, else the first document.
//
// Numbers of documents are compared by their powers of two, so that in an even race the names do not change with every article.
func (r *run) identify(clusters []*cluster) map[Ref]string {
	claims := map[string][]*cluster{}
	for _, c := range clusters {
		id := r.bestName(c)
		claims[id] = append(claims[id], c)
	}
	out := make(map[Ref]string, len(r.locals))
	for _, id := range slices.Sorted(maps.Keys(claims)) {
		same := claims[id]
		slices.SortFunc(same, func(a, b *cluster) int {
			return cmp.Or(cmp.Compare(scopedLast(a), scopedLast(b)), cmp.Compare(magnitude(len(b.locals)), magnitude(len(a.locals))),
				cmp.Compare(firstDoc(a), firstDoc(b)))
		})
		taken := map[string]bool{}
		for _, c := range same {
			name := id
			if taken[id] || c.scoped || r.suffixed(c, same) {
				name = id + "." + r.suffix(c, same, taken)
			}
			taken[name] = true
			for _, a := range c.locals {
				out[a.ref] = name
			}
		}
	}
	return out
}

func scopedLast(c *cluster) int {
	if c.scoped {
		return 1
	}
	return 0
}

func magnitude(n int) int { return bits.Len(uint(n)) }

func firstDoc(c *cluster) string {
	return slices.MinFunc(c.locals, func(a, b *local) int { return strings.Compare(a.doc.ID, b.doc.ID) }).doc.ID
}

// bestName is the identifier of a cluster before suffixes: the most used, of a person among those that are spelled out.
func (r *run) bestName(c *cluster) string {
	count := map[string]int{}
	for _, a := range c.locals {
		count[a.ID]++
	}
	best := ""
	for id := range count {
		if best == "" || r.betterID(c.locals[0].kind, id, best, count) {
			best = id
		}
	}
	return best
}

func (r *run) betterID(k kind, a, b string, count map[string]int) bool {
	used := cmp.Compare(magnitude(count[b]), magnitude(count[a]))
	if k != person {
		return cmp.Or(cmp.Compare(r.national(b), r.national(a)), used, cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) < 0
	}
	return cmp.Or(cmp.Compare(spelledOut(b), spelledOut(a)), used, cmp.Compare(len(b), len(a)), cmp.Compare(a, b)) < 0
}

// spelledOut is greater for a person's name with a given name, and for one without initials.
func spelledOut(id string) int {
	words := strings.Split(Group(id), "-")
	if len(words) == 1 {
		return 0
	}
	if slices.ContainsFunc(words, func(w string) bool { return len(w) == 1 }) {
		return 1
	}
	return 2
}

// national is greater for a body's name of common words that names its country: "us senate".
func (r *run) national(id string) int {
	if p := r.lex.parse(Group(id)); p.nation != "" && r.lex.common(p.core) {
		return 1
	}
	return 0
}

// suffixed reports whether a body of common words needs its country even as the largest of its name.
func (r *run) suffixed(c *cluster, same []*cluster) bool {
	if c.nation == "" || len(same) == 1 || c.locals[0].kind != body {
		return false
	}
	return r.lex.parse(Group(r.bestName(c))).nation == ""
}

func (r *run) suffix(c *cluster, same []*cluster, taken map[string]bool) string {
	id := r.bestName(c)
	free := func(s string) bool { return s != "" && !taken[id+"."+s] }
	if free(c.nation) {
		return c.nation
	}
	if !c.scoped {
		f := c.facts()
		for _, list := range []set{f.countries, f.bodies, f.titles} {
			for _, own := range slices.Sorted(maps.Keys(list)) {
				s := graph.Slug(strings.ReplaceAll(afterColon(own), "-", " "))
				elsewhere := slices.ContainsFunc(same, func(o *cluster) bool {
					g := o.facts()
					return o != c && (g.countries[own] || g.bodies[own] || g.titles[own])
				})
				if !elsewhere && free(s) {
					return s
				}
			}
		}
	}
	doc := afterColon(firstDoc(c))
	for n := min(8, len(doc)); n < len(doc); n++ {
		if free(doc[:n]) {
			return doc[:n]
		}
	}
	return doc
}

func afterColon(id string) string {
	if _, rest, ok := strings.Cut(id, ":"); ok {
		return rest
	}
	return id
}
