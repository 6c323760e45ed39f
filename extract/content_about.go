package extract

import (
	"cmp"
	"slices"
	"strings"

	"dictum/graph"
)

// maxAbout is how many actors a statement is about at most.
const maxAbout = 3

// minProminence keeps out those whom only a subordinate clause mentions.
const minProminence = 0.45

// about says whom a statement concerns: the one whom the cue's verb is aimed at (aimed), or whose thing that is ("the Japanese
// limits"), else the main actors of the content's clauses.
func (g *stager) about(st *statement, target int) (out []string, aimed bool) {
	add := func(id string) {
		if id != "" && id != st.speaker && !slices.Contains(out, id) {
			out = append(out, id)
		}
	}
	if target >= 0 {
		for _, id := range g.s.ActorsOf(target) {
			add(id)
		}
		for _, k := range g.s.Tree.Kids(target) {
			if len(out) == 0 && g.s.Tree.Rel(k, "nmod:poss", "amod", "compound") {
				add(g.s.ActorOf(k))
			}
		}
		if len(out) > 0 {
			return out, true
		}
	}
	type weighed struct {
		id     string
		weight float64
		at     int
	}
	own := g.affiliations(st.speaker)
	var all []weighed
	for _, n := range g.s.MentionsIn(g.s.Tree.Spans(st.content)) {
		m := &g.s.Mentions[n]
		if m.Actor == "" || m.Actor == st.speaker {
			continue
		}
		w := g.prominence(st, m)
		if slices.Contains(own, m.Actor) {
			w /= 3 // whoever speaks for a country says what it does
		}
		if i := slices.IndexFunc(all, func(x weighed) bool { return x.id == m.Actor }); i >= 0 {
			all[i].weight += w / 2
			all[i].weight = max(all[i].weight, w)
			continue
		}
		all = append(all, weighed{m.Actor, w, m.First})
	}
	slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Or(cmp.Compare(b.weight, a.weight), a.at-b.at) })
	for _, x := range all {
		if len(out) < maxAbout && x.weight >= minProminence && x.weight >= 0.6*all[0].weight {
			add(x.id)
		}
	}
	return out, false
}

// affiliations are the actors that an actor belongs to.
func (g *stager) affiliations(id string) []string {
	for i := range g.s.Record.Actors {
		if g.s.Record.Actors[i].ID == id {
			return g.s.Record.Actors[i].Affiliations
		}
	}
	return nil
}

// prominence weighs a mention by its role in the content and its depth below the content's main clauses.
func (g *stager) prominence(st *statement, m *Mention) float64 {
	weight := 1.0
	for i := m.Head; i >= 0; {
		h := g.s.NLP.Toks[i].Head
		if _, in := slices.BinarySearch(st.content, h); !in || h < 0 {
			break
		}
		weight *= g.step(i)
		i = h
	}
	if m.Kind == graph.KindPronoun {
		weight *= 0.8
	}
	return weight
}

// step is what one relation on the way up leaves of a mention's weight.
func (g *stager) step(i int) float64 {
	tree := g.s.Tree
	switch {
	case tree.Rel(i, "nsubj", "ccomp", "conj", "parataxis", "appos", "flat", "root", "xcomp", "compound"):
		return 1
	case tree.Rel(i, "obj", "iobj", "nmod:poss"):
		return 0.9
	case tree.Rel(i, "obl", "nmod"):
		if g.placeOrTime(i) {
			return 0.25
		}
		return 0.7
	case tree.Rel(i, "amod"):
		return 0.8
	case tree.Doc.Toks[i].Deprel == "acl":
		return 0.8
	case tree.Rel(i, "advcl", "acl"):
		return 0.4
	}
	return 0.7
}

// placeOrTime reports whether an oblique phrase tells where or when: a place's name after in, at, near …
func (g *stager) placeOrTime(i int) bool {
	c := g.s.Tree.Kid(i, "case")
	if c < 0 {
		return false
	}
	m, ok := g.s.MentionOf(i)
	if !ok || g.s.Mentions[m].Type != graph.Location {
		return false
	}
	where := []string{"in", "at", "near", "from", "around", "outside", "inside", "through"}
	return slices.Contains(where, strings.ToLower(g.s.NLP.Toks[c].Text))
}
